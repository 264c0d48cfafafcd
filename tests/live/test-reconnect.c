/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* A link to a real host that breaks while its guests go on. */

#include "live.h"

#include <string.h>

#include "../relay.h"

static const LiveGuest guest = { .name = "reconnected" };

static LibvirtConnect *
open_through (Relay *relay, const char *uri)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *through = g_strdup_printf ("%.*s?socket=%s", (int) strcspn (uri, "?"), uri,
                                              relay_get_socket (relay));
  LibvirtConnect *connect = libvirt_connect_open (through, &error);

  g_assert_no_error (error);
  libvirt_connect_set_auto_reconnect (connect, TRUE);
  return connect;
}

static Relay *
relay_to (const char *uri)
{
  const char *socket = strstr (uri, "socket=");

  g_assert_nonnull (socket);
  return relay_new (socket + strlen ("socket="));
}

static gboolean
is_open (LibvirtConnect *connect)
{
  return libvirt_connect_get_state (connect) == LIBVIRT_CONNECT_STATE_OPEN;
}

static void
cut_and_wait (Relay *relay, LibvirtConnect *connect)
{
  relay_cut (relay);
  live_wait_until (!is_open (connect));
  live_wait_until (is_open (connect));
}

/* What was asked for of QEMU's events comes as before, once. */
static void
test_monitor_events (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Relay) relay = relay_to (live_get ("first-uri"));
  g_autoptr (LibvirtConnect) connect = open_through (relay, live_get ("first-uri"));
  g_autoptr (LibvirtDomain) booted = live_guest_boot (self, &guest);
  g_autoptr (virDomain) raw = live_raw (self, booted);
  g_autoptr (LibvirtDomain) domain =
    libvirt_connect_lookup_domain_by_name (connect, guest.name, &error);
  g_autoptr (LiveRecord) stops = live_record_new (domain, "event-qemu-monitor");
  g_autoptr (LiveRecord) cycles = live_record_new (domain, "event-lifecycle");
  int id;

  g_assert_no_error (error);
  id = libvirt_connect_domain_qemu_monitor_event_register (connect, domain, "STOP", 0, &error);
  g_assert_no_error (error);

  cut_and_wait (relay, connect);
  g_assert_cmpint (virDomainSuspend (raw), ==, 0);
  g_assert_cmpint (virDomainResume (raw), ==, 0);
  live_wait_until (live_record_count (cycles) == 2);
  live_wait_until (live_record_count (stops) == 1);

  cut_and_wait (relay, connect);
  g_assert_true (libvirt_connect_domain_qemu_monitor_event_deregister (connect, id, &error));
  g_assert_no_error (error);
  g_assert_cmpint (virDomainSuspend (raw), ==, 0);
  g_assert_cmpint (virDomainResume (raw), ==, 0);
  live_wait_until (live_record_count (cycles) == 4);
  g_assert_cmpuint (live_record_count (stops), ==, 1);
}

/* What the guest did meanwhile is seen in its properties. */
static void
test_guest_goes_on (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Relay) relay = relay_to (live_get ("first-uri"));
  g_autoptr (LibvirtConnect) connect = open_through (relay, live_get ("first-uri"));
  g_autoptr (LibvirtDomain) booted = live_guest_boot (self, &guest);
  g_autoptr (virDomain) raw = live_raw (self, booted);
  g_autoptr (LibvirtDomain) domain =
    libvirt_connect_lookup_domain_by_name (connect, guest.name, &error);
  g_autoptr (LiveRecord) states = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (libvirt_domain_peek_state (domain), ==, LIBVIRT_DOMAIN_STATE_RUNNING);
  states = live_record_new (domain, "notify::state");
  relay_cut (relay);
  live_wait_until (!is_open (connect));
  g_assert_cmpint (virDomainDestroy (raw), ==, 0);
  live_wait_until (is_open (connect));
  g_assert_cmpint (libvirt_domain_peek_state (domain), ==, LIBVIRT_DOMAIN_STATE_SHUTOFF);
  g_assert_cmpint (libvirt_domain_get_id (domain), ==, -1);
  g_assert_cmpuint (live_record_count (states), ==, 1);

  g_assert_true (libvirt_domain_create (domain, &error));
  g_assert_no_error (error);
  live_wait_until (libvirt_domain_get_id (booted) == libvirt_domain_get_id (domain));
}

static LibvirtStream *
open_console (LibvirtConnect *connect, LibvirtDomain *domain)
{
  g_autoptr (GError) error = NULL;
  LibvirtStream *stream = libvirt_stream_new (connect, 0, &error);

  g_assert_no_error (error);
  libvirt_domain_open_console (domain, NULL, stream, LIBVIRT_DOMAIN_CONSOLE_FLAGS_FORCE, &error);
  g_assert_no_error (error);
  return stream;
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* Reads until nothing comes any more. */
static void
read_until_error (GInputStream *input, GError **error)
{
  for (gssize n = 1; n > 0;)
    {
      g_autoptr (GAsyncResult) result = NULL;
      char buffer[1000];

      g_input_stream_read_async (input, buffer, sizeof buffer, 0, NULL, on_done, &result);
      live_wait_until (result != NULL);
      n = g_input_stream_read_finish (input, result, error);
      g_assert_cmpint (n, !=, 0);
    }
}

/* A stream does not come back; whoever waits for it hears of that. */
static void
test_stream (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Relay) relay = relay_to (live_get ("first-uri"));
  g_autoptr (LibvirtConnect) connect = open_through (relay, live_get ("first-uri"));
  g_autoptr (LibvirtDomain) booted = live_guest_boot (self, &guest);
  g_autoptr (LibvirtDomain) domain =
    libvirt_connect_lookup_domain_by_name (connect, libvirt_domain_get_name (booted), &error);
  g_autoptr (LibvirtStream) early = libvirt_stream_new (connect, 0, &error);
  g_autoptr (LibvirtStream) stream = open_console (connect, domain);
  g_autoptr (LibvirtStream) again = NULL;

  relay_cut (relay);
  read_until_error (g_io_stream_get_input_stream (G_IO_STREAM (stream)), &error);
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_RPC);
  g_clear_error (&error);
  live_wait_until (!is_open (connect));
  live_wait_until (is_open (connect));

  g_assert_false (libvirt_domain_open_console (domain, NULL, early, 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_INVALID);
  g_clear_error (&error);
  again = open_console (connect, domain);
  g_assert_false (g_io_stream_close (G_IO_STREAM (stream), NULL, &error));
  g_clear_error (&error);
  g_assert_true (g_io_stream_close (G_IO_STREAM (again), NULL, &error));
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  live_init (&argc, &argv, NULL);
  live_add ("/live/reconnect/monitor-events", test_monitor_events);
  live_add ("/live/reconnect/guest-goes-on", test_guest_goes_on);
  live_add ("/live/reconnect/stream", test_stream);

  return live_run ();
}
