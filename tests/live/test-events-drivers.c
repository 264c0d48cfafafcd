/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The events for which the guest needs drivers that Debian's cloud kernel lacks. */

#include "live.h"

#include <libvirt/libvirt-qemu.h>

#define SIZE 65536 /* KiB */

static const char devices[] =
  "<watchdog model='i6300esb' action='none'/>"
  "<memory model='virtio-mem'><target><size unit='MiB'>128</size><node>0</node>"
  "<block unit='MiB'>2</block><requested unit='KiB'>0</requested></target></memory>";

static const char dimm[] =
  "<memory model='dimm'><target><size unit='MiB'>128</size><node>0</node></target>"
  "<alias name='ua-dimm'/></memory>";

/* The kernel takes new memory first, and what it uses itself, for folders, it cannot give back. */
static const char fill_memory[] =
  "cd /sys/devices/system/memory; until grep -q offline memory*/state; do sleep 0.1; done; "
  "for m in memory*; do [ $(cat $m/state) = offline ] && echo online_kernel >$m/state; done; "
  "mount -t tmpfs memory /mnt; cd /mnt; seq 20000 | xargs mkdir";

static LibvirtDomain *
boot (Live *self)
{
  return live_guest_boot (self, &(LiveGuest){ .name = "drivers",
                                              .devices = devices,
                                              .kernel = "full",
                                              .memory = 256 });
}

/* The device as libvirt describes it, whatever that is, but larger: the rest must not change. */
static char *
describe_larger (virDomainPtr raw)
{
  static const char end[] = "</memory>";
  g_autofree char *xml = virDomainGetXMLDesc (raw, 0);
  const char *begin = strstr (xml, "<memory model='virtio-mem'");
  GString *device = g_string_new_len (begin, strstr (begin, end) + strlen (end) - begin);

  g_assert_cmpuint (g_string_replace (device, "<requested unit='KiB'>0</requested>",
                                      "<requested unit='KiB'>" G_STRINGIFY (SIZE) "</requested>", 0),
                    ==, 1);
  return g_string_free (device, FALSE);
}

static void
test_memory_device_size_change (Live *self)
{
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (LiveRecord) record = live_record_new (domain, "event-memory-device-size-change");
  g_autofree char *xml = describe_larger (raw);

  g_assert_cmpint (virDomainUpdateDeviceFlags (raw, xml, VIR_DOMAIN_AFFECT_LIVE), ==, 0);
  live_wait_until (live_record_find (record, -1, SIZE) >= 0);
  for (guint i = 0; i < live_record_count (record); i++)
    g_assert_cmpstr (live_record_get_string (record, i, 0), ==, "virtiomem0");
}

static void
test_device_removal_failed (Live *self)
{
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (LiveRecord) record = live_record_new (domain, "event-device-removal-failed");

  g_assert_cmpint (virDomainAttachDeviceFlags (raw, dimm, VIR_DOMAIN_AFFECT_LIVE), ==, 0);
  g_free (live_guest_run (self, domain, fill_memory));
  g_assert_cmpint (virDomainDetachDeviceAlias (raw, "ua-dimm", VIR_DOMAIN_AFFECT_LIVE), ==, 0);
  live_wait_until (live_record_count (record) > 0);
  g_assert_cmpstr (live_record_get_string (record, 0, 0), ==, "ua-dimm");
}

/* It is fed once a minute, but wants it every two seconds. Once it has barked it is quiet, and so
 * it is always taken up again. */
static void
starve (Live *self, LibvirtDomain *domain)
{
  live_guest_spawn (self, domain,
                    "mkdir /run/starving || exit; "
                    "while :; do watchdog -F -t 60 -T 2 /dev/watchdog & sleep 5; kill $!; wait; done");
}

static void
test_watchdog (Live *self)
{
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (LiveRecord) record = live_record_new (domain, "event-watchdog");

  starve (self, domain);
  live_wait_until (live_record_count (record) > 0);
  g_assert_cmpint (live_record_get_number (record, 0, 0), ==, VIR_DOMAIN_EVENT_WATCHDOG_NONE);
  g_assert_cmpint (live_raw_state (self, domain, NULL), ==, VIR_DOMAIN_RUNNING);
}

/* The same guest, which QEMU deals with in another way from now on. */
static void
test_watchdog_pause (Live *self)
{
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (LiveRecord) record = live_record_new (domain, "event-watchdog");
  g_autoptr (LiveRecord) lifecycle = live_record_new (domain, "event-lifecycle");
  g_autofree char *answer = NULL;
  int reason;

  starve (self, domain);
  g_assert_cmpint (virDomainQemuMonitorCommand (raw, "watchdog_action pause", &answer,
                                                VIR_DOMAIN_QEMU_MONITOR_COMMAND_HMP), ==, 0);
  live_wait_until (live_record_find (lifecycle, VIR_DOMAIN_EVENT_SUSPENDED,
                                     VIR_DOMAIN_EVENT_SUSPENDED_WATCHDOG) >= 0);
  live_wait_until (live_record_find (record, VIR_DOMAIN_EVENT_WATCHDOG_PAUSE, -1) >= 0);
  g_assert_cmpint (live_raw_state (self, domain, &reason), ==, VIR_DOMAIN_PAUSED);
  g_assert_cmpint (reason, ==, VIR_DOMAIN_PAUSED_WATCHDOG);
  g_assert_cmpint (libvirt_domain_peek_state (domain), ==, LIBVIRT_DOMAIN_STATE_PAUSED);
  g_assert_cmpint (virDomainDestroy (raw), ==, 0);
}

int
main (int argc, char **argv)
{
  live_init (&argc, &argv, "--full-kernel", NULL);

  live_add ("/live/event/device-removal-failed", test_device_removal_failed);
  live_add ("/live/event/memory-device-size-change", test_memory_device_size_change);
  live_add ("/live/event/watchdog", test_watchdog);
  live_add ("/live/event/watchdog-pause", test_watchdog_pause);

  return live_run ();
}
