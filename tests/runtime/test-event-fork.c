/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "event-harness.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "runtime/libvirt-event-private.h"

static void
wait_for_child (pid_t child)
{
  int status;

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

/* Under valgrind an _exit() would look for leaks, and find what only the parent's other threads
 * knew of. */
static void
leave_child (gboolean good)
{
  const char *program = good ? "true" : "false";

  execlp (program, program, NULL);
  _exit (1);
}

/* Whatever a child does with its copy is nothing to the parent. */
static void
test_parent_undisturbed (void)
{
  EventProbe probes[3] = { { .drain = TRUE }, { .drain = TRUE }, { .drain = TRUE } };
  int fds[3][2];
  pid_t child;

  for (int i = 0; i < 3; i++)
    {
      event_pipe (fds[i]);
      event_probe_add (&probes[i], fds[i][0], VIR_EVENT_HANDLE_READABLE);
    }
  event_turn ();

  child = fork ();
  if (child == 0)
    {
      virEventRemoveHandle (probes[0].id);
      virEventUpdateHandle (probes[1].id, 0);
      virEventUpdateHandle (probes[1].id, VIR_EVENT_HANDLE_WRITABLE);
      close (fds[2][0]);
      virEventRemoveHandle (probes[2].id);
      leave_child (TRUE);
    }
  wait_for_child (child);

  for (int round = 1; round <= 20; round++)
    for (int i = 0; i < 3; i++)
      {
        event_put (fds[i][1]);
        event_wait_for (&probes[i].calls, round);
      }
  for (int i = 0; i < 3; i++)
    {
      g_assert_cmpint (g_atomic_int_get (&probes[i].events), ==, VIR_EVENT_HANDLE_READABLE);
      event_probe_remove (&probes[i]);
      close (fds[i][0]);
      close (fds[i][1]);
    }
}

/* In a child: the parent's watches are not served, and its own are. */
static gboolean
be_child (EventProbe *inherited,
          EventProbe *inherited_timer,
          EventProbe *due_timer)
{
  EventProbe own = { .drain = TRUE };
  int calls = inherited->calls + inherited_timer->calls + due_timer->calls;
  int fds[2];

  g_assert_true (libvirt_event_ensure_impl (NULL));
  virEventUpdateHandle (inherited->id, 0);
  virEventUpdateHandle (inherited->id, VIR_EVENT_HANDLE_READABLE);
  virEventUpdateTimeout (inherited_timer->id, 0);
  event_pipe (fds);
  event_probe_add (&own, fds[0], VIR_EVENT_HANDLE_READABLE);
  for (int i = 1; i <= 5; i++)
    {
      event_put (fds[1]);
      event_wait_for (&own.calls, i);
      event_turn ();
    }
  event_measure_cpu ();
  event_turn ();
  event_probe_remove (&own);
  return inherited->calls + inherited_timer->calls + due_timer->calls == calls;
}

static void
test_child_starts_anew (void)
{
  EventProbe probe = { 0 }, timer = { 0 }, due = { 0 };
  int fds[2];
  pid_t child;

  if (event_mode == EVENT_IN_OWN_CONTEXT)
    {
      g_test_skip ("nobody runs that context in a child");
      return;
    }
  event_pipe (fds);
  event_probe_add (&probe, fds[0], 0);
  event_probe_add_timer (&timer, 3600 * 1000);
  event_probe_add_timer (&due, 200);
  event_put (fds[1]);
  event_turn ();
  child = fork ();
  if (child == 0)
    leave_child (be_child (&probe, &timer, &due));
  wait_for_child (child);

  virEventUpdateHandle (probe.id, VIR_EVENT_HANDLE_READABLE);
  event_wait_for (&probe.calls, 1);
  event_probe_remove (&probe);
  event_probe_remove_timer (&timer);
  event_probe_remove_timer (&due);
  close (fds[0]);
  close (fds[1]);
}

/* A child that lives on keeps the parent's files open, also those that the parent closes
 * before it removes them from the loop. */
static void
test_child_keeps_files_open (void)
{
  EventProbe probe = { 0 }, other = { .drain = TRUE };
  int fds[2], other_fds[2];
  pid_t child;

  event_pipe (fds);
  event_pipe (other_fds);
  event_probe_add (&probe, fds[0], VIR_EVENT_HANDLE_READABLE);
  event_probe_add (&other, other_fds[0], VIR_EVENT_HANDLE_READABLE);
  event_turn ();
  child = fork ();
  if (child == 0)
    {
      pause ();
      leave_child (TRUE);
    }
  close (fds[0]);
  event_probe_remove (&probe);
  event_put (fds[1]);
  g_assert_cmpint (event_measure_cpu (), <, 25);
  event_put (other_fds[1]);
  event_wait_for (&other.calls, 1);
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
  event_probe_remove (&other);
  close (fds[1]);
  close (other_fds[0]);
  close (other_fds[1]);
}

static void
test_fork_and_exec (void)
{
  EventProbe probe = { .drain = TRUE };
  int fds[2];

  event_pipe (fds);
  event_probe_add (&probe, fds[0], VIR_EVENT_HANDLE_READABLE);
  for (int i = 1; i <= 5; i++)
    {
      pid_t child = fork ();

      if (child == 0)
        leave_child (TRUE);
      event_put (fds[1]);
      event_wait_for (&probe.calls, i);
      wait_for_child (child);
    }
  event_probe_remove (&probe);
  close (fds[0]);
  close (fds[1]);
}

/* A child needs no more descriptors than its parent has. */
static void
test_fork_without_descriptors (void)
{
  EventProbe probe = { .drain = TRUE };
  struct rlimit limit, none;
  int fds[2];
  pid_t child;

  event_pipe (fds);
  event_probe_add (&probe, fds[0], VIR_EVENT_HANDLE_READABLE);
  event_turn ();
  getrlimit (RLIMIT_NOFILE, &limit);
  none = limit;
  none.rlim_cur = 3;
  setrlimit (RLIMIT_NOFILE, &none);
  child = fork ();
  if (child == 0)
    {
      setrlimit (RLIMIT_NOFILE, &limit);
      leave_child (libvirt_event_ensure_impl (NULL));
    }
  setrlimit (RLIMIT_NOFILE, &limit);
  wait_for_child (child);

  event_put (fds[1]);
  event_wait_for (&probe.calls, 1);
  event_probe_remove (&probe);
  close (fds[0]);
  close (fds[1]);
}

typedef struct
{
  EventProbe probes[3];
  int fds[3][2];
  pid_t child;
} ForkInside;

static void
fork_inside (gpointer data)
{
  ForkInside *self = data;

  if (self->child != 0)
    return;
  self->child = fork ();
}

/* The child returns from the callback into a loop that has nothing more to do. */
static void
test_fork_in_callback (void)
{
  ForkInside self = { 0 };
  pid_t parent = getpid ();

  if (event_mode != EVENT_IN_DEFAULT_CONTEXT)
    {
      g_test_skip ("only a context of this thread returns to the test in a child");
      return;
    }
  for (int i = 0; i < 3; i++)
    {
      self.probes[i].action = fork_inside;
      self.probes[i].data = &self;
      self.probes[i].drain = TRUE;
      event_pipe (self.fds[i]);
      event_put (self.fds[i][1]);
      event_probe_add (&self.probes[i], self.fds[i][0], VIR_EVENT_HANDLE_READABLE);
    }
  while (self.probes[0].calls + self.probes[1].calls + self.probes[2].calls == 0)
    g_main_context_iteration (NULL, TRUE);
  if (getpid () != parent)
    {
      for (int i = 0; i < 10; i++)
        g_main_context_iteration (NULL, FALSE);
      leave_child (self.probes[0].calls + self.probes[1].calls + self.probes[2].calls == 1);
    }
  wait_for_child (self.child);
  for (int i = 0; i < 3; i++)
    {
      event_wait_for (&self.probes[i].calls, 1);
      event_probe_remove (&self.probes[i]);
      close (self.fds[i][0]);
      close (self.fds[i][1]);
    }
}

int
main (int argc,
      char **argv)
{
  event_harness_init (&argc, &argv);
  g_test_add_func ("/event/fork/parent-is-undisturbed", test_parent_undisturbed);
  g_test_add_func ("/event/fork/child-starts-anew", test_child_starts_anew);
  g_test_add_func ("/event/fork/child-keeps-files-open", test_child_keeps_files_open);
  g_test_add_func ("/event/fork/exec", test_fork_and_exec);
  g_test_add_func ("/event/fork/without-descriptors", test_fork_without_descriptors);
  g_test_add_func ("/event/fork/in-callback", test_fork_in_callback);
  return g_test_run ();
}
