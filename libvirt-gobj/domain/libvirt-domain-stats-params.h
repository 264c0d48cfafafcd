/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

/**
 * LIBVIRT_DOMAIN_STATS_BALLOON_AVAILABLE:
 *
 * `t`: KiB of memory as the guest's system counts it. A figure of
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BALLOON_AVAILABLE "balloon.available"

/**
 * LIBVIRT_DOMAIN_STATS_BALLOON_CURRENT:
 *
 * `t`: KiB that the guest has at the moment. A figure of libvirt_connect_get_all_domain_stats().
 * libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BALLOON_CURRENT "balloon.current"

/**
 * LIBVIRT_DOMAIN_STATS_BALLOON_DISK_CACHES:
 *
 * `t`: KiB that the guest could give back without reading or writing anything. A figure of
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BALLOON_DISK_CACHES "balloon.disk_caches"

/**
 * LIBVIRT_DOMAIN_STATS_BALLOON_HUGETLB_PGALLOC:
 *
 * `t`: how often the guest got a huge page. A figure of libvirt_connect_get_all_domain_stats().
 * libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BALLOON_HUGETLB_PGALLOC "balloon.hugetlb_pgalloc"

/**
 * LIBVIRT_DOMAIN_STATS_BALLOON_HUGETLB_PGFAIL:
 *
 * `t`: how often the guest wanted a huge page and got none. A figure of
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BALLOON_HUGETLB_PGFAIL "balloon.hugetlb_pgfail"

/**
 * LIBVIRT_DOMAIN_STATS_BALLOON_LAST_UPDATE:
 *
 * `t`: when the guest last told these figures, in seconds since 1970. A figure of
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BALLOON_LAST_UPDATE "balloon.last-update"

/**
 * LIBVIRT_DOMAIN_STATS_BALLOON_MAJOR_FAULT:
 *
 * `t`: page faults in the guest that needed a disk. A figure of
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BALLOON_MAJOR_FAULT "balloon.major_fault"

/**
 * LIBVIRT_DOMAIN_STATS_BALLOON_MAXIMUM:
 *
 * `t`: KiB that the guest can grow to. A figure of libvirt_connect_get_all_domain_stats(). libvirt
 * itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BALLOON_MAXIMUM "balloon.maximum"

/**
 * LIBVIRT_DOMAIN_STATS_BALLOON_MINOR_FAULT:
 *
 * `t`: page faults in the guest that needed no disk. A figure of
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BALLOON_MINOR_FAULT "balloon.minor_fault"

/**
 * LIBVIRT_DOMAIN_STATS_BALLOON_RSS:
 *
 * `t`: KiB of the host's memory that the guest's process occupies. A figure of
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BALLOON_RSS "balloon.rss"

/**
 * LIBVIRT_DOMAIN_STATS_BALLOON_SWAP_IN:
 *
 * `t`: KiB the guest has read back from its swap space. A figure of
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BALLOON_SWAP_IN "balloon.swap_in"

/**
 * LIBVIRT_DOMAIN_STATS_BALLOON_SWAP_OUT:
 *
 * `t`: KiB the guest has written to its swap space. A figure of
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BALLOON_SWAP_OUT "balloon.swap_out"

/**
 * LIBVIRT_DOMAIN_STATS_BALLOON_UNUSED:
 *
 * `t`: KiB that the guest leaves empty. A figure of libvirt_connect_get_all_domain_stats().
 * libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BALLOON_UNUSED "balloon.unused"

/**
 * LIBVIRT_DOMAIN_STATS_BALLOON_USABLE:
 *
 * `t`: KiB that could be taken from the guest without making it swap. A figure of
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_BALLOON_USABLE "balloon.usable"

/**
 * LIBVIRT_DOMAIN_STATS_CPU_CACHE_MONITOR_COUNT:
 *
 * `u`: how many monitors of cache use the domain has. A figure of
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_CPU_CACHE_MONITOR_COUNT "cpu.cache.monitor.count"

/**
 * LIBVIRT_DOMAIN_STATS_CPU_CACHE_MONITOR_PREFIX:
 *
 * Begins the names about a cache monitor; a number and one of the names that begin with
 * LIBVIRT_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX follow. libvirt itself has this name as a macro
 * since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_CPU_CACHE_MONITOR_PREFIX "cpu.cache.monitor."

/**
 * LIBVIRT_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_COUNT:
 *
 * `u`: how many cache banks a monitor watches. A figure of libvirt_connect_get_all_domain_stats().
 * libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_COUNT ".bank.count"

/**
 * LIBVIRT_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_PREFIX:
 *
 * Within a cache monitor's names, begins a bank; its number follows. libvirt itself has this name
 * as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_PREFIX ".bank."

/**
 * LIBVIRT_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_SUFFIX_BYTES:
 *
 * `t`: bytes of last level cache in use on a bank. A figure of
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_SUFFIX_BYTES ".bytes"

/**
 * LIBVIRT_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_SUFFIX_ID:
 *
 * `u`: the host's number of a cache bank. A figure of libvirt_connect_get_all_domain_stats().
 * libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_SUFFIX_ID ".id"

/**
 * LIBVIRT_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_NAME:
 *
 * `s`: what a cache monitor is called. A figure of libvirt_connect_get_all_domain_stats(). libvirt
 * itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_NAME ".name"

/**
 * LIBVIRT_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_VCPUS:
 *
 * `s`: virtual CPUs that a cache monitor watches, such as "0-3". A figure of
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_VCPUS ".vcpus"

/**
 * LIBVIRT_DOMAIN_STATS_CPU_ENERGY_MONITOR_COUNT:
 *
 * `u`: how many monitors of energy the domain has. A figure of
 * libvirt_connect_get_all_domain_stats(). Needs libvirt 12.4.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_CPU_ENERGY_MONITOR_COUNT "cpu.energy.monitor.count"

/**
 * LIBVIRT_DOMAIN_STATS_CPU_ENERGY_MONITOR_PREFIX:
 *
 * Begins the names about an energy monitor; a number and one of the names that begin with
 * LIBVIRT_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX follow. Needs libvirt 12.4.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_CPU_ENERGY_MONITOR_PREFIX "cpu.energy.monitor."

/**
 * LIBVIRT_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_NAME:
 *
 * `s`: what an energy monitor is called. A figure of libvirt_connect_get_all_domain_stats(). Needs
 * libvirt 12.4.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_NAME ".name"

/**
 * LIBVIRT_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_PKG_COUNT:
 *
 * `u`: how many processor packages an energy monitor watches. A figure of
 * libvirt_connect_get_all_domain_stats(). Needs libvirt 12.4.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_PKG_COUNT ".pkg.count"

/**
 * LIBVIRT_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_PKG_PREFIX:
 *
 * Within an energy monitor's names, begins a processor package; its number follows. Needs libvirt
 * 12.4.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_PKG_PREFIX ".pkg."

/**
 * LIBVIRT_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_PKG_SUFFIX_ID:
 *
 * `u`: the host's number of a processor package. A figure of
 * libvirt_connect_get_all_domain_stats(). Needs libvirt 12.4.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_PKG_SUFFIX_ID ".id"

/**
 * LIBVIRT_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_VCPUS:
 *
 * `s`: virtual CPUs that an energy monitor watches, such as "0-3". A figure of
 * libvirt_connect_get_all_domain_stats(). Needs libvirt 12.4.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_VCPUS ".vcpus"

/**
 * LIBVIRT_DOMAIN_STATS_CPU_HALTPOLL_FAIL_TIME:
 *
 * `t`: nanoseconds that the host polled for an idle guest, in vain. A figure of
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_CPU_HALTPOLL_FAIL_TIME "cpu.haltpoll.fail.time"

/**
 * LIBVIRT_DOMAIN_STATS_CPU_HALTPOLL_SUCCESS_TIME:
 *
 * `t`: nanoseconds that the host polled for an idle guest, until it had work. A figure of
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_CPU_HALTPOLL_SUCCESS_TIME "cpu.haltpoll.success.time"

/**
 * LIBVIRT_DOMAIN_STATS_CPU_SYSTEM:
 *
 * `t`: nanoseconds thereof in the host's kernel. A figure of
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_CPU_SYSTEM "cpu.system"

/**
 * LIBVIRT_DOMAIN_STATS_CPU_TIME:
 *
 * `t`: nanoseconds of processor time that the domain used. A figure of
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_CPU_TIME "cpu.time"

/**
 * LIBVIRT_DOMAIN_STATS_CPU_USER:
 *
 * `t`: nanoseconds thereof in user mode of the host. A figure of
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_CPU_USER "cpu.user"

/**
 * LIBVIRT_DOMAIN_STATS_CUSTOM_SUFFIX_TYPE_CUR:
 *
 * `t` or `b`: a value as it is now. After a name of the hypervisor's own, in
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_CUSTOM_SUFFIX_TYPE_CUR ".cur"

/**
 * LIBVIRT_DOMAIN_STATS_CUSTOM_SUFFIX_TYPE_MAX:
 *
 * `t` or `b`: the highest value so far. After a name of the hypervisor's own, in
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_CUSTOM_SUFFIX_TYPE_MAX ".max"

/**
 * LIBVIRT_DOMAIN_STATS_CUSTOM_SUFFIX_TYPE_SUM:
 *
 * `t` or `b`: what has added up so far. After a name of the hypervisor's own, in
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_CUSTOM_SUFFIX_TYPE_SUM ".sum"

/**
 * LIBVIRT_DOMAIN_STATS_DIRTYRATE_CALC_MODE:
 *
 * `s`: how it was measured: "page-sampling", "dirty-bitmap" or "dirty-ring". A figure of
 * libvirt_connect_get_all_domain_stats(), after libvirt_domain_start_dirty_rate_calc(). libvirt
 * itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_DIRTYRATE_CALC_MODE "dirtyrate.calc_mode"

/**
 * LIBVIRT_DOMAIN_STATS_DIRTYRATE_CALC_PERIOD:
 *
 * `i`: seconds that the measurement takes. A figure of libvirt_connect_get_all_domain_stats(),
 * after libvirt_domain_start_dirty_rate_calc(). libvirt itself has this name as a macro since
 * 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_DIRTYRATE_CALC_PERIOD "dirtyrate.calc_period"

/**
 * LIBVIRT_DOMAIN_STATS_DIRTYRATE_CALC_START_TIME:
 *
 * `x`: when the last measurement began, in seconds of the host's running time. A figure of
 * libvirt_connect_get_all_domain_stats(), after libvirt_domain_start_dirty_rate_calc(). libvirt
 * itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_DIRTYRATE_CALC_START_TIME "dirtyrate.calc_start_time"

/**
 * LIBVIRT_DOMAIN_STATS_DIRTYRATE_CALC_STATUS:
 *
 * `i`: a #LibvirtDomainDirtyRateStatus: whether it was measured. A figure of
 * libvirt_connect_get_all_domain_stats(), after libvirt_domain_start_dirty_rate_calc(). libvirt
 * itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_DIRTYRATE_CALC_STATUS "dirtyrate.calc_status"

/**
 * LIBVIRT_DOMAIN_STATS_DIRTYRATE_MEGABYTES_PER_SECOND:
 *
 * `x`: MiB a second that the guest writes to in its memory. A figure of
 * libvirt_connect_get_all_domain_stats(), after libvirt_domain_start_dirty_rate_calc(). libvirt
 * itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_DIRTYRATE_MEGABYTES_PER_SECOND "dirtyrate.megabytes_per_second"

/**
 * LIBVIRT_DOMAIN_STATS_DIRTYRATE_VCPU_PREFIX:
 *
 * Begins what a single virtual CPU writes; its number and
 * %LIBVIRT_DOMAIN_STATS_DIRTYRATE_VCPU_SUFFIX_MEGABYTES_PER_SECOND follow. libvirt itself has this
 * name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_DIRTYRATE_VCPU_PREFIX "dirtyrate.vcpu."

/**
 * LIBVIRT_DOMAIN_STATS_DIRTYRATE_VCPU_SUFFIX_MEGABYTES_PER_SECOND:
 *
 * `t`: MiB a second that one virtual CPU writes to. A figure of
 * libvirt_connect_get_all_domain_stats(), after libvirt_domain_start_dirty_rate_calc(). libvirt
 * itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_DIRTYRATE_VCPU_SUFFIX_MEGABYTES_PER_SECOND ".megabytes_per_second"

/**
 * LIBVIRT_DOMAIN_STATS_IOTHREAD_COUNT:
 *
 * `u`: the most I/O threads that can follow; they are known by their ids, with gaps. A figure of
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_IOTHREAD_COUNT "iothread.count"

/**
 * LIBVIRT_DOMAIN_STATS_IOTHREAD_PREFIX:
 *
 * Begins the names about an I/O thread; its id and one of the names that begin with
 * LIBVIRT_DOMAIN_STATS_IOTHREAD_SUFFIX follow. libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_IOTHREAD_PREFIX "iothread."

/**
 * LIBVIRT_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_GROW:
 *
 * `u`: by what an I/O thread's polling time is multiplied; 0 is the hypervisor's choice. A figure
 * of libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_GROW ".poll-grow"

/**
 * LIBVIRT_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_MAX_NS:
 *
 * `t`: nanoseconds that an I/O thread polls at most; 0 is not at all. A figure of
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_MAX_NS ".poll-max-ns"

/**
 * LIBVIRT_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_SHRINK:
 *
 * `u`: by what an I/O thread's polling time is divided; 0 is the hypervisor's choice. A figure of
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_SHRINK ".poll-shrink"

/**
 * LIBVIRT_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_WEIGHT:
 *
 * `u` or `t`: how much the latest waits count for an I/O thread's polling time. A figure of
 * libvirt_connect_get_all_domain_stats(). Needs libvirt 12.7.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_WEIGHT ".poll-weight"

/**
 * LIBVIRT_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_COUNT:
 *
 * `u`: how many monitors of memory traffic the domain has. A figure of
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_COUNT "memory.bandwidth.monitor.count"

/**
 * LIBVIRT_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_PREFIX:
 *
 * Begins the names about a monitor of memory traffic; a number and one of the names that begin
 * with LIBVIRT_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX follow. libvirt itself has this name
 * as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_PREFIX "memory.bandwidth.monitor."

/**
 * LIBVIRT_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NAME:
 *
 * `s`: what a monitor of memory traffic is called. A figure of
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NAME ".name"

/**
 * LIBVIRT_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_COUNT:
 *
 * `u`: how many memory controllers a monitor watches. A figure of
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_COUNT ".node.count"

/**
 * LIBVIRT_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_PREFIX:
 *
 * Within the names of a monitor of memory traffic, begins a controller; its number follows.
 * libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_PREFIX ".node."

/**
 * LIBVIRT_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_SUFFIX_BYTES_LOCAL:
 *
 * `t`: bytes through the controller of the socket that the virtual CPUs run on. A figure of
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_SUFFIX_BYTES_LOCAL ".bytes.local"

/**
 * LIBVIRT_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_SUFFIX_BYTES_TOTAL:
 *
 * `t`: bytes through any controller, of the own socket or another. A figure of
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_SUFFIX_BYTES_TOTAL ".bytes.total"

/**
 * LIBVIRT_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_SUFFIX_ID:
 *
 * `u`: the host's number of a memory controller. A figure of
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_SUFFIX_ID ".id"

/**
 * LIBVIRT_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_VCPUS:
 *
 * `s`: virtual CPUs whose memory traffic a monitor watches, such as "0-3". A figure of
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_VCPUS ".vcpus"

/**
 * LIBVIRT_DOMAIN_STATS_NET_COUNT:
 *
 * `u`: how many network interfaces the domain has. A figure of
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_NET_COUNT "net.count"

/**
 * LIBVIRT_DOMAIN_STATS_NET_PREFIX:
 *
 * Begins the names about an interface; a number and one of the names that begin with
 * LIBVIRT_DOMAIN_STATS_NET_SUFFIX follow. libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_NET_PREFIX "net."

/**
 * LIBVIRT_DOMAIN_STATS_NET_SUFFIX_NAME:
 *
 * `s`: the host's device of an interface, such as "vnet0". A figure of
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_NET_SUFFIX_NAME ".name"

/**
 * LIBVIRT_DOMAIN_STATS_NET_SUFFIX_RX_BYTES:
 *
 * `t`: bytes the guest received. A figure of libvirt_connect_get_all_domain_stats(). libvirt
 * itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_NET_SUFFIX_RX_BYTES ".rx.bytes"

/**
 * LIBVIRT_DOMAIN_STATS_NET_SUFFIX_RX_DROP:
 *
 * `t`: packets dropped on their way to the guest. A figure of
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_NET_SUFFIX_RX_DROP ".rx.drop"

/**
 * LIBVIRT_DOMAIN_STATS_NET_SUFFIX_RX_ERRS:
 *
 * `t`: errors on the way to the guest. A figure of libvirt_connect_get_all_domain_stats(). libvirt
 * itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_NET_SUFFIX_RX_ERRS ".rx.errs"

/**
 * LIBVIRT_DOMAIN_STATS_NET_SUFFIX_RX_PKTS:
 *
 * `t`: packets the guest received. A figure of libvirt_connect_get_all_domain_stats(). libvirt
 * itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_NET_SUFFIX_RX_PKTS ".rx.pkts"

/**
 * LIBVIRT_DOMAIN_STATS_NET_SUFFIX_TX_BYTES:
 *
 * `t`: bytes the guest sent. A figure of libvirt_connect_get_all_domain_stats(). libvirt itself
 * has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_NET_SUFFIX_TX_BYTES ".tx.bytes"

/**
 * LIBVIRT_DOMAIN_STATS_NET_SUFFIX_TX_DROP:
 *
 * `t`: packets of the guest that were dropped. A figure of libvirt_connect_get_all_domain_stats().
 * libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_NET_SUFFIX_TX_DROP ".tx.drop"

/**
 * LIBVIRT_DOMAIN_STATS_NET_SUFFIX_TX_ERRS:
 *
 * `t`: errors when the guest sent. A figure of libvirt_connect_get_all_domain_stats(). libvirt
 * itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_NET_SUFFIX_TX_ERRS ".tx.errs"

/**
 * LIBVIRT_DOMAIN_STATS_NET_SUFFIX_TX_PKTS:
 *
 * `t`: packets the guest sent. A figure of libvirt_connect_get_all_domain_stats(). libvirt itself
 * has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_NET_SUFFIX_TX_PKTS ".tx.pkts"

/**
 * LIBVIRT_DOMAIN_STATS_STATE_REASON:
 *
 * `i`: why the domain is in that state: a number of the enumeration that belongs to it, such as
 * #LibvirtDomainPausedReason. A figure of libvirt_connect_get_all_domain_stats(). libvirt itself
 * has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_STATE_REASON "state.reason"

/**
 * LIBVIRT_DOMAIN_STATS_STATE_STATE:
 *
 * `i`: whether the domain runs, is paused, is off: a #LibvirtDomainState. A figure of
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_STATE_STATE "state.state"

/**
 * LIBVIRT_DOMAIN_STATS_VCPU_CURRENT:
 *
 * `u`: how many virtual CPUs are plugged in. A figure of libvirt_connect_get_all_domain_stats().
 * libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_VCPU_CURRENT "vcpu.current"

/**
 * LIBVIRT_DOMAIN_STATS_VCPU_MAXIMUM:
 *
 * `u`: how many virtual CPUs can be plugged in. A figure of
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_VCPU_MAXIMUM "vcpu.maximum"

/**
 * LIBVIRT_DOMAIN_STATS_VCPU_PREFIX:
 *
 * Begins the names about a virtual CPU; its number, perhaps with gaps, and one of the names that
 * begin with LIBVIRT_DOMAIN_STATS_VCPU_SUFFIX follow. libvirt itself has this name as a macro
 * since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_VCPU_PREFIX "vcpu."

/**
 * LIBVIRT_DOMAIN_STATS_VCPU_SUFFIX_DELAY:
 *
 * `t`: nanoseconds that a virtual CPU waited in the host's queue; the guest sees them as stolen. A
 * figure of libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since
 * 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_VCPU_SUFFIX_DELAY ".delay"

/**
 * LIBVIRT_DOMAIN_STATS_VCPU_SUFFIX_HALTED:
 *
 * `b`: whether a virtual CPU rests, or is disabled. A figure of
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_VCPU_SUFFIX_HALTED ".halted"

/**
 * LIBVIRT_DOMAIN_STATS_VCPU_SUFFIX_STATE:
 *
 * `i`: a #LibvirtVcpuState: what a virtual CPU does. A figure of
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_VCPU_SUFFIX_STATE ".state"

/**
 * LIBVIRT_DOMAIN_STATS_VCPU_SUFFIX_TIME:
 *
 * `t`: nanoseconds that a virtual CPU ran. A figure of libvirt_connect_get_all_domain_stats().
 * libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_VCPU_SUFFIX_TIME ".time"

/**
 * LIBVIRT_DOMAIN_STATS_VCPU_SUFFIX_WAIT:
 *
 * `t`: nanoseconds that a virtual CPU would have run, had others not been ahead of it. A figure of
 * libvirt_connect_get_all_domain_stats(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_VCPU_SUFFIX_WAIT ".wait"

/**
 * LIBVIRT_DOMAIN_STATS_VM_PREFIX:
 *
 * Begins figures of the hypervisor's own, which may change with it; its name for one and one of
 * the names that begin with LIBVIRT_DOMAIN_STATS_CUSTOM_SUFFIX follow. libvirt itself has this
 * name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_STATS_VM_PREFIX "vm."
