/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>
#include <libvirt-gobj/libvirt-types.h>
#include "runtime/libvirt-handle-private.h"

G_BEGIN_DECLS

/*
 * Notices that the other end of a connection is not there any more though nobody has said so, and
 * makes all calls fail that wait for it. See NOTES-link-watch.md.
 *
 * Any thread may call these, with NULL as well, which is the watch of a connection without a
 * socket that we know of.
 */
typedef struct _LibvirtLinkWatch LibvirtLinkWatch;

/* What is watched for unless something else is said, as libvirt's own tools do it: dead after 30
 * silent seconds. */
#define LIBVIRT_LINK_WATCH_INTERVAL 5
#define LIBVIRT_LINK_WATCH_COUNT 5

/* Watches from now on, with default values. @socket is what libvirt_event_watch_opening_end()
 * said; NULL if that is 0. Until libvirt_link_watch_finish() it keeps @session and its handle. */
LibvirtLinkWatch *libvirt_link_watch_new (LibvirtSession *session,
                                          int socket);
void libvirt_link_watch_unref (LibvirtLinkWatch *self);

/* How long nothing may be heard: @interval seconds, 0 to ask nothing and shut nothing, and once
 * more for each of @count questions. */
void libvirt_link_watch_set (LibvirtLinkWatch *self,
                             guint interval,
                             guint count);
gboolean libvirt_link_watch_is_active (LibvirtLinkWatch *self);

/* The connection is being closed: from now on, nobody waits long for the other end. */
void libvirt_link_watch_hurry (LibvirtLinkWatch *self);

/* The other end has answered. */
void libvirt_link_watch_hear (LibvirtLinkWatch *self);

/* Lets the calls come back that are still under way, and drops the handle, with which libvirt
 * closes the connection unless others have references to it. Blocks, but not for ever. */
void libvirt_link_watch_finish (LibvirtLinkWatch *self);

/* Around fork(): a child watches nothing of its parent's. */
void libvirt_link_watch_before_fork (void);
void libvirt_link_watch_after_fork (gboolean in_child);

G_END_DECLS
