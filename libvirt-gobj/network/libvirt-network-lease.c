/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "network/libvirt-network-lease-private.h"

#include <libvirt-gobj/libvirt-enum-types.h>

/**
 * SECTION:libvirt-network-lease
 * @title: LibvirtNetworkLease
 * @short_description: an address given to a guest, in a live list
 *
 * What #LibvirtNetwork:leases has: an address that the network has given to the interface of a
 * guest. It is the same object as long as the guest keeps the address, however often it renews the
 * lease; #LibvirtNetworkLease:expirytime tells of that.
 *
 * Since: 1.0
 */

/**
 * LibvirtNetworkLease:
 *
 * Who has which address of a network, and until when.
 *
 * Since: 1.0
 */

enum
{
  PROP_0,
  PROP_ADDR_TYPE,
  PROP_CLIENTID,
  PROP_EXPIRYTIME,
  PROP_HOSTNAME,
  PROP_IAID,
  PROP_IFACE,
  PROP_IPADDR,
  PROP_MAC,
  PROP_PREFIX,
  N_PROPS
};

struct _LibvirtNetworkLease
{
  GObject parent_instance;

  LibvirtNetworkDHCPLease *info; /* only touched in the owner's context */
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LibvirtNetworkLease, libvirt_network_lease, G_TYPE_OBJECT)

static void
libvirt_network_lease_finalize (GObject *object)
{
  libvirt_network_dhcp_lease_free (LIBVIRT_NETWORK_LEASE (object)->info);

  G_OBJECT_CLASS (libvirt_network_lease_parent_class)->finalize (object);
}

static void
libvirt_network_lease_get_property (GObject *object,
                                    guint prop_id,
                                    GValue *value,
                                    GParamSpec *pspec)
{
  const LibvirtNetworkDHCPLease *info = LIBVIRT_NETWORK_LEASE (object)->info;

  switch (prop_id)
    {
    case PROP_ADDR_TYPE:
      g_value_set_enum (value, info->type);
      break;
    case PROP_CLIENTID:
      g_value_set_string (value, info->clientid);
      break;
    case PROP_EXPIRYTIME:
      g_value_set_int64 (value, info->expirytime);
      break;
    case PROP_HOSTNAME:
      g_value_set_string (value, info->hostname);
      break;
    case PROP_IAID:
      g_value_set_string (value, info->iaid);
      break;
    case PROP_IFACE:
      g_value_set_string (value, info->iface);
      break;
    case PROP_IPADDR:
      g_value_set_string (value, info->ipaddr);
      break;
    case PROP_MAC:
      g_value_set_string (value, info->mac);
      break;
    case PROP_PREFIX:
      g_value_set_uint (value, info->prefix);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_texts (GParamFlags flags)
{
  /**
   * LibvirtNetworkLease:clientid:
   *
   * The identifier that the guest's DHCP client sent, or %NULL. It stays as it is.
   *
   * Since: 1.0
   */
  props[PROP_CLIENTID] = g_param_spec_string ("clientid", NULL, NULL, NULL, flags);

  /**
   * LibvirtNetworkLease:hostname:
   *
   * What the guest calls itself when it asks for an address, or %NULL.
   *
   * Since: 1.0
   */
  props[PROP_HOSTNAME] = g_param_spec_string ("hostname", NULL, NULL, NULL, flags);

  /**
   * LibvirtNetworkLease:iaid:
   *
   * With IPv6, which of the interfaces of its guest has the address; %NULL with IPv4. It stays as
   * it is.
   *
   * Since: 1.0
   */
  props[PROP_IAID] = g_param_spec_string ("iaid", NULL, NULL, NULL, flags);

  /**
   * LibvirtNetworkLease:iface:
   *
   * The bridge on the host, such as `virbr0`.
   *
   * Since: 1.0
   */
  props[PROP_IFACE] = g_param_spec_string ("iface", NULL, NULL, NULL, flags);

  /**
   * LibvirtNetworkLease:ipaddr:
   *
   * The address that was given, in writing. It stays as it is.
   *
   * Since: 1.0
   */
  props[PROP_IPADDR] = g_param_spec_string ("ipaddr", NULL, NULL, NULL, flags);

  /**
   * LibvirtNetworkLease:mac:
   *
   * The guest's network card, as six pairs of hexadecimal digits. It stays as it is.
   *
   * Since: 1.0
   */
  props[PROP_MAC] = g_param_spec_string ("mac", NULL, NULL, NULL, flags);
}

static void
libvirt_network_lease_class_init (LibvirtNetworkLeaseClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = libvirt_network_lease_finalize;
  object_class->get_property = libvirt_network_lease_get_property;

  /**
   * LibvirtNetworkLease:addr-type:
   *
   * Whether #LibvirtNetworkLease:ipaddr is one of IPv4 or of IPv6.
   *
   * Since: 1.0
   */
  props[PROP_ADDR_TYPE] = g_param_spec_enum ("addr-type", NULL, NULL, LIBVIRT_TYPE_IP_ADDR_TYPE,
                                             LIBVIRT_IP_ADDR_TYPE_IPV4, flags);

  /**
   * LibvirtNetworkLease:expirytime:
   *
   * When the guest loses the address if it does not ask again, in seconds since 1970 in UTC; 0 if
   * it never does.
   *
   * Since: 1.0
   */
  props[PROP_EXPIRYTIME] =
    g_param_spec_int64 ("expirytime", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);

  /**
   * LibvirtNetworkLease:prefix:
   *
   * The number of leading bits that all addresses of the network have in common.
   *
   * Since: 1.0
   */
  props[PROP_PREFIX] = g_param_spec_uint ("prefix", NULL, NULL, 0, G_MAXUINT, 0, flags);

  install_texts (flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
libvirt_network_lease_init (LibvirtNetworkLease *self)
{
  /* Until the library says otherwise. */
  self->info = libvirt_network_dhcp_lease_new ();
}

char *
libvirt_network_lease_dup_key (const LibvirtNetworkDHCPLease *info)
{
  const char *mac = info->mac != NULL ? info->mac : "";
  const char *clientid = info->clientid != NULL ? info->clientid : "";
  const char *iaid = info->iaid != NULL ? info->iaid : "";

  return g_strjoin ("\n", mac, clientid, iaid, info->ipaddr, NULL);
}

LibvirtNetworkLease *
libvirt_network_lease_new (LibvirtNetworkDHCPLease *info)
{
  LibvirtNetworkLease *self = g_object_new (LIBVIRT_TYPE_NETWORK_LEASE, NULL);

  libvirt_network_dhcp_lease_free (self->info);
  self->info = info;
  return self;
}

void
libvirt_network_lease_update (LibvirtNetworkLease *self,
                              LibvirtNetworkDHCPLease *info)
{
  GObject *object = G_OBJECT (self);
  LibvirtNetworkDHCPLease *before = self->info;

  self->info = info;
  g_object_freeze_notify (object);
  if (before->type != info->type)
    g_object_notify_by_pspec (object, props[PROP_ADDR_TYPE]);
  if (before->expirytime != info->expirytime)
    g_object_notify_by_pspec (object, props[PROP_EXPIRYTIME]);
  if (g_strcmp0 (before->hostname, info->hostname) != 0)
    g_object_notify_by_pspec (object, props[PROP_HOSTNAME]);
  if (g_strcmp0 (before->iface, info->iface) != 0)
    g_object_notify_by_pspec (object, props[PROP_IFACE]);
  if (before->prefix != info->prefix)
    g_object_notify_by_pspec (object, props[PROP_PREFIX]);
  g_object_thaw_notify (object);

  libvirt_network_dhcp_lease_free (before);
}

/**
 * libvirt_network_lease_get_info:
 * @self: a lease
 *
 * Gets all that is known of the lease in one structure, as libvirt_network_get_dhcp_leases() does.
 *
 * Returns: (transfer none): the lease as it is now; valid until the list that has it looks again
 *
 * Since: 1.0
 */
const LibvirtNetworkDHCPLease *
libvirt_network_lease_get_info (LibvirtNetworkLease *self)
{
  g_return_val_if_fail (LIBVIRT_IS_NETWORK_LEASE (self), NULL);

  return self->info;
}
