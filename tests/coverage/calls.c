/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * Makes calls for recorder.py to look for: some through the library, others with a connection of its
 * own. Prints what libvirt's last error was after one that failed.
 */

#include <libvirt-gobj/libvirt-gobj.h>
#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>
#include <sys/wait.h>
#include <unistd.h>

static void
quiet (void *opaque, virErrorPtr error)
{
}

static void
call_ours (LibvirtConnect *connect)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = libvirt_connect_lookup_domain_by_name (connect, "test", &error);

  g_assert_no_error (error);
  g_assert_true (libvirt_domain_suspend (domain, &error));
  g_assert_null (libvirt_connect_lookup_domain_by_name (connect, "nobody", &error));
}

/* A child that ends without any clean-up. */
static void
call_in_child (void)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    _exit (libvirt_connect_open_read_only ("test:///default", NULL) != NULL ? 0 : 1);

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
}

static void
call_raw (void)
{
  virConnectPtr raw = virConnectOpen ("test:///default");
  virDomainPtr domain = virDomainLookupByName (raw, "test");

  g_assert_cmpint (virDomainShutdown (domain), ==, 0);
  g_assert_null (virDomainLookupByID (raw, 1000));
  g_print ("%d\n", virGetLastErrorCode ());
  virDomainFree (domain);
  virConnectClose (raw);
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtConnect) connect = NULL;

  call_in_child ();
  connect = libvirt_connect_open ("test:///default", &error);
  g_assert_no_error (error);
  virSetErrorFunc (NULL, quiet);
  call_ours (connect);
  call_raw ();
  return 0;
}
