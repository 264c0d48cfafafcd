/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-connect.h>
#include <libvirt-gobj/libvirt-network.h>

G_BEGIN_DECLS

LIBVIRT_AVAILABLE_IN_1_0
LibvirtNetwork *libvirt_connect_lookup_network_by_name (LibvirtConnect *self,
                                                        const char *name,
                                                        GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtNetwork *libvirt_connect_lookup_network_by_uuid (LibvirtConnect *self,
                                                        GBytes *uuid,
                                                        GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtNetwork *libvirt_connect_lookup_network_by_uuid_string (LibvirtConnect *self,
                                                               const char *uuidstr,
                                                               GError **error);

LIBVIRT_AVAILABLE_IN_1_0
GPtrArray *libvirt_connect_list_all_networks (LibvirtConnect *self,
                                              LibvirtConnectListAllNetworksFlags flags,
                                              GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtNetwork *libvirt_connect_define_network_xml (LibvirtConnect *self,
                                                    const char *xml,
                                                    GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtNetwork *libvirt_connect_define_network_xml_flags (LibvirtConnect *self,
                                                          const char *xml,
                                                          LibvirtNetworkDefineFlags flags,
                                                          GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtNetwork *libvirt_connect_create_network_xml (LibvirtConnect *self,
                                                    const char *xml,
                                                    GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtNetwork *libvirt_connect_create_network_xml_flags (LibvirtConnect *self,
                                                          const char *xml,
                                                          LibvirtNetworkCreateFlags flags,
                                                          GError **error);

G_END_DECLS
