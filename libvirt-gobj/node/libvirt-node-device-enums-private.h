/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-node-device-enums.h>
#include <libvirt/libvirt.h>

G_BEGIN_DECLS

/* ACTIVE is bit 31 in libvirt, which a GFlags cannot carry in every language. */
static inline unsigned int
libvirt_connect_list_all_node_device_flags_to_native (LibvirtConnectListAllNodeDeviceFlags flags)
{
  unsigned int native = flags & ~LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_ACTIVE;

  if (flags & LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_ACTIVE)
    native |= VIR_CONNECT_LIST_NODE_DEVICES_ACTIVE;

  return native;
}

G_END_DECLS
