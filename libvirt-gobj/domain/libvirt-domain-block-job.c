/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "domain/libvirt-domain-block-job.h"

#include "domain/libvirt-domain-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"

/**
 * SECTION:libvirt-domain-block-job
 * @title: Work on disks
 * @short_description: copying, merging and flattening images while a guest uses them
 *
 * A disk may be a chain of images: the guest writes to the last one, the active image, and what is
 * not there is read from its backing file, and so on down to the base. Such chains come from
 * snapshots and from images made for many guests. These functions start work that changes them
 * while the guest goes on:
 *
 * - libvirt_domain_block_pull() takes all data up into the active image, which then stands alone;
 *   libvirt_domain_block_rebase() stops at some image further down.
 * - libvirt_domain_block_commit() does the opposite, and writes what was changed down into a
 *   backing file.
 * - libvirt_domain_block_copy() copies the whole disk to another place.
 *
 * Each returns as soon as the work has begun. One job at a time is done on a disk.
 * libvirt_domain_get_block_job_info() tells how far it is, and #LibvirtDomain::event-block-job-2
 * that it has ended. A copy, or a commit of the active image, does not end by itself: when it has
 * caught up with the guest, the signal says %LIBVIRT_CONNECT_DOMAIN_EVENT_BLOCK_JOB_STATUS_READY,
 * and from then on all that the guest writes goes to both places. libvirt_domain_block_job_abort()
 * then decides which of them the guest goes on with:
 *
 * |[<!-- language="C" -->
 * static void
 * on_block_job (LibvirtDomain *domain, const char *disk, LibvirtDomainBlockJobType type,
 *               LibvirtConnectDomainEventBlockJobStatus status, gpointer user_data)
 * {
 *   if (status == LIBVIRT_CONNECT_DOMAIN_EVENT_BLOCK_JOB_STATUS_READY)
 *     libvirt_domain_block_job_abort_async (domain, disk,
 *                                           LIBVIRT_DOMAIN_BLOCK_JOB_ABORT_FLAGS_PIVOT,
 *                                           NULL, on_moved, NULL);
 * }
 * ]|
 *
 * A disk is named by its target, or by the path of its source; an image of its chain by its path,
 * or by the target with the index that the description of the running domain gives it, such as
 * "vda[2]". These calls fail with %LIBVIRT_ERROR_OPERATION_INVALID if the domain does not run,
 * with %LIBVIRT_ERROR_INVALID_ARG if it has no such disk or image, and if there is a job on the disk
 * already with %LIBVIRT_ERROR_BLOCK_COPY_ACTIVE or, if that is a pull, with
 * %LIBVIRT_ERROR_OPERATION_UNSUPPORTED.
 *
 * Since: 1.0
 */

G_DEFINE_BOXED_TYPE (LibvirtDomainBlockJobInfo,
                     libvirt_domain_block_job_info,
                     libvirt_domain_block_job_info_copy,
                     libvirt_domain_block_job_info_free)

/**
 * libvirt_domain_block_job_info_new: (constructor)
 *
 * Makes a #LibvirtDomainBlockJobInfo of no work, for languages that build their own; the state of
 * real work comes from libvirt_domain_get_block_job_info().
 *
 * Returns: (transfer full): one of unknown type, at its beginning
 *
 * Since: 1.0
 */
LibvirtDomainBlockJobInfo *
libvirt_domain_block_job_info_new (void)
{
  return g_new0 (LibvirtDomainBlockJobInfo, 1);
}

/**
 * libvirt_domain_block_job_info_copy:
 * @self: the state of some work
 *
 * Copies what libvirt_domain_get_block_job_info() returned.
 *
 * Returns: (transfer full): the same state
 *
 * Since: 1.0
 */
LibvirtDomainBlockJobInfo *
libvirt_domain_block_job_info_copy (const LibvirtDomainBlockJobInfo *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_memdup2 (self, sizeof *self);
}

/**
 * libvirt_domain_block_job_info_free: (skip)
 * @self: the state of some work
 *
 * Frees what libvirt_domain_get_block_job_info() or libvirt_domain_block_job_info_copy() returned.
 *
 * Since: 1.0
 */
void
libvirt_domain_block_job_info_free (LibvirtDomainBlockJobInfo *self)
{
  g_free (self);
}

/**
 * libvirt_domain_block_pull:
 * @self: a running domain
 * @disk: the disk that shall no longer depend on backing files
 * @bandwidth: how fast at most, in MiB/s if @flags do not say otherwise; 0 for no limit
 * @flags: the unit of @bandwidth
 * @error: return location for a #GError
 *
 * Begins to take the data of all backing files up into the active image (blocks until the work has
 * begun). It ends by itself. If it is cancelled on the way, nothing is lost, and another pull goes
 * on from there.
 *
 * A call that is cancelled may still have its effect. Calls virDomainBlockPull().
 *
 * Returns: %TRUE if the work has begun
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_block_pull (LibvirtDomain *self,
                           const char *disk,
                           guint64 bandwidth,
                           LibvirtDomainBlockPullFlags flags,
                           GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (disk != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!libvirt_check_long (bandwidth, error))
    return FALSE;

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainBlockPull (handle->domain, disk, bandwidth, flags), error);
}

/**
 * libvirt_domain_block_rebase:
 * @self: a running domain
 * @disk: the disk whose chain is to become shorter
 * @base: (nullable): the image of the chain that stays below the active one, %NULL for none; for a
 *   copy the path of the file to make
 * @bandwidth: the limit to its speed, in MiB/s or as @flags say; 0 for none
 * @flags: what is done: a pull as long as they do not ask for a copy
 * @error: return location for a #GError
 *
 * Begins to take data up into the active image, from all images above @base (blocks until the work
 * has begun). That it can also make a copy has historical reasons: libvirt_domain_block_copy() can
 * do more.
 *
 * A call that is cancelled may still have its effect. Calls virDomainBlockRebase().
 *
 * Returns: %TRUE if the pull or copy has begun
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_block_rebase (LibvirtDomain *self,
                             const char *disk,
                             const char *base,
                             guint64 bandwidth,
                             LibvirtDomainBlockRebaseFlags flags,
                             GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (disk != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!libvirt_check_long (bandwidth, error))
    return FALSE;

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainBlockRebase (handle->domain, disk, base, bandwidth, flags), error);
}

/**
 * libvirt_domain_block_commit:
 * @self: a running domain
 * @disk: the disk whose images are to be merged
 * @base: (nullable): the image to write to, %NULL for the last one of the chain, or the next one
 *   with %LIBVIRT_DOMAIN_BLOCK_COMMIT_FLAGS_SHALLOW
 * @top: (nullable): the uppermost image whose data goes down, %NULL for the active one
 * @bandwidth: as many MiB/s at most, or bytes/s if @flags say so; 0 for as fast as it can
 * @flags: whether the active image may go down, too, and what becomes of files that are no longer
 *   needed
 * @error: return location for a #GError
 *
 * Begins to write what was changed since some snapshot down into the image below (blocks until the
 * work has begun). Afterwards the images from @top to above @base are not part of the chain any
 * more, and must not be used: their content changes meaning as soon as the work begins, also if it
 * is cancelled.
 *
 * Without %LIBVIRT_DOMAIN_BLOCK_COMMIT_FLAGS_ACTIVE the active image cannot be @top. With it, the
 * job waits for libvirt_domain_block_job_abort() once both images have the same content. Fails with
 * %LIBVIRT_ERROR_INVALID_ARG if the chain has no image below @top. A call that is cancelled may
 * still have its effect. Calls virDomainBlockCommit().
 *
 * Returns: %TRUE if the merging has begun
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_block_commit (LibvirtDomain *self,
                             const char *disk,
                             const char *base,
                             const char *top,
                             guint64 bandwidth,
                             LibvirtDomainBlockCommitFlags flags,
                             GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (disk != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!libvirt_check_long (bandwidth, error))
    return FALSE;

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainBlockCommit (handle->domain, disk, base, top, bandwidth, flags),
                        error);
}

/**
 * libvirt_domain_block_copy:
 * @self: a running domain
 * @disk: the disk that is to be in two places
 * @destxml: where to: a disk element with source and driver, of which the latter should name the
 *   format
 * @params: (nullable): how fast and how finely, as `a{sv}` with
 *   %LIBVIRT_DOMAIN_BLOCK_COPY_BANDWIDTH in bytes/s, %LIBVIRT_DOMAIN_BLOCK_COPY_BUF_SIZE and
 *   %LIBVIRT_DOMAIN_BLOCK_COPY_GRANULARITY; %NULL leaves it to the hypervisor
 * @flags: what of the chain is copied, and whether there is a file to copy to
 * @error: return location for a #GError
 *
 * Begins to copy a disk to another image, which may be on other storage (blocks until the work has
 * begun). Once the copy has all that the disk has, it is kept equal to it until
 * libvirt_domain_block_job_abort() makes the guest change over to it, or lets it go as a copy of
 * that moment.
 *
 * Hypervisors may refuse it for a persistent domain without
 * %LIBVIRT_DOMAIN_BLOCK_COPY_FLAGS_TRANSIENT_JOB, and as long as it lasts the domain cannot be
 * saved. A call that is cancelled may still have its effect. Calls virDomainBlockCopy().
 *
 * Returns: %TRUE if the copying has begun
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_block_copy (LibvirtDomain *self,
                           const char *disk,
                           const char *destxml,
                           GVariant *params,
                           LibvirtDomainBlockCopyFlags flags,
                           GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  virTypedParameterPtr native = NULL;
  int n_native = 0;
  gboolean done;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (disk != NULL, FALSE);
  g_return_val_if_fail (destxml != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!libvirt_typed_params_from_variant (params, "DOMAIN_BLOCK_COPY_", &native, &n_native, error))
    return FALSE;

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  done = handle != NULL &&
         libvirt_check (virDomainBlockCopy (handle->domain, disk, destxml, native, n_native, flags),
                        error);
  virTypedParamsFree (native, n_native);

  return done;
}

/**
 * libvirt_domain_block_job_abort:
 * @self: a running domain
 * @disk: the disk that is worked on
 * @flags: which image the guest goes on with, and whether to wait for the end
 * @error: return location for a #GError
 *
 * Ends the work on a disk (blocks until it has ended). A pull or a commit is broken off. Of a copy,
 * or of a commit of the active image, the guest goes on with the image it had, or with
 * %LIBVIRT_DOMAIN_BLOCK_JOB_ABORT_FLAGS_PIVOT with the other one.
 *
 * Fails with %LIBVIRT_ERROR_BLOCK_COPY_ACTIVE if the guest shall change over to an image that has
 * not caught up yet, and with %LIBVIRT_ERROR_INVALID_ARG if nothing is done to the disk. A call
 * that is cancelled may still have its effect. Calls virDomainBlockJobAbort().
 *
 * Returns: %TRUE if the work has ended, or is about to with
 *   %LIBVIRT_DOMAIN_BLOCK_JOB_ABORT_FLAGS_ASYNC
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_block_job_abort (LibvirtDomain *self,
                                const char *disk,
                                LibvirtDomainBlockJobAbortFlags flags,
                                GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (disk != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainBlockJobAbort (handle->domain, disk, flags), error);
}

/**
 * libvirt_domain_block_job_set_speed:
 * @self: a running domain
 * @disk: the disk on which work is under way
 * @bandwidth: the new limit, in MiB/s unless @flags choose bytes/s; 0 takes it away
 * @flags: which of the two units it is
 * @error: return location for a #GError
 *
 * Makes the work on a disk slower or faster (blocks), so that it leaves something of the storage
 * to the guest.
 *
 * Fails with %LIBVIRT_ERROR_INVALID_ARG if nothing is done to the disk, and with
 * %LIBVIRT_ERROR_OVERFLOW for a limit that no machine reaches. Calls virDomainBlockJobSetSpeed().
 *
 * Returns: %TRUE if the limit was changed
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_block_job_set_speed (LibvirtDomain *self,
                                    const char *disk,
                                    guint64 bandwidth,
                                    LibvirtDomainBlockJobSetSpeedFlags flags,
                                    GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (disk != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!libvirt_check_long (bandwidth, error))
    return FALSE;

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainBlockJobSetSpeed (handle->domain, disk, bandwidth, flags), error);
}

/**
 * libvirt_domain_get_block_job_info:
 * @self: a running domain
 * @disk: the disk that may be worked on
 * @flags: whether the speed limit is wanted in MiB/s or in bytes/s
 * @error: return location for a #GError
 *
 * Asks what is done to a disk at the moment, and how far that is (blocks).
 * #LibvirtDomain::event-block-job-2 tells of the end without being asked.
 *
 * Calls virDomainGetBlockJobInfo().
 *
 * Returns: (transfer full) (nullable): the state of the work; %NULL if nothing is done to the disk,
 *   and also on failure: then @error is set
 *
 * Since: 1.0
 */
LibvirtDomainBlockJobInfo *
libvirt_domain_get_block_job_info (LibvirtDomain *self,
                                   const char *disk,
                                   LibvirtDomainBlockJobInfoFlags flags,
                                   GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  virDomainBlockJobInfo native;
  LibvirtDomainBlockJobInfo *info;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (disk != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL ||
      !libvirt_check_boolean (virDomainGetBlockJobInfo (handle->domain, disk, &native, flags),
                              error))
    return NULL;

  info = libvirt_domain_block_job_info_new ();
  info->type = libvirt_enum_known (LIBVIRT_TYPE_DOMAIN_BLOCK_JOB_TYPE, native.type);
  info->bandwidth = native.bandwidth;
  info->cur = native.cur;
  info->end = native.end;
  return info;
}
