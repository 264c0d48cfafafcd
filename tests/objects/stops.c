/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Functions of libvirt's that can stop: the library finds these before libvirt's own. */

#include "stops.h"

#include <dlfcn.h>

static struct
{
  GMutex lock;
  GCond cond;
  /* Guarded by lock. */
  Stop wanted;
  Stop reached;
} stop;

static _Thread_local gboolean can_stop;

static const char *asked_for; /* atomic; the name of the domain */
static int n_queries;         /* atomic */

static int is_held; /* atomic: 1 from when the worker stands still, until it is set to 0 */

static void
stop_at (Stop here)
{
  if (!can_stop)
    return;

  g_mutex_lock (&stop.lock);
  if (stop.wanted == here)
    {
      stop.reached = here;
      g_cond_broadcast (&stop.cond);
      while (stop.wanted == here)
        g_cond_wait (&stop.cond, &stop.lock);
    }
  g_mutex_unlock (&stop.lock);
}

int
virDomainSuspend (virDomainPtr domain)
{
  int (*suspend) (virDomainPtr) = dlsym (RTLD_NEXT, "virDomainSuspend");
  int result;

  stop_at (STOP_BEFORE_CALL);
  result = suspend (domain);
  stop_at (STOP_BEFORE_ANSWER);

  return result;
}

/* The question for managed saves is the last that a list asks, if only how many have none. */
int
virConnectListAllDomains (virConnectPtr connect,
                          virDomainPtr **domains,
                          unsigned int flags)
{
  int (*list) (virConnectPtr, virDomainPtr **, unsigned int) =
    dlsym (RTLD_NEXT, "virConnectListAllDomains");
  int result = list (connect, domains, flags);

  if (flags & (VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE | VIR_CONNECT_LIST_DOMAINS_NO_MANAGEDSAVE))
    stop_at (STOP_BEFORE_LIST);
  if (flags == VIR_CONNECT_LIST_DOMAINS_TRANSIENT)
    stop_at (STOP_AFTER_TRANSIENT);
  return result;
}

/* The first question for one domain, and the last. */
int
virDomainGetState (virDomainPtr domain,
                   int *state,
                   int *reason,
                   unsigned int flags)
{
  __typeof__ (&virDomainGetState) get_state = dlsym (RTLD_NEXT, "virDomainGetState");

  if (g_strcmp0 (virDomainGetName (domain), g_atomic_pointer_get (&asked_for)) == 0)
    g_atomic_int_inc (&n_queries);
  stop_at (STOP_BEFORE_QUERY);
  return get_state (domain, state, reason, flags);
}

int
virDomainHasManagedSaveImage (virDomainPtr domain,
                              unsigned int flags)
{
  __typeof__ (&virDomainHasManagedSaveImage) has_managed_save_image =
    dlsym (RTLD_NEXT, "virDomainHasManagedSaveImage");
  int result = has_managed_save_image (domain, flags);

  stop_at (STOP_AFTER_QUERY);
  return result;
}

typedef struct
{
  void (*func) (gpointer data);
  gpointer data;
} Stoppable;

static void
run_stoppable (gpointer data)
{
  Stoppable self = *(Stoppable *) data;

  can_stop = TRUE;
  self.func (self.data);
}

void
stops_run_until (Stop where,
                 ObjectsThread *thread,
                 void (*func) (gpointer data),
                 gpointer data)
{
  Stoppable stoppable = { func, data };

  g_mutex_lock (&stop.lock);
  stop.wanted = where;
  stop.reached = STOP_NOWHERE;
  objects_thread_start (thread, run_stoppable, &stoppable);
  while (stop.reached == STOP_NOWHERE)
    g_cond_wait (&stop.cond, &stop.lock);
  g_mutex_unlock (&stop.lock);
}

gboolean
stops_has_reached (Stop where)
{
  gboolean has_reached;

  g_mutex_lock (&stop.lock);
  has_reached = stop.reached == where;
  g_mutex_unlock (&stop.lock);

  return has_reached;
}

static void
let_go_on (void)
{
  g_mutex_lock (&stop.lock);
  stop.wanted = STOP_NOWHERE;
  g_cond_broadcast (&stop.cond);
  g_mutex_unlock (&stop.lock);
}

void
stops_go_on (Harness *self,
             ObjectsThread *thread)
{
  let_go_on ();
  objects_thread_wait (thread);
  harness_wait_for_events (self);
}

void
stops_take_answer (ObjectsThread *thread)
{
  let_go_on ();
  g_thread_join (thread->thread);
}

void
stops_count_queries_for (const char *name)
{
  g_atomic_pointer_set (&asked_for, name);
  g_atomic_int_set (&n_queries, 0);
}

int
stops_get_n_queries (void)
{
  return g_atomic_int_get (&n_queries);
}

static void
on_hold (int timer,
         void *opaque)
{
  virEventRemoveTimeout (timer);
  g_atomic_int_set (&is_held, 1);
  while (g_atomic_int_get (&is_held) == 1)
    g_usleep (1000);
}

void
stops_hold_events (void)
{
  if (objects_are_served_by_context ())
    return;

  g_assert_cmpint (virEventAddTimeout (0, on_hold, NULL, NULL), >, 0);
  while (g_atomic_int_get (&is_held) == 0)
    g_usleep (1000);
}

void
stops_let_events_arrive (void)
{
  g_atomic_int_set (&is_held, 0);
  g_usleep (50000);
}

void
stops_let_first_event_arrive (Harness *self)
{
  if (objects_are_served_by_context ())
    {
      harness_wait_for_events (self);
      return;
    }

  while (!g_main_context_pending (NULL))
    g_thread_yield ();
}

void
stops_let_events_pass (void)
{
  gint64 end = g_get_monotonic_time () + 200 * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end)
    {
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}
