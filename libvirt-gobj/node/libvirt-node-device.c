/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "node/libvirt-node-device-private.h"

#include <libvirt/virterror.h>

#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-own-call-private.h"
#include "runtime/libvirt-values-private.h"

/**
 * SECTION:libvirt-node-device
 * @title: LibvirtNodeDevice
 * @short_description: a device of the host
 *
 * What the host is made of: PCI and USB devices, network cards, disks, and mediated devices, which
 * are parts of others that guests can have. Get one from its connection:
 * libvirt_connect_lookup_node_device_by_name(), libvirt_connect_list_all_node_devices(). A device
 * is known by its name; one that is plugged in again is another object.
 *
 * Since: 1.0
 */

/**
 * LibvirtNodeDevice:
 *
 * A piece of hardware that the host has, or a part of one.
 *
 * Since: 1.0
 */

struct _LibvirtNodeDevice
{
  LibvirtNamedEntity parent_instance;
};

G_DEFINE_FINAL_TYPE (LibvirtNodeDevice, libvirt_node_device, LIBVIRT_TYPE_ENTITY)

static const char *
node_device_read_name (gpointer native,
                       char *buffer)
{
  return virNodeDeviceGetName (native);
}

static gpointer
node_device_look_up (gpointer owner,
                     LibvirtEntity *self)
{
  return virNodeDeviceLookupByName (owner, libvirt_entity_read_name (self));
}

/* What is kept of the device; FALSE if that is gone. A driver that cannot tell keeps nothing. */
static gboolean
ask_what_is_kept (virNodeDevicePtr native,
                  LibvirtBase *base)
{
  int persistent = virNodeDeviceIsPersistent (native);
  int autostart = 0;

  if (persistent < 0 && virGetLastErrorCode () == VIR_ERR_NO_NODE_DEVICE)
    return FALSE;

  base->fields |= LIBVIRT_HAS_PERSISTENT | LIBVIRT_HAS_AUTOSTART;
  base->persistent = persistent > 0;
  base->autostart = virNodeDeviceGetAutostart (native, &autostart) == 0 && autostart != 0;
  return TRUE;
}

/* Older drivers cannot tell; what they have is there. So is what is called neither active nor
 * persistent, as it is by libvirt's newer test driver when it was just created. */
static gboolean
node_device_query (gpointer native,
                   LibvirtBase *base,
                   GError **error)
{
  int active = virNodeDeviceIsActive (native);
  gboolean is_neither = ask_what_is_kept (native, base) && !base->persistent && active == 0;

  base->fields |= LIBVIRT_HAS_STATE;
  base->active = active != 0 || is_neither;
  return TRUE;
}

static int
list_devices (gpointer connect,
              gpointer **natives,
              unsigned int flags)
{
  return virConnectListAllNodeDevices (connect, (virNodeDevicePtr **) natives, flags);
}

/* What is the same for many devices of a list. No filter tells which ones are started with the
 * host, and only newer libvirt has one for those that are persistent; but hardware is all alike. */
typedef struct
{
  GHashTable *active;
  GHashTable *mediated;
  LibvirtBase hardware; /* without fields until a device was asked */
} Listed;

static void
listed_load (Listed *self,
             virConnectPtr connect)
{
  self->active = libvirt_list_names (&libvirt_node_device_details, list_devices, connect,
                                     VIR_CONNECT_LIST_NODE_DEVICES_ACTIVE);
  self->mediated = libvirt_list_names (&libvirt_node_device_details, list_devices, connect,
                                       VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV);
}

static void
listed_clear (Listed *self)
{
  g_clear_pointer (&self->active, g_hash_table_unref);
  g_clear_pointer (&self->mediated, g_hash_table_unref);
}

/* Mediated devices are few, and "computer" is no hardware: these are asked. */
static void
read_listed (guint index,
             gpointer native,
             LibvirtBase *base,
             gpointer data)
{
  Listed *self = data;
  const char *name = virNodeDeviceGetName (native);

  base->fields |= LIBVIRT_HAS_STATE;
  base->active = self->active == NULL || libvirt_is_among (self->active, name);
  if (libvirt_is_among (self->mediated, name) || g_str_equal (name, "computer"))
    {
      ask_what_is_kept (native, base);
      return;
    }

  if (self->hardware.fields == 0)
    ask_what_is_kept (native, &self->hardware);
  base->fields |= self->hardware.fields;
  base->persistent = self->hardware.persistent;
  base->autostart = self->hardware.autostart;
}

GPtrArray *
libvirt_node_device_adopt_list (LibvirtCore *core,
                                virConnectPtr connect,
                                guint flags,
                                GError **error)
{
  guint32 serial = libvirt_core_begin_load (core);
  Listed listed = { NULL };
  GPtrArray *found = NULL;
  gpointer *natives;
  int n_natives = list_devices (connect, &natives, flags);

  if (libvirt_check (n_natives, error))
    {
      listed_load (&listed, connect);
      found = libvirt_adopt_list (core, &libvirt_node_device_details, NULL, natives, n_natives,
                                  read_listed, &listed, serial, error);
      listed_clear (&listed);
    }
  libvirt_core_end_load (core);

  return found;
}

static GPtrArray *
node_device_list (LibvirtCore *core,
                  LibvirtEntity *owner,
                  gpointer native_owner,
                  GError **error)
{
  return libvirt_node_device_adopt_list (core, native_owner, 0, error);
}

const LibvirtEntityDetails libvirt_node_device_details = {
  .kind = LIBVIRT_KIND_NODE_DEVICE,
  .owner_kind = LIBVIRT_KIND_CONNECT,
  .get_type = libvirt_node_device_get_type,
  .gone_code = VIR_ERR_NO_NODE_DEVICE,
  .exists_by_state = TRUE,
  .read_name = node_device_read_name,
  .look_up = node_device_look_up,
  .query = node_device_query,
  .take = libvirt_entity_take_only_flags,
  .notify_changed = libvirt_entity_notify_flags,
  .list = node_device_list,
};

static void
libvirt_node_device_get_property (GObject *object,
                                  guint prop_id,
                                  GValue *value,
                                  GParamSpec *pspec)
{
  g_value_set_boolean (value, libvirt_entity_peek_flag (LIBVIRT_ENTITY (object), prop_id));
}

static void
libvirt_node_device_class_init (LibvirtNodeDeviceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = libvirt_node_device_get_property;
  ((LibvirtEntityClass *) klass)->details = &libvirt_node_device_details;

  /**
   * LibvirtNodeDevice:active: (getter peek_active)
   *
   * Whether the device is there to be used. One that is not is only defined.
   *
   * Since: 1.0
   */
  libvirt_entity_install_flag (object_class, LIBVIRT_PROP_ACTIVE);

  /**
   * LibvirtNodeDevice:autostart: (getter peek_autostart)
   *
   * Whether the host makes the device when it starts, or when its parent appears. It is known once
   * the device was looked up by itself.
   *
   * Since: 1.0
   */
  libvirt_entity_install_flag (object_class, LIBVIRT_PROP_AUTOSTART);

  /**
   * LibvirtNodeDevice:persistent: (getter peek_persistent)
   *
   * Whether the host keeps a definition, as it does for mediated devices.
   *
   * Since: 1.0
   */
  libvirt_entity_install_flag (object_class, LIBVIRT_PROP_PERSISTENT);

  /**
   * LibvirtNodeDevice:can-start:
   *
   * Whether the device is defined and not there: for a button that calls
   * libvirt_node_device_create().
   *
   * Since: 1.0
   */
  libvirt_entity_install_flag (object_class, LIBVIRT_PROP_CAN_START);

  libvirt_entity_events_class_init (&libvirt_node_device_events, object_class);
}

static void
libvirt_node_device_init (LibvirtNodeDevice *self)
{
}

/**
 * libvirt_node_device_get_name:
 * @self: a device
 *
 * Gets what libvirt calls the device, such as `pci_0000_00_1f_2`.
 *
 * Calls virNodeDeviceGetName().
 *
 * Returns: (transfer none): the name of the device, valid as long as @self
 *
 * Since: 1.0
 */
const char *
libvirt_node_device_get_name (LibvirtNodeDevice *self)
{
  g_return_val_if_fail (LIBVIRT_IS_NODE_DEVICE (self), NULL);

  return libvirt_entity_get_name (LIBVIRT_ENTITY (self));
}

/**
 * libvirt_node_device_peek_active:
 * @self: a device
 *
 * Reads #LibvirtNodeDevice:active; libvirt_node_device_is_active() asks the host instead.
 *
 * Returns: %TRUE while the device is there
 *
 * Since: 1.0
 */
gboolean
libvirt_node_device_peek_active (LibvirtNodeDevice *self)
{
  g_return_val_if_fail (LIBVIRT_IS_NODE_DEVICE (self), FALSE);

  return libvirt_entity_peek_flag (LIBVIRT_ENTITY (self), LIBVIRT_PROP_ACTIVE);
}

/**
 * libvirt_node_device_peek_persistent:
 * @self: a device
 *
 * Reads #LibvirtNodeDevice:persistent; libvirt_node_device_is_persistent() asks the host instead.
 *
 * Returns: %TRUE if the device is defined
 *
 * Since: 1.0
 */
gboolean
libvirt_node_device_peek_persistent (LibvirtNodeDevice *self)
{
  g_return_val_if_fail (LIBVIRT_IS_NODE_DEVICE (self), FALSE);

  return libvirt_entity_peek_flag (LIBVIRT_ENTITY (self), LIBVIRT_PROP_PERSISTENT);
}

/**
 * libvirt_node_device_peek_autostart:
 * @self: a device
 *
 * Reads #LibvirtNodeDevice:autostart; libvirt_node_device_get_autostart() asks the host instead.
 *
 * Returns: %TRUE if the host makes the device by itself
 *
 * Since: 1.0
 */
gboolean
libvirt_node_device_peek_autostart (LibvirtNodeDevice *self)
{
  g_return_val_if_fail (LIBVIRT_IS_NODE_DEVICE (self), FALSE);

  return libvirt_entity_peek_flag (LIBVIRT_ENTITY (self), LIBVIRT_PROP_AUTOSTART);
}

/**
 * libvirt_node_device_get_parent:
 * @self: a device
 * @error: return location for a #GError
 *
 * Asks what the device is a part of, or plugged into (blocks).
 *
 * Calls virNodeDeviceGetParent().
 *
 * Returns: (transfer full) (nullable): the name of another device; %NULL if there is none, and also
 *   on failure: then @error is set
 *
 * Since: 1.0
 */
char *
libvirt_node_device_get_parent (LibvirtNodeDevice *self,
                                GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  const char *parent;

  g_return_val_if_fail (LIBVIRT_IS_NODE_DEVICE (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  /* NULL is an answer as well. */
  virResetLastError ();
  parent = virNodeDeviceGetParent (handle->node_device);
  if (parent == NULL && virGetLastErrorCode () != VIR_ERR_OK)
    libvirt_take_last_error (error);
  return libvirt_dup_valid (parent);
}

/**
 * libvirt_node_device_get_xml_desc:
 * @self: a device
 * @flags: whether the definition is wanted rather than how the device is now
 * @error: return location for a #GError
 *
 * Gets the description of the device in libvirt's format (blocks).
 *
 * Calls virNodeDeviceGetXMLDesc().
 *
 * Returns: (transfer full): the device as an XML document, or %NULL on failure
 *
 * Since: 1.0
 */
char *
libvirt_node_device_get_xml_desc (LibvirtNodeDevice *self,
                                  LibvirtNodeDeviceXMLFlags flags,
                                  GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_NODE_DEVICE (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_check_string (virNodeDeviceGetXMLDesc (handle->node_device, flags), error);
}

/**
 * libvirt_node_device_num_of_caps:
 * @self: a device
 * @error: return location for a #GError
 *
 * Counts what the device is (blocks): libvirt_node_device_list_caps() says it.
 *
 * Calls virNodeDeviceNumOfCaps().
 *
 * Returns: how many kinds of device it is, or -1 on failure
 *
 * Since: 1.0
 */
int
libvirt_node_device_num_of_caps (LibvirtNodeDevice *self,
                                 GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_NODE_DEVICE (self), -1);
  g_return_val_if_fail (error == NULL || *error == NULL, -1);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return -1;

  return libvirt_check_count (virNodeDeviceNumOfCaps (handle->node_device), error);
}

/**
 * libvirt_node_device_list_caps:
 * @self: a device
 * @error: return location for a #GError
 *
 * Lists what the device is (blocks), such as `pci` or `net`.
 *
 * Calls virNodeDeviceListCaps() and virNodeDeviceNumOfCaps().
 *
 * Returns: (transfer full) (array zero-terminated=1): kinds of devices, or %NULL on failure
 *
 * Since: 1.0
 */
GStrv
libvirt_node_device_list_caps (LibvirtNodeDevice *self,
                               GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_NODE_DEVICE (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_check_names (handle->node_device, (LibvirtCountNames) virNodeDeviceNumOfCaps,
                              (LibvirtListNames) virNodeDeviceListCaps, error);
}

/**
 * libvirt_node_device_is_active:
 * @self: a device
 * @error: return location for a #GError
 *
 * Asks the host whether the device is there (blocks).
 *
 * Calls virNodeDeviceIsActive().
 *
 * Returns: %TRUE if it is; %FALSE if not, and also on failure: then @error is set
 *
 * Since: 1.0
 */
gboolean
libvirt_node_device_is_active (LibvirtNodeDevice *self,
                               GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_NODE_DEVICE (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check_boolean (virNodeDeviceIsActive (handle->node_device), error);
}

/**
 * libvirt_node_device_is_persistent:
 * @self: a device
 * @error: return location for a #GError
 *
 * Asks the host whether it keeps a definition of the device (blocks).
 *
 * Calls virNodeDeviceIsPersistent().
 *
 * Returns: %TRUE if it does; %FALSE if not, and also on failure: then @error is set
 *
 * Since: 1.0
 */
gboolean
libvirt_node_device_is_persistent (LibvirtNodeDevice *self,
                                   GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_NODE_DEVICE (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check_boolean (virNodeDeviceIsPersistent (handle->node_device), error);
}

/**
 * libvirt_node_device_get_autostart:
 * @self: a device
 * @error: return location for a #GError
 *
 * Asks whether the host makes the device by itself (blocks).
 *
 * Calls virNodeDeviceGetAutostart().
 *
 * Returns: %TRUE if it does; %FALSE if not, and also on failure: then @error is set
 *
 * Since: 1.0
 */
gboolean
libvirt_node_device_get_autostart (LibvirtNodeDevice *self,
                                   GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  int autostart = 0;

  g_return_val_if_fail (LIBVIRT_IS_NODE_DEVICE (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  return handle != NULL &&
         libvirt_check (virNodeDeviceGetAutostart (handle->node_device, &autostart), error) && autostart != 0;
}

/**
 * libvirt_node_device_set_autostart:
 * @self: a device that is defined
 * @autostart: whether the host is to make it by itself
 * @error: return location for a #GError
 *
 * Decides whether the host makes the device when it starts, or when the parent of it appears
 * (blocks).
 *
 * Calls virNodeDeviceSetAutostart().
 *
 * Returns: %TRUE if it is noted
 *
 * Since: 1.0
 */
gboolean
libvirt_node_device_set_autostart (LibvirtNodeDevice *self,
                                   gboolean autostart,
                                   GError **error)
{
  g_auto (LibvirtOwnCall) call = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_NODE_DEVICE (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_own_call_begin (&call, self, error) &&
         libvirt_check (virNodeDeviceSetAutostart (call.handle->node_device, autostart != FALSE), error) &&
         libvirt_own_call_autostart (&call, autostart != FALSE);
}

/**
 * libvirt_node_device_create:
 * @self: a device that is defined and not there
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Makes a device that was defined (blocks).
 *
 * Calls virNodeDeviceCreate().
 *
 * Returns: %TRUE if it is there
 *
 * Since: 1.0
 */
gboolean
libvirt_node_device_create (LibvirtNodeDevice *self,
                            guint flags,
                            GError **error)
{
  g_auto (LibvirtOwnCall) call = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_NODE_DEVICE (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_own_call_begin (&call, self, error) &&
         libvirt_check (virNodeDeviceCreate (call.handle->node_device, flags), error) &&
         libvirt_own_call_active (&call, TRUE);
}

/**
 * libvirt_node_device_destroy:
 * @self: a device
 * @error: return location for a #GError
 *
 * Takes a device away (blocks): a mediated device, or a virtual port of a storage adapter. One that
 * is defined can be made again.
 *
 * Calls virNodeDeviceDestroy().
 *
 * Returns: %TRUE if it is not there any more
 *
 * Since: 1.0
 */
gboolean
libvirt_node_device_destroy (LibvirtNodeDevice *self,
                             GError **error)
{
  g_auto (LibvirtOwnCall) call = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_NODE_DEVICE (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_own_call_begin (&call, self, error) &&
         libvirt_check (virNodeDeviceDestroy (call.handle->node_device), error) &&
         libvirt_own_call_active (&call, FALSE);
}

/**
 * libvirt_node_device_undefine:
 * @self: a device that is defined
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Has the host forget the definition of the device (blocks).
 *
 * Calls virNodeDeviceUndefine().
 *
 * Returns: %TRUE if no definition is kept
 *
 * Since: 1.0
 */
gboolean
libvirt_node_device_undefine (LibvirtNodeDevice *self,
                              guint flags,
                              GError **error)
{
  g_auto (LibvirtOwnCall) call = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_NODE_DEVICE (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_own_call_begin (&call, self, error) &&
         libvirt_check (virNodeDeviceUndefine (call.handle->node_device, flags), error) &&
         libvirt_own_call_persistent (&call, FALSE);
}

/**
 * libvirt_node_device_dettach:
 * @self: a device
 * @error: return location for a #GError
 *
 * Takes the device from the host, for a guest to have (blocks). The name is libvirt's;
 * libvirt_node_device_detach_flags() can say which driver is to hold it.
 *
 * Calls virNodeDeviceDettach().
 *
 * Returns: %TRUE if the host does not use it any more
 *
 * Since: 1.0
 */
gboolean
libvirt_node_device_dettach (LibvirtNodeDevice *self,
                             GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_NODE_DEVICE (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  return handle != NULL && libvirt_check (virNodeDeviceDettach (handle->node_device), error);
}

/**
 * libvirt_node_device_detach_flags:
 * @self: a device
 * @driver_name: (nullable): which driver of the host holds it meanwhile, such as `vfio`; %NULL for
 *   the usual one
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Takes the device from the host, for a guest to have (blocks).
 *
 * Fails with %LIBVIRT_ERROR_ARGUMENT_UNSUPPORTED if the host does not have the driver. Calls
 * virNodeDeviceDetachFlags().
 *
 * Returns: %TRUE if a guest could have it
 *
 * Since: 1.0
 */
gboolean
libvirt_node_device_detach_flags (LibvirtNodeDevice *self,
                                  const char *driver_name,
                                  guint flags,
                                  GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_NODE_DEVICE (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virNodeDeviceDetachFlags (handle->node_device, driver_name, flags), error);
}

/**
 * libvirt_node_device_re_attach:
 * @self: a device
 * @error: return location for a #GError
 *
 * Gives the device back to the host (blocks).
 *
 * Fails if a guest uses it. Calls virNodeDeviceReAttach().
 *
 * Returns: %TRUE if the host has it again
 *
 * Since: 1.0
 */
gboolean
libvirt_node_device_re_attach (LibvirtNodeDevice *self,
                               GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_NODE_DEVICE (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  return handle != NULL && libvirt_check (virNodeDeviceReAttach (handle->node_device), error);
}

/**
 * libvirt_node_device_reset:
 * @self: a device
 * @error: return location for a #GError
 *
 * Puts the device into the state it has after power on (blocks), before or after a guest has it.
 *
 * Calls virNodeDeviceReset().
 *
 * Returns: %TRUE if nothing of its last user is left
 *
 * Since: 1.0
 */
gboolean
libvirt_node_device_reset (LibvirtNodeDevice *self,
                           GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_NODE_DEVICE (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  return handle != NULL && libvirt_check (virNodeDeviceReset (handle->node_device), error);
}

static gboolean
update_device (virNodeDevicePtr device,
               const char *xml_desc,
               guint flags,
               GError **error)
{
#if LIBVIR_CHECK_VERSION (10, 1, 0)
  return libvirt_check (virNodeDeviceUpdate (device, xml_desc, flags), error);
#else
  libvirt_set_error_needs (error, "virNodeDeviceUpdate", "10.1");
  return FALSE;
#endif
}

/**
 * libvirt_node_device_update:
 * @self: a mediated device
 * @xml_desc: how the device is to be
 * @flags: whether to change what is there, the definition, or both
 * @error: return location for a #GError
 *
 * Changes a device that the host can change (blocks).
 *
 * Fails with %LIBVIRT_ERROR_NO_SUPPORT with a libvirt that is older than 10.1. Calls
 * virNodeDeviceUpdate().
 *
 * Returns: %TRUE if it is changed
 *
 * Since: 1.0
 */
gboolean
libvirt_node_device_update (LibvirtNodeDevice *self,
                            const char *xml_desc,
                            LibvirtNodeDeviceUpdateFlags flags,
                            GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_NODE_DEVICE (self), FALSE);
  g_return_val_if_fail (xml_desc != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  return handle != NULL && update_device (handle->node_device, xml_desc, flags, error);
}
