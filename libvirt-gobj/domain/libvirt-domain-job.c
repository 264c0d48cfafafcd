/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "domain/libvirt-domain-job.h"

#include "domain/libvirt-domain-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"

/**
 * SECTION:libvirt-domain-job
 * @title: Jobs on a domain
 * @short_description: how far a migration, save, dump or backup is, and how to end it
 *
 * Work on a domain as a whole that takes its time: moving it to another host, saving it to a file,
 * dumping its memory, backing up its disks. A domain has one job at a time. It was begun by some
 * other call, which is still waiting for its end unless it was libvirt_domain_backup_begin(); here
 * is what can be done about it meanwhile, from another thread or after an asynchronous call.
 *
 * libvirt_domain_get_job() gets a #LibvirtDomainJob that follows it, by whom ever it was begun, and
 * tells of its progress and its end. Work on a single disk is another thing, and there may be some
 * on each: see libvirt_domain_get_block_job().
 *
 * The calls that ask fail with %LIBVIRT_ERROR_OPERATION_INVALID if the domain does not run.
 *
 * Since: 1.0
 */

/**
 * LibvirtDomainJob:
 *
 * A #LibvirtJob of a hypervisor: on a domain as a whole, or on one of its disks. While it lasts, its
 * connection holds it.
 *
 * Since: 1.0
 */

G_DEFINE_BOXED_TYPE (LibvirtDomainJobInfo,
                     libvirt_domain_job_info,
                     libvirt_domain_job_info_copy,
                     libvirt_domain_job_info_free)

/**
 * libvirt_domain_job_info_new: (constructor)
 *
 * Makes a #LibvirtDomainJobInfo of no job, for languages that build their own; that of a real one
 * comes from libvirt_domain_get_job_info().
 *
 * Returns: (transfer full): one without a job, all amounts 0
 *
 * Since: 1.0
 */
LibvirtDomainJobInfo *
libvirt_domain_job_info_new (void)
{
  return g_new0 (LibvirtDomainJobInfo, 1);
}

/**
 * libvirt_domain_job_info_copy:
 * @self: how far a job is
 *
 * Copies what libvirt_domain_get_job_info() returned.
 *
 * Returns: (transfer full): the same amounts
 *
 * Since: 1.0
 */
LibvirtDomainJobInfo *
libvirt_domain_job_info_copy (const LibvirtDomainJobInfo *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_memdup2 (self, sizeof *self);
}

/**
 * libvirt_domain_job_info_free: (skip)
 * @self: how far a job is
 *
 * Frees what libvirt_domain_get_job_info() or libvirt_domain_job_info_copy() returned.
 *
 * Since: 1.0
 */
void
libvirt_domain_job_info_free (LibvirtDomainJobInfo *self)
{
  g_free (self);
}

G_DEFINE_BOXED_TYPE (LibvirtDomainControlInfo,
                     libvirt_domain_control_info,
                     libvirt_domain_control_info_copy,
                     libvirt_domain_control_info_free)

/**
 * libvirt_domain_control_info_new: (constructor)
 *
 * Makes a #LibvirtDomainControlInfo of a line that works, for languages that build their own; what
 * is so in truth tells libvirt_domain_get_control_info().
 *
 * Returns: (transfer full): one that says that all is well
 *
 * Since: 1.0
 */
LibvirtDomainControlInfo *
libvirt_domain_control_info_new (void)
{
  return g_new0 (LibvirtDomainControlInfo, 1);
}

/**
 * libvirt_domain_control_info_copy:
 * @self: what became of the line to a hypervisor process
 *
 * Copies what libvirt_domain_get_control_info() returned.
 *
 * Returns: (transfer full): the same answer
 *
 * Since: 1.0
 */
LibvirtDomainControlInfo *
libvirt_domain_control_info_copy (const LibvirtDomainControlInfo *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_memdup2 (self, sizeof *self);
}

/**
 * libvirt_domain_control_info_free: (skip)
 * @self: what became of the line to a hypervisor process
 *
 * Frees what libvirt_domain_get_control_info() or libvirt_domain_control_info_copy() returned.
 *
 * Since: 1.0
 */
void
libvirt_domain_control_info_free (LibvirtDomainControlInfo *self)
{
  g_free (self);
}

static LibvirtDomainJobInfo *
job_info_from_native (const virDomainJobInfo *native)
{
  LibvirtDomainJobInfo *self = libvirt_domain_job_info_new ();

  self->type = libvirt_enum_known (LIBVIRT_TYPE_DOMAIN_JOB_TYPE, native->type);
  self->time_elapsed = native->timeElapsed;
  self->time_remaining = native->timeRemaining;
  self->data_total = native->dataTotal;
  self->data_processed = native->dataProcessed;
  self->data_remaining = native->dataRemaining;
  self->mem_total = native->memTotal;
  self->mem_processed = native->memProcessed;
  self->mem_remaining = native->memRemaining;
  self->file_total = native->fileTotal;
  self->file_processed = native->fileProcessed;
  self->file_remaining = native->fileRemaining;
  return self;
}

/**
 * libvirt_domain_get_job_info:
 * @self: a running domain
 * @error: return location for a #GError
 *
 * Asks how far the job on a domain is (blocks). If there is none, the type of the answer is
 * %LIBVIRT_DOMAIN_JOB_TYPE_NONE and all amounts are 0.
 *
 * Calls virDomainGetJobInfo().
 *
 * Returns: (transfer full): the progress, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtDomainJobInfo *
libvirt_domain_get_job_info (LibvirtDomain *self,
                             GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  virDomainJobInfo native;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL || !libvirt_check (virDomainGetJobInfo (handle->domain, &native), error))
    return NULL;

  return job_info_from_native (&native);
}

/**
 * libvirt_domain_get_job_stats:
 * @self: a domain, running unless @flags ask about the past
 * @flags: the job that is going on, or the last one that has ended, whose figures are then
 *   forgotten unless they are to be kept
 * @type: (out) (optional): whether there is or was one, and how it stands
 * @stats: (out) (optional) (transfer full): its figures, as `a{sv}`
 * @error: return location for a #GError
 *
 * Asks all that is known about the job on a domain (blocks). The keys are `LIBVIRT_DOMAIN_JOB_…`,
 * of which %LIBVIRT_DOMAIN_JOB_OPERATION tells what is done; which of the others there are depends
 * on that.
 *
 * Fails with %LIBVIRT_ERROR_NO_SUPPORT on hypervisors that have no such jobs. Calls
 * virDomainGetJobStats().
 *
 * Returns: %TRUE if the hypervisor answered
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_get_job_stats (LibvirtDomain *self,
                              LibvirtDomainGetJobStatsFlags flags,
                              LibvirtDomainJobType *type,
                              GVariant **stats,
                              GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  virTypedParameterPtr params = NULL;
  int n_params = 0;
  int native_type = 0;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL ||
      !libvirt_check (virDomainGetJobStats (handle->domain, &native_type, &params, &n_params,
                                            flags),
                      error))
    return FALSE;

  if (type != NULL)
    *type = libvirt_enum_known (LIBVIRT_TYPE_DOMAIN_JOB_TYPE, native_type);
  if (stats != NULL)
    *stats = libvirt_typed_params_to_variant (params, n_params);
  virTypedParamsFree (params, n_params);
  return TRUE;
}

/**
 * libvirt_domain_abort_job:
 * @self: a running domain
 * @error: return location for a #GError
 *
 * Asks for the job on a domain to end as soon as it can (blocks until that was asked). The call that
 * began it then fails with %LIBVIRT_ERROR_OPERATION_ABORTED, and the guest goes on where it was; a
 * migration fails now and then with what the other host says of the link that was cut. A backup
 * whose disks are read from outside is ended like this when all was read.
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_INVALID if there is no job, or one that cannot be taken back:
 * a migration in which the guest already runs on the other side. Calls virDomainAbortJob().
 *
 * Returns: %TRUE if the job is about to end
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_abort_job (LibvirtDomain *self,
                          GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  return handle != NULL && libvirt_check (virDomainAbortJob (handle->domain), error);
}

/**
 * libvirt_domain_abort_job_flags:
 * @self: a running domain
 * @flags: whether also a migration may be interrupted that cannot be taken back
 * @error: return location for a #GError
 *
 * Does what libvirt_domain_abort_job() does (blocks), or with
 * %LIBVIRT_DOMAIN_ABORT_JOB_FLAGS_VALUES_POSTCOPY holds a migration up whose guest already runs on
 * the other side. Neither of the hosts has all of the guest's memory then, until a new migration
 * with %LIBVIRT_DOMAIN_MIGRATE_FLAGS_POSTCOPY_RESUME brings it to its end.
 *
 * Calls virDomainAbortJobFlags().
 *
 * Returns: %TRUE if the job was asked to stop
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_abort_job_flags (LibvirtDomain *self,
                                LibvirtDomainAbortJobFlagsValues flags,
                                GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  return handle != NULL && libvirt_check (virDomainAbortJobFlags (handle->domain, flags), error);
}

/**
 * libvirt_domain_get_control_info:
 * @self: a running domain
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Asks whether the hypervisor process of a domain can be talked to at the moment, or is busy with a
 * job or with somebody else's call (blocks, but not for the process): the answer to why a call
 * takes so long.
 *
 * Calls virDomainGetControlInfo().
 *
 * Returns: (transfer full): the answer, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtDomainControlInfo *
libvirt_domain_get_control_info (LibvirtDomain *self,
                                 guint flags,
                                 GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  virDomainControlInfo native;
  LibvirtDomainControlInfo *info;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL ||
      !libvirt_check (virDomainGetControlInfo (handle->domain, &native, flags), error))
    return NULL;

  info = libvirt_domain_control_info_new ();
  info->state = libvirt_enum_known (LIBVIRT_TYPE_DOMAIN_CONTROL_STATE, native.state);
  info->details = libvirt_enum_known (LIBVIRT_TYPE_DOMAIN_CONTROL_ERROR_REASON, native.details);
  info->state_time = native.stateTime;
  return info;
}
