/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_ADMIN_INSIDE) && !defined (LIBVIRT_GOBJ_ADMIN_COMPILATION)
#error "Only <libvirt-gobj-admin/libvirt-gobj-admin.h> can be included directly."
#endif

#include <libvirt-gobj-admin/libvirt-admin-types.h>

G_BEGIN_DECLS

#define LIBVIRT_ADMIN_TYPE_SERVER (libvirt_admin_server_get_type ())

LIBVIRT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (LibvirtAdminServer, libvirt_admin_server, LIBVIRT_ADMIN, SERVER, GObject)

LIBVIRT_AVAILABLE_IN_1_0
LibvirtAdminConnect *libvirt_admin_server_get_connection             (LibvirtAdminServer  *self);

LIBVIRT_AVAILABLE_IN_1_0
const char          *libvirt_admin_server_get_name                   (LibvirtAdminServer  *self);

LIBVIRT_AVAILABLE_IN_1_0
GPtrArray           *libvirt_admin_server_list_clients               (LibvirtAdminServer  *self,
                                                                      guint                flags,
                                                                      GError             **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtAdminClient  *libvirt_admin_server_lookup_client              (LibvirtAdminServer  *self,
                                                                      guint64              id,
                                                                      guint                flags,
                                                                      GError             **error);

LIBVIRT_AVAILABLE_IN_1_0
GVariant            *libvirt_admin_server_get_client_limits          (LibvirtAdminServer  *self,
                                                                      guint                flags,
                                                                      GError             **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean             libvirt_admin_server_set_client_limits          (LibvirtAdminServer  *self,
                                                                      GVariant            *params,
                                                                      guint                flags,
                                                                      GError             **error);

LIBVIRT_AVAILABLE_IN_1_0
GVariant            *libvirt_admin_server_get_thread_pool_parameters (LibvirtAdminServer  *self,
                                                                      guint                flags,
                                                                      GError             **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean             libvirt_admin_server_set_thread_pool_parameters (LibvirtAdminServer  *self,
                                                                      GVariant            *params,
                                                                      guint                flags,
                                                                      GError             **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean             libvirt_admin_server_update_tls_files           (LibvirtAdminServer  *self,
                                                                      guint                flags,
                                                                      GError             **error);

G_END_DECLS
