/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_DEVICE_COUNT:
 *
 * `u`: how many devices with a driver the guest's agent found. A figure of
 * libvirt_domain_get_guest_info(). Needs libvirt 12.7.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_DEVICE_COUNT "device.count"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_DEVICE_PREFIX:
 *
 * Begins the names about a device; a number and one of the names that begin with
 * LIBVIRT_DOMAIN_GUEST_INFO_DEVICE_SUFFIX follow. Needs libvirt 12.7.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_DEVICE_PREFIX "device."

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_DRIVER_DATE:
 *
 * `x` or `t`: when a device's driver was made, in nanoseconds since 1970. A figure of
 * libvirt_domain_get_guest_info(). Needs libvirt 12.7.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_DRIVER_DATE ".driverDate"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_DRIVER_NAME:
 *
 * `s`: which driver the guest uses for a device. A figure of libvirt_domain_get_guest_info().
 * Needs libvirt 12.7.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_DRIVER_NAME ".driverName"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_DRIVER_VERSION:
 *
 * `s`: the release of a device's driver. A figure of libvirt_domain_get_guest_info(). Needs
 * libvirt 12.7.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_DRIVER_VERSION ".driverVersion"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_ID_TYPE:
 *
 * `s`: what identifies a device: "pci". A figure of libvirt_domain_get_guest_info(). Needs libvirt
 * 12.7.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_ID_TYPE ".idType"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_PCI_DEVICE:
 *
 * `u` or `t`: the model of a PCI device, as its maker numbers it. A figure of
 * libvirt_domain_get_guest_info(). Needs libvirt 12.7.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_PCI_DEVICE ".pciDevice"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_PCI_VENDOR:
 *
 * `u` or `t`: the maker of a PCI device, by its number. A figure of
 * libvirt_domain_get_guest_info(). Needs libvirt 12.7.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_PCI_VENDOR ".pciVendor"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_DISK_COUNT:
 *
 * `u`: how many disks the guest's system sees. A figure of libvirt_domain_get_guest_info().
 * libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_DISK_COUNT "disk.count"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_DISK_PREFIX:
 *
 * Begins the names about a disk of the guest; a number and one of the names that begin with
 * LIBVIRT_DOMAIN_GUEST_INFO_DISK_SUFFIX follow. libvirt itself has this name as a macro since
 * 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_DISK_PREFIX "disk."

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_DISK_SUFFIX_ALIAS:
 *
 * `s`: target name in the domain's XML, such as "vda", of a disk of the guest. A figure of
 * libvirt_domain_get_guest_info(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_DISK_SUFFIX_ALIAS ".alias"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_DISK_SUFFIX_DEPENDENCY_COUNT:
 *
 * `u`: how many devices a disk of the guest is made of, such as those of a volume group. A figure
 * of libvirt_domain_get_guest_info(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_DISK_SUFFIX_DEPENDENCY_COUNT ".dependency.count"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_DISK_SUFFIX_DEPENDENCY_PREFIX:
 *
 * Within the names of a disk of the guest, begins a device it is made of; its number follows.
 * libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_DISK_SUFFIX_DEPENDENCY_PREFIX ".dependency."

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_DISK_SUFFIX_DEPENDENCY_SUFFIX_NAME:
 *
 * `s`: path in the guest of a device that a disk is made of. A figure of
 * libvirt_domain_get_guest_info(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_DISK_SUFFIX_DEPENDENCY_SUFFIX_NAME ".name"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_DISK_SUFFIX_GUEST_ALIAS:
 *
 * `s`: what the guest itself calls the disk besides, as the device mapper does. A figure of
 * libvirt_domain_get_guest_info(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_DISK_SUFFIX_GUEST_ALIAS ".guest_alias"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_DISK_SUFFIX_GUEST_BUS:
 *
 * `s`: how the disk is attached from the guest's point of view, such as "virtio" or "sata". A
 * figure of libvirt_domain_get_guest_info(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_DISK_SUFFIX_GUEST_BUS ".guest_bus"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_DISK_SUFFIX_NAME:
 *
 * `s`: path of the disk's node in the guest; in Windows its UNC name. A figure of
 * libvirt_domain_get_guest_info(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_DISK_SUFFIX_NAME ".name"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_DISK_SUFFIX_PARTITION:
 *
 * `b`: whether it is a part of a disk, not a whole one. A figure of
 * libvirt_domain_get_guest_info(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_DISK_SUFFIX_PARTITION ".partition"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_DISK_SUFFIX_SERIAL:
 *
 * `s`: serial number of a disk that the guest sees. A figure of libvirt_domain_get_guest_info().
 * libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_DISK_SUFFIX_SERIAL ".serial"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_FS_COUNT:
 *
 * `u`: how many file systems are mounted in the guest. A figure of
 * libvirt_domain_get_guest_info(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_FS_COUNT "fs.count"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_FS_PREFIX:
 *
 * Begins the names about a file system; a number and one of the names that begin with
 * LIBVIRT_DOMAIN_GUEST_INFO_FS_SUFFIX follow. libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_FS_PREFIX "fs."

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_COUNT:
 *
 * `u`: how many disks a file system is on. A figure of libvirt_domain_get_guest_info(). libvirt
 * itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_COUNT ".disk.count"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_PREFIX:
 *
 * Within a file system's names, begins a disk it is on; its number follows. libvirt itself has
 * this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_PREFIX ".disk."

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_SUFFIX_ALIAS:
 *
 * `s`: target name in the domain's XML, such as "vda", of a disk below a file system. A figure of
 * libvirt_domain_get_guest_info(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_SUFFIX_ALIAS ".alias"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_SUFFIX_DEVICE:
 *
 * `s`: path in the guest of a disk below a file system. A figure of
 * libvirt_domain_get_guest_info(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_SUFFIX_DEVICE ".device"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_SUFFIX_SERIAL:
 *
 * `s`: serial number of a disk below a file system. A figure of libvirt_domain_get_guest_info().
 * libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_SUFFIX_SERIAL ".serial"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_FS_SUFFIX_FSTYPE:
 *
 * `s`: format of a file system, such as "ext4". A figure of libvirt_domain_get_guest_info().
 * libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_FS_SUFFIX_FSTYPE ".fstype"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_FS_SUFFIX_MOUNTPOINT:
 *
 * `s`: folder of the guest in which a file system is seen. A figure of
 * libvirt_domain_get_guest_info(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_FS_SUFFIX_MOUNTPOINT ".mountpoint"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_FS_SUFFIX_NAME:
 *
 * `s`: device of the guest that a file system is on, such as "sda1". A figure of
 * libvirt_domain_get_guest_info(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_FS_SUFFIX_NAME ".name"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_FS_SUFFIX_TOTAL_BYTES:
 *
 * `t`: size of a file system. A figure of libvirt_domain_get_guest_info(). libvirt itself has this
 * name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_FS_SUFFIX_TOTAL_BYTES ".total-bytes"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_FS_SUFFIX_USED_BYTES:
 *
 * `t`: how much of a file system is full. A figure of libvirt_domain_get_guest_info(). libvirt
 * itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_FS_SUFFIX_USED_BYTES ".used-bytes"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_HOSTNAME_HOSTNAME:
 *
 * `s`: what the guest calls itself. A figure of libvirt_domain_get_guest_info(). libvirt itself
 * has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_HOSTNAME_HOSTNAME "hostname"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_LOAD_15M:
 *
 * `d`: processes that wanted to run in the guest, on average of a quarter of an hour. A figure of
 * libvirt_domain_get_guest_info(). Needs libvirt 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_LOAD_15M "load.15m"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_LOAD_1M:
 *
 * `d`: processes that wanted to run in the guest, on average of a minute. A figure of
 * libvirt_domain_get_guest_info(). Needs libvirt 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_LOAD_1M "load.1m"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_LOAD_5M:
 *
 * `d`: processes that wanted to run in the guest, on average of five minutes. A figure of
 * libvirt_domain_get_guest_info(). Needs libvirt 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_LOAD_5M "load.5m"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_OS_ID:
 *
 * `s`: the guest's system in a word for programs, such as "fedora". A figure of
 * libvirt_domain_get_guest_info(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_OS_ID "os.id"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_OS_KERNEL_RELEASE:
 *
 * `s`: release of the guest's kernel, as `uname -r` says. A figure of
 * libvirt_domain_get_guest_info(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_OS_KERNEL_RELEASE "os.kernel-release"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_OS_KERNEL_VERSION:
 *
 * `s`: build of the guest's kernel, as `uname -v` says. A figure of
 * libvirt_domain_get_guest_info(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_OS_KERNEL_VERSION "os.kernel-version"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_OS_MACHINE:
 *
 * `s`: hardware that the guest's kernel is made for, such as "x86_64". A figure of
 * libvirt_domain_get_guest_info(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_OS_MACHINE "os.machine"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_OS_NAME:
 *
 * `s`: the guest's system for people, without its version. A figure of
 * libvirt_domain_get_guest_info(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_OS_NAME "os.name"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_OS_PRETTY_NAME:
 *
 * `s`: the guest's system for people, with its version. A figure of
 * libvirt_domain_get_guest_info(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_OS_PRETTY_NAME "os.pretty-name"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_OS_VARIANT:
 *
 * `s`: edition of the guest's system for people, such as "Server". A figure of
 * libvirt_domain_get_guest_info(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_OS_VARIANT "os.variant"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_OS_VARIANT_ID:
 *
 * `s`: edition of the guest's system for programs. A figure of libvirt_domain_get_guest_info().
 * libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_OS_VARIANT_ID "os.variant-id"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_OS_VERSION:
 *
 * `s`: version of the guest's system for people, perhaps with a code name. A figure of
 * libvirt_domain_get_guest_info(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_OS_VERSION "os.version"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_OS_VERSION_ID:
 *
 * `s`: version of the guest's system for programs, such as "12". A figure of
 * libvirt_domain_get_guest_info(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_OS_VERSION_ID "os.version-id"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_TIMEZONE_NAME:
 *
 * `s`: time zone of the guest, as it abbreviates it. A figure of libvirt_domain_get_guest_info().
 * libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_TIMEZONE_NAME "timezone.name"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_TIMEZONE_OFFSET:
 *
 * `i`: seconds by which the guest's clocks are ahead of UTC; negative west of it. A figure of
 * libvirt_domain_get_guest_info(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_TIMEZONE_OFFSET "timezone.offset"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_IF_COUNT:
 *
 * `u`: how many network devices the guest has, its loopback included. A figure of
 * libvirt_domain_get_guest_info(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_IF_COUNT "if.count"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_IF_PREFIX:
 *
 * Begins the names about a network device; a number and one of the names that begin with
 * LIBVIRT_DOMAIN_GUEST_INFO_IF_SUFFIX follow. libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_IF_PREFIX "if."

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_COUNT:
 *
 * `u`: how many IP addresses a network device has. A figure of libvirt_domain_get_guest_info().
 * libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_COUNT ".addr.count"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_PREFIX:
 *
 * Within a network device's names, begins an IP address; its number follows. libvirt itself has
 * this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_PREFIX ".addr."

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_SUFFIX_ADDR:
 *
 * `s`: an IP address in its usual notation. A figure of libvirt_domain_get_guest_info(). libvirt
 * itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_SUFFIX_ADDR ".addr"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_SUFFIX_PREFIX:
 *
 * `u`: bits of an IP address that are those of its network. A figure of
 * libvirt_domain_get_guest_info(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_SUFFIX_PREFIX ".prefix"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_SUFFIX_TYPE:
 *
 * `s`: family of an IP address: "ipv4" or "ipv6". A figure of libvirt_domain_get_guest_info().
 * libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_SUFFIX_TYPE ".type"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_IF_SUFFIX_HWADDR:
 *
 * `s`: MAC of a network device. A figure of libvirt_domain_get_guest_info(). libvirt itself has
 * this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_IF_SUFFIX_HWADDR ".hwaddr"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_IF_SUFFIX_NAME:
 *
 * `s`: what the guest calls a network device, such as "eth0". A figure of
 * libvirt_domain_get_guest_info(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_IF_SUFFIX_NAME ".name"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_USER_COUNT:
 *
 * `u`: how many people are logged in. A figure of libvirt_domain_get_guest_info(). libvirt itself
 * has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_USER_COUNT "user.count"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_USER_PREFIX:
 *
 * Begins the names about somebody logged in; a number and one of the names that begin with
 * LIBVIRT_DOMAIN_GUEST_INFO_USER_SUFFIX follow. libvirt itself has this name as a macro since
 * 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_USER_PREFIX "user."

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_USER_SUFFIX_DOMAIN:
 *
 * `s`: Windows domain of who is logged in. A figure of libvirt_domain_get_guest_info(). libvirt
 * itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_USER_SUFFIX_DOMAIN ".domain"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_USER_SUFFIX_LOGIN_TIME:
 *
 * `t`: since when somebody is logged in, in milliseconds since 1970. A figure of
 * libvirt_domain_get_guest_info(). libvirt itself has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_USER_SUFFIX_LOGIN_TIME ".login-time"

/**
 * LIBVIRT_DOMAIN_GUEST_INFO_USER_SUFFIX_NAME:
 *
 * `s`: account of who is logged in. A figure of libvirt_domain_get_guest_info(). libvirt itself
 * has this name as a macro since 11.2.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_GUEST_INFO_USER_SUFFIX_NAME ".name"

/**
 * LIBVIRT_DOMAIN_LAUNCH_SECURITY_SEV_API_MAJOR:
 *
 * `u`: first part of the version of the SEV firmware's interface. A key of
 * libvirt_domain_get_launch_security_info().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_LAUNCH_SECURITY_SEV_API_MAJOR "sev-api-major"

/**
 * LIBVIRT_DOMAIN_LAUNCH_SECURITY_SEV_API_MINOR:
 *
 * `u`: second part of the version of the SEV firmware's interface. A key of
 * libvirt_domain_get_launch_security_info().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_LAUNCH_SECURITY_SEV_API_MINOR "sev-api-minor"

/**
 * LIBVIRT_DOMAIN_LAUNCH_SECURITY_SEV_BUILD_ID:
 *
 * `u`: which build of the SEV firmware the host has. A key of
 * libvirt_domain_get_launch_security_info().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_LAUNCH_SECURITY_SEV_BUILD_ID "sev-build-id"

/**
 * LIBVIRT_DOMAIN_LAUNCH_SECURITY_SEV_MEASUREMENT:
 *
 * `s`: what was loaded into the guest at its start, signed by the firmware, in Base64; only for
 * guests that are not SEV-SNP. A key of libvirt_domain_get_launch_security_info().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_LAUNCH_SECURITY_SEV_MEASUREMENT "sev-measurement"

/**
 * LIBVIRT_DOMAIN_LAUNCH_SECURITY_SEV_POLICY:
 *
 * `u`: bits that say what the host must not do to an SEV guest. A key of
 * libvirt_domain_get_launch_security_info().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_LAUNCH_SECURITY_SEV_POLICY "sev-policy"

/**
 * LIBVIRT_DOMAIN_LAUNCH_SECURITY_SEV_SNP_POLICY:
 *
 * `t`: bits that say what the host must not do to an SEV-SNP guest. A key of
 * libvirt_domain_get_launch_security_info(). Needs libvirt 10.5.
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_LAUNCH_SECURITY_SEV_SNP_POLICY "sev-snp-policy"

/**
 * LIBVIRT_DOMAIN_LAUNCH_SECURITY_SEV_SECRET:
 *
 * `s`: secret for a paused guest, encrypted by its owner, in Base64. A key of
 * libvirt_domain_set_launch_security_state().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_LAUNCH_SECURITY_SEV_SECRET "sev-secret"

/**
 * LIBVIRT_DOMAIN_LAUNCH_SECURITY_SEV_SECRET_HEADER:
 *
 * `s`: what the firmware needs to decrypt that secret, in Base64. A key of
 * libvirt_domain_set_launch_security_state().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_LAUNCH_SECURITY_SEV_SECRET_HEADER "sev-secret-header"

/**
 * LIBVIRT_DOMAIN_LAUNCH_SECURITY_SEV_SECRET_SET_ADDRESS:
 *
 * `t`: guest-physical address to which the secret is written; without it the guest's firmware
 * names one. A key of libvirt_domain_set_launch_security_state().
 *
 * Since: 1.0
 */
#define LIBVIRT_DOMAIN_LAUNCH_SECURITY_SEV_SECRET_SET_ADDRESS "sev-secret-set-address"
