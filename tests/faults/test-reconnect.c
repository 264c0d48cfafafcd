/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * What there is after a connection was opened again, and what may be done with it meanwhile.
 */

#include "../objects/objects.h"
#include "reconnecting.h"

static void
suspend_raw (virConnectPtr raw)
{
  virDomainPtr domain = virDomainLookupByName (raw, "test");

  g_assert_cmpint (virDomainSuspend (domain), ==, 0);
  virDomainFree (domain);
}

/* The same is found, and nothing is said to have changed. */
static void
test_same (Reconnecting *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) again = NULL;
  virConnectPtr raw;

  if (self->daemon == NULL)
    return;

  reconnecting_kill_daemon (self);
  g_assert_cmpstr (self->story->str, ==, "LcR");
  g_assert_cmpuint (self->n_attempts, ==, 1);
  g_assert_cmpuint (self->last_delay, >=, 400);
  g_assert_cmpuint (self->last_delay, <=, 600);
  reconnecting_restart_daemon (self);
  g_assert_cmpstr (self->story->str, ==, "LcRO");

  again = libvirt_connect_lookup_domain_by_name (self->connect, "test", &error);
  g_assert_no_error (error);
  g_assert_true (again == self->domain);
  g_assert_cmpuint (g_list_model_get_n_items (self->domains), ==, 1);

  /* Events are those of the new daemon. */
  raw = reconnecting_open_raw (self);
  suspend_raw (raw);
  harness_wait_until (libvirt_domain_peek_state (self->domain) == LIBVIRT_DOMAIN_STATE_PAUSED);
  g_assert_cmpstr (self->story->str, ==, "LcROss"); /* and the reason */
  virConnectClose (raw);

  g_assert_true (libvirt_domain_resume (self->domain, &error));
  g_assert_no_error (error);
}

/* It runs as before, but not as the same instance. */
static void
test_restarted (Reconnecting *self, gconstpointer data)
{
  virConnectPtr raw;
  virDomainPtr domain;

  if (self->daemon == NULL)
    return;

  raw = reconnecting_open_raw (self);
  domain = virDomainLookupByName (raw, "test");
  g_assert_cmpint (libvirt_domain_get_id (self->domain), ==, (int) virDomainGetID (domain));
  relay_cut (self->relay);
  g_assert_cmpint (virDomainDestroy (domain), ==, 0);
  g_assert_cmpint (virDomainCreate (domain), ==, 0);
  harness_wait_until (reconnecting_has_state (self, LIBVIRT_CONNECT_STATE_RECONNECTING));
  harness_wait_until (reconnecting_has_state (self, LIBVIRT_CONNECT_STATE_OPEN));

  virDomainFree (domain);
  domain = virDomainLookupByName (raw, "test");
  g_assert_cmpint (libvirt_domain_get_id (self->domain), ==, (int) virDomainGetID (domain));
  g_assert_true (strchr (self->story->str, 'i') != NULL);
  virDomainFree (domain);
  virConnectClose (raw);
}

/* What has changed, come and gone is told before the connection is said to be open. */
static void
test_differences (Reconnecting *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = harness_domain_xml ("goes");
  g_autoptr (LibvirtDomain) gone = NULL;

  if (self->daemon == NULL)
    return;

  gone = libvirt_connect_define_domain_xml (self->connect, xml, &error);
  g_assert_no_error (error);
  g_assert_true (libvirt_domain_suspend (self->domain, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (self->story->str, ==, "-0+1ss");
  g_string_truncate (self->story, 0);

  reconnecting_kill_daemon (self);
  reconnecting_restart_daemon (self);
  g_assert_cmpint (libvirt_domain_peek_state (self->domain), ==, LIBVIRT_DOMAIN_STATE_RUNNING);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (gone)));
  g_assert_cmpuint (g_list_model_get_n_items (self->domains), ==, 1);
  g_assert_true (g_str_equal (self->story->str, "LcRss-1+0O"));

  g_assert_false (libvirt_domain_create (gone, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_DOMAIN);
}

/* Numbers of libvirt's protocol. */
enum
{
  LIST_ALL_DOMAINS = 273,
  DOMAIN_LIST_ALL_SNAPSHOTS = 274,
  LIST_ALL_STORAGE_POOLS = 281,
  STORAGE_POOL_LIST_ALL_VOLUMES = 282,
  LIST_ALL_NETWORKS = 283,
  LIST_ALL_INTERFACES = 284,
  LIST_ALL_NODE_DEVICES = 285,
  GET_ALL_DOMAIN_STATS = 344,
};

#define N_LISTS 8

/* Live lists, and how often the daemon is asked for each. */
typedef struct
{
  GListModel *list;
  guint procedure;
  guint n_by_load; /* how many such calls one load takes */
  guint n_before;
} Counted;

static void
count_before (Reconnecting *self, Counted *counted)
{
  for (guint i = 0; i < N_LISTS; i++)
    counted[i].n_before = relay_count_calls (self->relay, counted[i].procedure);
}

static guint
count_since (Reconnecting *self, const Counted *counted)
{
  return relay_count_calls (self->relay, counted->procedure) - counted->n_before;
}

static void
get_lists (Reconnecting *self, Counted *counted)
{
  g_autoptr (GError) error = NULL;
  LibvirtConnect *c = self->connect;
  LibvirtStoragePool *pool =
      libvirt_connect_lookup_storage_pool_by_name (c, "default-pool", &error);
  const Counted all[N_LISTS] = {
    { self->domains, GET_ALL_DOMAIN_STATS },
    { libvirt_connect_get_networks (c), LIST_ALL_NETWORKS },
    { libvirt_connect_get_storage_pools (c), LIST_ALL_STORAGE_POOLS },
    { libvirt_connect_get_interfaces (c), LIST_ALL_INTERFACES },
    { libvirt_connect_get_node_devices (c), LIST_ALL_NODE_DEVICES },
    { libvirt_domain_get_snapshots (self->domain), DOMAIN_LIST_ALL_SNAPSHOTS },
    { libvirt_storage_pool_get_volumes (pool), STORAGE_POOL_LIST_ALL_VOLUMES },
    { self->domains, LIST_ALL_DOMAINS },
  };

  g_assert_no_error (error);
  memcpy (counted, all, sizeof all);
  for (guint i = 0; i < N_LISTS; i++)
    harness_wait_until_loaded (counted[i].list);
  g_object_unref (pool); /* the connection has it */
}

/* The first one: later ones leave out what events tell, but nothing is known of a new daemon. */
static void
count_one_load (Reconnecting *self, Counted *counted)
{
  for (guint i = 0; i < N_LISTS; i++)
    {
      counted[i].n_by_load = relay_count_calls (self->relay, counted[i].procedure);
      g_assert_cmpuint (counted[i].n_by_load, >, 0);
    }
}

/* Whether there is anything in them or not. */
static void
test_one_load (Reconnecting *self, gconstpointer data)
{
  Counted counted[N_LISTS];

  if (self->daemon == NULL)
    return;

  get_lists (self, counted);
  count_one_load (self, counted);
  count_before (self, counted);
  reconnecting_kill_daemon (self);
  reconnecting_restart_daemon (self);

  for (guint i = 0; i < N_LISTS; i++)
    {
      harness_wait_until_loaded (counted[i].list);
      g_assert_null (libvirt_entity_list_get_error (LIBVIRT_ENTITY_LIST (counted[i].list)));
      g_assert_cmpuint (count_since (self, &counted[i]), ==, counted[i].n_by_load);
    }
  g_assert_cmpstr (self->story->str, ==, "LcRO");
}

/* Those that are gone stood beside each other. */
static void
test_gone_together (Reconnecting *self, gconstpointer data)
{
  static const char *const names[] = { "goes", "goes-too", "goes-as-well" };

  if (self->daemon == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *xml = harness_domain_xml (names[i]);
      g_autoptr (LibvirtDomain) domain =
          libvirt_connect_define_domain_xml (self->connect, xml, NULL);

      g_assert_nonnull (domain);
    }
  g_assert_cmpstr (self->story->str, ==, "-0+1-0+1-0+1");
  g_string_truncate (self->story, 0);

  reconnecting_kill_daemon (self);
  reconnecting_restart_daemon (self);
  g_assert_cmpstr (self->story->str, ==, "LcR-3+0O");
}

static void
close_connection (LibvirtConnect *connect)
{
  if (libvirt_connect_get_state (connect) != LIBVIRT_CONNECT_STATE_CLOSED)
    g_assert_true (libvirt_connect_close (connect, NULL));
}

/* What a handler of a live list may do with the connection that is just coming back. */
static void
close_once_filled (GListModel *list, guint position, guint removed, guint added, gpointer user_data)
{
  Reconnecting *self = user_data;

  close_connection (self->connect);
}

static void
test_close_in_list (Reconnecting *self, gconstpointer data)
{
  g_autofree char *xml = harness_domain_xml ("goes");
  g_autoptr (LibvirtDomain) domain = NULL;

  if (self->daemon == NULL)
    return;

  domain = libvirt_connect_define_domain_xml (self->connect, xml, NULL);
  libvirt_domain_get_snapshots (self->domain); /* another list that would be filled */
  g_signal_connect (self->domains, "items-changed", G_CALLBACK (close_once_filled), self);
  reconnecting_kill_daemon (self);
  daemon_restart (self->daemon);
  harness_wait_until (reconnecting_has_state (self, LIBVIRT_CONNECT_STATE_CLOSED));
  harness_finish_threads ();
  g_assert_cmpstr (self->story->str, ==, "-0+1LcR-1+0C");
}

static gboolean
is_known_to_be_lost (Reconnecting *self)
{
  g_autoptr (GError) error = NULL;

  libvirt_connect_num_of_domains (self->connect, &error);
  return g_error_matches (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_CONN);
}

/* A nested main loop in which the connection is lost once more, and no other attempt is made before
 * this one has come to its end. */
static void
lose_once_filled (GListModel *list, guint position, guint removed, guint added, gpointer user_data)
{
  Reconnecting *self = user_data;

  g_signal_handlers_disconnect_by_func (list, lose_once_filled, self);
  self->n_attempts = 0;
  daemon_kill (self->daemon);
  harness_wait_until (is_known_to_be_lost (self));
  daemon_restart (self->daemon);
}

static void
test_lose_in_list (Reconnecting *self, gconstpointer data)
{
  g_autofree char *xml = harness_domain_xml ("goes");
  g_autoptr (LibvirtDomain) domain = NULL;

  if (self->daemon == NULL)
    return;

  domain = libvirt_connect_define_domain_xml (self->connect, xml, NULL);
  g_signal_connect (self->domains, "items-changed", G_CALLBACK (lose_once_filled), self);
  reconnecting_kill_daemon (self);
  daemon_restart (self->daemon);
  harness_wait_until (reconnecting_has_state (self, LIBVIRT_CONNECT_STATE_OPEN));
  g_assert_cmpuint (self->n_attempts, >, 0);
  g_assert_cmpuint (g_list_model_get_n_items (self->domains), ==, 1);
  g_assert_true (libvirt_domain_suspend (self->domain, NULL));
  g_assert_true (g_str_has_suffix (self->story->str, "Oss"));
}

static void
test_close (Reconnecting *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  if (self->daemon == NULL)
    return;

  reconnecting_kill_daemon (self);
  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_assert_cmpstr (self->story->str, ==, "LcRC");
  g_assert_false (libvirt_domain_suspend (self->domain, &error));
  harness_assert_closed (&error);

  daemon_restart (self->daemon);
  harness_finish_threads ();
  g_assert_true (reconnecting_has_state (self, LIBVIRT_CONNECT_STATE_CLOSED));
}

static void
drop_connection (LibvirtConnect *connect, guint attempt, guint delay, gpointer user_data)
{
  Reconnecting *self = user_data;

  g_clear_object (&self->connect);
}

static void
test_drop_in_handler (Reconnecting *self, gconstpointer data)
{
  if (self->daemon == NULL)
    return;

  g_signal_connect (self->connect, "reconnecting", G_CALLBACK (drop_connection), self);
  daemon_kill (self->daemon);
  harness_wait_until (self->connect == NULL);
  g_assert_null (libvirt_entity_get_connection (LIBVIRT_ENTITY (self->domain)));
}

static void
test_close_in_handler (Reconnecting *self, gconstpointer data)
{
  if (self->daemon == NULL)
    return;

  g_signal_connect (self->connect, data, G_CALLBACK (close_connection), NULL);
  daemon_kill (self->daemon);
  harness_wait_until (reconnecting_has_state (self, LIBVIRT_CONNECT_STATE_CLOSED));
  daemon_restart (self->daemon);
  harness_finish_threads ();
  g_assert_true (reconnecting_has_state (self, LIBVIRT_CONNECT_STATE_CLOSED));
}

/* An attempt is under way, and nobody answers. */
static void
test_drop_while_opening (Reconnecting *self, gconstpointer data)
{
  if (self->daemon == NULL)
    return;

  daemon_freeze (self->daemon);
  relay_cut (self->relay);
  harness_wait_until (reconnecting_has_state (self, LIBVIRT_CONNECT_STATE_RECONNECTING));
  while (relay_count_links (self->relay) != 1)
    g_main_context_iteration (NULL, FALSE);
  g_clear_object (&self->connect);
  daemon_thaw (self->daemon);
}

int
main (int argc, char **argv)
{
  objects_init (&argc, &argv);

  RECONNECTING_ADD ("same", NULL, test_same);
  RECONNECTING_ADD ("restarted", NULL, test_restarted);
  RECONNECTING_ADD ("differences", NULL, test_differences);
  RECONNECTING_ADD ("one-load-for-each-list", NULL, test_one_load);
  RECONNECTING_ADD ("gone-together", NULL, test_gone_together);
  RECONNECTING_ADD ("close-in-list", NULL, test_close_in_list);
  RECONNECTING_ADD ("lose-in-list", NULL, test_lose_in_list);
  RECONNECTING_ADD ("close", NULL, test_close);
  RECONNECTING_ADD ("drop-in-handler", NULL, test_drop_in_handler);
  RECONNECTING_ADD ("close-in-handler/closed", "closed", test_close_in_handler);
  RECONNECTING_ADD ("close-in-handler/reconnecting", "reconnecting", test_close_in_handler);
  RECONNECTING_ADD ("close-in-handler/state", "notify::state", test_close_in_handler);
  RECONNECTING_ADD ("drop-while-opening", NULL, test_drop_while_opening);

  return g_test_run ();
}
