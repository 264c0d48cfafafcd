/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "stand-in.h"

#include "async/libvirt-async-private.h"

typedef struct
{
  const LibvirtCallInfo *info;
  gpointer source;
  gpointer data;
  GError *error;
  GTask *task; /* NULL once returned */
} Call;

static GQueue waiting = G_QUEUE_INIT;
static LibvirtCallFlags last_flags;

static void
call_free (gpointer data)
{
  Call *self = data;

  self->info->free (self->data);
  g_clear_error (&self->error);
  g_free (self);
}

static gpointer
call_thread (gpointer data)
{
  Call *self = data;

  self->info->run (self->source, self->data, &self->error);
  return NULL;
}

guint
stand_in_n_waiting (void)
{
  return waiting.length;
}

void
stand_in_run (void)
{
  Call *self = g_queue_pop_head (&waiting);
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  g_thread_join (g_thread_new ("call", call_thread, self));
  if (self->error != NULL)
    g_task_return_error (task, g_steal_pointer (&self->error));
  else
    g_task_return_boolean (task, TRUE);
}

void
stand_in_cancel (void)
{
  Call *self = g_queue_pop_head (&waiting);
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  if (self->info->cancel != NULL)
    self->info->cancel (self->source, self->data);
  g_thread_join (g_thread_new ("late call", call_thread, self));
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Operation was cancelled");
}

guint
stand_in_last_flags (void)
{
  return last_flags;
}

void
libvirt_async_start (gpointer source,
                     const LibvirtCallInfo *info,
                     gpointer data,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data,
                     gpointer tag)
{
  Call *self = g_new0 (Call, 1);

  self->info = info;
  self->source = source;
  self->data = data;
  self->task = g_task_new (source, cancellable, callback, user_data);
  g_task_set_source_tag (self->task, tag);
  g_task_set_task_data (self->task, self, call_free);
  g_queue_push_tail (&waiting, self);
  last_flags = info->flags;
}

gpointer
libvirt_async_finish (gpointer source,
                      GAsyncResult *result,
                      gpointer tag,
                      GError **error)
{
  Call *self = g_task_get_task_data (G_TASK (result));

  return g_task_propagate_boolean (G_TASK (result), error) ? self->data : NULL;
}

gboolean
libvirt_async_is_valid (gpointer source,
                        GAsyncResult *result,
                        gpointer tag)
{
  return g_task_is_valid (result, source) && g_async_result_is_tagged (result, tag);
}
