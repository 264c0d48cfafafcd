/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "runtime/libvirt-event-poll-private.h"

#include <glib-unix.h>

/* Where there is no epoll, the GSource itself polls each file, and whatever polls the context
 * walks through all of them. */

struct _LibvirtEventPoll
{
  GSource *source;

  /* Guarded by the loop's lock. */
  GPtrArray *watches;   /* borrowed; only those that are polled now have a tag */
  GPtrArray *abandoned; /* tags of the source a child inherited */
  guint next;           /* where to go on collecting, so that all have their turn */
};

LibvirtEventPoll *
libvirt_event_poll_new (void)
{
  LibvirtEventPoll *self = g_new0 (LibvirtEventPoll, 1);

  self->watches = g_ptr_array_new ();
  self->abandoned = g_ptr_array_new ();
  return self;
}

void
libvirt_event_poll_free (LibvirtEventPoll *self)
{
  g_ptr_array_unref (self->watches);
  g_ptr_array_unref (self->abandoned);
  g_clear_pointer (&self->source, g_source_unref);
  g_free (self);
}

void
libvirt_event_poll_set_source (LibvirtEventPoll *self,
                               GSource *source)
{
  g_clear_pointer (&self->source, g_source_unref);
  self->source = g_source_ref (source);
  g_ptr_array_set_size (self->abandoned, 0);
}

static GIOCondition
to_condition (guint mask)
{
  return G_IO_HUP | G_IO_ERR | (mask & VIR_EVENT_HANDLE_READABLE ? G_IO_IN : 0) |
         (mask & VIR_EVENT_HANDLE_WRITABLE ? G_IO_OUT : 0);
}

static guint
from_condition (GIOCondition condition)
{
  return (condition & G_IO_IN ? VIR_EVENT_HANDLE_READABLE : 0) |
         (condition & G_IO_OUT ? VIR_EVENT_HANDLE_WRITABLE : 0) |
         (condition & (G_IO_ERR | G_IO_NVAL) ? VIR_EVENT_HANDLE_ERROR : 0) |
         (condition & G_IO_HUP ? VIR_EVENT_HANDLE_HANGUP : 0);
}

static void
drop_abandoned (LibvirtEventPoll *self)
{
  for (guint i = 0; i < self->abandoned->len; i++)
    g_source_remove_unix_fd (self->source, self->abandoned->pdata[i]);
  g_ptr_array_set_size (self->abandoned, 0);
}

static void
untag (LibvirtEventPoll *self,
       LibvirtEventWatch *watch)
{
  if (watch->tag != NULL)
    g_source_remove_unix_fd (self->source, g_steal_pointer (&watch->tag));
}

void
libvirt_event_poll_arm (LibvirtEventPoll *self,
                        LibvirtEventWatch *watch,
                        guint mask)
{
  gboolean changed = watch->armed != mask;

  drop_abandoned (self);
  if (watch->state == LIBVIRT_EVENT_WATCH_NEW)
    g_ptr_array_add (self->watches, watch);
  watch->state = LIBVIRT_EVENT_WATCH_POLLED;
  watch->armed = mask;

  /* poll() has no edges: it would report the same hang-up again and again. */
  if (mask & LIBVIRT_EVENT_EDGE)
    untag (self, watch);
  else if (watch->tag == NULL)
    watch->tag = g_source_add_unix_fd (self->source, watch->fd, to_condition (mask));
  else if (changed)
    g_source_modify_unix_fd (self->source, watch->tag, to_condition (mask));
}

void
libvirt_event_poll_forget (LibvirtEventPoll *self,
                           LibvirtEventWatch *watch)
{
  untag (self, watch);
  g_ptr_array_remove_fast (self->watches, watch);
  watch->state = LIBVIRT_EVENT_WATCH_NEW;
}

guint
libvirt_event_poll_collect (LibvirtEventPoll *self,
                            LibvirtEventReport *reports)
{
  guint n_reports = 0, n = self->watches->len;

  drop_abandoned (self);
  for (guint i = 0; i < n && n_reports < LIBVIRT_EVENT_BATCH; i++)
    {
      LibvirtEventWatch *watch = self->watches->pdata[self->next++ % n];
      GIOCondition condition = 0;

      if (watch->tag != NULL)
        condition = g_source_query_unix_fd (self->source, watch->tag);
      if (condition != 0)
        reports[n_reports++] = (LibvirtEventReport){
          .key = libvirt_event_entry_get_key (&watch->entry),
          .events = from_condition (condition),
        };
    }
  return n_reports;
}

void
libvirt_event_poll_count_batch (LibvirtEventPoll *self,
                                gboolean stray)
{
}

void
libvirt_event_poll_reset (LibvirtEventPoll *self)
{
  for (guint i = 0; i < self->watches->len; i++)
    {
      LibvirtEventWatch *watch = self->watches->pdata[i];

      if (watch->tag != NULL)
        g_ptr_array_add (self->abandoned, g_steal_pointer (&watch->tag));
    }
  g_ptr_array_set_size (self->watches, 0);
}
