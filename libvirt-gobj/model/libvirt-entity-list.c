/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "model/libvirt-entity-list-private.h"

#include "model/libvirt-entity-tree-private.h"
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
 * whether it failed. It belongs to the #GMainContext of its connection and must be read there.
 *
 * While handlers of #GListModel::items-changed are called, the list stays as they are told that it is.
 * What one of them makes or removes, and what else comes meanwhile if it runs a main loop, is in the
 * list as soon as all have returned; objects, their properties and other lists do not wait for that. So
 * a handler must not wait for the list itself.
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

/* Of a list that a program makes by itself, which is of nothing. */
static const LibvirtEntityDetails no_details = { .kind = LIBVIRT_N_KINDS };

static void libvirt_entity_list_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LibvirtEntityList,
                               libvirt_entity_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      libvirt_entity_list_list_model_init))

/* A list that is to look at what is due. */
typedef struct
{
  LibvirtEmission emission;
  LibvirtEntityList *list; /* NULL once it does */
} DueEmission;

gboolean
libvirt_entity_list_has (LibvirtEntityList *self,
                         LibvirtEntity *entity)
{
  return g_hash_table_contains (self->iters, entity);
}

/* Around @iter: of those that leave, all that stand beside each other leave together. */
static void
list_take_out_range (LibvirtEntityList *self,
                     GSequenceIter *iter,
                     GHashTable *leaving)
{
  GSequenceIter *begin = iter;
  GSequenceIter *end = g_sequence_iter_next (iter);
  guint position;
  guint n = 0;

  while (!g_sequence_iter_is_begin (begin) &&
         g_hash_table_contains (leaving, g_sequence_get (g_sequence_iter_prev (begin))))
    begin = g_sequence_iter_prev (begin);
  while (!g_sequence_iter_is_end (end) && g_hash_table_contains (leaving, g_sequence_get (end)))
    end = g_sequence_iter_next (end);

  position = g_sequence_iter_get_position (begin);
  for (iter = begin; iter != end; iter = g_sequence_iter_next (iter), n++)
    g_hash_table_remove (self->iters, g_sequence_get (iter));
  g_sequence_remove_range (begin, end);
  g_list_model_items_changed (G_LIST_MODEL (self), position, n, 0);
}

void
libvirt_entity_list_take_out (LibvirtEntityList *self,
                              GPtrArray *entities)
{
  g_autoptr (GHashTable) leaving = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < entities->len; i++)
    {
      if (libvirt_entity_list_has (self, g_ptr_array_index (entities, i)))
        g_hash_table_add (leaving, g_ptr_array_index (entities, i));
    }

  for (guint i = 0; i < entities->len; i++)
    {
      GSequenceIter *iter = g_hash_table_lookup (self->iters, g_ptr_array_index (entities, i));

      if (iter != NULL)
        list_take_out_range (self, iter, leaving);
    }
  if (g_atomic_int_get (&self->has_tree))
    libvirt_entity_tree_remove (self, entities);
}

GPtrArray *
libvirt_entity_list_dup_items (LibvirtEntityList *self)
{
  GPtrArray *items = g_ptr_array_new_full (g_hash_table_size (self->iters), g_object_unref);

  for (GSequenceIter *iter = g_sequence_get_begin_iter (self->items); !g_sequence_iter_is_end (iter);
       iter = g_sequence_iter_next (iter))
    g_ptr_array_add (items, g_object_ref (g_sequence_get (iter)));
  return items;
}

static void
list_take_in (LibvirtEntityList *self,
              GPtrArray *entities)
{
  guint n_before = g_hash_table_size (self->iters);
  guint n_added = 0;

  for (guint i = 0; i < entities->len; i++)
    {
      LibvirtEntity *entity = g_ptr_array_index (entities, i);

      if (g_hash_table_contains (self->iters, entity) || !libvirt_entity_get_exists (entity))
        continue;

      g_hash_table_insert (self->iters, entity,
                           g_sequence_append (self->items, g_object_ref (entity)));
      n_added++;
    }
  if (n_added == 0)
    return;

  self->has_news = TRUE;
  g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0, n_added);
}

void
libvirt_entity_list_look_at (LibvirtEntityList *self,
                             GPtrArray *entities)
{
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();

  for (guint i = 0; i < entities->len; i++)
    {
      LibvirtEntity *entity = g_ptr_array_index (entities, i);

      if (!libvirt_entity_get_exists (entity))
        g_ptr_array_add (gone, entity);
    }
  if (gone->len > 0)
    libvirt_entity_list_take_out (self, gone);
  list_take_in (self, entities); /* also what a handler has seen come back */
}

static GPtrArray *
list_steal_due (LibvirtEntityList *self)
{
  GPtrArray *due;

  g_mutex_lock (&self->loader.core->lock);
  due = self->due;
  self->due = g_ptr_array_new_with_free_func (g_object_unref);
  g_mutex_unlock (&self->loader.core->lock);

  return due;
}

static void
list_look_at_due (gpointer list,
                  gpointer data)
{
  g_autoptr (GPtrArray) due = list_steal_due (list);

  libvirt_entity_list_look_at (list, due);
}

static void
list_place_news (gpointer list,
                 gpointer data)
{
  if (g_atomic_int_get (&((LibvirtEntityList *) list)->has_tree))
    libvirt_entity_tree_place_news (list);
}

static void
list_take_due (LibvirtEntityList *self)
{
  libvirt_list_turn_take (&self->loader.turn, self, list_look_at_due, list_place_news, NULL, NULL);
}

static void
due_emit (LibvirtEmission *emission,
          gpointer connect)
{
  g_autoptr (LibvirtEntityList) list = g_steal_pointer (&((DueEmission *) emission)->list);

  list_take_due (list);
}

/* If nobody is told any more, nothing is due: what belongs to something would keep that, and with it the
 * list. */
static void
due_free (LibvirtEmission *emission)
{
  g_autoptr (LibvirtEntityList) list = ((DueEmission *) emission)->list;

  if (list != NULL)
    g_ptr_array_unref (list_steal_due (list));
  g_free (emission);
}

/* Takes @list over. */
static LibvirtEmission *
due_new (LibvirtEntityList *list)
{
  DueEmission *self = g_new0 (DueEmission, 1);

  self->emission.emit = due_emit;
  self->emission.free = due_free;
  self->list = list;
  return &self->emission;
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

LibvirtEntityList *
libvirt_entity_list_ref_of (LibvirtCore *core,
                            LibvirtEntity *owner,
                            LibvirtKind kind)
{
  LibvirtEntityList *list;

  g_mutex_lock (&core->lock);
  list = find_list (core, owner, kind);
  if (list != NULL)
    g_object_ref (list);
  g_mutex_unlock (&core->lock);

  return list;
}

/* Notes @entities for the list that is to have them, if there is one, of which a reference is
 * returned; *@is_first is whether none waited there yet. */
static LibvirtEntityList *
list_add_due (LibvirtEntity *const *entities,
              guint n,
              gboolean *is_first)
{
  LibvirtCore *core = entities[0]->core;
  g_autoptr (LibvirtEntity) owner = NULL;
  LibvirtEntityList *list;

  g_mutex_lock (&core->lock);
  owner = libvirt_entity_ref_owner (entities[0]);
  list = find_list (core, owner, LIBVIRT_ENTITY_DETAILS (entities[0])->kind);
  if (list != NULL)
    {
      *is_first = list->due->len == 0;
      for (guint i = 0; i < n; i++)
        g_ptr_array_add (list->due, g_object_ref (entities[i]));
      g_object_ref (list);
    }
  g_mutex_unlock (&core->lock);

  return list;
}

static void
list_tell (LibvirtEntity *const *entities,
           guint n)
{
  LibvirtEmitter *emitter = entities[0]->core->emitter;
  gboolean is_first;
  g_autoptr (LibvirtEntityList) list = list_add_due (entities, n, &is_first);

  if (list == NULL)
    return;

  if (libvirt_emitter_enter (emitter))
    {
      list_take_due (list);
      libvirt_emitter_leave (emitter);
    }
  else if (is_first)
    {
      libvirt_emitter_push (emitter, due_new (g_steal_pointer (&list)));
    }
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

void
libvirt_entity_list_catch_up (LibvirtEntity *entity)
{
  LibvirtCore *core = entity->core;
  g_autoptr (LibvirtEntity) owner = libvirt_entity_find_owner (entity);
  g_autoptr (LibvirtEntityList) list =
    libvirt_entity_list_ref_of (core, owner, LIBVIRT_ENTITY_DETAILS (entity)->kind);

  if (list == NULL || !libvirt_emitter_enter (core->emitter))
    return;

  list_take_due (list);
  libvirt_emitter_leave (core->emitter);
}

/* What there is. */
typedef struct
{
  GPtrArray *found;
  GHashTable *parents; /* of a tree: see libvirt_entity_tree_ask() */
  GPtrArray *kept;     /* the same: references to all that is in it */
} Answer;

static void
answer_free (gpointer data)
{
  Answer *self = data;

  g_clear_pointer (&self->parents, g_hash_table_unref);
  g_clear_pointer (&self->kept, g_ptr_array_unref);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gboolean
answer_ask_tree (Answer *self,
                 LibvirtEntityList *list,
                 LibvirtEntity *owner,
                 gpointer native_owner,
                 GError **error)
{
  self->kept = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->parents = libvirt_entity_tree_ask (owner, list->details, native_owner, self->found,
                                           self->kept, error);
  return self->parents != NULL;
}

static Answer *
list_ask_all (LibvirtEntityList *self,
              LibvirtEntity *owner,
              gboolean with_tree,
              GError **error)
{
  LibvirtCore *core = self->loader.core;
  g_autoptr (Answer) answer = g_new0 (Answer, 1);
  g_autoptr (LibvirtHandle) handle = owner != NULL ? libvirt_entity_hold (owner, error)
                                                   : libvirt_core_hold (core, error);

  if (handle == NULL)
    return NULL;

  answer->found = self->details->list (core, owner, handle->native, error);
  if (answer->found != NULL)
    libvirt_entity_check_missing (core, self->details->kind, owner, answer->found);
  if (answer->found == NULL ||
      (with_tree && !answer_ask_tree (answer, self, owner, handle->native, error)))
    return NULL;
  return g_steal_pointer (&answer);
}

static gpointer
list_ask (gpointer list,
          gpointer owner,
          GError **error)
{
  LibvirtEntityList *self = list;
  gboolean with_tree = g_atomic_int_get (&self->has_tree);
  Answer *answer;

  if (with_tree)
    g_atomic_int_inc (&self->n_placing);
  answer = list_ask_all (self, owner, with_tree, error);
  if (with_tree && answer == NULL)
    g_atomic_int_add (&self->n_placing, -1);
  return answer;
}

static void
list_take (gpointer list,
           gpointer data)
{
  LibvirtEntityList *self = list;
  Answer *answer = data;

  libvirt_entity_list_look_at (self, answer->found);
  if (answer->parents != NULL)
    libvirt_entity_tree_take (self, answer->parents);
  if (answer->parents == NULL)
    return;

  g_atomic_int_add (&self->n_placing, -1);
  libvirt_entity_tree_place_news (self);
}

static const LibvirtListCalls list_calls = {
  .ask = list_ask,
  .take = list_take,
  .free_answer = answer_free,
};

/* Whose loader is that of the list; NULL if it is a part of something that is gone. */
static LibvirtEntityList *
list_ref_whole (LibvirtEntityList *self)
{
  if (!self->is_part)
    return g_object_ref (self);

  return self->whole != NULL ? libvirt_weak_get (self->whole) : NULL;
}

/* Its own if that is gone, which never changes. */
static LibvirtListLoader *
list_peek_loader (LibvirtEntityList *self)
{
  g_autoptr (LibvirtEntityList) whole = list_ref_whole (self);

  return whole != NULL ? &whole->loader : &self->loader;
}

static void
libvirt_entity_list_notify (GObject *object,
                            GParamSpec *pspec)
{
  libvirt_entity_tree_notify (LIBVIRT_ENTITY_LIST (object), pspec);
}

static void
libvirt_entity_list_dispose (GObject *object)
{
  LibvirtEntityList *self = LIBVIRT_ENTITY_LIST (object);

  if (self->weak != NULL)
    libvirt_weak_end (self->weak);

  G_OBJECT_CLASS (libvirt_entity_list_parent_class)->dispose (object);
}

static void
libvirt_entity_list_finalize (GObject *object)
{
  LibvirtEntityList *self = LIBVIRT_ENTITY_LIST (object);

  g_clear_object (&self->roots);
  g_clear_pointer (&self->whole, libvirt_weak_unref);
  g_clear_pointer (&self->weak, libvirt_weak_unref);
  g_ptr_array_unref (self->due);
  g_hash_table_unref (self->iters);
  g_sequence_free (self->items);
  libvirt_list_loader_clear (&self->loader);

  G_OBJECT_CLASS (libvirt_entity_list_parent_class)->finalize (object);
}

static void
libvirt_entity_list_get_property (GObject *object,
                                  guint prop_id,
                                  GValue *value,
                                  GParamSpec *pspec)
{
  LibvirtEntityList *self = LIBVIRT_ENTITY_LIST (object);

  if (prop_id == LIBVIRT_LIST_PROP_ITEM_TYPE)
    g_value_set_gtype (value, self->item_type);
  else
    libvirt_list_loader_get_property (list_peek_loader (self), prop_id, value);
}

static void
libvirt_entity_list_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  libvirt_entity_list_set_interval (LIBVIRT_ENTITY_LIST (object), g_value_get_uint (value));
}

static void
libvirt_entity_list_class_init (LibvirtEntityListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = libvirt_entity_list_dispose;
  object_class->finalize = libvirt_entity_list_finalize;
  object_class->notify = libvirt_entity_list_notify;
  object_class->get_property = libvirt_entity_list_get_property;
  object_class->set_property = libvirt_entity_list_set_property;

  /**
   * LibvirtEntityList:error: (getter get_error)
   *
   * Why the last attempt to load failed; %NULL if it did not. The items stay as they were.
   *
   * Since: 1.0
   */
  /**
   * LibvirtEntityList:interval: (getter get_interval) (setter set_interval)
   *
   * How often the list asks for everything again by itself, in seconds; 0 for never, which is
   * enough where events tell of all that comes and goes: for domains, networks, storage pools,
   * node devices and secrets of most hypervisors. A list that is still loading is not asked twice.
   *
   * Since: 1.0
   */
  /**
   * LibvirtEntityList:item-type:
   *
   * The class of the items, such as #LibvirtDomain.
   *
   * Since: 1.0
   */
  /**
   * LibvirtEntityList:loading: (getter get_loading)
   *
   * Whether an answer of the hypervisor to what there is is awaited: in the beginning, and while
   * the list looks again by itself.
   *
   * Since: 1.0
   */
  libvirt_list_loader_install_properties (object_class);
}

static void
libvirt_entity_list_init (LibvirtEntityList *self)
{
  libvirt_list_loader_init (&self->loader, self, &list_calls);
  self->item_type = LIBVIRT_TYPE_ENTITY;
  self->items = g_sequence_new (g_object_unref);
  self->iters = g_hash_table_new (NULL, NULL);
  self->due = g_ptr_array_new_with_free_func (g_object_unref);
  self->details = &no_details;
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

  libvirt_list_loader_set_source (&self->loader, core, owner);
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

LibvirtEntityList *
libvirt_entity_list_new_part (LibvirtEntityList *whole,
                              const LibvirtEntityDetails *details)
{
  LibvirtEntityList *self = g_object_new (LIBVIRT_TYPE_ENTITY_LIST, NULL);

  self->item_type = details->get_type ();
  self->details = details;
  self->is_part = TRUE;
  if (whole == NULL)
    return self;

  if (whole->weak == NULL)
    whole->weak = libvirt_weak_new (whole);
  self->whole = libvirt_weak_ref (whole->weak);
  return self;
}

void
libvirt_entity_list_load (LibvirtEntityList *self)
{
  libvirt_list_loader_load (&self->loader);
}

/* The list has no reference to its owner, so the owner may have one to the list. */
LibvirtEntityList *
libvirt_entity_list_prepare (LibvirtEntity *owner,
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
    return owned->lists[details->kind];

  list = libvirt_entity_list_new (owner->core, details, owner);
  g_mutex_lock (&owner->core->lock);
  owned->lists[details->kind] = list;
  g_mutex_unlock (&owner->core->lock);
  return list;
}

GListModel *
libvirt_entity_list_of (LibvirtEntity *owner,
                        const LibvirtEntityDetails *details)
{
  g_autoptr (LibvirtEntityList) before =
    libvirt_entity_list_ref_of (owner->core, owner, details->kind);
  LibvirtEntityList *list = libvirt_entity_list_prepare (owner, details);

  if (before == NULL)
    libvirt_list_loader_load (&list->loader);
  return G_LIST_MODEL (list);
}

void
libvirt_entity_list_reload (LibvirtEntity *owner,
                            LibvirtKind kind)
{
  OwnedLists *owned = g_object_get_qdata (G_OBJECT (owner), entity_lists_quark ());

  if (owned != NULL && owned->lists[kind] != NULL)
    libvirt_list_loader_load (&owned->lists[kind]->loader);
}

gpointer
libvirt_entity_list_ask (LibvirtEntityList *self,
                         LibvirtEntity *owner,
                         GPtrArray **found,
                         GError **error)
{
  Answer *answer = list_ask (self, owner, error);

  *found = answer != NULL ? g_ptr_array_ref (answer->found) : NULL;
  return answer;
}

void
libvirt_entity_list_take_answer (LibvirtEntityList *self,
                                 gpointer answer,
                                 GError *error)
{
  libvirt_list_loader_take (&self->loader, answer, error);
}

void
libvirt_entity_list_free_answer (gpointer answer)
{
  answer_free (answer);
}

LibvirtCore *
libvirt_entity_list_get_core (LibvirtEntityList *self)
{
  return self->loader.core;
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

  return list_peek_loader (self)->loading;
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

  return list_peek_loader (self)->error;
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

  return list_peek_loader (self)->interval;
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

  libvirt_list_loader_set_interval (list_peek_loader (self), interval);
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
  g_autoptr (LibvirtEntityList) whole = NULL;

  g_return_val_if_fail (LIBVIRT_IS_ENTITY_LIST (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  whole = list_ref_whole (self);
  return libvirt_list_loader_refresh (whole != NULL ? &whole->loader : &self->loader, error);
}
