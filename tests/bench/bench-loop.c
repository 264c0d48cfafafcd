/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * One call of a callback while `n` other files and as many timers are watched and idle: a byte is
 * written, the callback reads it, the writer waits for that. `repeats` short series are made, of
 * which the best counts, as others use the machine, too.
 */

#include "bench.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#define N_CALLS 50
#define NEVER   (24 * 60 * 60 * 1000)

static int n_calls;

static void
ignore_handle (int id, int fd, int events, void *opaque)
{
}

static void
ignore_timer (int id, void *opaque)
{
}

static void
count_handle (int id, int fd, int events, void *opaque)
{
  char byte;

  g_assert_cmpint (read (fd, &byte, 1), ==, 1);
  g_atomic_int_inc (&n_calls);
}

static void
allow_many_files (void)
{
  struct rlimit limit;

  getrlimit (RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  setrlimit (RLIMIT_NOFILE, &limit);
}

static void
make_pipe (int *fds)
{
  g_assert_cmpint (pipe2 (fds, O_CLOEXEC | O_NONBLOCK), ==, 0);
}

static void
watch_idle (guint n)
{
  int idle[2];

  make_pipe (idle);
  for (guint i = 0; i < n; i++)
    {
      int fd = fcntl (idle[0], F_DUPFD_CLOEXEC, 0);

      g_assert_cmpint (fd, >=, 0);
      g_assert_cmpint (virEventAddHandle (fd, VIR_EVENT_HANDLE_READABLE, ignore_handle, NULL, NULL),
                       >, 0);
      g_assert_cmpint (virEventAddTimeout (NEVER + (int) i, ignore_timer, NULL, NULL), >, 0);
    }
}

/* Waiting for a worker is done by looking: to be woken would cost more than what is measured. */
static void
make_call (Bench *self, int fd)
{
  int before = g_atomic_int_get (&n_calls);

  g_assert_cmpint (write (fd, "", 1), ==, 1);
  while (g_atomic_int_get (&n_calls) == before)
    if (g_str_equal (self->loop, "context"))
      bench_turn (self);
}

static double
measure_series (Bench *self, int fd)
{
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < N_CALLS; i++)
    make_call (self, fd);
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC / N_CALLS;
}

static void
run (Bench *self)
{
  double best = G_MAXDOUBLE;
  int fds[2];

  allow_many_files ();
  bench_serve (self);
  if (g_str_equal (self->implementation, "gobj"))
    bench_gobj_open ("test:///default"); /* begins the worker */
  watch_idle (self->n);
  make_pipe (fds);
  g_assert_cmpint (virEventAddHandle (fds[0], VIR_EVENT_HANDLE_READABLE, count_handle, NULL, NULL),
                   >, 0);
  make_call (self, fds[1]);

  n_calls = 0;
  bench_begin (self);
  for (guint i = 0; i < self->repeats; i++)
    {
      double seconds = measure_series (self, fds[1]);

      best = MIN (best, seconds);
    }
  bench_end (self, (guint64) g_atomic_int_get (&n_calls));
  bench_report ("best", best);
}

static const BenchCase cases[] = {
  { "raw", "idle", run },
  { "gobj", "idle", run },
#ifdef HAVE_LIBVIRT_GLIB
  { "glib", "idle", run },
#endif
};

int
main (int argc, char **argv)
{
  return bench_main (argc, argv, cases, G_N_ELEMENTS (cases));
}
