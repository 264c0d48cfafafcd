/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-entity.h>
#include <libvirt-gobj/libvirt-network-enums.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_NW_FILTER (libvirt_nw_filter_get_type ())

LIBVIRT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (LibvirtNWFilter, libvirt_nw_filter, LIBVIRT, NW_FILTER, LibvirtEntity)

LIBVIRT_AVAILABLE_IN_1_0
const char *libvirt_nw_filter_get_name (LibvirtNWFilter *self);

LIBVIRT_AVAILABLE_IN_1_0
GBytes *libvirt_nw_filter_get_uuid (LibvirtNWFilter *self);

LIBVIRT_AVAILABLE_IN_1_0
const char *libvirt_nw_filter_get_uuid_string (LibvirtNWFilter *self);

LIBVIRT_AVAILABLE_IN_1_0
char *libvirt_nw_filter_get_xml_desc (LibvirtNWFilter *self,
                                      guint flags,
                                      GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_nw_filter_undefine (LibvirtNWFilter *self,
                                     GError **error);

G_END_DECLS
