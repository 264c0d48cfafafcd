/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "runtime/libvirt-track-private.h"

#include <libvirt/virterror.h>

#include "model/libvirt-entity-list-private.h"
#include "runtime/libvirt-departed-private.h"

/* What libvirt sends an event for when it changes. */
#define ANNOUNCED_FIELDS (LIBVIRT_HAS_STATE | LIBVIRT_HAS_PERSISTENT | LIBVIRT_HAS_EXISTS)

/* How often a thread asks itself, if each time an event comes between question and answer. */
#define MAX_TRIES 10

/* How many events may come of what a call of ours does on its way: a guest that moves away, or is saved, is
 * paused first, and newer hypervisors tell as well that it is shut down then. */
#define MAX_STEPS 2

gboolean
libvirt_kind_is_tracked (LibvirtCore *core,
                         LibvirtKind kind)
{
  return (g_atomic_int_get (&core->tracked_kinds) & (1u << kind)) != 0;
}

static gboolean
entity_is_tracked (LibvirtEntity *self)
{
  return libvirt_kind_is_tracked (self->core, LIBVIRT_ENTITY_DETAILS (self)->kind);
}

static void
expect_own_event (LibvirtEntity *self)
{
  if (self->n_due < G_MAXUINT8 && entity_is_tracked (self))
    self->n_due++;
  self->n_steps = MAX_STEPS;
}

/* What @base has. The number of an instance is for itself: most who know that it runs do not know that. */
static guint
base_get_fields (const LibvirtBase *base)
{
  gboolean has_id =
    (base->fields & LIBVIRT_HAS_STATE) != 0 && (!base->active || base->id != LIBVIRT_ID_SAME);

  return base->fields | (has_id ? LIBVIRT_HAS_ID : 0);
}

/* Whether @base says something else of @fields. */
static gboolean
entity_contradicts_in (LibvirtEntity *self,
                       const LibvirtBase *base,
                       guint fields)
{
  if ((fields & LIBVIRT_HAS_STATE) != 0 &&
      (base->state != self->state ||
       base->active != libvirt_entity_has (self, LIBVIRT_FLAG_ACTIVE)))
    return TRUE;
  /* It has been stopped and started meanwhile. */
  if ((fields & LIBVIRT_HAS_ID) != 0 && base->active && base->id > 0 && base->id != self->id)
    return TRUE;
  if ((fields & LIBVIRT_HAS_EXISTS) != 0 &&
      base->exists != libvirt_entity_has (self, LIBVIRT_FLAG_EXISTS))
    return TRUE;

  return (fields & LIBVIRT_HAS_PERSISTENT) != 0 &&
         base->persistent != libvirt_entity_has (self, LIBVIRT_FLAG_PERSISTENT);
}

gboolean
libvirt_entity_contradicts (LibvirtEntity *self,
                            const LibvirtBase *base)
{
  return entity_contradicts_in (self, base, base_get_fields (base));
}

/* What is known by its name is gone for good: what is heard of that name later is about another thing,
 * which has an object of its own. */
static gboolean
entity_is_over (LibvirtEntity *self)
{
  return LIBVIRT_ENTITY_DETAILS (self)->read_uuid == NULL &&
         !libvirt_entity_has (self, LIBVIRT_FLAG_EXISTS);
}

/* If it is gone now, and not by an event, the one that says so is still to come. */
static void
entity_note_end (LibvirtEntity *self,
                 guint changed)
{
  if ((changed & LIBVIRT_ENTITY_CHANGED_EXISTS) != 0 &&
      !libvirt_entity_has (self, LIBVIRT_FLAG_EXISTS) && self->remains != 0 &&
      entity_is_tracked (self))
    libvirt_departed_add (self);
}

/* What is known to be there of the fields by which something exists. Under the lock. */
static guint
entity_get_there (LibvirtEntity *self)
{
  gboolean is_kept = libvirt_entity_has (self, LIBVIRT_FLAG_PERSISTENT) &&
                     !libvirt_entity_has (self, LIBVIRT_FLAG_GUESSED);

  return (libvirt_entity_has (self, LIBVIRT_FLAG_ACTIVE) ? LIBVIRT_HAS_STATE : 0) |
         (is_kept ? LIBVIRT_HAS_PERSISTENT : 0) |
         (libvirt_entity_has (self, LIBVIRT_FLAG_EXISTS) ? LIBVIRT_HAS_EXISTS : 0);
}

/* What is there by a reply, events will take away; but if it was known to be there, they may have done so
 * already. Where no events tell, what is not there by a reply waits for none. */
static guint
entity_take_reply (LibvirtEntity *self,
                   const LibvirtBase *base)
{
  const LibvirtEntityDetails *details = LIBVIRT_ENTITY_DETAILS (self);

  self->remains |= libvirt_base_get_given (base, details) & ~entity_get_there (self);
  if (!entity_is_tracked (self))
    self->remains &= ~libvirt_base_get_taken (base, details);
  if ((base->fields & LIBVIRT_HAS_PERSISTENT) != 0)
    libvirt_entity_set_flag (self, LIBVIRT_FLAG_GUESSED, FALSE);
  return details->take (self, base);
}

/* After a call of ours: what was asked before is older than what that did, whenever it is answered.
 * Of events nobody knows that. What is made of an old answer is looked at once more, too. */
static void
entity_outdate_answers (LibvirtEntity *self,
                        const LibvirtBase *base)
{
  self->own_serial = ++self->core->event_serial;
  libvirt_core_touch (self->core, LIBVIRT_ENTITY_DETAILS (self)->kind,
                      libvirt_entity_read_name (self), base);
}

/* What events from before @serial say of @fields is outdated from now on. */
static void
entity_vouch (LibvirtEntity *self,
              guint fields,
              guint32 serial)
{
  if (serial > self->serial)
    self->vouched = fields;
  else if (serial == self->serial)
    self->vouched |= fields;
  self->serial = MAX (self->serial, serial);
}

/* Whether it is heard for the first time that something runs, and not with which number. */
static gboolean
entity_misses_id (LibvirtEntity *self,
                  const LibvirtBase *base)
{
  return (base->fields & LIBVIRT_HAS_STATE) != 0 &&
         (base_get_fields (base) & LIBVIRT_HAS_ID) == 0 &&
         !libvirt_entity_has (self, LIBVIRT_FLAG_ACTIVE);
}

/* An answer, or if @is_own what a call of ours has done. */
static guint
weigh_reply (LibvirtEntity *self,
             const LibvirtBase *base,
             gboolean is_own,
             guint32 serial,
             gboolean *ask)
{
  guint changed;

  *ask = serial < MAX (self->serial, self->own_serial) &&
         (!is_own || libvirt_entity_contradicts (self, base));
  if (*ask)
    return 0;

  *ask = entity_misses_id (self, base);
  entity_vouch (self, base_get_fields (base), serial);
  changed = entity_take_reply (self, base);
  if (is_own && changed != 0 && (base->fields & ANNOUNCED_FIELDS) != 0)
    expect_own_event (self);
  if (is_own)
    entity_outdate_answers (self, base);
  entity_note_end (self, changed);
  return changed;
}

/* Whether @base is of a start, or an end, which may be too late for who said what is UNSURE. It is asked for
 * once. A start does not make the end sure: both may be too late. */
static gboolean
entity_take_doubt (LibvirtEntity *self,
                   const LibvirtBase *base)
{
  gboolean has_id = (base_get_fields (base) & LIBVIRT_HAS_ID) != 0;
  gboolean is_start = has_id && base->active;
  guint doubt = is_start ? LIBVIRT_FLAG_UNSURE : has_id ? LIBVIRT_FLAG_UNSURE_END : 0;
  gboolean is_unsure = libvirt_entity_has (self, doubt);

  libvirt_entity_set_flag (self, doubt, FALSE);
  return is_unsure;
}

/* What an event of @serial says of @fields and is not certain to be newer than what is known: many a
 * call of ours knows one field only, and what arrived before it returned may be a step on its way. */
static guint
entity_get_doubtful (LibvirtEntity *self,
                     guint fields,
                     guint32 serial)
{
  if (serial <= self->serial)
    return fields & ~self->vouched;

  return self->n_due > 0 || serial <= self->own_serial ? fields : 0;
}

/* The last that is due is what the last call led to: one that says something else is a step on the way
 * there. */
static void
entity_count_event (LibvirtEntity *self,
                    const LibvirtBase *base)
{
  if (self->n_due == 1 && self->n_steps > 0 && libvirt_entity_contradicts (self, base))
    self->n_steps--;
  else if (self->n_due > 0)
    self->n_due--;
}

static guint
weigh_event (LibvirtEntity *self,
             const LibvirtBase *base,
             guint32 serial,
             gboolean *ask)
{
  gboolean is_outdated = serial <= self->serial;
  guint fields = base_get_fields (base);
  guint doubtful = entity_get_doubtful (self, fields, serial);
  guint changed;

  entity_count_event (self, base);
  *ask = doubtful != 0 && entity_contradicts_in (self, base, doubtful);
  if (!is_outdated)
    entity_vouch (self, fields, serial);
  changed = is_outdated || *ask ? 0 : LIBVIRT_ENTITY_DETAILS (self)->take (self, base);
  *ask |= entity_take_doubt (self, base);
  return changed;
}

/* Takes @base in if its source may say so; sets *@ask if the hypervisor must be asked. */
static guint
entity_weigh (LibvirtEntity *self,
              const LibvirtBase *base,
              LibvirtSource source,
              guint32 serial,
              gboolean *ask)
{
  if (entity_is_over (self))
    return 0;

  switch (source)
    {
    case LIBVIRT_FROM_ANSWER:
    case LIBVIRT_FROM_OWN:
      return weigh_reply (self, base, source == LIBVIRT_FROM_OWN, serial, ask);
    case LIBVIRT_FROM_EVENT:
      return weigh_event (self, base, serial, ask);
    }

  g_assert_not_reached ();
}

void
libvirt_entity_ask_for (LibvirtEntity *self,
                        LibvirtSource source)
{
  if (source == LIBVIRT_FROM_OWN)
    libvirt_entity_ask_now (self);
  else
    libvirt_entity_ask (self);
}

/* The registry holds what exists. TRUE if its reference is the caller's now. */
static gboolean
entity_hold_if_exists (LibvirtEntity *self)
{
  LibvirtRegistry *registry = &self->core->registry;

  if (self->core->is_closed)
    return FALSE; /* and with the connection the registry */
  if (!libvirt_entity_has (self, LIBVIRT_FLAG_EXISTS))
    return libvirt_registry_let_go (registry, self,
                                    LIBVIRT_ENTITY_DETAILS (self)->read_uuid != NULL);

  libvirt_registry_hold (registry, self);
  return FALSE;
}

/* A live list is told at once, or later of all @news. */
static void
tell_existence (LibvirtEntity *self,
                GPtrArray *news)
{
  if (news != NULL)
    g_ptr_array_add (news, g_object_ref (self));
  else
    libvirt_entity_list_tell (self);
}

static gboolean entity_set_gone (LibvirtEntity *self,
                                 LibvirtSource source,
                                 guint32 serial,
                                 GPtrArray *news);

/* References to all of the kind that belong to @owner. */
static GPtrArray *
find_owned (LibvirtEntity *owner,
            LibvirtKind kind)
{
  GArray *found;

  g_mutex_lock (&owner->core->lock);
  found = libvirt_registry_find_owned (&owner->core->registry, kind, owner->uuid);
  g_mutex_unlock (&owner->core->lock);

  return libvirt_found_take_all (found);
}

/* What belongs to something ends with it. */
static void
end_owned (LibvirtEntity *self,
           LibvirtKind kind,
           guint32 serial)
{
  g_autoptr (GPtrArray) owned = find_owned (self, kind);
  g_autoptr (GPtrArray) news = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < owned->len; i++)
    {
      LibvirtEntity *entity = g_ptr_array_index (owned, i);

      if (entity_set_gone (entity, LIBVIRT_FROM_OWN, serial, news))
        libvirt_entity_ask_now (entity);
    }
  libvirt_entity_list_tell_all (news);
}

static void
entity_end_owned (LibvirtEntity *self,
                  guint32 serial)
{
  LibvirtKind kinds[LIBVIRT_MAX_OWNED_KINDS];

  libvirt_entity_get_owned_kinds (self, kinds);
  for (guint i = 0; i < G_N_ELEMENTS (kinds) && kinds[i] != LIBVIRT_KIND_CONNECT; i++)
    end_owned (self, kinds[i], serial);
}

/* A change, as it goes on its way. */
typedef struct
{
  guint changed;
  gboolean ended;
  gboolean let_go; /* whether the registry's reference is ours now */
  gboolean ask;    /* whether the hypervisor must be asked */
} Change;

/* Under the lock. */
static Change
entity_take_in (LibvirtEntity *self,
                const LibvirtBase *base,
                LibvirtSource source,
                guint32 serial)
{
  Change change = { 0 };

  change.changed = entity_weigh (self, base, source, serial, &change.ask);
  if (change.changed & LIBVIRT_ENTITY_CHANGED_EXISTS)
    {
      change.ended = !libvirt_entity_has (self, LIBVIRT_FLAG_EXISTS);
      change.let_go = entity_hold_if_exists (self);
    }
  return change;
}

/* When the properties have been notified. */
static void
entity_follow (LibvirtEntity *self,
               const Change *change,
               guint32 serial,
               GPtrArray *news)
{
  if (change->changed & LIBVIRT_ENTITY_CHANGED_EXISTS)
    tell_existence (self, news);
  if (change->ended)
    entity_end_owned (self, serial);
  if (change->let_go)
    g_object_unref (self);
}

/* TRUE if the hypervisor must be asked. The caller's reference must not be one that a handler may
 * drop. */
static gboolean
entity_update (LibvirtEntity *self,
               const LibvirtBase *base,
               LibvirtSource source,
               guint32 serial,
               GPtrArray *news)
{
  gboolean told_at_once = libvirt_entity_begin_change (self);
  Change change = entity_take_in (self, base, source, serial);

  libvirt_entity_end_change (self, told_at_once, change.changed);
  entity_follow (self, &change, serial, news);
  return change.ask;
}

void
libvirt_entity_update_by_event (LibvirtEntity *self,
                                const LibvirtBase *base,
                                guint32 serial)
{
  Change change;

  g_mutex_lock (&self->core->lock);
  change = entity_take_in (self, base, LIBVIRT_FROM_EVENT, serial);
  libvirt_entity_end_event (self, change.changed);

  entity_follow (self, &change, serial, NULL);
  if (change.ask)
    libvirt_entity_ask (self);
}

void
libvirt_entity_update (LibvirtEntity *self,
                       const LibvirtBase *base,
                       LibvirtSource source,
                       guint32 serial)
{
  g_autoptr (LibvirtEntity) kept G_GNUC_UNUSED = g_object_ref (self); /* a handler may drop it */

  if (entity_update (self, base, source, serial, NULL))
    libvirt_entity_ask_for (self, source);
}

void
libvirt_entity_set_first_base (LibvirtEntity *self,
                               const LibvirtBase *base,
                               guint32 serial)
{
  LIBVIRT_ENTITY_DETAILS (self)->take (self, base);
  self->remains = libvirt_base_get_given (base, LIBVIRT_ENTITY_DETAILS (self));
  libvirt_entity_set_flag (self, LIBVIRT_FLAG_GUESSED,
                           (base->guessed & LIBVIRT_HAS_PERSISTENT) != 0);
  entity_vouch (self, base->fields | LIBVIRT_HAS_ID, serial); /* the handle is as new */
  self->name_serial = serial;
}

/* Whether a name from @source says how it is now. Under the lock. */
static gboolean
may_rename (LibvirtEntity *self,
            LibvirtSource source,
            guint32 serial)
{
  switch (source)
    {
    case LIBVIRT_FROM_ANSWER:
      return serial >= MAX (self->name_serial, self->own_serial);
    case LIBVIRT_FROM_OWN:
      if (serial < MAX (self->name_serial, self->own_serial))
        return FALSE;
      expect_own_event (self);
      entity_outdate_answers (self, NULL);
      return TRUE;
    case LIBVIRT_FROM_EVENT:
      return serial > self->name_serial && self->n_due == 0;
    }

  g_assert_not_reached ();
}

/* Puts @native in place. Under the lock. A name leads only to what is held. */
static void
entity_swap_native (LibvirtEntity *self,
                    gpointer native)
{
  LibvirtRegistry *registry = &self->core->registry;

  libvirt_registry_unset_name (registry, self);
  libvirt_entity_swap_native (self, native);
  libvirt_registry_set_name (registry, self);
}

/* Under the lock. What has no UUID never has another name. */
static gboolean
has_other_name (LibvirtEntity *self,
                gpointer native)
{
  const LibvirtEntityDetails *details = LIBVIRT_ENTITY_DETAILS (self);

  return details->read_uuid != NULL &&
         g_strcmp0 (libvirt_entity_read_name (self), details->read_name (native, NULL)) != 0;
}

/* TRUE if the hypervisor must be asked. */
static gboolean
entity_take_native (LibvirtEntity *self,
                    gpointer native,
                    LibvirtSource source,
                    guint32 serial)
{
  gboolean told_at_once = libvirt_entity_begin_change (self);
  gboolean is_current = libvirt_core_is_current (self->core, serial);
  gboolean renamed = is_current && has_other_name (self, native);
  gboolean ask = renamed && !may_rename (self, source, serial);

  renamed &= !ask;
  /* After another session has taken the place of the last, there is none yet. */
  if (renamed || (is_current && self->native == NULL))
    entity_swap_native (self, g_steal_pointer (&native));
  if (!ask)
    self->name_serial = MAX (self->name_serial, serial);
  libvirt_entity_end_change (self, told_at_once, renamed ? LIBVIRT_ENTITY_CHANGED_NAME : 0);

  if (native != NULL)
    libvirt_native_free (LIBVIRT_ENTITY_DETAILS (self)->kind, native);
  return ask;
}

void
libvirt_entity_take_native (LibvirtEntity *self,
                            gpointer native,
                            LibvirtSource source,
                            guint32 serial)
{
  g_autoptr (LibvirtEntity) kept G_GNUC_UNUSED = g_object_ref (self); /* a handler may drop it */

  if (entity_take_native (self, native, source, serial))
    libvirt_entity_ask_for (self, source);
}

/* TRUE if the hypervisor must be asked. */
static gboolean
entity_set_gone (LibvirtEntity *self,
                 LibvirtSource source,
                 guint32 serial,
                 GPtrArray *news)
{
  LibvirtBase base;

  libvirt_base_set_gone (&base, LIBVIRT_ENTITY_DETAILS (self));
  return entity_update (self, &base, source, serial, news);
}

void
libvirt_entity_set_gone (LibvirtEntity *self,
                         guint32 serial)
{
  LibvirtBase base;

  libvirt_base_set_gone (&base, LIBVIRT_ENTITY_DETAILS (self));
  libvirt_entity_update (self, &base, LIBVIRT_FROM_OWN, serial);
  libvirt_entity_list_catch_up (self);
}

void
libvirt_entity_set_missing (LibvirtEntity *self,
                            guint32 serial)
{
  g_autoptr (GPtrArray) news = g_ptr_array_new_with_free_func (g_object_unref);

  if (entity_set_gone (self, LIBVIRT_FROM_ANSWER, serial, news))
    libvirt_entity_ask (self);
}

/* Asks in a worker, answers in the owner's context. */
typedef struct
{
  LibvirtWork work;
  LibvirtEmission emission;
  LibvirtEntity *entity;
  LibvirtBase base;
  gpointer native; /* as it is now, or NULL if the hypervisor has no such thing */
  guint32 serial;
} Ask;

#define ASK_OF_EMISSION(e) ((Ask *) ((guint8 *) (e) - G_STRUCT_OFFSET (Ask, emission)))

/* FALSE if an event came between: who is right is to be asked again. */
static gboolean
ask_take (Ask *self,
          GPtrArray *news)
{
  gboolean again = FALSE;

  if (self->native != NULL)
    again = entity_take_native (self->entity, g_steal_pointer (&self->native),
                                LIBVIRT_FROM_ANSWER, self->serial);
  if (self->base.fields != 0)
    again |= entity_update (self->entity, &self->base, LIBVIRT_FROM_ANSWER, self->serial, news);
  return !again;
}

static void
ask_emit (LibvirtEmission *emission,
          gpointer connect)
{
  Ask *self = ASK_OF_EMISSION (emission);

  if (!ask_take (self, NULL))
    libvirt_entity_ask (self->entity);
}

static void
ask_detach (LibvirtEmission *emission)
{
  Ask *self = ASK_OF_EMISSION (emission);

  if (self->native != NULL)
    libvirt_native_free (LIBVIRT_ENTITY_DETAILS (self->entity)->kind,
                         g_steal_pointer (&self->native));
}

static void
ask_free (LibvirtEmission *emission)
{
  Ask *self = ASK_OF_EMISSION (emission);

  ask_detach (emission);
  g_object_unref (self->entity);
  g_free (self);
}

/* Whether libvirt's last error says that there is no such thing. */
static gboolean
is_gone (const LibvirtEntityDetails *details)
{
  int code = virGetLastErrorCode ();

  return code == details->gone_code || (code != VIR_ERR_OK && code == details->stopped_code);
}

static void
ask_query (Ask *self)
{
  const LibvirtEntityDetails *details = LIBVIRT_ENTITY_DETAILS (self->entity);
  g_autoptr (LibvirtHandle) owner = libvirt_entity_hold_owner (self->entity, NULL);

  if (owner == NULL)
    return;

  self->base.fields = LIBVIRT_HAS_EXISTS;
  self->base.exists = TRUE;
  self->native = details->look_up (owner->native, self->entity);
  if (self->native != NULL &&
      (details->query == NULL || details->query (self->native, &self->base, NULL)))
    return;

  /* It may have gone between the two, and what told of its end may know less than this. */
  if (is_gone (details))
    libvirt_base_set_gone (&self->base, details);
  else
    self->base.fields = 0;
}

static guint32
begin_ask (LibvirtEntity *self)
{
  guint32 serial;

  g_mutex_lock (&self->core->lock);
  libvirt_entity_set_flag (self, LIBVIRT_FLAG_ASKING, FALSE);
  serial = self->core->event_serial;
  g_mutex_unlock (&self->core->lock);

  return serial;
}

static void
ask_run (LibvirtWork *work)
{
  Ask *self = (Ask *) work;
  g_autoptr (LibvirtCore) core = libvirt_core_ref (self->entity->core);

  self->serial = begin_ask (self->entity);
  ask_query (self);
  libvirt_emitter_push (core->emitter, &self->emission);
}

/* FALSE if that is about to happen anyway; the flag goes when the question is put. */
static gboolean
want_ask (LibvirtEntity *self)
{
  gboolean asking;

  g_mutex_lock (&self->core->lock);
  asking = libvirt_entity_has (self, LIBVIRT_FLAG_ASKING);
  libvirt_entity_set_flag (self, LIBVIRT_FLAG_ASKING, TRUE);
  g_mutex_unlock (&self->core->lock);

  return !asking;
}

void
libvirt_entity_ask (LibvirtEntity *self)
{
  Ask *ask;

  if (!want_ask (self))
    return;

  ask = g_new0 (Ask, 1);
  ask->work.run = ask_run;
  ask->emission.emit = ask_emit;
  ask->emission.free = ask_free;
  ask->emission.detach = ask_detach;
  ask->entity = g_object_ref (self);
  libvirt_executor_push (self->core->executor, &ask->work);
}

static gboolean
ask_once (LibvirtEntity *self)
{
  Ask ask = { .entity = self, .serial = libvirt_core_get_serial (self->core) };

  ask_query (&ask);
  return ask_take (&ask, NULL);
}

void
libvirt_entity_ask_now (LibvirtEntity *self)
{
  for (guint i = 0; i < MAX_TRIES; i++)
    {
      if (ask_once (self))
        return;
    }

  libvirt_entity_ask (self);
}

static void
free_ask (gpointer ask)
{
  ask_free (&((Ask *) ask)->emission);
}

/* Asks for all of them in this thread; an Ask for each. */
static GPtrArray *
ask_all (GPtrArray *entities)
{
  GPtrArray *asks = g_ptr_array_new_full (entities->len, free_ask);

  for (guint i = 0; i < entities->len; i++)
    {
      Ask *ask = g_new0 (Ask, 1);

      ask->entity = g_object_ref (g_ptr_array_index (entities, i));
      ask->serial = libvirt_core_get_serial (ask->entity->core);
      ask_query (ask);
      g_ptr_array_add (asks, ask);
    }
  return asks;
}

/* The answers are told together. */
static void
ask_take_all (GPtrArray *asks,
              GPtrArray *news)
{
  for (guint i = 0; i < asks->len; i++)
    {
      Ask *ask = g_ptr_array_index (asks, i);

      if (!ask_take (ask, news))
        libvirt_entity_ask_now (ask->entity);
    }
  libvirt_entity_list_tell_all (news);
}

void
libvirt_entity_check_missing (LibvirtCore *core,
                              LibvirtKind kind,
                              LibvirtEntity *owner,
                              GPtrArray *present)
{
  g_autoptr (GPtrArray) news = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) missing = NULL;
  g_autoptr (GPtrArray) asks = NULL;
  GArray *found;

  g_mutex_lock (&core->lock);
  found = libvirt_registry_find_missing (&core->registry, kind, owner != NULL ? owner->uuid : NULL,
                                         present);
  g_mutex_unlock (&core->lock);

  missing = libvirt_found_take_all (found);
  asks = ask_all (missing);
  ask_take_all (asks, news);
}

/* Without @self if that is known to be @gone. */
static GPtrArray *
list_siblings (LibvirtEntity *self,
               gboolean gone)
{
  g_autoptr (LibvirtEntity) owner = libvirt_entity_find_owner (self);
  GPtrArray *siblings;

  if (owner == NULL)
    return g_ptr_array_new ();

  siblings = find_owned (owner, LIBVIRT_ENTITY_DETAILS (self)->kind);
  if (gone)
    g_ptr_array_remove (siblings, self);
  return siblings;
}

void
libvirt_entity_check_siblings (LibvirtEntity *self,
                               gboolean gone,
                               guint32 serial)
{
  g_autoptr (GPtrArray) news = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) siblings = list_siblings (self, gone);
  g_autoptr (GPtrArray) asks = ask_all (siblings);

  if (gone && entity_set_gone (self, LIBVIRT_FROM_OWN, serial, news))
    libvirt_entity_ask_now (self);
  ask_take_all (asks, news);
  libvirt_entity_list_catch_up (self);
}
