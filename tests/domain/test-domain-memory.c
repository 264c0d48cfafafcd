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
  ADD ("of-the-gone", test_of_the_gone);
  ADD ("after-close", test_after_close);

  return g_test_run ();
}
