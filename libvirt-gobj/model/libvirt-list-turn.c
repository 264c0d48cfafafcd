/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "model/libvirt-list-turn-private.h"

typedef struct
{
  LibvirtListStep change;
  LibvirtListStep after;
  gpointer data;
  GDestroyNotify free_data;
} Turn;

static Turn *
turn_new (LibvirtListStep change,
          LibvirtListStep after,
          gpointer data,
          GDestroyNotify free_data)
{
  Turn *self = g_new (Turn, 1);

  *self = (Turn){ change, after, data, free_data };
  return self;
}

static void
turn_free (Turn *self)
{
  if (self->free_data != NULL)
    self->free_data (self->data);
  g_free (self);
}

/* Only the change itself keeps others waiting: what is called after it may make one. */
static void
list_turn_run (LibvirtListTurn *self,
               gpointer list,
               Turn *turn)
{
  self->is_taken = TRUE;
  turn->change (list, turn->data);
  self->is_taken = FALSE;
  if (turn->after != NULL)
    turn->after (list, turn->data);
  turn_free (turn);
}

/* What only brings a list in line with something need not wait twice. */
static gboolean
list_turn_ends_with (LibvirtListTurn *self,
                    LibvirtListStep change)
{
  Turn *last = g_queue_peek_tail (&self->waiting);

  return last != NULL && last->change == change && last->data == NULL;
}

void
libvirt_list_turn_take (LibvirtListTurn *self,
                        gpointer list,
                        LibvirtListStep change,
                        LibvirtListStep after,
                        gpointer data,
                        GDestroyNotify free_data)
{
  g_autoptr (GObject) kept G_GNUC_UNUSED = g_object_ref (list);

  if (data != NULL || !list_turn_ends_with (self, change))
    g_queue_push_tail (&self->waiting, turn_new (change, after, data, free_data));

  while (!self->is_taken && !g_queue_is_empty (&self->waiting))
    list_turn_run (self, list, g_queue_pop_head (&self->waiting));
}
