/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "admin.h"

#include <stdlib.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

/* It comes last, after the socket that daemon_new() waits for. */
static LibvirtAdminConnect *
open_when_it_listens (const char *uri)
{
  g_autoptr (GError) error = NULL;
  LibvirtAdminConnect *connect;

  do
    {
      g_clear_error (&error);
      connect = libvirt_admin_connect_open (uri, LIBVIRT_CONNECT_FLAGS_NONE, &error);
    }
  while (g_error_matches (error, LIBVIRT_ERROR, LIBVIRT_ERROR_SYSTEM_ERROR));

  g_assert_no_error (error);
  return connect;
}

void
admin_set_up (Admin *self,
              gconstpointer data)
{
  self->daemon = daemon_new (NULL);
  if (self->daemon == NULL)
    return;

  self->uri = daemon_dup_admin_uri (self->daemon);
  self->connect = open_when_it_listens (self->uri);
  self->raw = virAdmConnectOpen (self->uri, 0);
  g_assert_nonnull (self->raw);

  /* It was tried whether the daemon answers. */
  while (admin_count_raw (self, "libvirtd") > 0)
    g_thread_yield ();
}

void
admin_tear_down (Admin *self,
                 gconstpointer data)
{
  if (self->daemon == NULL)
    return;

  if (self->connect != NULL)
    g_assert_finalize_object (g_steal_pointer (&self->connect));
  harness_finish_threads ();
  if (self->raw != NULL)
    g_assert_cmpint (virAdmConnectClose (self->raw), ==, 0);
  daemon_free (self->daemon);
  g_free (self->uri);
}

static void
run_test (Admin *self,
          gconstpointer data)
{
  void (*test) (Admin *self) = (void (*) (Admin *)) data;

  if (self->daemon != NULL)
    test (self);
}

void
admin_add_test (const char *path,
                void (*test) (Admin *self))
{
  g_test_add (path, Admin, (gconstpointer) test, admin_set_up, run_test, admin_tear_down);
}

LibvirtAdminServer *
admin_lookup_server (Admin *self)
{
  g_autoptr (GError) error = NULL;
  LibvirtAdminServer *server =
    libvirt_admin_connect_lookup_server (self->connect, "libvirtd", 0, &error);

  g_assert_no_error (error);
  g_assert_nonnull (server);
  return server;
}

virAdmServerPtr
admin_lookup_raw_server (Admin *self)
{
  virAdmServerPtr server = virAdmConnectLookupServer (self->raw, "libvirtd", 0);

  g_assert_nonnull (server);
  return server;
}

static void
free_clients (virAdmClientPtr *clients,
              int n_clients)
{
  for (int i = 0; i < n_clients; i++)
    virAdmClientFree (clients[i]);
  free (clients);
}

int
admin_count_raw (Admin *self,
                 const char *server)
{
  virAdmServerPtr native = virAdmConnectLookupServer (self->raw, server, 0);
  virAdmClientPtr *clients = NULL;
  int n_clients;

  g_assert_nonnull (native);
  n_clients = virAdmServerListClients (native, &clients, 0);
  g_assert_cmpint (n_clients, >=, 0);
  free_clients (clients, n_clients);
  virAdmServerFree (native);

  return n_clients;
}

static int
connect_socket (const char *path)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int fd = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

  g_strlcpy (address.sun_path, path, sizeof address.sun_path);
  g_assert_cmpint (connect (fd, (struct sockaddr *) &address, sizeof address), ==, 0);
  return fd;
}

/* Asks how to authenticate, as libvirt's protocol wants it: a call without arguments. The daemon
 * knows who a client is once it has answered that. */
static void
introduce (int fd)
{
  guint32 call[] = { 7 * sizeof (guint32), 0x20008086, 1, 66, 0, 0, 0 };
  guint32 size;
  char answer[256];

  for (guint i = 0; i < G_N_ELEMENTS (call); i++)
    call[i] = GUINT32_TO_BE (call[i]);
  g_assert_cmpint (write (fd, call, sizeof call), ==, sizeof call);
  g_assert_cmpint (recv (fd, &size, sizeof size, MSG_WAITALL), ==, sizeof size);
  size = GUINT32_FROM_BE (size) - sizeof size;
  g_assert_cmpuint (size, <=, sizeof answer);
  g_assert_cmpint (recv (fd, answer, size, MSG_WAITALL), ==, size);
}

/* The one that came last: numbers only grow. */
static virAdmClientPtr
find_last_client (Admin *self)
{
  virAdmServerPtr server = admin_lookup_raw_server (self);
  virAdmClientPtr *clients = NULL;
  virAdmClientPtr last;
  int n_clients = virAdmServerListClients (server, &clients, 0);
  unsigned long long id = 0;

  for (int i = 0; i < n_clients; i++)
    id = MAX (id, virAdmClientGetID (clients[i]));
  free_clients (clients, n_clients);

  last = virAdmServerLookupClient (server, id, 0);
  g_assert_nonnull (last);
  virAdmServerFree (server);
  return last;
}

int
admin_connect_client (Admin *self,
                      const char *socket,
                      LibvirtAdminClient **client,
                      virAdmClientPtr *raw)
{
  g_autoptr (LibvirtAdminServer) server = admin_lookup_server (self);
  g_autoptr (GError) error = NULL;
  int n_before = admin_count_raw (self, "libvirtd");
  int fd = connect_socket (socket);

  introduce (fd);
  g_assert_cmpint (admin_count_raw (self, "libvirtd"), ==, n_before + 1);
  *raw = find_last_client (self);
  *client = libvirt_admin_server_lookup_client (server, virAdmClientGetID (*raw), 0, &error);
  g_assert_no_error (error);
  return fd;
}
