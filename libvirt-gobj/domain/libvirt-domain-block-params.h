/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

/**
 * LIBVIRT_DOMAIN_BLOCK_STATS_ERRS:
 *
 * `x`: errors, as Xen counts them; -1 elsewhere. A key of libvirt_domain_block_stats_flags().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_BLOCK_STATS_ERRS "errs"

/**
 * LIBVIRT_DOMAIN_BLOCK_STATS_FLUSH_REQ:
 *
 * `x`: how often the guest had its caches written. A key of libvirt_domain_block_stats_flags().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_BLOCK_STATS_FLUSH_REQ "flush_operations"

/**
 * LIBVIRT_DOMAIN_BLOCK_STATS_FLUSH_TOTAL_TIMES:
 *
 * `x`: nanoseconds that went by with writing caches. A key of libvirt_domain_block_stats_flags().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_BLOCK_STATS_FLUSH_TOTAL_TIMES "flush_total_times"

/**
 * LIBVIRT_DOMAIN_BLOCK_STATS_READ_BYTES:
 *
 * `x`: bytes the guest has read from this disk. A key of libvirt_domain_block_stats_flags().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_BLOCK_STATS_READ_BYTES "rd_bytes"

/**
 * LIBVIRT_DOMAIN_BLOCK_STATS_READ_REQ:
 *
 * `x`: read requests of the guest to this disk. A key of libvirt_domain_block_stats_flags().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_BLOCK_STATS_READ_REQ "rd_operations"

/**
 * LIBVIRT_DOMAIN_BLOCK_STATS_READ_TOTAL_TIMES:
 *
 * `x`: nanoseconds that went by with reading. A key of libvirt_domain_block_stats_flags().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_BLOCK_STATS_READ_TOTAL_TIMES "rd_total_times"

/**
 * LIBVIRT_DOMAIN_BLOCK_STATS_WRITE_BYTES:
 *
 * `x`: bytes the guest has written to this disk. A key of libvirt_domain_block_stats_flags().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_BLOCK_STATS_WRITE_BYTES "wr_bytes"

/**
 * LIBVIRT_DOMAIN_BLOCK_STATS_WRITE_REQ:
 *
 * `x`: write requests of the guest to this disk. A key of libvirt_domain_block_stats_flags().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_BLOCK_STATS_WRITE_REQ "wr_operations"

/**
 * LIBVIRT_DOMAIN_BLOCK_STATS_WRITE_TOTAL_TIMES:
 *
 * `x`: nanoseconds that went by with writing. A key of libvirt_domain_block_stats_flags().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_BLOCK_STATS_WRITE_TOTAL_TIMES "wr_total_times"

/**
 * LIBVIRT_DOMAIN_BLOCK_IOTUNE_GROUP_NAME:
 *
 * `s`: disks with the same name here share their limits. A key of
 * libvirt_domain_get_block_io_tune() and libvirt_domain_set_block_io_tune().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_BLOCK_IOTUNE_GROUP_NAME "group_name"

/**
 * LIBVIRT_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC:
 *
 * `t`: bytes a second that the guest may read and write; 0 is no limit. A key of
 * libvirt_domain_get_block_io_tune() and libvirt_domain_set_block_io_tune().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC "total_bytes_sec"

/**
 * LIBVIRT_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC_MAX:
 *
 * `t`: bytes a second that the guest may read and write in a burst; 0 allows none. A key of
 * libvirt_domain_get_block_io_tune() and libvirt_domain_set_block_io_tune().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC_MAX "total_bytes_sec_max"

/**
 * LIBVIRT_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC_MAX_LENGTH:
 *
 * `t`: seconds that a burst above the limit of bytes may last; 1 by default. A key of
 * libvirt_domain_get_block_io_tune() and libvirt_domain_set_block_io_tune().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC_MAX_LENGTH "total_bytes_sec_max_length"

/**
 * LIBVIRT_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC:
 *
 * `t`: requests a second, of either kind, that the guest may make; 0 is no limit. A key of
 * libvirt_domain_get_block_io_tune() and libvirt_domain_set_block_io_tune().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC "total_iops_sec"

/**
 * LIBVIRT_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC_MAX:
 *
 * `t`: requests a second, of either kind, that the guest may make in a burst; 0 allows none. A key
 * of libvirt_domain_get_block_io_tune() and libvirt_domain_set_block_io_tune().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC_MAX "total_iops_sec_max"

/**
 * LIBVIRT_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC_MAX_LENGTH:
 *
 * `t`: seconds that a burst above the limit of requests may last; 1 by default. A key of
 * libvirt_domain_get_block_io_tune() and libvirt_domain_set_block_io_tune().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC_MAX_LENGTH "total_iops_sec_max_length"

/**
 * LIBVIRT_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC:
 *
 * `t`: bytes a second that the guest may read; 0 is no limit. A key of
 * libvirt_domain_get_block_io_tune() and libvirt_domain_set_block_io_tune().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC "read_bytes_sec"

/**
 * LIBVIRT_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC_MAX:
 *
 * `t`: bytes a second that the guest may read in a burst; 0 allows none. A key of
 * libvirt_domain_get_block_io_tune() and libvirt_domain_set_block_io_tune().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC_MAX "read_bytes_sec_max"

/**
 * LIBVIRT_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC_MAX_LENGTH:
 *
 * `t`: seconds that a burst above the limit of read bytes may last; 1 by default. A key of
 * libvirt_domain_get_block_io_tune() and libvirt_domain_set_block_io_tune().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC_MAX_LENGTH "read_bytes_sec_max_length"

/**
 * LIBVIRT_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC:
 *
 * `t`: read requests a second that the guest may make; 0 is no limit. A key of
 * libvirt_domain_get_block_io_tune() and libvirt_domain_set_block_io_tune().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC "read_iops_sec"

/**
 * LIBVIRT_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC_MAX:
 *
 * `t`: read requests a second that the guest may make in a burst; 0 allows none. A key of
 * libvirt_domain_get_block_io_tune() and libvirt_domain_set_block_io_tune().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC_MAX "read_iops_sec_max"

/**
 * LIBVIRT_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC_MAX_LENGTH:
 *
 * `t`: seconds that a burst above the limit of read requests may last; 1 by default. A key of
 * libvirt_domain_get_block_io_tune() and libvirt_domain_set_block_io_tune().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC_MAX_LENGTH "read_iops_sec_max_length"

/**
 * LIBVIRT_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC:
 *
 * `t`: bytes a second that the guest may write; 0 is no limit. A key of
 * libvirt_domain_get_block_io_tune() and libvirt_domain_set_block_io_tune().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC "write_bytes_sec"

/**
 * LIBVIRT_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC_MAX:
 *
 * `t`: bytes a second that the guest may write in a burst; 0 allows none. A key of
 * libvirt_domain_get_block_io_tune() and libvirt_domain_set_block_io_tune().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC_MAX "write_bytes_sec_max"

/**
 * LIBVIRT_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC_MAX_LENGTH:
 *
 * `t`: seconds that a burst above the limit of write bytes may last; 1 by default. A key of
 * libvirt_domain_get_block_io_tune() and libvirt_domain_set_block_io_tune().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC_MAX_LENGTH "write_bytes_sec_max_length"

/**
 * LIBVIRT_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC:
 *
 * `t`: write requests a second that the guest may make; 0 is no limit. A key of
 * libvirt_domain_get_block_io_tune() and libvirt_domain_set_block_io_tune().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC "write_iops_sec"

/**
 * LIBVIRT_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC_MAX:
 *
 * `t`: write requests a second that the guest may make in a burst; 0 allows none. A key of
 * libvirt_domain_get_block_io_tune() and libvirt_domain_set_block_io_tune().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC_MAX "write_iops_sec_max"

/**
 * LIBVIRT_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC_MAX_LENGTH:
 *
 * `t`: seconds that a burst above the limit of write requests may last; 1 by default. A key of
 * libvirt_domain_get_block_io_tune() and libvirt_domain_set_block_io_tune().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC_MAX_LENGTH "write_iops_sec_max_length"

/**
 * LIBVIRT_DOMAIN_BLOCK_IOTUNE_SIZE_IOPS_SEC:
 *
 * `t`: bytes that count as one request: a larger one counts as several; 0 counts each as one. A
 * key of libvirt_domain_get_block_io_tune() and libvirt_domain_set_block_io_tune().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_BLOCK_IOTUNE_SIZE_IOPS_SEC "size_iops_sec"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_COUNT:
 *
 * `u`: how many disks follow; with backing chains, how many images. A figure of
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_COUNT "block.count"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_PREFIX:
 *
 * Begins the names of a disk's figures; a number and one of the names that begin with
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX follow. libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_PREFIX "block."

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_ALLOCATION:
 *
 * `t`: offset of the highest byte written, in an image of a disk. A figure of
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_ALLOCATION ".allocation"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_BACKINGINDEX:
 *
 * `u`: which image of a disk's backing chain it is; only if chains were asked for. A figure of
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_BACKINGINDEX ".backingIndex"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_CAPACITY:
 *
 * `t`: bytes that the guest sees of a disk. A figure of libvirt_connect_get_all_domain_stats().
 * libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_CAPACITY ".capacity"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_ERRORS:
 *
 * `t`: errors of a disk, as Xen counts them. A figure of libvirt_connect_get_all_domain_stats().
 * libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_ERRORS ".errors"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_FL_REQS:
 *
 * `t`: how often caches of a disk were written. A figure of
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_FL_REQS ".fl.reqs"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_FL_TIMES:
 *
 * `t`: nanoseconds of writing caches of a disk. A figure of
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_FL_TIMES ".fl.times"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_FLUSH_PREFIX:
 *
 * Within a disk's names, begins how long writing of caches took, by duration. Needs libvirt 12.1.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_FLUSH_PREFIX ".latency_histogram.flush."

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_READ_PREFIX:
 *
 * Within a disk's names, begins how long reads took, by duration. Needs libvirt 12.1.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_READ_PREFIX ".latency_histogram.read."

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_WRITE_PREFIX:
 *
 * Within a disk's names, begins how long writes took, by duration. Needs libvirt 12.1.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_WRITE_PREFIX ".latency_histogram.write."

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_ZONE_APPEND_PREFIX:
 *
 * Within a disk's names, begins how long appending to zones took, by duration. Needs libvirt 12.1.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_ZONE_APPEND_PREFIX ".latency_histogram.zone_append."

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_COUNT:
 *
 * `u` or `t`: how many classes of duration a histogram has. A figure of
 * libvirt_connect_get_all_domain_stats(). Needs libvirt 12.1.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_COUNT "bin.count"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_PREFIX:
 *
 * Within a histogram's names, begins a class of duration; its number follows. Needs libvirt 12.1.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_PREFIX "bin."

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_SUFFIX_START:
 *
 * `t`: nanoseconds from which a request belongs to this class of duration. A figure of
 * libvirt_connect_get_all_domain_stats(). Needs libvirt 12.1.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_SUFFIX_START ".start"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_SUFFIX_VALUE:
 *
 * `t`: how many requests belong to this class of duration. A figure of
 * libvirt_connect_get_all_domain_stats(). Needs libvirt 12.1.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_SUFFIX_VALUE ".value"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_DISCARD_ALIGNMENT:
 *
 * `u` or `t`: bytes to whose multiples a request to discard should be aligned. A figure of
 * libvirt_connect_get_all_domain_stats(). Needs libvirt 11.10.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_DISCARD_ALIGNMENT ".limits.discard_alignment"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_DISCARD_MAX:
 *
 * `u` or `t`: the most bytes one request can discard. A figure of
 * libvirt_connect_get_all_domain_stats(). Needs libvirt 11.10.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_DISCARD_MAX ".limits.discard_max"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_IOV_HW_MAX:
 *
 * `u` or `t`: the most pieces of memory a request can have at the device itself. A figure of
 * libvirt_connect_get_all_domain_stats(). Needs libvirt 11.10.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_IOV_HW_MAX ".limits.iov_hw_max"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_IOV_MAX:
 *
 * `u` or `t`: the most pieces of memory a request can have. A figure of
 * libvirt_connect_get_all_domain_stats(). Needs libvirt 11.10.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_IOV_MAX ".limits.iov_max"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_MEMORY_ALIGNMENT_MINIMAL:
 *
 * `u` or `t`: bytes to whose multiples buffers must be aligned in memory. A figure of
 * libvirt_connect_get_all_domain_stats(). Needs libvirt 11.10.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_MEMORY_ALIGNMENT_MINIMAL ".limits.memory_alignment_minimal"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_MEMORY_ALIGNMENT_OPTIMAL:
 *
 * `u` or `t`: bytes to whose multiples buffers are best aligned in memory. A figure of
 * libvirt_connect_get_all_domain_stats(). Needs libvirt 11.10.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_MEMORY_ALIGNMENT_OPTIMAL ".limits.memory_alignment_optimal"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_REQUEST_ALIGNMENT:
 *
 * `u` or `t`: bytes to whose multiples offset and length of requests must be aligned. A figure of
 * libvirt_connect_get_all_domain_stats(). Needs libvirt 11.10.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_REQUEST_ALIGNMENT ".limits.request_alignment"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_TRANSFER_HW_MAX:
 *
 * `u` or `t`: the most bytes that the device itself takes at once. A figure of
 * libvirt_connect_get_all_domain_stats(). Needs libvirt 11.10.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_TRANSFER_HW_MAX ".limits.transfer_hw_max"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_TRANSFER_MAX:
 *
 * `u` or `t`: the most bytes of one request. A figure of libvirt_connect_get_all_domain_stats().
 * Needs libvirt 11.10.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_TRANSFER_MAX ".limits.transfer_max"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_TRANSFER_OPTIMAL:
 *
 * `u` or `t`: bytes of a request that the storage handles best. A figure of
 * libvirt_connect_get_all_domain_stats(). Needs libvirt 11.10.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_TRANSFER_OPTIMAL ".limits.transfer_optimal"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_WRITE_ZEROES_ALIGNMENT:
 *
 * `u` or `t`: bytes to whose multiples a request to write zeros should be aligned. A figure of
 * libvirt_connect_get_all_domain_stats(). Needs libvirt 11.10.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_WRITE_ZEROES_ALIGNMENT ".limits.write_zeroes_alignment"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_WRITE_ZEROES_MAX:
 *
 * `u` or `t`: the most bytes one request can fill with zeros. A figure of
 * libvirt_connect_get_all_domain_stats(). Needs libvirt 11.10.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_WRITE_ZEROES_MAX ".limits.write_zeroes_max"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_NAME:
 *
 * `s`: a disk's target name, such as "vda"; all images of a chain have that of their disk. A
 * figure of libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since
 * 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_NAME ".name"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_PATH:
 *
 * `s`: file or device of the host behind a disk; not for network storage and empty drives. A
 * figure of libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since
 * 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_PATH ".path"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_PHYSICAL:
 *
 * `t`: bytes of the file or device that holds a disk's image. A figure of
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_PHYSICAL ".physical"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_RD_BYTES:
 *
 * `t`: bytes the guest has read. A figure of libvirt_connect_get_all_domain_stats(). libvirt
 * itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_RD_BYTES ".rd.bytes"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_RD_REQS:
 *
 * `t`: read requests of the guest. A figure of libvirt_connect_get_all_domain_stats(). libvirt
 * itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_RD_REQS ".rd.reqs"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_RD_TIMES:
 *
 * `t`: nanoseconds of reading. A figure of libvirt_connect_get_all_domain_stats(). libvirt itself
 * has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_RD_TIMES ".rd.times"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_THRESHOLD:
 *
 * `t`: offset in bytes at whose writing #LibvirtDomain::event-block-threshold comes. A figure of
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_THRESHOLD ".threshold"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_COUNT:
 *
 * `u`: over how many lengths of time a disk is watched. A figure of
 * libvirt_connect_get_all_domain_stats(). Needs libvirt 11.10.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_COUNT ".timed_group.count"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_PREFIX:
 *
 * Within a disk's names, begins what was seen over one length of time; its number follows. Needs
 * libvirt 11.10.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_PREFIX ".timed_group."

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_INTERVAL:
 *
 * `t`: seconds over which these figures are kept. A figure of
 * libvirt_connect_get_all_domain_stats(). Needs libvirt 11.10.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_INTERVAL ".interval"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_FLUSH_LATENCY_AVG:
 *
 * `t`: nanoseconds that writing of caches took on average of late. A figure of
 * libvirt_connect_get_all_domain_stats(). Needs libvirt 11.10.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_FLUSH_LATENCY_AVG ".flush_latency_avg"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_FLUSH_LATENCY_MAX:
 *
 * `t`: nanoseconds that writing of caches took at worst of late. A figure of
 * libvirt_connect_get_all_domain_stats(). Needs libvirt 11.10.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_FLUSH_LATENCY_MAX ".flush_latency_max"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_FLUSH_LATENCY_MIN:
 *
 * `t`: nanoseconds that writing of caches took at best of late. A figure of
 * libvirt_connect_get_all_domain_stats(). Needs libvirt 11.10.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_FLUSH_LATENCY_MIN ".flush_latency_min"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_LATENCY_AVG:
 *
 * `t`: nanoseconds that reads took on average of late. A figure of
 * libvirt_connect_get_all_domain_stats(). Needs libvirt 11.10.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_LATENCY_AVG ".rd_latency_avg"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_LATENCY_MAX:
 *
 * `t`: nanoseconds that reads took at worst of late. A figure of
 * libvirt_connect_get_all_domain_stats(). Needs libvirt 11.10.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_LATENCY_MAX ".rd_latency_max"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_LATENCY_MIN:
 *
 * `t`: nanoseconds that reads took at best of late. A figure of
 * libvirt_connect_get_all_domain_stats(). Needs libvirt 11.10.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_LATENCY_MIN ".rd_latency_min"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_QUEUE_DEPTH_AVG:
 *
 * `d`: requests that waited at the same time for reads, on average of late. A figure of
 * libvirt_connect_get_all_domain_stats(). Needs libvirt 11.10.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_QUEUE_DEPTH_AVG ".rd_queue_depth_avg"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_LATENCY_AVG:
 *
 * `t`: nanoseconds that writes took on average of late. A figure of
 * libvirt_connect_get_all_domain_stats(). Needs libvirt 11.10.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_LATENCY_AVG ".wr_latency_avg"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_LATENCY_MAX:
 *
 * `t`: nanoseconds that writes took at worst of late. A figure of
 * libvirt_connect_get_all_domain_stats(). Needs libvirt 11.10.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_LATENCY_MAX ".wr_latency_max"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_LATENCY_MIN:
 *
 * `t`: nanoseconds that writes took at best of late. A figure of
 * libvirt_connect_get_all_domain_stats(). Needs libvirt 11.10.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_LATENCY_MIN ".wr_latency_min"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_QUEUE_DEPTH_AVG:
 *
 * `d`: requests that waited at the same time for writes, on average of late. A figure of
 * libvirt_connect_get_all_domain_stats(). Needs libvirt 11.10.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_QUEUE_DEPTH_AVG ".wr_queue_depth_avg"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_LATENCY_AVG:
 *
 * `t`: nanoseconds that appending to zones took on average of late. A figure of
 * libvirt_connect_get_all_domain_stats(). Needs libvirt 11.10.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_LATENCY_AVG ".zone_append_latency_avg"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_LATENCY_MAX:
 *
 * `t`: nanoseconds that appending to zones took at worst of late. A figure of
 * libvirt_connect_get_all_domain_stats(). Needs libvirt 11.10.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_LATENCY_MAX ".zone_append_latency_max"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_LATENCY_MIN:
 *
 * `t`: nanoseconds that appending to zones took at best of late. A figure of
 * libvirt_connect_get_all_domain_stats(). Needs libvirt 11.10.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_LATENCY_MIN ".zone_append_latency_min"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_QUEUE_DEPTH_AVG:
 *
 * `d`: requests that waited at the same time for appending to zones, on average of late. A figure
 * of libvirt_connect_get_all_domain_stats(). Needs libvirt 11.10.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_QUEUE_DEPTH_AVG ".zone_append_queue_depth_avg"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_WR_BYTES:
 *
 * `t`: bytes the guest has written. A figure of libvirt_connect_get_all_domain_stats(). libvirt
 * itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_WR_BYTES ".wr.bytes"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_WR_REQS:
 *
 * `t`: write requests of the guest. A figure of libvirt_connect_get_all_domain_stats(). libvirt
 * itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_WR_REQS ".wr.reqs"

/**
 * LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_WR_TIMES:
 *
 * `t`: nanoseconds of writing. A figure of libvirt_connect_get_all_domain_stats(). libvirt itself
 * has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BLOCK_SUFFIX_WR_TIMES ".wr.times"
