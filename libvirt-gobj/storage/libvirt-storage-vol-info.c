/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "storage/libvirt-storage-vol-private.h"

/**
 * SECTION:libvirt-storage-vol-info
 * @title: LibvirtStorageVolInfo
 * @short_description: the figures of a volume
 *
 * What libvirt_storage_vol_get_info() returns.
 *
 * Since: 1.0
 */

G_DEFINE_BOXED_TYPE (LibvirtStorageVolInfo,
                     libvirt_storage_vol_info,
                     libvirt_storage_vol_info_copy,
                     libvirt_storage_vol_info_free)

/**
 * libvirt_storage_vol_info_new: (constructor)
 *
 * Makes an empty #LibvirtStorageVolInfo, for languages that build their own.
 *
 * Returns: (transfer full): a #LibvirtStorageVolInfo with all figures 0
 *
 * Since: 1.0
 */
LibvirtStorageVolInfo *
libvirt_storage_vol_info_new (void)
{
  return g_new0 (LibvirtStorageVolInfo, 1);
}

/**
 * libvirt_storage_vol_info_copy:
 * @self: figures to copy
 *
 * Copies a #LibvirtStorageVolInfo.
 *
 * Returns: (transfer full): an equal #LibvirtStorageVolInfo
 *
 * Since: 1.0
 */
LibvirtStorageVolInfo *
libvirt_storage_vol_info_copy (const LibvirtStorageVolInfo *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_memdup2 (self, sizeof *self);
}

/**
 * libvirt_storage_vol_info_free: (skip)
 * @self: figures that are not needed any more
 *
 * Frees a #LibvirtStorageVolInfo.
 *
 * Since: 1.0
 */
void
libvirt_storage_vol_info_free (LibvirtStorageVolInfo *self)
{
  g_free (self);
}
