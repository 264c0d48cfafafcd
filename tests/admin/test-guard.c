/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * One process cannot have connections of both kinds, but says so and goes on. Each test is in a
 * process of its own, as the first connection decides.
 */

#include "admin.h"

static void
run_subprocess (gconstpointer data)
{
  g_test_trap_subprocess (data, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

static void
assert_refused (gpointer connect,
                GError **error)
{
  g_assert_null (connect);
  g_assert_error (*error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_UNSUPPORTED);
  g_clear_error (error);
}

static void
assert_hypervisors_refused (void)
{
  g_autoptr (GError) error = NULL;

  assert_refused (libvirt_connect_open ("test:///default", &error), &error);
  assert_refused (libvirt_connect_open_read_only ("test:///default", &error), &error);
}

static void
assert_admin_refused (const char *uri)
{
  g_autoptr (GError) error = NULL;

  assert_refused (libvirt_admin_connect_open (uri, LIBVIRT_CONNECT_FLAGS_NONE, &error), &error);
}

static void
assert_hypervisor_works (LibvirtConnect *connect)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain =
    libvirt_connect_lookup_domain_by_name (connect, "test", &error);

  g_assert_no_error (error);
  g_assert_true (libvirt_domain_suspend (domain, &error));
  g_assert_no_error (error);
}

static void
admin_first (Admin *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) servers = NULL;

  assert_hypervisors_refused ();
  servers = libvirt_admin_connect_list_servers (self->connect, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (servers->len, >=, 2);
}

/* What was closed has been used, all the same. */
static void
admin_closed (Admin *self)
{
  g_assert_finalize_object (g_steal_pointer (&self->connect));
  harness_finish_threads ();
  assert_hypervisors_refused ();
}

static void
hypervisor_first (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtConnect) connect = libvirt_connect_open ("test:///default", &error);

  g_assert_no_error (error);
  assert_admin_refused ("libvirtd:///system");
  assert_hypervisor_works (connect);
}

/* Not by way of this library: the table of types tells. */
static void
raw_hypervisor_first (void)
{
  virConnectPtr raw = virConnectOpen ("test:///default");

  g_assert_nonnull (raw);
  assert_admin_refused (NULL);
  g_assert_cmpint (virConnectClose (raw), ==, 0);
  assert_admin_refused (NULL);
}

static void
raw_admin_first (void)
{
  g_assert_true (libvirt_initialize (NULL));
  g_assert_null (virAdmConnectOpen ("libvirtd:///system?socket=/nobody/here", 0));
  assert_hypervisors_refused ();
}

/* To be ready for both decides nothing yet. */
static void
both_initialised (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtConnect) connect = NULL;

  g_assert_true (libvirt_admin_initialize (&error));
  g_assert_true (libvirt_initialize (&error));
  g_assert_cmpuint (libvirt_admin_get_version (&error), >=, 9000000);
  g_assert_cmpuint (libvirt_get_version (&error), >=, 9000000);
  g_assert_no_error (error);
  connect = libvirt_connect_open ("test:///default", &error);
  g_assert_no_error (error);
  assert_hypervisor_works (connect);
}

typedef struct
{
  LibvirtConnect *hypervisor;
  LibvirtAdminConnect *admin;
  guint n_ended;
  guint n_refused;
} Race;

static void
race_take_error (Race *self,
                 GError *error)
{
  self->n_ended++;
  if (error == NULL)
    return;

  if (g_error_matches (error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_UNSUPPORTED))
    self->n_refused++;
  g_error_free (error);
}

static void
on_hypervisor_opened (GObject *source,
                      GAsyncResult *result,
                      gpointer user_data)
{
  Race *self = user_data;
  GError *error = NULL;

  self->hypervisor = libvirt_connect_open_finish (result, &error);
  race_take_error (self, error);
}

static void
on_admin_opened (GObject *source,
                 GAsyncResult *result,
                 gpointer user_data)
{
  Race *self = user_data;
  GError *error = NULL;

  self->admin = libvirt_admin_connect_open_finish (result, &error);
  race_take_error (self, error);
}

/* Two threads: one of them comes first. */
static void
at_once (void)
{
  Race race = { NULL };

  libvirt_connect_open_async ("test:///default", NULL, on_hypervisor_opened, &race);
  libvirt_admin_connect_open_async ("libvirtd:///system?socket=/nobody/here",
                                    LIBVIRT_CONNECT_FLAGS_NONE, NULL, on_admin_opened, &race);
  harness_wait_until (race.n_ended == 2);
  g_assert_cmpuint (race.n_refused, ==, 1);
  g_assert_null (race.admin);
  g_clear_object (&race.hypervisor);
}

/* @path in a process of its own; with a daemon if @with_daemon. */
static void
add (const char *path,
     void (*test) (void),
     void (*test_with_daemon) (Admin *self))
{
  g_autofree char *inner = g_strconcat (path, "/subprocess", NULL);

  if (test != NULL)
    g_test_add_func (inner, test);
  else
    admin_add_test (inner, test_with_daemon);
  g_test_add_data_func_full (path, g_steal_pointer (&inner), run_subprocess, g_free);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/admin/guard/admin-first", NULL, admin_first);
  add ("/admin/guard/admin-closed", NULL, admin_closed);
  add ("/admin/guard/hypervisor-first", hypervisor_first, NULL);
  add ("/admin/guard/raw-hypervisor-first", raw_hypervisor_first, NULL);
  add ("/admin/guard/raw-admin-first", raw_admin_first, NULL);
  add ("/admin/guard/both-initialised", both_initialised, NULL);
  add ("/admin/guard/at-once", at_once, NULL);

  return g_test_run ();
}
