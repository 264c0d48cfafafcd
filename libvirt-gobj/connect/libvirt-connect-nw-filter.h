/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-connect.h>
#include <libvirt-gobj/libvirt-nw-filter-binding.h>
#include <libvirt-gobj/libvirt-nw-filter.h>

G_BEGIN_DECLS

LIBVIRT_AVAILABLE_IN_1_0
LibvirtNWFilter *libvirt_connect_lookup_nw_filter_by_name (LibvirtConnect *self,
                                                           const char *name,
                                                           GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtNWFilter *libvirt_connect_lookup_nw_filter_by_uuid (LibvirtConnect *self,
                                                           GBytes *uuid,
                                                           GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtNWFilter *libvirt_connect_lookup_nw_filter_by_uuid_string (LibvirtConnect *self,
                                                                  const char *uuidstr,
                                                                  GError **error);

LIBVIRT_AVAILABLE_IN_1_0
GPtrArray *libvirt_connect_list_all_nw_filters (LibvirtConnect *self,
                                                guint flags,
                                                GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtNWFilter *libvirt_connect_define_nw_filter_xml (LibvirtConnect *self,
                                                       const char *xml_desc,
                                                       GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtNWFilter *libvirt_connect_define_nw_filter_xml_flags (LibvirtConnect *self,
                                                             const char *xml_desc,
                                                             LibvirtNWFilterDefineFlags flags,
                                                             GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtNWFilterBinding *libvirt_connect_lookup_nw_filter_binding_by_port_dev (LibvirtConnect *self,
                                                                              const char *portdev,
                                                                              GError **error);

LIBVIRT_AVAILABLE_IN_1_0
GPtrArray *libvirt_connect_list_all_nw_filter_bindings (LibvirtConnect *self,
                                                        guint flags,
                                                        GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtNWFilterBinding *libvirt_connect_create_nw_filter_binding_xml (LibvirtConnect *self,
                                                                      const char *xml,
                                                                      LibvirtNWFilterBindingCreateFlags flags,
                                                                      GError **error);

G_END_DECLS
