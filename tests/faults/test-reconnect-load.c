/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * Connections that are lost and opened again while they are in use. RECONNECT_ROUNDS sets how often
 * the daemon is killed.
 */

#include "../files.h"
#include "../objects/objects.h"
#include "reconnecting.h"

#define ROUNDS 50

/* Load: calls that may succeed or fail, but come back; what each round must leave behind is no
 * more than the one before. */

#define N_IN_FLIGHT 16

typedef struct
{
  Reconnecting *fixture;
  gboolean is_ending;
  guint n_in_flight;
  guint n_succeeded;
  guint n_failed;
} Load;

static void load_call (Load *self);

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
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
  if (reconnecting_has_state (self->fixture, LIBVIRT_CONNECT_STATE_OPEN))
    libvirt_connect_lookup_domain_by_name_async (self->fixture->connect, "test", NULL, on_loaded,
                                                 self);
  else
    g_timeout_add (20, on_wait_over, self);
}

static void
load_start (Load *self, Reconnecting *fixture)
{
  *self = (Load){ .fixture = fixture };
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
round_of_load (Reconnecting *self, Load *load)
{
  g_autofree char *xml = harness_domain_xml ("comes");
  g_autoptr (LibvirtDomain) comes = NULL;
  virConnectPtr raw = reconnecting_open_raw (self);
  virDomainPtr raw_domain = virDomainDefineXML (raw, xml);

  g_assert_nonnull (raw_domain);
  harness_wait_until (g_list_model_get_n_items (self->domains) == 2);
  comes = g_list_model_get_item (self->domains, 1);
  virDomainFree (raw_domain);
  virConnectClose (raw);

  load_wait (load);
  self->n_attempts = 0;
  reconnecting_kill_daemon (self);
  reconnecting_restart_daemon (self);
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
test_load (Reconnecting *self, gconstpointer data)
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
  Reconnecting *fixture;
  int is_ending; /* atomic, as the rest */
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
lose_and_find (Reconnecting *self, Callers *callers)
{
  int n_succeeded = g_atomic_int_get (&callers->n_succeeded);
  int n_failed = g_atomic_int_get (&callers->n_failed);

  harness_wait_until (g_atomic_int_get (&callers->n_succeeded) > n_succeeded + N_CALLERS);
  self->n_attempts = 0;
  reconnecting_kill_daemon (self);
  reconnecting_restart_daemon (self);
  g_assert_cmpint (g_atomic_int_get (&callers->n_failed), >, n_failed);
}

/* With each daemon another native handle takes the old one's place. The link alone is not cut: a
 * libvirtd 9.0 whose clients go while it works for them crashes now and then. */
static void
test_callers (Reconnecting *self, gconstpointer data)
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

int
main (int argc, char **argv)
{
  objects_init (&argc, &argv);

  RECONNECTING_ADD ("load", NULL, test_load);
  RECONNECTING_ADD ("callers-in-threads", NULL, test_callers);

  return g_test_run ();
}
