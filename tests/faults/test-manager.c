/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * Many hosts, of which some hang, go away and come back: one daemon behind relays of which each is
 * the way to a part of them. To libvirt each URI is another host.
 */

#include <stdlib.h>

#include "../daemon.h"
#include "../harness.h"
#include "../objects/objects.h"
#include "../relay.h"

#define N_HOSTS 100
#define N_HANGING 10

typedef struct
{
  Daemon *daemon;
  Relay *relay;     /* the way to those that are all right */
  Relay *bad_relay; /* that to the others */
  LibvirtManager *manager;
  GListModel *domains;
  GPtrArray *shadow; /* what it must be made of by what it has told */
  GString *story;
  guint n_errors;
} Fixture;

static void
set_up (Fixture *self,
        gconstpointer data)
{
  const DaemonOptions options = { .more = "max_anonymous_clients = 200\n" };

  self->daemon = daemon_new (&options);
  if (self->daemon == NULL)
    return;

  self->relay = relay_new (daemon_get_socket (self->daemon));
  self->bad_relay = relay_new (daemon_get_socket (self->daemon));
  self->manager = libvirt_manager_new ();
  self->story = g_string_new (NULL);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  if (self->daemon == NULL)
    return;

  g_clear_object (&self->manager);
  g_clear_object (&self->domains);
  g_clear_pointer (&self->shadow, g_ptr_array_unref);
  harness_finish_threads (); /* nobody waits for who does not answer */
  relay_free (self->relay);
  relay_free (self->bad_relay);
  daemon_free (self->daemon);
  g_string_free (self->story, TRUE);
}

static LibvirtConnect *
add_host (Fixture *self,
          Relay *relay,
          guint number)
{
  g_autofree char *uri = daemon_dup_uri (self->daemon, relay_get_socket (relay));
  g_autofree char *numbered = g_strdup_printf ("%s&host=%u", uri, number);
  LibvirtConnect *connection =
    libvirt_manager_add (self->manager, numbered, NULL, LIBVIRT_CONNECT_FLAGS_NONE);

  g_assert_cmpint (libvirt_connect_get_state (connection), ==, LIBVIRT_CONNECT_STATE_CONNECTING);
  return connection;
}

static gboolean
is_hanging (guint i)
{
  return i % (N_HOSTS / N_HANGING) == 0;
}

static void
add_hosts (Fixture *self)
{
  relay_stall (self->bad_relay);
  for (guint i = 0; i < N_HOSTS; i++)
    add_host (self, is_hanging (i) ? self->bad_relay : self->relay, i);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->manager)), ==, N_HOSTS);
}

/* The main context is not told of links. Who has waited for long tries again, with another one. */
static void
wait_for_links (Relay *relay,
                guint at_least,
                guint at_most)
{
  while (relay_count_links (relay) < at_least || relay_count_links (relay) > at_most)
    {
      g_main_context_iteration (NULL, FALSE);
      g_thread_yield ();
    }
}

static guint
count_in_state (Fixture *self,
                LibvirtConnectState state)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->manager)); i++)
    {
      g_autoptr (LibvirtConnect) connection =
        g_list_model_get_item (G_LIST_MODEL (self->manager), i);

      n += libvirt_connect_get_state (connection) == state ? 1 : 0;
    }

  return n;
}

static void
on_items_changed (GListModel *model,
                  guint position,
                  guint removed,
                  guint added,
                  gpointer user_data)
{
  Fixture *self = user_data;

  g_assert_cmpuint (position + removed, <=, self->shadow->len);
  if (removed > 0)
    g_ptr_array_remove_range (self->shadow, position, removed);
  for (guint i = position; i < position + added; i++)
    g_ptr_array_insert (self->shadow, (int) i, g_list_model_get_item (model, i));
  g_assert_cmpuint (self->shadow->len, ==, g_list_model_get_n_items (model));
}

static void
follow_domains (Fixture *self)
{
  self->domains = g_object_ref (libvirt_manager_get_domains (self->manager));
  self->shadow = g_ptr_array_new_with_free_func (g_object_unref);
  on_items_changed (self->domains, 0, 0, g_list_model_get_n_items (self->domains), self);
  g_signal_connect (self->domains, "items-changed", G_CALLBACK (on_items_changed), self);
}

/* The model is what it has told, and has the domains in the order of their hosts. */
static void
assert_flat (Fixture *self)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->manager)); i++)
    {
      g_autoptr (LibvirtConnect) connection =
        g_list_model_get_item (G_LIST_MODEL (self->manager), i);
      GListModel *domains = libvirt_connect_get_domains (connection);

      for (guint j = 0; j < g_list_model_get_n_items (domains); j++)
        {
          g_autoptr (LibvirtDomain) domain = g_list_model_get_item (domains, j);
          g_autoptr (LibvirtDomain) flat = g_list_model_get_item (self->domains, n);

          g_assert_true (flat == domain);
          g_assert_true (g_ptr_array_index (self->shadow, n) == domain);
          n++;
        }
    }

  g_assert_cmpuint (g_list_model_get_n_items (self->domains), ==, n);
  g_assert_cmpuint (self->shadow->len, ==, n);
}

static guint
count_domains_in_state (Fixture *self,
                        LibvirtDomainState state)
{
  guint n = 0;

  for (guint i = 0; i < self->shadow->len; i++)
    n += libvirt_domain_peek_state (g_ptr_array_index (self->shadow, i)) == state ? 1 : 0;

  return n;
}

static void
suspend_raw (Fixture *self)
{
  g_autofree char *uri = daemon_dup_uri (self->daemon, NULL);
  virConnectPtr raw = virConnectOpen (uri);
  virDomainPtr domain = virDomainLookupByName (raw, "test");

  g_assert_cmpint (virDomainSuspend (domain), ==, 0);
  virDomainFree (domain);
  virConnectClose (raw);
}

static void
on_asked (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (libvirt_connect_num_of_domains_finish (LIBVIRT_CONNECT (source), result, &error),
                   ==, 1);
  g_assert_no_error (error);
  (*(guint *) user_data)++;
}

static void
ask_all (Fixture *self)
{
  guint n_asked = 0;

  for (guint i = 0; i < N_HOSTS; i++)
    {
      g_autoptr (LibvirtConnect) connection =
        g_list_model_get_item (G_LIST_MODEL (self->manager), i);

      if (!is_hanging (i))
        libvirt_connect_num_of_domains_async (connection, NULL, on_asked, &n_asked);
    }
  harness_wait_until (n_asked == N_HOSTS - N_HANGING);
}

/* What is open works, and hears of what happens, while the others hang; these work later. */
static void
test_some_hang (Fixture *self,
                gconstpointer data)
{
  if (self->daemon == NULL)
    return;

  add_hosts (self);
  follow_domains (self);
  harness_wait_until (count_in_state (self, LIBVIRT_CONNECT_STATE_OPEN) == N_HOSTS - N_HANGING &&
                      self->shadow->len == N_HOSTS - N_HANGING);
  assert_flat (self);
  suspend_raw (self);
  harness_wait_until (count_domains_in_state (self, LIBVIRT_DOMAIN_STATE_PAUSED) ==
                      N_HOSTS - N_HANGING);
  ask_all (self);
  g_assert_cmpuint (count_in_state (self, LIBVIRT_CONNECT_STATE_CONNECTING), ==, N_HANGING);
  g_assert_cmpuint (count_in_state (self, LIBVIRT_CONNECT_STATE_OPEN), ==, N_HOSTS - N_HANGING);

  relay_go_on (self->bad_relay);
  harness_wait_until (count_in_state (self, LIBVIRT_CONNECT_STATE_OPEN) == N_HOSTS &&
                      self->shadow->len == N_HOSTS);
  assert_flat (self);
  g_assert_cmpuint (count_domains_in_state (self, LIBVIRT_DOMAIN_STATE_PAUSED), ==, N_HOSTS);
}

/* The threads of those that hang end, though nobody answers them. */
static void
test_drop_while_some_hang (Fixture *self,
                           gconstpointer data)
{
  g_autoptr (LibvirtConnect) held = NULL;

  if (self->daemon == NULL)
    return;

  add_hosts (self);
  follow_domains (self);
  harness_wait_until (count_in_state (self, LIBVIRT_CONNECT_STATE_OPEN) == N_HOSTS - N_HANGING);
  wait_for_links (self->bad_relay, N_HANGING, G_MAXUINT);
  held = g_list_model_get_item (G_LIST_MODEL (self->manager), 1);
  g_assert_finalize_object (g_steal_pointer (&self->manager));
  g_assert_cmpuint (g_list_model_get_n_items (self->domains), ==, self->shadow->len);

  /* Who holds one has it. */
  g_assert_cmpint (libvirt_connect_get_state (held), ==, LIBVIRT_CONNECT_STATE_OPEN);
  g_assert_cmpint (libvirt_connect_num_of_domains (held, NULL), ==, 1);
  g_assert_finalize_object (g_steal_pointer (&held));
  harness_finish_threads ();
  wait_for_links (self->relay, 0, 0);
}

static void
test_remove_while_hanging (Fixture *self,
                           gconstpointer data)
{
  g_autoptr (LibvirtConnect) connection = NULL;
  gint64 start;

  if (self->daemon == NULL)
    return;

  relay_stall (self->bad_relay);
  connection = g_object_ref (add_host (self, self->bad_relay, 0));
  wait_for_links (self->bad_relay, 1, G_MAXUINT);
  start = g_get_monotonic_time ();
  g_assert_true (libvirt_manager_remove (self->manager, connection));
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_TIME_SPAN_SECOND);
  g_assert_cmpint (libvirt_connect_get_state (connection), ==, LIBVIRT_CONNECT_STATE_CLOSED);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->manager)), ==, 0);
  harness_finish_threads ();
}

static void
on_notify (LibvirtConnect *connection,
           GParamSpec *pspec,
           gpointer user_data)
{
  static const char *const letters = "CNOLR";
  Fixture *self = user_data;
  const GError *error = libvirt_connect_get_error (connection);

  if (g_str_equal (pspec->name, "state"))
    g_string_append_c (self->story, letters[libvirt_connect_get_state (connection)]);
  else if (g_str_equal (pspec->name, "keepalive-active"))
    g_string_append_c (self->story, 'k');
  else if (g_str_equal (pspec->name, "error"))
    g_string_append_c (self->story, error != NULL ? 'e' : '-');
  self->n_errors += error != NULL ? 1 : 0;
}

/* Nobody answers for so long that the attempt is given up; another one comes through. */
static void
test_timeout (Fixture *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  LibvirtConnect *connection;

  if (self->daemon == NULL)
    return;

  relay_stall (self->bad_relay);
  connection = add_host (self, self->bad_relay, 0);
  g_signal_connect (connection, "notify", G_CALLBACK (on_notify), self);
  g_assert_true (libvirt_connect_set_keep_alive (connection, 1, 1, &error));
  g_assert_no_error (error);
  harness_wait_until (libvirt_connect_get_error (connection) != NULL);
  g_assert_error (libvirt_connect_get_error (connection), G_IO_ERROR, G_IO_ERROR_TIMED_OUT);
  g_assert_cmpint (libvirt_connect_get_state (connection), ==, LIBVIRT_CONNECT_STATE_CONNECTING);

  relay_go_on (self->bad_relay);
  harness_wait_until (libvirt_connect_get_state (connection) == LIBVIRT_CONNECT_STATE_OPEN);
  g_assert_null (libvirt_connect_get_error (connection));
  g_assert_true (g_str_has_prefix (self->story->str, "e"));
  g_assert_true (g_str_has_suffix (self->story->str, "-kO"));
  g_assert_cmpint (libvirt_connect_num_of_domains (connection, &error), ==, 1);
  g_assert_no_error (error);
}

/* A whole host goes; that the others hear nothing is seen from what they tell. */
static void
test_one_comes_back (Fixture *self,
                     gconstpointer data)
{
  LibvirtConnect *bad;
  g_autoptr (LibvirtDomain) kept = NULL;

  if (self->daemon == NULL)
    return;

  for (guint i = 0; i < 5; i++)
    add_host (self, self->relay, i);
  bad = add_host (self, self->bad_relay, 5);
  for (guint i = 6; i < 10; i++)
    add_host (self, self->relay, i);
  follow_domains (self);
  harness_wait_until (count_in_state (self, LIBVIRT_CONNECT_STATE_OPEN) == 10 &&
                      self->shadow->len == 10);
  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (LibvirtConnect) connection =
        g_list_model_get_item (G_LIST_MODEL (self->manager), i);

      if (connection != bad)
        g_signal_connect (connection, "notify", G_CALLBACK (on_notify), self);
    }
  kept = g_list_model_get_item (self->domains, 5);

  relay_stall (self->bad_relay);
  relay_cut (self->bad_relay);
  harness_wait_until (libvirt_connect_get_state (bad) == LIBVIRT_CONNECT_STATE_RECONNECTING);
  suspend_raw (self);
  harness_wait_until (count_domains_in_state (self, LIBVIRT_DOMAIN_STATE_PAUSED) == 9);
  g_assert_cmpint (libvirt_domain_peek_state (kept), ==, LIBVIRT_DOMAIN_STATE_RUNNING);
  g_assert_cmpuint (self->shadow->len, ==, 10);

  relay_go_on (self->bad_relay);
  harness_wait_until (libvirt_connect_get_state (bad) == LIBVIRT_CONNECT_STATE_OPEN);
  g_assert_true (g_ptr_array_index (self->shadow, 5) == kept);
  g_assert_cmpint (libvirt_domain_peek_state (kept), ==, LIBVIRT_DOMAIN_STATE_PAUSED);
  g_assert_cmpstr (self->story->str, ==, "");
  assert_flat (self);
}

#define ADD(path, test) \
  g_test_add ("/faults/manager/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc,
      char **argv)
{
  objects_init (&argc, &argv);

  ADD ("some-hang", test_some_hang);
  ADD ("drop-while-some-hang", test_drop_while_some_hang);
  ADD ("remove-while-hanging", test_remove_while_hanging);
  ADD ("timeout", test_timeout);
  ADD ("one-comes-back", test_one_comes_back);

  return g_test_run ();
}
