/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* While a daemon is frozen, with calls waiting for it, whatever does not need it goes on. */

#include <dlfcn.h>

#include <libvirt-gobj/libvirt-gobj-native.h>

#include "../daemon.h"
#include "../harness.h"
#include "../objects/objects.h"
#include "connect/libvirt-connect-private.h"

#define N_CALLS 5
#define N_EVENTS 400
#define TICK_MS 5

/* On a machine that does a lot else; what hangs does so for as long as the daemon is frozen. */
#define STALL G_TIME_SPAN_SECOND

typedef struct
{
  Daemon *daemon;
  LibvirtConnect *connect; /* to that */
  LibvirtDomain *domain;
  Harness local; /* another connection, which nothing has happened to */
  guint n_ended;
  guint n_events;
  guint n_daemon_events;
  gint64 last_tick;
  gint64 longest_gap;
} Fixture;

static void
set_up (Fixture *self,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = NULL;

  self->daemon = daemon_new (NULL);
  if (self->daemon == NULL)
    return;

  uri = daemon_dup_uri (self->daemon, NULL);
  self->connect = libvirt_connect_open (uri, &error);
  g_assert_no_error (error);
  self->domain = libvirt_connect_lookup_domain_by_name (self->connect, "test", &error);
  g_assert_no_error (error);
  harness_set_up (&self->local, NULL);
  g_assert_cmpint (virDomainCreate (self->local.raw_domain), ==, 0);
  harness_wait_for_events (&self->local);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  if (self->daemon == NULL)
    return;

  g_clear_object (&self->domain);
  g_clear_object (&self->connect);
  harness_finish_threads ();
  harness_tear_down (&self->local, NULL);
  daemon_free (self->daemon);
}

static gboolean
on_tick (gpointer user_data)
{
  Fixture *self = user_data;
  gint64 now = g_get_monotonic_time ();

  self->longest_gap = MAX (self->longest_gap, now - self->last_tick);
  self->last_tick = now;
  return G_SOURCE_CONTINUE;
}

static void
on_event (LibvirtDomain *domain,
          LibvirtDomainEventType event,
          int detail,
          gpointer user_data)
{
  (*(guint *) user_data)++;
}

static void
on_counted (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (libvirt_connect_num_of_domains_finish (LIBVIRT_CONNECT (source), result, &error),
                   ==, 1);
  g_assert_no_error (error);
  (*(guint *) user_data)++;
}

static void
freeze (Fixture *self)
{
  LibvirtCore *core = libvirt_connect_get_core (self->connect);

  daemon_freeze (self->daemon);
  for (guint i = 0; i < N_CALLS; i++)
    libvirt_connect_num_of_domains_async (self->connect, NULL, on_counted, &self->n_ended);
  while (g_atomic_int_get (&core->calls_in_flight) < N_CALLS)
    g_thread_yield ();
}

/* All that is known without asking, and what begins without waiting. Returns the list: its answer may
 * be late, and of any moment before it comes. */
static LibvirtEntityList *
use_frozen (Fixture *self)
{
  GListModel *domains = g_object_ref (libvirt_connect_get_domains (self->connect));
  gulong id = g_signal_connect (self->domain, "event-reboot", G_CALLBACK (on_event), NULL);

  g_signal_handler_disconnect (self->domain, id);
  g_assert_cmpstr (libvirt_domain_get_name (self->domain), ==, "test");
  g_assert_cmpint (libvirt_domain_peek_state (self->domain), ==, LIBVIRT_DOMAIN_STATE_RUNNING);
  g_assert_true (libvirt_entity_get_exists (LIBVIRT_ENTITY (self->domain)));
  g_assert_true (libvirt_entity_list_get_loading (LIBVIRT_ENTITY_LIST (domains)) ||
                 g_list_model_get_n_items (domains) == 1);
  return LIBVIRT_ENTITY_LIST (domains);
}

static void
toggle_local (gpointer data)
{
  objects_toggle (data, N_EVENTS / 2);
}

static void
test_nothing_stalls (Fixture *self,
                     gconstpointer data)
{
  g_autoptr (LibvirtEntityList) domains = NULL;
  ObjectsThread thread;
  guint ticker;

  if (self->daemon == NULL)
    return;

  freeze (self);
  self->last_tick = g_get_monotonic_time ();
  ticker = g_timeout_add (TICK_MS, on_tick, self);
  g_signal_connect (self->local.domain, "event-lifecycle", G_CALLBACK (on_event), &self->n_events);

  domains = use_frozen (self);
  objects_thread_start (&thread, toggle_local, self->local.raw_domain);
  harness_wait_until (self->n_events == N_EVENTS);
  objects_thread_wait (&thread);
  g_assert_true (libvirt_domain_suspend (self->local.domain, NULL));
  g_assert_cmpuint (self->n_ended, ==, 0);
  on_tick (self);
  g_assert_cmpint (self->longest_gap, <, STALL);

  daemon_thaw (self->daemon);
  harness_wait_until (self->n_ended == N_CALLS);
  g_source_remove (ticker);
  g_signal_handlers_disconnect_by_data (self->local.domain, &self->n_events);
}

/* What happened before is told, and what happens to the daemon's own comes when it goes on. */
static void
test_events_go_on (Fixture *self,
                   gconstpointer data)
{
  g_autofree char *uri = NULL;
  virConnectPtr raw;
  virDomainPtr raw_domain;

  if (self->daemon == NULL)
    return;

  uri = daemon_dup_uri (self->daemon, NULL);
  raw = virConnectOpen (uri);
  raw_domain = virDomainLookupByName (raw, "test");
  g_signal_connect (self->domain, "event-lifecycle", G_CALLBACK (on_event), &self->n_daemon_events);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (LibvirtEntityList) domains = NULL;

      self->n_ended = 0;
      objects_toggle (raw_domain, 10);
      freeze (self);
      domains = use_frozen (self);
      g_assert_cmpuint (self->n_ended, ==, 0);
      daemon_thaw (self->daemon);
      harness_wait_until (self->n_ended == N_CALLS && self->n_daemon_events == 20 * (i + 1) &&
                          !libvirt_entity_list_get_loading (domains));
    }

  virDomainFree (raw_domain);
  virConnectClose (raw);
}

/* The last that is asked before a connection is closed. */
static int n_last_answers; /* atomic */

/* In the place of libvirt's. */
int
virConnectGetLibVersion (virConnectPtr native,
                         unsigned long *version)
{
  __typeof__ (&virConnectGetLibVersion) real = dlsym (RTLD_NEXT, "virConnectGetLibVersion");
  int result = real (native, version);

  g_atomic_int_inc (&n_last_answers);
  return result;
}

static void
close_connection (gpointer data)
{
  g_assert_true (libvirt_connect_close (data, NULL));
}

/* One event, of which libvirt tells while the connection is closed, and until the daemon is frozen. */
typedef struct
{
  Fixture *fixture;
  ObjectsThread closing;
  int id;
  int is_told; /* atomic */
} Telling;

static int
on_native_event (virConnectPtr native,
                 virDomainPtr domain,
                 int event,
                 int detail,
                 void *opaque)
{
  Telling *self = opaque;

  if (g_atomic_int_get (&self->is_told))
    return 0;

  g_assert_cmpint (virConnectDomainEventDeregisterAny (native, self->id), ==, 0);
  g_atomic_int_set (&n_last_answers, 0);
  objects_thread_start (&self->closing, close_connection, self->fixture->connect);
  while (g_atomic_int_get (&n_last_answers) == 0)
    g_usleep (1000);
  g_usleep (50000); /* for what comes then, which is no call */
  daemon_freeze (self->fixture->daemon);
  g_atomic_int_set (&self->is_told, TRUE);
  g_main_context_wakeup (NULL);
  return 0;
}

static void
telling_begin (Telling *self)
{
  virConnectPtr native = libvirt_connect_get_native (self->fixture->connect, NULL);

  g_assert_nonnull (native);
  self->id = virConnectDomainEventRegisterAny (native, NULL, VIR_DOMAIN_EVENT_ID_LIFECYCLE,
                                               VIR_DOMAIN_EVENT_CALLBACK (on_native_event), self, NULL);
  g_assert_cmpint (self->id, >=, 0);
  virConnectClose (native);
}

/* Whoever tells of events does not become the one who closes, which the daemon is asked for. */
static void
test_closed_while_told (Fixture *self,
                        gconstpointer data)
{
  Telling telling = { self };
  gint64 begin;

  if (self->daemon == NULL)
    return;

  telling_begin (&telling);
  g_assert_true (libvirt_domain_suspend (self->domain, NULL));
  harness_wait_until (g_atomic_int_get (&telling.is_told));
  begin = g_get_monotonic_time ();
  objects_thread_wait (&telling.closing);
  harness_wait_for_events (&self->local);
  g_assert_cmpint (g_get_monotonic_time () - begin, <, STALL);
  daemon_thaw (self->daemon);
}

#define ADD(path, test) g_test_add ("/faults/frozen/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc,
      char **argv)
{
  objects_init (&argc, &argv);

  ADD ("nothing-stalls", test_nothing_stalls);
  ADD ("events-go-on", test_events_go_on);
  ADD ("closed-while-told", test_closed_while_told);

  return g_test_run ();
}
