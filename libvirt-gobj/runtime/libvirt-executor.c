/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * Threads of our own for calls that block. Not GIO's shared pool: a host that hangs would stop
 * the application's file operations with it. See NOTES-executor.md.
 */

#include "runtime/libvirt-executor-private.h"

#include <pthread.h>
#include <signal.h>

/* A libvirtd in its default configuration stops reading a client that has 5 requests pending,
 * its keepalive answers included, and drops it 30 seconds later. */
#define MAX_LONG_CALLS 4

#define IDLE_USEC (5 * G_TIME_SPAN_SECOND)

struct _LibvirtExecutor
{
  gatomicrefcount ref_count;
  guint max_threads;

  GMutex lock;
  GCond wake;
  /* Guarded by lock. */
  GQueue waiting;
  GQueue waiting_long;
  guint64 n_pushed;
  guint n_threads;
  guint n_idle;
  guint n_long; /* long calls that are running */
  gboolean closed;
};

static _Thread_local gboolean in_worker;

static gboolean
executor_may_take_long (LibvirtExecutor *self)
{
  return self->n_long < MAX_LONG_CALLS && !g_queue_is_empty (&self->waiting_long);
}

/* The oldest work that may be done now. */
static LibvirtWork *
executor_take (LibvirtExecutor *self)
{
  LibvirtWork *work = g_queue_peek_head (&self->waiting);

  if (executor_may_take_long (self))
    {
      LibvirtWork *long_work = g_queue_peek_head (&self->waiting_long);

      if (work == NULL || long_work->order < work->order)
        {
          self->n_long++;
          g_queue_pop_head_link (&self->waiting_long);
          return long_work;
        }
    }

  if (work != NULL)
    g_queue_pop_head_link (&self->waiting);
  return work;
}

/* Waits for work; NULL when the thread has nothing more to do. */
static LibvirtWork *
executor_wait (LibvirtExecutor *self)
{
  gint64 end = g_get_monotonic_time () + IDLE_USEC;
  gboolean in_time = TRUE;
  LibvirtWork *work;

  while ((work = executor_take (self)) == NULL && in_time && !self->closed)
    {
      self->n_idle++;
      in_time = g_cond_wait_until (&self->wake, &self->lock, end);
      self->n_idle--;
    }

  return work;
}

static void
executor_run (LibvirtExecutor *self,
              LibvirtWork *work)
{
  gboolean is_long = (work->flags & LIBVIRT_CALL_LONG) != 0;

  g_mutex_unlock (&self->lock);
  work->run (work);
  g_mutex_lock (&self->lock);

  if (is_long)
    self->n_long--;
}

static gpointer
executor_thread (gpointer user_data)
{
  LibvirtExecutor *self = user_data;
  LibvirtWork *work;

  in_worker = TRUE;

  g_mutex_lock (&self->lock);
  while ((work = executor_wait (self)) != NULL)
    executor_run (self, work);
  self->n_threads--;
  g_mutex_unlock (&self->lock);

  libvirt_executor_unref (self);
  return NULL;
}

/* Signals are the application's: our threads inherit a mask that blocks them all. */
static void
executor_add_thread (LibvirtExecutor *self)
{
  sigset_t all;
  sigset_t before;
  GThread *thread;

  sigfillset (&all);
  pthread_sigmask (SIG_SETMASK, &all, &before);
  thread = g_thread_new ("libvirt-call", executor_thread, libvirt_executor_ref (self));
  pthread_sigmask (SIG_SETMASK, &before, NULL);

  self->n_threads++;
  g_thread_unref (thread);
}

LibvirtExecutor *
libvirt_executor_new (guint max_threads)
{
  LibvirtExecutor *self = g_new0 (LibvirtExecutor, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  g_cond_init (&self->wake);
  g_queue_init (&self->waiting);
  g_queue_init (&self->waiting_long);
  self->max_threads = max_threads;

  return self;
}

LibvirtExecutor *
libvirt_executor_ref (LibvirtExecutor *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
libvirt_executor_unref (LibvirtExecutor *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_assert (self->n_threads == 0);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->wake);
  g_free (self);
}

void
libvirt_executor_close (LibvirtExecutor *self)
{
  g_mutex_lock (&self->lock);
  self->closed = TRUE;
  g_cond_broadcast (&self->wake);
  g_mutex_unlock (&self->lock);
}

void
libvirt_executor_push (LibvirtExecutor *self,
                       LibvirtWork *work)
{
  GQueue *queue = (work->flags & LIBVIRT_CALL_LONG) != 0 ? &self->waiting_long : &self->waiting;

  work->link.data = work;

  g_mutex_lock (&self->lock);
  work->order = self->n_pushed++;
  g_queue_push_tail_link (queue, &work->link);
  if (self->n_idle > g_queue_get_length (&self->waiting) + g_queue_get_length (&self->waiting_long) - 1)
    g_cond_signal (&self->wake);
  else if (self->n_threads < self->max_threads)
    executor_add_thread (self);
  g_mutex_unlock (&self->lock);
}

static gboolean
queue_remove (GQueue *queue,
              GList *link)
{
  if (link->prev == NULL && queue->head != link)
    return FALSE;

  g_queue_unlink (queue, link);
  return TRUE;
}

gboolean
libvirt_executor_withdraw (LibvirtExecutor *self,
                           LibvirtWork *work)
{
  GQueue *queue = (work->flags & LIBVIRT_CALL_LONG) != 0 ? &self->waiting_long : &self->waiting;
  gboolean withdrawn;

  g_mutex_lock (&self->lock);
  withdrawn = queue_remove (queue, &work->link);
  g_mutex_unlock (&self->lock);

  return withdrawn;
}

gboolean
libvirt_executor_in_worker (void)
{
  return in_worker;
}
