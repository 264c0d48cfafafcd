/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "runtime/libvirt-session-private.h"
#include "stream/libvirt-stream-core-private.h"

G_BEGIN_DECLS

/* What the sources of LibvirtStreamCore share with each other and with nobody else. */

/* What is written and not sent yet: a ring, of which pages are touched only as far as needed. */
typedef struct
{
  guint8 *bytes; /* NULL until there is something */
  gsize start;
  gsize fill;
  gboolean is_reserved;
  guint64 n_written;
  guint64 n_sent;
  GQueue holes; /* of LibvirtStreamHole, in their order */
} LibvirtStreamQueue;

#define LIBVIRT_STREAM_QUEUE_SIZE (4 * LIBVIRT_STREAM_PACKET)
#define LIBVIRT_STREAM_QUEUE_HOLES 64

typedef struct
{
  guint64 position; /* comes when so many bytes were sent */
  gint64 length;
  guint flags;
} LibvirtStreamHole;

/* What was received and not read yet, if reads are small: each call into libvirt costs as much. */
typedef struct
{
  guint8 *bytes; /* NULL until there is something */
  gsize start;
  gsize fill;
  gboolean is_filling; /* a thread has it, without the lock */
} LibvirtStreamAhead;

/* Reads of less go through that. */
#define LIBVIRT_STREAM_SMALL 65536

struct _LibvirtStreamCore
{
  gatomicrefcount ref_count;

  /* Set once. */
  LibvirtCore *core;       /* a reference */
  LibvirtSession *session; /* the same, of what it was made for; NULL if it never was */
  gsize id;                /* what libvirt's callback is given: it may come when this is gone */

  /* All others are guarded by the lock of the core. */
  GList link;    /* in the core's streams until the end */
  GCond changed; /* something that somebody may wait for */
  GQueue sources; /* of LibvirtStreamSource */
  guint n_serving; /* threads that serve libvirt while they wait */

  LibvirtHandle *handle;  /* NULL when it is over */
  LibvirtHandle *closing; /* held so that the connection's end waits for this one's */
  guint n_users;          /* calls of libvirt's that are under way, all short ones */

  /* What libvirt's event loop is to look for, for once, and what it has been told. */
  guint wanted;
  guint told;
  gboolean is_registered;
  gboolean is_telling;
  GError *watch_error;

  gboolean is_open;     /* by a function of this library */
  gboolean is_readable; /* as far as known */
  gboolean is_writable; /* an event since libvirt took nothing */
  gboolean is_eof;
  gboolean is_lost; /* the session was */
  gboolean is_cut; /* the connection was closed before the end */
  gboolean is_dropped;
  LibvirtStreamHalf halves;
  LibvirtStreamHalf closed_halves;
  LibvirtStreamAhead ahead;

  /* The sender: work for the executor while there is something to do. */
  LibvirtWork work;
  gboolean is_working;
  LibvirtStreamQueue queue;
  GError *send_error;

  LibvirtStreamEnd end;
  gboolean is_ended;
  GError *end_error;
};

/* Under the lock, but for what says otherwise. */

/* Tells everybody who waits. */
void libvirt_stream_core_wake (LibvirtStreamCore *self);

/* Has libvirt's event loop look for @events, a VIR_STREAM_EVENT, once. Gives the lock up. */
void libvirt_stream_core_want (LibvirtStreamCore *self,
                               guint events);

/* libvirt-stream-send.c. Has what waits sent, and the end made. */
void libvirt_stream_core_need_sender (LibvirtStreamCore *self);

gboolean libvirt_stream_queue_is_empty (LibvirtStreamQueue *self);
gsize libvirt_stream_queue_get_room (LibvirtStreamQueue *self);
void libvirt_stream_queue_clear (LibvirtStreamQueue *self);

/* FALSE with @error if it is over. */
gboolean libvirt_stream_core_check_open (LibvirtStreamCore *self,
                                         GError **error);

/* It has ended: no callback of libvirt's finds it any more. Without the lock. */
void libvirt_stream_core_forget (LibvirtStreamCore *self);

/* A copy of @repeated, which is remembered as this thread's last one. */
void libvirt_stream_core_repeat_error (const GError *repeated,
                                       GError **error);

G_END_DECLS
