/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "connect/libvirt-connect-nw-filter.h"

#include "connect/libvirt-connect-private.h"
#include "network/libvirt-nw-filter-binding-private.h"
#include "network/libvirt-nw-filter-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"

/**
 * SECTION:libvirt-connect-nw-filter
 * @title: Finding and making network filters
 * @short_description: what a connection does with filters
 *
 * Filters and their bindings to interfaces are looked up, listed and made through their connection.
 *
 * Since: 1.0
 */

/**
 * libvirt_connect_lookup_nw_filter_by_name:
 * @self: a connection
 * @name: what the filter is called on this host
 * @error: return location for a #GError
 *
 * Finds a network filter by its name (blocks).
 *
 * Fails with %LIBVIRT_ERROR_NO_NWFILTER if there is none. Calls virNWFilterLookupByName().
 *
 * Returns: (transfer full): the network filter, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtNWFilter *
libvirt_connect_lookup_nw_filter_by_name (LibvirtConnect *self,
                                          const char *name,
                                          GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_connect_look_up (self, &libvirt_nw_filter_details,
                                  (LibvirtLookUp) virNWFilterLookupByName, name, error);
}

/**
 * libvirt_connect_lookup_nw_filter_by_uuid:
 * @self: a connection
 * @uuid: the 16 bytes of the UUID that the network filter has
 * @error: return location for a #GError
 *
 * Finds the network filter with that UUID (blocks).
 *
 * Fails with %LIBVIRT_ERROR_NO_NWFILTER if there is none, with %LIBVIRT_ERROR_INVALID_ARG if there
 * are not 16 bytes. Calls virNWFilterLookupByUUID().
 *
 * Returns: (transfer full): the network filter, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtNWFilter *
libvirt_connect_lookup_nw_filter_by_uuid (LibvirtConnect *self,
                                          GBytes *uuid,
                                          GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (uuid != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_connect_look_up_uuid (self, &libvirt_nw_filter_details,
                                       (LibvirtLookUp) virNWFilterLookupByUUID, uuid, error);
}

/**
 * libvirt_connect_lookup_nw_filter_by_uuid_string:
 * @self: a connection
 * @uuidstr: how the UUID of a network filter is written
 * @error: return location for a #GError
 *
 * Finds a network filter by the text of its UUID (blocks).
 *
 * Fails with %LIBVIRT_ERROR_NO_NWFILTER if the host has none with it, with
 * %LIBVIRT_ERROR_INVALID_ARG if that is no UUID. Calls virNWFilterLookupByUUIDString().
 *
 * Returns: (transfer full): the network filter, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtNWFilter *
libvirt_connect_lookup_nw_filter_by_uuid_string (LibvirtConnect *self,
                                                 const char *uuidstr,
                                                 GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (uuidstr != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_connect_look_up (self, &libvirt_nw_filter_details,
                                  (LibvirtLookUp) virNWFilterLookupByUUIDString, uuidstr, error);
}

/**
 * libvirt_connect_list_all_nw_filters:
 * @self: a connection
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Lists the network filters of the host (blocks).
 *
 * Calls virConnectListAllNWFilters().
 *
 * Returns: (transfer container) (element-type LibvirtNWFilter): the filters in no particular order,
 *   or %NULL on failure
 *
 * Since: 1.0
 */
GPtrArray *
libvirt_connect_list_all_nw_filters (LibvirtConnect *self,
                                     guint flags,
                                     GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_nw_filter_adopt_list (libvirt_connect_get_core (self), handle->connect, flags,
                                       error);
}

/**
 * libvirt_connect_define_nw_filter_xml:
 * @self: a connection
 * @xml_desc: a filter as an XML document
 * @error: return location for a #GError
 *
 * Has the host keep a filter (blocks): a new one, or other rules for one that has the UUID already.
 * Running guests that use it are subject to the new rules at once.
 *
 * Fails with %LIBVIRT_ERROR_XML_ERROR or %LIBVIRT_ERROR_INTERNAL_ERROR if the description is incomplete.
 * Calls virNWFilterDefineXML().
 *
 * Returns: (transfer full): the network filter, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtNWFilter *
libvirt_connect_define_nw_filter_xml (LibvirtConnect *self,
                                      const char *xml_desc,
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
  return libvirt_adopt_changed (libvirt_connect_get_core (self), &libvirt_nw_filter_details,
                                NULL, virNWFilterDefineXML (handle->connect, xml_desc),
                                serial, error);
}

/**
 * libvirt_connect_define_nw_filter_xml_flags:
 * @self: a connection
 * @xml_desc: the rules to keep
 * @flags: whether to hold the rules against the schema first
 * @error: return location for a #GError
 *
 * Has the host keep a filter (blocks), and refuses rules that the schema does not have if that is
 * asked for.
 *
 * Calls virNWFilterDefineXMLFlags().
 *
 * Returns: (transfer full): the network filter, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtNWFilter *
libvirt_connect_define_nw_filter_xml_flags (LibvirtConnect *self,
                                            const char *xml_desc,
                                            LibvirtNWFilterDefineFlags flags,
                                            GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  virNWFilterPtr native;
  guint32 serial;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (xml_desc != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL)
    return NULL;

  serial = libvirt_core_begin_load (libvirt_connect_get_core (self));
  native = virNWFilterDefineXMLFlags (handle->connect, xml_desc, flags);
  return libvirt_adopt_changed (libvirt_connect_get_core (self), &libvirt_nw_filter_details,
                                NULL, native, serial, error);
}

/**
 * libvirt_connect_lookup_nw_filter_binding_by_port_dev:
 * @self: a connection
 * @portdev: an interface of the host
 * @error: return location for a #GError
 *
 * Finds what is filtered on an interface (blocks).
 *
 * Fails with %LIBVIRT_ERROR_NO_NWFILTER_BINDING if nothing is. Calls
 * virNWFilterBindingLookupByPortDev().
 *
 * Returns: (transfer full): the binding, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtNWFilterBinding *
libvirt_connect_lookup_nw_filter_binding_by_port_dev (LibvirtConnect *self,
                                                      const char *portdev,
                                                      GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (portdev != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_connect_look_up (self, &libvirt_nw_filter_binding_details,
                                  (LibvirtLookUp) virNWFilterBindingLookupByPortDev, portdev, error);
}

/**
 * libvirt_connect_list_all_nw_filter_bindings:
 * @self: a connection
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Lists where filters are applied (blocks).
 *
 * Calls virConnectListAllNWFilterBindings().
 *
 * Returns: (transfer container) (element-type LibvirtNWFilterBinding): the bindings in no
 *   particular order, or %NULL on failure
 *
 * Since: 1.0
 */
GPtrArray *
libvirt_connect_list_all_nw_filter_bindings (LibvirtConnect *self,
                                             guint flags,
                                             GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_nw_filter_binding_adopt_list (libvirt_connect_get_core (self), handle->connect, flags,
                                               error);
}

/**
 * libvirt_connect_create_nw_filter_binding_xml:
 * @self: a connection
 * @xml: interface, owner and filter as an XML document
 * @flags: whether to hold the binding against the schema first
 * @error: return location for a #GError
 *
 * Applies a filter to an interface of the host (blocks). One that libvirt's own guests use has its
 * binding already.
 *
 * Calls virNWFilterBindingCreateXML().
 *
 * Returns: (transfer full): the binding, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtNWFilterBinding *
libvirt_connect_create_nw_filter_binding_xml (LibvirtConnect *self,
                                              const char *xml,
                                              LibvirtNWFilterBindingCreateFlags flags,
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
  return libvirt_adopt_changed (libvirt_connect_get_core (self), &libvirt_nw_filter_binding_details,
                                NULL, virNWFilterBindingCreateXML (handle->connect, xml, flags),
                                serial, error);
}
