/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The events of a guest that sleeps in memory and is woken. */

#include "live.h"

static const LiveGuest guest = { .name = "sleeper" };

static void
test_pmsuspend (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = live_guest_boot (self, &guest);
  g_autoptr (LiveRecord) suspended = live_record_new (domain, "event-pmsuspend");
  g_autoptr (LiveRecord) lifecycle = live_record_new (domain, "event-lifecycle");

  g_assert_true (libvirt_domain_pm_suspend_for_duration (
    domain, LIBVIRT_NODE_SUSPEND_TARGET_MEM, 0, 0, &error));
  g_assert_no_error (error);
  live_wait_until (live_record_count (suspended) > 0);
  g_assert_cmpint (live_record_get_number (suspended, 0, 0), ==, 0);
  live_wait_until (live_record_find (lifecycle, VIR_DOMAIN_EVENT_PMSUSPENDED,
                                     VIR_DOMAIN_EVENT_PMSUSPENDED_MEMORY) >= 0);
  g_assert_cmpint (live_raw_state (self, domain, NULL), ==, VIR_DOMAIN_PMSUSPENDED);
  g_assert_cmpint (libvirt_domain_peek_state (domain), ==, LIBVIRT_DOMAIN_STATE_PMSUSPENDED);
}

/* The guest that the test before this one has put to sleep. */
static void
test_pmwakeup (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain =
    libvirt_connect_lookup_domain_by_name (self->connect, guest.name, NULL);
  g_autoptr (LiveRecord) record = live_record_new (domain, "event-pmwakeup");

  g_assert_true (libvirt_domain_pm_wakeup (domain, 0, &error));
  g_assert_no_error (error);
  live_wait_until (live_record_count (record) > 0);
  g_assert_cmpint (live_record_get_number (record, 0, 0), ==, 0);
  live_wait_for_agent (self, domain);
  g_assert_cmpint (live_raw_state (self, domain, NULL), ==, VIR_DOMAIN_RUNNING);
}

int
main (int argc, char **argv)
{
  live_init (&argc, &argv, NULL);

  live_add ("/live/event/pmsuspend", test_pmsuspend);
  live_add ("/live/event/pmwakeup", test_pmwakeup);

  return live_run ();
}
