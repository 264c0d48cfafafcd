/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "runtime/libvirt-entity-private.h"

#include <string.h>

#include "connect/libvirt-connect-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-track-private.h"
#include "runtime/libvirt-values-private.h"

/**
 * SECTION:libvirt-entity
 * @title: LibvirtEntity
 * @short_description: what stands for something on a host
 *
 * The base of the classes whose objects stand for something that a hypervisor manages: a
 * #LibvirtDomain, for one. On one connection there is one object for each such thing, whoever
 * looks it up, so objects can be compared by address. The connection holds it while the thing
 * exists; the object in turn does not hold the connection.
 *
 * Properties are kept up to date by events and by this library's own calls: to read one never
 * asks the hypervisor. They change, and are notified, in the #GMainContext that was the thread
 * default when the connection was opened.
 *
 * Since: 1.0
 */

/**
 * LibvirtEntity:
 *
 * What domains and other things on a host have in common: a name, a connection, and an end.
 *
 * Since: 1.0
 */

enum
{
  PROP_0,
  PROP_CONNECTION,
  PROP_EXISTS,
  PROP_NAME,
  N_PROPS
};

static GParamSpec *props[N_PROPS];
static guint notify_signal;

G_DEFINE_ABSTRACT_TYPE (LibvirtEntity, libvirt_entity, G_TYPE_OBJECT)

/* Rare, so not in the instance: handles that were replaced, the name after a close, what leads to what
 * was let go, and what most things are never asked for: names that were given out, and the UUID as
 * text. */
static G_DEFINE_QUARK (libvirt-retired-handles, retired_handles)
static G_DEFINE_QUARK (libvirt-given-names, given_names)
static G_DEFINE_QUARK (libvirt-kept-name, kept_name)
static G_DEFINE_QUARK (libvirt-uuid-text, uuid_text)
static G_DEFINE_QUARK (libvirt-weak, weak)

/* What another thread changed is told when this is emitted, or earlier. */
typedef struct
{
  LibvirtEmission emission;
  LibvirtEntity *entity;
} ChangedEmission;

/* Whether anybody is there to hear of a property: a handler for any of them, or the class. Newer
 * versions of GLib ask themselves, when each is notified. */
static gboolean
entity_has_listener (LibvirtEntity *self)
{
  GObjectClass *klass = G_OBJECT_GET_CLASS (self);
  GObjectClass *parent = libvirt_entity_parent_class;

  return klass->notify != parent->notify ||
         klass->dispatch_properties_changed != parent->dispatch_properties_changed ||
         g_signal_handler_find (self, G_SIGNAL_MATCH_ID, notify_signal, 0, NULL, NULL, NULL) != 0;
}

/* Six properties change when a domain is paused. To notify them takes a third of what an event costs
 * here, and more often than not nobody listens to this domain. */
static void
entity_notify_changed (LibvirtEntity *self,
                       guint changed)
{
  if (!entity_has_listener (self))
    return;

  g_object_freeze_notify (G_OBJECT (self));
  if (changed & LIBVIRT_ENTITY_CHANGED_EXISTS)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_EXISTS]);
  if (changed & LIBVIRT_ENTITY_CHANGED_NAME)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NAME]);
  LIBVIRT_ENTITY_DETAILS (self)->notify_changed (self, changed);
  g_object_thaw_notify (G_OBJECT (self));
}

/* Under the lock. */
static guint
entity_take_untold (LibvirtEntity *self)
{
  GHashTable *untold = self->core->untold;
  guint changed;

  if (g_hash_table_size (untold) == 0)
    return 0;

  changed = GPOINTER_TO_UINT (g_hash_table_lookup (untold, self));
  if (changed != 0)
    g_hash_table_remove (untold, self);
  return changed;
}

void
libvirt_entity_end_event (LibvirtEntity *self,
                          guint changed)
{
  changed |= entity_take_untold (self);
  g_mutex_unlock (&self->core->lock);

  if (changed != 0)
    entity_notify_changed (self, changed);
}

void
libvirt_entity_tell_untold (LibvirtEntity *self)
{
  g_mutex_lock (&self->core->lock);
  libvirt_entity_end_event (self, 0);
}

static void
changed_emission_emit (LibvirtEmission *emission,
                       gpointer connect)
{
  libvirt_entity_tell_untold (((ChangedEmission *) emission)->entity);
}

static void
changed_emission_free (LibvirtEmission *emission)
{
  ChangedEmission *self = (ChangedEmission *) emission;

  g_object_unref (self->entity);
  g_free (self);
}

gboolean
libvirt_entity_begin_change (LibvirtEntity *self)
{
  gboolean told_at_once = libvirt_emitter_enter (self->core->emitter);

  g_mutex_lock (&self->core->lock);
  return told_at_once;
}

/* Under the lock. TRUE if nothing was waiting to be told yet. */
static gboolean
entity_add_untold (LibvirtEntity *self,
                   guint changed)
{
  GHashTable *untold = self->core->untold;
  guint before = GPOINTER_TO_UINT (g_hash_table_lookup (untold, self));

  if (changed != 0)
    g_hash_table_insert (untold, self, GUINT_TO_POINTER (before | changed));
  return before == 0 && changed != 0;
}

static void
entity_tell_later (LibvirtEntity *self)
{
  ChangedEmission *emission = g_new0 (ChangedEmission, 1);

  emission->emission.emit = changed_emission_emit;
  emission->emission.free = changed_emission_free;
  emission->entity = g_object_ref (self);
  libvirt_emitter_push (self->core->emitter, &emission->emission);
}

void
libvirt_entity_end_change (LibvirtEntity *self,
                           gboolean told_at_once,
                           guint changed)
{
  gboolean tell_later = !told_at_once && entity_add_untold (self, changed);

  g_mutex_unlock (&self->core->lock);

  if (tell_later)
    entity_tell_later (self);
  if (told_at_once && changed != 0)
    entity_notify_changed (self, changed);
  if (told_at_once)
    libvirt_emitter_leave (self->core->emitter);
}

LibvirtTextKey *
libvirt_text_key_new (LibvirtEntity *owner,
                      const char *text)
{
  gsize size = strlen (text) + 1;
  LibvirtTextKey *key = g_malloc0 (sizeof *key + size);

  if (owner != NULL)
    memcpy (key->owner, owner->uuid, sizeof key->owner);
  memcpy (key->text, text, size);
  return key;
}

LibvirtEntity *
libvirt_entity_new (LibvirtCore *core,
                    const LibvirtEntityDetails *details,
                    LibvirtEntity *owner,
                    gpointer native,
                    const guint8 *uuid,
                    LibvirtTextKey *text)
{
  LibvirtEntity *self = g_object_new (details->get_type (), NULL);
  LibvirtNamedEntity *named;

  libvirt_core_replace (&self->core, core);
  self->native = native;
  self->flags |= LIBVIRT_FLAG_BARE;
  if (uuid != NULL)
    {
      memcpy (self->uuid, uuid, sizeof self->uuid);
      return self;
    }

  libvirt_entity_set_flag (self, LIBVIRT_FLAG_ODD_NAME, !g_utf8_validate (text->text, -1, NULL));
  named = (LibvirtNamedEntity *) self;
  named->key = text;
  named->owner = owner != NULL ? g_object_ref (owner) : NULL;
  return self;
}

LibvirtWeak *
libvirt_entity_get_weak (LibvirtEntity *self)
{
  LibvirtWeak *weak = g_object_get_qdata (G_OBJECT (self), weak_quark ());

  if (weak != NULL)
    return weak;

  weak = libvirt_weak_new (self);
  if (g_object_replace_qdata (G_OBJECT (self), weak_quark (), NULL, weak,
                              (GDestroyNotify) libvirt_weak_unref, NULL))
    return weak;

  libvirt_weak_unref (weak);
  return g_object_get_qdata (G_OBJECT (self), weak_quark ());
}

gconstpointer
libvirt_entity_get_key (LibvirtEntity *self)
{
  if (LIBVIRT_ENTITY_DETAILS (self)->read_uuid != NULL)
    return self->uuid;

  return ((LibvirtNamedEntity *) self)->key;
}

LibvirtEntity *
libvirt_entity_ref_owner (LibvirtEntity *self)
{
  LibvirtEntity *owner = LIBVIRT_ENTITY_DETAILS (self)->owner_kind != LIBVIRT_KIND_CONNECT
                           ? ((LibvirtNamedEntity *) self)->owner
                           : NULL;

  return owner != NULL ? g_object_ref (owner) : NULL;
}

LibvirtEntity *
libvirt_entity_find_owner (LibvirtEntity *self)
{
  LibvirtEntity *owner;

  g_mutex_lock (&self->core->lock);
  owner = libvirt_entity_ref_owner (self);
  g_mutex_unlock (&self->core->lock);

  return owner;
}

gpointer
libvirt_entity_peek_owner (LibvirtEntity *self)
{
  g_autoptr (LibvirtEntity) owner = libvirt_entity_find_owner (self);

  return owner;
}

void
libvirt_entity_get_owned_kinds (LibvirtEntity *self,
                                LibvirtKind kinds[LIBVIRT_MAX_OWNED_KINDS])
{
  static const LibvirtKind owned[LIBVIRT_N_KINDS][LIBVIRT_MAX_OWNED_KINDS] = {
    [LIBVIRT_KIND_DOMAIN] = { LIBVIRT_KIND_DOMAIN_SNAPSHOT, LIBVIRT_KIND_DOMAIN_CHECKPOINT },
    [LIBVIRT_KIND_NETWORK] = { LIBVIRT_KIND_NETWORK_PORT },
    [LIBVIRT_KIND_STORAGE_POOL] = { LIBVIRT_KIND_STORAGE_VOL },
  };

  memcpy (kinds, owned[LIBVIRT_ENTITY_DETAILS (self)->kind], sizeof owned[0]);
}

void
libvirt_entity_drop_owner (LibvirtEntity *self)
{
  LibvirtEntity *owner = NULL;

  if (LIBVIRT_ENTITY_DETAILS (self)->owner_kind == LIBVIRT_KIND_CONNECT)
    return;

  g_mutex_lock (&self->core->lock);
  owner = g_steal_pointer (&((LibvirtNamedEntity *) self)->owner);
  g_mutex_unlock (&self->core->lock);

  g_clear_object (&owner);
}

void
libvirt_entity_set_flag (LibvirtEntity *self,
                         guint flag,
                         gboolean value)
{
  if (value)
    self->flags |= flag;
  else
    self->flags &= ~flag;
}

static guint
base_get_known (const LibvirtBase *base,
                const LibvirtEntityDetails *details)
{
  guint existence = details->exists_by_state ? LIBVIRT_HAS_STATE | LIBVIRT_HAS_PERSISTENT
                                             : LIBVIRT_HAS_EXISTS;

  return base->fields & ~base->guessed & existence;
}

static guint
base_get_there (const LibvirtBase *base)
{
  return (base->active ? LIBVIRT_HAS_STATE : 0) |
         (base->persistent ? LIBVIRT_HAS_PERSISTENT : 0) | (base->exists ? LIBVIRT_HAS_EXISTS : 0);
}

guint
libvirt_base_get_given (const LibvirtBase *base,
                        const LibvirtEntityDetails *details)
{
  return base_get_known (base, details) & base_get_there (base);
}

guint
libvirt_base_get_taken (const LibvirtBase *base,
                        const LibvirtEntityDetails *details)
{
  return base_get_known (base, details) & ~base_get_there (base);
}

void
libvirt_base_set_gone (LibvirtBase *base,
                       const LibvirtEntityDetails *details)
{
  *base = (LibvirtBase) {
    .fields = LIBVIRT_HAS_STATE | LIBVIRT_HAS_PERSISTENT | LIBVIRT_HAS_EXISTS,
    .state = details->gone_state,
  };
}

void
libvirt_base_add (LibvirtBase *base,
                  const LibvirtBase *news)
{
  base->fields |= news->fields;
  if ((news->fields & LIBVIRT_HAS_STATE) != 0)
    {
      base->state = news->state;
      base->active = news->active;
      base->id = news->id;
    }
  if ((news->fields & LIBVIRT_HAS_PERSISTENT) != 0)
    base->persistent = news->persistent;
  if ((news->fields & LIBVIRT_HAS_EXISTS) != 0)
    base->exists = news->exists;
}

void
libvirt_entity_take_flags (LibvirtEntity *self,
                           const LibvirtBase *base)
{
  if (base->fields & LIBVIRT_HAS_STATE)
    libvirt_entity_set_flag (self, LIBVIRT_FLAG_ACTIVE, base->active);
  if (base->fields & LIBVIRT_HAS_PERSISTENT)
    {
      libvirt_entity_set_flag (self, LIBVIRT_FLAG_PERSISTENT, base->persistent);
      libvirt_entity_set_flag (self, LIBVIRT_FLAG_UNSURE, base->is_unsure && base->active);
      libvirt_entity_set_flag (self, LIBVIRT_FLAG_UNSURE_END, base->is_unsure && !base->active);
    }
  if (base->fields & LIBVIRT_HAS_AUTOSTART)
    libvirt_entity_set_flag (self, LIBVIRT_FLAG_AUTOSTART, base->autostart);
  if (base->fields & LIBVIRT_HAS_MANAGED_SAVE)
    libvirt_entity_set_flag (self, LIBVIRT_FLAG_MANAGED_SAVE, base->managed_save);
  if (base->fields & LIBVIRT_HAS_EXISTS)
    libvirt_entity_set_flag (self, LIBVIRT_FLAG_EXISTS, base->exists);
  if (LIBVIRT_ENTITY_DETAILS (self)->exists_by_state)
    libvirt_entity_set_flag (self, LIBVIRT_FLAG_EXISTS,
                             libvirt_entity_has (self, LIBVIRT_FLAG_ACTIVE |
                                                         LIBVIRT_FLAG_PERSISTENT));
}

gboolean
libvirt_entity_peek (LibvirtEntity *self,
                     guint flag)
{
  gboolean value;

  g_mutex_lock (&self->core->lock);
  value = libvirt_entity_has (self, flag);
  g_mutex_unlock (&self->core->lock);

  return value;
}

/* A list asks for thousands of these, and printf takes ten times as long. */
static char *
uuid_to_text (const guint8 *uuid)
{
  static const char digits[] = "0123456789abcdef";
  char *text = g_malloc (VIR_UUID_STRING_BUFLEN);
  char *end = text;

  for (guint i = 0; i < VIR_UUID_BUFLEN; i++)
    {
      if (i == 4 || i == 6 || i == 8 || i == 10)
        *end++ = '-';
      *end++ = digits[uuid[i] >> 4];
      *end++ = digits[uuid[i] & 0xf];
    }
  *end = '\0';

  return text;
}

const char *
libvirt_entity_get_uuid_text (LibvirtEntity *self)
{
  char *text = g_object_get_qdata (G_OBJECT (self), uuid_text_quark ());

  if (text != NULL)
    return text;

  text = uuid_to_text (self->uuid);
  /* Of several threads that come here at once, the first one's text stays. */
  if (!g_object_replace_qdata (G_OBJECT (self), uuid_text_quark (), NULL, text, g_free, NULL))
    g_free (text);

  return g_object_get_qdata (G_OBJECT (self), uuid_text_quark ());
}

/* The box of the native pointer: most of what is listed never needs one. Under the lock; NULL if there
 * is no pointer. */
static LibvirtHandle *
entity_box (LibvirtEntity *self)
{
  if (libvirt_entity_has (self, LIBVIRT_FLAG_BARE))
    {
      self->handle =
        libvirt_handle_new (self->core, LIBVIRT_ENTITY_DETAILS (self)->kind, self->native);
      self->flags &= ~LIBVIRT_FLAG_BARE;
    }

  return self->handle;
}

gpointer
libvirt_entity_peek_native (LibvirtEntity *self)
{
  if (libvirt_entity_has (self, LIBVIRT_FLAG_BARE))
    return self->native;

  return self->handle != NULL ? self->handle->native : NULL;
}

/* NULL if there is none; *@reopened tells whether there could be. */
static LibvirtHandle *
entity_try_hold (LibvirtEntity *self,
                 gboolean *reopened)
{
  LibvirtHandle *handle = NULL;

  g_mutex_lock (&self->core->lock);
  *reopened = self->core->session != NULL;
  if (self->native != NULL && self->core->session != NULL)
    handle = libvirt_handle_hold (entity_box (self));
  g_mutex_unlock (&self->core->lock);

  return handle;
}

/* FALSE if the hypervisor has no such thing any more, or does not answer. */
static gboolean
entity_find_again (LibvirtEntity *self,
                   GError **error)
{
  guint32 serial = libvirt_core_get_serial (self->core);
  g_autoptr (LibvirtHandle) owner = libvirt_entity_hold_owner (self, error);
  gpointer native;

  if (owner == NULL)
    return FALSE;

  native = libvirt_check_pointer (LIBVIRT_ENTITY_DETAILS (self)->look_up (owner->native, self),
                                  error);
  if (native != NULL)
    libvirt_entity_take_native (self, native, LIBVIRT_FROM_ANSWER, serial);
  return native != NULL;
}

LibvirtHandle *
libvirt_entity_hold (LibvirtEntity *self,
                     GError **error)
{
  gboolean reopened;
  LibvirtHandle *handle = entity_try_hold (self, &reopened);

  if (handle == NULL && reopened)
    {
      if (!entity_find_again (self, error))
        return NULL;
      handle = entity_try_hold (self, &reopened);
    }
  if (handle == NULL)
    libvirt_core_set_closed_error (self->core, error);
  return handle;
}

LibvirtHandle *
libvirt_entity_hold_owner (LibvirtEntity *self,
                           GError **error)
{
  g_autoptr (LibvirtEntity) owner = NULL;

  if (LIBVIRT_ENTITY_DETAILS (self)->owner_kind == LIBVIRT_KIND_CONNECT)
    return libvirt_core_hold (self->core, error);

  owner = libvirt_entity_find_owner (self);
  if (owner == NULL)
    {
      libvirt_core_set_closed_error (self->core, error);
      return NULL;
    }
  return libvirt_entity_hold (owner, error);
}

const char *
libvirt_entity_read_name (LibvirtEntity *self)
{
  const LibvirtEntityDetails *details = LIBVIRT_ENTITY_DETAILS (self);

  if (details->read_uuid == NULL)
    return ((LibvirtNamedEntity *) self)->key != NULL ? ((LibvirtNamedEntity *) self)->key->text
                                                      : NULL;
  if (self->native != NULL)
    return details->read_name (libvirt_entity_peek_native (self), NULL);

  return g_object_get_qdata (G_OBJECT (self), kept_name_quark ());
}

static void
handle_list_free (gpointer handles)
{
  g_slist_free_full (handles, (GDestroyNotify) libvirt_handle_unref);
}

/* One that is replaced stays until the link is gone: it cannot be let go under the lock. */
void
libvirt_entity_swap_native (LibvirtEntity *self,
                            gpointer native)
{
  GSList *retired = g_object_steal_qdata (G_OBJECT (self), retired_handles_quark ());
  LibvirtHandle *handle = entity_box (self);

  if (handle != NULL)
    retired = g_slist_prepend (retired, handle);
  g_object_set_qdata_full (G_OBJECT (self), retired_handles_quark (), retired, handle_list_free);
  self->native = native;
  self->flags |= LIBVIRT_FLAG_BARE;
}

void
libvirt_entity_detach (LibvirtEntity *self)
{
  LibvirtHandle *handle;

  g_mutex_lock (&self->core->lock);
  handle = entity_box (self);
  if (handle != NULL && LIBVIRT_ENTITY_DETAILS (self)->read_uuid != NULL)
    g_object_set_qdata_full (G_OBJECT (self), kept_name_quark (),
                             g_strdup (libvirt_entity_read_name (self)), g_free);
  self->handle = NULL;
  self->n_due = 0;
  g_mutex_unlock (&self->core->lock);

  g_clear_pointer (&handle, libvirt_handle_unref);
  g_object_set_qdata (G_OBJECT (self), retired_handles_quark (), NULL);
}

/* What somebody has claimed lives on in memory, but is not found any more. */
static void
entity_end (LibvirtEntity *self)
{
  LibvirtWeak *weak;

  g_mutex_lock (&self->core->lock);
  weak = g_object_get_qdata (G_OBJECT (self), weak_quark ());
  if (weak != NULL)
    libvirt_weak_end (weak);
  libvirt_registry_forget (&self->core->registry, self);
  g_mutex_unlock (&self->core->lock);
}

/* What a program has connected to it, or keeps with it, ends in the owner's context. */
static void
libvirt_entity_dispose (GObject *object)
{
  LibvirtEntity *self = LIBVIRT_ENTITY (object);

  entity_end (self);
  if (!libvirt_emitter_let_end (self->core->emitter, object))
    G_OBJECT_CLASS (libvirt_entity_parent_class)->dispose (object);
}

static void
entity_free_native (LibvirtEntity *self)
{
  if (libvirt_entity_has (self, LIBVIRT_FLAG_BARE))
    libvirt_native_free (LIBVIRT_ENTITY_DETAILS (self)->kind, self->native);
  else
    g_clear_pointer (&self->handle, libvirt_handle_unref);
}

static void
libvirt_entity_finalize (GObject *object)
{
  LibvirtEntity *self = LIBVIRT_ENTITY (object);
  LibvirtCore *core = self->core;

  g_mutex_lock (&core->lock);
  g_hash_table_remove (core->untold, self);
  g_mutex_unlock (&core->lock);

  if (!core->is_inherited)
    entity_free_native (self);
  if (LIBVIRT_ENTITY_DETAILS (self)->read_uuid == NULL)
    {
      g_clear_object (&((LibvirtNamedEntity *) self)->owner);
      g_free (((LibvirtNamedEntity *) self)->key);
    }
  G_OBJECT_CLASS (libvirt_entity_parent_class)->finalize (object);
  libvirt_core_unref (core);
}

static void
libvirt_entity_get_property (GObject *object,
                             guint prop_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  LibvirtEntity *self = LIBVIRT_ENTITY (object);

  switch (prop_id)
    {
    case PROP_CONNECTION:
      g_value_take_object (value, libvirt_weak_get (self->core->connect));
      break;
    case PROP_EXISTS:
      g_value_set_boolean (value, libvirt_entity_get_exists (self));
      break;
    case PROP_NAME:
      g_mutex_lock (&self->core->lock);
      g_value_take_string (value, libvirt_dup_valid (libvirt_entity_read_name (self)));
      g_mutex_unlock (&self->core->lock);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
libvirt_entity_class_init (LibvirtEntityClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = libvirt_entity_dispose;
  object_class->finalize = libvirt_entity_finalize;
  object_class->get_property = libvirt_entity_get_property;

  /**
   * LibvirtEntity:connection: (getter get_connection)
   *
   * The connection the object was found on; %NULL once that is gone, as it is not held.
   *
   * Since: 1.0
   */
  props[PROP_CONNECTION] =
    g_param_spec_object ("connection", NULL, NULL, LIBVIRT_TYPE_CONNECT, flags);

  /**
   * LibvirtEntity:exists: (getter get_exists)
   *
   * Whether the host still has what the object stands for. The connection lets go of an object
   * for which this becomes %FALSE; one that is still in use turns back to %TRUE if a thing with
   * the same UUID appears again.
   *
   * Since: 1.0
   */
  props[PROP_EXISTS] = g_param_spec_boolean ("exists", NULL, NULL, TRUE, flags);

  /**
   * LibvirtEntity:name: (getter get_name)
   *
   * What the thing is called on its host. Renaming changes it; the object stays the same. What is
   * not valid UTF-8 in it, as in the name of a file, shows as U+FFFD here; the object stands for the
   * thing that has the name as it is.
   *
   * Since: 1.0
   */
  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);
  notify_signal = g_signal_lookup ("notify", G_TYPE_OBJECT);
}

static void
libvirt_entity_init (LibvirtEntity *self)
{
  /* Until the library says otherwise: a program may make an object that belongs to nothing. */
  self->core = libvirt_core_ref (libvirt_core_get_closed ());
  self->id = LIBVIRT_ID_IN_HANDLE;
  self->flags = LIBVIRT_FLAG_EXISTS;
}

/**
 * libvirt_entity_get_connection:
 * @self: an entity
 *
 * Gets the connection @self was found on. An entity does not keep its connection alive: hold
 * the #LibvirtConnect as long as you want its objects to work. Takes the place of
 * virDomainGetConnect() and the like, which libvirt has for some types only.
 *
 * Returns: (transfer none) (nullable): the connection, or %NULL once it is gone
 *
 * Since: 1.0
 */
LibvirtConnect *
libvirt_entity_get_connection (LibvirtEntity *self)
{
  g_autoptr (LibvirtConnect) connect = NULL;

  g_return_val_if_fail (LIBVIRT_IS_ENTITY (self), NULL);

  connect = libvirt_weak_get (self->core->connect);
  return connect;
}

static void
name_list_free (gpointer names)
{
  g_slist_free_full (names, g_free);
}

static const char *
entity_find_given (LibvirtEntity *self,
                   const char *name)
{
  GSList *given = g_object_get_qdata (G_OBJECT (self), given_names_quark ());
  GSList *found = g_slist_find_custom (given, name, (GCompareFunc) strcmp);

  return found != NULL ? found->data : NULL;
}

/* Takes @name, unless it has been given out before. */
static const char *
entity_keep_given (LibvirtEntity *self,
                   char *name)
{
  g_autofree char *taken = name;
  const char *known = entity_find_given (self, name);
  GSList *given;

  if (known != NULL)
    return known;

  given = g_object_steal_qdata (G_OBJECT (self), given_names_quark ());
  given = g_slist_prepend (given, g_steal_pointer (&taken));
  g_object_set_qdata_full (G_OBJECT (self), given_names_quark (), given, name_list_free);
  return name;
}

/* Under the lock. What is given out stays until the end, though the handle that it was read from may
 * go at any time: that is up to the host and the thread of the owner, and whoever has the name may be
 * in another. No language can do with a name that is not valid UTF-8, as that of a file may be. */
static const char *
entity_give_name (LibvirtEntity *self)
{
  gboolean has_one_name = LIBVIRT_ENTITY_DETAILS (self)->read_uuid == NULL;
  const char *name = libvirt_entity_read_name (self);
  const char *known;

  if (name == NULL || (has_one_name && !libvirt_entity_has (self, LIBVIRT_FLAG_ODD_NAME)))
    return name;

  known = entity_find_given (self, name);
  return known != NULL ? known : entity_keep_given (self, libvirt_dup_valid (name));
}

/**
 * libvirt_entity_get_name:
 * @self: an entity
 *
 * Gets what @self is called on its host, as far as this process has heard; nothing is asked.
 *
 * Returns: (transfer none) (nullable): the name; the string is valid as long as @self, even if
 *   that is called something else by then
 *
 * Since: 1.0
 */
const char *
libvirt_entity_get_name (LibvirtEntity *self)
{
  const char *name;

  g_return_val_if_fail (LIBVIRT_IS_ENTITY (self), NULL);

  g_mutex_lock (&self->core->lock);
  name = entity_give_name (self);
  g_mutex_unlock (&self->core->lock);

  return name;
}

/**
 * libvirt_entity_get_exists:
 * @self: an entity
 *
 * Tells whether the host still has what @self stands for, going by events and by this
 * library's own calls; nothing is asked.
 *
 * Returns: %FALSE once it is gone
 *
 * Since: 1.0
 */
gboolean
libvirt_entity_get_exists (LibvirtEntity *self)
{
  g_return_val_if_fail (LIBVIRT_IS_ENTITY (self), FALSE);

  return libvirt_entity_peek (self, LIBVIRT_FLAG_EXISTS);
}
