/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* How a connection says why it has ended: the reason that libvirt itself has for it, which a raw
 * connection over the same link is told, too. */

#include <libvirt-gobj/libvirt-gobj.h>

#include "../daemon.h"
#include "../harness.h"
#include "../objects/objects.h"
#include "relayed.h"

/* Dead after three silent seconds. */
#define INTERVAL 1
#define COUNT    2

typedef struct
{
  Daemon *daemon;
  Relay *relay;
  LibvirtConnect *connect; /* through the relay, as is the other */
  virConnectPtr raw;
  guint n_closed;
  LibvirtConnectCloseReason reason;
  int raw_reason; /* atomic; -1: none so far */
} Fixture;

/* How the link is broken, and what comes of it. */
typedef struct
{
  void (*break_link) (Fixture *self);
  LibvirtConnectCloseReason reason;
} Case;

static int is_at_rest; /* atomic: the event loop has told what it had found */

static void
on_closed (LibvirtConnect *connect,
           LibvirtConnectCloseReason reason,
           gpointer user_data)
{
  Fixture *self = user_data;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (libvirt_connect_get_state (connect), ==, LIBVIRT_CONNECT_STATE_LOST);
  g_assert_false (libvirt_connect_is_alive (connect, &error));
  g_assert_no_error (error);
  self->reason = reason;
  self->n_closed++;
}

/* In whatever thread serves libvirt. */
static void
on_raw_closed (virConnectPtr raw,
               int reason,
               void *opaque)
{
  Fixture *self = opaque;

  g_atomic_int_set (&self->raw_reason, reason);
  g_main_context_wakeup (NULL);
}

static void
on_turn (int timer,
         void *opaque)
{
  guint *n_turns = opaque;

  if (++*n_turns == 2)
    virEventRemoveTimeout (timer);
}

static void
on_turns_over (void *opaque)
{
  g_atomic_int_set (&is_at_rest, TRUE);
  g_main_context_wakeup (NULL);
}

/* What the event loop found readable before the end, and tells after it, libvirt takes for an error. */
static void
wait_for_rest (void)
{
  guint n_turns = 0;

  g_atomic_int_set (&is_at_rest, FALSE);
  g_assert_cmpint (virEventAddTimeout (0, on_turn, &n_turns, on_turns_over), >, 0);
  harness_wait_until (g_atomic_int_get (&is_at_rest));
}

static void
set_up (Fixture *self,
        gconstpointer data)
{
  g_autofree char *uri = NULL;

  self->daemon = daemon_new (NULL);
  if (self->daemon == NULL)
    return;

  self->relay = relay_new (daemon_get_socket (self->daemon));
  self->connect = relayed_open (self->daemon, self->relay);
  g_signal_connect (self->connect, "closed", G_CALLBACK (on_closed), self);
  uri = daemon_dup_uri (self->daemon, relay_get_socket (self->relay));
  self->raw = virConnectOpen (uri);
  g_assert_nonnull (self->raw);
  self->raw_reason = -1;
  g_assert_cmpint (virConnectRegisterCloseCallback (self->raw, on_raw_closed, self, NULL), ==, 0);
  wait_for_rest ();
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  if (self->daemon == NULL)
    return;

  virConnectUnregisterCloseCallback (self->raw, on_raw_closed);
  virConnectClose (self->raw);
  relayed_end (&self->connect, self->daemon, self->relay);
}

static void
hang_up (Fixture *self)
{
  relay_cut (self->relay);
}

/* The socket stays, and libvirt takes it for a failure to read. */
static void
end_data (Fixture *self)
{
  relay_half_close (self->relay);
}

static void
send_nonsense (Fixture *self)
{
  relay_babble (self->relay);
}

static void
fall_silent (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_connect_set_keep_alive (self->connect, INTERVAL, COUNT, &error));
  g_assert_no_error (error);
  g_assert_cmpint (virConnectSetKeepAlive (self->raw, INTERVAL, COUNT), ==, 0);
  relay_stall (self->relay);
}

static void
test_reason (Fixture *self,
             gconstpointer data)
{
  const Case *this = data;

  if (self->daemon == NULL)
    return;

  this->break_link (self);
  harness_wait_until (self->n_closed > 0 && g_atomic_int_get (&self->raw_reason) != -1);
  g_assert_cmpint (self->reason, ==, this->reason);
  g_assert_cmpint (self->raw_reason, ==, this->reason);
  g_assert_cmpuint (self->n_closed, ==, 1);
}

/* The same without a relay between. */
static void
test_daemon_dies (Fixture *self,
                  gconstpointer data)
{
  g_autoptr (LibvirtConnect) straight = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = NULL;

  if (self->daemon == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->connect, self);
  uri = daemon_dup_uri (self->daemon, NULL);
  straight = libvirt_connect_open (uri, &error);
  g_assert_no_error (error);
  g_signal_connect (straight, "closed", G_CALLBACK (on_closed), self);
  wait_for_rest ();
  daemon_kill (self->daemon);
  harness_wait_until (self->n_closed > 0);
  g_assert_cmpint (self->reason, ==, LIBVIRT_CONNECT_CLOSE_REASON_EOF);
}

/* Whoever closes it knows: the signal is for what nobody has asked for. Libvirt's own reason for
 * that, CLIENT, is told to nobody either. */
static void
test_by_us (Fixture *self,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  if (self->daemon == NULL)
    return;

  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_assert_no_error (error);
  while (relay_count_links (self->relay) > 1)
    g_main_context_iteration (NULL, FALSE);
  harness_wait_for_threads ();
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpuint (self->n_closed, ==, 0);
  g_assert_cmpint (libvirt_connect_get_state (self->connect), ==, LIBVIRT_CONNECT_STATE_CLOSED);
}

#define ADD(path, data, test) \
  g_test_add ("/faults/closed/" path, Fixture, data, set_up, test, tear_down)

int
main (int argc,
      char **argv)
{
  static const Case hung_up = { hang_up, LIBVIRT_CONNECT_CLOSE_REASON_EOF };
  static const Case ended = { end_data, LIBVIRT_CONNECT_CLOSE_REASON_ERROR };
  static const Case broken = { send_nonsense, LIBVIRT_CONNECT_CLOSE_REASON_ERROR };
  static const Case silent = { fall_silent, LIBVIRT_CONNECT_CLOSE_REASON_KEEPALIVE };

  objects_init (&argc, &argv);

  ADD ("eof", &hung_up, test_reason);
  ADD ("error/half-closed", &ended, test_reason);
  ADD ("error/nonsense", &broken, test_reason);
  ADD ("keepalive", &silent, test_reason);
  ADD ("daemon-dies", NULL, test_daemon_dies);
  ADD ("by-us", NULL, test_by_us);

  return g_test_run ();
}
