/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "domain/libvirt-domain-tuning.h"

#include "domain/libvirt-domain-params-private.h"
#include "domain/libvirt-domain-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"

#include <stdlib.h>

/**
 * SECTION:libvirt-domain-tuning
 * @title: Shares and limits
 * @short_description: how much of the host's disks, memory and processors a domain may have
 *
 * Guests share their host. These functions say how much of it each of them may take: of the time
 * of disks, of memory and swap space, of the time of processors, and from which NUMA nodes of the
 * host its memory comes.
 *
 * Settings are dictionaries of type `a{sv}`; their keys are constants, such as
 * %LIBVIRT_DOMAIN_BLKIO_WEIGHT. A getter has all settings that the hypervisor knows, a setter
 * changes those that it is given, each with the type that the getter has.
 *
 * |[<!-- language="C" -->
 * g_autoptr (GVariantDict) dict = g_variant_dict_new (NULL);
 *
 * g_variant_dict_insert (dict, LIBVIRT_DOMAIN_MEMORY_HARD_LIMIT, "t", (guint64) 2 * 1024 * 1024);
 * libvirt_domain_set_memory_parameters (domain, g_variant_dict_end (dict),
 *                                       LIBVIRT_DOMAIN_MODIFICATION_IMPACT_LIVE, &error);
 * ]|
 *
 * Others hear of what a setter did to a running guest by #LibvirtDomain::event-tunable. All of
 * them fail with %LIBVIRT_ERROR_OPERATION_INVALID if a running guest is asked or changed of a
 * domain that is not running, or if the host has no control group for the thing; the setters with
 * %LIBVIRT_ERROR_INVALID_ARG if a value has the wrong type, or there is none at all, and with that or
 * %LIBVIRT_ERROR_ARGUMENT_UNSUPPORTED if the hypervisor does not know a key. One that knows no such
 * settings fails with %LIBVIRT_ERROR_NO_SUPPORT.
 *
 * Since: 1.0
 */

/**
 * libvirt_domain_get_blkio_parameters:
 * @self: a domain
 * @flags: whether to read what holds for the running guest or what its definition says
 * @error: return location for a #GError
 *
 * Asks for the domain's share of the host's disks, and its limits on them (blocks). A share of 0
 * and an empty text stand for what was never set.
 *
 * Calls virDomainGetBlkioParameters().
 *
 * Returns: (transfer full): shares and limits by name, of type `a{sv}`, or %NULL on failure
 *
 * Since: 1.0
 */
GVariant *
libvirt_domain_get_blkio_parameters (LibvirtDomain *self,
                                     LibvirtDomainModificationImpact flags,
                                     GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_domain_get_params (self, virDomainGetBlkioParameters, flags, error);
}

/**
 * libvirt_domain_set_blkio_parameters:
 * @self: a domain
 * @params: shares and limits to change, as `a{sv}`; a text names devices of the host with a number
 *   each: "/dev/sda,500,/dev/sdb,300"
 * @flags: where the new shares and limits are to hold
 * @error: return location for a #GError
 *
 * Changes the domain's share of the host's disks, and its limits on them (blocks). A number of 0
 * takes a limit back.
 *
 * Fails further with %LIBVIRT_ERROR_SYSTEM_ERROR if the host's kernel refuses: one without a
 * scheduler that knows of shares, for example. A call that is cancelled may still have its effect.
 * Calls virDomainSetBlkioParameters().
 *
 * Returns: %TRUE if all of them were changed
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_set_blkio_parameters (LibvirtDomain *self,
                                     GVariant *params,
                                     LibvirtDomainModificationImpact flags,
                                     GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (params != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_domain_set_params (self, virDomainSetBlkioParameters, "DOMAIN_BLKIO_", params,
                                    flags, error);
}

/**
 * libvirt_domain_get_memory_parameters:
 * @self: a domain
 * @flags: which limits: those of the running guest or those for its next start
 * @error: return location for a #GError
 *
 * Asks how much of the host's memory and swap space the domain may occupy, its emulator included
 * (blocks). All figures are in KiB; %LIBVIRT_DOMAIN_MEMORY_PARAM_UNLIMITED means as much as it
 * likes.
 *
 * Calls virDomainGetMemoryParameters().
 *
 * Returns: (transfer full): limits by name, of type `a{sv}`, or %NULL on failure
 *
 * Since: 1.0
 */
GVariant *
libvirt_domain_get_memory_parameters (LibvirtDomain *self,
                                      LibvirtDomainModificationImpact flags,
                                      GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_domain_get_params (self, virDomainGetMemoryParameters, flags, error);
}

/**
 * libvirt_domain_set_memory_parameters:
 * @self: a domain
 * @params: limits to change, as `a{sv}` of numbers in KiB;
 *   %LIBVIRT_DOMAIN_MEMORY_PARAM_UNLIMITED for no limit
 * @flags: whose limits: those of the running guest, those for its next start, or both
 * @error: return location for a #GError
 *
 * Limits how much of the host's memory and swap space the domain may occupy (blocks). The host
 * kills a guest that cannot do with its hard limit, to which what the emulator needs counts, too:
 * it is better not set than set too low.
 *
 * A call that is cancelled may still have its effect. Calls virDomainSetMemoryParameters().
 *
 * Returns: %TRUE if the limits hold
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_set_memory_parameters (LibvirtDomain *self,
                                      GVariant *params,
                                      LibvirtDomainModificationImpact flags,
                                      GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (params != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_domain_set_params (self, virDomainSetMemoryParameters, "DOMAIN_MEMORY_", params,
                                    flags, error);
}

/**
 * libvirt_domain_get_numa_parameters:
 * @self: a domain
 * @flags: whether to tell from where the running guest has its memory, or from where it gets it
 *   when it is started next
 * @error: return location for a #GError
 *
 * Asks from which of the host's NUMA nodes the domain's memory comes, and how strictly (blocks).
 * No nodes at all means that the host is free to choose.
 *
 * Calls virDomainGetNumaParameters().
 *
 * Returns: (transfer full): nodes and mode by name, of type `a{sv}`, or %NULL on failure
 *
 * Since: 1.0
 */
GVariant *
libvirt_domain_get_numa_parameters (LibvirtDomain *self,
                                    LibvirtDomainModificationImpact flags,
                                    GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_domain_get_params (self, virDomainGetNumaParameters, flags, error);
}

/**
 * libvirt_domain_set_numa_parameters:
 * @self: a domain
 * @params: nodes, mode, or both, as `a{sv}`
 * @flags: whether to move the running guest's memory, or to change its definition
 * @error: return location for a #GError
 *
 * Chooses the host's NUMA nodes that the domain's memory comes from (blocks). Of a running guest
 * QEMU can change the nodes only if the mode is
 * %LIBVIRT_DOMAIN_NUMATUNE_MEM_MODE_RESTRICTIVE, and never the mode.
 *
 * A call that is cancelled may still have its effect. Calls virDomainSetNumaParameters().
 *
 * Returns: %TRUE if the choice was made
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_set_numa_parameters (LibvirtDomain *self,
                                    GVariant *params,
                                    LibvirtDomainModificationImpact flags,
                                    GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (params != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_domain_set_params (self, virDomainSetNumaParameters, "DOMAIN_NUMA_", params, flags,
                                    error);
}

/**
 * libvirt_domain_get_scheduler_type:
 * @self: a domain
 * @nparams: (out) (optional): how many settings libvirt_domain_get_scheduler_parameters() has at
 *   most
 * @error: return location for a #GError
 *
 * Asks how the domain's share of the host's processors is found (blocks): "posix" where the
 * kernel of the host does it, "credit" on Xen, and so on. The settings depend on it.
 *
 * Calls virDomainGetSchedulerType().
 *
 * Returns: (transfer full): the name of the scheduler, or %NULL on failure
 *
 * Since: 1.0
 */
char *
libvirt_domain_get_scheduler_type (LibvirtDomain *self,
                                   int *nparams,
                                   GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_check_string (virDomainGetSchedulerType (handle->domain, nparams), error);
}

/* libvirt's functions for this cannot tell how many there are. */
static int
get_scheduler_parameters (virDomainPtr domain,
                          virTypedParameterPtr params,
                          int *n_params,
                          unsigned int flags)
{
  char *type;

  if (params != NULL)
    return virDomainGetSchedulerParameters (domain, params, n_params);

  type = virDomainGetSchedulerType (domain, n_params);
  if (type == NULL)
    return -1;

  free (type);
  return 0;
}

static int
get_scheduler_parameters_flags (virDomainPtr domain,
                                virTypedParameterPtr params,
                                int *n_params,
                                unsigned int flags)
{
  if (params == NULL)
    return get_scheduler_parameters (domain, NULL, n_params, flags);

  return virDomainGetSchedulerParametersFlags (domain, params, n_params, flags);
}

static int
set_scheduler_parameters (virDomainPtr domain,
                          virTypedParameterPtr params,
                          int n_params,
                          unsigned int flags)
{
  return virDomainSetSchedulerParameters (domain, params, n_params);
}

/**
 * libvirt_domain_get_scheduler_parameters:
 * @self: a domain
 * @error: return location for a #GError
 *
 * Asks for the domain's share of the host's processors (blocks). Whether that is the share of the
 * running guest or the one in the definition is left to the hypervisor, in contrast to
 * libvirt_domain_get_scheduler_parameters_flags().
 *
 * Calls virDomainGetSchedulerParameters(), virDomainGetSchedulerType().
 *
 * Returns: (transfer full): weights, periods and quotas by name, of type `a{sv}`, or %NULL on
 *   failure
 *
 * Since: 1.0
 */
GVariant *
libvirt_domain_get_scheduler_parameters (LibvirtDomain *self,
                                         GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_domain_get_params (self, get_scheduler_parameters, 0, error);
}

/**
 * libvirt_domain_set_scheduler_parameters:
 * @self: a domain
 * @params: what to change of what libvirt_domain_get_scheduler_parameters() has, as `a{sv}`
 * @error: return location for a #GError
 *
 * Changes the domain's share of the host's processors (blocks), of the running guest or of the
 * definition, as the hypervisor sees fit. libvirt_domain_set_scheduler_parameters_flags() leaves
 * no doubt.
 *
 * A call that is cancelled may still have its effect. Calls virDomainSetSchedulerParameters().
 *
 * Returns: %TRUE if the share was changed
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_set_scheduler_parameters (LibvirtDomain *self,
                                         GVariant *params,
                                         GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (params != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_domain_set_params (self, set_scheduler_parameters, "DOMAIN_SCHEDULER_", params, 0,
                                    error);
}

/**
 * libvirt_domain_get_scheduler_parameters_flags:
 * @self: a domain
 * @flags: whose share: that of the guest as it runs, or that of the definition
 * @error: return location for a #GError
 *
 * Asks for the domain's share of the host's processors (blocks): a weight against other guests,
 * and how many microseconds of each period its vCPUs, its emulator and its I/O threads get.
 *
 * Calls virDomainGetSchedulerParametersFlags(), virDomainGetSchedulerType().
 *
 * Returns: (transfer full): what makes up the share, by name, of type `a{sv}`, or %NULL on
 *   failure
 *
 * Since: 1.0
 */
GVariant *
libvirt_domain_get_scheduler_parameters_flags (LibvirtDomain *self,
                                               LibvirtDomainModificationImpact flags,
                                               GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_domain_get_params (self, get_scheduler_parameters_flags, flags, error);
}

/**
 * libvirt_domain_set_scheduler_parameters_flags:
 * @self: a domain
 * @params: weights, periods and quotas to change, as `a{sv}`; times are in microseconds
 * @flags: whether the guest that runs, the definition, or both get the new share
 * @error: return location for a #GError
 *
 * Changes the domain's share of the host's processors (blocks). A negative quota is no limit.
 *
 * A call that is cancelled may still have its effect. Calls
 * virDomainSetSchedulerParametersFlags().
 *
 * Returns: %TRUE if the new share holds
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_set_scheduler_parameters_flags (LibvirtDomain *self,
                                               GVariant *params,
                                               LibvirtDomainModificationImpact flags,
                                               GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (params != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_domain_set_params (self, virDomainSetSchedulerParametersFlags, "DOMAIN_SCHEDULER_",
                                    params, flags, error);
}
