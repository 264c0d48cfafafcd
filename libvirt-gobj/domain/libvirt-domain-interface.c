/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "domain/libvirt-domain-interface.h"

#include "domain/libvirt-domain-params-private.h"
#include "domain/libvirt-domain-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"

/**
 * SECTION:libvirt-domain-interface
 * @title: Network cards
 * @short_description: what goes through a guest's network cards, and how much may
 *
 * The traffic of each network card of a guest, and limits to it. A card is named by its device on
 * the host, which is the target in the description that libvirt_domain_get_xml_desc() has of a
 * running guest, or by its MAC address. A name that no card has fails with
 * %LIBVIRT_ERROR_INVALID_ARG.
 *
 * The addresses of the cards are asked for with libvirt_domain_interface_addresses(); the traffic
 * of all cards of many guests with libvirt_connect_get_all_domain_stats().
 *
 * Since: 1.0
 */

G_DEFINE_BOXED_TYPE (LibvirtDomainInterfaceStats,
                     libvirt_domain_interface_stats,
                     libvirt_domain_interface_stats_copy,
                     libvirt_domain_interface_stats_free)

/**
 * libvirt_domain_interface_stats_new: (constructor)
 *
 * Makes a #LibvirtDomainInterfaceStats of no card, for languages that build their own; filled ones
 * come from libvirt_domain_interface_stats().
 *
 * Returns: (transfer full): one in which nothing is counted: all figures are -1
 *
 * Since: 1.0
 */
LibvirtDomainInterfaceStats *
libvirt_domain_interface_stats_new (void)
{
  LibvirtDomainInterfaceStats *self = g_new (LibvirtDomainInterfaceStats, 1);

  *self = (LibvirtDomainInterfaceStats){ -1, -1, -1, -1, -1, -1, -1, -1 };
  return self;
}

/**
 * libvirt_domain_interface_stats_copy:
 * @self: figures of a network card
 *
 * Copies what libvirt_domain_interface_stats() returned.
 *
 * Returns: (transfer full): the card's figures at that moment once more
 *
 * Since: 1.0
 */
LibvirtDomainInterfaceStats *
libvirt_domain_interface_stats_copy (const LibvirtDomainInterfaceStats *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_memdup2 (self, sizeof *self);
}

/**
 * libvirt_domain_interface_stats_free: (skip)
 * @self: figures of a network card
 *
 * Frees what libvirt_domain_interface_stats() or libvirt_domain_interface_stats_copy() returned.
 *
 * Since: 1.0
 */
void
libvirt_domain_interface_stats_free (LibvirtDomainInterfaceStats *self)
{
  g_free (self);
}

/**
 * libvirt_domain_interface_stats:
 * @self: a running domain
 * @device: the card, by its device on the host or its MAC address
 * @error: return location for a #GError
 *
 * Asks what a network card of the guest has sent and received (blocks).
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_INVALID if the domain is not running. Calls
 * virDomainInterfaceStats().
 *
 * Returns: (transfer full): traffic as the guest sees it, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtDomainInterfaceStats *
libvirt_domain_interface_stats (LibvirtDomain *self,
                                const char *device,
                                GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  virDomainInterfaceStatsStruct native;
  LibvirtDomainInterfaceStats *stats;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (device != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL ||
      !libvirt_check (virDomainInterfaceStats (handle->domain, device, &native, sizeof native),
                      error))
    return NULL;

  stats = libvirt_domain_interface_stats_new ();
  stats->rx_bytes = native.rx_bytes;
  stats->rx_packets = native.rx_packets;
  stats->rx_errs = native.rx_errs;
  stats->rx_drop = native.rx_drop;
  stats->tx_bytes = native.tx_bytes;
  stats->tx_packets = native.tx_packets;
  stats->tx_errs = native.tx_errs;
  stats->tx_drop = native.tx_drop;
  return stats;
}

/**
 * libvirt_domain_get_interface_parameters:
 * @self: a domain
 * @device: the card, by its target device or its MAC address
 * @flags: whether to read the limits of the running guest or those in its definition
 * @error: return location for a #GError
 *
 * Asks how much traffic a network card lets through in both directions (blocks). The keys of the
 * limits begin with LIBVIRT_DOMAIN_BANDWIDTH; 0 is no limit.
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_INVALID if a running guest is asked of a domain that is not
 * running. Calls virDomainGetInterfaceParameters().
 *
 * Returns: (transfer full): what may pass, by name, of type `a{sv}`, or %NULL on failure
 *
 * Since: 1.0
 */
GVariant *
libvirt_domain_get_interface_parameters (LibvirtDomain *self,
                                         const char *device,
                                         LibvirtDomainModificationImpact flags,
                                         GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  g_auto (LibvirtParams) params = { 0 };
  int n = 0;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (device != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL ||
      !libvirt_check (virDomainGetInterfaceParameters (handle->domain, device, NULL, &n, flags),
                      error))
    return NULL;

  libvirt_params_init_sized (&params, n);
  if (n > 0 && !libvirt_check (virDomainGetInterfaceParameters (handle->domain, device,
                                                                params.values, &n, flags),
                               error))
    return NULL;

  return libvirt_typed_params_to_variant (params.values, n);
}

/**
 * libvirt_domain_set_interface_parameters:
 * @self: a domain
 * @device: the card to limit, by its target device or its MAC address
 * @params: limits to change, as `a{sv}` of numbers
 * @flags: whether to limit the card of the running guest, that of the definition, or both
 * @error: return location for a #GError
 *
 * Limits how much traffic a network card lets through (blocks). An average of 0 takes the limits
 * of its direction back.
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_UNSUPPORTED if the kind of card cannot be limited, with
 * %LIBVIRT_ERROR_INTERNAL_ERROR if the host's kernel lacks what it takes, and with
 * %LIBVIRT_ERROR_OPERATION_INVALID if a running guest is changed of a domain that is not running.
 * A call that is cancelled may still have its effect. Calls virDomainSetInterfaceParameters().
 *
 * Returns: %TRUE if the card keeps to the limits
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_set_interface_parameters (LibvirtDomain *self,
                                         const char *device,
                                         GVariant *params,
                                         LibvirtDomainModificationImpact flags,
                                         GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  g_auto (LibvirtParams) native = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (device != NULL, FALSE);
  g_return_val_if_fail (params != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!libvirt_params_init (&native, params, "DOMAIN_BANDWIDTH_", error))
    return FALSE;

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainSetInterfaceParameters (handle->domain, device, native.values,
                                                         native.n, flags),
                        error);
}
