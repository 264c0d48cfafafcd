/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * The way of an event: libvirt calls back in its thread, under its locks; there it is only
 * copied. In the owner's context the tracked properties change first, then the entity's signal
 * is emitted, then the connection's. Nothing is ever asked on this way.
 */

#include "runtime/libvirt-entity-event-private.h"

#include <string.h>

#include "connect/libvirt-connect-private.h"
#include "model/libvirt-entity-list-private.h"
#include "runtime/libvirt-departed-private.h"
#include "runtime/libvirt-values-private.h"

/*
 * What libvirt holds for a registration. libvirt frees it; one that it has refused it should leave
 * to us, but when it is telling an event at that moment it frees that later, too. So each has two
 * references, of libvirt's and of ours, and a refused one stays until its session ends.
 */
typedef struct
{
  gatomicrefcount ref_count;
  const LibvirtEntityEvents *table;
  guint event;             /* index in the table */
  LibvirtSession *session; /* atomic; NULL once it is over */
  int is_freed;            /* atomic; by libvirt */

  /* Of an event with details: these, by the values of its first parameter. 0 for what is none. */
  GQuark *nicks;
  guint n_nicks;
} Registration;

/* To look them up for each event would be as dear as to find the object. The class is there for good. */
static void
registration_fill_nicks (Registration *self,
                         GEnumClass *klass)
{
  self->n_nicks = klass->maximum + 1;
  self->nicks = g_new0 (GQuark, self->n_nicks);
  for (guint i = 0; i < klass->n_values; i++)
    {
      if (klass->values[i].value >= 0)
        self->nicks[klass->values[i].value] =
          g_quark_from_static_string (klass->values[i].value_nick);
    }
}

static Registration *
registration_new (const LibvirtEntityEvents *table,
                  LibvirtSession *session,
                  guint event)
{
  Registration *self = g_new0 (Registration, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_atomic_ref_count_inc (&self->ref_count); /* libvirt's */
  self->table = table;
  self->session = libvirt_session_ref (session);
  g_atomic_int_inc (&session->n_registrations);
  self->event = event;
  if (table->events[event].detailed)
    registration_fill_nicks (self, g_type_class_ref (table->events[event].params[0]()));
  return self;
}

static void
registration_unref (Registration *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->nicks);
  g_free (self);
}

static void
registration_drop_session (Registration *self)
{
  LibvirtSession *session = g_atomic_pointer_exchange (&self->session, NULL);

  if (session == NULL)
    return;

  g_atomic_int_add (&session->n_registrations, -1);
  libvirt_session_unref (session);
}

/* For libvirt. */
static void
registration_free (gpointer data)
{
  Registration *self = data;

  g_atomic_int_set (&self->is_freed, TRUE);
  registration_drop_session (self);
  registration_unref (self);
}

/* When the session of a refused one has ended. */
static void
refused_free (gpointer data)
{
  Registration *self = data;

  if (!g_atomic_int_get (&self->is_freed))
    registration_unref (self);
  registration_unref (self);
}

static void
registration_refuse (Registration *self,
                     LibvirtSession *session)
{
  registration_drop_session (self);

  g_mutex_lock (&session->core->lock);
  if (session->refused == NULL)
    session->refused = g_ptr_array_new_with_free_func (refused_free);
  g_ptr_array_add (session->refused, self);
  g_mutex_unlock (&session->core->lock);
}

GType
libvirt_type_string (void)
{
  return G_TYPE_STRING;
}

GType
libvirt_type_int (void)
{
  return G_TYPE_INT;
}

GType
libvirt_type_uint (void)
{
  return G_TYPE_UINT;
}

GType
libvirt_type_int64 (void)
{
  return G_TYPE_INT64;
}

GType
libvirt_type_uint64 (void)
{
  return G_TYPE_UINT64;
}

GType
libvirt_type_variant (void)
{
  return G_TYPE_VARIANT;
}

static guint
event_n_params (const LibvirtEntityEvent *event)
{
  guint n = 0;

  while (n < LIBVIRT_ENTITY_EVENT_MAX_PARAMS && event->params[n] != NULL)
    n++;
  return n;
}

/* Whether the event is about the thing known by its name. */
static gboolean
emission_trusts_name (LibvirtEntityEmission *self)
{
  return self->table->may_rebind_name != NULL && !self->table->may_rebind_name (self);
}

/* Whether the event has the name that the thing goes by from now on. */
static gboolean
emission_has_name (LibvirtEntityEmission *self)
{
  return self->table->has_name == NULL || self->table->has_name (self);
}

/* Under the lock, borrowed. */
static LibvirtEntity *
peek_by_key (LibvirtRegistry *registry,
             const LibvirtEntityDetails *details,
             gpointer native,
             const char *name)
{
  g_autofree LibvirtTextKey *key = NULL;
  guint8 uuid[VIR_UUID_BUFLEN];

  if (details->read_uuid == NULL)
    {
      key = libvirt_text_key_new (NULL, name);
      return libvirt_registry_peek (registry, details->kind, key);
    }

  details->read_uuid (native, uuid);
  return libvirt_registry_peek (registry, details->kind, uuid);
}

/* Under the lock. If the name was another's, it is so no more; whose it is, is known when this event
 * has been taken in. */
static void
emission_move_name (LibvirtEntityEmission *self,
                    LibvirtCore *core,
                    LibvirtEntity *entity,
                    const char *name)
{
  LibvirtEntity *named = libvirt_registry_peek_domain_by_name (&core->registry, name);

  if (entity != NULL && named == entity)
    return;

  self->displaced = named != NULL ? g_object_ref (named) : NULL;
  libvirt_registry_move_name (&core->registry, name, self->serial);
  self->moving_name = g_strdup (name);
  self->core = libvirt_core_ref (core);
}

static void
emission_settle_name (LibvirtEntityEmission *self)
{
  if (self->moving_name == NULL)
    return;

  g_mutex_lock (&self->core->lock);
  libvirt_registry_settle_name (&self->core->registry, self->moving_name, self->serial,
                                self->entity);
  g_mutex_unlock (&self->core->lock);

  g_clear_pointer (&self->moving_name, g_free);
}

/* Whether @entity has the name already, so that an answer that is older does not change it. */
static gboolean
confirms_name (LibvirtEntityEmission *self,
               LibvirtEntity *entity,
               const char *name)
{
  if (g_strcmp0 (libvirt_entity_read_name (entity), name) != 0)
    return FALSE;

  entity->name_serial = self->serial;
  return TRUE;
}

/* Takes a reference of its own to @native, of any of libvirt's kinds. */
static gboolean
native_ref (LibvirtKind kind,
            gpointer native)
{
  switch (kind)
    {
    case LIBVIRT_KIND_DOMAIN:
      return virDomainRef (native) == 0;
    case LIBVIRT_KIND_NETWORK:
      return virNetworkRef (native) == 0;
    case LIBVIRT_KIND_STORAGE_POOL:
      return virStoragePoolRef (native) == 0;
    case LIBVIRT_KIND_NODE_DEVICE:
      return virNodeDeviceRef (native) == 0;
    case LIBVIRT_KIND_SECRET:
      return virSecretRef (native) == 0;
    default:
      g_assert_not_reached ();
    }
}

/* Notes what the event leaves of @entity, and that it has come if that waits for it. Under the lock. */
static void
emission_note_rest (LibvirtEntityEmission *self,
                    LibvirtEntity *entity)
{
  const LibvirtEntityDetails *details = self->table->details;

  entity->remains |= libvirt_base_get_given (&self->base, details);
  entity->remains &= ~libvirt_base_get_taken (&self->base, details);
  if (entity->remains == 0 && libvirt_departed_give_up (entity))
    self->entity = entity;
}

/* What has no UUID ends for good, and an event is about it or about what has the name since: which
 * of them depends on what was heard before. Under the lock, borrowed. */
static LibvirtEntity *
emission_peek_named (LibvirtEntityEmission *self,
                     LibvirtCore *core,
                     const char *name)
{
  const LibvirtEntityDetails *details = self->table->details;
  LibvirtEntity *departed = libvirt_departed_peek (core, details->kind, name);
  LibvirtEntity *entity =
    departed != NULL ? departed : peek_by_key (&core->registry, details, NULL, name);

  if (entity == NULL || entity->remains == 0)
    return entity;

  self->is_certain = TRUE;
  emission_note_rest (self, entity);
  /* A language is not told of this one, as there is another besides its own. */
  if (departed != NULL && self->entity == NULL)
    self->entity = g_object_ref (departed);
  return entity;
}

/* Under the lock, borrowed. */
static LibvirtEntity *
emission_peek (LibvirtEntityEmission *self,
               LibvirtCore *core,
               gpointer native,
               const char *name)
{
  const LibvirtEntityDetails *details = self->table->details;
  LibvirtEntity *entity;

  if (details->read_uuid == NULL)
    return emission_peek_named (self, core, name);

  entity = peek_by_key (&core->registry, details, native, name);
  if (entity != NULL)
    emission_note_rest (self, entity);
  return entity;
}

/* Whether the native pointer may be of use: for what is unknown or has another name, or comes after
 * something that has ended. Under the lock. */
static gboolean
emission_needs_native (LibvirtEntityEmission *self,
                       LibvirtEntity *entity,
                       const char *name)
{
  if (entity == NULL)
    return TRUE;
  if (self->table->details->read_uuid == NULL)
    return !self->is_certain;

  return emission_has_name (self) && !confirms_name (self, entity, name);
}

/* Under the lock. This is libvirt's thread, which makes no reference to what a program has let go: the
 * program may be told of that, and be kept waiting. */
static void
emission_take_entity (LibvirtEntityEmission *self,
                      LibvirtRegistry *registry,
                      LibvirtEntity *entity)
{
  if (self->entity != NULL)
    return;

  self->was_let_go = !libvirt_registry_holds (registry, entity);
  if (!self->was_let_go)
    self->entity = g_object_ref (entity);
}

/* Under the lock. What a name leads to is held, and has that name: FALSE if this one leads nowhere. To
 * read a name from libvirt is not for nothing, either. */
static gboolean
emission_find_by_name (LibvirtEntityEmission *self,
                       LibvirtRegistry *registry,
                       const char *name)
{
  LibvirtEntity *entity = libvirt_registry_peek_domain_by_name (registry, name);

  if (entity == NULL)
    return FALSE;

  emission_note_rest (self, entity);
  entity->name_serial = self->serial;
  if (self->entity == NULL)
    self->entity = g_object_ref (entity);
  return TRUE;
}

/* Under the lock. */
static void
emission_find_by_key (LibvirtEntityEmission *self,
                      LibvirtCore *core,
                      gpointer native,
                      const char *name,
                      gboolean is_open)
{
  LibvirtEntity *entity = emission_peek (self, core, native, name); /* borrowed */

  if (is_open && self->table->may_rebind_name != NULL && !emission_trusts_name (self))
    emission_move_name (self, core, entity, name);
  self->needs_native = emission_needs_native (self, entity, name);
  if (is_open && entity != NULL)
    emission_take_entity (self, &core->registry, entity);
}

/* FALSE once the session is over: a pointer that is kept now would keep it open. */
static gboolean
emission_find_entity (LibvirtEntityEmission *self,
                      LibvirtSession *session,
                      gpointer native)
{
  LibvirtCore *core = session->core;
  const LibvirtEntityDetails *details = self->table->details;
  const char *name = details->read_name (native, NULL);
  gboolean is_open;

  g_mutex_lock (&core->lock);
  is_open = core->session == session;
  self->serial = ++core->event_serial;
  /* Also what is known: it may have ended and been let go by the time an older answer names it. */
  libvirt_core_touch (core, details->kind, name, &self->base);
  if (!is_open || !emission_trusts_name (self) ||
      !emission_find_by_name (self, &core->registry, name))
    emission_find_by_key (self, core, native, name, is_open);
  g_mutex_unlock (&core->lock);

  if (is_open && (self->entity == NULL || self->needs_native) && native_ref (details->kind, native))
    self->native = native;
  return is_open;
}

static gboolean
connection_listens (LibvirtConnect *connect,
                    guint signal)
{
  return g_signal_handler_find (connect, G_SIGNAL_MATCH_ID, signal, 0, NULL, NULL, NULL) != 0;
}

/* What was unknown when the event arrived, and may be known since, by one before. */
static void
emission_note_given (LibvirtEntityEmission *self)
{
  g_mutex_lock (&self->entity->core->lock);
  self->entity->remains |= libvirt_base_get_given (&self->base, self->table->details);
  g_mutex_unlock (&self->entity->core->lock);
}

/* Makes an object for something unknown, if anybody wants to hear of it. */
static gboolean
emission_adopt (LibvirtEntityEmission *self,
                LibvirtConnect *connect)
{
  LibvirtCore *core = libvirt_core_of (connect);
  const LibvirtEntityDetails *details = self->table->details;

  if (!connection_listens (connect, self->table->mirrors[self->event]) &&
      !libvirt_entity_list_exists (core, details->kind))
    return FALSE;

  self->entity = libvirt_adopt_from_event (core, details, g_steal_pointer (&self->native),
                                           &self->base, self->serial);
  if (self->entity == NULL)
    return FALSE;

  emission_note_given (self);
  return TRUE;
}

static void
emission_drop_native (LibvirtEntityEmission *self)
{
  if (self->native != NULL)
    libvirt_native_free (self->table->details->kind, g_steal_pointer (&self->native));
}

/* What was let go may have come back meanwhile, or have gone for good; what was unknown may be known, by
 * the answer to the call that this event is of. A name tells neither. */
static gboolean
emission_may_be_known (LibvirtEntityEmission *self)
{
  return self->native != NULL &&
         (self->was_let_go || (self->entity == NULL && self->table->details->read_uuid != NULL));
}

static void
emission_find_again (LibvirtEntityEmission *self,
                     LibvirtCore *core)
{
  self->entity = libvirt_find_known (core, self->table->details, self->native);
  if (self->entity != NULL && !self->needs_native)
    emission_drop_native (self);
}

static void
emission_update (LibvirtEntityEmission *self)
{
  if (self->native != NULL)
    libvirt_entity_take_native (self->entity, g_steal_pointer (&self->native),
                                LIBVIRT_FROM_EVENT, self->serial);
  if (self->base.fields != 0)
    libvirt_entity_update_by_event (self->entity, &self->base, self->serial);
  else
    libvirt_entity_tell_untold (self->entity);
}

/* Two do not have one name at a time: what is known of the other is of an answer that was too old,
 * or was put together while it went. */
static void
emission_ask_displaced (LibvirtEntityEmission *self)
{
  if (self->displaced != NULL && libvirt_entity_get_exists (self->displaced))
    libvirt_entity_ask (self->displaced);
}

/* A reference to what has the name now, NULL if nothing has. */
static LibvirtEntity *
emission_find_successor (LibvirtEntityEmission *self)
{
  LibvirtCore *core = self->entity->core;
  g_autofree LibvirtTextKey *key =
    libvirt_text_key_new (NULL, libvirt_entity_read_name (self->entity));
  LibvirtFound found;

  g_mutex_lock (&core->lock);
  found = libvirt_registry_find (&core->registry, self->table->details->kind, key);
  g_mutex_unlock (&core->lock);

  return libvirt_found_take (&found);
}

/* What has ended since leaves an event that is not certain to be its own to what came after it. And
 * when an end has been told of before, that may have been another's: it is made sure that what has the
 * name now is there. */
static void
emission_settle_successor (LibvirtEntityEmission *self)
{
  g_autoptr (LibvirtEntity) successor = NULL;

  if (self->table->details->read_uuid != NULL || self->entity == NULL ||
      libvirt_entity_get_exists (self->entity))
    return;

  successor = emission_find_successor (self);
  if (self->is_certain && successor != NULL)
    libvirt_entity_ask (successor);
  if (!self->is_certain && (successor != NULL || self->native != NULL))
    {
      g_object_unref (self->entity);
      self->entity = g_steal_pointer (&successor);
    }
}

/* Brings the entity up to date; FALSE if nobody knows it and nobody wants to hear of it. */
static gboolean
emission_take_in (LibvirtEntityEmission *self,
                  LibvirtConnect *connect)
{
  if (emission_may_be_known (self))
    emission_find_again (self, libvirt_core_of (connect));
  emission_settle_successor (self);
  if (self->entity != NULL)
    emission_update (self);
  else if (emission_adopt (self, connect))
    libvirt_entity_tell_untold (self->entity);
  else
    return FALSE;

  if (self->ask)
    libvirt_entity_ask (self->entity);
  return TRUE;
}

/* Without values: where one handler listens, GLib makes none, either. */
static void
emission_tell_lifecycle (LibvirtEntityEmission *self,
                         LibvirtConnect *connect)
{
  g_signal_emit (self->entity, self->table->signals[self->event], self->detail, self->known,
                 self->raw[1]);
  g_signal_emit (connect, self->table->mirrors[self->event], self->detail, self->entity,
                 self->known, self->raw[1]);
}

static void
emission_tell_values (LibvirtEntityEmission *self,
                      LibvirtConnect *connect)
{
  g_value_init (&self->values[0], LIBVIRT_TYPE_CONNECT);
  g_value_set_object (&self->values[0], connect);
  g_value_init (&self->values[1], G_OBJECT_TYPE (self->entity));
  g_value_set_object (&self->values[1], self->entity);

  g_signal_emitv (&self->values[1], self->table->signals[self->event], self->detail, NULL);
  g_signal_emitv (&self->values[0], self->table->mirrors[self->event], self->detail, NULL);
}

static void
emission_emit (LibvirtEmission *emission,
               gpointer connect)
{
  LibvirtEntityEmission *self = (LibvirtEntityEmission *) emission;

  if (self->detached)
    return;

  emission_ask_displaced (self);
  if (!emission_take_in (self, connect))
    return;

  libvirt_connect_event_tell_raw (connect, self);
  if (self->is_lifecycle)
    emission_tell_lifecycle (self, connect);
  else
    emission_tell_values (self, connect);
}

static void
emission_unset_values (LibvirtEntityEmission *self)
{
  guint n_values = 2 + event_n_params (&self->table->events[self->event]);

  for (guint i = 0; i < n_values; i++)
    {
      if (G_IS_VALUE (&self->values[i]))
        g_value_unset (&self->values[i]);
    }
}

static void
emission_free (LibvirtEmission *emission)
{
  LibvirtEntityEmission *self = (LibvirtEntityEmission *) emission;

  if (!self->is_lifecycle)
    emission_unset_values (self);
  emission_settle_name (self);
  g_clear_object (&self->entity);
  g_clear_object (&self->displaced);
  emission_drop_native (self);
  g_clear_pointer (&self->core, libvirt_core_unref);
  g_free (self);
}

/* After a close no more events arrive. */
static void
emission_detach (LibvirtEmission *emission)
{
  LibvirtEntityEmission *self = (LibvirtEntityEmission *) emission;

  self->detached = TRUE;
  emission_drop_native (self);
}

static LibvirtEntityEmission *
emission_new (Registration *registration,
              guint n_values)
{
  gsize size = sizeof (LibvirtEntityEmission) + n_values * sizeof (GValue);
  LibvirtEntityEmission *self = g_malloc (size);

  memset (self, 0, size); /* calloc() of glibc does not use what a thread has at hand, and is dearer */
  self->emission.emit = emission_emit;
  self->emission.free = emission_free;
  self->emission.detach = emission_detach;
  self->table = registration->table;
  self->event = registration->event;
  return self;
}

LibvirtEntityEmission *
libvirt_entity_emission_new (gpointer opaque)
{
  Registration *registration = opaque;
  const LibvirtEntityEvent *event = &registration->table->events[registration->event];
  guint n_params = event_n_params (event);
  LibvirtEntityEmission *self = emission_new (registration, 2 + n_params);

  for (guint i = 0; i < n_params; i++)
    g_value_init (&self->values[2 + i], event->params[i]());

  return self;
}

LibvirtEntityEmission *
libvirt_entity_emission_new_lifecycle (gpointer opaque,
                                       int event,
                                       int detail)
{
  Registration *registration = opaque;
  LibvirtEntityEmission *self = emission_new (registration, 0);

  self->is_lifecycle = TRUE;
  self->raw[0] = event;
  self->raw[1] = detail;
  if (event >= 0 && (guint) event < registration->n_nicks)
    self->detail = registration->nicks[event];
  self->known = self->detail != 0
                  ? event
                  : libvirt_enum_known (
                      registration->table->events[registration->event].params[0](), event);
  return self;
}

void
libvirt_entity_emission_push (LibvirtEntityEmission *self,
                              gpointer opaque,
                              gpointer native)
{
  Registration *registration = opaque;

  if (emission_find_entity (self, registration->session, native))
    libvirt_emitter_push (registration->session->core->emitter, &self->emission);
  else
    emission_free (&self->emission);
}

GValue *
libvirt_entity_emission_param (LibvirtEntityEmission *self,
                               guint index)
{
  return &self->values[2 + index];
}

void
libvirt_entity_emission_set_string (LibvirtEntityEmission *self,
                                    guint index,
                                    const char *text)
{
  if (text != NULL)
    g_value_take_string (libvirt_entity_emission_param (self, index),
                         g_utf8_make_valid (text, -1));
}

void
libvirt_entity_emission_set_enum (LibvirtEntityEmission *self,
                                  guint index,
                                  int number)
{
  GValue *value = libvirt_entity_emission_param (self, index);

  self->raw[index] = number;
  g_value_set_enum (value, libvirt_enum_known (G_VALUE_TYPE (value), number));
}

void
libvirt_entity_emission_set_flags (LibvirtEntityEmission *self,
                                   guint index,
                                   guint number)
{
  GValue *value = libvirt_entity_emission_param (self, index);

  self->raw[index] = (int) number;
  g_value_set_flags (value, libvirt_flags_known (G_VALUE_TYPE (value), number));
}

gpointer
libvirt_entity_event_registration_new (const LibvirtEntityEvents *table,
                                       LibvirtSession *session,
                                       int id)
{
  guint event = 0;

  while (table->events[event].id != id)
    event++;
  return registration_new (table, session, event);
}

void
libvirt_entity_event_registration_free (gpointer registration)
{
  registration_free (registration);
}

void
libvirt_entity_event_registration_end (gpointer registration,
                                       LibvirtSession *session,
                                       gboolean is_refused)
{
  if (is_refused)
    registration_refuse (registration, session);
  else
    registration_unref (registration);
}

guint
libvirt_entity_event_get_group (const LibvirtEntityEvents *self,
                                guint index)
{
  return self->events[index].group != 0 ? self->events[index].group : self->group;
}

/* The bit of the kind that this event alone keeps right; 0 for other events. */
static guint
tracked_kind (const LibvirtEntityEvents *self,
              guint index)
{
  return self->events[index].id == self->lifecycle_id ? 1u << self->details->kind : 0;
}

void
libvirt_entity_event_register (const LibvirtEntityEvents *self,
                               guint index,
                               LibvirtSession *session)
{
  LibvirtCore *core = session->core;
  int id = self->events[index].id;
  Registration *registration = registration_new (self, session, index);
  LibvirtEventCallback callback = { self, index, 0 };

  callback.id =
    self->register_any (session->handle->connect, id, self->callbacks[id], registration,
                        registration_free);
  /* Not every hypervisor has every event. */
  libvirt_entity_event_registration_end (registration, session, callback.id < 0);
  if (callback.id < 0)
    return;

  g_mutex_lock (&core->lock);
  g_array_append_val (session->event_callbacks, callback);
  session->tracked_kinds |= tracked_kind (self, index);
  g_mutex_unlock (&core->lock);
}

/* First nobody relies on it any more. */
void
libvirt_entity_event_deregister (const LibvirtEventCallback *callback,
                                 LibvirtSession *session)
{
  LibvirtCore *core = session->core;
  guint kind = tracked_kind (callback->table, callback->event);

  g_mutex_lock (&core->lock);
  session->tracked_kinds &= ~kind;
  if (core->session == session)
    g_atomic_int_and (&core->tracked_kinds, ~kind);
  g_mutex_unlock (&core->lock);

  callback->table->deregister_any (session->handle->connect, callback->id);
}

/* Handlers of signals with details, for which GLib would ask libffi: the entity's, and the mirror's. */
typedef void (*OnLifecycle) (gpointer entity,
                             int event,
                             int detail,
                             gpointer data);
typedef void (*OnMirroredLifecycle) (gpointer connect,
                                     gpointer entity,
                                     int event,
                                     int detail,
                                     gpointer data);

static void
call_on_lifecycle (GClosure *closure,
                   gpointer callback,
                   gpointer instance,
                   int event,
                   int detail)
{
  OnLifecycle on_lifecycle =
    (OnLifecycle) (callback != NULL ? callback : ((GCClosure *) closure)->callback);

  if (G_CCLOSURE_SWAP_DATA (closure))
    on_lifecycle (closure->data, event, detail, instance);
  else
    on_lifecycle (instance, event, detail, closure->data);
}

static void
marshal_lifecycle (GClosure *closure,
                   GValue *result,
                   guint n_values,
                   const GValue *values,
                   gpointer hint,
                   gpointer callback)
{
  call_on_lifecycle (closure, callback, g_value_get_object (&values[0]),
                     g_value_get_enum (&values[1]), g_value_get_int (&values[2]));
}

static void
marshal_lifecycle_va (GClosure *closure,
                      GValue *result,
                      gpointer instance,
                      va_list arguments,
                      gpointer callback,
                      int n_params,
                      GType *types)
{
  va_list copy;
  int event, detail;

  G_VA_COPY (copy, arguments);
  event = va_arg (copy, int);
  detail = va_arg (copy, int);
  va_end (copy);

  call_on_lifecycle (closure, callback, instance, event, detail);
}

static void
call_on_mirrored_lifecycle (GClosure *closure,
                            gpointer callback,
                            gpointer instance,
                            gpointer entity,
                            int event,
                            int detail)
{
  OnMirroredLifecycle on_lifecycle =
    (OnMirroredLifecycle) (callback != NULL ? callback : ((GCClosure *) closure)->callback);

  if (G_CCLOSURE_SWAP_DATA (closure))
    on_lifecycle (closure->data, entity, event, detail, instance);
  else
    on_lifecycle (instance, entity, event, detail, closure->data);
}

static void
marshal_mirrored_lifecycle (GClosure *closure,
                            GValue *result,
                            guint n_values,
                            const GValue *values,
                            gpointer hint,
                            gpointer callback)
{
  call_on_mirrored_lifecycle (closure, callback, g_value_get_object (&values[0]),
                              g_value_get_object (&values[1]), g_value_get_enum (&values[2]),
                              g_value_get_int (&values[3]));
}

static void
marshal_mirrored_lifecycle_va (GClosure *closure,
                               GValue *result,
                               gpointer instance,
                               va_list arguments,
                               gpointer callback,
                               int n_params,
                               GType *types)
{
  g_autoptr (GObject) entity = NULL;
  va_list copy;
  int event, detail;

  G_VA_COPY (copy, arguments);
  entity = va_arg (copy, gpointer);
  event = va_arg (copy, int);
  detail = va_arg (copy, int);
  va_end (copy);

  if (entity != NULL)
    g_object_ref (entity); /* whoever emits may have no other when the handler is at work */
  call_on_mirrored_lifecycle (closure, callback, instance, entity, event, detail);
}

static guint
signal_new (const char *name,
            GType instance,
            const LibvirtEntityEvent *event,
            GType first)
{
  GType types[1 + LIBVIRT_ENTITY_EVENT_MAX_PARAMS];
  guint n_types = 0;
  guint signal;
  gboolean is_mirror = first != G_TYPE_NONE;
  GSignalFlags flags = G_SIGNAL_RUN_LAST | (event->detailed ? G_SIGNAL_DETAILED : 0);

  if (is_mirror)
    types[n_types++] = first;
  for (guint i = 0; i < event_n_params (event); i++)
    types[n_types++] = event->params[i]();

  if (!event->detailed)
    return g_signal_newv (name, instance, flags, NULL, NULL, NULL, NULL, G_TYPE_NONE, n_types,
                          types);

  signal = g_signal_newv (name, instance, flags, NULL, NULL, NULL,
                          is_mirror ? marshal_mirrored_lifecycle : marshal_lifecycle, G_TYPE_NONE,
                          n_types, types);
  g_signal_set_va_marshaller (signal, instance,
                              is_mirror ? marshal_mirrored_lifecycle_va : marshal_lifecycle_va);
  return signal;
}

void
libvirt_entity_events_class_init (const LibvirtEntityEvents *self,
                                  GObjectClass *entity_class)
{
  for (guint i = 0; self->events[i].signal != NULL; i++)
    self->signals[i] = signal_new (self->events[i].signal, G_OBJECT_CLASS_TYPE (entity_class),
                                   &self->events[i], G_TYPE_NONE);
}

void
libvirt_entity_events_connect_class_init (const LibvirtEntityEvents *self,
                                          GObjectClass *connect_class)
{
  for (guint i = 0; self->events[i].signal != NULL; i++)
    {
      const LibvirtEntityEvent *event = &self->events[i];

      /* For good: the nicks of its values are the details of the signal. */
      if (event->detailed)
        g_type_class_ref (event->params[0]());
      self->mirrors[i] = signal_new (event->mirror, G_OBJECT_CLASS_TYPE (connect_class), event,
                                     self->details->get_type ());
    }
}
