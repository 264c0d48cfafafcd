/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-entity.h>
#include <libvirt-gobj/libvirt-network-dhcp-lease.h>
#include <libvirt-gobj/libvirt-network-enums.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_NETWORK (libvirt_network_get_type ())

LIBVIRT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (LibvirtNetwork, libvirt_network, LIBVIRT, NETWORK, LibvirtEntity)

LIBVIRT_AVAILABLE_IN_1_0
LibvirtConnect *libvirt_network_get_connection (LibvirtNetwork *self);

LIBVIRT_AVAILABLE_IN_1_0
const char *libvirt_network_get_name (LibvirtNetwork *self);

LIBVIRT_AVAILABLE_IN_1_0
GBytes *libvirt_network_get_uuid (LibvirtNetwork *self);

LIBVIRT_AVAILABLE_IN_1_0
const char *libvirt_network_get_uuid_string (LibvirtNetwork *self);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_network_peek_active (LibvirtNetwork *self);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_network_peek_persistent (LibvirtNetwork *self);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_network_peek_autostart (LibvirtNetwork *self);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_network_is_active (LibvirtNetwork *self,
                                    GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_network_is_persistent (LibvirtNetwork *self,
                                        GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_network_get_autostart (LibvirtNetwork *self,
                                        GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_network_set_autostart (LibvirtNetwork *self,
                                        gboolean autostart,
                                        GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_network_create (LibvirtNetwork *self,
                                 GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_network_destroy (LibvirtNetwork *self,
                                  GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_network_undefine (LibvirtNetwork *self,
                                   GError **error);

LIBVIRT_AVAILABLE_IN_1_0
char *libvirt_network_get_xml_desc (LibvirtNetwork *self,
                                    LibvirtNetworkXMLFlags flags,
                                    GError **error);

LIBVIRT_AVAILABLE_IN_1_0
char *libvirt_network_get_bridge_name (LibvirtNetwork *self,
                                       GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_network_update (LibvirtNetwork *self,
                                 LibvirtNetworkUpdateCommand command,
                                 LibvirtNetworkUpdateSection section,
                                 int parent_index,
                                 const char *xml,
                                 LibvirtNetworkUpdateFlags flags,
                                 GError **error);

LIBVIRT_AVAILABLE_IN_1_0
char *libvirt_network_get_metadata (LibvirtNetwork *self,
                                    LibvirtNetworkMetadataType type,
                                    const char *uri,
                                    LibvirtNetworkUpdateFlags flags,
                                    GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_network_set_metadata (LibvirtNetwork *self,
                                       LibvirtNetworkMetadataType type,
                                       const char *metadata,
                                       const char *key,
                                       const char *uri,
                                       LibvirtNetworkUpdateFlags flags,
                                       GError **error);

LIBVIRT_AVAILABLE_IN_1_0
GPtrArray *libvirt_network_get_dhcp_leases (LibvirtNetwork *self,
                                            const char *mac,
                                            guint flags,
                                            GError **error);

LIBVIRT_AVAILABLE_IN_1_0
GListModel *libvirt_network_get_leases (LibvirtNetwork *self);

G_END_DECLS
