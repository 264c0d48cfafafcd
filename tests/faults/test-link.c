/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * What becomes of a connection whose other end is gone, or may be. With LINK_LONG=1 an
 * application that runs no main loop does so for two minutes, with a libvirtd as it is by
 * default.
 */

#include <string.h>

#include <libvirt-gobj/libvirt-gobj-native.h>
#include <libvirt-gobj/libvirt-gobj.h>

#include "../daemon.h"
#include "../files.h"
#include "../harness.h"
#include "../objects/objects.h"
#include "connect/libvirt-connect-private.h"
#include "relayed.h"

/* Dead after three silent seconds, or at the next look. */
#define INTERVAL 1
#define COUNT    2
#define EARLIEST (INTERVAL * COUNT * G_TIME_SPAN_SECOND)

/* Far more than it takes, on a machine that does a lot else. */
#define LATEST (20 * G_TIME_SPAN_SECOND)

typedef struct
{
  Daemon *daemon;
  Relay *relay;
  LibvirtConnect *connect; /* through the relay */
  guint n_ended;
  guint n_silent; /* ended with an error that says how long it was silent */
  guint n_closed;
  LibvirtConnectCloseReason reason;
} Fixture;

/* What differs between tests of the same kind. */
typedef struct
{
  int n_calls;
  DaemonOptions options;
} Case;

static void
on_closed (LibvirtConnect *connect,
           LibvirtConnectCloseReason reason,
           gpointer user_data)
{
  Fixture *self = user_data;

  g_assert_cmpint (libvirt_connect_get_state (connect), ==, LIBVIRT_CONNECT_STATE_LOST);
  self->reason = reason;
  self->n_closed++;
}

static LibvirtConnect *
open_through_relay (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  LibvirtConnect *connect = relayed_open (self->daemon, self->relay);

  g_assert_true (libvirt_connect_set_keep_alive (connect, INTERVAL, COUNT, &error));
  g_assert_no_error (error);
  return connect;
}

static void
set_up (Fixture *self,
        gconstpointer data)
{
  const Case *this = data;

  self->daemon = daemon_new (&this->options);
  if (self->daemon == NULL)
    return;

  self->relay = relay_new (daemon_get_socket (self->daemon));
  self->connect = open_through_relay (self);
  g_signal_connect (self->connect, "closed", G_CALLBACK (on_closed), self);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  if (self->daemon == NULL)
    return;

  relayed_end (&self->connect, self->daemon, self->relay);
}

static int
count_calls (Fixture *self)
{
  return g_atomic_int_get (&libvirt_connect_get_core (self->connect)->calls_in_flight);
}

static gboolean
tells_silence (const GError *error)
{
  return strstr (error->message, "the host did not answer for 3 seconds") != NULL ||
         g_str_has_prefix (error->message, "The host did not answer for 3 seconds: ");
}

static void
on_failed (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  Fixture *self = user_data;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (libvirt_connect_num_of_domains_finish (LIBVIRT_CONNECT (source), result, &error),
                   ==, -1);
  g_assert_nonnull (error);
  g_assert_true (error->domain == LIBVIRT_ERROR);
  self->n_ended++;
  self->n_silent += tells_silence (error);
}

static void
start_calls (Fixture *self,
             int n_calls)
{
  for (int i = 0; i < n_calls; i++)
    libvirt_connect_num_of_domains_async (self->connect, NULL, on_failed, self);
  while (count_calls (self) < n_calls)
    g_thread_yield ();
}

static void
on_restored (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  Fixture *self = user_data;
  g_autoptr (GError) error = NULL;

  g_assert_false (libvirt_connect_domain_restore_finish (LIBVIRT_CONNECT (source), result, &error));
  g_assert_nonnull (error);
  self->n_ended++;
}

static void
start_long_calls (Fixture *self,
                  int n_calls,
                  guint ms)
{
  g_autofree char *path = daemon_dup_slow_path (ms);

  for (int i = 0; i < n_calls; i++)
    libvirt_connect_domain_restore_async (self->connect, path, NULL, on_restored, self);
  while (count_calls (self) < n_calls)
    g_thread_yield ();
}

static void
assert_answers (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (libvirt_connect_num_of_domains (self->connect, &error), ==, 1);
  g_assert_no_error (error);
}

/* Whatever happens to the other end with @n calls waiting, all fail and the connection is lost; that
 * it was silent is said if it was. */
static void
assert_lost (Fixture *self,
             guint n_calls)
{
  g_autoptr (GError) error = NULL;
  gint64 end = g_get_monotonic_time () + LATEST;
  gboolean is_silent;

  harness_wait_until ((self->n_ended == n_calls && self->n_closed > 0) ||
                      g_get_monotonic_time () > end);
  g_assert_cmpuint (self->n_ended, ==, n_calls);
  g_assert_cmpuint (self->n_closed, ==, 1);

  g_assert_cmpint (libvirt_connect_get_state (self->connect), ==, LIBVIRT_CONNECT_STATE_LOST);
  g_assert_cmpint (libvirt_connect_num_of_domains (self->connect, &error), ==, -1);
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_CONN);
  is_silent = self->reason == LIBVIRT_CONNECT_CLOSE_REASON_KEEPALIVE;
  g_assert_cmpint (tells_silence (error), ==, is_silent);
  g_assert_cmpuint (self->n_silent, ==, is_silent ? n_calls : 0);
}

static void
test_frozen_daemon (Fixture *self,
                    gconstpointer data)
{
  const Case *this = data;
  gint64 start = g_get_monotonic_time ();

  if (self->daemon == NULL)
    return;

  daemon_freeze (self->daemon);
  start_calls (self, this->n_calls);
  assert_lost (self, this->n_calls);
  g_assert_cmpint (self->reason, ==, LIBVIRT_CONNECT_CLOSE_REASON_KEEPALIVE);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, EARLIEST);
}

/* A call in the thread that would run the main loop. */
static void
test_blocking_call (Fixture *self,
                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  if (self->daemon == NULL)
    return;

  relay_stall (self->relay);
  g_assert_cmpint (libvirt_connect_num_of_domains (self->connect, &error), ==, -1);
  g_assert_true (tells_silence (error));
  assert_lost (self, 0);
  g_assert_cmpint (self->reason, ==, LIBVIRT_CONNECT_CLOSE_REASON_KEEPALIVE);
}

static void
test_idle (Fixture *self,
           gconstpointer data)
{
  if (self->daemon == NULL)
    return;

  relay_stall (self->relay);
  assert_lost (self, 0);
  g_assert_cmpint (self->reason, ==, LIBVIRT_CONNECT_CLOSE_REASON_KEEPALIVE);
}

static void
test_killed_daemon (Fixture *self,
                    gconstpointer data)
{
  const Case *this = data;

  if (self->daemon == NULL)
    return;

  daemon_freeze (self->daemon);
  start_calls (self, this->n_calls);
  daemon_kill (self->daemon);
  assert_lost (self, this->n_calls);
  g_assert_cmpint (self->reason, !=, LIBVIRT_CONNECT_CLOSE_REASON_KEEPALIVE);
}

static void
test_cut (Fixture *self,
          gconstpointer data)
{
  const Case *this = data;

  if (self->daemon == NULL)
    return;

  relay_stall (self->relay);
  start_calls (self, this->n_calls);
  relay_cut (self->relay);
  assert_lost (self, this->n_calls);
}

static void
test_half_open (Fixture *self,
                gconstpointer data)
{
  const Case *this = data;

  if (self->daemon == NULL)
    return;

  daemon_freeze (self->daemon);
  start_calls (self, this->n_calls);
  relay_half_close (self->relay);
  assert_lost (self, this->n_calls);
}

/* False alarms */

static void
assert_stays (Fixture *self)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  assert_answers (self);
  g_assert_cmpuint (self->n_closed, ==, 0);
  g_assert_cmpint (libvirt_connect_get_state (self->connect), ==, LIBVIRT_CONNECT_STATE_OPEN);
}

/* Each answer takes longer than the interval, and nothing else is heard. */
static void
test_slow_link (Fixture *self,
                gconstpointer data)
{
  gint64 end = g_get_monotonic_time () + 3 * EARLIEST;

  if (self->daemon == NULL)
    return;

  relay_set_delay (self->relay, 600);
  while (g_get_monotonic_time () < end)
    assert_answers (self);
  assert_stays (self);
}

static void
test_long_calls (Fixture *self,
                 gconstpointer data)
{
  if (self->daemon == NULL)
    return;

  start_long_calls (self, 4, 7000);
  harness_wait_until (self->n_ended == 4);
  assert_stays (self);
}

/* The daemon wants to be answered, too. */
static void
test_no_main_loop (Fixture *self,
                   gconstpointer data)
{
  if (self->daemon == NULL)
    return;

  if (g_getenv ("LINK_LONG") != NULL)
    g_assert_true (libvirt_connect_set_keep_alive (self->connect, 5, 5, NULL));
  g_usleep ((g_getenv ("LINK_LONG") != NULL ? 120 : 8) * G_TIME_SPAN_SECOND);
  assert_stays (self);
}

static void
test_switched_off (Fixture *self,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean is_active = TRUE;

  if (self->daemon == NULL)
    return;

  g_assert_true (libvirt_connect_set_keep_alive (self->connect, 0, 0, &error));
  g_object_get (self->connect, "keepalive-active", &is_active, NULL);
  g_assert_false (is_active);

  daemon_freeze (self->daemon);
  g_usleep (2 * EARLIEST);
  daemon_thaw (self->daemon);
  assert_stays (self);
}

/* Closing */

static gint64
measure_close (Fixture *self,
               gboolean closes)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;

  if (closes)
    g_assert_true (libvirt_connect_close (self->connect, &error));
  else
    g_assert_finalize_object (g_steal_pointer (&self->connect));

  return g_get_monotonic_time () - start;
}

static void
test_close_frozen (Fixture *self,
                   gconstpointer data)
{
  const Case *this = data;
  gboolean closes = this->n_calls > 0;
  guint n_files;

  if (self->daemon == NULL)
    return;

  /* What is made once and stays is there. */
  g_clear_object (&self->connect);
  harness_finish_threads ();
  while (relay_count_links (self->relay) > 0)
    g_usleep (1000);
  n_files = files_count_open ();
  self->connect = open_through_relay (self);

  daemon_freeze (self->daemon);
  start_calls (self, this->n_calls);
  g_assert_cmpint (measure_close (self, closes), <, G_TIME_SPAN_SECOND);
  g_assert_cmpuint (self->n_closed, ==, 0);
  harness_finish_threads ();
  g_assert_cmpuint (self->n_ended, ==, this->n_calls);

  daemon_thaw (self->daemon);
  while (relay_count_links (self->relay) > 0)
    g_usleep (1000);
  g_assert_cmpuint (files_count_open (), <=, n_files);
}

/* The host is well: what it does is waited for. */
static void
test_close_beside_long_call (Fixture *self,
                             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  if (self->daemon == NULL)
    return;

  start_long_calls (self, 1, 5000);
  g_assert_true (libvirt_connect_close (self->connect, &error));
  harness_wait_until (self->n_ended == 1);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 5 * G_TIME_SPAN_SECOND);
  while (relay_count_links (self->relay) > 0)
    g_main_context_iteration (NULL, FALSE);
}

/* A program that has a reference of its own decides when the connection ends. */
static void
test_native_reference (Fixture *self,
                       gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  unsigned long version;
  virConnectPtr native;

  if (self->daemon == NULL)
    return;

  native = libvirt_connect_get_native (self->connect, &error);
  g_assert_no_error (error);
  g_assert_true (libvirt_connect_close (self->connect, &error));
  harness_finish_threads ();
  g_usleep (3 * G_TIME_SPAN_SECOND);
  g_assert_cmpint (virConnectGetLibVersion (native, &version), ==, 0);
  g_assert_cmpint (virConnectClose (native), ==, 0);
}

static void
test_others_socket (Fixture *self,
                    gconstpointer data)
{
  g_autoptr (LibvirtConnect) other = NULL;
  g_autoptr (GError) error = NULL;

  if (self->daemon == NULL)
    return;

  /* Its descriptor is free, and the next connection gets it. */
  relay_cut (self->relay);
  assert_lost (self, 0);
  g_assert_cmpint (self->reason, !=, LIBVIRT_CONNECT_CLOSE_REASON_KEEPALIVE);
  other = open_through_relay (self);
  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_usleep (3 * G_TIME_SPAN_SECOND);
  g_assert_cmpint (libvirt_connect_num_of_domains (other, &error), ==, 1);
  g_assert_no_error (error);
}

static void
on_notify (guint *n_notified)
{
  (*n_notified)++;
}

static void
test_property (Fixture *self,
               gconstpointer data)
{
  g_autoptr (LibvirtConnect) local = libvirt_connect_open ("test:///default", NULL);
  g_autoptr (GError) error = NULL;
  gboolean is_active = TRUE;
  guint n_notified = 0;

  g_object_get (local, "keepalive-active", &is_active, NULL);
  g_assert_false (is_active);
  g_assert_false (libvirt_connect_set_keep_alive (local, 5, 5, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_SUPPORT);
  g_clear_error (&error);

  if (self->daemon == NULL)
    return;

  g_object_get (self->connect, "keepalive-active", &is_active, NULL);
  g_assert_true (is_active);
  g_signal_connect_swapped (self->connect, "notify::keepalive-active", G_CALLBACK (on_notify),
                            &n_notified);
  g_assert_true (libvirt_connect_set_keep_alive (self->connect, -1, 5, &error));
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_true (libvirt_connect_set_keep_alive (self->connect, 5, 5, &error));
  g_assert_true (libvirt_connect_set_keep_alive (self->connect, 6, 5, &error));
  g_assert_cmpuint (n_notified, ==, 2);

  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_assert_false (libvirt_connect_set_keep_alive (self->connect, 5, 5, &error));
  harness_assert_closed (&error);
}

#define ADD(path, data, test) g_test_add (path, Fixture, data, set_up, test, tear_down)

static void
add_for_each_number (const char *folder,
                     void (*test) (Fixture *, gconstpointer))
{
  static const Case cases[] = {
    { .n_calls = 1 },
    { .n_calls = 2 },
    { .n_calls = 5 },
    { .n_calls = 20 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/faults/link/%s/%d", folder, cases[i].n_calls);

      ADD (path, &cases[i], test);
    }
}

int
main (int argc,
      char **argv)
{
  static const Case alone = { 0 };
  static const Case beside_calls = { .n_calls = 5 };
  /* Says nothing of itself. */
  static const Case quiet = { .options = { .keepalive_interval = -1 } };
  /* Drops a client after three silent seconds, as it does after thirty by default. */
  static const Case hasty = { .options = { .keepalive_interval = 1, .keepalive_count = 2 } };

  objects_init (&argc, &argv);

  add_for_each_number ("frozen-daemon", test_frozen_daemon);
  add_for_each_number ("killed-daemon", test_killed_daemon);
  add_for_each_number ("cut", test_cut);
  add_for_each_number ("half-open", test_half_open);
  ADD ("/faults/link/blocking-call", &alone, test_blocking_call);
  ADD ("/faults/link/idle", &quiet, test_idle);

  ADD ("/faults/link/no-alarm/slow-link", &quiet, test_slow_link);
  ADD ("/faults/link/no-alarm/long-calls", &quiet, test_long_calls);
  ADD ("/faults/link/no-alarm/no-main-loop", g_getenv ("LINK_LONG") != NULL ? &alone : &hasty,
       test_no_main_loop);
  ADD ("/faults/link/no-alarm/switched-off", &quiet, test_switched_off);

  ADD ("/faults/link/close/frozen", &beside_calls, test_close_frozen);
  ADD ("/faults/link/close/frozen-last-reference", &alone, test_close_frozen);
  ADD ("/faults/link/close/beside-long-call", &alone, test_close_beside_long_call);
  ADD ("/faults/link/close/native-reference", &alone, test_native_reference);
  ADD ("/faults/link/close/descriptor-of-another", &alone, test_others_socket);
  ADD ("/faults/link/property", &alone, test_property);

  return g_test_run ();
}
