/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "event-harness.h"

#include <errno.h>
#include <glib-unix.h>
#include <sys/resource.h>
#include <unistd.h>

#include "runtime/libvirt-event-private.h"

#define PATIENCE (30 * G_USEC_PER_SEC)
#define MEASURE_MS 300

EventMode event_mode;
GMainContext *event_context;

static gpointer
run_context (gpointer context)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (context, FALSE);

  g_main_context_push_thread_default (context);
  g_main_loop_run (loop);
  return NULL;
}

static void
serve_from_own_context (void)
{
  g_autoptr (GError) error = NULL;

  event_mode = EVENT_IN_OWN_CONTEXT;
  event_context = g_main_context_new ();
  libvirt_event_register_impl (event_context, &error);
  g_assert_no_error (error);
  g_thread_unref (g_thread_new ("context", run_context, event_context));
}

static void
serve_from_default_context (void)
{
  g_autoptr (GError) error = NULL;

  event_mode = EVENT_IN_DEFAULT_CONTEXT;
  event_context = g_main_context_default ();
  libvirt_event_register_default_impl (&error);
  g_assert_no_error (error);
}

static void
serve_from_worker (void)
{
  event_mode = EVENT_IN_WORKER;
  g_assert_true (libvirt_event_ensure_impl (NULL));
}

void
event_harness_init (int *argc,
                    char ***argv)
{
  const char *mode = g_getenv ("EVENT_LOOP");

  g_test_init (argc, argv, NULL);
  if (g_strcmp0 (mode, "default-context") == 0)
    serve_from_default_context ();
  else if (g_strcmp0 (mode, "own-context") == 0)
    serve_from_own_context ();
  else
    serve_from_worker ();
}

void
event_wait_for (int *counter,
                int n)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  while (g_atomic_int_get (counter) < n)
    {
      if (g_get_monotonic_time () > end)
        g_error ("Waited in vain for %d, have %d", n, g_atomic_int_get (counter));
      if (event_mode != EVENT_IN_DEFAULT_CONTEXT || !g_main_context_iteration (NULL, FALSE))
        g_usleep (100);
    }
}

static void
count_timeout (int id,
               void *counter)
{
  g_atomic_int_inc ((int *) counter);
}

static void
count_free (void *counter)
{
  g_atomic_int_add ((int *) counter, 1000000);
}

void
event_turn (void)
{
  int counter = 0;
  int id = virEventAddTimeout (0, count_timeout, &counter, count_free);

  g_assert_cmpint (id, >, 0);
  /* The timers come first in a batch, so that the third ends two full ones. */
  event_wait_for (&counter, 3);
  g_assert_cmpint (virEventRemoveTimeout (id), ==, 0);
  event_wait_for (&counter, 1000000);
}

gint64
event_get_cpu_time (int who)
{
  struct rusage usage;

  getrusage (who, &usage);
  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * G_USEC_PER_SEC + usage.ru_utime.tv_usec +
         usage.ru_stime.tv_usec;
}

static gboolean
set_flag (gpointer flag)
{
  *(gboolean *) flag = TRUE;
  return G_SOURCE_REMOVE;
}

int
event_measure_cpu (void)
{
  gint64 before = event_get_cpu_time (RUSAGE_SELF);
  gboolean over = FALSE;

  if (event_mode == EVENT_IN_DEFAULT_CONTEXT)
    {
      g_timeout_add (MEASURE_MS, set_flag, &over);
      while (!over)
        g_main_context_iteration (NULL, TRUE);
    }
  else
    g_usleep (MEASURE_MS * 1000);
  return (int) ((event_get_cpu_time (RUSAGE_SELF) - before) / (MEASURE_MS * 10));
}

static void
probe_called (int id,
              int fd,
              int events,
              void *opaque)
{
  EventProbe *probe = opaque;

  g_assert_cmpint (fd, ==, probe->fd);
  if (probe->drain)
    event_take (fd);
  g_atomic_int_or ((guint *) &probe->events, (guint) events);
  g_atomic_int_set (&probe->last, events);
  if (probe->action != NULL)
    probe->action (probe->data);
  g_atomic_int_inc (&probe->calls);
}

static void
timer_called (int id,
              void *opaque)
{
  EventProbe *probe = opaque;

  if (probe->action != NULL)
    probe->action (probe->data);
  g_atomic_int_inc (&probe->calls);
}

static void
probe_freed (void *opaque)
{
  EventProbe *probe = opaque;

  g_atomic_int_inc (&probe->freed);
}

void
event_probe_add (EventProbe *probe,
                 int fd,
                 int events)
{
  probe->fd = fd;
  g_atomic_int_set (&probe->id,
                    virEventAddHandle (fd, events, probe_called, probe, probe_freed));
  g_assert_cmpint (g_atomic_int_get (&probe->id), >, 0);
}

void
event_probe_remove (EventProbe *probe)
{
  virEventRemoveHandle (probe->id);
  event_wait_for (&probe->freed, 1);
  g_assert_cmpint (g_atomic_int_get (&probe->freed), ==, 1);
}

void
event_probe_add_timer (EventProbe *probe,
                       int interval)
{
  g_atomic_int_set (&probe->id, virEventAddTimeout (interval, timer_called, probe, probe_freed));
  g_assert_cmpint (g_atomic_int_get (&probe->id), >, 0);
}

void
event_probe_remove_timer (EventProbe *probe)
{
  virEventRemoveTimeout (probe->id);
  event_wait_for (&probe->freed, 1);
  g_assert_cmpint (g_atomic_int_get (&probe->freed), ==, 1);
}

void
event_pipe (int fds[2])
{
  g_autoptr (GError) error = NULL;

  g_unix_open_pipe (fds, FD_CLOEXEC, &error);
  g_assert_no_error (error);
  g_unix_set_fd_nonblocking (fds[0], TRUE, &error);
  g_assert_no_error (error);
  g_unix_set_fd_nonblocking (fds[1], TRUE, &error);
  g_assert_no_error (error);
}

void
event_put (int fd)
{
  g_assert_cmpint (write (fd, "x", 1), ==, 1);
}

gboolean
event_take (int fd)
{
  char byte;

  return read (fd, &byte, 1) == 1;
}
