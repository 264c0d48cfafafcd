/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The events of drives whose medium can be taken out. The guest need not run for them. */

#include "live.h"

#define DRIVE(file, target)                                                           \
  "<disk type='file' device='cdrom'><driver name='qemu' type='raw'/>"                  \
  "<source file='%s/" file "' startupPolicy='optional'/><target dev='" target "' bus='sata'/>" \
  "<readonly/></disk>"

static const char missing[] = DRIVE ("missing.iso", "sda");
static const char loaded[] = DRIVE ("first.iso", "sda");
static const char changed[] = DRIVE ("second.iso", "sda");

static void
test_disk_change (Live *self)
{
  g_autofree char *devices = g_strdup_printf (missing, live_get ("folder"));
  g_autofree char *path = g_strdup_printf ("%s/missing.iso", live_get ("folder"));
  g_autoptr (LibvirtDomain) domain =
    live_guest_define (self, &(LiveGuest){ .name = "lost-medium", .devices = devices });
  g_autoptr (LiveRecord) record = live_record_new (domain, "event-disk-change");

  live_guest_start_paused (domain);
  live_wait_until (live_record_count (record) > 0);
  g_assert_cmpstr (live_record_get_string (record, 0, 0), ==, path);
  g_assert_null (live_record_get_string (record, 0, 1));
  g_assert_cmpstr (live_record_get_string (record, 0, 2), ==, "sata0-0-0");
  g_assert_cmpint (live_record_get_number (record, 0, 3), ==,
                   VIR_DOMAIN_EVENT_DISK_CHANGE_MISSING_ON_START);
  live_guest_end (domain);
}

static void
test_tray_change (Live *self)
{
  g_autofree char *first G_GNUC_UNUSED = live_make_disk ("first.iso", "raw", 1);
  g_autofree char *second G_GNUC_UNUSED = live_make_disk ("second.iso", "raw", 1);
  g_autofree char *devices = g_strdup_printf (loaded, live_get ("folder"));
  g_autofree char *change = g_strdup_printf (changed, live_get ("folder"));
  g_autoptr (LibvirtDomain) domain =
    live_guest_define (self, &(LiveGuest){ .name = "new-medium", .devices = devices });
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (LiveRecord) record = live_record_new (domain, "event-tray-change");

  live_guest_start_paused (domain);
  g_assert_cmpint (virDomainUpdateDeviceFlags (
    raw, change, VIR_DOMAIN_DEVICE_MODIFY_LIVE | VIR_DOMAIN_DEVICE_MODIFY_FORCE), ==, 0);
  live_wait_until (live_record_count (record) == 2);
  g_assert_cmpstr (live_record_get_string (record, 0, 0), ==, "sata0-0-0");
  g_assert_cmpint (live_record_get_number (record, 0, 1), ==, VIR_DOMAIN_EVENT_TRAY_CHANGE_OPEN);
  g_assert_cmpstr (live_record_get_string (record, 1, 0), ==, "sata0-0-0");
  g_assert_cmpint (live_record_get_number (record, 1, 1), ==, VIR_DOMAIN_EVENT_TRAY_CHANGE_CLOSE);
  live_guest_end (domain);
}

int
main (int argc, char **argv)
{
  live_init (&argc, &argv, NULL);

  live_add ("/live/event/disk-change", test_disk_change);
  live_add ("/live/event/tray-change", test_tray_change);

  return live_run ();
}
