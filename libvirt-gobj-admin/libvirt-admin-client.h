/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_ADMIN_INSIDE) && !defined (LIBVIRT_GOBJ_ADMIN_COMPILATION)
#error "Only <libvirt-gobj-admin/libvirt-gobj-admin.h> can be included directly."
#endif

#include <libvirt-gobj-admin/libvirt-admin-enums.h>

G_BEGIN_DECLS

#define LIBVIRT_ADMIN_TYPE_CLIENT (libvirt_admin_client_get_type ())

LIBVIRT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (LibvirtAdminClient, libvirt_admin_client, LIBVIRT_ADMIN, CLIENT, GObject)

LIBVIRT_AVAILABLE_IN_1_0
LibvirtAdminServer          *libvirt_admin_client_get_server    (LibvirtAdminClient  *self);

LIBVIRT_AVAILABLE_IN_1_0
guint64                      libvirt_admin_client_get_id        (LibvirtAdminClient  *self);

LIBVIRT_AVAILABLE_IN_1_0
gint64                       libvirt_admin_client_get_timestamp (LibvirtAdminClient  *self);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtAdminClientTransport  libvirt_admin_client_get_transport (LibvirtAdminClient  *self);

LIBVIRT_AVAILABLE_IN_1_0
GVariant                    *libvirt_admin_client_get_info      (LibvirtAdminClient  *self,
                                                                 guint                flags,
                                                                 GError             **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean                     libvirt_admin_client_close         (LibvirtAdminClient  *self,
                                                                 guint                flags,
                                                                 GError             **error);

G_END_DECLS
