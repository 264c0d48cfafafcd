/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* A guest that is saved to a file goes on where it was, also with another description. */

#include "live.h"

#include <glib/gstdio.h>
#include <string.h>

static const LiveGuest guest = { .name = "saved" };

static char *
get_path (void)
{
  return g_build_filename (live_get ("folder"), "saved", NULL);
}

/* One that has no title: the tests give it one. */
static LibvirtDomain *
boot (Live *self)
{
  LibvirtDomain *domain = live_guest_boot (self, &guest);
  g_autoptr (virDomain) raw = live_raw (self, domain);

  g_assert_cmpint (virDomainSetMetadata (raw, VIR_DOMAIN_METADATA_TITLE, NULL, NULL, NULL,
                                         VIR_DOMAIN_AFFECT_LIVE),
                   ==, 0);
  return domain;
}

static char *
get_boot_id (Live *self, LibvirtDomain *domain)
{
  return live_guest_run (self, domain, "cat /proc/sys/kernel/random/boot_id");
}

static void
assert_saved (Live *self, LibvirtDomain *domain, const char *path)
{
  int reason;

  g_assert_cmpint (libvirt_domain_peek_state (domain), ==, LIBVIRT_DOMAIN_STATE_SHUTOFF);
  g_assert_false (libvirt_domain_peek_active (domain));
  g_assert_cmpint (live_raw_state (self, domain, &reason), ==, VIR_DOMAIN_SHUTOFF);
  g_assert_cmpint (reason, ==, VIR_DOMAIN_SHUTOFF_SAVED);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
assert_same_boot (Live *self, LibvirtDomain *domain, const char *before)
{
  g_autofree char *after = NULL;

  live_wait_until (libvirt_domain_peek_active (domain));
  live_wait_for_agent (self, domain);
  after = get_boot_id (self, domain);
  g_assert_cmpstr (before, ==, after);
}

static char *
with_title (const char *xml, const char *title)
{
  g_auto (GStrv) parts = g_strsplit (xml, "<memory ", 2);

  return g_strdup_printf ("%s<title>%s</title><memory %s", parts[0], title, parts[1]);
}

static void
assert_raw_title (Live *self, LibvirtDomain *domain, const char *expected)
{
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autofree char *title =
    virDomainGetMetadata (raw, VIR_DOMAIN_METADATA_TITLE, NULL, VIR_DOMAIN_AFFECT_LIVE);

  g_assert_cmpstr (title, ==, expected);
}

static GVariant *
new_params (const char *path)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  g_variant_builder_add (&builder, "{sv}", LIBVIRT_DOMAIN_SAVE_PARAM_FILE,
                         g_variant_new_string (path));
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

/* No main loop has run since. */
static void
assert_goes_on (Live *self,
                LibvirtDomain *domain,
                int state)
{
  g_assert_cmpint (libvirt_domain_peek_state (domain), ==, state);
  g_assert_cmpint (live_raw_state (self, domain, NULL), ==, state);
}

static void
test_restore (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (LiveRecord) lifecycle = live_record_new (domain, "event-lifecycle");
  g_autofree char *before = get_boot_id (self, domain);
  g_autofree char *path = get_path ();

  g_assert_true (libvirt_domain_save (domain, path, &error));
  g_assert_no_error (error);
  assert_saved (self, domain, path);
  live_wait_until (live_record_find (lifecycle, LIBVIRT_DOMAIN_EVENT_TYPE_STOPPED,
                                     VIR_DOMAIN_EVENT_STOPPED_SAVED) >= 0);

  g_assert_true (libvirt_connect_domain_restore (self->connect, path, &error));
  g_assert_no_error (error);
  assert_goes_on (self, domain, VIR_DOMAIN_RUNNING);
  live_wait_until (live_record_find (lifecycle, LIBVIRT_DOMAIN_EVENT_TYPE_STARTED,
                                     VIR_DOMAIN_EVENT_STARTED_RESTORED) >= 0);
  assert_same_boot (self, domain, before);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* What is said when it is restored counts more than what the file has. */
static void
test_restore_changed (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autofree char *before = get_boot_id (self, domain);
  g_autofree char *path = get_path ();
  g_autofree char *xml = NULL;
  g_autofree char *changed = NULL;

  g_assert_true (libvirt_domain_save_flags (domain, path, NULL,
                                            LIBVIRT_DOMAIN_SAVE_RESTORE_FLAGS_RUNNING, &error));
  g_assert_no_error (error);
  assert_saved (self, domain, path);
  xml = libvirt_connect_domain_save_image_get_xml_desc (self->connect, path, 0, &error);
  g_assert_no_error (error);
  changed = with_title (xml, "another");

  g_assert_true (libvirt_connect_domain_restore_flags (
    self->connect, path, changed, LIBVIRT_DOMAIN_SAVE_RESTORE_FLAGS_PAUSED, &error));
  g_assert_no_error (error);
  assert_goes_on (self, domain, VIR_DOMAIN_PAUSED);
  assert_raw_title (self, domain, "another");
  g_assert_true (libvirt_domain_resume (domain, &error));
  g_assert_no_error (error);
  assert_same_boot (self, domain, before);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* The description in the file is changed, and whether the guest runs when it is back. */
static void
test_image (Live *self)
{
  const LibvirtDomainSaveRestoreFlags paused = LIBVIRT_DOMAIN_SAVE_RESTORE_FLAGS_PAUSED;
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autofree char *before = get_boot_id (self, domain);
  g_autofree char *path = get_path ();
  g_autofree char *xml = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *old_xml = NULL;
  g_autofree char *raw_xml = NULL;

  g_assert_true (libvirt_domain_save (domain, path, &error));
  g_assert_no_error (error);
  assert_saved (self, domain, path);
  xml = libvirt_connect_domain_save_image_get_xml_desc (self->connect, path, 0, &error);
  g_assert_no_error (error);
  old_xml = virDomainSaveImageGetXMLDesc (self->raw, path, 0);
  g_assert_cmpstr (xml, ==, old_xml);
  changed = with_title (xml, "in the file");
  g_assert_true (libvirt_connect_domain_save_image_define_xml (
    self->connect, path, changed, paused, &error));
  g_assert_no_error (error);
  raw_xml = virDomainSaveImageGetXMLDesc (self->raw, path, 0);
  g_assert_nonnull (strstr (raw_xml, "<title>in the file</title>"));

  g_assert_true (libvirt_connect_domain_restore_flags (self->connect, path, NULL, 0, &error));
  g_assert_no_error (error);
  assert_goes_on (self, domain, VIR_DOMAIN_PAUSED);
  assert_raw_title (self, domain, "in the file");
  g_assert_true (libvirt_domain_resume (domain, &error));
  g_assert_no_error (error);
  assert_same_boot (self, domain, before);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_params (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autofree char *before = get_boot_id (self, domain);
  g_autofree char *path = get_path ();
  g_autoptr (GVariant) params = new_params (path);

  g_assert_true (libvirt_domain_save_params (domain, params, 0, &error));
  g_assert_no_error (error);
  assert_saved (self, domain, path);

  g_assert_true (libvirt_connect_domain_restore_params (self->connect, params, 0, &error));
  g_assert_no_error (error);
  assert_goes_on (self, domain, VIR_DOMAIN_RUNNING);
  assert_same_boot (self, domain, before);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* What cannot be restored stays as it is, and so does the guest. */
static void
test_refused (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autofree char *path = get_path ();
  g_autofree char *copy = g_strconcat (path, "-no-image", NULL);

  g_assert_false (libvirt_connect_domain_restore (self->connect, path, &error));
  g_assert_cmpint (virDomainRestore (self->raw, path), ==, -1);
  g_assert_error (error, LIBVIRT_ERROR, virGetLastErrorCode ());
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (copy, "no image", -1, NULL));
  g_assert_false (libvirt_connect_domain_restore (self->connect, copy, &error));
  g_assert_cmpint (virDomainRestore (self->raw, copy), ==, -1);
  g_assert_error (error, LIBVIRT_ERROR, virGetLastErrorCode ());
  g_assert_cmpint (live_raw_state (self, domain, NULL), ==, VIR_DOMAIN_RUNNING);
  g_assert_cmpint (g_unlink (copy), ==, 0);
}

int
main (int argc, char **argv)
{
  live_init (&argc, &argv, NULL);

  live_add ("/live/save/restore", test_restore);
  live_add ("/live/save/restore-changed", test_restore_changed);
  live_add ("/live/save/image", test_image);
  live_add ("/live/save/params", test_params);
  live_add ("/live/save/refused", test_refused);

  return live_run ();
}
