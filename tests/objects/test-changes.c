/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Changes of our own: what their answers and their events say arrives in any order. */

#include <dlfcn.h>

#include "stops.h"

#define ADD(path, func) \
  g_test_add ("/objects/changes/" path, Harness, NULL, objects_set_up_running, func, \
              harness_tear_down)

#define N_CHANGES 50
#define N_ROUNDS 2000

static void
suspend_in_thread (gpointer domain)
{
  g_autoptr (GError) error = NULL;

  libvirt_domain_suspend (domain, &error);
  g_assert_no_error (error);
  if (stops_has_reached (STOP_BEFORE_CALL))
    g_assert_cmpint (libvirt_domain_peek_state (domain), ==, LIBVIRT_DOMAIN_STATE_PAUSED);
}

static void
suspend_until (Harness *self,
               Stop where,
               ObjectsThread *thread)
{
  stops_run_until (where, thread, suspend_in_thread, self->domain);
}

static void
on_notify_count (GObject *object,
                 GParamSpec *pspec,
                 gpointer user_data)
{
  (*(guint *) user_data)++;
}

/* When the answer comes, the domain has long been resumed, and all have heard. */
static void
test_late_answer (Harness *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  ObjectsThread thread;
  guint n_notified = 0;

  g_signal_connect (self->domain, "notify::state", G_CALLBACK (on_notify_count), &n_notified);
  suspend_until (self, STOP_BEFORE_ANSWER, &thread);
  harness_wait_for_events (self);
  g_assert_cmpint (libvirt_domain_peek_state (self->domain), ==, LIBVIRT_DOMAIN_STATE_PAUSED);
  libvirt_domain_resume (self->domain, &error);
  g_assert_no_error (error);
  harness_wait_for_events (self);
  g_assert_cmpint (libvirt_domain_peek_state (self->domain), ==, LIBVIRT_DOMAIN_STATE_RUNNING);

  stops_go_on (self, &thread);
  g_assert_cmpint (libvirt_domain_peek_state (self->domain), ==, LIBVIRT_DOMAIN_STATE_RUNNING);
  g_assert_cmpuint (n_notified, ==, 2);
}

/* What has been told since the call began is older than what it did. */
static void
test_late_call (Harness *self,
                gconstpointer data)
{
  ObjectsThread thread;
  guint n_notified = 0;

  g_signal_connect (self->domain, "notify::state", G_CALLBACK (on_notify_count), &n_notified);
  suspend_until (self, STOP_BEFORE_CALL, &thread);
  g_assert_cmpint (virDomainDestroy (self->raw_domain), ==, 0);
  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  harness_wait_for_events (self);
  g_assert_cmpint (libvirt_domain_peek_state (self->domain), ==, LIBVIRT_DOMAIN_STATE_RUNNING);

  stops_go_on (self, &thread);
  g_assert_cmpint (libvirt_domain_peek_state (self->domain), ==, LIBVIRT_DOMAIN_STATE_PAUSED);
  g_assert_cmpuint (n_notified, ==, 3);
}

/* What others have done since was heard of before the answer, and is told after it. */
static void
test_newer_events (Harness *self,
                   gconstpointer data)
{
  ObjectsThread thread;

  suspend_until (self, STOP_BEFORE_ANSWER, &thread);
  g_assert_cmpint (virDomainDestroy (self->raw_domain), ==, 0);
  stops_take_answer (&thread);
  harness_wait_for_events (self);
  harness_wait_until (!libvirt_domain_peek_active (self->domain));
}

static void
on_state_set_autostart (LibvirtDomain *domain,
                        GParamSpec *pspec,
                        gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  libvirt_domain_set_autostart (domain, TRUE, &error);
  g_assert_no_error (error);
}

/* A call that knows nothing of the state, made while an event that does has arrived. */
static void
test_older_events (Harness *self,
                   gconstpointer data)
{
  g_signal_connect (self->domain, "notify::state", G_CALLBACK (on_state_set_autostart), NULL);
  g_assert_cmpint (virDomainSuspend (self->raw_domain), ==, 0);
  g_assert_cmpint (virDomainDestroy (self->raw_domain), ==, 0);
  harness_wait_until (!libvirt_domain_peek_active (self->domain));
  g_assert_true (libvirt_domain_peek_autostart (self->domain));
}

static void
refresh_in_thread (gpointer list)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_entity_list_refresh (list, &error));
  g_assert_no_error (error);
}

/* The live list of domains, which has been asked for already, and waits for its answer. */
static GListModel *
refresh_until_answer (Harness *self,
                      ObjectsThread *thread)
{
  GListModel *list = harness_get_domains (self);

  stops_run_until (STOP_BEFORE_LIST, thread, refresh_in_thread, list);
  return list;
}

/* What the list says is how it was before the call. */
static void
test_late_list (Harness *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  ObjectsThread thread;
  guint n_notified = 0;

  g_signal_connect (self->domain, "notify::state", G_CALLBACK (on_notify_count), &n_notified);
  refresh_until_answer (self, &thread);
  libvirt_domain_suspend (self->domain, &error);
  g_assert_no_error (error);
  g_assert_cmpint (libvirt_domain_peek_state (self->domain), ==, LIBVIRT_DOMAIN_STATE_PAUSED);
  g_assert_cmpuint (n_notified, ==, 1);

  stops_take_answer (&thread);
  g_assert_cmpint (libvirt_domain_peek_state (self->domain), ==, LIBVIRT_DOMAIN_STATE_PAUSED);
  harness_wait_for_events (self);
  g_assert_cmpint (libvirt_domain_peek_state (self->domain), ==, LIBVIRT_DOMAIN_STATE_PAUSED);
  g_assert_cmpuint (n_notified, ==, 1);
}

static void
on_items_changed (GListModel *list,
                  guint position,
                  guint removed,
                  guint added,
                  gpointer user_data)
{
  g_autoptr (LibvirtDomain) item = removed == 0 ? g_list_model_get_item (list, position) : NULL;

  if (item == user_data)
    g_assert_not_reached ();
}

static void
test_late_name (Harness *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) found = NULL;
  ObjectsThread thread;
  GListModel *list;
  guint n_notified = 0;

  g_assert_cmpint (virDomainDestroy (self->raw_domain), ==, 0);
  harness_wait_for_events (self);
  g_signal_connect (self->domain, "notify::name", G_CALLBACK (on_notify_count), &n_notified);
  list = refresh_until_answer (self, &thread);
  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed), self->domain);
  g_assert_true (libvirt_domain_rename (self->domain, "elsewhere", 0, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (libvirt_domain_get_name (self->domain), ==, "elsewhere");
  g_assert_cmpuint (n_notified, ==, 1);

  stops_take_answer (&thread);
  g_assert_cmpstr (libvirt_domain_get_name (self->domain), ==, "elsewhere");
  harness_wait_for_events (self);
  g_assert_cmpstr (libvirt_domain_get_name (self->domain), ==, "elsewhere");
  g_assert_cmpuint (n_notified, ==, 1);
  found = libvirt_connect_lookup_domain_by_name (self->connect, "elsewhere", &error);
  g_assert_no_error (error);
  g_assert_true (found == self->domain);
  g_signal_handlers_disconnect_by_func (list, on_items_changed, self->domain);
}

static void
tell_items_changed (GListModel *list,
                    guint position,
                    guint removed,
                    guint added,
                    gpointer user_data)
{
  g_string_append_printf (user_data, "-%u+%u ", removed, added);
}

/* The events of a domain that nobody has any more come when all is over. The last is the one that
 * is waited for. */
static void
test_come_and_gone (Harness *self,
                    gconstpointer data)
{
  g_autofree char *xml = harness_domain_xml ("own-guest");
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) story = g_string_new (NULL);
  g_autoptr (LibvirtDomain) domain = NULL;
  GListModel *list = harness_get_domains (self);

  g_signal_connect (list, "items-changed", G_CALLBACK (tell_items_changed), story);
  domain = libvirt_connect_define_domain_xml (self->connect, xml, &error);
  g_assert_no_error (error);
  g_assert_true (libvirt_domain_undefine (domain, &error));
  g_assert_no_error (error);
  g_clear_object (&domain);

  harness_wait_for_events (self);
  g_assert_true (g_str_has_prefix (story->str, "-0+1 -1+0 -0+1 "));
  harness_wait_until (g_str_equal (story->str, "-0+1 -1+0 -0+1 -1+0 "));
  g_signal_handlers_disconnect_by_data (list, story);
}

/* It starts by itself no more, if it is defined anew. */
static void
test_undefined_by_others (Harness *self,
                          gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  libvirt_domain_set_autostart (self->domain, TRUE, &error);
  g_assert_no_error (error);
  g_assert_true (libvirt_domain_peek_autostart (self->domain));
  g_assert_cmpint (virDomainUndefine (self->raw_domain), ==, 0);
  harness_wait_for_events (self);
  g_assert_false (libvirt_domain_peek_persistent (self->domain));
  g_assert_false (libvirt_domain_peek_autostart (self->domain));
}

/* A list that a worker brings up to date before a call that deletes its snapshots returns, and the
 * one of them that is to be found gone by then. */
static struct
{
  GListModel *list;
  gpointer last;
} finding;

int
virDomainSnapshotDelete (virDomainSnapshotPtr snapshot,
                         unsigned int flags)
{
  __typeof__ (&virDomainSnapshotDelete) delete = dlsym (RTLD_NEXT, "virDomainSnapshotDelete");
  int result = delete (snapshot, flags);

  if (finding.list != NULL)
    {
      libvirt_entity_list_refresh_async (LIBVIRT_ENTITY_LIST (finding.list), NULL, NULL, NULL);
      while (libvirt_entity_get_exists (finding.last))
        g_usleep (1000);
      g_usleep (50000); /* it is noted for the list then */
    }

  return result;
}

/* A worker has found out what a call did before the call returned. */
static void
test_found_before (Harness *self,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomainSnapshot) root = harness_create_snapshot (self, "root");
  g_autoptr (LibvirtDomainSnapshot) leaf = harness_create_snapshot (self, "leaf");
  GListModel *list = libvirt_domain_get_snapshots (self->domain);

  harness_wait_until_loaded (list);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 2);

  finding.list = list;
  finding.last = leaf;
  g_assert_true (
    libvirt_domain_snapshot_delete (root, LIBVIRT_DOMAIN_SNAPSHOT_DELETE_FLAGS_CHILDREN, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 0);

  finding.list = NULL;
  harness_wait_for_events (self);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 0);
}

/* Nobody else is there, and events come when more has been done already. */
static void
test_told_once (Harness *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint n_notified = 0;

  g_signal_connect (self->domain, "notify::state", G_CALLBACK (on_notify_count), &n_notified);
  for (guint i = 0; i < N_CHANGES; i++)
    {
      libvirt_domain_suspend (self->domain, &error);
      g_assert_no_error (error);
      libvirt_domain_resume (self->domain, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (n_notified, ==, 2 * i + 2);
    }

  harness_wait_for_events (self);
  harness_finish_threads (); /* whoever asks has been answered */
  g_assert_cmpuint (n_notified, ==, 2 * N_CHANGES);
}

/* What a call does on its way is told when it is done: no news any more, whatever the domain went
 * through. */
static void
test_steps (Harness *self,
            gconstpointer data)
{
  ObjectsThread thread;
  guint n_states = 0;
  guint n_active = 0;

  g_signal_connect (self->domain, "notify::state", G_CALLBACK (on_notify_count), &n_states);
  g_signal_connect (self->domain, "notify::active", G_CALLBACK (on_notify_count), &n_active);
  suspend_until (self, STOP_BEFORE_CALL, &thread);
  g_assert_cmpint (virDomainDestroy (self->raw_domain), ==, 0);
  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  stops_take_answer (&thread);
  harness_wait_for_events (self);
  harness_finish_threads (); /* whoever asks has been answered */
  g_assert_cmpint (libvirt_domain_peek_state (self->domain), ==, LIBVIRT_DOMAIN_STATE_PAUSED);
  g_assert_cmpuint (n_states, ==, 1);
  g_assert_cmpuint (n_active, ==, 0);

  /* From then on, events are told as they come. */
  g_assert_cmpint (virDomainDestroy (self->raw_domain), ==, 0);
  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  harness_wait_for_events (self);
  g_assert_cmpint (libvirt_domain_peek_state (self->domain), ==, LIBVIRT_DOMAIN_STATE_RUNNING);
  g_assert_cmpuint (n_states, ==, 3);
  g_assert_cmpuint (n_active, ==, 2);
}

static void
on_lifecycle_count (virConnectPtr raw,
                    virDomainPtr domain,
                    int event,
                    int detail,
                    void *n)
{
  g_atomic_int_inc ((int *) n);
}

/* What has arrived before a call returned may be older than what that did, however much it is. */
static void
test_many_steps (Harness *self,
                 gconstpointer data)
{
  ObjectsThread thread;
  guint n_states = 0;
  int n_arrived = 0; /* atomic */
  int id = virConnectDomainEventRegisterAny (
    self->raw, self->raw_domain, VIR_DOMAIN_EVENT_ID_LIFECYCLE,
    VIR_DOMAIN_EVENT_CALLBACK (on_lifecycle_count), &n_arrived, NULL);

  g_assert_cmpint (id, >=, 0);
  g_signal_connect (self->domain, "notify::state", G_CALLBACK (on_notify_count), &n_states);
  suspend_until (self, STOP_BEFORE_CALL, &thread);
  objects_toggle (self->raw_domain, N_CHANGES);
  while (g_atomic_int_get (&n_arrived) < 2 * N_CHANGES)
    g_usleep (1000);
  stops_take_answer (&thread);
  harness_wait_for_events (self);
  harness_finish_threads ();
  g_assert_cmpint (libvirt_domain_peek_state (self->domain), ==, LIBVIRT_DOMAIN_STATE_PAUSED);
  g_assert_cmpuint (n_states, ==, 1);
  g_assert_cmpint (virConnectDomainEventDeregisterAny (self->raw, id), ==, 0);
}

/* One of two that do the same fails. */
static void
change_all_the_time (gpointer domain)
{
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      libvirt_domain_suspend (domain, NULL);
      libvirt_domain_resume (domain, NULL);
    }
}

static void
count_up (guint *n)
{
  (*n)++;
}

/* Their events come when the next two calls have made them old. */
static void
test_to_and_fro (Harness *self,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = virDomainGetXMLDesc (self->raw_domain, VIR_DOMAIN_XML_INACTIVE);
  static const char *const properties[] = { "notify::exists", "notify::persistent", "notify::id" };
  virDomainPtr now;
  guint n_told = 0;

  g_assert_true (libvirt_domain_destroy (self->domain, &error));
  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (libvirt_domain_undefine (self->domain, &error));
      g_object_unref (libvirt_connect_define_domain_xml (self->connect, xml, &error));
      g_assert_no_error (error);
    }
  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (libvirt_domain_create (self->domain, &error));
      g_assert_true (i == 2 || libvirt_domain_destroy (self->domain, &error));
      g_assert_no_error (error);
    }

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    g_signal_connect_swapped (self->domain, properties[i], G_CALLBACK (count_up), &n_told);
  harness_wait_for_events (self);
  g_signal_handlers_disconnect_by_data (self->domain, &n_told);
  g_assert_cmpuint (n_told, ==, 0);
  now = virDomainLookupByName (self->raw, self->name);
  g_assert_cmpuint (libvirt_domain_get_id (self->domain), ==, virDomainGetID (now));
  virDomainFree (now);
}

static void
test_two_threads (Harness *self,
                  gconstpointer data)
{
  ObjectsThread threads[2];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    objects_thread_start (&threads[i], change_all_the_time, self->domain);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    objects_thread_wait (&threads[i]);

  harness_wait_for_events (self);
  harness_finish_threads ();
  g_assert_cmpint (libvirt_domain_peek_state (self->domain), ==, harness_raw_state (self));
}

int
main (int argc,
      char **argv)
{
  objects_init (&argc, &argv);

  ADD ("answer-after-newer-events", test_late_answer);
  ADD ("call-after-older-events", test_late_call);
  ADD ("events-of-others-after-it", test_newer_events);
  ADD ("events-from-before-a-call-that-knows-less", test_older_events);
  ADD ("list-asked-for-before", test_late_list);
  ADD ("name-asked-for-before", test_late_name);
  ADD ("come-and-gone-unheard", test_come_and_gone);
  ADD ("each-is-told-once", test_told_once);
  ADD ("steps-of-a-call-are-not-told", test_steps);
  /* Only the worker has events arrive while the program waits for a call. */
  if (!objects_are_served_by_context ())
    ADD ("events-from-before-it-returned", test_many_steps);
  ADD ("events-of-what-went-to-and-fro", test_to_and_fro);
  ADD ("two-threads-end-in-the-true-state", test_two_threads);
  ADD ("undefined-by-others", test_undefined_by_others);
  ADD ("found-by-a-worker-before-it-returns", test_found_before);

  return g_test_run ();
}
