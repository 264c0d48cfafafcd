/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "model/libvirt-flat-list-private.h"

/* What comes from one model. */
typedef struct
{
  LibvirtFlatList *owner; /* borrowed */
  GListModel *model;
  gulong handler;
  guint start; /* where its first item is in the whole */
  guint n_items;
} Section;

struct _LibvirtFlatList
{
  GObject parent_instance;

  GType item_type; /* set once */
  GPtrArray *sections;
};

static void libvirt_flat_list_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LibvirtFlatList,
                               libvirt_flat_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      libvirt_flat_list_list_model_init))

static void
section_free (gpointer data)
{
  Section *self = data;

  g_signal_handler_disconnect (self->model, self->handler);
  g_object_unref (self->model);
  g_free (self);
}

static Section *
get_section (LibvirtFlatList *self,
             guint index)
{
  return g_ptr_array_index (self->sections, index);
}

static void
libvirt_flat_list_finalize (GObject *object)
{
  g_ptr_array_unref (LIBVIRT_FLAT_LIST (object)->sections);

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

static GType
libvirt_flat_list_get_item_type (GListModel *model)
{
  return LIBVIRT_FLAT_LIST (model)->item_type;
}

static guint
libvirt_flat_list_get_n_items (GListModel *model)
{
  LibvirtFlatList *self = LIBVIRT_FLAT_LIST (model);
  Section *last;

  if (self->sections->len == 0)
    return 0;

  last = get_section (self, self->sections->len - 1);
  return last->start + last->n_items;
}

/* The one that has the item: the first that does not end before it. */
static Section *
find_section (LibvirtFlatList *self,
              guint position)
{
  guint low = 0;
  guint high = self->sections->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      Section *section = get_section (self, middle);

      if (section->start + section->n_items <= position)
        low = middle + 1;
      else
        high = middle;
    }

  return low < self->sections->len ? get_section (self, low) : NULL;
}

static gpointer
libvirt_flat_list_get_item (GListModel *model,
                            guint position)
{
  Section *section = find_section (LIBVIRT_FLAT_LIST (model), position);

  return section != NULL ? g_list_model_get_item (section->model, position - section->start) : NULL;
}

static void
libvirt_flat_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = libvirt_flat_list_get_item_type;
  iface->get_n_items = libvirt_flat_list_get_n_items;
  iface->get_item = libvirt_flat_list_get_item;
}

static void
flat_list_move_sections (LibvirtFlatList *self)
{
  guint start = 0;

  for (guint i = 0; i < self->sections->len; i++)
    {
      Section *section = get_section (self, i);

      section->start = start;
      start += section->n_items;
    }
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

  section->n_items = section->n_items - removed + added;
  flat_list_move_sections (self);
  g_list_model_items_changed (G_LIST_MODEL (self), section->start + position, removed, added);
}

LibvirtFlatList *
libvirt_flat_list_new (GType item_type)
{
  LibvirtFlatList *self = g_object_new (LIBVIRT_TYPE_FLAT_LIST, NULL);

  self->item_type = item_type;
  return self;
}

void
libvirt_flat_list_append (LibvirtFlatList *self,
                          GListModel *model)
{
  Section *section = g_new0 (Section, 1);

  section->owner = self;
  section->model = g_object_ref (model);
  section->start = g_list_model_get_n_items (G_LIST_MODEL (self));
  section->n_items = g_list_model_get_n_items (model);
  section->handler = g_signal_connect (model, "items-changed", G_CALLBACK (on_items_changed),
                                       section);
  g_ptr_array_add (self->sections, section);

  if (section->n_items > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), section->start, 0, section->n_items);
}

static gboolean
is_of_model (gconstpointer section,
             gconstpointer model)
{
  return ((const Section *) section)->model == model;
}

void
libvirt_flat_list_remove (LibvirtFlatList *self,
                          GListModel *model)
{
  guint index;
  guint start;
  guint n_items;

  if (!g_ptr_array_find_with_equal_func (self->sections, model, is_of_model, &index))
    return;

  start = get_section (self, index)->start;
  n_items = get_section (self, index)->n_items;
  g_ptr_array_remove_index (self->sections, index);
  flat_list_move_sections (self);

  if (n_items > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), start, n_items, 0);
}
