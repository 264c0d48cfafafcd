/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "connect/libvirt-connect-private.h"

G_BEGIN_DECLS

/*
 * The states of a connection, and all that changes them. Whoever calls these has a reference to
 * the connection, which a handler of what they tell may drop, and is in the owner's context where
 * nothing else is said.
 */
struct _LibvirtConnectLife
{
  int state; /* atomic */

  /* Only touched in the owner's context. */
  int told_state;
  gboolean auto_reconnect;
  gboolean is_loss_untold;     /* it is lost, and #LibvirtConnect::closed not emitted yet */
  LibvirtReconnect *reconnect; /* while it is being opened; outlives that if others close it */
  GError *error;               /* of the last attempt; NULL once open */
};

/* For dispose, in any thread: tells nothing. */
void libvirt_connect_life_end (LibvirtConnect *connect);

/* Any thread; the core is closed already. */
void libvirt_connect_life_close (LibvirtConnect *connect);

void libvirt_connect_life_set_auto_reconnect (LibvirtConnect *connect,
                                              gboolean auto_reconnect);

/* It begins open, or with attempts to be so; before anybody has it. */
void libvirt_connect_life_begin_open (LibvirtConnect *connect);
void libvirt_connect_life_begin_connecting (LibvirtConnect *connect);

/* Has something told or done in the owner's context, in its turn. Any thread. */
typedef void (*LibvirtConnectStep) (LibvirtConnect *connect,
                                    gconstpointer data);
void libvirt_connect_life_push (LibvirtConnect *connect,
                                LibvirtConnectStep func,
                                gconstpointer data);

/* Has all that waits to be told, if this is the owner's context; in any other thread that comes
 * later. */
void libvirt_connect_life_tell (LibvirtConnect *connect);

G_END_DECLS
