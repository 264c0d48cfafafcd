/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "event-harness.h"

#include <unistd.h>

#define LONG (3600 * 1000)
#define MANY 10000

static gint64
ms_since (gint64 start)
{
  return (g_get_monotonic_time () - start) / 1000;
}

static void
test_interval (void)
{
  EventProbe probe = { 0 };
  gint64 start = g_get_monotonic_time ();

  event_probe_add_timer (&probe, 20);
  for (int i = 1; i <= 5; i++)
    {
      event_wait_for (&probe.calls, i);
      g_assert_cmpint (ms_since (start), >=, 20 * i);
    }
  event_probe_remove_timer (&probe);
}

static void
test_zero (void)
{
  EventProbe zero = { 0 }, watch = { .drain = TRUE }, other = { 0 };
  int fds[2];

  event_pipe (fds);
  event_probe_add_timer (&zero, 0);
  event_probe_add_timer (&other, 1);
  event_probe_add (&watch, fds[0], VIR_EVENT_HANDLE_READABLE);
  for (int i = 1; i <= 5; i++)
    {
      event_put (fds[1]);
      event_wait_for (&zero.calls, 10 * i);
      event_wait_for (&watch.calls, i);
      event_wait_for (&other.calls, i);
    }
  event_probe_remove_timer (&zero);
  event_probe_remove_timer (&other);
  event_probe_remove (&watch);
  close (fds[0]);
  close (fds[1]);
}

static void
test_off (void)
{
  EventProbe probe = { 0 };

  event_probe_add_timer (&probe, -1);
  g_assert_cmpint (event_measure_cpu (), <, 25);
  g_assert_cmpint (g_atomic_int_get (&probe.calls), ==, 0);

  virEventUpdateTimeout (probe.id, 1);
  event_wait_for (&probe.calls, 3);
  virEventUpdateTimeout (probe.id, -1);
  event_turn ();
  g_atomic_int_set (&probe.calls, 0);
  event_measure_cpu ();
  g_assert_cmpint (g_atomic_int_get (&probe.calls), ==, 0);
  event_probe_remove_timer (&probe);
}

typedef struct
{
  EventProbe *probe;
  int interval;
} Change;

static void
change_interval (gpointer data)
{
  Change *change = data;

  virEventUpdateTimeout (g_atomic_int_get (&change->probe->id), change->interval);
}

static void
test_rearmed_in_own_callback (gconstpointer interval)
{
  EventProbe probe = { .action = change_interval };
  Change change = { &probe, GPOINTER_TO_INT (interval) };

  probe.data = &change;
  event_probe_add_timer (&probe, -1);
  virEventUpdateTimeout (probe.id, 1);
  event_wait_for (&probe.calls, 5);
  event_probe_remove_timer (&probe);
}

static void
test_stopped_in_own_callback (void)
{
  EventProbe probe = { .action = change_interval };
  Change change = { &probe, -1 };

  probe.data = &change;
  event_probe_add_timer (&probe, -1);
  virEventUpdateTimeout (probe.id, 0);
  event_wait_for (&probe.calls, 1);
  for (int i = 0; i < 5; i++)
    event_turn ();
  g_assert_cmpint (g_atomic_int_get (&probe.calls), ==, 1);
  event_probe_remove_timer (&probe);
}

static void
remove_timer (gpointer data)
{
  EventProbe *other = data;

  virEventRemoveTimeout (g_atomic_int_get (&other->id));
}

static void
test_removed_in_own_callback (void)
{
  EventProbe probe = { .action = remove_timer };

  probe.data = &probe;
  event_probe_add_timer (&probe, -1);
  virEventUpdateTimeout (probe.id, 0);
  event_wait_for (&probe.freed, 1);
  event_turn ();
  g_assert_cmpint (g_atomic_int_get (&probe.calls), ==, 1);
  g_assert_cmpint (virEventRemoveTimeout (probe.id), ==, -1);
}

typedef struct
{
  EventProbe probes[2];
  int started;
} Pair;

/* Makes both due at once, from within the loop. */
static void
start_pair (gpointer data)
{
  Pair *pair = data;

  if (g_atomic_int_add (&pair->started, 1) > 0)
    return;
  virEventUpdateTimeout (pair->probes[0].id, 0);
  virEventUpdateTimeout (pair->probes[1].id, 0);
}

static void
run_pair (void (*action) (gpointer data),
          gpointer data_of_first,
          gpointer data_of_second,
          Pair *pair)
{
  EventProbe starter = { .action = start_pair, .data = pair };

  for (int i = 0; i < 2; i++)
    {
      pair->probes[i].action = action;
      pair->probes[i].data = i == 0 ? data_of_first : data_of_second;
      event_probe_add_timer (&pair->probes[i], -1);
    }
  event_probe_add_timer (&starter, 0);
  event_wait_for (&starter.calls, 3);
  for (int i = 0; i < 3; i++)
    event_turn ();
  g_assert_cmpint (g_atomic_int_get (&pair->probes[0].calls) +
                     g_atomic_int_get (&pair->probes[1].calls),
                   >, 0);
  g_assert_true (g_atomic_int_get (&pair->probes[0].calls) == 0 ||
                 g_atomic_int_get (&pair->probes[1].calls) == 0);
  event_probe_remove_timer (&starter);
  event_probe_remove_timer (&pair->probes[0]);
  event_probe_remove_timer (&pair->probes[1]);
}

static void
test_removed_by_other (void)
{
  Pair pair = { 0 };

  run_pair (remove_timer, &pair.probes[1], &pair.probes[0], &pair);
}

static void
test_stopped_by_other (void)
{
  Pair pair = { 0 };
  Change changes[2] = { { &pair.probes[1], -1 }, { &pair.probes[0], -1 } };

  run_pair (change_interval, &changes[0], &changes[1], &pair);
}

/* The loop waits for something far away and must be woken. */
static void
test_earlier_one (void)
{
  EventProbe late = { 0 }, early = { 0 }, moved = { 0 };

  event_probe_add_timer (&late, LONG);
  event_probe_add_timer (&moved, LONG);
  event_measure_cpu ();
  event_probe_add_timer (&early, 1);
  event_wait_for (&early.calls, 1);
  event_probe_remove_timer (&early);
  event_measure_cpu ();
  virEventUpdateTimeout (moved.id, 1);
  event_wait_for (&moved.calls, 1);
  g_assert_cmpint (g_atomic_int_get (&late.calls), ==, 0);
  event_probe_remove_timer (&moved);
  event_probe_remove_timer (&late);
}

static void
test_later_one (void)
{
  EventProbe probe = { 0 };

  event_probe_add_timer (&probe, 50);
  virEventUpdateTimeout (probe.id, LONG);
  event_measure_cpu ();
  g_assert_cmpint (g_atomic_int_get (&probe.calls), ==, 0);
  event_probe_remove_timer (&probe);
}

typedef struct
{
  EventProbe probe;
  int delay;
  int *last_delay;
  int *fired;
} Ordered;

static void
check_order (gpointer data)
{
  Ordered *self = data;

  g_assert_cmpint (self->delay, >=, *self->last_delay);
  *self->last_delay = self->delay;
  virEventUpdateTimeout (g_atomic_int_get (&self->probe.id), -1);
  g_atomic_int_inc (self->fired);
}

static void
test_order (void)
{
  enum
  {
    N = 60
  };
  g_autofree Ordered *timers = g_new0 (Ordered, N);
  int last_delay = 0, fired = 0;

  for (int i = 0; i < N; i++)
    {
      /* Far enough from each other for the time that setting them takes. */
      timers[i].delay = 100 + i * 37 % N * 20;
      timers[i].last_delay = &last_delay;
      timers[i].fired = &fired;
      timers[i].probe.action = check_order;
      timers[i].probe.data = &timers[i];
      event_probe_add_timer (&timers[i].probe, -1);
    }
  for (int i = 0; i < N; i++)
    virEventUpdateTimeout (timers[i].probe.id, timers[i].delay);
  event_wait_for (&fired, N);
  for (int i = 0; i < N; i++)
    event_probe_remove_timer (&timers[i].probe);
}

static void
stop_own (gpointer data)
{
  EventProbe *probe = data;

  virEventUpdateTimeout (g_atomic_int_get (&probe->id), -1);
}

static void
test_many (void)
{
  g_autofree EventProbe *timers = g_new0 (EventProbe, MANY);

  for (int i = 0; i < MANY; i++)
    {
      timers[i].action = stop_own;
      timers[i].data = &timers[i];
      event_probe_add_timer (&timers[i], LONG + i * 7919 % MANY);
    }
  /* Every third is moved to the front, every third removed. */
  for (int i = 0; i < MANY; i += 3)
    virEventUpdateTimeout (timers[i].id, i * 31 % 50);
  for (int i = 1; i < MANY; i += 3)
    virEventRemoveTimeout (timers[i].id);
  for (int i = 0; i < MANY; i += 3)
    event_wait_for (&timers[i].calls, 1);
  for (int i = 1; i < MANY; i += 3)
    event_wait_for (&timers[i].freed, 1);
  for (int i = 0; i < MANY; i++)
    {
      g_assert_cmpint (g_atomic_int_get (&timers[i].calls), ==, i % 3 == 0 ? 1 : 0);
      if (i % 3 != 1)
        virEventRemoveTimeout (timers[i].id);
    }
  for (int i = 0; i < MANY; i++)
    event_wait_for (&timers[i].freed, 1);
}

static void
test_ids (void)
{
  g_assert_cmpint (virEventRemoveTimeout (0), ==, -1);
  g_assert_cmpint (virEventRemoveTimeout (-1), ==, -1);
  g_assert_cmpint (virEventRemoveTimeout (G_MAXINT), ==, -1);
  virEventUpdateTimeout (G_MAXINT, 0);

  /* libvirt takes a number that is not positive for none. */
  for (int i = 0; i < 5000; i++)
    {
      EventProbe probe = { 0 };

      event_probe_add_timer (&probe, -1);
      g_assert_cmpint (probe.id, >, 0);
      event_probe_remove_timer (&probe);
    }
}

int
main (int argc,
      char **argv)
{
  event_harness_init (&argc, &argv);
  g_test_add_func ("/event/timer/interval", test_interval);
  g_test_add_func ("/event/timer/zero-starves-nobody", test_zero);
  g_test_add_func ("/event/timer/negative-is-off", test_off);
  g_test_add_data_func ("/event/timer/rearmed-to-zero-in-own-callback", GINT_TO_POINTER (0),
                        test_rearmed_in_own_callback);
  g_test_add_data_func ("/event/timer/rearmed-in-own-callback", GINT_TO_POINTER (5),
                        test_rearmed_in_own_callback);
  g_test_add_func ("/event/timer/stopped-in-own-callback", test_stopped_in_own_callback);
  g_test_add_func ("/event/timer/removed-in-own-callback", test_removed_in_own_callback);
  g_test_add_func ("/event/timer/removed-by-other-is-not-called", test_removed_by_other);
  g_test_add_func ("/event/timer/stopped-by-other-is-not-called", test_stopped_by_other);
  g_test_add_func ("/event/timer/earlier-one-wakes-the-loop", test_earlier_one);
  g_test_add_func ("/event/timer/moved-to-later", test_later_one);
  g_test_add_func ("/event/timer/order", test_order);
  g_test_add_func ("/event/timer/ten-thousand", test_many);
  g_test_add_func ("/event/timer/ids", test_ids);
  return g_test_run ();
}
