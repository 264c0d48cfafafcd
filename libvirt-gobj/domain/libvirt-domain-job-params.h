/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

/**
 * LIBVIRT_DOMAIN_JOB_AUTO_CONVERGE_THROTTLE:
 *
 * `i`: by how many percent the guest is slowed down so that a migration can end. A key of
 * libvirt_domain_get_job_stats() and #LibvirtDomain::event-job-completed.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_JOB_AUTO_CONVERGE_THROTTLE "auto_converge_throttle"

/**
 * LIBVIRT_DOMAIN_JOB_COMPRESSION_BYTES:
 *
 * `t`: compressed bytes sent so far. A key of libvirt_domain_get_job_stats() and
 * #LibvirtDomain::event-job-completed.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_JOB_COMPRESSION_BYTES "compression_bytes"

/**
 * LIBVIRT_DOMAIN_JOB_COMPRESSION_CACHE:
 *
 * `t`: bytes of the cache that finds what changed within a page. A key of
 * libvirt_domain_get_job_stats() and #LibvirtDomain::event-job-completed.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_JOB_COMPRESSION_CACHE "compression_cache"

/**
 * LIBVIRT_DOMAIN_JOB_COMPRESSION_CACHE_MISSES:
 *
 * `t`: pages that changed again, but were no longer in that cache. A key of
 * libvirt_domain_get_job_stats() and #LibvirtDomain::event-job-completed.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_JOB_COMPRESSION_CACHE_MISSES "compression_cache_misses"

/**
 * LIBVIRT_DOMAIN_JOB_COMPRESSION_OVERFLOW:
 *
 * `t`: pages sent as they are, as compression would have made them larger. A key of
 * libvirt_domain_get_job_stats() and #LibvirtDomain::event-job-completed.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_JOB_COMPRESSION_OVERFLOW "compression_overflow"

/**
 * LIBVIRT_DOMAIN_JOB_COMPRESSION_PAGES:
 *
 * `t`: pages sent in compressed form. A key of libvirt_domain_get_job_stats() and
 * #LibvirtDomain::event-job-completed.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_JOB_COMPRESSION_PAGES "compression_pages"

/**
 * LIBVIRT_DOMAIN_JOB_DATA_PROCESSED:
 *
 * `t`: bytes of memory and disks moved so far. A key of libvirt_domain_get_job_stats() and
 * #LibvirtDomain::event-job-completed.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_JOB_DATA_PROCESSED "data_processed"

/**
 * LIBVIRT_DOMAIN_JOB_DATA_REMAINING:
 *
 * `t`: bytes of memory and disks still to move; may grow, as the guest goes on writing. A key of
 * libvirt_domain_get_job_stats() and #LibvirtDomain::event-job-completed.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_JOB_DATA_REMAINING "data_remaining"

/**
 * LIBVIRT_DOMAIN_JOB_DATA_TOTAL:
 *
 * `t`: bytes of memory and disks to move; less than done and remaining together when the guest
 * writes meanwhile. A key of libvirt_domain_get_job_stats() and
 * #LibvirtDomain::event-job-completed.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_JOB_DATA_TOTAL "data_total"

/**
 * LIBVIRT_DOMAIN_JOB_DISK_BPS:
 *
 * `t`: bytes a second at which disks are moved. A key of libvirt_domain_get_job_stats() and
 * #LibvirtDomain::event-job-completed.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_JOB_DISK_BPS "disk_bps"

/**
 * LIBVIRT_DOMAIN_JOB_DISK_PROCESSED:
 *
 * `t`: bytes of disks moved so far. A key of libvirt_domain_get_job_stats() and
 * #LibvirtDomain::event-job-completed.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_JOB_DISK_PROCESSED "disk_processed"

/**
 * LIBVIRT_DOMAIN_JOB_DISK_REMAINING:
 *
 * `t`: bytes of disks that are not moved yet. A key of libvirt_domain_get_job_stats() and
 * #LibvirtDomain::event-job-completed.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_JOB_DISK_REMAINING "disk_remaining"

/**
 * LIBVIRT_DOMAIN_JOB_DISK_TEMP_TOTAL:
 *
 * `t`: bytes of temporary space a backup can use. A key of libvirt_domain_get_job_stats() and
 * #LibvirtDomain::event-job-completed.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_JOB_DISK_TEMP_TOTAL "disk_temp_total"

/**
 * LIBVIRT_DOMAIN_JOB_DISK_TEMP_USED:
 *
 * `t`: bytes of temporary space a backup uses now. A key of libvirt_domain_get_job_stats() and
 * #LibvirtDomain::event-job-completed.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_JOB_DISK_TEMP_USED "disk_temp_used"

/**
 * LIBVIRT_DOMAIN_JOB_DISK_TOTAL:
 *
 * `t`: bytes of disks to move in all. A key of libvirt_domain_get_job_stats() and
 * #LibvirtDomain::event-job-completed.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_JOB_DISK_TOTAL "disk_total"

/**
 * LIBVIRT_DOMAIN_JOB_DOWNTIME:
 *
 * `t`: milliseconds that the guest will not run during a migration; when that is over, how long it
 * really was. A key of libvirt_domain_get_job_stats() and #LibvirtDomain::event-job-completed.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_JOB_DOWNTIME "downtime"

/**
 * LIBVIRT_DOMAIN_JOB_DOWNTIME_NET:
 *
 * `t`: milliseconds of that without the handing over between hosts, whose clocks may differ. A key
 * of libvirt_domain_get_job_stats() and #LibvirtDomain::event-job-completed.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_JOB_DOWNTIME_NET "downtime_net"

/**
 * LIBVIRT_DOMAIN_JOB_ERRMSG:
 *
 * `s`: why a finished job failed. A key of libvirt_domain_get_job_stats() and
 * #LibvirtDomain::event-job-completed.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_JOB_ERRMSG "errmsg"

/**
 * LIBVIRT_DOMAIN_JOB_MEMORY_BPS:
 *
 * `t`: bytes a second at which memory is moved. A key of libvirt_domain_get_job_stats() and
 * #LibvirtDomain::event-job-completed.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_JOB_MEMORY_BPS "memory_bps"

/**
 * LIBVIRT_DOMAIN_JOB_MEMORY_CONSTANT:
 *
 * `t`: pages of one repeated byte, mostly zeros, which need not be sent whole. A key of
 * libvirt_domain_get_job_stats() and #LibvirtDomain::event-job-completed.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_JOB_MEMORY_CONSTANT "memory_constant"

/**
 * LIBVIRT_DOMAIN_JOB_MEMORY_DIRTY_RATE:
 *
 * `t`: pages a second that the guest writes to. A key of libvirt_domain_get_job_stats() and
 * #LibvirtDomain::event-job-completed.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_JOB_MEMORY_DIRTY_RATE "memory_dirty_rate"

/**
 * LIBVIRT_DOMAIN_JOB_MEMORY_ITERATION:
 *
 * `t`: which round through the guest's memory this is, from 1; 0 before the first. A key of
 * libvirt_domain_get_job_stats() and #LibvirtDomain::event-job-completed.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_JOB_MEMORY_ITERATION "memory_iteration"

/**
 * LIBVIRT_DOMAIN_JOB_MEMORY_NORMAL:
 *
 * `t`: pages that had to be sent as they are. A key of libvirt_domain_get_job_stats() and
 * #LibvirtDomain::event-job-completed.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_JOB_MEMORY_NORMAL "memory_normal"

/**
 * LIBVIRT_DOMAIN_JOB_MEMORY_NORMAL_BYTES:
 *
 * `t`: bytes of the pages that had to be sent as they are. A key of libvirt_domain_get_job_stats()
 * and #LibvirtDomain::event-job-completed.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_JOB_MEMORY_NORMAL_BYTES "memory_normal_bytes"

/**
 * LIBVIRT_DOMAIN_JOB_MEMORY_PAGE_SIZE:
 *
 * `t`: bytes of a page, to make bytes of what is counted in pages. A key of
 * libvirt_domain_get_job_stats() and #LibvirtDomain::event-job-completed.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_JOB_MEMORY_PAGE_SIZE "memory_page_size"

/**
 * LIBVIRT_DOMAIN_JOB_MEMORY_POSTCOPY_REQS:
 *
 * `t`: pages the guest asked for at its new host before they had arrived. A key of
 * libvirt_domain_get_job_stats() and #LibvirtDomain::event-job-completed.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_JOB_MEMORY_POSTCOPY_REQS "memory_postcopy_requests"

/**
 * LIBVIRT_DOMAIN_JOB_MEMORY_PROCESSED:
 *
 * `t`: bytes of memory moved so far. A key of libvirt_domain_get_job_stats() and
 * #LibvirtDomain::event-job-completed.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_JOB_MEMORY_PROCESSED "memory_processed"

/**
 * LIBVIRT_DOMAIN_JOB_MEMORY_REMAINING:
 *
 * `t`: bytes of memory that are not moved yet. A key of libvirt_domain_get_job_stats() and
 * #LibvirtDomain::event-job-completed.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_JOB_MEMORY_REMAINING "memory_remaining"

/**
 * LIBVIRT_DOMAIN_JOB_MEMORY_TOTAL:
 *
 * `t`: bytes of memory to move in all. A key of libvirt_domain_get_job_stats() and
 * #LibvirtDomain::event-job-completed.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_JOB_MEMORY_TOTAL "memory_total"

/**
 * LIBVIRT_DOMAIN_JOB_OPERATION:
 *
 * `i`: what began the job: a #LibvirtDomainJobOperation. A key of libvirt_domain_get_job_stats()
 * and #LibvirtDomain::event-job-completed.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_JOB_OPERATION "operation"

/**
 * LIBVIRT_DOMAIN_JOB_SETUP_TIME:
 *
 * `t`: milliseconds of preparation before the first page was sent. A key of
 * libvirt_domain_get_job_stats() and #LibvirtDomain::event-job-completed.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_JOB_SETUP_TIME "setup_time"

/**
 * LIBVIRT_DOMAIN_JOB_SUCCESS:
 *
 * `b`: whether a finished job did what it should. A key of libvirt_domain_get_job_stats() and
 * #LibvirtDomain::event-job-completed.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_JOB_SUCCESS "success"

/**
 * LIBVIRT_DOMAIN_JOB_TIME_ELAPSED:
 *
 * `t`: milliseconds since the job began. A key of libvirt_domain_get_job_stats() and
 * #LibvirtDomain::event-job-completed.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_JOB_TIME_ELAPSED "time_elapsed"

/**
 * LIBVIRT_DOMAIN_JOB_TIME_ELAPSED_NET:
 *
 * `t`: milliseconds since a migration began, without handing over between the hosts. A key of
 * libvirt_domain_get_job_stats() and #LibvirtDomain::event-job-completed.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_JOB_TIME_ELAPSED_NET "time_elapsed_net"

/**
 * LIBVIRT_DOMAIN_JOB_TIME_REMAINING:
 *
 * `t`: milliseconds the job is expected to take still, if its kind can tell. A key of
 * libvirt_domain_get_job_stats() and #LibvirtDomain::event-job-completed.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_JOB_TIME_REMAINING "time_remaining"

/**
 * LIBVIRT_DOMAIN_JOB_VFIO_DATA_TRANSFERRED:
 *
 * `t`: bytes of state of assigned devices sent so far. A key of libvirt_domain_get_job_stats() and
 * #LibvirtDomain::event-job-completed. Needs libvirt 10.6.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_JOB_VFIO_DATA_TRANSFERRED "vfio_data_transferred"

/**
 * LIBVIRT_MIGRATE_PARAM_AUTO_CONVERGE_INCREMENT:
 *
 * `i`: by how many percent more the guest is slowed down whenever that is not enough. A key of
 * libvirt_domain_migrate3() and libvirt_domain_migrate_to_uri3().
 *
 * Since: 1.0
 */
#define LIBVIRT_MIGRATE_PARAM_AUTO_CONVERGE_INCREMENT "auto_converge.increment"

/**
 * LIBVIRT_MIGRATE_PARAM_AUTO_CONVERGE_INITIAL:
 *
 * `i`: by how many percent the guest is slowed down at first if it writes faster than can be sent.
 * A key of libvirt_domain_migrate3() and libvirt_domain_migrate_to_uri3().
 *
 * Since: 1.0
 */
#define LIBVIRT_MIGRATE_PARAM_AUTO_CONVERGE_INITIAL "auto_converge.initial"

/**
 * LIBVIRT_MIGRATE_PARAM_BANDWIDTH:
 *
 * `t`: the most MiB a second to send; 0 leaves it to the hypervisor. A key of
 * libvirt_domain_migrate3() and libvirt_domain_migrate_to_uri3().
 *
 * Since: 1.0
 */
#define LIBVIRT_MIGRATE_PARAM_BANDWIDTH "bandwidth"

/**
 * LIBVIRT_MIGRATE_PARAM_BANDWIDTH_AVAIL_SWITCHOVER:
 *
 * `t`: bytes a second that can be counted on while the guest is handed over; 0 has it measured. A
 * key of libvirt_domain_migrate3() and libvirt_domain_migrate_to_uri3(). Needs libvirt 11.1.
 *
 * Since: 1.0
 */
#define LIBVIRT_MIGRATE_PARAM_BANDWIDTH_AVAIL_SWITCHOVER "bandwidth.avail.switchover"

/**
 * LIBVIRT_MIGRATE_PARAM_BANDWIDTH_POSTCOPY:
 *
 * `t`: the most MiB a second to send once the guest runs at its new host; 0 is no limit. A key of
 * libvirt_domain_migrate3() and libvirt_domain_migrate_to_uri3().
 *
 * Since: 1.0
 */
#define LIBVIRT_MIGRATE_PARAM_BANDWIDTH_POSTCOPY "bandwidth.postcopy"

/**
 * LIBVIRT_MIGRATE_PARAM_COMPRESSION:
 *
 * `as`: how to compress: "xbzrle", "mt", "zlib", "zstd"; one or several. A key of
 * libvirt_domain_migrate3() and libvirt_domain_migrate_to_uri3().
 *
 * Since: 1.0
 */
#define LIBVIRT_MIGRATE_PARAM_COMPRESSION "compression"

/**
 * LIBVIRT_MIGRATE_PARAM_COMPRESSION_MT_DTHREADS:
 *
 * `i`: threads that unpack at the new host, for "mt". A key of libvirt_domain_migrate3() and
 * libvirt_domain_migrate_to_uri3().
 *
 * Since: 1.0
 */
#define LIBVIRT_MIGRATE_PARAM_COMPRESSION_MT_DTHREADS "compression.mt.dthreads"

/**
 * LIBVIRT_MIGRATE_PARAM_COMPRESSION_MT_LEVEL:
 *
 * `i`: how hard "mt" compresses, from 0 (not at all) to 9. A key of libvirt_domain_migrate3() and
 * libvirt_domain_migrate_to_uri3().
 *
 * Since: 1.0
 */
#define LIBVIRT_MIGRATE_PARAM_COMPRESSION_MT_LEVEL "compression.mt.level"

/**
 * LIBVIRT_MIGRATE_PARAM_COMPRESSION_MT_THREADS:
 *
 * `i`: threads that compress, for "mt". A key of libvirt_domain_migrate3() and
 * libvirt_domain_migrate_to_uri3().
 *
 * Since: 1.0
 */
#define LIBVIRT_MIGRATE_PARAM_COMPRESSION_MT_THREADS "compression.mt.threads"

/**
 * LIBVIRT_MIGRATE_PARAM_COMPRESSION_XBZRLE_CACHE:
 *
 * `t`: bytes of the cache in which "xbzrle" finds what changed. A key of libvirt_domain_migrate3()
 * and libvirt_domain_migrate_to_uri3().
 *
 * Since: 1.0
 */
#define LIBVIRT_MIGRATE_PARAM_COMPRESSION_XBZRLE_CACHE "compression.xbzrle.cache"

/**
 * LIBVIRT_MIGRATE_PARAM_COMPRESSION_ZLIB_LEVEL:
 *
 * `i`: how hard "zlib" compresses, from 0 to 9. A key of libvirt_domain_migrate3() and
 * libvirt_domain_migrate_to_uri3(). Needs libvirt 9.4.
 *
 * Since: 1.0
 */
#define LIBVIRT_MIGRATE_PARAM_COMPRESSION_ZLIB_LEVEL "compression.zlib.level"

/**
 * LIBVIRT_MIGRATE_PARAM_COMPRESSION_ZSTD_LEVEL:
 *
 * `i`: how hard "zstd" compresses, from 0 to 20. A key of libvirt_domain_migrate3() and
 * libvirt_domain_migrate_to_uri3(). Needs libvirt 9.4.
 *
 * Since: 1.0
 */
#define LIBVIRT_MIGRATE_PARAM_COMPRESSION_ZSTD_LEVEL "compression.zstd.level"

/**
 * LIBVIRT_MIGRATE_PARAM_DEST_NAME:
 *
 * `s`: how the domain is called at its new host; without it as before. A key of
 * libvirt_domain_migrate3() and libvirt_domain_migrate_to_uri3().
 *
 * Since: 1.0
 */
#define LIBVIRT_MIGRATE_PARAM_DEST_NAME "destination_name"

/**
 * LIBVIRT_MIGRATE_PARAM_DEST_XML:
 *
 * `s`: the domain's XML for its new host, which may differ only in what the guest does not see. A
 * key of libvirt_domain_migrate3() and libvirt_domain_migrate_to_uri3().
 *
 * Since: 1.0
 */
#define LIBVIRT_MIGRATE_PARAM_DEST_XML "destination_xml"

/**
 * LIBVIRT_MIGRATE_PARAM_DISKS_PORT:
 *
 * `i`: TCP port at the new host for disks; 0 or absent has one chosen. A key of
 * libvirt_domain_migrate3() and libvirt_domain_migrate_to_uri3().
 *
 * Since: 1.0
 */
#define LIBVIRT_MIGRATE_PARAM_DISKS_PORT "disks_port"

/**
 * LIBVIRT_MIGRATE_PARAM_DISKS_URI:
 *
 * `s`: where disks are sent to: a "tcp" or "unix" URI, in place of the port alone. A key of
 * libvirt_domain_migrate3() and libvirt_domain_migrate_to_uri3().
 *
 * Since: 1.0
 */
#define LIBVIRT_MIGRATE_PARAM_DISKS_URI "disks_uri"

/**
 * LIBVIRT_MIGRATE_PARAM_GRAPHICS_URI:
 *
 * `s`: where clients of the guest's display are told to go on. A key of libvirt_domain_migrate3()
 * and libvirt_domain_migrate_to_uri3().
 *
 * Since: 1.0
 */
#define LIBVIRT_MIGRATE_PARAM_GRAPHICS_URI "graphics_uri"

/**
 * LIBVIRT_MIGRATE_PARAM_LISTEN_ADDRESS:
 *
 * `s`: address or name at which the new host waits for the guest. A key of
 * libvirt_domain_migrate3() and libvirt_domain_migrate_to_uri3().
 *
 * Since: 1.0
 */
#define LIBVIRT_MIGRATE_PARAM_LISTEN_ADDRESS "listen_address"

/**
 * LIBVIRT_MIGRATE_PARAM_MIGRATE_DISKS:
 *
 * `as`: target names of the disks whose contents are copied, too; without it all that are writable
 * and not shared. A key of libvirt_domain_migrate3() and libvirt_domain_migrate_to_uri3().
 *
 * Since: 1.0
 */
#define LIBVIRT_MIGRATE_PARAM_MIGRATE_DISKS "migrate_disks"

/**
 * LIBVIRT_MIGRATE_PARAM_MIGRATE_DISKS_DETECT_ZEROES:
 *
 * `as`: target names of disks to be copied sparsely, by a look at their contents. A key of
 * libvirt_domain_migrate3() and libvirt_domain_migrate_to_uri3(). Needs libvirt 10.9.
 *
 * Since: 1.0
 */
#define LIBVIRT_MIGRATE_PARAM_MIGRATE_DISKS_DETECT_ZEROES "migrate_disks_detect_zeroes"

/**
 * LIBVIRT_MIGRATE_PARAM_MIGRATE_DISKS_TARGET_ZERO:
 *
 * `as`: target names of disks whose new place already reads as zeros, so that none are written. A
 * key of libvirt_domain_migrate3() and libvirt_domain_migrate_to_uri3(). Needs libvirt 12.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_MIGRATE_PARAM_MIGRATE_DISKS_TARGET_ZERO "migrate_disks_target_zero"

/**
 * LIBVIRT_MIGRATE_PARAM_PARALLEL_CONNECTIONS:
 *
 * `i`: how many connections to send over at the same time. A key of libvirt_domain_migrate3() and
 * libvirt_domain_migrate_to_uri3().
 *
 * Since: 1.0
 */
#define LIBVIRT_MIGRATE_PARAM_PARALLEL_CONNECTIONS "parallel.connections"

/**
 * LIBVIRT_MIGRATE_PARAM_PERSIST_XML:
 *
 * `s`: the XML of the permanent definition at the new host; the name must stay. A key of
 * libvirt_domain_migrate3() and libvirt_domain_migrate_to_uri3().
 *
 * Since: 1.0
 */
#define LIBVIRT_MIGRATE_PARAM_PERSIST_XML "persistent_xml"

/**
 * LIBVIRT_MIGRATE_PARAM_TLS_DESTINATION:
 *
 * `s`: the name the new host's certificate must be for, where it is not that of its address. A key
 * of libvirt_domain_migrate3() and libvirt_domain_migrate_to_uri3().
 *
 * Since: 1.0
 */
#define LIBVIRT_MIGRATE_PARAM_TLS_DESTINATION "tls.destination"

/**
 * LIBVIRT_MIGRATE_PARAM_URI:
 *
 * `s`: where the hypervisor sends the guest to, if not where the new host says. A key of
 * libvirt_domain_migrate3() and libvirt_domain_migrate_to_uri3().
 *
 * Since: 1.0
 */
#define LIBVIRT_MIGRATE_PARAM_URI "migrate_uri"

/**
 * LIBVIRT_DOMAIN_SAVE_PARAM_DXML:
 *
 * `s`: XML to use in place of the domain's own, which may differ in what the guest does not see. A
 * key of libvirt_domain_save_params() and libvirt_connect_domain_restore_params().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_SAVE_PARAM_DXML "dxml"

/**
 * LIBVIRT_DOMAIN_SAVE_PARAM_FILE:
 *
 * `s`: the host's path to save to or restore from; without it the managed save, if the hypervisor
 * allows. A key of libvirt_domain_save_params() and libvirt_connect_domain_restore_params().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_SAVE_PARAM_FILE "file"

/**
 * LIBVIRT_DOMAIN_SAVE_PARAM_IMAGE_FORMAT:
 *
 * `s`: how the image is written, one of the names that begin with
 * LIBVIRT_DOMAIN_SAVE_PARAM_IMAGE_FORMAT; without it as the host is configured; only for saving. A
 * key of libvirt_domain_save_params() and libvirt_connect_domain_restore_params(). Needs libvirt
 * 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_SAVE_PARAM_IMAGE_FORMAT "image_format"

/**
 * LIBVIRT_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_BZIP2:
 *
 * A format of saved images: compressed by bzip2, slow and small. libvirt itself has this name as a
 * macro since 12.0.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_BZIP2 "bzip2"

/**
 * LIBVIRT_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_GZIP:
 *
 * A format of saved images: compressed by gzip. libvirt itself has this name as a macro since
 * 12.0.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_GZIP "gzip"

/**
 * LIBVIRT_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_LZOP:
 *
 * A format of saved images: compressed by lzop, fast and large. libvirt itself has this name as a
 * macro since 12.0.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_LZOP "lzop"

/**
 * LIBVIRT_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_RAW:
 *
 * A format of saved images: uncompressed, as one stream. libvirt itself has this name as a macro
 * since 12.0.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_RAW "raw"

/**
 * LIBVIRT_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_SPARSE:
 *
 * A format of saved images: each page at a place of its own, which several channels can write at
 * once. libvirt itself has this name as a macro since 12.0.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_SPARSE "sparse"

/**
 * LIBVIRT_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_XZ:
 *
 * A format of saved images: compressed by xz, slowest and smallest. libvirt itself has this name
 * as a macro since 12.0.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_XZ "xz"

/**
 * LIBVIRT_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_ZSTD:
 *
 * A format of saved images: compressed by Zstandard, fast and small. libvirt itself has this name
 * as a macro since 12.0.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_ZSTD "zstd"

/**
 * LIBVIRT_DOMAIN_SAVE_PARAM_PARALLEL_CHANNELS:
 *
 * `i`: how many channels read or write the image at the same time, for the sparse format. A key of
 * libvirt_domain_save_params() and libvirt_connect_domain_restore_params(). Needs libvirt 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_SAVE_PARAM_PARALLEL_CHANNELS "parallel.channels"

/**
 * LIBVIRT_DOMAIN_ANNOUNCE_INTERFACE_INITIAL:
 *
 * `u` or `t`: milliseconds before the first repetition. A key of
 * libvirt_domain_announce_interface(). Needs libvirt 12.5.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_ANNOUNCE_INTERFACE_INITIAL "initial"

/**
 * LIBVIRT_DOMAIN_ANNOUNCE_INTERFACE_MAX:
 *
 * `u` or `t`: the most milliseconds between two repetitions. A key of
 * libvirt_domain_announce_interface(). Needs libvirt 12.5.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_ANNOUNCE_INTERFACE_MAX "max"

/**
 * LIBVIRT_DOMAIN_ANNOUNCE_INTERFACE_ROUNDS:
 *
 * `u` or `t`: how many announcements are sent. A key of libvirt_domain_announce_interface(). Needs
 * libvirt 12.5.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_ANNOUNCE_INTERFACE_ROUNDS "rounds"

/**
 * LIBVIRT_DOMAIN_ANNOUNCE_INTERFACE_STEP:
 *
 * `u` or `t`: milliseconds by which each pause is longer than the one before. A key of
 * libvirt_domain_announce_interface(). Needs libvirt 12.5.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_ANNOUNCE_INTERFACE_STEP "step"

/**
 * LIBVIRT_DOMAIN_BLOCK_COPY_BANDWIDTH:
 *
 * `t`: the most bytes a second; 0 is no limit. A key of libvirt_domain_block_copy().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_BLOCK_COPY_BANDWIDTH "bandwidth"

/**
 * LIBVIRT_DOMAIN_BLOCK_COPY_BUF_SIZE:
 *
 * `t`: bytes that may be on their way at once; 0 leaves it to the hypervisor. A key of
 * libvirt_domain_block_copy().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_BLOCK_COPY_BUF_SIZE "buf-size"

/**
 * LIBVIRT_DOMAIN_BLOCK_COPY_GRANULARITY:
 *
 * `u`: bytes that are copied again if any one of them changes: a power of two; 0 leaves it to the
 * hypervisor. A key of libvirt_domain_block_copy().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_BLOCK_COPY_GRANULARITY "granularity"
