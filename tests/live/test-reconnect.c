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

int
main (int argc, char **argv)
{
  live_init (&argc, &argv, NULL);
  live_add ("/live/reconnect/monitor-events", test_monitor_events);
  live_add ("/live/reconnect/guest-goes-on", test_guest_goes_on);
  return live_run ();
}
