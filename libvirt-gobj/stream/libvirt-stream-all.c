/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "stream/libvirt-stream-all.h"

#include "runtime/libvirt-error-private.h"
#include "stream/libvirt-stream-data-private.h"
#include "stream/libvirt-stream-data.h"
#include "stream/libvirt-stream-private.h"
#include "stream/libvirt-stream-wait-private.h"

/**
 * SECTION:libvirt-stream-all
 * @title: Whole transfers
 * @short_description: functions that fetch or take all data of a stream
 *
 * Where data is not in a file or in a stream of GIO, functions of the program produce or consume
 * it, piece by piece: they are called in the thread that asks for the transfer, until all is done
 * or one of them fails. Nothing here can be cancelled, and nothing has an asynchronous form, as
 * g_output_stream_splice_async() does that better.
 *
 * A stream with %LIBVIRT_STREAM_FLAGS_NONBLOCK cannot be used for this. If a transfer fails, the
 * stream has been aborted. Otherwise libvirt_stream_finish() is still to be called: only its
 * success says that the other end has everything.
 *
 * Since: 1.0
 */

/* Takes the reason over, which may be missing: in other languages, functions can fail without. */
static gboolean
fail (LibvirtStream *self,
      GError *reason,
      GError **error)
{
  libvirt_stream_end (self->core, LIBVIRT_STREAM_END_ABORT, NULL, NULL);
  if (reason != NULL)
    g_propagate_error (error, reason);
  else
    libvirt_set_error (error, LIBVIRT_ERROR_OPERATION_ABORTED,
                       "A function of the program broke the transfer off");

  return FALSE;
}

static gboolean
check_waits (LibvirtStream *self,
             GError **error)
{
  GError *reason = NULL;

  if (!self->is_nonblocking)
    return TRUE;

  libvirt_set_error (&reason, LIBVIRT_ERROR_OPERATION_INVALID,
                     "The stream does not wait, so that not all of it can be transferred at once");
  return fail (self, reason, error);
}

/**
 * libvirt_stream_recv_all:
 * @self: a stream whose other end sends
 * @handler: (scope call) (closure user_data): consumes the data
 * @user_data: passed to @handler
 * @error: return location for a #GError
 *
 * Hands everything that comes to a function (blocks until the end). Holes come as zeros.
 *
 * Stands for virStreamRecvAll().
 *
 * Returns: %TRUE at the end, %FALSE if the transfer or @handler failed
 *
 * Since: 1.0
 */
gboolean
libvirt_stream_recv_all (LibvirtStream *self,
                         LibvirtStreamSinkFunc handler,
                         gpointer user_data,
                         GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_STREAM (self), FALSE);
  g_return_val_if_fail (handler != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_stream_sparse_recv_all (self, handler, NULL, user_data, error);
}

static gboolean
recv_hole (LibvirtStream *self,
           LibvirtStreamSinkHoleFunc hole_handler,
           gpointer user_data,
           GError **error)
{
  gint64 length = libvirt_stream_core_recv_hole (self->core, 0, error);

  return length >= 0 && hole_handler (self, length, user_data, error);
}

/* More than 0 if there may be more, 0 at the end, -1 on failure. */
static gssize
recv_step (LibvirtStream *self,
           LibvirtStreamSinkFunc handler,
           LibvirtStreamSinkHoleFunc hole_handler,
           gpointer user_data,
           GError **error)
{
  guint flags = hole_handler != NULL ? VIR_STREAM_RECV_STOP_AT_HOLE : 0;
  g_autofree guint8 *buffer = g_malloc (LIBVIRT_STREAM_PACKET);
  gssize n = libvirt_stream_recv_some (self, buffer, LIBVIRT_STREAM_PACKET, flags, error);

  if (n == LIBVIRT_STREAM_HOLE)
    return recv_hole (self, hole_handler, user_data, error) ? 1 : -1;
  if (n <= 0)
    return n;

  return handler (self, buffer, (gsize) n, user_data, error) ? n : -1;
}

/**
 * libvirt_stream_sparse_recv_all:
 * @self: a stream that was opened for holes
 * @handler: (scope call) (closure user_data): consumes data
 * @hole_handler: (scope call) (closure user_data) (nullable): makes holes; %NULL to be given zeros
 * @user_data: passed to both
 * @error: return location for a #GError
 *
 * Hands what comes to one function and the holes in it to another (blocks).
 *
 * Stands for virStreamSparseRecvAll().
 *
 * Returns: %TRUE when all has been handed on
 *
 * Since: 1.0
 */
gboolean
libvirt_stream_sparse_recv_all (LibvirtStream *self,
                                LibvirtStreamSinkFunc handler,
                                LibvirtStreamSinkHoleFunc hole_handler,
                                gpointer user_data,
                                GError **error)
{
  GError *reason = NULL;
  gssize n;

  g_return_val_if_fail (LIBVIRT_IS_STREAM (self), FALSE);
  g_return_val_if_fail (handler != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!check_waits (self, error))
    return FALSE;

  do
    n = recv_step (self, handler, hole_handler, user_data, &reason);
  while (n > 0);

  return n == 0 || fail (self, reason, error);
}

static gboolean
send_piece (LibvirtStream *self,
            GBytes *data,
            GError **error)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (data, &size);
  gssize n = 0;

  for (gsize sent = 0; sent < size && n >= 0; sent += (gsize) n)
    n = libvirt_stream_send_some (self, bytes + sent, size - sent, error);

  return n >= 0;
}

/* Sends what @handler has. The number of bytes, 0 at the end, -1 on failure. */
static gssize
send_some (LibvirtStream *self,
           LibvirtStreamSourceFunc handler,
           gpointer user_data,
           gsize nbytes,
           GError **error)
{
  g_autoptr (GBytes) data = handler (self, nbytes, user_data, error);

  return data != NULL && send_piece (self, data, error) ? (gssize) g_bytes_get_size (data) : -1;
}

/**
 * libvirt_stream_send_all:
 * @self: a stream whose other end takes data
 * @handler: (scope call) (closure user_data): produces it
 * @user_data: passed to @handler
 * @error: return location for a #GError
 *
 * Sends what a function has, until it has nothing more (blocks).
 *
 * Stands for virStreamSendAll().
 *
 * Returns: %TRUE when all has been taken, which is not yet to have arrived
 *
 * Since: 1.0
 */
gboolean
libvirt_stream_send_all (LibvirtStream *self,
                         LibvirtStreamSourceFunc handler,
                         gpointer user_data,
                         GError **error)
{
  GError *reason = NULL;
  gssize n = 1;

  g_return_val_if_fail (LIBVIRT_IS_STREAM (self), FALSE);
  g_return_val_if_fail (handler != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!check_waits (self, error))
    return FALSE;

  while (n > 0)
    n = send_some (self, handler, user_data, LIBVIRT_STREAM_PACKET, &reason);

  return n == 0 || fail (self, reason, error);
}

static gboolean
send_hole (LibvirtStream *self,
           gint64 length,
           LibvirtStreamSourceSkipFunc skip_handler,
           gpointer user_data,
           GError **error)
{
  return libvirt_stream_send_hole (self, length, 0, error) &&
         skip_handler (self, length, user_data, error);
}

/* Sends @length bytes, or up to the end of the source, which *@is_end says. */
static gboolean
send_section (LibvirtStream *self,
              gint64 length,
              LibvirtStreamSourceFunc handler,
              gpointer user_data,
              gboolean *is_end,
              GError **error)
{
  gssize n = 1;

  while (length > 0 && n > 0)
    {
      n = send_some (self, handler, user_data, (gsize) MIN (length, LIBVIRT_STREAM_PACKET), error);
      length -= n;
    }

  *is_end = n == 0;
  return n >= 0;
}

/**
 * libvirt_stream_sparse_send_all:
 * @self: a stream that takes holes
 * @handler: (scope call) (closure user_data): produces data
 * @hole_handler: (scope call) (closure user_data): tells data from holes
 * @skip_handler: (scope call) (closure user_data): passes a hole
 * @user_data: passed to each of them
 * @error: return location for a #GError
 *
 * Sends what functions have, without the zeros of its holes (blocks). For each section,
 * @hole_handler is called first, then @handler as often as needed or @skip_handler once.
 *
 * Stands for virStreamSparseSendAll().
 *
 * Returns: %TRUE when data and holes have been taken
 *
 * Since: 1.0
 */
gboolean
libvirt_stream_sparse_send_all (LibvirtStream *self,
                                LibvirtStreamSourceFunc handler,
                                LibvirtStreamSourceHoleFunc hole_handler,
                                LibvirtStreamSourceSkipFunc skip_handler,
                                gpointer user_data,
                                GError **error)
{
  GError *reason = NULL;
  gboolean is_end = FALSE;
  gboolean is_fine = TRUE;
  gboolean in_data = FALSE;
  gint64 length = 0;

  g_return_val_if_fail (LIBVIRT_IS_STREAM (self), FALSE);
  g_return_val_if_fail (handler != NULL && hole_handler != NULL && skip_handler != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!check_waits (self, error))
    return FALSE;

  while (is_fine && !is_end)
    {
      is_fine = hole_handler (self, &in_data, &length, user_data, &reason);
      is_end = length <= 0;
      if (is_fine && !is_end && in_data)
        is_fine = send_section (self, length, handler, user_data, &is_end, &reason);
      else if (is_fine && !is_end)
        is_fine = send_hole (self, length, skip_handler, user_data, &reason);
    }

  return is_fine || fail (self, reason, error);
}
