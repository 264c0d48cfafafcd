/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_ADMIN_INSIDE) && !defined (LIBVIRT_GOBJ_ADMIN_COMPILATION)
#error "Only <libvirt-gobj-admin/libvirt-gobj-admin.h> can be included directly."
#endif

#include <libvirt-gobj-admin/libvirt-admin-enums.h>

G_BEGIN_DECLS

LIBVIRT_AVAILABLE_IN_1_0
char *libvirt_admin_connect_get_logging_filters (LibvirtAdminConnect  *self,
                                                 guint                 flags,
                                                 GError              **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_admin_connect_set_logging_filters (LibvirtAdminConnect  *self,
                                                    const char           *filters,
                                                    guint                 flags,
                                                    GError              **error);

LIBVIRT_AVAILABLE_IN_1_0
char *libvirt_admin_connect_get_logging_outputs (LibvirtAdminConnect  *self,
                                                 guint                 flags,
                                                 GError              **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_admin_connect_set_logging_outputs (LibvirtAdminConnect  *self,
                                                    const char           *outputs,
                                                    guint                 flags,
                                                    GError              **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_admin_connect_set_daemon_timeout (LibvirtAdminConnect  *self,
                                                   guint                 timeout,
                                                   guint                 flags,
                                                   GError              **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_admin_connect_daemon_shutdown (LibvirtAdminConnect                    *self,
                                                LibvirtAdminConnectDaemonShutdownFlags  flags,
                                                GError                                **error);

G_END_DECLS
