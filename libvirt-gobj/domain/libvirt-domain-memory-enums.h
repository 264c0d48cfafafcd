/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-types.h>

G_BEGIN_DECLS

/**
 * LibvirtDomainMemoryModFlags:
 * @LIBVIRT_DOMAIN_MEMORY_MOD_FLAGS_CURRENT: the guest if it runs, otherwise what it will have when
 *   started
 * @LIBVIRT_DOMAIN_MEMORY_MOD_FLAGS_LIVE: what the running guest has, until it stops
 * @LIBVIRT_DOMAIN_MEMORY_MOD_FLAGS_CONFIG: what the guest will have when started
 * @LIBVIRT_DOMAIN_MEMORY_MOD_FLAGS_MAXIMUM: the upper limit rather than the present size
 *
 * What libvirt_domain_set_memory_flags() and libvirt_domain_set_memory_stats_period() change.
 *
 * Mirrors virDomainMemoryModFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_MEMORY_MOD_FLAGS_CURRENT = 0,
  LIBVIRT_DOMAIN_MEMORY_MOD_FLAGS_LIVE = 1 << 0,
  LIBVIRT_DOMAIN_MEMORY_MOD_FLAGS_CONFIG = 1 << 1,
  LIBVIRT_DOMAIN_MEMORY_MOD_FLAGS_MAXIMUM = 1 << 2,
} LibvirtDomainMemoryModFlags;

/**
 * LibvirtDomainMemoryFlags:
 * @LIBVIRT_DOMAIN_MEMORY_FLAGS_NONE: no choice made, which libvirt refuses
 * @LIBVIRT_DOMAIN_MEMORY_FLAGS_VIRTUAL: as the process that happens to run in the guest sees them;
 *   fine for its kernel
 * @LIBVIRT_DOMAIN_MEMORY_FLAGS_PHYSICAL: as the guest's hardware sees them
 *
 * How libvirt_domain_memory_peek() reads addresses. One of the two is needed.
 *
 * Mirrors virDomainMemoryFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_MEMORY_FLAGS_NONE = 0,
  LIBVIRT_DOMAIN_MEMORY_FLAGS_VIRTUAL = 1 << 0,
  LIBVIRT_DOMAIN_MEMORY_FLAGS_PHYSICAL = 1 << 1,
} LibvirtDomainMemoryFlags;

/**
 * LibvirtDomainMemoryStatTags:
 * @LIBVIRT_DOMAIN_MEMORY_STAT_TAGS_UNKNOWN: a figure that this library cannot name
 * @LIBVIRT_DOMAIN_MEMORY_STAT_TAGS_SWAP_IN: read from the guest's swap space so far
 * @LIBVIRT_DOMAIN_MEMORY_STAT_TAGS_SWAP_OUT: written to the guest's swap space so far
 * @LIBVIRT_DOMAIN_MEMORY_STAT_TAGS_MAJOR_FAULT: page faults that needed the disk
 * @LIBVIRT_DOMAIN_MEMORY_STAT_TAGS_MINOR_FAULT: page faults that did not need the disk
 * @LIBVIRT_DOMAIN_MEMORY_STAT_TAGS_UNUSED: left over, caches not included
 * @LIBVIRT_DOMAIN_MEMORY_STAT_TAGS_AVAILABLE: what the guest can use at all, less than it was given
 *   if pages are set aside
 * @LIBVIRT_DOMAIN_MEMORY_STAT_TAGS_ACTUAL_BALLOON: what the balloon leaves to the guest
 * @LIBVIRT_DOMAIN_MEMORY_STAT_TAGS_RSS: host memory that the hypervisor process occupies
 * @LIBVIRT_DOMAIN_MEMORY_STAT_TAGS_USABLE: what could be taken away before the guest had to swap
 * @LIBVIRT_DOMAIN_MEMORY_STAT_TAGS_LAST_UPDATE: when the guest last reported, in seconds since 1970
 * @LIBVIRT_DOMAIN_MEMORY_STAT_TAGS_DISK_CACHES: caches that can be dropped without writing
 * @LIBVIRT_DOMAIN_MEMORY_STAT_TAGS_HUGETLB_PGALLOC: huge pages the guest asked for and got
 * @LIBVIRT_DOMAIN_MEMORY_STAT_TAGS_HUGETLB_PGFAIL: huge pages the guest asked for in vain
 *
 * What a #LibvirtDomainMemoryStat from libvirt_domain_memory_stats() counts. Most figures come from
 * the balloon driver inside the guest; sizes are in KiB.
 *
 * Mirrors virDomainMemoryStatTags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_MEMORY_STAT_TAGS_UNKNOWN = -1,
  LIBVIRT_DOMAIN_MEMORY_STAT_TAGS_SWAP_IN = 0,
  LIBVIRT_DOMAIN_MEMORY_STAT_TAGS_SWAP_OUT = 1,
  LIBVIRT_DOMAIN_MEMORY_STAT_TAGS_MAJOR_FAULT = 2,
  LIBVIRT_DOMAIN_MEMORY_STAT_TAGS_MINOR_FAULT = 3,
  LIBVIRT_DOMAIN_MEMORY_STAT_TAGS_UNUSED = 4,
  LIBVIRT_DOMAIN_MEMORY_STAT_TAGS_AVAILABLE = 5,
  LIBVIRT_DOMAIN_MEMORY_STAT_TAGS_ACTUAL_BALLOON = 6,
  LIBVIRT_DOMAIN_MEMORY_STAT_TAGS_RSS = 7,
  LIBVIRT_DOMAIN_MEMORY_STAT_TAGS_USABLE = 8,
  LIBVIRT_DOMAIN_MEMORY_STAT_TAGS_LAST_UPDATE = 9,
  LIBVIRT_DOMAIN_MEMORY_STAT_TAGS_DISK_CACHES = 10,
  LIBVIRT_DOMAIN_MEMORY_STAT_TAGS_HUGETLB_PGALLOC = 11,
  LIBVIRT_DOMAIN_MEMORY_STAT_TAGS_HUGETLB_PGFAIL = 12,
} LibvirtDomainMemoryStatTags;

/**
 * LibvirtDomainNumatuneMemMode:
 * @LIBVIRT_DOMAIN_NUMATUNE_MEM_MODE_STRICT: the chosen nodes only; fail if they are full
 * @LIBVIRT_DOMAIN_NUMATUNE_MEM_MODE_PREFERRED: the chosen node first, others when it is full
 * @LIBVIRT_DOMAIN_NUMATUNE_MEM_MODE_INTERLEAVE: page by page from the chosen nodes in turn
 * @LIBVIRT_DOMAIN_NUMATUNE_MEM_MODE_RESTRICTIVE: the host decides among the chosen nodes; can be
 *   changed while the guest runs
 *
 * How the host's NUMA nodes are used for a guest's memory: the value of the key `numa_mode` in
 * libvirt_domain_set_numa_parameters() and libvirt_domain_get_numa_parameters().
 *
 * Mirrors virDomainNumatuneMemMode.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_NUMATUNE_MEM_MODE_STRICT = 0,
  LIBVIRT_DOMAIN_NUMATUNE_MEM_MODE_PREFERRED = 1,
  LIBVIRT_DOMAIN_NUMATUNE_MEM_MODE_INTERLEAVE = 2,
  LIBVIRT_DOMAIN_NUMATUNE_MEM_MODE_RESTRICTIVE = 3,
} LibvirtDomainNumatuneMemMode;

/**
 * LibvirtDomainDirtyRateStatus:
 * @LIBVIRT_DOMAIN_DIRTY_RATE_STATUS_UNSTARTED: never asked for since the guest was started
 * @LIBVIRT_DOMAIN_DIRTY_RATE_STATUS_MEASURING: under way; the figures are still missing
 * @LIBVIRT_DOMAIN_DIRTY_RATE_STATUS_MEASURED: finished; the figures are there
 *
 * How far libvirt_domain_start_dirty_rate_calc() has got: the value of the key
 * `dirtyrate.calc_status` among a domain's statistics.
 *
 * Mirrors virDomainDirtyRateStatus.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_DIRTY_RATE_STATUS_UNSTARTED = 0,
  LIBVIRT_DOMAIN_DIRTY_RATE_STATUS_MEASURING = 1,
  LIBVIRT_DOMAIN_DIRTY_RATE_STATUS_MEASURED = 2,
} LibvirtDomainDirtyRateStatus;

/**
 * LibvirtDomainDirtyRateCalcFlags:
 * @LIBVIRT_DOMAIN_DIRTY_RATE_CALC_FLAGS_PAGE_SAMPLING: by comparing checksums of some pages; cheap
 *   and rough
 * @LIBVIRT_DOMAIN_DIRTY_RATE_CALC_FLAGS_DIRTY_BITMAP: by logging every page written; exact, and the
 *   guest slows down
 * @LIBVIRT_DOMAIN_DIRTY_RATE_CALC_FLAGS_DIRTY_RING: by the kernel's ring of written pages, for each
 *   virtual CPU
 *
 * How libvirt_domain_start_dirty_rate_calc() finds the memory that changed.
 *
 * Mirrors virDomainDirtyRateCalcFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_DIRTY_RATE_CALC_FLAGS_PAGE_SAMPLING = 0,
  LIBVIRT_DOMAIN_DIRTY_RATE_CALC_FLAGS_DIRTY_BITMAP = 1 << 0,
  LIBVIRT_DOMAIN_DIRTY_RATE_CALC_FLAGS_DIRTY_RING = 1 << 1,
} LibvirtDomainDirtyRateCalcFlags;

G_END_DECLS
