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
  ADD ("after-close", test_after_close);

  return g_test_run ();
}
