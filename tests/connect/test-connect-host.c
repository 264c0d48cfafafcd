/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include "harness.h"

static void
test_driver_type (Harness *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *type = libvirt_connect_get_driver_type (self->connect, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (type, ==, virConnectGetType (self->raw));
}

static void
test_version (Harness *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint64 version = libvirt_connect_get_version (self->connect, &error);
  unsigned long raw;

  g_assert_no_error (error);
  g_assert_cmpint (virConnectGetVersion (self->raw, &raw), ==, 0);
  g_assert_cmpuint (version, ==, raw);
}

/* The driver is in this process, and its libvirt therefore the same. */
static void
test_lib_version (Harness *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint64 version = libvirt_connect_get_lib_version (self->connect, &error);
  unsigned long raw;

  g_assert_no_error (error);
  g_assert_cmpint (virConnectGetLibVersion (self->raw, &raw), ==, 0);
  g_assert_cmpuint (version, ==, raw);
  g_assert_cmpuint (version, ==, libvirt_get_version (&error));
  g_assert_no_error (error);
}

static void
test_hostname (Harness *self,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *hostname = libvirt_connect_get_hostname (self->connect, &error);

  g_assert_nonnull (hostname);
  harness_assert_raw_text (hostname, error, virConnectGetHostname (self->raw));
}

static void
test_sysinfo (Harness *self,
              gconstpointer data)
{
  guint flags = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *sysinfo = libvirt_connect_get_sysinfo (self->connect, flags, &error);

  harness_assert_raw_text (sysinfo, error, virConnectGetSysinfo (self->raw, flags));
  g_assert_true ((sysinfo != NULL) == (flags == 0));
}

static void
test_is_secure (Harness *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_connect_is_secure (self->connect, &error));
  g_assert_no_error (error);
  g_assert_cmpint (virConnectIsSecure (self->raw), ==, 1);

  g_assert_false (libvirt_connect_is_encrypted (self->connect, &error));
  g_assert_no_error (error);
  g_assert_cmpint (virConnectIsEncrypted (self->raw), ==, 0);
}

static void
test_set_identity (Harness *self,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  virTypedParameter raw = { .field = VIR_CONNECT_IDENTITY_USER_NAME,
                            .type = VIR_TYPED_PARAM_STRING,
                            .value.s = (char *) "somebody" };

  g_assert_false (libvirt_connect_set_identity (
    self->connect, g_variant_new_parsed ("{'user-name': <'somebody'>}"), 0, &error));
  g_assert_cmpint (virConnectSetIdentity (self->raw, &raw, 1, 0), ==, -1);
  harness_assert_raw_error (error);
}

static void
test_set_identity_malformed (Harness *self,
                             gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (libvirt_connect_set_identity (
    self->connect, g_variant_new_parsed ("{'user-name': <byte 7>}"), 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG);
  g_assert_nonnull (strstr (error->message, "user-name"));
}

static void
test_after_close (Harness *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_assert_no_error (error);

  g_assert_null (libvirt_connect_get_driver_type (self->connect, &error));
  harness_assert_closed (&error);
  g_assert_cmpuint (libvirt_connect_get_version (self->connect, &error), ==, 0);
  harness_assert_closed (&error);
  g_assert_cmpuint (libvirt_connect_get_lib_version (self->connect, &error), ==, 0);
  harness_assert_closed (&error);
  g_assert_null (libvirt_connect_get_hostname (self->connect, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_connect_get_sysinfo (self->connect, 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_connect_is_encrypted (self->connect, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_connect_is_secure (self->connect, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_connect_set_identity (
    self->connect, g_variant_new_parsed ("{'user-name': <'somebody'>}"), 0, &error));
  harness_assert_closed (&error);
}

#define ADD(path, data, func) \
  g_test_add ("/connect/host/" path, Harness, data, harness_set_up, func, harness_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("driver-type", NULL, test_driver_type);
  ADD ("version", NULL, test_version);
  ADD ("lib-version", NULL, test_lib_version);
  ADD ("hostname", NULL, test_hostname);
  ADD ("sysinfo", NULL, test_sysinfo);
  ADD ("sysinfo/flags-refused", GUINT_TO_POINTER (1), test_sysinfo);
  ADD ("secure-without-encryption", NULL, test_is_secure);
  ADD ("set-identity/not-on-test-driver", NULL, test_set_identity);
  ADD ("set-identity/malformed", NULL, test_set_identity_malformed);
  ADD ("after-close", NULL, test_after_close);

  return g_test_run ();
}
