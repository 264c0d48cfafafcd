/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * What is written is kept in a queue and sent by a worker: libvirt has no way to send that does not
 * wait for the socket. The same worker makes the end, so that nothing is under way then.
 */

#include "stream/libvirt-stream-state-private.h"

#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-event-private.h"

/* The queue */

gboolean
libvirt_stream_queue_is_empty (LibvirtStreamQueue *self)
{
  return self->fill == 0 && self->holes.length == 0;
}

gsize
libvirt_stream_queue_get_room (LibvirtStreamQueue *self)
{
  if (self->is_reserved || self->holes.length >= LIBVIRT_STREAM_QUEUE_HOLES)
    return 0;

  return LIBVIRT_STREAM_QUEUE_SIZE - self->fill;
}

void
libvirt_stream_queue_clear (LibvirtStreamQueue *self)
{
  g_queue_clear_full (&self->holes, g_free);
  self->fill = 0;
  self->n_sent = self->n_written;
}

/* A part of the room that is in one piece. */
static gsize
queue_get_span (LibvirtStreamQueue *self,
                guint8 **span)
{
  gsize end = (self->start + self->fill) % LIBVIRT_STREAM_QUEUE_SIZE;

  if (self->bytes == NULL)
    self->bytes = g_malloc (LIBVIRT_STREAM_QUEUE_SIZE);
  *span = self->bytes + end;

  return MIN (LIBVIRT_STREAM_QUEUE_SIZE - self->fill, LIBVIRT_STREAM_QUEUE_SIZE - end);
}

/* How much can be sent at once; 0 if it is a hole's turn. */
static gsize
queue_get_next (LibvirtStreamQueue *self)
{
  LibvirtStreamHole *hole = g_queue_peek_head (&self->holes);
  gsize n = MIN (self->fill, LIBVIRT_STREAM_QUEUE_SIZE - self->start);

  if (hole != NULL)
    n = (gsize) MIN (n, hole->position - self->n_sent);

  return MIN (n, LIBVIRT_STREAM_PACKET);
}

static void
queue_drop (LibvirtStreamQueue *self,
            gsize n)
{
  self->fill -= n;
  self->n_sent += n;
  self->start = (self->start + n) % LIBVIRT_STREAM_QUEUE_SIZE;
  /* Memory that was used is used again. */
  if (self->fill == 0 && !self->is_reserved)
    self->start = 0;
}

/* Writing */

/* Under the lock. */
static gboolean
stream_core_check_writable (LibvirtStreamCore *self,
                            GError **error)
{
  if (!libvirt_stream_core_check_open (self, error))
    return FALSE;
  if (self->send_error == NULL)
    return TRUE;

  libvirt_stream_core_repeat_error (self->send_error, error);
  return FALSE;
}

gssize
libvirt_stream_core_reserve (LibvirtStreamCore *self,
                             gsize count,
                             guint8 **room,
                             GError **error)
{
  gssize n = 0;

  g_mutex_lock (&self->core->lock);
  if (!stream_core_check_writable (self, error))
    n = -1;
  else if (libvirt_stream_queue_get_room (&self->queue) > 0)
    n = (gssize) MIN (count, queue_get_span (&self->queue, room));
  if (n > 0)
    self->queue.is_reserved = TRUE;
  g_mutex_unlock (&self->core->lock);

  return n;
}

void
libvirt_stream_core_commit (LibvirtStreamCore *self,
                            gsize count)
{
  g_mutex_lock (&self->core->lock);
  self->queue.is_reserved = FALSE;
  /* What could not be sent has been dropped, and so is the rest. */
  if (self->end != LIBVIRT_STREAM_END_ABORT && self->send_error == NULL)
    {
      self->queue.fill += count;
      self->queue.n_written += count;
      libvirt_stream_core_need_sender (self);
    }
  libvirt_stream_core_wake (self);
  g_mutex_unlock (&self->core->lock);
}

gssize
libvirt_stream_core_send (LibvirtStreamCore *self,
                          gconstpointer data,
                          gsize count,
                          GError **error)
{
  guint8 *room = NULL;
  gssize n;

  n = libvirt_stream_core_reserve (self, count, &room, error);
  if (n <= 0)
    return n < 0 ? -1 : LIBVIRT_STREAM_WOULD_BLOCK;

  /* Without the lock: it is the whole connection's. */
  memcpy (room, data, (gsize) n);
  libvirt_stream_core_commit (self, (gsize) n);
  return n;
}

int
libvirt_stream_core_send_hole (LibvirtStreamCore *self,
                               gint64 length,
                               guint flags,
                               GError **error)
{
  LibvirtStreamHole *hole;
  int result = 0;

  g_mutex_lock (&self->core->lock);
  if (!stream_core_check_writable (self, error))
    {
      result = -1;
    }
  else if (libvirt_stream_queue_get_room (&self->queue) == 0)
    {
      result = LIBVIRT_STREAM_WOULD_BLOCK;
    }
  else
    {
      hole = g_new (LibvirtStreamHole, 1);
      *hole = (LibvirtStreamHole){ self->queue.n_written, length, flags };
      g_queue_push_tail (&self->queue.holes, hole);
      libvirt_stream_core_need_sender (self);
    }
  g_mutex_unlock (&self->core->lock);

  return result;
}

gboolean
libvirt_stream_core_check_sent (LibvirtStreamCore *self,
                                GError **error)
{
  gboolean is_fine = FALSE;

  g_mutex_lock (&self->core->lock);
  if (!self->is_dropped && self->is_cut)
    libvirt_core_set_closed_error_locked (self->core, error);
  else if (!self->is_dropped && self->send_error != NULL)
    libvirt_stream_core_repeat_error (self->send_error, error);
  else
    is_fine = TRUE;
  g_mutex_unlock (&self->core->lock);

  return is_fine;
}

/* The sender */

/* Without the lock. */
static gssize
stream_core_send_next (LibvirtStreamCore *self,
                       LibvirtHandle *handle,
                       const guint8 *bytes,
                       gsize n,
                       const LibvirtStreamHole *hole,
                       GError **error)
{
  gssize sent;

  libvirt_session_hold_handle (self->session, handle);
  sent = n > 0 ? virStreamSend (handle->stream, (const char *) bytes, n)
               : virStreamSendHole (handle->stream, hole->length, hole->flags);
  if (sent == -1)
    libvirt_take_last_error (error);
  libvirt_handle_release (handle);

  return sent;
}

/* FALSE if libvirt does not take any more now. */
static gboolean
stream_core_send_one (LibvirtStreamCore *self)
{
  LibvirtStreamQueue *queue = &self->queue;
  LibvirtHandle *handle = self->handle;
  const guint8 *bytes = queue->bytes + queue->start;
  gsize n = queue_get_next (queue);
  g_autofree LibvirtStreamHole *hole = n == 0 ? g_queue_pop_head (&queue->holes) : NULL;
  g_autoptr (GError) error = NULL;
  gssize sent;

  g_mutex_unlock (&self->core->lock);
  sent = stream_core_send_next (self, handle, bytes, n, hole, &error);
  g_mutex_lock (&self->core->lock);

  if (sent == LIBVIRT_STREAM_WOULD_BLOCK)
    {
      self->is_writable = FALSE;
      libvirt_stream_core_want (self, VIR_STREAM_EVENT_WRITABLE);
      return self->is_writable;
    }
  if (sent > 0)
    queue_drop (queue, (gsize) sent);
  if (error != NULL)
    {
      self->send_error = g_steal_pointer (&error);
      libvirt_stream_queue_clear (queue);
    }
  libvirt_stream_core_wake (self);
  return TRUE;
}

static gboolean
stream_core_end_native (LibvirtStreamCore *self,
                        LibvirtHandle *handle,
                        gboolean finishes,
                        GError **error)
{
  gboolean ended;

  libvirt_session_hold_handle (self->session, handle);
  if (self->is_registered) /* it does not change any more */
    {
      virStreamEventRemoveCallback (handle->stream);
      libvirt_event_await_callback ();
    }
  ended = libvirt_check (finishes ? virStreamFinish (handle->stream) : virStreamAbort (handle->stream),
                         error);
  libvirt_handle_unref (handle); /* the one that the stream had */
  libvirt_handle_release (handle);

  return ended;
}

/* From here on it is gone. */
static void
stream_core_set_ended (LibvirtStreamCore *self,
                       GError *error)
{
  LibvirtHandle *closing;

  g_mutex_lock (&self->core->lock);
  closing = g_steal_pointer (&self->closing);
  self->is_ended = TRUE;
  self->end_error = error;
  g_queue_unlink (&self->core->streams, &self->link);
  libvirt_stream_core_wake (self);
  g_mutex_unlock (&self->core->lock);

  libvirt_stream_core_forget (self);
  /* This may be the connection's last reference, which says good-bye. */
  g_clear_pointer (&closing, libvirt_handle_release);
}

static void
stream_core_make_end (LibvirtStreamCore *self)
{
  gboolean finishes = self->end == LIBVIRT_STREAM_END_FINISH;
  GError *error = self->send_error != NULL ? g_error_copy (self->send_error) : NULL;
  LibvirtHandle *handle;

  while (self->is_telling || self->n_users > 0)
    g_cond_wait (&self->changed, &self->core->lock);
  handle = g_steal_pointer (&self->handle);
  g_mutex_unlock (&self->core->lock);

  if (error == NULL)
    stream_core_end_native (self, handle, finishes, &error);
  else
    stream_core_end_native (self, handle, FALSE, NULL);
  stream_core_set_ended (self, error);

  g_mutex_lock (&self->core->lock);
}

/* Under the lock. FALSE if there is nothing to do for now. */
static gboolean
stream_core_step (LibvirtStreamCore *self)
{
  if (self->is_ended)
    return FALSE;
  if (self->end == LIBVIRT_STREAM_END_ABORT)
    libvirt_stream_queue_clear (&self->queue);
  if (!libvirt_stream_queue_is_empty (&self->queue))
    return stream_core_send_one (self);
  if (self->end == LIBVIRT_STREAM_END_ABORT ||
      (self->end == LIBVIRT_STREAM_END_FINISH && !self->queue.is_reserved))
    stream_core_make_end (self);

  return FALSE;
}

static void
sender_run (LibvirtWork *work)
{
  LibvirtStreamCore *self =
    (LibvirtStreamCore *) ((guint8 *) work - G_STRUCT_OFFSET (LibvirtStreamCore, work));

  g_mutex_lock (&self->core->lock);
  while (stream_core_step (self))
    continue;
  self->is_working = FALSE;
  g_mutex_unlock (&self->core->lock);

  libvirt_stream_core_unref (self);
}

void
libvirt_stream_core_need_sender (LibvirtStreamCore *self)
{
  if (self->is_working || self->is_ended ||
      (self->end == LIBVIRT_STREAM_END_NONE && libvirt_stream_queue_is_empty (&self->queue)))
    return;

  self->is_working = TRUE;
  /* Never held back behind calls that wait for the hypervisor: packets are dealt with as they come,
   * and those who wait for the sender may be such calls. */
  self->work.flags = LIBVIRT_CALL_APART;
  self->work.run = sender_run;
  libvirt_stream_core_ref (self);
  libvirt_executor_push (self->core->executor, &self->work);
}

/* The end */

gboolean
libvirt_stream_core_end (LibvirtStreamCore *self,
                         LibvirtStreamEnd end)
{
  gboolean begun = FALSE;

  g_mutex_lock (&self->core->lock);
  /* A finish that has not come to its end may still be aborted. */
  if (self->end < end && !self->is_ended)
    {
      begun = TRUE;
      self->end = end;
      libvirt_stream_core_need_sender (self);
      libvirt_stream_core_wake (self);
    }
  g_mutex_unlock (&self->core->lock);

  return begun;
}

gboolean
libvirt_stream_core_close_half (LibvirtStreamCore *self,
                                LibvirtStreamHalf half)
{
  gboolean is_last;

  g_mutex_lock (&self->core->lock);
  is_last = (self->halves & half) != 0 && !self->is_dropped && !self->is_ended;
  self->closed_halves |= half;
  is_last = is_last && (self->halves & ~self->closed_halves) == 0;
  g_mutex_unlock (&self->core->lock);

  return is_last;
}

gboolean
libvirt_stream_core_check_end (LibvirtStreamCore *self,
                               GError **error)
{
  gboolean is_fine;

  g_mutex_lock (&self->core->lock);
  is_fine = self->is_dropped || self->end_error == NULL;
  if (!is_fine)
    libvirt_stream_core_repeat_error (self->end_error, error);
  g_mutex_unlock (&self->core->lock);

  return is_fine;
}

void
libvirt_stream_core_drop (LibvirtStreamCore *self)
{
  g_mutex_lock (&self->core->lock);
  self->is_dropped = TRUE;
  libvirt_stream_core_wake (self);
  g_mutex_unlock (&self->core->lock);

  libvirt_stream_core_end (self, LIBVIRT_STREAM_END_ABORT);
}
