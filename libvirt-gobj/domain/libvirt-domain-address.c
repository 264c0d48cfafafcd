/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "domain/libvirt-domain-address.h"

#include <libvirt-gobj/libvirt-enum-types.h>
#include "domain/libvirt-domain-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"

#include <stdlib.h>

/**
 * SECTION:libvirt-domain-address
 * @title: Addresses of the guest
 * @short_description: under which addresses a guest is to be reached
 *
 * The guest's network cards and the addresses they have, from one of three sources of which each
 * knows something else.
 *
 * |[<!-- language="C" -->
 * g_autoptr (GPtrArray) cards =
 *   libvirt_domain_interface_addresses (domain, LIBVIRT_DOMAIN_INTERFACE_ADDRESSES_SOURCE_LEASE,
 *                                       0, &error);
 *
 * for (guint i = 0; cards != NULL && i < cards->len; i++)
 *   {
 *     LibvirtDomainInterface *card = g_ptr_array_index (cards, i);
 *
 *     for (guint j = 0; j < card->addrs->len; j++)
 *       {
 *         LibvirtDomainIPAddress *address = g_ptr_array_index (card->addrs, j);
 *
 *         g_print ("%s: %s/%u\n", card->name, address->addr, address->prefix);
 *       }
 *   }
 * ]|
 *
 * Since: 1.0
 */

G_DEFINE_BOXED_TYPE (LibvirtDomainIPAddress,
                     libvirt_domain_ip_address,
                     libvirt_domain_ip_address_copy,
                     libvirt_domain_ip_address_free)

G_DEFINE_BOXED_TYPE (LibvirtDomainInterface,
                     libvirt_domain_interface,
                     libvirt_domain_interface_copy,
                     libvirt_domain_interface_free)

/**
 * libvirt_domain_ip_address_new: (constructor)
 *
 * Makes a #LibvirtDomainIPAddress that leads nowhere, for languages that build their own; those of
 * guests are in #LibvirtDomainInterface.
 *
 * Returns: (transfer full): one without text, of an unknown protocol
 *
 * Since: 1.0
 */
LibvirtDomainIPAddress *
libvirt_domain_ip_address_new (void)
{
  LibvirtDomainIPAddress *self = g_new0 (LibvirtDomainIPAddress, 1);

  self->type = LIBVIRT_IP_ADDR_TYPE_UNKNOWN;
  return self;
}

/**
 * libvirt_domain_ip_address_copy:
 * @self: an address of a guest
 *
 * Copies one of the addresses of a #LibvirtDomainInterface.
 *
 * Returns: (transfer full): the same address of the same protocol
 *
 * Since: 1.0
 */
LibvirtDomainIPAddress *
libvirt_domain_ip_address_copy (const LibvirtDomainIPAddress *self)
{
  LibvirtDomainIPAddress *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->addr = g_strdup (self->addr);
  return copy;
}

/**
 * libvirt_domain_ip_address_free: (skip)
 * @self: an address of a guest
 *
 * Frees an address that libvirt_domain_ip_address_copy() or libvirt_domain_ip_address_new() made.
 *
 * Since: 1.0
 */
void
libvirt_domain_ip_address_free (LibvirtDomainIPAddress *self)
{
  if (self == NULL)
    return;

  g_free (self->addr);
  g_free (self);
}

/**
 * libvirt_domain_interface_new: (constructor)
 *
 * Makes a #LibvirtDomainInterface that is in no guest, for languages that build their own; filled
 * ones come from libvirt_domain_interface_addresses().
 *
 * Returns: (transfer full): one without a name and without addresses
 *
 * Since: 1.0
 */
LibvirtDomainInterface *
libvirt_domain_interface_new (void)
{
  LibvirtDomainInterface *self = g_new0 (LibvirtDomainInterface, 1);

  self->addrs = g_ptr_array_new_with_free_func ((GDestroyNotify) libvirt_domain_ip_address_free);
  return self;
}

/**
 * libvirt_domain_interface_copy:
 * @self: a network card of a guest
 *
 * Copies what libvirt_domain_interface_addresses() says of one network card, with all its
 * addresses.
 *
 * Returns: (transfer full): the same card once more
 *
 * Since: 1.0
 */
LibvirtDomainInterface *
libvirt_domain_interface_copy (const LibvirtDomainInterface *self)
{
  LibvirtDomainInterface *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = libvirt_domain_interface_new ();
  copy->name = g_strdup (self->name);
  copy->hwaddr = g_strdup (self->hwaddr);
  for (guint i = 0; i < self->addrs->len; i++)
    g_ptr_array_add (copy->addrs, libvirt_domain_ip_address_copy (self->addrs->pdata[i]));
  return copy;
}

/**
 * libvirt_domain_interface_free: (skip)
 * @self: a network card of a guest
 *
 * Frees a network card that was copied, or stolen from a list of them.
 *
 * Since: 1.0
 */
void
libvirt_domain_interface_free (LibvirtDomainInterface *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->hwaddr);
  g_ptr_array_unref (self->addrs);
  g_free (self);
}

static LibvirtDomainIPAddress *
address_from_native (virDomainIPAddressPtr native)
{
  LibvirtDomainIPAddress *self = g_new0 (LibvirtDomainIPAddress, 1);

  self->type = libvirt_enum_known (LIBVIRT_TYPE_IP_ADDR_TYPE, native->type);
  self->addr = libvirt_dup_valid (native->addr);
  self->prefix = native->prefix;
  return self;
}

static LibvirtDomainInterface *
interface_from_native (virDomainInterfacePtr native)
{
  LibvirtDomainInterface *self = libvirt_domain_interface_new ();

  self->name = libvirt_dup_valid (native->name);
  self->hwaddr = libvirt_dup_valid (native->hwaddr);
  for (guint i = 0; i < native->naddrs; i++)
    g_ptr_array_add (self->addrs, address_from_native (&native->addrs[i]));
  return self;
}

/**
 * libvirt_domain_interface_addresses:
 * @self: a running domain
 * @source: whom to ask
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Finds out which addresses the guest has (blocks; if the guest is asked, until its agent
 * answers).
 *
 * Only the guest knows them all. The leases know what libvirt's own networks handed out by DHCP,
 * and the neighbour table has no prefixes. Fails with %LIBVIRT_ERROR_OPERATION_INVALID if the
 * domain is not running, with %LIBVIRT_ERROR_AGENT_UNRESPONSIVE if the guest was asked and does
 * not answer. Calls virDomainInterfaceAddresses().
 *
 * Returns: (transfer container) (element-type LibvirtDomainInterface): the network cards that
 *   @source knows, or %NULL on failure
 *
 * Since: 1.0
 */
GPtrArray *
libvirt_domain_interface_addresses (LibvirtDomain *self,
                                    LibvirtDomainInterfaceAddressesSource source,
                                    guint flags,
                                    GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  virDomainInterfacePtr *natives = NULL;
  GPtrArray *interfaces;
  int n;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  n = virDomainInterfaceAddresses (handle->domain, &natives, source, flags);
  if (!libvirt_check (n, error))
    return NULL;

  interfaces = g_ptr_array_new_full (n, (GDestroyNotify) libvirt_domain_interface_free);
  for (int i = 0; i < n; i++)
    {
      g_ptr_array_add (interfaces, interface_from_native (natives[i]));
      virDomainInterfaceFree (natives[i]);
    }
  free (natives);

  return interfaces;
}
