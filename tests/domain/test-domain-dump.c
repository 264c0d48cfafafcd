/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The test driver writes a file for a dump, and plays a memory with the same in each place. */

#include "harness.h"

#include <glib/gstdio.h>

typedef struct
{
  Harness harness;
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *self,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  harness_set_up (&self->harness, data);
  self->folder = g_dir_make_tmp ("libvirt-gobj-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "dump", NULL);
}

static void
set_up_running (Fixture *self,
                gconstpointer data)
{
  set_up (self, data);
  g_assert_cmpint (virDomainCreate (self->harness.raw_domain), ==, 0);
  harness_wait_for_events (&self->harness);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  harness_tear_down (&self->harness, data);
  g_unlink (self->path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_free (self->path);
}

static void
assert_runs (Fixture *self)
{
  g_assert_cmpint (harness_raw_state (&self->harness), ==, VIR_DOMAIN_RUNNING);
  g_assert_cmpint (libvirt_domain_peek_state (self->harness.domain), ==,
                   LIBVIRT_DOMAIN_STATE_RUNNING);
}

static void
assert_crashed (Fixture *self)
{
  LibvirtDomain *domain = self->harness.domain;

  g_assert_cmpint (libvirt_domain_peek_state (domain), ==, LIBVIRT_DOMAIN_STATE_SHUTOFF);
  g_assert_cmpint (libvirt_domain_peek_state_reason (domain), ==,
                   LIBVIRT_DOMAIN_SHUTOFF_REASON_CRASHED);
  g_assert_false (libvirt_domain_peek_active (domain));
  g_assert_cmpint (harness_raw_state (&self->harness), ==, VIR_DOMAIN_SHUTOFF);
}

static void
test_dump (Fixture *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_domain_core_dump (
    self->harness.domain, self->path, LIBVIRT_DOMAIN_CORE_DUMP_FLAGS_NONE, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (self->path, G_FILE_TEST_EXISTS));
  assert_runs (self);
}

static void
test_with_format (Fixture *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_domain_core_dump_with_format (
    self->harness.domain, self->path, LIBVIRT_DOMAIN_CORE_DUMP_FORMAT_RAW,
    LIBVIRT_DOMAIN_CORE_DUMP_FLAGS_NONE, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (self->path, G_FILE_TEST_EXISTS));
  assert_runs (self);
}

static void
test_crash (Fixture *self,
            gconstpointer data)
{
  LibvirtDomainCoreDumpFlags crash = LIBVIRT_DOMAIN_CORE_DUMP_FLAGS_CRASH;
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_domain_core_dump (self->harness.domain, self->path, crash, &error));
  g_assert_no_error (error);
  assert_crashed (self);

  g_assert_true (libvirt_domain_create (self->harness.domain, &error));
  g_assert_true (libvirt_domain_core_dump_with_format (self->harness.domain, self->path, 0, crash,
                                                       &error));
  g_assert_no_error (error);
  assert_crashed (self);
}

static void
test_refused (Fixture *self,
              gconstpointer data)
{
  virDomainPtr raw = self->harness.raw_domain;
  g_autoptr (GError) error = NULL;

  g_assert_false (libvirt_domain_core_dump_with_format (
    self->harness.domain, self->path, LIBVIRT_DOMAIN_CORE_DUMP_FORMAT_KDUMP_ZLIB, 0, &error));
  g_assert_cmpint (virDomainCoreDumpWithFormat (raw, self->path,
                                                VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_ZLIB, 0),
                   ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_false (libvirt_domain_core_dump (
    self->harness.domain, self->path,
    LIBVIRT_DOMAIN_CORE_DUMP_FLAGS_CRASH | LIBVIRT_DOMAIN_CORE_DUMP_FLAGS_LIVE, &error));
  g_assert_cmpint (virDomainCoreDump (raw, self->path, VIR_DUMP_CRASH | VIR_DUMP_LIVE), ==, -1);
  harness_assert_raw_error (error);
  assert_runs (self);
}

static void
test_stopped (Fixture *self,
              gconstpointer data)
{
  virDomainPtr raw = self->harness.raw_domain;
  g_autoptr (GError) error = NULL;
  guint8 bytes[4];

  g_assert_false (libvirt_domain_core_dump (self->harness.domain, self->path, 0, &error));
  g_assert_cmpint (virDomainCoreDump (raw, self->path, 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_null (libvirt_domain_memory_peek (self->harness.domain, 0, 4,
                                             LIBVIRT_DOMAIN_MEMORY_FLAGS_PHYSICAL, &error));
  g_assert_cmpint (virDomainMemoryPeek (raw, 0, 4, bytes, VIR_MEMORY_PHYSICAL), ==, -1);
  harness_assert_raw_error (error);
}

static void
test_peek (Fixture *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = libvirt_domain_memory_peek (
    self->harness.domain, 100, 1000, LIBVIRT_DOMAIN_MEMORY_FLAGS_VIRTUAL, &error);
  guint8 raw[1000];

  g_assert_no_error (error);
  g_assert_cmpint (virDomainMemoryPeek (self->harness.raw_domain, 100, sizeof raw, raw,
                                        VIR_MEMORY_VIRTUAL),
                   ==, 0);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), raw, sizeof raw);
}

static void
test_peek_too_much (Fixture *self,
                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (libvirt_domain_memory_peek (self->harness.domain, 0, G_MAXSIZE,
                                             LIBVIRT_DOMAIN_MEMORY_FLAGS_VIRTUAL, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_MEMORY);
}

static void
test_after_close (Fixture *self,
                  gconstpointer data)
{
  LibvirtDomain *domain = self->harness.domain;
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_connect_close (self->harness.connect, &error));
  g_assert_no_error (error);

  g_assert_false (libvirt_domain_core_dump (domain, self->path, 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_core_dump_with_format (domain, self->path, 0, 0, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_domain_memory_peek (domain, 0, 4, 1, &error));
  harness_assert_closed (&error);
}

#define ADD(path, set_up, func) \
  g_test_add ("/domain/dump/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("core", set_up_running, test_dump);
  ADD ("with-format", set_up_running, test_with_format);
  ADD ("crash", set_up_running, test_crash);
  ADD ("refused", set_up_running, test_refused);
  ADD ("stopped", set_up, test_stopped);
  ADD ("peek", set_up_running, test_peek);
  ADD ("peek/too-much", set_up_running, test_peek_too_much);
  ADD ("after-close", set_up, test_after_close);

  return g_test_run ();
}
