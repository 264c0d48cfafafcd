/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The test driver writes real files, and restores from them. */

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
  self->path = g_build_filename (self->folder, "saved", NULL);
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
assert_saved (Fixture *self)
{
  LibvirtDomain *domain = self->harness.domain;

  g_assert_cmpint (harness_raw_state (&self->harness), ==, VIR_DOMAIN_SHUTOFF);
  g_assert_cmpint (libvirt_domain_peek_state (domain), ==, LIBVIRT_DOMAIN_STATE_SHUTOFF);
  g_assert_false (libvirt_domain_peek_active (domain));
  g_assert_true (g_file_test (self->path, G_FILE_TEST_EXISTS));
}

/* No main loop has run since. */
static void
assert_restored (Fixture *self)
{
  g_assert_true (libvirt_domain_peek_active (self->harness.domain));
  g_assert_cmpint (libvirt_domain_peek_state (self->harness.domain), ==,
                   LIBVIRT_DOMAIN_STATE_RUNNING);
  g_assert_cmpint (harness_raw_state (&self->harness), ==, VIR_DOMAIN_RUNNING);
}

static GVariant *
new_params (const char *path)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  g_variant_builder_add (&builder, "{sv}", "file", g_variant_new_string (path));
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

static void
test_save (Fixture *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_domain_save (self->harness.domain, self->path, &error));
  g_assert_no_error (error);
  assert_saved (self);

  g_assert_true (libvirt_connect_domain_restore (self->harness.connect, self->path, &error));
  g_assert_no_error (error);
  assert_restored (self);
}

/* One without a definition does not exist while it is saved. */
static void
test_transient (Fixture *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  LibvirtDomain *domain = self->harness.domain;
  GListModel *domains = libvirt_connect_get_domains (self->harness.connect);
  guint n_domains;

  harness_wait_until_loaded (domains);
  n_domains = g_list_model_get_n_items (domains);
  g_assert_true (libvirt_domain_undefine (domain, &error));
  g_assert_true (libvirt_domain_save (domain, self->path, &error));
  g_assert_no_error (error);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (domain)));
  g_assert_cmpuint (g_list_model_get_n_items (domains), ==, n_domains - 1);

  g_assert_true (libvirt_connect_domain_restore (self->harness.connect, self->path, &error));
  g_assert_no_error (error);
  g_assert_true (libvirt_entity_get_exists (LIBVIRT_ENTITY (domain)));
  g_assert_true (libvirt_domain_peek_active (domain));
  g_assert_cmpuint (g_list_model_get_n_items (domains), ==, n_domains);
}

static void
test_save_flags (Fixture *self,
                 gconstpointer data)
{
  LibvirtDomainSaveRestoreFlags none = LIBVIRT_DOMAIN_SAVE_RESTORE_FLAGS_NONE;
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_domain_save_flags (self->harness.domain, self->path, NULL, none, &error));
  g_assert_no_error (error);
  assert_saved (self);

  g_assert_true (libvirt_connect_domain_restore_flags (self->harness.connect, self->path, NULL,
                                                       none, &error));
  g_assert_no_error (error);
  assert_restored (self);
}

/* The test driver has neither of the two: what is told is what libvirt says. */
static void
test_save_params (Fixture *self,
                  gconstpointer data)
{
  g_autoptr (GVariant) params = new_params (self->path);
  g_autoptr (GError) error = NULL;

  g_assert_false (libvirt_domain_save_params (self->harness.domain, params, 0, &error));
  g_assert_cmpint (virDomainSaveParams (self->harness.raw_domain, NULL, 0, 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_false (libvirt_connect_domain_restore_params (self->harness.connect, params, 0, &error));
  g_assert_cmpint (virDomainRestoreParams (self->harness.raw, NULL, 0, 0), ==, -1);
  harness_assert_raw_error (error);
  g_assert_cmpint (harness_raw_state (&self->harness), ==, VIR_DOMAIN_RUNNING);
  g_assert_true (libvirt_domain_peek_active (self->harness.domain));
}

static void
test_malformed_params (Fixture *self,
                       gconstpointer data)
{
  g_autoptr (GVariant) params = g_variant_ref_sink (g_variant_new_string ("file"));
  g_autoptr (GError) error = NULL;

  g_assert_false (libvirt_domain_save_params (self->harness.domain, params, 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG);
  g_clear_error (&error);
  g_assert_false (libvirt_connect_domain_restore_params (self->harness.connect, params, 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG);
  g_assert_cmpint (harness_raw_state (&self->harness), ==, VIR_DOMAIN_RUNNING);
}

static void
test_image (Fixture *self,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = NULL;
  g_autofree char *changed = NULL;
  g_auto (GStrv) parts = NULL;

  g_assert_true (libvirt_domain_save (self->harness.domain, self->path, &error));
  g_assert_no_error (error);
  xml = libvirt_connect_domain_save_image_get_xml_desc (self->harness.connect, self->path, 0,
                                                        &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (xml, self->harness.name));

  parts = g_strsplit (xml, "<memory", 2);
  changed = g_strconcat (parts[0], "<title>moved</title><memory", parts[1], NULL);
  g_assert_true (libvirt_connect_domain_save_image_define_xml (self->harness.connect, self->path,
                                                               changed, 0, &error));
  g_assert_no_error (error);

  g_clear_pointer (&xml, g_free);
  xml = virDomainSaveImageGetXMLDesc (self->harness.raw, self->path, 0);
  g_assert_nonnull (strstr (xml, "<title>moved</title>"));
}

static void
test_managed_save (Fixture *self,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_domain_managed_save (self->harness.domain, 0, &error));
  g_assert_no_error (error);
  g_assert_cmpint (virDomainHasManagedSaveImage (self->harness.raw_domain, 0), ==, 1);
  g_assert_true (libvirt_domain_peek_has_managed_save (self->harness.domain));
  g_assert_cmpint (libvirt_domain_peek_state (self->harness.domain), ==, LIBVIRT_DOMAIN_STATE_SHUTOFF);

  g_assert_true (libvirt_domain_managed_save_remove (self->harness.domain, 0, &error));
  g_assert_no_error (error);
  g_assert_cmpint (virDomainHasManagedSaveImage (self->harness.raw_domain, 0), ==, 0);
  g_assert_false (libvirt_domain_has_managed_save_image (self->harness.domain, 0, &error));
  g_assert_no_error (error);
  g_assert_false (libvirt_domain_peek_has_managed_save (self->harness.domain));
}

/* The test driver does not look into its images. */
static void
test_managed_save_xml (Fixture *self,
                       gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (libvirt_domain_managed_save_get_xml_desc (self->harness.domain, 0, &error));
  g_assert_null (virDomainManagedSaveGetXMLDesc (self->harness.raw_domain, 0));
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_false (
    libvirt_domain_managed_save_define_xml (self->harness.domain, "<domain/>", 0, &error));
  g_assert_cmpint (virDomainManagedSaveDefineXML (self->harness.raw_domain, "<domain/>", 0), ==,
                   -1);
  harness_assert_raw_error (error);
}

static void
test_no_file (Fixture *self,
              gconstpointer data)
{
  LibvirtConnect *connect = self->harness.connect;
  g_autoptr (GError) error = NULL;

  g_assert_false (libvirt_connect_domain_restore (connect, self->path, &error));
  g_assert_cmpint (virDomainRestore (self->harness.raw, self->path), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_false (libvirt_connect_domain_restore_flags (connect, self->path, NULL, 0, &error));
  g_assert_cmpint (virDomainRestoreFlags (self->harness.raw, self->path, NULL, 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_null (libvirt_connect_domain_save_image_get_xml_desc (connect, self->path, 0, &error));
  g_assert_null (virDomainSaveImageGetXMLDesc (self->harness.raw, self->path, 0));
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_false (
    libvirt_connect_domain_save_image_define_xml (connect, self->path, "<domain/>", 0, &error));
  g_assert_nonnull (error);
}

static void
test_off (Fixture *self,
          gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (virDomainDestroy (self->harness.raw_domain), ==, 0);
  g_assert_false (libvirt_domain_save (self->harness.domain, self->path, &error));
  g_assert_cmpint (virDomainSave (self->harness.raw_domain, self->path), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_false (libvirt_domain_save_flags (self->harness.domain, self->path, NULL, 0, &error));
  g_assert_cmpint (virDomainSaveFlags (self->harness.raw_domain, self->path, NULL, 0), ==, -1);
  harness_assert_raw_error (error);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
}

static void
test_closed (Fixture *self,
             gconstpointer data)
{
  LibvirtConnect *connect = self->harness.connect;
  g_autoptr (GVariant) params = new_params (self->path);
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_connect_close (connect, &error));
  g_assert_false (libvirt_domain_save (self->harness.domain, self->path, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_save_flags (self->harness.domain, self->path, NULL, 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_save_params (self->harness.domain, params, 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_managed_save (self->harness.domain, 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_has_managed_save_image (self->harness.domain, 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_managed_save_remove (self->harness.domain, 0, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_domain_managed_save_get_xml_desc (self->harness.domain, 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_managed_save_define_xml (self->harness.domain, "", 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_connect_domain_restore (connect, self->path, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_connect_domain_restore_flags (connect, self->path, NULL, 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_connect_domain_restore_params (connect, params, 0, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_connect_domain_save_image_get_xml_desc (connect, self->path, 0, &error));
  harness_assert_closed (&error);
  g_assert_false (
    libvirt_connect_domain_save_image_define_xml (connect, self->path, "<domain/>", 0, &error));
  harness_assert_closed (&error);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/domain/save/goes-on-when-restored", test_save);
  ADD ("/domain/save/transient", test_transient);
  ADD ("/domain/save/flags", test_save_flags);
  ADD ("/domain/save/params", test_save_params);
  ADD ("/domain/save/malformed-params-change-nothing", test_malformed_params);
  ADD ("/domain/save/image-can-be-read-and-changed", test_image);
  ADD ("/domain/save/managed", test_managed_save);
  ADD ("/domain/save/managed/xml", test_managed_save_xml);
  ADD ("/domain/save/no-such-file", test_no_file);
  ADD ("/domain/save/domain-that-is-off", test_off);
  ADD ("/domain/save/closed", test_closed);

  return g_test_run ();
}
