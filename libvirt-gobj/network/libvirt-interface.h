/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-entity.h>
#include <libvirt-gobj/libvirt-network-enums.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_INTERFACE (libvirt_interface_get_type ())

LIBVIRT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (LibvirtInterface, libvirt_interface, LIBVIRT, INTERFACE, LibvirtEntity)

LIBVIRT_AVAILABLE_IN_1_0
LibvirtConnect *libvirt_interface_get_connection (LibvirtInterface *self);

LIBVIRT_AVAILABLE_IN_1_0
const char *libvirt_interface_get_name (LibvirtInterface *self);

LIBVIRT_AVAILABLE_IN_1_0
const char *libvirt_interface_get_mac_string (LibvirtInterface *self);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_interface_peek_active (LibvirtInterface *self);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_interface_is_active (LibvirtInterface *self,
                                      GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_interface_create (LibvirtInterface *self,
                                   guint flags,
                                   GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_interface_destroy (LibvirtInterface *self,
                                    guint flags,
                                    GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_interface_undefine (LibvirtInterface *self,
                                     GError **error);

LIBVIRT_AVAILABLE_IN_1_0
char *libvirt_interface_get_xml_desc (LibvirtInterface *self,
                                      LibvirtInterfaceXMLFlags flags,
                                      GError **error);

G_END_DECLS
