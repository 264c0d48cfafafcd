/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Disks of real guests: what is known of them and done to them, and work on their images. The
 * effects are looked at by another connection, in the guest, or in the images. */

#include "live.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define DISK(source, format, target)                                            \
  "<disk type='file' device='disk'><driver name='qemu' type='" format "'/>"     \
  "<source file='%s/" source "'/><target dev='" target "' bus='virtio'/></disk>"

#define KIB 1024
#define MIB (1024 * 1024)
#define CURRENT LIBVIRT_DOMAIN_MODIFICATION_IMPACT_CURRENT

/* --- a guest that uses its disks --- */

static LibvirtDomain *
boot (Live *self)
{
  g_autofree char *devices =
    g_strdup_printf (DISK ("grown.qcow2", "qcow2", "vda") DISK ("plain.raw", "raw", "vdb"),
                     live_get ("folder"), live_get ("folder"));

  g_free (live_make_disk ("grown.qcow2", "qcow2", 16));
  g_free (live_make_disk ("plain.raw", "raw", 8));
  return live_guest_boot (self, &(LiveGuest){ .name = "disks", .devices = devices });
}

static void
write_in_guest (Live *self, LibvirtDomain *domain, const char *disk, const char *text)
{
  g_autofree char *script =
    g_strdup_printf ("printf '%%-512s' '%s' | dd of=/dev/%s conv=fsync 2>&1", text, disk);

  g_free (live_guest_run (self, domain, script));
}

static void
test_info (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (LibvirtDomainBlockInfo) info = NULL;
  virDomainBlockInfo raw_info;

  info = libvirt_domain_get_block_info (domain, "vda", 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (virDomainGetBlockInfo (raw, "vda", &raw_info, 0), ==, 0);
  g_assert_cmpuint (info->capacity, ==, 16 * MIB);
  g_assert_cmpuint (info->allocation, ==, raw_info.allocation);
  g_assert_cmpuint (info->physical, ==, raw_info.physical);
  g_assert_cmpuint (info->physical, <, 1 * MIB);
}

static void
test_stats (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (LibvirtDomainBlockStats) before = libvirt_domain_block_stats (domain, "vdb", &error);
  g_autoptr (LibvirtDomainBlockStats) after = NULL;
  g_autoptr (GVariant) all = NULL;
  virDomainBlockStatsStruct raw_stats;
  gint64 bytes = 0;

  g_assert_no_error (error);
  g_free (live_guest_run (self, domain, "dd if=/dev/zero of=/dev/vdb bs=1M count=2 conv=fsync 2>&1"));
  after = libvirt_domain_block_stats (domain, "vdb", &error);
  g_assert_no_error (error);
  g_assert_cmpint (after->wr_bytes - before->wr_bytes, ==, 2 * MIB);
  g_assert_cmpint (after->wr_req, >, before->wr_req);
  g_assert_cmpint (virDomainBlockStats (raw, "vdb", &raw_stats, sizeof raw_stats), ==, 0);
  g_assert_cmpint (after->rd_bytes, ==, raw_stats.rd_bytes);
  g_assert_cmpint (after->wr_bytes, ==, raw_stats.wr_bytes);
  g_assert_cmpint (after->errs, ==, -1);

  all = libvirt_domain_block_stats_flags (domain, "vdb", 0, &error);
  g_assert_no_error (error);
  g_assert_true (g_variant_lookup (all, LIBVIRT_DOMAIN_BLOCK_STATS_WRITE_BYTES, "x", &bytes));
  g_assert_cmpint (bytes, ==, raw_stats.wr_bytes);
  g_assert_true (g_variant_lookup (all, LIBVIRT_DOMAIN_BLOCK_STATS_FLUSH_REQ, "x", &bytes));
  g_assert_cmpint (bytes, >, 0);
}

static void
test_no_such_disk (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  int n = 0;

  g_assert_null (libvirt_domain_block_stats_flags (domain, "vdz", 0, &error));
  g_assert_cmpint (virDomainBlockStatsFlags (raw, "vdz", NULL, &n, 0), ==, -1);
  g_assert_error (error, LIBVIRT_ERROR, virGetLastErrorCode ());
}

static void
test_peek (Live *self)
{
  static const char text[] = "written by the guest";
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (GBytes) bytes = NULL;
  char raw_bytes[512];

  write_in_guest (self, domain, "vdb", text);
  bytes = libvirt_domain_block_peek (domain, "vdb", 0, sizeof raw_bytes, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (virDomainBlockPeek (raw, "vdb", 0, sizeof raw_bytes, raw_bytes, 0), ==, 0);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), raw_bytes,
                   sizeof raw_bytes);
  g_assert_true (g_str_has_prefix (g_bytes_get_data (bytes, NULL), text));
}

static void
test_peek_refused (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);

  g_assert_null (libvirt_domain_block_peek (domain, "vdb", 0, 0, 0, &error));
  g_assert_cmpint (virDomainBlockPeek (raw, "vdb", 0, 0, NULL, 0), ==, -1);
  g_assert_error (error, LIBVIRT_ERROR, virGetLastErrorCode ());
  g_clear_error (&error);
  g_assert_null (libvirt_domain_block_peek (domain, "vda", 0, 512, 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_UNSUPPORTED);
  g_clear_error (&error);
  g_assert_null (libvirt_domain_block_peek (domain, "vdb", 1024 * MIB, 512, 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG);
  g_clear_error (&error);
  g_assert_null (libvirt_domain_block_peek (domain, "vdb", 0, 4 * MIB + 1, 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_RPC);
}

static void
test_resize (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  virDomainBlockInfo info;

  g_assert_true (libvirt_domain_block_resize (domain, "vda", 24 * KIB, 0, &error));
  g_assert_no_error (error);
  g_assert_cmpint (virDomainGetBlockInfo (raw, "vda", &info, 0), ==, 0);
  g_assert_cmpuint (info.capacity, ==, 24 * MIB);

  g_assert_true (libvirt_domain_block_resize (
    domain, "vda", 32 * MIB, LIBVIRT_DOMAIN_BLOCK_RESIZE_FLAGS_BYTES, &error));
  g_assert_no_error (error);
  g_assert_cmpint (virDomainGetBlockInfo (raw, "vda", &info, 0), ==, 0);
  g_assert_cmpuint (info.capacity, ==, 32 * MIB);
  g_free (live_guest_run (self, domain,
                          "while [ $(cat /sys/block/vda/size) != 65536 ]; do sleep 0.1; done"));
}

static void
test_threshold (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (LiveRecord) record = live_record_new (domain, "event-block-threshold");

  g_assert_true (libvirt_domain_set_block_threshold (domain, "vda", 1 * MIB, 0, &error));
  g_assert_no_error (error);
  g_free (live_guest_run (self, domain, "dd if=/dev/zero of=/dev/vda bs=1M count=4 conv=fsync 2>&1"));
  live_wait_until (live_record_count (record) > 0);
  g_assert_true (g_str_has_prefix (live_record_get_string (record, 0, 0), "vda"));
  g_assert_cmpint (live_record_get_number (record, 0, 2), ==, 1 * MIB);
}

static guint64
raw_limit (virDomainPtr raw, unsigned int flags)
{
  virTypedParameter params[32] = { 0 };
  unsigned long long limit;
  int n = G_N_ELEMENTS (params);

  g_assert_cmpint (virDomainGetBlockIoTune (raw, "vdb", params, &n, flags), ==, 0);
  g_assert_cmpint (
    virTypedParamsGetULLong (params, n, VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC, &limit), ==, 1);
  virTypedParamsClear (params, n);
  return limit;
}

static void
test_limits (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (LiveRecord) record = live_record_new (domain, "event-tunable");
  g_autoptr (GVariant) told = NULL;
  guint64 limit = 0;

  g_assert_true (libvirt_domain_set_block_io_tune (
    domain, "vdb", g_variant_new_parsed ("{'write_iops_sec': <uint64 1000>}"),
    LIBVIRT_DOMAIN_MODIFICATION_IMPACT_LIVE, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (raw_limit (raw, VIR_DOMAIN_AFFECT_LIVE), ==, 1000);
  g_assert_cmpuint (raw_limit (raw, VIR_DOMAIN_AFFECT_CONFIG), ==, 0);
  live_wait_until (live_record_count (record) > 0);

  told = libvirt_domain_get_block_io_tune (domain, "vdb", CURRENT, &error);
  g_assert_no_error (error);
  g_assert_true (g_variant_lookup (told, LIBVIRT_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC, "t", &limit));
  g_assert_cmpuint (limit, ==, 1000);
}

/* --- a disk on a full file system --- */

/* In the machine only: a place where 2 MiB are all there is. */
static void
make_small_place (void)
{
  g_autofree char *script =
    g_strdup_printf ("cd '%s'; [ -e narrow ] || { mkdir narrow; mount -t tmpfs -o size=2M narrow narrow; }; "
                     "rm -f narrow/full.raw; truncate -s 64M narrow/full.raw",
                     live_get ("folder"));

  g_free (live_enter (script));
}

static void
test_errors (Live *self)
{
  g_autofree char *devices =
    g_strdup_printf (DISK ("narrow/full.raw", "raw", "vda"), live_get ("folder"));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) errors = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (LibvirtDomain) domain = NULL;
  LibvirtDomainDiskError *first;
  int reason;

  make_small_place ();
  domain = live_guest_boot (self, &(LiveGuest){ .name = "full", .devices = devices });
  none = libvirt_domain_get_disk_errors (domain, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);

  live_guest_spawn (self, domain, "dd if=/dev/zero of=/dev/vda bs=1M count=8 oflag=direct");
  live_wait_until (live_raw_state (self, domain, &reason) == VIR_DOMAIN_PAUSED);
  g_assert_cmpint (reason, ==, VIR_DOMAIN_PAUSED_IOERROR);
  errors = libvirt_domain_get_disk_errors (domain, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (errors->len, ==, 1);
  first = errors->pdata[0];
  g_assert_cmpstr (first->disk, ==, "vda");
  g_assert_cmpint (first->error, ==, LIBVIRT_DOMAIN_DISK_ERROR_CODE_NO_SPACE);

  g_assert_true (libvirt_domain_destroy (domain, &error));
  g_assert_no_error (error);
}

/* --- files that the domain could not open itself --- */

static void
test_associate (Live *self)
{
  static const char devices[] =
    "<disk type='file' device='disk'><driver name='qemu' type='raw'/>"
    "<source file='/not/to/be/opened' fdgroup='handed-over'/>"
    "<target dev='vda' bus='virtio'/></disk>";
  g_autofree char *path = live_make_disk ("handed-over.raw", "raw", 4);
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain =
    live_guest_define (self, &(LiveGuest){ .name = "given", .devices = devices });
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autofree char *written = NULL;
  int fds[] = { open (path, O_RDWR | O_CLOEXEC) };

  /* Without it there is no such disk. */
  g_assert_cmpint (virDomainCreate (raw), ==, -1);
  g_assert_true (libvirt_domain_fd_associate (domain, "handed-over", fds, 1,
                                              LIBVIRT_DOMAIN_FD_ASSOCIATE_FLAGS_WRITABLE, &error));
  g_assert_no_error (error);
  g_assert_cmpint (close (fds[0]), ==, 0);
  g_assert_true (libvirt_domain_create (domain, &error));
  g_assert_no_error (error);

  live_wait_for_agent (self, domain);
  write_in_guest (self, domain, "vda", "through an open file");
  g_assert_true (g_file_get_contents (path, &written, NULL, NULL));
  g_assert_true (g_str_has_prefix (written, "through an open file"));

  g_assert_true (libvirt_domain_destroy (domain, &error));
  g_assert_no_error (error);
}

/* --- chains of images; the guest need not run for what is done to them --- */

/* Two images on top of a third one: base, middle and top, each with 64 KiB of its own in the
 * colour 1, 2 and 3. */
static void
make_chain (const char *name)
{
  g_autofree char *script = g_strdup_printf (
    "mkdir -p '%s/%s'; cd '%s/%s'; rm -f *; qemu-img create -q -f qcow2 base 8M; "
    "qemu-img create -q -f qcow2 -F qcow2 -b \"$PWD/base\" middle; "
    "qemu-img create -q -f qcow2 -F qcow2 -b \"$PWD/middle\" top; "
    "qemu-io -c 'write -q -P 1 0 64k' base; qemu-io -c 'write -q -P 2 64k 64k' middle; "
    "qemu-io -c 'write -q -P 3 128k 64k' top",
    live_get ("folder"), name, live_get ("folder"), name);

  g_free (live_enter (script));
}

static LibvirtDomain *
start_on_chain (Live *self, const char *name)
{
  g_autofree char *devices = g_strdup_printf (DISK ("%s/top", "qcow2", "vda"), live_get ("folder"), name);
  g_autoptr (GError) error = NULL;
  LibvirtDomain *domain;

  make_chain (name);
  domain = live_guest_define (self, &(LiveGuest){ .name = name, .devices = devices });
  libvirt_domain_create_with_flags (domain, LIBVIRT_DOMAIN_CREATE_FLAGS_START_PAUSED, &error);
  g_assert_no_error (error);
  return domain;
}

static char *
path_of (const char *name, const char *image)
{
  return g_strdup_printf ("%s/%s/%s", live_get ("folder"), name, image);
}

static gboolean
raw_uses (virDomainPtr raw, const char *name, const char *image)
{
  g_autofree char *xml = virDomainGetXMLDesc (raw, 0);
  g_autofree char *source = g_strdup_printf ("<source file='%s/%s/%s'", live_get ("folder"), name, image);

  return strstr (xml, source) != NULL;
}

/* Ends the domain, and has a look at what is in an image from then on: @colours of three pieces. */
static void
end_and_assert_image (LibvirtDomain *domain, const char *name, const char *image,
                      const char *backing_file, int first, int second, int third)
{
  g_autofree char *path = path_of (name, image);
  g_autofree char *script = g_strdup_printf (
    "f='%s'; qemu-io -r -c 'read -q -P %d 0 64k' -c 'read -q -P %d 64k 64k' "
    "-c 'read -q -P %d 128k 64k' \"$f\"; qemu-img info \"$f\" | sed -n 's/^backing file: //p'",
    path, first, second, third);
  g_autofree char *expected = backing_file != NULL ? path_of (name, backing_file) : g_strdup ("");
  g_autofree char *told = NULL;

  g_assert_true (libvirt_domain_destroy (domain, NULL));
  g_assert_true (libvirt_domain_undefine (domain, NULL));
  told = live_enter (script);
  g_assert_cmpstr (g_strchomp (told), ==, expected);
}

static void
wait_for_status (LiveRecord *record,
                 LibvirtDomainBlockJobType type,
                 LibvirtConnectDomainEventBlockJobStatus status)
{
  int last;

  live_wait_until (live_record_count (record) > 0);
  live_wait_until (live_record_get_number (record, live_record_count (record) - 1, 2) == status);
  last = live_record_count (record) - 1;
  g_assert_cmpstr (live_record_get_string (record, last, 0), ==, "vda");
  g_assert_cmpint (live_record_get_number (record, last, 1), ==, type);
}

#define PULL LIBVIRT_DOMAIN_BLOCK_JOB_TYPE_PULL
#define COMMIT LIBVIRT_DOMAIN_BLOCK_JOB_TYPE_COMMIT
#define ACTIVE_COMMIT LIBVIRT_DOMAIN_BLOCK_JOB_TYPE_ACTIVE_COMMIT
#define COPY LIBVIRT_DOMAIN_BLOCK_JOB_TYPE_COPY
#define COMPLETED LIBVIRT_CONNECT_DOMAIN_EVENT_BLOCK_JOB_STATUS_COMPLETED
#define READY LIBVIRT_CONNECT_DOMAIN_EVENT_BLOCK_JOB_STATUS_READY
#define CANCELED LIBVIRT_CONNECT_DOMAIN_EVENT_BLOCK_JOB_STATUS_CANCELED

static void
test_pull (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = start_on_chain (self, "pull");
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (LiveRecord) record = live_record_new (domain, "event-block-job-2");

  g_assert_true (raw_uses (raw, "pull", "base"));
  g_assert_true (libvirt_domain_block_pull (domain, "vda", 0, 0, &error));
  g_assert_no_error (error);
  wait_for_status (record, PULL, COMPLETED);
  g_assert_true (raw_uses (raw, "pull", "top"));
  g_assert_false (raw_uses (raw, "pull", "middle"));
  g_assert_false (raw_uses (raw, "pull", "base"));
  end_and_assert_image (domain, "pull", "top", NULL, 1, 2, 3);
}

static void
test_rebase (Live *self)
{
  g_autofree char *base = path_of ("rebase", "base");
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = start_on_chain (self, "rebase");
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (LiveRecord) record = live_record_new (domain, "event-block-job-2");

  g_assert_true (libvirt_domain_block_rebase (domain, "vda", base, 0, 0, &error));
  g_assert_no_error (error);
  wait_for_status (record, PULL, COMPLETED);
  g_assert_true (raw_uses (raw, "rebase", "base"));
  g_assert_false (raw_uses (raw, "rebase", "middle"));
  end_and_assert_image (domain, "rebase", "top", "base", 1, 2, 3);
}

static void
test_commit (Live *self)
{
  g_autofree char *middle = path_of ("commit", "middle");
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = start_on_chain (self, "commit");
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (LiveRecord) record = live_record_new (domain, "event-block-job-2");

  g_assert_true (libvirt_domain_block_commit (domain, "vda", NULL, middle, 0, 0, &error));
  g_assert_no_error (error);
  wait_for_status (record, COMMIT, COMPLETED);
  g_assert_true (raw_uses (raw, "commit", "top"));
  g_assert_false (raw_uses (raw, "commit", "middle"));
  end_and_assert_image (domain, "commit", "base", NULL, 1, 2, 0);
}

static void
test_commit_active (Live *self)
{
  LibvirtDomainBlockCommitFlags active = LIBVIRT_DOMAIN_BLOCK_COMMIT_FLAGS_ACTIVE;
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = start_on_chain (self, "active");
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (LiveRecord) record = live_record_new (domain, "event-block-job-2");

  g_assert_true (libvirt_domain_block_commit (domain, "vda", NULL, NULL, 0, active, &error));
  g_assert_no_error (error);
  wait_for_status (record, ACTIVE_COMMIT, READY);
  g_assert_true (raw_uses (raw, "active", "top"));

  g_assert_true (libvirt_domain_block_job_abort (
    domain, "vda", LIBVIRT_DOMAIN_BLOCK_JOB_ABORT_FLAGS_PIVOT, &error));
  g_assert_no_error (error);
  wait_for_status (record, ACTIVE_COMMIT, COMPLETED);
  g_assert_true (raw_uses (raw, "active", "base"));
  g_assert_false (raw_uses (raw, "active", "top"));
  end_and_assert_image (domain, "active", "base", NULL, 1, 2, 3);
}

static char *
copy_xml (const char *name)
{
  return g_strdup_printf ("<disk type='file'><source file='%s/%s/copy'/><driver type='qcow2'/></disk>",
                          live_get ("folder"), name);
}

static void
test_copy (Live *self)
{
  g_autofree char *xml = copy_xml ("copy");
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = start_on_chain (self, "copy");
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (LiveRecord) record = live_record_new (domain, "event-block-job-2");

  g_assert_true (libvirt_domain_block_copy (
    domain, "vda", xml, NULL, LIBVIRT_DOMAIN_BLOCK_COPY_FLAGS_TRANSIENT_JOB, &error));
  g_assert_no_error (error);
  wait_for_status (record, COPY, READY);
  g_assert_true (raw_uses (raw, "copy", "top"));

  g_assert_true (libvirt_domain_block_job_abort (
    domain, "vda", LIBVIRT_DOMAIN_BLOCK_JOB_ABORT_FLAGS_PIVOT, &error));
  g_assert_no_error (error);
  wait_for_status (record, COPY, COMPLETED);
  g_assert_true (raw_uses (raw, "copy", "copy"));
  g_assert_false (raw_uses (raw, "copy", "top"));
  end_and_assert_image (domain, "copy", "copy", NULL, 1, 2, 3);
}

static void
assert_same_as_raw (const LibvirtDomainBlockJobInfo *info, virDomainPtr raw)
{
  virDomainBlockJobInfo raw_info;

  g_assert_cmpint (virDomainGetBlockJobInfo (raw, "vda", &raw_info,
                                             VIR_DOMAIN_BLOCK_JOB_INFO_BANDWIDTH_BYTES),
                   ==, 1);
  g_assert_cmpint ((int) info->type, ==, raw_info.type);
  g_assert_cmpuint (info->bandwidth, ==, raw_info.bandwidth);
  g_assert_cmpuint (info->end, ==, raw_info.end);
  g_assert_cmpuint (info->cur, <=, raw_info.cur);
}

static void
test_slow_copy (Live *self)
{
  LibvirtDomainBlockJobInfoFlags in_bytes = LIBVIRT_DOMAIN_BLOCK_JOB_INFO_FLAGS_BANDWIDTH_BYTES;
  g_autofree char *xml = copy_xml ("slow");
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = start_on_chain (self, "slow");
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (LiveRecord) record = live_record_new (domain, "event-block-job-2");
  g_autoptr (LibvirtDomainBlockJobInfo) info = NULL;
  g_autoptr (LibvirtDomainBlockJobInfo) slower = NULL;

  g_assert_null (libvirt_domain_get_block_job_info (domain, "vda", in_bytes, &error));
  g_assert_no_error (error);
  g_assert_true (libvirt_domain_block_copy (
    domain, "vda", xml, g_variant_new_parsed ("{'bandwidth': <uint64 2000>}"),
    LIBVIRT_DOMAIN_BLOCK_COPY_FLAGS_TRANSIENT_JOB, &error));
  g_assert_no_error (error);

  info = libvirt_domain_get_block_job_info (domain, "vda", in_bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpint (info->type, ==, LIBVIRT_DOMAIN_BLOCK_JOB_TYPE_COPY);
  g_assert_cmpuint (info->bandwidth, ==, 2000);
  assert_same_as_raw (info, raw);

  g_assert_false (libvirt_domain_block_job_abort (
    domain, "vda", LIBVIRT_DOMAIN_BLOCK_JOB_ABORT_FLAGS_PIVOT, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_BLOCK_COPY_ACTIVE);
  g_clear_error (&error);
  g_assert_false (libvirt_domain_block_pull (domain, "vda", 0, 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_BLOCK_COPY_ACTIVE);
  g_clear_error (&error);

  g_assert_true (libvirt_domain_block_job_set_speed (
    domain, "vda", 1000, LIBVIRT_DOMAIN_BLOCK_JOB_SET_SPEED_FLAGS_BANDWIDTH_BYTES, &error));
  g_assert_no_error (error);
  slower = libvirt_domain_get_block_job_info (domain, "vda", in_bytes, &error);
  g_assert_cmpuint (slower->bandwidth, ==, 1000);
  assert_same_as_raw (slower, raw);

  g_assert_true (libvirt_domain_block_job_abort (domain, "vda", 0, &error));
  g_assert_no_error (error);
  wait_for_status (record, COPY, CANCELED);
  g_assert_true (raw_uses (raw, "slow", "top"));
  g_assert_null (libvirt_domain_get_block_job_info (domain, "vda", 0, &error));
  g_assert_no_error (error);
  end_and_assert_image (domain, "slow", "top", "middle", 1, 2, 3);
}

int
main (int argc, char **argv)
{
  live_init (&argc, &argv, NULL);

  live_add ("/live/disks/info", test_info);
  live_add ("/live/disks/stats", test_stats);
  live_add ("/live/disks/no-such-disk", test_no_such_disk);
  live_add ("/live/disks/peek", test_peek);
  live_add ("/live/disks/peek/refused", test_peek_refused);
  live_add ("/live/disks/resize", test_resize);
  live_add ("/live/disks/threshold", test_threshold);
  live_add ("/live/disks/limits", test_limits);
  live_add ("/live/disks/errors", test_errors);
  live_add ("/live/disks/associate", test_associate);
  live_add ("/live/disks/pull", test_pull);
  live_add ("/live/disks/rebase", test_rebase);
  live_add ("/live/disks/commit", test_commit);
  live_add ("/live/disks/commit-active", test_commit_active);
  live_add ("/live/disks/copy", test_copy);
  live_add ("/live/disks/slow-copy", test_slow_copy);

  return live_run ();
}
