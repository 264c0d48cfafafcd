/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "domain/libvirt-domain-pin.h"

#include <libvirt-gobj/libvirt-domain-vcpu-enums.h>
#include "domain/libvirt-domain-pin-private.h"
#include "domain/libvirt-domain-private.h"
#include "runtime/libvirt-error-private.h"

#include <libvirt/virterror.h>

/**
 * SECTION:libvirt-domain-pin
 * @title: Pinning
 * @short_description: on which of a host's processors a guest may run
 *
 * The threads of a guest run on any of the host's processors, unless they are pinned to some of
 * them: those of its virtual processors, and those of the emulator, which do the rest.
 * libvirt_domain_pin_io_thread() does the same with I/O threads.
 *
 * Which processors is said by a map: a string of bytes with a bit for each processor of the host,
 * number 0 the lowest bit of the first byte, number 8 the lowest of the second. Maps that are
 * returned are long enough for all processors of libvirt_node_get_cpu_map(); those that are given
 * may be shorter.
 *
 * |[<!-- language="C" -->
 * const guint8 first_two[] = { 0x03 };
 *
 * libvirt_domain_pin_vcpu (domain, 0, first_two, sizeof first_two, &error);
 * ]|
 *
 * All of these functions fail with %LIBVIRT_ERROR_OPERATION_INVALID if a running guest is asked or
 * changed of a domain that is not running, and those that pin with %LIBVIRT_ERROR_INVALID_ARG if
 * no processor is left. Others hear of a change by #LibvirtDomain::event-tunable.
 *
 * Since: 1.0
 */

/* For hypervisors that do not know which processors are online. */
static int
count_possible_cpus (virConnectPtr connect)
{
  virNodeInfo info;

  return virNodeGetInfo (connect, &info) < 0 ? -1 : (int) VIR_NODEINFO_MAXCPUS (info);
}

int
libvirt_domain_get_map_length (virDomainPtr domain,
                               GError **error)
{
  virConnectPtr connect = virDomainGetConnect (domain);
  int n = virNodeGetCPUMap (connect, NULL, NULL, 0);

  if (n < 0 && virGetLastErrorCode () == VIR_ERR_NO_SUPPORT)
    n = count_possible_cpus (connect);

  return libvirt_check (n, error) ? VIR_CPU_MAPLEN (n) : -1;
}

int
libvirt_domain_get_map_count (virDomainPtr domain,
                              guint flags,
                              GError **error)
{
  return libvirt_check_count (virDomainGetVcpusFlags (domain, flags | VIR_DOMAIN_VCPU_MAXIMUM),
                              error);
}

GVariant *
libvirt_cpumaps_to_variant (const guint8 *maps,
                            gsize n_maps,
                            gsize length)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("aay"));
  for (gsize i = 0; i < n_maps; i++)
    g_variant_builder_add_value (&builder, g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE,
                                                                      maps + i * length, length, 1));

  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

/**
 * libvirt_domain_get_vcpu_pin_info:
 * @self: a domain
 * @flags: whether to ask about the running guest or about its definition
 * @error: return location for a #GError
 *
 * Asks on which of the host's processors each virtual processor may run (blocks); of a definition
 * also those that are not plugged in.
 *
 * Calls virDomainGetVcpuPinInfo(), virDomainGetVcpusFlags(), virNodeGetCPUMap(); virNodeGetInfo()
 * if that is unknown.
 *
 * Returns: (transfer full): a map for each virtual processor, of type `aay`, or %NULL on failure
 *
 * Since: 1.0
 */
GVariant *
libvirt_domain_get_vcpu_pin_info (LibvirtDomain *self,
                                  LibvirtDomainModificationImpact flags,
                                  GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  g_autofree guint8 *maps = NULL;
  int length, n;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL || (length = libvirt_domain_get_map_length (handle->domain, error)) < 0 ||
      (n = libvirt_domain_get_map_count (handle->domain, flags, error)) < 0)
    return NULL;

  maps = g_malloc0_n (n, length);
  n = virDomainGetVcpuPinInfo (handle->domain, n, maps, length, flags);
  if (!libvirt_check (n, error))
    return NULL;

  return libvirt_cpumaps_to_variant (maps, n, length);
}

/**
 * libvirt_domain_pin_vcpu:
 * @self: a running domain
 * @vcpu: the number of a virtual processor
 * @cpumap: (array length=n_bytes): a map with the bits set of the processors it may run on
 * @n_bytes: the length of @cpumap; the host's other processors are not used
 * @error: return location for a #GError
 *
 * Says on which of the host's processors a virtual processor of the running guest may run
 * (blocks).
 *
 * Fails with %LIBVIRT_ERROR_INVALID_ARG, too, if there is no such virtual processor. A call that
 * is cancelled may still have its effect. Calls virDomainPinVcpu().
 *
 * Returns: %TRUE if it runs there from now on
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_pin_vcpu (LibvirtDomain *self,
                         guint vcpu,
                         const guint8 *cpumap,
                         gsize n_bytes,
                         GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (cpumap != NULL || n_bytes == 0, FALSE);
  g_return_val_if_fail (n_bytes <= G_MAXINT, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainPinVcpu (handle->domain, vcpu, (guint8 *) cpumap, n_bytes),
                        error);
}

/**
 * libvirt_domain_pin_vcpu_flags:
 * @self: a domain
 * @vcpu: which virtual processor, counted from 0; in a definition also one that is not plugged in
 * @cpumap: (array length=n_bytes): the processors of the host that it shall have, a bit each
 * @n_bytes: how many bytes @cpumap has; what is beyond it counts as not set
 * @flags: whether that of the running guest is moved, that of the definition, or both
 * @error: return location for a #GError
 *
 * Says on which of the host's processors a virtual processor may run (blocks), now, from the next
 * start on, or both.
 *
 * Fails with %LIBVIRT_ERROR_INVALID_ARG, too, if the domain has no such virtual processor. A call
 * that is cancelled may still have its effect. Calls virDomainPinVcpuFlags().
 *
 * Returns: %TRUE if it is pinned to them
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_pin_vcpu_flags (LibvirtDomain *self,
                               guint vcpu,
                               const guint8 *cpumap,
                               gsize n_bytes,
                               LibvirtDomainModificationImpact flags,
                               GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (cpumap != NULL || n_bytes == 0, FALSE);
  g_return_val_if_fail (n_bytes <= G_MAXINT, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainPinVcpuFlags (handle->domain, vcpu, (guint8 *) cpumap, n_bytes,
                                               flags),
                        error);
}

/**
 * libvirt_domain_get_emulator_pin_info:
 * @self: a domain
 * @flags: whether the emulator of the running guest is meant, or that of its definition
 * @n_bytes: (out) (optional): how many bytes the map has; 0 if there is none
 * @error: return location for a #GError
 *
 * Asks on which of the host's processors the emulator's own threads may run (blocks).
 *
 * Calls virDomainGetEmulatorPinInfo(), virNodeGetCPUMap(); virNodeGetInfo() if that is unknown.
 *
 * Returns: (transfer full) (nullable) (array length=n_bytes): a map with a bit for each processor;
 *   %NULL if the emulator is not pinned, and also on failure: then @error is set
 *
 * Since: 1.0
 */
guint8 *
libvirt_domain_get_emulator_pin_info (LibvirtDomain *self,
                                      LibvirtDomainModificationImpact flags,
                                      gsize *n_bytes,
                                      GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  g_autofree guint8 *map = NULL;
  gboolean is_pinned;
  int length;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL || (length = libvirt_domain_get_map_length (handle->domain, error)) < 0)
    return NULL;

  map = g_malloc0 (length);
  is_pinned = libvirt_check_boolean (
    virDomainGetEmulatorPinInfo (handle->domain, map, length, flags), error);

  if (n_bytes != NULL)
    *n_bytes = is_pinned ? length : 0;
  return is_pinned ? g_steal_pointer (&map) : NULL;
}

/**
 * libvirt_domain_pin_emulator:
 * @self: a domain
 * @cpumap: (array length=n_bytes): a map of the processors that are left to the emulator
 * @n_bytes: the bytes of @cpumap, which need not reach to the host's last processor
 * @flags: whether the emulator that runs is moved, that of the next start, or both
 * @error: return location for a #GError
 *
 * Says on which of the host's processors the emulator's own threads may run (blocks), so that they
 * do not disturb the virtual processors, say.
 *
 * A call that is cancelled may still have its effect. Calls virDomainPinEmulator().
 *
 * Returns: %TRUE if the emulator keeps to them
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_pin_emulator (LibvirtDomain *self,
                             const guint8 *cpumap,
                             gsize n_bytes,
                             LibvirtDomainModificationImpact flags,
                             GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (cpumap != NULL || n_bytes == 0, FALSE);
  g_return_val_if_fail (n_bytes <= G_MAXINT, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainPinEmulator (handle->domain, (guint8 *) cpumap, n_bytes, flags),
                        error);
}
