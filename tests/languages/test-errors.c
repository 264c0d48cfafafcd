/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What C learns about a failure of the library's functions. */

#include <libvirt-gobj/libvirt-gobj.h>

#define NOWHERE "qemu:///session?socket=/nowhere/at/all"

typedef struct
{
  LibvirtConnect *host;
} Fixture;

static void
set_up (Fixture *self,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->host = libvirt_connect_open ("test:///default", &error);
  g_assert_no_error (error);
  libvirt_reset_last_error ();
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  g_clear_object (&self->host);
}

static void
assert_info (const LibvirtErrorInfo *info)
{
  g_assert_cmpint (info->code, ==, LIBVIRT_ERROR_NO_DOMAIN);
  g_assert_cmpint (info->domain, ==, LIBVIRT_ERROR_DOMAIN_TEST);
  g_assert_cmpint (info->level, ==, LIBVIRT_ERROR_LEVEL_ERROR);
  g_assert_cmpstr (info->message, ==, "Domain not found");
  g_assert_cmpstr (info->str1, ==, "Domain not found");
  g_assert_null (info->str2);
  g_assert_null (info->str3);
  g_assert_cmpint (info->int1, ==, -1);
  g_assert_cmpint (info->int2, ==, -1);
}

static void
assert_no_domain (const GError *error)
{
  g_autoptr (LibvirtErrorInfo) info = NULL;
  g_autoptr (LibvirtErrorInfo) last = NULL;

  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_DOMAIN);
  g_assert_cmpstr (error->message, ==, "Domain not found");

  info = libvirt_error_get_info (error);
  assert_info (info);
  last = libvirt_get_last_error ();
  assert_info (last);
}

static void
assert_nowhere (const GError *error)
{
  g_autoptr (LibvirtErrorInfo) info = NULL;

  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_SYSTEM_ERROR);
  info = libvirt_error_get_info (error);
  g_assert_cmpint (info->domain, ==, LIBVIRT_ERROR_DOMAIN_RPC);
  g_assert_cmpstr (info->str1, ==, "%s");
  g_assert_cmpstr (info->str2, ==, error->message);
  g_assert_cmpint (info->int1, ==, 2);
  g_assert_cmpint (libvirt_get_last_error_code (), ==, LIBVIRT_ERROR_SYSTEM_ERROR);
}

static void
test_sync (Fixture *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (libvirt_connect_lookup_domain_by_name (self->host, "nope", &error));
  assert_no_domain (error);
  g_clear_error (&error);

  g_assert_null (libvirt_connect_open (NOWHERE, &error));
  assert_nowhere (error);
}

static void
test_ignored (Fixture *self,
              gconstpointer data)
{
  g_autoptr (LibvirtErrorInfo) info = NULL;

  g_assert_null (libvirt_connect_lookup_domain_by_name (self->host, "nope", NULL));
  info = libvirt_get_last_error ();
  assert_info (info);
}

static void
on_done (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  GAsyncResult **place = user_data;

  *place = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **place)
{
  while (*place == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *place;
}

static void
test_finish (Fixture *self,
             gconstpointer data)
{
  g_autoptr (GAsyncResult) lookup = NULL;
  g_autoptr (GAsyncResult) open = NULL;
  g_autoptr (GError) error = NULL;

  libvirt_connect_lookup_domain_by_name_async (self->host, "nope", NULL, on_done, &lookup);
  g_assert_null (
    libvirt_connect_lookup_domain_by_name_finish (self->host, wait_for (&lookup), &error));
  assert_no_domain (error);
  g_clear_error (&error);

  libvirt_connect_open_async (NOWHERE, NULL, on_done, &open);
  g_assert_null (libvirt_connect_open_finish (wait_for (&open), &error));
  assert_nowhere (error);
}

static void
test_cancelled (Fixture *self,
                gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (libvirt_connect_lookup_domain_by_name (self->host, "nope", NULL));

  libvirt_connect_lookup_domain_by_name_async (self->host, "nope", cancellable, on_done, &result);
  g_cancellable_cancel (cancellable);
  g_assert_null (
    libvirt_connect_lookup_domain_by_name_finish (self->host, wait_for (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (libvirt_error_get_info (error));
  g_assert_null (libvirt_get_last_error ());
}

static gpointer
fail_in_thread (gpointer data)
{
  g_assert_null (libvirt_get_last_error ());
  test_sync (data, NULL);

  return NULL;
}

static void
test_other_thread (Fixture *self,
                   gconstpointer data)
{
  g_assert_null (libvirt_connect_lookup_domain_by_name (self->host, "nope", NULL));
  g_thread_join (g_thread_new ("fails", fail_in_thread, self));
  g_assert_cmpint (libvirt_get_last_error_code (), ==, LIBVIRT_ERROR_NO_DOMAIN);
}

static void
test_passed_on (Fixture *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) passed_on = NULL;
  g_autoptr (LibvirtErrorInfo) info = NULL;

  g_assert_null (libvirt_connect_lookup_domain_by_name (self->host, "nope", &error));
  g_assert_null (libvirt_connect_open (NOWHERE, NULL));
  g_propagate_prefixed_error (&passed_on, g_steal_pointer (&error), "while testing: ");

  info = libvirt_error_get_info (passed_on);
  assert_info (info);
}

#define ADD(path, function) \
  g_test_add ("/languages/c/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("sync", test_sync);
  ADD ("ignored", test_ignored);
  ADD ("finish", test_finish);
  ADD ("cancelled-is-not-libvirt-s", test_cancelled);
  ADD ("other-thread", test_other_thread);
  ADD ("passed-on-with-a-prefix", test_passed_on);

  return g_test_run ();
}
