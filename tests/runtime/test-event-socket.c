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
  int fds[2], others[2], fd = 0;

  make_sockets (fds);
  make_sockets (others);
  event_probe_add (&probes[0], others[0], 0);
  probes[1].fd = others[1];

  libvirt_event_watch_opening_begin ();
  g_thread_join (g_thread_new ("other", add_in_other_thread, &probes[1]));
  event_probe_add (&probes[2], fds[0], 0);
  event_probe_add (&probes[3], fds[1], 0);
  libvirt_event_watch_opening_end (&fd);
  g_assert_cmpint (fd, ==, fds[0]);

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
  int fds[2], fd = 0;

  make_sockets (fds);
  libvirt_event_watch_opening_begin ();
  libvirt_event_watch_opening_end (&fd);
  g_assert_cmpint (fd, ==, -1);

  /* What was added afterwards does not count for the next. */
  event_probe_add (&probe, fds[0], 0);
  libvirt_event_watch_opening_begin ();
  libvirt_event_watch_opening_end (&fd);
  g_assert_cmpint (fd, ==, -1);
  event_probe_remove (&probe);
  close (fds[0]);
  close (fds[1]);
}

static void
test_local_driver (void)
{
  virConnectPtr connect;
  int fd = 0;

  libvirt_event_watch_opening_begin ();
  connect = virConnectOpen ("test:///default");
  libvirt_event_watch_opening_end (&fd);
  g_assert_nonnull (connect);
  g_assert_cmpint (fd, ==, -1);
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
  g_assert_true (libvirt_event_shutdown_socket (fds[0]));
  g_assert_cmpint (GPOINTER_TO_INT (g_thread_join (reader)), ==, 0);
  g_assert_cmpint (write (fds[0], "x", 1), ==, 1);
  event_probe_remove (&probe);
  close (fds[0]);
  close (fds[1]);
}

static void
test_only_while_watched (void)
{
  EventProbe probe = { 0 };
  int fds[2];

  make_sockets (fds);
  g_assert_false (libvirt_event_shutdown_socket (fds[0]));
  event_probe_add (&probe, fds[0], VIR_EVENT_HANDLE_READABLE);
  event_probe_remove (&probe);
  g_assert_false (libvirt_event_shutdown_socket (fds[0]));
  g_assert_false (libvirt_event_shutdown_socket (-1));

  event_put (fds[1]);
  g_assert_true (event_take (fds[0]));
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
  g_assert_true (libvirt_event_shutdown_socket (fds[0]));
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
  g_test_add_func ("/event/socket/local-driver-has-none", test_local_driver);
  g_test_add_func ("/event/socket/shutdown", test_shutdown);
  g_test_add_func ("/event/socket/only-while-watched", test_only_while_watched);
  g_test_add_func ("/event/socket/second-watch", test_second_watch);
  return g_test_run ();
}
