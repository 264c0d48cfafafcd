/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-domain-guest-enums.h>
#include <libvirt-gobj/libvirt-types.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_NETWORK_DHCP_LEASE (libvirt_network_dhcp_lease_get_type ())

typedef struct _LibvirtNetworkDHCPLease LibvirtNetworkDHCPLease;

/**
 * LibvirtNetworkDHCPLease:
 * @iface: the interface of the host through which the guest is reached
 * @expirytime: when the lease ends, in seconds since 1970 in UTC
 * @type: what sort of address it is
 * @mac: the MAC address of the guest's interface
 * @iaid: for IPv6, which of the interfaces of the guest; else %NULL
 * @ipaddr: the address
 * @prefix: how many of its bits tell the network
 * @hostname: what the guest calls itself, or %NULL
 * @clientid: what the guest's client calls itself, or %NULL
 *
 * An address that a network has given to a guest for a time.
 *
 * Mirrors virNetworkDHCPLease.
 *
 * Since: 1.0
 */
struct _LibvirtNetworkDHCPLease
{
  char *iface;
  gint64 expirytime;
  LibvirtIPAddrType type;
  char *mac;
  char *iaid;
  char *ipaddr;
  guint prefix;
  char *hostname;
  char *clientid;
};

LIBVIRT_AVAILABLE_IN_1_0
GType libvirt_network_dhcp_lease_get_type (void) G_GNUC_CONST;

LIBVIRT_AVAILABLE_IN_1_0
LibvirtNetworkDHCPLease *libvirt_network_dhcp_lease_new (void);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtNetworkDHCPLease *libvirt_network_dhcp_lease_copy (const LibvirtNetworkDHCPLease *self);

LIBVIRT_AVAILABLE_IN_1_0
void libvirt_network_dhcp_lease_free (LibvirtNetworkDHCPLease *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LibvirtNetworkDHCPLease, libvirt_network_dhcp_lease_free)

G_END_DECLS
