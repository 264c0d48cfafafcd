/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-domain-enums.h>
#include <libvirt-gobj/libvirt-domain.h>

G_BEGIN_DECLS

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_save                      (LibvirtDomain                   *self,
                                                   const char                      *to,
                                                   GError                         **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_save_flags                (LibvirtDomain                   *self,
                                                   const char                      *to,
                                                   const char                      *dxml,
                                                   LibvirtDomainSaveRestoreFlags    flags,
                                                   GError                         **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_save_params               (LibvirtDomain                   *self,
                                                   GVariant                        *params,
                                                   LibvirtDomainSaveRestoreFlags    flags,
                                                   GError                         **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_managed_save              (LibvirtDomain                   *self,
                                                   LibvirtDomainSaveRestoreFlags    flags,
                                                   GError                         **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_has_managed_save_image    (LibvirtDomain                   *self,
                                                   guint                            flags,
                                                   GError                         **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_managed_save_remove       (LibvirtDomain                   *self,
                                                   guint                            flags,
                                                   GError                         **error);

LIBVIRT_AVAILABLE_IN_1_0
char    *libvirt_domain_managed_save_get_xml_desc (LibvirtDomain                   *self,
                                                   LibvirtDomainSaveImageXMLFlags   flags,
                                                   GError                         **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_managed_save_define_xml   (LibvirtDomain                   *self,
                                                   const char                      *dxml,
                                                   LibvirtDomainSaveRestoreFlags    flags,
                                                   GError                         **error);

G_END_DECLS
