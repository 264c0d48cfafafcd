/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "event-harness.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define QUIET 25

static void
test_closed_before_removal (void)
{
  EventProbe probe = { 0 };
  int fds[2];

  event_pipe (fds);
  event_probe_add (&probe, fds[0], VIR_EVENT_HANDLE_READABLE);
  event_turn ();
  close (fds[0]);
  g_assert_cmpint (event_measure_cpu (), <, QUIET);
  event_probe_remove (&probe);
  close (fds[1]);
}

/* A new file gets the number of the closed one and is watched before the old watch goes. */
static void
test_number_reused (void)
{
  EventProbe old = { 0 }, new = { .drain = TRUE };
  int fds[2], new_fds[2];

  event_pipe (fds);
  event_pipe (new_fds);
  event_probe_add (&old, fds[0], VIR_EVENT_HANDLE_READABLE);
  event_turn ();
  virEventUpdateHandle (old.id, 0);
  g_assert_cmpint (dup3 (new_fds[0], fds[0], O_CLOEXEC), ==, fds[0]);
  event_probe_add (&new, fds[0], VIR_EVENT_HANDLE_READABLE);
  event_put (new_fds[1]);
  event_wait_for (&new.calls, 1);

  event_probe_remove (&old);
  event_put (new_fds[1]);
  event_wait_for (&new.calls, 2);
  virEventUpdateHandle (new.id, 0);
  event_put (new_fds[1]);
  event_turn ();
  g_assert_cmpint (g_atomic_int_get (&new.calls), ==, 2);
  virEventUpdateHandle (new.id, VIR_EVENT_HANDLE_READABLE);
  event_wait_for (&new.calls, 3);
  g_assert_cmpint (g_atomic_int_get (&old.calls), ==, 0);
  event_probe_remove (&new);
  for (int i = 0; i < 2; i++)
    {
      close (fds[i]);
      close (new_fds[i]);
    }
}

/* The old watch is left alone by all that is done to the new one, and the other way round. */
static void
test_update_of_old_spares_new (void)
{
  EventProbe old = { 0 }, new = { .drain = TRUE };
  int fds[2], new_fds[2];

  event_pipe (fds);
  event_pipe (new_fds);
  event_probe_add (&old, fds[0], 0);
  g_assert_cmpint (dup3 (new_fds[0], fds[0], O_CLOEXEC), ==, fds[0]);
  event_probe_add (&new, fds[0], VIR_EVENT_HANDLE_READABLE);
  event_turn ();
  virEventUpdateHandle (old.id, VIR_EVENT_HANDLE_WRITABLE);
  event_turn ();
  virEventUpdateHandle (old.id, 0);
  event_turn ();
  for (int i = 1; i <= 3; i++)
    {
      event_put (new_fds[1]);
      event_wait_for (&new.calls, i);
    }
  g_assert_cmpint (g_atomic_int_get (&new.events), ==, VIR_EVENT_HANDLE_READABLE);
  event_probe_remove (&new);
  event_probe_remove (&old);
  for (int i = 0; i < 2; i++)
    {
      close (fds[i]);
      close (new_fds[i]);
    }
}

/* A file that is replaced under the same number is the one that is watched from the next
 * change on, as with poll(). */
static void
test_file_replaced (void)
{
  EventProbe probe = { .drain = TRUE };
  int fds[2], new_fds[2];

  event_pipe (fds);
  event_pipe (new_fds);
  event_probe_add (&probe, fds[0], VIR_EVENT_HANDLE_READABLE);
  event_turn ();
  g_assert_cmpint (dup3 (new_fds[0], fds[0], O_CLOEXEC), ==, fds[0]);
  virEventUpdateHandle (probe.id, 0);
  event_turn ();
  virEventUpdateHandle (probe.id, VIR_EVENT_HANDLE_READABLE);
  event_put (new_fds[1]);
  event_wait_for (&probe.calls, 1);
  event_probe_remove (&probe);
  for (int i = 0; i < 2; i++)
    {
      close (fds[i]);
      close (new_fds[i]);
    }
}

/* Closed, but still open as a duplicate: epoll cannot let go of such a file. */
static void
test_duplicate_lives_on (void)
{
  EventProbe probe = { 0 }, other = { .drain = TRUE };
  int fds[2], other_fds[2], duplicate;

  event_pipe (fds);
  event_pipe (other_fds);
  event_probe_add (&other, other_fds[0], VIR_EVENT_HANDLE_READABLE);
  event_probe_add (&probe, fds[0], VIR_EVENT_HANDLE_READABLE);
  event_turn ();
  duplicate = fcntl (fds[0], F_DUPFD_CLOEXEC, 0);
  close (fds[0]);
  event_probe_remove (&probe);
  event_put (fds[1]);
  g_assert_cmpint (event_measure_cpu (), <, QUIET);
  g_assert_cmpint (g_atomic_int_get (&probe.calls), ==, 0);

  /* All others are still watched. */
  for (int i = 1; i <= 3; i++)
    {
      event_put (other_fds[1]);
      event_wait_for (&other.calls, i);
    }

  /* And so is the same file when it comes back to its number. */
  g_assert_cmpint (dup3 (duplicate, fds[0], O_CLOEXEC), ==, fds[0]);
  g_atomic_int_set (&probe.freed, 0);
  event_probe_add (&probe, fds[0], VIR_EVENT_HANDLE_READABLE);
  event_wait_for (&probe.calls, 2);
  event_probe_remove (&probe);
  event_probe_remove (&other);
  close (duplicate);
  for (int i = 0; i < 2; i++)
    {
      close (fds[i]);
      close (other_fds[i]);
    }
}

static void
test_file_comes_back (void)
{
  EventProbe probe = { 0 }, again = { 0 };
  int fds[2], duplicate;

  event_pipe (fds);
  event_probe_add (&probe, fds[0], VIR_EVENT_HANDLE_READABLE);
  event_turn ();
  duplicate = fcntl (fds[0], F_DUPFD_CLOEXEC, 0);
  close (fds[0]);
  event_probe_remove (&probe);
  g_assert_cmpint (dup3 (duplicate, fds[0], O_CLOEXEC), ==, fds[0]);
  event_probe_add (&again, fds[0], VIR_EVENT_HANDLE_READABLE);
  event_put (fds[1]);
  event_wait_for (&again.calls, 2);
  g_assert_cmpint (g_atomic_int_get (&probe.calls), ==, 0);
  event_probe_remove (&again);
  close (duplicate);
  close (fds[0]);
  close (fds[1]);
}

static void
test_regular_file (void)
{
  EventProbe probe = { 0 }, other = { .drain = TRUE };
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("event-XXXXXX", &path, NULL);
  int fds[2];

  event_pipe (fds);
  event_probe_add (&other, fds[0], VIR_EVENT_HANDLE_READABLE);
  event_probe_add (&probe, fd, VIR_EVENT_HANDLE_READABLE | VIR_EVENT_HANDLE_WRITABLE);
  event_wait_for (&probe.calls, 10);
  g_assert_cmpint (g_atomic_int_get (&probe.events), ==,
                   VIR_EVENT_HANDLE_READABLE | VIR_EVENT_HANDLE_WRITABLE);
  event_put (fds[1]);
  event_wait_for (&other.calls, 1);

  virEventUpdateHandle (probe.id, VIR_EVENT_HANDLE_READABLE);
  event_turn ();
  g_assert_cmpint (g_atomic_int_get (&probe.last), ==, VIR_EVENT_HANDLE_READABLE);
  virEventUpdateHandle (probe.id, 0);
  event_turn ();
  g_atomic_int_set (&probe.calls, 0);
  g_assert_cmpint (event_measure_cpu (), <, QUIET);
  g_assert_cmpint (g_atomic_int_get (&probe.calls), ==, 0);
  virEventUpdateHandle (probe.id, VIR_EVENT_HANDLE_WRITABLE);
  event_wait_for (&probe.calls, 10);

  event_probe_remove (&probe);
  event_probe_remove (&other);
  g_unlink (path);
  close (fd);
  close (fds[0]);
  close (fds[1]);
}

static void
test_no_file (void)
{
  EventProbe probe = { .drain = TRUE };
  int fds[2], new_fds[2];

  event_pipe (fds);
  event_pipe (new_fds);
  close (fds[0]);
  event_probe_add (&probe, fds[0], VIR_EVENT_HANDLE_READABLE);
  event_wait_for (&probe.calls, 1);
  g_assert_cmpint (g_atomic_int_get (&probe.events), ==, VIR_EVENT_HANDLE_ERROR);
  g_assert_cmpint (event_measure_cpu (), <, QUIET);
  g_assert_cmpint (g_atomic_int_get (&probe.calls), ==, 1);

  /* Until there is one. */
  g_assert_cmpint (dup3 (new_fds[0], fds[0], O_CLOEXEC), ==, fds[0]);
  virEventUpdateHandle (probe.id, 0);
  event_turn ();
  event_put (new_fds[1]);
  virEventUpdateHandle (probe.id, VIR_EVENT_HANDLE_READABLE);
  event_wait_for (&probe.calls, 2);
  g_assert_cmpint (g_atomic_int_get (&probe.last), ==, VIR_EVENT_HANDLE_READABLE);
  event_probe_remove (&probe);
  for (int i = 0; i < 2; i++)
    {
      close (fds[i]);
      close (new_fds[i]);
    }
}

int
main (int argc,
      char **argv)
{
  event_harness_init (&argc, &argv);
  g_test_add_func ("/event/file/closed-before-removal", test_closed_before_removal);
  g_test_add_func ("/event/file/number-reused", test_number_reused);
  g_test_add_func ("/event/file/update-of-old-spares-new", test_update_of_old_spares_new);
  g_test_add_func ("/event/file/replaced", test_file_replaced);
  g_test_add_func ("/event/file/duplicate-lives-on", test_duplicate_lives_on);
  g_test_add_func ("/event/file/comes-back", test_file_comes_back);
  g_test_add_func ("/event/file/regular-file-is-always-ready", test_regular_file);
  g_test_add_func ("/event/file/no-file-is-an-error", test_no_file);
  return g_test_run ();
}
