/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-connect.h>
#include <libvirt-gobj/libvirt-secret.h>

G_BEGIN_DECLS

LIBVIRT_AVAILABLE_IN_1_0
LibvirtSecret *libvirt_connect_lookup_secret_by_uuid (LibvirtConnect *self,
                                                      GBytes *uuid,
                                                      GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtSecret *libvirt_connect_lookup_secret_by_uuid_string (LibvirtConnect *self,
                                                             const char *uuidstr,
                                                             GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtSecret *libvirt_connect_lookup_secret_by_usage (LibvirtConnect *self,
                                                       LibvirtSecretUsageType usage_type,
                                                       const char *usage_id,
                                                       GError **error);

LIBVIRT_AVAILABLE_IN_1_0
GPtrArray *libvirt_connect_list_all_secrets (LibvirtConnect *self,
                                             LibvirtConnectListAllSecretsFlags flags,
                                             GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtSecret *libvirt_connect_define_secret_xml (LibvirtConnect *self,
                                                  const char *xml,
                                                  LibvirtSecretDefineFlags flags,
                                                  GError **error);

G_END_DECLS
