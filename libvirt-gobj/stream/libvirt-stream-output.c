/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "stream/libvirt-stream-output-private.h"

#include "stream/libvirt-stream-splice-private.h"
#include "stream/libvirt-stream-wait-private.h"

#define LIBVIRT_TYPE_STREAM_OUTPUT (libvirt_stream_output_get_type ())
G_DECLARE_FINAL_TYPE (LibvirtStreamOutput, libvirt_stream_output, LIBVIRT, STREAM_OUTPUT, GOutputStream)

struct _LibvirtStreamOutput
{
  GOutputStream parent_instance;

  LibvirtStreamCore *core; /* set once */
};

static void libvirt_stream_output_pollable_init (GPollableOutputStreamInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LibvirtStreamOutput, libvirt_stream_output, G_TYPE_OUTPUT_STREAM,
                               G_IMPLEMENT_INTERFACE (G_TYPE_POLLABLE_OUTPUT_STREAM,
                                                      libvirt_stream_output_pollable_init))

static gssize
libvirt_stream_output_write (GOutputStream *stream,
                             const void *buffer,
                             gsize count,
                             GCancellable *cancellable,
                             GError **error)
{
  LibvirtStreamCore *core = LIBVIRT_STREAM_OUTPUT (stream)->core;
  gssize n;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return -1;

  while ((n = libvirt_stream_core_send (core, buffer, count, error)) == LIBVIRT_STREAM_WOULD_BLOCK)
    {
      if (!libvirt_stream_core_wait (core, LIBVIRT_STREAM_READY_OUT, cancellable, error))
        return -1;
    }

  return n;
}

static gboolean
libvirt_stream_output_flush (GOutputStream *stream,
                             GCancellable *cancellable,
                             GError **error)
{
  LibvirtStreamCore *core = LIBVIRT_STREAM_OUTPUT (stream)->core;

  return libvirt_stream_core_wait (core, LIBVIRT_STREAM_READY_DRAINED, cancellable, error) &&
         libvirt_stream_core_check_sent (core, error);
}

static void
libvirt_stream_output_flush_async (GOutputStream *stream,
                                   int io_priority,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  GTask *task = g_task_new (stream, cancellable, callback, user_data);

  g_task_set_source_tag (task, libvirt_stream_output_flush_async);
  g_task_set_priority (task, io_priority);
  libvirt_stream_wait_async (task, LIBVIRT_STREAM_OUTPUT (stream)->core,
                             LIBVIRT_STREAM_READY_DRAINED, libvirt_stream_core_check_sent);
}

/* Of flushing and of closing. */
static gboolean
libvirt_stream_output_boolean_finish (GOutputStream *stream,
                                      GAsyncResult *result,
                                      GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static gboolean
libvirt_stream_output_close (GOutputStream *stream,
                             GCancellable *cancellable,
                             GError **error)
{
  return libvirt_stream_close_half (LIBVIRT_STREAM_OUTPUT (stream)->core, LIBVIRT_STREAM_HALF_OUT,
                                    cancellable, error);
}

static void
libvirt_stream_output_close_async (GOutputStream *stream,
                                   int io_priority,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  GTask *task = g_task_new (stream, cancellable, callback, user_data);

  g_task_set_source_tag (task, libvirt_stream_output_close_async);
  g_task_set_priority (task, io_priority);
  libvirt_stream_close_half_async (task, LIBVIRT_STREAM_OUTPUT (stream)->core,
                                   LIBVIRT_STREAM_HALF_OUT);
}

static gssize
libvirt_stream_output_splice (GOutputStream *stream,
                              GInputStream *source,
                              GOutputStreamSpliceFlags flags,
                              GCancellable *cancellable,
                              GError **error)
{
  return libvirt_stream_splice (stream, LIBVIRT_STREAM_OUTPUT (stream)->core, source, flags,
                                cancellable, error);
}

static void
libvirt_stream_output_splice_async (GOutputStream *stream,
                                    GInputStream *source,
                                    GOutputStreamSpliceFlags flags,
                                    int io_priority,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  GTask *task = g_task_new (stream, cancellable, callback, user_data);

  g_task_set_source_tag (task, libvirt_stream_output_splice_async);
  g_task_set_priority (task, io_priority);
  libvirt_stream_splice_async (task, LIBVIRT_STREAM_OUTPUT (stream)->core, source, flags);
}

static gssize
libvirt_stream_output_splice_finish (GOutputStream *stream,
                                     GAsyncResult *result,
                                     GError **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}

static gboolean
libvirt_stream_output_is_writable (GPollableOutputStream *stream)
{
  LibvirtStreamCore *core = LIBVIRT_STREAM_OUTPUT (stream)->core;

  return libvirt_stream_core_get_ready (core, LIBVIRT_STREAM_READY_OUT) != 0;
}

static GSource *
libvirt_stream_output_create_source (GPollableOutputStream *stream,
                                     GCancellable *cancellable)
{
  g_autoptr (GSource) source = libvirt_stream_core_create_source (
    LIBVIRT_STREAM_OUTPUT (stream)->core, LIBVIRT_STREAM_READY_OUT);

  return g_pollable_source_new_full (stream, source, cancellable);
}

static gssize
libvirt_stream_output_write_nonblocking (GPollableOutputStream *stream,
                                         const void *buffer,
                                         gsize count,
                                         GError **error)
{
  gssize n = libvirt_stream_core_send (LIBVIRT_STREAM_OUTPUT (stream)->core, buffer, count, error);

  if (n != LIBVIRT_STREAM_WOULD_BLOCK)
    return n;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK,
                       "What was written before has not been sent yet");
  return -1;
}

static void
libvirt_stream_output_pollable_init (GPollableOutputStreamInterface *iface)
{
  iface->is_writable = libvirt_stream_output_is_writable;
  iface->create_source = libvirt_stream_output_create_source;
  iface->write_nonblocking = libvirt_stream_output_write_nonblocking;
}

static void
libvirt_stream_output_finalize (GObject *object)
{
  libvirt_stream_core_unref (LIBVIRT_STREAM_OUTPUT (object)->core);

  G_OBJECT_CLASS (libvirt_stream_output_parent_class)->finalize (object);
}

static void
libvirt_stream_output_class_init (LibvirtStreamOutputClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GOutputStreamClass *output_class = G_OUTPUT_STREAM_CLASS (klass);

  object_class->finalize = libvirt_stream_output_finalize;
  output_class->write_fn = libvirt_stream_output_write;
  output_class->flush = libvirt_stream_output_flush;
  output_class->flush_async = libvirt_stream_output_flush_async;
  output_class->flush_finish = libvirt_stream_output_boolean_finish;
  output_class->close_fn = libvirt_stream_output_close;
  output_class->close_async = libvirt_stream_output_close_async;
  output_class->close_finish = libvirt_stream_output_boolean_finish;
  output_class->splice = libvirt_stream_output_splice;
  output_class->splice_async = libvirt_stream_output_splice_async;
  output_class->splice_finish = libvirt_stream_output_splice_finish;
}

static void
libvirt_stream_output_init (LibvirtStreamOutput *self)
{
}

GOutputStream *
libvirt_stream_output_new (LibvirtStreamCore *core)
{
  LibvirtStreamOutput *self = g_object_new (LIBVIRT_TYPE_STREAM_OUTPUT, NULL);

  self->core = libvirt_stream_core_ref (core);
  return G_OUTPUT_STREAM (self);
}
