/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "runtime/libvirt-event-loop-private.h"

#include <pthread.h>
#include <signal.h>

#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-thread-private.h"

#ifdef HAVE_EPOLL

static void *
run (void *data)
{
  libvirt_thread_set_own ();
  while (TRUE)
    {
      libvirt_event_loop_turn (data, -1);
      libvirt_thread_do_postponed ();
    }
  return NULL;
}

static gpointer
set_up (LibvirtEventLoop *loop)
{
  loop->wake_data = loop->poll;
  loop->wake = libvirt_event_poll_wake;
  return loop;
}

static void
undo_set_up (LibvirtEventLoop *loop)
{
}

#else

static void *
run (void *context)
{
  libvirt_thread_set_own ();
  while (TRUE)
    {
      g_main_context_iteration (context, TRUE);
      libvirt_thread_do_postponed ();
    }
  return NULL;
}

static gpointer
set_up (LibvirtEventLoop *loop)
{
  GMainContext *context = g_main_context_new ();

  libvirt_event_loop_attach (loop, context);
  g_main_context_unref (context);
  return context;
}

static void
undo_set_up (LibvirtEventLoop *loop)
{
  g_clear_pointer (&loop->context, g_main_context_unref);
}

#endif

gboolean
libvirt_event_loop_start_worker (LibvirtEventLoop *self,
                                 GError **error)
{
  gpointer data = set_up (self);
  sigset_t all, old;
  pthread_t thread;
  int status;

  /* The application's signals are its own threads' business. */
  sigfillset (&all);
  pthread_sigmask (SIG_SETMASK, &all, &old);
  status = pthread_create (&thread, NULL, run, data);
  pthread_sigmask (SIG_SETMASK, &old, NULL);
  if (status != 0)
    {
      undo_set_up (self);
      libvirt_set_error (error, LIBVIRT_ERROR_SYSTEM_ERROR,
                         "Cannot start a thread for libvirt's input and output: %s",
                         g_strerror (status));
      return FALSE;
    }
  pthread_setname_np (thread, "libvirt-events");
  pthread_detach (thread);
  return TRUE;
}
