/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* How far long work is, and how it ends, as told by objects: work that this program began, and work
 * that somebody else did. */

#include "live.h"

/* The disk is full: what is empty is copied in no time, however slowly. */
static LibvirtDomain *
boot (Live *self)
{
  LibvirtDomain *domain;
  g_autofree char *disk = live_make_disk ("progress.qcow2", "qcow2", 16);
  g_autofree char *devices =
    g_strdup_printf ("<disk type='file' device='disk'><driver name='qemu' type='qcow2'/>"
                     "<source file='%s'/><target dev='vda' bus='virtio'/></disk>",
                     disk);

  domain = live_guest_boot (self, &(LiveGuest){ .name = "progress", .devices = devices });
  g_free (live_guest_run (self, domain,
                          "[ -e /run/full ] || "
                          "{ head -c 16777216 /dev/urandom >/dev/vda && sync && touch /run/full; }"));
  return domain;
}

/* --- by somebody else --- */

/* Lasts until it is ended. */
static void
begin_raw_pull (Live *self,
                LibvirtDomain *domain)
{
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autofree char *xml = g_strdup_printf (
    "<domainbackup mode='pull'><server transport='unix' socket='%s/progress.sock'/>"
    "<disks><disk name='vda' backup='yes' type='file' exportname='vda'>"
    "<scratch file='%s/progress-scratch.qcow2'/></disk></disks></domainbackup>",
    live_get ("folder"), live_get ("folder"));

  g_assert_cmpint (virDomainBackupBegin (raw, xml, NULL, 0), ==, 0);
}

static gboolean
has_raw_job (virDomainPtr raw)
{
  virDomainJobInfo info;

  g_assert_cmpint (virDomainGetJobInfo (raw, &info), ==, 0);
  return info.type != VIR_DOMAIN_JOB_NONE;
}

static void
test_of_others (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (LibvirtDomainJob) again = NULL;
  LibvirtDomainJobOperation operation;
  LiveTold told;

  g_assert_null (libvirt_domain_get_job (domain, &error));
  g_assert_no_error (error);

  begin_raw_pull (self, domain);
  live_told_init (&told, libvirt_domain_get_job (domain, &error));
  again = libvirt_domain_get_job (domain, &error);
  g_assert_true (again == told.job);
  g_object_get (again, "operation", &operation, NULL);
  g_assert_cmpint (operation, ==, LIBVIRT_DOMAIN_JOB_OPERATION_BACKUP);
  g_assert_cmpint (libvirt_job_get_phase (LIBVIRT_JOB (again)), ==, LIBVIRT_JOB_PHASE_RUNNING);

  libvirt_job_cancel (LIBVIRT_JOB (again));
  live_wait_until (!has_raw_job (raw));
  live_wait_until (told.n_completed > 0);
  live_told_end (&told, libvirt_job_get_phase (LIBVIRT_JOB (again)));
  g_clear_error (&told.error);
  g_assert_null (libvirt_domain_get_job (domain, &error));
}

/* --- disks --- */

/* So slowly that it does not end by itself. */
static void
begin_copy (LibvirtDomain *domain,
            const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = g_strdup_printf (
    "<disk type='file'><driver type='qcow2'/><source file='%s/%s.qcow2'/></disk>", live_get ("folder"),
    name);

  g_assert_null (libvirt_domain_get_block_job (domain, "vda", &error));
  g_assert_no_error (error);
  g_assert_true (libvirt_domain_block_copy (
    domain, "vda", xml, g_variant_new_parsed ("{'bandwidth': <uint64 2000>}"),
    LIBVIRT_DOMAIN_BLOCK_COPY_FLAGS_TRANSIENT_JOB, &error));
  g_assert_no_error (error);
}

static void
test_pivot (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  LibvirtJob *job;
  LiveTold told;

  begin_copy (domain, "progress-copy");
  live_told_init (&told, libvirt_domain_get_block_job (domain, "vda", &error));
  job = LIBVIRT_JOB (told.job);
  g_assert_cmpint (libvirt_job_get_phase (job), ==, LIBVIRT_JOB_PHASE_RUNNING);
  g_assert_cmpint (virDomainBlockJobSetSpeed (raw, "vda", 0, 0), ==, 0);
  live_wait_until (libvirt_job_get_phase (job) == LIBVIRT_JOB_PHASE_READY);
  g_assert_cmpuint (told.n_notified, >, 0);
  g_assert_cmpuint (told.n_completed, ==, 0);

  g_assert_true (libvirt_domain_block_job_abort (
    domain, "vda", LIBVIRT_DOMAIN_BLOCK_JOB_ABORT_FLAGS_PIVOT, &error));
  live_told_end (&told, LIBVIRT_JOB_PHASE_COMPLETED);
  g_assert_no_error (told.error);
}

static void
test_cancel_copy (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  LiveTold told;

  begin_copy (domain, "progress-slow");
  live_told_init (&told, libvirt_domain_get_block_job (domain, "vda", &error));
  libvirt_job_cancel (LIBVIRT_JOB (told.job));
  live_told_end (&told, LIBVIRT_JOB_PHASE_CANCELLED);
  g_assert_error (told.error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_ABORTED);
  g_clear_error (&told.error);
}

/* --- migration --- */

static void
on_done (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* Slowly, so that there is something to see. */
static void
begin_migration (Live *self,
                 LibvirtDomain *domain,
                 guint64 mib_per_second,
                 LiveTold *told,
                 GAsyncResult **result)
{
  g_autoptr (GError) error = NULL;
  LibvirtDomainJob *job = NULL;

  g_assert_true (libvirt_domain_migrate_set_max_speed (domain, mib_per_second, 0, &error));
  g_assert_no_error (error);
  libvirt_domain_migrate_to_uri3_async (
    domain, "qemu+tcp://second/system", NULL,
    LIBVIRT_DOMAIN_MIGRATE_FLAGS_LIVE | LIBVIRT_DOMAIN_MIGRATE_FLAGS_PEER2PEER, NULL, on_done, result);
  live_wait_until (*result != NULL || (job = libvirt_domain_get_job (domain, NULL)) != NULL);
  live_told_init (told, job);
}

static void
test_cancel_migration (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (LibvirtDomain) domain = live_guest_boot (self, &(LiveGuest){ .name = "traveller" });
  LibvirtJob *job;
  LiveTold told;

  begin_migration (self, domain, 4, &told, &result);
  job = LIBVIRT_JOB (told.job);
  live_wait_until (libvirt_job_get_bytes_total (job) > 0 && libvirt_job_get_speed (job) > 0);
  g_assert_cmpfloat (libvirt_job_get_fraction (job), <, 1);
  g_assert_cmpuint (told.n_notified, >, 0);

  libvirt_job_cancel (job);
  live_wait_until (result != NULL);
  g_assert_cmpuint (told.n_completed, ==, 1); /* before the callback */
  g_assert_false (libvirt_domain_migrate_to_uri3_finish (domain, result, &error));
  live_assert_broken_off (error);
  live_told_end (&told, LIBVIRT_JOB_PHASE_CANCELLED);
  g_assert_error (told.error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_ABORTED);
  g_clear_error (&told.error);
  g_assert_cmpint (live_raw_state (self, domain, NULL), ==, VIR_DOMAIN_RUNNING);
}

/* --- the end of a connection --- */

static void
test_close (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (LibvirtConnect) other = libvirt_connect_open (live_get ("first-uri"), &error);
  g_autoptr (LibvirtDomain) seen = NULL;
  LiveTold told;

  g_assert_no_error (error);
  seen = libvirt_connect_lookup_domain_by_name (other, "progress", &error);
  g_assert_no_error (error);
  begin_copy (domain, "progress-close");
  live_told_init (&told, libvirt_domain_get_block_job (seen, "vda", &error));
  g_assert_true (libvirt_connect_close (other, &error));
  live_told_end (&told, LIBVIRT_JOB_PHASE_FAILED);
  g_assert_error (told.error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_CONN);
  g_clear_error (&told.error);

  g_assert_true (libvirt_domain_block_job_abort (domain, "vda", 0, &error));
  g_assert_no_error (error);
}

int
main (int argc,
      char **argv)
{
  live_init (&argc, &argv, "--second-host", NULL);

  live_add ("/live/progress/of-others", test_of_others);
  live_add ("/live/progress/pivot", test_pivot);
  live_add ("/live/progress/cancel-copy", test_cancel_copy);
  live_add ("/live/progress/cancel-migration", test_cancel_migration);
  live_add ("/live/progress/close", test_close);

  return live_run ();
}
