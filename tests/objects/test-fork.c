/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* After a fork the child can do nothing with its parent's connections, and says so; the parent
 * does not notice. */

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "daemon.h"
#include "objects.h"

static void
assert_refused (GError **error)
{
  g_assert_error (*error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_CONN);
  g_assert_nonnull (strstr ((*error)->message, "fork"));
  g_clear_error (error);
}

static void
on_done (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  libvirt_domain_suspend_finish (LIBVIRT_DOMAIN (source), result, &error);
  assert_refused (&error);
  *(gboolean *) user_data = TRUE;
}

static void
try_stream (LibvirtStream *stream)
{
  g_autoptr (GError) error = NULL;
  char byte = 0;

  g_assert_cmpint (g_input_stream_read (g_io_stream_get_input_stream (G_IO_STREAM (stream)), &byte, 1, NULL,
                                        &error),
                   ==, -1);
  assert_refused (&error);
  g_assert_cmpint (libvirt_stream_send (stream, (guint8 *) &byte, 1, &error), ==, -1);
  assert_refused (&error);
  g_assert_false (libvirt_stream_abort (stream, &error));
  assert_refused (&error);
  g_object_unref (stream);
}

/* All that a child may try. It has a time limit, as nothing may hang. */
static void
be_child (LibvirtConnect *connect,
          LibvirtDomain *domain,
          LibvirtStream *stream)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtConnect) own = NULL;
  LibvirtEntityList *list;
  gboolean done = FALSE;

  alarm (30);
  g_assert_false (libvirt_domain_suspend (domain, &error));
  assert_refused (&error);
  g_assert_null (libvirt_connect_list_all_domains (connect, 0, &error));
  assert_refused (&error);
  g_assert_cmpint (libvirt_connect_get_state (connect), ==, LIBVIRT_CONNECT_STATE_CLOSED);
  g_assert_nonnull (libvirt_domain_get_name (domain));
  libvirt_domain_peek_state (domain);
  try_stream (stream);

  libvirt_domain_suspend_async (domain, NULL, on_done, &done);
  list = LIBVIRT_ENTITY_LIST (libvirt_connect_get_domains (connect));
  harness_wait_until (done && !libvirt_entity_list_get_loading (list));
  g_assert_error (libvirt_entity_list_get_error (list), LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_CONN);

  g_assert_false (libvirt_connect_close (connect, &error));
  assert_refused (&error);

  own = libvirt_connect_open ("test:///default", &error);
  g_assert_no_error (error);
  g_assert_true (libvirt_connect_is_alive (own, &error));
  g_object_unref (domain);
  g_object_unref (connect);
}

static void
assert_child (LibvirtConnect *connect,
              LibvirtDomain *domain,
              LibvirtStream *stream)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      be_child (connect, domain, stream);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
}

typedef struct
{
  LibvirtDomain *domain;
  int stop; /* atomic */
} Busy;

/* A thread that takes the library's lock all the time, and no other: what GLib or libvirt have
 * locked when a process forks stays locked in the child. */
static gpointer
be_busy (gpointer data)
{
  Busy *busy = data;

  while (!g_atomic_int_get (&busy->stop))
    {
      libvirt_domain_peek_state (busy->domain);
      libvirt_entity_get_exists (LIBVIRT_ENTITY (busy->domain));
    }

  return NULL;
}

static LibvirtStream *
open_picture (LibvirtConnect *connect,
              LibvirtDomain *domain)
{
  g_autoptr (GError) error = NULL;
  LibvirtStream *stream = libvirt_stream_new (connect, 0, &error);
  g_autofree char *kind = libvirt_domain_screenshot (domain, stream, 0, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (kind, ==, "image/png");
  return stream;
}

static void
read_picture (LibvirtStream *stream)
{
  g_autoptr (GError) error = NULL;
  GInputStream *input = g_io_stream_get_input_stream (G_IO_STREAM (stream));
  g_autoptr (GOutputStream) picture = g_memory_output_stream_new_resizable ();

  g_assert_cmpint (g_output_stream_splice (picture, input, 0, NULL, &error), >, 1000);
  g_assert_no_error (error);
  g_assert_true (g_io_stream_close (G_IO_STREAM (stream), NULL, &error));
  g_assert_no_error (error);
}

static void
fork_on (const char *uri)
{
  g_autoptr (GError) error = NULL;
  LibvirtConnect *connect = libvirt_connect_open (uri, &error);
  LibvirtDomain *domain;
  g_autoptr (LibvirtStream) stream = NULL;
  Busy busy = { 0 };
  GThread *thread;

  g_assert_no_error (error);
  domain = libvirt_connect_lookup_domain_by_name (connect, "test", &error);
  g_assert_no_error (error);
  stream = open_picture (connect, domain);

  busy.domain = domain;
  thread = g_thread_new ("busy", be_busy, &busy);
  for (guint i = 0; i < 10; i++)
    assert_child (connect, domain, stream);
  g_atomic_int_set (&busy.stop, TRUE);
  g_thread_join (thread);

  read_picture (stream);
  g_assert_true (libvirt_domain_suspend (domain, &error));
  g_assert_cmpint (libvirt_domain_peek_state (domain), ==, LIBVIRT_DOMAIN_STATE_PAUSED);
  g_assert_true (libvirt_domain_resume (domain, &error));
  g_assert_true (libvirt_connect_close (connect, &error));
  g_object_unref (connect);
  g_object_unref (domain);
}

/* As a daemon does. GLib wakes the main contexts that it inherited with descriptors of the parent, too:
 * the child has one of its own. */
static void
close_all (void)
{
  for (int fd = 3; fd < 1000; fd++)
    close (fd);
  g_main_context_push_thread_default (g_main_context_new ());
}

static void
on_suspended (GObject *source,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_domain_suspend_finish (LIBVIRT_DOMAIN (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* Somebody else resumes it, which only libvirt's event loop can tell. */
static void
see_resumed (const char *uri,
             LibvirtDomain *domain)
{
  virConnectPtr raw = virConnectOpen (uri);
  virDomainPtr raw_domain = virDomainLookupByName (raw, "test");

  g_assert_cmpint (virDomainResume (raw_domain), ==, 0);
  while (libvirt_domain_peek_state (domain) != LIBVIRT_DOMAIN_STATE_RUNNING)
    {
      objects_serve ();
      g_main_context_iteration (g_main_context_get_thread_default (), FALSE);
    }
  virDomainFree (raw_domain);
  virConnectClose (raw);
}

/* What libvirt has in this process itself tells nothing in a child: its timer is the parent's. */
static void
be_daemon (const char *uri)
{
  GMainContext *context = g_main_context_get_thread_default ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtConnect) own = libvirt_connect_open (uri, &error);
  g_autoptr (LibvirtDomain) domain = NULL;
  gboolean done = FALSE;

  g_assert_no_error (error);
  domain = libvirt_connect_lookup_domain_by_name (own, "test", &error);
  g_assert_no_error (error);
  libvirt_domain_suspend_async (domain, NULL, on_suspended, &done);
  while (!done)
    g_main_context_iteration (context, TRUE);
  if (g_str_has_prefix (uri, "test:"))
    g_assert_true (libvirt_domain_resume (domain, &error));
  else
    see_resumed (uri, domain);
  g_assert_true (libvirt_connect_close (own, &error));
}

static void
assert_exits_well (pid_t child)
{
  int status;

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
}

/* Whatever has the number of a descriptor that the child has closed is left alone. */
static void
fork_again (const char *uri)
{
  int first = open ("/dev/null", O_WRONLY | O_CLOEXEC);
  int last = first;
  pid_t grandchild;

  while (last < 20)
    last = open ("/dev/null", O_WRONLY | O_CLOEXEC);

  grandchild = fork ();

  if (grandchild == 0)
    {
      be_daemon (uri);
      for (int fd = first; fd <= last; fd++)
        g_assert_cmpint (write (fd, "", 1), ==, 1);
      _exit (0);
    }
  assert_exits_well (grandchild);
}

static void
daemonise_on (const char *uri)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtConnect) connect = libvirt_connect_open (uri, &error);
  pid_t child;

  g_assert_no_error (error);
  child = fork ();
  if (child == 0)
    {
      alarm (30);
      close_all ();
      be_daemon (uri);
      _exit (0);
    }
  assert_exits_well (child);

  child = fork ();
  if (child == 0)
    {
      alarm (30);
      close_all ();
      fork_again (uri);
      _exit (0);
    }
  assert_exits_well (child);

  g_assert_true (libvirt_connect_is_alive (connect, &error));
}

/* In a child of a process with threads AddressSanitizer may wait for ever for its own locks, and
 * ThreadSanitizer wants no new threads. */
static gboolean
sanitizer_forbids (void)
{
  if (HARNESS_HAS_SANITIZER)
    g_test_skip ("the sanitizer cannot fork");
  return HARNESS_HAS_SANITIZER;
}

static void
test_local (void)
{
  if (sanitizer_forbids ())
    return;

  fork_on ("test:///default");
}

static void
test_remote (void)
{
  if (sanitizer_forbids ())
    return;

  daemon_serve (fork_on);
}

static void
test_daemon_local (void)
{
  if (sanitizer_forbids ())
    return;

  daemonise_on ("test:///default");
}

static void
test_daemon_remote (void)
{
  if (sanitizer_forbids ())
    return;

  daemon_serve (daemonise_on);
}

int
main (int argc,
      char **argv)
{
  objects_init (&argc, &argv);

  g_test_add_func ("/objects/fork/local", test_local);
  g_test_add_func ("/objects/fork/remote", test_remote);
  g_test_add_func ("/objects/fork/child-closes-all/local", test_daemon_local);
  g_test_add_func ("/objects/fork/child-closes-all/remote", test_daemon_remote);

  return g_test_run ();
}
