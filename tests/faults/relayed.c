/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "relayed.h"

#include "../harness.h"

LibvirtConnect *
relayed_open_uri (const char *uri)
{
  g_autoptr (GError) error = NULL;
  LibvirtConnect *connect = libvirt_connect_open (uri, &error);

  g_assert_no_error (error);
  return connect;
}

LibvirtConnect *
relayed_open (Daemon *daemon, Relay *relay)
{
  g_autofree char *uri = daemon_dup_uri (daemon, relay_get_socket (relay));

  return relayed_open_uri (uri);
}

void
relayed_end (LibvirtConnect **connect, Daemon *daemon, Relay *relay)
{
  g_clear_object (connect);
  daemon_free (daemon);
  relay_free (relay);
  harness_finish_threads ();
}
