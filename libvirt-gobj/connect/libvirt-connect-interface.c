/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "connect/libvirt-connect-interface.h"

#include "connect/libvirt-connect-private.h"
#include "network/libvirt-interface-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"

/**
 * SECTION:libvirt-connect-interface
 * @title: Finding and making interfaces
 * @short_description: what a connection does with interfaces of the host
 *
 * Interfaces of the host are looked up, listed and configured through the connection. A change of
 * the configuration that may cut the host off is begun and committed, so that it can be taken back.
 *
 * Since: 1.0
 */

/**
 * libvirt_connect_lookup_interface_by_name:
 * @self: a connection
 * @name: what the interface is called, such as `eth0`
 * @error: return location for a #GError
 *
 * Finds an interface of the host by its name (blocks).
 *
 * Fails with %LIBVIRT_ERROR_NO_INTERFACE if there is none. Calls virInterfaceLookupByName().
 *
 * Returns: (transfer full): the interface, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtInterface *
libvirt_connect_lookup_interface_by_name (LibvirtConnect *self,
                                          const char *name,
                                          GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_connect_look_up (self, &libvirt_interface_details,
                                  (LibvirtLookUp) virInterfaceLookupByName, name, error);
}

/**
 * libvirt_connect_lookup_interface_by_mac_string:
 * @self: a connection
 * @macstr: a MAC address in writing
 * @error: return location for a #GError
 *
 * Finds an interface of the host by its MAC address (blocks).
 *
 * Fails with %LIBVIRT_ERROR_NO_INTERFACE if there is none with it, with
 * %LIBVIRT_ERROR_MULTIPLE_INTERFACES if there are several. Calls virInterfaceLookupByMACString().
 *
 * Returns: (transfer full): the interface, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtInterface *
libvirt_connect_lookup_interface_by_mac_string (LibvirtConnect *self,
                                                const char *macstr,
                                                GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (macstr != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_connect_look_up (self, &libvirt_interface_details,
                                  (LibvirtLookUp) virInterfaceLookupByMACString, macstr, error);
}

/**
 * libvirt_connect_list_all_interfaces:
 * @self: a connection
 * @flags: which interfaces: those that are up, those that are down, or both
 * @error: return location for a #GError
 *
 * Lists the interfaces of the host (blocks), with the same few calls for any number.
 *
 * Calls virConnectListAllInterfaces().
 *
 * Returns: (transfer container) (element-type LibvirtInterface): the interfaces in no particular
 *   order, or %NULL on failure
 *
 * Since: 1.0
 */
GPtrArray *
libvirt_connect_list_all_interfaces (LibvirtConnect *self,
                                     LibvirtConnectListAllInterfacesFlags flags,
                                     GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_interface_adopt_list (libvirt_connect_get_core (self), handle->connect, flags,
                                       error);
}

/**
 * libvirt_connect_define_interface_xml:
 * @self: a connection
 * @xml: an interface as an XML document
 * @flags: whether to hold the interface against the schema first
 * @error: return location for a #GError
 *
 * Configures an interface of the host (blocks): a new one, or one of that name otherwise. It is not
 * brought up.
 *
 * Calls virInterfaceDefineXML().
 *
 * Returns: (transfer full): the interface, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtInterface *
libvirt_connect_define_interface_xml (LibvirtConnect *self,
                                      const char *xml,
                                      LibvirtInterfaceDefineFlags flags,
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
  return libvirt_adopt_changed (libvirt_connect_get_core (self), &libvirt_interface_details,
                                NULL, virInterfaceDefineXML (handle->connect, xml, flags),
                                serial, error);
}

/**
 * libvirt_connect_interface_change_begin:
 * @self: a connection
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Notes how the interfaces of the host are configured (blocks), to be able to return to that. If
 * the host restarts before the change is committed, it returns by itself.
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_INVALID if a change was begun already. Calls
 * virInterfaceChangeBegin().
 *
 * Returns: %TRUE if it is noted
 *
 * Since: 1.0
 */
gboolean
libvirt_connect_interface_change_begin (LibvirtConnect *self,
                                        guint flags,
                                        GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  return handle != NULL && libvirt_check (virInterfaceChangeBegin (handle->connect, flags), error);
}

/**
 * libvirt_connect_interface_change_commit:
 * @self: a connection
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Keeps what was changed since libvirt_connect_interface_change_begin() (blocks).
 *
 * Calls virInterfaceChangeCommit().
 *
 * Returns: %TRUE if the new configuration stays
 *
 * Since: 1.0
 */
gboolean
libvirt_connect_interface_change_commit (LibvirtConnect *self,
                                         guint flags,
                                         GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  return handle != NULL && libvirt_check (virInterfaceChangeCommit (handle->connect, flags), error);
}

/**
 * libvirt_connect_interface_change_rollback:
 * @self: a connection
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Takes back what was changed since libvirt_connect_interface_change_begin() (blocks). Objects
 * learn of it when the live list is refreshed.
 *
 * Calls virInterfaceChangeRollback().
 *
 * Returns: %TRUE if the configuration is as it was
 *
 * Since: 1.0
 */
gboolean
libvirt_connect_interface_change_rollback (LibvirtConnect *self,
                                           guint flags,
                                           GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  return handle != NULL && libvirt_check (virInterfaceChangeRollback (handle->connect, flags), error);
}
