/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "connect/libvirt-connect-node-device.h"

#include "connect/libvirt-connect-private.h"
#include "node/libvirt-node-device-enums-private.h"
#include "node/libvirt-node-device-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"

/**
 * SECTION:libvirt-connect-node-device
 * @title: Finding and making devices of the host
 * @short_description: what a connection does with devices
 *
 * Devices of the host are looked up and listed through the connection. Some can be made there:
 * mediated devices, and virtual ports of storage adapters.
 *
 * Since: 1.0
 */

/**
 * libvirt_connect_lookup_node_device_by_name:
 * @self: a connection
 * @name: what libvirt calls the device
 * @error: return location for a #GError
 *
 * Finds a device of the host by its name (blocks).
 *
 * Fails with %LIBVIRT_ERROR_NO_NODE_DEVICE if there is none. Calls virNodeDeviceLookupByName().
 *
 * Returns: (transfer full): the device, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtNodeDevice *
libvirt_connect_lookup_node_device_by_name (LibvirtConnect *self,
                                            const char *name,
                                            GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_connect_look_up (self, &libvirt_node_device_details,
                                  (LibvirtLookUp) virNodeDeviceLookupByName, name, error);
}

/**
 * libvirt_connect_lookup_node_device_scsi_host_by_wwn:
 * @self: a connection
 * @wwnn: the name of the node in the storage network
 * @wwpn: the name of the port there
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Finds a storage adapter by its names in the storage network (blocks).
 *
 * Fails with %LIBVIRT_ERROR_NO_NODE_DEVICE, or %LIBVIRT_ERROR_INTERNAL_ERROR without a cause, if the host
 * has none with them. Calls virNodeDeviceLookupSCSIHostByWWN().
 *
 * Returns: (transfer full): the device, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtNodeDevice *
libvirt_connect_lookup_node_device_scsi_host_by_wwn (LibvirtConnect *self,
                                                     const char *wwnn,
                                                     const char *wwpn,
                                                     guint flags,
                                                     GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  LibvirtLookup lookup;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (wwnn != NULL, NULL);
  g_return_val_if_fail (wwpn != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL)
    return NULL;

  libvirt_lookup_begin (&lookup, libvirt_connect_get_core (self));
  return libvirt_lookup_end (&lookup, &libvirt_node_device_details, NULL,
                             virNodeDeviceLookupSCSIHostByWWN (handle->connect, wwnn, wwpn, flags), error);
}

/**
 * libvirt_connect_list_all_node_devices:
 * @self: a connection
 * @flags: which devices: of any of these kinds, and there or not; all if there is no flag
 * @error: return location for a #GError
 *
 * Lists the devices of the host (blocks), with the same few calls for any number.
 *
 * Calls virConnectListAllNodeDevices().
 *
 * Returns: (transfer container) (element-type LibvirtNodeDevice): the devices in no particular
 *   order, or %NULL on failure
 *
 * Since: 1.0
 */
GPtrArray *
libvirt_connect_list_all_node_devices (LibvirtConnect *self,
                                       LibvirtConnectListAllNodeDeviceFlags flags,
                                       GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_node_device_adopt_list (
    libvirt_connect_get_core (self), handle->connect,
    libvirt_connect_list_all_node_device_flags_to_native (flags), error);
}

/**
 * libvirt_connect_define_node_device_xml:
 * @self: a connection
 * @xml_desc: a device as an XML document
 * @flags: whether to hold the device against the schema first
 * @error: return location for a #GError
 *
 * Has the host keep the definition of a device (blocks), which is made with
 * libvirt_node_device_create().
 *
 * Calls virNodeDeviceDefineXML().
 *
 * Returns: (transfer full): the device, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtNodeDevice *
libvirt_connect_define_node_device_xml (LibvirtConnect *self,
                                        const char *xml_desc,
                                        LibvirtNodeDeviceDefineXMLFlags flags,
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
  return libvirt_adopt_changed (libvirt_connect_get_core (self), &libvirt_node_device_details,
                                NULL, virNodeDeviceDefineXML (handle->connect, xml_desc, flags),
                                serial, error);
}

/**
 * libvirt_connect_create_node_device_xml:
 * @self: a connection
 * @xml_desc: what to make
 * @flags: whether to hold the description of it against the schema
 * @error: return location for a #GError
 *
 * Makes a device of which no definition is kept (blocks).
 *
 * Calls virNodeDeviceCreateXML().
 *
 * Returns: (transfer full): the device, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtNodeDevice *
libvirt_connect_create_node_device_xml (LibvirtConnect *self,
                                        const char *xml_desc,
                                        LibvirtNodeDeviceCreateXMLFlags flags,
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
  return libvirt_adopt_changed (libvirt_connect_get_core (self), &libvirt_node_device_details,
                                NULL, virNodeDeviceCreateXML (handle->connect, xml_desc, flags),
                                serial, error);
}
