/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

/* What the tests of objects and events have in common. The environment's EVENT_LOOP says how
 * libvirt is served: by the worker, or from the default main context ('context'). */

#include "harness.h"

/* Instead of g_test_init(). */
void objects_init (int *argc,
                   char ***argv);

/* Instead of harness_set_up(): the domain runs, and that has been told. */
void objects_set_up_running (Harness *self,
                             gconstpointer data);

gboolean objects_are_served_by_context (void);

/* Lets libvirt be served for a moment without running the default main context where the worker
 * does that. */
void objects_serve (void);

/* A raw domain, paused and resumed so many times: two events each. Any thread. */
void objects_toggle (virDomainPtr domain,
                     guint n_times);

/* Starts a function in a thread; *@done is set at its end, and the main context woken. */
typedef struct
{
  void (*func) (gpointer data);
  gpointer data;
  int done; /* atomic */
  GThread *thread;
} ObjectsThread;

void objects_thread_start (ObjectsThread *self,
                           void (*func) (gpointer data),
                           gpointer data);

/* Runs the default main context until it has ended. */
void objects_thread_wait (ObjectsThread *self);
