/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-domain-block-enums.h>
#include <libvirt-gobj/libvirt-domain.h>

G_BEGIN_DECLS

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_backup_begin        (LibvirtDomain                  *self,
                                             const char                     *backup_xml,
                                             const char                     *checkpoint_xml,
                                             LibvirtDomainBackupBeginFlags   flags,
                                             GError                        **error);

LIBVIRT_AVAILABLE_IN_1_0
char    *libvirt_domain_backup_get_xml_desc (LibvirtDomain                  *self,
                                             guint                           flags,
                                             GError                        **error);

G_END_DECLS
