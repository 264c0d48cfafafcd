/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "domain/libvirt-domain-stats.h"

#include "async/libvirt-async-copy-private.h"
#include "connect/libvirt-connect-enums-private.h"
#include "connect/libvirt-connect-private.h"
#include "domain/libvirt-domain-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"

/**
 * SECTION:libvirt-domain-stats
 * @title: Statistics of domains
 * @short_description: figures of one, some or all domains with a single question
 *
 * What domains use of processors, memory, disks and network. One question gets the statistics of
 * all domains of a host, which is far cheaper than to ask for each.
 *
 * |[<!-- language="C" -->
 * g_autoptr (GPtrArray) records =
 *   libvirt_connect_get_all_domain_stats (host, LIBVIRT_DOMAIN_STATS_TYPES_CPU_TOTAL,
 *                                         LIBVIRT_CONNECT_GET_ALL_DOMAIN_STATS_FLAGS_ACTIVE,
 *                                         &error);
 *
 * for (guint i = 0; records != NULL && i < records->len; i++)
 *   {
 *     LibvirtDomainStatsRecord *record = g_ptr_array_index (records, i);
 *     guint64 time;
 *
 *     if (g_variant_lookup (record->params, "cpu.time", "t", &time))
 *       g_print ("%s: %" G_GUINT64_FORMAT " ns\n", libvirt_domain_get_name (record->dom), time);
 *   }
 * ]|
 *
 * A figure's name begins with its group: "state.state", "cpu.time", "balloon.current". Where
 * there are several of something, a number follows, and a figure says how many there are:
 * "block.count" disks have "block.0.rd.bytes", "block.1.rd.bytes" and so on. Sizes are in bytes
 * except those of memory, which are in KiB, times in nanoseconds. What a hypervisor does not
 * count, or not in this state of a domain, is missing.
 *
 * Since: 1.0
 */

G_DEFINE_BOXED_TYPE (LibvirtDomainStatsRecord,
                     libvirt_domain_stats_record,
                     libvirt_domain_stats_record_copy,
                     libvirt_domain_stats_record_free)

/**
 * libvirt_domain_stats_record_new: (constructor)
 *
 * Makes a #LibvirtDomainStatsRecord of no domain, for languages that build their own; filled ones
 * come from libvirt_connect_get_all_domain_stats().
 *
 * Returns: (transfer full): one without a domain and without figures
 *
 * Since: 1.0
 */
LibvirtDomainStatsRecord *
libvirt_domain_stats_record_new (void)
{
  return g_new0 (LibvirtDomainStatsRecord, 1);
}

/**
 * libvirt_domain_stats_record_copy:
 * @self: statistics of a domain
 *
 * Copies a record: what it refers to is the same.
 *
 * Returns: (transfer full): the same figures of the same domain
 *
 * Since: 1.0
 */
LibvirtDomainStatsRecord *
libvirt_domain_stats_record_copy (const LibvirtDomainStatsRecord *self)
{
  LibvirtDomainStatsRecord *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = libvirt_domain_stats_record_new ();
  g_set_object (&copy->dom, self->dom);
  if (self->params != NULL)
    copy->params = g_variant_ref (self->params);
  return copy;
}

/**
 * libvirt_domain_stats_record_free: (skip)
 * @self: statistics of a domain
 *
 * Frees a record that was copied, or stolen from a list of them.
 *
 * Since: 1.0
 */
void
libvirt_domain_stats_record_free (LibvirtDomainStatsRecord *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->dom);
  g_clear_pointer (&self->params, g_variant_unref);
  g_free (self);
}

/* To hand a domain out that nobody knew, its state must be known. No group means all. */
static unsigned int
stats_with_state (LibvirtDomainStatsTypes stats)
{
  return stats != 0 ? stats | VIR_DOMAIN_STATS_STATE : 0;
}

/* The state of those who did not ask for it. Numbers only: there is nothing to free. */
static void
drop_state (virDomainStatsRecordPtr native)
{
  int n = 0;

  for (int i = 0; i < native->nparams; i++)
    {
      if (!g_str_has_prefix (native->params[i].field, "state."))
        native->params[n++] = native->params[i];
    }
  native->nparams = n;
}

static LibvirtDomainStatsRecord *
record_new (LibvirtDomain *domain,
            virDomainStatsRecordPtr native,
            LibvirtDomainStatsTypes stats)
{
  LibvirtDomainStatsRecord *self = libvirt_domain_stats_record_new ();

  if (stats != 0 && (stats & LIBVIRT_DOMAIN_STATS_TYPES_STATE) == 0)
    drop_state (native);

  self->dom = g_object_ref (domain);
  self->params = libvirt_typed_params_to_variant (native->params, native->nparams);
  return self;
}

/* What a statistics call returned, which is taken over; or its error. */
static GPtrArray *
take_records (LibvirtCore *core,
              virConnectPtr connect,
              virDomainStatsRecordPtr *natives,
              int n_natives,
              LibvirtDomainStatsTypes stats,
              guint32 serial,
              GError **error)
{
  g_autoptr (GPtrArray) domains = NULL;
  GPtrArray *records = NULL;

  if (!libvirt_check (n_natives, error))
    return NULL;

  domains = libvirt_domain_adopt_records (core, connect, natives, n_natives, serial, error);
  if (domains != NULL)
    {
      records = g_ptr_array_new_full (n_natives, (GDestroyNotify) libvirt_domain_stats_record_free);
      for (int i = 0; i < n_natives; i++)
        g_ptr_array_add (records, record_new (domains->pdata[i], natives[i], stats));
    }
  libvirt_domain_free_records (natives, n_natives);

  return records;
}

/* Of @doms, or of all domains if that is NULL. */
static GPtrArray *
get_stats (LibvirtCore *core,
           virDomainPtr *doms,
           LibvirtDomainStatsTypes stats,
           LibvirtConnectGetAllDomainStatsFlags flags,
           GError **error)
{
  g_autoptr (LibvirtHandle) handle = libvirt_core_hold (core, error);
  guint native_flags = libvirt_connect_get_all_domain_stats_flags_to_native (flags);
  virDomainStatsRecordPtr *natives;
  GPtrArray *records;
  guint32 serial;
  int n;

  if (handle == NULL)
    return NULL;

  serial = libvirt_core_begin_load (core);
  if (doms != NULL)
    n = virDomainListGetStats (doms, stats_with_state (stats), &natives, native_flags);
  else
    n = virConnectGetAllDomainStats (handle->connect, stats_with_state (stats), &natives,
                                     native_flags);
  records = take_records (core, handle->connect, natives, n, stats, serial, error);
  libvirt_core_end_load (core);

  return records;
}

GPtrArray *
libvirt_domain_get_all_stats (LibvirtCore *core,
                              LibvirtDomainStatsTypes stats,
                              LibvirtConnectGetAllDomainStatsFlags flags,
                              GError **error)
{
  return get_stats (core, NULL, stats, flags, error);
}

/**
 * libvirt_connect_get_all_domain_stats:
 * @self: a connection
 * @stats: which groups of figures; %LIBVIRT_DOMAIN_STATS_TYPES_NONE for all that there are
 * @flags: which domains; those that fit one flag of each group of flags have a record. Further,
 *   whether to wait for domains that are busy, and what to do about unknown groups
 * @error: return location for a #GError
 *
 * Asks for the statistics of many domains at once (blocks). Domains that were not known before
 * get their objects, as in libvirt_connect_list_all_domains().
 *
 * Fails with %LIBVIRT_ERROR_ARGUMENT_UNSUPPORTED if the hypervisor lacks one of @stats and @flags
 * says that it should. Calls virConnectGetAllDomainStats(); if there are domains that were not
 * known, also virConnectListAllDomains().
 *
 * Returns: (transfer container) (element-type LibvirtDomainStatsRecord): a record for each domain,
 *   in no particular order, or %NULL on failure
 *
 * Since: 1.0
 */
GPtrArray *
libvirt_connect_get_all_domain_stats (LibvirtConnect *self,
                                      LibvirtDomainStatsTypes stats,
                                      LibvirtConnectGetAllDomainStatsFlags flags,
                                      GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_domain_get_all_stats (libvirt_connect_get_core (self), stats, flags, error);
}

/* The native handles of some domains, with NULL behind the last one, and what keeps them. */
typedef struct
{
  GPtrArray *handles;
  GPtrArray *natives;
} Handles;

static void
handles_clear (Handles *self)
{
  g_clear_pointer (&self->handles, g_ptr_array_unref);
  g_clear_pointer (&self->natives, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Handles, handles_clear)

/* All are for one call, so they are kept without being counted as a call each. */
static gboolean
handles_add (Handles *self,
             LibvirtEntity *entity,
             GError **error)
{
  g_autoptr (LibvirtHandle) handle = libvirt_entity_hold (entity, error);

  if (handle == NULL)
    return FALSE;

  g_ptr_array_add (self->handles, libvirt_handle_ref (handle));
  g_ptr_array_add (self->natives, handle->domain);
  return TRUE;
}

static gboolean
handles_init (Handles *self,
              GPtrArray *doms,
              GError **error)
{
  self->handles = g_ptr_array_new_full (doms->len, (GDestroyNotify) libvirt_handle_unref);
  self->natives = g_ptr_array_sized_new (doms->len + 1);

  for (guint i = 0; i < doms->len; i++)
    {
      if (!handles_add (self, doms->pdata[i], error))
        return FALSE;
    }
  g_ptr_array_add (self->natives, NULL);

  return TRUE;
}

/**
 * libvirt_domain_list_get_stats:
 * @doms: (element-type LibvirtDomain): domains of one connection, at least one
 * @stats: which groups of figures are wanted; %LIBVIRT_DOMAIN_STATS_TYPES_NONE for all of them
 * @flags: whether to wait for domains that are busy, and what to do about unknown groups; flags
 *   that choose domains may be refused
 * @error: return location for a #GError
 *
 * Asks for the statistics of some domains at once (blocks). A domain that does not exist any more
 * has no record: there may be fewer than domains.
 *
 * Fails with %LIBVIRT_ERROR_INVALID_ARG if there are no domains, or domains of several
 * connections, with %LIBVIRT_ERROR_ARGUMENT_UNSUPPORTED if the hypervisor lacks one of @stats and
 * @flags says that it should. Calls virDomainListGetStats().
 *
 * Returns: (transfer container) (element-type LibvirtDomainStatsRecord): a record for each of
 *   @doms that exists, or %NULL on failure
 *
 * Since: 1.0
 */
GPtrArray *
libvirt_domain_list_get_stats (GPtrArray *doms,
                               LibvirtDomainStatsTypes stats,
                               LibvirtConnectGetAllDomainStatsFlags flags,
                               GError **error)
{
  g_auto (Handles) handles = { NULL, NULL };

  g_return_val_if_fail (libvirt_async_is_list_of (doms, LIBVIRT_TYPE_DOMAIN), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (doms->len == 0)
    {
      libvirt_set_error (error, LIBVIRT_ERROR_INVALID_ARG, "There are no domains to ask about");
      return NULL;
    }

  if (!handles_init (&handles, doms, error))
    return NULL;

  return get_stats (LIBVIRT_ENTITY (doms->pdata[0])->core,
                    (virDomainPtr *) handles.natives->pdata, stats, flags, error);
}
