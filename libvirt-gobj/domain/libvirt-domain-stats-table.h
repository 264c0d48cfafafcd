/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-connect.h>
#include <libvirt-gobj/libvirt-domain-enums.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_DOMAIN_STATS_TABLE (libvirt_domain_stats_table_get_type ())

LIBVIRT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (LibvirtDomainStatsTable,
                      libvirt_domain_stats_table,
                      LIBVIRT,
                      DOMAIN_STATS_TABLE,
                      GObject)

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainStatsTable *libvirt_connect_get_domain_stats_table (LibvirtConnect                        *self,
                                                                 LibvirtDomainStatsTypes                stats,
                                                                 LibvirtConnectGetAllDomainStatsFlags   flags,
                                                                 GError                               **error);

LIBVIRT_AVAILABLE_IN_1_0
const char * const *libvirt_domain_stats_table_get_names   (LibvirtDomainStatsTable *self);

LIBVIRT_AVAILABLE_IN_1_0
char              **libvirt_domain_stats_table_list_fields (LibvirtDomainStatsTable *self);

LIBVIRT_AVAILABLE_IN_1_0
double             *libvirt_domain_stats_table_get_numbers (LibvirtDomainStatsTable *self,
                                                            const char              *field,
                                                            gsize                   *n_numbers);

G_END_DECLS
