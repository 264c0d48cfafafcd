/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * Lists the domains of a host that wants to know who asks. Three wrong passwords are enough.
 *
 *   auth URI
 */

#include <libvirt-gobj/libvirt-gobj.h>

#include "terminal-agent.h"

#define MAX_TRIES 3

static LibvirtConnect *
open_host (const char *uri,
           GError **error)
{
  g_autoptr (LibvirtConnectAuth) auth = terminal_agent_new ();

  for (guint i = 1;; i++)
    {
      g_autoptr (GError) refused = NULL;
      LibvirtConnect *host = libvirt_connect_open_auth (uri, auth, LIBVIRT_CONNECT_FLAGS_NONE,
                                                        &refused);

      if (host != NULL)
        return host;

      if (i == MAX_TRIES || !g_error_matches (refused, LIBVIRT_ERROR, LIBVIRT_ERROR_AUTH_FAILED))
        {
          g_propagate_error (error, g_steal_pointer (&refused));
          return NULL;
        }
      g_printerr ("%s\n", refused->message);
    }
}

static gboolean
print_domains (const char *uri,
               GError **error)
{
  g_autoptr (LibvirtConnect) host = open_host (uri, error);
  g_autoptr (GPtrArray) domains = NULL;

  if (host == NULL)
    return FALSE;

  domains = libvirt_connect_list_all_domains (host, 0, error);
  if (domains == NULL)
    return FALSE;

  for (guint i = 0; i < domains->len; i++)
    g_print ("%s\n", libvirt_domain_get_name (domains->pdata[i]));
  return TRUE;
}

int
main (int argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;

  if (argc != 2)
    {
      g_printerr ("Usage: %s URI\n", argv[0]);
      return 2;
    }

  if (!print_domains (argv[1], &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  return 0;
}
