/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "harness.h"

static unsigned long
raw_memory (Harness *self)
{
  virDomainInfo info;

  g_assert_cmpint (virDomainGetInfo (self->raw_domain, &info), ==, 0);
  return info.memory;
}

static void
test_max_memory (Harness *self,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (libvirt_domain_get_max_memory (self->domain, &error), ==, 8192);
  g_assert_no_error (error);

  g_assert_true (libvirt_domain_set_max_memory (self->domain, 16384, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (virDomainGetMaxMemory (self->raw_domain), ==, 16384);
  g_assert_cmpuint (libvirt_domain_get_max_memory (self->domain, &error), ==, 16384);
  g_assert_no_error (error);
}

static void
test_set_memory (Harness *self,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  g_assert_true (libvirt_domain_set_memory (self->domain, 4096, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (raw_memory (self), ==, 4096);
}

static void
test_set_too_much (Harness *self,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  g_assert_false (libvirt_domain_set_memory (self->domain, 1024 * 1024, &error));
  g_assert_cmpint (virDomainSetMemory (self->raw_domain, 1024 * 1024), ==, -1);
  harness_assert_raw_error (error);
  g_assert_cmpuint (raw_memory (self), ==, 8192);
}

/* The flags say whether the running guest, its definition, or the maximum is meant. */
static void
test_set_flags (Harness *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_domain_set_memory_flags (self->domain, 32768,
                                                  LIBVIRT_DOMAIN_MEMORY_MOD_FLAGS_CONFIG |
                                                    LIBVIRT_DOMAIN_MEMORY_MOD_FLAGS_MAXIMUM,
                                                  &error));
  g_assert_no_error (error);
  g_assert_cmpuint (virDomainGetMaxMemory (self->raw_domain), ==, 32768);

  g_assert_true (libvirt_domain_set_memory_flags (
    self->domain, 2048, LIBVIRT_DOMAIN_MEMORY_MOD_FLAGS_CONFIG, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (raw_memory (self), ==, 2048);
}

static void
test_set_live_of_stopped (Harness *self,
                          gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (libvirt_domain_set_memory_flags (
    self->domain, 2048, LIBVIRT_DOMAIN_MEMORY_MOD_FLAGS_LIVE, &error));
  g_assert_cmpint (virDomainSetMemoryFlags (self->raw_domain, 2048, VIR_DOMAIN_MEM_LIVE), ==, -1);
  harness_assert_raw_error (error);
}

/* Only real hypervisors measure: tests/live/. */
static void
test_dirty_rate (Harness *self,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (libvirt_domain_start_dirty_rate_calc (self->domain, 1, 0, &error));
  g_assert_cmpint (virDomainStartDirtyRateCalc (self->raw_domain, 1, 0), ==, -1);
  harness_assert_raw_error (error);
}

static void
test_of_the_gone (Harness *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (virDomainUndefine (self->raw_domain), ==, 0);
  g_assert_cmpuint (libvirt_domain_get_max_memory (self->domain, &error), ==, 0);
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_DOMAIN);
}

/* All but the time of the last report is always the same. */
static void
test_stats (Harness *self,
            gconstpointer data)
{
  virDomainMemoryStatStruct raw[VIR_DOMAIN_MEMORY_STAT_NR];
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) stats = NULL;
  int n;

  harness_give_devices (self, "<memballoon model='virtio'/>");
  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  stats = libvirt_domain_memory_stats (self->domain, 0, &error);
  g_assert_no_error (error);
  n = virDomainMemoryStats (self->raw_domain, raw, G_N_ELEMENTS (raw), 0);

  g_assert_cmpint (n, >, 5);
  g_assert_cmpuint (stats->len, ==, n);
  for (int i = 0; i < n; i++)
    {
      LibvirtDomainMemoryStat *stat = stats->pdata[i];

      g_assert_cmpint (stat->tag, ==, raw[i].tag);
      if (stat->tag != LIBVIRT_DOMAIN_MEMORY_STAT_TAGS_LAST_UPDATE)
        g_assert_cmpuint (stat->val, ==, raw[i].val);
    }
}

static void
test_stats_copy (Harness *self,
                 gconstpointer data)
{
  g_autoptr (LibvirtDomainMemoryStat) stat = libvirt_domain_memory_stat_new ();
  g_autoptr (LibvirtDomainMemoryStat) copy = NULL;

  g_assert_cmpint (stat->tag, ==, LIBVIRT_DOMAIN_MEMORY_STAT_TAGS_UNKNOWN);
  stat->tag = LIBVIRT_DOMAIN_MEMORY_STAT_TAGS_RSS;
  stat->val = G_MAXUINT64;
  copy = libvirt_domain_memory_stat_copy (stat);
  g_assert_true (copy != stat);
  g_assert_cmpint (copy->tag, ==, LIBVIRT_DOMAIN_MEMORY_STAT_TAGS_RSS);
  g_assert_cmpuint (copy->val, ==, G_MAXUINT64);
}

static void
test_stats_of_stopped (Harness *self,
                       gconstpointer data)
{
  virDomainMemoryStatStruct raw;
  g_autoptr (GError) error = NULL;

  g_assert_null (libvirt_domain_memory_stats (self->domain, 0, &error));
  g_assert_cmpint (virDomainMemoryStats (self->raw_domain, &raw, 1, 0), ==, -1);
  harness_assert_raw_error (error);
}

static void
test_stats_period (Harness *self,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (libvirt_domain_set_memory_stats_period (self->domain, 5, 0, &error));
  g_assert_cmpint (virDomainSetMemoryStatsPeriod (self->raw_domain, 5, 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  harness_give_devices (self, "<memballoon model='virtio'/>");
  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  g_assert_true (libvirt_domain_set_memory_stats_period (
    self->domain, 5, LIBVIRT_DOMAIN_MEMORY_MOD_FLAGS_CONFIG, &error));
  g_assert_no_error (error);
  g_assert_true (libvirt_domain_set_memory_stats_period (
    self->domain, 7, LIBVIRT_DOMAIN_MEMORY_MOD_FLAGS_LIVE, &error));
  g_assert_no_error (error);
  harness_assert_raw_xml (self, VIR_DOMAIN_XML_INACTIVE, "<stats period='5'/>");
  harness_assert_raw_xml (self, 0, "<stats period='7'/>");
}

static void
test_after_close (Harness *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_assert_no_error (error);

  g_assert_cmpuint (libvirt_domain_get_max_memory (self->domain, &error), ==, 0);
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_set_max_memory (self->domain, 1024, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_set_memory (self->domain, 1024, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_set_memory_flags (self->domain, 1024, 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_start_dirty_rate_calc (self->domain, 1, 0, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_domain_memory_stats (self->domain, 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_set_memory_stats_period (self->domain, 1, 0, &error));
  harness_assert_closed (&error);
}

#define ADD(path, func) \
  g_test_add ("/domain/memory/" path, Harness, NULL, harness_set_up, func, harness_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("max", test_max_memory);
  ADD ("set", test_set_memory);
  ADD ("set/too-much", test_set_too_much);
  ADD ("set/flags", test_set_flags);
  ADD ("set/live-of-stopped", test_set_live_of_stopped);
  ADD ("dirty-rate", test_dirty_rate);
  ADD ("stats", test_stats);
  ADD ("stats/copy", test_stats_copy);
  ADD ("stats/of-stopped", test_stats_of_stopped);
  ADD ("stats/period", test_stats_period);
  ADD ("of-the-gone", test_of_the_gone);
  ADD ("after-close", test_after_close);

  return g_test_run ();
}
