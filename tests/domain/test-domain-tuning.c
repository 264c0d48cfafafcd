/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "harness.h"

/* The getters of shares and limits, ours and libvirt's, which are all used alike. */
typedef struct
{
  GVariant *(*get) (LibvirtDomain *self, LibvirtDomainModificationImpact flags, GError **error);
  gboolean (*set) (LibvirtDomain *self,
                   GVariant *params,
                   LibvirtDomainModificationImpact flags,
                   GError **error);
  int (*raw_get) (virDomainPtr domain, virTypedParameterPtr params, int *n, unsigned int flags);
  int (*raw_set) (virDomainPtr domain, virTypedParameterPtr params, int n, unsigned int flags);
  const char *one;   /* what is set, */
  const char *other; /* and set after it */
  const char *alike; /* the same as the first one, with other types */
} Tuning;

static const Tuning blkio = {
  .get = libvirt_domain_get_blkio_parameters,
  .set = libvirt_domain_set_blkio_parameters,
  .raw_get = virDomainGetBlkioParameters,
  .raw_set = virDomainSetBlkioParameters,
  .one = "{'weight': <uint32 333>, 'device_weight': <'/dev/sda,500,/dev/sdb,300'>}",
  .other = "{'weight': <uint32 444>}",
  .alike = "{'weight': <int16 333>, 'device_weight': <'/dev/sda,500,/dev/sdb,300'>}",
};

static const Tuning memory = {
  .get = libvirt_domain_get_memory_parameters,
  .set = libvirt_domain_set_memory_parameters,
  .raw_get = virDomainGetMemoryParameters,
  .raw_set = virDomainSetMemoryParameters,
  .one = "{'hard_limit': <uint64 9000>, 'soft_limit': <uint64 8000>}",
  .other = "{'soft_limit': <uint64 9007199254740991>}",
  .alike = "{'hard_limit': <9000>, 'soft_limit': <8000.0>}",
};

static const Tuning numa = {
  .get = libvirt_domain_get_numa_parameters,
  .set = libvirt_domain_set_numa_parameters,
  .raw_get = virDomainGetNumaParameters,
  .raw_set = virDomainSetNumaParameters,
  .one = "{'numa_mode': <2>, 'numa_nodeset': <'0-1'>}",
  .other = "{'numa_nodeset': <'1'>}",
  .alike = "{'numa_mode': <uint64 2>, 'numa_nodeset': <'0-1'>}",
};

static void
assert_as_raw (Harness *self,
               const Tuning *tuning,
               guint flags)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) params = tuning->get (self->domain, flags, &error);
  virTypedParameterPtr raw;
  int n = 0;

  g_assert_no_error (error);
  g_assert_cmpint (tuning->raw_get (self->raw_domain, NULL, &n, flags), ==, 0);
  raw = g_new0 (virTypedParameter, n);
  g_assert_cmpint (tuning->raw_get (self->raw_domain, raw, &n, flags), ==, 0);
  g_assert_cmpint (n, >, 1);
  harness_assert_raw_params (params, raw, n);
}

/* All of @some is in what ours get, which is what libvirt's get. */
static void
assert_has (Harness *self,
            const Tuning *tuning,
            guint flags,
            const char *some)
{
  g_autoptr (GVariant) params = tuning->get (self->domain, flags, NULL);
  g_autoptr (GVariant) expected = g_variant_ref_sink (g_variant_new_parsed (some));
  GVariantIter iter;
  const char *name;
  GVariant *next;

  assert_as_raw (self, tuning, flags);
  g_variant_iter_init (&iter, expected);
  while (g_variant_iter_next (&iter, "{&sv}", &name, &next))
    {
      g_autoptr (GVariant) value = next;
      g_autoptr (GVariant) found = g_variant_lookup_value (params, name, NULL);

      g_assert_cmpvariant (found, value);
    }
}

static void
test_definition (Harness *self,
                 gconstpointer data)
{
  const Tuning *tuning = data;
  g_autoptr (GError) error = NULL;

  assert_as_raw (self, tuning, VIR_DOMAIN_AFFECT_CURRENT);
  g_assert_true (tuning->set (self->domain, g_variant_new_parsed (tuning->one),
                              LIBVIRT_DOMAIN_MODIFICATION_IMPACT_CONFIG, &error));
  g_assert_no_error (error);
  assert_has (self, tuning, VIR_DOMAIN_AFFECT_CONFIG, tuning->one);

  g_assert_true (tuning->set (self->domain, g_variant_new_parsed (tuning->other),
                              LIBVIRT_DOMAIN_MODIFICATION_IMPACT_CONFIG, &error));
  g_assert_no_error (error);
  assert_has (self, tuning, VIR_DOMAIN_AFFECT_CONFIG, tuning->other);
}

static void
test_other_types (Harness *self,
                  gconstpointer data)
{
  const Tuning *tuning = data;
  g_autoptr (GError) error = NULL;

  g_assert_true (tuning->set (self->domain, g_variant_new_parsed (tuning->alike),
                              LIBVIRT_DOMAIN_MODIFICATION_IMPACT_CONFIG, &error));
  g_assert_no_error (error);
  assert_has (self, tuning, VIR_DOMAIN_AFFECT_CONFIG, tuning->one);
}

/* The running guest and its definition go different ways. */
static void
test_running (Harness *self,
              gconstpointer data)
{
  const Tuning *tuning = data;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  g_assert_true (tuning->set (self->domain, g_variant_new_parsed (tuning->one),
                              LIBVIRT_DOMAIN_MODIFICATION_IMPACT_LIVE, &error));
  g_assert_no_error (error);
  g_assert_true (tuning->set (self->domain, g_variant_new_parsed (tuning->other),
                              LIBVIRT_DOMAIN_MODIFICATION_IMPACT_CONFIG, &error));
  g_assert_no_error (error);

  assert_has (self, tuning, VIR_DOMAIN_AFFECT_LIVE, tuning->one);
  assert_has (self, tuning, VIR_DOMAIN_AFFECT_CONFIG, tuning->other);
}

static void
test_live_of_stopped (Harness *self,
                      gconstpointer data)
{
  const Tuning *tuning = data;
  g_autoptr (GError) error = NULL;
  virTypedParameter raw[16] = { 0 };
  int n = G_N_ELEMENTS (raw);

  g_assert_null (tuning->get (self->domain, LIBVIRT_DOMAIN_MODIFICATION_IMPACT_LIVE, &error));
  g_assert_cmpint (tuning->raw_get (self->raw_domain, raw, &n, VIR_DOMAIN_AFFECT_LIVE), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_false (tuning->set (self->domain, g_variant_new_parsed (tuning->one),
                               LIBVIRT_DOMAIN_MODIFICATION_IMPACT_LIVE, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_INVALID);
}

/* What libvirt refuses, and what is refused before it comes to that. */
static void
test_refused (Harness *self,
              gconstpointer data)
{
  const Tuning *tuning = data;
  virTypedParameter raw = { .field = "nonsense", .type = VIR_TYPED_PARAM_UINT };
  g_autoptr (GError) error = NULL;

  g_assert_false (
    tuning->set (self->domain, g_variant_new_parsed ("{'nonsense': <uint32 0>}"), 0, &error));
  g_assert_cmpint (tuning->raw_set (self->raw_domain, &raw, 1, 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_false (tuning->set (self->domain, g_variant_new_parsed ("@a{sv} {}"), 0, &error));
  g_assert_cmpint (tuning->raw_set (self->raw_domain, NULL, 0, 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_false (tuning->set (self->domain, g_variant_new_string ("weight"), 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG);
}

static void
test_after_close (Harness *self,
                  gconstpointer data)
{
  const Tuning *tuning = data;
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_assert_no_error (error);

  g_assert_null (tuning->get (self->domain, 0, &error));
  harness_assert_closed (&error);
  g_assert_false (tuning->set (self->domain, g_variant_new_parsed (tuning->one), 0, &error));
  harness_assert_closed (&error);
}

static void
test_scheduler (Harness *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *type = NULL;
  g_autoptr (GVariant) params = NULL;
  virTypedParameterPtr raw;
  int n, n_raw;

  type = libvirt_domain_get_scheduler_type (self->domain, &n, &error);
  harness_assert_raw_text (type, error, virDomainGetSchedulerType (self->raw_domain, &n_raw));
  g_assert_cmpint (n, ==, n_raw);
  g_free (type);
  type = libvirt_domain_get_scheduler_type (self->domain, NULL, &error);
  g_assert_cmpstr (type, ==, "fair");

  params = libvirt_domain_get_scheduler_parameters (self->domain, &error);
  g_assert_no_error (error);
  raw = g_new0 (virTypedParameter, n_raw);
  g_assert_cmpint (virDomainGetSchedulerParameters (self->raw_domain, raw, &n_raw), ==, 0);
  g_assert_cmpint (n_raw, ==, 1);
  harness_assert_raw_params (params, raw, n_raw);
}

/* The test driver takes a weight, and forgets it: tests/live/ has a host that does not. */
static void
test_set_scheduler (Harness *self,
                    gconstpointer data)
{
  const char *weight = "{'weight': <uint32 60>}";
  virTypedParameter raw = { .field = "nonsense", .type = VIR_TYPED_PARAM_UINT };
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_domain_set_scheduler_parameters (
    self->domain, g_variant_new_parsed (weight), &error));
  g_assert_no_error (error);
  g_assert_true (libvirt_domain_set_scheduler_parameters_flags (
    self->domain, g_variant_new_parsed (weight), 0, &error));
  g_assert_no_error (error);

  g_assert_false (libvirt_domain_set_scheduler_parameters (
    self->domain, g_variant_new_parsed ("{'nonsense': <uint32 0>}"), &error));
  g_assert_cmpint (virDomainSetSchedulerParameters (self->raw_domain, &raw, 1), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  raw.field[0] = 'x';
  g_assert_false (libvirt_domain_set_scheduler_parameters_flags (
    self->domain, g_variant_new_parsed ("{'xonsense': <uint32 0>}"), 0, &error));
  g_assert_cmpint (virDomainSetSchedulerParametersFlags (self->raw_domain, &raw, 1, 0), ==, -1);
  harness_assert_raw_error (error);
}

/* libvirt itself gives this driver a flag that it does not know. */
static void
test_scheduler_flags (Harness *self,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) params = libvirt_domain_get_scheduler_parameters_flags (
    self->domain, LIBVIRT_DOMAIN_MODIFICATION_IMPACT_CONFIG, &error);
  virTypedParameterPtr raw = g_new0 (virTypedParameter, 1);
  int n = 1;

  if (virDomainGetSchedulerParametersFlags (self->raw_domain, raw, &n, VIR_DOMAIN_AFFECT_CONFIG) <
      0)
    {
      g_assert_null (params);
      harness_assert_raw_error (error);
      g_free (raw);
      return;
    }

  g_assert_no_error (error);
  harness_assert_raw_params (params, raw, n);
}

static void
test_scheduler_after_close (Harness *self,
                            gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_assert_no_error (error);

  g_assert_null (libvirt_domain_get_scheduler_type (self->domain, NULL, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_domain_get_scheduler_parameters (self->domain, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_domain_get_scheduler_parameters_flags (self->domain, 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_set_scheduler_parameters (
    self->domain, g_variant_new_parsed ("{'weight': <uint32 1>}"), &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_set_scheduler_parameters_flags (
    self->domain, g_variant_new_parsed ("{'weight': <uint32 1>}"), 0, &error));
  harness_assert_closed (&error);
}

static void
add_tuning (const char *name,
            const Tuning *tuning)
{
  static const struct
  {
    const char *path;
    void (*func) (Harness *self, gconstpointer data);
  } tests[] = {
    { "definition", test_definition },
    { "other-types", test_other_types },
    { "running", test_running },
    { "live-of-stopped", test_live_of_stopped },
    { "refused", test_refused },
    { "after-close", test_after_close },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/domain/tuning/%s/%s", name, tests[i].path);

      g_test_add (path, Harness, tuning, harness_set_up, tests[i].func, harness_tear_down);
    }
}

#define ADD(path, func) \
  g_test_add ("/domain/tuning/" path, Harness, NULL, harness_set_up, func, harness_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_tuning ("blkio", &blkio);
  add_tuning ("memory", &memory);
  add_tuning ("numa", &numa);
  ADD ("scheduler", test_scheduler);
  ADD ("scheduler/set", test_set_scheduler);
  ADD ("scheduler/flags", test_scheduler_flags);
  ADD ("scheduler/after-close", test_scheduler_after_close);

  return g_test_run ();
}
