/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The test driver plays a disk of which it tells the same sizes each time, that is always broken,
 * and whose limits it keeps. What needs a disk that a guest writes to is in tests/live/. */

#include "harness.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define CURRENT LIBVIRT_DOMAIN_MODIFICATION_IMPACT_CURRENT

static void
set_up (Harness *self,
        gconstpointer data)
{
  harness_set_up (self, data);
  harness_give_devices (
    self, "<disk type='file'><source file='/nowhere'/><target dev='vda' bus='virtio'/></disk>");
}

static void
set_up_running (Harness *self,
                gconstpointer data)
{
  set_up (self, data);
  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  harness_wait_for_events (self);
}

static void
test_info (Harness *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomainBlockInfo) info = NULL;
  g_autoptr (LibvirtDomainBlockInfo) copy = NULL;
  g_autoptr (LibvirtDomainBlockInfo) empty = libvirt_domain_block_info_new ();
  virDomainBlockInfo raw;

  info = libvirt_domain_get_block_info (self->domain, "vda", 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (virDomainGetBlockInfo (self->raw_domain, "vda", &raw, 0), ==, 0);
  g_assert_cmpuint (info->capacity, ==, raw.capacity);
  g_assert_cmpuint (info->allocation, ==, raw.allocation);
  g_assert_cmpuint (info->physical, ==, raw.physical);
  g_assert_cmpuint (info->physical, >, info->capacity);

  copy = libvirt_domain_block_info_copy (info);
  g_assert_cmpuint (copy->capacity, ==, info->capacity);
  g_assert_cmpuint (copy->physical, ==, info->physical);
  g_assert_cmpuint (empty->capacity, ==, 0);
}

static void
test_info_of_no_disk (Harness *self,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  virDomainBlockInfo raw;

  g_assert_null (libvirt_domain_get_block_info (self->domain, "vdz", 0, &error));
  g_assert_cmpint (virDomainGetBlockInfo (self->raw_domain, "vdz", &raw, 0), ==, -1);
  harness_assert_raw_error (error);
}

/* They count the time, too: of three answers, ours is between the raw ones. */
static void
test_stats (Harness *self,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomainBlockStats) stats = NULL;
  g_autoptr (LibvirtDomainBlockStats) copy = NULL;
  g_autoptr (LibvirtDomainBlockStats) empty = libvirt_domain_block_stats_new ();
  virDomainBlockStatsStruct before;
  virDomainBlockStatsStruct after;

  g_assert_cmpint (virDomainBlockStats (self->raw_domain, "vda", &before, sizeof before), ==, 0);
  stats = libvirt_domain_block_stats (self->domain, "vda", &error);
  g_assert_no_error (error);
  g_assert_cmpint (virDomainBlockStats (self->raw_domain, "vda", &after, sizeof after), ==, 0);

#define ASSERT_BETWEEN(member)                             \
  g_assert_cmpint (before.member, <=, stats->member);      \
  g_assert_cmpint (stats->member, <=, after.member);       \
  g_assert_cmpint (before.member, >, 0)
  ASSERT_BETWEEN (rd_req);
  ASSERT_BETWEEN (rd_bytes);
  ASSERT_BETWEEN (wr_req);
  ASSERT_BETWEEN (wr_bytes);
  ASSERT_BETWEEN (errs);
#undef ASSERT_BETWEEN

  copy = libvirt_domain_block_stats_copy (stats);
  g_assert_cmpint (copy->rd_req, ==, stats->rd_req);
  g_assert_cmpint (copy->errs, ==, stats->errs);
  g_assert_cmpint (empty->rd_req, ==, 0);
}

static void
test_stats_of_stopped (Harness *self,
                       gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  virDomainBlockStatsStruct raw;

  g_assert_null (libvirt_domain_block_stats (self->domain, "vda", &error));
  g_assert_cmpint (virDomainBlockStats (self->raw_domain, "vda", &raw, sizeof raw), ==, -1);
  harness_assert_raw_error (error);
}

static void
test_errors (Harness *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) errors = libvirt_domain_get_disk_errors (self->domain, 0, &error);
  g_autoptr (LibvirtDomainDiskError) copy = NULL;
  g_autoptr (LibvirtDomainDiskError) empty = libvirt_domain_disk_error_new ();
  LibvirtDomainDiskError *first;
  virDomainDiskError raw;

  g_assert_no_error (error);
  g_assert_cmpuint (errors->len, ==, 1);
  g_assert_cmpint (virDomainGetDiskErrors (self->raw_domain, &raw, 1, 0), ==, 1);
  first = errors->pdata[0];
  g_assert_cmpstr (first->disk, ==, raw.disk);
  g_assert_cmpint ((int) first->error, ==, raw.error);
  g_assert_cmpint (first->error, !=, LIBVIRT_DOMAIN_DISK_ERROR_CODE_NONE);
  free (raw.disk);

  copy = libvirt_domain_disk_error_copy (first);
  g_assert_cmpstr (copy->disk, ==, first->disk);
  g_assert_true (copy->disk != first->disk);
  g_assert_cmpint (copy->error, ==, first->error);
  g_assert_null (empty->disk);
}

static void
test_errors_of_no_disk (Harness *self,
                        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) errors = NULL;

  harness_give_devices (self, "");
  g_assert_null (libvirt_domain_get_disk_errors (self->domain, 0, &error));
  g_assert_cmpint (virDomainGetDiskErrors (self->raw_domain, NULL, 0, 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  errors = libvirt_domain_get_disk_errors (self->domain, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (errors->len, ==, 0);
}

static GVariant *
new_limits (guint64 limit)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  g_variant_builder_add (&builder, "{sv}", LIBVIRT_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC,
                         g_variant_new_uint64 (limit));
  g_variant_builder_add (&builder, "{sv}", LIBVIRT_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC_MAX,
                         g_variant_new_uint64 (2 * limit));
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

static guint64
raw_limit (Harness *self)
{
  virTypedParameter params[32] = { 0 };
  unsigned long long limit;
  int n_params = G_N_ELEMENTS (params);

  g_assert_cmpint (virDomainGetBlockIoTune (self->raw_domain, "vda", params, &n_params, 0), ==, 0);
  g_assert_cmpint (virTypedParamsGetULLong (params, n_params, VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC,
                                            &limit),
                   ==, 1);
  virTypedParamsClear (params, n_params);
  return limit;
}

static void
test_limits (Harness *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) limits = new_limits (5000000);
  g_autoptr (GVariant) told = NULL;
  guint64 limit = 0;
  const char *group = NULL;

  g_assert_true (
    libvirt_domain_set_block_io_tune (self->domain, "vda", limits, CURRENT, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (raw_limit (self), ==, 5000000);

  told = libvirt_domain_get_block_io_tune (self->domain, "vda", CURRENT, &error);
  g_assert_no_error (error);
  g_assert_true (
    g_variant_lookup (told, LIBVIRT_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC, "t", &limit));
  g_assert_cmpuint (limit, ==, 5000000);
  g_assert_true (g_variant_lookup (told, LIBVIRT_DOMAIN_BLOCK_IOTUNE_GROUP_NAME, "&s", &group));
}

static void
test_limits_refused (Harness *self,
                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) limits = new_limits (5000000);
  g_autoptr (GVariant) malformed = g_variant_ref_sink (g_variant_new_string ("fast"));
  virTypedParameter raw;
  int n = 1;

  g_assert_false (
    libvirt_domain_set_block_io_tune (self->domain, "vdz", limits, CURRENT, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG);
  g_clear_error (&error);
  g_assert_false (
    libvirt_domain_set_block_io_tune (self->domain, "vda", malformed, CURRENT, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG);
  g_clear_error (&error);
  g_assert_cmpuint (raw_limit (self), ==, 0);

  g_assert_null (libvirt_domain_get_block_io_tune (self->domain, "vdz", CURRENT, &error));
  g_assert_cmpint (virDomainGetBlockIoTune (self->raw_domain, "vdz", &raw, &n, 0), ==, -1);
  harness_assert_raw_error (error);
}

/* The test driver has none of these. */
static void
test_refused (Harness *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint8 raw[4];
  int n = 0;

  g_assert_null (libvirt_domain_block_stats_flags (self->domain, "vda", 0, &error));
  g_assert_cmpint (virDomainBlockStatsFlags (self->raw_domain, "vda", NULL, &n, 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_null (libvirt_domain_block_peek (self->domain, "vda", 0, sizeof raw, 0, &error));
  g_assert_cmpint (virDomainBlockPeek (self->raw_domain, "vda", 0, sizeof raw, raw, 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_false (libvirt_domain_block_resize (self->domain, "vda", 1024, 0, &error));
  g_assert_cmpint (virDomainBlockResize (self->raw_domain, "vda", 1024, 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_false (libvirt_domain_set_block_threshold (self->domain, "vda", 1024, 0, &error));
  g_assert_cmpint (virDomainSetBlockThreshold (self->raw_domain, "vda", 1024, 0), ==, -1);
  harness_assert_raw_error (error);
}

/* What no machine has is refused before anybody is asked. */
static void
test_peek_too_much (Harness *self,
                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (libvirt_domain_block_peek (self->domain, "vda", 0, G_MAXSIZE, 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_MEMORY);
}

#if !LIBVIR_CHECK_VERSION (11, 2, 0)
static void
assert_lacking (GError **error,
                const char *function)
{
  g_autofree char *text = g_strdup_printf ("%s() needs libvirt 11.2", function);

  g_assert_error (*error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_SUPPORT);
  g_assert_nonnull (strstr ((*error)->message, text));
  g_clear_error (error);
}
#else
static gboolean
raw_has_group (Harness *self)
{
  g_autofree char *xml = virDomainGetXMLDesc (self->raw_domain, 0);

  return strstr (xml, "<group_name>slow</group_name>") != NULL;
}
#endif

/* Not every test driver has them. */
static void
test_throttle_groups (Harness *self,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) limits = new_limits (5000000);
  gboolean set =
    libvirt_domain_set_throttle_group (self->domain, "slow", limits, CURRENT, &error);

#if LIBVIR_CHECK_VERSION (11, 2, 0)
  g_assert_cmpint (set, ==, raw_has_group (self));
  if (!set)
    g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_SUPPORT);
  g_clear_error (&error);
  g_assert_cmpint (libvirt_domain_del_throttle_group (self->domain, "slow", CURRENT, &error), ==,
                   set);
  g_assert_false (raw_has_group (self));
#else
  g_assert_false (set);
  assert_lacking (&error, "virDomainSetThrottleGroup");
  g_assert_false (libvirt_domain_del_throttle_group (self->domain, "slow", CURRENT, &error));
  assert_lacking (&error, "virDomainDelThrottleGroup");
#endif
}

static void
test_malformed_throttle_group (Harness *self,
                               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) malformed = g_variant_ref_sink (g_variant_new_string ("fast"));

  g_assert_false (
    libvirt_domain_set_throttle_group (self->domain, "slow", malformed, CURRENT, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG);
}

static void
test_associate (Harness *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  int fds[] = { open ("/dev/null", O_RDWR | O_CLOEXEC) };

  g_assert_false (libvirt_domain_fd_associate (self->domain, "files", fds, 1, 0, &error));
  g_assert_cmpint (virDomainFDAssociate (self->raw_domain, "files", 1, fds, 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_false (libvirt_domain_fd_associate (self->domain, "files", NULL, 0, 0, &error));
  g_assert_cmpint (virDomainFDAssociate (self->raw_domain, "files", 0, NULL, 0), ==, -1);
  harness_assert_raw_error (error);
  g_assert_cmpint (close (fds[0]), ==, 0);
}

static void
test_after_close (Harness *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) limits = new_limits (1);
  LibvirtDomain *domain = self->domain;
  int fds[] = { STDIN_FILENO };

  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_assert_no_error (error);

  g_assert_null (libvirt_domain_get_block_info (domain, "vda", 0, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_domain_block_stats (domain, "vda", &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_domain_block_stats_flags (domain, "vda", 0, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_domain_get_disk_errors (domain, 0, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_domain_block_peek (domain, "vda", 0, 1, 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_block_resize (domain, "vda", 1024, 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_set_block_threshold (domain, "vda", 1024, 0, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_domain_get_block_io_tune (domain, "vda", 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_set_block_io_tune (domain, "vda", limits, 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_set_throttle_group (domain, "slow", limits, 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_del_throttle_group (domain, "slow", 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_fd_associate (domain, "files", fds, 1, 0, &error));
  harness_assert_closed (&error);
}

#define ADD(path, set_up, func) \
  g_test_add ("/domain/block/" path, Harness, NULL, set_up, func, harness_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("info", set_up_running, test_info);
  ADD ("info/of-no-disk", set_up, test_info_of_no_disk);
  ADD ("stats", set_up_running, test_stats);
  ADD ("stats/of-stopped", set_up, test_stats_of_stopped);
  ADD ("errors", set_up_running, test_errors);
  ADD ("errors/of-no-disk", set_up, test_errors_of_no_disk);
  ADD ("limits", set_up_running, test_limits);
  ADD ("limits/refused", set_up, test_limits_refused);
  ADD ("refused", set_up_running, test_refused);
  ADD ("peek/too-much", set_up, test_peek_too_much);
  ADD ("throttle-groups", set_up, test_throttle_groups);
  ADD ("throttle-groups/malformed", set_up, test_malformed_throttle_group);
  ADD ("associate", set_up, test_associate);
  ADD ("after-close", set_up, test_after_close);

  return g_test_run ();
}
