/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-connect-credential.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_CONNECT_AUTH_REQUEST (libvirt_connect_auth_request_get_type ())

LIBVIRT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (LibvirtConnectAuthRequest, libvirt_connect_auth_request,
                      LIBVIRT, CONNECT_AUTH_REQUEST, GObject)

LIBVIRT_AVAILABLE_IN_1_0
const char *libvirt_connect_auth_request_get_uri         (LibvirtConnectAuthRequest *self);

LIBVIRT_AVAILABLE_IN_1_0
GPtrArray  *libvirt_connect_auth_request_get_credentials (LibvirtConnectAuthRequest *self);

LIBVIRT_AVAILABLE_IN_1_0
void        libvirt_connect_auth_request_set_answer      (LibvirtConnectAuthRequest *self,
                                                          guint                      index,
                                                          const char                *text);

LIBVIRT_AVAILABLE_IN_1_0
void        libvirt_connect_auth_request_complete        (LibvirtConnectAuthRequest *self);

LIBVIRT_AVAILABLE_IN_1_0
void        libvirt_connect_auth_request_cancel          (LibvirtConnectAuthRequest *self);

G_END_DECLS
