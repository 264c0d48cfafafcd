/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Devices that come to a running guest and leave it, its keyboard and display, and what QEMU's own
 * monitor says: seen by another connection, or in the guest. */

#include "live.h"

#include <fcntl.h>
#include <libvirt/libvirt-qemu.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static const char devices[] =
  "<disk type='file' device='cdrom'><target dev='sda' bus='sata'/><readonly/></disk>"
  "<graphics type='vnc' autoport='yes' listen='127.0.0.1' passwd='secret'/>"
  "<video><model type='vga'/></video>"
  "<input type='keyboard' bus='virtio'/>";

static LibvirtDomain *
boot (Live *self)
{
  return live_guest_boot (self, &(LiveGuest){ .name = "devices", .devices = devices });
}

/* Whether the description of the running guest (0), or the stored one (VIR_DOMAIN_XML_INACTIVE),
 * has @text. */
static gboolean
raw_has (Live *self, LibvirtDomain *domain, guint flags, const char *text)
{
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autofree char *xml = virDomainGetXMLDesc (raw, flags);

  return strstr (xml, text) != NULL;
}

/* A shell script that waits for something. */
static void
wait_in_guest (Live *self, LibvirtDomain *domain, const char *condition)
{
  g_autofree char *script = g_strdup_printf ("while ! { %s; }; do sleep 0.1; done", condition);

  g_free (live_guest_run (self, domain, script));
}

static char *
disk_xml (const char *alias)
{
  g_autofree char *disk = live_make_disk ("plugged.raw", "raw", 8);

  return g_strdup_printf ("<disk type='file' device='disk'><driver name='qemu' type='raw'/>"
                          "<source file='%s'/><target dev='vdb' bus='virtio'/>"
                          "<serial>plugged-in</serial><alias name='%s'/></disk>",
                          disk, alias);
}

#define HAS_DISK "grep -qs plugged-in /sys/block/*/serial"

static void
test_disk (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (LiveRecord) added = live_record_new (domain, "event-device-added");
  g_autoptr (LiveRecord) removed = live_record_new (domain, "event-device-removed");
  g_autofree char *xml = disk_xml ("ua-plugged");

  g_assert_true (libvirt_domain_attach_device (domain, xml, &error));
  g_assert_no_error (error);
  g_assert_true (raw_has (self, domain, 0, "plugged.raw"));
  g_assert_false (raw_has (self, domain, VIR_DOMAIN_XML_INACTIVE, "plugged.raw"));
  wait_in_guest (self, domain, HAS_DISK);
  live_wait_until (live_record_count (added) > 0);
  g_assert_cmpstr (live_record_get_string (added, 0, 0), ==, "ua-plugged");

  g_assert_true (libvirt_domain_detach_device (domain, xml, &error));
  g_assert_no_error (error);
  live_wait_until (live_record_count (removed) > 0);
  g_assert_cmpstr (live_record_get_string (removed, 0, 0), ==, "ua-plugged");
  g_assert_false (raw_has (self, domain, 0, "plugged.raw"));
  wait_in_guest (self, domain, "! " HAS_DISK);
}

static void
test_detach_by_alias (Live *self)
{
  LibvirtDomainDeviceModifyFlags live = LIBVIRT_DOMAIN_DEVICE_MODIFY_FLAGS_LIVE;
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (LiveRecord) removed = live_record_new (domain, "event-device-removed");
  g_autofree char *xml = disk_xml ("ua-by-name");

  g_assert_true (libvirt_domain_attach_device_flags (domain, xml, live, &error));
  g_assert_no_error (error);
  wait_in_guest (self, domain, HAS_DISK);

  g_assert_true (libvirt_domain_detach_device_alias (domain, "ua-by-name", live, &error));
  g_assert_no_error (error);
  live_wait_until (live_record_count (removed) > 0);
  g_assert_cmpstr (live_record_get_string (removed, 0, 0), ==, "ua-by-name");
  g_assert_false (raw_has (self, domain, 0, "plugged.raw"));
}

#define MAC "52:54:00:de:71:ce"
#define CARD                                                                        \
  "<interface type='network'><mac address='" MAC "'/><source network='isolated'/>" \
  "<model type='virtio'/></interface>"
#define HAS_CARD "grep -qs " MAC " /sys/class/net/*/address"

static void
test_card_in_both (Live *self)
{
  LibvirtDomainDeviceModifyFlags both =
    LIBVIRT_DOMAIN_DEVICE_MODIFY_FLAGS_LIVE | LIBVIRT_DOMAIN_DEVICE_MODIFY_FLAGS_CONFIG;
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = NULL;

  if (!live_has_kind ("isolated-network"))
    return;

  domain = boot (self);
  g_assert_true (libvirt_domain_attach_device_flags (domain, CARD, both, &error));
  g_assert_no_error (error);
  g_assert_true (raw_has (self, domain, 0, MAC));
  g_assert_true (raw_has (self, domain, VIR_DOMAIN_XML_INACTIVE, MAC));
  wait_in_guest (self, domain, HAS_CARD);

  g_assert_true (libvirt_domain_detach_device_flags (domain, CARD, both, &error));
  g_assert_no_error (error);
  live_wait_until (!raw_has (self, domain, 0, MAC));
  g_assert_false (raw_has (self, domain, VIR_DOMAIN_XML_INACTIVE, MAC));
  wait_in_guest (self, domain, "! " HAS_CARD);
}

static void
test_refused (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);

  g_assert_false (libvirt_domain_attach_device (domain, "<disk", &error));
  g_assert_cmpint (virDomainAttachDevice (raw, "<disk"), ==, -1);
  g_assert_error (error, LIBVIRT_ERROR, virGetLastErrorCode ());
  g_clear_error (&error);

  g_assert_false (libvirt_domain_detach_device_alias (
    domain, "ua-nothing", LIBVIRT_DOMAIN_DEVICE_MODIFY_FLAGS_LIVE, &error));
  g_assert_cmpint (virDomainDetachDeviceAlias (raw, "ua-nothing", VIR_DOMAIN_AFFECT_LIVE), ==, -1);
  g_assert_error (error, LIBVIRT_ERROR, virGetLastErrorCode ());
}

static void
test_insert_disc (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autofree char *disc = live_make_disk ("disc.iso", "raw", 1);
  g_autofree char *xml =
    g_strdup_printf ("<disk type='file' device='cdrom'><driver name='qemu' type='raw'/>"
                     "<source file='%s'/><target dev='sda' bus='sata'/><readonly/></disk>",
                     disc);

  g_assert_false (raw_has (self, domain, 0, "disc.iso"));
  g_assert_true (libvirt_domain_update_device_flags (
    domain, xml, LIBVIRT_DOMAIN_DEVICE_MODIFY_FLAGS_LIVE, &error));
  g_assert_no_error (error);
  g_assert_true (raw_has (self, domain, 0, "disc.iso"));
  g_assert_false (raw_has (self, domain, VIR_DOMAIN_XML_INACTIVE, "disc.iso"));
}

/* A display says "RFB 003.008" first, and then which ways to log in it knows: 1 is none, 2 is a
 * password. */
static int
read_way_to_log_in (int fd)
{
  static const char version[] = "RFB 003.008\n";
  char greeting[12];
  guint8 ways[2];

  g_assert_cmpint (recv (fd, greeting, sizeof greeting, MSG_WAITALL), ==, sizeof greeting);
  g_assert_cmpmem (greeting, sizeof greeting, version, sizeof greeting);
  g_assert_cmpint (send (fd, version, sizeof greeting, 0), ==, sizeof greeting);
  g_assert_cmpint (recv (fd, ways, sizeof ways, MSG_WAITALL), ==, sizeof ways);
  g_assert_cmpuint (ways[0], ==, 1);
  return ways[1];
}

static void
test_open_graphics (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  int ends[2];

  g_assert_cmpint (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends), ==, 0);
  g_assert_true (libvirt_domain_open_graphics (
    domain, 0, ends[0], LIBVIRT_DOMAIN_OPEN_GRAPHICS_FLAGS_NONE, &error));
  g_assert_no_error (error);
  g_assert_cmpint (close (ends[0]), ==, 0);
  g_assert_cmpint (read_way_to_log_in (ends[1]), ==, 2);
  g_assert_cmpint (close (ends[1]), ==, 0);
}

static void
test_open_graphics_fd (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  int fd = libvirt_domain_open_graphics_fd (
    domain, 0, LIBVIRT_DOMAIN_OPEN_GRAPHICS_FLAGS_SKIPAUTH, &error);

  g_assert_no_error (error);
  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (fcntl (fd, F_GETFD) & FD_CLOEXEC, ==, FD_CLOEXEC);
  g_assert_cmpint (read_way_to_log_in (fd), ==, 1);
  g_assert_cmpint (close (fd), ==, 0);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static guint
count_sockets (void)
{
  g_autoptr (GDir) fds = g_dir_open ("/proc/self/fd", 0, NULL);
  const char *fd;
  guint n = 0;

  while ((fd = g_dir_read_name (fds)) != NULL)
    {
      g_autofree char *path = g_build_filename ("/proc/self/fd", fd, NULL);
      g_autofree char *target = g_file_read_link (path, NULL);

      n += target != NULL && g_str_has_prefix (target, "socket:") ? 1 : 0;
    }

  return n;
}

/* When it has stayed the same for half a second: the connection of the test before may still be
 * closing. */
static guint
count_settled_sockets (void)
{
  guint n = count_sockets ();

  for (guint same = 0; same < 10; same++)
    {
      live_iterate (G_MAXINT64, "sockets that stay", G_STRLOC);
      if (count_sockets () != n)
        {
          n = count_sockets ();
          same = 0;
        }
    }
  return n;
}

/* What comes when nobody waits for it any more is closed. */
static void
test_open_graphics_cancelled (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  guint before = count_settled_sockets ();

  for (int i = 0; i < 20; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GAsyncResult) result = NULL;

      libvirt_domain_open_graphics_fd_async (domain, 0, 0, cancellable, on_done, &result);
      g_usleep (i * 200); /* before, while and after it is under way */
      g_cancellable_cancel (cancellable);
      live_wait_until (result != NULL);
      g_assert_cmpint (libvirt_domain_open_graphics_fd_finish (domain, result, &error), ==, -1);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_error (&error);
    }
  live_wait_until (count_sockets () == before);
}

static void
test_no_such_graphics (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);

  g_assert_cmpint (libvirt_domain_open_graphics_fd (domain, 7, 0, &error), ==, -1);
  g_assert_cmpint (virDomainOpenGraphicsFD (raw, 7, 0), ==, -1);
  g_assert_error (error, LIBVIRT_ERROR, virGetLastErrorCode ());
}

/* KEY_A is 30: an event of the kernel's has its type, 1, and the code before the value. */
static void
test_send_key (Live *self)
{
  guint keys[] = { 30 };
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);

  /* Opened before anything runs beside it: from then on no key is lost. */
  live_guest_spawn (self, domain,
                    "for e in /dev/input/event*; do { cat <&3 >/run/keys-${e##*/} & } 3<$e; done; "
                    "touch /run/listening; wait");
  wait_in_guest (self, domain, "[ -e /run/listening ]");
  g_assert_true (libvirt_domain_send_key (domain, LIBVIRT_KEYCODE_SET_LINUX, 50, keys, 1, 0, &error));
  g_assert_no_error (error);
  wait_in_guest (self, domain,
                 "cat /run/keys-* | od -An -v -tx1 -w24 | grep -q '01 00 1e 00 01 00 00 00$'");
}

static void
test_inject_nmi (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);

  g_free (live_guest_run (self, domain, "! dmesg | grep -q 'NMI received'"));
  g_assert_true (libvirt_domain_inject_nmi (domain, 0, &error));
  g_assert_no_error (error);
  wait_in_guest (self, domain, "dmesg | grep -q 'NMI received'");
}

static void
test_monitor_command (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autofree char *for_people = libvirt_domain_qemu_monitor_command (
    domain, "info status", LIBVIRT_DOMAIN_QEMU_MONITOR_COMMAND_FLAGS_HMP, &error);
  g_autofree char *in_json = NULL;
  g_autofree char *refused = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (g_strchomp (for_people), ==, "VM status: running");

  in_json = libvirt_domain_qemu_monitor_command (domain, "{\"execute\":\"query-status\"}", 0, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (in_json, "\"status\":\"running\""));

  refused = libvirt_domain_qemu_monitor_command (domain, "{\"execute\":\"no-such\"}", 0, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (refused, "CommandNotFound"));
}

static void
test_monitor_command_with_files (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (GUnixFDList) sent = g_unix_fd_list_new ();
  g_autoptr (GUnixFDList) received = NULL;
  g_autofree char *reply = NULL;
  g_autofree char *sets = NULL;

  g_assert_cmpint (g_unix_fd_list_append (sent, STDIN_FILENO, &error), ==, 0);
  reply = libvirt_domain_qemu_monitor_command_with_files (
    domain, "{\"execute\":\"add-fd\",\"arguments\":{\"fdset-id\":77}}", sent, 0, &received, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (reply, "\"fdset-id\":77"));
  g_assert_cmpint (g_unix_fd_list_get_length (received), ==, 0);

  g_assert_cmpint (virDomainQemuMonitorCommand (raw, "{\"execute\":\"query-fdsets\"}", &sets, 0), ==, 0);
  g_assert_nonnull (strstr (sets, "\"fdset-id\":77"));
}

static void
suspend_and_resume (virDomainPtr raw)
{
  g_assert_cmpint (virDomainSuspend (raw), ==, 0);
  g_assert_cmpint (virDomainResume (raw), ==, 0);
}

static guint
count_events (LiveRecord *record, guint argument, const char *event)
{
  guint n = 0;

  for (guint i = 0; i < live_record_count (record); i++)
    n += g_strcmp0 (live_record_get_string (record, i, argument), event) == 0 ? 1 : 0;
  return n;
}

/* What QEMU says about one comes as it is. */
static void
assert_told_with_details (Live *self, virDomainPtr raw, LiveRecord *record)
{
  g_autoptr (GError) error = NULL;
  guint last = live_record_count (record);
  int id = libvirt_connect_domain_qemu_monitor_event_register (self->connect, NULL,
                                                               "BALLOON_CHANGE", 0, &error);
  const char *details;

  g_assert_no_error (error);
  g_assert_cmpint (virDomainSetMemory (raw, 184 * 1024), ==, 0);
  live_wait_until (live_record_count (record) > last);
  details = live_record_get_string (record, last, 3);
  g_assert_cmpstr (live_record_get_string (record, last, 0), ==, "BALLOON_CHANGE");
  g_assert_nonnull (details);
  g_assert_nonnull (strstr (details, "\"actual\":"));
  g_assert_true (
    libvirt_connect_domain_qemu_monitor_event_deregister (self->connect, id, &error));
  g_assert_no_error (error);
}

static void
test_monitor_events (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (LiveRecord) own = live_record_new (domain, "event-qemu-monitor");
  g_autoptr (LiveRecord) mirror = live_record_new (self->connect, "domain-event-qemu-monitor");
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  int stops;
  int resumes;

  stops = libvirt_connect_domain_qemu_monitor_event_register (self->connect, domain, "STOP", 0, &error);
  g_assert_no_error (error);
  resumes = libvirt_connect_domain_qemu_monitor_event_register (
    self->connect, NULL, "^resum",
    LIBVIRT_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_FLAGS_REGEX |
      LIBVIRT_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_FLAGS_NOCASE,
    &error);
  g_assert_no_error (error);
  g_assert_cmpint (stops, !=, resumes);

  suspend_and_resume (raw);
  live_wait_until (count_events (mirror, 1, "RESUME") == 1);
  g_assert_cmpuint (live_record_count (own), ==, 2);
  g_assert_cmpstr (live_record_get_string (own, 0, 0), ==, "STOP");
  g_assert_cmpint (live_record_get_number (own, 0, 1), >=, now);
  g_assert_cmpint (live_record_get_number (own, 0, 2), <, G_USEC_PER_SEC);
  g_assert_null (live_record_get_string (own, 0, 3));
  g_assert_true (g_value_get_object (live_record_get (mirror, 0, 0)) == domain);

  assert_told_with_details (self, raw, own);

  /* Of two, one is taken back; the other is, when the connection is closed. */
  g_assert_true (
    libvirt_connect_domain_qemu_monitor_event_deregister (self->connect, stops, &error));
  g_assert_no_error (error);
  suspend_and_resume (raw);
  live_wait_until (count_events (mirror, 1, "RESUME") == 2);
  g_assert_cmpuint (count_events (mirror, 1, "STOP"), ==, 1);

  g_assert_false (
    libvirt_connect_domain_qemu_monitor_event_deregister (self->connect, stops, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG);
}

static void
test_refused_by_qemu (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);

  g_assert_false (libvirt_domain_send_process_signal (domain, 1, 0, 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_SUPPORT);
  g_clear_error (&error);
  g_assert_null (libvirt_connect_qemu_attach_domain (self->connect, getpid (), 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_SUPPORT);
}

int
main (int argc, char **argv)
{
  live_init (&argc, &argv, NULL);

  live_add ("/live/devices/disk", test_disk);
  live_add ("/live/devices/detach-by-alias", test_detach_by_alias);
  live_add ("/live/devices/card-in-both", test_card_in_both);
  live_add ("/live/devices/refused", test_refused);
  live_add ("/live/devices/insert-disc", test_insert_disc);
  live_add ("/live/devices/open-graphics", test_open_graphics);
  live_add ("/live/devices/open-graphics-fd", test_open_graphics_fd);
  live_add ("/live/devices/open-graphics-fd/cancelled", test_open_graphics_cancelled);
  live_add ("/live/devices/open-graphics-fd/no-such", test_no_such_graphics);
  live_add ("/live/devices/send-key", test_send_key);
  live_add ("/live/devices/inject-nmi", test_inject_nmi);
  live_add ("/live/devices/monitor-command", test_monitor_command);
  live_add ("/live/devices/monitor-command/with-files", test_monitor_command_with_files);
  live_add ("/live/devices/monitor-events", test_monitor_events);
  live_add ("/live/devices/refused-by-qemu", test_refused_by_qemu);

  return live_run ();
}
