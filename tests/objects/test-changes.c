/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Changes of our own: what their answers and their events say arrives in any order. */

#include <dlfcn.h>

#include "objects.h"

#define ADD(path, func) \
  g_test_add ("/objects/changes/" path, Harness, NULL, set_up, func, harness_tear_down)

#define N_CHANGES 50
#define N_ROUNDS 2000

static void
set_up (Harness *self,
        gconstpointer data)
{
  harness_set_up (self, data);
  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  harness_wait_for_events (self);
}

/* Where the next call of virDomainSuspend(), the next question for all domains, or for all of one,
 * stops until it is let go, in the thread that run_until() starts. */
typedef enum
{
  STOP_NOWHERE,
  STOP_BEFORE_CALL,
  STOP_BEFORE_ANSWER,
  STOP_BEFORE_LIST,
  STOP_AFTER_TRANSIENT,
  STOP_BEFORE_QUERY,
  STOP_AFTER_QUERY,
} Stop;

static struct
{
  GMutex lock;
  GCond cond;
  /* Guarded by lock. */
  Stop wanted;
  Stop reached;
} stop;

static _Thread_local gboolean can_stop;

static void
stop_at (Stop here)
{
  if (!can_stop)
    return;

  g_mutex_lock (&stop.lock);
  if (stop.wanted == here)
    {
      stop.reached = here;
      g_cond_broadcast (&stop.cond);
      while (stop.wanted == here)
        g_cond_wait (&stop.cond, &stop.lock);
    }
  g_mutex_unlock (&stop.lock);
}

/* The library finds this one before libvirt's. */
int
virDomainSuspend (virDomainPtr domain)
{
  int (*suspend) (virDomainPtr) = dlsym (RTLD_NEXT, "virDomainSuspend");
  int result;

  stop_at (STOP_BEFORE_CALL);
  result = suspend (domain);
  stop_at (STOP_BEFORE_ANSWER);

  return result;
}

/* The question for managed saves is the last that a list asks, if only how many have none. */
int
virConnectListAllDomains (virConnectPtr connect,
                          virDomainPtr **domains,
                          unsigned int flags)
{
  int (*list) (virConnectPtr, virDomainPtr **, unsigned int) =
    dlsym (RTLD_NEXT, "virConnectListAllDomains");
  int result = list (connect, domains, flags);

  if (flags & (VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE | VIR_CONNECT_LIST_DOMAINS_NO_MANAGEDSAVE))
    stop_at (STOP_BEFORE_LIST);
  if (flags == VIR_CONNECT_LIST_DOMAINS_TRANSIENT)
    stop_at (STOP_AFTER_TRANSIENT);
  return result;
}

static const char *asked_for; /* atomic; the name of the domain */
static int n_queries;         /* atomic */

static void
count_queries_for (const char *name)
{
  g_atomic_pointer_set (&asked_for, name);
  g_atomic_int_set (&n_queries, 0);
}

/* The first question for one domain, and the last. */
int
virDomainGetState (virDomainPtr domain,
                   int *state,
                   int *reason,
                   unsigned int flags)
{
  __typeof__ (&virDomainGetState) get_state = dlsym (RTLD_NEXT, "virDomainGetState");

  if (g_strcmp0 (virDomainGetName (domain), g_atomic_pointer_get (&asked_for)) == 0)
    g_atomic_int_inc (&n_queries);
  stop_at (STOP_BEFORE_QUERY);
  return get_state (domain, state, reason, flags);
}

int
virDomainHasManagedSaveImage (virDomainPtr domain,
                              unsigned int flags)
{
  __typeof__ (&virDomainHasManagedSaveImage) has_managed_save_image =
    dlsym (RTLD_NEXT, "virDomainHasManagedSaveImage");
  int result = has_managed_save_image (domain, flags);

  stop_at (STOP_AFTER_QUERY);
  return result;
}

/* A list that a worker brings up to date before a call that deletes its snapshots returns, and the one
 * of them that is to be found gone by then. */
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

static void
suspend_in_thread (gpointer domain)
{
  g_autoptr (GError) error = NULL;

  libvirt_domain_suspend (domain, &error);
  g_assert_no_error (error);
  if (stop.reached == STOP_BEFORE_CALL)
    g_assert_cmpint (libvirt_domain_peek_state (domain), ==, LIBVIRT_DOMAIN_STATE_PAUSED);
}

typedef struct
{
  void (*func) (gpointer data);
  gpointer data;
} Stoppable;

static void
run_stoppable (gpointer data)
{
  Stoppable self = *(Stoppable *) data;

  can_stop = TRUE;
  self.func (self.data);
}

/* Calls @func in a thread, up to there. */
static void
run_until (Stop where,
           ObjectsThread *thread,
           void (*func) (gpointer data),
           gpointer data)
{
  Stoppable stoppable = { func, data };

  g_mutex_lock (&stop.lock);
  stop.wanted = where;
  stop.reached = STOP_NOWHERE;
  objects_thread_start (thread, run_stoppable, &stoppable);
  while (stop.reached == STOP_NOWHERE)
    g_cond_wait (&stop.cond, &stop.lock);
  g_mutex_unlock (&stop.lock);
}

static void
suspend_until (Harness *self,
               Stop where,
               ObjectsThread *thread)
{
  run_until (where, thread, suspend_in_thread, self->domain);
}

static void
let_go_on (void)
{
  g_mutex_lock (&stop.lock);
  stop.wanted = STOP_NOWHERE;
  g_cond_broadcast (&stop.cond);
  g_mutex_unlock (&stop.lock);
}

static void
go_on (Harness *self,
       ObjectsThread *thread)
{
  let_go_on ();
  objects_thread_wait (thread);
  harness_wait_for_events (self);
}

/* No event is told before the answer. */
static void
take_answer (Harness *self,
             ObjectsThread *thread)
{
  let_go_on ();
  g_thread_join (thread->thread);
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

  go_on (self, &thread);
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

  go_on (self, &thread);
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
  take_answer (self, &thread);
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

  run_until (STOP_BEFORE_LIST, thread, refresh_in_thread, list);
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

  take_answer (self, &thread);
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

  take_answer (self, &thread);
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

/* The events of a domain that nobody has any more come when all is over. The last is the one that is
 * waited for. */
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

/* A domain on its way from a call of ours. */
typedef struct
{
  Harness *harness;
  ObjectsThread thread;
  char *xml;
  LibvirtDomain *domain;
} Making;

static void
define_in_thread (gpointer data)
{
  Making *self = data;
  g_autoptr (GError) error = NULL;

  self->domain = libvirt_connect_define_domain_xml (self->harness->connect, self->xml, &error);
  g_assert_no_error (error);
}

static void
create_in_thread (gpointer data)
{
  Making *self = data;
  g_autoptr (GError) error = NULL;

  self->domain = libvirt_connect_create_domain_xml (self->harness->connect, self->xml, 0, &error);
  g_assert_no_error (error);
}

/* It has been made, and waits there. */
static void
making_begin (Making *self,
              Harness *harness,
              void (*func) (gpointer data),
              Stop where)
{
  self->harness = harness;
  self->xml = harness_domain_xml ("own-guest");
  self->domain = NULL;
  count_queries_for ("own-guest");
  run_until (where, &self->thread, func, self);
}

/* What @change does to it, another program does. */
static void
making_change (Making *self,
               int (*change) (virDomainPtr domain))
{
  virDomainPtr domain = virDomainLookupByName (self->harness->raw, "own-guest");

  g_assert_cmpint (change (domain), ==, 0);
  virDomainFree (domain);
}

static void
making_end (Making *self)
{
  take_answer (self->harness, &self->thread);
  g_assert_nonnull (self->domain);
}

static void
making_clear (Making *self)
{
  g_free (self->xml);
  g_object_unref (self->domain);
}

static gboolean
list_has (GListModel *list,
          gpointer domain)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (list, i);

      if (item == domain)
        return TRUE;
    }

  return FALSE;
}

typedef struct
{
  void (*make) (gpointer data);
  int (*end) (virDomainPtr domain);
  Stop where;
} Passing;

/* All have heard that it was made, and that it is gone, when the call returns. */
static void
test_gone_when_made (Harness *self,
                     gconstpointer data)
{
  const Passing *passing = data;
  GListModel *list = harness_get_domains (self);
  Making making;

  making_begin (&making, self, passing->make, passing->where);
  making_change (&making, passing->end);
  harness_wait_for_events (self);
  making_end (&making);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (making.domain)));
  harness_wait_for_events (self);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (making.domain)));
  g_assert_false (list_has (list, making.domain));
  making_clear (&making);
}

/* Nobody has heard of it yet. */
static void
test_gone_unheard (Harness *self,
                   gconstpointer data)
{
  const Passing *passing = data;
  GListModel *list = harness_get_domains (self);
  Making making;

  making_begin (&making, self, passing->make, passing->where);
  making_change (&making, passing->end);
  making_end (&making);
  harness_wait_for_events (self);
  harness_wait_until (!libvirt_entity_get_exists (LIBVIRT_ENTITY (making.domain)));
  harness_finish_threads ();
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (making.domain)));
  g_assert_false (list_has (list, making.domain));
  making_clear (&making);
}

/* Where nobody listens, nothing is made of an event. */
static void
let_events_pass (void)
{
  gint64 end = g_get_monotonic_time () + 200 * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end)
    {
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

static void
assert_raw_id (Harness *self,
               LibvirtDomain *domain)
{
  virDomainPtr now = virDomainLookupByName (self->raw, libvirt_domain_get_name (domain));

  g_assert_true (libvirt_domain_peek_active (domain));
  g_assert_cmpint (libvirt_domain_get_id (domain), ==, (int) virDomainGetID (now));
  virDomainFree (now);
}

static void
test_started_when_made (Harness *self,
                        gconstpointer data)
{
  Making making;

  making_begin (&making, self, define_in_thread, STOP_AFTER_QUERY);
  making_change (&making, virDomainCreate);
  let_events_pass ();
  making_end (&making);
  assert_raw_id (self, making.domain);

  making_change (&making, virDomainDestroy);
  making_change (&making, virDomainUndefine);
  harness_wait_for_events (self);
  making_clear (&making);
}

/* That the event of the call itself has come is no reason to ask again. */
static void
test_made_by_one_question (Harness *self,
                           gconstpointer data)
{
  const Passing *passing = data;
  Making making;

  making_begin (&making, self, passing->make, STOP_AFTER_QUERY);
  let_events_pass ();
  making_end (&making);
  let_events_pass ();
  g_assert_cmpint (g_atomic_int_get (&n_queries), ==, 1);
  g_assert_true (libvirt_entity_get_exists (LIBVIRT_ENTITY (making.domain)));

  making_change (&making, passing->end);
  harness_wait_for_events (self);
  making_clear (&making);
}

/* The first event that comes has arrived, and is not told yet where libvirt has a thread of its own. */
static void
let_event_arrive (Harness *self)
{
  if (objects_are_served_by_context ())
    {
      harness_wait_for_events (self);
      return;
    }

  while (!g_main_context_pending (NULL))
    g_thread_yield ();
}

/* What others have started is found to run by a call that is not told its number. */
static void
test_started_unheard (Harness *self,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (virDomainDestroy (self->raw_domain), ==, 0);
  harness_wait_for_events (self);
  g_assert_cmpint (libvirt_domain_get_id (self->domain), ==, -1);
  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  g_assert_true (libvirt_domain_suspend (self->domain, &error));
  g_assert_no_error (error);
  assert_raw_id (self, self->domain);
  harness_wait_for_events (self);
  harness_finish_threads ();
  assert_raw_id (self, self->domain);
}

/* The events have arrived, but are told when the call has said that it runs, as it did. */
static void
test_restarted_unheard (Harness *self,
                        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (libvirt_domain_get_id (self->domain), >, 0);
  g_assert_cmpint (virDomainDestroy (self->raw_domain), ==, 0);
  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  let_event_arrive (self);
  g_usleep (50000); /* the second one */
  g_assert_true (libvirt_domain_suspend (self->domain, &error));
  g_assert_no_error (error);
  harness_wait_for_events (self);
  harness_finish_threads ();
  assert_raw_id (self, self->domain);
}

static void
test_started_before_list (Harness *self,
                          gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) listed = NULL;

  g_assert_cmpint (virDomainDestroy (self->raw_domain), ==, 0);
  harness_wait_for_events (self);
  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  listed = libvirt_connect_list_all_domains (self->connect, 0, &error);
  g_assert_no_error (error);
  assert_raw_id (self, self->domain);
  harness_wait_for_events (self);
  assert_raw_id (self, self->domain);
}

static GPtrArray *
list_all (Harness *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *domains = libvirt_connect_list_all_domains (self->connect, 0, &error);

  g_assert_no_error (error);
  return domains;
}

typedef struct
{
  Harness *harness;
  GPtrArray *domains;
} Listing;

static void
list_in_thread (gpointer data)
{
  Listing *self = data;

  self->domains = list_all (self->harness);
}

static void
forget_all (Harness *self)
{
  g_autoptr (GPtrArray) domains = list_all (self);

  for (guint i = 0; i < domains->len; i++)
    libvirt_connect_forget (self->connect, domains->pdata[i]);
}

static LibvirtDomain *
find_named (GPtrArray *domains,
            const char *name)
{
  for (guint i = 0; i < domains->len; i++)
    {
      if (g_str_equal (libvirt_domain_get_name (domains->pdata[i]), name))
        return domains->pdata[i];
    }

  g_assert_not_reached ();
}

static void
assert_uuid_as_raw (LibvirtDomain *domain,
                    virDomainPtr raw)
{
  char uuid[VIR_UUID_STRING_BUFLEN];

  virDomainGetUUIDString (raw, uuid);
  g_assert_cmpstr (libvirt_domain_get_uuid_string (domain), ==, uuid);
}

static virDomainPtr
create_raw (Harness *self,
            const char *xml)
{
  virDomainPtr domain = virDomainCreateXML (self->raw, xml, 0);

  g_assert_nonnull (domain);
  return domain;
}

/* What is known has been renamed, and another domain has its name. Nobody has heard of that. */
static void
test_name_of_another (Harness *self,
                      gconstpointer data)
{
  g_autofree char *xml = harness_domain_xml ("much-used");
  virDomainPtr raw[2];
  LibvirtDomain *first;
  LibvirtDomain *second;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  raw[0] = virDomainDefineXML (self->raw, xml);
  harness_wait_for_events (self);
  before = list_all (self);
  g_assert_cmpint (virDomainRename (raw[0], "another", 0), ==, 0);
  raw[1] = create_raw (self, xml);

  after = list_all (self);
  g_assert_cmpuint (after->len, ==, before->len + 1);
  first = find_named (after, "another");
  second = find_named (after, "much-used");
  assert_uuid_as_raw (first, raw[0]);
  assert_uuid_as_raw (second, raw[1]);
  g_assert_false (libvirt_domain_peek_active (first));
  assert_raw_id (self, second);

  g_assert_cmpint (virDomainDestroy (raw[1]), ==, 0);
  g_assert_cmpint (virDomainUndefine (raw[0]), ==, 0);
  harness_wait_for_events (self);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (first)));
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (second)));
  for (guint i = 0; i < G_N_ELEMENTS (raw); i++)
    virDomainFree (raw[i]);
}

static int is_held; /* atomic: 1 from when the worker stands still, until it is set to 0 */

static void
on_hold (int timer,
         void *opaque)
{
  virEventRemoveTimeout (timer);
  g_atomic_int_set (&is_held, 1);
  while (g_atomic_int_get (&is_held) == 1)
    g_usleep (1000);
}

/* No event arrives up to let_events_arrive(); in a context none does before that runs. */
static void
hold_events (void)
{
  if (objects_are_served_by_context ())
    return;

  g_assert_cmpint (virEventAddTimeout (0, on_hold, NULL, NULL), >, 0);
  while (g_atomic_int_get (&is_held) == 0)
    g_usleep (1000);
}

static void
let_events_arrive (void)
{
  g_atomic_int_set (&is_held, 0);
  g_usleep (50000);
}

typedef struct
{
  gboolean ran_before; /* and its end is told with the start */
  gboolean lists_more; /* when the start has arrived, and before it is told */
} Starting;

/* A list by which all that runs has a definition is older than what it finds to run. */
static void
test_started_in_list (Harness *self,
                      gconstpointer data)
{
  const Starting *starting = data;
  g_autofree char *new_xml = harness_domain_xml ("short-lived");
  g_autofree char *xml = NULL; /* of the one that ran before: it is created again */
  Listing listing = { self };
  ObjectsThread thread;
  LibvirtDomain *domain;
  virDomainPtr raw = NULL;

  if (starting->ran_before)
    {
      raw = create_raw (self, new_xml);
      xml = virDomainGetXMLDesc (raw, 0);
      harness_wait_for_events (self);
    }
  forget_all (self);
  hold_events ();
  if (starting->ran_before)
    {
      g_assert_cmpint (virDomainDestroy (raw), ==, 0);
      virDomainFree (raw);
    }

  run_until (STOP_AFTER_TRANSIENT, &thread, list_in_thread, &listing);
  raw = create_raw (self, xml != NULL ? xml : new_xml);
  take_answer (self, &thread);
  domain = find_named (listing.domains, "short-lived");
  libvirt_domain_get_id (domain); /* of which the start has nothing new to tell then */
  let_events_arrive ();
  if (starting->lists_more)
    g_ptr_array_unref (list_all (self));
  harness_wait_until (!libvirt_domain_peek_persistent (domain));
  g_assert_true (libvirt_domain_peek_persistent (find_named (listing.domains, self->name)));

  g_assert_cmpint (virDomainDestroy (raw), ==, 0);
  harness_wait_for_events (self);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (domain)));
  virDomainFree (raw);
  g_ptr_array_unref (listing.domains);
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

/* Another program starts what is defined anew. */
static void
test_started_when_defined (Harness *self,
                           gconstpointer data)
{
  Making making = { .harness = self };

  g_assert_cmpint (virDomainDestroy (self->raw_domain), ==, 0);
  harness_wait_for_events (self);
  making.xml = virDomainGetXMLDesc (self->raw_domain, VIR_DOMAIN_XML_INACTIVE);
  run_until (STOP_BEFORE_QUERY, &making.thread, define_in_thread, &making);
  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  harness_wait_for_events (self);
  making_end (&making);
  g_assert_true (making.domain == self->domain);
  assert_raw_id (self, self->domain);
  harness_wait_for_events (self);
  harness_finish_threads ();
  assert_raw_id (self, self->domain);
  making_clear (&making);
}

/* The event of the start is told when the domain is paused, and is known by then. */
static void
test_no_question (Harness *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_domain_destroy (self->domain, &error));
  let_events_pass ();
  count_queries_for (self->name);
  g_assert_true (libvirt_domain_create (self->domain, &error));
  let_event_arrive (self);
  g_assert_true (libvirt_domain_suspend (self->domain, &error));
  g_assert_no_error (error);
  let_events_pass ();
  g_assert_cmpint (g_atomic_int_get (&n_queries), ==, 0);
  count_queries_for (NULL);
  assert_raw_id (self, self->domain);
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

/* What a call does on its way is told when it is done: no news any more, whatever the domain went through. */
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
  take_answer (self, &thread);
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
  int id = virConnectDomainEventRegisterAny (self->raw, self->raw_domain, VIR_DOMAIN_EVENT_ID_LIFECYCLE,
                                             VIR_DOMAIN_EVENT_CALLBACK (on_lifecycle_count), &n_arrived,
                                             NULL);

  g_assert_cmpint (id, >=, 0);
  g_signal_connect (self->domain, "notify::state", G_CALLBACK (on_notify_count), &n_states);
  suspend_until (self, STOP_BEFORE_CALL, &thread);
  objects_toggle (self->raw_domain, N_CHANGES);
  while (g_atomic_int_get (&n_arrived) < 2 * N_CHANGES)
    g_usleep (1000);
  take_answer (self, &thread);
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

#define ADD_PASSING(path, passing, func) \
  g_test_add ("/objects/changes/" path, Harness, passing, set_up, func, harness_tear_down)

#define ADD_STARTING(path, starting) \
  g_test_add ("/objects/changes/" path, Harness, starting, set_up, test_started_in_list, \
              harness_tear_down)

int
main (int argc,
      char **argv)
{
  static const Starting starting[] = { { FALSE, FALSE }, { TRUE, FALSE }, { FALSE, TRUE } };
  static const Passing defined = { define_in_thread, virDomainUndefine, STOP_AFTER_QUERY };
  static const Passing created = { create_in_thread, virDomainDestroy, STOP_AFTER_QUERY };
  static const Passing defined_unasked = { define_in_thread, virDomainUndefine, STOP_BEFORE_QUERY };
  static const Passing created_unasked = { create_in_thread, virDomainDestroy, STOP_BEFORE_QUERY };

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
  ADD_PASSING ("gone-when-made/defined", &defined, test_gone_when_made);
  ADD_PASSING ("gone-when-made/created", &created, test_gone_when_made);
  ADD_PASSING ("gone-when-asked/defined", &defined_unasked, test_gone_when_made);
  ADD_PASSING ("gone-when-asked/created", &created_unasked, test_gone_when_made);
  ADD_PASSING ("gone-unheard/defined", &defined, test_gone_unheard);
  ADD_PASSING ("gone-unheard/created", &created, test_gone_unheard);
  ADD_PASSING ("gone-unheard-when-asked/defined", &defined_unasked, test_gone_unheard);
  ADD_PASSING ("gone-unheard-when-asked/created", &created_unasked, test_gone_unheard);
  ADD ("started-when-made", test_started_when_made);
  ADD_PASSING ("made-by-one-question/defined", &defined, test_made_by_one_question);
  ADD_PASSING ("made-by-one-question/created", &created, test_made_by_one_question);
  ADD ("started-unheard", test_started_unheard);
  ADD ("restarted-unheard", test_restarted_unheard);
  ADD ("started-before-list", test_started_before_list);
  ADD_STARTING ("started-in-list/plain", &starting[0]);
  ADD_STARTING ("started-in-list/after-its-end", &starting[1]);
  ADD_STARTING ("started-in-list/listed-again", &starting[2]);
  ADD ("undefined-by-others", test_undefined_by_others);
  ADD ("listed-with-name-of-another", test_name_of_another);
  ADD ("started-when-defined", test_started_when_defined);
  ADD ("started-with-no-question", test_no_question);
  ADD ("found-by-a-worker-before-it-returns", test_found_before);

  return g_test_run ();
}
