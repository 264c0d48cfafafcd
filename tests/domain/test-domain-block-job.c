/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The test driver has no images to work on: here is only what it says to that. Disks that are
 * copied and merged are in tests/live/. */

#include "harness.h"

#define COPY "<disk type='file'><source file='/copy'/><driver type='raw'/></disk>"

static GVariant *
new_params (void)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  g_variant_builder_add (&builder, "{sv}", LIBVIRT_DOMAIN_BLOCK_COPY_BANDWIDTH,
                         g_variant_new_uint64 (1000));
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

static void
test_begin_refused (Harness *self,
                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) params = new_params ();

  g_assert_false (libvirt_domain_block_pull (self->domain, "vda", 0, 0, &error));
  g_assert_cmpint (virDomainBlockPull (self->raw_domain, "vda", 0, 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_false (libvirt_domain_block_rebase (self->domain, "vda", NULL, 0, 0, &error));
  g_assert_cmpint (virDomainBlockRebase (self->raw_domain, "vda", NULL, 0, 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_false (libvirt_domain_block_commit (self->domain, "vda", NULL, NULL, 0, 0, &error));
  g_assert_cmpint (virDomainBlockCommit (self->raw_domain, "vda", NULL, NULL, 0, 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_false (libvirt_domain_block_copy (self->domain, "vda", COPY, params, 0, &error));
  g_assert_cmpint (virDomainBlockCopy (self->raw_domain, "vda", COPY, NULL, 0, 0), ==, -1);
  harness_assert_raw_error (error);
}

static void
test_malformed_params (Harness *self,
                       gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) malformed = g_variant_ref_sink (g_variant_new_string ("bandwidth"));

  g_assert_false (libvirt_domain_block_copy (self->domain, "vda", COPY, malformed, 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG);
}

static void
test_no_job (Harness *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  virDomainBlockJobInfo raw;

  g_assert_false (libvirt_domain_block_job_abort (self->domain, "vda", 0, &error));
  g_assert_cmpint (virDomainBlockJobAbort (self->raw_domain, "vda", 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_false (libvirt_domain_block_job_set_speed (self->domain, "vda", 1, 0, &error));
  g_assert_cmpint (virDomainBlockJobSetSpeed (self->raw_domain, "vda", 1, 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_null (libvirt_domain_get_block_job_info (self->domain, "vda", 0, &error));
  g_assert_cmpint (virDomainGetBlockJobInfo (self->raw_domain, "vda", &raw, 0), ==, -1);
  harness_assert_raw_error (error);
}

static void
test_copy_of_info (void)
{
  g_autoptr (LibvirtDomainBlockJobInfo) info = libvirt_domain_block_job_info_new ();
  g_autoptr (LibvirtDomainBlockJobInfo) copy = NULL;

  g_assert_cmpint (info->type, ==, LIBVIRT_DOMAIN_BLOCK_JOB_TYPE_UNKNOWN);
  info->end = 7;
  copy = libvirt_domain_block_job_info_copy (info);
  g_assert_cmpuint (copy->end, ==, 7);
}

/* libvirt has a long for it, which need not have 64 bits. */
static void
test_speed_too_large (Harness *self,
                      gconstpointer data)
{
  LibvirtDomain *domain = self->domain;
  g_autoptr (GError) error = NULL;

  if (sizeof (long) == sizeof (guint64))
    {
      g_test_skip ("any number fits on this machine");
      return;
    }

  g_assert_false (libvirt_domain_block_pull (domain, "vda", G_MAXUINT64, 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_OVERFLOW);
  g_clear_error (&error);
  g_assert_false (libvirt_domain_block_rebase (domain, "vda", NULL, G_MAXUINT64, 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_OVERFLOW);
  g_clear_error (&error);
  g_assert_false (libvirt_domain_block_commit (domain, "vda", NULL, NULL, G_MAXUINT64, 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_OVERFLOW);
  g_clear_error (&error);
  g_assert_false (libvirt_domain_block_job_set_speed (domain, "vda", G_MAXUINT64, 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_OVERFLOW);
}

static void
test_after_close (Harness *self,
                  gconstpointer data)
{
  LibvirtDomain *domain = self->domain;
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_assert_no_error (error);

  g_assert_false (libvirt_domain_block_pull (domain, "vda", 0, 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_block_rebase (domain, "vda", NULL, 0, 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_block_commit (domain, "vda", NULL, NULL, 0, 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_block_copy (domain, "vda", COPY, NULL, 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_block_job_abort (domain, "vda", 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_block_job_set_speed (domain, "vda", 0, 0, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_domain_get_block_job_info (domain, "vda", 0, &error));
  harness_assert_closed (&error);
}

#define ADD(path, func) \
  g_test_add ("/domain/block-job/" path, Harness, NULL, harness_set_up, func, harness_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("begin-refused", test_begin_refused);
  ADD ("malformed-params", test_malformed_params);
  ADD ("no-job", test_no_job);
  g_test_add_func ("/domain/block-job/copy-of-info", test_copy_of_info);
  ADD ("speed-too-large", test_speed_too_large);
  ADD ("after-close", test_after_close);

  return g_test_run ();
}
