/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>
#include <libvirt-gobj/libvirt-types.h>
#include "runtime/libvirt-handle-private.h"

G_BEGIN_DECLS

/*
 * libvirt before 10.0 loses wake-ups between the threads of a connection: a call that is made
 * while another thread waits for an answer may not be sent for seconds. Any further call makes
 * up for it, so one is made, a cheap one, from a thread of ours. See NOTES-executor.md.
 *
 * Any thread may call these, with NULL as well, which is the kick of a connection without need.
 */
typedef struct _LibvirtKick LibvirtKick;

/* NULL if no call on @native can be lost. @session owns the result, and @native is borrowed: who
 * makes a call keeps it alive. */
LibvirtKick *libvirt_kick_new (LibvirtSession *session,
                               gpointer native);
void libvirt_kick_free (LibvirtKick *self);

/* A call begins while another is in flight; its caller holds a handle. Never waits. */
void libvirt_kick_follow (LibvirtKick *self);

/* The native connection is about to be closed. Never waits: a kick that is under way gives its
 * reference back when it is answered. */
void libvirt_kick_stop (LibvirtKick *self);

/* Whether a kick waits for its answer, with a reference to the native connection. */
gboolean libvirt_kick_is_calling (LibvirtKick *self);

/* For tests. */
guint libvirt_kick_get_n_kicks (LibvirtKick *self);
guint libvirt_kick_get_n_threads (LibvirtKick *self);

G_END_DECLS
