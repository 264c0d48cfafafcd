/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-entity.h>
#include <libvirt-gobj/libvirt-network-enums.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_NETWORK_PORT (libvirt_network_port_get_type ())

LIBVIRT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (LibvirtNetworkPort, libvirt_network_port, LIBVIRT, NETWORK_PORT, LibvirtEntity)

LIBVIRT_AVAILABLE_IN_1_0
LibvirtConnect *libvirt_network_port_get_connection (LibvirtNetworkPort *self);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtNetwork *libvirt_network_port_get_network (LibvirtNetworkPort *self);

LIBVIRT_AVAILABLE_IN_1_0
GBytes *libvirt_network_port_get_uuid (LibvirtNetworkPort *self);

LIBVIRT_AVAILABLE_IN_1_0
const char *libvirt_network_port_get_uuid_string (LibvirtNetworkPort *self);

LIBVIRT_AVAILABLE_IN_1_0
char *libvirt_network_port_get_xml_desc (LibvirtNetworkPort *self,
                                         guint flags,
                                         GError **error);

LIBVIRT_AVAILABLE_IN_1_0
GVariant *libvirt_network_port_get_parameters (LibvirtNetworkPort *self,
                                               guint flags,
                                               GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_network_port_set_parameters (LibvirtNetworkPort *self,
                                              GVariant *params,
                                              guint flags,
                                              GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_network_port_delete (LibvirtNetworkPort *self,
                                      guint flags,
                                      GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtNetworkPort *libvirt_network_create_port_xml (LibvirtNetwork *self,
                                                     const char *xmldesc,
                                                     LibvirtNetworkPortCreateFlags flags,
                                                     GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtNetworkPort *libvirt_network_lookup_port_by_uuid (LibvirtNetwork *self,
                                                         GBytes *uuid,
                                                         GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtNetworkPort *libvirt_network_lookup_port_by_uuid_string (LibvirtNetwork *self,
                                                                const char *uuidstr,
                                                                GError **error);

LIBVIRT_AVAILABLE_IN_1_0
GPtrArray *libvirt_network_list_all_ports (LibvirtNetwork *self,
                                           guint flags,
                                           GError **error);

LIBVIRT_AVAILABLE_IN_1_0
GListModel *libvirt_network_get_ports (LibvirtNetwork *self);

G_END_DECLS
