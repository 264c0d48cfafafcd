/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "runtime/libvirt-adopt-private.h"

#include <stdlib.h>

#include "model/libvirt-entity-list-private.h"
#include "runtime/libvirt-error-private.h"

/* A native pointer on its way, with its key. */
typedef struct
{
  const LibvirtEntityDetails *details;
  gpointer native; /* NULL once it was of use */
  guint8 uuid[VIR_UUID_BUFLEN];
  LibvirtTextKey *text;
} Arrival;

static void
arrival_init (Arrival *self,
              const LibvirtEntityDetails *details,
              LibvirtEntity *owner,
              gpointer native)
{
  char buffer[VIR_UUID_STRING_BUFLEN];

  self->details = details;
  self->native = native;
  self->text = NULL;
  if (details->read_uuid != NULL)
    details->read_uuid (native, self->uuid);
  else
    self->text = libvirt_text_key_new (owner, details->read_name (native, buffer));
}

static void
arrival_clear (Arrival *self)
{
  if (self->native != NULL)
    libvirt_native_free (self->details->kind, self->native);
  g_free (self->text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arrival, arrival_clear)

/* Under the lock. What belongs to this is not in the registry yet. */
static LibvirtFound
arrival_find (Arrival *self,
              LibvirtCore *core)
{
  return libvirt_registry_find (&core->registry, self->details->kind,
                                self->text != NULL ? (gpointer) self->text : self->uuid);
}

/* Under the lock. */
static LibvirtEntity *
arrival_make (Arrival *self,
              LibvirtCore *core,
              LibvirtEntity *owner,
              const LibvirtBase *base,
              guint32 serial)
{
  gboolean has_uuid = self->text == NULL;
  LibvirtEntity *entity =
    libvirt_entity_new (core, self->details, owner, g_steal_pointer (&self->native),
                        has_uuid ? self->uuid : NULL, g_steal_pointer (&self->text));

  libvirt_entity_set_first_base (entity, base, serial);
  libvirt_registry_hold (&core->registry, entity);
  /* An event may be the first that is heard of something, and the last. */
  if (!libvirt_entity_has (entity, LIBVIRT_FLAG_EXISTS) &&
      libvirt_registry_let_go (&core->registry, entity, has_uuid))
    g_object_unref (entity);
  return entity;
}

/* Whether @self, which has been made, may be other than it was made. What a call of ours did is told by
 * events, too. Under the lock. */
static gboolean
is_doubtful (LibvirtCore *core,
             LibvirtEntity *self,
             LibvirtSource source,
             guint32 serial)
{
  const LibvirtBase *news;

  if (source == LIBVIRT_FROM_EVENT)
    return FALSE; /* what is newer comes after it */

  news = libvirt_core_peek_news (core, LIBVIRT_ENTITY_DETAILS (self)->kind,
                                 libvirt_entity_read_name (self), serial);
  return news != NULL &&
         (source == LIBVIRT_FROM_ANSWER || libvirt_entity_contradicts (self, news));
}

/* FALSE if the object that there is ends at this moment. */
static gboolean
try_to_get_or_make (LibvirtCore *core,
                    Arrival *arrival,
                    LibvirtEntity *owner,
                    const LibvirtBase *base,
                    LibvirtSource source,
                    guint32 serial,
                    LibvirtEntity **self,
                    gboolean *made,
                    gboolean *doubtful)
{
  LibvirtFound found = { NULL };
  gboolean is_current;

  g_mutex_lock (&core->lock);
  is_current = libvirt_core_is_current (core, serial);
  if (is_current)
    found = arrival_find (arrival, core);
  *made = found.entity == NULL && is_current;
  if (*made)
    found.entity = arrival_make (arrival, core, owner, base, serial);
  *doubtful = *made && is_doubtful (core, found.entity, source, serial);
  g_mutex_unlock (&core->lock);

  *self = libvirt_found_take (&found);
  return *self != NULL || !is_current;
}

/* The object that there is, or a new one. NULL if the connection was closed. */
static LibvirtEntity *
get_or_make (LibvirtCore *core,
             Arrival *arrival,
             LibvirtEntity *owner,
             const LibvirtBase *base,
             LibvirtSource source,
             guint32 serial,
             gboolean *made,
             gboolean *doubtful)
{
  /* A language is told of its second reference, but not under the lock. */
  g_autoptr (LibvirtEntity) kept G_GNUC_UNUSED = owner != NULL ? g_object_ref (owner) : NULL;
  LibvirtEntity *self;

  while (!try_to_get_or_make (core, arrival, owner, base, source, serial, &self, made, doubtful))
    continue;
  return self;
}

/* @first is @base, and for an object that is made what else is likely. */
static LibvirtEntity *
adopt_with_first_base (LibvirtCore *core,
                       const LibvirtEntityDetails *details,
                       LibvirtEntity *owner,
                       gpointer native,
                       const LibvirtBase *base,
                       const LibvirtBase *first,
                       LibvirtSource source,
                       guint32 serial,
                       gboolean *news)
{
  g_auto (Arrival) arrival;
  LibvirtEntity *self;
  gboolean made;
  gboolean doubtful;

  arrival_init (&arrival, details, owner, native);
  self = get_or_make (core, &arrival, owner, first, source, serial, &made, &doubtful);
  if (self == NULL)
    return NULL;

  /* What has stopped without a definition is gone, and what runs may be paused. */
  if (doubtful || (made && first->guessed != 0))
    libvirt_entity_ask_for (self, source);
  if (made && news != NULL)
    *news = TRUE;
  else if (made)
    libvirt_entity_list_tell (self);
  else
    {
      libvirt_entity_take_native (self, g_steal_pointer (&arrival.native), source, serial);
      libvirt_entity_update (self, base, source, serial);
      if (source == LIBVIRT_FROM_OWN)
        libvirt_entity_list_catch_up (self);
    }
  return self;
}

gpointer
libvirt_adopt_with_base (LibvirtCore *core,
                         const LibvirtEntityDetails *details,
                         LibvirtEntity *owner,
                         gpointer native,
                         const LibvirtBase *base,
                         LibvirtSource source,
                         guint32 serial,
                         gboolean *news)
{
  return adopt_with_first_base (core, details, owner, native, base, base, source, serial, news);
}

gpointer
libvirt_adopt_from_event (LibvirtCore *core,
                          const LibvirtEntityDetails *details,
                          gpointer native,
                          const LibvirtBase *base,
                          guint32 serial)
{
  LibvirtBase first = *base;

  if (details->guess != NULL)
    details->guess (native, &first);

  return adopt_with_first_base (core, details, NULL, native, base, &first, LIBVIRT_FROM_EVENT,
                                serial, NULL);
}

/* Under the lock. */
static gboolean
is_trusted (LibvirtCore *core,
            const LibvirtEntityDetails *details,
            guint32 serial)
{
  return libvirt_kind_is_tracked (core, details->kind) && libvirt_core_is_current (core, serial);
}

/* FALSE if its properties cannot be trusted, or it is gone. */
static gboolean
hold_trusted (LibvirtCore *core,
              LibvirtEntity *entity,
              guint32 serial)
{
  gboolean trusted;

  g_mutex_lock (&core->lock);
  trusted = is_trusted (core, LIBVIRT_ENTITY_DETAILS (entity), serial) &&
            libvirt_entity_has (entity, LIBVIRT_FLAG_EXISTS);
  if (trusted)
    libvirt_registry_hold (&core->registry, entity);
  g_mutex_unlock (&core->lock);

  return trusted;
}

gpointer
libvirt_adopt_tracked (LibvirtCore *core,
                       const LibvirtEntityDetails *details,
                       LibvirtEntity *owner,
                       gpointer *native,
                       guint32 serial)
{
  g_autoptr (LibvirtEntity) entity = NULL;
  g_auto (Arrival) arrival;
  LibvirtFound found = { NULL };

  arrival_init (&arrival, details, owner, *native);

  g_mutex_lock (&core->lock);
  if (is_trusted (core, details, serial))
    found = arrival_find (&arrival, core);
  g_mutex_unlock (&core->lock);

  arrival.native = NULL;
  entity = libvirt_found_take (&found);
  if (entity == NULL || !hold_trusted (core, entity, serial))
    return NULL;

  libvirt_entity_take_native (entity, g_steal_pointer (native), LIBVIRT_FROM_ANSWER, serial);
  return g_steal_pointer (&entity);
}

gpointer
libvirt_find_known (LibvirtCore *core,
                    const LibvirtEntityDetails *details,
                    gpointer native)
{
  g_auto (Arrival) arrival;
  LibvirtFound found;

  arrival_init (&arrival, details, NULL, native);
  g_mutex_lock (&core->lock);
  found = arrival_find (&arrival, core);
  g_mutex_unlock (&core->lock);
  arrival.native = NULL;

  return libvirt_found_take (&found);
}

/* What a call of ours has made may be gone since; it was made, though. */
static gboolean
query_base (const LibvirtEntityDetails *details,
            gpointer native,
            LibvirtBase *base,
            LibvirtSource source,
            GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (details->query == NULL || details->query (native, base, &failure))
    return TRUE;

  if (source != LIBVIRT_FROM_OWN || !g_error_matches (failure, LIBVIRT_ERROR, details->gone_code))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  libvirt_base_set_gone (base, details);
  return TRUE;
}

/* Something whose base is to be asked for. */
static gpointer
query_and_adopt (LibvirtCore *core,
                 const LibvirtEntityDetails *details,
                 LibvirtEntity *owner,
                 gpointer native,
                 LibvirtSource source,
                 guint32 serial,
                 gboolean *news,
                 GError **error)
{
  LibvirtBase base = { .fields = LIBVIRT_HAS_EXISTS, .exists = TRUE };
  gpointer self;

  if (!query_base (details, native, &base, source, error))
    {
      libvirt_native_free (details->kind, native);
      return NULL;
    }

  self = libvirt_adopt_with_base (core, details, owner, native, &base, source, serial, news);
  if (self == NULL)
    libvirt_core_set_closed_error (core, error);
  return self;
}

static gpointer
adopt_answer (LibvirtCore *core,
              const LibvirtEntityDetails *details,
              LibvirtEntity *owner,
              gpointer native,
              guint32 serial,
              gboolean *news,
              GError **error)
{
  gpointer self = libvirt_adopt_tracked (core, details, owner, &native, serial);

  if (self == NULL)
    self = query_and_adopt (core, details, owner, native, LIBVIRT_FROM_ANSWER, serial, news, error);
  return self;
}

gpointer
libvirt_adopt (LibvirtCore *core,
               const LibvirtEntityDetails *details,
               LibvirtEntity *owner,
               gpointer native,
               guint32 serial,
               GError **error)
{
  return adopt_answer (core, details, owner, native, serial, NULL, error);
}

gpointer
libvirt_adopt_changed (LibvirtCore *core,
                       const LibvirtEntityDetails *details,
                       LibvirtEntity *owner,
                       gpointer native,
                       guint32 serial,
                       GError **error)
{
  gpointer self = NULL;

  if (libvirt_check_pointer (native, error) != NULL)
    self = query_and_adopt (core, details, owner, native, LIBVIRT_FROM_OWN, serial, NULL, error);
  libvirt_core_end_load (core);

  return self;
}

void
libvirt_lookup_begin (LibvirtLookup *self,
                      LibvirtCore *core)
{
  self->core = core;
  self->serial = libvirt_core_begin_load (core);
}

gpointer
libvirt_lookup_end (LibvirtLookup *self,
                    const LibvirtEntityDetails *details,
                    LibvirtEntity *owner,
                    gpointer native,
                    GError **error)
{
  gpointer entity = NULL;

  if (libvirt_check_pointer (native, error) != NULL)
    entity = libvirt_adopt (self->core, details, owner, native, self->serial, error);
  libvirt_core_end_load (self->core);

  return entity;
}

GPtrArray *
libvirt_adopt_list (LibvirtCore *core,
                    const LibvirtEntityDetails *details,
                    LibvirtEntity *owner,
                    gpointer natives,
                    int n_natives,
                    LibvirtReadBase read_base,
                    gpointer data,
                    guint32 serial,
                    GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_full (n_natives, g_object_unref);
  gboolean news = FALSE;
  gpointer *array = natives;
  int i;

  for (i = 0; i < n_natives && list->len == (guint) i; i++)
    {
      LibvirtBase base = { .fields = LIBVIRT_HAS_EXISTS, .exists = TRUE };
      gpointer entity;

      if (read_base != NULL)
        {
          read_base (i, array[i], &base, data);
          entity = libvirt_adopt_with_base (core, details, owner, array[i], &base,
                                            LIBVIRT_FROM_ANSWER, serial, &news);
          if (entity == NULL)
            libvirt_core_set_closed_error (core, error);
        }
      else
        entity = adopt_answer (core, details, owner, array[i], serial, &news, error);

      if (entity != NULL)
        g_ptr_array_add (list, entity);
    }

  for (; i < n_natives; i++)
    libvirt_native_free (details->kind, array[i]);
  free (natives);
  if (news)
    libvirt_entity_list_tell_all (list);

  return list->len == (guint) n_natives ? g_steal_pointer (&list) : NULL;
}

GHashTable *
libvirt_list_names (const LibvirtEntityDetails *details,
                    LibvirtListCall list,
                    gpointer owner,
                    unsigned int filter)
{
  GHashTable *names;
  gpointer *natives;
  int n_natives = list (owner, &natives, filter);
  char buffer[VIR_UUID_STRING_BUFLEN];

  if (n_natives < 0)
    return NULL;

  names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (int i = 0; i < n_natives; i++)
    {
      g_hash_table_add (names, g_strdup (details->read_name (natives[i], buffer)));
      libvirt_native_free (details->kind, natives[i]);
    }
  free (natives);

  return names;
}

gboolean
libvirt_is_among (GHashTable *names,
                  const char *name)
{
  return names != NULL && g_hash_table_contains (names, name);
}

/* The names of what has each flag. */
typedef struct
{
  const LibvirtEntityDetails *details;
  GHashTable *active;
  GHashTable *persistent;
  GHashTable *autostart;
} Flagged;

static GHashTable *
flagged_load (Flagged *self,
              LibvirtListCall list,
              gpointer owner,
              guint filter)
{
  return filter != 0 ? libvirt_list_names (self->details, list, owner, filter) : NULL;
}

static void
flagged_clear (Flagged *self)
{
  g_clear_pointer (&self->active, g_hash_table_unref);
  g_clear_pointer (&self->persistent, g_hash_table_unref);
  g_clear_pointer (&self->autostart, g_hash_table_unref);
}

static void
read_flagged (guint index,
              gpointer native,
              LibvirtBase *base,
              gpointer data)
{
  Flagged *self = data;
  char buffer[VIR_UUID_STRING_BUFLEN];
  const char *name = self->details->read_name (native, buffer);

  base->fields |= LIBVIRT_HAS_STATE |
                  (self->persistent != NULL ? LIBVIRT_HAS_PERSISTENT : 0) |
                  (self->autostart != NULL ? LIBVIRT_HAS_AUTOSTART : 0);
  /* A driver that cannot tell has only what is there. */
  base->active = self->active == NULL || libvirt_is_among (self->active, name);
  base->persistent = libvirt_is_among (self->persistent, name);
  base->autostart = libvirt_is_among (self->autostart, name);
}

GPtrArray *
libvirt_adopt_filtered (LibvirtCore *core,
                        const LibvirtEntityDetails *details,
                        gpointer owner,
                        LibvirtListCall list,
                        guint flags,
                        const LibvirtFilters *filters,
                        GError **error)
{
  guint32 serial = libvirt_core_begin_load (core);
  Flagged flagged = { .details = details };
  GPtrArray *found = NULL;
  gpointer *natives;
  int n_natives = list (owner, &natives, flags);

  if (libvirt_check (n_natives, error))
    {
      flagged.active = flagged_load (&flagged, list, owner, filters->active);
      flagged.persistent = flagged_load (&flagged, list, owner, filters->persistent);
      flagged.autostart = flagged_load (&flagged, list, owner, filters->autostart);
      found = libvirt_adopt_list (core, details, NULL, natives, n_natives, read_flagged, &flagged,
                                  serial, error);
      flagged_clear (&flagged);
    }
  libvirt_core_end_load (core);

  return found;
}

GPtrArray *
libvirt_adopt_listed (LibvirtCore *core,
                      const LibvirtEntityDetails *details,
                      LibvirtEntity *owner,
                      gpointer native_owner,
                      LibvirtListCall list,
                      guint flags,
                      GError **error)
{
  guint32 serial = libvirt_core_begin_load (core);
  GPtrArray *found = NULL;
  gpointer *natives;
  int n_natives = list (native_owner, &natives, flags);

  if (libvirt_check (n_natives, error))
    found = libvirt_adopt_list (core, details, owner, natives, n_natives, NULL, NULL, serial, error);
  libvirt_core_end_load (core);

  return found;
}
