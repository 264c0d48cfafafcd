/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "runtime/libvirt-event-table-private.h"

#define SLOT_BITS     20
#define MAX_SLOTS     (1u << SLOT_BITS)
#define SLOT_MASK     (MAX_SLOTS - 1)
#define N_GENERATIONS ((1u << (31 - SLOT_BITS)) - 1)
#define NO_SLOT       G_MAXUINT32

/* A slot rests while this many others do: with 2047 generations an id comes back after 131,000
 * additions at the earliest. */
#define MIN_FREE 64

typedef struct
{
  LibvirtEventEntry *entry;
  guint32 generation;
  guint32 next_free;
} Slot;

void
libvirt_event_table_init (LibvirtEventTable *self)
{
  self->slots = g_array_new (FALSE, TRUE, sizeof (Slot));
  self->first_free = NO_SLOT;
  self->last_free = NO_SLOT;
  self->n_free = 0;
}

void
libvirt_event_table_clear (LibvirtEventTable *self)
{
  g_clear_pointer (&self->slots, g_array_unref);
}

static Slot *
get_slot (LibvirtEventTable *self,
          guint32 index)
{
  return index < self->slots->len ? &g_array_index (self->slots, Slot, index) : NULL;
}

static guint32
take_free_slot (LibvirtEventTable *self)
{
  guint32 index = self->first_free;

  self->first_free = get_slot (self, index)->next_free;
  if (self->first_free == NO_SLOT)
    self->last_free = NO_SLOT;
  self->n_free--;
  return index;
}

static guint32
find_slot (LibvirtEventTable *self)
{
  guint32 index = self->slots->len;

  if (self->n_free > MIN_FREE || (index == MAX_SLOTS && self->n_free > 0))
    return take_free_slot (self);
  if (index == MAX_SLOTS)
    return NO_SLOT;
  g_array_set_size (self->slots, index + 1);
  return index;
}

static void
release_slot (LibvirtEventTable *self,
              guint32 index)
{
  Slot *slot = get_slot (self, index);

  slot->entry = NULL;
  slot->generation++;
  slot->next_free = NO_SLOT;
  if (self->last_free == NO_SLOT)
    self->first_free = index;
  else
    get_slot (self, self->last_free)->next_free = index;
  self->last_free = index;
  self->n_free++;
}

gboolean
libvirt_event_table_insert (LibvirtEventTable *self,
                            LibvirtEventEntry *entry)
{
  guint32 index = find_slot (self);
  Slot *slot;

  if (index == NO_SLOT)
    return FALSE;
  slot = get_slot (self, index);
  slot->entry = entry;
  entry->generation = slot->generation;
  entry->id = (int) ((slot->generation % N_GENERATIONS + 1) << SLOT_BITS | index);
  return TRUE;
}

gpointer
libvirt_event_table_lookup (LibvirtEventTable *self,
                            int id)
{
  Slot *slot = id > 0 ? get_slot (self, (guint32) id & SLOT_MASK) : NULL;

  return slot != NULL && slot->entry != NULL && slot->entry->id == id ? slot->entry : NULL;
}

gpointer
libvirt_event_table_steal (LibvirtEventTable *self,
                           int id)
{
  LibvirtEventEntry *entry = libvirt_event_table_lookup (self, id);

  if (entry != NULL)
    release_slot (self, (guint32) id & SLOT_MASK);
  return entry;
}

void
libvirt_event_table_mark_inherited (LibvirtEventTable *self)
{
  for (guint32 i = 0; i < self->slots->len; i++)
    {
      Slot *slot = get_slot (self, i);

      if (slot->entry != NULL)
        slot->entry->inherited = TRUE;
    }
}

guint64
libvirt_event_entry_get_key (LibvirtEventEntry *entry)
{
  return (guint64) entry->generation << 32 | ((guint32) entry->id & SLOT_MASK);
}

gpointer
libvirt_event_table_lookup_key (LibvirtEventTable *self,
                                guint64 key)
{
  Slot *slot = get_slot (self, (guint32) key);

  if (slot == NULL || slot->entry == NULL || slot->generation != (guint32) (key >> 32))
    return NULL;
  return slot->entry;
}
