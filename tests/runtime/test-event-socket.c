/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "event-harness.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "runtime/libvirt-event-private.h"

static void
make_sockets (int fds[2])
{
  g_assert_cmpint (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, fds), ==, 0);
}

static gpointer
add_in_other_thread (gpointer data)
{
  EventProbe *probe = data;

  event_probe_add (probe, probe->fd, 0);
  return NULL;
}

static void
test_first_of_this_thread (void)
{
  EventProbe probes[4] = { 0 };
  LibvirtEventOpening opening = { 0 };
  int fds[2], others[2];

  make_sockets (fds);
  make_sockets (others);
  event_probe_add (&probes[0], others[0], 0);
  probes[1].fd = others[1];

  libvirt_event_watch_opening_begin (&opening);
  g_thread_join (g_thread_new ("other", add_in_other_thread, &probes[1]));
  event_probe_add (&probes[2], fds[0], 0);
  event_probe_add (&probes[3], fds[1], 0);
  g_assert_cmpint (libvirt_event_watch_opening_end (&opening), ==, probes[2].id);

  for (int i = 0; i < 4; i++)
    event_probe_remove (&probes[i]);
  for (int i = 0; i < 2; i++)
    {
      close (fds[i]);
      close (others[i]);
    }
}

static void
test_none (void)
{
  EventProbe probe = { 0 };
  LibvirtEventOpening opening = { 0 };
  int fds[2];

  make_sockets (fds);
  libvirt_event_watch_opening_begin (&opening);
  g_assert_cmpint (libvirt_event_watch_opening_end (&opening), ==, 0);

  /* What was added afterwards does not count for the next. */
  event_probe_add (&probe, fds[0], 0);
  libvirt_event_watch_opening_begin (&opening);
  g_assert_cmpint (libvirt_event_watch_opening_end (&opening), ==, 0);
  event_probe_remove (&probe);
  close (fds[0]);
  close (fds[1]);
}

/* Who is asked for a password may open another connection first. */
static void
test_nested (void)
{
  EventProbe outer_probe = { 0 }, inner_probe = { 0 };
  LibvirtEventOpening outer = { 0 };
  LibvirtEventOpening inner = { 0 };
  int fds[2];

  make_sockets (fds);
  libvirt_event_watch_opening_begin (&outer);
  event_probe_add (&outer_probe, fds[0], 0);
  libvirt_event_watch_opening_begin (&inner);
  event_probe_add (&inner_probe, fds[1], 0);
  g_assert_cmpint (libvirt_event_watch_opening_end (&inner), ==, inner_probe.id);
  g_assert_cmpint (libvirt_event_watch_opening_end (&outer), ==, outer_probe.id);
  event_probe_remove (&inner_probe);
  event_probe_remove (&outer_probe);
  close (fds[0]);
  close (fds[1]);
}

/* libvirt makes a call when it has got together all that it needs to be told something. */
static void
test_told_when_used (void)
{
  EventProbe probe = { .drain = TRUE };
  LibvirtEventOpening opening = { 0 };
  int fds[2];

  make_sockets (fds);
  event_put (fds[1]);
  libvirt_event_watch_opening_begin (&opening);
  event_probe_add (&probe, fds[0], VIR_EVENT_HANDLE_READABLE);
  event_turn ();
  g_assert_cmpint (g_atomic_int_get (&probe.calls), ==, 0);

  virEventUpdateHandle (probe.id, 0);
  virEventUpdateHandle (probe.id, VIR_EVENT_HANDLE_READABLE);
  event_wait_for (&probe.calls, 1);
  virEventUpdateHandle (probe.id, 0);
  libvirt_event_watch_opening_end (&opening);
  event_put (fds[1]);
  event_turn ();
  g_assert_cmpint (g_atomic_int_get (&probe.calls), ==, 1);
  event_probe_remove (&probe);
  close (fds[0]);
  close (fds[1]);
}

/* A driver in this process may have watches as well, of which none is a connection's socket. */
static void
test_told_after_the_end (void)
{
  EventProbe probe = { .drain = TRUE };
  LibvirtEventOpening opening = { 0 };
  int fds[2];

  make_sockets (fds);
  event_put (fds[1]);
  libvirt_event_watch_opening_begin (&opening);
  event_probe_add (&probe, fds[0], VIR_EVENT_HANDLE_READABLE);
  libvirt_event_watch_opening_end (&opening);
  event_wait_for (&probe.calls, 1);
  event_probe_remove (&probe);
  close (fds[0]);
  close (fds[1]);
}

static void
test_calls_are_counted (void)
{
  EventProbe probe = { 0 };
  guint n_calls = 1;
  int fds[2], id;

  make_sockets (fds);
  event_probe_add (&probe, fds[0], VIR_EVENT_HANDLE_READABLE);
  id = probe.id;
  g_assert_true (libvirt_event_count_calls (id, &n_calls));
  g_assert_cmpuint (n_calls, ==, 0);
  event_put (fds[1]);
  event_wait_for (&probe.calls, 1);
  g_assert_true (libvirt_event_count_calls (id, &n_calls));
  g_assert_cmpuint (n_calls, >, 0);
  event_probe_remove (&probe);
  g_assert_false (libvirt_event_count_calls (id, &n_calls));
  close (fds[0]);
  close (fds[1]);
}

static void
test_local_driver (void)
{
  LibvirtEventOpening opening = { 0 };
  virConnectPtr connect;
  int socket;

  libvirt_event_watch_opening_begin (&opening);
  connect = virConnectOpen ("test:///default");
  socket = libvirt_event_watch_opening_end (&opening);
  g_assert_nonnull (connect);
  g_assert_cmpint (socket, ==, 0);
  virConnectClose (connect);
}

static gpointer
read_one (gpointer fd)
{
  char byte;

  return GINT_TO_POINTER (read (GPOINTER_TO_INT (fd), &byte, 1));
}

/* A thread that waits for an answer gets the end of the file, and nobody else anything. */
static void
test_shutdown (void)
{
  EventProbe probe = { 0 };
  GThread *reader;
  int fds[2];

  make_sockets (fds);
  event_probe_add (&probe, fds[0], 0);
  reader = g_thread_new ("reader", read_one, GINT_TO_POINTER (fds[0]));
  g_assert_true (libvirt_event_shutdown_socket (probe.id));
  g_assert_cmpint (GPOINTER_TO_INT (g_thread_join (reader)), ==, 0);
  g_assert_cmpint (write (fds[0], "x", 1), ==, 1);
  event_probe_remove (&probe);
  close (fds[0]);
  close (fds[1]);
}

static void
test_only_while_watched (void)
{
  EventProbe probe = { 0 }, next = { 0 };
  int fds[2], id;

  make_sockets (fds);
  g_assert_false (libvirt_event_shutdown_socket (0));
  event_probe_add (&probe, fds[0], VIR_EVENT_HANDLE_READABLE);
  id = probe.id;
  event_probe_remove (&probe);
  g_assert_false (libvirt_event_shutdown_socket (id));

  /* Another connection's, with the same descriptor. */
  event_probe_add (&next, fds[0], 0);
  g_assert_false (libvirt_event_shutdown_socket (id));
  event_put (fds[1]);
  g_assert_true (event_take (fds[0]));
  event_probe_remove (&next);
  close (fds[0]);
  close (fds[1]);
}

/* With two watches on it, of which the first has gone. */
static void
test_second_watch (void)
{
  EventProbe first = { 0 }, second = { 0 };
  int fds[2];

  make_sockets (fds);
  event_probe_add (&first, fds[0], VIR_EVENT_HANDLE_READABLE);
  event_probe_add (&second, fds[0], VIR_EVENT_HANDLE_READABLE);
  event_probe_remove (&first);
  g_assert_true (libvirt_event_shutdown_socket (second.id));
  g_assert_false (event_take (fds[0]));
  event_probe_remove (&second);
  close (fds[0]);
  close (fds[1]);
}

int
main (int argc,
      char **argv)
{
  event_harness_init (&argc, &argv);
  g_test_add_func ("/event/socket/first-of-this-thread", test_first_of_this_thread);
  g_test_add_func ("/event/socket/none", test_none);
  g_test_add_func ("/event/socket/nested", test_nested);
  g_test_add_func ("/event/socket/told-when-used", test_told_when_used);
  g_test_add_func ("/event/socket/told-after-the-end", test_told_after_the_end);
  g_test_add_func ("/event/socket/calls-are-counted", test_calls_are_counted);
  g_test_add_func ("/event/socket/local-driver-has-none", test_local_driver);
  g_test_add_func ("/event/socket/shutdown", test_shutdown);
  g_test_add_func ("/event/socket/only-while-watched", test_only_while_watched);
  g_test_add_func ("/event/socket/second-watch", test_second_watch);
  return g_test_run ();
}
