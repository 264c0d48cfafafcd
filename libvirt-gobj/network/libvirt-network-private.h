/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-enum-types.h>
#include <libvirt-gobj/libvirt-network.h>
#include "runtime/libvirt-adopt-private.h"
#include "runtime/libvirt-entity-event-private.h"
#include "runtime/libvirt-entity-flags-private.h"

G_BEGIN_DECLS

extern const LibvirtEntityDetails libvirt_network_details;

/* network/libvirt-network-port.c */
extern const LibvirtEntityDetails libvirt_network_port_details;

/* network/libvirt-network-event.c */
extern const LibvirtEntityEvents libvirt_network_events;

/* One object for each network that libvirt lists. Blocks. */
GPtrArray *libvirt_network_adopt_list (LibvirtCore *core,
                                       virConnectPtr connect,
                                       guint flags,
                                       GError **error);

LibvirtNetworkDHCPLease *libvirt_network_dhcp_lease_from_native (const virNetworkDHCPLease *native);

G_END_DECLS
