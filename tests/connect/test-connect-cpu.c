/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <stdlib.h>

#include "harness.h"

#define NEHALEM "<cpu><arch>x86_64</arch><model>Nehalem</model></cpu>"
#define HASWELL "<cpu><arch>x86_64</arch><model>Haswell</model></cpu>"

static const char *const cpus[] = { HASWELL, NEHALEM, NULL };
static const char *const no_cpus[] = { NULL };
static const char *const malformed_cpus[] = { HASWELL, "no document", NULL };

static void
test_model_names (Harness *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names =
    libvirt_connect_get_cpu_model_names (self->connect, "x86_64", 0, &error);
  char **raw;
  int n_raw = virConnectGetCPUModelNames (self->raw, "x86_64", &raw, 0);

  g_assert_no_error (error);
  g_assert_cmpint (n_raw, >, 0);
  g_assert_cmpstrv (names, raw);
  g_strfreev (raw);
}

static void
test_model_names_of_nothing (Harness *self,
                             gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (libvirt_connect_get_cpu_model_names (self->connect, "abacus", 0, &error));
  g_assert_cmpint (virConnectGetCPUModelNames (self->raw, "abacus", NULL, 0), ==, -1);
  harness_assert_raw_error (error);
}

/* What the raw call said to a comparison must be what ours said. */
static void
assert_same_result (LibvirtCPUCompareResult result,
                    const GError *error,
                    int raw)
{
  if (raw < 0)
    harness_assert_raw_error (error);
  else
    g_assert_no_error (error);

  g_assert_cmpint (result, ==, raw);
}

static void
test_compare (Harness *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  LibvirtCPUCompareResult result = libvirt_connect_compare_cpu (
    self->connect, NEHALEM, LIBVIRT_CONNECT_COMPARE_CPU_FLAGS_NONE, &error);

  assert_same_result (result, error, virConnectCompareCPU (self->raw, NEHALEM, 0));
}

static void
on_compared (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  g_assert_cmpint (
    libvirt_connect_compare_cpu_finish (LIBVIRT_CONNECT (source), result, user_data), ==,
    LIBVIRT_CPU_COMPARE_RESULT_ERROR);
}

static void
test_compare_async (Harness *self,
                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  libvirt_connect_compare_cpu_async (self->connect, "no document",
                                     LIBVIRT_CONNECT_COMPARE_CPU_FLAGS_NONE, NULL, on_compared,
                                     &error);
  harness_wait_until (error != NULL);
  g_assert_cmpint (virConnectCompareCPU (self->raw, "no document", 0), ==, -1);
  harness_assert_raw_error (error);
}

static void
test_compare_hypervisor (Harness *self,
                         gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  LibvirtCPUCompareResult result = libvirt_connect_compare_hypervisor_cpu (
    self->connect, NULL, "x86_64", NULL, "test", NEHALEM, LIBVIRT_CONNECT_COMPARE_CPU_FLAGS_NONE,
    &error);

  assert_same_result (
    result, error,
    virConnectCompareHypervisorCPU (self->raw, NULL, "x86_64", NULL, "test", NEHALEM, 0));
}

static char *
raw_baseline (Harness *self,
              const char *const *xml_cpus,
              unsigned int flags)
{
  return virConnectBaselineCPU (self->raw, (const char **) xml_cpus,
                                g_strv_length ((GStrv) xml_cpus), flags);
}

static void
test_baseline (Harness *self,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *cpu = libvirt_connect_baseline_cpu (
    self->connect, cpus, LIBVIRT_CONNECT_BASELINE_CPU_FLAGS_NONE, &error);
  g_autofree char *expanded = libvirt_connect_baseline_cpu (
    self->connect, cpus, LIBVIRT_CONNECT_BASELINE_CPU_FLAGS_EXPAND_FEATURES, &error);

  g_assert_nonnull (cpu);
  g_assert_cmpstr (cpu, !=, expanded);
  harness_assert_raw_text (cpu, error, raw_baseline (self, cpus, 0));
  harness_assert_raw_text (
    expanded, error, raw_baseline (self, cpus, VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES));
}

static void
test_baseline_fails (Harness *self,
                     gconstpointer xml_cpus)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (libvirt_connect_baseline_cpu (
    self->connect, xml_cpus, LIBVIRT_CONNECT_BASELINE_CPU_FLAGS_NONE, &error));
  harness_assert_raw_text (NULL, error, raw_baseline (self, xml_cpus, 0));
}

static void
on_baseline (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(char **) user_data =
    libvirt_connect_baseline_cpu_finish (LIBVIRT_CONNECT (source), result, &error);
  g_assert_no_error (error);
}

/* The caller's own list may be gone by the time it is used. */
static void
test_baseline_async (Harness *self,
                     gconstpointer data)
{
  g_auto (GStrv) xml_cpus = g_strdupv ((GStrv) cpus);
  g_autofree char *cpu = NULL;

  libvirt_connect_baseline_cpu_async (self->connect, (const char *const *) xml_cpus,
                                      LIBVIRT_CONNECT_BASELINE_CPU_FLAGS_NONE, NULL, on_baseline,
                                      &cpu);
  g_clear_pointer (&xml_cpus, g_strfreev);
  harness_wait_until (cpu != NULL);
  harness_assert_raw_text (cpu, NULL, raw_baseline (self, cpus, 0));
}

static void
test_baseline_hypervisor (Harness *self,
                          gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *cpu = libvirt_connect_baseline_hypervisor_cpu (
    self->connect, NULL, "x86_64", NULL, "test", cpus, LIBVIRT_CONNECT_BASELINE_CPU_FLAGS_NONE,
    &error);

  harness_assert_raw_text (cpu, error,
                           virConnectBaselineHypervisorCPU (self->raw, NULL, "x86_64", NULL,
                                                            "test", (const char **) cpus, 2, 0));
}

static void
test_after_close (Harness *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_assert_no_error (error);

  g_assert_null (libvirt_connect_get_cpu_model_names (self->connect, "x86_64", 0, &error));
  harness_assert_closed (&error);
  g_assert_cmpint (libvirt_connect_compare_cpu (self->connect, NEHALEM, 0, &error), ==,
                   LIBVIRT_CPU_COMPARE_RESULT_ERROR);
  harness_assert_closed (&error);
  g_assert_cmpint (libvirt_connect_compare_hypervisor_cpu (self->connect, NULL, NULL, NULL, NULL,
                                                           NEHALEM, 0, &error),
                   ==, LIBVIRT_CPU_COMPARE_RESULT_ERROR);
  harness_assert_closed (&error);
  g_assert_null (libvirt_connect_baseline_cpu (self->connect, cpus, 0, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_connect_baseline_hypervisor_cpu (self->connect, NULL, NULL, NULL, NULL,
                                                          cpus, 0, &error));
  harness_assert_closed (&error);
}

#define ADD(path, data, func) \
  g_test_add ("/connect/cpu/" path, Harness, data, harness_set_up, func, harness_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("model-names", NULL, test_model_names);
  ADD ("model-names/of-no-architecture", NULL, test_model_names_of_nothing);
  ADD ("compare", NULL, test_compare);
  ADD ("compare/fails-async", NULL, test_compare_async);
  ADD ("compare-hypervisor", NULL, test_compare_hypervisor);
  ADD ("baseline", NULL, test_baseline);
  ADD ("baseline/async", NULL, test_baseline_async);
  ADD ("baseline/of-none", no_cpus, test_baseline_fails);
  ADD ("baseline/malformed", malformed_cpus, test_baseline_fails);
  ADD ("baseline-hypervisor", NULL, test_baseline_hypervisor);
  ADD ("after-close", NULL, test_after_close);

  return g_test_run ();
}
