/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "runtime/libvirt-kick-private.h"

#include <libvirt/virterror.h>

#include "runtime/libvirt-session-private.h"
#include "runtime/libvirt-thread-private.h"

/* The first libvirt that wakes the thread that waits on the socket reliably. */
#define FIXED_IN 10000000

/* A kick may be lost itself. */
#define MAX_THREADS 8

/* Of these, what each connection has; more are borrowed. */
#define OWN_THREADS 3

/* How many threads stay between two kicks: the one that waits for the time of the next, and the
 * one that made the last. */
#define MAX_FREE 2

#define FIRST_USEC (5 * G_TIME_SPAN_MILLISECOND)
#define LAST_USEC G_TIME_SPAN_SECOND

/* Threads go when there was nothing to kick for so long. */
#define IDLE_USEC (100 * G_TIME_SPAN_MILLISECOND)

struct _LibvirtKick
{
  /* Set once. */
  LibvirtSession *session;
  gpointer native; /* without a reference */

  GMutex lock;
  GCond wake;
  /* Guarded by lock, which is never held across a call of libvirt's that may wait. */
  gpointer held;      /* a reference to native while there may be something to kick */
  gint64 due;         /* when to look at the calls in flight again */
  gint64 interval;
  gboolean call_began; /* since the last kick */
  gboolean stopped;
  guint n_threads;
  guint n_calling; /* of these, threads that wait for an answer */
  guint n_kicks;
};

static gboolean
is_in_process (LibvirtCore *core,
               gpointer native)
{
  return core->side->is_in_process != NULL && core->side->is_in_process (native);
}

/* Gives a reference back. */
static void
close_native (LibvirtCore *core,
              gpointer native)
{
  core->side->free_native (core->side->connect_kind, native);
}

LibvirtKick *
libvirt_kick_new (LibvirtSession *session,
                  gpointer native)
{
  LibvirtKick *self;
  unsigned long version = 0;

  if (virGetVersion (&version, NULL, NULL) != 0 || version >= FIXED_IN || is_in_process (session->core, native))
    return NULL;

  self = g_new0 (LibvirtKick, 1);
  g_mutex_init (&self->lock);
  g_cond_init (&self->wake);
  self->session = session;
  self->native = native;

  return self;
}

void
libvirt_kick_free (LibvirtKick *self)
{
  if (self == NULL)
    return;

  g_assert (self->n_threads == 0 && self->held == NULL);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->wake);
  g_free (self);
}

/* Gives up the reference; without the lock, as it may be the last one. */
static void
kick_let_go (LibvirtKick *self)
{
  gpointer held = g_steal_pointer (&self->held);

  if (held == NULL)
    return;

  g_mutex_unlock (&self->lock);
  close_native (self->session->core, held);
  g_mutex_lock (&self->lock);
}

static gboolean
kick_has_work (LibvirtKick *self)
{
  return self->held != NULL && g_atomic_int_get (&self->session->core->calls_in_flight) > 1;
}

/* Waits for the time of the next kick; FALSE if there will be none. */
static gboolean
kick_wait (LibvirtKick *self)
{
  while (!self->stopped)
    {
      gint64 now = g_get_monotonic_time ();

      if (now >= self->due && kick_has_work (self))
        return TRUE;
      if (now >= self->due && self->held == NULL)
        return FALSE;
      if (now >= self->due)
        {
          self->due = now + IDLE_USEC;
          kick_let_go (self);
          continue;
        }

      g_cond_wait_until (&self->wake, &self->lock, self->due);
    }

  return FALSE;
}

static void kick_need_thread (LibvirtKick *self);

static void
kick_once (LibvirtKick *self)
{
  const LibvirtSide *side = self->session->core->side;
  gpointer native = self->held;
  gboolean unsupported;

  self->interval = self->call_began ? FIRST_USEC : MIN (2 * self->interval, LAST_USEC);
  self->due = g_get_monotonic_time () + self->interval;
  self->call_began = FALSE;
  self->n_kicks++;
  self->n_calling++;
  kick_need_thread (self);

  side->ref_connect (native);
  g_mutex_unlock (&self->lock);
  unsupported = side->ask (native) < 0 && virGetLastErrorCode () == VIR_ERR_NO_SUPPORT;
  close_native (self->session->core, native);
  g_mutex_lock (&self->lock);

  self->n_calling--;
  self->stopped |= unsupported;
}

static gpointer
kick_thread (gpointer user_data)
{
  LibvirtKick *self = user_data;
  LibvirtSession *session = self->session;

  g_mutex_lock (&self->lock);
  while (self->n_threads - self->n_calling <= MAX_FREE && kick_wait (self))
    kick_once (self);
  if (self->n_threads-- > OWN_THREADS)
    libvirt_thread_give_back (1);
  if (self->n_threads == 0)
    kick_let_go (self);
  g_mutex_unlock (&self->lock);

  libvirt_session_unref (session);
  return NULL;
}

/* There must be one for the next kick. Each keeps the session, and with it the kick. */
static void
kick_need_thread (LibvirtKick *self)
{
  gboolean borrows = self->n_threads >= OWN_THREADS;

  if (self->n_threads > self->n_calling || self->n_threads >= MAX_THREADS ||
      (borrows && !libvirt_thread_borrow ()))
    return;

  libvirt_session_ref (self->session);
  if (libvirt_thread_start ("libvirt-kick", kick_thread, self))
    {
      self->n_threads++;
      return;
    }

  libvirt_session_unref (self->session);
  if (borrows)
    libvirt_thread_give_back (1);
}

void
libvirt_kick_follow (LibvirtKick *self)
{
  gint64 due = g_get_monotonic_time () + FIRST_USEC;

  if (self == NULL)
    return;

  g_mutex_lock (&self->lock);
  if (!self->stopped)
    {
      self->call_began = TRUE;
      if (self->held == NULL && self->session->core->side->ref_connect (self->native) == 0)
        self->held = self->native;
      if (self->n_threads == 0 || self->due > due)
        {
          self->due = due;
          g_cond_signal (&self->wake);
        }
      kick_need_thread (self);
    }
  g_mutex_unlock (&self->lock);
}

void
libvirt_kick_stop (LibvirtKick *self)
{
  if (self == NULL)
    return;

  g_mutex_lock (&self->lock);
  self->stopped = TRUE;
  g_cond_broadcast (&self->wake);
  kick_let_go (self);
  g_mutex_unlock (&self->lock);
}

gboolean
libvirt_kick_is_calling (LibvirtKick *self)
{
  gboolean is_calling;

  if (self == NULL)
    return FALSE;

  g_mutex_lock (&self->lock);
  is_calling = self->n_calling > 0;
  g_mutex_unlock (&self->lock);

  return is_calling;
}

guint
libvirt_kick_get_n_kicks (LibvirtKick *self)
{
  guint n_kicks;

  g_mutex_lock (&self->lock);
  n_kicks = self->n_kicks;
  g_mutex_unlock (&self->lock);

  return n_kicks;
}

guint
libvirt_kick_get_n_threads (LibvirtKick *self)
{
  guint n_threads;

  g_mutex_lock (&self->lock);
  n_threads = self->n_threads;
  g_mutex_unlock (&self->lock);

  return n_threads;
}
