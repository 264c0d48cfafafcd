/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-types.h>

G_BEGIN_DECLS

/**
 * LibvirtVcpuState:
 * @LIBVIRT_VCPU_STATE_UNKNOWN: an activity that this library cannot name
 * @LIBVIRT_VCPU_STATE_OFFLINE: not plugged in, or the guest is off
 * @LIBVIRT_VCPU_STATE_RUNNING: executes, or could at once
 * @LIBVIRT_VCPU_STATE_BLOCKED: waits for something
 *
 * What a virtual CPU does: a field of #LibvirtVcpuInfo, from libvirt_domain_get_vcpus().
 *
 * Mirrors virVcpuState.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_VCPU_STATE_UNKNOWN = -1,
  LIBVIRT_VCPU_STATE_OFFLINE = 0,
  LIBVIRT_VCPU_STATE_RUNNING = 1,
  LIBVIRT_VCPU_STATE_BLOCKED = 2,
} LibvirtVcpuState;

/**
 * LibvirtVcpuHostCpuState:
 * @LIBVIRT_VCPU_HOST_CPU_STATE_UNAVAILABLE: the driver does not know where it runs
 * @LIBVIRT_VCPU_HOST_CPU_STATE_OFFLINE: it runs nowhere, being unplugged
 *
 * Special values of the field of #LibvirtVcpuInfo that otherwise holds the number of the host CPU a
 * virtual CPU runs on.
 *
 * Mirrors virVcpuHostCpuState.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_VCPU_HOST_CPU_STATE_UNAVAILABLE = -2,
  LIBVIRT_VCPU_HOST_CPU_STATE_OFFLINE = -1,
} LibvirtVcpuHostCpuState;

/**
 * LibvirtDomainVcpuFlags:
 * @LIBVIRT_DOMAIN_VCPU_FLAGS_CURRENT: that of the guest if it runs, otherwise that of the next
 *   start
 * @LIBVIRT_DOMAIN_VCPU_FLAGS_LIVE: that of the running guest
 * @LIBVIRT_DOMAIN_VCPU_FLAGS_CONFIG: that of the next start
 * @LIBVIRT_DOMAIN_VCPU_FLAGS_MAXIMUM: the upper limit, not how many are plugged in
 * @LIBVIRT_DOMAIN_VCPU_FLAGS_GUEST: how many the guest's system has switched on, by its agent
 * @LIBVIRT_DOMAIN_VCPU_FLAGS_HOTPLUGGABLE: let those that are added be unplugged later
 * @LIBVIRT_DOMAIN_VCPU_FLAGS_ASYNC_UNPLUG: do not wait until the guest lets go;
 *   #LibvirtDomain::event-vcpu-removed tells; needs libvirt 12.4
 *
 * Which number of virtual CPUs libvirt_domain_set_vcpus_flags() changes and
 * libvirt_domain_get_vcpus_flags() returns.
 *
 * Mirrors virDomainVcpuFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_VCPU_FLAGS_CURRENT = 0,
  LIBVIRT_DOMAIN_VCPU_FLAGS_LIVE = 1 << 0,
  LIBVIRT_DOMAIN_VCPU_FLAGS_CONFIG = 1 << 1,
  LIBVIRT_DOMAIN_VCPU_FLAGS_MAXIMUM = 1 << 2,
  LIBVIRT_DOMAIN_VCPU_FLAGS_GUEST = 1 << 3,
  LIBVIRT_DOMAIN_VCPU_FLAGS_HOTPLUGGABLE = 1 << 4,
  LIBVIRT_DOMAIN_VCPU_FLAGS_ASYNC_UNPLUG = 1 << 5,
} LibvirtDomainVcpuFlags;

/**
 * LibvirtDomainSetVcpuFlags:
 * @LIBVIRT_DOMAIN_SET_VCPU_FLAGS_AFFECT_CURRENT: in the guest if it runs, otherwise in its
 *   definition; needs libvirt 12.4
 * @LIBVIRT_DOMAIN_SET_VCPU_FLAGS_AFFECT_LIVE: in the running guest only; needs libvirt 12.4
 * @LIBVIRT_DOMAIN_SET_VCPU_FLAGS_AFFECT_CONFIG: in the definition, not in the running guest; needs
 *   libvirt 12.4
 * @LIBVIRT_DOMAIN_SET_VCPU_FLAGS_ASYNC_UNPLUG: return once the request is made; the guest's consent
 *   comes as #LibvirtDomain::event-vcpu-removed; needs libvirt 12.4
 *
 * Where and how libvirt_domain_set_vcpu() plugs single virtual CPUs.
 *
 * Mirrors virDomainSetVcpuFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_SET_VCPU_FLAGS_AFFECT_CURRENT = 0,
  LIBVIRT_DOMAIN_SET_VCPU_FLAGS_AFFECT_LIVE = 1 << 0,
  LIBVIRT_DOMAIN_SET_VCPU_FLAGS_AFFECT_CONFIG = 1 << 1,
  LIBVIRT_DOMAIN_SET_VCPU_FLAGS_ASYNC_UNPLUG = 1 << 2,
} LibvirtDomainSetVcpuFlags;

G_END_DECLS
