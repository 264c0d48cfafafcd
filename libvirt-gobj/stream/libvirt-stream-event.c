/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "stream/libvirt-stream-event.h"

#include "runtime/libvirt-error-private.h"
#include "stream/libvirt-stream-private.h"

/**
 * SECTION:libvirt-stream-event
 * @title: Events of a stream
 * @short_description: a function to be called when a stream is ready
 *
 * libvirt's own way to wait for a stream in a main loop: a function that is told when there is
 * something to read or room to write. Programs that use the #GIOStream do not need it: its
 * asynchronous functions wait by themselves, and g_pollable_input_stream_create_source() gives them
 * any number of sources, while there is one function here. Both may be used together.
 *
 * |[<!-- language="C" -->
 * static void
 * on_data (LibvirtStream *stream, LibvirtStreamEventType events, gpointer user_data)
 * {
 *   g_autoptr (GBytes) bytes = libvirt_stream_recv (stream, 4096, NULL);
 *
 *   if (bytes == NULL || g_bytes_get_size (bytes) == 0)
 *     libvirt_stream_event_remove_callback (stream, NULL);
 *   else
 *     consume (user_data, bytes);
 * }
 * ]|
 *
 * Since: 1.0
 */

struct _LibvirtStreamWatch
{
  /* Set once. */
  LibvirtWeak *stream; /* up to the end of the watch */
  LibvirtStreamCore *core;
  LibvirtStreamEventCallback callback;
  gpointer user_data;
  GDestroyNotify destroy;

  GSource *source; /* guarded by lock; NULL while nothing is looked for */
};

static GMutex lock; /* for what each stream has of this; held for moments */

static void
watch_clear (gpointer data)
{
  LibvirtStreamWatch *self = data;

  g_assert (self->source == NULL);
  if (self->destroy != NULL)
    self->destroy (self->user_data);
  libvirt_stream_core_unref (self->core);
  libvirt_weak_unref (self->stream);
}

static void
watch_unref (gpointer self)
{
  g_atomic_rc_box_release_full (self, watch_clear);
}

static LibvirtStreamWatch *
watch_new (LibvirtStream *stream,
           LibvirtStreamEventCallback callback,
           gpointer user_data,
           GDestroyNotify destroy)
{
  LibvirtStreamWatch *self = g_atomic_rc_box_new0 (LibvirtStreamWatch);

  self->stream = libvirt_weak_new (stream);
  self->core = libvirt_stream_core_ref (stream->core);
  self->callback = callback;
  self->user_data = user_data;
  self->destroy = destroy;

  return self;
}

static const struct
{
  LibvirtStreamEventType event;
  LibvirtStreamReady ready;
} events_and_ready[] = {
  { LIBVIRT_STREAM_EVENT_TYPE_READABLE, LIBVIRT_STREAM_READY_IN },
  { LIBVIRT_STREAM_EVENT_TYPE_WRITABLE, LIBVIRT_STREAM_READY_OUT },
  { LIBVIRT_STREAM_EVENT_TYPE_ERROR, LIBVIRT_STREAM_READY_BROKEN },
  { LIBVIRT_STREAM_EVENT_TYPE_HANGUP, LIBVIRT_STREAM_READY_EOF },
};

static LibvirtStreamReady
events_to_ready (LibvirtStreamEventType events)
{
  LibvirtStreamReady ready = 0;

  for (guint i = 0; i < G_N_ELEMENTS (events_and_ready); i++)
    ready |= (events & events_and_ready[i].event) != 0 ? events_and_ready[i].ready : 0;

  return ready;
}

static LibvirtStreamEventType
ready_to_events (LibvirtStreamReady ready)
{
  LibvirtStreamEventType events = 0;

  for (guint i = 0; i < G_N_ELEMENTS (events_and_ready); i++)
    events |= (ready & events_and_ready[i].ready) != 0 ? events_and_ready[i].event : 0;

  return events;
}

/* The data of a source: what it looks for does not change. */
typedef struct
{
  LibvirtStreamWatch *watch;
  LibvirtStreamReady ready;
} Look;

static void
look_free (gpointer data)
{
  watch_unref (((Look *) data)->watch);
  g_free (data);
}

static gboolean
on_ready (gpointer user_data)
{
  Look *look = user_data;
  LibvirtStreamWatch *self = look->watch;
  g_autoptr (LibvirtStream) stream = libvirt_weak_get (self->stream);
  LibvirtStreamEventType events;

  if (stream == NULL || libvirt_stream_core_is_over (self->core))
    return G_SOURCE_REMOVE;

  events = ready_to_events (libvirt_stream_core_get_ready (self->core, look->ready));
  /* What is there may be taken now; who reads once must not be called again for nothing. */
  if ((events & LIBVIRT_STREAM_EVENT_TYPE_READABLE) != 0)
    libvirt_stream_core_ask_again (self->core);
  if (events != 0)
    self->callback (stream, events, self->user_data);

  return G_SOURCE_CONTINUE;
}

/* A source for @events, NULL for none. */
static GSource *
watch_look_for (LibvirtStreamWatch *self,
                LibvirtStreamEventType events,
                GMainContext *context)
{
  Look *look;
  GSource *source;

  if (events == 0)
    return NULL;

  look = g_new (Look, 1);
  look->watch = g_atomic_rc_box_acquire (self);
  look->ready = events_to_ready (events);
  source = libvirt_stream_core_create_source (self->core, look->ready);
  g_source_set_callback (source, on_ready, look, look_free);
  g_source_attach (source, context);

  return source;
}

/* Takes both over. */
static void
let_go (LibvirtStreamWatch *watch,
        GSource *source)
{
  if (source != NULL)
    g_source_destroy (source);
  g_clear_pointer (&source, g_source_unref);
  g_clear_pointer (&watch, watch_unref);
}

gboolean
libvirt_stream_drop_watch (LibvirtStream *self)
{
  LibvirtStreamWatch *watch;
  GSource *source = NULL;

  g_mutex_lock (&lock);
  watch = g_steal_pointer (&self->watch);
  if (watch != NULL)
    source = g_steal_pointer (&watch->source);
  g_mutex_unlock (&lock);

  if (watch != NULL)
    libvirt_weak_end (watch->stream);
  let_go (watch, source);
  return watch != NULL;
}

static void
set_no_callback_error (GError **error)
{
  libvirt_set_error (error, LIBVIRT_ERROR_OPERATION_INVALID, "The stream has no callback");
}

/**
 * libvirt_stream_event_add_callback:
 * @self: a stream that was opened
 * @events: what to look for, at first
 * @callback: (scope notified) (closure user_data) (destroy destroy): what is to be called
 * @user_data: passed to @callback
 * @destroy: (nullable): called with @user_data when @callback is not needed any more
 * @error: return location for a #GError
 *
 * Has a function called when the stream is ready. It is not called any more when the stream has
 * been finished or aborted.
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_INVALID if there is one already. Calls
 * virStreamEventAddCallback().
 *
 * Returns: %TRUE if the stream is watched
 *
 * Since: 1.0
 */
gboolean
libvirt_stream_event_add_callback (LibvirtStream *self,
                                   LibvirtStreamEventType events,
                                   LibvirtStreamEventCallback callback,
                                   gpointer user_data,
                                   GDestroyNotify destroy,
                                   GError **error)
{
  LibvirtStreamWatch *watch;
  gboolean is_first;

  g_return_val_if_fail (LIBVIRT_IS_STREAM (self), FALSE);
  g_return_val_if_fail (callback != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  watch = watch_new (self, callback, user_data, destroy);
  if (!libvirt_stream_core_begin_watch (self->core, error))
    {
      watch_unref (watch);
      return FALSE;
    }

  g_mutex_lock (&lock);
  is_first = self->watch == NULL;
  if (is_first)
    self->watch = watch;
  g_mutex_unlock (&lock);

  if (is_first)
    return libvirt_stream_event_update_callback (self, events, error);

  watch_unref (watch);
  libvirt_set_error (error, LIBVIRT_ERROR_OPERATION_INVALID, "The stream has a callback already");
  return FALSE;
}

/**
 * libvirt_stream_event_update_callback:
 * @self: a stream with a callback
 * @events: all that is to be looked for, in place of what was before
 * @error: return location for a #GError
 *
 * Changes what the callback is called for. It stays, and is silent, while that is
 * %LIBVIRT_STREAM_EVENT_TYPE_NONE.
 *
 * Calls virStreamEventUpdateCallback().
 *
 * Returns: %TRUE if there is a callback
 *
 * Since: 1.0
 */
gboolean
libvirt_stream_event_update_callback (LibvirtStream *self,
                                      LibvirtStreamEventType events,
                                      GError **error)
{
  LibvirtStreamWatch *watch;
  GSource *source;
  GSource *old;

  g_return_val_if_fail (LIBVIRT_IS_STREAM (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  g_mutex_lock (&lock);
  watch = self->watch != NULL ? g_atomic_rc_box_acquire (self->watch) : NULL;
  g_mutex_unlock (&lock);
  if (watch == NULL)
    {
      set_no_callback_error (error);
      return FALSE;
    }

  source = watch_look_for (watch, events, self->context);
  g_mutex_lock (&lock);
  /* It may have been removed meanwhile. */
  old = self->watch == watch ? g_steal_pointer (&watch->source) : g_steal_pointer (&source);
  if (source != NULL)
    watch->source = source;
  g_mutex_unlock (&lock);

  let_go (watch, old);
  return TRUE;
}

/**
 * libvirt_stream_event_remove_callback:
 * @self: a stream with a callback
 * @error: return location for a #GError
 *
 * Has the callback called no more. The last unref of the stream does so as well.
 *
 * Calls virStreamEventRemoveCallback().
 *
 * Returns: %TRUE if there was one
 *
 * Since: 1.0
 */
gboolean
libvirt_stream_event_remove_callback (LibvirtStream *self,
                                      GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_STREAM (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (libvirt_stream_drop_watch (self))
    return TRUE;

  set_no_callback_error (error);
  return FALSE;
}
