/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "runtime/libvirt-thread-private.h"

#include <libvirt/libvirt.h>
#include <signal.h>

/* Enough for four connections that are in a hurry at the same moment. */
#define MAX_BORROWED 200

/* 0: as usual. With the usual eight MiB, 500 threads would take all addresses of 32 bits. */
#define STACK_SIZE (GLIB_SIZEOF_VOID_P < 8 ? 512 * 1024 : 0)

/* When to try again to start a thread after there could be none. */
#define RETRY_MS 100

static int n_borrowed; /* atomic */

static _Thread_local gboolean is_own;
static _Thread_local GSList *postponed; /* the last one first */

gboolean
libvirt_thread_is_own (void)
{
  return is_own;
}

void
libvirt_thread_set_own (void)
{
  is_own = TRUE;
}

typedef struct
{
  GDestroyNotify func;
  gpointer data;
} Postponed;

void
libvirt_thread_postpone (GDestroyNotify func,
                         gpointer data)
{
  Postponed *self = g_new (Postponed, 1);

  *self = (Postponed){ func, data };
  postponed = g_slist_prepend (postponed, self);
}

void
libvirt_thread_do_postponed (void)
{
  while (postponed != NULL)
    {
      GSList *all = g_slist_reverse (g_steal_pointer (&postponed));

      for (GSList *link = all; link != NULL; link = link->next)
        {
          Postponed *self = link->data;

          self->func (self->data);
        }
      g_slist_free_full (all, g_free);
    }
}

typedef struct
{
  const char *name;
  GThreadFunc func;
  gpointer data;
} Start;

static gpointer
run_own (gpointer data)
{
  Start start = *(Start *) data;
  gpointer result;

  g_free (data);
  pthread_setname_np (pthread_self (), start.name);
  libvirt_thread_set_own ();
  result = start.func (start.data);
  libvirt_thread_do_postponed ();
  return result;
}

static int
create (pthread_t *thread,
        Start *start)
{
  pthread_attr_t attributes;
  sigset_t all;
  sigset_t before;
  int status;

  pthread_attr_init (&attributes);
  if (STACK_SIZE > 0)
    pthread_attr_setstacksize (&attributes, STACK_SIZE);
  /* The mask is inherited. */
  sigfillset (&all);
  pthread_sigmask (SIG_SETMASK, &all, &before);
  status = pthread_create (thread, &attributes, run_own, start);
  pthread_sigmask (SIG_SETMASK, &before, NULL);
  pthread_attr_destroy (&attributes);

  return status;
}

gboolean
libvirt_thread_new (pthread_t *thread,
                    const char *name,
                    GThreadFunc func,
                    gpointer data)
{
  Start *start = g_new (Start, 1);

  *start = (Start){ name, func, data };
  if (create (thread, start) == 0)
    return TRUE;

  g_free (start);
  return FALSE;
}

gboolean
libvirt_thread_start (const char *name,
                      GThreadFunc func,
                      gpointer data)
{
  pthread_t thread;

  return libvirt_thread_new (&thread, name, func, data) && pthread_detach (thread) == 0;
}

/* Whoever asks for it while it is being tried has a timer of his own, or finds this one. */
static void
on_retry_time (int timer,
               void *opaque)
{
  LibvirtRetry *self = opaque;

  g_atomic_int_set (&self->is_set, FALSE);
  if (!self->try_again () || !g_atomic_int_compare_and_exchange (&self->is_set, FALSE, TRUE))
    virEventRemoveTimeout (timer);
}

void
libvirt_retry_later (LibvirtRetry *self)
{
  if (g_atomic_int_compare_and_exchange (&self->is_set, FALSE, TRUE) &&
      virEventAddTimeout (RETRY_MS, on_retry_time, self, NULL) < 0)
    g_atomic_int_set (&self->is_set, FALSE);
}

void
libvirt_retry_forget (LibvirtRetry *self)
{
  g_atomic_int_set (&self->is_set, FALSE);
}

gboolean
libvirt_thread_borrow (void)
{
  if (g_atomic_int_add (&n_borrowed, 1) < MAX_BORROWED)
    return TRUE;

  libvirt_thread_give_back (1);
  return FALSE;
}

void
libvirt_thread_give_back (guint n_threads)
{
  g_atomic_int_add (&n_borrowed, -(int) n_threads);
}

void
libvirt_thread_forget_borrowed (void)
{
  g_atomic_int_set (&n_borrowed, 0);
}
