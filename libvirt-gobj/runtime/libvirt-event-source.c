/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "runtime/libvirt-event-loop-private.h"

typedef struct
{
  GSource source;
  LibvirtEventLoop *loop;
} LibvirtEventSource;

static gboolean
prepare (GSource *source,
         int *timeout)
{
  gint64 time_left = libvirt_event_loop_prepare (((LibvirtEventSource *) source)->loop);

  *timeout = time_left < 0 ? -1 : (int) MIN ((time_left + 999) / 1000, G_MAXINT);
  return time_left == 0;
}

/* GLib looks at the descriptors itself. */
static gboolean
check (GSource *source)
{
  LibvirtEventLoop *loop = ((LibvirtEventSource *) source)->loop;

  libvirt_event_loop_finish_wait (loop);
  return libvirt_event_loop_is_due (loop);
}

static gboolean
dispatch (GSource *source,
          GSourceFunc callback,
          gpointer user_data)
{
  libvirt_event_loop_collect_and_dispatch (((LibvirtEventSource *) source)->loop);
  return G_SOURCE_CONTINUE;
}

static GSourceFuncs source_funcs = {
  .prepare = prepare,
  .check = check,
  .dispatch = dispatch,
};

static void
wake_who_waits (gpointer loop)
{
  LibvirtEventLoop *self = loop;

  if (g_atomic_int_get (&self->served))
    libvirt_event_loop_wake_server (self);
  else
    g_main_context_wakeup (self->context);
}

void
libvirt_event_loop_attach (LibvirtEventLoop *self,
                           GMainContext *context)
{
  g_autoptr (GSource) source = g_source_new (&source_funcs, sizeof (LibvirtEventSource));

  ((LibvirtEventSource *) source)->loop = self;
  g_source_set_static_name (source, "libvirt I/O");
  /* A main loop run inside a callback goes on serving all others. */
  g_source_set_can_recurse (source, TRUE);
  libvirt_event_poll_set_source (self->poll, source);

  /* libvirt keeps its event loop for ever, and so must the context be. */
  self->context = g_main_context_ref (context);
  self->wake_data = self;
  self->wake = wake_who_waits;
  g_source_attach (source, context);
}
