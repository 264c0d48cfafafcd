/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "runtime/libvirt-event-loop-private.h"

#include <sys/socket.h>

#define ALL_EVENTS (LIBVIRT_EVENT_IO | LIBVIRT_EVENT_BAD)

/* They only pass on what has come. */
#define MAX_CALLBACK_MS 1000

static void
set_dirty (LibvirtEventLoop *self,
           LibvirtEventWatch *watch,
           gboolean dirty)
{
  if (watch->is_dirty == dirty)
    return;
  watch->is_dirty = dirty;
  if (dirty)
    g_queue_push_tail_link (&self->dirty, &watch->dirty_link);
  else
    g_queue_unlink (&self->dirty, &watch->dirty_link);
}

static void
set_ready (LibvirtEventLoop *self,
           LibvirtEventWatch *watch,
           gboolean ready)
{
  if (watch->is_ready == ready)
    return;
  watch->is_ready = ready;
  if (ready)
    g_queue_push_tail_link (&self->ready, &watch->ready_link);
  else
    g_queue_unlink (&self->ready, &watch->ready_link);
}

/* What the kernel cannot report. */
static guint
get_ready_events (LibvirtEventWatch *watch)
{
  if (watch->entry.running || watch->entry.inherited)
    return 0;
  if (watch->state == LIBVIRT_EVENT_WATCH_ALWAYS_READY)
    return watch->events & LIBVIRT_EVENT_IO;
  if (watch->state == LIBVIRT_EVENT_WATCH_BROKEN && watch->events != 0)
    return VIR_EVENT_HANDLE_ERROR & ~watch->told;
  return 0;
}

/* The kernel reports a hang-up and an error whatever it was asked for: of what shall not be
 * heard of, or not again, it may report changes only. */
static guint
get_wanted_mask (LibvirtEventWatch *watch)
{
  if (watch->events == 0 || watch->muted)
    return LIBVIRT_EVENT_EDGE;
  return watch->events | (watch->told != 0 ? LIBVIRT_EVENT_EDGE : 0);
}

static void
settle (LibvirtEventLoop *self,
        LibvirtEventWatch *watch)
{
  set_dirty (self, watch, FALSE);
  if (!watch->entry.inherited)
    libvirt_event_poll_arm (self->poll, watch, get_wanted_mask (watch));
  set_ready (self, watch, get_ready_events (watch) != 0);
}

/* libvirt's calls turn a watch off and on again while nobody waits: neither needs to reach the
 * kernel. While somebody waits, both must, or the waiting thread would be woken by each answer
 * that another thread reads. */
static void
note_change (LibvirtEventLoop *self,
             LibvirtEventWatch *watch)
{
  if (!g_atomic_int_get (&self->waiting))
    {
      set_dirty (self, watch, TRUE);
      return;
    }
  settle (self, watch);
  if (watch->is_ready)
    libvirt_event_loop_wake (self);
}

void
libvirt_event_watches_flush (LibvirtEventLoop *self)
{
  GList *link;

  while ((link = g_queue_peek_head_link (&self->dirty)) != NULL)
    settle (self, link->data);
}

static LibvirtEventWatch *
new_watch (int fd,
           guint events,
           virEventHandleCallback callback,
           gpointer opaque,
           virFreeCallback free_opaque)
{
  LibvirtEventWatch *watch = g_new0 (LibvirtEventWatch, 1);

  watch->entry.opaque = opaque;
  watch->entry.free_opaque = free_opaque;
  watch->entry.dead_link.data = watch;
  watch->callback = callback;
  watch->fd = fd;
  watch->poll_fd = fd;
  watch->events = events & ALL_EVENTS;
  watch->dirty_link.data = watch;
  watch->ready_link.data = watch;
  return watch;
}

int
libvirt_event_loop_add_watch (LibvirtEventLoop *self,
                              int fd,
                              guint events,
                              virEventHandleCallback callback,
                              gpointer opaque,
                              virFreeCallback free_opaque)
{
  LibvirtEventWatch *watch;
  int id;

  if (fd < 0)
    return -1;
  watch = new_watch (fd, events, callback, opaque, free_opaque);

  g_mutex_lock (&self->lock);
  if (!libvirt_event_table_insert (&self->watches, &watch->entry))
    {
      g_mutex_unlock (&self->lock);
      g_free (watch);
      return -1;
    }
  /* As soon as the lock is free, another thread may dispatch and remove it. */
  id = watch->entry.id;
  settle (self, watch);
  if (watch->is_ready)
    libvirt_event_loop_wake (self);
  g_mutex_unlock (&self->lock);
  return id;
}

static void
update (LibvirtEventLoop *self,
        LibvirtEventWatch *watch,
        guint events)
{
  events &= ALL_EVENTS;
  if (watch->events == events)
    return;

  watch->events = events;
  watch->told = 0;
  note_change (self, watch);
}

void
libvirt_event_loop_update_watch (LibvirtEventLoop *self,
                                 int id,
                                 guint events)
{
  LibvirtEventWatch *watch;

  g_mutex_lock (&self->lock);
  watch = libvirt_event_table_lookup (&self->watches, id);
  if (watch != NULL)
    {
      watch->is_updated = TRUE;
      update (self, watch, events);
    }
  g_mutex_unlock (&self->lock);
}

void
libvirt_event_loop_update_new_watch (LibvirtEventLoop *self,
                                     int id,
                                     guint events)
{
  LibvirtEventWatch *watch;

  g_mutex_lock (&self->lock);
  watch = libvirt_event_table_lookup (&self->watches, id);
  if (watch != NULL && !watch->is_updated)
    update (self, watch, events);
  g_mutex_unlock (&self->lock);
}

void
libvirt_event_loop_set_fragile (LibvirtEventLoop *self,
                                int id)
{
  LibvirtEventWatch *watch;

  g_mutex_lock (&self->lock);
  watch = libvirt_event_table_lookup (&self->watches, id);
  if (watch != NULL)
    watch->is_fragile = TRUE;
  g_mutex_unlock (&self->lock);
}

int
libvirt_event_loop_remove_watch (LibvirtEventLoop *self,
                                 int id)
{
  LibvirtEventWatch *watch;
  int fragile_fd = -1;

  g_mutex_lock (&self->lock);
  watch = libvirt_event_table_steal (&self->watches, id);
  if (watch != NULL)
    {
      set_dirty (self, watch, FALSE);
      set_ready (self, watch, FALSE);
      libvirt_event_poll_forget (self->poll, watch);
      if (watch->is_fragile && !watch->entry.inherited)
        fragile_fd = watch->fd;
      libvirt_event_loop_bury (self, &watch->entry);
    }
  g_mutex_unlock (&self->lock);
  if (fragile_fd >= 0)
    libvirt_event_loop_replace_unwritable (self, fragile_fd);
  return watch != NULL ? 0 : -1;
}

gboolean
libvirt_event_loop_shutdown (LibvirtEventLoop *self,
                             int id)
{
  LibvirtEventWatch *watch;
  gboolean done;

  /* Under the lock the watch stays, and with it, by libvirt's order, the socket. */
  g_mutex_lock (&self->lock);
  watch = libvirt_event_table_lookup (&self->watches, id);
  done = watch != NULL && !watch->entry.inherited && shutdown (watch->fd, SHUT_RD) == 0;
  g_mutex_unlock (&self->lock);
  return done;
}

gboolean
libvirt_event_loop_count_calls (LibvirtEventLoop *self,
                                int id,
                                guint *n_calls)
{
  LibvirtEventWatch *watch;

  g_mutex_lock (&self->lock);
  watch = libvirt_event_table_lookup (&self->watches, id);
  if (watch != NULL)
    *n_calls = watch->n_calls;
  g_mutex_unlock (&self->lock);
  return watch != NULL;
}

/* Looks again and again, as it hardly ever has to: so nothing more is to be done after each callback. */
void
libvirt_event_loop_await_callback (LibvirtEventLoop *self)
{
  guint n_ended;

  g_mutex_lock (&self->lock);
  n_ended = self->n_ended;
  for (guint i = 0; i < MAX_CALLBACK_MS && self->n_running > 0 && self->n_ended == n_ended; i++)
    {
      g_mutex_unlock (&self->lock);
      g_usleep (1000);
      g_mutex_lock (&self->lock);
    }
  g_mutex_unlock (&self->lock);
}

static void
call (LibvirtEventLoop *self,
      LibvirtEventWatch *watch,
      guint events)
{
  watch->entry.running = TRUE;
  watch->served_batch = self->batch;
  watch->n_calls++;
  self->n_running++;
  g_mutex_unlock (&self->lock);
  watch->callback (watch->entry.id, watch->fd, (int) events, watch->entry.opaque);
  g_mutex_lock (&self->lock);
  if (--self->n_running == 0)
    self->n_ended++;
  watch->entry.running = FALSE;

  if (watch->entry.removed)
    {
      libvirt_event_loop_bury (self, &watch->entry);
      return;
    }
  if (watch->muted || watch->state != LIBVIRT_EVENT_WATCH_POLLED)
    set_dirty (self, watch, TRUE);
  watch->muted = FALSE;
}

/* What @watch is to hear of a report. A hang-up or an error cannot be consumed as data can: it
 * is told once, and again after libvirt changes what it wants. */
static guint
take_events (LibvirtEventLoop *self,
             LibvirtEventWatch *watch,
             guint reported)
{
  guint io = reported & watch->events & LIBVIRT_EVENT_IO;
  guint bad = reported & LIBVIRT_EVENT_BAD;
  guint told = io != 0 ? 0 : watch->told | bad;
  guint events = io != 0 ? io | bad : bad & ~watch->told;

  if (watch->events == 0)
    return 0;
  if (told != watch->told)
    set_dirty (self, watch, TRUE);
  watch->told = told;
  return events;
}

/* FALSE if nobody wants to hear of it. */
static gboolean
run_report (LibvirtEventLoop *self,
            const LibvirtEventReport *report,
            guint64 batch)
{
  LibvirtEventWatch *watch = libvirt_event_table_lookup_key (&self->watches, report->key);
  guint events;

  if (watch == NULL)
    return FALSE;
  /* A dispatch inside a callback has been there already. */
  if (watch->served_batch > batch)
    return TRUE;
  if (watch->entry.running)
    {
      watch->muted = TRUE;
      set_dirty (self, watch, TRUE);
      return TRUE;
    }
  events = take_events (self, watch, report->events);
  if (events != 0)
    call (self, watch, events);
  return events != 0;
}

void
libvirt_event_watches_run (LibvirtEventLoop *self,
                           const LibvirtEventReport *reports,
                           guint n_reports)
{
  guint64 batch = ++self->batch;
  gboolean stray = FALSE;

  for (guint i = 0; i < n_reports && batch > self->void_batch; i++)
    if (!run_report (self, &reports[i], batch))
      stray = TRUE;
  libvirt_event_poll_count_batch (self->poll, stray);
}

void
libvirt_event_watches_run_ready (LibvirtEventLoop *self)
{
  GList *link;

  for (guint n = self->ready.length; n > 0 && (link = g_queue_peek_head_link (&self->ready)); n--)
    {
      LibvirtEventWatch *watch = link->data;
      guint events = get_ready_events (watch);

      set_ready (self, watch, FALSE);
      watch->told |= events & LIBVIRT_EVENT_BAD;
      if (events != 0)
        call (self, watch, events);
    }
}
