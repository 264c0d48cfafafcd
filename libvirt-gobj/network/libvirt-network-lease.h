/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-network-dhcp-lease.h>
#include <libvirt-gobj/libvirt-types.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_NETWORK_LEASE (libvirt_network_lease_get_type ())

LIBVIRT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (LibvirtNetworkLease, libvirt_network_lease, LIBVIRT, NETWORK_LEASE, GObject)

LIBVIRT_AVAILABLE_IN_1_0
const LibvirtNetworkDHCPLease *libvirt_network_lease_get_info (LibvirtNetworkLease *self);

G_END_DECLS
