/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "stream/libvirt-stream-input-private.h"

#include "stream/libvirt-stream-wait-private.h"

#define LIBVIRT_TYPE_STREAM_INPUT (libvirt_stream_input_get_type ())
G_DECLARE_FINAL_TYPE (LibvirtStreamInput, libvirt_stream_input, LIBVIRT, STREAM_INPUT, GInputStream)

struct _LibvirtStreamInput
{
  GInputStream parent_instance;

  LibvirtStreamCore *core; /* set once */
};

static void libvirt_stream_input_pollable_init (GPollableInputStreamInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LibvirtStreamInput, libvirt_stream_input, G_TYPE_INPUT_STREAM,
                               G_IMPLEMENT_INTERFACE (G_TYPE_POLLABLE_INPUT_STREAM,
                                                      libvirt_stream_input_pollable_init))

static gssize
libvirt_stream_input_read (GInputStream *stream,
                           void *buffer,
                           gsize count,
                           GCancellable *cancellable,
                           GError **error)
{
  LibvirtStreamCore *core = LIBVIRT_STREAM_INPUT (stream)->core;
  gssize n;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return -1;

  while ((n = libvirt_stream_core_recv (core, buffer, count, 0, error)) == LIBVIRT_STREAM_WOULD_BLOCK)
    {
      if (!libvirt_stream_core_wait (core, LIBVIRT_STREAM_READY_IN, cancellable, error))
        return -1;
    }

  return n;
}

static gboolean
libvirt_stream_input_close (GInputStream *stream,
                            GCancellable *cancellable,
                            GError **error)
{
  return libvirt_stream_close_half (LIBVIRT_STREAM_INPUT (stream)->core, LIBVIRT_STREAM_HALF_IN,
                                    cancellable, error);
}

static void
libvirt_stream_input_close_async (GInputStream *stream,
                                  int io_priority,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GTask *task = g_task_new (stream, cancellable, callback, user_data);

  g_task_set_source_tag (task, libvirt_stream_input_close_async);
  g_task_set_priority (task, io_priority);
  libvirt_stream_close_half_async (task, LIBVIRT_STREAM_INPUT (stream)->core,
                                   LIBVIRT_STREAM_HALF_IN);
}

static gboolean
libvirt_stream_input_close_finish (GInputStream *stream,
                                   GAsyncResult *result,
                                   GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static gboolean
libvirt_stream_input_is_readable (GPollableInputStream *stream)
{
  LibvirtStreamCore *core = LIBVIRT_STREAM_INPUT (stream)->core;

  return libvirt_stream_core_get_ready (core, LIBVIRT_STREAM_READY_IN) != 0;
}

static GSource *
libvirt_stream_input_create_source (GPollableInputStream *stream,
                                    GCancellable *cancellable)
{
  g_autoptr (GSource) source = libvirt_stream_core_create_source (
    LIBVIRT_STREAM_INPUT (stream)->core, LIBVIRT_STREAM_READY_IN);

  return g_pollable_source_new_full (stream, source, cancellable);
}

static gssize
libvirt_stream_input_read_nonblocking (GPollableInputStream *stream,
                                       void *buffer,
                                       gsize count,
                                       GError **error)
{
  gssize n =
    libvirt_stream_core_recv (LIBVIRT_STREAM_INPUT (stream)->core, buffer, count, 0, error);

  if (n != LIBVIRT_STREAM_WOULD_BLOCK)
    return n;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK, "Nothing to be read has come yet");
  return -1;
}

static void
libvirt_stream_input_pollable_init (GPollableInputStreamInterface *iface)
{
  iface->is_readable = libvirt_stream_input_is_readable;
  iface->create_source = libvirt_stream_input_create_source;
  iface->read_nonblocking = libvirt_stream_input_read_nonblocking;
}

static void
libvirt_stream_input_finalize (GObject *object)
{
  libvirt_stream_core_unref (LIBVIRT_STREAM_INPUT (object)->core);

  G_OBJECT_CLASS (libvirt_stream_input_parent_class)->finalize (object);
}

static void
libvirt_stream_input_class_init (LibvirtStreamInputClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GInputStreamClass *input_class = G_INPUT_STREAM_CLASS (klass);

  object_class->finalize = libvirt_stream_input_finalize;
  input_class->read_fn = libvirt_stream_input_read;
  input_class->close_fn = libvirt_stream_input_close;
  input_class->close_async = libvirt_stream_input_close_async;
  input_class->close_finish = libvirt_stream_input_close_finish;
}

static void
libvirt_stream_input_init (LibvirtStreamInput *self)
{
}

GInputStream *
libvirt_stream_input_new (LibvirtStreamCore *core)
{
  LibvirtStreamInput *self = g_object_new (LIBVIRT_TYPE_STREAM_INPUT, NULL);

  self->core = libvirt_stream_core_ref (core);
  return G_INPUT_STREAM (self);
}
