/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-connect.h>
#include <libvirt-gobj/libvirt-domain.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_DOMAIN_STATS_RECORD (libvirt_domain_stats_record_get_type ())

typedef struct _LibvirtDomainStatsRecord LibvirtDomainStatsRecord;

/**
 * LibvirtDomainStatsRecord:
 * @dom: (nullable): whose statistics these are: the one object that the connection has for the domain,
 *   as any look-up gets it. The record holds a reference, which ends with it; whoever wants the domain
 *   for longer takes another one. %NULL in a record that a program made by itself only
 * @params: (nullable): the figures by name, of type `a{sv}`, the record's as well; %NULL likewise
 *
 * The statistics of one domain, as libvirt_connect_get_all_domain_stats() and
 * libvirt_domain_list_get_stats() got them.
 *
 * Mirrors virDomainStatsRecord.
 *
 * Since: 1.0
 */
struct _LibvirtDomainStatsRecord
{
  LibvirtDomain *dom;
  GVariant *params;
};

LIBVIRT_AVAILABLE_IN_1_0
GType libvirt_domain_stats_record_get_type (void) G_GNUC_CONST;

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainStatsRecord *libvirt_domain_stats_record_new  (void);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainStatsRecord *libvirt_domain_stats_record_copy (const LibvirtDomainStatsRecord *self);

LIBVIRT_AVAILABLE_IN_1_0
void                      libvirt_domain_stats_record_free (LibvirtDomainStatsRecord *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LibvirtDomainStatsRecord, libvirt_domain_stats_record_free)

LIBVIRT_AVAILABLE_IN_1_0
GPtrArray *libvirt_connect_get_all_domain_stats (LibvirtConnect                        *self,
                                                 LibvirtDomainStatsTypes                stats,
                                                 LibvirtConnectGetAllDomainStatsFlags   flags,
                                                 GError                               **error);

LIBVIRT_AVAILABLE_IN_1_0
GPtrArray *libvirt_domain_list_get_stats        (GPtrArray                             *doms,
                                                 LibvirtDomainStatsTypes                stats,
                                                 LibvirtConnectGetAllDomainStatsFlags   flags,
                                                 GError                               **error);

G_END_DECLS
