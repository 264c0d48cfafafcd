/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * A connection that was lost is opened again, and one of a LibvirtManager for the first time: a timer
 * of the owner's context begins each attempt, a worker opens another session, puts it in use and
 * asks for all that is known, and in the owner's context what has changed is told before it is said
 * that the connection is open. An attempt to which nobody answers is given up after as long as an
 * open connection would be; no other is made while its thread is there.
 */

#include "connect/libvirt-connect-life-private.h"

#include "async/libvirt-async-private.h"
#include "domain/libvirt-domain-private.h"
#include "runtime/libvirt-reload-private.h"
#include "runtime/libvirt-values-private.h"

/* In milliseconds. The jitter keeps all that lost the same host from coming back at once. */
#define FIRST_DELAY 500
#define LAST_DELAY 30000
#define JITTER 0.2

/* Counted: the last reference to the connection may go in another thread than the owner's, in
 * whose context a source is just being dispatched. See reconnect_ref_connect(). */
struct _LibvirtReconnect
{
  LibvirtCore *core;
  GSource *timer;
  GCancellable *cancellable;
  guint attempt; /* 0 for one that is not announced */
  guint n_announced;
  guint delay; /* before @attempt */

  struct _Attempt *current; /* a reference to the one that a worker is in */
  gboolean is_back;         /* it is in none any more, but not concluded */
  GError *error;            /* of that; NULL if it went well */
  GSource *deadline;        /* of that; NULL if it may take for ever */
  int n_asked;              /* how often it had asked somebody when that was looked at last */
};

/* What one attempt takes to a worker, and brings back. */
typedef struct _Attempt
{
  /* Set once. */
  LibvirtCore *core;
  LibvirtConnectTarget target;
  LibvirtReload *reload;

  /* Atomic. */
  LibvirtEventOpening opening;
  int n_asked;   /* see LibvirtConnectTarget */
  int is_opened; /* what follows is watched as all calls are */
  int is_late;

  char *uri; /* the worker's, and then the owner's */
} Attempt;

static void
attempt_clear (Attempt *self)
{
  libvirt_connect_target_clear (&self->target);
  libvirt_reload_free (self->reload);
  libvirt_core_unref (self->core);
  g_free (self->uri);
}

/* In the owner's context. */
static void
attempt_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, (GDestroyNotify) attempt_clear);
}

/* What it was given up for counts, whatever came of it. */
static void
attempt_check_late (Attempt *self,
                    GError **error)
{
  if (!g_atomic_int_get (&self->is_late))
    return;

  g_clear_error (error);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "The other end has not answered in time");
}

static virConnectPtr
attempt_open (Attempt *self,
              GError **error)
{
  virConnectPtr native = libvirt_connect_target_open_native (&self->target, &self->opening, error);
  char *uri;

  g_atomic_int_set (&self->is_opened, TRUE);
  if (native == NULL)
    {
      attempt_check_late (self, error);
      return NULL;
    }

  uri = virConnectGetURI (native);
  self->uri = libvirt_dup_valid (uri);
  free (uri);
  return native;
}

static gboolean
attempt_use (Attempt *self,
             LibvirtSession *session)
{
  return !g_atomic_int_get (&self->opening.is_given_up) &&
         libvirt_core_take_session (self->core, session, self);
}

/* Events are registered for before anything is asked, and believed once all has been. */
static void
attempt_run (gpointer source,
             gpointer data,
             GError **error)
{
  Attempt *self = data;
  virConnectPtr native = attempt_open (self, error);
  g_autoptr (LibvirtSession) session = NULL;

  if (native == NULL)
    return;

  session = libvirt_session_new (self->core, native, self->opening.socket);
  libvirt_session_register_events (session, libvirt_core_get_event_groups (self->core));
  if (!attempt_use (self, session))
    {
      libvirt_core_set_closed_error (self->core, error);
      attempt_check_late (self, error);
      libvirt_session_close_now (g_steal_pointer (&session));
      return;
    }

  libvirt_reload_run (self->reload, ~0u);
  libvirt_core_trust_events (self->core, session);
  libvirt_domain_qemu_event_register_again (session);
}

static const LibvirtCallInfo attempt_info = {
  .run = attempt_run,
  .free = attempt_unref,
};

static void
reconnect_clear (LibvirtReconnect *self)
{
  libvirt_core_unref (self->core);
  g_object_unref (self->cancellable);
  g_clear_error (&self->error);
}

static void
reconnect_unref (LibvirtReconnect *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) reconnect_clear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LibvirtReconnect, reconnect_unref)

/* The connection, a reference, if this is still what opens it. In the owner's context, and before
 * anything in @self is touched. */
static LibvirtConnect *
reconnect_ref_connect (LibvirtReconnect *self)
{
  g_autoptr (LibvirtConnect) connect = libvirt_weak_get (self->core->connect);

  if (connect == NULL || libvirt_connect_get_life (connect)->reconnect != self)
    return NULL;
  return g_steal_pointer (&connect);
}

static void
source_clear (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

/* Whether the connection is open; else *@error is set. */
static gboolean
reconnect_has_succeeded (LibvirtReconnect *self,
                         GError **error)
{
  if (*error == NULL && !libvirt_core_is_open (self->core))
    libvirt_core_set_closed_error (self->core, error);
  return *error == NULL;
}

/* The attempt that has come back, unless a handler has ended all that meanwhile. */
static LibvirtReconnect *
find_back (LibvirtConnect *connect)
{
  LibvirtReconnect *self = libvirt_connect_get_life (connect)->reconnect;

  return self != NULL && self->is_back && !libvirt_core_is_closed (self->core) ? self : NULL;
}

static void
fill_lists (LibvirtConnect *connect,
            gconstpointer data)
{
  LibvirtReconnect *self = find_back (connect);
  Attempt *attempt;

  if (self == NULL)
    return;

  attempt = g_atomic_rc_box_acquire (self->current);
  libvirt_reload_fill_lists (attempt->reload);
  attempt_unref (attempt);
}

static void
conclude (LibvirtConnect *connect,
          gconstpointer data)
{
  LibvirtReconnect *self = find_back (connect);
  g_autoptr (GError) error = NULL;
  Attempt *attempt;

  if (self == NULL)
    return;

  self->is_back = FALSE;
  attempt = g_steal_pointer (&self->current);
  error = g_steal_pointer (&self->error);
  if (reconnect_has_succeeded (self, &error))
    libvirt_connect_take_opened (connect, attempt->uri);
  else
    libvirt_connect_take_failed (connect, error);
  attempt_unref (attempt);
  libvirt_connect_life_tell (connect);
}

/* What has changed meanwhile is told first. */
static void
on_attempted (GObject *source,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (LibvirtReconnect) self = user_data;
  g_autoptr (LibvirtConnect) connect = reconnect_ref_connect (self);
  g_autoptr (GError) error = NULL;

  libvirt_async_finish (NULL, result, libvirt_reconnect_go_on, &error);
  if (connect == NULL)
    return;

  source_clear (&self->deadline);
  self->is_back = TRUE;
  self->error = g_steal_pointer (&error);
  libvirt_connect_life_push (connect, fill_lists, NULL);
  libvirt_connect_life_push (connect, conclude, NULL);
  libvirt_connect_life_tell (connect);
}

/* Who is being asked for a password may take all the time. */
static gboolean
reconnect_is_asking (LibvirtReconnect *self)
{
  int n_before = self->n_asked;

  self->n_asked = g_atomic_int_get (&self->current->n_asked);
  return self->n_asked != n_before || self->n_asked % 2 != 0;
}

static gboolean
on_deadline (gpointer data)
{
  LibvirtReconnect *self = data;
  g_autoptr (LibvirtConnect) connect = reconnect_ref_connect (self);

  if (connect == NULL)
    return G_SOURCE_REMOVE;
  if (reconnect_is_asking (self))
    return G_SOURCE_CONTINUE;

  if (!g_atomic_int_get (&self->current->is_opened))
    {
      g_atomic_int_set (&self->current->is_late, TRUE);
      libvirt_event_opening_give_up (&self->current->opening);
    }
  g_clear_pointer (&self->deadline, g_source_unref);
  return G_SOURCE_REMOVE;
}

static void
reconnect_attach (LibvirtReconnect *self,
                  GSource *source,
                  const char *name,
                  GSourceFunc func)
{
  g_source_set_static_name (source, name);
  g_source_set_callback (source, func, g_atomic_rc_box_acquire (self),
                         (GDestroyNotify) reconnect_unref);
  g_source_attach (source, self->core->context);
}

static void
reconnect_set_deadline (LibvirtReconnect *self)
{
  guint patience = libvirt_core_get_patience (self->core);

  if (patience == 0)
    return;

  self->n_asked = 0;
  self->deadline = g_timeout_source_new_seconds (patience);
  reconnect_attach (self, self->deadline, "[libvirt-gobj] opening", on_deadline);
}

static Attempt *
attempt_new (LibvirtConnect *connect)
{
  Attempt *self = g_atomic_rc_box_new0 (Attempt);

  self->core = libvirt_core_ref (libvirt_connect_get_core (connect));
  self->reload = libvirt_reload_new (self->core);
  libvirt_connect_target_copy (&self->target, libvirt_connect_get_target (connect));
  self->target.n_asked = &self->n_asked;
  return self;
}

static gboolean
on_time (gpointer data)
{
  LibvirtReconnect *self = data;
  g_autoptr (LibvirtConnect) connect = reconnect_ref_connect (self);

  if (connect == NULL)
    return G_SOURCE_REMOVE;

  g_clear_pointer (&self->timer, g_source_unref);
  self->current = attempt_new (connect);
  libvirt_core_await_session (self->core, self->current);
  reconnect_set_deadline (self);
  g_main_context_push_thread_default (self->core->context);
  libvirt_async_start (NULL, &attempt_info, g_atomic_rc_box_acquire (self->current), self->cancellable,
                       on_attempted, g_atomic_rc_box_acquire (self), libvirt_reconnect_go_on);
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

static void
reconnect_set_timer (LibvirtReconnect *self,
                     guint delay)
{
  self->timer = g_timeout_source_new (delay);
  reconnect_attach (self, self->timer, "[libvirt-gobj] reconnect", on_time);
}

void
libvirt_reconnect_start (LibvirtReconnect *self)
{
  reconnect_set_timer (self, 0);
}

gboolean
libvirt_reconnect_is_first (LibvirtReconnect *self)
{
  return self->attempt == 0;
}

void
libvirt_reconnect_go_on (LibvirtReconnect *self)
{
  self->delay = get_delay (++self->attempt);
  reconnect_set_timer (self, self->delay);
}

gboolean
libvirt_reconnect_hurry (LibvirtReconnect *self)
{
  if (self->timer == NULL || self->delay == 0)
    return FALSE;

  source_clear (&self->timer);
  self->delay = 0;
  self->n_announced = 0;
  reconnect_set_timer (self, self->delay);
  return TRUE;
}

gboolean
libvirt_reconnect_announce (LibvirtReconnect *self,
                            guint *attempt,
                            guint *delay)
{
  if (self->n_announced == self->attempt)
    return FALSE;

  self->n_announced = self->attempt;
  *attempt = self->attempt;
  *delay = self->delay;
  return TRUE;
}

LibvirtReconnect *
libvirt_reconnect_new (LibvirtConnect *connect)
{
  LibvirtReconnect *self = g_atomic_rc_box_new0 (LibvirtReconnect);

  self->core = libvirt_core_ref (libvirt_connect_get_core (connect));
  self->cancellable = g_cancellable_new ();
  libvirt_core_await_session (self->core, self); /* for now from no attempt */
  return self;
}

void
libvirt_reconnect_free (LibvirtReconnect *self)
{
  libvirt_core_await_session (self->core, NULL);
  source_clear (&self->timer);
  source_clear (&self->deadline);
  g_cancellable_cancel (self->cancellable);
  if (self->current != NULL && !self->is_back)
    libvirt_event_opening_give_up (&self->current->opening);
  g_clear_pointer (&self->current, attempt_unref);
  reconnect_unref (self);
}
