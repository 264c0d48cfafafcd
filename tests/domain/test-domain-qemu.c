/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What QEMU and LXC have for themselves is refused by the test driver; it works in tests/live/. */

#include "harness.h"

#include <libvirt/libvirt-lxc.h>
#include <libvirt/libvirt-qemu.h>
#include <string.h>
#include <unistd.h>

static void
test_refused (Harness *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  char *reply;

  g_assert_null (libvirt_domain_qemu_agent_command (self->domain, "{}", 1, 0, &error));
  g_assert_null (virDomainQemuAgentCommand (self->raw_domain, "{}", 1, 0));
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_null (libvirt_domain_qemu_monitor_command (self->domain, "{}", 0, &error));
  g_assert_cmpint (virDomainQemuMonitorCommand (self->raw_domain, "{}", &reply, 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_null (libvirt_connect_qemu_attach_domain (self->connect, getpid (), 0, &error));
  g_assert_null (virDomainQemuAttach (self->raw, getpid (), 0));
  harness_assert_raw_error (error);
}

static void
test_files_refused (Harness *self,
                    gconstpointer data)
{
  g_autoptr (GUnixFDList) list = g_unix_fd_list_new ();
  GUnixFDList *received = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_unix_fd_list_append (list, STDIN_FILENO, NULL), ==, 0);
  g_assert_null (libvirt_domain_qemu_monitor_command_with_files (self->domain, "{}", list, 0,
                                                                 &received, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_SUPPORT);
  g_assert_null (received);
  g_assert_cmpint (g_unix_fd_list_get_length (list), ==, 1);
}

static void
test_containers_refused (Harness *self,
                         gconstpointer data)
{
  g_autoptr (GUnixFDList) list = g_unix_fd_list_new ();
  g_autoptr (GError) error = NULL;
  int *fds;

  g_assert_null (libvirt_domain_lxc_open_namespace (self->domain, 0, &error));
  g_assert_cmpint (virDomainLxcOpenNamespace (self->raw_domain, &fds, 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  /* No namespaces are none to enter. */
  g_assert_null (libvirt_domain_lxc_enter_namespace (self->domain, list, 1, &error));
  g_assert_cmpint (virDomainLxcEnterNamespace (self->raw_domain, 0, NULL, NULL, NULL, 1), ==, -1);
  harness_assert_raw_error (error);
}

static void
test_label (Harness *self,
            gconstpointer data)
{
  g_autoptr (LibvirtSecurityModel) model = libvirt_security_model_new ();
  g_autoptr (LibvirtSecurityLabel) label = libvirt_security_label_new ();
  g_autoptr (LibvirtSecurityLabel) copy = NULL;
  g_autoptr (GError) error = NULL;

  label->label = g_strdup ("a-label");
  label->enforcing = TRUE;
  copy = libvirt_security_label_copy (label);
  g_assert_cmpstr (copy->label, ==, "a-label");
  g_assert_true (copy->label != label->label);
  g_assert_true (copy->enforcing);

  model->model = g_strdup ("no-such-system");
  g_assert_null (libvirt_domain_lxc_enter_security_label (model, label, 0, &error));
  g_assert_cmpint (virDomainLxcEnterSecurityLabel (&(virSecurityModel){ .model = "no-such-system" },
                                                   &(virSecurityLabel){ .label = "a-label" }, NULL,
                                                   0),
                   ==, -1);
  harness_assert_raw_error (error);
}

static void
test_label_too_long (Harness *self,
                     gconstpointer data)
{
  g_autoptr (LibvirtSecurityModel) model = libvirt_security_model_new ();
  g_autoptr (LibvirtSecurityLabel) label = libvirt_security_label_new ();
  g_autoptr (GError) error = NULL;

  label->label = g_strnfill (VIR_SECURITY_LABEL_BUFLEN, 'x');
  g_assert_null (libvirt_domain_lxc_enter_security_label (model, label, 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG);
  g_assert_nonnull (strstr (error->message, "longer"));
}

static void
ignore (virConnectPtr connect,
        virDomainPtr domain,
        const char *event,
        long long seconds,
        unsigned int micros,
        const char *details,
        void *opaque)
{
}

static void
test_events_refused (Harness *self,
                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (libvirt_connect_domain_qemu_monitor_event_register (
                     self->connect, self->domain, "STOP", 0, &error),
                   ==, -1);
  g_assert_cmpint (virConnectDomainQemuMonitorEventRegister (self->raw, self->raw_domain, "STOP",
                                                             ignore, NULL, NULL, 0),
                   ==, -1);
  harness_assert_raw_error (error);
}

/* Every number that libvirt has given to a registration of the connection's own is refused: events
 * go on arriving. */
static void
test_events_of_others (Harness *self,
                       gconstpointer data)
{
  for (int id = -1; id < 64; id++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (
        libvirt_connect_domain_qemu_monitor_event_deregister (self->connect, id, &error));
      g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG);
    }

  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  harness_wait_until (libvirt_domain_peek_state (self->domain) == LIBVIRT_DOMAIN_STATE_RUNNING);
}

static void
test_after_close (Harness *self,
                  gconstpointer data)
{
  g_autoptr (GUnixFDList) list = g_unix_fd_list_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_assert_no_error (error);

  g_assert_null (libvirt_domain_qemu_agent_command (self->domain, "", 0, 0, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_domain_qemu_monitor_command (self->domain, "", 0, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_domain_qemu_monitor_command_with_files (self->domain, "", NULL, 0, NULL,
                                                                 &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_connect_qemu_attach_domain (self->connect, 1, 0, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_domain_lxc_open_namespace (self->domain, 0, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_domain_lxc_enter_namespace (self->domain, list, 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_lxc_enter_cgroup (self->domain, 0, &error));
  harness_assert_closed (&error);
  g_assert_cmpint (
    libvirt_connect_domain_qemu_monitor_event_register (self->connect, NULL, NULL, 0, &error), ==, -1);
  harness_assert_closed (&error);
  g_assert_false (libvirt_connect_domain_qemu_monitor_event_deregister (self->connect, 1, &error));
  harness_assert_closed (&error);
}

#define ADD(path, func) \
  g_test_add ("/domain/qemu/" path, Harness, NULL, harness_set_up, func, harness_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("refused", test_refused);
  ADD ("refused/files", test_files_refused);
  ADD ("refused/containers", test_containers_refused);
  ADD ("label", test_label);
  ADD ("label/too-long", test_label_too_long);
  ADD ("events/refused", test_events_refused);
  ADD ("events/of-others", test_events_of_others);
  ADD ("after-close", test_after_close);

  return g_test_run ();
}
