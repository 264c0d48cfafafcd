/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "storage/libvirt-storage-pool-volume.h"

#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"
#include "storage/libvirt-storage-vol-private.h"

/**
 * SECTION:libvirt-storage-pool-volume
 * @title: Finding and making volumes
 * @short_description: what a storage pool does with what is in it
 *
 * Volumes are made in a pool, from a description in libvirt's format, listed, and found by their
 * name.
 *
 * Since: 1.0
 */

/**
 * libvirt_storage_pool_list_volumes:
 * @self: a pool that is started
 * @error: return location for a #GError
 *
 * Lists the names of the volumes (blocks). What is not valid UTF-8 in one shows as U+FFFD, and a name
 * that was changed so is not found again: libvirt_storage_pool_list_all_volumes() has the volume.
 *
 * Calls virStoragePoolListVolumes() and virStoragePoolNumOfVolumes().
 *
 * Returns: (transfer full) (array zero-terminated=1): what the volumes are called, or %NULL on
 *   failure
 *
 * Since: 1.0
 */
GStrv
libvirt_storage_pool_list_volumes (LibvirtStoragePool *self,
                                   GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_STORAGE_POOL (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_check_names (handle->storage_pool, (LibvirtCountNames) virStoragePoolNumOfVolumes,
                              (LibvirtListNames) virStoragePoolListVolumes, error);
}

/**
 * libvirt_storage_pool_num_of_volumes:
 * @self: a pool that is started
 * @error: return location for a #GError
 *
 * Counts the volumes (blocks).
 *
 * Calls virStoragePoolNumOfVolumes().
 *
 * Returns: how many there are in the pool, or -1 on failure
 *
 * Since: 1.0
 */
int
libvirt_storage_pool_num_of_volumes (LibvirtStoragePool *self,
                                     GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_STORAGE_POOL (self), -1);
  g_return_val_if_fail (error == NULL || *error == NULL, -1);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return -1;

  return libvirt_check_count (virStoragePoolNumOfVolumes (handle->storage_pool), error);
}

/**
 * libvirt_storage_pool_list_all_volumes:
 * @self: a pool that is started
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Lists the volumes (blocks); #LibvirtStoragePool:volumes is a list that stays right.
 *
 * Calls virStoragePoolListAllVolumes().
 *
 * Returns: (transfer container) (element-type LibvirtStorageVol): what is in the pool, or %NULL on
 *   failure
 *
 * Since: 1.0
 */
GPtrArray *
libvirt_storage_pool_list_all_volumes (LibvirtStoragePool *self,
                                       guint flags,
                                       GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_STORAGE_POOL (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  return handle != NULL
           ? libvirt_storage_vol_adopt_list (self, handle->storage_pool, flags, error)
           : NULL;
}

/**
 * libvirt_storage_pool_lookup_volume_by_name:
 * @self: a pool that is started
 * @name: what the volume is called in this pool
 * @error: return location for a #GError
 *
 * Finds a volume by its name (blocks).
 *
 * Fails with %LIBVIRT_ERROR_NO_STORAGE_VOL if there is none. Calls virStorageVolLookupByName().
 *
 * Returns: (transfer full): the volume, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtStorageVol *
libvirt_storage_pool_lookup_volume_by_name (LibvirtStoragePool *self,
                                            const char *name,
                                            GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  LibvirtLookup lookup;

  g_return_val_if_fail (LIBVIRT_IS_STORAGE_POOL (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  libvirt_lookup_begin (&lookup, LIBVIRT_ENTITY (self)->core);
  return libvirt_lookup_end (&lookup, &libvirt_storage_vol_details, LIBVIRT_ENTITY (self),
                             virStorageVolLookupByName (handle->storage_pool, name), error);
}

static LibvirtStorageVol *
adopt_created (LibvirtStoragePool *self,
               virStorageVolPtr native,
               guint32 serial,
               GError **error)
{
  LibvirtStorageVol *volume =
    libvirt_adopt_changed (LIBVIRT_ENTITY (self)->core, &libvirt_storage_vol_details,
                           LIBVIRT_ENTITY (self), native, serial, error);

  if (volume != NULL)
    libvirt_storage_pool_ask_space (self);
  return volume;
}

/**
 * libvirt_storage_pool_create_volume_xml:
 * @self: a pool that is started
 * @xml_desc: a volume as an XML document
 * @flags: whether to take all the room at once, and to hold the description against the schema
 * @error: return location for a #GError
 *
 * Makes a volume (blocks).
 *
 * Fails with %LIBVIRT_ERROR_STORAGE_VOL_EXIST if there is one of that name. Calls
 * virStorageVolCreateXML().
 *
 * Returns: (transfer full): the new volume, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtStorageVol *
libvirt_storage_pool_create_volume_xml (LibvirtStoragePool *self,
                                        const char *xml_desc,
                                        LibvirtStorageVolCreateFlags flags,
                                        GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  guint32 serial;

  g_return_val_if_fail (LIBVIRT_IS_STORAGE_POOL (self), NULL);
  g_return_val_if_fail (xml_desc != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  serial = libvirt_core_begin_load (LIBVIRT_ENTITY (self)->core);
  return adopt_created (self, virStorageVolCreateXML (handle->storage_pool, xml_desc, flags), serial,
                        error);
}

/**
 * libvirt_storage_pool_create_volume_xml_from:
 * @self: a pool that is started
 * @xml_desc: how the copy is to be
 * @clonevol: what to copy; it may be in another pool of the host
 * @flags: whether to share what is equal where the storage can do that
 * @error: return location for a #GError
 *
 * Makes a volume that begins as a copy of another (blocks, for as long as copying takes).
 *
 * Calls virStorageVolCreateXMLFrom().
 *
 * Returns: (transfer full): the copy, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtStorageVol *
libvirt_storage_pool_create_volume_xml_from (LibvirtStoragePool *self,
                                             const char *xml_desc,
                                             LibvirtStorageVol *clonevol,
                                             LibvirtStorageVolCreateFlags flags,
                                             GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  g_autoptr (LibvirtHandle) source = NULL;
  guint32 serial;

  g_return_val_if_fail (LIBVIRT_IS_STORAGE_POOL (self), NULL);
  g_return_val_if_fail (xml_desc != NULL, NULL);
  g_return_val_if_fail (LIBVIRT_IS_STORAGE_VOL (clonevol), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  source = handle != NULL ? libvirt_entity_hold (LIBVIRT_ENTITY (clonevol), error) : NULL;
  if (source == NULL)
    return NULL;

  serial = libvirt_core_begin_load (LIBVIRT_ENTITY (self)->core);
  return adopt_created (self,
                        virStorageVolCreateXMLFrom (handle->storage_pool, xml_desc,
                                                    source->storage_vol, flags),
                        serial, error);
}
