/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libvirt-gobj/libvirt-enum-types.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"
#include "runtime/libvirt-version.h"

typedef struct
{
  virConnectPtr host;
} Fixture;

static void
fixture_set_up (Fixture *self,
                gconstpointer data)
{
  g_assert_true (libvirt_initialize (NULL));
  self->host = virConnectOpen ("test:///default");
  g_assert_nonnull (self->host);
  libvirt_reset_last_error ();
}

static void
fixture_tear_down (Fixture *self,
                   gconstpointer data)
{
  g_clear_pointer (&self->host, virConnectClose);
}

/* The failures that the tests make. */
static void
fail_lookup (Fixture *self)
{
  g_assert_null (virDomainLookupByName (self->host, "nope"));
}

static void
fail_argument (Fixture *self)
{
  g_assert_cmpint (virConnectGetVersion (NULL, NULL), ==, -1);
}

static void
test_quark (void)
{
  GError *error = g_error_new_literal (LIBVIRT_ERROR, LIBVIRT_ERROR_NO_DOMAIN, "gone");
  g_autoptr (GError) copy = g_error_copy (error);

  g_assert_cmpstr (g_quark_to_string (LIBVIRT_ERROR), ==, "LibvirtError");
  g_error_free (error);
  g_assert_error (copy, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_DOMAIN);
}

static void
test_check (Fixture *self,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_check (0, &error));
  g_assert_true (libvirt_check (7, &error));
  g_assert_no_error (error);

  fail_lookup (self);
  g_assert_false (libvirt_check (-1, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_DOMAIN);
  g_assert_cmpstr (error->message, ==, virGetLastErrorMessage ());

  g_assert_false (libvirt_check (-1, NULL));
}

static void
test_check_boolean (Fixture *self,
                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_check_boolean (1, &error));
  g_assert_false (libvirt_check_boolean (0, &error));
  g_assert_no_error (error);

  fail_lookup (self);
  g_assert_false (libvirt_check_boolean (-1, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_DOMAIN);
}

static void
test_check_count (Fixture *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (libvirt_check_count (0, &error), ==, 0);
  g_assert_cmpint (libvirt_check_count (7, &error), ==, 7);
  g_assert_no_error (error);

  fail_lookup (self);
  g_assert_cmpint (libvirt_check_count (-2, &error), ==, -1);
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_DOMAIN);
}

static void
test_check_pointer (Fixture *self,
                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_check_pointer (self, &error) == self);
  g_assert_no_error (error);

  fail_lookup (self);
  g_assert_null (libvirt_check_pointer (NULL, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_DOMAIN);
}

static void
test_check_string (Fixture *self,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *plain = libvirt_check_string (strdup ("text"), &error);
  g_autofree char *broken = libvirt_check_string (strdup ("caf\xe9"), &error);

  g_assert_cmpstr (plain, ==, "text");
  g_assert_cmpstr (broken, ==, "caf\xef\xbf\xbd");
  g_assert_no_error (error);

  fail_lookup (self);
  g_assert_null (libvirt_check_string (NULL, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_DOMAIN);
}

static void
test_details (Fixture *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) copy = NULL;
  g_autoptr (LibvirtErrorInfo) info = NULL;
  g_autofree char *str1 = NULL;

  fail_argument (self);
  str1 = g_strdup (virGetLastError ()->str1);
  g_assert_true (g_str_has_prefix (str1, "invalid connection pointer in %"));
  libvirt_take_last_error (&error);

  /* A copy has them, too, and nothing else that fails meanwhile changes them. */
  copy = g_error_copy (error);
  g_clear_error (&error);
  fail_lookup (self);
  g_assert_false (libvirt_check (-1, NULL));

  info = libvirt_error_get_info (copy);
  g_assert_cmpint (info->code, ==, LIBVIRT_ERROR_INVALID_CONN);
  g_assert_cmpint (info->domain, ==, LIBVIRT_ERROR_DOMAIN_DOMAIN);
  g_assert_cmpint (info->level, ==, LIBVIRT_ERROR_LEVEL_ERROR);
  g_assert_cmpstr (info->message, ==, copy->message);
  g_assert_cmpstr (info->str1, ==, str1);
  g_assert_cmpstr (info->str2, ==, "virConnectGetVersion");
  g_assert_null (info->str3);
  g_assert_cmpint (info->int1, ==, -1);
  g_assert_cmpint (info->int2, ==, -1);
}

static void
test_details_of_system_error (Fixture *self,
                              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtErrorInfo) info = NULL;

  g_assert_null (virConnectOpen ("qemu:///session?socket=/nowhere/at/all"));
  libvirt_take_last_error (&error);
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_SYSTEM_ERROR);

  info = libvirt_error_get_info (error);
  g_assert_cmpint (info->int1, ==, ENOENT);
}

static void
test_rebuilt (Fixture *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) rebuilt = NULL;
  g_autoptr (GError) other = NULL;
  g_autoptr (LibvirtErrorInfo) info = NULL;
  g_autoptr (LibvirtErrorInfo) other_info = NULL;

  fail_argument (self);
  libvirt_take_last_error (&error);
  rebuilt = g_error_new_literal (error->domain, error->code, error->message);
  info = libvirt_error_get_info (rebuilt);
  g_assert_cmpint (info->domain, ==, LIBVIRT_ERROR_DOMAIN_DOMAIN);
  g_assert_cmpstr (info->str2, ==, "virConnectGetVersion");

  /* Same code, but another failure: nothing is made up. */
  other = g_error_new_literal (error->domain, error->code, "another");
  other_info = libvirt_error_get_info (other);
  g_assert_cmpint (other_info->code, ==, LIBVIRT_ERROR_INVALID_CONN);
  g_assert_cmpint (other_info->domain, ==, LIBVIRT_ERROR_DOMAIN_NONE);
  g_assert_cmpstr (other_info->message, ==, "another");
  g_assert_null (other_info->str1);
}

static void
test_foreign (void)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");

  g_assert_null (libvirt_error_get_info (error));
}

static void
test_newer_code (Fixture *self,
                 gconstpointer data)
{
  virError native = { .code = 4711, .domain = 815, .level = 9, .message = (char *) "new" };
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtErrorInfo) info = NULL;

  libvirt_take_error (&native, &error);
  g_assert_error (error, LIBVIRT_ERROR, 4711);
  g_assert_cmpstr (error->message, ==, "new");

  info = libvirt_error_get_info (error);
  g_assert_cmpint (info->code, ==, LIBVIRT_ERROR_UNKNOWN);
  g_assert_cmpint (info->domain, ==, LIBVIRT_ERROR_DOMAIN_UNKNOWN);
  g_assert_cmpint (info->level, ==, LIBVIRT_ERROR_LEVEL_UNKNOWN);
}

static void
test_no_message (Fixture *self,
                 gconstpointer data)
{
  virError native = { .code = VIR_ERR_RPC };
  g_autoptr (GError) error = NULL;

  libvirt_take_error (&native, &error);
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_RPC);
  g_assert_nonnull (strstr (error->message, "39"));
}

static void
test_invalid_text (void)
{
  virError native = { .code = VIR_ERR_RPC,
                      .message = (char *) "caf\xe9",
                      .str1 = (char *) "\xff",
                      .str2 = (char *) "fine",
                      .str3 = (char *) "\xc3" };
  g_autoptr (LibvirtErrorInfo) info = libvirt_error_info_from_native (&native);

  g_assert_cmpstr (info->message, ==, "caf\xef\xbf\xbd");
  g_assert_cmpstr (info->str1, ==, "\xef\xbf\xbd");
  g_assert_cmpstr (info->str2, ==, "fine");
  g_assert_cmpstr (info->str3, ==, "\xef\xbf\xbd");
}

static void
test_without_a_reason (Fixture *self,
                       gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  virResetLastError ();
  g_assert_false (libvirt_check (-1, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INTERNAL_ERROR);
  g_assert_nonnull (strstr (error->message, "did not say why"));
}

static void
test_of_ours (Fixture *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtErrorInfo) info = NULL;

  libvirt_set_error (&error, LIBVIRT_ERROR_INVALID_ARG, "%d%% of %s", 3, "nothing");
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG);
  g_assert_cmpstr (error->message, ==, "3% of nothing");

  info = libvirt_get_last_error ();
  g_assert_cmpint (info->code, ==, LIBVIRT_ERROR_INVALID_ARG);
  g_assert_cmpint (info->domain, ==, LIBVIRT_ERROR_DOMAIN_NONE);
  g_assert_cmpint (info->level, ==, LIBVIRT_ERROR_LEVEL_ERROR);
  g_assert_cmpstr (info->message, ==, "3% of nothing");
}

static void
test_needs (Fixture *self,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  libvirt_set_error_needs (&error, "virDomainSomethingNew", "12.8.0");
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_SUPPORT);
  g_assert_nonnull (strstr (error->message, "virDomainSomethingNew"));
  g_assert_nonnull (strstr (error->message, "12.8.0"));
}

static void
assert_nothing_failed (void)
{
  g_assert_null (libvirt_get_last_error ());
  g_assert_cmpint (libvirt_get_last_error_code (), ==, LIBVIRT_ERROR_OK);
  g_assert_cmpint (libvirt_get_last_error_domain (), ==, LIBVIRT_ERROR_DOMAIN_NONE);
  g_assert_null (libvirt_get_last_error_message ());
}

static void
test_last (Fixture *self,
           gconstpointer data)
{
  g_autoptr (LibvirtErrorInfo) info = NULL;

  assert_nothing_failed ();

  fail_lookup (self);
  g_assert_false (libvirt_check (-1, NULL));
  g_assert_true (libvirt_check (0, NULL));

  info = libvirt_get_last_error ();
  g_assert_cmpint (info->code, ==, LIBVIRT_ERROR_NO_DOMAIN);
  g_assert_cmpint (info->domain, ==, LIBVIRT_ERROR_DOMAIN_TEST);
  g_assert_cmpint (libvirt_get_last_error_code (), ==, LIBVIRT_ERROR_NO_DOMAIN);
  g_assert_cmpint (libvirt_get_last_error_domain (), ==, LIBVIRT_ERROR_DOMAIN_TEST);
  g_assert_cmpstr (libvirt_get_last_error_message (), ==, info->message);

  libvirt_reset_last_error ();
  assert_nothing_failed ();
  g_assert_cmpint (virGetLastErrorCode (), ==, VIR_ERR_OK);
}

static gpointer
fail_in_thread (gpointer data)
{
  assert_nothing_failed ();
  fail_argument (data);
  g_assert_false (libvirt_check (-1, NULL));
  g_assert_cmpint (libvirt_get_last_error_code (), ==, LIBVIRT_ERROR_INVALID_CONN);

  return NULL;
}

static void
test_last_of_threads (Fixture *self,
                      gconstpointer data)
{
  fail_lookup (self);
  g_assert_false (libvirt_check (-1, NULL));

  g_thread_join (g_thread_new ("fails", fail_in_thread, self));
  g_assert_cmpint (libvirt_get_last_error_code (), ==, LIBVIRT_ERROR_NO_DOMAIN);
}

static gpointer
fail_for_another (gpointer data)
{
  GError *error = NULL;

  fail_argument (data);
  g_assert_false (libvirt_check (-1, &error));

  return error;
}

static void
test_remember (Fixture *self,
               gconstpointer data)
{
  g_autoptr (GError) error = g_thread_join (g_thread_new ("fails", fail_for_another, self));
  g_autoptr (GError) cancelled = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "no");
  g_autoptr (LibvirtErrorInfo) info = NULL;

  libvirt_error_remember (error);
  info = libvirt_get_last_error ();
  g_assert_cmpint (info->code, ==, LIBVIRT_ERROR_INVALID_CONN);
  g_assert_cmpint (info->domain, ==, LIBVIRT_ERROR_DOMAIN_DOMAIN);
  g_assert_cmpstr (info->str2, ==, "virConnectGetVersion");

  libvirt_error_remember (NULL);
  g_assert_cmpint (libvirt_get_last_error_code (), ==, LIBVIRT_ERROR_INVALID_CONN);

  libvirt_error_remember (cancelled);
  assert_nothing_failed ();
}

static void
test_boxed (void)
{
  g_autoptr (LibvirtErrorInfo) info = libvirt_error_info_new ();
  g_autoptr (LibvirtErrorInfo) copy = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  const LibvirtErrorInfo *inside;

  g_assert_cmpint (info->code, ==, LIBVIRT_ERROR_OK);
  g_assert_null (info->message);

  info->code = LIBVIRT_ERROR_RPC;
  info->message = g_strdup ("message");
  info->str1 = g_strdup ("one");
  info->str2 = g_strdup ("two");
  info->str3 = g_strdup ("three");
  info->int1 = G_MAXINT;
  info->int2 = G_MININT;

  g_value_init (&value, LIBVIRT_TYPE_ERROR_INFO);
  g_value_set_boxed (&value, info);
  inside = g_value_get_boxed (&value);
  copy = libvirt_error_info_copy (inside);

  g_assert_true (copy->message != info->message && inside != info);
  g_assert_cmpint (copy->code, ==, LIBVIRT_ERROR_RPC);
  g_assert_cmpstr (copy->message, ==, "message");
  g_assert_cmpstr (copy->str1, ==, "one");
  g_assert_cmpstr (copy->str2, ==, "two");
  g_assert_cmpstr (copy->str3, ==, "three");
  g_assert_cmpint (copy->int1, ==, G_MAXINT);
  g_assert_cmpint (copy->int2, ==, G_MININT);
}

/* What listens to errors. */
typedef struct
{
  GThread *thread;
  GString *codes;
  gboolean destroyed;
} Listener;

static void
on_error (const LibvirtErrorInfo *info,
          gpointer user_data)
{
  Listener *self = user_data;

  g_assert_true (g_thread_self () == self->thread);
  g_assert_nonnull (info->message);
  g_string_append_printf (self->codes, "%d ", info->code);
}

static void
on_destroyed (gpointer user_data)
{
  Listener *self = user_data;

  self->destroyed = TRUE;
}

static Listener *
listener_new (void)
{
  Listener *self = g_new0 (Listener, 1);

  self->thread = g_thread_self ();
  self->codes = g_string_new (NULL);
  libvirt_set_error_func (on_error, self, on_destroyed);

  return self;
}

static void
listener_free (Listener *self)
{
  g_string_free (self->codes, TRUE);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Listener, listener_free)

static void
run_pending (GMainContext *context)
{
  while (g_main_context_iteration (context, FALSE))
    ;
}

static void
test_func (Fixture *self,
           gconstpointer data)
{
  g_autoptr (Listener) listener = listener_new ();

  fail_lookup (self);
  fail_argument (self);
  g_thread_join (g_thread_new ("fails", fail_in_thread, self));
  g_assert_cmpstr (listener->codes->str, ==, "");

  run_pending (NULL);
  g_assert_cmpstr (listener->codes->str, ==, "42 6 6 ");

  g_assert_false (listener->destroyed);
  libvirt_set_error_func (NULL, NULL, NULL);
  g_assert_true (listener->destroyed);

  fail_lookup (self);
  run_pending (NULL);
  g_assert_cmpstr (listener->codes->str, ==, "42 6 6 ");
}

static void
test_func_context (Fixture *self,
                   gconstpointer data)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (Listener) listener = NULL;

  g_main_context_push_thread_default (context);
  listener = listener_new ();
  g_main_context_pop_thread_default (context);

  fail_lookup (self);
  run_pending (NULL);
  g_assert_cmpstr (listener->codes->str, ==, "");
  run_pending (context);
  g_assert_cmpstr (listener->codes->str, ==, "42 ");

  libvirt_set_error_func (NULL, NULL, NULL);
}

static void
test_func_replaced (Fixture *self,
                    gconstpointer data)
{
  g_autoptr (Listener) first = listener_new ();
  g_autoptr (Listener) second = NULL;

  fail_lookup (self);
  second = listener_new ();
  fail_argument (self);
  run_pending (NULL);

  g_assert_true (first->destroyed);
  g_assert_cmpstr (first->codes->str, ==, "");
  g_assert_cmpstr (second->codes->str, ==, "6 ");

  libvirt_set_error_func (NULL, NULL, NULL);
}

static void
on_error_once (const LibvirtErrorInfo *info,
               gpointer user_data)
{
  Listener *self = user_data;

  libvirt_set_error_func (NULL, NULL, NULL);
  g_assert_false (self->destroyed);
  on_error (info, self);
}

static void
test_func_unset_by_itself (Fixture *self,
                           gconstpointer data)
{
  g_autoptr (Listener) listener = listener_new ();

  libvirt_set_error_func (on_error_once, listener, on_destroyed);
  listener->destroyed = FALSE;

  fail_lookup (self);
  fail_lookup (self);
  run_pending (NULL);
  g_assert_cmpstr (listener->codes->str, ==, "42 ");
  g_assert_true (listener->destroyed);
}

static void
on_raw_error (void *user_data,
              virErrorPtr native)
{
  int *count = user_data;

  (*count)++;
}

static void
test_func_and_raw_func (Fixture *self,
                        gconstpointer data)
{
  g_autoptr (Listener) listener = listener_new ();
  g_autoptr (Listener) again = NULL;
  int count = 0;

  virSetErrorFunc (&count, on_raw_error);
  fail_lookup (self);
  run_pending (NULL);
  g_assert_cmpint (count, ==, 1);
  g_assert_cmpstr (listener->codes->str, ==, "");

  again = listener_new ();
  fail_lookup (self);
  run_pending (NULL);
  g_assert_cmpint (count, ==, 1);
  g_assert_cmpstr (again->codes->str, ==, "42 ");

  libvirt_set_error_func (NULL, NULL, NULL);
}

/* What a test prints on the standard error output, in a process of its own. */
static void
in_subprocess (const char *path,
               const char *pattern)
{
  g_test_trap_subprocess (path, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr (pattern);
}

static void
test_quiet_subprocess (Fixture *self,
                       gconstpointer data)
{
  fail_lookup (self);
  fail_argument (self);
  g_assert_null (virConnectOpen ("nosuch:///driver"));
}

static void
test_quiet (void)
{
  in_subprocess ("/error/func/nothing-is-printed/subprocess", "");
}

static void
test_default_func_subprocess (void)
{
  g_autoptr (LibvirtErrorInfo) info = libvirt_error_info_new ();

  /* Nothing is wrong yet. */
  libvirt_default_error_func (info);

  info->code = LIBVIRT_ERROR_NO_DOMAIN;
  info->domain = LIBVIRT_ERROR_DOMAIN_QEMU;
  info->level = LIBVIRT_ERROR_LEVEL_ERROR;
  info->message = g_strdup ("no such guest");
  libvirt_default_error_func (info);

  info->domain = LIBVIRT_ERROR_DOMAIN_UNKNOWN;
  info->code = LIBVIRT_ERROR_UNKNOWN;
  libvirt_default_error_func (info);

  g_clear_pointer (&info->message, g_free);
  libvirt_default_error_func (info);
}

static void
test_default_func (void)
{
  in_subprocess ("/error/func/default/subprocess",
                 "libvirt: QEMU Driver error : no such guest\n"
                 "libvirt: *error : no such guest\n"
                 "libvirt: *error : \n");
}

static void
test_uninitialised_subprocess (void)
{
  libvirt_reset_last_error ();
  assert_nothing_failed ();
}

static void
test_uninitialised (void)
{
  in_subprocess ("/error/last/reset-before-anything-else/subprocess", "");
}

static void
assert_names (GType type,
              const char *prefix,
              guint n_values)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);

  /* One more for the values of newer libvirts. */
  g_assert_cmpuint (klass->n_values, ==, n_values + 1);
  g_assert_cmpint (klass->minimum, ==, -1);
  g_assert_cmpint (klass->maximum, ==, n_values - 1);

  for (guint i = 0; i < klass->n_values; i++)
    g_assert_true (g_str_has_prefix (klass->values[i].value_name, prefix));
}

static void
test_complete (void)
{
  assert_names (LIBVIRT_TYPE_ERROR, "LIBVIRT_ERROR_", 115);
  assert_names (LIBVIRT_TYPE_ERROR_DOMAIN, "LIBVIRT_ERROR_DOMAIN_", 73);
  assert_names (LIBVIRT_TYPE_ERROR_LEVEL, "LIBVIRT_ERROR_LEVEL_", 3);
}

#define ADD(path, function) \
  g_test_add ("/error/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/error/last/reset-before-anything-else", test_uninitialised);
  g_test_add_func ("/error/last/reset-before-anything-else/subprocess",
                   test_uninitialised_subprocess);
  g_test_add_func ("/error/codes/complete", test_complete);
  g_test_add_func ("/error/quark", test_quark);
  ADD ("check/int", test_check);
  ADD ("check/boolean", test_check_boolean);
  ADD ("check/count", test_check_count);
  ADD ("check/pointer", test_check_pointer);
  ADD ("check/string", test_check_string);
  ADD ("details/kept", test_details);
  ADD ("details/errno", test_details_of_system_error);
  ADD ("details/rebuilt-error", test_rebuilt);
  g_test_add_func ("/error/details/foreign-error", test_foreign);
  ADD ("details/newer-code", test_newer_code);
  ADD ("details/no-message", test_no_message);
  g_test_add_func ("/error/details/invalid-text", test_invalid_text);
  ADD ("code-is-never-zero", test_without_a_reason);
  ADD ("of-ours/message", test_of_ours);
  ADD ("of-ours/needs-newer-libvirt", test_needs);
  ADD ("last/kept", test_last);
  ADD ("last/of-each-thread", test_last_of_threads);
  ADD ("last/of-a-worker", test_remember);
  g_test_add_func ("/error/info/boxed", test_boxed);
  ADD ("func/told-in-order", test_func);
  ADD ("func/told-in-its-context", test_func_context);
  ADD ("func/replaced", test_func_replaced);
  ADD ("func/unset-by-itself", test_func_unset_by_itself);
  ADD ("func/beside-libvirt-s-own", test_func_and_raw_func);
  g_test_add_func ("/error/func/nothing-is-printed", test_quiet);
  ADD ("func/nothing-is-printed/subprocess", test_quiet_subprocess);
  g_test_add_func ("/error/func/default", test_default_func);
  g_test_add_func ("/error/func/default/subprocess", test_default_func_subprocess);

  return g_test_run ();
}
