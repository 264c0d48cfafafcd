/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Threads whose main contexts live no longer than the calls that they wait for. */

#include "objects.h"

#define N_THREADS 8
#define N_ROUNDS 3000
#define N_CALLS 4

static void
on_info (GObject *domain,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomainInfo) info =
    libvirt_domain_get_info_finish (LIBVIRT_DOMAIN (domain), result, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (info->nr_virt_cpu, ==, 2);
  (*(guint *) user_data)--;
}

static void
ask_in_context (LibvirtDomain *domain)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  guint n_left = N_CALLS;

  g_main_context_push_thread_default (context);
  for (guint i = 0; i < N_CALLS; i++)
    libvirt_domain_get_info_async (domain, NULL, on_info, &n_left);
  while (n_left > 0)
    g_main_context_iteration (context, TRUE);
  g_main_context_pop_thread_default (context);
}

static void
ask_many_times (gpointer domain)
{
  for (guint i = 0; i < N_ROUNDS; i++)
    ask_in_context (domain);
}

/* The last call's worker may still be at it when the context goes. */
static void
test_short_lived (Harness *self,
                  gconstpointer data)
{
  ObjectsThread threads[N_THREADS];

  for (guint i = 0; i < N_THREADS; i++)
    objects_thread_start (&threads[i], ask_many_times, self->domain);
  for (guint i = 0; i < N_THREADS; i++)
    objects_thread_wait (&threads[i]);
}

int
main (int argc,
      char **argv)
{
  objects_init (&argc, &argv);
  g_test_add ("/objects/contexts/short-lived", Harness, NULL, harness_set_up, test_short_lived,
              harness_tear_down);
  return g_test_run ();
}
