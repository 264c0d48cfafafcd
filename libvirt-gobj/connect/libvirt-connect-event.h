/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-connect.h>

G_BEGIN_DECLS

/**
 * LibvirtConnectEventGroups:
 * @LIBVIRT_CONNECT_EVENT_GROUPS_NONE: no events
 * @LIBVIRT_CONNECT_EVENT_GROUPS_LIFECYCLE: what becomes of domains; keeps their properties right
 * @LIBVIRT_CONNECT_EVENT_GROUPS_DEVICE: devices, trays and watchdogs of domains
 * @LIBVIRT_CONNECT_EVENT_GROUPS_BLOCK: block jobs, thresholds and I/O errors of disks
 * @LIBVIRT_CONNECT_EVENT_GROUPS_JOB: migrations and other long work
 * @LIBVIRT_CONNECT_EVENT_GROUPS_AGENT: guest agents and channels
 * @LIBVIRT_CONNECT_EVENT_GROUPS_MEMORY: balloons and memory devices
 * @LIBVIRT_CONNECT_EVENT_GROUPS_GRAPHICS: who looks at a display
 * @LIBVIRT_CONNECT_EVENT_GROUPS_TUNING: clocks, metadata and tunables of domains
 * @LIBVIRT_CONNECT_EVENT_GROUPS_NETWORK: networks; keeps their properties right
 * @LIBVIRT_CONNECT_EVENT_GROUPS_STORAGE: storage pools; keeps their properties right
 * @LIBVIRT_CONNECT_EVENT_GROUPS_NODE_DEVICE: devices of the host that come, go or change
 * @LIBVIRT_CONNECT_EVENT_GROUPS_SECRET: what becomes of secrets, and of their values
 * @LIBVIRT_CONNECT_EVENT_GROUPS_ALL: everything, which is what a connection begins with
 *
 * What a hypervisor is to tell without being asked.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_CONNECT_EVENT_GROUPS_NONE = 0,
  LIBVIRT_CONNECT_EVENT_GROUPS_LIFECYCLE = 1 << 0,
  LIBVIRT_CONNECT_EVENT_GROUPS_DEVICE = 1 << 1,
  LIBVIRT_CONNECT_EVENT_GROUPS_BLOCK = 1 << 2,
  LIBVIRT_CONNECT_EVENT_GROUPS_JOB = 1 << 3,
  LIBVIRT_CONNECT_EVENT_GROUPS_AGENT = 1 << 4,
  LIBVIRT_CONNECT_EVENT_GROUPS_MEMORY = 1 << 5,
  LIBVIRT_CONNECT_EVENT_GROUPS_GRAPHICS = 1 << 6,
  LIBVIRT_CONNECT_EVENT_GROUPS_TUNING = 1 << 7,
  LIBVIRT_CONNECT_EVENT_GROUPS_NETWORK = 1 << 8,
  LIBVIRT_CONNECT_EVENT_GROUPS_STORAGE = 1 << 9,
  LIBVIRT_CONNECT_EVENT_GROUPS_NODE_DEVICE = 1 << 10,
  LIBVIRT_CONNECT_EVENT_GROUPS_SECRET = 1 << 11,
  LIBVIRT_CONNECT_EVENT_GROUPS_ALL = (1 << 12) - 1,
} LibvirtConnectEventGroups;

LIBVIRT_AVAILABLE_IN_1_0
LibvirtConnectEventGroups libvirt_connect_get_event_groups (LibvirtConnect            *self);

LIBVIRT_AVAILABLE_IN_1_0
gboolean                  libvirt_connect_set_event_groups (LibvirtConnect            *self,
                                                            LibvirtConnectEventGroups  groups,
                                                            GError                   **error);

G_END_DECLS
