/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "event-harness.h"
#include "runtime/libvirt-event-private.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#define N_THREADS 4
#define N_ROUNDS 1500
#define ALIVE 0x600d600d

/* What other threads do takes effect while the loop is waiting. */
static void
test_change_while_waiting (void)
{
  EventProbe probe = { .drain = TRUE };
  int fds[2];

  event_pipe (fds);
  event_put (fds[1]);
  event_probe_add (&probe, fds[0], 0);
  event_measure_cpu ();
  virEventUpdateHandle (probe.id, VIR_EVENT_HANDLE_READABLE);
  event_wait_for (&probe.calls, 1);
  event_measure_cpu ();
  event_put (fds[1]);
  event_wait_for (&probe.calls, 2);
  event_measure_cpu ();
  virEventUpdateHandle (probe.id, 0);
  event_put (fds[1]);
  event_measure_cpu ();
  g_assert_cmpint (g_atomic_int_get (&probe.calls), ==, 2);
  event_probe_remove (&probe);
  close (fds[0]);
  close (fds[1]);
}

/* Not by way of libc, where ThreadSanitizer looks on: that a thread closes a file while a callback
 * may still be reading it, and others are given the number, is what this is about. */
static void
open_unseen (int fds[2])
{
  g_assert_cmpint (syscall (SYS_pipe2, fds, O_CLOEXEC | O_NONBLOCK), ==, 0);
}

static void
close_unseen (int fd)
{
  g_assert_cmpint (syscall (SYS_close, fd), ==, 0);
}

static void
put_unseen (int fd)
{
  g_assert_cmpint (syscall (SYS_write, fd, "x", (size_t) 1), ==, 1);
}

static void
take_unseen (int fd)
{
  char byte;

  syscall (SYS_read, fd, &byte, sizeof byte);
}

typedef struct
{
  int magic;
  int calls;
  int *freed;
} Object;

static void
object_handle (int id,
               int fd,
               int events,
               void *opaque)
{
  Object *object = opaque;

  g_assert_cmpint (object->magic, ==, ALIVE);
  if (events & VIR_EVENT_HANDLE_READABLE)
    take_unseen (fd);
  g_atomic_int_inc (&object->calls);
}

static void
object_timeout (int id,
                void *opaque)
{
  Object *object = opaque;

  g_assert_cmpint (object->magic, ==, ALIVE);
  g_atomic_int_inc (&object->calls);
}

static void
object_free (void *opaque)
{
  Object *object = opaque;

  g_assert_cmpint (object->magic, ==, ALIVE);
  object->magic = 0;
  g_atomic_int_inc (object->freed);
  g_free (object);
}

static Object *
object_new (int *freed)
{
  Object *object = g_new0 (Object, 1);

  object->magic = ALIVE;
  object->freed = freed;
  return object;
}

typedef struct
{
  int freed;
  int done;
} Shared;

static void
churn_watch (Shared *shared,
             int fds[2],
             guint32 dice)
{
  int id = virEventAddHandle (fds[0], VIR_EVENT_HANDLE_READABLE, object_handle,
                              object_new (&shared->freed), object_free);
  int second = -1;

  g_assert_cmpint (id, >, 0);
  if (dice & 1)
    second = virEventAddHandle (fds[0], VIR_EVENT_HANDLE_WRITABLE, object_handle,
                                object_new (&shared->freed), object_free);
  if (dice & 2)
    put_unseen (fds[1]);
  virEventUpdateHandle (id, 0);
  if (dice & 4)
    put_unseen (fds[1]);
  virEventUpdateHandle (id, VIR_EVENT_HANDLE_READABLE);
  if (dice & 8)
    g_thread_yield ();
  /* Other threads open files of the same numbers from here on. */
  if (dice & 16)
    close_unseen (fds[0]);
  g_assert_cmpint (virEventRemoveHandle (id), ==, 0);
  if (second > 0)
    g_assert_cmpint (virEventRemoveHandle (second), ==, 0);
  if (!(dice & 16))
    close_unseen (fds[0]);
  g_assert_cmpint (virEventRemoveHandle (id), ==, -1);
}

static gpointer
churn (gpointer data)
{
  Shared *shared = data;
  g_autoptr (GRand) dice = g_rand_new_with_seed (42);
  int n = 0;

  for (int i = 0; i < N_ROUNDS; i++)
    {
      guint32 fall = g_rand_int (dice);
      int fds[2], timer;

      open_unseen (fds);
      timer = virEventAddTimeout ((int) (fall >> 8 & 3) - 1, object_timeout,
                                  object_new (&shared->freed), object_free);
      churn_watch (shared, fds, fall);
      virEventUpdateTimeout (timer, (int) (fall >> 10 & 3) - 1);
      g_assert_cmpint (virEventRemoveTimeout (timer), ==, 0);
      close_unseen (fds[1]);
      n += 2 + (int) (fall & 1);
    }
  g_atomic_int_inc (&shared->done);
  return GINT_TO_POINTER (n);
}

/* Whatever a callback is called with is alive, and freed exactly once. */
static void
test_churn (void)
{
  GThread *threads[N_THREADS];
  Shared shared = { 0 };
  int n = 0;

  for (int i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("churn", churn, &shared);
  event_wait_for (&shared.done, N_THREADS);
  for (int i = 0; i < N_THREADS; i++)
    n += GPOINTER_TO_INT (g_thread_join (threads[i]));
  event_wait_for (&shared.freed, n);
  event_turn ();
  g_assert_cmpint (g_atomic_int_get (&shared.freed), ==, n);
}

typedef struct
{
  EventProbe probe;
  int fds[2];
  int stop;
} PingPong;

static void
answer (gpointer data)
{
  PingPong *self = data;

  event_put (self->fds[0]);
}

static gpointer
call (gpointer data)
{
  PingPong *self = data;

  /* As a call of libvirt's: the watch is off while the caller itself reads. */
  for (int i = 0; i < N_ROUNDS; i++)
    {
      int calls = g_atomic_int_get (&self->probe.calls);

      virEventUpdateHandle (self->probe.id, 0);
      virEventUpdateHandle (self->probe.id, VIR_EVENT_HANDLE_READABLE);
      event_put (self->fds[1]);
      while (!event_take (self->fds[1]))
        g_thread_yield ();
      while (g_atomic_int_get (&self->probe.calls) == calls)
        g_thread_yield ();
    }
  g_atomic_int_set (&self->stop, 1);
  return NULL;
}

static void
test_no_wake_up_is_lost (void)
{
  PingPong self = { .probe = { .drain = TRUE, .action = answer, .data = &self } };
  GThread *thread;

  g_assert_cmpint (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, self.fds),
                   ==, 0);
  event_probe_add (&self.probe, self.fds[0], VIR_EVENT_HANDLE_READABLE);
  thread = g_thread_new ("caller", call, &self);
  event_wait_for (&self.stop, 1);
  g_thread_join (thread);
  g_assert_cmpint (g_atomic_int_get (&self.probe.calls), ==, N_ROUNDS);
  event_probe_remove (&self.probe);
  close (self.fds[0]);
  close (self.fds[1]);
}

/* A callback that takes its time, and a thread that removes it meanwhile. */
typedef struct
{
  int id; /* atomic, as what follows */
  int is_called;
  int has_ended;
  int is_done;
} Slow;

static void
slow_handle (int id,
             int fd,
             int events,
             void *opaque)
{
  Slow *slow = opaque;

  g_atomic_int_set (&slow->id, id);
  g_atomic_int_set (&slow->is_called, TRUE);
  g_usleep (200000);
  g_atomic_int_set (&slow->has_ended, TRUE);
}

static gpointer
remove_slow (gpointer data)
{
  Slow *slow = data;

  while (!g_atomic_int_get (&slow->is_called))
    g_thread_yield ();
  g_assert_cmpint (virEventRemoveHandle (g_atomic_int_get (&slow->id)), ==, 0);
  libvirt_event_await_callback ();
  g_assert_true (g_atomic_int_get (&slow->has_ended));
  g_atomic_int_set (&slow->is_done, 1);
  return NULL;
}

static void
test_callback_awaited (void)
{
  Slow slow = { 0 };
  GThread *thread;
  int fds[2];

  open_unseen (fds);
  put_unseen (fds[1]);
  thread = g_thread_new ("test", remove_slow, &slow);
  g_assert_cmpint (virEventAddHandle (fds[0], VIR_EVENT_HANDLE_READABLE, slow_handle, &slow, NULL), >=, 0);
  event_wait_for (&slow.is_done, 1);
  g_thread_join (thread);

  /* Nobody is waited for. */
  libvirt_event_await_callback ();
  close_unseen (fds[0]);
  close_unseen (fds[1]);
}

/* GLib's thread that starts the threads of pools has the signals of the thread that needs it first. */
static void
start_pools_deaf (void)
{
  sigset_t all, old;

  sigfillset (&all);
  pthread_sigmask (SIG_SETMASK, &all, &old);
  g_type_ensure (G_TYPE_TASK);
  pthread_sigmask (SIG_SETMASK, &old, NULL);
}

static int n_signals;

static void
count_signal (int number)
{
  g_atomic_int_inc (&n_signals);
}

/* A signal that all of the application's threads block stays pending. */
static void
test_no_signals (void)
{
  struct sigaction action = { .sa_handler = count_signal }, old_action;
  sigset_t set, old_set, pending;

  if (event_mode != EVENT_IN_WORKER)
    {
      g_test_skip ("the thread is the application's own");
      return;
    }
  sigemptyset (&set);
  sigaddset (&set, SIGUSR1);
  pthread_sigmask (SIG_BLOCK, &set, &old_set);
  sigaction (SIGUSR1, &action, &old_action);
  kill (getpid (), SIGUSR1);
  event_turn ();
  sigpending (&pending);
  g_assert_true (sigismember (&pending, SIGUSR1));
  g_assert_cmpint (g_atomic_int_get (&n_signals), ==, 0);
  pthread_sigmask (SIG_SETMASK, &old_set, NULL);
  g_assert_cmpint (g_atomic_int_get (&n_signals), ==, 1);
  sigaction (SIGUSR1, &old_action, NULL);
}

int
main (int argc,
      char **argv)
{
  start_pools_deaf ();
  event_harness_init (&argc, &argv);
  g_test_add_func ("/event/thread/change-while-waiting", test_change_while_waiting);
  g_test_add_func ("/event/thread/callback-awaited", test_callback_awaited);
  g_test_add_func ("/event/thread/churn", test_churn);
  g_test_add_func ("/event/thread/no-wake-up-is-lost", test_no_wake_up_is_lost);
  g_test_add_func ("/event/thread/no-signals-in-ours", test_no_signals);
  return g_test_run ();
}
