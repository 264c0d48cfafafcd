/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "stream/libvirt-stream-data.h"

#include "runtime/libvirt-values-private.h"
#include "stream/libvirt-stream-data-private.h"
#include "stream/libvirt-stream-private.h"

/**
 * SECTION:libvirt-stream-data
 * @title: Bytes and holes
 * @short_description: a stream as libvirt itself has it
 *
 * libvirt's own way to use a stream, beside the one of GIO: pieces of data, and holes, which are
 * zeros that need not be carried. Only a stream that was opened for it has holes; without
 * looking for them one reads zeros.
 *
 * These functions wait until there is something, or, with %LIBVIRT_STREAM_FLAGS_NONBLOCK, fail with
 * %G_IO_ERROR_WOULD_BLOCK instead. They cannot be cancelled and have no asynchronous form: for
 * that there are the halves of the #GIOStream.
 *
 * |[<!-- language="C" -->
 * while ((bytes = libvirt_stream_recv (stream, 65536, &error)) != NULL && g_bytes_get_size (bytes) > 0)
 *   {
 *     consume (bytes);
 *     g_bytes_unref (bytes);
 *   }
 * ]|
 *
 * Since: 1.0
 */

/* FALSE with @error if the stream does not wait. */
static gboolean
stream_wait (LibvirtStream *self,
             LibvirtStreamReady ready,
             const char *message,
             GError **error)
{
  if (!self->is_nonblocking)
    return libvirt_stream_core_wait (self->core, ready, NULL, error);

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK, message);
  return FALSE;
}

gssize
libvirt_stream_recv_some (LibvirtStream *self,
                          gpointer buffer,
                          gsize nbytes,
                          guint flags,
                          GError **error)
{
  gssize n;

  while ((n = libvirt_stream_core_recv (self->core, buffer, nbytes, flags, error)) ==
         LIBVIRT_STREAM_WOULD_BLOCK)
    {
      if (!stream_wait (self, LIBVIRT_STREAM_READY_IN, "Nothing to be received has come yet", error))
        return -1;
    }

  return n;
}

gssize
libvirt_stream_send_some (LibvirtStream *self,
                          gconstpointer data,
                          gsize nbytes,
                          GError **error)
{
  gssize n;

  while ((n = libvirt_stream_core_send (self->core, data, nbytes, error)) ==
         LIBVIRT_STREAM_WOULD_BLOCK)
    {
      if (!stream_wait (self, LIBVIRT_STREAM_READY_OUT, "There is too much to be sent already", error))
        return -1;
    }

  return n;
}

/**
 * libvirt_stream_recv:
 * @self: a stream that was opened
 * @nbytes: how much to take at most; it need not be more than 262,120, and not 0
 * @error: return location for a #GError
 *
 * Takes what has come, or waits for it. It is often less than was asked for.
 *
 * Fails with the host's own error if the transfer failed there. Calls virStreamRecv().
 *
 * Returns: (transfer full): at least one byte; none at all at the end of the data
 *
 * Since: 1.0
 */
GBytes *
libvirt_stream_recv (LibvirtStream *self,
                     gsize nbytes,
                     GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_STREAM (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_stream_recv_flags (self, nbytes, LIBVIRT_STREAM_RECV_FLAGS_VALUES_NONE, error);
}

/**
 * libvirt_stream_recv_flags:
 * @self: a stream
 * @nbytes: the largest piece that is wanted, as for libvirt_stream_recv()
 * @flags: whether to stop before a hole instead of getting its zeros
 * @error: return location for a #GError
 *
 * Takes a piece of data in which there is no hole.
 *
 * When there is nothing before the next hole, it fails with %G_IO_ERROR_PARTIAL_INPUT;
 * libvirt_stream_recv_hole() is to be called then. Calls virStreamRecvFlags().
 *
 * Returns: (transfer full): bytes as libvirt_stream_recv() has them
 *
 * Since: 1.0
 */
GBytes *
libvirt_stream_recv_flags (LibvirtStream *self,
                           gsize nbytes,
                           LibvirtStreamRecvFlagsValues flags,
                           GError **error)
{
  g_autofree guint8 *buffer = NULL;
  gssize n;

  g_return_val_if_fail (LIBVIRT_IS_STREAM (self), NULL);
  g_return_val_if_fail (nbytes > 0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  buffer = g_malloc (MIN (nbytes, LIBVIRT_STREAM_PACKET));
  n = libvirt_stream_recv_some (self, buffer, nbytes, flags, error);
  if (n == LIBVIRT_STREAM_HOLE)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT, "A hole comes next");

  return n >= 0 ? g_bytes_new_take (g_realloc (g_steal_pointer (&buffer), (gsize) n), (gsize) n) : NULL;
}

/**
 * libvirt_stream_recv_hole:
 * @self: a stream, at a hole
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Passes the hole that libvirt_stream_recv_flags() has stopped at.
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_INVALID on a stream that was not opened for holes. Calls
 * virStreamRecvHole().
 *
 * Returns: how many zeros there would have been, or -1 on failure
 *
 * Since: 1.0
 */
gint64
libvirt_stream_recv_hole (LibvirtStream *self,
                          guint flags,
                          GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_STREAM (self), -1);
  g_return_val_if_fail (error == NULL || *error == NULL, -1);

  return libvirt_stream_core_recv_hole (self->core, flags, error);
}

/**
 * libvirt_stream_send:
 * @self: a stream to which something can be written
 * @data: (array length=nbytes): bytes for the other end
 * @nbytes: the number of them
 * @error: return location for a #GError
 *
 * Has data sent, in the background: if that fails, the next call says so, and
 * libvirt_stream_finish() at the latest. It waits while a megabyte is on its way.
 *
 * Calls virStreamSend().
 *
 * Returns: how many bytes were taken, which may be some of them only, or -1 on failure
 *
 * Since: 1.0
 */
gssize
libvirt_stream_send (LibvirtStream *self,
                     const guint8 *data,
                     gsize nbytes,
                     GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_STREAM (self), -1);
  g_return_val_if_fail (data != NULL || nbytes == 0, -1);
  g_return_val_if_fail (error == NULL || *error == NULL, -1);

  return nbytes > 0 ? libvirt_stream_send_some (self, data, nbytes, error) : 0;
}

/**
 * libvirt_stream_send_hole:
 * @self: a stream that was opened for holes
 * @length: how many zeros the other end is to have here
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Leaves room in what is written, without sending zeros for it. It keeps its place among the data.
 *
 * On a stream without holes the next call fails with %LIBVIRT_ERROR_OPERATION_INVALID. Calls
 * virStreamSendHole().
 *
 * Returns: %TRUE if that will be sent
 *
 * Since: 1.0
 */
gboolean
libvirt_stream_send_hole (LibvirtStream *self,
                          gint64 length,
                          guint flags,
                          GError **error)
{
  int result;

  g_return_val_if_fail (LIBVIRT_IS_STREAM (self), FALSE);
  g_return_val_if_fail (length >= 0, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  /* It is sent later: then this would be the failure of another call. */
  if (!libvirt_check_flags (flags, 0, error))
    return FALSE;

  while ((result = libvirt_stream_core_send_hole (self->core, length, flags, error)) ==
         LIBVIRT_STREAM_WOULD_BLOCK)
    {
      if (!stream_wait (self, LIBVIRT_STREAM_READY_OUT, "There are too many holes to be sent", error))
        return FALSE;
    }

  return result == 0;
}
