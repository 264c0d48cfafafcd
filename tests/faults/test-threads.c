/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * Threads that end soon after they have waited for an answer beside others. libvirt before 10.4 goes
 * on using the stack of such a thread (CVE-2024-4418); nothing of ours may make it do so.
 */

#include <libvirt-gobj/libvirt-gobj.h>

#include "../daemon.h"
#include "../harness.h"

#define N_AT_ONCE 8
#define N_ROUNDS 400

static gpointer
call (gpointer connect)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (libvirt_connect_num_of_domains (connect, &error), ==, 1);
  g_assert_no_error (error);
  return NULL;
}

static void
test_short_lived (void)
{
  g_autoptr (Daemon) daemon = daemon_new (NULL);
  g_autoptr (LibvirtConnect) connect = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = NULL;

  if (daemon == NULL)
    return;

  uri = daemon_dup_uri (daemon, NULL);
  connect = libvirt_connect_open (uri, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      GThread *threads[N_AT_ONCE];

      for (guint k = 0; k < N_AT_ONCE; k++)
        threads[k] = g_thread_new ("caller", call, connect);
      for (guint k = 0; k < N_AT_ONCE; k++)
        g_thread_join (threads[k]);
    }

  g_clear_object (&connect);
  harness_finish_threads ();
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/faults/threads/short-lived", test_short_lived);

  return g_test_run ();
}
