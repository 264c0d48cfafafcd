/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * When a connection that was lost is opened again, and what calls say until then.
 */

#include "../objects/objects.h"
#include "reconnecting.h"

static void
assert_fails_at_once (GError **error)
{
  g_assert_error (*error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_CONN);
  g_assert_nonnull (strstr ((*error)->message, "lost"));
  g_clear_error (error);
}

static void
test_calls_while_lost (Reconnecting *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 start;

  if (self->daemon == NULL)
    return;

  reconnecting_kill_daemon (self);
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
dup_explanation (Reconnecting *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (libvirt_domain_suspend (self->domain, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_CONN);
  return g_strdup (error->message);
}

/* Nothing is promised that will not happen. */
static void
test_explanations (Reconnecting *self, gconstpointer data)
{
  g_autofree char *lost = NULL;
  g_autofree char *reconnecting = NULL;
  g_autofree char *lost_again = NULL;
  g_autofree char *closed = NULL;

  if (self->daemon == NULL)
    return;

  libvirt_connect_set_auto_reconnect (self->connect, FALSE);
  daemon_kill (self->daemon);
  harness_wait_until (reconnecting_has_state (self, LIBVIRT_CONNECT_STATE_LOST));
  lost = dup_explanation (self);
  g_assert_cmpstr (lost, ==, "The connection was lost");

  libvirt_connect_set_auto_reconnect (self->connect, TRUE);
  g_assert_true (reconnecting_has_state (self, LIBVIRT_CONNECT_STATE_RECONNECTING));
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
test_back_off (Reconnecting *self, gconstpointer data)
{
  if (self->daemon == NULL)
    return;

  reconnecting_kill_daemon (self);
  harness_wait_until (self->n_attempts == 2);
  g_assert_cmpuint (self->last_delay, >=, 800);
  g_assert_cmpuint (self->last_delay, <=, 1200);
  harness_wait_until (self->n_attempts == 3);
  g_assert_cmpuint (self->last_delay, >=, 1600);
  g_assert_cmpuint (self->last_delay, <=, 2400);
  reconnecting_restart_daemon (self);
  g_assert_cmpuint (self->n_attempts, ==, 3);

  /* Another loss begins from the start. */
  self->n_attempts = 0;
  reconnecting_kill_daemon (self);
  g_assert_cmpuint (self->n_attempts, ==, 1);
  g_assert_cmpuint (self->last_delay, <=, 600);
}

static void
test_frozen (Reconnecting *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  if (self->daemon == NULL)
    return;

  g_assert_true (libvirt_connect_set_keep_alive (self->connect, 1, 1, &error));
  relay_stall (self->relay);
  harness_wait_until (reconnecting_has_state (self, LIBVIRT_CONNECT_STATE_RECONNECTING));
  relay_cut (self->relay);
  relay_go_on (self->relay);
  harness_wait_until (reconnecting_has_state (self, LIBVIRT_CONNECT_STATE_OPEN));
  g_assert_cmpstr (self->story->str, ==, "LcRO");

  /* The new session is watched as the old one was. */
  relay_stall (self->relay);
  harness_wait_until (reconnecting_has_state (self, LIBVIRT_CONNECT_STATE_RECONNECTING));
  relay_cut (self->relay);
}

static void
test_switched_off (Reconnecting *self, gconstpointer data)
{
  guint n_attempts;
  gint64 end;

  if (self->daemon == NULL)
    return;

  reconnecting_kill_daemon (self);
  libvirt_connect_set_auto_reconnect (self->connect, FALSE);
  g_assert_cmpstr (self->story->str, ==, "LcRL");
  n_attempts = self->n_attempts;
  daemon_restart (self->daemon);
  end = g_get_monotonic_time () + G_TIME_SPAN_SECOND;
  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (self->n_attempts, ==, n_attempts);
  g_assert_true (reconnecting_has_state (self, LIBVIRT_CONNECT_STATE_LOST));

  libvirt_connect_set_auto_reconnect (self->connect, TRUE);
  g_assert_cmpuint (self->n_attempts, ==, 1);
  g_assert_cmpuint (self->last_delay, ==, 0);
  harness_wait_until (reconnecting_has_state (self, LIBVIRT_CONNECT_STATE_OPEN));
  g_assert_cmpstr (self->story->str, ==, "LcRLRO");
}

/* The host is back, and the next attempt would be made in three seconds or more. */
static void
test_hurry (Reconnecting *self, gconstpointer data)
{
  gint64 start;

  if (self->daemon == NULL)
    return;

  reconnecting_kill_daemon (self);
  harness_wait_until (self->n_attempts == 4);
  g_assert_cmpuint (self->last_delay, >=, 3200);
  daemon_restart (self->daemon);

  start = g_get_monotonic_time ();
  libvirt_connect_set_auto_reconnect (self->connect, TRUE);
  g_assert_cmpuint (self->n_attempts, ==, 4);
  g_assert_cmpuint (self->last_delay, ==, 0);
  harness_wait_until (reconnecting_has_state (self, LIBVIRT_CONNECT_STATE_OPEN));
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
test_hurry_in_handler (Reconnecting *self, gconstpointer data)
{
  if (self->daemon == NULL)
    return;

  g_signal_connect (self->connect, "reconnecting", G_CALLBACK (hurry), NULL);
  reconnecting_kill_daemon (self);
  g_assert_cmpuint (self->n_attempts, ==, 1);
  g_assert_cmpuint (self->last_delay, ==, 0);
  reconnecting_restart_daemon (self);
}

/* An attempt that fails at once is followed by those that would have come. */
static void
test_hurry_in_vain (Reconnecting *self, gconstpointer data)
{
  if (self->daemon == NULL)
    return;

  reconnecting_kill_daemon (self);
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
  reconnecting_restart_daemon (self);
}

/* Neither an attempt that is being made nor an open connection is disturbed. */
static void
test_hurry_for_nothing (Reconnecting *self, gconstpointer data)
{
  if (self->daemon == NULL)
    return;

  libvirt_connect_set_auto_reconnect (self->connect, TRUE);
  g_assert_cmpuint (self->n_attempts, ==, 0);
  g_assert_cmpstr (self->story->str, ==, "");

  daemon_freeze (self->daemon);
  relay_cut (self->relay);
  harness_wait_until (reconnecting_has_state (self, LIBVIRT_CONNECT_STATE_RECONNECTING));
  while (relay_count_links (self->relay) != 1)
    g_main_context_iteration (NULL, FALSE);
  libvirt_connect_set_auto_reconnect (self->connect, TRUE);
  g_assert_cmpuint (self->n_attempts, ==, 1);
  g_assert_cmpuint (self->last_delay, >, 0);

  daemon_thaw (self->daemon);
  harness_wait_until (reconnecting_has_state (self, LIBVIRT_CONNECT_STATE_OPEN));
  g_assert_cmpuint (self->n_attempts, ==, 1);
  g_assert_cmpstr (self->story->str, ==, "LcRO");
}

int
main (int argc, char **argv)
{
  objects_init (&argc, &argv);

  RECONNECTING_ADD ("calls-while-lost", NULL, test_calls_while_lost);
  RECONNECTING_ADD ("explanations", NULL, test_explanations);
  RECONNECTING_ADD ("back-off", NULL, test_back_off);
  RECONNECTING_ADD ("frozen", NULL, test_frozen);
  RECONNECTING_ADD ("switched-off", NULL, test_switched_off);
  RECONNECTING_ADD ("hurry", NULL, test_hurry);
  RECONNECTING_ADD ("hurry-in-handler", NULL, test_hurry_in_handler);
  RECONNECTING_ADD ("hurry-in-vain", NULL, test_hurry_in_vain);
  RECONNECTING_ADD ("hurry-for-nothing", NULL, test_hurry_for_nothing);

  return g_test_run ();
}
