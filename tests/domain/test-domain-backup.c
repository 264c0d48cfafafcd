/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The test driver has no backups: here is only what it says to that. Those of guests that run are
 * in tests/live/. */

#include "harness.h"

static void
test_refused (Harness *self,
              gconstpointer data)
{
  static const char xml[] = "<domainbackup/>";
  g_autoptr (GError) error = NULL;

  g_assert_false (libvirt_domain_backup_begin (self->domain, xml, NULL, 0, &error));
  g_assert_cmpint (virDomainBackupBegin (self->raw_domain, xml, NULL, 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_null (libvirt_domain_backup_get_xml_desc (self->domain, 0, &error));
  g_assert_null (virDomainBackupGetXMLDesc (self->raw_domain, 0));
  harness_assert_raw_error (error);
}

static void
test_after_close (Harness *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_assert_no_error (error);

  g_assert_false (libvirt_domain_backup_begin (self->domain, "", NULL, 0, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_domain_backup_get_xml_desc (self->domain, 0, &error));
  harness_assert_closed (&error);
}

#define ADD(path, func) \
  g_test_add ("/domain/backup/" path, Harness, NULL, harness_set_up, func, harness_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("refused", test_refused);
  ADD ("after-close", test_after_close);

  return g_test_run ();
}
