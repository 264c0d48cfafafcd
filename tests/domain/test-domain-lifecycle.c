/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "harness.h"

#include <string.h>

static void
test_create (Harness *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_domain_create (self->domain, &error));
  g_assert_no_error (error);
  g_assert_cmpint (harness_raw_state (self), ==, VIR_DOMAIN_RUNNING);
  g_assert_cmpint (libvirt_domain_peek_state (self->domain), ==, LIBVIRT_DOMAIN_STATE_RUNNING);
  g_assert_true (libvirt_domain_peek_active (self->domain));

  g_clear_pointer (&self->raw_domain, virDomainFree);
  self->raw_domain = virDomainLookupByName (self->raw, self->name);
  g_assert_cmpint (libvirt_domain_get_id (self->domain), ==, virDomainGetID (self->raw_domain));
}

static void
test_create_running (Harness *self,
                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  g_assert_false (libvirt_domain_create (self->domain, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (error->code, !=, 0);
  g_assert_cmpint (harness_raw_state (self), ==, VIR_DOMAIN_RUNNING);
}

static void
test_create_with_flags (Harness *self,
                        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_domain_create_with_flags (self->domain, LIBVIRT_DOMAIN_CREATE_FLAGS_NONE,
                                                   &error));
  g_assert_no_error (error);
  g_assert_cmpint (harness_raw_state (self), ==, VIR_DOMAIN_RUNNING);
  g_assert_cmpint (libvirt_domain_peek_state (self->domain), ==, LIBVIRT_DOMAIN_STATE_RUNNING);
}

/* The test driver cannot start a domain paused: what fails changes nothing. */
static void
test_create_unsupported_flags (Harness *self,
                               gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (libvirt_domain_create_with_flags (
    self->domain, LIBVIRT_DOMAIN_CREATE_FLAGS_START_PAUSED, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG);
  g_assert_cmpint (harness_raw_state (self), ==, VIR_DOMAIN_SHUTOFF);
  g_assert_cmpint (libvirt_domain_peek_state (self->domain), ==, LIBVIRT_DOMAIN_STATE_SHUTOFF);
}

static void
test_suspend_resume (Harness *self,
                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);

  g_assert_true (libvirt_domain_suspend (self->domain, &error));
  g_assert_no_error (error);
  g_assert_cmpint (harness_raw_state (self), ==, VIR_DOMAIN_PAUSED);
  g_assert_cmpint (libvirt_domain_peek_state (self->domain), ==, LIBVIRT_DOMAIN_STATE_PAUSED);
  g_assert_cmpint (libvirt_domain_peek_state_reason (self->domain), ==, VIR_DOMAIN_PAUSED_USER);

  g_assert_true (libvirt_domain_resume (self->domain, &error));
  g_assert_no_error (error);
  g_assert_cmpint (harness_raw_state (self), ==, VIR_DOMAIN_RUNNING);
  g_assert_cmpint (libvirt_domain_peek_state (self->domain), ==, LIBVIRT_DOMAIN_STATE_RUNNING);
}

static void
test_suspend_inactive (Harness *self,
                       gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (libvirt_domain_suspend (self->domain, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (libvirt_domain_peek_state (self->domain), ==, LIBVIRT_DOMAIN_STATE_SHUTOFF);
}

static void
test_shutdown (Harness *self,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  g_assert_true (libvirt_domain_shutdown (self->domain, &error));
  g_assert_no_error (error);
  /* The test driver's guests obey at once. */
  g_assert_cmpint (harness_raw_state (self), ==, VIR_DOMAIN_SHUTOFF);
  g_assert_cmpint (libvirt_domain_peek_state (self->domain), ==, LIBVIRT_DOMAIN_STATE_SHUTOFF);
  g_assert_cmpint (libvirt_domain_get_id (self->domain), ==, -1);
}

static void
test_shutdown_flags (Harness *self,
                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  g_assert_true (libvirt_domain_shutdown_flags (
    self->domain, LIBVIRT_DOMAIN_SHUTDOWN_FLAG_VALUES_DEFAULT, &error));
  g_assert_no_error (error);
  g_assert_cmpint (libvirt_domain_peek_state (self->domain), ==, harness_raw_state (self));
}

static void
test_reboot (Harness *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  g_assert_true (
    libvirt_domain_reboot (self->domain, LIBVIRT_DOMAIN_REBOOT_FLAG_VALUES_DEFAULT, &error));
  g_assert_no_error (error);
  g_assert_cmpint (libvirt_domain_peek_state (self->domain), ==, harness_raw_state (self));
}

static void
test_reset (Harness *self,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean done;

  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  done = libvirt_domain_reset (self->domain, 0, &error);
  g_assert_true (done == (virDomainReset (self->raw_domain, 0) == 0));
  g_assert_true (done == (error == NULL));
}

static void
test_destroy (Harness *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  g_assert_true (libvirt_domain_destroy (self->domain, &error));
  g_assert_no_error (error);
  g_assert_cmpint (harness_raw_state (self), ==, VIR_DOMAIN_SHUTOFF);
  g_assert_cmpint (libvirt_domain_peek_state (self->domain), ==, LIBVIRT_DOMAIN_STATE_SHUTOFF);
  g_assert_true (libvirt_entity_get_exists (LIBVIRT_ENTITY (self->domain)));
}

static void
test_destroy_flags (Harness *self,
                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  g_assert_true (libvirt_domain_destroy_flags (
    self->domain, LIBVIRT_DOMAIN_DESTROY_FLAGS_VALUES_DEFAULT, &error));
  g_assert_no_error (error);
  g_assert_cmpint (harness_raw_state (self), ==, VIR_DOMAIN_SHUTOFF);
  g_assert_false (libvirt_domain_peek_active (self->domain));
}

static void
test_destroy_transient (Harness *self,
                        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = harness_domain_xml ("short-lived");
  g_autoptr (LibvirtDomain) domain = NULL;

  domain = libvirt_connect_create_domain_xml (self->connect, xml, 0, &error);
  g_assert_no_error (error);
  g_assert_false (libvirt_domain_peek_persistent (domain));
  g_assert_true (libvirt_domain_peek_active (domain));

  g_assert_true (libvirt_domain_destroy (domain, &error));
  g_assert_no_error (error);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (domain)));
  g_assert_null (virDomainLookupByName (self->raw, "short-lived"));
}

static void
test_undefine (Harness *self,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_domain_undefine (self->domain, &error));
  g_assert_no_error (error);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (self->domain)));
  g_assert_null (virDomainLookupByName (self->raw, self->name));

  g_assert_false (libvirt_domain_create (self->domain, &error));
  g_assert_nonnull (error);
}

static void
test_undefine_running (Harness *self,
                       gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  harness_wait_for_events (self);
  g_assert_true (libvirt_domain_undefine_flags (self->domain, 0, &error));
  g_assert_no_error (error);
  g_assert_cmpint (virDomainIsPersistent (self->raw_domain), ==, 0);
  g_assert_false (libvirt_domain_peek_persistent (self->domain));
  g_assert_true (libvirt_entity_get_exists (LIBVIRT_ENTITY (self->domain)));
}

static void
test_autostart (Harness *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  int autostart;

  g_assert_false (libvirt_domain_get_autostart (self->domain, &error));
  g_assert_no_error (error);

  g_assert_true (libvirt_domain_set_autostart (self->domain, TRUE, &error));
  g_assert_no_error (error);
  g_assert_cmpint (virDomainGetAutostart (self->raw_domain, &autostart), ==, 0);
  g_assert_true (autostart);
  g_assert_true (libvirt_domain_peek_autostart (self->domain));

  /* libvirt has no event for it: to ask brings the property up to date. */
  g_assert_cmpint (virDomainSetAutostart (self->raw_domain, 0), ==, 0);
  g_assert_true (libvirt_domain_peek_autostart (self->domain));
  g_assert_false (libvirt_domain_get_autostart (self->domain, &error));
  g_assert_no_error (error);
  g_assert_false (libvirt_domain_peek_autostart (self->domain));
}

static void
test_rename (Harness *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) found = NULL;
  const char *before = libvirt_domain_get_name (self->domain);
  virDomainPtr raw;

  g_assert_true (libvirt_domain_rename (self->domain, "renamed", 0, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (libvirt_domain_get_name (self->domain), ==, "renamed");
  g_assert_cmpstr (before, ==, self->name); /* what was handed out is still there */

  raw = virDomainLookupByName (self->raw, "renamed");
  g_assert_nonnull (raw);
  virDomainFree (raw);

  found = libvirt_connect_lookup_domain_by_name (self->connect, "renamed", &error);
  g_assert_no_error (error);
  g_assert_true (found == self->domain);

  g_assert_true (libvirt_domain_rename (self->domain, self->name, 0, &error));
  g_assert_no_error (error);
}

/* The test driver has no power management: the error is libvirt's own. */
static void
test_pm (Harness *self,
         gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (libvirt_domain_pm_suspend_for_duration (
    self->domain, LIBVIRT_NODE_SUSPEND_TARGET_MEM, 0, 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_SUPPORT);
  g_clear_error (&error);

  g_assert_false (libvirt_domain_pm_wakeup (self->domain, 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_SUPPORT);
}

static gboolean
raw_has (Harness *self,
         const char *text)
{
  g_autofree char *xml = virDomainGetXMLDesc (self->raw_domain, 0);

  return strstr (xml, text) != NULL;
}

static void
test_action (Harness *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (raw_has (self, "<on_poweroff>restart</on_poweroff>"));
  g_assert_true (libvirt_domain_set_lifecycle_action (
    self->domain, LIBVIRT_DOMAIN_LIFECYCLE_POWEROFF, LIBVIRT_DOMAIN_LIFECYCLE_ACTION_RESTART,
    LIBVIRT_DOMAIN_MODIFICATION_IMPACT_CONFIG, &error));
  g_assert_no_error (error);
  g_assert_true (raw_has (self, "<on_poweroff>restart</on_poweroff>"));
  g_assert_false (raw_has (self, "<on_crash>restart</on_crash>"));
}

static void
test_action_of_stopped (Harness *self,
                        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (libvirt_domain_set_lifecycle_action (
    self->domain, LIBVIRT_DOMAIN_LIFECYCLE_CRASH, LIBVIRT_DOMAIN_LIFECYCLE_ACTION_RESTART,
    LIBVIRT_DOMAIN_MODIFICATION_IMPACT_LIVE, &error));
  g_assert_cmpint (virDomainSetLifecycleAction (self->raw_domain, VIR_DOMAIN_LIFECYCLE_CRASH,
                                                VIR_DOMAIN_LIFECYCLE_ACTION_RESTART,
                                                VIR_DOMAIN_AFFECT_LIVE),
                   ==, -1);
  harness_assert_raw_error (error);
}

/* Not every test driver has it. */
static void
test_autostart_once (Harness *self,
                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean set = libvirt_domain_set_autostart_once (self->domain, TRUE, &error);

  if (set)
    g_assert_no_error (error);
  else
    g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_SUPPORT);
#if !LIBVIR_CHECK_VERSION (11, 2, 0)
  g_assert_nonnull (strstr (error->message, "virDomainSetAutostartOnce() needs libvirt 11.2"));
#endif
  g_clear_error (&error);
  g_assert_cmpint (libvirt_domain_get_autostart_once (self->domain, &error), ==, set);
  g_assert_cmpint (error == NULL, ==, set);
  g_assert_false (libvirt_domain_peek_autostart (self->domain));
}

static void
test_after_close (Harness *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_assert_no_error (error);

  g_assert_false (libvirt_domain_set_lifecycle_action (self->domain, 0, 0, 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_set_autostart_once (self->domain, TRUE, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_get_autostart_once (self->domain, &error));
  harness_assert_closed (&error);
}

#define ADD(path, func) \
  g_test_add ("/domain/lifecycle/" path, Harness, NULL, harness_set_up, func, harness_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("create", test_create);
  ADD ("create/running", test_create_running);
  ADD ("create-with-flags", test_create_with_flags);
  ADD ("create-with-flags/unsupported", test_create_unsupported_flags);
  ADD ("suspend-resume", test_suspend_resume);
  ADD ("suspend/inactive", test_suspend_inactive);
  ADD ("shutdown", test_shutdown);
  ADD ("shutdown-flags", test_shutdown_flags);
  ADD ("reboot", test_reboot);
  ADD ("reset", test_reset);
  ADD ("destroy", test_destroy);
  ADD ("destroy-flags", test_destroy_flags);
  ADD ("destroy/transient", test_destroy_transient);
  ADD ("undefine", test_undefine);
  ADD ("undefine-flags/running", test_undefine_running);
  ADD ("autostart", test_autostart);
  ADD ("rename", test_rename);
  ADD ("action", test_action);
  ADD ("action/of-stopped", test_action_of_stopped);
  ADD ("autostart-once", test_autostart_once);
  ADD ("power-management", test_pm);
  ADD ("after-close", test_after_close);

  return g_test_run ();
}
