/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-types.h>

G_BEGIN_DECLS

/**
 * LibvirtNodeSuspendTarget:
 * @LIBVIRT_NODE_SUSPEND_TARGET_MEM: suspend to RAM (S3): quick to wake, and RAM needs power
 * @LIBVIRT_NODE_SUSPEND_TARGET_DISK: hibernate (S4): RAM is written to disk and the power may go
 * @LIBVIRT_NODE_SUSPEND_TARGET_HYBRID: both: RAM is written to disk and kept powered, so that
 *   waking is quick unless power fails
 *
 * How deep a machine sleeps: the host in libvirt_node_suspend_for_duration(), a guest in
 * libvirt_domain_pm_suspend_for_duration().
 *
 * Mirrors virNodeSuspendTarget.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_NODE_SUSPEND_TARGET_MEM = 0,
  LIBVIRT_NODE_SUSPEND_TARGET_DISK = 1,
  LIBVIRT_NODE_SUSPEND_TARGET_HYBRID = 2,
} LibvirtNodeSuspendTarget;

/**
 * LibvirtNodeAllocPagesFlags:
 * @LIBVIRT_NODE_ALLOC_PAGES_FLAGS_ADD: as an increase of the pool, which this way can only grow
 * @LIBVIRT_NODE_ALLOC_PAGES_FLAGS_SET: as the new size of the pool, which frees pages when it is
 *   less than before
 *
 * How libvirt_node_alloc_pages() reads the numbers of huge pages it is given.
 *
 * Mirrors virNodeAllocPagesFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_NODE_ALLOC_PAGES_FLAGS_ADD = 0,
  LIBVIRT_NODE_ALLOC_PAGES_FLAGS_SET = 1 << 0,
} LibvirtNodeAllocPagesFlags;

/**
 * LibvirtNodeGetCPUStatsAllCPUs:
 * @LIBVIRT_NODE_GET_CPU_STATS_ALL_CPUS_ALL_CPUS: the sum over the whole host instead of a single
 *   CPU
 *
 * The special CPU number of libvirt_node_get_cpu_stats().
 *
 * Mirrors virNodeGetCPUStatsAllCPUs.
 *
 * Since: 1.0
 */
typedef enum /*< underscore_name=libvirt_node_get_cpu_stats_all_cpus,
                 prefix=LIBVIRT_NODE_GET_CPU_STATS_ALL_CPUS >*/
{
  LIBVIRT_NODE_GET_CPU_STATS_ALL_CPUS_ALL_CPUS = -1,
} LibvirtNodeGetCPUStatsAllCPUs;

/**
 * LibvirtNodeGetMemoryStatsAllCells:
 * @LIBVIRT_NODE_GET_MEMORY_STATS_ALL_CELLS_ALL_CELLS: the sum over the whole host instead of a
 *   single NUMA cell
 *
 * The special cell number of libvirt_node_get_memory_stats().
 *
 * Mirrors virNodeGetMemoryStatsAllCells.
 *
 * Since: 1.0
 */
typedef enum /*< prefix=LIBVIRT_NODE_GET_MEMORY_STATS_ALL_CELLS >*/
{
  LIBVIRT_NODE_GET_MEMORY_STATS_ALL_CELLS_ALL_CELLS = -1,
} LibvirtNodeGetMemoryStatsAllCells;

G_END_DECLS
