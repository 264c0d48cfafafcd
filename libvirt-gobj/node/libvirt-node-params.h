/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

/**
 * LIBVIRT_NODE_CPU_STATS_FIELD_LENGTH:
 *
 * Room for the name of a processor statistic in libvirt's own structure, in bytes with the final
 * zero; the dictionary of libvirt_node_get_cpu_stats() has no such limit.
 *
 * Since: 1.0
 */
#define LIBVIRT_NODE_CPU_STATS_FIELD_LENGTH 80

/**
 * LIBVIRT_NODE_CPU_STATS_GUEST:
 *
 * `t`: nanoseconds that host processors ran guests, since the host booted. A key of
 * libvirt_node_get_cpu_stats(). Needs libvirt 11.8.
 *
 * Since: 1.0
 */
#define LIBVIRT_NODE_CPU_STATS_GUEST "guest"

/**
 * LIBVIRT_NODE_CPU_STATS_IDLE:
 *
 * `t`: nanoseconds without anything to do, since boot. A key of libvirt_node_get_cpu_stats().
 *
 * Since: 1.0
 */
#define LIBVIRT_NODE_CPU_STATS_IDLE "idle"

/**
 * LIBVIRT_NODE_CPU_STATS_INTR:
 *
 * `t`: nanoseconds spent on interrupts, since boot. A key of libvirt_node_get_cpu_stats().
 *
 * Since: 1.0
 */
#define LIBVIRT_NODE_CPU_STATS_INTR "intr"

/**
 * LIBVIRT_NODE_CPU_STATS_IOWAIT:
 *
 * `t`: nanoseconds of waiting for disks and other devices, since boot. A key of
 * libvirt_node_get_cpu_stats().
 *
 * Since: 1.0
 */
#define LIBVIRT_NODE_CPU_STATS_IOWAIT "iowait"

/**
 * LIBVIRT_NODE_CPU_STATS_KERNEL:
 *
 * `t`: nanoseconds inside the host's kernel, since boot. A key of libvirt_node_get_cpu_stats().
 *
 * Since: 1.0
 */
#define LIBVIRT_NODE_CPU_STATS_KERNEL "kernel"

/**
 * LIBVIRT_NODE_CPU_STATS_USER:
 *
 * `t`: nanoseconds in the host's programs, since boot. A key of libvirt_node_get_cpu_stats().
 *
 * Since: 1.0
 */
#define LIBVIRT_NODE_CPU_STATS_USER "user"

/**
 * LIBVIRT_NODE_CPU_STATS_UTILIZATION:
 *
 * `t`: the load in percent, where 100 is all processors busy; from hypervisors that cannot tell
 * times. A key of libvirt_node_get_cpu_stats().
 *
 * Since: 1.0
 */
#define LIBVIRT_NODE_CPU_STATS_UTILIZATION "utilization"

/**
 * LIBVIRT_NODE_MEMORY_STATS_FIELD_LENGTH:
 *
 * Room for the name of a memory statistic in libvirt's own structure, in bytes with the final
 * zero; the dictionary of libvirt_node_get_memory_stats() has no such limit.
 *
 * Since: 1.0
 */
#define LIBVIRT_NODE_MEMORY_STATS_FIELD_LENGTH 80

/**
 * LIBVIRT_NODE_MEMORY_STATS_AVAILABLE:
 *
 * `t`: KiB that programs could get without swapping, caches that can be dropped included. A key of
 * libvirt_node_get_memory_stats(). Needs libvirt 12.3.
 *
 * Since: 1.0
 */
#define LIBVIRT_NODE_MEMORY_STATS_AVAILABLE "available"

/**
 * LIBVIRT_NODE_MEMORY_STATS_BUFFERS:
 *
 * `t`: KiB of raw blocks cached by the kernel; for the whole host only. A key of
 * libvirt_node_get_memory_stats().
 *
 * Since: 1.0
 */
#define LIBVIRT_NODE_MEMORY_STATS_BUFFERS "buffers"

/**
 * LIBVIRT_NODE_MEMORY_STATS_CACHED:
 *
 * `t`: KiB of file contents the kernel keeps; for the whole host only. A key of
 * libvirt_node_get_memory_stats().
 *
 * Since: 1.0
 */
#define LIBVIRT_NODE_MEMORY_STATS_CACHED "cached"

/**
 * LIBVIRT_NODE_MEMORY_STATS_FREE:
 *
 * `t`: KiB that nobody uses; on Linux, for the whole host, what buffers and caches hold is counted
 * as well. A key of libvirt_node_get_memory_stats().
 *
 * Since: 1.0
 */
#define LIBVIRT_NODE_MEMORY_STATS_FREE "free"

/**
 * LIBVIRT_NODE_MEMORY_STATS_TOTAL:
 *
 * `t`: KiB of memory in the cell, or in all cells. A key of libvirt_node_get_memory_stats().
 *
 * Since: 1.0
 */
#define LIBVIRT_NODE_MEMORY_STATS_TOTAL "total"

/**
 * LIBVIRT_NODE_MEMORY_SHARED_FULL_SCANS:
 *
 * `t`: how often the daemon that merges equal pages has looked at all memory; cannot be set. A key
 * of libvirt_node_get_memory_parameters().
 *
 * Since: 1.0
 */
#define LIBVIRT_NODE_MEMORY_SHARED_FULL_SCANS "shm_full_scans"

/**
 * LIBVIRT_NODE_MEMORY_SHARED_MERGE_ACROSS_NODES:
 *
 * `u`: 1 to merge equal pages of different NUMA nodes, 0 to stay within one. A key of
 * libvirt_node_get_memory_parameters() and libvirt_node_set_memory_parameters().
 *
 * Since: 1.0
 */
#define LIBVIRT_NODE_MEMORY_SHARED_MERGE_ACROSS_NODES "shm_merge_across_nodes"

/**
 * LIBVIRT_NODE_MEMORY_SHARED_PAGES_SHARED:
 *
 * `t`: merged pages in use; cannot be set. A key of libvirt_node_get_memory_parameters().
 *
 * Since: 1.0
 */
#define LIBVIRT_NODE_MEMORY_SHARED_PAGES_SHARED "shm_pages_shared"

/**
 * LIBVIRT_NODE_MEMORY_SHARED_PAGES_SHARING:
 *
 * `t`: how many places use those, which is what merging saves; cannot be set. A key of
 * libvirt_node_get_memory_parameters().
 *
 * Since: 1.0
 */
#define LIBVIRT_NODE_MEMORY_SHARED_PAGES_SHARING "shm_pages_sharing"

/**
 * LIBVIRT_NODE_MEMORY_SHARED_PAGES_TO_SCAN:
 *
 * `u`: pages to look at before the merging daemon sleeps. A key of
 * libvirt_node_get_memory_parameters() and libvirt_node_set_memory_parameters().
 *
 * Since: 1.0
 */
#define LIBVIRT_NODE_MEMORY_SHARED_PAGES_TO_SCAN "shm_pages_to_scan"

/**
 * LIBVIRT_NODE_MEMORY_SHARED_PAGES_UNSHARED:
 *
 * `t`: pages found unique, but looked at again and again; cannot be set. A key of
 * libvirt_node_get_memory_parameters().
 *
 * Since: 1.0
 */
#define LIBVIRT_NODE_MEMORY_SHARED_PAGES_UNSHARED "shm_pages_unshared"

/**
 * LIBVIRT_NODE_MEMORY_SHARED_PAGES_VOLATILE:
 *
 * `t`: pages that change too fast to be worth merging; cannot be set. A key of
 * libvirt_node_get_memory_parameters().
 *
 * Since: 1.0
 */
#define LIBVIRT_NODE_MEMORY_SHARED_PAGES_VOLATILE "shm_pages_volatile"

/**
 * LIBVIRT_NODE_MEMORY_SHARED_SLEEP_MILLISECS:
 *
 * `u`: milliseconds of sleep between two rounds of merging. A key of
 * libvirt_node_get_memory_parameters() and libvirt_node_set_memory_parameters().
 *
 * Since: 1.0
 */
#define LIBVIRT_NODE_MEMORY_SHARED_SLEEP_MILLISECS "shm_sleep_millisecs"

/**
 * LIBVIRT_NODE_SEV_CBITPOS:
 *
 * `u`: which bit of a guest's physical address marks an encrypted page. A key of
 * libvirt_node_get_sev_info().
 *
 * Since: 1.0
 */
#define LIBVIRT_NODE_SEV_CBITPOS "cbitpos"

/**
 * LIBVIRT_NODE_SEV_CERT_CHAIN:
 *
 * `s`: the platform's certificates up to the owner's and the chip's, in Base64. A key of
 * libvirt_node_get_sev_info().
 *
 * Since: 1.0
 */
#define LIBVIRT_NODE_SEV_CERT_CHAIN "cert-chain"

/**
 * LIBVIRT_NODE_SEV_CPU0_ID:
 *
 * `s`: the identity of the first socket's chip, in Base64, with which AMD hands out that chip's
 * certificate. A key of libvirt_node_get_sev_info().
 *
 * Since: 1.0
 */
#define LIBVIRT_NODE_SEV_CPU0_ID "cpu0-id"

/**
 * LIBVIRT_NODE_SEV_MAX_ES_GUESTS:
 *
 * `u`: how many guests with encrypted registers (SEV-ES) may run at once. A key of
 * libvirt_node_get_sev_info().
 *
 * Since: 1.0
 */
#define LIBVIRT_NODE_SEV_MAX_ES_GUESTS "max-es-guests"

/**
 * LIBVIRT_NODE_SEV_MAX_GUESTS:
 *
 * `u`: how many guests with plain SEV may run at once. A key of libvirt_node_get_sev_info().
 *
 * Since: 1.0
 */
#define LIBVIRT_NODE_SEV_MAX_GUESTS "max-guests"

/**
 * LIBVIRT_NODE_SEV_PDH:
 *
 * `s`: the platform's Diffie-Hellman key, in Base64, with which a guest's owner encrypts for this
 * host. A key of libvirt_node_get_sev_info().
 *
 * Since: 1.0
 */
#define LIBVIRT_NODE_SEV_PDH "pdh"

/**
 * LIBVIRT_NODE_SEV_REDUCED_PHYS_BITS:
 *
 * `u`: by how many bits encryption shortens a guest's physical addresses. A key of
 * libvirt_node_get_sev_info().
 *
 * Since: 1.0
 */
#define LIBVIRT_NODE_SEV_REDUCED_PHYS_BITS "reduced-phys-bits"
