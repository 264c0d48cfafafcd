/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "runtime/libvirt-core-private.h"
#include "runtime/libvirt-kick-private.h"
#include "runtime/libvirt-link-watch-private.h"

G_BEGIN_DECLS

/*
 * One native connection, from the time it is open to the time it is closed or lost: what has to be
 * made anew when another takes its place. The core refers to the one that is in use.
 */
struct _LibvirtSession
{
  gatomicrefcount ref_count;

  /* Set once. */
  LibvirtCore *core;
  LibvirtHandle *handle;   /* NULL once closed; then nobody looks */
  LibvirtKick *kick;       /* NULL where none is needed */
  LibvirtLinkWatch *watch; /* NULL where there is no socket of which we know */
  gpointer number;         /* see libvirt_session_give_number(); NULL without one */
  guint32 first_serial;    /* what was begun earlier is about another session */

  int n_registrations; /* atomic; of callbacks, that libvirt has not let go of */

  /* Whoever registers for events or takes that back, which are calls; nobody else waits for it. */
  GMutex registering;

  /* Guarded by the core's lock. */
  gboolean is_over;        /* its end was told, which is to be heard in the owner's context */
  gboolean is_lost;        /* before it is closed: nobody answers the calls that are under way */
  GArray *event_callbacks; /* LibvirtEventCallback */
  GPtrArray *refused;      /* NULL, or registrations that libvirt did not take */
  guint tracked_kinds;     /* whose life cycle events arrive: see LibvirtCore */
};

typedef struct
{
  const struct _LibvirtEntityEvents *table; /* whose registration it is */
  guint event;                              /* index in it */
  int id;                                   /* libvirt's */
} LibvirtEventCallback;

/* Takes @native over. @socket is what libvirt_link_watch_new() wants. */
LibvirtSession *libvirt_session_new (LibvirtCore *core,
                                     gpointer native,
                                     int socket);
LibvirtSession *libvirt_session_ref (LibvirtSession *self);
void libvirt_session_unref (LibvirtSession *self);

/* Deregisters all and closes the connection in a thread, without waiting. Takes the core's
 * reference over. */
void libvirt_session_close (LibvirtSession *self);

/* The same in this thread, which is a worker; blocks. */
void libvirt_session_close_now (LibvirtSession *self);

/*
 * What stands for the session where libvirt wants a pointer for a callback that it may still make
 * after the session has ended. Whoever closes the session takes it back before the last reference
 * goes; then it leads to nothing for ever, as another session has another one.
 */
gpointer libvirt_session_give_number (LibvirtSession *self);
void libvirt_session_take_number_back (LibvirtSession *self);

/* A reference, or NULL once that has been taken back. Any thread. */
LibvirtSession *libvirt_session_ref_by_number (gpointer number);

/* Around fork(): nothing leads to what was the parent's. */
void libvirt_sessions_before_fork (void);
void libvirt_sessions_after_fork (gboolean in_child);

/* FALSE once it was closed or lost. Any thread. */
gboolean libvirt_session_is_in_use (LibvirtSession *self);

/* The connection ended without having been closed; any thread. */
LIBVIRT_FOR_ADMIN
void libvirt_session_tell_closed (LibvirtSession *self,
                                  int reason);

/* connect/libvirt-connect-event.c. Both block. */
void libvirt_session_register_events (LibvirtSession *self,
                                      guint groups);
void libvirt_session_deregister_events (LibvirtSession *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LibvirtSession, libvirt_session_unref)

G_END_DECLS
