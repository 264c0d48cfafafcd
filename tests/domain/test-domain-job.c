/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The test driver has no jobs: here is only what it says to that, and that its domains can be
 * talked to. Jobs that take their time are in tests/live/. */

#include "harness.h"

static void
set_up_running (Harness *self,
                gconstpointer data)
{
  harness_set_up (self, data);
  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  harness_wait_for_events (self);
}

static void
test_control (Harness *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomainControlInfo) info = NULL;
  g_autoptr (LibvirtDomainControlInfo) copy = NULL;
  virDomainControlInfo raw;

  info = libvirt_domain_get_control_info (self->domain, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (virDomainGetControlInfo (self->raw_domain, &raw, 0), ==, 0);
  g_assert_cmpuint (info->state, ==, raw.state);
  g_assert_cmpuint (info->details, ==, raw.details);
  g_assert_cmpuint (info->state_time, ==, raw.stateTime);

  info->state_time = 7;
  copy = libvirt_domain_control_info_copy (info);
  g_assert_cmpuint (copy->state_time, ==, 7);
}

static void
test_control_of_stopped (Harness *self,
                         gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  virDomainControlInfo raw;

  g_assert_null (libvirt_domain_get_control_info (self->domain, 0, &error));
  g_assert_cmpint (virDomainGetControlInfo (self->raw_domain, &raw, 0), ==, -1);
  harness_assert_raw_error (error);
}

static void
test_new_control (void)
{
  g_autoptr (LibvirtDomainControlInfo) info = libvirt_domain_control_info_new ();

  g_assert_cmpint (info->state, ==, LIBVIRT_DOMAIN_CONTROL_STATE_OK);
}

static void
test_copy_of_info (void)
{
  g_autoptr (LibvirtDomainJobInfo) info = libvirt_domain_job_info_new ();
  g_autoptr (LibvirtDomainJobInfo) copy = NULL;

  g_assert_cmpint (info->type, ==, LIBVIRT_DOMAIN_JOB_TYPE_NONE);
  info->file_remaining = 7;
  copy = libvirt_domain_job_info_copy (info);
  g_assert_cmpuint (copy->file_remaining, ==, 7);
}

static void
test_refused (Harness *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  virTypedParameterPtr raw_params = NULL;
  virDomainJobInfo raw;
  LibvirtDomainJobType type = LIBVIRT_DOMAIN_JOB_TYPE_FAILED;
  GVariant *stats = NULL;
  int n = 0;
  int raw_type;

  g_assert_null (libvirt_domain_get_job_info (self->domain, &error));
  g_assert_cmpint (virDomainGetJobInfo (self->raw_domain, &raw), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_false (libvirt_domain_get_job_stats (self->domain, 0, &type, &stats, &error));
  g_assert_cmpint (virDomainGetJobStats (self->raw_domain, &raw_type, &raw_params, &n, 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);
  g_assert_cmpint (type, ==, LIBVIRT_DOMAIN_JOB_TYPE_FAILED);
  g_assert_null (stats);

  g_assert_false (libvirt_domain_abort_job (self->domain, &error));
  g_assert_cmpint (virDomainAbortJob (self->raw_domain), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_false (libvirt_domain_abort_job_flags (self->domain, 0, &error));
  g_assert_cmpint (virDomainAbortJobFlags (self->raw_domain, 0), ==, -1);
  harness_assert_raw_error (error);
}

static void
test_after_close (Harness *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_assert_no_error (error);

  g_assert_null (libvirt_domain_get_job_info (self->domain, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_get_job_stats (self->domain, 0, NULL, NULL, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_abort_job (self->domain, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_abort_job_flags (self->domain, 0, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_domain_get_control_info (self->domain, 0, &error));
  harness_assert_closed (&error);
}

#define ADD(path, set_up, func) \
  g_test_add ("/domain/job/" path, Harness, NULL, set_up, func, harness_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("control", set_up_running, test_control);
  ADD ("control/of-stopped", harness_set_up, test_control_of_stopped);
  g_test_add_func ("/domain/job/control/new", test_new_control);
  g_test_add_func ("/domain/job/copy-of-info", test_copy_of_info);
  ADD ("refused", set_up_running, test_refused);
  ADD ("after-close", harness_set_up, test_after_close);

  return g_test_run ();
}
