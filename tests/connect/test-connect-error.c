/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "harness.h"

static void
test_last (Harness *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtErrorInfo) info = NULL;

  libvirt_connect_reset_last_error (self->connect);
  g_assert_null (libvirt_connect_get_last_error (self->connect));

  g_assert_null (libvirt_connect_lookup_domain_by_name (self->connect, "nobody", &error));
  info = libvirt_connect_get_last_error (self->connect);
  g_assert_nonnull (info);
  g_assert_error (error, LIBVIRT_ERROR, (int) info->code);
  g_assert_cmpint (info->code, ==, LIBVIRT_ERROR_NO_DOMAIN);
  g_assert_cmpint (info->domain, ==, LIBVIRT_ERROR_DOMAIN_TEST);
  g_assert_cmpstr (info->message, ==, error->message);

  libvirt_connect_reset_last_error (self->connect);
  g_assert_null (libvirt_connect_get_last_error (self->connect));
}

static gpointer
fail (gpointer data)
{
  g_assert_null (libvirt_connect_lookup_domain_by_name (data, "nobody", NULL));
  return NULL;
}

static void
test_of_other_thread (Harness *self,
                      gconstpointer data)
{
  g_autoptr (LibvirtErrorInfo) info = NULL;
  g_autoptr (LibvirtErrorInfo) own = NULL;

  libvirt_connect_reset_last_error (self->connect);
  libvirt_reset_last_error ();
  g_thread_join (g_thread_new ("fail", fail, self->connect));

  info = libvirt_connect_get_last_error (self->connect);
  g_assert_nonnull (info);
  g_assert_cmpint (info->code, ==, LIBVIRT_ERROR_NO_DOMAIN);
  own = libvirt_get_last_error ();
  g_assert_null (own);
}

/* Nor does that count as a failure of the thread's. */
static void
test_after_close (Harness *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (libvirt_connect_lookup_domain_by_name (self->connect, "nobody", NULL));
  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_assert_no_error (error);
  libvirt_reset_last_error ();

  g_assert_null (libvirt_connect_get_last_error (self->connect));
  libvirt_connect_reset_last_error (self->connect);
  g_assert_cmpint (libvirt_get_last_error_code (), ==, LIBVIRT_ERROR_OK);
}

#define ADD(path, func) \
  g_test_add ("/connect/error/" path, Harness, NULL, harness_set_up, func, harness_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("last", test_last);
  ADD ("last/of-other-thread", test_of_other_thread);
  ADD ("after-close", test_after_close);

  return g_test_run ();
}
