/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-storage-pool.h>
#include <libvirt-gobj/libvirt-storage-vol.h>

G_BEGIN_DECLS

LIBVIRT_AVAILABLE_IN_1_0
GStrv libvirt_storage_pool_list_volumes (LibvirtStoragePool *self,
                                         GError **error);

LIBVIRT_AVAILABLE_IN_1_0
int libvirt_storage_pool_num_of_volumes (LibvirtStoragePool *self,
                                         GError **error);

LIBVIRT_AVAILABLE_IN_1_0
GPtrArray *libvirt_storage_pool_list_all_volumes (LibvirtStoragePool *self,
                                                  guint flags,
                                                  GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtStorageVol *libvirt_storage_pool_lookup_volume_by_name (LibvirtStoragePool *self,
                                                               const char *name,
                                                               GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtStorageVol *libvirt_storage_pool_create_volume_xml (LibvirtStoragePool *self,
                                                           const char *xml_desc,
                                                           LibvirtStorageVolCreateFlags flags,
                                                           GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtStorageVol *libvirt_storage_pool_create_volume_xml_from (LibvirtStoragePool *self,
                                                                const char *xml_desc,
                                                                LibvirtStorageVol *clonevol,
                                                                LibvirtStorageVolCreateFlags flags,
                                                                GError **error);

G_END_DECLS
