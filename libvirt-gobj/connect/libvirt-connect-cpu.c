/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "connect/libvirt-connect-cpu.h"

#include "connect/libvirt-connect-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"

/**
 * SECTION:libvirt-connect-cpu
 * @title: Models of processors
 * @short_description: can a guest's processor be had on a host, or on several?
 *
 * A guest can move between hosts only if all of them offer the processor it was started with.
 * Each host describes its own in libvirt_connect_get_capabilities(); the functions here find what
 * is common to several descriptions, and whether a host can give a guest what one asks for.
 *
 * |[<!-- language="C" -->
 * const char *const cpus[] = { cpu_of_one_host, cpu_of_another, NULL };
 * g_autofree char *common = libvirt_connect_baseline_cpu (host, cpus, 0, &error);
 * ]|
 *
 * The functions with `hypervisor` in their name take into account what the emulator can pass on
 * to guests; those without it look at the bare hardware.
 *
 * Since: 1.0
 */

/**
 * libvirt_connect_get_cpu_model_names:
 * @self: a connection
 * @arch: a processor architecture, such as "x86_64"
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Asks for the models of processors that libvirt has a name for (blocks), whether or not this
 * host or its emulator can offer them.
 *
 * Fails with %LIBVIRT_ERROR_INVALID_ARG or %LIBVIRT_ERROR_NO_SUPPORT if libvirt does not know the
 * architecture or has no models of it. Calls virConnectGetCPUModelNames().
 *
 * Returns: (transfer full) (array zero-terminated=1): the names, or %NULL on failure; an empty
 *   list means that any name is accepted
 *
 * Since: 1.0
 */
GStrv
libvirt_connect_get_cpu_model_names (LibvirtConnect *self,
                                     const char *arch,
                                     guint flags,
                                     GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  char **models = NULL;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (arch != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL ||
      !libvirt_check (virConnectGetCPUModelNames (handle->connect, arch, &models, flags), error))
    return NULL;

  return models != NULL ? libvirt_take_all_valid (models) : g_new0 (char *, 1);
}

/**
 * libvirt_connect_compare_cpu:
 * @self: a connection
 * @xml_desc: description of a processor: a cpu element of a host or of a domain
 * @flags: whether an unfit processor is an error, and whether to hold @xml_desc against libvirt's
 *   schema first
 * @error: return location for a #GError
 *
 * Asks whether the host's processor has all that the description demands (blocks). What the
 * emulator can do is left out of account; libvirt_connect_compare_hypervisor_cpu() has that.
 *
 * Fails with %LIBVIRT_ERROR_CPU_INCOMPATIBLE, and a message that names what is missing, if
 * @flags says that it should. Calls virConnectCompareCPU().
 *
 * Returns: how the host's processor compares; %LIBVIRT_CPU_COMPARE_RESULT_ERROR on failure
 *
 * Since: 1.0
 */
LibvirtCPUCompareResult
libvirt_connect_compare_cpu (LibvirtConnect *self,
                             const char *xml_desc,
                             LibvirtConnectCompareCPUFlags flags,
                             GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), LIBVIRT_CPU_COMPARE_RESULT_ERROR);
  g_return_val_if_fail (xml_desc != NULL, LIBVIRT_CPU_COMPARE_RESULT_ERROR);
  g_return_val_if_fail (error == NULL || *error == NULL, LIBVIRT_CPU_COMPARE_RESULT_ERROR);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL)
    return LIBVIRT_CPU_COMPARE_RESULT_ERROR;

  return libvirt_check_count (virConnectCompareCPU (handle->connect, xml_desc, flags), error);
}

/**
 * libvirt_connect_compare_hypervisor_cpu:
 * @self: a connection
 * @emulator: (nullable) (type filename): path on the host of the emulator that is to offer it
 * @arch: (nullable): the processor architecture that @xml_cpu is about
 * @machine: (nullable): the type of board that the guest would have
 * @virttype: (nullable): how the guest would be run: "kvm", "qemu"
 * @xml_cpu: description of a processor: a cpu element
 * @flags: whether an unfit processor is an error, and whether to hold @xml_cpu against libvirt's
 *   schema first
 * @error: return location for a #GError
 *
 * Asks whether a guest could be given all that the description demands (blocks). The host
 * chooses for each of the four that is %NULL.
 *
 * Fails with %LIBVIRT_ERROR_CPU_INCOMPATIBLE, and a message that names what is missing, if
 * @flags says that it should; with %LIBVIRT_ERROR_OPERATION_UNSUPPORTED for an architecture whose
 * processors cannot be compared. Calls virConnectCompareHypervisorCPU().
 *
 * Returns: how what can be offered compares; %LIBVIRT_CPU_COMPARE_RESULT_ERROR on failure
 *
 * Since: 1.0
 */
LibvirtCPUCompareResult
libvirt_connect_compare_hypervisor_cpu (LibvirtConnect *self,
                                        const char *emulator,
                                        const char *arch,
                                        const char *machine,
                                        const char *virttype,
                                        const char *xml_cpu,
                                        LibvirtConnectCompareCPUFlags flags,
                                        GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), LIBVIRT_CPU_COMPARE_RESULT_ERROR);
  g_return_val_if_fail (xml_cpu != NULL, LIBVIRT_CPU_COMPARE_RESULT_ERROR);
  g_return_val_if_fail (error == NULL || *error == NULL, LIBVIRT_CPU_COMPARE_RESULT_ERROR);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL)
    return LIBVIRT_CPU_COMPARE_RESULT_ERROR;

  return libvirt_check_count (virConnectCompareHypervisorCPU (handle->connect, emulator, arch,
                                                              machine, virttype, xml_cpu, flags),
                              error);
}

/**
 * libvirt_connect_baseline_cpu:
 * @self: a connection
 * @xml_cpus: (array zero-terminated=1): descriptions of processors, a cpu element each
 * @flags: how to write the result down
 * @error: return location for a #GError
 *
 * Finds the richest processor that is contained in all the given ones (blocks), so that a guest
 * that has it can move between their hosts.
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_FAILED if the processors have nothing in common, with
 * %LIBVIRT_ERROR_INVALID_ARG if there are none. Calls virConnectBaselineCPU().
 *
 * Returns: (transfer full): a cpu element that fits each of the hosts, or %NULL on failure
 *
 * Since: 1.0
 */
char *
libvirt_connect_baseline_cpu (LibvirtConnect *self,
                              const char *const *xml_cpus,
                              LibvirtConnectBaselineCPUFlags flags,
                              GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (xml_cpus != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_check_string (virConnectBaselineCPU (handle->connect, (const char **) xml_cpus,
                                                      g_strv_length ((GStrv) xml_cpus), flags),
                               error);
}

/**
 * libvirt_connect_baseline_hypervisor_cpu:
 * @self: a connection
 * @emulator: (nullable) (type filename): path on the host of the emulator to choose for
 * @arch: (nullable): the processor architecture of all of @xml_cpus
 * @machine: (nullable): the type of board to choose for
 * @virttype: (nullable): whether guests are to run on "kvm", "qemu" or something else
 * @xml_cpus: (array zero-terminated=1): descriptions of processors, a cpu element each; best the
 *   host models in libvirt_connect_get_domain_capabilities() of each host
 * @flags: what the result may have in it, and how long it may be
 * @error: return location for a #GError
 *
 * Finds the richest processor that is contained in all the given ones and that the emulator can
 * give to a guest (blocks). The host chooses for each of the four that is %NULL. A single
 * processor is cut down to what can be had on this host.
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_FAILED if nothing is left, with
 * %LIBVIRT_ERROR_OPERATION_UNSUPPORTED for an architecture whose processors cannot be compared.
 * Calls virConnectBaselineHypervisorCPU().
 *
 * Returns: (transfer full): a cpu element for domains on this host, or %NULL on failure
 *
 * Since: 1.0
 */
char *
libvirt_connect_baseline_hypervisor_cpu (LibvirtConnect *self,
                                         const char *emulator,
                                         const char *arch,
                                         const char *machine,
                                         const char *virttype,
                                         const char *const *xml_cpus,
                                         LibvirtConnectBaselineCPUFlags flags,
                                         GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (xml_cpus != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_check_string (
    virConnectBaselineHypervisorCPU (handle->connect, emulator, arch, machine, virttype,
                                     (const char **) xml_cpus,
                                     g_strv_length ((GStrv) xml_cpus), flags),
    error);
}
