/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-entity.h>
#include <libvirt-gobj/libvirt-node-device-enums.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_NODE_DEVICE (libvirt_node_device_get_type ())

LIBVIRT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (LibvirtNodeDevice, libvirt_node_device, LIBVIRT, NODE_DEVICE, LibvirtEntity)

LIBVIRT_AVAILABLE_IN_1_0
const char *libvirt_node_device_get_name (LibvirtNodeDevice *self);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_node_device_peek_active (LibvirtNodeDevice *self);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_node_device_peek_persistent (LibvirtNodeDevice *self);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_node_device_peek_autostart (LibvirtNodeDevice *self);

LIBVIRT_AVAILABLE_IN_1_0
char *libvirt_node_device_get_parent (LibvirtNodeDevice *self,
                                      GError **error);

LIBVIRT_AVAILABLE_IN_1_0
char *libvirt_node_device_get_xml_desc (LibvirtNodeDevice *self,
                                        LibvirtNodeDeviceXMLFlags flags,
                                        GError **error);

LIBVIRT_AVAILABLE_IN_1_0
int libvirt_node_device_num_of_caps (LibvirtNodeDevice *self,
                                     GError **error);

LIBVIRT_AVAILABLE_IN_1_0
GStrv libvirt_node_device_list_caps (LibvirtNodeDevice *self,
                                     GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_node_device_is_active (LibvirtNodeDevice *self,
                                        GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_node_device_is_persistent (LibvirtNodeDevice *self,
                                            GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_node_device_get_autostart (LibvirtNodeDevice *self,
                                            GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_node_device_set_autostart (LibvirtNodeDevice *self,
                                            gboolean autostart,
                                            GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_node_device_create (LibvirtNodeDevice *self,
                                     guint flags,
                                     GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_node_device_destroy (LibvirtNodeDevice *self,
                                      GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_node_device_undefine (LibvirtNodeDevice *self,
                                       guint flags,
                                       GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_node_device_dettach (LibvirtNodeDevice *self,
                                      GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_node_device_detach_flags (LibvirtNodeDevice *self,
                                           const char *driver_name,
                                           guint flags,
                                           GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_node_device_re_attach (LibvirtNodeDevice *self,
                                        GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_node_device_reset (LibvirtNodeDevice *self,
                                    GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_node_device_update (LibvirtNodeDevice *self,
                                     const char *xml_desc,
                                     LibvirtNodeDeviceUpdateFlags flags,
                                     GError **error);

G_END_DECLS
