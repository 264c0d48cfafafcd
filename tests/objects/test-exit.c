/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* A process may end at any moment, whatever its threads are doing, without a crash and without a
 * word. The children are this program itself, started with the URI and how long to live.
 *
 * One moment is left out: the millisecond in which libvirt initialises itself. OpenSSL, which is
 * in libvirt's train, crashes when it is torn down in one thread while it is set up in another. */

#include <stdlib.h>
#include <sys/wait.h>

#include "daemon.h"
#include "objects.h"

#define N_CHILDREN (HARNESS_HAS_SANITIZER ? 10 : 50)

static const char *program;

static gpointer
open_and_close (gpointer uri)
{
  while (TRUE)
    {
      g_autoptr (LibvirtConnect) connect = libvirt_connect_open (uri, NULL);
      g_autoptr (GPtrArray) domains G_GNUC_UNUSED =
        connect != NULL ? libvirt_connect_list_all_domains (connect, 0, NULL) : NULL;
    }
  return NULL;
}

static gpointer
make_events (gpointer domain)
{
  while (TRUE)
    {
      libvirt_domain_suspend (domain, NULL);
      libvirt_domain_resume (domain, NULL);
    }
  return NULL;
}

static void
on_done (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  g_free (libvirt_domain_get_xml_desc_finish (LIBVIRT_DOMAIN (source), result, NULL));
  libvirt_domain_get_xml_desc_async (LIBVIRT_DOMAIN (source), 0, NULL, on_done, NULL);
}

static gpointer
exit_soon (gpointer usec)
{
  g_usleep (GPOINTER_TO_UINT (usec));
  exit (0);
}

static int
be_child (char *uri,
          guint usec)
{
  LibvirtConnect *connect;
  LibvirtDomain *domain = NULL;

  libvirt_initialize (NULL);
  g_thread_unref (g_thread_new ("opener", open_and_close, uri));
  if (usec % 2 == 0)
    g_thread_unref (g_thread_new ("exit", exit_soon, GUINT_TO_POINTER (usec)));

  connect = libvirt_connect_open (uri, NULL);
  if (connect != NULL)
    domain = libvirt_connect_lookup_domain_by_name (connect, "test", NULL);
  if (domain != NULL)
    {
      g_thread_unref (g_thread_new ("events", make_events, domain));
      for (guint i = 0; i < 8; i++)
        libvirt_domain_get_xml_desc_async (domain, 0, NULL, on_done, NULL);
    }

  /* Either the main thread leaves main(), or another one exits while this one runs. */
  for (gint64 end = g_get_monotonic_time () + usec; g_get_monotonic_time () < end || usec % 2 == 0;)
    {
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (100);
    }
  return 0;
}

static void
assert_silent (const char *uri,
               guint usec)
{
  g_autofree char *life = g_strdup_printf ("%u", usec);
  const char *arguments[] = { program, "--child", uri, life, NULL };
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, &errors,
                &status, &error);
  g_assert_no_error (error);
  if (status != 0)
    g_test_message ("ended with status %d after %u us", status, usec);
  g_assert_cmpstr (errors, ==, "");
  g_assert_cmpstr (output, ==, "");
  g_assert_cmpint (status, ==, 0);
}

static void
test_local (void)
{
  for (guint i = 0; i < N_CHILDREN; i++)
    assert_silent ("test:///default", (guint) g_test_rand_int_range (0, 60000));
}

static void
test_remote (void)
{
  g_autoptr (Daemon) daemon = daemon_new (NULL);
  g_autofree char *uri = NULL;

  if (daemon == NULL)
    return;

  uri = daemon_dup_uri (daemon, NULL);
  for (guint i = 0; i < N_CHILDREN; i++)
    assert_silent (uri, (guint) g_test_rand_int_range (0, 120000));
}

int
main (int argc,
      char **argv)
{
  if (argc == 4 && g_str_equal (argv[1], "--child"))
    {
      if (g_strcmp0 (g_getenv ("EVENT_LOOP"), "context") == 0)
        libvirt_event_register_default_impl (NULL);
      return be_child (argv[2], (guint) atoi (argv[3]));
    }

  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/objects/exit/local", test_local);
  g_test_add_func ("/objects/exit/remote", test_remote);

  return g_test_run ();
}
