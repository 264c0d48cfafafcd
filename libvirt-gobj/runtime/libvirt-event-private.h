/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-event.h>
#include "runtime/libvirt-export-private.h"

G_BEGIN_DECLS

/* Called by each open: if no implementation was chosen, libvirt's I/O goes to the private
 * worker thread. Works on another library's implementation if one is registered already. FALSE if
 * there are not enough threads or descriptors for that, or for what libvirt will do. */
LIBVIRT_FOR_ADMIN
gboolean libvirt_event_ensure_impl (GError **error);

/* libvirt does not tell the socket of a connection, but it adds a watch for it in the thread
 * that opens: between begin and end the first one this thread adds is remembered, and told nothing
 * before libvirt has begun to use it (NOTES-event-loop.md). Another connection may be opened
 * meanwhile, by who is asked for a password. */
typedef struct _LibvirtEventOpening LibvirtEventOpening;
struct _LibvirtEventOpening
{
  LibvirtEventOpening *outer;
  gboolean is_fragile; /* see libvirt_event_loop_set_fragile() */
  guint events;        /* what libvirt wants to hear of there once it has begun to use it */
  int socket;          /* atomic */
  int is_given_up;     /* atomic; what has not begun may be given up, too */
};

/* @self is the caller's until the end, all 0 before it begins first. */
LIBVIRT_FOR_ADMIN
void libvirt_event_watch_opening_begin (LibvirtEventOpening *self);

/* The number of the watch, which no other connection will have; 0 if there was none, as with a
 * local driver or with another implementation. */
LIBVIRT_FOR_ADMIN
int libvirt_event_watch_opening_end (LibvirtEventOpening *self);

/* Any thread, also after the end: shuts the reading side of the socket, now or when there is one,
 * which lets the thread come back that waits for an answer there. */
void libvirt_event_opening_give_up (LibvirtEventOpening *self);

/*
 * Who blocks until libvirt's event loop has brought something must serve it meanwhile, if nobody
 * else does because that is to be done in the caller's own context.
 */
typedef enum
{
  LIBVIRT_EVENT_SERVED_ELSEWHERE, /* something else will be called */
  LIBVIRT_EVENT_SERVED_LATER,     /* another thread has the context now; it may leave it */
  LIBVIRT_EVENT_SERVED_HERE,      /* the caller must call libvirt_event_serve() */
  LIBVIRT_EVENT_SERVED_FOR_NOW,   /* the same; but the context is a borrowed one */
} LibvirtEventServed;

LibvirtEventServed libvirt_event_begin_serving (void);

/* One turn of libvirt's callbacks, and of nothing else that is in the context. May come back with
 * nothing having happened. */
void libvirt_event_serve (LibvirtEventServed served);

/* Makes a thread come back that is between these two. */
void libvirt_event_wake_server (void);

/* Shuts the reading side of that socket, which makes all calls fail that wait for an answer on
 * it. FALSE if libvirt has closed it. */
gboolean libvirt_event_shutdown_socket (int socket);

/* Of what is removed, libvirt frees what its callback uses though that may just be running in another
 * thread: returns when it is not, for a thread that does not serve the event loop. */
void libvirt_event_await_callback (void);

/* How often something came there that no call was waiting for. FALSE if libvirt has closed it. */
gboolean libvirt_event_count_calls (int socket,
                                    guint *n_calls);

G_END_DECLS
