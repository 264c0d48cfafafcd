/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-domain-snapshot-enums.h>
#include <libvirt-gobj/libvirt-domain.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_DOMAIN_CHECKPOINT (libvirt_domain_checkpoint_get_type ())

LIBVIRT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (LibvirtDomainCheckpoint, libvirt_domain_checkpoint, LIBVIRT, DOMAIN_CHECKPOINT, LibvirtEntity)

LIBVIRT_AVAILABLE_IN_1_0
LibvirtConnect *libvirt_domain_checkpoint_get_connection (LibvirtDomainCheckpoint *self);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomain *libvirt_domain_checkpoint_get_domain (LibvirtDomainCheckpoint *self);

LIBVIRT_AVAILABLE_IN_1_0
const char *libvirt_domain_checkpoint_get_name (LibvirtDomainCheckpoint *self);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainCheckpoint *libvirt_domain_checkpoint_peek_parent (LibvirtDomainCheckpoint *self);

LIBVIRT_AVAILABLE_IN_1_0
GListModel *libvirt_domain_checkpoint_get_children (LibvirtDomainCheckpoint *self);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainCheckpoint *libvirt_domain_checkpoint_get_parent (LibvirtDomainCheckpoint *self,
                                                               guint flags,
                                                               GError **error);

LIBVIRT_AVAILABLE_IN_1_0
GPtrArray *libvirt_domain_checkpoint_list_all_children (LibvirtDomainCheckpoint *self,
                                                        LibvirtDomainCheckpointListFlags flags,
                                                        GError **error);

LIBVIRT_AVAILABLE_IN_1_0
char *libvirt_domain_checkpoint_get_xml_desc (LibvirtDomainCheckpoint *self,
                                              LibvirtDomainCheckpointXMLFlags flags,
                                              GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_checkpoint_delete (LibvirtDomainCheckpoint *self,
                                           LibvirtDomainCheckpointDeleteFlags flags,
                                           GError **error);

G_END_DECLS
