/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "runtime/libvirt-event-loop-private.h"

LibvirtEventLoop *
libvirt_event_loop_new (GError **error)
{
  LibvirtEventPoll *poll = libvirt_event_poll_new (error);
  LibvirtEventLoop *self;

  if (poll == NULL)
    return NULL;

  self = g_new0 (LibvirtEventLoop, 1);
  g_mutex_init (&self->lock);
  self->poll = poll;
  libvirt_event_table_init (&self->watches);
  libvirt_event_table_init (&self->timers);
  self->heap = g_ptr_array_new ();
  return self;
}

void
libvirt_event_loop_free (LibvirtEventLoop *self)
{
  libvirt_event_poll_free (self->poll);
  libvirt_event_table_clear (&self->watches);
  libvirt_event_table_clear (&self->timers);
  g_ptr_array_unref (self->heap);
  g_mutex_clear (&self->lock);
  g_free (self);
}

void
libvirt_event_loop_wake (LibvirtEventLoop *self)
{
  if (g_atomic_int_compare_and_exchange (&self->waiting, TRUE, FALSE))
    self->wake (self->wake_data);
}

/* Called when the entry is removed and, if its callback was running, again when that is back:
 * then nobody can be called with what it owns. */
void
libvirt_event_loop_bury (LibvirtEventLoop *self,
                         LibvirtEventEntry *entry)
{
  entry->removed = TRUE;
  if (entry->running)
    return;
  g_queue_push_tail_link (&self->dead, &entry->dead_link);
  libvirt_event_loop_wake (self);
}

static void
free_dead (LibvirtEventLoop *self)
{
  GList *link;

  for (guint n = self->dead.length; n > 0 && (link = g_queue_pop_head_link (&self->dead)); n--)
    {
      LibvirtEventEntry *entry = link->data;

      g_mutex_unlock (&self->lock);
      if (entry->free_opaque != NULL)
        entry->free_opaque (entry->opaque);
      g_free (entry);
      g_mutex_lock (&self->lock);
    }
}

static gboolean
has_work (LibvirtEventLoop *self)
{
  return self->ready.length > 0 || self->due.length > 0 || self->dead.length > 0;
}

static gint64
get_next_deadline (LibvirtEventLoop *self)
{
  LibvirtEventTimer *first = self->heap->len > 0 ? self->heap->pdata[0] : NULL;

  return first != NULL ? first->deadline : G_MAXINT64;
}

static gint64
get_time_left (gint64 deadline)
{
  gint64 now;

  if (deadline == G_MAXINT64)
    return -1;
  now = g_get_monotonic_time ();
  return deadline > now ? deadline - now : 0;
}

gint64
libvirt_event_loop_prepare (LibvirtEventLoop *self)
{
  gint64 time_left = 0;

  g_mutex_lock (&self->lock);
  libvirt_event_watches_flush (self);
  self->wait_until = get_next_deadline (self);
  if (!has_work (self))
    time_left = get_time_left (self->wait_until);
  g_atomic_int_set (&self->waiting, time_left != 0);
  g_mutex_unlock (&self->lock);
  return time_left;
}

void
libvirt_event_loop_finish_wait (LibvirtEventLoop *self)
{
  g_atomic_int_set (&self->waiting, FALSE);
}

gboolean
libvirt_event_loop_is_due (LibvirtEventLoop *self)
{
  gboolean due;

  g_mutex_lock (&self->lock);
  due = has_work (self) || get_time_left (get_next_deadline (self)) == 0;
  g_mutex_unlock (&self->lock);
  return due;
}

static void
dispatch_locked (LibvirtEventLoop *self,
                 const LibvirtEventReport *reports,
                 guint n_reports)
{
  libvirt_event_timers_run (self);
  libvirt_event_watches_run (self, reports, n_reports);
  libvirt_event_watches_run_ready (self);
  free_dead (self);
}

void
libvirt_event_loop_dispatch (LibvirtEventLoop *self,
                             const LibvirtEventReport *reports,
                             guint n_reports)
{
  g_mutex_lock (&self->lock);
  dispatch_locked (self, reports, n_reports);
  g_mutex_unlock (&self->lock);
}

void
libvirt_event_loop_collect_and_dispatch (LibvirtEventLoop *self)
{
  LibvirtEventReport reports[LIBVIRT_EVENT_BATCH];
  guint n_reports;

  g_mutex_lock (&self->lock);
  n_reports = libvirt_event_poll_collect (self->poll, reports);
  dispatch_locked (self, reports, n_reports);
  g_mutex_unlock (&self->lock);
}

/* In milliseconds, where a negative number is no limit. */
static int
get_timeout (gint64 time_left,
             int limit_ms)
{
  int timeout = time_left < 0 ? -1 : (int) MIN ((time_left + 999) / 1000, G_MAXINT);

  if (limit_ms < 0)
    return timeout;
  return timeout < 0 ? limit_ms : MIN (timeout, limit_ms);
}

gboolean
libvirt_event_loop_turn (LibvirtEventLoop *self,
                         int limit_ms)
{
  LibvirtEventReport reports[LIBVIRT_EVENT_BATCH];
  int timeout = get_timeout (libvirt_event_loop_prepare (self), limit_ms);
  guint n_reports = libvirt_event_poll_wait (self->poll, timeout, reports);

  libvirt_event_loop_finish_wait (self);
  libvirt_event_loop_dispatch (self, reports, n_reports);
  return n_reports > 0;
}

gboolean
libvirt_event_loop_serve (LibvirtEventLoop *self,
                          int limit_ms)
{
  gboolean was_busy;

  g_atomic_int_set (&self->served, TRUE);
  was_busy = libvirt_event_loop_turn (self, limit_ms);
  g_atomic_int_set (&self->served, FALSE);
  return was_busy;
}

void
libvirt_event_loop_wake_server (LibvirtEventLoop *self)
{
  libvirt_event_poll_wake (self->poll);
}

void
libvirt_event_loop_before_fork (LibvirtEventLoop *self)
{
  g_mutex_lock (&self->lock);
}

static void
forget_everything (LibvirtEventLoop *self)
{
  LibvirtEventWatch *watch;
  LibvirtEventTimer *timer;
  GList *link;

  libvirt_event_table_mark_inherited (&self->watches);
  libvirt_event_table_mark_inherited (&self->timers);
  libvirt_event_poll_reset (self->poll);
  while ((link = g_queue_pop_head_link (&self->dirty)) != NULL && (watch = link->data))
    watch->is_dirty = FALSE;
  while ((link = g_queue_pop_head_link (&self->ready)) != NULL && (watch = link->data))
    watch->is_ready = FALSE;
  while ((link = g_queue_pop_head_link (&self->due)) != NULL && (timer = link->data))
    timer->is_due = FALSE;
  while ((link = g_queue_pop_head_link (&self->dead)) != NULL)
    ;
  for (guint i = 0; i < self->heap->len; i++)
    ((LibvirtEventTimer *) self->heap->pdata[i])->heap_index = -1;
  g_ptr_array_set_size (self->heap, 0);
  self->void_batch = self->batch;
  g_atomic_int_set (&self->waiting, FALSE);
  g_atomic_int_set (&self->served, FALSE);
}

void
libvirt_event_loop_after_fork (LibvirtEventLoop *self,
                               gboolean in_child)
{
  if (in_child)
    forget_everything (self);
  g_mutex_unlock (&self->lock);
}

gboolean
libvirt_event_loop_revive (LibvirtEventLoop *self,
                           GError **error)
{
  gboolean is_revived;

  g_mutex_lock (&self->lock);
  is_revived = libvirt_event_poll_revive (self->poll, error);
  g_mutex_unlock (&self->lock);

  return is_revived;
}
