/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "stream/libvirt-stream-private.h"

#include "async/libvirt-async-private.h"
#include "connect/libvirt-connect-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"
#include "stream/libvirt-stream-input-private.h"
#include "stream/libvirt-stream-output-private.h"
#include "stream/libvirt-stream-wait-private.h"

/**
 * SECTION:libvirt-stream
 * @title: LibvirtStream
 * @short_description: data that goes through a connection
 *
 * A way for bytes between this program and something on the host: the console of a guest, the
 * contents of a disk, a picture of a screen. libvirt_stream_new() makes one that leads nowhere;
 * a function such as libvirt_domain_open_console() then ties it to its other end.
 *
 * It is a #GIOStream: read from g_io_stream_get_input_stream(), write to
 * g_io_stream_get_output_stream(), block or use the asynchronous functions, wrap them in a
 * #GDataInputStream, or poll them as #GPollableInputStream and #GPollableOutputStream. Waiting
 * never occupies the connection, so any number of streams can be open beside other calls; a wait
 * ends at once when it is cancelled.
 *
 * |[<!-- language="C" -->
 * g_autoptr (LibvirtStream) stream = libvirt_stream_new (host, LIBVIRT_STREAM_FLAGS_NONE, &error);
 *
 * if (stream == NULL || !libvirt_domain_open_console (domain, NULL, stream, 0, &error))
 *   return FALSE;
 *
 * input = g_io_stream_get_input_stream (G_IO_STREAM (stream));
 * g_input_stream_read_bytes_async (input, 4096, G_PRIORITY_DEFAULT, cancellable, on_read, self);
 * ]|
 *
 * What is written is sent in the background, up to a megabyte of it; a failure is told by one
 * of the next functions, by g_output_stream_flush(), which waits, or by the close. So a transfer
 * has succeeded only when g_io_stream_close() says so: it sends the rest, and has the host
 * confirm that it has everything. A stream whose last reference goes without having been closed
 * is aborted, even if somebody still has one of its halves. To close one of them is to close the
 * stream if data can go in that direction only, as with disks; else it takes both.
 *
 * When its connection is closed, a stream is aborted: calls on it fail with
 * %LIBVIRT_ERROR_INVALID_CONN. When the connection is lost, what has arrived can still be read,
 * and %LIBVIRT_ERROR_RPC comes in the place of the end.
 *
 * Data that a host sends is kept until it is read, all of it: libvirt has no way to make a host
 * wait. And a guest that does not read its console makes a daemon stop reading the whole
 * connection, once a few messages for it are waiting.
 *
 * Since: 1.0
 */

/**
 * LibvirtStream:
 *
 * Carries bytes to and from something on a host.
 *
 * Since: 1.0
 */

enum
{
  PROP_0,
  PROP_CONNECTION,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LibvirtStream, libvirt_stream, G_TYPE_IO_STREAM)

static GInputStream *
libvirt_stream_get_input_stream (GIOStream *stream)
{
  LibvirtStream *self = LIBVIRT_STREAM (stream);

  return self->input;
}

static GOutputStream *
libvirt_stream_get_output_stream (GIOStream *stream)
{
  LibvirtStream *self = LIBVIRT_STREAM (stream);

  return self->output;
}

/* Otherwise GIO would close it, which waits, and says that all is well. */
static void
libvirt_stream_dispose (GObject *object)
{
  LibvirtStream *self = LIBVIRT_STREAM (object);

  libvirt_stream_drop_watch (self);
  libvirt_stream_core_drop (self->core);

  G_OBJECT_CLASS (libvirt_stream_parent_class)->dispose (object);
}

static void
libvirt_stream_finalize (GObject *object)
{
  LibvirtStream *self = LIBVIRT_STREAM (object);

  g_object_unref (self->input);
  g_object_unref (self->output);
  libvirt_stream_core_unref (self->core);
  g_main_context_unref (self->context);

  G_OBJECT_CLASS (libvirt_stream_parent_class)->finalize (object);
}

static void
libvirt_stream_get_property (GObject *object,
                             guint prop_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  LibvirtStream *self = LIBVIRT_STREAM (object);

  switch (prop_id)
    {
    case PROP_CONNECTION:
      g_value_set_object (value, libvirt_stream_get_connection (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
libvirt_stream_class_init (LibvirtStreamClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GIOStreamClass *stream_class = G_IO_STREAM_CLASS (klass);

  object_class->dispose = libvirt_stream_dispose;
  object_class->finalize = libvirt_stream_finalize;
  object_class->get_property = libvirt_stream_get_property;
  stream_class->get_input_stream = libvirt_stream_get_input_stream;
  stream_class->get_output_stream = libvirt_stream_get_output_stream;

  /**
   * LibvirtStream:connection: (getter get_connection)
   *
   * What the bytes go through; %NULL once that is gone, as a stream does not hold it.
   *
   * Since: 1.0
   */
  props[PROP_CONNECTION] =
    g_param_spec_object ("connection", NULL, NULL, LIBVIRT_TYPE_CONNECT,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
stream_set_core (LibvirtStream *self,
                 LibvirtStreamCore *core)
{
  self->core = core;
  self->input = libvirt_stream_input_new (core);
  self->output = libvirt_stream_output_new (core);
}

static void
libvirt_stream_init (LibvirtStream *self)
{
  self->context = libvirt_async_ref_owner_context ();
  /* One that a program makes by itself is closed: libvirt_stream_new() makes others. */
  stream_set_core (self, libvirt_stream_core_new_closed ());
}

LibvirtStream *
libvirt_stream_new_for (LibvirtSession *session,
                        virStreamPtr native,
                        gboolean is_nonblocking)
{
  LibvirtStream *self = g_object_new (LIBVIRT_TYPE_STREAM, NULL);

  libvirt_stream_core_unref (self->core);
  g_object_unref (self->input);
  g_object_unref (self->output);
  stream_set_core (self, libvirt_stream_core_new (session, native));
  self->is_nonblocking = is_nonblocking;

  return self;
}

/* The session in use, and its native connection for one call. */
static LibvirtSession *
hold_session (LibvirtCore *core,
              LibvirtHandle **handle,
              GError **error)
{
  LibvirtSession *session = NULL;

  g_mutex_lock (&core->lock);
  if (core->session != NULL)
    {
      session = libvirt_session_ref (core->session);
      *handle = libvirt_session_hold (session);
    }
  else
    {
      libvirt_core_set_closed_error_locked (core, error);
    }
  g_mutex_unlock (&core->lock);

  return session;
}

LibvirtStream *
libvirt_stream_new_of (LibvirtCore *core,
                       LibvirtStreamFlags flags,
                       GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  g_autoptr (LibvirtSession) session = hold_session (core, &handle, error);
  virStreamPtr native;

  if (session == NULL || !libvirt_check_flags (flags, LIBVIRT_STREAM_FLAGS_NONBLOCK, error))
    return NULL;

  native = libvirt_check_pointer (virStreamNew (handle->connect, flags | VIR_STREAM_NONBLOCK), error);
  return native != NULL
           ? libvirt_stream_new_for (session, native, (flags & LIBVIRT_STREAM_FLAGS_NONBLOCK) != 0)
           : NULL;
}

LibvirtHandle *
libvirt_stream_begin_open (LibvirtStream *self,
                           LibvirtCore *core,
                           GError **error)
{
  LibvirtHandle *handle;

  if (libvirt_stream_core_get_core (self->core) != core)
    {
      libvirt_set_error (error, LIBVIRT_ERROR_INVALID_ARG,
                         "The stream was made for another connection");
      return NULL;
    }

  handle = libvirt_stream_core_hold (self->core, error);
  if (handle != NULL && !libvirt_stream_core_begin_open (self->core, error))
    g_clear_pointer (&handle, libvirt_handle_release);

  return handle;
}

gboolean
libvirt_stream_end_open (LibvirtStream *self,
                         LibvirtStreamHalf halves,
                         gboolean opened)
{
  libvirt_stream_core_end_open (self->core, opened ? halves : 0);
  return opened;
}

/**
 * libvirt_stream_new: (constructor)
 * @connect: the way to the host that the bytes come from or go to
 * @flags: whether libvirt_stream_recv() and its like wait. The two halves of the #GIOStream have
 *   functions of both kinds anyway
 * @error: return location for a #GError
 *
 * Makes a stream that has no other end yet. libvirt's own stream underneath is always one that
 * does not block.
 *
 * Calls virStreamNew().
 *
 * Returns: (transfer full): a stream to be handed to what opens it, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtStream *
libvirt_stream_new (LibvirtConnect *connect,
                    LibvirtStreamFlags flags,
                    GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (connect), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_stream_new_of (libvirt_connect_get_core (connect), flags, error);
}

/**
 * libvirt_stream_get_connection:
 * @self: a stream
 *
 * Gets what @self was made for. A stream does not keep its connection alive.
 *
 * Returns: (transfer none) (nullable): the way its bytes go, or %NULL if that is gone
 *
 * Since: 1.0
 */
LibvirtConnect *
libvirt_stream_get_connection (LibvirtStream *self)
{
  g_autoptr (LibvirtConnect) connect = NULL;

  g_return_val_if_fail (LIBVIRT_IS_STREAM (self), NULL);

  connect = libvirt_weak_get (libvirt_stream_core_get_core (self->core)->connect);
  return connect;
}

/**
 * libvirt_stream_finish:
 * @self: an open stream
 * @error: return location for a #GError
 *
 * Sends what has been written and ends the transfer, both halves of it (blocks until the host
 * has confirmed that it got everything and has dealt with it). g_io_stream_close() does that as
 * well.
 *
 * Fails with what went wrong on the host or on the way there, if that has not been told yet, and
 * with %LIBVIRT_ERROR_OPERATION_FAILED if the stream had been ended before. Calls
 * virStreamFinish().
 *
 * Returns: %TRUE if all is well
 *
 * Since: 1.0
 */
gboolean
libvirt_stream_finish (LibvirtStream *self,
                       GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_STREAM (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_stream_end (self->core, LIBVIRT_STREAM_END_FINISH,
                             libvirt_async_peek_cancellable (), error);
}

/**
 * libvirt_stream_abort:
 * @self: a stream
 * @error: return location for a #GError
 *
 * Breaks the transfer off (blocks until the host knows). What has not been sent is dropped, reads
 * and writes that are waiting fail; the stream is of no more use. The last unref does the same
 * without waiting.
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_FAILED if it had been ended before. Calls virStreamAbort().
 *
 * Returns: %TRUE if the host was told
 *
 * Since: 1.0
 */
gboolean
libvirt_stream_abort (LibvirtStream *self,
                      GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_STREAM (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_stream_end (self->core, LIBVIRT_STREAM_END_ABORT,
                             libvirt_async_peek_cancellable (), error);
}
