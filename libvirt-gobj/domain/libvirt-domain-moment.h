/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-domain-checkpoint.h>
#include <libvirt-gobj/libvirt-domain-snapshot.h>

G_BEGIN_DECLS

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainSnapshot *libvirt_domain_create_snapshot_xml (LibvirtDomain *self,
                                                           const char *xml_desc,
                                                           LibvirtDomainSnapshotCreateFlags flags,
                                                           GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainSnapshot *libvirt_domain_lookup_snapshot_by_name (LibvirtDomain *self,
                                                               const char *name,
                                                               guint flags,
                                                               GError **error);

LIBVIRT_AVAILABLE_IN_1_0
GPtrArray *libvirt_domain_list_all_snapshots (LibvirtDomain *self,
                                              LibvirtDomainSnapshotListFlags flags,
                                              GError **error);

LIBVIRT_AVAILABLE_IN_1_0
GListModel *libvirt_domain_get_snapshots (LibvirtDomain *self);

LIBVIRT_AVAILABLE_IN_1_0
GListModel *libvirt_domain_get_root_snapshots (LibvirtDomain *self);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainCheckpoint *libvirt_domain_create_checkpoint_xml (LibvirtDomain *self,
                                                               const char *xml_desc,
                                                               LibvirtDomainCheckpointCreateFlags flags,
                                                               GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainCheckpoint *libvirt_domain_lookup_checkpoint_by_name (LibvirtDomain *self,
                                                                   const char *name,
                                                                   guint flags,
                                                                   GError **error);

LIBVIRT_AVAILABLE_IN_1_0
GPtrArray *libvirt_domain_list_all_checkpoints (LibvirtDomain *self,
                                                LibvirtDomainCheckpointListFlags flags,
                                                GError **error);

LIBVIRT_AVAILABLE_IN_1_0
GListModel *libvirt_domain_get_checkpoints (LibvirtDomain *self);

LIBVIRT_AVAILABLE_IN_1_0
GListModel *libvirt_domain_get_root_checkpoints (LibvirtDomain *self);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_has_current_snapshot (LibvirtDomain *self,
                                              guint flags,
                                              GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainSnapshot *libvirt_domain_current_snapshot (LibvirtDomain *self,
                                                        guint flags,
                                                        GError **error);

LIBVIRT_AVAILABLE_IN_1_0
int libvirt_domain_snapshot_num (LibvirtDomain *self,
                                 LibvirtDomainSnapshotListFlags flags,
                                 GError **error);

LIBVIRT_AVAILABLE_IN_1_0
GStrv libvirt_domain_snapshot_list_names (LibvirtDomain *self,
                                          LibvirtDomainSnapshotListFlags flags,
                                          GError **error);

G_END_DECLS
