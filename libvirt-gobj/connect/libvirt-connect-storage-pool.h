/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-connect.h>
#include <libvirt-gobj/libvirt-storage-pool.h>
#include <libvirt-gobj/libvirt-storage-vol.h>

G_BEGIN_DECLS

LIBVIRT_AVAILABLE_IN_1_0
LibvirtStoragePool *libvirt_connect_lookup_storage_pool_by_name (LibvirtConnect *self,
                                                                 const char *name,
                                                                 GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtStoragePool *libvirt_connect_lookup_storage_pool_by_target_path (LibvirtConnect *self,
                                                                        const char *path,
                                                                        GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtStoragePool *libvirt_connect_lookup_storage_pool_by_uuid (LibvirtConnect *self,
                                                                 GBytes *uuid,
                                                                 GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtStoragePool *libvirt_connect_lookup_storage_pool_by_uuid_string (LibvirtConnect *self,
                                                                        const char *uuidstr,
                                                                        GError **error);

LIBVIRT_AVAILABLE_IN_1_0
GPtrArray *libvirt_connect_list_all_storage_pools (LibvirtConnect *self,
                                                   LibvirtConnectListAllStoragePoolsFlags flags,
                                                   GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtStoragePool *libvirt_connect_define_storage_pool_xml (LibvirtConnect *self,
                                                             const char *xml,
                                                             LibvirtStoragePoolDefineFlags flags,
                                                             GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtStoragePool *libvirt_connect_create_storage_pool_xml (LibvirtConnect *self,
                                                             const char *xml_desc,
                                                             LibvirtStoragePoolCreateFlags flags,
                                                             GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtStorageVol *libvirt_connect_lookup_volume_by_key (LibvirtConnect *self,
                                                         const char *key,
                                                         GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtStorageVol *libvirt_connect_lookup_volume_by_path (LibvirtConnect *self,
                                                          const char *path,
                                                          GError **error);

G_END_DECLS
