/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "network/libvirt-interface-private.h"

#include <libvirt/virterror.h>

#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-own-call-private.h"
#include "runtime/libvirt-values-private.h"

/**
 * SECTION:libvirt-interface
 * @title: LibvirtInterface
 * @short_description: a network interface of the host
 *
 * How the host itself is connected: its network cards, bridges, bonds and VLANs, as far as libvirt
 * can configure them there. Get one from its connection:
 * libvirt_connect_lookup_interface_by_name(), libvirt_connect_list_all_interfaces(). An interface
 * is known by its name. libvirt has no events for interfaces: what others do is seen with the next
 * list.
 *
 * Since: 1.0
 */

/**
 * LibvirtInterface:
 *
 * A way in and out of the host.
 *
 * Since: 1.0
 */

enum
{
  PROP_MAC_STRING = LIBVIRT_FIRST_OWN_PROP,
};

struct _LibvirtInterface
{
  LibvirtNamedEntity parent_instance;

  char *mac; /* guarded by the core's lock */
};

G_DEFINE_FINAL_TYPE (LibvirtInterface, libvirt_interface, LIBVIRT_TYPE_ENTITY)

static const char *
interface_read_name (gpointer native,
                     char *buffer)
{
  return virInterfaceGetName (native);
}

static gpointer
interface_look_up (gpointer owner,
                   LibvirtEntity *self)
{
  return virInterfaceLookupByName (owner, libvirt_entity_read_name (self));
}

static gboolean
interface_query (gpointer native,
                 LibvirtBase *base,
                 GError **error)
{
  int active = virInterfaceIsActive (native);

  if (!libvirt_check (active, error))
    return FALSE;

  base->fields |= LIBVIRT_HAS_STATE;
  base->active = active > 0;
  return TRUE;
}

/* The native pointer is there when the object is made. */
static guint
interface_take (LibvirtEntity *entity,
                const LibvirtBase *base)
{
  LibvirtInterface *self = LIBVIRT_INTERFACE (entity);
  virInterfacePtr native = libvirt_entity_peek_native (entity);

  if (self->mac == NULL && native != NULL)
    self->mac = libvirt_dup_valid (virInterfaceGetMACString (native));
  return libvirt_entity_take_only_flags (entity, base);
}

static int
list_interfaces (gpointer connect,
                 gpointer **natives,
                 unsigned int flags)
{
  return virConnectListAllInterfaces (connect, (virInterfacePtr **) natives, flags);
}

GPtrArray *
libvirt_interface_adopt_list (LibvirtCore *core,
                              virConnectPtr connect,
                              guint flags,
                              GError **error)
{
  static const LibvirtFilters filters = {
    .active = VIR_CONNECT_LIST_INTERFACES_ACTIVE,
  };

  return libvirt_adopt_filtered (core, &libvirt_interface_details, connect, list_interfaces, flags,
                                 &filters, error);
}

static GPtrArray *
interface_list (LibvirtCore *core,
                LibvirtEntity *owner,
                gpointer native_owner,
                GError **error)
{
  return libvirt_interface_adopt_list (core, native_owner, 0, error);
}

const LibvirtEntityDetails libvirt_interface_details = {
  .kind = LIBVIRT_KIND_INTERFACE,
  .owner_kind = LIBVIRT_KIND_CONNECT,
  .get_type = libvirt_interface_get_type,
  .gone_code = VIR_ERR_NO_INTERFACE,
  .read_name = interface_read_name,
  .look_up = interface_look_up,
  .query = interface_query,
  .take = interface_take,
  .notify_changed = libvirt_entity_notify_flags,
  .list = interface_list,
};

static void
libvirt_interface_finalize (GObject *object)
{
  g_free (LIBVIRT_INTERFACE (object)->mac);

  G_OBJECT_CLASS (libvirt_interface_parent_class)->finalize (object);
}

static void
libvirt_interface_get_property (GObject *object,
                                guint prop_id,
                                GValue *value,
                                GParamSpec *pspec)
{
  if (prop_id < LIBVIRT_FIRST_OWN_PROP)
    g_value_set_boolean (value, libvirt_entity_peek_flag (LIBVIRT_ENTITY (object), prop_id));
  else
    g_value_set_string (value, libvirt_interface_get_mac_string (LIBVIRT_INTERFACE (object)));
}

static void
libvirt_interface_class_init (LibvirtInterfaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = libvirt_interface_finalize;
  object_class->get_property = libvirt_interface_get_property;
  ((LibvirtEntityClass *) klass)->details = &libvirt_interface_details;

  /**
   * LibvirtInterface:active: (getter peek_active)
   *
   * Whether the interface is up.
   *
   * Since: 1.0
   */
  libvirt_entity_install_flag (object_class, LIBVIRT_PROP_ACTIVE);

  /**
   * LibvirtInterface:can-destroy:
   *
   * Whether the interface could be taken down: for a button that calls libvirt_interface_destroy().
   *
   * Since: 1.0
   */
  libvirt_entity_install_flag (object_class, LIBVIRT_PROP_CAN_DESTROY);

  /**
   * LibvirtInterface:can-start:
   *
   * Whether the interface could be brought up: for a button that calls libvirt_interface_create().
   *
   * Since: 1.0
   */
  libvirt_entity_install_flag (object_class, LIBVIRT_PROP_CAN_START);

  /**
   * LibvirtInterface:mac-string: (getter get_mac_string)
   *
   * The MAC address, such as `52:54:00:12:34:56`, as it was when the interface was first seen.
   *
   * Since: 1.0
   */
  g_object_class_install_property (
    object_class, PROP_MAC_STRING,
    g_param_spec_string ("mac-string", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));
}

static void
libvirt_interface_init (LibvirtInterface *self)
{
}

/**
 * libvirt_interface_get_connection:
 * @self: a interface
 *
 * Gets the connection to the host of the interface, which it does not keep alive.
 *
 * Stands for virInterfaceGetConnect().
 *
 * Returns: (transfer none) (nullable): the connection of the interface, or %NULL once that is gone
 *
 * Since: 1.0
 */
LibvirtConnect *
libvirt_interface_get_connection (LibvirtInterface *self)
{
  g_return_val_if_fail (LIBVIRT_IS_INTERFACE (self), NULL);

  return libvirt_entity_get_connection (LIBVIRT_ENTITY (self));
}

/**
 * libvirt_interface_get_name:
 * @self: a interface
 *
 * Gets what the interface is called on its host, such as `eth0`.
 *
 * Calls virInterfaceGetName().
 *
 * Returns: (transfer none): what it is called, valid as long as @self
 *
 * Since: 1.0
 */
const char *
libvirt_interface_get_name (LibvirtInterface *self)
{
  g_return_val_if_fail (LIBVIRT_IS_INTERFACE (self), NULL);

  return libvirt_entity_get_name (LIBVIRT_ENTITY (self));
}

/**
 * libvirt_interface_get_mac_string:
 * @self: a interface
 *
 * Gets #LibvirtInterface:mac-string without asking.
 *
 * Calls virInterfaceGetMACString().
 *
 * Returns: (transfer none): the address in writing, valid as long as @self
 *
 * Since: 1.0
 */
const char *
libvirt_interface_get_mac_string (LibvirtInterface *self)
{
  g_return_val_if_fail (LIBVIRT_IS_INTERFACE (self), NULL);

  return self->mac;
}

/**
 * libvirt_interface_peek_active:
 * @self: a interface
 *
 * Reads #LibvirtInterface:active; libvirt_interface_is_active() asks the host instead.
 *
 * Returns: %TRUE while the interface is up
 *
 * Since: 1.0
 */
gboolean
libvirt_interface_peek_active (LibvirtInterface *self)
{
  g_return_val_if_fail (LIBVIRT_IS_INTERFACE (self), FALSE);

  return libvirt_entity_peek_flag (LIBVIRT_ENTITY (self), LIBVIRT_PROP_ACTIVE);
}

/**
 * libvirt_interface_is_active:
 * @self: a interface
 * @error: return location for a #GError
 *
 * Asks the host whether the interface is up (blocks).
 *
 * Calls virInterfaceIsActive().
 *
 * Returns: %TRUE if it is; %FALSE if not, and also on failure: then @error is set
 *
 * Since: 1.0
 */
gboolean
libvirt_interface_is_active (LibvirtInterface *self,
                             GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_INTERFACE (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  return handle != NULL && libvirt_check_boolean (virInterfaceIsActive (handle->interface), error);
}

/**
 * libvirt_interface_create:
 * @self: an interface that is down
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Brings the interface up (blocks).
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_INVALID if it is up already. Calls virInterfaceCreate().
 *
 * Returns: %TRUE if it is up
 *
 * Since: 1.0
 */
gboolean
libvirt_interface_create (LibvirtInterface *self,
                          guint flags,
                          GError **error)
{
  g_auto (LibvirtOwnCall) call = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_INTERFACE (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_own_call_begin (&call, self, error) &&
         libvirt_check (virInterfaceCreate (call.handle->interface, flags), error) &&
         libvirt_own_call_active (&call, TRUE);
}

/**
 * libvirt_interface_destroy:
 * @self: an interface that is up
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Takes the interface down (blocks). If it is the one that this connection goes over, no answer
 * comes any more.
 *
 * Calls virInterfaceDestroy().
 *
 * Returns: %TRUE if it is down
 *
 * Since: 1.0
 */
gboolean
libvirt_interface_destroy (LibvirtInterface *self,
                           guint flags,
                           GError **error)
{
  g_auto (LibvirtOwnCall) call = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_INTERFACE (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_own_call_begin (&call, self, error) &&
         libvirt_check (virInterfaceDestroy (call.handle->interface, flags), error) &&
         libvirt_own_call_active (&call, FALSE);
}

/**
 * libvirt_interface_undefine:
 * @self: a interface
 * @error: return location for a #GError
 *
 * Removes the interface from the configuration of the host (blocks).
 *
 * Calls virInterfaceUndefine().
 *
 * Returns: %TRUE if it is not configured any more
 *
 * Since: 1.0
 */
gboolean
libvirt_interface_undefine (LibvirtInterface *self,
                            GError **error)
{
  g_auto (LibvirtOwnCall) call = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_INTERFACE (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_own_call_begin (&call, self, error) &&
         libvirt_check (virInterfaceUndefine (call.handle->interface), error) &&
         libvirt_own_call_gone (&call);
}

/**
 * libvirt_interface_get_xml_desc:
 * @self: a interface
 * @flags: whether the configuration is wanted rather than how the interface is now
 * @error: return location for a #GError
 *
 * Gets the description of the interface in libvirt's format (blocks).
 *
 * Calls virInterfaceGetXMLDesc().
 *
 * Returns: (transfer full): the interface as an XML document, or %NULL on failure
 *
 * Since: 1.0
 */
char *
libvirt_interface_get_xml_desc (LibvirtInterface *self,
                                LibvirtInterfaceXMLFlags flags,
                                GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_INTERFACE (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_check_string (virInterfaceGetXMLDesc (handle->interface, flags), error);
}
