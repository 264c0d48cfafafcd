/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What libvirt has learnt since 9.0, where it is new enough: each call has its effect on QEMU. The host
 * has certificates for what shows a guest's screen. */

#include "live.h"

#include <arpa/inet.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <net/if.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define MAC "52:54:00:4e:e3:01"
#define OTHER_MAC "52:54:00:4e:e3:02"

static const LiveGuest guest = {
  .name = "newer",
  .devices = "<interface type='network' trustGuestRxFilters='yes'><mac address='" MAC "'/>"
             "<source network='isolated'/><target dev='newer0'/><model type='virtio'/></interface>"
             "<graphics type='vnc' autoport='yes'/><video><model type='vga'/></video>",
};

static LibvirtDomain *
boot (Live *self)
{
  return live_has_kind ("isolated-network") ? live_guest_boot (self, &guest) : NULL;
}

/* QEMU reads them again, and says so if it cannot. */
static void
test_graphics_reload (Live *self)
{
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autofree char *key = g_strconcat (live_get ("first-pki"), "/vnc/server-key.pem", NULL);
  g_autofree char *away = g_strconcat (key, ".away", NULL);
  g_autoptr (GError) error = NULL;

  if (domain == NULL)
    return;

  g_assert_true (libvirt_domain_graphics_reload (domain, LIBVIRT_DOMAIN_GRAPHICS_RELOAD_TYPE_VNC, 0,
                                                 &error));
  g_assert_no_error (error);

  g_assert_cmpint (rename (key, away), ==, 0);
  g_assert_false (libvirt_domain_graphics_reload (domain, LIBVIRT_DOMAIN_GRAPHICS_RELOAD_TYPE_ANY, 0,
                                                  &error));
  g_assert_cmpint (rename (away, key), ==, 0);
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INTERNAL_ERROR);
  g_assert_nonnull (strstr (error->message, "server-key.pem"));
}

#if LIBVIR_CHECK_VERSION (11, 2, 0)

static void
test_autostart_once (Live *self)
{
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = NULL;
  g_autoptr (GError) error = NULL;
  int once;

  if (domain == NULL)
    return;

  raw = live_raw (self, domain);
  g_assert_true (libvirt_domain_set_autostart_once (domain, TRUE, &error));
  g_assert_no_error (error);
  g_assert_cmpint (virDomainGetAutostartOnce (raw, &once), ==, 0);
  g_assert_cmpint (once, ==, 1);
  g_assert_true (libvirt_domain_get_autostart_once (domain, &error));
  g_assert_false (libvirt_domain_peek_autostart (domain));

  g_assert_true (libvirt_domain_set_autostart_once (domain, FALSE, &error));
  g_assert_false (libvirt_domain_get_autostart_once (domain, &error));
  g_assert_no_error (error);
  g_assert_cmpint (virDomainGetAutostartOnce (raw, &once), ==, 0);
  g_assert_cmpint (once, ==, 0);
}

static gboolean
raw_has_limit (virDomainPtr raw)
{
  g_autofree char *xml = virDomainGetXMLDesc (raw, 0);

  return strstr (xml, "<group_name>slow</group_name>") != NULL &&
         strstr (xml, "<total_bytes_sec>5000000</total_bytes_sec>") != NULL;
}

static void
test_throttle_group (Live *self)
{
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = NULL;
  g_autoptr (GVariant) limits = g_variant_ref_sink (
    g_variant_new_parsed ("{'group_name': <'slow'>, 'total_bytes_sec': <uint64 5000000>}"));
  g_autoptr (GError) error = NULL;

  if (domain == NULL)
    return;

  raw = live_raw (self, domain);
  g_assert_true (libvirt_domain_set_throttle_group (
    domain, "slow", limits, LIBVIRT_DOMAIN_MODIFICATION_IMPACT_LIVE, &error));
  g_assert_no_error (error);
  g_assert_true (raw_has_limit (raw));
  g_assert_true (libvirt_domain_del_throttle_group (
    domain, "slow", LIBVIRT_DOMAIN_MODIFICATION_IMPACT_LIVE, &error));
  g_assert_no_error (error);
  g_assert_false (raw_has_limit (raw));
}

/* The guest gives its card another address. */
static void
test_nic_mac_change (Live *self)
{
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (LiveRecord) record = NULL;

  if (domain == NULL)
    return;

  record = live_record_new (domain, "event-nic-mac-change");
  live_wait_for_agent (self, domain);
  g_free (live_guest_run (self, domain,
                          "card=$(grep -ls " MAC " /sys/class/net/*/address | cut -d/ -f5);"
                          " ip link set dev $card down address " OTHER_MAC "; ip link set dev $card up"));
  live_wait_until (live_record_count (record) > 0);
  g_assert_cmpstr (live_record_get_string (record, 0, 0), ==, "net0");
  g_assert_cmpstr (live_record_get_string (record, 0, 1), ==, MAC);
  g_assert_cmpstr (live_record_get_string (record, 0, 2), ==, OTHER_MAC);
}

#endif

#if LIBVIR_CHECK_VERSION (12, 5, 0)

/* Hears all that the guest's card sends. */
static int
listen_to_card (void)
{
  int own = live_enter_network ();
  int card = socket (AF_PACKET, SOCK_RAW | SOCK_NONBLOCK | SOCK_CLOEXEC, htons (ETH_P_ALL));
  struct sockaddr_ll address = { .sll_family = AF_PACKET,
                                 .sll_protocol = htons (ETH_P_ALL),
                                 .sll_ifindex = (int) if_nametoindex ("newer0") };

  g_assert_cmpint (card, >=, 0);
  g_assert_cmpint (address.sll_ifindex, >, 0);
  g_assert_cmpint (bind (card, (struct sockaddr *) &address, sizeof address), ==, 0);
  live_leave_network (own);
  return card;
}

/* Whether a card says what its address is: with a RARP frame, which a guest does not send by itself. */
static gboolean
hears_announcement (int card)
{
  struct ethhdr frame;

  while (recv (card, &frame, sizeof frame, MSG_TRUNC) >= (gssize) sizeof frame)
    {
      if (frame.h_proto == htons (ETH_P_RARP))
        return TRUE;
    }

  return FALSE;
}

static void
test_announce (Live *self)
{
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (GVariant) params = g_variant_ref_sink (
    g_variant_new_parsed ("{'initial': <uint32 50>, 'max': <uint32 100>, 'rounds': <uint32 3>}"));
  g_autoptr (GError) error = NULL;
  int card;

  if (domain == NULL)
    return;

  card = listen_to_card ();
  g_assert_false (hears_announcement (card));
  g_assert_true (libvirt_domain_announce_interface (domain, NULL, params, 0, &error));
  g_assert_no_error (error);
  live_wait_until (hears_announcement (card));
  g_assert_cmpint (close (card), ==, 0);

  g_assert_true (libvirt_domain_announce_interface (domain, "newer0", params, 0, &error));
  g_assert_no_error (error);
  g_assert_false (libvirt_domain_announce_interface (domain, "newer1", params, 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG);
}

#endif

int
main (int argc, char **argv)
{
  live_init (&argc, &argv, "--auth", NULL);

  live_add ("/live/newer/graphics-reload", test_graphics_reload);
#if LIBVIR_CHECK_VERSION (11, 2, 0)
  live_add ("/live/newer/autostart-once", test_autostart_once);
  live_add ("/live/newer/throttle-group", test_throttle_group);
  live_add ("/live/newer/nic-mac-change", test_nic_mac_change);
#endif
#if LIBVIR_CHECK_VERSION (12, 5, 0)
  live_add ("/live/newer/announce", test_announce);
#endif

  return live_run ();
}
