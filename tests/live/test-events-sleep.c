/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The events of a guest that sleeps in memory and is woken, and of one that sleeps on its disk. */

#include "live.h"

#include <string.h>

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
  g_autoptr (LiveRecord) lifecycle = live_record_new (domain, "event-lifecycle");

  g_assert_true (libvirt_domain_pm_wakeup (domain, 0, &error));
  g_assert_no_error (error);
  live_wait_until (live_record_count (record) > 0);
  g_assert_cmpint (live_record_get_number (record, 0, 0), ==, 0);
  live_wait_until (live_record_find (lifecycle, VIR_DOMAIN_EVENT_STARTED,
                                     VIR_DOMAIN_EVENT_STARTED_WAKEUP) >= 0);
  g_assert_cmpint (libvirt_domain_peek_state (domain), ==, LIBVIRT_DOMAIN_STATE_RUNNING);
  live_wait_for_agent (self, domain);
  g_assert_cmpint (live_raw_state (self, domain, NULL), ==, VIR_DOMAIN_RUNNING);
}

/* Without what is between @begin and @end, and those. */
static void
cut_out (char *text, const char *begin, const char *end)
{
  char *from = strstr (text, begin);
  char *to;

  g_assert_nonnull (from);
  to = strstr (from, end);
  g_assert_nonnull (to);
  to += strlen (end);
  memmove (from, to, strlen (to) + 1);
}

/* A guest with room for its memory on its disk. Linux does not hibernate one whose memory may
 * grow. */
static LibvirtDomain *
boot_hibernator (Live *self)
{
  g_autofree char *disk = live_make_disk ("swap.raw", "raw", 700);
  g_autofree char *format = g_strdup_printf ("mkswap -q '%s'", disk);
  g_autofree char *devices =
    g_strdup_printf ("<disk type='file' device='disk'><driver name='qemu' type='raw'/>"
                     "<source file='%s'/><target dev='vda' bus='virtio'/></disk>",
                     disk);
  LiveGuest hibernator = { .name = "hibernator", .devices = devices, .memory = 384 };
  g_autofree char *xml = live_guest_xml (&hibernator);
  g_autoptr (GError) error = NULL;
  LibvirtDomain *domain;

  cut_out (xml, "<maxMemory", "</maxMemory>");
  cut_out (xml, "<numa>", "</numa>");
  g_free (live_enter (format));
  domain = libvirt_connect_create_domain_xml (self->connect, xml, 0, &error);
  g_assert_no_error (error);
  live_wait_for_agent (self, domain);
  return domain;
}

static void
test_pmsuspend_disk (Live *self)
{
  g_autoptr (LibvirtDomain) domain = boot_hibernator (self);
  g_autoptr (LiveRecord) suspended = live_record_new (domain, "event-pmsuspend-disk");
  g_autoptr (LiveRecord) lifecycle = live_record_new (domain, "event-lifecycle");

  g_free (live_guest_run (self, domain,
                          "swapon /dev/vda; echo 0 >/sys/power/image_size; "
                          "echo platform >/sys/power/disk"));
  /* The agent would be in the way, and so this goes on without it. */
  live_guest_spawn (self, domain,
                    "setsid sh -c 'sleep 1; killall qemu-ga; echo disk >/sys/power/state' "
                    "</dev/null >/dev/null 2>&1 &");
  live_wait_until (live_record_count (suspended) > 0);
  g_assert_cmpint (live_record_get_number (suspended, 0, 0), ==, 0);
  live_wait_until (live_record_find (lifecycle, VIR_DOMAIN_EVENT_PMSUSPENDED,
                                     VIR_DOMAIN_EVENT_PMSUSPENDED_DISK) >= 0);

  /* It has switched itself off, and was never defined. */
  live_wait_until (!libvirt_entity_get_exists (LIBVIRT_ENTITY (domain)));
  g_assert_null (virDomainLookupByName (self->raw, "hibernator"));
}

int
main (int argc, char **argv)
{
  live_init (&argc, &argv, NULL);

  live_add ("/live/event/pmsuspend", test_pmsuspend);
  live_add ("/live/event/pmwakeup", test_pmwakeup);
  live_add ("/live/event/pmsuspend-disk", test_pmsuspend_disk);

  return live_run ();
}
