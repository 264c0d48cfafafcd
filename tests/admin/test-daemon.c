/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What a daemon logs where, and when it ends. */

#include <stdlib.h>
#include <sys/wait.h>

#include "admin.h"

static void
assert_raw_filters (Admin *self,
                    const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *ours = libvirt_admin_connect_get_logging_filters (self->connect, 0, &error);
  char *filters = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (virAdmConnectGetLoggingFilters (self->raw, &filters, 0), >=, 0);
  g_assert_cmpstr (filters != NULL ? filters : "", ==, ours);
  g_assert_cmpstr (g_strchomp (ours), ==, expected);
  free (filters);
}

static void
test_filters (Admin *self)
{
  g_autoptr (GError) error = NULL;

  assert_raw_filters (self, "");
  g_assert_true (
    libvirt_admin_connect_set_logging_filters (self->connect, "1:qemu 3:rpc", 0, &error));
  g_assert_no_error (error);
  assert_raw_filters (self, "1:*qemu* 3:*rpc*");
  g_assert_true (libvirt_admin_connect_set_logging_filters (self->connect, NULL, 0, &error));
  g_assert_no_error (error);
  assert_raw_filters (self, "");
}

static void
test_filters_refused (Admin *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (libvirt_admin_connect_set_logging_filters (self->connect, "9:qemu", 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG);
  g_assert_cmpint (virAdmConnectSetLoggingFilters (self->raw, "9:qemu", 0), ==, -1);
  harness_assert_raw_error (error);
  assert_raw_filters (self, "");
}

static void
assert_raw_outputs (Admin *self,
                    const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *ours = libvirt_admin_connect_get_logging_outputs (self->connect, 0, &error);
  char *outputs = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (virAdmConnectGetLoggingOutputs (self->raw, &outputs, 0), ==, 1);
  g_assert_cmpstr (ours, ==, outputs);
  g_assert_cmpstr (ours, ==, expected);
  free (outputs);
}

/* All that the daemon does is written there from then on. */
static void
test_outputs (Admin *self)
{
  g_autofree char *file = g_build_filename (daemon_get_run_dir (self->daemon), "more.log", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *log = NULL;

  assert_raw_outputs (self, "3:file:/run/libvirtd.log");
  g_assert_true (libvirt_admin_connect_set_logging_outputs (self->connect,
                                                            "1:file:/run/more.log", 0, &error));
  g_assert_no_error (error);
  assert_raw_outputs (self, "1:file:/run/more.log");
  g_assert_null (libvirt_admin_connect_list_servers (self->connect, 1, NULL));
  g_assert_true (g_file_get_contents (file, &log, NULL, &error));
  g_assert_no_error (error);
  g_assert_nonnull (strstr (log, "unsupported flags (0x1)"));

  g_assert_true (libvirt_admin_connect_set_logging_outputs (self->connect, NULL, 0, &error));
  g_assert_no_error (error);
  assert_raw_outputs (self, "3:stderr");
}

static void
test_outputs_refused (Admin *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (
    libvirt_admin_connect_set_logging_outputs (self->connect, "1:nowhere", 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG);
  g_assert_cmpint (virAdmConnectSetLoggingOutputs (self->raw, "1:nowhere", 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_false (
    libvirt_admin_connect_set_logging_outputs (self->connect, "1:file:/no/folder", 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_SYSTEM_ERROR);
  assert_raw_outputs (self, "3:file:/run/libvirtd.log");
}

/* Whoever started the daemon still has to find it there. */
static void
wait_for_end (Admin *self)
{
  siginfo_t info;

  g_assert_cmpint (waitid (P_PID, (id_t) daemon_get_pid (self->daemon), &info, WEXITED | WNOWAIT),
                   ==, 0);
  g_assert_cmpint (info.si_code, ==, CLD_EXITED);
}

static void
test_timeout (Admin *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (libvirt_admin_connect_set_daemon_timeout (self->connect, 1, 1, &error));
  g_assert_cmpint (virAdmConnectSetDaemonTimeout (self->raw, 1, 1), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_true (libvirt_admin_connect_set_daemon_timeout (self->connect, 1, 0, &error));
  g_assert_no_error (error);
  g_assert_finalize_object (g_steal_pointer (&self->connect));
  harness_finish_threads ();
  g_assert_cmpint (virAdmConnectClose (g_steal_pointer (&self->raw)), ==, 0);
  wait_for_end (self);
}

#if LIBVIR_CHECK_VERSION(11, 2, 0)

static void
on_closed (LibvirtAdminConnect *connect,
           LibvirtConnectCloseReason reason,
           gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

static void
test_shutdown (Admin *self)
{
  g_autoptr (GError) error = NULL;
  gboolean closed = FALSE;

  g_signal_connect (self->connect, "closed", G_CALLBACK (on_closed), &closed);
  /* libvirt 12 may hang up before it answers. */
  if (!libvirt_admin_connect_daemon_shutdown (
        self->connect, LIBVIRT_ADMIN_CONNECT_DAEMON_SHUTDOWN_FLAGS_NONE, &error))
    g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_SYSTEM_ERROR);
  wait_for_end (self);
  harness_wait_until (closed);
}

#else

static void
test_shutdown (Admin *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (libvirt_admin_connect_daemon_shutdown (
    self->connect, LIBVIRT_ADMIN_CONNECT_DAEMON_SHUTDOWN_FLAGS_NONE, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_SUPPORT);
  g_assert_nonnull (strstr (error->message, "11.2.0"));
}

#endif

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  admin_add_test ("/admin/daemon/logging-filters", test_filters);
  admin_add_test ("/admin/daemon/logging-filters/refused", test_filters_refused);
  admin_add_test ("/admin/daemon/logging-outputs", test_outputs);
  admin_add_test ("/admin/daemon/logging-outputs/refused", test_outputs_refused);
  admin_add_test ("/admin/daemon/timeout", test_timeout);
  admin_add_test ("/admin/daemon/shutdown", test_shutdown);

  return g_test_run ();
}
