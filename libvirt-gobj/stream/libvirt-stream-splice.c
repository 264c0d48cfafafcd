/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "stream/libvirt-stream-splice-private.h"

#include "stream/libvirt-stream-wait-private.h"

/* While a stream is spliced it counts as busy, and GIO has no way to close it then. */
static void
splice_prepare_close (GOutputStream *target,
                      LibvirtStreamCore *core,
                      gboolean is_complete)
{
  g_output_stream_clear_pending (target);
  /* Half a transfer must not look like a whole one. */
  if (!is_complete)
    libvirt_stream_core_end (core, LIBVIRT_STREAM_END_ABORT);
}

gssize
libvirt_stream_splice_step (LibvirtStreamCore *core,
                            GInputStream *source,
                            gsize count,
                            GCancellable *cancellable,
                            GError **error)
{
  guint8 *bytes = NULL;
  gssize room = 0;
  gssize n;

  while (room == 0)
    {
      if (!libvirt_stream_core_wait (core, LIBVIRT_STREAM_READY_STEP, cancellable, error))
        return -1;
      room = libvirt_stream_core_reserve (core, count, &bytes, error);
    }
  if (room < 0)
    return -1;

  n = g_input_stream_read (source, bytes, (gsize) room, cancellable, error);
  libvirt_stream_core_commit (core, (gsize) MAX (n, 0));
  return n;
}

static gssize
splice_close (GOutputStream *target,
              LibvirtStreamCore *core,
              GInputStream *source,
              GOutputStreamSpliceFlags flags,
              gssize result,
              GCancellable *cancellable,
              GError **error)
{
  if ((flags & G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE) != 0)
    g_input_stream_close (source, cancellable, NULL);
  if ((flags & G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET) == 0)
    return result;

  splice_prepare_close (target, core, result >= 0);
  return g_output_stream_close (target, cancellable, result >= 0 ? error : NULL) ? result : -1;
}

gssize
libvirt_stream_splice (GOutputStream *target,
                       LibvirtStreamCore *core,
                       GInputStream *source,
                       GOutputStreamSpliceFlags flags,
                       GCancellable *cancellable,
                       GError **error)
{
  gsize total = 0;
  gssize n;

  while ((n = libvirt_stream_splice_step (core, source, LIBVIRT_STREAM_PACKET, cancellable, error)) > 0)
    total += (gsize) n;

  return splice_close (target, core, source, flags, n < 0 ? -1 : (gssize) MIN (total, G_MAXSSIZE),
                       cancellable, error);
}

typedef struct
{
  LibvirtStreamCore *core;
  GInputStream *source;
  GOutputStreamSpliceFlags flags;
  gsize total;
  GError *error; /* why it ended too early */
} Splice;

static void
splice_free (gpointer data)
{
  Splice *self = data;

  libvirt_stream_core_unref (self->core);
  g_object_unref (self->source);
  g_clear_error (&self->error);
  g_free (self);
}

static void splice_next (GTask *task);

static void
splice_return (GTask *task)
{
  Splice *self = g_task_get_task_data (task);

  if (self->error != NULL)
    g_task_return_error (task, g_steal_pointer (&self->error));
  else
    g_task_return_int (task, (gssize) MIN (self->total, G_MAXSSIZE));
  g_object_unref (task);
}

static void
on_target_closed (GObject *source,
                  GAsyncResult *result,
                  gpointer user_data)
{
  GTask *task = user_data;
  Splice *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!g_output_stream_close_finish (G_OUTPUT_STREAM (source), result, &error) && self->error == NULL)
    self->error = g_steal_pointer (&error);
  splice_return (task);
}

static void
splice_close_target (GTask *task)
{
  Splice *self = g_task_get_task_data (task);
  GOutputStream *target = g_task_get_source_object (task);

  if ((self->flags & G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET) == 0)
    {
      splice_return (task);
      return;
    }

  splice_prepare_close (target, self->core, self->error == NULL);
  g_output_stream_close_async (target, g_task_get_priority (task), g_task_get_cancellable (task),
                               on_target_closed, task);
}

static void
on_source_closed (GObject *source,
                  GAsyncResult *result,
                  gpointer user_data)
{
  g_input_stream_close_finish (G_INPUT_STREAM (source), result, NULL);
  splice_close_target (user_data);
}

static void
splice_end (GTask *task)
{
  Splice *self = g_task_get_task_data (task);

  if ((self->flags & G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE) != 0)
    g_input_stream_close_async (self->source, g_task_get_priority (task),
                                g_task_get_cancellable (task), on_source_closed, task);
  else
    splice_close_target (task);
}

static void
on_read (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  GTask *task = user_data;
  Splice *self = g_task_get_task_data (task);
  gssize n = g_input_stream_read_finish (G_INPUT_STREAM (source), result, &self->error);

  libvirt_stream_core_commit (self->core, (gsize) MAX (n, 0));
  self->total += (gsize) MAX (n, 0);
  if (n > 0)
    splice_next (task);
  else
    splice_end (task);
}

/* Called when there is room, or a reason why there is none. */
static gboolean
on_room (gpointer user_data)
{
  GTask *task = user_data;
  Splice *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  guint8 *bytes = NULL;
  gssize room = -1;

  if (!g_cancellable_set_error_if_cancelled (cancellable, &self->error))
    room = libvirt_stream_core_reserve (self->core, LIBVIRT_STREAM_PACKET, &bytes, &self->error);
  if (room == 0)
    return G_SOURCE_CONTINUE;

  if (room < 0)
    splice_end (task);
  else
    g_input_stream_read_async (self->source, bytes, (gsize) room, g_task_get_priority (task),
                               cancellable, on_read, task);
  return G_SOURCE_REMOVE;
}

static void
splice_next (GTask *task)
{
  Splice *self = g_task_get_task_data (task);

  if (libvirt_stream_core_get_ready (self->core, LIBVIRT_STREAM_READY_STEP) == 0 || on_room (task))
    libvirt_stream_attach (task, self->core, LIBVIRT_STREAM_READY_STEP, on_room);
}

void
libvirt_stream_splice_async (GTask *task,
                             LibvirtStreamCore *core,
                             GInputStream *source,
                             GOutputStreamSpliceFlags flags)
{
  Splice *self = g_new0 (Splice, 1);

  self->core = libvirt_stream_core_ref (core);
  self->source = g_object_ref (source);
  self->flags = flags;
  g_task_set_task_data (task, self, splice_free);
  g_task_set_check_cancellable (task, FALSE);
  splice_next (task);
}
