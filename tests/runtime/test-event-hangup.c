/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "event-harness.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* A busy machine may take a little; a loop that spins takes all it can get. */
#define QUIET 25

/* The hang-up of a pipe is told, whatever was asked for, and not again and again. */
static void
test_half_closed_pipe (gconstpointer mask)
{
  EventProbe probe = { 0 };
  int fds[2];

  event_pipe (fds);
  close (fds[1]);
  event_probe_add (&probe, fds[0], GPOINTER_TO_INT (mask));
  event_wait_for (&probe.calls, 1);
  g_assert_cmpint (g_atomic_int_get (&probe.events) & VIR_EVENT_HANDLE_HANGUP, !=, 0);
  g_assert_cmpint (event_measure_cpu (), <, QUIET);
  g_assert_cmpint (g_atomic_int_get (&probe.calls), <=, 2);
  event_probe_remove (&probe);
  close (fds[0]);
}

static void
test_error_only (gconstpointer mask)
{
  EventProbe probe = { 0 };
  int fds[2];

  event_pipe (fds);
  close (fds[0]);
  event_probe_add (&probe, fds[1], GPOINTER_TO_INT (mask));
  event_wait_for (&probe.calls, 1);
  g_assert_cmpint (g_atomic_int_get (&probe.events) & VIR_EVENT_HANDLE_ERROR, !=, 0);
  g_assert_cmpint (event_measure_cpu (), <, QUIET);
  g_assert_cmpint (g_atomic_int_get (&probe.calls), <=, 2);
  event_probe_remove (&probe);
  close (fds[1]);
}

static void
test_turned_off (void)
{
  EventProbe probe = { 0 };
  int fds[2];

  event_pipe (fds);
  event_probe_add (&probe, fds[0], VIR_EVENT_HANDLE_READABLE);
  virEventUpdateHandle (probe.id, 0);
  close (fds[1]);
  g_assert_cmpint (event_measure_cpu (), <, QUIET);
  g_assert_cmpint (g_atomic_int_get (&probe.calls), ==, 0);

  virEventUpdateHandle (probe.id, VIR_EVENT_HANDLE_READABLE);
  event_wait_for (&probe.calls, 1);
  g_assert_cmpint (g_atomic_int_get (&probe.last), ==, VIR_EVENT_HANDLE_HANGUP);
  event_probe_remove (&probe);
  close (fds[0]);
}

static void
test_told_again (void)
{
  EventProbe probe = { 0 };
  int fds[2];

  event_pipe (fds);
  close (fds[1]);
  event_probe_add (&probe, fds[0], VIR_EVENT_HANDLE_READABLE);
  for (int i = 1; i <= 3; i++)
    {
      event_wait_for (&probe.calls, i);
      event_turn ();
      g_assert_cmpint (g_atomic_int_get (&probe.calls), ==, i);
      virEventUpdateHandle (probe.id, 0);
      virEventUpdateHandle (probe.id, VIR_EVENT_HANDLE_READABLE);
    }
  event_probe_remove (&probe);
  close (fds[0]);
}

static void
test_data_comes_first (void)
{
  EventProbe probe = { .drain = TRUE };
  int fds[2];

  event_pipe (fds);
  for (int i = 0; i < 3; i++)
    event_put (fds[1]);
  close (fds[1]);
  event_probe_add (&probe, fds[0], VIR_EVENT_HANDLE_READABLE);
  event_wait_for (&probe.calls, 4);
  event_turn ();
  g_assert_cmpint (g_atomic_int_get (&probe.calls), ==, 4);
  g_assert_cmpint (g_atomic_int_get (&probe.events), ==,
                   VIR_EVENT_HANDLE_READABLE | VIR_EVENT_HANDLE_HANGUP);
  g_assert_cmpint (g_atomic_int_get (&probe.last), ==, VIR_EVENT_HANDLE_HANGUP);
  g_assert_cmpint (event_measure_cpu (), <, QUIET);
  event_probe_remove (&probe);
  close (fds[0]);
}

#ifdef HAVE_EPOLL
/* poll() cannot do this: it would go on reporting the hang-up. */
static void
test_next_writer (void)
{
  g_autofree char *folder = g_dir_make_tmp ("event-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "fifo", NULL);
  EventProbe probe = { .drain = TRUE };
  int reader, writer;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  reader = g_open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC, 0);
  event_probe_add (&probe, reader, VIR_EVENT_HANDLE_READABLE);
  for (int i = 1; i <= 3; i++)
    {
      g_atomic_int_set (&probe.events, 0);
      writer = g_open (path, O_WRONLY | O_CLOEXEC, 0);
      event_put (writer);
      event_put (writer);
      event_wait_for (&probe.calls, 3 * i - 1);
      close (writer);
      event_wait_for (&probe.calls, 3 * i);
      g_assert_cmpint (g_atomic_int_get (&probe.events), ==,
                       VIR_EVENT_HANDLE_READABLE | VIR_EVENT_HANDLE_HANGUP);
      event_turn ();
      g_assert_cmpint (g_atomic_int_get (&probe.calls), ==, 3 * i);
    }
  event_probe_remove (&probe);
  close (reader);
  g_unlink (path);
  g_rmdir (folder);
}
#endif

int
main (int argc,
      char **argv)
{
  event_harness_init (&argc, &argv);
  g_test_add_data_func ("/event/hangup/half-closed-pipe-readable",
                        GINT_TO_POINTER (VIR_EVENT_HANDLE_READABLE), test_half_closed_pipe);
  g_test_add_data_func ("/event/hangup/half-closed-pipe-hangup",
                        GINT_TO_POINTER (VIR_EVENT_HANDLE_HANGUP), test_half_closed_pipe);
  g_test_add_data_func ("/event/hangup/half-closed-pipe-error",
                        GINT_TO_POINTER (VIR_EVENT_HANDLE_ERROR), test_half_closed_pipe);
  g_test_add_data_func ("/event/hangup/error-only", GINT_TO_POINTER (VIR_EVENT_HANDLE_ERROR),
                        test_error_only);
  g_test_add_data_func ("/event/hangup/error-for-hangup", GINT_TO_POINTER (VIR_EVENT_HANDLE_HANGUP),
                        test_error_only);
  g_test_add_func ("/event/hangup/turned-off-does-not-spin", test_turned_off);
  g_test_add_func ("/event/hangup/told-again-after-a-change", test_told_again);
  g_test_add_func ("/event/hangup/data-comes-first", test_data_comes_first);
#ifdef HAVE_EPOLL
  g_test_add_func ("/event/hangup/next-writer-of-a-fifo", test_next_writer);
#endif
  return g_test_run ();
}
