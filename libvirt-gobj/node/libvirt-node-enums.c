/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libvirt-gobj/libvirt-node-enums.h>
#include "runtime/libvirt-enum-assert-private.h"

/**
 * SECTION:libvirt-node-enums
 * @title: Types of the host
 * @short_description: processors, memory and sleep of the machine itself
 *
 * What is asked of the machine that the domains run on.
 *
 * Since: 1.0
 */

/* virNodeSuspendTarget */
ASSERT_SAME (NODE_SUSPEND_TARGET_MEM, NODE_SUSPEND_TARGET_MEM);
ASSERT_SAME (NODE_SUSPEND_TARGET_DISK, NODE_SUSPEND_TARGET_DISK);
ASSERT_SAME (NODE_SUSPEND_TARGET_HYBRID, NODE_SUSPEND_TARGET_HYBRID);

/* virNodeAllocPagesFlags */
ASSERT_SAME (NODE_ALLOC_PAGES_FLAGS_ADD, NODE_ALLOC_PAGES_ADD);
ASSERT_SAME (NODE_ALLOC_PAGES_FLAGS_SET, NODE_ALLOC_PAGES_SET);

/* virNodeGetCPUStatsAllCPUs */
ASSERT_SAME (NODE_GET_CPU_STATS_ALL_CPUS_ALL_CPUS, NODE_CPU_STATS_ALL_CPUS);

/* virNodeGetMemoryStatsAllCells */
ASSERT_SAME (NODE_GET_MEMORY_STATS_ALL_CELLS_ALL_CELLS, NODE_MEMORY_STATS_ALL_CELLS);
