/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

/*
 * A bad link: a thread that listens on a Unix socket of its own and passes on what comes to
 * another one and back, late or not at all. No file descriptors pass through.
 */

#include <glib.h>

typedef struct _Relay Relay;

Relay *relay_new (const char *to_socket);

/* Cuts all links. */
void relay_free (Relay *self);

const char *relay_get_socket (Relay *self);

/* How many links there are now. */
guint relay_count_links (Relay *self);

/* How many calls of a procedure of libvirt's protocol have come from clients by now; 0: of any. */
guint relay_count_calls (Relay *self, guint procedure);

/* What comes from now on is passed on so much later, in either direction. */
void relay_set_delay (Relay *self, guint ms);

/* As a cable that is pulled out: nothing passes, and neither end is told. What was held back
 * passes when the link is there again. */
void relay_stall (Relay *self);
void relay_go_on (Relay *self);

/* It stalls by itself as soon as a call of @procedure has come, which the daemon does not get. */
void relay_stall_at (Relay *self, guint procedure);

/* Tells clients something that is no message of libvirt's protocol. No message may be on its way to
 * them. */
void relay_babble (Relay *self);

/* Closes all links, to both ends. */
void relay_cut (Relay *self);

/* Tells clients that nothing more will come, and goes on passing what they send. */
void relay_half_close (Relay *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Relay, relay_free)
