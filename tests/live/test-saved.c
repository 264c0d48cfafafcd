/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* A guest that is put into a file with its memory and comes back as if nothing had been. */

#include "live.h"

#include <stdlib.h>
#include <string.h>

static const LiveGuest guest = { .name = "saved" };

static char *
get_path (void)
{
  return g_strdup_printf ("%s/saved.image", live_get ("folder"));
}

/* What goes with the boot that the guest is in. */
static char *
get_boot_id (Live *self, LibvirtDomain *domain)
{
  return live_guest_run (self, domain, "cat /proc/sys/kernel/random/boot_id");
}

static void
assert_saved (Live *self, LibvirtDomain *domain)
{
  int reason;

  g_assert_cmpint (live_raw_state (self, domain, &reason), ==, VIR_DOMAIN_SHUTOFF);
  g_assert_cmpint (reason, ==, VIR_DOMAIN_SHUTOFF_SAVED);
  g_assert_false (libvirt_domain_peek_active (domain));
}

static void
assert_restored (Live *self, LibvirtDomain *domain, const char *boot_id)
{
  g_autofree char *now = NULL;

  live_wait_until (libvirt_domain_peek_active (domain));
  live_wait_for_agent (self, domain);
  now = get_boot_id (self, domain);
  g_assert_cmpstr (now, ==, boot_id);
}

static void
test_save (Live *self)
{
  g_autoptr (LibvirtDomain) domain = live_guest_boot (self, &guest);
  g_autofree char *boot_id = get_boot_id (self, domain);
  g_autofree char *path = get_path ();
  g_autoptr (GError) error = NULL;

  libvirt_domain_save (domain, path, &error);
  g_assert_no_error (error);
  assert_saved (self, domain);

  libvirt_connect_domain_restore (self->connect, path, &error);
  g_assert_no_error (error);
  assert_restored (self, domain, boot_id);
}

/* A title that the description in the file has, so that the guest comes back with it. */
static char *
entitle (const char *xml, const char *title)
{
  g_auto (GStrv) parts = g_strsplit (xml, "</name>", 2);

  return g_strdup_printf ("%s</name><title>%s</title>%s", parts[0], title, parts[1]);
}

static void
assert_title (Live *self, LibvirtDomain *domain, const char *title)
{
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autofree char *found = virDomainGetMetadata (raw, VIR_DOMAIN_METADATA_TITLE, NULL, 0);

  g_assert_cmpstr (found, ==, title);
}

static void
test_image (Live *self)
{
  const LibvirtDomainSaveRestoreFlags paused = LIBVIRT_DOMAIN_SAVE_RESTORE_FLAGS_PAUSED;
  g_autoptr (LibvirtDomain) domain = live_guest_boot (self, &guest);
  g_autofree char *boot_id = get_boot_id (self, domain);
  g_autofree char *path = get_path ();
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = NULL;
  g_autofree char *raw_xml = NULL;
  g_autofree char *other = NULL;

  libvirt_domain_save_flags (domain, path, NULL, paused, &error);
  g_assert_no_error (error);
  assert_saved (self, domain);

  xml = libvirt_connect_domain_save_image_get_xml_desc (
    self->connect, path, LIBVIRT_DOMAIN_SAVE_IMAGE_XML_FLAGS_NONE, &error);
  g_assert_no_error (error);
  raw_xml = virDomainSaveImageGetXMLDesc (self->raw, path, 0);
  g_assert_cmpstr (xml, ==, raw_xml);
  other = entitle (xml, "from a file");
  libvirt_connect_domain_save_image_define_xml (self->connect, path, other, paused, &error);
  g_assert_no_error (error);

  libvirt_connect_domain_restore_flags (self->connect, path, NULL,
                                        LIBVIRT_DOMAIN_SAVE_RESTORE_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (live_raw_state (self, domain, NULL), ==, VIR_DOMAIN_PAUSED);
  assert_title (self, domain, "from a file");
  g_assert_true (libvirt_domain_resume (domain, &error));
  g_assert_no_error (error);
  assert_restored (self, domain, boot_id);
}

static void
test_params (Live *self)
{
  g_autoptr (LibvirtDomain) domain = live_guest_boot (self, &guest);
  g_autofree char *boot_id = get_boot_id (self, domain);
  g_autofree char *path = get_path ();
  g_autoptr (GVariant) params = g_variant_ref_sink (
    g_variant_new_parsed ("{%s: <%s>}", LIBVIRT_DOMAIN_SAVE_PARAM_FILE, path));
  g_autoptr (GError) error = NULL;

  libvirt_domain_save_params (domain, params, LIBVIRT_DOMAIN_SAVE_RESTORE_FLAGS_NONE, &error);
  g_assert_no_error (error);
  assert_saved (self, domain);

  libvirt_connect_domain_restore_params (self->connect, params,
                                         LIBVIRT_DOMAIN_SAVE_RESTORE_FLAGS_NONE, &error);
  g_assert_no_error (error);
  assert_restored (self, domain, boot_id);
}

int
main (int argc, char **argv)
{
  live_init (&argc, &argv, NULL);

  live_add ("/live/saved/to-a-file", test_save);
  live_add ("/live/saved/image", test_image);
  live_add ("/live/saved/params", test_params);

  return live_run ();
}
