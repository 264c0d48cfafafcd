/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "runtime/libvirt-native-private.h"

#include <libvirt-gobj/libvirt-gobj-native.h>

#include "runtime/libvirt-error-private.h"

/*
 * Native pointers of what belongs to a connection. One object stands for each thing on the host, so
 * the way back is a lookup by what tells it from others.
 */

gpointer
libvirt_entity_ref_native (LibvirtEntity *self,
                           LibvirtRefNative ref,
                           GError **error)
{
  g_autoptr (LibvirtHandle) handle = libvirt_entity_hold (self, error);

  return handle != NULL && libvirt_check (ref (handle->native), error) ? handle->native : NULL;
}

/**
 * libvirt_domain_snapshot_get_native: (skip)
 * @self: a snapshot
 * @error: return location for a #GError
 *
 * Gets what libvirt itself knows a snapshot by.
 *
 * Calls virDomainSnapshotRef().
 *
 * Returns: (transfer full): a reference to be given back with virDomainSnapshotFree(), or %NULL if
 *   the connection is closed
 *
 * Since: 1.0
 */
virDomainSnapshotPtr
libvirt_domain_snapshot_get_native (LibvirtDomainSnapshot *self,
                                    GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN_SNAPSHOT (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_entity_ref_native (LIBVIRT_ENTITY (self),
                                    (LibvirtRefNative) virDomainSnapshotRef, error);
}

/**
 * libvirt_domain_snapshot_new_from_native: (skip)
 * @connection: the connection that @native was found on
 * @native: a snapshot, as libvirt has it
 * @error: return location for a #GError
 *
 * Gets the object for a snapshot that the program has found with libvirt itself (blocks).
 * The domain is looked up first, then the name among its snapshots.
 *
 * Calls virDomainSnapshotGetDomain() and virDomainSnapshotLookupByName().
 *
 * Returns: (transfer full): the snapshot as an object, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtDomainSnapshot *
libvirt_domain_snapshot_new_from_native (LibvirtConnect *connection,
                                         virDomainSnapshotPtr native,
                                         GError **error)
{
  g_autoptr (LibvirtDomain) domain = NULL;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (connection), NULL);
  g_return_val_if_fail (native != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  domain = libvirt_domain_new_from_native (connection, virDomainSnapshotGetDomain (native),
                                           error);
  return domain != NULL
           ? libvirt_domain_lookup_snapshot_by_name (domain,
                                                     virDomainSnapshotGetName (native), 0, error)
           : NULL;
}

/**
 * libvirt_domain_checkpoint_get_native: (skip)
 * @self: a checkpoint
 * @error: return location for a #GError
 *
 * Gets libvirt's pointer for a checkpoint, for functions of libvirt's that come later than
 * this library.
 *
 * Calls virDomainCheckpointRef().
 *
 * Returns: (transfer full): a reference to be given back with virDomainCheckpointFree(), or %NULL
 *   if the connection is closed
 *
 * Since: 1.0
 */
virDomainCheckpointPtr
libvirt_domain_checkpoint_get_native (LibvirtDomainCheckpoint *self,
                                      GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN_CHECKPOINT (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_entity_ref_native (LIBVIRT_ENTITY (self),
                                    (LibvirtRefNative) virDomainCheckpointRef, error);
}

/**
 * libvirt_domain_checkpoint_new_from_native: (skip)
 * @connection: the connection that @native was found on
 * @native: a checkpoint, as libvirt has it
 * @error: return location for a #GError
 *
 * Gets the object for a checkpoint that the program has found with libvirt itself (blocks).
 * First its domain is found, and in that the name.
 *
 * Calls virDomainCheckpointGetDomain() and virDomainCheckpointLookupByName().
 *
 * Returns: (transfer full): the checkpoint as an object, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtDomainCheckpoint *
libvirt_domain_checkpoint_new_from_native (LibvirtConnect *connection,
                                           virDomainCheckpointPtr native,
                                           GError **error)
{
  g_autoptr (LibvirtDomain) domain = NULL;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (connection), NULL);
  g_return_val_if_fail (native != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  domain = libvirt_domain_new_from_native (connection, virDomainCheckpointGetDomain (native),
                                           error);
  return domain != NULL ? libvirt_domain_lookup_checkpoint_by_name (
                            domain, virDomainCheckpointGetName (native), 0, error)
                        : NULL;
}

/**
 * libvirt_network_get_native: (skip)
 * @self: a network
 * @error: return location for a #GError
 *
 * Gets libvirt's pointer for a network; the connection cannot close before it is freed.
 *
 * Calls virNetworkRef().
 *
 * Returns: (transfer full): a reference to be given back with virNetworkFree(), or %NULL if
 *   the connection is closed
 *
 * Since: 1.0
 */
virNetworkPtr
libvirt_network_get_native (LibvirtNetwork *self,
                            GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_NETWORK (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_entity_ref_native (LIBVIRT_ENTITY (self), (LibvirtRefNative) virNetworkRef, error);
}

/**
 * libvirt_network_new_from_native: (skip)
 * @connection: the connection that @native was found on
 * @native: a network, as libvirt has it
 * @error: return location for a #GError
 *
 * Gets the object for a network that the program has found with libvirt itself (blocks).
 * Its UUID tells which one it is, whatever it is called by now.
 *
 * Calls virNetworkGetUUIDString() and virNetworkLookupByUUIDString().
 *
 * Returns: (transfer full): the one object for that network, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtNetwork *
libvirt_network_new_from_native (LibvirtConnect *connection,
                                 virNetworkPtr native,
                                 GError **error)
{
  char uuid[VIR_UUID_STRING_BUFLEN];

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (connection), NULL);
  g_return_val_if_fail (native != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!libvirt_check (virNetworkGetUUIDString (native, uuid), error))
    return NULL;

  return libvirt_connect_lookup_network_by_uuid_string (connection, uuid, error);
}

/**
 * libvirt_network_port_get_native: (skip)
 * @self: a port of a network
 * @error: return location for a #GError
 *
 * Gets the pointer that libvirt has for a port.
 *
 * Calls virNetworkPortRef().
 *
 * Returns: (transfer full): a reference to be given back with virNetworkPortFree(), or %NULL if
 *   the connection is closed
 *
 * Since: 1.0
 */
virNetworkPortPtr
libvirt_network_port_get_native (LibvirtNetworkPort *self,
                                 GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_NETWORK_PORT (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_entity_ref_native (LIBVIRT_ENTITY (self),
                                    (LibvirtRefNative) virNetworkPortRef, error);
}

/**
 * libvirt_network_port_new_from_native: (skip)
 * @connection: the connection that @native was found on
 * @native: a port of a network, as libvirt has it
 * @error: return location for a #GError
 *
 * Gets the object for a port of a network that the program has found with libvirt itself (blocks).
 * Its network is looked up first, as ports are known within one.
 *
 * Calls virNetworkPortGetNetwork(), virNetworkPortGetUUIDString() and
 * virNetworkPortLookupByUUIDString().
 *
 * Returns: (transfer full): the port as an object, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtNetworkPort *
libvirt_network_port_new_from_native (LibvirtConnect *connection,
                                      virNetworkPortPtr native,
                                      GError **error)
{
  g_autoptr (LibvirtNetwork) network = NULL;
  char uuid[VIR_UUID_STRING_BUFLEN];

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (connection), NULL);
  g_return_val_if_fail (native != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  network =
    libvirt_network_new_from_native (connection, virNetworkPortGetNetwork (native), error);
  if (network == NULL || !libvirt_check (virNetworkPortGetUUIDString (native, uuid), error))
    return NULL;

  return libvirt_network_lookup_port_by_uuid_string (network, uuid, error);
}

/**
 * libvirt_nw_filter_get_native: (skip)
 * @self: a filter
 * @error: return location for a #GError
 *
 * Gets the pointer behind a filter.
 *
 * Calls virNWFilterRef().
 *
 * Returns: (transfer full): a reference to be given back with virNWFilterFree(), or %NULL if
 *   the connection is closed
 *
 * Since: 1.0
 */
virNWFilterPtr
libvirt_nw_filter_get_native (LibvirtNWFilter *self,
                              GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_NW_FILTER (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_entity_ref_native (LIBVIRT_ENTITY (self),
                                    (LibvirtRefNative) virNWFilterRef, error);
}

/**
 * libvirt_nw_filter_new_from_native: (skip)
 * @connection: the connection that @native was found on
 * @native: a filter, as libvirt has it
 * @error: return location for a #GError
 *
 * Gets the object for a filter that the program has found with libvirt itself (blocks).
 * It may have been defined anew, under another name, since @native was found.
 *
 * Calls virNWFilterGetUUIDString() and virNWFilterLookupByUUIDString().
 *
 * Returns: (transfer full): the one object for that filter, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtNWFilter *
libvirt_nw_filter_new_from_native (LibvirtConnect *connection,
                                   virNWFilterPtr native,
                                   GError **error)
{
  char uuid[VIR_UUID_STRING_BUFLEN];

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (connection), NULL);
  g_return_val_if_fail (native != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!libvirt_check (virNWFilterGetUUIDString (native, uuid), error))
    return NULL;

  return libvirt_connect_lookup_nw_filter_by_uuid_string (connection, uuid, error);
}

/**
 * libvirt_nw_filter_binding_get_native: (skip)
 * @self: a binding of a filter
 * @error: return location for a #GError
 *
 * Gets the pointer behind the binding of a filter to a port.
 *
 * Calls virNWFilterBindingRef().
 *
 * Returns: (transfer full): a reference to be given back with virNWFilterBindingFree(), or %NULL if
 *   the connection is closed
 *
 * Since: 1.0
 */
virNWFilterBindingPtr
libvirt_nw_filter_binding_get_native (LibvirtNWFilterBinding *self,
                                      GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_NW_FILTER_BINDING (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_entity_ref_native (LIBVIRT_ENTITY (self),
                                    (LibvirtRefNative) virNWFilterBindingRef, error);
}

/**
 * libvirt_nw_filter_binding_new_from_native: (skip)
 * @connection: the connection that @native was found on
 * @native: a binding of a filter, as libvirt has it
 * @error: return location for a #GError
 *
 * Gets the object for a binding that the program has found with libvirt itself (blocks). The port
 * that it is on tells it from others.
 *
 * Calls virNWFilterBindingGetPortDev() and virNWFilterBindingLookupByPortDev().
 *
 * Returns: (transfer full): the one object for that binding, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtNWFilterBinding *
libvirt_nw_filter_binding_new_from_native (LibvirtConnect *connection,
                                           virNWFilterBindingPtr native,
                                           GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (connection), NULL);
  g_return_val_if_fail (native != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_connect_lookup_nw_filter_binding_by_port_dev (
    connection, virNWFilterBindingGetPortDev (native), error);
}

/**
 * libvirt_interface_get_native: (skip)
 * @self: an interface
 * @error: return location for a #GError
 *
 * Gets the pointer for a card or bridge of the host, as libvirt's functions want it.
 *
 * Calls virInterfaceRef().
 *
 * Returns: (transfer full): a reference to be given back with virInterfaceFree(), or %NULL if
 *   the connection is closed
 *
 * Since: 1.0
 */
virInterfacePtr
libvirt_interface_get_native (LibvirtInterface *self,
                              GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_INTERFACE (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_entity_ref_native (LIBVIRT_ENTITY (self),
                                    (LibvirtRefNative) virInterfaceRef, error);
}

/**
 * libvirt_interface_new_from_native: (skip)
 * @connection: the connection that @native was found on
 * @native: an interface, as libvirt has it
 * @error: return location for a #GError
 *
 * Gets the object for an interface that the program has found with libvirt itself (blocks).
 * One that was defined anew under that name counts as the same.
 *
 * Calls virInterfaceGetName() and virInterfaceLookupByName().
 *
 * Returns: (transfer full): the one object for that interface, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtInterface *
libvirt_interface_new_from_native (LibvirtConnect *connection,
                                   virInterfacePtr native,
                                   GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (connection), NULL);
  g_return_val_if_fail (native != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_connect_lookup_interface_by_name (connection, virInterfaceGetName (native),
                                                   error);
}

/**
 * libvirt_node_device_get_native: (skip)
 * @self: a device of the host
 * @error: return location for a #GError
 *
 * Gets what libvirt's own functions for devices take.
 *
 * Calls virNodeDeviceRef().
 *
 * Returns: (transfer full): a reference to be given back with virNodeDeviceFree(), or %NULL if
 *   the connection is closed
 *
 * Since: 1.0
 */
virNodeDevicePtr
libvirt_node_device_get_native (LibvirtNodeDevice *self,
                                GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_NODE_DEVICE (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_entity_ref_native (LIBVIRT_ENTITY (self),
                                    (LibvirtRefNative) virNodeDeviceRef, error);
}

/**
 * libvirt_node_device_new_from_native: (skip)
 * @connection: the connection that @native was found on
 * @native: a device of the host, as libvirt has it
 * @error: return location for a #GError
 *
 * Gets the object for a device of the host that the program has found with libvirt itself (blocks).
 * A name of the host stands for one device only.
 *
 * Calls virNodeDeviceGetName() and virNodeDeviceLookupByName().
 *
 * Returns: (transfer full): the one object for that device, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtNodeDevice *
libvirt_node_device_new_from_native (LibvirtConnect *connection,
                                     virNodeDevicePtr native,
                                     GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (connection), NULL);
  g_return_val_if_fail (native != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_connect_lookup_node_device_by_name (connection, virNodeDeviceGetName (native),
                                                     error);
}

/**
 * libvirt_secret_get_native: (skip)
 * @self: a secret
 * @error: return location for a #GError
 *
 * Gets the pointer for a secret, through which its value can be read.
 *
 * Calls virSecretRef().
 *
 * Returns: (transfer full): a reference to be given back with virSecretFree(), or %NULL if
 *   the connection is closed
 *
 * Since: 1.0
 */
virSecretPtr
libvirt_secret_get_native (LibvirtSecret *self,
                           GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_SECRET (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_entity_ref_native (LIBVIRT_ENTITY (self), (LibvirtRefNative) virSecretRef, error);
}

/**
 * libvirt_secret_new_from_native: (skip)
 * @connection: the connection that @native was found on
 * @native: a secret, as libvirt has it
 * @error: return location for a #GError
 *
 * Gets the object for a secret that the program has found with libvirt itself (blocks).
 * Only its UUID is looked at, not its value.
 *
 * Calls virSecretGetUUIDString() and virSecretLookupByUUIDString().
 *
 * Returns: (transfer full): the one object for that secret, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtSecret *
libvirt_secret_new_from_native (LibvirtConnect *connection,
                                virSecretPtr native,
                                GError **error)
{
  char uuid[VIR_UUID_STRING_BUFLEN];

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (connection), NULL);
  g_return_val_if_fail (native != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!libvirt_check (virSecretGetUUIDString (native, uuid), error))
    return NULL;

  return libvirt_connect_lookup_secret_by_uuid_string (connection, uuid, error);
}

/**
 * libvirt_storage_pool_get_native: (skip)
 * @self: a pool
 * @error: return location for a #GError
 *
 * Gets the pointer for a pool, as it was when the pool was last found.
 *
 * Calls virStoragePoolRef().
 *
 * Returns: (transfer full): a reference to be given back with virStoragePoolFree(), or %NULL if
 *   the connection is closed
 *
 * Since: 1.0
 */
virStoragePoolPtr
libvirt_storage_pool_get_native (LibvirtStoragePool *self,
                                 GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_STORAGE_POOL (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_entity_ref_native (LIBVIRT_ENTITY (self),
                                    (LibvirtRefNative) virStoragePoolRef, error);
}

/**
 * libvirt_storage_pool_new_from_native: (skip)
 * @connection: the connection that @native was found on
 * @native: a pool, as libvirt has it
 * @error: return location for a #GError
 *
 * Gets the object for a pool that the program has found with libvirt itself (blocks).
 * The pool is found by its UUID, running or not.
 *
 * Calls virStoragePoolGetUUIDString() and virStoragePoolLookupByUUIDString().
 *
 * Returns: (transfer full): the one object for that pool, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtStoragePool *
libvirt_storage_pool_new_from_native (LibvirtConnect *connection,
                                      virStoragePoolPtr native,
                                      GError **error)
{
  char uuid[VIR_UUID_STRING_BUFLEN];

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (connection), NULL);
  g_return_val_if_fail (native != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!libvirt_check (virStoragePoolGetUUIDString (native, uuid), error))
    return NULL;

  return libvirt_connect_lookup_storage_pool_by_uuid_string (connection, uuid, error);
}

/**
 * libvirt_storage_vol_get_native: (skip)
 * @self: a volume
 * @error: return location for a #GError
 *
 * Gets the pointer for a volume, to be used with streams of libvirt's own, say.
 *
 * Calls virStorageVolRef().
 *
 * Returns: (transfer full): a reference to be given back with virStorageVolFree(), or %NULL if
 *   the connection is closed
 *
 * Since: 1.0
 */
virStorageVolPtr
libvirt_storage_vol_get_native (LibvirtStorageVol *self,
                                GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_STORAGE_VOL (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_entity_ref_native (LIBVIRT_ENTITY (self),
                                    (LibvirtRefNative) virStorageVolRef, error);
}

/**
 * libvirt_storage_vol_new_from_native: (skip)
 * @connection: the connection that @native was found on
 * @native: a volume, as libvirt has it
 * @error: return location for a #GError
 *
 * Gets the object for a volume that the program has found with libvirt itself (blocks).
 * The pool that has it is asked for, and then for the name.
 *
 * Calls virStoragePoolLookupByVolume() and virStorageVolLookupByName().
 *
 * Returns: (transfer full): the volume as an object, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtStorageVol *
libvirt_storage_vol_new_from_native (LibvirtConnect *connection,
                                     virStorageVolPtr native,
                                     GError **error)
{
  g_autoptr (LibvirtStoragePool) pool = NULL;
  virStoragePoolPtr native_pool;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (connection), NULL);
  g_return_val_if_fail (native != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  native_pool = libvirt_check_pointer (virStoragePoolLookupByVolume (native), error);
  if (native_pool == NULL)
    return NULL;

  pool = libvirt_storage_pool_new_from_native (connection, native_pool, error);
  virStoragePoolFree (native_pool);
  return pool != NULL ? libvirt_storage_pool_lookup_volume_by_name (
                          pool, virStorageVolGetName (native), error)
                      : NULL;
}
