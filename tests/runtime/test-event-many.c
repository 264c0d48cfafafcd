/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "event-harness.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#define MANY 10000
#define N_SERIES 8
#define N_ROUNDS 250
#define MAX_MEASUREMENTS 50

/* A batch has room for 64. */
#define N_ACTIVE 200

static void
ignore_handle (int id,
               int fd,
               int events,
               void *opaque)
{
}

static void
count_free (void *counter)
{
  g_atomic_int_inc ((int *) counter);
}

typedef struct
{
  int fds[MANY];
  int ids[MANY];
  int freed;
  int pipe[2];
} Crowd;

static gboolean
may_open (rlim_t n)
{
  struct rlimit limit;

  getrlimit (RLIMIT_NOFILE, &limit);
  limit.rlim_cur = MIN (n, limit.rlim_max);
  setrlimit (RLIMIT_NOFILE, &limit);
  return limit.rlim_cur == n;
}

/* Watches that have nothing to report. */
static Crowd *
crowd_new (int n)
{
  Crowd *crowd = g_new0 (Crowd, 1);

  event_pipe (crowd->pipe);
  for (int i = 0; i < n; i++)
    {
      crowd->fds[i] = fcntl (crowd->pipe[0], F_DUPFD_CLOEXEC, 0);
      g_assert_cmpint (crowd->fds[i], >=, 0);
      crowd->ids[i] = virEventAddHandle (crowd->fds[i], VIR_EVENT_HANDLE_READABLE, ignore_handle,
                                         &crowd->freed, count_free);
      g_assert_cmpint (crowd->ids[i], >, 0);
    }
  return crowd;
}

static void
crowd_free (Crowd *crowd,
            int n)
{
  for (int i = 0; i < n; i++)
    g_assert_cmpint (virEventRemoveHandle (crowd->ids[i]), ==, 0);
  event_wait_for (&crowd->freed, n);
  event_turn ();
  g_assert_cmpint (crowd->freed, ==, n);
  for (int i = 0; i < n; i++)
    close (crowd->fds[i]);
  close (crowd->pipe[0]);
  close (crowd->pipe[1]);
  g_free (crowd);
}

static void
test_each_is_served (void)
{
  g_autofree EventProbe *probes = g_new0 (EventProbe, N_ACTIVE);
  g_autofree int (*fds)[2] = (gpointer) g_new0 (int, 2 * N_ACTIVE);
  Crowd *crowd;

  if (!may_open (MANY + 1000))
    {
      g_test_skip ("not so many open files are allowed");
      return;
    }
  crowd = crowd_new (MANY);
  for (int i = 0; i < N_ACTIVE; i++)
    {
      event_pipe (fds[i]);
      probes[i].drain = TRUE;
      event_probe_add (&probes[i], fds[i][0], VIR_EVENT_HANDLE_READABLE);
    }
  for (int round = 1; round <= 3; round++)
    {
      for (int i = 0; i < N_ACTIVE; i++)
        event_put (fds[i][1]);
      for (int i = 0; i < N_ACTIVE; i++)
        event_wait_for (&probes[i].calls, round);
    }
  g_assert_cmpint (event_measure_cpu (), <, 25);
  for (int i = 0; i < N_ACTIVE; i++)
    {
      event_probe_remove (&probes[i]);
      close (fds[i][0]);
      close (fds[i][1]);
    }
  crowd_free (crowd, MANY);
}

#ifdef HAVE_EPOLL

/* Of whoever serves the loop: a thread that waits for another one costs the more, the longer that does
 * not get the processor. */
static gint64
get_cpu_time (void)
{
  return event_get_cpu_time (RUSAGE_SELF) -
         (event_mode != EVENT_IN_DEFAULT_CONTEXT ? event_get_cpu_time (RUSAGE_THREAD) : 0);
}

/* In microseconds of CPU time for one call of a callback. What else the machine does costs some of that,
 * too, so the best of several series counts. */
static double
measure_dispatch (void)
{
  EventProbe probe = { .drain = TRUE };
  double best = G_MAXDOUBLE;
  int fds[2];

  event_pipe (fds);
  event_probe_add (&probe, fds[0], VIR_EVENT_HANDLE_READABLE);
  for (int series = 0; series < N_SERIES; series++)
    {
      gint64 before = get_cpu_time ();

      for (int i = 1; i <= N_ROUNDS; i++)
        {
          event_put (fds[1]);
          event_wait_for (&probe.calls, series * N_ROUNDS + i);
        }
      best = MIN (best, (double) (get_cpu_time () - before) / N_ROUNDS);
    }
  event_probe_remove (&probe);
  close (fds[0]);
  close (fds[1]);
  return best;
}

/* All series of a measurement may cost ten times as much: it is over before the threads are moved that
 * wake each other across processors. So it goes on until one is below @bound. */
static double
measure_until_below (double bound)
{
  double best = measure_dispatch ();

  for (int i = 1; i < MAX_MEASUREMENTS && best >= bound; i++)
    {
      g_usleep (20 * 1000);
      best = MIN (best, measure_dispatch ());
    }
  return best;
}

static void
test_cost_stays_flat (void)
{
  double alone, bound, in_crowd;
  Crowd *crowd;

  if (!may_open (MANY + 1000))
    {
      g_test_skip ("not so many open files are allowed");
      return;
    }
  alone = measure_dispatch ();
  bound = 4 * alone + 10;
  crowd = crowd_new (MANY);
  in_crowd = measure_until_below (bound);
  crowd_free (crowd, MANY);
  g_test_message ("%.1f µs alone, %.1f µs among %d", alone, in_crowd, MANY);
  g_assert_cmpfloat (in_crowd, <, bound);
}

#endif

int
main (int argc,
      char **argv)
{
  event_harness_init (&argc, &argv);
  g_test_add_func ("/event/many/each-is-served", test_each_is_served);
#ifdef HAVE_EPOLL
  g_test_add_func ("/event/many/cost-stays-flat", test_cost_stays_flat);
#endif
  return g_test_run ();
}
