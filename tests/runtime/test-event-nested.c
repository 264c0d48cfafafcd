/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "event-harness.h"

#include <unistd.h>

/* Main loops inside callbacks, as an application's handlers run them (a dialog, say). */

static void
nest_until (int *counter,
            int n)
{
  while (g_atomic_int_get (counter) < n)
    g_main_context_iteration (event_context, TRUE);
}

typedef struct
{
  EventProbe outer;
  EventProbe others[2];
  EventProbe timer;
  int fds[3][2];
  int nested;
  int calls_meanwhile;
} Nest;

static void
set_up (Nest *self,
        void (*action) (gpointer data))
{
  for (int i = 0; i < 3; i++)
    event_pipe (self->fds[i]);
  self->outer.action = action;
  self->outer.data = self;
  self->outer.drain = TRUE;
}

static void
tear_down (Nest *self)
{
  for (int i = 0; i < 3; i++)
    {
      close (self->fds[i][0]);
      close (self->fds[i][1]);
    }
}

static void
serve_others (gpointer data)
{
  Nest *self = data;

  if (self->nested++ > 0)
    return;
  for (int i = 1; i <= 5; i++)
    {
      event_put (self->fds[1][1]);
      nest_until (&self->others[0].calls, i);
      nest_until (&self->timer.calls, i);
    }
}

static void
test_others_are_served (void)
{
  Nest self = { .others[0] = { .drain = TRUE } };

  set_up (&self, serve_others);
  event_probe_add (&self.others[0], self.fds[1][0], VIR_EVENT_HANDLE_READABLE);
  event_probe_add_timer (&self.timer, 1);
  event_probe_add (&self.outer, self.fds[0][0], VIR_EVENT_HANDLE_READABLE);
  event_put (self.fds[0][1]);
  event_wait_for (&self.outer.calls, 1);
  event_put (self.fds[0][1]);
  event_wait_for (&self.outer.calls, 2);
  event_probe_remove (&self.outer);
  event_probe_remove (&self.others[0]);
  event_probe_remove_timer (&self.timer);
  tear_down (&self);
}

static gboolean
set_flag (gpointer flag)
{
  *(gboolean *) flag = TRUE;
  return G_SOURCE_REMOVE;
}

/* Its own file is ready all the time, which must neither call it again nor keep the inner loop
 * busy. */
static void
wait_while_ready (gpointer data)
{
  Nest *self = data;
  g_autoptr (GSource) source = g_timeout_source_new (200);
  gboolean over = FALSE;
  int turns = 0;

  if (self->nested++ > 0)
    return;
  event_put (self->fds[0][1]);
  event_put (self->fds[0][1]);
  g_source_set_callback (source, set_flag, &over, NULL);
  g_source_attach (source, event_context);
  while (!over)
    {
      g_main_context_iteration (event_context, TRUE);
      turns++;
    }
  g_assert_cmpint (turns, <, 20);
  g_assert_cmpint (self->nested, ==, 1);
}

static void
test_own_file_is_left_out (void)
{
  Nest self = { 0 };

  set_up (&self, wait_while_ready);
  event_put (self.fds[0][1]);
  event_probe_add (&self.outer, self.fds[0][0], VIR_EVENT_HANDLE_READABLE);
  event_wait_for (&self.outer.calls, 3);
  event_turn ();
  g_assert_cmpint (g_atomic_int_get (&self.outer.calls), ==, 3);
  event_probe_remove (&self.outer);
  tear_down (&self);
}

static void
remove_outer (gpointer data)
{
  Nest *self = data;

  virEventRemoveHandle (g_atomic_int_get (&self->outer.id));
}

static void
be_removed (gpointer data)
{
  Nest *self = data;

  event_put (self->fds[1][1]);
  nest_until (&self->others[0].calls, 1);
  for (int i = 0; i < 10; i++)
    g_main_context_iteration (event_context, FALSE);
  g_assert_cmpint (g_atomic_int_get (&self->outer.freed), ==, 0);
}

static void
test_removed_inside (void)
{
  Nest self = { .others[0] = { .drain = TRUE, .action = remove_outer } };

  set_up (&self, be_removed);
  self.others[0].data = &self;
  event_probe_add (&self.others[0], self.fds[1][0], VIR_EVENT_HANDLE_READABLE);
  event_probe_add (&self.outer, self.fds[0][0], 0);
  event_put (self.fds[0][1]);
  event_put (self.fds[0][1]);
  virEventUpdateHandle (self.outer.id, VIR_EVENT_HANDLE_READABLE);
  event_wait_for (&self.outer.freed, 1);
  event_turn ();
  g_assert_cmpint (g_atomic_int_get (&self.outer.calls), ==, 1);
  event_probe_remove (&self.others[0]);
  tear_down (&self);
}

/* All were ready in one batch; those served by the inner loop have nothing more to read when the
 * outer one gets to them. */
static void
serve_the_batch (gpointer data)
{
  Nest *self = data;

  if (self->nested++ > 0)
    return;
  /* One of the others may have been served before. */
  nest_until (&self->others[0].calls, 1);
  nest_until (&self->others[1].calls, 1);
}

static void
test_batch_is_not_served_twice (void)
{
  Nest self = { .others = { { .drain = TRUE }, { .drain = TRUE } } };

  set_up (&self, serve_the_batch);
  for (int i = 0; i < 3; i++)
    event_put (self.fds[i][1]);
  event_probe_add (&self.outer, self.fds[0][0], 0);
  event_probe_add (&self.others[0], self.fds[1][0], 0);
  event_probe_add (&self.others[1], self.fds[2][0], 0);
  virEventUpdateHandle (self.outer.id, VIR_EVENT_HANDLE_READABLE);
  virEventUpdateHandle (self.others[0].id, VIR_EVENT_HANDLE_READABLE);
  virEventUpdateHandle (self.others[1].id, VIR_EVENT_HANDLE_READABLE);
  event_wait_for (&self.outer.calls, 1);
  event_turn ();
  g_assert_cmpint (g_atomic_int_get (&self.others[0].calls), ==, 1);
  g_assert_cmpint (g_atomic_int_get (&self.others[1].calls), ==, 1);
  event_probe_remove (&self.outer);
  event_probe_remove (&self.others[0]);
  event_probe_remove (&self.others[1]);
  tear_down (&self);
}

static void
nest_in_timer (gpointer data)
{
  Nest *self = data;

  g_assert_cmpint (g_atomic_int_get (&self->nested), ==, 0);
  g_atomic_int_set (&self->nested, 1);
  event_put (self->fds[1][1]);
  nest_until (&self->others[0].calls, self->outer.calls + 1);
  g_atomic_int_set (&self->nested, 0);
}

/* A timer of 0 ms is not called inside itself, and goes on afterwards. */
static void
test_timer (void)
{
  Nest self = { .others[0] = { .drain = TRUE } };

  set_up (&self, nest_in_timer);
  event_probe_add (&self.others[0], self.fds[1][0], VIR_EVENT_HANDLE_READABLE);
  event_probe_add_timer (&self.outer, 0);
  event_wait_for (&self.outer.calls, 5);
  event_probe_remove_timer (&self.outer);
  event_probe_remove (&self.others[0]);
  tear_down (&self);
}

static void
count_freed_inside (gpointer data)
{
  Nest *self = data;

  if (self->nested++ > 0)
    return;
  virEventRemoveHandle (self->others[0].id);
  nest_until (&self->others[0].freed, 1);
}

static void
test_freed_inside (void)
{
  Nest self = { 0 };

  set_up (&self, count_freed_inside);
  event_probe_add (&self.others[0], self.fds[1][0], VIR_EVENT_HANDLE_READABLE);
  event_probe_add (&self.outer, self.fds[0][0], VIR_EVENT_HANDLE_READABLE);
  event_put (self.fds[0][1]);
  event_wait_for (&self.outer.calls, 1);
  event_probe_remove (&self.outer);
  tear_down (&self);
}

int
main (int argc,
      char **argv)
{
  event_harness_init (&argc, &argv);
  g_test_add_func ("/event/nested/others-are-served", test_others_are_served);
  g_test_add_func ("/event/nested/own-file-is-left-out", test_own_file_is_left_out);
  g_test_add_func ("/event/nested/removed-inside", test_removed_inside);
  g_test_add_func ("/event/nested/batch-is-not-served-twice", test_batch_is_not_served_twice);
  g_test_add_func ("/event/nested/timer", test_timer);
  g_test_add_func ("/event/nested/freed-inside", test_freed_inside);
  return g_test_run ();
}
