/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * Connections that open again what was lost. The daemon's test driver begins anew with each
 * restart: a running domain "test", which is the same one each time, and nothing else.
 * RECONNECT_ROUNDS sets how often it is killed under load.
 */


#include "../daemon.h"
#include "../files.h"
#include "../harness.h"
#include "../objects/objects.h"
#include "relayed.h"

#define ROUNDS 50

typedef struct
{
  Daemon *daemon;
  Relay *relay;
  LibvirtConnect *connect; /* through the relay, with auto-reconnect */
  LibvirtDomain *domain;   /* the one that there always is */
  GListModel *domains;
  GString *story; /* what was told, a letter each */
  guint n_attempts;
  guint last_delay;
} Fixture;

static void
on_closed (LibvirtConnect *connect,
           LibvirtConnectCloseReason reason,
           gpointer user_data)
{
  Fixture *self = user_data;

  g_string_append_c (self->story, 'c');
}

static void
on_state (LibvirtConnect *connect,
          GParamSpec *pspec,
          gpointer user_data)
{
  static const char *const letters = "CNOLR";
  Fixture *self = user_data;

  g_string_append_c (self->story, letters[libvirt_connect_get_state (connect)]);
}

static void
on_reconnecting (LibvirtConnect *connect,
                 guint attempt,
                 guint delay,
                 gpointer user_data)
{
  Fixture *self = user_data;

  g_assert_cmpint (libvirt_connect_get_state (connect), ==, LIBVIRT_CONNECT_STATE_RECONNECTING);
  g_assert_cmpuint (attempt, >, 0);
  self->n_attempts = attempt;
  self->last_delay = delay;
}

static void
on_domain_notify (LibvirtDomain *domain,
                  GParamSpec *pspec,
                  gpointer user_data)
{
  Fixture *self = user_data;

  if (!g_str_has_prefix (pspec->name, "can-"))
    g_string_append_c (self->story, pspec->name[0]);
}

static void
on_items_changed (GListModel *model,
                  guint position,
                  guint removed,
                  guint added,
                  gpointer user_data)
{
  Fixture *self = user_data;

  g_string_append_printf (self->story, "-%u+%u", removed, added);
}

static void
open_connection (Fixture *self)
{
  self->connect = relayed_open (self->daemon, self->relay);
  g_assert_false (libvirt_connect_get_auto_reconnect (self->connect));
  libvirt_connect_set_auto_reconnect (self->connect, TRUE);
  g_signal_connect (self->connect, "closed", G_CALLBACK (on_closed), self);
  g_signal_connect (self->connect, "notify::state", G_CALLBACK (on_state), self);
  g_signal_connect (self->connect, "reconnecting", G_CALLBACK (on_reconnecting), self);
}

static void
look_at_domains (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  self->domains = g_object_ref (libvirt_connect_get_domains (self->connect));
  harness_wait_until_loaded (self->domains);
  self->domain = libvirt_connect_lookup_domain_by_name (self->connect, "test", &error);
  g_assert_no_error (error);
  g_signal_connect (self->domain, "notify", G_CALLBACK (on_domain_notify), self);
  g_signal_connect (self->domains, "items-changed", G_CALLBACK (on_items_changed), self);
}

static void
set_up (Fixture *self,
        gconstpointer data)
{
  self->daemon = daemon_new (NULL);
  if (self->daemon == NULL)
    return;

  self->story = g_string_new (NULL);
  self->relay = relay_new (daemon_get_socket (self->daemon));
  open_connection (self);
  look_at_domains (self);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  if (self->daemon == NULL)
    return;

  g_clear_object (&self->domain);
  g_clear_object (&self->domains);
  relayed_end (&self->connect, self->daemon, self->relay);
  g_string_free (self->story, TRUE);
}

static gboolean
has_state (Fixture *self,
           LibvirtConnectState state)
{
  return libvirt_connect_get_state (self->connect) == state;
}

static virConnectPtr
open_raw (Fixture *self)
{
  g_autofree char *uri = daemon_dup_uri (self->daemon, NULL);
  virConnectPtr raw = virConnectOpen (uri);

  g_assert_nonnull (raw);
  return raw;
}

static void
kill_daemon (Fixture *self)
{
  daemon_kill (self->daemon);
  harness_wait_until (has_state (self, LIBVIRT_CONNECT_STATE_RECONNECTING) && self->n_attempts > 0);
}

static void
restart_daemon (Fixture *self)
{
  daemon_restart (self->daemon);
  harness_wait_until (has_state (self, LIBVIRT_CONNECT_STATE_OPEN));
}

static void
suspend_raw (virConnectPtr raw)
{
  virDomainPtr domain = virDomainLookupByName (raw, "test");

  g_assert_cmpint (virDomainSuspend (domain), ==, 0);
  virDomainFree (domain);
}

/* The same is found, and nothing is said to have changed. */
static void
test_same (Fixture *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) again = NULL;
  virConnectPtr raw;

  if (self->daemon == NULL)
    return;

  kill_daemon (self);
  g_assert_cmpstr (self->story->str, ==, "LcR");
  g_assert_cmpuint (self->n_attempts, ==, 1);
  g_assert_cmpuint (self->last_delay, >=, 400);
  g_assert_cmpuint (self->last_delay, <=, 600);
  restart_daemon (self);
  g_assert_cmpstr (self->story->str, ==, "LcRO");

  again = libvirt_connect_lookup_domain_by_name (self->connect, "test", &error);
  g_assert_no_error (error);
  g_assert_true (again == self->domain);
  g_assert_cmpuint (g_list_model_get_n_items (self->domains), ==, 1);

  /* Events are those of the new daemon. */
  raw = open_raw (self);
  suspend_raw (raw);
  harness_wait_until (libvirt_domain_peek_state (self->domain) == LIBVIRT_DOMAIN_STATE_PAUSED);
  g_assert_cmpstr (self->story->str, ==, "LcROss"); /* and the reason */
  virConnectClose (raw);

  g_assert_true (libvirt_domain_resume (self->domain, &error));
  g_assert_no_error (error);
}

/* It runs as before, but not as the same instance. */
static void
test_restarted (Fixture *self,
                gconstpointer data)
{
  virConnectPtr raw;
  virDomainPtr domain;

  if (self->daemon == NULL)
    return;

  raw = open_raw (self);
  domain = virDomainLookupByName (raw, "test");
  g_assert_cmpint (libvirt_domain_get_id (self->domain), ==, (int) virDomainGetID (domain));
  relay_cut (self->relay);
  g_assert_cmpint (virDomainDestroy (domain), ==, 0);
  g_assert_cmpint (virDomainCreate (domain), ==, 0);
  harness_wait_until (has_state (self, LIBVIRT_CONNECT_STATE_RECONNECTING));
  harness_wait_until (has_state (self, LIBVIRT_CONNECT_STATE_OPEN));

  virDomainFree (domain);
  domain = virDomainLookupByName (raw, "test");
  g_assert_cmpint (libvirt_domain_get_id (self->domain), ==, (int) virDomainGetID (domain));
  g_assert_true (strchr (self->story->str, 'i') != NULL);
  virDomainFree (domain);
  virConnectClose (raw);
}

/* What has changed, come and gone is told before the connection is said to be open. */
static void
test_differences (Fixture *self,
                  gconstpointer data)
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

  kill_daemon (self);
  restart_daemon (self);
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
count_before (Fixture *self,
              Counted *counted)
{
  for (guint i = 0; i < N_LISTS; i++)
    counted[i].n_before = relay_count_calls (self->relay, counted[i].procedure);
}

static guint
count_since (Fixture *self,
             const Counted *counted)
{
  return relay_count_calls (self->relay, counted->procedure) - counted->n_before;
}

static void
get_lists (Fixture *self,
           Counted *counted)
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
count_one_load (Fixture *self,
                Counted *counted)
{
  for (guint i = 0; i < N_LISTS; i++)
    {
      counted[i].n_by_load = relay_count_calls (self->relay, counted[i].procedure);
      g_assert_cmpuint (counted[i].n_by_load, >, 0);
    }
}

/* Whether there is anything in them or not. */
static void
test_one_load (Fixture *self,
               gconstpointer data)
{
  Counted counted[N_LISTS];

  if (self->daemon == NULL)
    return;

  get_lists (self, counted);
  count_one_load (self, counted);
  count_before (self, counted);
  kill_daemon (self);
  restart_daemon (self);

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
test_gone_together (Fixture *self,
                    gconstpointer data)
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

  kill_daemon (self);
  restart_daemon (self);
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
close_once_filled (GListModel *list,
                   guint position,
                   guint removed,
                   guint added,
                   gpointer user_data)
{
  Fixture *self = user_data;

  close_connection (self->connect);
}

static void
test_close_in_list (Fixture *self,
                    gconstpointer data)
{
  g_autofree char *xml = harness_domain_xml ("goes");
  g_autoptr (LibvirtDomain) domain = NULL;

  if (self->daemon == NULL)
    return;

  domain = libvirt_connect_define_domain_xml (self->connect, xml, NULL);
  libvirt_domain_get_snapshots (self->domain); /* another list that would be filled */
  g_signal_connect (self->domains, "items-changed", G_CALLBACK (close_once_filled), self);
  kill_daemon (self);
  daemon_restart (self->daemon);
  harness_wait_until (has_state (self, LIBVIRT_CONNECT_STATE_CLOSED));
  harness_finish_threads ();
  g_assert_cmpstr (self->story->str, ==, "-0+1LcR-1+0C");
}

static gboolean
is_known_to_be_lost (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  libvirt_connect_num_of_domains (self->connect, &error);
  return g_error_matches (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_CONN);
}

/* A nested main loop in which the connection is lost once more, and no other attempt is made before
 * this one has come to its end. */
static void
lose_once_filled (GListModel *list,
                  guint position,
                  guint removed,
                  guint added,
                  gpointer user_data)
{
  Fixture *self = user_data;

  g_signal_handlers_disconnect_by_func (list, lose_once_filled, self);
  self->n_attempts = 0;
  daemon_kill (self->daemon);
  harness_wait_until (is_known_to_be_lost (self));
  daemon_restart (self->daemon);
}

static void
test_lose_in_list (Fixture *self,
                   gconstpointer data)
{
  g_autofree char *xml = harness_domain_xml ("goes");
  g_autoptr (LibvirtDomain) domain = NULL;

  if (self->daemon == NULL)
    return;

  domain = libvirt_connect_define_domain_xml (self->connect, xml, NULL);
  g_signal_connect (self->domains, "items-changed", G_CALLBACK (lose_once_filled), self);
  kill_daemon (self);
  daemon_restart (self->daemon);
  harness_wait_until (has_state (self, LIBVIRT_CONNECT_STATE_OPEN));
  g_assert_cmpuint (self->n_attempts, >, 0);
  g_assert_cmpuint (g_list_model_get_n_items (self->domains), ==, 1);
  g_assert_true (libvirt_domain_suspend (self->domain, NULL));
  g_assert_true (g_str_has_suffix (self->story->str, "Oss"));
}

static void
assert_fails_at_once (GError **error)
{
  g_assert_error (*error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_CONN);
  g_assert_nonnull (strstr ((*error)->message, "lost"));
  g_clear_error (error);
}

static void
test_calls_while_lost (Fixture *self,
                       gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 start;

  if (self->daemon == NULL)
    return;

  kill_daemon (self);
  start = g_get_monotonic_time ();
  g_assert_false (libvirt_domain_suspend (self->domain, &error));
  assert_fails_at_once (&error);
  g_assert_null (libvirt_connect_lookup_domain_by_name (self->connect, "test", &error));
  assert_fails_at_once (&error);
  g_assert_cmpint (libvirt_connect_num_of_domains (self->connect, &error), ==, -1);
  assert_fails_at_once (&error);
  g_assert_false (libvirt_entity_list_refresh (LIBVIRT_ENTITY_LIST (self->domains), &error));
  assert_fails_at_once (&error);
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_TIME_SPAN_SECOND);

  /* What is known stays so. */
  g_assert_cmpstr (libvirt_entity_get_name (LIBVIRT_ENTITY (self->domain)), ==, "test");
  g_assert_true (libvirt_entity_get_exists (LIBVIRT_ENTITY (self->domain)));
  g_assert_cmpint (libvirt_domain_peek_state (self->domain), ==, LIBVIRT_DOMAIN_STATE_RUNNING);
}

/* What a call fails with now; the code is always the same. */
static char *
dup_explanation (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (libvirt_domain_suspend (self->domain, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_CONN);
  return g_strdup (error->message);
}

/* Nothing is promised that will not happen. */
static void
test_explanations (Fixture *self,
                   gconstpointer data)
{
  g_autofree char *lost = NULL;
  g_autofree char *reconnecting = NULL;
  g_autofree char *lost_again = NULL;
  g_autofree char *closed = NULL;

  if (self->daemon == NULL)
    return;

  libvirt_connect_set_auto_reconnect (self->connect, FALSE);
  daemon_kill (self->daemon);
  harness_wait_until (has_state (self, LIBVIRT_CONNECT_STATE_LOST));
  lost = dup_explanation (self);
  g_assert_cmpstr (lost, ==, "The connection was lost");

  libvirt_connect_set_auto_reconnect (self->connect, TRUE);
  g_assert_true (has_state (self, LIBVIRT_CONNECT_STATE_RECONNECTING));
  reconnecting = dup_explanation (self);
  g_assert_cmpstr (reconnecting, ==, "The connection was lost, and is not open again yet");

  libvirt_connect_set_auto_reconnect (self->connect, FALSE);
  lost_again = dup_explanation (self);
  g_assert_cmpstr (lost_again, ==, lost);

  g_assert_true (libvirt_connect_close (self->connect, NULL));
  closed = dup_explanation (self);
  g_assert_cmpstr (closed, ==, "The connection is closed");
}

static void
test_back_off (Fixture *self,
               gconstpointer data)
{
  if (self->daemon == NULL)
    return;

  kill_daemon (self);
  harness_wait_until (self->n_attempts == 2);
  g_assert_cmpuint (self->last_delay, >=, 800);
  g_assert_cmpuint (self->last_delay, <=, 1200);
  harness_wait_until (self->n_attempts == 3);
  g_assert_cmpuint (self->last_delay, >=, 1600);
  g_assert_cmpuint (self->last_delay, <=, 2400);
  restart_daemon (self);
  g_assert_cmpuint (self->n_attempts, ==, 3);

  /* Another loss begins from the start. */
  self->n_attempts = 0;
  kill_daemon (self);
  g_assert_cmpuint (self->n_attempts, ==, 1);
  g_assert_cmpuint (self->last_delay, <=, 600);
}

static void
test_frozen (Fixture *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  if (self->daemon == NULL)
    return;

  g_assert_true (libvirt_connect_set_keep_alive (self->connect, 1, 1, &error));
  relay_stall (self->relay);
  harness_wait_until (has_state (self, LIBVIRT_CONNECT_STATE_RECONNECTING));
  relay_cut (self->relay);
  relay_go_on (self->relay);
  harness_wait_until (has_state (self, LIBVIRT_CONNECT_STATE_OPEN));
  g_assert_cmpstr (self->story->str, ==, "LcRO");

  /* The new session is watched as the old one was. */
  relay_stall (self->relay);
  harness_wait_until (has_state (self, LIBVIRT_CONNECT_STATE_RECONNECTING));
  relay_cut (self->relay);
}

static void
test_switched_off (Fixture *self,
                   gconstpointer data)
{
  guint n_attempts;
  gint64 end;

  if (self->daemon == NULL)
    return;

  kill_daemon (self);
  libvirt_connect_set_auto_reconnect (self->connect, FALSE);
  g_assert_cmpstr (self->story->str, ==, "LcRL");
  n_attempts = self->n_attempts;
  daemon_restart (self->daemon);
  end = g_get_monotonic_time () + G_TIME_SPAN_SECOND;
  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (self->n_attempts, ==, n_attempts);
  g_assert_true (has_state (self, LIBVIRT_CONNECT_STATE_LOST));

  libvirt_connect_set_auto_reconnect (self->connect, TRUE);
  g_assert_cmpuint (self->n_attempts, ==, 1);
  g_assert_cmpuint (self->last_delay, ==, 0);
  harness_wait_until (has_state (self, LIBVIRT_CONNECT_STATE_OPEN));
  g_assert_cmpstr (self->story->str, ==, "LcRLRO");
}

/* The host is back, and the next attempt would be made in three seconds or more. */
static void
test_hurry (Fixture *self,
            gconstpointer data)
{
  gint64 start;

  if (self->daemon == NULL)
    return;

  kill_daemon (self);
  harness_wait_until (self->n_attempts == 4);
  g_assert_cmpuint (self->last_delay, >=, 3200);
  daemon_restart (self->daemon);

  start = g_get_monotonic_time ();
  libvirt_connect_set_auto_reconnect (self->connect, TRUE);
  g_assert_cmpuint (self->n_attempts, ==, 4);
  g_assert_cmpuint (self->last_delay, ==, 0);
  harness_wait_until (has_state (self, LIBVIRT_CONNECT_STATE_OPEN));
  g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_TIME_SPAN_SECOND);
  g_assert_cmpuint (self->n_attempts, ==, 4);
  g_assert_cmpstr (self->story->str, ==, "LcRO");
}

static void
hurry (LibvirtConnect *connect)
{
  libvirt_connect_set_auto_reconnect (connect, TRUE);
}

/* Whoever is told of each attempt may have it made at once. */
static void
test_hurry_in_handler (Fixture *self,
                       gconstpointer data)
{
  if (self->daemon == NULL)
    return;

  g_signal_connect (self->connect, "reconnecting", G_CALLBACK (hurry), NULL);
  kill_daemon (self);
  g_assert_cmpuint (self->n_attempts, ==, 1);
  g_assert_cmpuint (self->last_delay, ==, 0);
  restart_daemon (self);
}

/* An attempt that fails at once is followed by those that would have come. */
static void
test_hurry_in_vain (Fixture *self,
                    gconstpointer data)
{
  if (self->daemon == NULL)
    return;

  kill_daemon (self);
  libvirt_connect_set_auto_reconnect (self->connect, TRUE);
  g_assert_cmpuint (self->n_attempts, ==, 1);
  g_assert_cmpuint (self->last_delay, ==, 0);
  harness_wait_until (self->n_attempts == 2);
  g_assert_cmpuint (self->last_delay, >=, 800);
  g_assert_cmpuint (self->last_delay, <=, 1200);

  libvirt_connect_set_auto_reconnect (self->connect, TRUE);
  g_assert_cmpuint (self->last_delay, ==, 0);
  harness_wait_until (self->n_attempts == 3);
  g_assert_cmpuint (self->last_delay, >=, 1600);
  restart_daemon (self);
}

/* Neither an attempt that is being made nor an open connection is disturbed. */
static void
test_hurry_for_nothing (Fixture *self,
                        gconstpointer data)
{
  if (self->daemon == NULL)
    return;

  libvirt_connect_set_auto_reconnect (self->connect, TRUE);
  g_assert_cmpuint (self->n_attempts, ==, 0);
  g_assert_cmpstr (self->story->str, ==, "");

  daemon_freeze (self->daemon);
  relay_cut (self->relay);
  harness_wait_until (has_state (self, LIBVIRT_CONNECT_STATE_RECONNECTING));
  while (relay_count_links (self->relay) != 1)
    g_main_context_iteration (NULL, FALSE);
  libvirt_connect_set_auto_reconnect (self->connect, TRUE);
  g_assert_cmpuint (self->n_attempts, ==, 1);
  g_assert_cmpuint (self->last_delay, >, 0);

  daemon_thaw (self->daemon);
  harness_wait_until (has_state (self, LIBVIRT_CONNECT_STATE_OPEN));
  g_assert_cmpuint (self->n_attempts, ==, 1);
  g_assert_cmpstr (self->story->str, ==, "LcRO");
}

static void
test_close (Fixture *self,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  if (self->daemon == NULL)
    return;

  kill_daemon (self);
  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_assert_cmpstr (self->story->str, ==, "LcRC");
  g_assert_false (libvirt_domain_suspend (self->domain, &error));
  harness_assert_closed (&error);

  daemon_restart (self->daemon);
  harness_finish_threads ();
  g_assert_true (has_state (self, LIBVIRT_CONNECT_STATE_CLOSED));
}

static void
drop_connection (LibvirtConnect *connect,
                 guint attempt,
                 guint delay,
                 gpointer user_data)
{
  Fixture *self = user_data;

  g_clear_object (&self->connect);
}

static void
test_drop_in_handler (Fixture *self,
                      gconstpointer data)
{
  if (self->daemon == NULL)
    return;

  g_signal_connect (self->connect, "reconnecting", G_CALLBACK (drop_connection), self);
  daemon_kill (self->daemon);
  harness_wait_until (self->connect == NULL);
  g_assert_null (libvirt_entity_get_connection (LIBVIRT_ENTITY (self->domain)));
}

static void
test_close_in_handler (Fixture *self,
                       gconstpointer data)
{
  if (self->daemon == NULL)
    return;

  g_signal_connect (self->connect, data, G_CALLBACK (close_connection), NULL);
  daemon_kill (self->daemon);
  harness_wait_until (has_state (self, LIBVIRT_CONNECT_STATE_CLOSED));
  daemon_restart (self->daemon);
  harness_finish_threads ();
  g_assert_true (has_state (self, LIBVIRT_CONNECT_STATE_CLOSED));
}

/* An attempt is under way, and nobody answers. */
static void
test_drop_while_opening (Fixture *self,
                         gconstpointer data)
{
  if (self->daemon == NULL)
    return;

  daemon_freeze (self->daemon);
  relay_cut (self->relay);
  harness_wait_until (has_state (self, LIBVIRT_CONNECT_STATE_RECONNECTING));
  while (relay_count_links (self->relay) != 1)
    g_main_context_iteration (NULL, FALSE);
  g_clear_object (&self->connect);
  daemon_thaw (self->daemon);
}

/* Load: calls that may succeed or fail, but come back; what each round must leave behind is no
 * more than the one before. */

#define N_IN_FLIGHT 16

typedef struct
{
  Fixture *fixture;
  gboolean is_ending;
  guint n_in_flight;
  guint n_succeeded;
  guint n_failed;
} Load;

static void load_call (Load *self);

static void
on_loaded (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  Load *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain =
    libvirt_connect_lookup_domain_by_name_finish (LIBVIRT_CONNECT (source), result, &error);

  self->n_in_flight--;
  if (domain != NULL)
    {
      g_assert_true (domain == self->fixture->domain);
      self->n_succeeded++;
    }
  else
    {
      g_assert_true (error->domain == LIBVIRT_ERROR);
      self->n_failed++;
    }
  load_call (self);
}

static gboolean
on_wait_over (gpointer user_data)
{
  Load *self = user_data;

  self->n_in_flight--;
  load_call (self);
  return G_SOURCE_REMOVE;
}

/* While it is lost calls would fail as quickly as they are made. */
static void
load_call (Load *self)
{
  if (self->is_ending)
    return;

  self->n_in_flight++;
  if (has_state (self->fixture, LIBVIRT_CONNECT_STATE_OPEN))
    libvirt_connect_lookup_domain_by_name_async (self->fixture->connect, "test", NULL, on_loaded,
                                                 self);
  else
    g_timeout_add (20, on_wait_over, self);
}

static void
load_start (Load *self,
            Fixture *fixture)
{
  *self = (Load) { .fixture = fixture };
  for (int i = 0; i < N_IN_FLIGHT; i++)
    load_call (self);
}

static void
load_end (Load *self)
{
  self->is_ending = TRUE;
  harness_wait_until (self->n_in_flight == 0);
}

static void
load_wait (Load *self)
{
  guint n_before = self->n_succeeded;

  harness_wait_until (self->n_succeeded > n_before + N_IN_FLIGHT);
}

static void
round_of_load (Fixture *self,
               Load *load)
{
  g_autofree char *xml = harness_domain_xml ("comes");
  g_autoptr (LibvirtDomain) comes = NULL;
  virConnectPtr raw = open_raw (self);
  virDomainPtr raw_domain = virDomainDefineXML (raw, xml);

  g_assert_nonnull (raw_domain);
  harness_wait_until (g_list_model_get_n_items (self->domains) == 2);
  comes = g_list_model_get_item (self->domains, 1);
  virDomainFree (raw_domain);
  virConnectClose (raw);

  load_wait (load);
  self->n_attempts = 0;
  kill_daemon (self);
  restart_daemon (self);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (comes)));
  g_assert_cmpuint (g_list_model_get_n_items (self->domains), ==, 1);
  g_assert_cmpint (libvirt_domain_peek_state (self->domain), ==, LIBVIRT_DOMAIN_STATE_RUNNING);
}

static gboolean
wake (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

static void
test_load (Fixture *self,
           gconstpointer data)
{
  const char *rounds = g_getenv ("RECONNECT_ROUNDS");
  int n_rounds = rounds != NULL ? atoi (rounds) : ROUNDS;
  guint n_files = 0;
  guint ticker;
  Load load;

  if (self->daemon == NULL)
    return;

  ticker = g_timeout_add (20, wake, NULL); /* who waits for files to be closed must look */
  for (int i = 0; i < n_rounds; i++)
    {
      load_start (&load, self);
      round_of_load (self, &load);
      load_end (&load);
      g_assert_cmpuint (load.n_succeeded, >, 0);

      /* The first rounds make what stays. What was lost is closed in a thread. */
      if (i == 2)
        n_files = files_count_open ();
      else if (i > 2)
        harness_wait_until (files_count_open () <= n_files);
    }
  g_source_remove (ticker);

  g_assert_cmpuint (g_list_model_get_n_items (self->domains), ==, 1);
}

/* Threads that call all the time, whatever becomes of the handles. */

#define N_CALLERS 8

typedef struct
{
  Fixture *fixture;
  int is_ending;   /* atomic, as the rest */
  int n_succeeded;
  int n_failed;
} Callers;

static gpointer
call_all_the_time (gpointer user_data)
{
  Callers *self = user_data;

  while (!g_atomic_int_get (&self->is_ending))
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *xml = libvirt_domain_get_xml_desc (self->fixture->domain, 0, &error);

      g_assert_true (xml != NULL || error->domain == LIBVIRT_ERROR);
      g_assert_cmpstr (libvirt_domain_get_name (self->fixture->domain), ==, "test");
      g_atomic_int_inc (xml != NULL ? &self->n_succeeded : &self->n_failed);
      g_usleep (xml != NULL ? 500 : 20 * G_TIME_SPAN_MILLISECOND);
    }

  return NULL;
}

static void
lose_and_find (Fixture *self,
               Callers *callers)
{
  int n_succeeded = g_atomic_int_get (&callers->n_succeeded);
  int n_failed = g_atomic_int_get (&callers->n_failed);

  harness_wait_until (g_atomic_int_get (&callers->n_succeeded) > n_succeeded + N_CALLERS);
  self->n_attempts = 0;
  kill_daemon (self);
  restart_daemon (self);
  g_assert_cmpint (g_atomic_int_get (&callers->n_failed), >, n_failed);
}

/* With each daemon another native handle takes the old one's place. The link alone is not cut: a
 * libvirtd 9.0 whose clients go while it works for them crashes now and then. */
static void
test_callers (Fixture *self,
              gconstpointer data)
{
  const char *rounds = g_getenv ("RECONNECT_ROUNDS");
  int n_rounds = rounds != NULL ? atoi (rounds) : ROUNDS;
  Callers callers = { .fixture = self };
  GThread *threads[N_CALLERS];
  guint ticker;

  if (self->daemon == NULL)
    return;
#ifdef __SANITIZE_THREAD__
  if (!LIBVIR_CHECK_VERSION (10, 4, 0))
    {
      g_test_skip ("libvirt's client uses what was on the stack of another thread: CVE-2024-4418");
      return;
    }
#endif

  ticker = g_timeout_add (1, wake, NULL); /* who waits for numbers must look */
  for (guint i = 0; i < N_CALLERS; i++)
    threads[i] = g_thread_new ("caller", call_all_the_time, &callers);
  for (int i = 0; i < n_rounds; i++)
    lose_and_find (self, &callers);
  g_atomic_int_set (&callers.is_ending, TRUE);
  for (guint i = 0; i < N_CALLERS; i++)
    g_thread_join (threads[i]);
  g_source_remove (ticker);

  g_assert_true (libvirt_domain_suspend (self->domain, NULL));
  g_assert_true (libvirt_domain_resume (self->domain, NULL));
}

#define ADD(path, data, test) \
  g_test_add ("/faults/reconnect/" path, Fixture, data, set_up, test, tear_down)

int
main (int argc,
      char **argv)
{
  objects_init (&argc, &argv);

  ADD ("same", NULL, test_same);
  ADD ("restarted", NULL, test_restarted);
  ADD ("differences", NULL, test_differences);
  ADD ("one-load-for-each-list", NULL, test_one_load);
  ADD ("gone-together", NULL, test_gone_together);
  ADD ("close-in-list", NULL, test_close_in_list);
  ADD ("lose-in-list", NULL, test_lose_in_list);
  ADD ("calls-while-lost", NULL, test_calls_while_lost);
  ADD ("explanations", NULL, test_explanations);
  ADD ("back-off", NULL, test_back_off);
  ADD ("frozen", NULL, test_frozen);
  ADD ("switched-off", NULL, test_switched_off);
  ADD ("hurry", NULL, test_hurry);
  ADD ("hurry-in-handler", NULL, test_hurry_in_handler);
  ADD ("hurry-in-vain", NULL, test_hurry_in_vain);
  ADD ("hurry-for-nothing", NULL, test_hurry_for_nothing);
  ADD ("close", NULL, test_close);
  ADD ("drop-in-handler", NULL, test_drop_in_handler);
  ADD ("close-in-handler/closed", "closed", test_close_in_handler);
  ADD ("close-in-handler/reconnecting", "reconnecting", test_close_in_handler);
  ADD ("close-in-handler/state", "notify::state", test_close_in_handler);
  ADD ("drop-while-opening", NULL, test_drop_while_opening);
  ADD ("load", NULL, test_load);
  ADD ("callers-in-threads", NULL, test_callers);

  return g_test_run ();
}
