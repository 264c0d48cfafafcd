/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What the tests of this folder stand on: a daemon of their own, and a bad link to it. */

#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>
#include <errno.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "../daemon.h"
#include "../relay.h"

/* Numbers of libvirt's protocol. */
#define DOMAIN_RESTORE 54

typedef struct
{
  Daemon *daemon;
  Relay *relay;
  char *uri;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->daemon = daemon_new (data);
  if (self->daemon == NULL)
    return;
  self->relay = relay_new (daemon_get_socket (self->daemon));
  self->uri = daemon_dup_uri (self->daemon, relay_get_socket (self->relay));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_pointer (&self->relay, relay_free);
  g_clear_pointer (&self->daemon, daemon_free);
  g_clear_pointer (&self->uri, g_free);
}

static virConnectPtr
open_uri (const char *uri)
{
  virConnectPtr native = virConnectOpen (uri);

  g_assert_nonnull (native);
  return native;
}

static gboolean
answers (virConnectPtr native)
{
  unsigned long version;

  return virConnectGetLibVersion (native, &version) == 0;
}

/* Milliseconds that a call takes. */
static gint64
measure (virConnectPtr native)
{
  gint64 start = g_get_monotonic_time ();

  g_assert_true (answers (native));
  return (g_get_monotonic_time () - start) / 1000;
}

static void
test_answers (Fixture *self, gconstpointer data)
{
  g_autofree char *uri = NULL;
  virConnectPtr native;

  if (self->daemon == NULL)
    return;

  uri = daemon_dup_uri (self->daemon, NULL);
  native = open_uri (uri);
  g_assert_cmpint (virConnectNumOfDomains (native), ==, 1);
  virConnectClose (native);
}

static void
test_leaves_nothing (void)
{
  Daemon *daemon = daemon_new (NULL);
  g_autofree char *run = NULL;
  g_autofree char *mounts = NULL;
  g_autofree char *root = NULL;
  GPid pid;

  if (daemon == NULL)
    return;

  pid = daemon_get_pid (daemon);
  run = g_strdup (daemon_get_run_dir (daemon));
  root = g_path_get_dirname (run);
  g_assert_true (g_file_get_contents ("/proc/self/mountinfo", &mounts, NULL, NULL));
  g_assert_null (strstr (mounts, root));
  g_assert_true (g_file_test (root, G_FILE_TEST_EXISTS));

  daemon_free (daemon);
  g_assert_cmpint (kill (pid, 0), ==, -1);
  g_assert_cmpint (errno, ==, ESRCH);
  g_assert_false (g_file_test (root, G_FILE_TEST_EXISTS));
}

static void
test_restart (Fixture *self, gconstpointer data)
{
  virConnectPtr native;

  if (self->daemon == NULL)
    return;

  native = open_uri (self->uri);
  daemon_kill (self->daemon);
  g_assert_null (virConnectOpen (self->uri));
  daemon_restart (self->daemon);
  g_assert_false (answers (native));
  virConnectClose (native);

  native = open_uri (self->uri);
  g_assert_true (answers (native));
  virConnectClose (native);
}

static int
ignore_event (virConnectPtr native, virDomainPtr domain, int event, int detail, void *data)
{
  return 0;
}

/* So many that the daemon has work for a while when the client goes. */
static void
listen_often (virConnectPtr native)
{
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *xml =
          g_strdup_printf ("<domain type='test'><name>d%u</name>"
                           "<uuid>00000000-0000-4000-8000-%012u</uuid>"
                           "<memory>1</memory><os><type>hvm</type></os></domain>",
                           i, i);
      virDomainPtr domain = virDomainDefineXML (native, xml);

      g_assert_nonnull (domain);
      for (int event = 0; event <= VIR_DOMAIN_EVENT_ID_MEMORY_FAILURE; event++)
        g_assert_cmpint (virConnectDomainEventRegisterAny (native, domain, event,
                                                           VIR_DOMAIN_EVENT_CALLBACK (ignore_event),
                                                           NULL, NULL),
                         >=, 0);
      virDomainFree (domain);
    }
}

static gpointer
call_slowly (gpointer user_data)
{
  g_autofree char *path = daemon_dup_slow_path (3);

  g_assert_cmpint (virDomainRestore (user_data, path), ==, -1);
  return NULL;
}

/* A thread finds that a client is gone while the main thread clears away what that had. */
static void
lose_in_call (Fixture *self)
{
  guint n_calls = relay_count_calls (self->relay, DOMAIN_RESTORE);
  virConnectPtr native = open_uri (self->uri);
  GThread *thread;

  listen_often (native);
  thread = g_thread_new ("call", call_slowly, native);
  while (relay_count_calls (self->relay, DOMAIN_RESTORE) == n_calls)
    g_thread_yield ();
  relay_cut (self->relay);
  g_thread_join (thread);
  virConnectClose (native);
}

static void
test_client_goes (Fixture *self, gconstpointer data)
{
  g_autofree char *uri = NULL;
  virConnectPtr native;

  if (self->daemon == NULL)
    return;

  for (guint i = 0; i < 8; i++)
    lose_in_call (self);

  uri = daemon_dup_uri (self->daemon, NULL);
  native = open_uri (uri);
  g_assert_true (answers (native));
  virConnectClose (native);
}

static gpointer
thaw_soon (gpointer user_data)
{
  g_usleep (G_TIME_SPAN_SECOND / 5);
  daemon_thaw (user_data);
  return NULL;
}

static void
test_freeze (Fixture *self, gconstpointer data)
{
  virConnectPtr native;
  GThread *thread;

  if (self->daemon == NULL)
    return;

  native = open_uri (self->uri);
  daemon_freeze (self->daemon);
  thread = g_thread_new ("thaw", thaw_soon, self->daemon);
  g_assert_cmpint (measure (native), >=, 150);
  g_thread_join (thread);
  virConnectClose (native);
}

static void
test_slow_call (Fixture *self, gconstpointer data)
{
  g_autofree char *path = daemon_dup_slow_path (300);
  virConnectPtr native;
  gint64 start;

  if (self->daemon == NULL)
    return;

  native = open_uri (self->uri);
  start = g_get_monotonic_time ();
  g_assert_cmpint (virDomainRestore (native, path), ==, -1);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 300 * 1000);
  g_assert_cmpint (virGetLastErrorCode (), ==, VIR_ERR_SYSTEM_ERROR);
  virConnectClose (native);
}

static void
test_delay (Fixture *self, gconstpointer data)
{
  virConnectPtr native;

  if (self->daemon == NULL)
    return;

  native = open_uri (self->uri);
  relay_set_delay (self->relay, 100);
  g_assert_cmpint (measure (native), >=, 200);
  relay_set_delay (self->relay, 0);
  g_assert_cmpint (measure (native), <, 200);
  virConnectClose (native);
}

static gpointer
go_on_soon (gpointer user_data)
{
  g_usleep (G_TIME_SPAN_SECOND / 5);
  relay_go_on (user_data);
  return NULL;
}

static void
test_stall (Fixture *self, gconstpointer data)
{
  virConnectPtr native;
  GThread *thread;

  if (self->daemon == NULL)
    return;

  native = open_uri (self->uri);
  relay_stall (self->relay);
  thread = g_thread_new ("go-on", go_on_soon, self->relay);
  g_assert_cmpint (measure (native), >=, 150);
  g_thread_join (thread);
  virConnectClose (native);
}

static void
test_cut (Fixture *self, gconstpointer data)
{
  virConnectPtr native;

  if (self->daemon == NULL)
    return;

  native = open_uri (self->uri);
  g_assert_cmpuint (relay_count_links (self->relay), ==, 1);
  relay_cut (self->relay);
  g_assert_cmpuint (relay_count_links (self->relay), ==, 0);
  g_assert_false (answers (native));
  virConnectClose (native);

  native = open_uri (self->uri);
  g_assert_true (answers (native));
  virConnectClose (native);
}

static int
connect_to (const char *path)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int fd = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

  g_strlcpy (address.sun_path, path, sizeof address.sun_path);
  g_assert_cmpint (connect (fd, (struct sockaddr *) &address, sizeof address), ==, 0);
  return fd;
}

static void
test_half_close (Fixture *self, gconstpointer data)
{
  char byte;
  int fd;

  if (self->daemon == NULL)
    return;

  fd = connect_to (relay_get_socket (self->relay));
  while (relay_count_links (self->relay) == 0)
    g_thread_yield ();
  relay_half_close (self->relay);
  g_assert_cmpint (read (fd, &byte, 1), ==, 0);
  g_assert_cmpint (write (fd, "", 1), ==, 1);
  g_assert_cmpuint (relay_count_links (self->relay), ==, 1);
  close (fd);
  while (relay_count_links (self->relay) > 0)
    g_thread_yield ();
}

static void
test_options (Fixture *self, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  if (self->daemon == NULL)
    return;

  path = g_build_filename (daemon_get_etc_dir (self->daemon), "libvirtd.conf", NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "\nmax_client_requests = 2\n"));
  g_assert_nonnull (strstr (text, "\nkeepalive_interval = -1\n"));
  g_assert_null (strstr (text, "keepalive_count"));
  g_assert_nonnull (strstr (text, "\nmin_workers = 3\n"));
}

static void
ignore_error (void *data, virErrorPtr error)
{
}

static gpointer
serve_events (gpointer user_data)
{
  while (TRUE)
    virEventRunDefaultImpl ();
  return NULL;
}

#define ADD(path, data, test) g_test_add (path, Fixture, data, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  static const DaemonOptions options = { .max_client_requests = 2,
                                         .keepalive_interval = -1,
                                         .more = "min_workers = 3\n" };

  g_test_init (&argc, &argv, NULL);
  virSetErrorFunc (NULL, ignore_error);
  signal (SIGPIPE, SIG_IGN);
  g_assert_cmpint (virInitialize (), ==, 0);
  g_assert_cmpint (virEventRegisterDefaultImpl (), ==, 0);
  g_thread_unref (g_thread_new ("events", serve_events, NULL));

  ADD ("/faults/fixture/daemon-answers", NULL, test_answers);
  ADD ("/faults/fixture/daemon-restarts", NULL, test_restart);
  ADD ("/faults/fixture/daemon-freezes", NULL, test_freeze);
  ADD ("/faults/fixture/daemon-has-slow-calls", NULL, test_slow_call);
  ADD ("/faults/fixture/daemon-survives-clients", NULL, test_client_goes);
  ADD ("/faults/fixture/daemon-has-options", &options, test_options);
  g_test_add_func ("/faults/fixture/daemon-leaves-nothing", test_leaves_nothing);
  ADD ("/faults/fixture/relay-delays", NULL, test_delay);
  ADD ("/faults/fixture/relay-stalls", NULL, test_stall);
  ADD ("/faults/fixture/relay-cuts", NULL, test_cut);
  ADD ("/faults/fixture/relay-half-closes", NULL, test_half_close);

  return g_test_run ();
}
