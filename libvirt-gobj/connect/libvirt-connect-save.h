/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-connect.h>
#include <libvirt-gobj/libvirt-domain-enums.h>

G_BEGIN_DECLS

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_connect_domain_restore                 (LibvirtConnect                 *self,
                                                         const char                     *path,
                                                         GError                        **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_connect_domain_restore_flags           (LibvirtConnect                 *self,
                                                         const char                     *path,
                                                         const char                     *dxml,
                                                         LibvirtDomainSaveRestoreFlags   flags,
                                                         GError                        **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_connect_domain_restore_params          (LibvirtConnect                 *self,
                                                         GVariant                       *params,
                                                         LibvirtDomainSaveRestoreFlags   flags,
                                                         GError                        **error);

LIBVIRT_AVAILABLE_IN_1_0
char    *libvirt_connect_domain_save_image_get_xml_desc (LibvirtConnect                 *self,
                                                         const char                     *file,
                                                         LibvirtDomainSaveImageXMLFlags  flags,
                                                         GError                        **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_connect_domain_save_image_define_xml   (LibvirtConnect                 *self,
                                                         const char                     *file,
                                                         const char                     *dxml,
                                                         LibvirtDomainSaveRestoreFlags   flags,
                                                         GError                        **error);

G_END_DECLS
