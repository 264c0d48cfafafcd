/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Connections to the admin interface: how they begin, what they tell, and how they end. */

#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "admin.h"

static void
test_open (Admin *self)
{
  char *uri = virAdmConnectGetURI (self->raw);
  g_autoptr (GError) error = NULL;
  g_autofree char *property = NULL;

  g_object_get (self->connect, "uri", &property, NULL);
  g_assert_cmpstr (property, ==, uri);
  g_assert_cmpstr (libvirt_admin_connect_get_uri (self->connect), ==, uri);
  g_assert_cmpint (libvirt_admin_connect_get_state (self->connect), ==, LIBVIRT_CONNECT_STATE_OPEN);
  g_assert_true (libvirt_admin_connect_is_alive (self->connect, &error));
  g_assert_no_error (error);
  g_assert_cmpint (admin_count_raw (self, "admin"), ==, 2);
  free (uri);
}

static void
on_result (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
test_open_async (Admin *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  LibvirtAdminConnect *connect;
  guint64 version;

  libvirt_admin_connect_open_async (self->uri, LIBVIRT_CONNECT_FLAGS_NO_ALIASES, NULL, on_result,
                                    &result);
  harness_wait_until (result != NULL);
  connect = libvirt_admin_connect_open_finish (result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (admin_count_raw (self, "admin"), ==, 3);
  g_clear_object (&result);

  libvirt_admin_connect_get_lib_version_async (connect, NULL, on_result, &result);
  harness_wait_until (result != NULL);
  version = libvirt_admin_connect_get_lib_version_finish (connect, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (version, >=, 9000000);
  g_clear_object (&result);

  g_assert_finalize_object (connect);
}

static void
test_open_cancelled (Admin *self)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  daemon_freeze (self->daemon);
  libvirt_admin_connect_open_async (self->uri, LIBVIRT_CONNECT_FLAGS_NONE, cancellable, on_result,
                                    &result);
  g_cancellable_cancel (cancellable);
  harness_wait_until (result != NULL);
  g_assert_null (libvirt_admin_connect_open_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  daemon_thaw (self->daemon);
}

static void
assert_fails_alike (const char *uri,
                    LibvirtConnectFlags flags)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (libvirt_admin_connect_open (uri, flags, &error));
  g_assert_null (virAdmConnectOpen (uri, flags));
  harness_assert_raw_error (error);
}

static void
test_open_fails (Admin *self)
{
  assert_fails_alike ("libvirtd:///nowhere", LIBVIRT_CONNECT_FLAGS_NONE);
  assert_fails_alike ("test:///default", LIBVIRT_CONNECT_FLAGS_NONE);
  assert_fails_alike ("libvirtd:///system?socket=/nobody/here", LIBVIRT_CONNECT_FLAGS_NONE);
  assert_fails_alike ("libvirtd:///system?sock=/a/typo", LIBVIRT_CONNECT_FLAGS_NONE);
  assert_fails_alike (self->uri, LIBVIRT_CONNECT_FLAGS_RO);
}

/* For NULL the environment is asked, too. */
static void
test_open_default (Admin *self)
{
  g_autoptr (LibvirtAdminConnect) connect = NULL;
  g_autoptr (GError) error = NULL;

  g_setenv ("LIBVIRT_ADMIN_DEFAULT_URI", self->uri, TRUE);
  connect = libvirt_admin_connect_open (NULL, LIBVIRT_CONNECT_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (libvirt_admin_connect_get_uri (connect), ==, self->uri);
  g_unsetenv ("LIBVIRT_ADMIN_DEFAULT_URI");
}

static void
test_versions (Admin *self)
{
  g_autoptr (GError) error = NULL;
  unsigned long long version = 0;

  g_assert_true (libvirt_admin_initialize (&error));
  g_assert_no_error (error);
  g_assert_cmpint (virAdmGetVersion (&version), ==, 0);
  g_assert_cmpuint (libvirt_admin_get_version (&error), ==, version);
  g_assert_no_error (error);

  version = 0;
  g_assert_cmpint (virAdmConnectGetLibVersion (self->raw, &version), ==, 0);
  g_assert_cmpuint (libvirt_admin_connect_get_lib_version (self->connect, &error), ==, version);
  g_assert_no_error (error);
}

static void
test_servers (Admin *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) servers = libvirt_admin_connect_list_servers (self->connect, 0, &error);
  virAdmServerPtr *raw = NULL;
  int n_raw = virAdmConnectListServers (self->raw, &raw, 0);

  g_assert_no_error (error);
  g_assert_cmpint (n_raw, >=, 2);
  g_assert_cmpuint (servers->len, ==, n_raw);
  for (int i = 0; i < n_raw; i++)
    {
      const char *name = virAdmServerGetName (raw[i]);
      g_autoptr (LibvirtAdminServer) server =
        libvirt_admin_connect_lookup_server (self->connect, name, 0, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (libvirt_admin_server_get_name (server), ==, name);
      g_assert_true (g_ptr_array_find (servers, server, NULL));
      virAdmServerFree (raw[i]);
    }
  free (raw);
}

static void
test_no_server (Admin *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (libvirt_admin_connect_lookup_server (self->connect, "nobody", 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_SERVER);
  g_assert_null (virAdmConnectLookupServer (self->raw, "nobody", 0));
  harness_assert_raw_error (error);
}

static void
test_flags (Admin *self)
{
  g_autoptr (GError) error = NULL;
  virAdmServerPtr *raw = NULL;

  g_assert_null (libvirt_admin_connect_list_servers (self->connect, 1, &error));
  g_assert_cmpint (virAdmConnectListServers (self->raw, &raw, 1), ==, -1);
  harness_assert_raw_error (error);
}

static void
count_notify (LibvirtAdminConnect *connect,
              GParamSpec *pspec,
              gpointer user_data)
{
  ++*(guint *) user_data;
}

static void
test_close (Admin *self)
{
  g_autoptr (GError) error = NULL;
  guint n_notified = 0;

  g_signal_connect (self->connect, "notify::state", G_CALLBACK (count_notify), &n_notified);
  g_assert_true (libvirt_admin_connect_close (self->connect, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_cmpint (libvirt_admin_connect_get_state (self->connect), ==,
                   LIBVIRT_CONNECT_STATE_CLOSED);
  g_assert_false (libvirt_admin_connect_close (self->connect, &error));
  harness_assert_closed (&error);
  g_assert_cmpuint (libvirt_admin_connect_get_lib_version (self->connect, &error), ==, 0);
  harness_assert_closed (&error);

  harness_finish_threads ();
  g_assert_cmpint (admin_count_raw (self, "admin"), ==, 1);
}

static void
drop_connection (LibvirtAdminConnect *connect,
                 GParamSpec *pspec,
                 gpointer user_data)
{
  g_clear_object (&((Admin *) user_data)->connect);
}

/* The handler has what was the only reference. */
static void
test_drop_in_close (Admin *self)
{
  g_autoptr (GError) error = NULL;
  gpointer weak = self->connect;

  g_object_add_weak_pointer (weak, &weak);
  g_signal_connect (self->connect, "notify::state", G_CALLBACK (drop_connection), self);
  g_assert_true (libvirt_admin_connect_close (self->connect, &error));
  g_assert_no_error (error);
  g_assert_null (weak);
  harness_finish_threads ();
  g_assert_cmpint (admin_count_raw (self, "admin"), ==, 1);
}

/* A native server or client that is left would keep the connection open. */
static void
test_close_with_servers (Admin *self)
{
  g_autoptr (LibvirtAdminServer) server = admin_lookup_server (self);
  g_autoptr (LibvirtAdminServer) found G_GNUC_UNUSED = NULL;
  g_autoptr (LibvirtAdminClient) client = NULL;
  g_autoptr (GError) error = NULL;
  virAdmClientPtr raw;
  int fd = admin_connect_client (self, daemon_get_socket (self->daemon), &client, &raw);

  virAdmClientFree (raw);
  g_assert_true (libvirt_admin_connect_close (self->connect, &error));
  harness_finish_threads ();
  g_assert_cmpint (admin_count_raw (self, "admin"), ==, 1);

  g_assert_null (libvirt_admin_server_list_clients (server, 0, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_admin_client_get_info (client, 0, &error));
  harness_assert_closed (&error);
  g_assert_cmpstr (libvirt_admin_server_get_name (server), ==, "libvirtd");
  close (fd);
}

static void
test_close_async (Admin *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  libvirt_admin_connect_close_async (self->connect, NULL, on_result, &result);
  harness_wait_until (result != NULL);
  g_assert_true (libvirt_admin_connect_close_finish (self->connect, result, &error));
  g_assert_no_error (error);
  harness_finish_threads ();
  g_assert_cmpint (admin_count_raw (self, "admin"), ==, 1);
}

/* The last reference closes, and what was found keeps nothing open. */
static void
test_drop (Admin *self)
{
  g_autoptr (LibvirtAdminServer) server = admin_lookup_server (self);
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_admin_server_get_connection (server) == self->connect);
  g_assert_finalize_object (g_steal_pointer (&self->connect));
  g_assert_null (libvirt_admin_server_get_connection (server));
  g_assert_null (libvirt_admin_server_get_client_limits (server, 0, &error));
  harness_assert_closed (&error);
  harness_finish_threads ();
  g_assert_cmpint (admin_count_raw (self, "admin"), ==, 1);
}

static void
on_closed (LibvirtAdminConnect *connect,
           LibvirtConnectCloseReason reason,
           gpointer user_data)
{
  g_assert_cmpint (libvirt_admin_connect_get_state (connect), ==, LIBVIRT_CONNECT_STATE_LOST);
  g_assert_cmpint (reason, ==, LIBVIRT_CONNECT_CLOSE_REASON_EOF);
  ++*(guint *) user_data;
}

static void
test_closed (Admin *self)
{
  g_autoptr (GError) error = NULL;
  guint n_closed = 0;

  g_signal_connect (self->connect, "closed", G_CALLBACK (on_closed), &n_closed);
  daemon_kill (self->daemon);
  harness_wait_until (n_closed > 0);

  g_assert_false (libvirt_admin_connect_is_alive (self->connect, &error));
  g_assert_no_error (error);
  g_assert_null (libvirt_admin_connect_list_servers (self->connect, 0, &error));
  g_assert_nonnull (error);
  g_assert_true (libvirt_admin_connect_close (self->connect, NULL));
  g_assert_cmpuint (n_closed, ==, 1);
}

/* Neither close() nor its thread waits for a daemon that does nothing more. */
static void
test_close_frozen (Admin *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  daemon_freeze (self->daemon);
  libvirt_admin_connect_get_lib_version_async (self->connect, NULL, on_result, &result);
  g_assert_true (libvirt_admin_connect_close (self->connect, &error));
  g_assert_no_error (error);
  harness_wait_until (result != NULL);
  g_assert_cmpuint (libvirt_admin_connect_get_lib_version_finish (self->connect, result, &error),
                    ==, 0);
  g_assert_nonnull (error);
  g_clear_object (&result);
  harness_finish_threads ();
  daemon_thaw (self->daemon);
}

static gboolean
use_in_child (Admin *self,
              LibvirtAdminServer *server)
{
  g_autoptr (GError) error = NULL;

  if (libvirt_admin_connect_get_state (self->connect) != LIBVIRT_CONNECT_STATE_CLOSED)
    return FALSE;
  if (libvirt_admin_server_list_clients (server, 0, &error) != NULL ||
      !g_error_matches (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_CONN))
    return FALSE;

  g_object_unref (server);
  g_object_unref (self->connect);
  return TRUE;
}

/* What is libvirt's is left behind, which valgrind would take for a leak if the child just ended. */
static void
end_child (gboolean well)
{
  const char *program = well ? "true" : "false";

  execlp (program, program, NULL);
  _exit (2);
}

/* The connection stays the parent's. */
static void
test_fork (Admin *self)
{
  g_autoptr (LibvirtAdminServer) server = admin_lookup_server (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) clients = NULL;
  pid_t pid = fork ();
  int status;

  if (pid == 0)
    end_child (use_in_child (self, server));

  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_cmpint (status, ==, 0);
  clients = libvirt_admin_server_list_clients (server, 0, &error);
  g_assert_no_error (error);
  g_assert_nonnull (clients);
  g_assert_cmpint (admin_count_raw (self, "admin"), ==, 2);
}

/* What a program makes by itself is closed from the start. */
static void
test_never_opened (void)
{
  g_autoptr (LibvirtAdminConnect) connect = g_object_new (LIBVIRT_ADMIN_TYPE_CONNECT, NULL);
  g_autoptr (LibvirtAdminServer) server = g_object_new (LIBVIRT_ADMIN_TYPE_SERVER, NULL);
  g_autoptr (LibvirtAdminClient) client = g_object_new (LIBVIRT_ADMIN_TYPE_CLIENT, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (libvirt_admin_connect_get_state (connect), ==, LIBVIRT_CONNECT_STATE_CLOSED);
  g_assert_null (libvirt_admin_connect_get_uri (connect));
  g_assert_false (libvirt_admin_connect_close (connect, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_admin_server_get_name (server));
  g_assert_null (libvirt_admin_server_list_clients (server, 0, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_admin_client_get_server (client));
  g_assert_false (libvirt_admin_client_close (client, 0, &error));
  harness_assert_closed (&error);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  admin_add_test ("/admin/connect/open", test_open);
  admin_add_test ("/admin/connect/open/async", test_open_async);
  admin_add_test ("/admin/connect/open/cancelled", test_open_cancelled);
  admin_add_test ("/admin/connect/open/default", test_open_default);
  admin_add_test ("/admin/connect/open/fails-as-libvirt-does", test_open_fails);
  admin_add_test ("/admin/connect/versions", test_versions);
  admin_add_test ("/admin/connect/servers", test_servers);
  admin_add_test ("/admin/connect/no-such-server", test_no_server);
  admin_add_test ("/admin/connect/unknown-flags", test_flags);
  admin_add_test ("/admin/connect/close", test_close);
  admin_add_test ("/admin/connect/drop-in-close", test_drop_in_close);
  admin_add_test ("/admin/connect/close/async", test_close_async);
  admin_add_test ("/admin/connect/close/with-servers", test_close_with_servers);
  admin_add_test ("/admin/connect/close/frozen", test_close_frozen);
  admin_add_test ("/admin/connect/drop", test_drop);
  admin_add_test ("/admin/connect/closed", test_closed);
  admin_add_test ("/admin/connect/fork", test_fork);
  g_test_add_func ("/admin/connect/never-opened", test_never_opened);

  return g_test_run ();
}
