/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-connect-auth-request.h>
#include <libvirt-gobj/libvirt-connect.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_CONNECT_AUTH (libvirt_connect_auth_get_type ())

LIBVIRT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (LibvirtConnectAuth, libvirt_connect_auth, LIBVIRT, CONNECT_AUTH, GObject)

LIBVIRT_AVAILABLE_IN_1_0
LibvirtConnectAuth *libvirt_connect_auth_new          (const LibvirtConnectCredentialType *types,
                                                       gsize                               n_types);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtConnectAuth *libvirt_connect_auth_get_default  (void);

LIBVIRT_AVAILABLE_IN_1_0
GVariant           *libvirt_connect_auth_get_credtype (LibvirtConnectAuth *self);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtConnect     *libvirt_connect_open_auth         (const char           *name,
                                                       LibvirtConnectAuth   *auth,
                                                       LibvirtConnectFlags   flags,
                                                       GError              **error);

G_END_DECLS
