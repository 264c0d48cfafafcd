/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-gobj.h>

#include "../daemon.h"
#include "../relay.h"

LibvirtConnect *relayed_open_uri (const char *uri);

/* A connection to a daemon of the test's own, through a relay. */
LibvirtConnect *relayed_open (Daemon *daemon, Relay *relay);

/* Drops the connection, if there is one, then the daemon and the relay, and waits for all threads. */
void relayed_end (LibvirtConnect **connect, Daemon *daemon, Relay *relay);
