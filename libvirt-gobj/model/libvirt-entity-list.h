/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-types.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_ENTITY_LIST (libvirt_entity_list_get_type ())

LIBVIRT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (LibvirtEntityList, libvirt_entity_list, LIBVIRT, ENTITY_LIST, GObject)

LIBVIRT_AVAILABLE_IN_1_0
gboolean      libvirt_entity_list_get_loading (LibvirtEntityList  *self);

LIBVIRT_AVAILABLE_IN_1_0
const GError *libvirt_entity_list_get_error   (LibvirtEntityList  *self);

LIBVIRT_AVAILABLE_IN_1_0
guint         libvirt_entity_list_get_interval (LibvirtEntityList *self);

LIBVIRT_AVAILABLE_IN_1_0
void          libvirt_entity_list_set_interval (LibvirtEntityList *self,
                                                guint              interval);

LIBVIRT_AVAILABLE_IN_1_0
gboolean      libvirt_entity_list_refresh     (LibvirtEntityList  *self,
                                               GError            **error);

G_END_DECLS
