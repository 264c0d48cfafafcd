/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What servers tell, and what can be set. */

#include <stdlib.h>
#include <unistd.h>

#include "admin.h"

/* To be set; sunk by who takes it. */
static GVariant *
number (const char *key,
        guint value)
{
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, key, "u", value);
  return g_variant_dict_end (&dict);
}

static void
assert_raw_limits (Admin *self,
                   GVariant *limits)
{
  virAdmServerPtr raw = admin_lookup_raw_server (self);
  virTypedParameterPtr params = NULL;
  int n = 0;

  g_assert_cmpint (virAdmServerGetClientLimits (raw, &params, &n, 0), ==, 0);
  harness_assert_raw_params (limits, params, n);
  virAdmServerFree (raw);
}

static guint
get_raw_limit (Admin *self,
               const char *key)
{
  virAdmServerPtr raw = admin_lookup_raw_server (self);
  virTypedParameterPtr params = NULL;
  guint value = 0;
  int n = 0;

  g_assert_cmpint (virAdmServerGetClientLimits (raw, &params, &n, 0), ==, 0);
  g_assert_cmpint (virTypedParamsGetUInt (params, n, key, &value), ==, 1);
  virTypedParamsFree (params, n);
  virAdmServerFree (raw);
  return value;
}

static guint
get_raw_pool (Admin *self,
              const char *key)
{
  virAdmServerPtr raw = admin_lookup_raw_server (self);
  virTypedParameterPtr params = NULL;
  guint value = 0;
  int n = 0;

  g_assert_cmpint (virAdmServerGetThreadPoolParameters (raw, &params, &n, 0), ==, 0);
  g_assert_cmpint (virTypedParamsGetUInt (params, n, key, &value), ==, 1);
  virTypedParamsFree (params, n);
  virAdmServerFree (raw);
  return value;
}

static void
test_name (Admin *self)
{
  g_autoptr (LibvirtAdminServer) server = admin_lookup_server (self);
  g_autoptr (LibvirtAdminServer) again = admin_lookup_server (self);
  g_autoptr (LibvirtAdminConnect) connect = NULL;
  g_autofree char *name = NULL;

  g_assert_true (server == again);
  g_object_get (server, "name", &name, "connection", &connect, NULL);
  g_assert_cmpstr (name, ==, "libvirtd");
  g_assert_true (connect == self->connect);
  g_assert_true (libvirt_admin_server_get_connection (server) == self->connect);
}

static void
test_limits (Admin *self)
{
  g_autoptr (LibvirtAdminServer) server = admin_lookup_server (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) limits = libvirt_admin_server_get_client_limits (server, 0, &error);
  guint max;

  g_assert_no_error (error);
  assert_raw_limits (self, limits);
  g_assert_true (g_variant_lookup (limits, LIBVIRT_ADMIN_SERVER_CLIENTS_MAX, "u", &max));
  g_assert_cmpuint (max, >, 0);
}

static void
test_set_limits (Admin *self)
{
  g_autoptr (LibvirtAdminServer) server = admin_lookup_server (self);
  g_autoptr (GError) error = NULL;
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, LIBVIRT_ADMIN_SERVER_CLIENTS_MAX, "u", 123);
  g_variant_dict_insert (&dict, LIBVIRT_ADMIN_SERVER_CLIENTS_UNAUTH_MAX, "i", 45);
  g_assert_true (
    libvirt_admin_server_set_client_limits (server, g_variant_dict_end (&dict), 0, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (get_raw_limit (self, VIR_SERVER_CLIENTS_MAX), ==, 123);
  g_assert_cmpuint (get_raw_limit (self, VIR_SERVER_CLIENTS_UNAUTH_MAX), ==, 45);
}

static void
test_set_limits_fails (Admin *self)
{
  g_autoptr (LibvirtAdminServer) server = admin_lookup_server (self);
  g_autoptr (GError) error = NULL;
  guint max = get_raw_limit (self, VIR_SERVER_CLIENTS_MAX);

  g_assert_false (libvirt_admin_server_set_client_limits (
    server, number (LIBVIRT_ADMIN_SERVER_CLIENTS_CURRENT, 1), 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_ARGUMENT_UNSUPPORTED);
  g_clear_error (&error);

  g_assert_false (libvirt_admin_server_set_client_limits (
    server, number (LIBVIRT_ADMIN_SERVER_CLIENTS_UNAUTH_MAX, max + 1), 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG);
  g_assert_cmpuint (get_raw_limit (self, VIR_SERVER_CLIENTS_MAX), ==, max);
}

/* libvirt itself says yes to a text, and leaves it out. */
static void
test_set_limits_text (Admin *self)
{
  g_autoptr (LibvirtAdminServer) server = admin_lookup_server (self);
  g_autoptr (GError) error = NULL;
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, LIBVIRT_ADMIN_SERVER_CLIENTS_MAX, "s", "123");
  g_assert_false (
    libvirt_admin_server_set_client_limits (server, g_variant_dict_end (&dict), 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG);
  g_assert_nonnull (strstr (error->message, LIBVIRT_ADMIN_SERVER_CLIENTS_MAX));
  g_assert_cmpuint (get_raw_limit (self, VIR_SERVER_CLIENTS_MAX), !=, 123);
}

static void
test_pool (Admin *self)
{
  g_autoptr (LibvirtAdminServer) server = admin_lookup_server (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) pool = libvirt_admin_server_get_thread_pool_parameters (server, 0, &error);
  virAdmServerPtr raw = admin_lookup_raw_server (self);
  virTypedParameterPtr params = NULL;
  int n = 0;

  g_assert_no_error (error);
  g_assert_cmpint (virAdmServerGetThreadPoolParameters (raw, &params, &n, 0), ==, 0);
  harness_assert_raw_params (pool, params, n);
  virAdmServerFree (raw);
}

static void
test_set_pool (Admin *self)
{
  g_autoptr (LibvirtAdminServer) server = admin_lookup_server (self);
  g_autoptr (GError) error = NULL;
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, LIBVIRT_ADMIN_THREADPOOL_WORKERS_MIN, "u", 7);
  g_variant_dict_insert (&dict, LIBVIRT_ADMIN_THREADPOOL_WORKERS_MAX, "u", 33);
  g_variant_dict_insert (&dict, LIBVIRT_ADMIN_THREADPOOL_WORKERS_PRIORITY, "i", 6);
  g_assert_true (libvirt_admin_server_set_thread_pool_parameters (
    server, g_variant_dict_end (&dict), 0, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (get_raw_pool (self, VIR_THREADPOOL_WORKERS_MIN), ==, 7);
  g_assert_cmpuint (get_raw_pool (self, VIR_THREADPOOL_WORKERS_MAX), ==, 33);
  g_assert_cmpuint (get_raw_pool (self, VIR_THREADPOOL_WORKERS_PRIORITY), ==, 6);
  g_assert_cmpuint (get_raw_pool (self, VIR_THREADPOOL_WORKERS_CURRENT), >=, 7);
}

static void
test_set_pool_fails (Admin *self)
{
  g_autoptr (LibvirtAdminServer) server = admin_lookup_server (self);
  g_autoptr (GError) error = NULL;
  guint max = get_raw_pool (self, VIR_THREADPOOL_WORKERS_MAX);

  g_assert_false (libvirt_admin_server_set_thread_pool_parameters (
    server, number (LIBVIRT_ADMIN_THREADPOOL_WORKERS_FREE, 1), 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_ARGUMENT_UNSUPPORTED);
  g_clear_error (&error);

  g_assert_false (libvirt_admin_server_set_thread_pool_parameters (
    server, number (LIBVIRT_ADMIN_THREADPOOL_WORKERS_MIN, max + 1), 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG);
  g_assert_cmpuint (get_raw_pool (self, VIR_THREADPOOL_WORKERS_MIN), <=, max);
}

static void
test_clients (Admin *self)
{
  g_autoptr (LibvirtAdminServer) server = admin_lookup_server (self);
  g_autoptr (LibvirtAdminClient) one = NULL;
  g_autoptr (LibvirtAdminClient) two = NULL;
  g_autoptr (GPtrArray) clients = NULL;
  g_autoptr (GError) error = NULL;
  virAdmClientPtr raw_one, raw_two;
  int fd_one = admin_connect_client (self, daemon_get_socket (self->daemon), &one, &raw_one);
  int fd_two = admin_connect_client (self, daemon_get_socket (self->daemon), &two, &raw_two);

  clients = libvirt_admin_server_list_clients (server, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (clients->len, ==, admin_count_raw (self, "libvirtd"));
  g_assert_true (g_ptr_array_find (clients, one, NULL));
  g_assert_true (g_ptr_array_find (clients, two, NULL));
  g_assert_true (one != two);

  virAdmClientFree (raw_one);
  virAdmClientFree (raw_two);
  close (fd_one);
  close (fd_two);
}

static void
test_no_client (Admin *self)
{
  g_autoptr (LibvirtAdminServer) server = admin_lookup_server (self);
  virAdmServerPtr raw = admin_lookup_raw_server (self);
  g_autoptr (GError) error = NULL;

  g_assert_null (libvirt_admin_server_lookup_client (server, 12345, 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_CLIENT);
  g_assert_null (virAdmServerLookupClient (raw, 12345, 0));
  harness_assert_raw_error (error);
  virAdmServerFree (raw);
}

/* Here it has none; tls.py looks at one that has. */
static void
test_no_tls (Admin *self)
{
  g_autoptr (LibvirtAdminServer) server = admin_lookup_server (self);
  virAdmServerPtr raw = admin_lookup_raw_server (self);
  g_autoptr (GError) error = NULL;

  g_assert_false (libvirt_admin_server_update_tls_files (server, 0, &error));
  g_assert_cmpint (virAdmServerUpdateTlsFiles (raw, 0), ==, -1);
  harness_assert_raw_error (error);
  virAdmServerFree (raw);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  admin_add_test ("/admin/server/name", test_name);
  admin_add_test ("/admin/server/client-limits", test_limits);
  admin_add_test ("/admin/server/client-limits/set", test_set_limits);
  admin_add_test ("/admin/server/client-limits/refused", test_set_limits_fails);
  admin_add_test ("/admin/server/client-limits/text", test_set_limits_text);
  admin_add_test ("/admin/server/thread-pool", test_pool);
  admin_add_test ("/admin/server/thread-pool/set", test_set_pool);
  admin_add_test ("/admin/server/thread-pool/refused", test_set_pool_fails);
  admin_add_test ("/admin/server/clients", test_clients);
  admin_add_test ("/admin/server/no-such-client", test_no_client);
  admin_add_test ("/admin/server/no-tls", test_no_tls);

  return g_test_run ();
}
