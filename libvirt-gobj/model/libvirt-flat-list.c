/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "model/libvirt-flat-list-private.h"

#include "model/libvirt-list-turn-private.h"

/* What comes from one model. */
typedef struct
{
  LibvirtFlatList *owner; /* borrowed */
  GListModel *model;
  gulong handler; /* 0 if it is about to go */
  guint n_items;
} Section;

struct _LibvirtFlatList
{
  GObject parent_instance;

  GPtrArray *sections;
  GListStore *items; /* of its own, as a model may change while a change of another is told */
  LibvirtListTurn turn;
};

G_DEFINE_FINAL_TYPE (LibvirtFlatList, libvirt_flat_list, G_TYPE_OBJECT)

static void
section_end (Section *self)
{
  g_clear_signal_handler (&self->handler, self->model);
}

static void
section_free (gpointer data)
{
  Section *self = data;

  section_end (self);
  g_object_unref (self->model);
  g_free (self);
}

static void
libvirt_flat_list_finalize (GObject *object)
{
  LibvirtFlatList *self = LIBVIRT_FLAT_LIST (object);

  g_ptr_array_unref (self->sections);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (libvirt_flat_list_parent_class)->finalize (object);
}

static void
libvirt_flat_list_class_init (LibvirtFlatListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = libvirt_flat_list_finalize;
}

static void
libvirt_flat_list_init (LibvirtFlatList *self)
{
  self->sections = g_ptr_array_new_with_free_func (section_free);
}

/* Where its first item is in the whole. */
static guint
section_find_start (Section *self)
{
  guint start = 0;

  for (guint i = 0; g_ptr_array_index (self->owner->sections, i) != self; i++)
    start += ((Section *) g_ptr_array_index (self->owner->sections, i))->n_items;
  return start;
}

/* A change of a model. */
typedef struct
{
  Section *section;
  guint position;
  guint n_removed;
  GPtrArray *added;
} Splice;

static void
splice_free (gpointer data)
{
  Splice *self = data;

  g_ptr_array_unref (self->added);
  g_free (self);
}

static void
flat_list_splice (gpointer list,
                  gpointer data)
{
  LibvirtFlatList *self = list;
  Splice *splice = data;
  Section *section = splice->section;

  section->n_items = section->n_items - splice->n_removed + splice->added->len;
  g_list_store_splice (self->items, section_find_start (section) + splice->position,
                       splice->n_removed, splice->added->pdata, splice->added->len);
}

static void
on_items_changed (GListModel *model,
                  guint position,
                  guint removed,
                  guint added,
                  gpointer user_data)
{
  Section *section = user_data;
  LibvirtFlatList *self = section->owner;
  Splice *splice = g_new (Splice, 1);

  *splice = (Splice){ section, position, removed, g_ptr_array_new_full (added, g_object_unref) };
  for (guint i = 0; i < added; i++)
    g_ptr_array_add (splice->added, g_list_model_get_item (model, position + i));
  libvirt_list_turn_take (&self->turn, self, flat_list_splice, NULL, splice, splice_free);
}

LibvirtFlatList *
libvirt_flat_list_new (GType item_type)
{
  LibvirtFlatList *self = g_object_new (LIBVIRT_TYPE_FLAT_LIST, NULL);

  self->items = g_list_store_new (item_type);
  return self;
}

GListModel *
libvirt_flat_list_get_items (LibvirtFlatList *self)
{
  return G_LIST_MODEL (self->items);
}

void
libvirt_flat_list_append (LibvirtFlatList *self,
                          GListModel *model)
{
  Section *section = g_new0 (Section, 1);
  guint n_items = g_list_model_get_n_items (model);

  section->owner = self;
  section->model = g_object_ref (model);
  section->handler = g_signal_connect (model, "items-changed", G_CALLBACK (on_items_changed),
                                       section);
  g_ptr_array_add (self->sections, section);
  if (n_items > 0)
    on_items_changed (model, 0, 0, n_items, section);
}

static void
flat_list_take_out (gpointer list,
                    gpointer data)
{
  LibvirtFlatList *self = list;
  Section *section = data;
  guint start = section_find_start (section);
  guint n_items = section->n_items;

  g_ptr_array_remove (self->sections, section);
  if (n_items > 0)
    g_list_store_splice (self->items, start, n_items, NULL, 0);
}

static gboolean
is_of_model (gconstpointer section,
             gconstpointer model)
{
  return ((const Section *) section)->model == model && ((const Section *) section)->handler != 0;
}

void
libvirt_flat_list_remove (LibvirtFlatList *self,
                          GListModel *model)
{
  Section *section;
  guint index;

  if (!g_ptr_array_find_with_equal_func (self->sections, model, is_of_model, &index))
    return;

  section = g_ptr_array_index (self->sections, index);
  section_end (section);
  libvirt_list_turn_take (&self->turn, self, flat_list_take_out, NULL, section, NULL);
}
