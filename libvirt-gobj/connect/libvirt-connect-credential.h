/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-connect-enums.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_CONNECT_CREDENTIAL (libvirt_connect_credential_get_type ())

LIBVIRT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (LibvirtConnectCredential, libvirt_connect_credential,
                      LIBVIRT, CONNECT_CREDENTIAL, GObject)

LIBVIRT_AVAILABLE_IN_1_0
LibvirtConnectCredentialType libvirt_connect_credential_get_credential_type
                                                    (LibvirtConnectCredential *self);

LIBVIRT_AVAILABLE_IN_1_0
const char *libvirt_connect_credential_get_prompt   (LibvirtConnectCredential *self);

LIBVIRT_AVAILABLE_IN_1_0
const char *libvirt_connect_credential_get_challenge
                                                    (LibvirtConnectCredential *self);

LIBVIRT_AVAILABLE_IN_1_0
const char *libvirt_connect_credential_get_defresult
                                                    (LibvirtConnectCredential *self);

LIBVIRT_AVAILABLE_IN_1_0
const char *libvirt_connect_credential_get_result   (LibvirtConnectCredential *self);

LIBVIRT_AVAILABLE_IN_1_0
void        libvirt_connect_credential_set_result   (LibvirtConnectCredential *self,
                                                     const char               *result);

G_END_DECLS
