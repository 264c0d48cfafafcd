/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-domain-snapshot-enums.h>
#include <libvirt-gobj/libvirt-domain.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_DOMAIN_SNAPSHOT (libvirt_domain_snapshot_get_type ())

LIBVIRT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (LibvirtDomainSnapshot, libvirt_domain_snapshot, LIBVIRT, DOMAIN_SNAPSHOT, LibvirtEntity)

LIBVIRT_AVAILABLE_IN_1_0
LibvirtConnect *libvirt_domain_snapshot_get_connection (LibvirtDomainSnapshot *self);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomain *libvirt_domain_snapshot_get_domain (LibvirtDomainSnapshot *self);

LIBVIRT_AVAILABLE_IN_1_0
const char *libvirt_domain_snapshot_get_name (LibvirtDomainSnapshot *self);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainSnapshot *libvirt_domain_snapshot_peek_parent (LibvirtDomainSnapshot *self);

LIBVIRT_AVAILABLE_IN_1_0
GListModel *libvirt_domain_snapshot_get_children (LibvirtDomainSnapshot *self);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainSnapshot *libvirt_domain_snapshot_get_parent (LibvirtDomainSnapshot *self,
                                                           guint flags,
                                                           GError **error);

LIBVIRT_AVAILABLE_IN_1_0
GPtrArray *libvirt_domain_snapshot_list_all_children (LibvirtDomainSnapshot *self,
                                                      LibvirtDomainSnapshotListFlags flags,
                                                      GError **error);

LIBVIRT_AVAILABLE_IN_1_0
char *libvirt_domain_snapshot_get_xml_desc (LibvirtDomainSnapshot *self,
                                            LibvirtDomainSnapshotXMLFlags flags,
                                            GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_snapshot_is_current (LibvirtDomainSnapshot *self,
                                             guint flags,
                                             GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_snapshot_has_metadata (LibvirtDomainSnapshot *self,
                                               guint flags,
                                               GError **error);

LIBVIRT_AVAILABLE_IN_1_0
int libvirt_domain_snapshot_num_children (LibvirtDomainSnapshot *self,
                                          LibvirtDomainSnapshotListFlags flags,
                                          GError **error);

LIBVIRT_AVAILABLE_IN_1_0
GStrv libvirt_domain_snapshot_list_children_names (LibvirtDomainSnapshot *self,
                                                   LibvirtDomainSnapshotListFlags flags,
                                                   GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_snapshot_revert (LibvirtDomainSnapshot *self,
                                         LibvirtDomainSnapshotRevertFlags flags,
                                         GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_snapshot_delete (LibvirtDomainSnapshot *self,
                                         LibvirtDomainSnapshotDeleteFlags flags,
                                         GError **error);

G_END_DECLS
