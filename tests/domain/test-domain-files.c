/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The test driver starts a domain with files, and drops those. */

#include "harness.h"

#include <fcntl.h>
#include <unistd.h>

static int
open_null (void)
{
  int fd = open ("/dev/null", O_RDWR | O_CLOEXEC);

  g_assert_cmpint (fd, >=, 0);
  return fd;
}

static void
test_create (Harness *self,
             gconstpointer data)
{
  int files[] = { open_null (), open_null () };
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_domain_create_with_files (self->domain, files, 2, 0, &error));
  g_assert_no_error (error);
  g_assert_cmpint (libvirt_domain_peek_state (self->domain), ==, LIBVIRT_DOMAIN_STATE_RUNNING);
  g_assert_cmpint (harness_raw_state (self), ==, VIR_DOMAIN_RUNNING);

  g_assert_false (libvirt_domain_create_with_files (self->domain, files, 2, 0, &error));
  g_assert_cmpint (virDomainCreateWithFiles (self->raw_domain, 2, files, 0), ==, -1);
  harness_assert_raw_error (error);

  /* They are still the caller's. */
  g_assert_cmpint (close (files[0]), ==, 0);
  g_assert_cmpint (close (files[1]), ==, 0);
}

static void
test_create_refused (Harness *self,
                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (libvirt_domain_create_with_files (
    self->domain, NULL, 0, LIBVIRT_DOMAIN_CREATE_FLAGS_START_PAUSED, &error));
  g_assert_cmpint (virDomainCreateWithFiles (self->raw_domain, 0, NULL, VIR_DOMAIN_START_PAUSED), ==,
                   -1);
  harness_assert_raw_error (error);
  g_assert_cmpint (libvirt_domain_peek_state (self->domain), ==, LIBVIRT_DOMAIN_STATE_SHUTOFF);
}

static void
on_done (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* The call has copies, so that the caller may close its own at once. */
static void
test_create_async (Harness *self,
                   gconstpointer data)
{
  int fd = open_null ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  libvirt_domain_create_with_files_async (self->domain, &fd, 1, 0, NULL, on_done, &result);
  g_assert_cmpint (close (fd), ==, 0);
  harness_wait_until (result != NULL);
  g_assert_true (libvirt_domain_create_with_files_finish (self->domain, result, &error));
  g_assert_no_error (error);
  g_assert_cmpint (harness_raw_state (self), ==, VIR_DOMAIN_RUNNING);
}

static void
assert_runs_and_destroy (Harness *self,
                         LibvirtDomain *domain)
{
  virDomainPtr raw = virDomainLookupByName (self->raw, libvirt_domain_get_name (domain));

  g_assert_nonnull (raw);
  g_assert_cmpint (virDomainIsActive (raw), ==, 1);
  g_assert_cmpint (virDomainIsPersistent (raw), ==, 0);
  g_assert_true (libvirt_domain_peek_active (domain));
  g_assert_false (libvirt_domain_peek_persistent (domain));
  g_assert_cmpint (virDomainDestroy (raw), ==, 0);
  virDomainFree (raw);
}

static void
test_create_xml (Harness *self,
                 gconstpointer data)
{
  g_autofree char *xml = harness_domain_xml ("with-files");
  int fd = open_null ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain =
    libvirt_connect_create_domain_xml_with_files (self->connect, xml, &fd, 1, 0, &error);

  g_assert_no_error (error);
  assert_runs_and_destroy (self, domain);
  g_assert_cmpint (close (fd), ==, 0);
}

static void
test_create_linux (Harness *self,
                   gconstpointer data)
{
  g_autofree char *xml = harness_domain_xml ("linux");
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain =
    libvirt_connect_create_domain_linux (self->connect, xml, 0, &error);

  g_assert_no_error (error);
  assert_runs_and_destroy (self, domain);
}

static void
test_malformed (Harness *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (
    libvirt_connect_create_domain_xml_with_files (self->connect, "<domain", NULL, 0, 0, &error));
  g_assert_null (virDomainCreateXMLWithFiles (self->raw, "<domain", 0, NULL, 0));
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_null (libvirt_connect_create_domain_linux (self->connect, "<domain", 0, &error));
  g_assert_null (virDomainCreateLinux (self->raw, "<domain", 0));
  harness_assert_raw_error (error);
}

static void
test_after_close (Harness *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_assert_no_error (error);

  g_assert_false (libvirt_domain_create_with_files (self->domain, NULL, 0, 0, &error));
  harness_assert_closed (&error);
  g_assert_null (
    libvirt_connect_create_domain_xml_with_files (self->connect, "", NULL, 0, 0, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_connect_create_domain_linux (self->connect, "", 0, &error));
  harness_assert_closed (&error);
}

#define ADD(path, func) \
  g_test_add ("/domain/files/" path, Harness, NULL, harness_set_up, func, harness_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("create", test_create);
  ADD ("create/refused", test_create_refused);
  ADD ("create/async", test_create_async);
  ADD ("create-xml", test_create_xml);
  ADD ("create-linux", test_create_linux);
  ADD ("malformed", test_malformed);
  ADD ("after-close", test_after_close);

  return g_test_run ();
}
