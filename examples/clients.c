/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * Lists who is connected to a daemon, and how many more may come.
 *
 *   clients [URI]
 */

#include <libvirt-gobj-admin/libvirt-gobj-admin.h>

static void
show_limits (LibvirtAdminServer *server,
             GVariant *limits)
{
  guint current = 0;
  guint max = 0;

  g_variant_lookup (limits, LIBVIRT_ADMIN_SERVER_CLIENTS_CURRENT, "u", &current);
  g_variant_lookup (limits, LIBVIRT_ADMIN_SERVER_CLIENTS_MAX, "u", &max);
  g_print ("%s: %u of %u clients\n", libvirt_admin_server_get_name (server), current, max);
}

/* What the daemon knows depends on how the client came. One that has not yet said who it is, or is
 * gone by now, has nothing to show. */
static void
show_client (LibvirtAdminClient *client)
{
  g_autoptr (GVariant) info = libvirt_admin_client_get_info (client, 0, NULL);
  g_autoptr (GDateTime) since =
    g_date_time_new_from_unix_local (libvirt_admin_client_get_timestamp (client));
  g_autofree char *time = g_date_time_format (since, "%F %T");
  const char *who = "somebody";
  int pid;

  g_print ("%6" G_GUINT64_FORMAT "  since %s", libvirt_admin_client_get_id (client), time);
  if (info != NULL)
    {
      g_variant_lookup (info, LIBVIRT_ADMIN_CLIENT_INFO_UNIX_USER_NAME, "&s", &who);
      g_variant_lookup (info, LIBVIRT_ADMIN_CLIENT_INFO_SOCKET_ADDR, "&s", &who);
    }
  g_print ("  %s", who);
  if (info != NULL &&
      g_variant_lookup (info, LIBVIRT_ADMIN_CLIENT_INFO_UNIX_PROCESS_ID, "i", &pid))
    g_print (", process %d", pid);
  g_print ("\n");
}

static gboolean
show_server (LibvirtAdminServer *server,
             GError **error)
{
  g_autoptr (GVariant) limits = libvirt_admin_server_get_client_limits (server, 0, error);
  g_autoptr (GPtrArray) clients = NULL;

  if (limits != NULL)
    clients = libvirt_admin_server_list_clients (server, 0, error);
  if (clients == NULL)
    return FALSE;

  show_limits (server, limits);
  for (guint i = 0; i < clients->len; i++)
    show_client (g_ptr_array_index (clients, i));
  return TRUE;
}

static gboolean
show_daemon (const char *uri,
             GError **error)
{
  g_autoptr (LibvirtAdminConnect) daemon =
    libvirt_admin_connect_open (uri, LIBVIRT_CONNECT_FLAGS_NONE, error);
  g_autoptr (GPtrArray) servers = NULL;

  if (daemon != NULL)
    servers = libvirt_admin_connect_list_servers (daemon, 0, error);
  if (servers == NULL)
    return FALSE;

  for (guint i = 0; i < servers->len; i++)
    if (!show_server (g_ptr_array_index (servers, i), error))
      return FALSE;

  return TRUE;
}

int
main (int argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;

  if (show_daemon (argc > 1 ? argv[1] : NULL, &error))
    return 0;

  g_printerr ("clients: %s\n", error->message);
  return 1;
}
