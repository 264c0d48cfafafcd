/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-connect-enums.h>
#include <libvirt-gobj/libvirt-connect.h>

G_BEGIN_DECLS

LIBVIRT_AVAILABLE_IN_1_0
char *libvirt_connect_get_capabilities (LibvirtConnect  *self,
                                        GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
char *libvirt_connect_get_domain_capabilities (LibvirtConnect *self,
                                               const char *emulatorbin,
                                               const char *arch,
                                               const char *machine,
                                               const char *virttype,
                                               LibvirtConnectGetDomainCapabilitiesFlags flags,
                                               GError **error);

LIBVIRT_AVAILABLE_IN_1_0
int   libvirt_connect_get_max_vcpus (LibvirtConnect  *self,
                                     const char      *type,
                                     GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
char *libvirt_connect_get_storage_pool_capabilities (LibvirtConnect  *self,
                                                     guint            flags,
                                                     GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
char *libvirt_connect_find_storage_pool_sources (LibvirtConnect  *self,
                                                 const char      *type,
                                                 const char      *src_spec,
                                                 guint            flags,
                                                 GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
char *libvirt_connect_domain_xml_from_native (LibvirtConnect  *self,
                                              const char      *native_format,
                                              const char      *native_config,
                                              guint            flags,
                                              GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
char *libvirt_connect_domain_xml_to_native (LibvirtConnect  *self,
                                            const char      *native_format,
                                            const char      *domain_xml,
                                            guint            flags,
                                            GError         **error);

G_END_DECLS
