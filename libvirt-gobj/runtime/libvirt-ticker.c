/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "runtime/libvirt-ticker-private.h"

#include "runtime/libvirt-core-private.h"

struct _LibvirtTicker
{
  LibvirtCore *core; /* whose it is: held while a turn is under way */

  GMutex lock;
  /* Guarded by lock. */
  GQueue ticks;
  GSource *source; /* NULL if there are none */
  LibvirtWork work;
  gboolean is_running;
};

/* A turn: takes what is due from the list one by one, as it may change meanwhile. */
static LibvirtTick *
find_due (LibvirtTicker *self)
{
  gint64 now = g_get_monotonic_time ();

  for (GList *link = self->ticks.head; link != NULL; link = link->next)
    {
      LibvirtTick *tick = link->data;

      if (tick->due_at <= now)
        return tick;
    }

  return NULL;
}

static gint64
get_next_due (LibvirtTicker *self)
{
  gint64 due = G_MAXINT64;

  for (GList *link = self->ticks.head; link != NULL; link = link->next)
    due = MIN (due, ((LibvirtTick *) link->data)->due_at);

  return due;
}

/* Under the lock. */
static void
ticker_schedule (LibvirtTicker *self)
{
  if (self->source != NULL && !self->is_running)
    g_source_set_ready_time (self->source, get_next_due (self));
}

/* Under the lock, which is given up. */
static void
ticker_run_one (LibvirtTicker *self,
                LibvirtTick *tick)
{
  tick->due_at = G_MAXINT64;
  tick->is_running = TRUE;
  g_mutex_unlock (&self->lock);
  tick->run (tick);
  g_mutex_lock (&self->lock);
  tick->is_running = FALSE;

  /* Unless somebody was in a hurry meanwhile. */
  if (tick->due_at == G_MAXINT64)
    tick->due_at = g_get_monotonic_time () + tick->interval * (gint64) 1000;
  if (!tick->is_added && tick->released != NULL)
    {
      g_mutex_unlock (&self->lock);
      tick->released (tick);
      g_mutex_lock (&self->lock);
    }
}

static void
ticker_run (LibvirtWork *work)
{
  LibvirtTicker *self =
    (LibvirtTicker *) ((guint8 *) work - G_STRUCT_OFFSET (LibvirtTicker, work));
  LibvirtCore *core = self->core;
  LibvirtTick *tick;

  g_mutex_lock (&self->lock);
  while ((tick = find_due (self)) != NULL)
    ticker_run_one (self, tick);
  self->is_running = FALSE;
  ticker_schedule (self);
  g_mutex_unlock (&self->lock);

  libvirt_core_unref (core);
}

static gboolean
on_time (gpointer user_data)
{
  LibvirtTicker *self = user_data;

  g_mutex_lock (&self->lock);
  if (self->source != NULL && !self->is_running)
    {
      self->is_running = TRUE;
      g_source_set_ready_time (self->source, -1);
      libvirt_core_ref (self->core);
      libvirt_executor_push (self->core->executor, &self->work);
    }
  g_mutex_unlock (&self->lock);

  return G_SOURCE_CONTINUE;
}

static gboolean
source_dispatch (GSource *source,
                 GSourceFunc callback,
                 gpointer user_data)
{
  return callback (user_data);
}

static GSourceFuncs source_funcs = { .dispatch = source_dispatch };

LibvirtTicker *
libvirt_ticker_new (LibvirtCore *core)
{
  LibvirtTicker *self = g_new0 (LibvirtTicker, 1);

  self->core = core;
  g_mutex_init (&self->lock);
  /* Short questions, one at a time, about what may hold everything else back. */
  self->work.flags = LIBVIRT_CALL_APART;
  self->work.run = ticker_run;
  return self;
}

void
libvirt_ticker_free (LibvirtTicker *self)
{
  g_assert (self->ticks.length == 0);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static void
let_core_go (gpointer user_data)
{
  libvirt_core_unref (((LibvirtTicker *) user_data)->core);
}

/* Under the lock. It holds the core, which has the ticker. */
static void
ticker_start (LibvirtTicker *self)
{
  self->source = g_source_new (&source_funcs, sizeof (GSource));
  g_source_set_static_name (self->source, "libvirt-gobj ticker");
  g_source_set_callback (self->source, on_time, self, let_core_go);
  libvirt_core_ref (self->core);
  g_source_attach (self->source, self->core->context);
}

void
libvirt_ticker_add (LibvirtTicker *self,
                    LibvirtTick *tick)
{
  g_mutex_lock (&self->lock);
  if (!tick->is_added)
    {
      tick->is_added = TRUE;
      tick->due_at = 0;
      tick->link.data = tick;
      g_queue_push_tail_link (&self->ticks, &tick->link);
      if (self->source == NULL)
        ticker_start (self);
      ticker_schedule (self);
    }
  g_mutex_unlock (&self->lock);
}

/* Under the lock: what is to be destroyed without it, if nothing is left to do. */
static GSource *
ticker_take_source (LibvirtTicker *self)
{
  return self->ticks.length == 0 ? g_steal_pointer (&self->source) : NULL;
}

void
libvirt_ticker_remove (LibvirtTicker *self,
                       LibvirtTick *tick)
{
  GSource *source = NULL;
  gboolean is_released = FALSE;

  g_mutex_lock (&self->lock);
  if (tick->is_added)
    {
      tick->is_added = FALSE;
      g_queue_unlink (&self->ticks, &tick->link);
      is_released = !tick->is_running && tick->released != NULL;
      source = ticker_take_source (self);
    }
  g_mutex_unlock (&self->lock);

  if (is_released)
    tick->released (tick);
  if (source == NULL)
    return;
  g_source_destroy (source);
  g_source_unref (source);
}

void
libvirt_ticker_hurry (LibvirtTicker *self,
                      LibvirtTick *tick)
{
  g_mutex_lock (&self->lock);
  if (tick->is_added)
    tick->due_at = 0;
  ticker_schedule (self);
  g_mutex_unlock (&self->lock);
}
