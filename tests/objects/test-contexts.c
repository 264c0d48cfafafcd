/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Threads whose main contexts live no longer than the calls that they wait for; and the context in which
 * objects end. */

#include "objects.h"

#define N_THREADS 8
#define N_ROUNDS 3000
#define N_CALLS 4
#define N_SNAPSHOTS 500

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

static void
on_name (void)
{
  g_assert_not_reached (); /* its name never changes */
}

/* The handlers of snapshots that are not over yet, and of those the ones that ended in another thread
 * than the owner's. */
typedef struct
{
  GThread *owner;
  int n_left;      /* atomic */
  int n_elsewhere; /* atomic */
} Handlers;

static void
handler_free (gpointer data,
              GClosure *closure)
{
  Handlers *self = data;

  if (g_thread_self () != self->owner)
    g_atomic_int_inc (&self->n_elsewhere);
  g_atomic_int_add (&self->n_left, -1);
}

/* One that only the connection keeps. */
static void
add_snapshot (LibvirtDomain *domain,
              Handlers *handlers)
{
  g_autofree char *xml = g_strdup_printf ("<domainsnapshot><name>snapshot-%d</name></domainsnapshot>",
                                          handlers->n_left++);
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomainSnapshot) snapshot =
    libvirt_domain_create_snapshot_xml (domain, xml, 0, &error);

  g_assert_no_error (error);
  g_signal_connect_data (snapshot, "notify::name", G_CALLBACK (on_name), handlers, handler_free, 0);
}

static void
on_undefined (GObject *domain,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(gboolean *) user_data =
    libvirt_domain_undefine_flags_finish (LIBVIRT_DOMAIN (domain), result, &error);
  g_assert_no_error (error);
}

/* A worker finds out that they are gone, one by one; without events nobody does before. */
static void
test_ends_in_owners (Harness *self,
                     gconstpointer data)
{
  Handlers handlers = { g_thread_self () };
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;

  g_assert_true (libvirt_connect_set_event_groups (self->connect,
                                                   LIBVIRT_CONNECT_EVENT_GROUPS_NONE, &error));
  for (guint i = 0; i < N_SNAPSHOTS; i++)
    add_snapshot (self->domain, &handlers);
  libvirt_domain_undefine_flags_async (self->domain,
                                       LIBVIRT_DOMAIN_UNDEFINE_FLAGS_VALUES_SNAPSHOTS_METADATA,
                                       NULL, on_undefined, &done);
  harness_wait_until (done && g_atomic_int_get (&handlers.n_left) == 0);
  g_assert_cmpint (g_atomic_int_get (&handlers.n_elsewhere), ==, 0);
}

int
main (int argc,
      char **argv)
{
  objects_init (&argc, &argv);
  g_test_add ("/objects/contexts/short-lived", Harness, NULL, harness_set_up, test_short_lived,
              harness_tear_down);
  g_test_add ("/objects/contexts/ends-in-owners", Harness, NULL, harness_set_up, test_ends_in_owners,
              harness_tear_down);
  return g_test_run ();
}
