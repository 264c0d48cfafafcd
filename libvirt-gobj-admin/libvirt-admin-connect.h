/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_ADMIN_INSIDE) && !defined (LIBVIRT_GOBJ_ADMIN_COMPILATION)
#error "Only <libvirt-gobj-admin/libvirt-gobj-admin.h> can be included directly."
#endif

#include <libvirt-gobj-admin/libvirt-admin-enums.h>

G_BEGIN_DECLS

#define LIBVIRT_ADMIN_TYPE_CONNECT (libvirt_admin_connect_get_type ())

LIBVIRT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (LibvirtAdminConnect, libvirt_admin_connect, LIBVIRT_ADMIN, CONNECT, GObject)

LIBVIRT_AVAILABLE_IN_1_0
LibvirtAdminConnect *libvirt_admin_connect_open                (const char           *name,
                                                                LibvirtConnectFlags   flags,
                                                                GError              **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean             libvirt_admin_connect_close               (LibvirtAdminConnect  *self,
                                                                GError              **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtConnectState  libvirt_admin_connect_get_state           (LibvirtAdminConnect  *self);

LIBVIRT_AVAILABLE_IN_1_0
const char          *libvirt_admin_connect_get_uri             (LibvirtAdminConnect  *self);

LIBVIRT_AVAILABLE_IN_1_0
gboolean             libvirt_admin_connect_is_alive            (LibvirtAdminConnect  *self,
                                                                GError              **error);

LIBVIRT_AVAILABLE_IN_1_0
guint64              libvirt_admin_connect_get_lib_version     (LibvirtAdminConnect  *self,
                                                                GError              **error);

LIBVIRT_AVAILABLE_IN_1_0
GPtrArray           *libvirt_admin_connect_list_servers        (LibvirtAdminConnect  *self,
                                                                guint                 flags,
                                                                GError              **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtAdminServer  *libvirt_admin_connect_lookup_server       (LibvirtAdminConnect  *self,
                                                                const char           *name,
                                                                guint                 flags,
                                                                GError              **error);

G_END_DECLS
