/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-types.h>

G_BEGIN_DECLS

/**
 * LibvirtDomainBlockJobType:
 * @LIBVIRT_DOMAIN_BLOCK_JOB_TYPE_UNKNOWN: work of a kind that libvirt cannot tell
 * @LIBVIRT_DOMAIN_BLOCK_JOB_TYPE_PULL: data of the backing files is drawn into the image in use;
 *   ends by itself
 * @LIBVIRT_DOMAIN_BLOCK_JOB_TYPE_COPY: the disk is mirrored to another image, until the job is
 *   ended or the guest moved over
 * @LIBVIRT_DOMAIN_BLOCK_JOB_TYPE_COMMIT: data is pushed down from an overlay into its backing file;
 *   ends by itself
 * @LIBVIRT_DOMAIN_BLOCK_JOB_TYPE_ACTIVE_COMMIT: data is pushed down from the image in use, and kept
 *   equal until the job is ended
 * @LIBVIRT_DOMAIN_BLOCK_JOB_TYPE_BACKUP: the disk's content at one moment is copied out, by
 *   libvirt_domain_backup_begin()
 *
 * What kind of work is done on a disk: a field of #LibvirtDomainBlockJobInfo and an argument of
 * #LibvirtDomain::event-block-job and #LibvirtDomain::event-block-job-2.
 *
 * Mirrors virDomainBlockJobType.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_BLOCK_JOB_TYPE_UNKNOWN = 0,
  LIBVIRT_DOMAIN_BLOCK_JOB_TYPE_PULL = 1,
  LIBVIRT_DOMAIN_BLOCK_JOB_TYPE_COPY = 2,
  LIBVIRT_DOMAIN_BLOCK_JOB_TYPE_COMMIT = 3,
  LIBVIRT_DOMAIN_BLOCK_JOB_TYPE_ACTIVE_COMMIT = 4,
  LIBVIRT_DOMAIN_BLOCK_JOB_TYPE_BACKUP = 5,
} LibvirtDomainBlockJobType;

/**
 * LibvirtDomainBlockJobInfoFlags:
 * @LIBVIRT_DOMAIN_BLOCK_JOB_INFO_FLAGS_NONE: whole MiB/s, rounded up
 * @LIBVIRT_DOMAIN_BLOCK_JOB_INFO_FLAGS_BANDWIDTH_BYTES: bytes per second, without rounding
 *
 * In which unit libvirt_domain_get_block_job_info() tells the speed limit.
 *
 * Mirrors virDomainBlockJobInfoFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_BLOCK_JOB_INFO_FLAGS_NONE = 0,
  LIBVIRT_DOMAIN_BLOCK_JOB_INFO_FLAGS_BANDWIDTH_BYTES = 1 << 0,
} LibvirtDomainBlockJobInfoFlags;

/**
 * LibvirtDomainBlockJobSetSpeedFlags:
 * @LIBVIRT_DOMAIN_BLOCK_JOB_SET_SPEED_FLAGS_NONE: MiB/s, as a whole number
 * @LIBVIRT_DOMAIN_BLOCK_JOB_SET_SPEED_FLAGS_BANDWIDTH_BYTES: bytes per second, for limits finer
 *   than a MiB
 *
 * In which unit libvirt_domain_block_job_set_speed() is given the limit.
 *
 * Mirrors virDomainBlockJobSetSpeedFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_BLOCK_JOB_SET_SPEED_FLAGS_NONE = 0,
  LIBVIRT_DOMAIN_BLOCK_JOB_SET_SPEED_FLAGS_BANDWIDTH_BYTES = 1 << 0,
} LibvirtDomainBlockJobSetSpeedFlags;

/**
 * LibvirtDomainBlockJobAbortFlags:
 * @LIBVIRT_DOMAIN_BLOCK_JOB_ABORT_FLAGS_NONE: cancel it and wait until the disk is free; the guest
 *   stays on its present image
 * @LIBVIRT_DOMAIN_BLOCK_JOB_ABORT_FLAGS_ASYNC: only send the request;
 *   #LibvirtDomain::event-block-job-2 tells when it is done
 * @LIBVIRT_DOMAIN_BLOCK_JOB_ABORT_FLAGS_PIVOT: finish it: the guest moves over to the copy, or to
 *   the image committed into
 *
 * How libvirt_domain_block_job_abort() ends the work on a disk.
 *
 * Mirrors virDomainBlockJobAbortFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_BLOCK_JOB_ABORT_FLAGS_NONE = 0,
  LIBVIRT_DOMAIN_BLOCK_JOB_ABORT_FLAGS_ASYNC = 1 << 0,
  LIBVIRT_DOMAIN_BLOCK_JOB_ABORT_FLAGS_PIVOT = 1 << 1,
} LibvirtDomainBlockJobAbortFlags;

/**
 * LibvirtDomainBlockPullFlags:
 * @LIBVIRT_DOMAIN_BLOCK_PULL_FLAGS_NONE: the speed limit is in MiB/s for the pull
 * @LIBVIRT_DOMAIN_BLOCK_PULL_FLAGS_BANDWIDTH_BYTES: the speed limit is in bytes/s for the pull
 *
 * How libvirt_domain_block_pull() reads its arguments.
 *
 * Mirrors virDomainBlockPullFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_BLOCK_PULL_FLAGS_NONE = 0,
  LIBVIRT_DOMAIN_BLOCK_PULL_FLAGS_BANDWIDTH_BYTES = 1 << 6,
} LibvirtDomainBlockPullFlags;

/**
 * LibvirtDomainBlockRebaseFlags:
 * @LIBVIRT_DOMAIN_BLOCK_REBASE_FLAGS_NONE: pull data into the image in use, from all layers above
 *   the base
 * @LIBVIRT_DOMAIN_BLOCK_REBASE_FLAGS_SHALLOW: mirror the top layer only, the target refers to the
 *   same backing file
 * @LIBVIRT_DOMAIN_BLOCK_REBASE_FLAGS_REUSE_EXT: mirror into a file that exists already with the
 *   right size and format
 * @LIBVIRT_DOMAIN_BLOCK_REBASE_FLAGS_COPY_RAW: make the mirror a raw image, whatever the source is
 * @LIBVIRT_DOMAIN_BLOCK_REBASE_FLAGS_COPY: mirror instead of pulling
 * @LIBVIRT_DOMAIN_BLOCK_REBASE_FLAGS_RELATIVE: keep names of backing files relative in the result
 * @LIBVIRT_DOMAIN_BLOCK_REBASE_FLAGS_COPY_DEV: take the target's path for a block device, not a
 *   file
 * @LIBVIRT_DOMAIN_BLOCK_REBASE_FLAGS_BANDWIDTH_BYTES: the speed limit is in bytes/s for this job,
 *   not in MiB/s
 *
 * What libvirt_domain_block_rebase() does with a disk: a pull up to a base image or, with
 * %LIBVIRT_DOMAIN_BLOCK_REBASE_FLAGS_COPY, a mirror that libvirt_domain_block_copy() makes with
 * more choice.
 *
 * Mirrors virDomainBlockRebaseFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_BLOCK_REBASE_FLAGS_NONE = 0,
  LIBVIRT_DOMAIN_BLOCK_REBASE_FLAGS_SHALLOW = 1 << 0,
  LIBVIRT_DOMAIN_BLOCK_REBASE_FLAGS_REUSE_EXT = 1 << 1,
  LIBVIRT_DOMAIN_BLOCK_REBASE_FLAGS_COPY_RAW = 1 << 2,
  LIBVIRT_DOMAIN_BLOCK_REBASE_FLAGS_COPY = 1 << 3,
  LIBVIRT_DOMAIN_BLOCK_REBASE_FLAGS_RELATIVE = 1 << 4,
  LIBVIRT_DOMAIN_BLOCK_REBASE_FLAGS_COPY_DEV = 1 << 5,
  LIBVIRT_DOMAIN_BLOCK_REBASE_FLAGS_BANDWIDTH_BYTES = 1 << 6,
} LibvirtDomainBlockRebaseFlags;

/**
 * LibvirtDomainBlockCopyFlags:
 * @LIBVIRT_DOMAIN_BLOCK_COPY_FLAGS_NONE: copy all layers into a new image
 * @LIBVIRT_DOMAIN_BLOCK_COPY_FLAGS_SHALLOW: copy the top layer only, and let the copy use the same
 *   backing files
 * @LIBVIRT_DOMAIN_BLOCK_COPY_FLAGS_REUSE_EXT: copy into an image that was prepared by the caller
 * @LIBVIRT_DOMAIN_BLOCK_COPY_FLAGS_TRANSIENT_JOB: accept a job that is lost when the guest or the
 *   daemon stops
 * @LIBVIRT_DOMAIN_BLOCK_COPY_FLAGS_SYNCHRONOUS_WRITES: make each write of the guest reach the copy
 *   as well, so that both are sure to become equal
 * @LIBVIRT_DOMAIN_BLOCK_COPY_FLAGS_TARGET_ZEROED: trust that the target reads as zeros, and skip
 *   clearing it; needs libvirt 12.2
 *
 * How libvirt_domain_block_copy() mirrors a disk.
 *
 * Mirrors virDomainBlockCopyFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_BLOCK_COPY_FLAGS_NONE = 0,
  LIBVIRT_DOMAIN_BLOCK_COPY_FLAGS_SHALLOW = 1 << 0,
  LIBVIRT_DOMAIN_BLOCK_COPY_FLAGS_REUSE_EXT = 1 << 1,
  LIBVIRT_DOMAIN_BLOCK_COPY_FLAGS_TRANSIENT_JOB = 1 << 2,
  LIBVIRT_DOMAIN_BLOCK_COPY_FLAGS_SYNCHRONOUS_WRITES = 1 << 3,
  LIBVIRT_DOMAIN_BLOCK_COPY_FLAGS_TARGET_ZEROED = 1 << 4,
} LibvirtDomainBlockCopyFlags;

/**
 * LibvirtDomainBlockCommitFlags:
 * @LIBVIRT_DOMAIN_BLOCK_COMMIT_FLAGS_NONE: commit layers below the one in use, and leave the files
 *   that are no longer needed
 * @LIBVIRT_DOMAIN_BLOCK_COMMIT_FLAGS_SHALLOW: commit into the next lower layer if no base is named,
 *   rather than into the lowest
 * @LIBVIRT_DOMAIN_BLOCK_COMMIT_FLAGS_DELETE: delete the files whose data went down
 * @LIBVIRT_DOMAIN_BLOCK_COMMIT_FLAGS_ACTIVE: allow the image in use on top; the job then waits to
 *   be ended with a pivot
 * @LIBVIRT_DOMAIN_BLOCK_COMMIT_FLAGS_RELATIVE: write the names of backing files as relative ones
 * @LIBVIRT_DOMAIN_BLOCK_COMMIT_FLAGS_BANDWIDTH_BYTES: the speed limit is in bytes/s for the commit,
 *   not in MiB/s
 *
 * How libvirt_domain_block_commit() pushes data down a chain of images.
 *
 * Mirrors virDomainBlockCommitFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_BLOCK_COMMIT_FLAGS_NONE = 0,
  LIBVIRT_DOMAIN_BLOCK_COMMIT_FLAGS_SHALLOW = 1 << 0,
  LIBVIRT_DOMAIN_BLOCK_COMMIT_FLAGS_DELETE = 1 << 1,
  LIBVIRT_DOMAIN_BLOCK_COMMIT_FLAGS_ACTIVE = 1 << 2,
  LIBVIRT_DOMAIN_BLOCK_COMMIT_FLAGS_RELATIVE = 1 << 3,
  LIBVIRT_DOMAIN_BLOCK_COMMIT_FLAGS_BANDWIDTH_BYTES = 1 << 4,
} LibvirtDomainBlockCommitFlags;

/**
 * LibvirtDomainBlockResizeFlags:
 * @LIBVIRT_DOMAIN_BLOCK_RESIZE_FLAGS_NONE: in KiB; a smaller number than before cuts the disk off
 * @LIBVIRT_DOMAIN_BLOCK_RESIZE_FLAGS_BYTES: as a number of bytes
 * @LIBVIRT_DOMAIN_BLOCK_RESIZE_FLAGS_CAPACITY: as whatever the device behind a raw image holds;
 *   pass 0; needs libvirt 10.0
 * @LIBVIRT_DOMAIN_BLOCK_RESIZE_FLAGS_EXTEND: fail where the disk would become smaller; needs
 *   libvirt 12.3
 *
 * How libvirt_domain_block_resize() understands the new size of a disk.
 *
 * Mirrors virDomainBlockResizeFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_BLOCK_RESIZE_FLAGS_NONE = 0,
  LIBVIRT_DOMAIN_BLOCK_RESIZE_FLAGS_BYTES = 1 << 0,
  LIBVIRT_DOMAIN_BLOCK_RESIZE_FLAGS_CAPACITY = 1 << 1,
  LIBVIRT_DOMAIN_BLOCK_RESIZE_FLAGS_EXTEND = 1 << 2,
} LibvirtDomainBlockResizeFlags;

/**
 * LibvirtDomainDiskErrorCode:
 * @LIBVIRT_DOMAIN_DISK_ERROR_CODE_UNKNOWN: a fault that this library cannot name
 * @LIBVIRT_DOMAIN_DISK_ERROR_CODE_NONE: the disk works
 * @LIBVIRT_DOMAIN_DISK_ERROR_CODE_UNSPEC: a request failed for a cause the hypervisor does not tell
 * @LIBVIRT_DOMAIN_DISK_ERROR_CODE_NO_SPACE: the storage behind the disk is full
 *
 * What is wrong with a disk: a field of #LibvirtDomainDiskError, from
 * libvirt_domain_get_disk_errors().
 *
 * Mirrors virDomainDiskErrorCode.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_DISK_ERROR_CODE_UNKNOWN = -1,
  LIBVIRT_DOMAIN_DISK_ERROR_CODE_NONE = 0,
  LIBVIRT_DOMAIN_DISK_ERROR_CODE_UNSPEC = 1,
  LIBVIRT_DOMAIN_DISK_ERROR_CODE_NO_SPACE = 2,
} LibvirtDomainDiskErrorCode;

/**
 * LibvirtDomainBackupBeginFlags:
 * @LIBVIRT_DOMAIN_BACKUP_BEGIN_FLAGS_NONE: create the images it writes to; the backup ends when the
 *   guest powers off
 * @LIBVIRT_DOMAIN_BACKUP_BEGIN_FLAGS_REUSE_EXTERNAL: write into images that the caller made
 * @LIBVIRT_DOMAIN_BACKUP_BEGIN_FLAGS_PRESERVE_SHUTDOWN_DOMAIN: keep a guest that powers off in
 *   existence, paused, until the backup is complete; needs libvirt 11.10
 *
 * How libvirt_domain_backup_begin() prepares a backup.
 *
 * Mirrors virDomainBackupBeginFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_BACKUP_BEGIN_FLAGS_NONE = 0,
  LIBVIRT_DOMAIN_BACKUP_BEGIN_FLAGS_REUSE_EXTERNAL = 1 << 0,
  LIBVIRT_DOMAIN_BACKUP_BEGIN_FLAGS_PRESERVE_SHUTDOWN_DOMAIN = 1 << 1,
} LibvirtDomainBackupBeginFlags;

/**
 * LibvirtDomainFDAssociateFlags:
 * @LIBVIRT_DOMAIN_FD_ASSOCIATE_FLAGS_NONE: label as their use demands, and leave the label on
 *   afterwards
 * @LIBVIRT_DOMAIN_FD_ASSOCIATE_FLAGS_RESTORE: put the old label back when the files are no longer
 *   used, if that can be done
 * @LIBVIRT_DOMAIN_FD_ASSOCIATE_FLAGS_WRITABLE: label for writing, even where a read-only use is
 *   expected
 *
 * How the security driver labels the files that libvirt_domain_fd_associate() hands over.
 *
 * Mirrors virDomainFDAssociateFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_FD_ASSOCIATE_FLAGS_NONE = 0,
  LIBVIRT_DOMAIN_FD_ASSOCIATE_FLAGS_RESTORE = 1 << 0,
  LIBVIRT_DOMAIN_FD_ASSOCIATE_FLAGS_WRITABLE = 1 << 1,
} LibvirtDomainFDAssociateFlags;

G_END_DECLS
