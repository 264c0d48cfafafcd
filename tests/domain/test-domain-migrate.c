/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Domains of the test driver cannot leave it: here is only what it says to that. Guests that move
 * are in tests/live/. */

#include "harness.h"

#define LIVE LIBVIRT_DOMAIN_MIGRATE_FLAGS_LIVE
#define ELSEWHERE "test:///default"

typedef struct
{
  Harness harness;
  LibvirtConnect *there;
  virConnectPtr raw_there;
} Fixture;

static void
set_up (Fixture *self,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  harness_set_up (&self->harness, data);
  g_assert_cmpint (virDomainCreate (self->harness.raw_domain), ==, 0);
  harness_wait_for_events (&self->harness);
  self->there = libvirt_connect_open (ELSEWHERE, &error);
  g_assert_no_error (error);
  self->raw_there = virConnectOpen (ELSEWHERE);
  g_assert_nonnull (self->raw_there);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  g_assert_cmpint (virConnectClose (self->raw_there), ==, 0);
  g_assert_finalize_object (self->there);
  harness_tear_down (&self->harness, data);
}

static void
assert_stays (Fixture *self)
{
  g_assert_cmpint (harness_raw_state (&self->harness), ==, VIR_DOMAIN_RUNNING);
  g_assert_cmpint (libvirt_domain_peek_state (self->harness.domain), ==,
                   LIBVIRT_DOMAIN_STATE_RUNNING);
}

static GVariant *
new_params (void)
{
  return g_variant_new_parsed ("{'bandwidth': <uint64 1>}");
}

static void
test_refused (Fixture *self,
              gconstpointer data)
{
  LibvirtDomain *domain = self->harness.domain;
  virDomainPtr raw = self->harness.raw_domain;
  g_autoptr (GError) error = NULL;

  g_assert_null (libvirt_domain_migrate (domain, self->there, LIVE, NULL, NULL, 0, &error));
  g_assert_null (virDomainMigrate (raw, self->raw_there, LIVE, NULL, NULL, 0));
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_null (libvirt_domain_migrate2 (domain, self->there, NULL, LIVE, NULL, NULL, 0, &error));
  g_assert_null (virDomainMigrate2 (raw, self->raw_there, NULL, LIVE, NULL, NULL, 0));
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_null (libvirt_domain_migrate3 (domain, self->there, new_params (), LIVE, &error));
  g_assert_null (virDomainMigrate3 (raw, self->raw_there, NULL, 0, LIVE));
  harness_assert_raw_error (error);
  assert_stays (self);
}

static void
test_to_uri_refused (Fixture *self,
                     gconstpointer data)
{
  LibvirtDomainMigrateFlags flags = LIVE | LIBVIRT_DOMAIN_MIGRATE_FLAGS_PEER2PEER;
  LibvirtDomain *domain = self->harness.domain;
  virDomainPtr raw = self->harness.raw_domain;
  g_autoptr (GError) error = NULL;

  g_assert_false (libvirt_domain_migrate_to_uri (domain, ELSEWHERE, flags, NULL, 0, &error));
  g_assert_cmpint (virDomainMigrateToURI (raw, ELSEWHERE, flags, NULL, 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_false (
    libvirt_domain_migrate_to_uri2 (domain, ELSEWHERE, NULL, NULL, flags, NULL, 0, &error));
  g_assert_cmpint (virDomainMigrateToURI2 (raw, ELSEWHERE, NULL, NULL, flags, NULL, 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_false (
    libvirt_domain_migrate_to_uri3 (domain, ELSEWHERE, new_params (), flags, &error));
  g_assert_cmpint (virDomainMigrateToURI3 (raw, ELSEWHERE, NULL, 0, flags), ==, -1);
  harness_assert_raw_error (error);
  assert_stays (self);
}

static void
test_malformed_params (Fixture *self,
                       gconstpointer data)
{
  g_autoptr (GVariant) malformed = g_variant_ref_sink (g_variant_new_string ("fast"));
  g_autoptr (GError) error = NULL;

  g_assert_null (
    libvirt_domain_migrate3 (self->harness.domain, self->there, malformed, LIVE, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG);
  g_clear_error (&error);
  g_assert_false (
    libvirt_domain_migrate_to_uri3 (self->harness.domain, NULL, malformed, LIVE, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG);
  assert_stays (self);
}

static void
test_limits (Fixture *self,
             gconstpointer data)
{
  LibvirtDomain *domain = self->harness.domain;
  virDomainPtr raw = self->harness.raw_domain;
  g_autoptr (GError) error = NULL;
  unsigned long long value = 0;
  unsigned long speed;

  g_assert_cmpuint (libvirt_domain_migrate_get_compression_cache (domain, 0, &error), ==, 0);
  g_assert_cmpint (virDomainMigrateGetCompressionCache (raw, &value, 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);
  g_assert_false (libvirt_domain_migrate_set_compression_cache (domain, 1 << 20, 0, &error));
  g_assert_cmpint (virDomainMigrateSetCompressionCache (raw, 1 << 20, 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_cmpuint (libvirt_domain_migrate_get_max_downtime (domain, 0, &error), ==, 0);
  g_assert_cmpint (virDomainMigrateGetMaxDowntime (raw, &value, 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);
  g_assert_false (libvirt_domain_migrate_set_max_downtime (domain, 100, 0, &error));
  g_assert_cmpint (virDomainMigrateSetMaxDowntime (raw, 100, 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_cmpuint (libvirt_domain_migrate_get_max_speed (domain, 0, &error), ==, 0);
  g_assert_cmpint (virDomainMigrateGetMaxSpeed (raw, &speed, 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);
  g_assert_false (libvirt_domain_migrate_set_max_speed (domain, 100, 0, &error));
  g_assert_cmpint (virDomainMigrateSetMaxSpeed (raw, 100, 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_false (libvirt_domain_migrate_start_post_copy (domain, 0, &error));
  g_assert_cmpint (virDomainMigrateStartPostCopy (raw, 0), ==, -1);
  harness_assert_raw_error (error);
}

static void
test_to_closed (Fixture *self,
                gconstpointer data)
{
  LibvirtDomain *domain = self->harness.domain;
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_connect_close (self->there, &error));
  g_assert_no_error (error);

  g_assert_null (libvirt_domain_migrate (domain, self->there, LIVE, NULL, NULL, 0, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_domain_migrate2 (domain, self->there, NULL, LIVE, NULL, NULL, 0, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_domain_migrate3 (domain, self->there, NULL, LIVE, &error));
  harness_assert_closed (&error);
  assert_stays (self);
}

static void
test_after_close (Fixture *self,
                  gconstpointer data)
{
  LibvirtDomain *domain = self->harness.domain;
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_connect_close (self->harness.connect, &error));
  g_assert_no_error (error);

  g_assert_null (libvirt_domain_migrate (domain, self->there, LIVE, NULL, NULL, 0, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_domain_migrate2 (domain, self->there, NULL, LIVE, NULL, NULL, 0, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_domain_migrate3 (domain, self->there, NULL, LIVE, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_migrate_to_uri (domain, ELSEWHERE, LIVE, NULL, 0, &error));
  harness_assert_closed (&error);
  g_assert_false (
    libvirt_domain_migrate_to_uri2 (domain, ELSEWHERE, NULL, NULL, LIVE, NULL, 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_migrate_to_uri3 (domain, ELSEWHERE, NULL, LIVE, &error));
  harness_assert_closed (&error);
  g_assert_cmpuint (libvirt_domain_migrate_get_compression_cache (domain, 0, &error), ==, 0);
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_migrate_set_compression_cache (domain, 1, 0, &error));
  harness_assert_closed (&error);
  g_assert_cmpuint (libvirt_domain_migrate_get_max_downtime (domain, 0, &error), ==, 0);
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_migrate_set_max_downtime (domain, 1, 0, &error));
  harness_assert_closed (&error);
  g_assert_cmpuint (libvirt_domain_migrate_get_max_speed (domain, 0, &error), ==, 0);
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_migrate_set_max_speed (domain, 1, 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_migrate_start_post_copy (domain, 0, &error));
  harness_assert_closed (&error);
}

#define ADD(path, func) \
  g_test_add ("/domain/migrate/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("refused", test_refused);
  ADD ("to-uri-refused", test_to_uri_refused);
  ADD ("malformed-params", test_malformed_params);
  ADD ("limits", test_limits);
  ADD ("to-closed", test_to_closed);
  ADD ("after-close", test_after_close);

  return g_test_run ();
}
