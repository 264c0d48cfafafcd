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
 * lend some of that to the host while it runs, and get it back. The same driver tells what the
 * guest does with its memory: libvirt_domain_memory_stats().
 *
 * Since: 1.0
 */

/* More kinds of figures than any libvirt has: it fills in those there are. */
#define MAX_STATS 64

G_DEFINE_BOXED_TYPE (LibvirtDomainMemoryStat,
                     libvirt_domain_memory_stat,
                     libvirt_domain_memory_stat_copy,
                     libvirt_domain_memory_stat_free)

/**
 * libvirt_domain_memory_stat_new: (constructor)
 *
 * Makes a #LibvirtDomainMemoryStat, for languages that build their own; those of guests come from
 * libvirt_domain_memory_stats().
 *
 * Returns: (transfer full): one that counts nothing known
 *
 * Since: 1.0
 */
LibvirtDomainMemoryStat *
libvirt_domain_memory_stat_new (void)
{
  LibvirtDomainMemoryStat *self = g_new0 (LibvirtDomainMemoryStat, 1);

  self->tag = LIBVIRT_DOMAIN_MEMORY_STAT_TAGS_UNKNOWN;
  return self;
}

/**
 * libvirt_domain_memory_stat_copy:
 * @self: a figure about a guest's memory
 *
 * Copies an element of what libvirt_domain_memory_stats() returned.
 *
 * Returns: (transfer full): the same figure of the same kind
 *
 * Since: 1.0
 */
LibvirtDomainMemoryStat *
libvirt_domain_memory_stat_copy (const LibvirtDomainMemoryStat *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_memdup2 (self, sizeof *self);
}

/**
 * libvirt_domain_memory_stat_free: (skip)
 * @self: a figure about a guest's memory
 *
 * Frees a figure that was copied, or stolen from a list of them.
 *
 * Since: 1.0
 */
void
libvirt_domain_memory_stat_free (LibvirtDomainMemoryStat *self)
{
  g_free (self);
}

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

/**
 * libvirt_domain_memory_stats:
 * @self: a running domain
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Asks what the guest does with its memory (blocks). Most figures are what the balloon driver in
 * the guest last reported, and missing if there is none or if it was never told to report:
 * libvirt_domain_set_memory_stats_period() does that.
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_INVALID if the domain is not running. Calls
 * virDomainMemoryStats().
 *
 * Returns: (transfer container) (element-type LibvirtDomainMemoryStat): the figures that can be
 *   had, or %NULL on failure
 *
 * Since: 1.0
 */
GPtrArray *
libvirt_domain_memory_stats (LibvirtDomain *self,
                             guint flags,
                             GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  virDomainMemoryStatStruct natives[MAX_STATS];
  GPtrArray *stats;
  int n;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  n = virDomainMemoryStats (handle->domain, natives, MAX_STATS, flags);
  if (!libvirt_check (n, error))
    return NULL;

  stats = g_ptr_array_new_full (n, (GDestroyNotify) libvirt_domain_memory_stat_free);
  for (int i = 0; i < n; i++)
    {
      LibvirtDomainMemoryStat *stat = libvirt_domain_memory_stat_new ();

      stat->tag = libvirt_enum_known (LIBVIRT_TYPE_DOMAIN_MEMORY_STAT_TAGS, natives[i].tag);
      stat->val = natives[i].val;
      g_ptr_array_add (stats, stat);
    }

  return stats;
}

/**
 * libvirt_domain_set_memory_stats_period:
 * @self: a domain
 * @period: after how many seconds the guest reports again; 0 for never
 * @flags: whether the running guest is told, its definition is changed, or both
 * @error: return location for a #GError
 *
 * Says how often the balloon driver in the guest reports what libvirt_domain_memory_stats() gets
 * (blocks).
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_INVALID if a running guest is to be told of a domain that is
 * not running, with %LIBVIRT_ERROR_INTERNAL_ERROR or %LIBVIRT_ERROR_OPERATION_INVALID if the
 * domain has no balloon. A call that is cancelled may still have its effect. Calls
 * virDomainSetMemoryStatsPeriod().
 *
 * Returns: %TRUE if the guest was told
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_set_memory_stats_period (LibvirtDomain *self,
                                        int period,
                                        LibvirtDomainMemoryModFlags flags,
                                        GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainSetMemoryStatsPeriod (handle->domain, period, flags), error);
}
