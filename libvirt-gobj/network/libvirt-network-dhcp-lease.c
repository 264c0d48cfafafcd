/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "network/libvirt-network-private.h"

#include "runtime/libvirt-values-private.h"

/**
 * SECTION:libvirt-network-dhcp-lease
 * @title: LibvirtNetworkDHCPLease
 * @short_description: an address given to a guest
 *
 * What libvirt_network_get_dhcp_leases() lists.
 *
 * Since: 1.0
 */

G_DEFINE_BOXED_TYPE (LibvirtNetworkDHCPLease,
                     libvirt_network_dhcp_lease,
                     libvirt_network_dhcp_lease_copy,
                     libvirt_network_dhcp_lease_free)

/**
 * libvirt_network_dhcp_lease_new: (constructor)
 *
 * Makes a lease without any content, for languages that build their own.
 *
 * Returns: (transfer full): an empty lease
 *
 * Since: 1.0
 */
LibvirtNetworkDHCPLease *
libvirt_network_dhcp_lease_new (void)
{
  return g_new0 (LibvirtNetworkDHCPLease, 1);
}

/**
 * libvirt_network_dhcp_lease_copy:
 * @self: a lease
 *
 * Copies a lease with its texts.
 *
 * Returns: (transfer full): an equal one
 *
 * Since: 1.0
 */
LibvirtNetworkDHCPLease *
libvirt_network_dhcp_lease_copy (const LibvirtNetworkDHCPLease *self)
{
  LibvirtNetworkDHCPLease *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->iface = g_strdup (self->iface);
  copy->mac = g_strdup (self->mac);
  copy->iaid = g_strdup (self->iaid);
  copy->ipaddr = g_strdup (self->ipaddr);
  copy->hostname = g_strdup (self->hostname);
  copy->clientid = g_strdup (self->clientid);
  return copy;
}

/**
 * libvirt_network_dhcp_lease_free: (skip)
 * @self: a lease
 *
 * Frees a lease with all that is in it.
 *
 * Since: 1.0
 */
void
libvirt_network_dhcp_lease_free (LibvirtNetworkDHCPLease *self)
{
  if (self == NULL)
    return;

  g_free (self->iface);
  g_free (self->mac);
  g_free (self->iaid);
  g_free (self->ipaddr);
  g_free (self->hostname);
  g_free (self->clientid);
  g_free (self);
}

LibvirtNetworkDHCPLease *
libvirt_network_dhcp_lease_from_native (const virNetworkDHCPLease *native)
{
  LibvirtNetworkDHCPLease *self = libvirt_network_dhcp_lease_new ();

  self->iface = libvirt_dup_valid (native->iface);
  self->expirytime = native->expirytime;
  self->type = libvirt_enum_known (LIBVIRT_TYPE_IP_ADDR_TYPE, native->type);
  self->mac = libvirt_dup_valid (native->mac);
  self->iaid = libvirt_dup_valid (native->iaid);
  self->ipaddr = libvirt_dup_valid (native->ipaddr);
  self->prefix = native->prefix;
  self->hostname = libvirt_dup_valid (native->hostname);
  self->clientid = libvirt_dup_valid (native->clientid);
  return self;
}
