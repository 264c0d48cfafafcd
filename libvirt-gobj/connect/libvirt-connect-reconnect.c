/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * A connection that was lost is opened again: a timer of the owner's context begins each attempt,
 * a worker opens another session, puts it in use and asks for all that is known, and in the owner's
 * context what has changed is told before it is said that the connection is open.
 */

#include "connect/libvirt-connect-private.h"

#include "async/libvirt-async-private.h"
#include "domain/libvirt-domain-private.h"
#include "model/libvirt-entity-list-private.h"
#include "runtime/libvirt-reload-private.h"

/* In milliseconds. The jitter keeps all that lost the same host from coming back at once. */
#define FIRST_DELAY 500
#define LAST_DELAY 30000
#define JITTER 0.2

struct _LibvirtReconnect
{
  LibvirtConnect *connect; /* borrowed */
  LibvirtCore *core;
  GSource *timer;
  GCancellable *cancellable;
  guint attempt;
};

/* What one attempt takes to a worker, and brings back. */
typedef struct
{
  LibvirtCore *core;
  LibvirtConnectTarget target;
  LibvirtReload *reload;
} Attempt;

static void
attempt_free (gpointer data)
{
  Attempt *self = data;

  libvirt_connect_target_clear (&self->target);
  libvirt_reload_free (self->reload);
  libvirt_core_unref (self->core);
  g_free (self);
}

/* Events are registered for before anything is asked, and believed once all has been. */
static void
attempt_run (gpointer source,
             gpointer data,
             GError **error)
{
  Attempt *self = data;
  int socket;
  virConnectPtr native = libvirt_connect_target_open_native (&self->target, &socket, error);
  g_autoptr (LibvirtSession) session = NULL;

  if (native == NULL)
    return;

  session = libvirt_session_new (self->core, native, socket);
  libvirt_session_register_events (session, libvirt_core_get_event_groups (self->core));
  if (!libvirt_core_take_session (self->core, libvirt_session_ref (session)))
    {
      libvirt_core_set_closed_error (self->core, error);
      libvirt_session_close_now (g_steal_pointer (&session));
      return;
    }

  libvirt_reload_run (self->reload, ~0u);
  libvirt_core_trust_events (self->core, session);
  libvirt_domain_qemu_event_register_again (session);
}

static const LibvirtCallInfo attempt_info = {
  .run = attempt_run,
  .free = attempt_free,
};

static void
reconnect_clear (LibvirtReconnect *self)
{
  libvirt_core_unref (self->core);
  g_object_unref (self->cancellable);
}

static void
reconnect_unref (LibvirtReconnect *self)
{
  g_rc_box_release_full (self, (GDestroyNotify) reconnect_clear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LibvirtReconnect, reconnect_unref)

static void
reload_owned_lists (GPtrArray *known)
{
  for (guint i = 0; i < known->len; i++)
    libvirt_entity_list_reload_all (g_ptr_array_index (known, i));
}

static void
on_attempted (GObject *source,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (LibvirtReconnect) self = user_data;
  Attempt *attempt = libvirt_async_finish (NULL, result, libvirt_reconnect_go_on, NULL);

  if (self->connect == NULL)
    return;

  /* What has changed meanwhile comes first. A handler may close the connection. */
  libvirt_emitter_flush (self->core->emitter);
  if (self->connect == NULL || libvirt_core_is_closed (self->core))
    return;

  if (attempt != NULL && libvirt_core_is_open (self->core))
    {
      reload_owned_lists (attempt->reload->known);
      libvirt_connect_tell_reopened (self->connect);
    }
  else
    libvirt_reconnect_go_on (self);
}

static gboolean
on_time (gpointer data)
{
  LibvirtReconnect *self = data;
  Attempt *attempt = g_new0 (Attempt, 1);

  attempt->core = libvirt_core_ref (self->core);
  attempt->reload = libvirt_reload_new (self->core);
  libvirt_connect_target_copy (&attempt->target, libvirt_connect_get_target (self->connect));

  g_clear_pointer (&self->timer, g_source_unref);
  g_main_context_push_thread_default (self->core->context);
  libvirt_async_start (NULL, &attempt_info, attempt, self->cancellable, on_attempted,
                       g_rc_box_acquire (self), libvirt_reconnect_go_on);
  g_main_context_pop_thread_default (self->core->context);
  return G_SOURCE_REMOVE;
}

static guint
get_delay (guint attempt)
{
  guint delay = FIRST_DELAY;

  for (guint i = 1; i < attempt && delay < LAST_DELAY; i++)
    delay *= 2;
  return (guint) (MIN (delay, LAST_DELAY) * g_random_double_range (1 - JITTER, 1 + JITTER));
}

void
libvirt_reconnect_go_on (LibvirtReconnect *self)
{
  guint delay = get_delay (++self->attempt);

  self->timer = g_timeout_source_new (delay);
  g_source_set_static_name (self->timer, "[libvirt-gobj] reconnect");
  g_source_set_callback (self->timer, on_time, self, NULL);
  g_source_attach (self->timer, self->core->context);
  libvirt_connect_tell_reconnecting (self->connect, self->attempt, delay);
}

LibvirtReconnect *
libvirt_reconnect_new (LibvirtConnect *connect)
{
  LibvirtReconnect *self = g_rc_box_new0 (LibvirtReconnect);

  self->connect = connect;
  self->core = libvirt_core_ref (libvirt_connect_get_core (connect));
  self->cancellable = g_cancellable_new ();
  return self;
}

void
libvirt_reconnect_free (LibvirtReconnect *self)
{
  self->connect = NULL;
  if (self->timer != NULL)
    g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
  g_cancellable_cancel (self->cancellable);
  reconnect_unref (self);
}
