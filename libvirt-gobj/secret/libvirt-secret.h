/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-entity.h>
#include <libvirt-gobj/libvirt-secret-enums.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_SECRET (libvirt_secret_get_type ())

LIBVIRT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (LibvirtSecret, libvirt_secret, LIBVIRT, SECRET, LibvirtEntity)

LIBVIRT_AVAILABLE_IN_1_0
LibvirtConnect *libvirt_secret_get_connection (LibvirtSecret *self);

LIBVIRT_AVAILABLE_IN_1_0
GBytes *libvirt_secret_get_uuid (LibvirtSecret *self);

LIBVIRT_AVAILABLE_IN_1_0
const char *libvirt_secret_get_uuid_string (LibvirtSecret *self);

LIBVIRT_AVAILABLE_IN_1_0
const char *libvirt_secret_get_usage_id (LibvirtSecret *self);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtSecretUsageType libvirt_secret_get_usage_type (LibvirtSecret *self);

LIBVIRT_AVAILABLE_IN_1_0
char *libvirt_secret_get_xml_desc (LibvirtSecret *self,
                                   guint flags,
                                   GError **error);

LIBVIRT_AVAILABLE_IN_1_0
GBytes *libvirt_secret_get_value (LibvirtSecret *self,
                                  guint flags,
                                  GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_secret_set_value (LibvirtSecret *self,
                                   GBytes *value,
                                   guint flags,
                                   GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_secret_undefine (LibvirtSecret *self,
                                  GError **error);

G_END_DECLS
