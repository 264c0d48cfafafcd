/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "model/libvirt-entity-tree-private.h"

#include "runtime/libvirt-adopt-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-track-private.h"

void
libvirt_tree_entity_clear (LibvirtTreeEntity *self)
{
  g_clear_pointer (&self->parent, libvirt_weak_unref);
  g_clear_object (&self->children);
}

static gpointer
tree_entity_ref_parent (gpointer self)
{
  LibvirtWeak *parent = ((LibvirtTreeEntity *) self)->parent;

  return parent != NULL ? libvirt_weak_get (parent) : NULL;
}

static void
tree_entity_set_parent (LibvirtTreeEntity *self,
                        LibvirtEntity *parent)
{
  g_clear_pointer (&self->parent, libvirt_weak_unref);
  if (parent != NULL)
    self->parent = libvirt_weak_ref (libvirt_entity_get_weak (parent));
}

gpointer
libvirt_tree_entity_peek_parent (gpointer self)
{
  g_autoptr (GObject) parent = tree_entity_ref_parent (self);

  return parent;
}

gpointer
libvirt_tree_entity_ask_parent (gpointer self,
                                guint flags,
                                GError **error)
{
  LibvirtEntity *entity = self;
  const LibvirtEntityDetails *details = LIBVIRT_ENTITY_DETAILS (entity);
  g_autoptr (LibvirtHandle) handle = libvirt_entity_hold (entity, error);
  g_autoptr (LibvirtEntity) owner = NULL;
  LibvirtLookup lookup;

  if (handle == NULL)
    return NULL;

  owner = libvirt_entity_find_owner (entity);
  libvirt_lookup_begin (&lookup, entity->core);
  return libvirt_lookup_end (&lookup, details, owner,
                             details->tree->get_parent (handle->native, flags), error);
}

GPtrArray *
libvirt_tree_entity_ask_children (gpointer self,
                                  guint flags,
                                  GError **error)
{
  LibvirtEntity *entity = self;
  const LibvirtEntityDetails *details = LIBVIRT_ENTITY_DETAILS (entity);
  g_autoptr (LibvirtHandle) handle = libvirt_entity_hold (entity, error);
  g_autoptr (LibvirtEntity) owner = NULL;

  if (handle == NULL)
    return NULL;

  owner = libvirt_entity_find_owner (entity);
  return libvirt_adopt_listed (entity->core, details, owner, handle->native,
                               details->tree->list_children, flags, error);
}

/* FALSE if it cannot be told; *@parent is a reference, or NULL for a root. */
static gboolean
find_parent (LibvirtEntity *entity,
             LibvirtEntity **parent,
             GError **error)
{
  g_autoptr (GError) failure = NULL;

  *parent = libvirt_tree_entity_ask_parent (entity, 0, &failure);
  if (*parent != NULL ||
      g_error_matches (failure, LIBVIRT_ERROR, LIBVIRT_ENTITY_DETAILS (entity)->gone_code))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Those that have something after them are asked what that is: they are never more than those that
 * could be asked what they come after. */
static void
ask_for_children (GHashTable *parents,
                  GPtrArray *with_children,
                  GPtrArray *kept)
{
  for (guint i = 0; with_children != NULL && i < with_children->len; i++)
    {
      gpointer parent = g_ptr_array_index (with_children, i);
      GPtrArray *children = libvirt_tree_entity_ask_children (parent, 0, NULL);

      if (children == NULL)
        continue; /* it is gone, and they come after something else */

      g_ptr_array_add (kept, children);
      for (guint j = 0; j < children->len; j++)
        g_hash_table_insert (parents, g_ptr_array_index (children, j), parent);
    }
}

/* What came between two questions, or where the hypervisor lacks a filter. */
static gboolean
ask_for_parents (GHashTable *parents,
                 GPtrArray *found,
                 GPtrArray *roots,
                 GPtrArray *kept,
                 GError **error)
{
  GPtrArray *more = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (kept, more);
  for (guint i = 0; roots != NULL && i < roots->len; i++)
    g_hash_table_insert (parents, g_ptr_array_index (roots, i), NULL);

  for (guint i = 0; i < found->len; i++)
    {
      gpointer entity = g_ptr_array_index (found, i);
      LibvirtEntity *parent;

      if (g_hash_table_contains (parents, entity))
        continue;
      if (!find_parent (entity, &parent, error))
        return FALSE;
      g_hash_table_insert (parents, entity, parent);
      if (parent != NULL)
        g_ptr_array_add (more, parent);
    }
  return TRUE;
}

static GPtrArray *
ask_filtered (LibvirtEntity *owner,
              const LibvirtEntityDetails *details,
              gpointer native_owner,
              guint filter,
              GPtrArray *kept)
{
  GPtrArray *list = libvirt_adopt_listed (owner->core, details, owner, native_owner,
                                          details->tree->list, filter, NULL);

  if (list != NULL)
    g_ptr_array_add (kept, list);
  return list;
}

GHashTable *
libvirt_entity_tree_ask (LibvirtEntity *owner,
                         const LibvirtEntityDetails *details,
                         gpointer native_owner,
                         GPtrArray *found,
                         GPtrArray *kept,
                         GError **error)
{
  g_autoptr (GHashTable) parents = g_hash_table_new (NULL, NULL);
  GPtrArray *roots;

  if (found->len == 0)
    return g_steal_pointer (&parents);

  ask_for_children (
    parents, ask_filtered (owner, details, native_owner, details->tree->with_children, kept), kept);
  roots = ask_filtered (owner, details, native_owner, details->tree->roots, kept);
  return ask_for_parents (parents, found, roots, kept, error) ? g_steal_pointer (&parents) : NULL;
}

/* The list of what comes after @parent, or of the roots. NULL if nobody has asked for it. */
static LibvirtEntityList *
tree_get_part (LibvirtEntityList *self,
               gpointer parent)
{
  return parent != NULL ? ((LibvirtTreeEntity *) parent)->children : self->roots;
}

/* Puts what is not in it yet at its end, in the order of the whole. */
static void
tree_fill_part (LibvirtEntityList *self,
                gpointer parent)
{
  LibvirtEntityList *part = tree_get_part (self, parent);
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GPtrArray) members = NULL;

  if (part == NULL)
    return;

  items = libvirt_entity_list_dup_items (self);
  members = g_ptr_array_new ();
  for (guint i = 0; i < items->len; i++)
    {
      LibvirtTreeEntity *item = g_ptr_array_index (items, i);

      if (item->is_placed && libvirt_tree_entity_peek_parent (item) == parent)
        g_ptr_array_add (members, item);
    }
  libvirt_entity_list_look_at (part, members);
}

/* @parent is what the entity came after, NULL for a root. */
static void
tree_take_out (LibvirtEntityList *self,
               LibvirtEntity *entity,
               LibvirtEntity *parent)
{
  LibvirtEntityList *part = tree_get_part (self, parent);
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  g_ptr_array_add (one, entity);
  if (part != NULL)
    libvirt_entity_list_take_out (part, one);
}

/* TRUE if that is another place; the list there has it once that is filled. */
static gboolean
tree_place (LibvirtEntityList *self,
            LibvirtEntity *entity,
            LibvirtEntity *parent)
{
  LibvirtTreeEntity *item = (LibvirtTreeEntity *) entity;
  g_autoptr (LibvirtEntity) before = tree_entity_ref_parent (item);

  if (item->is_placed && before == parent)
    return FALSE;

  tree_entity_set_parent (item, parent);
  item->is_placed = TRUE;
  tree_take_out (self, entity, before);
  if (before != parent)
    g_object_notify (G_OBJECT (entity), "parent");
  return TRUE;
}

/* What is gone has left its place to what came after it. */
static LibvirtEntity *
find_living (GHashTable *parents,
             LibvirtEntity *parent)
{
  guint n = g_hash_table_size (parents); /* no more than that, whatever the hypervisor says */

  while (parent != NULL && !libvirt_entity_get_exists (parent))
    parent = n-- > 0 ? g_hash_table_lookup (parents, parent) : NULL;
  return parent;
}

/* The parts of those @items that are in @parents; NULL there is for the roots. */
static void
tree_fill_parts (LibvirtEntityList *self,
                 GPtrArray *items,
                 GHashTable *parents)
{
  if (g_hash_table_contains (parents, NULL))
    tree_fill_part (self, NULL);
  for (guint i = 0; i < items->len; i++)
    {
      if (g_hash_table_contains (parents, g_ptr_array_index (items, i)))
        tree_fill_part (self, g_ptr_array_index (items, i));
    }
}

void
libvirt_entity_tree_take (LibvirtEntityList *self,
                          GHashTable *parents)
{
  g_autoptr (GPtrArray) items = libvirt_entity_list_dup_items (self);
  g_autoptr (GHashTable) changed = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < items->len; i++)
    {
      LibvirtEntity *entity = g_ptr_array_index (items, i);
      gpointer parent;

      if (!g_hash_table_lookup_extended (parents, entity, NULL, &parent) ||
          !libvirt_entity_list_has (self, entity))
        continue;
      parent = find_living (parents, parent);
      if (parent != NULL && !libvirt_entity_list_has (self, parent))
        continue; /* which is still to come, and then this is looked at again */
      if (tree_place (self, entity, parent))
        g_hash_table_add (changed, parent);
    }

  tree_fill_parts (self, items, changed);
}

/* What has just left the list stands between its parent and what came after it until the end. */
static LibvirtEntity *
ref_staying_parent (LibvirtEntityList *self,
                    LibvirtTreeEntity *entity)
{
  LibvirtEntity *parent = tree_entity_ref_parent (entity);

  while (parent != NULL && !libvirt_entity_list_has (self, parent))
    {
      g_autoptr (LibvirtEntity) gone = parent;

      parent = tree_entity_ref_parent (gone);
    }
  return parent;
}

/* Those that came after something that has left move up. */
static void
tree_move_up (LibvirtEntityList *self)
{
  g_autoptr (GPtrArray) items = libvirt_entity_list_dup_items (self);
  g_autoptr (GHashTable) changed = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < items->len; i++)
    {
      LibvirtTreeEntity *item = g_ptr_array_index (items, i);
      g_autoptr (LibvirtEntity) parent = NULL;

      if (!item->is_placed || !libvirt_entity_list_has (self, (LibvirtEntity *) item))
        continue;
      parent = ref_staying_parent (self, item);
      if (tree_place (self, (LibvirtEntity *) item, parent))
        g_hash_table_add (changed, parent);
    }

  tree_fill_parts (self, items, changed);
}

static void
tree_unplace (LibvirtTreeEntity *gone)
{
  g_autoptr (LibvirtEntity) parent = tree_entity_ref_parent (gone);

  gone->is_placed = FALSE;
  tree_entity_set_parent (gone, NULL);
  if (parent != NULL)
    g_object_notify (G_OBJECT (gone), "parent");
}

void
libvirt_entity_tree_remove (LibvirtEntityList *self,
                            GPtrArray *entities)
{
  for (guint i = 0; i < entities->len; i++)
    {
      LibvirtTreeEntity *gone = g_ptr_array_index (entities, i);
      LibvirtEntityList *part = tree_get_part (self, libvirt_tree_entity_peek_parent (gone));

      if (part != NULL && libvirt_entity_list_has (part, (LibvirtEntity *) gone))
        libvirt_entity_list_take_out (part, entities);
    }

  tree_move_up (self);
  for (guint i = 0; i < entities->len; i++)
    {
      if (!libvirt_entity_list_has (self, g_ptr_array_index (entities, i)))
        tree_unplace (g_ptr_array_index (entities, i));
    }
}

static gboolean
tree_has_unplaced (LibvirtEntityList *self)
{
  g_autoptr (GPtrArray) items = libvirt_entity_list_dup_items (self);

  for (guint i = 0; i < items->len; i++)
    {
      if (!((LibvirtTreeEntity *) g_ptr_array_index (items, i))->is_placed)
        return TRUE;
    }
  return FALSE;
}

void
libvirt_entity_tree_place_news (LibvirtEntityList *self)
{
  if (!self->has_news || g_atomic_int_get (&self->n_placing) > 0)
    return;

  self->has_news = FALSE;
  if (tree_has_unplaced (self))
    libvirt_list_loader_load (&self->loader);
}

void
libvirt_entity_tree_notify (LibvirtEntityList *self,
                            GParamSpec *pspec)
{
  g_autoptr (GPtrArray) items = NULL;

  if (!g_atomic_int_get (&self->has_tree))
    return;

  items = libvirt_entity_list_dup_items (self);
  if (self->roots != NULL)
    g_object_notify_by_pspec (G_OBJECT (self->roots), pspec);
  for (guint i = 0; i < items->len; i++)
    {
      LibvirtTreeEntity *item = g_ptr_array_index (items, i);

      if (item->children != NULL)
        g_object_notify_by_pspec (G_OBJECT (item->children), pspec);
    }
}

/* The whole, which knows the tree, or is going to. */
static LibvirtEntityList *
want_tree (LibvirtEntity *owner,
           const LibvirtEntityDetails *details)
{
  LibvirtEntityList *whole = libvirt_entity_list_prepare (owner, details);

  if (!g_atomic_int_get (&whole->has_tree))
    {
      g_atomic_int_set (&whole->has_tree, TRUE);
      libvirt_list_loader_load (&whole->loader);
    }
  return whole;
}

GListModel *
libvirt_entity_tree_get_roots (LibvirtEntity *owner,
                               const LibvirtEntityDetails *details)
{
  LibvirtEntityList *whole = want_tree (owner, details);

  if (whole->roots == NULL)
    {
      whole->roots = libvirt_entity_list_new_part (whole, details);
      tree_fill_part (whole, NULL);
    }
  return G_LIST_MODEL (whole->roots);
}

GListModel *
libvirt_tree_entity_get_children (gpointer self)
{
  LibvirtTreeEntity *item = self;
  g_autoptr (LibvirtEntity) owner = libvirt_entity_find_owner (self);
  const LibvirtEntityDetails *details = LIBVIRT_ENTITY_DETAILS (self);
  LibvirtEntityList *whole = owner != NULL ? want_tree (owner, details) : NULL;

  if (item->children == NULL)
    {
      item->children = libvirt_entity_list_new_part (whole, details);
      if (whole != NULL)
        tree_fill_part (whole, item);
    }
  return G_LIST_MODEL (item->children);
}

/* Something that was made, and its place; the list's turn has another reference. */
typedef struct
{
  LibvirtEmission emission;
  LibvirtEntityList *list;
  LibvirtEntity *made;   /* NULL if there is nothing to be placed */
  LibvirtEntity *parent; /* NULL for a root */
} Placing;

static void
placing_clear (gpointer data)
{
  Placing *self = data;

  g_object_unref (self->list);
  g_clear_object (&self->made);
  g_clear_object (&self->parent);
}

static void
placing_unref (gpointer self)
{
  g_rc_box_release_full (self, placing_clear);
}

static void
placing_place (gpointer list,
               gpointer data)
{
  Placing *self = data;

  if (self->made != NULL && libvirt_entity_list_has (self->list, self->made) &&
      (self->parent == NULL || libvirt_entity_list_has (self->list, self->parent)) &&
      tree_place (self->list, self->made, self->parent))
    tree_fill_part (self->list, self->parent);
  /* An answer that is on its way may know another place. */
  if (self->made != NULL && self->list->loader.loading)
    self->list->loader.is_stale = TRUE;

  g_atomic_int_add (&self->list->n_placing, -1);
}

static void
placing_tell_end (gpointer list,
                  gpointer data)
{
  libvirt_entity_tree_place_news (list);
}

static void
placing_emit (LibvirtEmission *emission,
              gpointer connect)
{
  LibvirtEntityList *list = ((Placing *) emission)->list;

  libvirt_list_turn_take (&list->loader.turn, list, placing_place, placing_tell_end,
                          g_rc_box_acquire (emission), placing_unref);
}

static void
placing_free (LibvirtEmission *emission)
{
  placing_unref (emission);
}

LibvirtEntityList *
libvirt_entity_tree_begin_placing (LibvirtEntity *owner,
                                   LibvirtKind kind)
{
  g_autoptr (LibvirtEntityList) list = libvirt_entity_list_ref_of (owner->core, owner, kind);

  if (list == NULL || !g_atomic_int_get (&list->has_tree))
    return NULL;

  g_atomic_int_inc (&list->n_placing);
  return g_steal_pointer (&list);
}

void
libvirt_entity_tree_end_placing (LibvirtEntityList *list,
                                 gpointer made)
{
  LibvirtEmitter *emitter;
  Placing *self;

  if (list == NULL)
    return;

  emitter = list->loader.core->emitter;
  self = g_rc_box_new0 (Placing);
  self->emission.emit = placing_emit;
  self->emission.free = placing_free;
  self->list = list;
  if (made != NULL && libvirt_entity_get_exists (made) && find_parent (made, &self->parent, NULL))
    self->made = g_object_ref (made);

  libvirt_emitter_tell (emitter, &self->emission);
}
