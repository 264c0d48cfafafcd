/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "harness.h"

static void
test_running (Harness *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *hostname = NULL;

  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  hostname = libvirt_domain_get_hostname (self->domain, LIBVIRT_DOMAIN_GET_HOSTNAME_FLAGS_NONE,
                                          &error);
  g_assert_nonnull (hostname);
  harness_assert_raw_text (hostname, error, virDomainGetHostname (self->raw_domain, 0));
}

static void
test_fails (Harness *self,
            gconstpointer data)
{
  guint flags = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;

  g_assert_null (libvirt_domain_get_hostname (self->domain, flags, &error));
  harness_assert_raw_text (NULL, error, virDomainGetHostname (self->raw_domain, flags));
}

static void
test_after_close (Harness *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_assert_no_error (error);

  g_assert_null (libvirt_domain_get_hostname (self->domain, 0, &error));
  harness_assert_closed (&error);
}

#define ADD(path, data, func) \
  g_test_add ("/domain/hostname/" path, Harness, data, harness_set_up, func, harness_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("running", NULL, test_running);
  ADD ("stopped", GUINT_TO_POINTER (LIBVIRT_DOMAIN_GET_HOSTNAME_FLAGS_NONE), test_fails);
  ADD ("source-refused", GUINT_TO_POINTER (LIBVIRT_DOMAIN_GET_HOSTNAME_FLAGS_LEASE), test_fails);
  ADD ("after-close", NULL, test_after_close);

  return g_test_run ();
}
