/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "stream/libvirt-stream-wait-private.h"

#include "runtime/libvirt-error-private.h"

typedef struct
{
  LibvirtStreamCore *core;
  LibvirtStreamReady ready;
  LibvirtStreamCheck check;
} Wait;

static void
wait_free (gpointer data)
{
  Wait *self = data;

  libvirt_stream_core_unref (self->core);
  g_free (self);
}

/* Who does not wait any more for the end of a transfer does not want the rest of it either. */
static void
wait_give_up (Wait *self)
{
  if ((self->ready & LIBVIRT_STREAM_READY_ENDED) != 0)
    libvirt_stream_core_end (self->core, LIBVIRT_STREAM_END_ABORT);
}

static gboolean
on_ready (gpointer user_data)
{
  GTask *task = user_data;
  Wait *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (libvirt_stream_core_get_ready (self->core, self->ready) == 0)
    {
      if (!g_cancellable_is_cancelled (g_task_get_cancellable (task)))
        return G_SOURCE_CONTINUE;
      wait_give_up (self);
      g_task_return_error_if_cancelled (task);
    }
  else if (self->check (self->core, &error))
    {
      g_task_return_boolean (task, TRUE);
    }
  else
    {
      g_task_return_error (task, error);
    }

  return G_SOURCE_REMOVE;
}

void
libvirt_stream_attach (GTask *task,
                       LibvirtStreamCore *core,
                       LibvirtStreamReady ready,
                       GSourceFunc callback)
{
  g_autoptr (GSource) source = libvirt_stream_core_create_source (core, ready);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (cancellable != NULL)
    {
      g_autoptr (GSource) cancelled = g_cancellable_source_new (cancellable);

      g_source_set_dummy_callback (cancelled);
      g_source_add_child_source (source, cancelled);
    }
  g_task_attach_source (task, source, callback);
}

void
libvirt_stream_wait_async (GTask *task,
                           LibvirtStreamCore *core,
                           LibvirtStreamReady ready,
                           LibvirtStreamCheck check)
{
  Wait *self = g_new0 (Wait, 1);

  self->core = libvirt_stream_core_ref (core);
  self->ready = ready;
  self->check = check;
  g_task_set_task_data (task, self, wait_free);
  /* What is done is done, cancelled or not. */
  g_task_set_check_cancellable (task, FALSE);
  libvirt_stream_attach (task, core, ready, on_ready);
  g_object_unref (task);
}

gboolean
libvirt_stream_end (LibvirtStreamCore *core,
                    LibvirtStreamEnd end,
                    GCancellable *cancellable,
                    GError **error)
{
  if (!libvirt_stream_core_end (core, end))
    {
      libvirt_stream_core_set_over_error (core, error);
      return FALSE;
    }
  if (!libvirt_stream_core_wait (core, LIBVIRT_STREAM_READY_ENDED, cancellable, error))
    {
      libvirt_stream_core_end (core, LIBVIRT_STREAM_END_ABORT);
      return FALSE;
    }

  return libvirt_stream_core_check_end (core, error);
}

/* One that nothing was done with is closed, too; libvirt has no driver for it yet. */
static gboolean
check_closed (LibvirtStreamCore *core,
              GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (libvirt_stream_core_check_end (core, &local_error) ||
      g_error_matches (local_error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_SUPPORT))
    return libvirt_stream_core_check_sent (core, error);

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
libvirt_stream_close_half (LibvirtStreamCore *core,
                           LibvirtStreamHalf half,
                           GCancellable *cancellable,
                           GError **error)
{
  if (!libvirt_stream_core_close_half (core, half))
    return libvirt_stream_core_check_sent (core, error);

  libvirt_stream_core_end (core, LIBVIRT_STREAM_END_FINISH);
  if (!libvirt_stream_core_wait (core, LIBVIRT_STREAM_READY_ENDED, cancellable, error))
    {
      libvirt_stream_core_end (core, LIBVIRT_STREAM_END_ABORT);
      return FALSE;
    }

  return check_closed (core, error);
}

void
libvirt_stream_close_half_async (GTask *task,
                                 LibvirtStreamCore *core,
                                 LibvirtStreamHalf half)
{
  GError *error = NULL;

  if (libvirt_stream_core_close_half (core, half))
    {
      libvirt_stream_core_end (core, LIBVIRT_STREAM_END_FINISH);
      libvirt_stream_wait_async (task, core, LIBVIRT_STREAM_READY_ENDED, check_closed);
      return;
    }

  if (libvirt_stream_core_check_sent (core, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
  g_object_unref (task);
}
