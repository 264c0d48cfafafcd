/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "storage/libvirt-storage-vol-private.h"

#include <libvirt/virterror.h>

#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-own-call-private.h"
#include "runtime/libvirt-values-private.h"

/**
 * SECTION:libvirt-storage-vol
 * @title: LibvirtStorageVol
 * @short_description: the disk of a guest, or another piece of storage
 *
 * A volume is a file, a logical volume, a partition or the like in a #LibvirtStoragePool. It is
 * found there by its name, or through the connection by its path:
 * libvirt_storage_pool_lookup_volume_by_name(), libvirt_connect_lookup_volume_by_path().
 *
 * A volume is known by its pool and its name. What is made under a name that was in use before is
 * another volume, and another object. No event tells of volumes: #LibvirtEntity:exists becomes
 * %FALSE when this program deletes one, or when the live list finds it missing.
 *
 * Since: 1.0
 */

/**
 * LibvirtStorageVol:
 *
 * One piece of storage in a pool.
 *
 * Since: 1.0
 */

enum
{
  PROP_KEY = LIBVIRT_FIRST_OWN_PROP,
};

struct _LibvirtStorageVol
{
  LibvirtNamedEntity parent_instance;

  char *key; /* never changes */
};

G_DEFINE_FINAL_TYPE (LibvirtStorageVol, libvirt_storage_vol, LIBVIRT_TYPE_ENTITY)

static const char *
volume_read_name (gpointer native,
                  char *buffer)
{
  return virStorageVolGetName (native);
}

static gpointer
volume_look_up (gpointer owner,
                LibvirtEntity *self)
{
  return virStorageVolLookupByName (owner, libvirt_entity_read_name (self));
}

/* The native pointer is there when the object is made. */
static guint
volume_take (LibvirtEntity *entity,
             const LibvirtBase *base)
{
  LibvirtStorageVol *self = LIBVIRT_STORAGE_VOL (entity);
  virStorageVolPtr native = libvirt_entity_peek_native (entity);

  if (self->key == NULL && native != NULL)
    self->key = libvirt_dup_valid (virStorageVolGetKey (native));
  return libvirt_entity_take_only_flags (entity, base);
}

static int
list_volumes (gpointer pool,
              gpointer **natives,
              unsigned int flags)
{
  return virStoragePoolListAllVolumes (pool, (virStorageVolPtr **) natives, flags);
}

GPtrArray *
libvirt_storage_vol_adopt_list (LibvirtStoragePool *pool,
                                virStoragePoolPtr native,
                                guint flags,
                                GError **error)
{
  LibvirtEntity *owner = LIBVIRT_ENTITY (pool);

  return libvirt_adopt_listed (owner->core, &libvirt_storage_vol_details, owner, native,
                               list_volumes, flags, error);
}

/* A pool that is not started has none. */
static GPtrArray *
volume_list (LibvirtCore *core,
             LibvirtEntity *owner,
             gpointer native_owner,
             GError **error)
{
  if (virStoragePoolIsActive (native_owner) == 0)
    return g_ptr_array_new_with_free_func (g_object_unref);

  return libvirt_storage_vol_adopt_list (LIBVIRT_STORAGE_POOL (owner), native_owner, 0, error);
}

const LibvirtEntityDetails libvirt_storage_vol_details = {
  .kind = LIBVIRT_KIND_STORAGE_VOL,
  .owner_kind = LIBVIRT_KIND_STORAGE_POOL,
  .get_type = libvirt_storage_vol_get_type,
  .gone_code = VIR_ERR_NO_STORAGE_VOL,
  .read_name = volume_read_name,
  .look_up = volume_look_up,
  .take = volume_take,
  .notify_changed = libvirt_entity_notify_flags,
  .list = volume_list,
};

/* The object for the pool of a native volume, which is asked for if it is not known. */
static LibvirtStoragePool *
adopt_pool_of (LibvirtCore *core,
               virStorageVolPtr native,
               GError **error)
{
  LibvirtLookup lookup;

  libvirt_lookup_begin (&lookup, core);
  return libvirt_lookup_end (&lookup, &libvirt_storage_pool_details, NULL,
                             virStoragePoolLookupByVolume (native), error);
}

LibvirtStorageVol *
libvirt_storage_vol_adopt (LibvirtCore *core,
                           virStorageVolPtr native,
                           GError **error)
{
  g_autoptr (LibvirtStoragePool) pool = NULL;
  LibvirtStorageVol *volume = NULL;
  LibvirtLookup lookup;

  if (libvirt_check_pointer (native, error) == NULL)
    return NULL;

  libvirt_lookup_begin (&lookup, core);
  pool = adopt_pool_of (core, native, error);
  if (pool != NULL)
    volume = libvirt_adopt (core, &libvirt_storage_vol_details, LIBVIRT_ENTITY (pool), native,
                            lookup.serial, error);
  else
    virStorageVolFree (native);
  libvirt_core_end_load (core);

  return volume;
}

static void
libvirt_storage_vol_finalize (GObject *object)
{
  g_free (LIBVIRT_STORAGE_VOL (object)->key);

  G_OBJECT_CLASS (libvirt_storage_vol_parent_class)->finalize (object);
}

static void
libvirt_storage_vol_get_property (GObject *object,
                                  guint prop_id,
                                  GValue *value,
                                  GParamSpec *pspec)
{
  g_value_set_string (value, libvirt_storage_vol_get_key (LIBVIRT_STORAGE_VOL (object)));
}

static void
libvirt_storage_vol_class_init (LibvirtStorageVolClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = libvirt_storage_vol_finalize;
  object_class->get_property = libvirt_storage_vol_get_property;
  ((LibvirtEntityClass *) klass)->details = &libvirt_storage_vol_details;

  /**
   * LibvirtStorageVol:key: (getter get_key)
   *
   * What libvirt tells the volume by among those of all pools of the host; often its path.
   *
   * Since: 1.0
   */
  g_object_class_install_property (
    object_class, PROP_KEY,
    g_param_spec_string ("key", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));
}

static void
libvirt_storage_vol_init (LibvirtStorageVol *self)
{
}

/**
 * libvirt_storage_vol_get_connection:
 * @self: a volume
 *
 * Gets the connection through which the volume was found; it is not kept alive.
 *
 * Stands for virStorageVolGetConnect().
 *
 * Returns: (transfer none) (nullable): where it was found, or %NULL once that is gone
 *
 * Since: 1.0
 */
LibvirtConnect *
libvirt_storage_vol_get_connection (LibvirtStorageVol *self)
{
  g_return_val_if_fail (LIBVIRT_IS_STORAGE_VOL (self), NULL);

  return libvirt_entity_get_connection (LIBVIRT_ENTITY (self));
}

/**
 * libvirt_storage_vol_get_name:
 * @self: a volume
 *
 * Gets what the volume is called in its pool; that never changes.
 *
 * Calls virStorageVolGetName().
 *
 * Returns: (transfer none): the name, valid as long as @self
 *
 * Since: 1.0
 */
const char *
libvirt_storage_vol_get_name (LibvirtStorageVol *self)
{
  g_return_val_if_fail (LIBVIRT_IS_STORAGE_VOL (self), NULL);

  return libvirt_entity_get_name (LIBVIRT_ENTITY (self));
}

/**
 * libvirt_storage_vol_get_key:
 * @self: a volume
 *
 * Gets #LibvirtStorageVol:key without asking.
 *
 * Calls virStorageVolGetKey().
 *
 * Returns: (transfer none): the key, valid as long as @self
 *
 * Since: 1.0
 */
const char *
libvirt_storage_vol_get_key (LibvirtStorageVol *self)
{
  g_return_val_if_fail (LIBVIRT_IS_STORAGE_VOL (self), NULL);

  return self->key;
}

/**
 * libvirt_storage_vol_get_path:
 * @self: a volume
 * @error: return location for a #GError
 *
 * Asks where the volume is on its host (blocks): a path, or another text that a guest's description
 * has as the source of a disk.
 *
 * Calls virStorageVolGetPath().
 *
 * Returns: (transfer full) (type filename): the path, or %NULL on failure
 *
 * Since: 1.0
 */
char *
libvirt_storage_vol_get_path (LibvirtStorageVol *self,
                              GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_STORAGE_VOL (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_check_string (virStorageVolGetPath (handle->storage_vol), error);
}

/**
 * libvirt_storage_vol_get_xml_desc:
 * @self: a volume
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Gets the description of the volume in libvirt's format (blocks).
 *
 * Calls virStorageVolGetXMLDesc().
 *
 * Returns: (transfer full): the volume as an XML document, or %NULL on failure
 *
 * Since: 1.0
 */
char *
libvirt_storage_vol_get_xml_desc (LibvirtStorageVol *self,
                                  guint flags,
                                  GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_STORAGE_VOL (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_check_string (virStorageVolGetXMLDesc (handle->storage_vol, flags), error);
}

static LibvirtStorageVolInfo *
info_from_native (const virStorageVolInfo *native)
{
  LibvirtStorageVolInfo *self = libvirt_storage_vol_info_new ();

  self->type = libvirt_enum_known (LIBVIRT_TYPE_STORAGE_VOL_TYPE, native->type);
  self->capacity = native->capacity;
  self->allocation = native->allocation;
  return self;
}

/**
 * libvirt_storage_vol_get_info:
 * @self: a volume
 * @error: return location for a #GError
 *
 * Asks how large the volume is (blocks).
 *
 * Calls virStorageVolGetInfo().
 *
 * Returns: (transfer full): type and sizes, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtStorageVolInfo *
libvirt_storage_vol_get_info (LibvirtStorageVol *self,
                              GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  virStorageVolInfo native;

  g_return_val_if_fail (LIBVIRT_IS_STORAGE_VOL (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL || !libvirt_check (virStorageVolGetInfo (handle->storage_vol, &native), error))
    return NULL;

  return info_from_native (&native);
}

/**
 * libvirt_storage_vol_get_info_flags:
 * @self: a volume
 * @flags: whether the size of the file is wanted in place of what it takes
 * @error: return location for a #GError
 *
 * Asks how large the volume is (blocks). With %LIBVIRT_STORAGE_VOL_INFO_FLAGS_GET_PHYSICAL the
 * allocation is the length of the file that the volume is in, holes included.
 *
 * Calls virStorageVolGetInfoFlags().
 *
 * Returns: (transfer full): the kind of volume and its sizes, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtStorageVolInfo *
libvirt_storage_vol_get_info_flags (LibvirtStorageVol *self,
                                    LibvirtStorageVolInfoFlags flags,
                                    GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  virStorageVolInfo native;

  g_return_val_if_fail (LIBVIRT_IS_STORAGE_VOL (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL || !libvirt_check (virStorageVolGetInfoFlags (handle->storage_vol, &native, flags), error))
    return NULL;

  return info_from_native (&native);
}

/**
 * libvirt_storage_vol_lookup_pool:
 * @self: a volume
 * @error: return location for a #GError
 *
 * Finds the pool that the volume is in (blocks).
 *
 * Calls virStoragePoolLookupByVolume().
 *
 * Returns: (transfer full): the pool, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtStoragePool *
libvirt_storage_vol_lookup_pool (LibvirtStorageVol *self,
                                 GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_STORAGE_VOL (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  return handle != NULL ? adopt_pool_of (LIBVIRT_ENTITY (self)->core, handle->storage_vol, error) : NULL;
}

static void
ask_space_of_pool (LibvirtStorageVol *self)
{
  g_autoptr (LibvirtEntity) pool = libvirt_entity_find_owner (LIBVIRT_ENTITY (self));

  if (pool != NULL)
    libvirt_storage_pool_ask_space (LIBVIRT_STORAGE_POOL (pool));
}

/**
 * libvirt_storage_vol_delete:
 * @self: a volume
 * @flags: whether to overwrite it first, or delete what depends on it as well
 * @error: return location for a #GError
 *
 * Deletes the volume with what is in it (blocks).
 *
 * Calls virStorageVolDelete().
 *
 * Returns: %TRUE if it is no more
 *
 * Since: 1.0
 */
gboolean
libvirt_storage_vol_delete (LibvirtStorageVol *self,
                            LibvirtStorageVolDeleteFlags flags,
                            GError **error)
{
  g_auto (LibvirtOwnCall) call = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_STORAGE_VOL (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!libvirt_own_call_begin (&call, self, error) ||
      !libvirt_check (virStorageVolDelete (call.handle->storage_vol, flags), error))
    return FALSE;

  libvirt_own_call_gone (&call);
  ask_space_of_pool (self);
  return TRUE;
}

/**
 * libvirt_storage_vol_resize:
 * @self: a volume
 * @capacity: the size it is to have, in bytes; with %LIBVIRT_STORAGE_VOL_RESIZE_FLAGS_DELTA what it
 *   is to gain or lose
 * @flags: how to understand @capacity, and whether to make it smaller
 * @error: return location for a #GError
 *
 * Changes the size of the volume (blocks). What is cut off is lost, so that must be allowed by
 * %LIBVIRT_STORAGE_VOL_RESIZE_FLAGS_SHRINK, and what is allocated is never cut off. For the disk of
 * a running guest there is libvirt_domain_block_resize().
 *
 * Calls virStorageVolResize().
 *
 * Returns: %TRUE if it has that size
 *
 * Since: 1.0
 */
gboolean
libvirt_storage_vol_resize (LibvirtStorageVol *self,
                            guint64 capacity,
                            LibvirtStorageVolResizeFlags flags,
                            GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_STORAGE_VOL (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL ||
      !libvirt_check (virStorageVolResize (handle->storage_vol, capacity, flags), error))
    return FALSE;

  ask_space_of_pool (self);
  return TRUE;
}

/**
 * libvirt_storage_vol_wipe:
 * @self: a volume
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Overwrites the volume with zeros (blocks), so that nobody can read what was in it. On some
 * storage that does not reach old copies.
 *
 * Calls virStorageVolWipe().
 *
 * Returns: %TRUE if all of it is zeros
 *
 * Since: 1.0
 */
gboolean
libvirt_storage_vol_wipe (LibvirtStorageVol *self,
                          guint flags,
                          GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_STORAGE_VOL (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  return handle != NULL && libvirt_check (virStorageVolWipe (handle->storage_vol, flags), error);
}

/**
 * libvirt_storage_vol_wipe_pattern:
 * @self: a volume
 * @algorithm: what to overwrite it with
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Overwrites the volume with a pattern (blocks).
 *
 * Fails with %LIBVIRT_ERROR_INVALID_ARG if the host does not have the algorithm. Calls
 * virStorageVolWipePattern().
 *
 * Returns: %TRUE if what was in it is overwritten
 *
 * Since: 1.0
 */
gboolean
libvirt_storage_vol_wipe_pattern (LibvirtStorageVol *self,
                                  LibvirtStorageVolWipeAlgorithm algorithm,
                                  guint flags,
                                  GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_STORAGE_VOL (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virStorageVolWipePattern (handle->storage_vol, algorithm, flags), error);
}
