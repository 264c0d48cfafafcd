/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "runtime/libvirt-event-loop-private.h"

static LibvirtEventTimer *
heap_get (LibvirtEventLoop *self,
          gsize index)
{
  return self->heap->pdata[index];
}

static void
heap_set (LibvirtEventLoop *self,
          gsize index,
          LibvirtEventTimer *timer)
{
  self->heap->pdata[index] = timer;
  timer->heap_index = (gssize) index;
}

static void
sift_up (LibvirtEventLoop *self,
         LibvirtEventTimer *timer)
{
  gsize index = (gsize) timer->heap_index;

  while (index > 0 && heap_get (self, (index - 1) / 2)->deadline > timer->deadline)
    {
      heap_set (self, index, heap_get (self, (index - 1) / 2));
      index = (index - 1) / 2;
    }
  heap_set (self, index, timer);
}

static void
sift_down (LibvirtEventLoop *self,
           LibvirtEventTimer *timer)
{
  gsize index = (gsize) timer->heap_index;
  gsize child;

  while ((child = 2 * index + 1) < self->heap->len)
    {
      if (child + 1 < self->heap->len &&
          heap_get (self, child + 1)->deadline < heap_get (self, child)->deadline)
        child++;
      if (heap_get (self, child)->deadline >= timer->deadline)
        break;
      heap_set (self, index, heap_get (self, child));
      index = child;
    }
  heap_set (self, index, timer);
}

static void
heap_push (LibvirtEventLoop *self,
           LibvirtEventTimer *timer)
{
  g_ptr_array_add (self->heap, timer);
  timer->heap_index = (gssize) self->heap->len - 1;
  sift_up (self, timer);
}

static void
heap_remove (LibvirtEventLoop *self,
             LibvirtEventTimer *timer)
{
  gsize index = (gsize) timer->heap_index;
  LibvirtEventTimer *last;

  if (timer->heap_index < 0)
    return;
  timer->heap_index = -1;
  last = g_ptr_array_steal_index_fast (self->heap, self->heap->len - 1);
  if (last == timer)
    return;
  heap_set (self, index, last);
  sift_up (self, last);
  sift_down (self, last);
}

static void
set_due (LibvirtEventLoop *self,
         LibvirtEventTimer *timer,
         gboolean due)
{
  if (timer->is_due == due)
    return;
  timer->is_due = due;
  if (due)
    g_queue_push_tail_link (&self->due, &timer->due_link);
  else
    g_queue_unlink (&self->due, &timer->due_link);
}

/* From now on, whatever was planned. */
static void
schedule (LibvirtEventLoop *self,
          LibvirtEventTimer *timer,
          gint64 now)
{
  set_due (self, timer, FALSE);
  heap_remove (self, timer);
  timer->missed = FALSE;
  if (timer->interval < 0 || timer->entry.inherited)
    return;
  timer->deadline = now + timer->interval * (gint64) 1000;
  heap_push (self, timer);
  if (timer->deadline < self->wait_until)
    libvirt_event_loop_wake (self);
}

static LibvirtEventTimer *
new_timer (int interval,
           virEventTimeoutCallback callback,
           gpointer opaque,
           virFreeCallback free_opaque)
{
  LibvirtEventTimer *timer = g_new0 (LibvirtEventTimer, 1);

  timer->entry.opaque = opaque;
  timer->entry.free_opaque = free_opaque;
  timer->entry.dead_link.data = timer;
  timer->callback = callback;
  timer->interval = interval;
  timer->heap_index = -1;
  timer->due_link.data = timer;
  return timer;
}

int
libvirt_event_loop_add_timer (LibvirtEventLoop *self,
                              int interval,
                              virEventTimeoutCallback callback,
                              gpointer opaque,
                              virFreeCallback free_opaque)
{
  LibvirtEventTimer *timer = new_timer (interval, callback, opaque, free_opaque);
  int id;

  g_mutex_lock (&self->lock);
  if (!libvirt_event_table_insert (&self->timers, &timer->entry))
    {
      g_mutex_unlock (&self->lock);
      g_free (timer);
      return -1;
    }
  id = timer->entry.id;
  schedule (self, timer, g_get_monotonic_time ());
  g_mutex_unlock (&self->lock);
  return id;
}

void
libvirt_event_loop_update_timer (LibvirtEventLoop *self,
                                 int id,
                                 int interval)
{
  LibvirtEventTimer *timer;

  g_mutex_lock (&self->lock);
  timer = libvirt_event_table_lookup (&self->timers, id);
  if (timer != NULL)
    {
      timer->interval = interval;
      schedule (self, timer, g_get_monotonic_time ());
    }
  g_mutex_unlock (&self->lock);
}

int
libvirt_event_loop_remove_timer (LibvirtEventLoop *self,
                                 int id)
{
  LibvirtEventTimer *timer;

  g_mutex_lock (&self->lock);
  timer = libvirt_event_table_steal (&self->timers, id);
  if (timer != NULL)
    {
      set_due (self, timer, FALSE);
      heap_remove (self, timer);
      libvirt_event_loop_bury (self, &timer->entry);
    }
  g_mutex_unlock (&self->lock);
  return timer != NULL ? 0 : -1;
}

/* Out of the heap before anybody is called: a timer of 0 ms that is armed again meanwhile has
 * its next turn in the next batch. */
static void
take_expired (LibvirtEventLoop *self,
              gint64 now)
{
  while (self->heap->len > 0 && heap_get (self, 0)->deadline <= now)
    {
      LibvirtEventTimer *timer = heap_get (self, 0);

      heap_remove (self, timer);
      if (timer->entry.running)
        timer->missed = TRUE;
      else
        set_due (self, timer, TRUE);
    }
}

static void
call (LibvirtEventLoop *self,
      LibvirtEventTimer *timer,
      gint64 now)
{
  /* Armed first, so that the callback's own changes come last. */
  schedule (self, timer, now);

  timer->entry.running = TRUE;
  g_mutex_unlock (&self->lock);
  timer->callback (timer->entry.id, timer->entry.opaque);
  g_mutex_lock (&self->lock);
  timer->entry.running = FALSE;

  if (timer->entry.removed)
    {
      libvirt_event_loop_bury (self, &timer->entry);
      return;
    }
  /* It was due in a dispatch inside its own callback. */
  if (timer->missed)
    {
      timer->missed = FALSE;
      heap_push (self, timer);
    }
}

void
libvirt_event_timers_run (LibvirtEventLoop *self)
{
  gint64 now;
  GList *link;

  if (self->heap->len == 0 && self->due.length == 0)
    return;
  now = g_get_monotonic_time ();
  take_expired (self, now);
  for (guint n = self->due.length; n > 0 && (link = g_queue_peek_head_link (&self->due)); n--)
    call (self, link->data, now);
}
