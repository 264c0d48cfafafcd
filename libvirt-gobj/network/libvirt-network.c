/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "network/libvirt-network-private.h"

#include <libvirt/virterror.h>
#include <stdlib.h>

#include "model/libvirt-entity-list-private.h"
#include "network/libvirt-network-lease-private.h"
#include "network/libvirt-network-port.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-own-call-private.h"
#include "runtime/libvirt-values-private.h"

/**
 * SECTION:libvirt-network
 * @title: LibvirtNetwork
 * @short_description: a virtual network that guests are connected to
 *
 * A virtual network has a bridge of its host's, addresses and names for its guests, and often a way
 * out. Get one from its connection: libvirt_connect_lookup_network_by_name(),
 * libvirt_connect_list_all_networks(), libvirt_connect_define_network_xml().
 *
 * The properties follow the hypervisor by its events and by this program's own calls. libvirt tells
 * nobody when #LibvirtNetwork:autostart is changed by others: that is seen with the next list.
 *
 * |[<!-- language="C" -->
 * g_autoptr (LibvirtNetwork) network =
 *   libvirt_connect_lookup_network_by_name (host, "default", &error);
 *
 * if (network != NULL && !libvirt_network_peek_active (network))
 *   libvirt_network_create (network, &error);
 * ]|
 *
 * Since: 1.0
 */

/**
 * LibvirtNetwork:
 *
 * What virtual machines of a host talk to each other over.
 *
 * Since: 1.0
 */

enum
{
  PROP_LEASES = LIBVIRT_FIRST_OWN_PROP,
  PROP_PORTS,
  PROP_UUID,
};

struct _LibvirtNetwork
{
  LibvirtEntity parent_instance;
};

G_DEFINE_FINAL_TYPE (LibvirtNetwork, libvirt_network, LIBVIRT_TYPE_ENTITY)

static void
network_read_uuid (gpointer native,
                   guint8 *uuid)
{
  virNetworkGetUUID (native, uuid);
}

static const char *
network_read_name (gpointer native,
                   char *buffer)
{
  return virNetworkGetName (native);
}

static gpointer
network_look_up (gpointer owner,
                 LibvirtEntity *self)
{
  return virNetworkLookupByUUID (owner, self->uuid);
}

static gboolean
network_query (gpointer native,
               LibvirtBase *base,
               GError **error)
{
  int active = virNetworkIsActive (native);
  int persistent = virNetworkIsPersistent (native);
  int autostart = 0;

  if (!libvirt_check (active, error) || !libvirt_check (persistent, error))
    return FALSE;

  base->fields |= LIBVIRT_HAS_STATE | LIBVIRT_HAS_PERSISTENT | LIBVIRT_HAS_AUTOSTART;
  base->active = active > 0;
  base->persistent = persistent > 0;
  base->autostart = virNetworkGetAutostart (native, &autostart) == 0 && autostart != 0;
  return TRUE;
}

static int
list_networks (gpointer connect,
               gpointer **natives,
               unsigned int flags)
{
  return virConnectListAllNetworks (connect, (virNetworkPtr **) natives, flags);
}

GPtrArray *
libvirt_network_adopt_list (LibvirtCore *core,
                            virConnectPtr connect,
                            guint flags,
                            GError **error)
{
  static const LibvirtFilters filters = {
    .active = VIR_CONNECT_LIST_NETWORKS_ACTIVE,
    .persistent = VIR_CONNECT_LIST_NETWORKS_PERSISTENT,
    .autostart = VIR_CONNECT_LIST_NETWORKS_AUTOSTART,
  };

  return libvirt_adopt_filtered (core, &libvirt_network_details, connect, list_networks, flags,
                                 &filters, error);
}

static GPtrArray *
network_list (LibvirtCore *core,
              LibvirtEntity *owner,
              gpointer native_owner,
              GError **error)
{
  return libvirt_network_adopt_list (core, native_owner, 0, error);
}

const LibvirtEntityDetails libvirt_network_details = {
  .kind = LIBVIRT_KIND_NETWORK,
  .owner_kind = LIBVIRT_KIND_CONNECT,
  .get_type = libvirt_network_get_type,
  .gone_code = VIR_ERR_NO_NETWORK,
  .exists_by_state = TRUE,
  .read_uuid = network_read_uuid,
  .read_name = network_read_name,
  .look_up = network_look_up,
  .query = network_query,
  .guess = libvirt_entity_guess_flags,
  .take = libvirt_entity_take_only_flags,
  .notify_changed = libvirt_entity_notify_flags,
  .list = network_list,
};

static void
libvirt_network_get_property (GObject *object,
                              guint prop_id,
                              GValue *value,
                              GParamSpec *pspec)
{
  if (prop_id < LIBVIRT_FIRST_OWN_PROP)
    g_value_set_boolean (value, libvirt_entity_peek_flag (LIBVIRT_ENTITY (object), prop_id));
  else if (prop_id == PROP_LEASES)
    g_value_set_object (value, libvirt_network_get_leases (LIBVIRT_NETWORK (object)));
  else if (prop_id == PROP_PORTS)
    g_value_set_object (value, libvirt_network_get_ports (LIBVIRT_NETWORK (object)));
  else
    g_value_set_string (value, libvirt_entity_get_uuid_text (LIBVIRT_ENTITY (object)));
}

/* A network that stops loses its ports, and gives no addresses any more. */
static void
on_lifecycle (LibvirtNetwork *self)
{
  libvirt_entity_list_reload (LIBVIRT_ENTITY (self), LIBVIRT_KIND_NETWORK_PORT);
  libvirt_network_lease_list_reload (self);
}

static void
libvirt_network_class_init (LibvirtNetworkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = libvirt_network_get_property;
  ((LibvirtEntityClass *) klass)->details = &libvirt_network_details;

  /**
   * LibvirtNetwork:active: (getter peek_active)
   *
   * Whether the network has been started: its bridge is there, and guests can talk over it.
   *
   * Since: 1.0
   */
  libvirt_entity_install_flag (object_class, LIBVIRT_PROP_ACTIVE);

  /**
   * LibvirtNetwork:autostart: (getter peek_autostart)
   *
   * Whether the network is started together with its host's daemon. A change by others is seen with
   * the next list.
   *
   * Since: 1.0
   */
  libvirt_entity_install_flag (object_class, LIBVIRT_PROP_AUTOSTART);

  /**
   * LibvirtNetwork:persistent: (getter peek_persistent)
   *
   * Whether the host keeps a definition: a network without one is gone when it stops.
   *
   * Since: 1.0
   */
  libvirt_entity_install_flag (object_class, LIBVIRT_PROP_PERSISTENT);

  /**
   * LibvirtNetwork:can-destroy:
   *
   * Whether there is something to stop: for a button that calls libvirt_network_destroy().
   *
   * Since: 1.0
   */
  libvirt_entity_install_flag (object_class, LIBVIRT_PROP_CAN_DESTROY);

  /**
   * LibvirtNetwork:can-start:
   *
   * Whether the network is there and not started: for a button that calls
   * libvirt_network_create().
   *
   * Since: 1.0
   */
  libvirt_entity_install_flag (object_class, LIBVIRT_PROP_CAN_START);

  /**
   * LibvirtNetwork:leases: (getter get_leases)
   *
   * Who has been given which address, as a #LibvirtNetworkLeaseList of #LibvirtNetworkLease. It
   * fills itself when it is read first and when the network is started or stopped. As nothing tells
   * of leases, give it a #LibvirtNetworkLeaseList:interval.
   *
   * Since: 1.0
   */
  g_object_class_install_property (
    object_class, PROP_LEASES,
    g_param_spec_object ("leases", NULL, NULL, G_TYPE_LIST_MODEL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));

  /**
   * LibvirtNetwork:ports: (getter get_ports)
   *
   * What is plugged into the network, as a #LibvirtEntityList of #LibvirtNetworkPort. It fills
   * itself when it is read first, shows what this program makes and deletes at once, and loads
   * again when the network is started or stopped. No event tells of the ports of guests:
   * #LibvirtEntityList:interval may be of use.
   *
   * Since: 1.0
   */
  g_object_class_install_property (
    object_class, PROP_PORTS,
    g_param_spec_object ("ports", NULL, NULL, G_TYPE_LIST_MODEL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));

  /**
   * LibvirtNetwork:uuid: (getter get_uuid_string)
   *
   * What tells the network from all others, as text of 36 characters. It never changes.
   *
   * Since: 1.0
   */
  g_object_class_install_property (
    object_class, PROP_UUID,
    g_param_spec_string ("uuid", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));

  libvirt_entity_events_class_init (&libvirt_network_events, object_class);
  g_signal_override_class_handler ("event-lifecycle", LIBVIRT_TYPE_NETWORK,
                                   G_CALLBACK (on_lifecycle));
}

static void
libvirt_network_init (LibvirtNetwork *self)
{
}

/**
 * libvirt_network_get_connection:
 * @self: a network
 *
 * Gets the connection the network was found on, which it does not keep alive.
 *
 * Stands for virNetworkGetConnect().
 *
 * Returns: (transfer none) (nullable): the connection of the network, or %NULL once that is gone
 *
 * Since: 1.0
 */
LibvirtConnect *
libvirt_network_get_connection (LibvirtNetwork *self)
{
  g_return_val_if_fail (LIBVIRT_IS_NETWORK (self), NULL);

  return libvirt_entity_get_connection (LIBVIRT_ENTITY (self));
}

/**
 * libvirt_network_get_name:
 * @self: a network
 *
 * Gets what the network is called on its host; nothing is asked.
 *
 * Calls virNetworkGetName().
 *
 * Returns: (transfer none): the name; not freed before the network object is
 *
 * Since: 1.0
 */
const char *
libvirt_network_get_name (LibvirtNetwork *self)
{
  g_return_val_if_fail (LIBVIRT_IS_NETWORK (self), NULL);

  return libvirt_entity_get_name (LIBVIRT_ENTITY (self));
}

/**
 * libvirt_network_get_uuid:
 * @self: a network
 *
 * Gets the UUID of the network as its bytes.
 *
 * Calls virNetworkGetUUID().
 *
 * Returns: (transfer full): the 16 bytes that tell the network from others
 *
 * Since: 1.0
 */
GBytes *
libvirt_network_get_uuid (LibvirtNetwork *self)
{
  g_return_val_if_fail (LIBVIRT_IS_NETWORK (self), NULL);

  return g_bytes_new (LIBVIRT_ENTITY (self)->uuid, VIR_UUID_BUFLEN);
}

/**
 * libvirt_network_get_uuid_string:
 * @self: a network
 *
 * Gets the UUID of the network in writing, with small letters.
 *
 * Stands for virNetworkGetUUIDString().
 *
 * Returns: (transfer none): 36 characters, valid as long as the network
 *
 * Since: 1.0
 */
const char *
libvirt_network_get_uuid_string (LibvirtNetwork *self)
{
  g_return_val_if_fail (LIBVIRT_IS_NETWORK (self), NULL);

  return libvirt_entity_get_uuid_text (LIBVIRT_ENTITY (self));
}

/**
 * libvirt_network_peek_active:
 * @self: a network
 *
 * Reads #LibvirtNetwork:active; libvirt_network_is_active() asks the host instead.
 *
 * Returns: %TRUE while the network is started
 *
 * Since: 1.0
 */
gboolean
libvirt_network_peek_active (LibvirtNetwork *self)
{
  g_return_val_if_fail (LIBVIRT_IS_NETWORK (self), FALSE);

  return libvirt_entity_peek_flag (LIBVIRT_ENTITY (self), LIBVIRT_PROP_ACTIVE);
}

/**
 * libvirt_network_peek_persistent:
 * @self: a network
 *
 * Reads #LibvirtNetwork:persistent; libvirt_network_is_persistent() asks the host instead.
 *
 * Returns: %TRUE if there is a definition
 *
 * Since: 1.0
 */
gboolean
libvirt_network_peek_persistent (LibvirtNetwork *self)
{
  g_return_val_if_fail (LIBVIRT_IS_NETWORK (self), FALSE);

  return libvirt_entity_peek_flag (LIBVIRT_ENTITY (self), LIBVIRT_PROP_PERSISTENT);
}

/**
 * libvirt_network_peek_autostart:
 * @self: a network
 *
 * Reads #LibvirtNetwork:autostart; libvirt_network_get_autostart() asks the host instead.
 *
 * Returns: %TRUE if the network is started with its host
 *
 * Since: 1.0
 */
gboolean
libvirt_network_peek_autostart (LibvirtNetwork *self)
{
  g_return_val_if_fail (LIBVIRT_IS_NETWORK (self), FALSE);

  return libvirt_entity_peek_flag (LIBVIRT_ENTITY (self), LIBVIRT_PROP_AUTOSTART);
}

/**
 * libvirt_network_is_active:
 * @self: a network
 * @error: return location for a #GError
 *
 * Asks the host whether the network is started (blocks).
 *
 * Calls virNetworkIsActive().
 *
 * Returns: %TRUE if it is; %FALSE if not, and also on failure: then @error is set
 *
 * Since: 1.0
 */
gboolean
libvirt_network_is_active (LibvirtNetwork *self,
                           GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_NETWORK (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  return handle != NULL && libvirt_check_boolean (virNetworkIsActive (handle->network), error);
}

/**
 * libvirt_network_is_persistent:
 * @self: a network
 * @error: return location for a #GError
 *
 * Asks the host whether it keeps a definition of the network (blocks).
 *
 * Calls virNetworkIsPersistent().
 *
 * Returns: %TRUE if it does; %FALSE if not, and also on failure: then @error is set
 *
 * Since: 1.0
 */
gboolean
libvirt_network_is_persistent (LibvirtNetwork *self,
                               GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_NETWORK (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  return handle != NULL && libvirt_check_boolean (virNetworkIsPersistent (handle->network), error);
}

/**
 * libvirt_network_get_autostart:
 * @self: a network
 * @error: return location for a #GError
 *
 * Asks the host whether it starts the network when it starts itself (blocks).
 *
 * Calls virNetworkGetAutostart().
 *
 * Returns: %TRUE if it does; %FALSE if not, and also on failure: then @error is set
 *
 * Since: 1.0
 */
gboolean
libvirt_network_get_autostart (LibvirtNetwork *self,
                               GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  int autostart = 0;

  g_return_val_if_fail (LIBVIRT_IS_NETWORK (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  return handle != NULL &&
         libvirt_check (virNetworkGetAutostart (handle->network, &autostart), error) &&
         autostart != 0;
}

/**
 * libvirt_network_set_autostart:
 * @self: a persistent network
 * @autostart: whether its host is to start the network
 * @error: return location for a #GError
 *
 * Decides whether the network is started together with the daemon of its host (blocks).
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_INVALID if the network is not persistent. Calls
 * virNetworkSetAutostart().
 *
 * Returns: %TRUE if the host took note
 *
 * Since: 1.0
 */
gboolean
libvirt_network_set_autostart (LibvirtNetwork *self,
                               gboolean autostart,
                               GError **error)
{
  g_auto (LibvirtOwnCall) call = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_NETWORK (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_own_call_begin (&call, self, error) &&
         libvirt_check (virNetworkSetAutostart (call.handle->network, autostart != FALSE), error) &&
         libvirt_own_call_autostart (&call, autostart != FALSE);
}

/**
 * libvirt_network_create:
 * @self: a network that is not started
 * @error: return location for a #GError
 *
 * Starts the network (blocks): what virsh calls net-start.
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_INVALID if it is started already. Calls virNetworkCreate().
 *
 * Returns: %TRUE if guests can use it
 *
 * Since: 1.0
 */
gboolean
libvirt_network_create (LibvirtNetwork *self,
                        GError **error)
{
  g_auto (LibvirtOwnCall) call = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_NETWORK (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_own_call_begin (&call, self, error) &&
         libvirt_check (virNetworkCreate (call.handle->network), error) &&
         libvirt_own_call_active (&call, TRUE);
}

/**
 * libvirt_network_destroy:
 * @self: a network that is started
 * @error: return location for a #GError
 *
 * Stops the network (blocks). Guests that are connected to it lose that connection. Without a
 * definition it is gone.
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_INVALID if it is not started. Calls virNetworkDestroy().
 *
 * Returns: %TRUE if it is stopped
 *
 * Since: 1.0
 */
gboolean
libvirt_network_destroy (LibvirtNetwork *self,
                         GError **error)
{
  g_auto (LibvirtOwnCall) call = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_NETWORK (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_own_call_begin (&call, self, error) &&
         libvirt_check (virNetworkDestroy (call.handle->network), error) &&
         libvirt_own_call_active (&call, FALSE);
}

/**
 * libvirt_network_undefine:
 * @self: a persistent network
 * @error: return location for a #GError
 *
 * Has the host forget the definition (blocks). A network that is started goes on until it is
 * stopped.
 *
 * Calls virNetworkUndefine().
 *
 * Returns: %TRUE if there is no definition any more
 *
 * Since: 1.0
 */
gboolean
libvirt_network_undefine (LibvirtNetwork *self,
                          GError **error)
{
  g_auto (LibvirtOwnCall) call = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_NETWORK (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_own_call_begin (&call, self, error) &&
         libvirt_check (virNetworkUndefine (call.handle->network), error) &&
         libvirt_own_call_persistent (&call, FALSE);
}

/**
 * libvirt_network_get_xml_desc:
 * @self: a network
 * @flags: whether the definition is wanted rather than how the network is now
 * @error: return location for a #GError
 *
 * Gets the description of the network in libvirt's format (blocks).
 *
 * Calls virNetworkGetXMLDesc().
 *
 * Returns: (transfer full): the network as an XML document, or %NULL on failure
 *
 * Since: 1.0
 */
char *
libvirt_network_get_xml_desc (LibvirtNetwork *self,
                              LibvirtNetworkXMLFlags flags,
                              GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_NETWORK (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_check_string (virNetworkGetXMLDesc (handle->network, flags), error);
}

/**
 * libvirt_network_get_bridge_name:
 * @self: a network
 * @error: return location for a #GError
 *
 * Gets which interface of the host connects the guests (blocks).
 *
 * Fails with %LIBVIRT_ERROR_INTERNAL_ERROR if the network is of a kind that has none. Calls
 * virNetworkGetBridgeName().
 *
 * Returns: (transfer full): the name of a bridge, such as `virbr0`, or %NULL on failure
 *
 * Since: 1.0
 */
char *
libvirt_network_get_bridge_name (LibvirtNetwork *self,
                                 GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_NETWORK (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_check_string (virNetworkGetBridgeName (handle->network), error);
}

/**
 * libvirt_network_update:
 * @self: a network
 * @command: whether to add, change or remove
 * @section: the part of the description that @xml belongs to
 * @parent_index: which one, if there are several such parts; -1 if that does not matter
 * @xml: the one element to be added, changed or removed
 * @flags: whether to change what runs, the definition, or both
 * @error: return location for a #GError
 *
 * Changes one element of a network without stopping it (blocks), such as the address that a host is
 * given.
 *
 * Without flags that is done to the network as it runs if it is started, else to its definition.
 * Calls virNetworkUpdate().
 *
 * Returns: %TRUE if it is changed
 *
 * Since: 1.0
 */
gboolean
libvirt_network_update (LibvirtNetwork *self,
                        LibvirtNetworkUpdateCommand command,
                        LibvirtNetworkUpdateSection section,
                        int parent_index,
                        const char *xml,
                        LibvirtNetworkUpdateFlags flags,
                        GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_NETWORK (self), FALSE);
  g_return_val_if_fail (xml != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (
    virNetworkUpdate (handle->network, command, section, parent_index, xml, flags), error);
}

static char *
get_metadata (virNetworkPtr network,
              int type,
              const char *uri,
              guint flags,
              GError **error)
{
#if LIBVIR_CHECK_VERSION (9, 7, 0)
  return libvirt_check_string (virNetworkGetMetadata (network, type, uri, flags), error);
#else
  libvirt_set_error_needs (error, "virNetworkGetMetadata", "9.7");
  return NULL;
#endif
}

/**
 * libvirt_network_get_metadata:
 * @self: a network
 * @type: which of the texts to read
 * @uri: (nullable): the namespace that the element was noted with
 * @flags: of what runs, or of the definition
 * @error: return location for a #GError
 *
 * Gets what somebody has noted about the network: a title, a description, or an XML element of a
 * program's own (blocks).
 *
 * Fails with %LIBVIRT_ERROR_NO_NETWORK_METADATA if there is nothing, with %LIBVIRT_ERROR_NO_SUPPORT
 * with a libvirt that is older than 9.7. Calls virNetworkGetMetadata().
 *
 * Returns: (transfer full): the text, or %NULL on failure
 *
 * Since: 1.0
 */
char *
libvirt_network_get_metadata (LibvirtNetwork *self,
                              LibvirtNetworkMetadataType type,
                              const char *uri,
                              LibvirtNetworkUpdateFlags flags,
                              GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_NETWORK (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  return handle != NULL ? get_metadata (handle->network, type, uri, flags, error) : NULL;
}

static gboolean
set_metadata (virNetworkPtr network,
              int type,
              const char *metadata,
              const char *key,
              const char *uri,
              guint flags,
              GError **error)
{
#if LIBVIR_CHECK_VERSION (9, 7, 0)
  return libvirt_check (virNetworkSetMetadata (network, type, metadata, key, uri, flags), error);
#else
  libvirt_set_error_needs (error, "virNetworkSetMetadata", "9.7");
  return FALSE;
#endif
}

/**
 * libvirt_network_set_metadata:
 * @self: a network
 * @type: which text to note
 * @metadata: (nullable): the text, or %NULL to remove it
 * @key: (nullable): a prefix for the namespace of an element
 * @uri: (nullable): the namespace of an element
 * @flags: in what runs, in the definition, or in both
 * @error: return location for a #GError
 *
 * Notes something about the network where all its users can read it (blocks);
 * #LibvirtNetwork::event-metadata-change tells them.
 *
 * Fails with %LIBVIRT_ERROR_NO_SUPPORT with a libvirt that is older than 9.7. Calls
 * virNetworkSetMetadata().
 *
 * Returns: %TRUE if it is noted
 *
 * Since: 1.0
 */
gboolean
libvirt_network_set_metadata (LibvirtNetwork *self,
                              LibvirtNetworkMetadataType type,
                              const char *metadata,
                              const char *key,
                              const char *uri,
                              LibvirtNetworkUpdateFlags flags,
                              GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_NETWORK (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  return handle != NULL && libvirt_check_enum (type, error) &&
         libvirt_check_text (metadata, error) &&
         set_metadata (handle->network, type, metadata, key, uri, flags, error);
}

/**
 * libvirt_network_get_dhcp_leases:
 * @self: a network that is started
 * @mac: (nullable): the MAC address of one interface; %NULL for all
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Lists the addresses that the network has given to guests (blocks).
 *
 * A network that is to give none has none, or fails with %LIBVIRT_ERROR_OPERATION_INVALID: that is up
 * to libvirt. Calls virNetworkGetDHCPLeases().
 *
 * Returns: (transfer container) (element-type LibvirtNetworkDHCPLease): the leases, or %NULL on
 *   failure
 *
 * Since: 1.0
 */
GPtrArray *
libvirt_network_get_dhcp_leases (LibvirtNetwork *self,
                                 const char *mac,
                                 guint flags,
                                 GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  virNetworkDHCPLeasePtr *natives = NULL;
  GPtrArray *leases;
  int n_natives;

  g_return_val_if_fail (LIBVIRT_IS_NETWORK (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  n_natives = virNetworkGetDHCPLeases (handle->network, mac, &natives, flags);
  if (!libvirt_check (n_natives, error))
    return NULL;

  leases = g_ptr_array_new_full ((guint) n_natives, (GDestroyNotify) libvirt_network_dhcp_lease_free);
  for (int i = 0; i < n_natives; i++)
    {
      g_ptr_array_add (leases, libvirt_network_dhcp_lease_from_native (natives[i]));
      virNetworkDHCPLeaseFree (natives[i]);
    }
  free (natives);
  return leases;
}

/**
 * libvirt_network_get_leases:
 * @self: a network
 *
 * Gets the live list of the leases, for #LibvirtNetwork:leases. The first call makes it and starts
 * filling it; libvirt_network_get_dhcp_leases() is for those who want them once. To be called in
 * the context of the connection.
 *
 * Returns: (transfer none): a #LibvirtNetworkLeaseList, the same one as long as the network
 *
 * Since: 1.0
 */
GListModel *
libvirt_network_get_leases (LibvirtNetwork *self)
{
  g_return_val_if_fail (LIBVIRT_IS_NETWORK (self), NULL);

  return G_LIST_MODEL (libvirt_network_lease_list_of (self));
}
