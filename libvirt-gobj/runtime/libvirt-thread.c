/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "runtime/libvirt-thread-private.h"

#include <signal.h>

GThread *
libvirt_thread_new (const char *name,
                    GThreadFunc func,
                    gpointer data)
{
  sigset_t all;
  sigset_t before;
  GThread *thread;

  /* The mask is inherited. */
  sigfillset (&all);
  pthread_sigmask (SIG_SETMASK, &all, &before);
  thread = g_thread_try_new (name, func, data, NULL);
  pthread_sigmask (SIG_SETMASK, &before, NULL);

  return thread;
}

gboolean
libvirt_thread_start (const char *name,
                      GThreadFunc func,
                      gpointer data)
{
  GThread *thread = libvirt_thread_new (name, func, data);

  if (thread == NULL)
    return FALSE;

  g_thread_unref (thread);
  return TRUE;
}
