/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

/**
 * LIBVIRT_DOMAIN_TUNABLE_BLKDEV_DISK:
 *
 * `s`: which disk has new limits: its target name, such as "vda". A key of
 * #LibvirtDomain::event-tunable.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_TUNABLE_BLKDEV_DISK "blkdeviotune.disk"

/**
 * LIBVIRT_DOMAIN_TUNABLE_BLKDEV_GROUP_NAME:
 *
 * `s`: with which disks this one now shares its limits. A key of #LibvirtDomain::event-tunable.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_TUNABLE_BLKDEV_GROUP_NAME "blkdeviotune.group_name"

/**
 * LIBVIRT_DOMAIN_TUNABLE_BLKDEV_TOTAL_BYTES_SEC:
 *
 * `t`: bytes a second that the guest may read and write from now on. A key of
 * #LibvirtDomain::event-tunable.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_TUNABLE_BLKDEV_TOTAL_BYTES_SEC "blkdeviotune.total_bytes_sec"

/**
 * LIBVIRT_DOMAIN_TUNABLE_BLKDEV_TOTAL_BYTES_SEC_MAX:
 *
 * `t`: bytes a second that the guest may read and write from now on in a burst. A key of
 * #LibvirtDomain::event-tunable.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_TUNABLE_BLKDEV_TOTAL_BYTES_SEC_MAX "blkdeviotune.total_bytes_sec_max"

/**
 * LIBVIRT_DOMAIN_TUNABLE_BLKDEV_TOTAL_BYTES_SEC_MAX_LENGTH:
 *
 * `t`: seconds that a burst above the limit of bytes may now last. A key of
 * #LibvirtDomain::event-tunable.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_TUNABLE_BLKDEV_TOTAL_BYTES_SEC_MAX_LENGTH "blkdeviotune.total_bytes_sec_max_length"

/**
 * LIBVIRT_DOMAIN_TUNABLE_BLKDEV_TOTAL_IOPS_SEC:
 *
 * `t`: requests a second, of either kind, that the guest may make from now on. A key of
 * #LibvirtDomain::event-tunable.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_TUNABLE_BLKDEV_TOTAL_IOPS_SEC "blkdeviotune.total_iops_sec"

/**
 * LIBVIRT_DOMAIN_TUNABLE_BLKDEV_TOTAL_IOPS_SEC_MAX:
 *
 * `t`: requests a second, of either kind, that the guest may make from now on in a burst. A key of
 * #LibvirtDomain::event-tunable.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_TUNABLE_BLKDEV_TOTAL_IOPS_SEC_MAX "blkdeviotune.total_iops_sec_max"

/**
 * LIBVIRT_DOMAIN_TUNABLE_BLKDEV_TOTAL_IOPS_SEC_MAX_LENGTH:
 *
 * `t`: seconds that a burst above the limit of requests may now last. A key of
 * #LibvirtDomain::event-tunable.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_TUNABLE_BLKDEV_TOTAL_IOPS_SEC_MAX_LENGTH "blkdeviotune.total_iops_sec_max_length"

/**
 * LIBVIRT_DOMAIN_TUNABLE_BLKDEV_READ_BYTES_SEC:
 *
 * `t`: bytes a second that the guest may read from now on. A key of #LibvirtDomain::event-tunable.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_TUNABLE_BLKDEV_READ_BYTES_SEC "blkdeviotune.read_bytes_sec"

/**
 * LIBVIRT_DOMAIN_TUNABLE_BLKDEV_READ_BYTES_SEC_MAX:
 *
 * `t`: bytes a second that the guest may read from now on in a burst. A key of
 * #LibvirtDomain::event-tunable.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_TUNABLE_BLKDEV_READ_BYTES_SEC_MAX "blkdeviotune.read_bytes_sec_max"

/**
 * LIBVIRT_DOMAIN_TUNABLE_BLKDEV_READ_BYTES_SEC_MAX_LENGTH:
 *
 * `t`: seconds that a burst above the limit of read bytes may now last. A key of
 * #LibvirtDomain::event-tunable.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_TUNABLE_BLKDEV_READ_BYTES_SEC_MAX_LENGTH "blkdeviotune.read_bytes_sec_max_length"

/**
 * LIBVIRT_DOMAIN_TUNABLE_BLKDEV_READ_IOPS_SEC:
 *
 * `t`: read requests a second that the guest may make from now on. A key of
 * #LibvirtDomain::event-tunable.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_TUNABLE_BLKDEV_READ_IOPS_SEC "blkdeviotune.read_iops_sec"

/**
 * LIBVIRT_DOMAIN_TUNABLE_BLKDEV_READ_IOPS_SEC_MAX:
 *
 * `t`: read requests a second that the guest may make from now on in a burst. A key of
 * #LibvirtDomain::event-tunable.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_TUNABLE_BLKDEV_READ_IOPS_SEC_MAX "blkdeviotune.read_iops_sec_max"

/**
 * LIBVIRT_DOMAIN_TUNABLE_BLKDEV_READ_IOPS_SEC_MAX_LENGTH:
 *
 * `t`: seconds that a burst above the limit of read requests may now last. A key of
 * #LibvirtDomain::event-tunable.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_TUNABLE_BLKDEV_READ_IOPS_SEC_MAX_LENGTH "blkdeviotune.read_iops_sec_max_length"

/**
 * LIBVIRT_DOMAIN_TUNABLE_BLKDEV_WRITE_BYTES_SEC:
 *
 * `t`: bytes a second that the guest may write from now on. A key of
 * #LibvirtDomain::event-tunable.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_TUNABLE_BLKDEV_WRITE_BYTES_SEC "blkdeviotune.write_bytes_sec"

/**
 * LIBVIRT_DOMAIN_TUNABLE_BLKDEV_WRITE_BYTES_SEC_MAX:
 *
 * `t`: bytes a second that the guest may write from now on in a burst. A key of
 * #LibvirtDomain::event-tunable.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_TUNABLE_BLKDEV_WRITE_BYTES_SEC_MAX "blkdeviotune.write_bytes_sec_max"

/**
 * LIBVIRT_DOMAIN_TUNABLE_BLKDEV_WRITE_BYTES_SEC_MAX_LENGTH:
 *
 * `t`: seconds that a burst above the limit of write bytes may now last. A key of
 * #LibvirtDomain::event-tunable.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_TUNABLE_BLKDEV_WRITE_BYTES_SEC_MAX_LENGTH "blkdeviotune.write_bytes_sec_max_length"

/**
 * LIBVIRT_DOMAIN_TUNABLE_BLKDEV_WRITE_IOPS_SEC:
 *
 * `t`: write requests a second that the guest may make from now on. A key of
 * #LibvirtDomain::event-tunable.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_TUNABLE_BLKDEV_WRITE_IOPS_SEC "blkdeviotune.write_iops_sec"

/**
 * LIBVIRT_DOMAIN_TUNABLE_BLKDEV_WRITE_IOPS_SEC_MAX:
 *
 * `t`: write requests a second that the guest may make from now on in a burst. A key of
 * #LibvirtDomain::event-tunable.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_TUNABLE_BLKDEV_WRITE_IOPS_SEC_MAX "blkdeviotune.write_iops_sec_max"

/**
 * LIBVIRT_DOMAIN_TUNABLE_BLKDEV_WRITE_IOPS_SEC_MAX_LENGTH:
 *
 * `t`: seconds that a burst above the limit of write requests may now last. A key of
 * #LibvirtDomain::event-tunable.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_TUNABLE_BLKDEV_WRITE_IOPS_SEC_MAX_LENGTH "blkdeviotune.write_iops_sec_max_length"

/**
 * LIBVIRT_DOMAIN_TUNABLE_BLKDEV_SIZE_IOPS_SEC:
 *
 * `t`: bytes that now count as one request. A key of #LibvirtDomain::event-tunable.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_TUNABLE_BLKDEV_SIZE_IOPS_SEC "blkdeviotune.size_iops_sec"

/**
 * LIBVIRT_DOMAIN_TUNABLE_CPU_CPU_SHARES:
 *
 * `t`: the domain's new weight against other domains. A key of #LibvirtDomain::event-tunable.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_TUNABLE_CPU_CPU_SHARES "cputune.cpu_shares"

/**
 * LIBVIRT_DOMAIN_TUNABLE_CPU_EMULATORPIN:
 *
 * `s`: host CPUs the emulator may use from now on, such as "0-3". A key of
 * #LibvirtDomain::event-tunable.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_TUNABLE_CPU_EMULATORPIN "cputune.emulatorpin"

/**
 * LIBVIRT_DOMAIN_TUNABLE_CPU_EMULATOR_PERIOD:
 *
 * `t`: microseconds a round of the emulator's quota now has. A key of
 * #LibvirtDomain::event-tunable.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_TUNABLE_CPU_EMULATOR_PERIOD "cputune.emulator_period"

/**
 * LIBVIRT_DOMAIN_TUNABLE_CPU_EMULATOR_QUOTA:
 *
 * `x`: microseconds of a round the emulator now gets; a negative number is no limit. A key of
 * #LibvirtDomain::event-tunable.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_TUNABLE_CPU_EMULATOR_QUOTA "cputune.emulator_quota"

/**
 * LIBVIRT_DOMAIN_TUNABLE_CPU_GLOBAL_PERIOD:
 *
 * `t`: microseconds a round of the whole domain's quota now has. A key of
 * #LibvirtDomain::event-tunable.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_TUNABLE_CPU_GLOBAL_PERIOD "cputune.global_period"

/**
 * LIBVIRT_DOMAIN_TUNABLE_CPU_GLOBAL_QUOTA:
 *
 * `x`: microseconds of a round the whole domain now gets; a negative number is no limit. A key of
 * #LibvirtDomain::event-tunable.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_TUNABLE_CPU_GLOBAL_QUOTA "cputune.global_quota"

/**
 * LIBVIRT_DOMAIN_TUNABLE_CPU_IOTHREADSPIN:
 *
 * `s`: a format for g_strdup_printf(), with the number of an I/O thread: host CPUs it may use from
 * now on. A key of #LibvirtDomain::event-tunable.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_TUNABLE_CPU_IOTHREADSPIN "cputune.iothreadpin%u"

/**
 * LIBVIRT_DOMAIN_TUNABLE_CPU_IOTHREAD_PERIOD:
 *
 * `t`: microseconds a round of the I/O threads' quota now has. A key of
 * #LibvirtDomain::event-tunable.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_TUNABLE_CPU_IOTHREAD_PERIOD "cputune.iothread_period"

/**
 * LIBVIRT_DOMAIN_TUNABLE_CPU_IOTHREAD_QUOTA:
 *
 * `x`: microseconds of a round each I/O thread now gets; a negative number is no limit. A key of
 * #LibvirtDomain::event-tunable.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_TUNABLE_CPU_IOTHREAD_QUOTA "cputune.iothread_quota"

/**
 * LIBVIRT_DOMAIN_TUNABLE_CPU_VCPUPIN:
 *
 * `s`: a format for g_strdup_printf(), with the number of a virtual CPU: host CPUs it may use from
 * now on. A key of #LibvirtDomain::event-tunable.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_TUNABLE_CPU_VCPUPIN "cputune.vcpupin%u"

/**
 * LIBVIRT_DOMAIN_TUNABLE_CPU_VCPU_PERIOD:
 *
 * `t`: microseconds a round of the virtual CPUs' quota now has. A key of
 * #LibvirtDomain::event-tunable.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_TUNABLE_CPU_VCPU_PERIOD "cputune.vcpu_period"

/**
 * LIBVIRT_DOMAIN_TUNABLE_CPU_VCPU_QUOTA:
 *
 * `x`: microseconds of a round each virtual CPU now gets; a negative number is no limit. A key of
 * #LibvirtDomain::event-tunable.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_TUNABLE_CPU_VCPU_QUOTA "cputune.vcpu_quota"
