/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "stream/libvirt-stream-copy-private.h"

#include "stream/libvirt-stream-splice-private.h"
#include "stream/libvirt-stream-wait-private.h"

static void
copy_advance (LibvirtStreamCopy *self,
              gint64 n_bytes)
{
  if (self->transfer != NULL)
    libvirt_job_advance (LIBVIRT_JOB (self->transfer), (guint64) n_bytes);
}

/* Whoever does not wait for the data does not wait for a host that may not answer. */
void
libvirt_stream_copy_abort (LibvirtStreamCopy *self)
{
  libvirt_stream_core_end (self->core, LIBVIRT_STREAM_END_ABORT);
  libvirt_stream_core_wait (self->core, LIBVIRT_STREAM_READY_ENDED, self->cancellable, NULL);
}

static gboolean
copy_end (LibvirtStreamCopy *self,
          gboolean is_complete,
          GError **error)
{
  if (is_complete)
    return libvirt_stream_end (self->core, LIBVIRT_STREAM_END_FINISH, self->cancellable, error);

  libvirt_stream_copy_abort (self);
  return FALSE;
}

static gssize
receive_some (LibvirtStreamCopy *self,
              guint8 *buffer,
              GError **error)
{
  guint flags = self->with_holes ? VIR_STREAM_RECV_STOP_AT_HOLE : 0;
  gssize n;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return -1;

  while ((n = libvirt_stream_core_recv (self->core, buffer, LIBVIRT_STREAM_PACKET, flags, error)) ==
         LIBVIRT_STREAM_WOULD_BLOCK)
    {
      if (!libvirt_stream_core_wait (self->core, LIBVIRT_STREAM_READY_IN, self->cancellable, error))
        return -1;
    }

  return n;
}

static gboolean
receive_hole (LibvirtStreamCopy *self,
              GError **error)
{
  gint64 length = libvirt_stream_core_recv_hole (self->core, 0, error);

  if (length < 0 ||
      !libvirt_stream_place_make_hole (self->place, length, self->cancellable, error))
    return FALSE;

  copy_advance (self, length);
  return TRUE;
}

/* More than 0 if there may be more, 0 at the end, -1 on failure. */
static gssize
receive_step (LibvirtStreamCopy *self,
              guint8 *buffer,
              GError **error)
{
  gssize n = receive_some (self, buffer, error);

  if (n == LIBVIRT_STREAM_HOLE)
    return receive_hole (self, error) ? 1 : -1;
  if (n > 0 && !g_output_stream_write_all (self->place->output, buffer, (gsize) n, NULL,
                                           self->cancellable, error))
    return -1;
  if (n > 0)
    copy_advance (self, n);

  return n;
}

gboolean
libvirt_stream_copy_receive (LibvirtStreamCopy *self,
                             GError **error)
{
  g_autofree guint8 *buffer = g_malloc (LIBVIRT_STREAM_PACKET);
  gssize n;

  do
    n = receive_step (self, buffer, error);
  while (n > 0);

  return copy_end (self, n == 0 && libvirt_stream_place_end (self->place, error), error);
}

/* Up to @length bytes. How many it were, 0 at the end, -1 on failure. */
static gint64
send_data (LibvirtStreamCopy *self,
           gint64 length,
           GError **error)
{
  gsize count = (gsize) MIN (length, LIBVIRT_STREAM_PACKET);

  return libvirt_stream_splice_step (self->core, self->place->input, count, self->cancellable, error);
}

static gint64
send_hole (LibvirtStreamCopy *self,
           gint64 length,
           GError **error)
{
  int result;

  while ((result = libvirt_stream_core_send_hole (self->core, length, 0, error)) ==
         LIBVIRT_STREAM_WOULD_BLOCK)
    {
      if (!libvirt_stream_core_wait (self->core, LIBVIRT_STREAM_READY_OUT, self->cancellable, error))
        return -1;
    }

  return result == 0 && libvirt_stream_place_pass_hole (self->place, length, error) ? length : -1;
}

/* The next section, or a part of it; results as of send_data(). */
static gint64
send_step (LibvirtStreamCopy *self,
           gint64 length,
           GError **error)
{
  gboolean is_hole = FALSE;
  gint64 section = self->with_holes ? libvirt_stream_place_look (self->place, &is_hole) : length;
  gint64 n = 0;

  if (is_hole && section > 0)
    n = send_hole (self, MIN (section, length), error);
  else if (section > 0)
    n = send_data (self, MIN (section, length), error);
  if (n > 0)
    copy_advance (self, n);

  return n;
}

gboolean
libvirt_stream_copy_send (LibvirtStreamCopy *self,
                          GError **error)
{
  gint64 left = self->length > 0 && self->length < G_MAXINT64 ? (gint64) self->length : G_MAXINT64;
  gint64 n = 1;

  while (left > 0 && n > 0)
    {
      n = send_step (self, left, error);
      left -= MAX (n, 0);
    }

  return copy_end (self, n >= 0, error);
}
