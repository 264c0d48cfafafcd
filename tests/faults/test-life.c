/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * The life of a connection that is lost and comes back, whatever its handlers do to it: whoever closes
 * it, lets go of it, changes his mind or runs a main loop there finds it in the state that is
 * documented, is told of the loss once, and leaves nothing behind with the daemon.
 */

#include <libvirt-gobj/libvirt-gobj.h>
#include <string.h>

#include "../daemon.h"
#include "../harness.h"
#include "../objects/objects.h"
#include "relayed.h"

/* Numbers of libvirt's protocol. */
#define REGISTER_EVENT       316
#define GET_ALL_DOMAIN_STATS 344

/* How slow the link is where something must come in the middle of something else, in ms. */
#define SLOW 20

/* What is left of a connection whose last reference is gone. */
#define DROPPED -1

typedef struct _Fixture Fixture;

/* Something that is done in a handler, and what is to come of it. */
typedef struct
{
  const char *signal;
  GObject *(*emitter) (Fixture *self);
  int state; /* in which the handler finds the connection */
  void (*cause) (Fixture *self);
  void (*act) (Fixture *self);
  int end; /* a LibvirtConnectState, or DROPPED */
} Case;

struct _Fixture
{
  Daemon *daemon;
  Relay *relay;
  virConnectPtr raw; /* straight to the daemon */
  virDomainPtr raw_domain;
  int raw_callback; /* keeps the daemon's events going when the connection is lost */
  guint n_sockets;  /* the daemon's, without the connection */

  LibvirtConnect *connect; /* through the relay, with auto-reconnect; NULL once dropped */
  gpointer weak;           /* the same, until it is finalized */
  LibvirtDomain *domain;
  GListModel *domains;
  GListModel *snapshots;

  const Case *this;
  gboolean has_acted;
  guint n_closed;
  guint n_states_closed;
  guint n_announced; /* attempts since it was lost last */
  gboolean is_closing; /* by another thread, which has a reference meanwhile */
  guint max_states_closed;
};

static int
get_state (Fixture *self)
{
  return libvirt_connect_get_state (self->connect);
}

static void
on_closed (LibvirtConnect *connect,
           LibvirtConnectCloseReason reason,
           gpointer user_data)
{
  Fixture *self = user_data;

  /* The one if all was silent, the other if something was on its way. */
  g_assert_true (reason == LIBVIRT_CONNECT_CLOSE_REASON_EOF ||
                 reason == LIBVIRT_CONNECT_CLOSE_REASON_ERROR);
  self->n_closed++;
}

static void
on_reconnecting (LibvirtConnect *connect,
                 guint attempt,
                 guint delay,
                 gpointer user_data)
{
  Fixture *self = user_data;

  if (!self->is_closing)
    g_assert_cmpint (libvirt_connect_get_state (connect), ==, LIBVIRT_CONNECT_STATE_RECONNECTING);
  g_assert_cmpuint (self->n_closed, >, 0);
  self->n_announced = attempt;
}

static void
on_state (LibvirtConnect *connect,
          GParamSpec *pspec,
          gpointer user_data)
{
  Fixture *self = user_data;
  LibvirtConnectState state = libvirt_connect_get_state (connect);

  self->n_states_closed += state == LIBVIRT_CONNECT_STATE_CLOSED ? 1 : 0;
  g_assert_cmpuint (self->n_states_closed, <=, self->max_states_closed);
}

static void
open_connection (Fixture *self)
{
  self->connect = relayed_open (self->daemon, self->relay);
  self->weak = self->connect;
  g_object_add_weak_pointer (self->weak, &self->weak);
  libvirt_connect_set_auto_reconnect (self->connect, TRUE);
  g_signal_connect (self->connect, "closed", G_CALLBACK (on_closed), self);
  g_signal_connect (self->connect, "reconnecting", G_CALLBACK (on_reconnecting), self);
  g_signal_connect (self->connect, "notify::state", G_CALLBACK (on_state), self);
}

static void
look_at_domains (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  self->domains = g_object_ref (libvirt_connect_get_domains (self->connect));
  self->domain = libvirt_connect_lookup_domain_by_name (self->connect, "test", &error);
  g_assert_no_error (error);
  self->snapshots = g_object_ref (libvirt_domain_get_snapshots (self->domain));
  harness_wait_until_loaded (self->domains);
  harness_wait_until_loaded (self->snapshots);
}

/* After the first connection, which brings the event loop. */
static void
open_raw (Fixture *self)
{
  g_autofree char *uri = daemon_dup_uri (self->daemon, NULL);

  self->raw = virConnectOpen (uri);
  self->raw_domain = virDomainLookupByName (self->raw, "test");
  g_assert_nonnull (self->raw_domain);
  self->raw_callback = harness_keep_events (self->raw);
  self->n_sockets = daemon_count_sockets (self->daemon) - 1;
}

static void
set_up (Fixture *self,
        gconstpointer data)
{
  self->daemon = daemon_new (NULL);
  if (self->daemon == NULL)
    return;

  self->relay = relay_new (daemon_get_socket (self->daemon));
  self->max_states_closed = 1;
  open_connection (self);
  open_raw (self);
  look_at_domains (self);
}

/* The daemon has no client but the raw connection. */
static void
assert_nothing_is_left (Fixture *self)
{
  while (relay_count_links (self->relay) > 0 ||
         daemon_count_sockets (self->daemon) > self->n_sockets)
    g_main_context_iteration (NULL, FALSE);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  if (self->daemon == NULL)
    return;

  g_clear_object (&self->connect);
  g_assert_null (self->weak);
  harness_finish_threads ();
  assert_nothing_is_left (self);
  g_clear_object (&self->snapshots);
  g_clear_object (&self->domains);
  g_assert_finalize_object (self->domain);
  virDomainFree (self->raw_domain);
  /* A libvirtd 9.0 whose clients go while it works for them crashes now and then, and answers nobody. */
  virConnectDomainEventDeregisterAny (self->raw, self->raw_callback);
  g_assert_cmpint (virConnectClose (self->raw), ==, 0);
  relayed_end (&self->connect, self->daemon, self->relay);
}

static gboolean
call (Fixture *self,
      GError **error)
{
  return libvirt_connect_num_of_domains (self->connect, error) >= 0;
}

static void
assert_calls_fail (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (call (self, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_suspend (self->domain, &error));
  harness_assert_closed (&error);
}

static void
run_what_is_ready (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

/* It works both ways, and is one client. */
static void
assert_works (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  LibvirtDomainState state = libvirt_domain_peek_state (self->domain);

  g_assert_true (call (self, &error));
  g_assert_no_error (error);
  if (state == LIBVIRT_DOMAIN_STATE_RUNNING)
    g_assert_cmpint (virDomainSuspend (self->raw_domain), ==, 0);
  else
    g_assert_cmpint (virDomainResume (self->raw_domain), ==, 0);
  harness_wait_until (libvirt_domain_peek_state (self->domain) != state);
  while (relay_count_links (self->relay) != 1 ||
         daemon_count_sockets (self->daemon) != self->n_sockets + 1)
    g_main_context_iteration (NULL, FALSE);
}

static void
assert_ends (Fixture *self,
             int end)
{
  if (end == DROPPED)
    {
      harness_wait_until (self->weak == NULL);
      return;
    }

  harness_wait_until (get_state (self) == end);
  if (end == LIBVIRT_CONNECT_STATE_OPEN)
    {
      assert_works (self);
    }
  else
    {
      assert_nothing_is_left (self);
      run_what_is_ready ();
      assert_calls_fail (self);
    }
  g_assert_cmpint (get_state (self), ==, end);
}

/* What is done in handlers. */

static void
close_it (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_assert_no_error (error);
  g_assert_cmpint (get_state (self), ==, LIBVIRT_CONNECT_STATE_CLOSED);
  g_assert_false (libvirt_connect_close (self->connect, &error));
  harness_assert_closed (&error);
}

static void
on_close_finished (GObject *source,
                   GAsyncResult *result,
                   gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_connect_close_finish (LIBVIRT_CONNECT (source), result, &error));
  g_assert_no_error (error);
  ((Fixture *) user_data)->is_closing = FALSE;
}

static void
close_later (Fixture *self)
{
  self->is_closing = TRUE;
  self->max_states_closed = 2; /* it can be seen already where another state is told */
  libvirt_connect_close_async (self->connect, NULL, on_close_finished, self);
}

static gpointer
run_close (gpointer user_data)
{
  close_it (user_data);
  return NULL;
}

static void
close_in_thread (Fixture *self)
{
  g_thread_join (g_thread_new ("close", run_close, self));
}

/* A handler of the closing itself lets go. */
static void
on_state_drop (LibvirtConnect *connect,
               GParamSpec *pspec,
               gpointer user_data)
{
  Fixture *self = user_data;

  if (libvirt_connect_get_state (connect) == LIBVIRT_CONNECT_STATE_CLOSED)
    g_clear_object (&self->connect);
}

static void
close_and_drop (Fixture *self)
{
  g_signal_connect (self->connect, "notify::state", G_CALLBACK (on_state_drop), self);
  g_assert_true (libvirt_connect_close (self->connect, NULL));
}

static void
drop (Fixture *self)
{
  g_clear_object (&self->connect);
}

static gpointer
unref (gpointer connect)
{
  g_object_unref (connect);
  return NULL;
}

static void
drop_in_thread (Fixture *self)
{
  g_thread_join (g_thread_new ("drop", unref, g_steal_pointer (&self->connect)));
}

static void
switch_off (Fixture *self)
{
  libvirt_connect_set_auto_reconnect (self->connect, FALSE);
}

static void
switch_off_and_on (Fixture *self)
{
  libvirt_connect_set_auto_reconnect (self->connect, FALSE);
  libvirt_connect_set_auto_reconnect (self->connect, TRUE);
}

static void
run_until_open (Fixture *self)
{
  harness_wait_until (get_state (self) == LIBVIRT_CONNECT_STATE_OPEN);
}

/* What makes the signals come. */

/* Something is new in both lists when the connection is back. */
static void
lose_and_make (Fixture *self)
{
  g_autofree char *xml = harness_domain_xml ("comes");
  virDomainSnapshotPtr snapshot;
  virDomainPtr domain;

  relay_cut (self->relay);
  domain = virDomainDefineXML (self->raw, xml);
  g_assert_nonnull (domain);
  virDomainFree (domain);
  snapshot = virDomainSnapshotCreateXML (self->raw_domain, "<domainsnapshot/>", 0);
  g_assert_nonnull (snapshot);
  virDomainSnapshotFree (snapshot);
}

static void
suspend (Fixture *self)
{
  g_assert_cmpint (virDomainSuspend (self->raw_domain), ==, 0);
}

static GObject *
get_connection (Fixture *self)
{
  return G_OBJECT (self->connect);
}

static GObject *
get_domains (Fixture *self)
{
  return G_OBJECT (self->domains);
}

static GObject *
get_snapshots (Fixture *self)
{
  return G_OBJECT (self->snapshots);
}

static GObject *
get_domain (Fixture *self)
{
  return G_OBJECT (self->domain);
}

static void
act_once (Fixture *self)
{
  if (self->has_acted || get_state (self) != self->this->state)
    return;

  self->has_acted = TRUE;
  self->this->act (self);
}

static void
act_in_handler (GClosure *closure,
                GValue *result,
                guint n_params,
                const GValue *params,
                gpointer hint,
                gpointer marshal_data)
{
  act_once (closure->data);
}

/* Whatever the signal's arguments are. */
static void
connect_handler (Fixture *self)
{
  GClosure *closure = g_closure_new_simple (sizeof (GClosure), self);

  g_closure_set_marshal (closure, act_in_handler);
  g_signal_connect_closure (self->this->emitter (self), self->this->signal, closure, FALSE);
}

static void
test_handler (Fixture *self,
              gconstpointer data)
{
  if (self->daemon == NULL)
    return;

  self->this = data;
  connect_handler (self);
  self->this->cause (self);
  harness_wait_until (self->has_acted);
  assert_ends (self, self->this->end);
  g_assert_cmpuint (self->n_announced, <=, 1);
  if (self->this->end != DROPPED)
    g_assert_cmpuint (self->n_closed, ==, self->this->cause == lose_and_make ? 1 : 0);
  if (self->connect == NULL)
    return;

  if (self->this->act == close_later)
    {
      harness_wait_until (!self->is_closing);
      harness_finish_threads ();
    }
  g_assert_finalize_object (g_steal_pointer (&self->connect));
}

/* In the middle of an attempt. */

/* It is under way for as long as the link stands still. */
static void
wait_for_call (Fixture *self,
               guint procedure)
{
  guint n_calls = relay_count_calls (self->relay, procedure);

  relay_stall_at (self->relay, procedure);
  while (relay_count_calls (self->relay, procedure) == n_calls)
    g_main_context_iteration (NULL, FALSE);
}

typedef struct
{
  guint procedure; /* while this call is under way */
  void (*act) (Fixture *self);
  int end;
} Moment;

static void
lose_again (Fixture *self)
{
  relay_cut (self->relay);
}

static void
test_attempt (Fixture *self,
              gconstpointer data)
{
  const Moment *this = data;

  if (self->daemon == NULL)
    return;

  relay_set_delay (self->relay, SLOW);
  relay_cut (self->relay);
  wait_for_call (self, this->procedure);
  g_assert_cmpint (get_state (self), ==, LIBVIRT_CONNECT_STATE_RECONNECTING);
  relay_go_on (self->relay);
  this->act (self);
  relay_set_delay (self->relay, 0);
  if (this->act == lose_again)
    harness_wait_until (self->n_announced == 2);
  assert_ends (self, this->end);
  g_assert_cmpuint (self->n_closed, ==, 1);
  if (self->connect != NULL)
    g_assert_finalize_object (g_steal_pointer (&self->connect));
}

static void
lose_in_loop (LibvirtConnect *connect,
              GParamSpec *pspec,
              gpointer user_data)
{
  Fixture *self = user_data;
  gboolean is_active;

  g_object_get (connect, "keepalive-active", &is_active, NULL);
  if (!is_active || self->has_acted)
    return;

  self->has_acted = TRUE;
  relay_cut (self->relay);
  while (libvirt_connect_is_alive (connect, NULL))
    g_main_context_iteration (NULL, FALSE);
  run_what_is_ready ();
}

/* A handler runs a main loop in which what has just been opened is lost. */
static void
test_lost_while_told (Fixture *self,
                      gconstpointer data)
{
  if (self->daemon == NULL)
    return;

  g_signal_connect (self->connect, "notify::keepalive-active", G_CALLBACK (lose_in_loop), self);
  relay_cut (self->relay);
  harness_wait_until (self->has_acted);
  while (get_state (self) != LIBVIRT_CONNECT_STATE_OPEN || !call (self, NULL))
    g_main_context_iteration (NULL, FALSE);
  assert_works (self);
  g_assert_cmpuint (self->n_closed, ==, 2);
}

static void
wait_for_back_off (Fixture *self)
{
  relay_cut (self->relay);
  harness_wait_until (self->n_announced == 1);
}

static void
test_back_off (Fixture *self,
               gconstpointer data)
{
  const Moment *this = data;

  if (self->daemon == NULL)
    return;

  wait_for_back_off (self);
  this->act (self);
  assert_ends (self, this->end);
  g_assert_cmpuint (self->n_closed, ==, 1);
}

static void
switch_on (LibvirtConnect *connect)
{
  libvirt_connect_set_auto_reconnect (connect, TRUE);
}

/* Nobody had asked for it before. */
static void
test_switched_on (Fixture *self,
                  gconstpointer data)
{
  if (self->daemon == NULL)
    return;

  libvirt_connect_set_auto_reconnect (self->connect, FALSE);
  g_signal_connect (self->connect, data, G_CALLBACK (switch_on), NULL);
  relay_cut (self->relay);
  harness_wait_until (self->n_announced == 1);
  g_assert_cmpuint (self->n_closed, ==, 1);
  assert_ends (self, LIBVIRT_CONNECT_STATE_OPEN);
  g_assert_cmpuint (self->n_announced, ==, 1);
}

/* The good-bye does not reach the other end: nobody else is told of that. */
static void
test_lost_while_closing (Fixture *self,
                         gconstpointer data)
{
  if (self->daemon == NULL)
    return;

  relay_set_delay (self->relay, SLOW);
  close_it (self);
  relay_cut (self->relay);
  assert_ends (self, LIBVIRT_CONNECT_STATE_CLOSED);
  g_assert_cmpuint (self->n_closed, ==, 0);
}

/* Whoever closes it before he is told that it is lost is not told any more. */
static void
test_closed_before_told (Fixture *self,
                         gconstpointer data)
{
  if (self->daemon == NULL)
    return;
  if (g_strcmp0 (g_getenv ("EVENT_LOOP"), "context") == 0)
    {
      g_test_skip ("libvirt's own loop would tell it");
      return;
    }

  relay_cut (self->relay);
  while (libvirt_connect_is_alive (self->connect, NULL))
    g_thread_yield ();
  close_it (self);
  assert_ends (self, LIBVIRT_CONNECT_STATE_CLOSED);
  g_assert_cmpuint (self->n_closed, ==, 0);
}

static void
close_ourselves (LibvirtConnect *connect,
                 GParamSpec *pspec,
                 gpointer user_data)
{
  Fixture *self = user_data;
  g_autoptr (GError) error = NULL;

  g_assert_false (libvirt_connect_close (connect, &error));
  harness_assert_closed (&error);
  self->has_acted = TRUE;
}

static void
test_close_in_close (Fixture *self,
                     gconstpointer data)
{
  if (self->daemon == NULL)
    return;

  g_signal_connect (self->connect, "notify::state", G_CALLBACK (close_ourselves), self);
  close_it (self);
  g_assert_true (self->has_acted);
  assert_ends (self, LIBVIRT_CONNECT_STATE_CLOSED);
  g_assert_cmpuint (self->n_closed, ==, 0);
}

static void
test_drop_in_close (Fixture *self,
                    gconstpointer data)
{
  if (self->daemon == NULL)
    return;

  close_and_drop (self);
  g_assert_null (self->connect);
  assert_ends (self, DROPPED);
}

/* Each setter that tells something. */
static void
on_notify_drop (LibvirtConnect *connect,
                GParamSpec *pspec,
                gpointer user_data)
{
  g_clear_object (&((Fixture *) user_data)->connect);
}

static void
test_drop_in_setter (Fixture *self,
                     gconstpointer data)
{
  if (self->daemon == NULL)
    return;

  g_signal_connect (self->connect, "notify::auto-reconnect", G_CALLBACK (on_notify_drop), self);
  g_signal_connect (self->connect, "notify::keepalive-active", G_CALLBACK (on_notify_drop), self);
  if (data != NULL)
    g_assert_true (libvirt_connect_set_keep_alive (self->connect, 0, 0, NULL));
  else
    switch_off (self);
  assert_ends (self, DROPPED);
}

static void
on_opened (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (libvirt_connect_open_finish (result, &error));
  g_assert_true (error->domain == LIBVIRT_ERROR);
  *(gboolean *) user_data = TRUE;
}

/* There is nobody yet who could be told. */
static void
test_lost_while_opening (Fixture *self,
                         gconstpointer data)
{
  g_autofree char *uri = NULL;
  gboolean is_over = FALSE;

  if (self->daemon == NULL)
    return;

  g_assert_finalize_object (g_steal_pointer (&self->connect));
  assert_nothing_is_left (self);
  uri = daemon_dup_uri (self->daemon, relay_get_socket (self->relay));
  relay_set_delay (self->relay, SLOW);
  libvirt_connect_open_async (uri, NULL, on_opened, &is_over);
  wait_for_call (self, REGISTER_EVENT);
  relay_cut (self->relay);
  harness_wait_until (is_over);
}

/* The owner's context runs all the while, with its timer and its attempts. */
static void
test_last_unref_in_thread (Fixture *self,
                           gconstpointer data)
{
  const Moment *this = data;
  ObjectsThread thread;

  if (self->daemon == NULL)
    return;

  relay_set_delay (self->relay, SLOW);
  if (this->procedure != 0)
    {
      relay_cut (self->relay);
      wait_for_call (self, this->procedure);
      relay_go_on (self->relay);
    }
  else
    {
      wait_for_back_off (self);
    }
  objects_thread_start (&thread, g_object_unref, g_steal_pointer (&self->connect));
  objects_thread_wait (&thread);
  assert_ends (self, DROPPED);
}

#define ADD(path, data, test) \
  g_test_add ("/faults/life/" path, Fixture, data, set_up, test, tear_down)

static void
add_handler (const char *where,
             const char *what,
             const Case *this)
{
  g_autofree char *path = g_strdup_printf ("/faults/life/handler/%s/%s", where, what);

  g_test_add (path, Fixture, this, set_up, test_handler, tear_down);
}

/* Where a handler is, and what becomes of a connection there that is not to be opened again. */
static const struct
{
  const char *name;
  gboolean with_threads; /* whether all is done there */
  Case at;
} places[] = {
  { "lost", TRUE, { "notify::state", get_connection, LIBVIRT_CONNECT_STATE_LOST, lose_and_make, NULL,
                    LIBVIRT_CONNECT_STATE_LOST } },
  { "closed", FALSE, { "closed", get_connection, LIBVIRT_CONNECT_STATE_LOST, lose_and_make, NULL,
                       LIBVIRT_CONNECT_STATE_LOST } },
  { "unwatched", FALSE, { "notify::keepalive-active", get_connection, LIBVIRT_CONNECT_STATE_LOST,
                          lose_and_make, NULL, LIBVIRT_CONNECT_STATE_LOST } },
  { "reconnecting-state", FALSE, { "notify::state", get_connection,
                                   LIBVIRT_CONNECT_STATE_RECONNECTING, lose_and_make, NULL,
                                   LIBVIRT_CONNECT_STATE_LOST } },
  { "reconnecting", TRUE, { "reconnecting", get_connection, LIBVIRT_CONNECT_STATE_RECONNECTING,
                            lose_and_make, NULL, LIBVIRT_CONNECT_STATE_LOST } },
  { "items-changed", TRUE, { "items-changed", get_domains, LIBVIRT_CONNECT_STATE_RECONNECTING,
                             lose_and_make, NULL, LIBVIRT_CONNECT_STATE_LOST } },
  { "owned-items-changed", FALSE, { "items-changed", get_snapshots,
                                    LIBVIRT_CONNECT_STATE_RECONNECTING, lose_and_make, NULL,
                                    LIBVIRT_CONNECT_STATE_LOST } },
  { "watched", FALSE, { "notify::keepalive-active", get_connection, LIBVIRT_CONNECT_STATE_OPEN,
                        lose_and_make, NULL, LIBVIRT_CONNECT_STATE_OPEN } },
  { "open", TRUE, { "notify::state", get_connection, LIBVIRT_CONNECT_STATE_OPEN, lose_and_make, NULL,
                    LIBVIRT_CONNECT_STATE_OPEN } },
  { "event", TRUE, { "event-lifecycle", get_domain, LIBVIRT_CONNECT_STATE_OPEN, suspend, NULL,
                     LIBVIRT_CONNECT_STATE_OPEN } },
  { "mirror", FALSE, { "domain-event-lifecycle", get_connection, LIBVIRT_CONNECT_STATE_OPEN, suspend,
                       NULL, LIBVIRT_CONNECT_STATE_OPEN } },
  { "property", FALSE, { "notify::state", get_domain, LIBVIRT_CONNECT_STATE_OPEN, suspend, NULL,
                         LIBVIRT_CONNECT_STATE_OPEN } },
};

/* What is done there. */
static const struct
{
  const char *name;
  void (*act) (Fixture *self);
  int end;
  gboolean with_threads;
} acts[] = {
  { "close", close_it, LIBVIRT_CONNECT_STATE_CLOSED, FALSE },
  { "close-later", close_later, LIBVIRT_CONNECT_STATE_CLOSED, TRUE },
  { "close-in-thread", close_in_thread, LIBVIRT_CONNECT_STATE_CLOSED, TRUE },
  { "close-and-drop", close_and_drop, DROPPED, TRUE },
  { "drop", drop, DROPPED, FALSE },
  { "drop-in-thread", drop_in_thread, DROPPED, TRUE },
  { "switch-off", switch_off, LIBVIRT_CONNECT_STATE_LOST, FALSE },
  { "switch-off-and-on", switch_off_and_on, LIBVIRT_CONNECT_STATE_OPEN, FALSE },
  { "run-until-open", run_until_open, LIBVIRT_CONNECT_STATE_OPEN, FALSE },
};

static void
add_handlers (void)
{
  static Case cases[G_N_ELEMENTS (places)][G_N_ELEMENTS (acts)];

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    for (guint j = 0; j < G_N_ELEMENTS (acts); j++)
      {
        Case *this = &cases[i][j];

        if (acts[j].with_threads && !places[i].with_threads)
          continue;

        *this = places[i].at;
        this->act = acts[j].act;
        if (acts[j].act != switch_off)
          this->end = acts[j].end;
        add_handler (places[i].name, acts[j].name, this);
      }
}

static void
add_attempts (void)
{
  static const struct
  {
    const char *name;
    guint procedure;
  } moments[] = { { "registering", REGISTER_EVENT }, { "reloading", GET_ALL_DOMAIN_STATS } };
  static Moment cases[G_N_ELEMENTS (moments)][G_N_ELEMENTS (acts)];

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    for (guint j = 0; j < G_N_ELEMENTS (acts); j++)
      {
        g_autofree char *path =
          g_strdup_printf ("/faults/life/attempt/%s/%s", moments[i].name, acts[j].name);

        cases[i][j] = (Moment){ moments[i].procedure, acts[j].act, acts[j].end };
        g_test_add (path, Fixture, &cases[i][j], set_up, test_attempt, tear_down);
      }
}

int
main (int argc,
      char **argv)
{
  static const Moment lost_registering = { REGISTER_EVENT, lose_again, LIBVIRT_CONNECT_STATE_OPEN };
  static const Moment lost_reloading = { GET_ALL_DOMAIN_STATS, lose_again,
                                         LIBVIRT_CONNECT_STATE_OPEN };
  static const Moment closed = { 0, close_it, LIBVIRT_CONNECT_STATE_CLOSED };
  static const Moment off = { 0, switch_off, LIBVIRT_CONNECT_STATE_LOST };
  static const Moment on = { 0, switch_off_and_on, LIBVIRT_CONNECT_STATE_OPEN };

  objects_init (&argc, &argv);

  add_handlers ();
  add_attempts ();
  ADD ("attempt/registering/lose", &lost_registering, test_attempt);
  ADD ("attempt/reloading/lose", &lost_reloading, test_attempt);
  ADD ("lost-while-told", NULL, test_lost_while_told);
  ADD ("lost-while-opening", NULL, test_lost_while_opening);
  ADD ("lost-while-closing", NULL, test_lost_while_closing);
  ADD ("closed-before-told", NULL, test_closed_before_told);
  ADD ("back-off/close", &closed, test_back_off);
  ADD ("back-off/switch-off", &off, test_back_off);
  ADD ("back-off/switch-off-and-on", &on, test_back_off);
  ADD ("switch-on/closed", "closed", test_switched_on);
  ADD ("switch-on/state", "notify::state", test_switched_on);
  ADD ("close-in-close", NULL, test_close_in_close);
  ADD ("drop-in-close", NULL, test_drop_in_close);
  ADD ("drop-in-setter/auto-reconnect", NULL, test_drop_in_setter);
  ADD ("drop-in-setter/keep-alive", "", test_drop_in_setter);
  ADD ("last-unref-in-thread/back-off", &closed, test_last_unref_in_thread);
  ADD ("last-unref-in-thread/registering", &lost_registering, test_last_unref_in_thread);
  ADD ("last-unref-in-thread/reloading", &lost_reloading, test_last_unref_in_thread);

  return g_test_run ();
}
