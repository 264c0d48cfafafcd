/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * Threads of our own for calls that block. Not GIO's shared pool: a host that hangs would stop
 * the application's file operations with it. See NOTES-executor.md.
 */

#include "runtime/libvirt-executor-private.h"

#include "runtime/libvirt-thread-private.h"

/* A libvirtd in its default configuration stops reading a client that has 5 requests pending,
 * its keepalive answers included, and drops it 30 seconds later. */
#define MAX_PENDING 5

/* One is left for short calls, which then take turns. */
#define MAX_SLOW (MAX_PENDING - 1)

/* A call that has not been answered for so long may take minutes, whatever was thought of it. */
#define SLOW_USEC (2 * G_TIME_SPAN_SECOND)

#define IDLE_USEC (5 * G_TIME_SPAN_SECOND)

/* Nobody tells that a call has ended that was not made by a thread of ours. */
#define POLL_USEC (50 * G_TIME_SPAN_MILLISECOND)

/* Threads that a connection has without being asked how its calls get on. */
#define OWN_THREADS MAX_PENDING

struct _LibvirtExecutor
{
  gatomicrefcount ref_count;

  /* Set once. */
  guint max_threads;
  const int *calls_in_flight; /* may be NULL */

  GMutex lock;
  GCond wake;
  /* Guarded by lock. */
  GQueue waiting;
  GQueue waiting_long;
  GQueue waiting_urgent;
  GQueue running; /* of Running, the oldest first */
  guint64 n_pushed;
  guint n_threads;
  guint n_new;     /* of these, threads that are about to look for their first work */
  guint n_idle;    /* threads that wait */
  guint n_called;  /* of these, threads that were called and have not come yet */
  guint n_long;    /* long calls that are running */
  guint n_apart;   /* threads that are in work which does not count */
  guint n_borrowed; /* of all threads, those of libvirt_thread_borrow() */
  guint n_answered; /* calls that have come back since there was none under way */
  gboolean polled; /* an idle thread looks at calls_in_flight */
  gboolean closed;

  /* Guarded by pool_lock. */
  GList link; /* in serving, as long as there are threads */
  GList starving_link;
  gboolean is_starving;
};

static GMutex pool_lock; /* taken last */
/* Guarded by pool_lock. */
static guint n_all_threads;
static GQueue serving = G_QUEUE_INIT;  /* executors that have threads */
static GQueue starving = G_QUEUE_INIT; /* references to executors that could not have a thread */

/* Work that a thread is in. */
typedef struct
{
  GList link;
  gint64 start;
  gboolean is_long;
} Running;

static _Thread_local gboolean in_worker;

/* Calls that have been waiting for an answer for long; with those that are expected to if
 * @with_long. */
static guint
executor_count_slow (LibvirtExecutor *self,
                     gboolean with_long)
{
  gint64 since = g_get_monotonic_time () - SLOW_USEC;
  guint n_slow = 0;

  for (GList *link = self->running.head; link != NULL; link = link->next)
    {
      Running *running = link->data;

      if (running->start <= since || (with_long && running->is_long))
        n_slow++;
    }

  return n_slow;
}

/* The calls on the connection that are made in other threads than ours. Work that is apart is in one,
 * or could be at any moment. */
static guint
executor_count_others (LibvirtExecutor *self)
{
  int n_calls = self->calls_in_flight != NULL ? g_atomic_int_get (self->calls_in_flight) : 0;

  return (guint) MAX (n_calls - (int) (self->running.length + self->n_apart), 0);
}

/* The calls of other threads may be long or short: they count unless that would stop us for good. */
static gboolean
executor_may_take_long (LibvirtExecutor *self)
{
  guint n_slow;

  if (g_queue_is_empty (&self->waiting_long))
    return FALSE;
  if (self->closed)
    return TRUE;

  n_slow = executor_count_slow (self, TRUE);
  return n_slow == 0 || n_slow + executor_count_others (self) < MAX_SLOW;
}

static gboolean
executor_may_take_short (LibvirtExecutor *self)
{
  guint n_slow;

  if (g_queue_is_empty (&self->waiting))
    return FALSE;
  if (self->closed || self->running.length < MAX_SLOW)
    return TRUE;

  n_slow = executor_count_slow (self, FALSE);
  return n_slow < MAX_SLOW || (n_slow < MAX_PENDING && n_slow == self->running.length);
}

/* The queue whose first work is to be done next; NULL if there is nothing that may be done now. */
static GQueue *
executor_choose (LibvirtExecutor *self)
{
  gboolean may_long;
  gboolean may_short;

  if (!g_queue_is_empty (&self->waiting_urgent))
    return &self->waiting_urgent;

  may_long = executor_may_take_long (self);
  may_short = executor_may_take_short (self);
  if (may_long && may_short)
    {
      LibvirtWork *long_work = g_queue_peek_head (&self->waiting_long);
      LibvirtWork *work = g_queue_peek_head (&self->waiting);

      return long_work->order < work->order ? &self->waiting_long : &self->waiting;
    }

  return may_long ? &self->waiting_long : may_short ? &self->waiting : NULL;
}

/* Whether a long call waits only for calls that are made elsewhere. */
static gboolean
executor_must_poll (LibvirtExecutor *self)
{
  return !self->polled && !g_queue_is_empty (&self->waiting_long) &&
         self->n_long < MAX_SLOW && executor_count_others (self) > 0;
}

static guint
executor_count_waiting (LibvirtExecutor *self)
{
  return self->waiting.length + self->waiting_long.length + self->waiting_urgent.length;
}

static gpointer executor_thread (gpointer user_data);

static void
executor_count_thread (LibvirtExecutor *self,
                       int change)
{
  gboolean had_threads = self->n_threads > 0;

  self->n_threads += (guint) change;
  if (had_threads == (self->n_threads > 0))
    return;

  g_mutex_lock (&pool_lock);
  if (had_threads)
    g_queue_unlink (&serving, &self->link);
  else
    g_queue_push_tail_link (&serving, &self->link);
  g_mutex_unlock (&pool_lock);
}

/* There can be no more threads: the next that is free, of whichever executor, is to come. FALSE if
 * there is none at all. */
static gboolean
executor_starve (LibvirtExecutor *self)
{
  gboolean is_hopeful;

  g_mutex_lock (&pool_lock);
  if (!self->is_starving)
    {
      self->is_starving = TRUE;
      self->starving_link.data = libvirt_executor_ref (self);
      g_queue_push_tail_link (&starving, &self->starving_link);
    }
  is_hopeful = n_all_threads > 0;
  for (GList *link = serving.head; link != NULL; link = link->next)
    g_cond_signal (&((LibvirtExecutor *) link->data)->wake);
  g_mutex_unlock (&pool_lock);

  return is_hopeful;
}

static gboolean
executor_add_thread (LibvirtExecutor *self)
{
  gboolean is_added;

  g_mutex_lock (&pool_lock);
  is_added = libvirt_thread_start ("libvirt-call", executor_thread, libvirt_executor_ref (self));
  n_all_threads += is_added ? 1 : 0;
  g_mutex_unlock (&pool_lock);

  if (!is_added)
    {
      libvirt_executor_unref (self);
      return executor_starve (self);
    }

  executor_count_thread (self, 1);
  self->n_new++;
  return TRUE;
}

/* Each answer is a reason for one thread more; without answers, what the others leave is all. */
static gboolean
executor_grow (LibvirtExecutor *self)
{
  guint n_threads = self->n_threads - self->n_apart;

  if (!g_queue_is_empty (&self->waiting_urgent))
    return executor_add_thread (self);
  if (n_threads >= self->max_threads)
    return TRUE;
  if (n_threads < OWN_THREADS + self->n_answered)
    return executor_add_thread (self);
  if (!libvirt_thread_borrow ())
    return TRUE;

  self->n_borrowed++;
  return executor_add_thread (self);
}

/* Sees to it that somebody comes for what can be done. Whoever comes does the same for the rest.
 * FALSE if there is no thread at all that ever could. */
static gboolean
executor_call_thread (LibvirtExecutor *self)
{
  if (self->n_new + self->n_called >= executor_count_waiting (self) ||
      (executor_choose (self) == NULL && !executor_must_poll (self)))
    return TRUE;

  if (self->n_idle <= self->n_called)
    return executor_grow (self);

  self->n_called++;
  g_cond_signal (&self->wake);
  return TRUE;
}

/* Those that are left over @n_threads. */
static void
executor_give_back (LibvirtExecutor *self,
                    guint n_threads)
{
  if (self->n_borrowed <= n_threads)
    return;

  libvirt_thread_give_back (self->n_borrowed - n_threads);
  self->n_borrowed = n_threads;
}

static LibvirtWork *
executor_take (LibvirtExecutor *self)
{
  GQueue *queue = executor_choose (self);

  return queue != NULL ? g_queue_pop_head_link (queue)->data : NULL;
}

/* FALSE if nothing came in time. */
static gboolean
executor_idle (LibvirtExecutor *self,
               gint64 end)
{
  gboolean polls = executor_must_poll (self);
  gboolean in_time;

  if (polls)
    {
      self->polled = TRUE;
      end = g_get_monotonic_time () + POLL_USEC;
    }

  self->n_idle++;
  in_time = g_cond_wait_until (&self->wake, &self->lock, end);
  self->n_idle--;
  if (self->n_called > 0)
    self->n_called--;
  if (polls)
    self->polled = FALSE;

  return in_time || polls;
}

/* Whether an idle thread is of more use to others. */
static gboolean
executor_can_spare (LibvirtExecutor *self)
{
  gboolean can_spare;

  if (executor_count_waiting (self) > 0)
    return FALSE;

  g_mutex_lock (&pool_lock);
  if (self->is_starving)
    {
      self->is_starving = FALSE;
      g_queue_unlink (&starving, &self->starving_link);
      libvirt_executor_unref (self); /* the thread has another */
    }
  can_spare = starving.length > 0;
  g_mutex_unlock (&pool_lock);

  return can_spare;
}

/* Waits for work; NULL when the thread has nothing more to do. */
static LibvirtWork *
executor_wait (LibvirtExecutor *self)
{
  gint64 end = g_get_monotonic_time () + IDLE_USEC;
  gboolean goes_on = TRUE;
  LibvirtWork *work;

  while ((work = executor_take (self)) == NULL && goes_on && !self->closed &&
         !executor_can_spare (self))
    goes_on = executor_idle (self, end);

  return work;
}

/* The first executor that starves, whose threads are one more. NULL if there is none: then the
 * calling thread counts no more if it @ends. */
static LibvirtExecutor *
pool_take_starving (gboolean ends)
{
  LibvirtExecutor *self = NULL;
  GList *link;

  g_mutex_lock (&pool_lock);
  link = g_queue_pop_head_link (&starving);
  if (link != NULL)
    {
      self = link->data;
      self->is_starving = FALSE;
    }
  else if (ends)
    {
      n_all_threads--;
    }
  g_mutex_unlock (&pool_lock);

  return self;
}

static gboolean
pool_is_starving (void)
{
  gboolean is_starving;

  g_mutex_lock (&pool_lock);
  is_starving = !g_queue_is_empty (&starving);
  g_mutex_unlock (&pool_lock);

  return is_starving;
}

static gboolean
pool_try_again (void)
{
  LibvirtExecutor *self = pool_take_starving (FALSE);

  if (self != NULL)
    {
      g_mutex_lock (&self->lock);
      executor_call_thread (self);
      g_mutex_unlock (&self->lock);
      libvirt_executor_unref (self);
    }

  return pool_is_starving ();
}

static LibvirtRetry retry = { .try_again = pool_try_again };

/* Those that starve may also have a thread when there can be one again. Without a lock, as the event
 * loop may be written in Python. */
static void
pool_retry (void)
{
  if (pool_is_starving ())
    libvirt_retry_later (&retry);
}

/* Something has come back: that is one reason more to send the next, and all is forgotten when
 * nothing is under way. */
static void
executor_count_answer (LibvirtExecutor *self)
{
  self->n_answered = g_queue_is_empty (&self->running) ? 0 : self->n_answered + 1;
  if (self->n_borrowed > 0)
    executor_give_back (self, self->n_borrowed - 1);
}

static void
executor_run (LibvirtExecutor *self,
              LibvirtWork *work)
{
  Running running = { .start = g_get_monotonic_time () };
  gboolean is_apart = (work->flags & LIBVIRT_CALL_APART) != 0;

  running.link.data = &running;
  running.is_long = (work->flags & LIBVIRT_CALL_LONG) != 0;
  self->n_long += running.is_long ? 1 : 0;
  if (is_apart)
    self->n_apart++;
  else
    g_queue_push_tail_link (&self->running, &running.link);
  executor_call_thread (self);

  g_mutex_unlock (&self->lock);
  pool_retry ();
  work->run (work);
  libvirt_thread_do_postponed ();
  g_mutex_lock (&self->lock);

  self->n_long -= running.is_long ? 1 : 0;
  if (is_apart)
    {
      self->n_apart--;
      return;
    }
  g_queue_unlink (&self->running, &running.link);
  executor_count_answer (self);
}

/* Takes @self over. */
static void
executor_serve (LibvirtExecutor *self)
{
  LibvirtWork *work;

  g_mutex_lock (&self->lock);
  self->n_new--;
  while ((work = executor_wait (self)) != NULL)
    executor_run (self, work);
  executor_count_thread (self, -1);
  executor_give_back (self, self->n_threads);
  g_mutex_unlock (&self->lock);

  libvirt_executor_unref (self);
}

/* The calling thread is going to serve it. */
static void
executor_join (LibvirtExecutor *self)
{
  g_mutex_lock (&self->lock);
  executor_count_thread (self, 1);
  self->n_new++;
  g_mutex_unlock (&self->lock);
}

static gpointer
executor_thread (gpointer user_data)
{
  LibvirtExecutor *self = user_data;

  in_worker = TRUE;
  do
    {
      executor_serve (self);
      self = pool_take_starving (TRUE);
      if (self != NULL)
        executor_join (self);
    }
  while (self != NULL);

  return NULL;
}

LibvirtExecutor *
libvirt_executor_new (guint max_threads,
                      const int *calls_in_flight)
{
  LibvirtExecutor *self = g_new0 (LibvirtExecutor, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  g_cond_init (&self->wake);
  g_queue_init (&self->waiting);
  g_queue_init (&self->waiting_long);
  g_queue_init (&self->waiting_urgent);
  g_queue_init (&self->running);
  self->link.data = self;
  self->max_threads = max_threads;
  self->calls_in_flight = calls_in_flight;

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
  executor_call_thread (self);
  g_mutex_unlock (&self->lock);
  pool_retry ();
}

static GQueue *
executor_get_queue (LibvirtExecutor *self,
                    LibvirtWork *work)
{
  if ((work->flags & (LIBVIRT_CALL_URGENT | LIBVIRT_CALL_APART)) != 0)
    return &self->waiting_urgent;

  return (work->flags & LIBVIRT_CALL_LONG) != 0 ? &self->waiting_long : &self->waiting;
}

void
libvirt_executor_before_fork (LibvirtExecutor *self)
{
  g_mutex_lock (&self->lock);
}

void
libvirt_executor_after_fork (LibvirtExecutor *self,
                             gboolean in_child)
{
  if (in_child)
    {
      g_queue_init (&self->waiting);
      g_queue_init (&self->waiting_long);
      g_queue_init (&self->waiting_urgent);
      g_queue_init (&self->running);
      self->n_threads = 0;
      self->n_new = 0;
      self->n_idle = 0;
      self->n_called = 0;
      self->n_long = 0;
      self->n_apart = 0;
      self->n_borrowed = 0;
      self->n_answered = 0;
      self->is_starving = FALSE;
      self->polled = FALSE;
    }
  g_mutex_unlock (&self->lock);
}

void
libvirt_executors_before_fork (void)
{
  g_mutex_lock (&pool_lock);
}

void
libvirt_executors_after_fork (gboolean in_child)
{
  if (in_child)
    {
      n_all_threads = 0;
      g_queue_init (&serving);
      g_queue_init (&starving);
      libvirt_retry_forget (&retry);
      libvirt_thread_forget_borrowed ();
    }
  g_mutex_unlock (&pool_lock);
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

void
libvirt_executor_push (LibvirtExecutor *self,
                       LibvirtWork *work)
{
  gboolean is_refused = FALSE;
  GQueue *queue;

  work->link.data = work;

  g_mutex_lock (&self->lock);
  work->order = self->n_pushed++;
  queue = executor_get_queue (self, work);
  g_queue_push_tail_link (queue, &work->link);
  if (!executor_call_thread (self) && work->refuse != NULL)
    is_refused = queue_remove (queue, &work->link);
  g_mutex_unlock (&self->lock);

  pool_retry ();
  if (is_refused)
    work->refuse (work);
}

gboolean
libvirt_executor_withdraw (LibvirtExecutor *self,
                           LibvirtWork *work)
{
  gboolean withdrawn;

  g_mutex_lock (&self->lock);
  withdrawn = queue_remove (executor_get_queue (self, work), &work->link);
  g_mutex_unlock (&self->lock);

  return withdrawn;
}

gboolean
libvirt_executor_in_worker (void)
{
  return in_worker;
}
