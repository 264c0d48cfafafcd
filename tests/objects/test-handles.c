/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* libvirt's own pointers under objects: swapped while calls run, and given back at the end. */

#include "daemon.h"
#include "objects.h"
#include "relay.h"

#define ADD(path, func) \
  g_test_add ("/objects/handles/" path, Harness, NULL, harness_set_up, func, harness_tear_down)

#define N_CALLERS 8
#define N_SWAPS 50

typedef struct
{
  LibvirtDomain *domain;
  int stop; /* atomic */
} Callers;

static gpointer
call_all_the_time (gpointer data)
{
  Callers *callers = data;
  guint n_calls = 0;

  while (n_calls == 0 || !g_atomic_int_get (&callers->stop))
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *xml = libvirt_domain_get_xml_desc (callers->domain, 0, &error);

      g_assert_no_error (error);
      g_assert_nonnull (xml);
      g_assert_false (libvirt_domain_is_active (callers->domain, &error));
      g_assert_no_error (error);
      g_assert_nonnull (libvirt_domain_get_name (callers->domain));
      n_calls++;
      g_usleep (500); /* libvirt's lock lets no writer in while readers come */
    }

  return GUINT_TO_POINTER (n_calls);
}

/* Each rename puts another pointer in place. */
static void
test_swaps (Harness *self,
            gconstpointer data)
{
  Callers callers = { .domain = self->domain };
  GThread *threads[N_CALLERS];
  g_autofree char *other = g_strconcat (self->name, "-swapped", NULL);

  for (guint i = 0; i < N_CALLERS; i++)
    threads[i] = g_thread_new ("caller", call_all_the_time, &callers);

  for (guint i = 0; i < N_SWAPS; i++)
    {
      g_autoptr (GError) error = NULL;
      const char *name = i % 2 == 0 ? other : self->name;

      libvirt_domain_rename (self->domain, name, 0, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (libvirt_domain_get_name (self->domain), ==, name);
      g_main_context_iteration (NULL, FALSE);
    }

  g_atomic_int_set (&callers.stop, TRUE);
  for (guint i = 0; i < N_CALLERS; i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])), >, 0);
  harness_wait_for_events (self);
  g_assert_cmpstr (libvirt_domain_get_name (self->domain), ==, self->name);
}

static void
on_notify_name (LibvirtEntity *entity,
                GParamSpec *pspec,
                gpointer user_data)
{
  g_ptr_array_add (user_data, g_strdup (libvirt_entity_get_name (entity)));
}

/* The events of a rename of our own neither repeat it nor take it back. */
static void
test_rename_is_told_once (Harness *self,
                          gconstpointer data)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  gulong id = g_signal_connect (self->domain, "notify::name", G_CALLBACK (on_notify_name), names);

  /* Those of the definition are counted as the first that are due. */
  harness_wait_for_events (self);
  libvirt_domain_rename (self->domain, "first", 0, &error);
  g_assert_no_error (error);
  libvirt_domain_rename (self->domain, "second", 0, &error);
  g_assert_no_error (error);
  harness_wait_for_events (self);
  g_assert_cmpuint (names->len, ==, 2);
  g_assert_cmpstr (names->pdata[1], ==, "second");

  g_signal_handler_disconnect (self->domain, id);
  libvirt_domain_rename (self->domain, self->name, 0, &error);
  g_assert_no_error (error);
}

static void
on_notify_drop (LibvirtDomain *domain,
                GParamSpec *pspec,
                gpointer user_data)
{
  Harness *harness = user_data;

  if (harness->domain == NULL)
    return;

  libvirt_connect_forget (harness->connect, LIBVIRT_ENTITY (domain));
  g_clear_object (&harness->domain);
  g_clear_object (&harness->connect);
}

/* Whoever hears of what a call has done drops all that the caller has. */
static void
test_dropped_in_call (Harness *self,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_signal_connect (self->domain, "notify::state", G_CALLBACK (on_notify_drop), self);
  g_assert_true (libvirt_domain_create (self->domain, &error));
  g_assert_no_error (error);
  g_assert_null (self->domain);

  self->connect = libvirt_connect_open ("test:///default", &error);
  g_assert_no_error (error);
  self->domain = libvirt_connect_lookup_domain_by_name (self->connect, self->name, &error);
  g_assert_no_error (error);
}

/* Events that nobody has heard yet must not keep the connection open either. */
static void
test_close (gboolean drop)
{
  g_autoptr (Daemon) daemon = daemon_new (NULL);
  g_autoptr (Relay) relay = NULL;
  g_autofree char *uri = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) domains = NULL;
  g_autofree char *xml = harness_domain_xml ("unknown");
  LibvirtConnect *connect;
  LibvirtDomain *first;
  guint n_sockets;

  if (daemon == NULL)
    return;

  relay = relay_new (daemon_get_socket (daemon));
  uri = daemon_dup_uri (daemon, relay_get_socket (relay));
  connect = libvirt_connect_open (uri, &error);
  g_assert_no_error (error);
  domains = libvirt_connect_list_all_domains (connect, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (domains->len, >, 0);
  g_assert_cmpuint (relay_count_links (relay), ==, 1);
  first = domains->pdata[0];
  g_assert_nonnull (libvirt_domain_get_name (first));
  /* libvirt 12 does not free the new name then, of which the address sanitizer tells. */
  libvirt_domain_rename (first, "not-possible-while-it-runs", 0, NULL);
  g_object_unref (libvirt_connect_create_domain_xml (connect, xml, 0, &error));
  g_assert_no_error (error);
  n_sockets = daemon_count_sockets (daemon);

  if (drop)
    g_clear_object (&connect);
  else
    g_assert_true (libvirt_connect_close (connect, &error));
  while (relay_count_links (relay) > 0 || daemon_count_sockets (daemon) >= n_sockets)
    objects_serve ();
  g_assert_false (libvirt_domain_suspend (first, &error));
  harness_assert_closed (&error);
  g_clear_object (&connect);
}

/* Any thread may hold a name while others rename, close and forget. */
static void
test_name_stays (Harness *self,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const char *name = libvirt_domain_get_name (self->domain);
  const char *other;

  g_assert_true (libvirt_domain_rename (self->domain, "of-another-name", 0, &error));
  g_assert_no_error (error);
  other = libvirt_domain_get_name (self->domain);
  g_assert_cmpstr (other, ==, "of-another-name");
  g_assert_true (libvirt_connect_close (self->connect, &error));
  harness_wait_for_threads ();

  g_assert_cmpstr (name, ==, self->name);
  g_assert_true (libvirt_domain_get_name (self->domain) == other);
}

static void
test_close_really_closes (void)
{
  test_close (FALSE);
}

static void
test_drop_really_closes (void)
{
  test_close (TRUE);
}

int
main (int argc,
      char **argv)
{
  objects_init (&argc, &argv);

  ADD ("swapped-during-calls", test_swaps);
  ADD ("own-rename-is-told-once", test_rename_is_told_once);
  ADD ("all-dropped-in-a-call", test_dropped_in_call);
  ADD ("a-name-stays", test_name_stays);
  g_test_add_func ("/objects/handles/close-really-closes", test_close_really_closes);
  g_test_add_func ("/objects/handles/drop-really-closes", test_drop_really_closes);

  return g_test_run ();
}
