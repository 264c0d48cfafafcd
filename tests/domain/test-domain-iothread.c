/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "harness.h"

#include <stdlib.h>

static void
set_up (Harness *self,
        gconstpointer data)
{
  harness_set_up (self, data);
  harness_redefine (self, "<iothreads>1</iothreads>");
}

/* What libvirt knows of the threads, which we must know, too. Returns how many there are. */
static guint
assert_as_raw (Harness *self,
               LibvirtDomainModificationImpact flags)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) infos =
    libvirt_domain_get_io_thread_info (self->domain, flags, &error);
  virDomainIOThreadInfoPtr *raw = NULL;
  int n = virDomainGetIOThreadInfo (self->raw_domain, &raw, flags);

  g_assert_no_error (error);
  g_assert_cmpint (n, ==, infos->len);
  for (int i = 0; i < n; i++)
    {
      LibvirtDomainIOThreadInfo *info = infos->pdata[i];

      g_assert_cmpuint (info->iothread_id, ==, raw[i]->iothread_id);
      g_assert_cmpmem (g_bytes_get_data (info->cpumap, NULL), g_bytes_get_size (info->cpumap),
                       raw[i]->cpumap, raw[i]->cpumaplen);
      virDomainIOThreadInfoFree (raw[i]);
    }
  free (raw);

  return n;
}

static void
test_add_and_remove (Harness *self,
                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (assert_as_raw (self, 0), ==, 1);
  g_assert_true (libvirt_domain_add_io_thread (self->domain, 7,
                                               LIBVIRT_DOMAIN_MODIFICATION_IMPACT_CONFIG, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (assert_as_raw (self, 0), ==, 2);
  harness_assert_raw_xml (self, 0, "<iothread id='7'/>");

  g_assert_true (libvirt_domain_del_io_thread (self->domain, 1,
                                               LIBVIRT_DOMAIN_MODIFICATION_IMPACT_CONFIG, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (assert_as_raw (self, 0), ==, 1);
  harness_assert_raw_xml (self, 0, "<iothread id='7'/>");
}

static void
test_running (Harness *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  g_assert_true (libvirt_domain_add_io_thread (self->domain, 2,
                                               LIBVIRT_DOMAIN_MODIFICATION_IMPACT_LIVE, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (assert_as_raw (self, LIBVIRT_DOMAIN_MODIFICATION_IMPACT_LIVE), ==, 2);
  g_assert_cmpuint (assert_as_raw (self, LIBVIRT_DOMAIN_MODIFICATION_IMPACT_CONFIG), ==, 1);

  g_assert_true (libvirt_domain_del_io_thread (self->domain, 2,
                                               LIBVIRT_DOMAIN_MODIFICATION_IMPACT_LIVE, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (assert_as_raw (self, LIBVIRT_DOMAIN_MODIFICATION_IMPACT_LIVE), ==, 1);
}

static void
test_pin (Harness *self,
          gconstpointer data)
{
  const guint8 map[] = { 0x06 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) infos = NULL;
  LibvirtDomainIOThreadInfo *info;

  g_assert_true (libvirt_domain_pin_io_thread (self->domain, 1, map, sizeof map,
                                               LIBVIRT_DOMAIN_MODIFICATION_IMPACT_CONFIG, &error));
  g_assert_no_error (error);
  assert_as_raw (self, 0);
  harness_assert_raw_xml (self, 0, "<iothreadpin iothread='1' cpuset='1-2'/>");

  infos = libvirt_domain_get_io_thread_info (self->domain, 0, &error);
  info = infos->pdata[0];
  g_assert_cmpuint (*(guint8 *) g_bytes_get_data (info->cpumap, NULL), ==, 0x06);
}

static void
test_copy (Harness *self,
           gconstpointer data)
{
  g_autoptr (GPtrArray) infos = libvirt_domain_get_io_thread_info (self->domain, 0, NULL);
  LibvirtDomainIOThreadInfo *info = infos->pdata[0];
  g_autoptr (LibvirtDomainIOThreadInfo) copy = libvirt_domain_io_thread_info_copy (info);
  g_autoptr (LibvirtDomainIOThreadInfo) empty = libvirt_domain_io_thread_info_new ();

  g_assert_true (copy != info);
  g_assert_cmpuint (copy->iothread_id, ==, 1);
  g_assert_true (g_bytes_equal (copy->cpumap, info->cpumap));
  g_assert_cmpuint (g_bytes_get_size (empty->cpumap), ==, 0);
}

/* The test driver finds fault with the thread of the definition, but not with a later one. What a
 * thread has is seen in tests/live/. */
static void
test_params (Harness *self,
             gconstpointer data)
{
  virTypedParameter raw = { .field = "poll_max_ns", .type = VIR_TYPED_PARAM_ULLONG };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  g_assert_cmpint (virDomainAddIOThread (self->raw_domain, 5, VIR_DOMAIN_AFFECT_LIVE), ==, 0);
  g_assert_true (libvirt_domain_set_io_thread_params (
    self->domain, 5, g_variant_new_parsed ("{'poll_max_ns': <uint64 5000>}"),
    LIBVIRT_DOMAIN_MODIFICATION_IMPACT_LIVE, &error));
  g_assert_no_error (error);

  g_assert_false (libvirt_domain_set_io_thread_params (
    self->domain, 9, g_variant_new_parsed ("{'poll_max_ns': <uint64 0>}"), 0, &error));
  g_assert_cmpint (virDomainSetIOThreadParams (self->raw_domain, 9, &raw, 1, 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_false (libvirt_domain_set_io_thread_params (
    self->domain, 5, g_variant_new_parsed ("['poll_max_ns']"), 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG);
}

static void
test_refused (Harness *self,
              gconstpointer data)
{
  const guint8 none[] = { 0x00 };
  g_autoptr (GError) error = NULL;
  virDomainIOThreadInfoPtr *raw = NULL;
  guint8 map[] = { 0x00 };

  g_assert_null (libvirt_domain_get_io_thread_info (
    self->domain, LIBVIRT_DOMAIN_MODIFICATION_IMPACT_LIVE, &error));
  g_assert_cmpint (virDomainGetIOThreadInfo (self->raw_domain, &raw, VIR_DOMAIN_AFFECT_LIVE), ==,
                   -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_false (libvirt_domain_add_io_thread (self->domain, 1, 0, &error));
  g_assert_cmpint (virDomainAddIOThread (self->raw_domain, 1, 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_false (libvirt_domain_del_io_thread (self->domain, 8, 0, &error));
  g_assert_cmpint (virDomainDelIOThread (self->raw_domain, 8, 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_false (libvirt_domain_pin_io_thread (self->domain, 1, none, 1, 0, &error));
  g_assert_cmpint (virDomainPinIOThread (self->raw_domain, 1, map, 1, 0), ==, -1);
  harness_assert_raw_error (error);
}

static void
test_after_close (Harness *self,
                  gconstpointer data)
{
  const guint8 map[] = { 0x01 };
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_assert_no_error (error);

  g_assert_null (libvirt_domain_get_io_thread_info (self->domain, 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_add_io_thread (self->domain, 2, 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_del_io_thread (self->domain, 1, 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_pin_io_thread (self->domain, 1, map, 1, 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_set_io_thread_params (
    self->domain, 1, g_variant_new_parsed ("{'poll_grow': <uint32 1>}"), 0, &error));
  harness_assert_closed (&error);
}

#define ADD(path, func) \
  g_test_add ("/domain/iothread/" path, Harness, NULL, set_up, func, harness_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("add-and-remove", test_add_and_remove);
  ADD ("running", test_running);
  ADD ("pin", test_pin);
  ADD ("copy", test_copy);
  ADD ("params", test_params);
  ADD ("refused", test_refused);
  ADD ("after-close", test_after_close);

  return g_test_run ();
}
