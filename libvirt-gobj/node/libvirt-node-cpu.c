/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "node/libvirt-node-cpu.h"

#include "node/libvirt-node-private.h"
#include "runtime/libvirt-error-private.h"

/**
 * SECTION:libvirt-node-cpu
 * @title: A host's processors
 * @short_description: which ones are online, and what they spend their time on
 *
 * Logical processors of a host: how many there are, which of them can be used, and where their
 * time goes.
 *
 * |[<!-- language="C" -->
 * g_autoptr (GVariant) stats =
 *   libvirt_node_get_cpu_stats (node, LIBVIRT_NODE_GET_CPU_STATS_ALL_CPUS_ALL_CPUS, 0, &error);
 * guint64 idle;
 *
 * if (stats != NULL && g_variant_lookup (stats, "idle", "t", &idle))
 *   g_print ("idle for %" G_GUINT64_FORMAT " s\n", idle / 1000000000);
 * ]|
 *
 * Since: 1.0
 */

/**
 * libvirt_node_get_cpu_map:
 * @self: a node
 * @flags: 0; libvirt has no flags for this yet
 * @cpumap: (out) (optional) (transfer full) (array length=n_bytes): a bit for each processor,
 *   set if it is online: number 0 is the lowest bit of the first byte, number 8 that of the
 *   second
 * @n_bytes: (out) (optional): how long @cpumap is; its last bits may belong to no processor
 * @online: (out) (optional): how many bits are set
 * @error: return location for a #GError
 *
 * Asks which of the host's logical processors are switched on (blocks).
 *
 * Calls virNodeGetCPUMap().
 *
 * Returns: how many processors there are, offline ones included, or -1 on failure
 *
 * Since: 1.0
 */
int
libvirt_node_get_cpu_map (LibvirtNode *self,
                          guint flags,
                          guint8 **cpumap,
                          gsize *n_bytes,
                          guint *online,
                          GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  g_autofree guint8 *map = NULL;
  int n_cpus;

  g_return_val_if_fail (LIBVIRT_IS_NODE (self), -1);
  g_return_val_if_fail (error == NULL || *error == NULL, -1);

  handle = libvirt_core_hold (libvirt_node_get_core (self), error);
  if (handle == NULL)
    return -1;

  n_cpus = virNodeGetCPUMap (handle->connect, &map, online, flags);
  if (!libvirt_check (n_cpus, error))
    return -1;

  if (cpumap != NULL)
    *cpumap = g_steal_pointer (&map);
  if (n_bytes != NULL)
    *n_bytes = VIR_CPU_MAPLEN (n_cpus);
  return n_cpus;
}

static GVariant *
stats_to_variant (const virNodeCPUStats *stats,
                  int n_stats)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{st}"));
  for (int i = 0; i < n_stats; i++)
    {
      g_autofree char *name = g_utf8_make_valid (stats[i].field, -1);

      g_variant_builder_add (&builder, "{st}", name, (guint64) stats[i].value);
    }

  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

/**
 * libvirt_node_get_cpu_stats:
 * @self: a node
 * @cpu_num: the number of a processor, or %LIBVIRT_NODE_GET_CPU_STATS_ALL_CPUS_ALL_CPUS
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Asks how much time a processor, or all of them together, spent on what since the host was
 * booted (blocks). "kernel", "user", "idle", "iowait" and "intr" are in nanoseconds; some
 * hypervisors tell "utilization" instead, in percent of all processors. Those that a host does
 * not know are missing.
 *
 * Fails with %LIBVIRT_ERROR_INVALID_ARG if there is no such processor. Calls
 * virNodeGetCPUStats().
 *
 * Returns: (transfer full): times by name, of type `a{st}`, or %NULL on failure
 *
 * Since: 1.0
 */
GVariant *
libvirt_node_get_cpu_stats (LibvirtNode *self,
                            int cpu_num,
                            guint flags,
                            GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  g_autofree virNodeCPUStats *stats = NULL;
  int n_stats = 0;

  g_return_val_if_fail (LIBVIRT_IS_NODE (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_node_get_core (self), error);
  if (handle == NULL ||
      !libvirt_check (virNodeGetCPUStats (handle->connect, cpu_num, NULL, &n_stats, flags), error))
    return NULL;

  stats = g_new0 (virNodeCPUStats, n_stats);
  if (n_stats > 0 &&
      !libvirt_check (virNodeGetCPUStats (handle->connect, cpu_num, stats, &n_stats, flags), error))
    return NULL;

  return stats_to_variant (stats, n_stats);
}
