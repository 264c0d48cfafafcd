/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Who a client is, and how it is thrown out. */

#include <unistd.h>

#include "admin.h"

typedef struct
{
  LibvirtAdminClient *client;
  virAdmClientPtr raw;
  int fd;
} Client;

static void
client_connect (Client *self,
                Admin *admin,
                const char *socket)
{
  self->fd = admin_connect_client (admin, socket, &self->client, &self->raw);
}

static void
client_clear (Client *self)
{
  g_assert_finalize_object (self->client);
  virAdmClientFree (self->raw);
  close (self->fd);
}

static void
assert_raw_info (Client *self,
                 GVariant *info)
{
  virTypedParameterPtr params = NULL;
  int n = 0;

  g_assert_cmpint (virAdmClientGetInfo (self->raw, &params, &n, 0), ==, 0);
  harness_assert_raw_params (info, params, n);
}

static void
test_properties (Admin *self)
{
  g_autoptr (LibvirtAdminServer) server = admin_lookup_server (self);
  LibvirtAdminServer *property_server;
  LibvirtAdminClientTransport transport;
  Client client;
  gint64 timestamp;
  guint64 id;

  client_connect (&client, self, daemon_get_socket (self->daemon));
  g_object_get (client.client, "id", &id, "timestamp", &timestamp, "transport", &transport,
                "server", &property_server, NULL);
  g_assert_cmpuint (id, ==, virAdmClientGetID (client.raw));
  g_assert_cmpint (timestamp, ==, virAdmClientGetTimestamp (client.raw));
  g_assert_cmpint (timestamp, >, 0);
  g_assert_cmpint (transport, ==, LIBVIRT_ADMIN_CLIENT_TRANSPORT_UNIX);
  g_assert_cmpint (virAdmClientGetTransport (client.raw), ==, VIR_CLIENT_TRANS_UNIX);
  g_assert_true (property_server == server);
  g_object_unref (property_server);

  g_assert_cmpuint (libvirt_admin_client_get_id (client.client), ==, id);
  g_assert_cmpint (libvirt_admin_client_get_timestamp (client.client), ==, timestamp);
  g_assert_cmpint (libvirt_admin_client_get_transport (client.client), ==, transport);
  g_assert_true (libvirt_admin_client_get_server (client.client) == server);
  client_clear (&client);
}

static void
test_info (Admin *self)
{
  g_autoptr (GVariant) info = NULL;
  g_autoptr (GError) error = NULL;
  gboolean read_only;
  Client client;
  int pid;

  client_connect (&client, self, daemon_get_socket (self->daemon));
  info = libvirt_admin_client_get_info (client.client, 0, &error);
  g_assert_no_error (error);
  assert_raw_info (&client, info);
  g_assert_true (g_variant_lookup (info, LIBVIRT_ADMIN_CLIENT_INFO_UNIX_PROCESS_ID, "i", &pid));
  g_assert_cmpint (pid, ==, getpid ());
  g_assert_true (g_variant_lookup (info, LIBVIRT_ADMIN_CLIENT_INFO_READONLY, "b", &read_only));
  g_assert_false (read_only);
  client_clear (&client);
}

static void
test_read_only (Admin *self)
{
  g_autoptr (GVariant) info = NULL;
  g_autoptr (GError) error = NULL;
  gboolean read_only;
  Client client;

  client_connect (&client, self, daemon_get_read_only_socket (self->daemon));
  info = libvirt_admin_client_get_info (client.client, 0, &error);
  g_assert_no_error (error);
  assert_raw_info (&client, info);
  g_assert_true (g_variant_lookup (info, LIBVIRT_ADMIN_CLIENT_INFO_READONLY, "b", &read_only));
  g_assert_true (read_only);
  client_clear (&client);
}

/* The other end is told nothing: its socket ends. */
static void
assert_thrown_out (Client *self)
{
  char byte;

  g_assert_cmpint (read (self->fd, &byte, 1), ==, 0);
}

static void
test_close (Admin *self)
{
  g_autoptr (GError) error = NULL;
  Client client;
  int n_before = admin_count_raw (self, "libvirtd");

  client_connect (&client, self, daemon_get_socket (self->daemon));
  g_assert_true (libvirt_admin_client_close (client.client, 0, &error));
  g_assert_no_error (error);
  assert_thrown_out (&client);
  while (admin_count_raw (self, "libvirtd") > n_before)
    g_thread_yield ();

  g_assert_false (libvirt_admin_client_close (client.client, 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_CLIENT);
  g_assert_cmpint (virAdmClientClose (client.raw, 0), ==, -1);
  harness_assert_raw_error (error);
  client_clear (&client);
}

/* One object as long as somebody holds it, and a new one after that. */
static void
test_same_object (Admin *self)
{
  g_autoptr (LibvirtAdminServer) server = admin_lookup_server (self);
  g_autoptr (LibvirtAdminClient) again = NULL;
  g_autoptr (GError) error = NULL;
  Client client;
  guint64 id;

  client_connect (&client, self, daemon_get_socket (self->daemon));
  id = libvirt_admin_client_get_id (client.client);
  again = libvirt_admin_server_lookup_client (server, id, 0, &error);
  g_assert_true (again == client.client);

  g_clear_object (&again);
  g_assert_finalize_object (client.client);
  client.client = libvirt_admin_server_lookup_client (server, id, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (libvirt_admin_client_get_id (client.client), ==, id);
  client_clear (&client);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  admin_add_test ("/admin/client/properties", test_properties);
  admin_add_test ("/admin/client/info", test_info);
  admin_add_test ("/admin/client/info/read-only", test_read_only);
  admin_add_test ("/admin/client/close", test_close);
  admin_add_test ("/admin/client/same-object", test_same_object);

  return g_test_run ();
}
