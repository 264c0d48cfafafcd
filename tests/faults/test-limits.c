/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * What becomes of connections and calls when the process can have no more threads or descriptors,
 * and that a hundred hosts that hang do not make it so.
 */

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/resource.h>

#include <libvirt-gobj/libvirt-gobj.h>

#include "../daemon.h"
#include "../harness.h"
#include "relayed.h"

#define N_CALLS 20

/* In the place of the C library's, and GLib's threads are made by it, too. */
static int n_threads_left = -1; /* atomic; negative: no limit */

int
pthread_create (pthread_t *thread,
                const pthread_attr_t *attributes,
                void *(*func) (void *),
                void *data)
{
  static __typeof__ (&pthread_create) real;

  if (g_atomic_pointer_get (&real) == NULL)
    g_atomic_pointer_set (&real, dlsym (RTLD_NEXT, "pthread_create"));
  if (g_atomic_int_get (&n_threads_left) >= 0 && g_atomic_int_add (&n_threads_left, -1) <= 0)
    {
      g_atomic_int_set (&n_threads_left, 0);
      return EAGAIN;
    }

  return real (thread, attributes, func, data);
}

typedef struct
{
  guint n_ended;
  guint n_failed;
} Calls;

static void
count_result (Calls *calls,
              const GError *error)
{
  calls->n_ended++;
  if (error == NULL)
    return;

  calls->n_failed++;
  g_assert_cmpuint (error->domain, ==, LIBVIRT_ERROR);
}

static void
on_counted (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  libvirt_connect_num_of_domains_finish (LIBVIRT_CONNECT (source), result, &error);
  count_result (user_data, error);
}

static Calls
make_calls (LibvirtConnect *connect)
{
  Calls calls = { 0 };

  for (guint i = 0; i < N_CALLS; i++)
    libvirt_connect_num_of_domains_async (connect, NULL, on_counted, &calls);
  harness_wait_until (calls.n_ended == N_CALLS);

  return calls;
}

static void
on_opened (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtConnect) connect G_GNUC_UNUSED = libvirt_connect_open_finish (result, &error);

  count_result (user_data, error);
}

static Calls
open_async (const char *uri)
{
  Calls calls = { 0 };

  libvirt_connect_open_async (uri, NULL, on_opened, &calls);
  harness_wait_until (calls.n_ended == 1);

  return calls;
}

/* Each failure has been told, and nothing has ended the program. */
static void
read_picture (LibvirtConnect *connect)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = libvirt_connect_lookup_domain_by_name (connect, "test", &error);
  g_autoptr (LibvirtStream) stream = libvirt_stream_new (connect, 0, NULL);
  g_autofree char *kind = NULL;
  char bytes[4096];

  g_assert_no_error (error);
  g_assert_nonnull (stream);
  kind = libvirt_domain_screenshot (domain, stream, 0, 0, &error);
  if (kind != NULL)
    g_input_stream_read (g_io_stream_get_input_stream (G_IO_STREAM (stream)), bytes, sizeof bytes, NULL,
                         &error);
  if (error != NULL)
    g_assert_cmpuint (error->domain, ==, LIBVIRT_ERROR);
}

/* Descriptors */

static guint
count_files (void)
{
  guint n_files = 0;

  for (int fd = 0; fd < 1000; fd++)
    n_files += fcntl (fd, F_GETFD) >= 0 ? 1 : 0;

  return n_files;
}

/* What could be opened before. */
static rlim_t
leave_free (guint n_free)
{
  struct rlimit limit;
  rlim_t before;
  int fd = 0;

  for (; n_free > 0 || fcntl (fd, F_GETFD) >= 0; fd++)
    n_free -= fcntl (fd, F_GETFD) < 0 ? 1 : 0;

  getrlimit (RLIMIT_NOFILE, &limit);
  before = limit.rlim_cur;
  limit.rlim_cur = (rlim_t) fd;
  g_assert_cmpint (setrlimit (RLIMIT_NOFILE, &limit), ==, 0);

  return before;
}

static void
free_all (rlim_t number)
{
  struct rlimit limit;

  getrlimit (RLIMIT_NOFILE, &limit);
  limit.rlim_cur = number;
  g_assert_cmpint (setrlimit (RLIMIT_NOFILE, &limit), ==, 0);
}

/* Opens with so many free ones, and uses it, and something that was open before. */
static void
use_few_descriptors (const char *uri,
                     LibvirtConnect *connect,
                     guint n_free)
{
  g_autoptr (LibvirtConnect) other = NULL;
  g_autoptr (GError) error = NULL;
  rlim_t before = leave_free (n_free);

  other = libvirt_connect_open (uri, &error);
  if (other == NULL)
    g_assert_cmpuint (error->domain, ==, LIBVIRT_ERROR);
  if (connect != NULL)
    {
      open_async (uri);
      g_assert_cmpuint (make_calls (connect).n_failed, ==, 0);
      read_picture (connect);
    }
  if (other != NULL)
    read_picture (other);
  g_clear_object (&other);

  free_all (before);
}

/* What was opened is closed in threads. */
static void
wait_for_files (guint n_files)
{
  while (count_files () > n_files)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (G_TIME_SPAN_MILLISECOND);
    }
}

/* In a process of its own: the first that is opened needs most, GLib's default context included. */
static void
test_few_descriptors_child (void)
{
  const char *uri = g_getenv ("LIMITS_URI");
  guint n_free = (guint) atoi (g_getenv ("LIMITS_FREE"));
  g_autoptr (LibvirtConnect) connect = NULL;
  guint n_files;

  /* Streams and connections end in threads. */
  use_few_descriptors (uri, NULL, n_free);
  harness_finish_threads ();

  connect = relayed_open_uri (uri);
  g_assert_cmpuint (make_calls (connect).n_failed, ==, 0);
  n_files = count_files ();
  read_picture (connect);
  for (guint i = 0; i < 2; i++)
    use_few_descriptors (uri, connect, n_free);
  wait_for_files (n_files);
  g_clear_object (&connect);
  harness_finish_threads ();
}

static void
try_few_descriptors (const char *uri)
{
  g_setenv ("LIMITS_URI", uri, TRUE);
  for (guint n_free = 0; n_free <= 20; n_free++)
    {
      g_autofree char *text = g_strdup_printf ("%u", n_free);

      g_setenv ("LIMITS_FREE", text, TRUE);
      g_test_trap_subprocess ("/faults/limits/descriptors/subprocess", 0,
                              G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
    }
}

static void
test_few_descriptors_local (void)
{
  try_few_descriptors ("test:///default");
}

static void
test_few_descriptors_remote (void)
{
  daemon_serve (try_few_descriptors);
}

/* Threads */

/* All, or those of a name. */
static guint
count_threads (const char *name)
{
  g_autoptr (GDir) tasks = g_dir_open ("/proc/self/task", 0, NULL);
  const char *task;
  guint n_threads = 0;

  while ((task = g_dir_read_name (tasks)) != NULL)
    {
      g_autofree char *path = g_strdup_printf ("/proc/self/task/%s/comm", task);
      g_autofree char *found = NULL;

      if (name == NULL)
        n_threads++;
      else if (g_file_get_contents (path, &found, NULL, NULL))
        n_threads += g_str_has_prefix (found, name) ? 1 : 0;
    }

  return n_threads;
}

static void
wait_for_no_workers (void)
{
  while (count_threads ("libvirt-call") > 0)
    g_usleep (G_TIME_SPAN_MILLISECOND);
}

static void
test_few_threads_child (void)
{
  const char *uri = g_getenv ("LIMITS_URI");
  g_autoptr (LibvirtConnect) connect = NULL;
  g_autoptr (GError) error = NULL;

  g_atomic_int_set (&n_threads_left, atoi (g_getenv ("LIMITS_FREE")));
  connect = libvirt_connect_open (uri, &error);
  if (connect == NULL)
    g_assert_cmpuint (error->domain, ==, LIBVIRT_ERROR);
  else
    make_calls (connect);
  open_async (uri);
  g_clear_object (&connect);

  g_atomic_int_set (&n_threads_left, -1);
  connect = relayed_open_uri (uri);
  g_assert_cmpuint (make_calls (connect).n_failed, ==, 0);
  g_assert_cmpuint (open_async (uri).n_failed, ==, 0);
  g_clear_object (&connect);
  harness_finish_threads ();
}

static void
try_few_threads (const char *uri)
{
  g_setenv ("LIMITS_URI", uri, TRUE);
  for (guint n_free = 0; n_free <= 6; n_free++)
    {
      g_autofree char *text = g_strdup_printf ("%u", n_free);

      g_setenv ("LIMITS_FREE", text, TRUE);
      g_test_trap_subprocess ("/faults/limits/threads/subprocess", 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
    }
}

static void
test_few_threads_local (void)
{
  try_few_threads ("test:///default");
}

static void
test_few_threads_remote (void)
{
  daemon_serve (try_few_threads);
}

/* Nobody fails because of threads as long as there is one, be it another connection's; when there is
 * none at all, that is told. */
static void
test_free_threads_come (void)
{
  g_autoptr (LibvirtConnect) connect = relayed_open_uri ("test:///default");
  g_autoptr (LibvirtConnect) other = relayed_open_uri ("test:///default");

  wait_for_no_workers ();
  g_atomic_int_set (&n_threads_left, 0);
  g_assert_cmpuint (make_calls (connect).n_failed, ==, N_CALLS);

  g_atomic_int_set (&n_threads_left, 1);
  g_assert_cmpuint (make_calls (connect).n_failed, ==, 0);
  g_assert_cmpuint (make_calls (other).n_failed, ==, 0);
  g_assert_cmpuint (open_async ("test:///default").n_failed, ==, 0);
  g_atomic_int_set (&n_threads_left, -1);
  g_clear_object (&connect);
  g_clear_object (&other);
  harness_finish_threads ();
}

/* To close, a connection waits for a thread, with no more to do for anybody. */
static void
test_closes_later (void)
{
  g_autoptr (Daemon) daemon = daemon_new (NULL);
  g_autoptr (Relay) relay = NULL;
  g_autoptr (LibvirtConnect) connect = NULL;

  if (daemon == NULL)
    return;

  relay = relay_new (daemon_get_socket (daemon));
  connect = relayed_open (daemon, relay);
  wait_for_no_workers ();
  g_atomic_int_set (&n_threads_left, 0);
  g_clear_object (&connect);
  g_assert_cmpuint (relay_count_links (relay), ==, 1);
  g_atomic_int_set (&n_threads_left, -1);
  while (relay_count_links (relay) == 1)
    g_usleep (G_TIME_SPAN_MILLISECOND);
  harness_finish_threads ();
}

/* The watch of links */

/* Dead after three silent seconds. */
#define INTERVAL 1
#define COUNT    2

static void
on_closed (LibvirtConnect *connect,
           LibvirtConnectCloseReason reason,
           gpointer user_data)
{
  g_assert_cmpint (reason, ==, LIBVIRT_CONNECT_CLOSE_REASON_KEEPALIVE);
  (*(guint *) user_data)++;
}

static void
wait_for_link_thread (guint n)
{
  while (count_threads ("libvirt-link") != n)
    g_usleep (G_TIME_SPAN_MILLISECOND);
}

/* Watched, through @relay, which is the daemon's. */
static LibvirtConnect *
open_watched (Daemon *daemon,
              Relay *relay,
              guint *n_closed)
{
  LibvirtConnect *connect = relayed_open (daemon, relay);
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_connect_set_keep_alive (connect, INTERVAL, COUNT, &error));
  g_assert_no_error (error);
  g_signal_connect (connect, "closed", G_CALLBACK (on_closed), n_closed);
  return connect;
}

/* The thread that serves libvirt is there, and no other of ours. */
static void
begin_with_one_thread (void)
{
  g_clear_object (&(LibvirtConnect *){ relayed_open_uri ("test:///default") });
  harness_finish_threads ();
}

/* When there could be no thread to watch a connection, there is one as soon as there can be, though
 * nobody does anything about it. */
static void
test_watched_later (void)
{
  g_autoptr (Daemon) daemon = daemon_new (NULL);
  g_autoptr (Relay) relay = NULL;
  g_autoptr (LibvirtConnect) connect = NULL;
  guint n_closed = 0;

  if (daemon == NULL)
    return;

  relay = relay_new (daemon_get_socket (daemon));
  begin_with_one_thread ();
  g_atomic_int_set (&n_threads_left, 0);
  connect = open_watched (daemon, relay, &n_closed);
  g_assert_cmpuint (count_threads ("libvirt-link"), ==, 0);

  g_atomic_int_set (&n_threads_left, -1);
  wait_for_link_thread (1);
  relay_stall (relay);
  harness_wait_until (n_closed == 1);
  g_clear_object (&connect);
  wait_for_link_thread (0);
  harness_finish_threads ();
}

/* A host that could not be asked has not been silent. */
static void
test_no_thread_no_alarm (void)
{
  static const DaemonOptions quiet = { .keepalive_interval = -1 };
  g_autoptr (Daemon) daemon = daemon_new (&quiet);
  g_autoptr (Relay) relay = NULL;
  g_autoptr (LibvirtConnect) connect = NULL;
  g_autoptr (GError) error = NULL;
  guint n_closed = 0;

  if (daemon == NULL)
    return;

  relay = relay_new (daemon_get_socket (daemon));
  begin_with_one_thread ();
  connect = open_watched (daemon, relay, &n_closed);
  g_atomic_int_set (&n_threads_left, 0);
  g_usleep (2 * (COUNT + 1) * INTERVAL * G_TIME_SPAN_SECOND);
  g_assert_cmpint (libvirt_connect_num_of_domains (connect, &error), ==, 1);
  g_assert_no_error (error);

  /* One that is asked again is. */
  g_atomic_int_set (&n_threads_left, -1);
  relay_stall (relay);
  harness_wait_until (n_closed == 1);
  g_clear_object (&connect);
  harness_finish_threads ();
}

/* Hosts that hang */

#define N_HOSTS 100
#define N_WAITING 60

/* Of each, in calls, kicks and, after five seconds, questions of the link watch; and of all together. */
#define MAX_THREADS_EACH (5 + 3 + 3)
#define MAX_THREADS (N_HOSTS * MAX_THREADS_EACH + 200 + 20)

static void
test_hung_hosts (void)
{
  static const DaemonOptions many = { .more = "max_clients = 1000\nmax_anonymous_clients = 1000\n" };
  g_autoptr (Daemon) daemon = daemon_new (&many);
  g_autoptr (LibvirtConnect) healthy = NULL;
  LibvirtConnect *connects[N_HOSTS];
  g_autofree char *uri = NULL;
  Calls calls = { 0 };

  if (daemon == NULL)
    return;

  uri = daemon_dup_uri (daemon, NULL);
  for (guint i = 0; i < N_HOSTS; i++)
    connects[i] = relayed_open_uri (uri);
  healthy = relayed_open_uri ("test:///default");

  daemon_freeze (daemon);
  for (guint i = 0; i < N_HOSTS * N_WAITING; i++)
    libvirt_connect_num_of_domains_async (connects[i % N_HOSTS], NULL, on_counted, &calls);
  while (count_threads (NULL) < N_HOSTS * 5)
    g_usleep (G_TIME_SPAN_MILLISECOND);
  for (guint i = 0; i < 10; i++)
    {
      g_assert_cmpuint (make_calls (healthy).n_failed, ==, 0);
      g_assert_cmpuint (count_threads (NULL), <=, MAX_THREADS);
      g_usleep (20 * G_TIME_SPAN_MILLISECOND);
    }
  g_assert_cmpuint (calls.n_ended, ==, 0);

  daemon_thaw (daemon);
  harness_wait_until (calls.n_ended == N_HOSTS * N_WAITING);
  g_assert_cmpuint (calls.n_failed, ==, 0);
  for (guint i = 0; i < N_HOSTS; i++)
    g_object_unref (connects[i]);
  g_clear_object (&healthy);
  harness_finish_threads ();
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_type_ensure (G_TYPE_TASK); /* GLib ends the program if it cannot have threads of its own */

  g_test_add_func ("/faults/limits/descriptors/local", test_few_descriptors_local);
  g_test_add_func ("/faults/limits/descriptors/remote", test_few_descriptors_remote);
  g_test_add_func ("/faults/limits/descriptors/subprocess", test_few_descriptors_child);
  g_test_add_func ("/faults/limits/threads/local", test_few_threads_local);
  g_test_add_func ("/faults/limits/threads/remote", test_few_threads_remote);
  g_test_add_func ("/faults/limits/threads/subprocess", test_few_threads_child);
  g_test_add_func ("/faults/limits/threads/free-ones-come", test_free_threads_come);
  g_test_add_func ("/faults/limits/threads/closes-later", test_closes_later);
  g_test_add_func ("/faults/limits/threads/watched-later", test_watched_later);
  g_test_add_func ("/faults/limits/threads/none-is-no-alarm", test_no_thread_no_alarm);
  g_test_add_func ("/faults/limits/hung-hosts-have-few", test_hung_hosts);

  return g_test_run ();
}
