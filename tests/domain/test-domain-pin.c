/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "harness.h"

static const guint8 first[] = { 0x01 };
static const guint8 last_two[] = { 0xc0 };
static const guint8 none[] = { 0x00 };

static gsize
map_length (Harness *self)
{
  int n = virNodeGetCPUMap (self->raw, NULL, NULL, 0);

  g_assert_cmpint (n, >, 0);
  return VIR_CPU_MAPLEN (n);
}

/* The maps of two virtual processors, which must be those that libvirt has. */
static void
assert_vcpus (Harness *self,
              guint8 map_0,
              guint8 map_1)
{
  gsize length = map_length (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) maps = libvirt_domain_get_vcpu_pin_info (self->domain, 0, &error);
  g_autofree guint8 *raw = g_malloc0_n (2, length);

  g_assert_no_error (error);
  g_assert_cmpstr (g_variant_get_type_string (maps), ==, "aay");
  g_assert_cmpint (virDomainGetVcpuPinInfo (self->raw_domain, 2, raw, length, 0), ==, 2);
  g_assert_cmpuint (g_variant_n_children (maps), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GVariant) map = g_variant_get_child_value (maps, i);

      g_assert_cmpmem (g_variant_get_data (map), g_variant_get_size (map), raw + i * length,
                       length);
      g_assert_cmpuint (raw[i * length], ==, i == 0 ? map_0 : map_1);
    }
}

static void
test_vcpu (Harness *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  assert_vcpus (self, 0xff, 0xff);

  g_assert_true (libvirt_domain_pin_vcpu (self->domain, 0, first, sizeof first, &error));
  g_assert_no_error (error);
  assert_vcpus (self, 0x01, 0xff);

  g_assert_true (libvirt_domain_pin_vcpu_flags (self->domain, 1, last_two, sizeof last_two,
                                                LIBVIRT_DOMAIN_MODIFICATION_IMPACT_CURRENT,
                                                &error));
  g_assert_no_error (error);
  assert_vcpus (self, 0x01, 0xc0);
}

static void
test_vcpu_refused (Harness *self,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint8 map[] = { 0x01 };

  g_assert_false (libvirt_domain_pin_vcpu (self->domain, 0, first, 1, &error));
  g_assert_cmpint (virDomainPinVcpu (self->raw_domain, 0, map, 1), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  g_assert_false (libvirt_domain_pin_vcpu_flags (self->domain, 2, first, 1, 0, &error));
  g_assert_cmpint (virDomainPinVcpuFlags (self->raw_domain, 2, map, 1, 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_false (libvirt_domain_pin_vcpu (self->domain, 0, first, 0, &error));
  g_assert_cmpint (virDomainPinVcpu (self->raw_domain, 0, map, 0), ==, -1);
  harness_assert_raw_error (error);
}

static void
test_vcpu_of_stopped (Harness *self,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint8 map[64];

  assert_vcpus (self, 0xff, 0xff);
  g_assert_null (libvirt_domain_get_vcpu_pin_info (
    self->domain, LIBVIRT_DOMAIN_MODIFICATION_IMPACT_LIVE, &error));
  g_assert_cmpint (virDomainGetVcpuPinInfo (self->raw_domain, 1, map, 1, VIR_DOMAIN_AFFECT_LIVE),
                   ==, -1);
  harness_assert_raw_error (error);
}

static void
assert_emulator (Harness *self,
                 LibvirtDomainModificationImpact flags,
                 guint8 expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree guint8 *raw = g_malloc0 (map_length (self));
  g_autofree guint8 *map = NULL;
  gsize n;

  map = libvirt_domain_get_emulator_pin_info (self->domain, flags, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpint (
    virDomainGetEmulatorPinInfo (self->raw_domain, raw, map_length (self), flags), ==, 1);
  g_assert_cmpmem (map, n, raw, map_length (self));
  g_assert_cmpuint (map[0], ==, expected);
}

static void
test_emulator (Harness *self,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  assert_emulator (self, 0, 0xff);
  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  g_assert_true (libvirt_domain_pin_emulator (self->domain, last_two, 1,
                                              LIBVIRT_DOMAIN_MODIFICATION_IMPACT_LIVE, &error));
  g_assert_no_error (error);
  g_assert_true (libvirt_domain_pin_emulator (self->domain, first, 1,
                                              LIBVIRT_DOMAIN_MODIFICATION_IMPACT_CONFIG, &error));
  g_assert_no_error (error);

  assert_emulator (self, LIBVIRT_DOMAIN_MODIFICATION_IMPACT_LIVE, 0xc0);
  assert_emulator (self, LIBVIRT_DOMAIN_MODIFICATION_IMPACT_CONFIG, 0x01);
  harness_assert_raw_xml (self, 0, "<emulatorpin cpuset='6-7'/>");
}

static void
test_emulator_refused (Harness *self,
                       gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint8 map[64] = { 0 };
  gsize n;

  g_assert_false (libvirt_domain_pin_emulator (self->domain, none, 1, 0, &error));
  g_assert_cmpint (virDomainPinEmulator (self->raw_domain, map, 1, 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_null (libvirt_domain_get_emulator_pin_info (
    self->domain, LIBVIRT_DOMAIN_MODIFICATION_IMPACT_LIVE, &n, &error));
  g_assert_cmpint (
    virDomainGetEmulatorPinInfo (self->raw_domain, map, 1, VIR_DOMAIN_AFFECT_LIVE), ==, -1);
  harness_assert_raw_error (error);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_after_close (Harness *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gsize n;

  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_assert_no_error (error);

  g_assert_null (libvirt_domain_get_vcpu_pin_info (self->domain, 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_pin_vcpu (self->domain, 0, first, 1, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_pin_vcpu_flags (self->domain, 0, first, 1, 0, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_domain_get_emulator_pin_info (self->domain, 0, &n, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_pin_emulator (self->domain, first, 1, 0, &error));
  harness_assert_closed (&error);
}

#define ADD(path, func) \
  g_test_add ("/domain/pin/" path, Harness, NULL, harness_set_up, func, harness_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("vcpu", test_vcpu);
  ADD ("vcpu/refused", test_vcpu_refused);
  ADD ("vcpu/of-stopped", test_vcpu_of_stopped);
  ADD ("emulator", test_emulator);
  ADD ("emulator/refused", test_emulator_refused);
  ADD ("after-close", test_after_close);

  return g_test_run ();
}
