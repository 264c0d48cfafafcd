/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The test driver plugs nothing in: here is only what it says to that. Guests that get devices are
 * in tests/live/. */

#include "harness.h"

#include <string.h>

#define DISK "<disk type='file'><source file='/nowhere'/><target dev='vdb'/></disk>"

static void
test_refused (Harness *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (libvirt_domain_attach_device (self->domain, DISK, &error));
  g_assert_cmpint (virDomainAttachDevice (self->raw_domain, DISK), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_false (libvirt_domain_detach_device (self->domain, DISK, &error));
  g_assert_cmpint (virDomainDetachDevice (self->raw_domain, DISK), ==, -1);
  harness_assert_raw_error (error);
}

static void
test_refused_flags (Harness *self,
                    gconstpointer data)
{
  LibvirtDomainDeviceModifyFlags config = LIBVIRT_DOMAIN_DEVICE_MODIFY_FLAGS_CONFIG;
  g_autoptr (GError) error = NULL;

  g_assert_false (libvirt_domain_attach_device_flags (self->domain, DISK, config, &error));
  g_assert_cmpint (virDomainAttachDeviceFlags (self->raw_domain, DISK, VIR_DOMAIN_AFFECT_CONFIG),
                   ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_false (libvirt_domain_detach_device_flags (self->domain, DISK, config, &error));
  g_assert_cmpint (virDomainDetachDeviceFlags (self->raw_domain, DISK, VIR_DOMAIN_AFFECT_CONFIG),
                   ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_false (libvirt_domain_detach_device_alias (self->domain, "ua-disk", config, &error));
  g_assert_cmpint (
    virDomainDetachDeviceAlias (self->raw_domain, "ua-disk", VIR_DOMAIN_AFFECT_CONFIG), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_false (libvirt_domain_update_device_flags (self->domain, DISK, config, &error));
  g_assert_cmpint (virDomainUpdateDeviceFlags (self->raw_domain, DISK, VIR_DOMAIN_AFFECT_CONFIG),
                   ==, -1);
  harness_assert_raw_error (error);
}

static void
test_announce (Harness *self,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (libvirt_domain_announce_interface (
    self->domain, NULL, g_variant_new_parsed ("{'rounds': <uint32 3>}"), 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_SUPPORT);
#if !LIBVIR_CHECK_VERSION(12, 5, 0)
  g_assert_nonnull (strstr (error->message, "virDomainAnnounceInterface() needs libvirt 12.5"));
#endif
}

/* Nothing is sent that would not be what was meant. */
static void
test_announce_malformed (Harness *self,
                         gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (libvirt_domain_announce_interface (
    self->domain, NULL, g_variant_new_parsed ("{'rounds': <('three',)>}"), 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG);
  g_assert_nonnull (strstr (error->message, "rounds"));
}

static void
test_after_close (Harness *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_assert_no_error (error);

  g_assert_false (libvirt_domain_attach_device (self->domain, DISK, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_attach_device_flags (self->domain, DISK, 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_detach_device (self->domain, DISK, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_detach_device_flags (self->domain, DISK, 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_detach_device_alias (self->domain, "ua-disk", 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_update_device_flags (self->domain, DISK, 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_announce_interface (
    self->domain, "net0", g_variant_new_parsed ("{'rounds': <uint32 3>}"), 0, &error));
  harness_assert_closed (&error);
}

#define ADD(path, func) \
  g_test_add ("/domain/device/" path, Harness, NULL, harness_set_up, func, harness_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("refused", test_refused);
  ADD ("refused/flags", test_refused_flags);
  ADD ("announce", test_announce);
  ADD ("announce/malformed", test_announce_malformed);
  ADD ("after-close", test_after_close);

  return g_test_run ();
}
