/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-types.h>

G_BEGIN_DECLS

/**
 * LibvirtDomainJobType:
 * @LIBVIRT_DOMAIN_JOB_TYPE_UNKNOWN: a condition of the job that this library cannot name
 * @LIBVIRT_DOMAIN_JOB_TYPE_NONE: nothing is going on
 * @LIBVIRT_DOMAIN_JOB_TYPE_BOUNDED: work is going on and its end can be estimated
 * @LIBVIRT_DOMAIN_JOB_TYPE_UNBOUNDED: work is going on that may never end, such as migrating a busy
 *   guest
 * @LIBVIRT_DOMAIN_JOB_TYPE_COMPLETED: the work is done
 * @LIBVIRT_DOMAIN_JOB_TYPE_FAILED: the work ended with an error
 * @LIBVIRT_DOMAIN_JOB_TYPE_CANCELLED: the work was given up on request
 *
 * Whether a domain is being worked on, as libvirt_domain_get_job_stats() and a field of
 * #LibvirtDomainJobInfo tell.
 *
 * Mirrors virDomainJobType.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_JOB_TYPE_UNKNOWN = -1,
  LIBVIRT_DOMAIN_JOB_TYPE_NONE = 0,
  LIBVIRT_DOMAIN_JOB_TYPE_BOUNDED = 1,
  LIBVIRT_DOMAIN_JOB_TYPE_UNBOUNDED = 2,
  LIBVIRT_DOMAIN_JOB_TYPE_COMPLETED = 3,
  LIBVIRT_DOMAIN_JOB_TYPE_FAILED = 4,
  LIBVIRT_DOMAIN_JOB_TYPE_CANCELLED = 5,
} LibvirtDomainJobType;

/**
 * LibvirtDomainJobOperation:
 * @LIBVIRT_DOMAIN_JOB_OPERATION_UNKNOWN: work that libvirt has not given a name
 * @LIBVIRT_DOMAIN_JOB_OPERATION_START: the guest is being brought up
 * @LIBVIRT_DOMAIN_JOB_OPERATION_SAVE: its memory is being written to a file
 * @LIBVIRT_DOMAIN_JOB_OPERATION_RESTORE: its memory is being read from a file
 * @LIBVIRT_DOMAIN_JOB_OPERATION_MIGRATION_IN: it is arriving from another host
 * @LIBVIRT_DOMAIN_JOB_OPERATION_MIGRATION_OUT: it is leaving for another host
 * @LIBVIRT_DOMAIN_JOB_OPERATION_SNAPSHOT: a snapshot of it is being taken
 * @LIBVIRT_DOMAIN_JOB_OPERATION_SNAPSHOT_REVERT: it is being set back to a snapshot
 * @LIBVIRT_DOMAIN_JOB_OPERATION_DUMP: its memory is being dumped for analysis
 * @LIBVIRT_DOMAIN_JOB_OPERATION_BACKUP: its disks are being backed up
 * @LIBVIRT_DOMAIN_JOB_OPERATION_SNAPSHOT_DELETE: a snapshot of it is being merged or removed
 *
 * What is being done in a job: the value of the key `operation` from libvirt_domain_get_job_stats()
 * and #LibvirtDomain::event-job-completed.
 *
 * Mirrors virDomainJobOperation.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_JOB_OPERATION_UNKNOWN = 0,
  LIBVIRT_DOMAIN_JOB_OPERATION_START = 1,
  LIBVIRT_DOMAIN_JOB_OPERATION_SAVE = 2,
  LIBVIRT_DOMAIN_JOB_OPERATION_RESTORE = 3,
  LIBVIRT_DOMAIN_JOB_OPERATION_MIGRATION_IN = 4,
  LIBVIRT_DOMAIN_JOB_OPERATION_MIGRATION_OUT = 5,
  LIBVIRT_DOMAIN_JOB_OPERATION_SNAPSHOT = 6,
  LIBVIRT_DOMAIN_JOB_OPERATION_SNAPSHOT_REVERT = 7,
  LIBVIRT_DOMAIN_JOB_OPERATION_DUMP = 8,
  LIBVIRT_DOMAIN_JOB_OPERATION_BACKUP = 9,
  LIBVIRT_DOMAIN_JOB_OPERATION_SNAPSHOT_DELETE = 10,
} LibvirtDomainJobOperation;

/**
 * LibvirtDomainGetJobStatsFlags:
 * @LIBVIRT_DOMAIN_GET_JOB_STATS_FLAGS_NONE: the one in progress
 * @LIBVIRT_DOMAIN_GET_JOB_STATS_FLAGS_COMPLETED: the last one that ended, whose figures can be read
 *   once
 * @LIBVIRT_DOMAIN_GET_JOB_STATS_FLAGS_KEEP_COMPLETED: leave those figures there to be read again
 *
 * Which job libvirt_domain_get_job_stats() tells about.
 *
 * Mirrors virDomainGetJobStatsFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_GET_JOB_STATS_FLAGS_NONE = 0,
  LIBVIRT_DOMAIN_GET_JOB_STATS_FLAGS_COMPLETED = 1 << 0,
  LIBVIRT_DOMAIN_GET_JOB_STATS_FLAGS_KEEP_COMPLETED = 1 << 1,
} LibvirtDomainGetJobStatsFlags;

/**
 * LibvirtDomainAbortJobFlagsValues:
 * @LIBVIRT_DOMAIN_ABORT_JOB_FLAGS_VALUES_NONE: any job but a migration that has switched to
 *   post-copy
 * @LIBVIRT_DOMAIN_ABORT_JOB_FLAGS_VALUES_POSTCOPY: also such a migration; the guest pauses until it
 *   is resumed with %LIBVIRT_DOMAIN_MIGRATE_FLAGS_POSTCOPY_RESUME
 *
 * What libvirt_domain_abort_job_flags() may interrupt.
 *
 * Mirrors virDomainAbortJobFlagsValues.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_ABORT_JOB_FLAGS_VALUES_NONE = 0,
  LIBVIRT_DOMAIN_ABORT_JOB_FLAGS_VALUES_POSTCOPY = 1 << 0,
} LibvirtDomainAbortJobFlagsValues;

/**
 * LibvirtDomainMigrateFlags:
 * @LIBVIRT_DOMAIN_MIGRATE_FLAGS_NONE: hold the guest, send its memory, and let it go on over there
 * @LIBVIRT_DOMAIN_MIGRATE_FLAGS_LIVE: let the guest run while its memory is sent, and hold it only
 *   at the end
 * @LIBVIRT_DOMAIN_MIGRATE_FLAGS_PEER2PEER: let the daemon here talk to the one over there; the
 *   program needs no connection to it
 * @LIBVIRT_DOMAIN_MIGRATE_FLAGS_TUNNELLED: send the data through the daemons' own connection;
 *   peer-to-peer migrations only
 * @LIBVIRT_DOMAIN_MIGRATE_FLAGS_PERSIST_DEST: store the definition over there
 * @LIBVIRT_DOMAIN_MIGRATE_FLAGS_UNDEFINE_SOURCE: remove the definition here, once the guest has
 *   left
 * @LIBVIRT_DOMAIN_MIGRATE_FLAGS_PAUSED: leave the guest paused over there
 * @LIBVIRT_DOMAIN_MIGRATE_FLAGS_NON_SHARED_DISK: send the disks as well, with all their layers
 * @LIBVIRT_DOMAIN_MIGRATE_FLAGS_NON_SHARED_INC: send the top layer of each disk, the layers below
 *   being there already
 * @LIBVIRT_DOMAIN_MIGRATE_FLAGS_CHANGE_PROTECTION: insist that nobody can change the definition
 *   meanwhile
 * @LIBVIRT_DOMAIN_MIGRATE_FLAGS_UNSAFE: migrate although caches of the hosts might corrupt the
 *   disks
 * @LIBVIRT_DOMAIN_MIGRATE_FLAGS_OFFLINE: send the definition only, of a guest that need not run;
 *   wants it to be stored over there
 * @LIBVIRT_DOMAIN_MIGRATE_FLAGS_COMPRESSED: send memory compressed, by the method among the
 *   parameters
 * @LIBVIRT_DOMAIN_MIGRATE_FLAGS_ABORT_ON_ERROR: give up when a disk of the guest fails on the way
 * @LIBVIRT_DOMAIN_MIGRATE_FLAGS_AUTO_CONVERGE: slow the guest down if it changes memory faster than
 *   the line can carry it
 * @LIBVIRT_DOMAIN_MIGRATE_FLAGS_RDMA_PIN_ALL: lock all of the guest's memory before a migration
 *   over RDMA
 * @LIBVIRT_DOMAIN_MIGRATE_FLAGS_POSTCOPY: allow libvirt_domain_migrate_start_post_copy(), after
 *   which memory follows the guest
 * @LIBVIRT_DOMAIN_MIGRATE_FLAGS_TLS: encrypt the stream of data with the hypervisor's certificates
 * @LIBVIRT_DOMAIN_MIGRATE_FLAGS_PARALLEL: send over several connections at once
 * @LIBVIRT_DOMAIN_MIGRATE_FLAGS_NON_SHARED_SYNCHRONOUS_WRITES: have the guest's disk writes reach
 *   both hosts, so that copying the disks is sure to end
 * @LIBVIRT_DOMAIN_MIGRATE_FLAGS_POSTCOPY_RESUME: take up a post-copy migration that broke
 * @LIBVIRT_DOMAIN_MIGRATE_FLAGS_ZEROCOPY: let the network card read from the guest's memory, saving
 *   CPU time
 *
 * How a guest moves to another host, for libvirt_domain_migrate3(),
 * libvirt_domain_migrate_to_uri3() and their older variants.
 *
 * Mirrors virDomainMigrateFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_MIGRATE_FLAGS_NONE = 0,
  LIBVIRT_DOMAIN_MIGRATE_FLAGS_LIVE = 1 << 0,
  LIBVIRT_DOMAIN_MIGRATE_FLAGS_PEER2PEER = 1 << 1,
  LIBVIRT_DOMAIN_MIGRATE_FLAGS_TUNNELLED = 1 << 2,
  LIBVIRT_DOMAIN_MIGRATE_FLAGS_PERSIST_DEST = 1 << 3,
  LIBVIRT_DOMAIN_MIGRATE_FLAGS_UNDEFINE_SOURCE = 1 << 4,
  LIBVIRT_DOMAIN_MIGRATE_FLAGS_PAUSED = 1 << 5,
  LIBVIRT_DOMAIN_MIGRATE_FLAGS_NON_SHARED_DISK = 1 << 6,
  LIBVIRT_DOMAIN_MIGRATE_FLAGS_NON_SHARED_INC = 1 << 7,
  LIBVIRT_DOMAIN_MIGRATE_FLAGS_CHANGE_PROTECTION = 1 << 8,
  LIBVIRT_DOMAIN_MIGRATE_FLAGS_UNSAFE = 1 << 9,
  LIBVIRT_DOMAIN_MIGRATE_FLAGS_OFFLINE = 1 << 10,
  LIBVIRT_DOMAIN_MIGRATE_FLAGS_COMPRESSED = 1 << 11,
  LIBVIRT_DOMAIN_MIGRATE_FLAGS_ABORT_ON_ERROR = 1 << 12,
  LIBVIRT_DOMAIN_MIGRATE_FLAGS_AUTO_CONVERGE = 1 << 13,
  LIBVIRT_DOMAIN_MIGRATE_FLAGS_RDMA_PIN_ALL = 1 << 14,
  LIBVIRT_DOMAIN_MIGRATE_FLAGS_POSTCOPY = 1 << 15,
  LIBVIRT_DOMAIN_MIGRATE_FLAGS_TLS = 1 << 16,
  LIBVIRT_DOMAIN_MIGRATE_FLAGS_PARALLEL = 1 << 17,
  LIBVIRT_DOMAIN_MIGRATE_FLAGS_NON_SHARED_SYNCHRONOUS_WRITES = 1 << 18,
  LIBVIRT_DOMAIN_MIGRATE_FLAGS_POSTCOPY_RESUME = 1 << 19,
  LIBVIRT_DOMAIN_MIGRATE_FLAGS_ZEROCOPY = 1 << 20,
} LibvirtDomainMigrateFlags;

/**
 * LibvirtDomainMigrateMaxSpeedFlags:
 * @LIBVIRT_DOMAIN_MIGRATE_MAX_SPEED_FLAGS_NONE: the one for the guest's memory before it has moved
 * @LIBVIRT_DOMAIN_MIGRATE_MAX_SPEED_FLAGS_POSTCOPY: the one for memory that follows after the guest
 *   has moved
 *
 * Which limit libvirt_domain_migrate_set_max_speed() and libvirt_domain_migrate_get_max_speed()
 * work on.
 *
 * Mirrors virDomainMigrateMaxSpeedFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_MIGRATE_MAX_SPEED_FLAGS_NONE = 0,
  LIBVIRT_DOMAIN_MIGRATE_MAX_SPEED_FLAGS_POSTCOPY = 1 << 0,
} LibvirtDomainMigrateMaxSpeedFlags;

/**
 * LibvirtDomainCoreDumpFlags:
 * @LIBVIRT_DOMAIN_CORE_DUMP_FLAGS_NONE: it is held during the dump and goes on afterwards
 * @LIBVIRT_DOMAIN_CORE_DUMP_FLAGS_CRASH: it is left in the crashed state
 * @LIBVIRT_DOMAIN_CORE_DUMP_FLAGS_LIVE: it runs during the dump, which then shows no single moment
 * @LIBVIRT_DOMAIN_CORE_DUMP_FLAGS_BYPASS_CACHE: the dump is written around the host's page cache
 * @LIBVIRT_DOMAIN_CORE_DUMP_FLAGS_RESET: it is restarted the hard way
 * @LIBVIRT_DOMAIN_CORE_DUMP_FLAGS_MEMORY_ONLY: the file holds memory and registers only, as tools
 *   for kernel dumps read it
 *
 * What happens to a guest around libvirt_domain_core_dump() and
 * libvirt_domain_core_dump_with_format().
 *
 * Mirrors virDomainCoreDumpFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_CORE_DUMP_FLAGS_NONE = 0,
  LIBVIRT_DOMAIN_CORE_DUMP_FLAGS_CRASH = 1 << 0,
  LIBVIRT_DOMAIN_CORE_DUMP_FLAGS_LIVE = 1 << 1,
  LIBVIRT_DOMAIN_CORE_DUMP_FLAGS_BYPASS_CACHE = 1 << 2,
  LIBVIRT_DOMAIN_CORE_DUMP_FLAGS_RESET = 1 << 3,
  LIBVIRT_DOMAIN_CORE_DUMP_FLAGS_MEMORY_ONLY = 1 << 4,
} LibvirtDomainCoreDumpFlags;

/**
 * LibvirtDomainCoreDumpFormat:
 * @LIBVIRT_DOMAIN_CORE_DUMP_FORMAT_RAW: as the hypervisor likes it, uncompressed
 * @LIBVIRT_DOMAIN_CORE_DUMP_FORMAT_KDUMP_ZLIB: for crash and other kdump tools, compressed with
 *   zlib
 * @LIBVIRT_DOMAIN_CORE_DUMP_FORMAT_KDUMP_LZO: for crash and other kdump tools, compressed with LZO
 * @LIBVIRT_DOMAIN_CORE_DUMP_FORMAT_KDUMP_SNAPPY: for crash and other kdump tools, compressed with
 *   Snappy
 * @LIBVIRT_DOMAIN_CORE_DUMP_FORMAT_WIN_DMP: for Windows debuggers; the guest needs a driver for it
 *
 * How the file looks that libvirt_domain_core_dump_with_format() writes.
 *
 * Mirrors virDomainCoreDumpFormat.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_CORE_DUMP_FORMAT_RAW = 0,
  LIBVIRT_DOMAIN_CORE_DUMP_FORMAT_KDUMP_ZLIB = 1,
  LIBVIRT_DOMAIN_CORE_DUMP_FORMAT_KDUMP_LZO = 2,
  LIBVIRT_DOMAIN_CORE_DUMP_FORMAT_KDUMP_SNAPPY = 3,
  LIBVIRT_DOMAIN_CORE_DUMP_FORMAT_WIN_DMP = 4,
} LibvirtDomainCoreDumpFormat;

G_END_DECLS
