/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * What states a connection goes through, and who is told.
 *
 * A handler may close the connection, drop it, change what becomes of it, or run a main loop in which
 * all of that happens. So whatever is to be told or done next is pushed to the emitter, behind what
 * still waits there, and a change is complete before the first handler runs. What a handler holds up
 * goes on in its main loop, in the same order.
 */

#include "connect/libvirt-connect-life-private.h"

#define FROM(state) (1u << LIBVIRT_CONNECT_STATE_##state)

/* Where each state is reached from. One that is closed stays so. */
static const guint ways_to[] = {
  [LIBVIRT_CONNECT_STATE_CLOSED] =
    FROM (CONNECTING) | FROM (OPEN) | FROM (LOST) | FROM (RECONNECTING),
  [LIBVIRT_CONNECT_STATE_CONNECTING] = FROM (LOST),
  [LIBVIRT_CONNECT_STATE_OPEN] = FROM (CONNECTING) | FROM (RECONNECTING),
  [LIBVIRT_CONNECT_STATE_LOST] = FROM (CONNECTING) | FROM (OPEN) | FROM (RECONNECTING),
  [LIBVIRT_CONNECT_STATE_RECONNECTING] = FROM (LOST),
};

/* The only place where the state changes. FALSE if no way leads there: as others only happen in the
 * owner's context, it has been closed meanwhile, or was so already. */
static gboolean
life_move (LibvirtConnectLife *self,
           LibvirtConnectState to)
{
  int from;

  do
    {
      from = g_atomic_int_get (&self->state);
      if ((ways_to[to] & (1u << from)) == 0)
        return FALSE;
    }
  while (!g_atomic_int_compare_and_exchange (&self->state, from, to));

  return TRUE;
}

typedef struct
{
  LibvirtEmission emission;
  LibvirtConnectStep func;
  gconstpointer data;
} Step;

static void
step_emit (LibvirtEmission *emission,
           gpointer connect)
{
  Step *self = (Step *) emission;

  self->func (connect, self->data);
}

static void
step_free (LibvirtEmission *emission)
{
  g_free (emission);
}

void
libvirt_connect_life_push (LibvirtConnect *connect,
                           LibvirtConnectStep func,
                           gconstpointer data)
{
  Step *step = g_new0 (Step, 1);

  step->emission.emit = step_emit;
  step->emission.free = step_free;
  step->func = func;
  step->data = data;
  libvirt_emitter_push (libvirt_connect_get_core (connect)->emitter, &step->emission);
}

void
libvirt_connect_life_tell (LibvirtConnect *connect)
{
  libvirt_emitter_flush (libvirt_connect_get_core (connect)->emitter);
}

static void
notify (LibvirtConnect *connect,
        gconstpointer property)
{
  g_object_notify (G_OBJECT (connect), property);
}

/* Each state once, though it may be another by now than it was when this was pushed. Handlers that read
 * it when another thread has just closed the connection see that twice. */
static void
tell_state (LibvirtConnect *connect,
            gconstpointer data)
{
  LibvirtConnectLife *self = libvirt_connect_get_life (connect);
  int state = g_atomic_int_get (&self->state);

  if (state == self->told_state)
    return;

  self->told_state = state;
  notify (connect, "state");
}

static void
tell_closed (LibvirtConnect *connect,
             gconstpointer reason)
{
  libvirt_connect_get_life (connect)->is_loss_untold = FALSE;
  g_signal_emit_by_name (connect, "closed", GPOINTER_TO_INT (reason));
}

static void
tell_reconnecting (LibvirtConnect *connect,
                   gconstpointer data)
{
  LibvirtReconnect *reconnect = libvirt_connect_get_life (connect)->reconnect;
  guint attempt, delay;

  if (reconnect != NULL && !libvirt_core_is_closed (libvirt_connect_get_core (connect)) &&
      libvirt_reconnect_announce (reconnect, &attempt, &delay))
    g_signal_emit_by_name (connect, "reconnecting", attempt, delay);
}

static void
go_on (LibvirtConnect *connect)
{
  libvirt_reconnect_go_on (libvirt_connect_get_life (connect)->reconnect);
  libvirt_connect_life_push (connect, tell_reconnecting, NULL);
}

static void
lose_session (LibvirtConnect *connect)
{
  LibvirtCore *core = libvirt_connect_get_core (connect);
  g_autoptr (LibvirtSession) session = libvirt_core_ref_session (core);

  if (session == NULL)
    return;

  if (libvirt_link_watch_is_active (session->watch))
    libvirt_connect_life_push (connect, notify, "keepalive-active");
  libvirt_core_lose_session (core);
}

/* While attempts are made. */
static LibvirtConnectState
get_attempting_state (LibvirtConnect *connect)
{
  return libvirt_connect_was_open (connect) ? LIBVIRT_CONNECT_STATE_RECONNECTING
                                            : LIBVIRT_CONNECT_STATE_CONNECTING;
}

static void
begin_attempts (LibvirtConnect *connect)
{
  LibvirtConnectLife *self = libvirt_connect_get_life (connect);

  if (self->is_loss_untold || !life_move (self, get_attempting_state (connect)))
    return;

  self->reconnect = libvirt_reconnect_new (connect);
  libvirt_connect_life_push (connect, tell_state, NULL);
  go_on (connect);
}

/* With what an attempt may just have opened. */
static void
end_attempts (LibvirtConnect *connect)
{
  LibvirtConnectLife *self = libvirt_connect_get_life (connect);

  g_clear_pointer (&self->reconnect, libvirt_reconnect_free);
  if (life_move (self, LIBVIRT_CONNECT_STATE_LOST))
    libvirt_connect_life_push (connect, tell_state, NULL);
  lose_session (connect);
}

static void
hurry (LibvirtConnect *connect)
{
  LibvirtReconnect *reconnect = libvirt_connect_get_life (connect)->reconnect;

  if (reconnect != NULL && libvirt_reconnect_hurry (reconnect))
    libvirt_connect_life_push (connect, tell_reconnecting, NULL);
}

/* Does what #LibvirtConnect:auto-reconnect says. Who has just set it does not want to wait. */
static void
settle (LibvirtConnect *connect,
        gconstpointer is_set)
{
  LibvirtConnectLife *self = libvirt_connect_get_life (connect);

  if (self->auto_reconnect)
    begin_attempts (connect);
  else if (self->reconnect != NULL && !libvirt_reconnect_is_first (self->reconnect))
    end_attempts (connect);
  if (self->auto_reconnect && is_set != NULL)
    hurry (connect);
  libvirt_connect_life_tell (connect);
}

void
libvirt_connect_life_begin_open (LibvirtConnect *connect)
{
  LibvirtConnectLife *self = libvirt_connect_get_life (connect);

  self->state = self->told_state = LIBVIRT_CONNECT_STATE_OPEN;
}

void
libvirt_connect_life_begin_connecting (LibvirtConnect *connect)
{
  LibvirtConnectLife *self = libvirt_connect_get_life (connect);

  self->state = self->told_state = LIBVIRT_CONNECT_STATE_CONNECTING;
  self->auto_reconnect = TRUE;
  self->reconnect = libvirt_reconnect_new (connect);
  libvirt_reconnect_start (self->reconnect);
}

void
libvirt_connect_life_set_auto_reconnect (LibvirtConnect *connect,
                                         gboolean auto_reconnect)
{
  LibvirtConnectLife *self = libvirt_connect_get_life (connect);

  if (self->auto_reconnect != !!auto_reconnect)
    {
      self->auto_reconnect = !!auto_reconnect;
      libvirt_connect_life_push (connect, settle, GINT_TO_POINTER (TRUE));
      notify (connect, "auto-reconnect");
    }
  else if (auto_reconnect)
    {
      hurry (connect);
    }
  libvirt_connect_life_tell (connect);
}

/* What an attempt had opened for a moment is missed when that ends. */
void
libvirt_connect_take_closed (LibvirtConnect *connect,
                             int reason)
{
  LibvirtConnectLife *self = libvirt_connect_get_life (connect);

  if (self->reconnect == NULL && life_move (self, LIBVIRT_CONNECT_STATE_LOST))
    {
      self->is_loss_untold = TRUE;
      libvirt_connect_life_push (connect, tell_state, NULL);
      libvirt_connect_life_push (connect, tell_closed, GINT_TO_POINTER (reason));
    }
  lose_session (connect);
  libvirt_connect_life_push (connect, settle, NULL);
  libvirt_connect_life_tell (connect);
}

static void
take_error (LibvirtConnect *connect,
            const GError *error)
{
  LibvirtConnectLife *self = libvirt_connect_get_life (connect);
  gboolean had_error = self->error != NULL;

  g_clear_error (&self->error);
  self->error = error != NULL ? g_error_copy (error) : NULL;
  if (had_error || error != NULL)
    libvirt_connect_life_push (connect, notify, "error");
}

void
libvirt_connect_take_failed (LibvirtConnect *connect,
                             const GError *error)
{
  take_error (connect, error);
  if (libvirt_connect_get_life (connect)->auto_reconnect)
    {
      lose_session (connect);
      go_on (connect);
    }
  else
    {
      end_attempts (connect);
    }
}

void
libvirt_connect_take_opened (LibvirtConnect *connect,
                             const char *uri)
{
  LibvirtConnectLife *self = libvirt_connect_get_life (connect);

  g_clear_pointer (&self->reconnect, libvirt_reconnect_free);
  if (!life_move (self, LIBVIRT_CONNECT_STATE_OPEN))
    return;

  take_error (connect, NULL);
  if (libvirt_connect_take_uri (connect, uri))
    libvirt_connect_life_push (connect, notify, "uri");
  if (libvirt_core_is_watched (libvirt_connect_get_core (connect)))
    libvirt_connect_life_push (connect, notify, "keepalive-active");
  libvirt_connect_life_push (connect, tell_state, NULL);
}

void
libvirt_connect_tell_watched (LibvirtConnect *connect)
{
  g_autoptr (LibvirtConnect) kept G_GNUC_UNUSED = g_object_ref (connect);

  libvirt_connect_life_push (connect, notify, "keepalive-active");
  libvirt_connect_life_tell (connect);
}

/* Others may have closed it. */
static void
stop_attempts (LibvirtConnect *connect,
               gconstpointer data)
{
  g_clear_pointer (&libvirt_connect_get_life (connect)->reconnect, libvirt_reconnect_free);
}

void
libvirt_connect_life_close (LibvirtConnect *connect)
{
  life_move (libvirt_connect_get_life (connect), LIBVIRT_CONNECT_STATE_CLOSED);
  libvirt_connect_life_push (connect, stop_attempts, NULL);
  libvirt_connect_life_push (connect, tell_state, NULL);
  libvirt_connect_life_tell (connect);
}

void
libvirt_connect_life_end (LibvirtConnect *connect)
{
  life_move (libvirt_connect_get_life (connect), LIBVIRT_CONNECT_STATE_CLOSED);
  stop_attempts (connect, NULL);
}
