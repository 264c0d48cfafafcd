/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Each event that a running guest of QEMU's can have, made to happen by another connection or in
 * the guest, and told by ours with all its arguments. The order saves starts of the guest: what
 * ruins it comes last.
 *
 * Not here are those that need other guests: test-events-drives.c, -drivers.c, -sleep.c and
 * -lifecycle.c, and test-devices.c for what QEMU's monitor tells. No test has NIC_MAC_CHANGE,
 * VCPU_REMOVED and CHANNEL_LIFECYCLE, which the oldest supported libvirt does not know. */

#include "live.h"

#include <fcntl.h>
#include <libvirt/libvirt-qemu.h>
#include <netinet/in.h>
#include <sched.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#define DISK(file, format, target, options)                                             \
  "<disk type='file' device='disk'><driver name='qemu' type='" format "' " options "/>" \
  "<source file='%s/" file "'/><target dev='" target "' bus='virtio'/></disk>"

static const char devices[] = DISK ("events.qcow2", "qcow2", "vda", "") /**/
  DISK ("small/full.raw", "raw", "vdb", "werror='enospc'")              /**/
  "<graphics type='vnc' autoport='yes' listen='127.0.0.1'/>"
  "<video><model type='vga'/></video>";

/* In the machine only: a place where 4 MiB are all there is. */
static void
make_small_place (void)
{
  g_autofree char *script = g_strdup_printf (
    "cd '%s'; [ -e small ] || { mkdir small; mount -t tmpfs -o size=4M small small; }",
    live_get ("folder"));

  g_free (live_enter (script));
}

static LibvirtDomain *
boot (Live *self)
{
  g_autofree char *xml =
    g_strdup_printf (devices, live_get ("folder"), live_get ("folder"));

  g_free (live_make_disk ("events.qcow2", "qcow2", 64));
  make_small_place ();
  g_free (live_make_disk ("small/full.raw", "raw", 64));

  return live_guest_boot (self, &(LiveGuest){ .name = "events", .devices = xml });
}

/* --- without help of the guest --- */

static void
test_tunable (Live *self)
{
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (LiveRecord) record = live_record_new (domain, "event-tunable");
  unsigned char map = 1;
  const char *cpus;
  GVariant *params;

  g_assert_cmpint (virDomainPinVcpu (raw, 0, &map, 1), ==, 0);
  live_wait_until (live_record_count (record) > 0);
  params = g_value_get_variant (live_record_get (record, 0, 0));
  g_assert_true (g_variant_is_of_type (params, G_VARIANT_TYPE_VARDICT));
  g_assert_true (g_variant_lookup (params, "cputune.vcpupin0", "&s", &cpus));
  g_assert_cmpstr (cpus, ==, "0");
}

/* Several values in one, of several types. */
static void
test_tunable_disk (Live *self)
{
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (LiveRecord) record = live_record_new (domain, "event-tunable");
  virTypedParameterPtr limits = NULL;
  int n_limits = 0;
  int max_limits = 0;
  GVariant *params;
  const char *disk;
  guint64 value;

  virTypedParamsAddULLong (&limits, &n_limits, &max_limits,
                           VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC, 64 << 20);
  virTypedParamsAddULLong (&limits, &n_limits, &max_limits,
                           VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC, 5000000000);
  g_assert_cmpint (virDomainSetBlockIoTune (raw, "vda", limits, n_limits, VIR_DOMAIN_AFFECT_LIVE),
                   ==, 0);
  virTypedParamsFree (limits, n_limits);
  live_wait_until (live_record_count (record) > 0);
  params = g_value_get_variant (live_record_get (record, 0, 0));
  g_assert_true (g_variant_lookup (params, VIR_DOMAIN_TUNABLE_BLKDEV_DISK, "&s", &disk));
  g_assert_cmpstr (disk, ==, "vda");
  g_assert_true (
    g_variant_lookup (params, VIR_DOMAIN_TUNABLE_BLKDEV_READ_BYTES_SEC, "t", &value));
  g_assert_cmpuint (value, ==, 64 << 20);
  g_assert_true (
    g_variant_lookup (params, VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_IOPS_SEC, "t", &value));
  g_assert_cmpuint (value, ==, 5000000000);
}

static void
test_metadata_change (Live *self)
{
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (LiveRecord) record = live_record_new (domain, "event-metadata-change");
  int description;
  int element;

  g_assert_cmpint (virDomainSetMetadata (raw, VIR_DOMAIN_METADATA_TITLE, "Events", NULL, NULL,
                                         VIR_DOMAIN_AFFECT_LIVE), ==, 0);
  g_assert_cmpint (virDomainSetMetadata (raw, VIR_DOMAIN_METADATA_DESCRIPTION, "All of them", NULL,
                                         NULL, VIR_DOMAIN_AFFECT_LIVE), ==, 0);
  g_assert_cmpint (virDomainSetMetadata (raw, VIR_DOMAIN_METADATA_ELEMENT, "<a/>", "x", "urn:x",
                                         VIR_DOMAIN_AFFECT_LIVE), ==, 0);
  live_wait_until (live_record_count (record) == 3);
  g_assert_cmpint (live_record_get_number (record, 0, 0), ==, VIR_DOMAIN_METADATA_TITLE);
  g_assert_null (live_record_get_string (record, 0, 1));
  description = live_record_find (record, VIR_DOMAIN_METADATA_DESCRIPTION, -1);
  g_assert_cmpint (description, ==, 1);
  g_assert_null (live_record_get_string (record, 1, 1));
  element = live_record_find (record, VIR_DOMAIN_METADATA_ELEMENT, -1);
  g_assert_cmpint (element, ==, 2);
  g_assert_cmpstr (live_record_get_string (record, 2, 1), ==, "urn:x");
}

/* A connection to a port of the machine's: made in a thread of its own, which can be in another
 * network than the rest. */
static gpointer
connect_in_machine (gpointer user_data)
{
  g_autofree char *path = g_strdup_printf ("/proc/%s/ns/net", live_get ("pid"));
  struct sockaddr_in address = { .sin_family = AF_INET,
                                 .sin_port = htons (GPOINTER_TO_INT (user_data)),
                                 .sin_addr.s_addr = htonl (INADDR_LOOPBACK) };
  int network = open (path, O_RDONLY | O_CLOEXEC);
  int fd;

  g_assert_cmpint (setns (network, CLONE_NEWNET), ==, 0);
  close (network);
  fd = socket (AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  g_assert_cmpint (connect (fd, (struct sockaddr *) &address, sizeof address), ==, 0);
  return GINT_TO_POINTER (fd);
}

static void
expect (int fd, gsize size)
{
  guint8 bytes[64];

  g_assert_cmpint (recv (fd, bytes, size, MSG_WAITALL), ==, (gssize) size);
}

/* Becomes a client of the display, as far as it is told about. */
static void
shake_hands (int fd)
{
  static const char version[] = "RFB 003.008\n";

  expect (fd, 12);
  g_assert_cmpint (write (fd, version, 12), ==, 12);
  expect (fd, 2); /* one way to prove who one is: none */
  g_assert_cmpint (write (fd, "\1", 1), ==, 1);
  expect (fd, 4);
  g_assert_cmpint (write (fd, "\1", 1), ==, 1);
  expect (fd, 24);
}

static int
get_port (virDomainPtr raw)
{
  g_autofree char *xml = virDomainGetXMLDesc (raw, 0);
  const char *port = strstr (xml, "type='vnc' port='");

  g_assert_nonnull (port);
  return atoi (port + strlen ("type='vnc' port='"));
}

static void
assert_address (const GValue *value, guint16 port)
{
  const LibvirtDomainEventGraphicsAddress *address = g_value_get_boxed (value);
  g_autofree char *service = g_strdup_printf ("%u", port);

  g_assert_cmpint (address->family, ==, VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV4);
  g_assert_cmpstr (address->node, ==, "127.0.0.1");
  g_assert_cmpstr (address->service, ==, service);
}

static void
assert_graphics (LiveRecord *record, int phase, guint16 port, guint16 client_port)
{
  int emission = live_record_find (record, phase, -1);
  const LibvirtDomainEventGraphicsSubject *subject;

  g_assert_cmpint (emission, >=, 0);
  assert_address (live_record_get (record, emission, 1), port);
  assert_address (live_record_get (record, emission, 2), client_port);
  g_assert_cmpstr (live_record_get_string (record, emission, 3), ==, "none");
  subject = g_value_get_boxed (live_record_get (record, emission, 4));
  g_assert_cmpuint (subject->identities->len, ==, 0);
}

/* Which one the kernel has chosen for this end. */
static guint16
get_own_port (int fd)
{
  struct sockaddr_in address;
  socklen_t size = sizeof address;

  g_assert_cmpint (getsockname (fd, (struct sockaddr *) &address, &size), ==, 0);
  return ntohs (address.sin_port);
}

static void
test_graphics (Live *self)
{
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (LiveRecord) record = live_record_new (domain, "event-graphics");
  int port = get_port (raw);
  int fd = GPOINTER_TO_INT (
    g_thread_join (g_thread_new ("vnc", connect_in_machine, GINT_TO_POINTER (port))));
  guint16 client_port = get_own_port (fd);

  shake_hands (fd);
  close (fd);
  live_wait_until (live_record_find (record, VIR_DOMAIN_EVENT_GRAPHICS_DISCONNECT, -1) >= 0);
  assert_graphics (record, VIR_DOMAIN_EVENT_GRAPHICS_CONNECT, port, client_port);
  assert_graphics (record, VIR_DOMAIN_EVENT_GRAPHICS_INITIALIZE, port, client_port);
  assert_graphics (record, VIR_DOMAIN_EVENT_GRAPHICS_DISCONNECT, port, client_port);
}

static int
connect_to_file (const char *path)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int fd = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

  g_assert_cmpuint (g_strlcpy (address.sun_path, path, sizeof address.sun_path), <,
                    sizeof address.sun_path);
  g_assert_cmpint (connect (fd, (struct sockaddr *) &address, sizeof address), ==, 0);
  return fd;
}

/* A display in the file system: QEMU's path stands for the port, and no guest is needed. */
static void
test_graphics_file (Live *self)
{
  g_autofree char *path = g_strdup_printf ("%s/display.sock", live_get ("folder"));
  g_autofree char *display = g_strdup_printf ("<graphics type='vnc' socket='%s'/>", path);
  g_autoptr (LibvirtDomain) domain =
    live_guest_define (self, &(LiveGuest){ .name = "displayed", .devices = display });
  g_autoptr (LiveRecord) record = live_record_new (domain, "event-graphics");
  const LibvirtDomainEventGraphicsAddress *local;
  const LibvirtDomainEventGraphicsAddress *remote;

  live_guest_start_paused (domain);
  close (connect_to_file (path));
  live_wait_until (live_record_find (record, VIR_DOMAIN_EVENT_GRAPHICS_DISCONNECT, -1) >= 0);
  g_assert_cmpint (live_record_get_number (record, 0, 0), ==, VIR_DOMAIN_EVENT_GRAPHICS_CONNECT);
  local = g_value_get_boxed (live_record_get (record, 0, 1));
  g_assert_cmpint (local->family, ==, VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_UNIX);
  g_assert_cmpstr (local->node, ==, "");
  g_assert_cmpstr (local->service, ==, path);
  remote = g_value_get_boxed (live_record_get (record, 0, 2));
  g_assert_cmpint (remote->family, ==, VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_UNIX);
  g_assert_cmpstr (remote->node, ==, "");
  g_assert_cmpstr (remote->service, ==, "");
  live_guest_end (domain);
}

/* Writes to an image of its own from now on; what was there before can be pulled into it. */
static char *
put_overlay (virDomainPtr raw, const char *name)
{
  char *path = g_strdup_printf ("%s/%s.qcow2", live_get ("folder"), name);
  g_autofree char *xml = g_strdup_printf (
    "<domainsnapshot><disks><disk name='vdb' snapshot='no'/>"
    "<disk name='vda' snapshot='external'><source file='%s'/></disk></disks></domainsnapshot>",
    path);
  virDomainSnapshotPtr snapshot = virDomainSnapshotCreateXML (
    raw, xml, VIR_DOMAIN_SNAPSHOT_CREATE_DISK_ONLY | VIR_DOMAIN_SNAPSHOT_CREATE_NO_METADATA);

  g_assert_nonnull (snapshot);
  virDomainSnapshotFree (snapshot);
  return path;
}

static void
pull (Live *self, const char *signal, const char *name, gboolean tells_target)
{
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (LiveRecord) record = live_record_new (domain, signal);
  g_autofree char *path = put_overlay (raw, name);

  g_assert_cmpint (virDomainBlockPull (raw, "vda", 0, 0), ==, 0);
  live_wait_until (live_record_count (record) > 0);
  g_assert_cmpstr (live_record_get_string (record, 0, 0), ==, tells_target ? "vda" : path);
  g_assert_cmpint (live_record_get_number (record, 0, 1), ==, VIR_DOMAIN_BLOCK_JOB_TYPE_PULL);
  g_assert_cmpint (live_record_get_number (record, 0, 2), ==, VIR_DOMAIN_BLOCK_JOB_COMPLETED);
}

static void
test_block_job (Live *self)
{
  pull (self, "event-block-job", "overlay-1", FALSE);
}

static void
test_block_job_2 (Live *self)
{
  pull (self, "event-block-job-2", "overlay-2", TRUE);
}

/* --- with the guest's help --- */

static void
test_rtc_change (Live *self)
{
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (LiveRecord) record = live_record_new (domain, "event-rtc-change");
  g_autofree char *output = NULL;

  output = live_guest_run (self, domain, "date -s @$(($(date +%s) + 1000000)) && hwclock -w -u");
  live_wait_until (live_record_count (record) > 0);
  g_assert_cmpint (live_record_get_number (record, 0, 0), >, 1000000 - 600);
  g_assert_cmpint (live_record_get_number (record, 0, 0), <, 1000000 + 600);
}

static void
test_balloon_change (Live *self)
{
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (LiveRecord) record = live_record_new (domain, "event-balloon-change");

  g_assert_cmpint (virDomainSetMemory (raw, 180 * 1024), ==, 0);
  live_wait_until (live_record_find (record, 180 * 1024, -1) >= 0);
  g_assert_cmpint (virDomainSetMemory (raw, 192 * 1024), ==, 0);
  live_wait_until (live_record_find (record, 192 * 1024, -1) >= 0);
}

static void
test_agent_lifecycle (Live *self)
{
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (LiveRecord) record = live_record_new (domain, "event-agent-lifecycle");
  int lost;

  live_guest_spawn (self, domain,
                    "setsid sh -c 'sleep 1; kill $(pidof qemu-ga); sleep 1; start-agent' &");
  live_wait_until (
    live_record_find (record, VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_CONNECTED,
                      VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_CHANNEL) >= 0);
  lost = live_record_find (record, VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_DISCONNECTED,
                           VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_CHANNEL);
  g_assert_cmpint (lost, ==, 0);
}

/* The file of the first disk, as the raw connection sees it. */
static char *
get_first_source (virDomainPtr raw)
{
  g_autofree char *xml = virDomainGetXMLDesc (raw, 0);
  const char *source = strstr (xml, "<source file='");

  g_assert_nonnull (source);
  source += strlen ("<source file='");
  return g_strndup (source, strcspn (source, "'"));
}

static void
assert_threshold (LiveRecord *record, guint emission, const char *path)
{
  g_assert_cmpstr (live_record_get_string (record, emission, 1), ==, path);
  g_assert_cmpint (live_record_get_number (record, emission, 2), ==, 1 << 20);
  g_assert_cmpint (live_record_get_number (record, emission, 3), >, 0);
  g_assert_cmpint (live_record_get_number (record, emission, 3), <=, 63 << 20);
}

/* The image of a disk has a name, too. */
static void
test_block_threshold (Live *self)
{
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (LiveRecord) record = live_record_new (domain, "event-block-threshold");
  g_autofree char *path = get_first_source (raw);
  g_autofree char *output = NULL;

  g_assert_cmpint (virDomainSetBlockThreshold (raw, "vda", 1 << 20, 0), ==, 0);
  output = live_guest_run (self, domain, "dd if=/dev/zero of=/dev/vda bs=1M count=4 conv=fsync 2>&1");
  live_wait_until (live_record_count (record) >= 2);
  g_assert_cmpstr (live_record_get_string (record, 0, 0), ==, "vda");
  g_assert_true (g_str_has_prefix (live_record_get_string (record, 1, 0), "vda["));
  assert_threshold (record, 0, path);
  assert_threshold (record, 1, path);
}

static const char plugged[] = DISK ("plugged.raw", "raw", "vdx", "");

static void
test_device_added_and_removed (Live *self)
{
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (LiveRecord) added = live_record_new (domain, "event-device-added");
  g_autoptr (LiveRecord) removed = live_record_new (domain, "event-device-removed");
  g_autofree char *path G_GNUC_UNUSED = live_make_disk ("plugged.raw", "raw", 4);
  g_autofree char *xml = g_strdup_printf (plugged, live_get ("folder"));
  const char *alias;

  g_assert_cmpint (virDomainAttachDeviceFlags (raw, xml, VIR_DOMAIN_AFFECT_LIVE), ==, 0);
  live_wait_until (live_record_count (added) > 0);
  alias = live_record_get_string (added, 0, 0);
  g_assert_true (g_str_has_prefix (alias, "virtio-disk"));
  g_free (live_guest_run (self, domain, "while [ ! -e /dev/vdc ]; do sleep 0.1; done"));

  g_assert_cmpint (virDomainDetachDeviceAlias (raw, alias, VIR_DOMAIN_AFFECT_LIVE), ==, 0);
  live_wait_until (live_record_count (removed) > 0);
  g_assert_cmpstr (live_record_get_string (removed, 0, 0), ==, alias);
  g_free (live_guest_run (self, domain, "while [ -e /dev/vdc ]; do sleep 0.1; done"));
}

static void
assert_paused_by_full_disk (Live *self, LibvirtDomain *domain, LiveRecord *record)
{
  g_autofree char *path = g_strdup_printf ("%s/small/full.raw", live_get ("folder"));

  live_wait_until (live_record_count (record) > 0);
  g_assert_cmpstr (live_record_get_string (record, 0, 0), ==, path);
  g_assert_cmpstr (live_record_get_string (record, 0, 1), ==, "virtio-disk1");
  g_assert_cmpint (live_record_get_number (record, 0, 2), ==, VIR_DOMAIN_EVENT_IO_ERROR_PAUSE);
  live_wait_until (live_raw_state (self, domain, NULL) == VIR_DOMAIN_PAUSED);
}

static void
test_io_error (Live *self)
{
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (LiveRecord) record = live_record_new (domain, "event-io-error");
  g_autoptr (LiveRecord) lifecycle = live_record_new (domain, "event-lifecycle");
  int reason;

  live_guest_spawn (self, domain, "dd if=/dev/urandom of=/dev/vdb bs=1M count=8 oflag=direct");
  assert_paused_by_full_disk (self, domain, record);
  /* Some versions know only a moment later why, and libvirt 11.3 only the first time. */
  live_wait_until (live_raw_state (self, domain, &reason) == VIR_DOMAIN_PAUSED &&
                   reason == VIR_DOMAIN_PAUSED_IOERROR);
  live_wait_until (live_record_find (lifecycle, VIR_DOMAIN_EVENT_SUSPENDED,
                                     VIR_DOMAIN_EVENT_SUSPENDED_IOERROR) >= 0);
  g_assert_cmpint (libvirt_domain_peek_state (domain), ==, LIBVIRT_DOMAIN_STATE_PAUSED);
  g_assert_cmpint (libvirt_domain_peek_state_reason (domain), ==, VIR_DOMAIN_PAUSED_IOERROR);
}

/* The guest of the test before this one meets the same failure when it goes on. */
static void
test_io_error_reason (Live *self)
{
  g_autoptr (LibvirtDomain) domain =
    libvirt_connect_lookup_domain_by_name (self->connect, "events", NULL);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (LiveRecord) record = live_record_new (domain, "event-io-error-reason");
  g_autofree char *make_room =
    g_strdup_printf ("mount -o remount,size=64M '%s/small'", live_get ("folder"));

  g_assert_cmpint (live_raw_state (self, domain, NULL), ==, VIR_DOMAIN_PAUSED);
  g_assert_cmpint (virDomainResume (raw), ==, 0);
  assert_paused_by_full_disk (self, domain, record);
  g_assert_cmpstr (live_record_get_string (record, 0, 3), ==, "enospc");

  g_free (live_enter (make_room));
  g_assert_cmpint (virDomainResume (raw), ==, 0);
  live_wait_for_agent (self, domain);
}

static void
test_migration_iteration (Live *self)
{
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (LiveRecord) record = live_record_new (domain, "event-migration-iteration");

  g_assert_cmpint (virDomainManagedSave (raw, 0), ==, 0);
  live_wait_until (live_record_count (record) > 0);
  /* Newer versions of QEMU have gone through memory once when they first tell of it. */
  g_assert_cmpint (live_record_get_number (record, 0, 0), >=, 1);
  g_assert_cmpint (live_record_get_number (record, 0, 0), <=, 2);
}

static void
test_job_completed (Live *self)
{
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (LiveRecord) record = live_record_new (domain, "event-job-completed");
  guint64 number = 0;
  gint32 operation = 0;
  GVariant *params;

  g_assert_cmpint (virDomainManagedSave (raw, 0), ==, 0);
  live_wait_until (live_record_count (record) > 0);
  params = g_value_get_variant (live_record_get (record, 0, 0));
  g_assert_true (g_variant_lookup (params, VIR_DOMAIN_JOB_TIME_ELAPSED, "t", &number));
  g_assert_cmpuint (number, >, 0);
  g_assert_true (g_variant_lookup (params, VIR_DOMAIN_JOB_MEMORY_TOTAL, "t", &number));
  g_assert_cmpuint (number, >, 192 << 20);
  g_assert_true (g_variant_lookup (params, VIR_DOMAIN_JOB_OPERATION, "i", &operation));
  g_assert_cmpint (operation, ==, VIR_DOMAIN_JOB_OPERATION_SAVE);
}

/* Whether the guest wants to hear of machine checks, as bit 6 of its processor's register CR4 says. It
 * depends on its kernel, and on the processor that QEMU makes. */
static gboolean
hears_machine_checks (virDomainPtr raw)
{
  g_autofree char *registers = NULL;
  const char *cr4;

  g_assert_cmpint (virDomainQemuMonitorCommand (raw, "info registers", &registers,
                                                VIR_DOMAIN_QEMU_MONITOR_COMMAND_HMP), ==, 0);
  cr4 = strstr (registers, "CR4=");
  g_assert_nonnull (cr4);
  return (g_ascii_strtoull (cr4 + strlen ("CR4="), NULL, 16) & (1 << 6)) != 0;
}

/* One that does not is reset. One that does ends there, as the failure is fatal. */
static void
test_memory_failure (Live *self)
{
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (LiveRecord) record = live_record_new (domain, "event-memory-failure");
  g_autofree char *answer = NULL;
  int action = hears_machine_checks (raw) ? VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_INJECT
                                          : VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_RESET;

  g_assert_cmpint (virDomainQemuMonitorCommand (
    raw, "mce 0 9 0xbd80000000000134 0x5 0x1000 0x8c", &answer,
    VIR_DOMAIN_QEMU_MONITOR_COMMAND_HMP), ==, 0);
  live_wait_until (live_record_count (record) > 0);
  g_assert_cmpint (live_record_get_number (record, 0, 0), ==,
                   VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_GUEST);
  g_assert_cmpint (live_record_get_number (record, 0, 1), ==, action);
  g_assert_cmpint (live_record_get_number (record, 0, 2), ==,
                   VIR_DOMAIN_MEMORY_FAILURE_ACTION_REQUIRED);
  g_assert_cmpint (virDomainDestroy (raw), ==, 0);
}

static void
test_reboot (Live *self)
{
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (LiveRecord) record = live_record_new (domain, "event-reboot");

  g_assert_cmpint (virDomainReset (raw, 0), ==, 0);
  live_wait_until (live_record_count (record) > 0);
}

static void
test_control_error (Live *self)
{
  g_autoptr (LibvirtDomain) domain =
    libvirt_connect_lookup_domain_by_name (self->connect, "events", NULL);
  g_autoptr (LiveRecord) record = live_record_new (domain, "event-control-error");
  g_autofree char *program = g_test_build_filename (G_TEST_DIST, "break-monitor.py", NULL);
  g_autofree char *script = g_strdup_printf ("python3 '%s' events", program);

  g_free (live_enter (script));
  live_wait_until (live_record_count (record) > 0);
  g_assert_cmpint (live_raw_state (self, domain, NULL), ==, VIR_DOMAIN_RUNNING);
}

static void
test_lifecycle (Live *self)
{
  g_autoptr (LibvirtDomain) domain =
    libvirt_connect_lookup_domain_by_name (self->connect, "events", NULL);
  g_autoptr (LiveRecord) record = live_record_new (domain, "event-lifecycle");
  g_autoptr (LiveRecord) reasons = live_record_new (domain, "notify::state-reason");
  int reason;

  g_free (live_enter ("kill -9 $(cat /run/libvirt/qemu/events.pid)"));
  live_wait_until (live_record_find (record, VIR_DOMAIN_EVENT_STOPPED,
                                     VIR_DOMAIN_EVENT_STOPPED_FAILED) >= 0);
  g_assert_cmpint (live_raw_state (self, domain, &reason), ==, VIR_DOMAIN_SHUTOFF);
  /* The event is the same for a guest that could not be started. */
  g_assert_cmpint (reason, ==, VIR_DOMAIN_SHUTOFF_CRASHED);
  g_assert_cmpint (libvirt_domain_peek_state_reason (domain), ==, reason);
  /* None, if it ran for a reason of the same number. */
  g_assert_cmpuint (live_record_count (reasons), <=, 1);
}

int
main (int argc, char **argv)
{
  live_init (&argc, &argv, NULL);

  live_add ("/live/event/tunable", test_tunable);
  live_add ("/live/event/tunable-disk", test_tunable_disk);
  live_add ("/live/event/metadata-change", test_metadata_change);
  live_add ("/live/event/graphics", test_graphics);
  live_add ("/live/event/graphics-file", test_graphics_file);
  live_add ("/live/event/block-job", test_block_job);
  live_add ("/live/event/block-job-2", test_block_job_2);
  live_add ("/live/event/rtc-change", test_rtc_change);
  live_add ("/live/event/balloon-change", test_balloon_change);
  live_add ("/live/event/agent-lifecycle", test_agent_lifecycle);
  live_add ("/live/event/block-threshold", test_block_threshold);
  live_add ("/live/event/device-added-and-removed", test_device_added_and_removed);
  live_add ("/live/event/io-error", test_io_error);
  live_add ("/live/event/io-error-reason", test_io_error_reason);
  live_add ("/live/event/migration-iteration", test_migration_iteration);
  live_add ("/live/event/job-completed", test_job_completed);
  live_add ("/live/event/memory-failure", test_memory_failure);
  live_add ("/live/event/reboot", test_reboot);
  live_add ("/live/event/control-error", test_control_error);
  live_add ("/live/event/lifecycle", test_lifecycle);

  return live_run ();
}
