/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "harness.h"

static void
assert_as_raw (Harness *self,
               guint flags,
               gboolean counts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) events = libvirt_domain_get_perf_events (self->domain, flags, &error);
  virTypedParameterPtr raw = NULL;
  int n = 0;
  gboolean cpu_clock;

  g_assert_no_error (error);
  g_assert_cmpint (virDomainGetPerfEvents (self->raw_domain, &raw, &n, flags), ==, 0);
  harness_assert_raw_params (events, raw, n);
  g_assert_true (g_variant_lookup (events, LIBVIRT_PERF_PARAM_CPU_CLOCK, "b", &cpu_clock));
  g_assert_cmpint (cpu_clock, ==, counts);
}

static void
set (Harness *self,
     LibvirtDomainModificationImpact flags,
     gboolean counts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariantDict) dict = g_variant_dict_new (NULL);

  g_variant_dict_insert (dict, LIBVIRT_PERF_PARAM_CPU_CLOCK, "b", counts);
  g_assert_true (
    libvirt_domain_set_perf_events (self->domain, g_variant_dict_end (dict), flags, &error));
  g_assert_no_error (error);
}

static void
test_definition (Harness *self,
                 gconstpointer data)
{
  assert_as_raw (self, VIR_DOMAIN_AFFECT_CURRENT, FALSE);
  set (self, LIBVIRT_DOMAIN_MODIFICATION_IMPACT_CONFIG, TRUE);
  assert_as_raw (self, VIR_DOMAIN_AFFECT_CONFIG, TRUE);
  harness_assert_raw_xml (self, VIR_DOMAIN_XML_INACTIVE, "<event name='cpu_clock' enabled='yes'/>");
  set (self, LIBVIRT_DOMAIN_MODIFICATION_IMPACT_CURRENT, FALSE);
  assert_as_raw (self, VIR_DOMAIN_AFFECT_CONFIG, FALSE);
}

static void
test_running (Harness *self,
              gconstpointer data)
{
  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  set (self, LIBVIRT_DOMAIN_MODIFICATION_IMPACT_LIVE, TRUE);
  assert_as_raw (self, VIR_DOMAIN_AFFECT_LIVE, TRUE);
  assert_as_raw (self, VIR_DOMAIN_AFFECT_CONFIG, FALSE);
}

static void
test_refused (Harness *self,
              gconstpointer data)
{
  virTypedParameter nonsense = { .field = "nonsense", .type = VIR_TYPED_PARAM_BOOLEAN };
  g_autoptr (GError) error = NULL;
  virTypedParameterPtr raw = NULL;
  int n = 0;

  g_assert_null (libvirt_domain_get_perf_events (
    self->domain, LIBVIRT_DOMAIN_MODIFICATION_IMPACT_LIVE, &error));
  g_assert_cmpint (virDomainGetPerfEvents (self->raw_domain, &raw, &n, VIR_DOMAIN_AFFECT_LIVE), ==,
                   -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_false (libvirt_domain_set_perf_events (
    self->domain, g_variant_new_parsed ("{'nonsense': <false>}"), 0, &error));
  g_assert_cmpint (virDomainSetPerfEvents (self->raw_domain, &nonsense, 1, 0), ==, -1);
  harness_assert_raw_error (error);
}

static void
test_after_close (Harness *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_assert_no_error (error);

  g_assert_null (libvirt_domain_get_perf_events (self->domain, 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_set_perf_events (
    self->domain, g_variant_new_parsed ("{'cpu_clock': <true>}"), 0, &error));
  harness_assert_closed (&error);
}

#define ADD(path, func) \
  g_test_add ("/domain/perf/" path, Harness, NULL, harness_set_up, func, harness_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("definition", test_definition);
  ADD ("running", test_running);
  ADD ("refused", test_refused);
  ADD ("after-close", test_after_close);

  return g_test_run ();
}
