/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

/**
 * LIBVIRT_DOMAIN_BANDWIDTH_IN_AVERAGE:
 *
 * `u`: kilobytes, of 1000 bytes, a second that the guest may receive in the long run. A key of
 * libvirt_domain_get_interface_parameters() and libvirt_domain_set_interface_parameters().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_BANDWIDTH_IN_AVERAGE "inbound.average"

/**
 * LIBVIRT_DOMAIN_BANDWIDTH_IN_BURST:
 *
 * `u`: KiB the guest may receive at once at the peak rate. A key of
 * libvirt_domain_get_interface_parameters() and libvirt_domain_set_interface_parameters().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_BANDWIDTH_IN_BURST "inbound.burst"

/**
 * LIBVIRT_DOMAIN_BANDWIDTH_IN_FLOOR:
 *
 * `u`: kilobytes, of 1000 bytes, a second that other guests of the network must leave to this one. A key of
 * libvirt_domain_get_interface_parameters() and libvirt_domain_set_interface_parameters().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_BANDWIDTH_IN_FLOOR "inbound.floor"

/**
 * LIBVIRT_DOMAIN_BANDWIDTH_IN_PEAK:
 *
 * `u`: kilobytes, of 1000 bytes, a second that the guest may receive in a burst. A key of
 * libvirt_domain_get_interface_parameters() and libvirt_domain_set_interface_parameters().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_BANDWIDTH_IN_PEAK "inbound.peak"

/**
 * LIBVIRT_DOMAIN_BANDWIDTH_OUT_AVERAGE:
 *
 * `u`: kilobytes, of 1000 bytes, a second that the guest may send in the long run. A key of
 * libvirt_domain_get_interface_parameters() and libvirt_domain_set_interface_parameters().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_BANDWIDTH_OUT_AVERAGE "outbound.average"

/**
 * LIBVIRT_DOMAIN_BANDWIDTH_OUT_BURST:
 *
 * `u`: KiB the guest may send at once at the peak rate. A key of
 * libvirt_domain_get_interface_parameters() and libvirt_domain_set_interface_parameters().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_BANDWIDTH_OUT_BURST "outbound.burst"

/**
 * LIBVIRT_DOMAIN_BANDWIDTH_OUT_PEAK:
 *
 * `u`: kilobytes, of 1000 bytes, a second that the guest may send in a burst. A key of
 * libvirt_domain_get_interface_parameters() and libvirt_domain_set_interface_parameters().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_BANDWIDTH_OUT_PEAK "outbound.peak"

/**
 * LIBVIRT_DOMAIN_BLKIO_DEVICE_READ_BPS:
 *
 * `s`: bytes a second to read from each of the host's disks: "path,number" pairs, separated by
 * commas. A key of libvirt_domain_get_blkio_parameters() and
 * libvirt_domain_set_blkio_parameters().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_BLKIO_DEVICE_READ_BPS "device_read_bytes_sec"

/**
 * LIBVIRT_DOMAIN_BLKIO_DEVICE_READ_IOPS:
 *
 * `s`: read requests a second to each of the host's disks: "path,number" pairs, separated by
 * commas. A key of libvirt_domain_get_blkio_parameters() and
 * libvirt_domain_set_blkio_parameters().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_BLKIO_DEVICE_READ_IOPS "device_read_iops_sec"

/**
 * LIBVIRT_DOMAIN_BLKIO_DEVICE_WEIGHT:
 *
 * `s`: shares of each of the host's disks relative to other guests: "path,number" pairs, separated
 * by commas; 0 takes one back. A key of libvirt_domain_get_blkio_parameters() and
 * libvirt_domain_set_blkio_parameters().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_BLKIO_DEVICE_WEIGHT "device_weight"

/**
 * LIBVIRT_DOMAIN_BLKIO_DEVICE_WRITE_BPS:
 *
 * `s`: bytes a second to write to each of the host's disks: "path,number" pairs, separated by
 * commas. A key of libvirt_domain_get_blkio_parameters() and
 * libvirt_domain_set_blkio_parameters().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_BLKIO_DEVICE_WRITE_BPS "device_write_bytes_sec"

/**
 * LIBVIRT_DOMAIN_BLKIO_DEVICE_WRITE_IOPS:
 *
 * `s`: write requests a second to each of the host's disks: "path,number" pairs, separated by
 * commas. A key of libvirt_domain_get_blkio_parameters() and
 * libvirt_domain_set_blkio_parameters().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_BLKIO_DEVICE_WRITE_IOPS "device_write_iops_sec"

/**
 * LIBVIRT_DOMAIN_BLKIO_WEIGHT:
 *
 * `u`: the share of disk time, relative to other guests, usually from 10 or 100 to 1000. A key of
 * libvirt_domain_get_blkio_parameters() and libvirt_domain_set_blkio_parameters().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_BLKIO_WEIGHT "weight"

/**
 * LIBVIRT_DOMAIN_IOTHREAD_POLL_GROW:
 *
 * `u` or `t`: by what the polling time is multiplied when it was too short; 0 leaves that to the
 * hypervisor. Before libvirt 9.3 only `u`. A key of libvirt_domain_set_io_thread_params().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_IOTHREAD_POLL_GROW "poll_grow"

/**
 * LIBVIRT_DOMAIN_IOTHREAD_POLL_MAX_NS:
 *
 * `t`: nanoseconds an I/O thread may look for new requests before it sleeps; 0 is no polling. A
 * key of libvirt_domain_set_io_thread_params().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_IOTHREAD_POLL_MAX_NS "poll_max_ns"

/**
 * LIBVIRT_DOMAIN_IOTHREAD_POLL_SHRINK:
 *
 * `u` or `t`: by what the polling time is divided when it was too long; 0 leaves that to the
 * hypervisor. Before libvirt 9.3 only `u`. A key of libvirt_domain_set_io_thread_params().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_IOTHREAD_POLL_SHRINK "poll_shrink"

/**
 * LIBVIRT_DOMAIN_IOTHREAD_POLL_WEIGHT:
 *
 * `u` or `t`: how much the latest waits count when the hypervisor adapts the polling time. A key
 * of libvirt_domain_set_io_thread_params(). Needs libvirt 12.7.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_IOTHREAD_POLL_WEIGHT "poll_weight"

/**
 * LIBVIRT_DOMAIN_IOTHREAD_THREAD_POOL_MAX:
 *
 * `i`: the most worker threads that the I/O thread may have; -1 for the hypervisor's own limit. A
 * key of libvirt_domain_set_io_thread_params().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_IOTHREAD_THREAD_POOL_MAX "thread_pool_max"

/**
 * LIBVIRT_DOMAIN_IOTHREAD_THREAD_POOL_MIN:
 *
 * `i`: worker threads that are kept even when idle; -1 for the hypervisor's own choice. A key of
 * libvirt_domain_set_io_thread_params().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_IOTHREAD_THREAD_POOL_MIN "thread_pool_min"

/**
 * LIBVIRT_DOMAIN_MEMORY_HARD_LIMIT:
 *
 * `t`: KiB that the guest and its emulator may never exceed. A key of
 * libvirt_domain_get_memory_parameters() and libvirt_domain_set_memory_parameters().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_MEMORY_HARD_LIMIT "hard_limit"

/**
 * LIBVIRT_DOMAIN_MEMORY_MIN_GUARANTEE:
 *
 * `t`: KiB that the host promises to the guest; few hypervisors do. A key of
 * libvirt_domain_get_memory_parameters() and libvirt_domain_set_memory_parameters().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_MEMORY_MIN_GUARANTEE "min_guarantee"

/**
 * LIBVIRT_DOMAIN_MEMORY_PARAM_UNLIMITED:
 *
 * The value of a limit that limits nothing, in libvirt_domain_get_memory_parameters() and
 * libvirt_domain_set_memory_parameters().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_MEMORY_PARAM_UNLIMITED G_GUINT64_CONSTANT (9007199254740991)

/**
 * LIBVIRT_DOMAIN_MEMORY_SOFT_LIMIT:
 *
 * `t`: KiB down to which the guest is pressed when the host lacks memory. A key of
 * libvirt_domain_get_memory_parameters() and libvirt_domain_set_memory_parameters().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_MEMORY_SOFT_LIMIT "soft_limit"

/**
 * LIBVIRT_DOMAIN_MEMORY_SWAP_HARD_LIMIT:
 *
 * `t`: KiB of memory and swap together that are never exceeded; not less than the limit for memory
 * alone. A key of libvirt_domain_get_memory_parameters() and
 * libvirt_domain_set_memory_parameters().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_MEMORY_SWAP_HARD_LIMIT "swap_hard_limit"

/**
 * LIBVIRT_DOMAIN_NUMA_MODE:
 *
 * `i`: a #LibvirtDomainNumatuneMemMode: how strictly memory comes from those nodes. A key of
 * libvirt_domain_get_numa_parameters() and libvirt_domain_set_numa_parameters().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_NUMA_MODE "numa_mode"

/**
 * LIBVIRT_DOMAIN_NUMA_NODESET:
 *
 * `s`: NUMA nodes of the host to take memory from, such as "0-3,^2". A key of
 * libvirt_domain_get_numa_parameters() and libvirt_domain_set_numa_parameters().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_NUMA_NODESET "numa_nodeset"

/**
 * LIBVIRT_DOMAIN_SCHEDULER_CAP:
 *
 * `u`: the most processor time in percent of one host CPU, for the credit scheduler; 0 is no
 * limit. A key of libvirt_domain_get_scheduler_parameters_flags() and
 * libvirt_domain_set_scheduler_parameters_flags().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_SCHEDULER_CAP "cap"

/**
 * LIBVIRT_DOMAIN_SCHEDULER_CPU_SHARES:
 *
 * `t`: the guest's weight against other guests, for the posix scheduler. A key of
 * libvirt_domain_get_scheduler_parameters_flags() and
 * libvirt_domain_set_scheduler_parameters_flags().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_SCHEDULER_CPU_SHARES "cpu_shares"

/**
 * LIBVIRT_DOMAIN_SCHEDULER_EMULATOR_PERIOD:
 *
 * `t`: microseconds of each round of the emulator's quota. A key of
 * libvirt_domain_get_scheduler_parameters_flags() and
 * libvirt_domain_set_scheduler_parameters_flags().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_SCHEDULER_EMULATOR_PERIOD "emulator_period"

/**
 * LIBVIRT_DOMAIN_SCHEDULER_EMULATOR_QUOTA:
 *
 * `x`: microseconds of each round for the emulator's own threads, without vCPUs; a negative number
 * is no limit. A key of libvirt_domain_get_scheduler_parameters_flags() and
 * libvirt_domain_set_scheduler_parameters_flags().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_SCHEDULER_EMULATOR_QUOTA "emulator_quota"

/**
 * LIBVIRT_DOMAIN_SCHEDULER_GLOBAL_PERIOD:
 *
 * `t`: microseconds of each round of the quota of the whole domain. A key of
 * libvirt_domain_get_scheduler_parameters_flags() and
 * libvirt_domain_set_scheduler_parameters_flags().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_SCHEDULER_GLOBAL_PERIOD "global_period"

/**
 * LIBVIRT_DOMAIN_SCHEDULER_GLOBAL_QUOTA:
 *
 * `x`: microseconds of each round for all of the domain's threads together; a negative number is
 * no limit. A key of libvirt_domain_get_scheduler_parameters_flags() and
 * libvirt_domain_set_scheduler_parameters_flags().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_SCHEDULER_GLOBAL_QUOTA "global_quota"

/**
 * LIBVIRT_DOMAIN_SCHEDULER_IOTHREAD_PERIOD:
 *
 * `t`: microseconds of each round of the quota of I/O threads. A key of
 * libvirt_domain_get_scheduler_parameters_flags() and
 * libvirt_domain_set_scheduler_parameters_flags().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_SCHEDULER_IOTHREAD_PERIOD "iothread_period"

/**
 * LIBVIRT_DOMAIN_SCHEDULER_IOTHREAD_QUOTA:
 *
 * `x`: microseconds of each round for each I/O thread; a negative number is no limit. A key of
 * libvirt_domain_get_scheduler_parameters_flags() and
 * libvirt_domain_set_scheduler_parameters_flags().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_SCHEDULER_IOTHREAD_QUOTA "iothread_quota"

/**
 * LIBVIRT_DOMAIN_SCHEDULER_LIMIT:
 *
 * `x`: the most processor time in MHz, for the allocation scheduler of ESX; -1 is no limit. A key
 * of libvirt_domain_get_scheduler_parameters_flags() and
 * libvirt_domain_set_scheduler_parameters_flags().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_SCHEDULER_LIMIT "limit"

/**
 * LIBVIRT_DOMAIN_SCHEDULER_RESERVATION:
 *
 * `x`: MHz that are kept for the domain, for the allocation scheduler of ESX. A key of
 * libvirt_domain_get_scheduler_parameters_flags() and
 * libvirt_domain_set_scheduler_parameters_flags().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_SCHEDULER_RESERVATION "reservation"

/**
 * LIBVIRT_DOMAIN_SCHEDULER_SHARES:
 *
 * `i`: the weight against others, for the allocation scheduler of ESX; -1, -2 and -3 are low,
 * normal and high. A key of libvirt_domain_get_scheduler_parameters_flags() and
 * libvirt_domain_set_scheduler_parameters_flags().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_SCHEDULER_SHARES "shares"

/**
 * LIBVIRT_DOMAIN_SCHEDULER_VCPU_PERIOD:
 *
 * `t`: microseconds of each round of the quota of virtual CPUs. A key of
 * libvirt_domain_get_scheduler_parameters_flags() and
 * libvirt_domain_set_scheduler_parameters_flags().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_SCHEDULER_VCPU_PERIOD "vcpu_period"

/**
 * LIBVIRT_DOMAIN_SCHEDULER_VCPU_QUOTA:
 *
 * `x`: microseconds of each round for each virtual CPU; a negative number is no limit. A key of
 * libvirt_domain_get_scheduler_parameters_flags() and
 * libvirt_domain_set_scheduler_parameters_flags().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_SCHEDULER_VCPU_QUOTA "vcpu_quota"

/**
 * LIBVIRT_DOMAIN_SCHEDULER_WEIGHT:
 *
 * `u`: the share of processor time against others, for the credit scheduler. A key of
 * libvirt_domain_get_scheduler_parameters_flags() and
 * libvirt_domain_set_scheduler_parameters_flags().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_SCHEDULER_WEIGHT "weight"

/**
 * LIBVIRT_DOMAIN_CPU_STATS_CPUTIME:
 *
 * `t`: nanoseconds that guest and hypervisor used. A key of libvirt_domain_get_cpu_stats().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_CPU_STATS_CPUTIME "cpu_time"

/**
 * LIBVIRT_DOMAIN_CPU_STATS_SYSTEMTIME:
 *
 * `t`: nanoseconds thereof in the host's kernel; in the total of all CPUs only. A key of
 * libvirt_domain_get_cpu_stats().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_CPU_STATS_SYSTEMTIME "system_time"

/**
 * LIBVIRT_DOMAIN_CPU_STATS_USERTIME:
 *
 * `t`: nanoseconds thereof in user mode; in the total of all CPUs only. A key of
 * libvirt_domain_get_cpu_stats().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_CPU_STATS_USERTIME "user_time"

/**
 * LIBVIRT_DOMAIN_CPU_STATS_VCPUTIME:
 *
 * `t`: nanoseconds of the virtual CPUs alone, without the emulator; for single CPUs only. A key of
 * libvirt_domain_get_cpu_stats().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_CPU_STATS_VCPUTIME "vcpu_time"

/**
 * LIBVIRT_DOMAIN_SEND_KEY_MAX_KEYS:
 *
 * The most keys that libvirt_domain_send_key() can hold down at once.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_SEND_KEY_MAX_KEYS 16
