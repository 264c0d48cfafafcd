/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

/*
 * A connection that opens again what was lost. The daemon's test driver begins anew with each
 * restart: a running domain "test", which is the same one each time, and nothing else.
 */

#include "../harness.h"
#include "relayed.h"

typedef struct
{
  Daemon *daemon; /* NULL where there can be none: nothing is tested */
  Relay *relay;
  LibvirtConnect *connect; /* through the relay, with auto-reconnect */
  LibvirtDomain *domain;   /* the one that there always is */
  GListModel *domains;
  GString *story; /* what was told, a letter each */
  guint n_attempts;
  guint last_delay;
} Reconnecting;

void reconnecting_set_up (Reconnecting *self, gconstpointer data);
void reconnecting_tear_down (Reconnecting *self, gconstpointer data);

#define RECONNECTING_ADD(path, data, test)                                                         \
  g_test_add ("/faults/reconnect/" path, Reconnecting, data, reconnecting_set_up, test,            \
              reconnecting_tear_down)

gboolean reconnecting_has_state (Reconnecting *self, LibvirtConnectState state);

/* To the daemon that there is now. */
virConnectPtr reconnecting_open_raw (Reconnecting *self);

/* Until the first attempt to open it again is announced. */
void reconnecting_kill_daemon (Reconnecting *self);

/* Until the connection is open again. */
void reconnecting_restart_daemon (Reconnecting *self);
