/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>
#include "runtime/libvirt-core-private.h"

G_BEGIN_DECLS

/*
 * What is behind a LibvirtStream and its two halves, counted apart from them: libvirt's stream,
 * what is known about it, and what still has to be sent. See NOTES-stream.md.
 *
 * The native stream never blocks; a thread that has to wait sleeps here. Any thread may call these.
 */
typedef struct _LibvirtStreamCore LibvirtStreamCore;

/* libvirt's largest packet that every daemon takes. More is never asked for at once. */
#define LIBVIRT_STREAM_PACKET 262120

/* Results of libvirt_stream_core_recv(), as libvirt has them. */
#define LIBVIRT_STREAM_WOULD_BLOCK (-2)
#define LIBVIRT_STREAM_HOLE (-3)

/* What one can wait for. All of it is also there when the reason is known why it will never be. */
typedef enum
{
  LIBVIRT_STREAM_READY_IN = 1 << 0,      /* something has come, or the end */
  LIBVIRT_STREAM_READY_OUT = 1 << 1,     /* there is room for a byte */
  LIBVIRT_STREAM_READY_STEP = 1 << 2,    /* there is room for a packet */
  LIBVIRT_STREAM_READY_DRAINED = 1 << 3, /* all that was written is sent */
  LIBVIRT_STREAM_READY_ENDED = 1 << 4,   /* libvirt_stream_core_end() is done */
  LIBVIRT_STREAM_READY_BROKEN = 1 << 5,  /* what was written could not be sent, or nobody is there */
  LIBVIRT_STREAM_READY_EOF = 1 << 6,     /* nothing more will come */
} LibvirtStreamReady;

typedef enum
{
  LIBVIRT_STREAM_END_NONE,
  LIBVIRT_STREAM_END_FINISH,
  LIBVIRT_STREAM_END_ABORT,
} LibvirtStreamEnd;

/* The halves of a stream; those that are used. */
typedef enum
{
  LIBVIRT_STREAM_HALF_IN = 1 << 0,
  LIBVIRT_STREAM_HALF_OUT = 1 << 1,
} LibvirtStreamHalf;

/* Takes @native, a non-blocking stream of @session, over. */
LibvirtStreamCore *libvirt_stream_core_new (LibvirtSession *session,
                                            virStreamPtr native);
/* One that is closed. */
LibvirtStreamCore *libvirt_stream_core_new_closed (void);
LibvirtStreamCore *libvirt_stream_core_ref (LibvirtStreamCore *self);
void libvirt_stream_core_unref (LibvirtStreamCore *self);

LibvirtCore *libvirt_stream_core_get_core (LibvirtStreamCore *self);

/* libvirt's stream for one call, which must not block; NULL with @error if it is over. */
LibvirtHandle *libvirt_stream_core_hold (LibvirtStreamCore *self,
                                         GError **error);

/* Around the call that opens it; FALSE with @error if it is open. @halves are those that can be
 * used, 0 if the call failed: when they are closed, it is finished. At first, both are. */
gboolean libvirt_stream_core_begin_open (LibvirtStreamCore *self,
                                         GError **error);
void libvirt_stream_core_end_open (LibvirtStreamCore *self,
                                   LibvirtStreamHalf halves);

/* Never waits. The number of bytes, of which at least one must be asked for, 0 at the end,
 * WOULD_BLOCK, HOLE if @flags ask for that, or -1 with @error. */
gssize libvirt_stream_core_recv (LibvirtStreamCore *self,
                                 gpointer buffer,
                                 gsize count,
                                 guint flags,
                                 GError **error);

/* The length of the hole that was met; -1 with @error. */
gint64 libvirt_stream_core_recv_hole (LibvirtStreamCore *self,
                                      guint flags,
                                      GError **error);

/* Room for up to @count bytes that are to be sent, the caller's alone until it is committed. 0 if
 * there is none now, -1 with @error. */
gssize libvirt_stream_core_reserve (LibvirtStreamCore *self,
                                    gsize count,
                                    guint8 **room,
                                    GError **error);
void libvirt_stream_core_commit (LibvirtStreamCore *self,
                                 gsize count);

/* Never waits. The number of bytes that were taken, WOULD_BLOCK, or -1 with @error, which may be
 * that of what was sent before. */
gssize libvirt_stream_core_send (LibvirtStreamCore *self,
                                 gconstpointer data,
                                 gsize count,
                                 GError **error);

/* The same for a hole: 0, WOULD_BLOCK or -1. */
int libvirt_stream_core_send_hole (LibvirtStreamCore *self,
                                   gint64 length,
                                   guint flags,
                                   GError **error);

/* FALSE with @error if something that was written could not be sent. Not for what is over because
 * somebody has ended it. */
gboolean libvirt_stream_core_check_sent (LibvirtStreamCore *self,
                                         GError **error);

/* Sends what waits and finishes, or drops that and aborts, in a thread. FALSE if it is over. */
gboolean libvirt_stream_core_end (LibvirtStreamCore *self,
                                  LibvirtStreamEnd end);

/* TRUE if closing that half, which is not used any more, has to end the stream. */
gboolean libvirt_stream_core_close_half (LibvirtStreamCore *self,
                                         LibvirtStreamHalf half);

/* How the end went, once there is one. */
gboolean libvirt_stream_core_check_end (LibvirtStreamCore *self,
                                        GError **error);

/* What a second end fails with. */
void libvirt_stream_core_set_over_error (LibvirtStreamCore *self,
                                         GError **error);

/* Nobody has the LibvirtStream any more: it is aborted if need be, and closing does nothing. */
void libvirt_stream_core_drop (LibvirtStreamCore *self);

/* What there is of @ready now. */
LibvirtStreamReady libvirt_stream_core_get_ready (LibvirtStreamCore *self,
                                                  LibvirtStreamReady ready);

/* It has been ended, or its connection has. */
gboolean libvirt_stream_core_is_over (LibvirtStreamCore *self);

/* FALSE with libvirt's @error if it cannot be waited for. */
gboolean libvirt_stream_core_begin_watch (LibvirtStreamCore *self,
                                          GError **error);

/* Whether something can be read is not known any more. */
void libvirt_stream_core_ask_again (LibvirtStreamCore *self);

/* Blocks until there is any of @ready. FALSE if cancelled. */
gboolean libvirt_stream_core_wait (LibvirtStreamCore *self,
                                   LibvirtStreamReady ready,
                                   GCancellable *cancellable,
                                   GError **error);

/* Becomes ready when there is any of @ready, as often as it is asked. Its callback is a
 * GSourceFunc. */
GSource *libvirt_stream_core_create_source (LibvirtStreamCore *self,
                                            LibvirtStreamReady ready);

/* For the core of the connection, under its lock. @link is in its queue. */
void libvirt_stream_core_connection_closing (GList *link);
void libvirt_stream_core_forked (GList *link);

/* The session is lost: nothing more comes on its streams. */
void libvirt_stream_core_lose_all (LibvirtSession *session);

/* Around fork(), outside of those locks. */
void libvirt_stream_core_before_fork (void);
void libvirt_stream_core_after_fork (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LibvirtStreamCore, libvirt_stream_core_unref)

G_END_DECLS
