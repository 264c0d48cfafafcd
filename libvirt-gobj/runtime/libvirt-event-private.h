/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-event.h>
#include "runtime/libvirt-export-private.h"

G_BEGIN_DECLS

/* Called by the first open: if no implementation was chosen, libvirt's I/O goes to the private
 * worker thread. Works on another library's implementation if one is registered already. */
LIBVIRT_FOR_ADMIN
void libvirt_event_ensure_impl (void);

/* libvirt does not tell the socket of a connection, but it adds a watch for it in the thread
 * that opens: between begin and end the first one this thread adds is remembered. Another
 * connection may be opened meanwhile, by who is asked for a password. */
typedef struct _LibvirtEventOpening LibvirtEventOpening;
struct _LibvirtEventOpening
{
  LibvirtEventOpening *outer;
  int socket;
};

/* @self is the caller's until the end. */
LIBVIRT_FOR_ADMIN
void libvirt_event_watch_opening_begin (LibvirtEventOpening *self);

/* The number of the watch, which no other connection will have; 0 if there was none, as with a
 * local driver or with another implementation. */
LIBVIRT_FOR_ADMIN
int libvirt_event_watch_opening_end (LibvirtEventOpening *self);

/* Shuts the reading side of that socket, which makes all calls fail that wait for an answer on
 * it. FALSE if libvirt has closed it. */
gboolean libvirt_event_shutdown_socket (int socket);

/* How often something came there that no call was waiting for. FALSE if libvirt has closed it. */
gboolean libvirt_event_count_calls (int socket,
                                    guint *n_calls);

G_END_DECLS
