/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-domain-guest-enums.h>
#include <libvirt-gobj/libvirt-domain.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_DOMAIN_IP_ADDRESS (libvirt_domain_ip_address_get_type ())

typedef struct _LibvirtDomainIPAddress LibvirtDomainIPAddress;

/**
 * LibvirtDomainIPAddress:
 * @type: which protocol it belongs to
 * @addr: the address as text, without the prefix, such as "192.168.122.2"
 * @prefix: how many of its bits name the network; 0 if that is not known
 *
 * An address of a guest's network card, in #LibvirtDomainInterface.
 *
 * Mirrors virDomainIPAddress.
 *
 * Since: 1.0
 */
struct _LibvirtDomainIPAddress
{
  LibvirtIPAddrType type;
  char *addr;
  guint prefix;
};

LIBVIRT_AVAILABLE_IN_1_0
GType                   libvirt_domain_ip_address_get_type (void) G_GNUC_CONST;

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainIPAddress *libvirt_domain_ip_address_new      (void);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainIPAddress *libvirt_domain_ip_address_copy     (const LibvirtDomainIPAddress *self);

LIBVIRT_AVAILABLE_IN_1_0
void                    libvirt_domain_ip_address_free     (LibvirtDomainIPAddress *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LibvirtDomainIPAddress, libvirt_domain_ip_address_free)

#define LIBVIRT_TYPE_DOMAIN_INTERFACE (libvirt_domain_interface_get_type ())

typedef struct _LibvirtDomainInterface LibvirtDomainInterface;

/**
 * LibvirtDomainInterface:
 * @name: what it is called: by the host ("vnet0") or, if the guest was asked, in the guest
 *   ("eth0")
 * @hwaddr: (nullable): the hardware address, which is the same in the host's and the guest's view
 * @addrs: (element-type LibvirtDomainIPAddress): its addresses, none if it has none
 *
 * A guest's network card with its addresses, as libvirt_domain_interface_addresses() got it.
 *
 * Mirrors virDomainInterface.
 *
 * Since: 1.0
 */
struct _LibvirtDomainInterface
{
  char *name;
  char *hwaddr;
  GPtrArray *addrs;
};

LIBVIRT_AVAILABLE_IN_1_0
GType                   libvirt_domain_interface_get_type  (void) G_GNUC_CONST;

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainInterface *libvirt_domain_interface_new       (void);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainInterface *libvirt_domain_interface_copy      (const LibvirtDomainInterface *self);

LIBVIRT_AVAILABLE_IN_1_0
void                    libvirt_domain_interface_free      (LibvirtDomainInterface *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LibvirtDomainInterface, libvirt_domain_interface_free)

LIBVIRT_AVAILABLE_IN_1_0
GPtrArray              *libvirt_domain_interface_addresses
                                  (LibvirtDomain                          *self,
                                   LibvirtDomainInterfaceAddressesSource   source,
                                   guint                                   flags,
                                   GError                                **error);

G_END_DECLS
