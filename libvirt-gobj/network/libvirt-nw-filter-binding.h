/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-entity.h>
#include <libvirt-gobj/libvirt-network-enums.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_NW_FILTER_BINDING (libvirt_nw_filter_binding_get_type ())

LIBVIRT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (LibvirtNWFilterBinding, libvirt_nw_filter_binding, LIBVIRT, NW_FILTER_BINDING, LibvirtEntity)

LIBVIRT_AVAILABLE_IN_1_0
const char *libvirt_nw_filter_binding_get_port_dev (LibvirtNWFilterBinding *self);

LIBVIRT_AVAILABLE_IN_1_0
const char *libvirt_nw_filter_binding_get_filter_name (LibvirtNWFilterBinding *self);

LIBVIRT_AVAILABLE_IN_1_0
char *libvirt_nw_filter_binding_get_xml_desc (LibvirtNWFilterBinding *self,
                                              guint flags,
                                              GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_nw_filter_binding_delete (LibvirtNWFilterBinding *self,
                                           GError **error);

G_END_DECLS
