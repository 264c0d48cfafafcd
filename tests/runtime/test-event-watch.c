/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "event-harness.h"

#include <sys/socket.h>
#include <unistd.h>

static void
test_readable (void)
{
  EventProbe probe = { .drain = TRUE };
  int fds[2];

  event_pipe (fds);
  event_probe_add (&probe, fds[0], VIR_EVENT_HANDLE_READABLE);
  event_turn ();
  g_assert_cmpint (g_atomic_int_get (&probe.calls), ==, 0);

  for (int i = 1; i <= 3; i++)
    {
      event_put (fds[1]);
      event_wait_for (&probe.calls, i);
    }
  event_turn ();
  g_assert_cmpint (g_atomic_int_get (&probe.calls), ==, 3);
  g_assert_cmpint (g_atomic_int_get (&probe.events), ==, VIR_EVENT_HANDLE_READABLE);

  event_probe_remove (&probe);
  close (fds[0]);
  close (fds[1]);
}

static void
test_writable (void)
{
  EventProbe probe = { 0 };
  int fds[2];

  event_pipe (fds);
  event_probe_add (&probe, fds[1], VIR_EVENT_HANDLE_WRITABLE);
  event_wait_for (&probe.calls, 3);
  g_assert_cmpint (g_atomic_int_get (&probe.events), ==, VIR_EVENT_HANDLE_WRITABLE);
  event_probe_remove (&probe);
  close (fds[0]);
  close (fds[1]);
}

static void
test_empty_mask (void)
{
  EventProbe probe = { .drain = TRUE };
  int fds[2];

  event_pipe (fds);
  event_put (fds[1]);
  event_probe_add (&probe, fds[0], 0);
  event_turn ();
  g_assert_cmpint (g_atomic_int_get (&probe.calls), ==, 0);

  virEventUpdateHandle (probe.id, VIR_EVENT_HANDLE_READABLE);
  event_wait_for (&probe.calls, 1);
  event_probe_remove (&probe);
  close (fds[0]);
  close (fds[1]);
}

/* What libvirt does for each call: nobody may be told while it is off, and nothing is lost. */
static void
test_off_and_on (void)
{
  EventProbe probe = { .drain = TRUE };
  int fds[2];

  event_pipe (fds);
  event_probe_add (&probe, fds[0], VIR_EVENT_HANDLE_READABLE);
  for (int i = 1; i <= 20; i++)
    {
      virEventUpdateHandle (probe.id, 0);
      event_put (fds[1]);
      if (i % 2)
        event_turn ();
      g_assert_cmpint (g_atomic_int_get (&probe.calls), ==, i - 1);
      virEventUpdateHandle (probe.id, VIR_EVENT_HANDLE_READABLE);
      event_wait_for (&probe.calls, i);
    }
  event_probe_remove (&probe);
  close (fds[0]);
  close (fds[1]);
}

static void
test_change_of_mask (void)
{
  EventProbe probe = { 0 };
  int fds[2];

  g_assert_cmpint (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, fds), ==, 0);
  event_put (fds[1]);
  event_probe_add (&probe, fds[0], VIR_EVENT_HANDLE_READABLE);
  event_wait_for (&probe.calls, 1);
  g_assert_cmpint (g_atomic_int_get (&probe.events), ==, VIR_EVENT_HANDLE_READABLE);

  virEventUpdateHandle (probe.id, VIR_EVENT_HANDLE_WRITABLE);
  event_turn ();
  g_assert_cmpint (g_atomic_int_get (&probe.last), ==, VIR_EVENT_HANDLE_WRITABLE);

  virEventUpdateHandle (probe.id, VIR_EVENT_HANDLE_READABLE | VIR_EVENT_HANDLE_WRITABLE);
  event_turn ();
  g_assert_cmpint (g_atomic_int_get (&probe.last), ==,
                   VIR_EVENT_HANDLE_READABLE | VIR_EVENT_HANDLE_WRITABLE);
  event_probe_remove (&probe);
  close (fds[0]);
  close (fds[1]);
}

static void
test_same_fd_twice (void)
{
  EventProbe first = { 0 }, second = { 0 }, third = { 0 };
  int fds[2];

  event_pipe (fds);
  event_put (fds[1]);
  event_probe_add (&first, fds[0], VIR_EVENT_HANDLE_READABLE);
  event_probe_add (&second, fds[0], VIR_EVENT_HANDLE_READABLE);
  event_wait_for (&first.calls, 2);
  event_wait_for (&second.calls, 2);

  /* Each has its own mask. */
  virEventUpdateHandle (second.id, 0);
  event_turn ();
  g_atomic_int_set (&second.calls, 0);
  event_turn ();
  g_assert_cmpint (g_atomic_int_get (&second.calls), ==, 0);
  virEventUpdateHandle (second.id, VIR_EVENT_HANDLE_READABLE);

  /* And its own life. */
  event_probe_remove (&first);
  g_atomic_int_set (&second.calls, 0);
  event_wait_for (&second.calls, 2);
  event_probe_add (&third, fds[0], VIR_EVENT_HANDLE_READABLE);
  event_wait_for (&third.calls, 2);
  event_probe_remove (&second);
  event_probe_remove (&third);
  close (fds[0]);
  close (fds[1]);
}

static void
remove_other (gpointer data)
{
  EventProbe *other = data;

  virEventRemoveHandle (g_atomic_int_get (&other->id));
}

/* Both are ready at once and each removes the other: only one can be called. */
static void
test_removed_is_not_called (void)
{
  EventProbe first = { .action = remove_other }, second = { .action = remove_other };
  int fds[2], blocker[2];

  first.data = &second;
  second.data = &first;
  event_pipe (fds);
  event_pipe (blocker);
  event_probe_add (&first, fds[0], 0);
  event_probe_add (&second, blocker[0], 0);
  event_put (fds[1]);
  event_put (blocker[1]);
  virEventUpdateHandle (first.id, VIR_EVENT_HANDLE_READABLE);
  virEventUpdateHandle (second.id, VIR_EVENT_HANDLE_READABLE);

  for (int i = 0; i < 3; i++)
    event_turn ();
  g_assert_cmpint (g_atomic_int_get (&first.calls) + g_atomic_int_get (&second.calls), >, 0);
  g_assert_true (g_atomic_int_get (&first.calls) == 0 || g_atomic_int_get (&second.calls) == 0);
  event_probe_remove (&first);
  event_probe_remove (&second);
  for (int i = 0; i < 2; i++)
    {
      close (fds[i]);
      close (blocker[i]);
    }
}

static void
test_removes_itself (void)
{
  EventProbe probe = { .action = remove_other };
  int fds[2];

  probe.data = &probe;
  event_pipe (fds);
  event_put (fds[1]);
  event_probe_add (&probe, fds[0], 0);
  virEventUpdateHandle (probe.id, VIR_EVENT_HANDLE_READABLE);
  event_wait_for (&probe.freed, 1);
  event_turn ();
  g_assert_cmpint (g_atomic_int_get (&probe.calls), ==, 1);
  g_assert_cmpint (g_atomic_int_get (&probe.freed), ==, 1);
  g_assert_cmpint (virEventRemoveHandle (probe.id), ==, -1);
  close (fds[0]);
  close (fds[1]);
}

static void
turn_off (gpointer data)
{
  EventProbe *other = data;

  virEventUpdateHandle (g_atomic_int_get (&other->id), 0);
}

static void
test_turned_off_is_not_called (void)
{
  EventProbe first = { .action = turn_off }, second = { .action = turn_off };
  int fds[2];

  first.data = &second;
  second.data = &first;
  event_pipe (fds);
  event_probe_add (&first, fds[0], 0);
  event_probe_add (&second, fds[0], 0);
  virEventUpdateHandle (first.id, VIR_EVENT_HANDLE_READABLE);
  virEventUpdateHandle (second.id, VIR_EVENT_HANDLE_READABLE);
  event_put (fds[1]); /* not before: another thread might call the first one already */
  for (int i = 0; i < 3; i++)
    event_turn ();
  g_assert_cmpint (g_atomic_int_get (&first.calls) + g_atomic_int_get (&second.calls), >, 0);
  g_assert_true (g_atomic_int_get (&first.calls) == 0 || g_atomic_int_get (&second.calls) == 0);
  event_probe_remove (&first);
  event_probe_remove (&second);
  close (fds[0]);
  close (fds[1]);
}

static void
turn_to_writing (gpointer data)
{
  EventProbe *other = data;

  virEventUpdateHandle (g_atomic_int_get (&other->id), VIR_EVENT_HANDLE_WRITABLE);
}

/* What was reported before the mask changed is not told after it. */
static void
test_changed_is_not_called (void)
{
  EventProbe first = { .action = turn_to_writing }, second = { .action = turn_to_writing };
  int fds[2];

  first.data = &second;
  second.data = &first;
  event_pipe (fds);
  event_probe_add (&first, fds[0], 0);
  event_probe_add (&second, fds[0], 0);
  virEventUpdateHandle (first.id, VIR_EVENT_HANDLE_READABLE);
  virEventUpdateHandle (second.id, VIR_EVENT_HANDLE_READABLE);
  event_put (fds[1]); /* not before: another thread might call the first one already */
  for (int i = 0; i < 3; i++)
    event_turn ();
  g_assert_cmpint (g_atomic_int_get (&first.calls) + g_atomic_int_get (&second.calls), >, 0);
  g_assert_true (g_atomic_int_get (&first.calls) == 0 || g_atomic_int_get (&second.calls) == 0);
  event_probe_remove (&first);
  event_probe_remove (&second);
  close (fds[0]);
  close (fds[1]);
}

typedef struct
{
  EventProbe pair[2];
  EventProbe successors[2];
  int fd; /* on which nothing arrives */
  int done;
} Succession;

/* The lower bits of an id are the place in a table. */
static gboolean
has_place_of (int id,
              EventProbe *probe)
{
  return (id & 0xfffff) == (g_atomic_int_get (&probe->id) & 0xfffff);
}

/* Adds and removes until the place of @probe is taken again. */
static void
succeed (EventProbe *probe,
         EventProbe *successor,
         Succession *self)
{
  event_probe_add (successor, self->fd, VIR_EVENT_HANDLE_READABLE);
  while (!has_place_of (successor->id, probe))
    {
      virEventRemoveHandle (successor->id);
      event_probe_add (successor, self->fd, VIR_EVENT_HANDLE_READABLE);
    }
}

/* Both were ready. The other's place is another watch's when its turn comes. */
static void
replace_pair (gpointer data)
{
  Succession *self = data;

  for (int i = 0; i < 2; i++)
    virEventRemoveHandle (g_atomic_int_get (&self->pair[i].id));
  for (int i = 0; i < 2; i++)
    succeed (&self->pair[i], &self->successors[i], self);
  g_atomic_int_set (&self->done, 1);
}

static void
test_successor_is_not_called (void)
{
  Succession self = { 0 };
  int fds[2], quiet[2];

  event_pipe (fds);
  event_pipe (quiet);
  event_put (fds[1]);
  self.fd = quiet[0];
  for (int i = 0; i < 2; i++)
    {
      self.pair[i].action = replace_pair;
      self.pair[i].data = &self;
      event_probe_add (&self.pair[i], fds[0], 0);
    }
  virEventUpdateHandle (self.pair[0].id, VIR_EVENT_HANDLE_READABLE);
  virEventUpdateHandle (self.pair[1].id, VIR_EVENT_HANDLE_READABLE);
  event_wait_for (&self.done, 1);
  event_turn ();
  for (int i = 0; i < 2; i++)
    {
      g_assert_cmpint (g_atomic_int_get (&self.successors[i].calls), ==, 0);
      virEventRemoveHandle (self.successors[i].id);
      event_wait_for (&self.successors[i].freed, 1);
      event_probe_remove (&self.pair[i]);
    }
  event_turn ();
  for (int i = 0; i < 2; i++)
    {
      close (fds[i]);
      close (quiet[i]);
    }
}

typedef struct
{
  EventProbe probe;
  int fds[2];
} Late;

static void
add_late (gpointer data)
{
  Late *late = data;

  if (g_atomic_int_get (&late->probe.id) == 0)
    event_probe_add (&late->probe, late->fds[0], VIR_EVENT_HANDLE_READABLE);
}

static void
test_added_in_callback (void)
{
  Late late = { 0 };
  EventProbe probe = { .action = add_late, .data = &late, .drain = TRUE };
  int fds[2];

  event_pipe (fds);
  event_pipe (late.fds);
  event_put (late.fds[1]);
  event_put (fds[1]);
  event_probe_add (&probe, fds[0], VIR_EVENT_HANDLE_READABLE);
  event_wait_for (&late.probe.calls, 1);
  event_probe_remove (&probe);
  event_probe_remove (&late.probe);
  for (int i = 0; i < 2; i++)
    {
      close (fds[i]);
      close (late.fds[i]);
    }
}

static void
test_busy_starves_nobody (void)
{
  EventProbe busy = { 0 }, other = { .drain = TRUE }, timer = { 0 };
  int fds[2], other_fds[2];

  event_pipe (fds);
  event_pipe (other_fds);
  event_put (fds[1]);
  event_probe_add (&busy, fds[0], VIR_EVENT_HANDLE_READABLE);
  event_probe_add (&other, other_fds[0], VIR_EVENT_HANDLE_READABLE);
  event_probe_add_timer (&timer, 1);
  for (int i = 1; i <= 5; i++)
    {
      event_put (other_fds[1]);
      event_wait_for (&other.calls, i);
      event_wait_for (&timer.calls, i);
    }
  g_assert_cmpint (g_atomic_int_get (&busy.calls), >, 5);
  event_probe_remove (&busy);
  event_probe_remove (&other);
  event_probe_remove_timer (&timer);
  for (int i = 0; i < 2; i++)
    {
      close (fds[i]);
      close (other_fds[i]);
    }
}

static void
test_ids (void)
{
  EventProbe probe = { 0 };
  int fds[2], old_id;

  g_assert_cmpint (virEventAddHandle (-1, VIR_EVENT_HANDLE_READABLE, NULL, NULL, NULL), ==, -1);
  g_assert_cmpint (virEventRemoveHandle (0), ==, -1);
  g_assert_cmpint (virEventRemoveHandle (-1), ==, -1);
  g_assert_cmpint (virEventRemoveHandle (G_MAXINT), ==, -1);
  virEventUpdateHandle (G_MAXINT, 0);

  event_pipe (fds);
  event_probe_add (&probe, fds[0], VIR_EVENT_HANDLE_READABLE);
  old_id = probe.id;
  event_probe_remove (&probe);

  /* An old id stays unknown when others come and go in its place. */
  for (int i = 0; i < 2000; i++)
    {
      EventProbe next = { 0 };

      event_probe_add (&next, fds[0], VIR_EVENT_HANDLE_READABLE);
      g_assert_cmpint (next.id, !=, old_id);
      g_assert_cmpint (virEventRemoveHandle (old_id), ==, -1);
      event_probe_remove (&next);
    }
  close (fds[0]);
  close (fds[1]);
}

int
main (int argc,
      char **argv)
{
  event_harness_init (&argc, &argv);
  g_test_add_func ("/event/watch/readable", test_readable);
  g_test_add_func ("/event/watch/writable", test_writable);
  g_test_add_func ("/event/watch/empty-mask-is-not-called", test_empty_mask);
  g_test_add_func ("/event/watch/off-and-on-loses-nothing", test_off_and_on);
  g_test_add_func ("/event/watch/change-of-mask", test_change_of_mask);
  g_test_add_func ("/event/watch/same-fd-twice", test_same_fd_twice);
  g_test_add_func ("/event/watch/removed-is-not-called", test_removed_is_not_called);
  g_test_add_func ("/event/watch/removes-itself", test_removes_itself);
  g_test_add_func ("/event/watch/turned-off-is-not-called", test_turned_off_is_not_called);
  g_test_add_func ("/event/watch/changed-is-not-called", test_changed_is_not_called);
  g_test_add_func ("/event/watch/successor-is-not-called", test_successor_is_not_called);
  g_test_add_func ("/event/watch/added-in-callback", test_added_in_callback);
  g_test_add_func ("/event/watch/busy-starves-nobody", test_busy_starves_nobody);
  g_test_add_func ("/event/watch/ids", test_ids);
  return g_test_run ();
}
