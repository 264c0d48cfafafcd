/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Jobs on a guest that runs: backups, dumps, and what is told of them meanwhile; further a look
 * into its memory, and the description that a managed save keeps. */

#include "live.h"

#include <string.h>

static LibvirtDomain *
boot (Live *self)
{
  g_autofree char *disk = live_make_disk ("worker.qcow2", "qcow2", 16);
  g_autofree char *devices =
    g_strdup_printf ("<disk type='file' device='disk'><driver name='qemu' type='qcow2'/>"
                     "<source file='%s'/><target dev='vda' bus='virtio'/></disk>",
                     disk);

  return live_guest_boot (self, &(LiveGuest){ .name = "worker", .devices = devices });
}

static char *
path_of (const char *file)
{
  return g_strdup_printf ("%s/%s", live_get ("folder"), file);
}

/* A piece of the disk in one colour: @octal is three digits. */
static void
paint (Live *self, LibvirtDomain *domain, const char *octal)
{
  g_autofree char *script = g_strdup_printf (
    "dd if=/dev/zero bs=64k count=1 | tr '\\000' '\\%s' | dd of=/dev/vda bs=64k conv=fsync 2>&1",
    octal);

  g_free (live_guest_run (self, domain, script));
}

/* --- backups --- */

static void
begin_push (LibvirtDomain *domain, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml =
    g_strdup_printf ("<domainbackup><disks><disk name='vda' backup='yes' type='file'>"
                     "<driver type='qcow2'/><target file='%s'/></disk></disks></domainbackup>",
                     path);

  g_assert_true (libvirt_domain_backup_begin (domain, xml, NULL, 0, &error));
  g_assert_no_error (error);
}

static void
test_push (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (LiveRecord) record = live_record_new (domain, "event-job-completed");
  g_autofree char *path = path_of ("pushed.qcow2");
  g_autofree char *script = g_strdup_printf ("qemu-io -r -c 'read -q -P 1 0 64k' '%s'", path);
  g_autoptr (GVariant) stats = NULL;
  LibvirtDomainJobType type;
  gboolean succeeded = FALSE;
  int operation = -1;

  paint (self, domain, "001");
  begin_push (domain, path);
  paint (self, domain, "002");
  live_wait_until (live_record_count (record) > 0);
  g_assert_true (g_variant_lookup (g_value_get_variant (live_record_get (record, 0, 0)),
                                   LIBVIRT_DOMAIN_JOB_SUCCESS, "b", &succeeded));
  g_assert_true (succeeded);
  g_free (live_enter (script));

  g_assert_true (libvirt_domain_get_job_stats (
    domain, LIBVIRT_DOMAIN_GET_JOB_STATS_FLAGS_COMPLETED, &type, &stats, &error));
  g_assert_no_error (error);
  g_assert_cmpint (type, ==, LIBVIRT_DOMAIN_JOB_TYPE_COMPLETED);
  g_assert_true (g_variant_lookup (stats, LIBVIRT_DOMAIN_JOB_OPERATION, "i", &operation));
  g_assert_cmpint (operation, ==, LIBVIRT_DOMAIN_JOB_OPERATION_BACKUP);
}

static int
raw_job_type (virDomainPtr raw)
{
  virDomainJobInfo info;

  g_assert_cmpint (virDomainGetJobInfo (raw, &info), ==, 0);
  return info.type;
}

/* A backup that somebody reads, which lasts until it is ended. */
static void
begin_pull (LibvirtDomain *domain)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = g_strdup_printf (
    "<domainbackup mode='pull'><server transport='unix' socket='%s/backup.sock'/>"
    "<disks><disk name='vda' backup='yes' type='file' exportname='vda'>"
    "<scratch file='%s/scratch.qcow2'/></disk></disks></domainbackup>",
    live_get ("folder"), live_get ("folder"));

  libvirt_domain_backup_begin (domain, xml, NULL, 0, &error);
  g_assert_no_error (error);
}

static void
test_pull (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autofree char *script = g_strdup_printf (
    "qemu-io -r -f raw -c 'read -q -P 3 0 64k' 'nbd+unix:///vda?socket=%s/backup.sock'",
    live_get ("folder"));
  g_autofree char *xml = NULL;
  g_autofree char *raw_xml = NULL;

  paint (self, domain, "003");
  begin_pull (domain);
  paint (self, domain, "004");
  g_free (live_enter (script));

  xml = libvirt_domain_backup_get_xml_desc (domain, 0, &error);
  g_assert_no_error (error);
  raw_xml = virDomainBackupGetXMLDesc (raw, 0);
  g_assert_cmpstr (xml, ==, raw_xml);
  g_assert_nonnull (strstr (xml, "exportname='vda'"));

  g_assert_true (libvirt_domain_abort_job (domain, &error));
  g_assert_no_error (error);
  live_wait_until (raw_job_type (raw) == VIR_DOMAIN_JOB_NONE);
}

/* --- whole disks --- */

static void
write_noise (Live *self, LibvirtDomain *domain)
{
  g_free (live_guest_run (self, domain,
                          "dd if=/dev/urandom of=/dev/vda bs=64k count=128 conv=fsync 2>&1"));
}

/* What is on the disk of a guest that is stopped for that long; then @begin begins a backup, and
 * the guest goes on and writes all of it anew. */
static void
copy_and_begin (Live *self, LibvirtDomain *domain, void (*begin) (LibvirtDomain *domain))
{
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autofree char *script =
    g_strdup_printf ("cd '%s'; qemu-img convert -U -f qcow2 -O raw worker.qcow2 copy.raw",
                     live_get ("folder"));

  write_noise (self, domain);
  g_assert_cmpint (virDomainSuspend (raw), ==, 0);
  g_free (live_enter (script));
  begin (domain);
  g_assert_cmpint (virDomainResume (raw), ==, 0);
  write_noise (self, domain);
}

/* The backup is that copy in each byte, and the disk is not any more. */
static void
assert_like_copy (const char *format, const char *backup)
{
  g_autofree char *compare = g_strdup_printf (
    "cd '%s'; qemu-img compare -q -f raw -F %s copy.raw '%s'", live_get ("folder"), format, backup);
  g_autofree char *compare_disk = g_strdup_printf (
    "cd '%s'; if qemu-img compare -q -U -f raw -F qcow2 copy.raw worker.qcow2; then exit 9; "
    "else [ $? = 1 ]; fi; rm copy.raw",
    live_get ("folder"));

  g_free (live_enter (compare));
  g_free (live_enter (compare_disk));
}

static void
begin_push_of_all (LibvirtDomain *domain)
{
  g_autofree char *path = path_of ("all.qcow2");

  begin_push (domain, path);
}

static void
test_push_of_all (Live *self)
{
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (LiveRecord) record = live_record_new (domain, "event-job-completed");
  g_autofree char *path = path_of ("all.qcow2");

  copy_and_begin (self, domain, begin_push_of_all);
  live_wait_until (live_record_count (record) > 0);
  assert_like_copy ("qcow2", path);
}

static void
test_pull_of_all (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autofree char *export =
    g_strdup_printf ("nbd+unix:///vda?socket=%s/backup.sock", live_get ("folder"));

  copy_and_begin (self, domain, begin_pull);
  assert_like_copy ("raw", export);
  g_assert_true (libvirt_domain_abort_job (domain, &error));
  g_assert_no_error (error);
  live_wait_until (raw_job_type (raw) == VIR_DOMAIN_JOB_NONE);
}

static void
test_backup_refused (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);

  g_assert_false (libvirt_domain_backup_begin (domain, "<other/>", NULL, 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_XML_ERROR);
  g_clear_error (&error);
  g_assert_null (libvirt_domain_backup_get_xml_desc (domain, 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_DOMAIN_BACKUP);
}

/* --- what is told of a job --- */

static void
test_job (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (LibvirtDomainJobInfo) info = NULL;
  g_autoptr (GVariant) stats = NULL;
  LibvirtDomainJobType type;
  virDomainJobInfo raw_info;
  int operation = -1;

  begin_pull (domain);
  info = libvirt_domain_get_job_info (domain, &error);
  g_assert_no_error (error);
  g_assert_cmpint (virDomainGetJobInfo (raw, &raw_info), ==, 0);
  g_assert_cmpint ((int) info->type, ==, raw_info.type);
  g_assert_cmpint (info->type, !=, LIBVIRT_DOMAIN_JOB_TYPE_NONE);
  g_assert_cmpuint (info->time_elapsed, <=, raw_info.timeElapsed);
  g_assert_cmpuint (info->file_total, ==, raw_info.fileTotal);

  g_assert_true (libvirt_domain_get_job_stats (domain, 0, &type, &stats, &error));
  g_assert_no_error (error);
  g_assert_cmpint (type, ==, info->type);
  g_assert_true (g_variant_lookup (stats, LIBVIRT_DOMAIN_JOB_OPERATION, "i", &operation));
  g_assert_cmpint (operation, ==, LIBVIRT_DOMAIN_JOB_OPERATION_BACKUP);

  g_assert_true (libvirt_domain_abort_job_flags (domain, 0, &error));
  g_assert_no_error (error);
  live_wait_until (raw_job_type (raw) == VIR_DOMAIN_JOB_NONE);
}

static void
test_no_job (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (LibvirtDomainJobInfo) info = libvirt_domain_get_job_info (domain, &error);
  LibvirtDomainJobType type = LIBVIRT_DOMAIN_JOB_TYPE_FAILED;

  g_assert_no_error (error);
  g_assert_cmpint (info->type, ==, LIBVIRT_DOMAIN_JOB_TYPE_NONE);
  g_assert_true (libvirt_domain_get_job_stats (domain, 0, &type, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (type, ==, LIBVIRT_DOMAIN_JOB_TYPE_NONE);

  g_assert_false (libvirt_domain_abort_job (domain, &error));
  g_assert_cmpint (virDomainAbortJob (raw), ==, -1);
  g_assert_error (error, LIBVIRT_ERROR, virGetLastErrorCode ());
  g_clear_error (&error);
  g_assert_false (libvirt_domain_abort_job_flags (domain, 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_INVALID);
}

static void
test_control (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (LibvirtDomainControlInfo) info = libvirt_domain_get_control_info (domain, 0, &error);
  virDomainControlInfo raw_info;

  g_assert_no_error (error);
  g_assert_cmpint (virDomainGetControlInfo (raw, &raw_info, 0), ==, 0);
  g_assert_cmpint (info->state, ==, LIBVIRT_DOMAIN_CONTROL_STATE_OK);
  g_assert_cmpuint (info->state, ==, raw_info.state);
}

/* --- dumps --- */

static void
assert_begins_with (const char *path, const char *magic, gsize least_size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_mapped_file_get_length (file), >, least_size);
  g_assert_cmpmem (g_mapped_file_get_contents (file), strlen (magic), magic, strlen (magic));
}

static void
test_dump (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autofree char *path = path_of ("all.dump");
  int reason;

  g_assert_true (libvirt_domain_core_dump (
    domain, path, LIBVIRT_DOMAIN_CORE_DUMP_FLAGS_MEMORY_ONLY, &error));
  g_assert_no_error (error);
  assert_begins_with (path, "\177ELF", 192 << 20);
  g_assert_cmpint (live_raw_state (self, domain, &reason), ==, VIR_DOMAIN_RUNNING);
  g_assert_cmpint (libvirt_domain_peek_state (domain), ==, LIBVIRT_DOMAIN_STATE_RUNNING);
  g_assert_cmpint (libvirt_domain_peek_state_reason (domain), ==, reason);
}

static void
test_dump_refused (Live *self)
{
  LibvirtDomainCoreDumpFormat compressed = LIBVIRT_DOMAIN_CORE_DUMP_FORMAT_KDUMP_ZLIB;
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autofree char *path = path_of ("refused.dump");

  g_assert_false (libvirt_domain_core_dump_with_format (domain, path, compressed, 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_UNSUPPORTED);
  g_clear_error (&error);
  g_assert_false (libvirt_domain_core_dump (domain, "/nowhere/dump", 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_SYSTEM_ERROR);
}

/* The last one that needs the guest: it is off afterwards. */
static void
test_dump_and_crash (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autofree char *path = path_of ("crash.dump");
  int reason;

  g_assert_true (libvirt_domain_core_dump_with_format (
    domain, path, LIBVIRT_DOMAIN_CORE_DUMP_FORMAT_KDUMP_ZLIB,
    LIBVIRT_DOMAIN_CORE_DUMP_FLAGS_MEMORY_ONLY | LIBVIRT_DOMAIN_CORE_DUMP_FLAGS_CRASH, &error));
  g_assert_no_error (error);
  g_assert_cmpint (libvirt_domain_peek_state (domain), ==, LIBVIRT_DOMAIN_STATE_SHUTOFF);
  g_assert_cmpint (libvirt_domain_peek_state_reason (domain), ==,
                   LIBVIRT_DOMAIN_SHUTOFF_REASON_CRASHED);
  g_assert_cmpint (live_raw_state (self, domain, &reason), ==, VIR_DOMAIN_SHUTOFF);
  g_assert_cmpint (reason, ==, VIR_DOMAIN_SHUTOFF_CRASHED);
  assert_begins_with (path, "makedumpfile", 1 << 20);
}

/* --- memory --- */

/* Where the processor starts is in the firmware, and does not change. */
static void
test_peek (Live *self)
{
  guint64 start = 0xfffffff0;
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (GBytes) bytes = libvirt_domain_memory_peek (
    domain, start, 16, LIBVIRT_DOMAIN_MEMORY_FLAGS_PHYSICAL, &error);
  g_autoptr (GBytes) nothing = NULL;
  guint8 raw_bytes[16];
  const guint8 *first;

  g_assert_no_error (error);
  g_assert_cmpint (virDomainMemoryPeek (raw, start, 16, raw_bytes, VIR_MEMORY_PHYSICAL), ==, 0);
  first = g_bytes_get_data (bytes, NULL);
  g_assert_cmpmem (first, g_bytes_get_size (bytes), raw_bytes, sizeof raw_bytes);
  g_assert_cmpuint (first[0], ==, 0xea); /* a jump */

  nothing = libvirt_domain_memory_peek (domain, start, 0, LIBVIRT_DOMAIN_MEMORY_FLAGS_PHYSICAL,
                                        &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (nothing), ==, 0);
}

static void
test_peek_refused (Live *self)
{
  LibvirtDomainMemoryFlags physical = LIBVIRT_DOMAIN_MEMORY_FLAGS_PHYSICAL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);

  g_assert_null (libvirt_domain_memory_peek (domain, 0, 16, 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG);
  g_clear_error (&error);
  g_assert_null (libvirt_domain_memory_peek (domain, 0, (4 << 20) + 1, physical, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_RPC);
}

static int
get_dirty_rate_status (LibvirtDomain *domain)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) domains = g_ptr_array_new ();
  g_autoptr (GPtrArray) records = NULL;
  LibvirtDomainStatsRecord *record;
  int status = -1;

  g_ptr_array_add (domains, domain);
  records = libvirt_domain_list_get_stats (domains, LIBVIRT_DOMAIN_STATS_TYPES_DIRTYRATE, 0, &error);
  g_assert_no_error (error);
  record = records->pdata[0];
  g_variant_lookup (record->params, "dirtyrate.calc_status", "i", &status);
  return status;
}

static void
test_dirty_rate (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);

  g_assert_cmpint (get_dirty_rate_status (domain), ==, LIBVIRT_DOMAIN_DIRTY_RATE_STATUS_UNSTARTED);
  g_assert_false (libvirt_domain_start_dirty_rate_calc (domain, 0, 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_CONFIG_UNSUPPORTED);
  g_clear_error (&error);
  g_assert_true (libvirt_domain_start_dirty_rate_calc (domain, 1, 0, &error));
  g_assert_no_error (error);
  live_wait_until (get_dirty_rate_status (domain) == LIBVIRT_DOMAIN_DIRTY_RATE_STATUS_MEASURED);
}

/* --- the description in an image --- */

static void
test_managed_save_xml (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autofree char *xml = NULL;
  g_autofree char *raw_xml = NULL;
  g_autofree char *changed = NULL;
  g_auto (GStrv) parts = NULL;

  g_assert_null (libvirt_domain_managed_save_get_xml_desc (domain, 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_INVALID);
  g_clear_error (&error);

  g_assert_true (libvirt_domain_managed_save (domain, 0, &error));
  g_assert_no_error (error);
  xml = libvirt_domain_managed_save_get_xml_desc (domain, 0, &error);
  g_assert_no_error (error);
  parts = g_strsplit (xml, "<memory ", 2);
  changed = g_strconcat (parts[0], "<title>saved</title><memory ", parts[1], NULL);
  g_assert_true (libvirt_domain_managed_save_define_xml (
    domain, changed, LIBVIRT_DOMAIN_SAVE_RESTORE_FLAGS_PAUSED, &error));
  g_assert_no_error (error);
  raw_xml = virDomainManagedSaveGetXMLDesc (raw, 0);
  g_assert_nonnull (strstr (raw_xml, "<title>saved</title>"));

  /* The image says that the guest is to wait. */
  g_assert_true (libvirt_domain_create (domain, &error));
  g_assert_no_error (error);
  g_assert_cmpint (live_raw_state (self, domain, NULL), ==, VIR_DOMAIN_PAUSED);
  g_assert_true (libvirt_domain_resume (domain, &error));
  g_assert_no_error (error);
}

static void
test_lifecycle_action (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autofree char *live = NULL;
  g_autofree char *stored = NULL;

  g_assert_true (libvirt_domain_set_lifecycle_action (
    domain, LIBVIRT_DOMAIN_LIFECYCLE_REBOOT, LIBVIRT_DOMAIN_LIFECYCLE_ACTION_DESTROY,
    LIBVIRT_DOMAIN_MODIFICATION_IMPACT_LIVE, &error));
  g_assert_no_error (error);
  live = virDomainGetXMLDesc (raw, 0);
  stored = virDomainGetXMLDesc (raw, VIR_DOMAIN_XML_INACTIVE);
  g_assert_nonnull (strstr (live, "<on_reboot>destroy</on_reboot>"));
  g_assert_nonnull (strstr (stored, "<on_reboot>restart</on_reboot>"));
}

int
main (int argc, char **argv)
{
  live_init (&argc, &argv, NULL);

  live_add ("/live/jobs/push", test_push);
  live_add ("/live/jobs/pull", test_pull);
  live_add ("/live/jobs/backup-push-of-all", test_push_of_all);
  live_add ("/live/jobs/backup-pull-of-all", test_pull_of_all);
  live_add ("/live/jobs/backup-refused", test_backup_refused);
  live_add ("/live/jobs/job", test_job);
  live_add ("/live/jobs/no-job", test_no_job);
  live_add ("/live/jobs/control", test_control);
  live_add ("/live/jobs/dump", test_dump);
  live_add ("/live/jobs/dump-refused", test_dump_refused);
  live_add ("/live/jobs/memory-peek", test_peek);
  live_add ("/live/jobs/memory-peek-refused", test_peek_refused);
  live_add ("/live/jobs/dirty-rate", test_dirty_rate);
  live_add ("/live/jobs/managed-save-xml", test_managed_save_xml);
  live_add ("/live/jobs/lifecycle-action", test_lifecycle_action);
  live_add ("/live/jobs/dump-and-crash", test_dump_and_crash);

  return live_run ();
}
