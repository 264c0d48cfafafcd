/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "connect/libvirt-connect-list.h"

#include "connect/libvirt-connect-private.h"
#include "network/libvirt-interface-private.h"
#include "network/libvirt-network-private.h"
#include "network/libvirt-nw-filter-binding-private.h"
#include "network/libvirt-nw-filter-private.h"
#include "node/libvirt-node-device-private.h"
#include "secret/libvirt-secret-private.h"
#include "storage/libvirt-storage-pool-private.h"

/**
 * SECTION:libvirt-connect-list
 * @title: Live lists of a connection
 * @short_description: models of what there is on a host
 *
 * Of each kind of thing that a host has there is a list that stays right, to be bound to a view.
 * libvirt_connect_get_domains() gives that of the domains.
 *
 * Since: 1.0
 */

/**
 * libvirt_connect_get_interfaces:
 * @self: a connection
 *
 * Gets the live list of the interfaces of the host. The first call makes it and starts filling
 * it. To be called in the context of the connection.
 *
 * Returns: (transfer none): a #LibvirtEntityList of #LibvirtInterface, always the same
 *
 * Since: 1.0
 */
GListModel *
libvirt_connect_get_interfaces (LibvirtConnect *self)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);

  return libvirt_connect_get_list (self, &libvirt_interface_details);
}

/**
 * libvirt_connect_get_networks:
 * @self: a connection
 *
 * Gets the live list of the virtual networks of the host. The first call makes it and starts
 * filling it. To be called in the context of the connection.
 *
 * Returns: (transfer none): a #LibvirtEntityList of #LibvirtNetwork, always the same
 *
 * Since: 1.0
 */
GListModel *
libvirt_connect_get_networks (LibvirtConnect *self)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);

  return libvirt_connect_get_list (self, &libvirt_network_details);
}

/**
 * libvirt_connect_get_node_devices:
 * @self: a connection
 *
 * Gets the live list of the devices of the host. The first call makes it and starts filling it.
 * To be called in the context of the connection.
 *
 * Returns: (transfer none): a #LibvirtEntityList of #LibvirtNodeDevice, always the same
 *
 * Since: 1.0
 */
GListModel *
libvirt_connect_get_node_devices (LibvirtConnect *self)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);

  return libvirt_connect_get_list (self, &libvirt_node_device_details);
}

/**
 * libvirt_connect_get_nw_filter_bindings:
 * @self: a connection
 *
 * Gets the live list of the bindings of filters. The first call makes it and starts filling it.
 * To be called in the context of the connection.
 *
 * Returns: (transfer none): a #LibvirtEntityList of #LibvirtNWFilterBinding, always the same
 *
 * Since: 1.0
 */
GListModel *
libvirt_connect_get_nw_filter_bindings (LibvirtConnect *self)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);

  return libvirt_connect_get_list (self, &libvirt_nw_filter_binding_details);
}

/**
 * libvirt_connect_get_nw_filters:
 * @self: a connection
 *
 * Gets the live list of the network filters. The first call makes it and starts filling it. To be
 * called in the context of the connection.
 *
 * Returns: (transfer none): a #LibvirtEntityList of #LibvirtNWFilter, always the same
 *
 * Since: 1.0
 */
GListModel *
libvirt_connect_get_nw_filters (LibvirtConnect *self)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);

  return libvirt_connect_get_list (self, &libvirt_nw_filter_details);
}

/**
 * libvirt_connect_get_secrets:
 * @self: a connection
 *
 * Gets the live list of the secrets of the host. The first call makes it and starts filling it.
 * To be called in the context of the connection.
 *
 * Returns: (transfer none): a #LibvirtEntityList of #LibvirtSecret, always the same
 *
 * Since: 1.0
 */
GListModel *
libvirt_connect_get_secrets (LibvirtConnect *self)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);

  return libvirt_connect_get_list (self, &libvirt_secret_details);
}

/**
 * libvirt_connect_get_storage_pools:
 * @self: a connection
 *
 * Gets the live list of the storage pools. The first call makes it and starts filling it. To be
 * called in the context of the connection.
 *
 * Returns: (transfer none): a #LibvirtEntityList of #LibvirtStoragePool, always the same
 *
 * Since: 1.0
 */
GListModel *
libvirt_connect_get_storage_pools (LibvirtConnect *self)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);

  return libvirt_connect_get_list (self, &libvirt_storage_pool_details);
}
