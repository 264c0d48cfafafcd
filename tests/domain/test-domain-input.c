/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The test driver looks at keys and signals and drops them; displays it does not have. */

#include "harness.h"

#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void
set_up_running (Harness *self,
                gconstpointer data)
{
  harness_set_up (self, data);
  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  harness_wait_for_events (self);
}

static void
test_send_key (Harness *self,
               gconstpointer data)
{
  guint ctrl_alt_del[] = { 29, 56, 111 };
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_domain_send_key (self->domain, LIBVIRT_KEYCODE_SET_LINUX, 50, ctrl_alt_del,
                                          G_N_ELEMENTS (ctrl_alt_del), 0, &error));
  g_assert_no_error (error);
}

/* All of them arrive at libvirt, which refuses what it cannot do. */
static void
test_send_wrong_keys (Harness *self,
                      gconstpointer data)
{
  guint many[VIR_DOMAIN_SEND_KEY_MAX_KEYS + 1] = { 0 };
  guint unknown[] = { 30, 999999 };
  g_autoptr (GError) error = NULL;

  g_assert_false (libvirt_domain_send_key (self->domain, 0, 0, many, G_N_ELEMENTS (many), 0, &error));
  g_assert_cmpint (virDomainSendKey (self->raw_domain, 0, 0, many, G_N_ELEMENTS (many), 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_false (libvirt_domain_send_key (self->domain, 0, 0, NULL, 0, 0, &error));
  g_assert_cmpint (virDomainSendKey (self->raw_domain, 0, 0, NULL, 0, 0), ==, -1);
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG);
  g_clear_error (&error);

  g_assert_false (
    libvirt_domain_send_key (self->domain, LIBVIRT_KEYCODE_SET_LINUX, 0, unknown, 2, 0, &error));
  g_assert_cmpint (virDomainSendKey (self->raw_domain, VIR_KEYCODE_SET_LINUX, 0, unknown, 2, 0), ==,
                   -1);
  harness_assert_raw_error (error);
}

static void
test_inject_nmi (Harness *self,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_domain_inject_nmi (self->domain, 0, &error));
  g_assert_no_error (error);

  g_assert_cmpint (virDomainDestroy (self->raw_domain), ==, 0);
  g_assert_false (libvirt_domain_inject_nmi (self->domain, 0, &error));
  g_assert_cmpint (virDomainInjectNMI (self->raw_domain, 0), ==, -1);
  harness_assert_raw_error (error);
}

static void
test_send_signal (Harness *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_domain_send_process_signal (
    self->domain, 1, LIBVIRT_DOMAIN_PROCESS_SIGNAL_TERM, 0, &error));
  g_assert_no_error (error);
}

static void
test_send_signal_to_others (Harness *self,
                            gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (libvirt_domain_send_process_signal (
    self->domain, G_MININT64, LIBVIRT_DOMAIN_PROCESS_SIGNAL_HUP, 0, &error));
  g_assert_cmpint (virDomainSendProcessSignal (self->raw_domain, G_MININT64,
                                               VIR_DOMAIN_PROCESS_SIGNAL_HUP, 0),
                   ==, -1);
  harness_assert_raw_error (error);
}

static void
test_no_graphics (Harness *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  int ends[2];

  g_assert_cmpint (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends), ==, 0);
  g_assert_false (libvirt_domain_open_graphics (self->domain, 0, ends[0], 0, &error));
  g_assert_cmpint (virDomainOpenGraphics (self->raw_domain, 0, ends[0], 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_cmpint (libvirt_domain_open_graphics_fd (self->domain, 0, 0, &error), ==, -1);
  g_assert_cmpint (virDomainOpenGraphicsFD (self->raw_domain, 0, 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_false (libvirt_domain_graphics_reload (
    self->domain, LIBVIRT_DOMAIN_GRAPHICS_RELOAD_TYPE_ANY, 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_SUPPORT);
#if !LIBVIR_CHECK_VERSION(10, 2, 0)
  g_assert_nonnull (strstr (error->message, "virDomainGraphicsReload() needs libvirt 10.2"));
#endif

  /* The caller's are still open. */
  g_assert_cmpint (close (ends[0]), ==, 0);
  g_assert_cmpint (close (ends[1]), ==, 0);
}

static void
test_after_close (Harness *self,
                  gconstpointer data)
{
  guint key = 30;
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_assert_no_error (error);

  g_assert_false (libvirt_domain_send_key (self->domain, 0, 0, &key, 1, 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_inject_nmi (self->domain, 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_send_process_signal (self->domain, 1, 0, 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_open_graphics (self->domain, 0, 0, 0, &error));
  harness_assert_closed (&error);
  g_assert_cmpint (libvirt_domain_open_graphics_fd (self->domain, 0, 0, &error), ==, -1);
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_graphics_reload (self->domain, 0, 0, &error));
  harness_assert_closed (&error);
}

#define ADD(path, func) \
  g_test_add ("/domain/input/" path, Harness, NULL, set_up_running, func, harness_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("send-key", test_send_key);
  ADD ("send-key/wrong", test_send_wrong_keys);
  ADD ("inject-nmi", test_inject_nmi);
  ADD ("send-signal", test_send_signal);
  ADD ("send-signal/to-others", test_send_signal_to_others);
  ADD ("no-graphics", test_no_graphics);
  ADD ("after-close", test_after_close);

  return g_test_run ();
}
