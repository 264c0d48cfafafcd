/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "storage/libvirt-storage-pool-private.h"

/**
 * SECTION:libvirt-storage-pool-info
 * @title: LibvirtStoragePoolInfo
 * @short_description: the figures of a storage pool
 *
 * What libvirt_storage_pool_get_info() returns. The same is in properties of #LibvirtStoragePool.
 *
 * Since: 1.0
 */

G_DEFINE_BOXED_TYPE (LibvirtStoragePoolInfo,
                     libvirt_storage_pool_info,
                     libvirt_storage_pool_info_copy,
                     libvirt_storage_pool_info_free)

/**
 * libvirt_storage_pool_info_new: (constructor)
 *
 * Makes an empty #LibvirtStoragePoolInfo, for languages that build their own.
 *
 * Returns: (transfer full): a #LibvirtStoragePoolInfo with all figures 0
 *
 * Since: 1.0
 */
LibvirtStoragePoolInfo *
libvirt_storage_pool_info_new (void)
{
  return g_new0 (LibvirtStoragePoolInfo, 1);
}

/**
 * libvirt_storage_pool_info_copy:
 * @self: figures to copy
 *
 * Copies a #LibvirtStoragePoolInfo.
 *
 * Returns: (transfer full): an equal #LibvirtStoragePoolInfo
 *
 * Since: 1.0
 */
LibvirtStoragePoolInfo *
libvirt_storage_pool_info_copy (const LibvirtStoragePoolInfo *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_memdup2 (self, sizeof *self);
}

/**
 * libvirt_storage_pool_info_free: (skip)
 * @self: figures that are not needed any more
 *
 * Frees a #LibvirtStoragePoolInfo.
 *
 * Since: 1.0
 */
void
libvirt_storage_pool_info_free (LibvirtStoragePoolInfo *self)
{
  g_free (self);
}
