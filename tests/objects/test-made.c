/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Domains that a call or a list makes known, while others start, end or rename them. */

#include <dlfcn.h>

#include "stops.h"

#define ADD(path, data, func) \
  g_test_add ("/objects/made/" path, Harness, data, objects_set_up_running, func, harness_tear_down)

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
  stops_count_queries_for ("own-guest");
  stops_run_until (where, &self->thread, func, self);
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
  stops_take_answer (&self->thread);
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
  stops_let_events_pass ();
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
  stops_let_events_pass ();
  making_end (&making);
  stops_let_events_pass ();
  g_assert_cmpint (stops_get_n_queries (), ==, 1);
  g_assert_true (libvirt_entity_get_exists (LIBVIRT_ENTITY (making.domain)));

  making_change (&making, passing->end);
  harness_wait_for_events (self);
  making_clear (&making);
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
  stops_let_first_event_arrive (self);
  g_usleep (50000); /* the second one */
  g_assert_true (libvirt_domain_suspend (self->domain, &error));
  g_assert_no_error (error);
  harness_wait_for_events (self);
  harness_finish_threads ();
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
  stops_hold_events ();
  if (starting->ran_before)
    {
      g_assert_cmpint (virDomainDestroy (raw), ==, 0);
      virDomainFree (raw);
    }

  stops_run_until (STOP_AFTER_TRANSIENT, &thread, list_in_thread, &listing);
  raw = create_raw (self, xml != NULL ? xml : new_xml);
  stops_take_answer (&thread);
  domain = find_named (listing.domains, "short-lived");
  libvirt_domain_get_id (domain); /* of which the start has nothing new to tell then */
  stops_let_events_arrive ();
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

static virDomainPtr ending; /* ends while the list that is being asked for is read */

/* libvirt reads one state after the other, and what has gone meanwhile is shut off by that. */
int
virConnectGetAllDomainStats (virConnectPtr connect,
                             unsigned int stats,
                             virDomainStatsRecordPtr **records,
                             unsigned int flags)
{
  __typeof__ (&virConnectGetAllDomainStats) get_all =
    dlsym (RTLD_NEXT, "virConnectGetAllDomainStats");
  int n_records = get_all (connect, stats, records, flags);

  for (int i = 0; ending != NULL && i < n_records; i++)
    {
      virDomainStatsRecordPtr record = (*records)[i];

      if (g_str_equal (virDomainGetName (record->dom), virDomainGetName (ending)))
        virTypedParamsGet (record->params, record->nparams, "state.state")->value.i =
          VIR_DOMAIN_SHUTOFF;
    }
  if (ending != NULL)
    g_assert_cmpint (virDomainDestroy (ending), ==, 0);
  return n_records;
}

static void
test_ended_in_list (Harness *self,
                    gconstpointer is_known)
{
  g_autofree char *xml = harness_domain_xml ("short-lived");
  g_autoptr (GPtrArray) domains = NULL;
  virDomainPtr raw = create_raw (self, xml);
  LibvirtDomain *domain;

  harness_wait_for_events (self);
  if (is_known != NULL)
    g_ptr_array_unref (list_all (self));
  else
    forget_all (self);
  stops_hold_events ();
  ending = raw;
  domains = list_all (self);
  ending = NULL;
  domain = find_named (domains, "short-lived");
  g_assert_true (libvirt_entity_get_exists (LIBVIRT_ENTITY (domain)));
  g_assert_false (libvirt_domain_peek_active (domain));

  stops_let_events_arrive ();
  harness_wait_until (!libvirt_entity_get_exists (LIBVIRT_ENTITY (domain)));
  virDomainFree (raw);
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
  stops_run_until (STOP_BEFORE_QUERY, &making.thread, define_in_thread, &making);
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
  stops_let_events_pass ();
  stops_count_queries_for (self->name);
  g_assert_true (libvirt_domain_create (self->domain, &error));
  stops_let_first_event_arrive (self);
  g_assert_true (libvirt_domain_suspend (self->domain, &error));
  g_assert_no_error (error);
  stops_let_events_pass ();
  g_assert_cmpint (stops_get_n_queries (), ==, 0);
  stops_count_queries_for (NULL);
  assert_raw_id (self, self->domain);
}

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

  ADD ("gone-when-made/defined", &defined, test_gone_when_made);
  ADD ("gone-when-made/created", &created, test_gone_when_made);
  ADD ("gone-when-asked/defined", &defined_unasked, test_gone_when_made);
  ADD ("gone-when-asked/created", &created_unasked, test_gone_when_made);
  ADD ("gone-unheard/defined", &defined, test_gone_unheard);
  ADD ("gone-unheard/created", &created, test_gone_unheard);
  ADD ("gone-unheard-when-asked/defined", &defined_unasked, test_gone_unheard);
  ADD ("gone-unheard-when-asked/created", &created_unasked, test_gone_unheard);
  ADD ("started-when-made", NULL, test_started_when_made);
  ADD ("made-by-one-question/defined", &defined, test_made_by_one_question);
  ADD ("made-by-one-question/created", &created, test_made_by_one_question);
  ADD ("started-unheard", NULL, test_started_unheard);
  ADD ("restarted-unheard", NULL, test_restarted_unheard);
  ADD ("started-before-list", NULL, test_started_before_list);
  ADD ("started-in-list/plain", &starting[0], test_started_in_list);
  ADD ("started-in-list/after-its-end", &starting[1], test_started_in_list);
  ADD ("started-in-list/listed-again", &starting[2], test_started_in_list);
  ADD ("ended-in-list/known", "known", test_ended_in_list);
  ADD ("ended-in-list/unknown", NULL, test_ended_in_list);
  ADD ("listed-with-name-of-another", NULL, test_name_of_another);
  ADD ("started-when-defined", NULL, test_started_when_defined);
  ADD ("started-with-no-question", NULL, test_no_question);

  return g_test_run ();
}
