/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "harness.h"

#include <stdlib.h>

static void
count_items_changed (GListModel *model,
                     guint position,
                     guint removed,
                     guint added,
                     gpointer user_data)
{
  g_string_append_printf (user_data, "%u-%u+%u ", position, removed, added);
}

static void
count_up (guint *n)
{
  ++*n;
}

static int
find (GListModel *list,
      const char *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (LibvirtDomain) domain = g_list_model_get_item (list, i);

      if (g_str_equal (libvirt_domain_get_name (domain), name))
        return (int) i;
    }

  return -1;
}

static GHashTable *
names_of (GListModel *list)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (LibvirtDomain) domain = g_list_model_get_item (list, i);

      g_hash_table_add (names, g_strdup (libvirt_domain_get_name (domain)));
    }
  return names;
}

static gboolean
is_as_raw (Harness *self,
           GListModel *list)
{
  g_autoptr (GHashTable) names = names_of (list);
  virDomainPtr *raw;
  int n_raw = virConnectListAllDomains (self->raw, &raw, 0);
  gboolean same = (int) g_list_model_get_n_items (list) == n_raw;

  for (int i = 0; i < n_raw; i++)
    {
      same = same && g_hash_table_contains (names, virDomainGetName (raw[i]));
      virDomainFree (raw[i]);
    }
  free (raw);
  return same;
}

static void
assert_as_raw (Harness *self,
               GListModel *list)
{
  g_assert_true (is_as_raw (self, list));
}

static void
test_fill (Harness *self,
           gconstpointer data)
{
  g_autoptr (LibvirtEntityList) property = NULL;
  g_autoptr (LibvirtDomain) found = NULL;
  gboolean loading;
  GType item_type;
  GListModel *list = libvirt_connect_get_domains (self->connect);

  g_object_get (list, "loading", &loading, "item-type", &item_type, NULL);
  g_assert_true (loading);
  g_assert_true (item_type == LIBVIRT_TYPE_DOMAIN);
  g_assert_true (g_list_model_get_item_type (list) == LIBVIRT_TYPE_DOMAIN);
  harness_get_domains (self);
  assert_as_raw (self, list);

  g_object_get (self->connect, "domains", &property, NULL);
  g_assert_true (G_LIST_MODEL (property) == list);
  found = g_list_model_get_item (list, find (list, self->name));
  g_assert_true (found == self->domain);
  g_assert_null (g_list_model_get_item (list, g_list_model_get_n_items (list)));
}

static void
test_others_come_and_go (Harness *self,
                         gconstpointer data)
{
  g_autofree char *xml = harness_domain_xml ("guest-of-others");
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autofree char *expected = NULL;
  GListModel *list = harness_get_domains (self);
  guint n = g_list_model_get_n_items (list);
  virDomainPtr raw;

  g_signal_connect (list, "items-changed", G_CALLBACK (count_items_changed), changes);
  raw = virDomainDefineXML (self->raw, xml);
  g_assert_cmpint (virDomainCreate (raw), ==, 0);
  harness_wait_until (find (list, "guest-of-others") >= 0);
  harness_wait_for_events (self);
  g_assert_cmpint (find (list, "guest-of-others"), ==, n);

  g_assert_cmpint (virDomainUndefine (raw), ==, 0);
  harness_wait_for_events (self);
  g_assert_cmpint (find (list, "guest-of-others"), ==, n); /* it still runs */
  g_assert_cmpint (virDomainDestroy (raw), ==, 0);
  harness_wait_until (find (list, "guest-of-others") < 0);
  virDomainFree (raw);

  /* What was there for a moment, to wait for events, came and went behind it. */
  expected = g_strdup_printf ("%u-0+1 %u-0+1 %u-1+0 %u-0+1 %u-1+0 %u-1+0 ", n, n + 1, n + 1, n + 1,
                              n + 1, n);
  g_assert_cmpstr (changes->str, ==, expected);
  assert_as_raw (self, list);
}

/* No main loop is run: what this program does is there at once. */
static void
test_own_changes (Harness *self,
                  gconstpointer data)
{
  g_autofree char *xml = harness_domain_xml ("own-guest");
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = NULL;
  GListModel *list = harness_get_domains (self);

  domain = libvirt_connect_define_domain_xml (self->connect, xml, &error);
  g_assert_no_error (error);
  g_assert_cmpint (find (list, "own-guest"), ==, g_list_model_get_n_items (list) - 1);
  g_assert_true (libvirt_domain_undefine (domain, &error));
  g_assert_no_error (error);
  g_assert_cmpint (find (list, "own-guest"), ==, -1);
}

/* In a thread that has a main context of its own. */
static gpointer
look_up (gpointer connect)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  LibvirtDomain *found;

  g_main_context_push_thread_default (context);
  found = libvirt_connect_lookup_domain_by_name (connect, "guest-of-others", NULL);
  g_main_context_pop_thread_default (context);
  return found;
}

/* While the list has yet to be told of what another thread has found. */
static void
test_own_changes_after_others (Harness *self,
                               gconstpointer data)
{
  g_autofree char *xml = harness_domain_xml ("guest-of-others");
  g_autofree char *own_xml = harness_domain_xml ("own-guest");
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) found = NULL;
  g_autoptr (LibvirtDomain) domain = NULL;
  GListModel *list = harness_get_domains (self);
  virDomainPtr raw = virDomainDefineXML (self->raw, xml);

  found = g_thread_join (g_thread_new ("finder", look_up, self->connect));
  g_assert_nonnull (found);
  g_assert_cmpint (find (list, "guest-of-others"), ==, -1);

  domain = libvirt_connect_define_domain_xml (self->connect, own_xml, &error);
  g_assert_no_error (error);
  g_assert_cmpint (find (list, "own-guest"), >=, 0);
  g_assert_true (libvirt_domain_undefine (domain, &error));
  g_assert_no_error (error);
  g_assert_cmpint (virDomainUndefine (raw), ==, 0);
  virDomainFree (raw);
  harness_wait_for_events (self);
}

static LibvirtDomain *
make_listed (Harness *self,
             GListModel *list,
             guint n)
{
  g_autofree char *xml = harness_domain_xml ("own-guest");
  g_autoptr (GError) error = NULL;
  LibvirtDomain *domain = libvirt_connect_define_domain_xml (self->connect, xml, &error);

  g_assert_no_error (error);
  g_assert_true (libvirt_domain_create (domain, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, n + 1);
  return domain;
}

/* What runs without a definition is there until it stops, whoever takes either away. */
static void
test_undefined_while_running (Harness *self,
                              gconstpointer data)
{
  gboolean is_own = GPOINTER_TO_INT (data);
  GListModel *list = harness_get_domains (self);
  guint n = g_list_model_get_n_items (list);
  g_autoptr (LibvirtDomain) domain = make_listed (self, list, n);
  virDomainPtr raw = virDomainLookupByName (self->raw, "own-guest");

  if (is_own)
    g_assert_true (libvirt_domain_undefine (domain, NULL));
  else
    g_assert_cmpint (virDomainUndefine (raw), ==, 0);
  harness_wait_for_events (self);
  g_assert_false (libvirt_domain_peek_persistent (domain));
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, n + 1);
  assert_as_raw (self, list);

  if (is_own)
    g_assert_true (libvirt_domain_destroy (domain, NULL));
  else
    g_assert_cmpint (virDomainDestroy (raw), ==, 0);
  virDomainFree (raw);
  harness_wait_for_events (self);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (domain)));
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, n);
  assert_as_raw (self, list);
}

static void
test_redefinition_does_not_flicker (Harness *self,
                                    gconstpointer data)
{
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autofree char *xml = virDomainGetXMLDesc (self->raw_domain, 0);
  GListModel *list = harness_get_domains (self);
  guint n_changes = 0;
  virDomainPtr raw;

  g_signal_connect (list, "items-changed", G_CALLBACK (count_items_changed), changes);
  for (int i = 0; i < 10; i++)
    {
      raw = virDomainDefineXML (self->raw, xml);
      g_assert_nonnull (raw);
      virDomainFree (raw);
    }
  harness_wait_for_events (self);
  for (const char *c = changes->str; *c != '\0'; c++)
    n_changes += *c == ' ';
  g_assert_cmpuint (n_changes, ==, 2); /* the one that is there for a moment */
}

/* It is asked after each turn of the main loop: what is dear comes last. */
static void
wait_until_as_raw (Harness *self,
                   GListModel *list)
{
  harness_wait_until (virConnectNumOfDomains (self->raw) +
                            virConnectNumOfDefinedDomains (self->raw) ==
                          (int) g_list_model_get_n_items (list) &&
                      is_as_raw (self, list));
}

#define N_MANY 600
#define N_OTHERS 7

static void
define_many (Harness *self)
{
  for (int i = 0; i < N_MANY; i++)
    {
      g_autofree char *name = g_strdup_printf ("many-%d", i);
      g_autofree char *xml = harness_domain_xml (name);

      virDomainFree (virDomainDefineXML (self->raw, xml));
    }
  harness_wait_for_events (self);
}

static void
undefine_many (Harness *self)
{
  for (int i = 0; i < N_MANY; i++)
    {
      g_autofree char *name = g_strdup_printf ("many-%d", i);
      virDomainPtr raw = virDomainLookupByName (self->raw, name);

      g_assert_cmpint (virDomainUndefine (raw), ==, 0);
      virDomainFree (raw);
    }
  harness_wait_for_events (self);
}

/* One that has heard of nothing yet. */
static LibvirtConnect *
open_another (void)
{
  g_autoptr (GError) error = NULL;
  LibvirtConnect *connect = libvirt_connect_open ("test:///default", &error);

  g_assert_no_error (error);
  return connect;
}

/* However many turns of the main loop the answer takes. */
static void
test_fill_is_one_change (Harness *self,
                         gconstpointer data)
{
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autoptr (LibvirtConnect) connect = NULL;
  g_autoptr (LibvirtDomain) known = NULL;
  g_autofree char *expected = NULL;
  GListModel *list;

  define_many (self);
  connect = open_another ();
  known = libvirt_connect_lookup_domain_by_name (connect, "many-7", NULL);
  list = libvirt_connect_get_domains (connect);
  g_signal_connect (list, "items-changed", G_CALLBACK (count_items_changed), changes);
  harness_wait_until_loaded (list);
  assert_as_raw (self, list);
  expected = g_strdup_printf ("0-0+%u ", g_list_model_get_n_items (list));
  g_assert_cmpstr (changes->str, ==, expected);

  undefine_many (self);
  wait_until_as_raw (self, list);
}

static void
count_large (GListModel *model,
             guint position,
             guint removed,
             guint added,
             gpointer user_data)
{
  guint *n_large = user_data;

  *n_large += added >= N_MANY;
}

static gpointer
come_and_go (gpointer data)
{
  Harness *self = data;

  for (int i = 0; i < 200; i++)
    {
      g_autofree char *name = g_strdup_printf ("other-%d", i % N_OTHERS);
      g_autofree char *xml = harness_domain_xml (name);
      virDomainPtr raw = virDomainLookupByName (self->raw, name);

      if (raw == NULL)
        raw = virDomainDefineXML (self->raw, xml);
      else
        g_assert_cmpint (virDomainUndefine (raw), ==, 0);
      virDomainFree (raw);
    }
  return NULL;
}

static void
undefine_others (Harness *self)
{
  for (int i = 0; i < N_OTHERS; i++)
    {
      g_autofree char *name = g_strdup_printf ("other-%d", i);
      virDomainPtr raw = virDomainLookupByName (self->raw, name);

      if (raw == NULL)
        continue;
      virDomainUndefine (raw);
      virDomainFree (raw);
    }
}

/* What is there from the beginning comes together, whatever others do meanwhile. */
static void
test_fill_while_others_change (Harness *self,
                               gconstpointer data)
{
  g_autoptr (LibvirtConnect) connect = NULL;
  guint n_large = 0;
  GThread *others;
  GListModel *list;

  define_many (self);
  connect = open_another ();
  others = g_thread_new ("others", come_and_go, self);
  list = libvirt_connect_get_domains (connect);
  g_signal_connect (list, "items-changed", G_CALLBACK (count_large), &n_large);
  harness_wait_until_loaded (list);
  g_assert_cmpuint (n_large, ==, 1);

  g_thread_join (others);
  wait_until_as_raw (self, list);
  g_assert_cmpuint (n_large, ==, 1);
  g_signal_handlers_disconnect_by_data (list, &n_large);
  undefine_others (self);
  undefine_many (self);
  wait_until_as_raw (self, list);
}

static void
test_refresh (Harness *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GListModel *list = harness_get_domains (self);

  g_assert_cmpint (virDomainSetAutostart (self->raw_domain, 1), ==, 0);
  g_assert_false (libvirt_domain_peek_autostart (self->domain));
  g_assert_true (libvirt_entity_list_refresh (LIBVIRT_ENTITY_LIST (list), &error));
  g_assert_no_error (error);
  g_assert_true (libvirt_domain_peek_autostart (self->domain));
  assert_as_raw (self, list);
}

static void
on_refreshed (GObject *source,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean *is_refreshed = user_data;

  g_assert_true (libvirt_entity_list_refresh_finish (LIBVIRT_ENTITY_LIST (source), result, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (source)), ==, 0);
  *is_refreshed = TRUE;
}

static void
make_and_list_snapshots (Harness *self,
                         LibvirtEntityList *list)
{
  g_autoptr (GError) error = NULL;

  harness_make_snapshot (self, "one");
  harness_make_snapshot (self, "two");
  g_assert_true (libvirt_entity_list_refresh (list, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
}

/* Nobody tells of snapshots. Whoever asks knows at once what others have removed, without a main loop
 * or when he is called back. */
static void
test_refresh_removes (Harness *self,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  LibvirtEntityList *list = LIBVIRT_ENTITY_LIST (libvirt_domain_get_snapshots (self->domain));
  gboolean is_refreshed = FALSE;

  harness_wait_until_loaded (list);
  make_and_list_snapshots (self, list);
  harness_delete_snapshot (self, "one", VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN);
  g_assert_true (libvirt_entity_list_refresh (list, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);

  make_and_list_snapshots (self, list);
  harness_delete_snapshot (self, "one", VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN);
  libvirt_entity_list_refresh_async (list, NULL, on_refreshed, &is_refreshed);
  harness_wait_until (is_refreshed);
}

/* No event tells that the autostart of a domain has changed. */
static void
test_interval (Harness *self,
               gconstpointer data)
{
  LibvirtEntityList *list = LIBVIRT_ENTITY_LIST (harness_get_domains (self));
  guint n_notified = 0;

  g_signal_connect_swapped (list, "notify::interval", G_CALLBACK (count_up), &n_notified);
  g_assert_cmpuint (libvirt_entity_list_get_interval (list), ==, 0);
  g_assert_false (libvirt_domain_peek_autostart (self->domain));
  g_assert_cmpint (virDomainSetAutostart (self->raw_domain, 1), ==, 0);

  libvirt_entity_list_set_interval (list, 1);
  libvirt_entity_list_set_interval (list, 1);
  g_assert_cmpuint (n_notified, ==, 1);
  harness_wait_until (libvirt_domain_peek_autostart (self->domain));

  g_object_set (list, "interval", 0, NULL);
  g_assert_cmpuint (n_notified, ==, 2);
  harness_wait_until_loaded (list);
  g_signal_handlers_disconnect_by_data (list, &n_notified);
}

static void
test_closed (Harness *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtEntityList) list = LIBVIRT_ENTITY_LIST (g_object_ref (harness_get_domains (self)));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));

  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_assert_false (libvirt_entity_list_refresh (list, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_CONN);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n);

  /* The list keeps its items, but not the connection. */
  g_assert_finalize_object (self->connect);
  self->connect = libvirt_connect_open ("test:///default", NULL);
  harness_wait_for_threads ();
  g_assert_finalize_object (g_steal_pointer (&list));
}

#define ADD_WITH(path, data, func) \
  g_test_add ("/entity-list/" path, Harness, GINT_TO_POINTER (data), harness_set_up, func, \
              harness_tear_down)
#define ADD(path, func) ADD_WITH (path, 0, func)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("fill", test_fill);
  ADD ("others-come-and-go", test_others_come_and_go);
  ADD ("own-changes", test_own_changes);
  ADD ("own-changes/after-others", test_own_changes_after_others);
  ADD_WITH ("undefined-while-running/own", TRUE, test_undefined_while_running);
  ADD_WITH ("undefined-while-running/others", FALSE, test_undefined_while_running);
  ADD ("redefinition-does-not-flicker", test_redefinition_does_not_flicker);
  ADD ("fill-is-one-change", test_fill_is_one_change);
  ADD ("fill-while-others-change", test_fill_while_others_change);
  ADD ("refresh", test_refresh);
  ADD ("refresh/what-others-removed", test_refresh_removes);
  ADD ("interval", test_interval);
  ADD ("closed", test_closed);

  return g_test_run ();
}
