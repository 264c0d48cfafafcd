/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * Live lists that are opened while others change what is in them: 1,000 rounds, over a socket. In
 * the end each must have what a raw connection lists, as it is there.
 */

#include <stdlib.h>

#include "daemon.h"
#include "objects.h"

#define ADD(path, func) \
  g_test_add ("/objects/lists/" path, Fixture, NULL, set_up, func, tear_down)

#define N_BATCHES 100
#define N_ROUNDS 10 /* in each batch */
#define N_GUESTS 8

typedef struct
{
  Daemon *daemon;
  char *uri;
  virConnectPtr raw;
  LibvirtConnect *connect; /* open all the time */
  guint64 random;          /* only touched by the thread that changes things */
  char difference[1024];   /* between a list and what there is */
} Fixture;

static void
set_up (Fixture *self,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->daemon = daemon_new (NULL);
  if (self->daemon == NULL)
    return;

  self->uri = daemon_dup_uri (self->daemon, NULL);
  self->connect = libvirt_connect_open (self->uri, &error);
  g_assert_no_error (error);
  self->raw = virConnectOpen (self->uri);
  g_assert_nonnull (self->raw);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  if (self->daemon == NULL)
    return;

  virConnectClose (self->raw);
  g_clear_object (&self->connect);
  daemon_free (self->daemon);
  g_free (self->uri);
  harness_finish_threads ();
}

/* The same numbers each time. */
static guint
next_random (Fixture *self,
             guint n)
{
  self->random = self->random * 6364136223846793005u + 1442695040888963407u;
  return (guint) (self->random >> 33) % n;
}

static virDomainPtr
define_guest (Fixture *self)
{
  g_autofree char *name = g_strdup_printf ("guest-%u", next_random (self, N_GUESTS));
  g_autofree char *xml = harness_domain_xml (name);
  virDomainPtr guest = virDomainLookupByName (self->raw, name);

  /* One that runs already may have no definition. */
  if (guest != NULL)
    return guest;

  guest = virDomainDefineXML (self->raw, xml);
  g_assert_nonnull (guest);
  return guest;
}

/* Fails where a guest is like that already. It ends as anything that it can be. */
static void
change_guest (Fixture *self)
{
  virDomainPtr guest = define_guest (self);

  virDomainCreate (guest);
  if (next_random (self, 2) == 0)
    virDomainUndefine (guest);
  if (next_random (self, 2) == 0)
    virDomainDestroy (guest);
  if (next_random (self, 2) == 0)
    virDomainUndefine (guest);
  virDomainFree (guest);
}

static void
change_guests (gpointer data)
{
  for (guint i = 0; i < N_ROUNDS; i++)
    change_guest (data);
}

static LibvirtDomain *
find (GListModel *list,
      virDomainPtr raw)
{
  char uuid[VIR_UUID_STRING_BUFLEN];

  virDomainGetUUIDString (raw, uuid);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (LibvirtDomain) domain = g_list_model_get_item (list, i);

      if (g_str_equal (libvirt_domain_get_uuid_string (domain), uuid))
        return domain; /* the list has it, too */
    }

  return NULL;
}

static char *
describe (gboolean exists,
          const char *name,
          int state,
          int active,
          int persistent)
{
  return g_strdup_printf ("'%s': exists %d, state %d, active %d, persistent %d", name, exists, state,
                          active, persistent);
}

static char *
describe_raw (virDomainPtr raw)
{
  int state;

  g_assert_cmpint (virDomainGetState (raw, &state, NULL, 0), ==, 0);
  return describe (TRUE, virDomainGetName (raw), state, virDomainIsActive (raw),
                   virDomainIsPersistent (raw));
}

static char *
describe_ours (LibvirtDomain *domain)
{
  if (domain == NULL)
    return g_strdup ("not in the list");

  return describe (libvirt_entity_get_exists (LIBVIRT_ENTITY (domain)),
                   libvirt_domain_get_name (domain), (int) libvirt_domain_peek_state (domain),
                   libvirt_domain_peek_active (domain), libvirt_domain_peek_persistent (domain));
}

static gboolean
is_as_raw (Fixture *self,
           GListModel *list,
           virDomainPtr raw)
{
  g_autofree char *expected = describe_raw (raw);
  g_autofree char *found = describe_ours (find (list, raw));

  g_snprintf (self->difference, sizeof self->difference, "%s; ours: %s", expected, found);
  return g_str_equal (found, expected);
}

static gboolean
are_as_raw (Fixture *self,
            GListModel *list)
{
  virDomainPtr *raw;
  int n_raw = virConnectListAllDomains (self->raw, &raw, 0);
  int n_items = (int) g_list_model_get_n_items (list);
  gboolean same = n_raw == n_items;

  g_assert_cmpint (n_raw, >=, 0); /* or else the daemon is gone, and the wait has no end */
  g_snprintf (self->difference, sizeof self->difference, "%d domains: %d items", n_raw, n_items);
  for (int i = 0; i < n_raw; i++)
    {
      same = same && is_as_raw (self, list, raw[i]);
      virDomainFree (raw[i]);
    }
  free (raw);
  return same;
}

static void
count_up (guint *n)
{
  ++*n;
}

/* Until all events were told that there are so far: the last of them is this one. */
static void
wait_for_events (Fixture *self,
                 LibvirtConnect *connect)
{
  virDomainPtr raw = virDomainLookupByName (self->raw, "test");
  g_autoptr (LibvirtDomain) domain =
    libvirt_connect_lookup_domain_by_name (connect, "test", NULL);
  guint n_resumed = 0;

  g_assert_nonnull (domain);
  g_signal_connect_swapped (domain, "event-lifecycle::resumed", G_CALLBACK (count_up), &n_resumed);
  objects_toggle (raw, 1);
  virDomainFree (raw);
  harness_wait_until (n_resumed > 0);
  g_signal_handlers_disconnect_by_data (domain, &n_resumed);
}

static void
assert_settles (Fixture *self,
                LibvirtConnect *connect)
{
  GListModel *list = libvirt_connect_get_domains (connect);

  wait_for_events (self, connect);
  harness_wait_until_loaded (list);
  /* What an event left open is being asked for. */
  harness_wait_until_told (are_as_raw (self, list), self->difference);
}

static void
open_list (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtConnect) connect = NULL;
  ObjectsThread changes;

  objects_thread_start (&changes, change_guests, self);
  connect = libvirt_connect_open (self->uri, &error);
  g_assert_no_error (error);
  libvirt_connect_get_domains (connect);
  objects_thread_wait (&changes);

  assert_settles (self, connect);
  g_assert_true (libvirt_connect_close (connect, &error));
  g_assert_no_error (error);
}

static void
test_opened_while_others_change (Fixture *self,
                                 gconstpointer data)
{
  if (self->daemon == NULL)
    return;

  libvirt_connect_get_domains (self->connect);
  for (guint i = 0; i < N_BATCHES; i++)
    {
      open_list (self);
      assert_settles (self, self->connect);
    }
}

static void
count_changes (GListModel *list,
               guint position,
               guint removed,
               guint added,
               gpointer user_data)
{
  ++*(guint *) user_data;
}

static LibvirtDomain *
define_own (Fixture *self,
            const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = harness_domain_xml (name);
  LibvirtDomain *domain = libvirt_connect_define_domain_xml (self->connect, xml, &error);

  g_assert_no_error (error);
  return domain;
}

static guint
find_position (GListModel *list,
               LibvirtDomain *domain)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (LibvirtDomain) item = g_list_model_get_item (list, i);

      if (item == domain)
        return i;
    }
  g_assert_not_reached ();
}

/* By our own call, over a socket: there libvirt changes the name in the handle that it is given. */
static void
test_renamed (Fixture *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) first = NULL;
  g_autoptr (LibvirtDomain) second = NULL;
  g_autoptr (LibvirtDomain) found = NULL;
  guint n_notified = 0;
  guint n_changes = 0;
  guint position;
  GListModel *list;
  virDomainPtr raw;

  if (self->daemon == NULL)
    return;

  first = define_own (self, "first");
  second = define_own (self, "second");
  list = libvirt_connect_get_domains (self->connect);
  harness_wait_until_loaded (list);
  position = find_position (list, first);
  g_signal_connect (list, "items-changed", G_CALLBACK (count_changes), &n_changes);
  g_signal_connect_swapped (first, "notify::name", G_CALLBACK (count_up), &n_notified);

  g_assert_true (libvirt_domain_rename (first, "renamed", 0, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (libvirt_domain_get_name (first), ==, "renamed");
  g_assert_cmpuint (n_notified, ==, 1);
  found = libvirt_connect_lookup_domain_by_name (self->connect, "renamed", &error);
  g_assert_no_error (error);
  g_assert_true (found == first);
  wait_for_events (self, self->connect);
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_cmpuint (n_changes, ==, 0);
  g_assert_cmpuint (find_position (list, first), ==, position);

  /* Events lead to it, too. */
  raw = virDomainLookupByName (self->raw, "renamed");
  g_assert_cmpint (virDomainCreate (raw), ==, 0);
  virDomainFree (raw);
  harness_wait_until (libvirt_domain_peek_active (first));
  g_signal_handlers_disconnect_by_data (list, &n_changes);
}

static void
load (Fixture *self)
{
  harness_wait_until_loaded (libvirt_connect_get_domains (self->connect));
}

static LibvirtDomain *
look_up (Fixture *self,
         const char *name)
{
  g_autoptr (GError) error = NULL;
  LibvirtDomain *domain = libvirt_connect_lookup_domain_by_name (self->connect, name, &error);

  g_assert_no_error (error);
  return domain;
}

static virDomainPtr
create_raw (Fixture *self,
            const char *name)
{
  g_autofree char *xml = harness_domain_xml (name);
  virDomainPtr raw = virDomainCreateXML (self->raw, xml, 0);

  g_assert_nonnull (raw);
  return raw;
}

static void
destroy_raw (virDomainPtr raw)
{
  g_assert_cmpint (virDomainDestroy (raw), ==, 0);
  virDomainFree (raw);
}

/* Each is found before the events of those before it are told, if the main context is to tell them. */
static void
test_one_after_the_other (Fixture *self,
                          gconstpointer data)
{
  virDomainPtr raw;

  if (self->daemon == NULL)
    return;

  raw = create_raw (self, "same");
  load (self);
  for (guint i = 0; i < 2; i++)
    {
      destroy_raw (raw);
      raw = create_raw (self, "same");
      g_object_unref (look_up (self, "same"));
    }
  assert_settles (self, self->connect);
  virDomainFree (raw);
}

/* Of the one before nobody knows any more. */
static void
test_forgotten_before (Fixture *self,
                       gconstpointer data)
{
  g_autoptr (LibvirtDomain) first = NULL;
  g_autoptr (LibvirtDomain) second = NULL;
  guint n_notified = 0;
  virDomainPtr raw;

  if (self->daemon == NULL)
    return;

  raw = create_raw (self, "same");
  load (self);
  wait_for_events (self, self->connect);
  first = look_up (self, "same");
  libvirt_connect_forget (self->connect, LIBVIRT_ENTITY (first));
  g_clear_object (&first);
  destroy_raw (raw);
  raw = create_raw (self, "same");
  second = look_up (self, "same");
  g_signal_connect_swapped (second, "notify::exists", G_CALLBACK (count_up), &n_notified);
  assert_settles (self, self->connect);
  g_assert_cmpuint (n_notified, ==, 0);
  g_signal_handlers_disconnect_by_data (second, &n_notified);
  virDomainFree (raw);
}

static void
test_renamed_before_the_end_is_told (Fixture *self,
                                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) first = NULL;
  virDomainPtr raw;

  if (self->daemon == NULL)
    return;

  first = define_own (self, "first");
  g_assert_true (libvirt_domain_create (first, &error));
  g_assert_no_error (error);
  load (self);
  wait_for_events (self, self->connect);
  raw = virDomainLookupByName (self->raw, "first");
  destroy_raw (raw);
  g_assert_true (libvirt_domain_rename (first, "renamed", 0, &error));
  g_assert_no_error (error);
  virDomainFree (create_raw (self, "first"));
  g_object_unref (look_up (self, "first"));
  assert_settles (self, self->connect);
}

/* What has just been made is not told to be gone, as another one with its name is. */
static void
test_made_again (Fixture *self,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = harness_domain_xml ("again");
  g_autoptr (LibvirtDomain) first = NULL;
  g_autoptr (LibvirtDomain) second = NULL;
  guint n_notified = 0;

  if (self->daemon == NULL)
    return;

  load (self);
  first = libvirt_connect_create_domain_xml (self->connect, xml, 0, &error);
  g_assert_no_error (error);
  wait_for_events (self, self->connect);
  g_assert_true (libvirt_domain_destroy (first, &error));
  g_assert_no_error (error);
  second = libvirt_connect_create_domain_xml (self->connect, xml, 0, &error);
  g_assert_no_error (error);
  g_signal_connect_swapped (second, "notify::exists", G_CALLBACK (count_up), &n_notified);
  assert_settles (self, self->connect);
  g_assert_cmpuint (n_notified, ==, 0);
  g_signal_handlers_disconnect_by_data (second, &n_notified);
}

static void
keep (LibvirtConnect *connect,
      LibvirtDomain *domain,
      LibvirtDomainEventType event,
      int detail,
      gpointer user_data)
{
  g_set_object ((LibvirtDomain **) user_data, domain);
}

/* An event that tells of an unknown domain does not say that it is paused. */
static void
test_found_by_its_definition (Fixture *self,
                              gconstpointer data)
{
  g_autoptr (LibvirtDomain) found = NULL;
  g_autofree char *xml = NULL;
  virDomainPtr raw;

  if (self->daemon == NULL)
    return;

  raw = create_raw (self, "paused");
  g_assert_cmpint (virDomainSuspend (raw), ==, 0);
  wait_for_events (self, self->connect);
  g_signal_connect (self->connect, "domain-event-lifecycle::defined", G_CALLBACK (keep), &found);
  xml = virDomainGetXMLDesc (raw, VIR_DOMAIN_XML_INACTIVE);
  virDomainFree (virDomainDefineXML (self->raw, xml));
  harness_wait_until (found != NULL);
  harness_wait_until (libvirt_domain_peek_state (found) == LIBVIRT_DOMAIN_STATE_PAUSED);
  g_signal_handlers_disconnect_by_data (self->connect, &found);
  virDomainFree (raw);
}

int
main (int argc,
      char **argv)
{
  objects_init (&argc, &argv);

  ADD ("opened-while-others-change", test_opened_while_others_change);
  ADD ("renamed", test_renamed);
  ADD ("one-after-the-other", test_one_after_the_other);
  ADD ("forgotten-before", test_forgotten_before);
  ADD ("renamed-before-the-end-is-told", test_renamed_before_the_end_is_told);
  ADD ("made-again", test_made_again);
  ADD ("found-by-its-definition", test_found_by_its_definition);

  return g_test_run ();
}
