/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "storage/libvirt-storage-pool-private.h"

#include <libvirt/virterror.h>

#include "model/libvirt-entity-list-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-own-call-private.h"
#include "runtime/libvirt-values-private.h"
#include "storage/libvirt-storage-vol-private.h"

/**
 * SECTION:libvirt-storage-pool
 * @title: LibvirtStoragePool
 * @short_description: where a host keeps disks of guests
 *
 * A storage pool is a folder, a group of logical volumes, a share of a file server or the like, out
 * of which volumes are made for guests. Get one from its connection:
 * libvirt_connect_lookup_storage_pool_by_name(), libvirt_connect_list_all_storage_pools(),
 * libvirt_connect_define_storage_pool_xml(). #LibvirtStoragePool:volumes is a live list of what is
 * in it.
 *
 * The properties follow the hypervisor by its events and by this program's own calls. What is
 * written by guests is seen when the pool is refreshed: libvirt_storage_pool_refresh().
 *
 * Since: 1.0
 */

/**
 * LibvirtStoragePool:
 *
 * A place of a host from which volumes are taken.
 *
 * Since: 1.0
 */

enum
{
  PROP_ALLOCATION = LIBVIRT_FIRST_OWN_PROP,
  PROP_AVAILABLE,
  PROP_CAPACITY,
  PROP_STATE,
  PROP_UUID,
  PROP_VOLUMES,
  N_PROPS
};

struct _LibvirtStoragePool
{
  LibvirtEntity parent_instance;

  /* Guarded by the core's lock. In bytes. */
  guint64 capacity;
  guint64 allocation;
  guint64 available;
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LibvirtStoragePool, libvirt_storage_pool, LIBVIRT_TYPE_ENTITY)

static void
pool_read_uuid (gpointer native,
                guint8 *uuid)
{
  virStoragePoolGetUUID (native, uuid);
}

static const char *
pool_read_name (gpointer native,
                char *buffer)
{
  return virStoragePoolGetName (native);
}

static gpointer
pool_look_up (gpointer owner,
              LibvirtEntity *self)
{
  return virStoragePoolLookupByUUID (owner, self->uuid);
}

static void
base_from_info (LibvirtBase *base,
                const virStoragePoolInfo *info)
{
  base->fields |= LIBVIRT_HAS_STATE | LIBVIRT_HAS_SPACE;
  base->state = info->state;
  base->active = info->state != VIR_STORAGE_POOL_INACTIVE;
  base->capacity = info->capacity;
  base->allocation = info->allocation;
  base->available = info->available;
}

static gboolean
pool_query (gpointer native,
            LibvirtBase *base,
            GError **error)
{
  virStoragePoolInfo info;
  int persistent = virStoragePoolIsPersistent (native);
  int autostart = 0;

  if (!libvirt_check (persistent, error) ||
      !libvirt_check (virStoragePoolGetInfo (native, &info), error))
    return FALSE;

  base_from_info (base, &info);
  base->fields |= LIBVIRT_HAS_PERSISTENT | LIBVIRT_HAS_AUTOSTART;
  base->persistent = persistent > 0;
  base->autostart = virStoragePoolGetAutostart (native, &autostart) == 0 && autostart != 0;
  return TRUE;
}

static guint
pool_take_space (LibvirtStoragePool *self,
                 const LibvirtBase *base)
{
  guint changed = (base->capacity != self->capacity ? 1u << PROP_CAPACITY : 0) |
                  (base->allocation != self->allocation ? 1u << PROP_ALLOCATION : 0) |
                  (base->available != self->available ? 1u << PROP_AVAILABLE : 0);

  self->capacity = base->capacity;
  self->allocation = base->allocation;
  self->available = base->available;
  return changed;
}

static guint
pool_take (LibvirtEntity *self,
           const LibvirtBase *base)
{
  guint changed = libvirt_entity_take_only_flags (self, base);
  guint8 state = self->state;

  if (base->fields & LIBVIRT_HAS_STATE)
    self->state = (guint8) base->state;
  if (base->fields & LIBVIRT_HAS_SPACE)
    changed |= pool_take_space (LIBVIRT_STORAGE_POOL (self), base);

  return changed | (state != self->state ? 1u << PROP_STATE : 0);
}

static void
pool_notify_changed (LibvirtEntity *self,
                     guint changed)
{
  libvirt_entity_notify_flags (self, changed);
  for (guint prop_id = LIBVIRT_FIRST_OWN_PROP; prop_id < N_PROPS; prop_id++)
    {
      if (changed & (1u << prop_id))
        g_object_notify_by_pspec (G_OBJECT (self), props[prop_id]);
    }
}

static int
list_pools (gpointer connect,
            gpointer **natives,
            unsigned int flags)
{
  return virConnectListAllStoragePools (connect, (virStoragePoolPtr **) natives, flags);
}

/* What no event tells, of those that were known already. Only where it is another: an answer about one that
 * an event is on its way to would make that ask. */
static void
update_autostart (GPtrArray *pools,
                  virConnectPtr connect,
                  guint32 serial)
{
  g_autoptr (GHashTable) names = libvirt_list_names (&libvirt_storage_pool_details, list_pools, connect,
                                                     VIR_CONNECT_LIST_STORAGE_POOLS_AUTOSTART);

  for (guint i = 0; names != NULL && i < pools->len; i++)
    {
      LibvirtStoragePool *pool = g_ptr_array_index (pools, i);
      LibvirtBase base = { .fields = LIBVIRT_HAS_AUTOSTART };

      base.autostart = libvirt_is_among (names, libvirt_storage_pool_get_name (pool));
      if (base.autostart != libvirt_storage_pool_peek_autostart (pool))
        libvirt_entity_update (LIBVIRT_ENTITY (pool), &base, LIBVIRT_FROM_ANSWER, serial);
    }
}

/* libvirt has the figures of one pool at a time. Those that are known and tracked are not asked. */
GPtrArray *
libvirt_storage_pool_adopt_list (LibvirtCore *core,
                                 virConnectPtr connect,
                                 guint flags,
                                 GError **error)
{
  guint32 serial = libvirt_core_get_serial (core);
  GPtrArray *pools = libvirt_adopt_listed (core, &libvirt_storage_pool_details, NULL, connect,
                                           list_pools, flags, error);

  if (pools != NULL)
    update_autostart (pools, connect, serial);
  return pools;
}

static GPtrArray *
pool_list (LibvirtCore *core,
           LibvirtEntity *owner,
           gpointer native_owner,
           GError **error)
{
  return libvirt_storage_pool_adopt_list (core, native_owner, 0, error);
}

const LibvirtEntityDetails libvirt_storage_pool_details = {
  .kind = LIBVIRT_KIND_STORAGE_POOL,
  .owner_kind = LIBVIRT_KIND_CONNECT,
  .get_type = libvirt_storage_pool_get_type,
  .gone_code = VIR_ERR_NO_STORAGE_POOL,
  .exists_by_state = TRUE,
  .gone_state = VIR_STORAGE_POOL_INACTIVE,
  .read_uuid = pool_read_uuid,
  .read_name = pool_read_name,
  .look_up = pool_look_up,
  .query = pool_query,
  .guess = libvirt_entity_guess_flags,
  .take = pool_take,
  .notify_changed = pool_notify_changed,
  .list = pool_list,
};

static guint64
pool_peek_space (LibvirtStoragePool *self,
                 const guint64 *place)
{
  LibvirtCore *core = LIBVIRT_ENTITY (self)->core;
  guint64 bytes;

  g_mutex_lock (&core->lock);
  bytes = *place;
  g_mutex_unlock (&core->lock);

  return bytes;
}

static void
libvirt_storage_pool_get_property (GObject *object,
                                   guint prop_id,
                                   GValue *value,
                                   GParamSpec *pspec)
{
  LibvirtStoragePool *self = LIBVIRT_STORAGE_POOL (object);

  switch (prop_id)
    {
    case PROP_ALLOCATION:
      g_value_set_uint64 (value, pool_peek_space (self, &self->allocation));
      break;
    case PROP_AVAILABLE:
      g_value_set_uint64 (value, pool_peek_space (self, &self->available));
      break;
    case PROP_CAPACITY:
      g_value_set_uint64 (value, pool_peek_space (self, &self->capacity));
      break;
    case PROP_STATE:
      g_value_set_enum (value, libvirt_storage_pool_peek_state (self));
      break;
    case PROP_UUID:
      g_value_set_string (value, libvirt_storage_pool_get_uuid_string (self));
      break;
    case PROP_VOLUMES:
      g_value_set_object (value, libvirt_storage_pool_get_volumes (self));
      break;
    default:
      g_value_set_boolean (value, libvirt_entity_peek_flag (LIBVIRT_ENTITY (object), prop_id));
    }
}

/* What is in it may be other things by now. */
static void
on_refreshed (LibvirtStoragePool *self)
{
  libvirt_entity_list_reload (LIBVIRT_ENTITY (self), LIBVIRT_KIND_STORAGE_VOL);
}

static void
libvirt_storage_pool_class_init (LibvirtStoragePoolClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = libvirt_storage_pool_get_property;
  ((LibvirtEntityClass *) klass)->details = &libvirt_storage_pool_details;

  /**
   * LibvirtStoragePool:active: (getter peek_active)
   *
   * Whether the pool has been started, so that volumes can be made and used.
   *
   * Since: 1.0
   */
  libvirt_entity_install_flag (object_class, LIBVIRT_PROP_ACTIVE);

  /**
   * LibvirtStoragePool:autostart: (getter peek_autostart)
   *
   * Whether the pool is started together with the daemon of its host. A change by others is seen
   * when the pools are listed again, or the pool is refreshed.
   *
   * Since: 1.0
   */
  libvirt_entity_install_flag (object_class, LIBVIRT_PROP_AUTOSTART);

  /**
   * LibvirtStoragePool:persistent: (getter peek_persistent)
   *
   * Whether the host keeps a definition: a pool without one is gone when it stops. What is stored
   * stays in either case.
   *
   * Since: 1.0
   */
  libvirt_entity_install_flag (object_class, LIBVIRT_PROP_PERSISTENT);

  /**
   * LibvirtStoragePool:can-destroy:
   *
   * Whether there is something to stop: for a button that calls libvirt_storage_pool_destroy().
   *
   * Since: 1.0
   */
  libvirt_entity_install_flag (object_class, LIBVIRT_PROP_CAN_DESTROY);

  /**
   * LibvirtStoragePool:can-start:
   *
   * Whether the pool is there and not started: for a button that calls
   * libvirt_storage_pool_create().
   *
   * Since: 1.0
   */
  libvirt_entity_install_flag (object_class, LIBVIRT_PROP_CAN_START);

  /**
   * LibvirtStoragePool:allocation:
   *
   * How much of the pool is taken, in bytes. What this program does with its volumes is in it at once, as
   * far as the host counts it, what others do when the pool is refreshed or asked by
   * libvirt_storage_pool_get_info().
   *
   * Since: 1.0
   */
  props[PROP_ALLOCATION] =
    g_param_spec_uint64 ("allocation", NULL, NULL, 0, G_MAXUINT64, 0, flags);

  /**
   * LibvirtStoragePool:available:
   *
   * How much more could be stored in the pool, in bytes.
   *
   * Since: 1.0
   */
  props[PROP_AVAILABLE] = g_param_spec_uint64 ("available", NULL, NULL, 0, G_MAXUINT64, 0, flags);

  /**
   * LibvirtStoragePool:capacity:
   *
   * The size of the whole pool, in bytes; 0 if it has never been started.
   *
   * Since: 1.0
   */
  props[PROP_CAPACITY] = g_param_spec_uint64 ("capacity", NULL, NULL, 0, G_MAXUINT64, 0, flags);

  /**
   * LibvirtStoragePool:state: (getter peek_state)
   *
   * Whether the pool can be used, and if not, why.
   *
   * Since: 1.0
   */
  props[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, LIBVIRT_TYPE_STORAGE_POOL_STATE,
                                         LIBVIRT_STORAGE_POOL_STATE_INACTIVE, flags);

  /**
   * LibvirtStoragePool:uuid: (getter get_uuid_string)
   *
   * What tells the pool from all others, as text of 36 characters. It never changes.
   *
   * Since: 1.0
   */
  props[PROP_UUID] = g_param_spec_string ("uuid", NULL, NULL, NULL, flags);

  /**
   * LibvirtStoragePool:volumes: (getter get_volumes)
   *
   * What is in the pool, as a #LibvirtEntityList of #LibvirtStorageVol. It fills itself when it is
   * read first, shows what this program makes and deletes at once, and loads again when the pool is
   * refreshed. As no event tells of what others make, #LibvirtEntityList:interval may be of use. While the
   * pool is stopped nobody can look, and the list keeps what it has.
   *
   * Since: 1.0
   */
  props[PROP_VOLUMES] = g_param_spec_object ("volumes", NULL, NULL, G_TYPE_LIST_MODEL, flags);

  /* One by one: the ids are the bits of what changed. */
  for (guint prop_id = LIBVIRT_FIRST_OWN_PROP; prop_id < N_PROPS; prop_id++)
    g_object_class_install_property (object_class, prop_id, props[prop_id]);

  libvirt_entity_events_class_init (&libvirt_storage_pool_events, object_class);
  g_signal_override_class_handler ("event-refresh", LIBVIRT_TYPE_STORAGE_POOL,
                                   G_CALLBACK (on_refreshed));
}

static void
libvirt_storage_pool_init (LibvirtStoragePool *self)
{
}

/**
 * libvirt_storage_pool_get_connection:
 * @self: a storage pool
 *
 * Gets the connection the storage pool was found on, which it does not keep alive.
 *
 * Stands for virStoragePoolGetConnect().
 *
 * Returns: (transfer none) (nullable): the connection of the storage pool, or %NULL once that is
 *   gone
 *
 * Since: 1.0
 */
LibvirtConnect *
libvirt_storage_pool_get_connection (LibvirtStoragePool *self)
{
  g_return_val_if_fail (LIBVIRT_IS_STORAGE_POOL (self), NULL);

  return libvirt_entity_get_connection (LIBVIRT_ENTITY (self));
}

/**
 * libvirt_storage_pool_get_name:
 * @self: a storage pool
 *
 * Gets what the storage pool is called on its host; nothing is asked.
 *
 * Calls virStoragePoolGetName().
 *
 * Returns: (transfer none): the name; lives as long as the pool object, also through a redefinition
 *
 * Since: 1.0
 */
const char *
libvirt_storage_pool_get_name (LibvirtStoragePool *self)
{
  g_return_val_if_fail (LIBVIRT_IS_STORAGE_POOL (self), NULL);

  return libvirt_entity_get_name (LIBVIRT_ENTITY (self));
}

/**
 * libvirt_storage_pool_get_uuid:
 * @self: a storage pool
 *
 * Gets the UUID of the storage pool as its bytes.
 *
 * Calls virStoragePoolGetUUID().
 *
 * Returns: (transfer full): the 16 bytes that tell the storage pool from others
 *
 * Since: 1.0
 */
GBytes *
libvirt_storage_pool_get_uuid (LibvirtStoragePool *self)
{
  g_return_val_if_fail (LIBVIRT_IS_STORAGE_POOL (self), NULL);

  return g_bytes_new (LIBVIRT_ENTITY (self)->uuid, VIR_UUID_BUFLEN);
}

/**
 * libvirt_storage_pool_get_uuid_string:
 * @self: a storage pool
 *
 * Gets the UUID of the storage pool in writing, with small letters.
 *
 * Stands for virStoragePoolGetUUIDString().
 *
 * Returns: (transfer none): 36 characters, valid as long as the storage pool
 *
 * Since: 1.0
 */
const char *
libvirt_storage_pool_get_uuid_string (LibvirtStoragePool *self)
{
  g_return_val_if_fail (LIBVIRT_IS_STORAGE_POOL (self), NULL);

  return libvirt_entity_get_uuid_text (LIBVIRT_ENTITY (self));
}

/**
 * libvirt_storage_pool_peek_active:
 * @self: a storage pool
 *
 * Reads #LibvirtStoragePool:active; libvirt_storage_pool_is_active() asks the host instead.
 *
 * Returns: %TRUE while the pool is started
 *
 * Since: 1.0
 */
gboolean
libvirt_storage_pool_peek_active (LibvirtStoragePool *self)
{
  g_return_val_if_fail (LIBVIRT_IS_STORAGE_POOL (self), FALSE);

  return libvirt_entity_peek_flag (LIBVIRT_ENTITY (self), LIBVIRT_PROP_ACTIVE);
}

/**
 * libvirt_storage_pool_peek_persistent:
 * @self: a storage pool
 *
 * Reads #LibvirtStoragePool:persistent; libvirt_storage_pool_is_persistent() asks the host instead.
 *
 * Returns: %TRUE if a definition is kept
 *
 * Since: 1.0
 */
gboolean
libvirt_storage_pool_peek_persistent (LibvirtStoragePool *self)
{
  g_return_val_if_fail (LIBVIRT_IS_STORAGE_POOL (self), FALSE);

  return libvirt_entity_peek_flag (LIBVIRT_ENTITY (self), LIBVIRT_PROP_PERSISTENT);
}

/**
 * libvirt_storage_pool_peek_autostart:
 * @self: a storage pool
 *
 * Reads #LibvirtStoragePool:autostart; libvirt_storage_pool_get_autostart() asks the host instead.
 *
 * Returns: %TRUE if the pool is started with its host
 *
 * Since: 1.0
 */
gboolean
libvirt_storage_pool_peek_autostart (LibvirtStoragePool *self)
{
  g_return_val_if_fail (LIBVIRT_IS_STORAGE_POOL (self), FALSE);

  return libvirt_entity_peek_flag (LIBVIRT_ENTITY (self), LIBVIRT_PROP_AUTOSTART);
}

/**
 * libvirt_storage_pool_peek_state:
 * @self: a storage pool
 *
 * Reads #LibvirtStoragePool:state; libvirt_storage_pool_get_info() asks the host instead.
 *
 * Returns: how the pool is, as far as this process has heard
 *
 * Since: 1.0
 */
LibvirtStoragePoolState
libvirt_storage_pool_peek_state (LibvirtStoragePool *self)
{
  LibvirtCore *core;
  int state;

  g_return_val_if_fail (LIBVIRT_IS_STORAGE_POOL (self), LIBVIRT_STORAGE_POOL_STATE_INACTIVE);

  core = LIBVIRT_ENTITY (self)->core;
  g_mutex_lock (&core->lock);
  state = LIBVIRT_ENTITY (self)->state;
  g_mutex_unlock (&core->lock);

  return libvirt_enum_known (LIBVIRT_TYPE_STORAGE_POOL_STATE, state);
}

/**
 * libvirt_storage_pool_get_volumes:
 * @self: a storage pool
 *
 * Gets the live list of what is in the pool. The first call makes it and starts filling it: it is
 * empty until #LibvirtEntityList:loading becomes %FALSE. To be called in the context of the
 * connection.
 *
 * Returns: (transfer none): a #LibvirtEntityList of #LibvirtStorageVol, always the same
 *
 * Since: 1.0
 */
GListModel *
libvirt_storage_pool_get_volumes (LibvirtStoragePool *self)
{
  g_return_val_if_fail (LIBVIRT_IS_STORAGE_POOL (self), NULL);

  return libvirt_entity_list_of (LIBVIRT_ENTITY (self), &libvirt_storage_vol_details);
}

/* Of what a call of ours has changed, the figures are not said. */
static gboolean
own_call_changed (LibvirtOwnCall *call)
{
  LibvirtBase base = { 0 };

  if (!pool_query (call->handle->storage_pool, &base, NULL))
    return libvirt_own_call_ask (call);

  return libvirt_own_call_take (call, &base);
}

static gboolean
own_call_stopped (LibvirtOwnCall *call)
{
  LibvirtBase base = { .fields = LIBVIRT_HAS_STATE, .state = VIR_STORAGE_POOL_INACTIVE };

  return libvirt_own_call_take (call, &base);
}

/**
 * libvirt_storage_pool_is_active:
 * @self: a storage pool
 * @error: return location for a #GError
 *
 * Asks the host whether the pool is started (blocks).
 *
 * Calls virStoragePoolIsActive().
 *
 * Returns: %TRUE if it is; %FALSE if not, and also on failure: then @error is set
 *
 * Since: 1.0
 */
gboolean
libvirt_storage_pool_is_active (LibvirtStoragePool *self,
                                GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_STORAGE_POOL (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check_boolean (virStoragePoolIsActive (handle->storage_pool), error);
}

/**
 * libvirt_storage_pool_is_persistent:
 * @self: a storage pool
 * @error: return location for a #GError
 *
 * Asks the host whether it keeps a definition of the pool (blocks).
 *
 * Calls virStoragePoolIsPersistent().
 *
 * Returns: %TRUE if it does; %FALSE if not, and also on failure: then @error is set
 *
 * Since: 1.0
 */
gboolean
libvirt_storage_pool_is_persistent (LibvirtStoragePool *self,
                                    GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_STORAGE_POOL (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check_boolean (virStoragePoolIsPersistent (handle->storage_pool), error);
}

/**
 * libvirt_storage_pool_get_autostart:
 * @self: a storage pool
 * @error: return location for a #GError
 *
 * Asks the host whether it starts the pool when it starts itself (blocks).
 *
 * Calls virStoragePoolGetAutostart().
 *
 * Returns: %TRUE if it does; %FALSE if not, and also on failure: then @error is set
 *
 * Since: 1.0
 */
gboolean
libvirt_storage_pool_get_autostart (LibvirtStoragePool *self,
                                    GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  int autostart = 0;

  g_return_val_if_fail (LIBVIRT_IS_STORAGE_POOL (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  return handle != NULL &&
         libvirt_check (virStoragePoolGetAutostart (handle->storage_pool, &autostart), error) &&
         autostart != 0;
}

/**
 * libvirt_storage_pool_set_autostart:
 * @self: a persistent pool
 * @autostart: whether its host is to start the pool
 * @error: return location for a #GError
 *
 * Decides whether the pool is started together with the daemon of its host (blocks).
 *
 * Fails with %LIBVIRT_ERROR_INVALID_ARG or %LIBVIRT_ERROR_INTERNAL_ERROR if the pool is not persistent.
 * Calls virStoragePoolSetAutostart().
 *
 * Returns: %TRUE if the host will do so
 *
 * Since: 1.0
 */
gboolean
libvirt_storage_pool_set_autostart (LibvirtStoragePool *self,
                                    gboolean autostart,
                                    GError **error)
{
  g_auto (LibvirtOwnCall) call = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_STORAGE_POOL (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_own_call_begin (&call, self, error) &&
         libvirt_check (virStoragePoolSetAutostart (call.handle->storage_pool, autostart != FALSE),
                        error) &&
         libvirt_own_call_autostart (&call, autostart != FALSE);
}

/* Brings the properties up to date. */
static gboolean
pool_ask_info (LibvirtStoragePool *self,
               virStoragePoolInfo *native,
               GError **error)
{
  g_auto (LibvirtOwnCall) call = { 0 };
  LibvirtBase base = { 0 };

  if (!libvirt_own_call_begin (&call, self, error) ||
      !libvirt_check (virStoragePoolGetInfo (call.handle->storage_pool, native), error))
    return FALSE;

  base_from_info (&base, native);
  libvirt_entity_update (call.entity, &base, LIBVIRT_FROM_ANSWER, call.serial);
  return TRUE;
}

void
libvirt_storage_pool_ask_space (LibvirtStoragePool *self)
{
  virStoragePoolInfo native;

  if (!pool_ask_info (self, &native, NULL))
    virResetLastError ();
}

/**
 * libvirt_storage_pool_get_info:
 * @self: a storage pool
 * @error: return location for a #GError
 *
 * Asks the host how full the pool is (blocks), and brings the properties up to date.
 *
 * Calls virStoragePoolGetInfo().
 *
 * Returns: (transfer full): the figures, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtStoragePoolInfo *
libvirt_storage_pool_get_info (LibvirtStoragePool *self,
                               GError **error)
{
  LibvirtStoragePoolInfo *info;
  virStoragePoolInfo native;

  g_return_val_if_fail (LIBVIRT_IS_STORAGE_POOL (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!pool_ask_info (self, &native, error))
    return NULL;

  info = libvirt_storage_pool_info_new ();
  info->state = libvirt_enum_known (LIBVIRT_TYPE_STORAGE_POOL_STATE, native.state);
  info->capacity = native.capacity;
  info->allocation = native.allocation;
  info->available = native.available;
  return info;
}

/**
 * libvirt_storage_pool_create:
 * @self: a pool that is not started
 * @flags: whether to build it first
 * @error: return location for a #GError
 *
 * Starts the pool (blocks): what virsh calls pool-start. What it is made of must be there, or be
 * built with it.
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_INVALID if it is started already. Calls
 * virStoragePoolCreate().
 *
 * Returns: %TRUE if volumes can be used
 *
 * Since: 1.0
 */
gboolean
libvirt_storage_pool_create (LibvirtStoragePool *self,
                             LibvirtStoragePoolCreateFlags flags,
                             GError **error)
{
  g_auto (LibvirtOwnCall) call = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_STORAGE_POOL (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_own_call_begin (&call, self, error) &&
         libvirt_check (virStoragePoolCreate (call.handle->storage_pool, flags), error) &&
         own_call_changed (&call);
}

/**
 * libvirt_storage_pool_build:
 * @self: a pool that is not started
 * @flags: what to do with what is there already
 * @error: return location for a #GError
 *
 * Makes what the pool consists of (blocks): the folder, the file system, the group of logical
 * volumes. With %LIBVIRT_STORAGE_POOL_BUILD_FLAGS_OVERWRITE what was there is lost.
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_INVALID if the pool is started. Calls virStoragePoolBuild().
 *
 * Returns: %TRUE if the pool could be started now
 *
 * Since: 1.0
 */
gboolean
libvirt_storage_pool_build (LibvirtStoragePool *self,
                            LibvirtStoragePoolBuildFlags flags,
                            GError **error)
{
  g_auto (LibvirtOwnCall) call = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_STORAGE_POOL (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_own_call_begin (&call, self, error) &&
         libvirt_check (virStoragePoolBuild (call.handle->storage_pool, flags), error) &&
         own_call_changed (&call);
}

/**
 * libvirt_storage_pool_destroy:
 * @self: a pool that is started
 * @error: return location for a #GError
 *
 * Stops the pool (blocks). What is in it stays there. Without a definition the pool is gone.
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_INVALID if it is not started. Calls virStoragePoolDestroy().
 *
 * Returns: %TRUE if it is stopped
 *
 * Since: 1.0
 */
gboolean
libvirt_storage_pool_destroy (LibvirtStoragePool *self,
                              GError **error)
{
  g_auto (LibvirtOwnCall) call = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_STORAGE_POOL (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_own_call_begin (&call, self, error) &&
         libvirt_check (virStoragePoolDestroy (call.handle->storage_pool), error) &&
         own_call_stopped (&call);
}

/**
 * libvirt_storage_pool_delete:
 * @self: a pool that is not started
 * @flags: whether to overwrite what was in it
 * @error: return location for a #GError
 *
 * Deletes what the pool consists of (blocks); all that is in it is lost. The definition stays.
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_INVALID if the pool is started. Calls virStoragePoolDelete().
 *
 * Returns: %TRUE if nothing is left of it
 *
 * Since: 1.0
 */
gboolean
libvirt_storage_pool_delete (LibvirtStoragePool *self,
                             LibvirtStoragePoolDeleteFlags flags,
                             GError **error)
{
  g_auto (LibvirtOwnCall) call = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_STORAGE_POOL (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_own_call_begin (&call, self, error) &&
         libvirt_check (virStoragePoolDelete (call.handle->storage_pool, flags), error) &&
         own_call_changed (&call);
}

/**
 * libvirt_storage_pool_undefine:
 * @self: a persistent pool
 * @error: return location for a #GError
 *
 * Has the host forget the definition (blocks). What is in the pool stays there.
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_INVALID if the pool is started. Calls
 * virStoragePoolUndefine().
 *
 * Returns: %TRUE if the host does not know the pool any more
 *
 * Since: 1.0
 */
gboolean
libvirt_storage_pool_undefine (LibvirtStoragePool *self,
                               GError **error)
{
  g_auto (LibvirtOwnCall) call = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_STORAGE_POOL (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_own_call_begin (&call, self, error) &&
         libvirt_check (virStoragePoolUndefine (call.handle->storage_pool), error) &&
         libvirt_own_call_persistent (&call, FALSE);
}

/* Volumes of others are there with the next load; those that are gone as well. */
static gboolean
own_call_refreshed (LibvirtOwnCall *call)
{
  if (libvirt_emitter_enter (call->entity->core->emitter))
    {
      on_refreshed (LIBVIRT_STORAGE_POOL (call->entity));
      libvirt_emitter_leave (call->entity->core->emitter);
    }

  return own_call_changed (call);
}

/**
 * libvirt_storage_pool_refresh:
 * @self: a pool that is started
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Has the host look what is in the pool (blocks): what was put there without libvirt is a volume
 * from then on. #LibvirtStoragePool:volumes loads again.
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_INVALID if the pool is not started. Calls
 * virStoragePoolRefresh().
 *
 * Returns: %TRUE if the host has looked
 *
 * Since: 1.0
 */
gboolean
libvirt_storage_pool_refresh (LibvirtStoragePool *self,
                              guint flags,
                              GError **error)
{
  g_auto (LibvirtOwnCall) call = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_STORAGE_POOL (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_own_call_begin (&call, self, error) &&
         libvirt_check (virStoragePoolRefresh (call.handle->storage_pool, flags), error) &&
         own_call_refreshed (&call);
}

/**
 * libvirt_storage_pool_get_xml_desc:
 * @self: a storage pool
 * @flags: whether the definition is wanted rather than how the pool is now
 * @error: return location for a #GError
 *
 * Gets the description of the pool in libvirt's format (blocks).
 *
 * Calls virStoragePoolGetXMLDesc().
 *
 * Returns: (transfer full): the pool as an XML document, or %NULL on failure
 *
 * Since: 1.0
 */
char *
libvirt_storage_pool_get_xml_desc (LibvirtStoragePool *self,
                                   LibvirtStorageXMLFlags flags,
                                   GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_STORAGE_POOL (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_check_string (virStoragePoolGetXMLDesc (handle->storage_pool, flags), error);
}
