/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * The jobs of a connection's domains that somebody watches. Events tell what they can; the rest is
 * asked for by one tick for all of them. A job that has ended leaves the list.
 */

#include "domain/libvirt-domain-job-private.h"

#include <libvirt-gobj/libvirt-domain-block-enums.h>
#include <libvirt-gobj/libvirt-domain-event-enums.h>
#include <libvirt-gobj/libvirt-domain-job-params.h>

#include "domain/libvirt-domain-private.h"
#include "model/libvirt-job-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"

/* Between two questions. */
#define POLL_MS 1000

/* How long an answer may have been under way, at most, for its figures to be compared. */
#define UNDER_WAY_MS 100

/* What an answer says of the job on the domain as a whole. */
typedef struct
{
  gint64 asked_at;
  int operation;
  guint64 elapsed; /* in ms */
} Sighting;

struct _LibvirtDomainJob
{
  LibvirtJob parent_instance;

  /* Set once. */
  LibvirtDomain *domain;
  char *disk; /* NULL for a job on the domain as a whole */
  int operation;

  /* Atomic. */
  int is_ready;     /* a copy has caught up */
  int is_cancelled; /* by this program */

  /* Guarded by the core's lock. */
  guint64 elapsed; /* in ms, as it was last seen */
  gint64 seen_at;
  gboolean is_over; /* another one was seen in its place */

  /* Of whoever polls, one at a time. */
  guint n_missing; /* how often it was not found any more */
};

enum
{
  PROP_0,
  PROP_DOMAIN,
  PROP_DISK,
  PROP_OPERATION,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LibvirtDomainJob, libvirt_domain_job, LIBVIRT_TYPE_JOB)

static void
libvirt_domain_job_finalize (GObject *object)
{
  LibvirtDomainJob *self = LIBVIRT_DOMAIN_JOB (object);

  g_clear_object (&self->domain);
  g_free (self->disk);

  G_OBJECT_CLASS (libvirt_domain_job_parent_class)->finalize (object);
}

static void
libvirt_domain_job_get_property (GObject *object,
                                 guint prop_id,
                                 GValue *value,
                                 GParamSpec *pspec)
{
  LibvirtDomainJob *self = LIBVIRT_DOMAIN_JOB (object);

  switch (prop_id)
    {
    case PROP_DOMAIN:
      g_value_set_object (value, self->domain);
      break;
    case PROP_DISK:
      g_value_set_string (value, self->disk);
      break;
    case PROP_OPERATION:
      g_value_set_enum (value, self->operation);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* Asking */

static LibvirtCore *
domain_job_get_core (LibvirtDomainJob *self)
{
  return libvirt_core_of (self->domain);
}

/* What to do when the list has let it go: in the owner's context, as it may be the last reference. */
static void
domain_job_leave (gpointer data)
{
  LibvirtDomainJob *self = data;

  g_signal_handlers_disconnect_by_data (self->domain, self);
  g_object_unref (self);
}

static void
domain_job_end (LibvirtDomainJob *self,
                const GError *error)
{
  LibvirtCore *core = domain_job_get_core (self);
  gboolean was_listed;

  /* First of all: a call that does not find it any more ends after it. */
  libvirt_job_end (LIBVIRT_JOB (self), error);

  g_mutex_lock (&core->lock);
  was_listed = core->jobs != NULL && g_ptr_array_remove_fast (core->jobs, self);
  if (was_listed && core->jobs->len == 0)
    libvirt_ticker_remove (core->ticker, &core->job_tick);
  g_mutex_unlock (&core->lock);

  if (was_listed)
    libvirt_emitter_let_go (core->emitter, self, domain_job_leave);
}

static void
domain_job_fail (LibvirtDomainJob *self,
                 const char *message)
{
  gboolean is_cancelled = g_atomic_int_get (&self->is_cancelled);
  g_autoptr (GError) error = NULL;

  libvirt_set_error (&error,
                     is_cancelled ? LIBVIRT_ERROR_OPERATION_ABORTED : LIBVIRT_ERROR_OPERATION_FAILED,
                     "%s", is_cancelled ? "The job was cancelled" : message);
  domain_job_end (self, error);
}

/* What a hypervisor says of work that was broken off differs. */
static void
domain_job_end_as (LibvirtDomainJob *self,
                   const GError *error)
{
  if (error != NULL && g_atomic_int_get (&self->is_cancelled))
    domain_job_fail (self, error->message);
  else
    domain_job_end (self, error);
}

static guint64
get_amount (virTypedParameterPtr params,
            int n_params,
            const char *key)
{
  unsigned long long amount = 0;

  return virTypedParamsGetULLong (params, n_params, key, &amount) == 1 ? amount : 0;
}

static int
get_operation (virTypedParameterPtr params,
               int n_params)
{
  int operation = VIR_DOMAIN_JOB_OPERATION_UNKNOWN;

  virTypedParamsGetInt (params, n_params, VIR_DOMAIN_JOB_OPERATION, &operation);
  return libvirt_enum_known (LIBVIRT_TYPE_DOMAIN_JOB_OPERATION, operation);
}

static Sighting
see_stats (gint64 asked_at,
           virTypedParameterPtr params,
           int n_params)
{
  return (Sighting){ asked_at, get_operation (params, n_params),
                     get_amount (params, n_params, VIR_DOMAIN_JOB_TIME_ELAPSED) };
}

static void
domain_job_set_elapsed (LibvirtDomainJob *self,
                        guint64 elapsed)
{
  LibvirtCore *core = domain_job_get_core (self);

  g_mutex_lock (&core->lock);
  self->elapsed = elapsed;
  self->seen_at = g_get_monotonic_time ();
  g_mutex_unlock (&core->lock);
}

/* Under the lock: how long ago it may have been seen, in ms. */
static guint64
domain_job_get_unseen (LibvirtDomainJob *self)
{
  return (guint64) (g_get_monotonic_time () - self->seen_at) / 1000 + UNDER_WAY_MS;
}

/* Under the lock. Whether another job has begun since this one was last seen. That its time went back is
 * not enough: of a migration that waits for the network it does, once. */
static gboolean
domain_job_is_followed (LibvirtDomainJob *self,
                        const Sighting *now)
{
  if (now->asked_at < self->seen_at)
    return FALSE;

  return now->operation != self->operation ||
         (now->elapsed < self->elapsed && now->elapsed <= domain_job_get_unseen (self));
}

static gboolean
domain_job_check_over (LibvirtDomainJob *self,
                       const Sighting *now)
{
  LibvirtCore *core = domain_job_get_core (self);
  gboolean is_over;

  g_mutex_lock (&core->lock);
  self->is_over = self->is_over || domain_job_is_followed (self, now);
  is_over = self->is_over;
  g_mutex_unlock (&core->lock);

  return is_over;
}

/* What is not left is done: what was sent again does not count twice. */
static void
domain_job_take_stats (LibvirtDomainJob *self,
                       virTypedParameterPtr params,
                       int n_params)
{
  LibvirtJobFigures figures = { .phase = LIBVIRT_JOB_PHASE_RUNNING };
  guint64 left;

  figures.bytes_total = get_amount (params, n_params, VIR_DOMAIN_JOB_DATA_TOTAL);
  if (figures.bytes_total > 0)
    {
      left = get_amount (params, n_params, VIR_DOMAIN_JOB_DATA_REMAINING);
      figures.bytes_done = figures.bytes_total - MIN (left, figures.bytes_total);
    }
  else
    {
      figures.bytes_total = get_amount (params, n_params, VIR_DOMAIN_JOB_DISK_TOTAL);
      figures.bytes_done = get_amount (params, n_params, VIR_DOMAIN_JOB_DISK_PROCESSED);
    }
  figures.speed = get_amount (params, n_params, VIR_DOMAIN_JOB_MEMORY_BPS) +
                  get_amount (params, n_params, VIR_DOMAIN_JOB_DISK_BPS);
  figures.time_left = (get_amount (params, n_params, VIR_DOMAIN_JOB_TIME_REMAINING) + 999) / 1000;
  domain_job_set_elapsed (self, get_amount (params, n_params, VIR_DOMAIN_JOB_TIME_ELAPSED));
  self->n_missing = 0;
  libvirt_job_update (LIBVIRT_JOB (self), &figures);
}

/* The domain may have gone as the job wanted it to. */
static gboolean
domain_job_has_left (LibvirtDomainJob *self)
{
  int reason = libvirt_domain_peek_state_reason (self->domain);
  gboolean is_off = libvirt_domain_peek_state (self->domain) == LIBVIRT_DOMAIN_STATE_SHUTOFF;

  switch (self->operation)
    {
    case LIBVIRT_DOMAIN_JOB_OPERATION_SAVE:
      return is_off && reason == VIR_DOMAIN_SHUTOFF_SAVED;
    case LIBVIRT_DOMAIN_JOB_OPERATION_MIGRATION_OUT:
      return !libvirt_entity_get_exists (LIBVIRT_ENTITY (self->domain)) ||
             (is_off && reason == VIR_DOMAIN_SHUTOFF_MIGRATED);
    default:
      return FALSE;
    }
}

/* Nobody is told how a dump ends but who began it, and that would have been told by now if it was
 * this program. */
static gboolean
domain_job_is_silent (LibvirtDomainJob *self)
{
  return self->operation == LIBVIRT_DOMAIN_JOB_OPERATION_DUMP &&
         !g_atomic_int_get (&self->is_cancelled);
}

/* It is not there any more, and no event has said how it ended. One that comes a moment later knows
 * better. */
static void
domain_job_miss (LibvirtDomainJob *self)
{
  if (domain_job_has_left (self))
    domain_job_end (self, NULL);
  else if (++self->n_missing > 1 && domain_job_is_silent (self))
    domain_job_end (self, NULL);
  else if (self->n_missing > 1)
    domain_job_fail (self, "The job ended before it was done");
}

/* The figures of the last job that ended may be those of another one. */
static gboolean
is_of_this_job (LibvirtDomainJob *self,
                virTypedParameterPtr params,
                int n_params)
{
  LibvirtCore *core = domain_job_get_core (self);
  guint64 elapsed;

  g_mutex_lock (&core->lock);
  elapsed = self->elapsed;
  g_mutex_unlock (&core->lock);

  return get_operation (params, n_params) == self->operation &&
         get_amount (params, n_params, VIR_DOMAIN_JOB_TIME_ELAPSED) >= elapsed;
}

/* FALSE if libvirt does not know how it ended. */
static gboolean
domain_job_settle (LibvirtDomainJob *self,
                   virDomainPtr native)
{
  virTypedParameterPtr params = NULL;
  int n_params = 0;
  int type = VIR_DOMAIN_JOB_NONE;

  if (virDomainGetJobStats (native, &type, &params, &n_params,
                            VIR_DOMAIN_JOB_STATS_COMPLETED | VIR_DOMAIN_JOB_STATS_KEEP_COMPLETED) != 0 ||
      !is_of_this_job (self, params, n_params))
    type = VIR_DOMAIN_JOB_NONE;
  virTypedParamsFree (params, n_params);

  if (type == VIR_DOMAIN_JOB_COMPLETED)
    domain_job_end (self, NULL);
  else if (type == VIR_DOMAIN_JOB_FAILED)
    domain_job_fail (self, "The job failed");
  return type == VIR_DOMAIN_JOB_COMPLETED || type == VIR_DOMAIN_JOB_FAILED;
}

static void
domain_job_settle_or_miss (LibvirtDomainJob *self,
                           virDomainPtr native)
{
  if (!domain_job_settle (self, native))
    domain_job_miss (self);
}

static gboolean
is_domain_stopped (const GError *error)
{
  return g_error_matches (error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_INVALID) ||
         g_error_matches (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_DOMAIN);
}

static void
domain_job_poll_domain (LibvirtDomainJob *self,
                        virDomainPtr native)
{
  g_autoptr (GError) error = NULL;
  virTypedParameterPtr params = NULL;
  gint64 asked_at = g_get_monotonic_time ();
  Sighting now;
  int n_params = 0;
  int type = VIR_DOMAIN_JOB_NONE;

  libvirt_check (virDomainGetJobStats (native, &type, &params, &n_params, 0), &error);
  now = see_stats (asked_at, params, n_params);
  if (error != NULL && !is_domain_stopped (error))
    domain_job_end (self, error);
  else if (type == VIR_DOMAIN_JOB_NONE || domain_job_check_over (self, &now))
    domain_job_settle_or_miss (self, native);
  else
    domain_job_take_stats (self, params, n_params);
  virTypedParamsFree (params, n_params);
}

/* What libvirt also told by an event, maybe before anybody followed the job. */
static gboolean
has_caught_up (const virDomainBlockJobInfo *info)
{
  return (info->type == VIR_DOMAIN_BLOCK_JOB_TYPE_COPY ||
          info->type == VIR_DOMAIN_BLOCK_JOB_TYPE_ACTIVE_COMMIT) &&
         info->end > 0 && info->cur == info->end;
}

static void
domain_job_take_block_info (LibvirtDomainJob *self,
                            const virDomainBlockJobInfo *info)
{
  LibvirtJobFigures figures = { .phase = LIBVIRT_JOB_PHASE_RUNNING };

  if (has_caught_up (info))
    g_atomic_int_set (&self->is_ready, TRUE);
  if (g_atomic_int_get (&self->is_ready))
    figures.phase = LIBVIRT_JOB_PHASE_READY;
  /* An end of 1 says that it is not known. */
  if (info->end > 1)
    {
      figures.bytes_done = info->cur;
      figures.bytes_total = info->end;
    }
  self->n_missing = 0;
  libvirt_job_update (LIBVIRT_JOB (self), &figures);
}

static void
domain_job_poll_disk (LibvirtDomainJob *self,
                      virDomainPtr native)
{
  g_autoptr (GError) error = NULL;
  virDomainBlockJobInfo info;
  int found = virDomainGetBlockJobInfo (native, self->disk, &info, 0);

  if (found < 0)
    libvirt_take_last_error (&error);
  if (found > 0)
    domain_job_take_block_info (self, &info);
  else if (found == 0 || is_domain_stopped (error))
    domain_job_miss (self);
  else
    domain_job_end (self, error);
}

static void
domain_job_poll (LibvirtDomainJob *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtHandle) handle = libvirt_entity_hold (LIBVIRT_ENTITY (self->domain), &error);

  if (handle == NULL)
    domain_job_end (self, error);
  else if (self->disk != NULL)
    domain_job_poll_disk (self, handle->domain);
  else
    domain_job_poll_domain (self, handle->domain);
}

/* The list */

static GPtrArray *
list_jobs (LibvirtCore *core)
{
  GPtrArray *jobs = g_ptr_array_new_with_free_func (g_object_unref);

  g_mutex_lock (&core->lock);
  for (guint i = 0; core->jobs != NULL && i < core->jobs->len; i++)
    g_ptr_array_add (jobs, g_object_ref (g_ptr_array_index (core->jobs, i)));
  g_mutex_unlock (&core->lock);

  return jobs;
}

static void
on_tick (LibvirtTick *tick)
{
  LibvirtCore *core = (LibvirtCore *) ((guint8 *) tick - G_STRUCT_OFFSET (LibvirtCore, job_tick));
  GPtrArray *jobs = list_jobs (core);

  for (guint i = 0; i < jobs->len; i++)
    domain_job_poll (g_ptr_array_index (jobs, i));
  libvirt_emitter_let_go (core->emitter, jobs, (GDestroyNotify) g_ptr_array_unref);
}

void
libvirt_domain_jobs_end_all (LibvirtCore *core)
{
  g_autoptr (GPtrArray) jobs = list_jobs (core);
  g_autoptr (GError) error = NULL;

  if (jobs->len > 0)
    libvirt_core_set_closed_error (core, &error);
  for (guint i = 0; i < jobs->len; i++)
    domain_job_end (g_ptr_array_index (jobs, i), error);
  libvirt_emitter_let_go (core->emitter, g_steal_pointer (&jobs), (GDestroyNotify) g_ptr_array_unref);
}

/* Events, in the owner's context */

static void
domain_job_hurry (LibvirtDomainJob *self)
{
  LibvirtCore *core = domain_job_get_core (self);

  libvirt_ticker_hurry (core->ticker, &core->job_tick);
}

/* Whether it is old enough for that. */
static gboolean
domain_job_can_have_lasted (LibvirtDomainJob *self,
                            guint64 elapsed)
{
  LibvirtCore *core = domain_job_get_core (self);
  guint64 age;

  g_mutex_lock (&core->lock);
  age = self->elapsed + domain_job_get_unseen (self);
  g_mutex_unlock (&core->lock);

  return elapsed <= age;
}

static void
on_job_completed (LibvirtDomain *domain,
                  GVariant *params,
                  LibvirtDomainJob *self)
{
  const char *message = "The job failed";
  gboolean success = TRUE;
  int operation = self->operation;
  guint64 elapsed = 0;

  g_variant_lookup (params, LIBVIRT_DOMAIN_JOB_OPERATION, "i", &operation);
  g_variant_lookup (params, LIBVIRT_DOMAIN_JOB_TIME_ELAPSED, "t", &elapsed);
  if (operation != self->operation)
    return;
  /* Of one that came before, it seems. If not, libvirt says so when it is asked. */
  if (!domain_job_can_have_lasted (self, elapsed))
    {
      domain_job_hurry (self);
      return;
    }

  g_variant_lookup (params, LIBVIRT_DOMAIN_JOB_SUCCESS, "b", &success);
  g_variant_lookup (params, LIBVIRT_DOMAIN_JOB_ERRMSG, "&s", &message);
  if (success)
    domain_job_end (self, NULL);
  else
    domain_job_fail (self, message);
}

static void
on_iteration (LibvirtDomain *domain,
              int iteration,
              LibvirtDomainJob *self)
{
  domain_job_hurry (self);
}

static void
on_active (LibvirtDomain *domain,
           GParamSpec *pspec,
           LibvirtDomainJob *self)
{
  domain_job_hurry (self);
}

static void
on_block_job (LibvirtDomain *domain,
              const char *disk,
              LibvirtDomainBlockJobType type,
              LibvirtConnectDomainEventBlockJobStatus status,
              LibvirtDomainJob *self)
{
  if (g_strcmp0 (disk, self->disk) != 0)
    return;

  switch (status)
    {
    case LIBVIRT_CONNECT_DOMAIN_EVENT_BLOCK_JOB_STATUS_COMPLETED:
      domain_job_end (self, NULL);
      break;
    case LIBVIRT_CONNECT_DOMAIN_EVENT_BLOCK_JOB_STATUS_CANCELED:
      g_atomic_int_set (&self->is_cancelled, TRUE);
      domain_job_fail (self, "The job was cancelled");
      break;
    case LIBVIRT_CONNECT_DOMAIN_EVENT_BLOCK_JOB_STATUS_READY:
      g_atomic_int_set (&self->is_ready, TRUE);
      domain_job_hurry (self);
      break;
    default:
      domain_job_fail (self, "The job failed");
    }
}

static void
let_job_go (gpointer self,
            GClosure *closure)
{
  g_object_unref (self);
}

static void
domain_job_connect (LibvirtDomainJob *self,
                    const char *signal,
                    GCallback callback)
{
  g_signal_connect_data (self->domain, signal, callback, g_object_ref (self), let_job_go, 0);
}

static void
domain_job_listen (LibvirtDomainJob *self)
{
  domain_job_connect (self, "notify::active", G_CALLBACK (on_active));
  if (self->disk != NULL)
    {
      domain_job_connect (self, "event-block-job-2", G_CALLBACK (on_block_job));
      return;
    }
  domain_job_connect (self, "event-job-completed", G_CALLBACK (on_job_completed));
  domain_job_connect (self, "event-migration-iteration", G_CALLBACK (on_iteration));
}

/* Making and finding */

static void
domain_job_cancel_now (LibvirtDomainJob *self)
{
  g_autoptr (LibvirtHandle) handle = libvirt_entity_hold (LIBVIRT_ENTITY (self->domain), NULL);

  if (handle == NULL)
    return;
  if (self->disk != NULL)
    virDomainBlockJobAbort (handle->domain, self->disk, VIR_DOMAIN_BLOCK_JOB_ABORT_ASYNC);
  else
    virDomainAbortJob (handle->domain);
}

typedef struct
{
  LibvirtWork work;
  LibvirtDomainJob *job;
} Cancel;

static void
cancel_run (LibvirtWork *work)
{
  Cancel *self = (Cancel *) work;

  domain_job_cancel_now (self->job);
  domain_job_hurry (self->job);
  libvirt_emitter_let_go (domain_job_get_core (self->job)->emitter, self->job, g_object_unref);
  g_free (self);
}

static void
libvirt_domain_job_cancel (LibvirtJob *job)
{
  LibvirtDomainJob *self = LIBVIRT_DOMAIN_JOB (job);
  Cancel *cancel;

  if (self->domain == NULL || libvirt_job_has_ended (job) ||
      !g_atomic_int_compare_and_exchange (&self->is_cancelled, FALSE, TRUE))
    return;

  cancel = g_new0 (Cancel, 1);
  cancel->work.flags = LIBVIRT_CALL_URGENT;
  cancel->work.run = cancel_run;
  cancel->job = g_object_ref (self);
  libvirt_executor_push (domain_job_get_core (self)->executor, &cancel->work);
}

static const struct _LibvirtJobDetails details = { .cancel = libvirt_domain_job_cancel };

static void
libvirt_domain_job_class_init (LibvirtDomainJobClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = libvirt_domain_job_finalize;
  object_class->get_property = libvirt_domain_job_get_property;
  ((LibvirtJobClass *) klass)->details = &details;

  /**
   * LibvirtDomainJob:domain:
   *
   * What is worked on.
   *
   * Since: 1.0
   */
  props[PROP_DOMAIN] = g_param_spec_object ("domain", NULL, NULL, LIBVIRT_TYPE_DOMAIN, flags);

  /**
   * LibvirtDomainJob:disk:
   *
   * The one disk that is copied, pulled or committed, as it was given to
   * libvirt_domain_get_block_job(); %NULL for work on the domain as a whole.
   *
   * Since: 1.0
   */
  props[PROP_DISK] = g_param_spec_string ("disk", NULL, NULL, NULL, flags);

  /**
   * LibvirtDomainJob:operation:
   *
   * What is done to the domain as a whole; for a disk, and where the hypervisor does not say it,
   * %LIBVIRT_DOMAIN_JOB_OPERATION_UNKNOWN.
   *
   * Since: 1.0
   */
  props[PROP_OPERATION] =
    g_param_spec_enum ("operation", NULL, NULL, LIBVIRT_TYPE_DOMAIN_JOB_OPERATION,
                       LIBVIRT_DOMAIN_JOB_OPERATION_UNKNOWN, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
libvirt_domain_job_init (LibvirtDomainJob *self)
{
}

static LibvirtDomainJob *
domain_job_new (LibvirtDomain *domain,
                const char *disk,
                int operation)
{
  LibvirtDomainJob *self = g_object_new (LIBVIRT_TYPE_DOMAIN_JOB, NULL);

  self->domain = g_object_ref (domain);
  self->disk = g_strdup (disk);
  self->operation = operation;
  libvirt_job_set_context (LIBVIRT_JOB (self), domain_job_get_core (self)->context);
  return self;
}

/* Under the lock. Of several one alone goes on. */
static LibvirtDomainJob *
find_job (LibvirtCore *core,
          LibvirtDomain *domain,
          const char *disk)
{
  for (guint i = 0; core->jobs != NULL && i < core->jobs->len; i++)
    {
      LibvirtDomainJob *job = g_ptr_array_index (core->jobs, i);

      if (job->domain == domain && g_strcmp0 (job->disk, disk) == 0 && !job->is_over &&
          !libvirt_job_has_ended (LIBVIRT_JOB (job)))
        return job;
    }

  return NULL;
}

/* Under the lock. */
static LibvirtDomainJob *
find_operation (LibvirtCore *core,
                LibvirtDomain *domain,
                int operation)
{
  for (guint i = 0; core->jobs != NULL && i < core->jobs->len; i++)
    {
      LibvirtDomainJob *job = g_ptr_array_index (core->jobs, i);

      if (job->domain == domain && job->disk == NULL && job->operation == operation)
        return job;
    }

  return NULL;
}

/* Whether a call may have failed because of other work, or before it began its own. */
static gboolean
has_not_begun (const GError *error)
{
  return g_error_matches (error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_TIMEOUT) ||
         g_error_matches (error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_INVALID) ||
         g_error_matches (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG);
}

static void
tell_end (LibvirtDomain *domain,
          LibvirtDomainJobOperation operation,
          const GError *error)
{
  LibvirtCore *core = libvirt_core_of (domain);
  LibvirtDomainJob *job;

  if (has_not_begun (error))
    return;

  g_mutex_lock (&core->lock);
  job = find_operation (core, domain, operation);
  if (job != NULL)
    g_object_ref (job);
  g_mutex_unlock (&core->lock);

  if (job == NULL)
    return;
  domain_job_end_as (job, error);
  libvirt_emitter_let_go (core->emitter, job, g_object_unref);
}

gboolean
libvirt_domain_job_end_call (LibvirtDomain *domain,
                             LibvirtDomainJobOperation operation,
                             GError *call_error,
                             GError **error)
{
  gboolean is_done = call_error == NULL;

  tell_end (domain, operation, call_error);
  if (!is_done)
    g_propagate_error (error, call_error);

  return is_done;
}

/* Under the lock. */
static void
add_job (LibvirtCore *core,
         LibvirtDomainJob *job)
{
  if (core->jobs == NULL)
    core->jobs = g_ptr_array_new ();
  g_ptr_array_add (core->jobs, g_object_ref (job));
  core->job_tick.interval = POLL_MS;
  core->job_tick.run = on_tick;
  libvirt_ticker_add (core->ticker, &core->job_tick);
}

/* Of one that ends meanwhile, the handlers may have been taken away before they were there. */
static void
domain_job_listen_while_listed (LibvirtDomainJob *self)
{
  LibvirtCore *core = domain_job_get_core (self);
  gboolean is_listed;

  domain_job_listen (self);
  g_mutex_lock (&core->lock);
  is_listed = g_ptr_array_find (core->jobs, self, NULL);
  g_mutex_unlock (&core->lock);

  if (!is_listed)
    libvirt_emitter_let_go (core->emitter, g_object_ref (self), domain_job_leave);
}

/* How it ended is asked for at once: libvirt tells it of the last job alone. */
static void
domain_job_pass (LibvirtDomainJob *self,
                 virDomainPtr native)
{
  domain_job_settle (self, native);
  libvirt_emitter_let_go (domain_job_get_core (self)->emitter, self, g_object_unref);
}

/* Adds @job, which is taken over, unless it is there already. The one that is listed. @now is NULL for
 * work on a disk. */
static LibvirtDomainJob *
list_job (LibvirtDomainJob *job,
          virDomainPtr native,
          const Sighting *now)
{
  LibvirtCore *core = domain_job_get_core (job);
  LibvirtDomainJob *listed;
  gboolean is_new;

  g_mutex_lock (&core->lock);
  listed = find_job (core, job->domain, job->disk);
  if (listed != NULL)
    {
      g_object_ref (listed);
      listed->is_over = now != NULL && domain_job_is_followed (listed, now);
    }
  is_new = listed == NULL || listed->is_over;
  if (is_new)
    add_job (core, job);
  g_mutex_unlock (&core->lock);

  if (!is_new)
    {
      g_object_unref (job);
      return listed;
    }

  domain_job_listen_while_listed (job);
  if (listed != NULL)
    domain_job_pass (listed, native);
  return job;
}

/**
 * libvirt_domain_get_job:
 * @self: a running domain
 * @error: return location for a #GError
 *
 * Asks whether there is a job on the domain as a whole, by whom ever it was begun, and gets what
 * follows it from now on (blocks for the question). As long as it lasts that is the same object for
 * everybody. The call that began it, of this program maybe, still waits for its end; so it is to be
 * asked for from another thread, or after an asynchronous call.
 *
 * How a dump to a file ended, libvirt tells only who began it. One of another program that is not
 * there any more counts as completed.
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_INVALID if the domain does not run, and with
 * %LIBVIRT_ERROR_NO_SUPPORT on hypervisors that have no such jobs. Calls virDomainGetJobStats().
 *
 * Returns: (transfer full) (nullable): the job; %NULL if there is none, and also on failure: then
 *   @error is set
 *
 * Since: 1.0
 */
LibvirtDomainJob *
libvirt_domain_get_job (LibvirtDomain *self,
                        GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  LibvirtDomainJob *job = NULL;
  virTypedParameterPtr params = NULL;
  gint64 asked_at = g_get_monotonic_time ();
  int n_params = 0;
  int type = VIR_DOMAIN_JOB_NONE;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL ||
      !libvirt_check (virDomainGetJobStats (handle->domain, &type, &params, &n_params, 0), error))
    return NULL;

  if (type != VIR_DOMAIN_JOB_NONE)
    {
      Sighting now = see_stats (asked_at, params, n_params);

      job = domain_job_new (self, NULL, now.operation);
      domain_job_take_stats (job, params, n_params);
      job = list_job (job, handle->domain, &now);
    }
  virTypedParamsFree (params, n_params);

  return job;
}

/**
 * libvirt_domain_get_block_job:
 * @self: a running domain
 * @disk: one of its disks, by the name of its target, such as `vda`
 * @error: return location for a #GError
 *
 * Asks whether a disk is copied, pulled, committed or rebased, by whom ever, and gets what follows
 * that from now on (blocks for the question). A copy that has caught up is
 * %LIBVIRT_JOB_PHASE_READY: libvirt_domain_block_job_abort() makes the guest change over to it.
 *
 * Calls virDomainGetBlockJobInfo().
 *
 * Returns: (transfer full) (nullable): the work on the disk, one object for everybody; %NULL if
 *   there is none, and also on failure: then @error is set
 *
 * Since: 1.0
 */
LibvirtDomainJob *
libvirt_domain_get_block_job (LibvirtDomain *self,
                              const char *disk,
                              GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  virDomainBlockJobInfo info;
  LibvirtDomainJob *job;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (disk != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL ||
      !libvirt_check_boolean (virDomainGetBlockJobInfo (handle->domain, disk, &info, 0), error))
    return NULL;

  job = domain_job_new (self, disk, LIBVIRT_DOMAIN_JOB_OPERATION_UNKNOWN);
  domain_job_take_block_info (job, &info);
  return list_job (job, handle->domain, NULL);
}
