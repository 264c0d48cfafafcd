/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "domain/libvirt-domain-vcpu.h"

#include "domain/libvirt-domain-private.h"
#include "runtime/libvirt-error-private.h"

/**
 * SECTION:libvirt-domain-vcpu
 * @title: A domain's processors
 * @short_description: how many a guest has, and how many can be plugged in
 *
 * A guest starts with a number of virtual processors, and has sockets for more up to a maximum
 * that is fixed while it runs. Processors are plugged in and out of a running guest by changing
 * their number.
 *
 * Since: 1.0
 */

/**
 * libvirt_domain_get_max_vcpus:
 * @self: a domain
 * @error: return location for a #GError
 *
 * Asks how many processors could be plugged in (blocks). For a domain that is not running, some
 * hypervisors say what they allow for its type, others fail; libvirt_domain_get_vcpus_flags() can
 * tell what its definition says.
 *
 * Calls virDomainGetMaxVcpus().
 *
 * Returns: the highest possible number, or -1 on failure
 *
 * Since: 1.0
 */
int
libvirt_domain_get_max_vcpus (LibvirtDomain *self,
                              GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), -1);
  g_return_val_if_fail (error == NULL || *error == NULL, -1);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return -1;

  return libvirt_check_count (virDomainGetMaxVcpus (handle->domain), error);
}

/**
 * libvirt_domain_get_vcpus_flags:
 * @self: a domain
 * @flags: which number: of the running guest or the stored definition, plugged in or possible
 * @error: return location for a #GError
 *
 * Asks how many processors the domain has (blocks).
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_INVALID when a running guest is asked of a domain that is
 * not running. When the guest's own system is asked, fails with
 * %LIBVIRT_ERROR_ARGUMENT_UNSUPPORTED if it has no agent for that and with
 * %LIBVIRT_ERROR_AGENT_UNRESPONSIVE if the agent keeps silent. Calls virDomainGetVcpusFlags().
 *
 * Returns: the number, or -1 on failure
 *
 * Since: 1.0
 */
int
libvirt_domain_get_vcpus_flags (LibvirtDomain *self,
                                LibvirtDomainVcpuFlags flags,
                                GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), -1);
  g_return_val_if_fail (error == NULL || *error == NULL, -1);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return -1;

  return libvirt_check_count (virDomainGetVcpusFlags (handle->domain, flags), error);
}

/**
 * libvirt_domain_set_vcpus:
 * @self: a running domain
 * @nvcpus: how many processors it is to have, 1 at least
 * @error: return location for a #GError
 *
 * Plugs processors in or out of the running guest (blocks). Its system must play its part: one
 * that is still booting may not notice, and a processor goes only when the system lets go of it.
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_INVALID on most hypervisors if the domain is not running,
 * with %LIBVIRT_ERROR_INVALID_ARG if there are not so many sockets. A call that is cancelled may
 * still have its effect. Calls virDomainSetVcpus().
 *
 * Returns: %TRUE if the hypervisor changed the number
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_set_vcpus (LibvirtDomain *self,
                          guint nvcpus,
                          GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainSetVcpus (handle->domain, nvcpus), error);
}

/**
 * libvirt_domain_set_vcpus_flags:
 * @self: a domain
 * @nvcpus: the new number, 1 at least
 * @flags: what it is the number of: of the running guest, of the stored definition, or of both;
 *   processors plugged in, or the most that can be, which only a definition can change
 * @error: return location for a #GError
 *
 * Changes the number of processors of a domain (blocks); of a running guest as
 * libvirt_domain_set_vcpus() does.
 *
 * Fails with %LIBVIRT_ERROR_INVALID_ARG if @nvcpus is more than the maximum or the flags
 * contradict each other, with %LIBVIRT_ERROR_OPERATION_INVALID when a running guest is asked of a
 * domain that is not running. A call that is cancelled may still have its effect. Calls
 * virDomainSetVcpusFlags().
 *
 * Returns: %TRUE if the number was changed
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_set_vcpus_flags (LibvirtDomain *self,
                                guint nvcpus,
                                LibvirtDomainVcpuFlags flags,
                                GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainSetVcpusFlags (handle->domain, nvcpus, flags), error);
}
