/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-connect.h>
#include <libvirt-gobj/libvirt-interface.h>

G_BEGIN_DECLS

LIBVIRT_AVAILABLE_IN_1_0
LibvirtInterface *libvirt_connect_lookup_interface_by_name (LibvirtConnect *self,
                                                            const char *name,
                                                            GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtInterface *libvirt_connect_lookup_interface_by_mac_string (LibvirtConnect *self,
                                                                  const char *macstr,
                                                                  GError **error);

LIBVIRT_AVAILABLE_IN_1_0
GPtrArray *libvirt_connect_list_all_interfaces (LibvirtConnect *self,
                                                LibvirtConnectListAllInterfacesFlags flags,
                                                GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtInterface *libvirt_connect_define_interface_xml (LibvirtConnect *self,
                                                        const char *xml,
                                                        LibvirtInterfaceDefineFlags flags,
                                                        GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_connect_interface_change_begin (LibvirtConnect *self,
                                                 guint flags,
                                                 GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_connect_interface_change_commit (LibvirtConnect *self,
                                                  guint flags,
                                                  GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_connect_interface_change_rollback (LibvirtConnect *self,
                                                    guint flags,
                                                    GError **error);

G_END_DECLS
