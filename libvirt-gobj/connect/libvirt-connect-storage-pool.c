/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "connect/libvirt-connect-storage-pool.h"

#include "connect/libvirt-connect-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"
#include "storage/libvirt-storage-pool-private.h"
#include "storage/libvirt-storage-vol-private.h"

/**
 * SECTION:libvirt-connect-storage-pool
 * @title: Finding and making storage pools
 * @short_description: what a connection does with storage
 *
 * Storage pools are looked up, listed, defined and started through their connection; volumes are
 * found by where they are.
 *
 * Since: 1.0
 */

/**
 * libvirt_connect_lookup_storage_pool_by_name:
 * @self: a connection
 * @name: what the pool is called on this host
 * @error: return location for a #GError
 *
 * Finds a storage pool by its name (blocks).
 *
 * Fails with %LIBVIRT_ERROR_NO_STORAGE_POOL if there is none. Calls virStoragePoolLookupByName().
 *
 * Returns: (transfer full): the pool, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtStoragePool *
libvirt_connect_lookup_storage_pool_by_name (LibvirtConnect *self,
                                             const char *name,
                                             GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_connect_look_up (self, &libvirt_storage_pool_details,
                                  (LibvirtLookUp) virStoragePoolLookupByName, name, error);
}

/**
 * libvirt_connect_lookup_storage_pool_by_target_path:
 * @self: a connection
 * @path: a path of the host
 * @error: return location for a #GError
 *
 * Finds the storage pool whose volumes are below a path (blocks).
 *
 * Fails with %LIBVIRT_ERROR_NO_STORAGE_POOL if no pool that is started has it. Calls
 * virStoragePoolLookupByTargetPath().
 *
 * Returns: (transfer full): the pool, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtStoragePool *
libvirt_connect_lookup_storage_pool_by_target_path (LibvirtConnect *self,
                                                    const char *path,
                                                    GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_connect_look_up (self, &libvirt_storage_pool_details,
                                  (LibvirtLookUp) virStoragePoolLookupByTargetPath, path, error);
}

/**
 * libvirt_connect_lookup_storage_pool_by_uuid:
 * @self: a connection
 * @uuid: the 16 bytes of the UUID that the storage pool has
 * @error: return location for a #GError
 *
 * Finds the storage pool with that UUID (blocks).
 *
 * Fails with %LIBVIRT_ERROR_NO_STORAGE_POOL if there is none, with %LIBVIRT_ERROR_INVALID_ARG if
 * there are not 16 bytes. Calls virStoragePoolLookupByUUID().
 *
 * Returns: (transfer full): the storage pool, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtStoragePool *
libvirt_connect_lookup_storage_pool_by_uuid (LibvirtConnect *self,
                                             GBytes *uuid,
                                             GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (uuid != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_connect_look_up_uuid (self, &libvirt_storage_pool_details,
                                       (LibvirtLookUp) virStoragePoolLookupByUUID, uuid, error);
}

/**
 * libvirt_connect_lookup_storage_pool_by_uuid_string:
 * @self: a connection
 * @uuidstr: how the UUID of a storage pool is written
 * @error: return location for a #GError
 *
 * Finds a storage pool by the text of its UUID (blocks).
 *
 * Fails with %LIBVIRT_ERROR_NO_STORAGE_POOL if the host has none with it, with
 * %LIBVIRT_ERROR_INVALID_ARG if that is no UUID. Calls virStoragePoolLookupByUUIDString().
 *
 * Returns: (transfer full): the storage pool, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtStoragePool *
libvirt_connect_lookup_storage_pool_by_uuid_string (LibvirtConnect *self,
                                                    const char *uuidstr,
                                                    GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (uuidstr != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_connect_look_up (self, &libvirt_storage_pool_details,
                                  (LibvirtLookUp) virStoragePoolLookupByUUIDString, uuidstr, error);
}

/**
 * libvirt_connect_list_all_storage_pools:
 * @self: a connection
 * @flags: which pools: those that fit one flag of each group, all if there is none
 * @error: return location for a #GError
 *
 * Lists storage pools with their properties (blocks). libvirt has the figures of one pool at a
 * time: each that is new to this connection costs a few calls.
 *
 * Calls virConnectListAllStoragePools().
 *
 * Returns: (transfer container) (element-type LibvirtStoragePool): the pools in no particular
 *   order, or %NULL on failure
 *
 * Since: 1.0
 */
GPtrArray *
libvirt_connect_list_all_storage_pools (LibvirtConnect *self,
                                        LibvirtConnectListAllStoragePoolsFlags flags,
                                        GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_storage_pool_adopt_list (libvirt_connect_get_core (self), handle->connect, flags,
                                          error);
}

/**
 * libvirt_connect_define_storage_pool_xml:
 * @self: a connection
 * @xml: a pool as an XML document
 * @flags: whether to hold the pool against the schema first
 * @error: return location for a #GError
 *
 * Has the host keep the definition of a pool (blocks): a new one, or another definition of one that
 * has the UUID already. Nothing is made or started.
 *
 * Fails with %LIBVIRT_ERROR_XML_ERROR if the description is incomplete, and with
 * %LIBVIRT_ERROR_OPERATION_FAILED if a pool with another UUID has the name. Calls
 * virStoragePoolDefineXML().
 *
 * Returns: (transfer full): the storage pool, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtStoragePool *
libvirt_connect_define_storage_pool_xml (LibvirtConnect *self,
                                         const char *xml,
                                         LibvirtStoragePoolDefineFlags flags,
                                         GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  guint32 serial;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (xml != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL)
    return NULL;

  serial = libvirt_core_begin_load (libvirt_connect_get_core (self));
  return libvirt_adopt_changed (libvirt_connect_get_core (self), &libvirt_storage_pool_details,
                                NULL, virStoragePoolDefineXML (handle->connect, xml, flags),
                                serial, error);
}

/**
 * libvirt_connect_create_storage_pool_xml:
 * @self: a connection
 * @xml_desc: a description of the pool
 * @flags: whether its folder or the like is to be made
 * @error: return location for a #GError
 *
 * Starts a pool of which no definition is kept (blocks): the host forgets it when it stops.
 *
 * Calls virStoragePoolCreateXML().
 *
 * Returns: (transfer full): the storage pool, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtStoragePool *
libvirt_connect_create_storage_pool_xml (LibvirtConnect *self,
                                         const char *xml_desc,
                                         LibvirtStoragePoolCreateFlags flags,
                                         GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  guint32 serial;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (xml_desc != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL)
    return NULL;

  serial = libvirt_core_begin_load (libvirt_connect_get_core (self));
  return libvirt_adopt_changed (libvirt_connect_get_core (self), &libvirt_storage_pool_details,
                                NULL, virStoragePoolCreateXML (handle->connect, xml_desc, flags),
                                serial, error);
}

/**
 * libvirt_connect_lookup_volume_by_key:
 * @self: a connection
 * @key: what libvirt itself tells the volume by
 * @error: return location for a #GError
 *
 * Finds a volume of any pool by its key (blocks).
 *
 * Fails with %LIBVIRT_ERROR_NO_STORAGE_VOL if there is none. Calls virStorageVolLookupByKey() and
 * virStoragePoolLookupByVolume().
 *
 * Returns: (transfer full): what has that key, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtStorageVol *
libvirt_connect_lookup_volume_by_key (LibvirtConnect *self,
                                      const char *key,
                                      GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_storage_vol_adopt (libvirt_connect_get_core (self),
                                    virStorageVolLookupByKey (handle->connect, key), error);
}

/**
 * libvirt_connect_lookup_volume_by_path:
 * @self: a connection
 * @path: where the volume is on the host
 * @error: return location for a #GError
 *
 * Finds a volume of any pool that is started by its path (blocks).
 *
 * Fails with %LIBVIRT_ERROR_NO_STORAGE_VOL if there is none. Calls virStorageVolLookupByPath() and
 * virStoragePoolLookupByVolume().
 *
 * Returns: (transfer full): what has that path, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtStorageVol *
libvirt_connect_lookup_volume_by_path (LibvirtConnect *self,
                                       const char *path,
                                       GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_storage_vol_adopt (libvirt_connect_get_core (self),
                                    virStorageVolLookupByPath (handle->connect, path), error);
}
