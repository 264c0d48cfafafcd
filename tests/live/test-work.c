/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Each kind of long work that a hypervisor does, followed to its end; ten at once; and work whose end
 * nobody can tell, as the connection or the domain has gone. */

#include "live.h"

#include <glib/gstdio.h>
#include <string.h>

#include "../relay.h"

/* Of libvirt's protocol. */
#define GET_BLOCK_JOB_INFO 238

static char *
path_of (const char *name)
{
  return g_strdup_printf ("%s/%s", live_get ("folder"), name);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* --- work on a domain as a whole --- */

typedef struct
{
  void (*begin) (LibvirtDomain *domain, GAsyncResult **result);
  gboolean (*finish) (LibvirtDomain *domain, GAsyncResult *result, GError **error);
  void (*undo) (Live *self, LibvirtDomain *domain);
} Kind;

/* Begins work until some is seen while it lasts: on an idle machine that may be short. */
static void
begin_and_see (Live *self, LibvirtDomain *domain, const Kind *kind, LiveTold *told, GAsyncResult **result)
{
  g_autoptr (GError) error = NULL;
  LibvirtDomainJob *job = NULL;

  while (job == NULL)
    {
      kind->begin (domain, result);
      while (*result == NULL && job == NULL)
        {
          g_main_context_iteration (NULL, FALSE);
          job = libvirt_domain_get_job (domain, NULL);
        }
      if (job != NULL)
        break;
      g_assert_true (kind->finish (domain, *result, &error));
      g_assert_no_error (error);
      g_clear_object (result);
      kind->undo (self, domain);
    }
  live_told_init (told, job);
}

/* Sees work of a kind to its end. */
static void
follow (Live *self, LibvirtDomain *domain, const Kind *kind, LibvirtDomainJobOperation expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (LibvirtDomain) of = NULL;
  LibvirtDomainJobOperation operation;
  LiveTold told;

  begin_and_see (self, domain, kind, &told, &result);
  g_object_get (told.job, "operation", &operation, "domain", &of, NULL);
  g_assert_cmpint (operation, ==, expected);
  g_assert_true (of == domain);
  live_wait_until (result != NULL);
  /* Before the callback; a backup goes on after the call that began it. */
  if (expected != LIBVIRT_DOMAIN_JOB_OPERATION_BACKUP)
    g_assert_cmpuint (told.n_completed, ==, 1);
  live_told_end (&told, LIBVIRT_JOB_PHASE_COMPLETED);
  g_assert_no_error (told.error);
  g_assert_true (kind->finish (domain, result, &error));
  g_assert_no_error (error);
  kind->undo (self, domain);
}

/* What has ended before is none. */
static void
assert_no_job (LibvirtDomain *domain)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (libvirt_domain_get_job (domain, &error));
  g_assert_no_error (error);
}

static LibvirtDomain *
boot (Live *self)
{
  return live_guest_boot (self, &(LiveGuest){ .name = "at-work" });
}

static void
begin_save (LibvirtDomain *domain, GAsyncResult **result)
{
  g_autofree char *path = path_of ("at-work.save");

  libvirt_domain_save_async (domain, path, NULL, on_done, result);
}

static void
undo_save (Live *self, LibvirtDomain *domain)
{
  g_autofree char *path = path_of ("at-work.save");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (live_raw_state (self, domain, NULL), ==, VIR_DOMAIN_SHUTOFF);
  g_assert_true (libvirt_connect_domain_restore (self->connect, path, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_unlink (path), ==, 0);
  live_wait_until (libvirt_domain_peek_active (domain));
  assert_no_job (domain);
}

static void
test_save_and_restore (Live *self)
{
  g_autoptr (LibvirtDomain) domain = boot (self);

  follow (self, domain, &(Kind){ begin_save, libvirt_domain_save_finish, undo_save },
          LIBVIRT_DOMAIN_JOB_OPERATION_SAVE);
}

static void
begin_managed_save (LibvirtDomain *domain, GAsyncResult **result)
{
  libvirt_domain_managed_save_async (domain, 0, NULL, on_done, result);
}

static void
undo_managed_save (Live *self, LibvirtDomain *domain)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_domain_has_managed_save_image (domain, 0, &error));
  g_assert_true (libvirt_domain_create (domain, &error));
  g_assert_no_error (error);
  assert_no_job (domain);
}

static void
test_managed_save (Live *self)
{
  g_autoptr (LibvirtDomain) domain = boot (self);

  follow (self, domain,
          &(Kind){ begin_managed_save, libvirt_domain_managed_save_finish, undo_managed_save },
          LIBVIRT_DOMAIN_JOB_OPERATION_SAVE);
}

static void
begin_dump (LibvirtDomain *domain, GAsyncResult **result)
{
  g_autofree char *path = path_of ("at-work.dump");

  libvirt_domain_core_dump_async (domain, path, LIBVIRT_DOMAIN_CORE_DUMP_FLAGS_MEMORY_ONLY, NULL, on_done,
                                  result);
}

static void
undo_dump (Live *self, LibvirtDomain *domain)
{
  g_autofree char *path = path_of ("at-work.dump");

  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_dump (Live *self)
{
  g_autoptr (LibvirtDomain) domain = boot (self);

  follow (self, domain, &(Kind){ begin_dump, libvirt_domain_core_dump_finish, undo_dump },
          LIBVIRT_DOMAIN_JOB_OPERATION_DUMP);
  g_assert_cmpint (live_raw_state (self, domain, NULL), ==, VIR_DOMAIN_RUNNING);
}

/* --- work on disks --- */

/* A chain of images, each with 4 MiB of its own; the processors of its guest stand still. */
static LibvirtDomain *
start_on_chain (Live *self, const char *name)
{
  g_autofree char *script = g_strdup_printf (
    "rm -rf '%s/%s'; mkdir '%s/%s'; cd '%s/%s'\n"
    "qemu-img create -q -f qcow2 base 16M; qemu-io -c 'write -q -P 1 0 4M' base\n"
    "qemu-img create -q -f qcow2 -b \"$PWD/base\" -F qcow2 middle; qemu-io -c 'write -q -P 2 4M 4M' middle\n"
    "qemu-img create -q -f qcow2 -b \"$PWD/middle\" -F qcow2 top; qemu-io -c 'write -q -P 3 8M 4M' top",
    live_get ("folder"), name, live_get ("folder"), name, live_get ("folder"), name);
  g_autofree char *devices =
    g_strdup_printf ("<disk type='file' device='disk'><driver name='qemu' type='qcow2'/>"
                     "<source file='%s/%s/top'/><target dev='vda' bus='virtio'/></disk>",
                     live_get ("folder"), name);
  g_autofree char *xml = live_guest_xml (&(LiveGuest){ .name = name, .devices = devices });
  g_autoptr (GError) error = NULL;
  LibvirtDomain *domain;

  g_free (live_enter (script));
  domain = libvirt_connect_create_domain_xml (self->connect, xml, LIBVIRT_DOMAIN_CREATE_FLAGS_START_PAUSED, &error);
  g_assert_no_error (error);
  return domain;
}

static LibvirtJob *
see_disk (LibvirtDomain *domain, LiveTold *told)
{
  g_autoptr (GError) error = NULL;
  LibvirtDomainJob *job = libvirt_domain_get_block_job (domain, "vda", &error);

  g_assert_no_error (error);
  live_told_init (told, job);
  g_assert_cmpint (libvirt_job_get_phase (LIBVIRT_JOB (job)), ==, LIBVIRT_JOB_PHASE_RUNNING);
  g_assert_cmpfloat (libvirt_job_get_fraction (LIBVIRT_JOB (job)), <, 1);
  return LIBVIRT_JOB (job);
}

/* What was begun slowly goes on as fast as it can. */
static void
let_loose (LibvirtDomain *domain)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_domain_block_job_set_speed (domain, "vda", 0, 0, &error));
  g_assert_no_error (error);
}

/* Once the work has been begun with a speed of 64 KiB/s. */
static void
follow_disk (LibvirtDomain *domain)
{
  g_autoptr (GError) error = NULL;
  LibvirtJob *job;
  LiveTold told;

  job = see_disk (domain, &told);
  live_wait_until (libvirt_job_get_bytes_total (job) >= 4 << 20);
  let_loose (domain);
  live_told_end (&told, LIBVIRT_JOB_PHASE_COMPLETED);
  g_assert_no_error (told.error);
  g_assert_null (libvirt_domain_get_block_job (domain, "vda", &error));
  g_assert_no_error (error);
  g_assert_true (libvirt_domain_destroy (domain, &error));
  g_assert_no_error (error);
}

static void
test_commit (Live *self)
{
  g_autofree char *middle = path_of ("commit/middle");
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = start_on_chain (self, "commit");

  g_assert_true (libvirt_domain_block_commit (domain, "vda", NULL, middle, 65536,
                                              LIBVIRT_DOMAIN_BLOCK_COMMIT_FLAGS_BANDWIDTH_BYTES, &error));
  g_assert_no_error (error);
  follow_disk (domain);
}

static void
test_active_commit (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = start_on_chain (self, "active");
  LibvirtJob *job;
  LiveTold told;

  g_assert_true (libvirt_domain_block_commit (
    domain, "vda", NULL, NULL, 65536,
    LIBVIRT_DOMAIN_BLOCK_COMMIT_FLAGS_ACTIVE | LIBVIRT_DOMAIN_BLOCK_COMMIT_FLAGS_BANDWIDTH_BYTES, &error));
  g_assert_no_error (error);
  job = see_disk (domain, &told);
  let_loose (domain);
  live_wait_until (libvirt_job_get_phase (job) == LIBVIRT_JOB_PHASE_READY);
  g_assert_cmpuint (told.n_completed, ==, 0);
  g_assert_true (libvirt_domain_block_job_abort (
    domain, "vda", LIBVIRT_DOMAIN_BLOCK_JOB_ABORT_FLAGS_PIVOT, &error));
  g_assert_no_error (error);
  live_told_end (&told, LIBVIRT_JOB_PHASE_COMPLETED);
  g_assert_no_error (told.error);
  g_assert_true (libvirt_domain_destroy (domain, &error));
}

static void
test_pull (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = start_on_chain (self, "pull");

  g_assert_true (libvirt_domain_block_pull (domain, "vda", 65536,
                                            LIBVIRT_DOMAIN_BLOCK_PULL_FLAGS_BANDWIDTH_BYTES, &error));
  g_assert_no_error (error);
  follow_disk (domain);
}

static void
test_rebase (Live *self)
{
  g_autofree char *base = path_of ("rebase/base");
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = start_on_chain (self, "rebase");

  g_assert_true (libvirt_domain_block_rebase (domain, "vda", base, 65536,
                                              LIBVIRT_DOMAIN_BLOCK_REBASE_FLAGS_BANDWIDTH_BYTES, &error));
  g_assert_no_error (error);
  follow_disk (domain);
}

static void
begin_push (LibvirtDomain *domain, GAsyncResult **result)
{
  g_autofree char *xml = g_strdup_printf ("<domainbackup><disks><disk name='vda' backup='yes' type='file'>"
                                          "<driver type='qcow2'/><target file='%s/push/pushed'/></disk>"
                                          "</disks></domainbackup>",
                                          live_get ("folder"));

  libvirt_domain_backup_begin_async (domain, xml, NULL, 0, NULL, on_done, result);
}

/* It has to have ended. */
static void
undo_push (Live *self, LibvirtDomain *domain)
{
  g_autofree char *path = path_of ("push/pushed");
  g_autoptr (virDomain) raw = live_raw (self, domain);
  virDomainJobInfo info;

  do
    g_assert_cmpint (virDomainGetJobInfo (raw, &info), ==, 0);
  while (info.type != VIR_DOMAIN_JOB_NONE);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_push (Live *self)
{
  g_autoptr (LibvirtDomain) domain = start_on_chain (self, "push");

  follow (self, domain, &(Kind){ begin_push, libvirt_domain_backup_begin_finish, undo_push },
          LIBVIRT_DOMAIN_JOB_OPERATION_BACKUP);
  g_assert_true (libvirt_domain_destroy (domain, NULL));
}

/* --- ten at once --- */

#define N_DISKS 10

/* A guest with as many disks as are followed, which are all copied. */
static virDomainPtr
begin_copies (Live *self)
{
  g_autoptr (GString) devices = g_string_new ("<controller type='scsi' model='virtio-scsi'/>");
  g_autofree char *xml = NULL;
  virDomainPtr raw;

  for (char disk = 'a'; disk < 'a' + N_DISKS; disk++)
    {
      g_autofree char *name = g_strdup_printf ("many-%c.qcow2", disk);
      g_autofree char *path = live_make_disk (name, "qcow2", 1);

      g_string_append_printf (devices,
                              "<disk type='file' device='disk'><driver name='qemu' type='qcow2'/>"
                              "<source file='%s'/><target dev='sd%c' bus='scsi'/></disk>",
                              path, disk);
    }
  xml = live_guest_xml (&(LiveGuest){ .name = "many", .devices = devices->str });
  raw = virDomainCreateXML (self->raw, xml, VIR_DOMAIN_START_PAUSED);
  g_assert_nonnull (raw);
  for (char disk = 'a'; disk < 'a' + N_DISKS; disk++)
    {
      g_autofree char *copy = g_strdup_printf (
        "<disk type='file'><driver type='qcow2'/><source file='%s/many-%c.copy'/></disk>",
        live_get ("folder"), disk);
      char target[] = { 's', 'd', disk, '\0' };

      g_assert_cmpint (virDomainBlockCopy (raw, target, copy, NULL, 0, VIR_DOMAIN_BLOCK_COPY_TRANSIENT_JOB), ==,
                       0);
    }

  return raw;
}

static LibvirtConnect *
open_through (Relay *relay)
{
  const char *uri = live_get ("first-uri");
  g_autofree char *through =
    g_strdup_printf ("%.*s?socket=%s", (int) strcspn (uri, "?"), uri, relay_get_socket (relay));
  g_autoptr (GError) error = NULL;
  LibvirtConnect *connect = libvirt_connect_open (through, &error);

  g_assert_no_error (error);
  return connect;
}

static Relay *
new_relay (void)
{
  const char *socket = strstr (live_get ("first-uri"), "socket=");

  g_assert_nonnull (socket);
  return relay_new (socket + strlen ("socket="));
}

static gboolean
are_ready (LiveTold *told)
{
  for (guint i = 0; i < N_DISKS; i++)
    if (libvirt_job_get_phase (LIBVIRT_JOB (told[i].job)) != LIBVIRT_JOB_PHASE_READY)
      return FALSE;

  return TRUE;
}

static void
see_copies (LibvirtDomain *domain, LiveTold *told)
{
  for (guint i = 0; i < N_DISKS; i++)
    {
      char target[] = { 's', 'd', (char) ('a' + i), '\0' };
      g_autoptr (GError) error = NULL;
      g_autoptr (LibvirtDomainJob) again = NULL;

      live_told_init (&told[i], libvirt_domain_get_block_job (domain, target, &error));
      g_assert_no_error (error);
      /* Who watches it too costs nothing. */
      again = libvirt_domain_get_block_job (domain, target, &error);
      g_assert_true (again == told[i].job);
    }
}

static void
wait_ms (guint ms)
{
  gint64 end = g_get_monotonic_time () + ms * G_TIME_SPAN_MILLISECOND;

  live_wait_until (g_get_monotonic_time () >= end);
}

/* Each of them is asked about once a second and not more, whoever watches; nothing else is asked; and
 * nothing at all when they have ended. */
static void
test_ten_at_once (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (virDomain) raw = begin_copies (self);
  g_autoptr (Relay) relay = new_relay ();
  g_autoptr (LibvirtConnect) connect = open_through (relay);
  g_autoptr (LibvirtDomain) domain = libvirt_connect_lookup_domain_by_name (connect, "many", &error);
  LiveTold told[N_DISKS];
  guint n_all;
  guint n_asked;
  gint64 since;

  see_copies (domain, told);
  live_wait_until (are_ready (told));
  n_all = relay_count_calls (relay, 0);
  n_asked = relay_count_calls (relay, GET_BLOCK_JOB_INFO);
  since = g_get_monotonic_time ();
  live_wait_until (relay_count_calls (relay, GET_BLOCK_JOB_INFO) >= n_asked + 4 * N_DISKS);
  n_all = relay_count_calls (relay, 0) - n_all;
  n_asked = relay_count_calls (relay, GET_BLOCK_JOB_INFO) - n_asked;
  g_assert_cmpuint (n_all, ==, n_asked);
  /* A round may have been under way, and one more begun. */
  g_assert_cmpuint (n_asked, <=,
                    N_DISKS * ((g_get_monotonic_time () - since) / G_USEC_PER_SEC + 2));

  g_assert_cmpint (virDomainDestroy (raw), ==, 0);
  for (guint i = 0; i < N_DISKS; i++)
    {
      live_told_end (&told[i], LIBVIRT_JOB_PHASE_FAILED);
      g_clear_error (&told[i].error);
    }
  n_asked = relay_count_calls (relay, GET_BLOCK_JOB_INFO);
  wait_ms (2500);
  g_assert_cmpuint (relay_count_calls (relay, GET_BLOCK_JOB_INFO), ==, n_asked);
}

/* Who comes late sees it as it is. */
static void
test_ready_already (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = start_on_chain (self, "late");
  g_autoptr (LibvirtDomainJob) job = NULL;
  g_autoptr (LiveRecord) record = live_record_new (domain, "event-block-job-2");

  g_assert_true (libvirt_domain_block_commit (domain, "vda", NULL, NULL, 0,
                                              LIBVIRT_DOMAIN_BLOCK_COMMIT_FLAGS_ACTIVE, &error));
  g_assert_no_error (error);
  live_wait_until (live_record_count (record) > 0);
  job = libvirt_domain_get_block_job (domain, "vda", &error);
  g_assert_no_error (error);
  g_assert_cmpint (libvirt_job_get_phase (LIBVIRT_JOB (job)), ==, LIBVIRT_JOB_PHASE_READY);
  g_assert_true (libvirt_domain_destroy (domain, &error));
}

/* --- ends that nobody can tell --- */

static void
test_vanished (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = start_on_chain (self, "vanished");
  g_autoptr (virDomain) raw = live_raw (self, domain);
  LiveTold told;

  g_assert_cmpint (virDomainBlockPull (raw, "vda", 65536, VIR_DOMAIN_BLOCK_PULL_BANDWIDTH_BYTES), ==, 0);
  see_disk (domain, &told);
  g_assert_cmpint (virDomainDestroy (raw), ==, 0);
  live_told_end (&told, LIBVIRT_JOB_PHASE_FAILED);
  g_assert_error (told.error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_FAILED);
  g_clear_error (&told.error);
  live_wait_until (!libvirt_entity_get_exists (LIBVIRT_ENTITY (domain)));
  g_assert_null (libvirt_domain_get_block_job (domain, "vda", &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_DOMAIN);
}

/* The work goes on; who asks again, when the host is there again, sees it. */
static void
test_lost (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) here = start_on_chain (self, "lost");
  g_autoptr (Relay) relay = new_relay ();
  g_autoptr (LibvirtConnect) connect = open_through (relay);
  g_autoptr (LibvirtDomain) domain = libvirt_connect_lookup_domain_by_name (connect, "lost", &error);
  LiveTold told;

  g_assert_no_error (error);
  libvirt_connect_set_auto_reconnect (connect, TRUE);
  libvirt_domain_block_pull (here, "vda", 65536, LIBVIRT_DOMAIN_BLOCK_PULL_FLAGS_BANDWIDTH_BYTES, &error);
  g_assert_no_error (error);
  see_disk (domain, &told);
  relay_cut (relay);
  live_told_end (&told, LIBVIRT_JOB_PHASE_FAILED);
  g_assert_nonnull (told.error);
  g_clear_error (&told.error);

  live_wait_until (libvirt_connect_get_state (connect) == LIBVIRT_CONNECT_STATE_OPEN);
  follow_disk (domain);
}

int
main (int argc, char **argv)
{
  live_init (&argc, &argv, NULL);

  live_add ("/live/work/save-and-restore", test_save_and_restore);
  live_add ("/live/work/managed-save", test_managed_save);
  live_add ("/live/work/dump", test_dump);
  live_add ("/live/work/commit", test_commit);
  live_add ("/live/work/active-commit", test_active_commit);
  live_add ("/live/work/pull", test_pull);
  live_add ("/live/work/rebase", test_rebase);
  live_add ("/live/work/backup-push", test_push);
  live_add ("/live/work/ten-at-once", test_ten_at_once);
  live_add ("/live/work/ready-already", test_ready_already);
  live_add ("/live/work/vanished", test_vanished);
  live_add ("/live/work/lost", test_lost);

  return live_run ();
}
