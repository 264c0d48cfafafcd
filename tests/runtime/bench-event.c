/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "event-harness.h"

#include <fcntl.h>
#include <pthread.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

/*
 * What one call of a callback costs while many others are watched: a byte is written, the
 * callback reads it, the writer waits for that. The wall time includes writing, reading and, for
 * the worker, the way to another thread and back; the CPU time is that of the serving thread
 * alone, reading included. The best of many short runs counts, as others use the machine too.
 */

#define N_ROUNDS 200
#define N_REPEATS 500

static int n_calls;
static clockid_t serving_thread;

static void
ignore_handle (int id,
               int fd,
               int events,
               void *opaque)
{
}

static void
count_handle (int id,
              int fd,
              int events,
              void *opaque)
{
  event_take (fd);
  if (n_calls == 0)
    pthread_getcpuclockid (pthread_self (), &serving_thread);
  g_atomic_int_inc (&n_calls);
}

static void
make_call (int fd)
{
  int n = g_atomic_int_get (&n_calls);

  event_put (fd);
  while (g_atomic_int_get (&n_calls) == n)
    if (event_mode == EVENT_IN_DEFAULT_CONTEXT)
      g_main_context_iteration (NULL, TRUE);
}

static double
get_cpu_time (void)
{
  struct timespec now;

  clock_gettime (serving_thread, &now);
  return (double) now.tv_sec * 1e6 + (double) now.tv_nsec / 1e3;
}

static void
measure (int fd,
         double *wall,
         double *cpu)
{
  gint64 start;
  double start_cpu;

  make_call (fd);
  start = g_get_monotonic_time ();
  start_cpu = get_cpu_time ();
  for (int i = 0; i < N_ROUNDS; i++)
    make_call (fd);
  *cpu = MIN (*cpu, (get_cpu_time () - start_cpu) / N_ROUNDS);
  *wall = MIN (*wall, (double) (g_get_monotonic_time () - start) / N_ROUNDS);
}

static void
run (int n_watches)
{
  double wall = G_MAXDOUBLE, cpu = G_MAXDOUBLE;
  g_autofree int *ids = g_new (int, n_watches);
  g_autofree int *copies = g_new (int, n_watches);
  int fds[2], idle[2];

  event_pipe (fds);
  event_pipe (idle);
  ids[0] = virEventAddHandle (fds[0], VIR_EVENT_HANDLE_READABLE, count_handle, NULL, NULL);
  for (int i = 1; i < n_watches; i++)
    {
      copies[i] = fcntl (idle[0], F_DUPFD_CLOEXEC, 0);
      ids[i] = virEventAddHandle (copies[i], VIR_EVENT_HANDLE_READABLE, ignore_handle, NULL, NULL);
      g_assert_cmpint (ids[i], >, 0);
    }
  for (int i = 0; i < N_REPEATS; i++)
    measure (fds[1], &wall, &cpu);
  g_print ("%6d watches: %5.2f us, CPU of the serving thread %.2f us\n", n_watches, wall, cpu);
  for (int i = 0; i < n_watches; i++)
    virEventRemoveHandle (ids[i]);
  for (int i = 1; i < n_watches; i++)
    close (copies[i]);
}

int
main (int argc,
      char **argv)
{
  struct rlimit limit;

  getrlimit (RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  setrlimit (RLIMIT_NOFILE, &limit);
  event_harness_init (&argc, &argv);
  run (10);
  run (1000);
  run (10000);
  return 0;
}
