/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "connect/libvirt-connect-network.h"

#include "connect/libvirt-connect-private.h"
#include "network/libvirt-network-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"

/**
 * SECTION:libvirt-connect-network
 * @title: Finding and making networks
 * @short_description: what a connection does with virtual networks
 *
 * Virtual networks are looked up, listed, defined and started through their connection, which gives
 * the same object for a network each time.
 *
 * Since: 1.0
 */

/**
 * libvirt_connect_lookup_network_by_name:
 * @self: a connection
 * @name: what the network is called on this host
 * @error: return location for a #GError
 *
 * Finds a network by its name (blocks).
 *
 * Fails with %LIBVIRT_ERROR_NO_NETWORK if there is none. Calls virNetworkLookupByName().
 *
 * Returns: (transfer full): the network, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtNetwork *
libvirt_connect_lookup_network_by_name (LibvirtConnect *self,
                                        const char *name,
                                        GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_connect_look_up (self, &libvirt_network_details,
                                  (LibvirtLookUp) virNetworkLookupByName, name, error);
}

/**
 * libvirt_connect_lookup_network_by_uuid:
 * @self: a connection
 * @uuid: the 16 bytes of the UUID that the network has
 * @error: return location for a #GError
 *
 * Finds the network with that UUID (blocks).
 *
 * Fails with %LIBVIRT_ERROR_NO_NETWORK if there is none, with %LIBVIRT_ERROR_INVALID_ARG if there
 * are not 16 bytes. Calls virNetworkLookupByUUID().
 *
 * Returns: (transfer full): the network, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtNetwork *
libvirt_connect_lookup_network_by_uuid (LibvirtConnect *self,
                                        GBytes *uuid,
                                        GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (uuid != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_connect_look_up_uuid (self, &libvirt_network_details,
                                       (LibvirtLookUp) virNetworkLookupByUUID, uuid, error);
}

/**
 * libvirt_connect_lookup_network_by_uuid_string:
 * @self: a connection
 * @uuidstr: how the UUID of a network is written
 * @error: return location for a #GError
 *
 * Finds a network by the text of its UUID (blocks).
 *
 * Fails with %LIBVIRT_ERROR_NO_NETWORK if the host has none with it, with
 * %LIBVIRT_ERROR_INVALID_ARG if that is no UUID. Calls virNetworkLookupByUUIDString().
 *
 * Returns: (transfer full): the network, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtNetwork *
libvirt_connect_lookup_network_by_uuid_string (LibvirtConnect *self,
                                               const char *uuidstr,
                                               GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (uuidstr != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_connect_look_up (self, &libvirt_network_details,
                                  (LibvirtLookUp) virNetworkLookupByUUIDString, uuidstr, error);
}

/**
 * libvirt_connect_list_all_networks:
 * @self: a connection
 * @flags: which networks; those that fit one flag of each group are listed, all if there is none
 * @error: return location for a #GError
 *
 * Lists networks with their properties (blocks), with the same few calls for any number.
 *
 * Calls virConnectListAllNetworks().
 *
 * Returns: (transfer container) (element-type LibvirtNetwork): the networks in no particular order,
 *   or %NULL on failure
 *
 * Since: 1.0
 */
GPtrArray *
libvirt_connect_list_all_networks (LibvirtConnect *self,
                                   LibvirtConnectListAllNetworksFlags flags,
                                   GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_network_adopt_list (libvirt_connect_get_core (self), handle->connect, flags,
                                     error);
}

/**
 * libvirt_connect_define_network_xml:
 * @self: a connection
 * @xml: a network as an XML document
 * @error: return location for a #GError
 *
 * Has the host keep the definition of a network (blocks): a new one, or another definition of one
 * that has the UUID already. It is not started.
 *
 * Fails with %LIBVIRT_ERROR_XML_ERROR, or a code for what is missing such as %LIBVIRT_ERROR_NO_NAME, if
 * the description is incomplete, and with %LIBVIRT_ERROR_OPERATION_FAILED if a network with another
 * UUID has the name. Calls virNetworkDefineXML().
 *
 * Returns: (transfer full): the network, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtNetwork *
libvirt_connect_define_network_xml (LibvirtConnect *self,
                                    const char *xml,
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
  return libvirt_adopt_changed (libvirt_connect_get_core (self), &libvirt_network_details,
                                NULL, virNetworkDefineXML (handle->connect, xml), serial, error);
}

/**
 * libvirt_connect_define_network_xml_flags:
 * @self: a connection
 * @xml: the definition to keep
 * @flags: whether to hold it against the schema first
 * @error: return location for a #GError
 *
 * Has the host keep the definition of a network (blocks), and refuses what the schema does not have
 * if that is asked for.
 *
 * Calls virNetworkDefineXMLFlags().
 *
 * Returns: (transfer full): the network, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtNetwork *
libvirt_connect_define_network_xml_flags (LibvirtConnect *self,
                                          const char *xml,
                                          LibvirtNetworkDefineFlags flags,
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
  return libvirt_adopt_changed (libvirt_connect_get_core (self), &libvirt_network_details,
                                NULL, virNetworkDefineXMLFlags (handle->connect, xml, flags),
                                serial, error);
}

/**
 * libvirt_connect_create_network_xml:
 * @self: a connection
 * @xml: what to start
 * @error: return location for a #GError
 *
 * Starts a network of which no definition is kept (blocks): it is gone when it stops.
 *
 * Calls virNetworkCreateXML().
 *
 * Returns: (transfer full): the network, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtNetwork *
libvirt_connect_create_network_xml (LibvirtConnect *self,
                                    const char *xml,
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
  return libvirt_adopt_changed (libvirt_connect_get_core (self), &libvirt_network_details,
                                NULL, virNetworkCreateXML (handle->connect, xml), serial, error);
}

/**
 * libvirt_connect_create_network_xml_flags:
 * @self: a connection
 * @xml: a description of what to start
 * @flags: whether to hold the description against the schema
 * @error: return location for a #GError
 *
 * Starts a network without a definition (blocks), refusing misspelt elements if that is asked for.
 *
 * Calls virNetworkCreateXMLFlags().
 *
 * Returns: (transfer full): the network, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtNetwork *
libvirt_connect_create_network_xml_flags (LibvirtConnect *self,
                                          const char *xml,
                                          LibvirtNetworkCreateFlags flags,
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
  return libvirt_adopt_changed (libvirt_connect_get_core (self), &libvirt_network_details,
                                NULL, virNetworkCreateXMLFlags (handle->connect, xml, flags),
                                serial, error);
}
