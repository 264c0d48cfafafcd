/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Shares, limits and places of a real guest: what is set must be what the raw connection gets. */

#include "live.h"

#include "../harness.h"

#include <stdlib.h>
#include <string.h>

#define INTERFACE \
  "<interface type='ethernet'><mac address='52:54:00:00:00:07'/><target dev='tuned0'/>" \
  "<model type='virtio'/></interface>"

static const LiveGuest guest = { .name = "tuned", .devices = INTERFACE };

/* Never started, as the kernel may lack what would limit it. */
static const LiveGuest limited = { .name = "limited", .devices = INTERFACE };

/* Getters of one shape, ours and libvirt's, and what is set of them. */
typedef struct
{
  const char *path;
  GVariant *(*get) (LibvirtDomain *, LibvirtDomainModificationImpact, GError **);
  gboolean (*set) (LibvirtDomain *, GVariant *, LibvirtDomainModificationImpact, GError **);
  int (*raw_get) (virDomainPtr, virTypedParameterPtr, int *, unsigned int);
  const char *params;
} Tuning;

static const Tuning tunings[] = {
  { "blkio", libvirt_domain_get_blkio_parameters, libvirt_domain_set_blkio_parameters,
    virDomainGetBlkioParameters, "{'weight': <uint32 333>}" },
  { "memory", libvirt_domain_get_memory_parameters, libvirt_domain_set_memory_parameters,
    virDomainGetMemoryParameters, "{'soft_limit': <uint64 1000000>}" },
  { "numa", libvirt_domain_get_numa_parameters, libvirt_domain_set_numa_parameters,
    virDomainGetNumaParameters, "{'numa_nodeset': <'0'>}" },
  { "scheduler", libvirt_domain_get_scheduler_parameters_flags,
    libvirt_domain_set_scheduler_parameters_flags, virDomainGetSchedulerParametersFlags,
    "{'cpu_shares': <uint64 2000>}" },
};

/* All of @some is among @params. */
static void
assert_has (GVariant *params, const char *some)
{
  g_autoptr (GVariant) expected = g_variant_ref_sink (g_variant_new_parsed (some));
  GVariantIter iter;
  const char *name;
  GVariant *next;

  g_variant_iter_init (&iter, expected);
  while (g_variant_iter_next (&iter, "{&sv}", &name, &next))
    {
      g_autoptr (GVariant) value = next;
      g_autoptr (GVariant) found = g_variant_lookup_value (params, name, NULL);

      g_assert_cmpvariant (found, value);
    }
}

static void
assert_tuned (Live *self, LibvirtDomain *domain, const Tuning *tuning)
{
  const LibvirtDomainModificationImpact config = LIBVIRT_DOMAIN_MODIFICATION_IMPACT_CONFIG;
  g_autoptr (virDomain) raw_domain = live_raw (self, domain);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) params = NULL;
  virTypedParameterPtr raw;
  int n = 0;

  g_test_message ("%s", tuning->path);
  g_assert_true (tuning->set (domain, g_variant_new_parsed (tuning->params), config, &error));
  g_assert_no_error (error);
  params = tuning->get (domain, config, &error);
  g_assert_no_error (error);
  assert_has (params, tuning->params);

  /* Only of the scheduler the number is asked for elsewhere. */
  if (tuning->raw_get (raw_domain, NULL, &n, VIR_DOMAIN_AFFECT_CONFIG) < 0)
    free (virDomainGetSchedulerType (raw_domain, &n));
  raw = g_new0 (virTypedParameter, n);
  g_assert_cmpint (tuning->raw_get (raw_domain, raw, &n, VIR_DOMAIN_AFFECT_CONFIG), ==, 0);
  harness_assert_raw_params (params, raw, n);
}

static void
test_parameters (Live *self)
{
  g_autoptr (LibvirtDomain) domain = live_guest_get (self, &guest);

  for (guint i = 0; i < G_N_ELEMENTS (tunings); i++)
    assert_tuned (self, domain, &tunings[i]);
}

/* The running guest has what its control group says. */
static void
test_scheduler (Live *self)
{
  g_autoptr (LibvirtDomain) domain = live_guest_boot (self, &guest);
  g_autoptr (virDomain) raw_domain = live_raw (self, domain);
  g_autoptr (GError) error = NULL;
  int n, n_raw;
  g_autofree char *type = libvirt_domain_get_scheduler_type (domain, &n, &error);
  g_autoptr (GVariant) params = NULL;

  harness_assert_raw_text (type, error, virDomainGetSchedulerType (raw_domain, &n_raw));
  g_assert_cmpint (n, ==, n_raw);
  g_assert_true (libvirt_domain_set_scheduler_parameters (
    domain, g_variant_new_parsed ("{'cpu_shares': <uint64 3000>}"), &error));
  g_assert_no_error (error);
  params = libvirt_domain_get_scheduler_parameters (domain, &error);
  g_assert_no_error (error);
  assert_has (params, "{'cpu_shares': <uint64 3000>}");
}

static void
test_interface (Live *self)
{
  g_autoptr (LibvirtDomain) domain = live_guest_get (self, &limited);
  const LibvirtDomainModificationImpact config = LIBVIRT_DOMAIN_MODIFICATION_IMPACT_CONFIG;
  const char *some = "{'inbound.average': <uint32 1000>}";
  g_autoptr (virDomain) raw_domain = live_raw (self, domain);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) params = NULL;
  g_autofree char *raw_xml = NULL;

  g_assert_true (libvirt_domain_set_interface_parameters (
    domain, "52:54:00:00:00:07", g_variant_new_parsed (some), config, &error));
  g_assert_no_error (error);
  params = libvirt_domain_get_interface_parameters (domain, "52:54:00:00:00:07", config, &error);
  g_assert_no_error (error);
  assert_has (params, some);
  raw_xml = virDomainGetXMLDesc (raw_domain, VIR_DOMAIN_XML_INACTIVE);
  g_assert_nonnull (strstr (raw_xml, "<inbound average='1000'/>"));
}

static void
test_interface_stats (Live *self)
{
  g_autoptr (LibvirtDomain) domain = live_guest_boot (self, &guest);
  g_autoptr (virDomain) raw_domain = live_raw (self, domain);
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomainInterfaceStats) stats =
    libvirt_domain_interface_stats (domain, "tuned0", &error);
  virDomainInterfaceStatsStruct raw;

  g_assert_no_error (error);
  g_assert_cmpint (virDomainInterfaceStats (raw_domain, "tuned0", &raw, sizeof raw), ==, 0);
  /* The interface is connected to nothing that would send. */
  g_assert_cmpint (stats->rx_bytes, <=, raw.rx_bytes);
  g_assert_cmpint (stats->rx_errs, ==, raw.rx_errs);
}

static void
test_perf (Live *self)
{
  g_autoptr (LibvirtDomain) domain = live_guest_get (self, &guest);
  const LibvirtDomainModificationImpact config = LIBVIRT_DOMAIN_MODIFICATION_IMPACT_CONFIG;
  const char *some = "{'cpu_clock': <true>}";
  g_autoptr (virDomain) raw_domain = live_raw (self, domain);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) events = NULL;
  virTypedParameterPtr raw = NULL;
  int n = 0;

  g_assert_true (
    libvirt_domain_set_perf_events (domain, g_variant_new_parsed (some), config, &error));
  g_assert_no_error (error);
  events = libvirt_domain_get_perf_events (domain, config, &error);
  g_assert_no_error (error);
  assert_has (events, some);
  g_assert_cmpint (virDomainGetPerfEvents (raw_domain, &raw, &n, VIR_DOMAIN_AFFECT_CONFIG), ==, 0);
  harness_assert_raw_params (events, raw, n);
}

/* --- processors --- */

/* The processor that each of the guest's threads may use, as the kernel says it. */
static void
test_pin (Live *self)
{
  g_autoptr (LibvirtDomain) domain = live_guest_boot (self, &guest);
  const guint8 first[] = { 0x01 };
  g_autoptr (virDomain) raw_domain = live_raw (self, domain);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) maps = NULL;
  g_autofree guint8 *emulator = NULL;
  unsigned char raw[VIR_CPU_MAPLEN (4096)] = { 0 };
  gsize n;

  g_assert_true (libvirt_domain_pin_vcpu (domain, 0, first, 1, &error));
  g_assert_no_error (error);
  g_assert_true (libvirt_domain_pin_vcpu_flags (domain, 1, first, 1,
                                                LIBVIRT_DOMAIN_MODIFICATION_IMPACT_CONFIG, &error));
  g_assert_no_error (error);
  maps = libvirt_domain_get_vcpu_pin_info (domain, LIBVIRT_DOMAIN_MODIFICATION_IMPACT_CONFIG,
                                           &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_variant_n_children (maps), ==, 2);
  g_assert_cmpint (virDomainGetVcpuPinInfo (raw_domain, 1, raw, 1, VIR_DOMAIN_AFFECT_LIVE), ==, 1);
  g_assert_cmpuint (raw[0], ==, 0x01);

  g_assert_true (libvirt_domain_pin_emulator (domain, first, 1,
                                              LIBVIRT_DOMAIN_MODIFICATION_IMPACT_LIVE, &error));
  g_assert_no_error (error);
  emulator = libvirt_domain_get_emulator_pin_info (
    domain, LIBVIRT_DOMAIN_MODIFICATION_IMPACT_LIVE, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpint (virDomainGetEmulatorPinInfo (raw_domain, raw, n, VIR_DOMAIN_AFFECT_LIVE), ==, 1);
  g_assert_cmpmem (emulator, n, raw, n);
  g_assert_cmpuint (emulator[0], ==, 0x01);
}

static void
test_io_threads (Live *self)
{
  g_autoptr (LibvirtDomain) domain = live_guest_boot (self, &guest);
  const LibvirtDomainModificationImpact live = LIBVIRT_DOMAIN_MODIFICATION_IMPACT_LIVE;
  const guint8 first[] = { 0x01 };
  g_autoptr (virDomain) raw_domain = live_raw (self, domain);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) infos = NULL;
  virDomainIOThreadInfoPtr *raw = NULL;

  g_assert_true (libvirt_domain_add_io_thread (domain, 7, live, &error));
  g_assert_no_error (error);
  g_assert_true (libvirt_domain_pin_io_thread (domain, 7, first, 1, live, &error));
  g_assert_no_error (error);
  g_assert_true (libvirt_domain_set_io_thread_params (
    domain, 7, g_variant_new_parsed ("{'poll_max_ns': <uint64 5000>}"), live, &error));
  g_assert_no_error (error);

  infos = libvirt_domain_get_io_thread_info (domain, live, &error);
  g_assert_no_error (error);
  g_assert_cmpint (virDomainGetIOThreadInfo (raw_domain, &raw, VIR_DOMAIN_AFFECT_LIVE), ==, 2);
  g_assert_cmpuint (infos->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      LibvirtDomainIOThreadInfo *info = infos->pdata[i];

      g_assert_cmpuint (info->iothread_id, ==, raw[i]->iothread_id);
      if (info->iothread_id == 7)
        g_assert_cmpuint (raw[i]->cpumap[0], ==, 0x01);
      virDomainIOThreadInfoFree (raw[i]);
    }
  free (raw);

  g_assert_true (libvirt_domain_del_io_thread (domain, 7, live, &error));
  g_assert_no_error (error);
}

static void
test_vcpus (Live *self)
{
  g_autoptr (LibvirtDomain) domain = live_guest_boot (self, &guest);
  g_autoptr (virDomain) raw_domain = live_raw (self, domain);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) vcpus = libvirt_domain_get_vcpus (domain, NULL, &error);
  g_autoptr (GVariant) stats = NULL;
  g_autoptr (GVariant) inside = NULL;
  virVcpuInfo raw[2];

  g_assert_no_error (error);
  g_assert_cmpint (virDomainGetVcpus (raw_domain, raw, 2, NULL, 0), ==, vcpus->len);
  g_assert_cmpint (((LibvirtVcpuInfo *) vcpus->pdata[0])->number, ==, raw[0].number);
  g_assert_cmpint (libvirt_domain_get_max_vcpus (domain, &error), ==,
                   virDomainGetMaxVcpus (raw_domain));
  g_assert_no_error (error);

  stats = libvirt_domain_get_cpu_stats (domain, -1, 1, LIBVIRT_TYPED_PARAMETER_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_variant_n_children (stats), ==, 1);

  inside = libvirt_domain_get_guest_vcpus (domain, 0, &error);
  g_assert_no_error (error);
  assert_has (inside, "{'online': <'0'>}");

  g_assert_true (libvirt_domain_set_vcpus (domain, 2, &error));
  g_assert_no_error (error);
  g_assert_cmpint (virDomainGetVcpusFlags (raw_domain, VIR_DOMAIN_VCPU_LIVE), ==, 2);
}

/* --- memory --- */

static void
test_memory (Live *self)
{
  g_autoptr (LibvirtDomain) domain = live_guest_boot (self, &guest);
  g_autoptr (virDomain) raw_domain = live_raw (self, domain);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) stats = NULL;
  g_autofree char *raw_xml = NULL;

  g_assert_true (libvirt_domain_set_memory_stats_period (
    domain, 3, LIBVIRT_DOMAIN_MEMORY_MOD_FLAGS_LIVE, &error));
  g_assert_no_error (error);
  raw_xml = virDomainGetXMLDesc (raw_domain, 0);
  g_assert_nonnull (strstr (raw_xml, "<stats period='3'/>"));

  stats = libvirt_domain_memory_stats (domain, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (stats->len, >, 0);
  g_assert_cmpuint (libvirt_domain_get_max_memory (domain, &error), ==,
                    virDomainGetMaxMemory (raw_domain));
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  live_init (&argc, &argv, NULL);

  live_add ("/live/tuning/parameters", test_parameters);
  live_add ("/live/tuning/interface", test_interface);
  live_add ("/live/tuning/interface-stats", test_interface_stats);
  live_add ("/live/tuning/perf", test_perf);
  live_add ("/live/tuning/scheduler", test_scheduler);
  live_add ("/live/tuning/pin", test_pin);
  live_add ("/live/tuning/io-threads", test_io_threads);
  live_add ("/live/tuning/vcpus", test_vcpus);
  live_add ("/live/tuning/memory", test_memory);

  return live_run ();
}
