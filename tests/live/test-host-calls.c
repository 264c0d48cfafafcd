/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What can be asked of a host and its node, and what libvirt's test driver does not know of that: the
 * answers must be those that the raw connection gets. */

#include "live.h"

#include <stdlib.h>
#include <string.h>

#define NEHALEM "<cpu><arch>x86_64</arch><model>Nehalem</model></cpu>"
#define HASWELL "<cpu><arch>x86_64</arch><model>Haswell</model></cpu>"
#define EMULATOR "/usr/bin/qemu-system-x86_64"

static const char *const cpus[] = { HASWELL, NEHALEM, NULL };

/* Takes @raw over. */
static void
assert_same (const char *ours, const GError *error, char *raw)
{
  g_assert_no_error (error);
  g_assert_nonnull (raw);
  g_assert_cmpstr (ours, ==, raw);
  free (raw);
}

static void
test_about (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *type = libvirt_connect_get_driver_type (self->connect, &error);
  unsigned long version;

  assert_same (type, error, g_strdup (virConnectGetType (self->raw)));
  g_assert_cmpint (virConnectGetVersion (self->raw, &version), ==, 0);
  g_assert_cmpuint (libvirt_connect_get_version (self->connect, &error), ==, version);
  g_assert_no_error (error);
  g_assert_true (libvirt_connect_is_alive (self->connect, &error));
  g_assert_true (libvirt_connect_is_secure (self->connect, &error));
  g_assert_no_error (error);
  g_assert_cmpint (libvirt_connect_get_max_vcpus (self->connect, "qemu", &error), ==,
                   virConnectGetMaxVcpus (self->raw, "qemu"));
  g_assert_no_error (error);
}

static void
test_read_only (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtConnect) connect =
    libvirt_connect_open_read_only (live_get ("first-uri"), &error);
  g_autofree char *host_name = NULL;

  g_assert_no_error (error);
  host_name = libvirt_connect_get_hostname (connect, &error);
  assert_same (host_name, error, virConnectGetHostname (self->raw));
  g_assert_null (libvirt_connect_define_network_xml (connect, "<network/>", &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_DENIED);
}

static void
test_capabilities (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *host = libvirt_connect_get_capabilities (self->connect, &error);
  g_autofree char *domain = NULL;
  g_autofree char *pool = NULL;

  assert_same (host, error, virConnectGetCapabilities (self->raw));
  domain = libvirt_connect_get_domain_capabilities (
    self->connect, EMULATOR, "x86_64", "q35", "qemu",
    LIBVIRT_CONNECT_GET_DOMAIN_CAPABILITIES_FLAGS_NONE, &error);
  assert_same (domain, error,
               virConnectGetDomainCapabilities (self->raw, EMULATOR, "x86_64", "q35", "qemu", 0));
  pool = libvirt_connect_get_storage_pool_capabilities (self->connect, 0, &error);
  assert_same (pool, error, virConnectGetStoragePoolCapabilities (self->raw, 0));
}

static void
test_pool_sources (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sources =
    libvirt_connect_find_storage_pool_sources (self->connect, "logical", NULL, 0, &error);
  g_autofree char *raw = virConnectFindStoragePoolSources (self->raw, "logical", NULL, 0);

  if (raw == NULL)
    {
      g_assert_cmpstr (error->message, ==, virGetLastErrorMessage ());
      g_test_skip (error->message);
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpstr (sources, ==, raw);
}

static void
test_cpu (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = libvirt_connect_get_cpu_model_names (self->connect, "x86_64", 0, &error);
  g_auto (GStrv) raw_names = NULL;
  g_autofree char *baseline = NULL;
  int result;

  g_assert_no_error (error);
  g_assert_cmpint (virConnectGetCPUModelNames (self->raw, "x86_64", &raw_names, 0), >, 0);
  g_assert_cmpstrv (names, raw_names);

  result = libvirt_connect_compare_cpu (self->connect, NEHALEM,
                                        LIBVIRT_CONNECT_COMPARE_CPU_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result, ==, virConnectCompareCPU (self->raw, NEHALEM, 0));

  baseline = libvirt_connect_baseline_cpu (self->connect, cpus,
                                           LIBVIRT_CONNECT_BASELINE_CPU_FLAGS_NONE, &error);
  assert_same (baseline, error,
               virConnectBaselineCPU (self->raw, (const char **) cpus, G_N_ELEMENTS (cpus) - 1, 0));
}

/* The processors that this emulator can have. */
static void
test_emulated_cpu (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *baseline = NULL;
  int result = libvirt_connect_compare_hypervisor_cpu (
    self->connect, EMULATOR, "x86_64", "q35", "qemu", NEHALEM,
    LIBVIRT_CONNECT_COMPARE_CPU_FLAGS_NONE, &error);

  g_assert_no_error (error);
  g_assert_cmpint (
    result, ==,
    virConnectCompareHypervisorCPU (self->raw, EMULATOR, "x86_64", "q35", "qemu", NEHALEM, 0));

  baseline = libvirt_connect_baseline_hypervisor_cpu (
    self->connect, EMULATOR, "x86_64", "q35", "qemu", cpus,
    LIBVIRT_CONNECT_BASELINE_CPU_FLAGS_NONE, &error);
  assert_same (baseline, error,
               virConnectBaselineHypervisorCPU (self->raw, EMULATOR, "x86_64", "q35", "qemu",
                                                (const char **) cpus, G_N_ELEMENTS (cpus) - 1, 0));
}

static void
test_command_line (Live *self)
{
  static const LiveGuest guest = { .name = "native" };
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = live_guest_xml (&guest);
  g_autofree char *line =
    libvirt_connect_domain_xml_to_native (self->connect, "qemu-argv", xml, 0, &error);
  g_autofree char *raw = virConnectDomainXMLToNative (self->raw, "qemu-argv", xml, 0);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (line, EMULATOR));
  /* The rest has random keys in it. */
  g_assert_cmpmem (line, (strstr (line, EMULATOR) - line), raw, (strstr (raw, EMULATOR) - raw));
}

/* Whom the audit log names; nothing that can be asked for. */
static void
test_identity (Live *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_connect_set_identity (
    self->connect, g_variant_new_parsed ("{'user-name': <'somebody'>}"), 0, &error));
  g_assert_no_error (error);
}

/* --- names --- */

typedef struct
{
  GStrv (*list) (LibvirtConnect *, GError **);
  int (*count) (LibvirtConnect *, GError **);
  int (*raw_list) (virConnectPtr, char **const, int);
} Names;

static const Names all_names[] = {
  { libvirt_connect_list_interfaces, libvirt_connect_num_of_interfaces, virConnectListInterfaces },
  { libvirt_connect_list_defined_interfaces, libvirt_connect_num_of_defined_interfaces,
    virConnectListDefinedInterfaces },
  { libvirt_connect_list_networks, libvirt_connect_num_of_networks, virConnectListNetworks },
  { libvirt_connect_list_defined_networks, libvirt_connect_num_of_defined_networks,
    virConnectListDefinedNetworks },
  { libvirt_connect_list_nw_filters, libvirt_connect_num_of_nw_filters, virConnectListNWFilters },
  { libvirt_connect_list_secrets, libvirt_connect_num_of_secrets, virConnectListSecrets },
  { libvirt_connect_list_storage_pools, libvirt_connect_num_of_storage_pools,
    virConnectListStoragePools },
  { libvirt_connect_list_defined_storage_pools, libvirt_connect_num_of_defined_storage_pools,
    virConnectListDefinedStoragePools },
  { libvirt_connect_list_defined_domains, libvirt_connect_num_of_defined_domains,
    virConnectListDefinedDomains },
};

static void
assert_same_names (Live *self, const Names *names)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ours = names->list (self->connect, &error);
  char *raw[256];
  int n_raw = names->raw_list (self->raw, raw, G_N_ELEMENTS (raw));

  g_assert_no_error (error);
  g_assert_cmpint (n_raw, >=, 0);
  g_assert_cmpuint (g_strv_length (ours), ==, n_raw);
  g_assert_cmpint (names->count (self->connect, &error), ==, n_raw);
  g_assert_no_error (error);
  for (int i = 0; i < n_raw; i++)
    {
      g_assert_true (g_strv_contains ((const char *const *) ours, raw[i]));
      free (raw[i]);
    }
}

static void
test_names (Live *self)
{
  static const LiveGuest guest = { .name = "named" };
  g_autoptr (LibvirtDomain) domain G_GNUC_UNUSED = live_guest_define (self, &guest);
  g_autoptr (GError) error = NULL;
  g_autofree int *ids = NULL;
  gsize n_ids;

  ids = libvirt_connect_list_domains (self->connect, &n_ids, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_ids, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (all_names); i++)
    assert_same_names (self, &all_names[i]);
}

/* --- the node --- */

static void
test_node (Live *self)
{
  LibvirtNode *node = libvirt_connect_get_node (self->connect);
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtNodeInfo) info = libvirt_node_get_info (node, &error);
  g_autoptr (LibvirtSecurityModel) model = NULL;
  virNodeInfo raw;
  virSecurityModel raw_model;

  g_assert_no_error (error);
  g_assert_cmpint (virNodeGetInfo (self->raw, &raw), ==, 0);
  g_assert_cmpstr (info->model, ==, raw.model);
  g_assert_cmpuint (info->memory, ==, raw.memory);
  g_assert_cmpuint (info->cpus, ==, raw.cpus);

  model = libvirt_node_get_security_model (node, &error);
  g_assert_no_error (error);
  g_assert_cmpint (virNodeGetSecurityModel (self->raw, &raw_model), ==, 0);
  g_assert_cmpstr (model->model, ==, raw_model.model);
  g_assert_cmpstr (model->doi, ==, raw_model.doi);
}

static void
test_node_cpus (Live *self)
{
  LibvirtNode *node = libvirt_connect_get_node (self->connect);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) stats = NULL;
  g_autofree guint8 *map = NULL;
  g_autofree unsigned char *raw = NULL;
  gsize n_bytes;
  guint online, raw_online;
  guint64 idle;
  int n_cpus = libvirt_node_get_cpu_map (node, 0, &map, &n_bytes, &online, &error);

  g_assert_no_error (error);
  g_assert_cmpint (n_cpus, ==, virNodeGetCPUMap (self->raw, &raw, &raw_online, 0));
  g_assert_cmpmem (map, n_bytes, raw, VIR_CPU_MAPLEN (n_cpus));
  g_assert_cmpuint (online, ==, raw_online);

  stats = libvirt_node_get_cpu_stats (node, -1, 0, &error);
  g_assert_no_error (error);
  g_assert_true (g_variant_lookup (stats, VIR_NODE_CPU_STATS_IDLE, "t", &idle));
  g_assert_cmpuint (idle, >, 0);
}

static guint64
get_raw_total (Live *self)
{
  virNodeMemoryStats raw[16];
  int n = 0;

  g_assert_cmpint (virNodeGetMemoryStats (self->raw, -1, NULL, &n, 0), ==, 0);
  g_assert_cmpint (n, <=, G_N_ELEMENTS (raw));
  g_assert_cmpint (virNodeGetMemoryStats (self->raw, -1, raw, &n, 0), ==, 0);
  for (int i = 0; i < n; i++)
    if (g_str_equal (raw[i].field, VIR_NODE_MEMORY_STATS_TOTAL))
      return raw[i].value;
  g_assert_not_reached ();
}

/* What is free changes all the time, but is never more than there is. */
static void
test_node_memory (Live *self)
{
  LibvirtNode *node = libvirt_connect_get_node (self->connect);
  guint pages[] = { 4 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) stats = libvirt_node_get_memory_stats (node, -1, 0, &error);
  g_autofree guint64 *cells = NULL;
  g_autofree guint64 *counts = NULL;
  guint64 total, free_memory;
  gsize n;
  virNodeInfo info;

  g_assert_no_error (error);
  g_assert_cmpint (virNodeGetInfo (self->raw, &info), ==, 0);
  g_assert_true (g_variant_lookup (stats, VIR_NODE_MEMORY_STATS_TOTAL, "t", &total));
  g_assert_cmpuint (total, ==, get_raw_total (self));

  free_memory = libvirt_node_get_free_memory (node, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (free_memory, >, 0);
  g_assert_cmpuint (free_memory / 1024, <, total);

  cells = libvirt_node_get_cells_free_memory (node, 0, 16, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, info.nodes);
  g_assert_cmpuint (cells[0] / 1024, <, total);

  counts = libvirt_node_get_free_pages (node, pages, 1, 0, 1, 0, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (counts[0] * 4, <, total);
}

/* None, so that the machine keeps what it has. */
static void
test_alloc_pages (Live *self)
{
  guint sizes[] = { 2048 };
  guint64 counts[] = { 0 };
  unsigned long long raw_counts[] = { 0 };
  g_autoptr (GError) error = NULL;
  int raw = virNodeAllocPages (self->raw, 1, sizes, raw_counts, 0, 1, VIR_NODE_ALLOC_PAGES_ADD);
  int cells = libvirt_node_alloc_pages (libvirt_connect_get_node (self->connect), sizes, 1, counts, 1,
                                        0, 1, LIBVIRT_NODE_ALLOC_PAGES_FLAGS_ADD, &error);

  if (raw < 0)
    {
      g_test_skip (error->message);
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpint (cells, ==, raw);
}

/* As it is already: the setting is the machine's. */
static void
test_memory_parameters (Live *self)
{
  LibvirtNode *node = libvirt_connect_get_node (self->connect);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) params = libvirt_node_get_memory_parameters (node, 0, &error);
  g_autoptr (GVariant) again = NULL;
  g_auto (GVariantDict) same = G_VARIANT_DICT_INIT (NULL);
  guint32 pages;

  g_assert_no_error (error);
  if (!g_variant_lookup (params, LIBVIRT_NODE_MEMORY_SHARED_PAGES_TO_SCAN, "u", &pages))
    {
      g_test_skip ("the kernel shares no memory");
      return;
    }
  g_variant_dict_insert (&same, LIBVIRT_NODE_MEMORY_SHARED_PAGES_TO_SCAN, "u", pages);
  g_assert_true (
    libvirt_node_set_memory_parameters (node, g_variant_dict_end (&same), 0, &error));
  g_assert_no_error (error);
  again = libvirt_node_get_memory_parameters (node, 0, &error);
  g_assert_no_error (error);
  g_assert_true (
    g_variant_lookup (again, LIBVIRT_NODE_MEMORY_SHARED_PAGES_TO_SCAN, "u", &pages));
}

/* --- sleep --- */

/* What has been run to put the host to sleep, after the first @skip characters. */
static char *
read_sleep_log (gsize skip)
{
  g_autofree char *path
    = g_build_filename (live_get ("folder"), "first/var/log/libvirt/sleep.log", NULL);
  g_autofree char *log = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &log, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (strlen (log), >=, skip);
  return g_strdup (log + skip);
}

/* Whether only the alarm has been set. */
static gboolean
is_going_to_sleep (void)
{
  g_autofree char *log = read_sleep_log (0);

  return g_str_has_suffix (log, " -s 60\n");
}

/* Only a while after the call; until it has slept, libvirt refuses to send the host there again. */
static void
test_sleep (Live *self)
{
  LibvirtNode *node = libvirt_connect_get_node (self->connect);
  g_autofree char *before = read_sleep_log (0);
  g_autofree char *log = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (libvirt_node_suspend_for_duration (node, LIBVIRT_NODE_SUSPEND_TARGET_MEM, 59, 0,
                                                     &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG);
  g_clear_error (&error);

  g_assert_true (libvirt_node_suspend_for_duration (node, LIBVIRT_NODE_SUSPEND_TARGET_MEM, 3600, 0,
                                                    &error));
  g_assert_no_error (error);
  live_wait_until (libvirt_node_suspend_for_duration (node, LIBVIRT_NODE_SUSPEND_TARGET_DISK, 60, 0,
                                                      NULL));
  live_wait_until (!is_going_to_sleep ());
  log = read_sleep_log (strlen (before));
  g_assert_cmpstr (log, ==,
                   "rtcwake -m no -s 3600\npm-suspend\nrtcwake -m no -s 60\npm-hibernate\n");
}

int
main (int argc, char **argv)
{
  live_init (&argc, &argv, "--sleep", NULL);

  live_add ("/live/host-calls/about", test_about);
  live_add ("/live/host-calls/read-only", test_read_only);
  live_add ("/live/host-calls/capabilities", test_capabilities);
  live_add ("/live/host-calls/pool-sources", test_pool_sources);
  live_add ("/live/host-calls/cpu", test_cpu);
  live_add ("/live/host-calls/emulated-cpu", test_emulated_cpu);
  live_add ("/live/host-calls/command-line", test_command_line);
  live_add ("/live/host-calls/identity", test_identity);
  live_add ("/live/host-calls/names", test_names);
  live_add ("/live/host-calls/node", test_node);
  live_add ("/live/host-calls/node-cpus", test_node_cpus);
  live_add ("/live/host-calls/node-memory", test_node_memory);
  live_add ("/live/host-calls/alloc-pages", test_alloc_pages);
  live_add ("/live/host-calls/memory-parameters", test_memory_parameters);
  live_add ("/live/host-calls/sleep", test_sleep);

  return live_run ();
}
