/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "network/libvirt-network-port.h"

#include <libvirt/virterror.h>

#include "model/libvirt-entity-list-private.h"
#include "network/libvirt-network-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-own-call-private.h"
#include "runtime/libvirt-values-private.h"

/**
 * SECTION:libvirt-network-port
 * @title: LibvirtNetworkPort
 * @short_description: where something is plugged into a network
 *
 * Each card of a running guest that is connected to a #LibvirtNetwork has a port there, which the
 * host makes and removes. Programs make ports with libvirt_network_create_port_xml() for what is no
 * guest of libvirt's.
 *
 * A port is known by its network and its UUID, which is its #LibvirtEntity:name, too. libvirt has
 * no events of ports: #LibvirtEntity:exists becomes %FALSE when this program deletes one, or when a
 * live list finds it missing.
 *
 * Since: 1.0
 */

/**
 * LibvirtNetworkPort:
 *
 * A connection of one guest's card to a network.
 *
 * Since: 1.0
 */

enum
{
  PROP_NETWORK = LIBVIRT_FIRST_OWN_PROP,
  PROP_UUID,
};

struct _LibvirtNetworkPort
{
  LibvirtNamedEntity parent_instance;

  gboolean has_uuid; /* guarded by the core's lock; the UUID itself never changes */
};

G_DEFINE_FINAL_TYPE (LibvirtNetworkPort, libvirt_network_port, LIBVIRT_TYPE_ENTITY)

static const char *
port_read_name (gpointer native,
                char *buffer)
{
  return virNetworkPortGetUUIDString (native, buffer) == 0 ? buffer : NULL;
}

static gpointer
port_look_up (gpointer owner,
              LibvirtEntity *self)
{
  return virNetworkPortLookupByUUIDString (owner, libvirt_entity_read_name (self));
}

/* The native pointer is there when the object is made. */
static guint
port_take (LibvirtEntity *entity,
           const LibvirtBase *base)
{
  LibvirtNetworkPort *self = LIBVIRT_NETWORK_PORT (entity);
  virNetworkPortPtr native = libvirt_entity_peek_native (entity);

  if (!self->has_uuid && native != NULL)
    self->has_uuid = virNetworkPortGetUUID (native, entity->uuid) == 0;
  return libvirt_entity_take_only_flags (entity, base);
}

static int
list_ports (gpointer network,
            gpointer **natives,
            unsigned int flags)
{
  return virNetworkListAllPorts (network, (virNetworkPortPtr **) natives, flags);
}

/* A network that is not started has none. */
static GPtrArray *
port_list (LibvirtCore *core,
           LibvirtEntity *owner,
           gpointer native_owner,
           GError **error)
{
  if (virNetworkIsActive (native_owner) == 0)
    return g_ptr_array_new_with_free_func (g_object_unref);

  return libvirt_adopt_listed (core, &libvirt_network_port_details, owner, native_owner, list_ports,
                               0, error);
}

const LibvirtEntityDetails libvirt_network_port_details = {
  .kind = LIBVIRT_KIND_NETWORK_PORT,
  .owner_kind = LIBVIRT_KIND_NETWORK,
  .get_type = libvirt_network_port_get_type,
  .gone_code = VIR_ERR_NO_NETWORK_PORT,
  .stopped_code = VIR_ERR_OPERATION_INVALID,
  .read_name = port_read_name,
  .look_up = port_look_up,
  .take = port_take,
  .notify_changed = libvirt_entity_notify_flags,
  .list = port_list,
};

static void
libvirt_network_port_get_property (GObject *object,
                                   guint prop_id,
                                   GValue *value,
                                   GParamSpec *pspec)
{
  LibvirtNetworkPort *self = LIBVIRT_NETWORK_PORT (object);

  if (prop_id == PROP_NETWORK)
    g_value_set_object (value, libvirt_network_port_get_network (self));
  else
    g_value_set_string (value, libvirt_network_port_get_uuid_string (self));
}

static void
libvirt_network_port_class_init (LibvirtNetworkPortClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = libvirt_network_port_get_property;
  ((LibvirtEntityClass *) klass)->details = &libvirt_network_port_details;

  /**
   * LibvirtNetworkPort:network: (getter get_network)
   *
   * What the port is part of, and holds; %NULL once the connection is closed.
   *
   * Since: 1.0
   */
  g_object_class_install_property (
    object_class, PROP_NETWORK,
    g_param_spec_object ("network", NULL, NULL, LIBVIRT_TYPE_NETWORK, flags));

  /**
   * LibvirtNetworkPort:uuid: (getter get_uuid_string)
   *
   * What tells the port from others, as 36 characters.
   *
   * Since: 1.0
   */
  g_object_class_install_property (object_class, PROP_UUID,
                                   g_param_spec_string ("uuid", NULL, NULL, NULL, flags));
}

static void
libvirt_network_port_init (LibvirtNetworkPort *self)
{
}

/**
 * libvirt_network_port_get_connection:
 * @self: a port
 *
 * Gets the connection that the port's network was found on; the port does not keep it alive.
 *
 * Returns: (transfer none) (nullable): the connection of the port, or %NULL once that is gone
 *
 * Since: 1.0
 */
LibvirtConnect *
libvirt_network_port_get_connection (LibvirtNetworkPort *self)
{
  g_return_val_if_fail (LIBVIRT_IS_NETWORK_PORT (self), NULL);

  return libvirt_entity_get_connection (LIBVIRT_ENTITY (self));
}

/**
 * libvirt_network_port_get_network:
 * @self: a port
 *
 * Gets the network that the port belongs to, without asking.
 *
 * Stands for virNetworkPortGetNetwork().
 *
 * Returns: (transfer none) (nullable): the network, which each of its ports holds, or %NULL once the
 *   connection is closed
 *
 * Since: 1.0
 */
LibvirtNetwork *
libvirt_network_port_get_network (LibvirtNetworkPort *self)
{
  g_return_val_if_fail (LIBVIRT_IS_NETWORK_PORT (self), NULL);

  return libvirt_entity_peek_owner (LIBVIRT_ENTITY (self));
}

/**
 * libvirt_network_port_get_uuid:
 * @self: a port
 *
 * Gets the UUID of the port as its bytes.
 *
 * Calls virNetworkPortGetUUID().
 *
 * Returns: (transfer full): 16 bytes that no other port of the network has
 *
 * Since: 1.0
 */
GBytes *
libvirt_network_port_get_uuid (LibvirtNetworkPort *self)
{
  g_return_val_if_fail (LIBVIRT_IS_NETWORK_PORT (self), NULL);

  return g_bytes_new (LIBVIRT_ENTITY (self)->uuid, VIR_UUID_BUFLEN);
}

/**
 * libvirt_network_port_get_uuid_string:
 * @self: a port
 *
 * Gets #LibvirtNetworkPort:uuid, with small letters.
 *
 * Calls virNetworkPortGetUUIDString().
 *
 * Returns: (transfer none): 36 characters that live as long as the port
 *
 * Since: 1.0
 */
const char *
libvirt_network_port_get_uuid_string (LibvirtNetworkPort *self)
{
  g_return_val_if_fail (LIBVIRT_IS_NETWORK_PORT (self), NULL);

  return libvirt_entity_get_name (LIBVIRT_ENTITY (self));
}

/**
 * libvirt_network_port_get_xml_desc:
 * @self: a port
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Gets the description of the port in libvirt's format (blocks): whose it is, the MAC address, and
 * what it is plugged into.
 *
 * Fails with %LIBVIRT_ERROR_NO_NETWORK_PORT if the port is gone. Calls virNetworkPortGetXMLDesc().
 *
 * Returns: (transfer full): the port as an XML document, or %NULL on failure
 *
 * Since: 1.0
 */
char *
libvirt_network_port_get_xml_desc (LibvirtNetworkPort *self,
                                   guint flags,
                                   GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_NETWORK_PORT (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_check_string (virNetworkPortGetXMLDesc (handle->network_port, flags), error);
}

/**
 * libvirt_network_port_get_parameters:
 * @self: a port
 * @flags: 0; there is nothing to choose yet
 * @error: return location for a #GError
 *
 * Asks how much traffic the port lets through (blocks). The keys begin with
 * LIBVIRT_NETWORK_PORT_BANDWIDTH; those of a direction without limits are missing.
 *
 * Calls virNetworkPortGetParameters().
 *
 * Returns: (transfer full): the limits by their keys, of type `a{sv}`, or %NULL on failure
 *
 * Since: 1.0
 */
GVariant *
libvirt_network_port_get_parameters (LibvirtNetworkPort *self,
                                     guint flags,
                                     GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  virTypedParameterPtr params = NULL;
  int n_params = 0;
  GVariant *variant;

  g_return_val_if_fail (LIBVIRT_IS_NETWORK_PORT (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL ||
      !libvirt_check (virNetworkPortGetParameters (handle->network_port, &params, &n_params, flags),
                      error))
    return NULL;

  variant = libvirt_typed_params_to_variant (params, n_params);
  virTypedParamsFree (params, n_params);
  return variant;
}

/**
 * libvirt_network_port_set_parameters:
 * @self: a port
 * @params: the limits that are to be others, of type `a{sv}`; each a number
 * @flags: 0; nothing can be chosen here
 * @error: return location for a #GError
 *
 * Limits how much traffic the port lets through (blocks).
 *
 * A key that the host does not know is passed over, or refused with %LIBVIRT_ERROR_INVALID_ARG: that
 * is up to its version. Calls virNetworkPortSetParameters().
 *
 * Returns: %TRUE if the port has these limits
 *
 * Since: 1.0
 */
gboolean
libvirt_network_port_set_parameters (LibvirtNetworkPort *self,
                                     GVariant *params,
                                     guint flags,
                                     GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  virTypedParameterPtr native = NULL;
  int n_native = 0;
  gboolean done;

  g_return_val_if_fail (LIBVIRT_IS_NETWORK_PORT (self), FALSE);
  g_return_val_if_fail (params != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!libvirt_typed_params_from_variant (params, "NETWORK_PORT_BANDWIDTH_", &native, &n_native,
                                          error))
    return FALSE;

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  done = handle != NULL &&
         libvirt_check (virNetworkPortSetParameters (handle->network_port, native, n_native, flags),
                        error);
  virTypedParamsFree (native, n_native);
  return done;
}

/**
 * libvirt_network_port_delete:
 * @self: a port that nothing uses any more
 * @flags: 0; no flags are known
 * @error: return location for a #GError
 *
 * Removes the port from its network (blocks). A guest that still uses it is not asked.
 *
 * Fails with %LIBVIRT_ERROR_NO_NETWORK_PORT if it was removed before. Calls virNetworkPortDelete().
 *
 * Returns: %TRUE if there is no such port any more
 *
 * Since: 1.0
 */
gboolean
libvirt_network_port_delete (LibvirtNetworkPort *self,
                             guint flags,
                             GError **error)
{
  g_auto (LibvirtOwnCall) call = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_NETWORK_PORT (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_own_call_begin (&call, self, error) &&
         libvirt_check (virNetworkPortDelete (call.handle->network_port, flags), error) &&
         libvirt_own_call_gone (&call);
}

/**
 * libvirt_network_create_port_xml:
 * @self: a network that is started
 * @xmldesc: a port as an XML document, with its owner, a MAC address and, up to libvirt 9.0, a UUID
 * @flags: what to take of the network, and whether to hold the description against the schema
 * @error: return location for a #GError
 *
 * Plugs something into the network (blocks).
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_INVALID if the network is not started. Calls
 * virNetworkPortCreateXML().
 *
 * Returns: (transfer full): the new port, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtNetworkPort *
libvirt_network_create_port_xml (LibvirtNetwork *self,
                                 const char *xmldesc,
                                 LibvirtNetworkPortCreateFlags flags,
                                 GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  virNetworkPortPtr native;
  guint32 serial;

  g_return_val_if_fail (LIBVIRT_IS_NETWORK (self), NULL);
  g_return_val_if_fail (xmldesc != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  serial = libvirt_core_begin_load (LIBVIRT_ENTITY (self)->core);
  native = virNetworkPortCreateXML (handle->network, xmldesc, flags);
  return libvirt_adopt_changed (LIBVIRT_ENTITY (self)->core, &libvirt_network_port_details,
                                LIBVIRT_ENTITY (self), native, serial, error);
}

/**
 * libvirt_network_lookup_port_by_uuid:
 * @self: a network that is started
 * @uuid: the 16 bytes of the port's UUID
 * @error: return location for a #GError
 *
 * Finds the port with that UUID (blocks).
 *
 * Fails with %LIBVIRT_ERROR_NO_NETWORK_PORT if there is none, with %LIBVIRT_ERROR_INVALID_ARG if
 * there are not 16 bytes. Calls virNetworkPortLookupByUUID().
 *
 * Returns: (transfer full): the port, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtNetworkPort *
libvirt_network_lookup_port_by_uuid (LibvirtNetwork *self,
                                     GBytes *uuid,
                                     GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  LibvirtLookup lookup;
  const guint8 *bytes;

  g_return_val_if_fail (LIBVIRT_IS_NETWORK (self), NULL);
  g_return_val_if_fail (uuid != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  bytes = libvirt_uuid_from_bytes (uuid, error);
  handle = bytes != NULL ? libvirt_entity_hold (LIBVIRT_ENTITY (self), error) : NULL;
  if (handle == NULL)
    return NULL;

  libvirt_lookup_begin (&lookup, LIBVIRT_ENTITY (self)->core);
  return libvirt_lookup_end (&lookup, &libvirt_network_port_details, LIBVIRT_ENTITY (self),
                             virNetworkPortLookupByUUID (handle->network, bytes), error);
}

/**
 * libvirt_network_lookup_port_by_uuid_string:
 * @self: a network that is started
 * @uuidstr: how the UUID of a port is written
 * @error: return location for a #GError
 *
 * Finds a port by the text of its UUID (blocks).
 *
 * Fails with %LIBVIRT_ERROR_NO_NETWORK_PORT if the network has none with it. Calls
 * virNetworkPortLookupByUUIDString().
 *
 * Returns: (transfer full): the port, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtNetworkPort *
libvirt_network_lookup_port_by_uuid_string (LibvirtNetwork *self,
                                            const char *uuidstr,
                                            GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  LibvirtLookup lookup;

  g_return_val_if_fail (LIBVIRT_IS_NETWORK (self), NULL);
  g_return_val_if_fail (uuidstr != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  libvirt_lookup_begin (&lookup, LIBVIRT_ENTITY (self)->core);
  return libvirt_lookup_end (&lookup, &libvirt_network_port_details, LIBVIRT_ENTITY (self),
                             virNetworkPortLookupByUUIDString (handle->network, uuidstr), error);
}

/**
 * libvirt_network_list_all_ports:
 * @self: a network that is started
 * @flags: 0; libvirt has no flags to choose ports by
 * @error: return location for a #GError
 *
 * Lists what is plugged into the network (blocks); #LibvirtNetwork:ports is a list that stays.
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_INVALID if it is not started. Calls virNetworkListAllPorts().
 *
 * Returns: (transfer container) (element-type LibvirtNetworkPort): the ports, or %NULL on failure
 *
 * Since: 1.0
 */
GPtrArray *
libvirt_network_list_all_ports (LibvirtNetwork *self,
                                guint flags,
                                GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_NETWORK (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_adopt_listed (LIBVIRT_ENTITY (self)->core, &libvirt_network_port_details,
                               LIBVIRT_ENTITY (self), handle->network, list_ports, flags, error);
}

/**
 * libvirt_network_get_ports:
 * @self: a network
 *
 * Gets #LibvirtNetwork:ports, which is empty until #LibvirtEntityList:loading becomes %FALSE. To be
 * called in the context of the connection.
 *
 * Returns: (transfer none): a #LibvirtEntityList of #LibvirtNetworkPort, the same each time
 *
 * Since: 1.0
 */
GListModel *
libvirt_network_get_ports (LibvirtNetwork *self)
{
  g_return_val_if_fail (LIBVIRT_IS_NETWORK (self), NULL);

  return libvirt_entity_list_of (LIBVIRT_ENTITY (self), &libvirt_network_port_details);
}
