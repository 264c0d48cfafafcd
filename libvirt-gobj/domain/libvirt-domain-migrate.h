/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-connect.h>
#include <libvirt-gobj/libvirt-domain-job-enums.h>
#include <libvirt-gobj/libvirt-domain.h>

G_BEGIN_DECLS

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomain *libvirt_domain_migrate3                      (LibvirtDomain              *self,
                                                             LibvirtConnect             *dconn,
                                                             GVariant                   *params,
                                                             LibvirtDomainMigrateFlags   flags,
                                                             GError                    **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomain *libvirt_domain_migrate2                      (LibvirtDomain              *self,
                                                             LibvirtConnect             *dconn,
                                                             const char                 *dxml,
                                                             LibvirtDomainMigrateFlags   flags,
                                                             const char                 *dname,
                                                             const char                 *uri,
                                                             guint64                     bandwidth,
                                                             GError                    **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomain *libvirt_domain_migrate                       (LibvirtDomain              *self,
                                                             LibvirtConnect             *dconn,
                                                             LibvirtDomainMigrateFlags   flags,
                                                             const char                 *dname,
                                                             const char                 *uri,
                                                             guint64                     bandwidth,
                                                             GError                    **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean       libvirt_domain_migrate_to_uri3               (LibvirtDomain              *self,
                                                             const char                 *dconnuri,
                                                             GVariant                   *params,
                                                             LibvirtDomainMigrateFlags   flags,
                                                             GError                    **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean       libvirt_domain_migrate_to_uri2               (LibvirtDomain              *self,
                                                             const char                 *dconnuri,
                                                             const char                 *miguri,
                                                             const char                 *dxml,
                                                             LibvirtDomainMigrateFlags   flags,
                                                             const char                 *dname,
                                                             guint64                     bandwidth,
                                                             GError                    **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean       libvirt_domain_migrate_to_uri                (LibvirtDomain              *self,
                                                             const char                 *duri,
                                                             LibvirtDomainMigrateFlags   flags,
                                                             const char                 *dname,
                                                             guint64                     bandwidth,
                                                             GError                    **error);

LIBVIRT_AVAILABLE_IN_1_0
guint64        libvirt_domain_migrate_get_compression_cache (LibvirtDomain  *self,
                                                             guint           flags,
                                                             GError        **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean       libvirt_domain_migrate_set_compression_cache (LibvirtDomain  *self,
                                                             guint64         cache_size,
                                                             guint           flags,
                                                             GError        **error);

LIBVIRT_AVAILABLE_IN_1_0
guint64        libvirt_domain_migrate_get_max_downtime      (LibvirtDomain  *self,
                                                             guint           flags,
                                                             GError        **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean       libvirt_domain_migrate_set_max_downtime      (LibvirtDomain  *self,
                                                             guint64         downtime,
                                                             guint           flags,
                                                             GError        **error);

LIBVIRT_AVAILABLE_IN_1_0
guint64        libvirt_domain_migrate_get_max_speed
                                  (LibvirtDomain                      *self,
                                   LibvirtDomainMigrateMaxSpeedFlags   flags,
                                   GError                            **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean       libvirt_domain_migrate_set_max_speed
                                  (LibvirtDomain                      *self,
                                   guint64                             bandwidth,
                                   LibvirtDomainMigrateMaxSpeedFlags   flags,
                                   GError                            **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean       libvirt_domain_migrate_start_post_copy       (LibvirtDomain  *self,
                                                             guint           flags,
                                                             GError        **error);

G_END_DECLS
