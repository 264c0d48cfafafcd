/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj-admin/libvirt-admin-connect.h>
#include <libvirt/libvirt-admin.h>
#include "runtime/libvirt-event-private.h"
#include "runtime/libvirt-session-private.h"

G_BEGIN_DECLS

/* libvirt-admin-side.c */
extern const LibvirtSide libvirt_admin_side;

/* Listens for the end of the connection. Blocks. */
void libvirt_admin_side_register (LibvirtSession *session);

LibvirtCore *libvirt_admin_connect_get_core (LibvirtAdminConnect *self);

/* Takes @native over. @socket is what libvirt_event_watch_opening_end() said, 0 if that is
 * unknown. */
LibvirtAdminConnect *libvirt_admin_connect_new (virAdmConnectPtr native,
                                                int socket);

/* In the owner's context: libvirt says that the connection is over. */
void libvirt_admin_connect_take_closed (LibvirtAdminConnect *self,
                                        int reason);

/* libvirt-admin-server.c. For what libvirt found, which is taken over. */
LibvirtAdminServer *libvirt_admin_server_adopt (LibvirtCore *core,
                                                virAdmServerPtr native,
                                                GError **error);

/* libvirt-admin-client.c. Likewise. */
LibvirtAdminClient *libvirt_admin_client_adopt (LibvirtAdminServer *server,
                                                virAdmClientPtr native,
                                                GError **error);

G_END_DECLS
