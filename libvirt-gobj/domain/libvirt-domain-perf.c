/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "domain/libvirt-domain-perf.h"

#include "domain/libvirt-domain-params-private.h"
#include "domain/libvirt-domain-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"

/**
 * SECTION:libvirt-domain-perf
 * @title: Performance counters
 * @short_description: have the host's kernel count what a guest does
 *
 * The kernel and the processors of a host can count a guest's instructions, cache misses, page
 * faults and so on. Which of them they do is switched here; what they have counted is among the
 * statistics of %LIBVIRT_DOMAIN_STATS_TYPES_PERF that
 * libvirt_connect_get_all_domain_stats() gets.
 *
 * |[<!-- language="C" -->
 * g_autoptr (GVariantDict) dict = g_variant_dict_new (NULL);
 *
 * g_variant_dict_insert (dict, LIBVIRT_PERF_PARAM_INSTRUCTIONS, "b", TRUE);
 * libvirt_domain_set_perf_events (domain, g_variant_dict_end (dict),
 *                                 LIBVIRT_DOMAIN_MODIFICATION_IMPACT_LIVE, &error);
 * ]|
 *
 * Since: 1.0
 */

/**
 * libvirt_domain_get_perf_events:
 * @self: a domain
 * @flags: whether to tell what is counted now, or what will be from the next start on
 * @error: return location for a #GError
 *
 * Asks which performance counters of a domain are switched on (blocks).
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_INVALID if a running guest is asked of a domain that is not
 * running. Calls virDomainGetPerfEvents().
 *
 * Returns: (transfer full): a yes or no for each counter that libvirt knows, of type `a{sv}`, or
 *   %NULL on failure
 *
 * Since: 1.0
 */
GVariant *
libvirt_domain_get_perf_events (LibvirtDomain *self,
                                LibvirtDomainModificationImpact flags,
                                GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  g_auto (LibvirtParams) params = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL ||
      !libvirt_check (virDomainGetPerfEvents (handle->domain, &params.values, &params.n, flags),
                      error))
    return NULL;

  return libvirt_typed_params_to_variant (params.values, params.n);
}

/**
 * libvirt_domain_set_perf_events:
 * @self: a domain
 * @params: a yes or no for each counter to switch, as `a{sv}` with `b`
 * @flags: whether to switch what is counted now, what will be from the next start on, or both
 * @error: return location for a #GError
 *
 * Switches performance counters of a domain on or off (blocks). A counter begins with 0.
 *
 * Fails with %LIBVIRT_ERROR_SYSTEM_ERROR or %LIBVIRT_ERROR_ARGUMENT_UNSUPPORTED if the host's
 * kernel or processors cannot count that, and with the latter or %LIBVIRT_ERROR_INVALID_ARG if a
 * name is unknown. A call that is cancelled may still have its effect. Calls virDomainSetPerfEvents().
 *
 * Returns: %TRUE if all of them were switched
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_set_perf_events (LibvirtDomain *self,
                                GVariant *params,
                                LibvirtDomainModificationImpact flags,
                                GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (params != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_domain_set_params (self, virDomainSetPerfEvents, "PERF_PARAM_", params, flags,
                                    error);
}
