/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-entity.h>
#include <libvirt-gobj/libvirt-storage-enums.h>
#include <libvirt-gobj/libvirt-storage-pool-info.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_STORAGE_POOL (libvirt_storage_pool_get_type ())

LIBVIRT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (LibvirtStoragePool, libvirt_storage_pool, LIBVIRT, STORAGE_POOL, LibvirtEntity)

LIBVIRT_AVAILABLE_IN_1_0
LibvirtConnect *libvirt_storage_pool_get_connection (LibvirtStoragePool *self);

LIBVIRT_AVAILABLE_IN_1_0
const char *libvirt_storage_pool_get_name (LibvirtStoragePool *self);

LIBVIRT_AVAILABLE_IN_1_0
GBytes *libvirt_storage_pool_get_uuid (LibvirtStoragePool *self);

LIBVIRT_AVAILABLE_IN_1_0
const char *libvirt_storage_pool_get_uuid_string (LibvirtStoragePool *self);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_storage_pool_peek_active (LibvirtStoragePool *self);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_storage_pool_peek_persistent (LibvirtStoragePool *self);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_storage_pool_peek_autostart (LibvirtStoragePool *self);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtStoragePoolState libvirt_storage_pool_peek_state (LibvirtStoragePool *self);

LIBVIRT_AVAILABLE_IN_1_0
GListModel *libvirt_storage_pool_get_volumes (LibvirtStoragePool *self);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_storage_pool_is_active (LibvirtStoragePool *self,
                                         GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_storage_pool_is_persistent (LibvirtStoragePool *self,
                                             GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_storage_pool_get_autostart (LibvirtStoragePool *self,
                                             GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_storage_pool_set_autostart (LibvirtStoragePool *self,
                                             gboolean autostart,
                                             GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtStoragePoolInfo *libvirt_storage_pool_get_info (LibvirtStoragePool *self,
                                                       GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_storage_pool_create (LibvirtStoragePool *self,
                                      LibvirtStoragePoolCreateFlags flags,
                                      GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_storage_pool_build (LibvirtStoragePool *self,
                                     LibvirtStoragePoolBuildFlags flags,
                                     GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_storage_pool_destroy (LibvirtStoragePool *self,
                                       GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_storage_pool_delete (LibvirtStoragePool *self,
                                      LibvirtStoragePoolDeleteFlags flags,
                                      GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_storage_pool_undefine (LibvirtStoragePool *self,
                                        GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_storage_pool_refresh (LibvirtStoragePool *self,
                                       guint flags,
                                       GError **error);

LIBVIRT_AVAILABLE_IN_1_0
char *libvirt_storage_pool_get_xml_desc (LibvirtStoragePool *self,
                                         LibvirtStorageXMLFlags flags,
                                         GError **error);

G_END_DECLS
