/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-event.h>

G_BEGIN_DECLS

/* Called by the first open: if no implementation was chosen, libvirt's I/O goes to the private
 * worker thread. Works on another library's implementation if one is registered already. */
void libvirt_event_ensure_impl (void);

/* libvirt does not tell the socket of a connection, but it adds a watch for it in the thread
 * that opens: between begin and end the first one this thread adds is remembered. @fd becomes
 * -1 if there was none, as with a local driver or with another implementation. */
void libvirt_event_watch_opening_begin (void);
void libvirt_event_watch_opening_end (int *fd);

/* Shuts the reading side of that socket, which makes all calls fail that wait for an answer on
 * it. FALSE if no watch on @fd is registered any more. */
gboolean libvirt_event_shutdown_socket (int fd);

G_END_DECLS
