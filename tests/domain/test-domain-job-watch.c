/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * Jobs that follow one another, or end, at moments that no host keeps to. What libvirt says of them is
 * played here, and so is what happens while somebody begins to listen: the library finds these
 * functions before the real ones.
 */

#include "harness.h"

#include <dlfcn.h>

typedef struct
{
  int operation; /* 0 for no job */
  guint64 elapsed;
} Job;

static struct
{
  GMutex lock;
  /* Guarded by lock. */
  Job now;
  Job last;
  virDomainBlockJobInfo block;

  LibvirtConnect *to_close; /* when somebody begins to listen */
} played;

static void
play (Job now,
      Job last)
{
  g_mutex_lock (&played.lock);
  played.now = now;
  played.last = last;
  g_mutex_unlock (&played.lock);
}

G_MODULE_EXPORT int
virDomainGetJobStats (virDomainPtr domain,
                      int *type,
                      virTypedParameterPtr *params,
                      int *nparams,
                      unsigned int flags)
{
  gboolean is_last = (flags & VIR_DOMAIN_JOB_STATS_COMPLETED) != 0;
  int max = 0;
  Job job;

  g_mutex_lock (&played.lock);
  job = is_last ? played.last : played.now;
  g_mutex_unlock (&played.lock);

  *params = NULL;
  *nparams = 0;
  *type = VIR_DOMAIN_JOB_NONE;
  if (job.operation == 0)
    return 0;

  *type = is_last ? VIR_DOMAIN_JOB_COMPLETED : VIR_DOMAIN_JOB_UNBOUNDED;
  virTypedParamsAddInt (params, nparams, &max, VIR_DOMAIN_JOB_OPERATION, job.operation);
  virTypedParamsAddULLong (params, nparams, &max, VIR_DOMAIN_JOB_TIME_ELAPSED, job.elapsed);
  return 0;
}

G_MODULE_EXPORT int
virDomainGetBlockJobInfo (virDomainPtr domain,
                          const char *disk,
                          virDomainBlockJobInfoPtr info,
                          unsigned int flags)
{
  g_mutex_lock (&played.lock);
  *info = played.block;
  g_mutex_unlock (&played.lock);
  return 1;
}

G_MODULE_EXPORT gulong
g_signal_connect_data (gpointer instance,
                       const char *signal,
                       GCallback handler,
                       gpointer data,
                       GClosureNotify destroy,
                       GConnectFlags flags)
{
  gulong (*connect) (gpointer, const char *, GCallback, gpointer, GClosureNotify, GConnectFlags) =
    dlsym (RTLD_NEXT, "g_signal_connect_data");
  LibvirtConnect *to_close = g_steal_pointer (&played.to_close);

  if (to_close != NULL)
    g_assert_true (libvirt_connect_close (to_close, NULL));
  return connect (instance, signal, handler, data, destroy, flags);
}

static LibvirtJob *
get_job (Harness *self)
{
  g_autoptr (GError) error = NULL;
  LibvirtDomainJob *job = libvirt_domain_get_job (self->domain, &error);

  g_assert_no_error (error);
  g_assert_nonnull (job);
  return LIBVIRT_JOB (job);
}

static void
assert_job (LibvirtJob *job,
            LibvirtDomainJobOperation operation,
            LibvirtJobPhase phase)
{
  LibvirtDomainJobOperation its_operation;

  g_object_get (job, "operation", &its_operation, NULL);
  g_assert_cmpint (its_operation, ==, operation);
  g_assert_cmpint (libvirt_job_get_phase (job), ==, phase);
}

static void
tell_completed (Harness *self,
                Job job)
{
  g_autoptr (GVariant) params = g_variant_ref_sink (
    g_variant_new_parsed ("{'operation': <%i>, 'time_elapsed': <%t>, 'success': <true>}",
                          job.operation, job.elapsed));

  g_signal_emit_by_name (self->domain, "event-job-completed", params);
}

static const Job none = { 0 };
static const Job backup = { VIR_DOMAIN_JOB_OPERATION_BACKUP, 9000 };
static const Job next_backup = { VIR_DOMAIN_JOB_OPERATION_BACKUP, 10 };
static const Job snapshot = { VIR_DOMAIN_JOB_OPERATION_SNAPSHOT, 10 };

static void
test_another_operation (Harness *self,
                        gconstpointer data)
{
  g_autoptr (LibvirtJob) first = NULL;
  g_autoptr (LibvirtJob) second = NULL;

  play (backup, none);
  first = get_job (self);
  play (snapshot, backup);
  second = get_job (self);
  g_assert_true (second != first);
  assert_job (first, LIBVIRT_DOMAIN_JOB_OPERATION_BACKUP, LIBVIRT_JOB_PHASE_COMPLETED);
  assert_job (second, LIBVIRT_DOMAIN_JOB_OPERATION_SNAPSHOT, LIBVIRT_JOB_PHASE_RUNNING);

  play (none, (Job){ VIR_DOMAIN_JOB_OPERATION_SNAPSHOT, 20 });
  harness_wait_until (libvirt_job_get_phase (second) != LIBVIRT_JOB_PHASE_RUNNING);
  g_assert_cmpint (libvirt_job_get_phase (second), ==, LIBVIRT_JOB_PHASE_COMPLETED);
}

/* Its predecessor's end may be told when it has begun. */
static void
test_same_operation (Harness *self,
                     gconstpointer data)
{
  g_autoptr (LibvirtJob) first = NULL;
  g_autoptr (LibvirtJob) second = NULL;
  g_autoptr (LibvirtJob) again = NULL;

  play (backup, none);
  first = get_job (self);
  play (next_backup, backup);
  second = get_job (self);
  g_assert_true (second != first);
  assert_job (first, LIBVIRT_DOMAIN_JOB_OPERATION_BACKUP, LIBVIRT_JOB_PHASE_COMPLETED);

  tell_completed (self, backup);
  assert_job (second, LIBVIRT_DOMAIN_JOB_OPERATION_BACKUP, LIBVIRT_JOB_PHASE_RUNNING);
  again = get_job (self);
  g_assert_true (again == second);
  tell_completed (self, next_backup);
  g_assert_cmpint (libvirt_job_get_phase (second), ==, LIBVIRT_JOB_PHASE_COMPLETED);
}

/* Nobody has asked for the second. */
static void
test_found_by_itself (Harness *self,
                      gconstpointer data)
{
  g_autoptr (LibvirtJob) first = NULL;

  play (backup, none);
  first = get_job (self);
  play (snapshot, backup);
  harness_wait_until (libvirt_job_get_phase (first) != LIBVIRT_JOB_PHASE_RUNNING);
  g_assert_cmpint (libvirt_job_get_phase (first), ==, LIBVIRT_JOB_PHASE_COMPLETED);
}

/* libvirt's clock of a job may stop, and what it said meanwhile was more. */
static void
test_same_job (Harness *self,
               gconstpointer data)
{
  static const guint64 times[] = { 9000, 9001, 8500, 8500 };
  g_autoptr (LibvirtJob) first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (LibvirtJob) job = NULL;

      play ((Job){ VIR_DOMAIN_JOB_OPERATION_MIGRATION_OUT, times[i] }, none);
      job = get_job (self);
      if (first == NULL)
        first = g_object_ref (job);
      g_assert_true (job == first);
    }
  assert_job (first, LIBVIRT_DOMAIN_JOB_OPERATION_MIGRATION_OUT, LIBVIRT_JOB_PHASE_RUNNING);
}

static void
on_completed (LibvirtJob *job,
              GError *error,
              gpointer user_data)
{
  LibvirtJob **next = user_data;
  g_autoptr (LibvirtDomain) domain = NULL;

  g_object_get (job, "domain", &domain, NULL);
  play (snapshot, backup);
  *next = LIBVIRT_JOB (libvirt_domain_get_job (domain, NULL));
}

/* The last one has just left the list. */
static void
test_begun_at_the_end (Harness *self,
                       gconstpointer data)
{
  g_autoptr (LibvirtJob) first = NULL;
  g_autoptr (LibvirtJob) next = NULL;

  play (backup, none);
  first = get_job (self);
  g_signal_connect (first, "completed", G_CALLBACK (on_completed), &next);
  tell_completed (self, backup);
  g_assert_nonnull (next);
  assert_job (next, LIBVIRT_DOMAIN_JOB_OPERATION_SNAPSHOT, LIBVIRT_JOB_PHASE_RUNNING);

  play (none, snapshot);
  harness_wait_until (libvirt_job_get_phase (next) != LIBVIRT_JOB_PHASE_RUNNING);
  g_assert_cmpint (libvirt_job_get_phase (next), ==, LIBVIRT_JOB_PHASE_COMPLETED);
}

static void
test_ended_at_the_beginning (Harness *self,
                             gconstpointer data)
{
  LibvirtJob *job;

  play (backup, none);
  played.to_close = self->connect;
  job = get_job (self);
  g_assert_null (played.to_close);
  g_assert_cmpint (libvirt_job_get_phase (job), ==, LIBVIRT_JOB_PHASE_FAILED);
  g_assert_finalize_object (job);
}

/* There was nothing to be copied. */
static void
test_ready_without_data (Harness *self,
                         gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomainJob) job = NULL;

  played.block = (virDomainBlockJobInfo){ VIR_DOMAIN_BLOCK_JOB_TYPE_ACTIVE_COMMIT, 0, 1, 1 };
  job = libvirt_domain_get_block_job (self->domain, "vda", &error);
  g_assert_no_error (error);
  g_assert_cmpint (libvirt_job_get_phase (LIBVIRT_JOB (job)), ==, LIBVIRT_JOB_PHASE_READY);
  g_assert_cmpfloat (libvirt_job_get_fraction (LIBVIRT_JOB (job)), ==, 1.0);
  g_assert_cmpuint (libvirt_job_get_bytes_total (LIBVIRT_JOB (job)), ==, 0);
}

#define ADD(path, func) \
  g_test_add ("/domain/job-watch/" path, Harness, NULL, harness_set_up, func, harness_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("another-operation", test_another_operation);
  ADD ("same-operation", test_same_operation);
  ADD ("found-by-itself", test_found_by_itself);
  ADD ("same-job", test_same_job);
  ADD ("begun-at-the-end", test_begun_at_the_end);
  ADD ("ended-at-the-beginning", test_ended_at_the_beginning);
  ADD ("ready-without-data", test_ready_without_data);

  return g_test_run ();
}
