/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <stdlib.h>

#include "harness.h"

static void
assert_same_map (Harness *self,
                 int n_cpus,
                 const guint8 *cpumap,
                 gsize n_bytes,
                 guint online)
{
  unsigned char *raw_map;
  unsigned int raw_online;

  g_assert_cmpint (virNodeGetCPUMap (self->raw, &raw_map, &raw_online, 0), ==, n_cpus);
  g_assert_cmpuint (online, ==, raw_online);
  g_assert_cmpmem (cpumap, n_bytes, raw_map, VIR_CPU_MAPLEN (n_cpus));
  free (raw_map);
}

static void
test_map (Harness *self,
          gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree guint8 *cpumap = NULL;
  gsize n_bytes;
  guint online;
  int n_cpus;

  n_cpus = libvirt_node_get_cpu_map (libvirt_connect_get_node (self->connect), 0, &cpumap,
                                     &n_bytes, &online, &error);
  g_assert_no_error (error);
  assert_same_map (self, n_cpus, cpumap, n_bytes, online);
}

typedef struct
{
  int n_cpus;
  guint8 *cpumap;
  gsize n_bytes;
  guint online;
} Map;

static void
on_map (GObject *source,
        GAsyncResult *result,
        gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  Map *map = user_data;

  map->n_cpus = libvirt_node_get_cpu_map_finish (LIBVIRT_NODE (source), result, &map->cpumap,
                                                 &map->n_bytes, &map->online, &error);
  g_assert_no_error (error);
}

static void
test_map_async (Harness *self,
                gconstpointer data)
{
  Map map = { 0 };

  libvirt_node_get_cpu_map_async (libvirt_connect_get_node (self->connect), 0, NULL, on_map, &map);
  harness_wait_until (map.cpumap != NULL);
  assert_same_map (self, map.n_cpus, map.cpumap, map.n_bytes, map.online);
  g_free (map.cpumap);
}

static void
test_map_of_no_interest (Harness *self,
                         gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (libvirt_node_get_cpu_map (libvirt_connect_get_node (self->connect), 0, NULL,
                                             NULL, NULL, &error),
                   ==, virNodeGetCPUMap (self->raw, NULL, NULL, 0));
  g_assert_no_error (error);
}

static void
assert_same_stats (Harness *self,
                   GVariant *stats,
                   int cpu_num)
{
  virNodeCPUStats raw[16];
  int n_raw = G_N_ELEMENTS (raw);

  g_assert_cmpint (virNodeGetCPUStats (self->raw, cpu_num, NULL, &n_raw, 0), ==, 0);
  g_assert_cmpint (virNodeGetCPUStats (self->raw, cpu_num, raw, &n_raw, 0), ==, 0);
  g_assert_cmpint (n_raw, >, 0);

  g_assert_true (g_variant_is_of_type (stats, G_VARIANT_TYPE ("a{st}")));
  g_assert_false (g_variant_is_floating (stats));
  g_assert_cmpuint (g_variant_n_children (stats), ==, n_raw);
  for (int i = 0; i < n_raw; i++)
    {
      guint64 value;

      g_assert_true (g_variant_lookup (stats, raw[i].field, "t", &value));
      g_assert_cmpuint (value, ==, raw[i].value);
    }
}

static void
test_stats (Harness *self,
            gconstpointer data)
{
  int cpu_num = GPOINTER_TO_INT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) stats = NULL;

  stats = libvirt_node_get_cpu_stats (libvirt_connect_get_node (self->connect), cpu_num, 0,
                                      &error);
  g_assert_no_error (error);
  assert_same_stats (self, stats, cpu_num);
}

static void
test_flags_refused (Harness *self,
                    gconstpointer data)
{
  LibvirtNode *node = libvirt_connect_get_node (self->connect);
  g_autoptr (GError) error = NULL;
  int n = 0;

  g_assert_null (libvirt_node_get_cpu_stats (node, 0, 1u << 30, &error));
  g_assert_cmpint (virNodeGetCPUStats (self->raw, 0, NULL, &n, 1u << 30), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_cmpint (libvirt_node_get_cpu_map (node, 1u << 30, NULL, NULL, NULL, &error), ==, -1);
  g_assert_cmpint (virNodeGetCPUMap (self->raw, NULL, NULL, 1u << 30), ==, -1);
  harness_assert_raw_error (error);
}

static void
test_after_close (Harness *self,
                  gconstpointer data)
{
  LibvirtNode *node = libvirt_connect_get_node (self->connect);
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_assert_no_error (error);

  g_assert_cmpint (libvirt_node_get_cpu_map (node, 0, NULL, NULL, NULL, &error), ==, -1);
  harness_assert_closed (&error);
  g_assert_null (libvirt_node_get_cpu_stats (node, 0, 0, &error));
  harness_assert_closed (&error);
}

#define ADD(path, data, func) \
  g_test_add ("/node/cpu/" path, Harness, data, harness_set_up, func, harness_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("map/as-libvirt-has-it", NULL, test_map);
  ADD ("map/async", NULL, test_map_async);
  ADD ("map/of-no-interest", NULL, test_map_of_no_interest);
  ADD ("stats/of-one", NULL, test_stats);
  ADD ("stats/of-all", GINT_TO_POINTER (LIBVIRT_NODE_GET_CPU_STATS_ALL_CPUS_ALL_CPUS),
       test_stats);
  ADD ("flags-refused", NULL, test_flags_refused);
  ADD ("after-close", NULL, test_after_close);

  return g_test_run ();
}
