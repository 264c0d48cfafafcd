/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "event-harness.h"

#include <unistd.h>

/* Per thread: whether it is inside virEventRemove*(). */
static GPrivate removing;

static void
ignore_handle (int id,
               int fd,
               int events,
               void *opaque)
{
}

static void
ignore_timeout (int id,
                void *opaque)
{
}

static void
free_and_check (void *counter)
{
  g_assert_null (g_private_get (&removing));
  g_atomic_int_inc ((int *) counter);
}

static void
remove_handle (int id)
{
  g_private_set (&removing, GINT_TO_POINTER (1));
  g_assert_cmpint (virEventRemoveHandle (id), ==, 0);
  g_private_set (&removing, NULL);
}

static void
remove_timeout (int id)
{
  g_private_set (&removing, GINT_TO_POINTER (1));
  g_assert_cmpint (virEventRemoveTimeout (id), ==, 0);
  g_private_set (&removing, NULL);
}

static void
test_outside (void)
{
  int fds[2], freed = 0;

  event_pipe (fds);
  for (int i = 0; i < 1000; i++)
    {
      int watch = virEventAddHandle (fds[0], i % 2 ? VIR_EVENT_HANDLE_READABLE : 0, ignore_handle,
                                     &freed, free_and_check);
      int timer = virEventAddTimeout (i % 2 ? 1000 : -1, ignore_timeout, &freed, free_and_check);

      remove_handle (watch);
      remove_timeout (timer);
    }
  event_wait_for (&freed, 2000);
  event_turn ();
  g_assert_cmpint (freed, ==, 2000);
  close (fds[0]);
  close (fds[1]);
}

typedef struct
{
  int fd;
  int rounds;
  int freed;
} Churn;

static void
churn (gpointer data)
{
  Churn *self = data;
  int freed = g_atomic_int_get (&self->freed);
  int watch = virEventAddHandle (self->fd, 0, ignore_handle, &self->freed, free_and_check);
  int timer = virEventAddTimeout (0, ignore_timeout, &self->freed, free_and_check);

  remove_handle (watch);
  remove_timeout (timer);
  /* Nor anywhere else while a callback runs in this thread. */
  g_assert_cmpint (g_atomic_int_get (&self->freed), ==, freed);
  g_atomic_int_inc (&self->rounds);
}

static void
test_inside_callback (void)
{
  Churn self = { 0 };
  EventProbe timer = { .action = churn, .data = &self };
  int fds[2];

  event_pipe (fds);
  self.fd = fds[0];
  event_probe_add_timer (&timer, 0);
  event_wait_for (&self.rounds, 100);
  event_probe_remove_timer (&timer);
  event_wait_for (&self.freed, 2 * self.rounds);
  event_turn ();
  g_assert_cmpint (g_atomic_int_get (&self.freed), ==, 2 * self.rounds);
  close (fds[0]);
  close (fds[1]);
}

/* Nothing else is going on that would wake the loop. */
static void
test_soon (void)
{
  int fds[2], freed = 0;

  event_pipe (fds);
  for (int i = 1; i <= 5; i++)
    {
      int watch = virEventAddHandle (fds[0], VIR_EVENT_HANDLE_READABLE, ignore_handle, &freed,
                                     free_and_check);

      event_measure_cpu ();
      remove_handle (watch);
      event_wait_for (&freed, i);
    }
  close (fds[0]);
  close (fds[1]);
}

static void
test_not_starved (void)
{
  EventProbe busy = { 0 }, zero = { 0 };
  int fds[2], freed = 0;

  event_pipe (fds);
  event_put (fds[1]);
  event_probe_add (&busy, fds[0], VIR_EVENT_HANDLE_READABLE);
  event_probe_add_timer (&zero, 0);
  for (int i = 1; i <= 50; i++)
    {
      int calls;

      remove_handle (virEventAddHandle (fds[0], VIR_EVENT_HANDLE_READABLE, ignore_handle, &freed,
                                        free_and_check));
      calls = g_atomic_int_get (&busy.calls);
      event_wait_for (&busy.calls, calls + 3);
      g_assert_cmpint (g_atomic_int_get (&freed), ==, i);
    }
  event_probe_remove (&busy);
  event_probe_remove_timer (&zero);
  close (fds[0]);
  close (fds[1]);
}

/* libvirt's own free callbacks drop references, which may remove and add others. */
static void
free_and_go_on (void *opaque)
{
  Churn *self = opaque;

  if (g_atomic_int_add (&self->rounds, 1) < 20)
    {
      virEventUpdateTimeout (G_MAXINT, 1);
      virEventRemoveTimeout (virEventAddTimeout (0, ignore_timeout, self, free_and_go_on));
      virEventRemoveHandle (
        virEventAddHandle (self->fd, 0, ignore_handle, &self->freed, free_and_check));
    }
}

static void
test_without_locks (void)
{
  Churn self = { 0 };
  int fds[2];

  event_pipe (fds);
  self.fd = fds[0];
  virEventRemoveTimeout (virEventAddTimeout (-1, ignore_timeout, &self, free_and_go_on));
  event_wait_for (&self.rounds, 21);
  event_wait_for (&self.freed, 20);
  close (fds[0]);
  close (fds[1]);
}

typedef struct
{
  int inside;
  int go_on;
  int freed;
} Blocked;

static void
block (int id,
       int fd,
       int events,
       void *opaque)
{
  Blocked *self = opaque;

  g_atomic_int_set (&self->inside, 1);
  while (!g_atomic_int_get (&self->go_on))
    g_usleep (1000);
  g_assert_cmpint (g_atomic_int_get (&self->freed), ==, 0);
}

static void
free_blocked (void *opaque)
{
  Blocked *self = opaque;

  g_atomic_int_inc (&self->freed);
}

static gpointer
remove_meanwhile (gpointer data)
{
  Blocked *self = ((gpointer *) data)[0];
  int *id = ((gpointer *) data)[1];

  while (!g_atomic_int_get (&self->inside))
    g_usleep (1000);
  g_assert_cmpint (virEventRemoveHandle (*id), ==, 0);
  g_usleep (20000);
  g_assert_cmpint (g_atomic_int_get (&self->freed), ==, 0);
  g_atomic_int_set (&self->go_on, 1);
  return NULL;
}

/* What a callback works with stays until it returns, though another thread removed the watch. */
static void
test_not_while_running (void)
{
  Blocked self = { 0 };
  GThread *thread;
  int fds[2], id;
  gpointer data[2] = { &self, &id };

  event_pipe (fds);
  event_put (fds[1]);
  id = virEventAddHandle (fds[0], 0, block, &self, free_blocked);
  thread = g_thread_new ("remover", remove_meanwhile, data);
  virEventUpdateHandle (id, VIR_EVENT_HANDLE_READABLE);
  event_wait_for (&self.freed, 1);
  g_thread_join (thread);
  event_turn ();
  g_assert_cmpint (g_atomic_int_get (&self.freed), ==, 1);
  close (fds[0]);
  close (fds[1]);
}

static void
test_none (void)
{
  int fds[2];

  event_pipe (fds);
  remove_handle (virEventAddHandle (fds[0], VIR_EVENT_HANDLE_READABLE, ignore_handle, NULL, NULL));
  remove_timeout (virEventAddTimeout (0, ignore_timeout, NULL, NULL));
  event_turn ();
  close (fds[0]);
  close (fds[1]);
}

int
main (int argc,
      char **argv)
{
  event_harness_init (&argc, &argv);
  g_test_add_func ("/event/free/never-inside-the-removing-call", test_outside);
  g_test_add_func ("/event/free/never-inside-a-callback", test_inside_callback);
  g_test_add_func ("/event/free/soon-in-an-idle-loop", test_soon);
  g_test_add_func ("/event/free/not-starved", test_not_starved);
  g_test_add_func ("/event/free/without-locks", test_without_locks);
  g_test_add_func ("/event/free/not-while-running", test_not_while_running);
  g_test_add_func ("/event/free/none", test_none);
  return g_test_run ();
}
