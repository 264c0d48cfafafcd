/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "model/libvirt-job-private.h"

#include <libvirt-gobj/libvirt-enum-types.h>

#include "async/libvirt-async-private.h"
#include "runtime/libvirt-error-private.h"

/**
 * SECTION:libvirt-job
 * @title: LibvirtJob
 * @short_description: how far something is that takes its time
 *
 * What a program shows while a guest moves to another host, a disk is copied, a backup is made, or
 * a volume is filled: how much is done, how fast it goes, how long it will take, and, once, how it
 * ended. Those of a domain come from libvirt_domain_get_job() and libvirt_domain_get_block_job(),
 * whoever began them; the one of a transfer is a #LibvirtTransfer.
 *
 * Everything is told in the #GMainContext of its owner, at most 25 times a second. What a
 * hypervisor does not say of itself is asked for once a second, of all jobs of a connection
 * together.
 *
 * |[<!-- language="C" -->
 * g_autoptr (LibvirtDomainJob) job = libvirt_domain_get_job (domain, &error);
 *
 * if (job != NULL)
 *   {
 *     g_object_bind_property (job, "fraction", progress_bar, "fraction", G_BINDING_SYNC_CREATE);
 *     g_signal_connect (job, "completed", G_CALLBACK (on_completed), self);
 *   }
 * ]|
 *
 * Since: 1.0
 */

/**
 * LibvirtJob:
 *
 * What all kinds of long work have in common.
 *
 * Since: 1.0
 */

/* Between two emissions. */
#define TELL_USEC (40 * G_TIME_SPAN_MILLISECOND)

/* Between two looks at how much more is done: of shorter times the speed would jump. */
#define SAMPLE_USEC (250 * G_TIME_SPAN_MILLISECOND)

enum
{
  PROP_0,
  PROP_PHASE,
  PROP_FRACTION,
  PROP_BYTES_DONE,
  PROP_BYTES_TOTAL,
  PROP_SPEED,
  PROP_TIME_LEFT,
  N_PROPS
};

enum
{
  COMPLETED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE (LibvirtJob, libvirt_job, G_TYPE_OBJECT)

static void
libvirt_job_finalize (GObject *object)
{
  LibvirtJob *self = LIBVIRT_JOB (object);

  g_main_context_unref (self->context);
  g_clear_error (&self->error);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (libvirt_job_parent_class)->finalize (object);
}

static void
libvirt_job_get_property (GObject *object,
                          guint prop_id,
                          GValue *value,
                          GParamSpec *pspec)
{
  LibvirtJob *self = LIBVIRT_JOB (object);

  switch (prop_id)
    {
    case PROP_PHASE:
      g_value_set_enum (value, libvirt_job_get_phase (self));
      break;
    case PROP_FRACTION:
      g_value_set_double (value, libvirt_job_get_fraction (self));
      break;
    case PROP_BYTES_DONE:
      g_value_set_uint64 (value, libvirt_job_get_bytes_done (self));
      break;
    case PROP_BYTES_TOTAL:
      g_value_set_uint64 (value, libvirt_job_get_bytes_total (self));
      break;
    case PROP_SPEED:
      g_value_set_uint64 (value, libvirt_job_get_speed (self));
      break;
    case PROP_TIME_LEFT:
      g_value_set_uint64 (value, libvirt_job_get_time_left (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_amounts (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  /**
   * LibvirtJob:bytes-done: (getter get_bytes_done)
   *
   * How much has been moved by now; holes count as what they stand for. A guest that goes on
   * writing makes it grow beyond what there was at the beginning.
   *
   * Since: 1.0
   */
  props[PROP_BYTES_DONE] =
    g_param_spec_uint64 ("bytes-done", NULL, NULL, 0, G_MAXUINT64, 0, flags);

  /**
   * LibvirtJob:bytes-total: (getter get_bytes_total)
   *
   * The size of all that is to be moved, 0 as long as that is not known: the length of what comes
   * from a pipe shows at its end.
   *
   * Since: 1.0
   */
  props[PROP_BYTES_TOTAL] =
    g_param_spec_uint64 ("bytes-total", NULL, NULL, 0, G_MAXUINT64, 0, flags);

  /**
   * LibvirtJob:speed: (getter get_speed)
   *
   * How many bytes are moved in a second, as the hypervisor says or as was counted lately; 0
   * before anything was.
   *
   * Since: 1.0
   */
  props[PROP_SPEED] = g_param_spec_uint64 ("speed", NULL, NULL, 0, G_MAXUINT64, 0, flags);

  /**
   * LibvirtJob:time-left: (getter get_time_left)
   *
   * The seconds that the rest will take if it goes on like this; 0 if that cannot be told, and at
   * the end.
   *
   * Since: 1.0
   */
  props[PROP_TIME_LEFT] = g_param_spec_uint64 ("time-left", NULL, NULL, 0, G_MAXUINT64, 0, flags);
}

static void
libvirt_job_class_init (LibvirtJobClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = libvirt_job_finalize;
  object_class->get_property = libvirt_job_get_property;

  /**
   * LibvirtJob:phase: (getter get_phase)
   *
   * Whether it is under way, or how it has ended.
   *
   * Since: 1.0
   */
  props[PROP_PHASE] =
    g_param_spec_enum ("phase", NULL, NULL, LIBVIRT_TYPE_JOB_PHASE, LIBVIRT_JOB_PHASE_WAITING,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * LibvirtJob:fraction: (getter get_fraction)
   *
   * The part that is done, from 0 to 1, for a progress bar. It may go back: a guest that changes its
   * memory faster than it can be sent has more of it to send.
   *
   * Since: 1.0
   */
  props[PROP_FRACTION] =
    g_param_spec_double ("fraction", NULL, NULL, 0.0, 1.0, 0.0,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  install_amounts (object_class);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * LibvirtJob::completed:
   * @self: a job
   * @error: (nullable): why it did not end as it should, or %NULL
   *
   * Emitted once, at the end, after the last `notify`: also when the connection is lost or closed,
   * as nobody can tell any more then, with the error that says so.
   *
   * An asynchronous call that does the work itself, such as libvirt_domain_migrate_to_uri3_async() or
   * one that has a #LibvirtTransfer, calls back after this, if it was made in the #GMainContext of the
   * job's owner. Only where its cancellable is cancelled does it not wait for a hypervisor that has
   * yet to break the work off. Calls that begin work on a disk or a backup, or ask for its end, and
   * do not do it themselves, call back before.
   *
   * Since: 1.0
   */
  signals[COMPLETED] =
    g_signal_new ("completed", LIBVIRT_TYPE_JOB, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                  1, G_TYPE_ERROR);
}

static void
libvirt_job_init (LibvirtJob *self)
{
  self->context = libvirt_async_ref_owner_context ();
  g_mutex_init (&self->lock);
}

void
libvirt_job_set_context (LibvirtJob *self,
                         GMainContext *context)
{
  g_main_context_unref (self->context);
  self->context = g_main_context_ref (context);
}

/* Telling, in the owner's context */

static void
notify_if (LibvirtJob *self,
           guint prop_id,
           gboolean changed)
{
  if (changed)
    g_object_notify_by_pspec (G_OBJECT (self), props[prop_id]);
}

static gboolean
has_ended (const LibvirtJobFigures *figures)
{
  return figures->phase >= LIBVIRT_JOB_PHASE_COMPLETED;
}

static void
job_tell (LibvirtJob *self)
{
  LibvirtJobFigures old = self->told;
  LibvirtJobFigures now;

  g_mutex_lock (&self->lock);
  now = self->figures;
  self->is_telling = has_ended (&now);
  g_mutex_unlock (&self->lock);

  self->told = now;
  g_object_freeze_notify (G_OBJECT (self));
  notify_if (self, PROP_PHASE, now.phase != old.phase);
  notify_if (self, PROP_FRACTION, now.fraction != old.fraction);
  notify_if (self, PROP_BYTES_DONE, now.bytes_done != old.bytes_done);
  notify_if (self, PROP_BYTES_TOTAL, now.bytes_total != old.bytes_total);
  notify_if (self, PROP_SPEED, now.speed != old.speed);
  notify_if (self, PROP_TIME_LEFT, now.time_left != old.time_left);
  g_object_thaw_notify (G_OBJECT (self));

  if (!has_ended (&now) || self->is_end_told)
    return;
  /* The error does not change any more. */
  self->is_end_told = TRUE;
  g_signal_emit (self, signals[COMPLETED], 0, self->error);
}

static gboolean
on_due (gpointer user_data)
{
  job_tell (user_data);
  return G_SOURCE_REMOVE;
}

/* With the priority of what calls back at the end, so that it comes before. */
static void
job_tell_in_context (LibvirtJob *self)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "libvirt-gobj job");
  g_source_set_callback (source, on_due, g_object_ref (self), g_object_unref);
  g_source_attach (source, self->context);
}

static gboolean
is_in_context (LibvirtJob *self)
{
  g_autoptr (GMainContext) context = g_main_context_ref_thread_default ();

  return context == self->context && !libvirt_executor_in_worker ();
}

/* Computing, under the lock */

static void
job_compute_speed (LibvirtJob *self)
{
  LibvirtJobFigures *figures = &self->figures;
  LibvirtJobSample *sample = &self->sample;
  gint64 now = g_get_monotonic_time ();
  gint64 passed = now - sample->at;
  double rate;

  if (sample->at != 0 && passed < SAMPLE_USEC && figures->bytes_done >= sample->bytes_done)
    return;

  if (sample->at != 0 && figures->bytes_done >= sample->bytes_done)
    {
      rate = (double) (figures->bytes_done - sample->bytes_done) * G_USEC_PER_SEC / (double) passed;
      figures->speed = (guint64) (figures->speed == 0 ? rate : (rate + (double) figures->speed) / 2);
    }
  *sample = (LibvirtJobSample){ now, figures->bytes_done };
}

static void
job_compute_fraction (LibvirtJob *self)
{
  LibvirtJobFigures *figures = &self->figures;
  guint64 done = MIN (figures->bytes_done, figures->bytes_total);

  /* There may have been nothing to do. */
  if (figures->bytes_total == 0)
    figures->fraction = figures->phase == LIBVIRT_JOB_PHASE_READY ? 1 : 0;
  else
    figures->fraction = (double) done / (double) figures->bytes_total;
}

static void
job_compute_time_left (LibvirtJob *self)
{
  LibvirtJobFigures *figures = &self->figures;
  guint64 done = MIN (figures->bytes_done, figures->bytes_total);
  guint64 left = figures->bytes_total - done;

  figures->time_left = figures->speed > 0 ? left / figures->speed + (left % figures->speed > 0) : 0;
}

/* Gives the lock up. What is told in another thread is on its way by then: whoever finds the job
 * ended, and calls back in the owner's context, comes after it. */
static void
job_end_change (LibvirtJob *self,
                gboolean is_due)
{
  gint64 now = g_get_monotonic_time ();
  gboolean is_here = is_in_context (self);
  gboolean tells =
    (is_here || !self->is_telling) && (is_due || now - self->told_at >= TELL_USEC);

  if (tells)
    {
      self->is_telling = TRUE;
      /* The first step is one to be seen. */
      self->told_at = self->figures.bytes_done > 0 ? now : 0;
    }
  if (tells && !is_here)
    job_tell_in_context (self);
  g_mutex_unlock (&self->lock);

  if (tells && is_here)
    job_tell (self);
}

void
libvirt_job_update (LibvirtJob *self,
                    const LibvirtJobFigures *figures)
{
  LibvirtJobFigures old;

  g_mutex_lock (&self->lock);
  old = self->figures;
  if (!has_ended (&old))
    {
      self->figures = *figures;
      self->figures.speed = figures->speed > 0 ? figures->speed : old.speed;
      if (figures->speed == 0)
        job_compute_speed (self);
      job_compute_fraction (self);
      if (figures->time_left == 0)
        job_compute_time_left (self);
    }
  job_end_change (self, TRUE);
}

/* Gives the lock up. */
static void
job_change (LibvirtJob *self,
            guint64 bytes_done,
            gboolean is_due)
{
  if (has_ended (&self->figures))
    {
      g_mutex_unlock (&self->lock);
      return;
    }

  self->figures.bytes_done = bytes_done;
  self->figures.phase = LIBVIRT_JOB_PHASE_RUNNING;
  job_compute_speed (self);
  job_compute_fraction (self);
  job_compute_time_left (self);
  job_end_change (self, is_due);
}

void
libvirt_job_begin (LibvirtJob *self,
                   guint64 total)
{
  g_mutex_lock (&self->lock);
  self->is_counted = TRUE;
  if (!has_ended (&self->figures))
    self->figures.bytes_total = total;
  job_change (self, 0, TRUE);
}

void
libvirt_job_advance (LibvirtJob *self,
                     guint64 n_bytes)
{
  g_mutex_lock (&self->lock);
  job_change (self, self->figures.bytes_done + n_bytes, FALSE);
}

static gboolean
is_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
         g_error_matches (error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_ABORTED);
}

/* All of it has been moved. */
static void
job_complete (LibvirtJob *self)
{
  LibvirtJobFigures *figures = &self->figures;

  figures->phase = LIBVIRT_JOB_PHASE_COMPLETED;
  if (self->is_counted)
    figures->bytes_total = figures->bytes_done;
  else
    figures->bytes_done = figures->bytes_total;
  figures->fraction = 1;
}

static void
job_set_end (LibvirtJob *self,
             const GError *error)
{
  LibvirtJobFigures *figures = &self->figures;

  if (error == NULL)
    job_complete (self);
  else
    figures->phase = is_cancelled (error) ? LIBVIRT_JOB_PHASE_CANCELLED : LIBVIRT_JOB_PHASE_FAILED;
  figures->time_left = 0;
  self->error = error != NULL ? g_error_copy (error) : NULL;
}

void
libvirt_job_end (LibvirtJob *self,
                 const GError *error)
{
  g_mutex_lock (&self->lock);
  if (!has_ended (&self->figures))
    job_set_end (self, error);
  job_end_change (self, TRUE);
}

gboolean
libvirt_job_has_ended (LibvirtJob *self)
{
  return libvirt_job_get_phase (self) >= LIBVIRT_JOB_PHASE_COMPLETED;
}

static LibvirtJobFigures
job_get_figures (LibvirtJob *self)
{
  LibvirtJobFigures figures;

  g_mutex_lock (&self->lock);
  figures = self->figures;
  g_mutex_unlock (&self->lock);

  return figures;
}

/**
 * libvirt_job_get_phase:
 * @self: a job
 *
 * Gets the value of #LibvirtJob:phase. Like the other figures it is as new as can be: ahead of the
 * last `notify`, maybe.
 *
 * Returns: whether it goes on, waits, or is over, and how that came
 *
 * Since: 1.0
 */
LibvirtJobPhase
libvirt_job_get_phase (LibvirtJob *self)
{
  g_return_val_if_fail (LIBVIRT_IS_JOB (self), LIBVIRT_JOB_PHASE_WAITING);

  return job_get_figures (self).phase;
}

/**
 * libvirt_job_get_fraction:
 * @self: a job
 *
 * Gets the value of #LibvirtJob:fraction. It is 0 while the total is not known.
 *
 * Returns: a number that does not go beyond 1
 *
 * Since: 1.0
 */
double
libvirt_job_get_fraction (LibvirtJob *self)
{
  g_return_val_if_fail (LIBVIRT_IS_JOB (self), 0);

  return job_get_figures (self).fraction;
}

/**
 * libvirt_job_get_bytes_done:
 * @self: a job
 *
 * Gets the value of #LibvirtJob:bytes-done, from any thread.
 *
 * Returns: a number of bytes
 *
 * Since: 1.0
 */
guint64
libvirt_job_get_bytes_done (LibvirtJob *self)
{
  g_return_val_if_fail (LIBVIRT_IS_JOB (self), 0);

  return job_get_figures (self).bytes_done;
}

/**
 * libvirt_job_get_bytes_total:
 * @self: a job that has begun
 *
 * Gets the value of #LibvirtJob:bytes-total.
 *
 * Returns: what #LibvirtJob:bytes-done is expected to be in the end, or 0
 *
 * Since: 1.0
 */
guint64
libvirt_job_get_bytes_total (LibvirtJob *self)
{
  g_return_val_if_fail (LIBVIRT_IS_JOB (self), 0);

  return job_get_figures (self).bytes_total;
}

/**
 * libvirt_job_get_speed:
 * @self: a job that is running
 *
 * Gets the value of #LibvirtJob:speed.
 *
 * Returns: bytes in a second, or 0
 *
 * Since: 1.0
 */
guint64
libvirt_job_get_speed (LibvirtJob *self)
{
  g_return_val_if_fail (LIBVIRT_IS_JOB (self), 0);

  return job_get_figures (self).speed;
}

/**
 * libvirt_job_get_time_left:
 * @self: a job that is running
 *
 * Gets the value of #LibvirtJob:time-left.
 *
 * Returns: seconds from now to the end, or 0 if nobody knows
 *
 * Since: 1.0
 */
guint64
libvirt_job_get_time_left (LibvirtJob *self)
{
  g_return_val_if_fail (LIBVIRT_IS_JOB (self), 0);

  return job_get_figures (self).time_left;
}

/**
 * libvirt_job_cancel:
 * @self: a job
 *
 * Asks for its end as soon as possible, from any thread, and does not wait for it.
 * #LibvirtJob::completed tells when it has come: with %LIBVIRT_ERROR_OPERATION_ABORTED for work that
 * the hypervisor broke off, with %G_IO_ERROR_CANCELLED for transfers. What cannot be broken off
 * any more goes on, and what has ended stays as it is.
 *
 * Calls virDomainAbortJob(), virDomainBlockJobAbort().
 *
 * Since: 1.0
 */
void
libvirt_job_cancel (LibvirtJob *self)
{
  g_return_if_fail (LIBVIRT_IS_JOB (self));

  G_TYPE_INSTANCE_GET_CLASS (self, LIBVIRT_TYPE_JOB, LibvirtJobClass)->details->cancel (self);
}
