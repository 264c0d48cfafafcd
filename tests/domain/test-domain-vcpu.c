/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "harness.h"

static void
test_max (Harness *self,
          gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  g_assert_cmpint (libvirt_domain_get_max_vcpus (self->domain, &error), ==, 2);
  g_assert_no_error (error);
  g_assert_cmpint (virDomainGetMaxVcpus (self->raw_domain), ==, 2);
}

/* The flags reach libvirt: a definition and its maximum have different numbers. */
static void
test_definition (Harness *self,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_domain_set_vcpus_flags (self->domain, 4,
                                                 LIBVIRT_DOMAIN_VCPU_FLAGS_CONFIG |
                                                   LIBVIRT_DOMAIN_VCPU_FLAGS_MAXIMUM,
                                                 &error));
  g_assert_no_error (error);
  g_assert_true (
    libvirt_domain_set_vcpus_flags (self->domain, 1, LIBVIRT_DOMAIN_VCPU_FLAGS_CONFIG, &error));
  g_assert_no_error (error);

  g_assert_cmpint (
    libvirt_domain_get_vcpus_flags (self->domain, LIBVIRT_DOMAIN_VCPU_FLAGS_CONFIG, &error), ==,
    1);
  g_assert_no_error (error);
  g_assert_cmpint (libvirt_domain_get_vcpus_flags (self->domain,
                                                   LIBVIRT_DOMAIN_VCPU_FLAGS_CONFIG |
                                                     LIBVIRT_DOMAIN_VCPU_FLAGS_MAXIMUM,
                                                   &error),
                   ==, 4);
  g_assert_no_error (error);
  g_assert_cmpint (virDomainGetVcpusFlags (self->raw_domain, VIR_DOMAIN_VCPU_CONFIG), ==, 1);
  g_assert_cmpint (virDomainGetVcpusFlags (self->raw_domain,
                                           VIR_DOMAIN_VCPU_CONFIG | VIR_DOMAIN_VCPU_MAXIMUM),
                   ==, 4);
}

static void
test_running (Harness *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  g_assert_true (libvirt_domain_set_vcpus (self->domain, 1, &error));
  g_assert_no_error (error);
  g_assert_cmpint (virDomainGetVcpusFlags (self->raw_domain, VIR_DOMAIN_VCPU_LIVE), ==, 1);

  g_assert_false (libvirt_domain_set_vcpus (self->domain, 1000, &error));
  g_assert_cmpint (virDomainSetVcpus (self->raw_domain, 1000), ==, -1);
  harness_assert_raw_error (error);
}

static void
test_live_of_stopped (Harness *self,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (libvirt_domain_set_vcpus (self->domain, 1, &error));
  g_assert_cmpint (virDomainSetVcpus (self->raw_domain, 1), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_cmpint (
    libvirt_domain_get_vcpus_flags (self->domain, LIBVIRT_DOMAIN_VCPU_FLAGS_LIVE, &error), ==, -1);
  g_assert_cmpint (virDomainGetVcpusFlags (self->raw_domain, VIR_DOMAIN_VCPU_LIVE), ==, -1);
  harness_assert_raw_error (error);
}

static void
test_none (Harness *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (
    libvirt_domain_set_vcpus_flags (self->domain, 0, LIBVIRT_DOMAIN_VCPU_FLAGS_CONFIG, &error));
  g_assert_cmpint (virDomainSetVcpusFlags (self->raw_domain, 0, VIR_DOMAIN_VCPU_CONFIG), ==, -1);
  harness_assert_raw_error (error);
}

static void
test_list (Harness *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) vcpus = NULL;
  g_autoptr (GVariant) maps = NULL;
  g_autoptr (GVariant) pins = NULL;
  virVcpuInfo raw[2];

  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  vcpus = libvirt_domain_get_vcpus (self->domain, &maps, &error);
  g_assert_no_error (error);
  pins = libvirt_domain_get_vcpu_pin_info (self->domain, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpvariant (maps, pins);
  g_assert_cmpint (virDomainGetVcpus (self->raw_domain, raw, 2, NULL, 0), ==, 2);

  g_assert_cmpuint (vcpus->len, ==, 2);
  for (guint i = 0; i < vcpus->len; i++)
    {
      LibvirtVcpuInfo *vcpu = vcpus->pdata[i];

      g_assert_cmpuint (vcpu->number, ==, i);
      g_assert_cmpint (vcpu->state, ==, LIBVIRT_VCPU_STATE_RUNNING);
      g_assert_cmpint (vcpu->cpu, ==, raw[i].cpu);
      g_assert_cmpuint (vcpu->cpu_time, >, 0);
      g_assert_cmpuint (vcpu->cpu_time, <=, raw[i].cpuTime);
    }
}

static void
test_list_without_maps (Harness *self,
                        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) vcpus = NULL;
  g_autoptr (LibvirtVcpuInfo) copy = NULL;
  g_autoptr (LibvirtVcpuInfo) nowhere = libvirt_vcpu_info_new ();
  virVcpuInfo raw[2];

  vcpus = libvirt_domain_get_vcpus (self->domain, NULL, &error);
  g_assert_null (vcpus);
  g_assert_cmpint (virDomainGetVcpus (self->raw_domain, raw, 2, NULL, 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  vcpus = libvirt_domain_get_vcpus (self->domain, NULL, &error);
  g_assert_no_error (error);
  copy = libvirt_vcpu_info_copy (vcpus->pdata[1]);
  g_assert_cmpuint (copy->number, ==, 1);
  g_assert_cmpint (nowhere->state, ==, LIBVIRT_VCPU_STATE_OFFLINE);
  g_assert_cmpint (nowhere->cpu, ==, LIBVIRT_VCPU_HOST_CPU_STATE_OFFLINE);
}

static void
assert_cpu (GVariant *stats,
            guint index,
            virTypedParameterPtr raw,
            int n)
{
  g_autoptr (GVariant) cpu = g_variant_get_child_value (stats, index);

  harness_assert_raw_params (cpu, g_memdup2 (raw, n * sizeof *raw), n);
}

/* The test driver has two processors for this, and always the same figures. */
static void
test_cpu_stats (Harness *self,
                gconstpointer data)
{
  virTypedParameter raw[4] = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) all = NULL;
  g_autoptr (GVariant) second = NULL;
  g_autoptr (GVariant) sum = NULL;

  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  g_assert_cmpint (virDomainGetCPUStats (self->raw_domain, raw, 2, 0, 2, 0), ==, 2);
  all = libvirt_domain_get_cpu_stats (self->domain, 0, 0, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (g_variant_get_type_string (all), ==, "aa{sv}");
  g_assert_cmpuint (g_variant_n_children (all), ==, 2);
  assert_cpu (all, 0, raw, 2);
  assert_cpu (all, 1, raw + 2, 2);

  second = libvirt_domain_get_cpu_stats (self->domain, 1, 100, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_variant_n_children (second), ==, 1);
  assert_cpu (second, 0, raw + 2, 2);

  g_assert_cmpint (virDomainGetCPUStats (self->raw_domain, raw, 3, -1, 1, 0), ==, 3);
  sum = libvirt_domain_get_cpu_stats (self->domain, -1, 1, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_variant_n_children (sum), ==, 1);
  assert_cpu (sum, 0, raw, 3);
}

static void
test_cpu_stats_refused (Harness *self,
                        gconstpointer data)
{
  virTypedParameter raw[6] = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_null (libvirt_domain_get_cpu_stats (self->domain, -1, 0, 0, &error));
  g_assert_cmpint (virDomainGetCPUStats (self->raw_domain, raw, 3, -1, 1, 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  g_assert_null (libvirt_domain_get_cpu_stats (self->domain, 2, 0, 0, &error));
  g_assert_cmpint (virDomainGetCPUStats (self->raw_domain, raw, 2, 2, 1, 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_null (libvirt_domain_get_cpu_stats (self->domain, -1, 3, 0, &error));
  g_assert_cmpint (virDomainGetCPUStats (self->raw_domain, raw, 3, -1, 2, 0), ==, -1);
  harness_assert_raw_error (error);
}

/* The test driver has neither: tests/live/ has a guest with sockets and an agent. */
static void
test_refused (Harness *self,
              gconstpointer data)
{
  virTypedParameterPtr params = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  g_assert_false (libvirt_domain_set_vcpu (self->domain, "1", FALSE, 0, &error));
  g_assert_cmpint (virDomainSetVcpu (self->raw_domain, "1", 0, 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_null (libvirt_domain_get_guest_vcpus (self->domain, 0, &error));
  g_assert_cmpint (virDomainGetGuestVcpus (self->raw_domain, &params, &n, 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_false (libvirt_domain_set_guest_vcpus (self->domain, "1", FALSE, 0, &error));
  g_assert_cmpint (virDomainSetGuestVcpus (self->raw_domain, "1", 0, 0), ==, -1);
  harness_assert_raw_error (error);
}

static void
test_after_close (Harness *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_assert_no_error (error);

  g_assert_cmpint (libvirt_domain_get_max_vcpus (self->domain, &error), ==, -1);
  harness_assert_closed (&error);
  g_assert_cmpint (libvirt_domain_get_vcpus_flags (self->domain, 0, &error), ==, -1);
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_set_vcpus (self->domain, 1, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_set_vcpus_flags (self->domain, 1, 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_set_vcpu (self->domain, "1", TRUE, 0, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_domain_get_vcpus (self->domain, NULL, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_domain_get_cpu_stats (self->domain, -1, 0, 0, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_domain_get_guest_vcpus (self->domain, 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_set_guest_vcpus (self->domain, "1", TRUE, 0, &error));
  harness_assert_closed (&error);
}

#define ADD(path, func) \
  g_test_add ("/domain/vcpu/" path, Harness, NULL, harness_set_up, func, harness_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("max", test_max);
  ADD ("definition", test_definition);
  ADD ("running", test_running);
  ADD ("live-of-stopped", test_live_of_stopped);
  ADD ("none", test_none);
  ADD ("list", test_list);
  ADD ("list/without-maps", test_list_without_maps);
  ADD ("cpu-stats", test_cpu_stats);
  ADD ("cpu-stats/refused", test_cpu_stats_refused);
  ADD ("refused", test_refused);
  ADD ("after-close", test_after_close);

  return g_test_run ();
}
