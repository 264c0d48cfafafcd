/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-storage-enums.h>
#include <libvirt-gobj/libvirt-types.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_STORAGE_VOL_INFO (libvirt_storage_vol_info_get_type ())

typedef struct _LibvirtStorageVolInfo LibvirtStorageVolInfo;

/**
 * LibvirtStorageVolInfo:
 * @type: what the volume is to its host
 * @capacity: the size that a guest sees, in bytes
 * @allocation: how much that takes of the pool, in bytes
 *
 * How large a volume is, as libvirt_storage_vol_get_info() got it.
 *
 * Mirrors virStorageVolInfo.
 *
 * Since: 1.0
 */
struct _LibvirtStorageVolInfo
{
  LibvirtStorageVolType type;
  guint64 capacity;
  guint64 allocation;
};

LIBVIRT_AVAILABLE_IN_1_0
GType libvirt_storage_vol_info_get_type (void) G_GNUC_CONST;

LIBVIRT_AVAILABLE_IN_1_0
LibvirtStorageVolInfo *libvirt_storage_vol_info_new (void);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtStorageVolInfo *libvirt_storage_vol_info_copy (const LibvirtStorageVolInfo *self);

LIBVIRT_AVAILABLE_IN_1_0
void libvirt_storage_vol_info_free (LibvirtStorageVolInfo *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LibvirtStorageVolInfo, libvirt_storage_vol_info_free)

G_END_DECLS
