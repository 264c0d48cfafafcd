/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-network-lease-list.h>
#include <libvirt-gobj/libvirt-network-lease.h>
#include <libvirt-gobj/libvirt-network.h>

G_BEGIN_DECLS

/* What tells a lease from others, as long as it is renewed; to be freed. */
char *libvirt_network_lease_dup_key (const LibvirtNetworkDHCPLease *info);

/* Takes @info over. */
LibvirtNetworkLease *libvirt_network_lease_new (LibvirtNetworkDHCPLease *info);

/* The same lease as it is now; takes @info over. In the owner's context. */
void libvirt_network_lease_update (LibvirtNetworkLease *self,
                                   LibvirtNetworkDHCPLease *info);

/* The list of @network, made when it is asked for first; it lives as long as that. In the owner's
 * context. */
LibvirtNetworkLeaseList *libvirt_network_lease_list_of (LibvirtNetwork *network);

/* Has a worker fill the list again, if there is one. In the owner's context. */
void libvirt_network_lease_list_reload (LibvirtNetwork *network);

G_END_DECLS
