/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-connect.h>
#include <libvirt-gobj/libvirt-node-device.h>

G_BEGIN_DECLS

LIBVIRT_AVAILABLE_IN_1_0
LibvirtNodeDevice *libvirt_connect_lookup_node_device_by_name (LibvirtConnect *self,
                                                               const char *name,
                                                               GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtNodeDevice *libvirt_connect_lookup_node_device_scsi_host_by_wwn (LibvirtConnect *self,
                                                                        const char *wwnn,
                                                                        const char *wwpn,
                                                                        guint flags,
                                                                        GError **error);

LIBVIRT_AVAILABLE_IN_1_0
GPtrArray *libvirt_connect_list_all_node_devices (LibvirtConnect *self,
                                                  LibvirtConnectListAllNodeDeviceFlags flags,
                                                  GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtNodeDevice *libvirt_connect_define_node_device_xml (LibvirtConnect *self,
                                                           const char *xml_desc,
                                                           LibvirtNodeDeviceDefineXMLFlags flags,
                                                           GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtNodeDevice *libvirt_connect_create_node_device_xml (LibvirtConnect *self,
                                                           const char *xml_desc,
                                                           LibvirtNodeDeviceCreateXMLFlags flags,
                                                           GError **error);

G_END_DECLS
