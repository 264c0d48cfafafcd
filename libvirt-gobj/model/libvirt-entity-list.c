/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "model/libvirt-entity-list-private.h"

#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-track-private.h"

/**
 * SECTION:libvirt-entity-list
 * @title: LibvirtEntityList
 * @short_description: what there is on a host, as a model that stays right
 *
 * A #GListModel of all things of one kind on a host, such as #LibvirtConnect:domains: hand it to
 * a list view and forget it. What others define or start appears, what is gone disappears, and
 * the changes that this program makes are there at once.
 *
 * |[<!-- language="C" -->
 * GListModel *domains = libvirt_connect_get_domains (host);
 *
 * g_signal_connect (domains, "items-changed", G_CALLBACK (on_items_changed), self);
 * ]|
 *
 * The items are the same objects that lookups return. The order is stable: an item keeps its
 * place among the others, new ones come last. A domain that is defined again does not move.
 * Sort and filter with GTK's models.
 *
 * The list fills itself when it is asked for first, with one #GListModel::items-changed for all
 * that there is: #LibvirtEntityList:loading tells how long that takes, #LibvirtEntityList:error
 * whether it failed. It belongs to the #GMainContext of its
 * connection and must be read there.
 *
 * Since: 1.0
 */

/**
 * LibvirtEntityList:
 *
 * A live list of what there is on a host.
 *
 * Since: 1.0
 */

enum
{
  PROP_0,
  PROP_ERROR,
  PROP_INTERVAL,
  PROP_ITEM_TYPE,
  PROP_LOADING,
  N_PROPS
};

struct _LibvirtEntityList
{
  GObject parent_instance;

  /* Set once. */
  LibvirtCore *core;
  GWeakRef owner; /* what the items belong to, if that is not the connection */
  GType item_type;
  const LibvirtEntityDetails *details;

  /* Only touched in the owner's context. */
  GSequence *items;  /* strong references, in order */
  GHashTable *iters; /* entity -> its GSequenceIter */
  gboolean loading;
  gboolean is_stale; /* while loading: what was asked for may have changed since then */
  GError *error;
  guint interval; /* in seconds */
  GSource *timer; /* with an interval */

  /* Guarded by the core's lock. */
  GPtrArray *due; /* entities to be looked at; with some, there is an emission on its way */
};

/* Of a list that a program makes by itself, which is of nothing. */
static const LibvirtEntityDetails no_details = { .kind = LIBVIRT_N_KINDS };

static void libvirt_entity_list_list_model_init (GListModelInterface *iface);

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE_WITH_CODE (LibvirtEntityList,
                               libvirt_entity_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      libvirt_entity_list_list_model_init))

/* Something to be done with a list in the owner's context. */
typedef struct
{
  LibvirtWork work;
  LibvirtEmission emission;
  LibvirtEntityList *list;
  LibvirtEntity *owner; /* a load: what the items belong to */
  GPtrArray *found;     /* the same: what there is, or NULL and an error */
  GError *error;
} Task;

#define TASK_OF_EMISSION(e) ((Task *) ((guint8 *) (e) - G_STRUCT_OFFSET (Task, emission)))

static void
task_free (LibvirtEmission *emission)
{
  Task *task = TASK_OF_EMISSION (emission);

  g_clear_pointer (&task->found, g_ptr_array_unref);
  g_clear_error (&task->error);
  g_clear_object (&task->owner);
  g_object_unref (task->list);
  g_free (task);
}

static Task *
task_new (LibvirtEntityList *list,
          void (*emit) (LibvirtEmission *emission,
                        gpointer connect))
{
  Task *task = g_new0 (Task, 1);

  task->list = g_object_ref (list);
  task->emission.emit = emit;
  task->emission.free = task_free;
  return task;
}

static void
list_remove (LibvirtEntityList *self,
             LibvirtEntity *entity)
{
  GSequenceIter *iter = g_hash_table_lookup (self->iters, entity);
  guint position = g_sequence_iter_get_position (iter);

  g_hash_table_remove (self->iters, entity);
  g_sequence_remove (iter);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

/* Brings the items in line with @entities: those that are gone one by one, as they stand here
 * and there, those that are new all at once. */
static void
list_look_at (LibvirtEntityList *self,
              GPtrArray *entities)
{
  guint n_before;
  guint n_added = 0;

  for (guint i = 0; i < entities->len; i++)
    {
      LibvirtEntity *entity = g_ptr_array_index (entities, i);

      if (g_hash_table_contains (self->iters, entity) && !libvirt_entity_get_exists (entity))
        list_remove (self, entity);
    }

  n_before = g_hash_table_size (self->iters);
  for (guint i = 0; i < entities->len; i++)
    {
      LibvirtEntity *entity = g_ptr_array_index (entities, i);

      if (g_hash_table_contains (self->iters, entity) || !libvirt_entity_get_exists (entity))
        continue;

      g_hash_table_insert (self->iters, entity,
                           g_sequence_append (self->items, g_object_ref (entity)));
      n_added++;
    }
  if (n_added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0, n_added);
}

static void
list_take_due (LibvirtEntityList *self)
{
  g_autoptr (GPtrArray) due = NULL;

  g_mutex_lock (&self->core->lock);
  due = self->due;
  self->due = g_ptr_array_new_with_free_func (g_object_unref);
  g_mutex_unlock (&self->core->lock);

  list_look_at (self, due);
}

static void
due_emit (LibvirtEmission *emission,
          gpointer connect)
{
  list_take_due (TASK_OF_EMISSION (emission)->list);
}

gboolean
libvirt_entity_list_exists (LibvirtCore *core,
                            LibvirtKind kind)
{
  return g_atomic_pointer_get (&core->lists[kind]) != NULL;
}

static G_DEFINE_QUARK (libvirt-entity-lists, entity_lists)

/* The lists that an owner has, by kind. */
typedef struct
{
  LibvirtEntityList *lists[LIBVIRT_N_KINDS];
} OwnedLists;

static void
owned_lists_free (gpointer data)
{
  OwnedLists *self = data;

  for (guint kind = 0; kind < LIBVIRT_N_KINDS; kind++)
    g_clear_object (&self->lists[kind]);
  g_free (self);
}

/* Under the lock, borrowed. */
static LibvirtEntityList *
find_list (LibvirtCore *core,
           LibvirtEntity *owner,
           LibvirtKind kind)
{
  OwnedLists *owned;

  if (owner == NULL)
    return core->lists[kind];

  owned = g_object_get_qdata (G_OBJECT (owner), entity_lists_quark ());
  return owned != NULL ? owned->lists[kind] : NULL;
}

gboolean
libvirt_entity_has_list (LibvirtEntity *owner,
                         LibvirtKind kind)
{
  gboolean has_list;

  g_mutex_lock (&owner->core->lock);
  has_list = find_list (owner->core, owner, kind) != NULL;
  g_mutex_unlock (&owner->core->lock);

  return has_list;
}

/* Notes @entities for the list that is to have them, if there is one: a reference is returned if
 * none waited there yet. */
static LibvirtEntityList *
list_add_due (LibvirtEntity *const *entities,
              guint n)
{
  LibvirtCore *core = entities[0]->core;
  g_autoptr (LibvirtEntity) owner = NULL;
  LibvirtEntityList *list;
  gboolean is_first = FALSE;

  g_mutex_lock (&core->lock);
  owner = libvirt_entity_ref_owner (entities[0]);
  list = find_list (core, owner, LIBVIRT_ENTITY_DETAILS (entities[0])->kind);
  if (list != NULL)
    {
      is_first = list->due->len == 0;
      for (guint i = 0; i < n; i++)
        g_ptr_array_add (list->due, g_object_ref (entities[i]));
    }
  if (is_first)
    g_object_ref (list);
  g_mutex_unlock (&core->lock);

  return is_first ? list : NULL;
}

static void
list_tell (LibvirtEntity *const *entities,
           guint n)
{
  LibvirtEmitter *emitter = entities[0]->core->emitter;
  g_autoptr (LibvirtEntityList) list = list_add_due (entities, n);

  if (list == NULL)
    return;

  if (libvirt_emitter_enter (emitter))
    {
      list_take_due (list);
      libvirt_emitter_leave (emitter);
      return;
    }

  libvirt_emitter_push (emitter, &task_new (list, due_emit)->emission);
}

void
libvirt_entity_list_tell (LibvirtEntity *entity)
{
  list_tell (&entity, 1);
}

void
libvirt_entity_list_tell_all (GPtrArray *entities)
{
  if (entities->len > 0)
    list_tell ((LibvirtEntity *const *) entities->pdata, entities->len);
}

/* What the list has and the hypervisor did not name is asked for one by one: it may be gone
 * where there are no events, or newer than the answer. */
static void
list_ask_for_missing (LibvirtEntityList *self,
                      GPtrArray *found)
{
  g_autoptr (GHashTable) named = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer entity;

  for (guint i = 0; i < found->len; i++)
    g_hash_table_add (named, g_ptr_array_index (found, i));

  g_hash_table_iter_init (&iter, self->iters);
  while (g_hash_table_iter_next (&iter, &entity, NULL))
    {
      if (!g_hash_table_contains (named, entity))
        libvirt_entity_ask (entity);
    }
}

/* What the hypervisor answered: @found, or @error. */
static void
list_take_answer (LibvirtEntityList *self,
                  GPtrArray *found,
                  const GError *error)
{
  gboolean had_error = self->error != NULL;

  if (found != NULL)
    {
      list_look_at (self, found);
      list_ask_for_missing (self, found);
    }

  g_clear_error (&self->error);
  self->error = error != NULL ? g_error_copy (error) : NULL;
  if (had_error || error != NULL)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ERROR]);
}

/* @owner is what the items belong to, NULL for the connection. */
static GPtrArray *
list_load (LibvirtEntityList *self,
           LibvirtEntity *owner,
           GError **error)
{
  g_autoptr (LibvirtHandle) handle = owner != NULL ? libvirt_entity_hold (owner, error)
                                                   : libvirt_core_hold (self->core, error);

  return handle != NULL ? self->details->list (self->core, owner, handle->native, error) : NULL;
}

/* FALSE if what the items belonged to is gone, and with it they. */
static gboolean
list_ref_owner (LibvirtEntityList *self,
                LibvirtEntity **owner)
{
  *owner = g_weak_ref_get (&self->owner);
  return *owner != NULL || self->details->owner_kind == LIBVIRT_KIND_CONNECT;
}

static void
list_set_loading (LibvirtEntityList *self,
                  gboolean loading)
{
  if (self->loading == loading)
    return;

  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOADING]);
}

static void list_start_load (LibvirtEntityList *self);

/* There will be no answer any more. */
static void
list_fail_closed (LibvirtEntityList *self)
{
  g_autoptr (GError) error = NULL;

  libvirt_core_set_closed_error (self->core, &error);
  list_take_answer (self, NULL, error);
  list_set_loading (self, FALSE);
}

static void
loaded_emit (LibvirtEmission *emission,
             gpointer connect)
{
  Task *task = TASK_OF_EMISSION (emission);

  list_take_answer (task->list, task->found, task->error);
  if (task->list->is_stale)
    list_start_load (task->list);
  else
    list_set_loading (task->list, FALSE);
}

static void
refreshed_emit (LibvirtEmission *emission,
                gpointer connect)
{
  Task *task = TASK_OF_EMISSION (emission);

  list_take_answer (task->list, task->found, NULL);
}

static void
load_run (LibvirtWork *work)
{
  Task *task = (Task *) work;
  g_autoptr (LibvirtCore) core = libvirt_core_ref (task->list->core);

  task->found = list_load (task->list, task->owner, &task->error);
  libvirt_emitter_push (core->emitter, &task->emission);
}

static void
list_start_load (LibvirtEntityList *self)
{
  g_autoptr (LibvirtEntity) owner = NULL;
  Task *task;

  self->is_stale = FALSE;
  if (!libvirt_core_is_open (self->core) || !list_ref_owner (self, &owner))
    {
      list_fail_closed (self);
      return;
    }

  task = task_new (self, loaded_emit);
  task->owner = g_steal_pointer (&owner);
  task->work.run = load_run;
  list_set_loading (self, TRUE);
  libvirt_executor_push (self->core->executor, &task->work);
}

/* An answer that is awaited already may be older than what it is wanted for. */
static void
list_load_in_worker (LibvirtEntityList *self)
{
  if (self->loading)
    self->is_stale = TRUE;
  else
    list_start_load (self);
}

static void
list_stop_timer (LibvirtEntityList *self)
{
  if (self->timer != NULL)
    g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
}

static gboolean
on_interval (gpointer data)
{
  LibvirtEntityList *self = data;

  if (libvirt_core_is_open (self->core) && !self->loading)
    list_start_load (self);
  else if (libvirt_core_is_closed (self->core))
    list_stop_timer (self);
  return G_SOURCE_CONTINUE;
}

static void
list_start_timer (LibvirtEntityList *self)
{
  self->timer = g_timeout_source_new_seconds (self->interval);
  g_source_set_static_name (self->timer, "[libvirt-gobj] list");
  g_source_set_callback (self->timer, on_interval, self, NULL);
  g_source_attach (self->timer, self->core->context);
}

static void
libvirt_entity_list_finalize (GObject *object)
{
  LibvirtEntityList *self = LIBVIRT_ENTITY_LIST (object);

  list_stop_timer (self);
  g_weak_ref_clear (&self->owner);
  g_ptr_array_unref (self->due);
  g_hash_table_unref (self->iters);
  g_sequence_free (self->items);
  g_clear_error (&self->error);
  libvirt_core_unref (self->core);

  G_OBJECT_CLASS (libvirt_entity_list_parent_class)->finalize (object);
}

static void
libvirt_entity_list_get_property (GObject *object,
                                  guint prop_id,
                                  GValue *value,
                                  GParamSpec *pspec)
{
  LibvirtEntityList *self = LIBVIRT_ENTITY_LIST (object);

  switch (prop_id)
    {
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    case PROP_INTERVAL:
      g_value_set_uint (value, self->interval);
      break;
    case PROP_ITEM_TYPE:
      g_value_set_gtype (value, self->item_type);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
libvirt_entity_list_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_INTERVAL:
      libvirt_entity_list_set_interval (LIBVIRT_ENTITY_LIST (object), g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
libvirt_entity_list_class_init (LibvirtEntityListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = libvirt_entity_list_finalize;
  object_class->get_property = libvirt_entity_list_get_property;
  object_class->set_property = libvirt_entity_list_set_property;

  /**
   * LibvirtEntityList:error: (getter get_error)
   *
   * Why the last attempt to load failed; %NULL if it did not. The items stay as they were.
   *
   * Since: 1.0
   */
  props[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);

  /**
   * LibvirtEntityList:interval: (getter get_interval) (setter set_interval)
   *
   * How often the list asks for everything again by itself, in seconds; 0 for never, which is
   * enough where events tell of all that comes and goes: for domains, networks, storage pools,
   * node devices and secrets of most hypervisors. A list that is still loading is not asked twice.
   *
   * Since: 1.0
   */
  props[PROP_INTERVAL] =
    g_param_spec_uint ("interval", NULL, NULL, 0, G_MAXUINT / 1000, 0,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * LibvirtEntityList:item-type:
   *
   * The class of the items, such as #LibvirtDomain.
   *
   * Since: 1.0
   */
  props[PROP_ITEM_TYPE] = g_param_spec_gtype ("item-type", NULL, NULL, G_TYPE_OBJECT, flags);

  /**
   * LibvirtEntityList:loading: (getter get_loading)
   *
   * Whether an answer of the hypervisor to what there is is awaited: in the beginning, and while
   * the list looks again by itself.
   *
   * Since: 1.0
   */
  props[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
libvirt_entity_list_init (LibvirtEntityList *self)
{
  self->core = libvirt_core_ref (libvirt_core_get_closed ());
  self->item_type = LIBVIRT_TYPE_ENTITY;
  self->items = g_sequence_new (g_object_unref);
  self->iters = g_hash_table_new (NULL, NULL);
  self->due = g_ptr_array_new_with_free_func (g_object_unref);
  self->details = &no_details;
  g_weak_ref_init (&self->owner, NULL);
}

static GType
libvirt_entity_list_get_item_type (GListModel *model)
{
  return LIBVIRT_ENTITY_LIST (model)->item_type;
}

static guint
libvirt_entity_list_get_n_items (GListModel *model)
{
  return g_hash_table_size (LIBVIRT_ENTITY_LIST (model)->iters);
}

static gpointer
libvirt_entity_list_get_item (GListModel *model,
                              guint position)
{
  LibvirtEntityList *self = LIBVIRT_ENTITY_LIST (model);

  if (position >= g_hash_table_size (self->iters))
    return NULL;

  return g_object_ref (g_sequence_get (g_sequence_get_iter_at_pos (self->items, (int) position)));
}

static void
libvirt_entity_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = libvirt_entity_list_get_item_type;
  iface->get_n_items = libvirt_entity_list_get_n_items;
  iface->get_item = libvirt_entity_list_get_item;
}

LibvirtEntityList *
libvirt_entity_list_new (LibvirtCore *core,
                         const LibvirtEntityDetails *details,
                         LibvirtEntity *owner)
{
  LibvirtEntityList *self = g_object_new (LIBVIRT_TYPE_ENTITY_LIST, NULL);

  libvirt_core_replace (&self->core, core);
  g_weak_ref_set (&self->owner, owner);
  self->item_type = details->get_type ();
  self->details = details;

  if (owner != NULL)
    return self;

  /* From here on it hears of what comes and goes; the answer to the first question is newer. */
  g_mutex_lock (&core->lock);
  g_atomic_pointer_set (&core->lists[details->kind], self);
  g_mutex_unlock (&core->lock);

  return self;
}

void
libvirt_entity_list_load (LibvirtEntityList *self)
{
  list_load_in_worker (self);
}

/* The list has no reference to its owner, so the owner may have one to the list. */
GListModel *
libvirt_entity_list_of (LibvirtEntity *owner,
                        const LibvirtEntityDetails *details)
{
  OwnedLists *owned = g_object_get_qdata (G_OBJECT (owner), entity_lists_quark ());
  LibvirtEntityList *list;

  if (owned == NULL)
    {
      owned = g_new0 (OwnedLists, 1);
      g_object_set_qdata_full (G_OBJECT (owner), entity_lists_quark (), owned, owned_lists_free);
    }
  if (owned->lists[details->kind] != NULL)
    return G_LIST_MODEL (owned->lists[details->kind]);

  list = libvirt_entity_list_new (owner->core, details, owner);
  g_mutex_lock (&owner->core->lock);
  owned->lists[details->kind] = list;
  g_mutex_unlock (&owner->core->lock);
  list_load_in_worker (list);

  return G_LIST_MODEL (list);
}

void
libvirt_entity_list_reload (LibvirtEntity *owner,
                            LibvirtKind kind)
{
  OwnedLists *owned = g_object_get_qdata (G_OBJECT (owner), entity_lists_quark ());

  if (owned != NULL && owned->lists[kind] != NULL)
    list_load_in_worker (owned->lists[kind]);
}

void
libvirt_entity_list_reload_all (LibvirtEntity *owner)
{
  OwnedLists *owned = g_object_get_qdata (G_OBJECT (owner), entity_lists_quark ());

  for (guint kind = 0; owned != NULL && kind < LIBVIRT_N_KINDS; kind++)
    {
      if (owned->lists[kind] != NULL)
        list_load_in_worker (owned->lists[kind]);
    }
}

LibvirtCore *
libvirt_entity_list_get_core (LibvirtEntityList *self)
{
  return self->core;
}

const LibvirtEntityDetails *
libvirt_entity_list_get_details (LibvirtEntityList *self)
{
  return self->details;
}

/**
 * libvirt_entity_list_get_loading:
 * @self: a list
 *
 * Reads #LibvirtEntityList:loading.
 *
 * Returns: %TRUE until the list has filled itself or failed to
 *
 * Since: 1.0
 */
gboolean
libvirt_entity_list_get_loading (LibvirtEntityList *self)
{
  g_return_val_if_fail (LIBVIRT_IS_ENTITY_LIST (self), FALSE);

  return self->loading;
}

/**
 * libvirt_entity_list_get_error:
 * @self: a list
 *
 * Reads #LibvirtEntityList:error.
 *
 * Returns: (transfer none) (nullable): why the last load failed, or %NULL
 *
 * Since: 1.0
 */
const GError *
libvirt_entity_list_get_error (LibvirtEntityList *self)
{
  g_return_val_if_fail (LIBVIRT_IS_ENTITY_LIST (self), NULL);

  return self->error;
}

/**
 * libvirt_entity_list_get_interval:
 * @self: a list
 *
 * Reads #LibvirtEntityList:interval.
 *
 * Returns: after how many seconds the list looks again, or 0 if it does not
 *
 * Since: 1.0
 */
guint
libvirt_entity_list_get_interval (LibvirtEntityList *self)
{
  g_return_val_if_fail (LIBVIRT_IS_ENTITY_LIST (self), 0);

  return self->interval;
}

/**
 * libvirt_entity_list_set_interval:
 * @self: a list
 * @interval: a number of seconds, or 0
 *
 * Sets #LibvirtEntityList:interval: for what no event tells of, such as volumes that others make.
 * To be called in the context of the connection.
 *
 * Since: 1.0
 */
void
libvirt_entity_list_set_interval (LibvirtEntityList *self,
                                  guint interval)
{
  g_return_if_fail (LIBVIRT_IS_ENTITY_LIST (self));
  g_return_if_fail (interval <= G_MAXUINT / 1000);

  if (self->interval == interval)
    return;

  list_stop_timer (self);
  self->interval = interval;
  if (interval > 0)
    list_start_timer (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_INTERVAL]);
}

/**
 * libvirt_entity_list_refresh:
 * @self: a list
 * @error: return location for a #GError
 *
 * Asks the hypervisor for all items (blocks), for what no event tells: on hypervisors without
 * events, and for properties that others change unannounced.
 *
 * Returns: %TRUE if the hypervisor answered; the items are up to date by then if this is called
 *   in the context of the connection
 *
 * Since: 1.0
 */
gboolean
libvirt_entity_list_refresh (LibvirtEntityList *self,
                             GError **error)
{
  g_autoptr (LibvirtEntity) owner = NULL;
  g_autoptr (GPtrArray) found = NULL;

  g_return_val_if_fail (LIBVIRT_IS_ENTITY_LIST (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!list_ref_owner (self, &owner))
    {
      libvirt_core_set_closed_error (self->core, error);
      return FALSE;
    }

  found = list_load (self, owner, error);
  if (found == NULL)
    return FALSE;

  if (libvirt_emitter_enter (self->core->emitter))
    {
      list_take_answer (self, found, NULL);
      libvirt_emitter_leave (self->core->emitter);
    }
  else
    {
      Task *task = task_new (self, refreshed_emit);

      task->found = g_steal_pointer (&found);
      libvirt_emitter_push (self->core->emitter, &task->emission);
    }
  return TRUE;
}
