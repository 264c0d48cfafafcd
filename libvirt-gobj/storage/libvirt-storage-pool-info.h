/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-storage-enums.h>
#include <libvirt-gobj/libvirt-types.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_STORAGE_POOL_INFO (libvirt_storage_pool_info_get_type ())

typedef struct _LibvirtStoragePoolInfo LibvirtStoragePoolInfo;

/**
 * LibvirtStoragePoolInfo:
 * @state: whether it could be used at that moment
 * @capacity: the size of all of it, in bytes
 * @allocation: how much of that is taken, in bytes
 * @available: how much is left, in bytes
 *
 * How full a storage pool is, as libvirt_storage_pool_get_info() got it.
 *
 * Mirrors virStoragePoolInfo.
 *
 * Since: 1.0
 */
struct _LibvirtStoragePoolInfo
{
  LibvirtStoragePoolState state;
  guint64 capacity;
  guint64 allocation;
  guint64 available;
};

LIBVIRT_AVAILABLE_IN_1_0
GType libvirt_storage_pool_info_get_type (void) G_GNUC_CONST;

LIBVIRT_AVAILABLE_IN_1_0
LibvirtStoragePoolInfo *libvirt_storage_pool_info_new (void);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtStoragePoolInfo *libvirt_storage_pool_info_copy (const LibvirtStoragePoolInfo *self);

LIBVIRT_AVAILABLE_IN_1_0
void libvirt_storage_pool_info_free (LibvirtStoragePoolInfo *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LibvirtStoragePoolInfo, libvirt_storage_pool_info_free)

G_END_DECLS
