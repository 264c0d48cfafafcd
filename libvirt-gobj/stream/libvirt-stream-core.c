/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * The state of a stream: who waits for what, and what libvirt's event loop is to look for.
 */

#include "stream/libvirt-stream-state-private.h"

#include <string.h>

#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-event-private.h"

/* Whether the thread that serves libvirt has gone, which does not tell. */
#define LOOK_AGAIN_USEC (100 * G_TIME_SPAN_MILLISECOND)

/* libvirt may call back after a callback was removed, and with some drivers never frees its data.
 * So that is a number, and nothing is kept alive by it. */
static GMutex table_lock;
/* Guarded by table_lock. */
static GHashTable *table; /* id -> borrowed, of those that have not ended */
static gsize last_id;

static void
table_add (LibvirtStreamCore *self)
{
  g_mutex_lock (&table_lock);
  if (table == NULL)
    table = g_hash_table_new (NULL, NULL);
  self->id = ++last_id;
  g_hash_table_insert (table, GSIZE_TO_POINTER (self->id), self);
  g_mutex_unlock (&table_lock);
}

void
libvirt_stream_core_forget (LibvirtStreamCore *self)
{
  g_mutex_lock (&table_lock);
  g_hash_table_remove (table, GSIZE_TO_POINTER (self->id));
  g_mutex_unlock (&table_lock);
}

static LibvirtStreamCore *
table_lookup (gpointer id)
{
  LibvirtStreamCore *self;

  g_mutex_lock (&table_lock);
  self = g_hash_table_lookup (table, id);
  if (self != NULL)
    libvirt_stream_core_ref (self);
  g_mutex_unlock (&table_lock);

  return self;
}

static LibvirtStreamCore *
stream_core_alloc (LibvirtCore *core)
{
  LibvirtStreamCore *self = g_new0 (LibvirtStreamCore, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->core = libvirt_core_ref (core);
  self->link.data = self;
  g_cond_init (&self->changed);
  self->halves = LIBVIRT_STREAM_HALF_IN | LIBVIRT_STREAM_HALF_OUT;

  return self;
}

LibvirtStreamCore *
libvirt_stream_core_new (LibvirtSession *session,
                         virStreamPtr native)
{
  LibvirtCore *core = session->core;
  LibvirtStreamCore *self = stream_core_alloc (core);

  self->session = libvirt_session_ref (session);
  self->handle = libvirt_handle_new (core, LIBVIRT_KIND_STREAM, native);
  table_add (self);
  g_mutex_lock (&core->lock);
  g_queue_push_tail_link (&core->streams, &self->link);
  /* What @native was made for may have ended since. */
  self->is_lost = core->session != session;
  if (core->is_closed)
    libvirt_stream_core_connection_closing (&self->link);
  g_mutex_unlock (&core->lock);

  return self;
}

LibvirtStreamCore *
libvirt_stream_core_new_closed (void)
{
  LibvirtStreamCore *self = stream_core_alloc (libvirt_core_get_closed ());

  self->end = LIBVIRT_STREAM_END_ABORT;
  self->is_ended = TRUE;
  return self;
}

LibvirtStreamCore *
libvirt_stream_core_ref (LibvirtStreamCore *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
libvirt_stream_core_unref (LibvirtStreamCore *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_assert (self->is_ended && self->sources.length == 0);
  libvirt_stream_queue_clear (&self->queue);
  g_free (self->queue.bytes);
  g_free (self->ahead.bytes);
  g_clear_error (&self->watch_error);
  g_clear_error (&self->send_error);
  g_clear_error (&self->end_error);
  g_cond_clear (&self->changed);
  g_clear_pointer (&self->session, libvirt_session_unref);
  libvirt_core_unref (self->core);
  g_free (self);
}

LibvirtCore *
libvirt_stream_core_get_core (LibvirtStreamCore *self)
{
  return self->core;
}

gboolean
libvirt_stream_core_check_open (LibvirtStreamCore *self,
                                GError **error)
{
  if (self->core->is_closed)
    libvirt_core_set_closed_error_locked (self->core, error);
  else if (self->end == LIBVIRT_STREAM_END_ABORT)
    libvirt_set_error (error, LIBVIRT_ERROR_OPERATION_FAILED, "The stream was aborted");
  else if (self->end == LIBVIRT_STREAM_END_FINISH)
    libvirt_set_error (error, LIBVIRT_ERROR_OPERATION_FAILED, "The stream is closed");
  else
    return TRUE;

  return FALSE;
}

void
libvirt_stream_core_set_over_error (LibvirtStreamCore *self,
                                    GError **error)
{
  g_mutex_lock (&self->core->lock);
  libvirt_stream_core_check_open (self, error);
  g_mutex_unlock (&self->core->lock);
}

void
libvirt_stream_core_repeat_error (const GError *repeated,
                                  GError **error)
{
  libvirt_error_remember (repeated);
  if (error != NULL)
    *error = g_error_copy (repeated);
}

LibvirtHandle *
libvirt_stream_core_hold (LibvirtStreamCore *self,
                          GError **error)
{
  LibvirtHandle *handle = NULL;

  g_mutex_lock (&self->core->lock);
  if (libvirt_stream_core_check_open (self, error))
    handle = libvirt_session_hold_handle (self->session, self->handle);
  g_mutex_unlock (&self->core->lock);

  return handle;
}

gboolean
libvirt_stream_core_begin_open (LibvirtStreamCore *self,
                                GError **error)
{
  gboolean begun;

  g_mutex_lock (&self->core->lock);
  begun = !self->is_open && !self->is_lost;
  if (begun)
    self->is_open = TRUE;
  else if (self->is_lost)
    libvirt_set_error (error, LIBVIRT_ERROR_OPERATION_INVALID,
                       "The connection that the stream was made for was lost");
  else
    libvirt_set_error (error, LIBVIRT_ERROR_OPERATION_INVALID, "The stream is open already");
  g_mutex_unlock (&self->core->lock);

  return begun;
}

void
libvirt_stream_core_end_open (LibvirtStreamCore *self,
                              LibvirtStreamHalf halves)
{
  g_mutex_lock (&self->core->lock);
  self->is_open = halves != 0;
  if (halves != 0)
    {
      self->halves = halves;
      g_clear_error (&self->watch_error); /* of somebody who waited too early */
    }
  g_mutex_unlock (&self->core->lock);
}

/* What is ready */

/* Why nothing more is to be waited for: each call will say so. */
static gboolean
stream_core_is_over (LibvirtStreamCore *self)
{
  return self->core->is_closed || self->end != LIBVIRT_STREAM_END_NONE;
}

static LibvirtStreamReady
stream_core_peek_ready (LibvirtStreamCore *self)
{
  gboolean is_over = stream_core_is_over (self);
  gboolean is_broken = is_over || self->send_error != NULL;
  gsize room = libvirt_stream_queue_get_room (&self->queue);
  LibvirtStreamReady ready = 0;

  if (is_over || self->is_readable || self->ahead.fill > 0 || self->is_eof || self->is_lost || self->watch_error != NULL)
    ready |= LIBVIRT_STREAM_READY_IN;
  if (is_broken || room > 0)
    ready |= LIBVIRT_STREAM_READY_OUT;
  if (is_broken || room >= LIBVIRT_STREAM_PACKET)
    ready |= LIBVIRT_STREAM_READY_STEP;
  if (is_broken || libvirt_stream_queue_is_empty (&self->queue))
    ready |= LIBVIRT_STREAM_READY_DRAINED;
  if (self->is_ended || self->is_dropped)
    ready |= LIBVIRT_STREAM_READY_ENDED;
  if (is_broken || self->is_lost)
    ready |= LIBVIRT_STREAM_READY_BROKEN;
  if (is_over || self->is_eof)
    ready |= LIBVIRT_STREAM_READY_EOF;

  return ready;
}

/* libvirt's events */

static void
on_event (virStreamPtr native,
          int events,
          void *opaque)
{
  LibvirtStreamCore *self = table_lookup (opaque);

  if (self == NULL)
    return;

  g_mutex_lock (&self->core->lock);
  if (events & ~VIR_STREAM_EVENT_WRITABLE)
    self->is_readable = TRUE;
  if (events & ~VIR_STREAM_EVENT_READABLE)
    self->is_writable = TRUE;
  libvirt_stream_core_need_sender (self);
  /* What can be read stays so until somebody does: once is enough. */
  self->wanted &= (events & (VIR_STREAM_EVENT_ERROR | VIR_STREAM_EVENT_HANGUP)) ? 0 : ~(guint) events;
  libvirt_stream_core_wake (self);
  libvirt_stream_core_want (self, 0);
  g_mutex_unlock (&self->core->lock);

  libvirt_stream_core_unref (self);
}

static gboolean
stream_core_tell_libvirt (LibvirtStreamCore *self,
                          gboolean is_registered,
                          guint events,
                          GError **error)
{
  virStreamPtr native = self->handle->stream;

  if (is_registered)
    return libvirt_check (virStreamEventUpdateCallback (native, (int) events), error);

  return libvirt_check (virStreamEventAddCallback (native, (int) events, on_event,
                                                   GSIZE_TO_POINTER (self->id), NULL),
                        error);
}

/* One thread tells at a time, without the lock, and goes on until what it told is what is wanted. */
static void
stream_core_tell_wanted (LibvirtStreamCore *self)
{
  g_autoptr (GError) error = NULL;
  guint events = self->wanted;
  gboolean is_registered = self->is_registered;

  g_mutex_unlock (&self->core->lock);
  stream_core_tell_libvirt (self, is_registered, events, &error);
  g_mutex_lock (&self->core->lock);

  if (error == NULL)
    {
      self->told = events;
      self->is_registered = TRUE;
    }
  else if (self->watch_error == NULL)
    {
      self->watch_error = g_steal_pointer (&error);
    }
}

void
libvirt_stream_core_want (LibvirtStreamCore *self,
                          guint events)
{
  self->wanted |= events;
  if (self->is_telling)
    return;

  self->is_telling = TRUE;
  while (self->wanted != self->told && self->watch_error == NULL && !stream_core_is_over (self))
    stream_core_tell_wanted (self);
  self->is_telling = FALSE;
  if (self->watch_error != NULL || self->end != LIBVIRT_STREAM_END_NONE)
    libvirt_stream_core_wake (self);
}

/* Waiting */

typedef struct
{
  GSource source;
  GList link;
  LibvirtStreamCore *core;
  LibvirtStreamReady ready;
  GMainContext *context; /* NULL until it is attached; under the lock */
} StreamSource;

/* Those that block. */
static void
stream_core_wake_threads (LibvirtStreamCore *self)
{
  g_cond_broadcast (&self->changed);
  if (self->n_serving > 0)
    libvirt_event_wake_server ();
}

void
libvirt_stream_core_wake (LibvirtStreamCore *self)
{
  LibvirtStreamReady ready = self->sources.length > 0 ? stream_core_peek_ready (self) : 0;

  stream_core_wake_threads (self);
  for (GList *link = self->sources.head; link != NULL; link = link->next)
    {
      StreamSource *source = link->data;

      if ((source->ready & ready) != 0 && source->context != NULL)
        g_main_context_wakeup (source->context);
    }
}

LibvirtStreamReady
libvirt_stream_core_get_ready (LibvirtStreamCore *self,
                               LibvirtStreamReady ready)
{
  LibvirtStreamReady result;

  g_mutex_lock (&self->core->lock);
  result = stream_core_peek_ready (self) & ready;
  g_mutex_unlock (&self->core->lock);

  return result;
}

gboolean
libvirt_stream_core_is_over (LibvirtStreamCore *self)
{
  gboolean is_over;

  g_mutex_lock (&self->core->lock);
  is_over = stream_core_is_over (self);
  g_mutex_unlock (&self->core->lock);

  return is_over;
}

gboolean
libvirt_stream_core_begin_watch (LibvirtStreamCore *self,
                                 GError **error)
{
  gboolean is_watched;

  g_mutex_lock (&self->core->lock);
  is_watched = libvirt_stream_core_check_open (self, error);
  if (is_watched)
    libvirt_stream_core_want (self, VIR_STREAM_EVENT_READABLE);
  if (is_watched && self->watch_error != NULL)
    {
      is_watched = FALSE;
      /* It may be open later. */
      g_propagate_error (error, g_steal_pointer (&self->watch_error));
    }
  g_mutex_unlock (&self->core->lock);

  return is_watched;
}

void
libvirt_stream_core_ask_again (LibvirtStreamCore *self)
{
  g_mutex_lock (&self->core->lock);
  self->is_readable = FALSE;
  g_mutex_unlock (&self->core->lock);
}

/* Under the lock. TRUE if there is any of @ready; else it will be told. */
static gboolean
stream_core_look_for (LibvirtStreamCore *self,
                      LibvirtStreamReady ready)
{
  if ((stream_core_peek_ready (self) & ready) == 0 && (ready & LIBVIRT_STREAM_READY_IN) != 0)
    libvirt_stream_core_want (self, VIR_STREAM_EVENT_READABLE);

  return (stream_core_peek_ready (self) & ready) != 0;
}

static void
on_cancelled (GCancellable *cancellable,
              gpointer user_data)
{
  LibvirtStreamCore *self = user_data;

  g_mutex_lock (&self->core->lock);
  stream_core_wake_threads (self);
  g_mutex_unlock (&self->core->lock);
}

static void
stream_core_serve (LibvirtStreamCore *self,
                   LibvirtEventServed served)
{
  self->n_serving++;
  g_mutex_unlock (&self->core->lock);
  libvirt_event_serve (served);
  g_mutex_lock (&self->core->lock);
  self->n_serving--;
}

/* Until something has changed, or may have. In the context that serves libvirt nothing would come
 * if nobody served it meanwhile; what else there is in the context has to wait, as always when
 * somebody blocks. */
static void
stream_core_sleep (LibvirtStreamCore *self)
{
  LibvirtEventServed served = libvirt_event_begin_serving ();

  switch (served)
    {
    case LIBVIRT_EVENT_SERVED_HERE:
    case LIBVIRT_EVENT_SERVED_FOR_NOW:
      stream_core_serve (self, served);
      break;
    case LIBVIRT_EVENT_SERVED_LATER:
      g_cond_wait_until (&self->changed, &self->core->lock,
                         g_get_monotonic_time () + LOOK_AGAIN_USEC);
      break;
    case LIBVIRT_EVENT_SERVED_ELSEWHERE:
    default:
      g_cond_wait (&self->changed, &self->core->lock);
    }
}

gboolean
libvirt_stream_core_wait (LibvirtStreamCore *self,
                          LibvirtStreamReady ready,
                          GCancellable *cancellable,
                          GError **error)
{
  gulong id = cancellable != NULL
                ? g_cancellable_connect (cancellable, G_CALLBACK (on_cancelled), self, NULL)
                : 0;

  g_mutex_lock (&self->core->lock);
  while (!stream_core_look_for (self, ready) && !g_cancellable_is_cancelled (cancellable))
    stream_core_sleep (self);
  g_mutex_unlock (&self->core->lock);

  g_cancellable_disconnect (cancellable, id);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static gboolean
source_prepare (GSource *source,
                int *timeout)
{
  StreamSource *self = (StreamSource *) source;
  gboolean is_ready;

  *timeout = -1;
  g_mutex_lock (&self->core->core->lock);
  if (self->context == NULL)
    self->context = g_main_context_ref (g_source_get_context (source));
  is_ready = stream_core_look_for (self->core, self->ready);
  g_mutex_unlock (&self->core->core->lock);

  return is_ready;
}

static gboolean
source_check (GSource *source)
{
  StreamSource *self = (StreamSource *) source;

  return libvirt_stream_core_get_ready (self->core, self->ready) != 0;
}

static gboolean
source_dispatch (GSource *source,
                 GSourceFunc callback,
                 gpointer user_data)
{
  return callback != NULL ? callback (user_data) : G_SOURCE_CONTINUE;
}

static void
source_finalize (GSource *source)
{
  StreamSource *self = (StreamSource *) source;

  g_mutex_lock (&self->core->core->lock);
  g_queue_unlink (&self->core->sources, &self->link);
  g_mutex_unlock (&self->core->core->lock);
  g_clear_pointer (&self->context, g_main_context_unref);
  libvirt_stream_core_unref (self->core);
}

/* As the child of another source it has a closure in the place of a callback, with nothing to do. */
static gboolean
closure_callback (gpointer closure)
{
  return G_SOURCE_CONTINUE;
}

static GSourceFuncs source_funcs = {
  .prepare = source_prepare,
  .check = source_check,
  .dispatch = source_dispatch,
  .finalize = source_finalize,
  .closure_callback = closure_callback,
};

GSource *
libvirt_stream_core_create_source (LibvirtStreamCore *self,
                                   LibvirtStreamReady ready)
{
  StreamSource *source = (StreamSource *) g_source_new (&source_funcs, sizeof (StreamSource));

  g_source_set_static_name (&source->source, "libvirt-gobj stream");
  source->core = libvirt_stream_core_ref (self);
  source->ready = ready;
  source->link.data = source;
  g_mutex_lock (&self->core->lock);
  g_queue_push_tail_link (&self->sources, &source->link);
  g_mutex_unlock (&self->core->lock);

  return &source->source;
}

/* Receiving */

/* Begins a call of libvirt's that does not wait, during which its stream stays. */
static virStreamPtr
stream_core_begin (LibvirtStreamCore *self,
                   gboolean *is_eof,
                   GError **error)
{
  virStreamPtr native = NULL;

  g_mutex_lock (&self->core->lock);
  *is_eof = self->is_eof;
  if (libvirt_stream_core_check_open (self, error))
    {
      native = self->handle->stream;
      self->n_users++;
    }
  g_mutex_unlock (&self->core->lock);

  return native;
}

static void
stream_core_leave (LibvirtStreamCore *self)
{
  self->n_users--;
  if (self->end != LIBVIRT_STREAM_END_NONE)
    g_cond_broadcast (&self->changed);
}

/* Under the lock. FALSE with @error if something is waited for that will never come. */
static gboolean
stream_core_take_nothing (LibvirtStreamCore *self,
                          GError **error)
{
  if (self->is_lost)
    libvirt_set_error (error, LIBVIRT_ERROR_RPC,
                       "The connection was lost before the end of the stream");
  else if (self->watch_error != NULL)
    libvirt_stream_core_repeat_error (self->watch_error, error);
  else
    self->is_readable = FALSE;

  return !self->is_lost && self->watch_error == NULL;
}

static gssize
stream_core_took (LibvirtStreamCore *self,
                  gssize n,
                  GError **error)
{
  g_mutex_lock (&self->core->lock);
  if (n == 0)
    self->is_eof = TRUE;
  if (n == LIBVIRT_STREAM_WOULD_BLOCK && !stream_core_take_nothing (self, error))
    n = -1;
  stream_core_leave (self);
  g_mutex_unlock (&self->core->lock);

  return n;
}

static gssize
stream_core_recv_native (virStreamPtr native,
                         gpointer buffer,
                         gsize count,
                         guint flags,
                         GError **error)
{
  /* Drivers in this process have the first one only. */
  gssize n = flags == 0 ? virStreamRecv (native, buffer, count)
                        : virStreamRecvFlags (native, buffer, count, flags);

  if (n == -1)
    libvirt_take_last_error (error);

  return n;
}

static gssize
stream_core_recv_directly (LibvirtStreamCore *self,
                           gpointer buffer,
                           gsize count,
                           guint flags,
                           GError **error)
{
  gboolean is_eof;
  virStreamPtr native = stream_core_begin (self, &is_eof, error);
  gssize n = 0;

  if (native == NULL)
    return -1;

  /* Some drivers fail when they are asked again after the end. */
  if (!is_eof)
    n = stream_core_recv_native (native, buffer, CLAMP (count, 1, LIBVIRT_STREAM_PACKET), flags,
                                 error);

  return stream_core_took (self, n, error);
}

/* Under the lock. */
static gsize
ahead_take (LibvirtStreamAhead *self,
            gpointer buffer,
            gsize count)
{
  gsize n = MIN (count, self->fill);

  if (n > 0)
    memcpy (buffer, self->bytes + self->start, n);
  self->start += n;
  self->fill -= n;
  return n;
}

/* FALSE if it is not this thread that is to fill it. */
static gboolean
ahead_begin_fill (LibvirtStreamAhead *self)
{
  if (self->is_filling)
    return FALSE;

  if (self->bytes == NULL)
    self->bytes = g_malloc (LIBVIRT_STREAM_PACKET);
  self->is_filling = TRUE;
  return TRUE;
}

/* The same as directly, but for what is left for the next one. */
static gssize
stream_core_recv_ahead (LibvirtStreamCore *self,
                        gpointer buffer,
                        gsize count,
                        GError **error)
{
  gssize n =
    stream_core_recv_directly (self, self->ahead.bytes, LIBVIRT_STREAM_PACKET, 0, error);

  g_mutex_lock (&self->core->lock);
  self->ahead.is_filling = FALSE;
  self->ahead.start = 0;
  self->ahead.fill = (gsize) MAX (n, 0);
  if (n > 0)
    n = (gssize) ahead_take (&self->ahead, buffer, count);
  g_mutex_unlock (&self->core->lock);

  return n;
}

gssize
libvirt_stream_core_recv (LibvirtStreamCore *self,
                          gpointer buffer,
                          gsize count,
                          guint flags,
                          GError **error)
{
  gboolean fills;
  gssize n = 0;

  g_mutex_lock (&self->core->lock);
  if (!libvirt_stream_core_check_open (self, error))
    n = -1;
  else if (!self->ahead.is_filling)
    n = (gssize) ahead_take (&self->ahead, buffer, count);
  fills = n == 0 && flags == 0 && count < LIBVIRT_STREAM_SMALL && ahead_begin_fill (&self->ahead);
  g_mutex_unlock (&self->core->lock);

  if (n != 0)
    return n;

  return fills ? stream_core_recv_ahead (self, buffer, count, error)
               : stream_core_recv_directly (self, buffer, count, flags, error);
}

gint64
libvirt_stream_core_recv_hole (LibvirtStreamCore *self,
                               guint flags,
                               GError **error)
{
  gboolean is_eof;
  virStreamPtr native = stream_core_begin (self, &is_eof, error);
  long long length = -1;

  if (native == NULL)
    return -1;

  if (!libvirt_check (virStreamRecvHole (native, &length, flags), error))
    length = -1;
  g_mutex_lock (&self->core->lock);
  stream_core_leave (self);
  g_mutex_unlock (&self->core->lock);

  return length;
}

/* The connection */

void
libvirt_stream_core_connection_closing (GList *link)
{
  LibvirtStreamCore *self = link->data;

  if (self->handle == NULL || self->closing != NULL)
    return;

  self->closing = libvirt_session_hold_handle (self->session, self->handle);
  if (self->end == LIBVIRT_STREAM_END_NONE)
    {
      self->end = LIBVIRT_STREAM_END_ABORT;
      self->is_cut = TRUE;
    }
  libvirt_stream_core_need_sender (self);
  libvirt_stream_core_wake (self);
}

void
libvirt_stream_core_lose_all (LibvirtSession *session)
{
  LibvirtCore *core = session->core;

  g_mutex_lock (&core->lock);
  for (GList *link = core->streams.head; link != NULL; link = link->next)
    {
      LibvirtStreamCore *self = link->data;

      self->is_lost |= self->session == session;
      libvirt_stream_core_wake (self);
    }
  g_mutex_unlock (&core->lock);
}

/* In a child, where there is one thread: nothing of it can be used or given back. */
void
libvirt_stream_core_forked (GList *link)
{
  LibvirtStreamCore *self = link->data;

  self->handle = NULL;
  self->closing = NULL;
  self->is_working = FALSE;
  self->end = LIBVIRT_STREAM_END_ABORT;
  self->is_ended = TRUE;
  link->prev = NULL;
  link->next = NULL;
}

void
libvirt_stream_core_before_fork (void)
{
  g_mutex_lock (&table_lock);
}

void
libvirt_stream_core_after_fork (void)
{
  g_mutex_unlock (&table_lock);
}
