/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * The other end goes between two steps of libvirt's: it has found that it can write a call, and
 * writes it. The thread that writes comes back then, and one that still waits takes its place.
 */

#include <dlfcn.h>
#include <poll.h>
#include <unistd.h>

#include <libvirt-gobj/libvirt-gobj.h>

#include "../daemon.h"
#include "../files.h"
#include "../harness.h"
#include "relayed.h"

/* Threads that wait for an answer; the first one serves the socket. */
#define N_WAITING 3

/* A number of libvirt's protocol. */
#define DOMAIN_RESTORE 54

/* More than a call of libvirt's has on the stack. */
#define STACK_SIZE (64 * 1024)

/* What a link has open here: the connection's socket, and two of the relay's. */
#define N_LINK_FILES 3

static Relay *relay;                    /* of the test that runs; set while there is one thread */
static int is_armed;                    /* atomic: cut the link before the next message is written */
static int n_back;                      /* atomic: threads that have come back */
static _Thread_local gboolean is_first; /* the thread that serves the socket */
static _Thread_local gboolean is_later; /* one that takes its place */

/* In the place of the C library's. */

int
poll (struct pollfd *fds,
      nfds_t n_fds,
      int timeout)
{
  __typeof__ (&poll) real = dlsym (RTLD_NEXT, "poll");

  /* What the first one had on its stack is gone by then. */
  while (is_later && g_atomic_int_get (&n_back) == 0)
    g_usleep (1000);

  return real (fds, n_fds, timeout);
}

static void
cut_link (int fd)
{
  struct pollfd end = { .fd = fd, .events = POLLIN };

  relay_cut (relay);
  while ((end.revents & POLLHUP) == 0)
    poll (&end, 1, -1);
}

ssize_t
write (int fd,
       const void *data,
       size_t size)
{
  __typeof__ (&write) real = dlsym (RTLD_NEXT, "write");

  /* GLib writes so much, to wake a main context. */
  if (is_first && size > sizeof (guint64) &&
      g_atomic_int_compare_and_exchange (&is_armed, TRUE, FALSE))
    cut_link (fd);

  return real (fd, data, size);
}

typedef struct
{
  Daemon *daemon;
  LibvirtConnect *connect;
} Fixture;

static void
set_up (Fixture *self,
        gconstpointer data)
{
  const DaemonOptions options = { .keepalive_interval = -1 };

  self->daemon = daemon_new (&options);
  if (self->daemon == NULL)
    return;

  relay = relay_new (daemon_get_socket (self->daemon));
  self->connect = relayed_open (self->daemon, relay);
  g_atomic_int_set (&n_back, 0);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  if (self->daemon != NULL)
    relayed_end (&self->connect, self->daemon, relay);
}

__attribute__ ((noinline)) static void
overwrite_stack (void)
{
  volatile guint8 stack[STACK_SIZE];

  for (gsize i = 0; i < sizeof stack; i++)
    stack[i] = 0xff;
}

static void
wait_for_answer (Fixture *self)
{
  g_autofree char *path = daemon_dup_slow_path (60000);
  g_autoptr (GError) error = NULL;

  g_assert_false (libvirt_connect_domain_restore (self->connect, path, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (error->domain, ==, LIBVIRT_ERROR);
}

static gpointer
wait_first (gpointer user_data)
{
  is_first = TRUE;
  wait_for_answer (user_data);
  is_first = FALSE;
  overwrite_stack ();
  g_atomic_int_inc (&n_back);

  return NULL;
}

static gpointer
wait_later (gpointer user_data)
{
  is_later = TRUE;
  wait_for_answer (user_data);
  g_atomic_int_inc (&n_back);

  return NULL;
}

/* Returns when the daemon has the call. */
static GThread *
start_waiting (Fixture *self,
               GThreadFunc func)
{
  guint n_calls = relay_count_calls (relay, DOMAIN_RESTORE);
  GThread *thread = g_thread_new ("waiting", func, self);

  while (relay_count_calls (relay, DOMAIN_RESTORE) == n_calls)
    g_usleep (1000);

  return thread;
}

/* All come back, with an error, as they do when the link fails at any other time; and what that
 * takes does not stay open. */
static void
test_calls_come_back (Fixture *self,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GThread *threads[N_WAITING];
  guint n_files;

  if (self->daemon == NULL)
    return;

  threads[0] = start_waiting (self, wait_first);
  for (guint i = 1; i < N_WAITING; i++)
    threads[i] = start_waiting (self, wait_later);

  n_files = files_count_open ();
  g_atomic_int_set (&is_armed, TRUE);
  g_assert_cmpint (libvirt_connect_num_of_domains (self->connect, &error), ==, -1);
  g_assert_nonnull (error);
  g_assert_cmpuint (error->domain, ==, LIBVIRT_ERROR);
  g_assert_false (g_atomic_int_get (&is_armed));

  for (guint i = 0; i < N_WAITING; i++)
    g_thread_join (threads[i]);
  g_assert_cmpint (n_back, ==, N_WAITING);
  while (files_count_open () > n_files - N_LINK_FILES)
    g_usleep (10000);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/faults/unwritable/calls-come-back", Fixture, NULL, set_up, test_calls_come_back,
              tear_down);

  return g_test_run ();
}
