/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "harness.h"

#include <stdlib.h>

static void
assert_label (Harness *self,
              const char *expected)
{
  virSecurityLabel raw;
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtSecurityLabel) label =
    libvirt_domain_get_security_label (self->domain, &error);

  g_assert_no_error (error);
  g_assert_cmpint (virDomainGetSecurityLabel (self->raw_domain, &raw), ==, 0);
  g_assert_cmpstr (label->label, ==, raw.label);
  g_assert_cmpint (label->enforcing, ==, raw.enforcing);
  g_assert_cmpstr (label->label, ==, expected);
}

static void
test_label (Harness *self,
            gconstpointer data)
{
  assert_label (self, "");
  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  assert_label (self, "libvirt-test");
}

static void
test_copy (Harness *self,
           gconstpointer data)
{
  g_autoptr (LibvirtSecurityLabel) label = libvirt_security_label_new ();
  g_autoptr (LibvirtSecurityLabel) copy = NULL;

  label->label = g_strdup ("system_u");
  label->enforcing = TRUE;
  copy = libvirt_security_label_copy (label);
  g_assert_true (copy->label != label->label);
  g_assert_cmpstr (copy->label, ==, "system_u");
  g_assert_true (copy->enforcing);
}

/* The test driver takes note of nothing by itself: tests/live/ has a guest to remark on. */
static void
test_messages (Harness *self,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) messages = libvirt_domain_get_messages (
    self->domain, LIBVIRT_DOMAIN_MESSAGE_TYPE_TAINTING, &error);
  char **raw = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (virDomainGetMessages (self->raw_domain, &raw, VIR_DOMAIN_MESSAGE_TAINTING), ==,
                   0);
  g_assert_cmpuint (g_strv_length (messages), ==, 0);
  free (raw);

  raw = NULL;
  g_assert_null (
    libvirt_domain_get_messages (self->domain, (LibvirtDomainMessageType) (1 << 30), &error));
  g_assert_cmpint (virDomainGetMessages (self->raw_domain, &raw, 1 << 30), ==, -1);
  harness_assert_raw_error (error);
}

/* What the test driver cannot do: some of it is played in test-domain-played.c. */
static void
test_refused (Harness *self,
              gconstpointer data)
{
  virTypedParameter param = { .field = "sev-secret", .type = VIR_TYPED_PARAM_STRING };
  char secret[] = "secret";
  virSecurityLabelPtr labels = NULL;
  virTypedParameterPtr params = NULL;
  g_autoptr (GError) error = NULL;
  int n = 0;

  g_assert_null (libvirt_domain_get_security_label_list (self->domain, &error));
  g_assert_cmpint (virDomainGetSecurityLabelList (self->raw_domain, &labels), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_null (libvirt_domain_get_launch_security_info (self->domain, 0, &error));
  g_assert_cmpint (virDomainGetLaunchSecurityInfo (self->raw_domain, &params, &n, 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  param.value.s = secret;
  g_assert_false (libvirt_domain_set_launch_security_state (
    self->domain, g_variant_new_parsed ("{'sev-secret': <'secret'>}"), 0, &error));
  g_assert_cmpint (virDomainSetLaunchSecurityState (self->raw_domain, &param, 1, 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_false (libvirt_domain_set_launch_security_state (
    self->domain, g_variant_new_parsed ("{'sev-secret': <('secret',)>}"), 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG);
}

static void
test_after_close (Harness *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_assert_no_error (error);

  g_assert_null (libvirt_domain_get_security_label (self->domain, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_domain_get_security_label_list (self->domain, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_domain_get_launch_security_info (self->domain, 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_set_launch_security_state (
    self->domain, g_variant_new_parsed ("{'sev-secret': <''>}"), 0, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_domain_get_messages (self->domain, 0, &error));
  harness_assert_closed (&error);
}

#define ADD(path, func) \
  g_test_add ("/domain/security/" path, Harness, NULL, harness_set_up, func, harness_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("label", test_label);
  ADD ("label/copy", test_copy);
  ADD ("messages", test_messages);
  ADD ("refused", test_refused);
  ADD ("after-close", test_after_close);

  return g_test_run ();
}
