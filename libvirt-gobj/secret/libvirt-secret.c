/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "secret/libvirt-secret-private.h"

#include <libvirt/virterror.h>
#include <stdlib.h>
#include <string.h>

#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-own-call-private.h"
#include "runtime/libvirt-values-private.h"

/**
 * SECTION:libvirt-secret
 * @title: LibvirtSecret
 * @short_description: a password or key that a host keeps for its guests
 *
 * Encrypted disks, and storage on other hosts, need passwords that are in no description: a secret
 * has one, and says what it is for. Get one from its connection:
 * libvirt_connect_lookup_secret_by_usage(), libvirt_connect_define_secret_xml(). The value is set
 * and read apart from that; this library overwrites its own copies when they are no longer needed.
 *
 * #LibvirtEntity:name of a secret is its #LibvirtSecret:usage-id.
 *
 * Since: 1.0
 */

/**
 * LibvirtSecret:
 *
 * Something that a host keeps to itself, with a note of what it is for.
 *
 * Since: 1.0
 */

enum
{
  PROP_USAGE_ID = LIBVIRT_FIRST_OWN_PROP,
  PROP_USAGE_TYPE,
  PROP_UUID,
};

struct _LibvirtSecret
{
  LibvirtEntity parent_instance;

  int usage_type; /* guarded by the core's lock */
};

G_DEFINE_FINAL_TYPE (LibvirtSecret, libvirt_secret, LIBVIRT_TYPE_ENTITY)

static void
secret_read_uuid (gpointer native,
                  guint8 *uuid)
{
  virSecretGetUUID (native, uuid);
}

static const char *
secret_read_name (gpointer native,
                  char *buffer)
{
  return virSecretGetUsageID (native);
}

static gpointer
secret_look_up (gpointer owner,
                LibvirtEntity *self)
{
  return virSecretLookupByUUID (owner, self->uuid);
}

/* The native pointer is there when the object is made. */
static guint
secret_take (LibvirtEntity *entity,
             const LibvirtBase *base)
{
  virSecretPtr native = libvirt_entity_peek_native (entity);

  if (native != NULL)
    LIBVIRT_SECRET (entity)->usage_type = virSecretGetUsageType (native);
  return libvirt_entity_take_only_flags (entity, base);
}

static int
list_secrets (gpointer connect,
              gpointer **natives,
              unsigned int flags)
{
  return virConnectListAllSecrets (connect, (virSecretPtr **) natives, flags);
}

GPtrArray *
libvirt_secret_adopt_list (LibvirtCore *core,
                           virConnectPtr connect,
                           guint flags,
                           GError **error)
{
  return libvirt_adopt_listed (core, &libvirt_secret_details, NULL, connect, list_secrets, flags,
                               error);
}

static GPtrArray *
secret_list (LibvirtCore *core,
             LibvirtEntity *owner,
             gpointer native_owner,
             GError **error)
{
  return libvirt_secret_adopt_list (core, native_owner, 0, error);
}

const LibvirtEntityDetails libvirt_secret_details = {
  .kind = LIBVIRT_KIND_SECRET,
  .owner_kind = LIBVIRT_KIND_CONNECT,
  .get_type = libvirt_secret_get_type,
  .gone_code = VIR_ERR_NO_SECRET,
  .read_uuid = secret_read_uuid,
  .read_name = secret_read_name,
  .look_up = secret_look_up,
  .take = secret_take,
  .notify_changed = libvirt_entity_notify_flags,
  .list = secret_list,
};

static void
libvirt_secret_get_property (GObject *object,
                             guint prop_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  LibvirtSecret *self = LIBVIRT_SECRET (object);

  switch (prop_id)
    {
    case PROP_USAGE_ID:
      g_value_set_string (value, libvirt_secret_get_usage_id (self));
      break;
    case PROP_USAGE_TYPE:
      g_value_set_enum (value, libvirt_secret_get_usage_type (self));
      break;
    default:
      g_value_set_string (value, libvirt_secret_get_uuid_string (self));
    }
}

static void
libvirt_secret_class_init (LibvirtSecretClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = libvirt_secret_get_property;
  ((LibvirtEntityClass *) klass)->details = &libvirt_secret_details;

  /**
   * LibvirtSecret:usage-id: (getter get_usage_id)
   *
   * For what of its type the secret is used: a path, a name, or whatever the type has.
   *
   * Since: 1.0
   */
  g_object_class_install_property (
    object_class, PROP_USAGE_ID,
    g_param_spec_string ("usage-id", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));

  /**
   * LibvirtSecret:usage-type: (getter get_usage_type)
   *
   * What kind of thing the secret is for.
   *
   * Since: 1.0
   */
  g_object_class_install_property (
    object_class, PROP_USAGE_TYPE,
    g_param_spec_enum ("usage-type", NULL, NULL, LIBVIRT_TYPE_SECRET_USAGE_TYPE,
                       LIBVIRT_SECRET_USAGE_TYPE_NONE,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));

  /**
   * LibvirtSecret:uuid: (getter get_uuid_string)
   *
   * What tells the secret from all others, as text of 36 characters. It never changes.
   *
   * Since: 1.0
   */
  g_object_class_install_property (
    object_class, PROP_UUID,
    g_param_spec_string ("uuid", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));

  libvirt_entity_events_class_init (&libvirt_secret_events, object_class);
}

static void
libvirt_secret_init (LibvirtSecret *self)
{
}

/**
 * libvirt_secret_get_connection:
 * @self: a secret
 *
 * Gets the connection the secret was found on, which it does not keep alive.
 *
 * Stands for virSecretGetConnect().
 *
 * Returns: (transfer none) (nullable): the connection of the secret, or %NULL once that is gone
 *
 * Since: 1.0
 */
LibvirtConnect *
libvirt_secret_get_connection (LibvirtSecret *self)
{
  g_return_val_if_fail (LIBVIRT_IS_SECRET (self), NULL);

  return libvirt_entity_get_connection (LIBVIRT_ENTITY (self));
}

/**
 * libvirt_secret_get_uuid:
 * @self: a secret
 *
 * Gets the UUID of the secret as its bytes.
 *
 * Calls virSecretGetUUID().
 *
 * Returns: (transfer full): the 16 bytes that tell the secret from others
 *
 * Since: 1.0
 */
GBytes *
libvirt_secret_get_uuid (LibvirtSecret *self)
{
  g_return_val_if_fail (LIBVIRT_IS_SECRET (self), NULL);

  return g_bytes_new (LIBVIRT_ENTITY (self)->uuid, VIR_UUID_BUFLEN);
}

/**
 * libvirt_secret_get_uuid_string:
 * @self: a secret
 *
 * Gets the UUID of the secret in writing, with small letters.
 *
 * Stands for virSecretGetUUIDString().
 *
 * Returns: (transfer none): 36 characters, valid as long as the secret
 *
 * Since: 1.0
 */
const char *
libvirt_secret_get_uuid_string (LibvirtSecret *self)
{
  g_return_val_if_fail (LIBVIRT_IS_SECRET (self), NULL);

  return libvirt_entity_get_uuid_text (LIBVIRT_ENTITY (self));
}

/**
 * libvirt_secret_get_usage_id:
 * @self: a secret
 *
 * Gets #LibvirtSecret:usage-id without asking.
 *
 * Calls virSecretGetUsageID().
 *
 * Returns: (transfer none) (nullable): what the secret is for; belongs to the object, which keeps
 *   it to its end
 *
 * Since: 1.0
 */
const char *
libvirt_secret_get_usage_id (LibvirtSecret *self)
{
  g_return_val_if_fail (LIBVIRT_IS_SECRET (self), NULL);

  return libvirt_entity_get_name (LIBVIRT_ENTITY (self));
}

/**
 * libvirt_secret_get_usage_type:
 * @self: a secret
 *
 * Gets #LibvirtSecret:usage-type without asking.
 *
 * Calls virSecretGetUsageType().
 *
 * Returns: what kind of thing needs the secret
 *
 * Since: 1.0
 */
LibvirtSecretUsageType
libvirt_secret_get_usage_type (LibvirtSecret *self)
{
  LibvirtEntity *entity;
  virSecretPtr native;
  int type;

  g_return_val_if_fail (LIBVIRT_IS_SECRET (self), LIBVIRT_SECRET_USAGE_TYPE_NONE);

  entity = LIBVIRT_ENTITY (self);
  g_mutex_lock (&entity->core->lock);
  native = libvirt_entity_peek_native (entity);
  type = native != NULL ? virSecretGetUsageType (native) : self->usage_type;
  g_mutex_unlock (&entity->core->lock);

  return libvirt_enum_known (LIBVIRT_TYPE_SECRET_USAGE_TYPE, type);
}

/**
 * libvirt_secret_get_xml_desc:
 * @self: a secret
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Gets the description of the secret in libvirt's format (blocks); the value is not in it.
 *
 * Calls virSecretGetXMLDesc().
 *
 * Returns: (transfer full): the secret as an XML document, or %NULL on failure
 *
 * Since: 1.0
 */
char *
libvirt_secret_get_xml_desc (LibvirtSecret *self,
                             guint flags,
                             GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_SECRET (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_check_string (virSecretGetXMLDesc (handle->secret, flags), error);
}

/* A value that a #GBytes has; it begins with its size. */
typedef struct
{
  gsize size;
  guint8 bytes[];
} Value;

static void
value_free (gpointer data)
{
  Value *self = data;

  explicit_bzero (self->bytes, self->size);
  g_free (self);
}

/* Takes libvirt's copy over, which is overwritten. */
static GBytes *
take_value (guint8 *native,
            gsize size)
{
  Value *value = g_malloc (sizeof *value + size);

  value->size = size;
  memcpy (value->bytes, native, size);
  explicit_bzero (native, size);
  free (native);
  return g_bytes_new_with_free_func (value->bytes, size, value_free, value);
}

/**
 * libvirt_secret_get_value:
 * @self: a secret
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Gets what is kept secret (blocks). The memory is overwritten when the last reference goes; copies
 * that a language makes are its own.
 *
 * Fails with %LIBVIRT_ERROR_NO_SECRET if there is no value yet, with %LIBVIRT_ERROR_INVALID_SECRET
 * if the secret is private. Calls virSecretGetValue().
 *
 * Returns: (transfer full): the value, or %NULL on failure
 *
 * Since: 1.0
 */
GBytes *
libvirt_secret_get_value (LibvirtSecret *self,
                          guint flags,
                          GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  guint8 *native;
  size_t size;

  g_return_val_if_fail (LIBVIRT_IS_SECRET (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  native = libvirt_check_pointer (virSecretGetValue (handle->secret, &size, flags), error);
  return native != NULL ? take_value (native, size) : NULL;
}

/**
 * libvirt_secret_set_value:
 * @self: a secret
 * @value: what to keep
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Has the host keep a value for the secret (blocks), in place of any that it had.
 *
 * Fails with %LIBVIRT_ERROR_INVALID_ARG if the value is empty, and with %LIBVIRT_ERROR_RPC if it has more
 * than 64 KiB and the host is behind a socket. Calls virSecretSetValue().
 *
 * Returns: %TRUE if it is kept
 *
 * Since: 1.0
 */
gboolean
libvirt_secret_set_value (LibvirtSecret *self,
                          GBytes *value,
                          guint flags,
                          GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_SECRET (self), FALSE);
  g_return_val_if_fail (value != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virSecretSetValue (handle->secret, g_bytes_get_data (value, NULL), g_bytes_get_size (value), flags),
                       error);
}

/**
 * libvirt_secret_undefine:
 * @self: a secret
 * @error: return location for a #GError
 *
 * Has the host forget the secret with its value (blocks).
 *
 * Calls virSecretUndefine().
 *
 * Returns: %TRUE if nothing of it is kept
 *
 * Since: 1.0
 */
gboolean
libvirt_secret_undefine (LibvirtSecret *self,
                         GError **error)
{
  g_auto (LibvirtOwnCall) call = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_SECRET (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_own_call_begin (&call, self, error) &&
         libvirt_check (virSecretUndefine (call.handle->secret), error) &&
         libvirt_own_call_gone (&call);
}
