/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-domain-enums.h>
#include <libvirt-gobj/libvirt-domain.h>

G_BEGIN_DECLS

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_attach_device       (LibvirtDomain                   *self,
                                             const char                      *xml,
                                             GError                         **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_attach_device_flags (LibvirtDomain                   *self,
                                             const char                      *xml,
                                             LibvirtDomainDeviceModifyFlags   flags,
                                             GError                         **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_detach_device       (LibvirtDomain                   *self,
                                             const char                      *xml,
                                             GError                         **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_detach_device_flags (LibvirtDomain                   *self,
                                             const char                      *xml,
                                             LibvirtDomainDeviceModifyFlags   flags,
                                             GError                         **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_detach_device_alias (LibvirtDomain                   *self,
                                             const char                      *alias,
                                             LibvirtDomainDeviceModifyFlags   flags,
                                             GError                         **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_update_device_flags (LibvirtDomain                   *self,
                                             const char                      *xml,
                                             LibvirtDomainDeviceModifyFlags   flags,
                                             GError                         **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_announce_interface  (LibvirtDomain                   *self,
                                             const char                      *device,
                                             GVariant                        *params,
                                             guint                            flags,
                                             GError                         **error);

G_END_DECLS
