/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "harness.h"

#define MAC "52:54:00:00:00:01"

static void
set_up (Harness *self,
        gconstpointer data)
{
  harness_set_up (self, data);
  harness_give_devices (self, "<interface type='network'>"
                              "  <source network='default'/><mac address='" MAC "'/>"
                              "  <target dev='testnet0'/>"
                              "</interface>");
}

/* The test driver makes them up out of the time of day, microseconds included. */
static void
test_stats (Harness *self,
            gconstpointer data)
{
  virDomainInterfaceStatsStruct before, after;
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomainInterfaceStats) stats = NULL;
  g_autoptr (LibvirtDomainInterfaceStats) by_mac = NULL;

  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  g_assert_cmpint (
    virDomainInterfaceStats (self->raw_domain, "testnet0", &before, sizeof before), ==, 0);
  stats = libvirt_domain_interface_stats (self->domain, "testnet0", &error);
  g_assert_no_error (error);
  by_mac = libvirt_domain_interface_stats (self->domain, MAC, &error);
  g_assert_no_error (error);
  g_assert_cmpint (virDomainInterfaceStats (self->raw_domain, "testnet0", &after, sizeof after),
                   ==, 0);

#define ASSERT_BETWEEN(field)                             \
  g_assert_cmpint (stats->field, >=, before.field);       \
  g_assert_cmpint (by_mac->field, >=, stats->field);      \
  g_assert_cmpint (after.field, >=, by_mac->field)

  ASSERT_BETWEEN (rx_bytes);
  ASSERT_BETWEEN (rx_packets);
  ASSERT_BETWEEN (rx_errs);
  ASSERT_BETWEEN (rx_drop);
  ASSERT_BETWEEN (tx_bytes);
  ASSERT_BETWEEN (tx_packets);
  ASSERT_BETWEEN (tx_errs);
  ASSERT_BETWEEN (tx_drop);
}

static void
test_stats_copy (Harness *self,
                 gconstpointer data)
{
  g_autoptr (LibvirtDomainInterfaceStats) stats = libvirt_domain_interface_stats_new ();
  g_autoptr (LibvirtDomainInterfaceStats) copy = NULL;

  g_assert_cmpint (stats->rx_bytes, ==, -1);
  g_assert_cmpint (stats->tx_drop, ==, -1);
  stats->tx_bytes = 7;
  copy = libvirt_domain_interface_stats_copy (stats);
  g_assert_true (copy != stats);
  g_assert_cmpint (copy->tx_bytes, ==, 7);
  g_assert_cmpint (copy->rx_errs, ==, -1);
}

static void
test_stats_refused (Harness *self,
                    gconstpointer data)
{
  virDomainInterfaceStatsStruct raw;
  g_autoptr (GError) error = NULL;

  g_assert_null (libvirt_domain_interface_stats (self->domain, "testnet0", &error));
  g_assert_cmpint (virDomainInterfaceStats (self->raw_domain, "testnet0", &raw, sizeof raw), ==,
                   -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  g_assert_null (libvirt_domain_interface_stats (self->domain, "nowhere", &error));
  g_assert_cmpint (virDomainInterfaceStats (self->raw_domain, "nowhere", &raw, sizeof raw), ==, -1);
  harness_assert_raw_error (error);
}

static guint
get (Harness *self,
     const char *device,
     guint flags,
     const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) params =
    libvirt_domain_get_interface_parameters (self->domain, device, flags, &error);
  virTypedParameterPtr raw;
  int n = 0;
  guint value;

  g_assert_no_error (error);
  g_assert_true (g_variant_lookup (params, name, "u", &value));

  g_assert_cmpint (virDomainGetInterfaceParameters (self->raw_domain, device, NULL, &n, flags), ==,
                   0);
  g_assert_cmpint (n, ==, 7);
  raw = g_new0 (virTypedParameter, n);
  g_assert_cmpint (virDomainGetInterfaceParameters (self->raw_domain, device, raw, &n, flags), ==,
                   0);
  harness_assert_raw_params (params, raw, n);
  return value;
}

static void
test_parameters (Harness *self,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (get (self, "testnet0", 0, LIBVIRT_DOMAIN_BANDWIDTH_IN_AVERAGE), ==, 0);
  g_assert_true (libvirt_domain_set_interface_parameters (
    self->domain, MAC,
    g_variant_new_parsed ("{'inbound.average': <uint32 1000>, 'outbound.average': <uint32 20>}"),
    LIBVIRT_DOMAIN_MODIFICATION_IMPACT_CONFIG, &error));
  g_assert_no_error (error);

  g_assert_cmpuint (get (self, "testnet0", VIR_DOMAIN_AFFECT_CONFIG, "inbound.average"), ==, 1000);
  g_assert_cmpuint (get (self, MAC, 0, "outbound.average"), ==, 20);
  harness_assert_raw_xml (self, VIR_DOMAIN_XML_INACTIVE, "<inbound average='1000'/>");
}

static void
test_parameters_refused (Harness *self,
                         gconstpointer data)
{
  virTypedParameter raw = { .field = "inbound.average", .type = VIR_TYPED_PARAM_UINT };
  g_autoptr (GError) error = NULL;
  int n = 0;

  g_assert_null (libvirt_domain_get_interface_parameters (
    self->domain, "testnet0", LIBVIRT_DOMAIN_MODIFICATION_IMPACT_LIVE, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_INVALID);
  g_clear_error (&error);

  g_assert_false (libvirt_domain_set_interface_parameters (
    self->domain, "nowhere", g_variant_new_parsed ("{'inbound.average': <uint32 0>}"), 0, &error));
  g_assert_cmpint (virDomainSetInterfaceParameters (self->raw_domain, "nowhere", &raw, 1, 0), ==,
                   -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_false (libvirt_domain_set_interface_parameters (
    self->domain, "testnet0", g_variant_new_parsed ("{'inbound.average': <@mb nothing>}"), 0,
    &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG);
  g_assert_cmpint (virDomainGetInterfaceParameters (self->raw_domain, "testnet0", NULL, &n, 0), ==,
                   0);
}

static void
test_after_close (Harness *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_assert_no_error (error);

  g_assert_null (libvirt_domain_interface_stats (self->domain, "testnet0", &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_domain_get_interface_parameters (self->domain, "testnet0", 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_set_interface_parameters (
    self->domain, "testnet0", g_variant_new_parsed ("{'inbound.average': <uint32 0>}"), 0, &error));
  harness_assert_closed (&error);
}

#define ADD(path, func) \
  g_test_add ("/domain/interface/" path, Harness, NULL, set_up, func, harness_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("stats", test_stats);
  ADD ("stats/copy", test_stats_copy);
  ADD ("stats/refused", test_stats_refused);
  ADD ("parameters", test_parameters);
  ADD ("parameters/refused", test_parameters_refused);
  ADD ("after-close", test_after_close);

  return g_test_run ();
}
