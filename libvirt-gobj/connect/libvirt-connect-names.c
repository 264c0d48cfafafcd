/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "connect/libvirt-connect-names.h"

#include "connect/libvirt-connect-private.h"
#include "runtime/libvirt-error-private.h"

/**
 * SECTION:libvirt-connect-names
 * @title: Lists of names
 * @short_description: libvirt's older lists: names and numbers instead of objects
 *
 * For each kind of thing, libvirt can list the names of those that are active, of those that
 * are only defined, and count both. A program that goes on to work with what it finds is better
 * off with the lists of objects, such as libvirt_connect_list_all_networks(): they are complete at
 * one moment, while a name may be gone, or have moved to the other list, before it is looked up.
 *
 * Domains have the same in libvirt_connect_list_domains() and
 * libvirt_connect_list_defined_domains(), a host's devices in libvirt_node_list_devices().
 *
 * Since: 1.0
 */

static GStrv
list_names (LibvirtConnect *self,
            int (*count) (virConnectPtr),
            int (*list) (virConnectPtr,
                         char **const,
                         int),
            GError **error)
{
  g_autoptr (LibvirtHandle) handle = libvirt_core_hold (libvirt_connect_get_core (self), error);

  return handle != NULL ? libvirt_check_names (handle->connect, (LibvirtCountNames) count,
                                               (LibvirtListNames) list, error)
                        : NULL;
}

static int
count_names (LibvirtConnect *self,
             int (*count) (virConnectPtr),
             GError **error)
{
  g_autoptr (LibvirtHandle) handle = libvirt_core_hold (libvirt_connect_get_core (self), error);

  return handle != NULL ? libvirt_check_count (count (handle->connect), error) : -1;
}

/**
 * libvirt_connect_list_interfaces:
 * @self: a connection
 * @error: return location for a #GError
 *
 * Lists the names of the host's network interfaces that are up (blocks).
 *
 * Calls virConnectListInterfaces() and virConnectNumOfInterfaces().
 *
 * Returns: (transfer full) (array zero-terminated=1): the names, or %NULL on failure
 *
 * Since: 1.0
 */
GStrv
libvirt_connect_list_interfaces (LibvirtConnect *self,
                                 GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return list_names (self, virConnectNumOfInterfaces, virConnectListInterfaces, error);
}

/**
 * libvirt_connect_num_of_interfaces:
 * @self: a connection
 * @error: return location for a #GError
 *
 * Counts the network interfaces of the host that are up (blocks).
 *
 * Calls virConnectNumOfInterfaces().
 *
 * Returns: how many are up, or -1 on failure
 *
 * Since: 1.0
 */
int
libvirt_connect_num_of_interfaces (LibvirtConnect *self,
                                   GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), -1);
  g_return_val_if_fail (error == NULL || *error == NULL, -1);

  return count_names (self, virConnectNumOfInterfaces, error);
}

/**
 * libvirt_connect_list_defined_interfaces:
 * @self: a connection
 * @error: return location for a #GError
 *
 * Lists the names of the host's network interfaces that are configured and down (blocks).
 *
 * Calls virConnectListDefinedInterfaces() and virConnectNumOfDefinedInterfaces().
 *
 * Returns: (transfer full) (array zero-terminated=1): the names, or %NULL on failure
 *
 * Since: 1.0
 */
GStrv
libvirt_connect_list_defined_interfaces (LibvirtConnect *self,
                                         GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return list_names (self, virConnectNumOfDefinedInterfaces, virConnectListDefinedInterfaces,
                     error);
}

/**
 * libvirt_connect_num_of_defined_interfaces:
 * @self: a connection
 * @error: return location for a #GError
 *
 * Counts the network interfaces of the host that are configured and down (blocks).
 *
 * Calls virConnectNumOfDefinedInterfaces().
 *
 * Returns: how many are down, or -1 on failure
 *
 * Since: 1.0
 */
int
libvirt_connect_num_of_defined_interfaces (LibvirtConnect *self,
                                           GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), -1);
  g_return_val_if_fail (error == NULL || *error == NULL, -1);

  return count_names (self, virConnectNumOfDefinedInterfaces, error);
}

/**
 * libvirt_connect_list_networks:
 * @self: a connection
 * @error: return location for a #GError
 *
 * Lists the names of the virtual networks that are active (blocks).
 *
 * Calls virConnectListNetworks() and virConnectNumOfNetworks().
 *
 * Returns: (transfer full) (array zero-terminated=1): the names, or %NULL on failure
 *
 * Since: 1.0
 */
GStrv
libvirt_connect_list_networks (LibvirtConnect *self,
                               GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return list_names (self, virConnectNumOfNetworks, virConnectListNetworks, error);
}

/**
 * libvirt_connect_num_of_networks:
 * @self: a connection
 * @error: return location for a #GError
 *
 * Counts the virtual networks that are active (blocks).
 *
 * Calls virConnectNumOfNetworks().
 *
 * Returns: how many networks are in use, or -1 on failure
 *
 * Since: 1.0
 */
int
libvirt_connect_num_of_networks (LibvirtConnect *self,
                                 GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), -1);
  g_return_val_if_fail (error == NULL || *error == NULL, -1);

  return count_names (self, virConnectNumOfNetworks, error);
}

/**
 * libvirt_connect_list_defined_networks:
 * @self: a connection
 * @error: return location for a #GError
 *
 * Lists the names of the virtual networks that have a definition and are not active (blocks).
 *
 * Calls virConnectListDefinedNetworks() and virConnectNumOfDefinedNetworks().
 *
 * Returns: (transfer full) (array zero-terminated=1): the names, or %NULL on failure
 *
 * Since: 1.0
 */
GStrv
libvirt_connect_list_defined_networks (LibvirtConnect *self,
                                       GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return list_names (self, virConnectNumOfDefinedNetworks, virConnectListDefinedNetworks, error);
}

/**
 * libvirt_connect_num_of_defined_networks:
 * @self: a connection
 * @error: return location for a #GError
 *
 * Counts the virtual networks that have a definition and are not active (blocks).
 *
 * Calls virConnectNumOfDefinedNetworks().
 *
 * Returns: how many networks wait to be started, or -1 on failure
 *
 * Since: 1.0
 */
int
libvirt_connect_num_of_defined_networks (LibvirtConnect *self,
                                         GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), -1);
  g_return_val_if_fail (error == NULL || *error == NULL, -1);

  return count_names (self, virConnectNumOfDefinedNetworks, error);
}

/**
 * libvirt_connect_list_nw_filters:
 * @self: a connection
 * @error: return location for a #GError
 *
 * Lists the names of the rule sets for the traffic of guests (blocks).
 *
 * Calls virConnectListNWFilters() and virConnectNumOfNWFilters().
 *
 * Returns: (transfer full) (array zero-terminated=1): the names, or %NULL on failure
 *
 * Since: 1.0
 */
GStrv
libvirt_connect_list_nw_filters (LibvirtConnect *self,
                                 GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return list_names (self, virConnectNumOfNWFilters, virConnectListNWFilters, error);
}

/**
 * libvirt_connect_num_of_nw_filters:
 * @self: a connection
 * @error: return location for a #GError
 *
 * Counts the rule sets for the traffic of guests (blocks).
 *
 * Calls virConnectNumOfNWFilters().
 *
 * Returns: how many sets there are, or -1 on failure
 *
 * Since: 1.0
 */
int
libvirt_connect_num_of_nw_filters (LibvirtConnect *self,
                                   GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), -1);
  g_return_val_if_fail (error == NULL || *error == NULL, -1);

  return count_names (self, virConnectNumOfNWFilters, error);
}

/**
 * libvirt_connect_list_secrets:
 * @self: a connection
 * @error: return location for a #GError
 *
 * Lists the UUIDs of the secrets that the host keeps; they have no names (blocks).
 *
 * Calls virConnectListSecrets() and virConnectNumOfSecrets().
 *
 * Returns: (transfer full) (array zero-terminated=1): the UUIDs as text, or %NULL on failure
 *
 * Since: 1.0
 */
GStrv
libvirt_connect_list_secrets (LibvirtConnect *self,
                              GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return list_names (self, virConnectNumOfSecrets, virConnectListSecrets, error);
}

/**
 * libvirt_connect_num_of_secrets:
 * @self: a connection
 * @error: return location for a #GError
 *
 * Counts the secrets that the host keeps (blocks).
 *
 * Calls virConnectNumOfSecrets().
 *
 * Returns: how many secrets are kept, or -1 on failure
 *
 * Since: 1.0
 */
int
libvirt_connect_num_of_secrets (LibvirtConnect *self,
                                GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), -1);
  g_return_val_if_fail (error == NULL || *error == NULL, -1);

  return count_names (self, virConnectNumOfSecrets, error);
}

/**
 * libvirt_connect_list_storage_pools:
 * @self: a connection
 * @error: return location for a #GError
 *
 * Lists the names of the storage pools that are active (blocks).
 *
 * Calls virConnectListStoragePools() and virConnectNumOfStoragePools().
 *
 * Returns: (transfer full) (array zero-terminated=1): the names, or %NULL on failure
 *
 * Since: 1.0
 */
GStrv
libvirt_connect_list_storage_pools (LibvirtConnect *self,
                                    GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return list_names (self, virConnectNumOfStoragePools, virConnectListStoragePools, error);
}

/**
 * libvirt_connect_num_of_storage_pools:
 * @self: a connection
 * @error: return location for a #GError
 *
 * Counts the storage pools that are active (blocks).
 *
 * Calls virConnectNumOfStoragePools().
 *
 * Returns: how many pools can be used, or -1 on failure
 *
 * Since: 1.0
 */
int
libvirt_connect_num_of_storage_pools (LibvirtConnect *self,
                                      GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), -1);
  g_return_val_if_fail (error == NULL || *error == NULL, -1);

  return count_names (self, virConnectNumOfStoragePools, error);
}

/**
 * libvirt_connect_list_defined_storage_pools:
 * @self: a connection
 * @error: return location for a #GError
 *
 * Lists the names of the storage pools that have a definition and are not active (blocks).
 *
 * Calls virConnectListDefinedStoragePools() and virConnectNumOfDefinedStoragePools().
 *
 * Returns: (transfer full) (array zero-terminated=1): the names, or %NULL on failure
 *
 * Since: 1.0
 */
GStrv
libvirt_connect_list_defined_storage_pools (LibvirtConnect *self,
                                            GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return list_names (self, virConnectNumOfDefinedStoragePools, virConnectListDefinedStoragePools,
                     error);
}

/**
 * libvirt_connect_num_of_defined_storage_pools:
 * @self: a connection
 * @error: return location for a #GError
 *
 * Counts the storage pools that have a definition and are not active (blocks).
 *
 * Calls virConnectNumOfDefinedStoragePools().
 *
 * Returns: how many pools wait to be started, or -1 on failure
 *
 * Since: 1.0
 */
int
libvirt_connect_num_of_defined_storage_pools (LibvirtConnect *self,
                                              GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), -1);
  g_return_val_if_fail (error == NULL || *error == NULL, -1);

  return count_names (self, virConnectNumOfDefinedStoragePools, error);
}
