/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-types.h>
#include "runtime/libvirt-emitter-private.h"
#include "runtime/libvirt-executor-private.h"
#include "runtime/libvirt-handle-private.h"
#include "runtime/libvirt-registry-private.h"
#include "runtime/libvirt-side-private.h"
#include "runtime/libvirt-ticker-private.h"

G_BEGIN_DECLS

/* How long nothing may be heard: see libvirt_link_watch_set(). */
typedef struct
{
  guint interval;
  guint count;
} LibvirtKeepalive;

/*
 * What is behind a LibvirtConnect (or LibvirtAdminConnect): threads, queue, registry and native
 * pointer, counted apart from the GObject, so that the last unref of the object never waits for a
 * call and a late answer still finds what it needs.
 */
struct _LibvirtCore
{
  gatomicrefcount ref_count;

  GList fork_link;       /* in the list of libvirt-fork.c */
  gboolean is_inherited; /* of the parent of this process; set in a child that has one thread yet */

  /* Set once. */
  const LibvirtSide *side;
  LibvirtWeak *connect; /* the LibvirtConnect or LibvirtAdminConnect */
  GMainContext *context;
  LibvirtEmitter *emitter;
  LibvirtExecutor *executor;
  LibvirtTicker *ticker;

  /* Atomic. */
  int calls_in_flight;
  guint tracked_kinds; /* a bit for each kind whose base properties are right by events alone */
  int silence; /* the seconds after which the other end was given up; 0 if it was not */

  LibvirtTick job_tick; /* libvirt-domain-job-watch.c's */

  GMutex lock;
  /* Guarded by lock, which is never held across a call of libvirt's. */
  LibvirtSession *session; /* the native connection in use; NULL while lost, and once closed */
  gconstpointer awaited;   /* who may bring the next one; NULL for whoever opens the first */
  gboolean is_closed;      /* there will be no other */
  gboolean was_open;       /* there has been one */
  LibvirtKeepalive keepalive;
  guint event_groups;  /* what each session registers for */
  GPtrArray *monitors; /* NULL, or what of QEMU's events was asked for */
  int last_monitor_id;
  LibvirtRegistry registry;
  GHashTable *others; /* NULL, or what the side has of its own in place of the registry */
  LibvirtEntityList *lists[LIBVIRT_N_KINDS]; /* live lists, the connection's; also read atomically */
  GHashTable *untold; /* entity -> its changed properties, as bits, that wait to be notified */
  GPtrArray *jobs; /* NULL, or those of domains that have not ended: references */
  GQueue streams; /* of LibvirtStreamCore, borrowed: those that have not ended */
  GPtrArray *departed;  /* references: see libvirt-departed-private.h */
  guint32 event_serial; /* raised by each event, and when a call of ours returns */
  guint n_loads;        /* see libvirt_core_begin_load() */
  GHashTable *touched;  /* during loads: kind and name -> what was heard of it */
};

/* Takes @native over; without one it is closed. @socket is what libvirt_link_watch_new() wants. The
 * context is that of libvirt_async_ref_owner_context(). */
LIBVIRT_FOR_ADMIN
LibvirtCore *libvirt_core_new (gpointer connect,
                               const LibvirtSide *side,
                               gpointer native,
                               int socket);

/* Without a session yet, and not closed: libvirt_core_take_session() brings the first one. */
LibvirtCore *libvirt_core_new_waiting (gpointer connect,
                                       const LibvirtSide *side);

LIBVIRT_FOR_ADMIN
LibvirtCore *libvirt_core_ref (LibvirtCore *self);
LIBVIRT_FOR_ADMIN
void libvirt_core_unref (LibvirtCore *self);

/* The native connection for one call. */
LIBVIRT_FOR_ADMIN
LibvirtHandle *libvirt_core_hold (LibvirtCore *self,
                                  GError **error);

/* To be called where a call begins; what it fails with may have to be explained. */
void libvirt_core_note_call (LibvirtCore *self);

/* The silence of the core of the last call that this thread has begun. */
int libvirt_core_get_silence (void);

/* The core of a LibvirtConnect, LibvirtNode or LibvirtEntity, or of an object of a type that was
 * made known with libvirt_core_add_type(). */
LibvirtCore *libvirt_core_of (gpointer object);
LIBVIRT_FOR_ADMIN
void libvirt_core_add_type (GType type,
                            LibvirtCore *(*get_core) (gpointer object));

/* For objects that a program made by itself: one whose connection is closed. Borrowed. */
LIBVIRT_FOR_ADMIN
LibvirtCore *libvirt_core_get_closed (void);

/* Puts another core in the place of that one. */
void libvirt_core_replace (LibvirtCore **place,
                           LibvirtCore *core);

/* FALSE also if the session in use is over, and that has not been told yet. */
gboolean libvirt_core_is_open (LibvirtCore *self);

/* For good, while one that is lost may be open again. */
gboolean libvirt_core_is_closed (LibvirtCore *self);

/* Why there is no native handle any more. */
LIBVIRT_FOR_ADMIN
void libvirt_core_set_closed_error (LibvirtCore *self,
                                    GError **error);
void libvirt_core_set_closed_error_locked (LibvirtCore *self,
                                           GError **error);

/* See libvirt-fork-private.h. */
void libvirt_core_before_fork (LibvirtCore *self);
void libvirt_core_after_fork (LibvirtCore *self,
                              gboolean in_child);

/* From whom a session is to come; what others bring is not wanted any more. */
void libvirt_core_await_session (LibvirtCore *self,
                                 gconstpointer who);

/* Puts @session in use; what was heard of another before is heard no more. FALSE, and the caller is to
 * close it, if it is over, if the connection was closed meanwhile, or if another than @who is
 * awaited. */
gboolean libvirt_core_take_session (LibvirtCore *self,
                                    LibvirtSession *session,
                                    gconstpointer who);

/* All that is known has been asked for in @session: events keep it right from now on. */
void libvirt_core_trust_events (LibvirtCore *self,
                                LibvirtSession *session);

/* The session in use: a reference, or NULL while there is none. */
LibvirtSession *libvirt_core_ref_session (LibvirtCore *self);

/* The session in use is over: frees every native handle, and closes it in a thread. What is known
 * stays known. In the owner's context. */
void libvirt_core_lose_session (LibvirtCore *self);

/* Under the lock: whether what was begun at @serial was asked of the session in use. */
gboolean libvirt_core_is_current (LibvirtCore *self,
                                  guint32 serial);

/* What every session is to register for. */
guint libvirt_core_get_event_groups (LibvirtCore *self);

/* What the link watch of this session and of all later ones is to wait for. FALSE if there is
 * nothing that could be watched. */
gboolean libvirt_core_set_keepalive (LibvirtCore *self,
                                     const LibvirtKeepalive *keepalive);

/* After how many seconds of silence a connection is given up; 0 for never. */
guint libvirt_core_get_patience (LibvirtCore *self);
gboolean libvirt_core_is_watched (LibvirtCore *self);

/* Detaches every native handle and closes the connection in a thread. FALSE if it was closed. */
LIBVIRT_FOR_ADMIN
gboolean libvirt_core_close (LibvirtCore *self);

/* For the dispose of @connect, the GObject of the connection. TRUE in a thread of the library's: it is
 * closed then, and ends with another dispose in the owner's context. */
LIBVIRT_FOR_ADMIN
gboolean libvirt_core_let_end (LibvirtCore *self,
                               gpointer connect);

/*
 * The answer to a question may be older than an event that arrives before it. A load asks
 * between begin and end; what an event touched since begin must be asked again. An entity keeps
 * the serial of its last event; for those that nobody knows yet, or that end and are let go
 * meanwhile, names are kept while there are loads. A call that makes something is a load, too.
 */
guint32 libvirt_core_get_serial (LibvirtCore *self);
guint32 libvirt_core_begin_load (LibvirtCore *self);
void libvirt_core_end_load (LibvirtCore *self);

/* An event, or a call of ours that has returned, says so of a thing; NULL for nothing. Under the lock. */
void libvirt_core_touch (LibvirtCore *self,
                         LibvirtKind kind,
                         const char *name,
                         const LibvirtBase *news);

/* What was said of it during the loads that there are, taken together: borrowed. NULL if nothing was after
 * @since. Under the lock. */
const LibvirtBase *libvirt_core_peek_news (LibvirtCore *self,
                                           LibvirtKind kind,
                                           const char *name,
                                           guint32 since);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LibvirtCore, libvirt_core_unref)

G_END_DECLS
