/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-connect.h>
#include <libvirt-gobj/libvirt-domain.h>

G_BEGIN_DECLS

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomain *libvirt_connect_lookup_domain_by_id          (LibvirtConnect  *self,
                                                             int              id,
                                                             GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomain *libvirt_connect_lookup_domain_by_name        (LibvirtConnect  *self,
                                                             const char      *name,
                                                             GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomain *libvirt_connect_lookup_domain_by_uuid        (LibvirtConnect  *self,
                                                             GBytes          *uuid,
                                                             GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomain *libvirt_connect_lookup_domain_by_uuid_string (LibvirtConnect  *self,
                                                             const char      *uuidstr,
                                                             GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
GPtrArray     *libvirt_connect_list_all_domains
                                  (LibvirtConnect                     *self,
                                   LibvirtConnectListAllDomainsFlags   flags,
                                   GError                            **error);

LIBVIRT_AVAILABLE_IN_1_0
int           *libvirt_connect_list_domains                 (LibvirtConnect  *self,
                                                             gsize           *n_ids,
                                                             GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
GStrv          libvirt_connect_list_defined_domains         (LibvirtConnect  *self,
                                                             GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
int            libvirt_connect_num_of_domains               (LibvirtConnect  *self,
                                                             GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
int            libvirt_connect_num_of_defined_domains       (LibvirtConnect  *self,
                                                             GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomain *libvirt_connect_define_domain_xml            (LibvirtConnect  *self,
                                                             const char      *xml,
                                                             GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomain *libvirt_connect_define_domain_xml_flags      (LibvirtConnect            *self,
                                                             const char                *xml,
                                                             LibvirtDomainDefineFlags   flags,
                                                             GError                   **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomain *libvirt_connect_create_domain_xml            (LibvirtConnect            *self,
                                                             const char                *xml_desc,
                                                             LibvirtDomainCreateFlags   flags,
                                                             GError                   **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomain *libvirt_connect_create_domain_xml_with_files (LibvirtConnect            *self,
                                                             const char                *xml_desc,
                                                             const int                 *files,
                                                             gsize                      n_files,
                                                             LibvirtDomainCreateFlags   flags,
                                                             GError                   **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomain *libvirt_connect_create_domain_linux          (LibvirtConnect            *self,
                                                             const char                *xml_desc,
                                                             guint                      flags,
                                                             GError                   **error);

G_END_DECLS
