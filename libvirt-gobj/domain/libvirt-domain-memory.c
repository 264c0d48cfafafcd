/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "domain/libvirt-domain-memory.h"

#include "domain/libvirt-domain-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"

/**
 * SECTION:libvirt-domain-memory
 * @title: A domain's memory
 * @short_description: how much a guest has, and how much it may get
 *
 * A guest is given its maximum when it starts. If it has a balloon driver, it can be asked to
 * lend some of that to the host while it runs, and get it back.
 *
 * Since: 1.0
 */

/**
 * libvirt_domain_get_max_memory:
 * @self: a domain
 * @error: return location for a #GError
 *
 * Asks how much memory the domain can have at most (blocks): the running instance if there is
 * one, else the stored definition. What it has at the moment is in libvirt_domain_get_info().
 *
 * Calls virDomainGetMaxMemory().
 *
 * Returns: the limit in KiB, or 0 on failure
 *
 * Since: 1.0
 */
guint64
libvirt_domain_get_max_memory (LibvirtDomain *self,
                               GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  unsigned long memory;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), 0);
  g_return_val_if_fail (error == NULL || *error == NULL, 0);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return 0;

  memory = virDomainGetMaxMemory (handle->domain);
  if (memory == 0)
    libvirt_take_last_error (error);
  return memory;
}

/**
 * libvirt_domain_set_max_memory:
 * @self: a domain
 * @memory: the new limit, in KiB
 * @error: return location for a #GError
 *
 * Changes how much memory the domain can have at most (blocks). Whether that is done to the
 * running instance or to the stored definition depends on the hypervisor; most refuse it for a
 * running one. libvirt_domain_set_memory_flags() leaves no doubt.
 *
 * A call that is cancelled may still have its effect. Calls virDomainSetMaxMemory().
 *
 * Returns: %TRUE if the limit was changed
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_set_max_memory (LibvirtDomain *self,
                               guint64 memory,
                               GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!libvirt_check_long (memory, error))
    return FALSE;

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainSetMaxMemory (handle->domain, memory), error);
}

/**
 * libvirt_domain_set_memory:
 * @self: a domain
 * @memory: how much of its maximum the guest is to keep, in KiB
 * @error: return location for a #GError
 *
 * Asks a running guest to lend memory to the host, or gives some of it back (blocks). The guest
 * follows in its own time: #LibvirtDomain::event-balloon-change tells how far it got.
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_INVALID on most hypervisors if the domain is not running,
 * and if it has no balloon driver. A call that is cancelled may still have its effect. Calls
 * virDomainSetMemory().
 *
 * Returns: %TRUE if the guest was asked
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_set_memory (LibvirtDomain *self,
                           guint64 memory,
                           GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!libvirt_check_long (memory, error))
    return FALSE;

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainSetMemory (handle->domain, memory), error);
}

/**
 * libvirt_domain_set_memory_flags:
 * @self: a domain
 * @memory: new size, in KiB
 * @flags: what to change (running guest, stored definition), and whether @memory is the maximum
 * @error: return location for a #GError
 *
 * Changes the guest's memory (blocks). A running guest needs a balloon driver and keeps what it
 * cannot give back; see #LibvirtDomain::event-balloon-change for the size it really reached.
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_INVALID when a running guest is asked of a domain that is
 * not running. A call that is cancelled may still have its effect. Calls
 * virDomainSetMemoryFlags().
 *
 * Returns: %TRUE if the hypervisor accepted the change
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_set_memory_flags (LibvirtDomain *self,
                                 guint64 memory,
                                 LibvirtDomainMemoryModFlags flags,
                                 GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!libvirt_check_long (memory, error))
    return FALSE;

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainSetMemoryFlags (handle->domain, memory, flags), error);
}

/**
 * libvirt_domain_start_dirty_rate_calc:
 * @self: a running domain
 * @seconds: how long to watch the guest, from 1 to 60
 * @flags: how to find out; hypervisors differ in which ways they know
 * @error: return location for a #GError
 *
 * Has the hypervisor measure how fast the guest changes its memory (blocks until that has begun):
 * a guest that does so faster than the network can carry it is hard to move to another host. The
 * result is "dirtyrate.megabytes_per_second" among the statistics of
 * libvirt_connect_get_all_domain_stats(), once "dirtyrate.calc_status" is
 * %LIBVIRT_DOMAIN_DIRTY_RATE_STATUS_MEASURED.
 *
 * Fails with %LIBVIRT_ERROR_CONFIG_UNSUPPORTED if @seconds are too few or too many. Calls
 * virDomainStartDirtyRateCalc().
 *
 * Returns: %TRUE if it is being measured
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_start_dirty_rate_calc (LibvirtDomain *self,
                                      int seconds,
                                      LibvirtDomainDirtyRateCalcFlags flags,
                                      GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainStartDirtyRateCalc (handle->domain, seconds, flags), error);
}
