/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "harness.h"

static void
test_open (Harness *self,
           gconstpointer data)
{
  g_autofree char *uri = virConnectGetURI (self->raw);

  g_assert_cmpstr (libvirt_connect_get_uri (self->connect), ==, uri);
  g_assert_cmpint (libvirt_connect_get_state (self->connect), ==, LIBVIRT_CONNECT_STATE_OPEN);
  g_assert_true (libvirt_connect_is_alive (self->connect, NULL));
  g_assert_true (LIBVIRT_IS_NODE (libvirt_connect_get_node (self->connect)));
  g_assert_true (libvirt_node_get_connection (libvirt_connect_get_node (self->connect)) ==
                 self->connect);
}

static void
test_open_unknown (void)
{
  static const char *const uris[] = { "no-such-hypervisor:///", "test:///no/such/file", "::", "" };

  for (guint i = 0; i < G_N_ELEMENTS (uris) - 1; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (libvirt_connect_open (uris[i], &error));
      g_assert_nonnull (error);
      g_assert_true (error->domain == LIBVIRT_ERROR);
      g_assert_cmpint (error->code, >, 0);
      g_assert_cmpstr (error->message, !=, "");
    }
}

static void
on_opened (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(LibvirtConnect **) user_data = libvirt_connect_open_finish (result, &error);
  g_assert_no_error (error);
}

static void
test_open_async (void)
{
  LibvirtConnect *connect = NULL;

  libvirt_connect_open_async ("test:///default", NULL, on_opened, &connect);
  g_assert_null (connect);
  harness_wait_until (connect != NULL);
  g_assert_finalize_object (connect);
  harness_wait_for_threads ();
}

static void
on_open_cancelled (GObject *source,
                   GAsyncResult *result,
                   gpointer user_data)
{
  GError **error = user_data;

  g_assert_null (libvirt_connect_open_finish (result, error));
}

static void
test_open_async_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) before = NULL;
  g_autoptr (GError) after = NULL;

  libvirt_connect_open_async ("test:///default", cancellable, on_open_cancelled, &after);
  g_cancellable_cancel (cancellable);
  libvirt_connect_open_async ("test:///default", cancellable, on_open_cancelled, &before);
  harness_wait_until (before != NULL && after != NULL);
  g_assert_error (before, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_error (after, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  harness_wait_for_threads ();
}

static void
test_read_only (Harness *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtConnect) connect = libvirt_connect_open_read_only ("test:///default", &error);
  g_autoptr (LibvirtDomain) domain = NULL;
  gboolean read_only;

  g_assert_no_error (error);
  g_object_get (connect, "read-only", &read_only, NULL);
  g_assert_true (read_only);

  domain = libvirt_connect_lookup_domain_by_name (connect, self->name, &error);
  g_assert_no_error (error);
  g_assert_true (domain != self->domain); /* one object for each connection */
  g_assert_false (libvirt_domain_create (domain, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_DENIED);
  g_assert_cmpint (harness_raw_state (self), ==, VIR_DOMAIN_SHUTOFF);
}

static void
test_close (Harness *self,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_assert_no_error (error);
  g_assert_cmpint (libvirt_connect_get_state (self->connect), ==, LIBVIRT_CONNECT_STATE_CLOSED);

  g_assert_false (libvirt_connect_close (self->connect, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_CONN);
  g_clear_error (&error);
  g_assert_null (libvirt_connect_lookup_domain_by_name (self->connect, self->name, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_CONN);
}

static void
test_lookups (Harness *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) uuid = libvirt_domain_get_uuid (self->domain);
  g_autoptr (LibvirtDomain) by_uuid = NULL;
  g_autoptr (LibvirtDomain) by_text = NULL;
  g_autoptr (LibvirtDomain) by_id = NULL;

  by_uuid = libvirt_connect_lookup_domain_by_uuid (self->connect, uuid, &error);
  g_assert_no_error (error);
  g_assert_true (by_uuid == self->domain);

  by_text = libvirt_connect_lookup_domain_by_uuid_string (
    self->connect, libvirt_domain_get_uuid_string (self->domain), &error);
  g_assert_no_error (error);
  g_assert_true (by_text == self->domain);

  g_assert_true (libvirt_domain_create (self->domain, &error));
  by_id = libvirt_connect_lookup_domain_by_id (self->connect,
                                               libvirt_domain_get_id (self->domain), &error);
  g_assert_no_error (error);
  g_assert_true (by_id == self->domain);
}

static void
test_lookups_fail (Harness *self,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) unknown = g_bytes_new ("0123456789abcdef", 16);
  g_autoptr (GBytes) wrong_size = g_bytes_new ("0123456789", 10);

  g_assert_null (libvirt_connect_lookup_domain_by_name (self->connect, "nobody", &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_DOMAIN);
  g_clear_error (&error);
  g_assert_null (libvirt_connect_lookup_domain_by_id (self->connect, 4711, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_DOMAIN);
  g_clear_error (&error);
  g_assert_null (libvirt_connect_lookup_domain_by_uuid (self->connect, unknown, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_DOMAIN);
  g_clear_error (&error);
  g_assert_null (libvirt_connect_lookup_domain_by_uuid (self->connect, wrong_size, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG);
  g_clear_error (&error);
  g_assert_null (libvirt_connect_lookup_domain_by_uuid_string (self->connect, "x", &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG);
}

/* Every property of what a list has is as a raw connection sees it. */
static void
assert_as_raw (Harness *self,
               LibvirtDomain *domain)
{
  virDomainPtr raw = virDomainLookupByUUIDString (self->raw,
                                                  libvirt_domain_get_uuid_string (domain));
  int state;
  int reason;
  int autostart;

  g_assert_nonnull (raw);
  g_assert_cmpint (virDomainGetState (raw, &state, &reason, 0), ==, 0);
  g_assert_cmpint (virDomainGetAutostart (raw, &autostart), ==, 0);
  g_assert_cmpstr (libvirt_domain_get_name (domain), ==, virDomainGetName (raw));
  g_assert_cmpint (libvirt_domain_peek_state (domain), ==, state);
  g_assert_cmpint (libvirt_domain_peek_state_reason (domain), ==, reason);
  g_assert_cmpint (libvirt_domain_get_id (domain), ==, (int) virDomainGetID (raw));
  g_assert_cmpint (libvirt_domain_peek_active (domain), ==, virDomainIsActive (raw));
  g_assert_cmpint (libvirt_domain_peek_persistent (domain), ==, virDomainIsPersistent (raw));
  g_assert_cmpint (libvirt_domain_peek_autostart (domain), ==, autostart);
  g_assert_cmpint (libvirt_domain_peek_has_managed_save (domain), ==,
                   virDomainHasManagedSaveImage (raw, 0));
  virDomainFree (raw);
}

static void
assert_list_as_raw (Harness *self,
                    guint flags)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) domains = libvirt_connect_list_all_domains (self->connect, flags, &error);
  int n_raw = virConnectListAllDomains (self->raw, NULL, flags);

  g_assert_no_error (error);
  g_assert_cmpint (domains->len, ==, n_raw);
  for (guint i = 0; i < domains->len; i++)
    assert_as_raw (self, g_ptr_array_index (domains, i));
}

static void
test_list (Harness *self,
           gconstpointer data)
{
  static const guint flags[] = {
    0,
    VIR_CONNECT_LIST_DOMAINS_ACTIVE,
    VIR_CONNECT_LIST_DOMAINS_INACTIVE,
    VIR_CONNECT_LIST_DOMAINS_TRANSIENT,
    VIR_CONNECT_LIST_DOMAINS_PAUSED,
    VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE,
    VIR_CONNECT_LIST_DOMAINS_AUTOSTART,
    VIR_CONNECT_LIST_DOMAINS_NO_AUTOSTART | VIR_CONNECT_LIST_DOMAINS_ACTIVE,
    VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT,
  };
  virDomainPtr raw[4];

  for (guint i = 0; i < G_N_ELEMENTS (raw); i++)
    {
      g_autofree char *name = g_strdup_printf ("listed-%u", i);
      g_autofree char *xml = harness_domain_xml (name);

      raw[i] = i == 0 ? virDomainCreateXML (self->raw, xml, 0) : virDomainDefineXML (self->raw, xml);
      g_assert_nonnull (raw[i]);
    }
  g_assert_cmpint (virDomainSuspend (raw[0]), ==, 0);
  g_assert_cmpint (virDomainSetAutostart (raw[1], 1), ==, 0);
  g_assert_cmpint (virDomainCreate (raw[2]), ==, 0);
  g_assert_cmpint (virDomainManagedSave (raw[2], 0), ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    assert_list_as_raw (self, flags[i]);

  virDomainDestroy (raw[0]);
  virDomainManagedSaveRemove (raw[2], 0);
  for (guint i = 0; i < G_N_ELEMENTS (raw); i++)
    {
      virDomainUndefine (raw[i]);
      virDomainFree (raw[i]);
    }
}

/* Of what is known a list does not ask whether it has a definition: events tell that. */
static void
test_list_again (Harness *self,
                 gconstpointer data)
{
  g_autofree char *transient_xml = harness_domain_xml ("without-definition");
  g_autofree char *xml = harness_domain_xml ("with-definition");
  virDomainPtr transient = virDomainCreateXML (self->raw, transient_xml, 0);
  virDomainPtr defined = virDomainDefineXML (self->raw, xml);

  g_assert_nonnull (transient);
  g_assert_nonnull (defined);
  g_assert_cmpint (virDomainCreate (defined), ==, 0);
  assert_list_as_raw (self, 0);
  harness_wait_for_events (self);
  assert_list_as_raw (self, 0);

  g_assert_cmpint (virDomainUndefine (defined), ==, 0);
  harness_wait_for_events (self);
  assert_list_as_raw (self, 0);

  virDomainDestroy (transient);
  virDomainDestroy (defined);
  virDomainFree (transient);
  virDomainFree (defined);
}

static void
test_old_lists (Harness *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree int *ids = NULL;
  g_auto (GStrv) names = NULL;
  gsize n_ids;

  ids = libvirt_connect_list_domains (self->connect, &n_ids, &error);
  g_assert_no_error (error);
  g_assert_cmpint (n_ids, ==, virConnectNumOfDomains (self->raw));
  g_assert_cmpint (libvirt_connect_num_of_domains (self->connect, &error), ==, n_ids);

  names = libvirt_connect_list_defined_domains (self->connect, &error);
  g_assert_no_error (error);
  g_assert_true (g_strv_contains ((const char *const *) names, self->name));
  g_assert_cmpint (g_strv_length (names), ==, virConnectNumOfDefinedDomains (self->raw));
  g_assert_cmpint (libvirt_connect_num_of_defined_domains (self->connect, &error), ==,
                   g_strv_length (names));
}

static gpointer
look_up_in_thread (gpointer user_data)
{
  Harness *self = user_data;
  LibvirtDomain *domain = NULL;

  for (int i = 0; i < 200; i++)
    {
      g_autoptr (GPtrArray) all G_GNUC_UNUSED =
        libvirt_connect_list_all_domains (self->connect, 0, NULL);

      g_clear_object (&domain);
      domain = libvirt_connect_lookup_domain_by_name (self->connect, "raced", NULL);
      g_assert_nonnull (domain);
    }

  return domain;
}

/* Lookups and lists that race from several threads find one object. */
static void
test_unique (Harness *self,
             gconstpointer data)
{
  g_autofree char *xml = harness_domain_xml ("raced");
  virDomainPtr raw = virDomainDefineXML (self->raw, xml);
  GThread *threads[4];
  g_autoptr (LibvirtDomain) first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("look-up", look_up_in_thread, self);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (LibvirtDomain) found = g_thread_join (threads[i]);

      if (first == NULL)
        first = g_object_ref (found);
      g_assert_true (found == first);
    }
  g_clear_object (&first);

  g_assert_cmpint (virDomainUndefine (raw), ==, 0);
  virDomainFree (raw);
}

static void
test_forget (Harness *self,
             gconstpointer data)
{
  g_autofree char *xml = harness_domain_xml ("passer-by");
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) again = NULL;
  LibvirtDomain *domain = libvirt_connect_define_domain_xml (self->connect, xml, &error);

  g_assert_no_error (error);
  libvirt_connect_forget (self->connect, LIBVIRT_ENTITY (domain));

  /* As long as somebody has it, it is the one that is found. */
  again = libvirt_connect_lookup_domain_by_name (self->connect, "passer-by", &error);
  g_assert_no_error (error);
  g_assert_true (again == domain);
  g_clear_object (&again);

  libvirt_connect_forget (self->connect, LIBVIRT_ENTITY (domain));
  g_assert_true (libvirt_domain_undefine (domain, &error));
  /* Events and questions that are on their way hold it a little longer. */
  g_object_add_weak_pointer (G_OBJECT (domain), (gpointer *) &domain);
  g_object_unref (domain);
  harness_wait_until (domain == NULL);
}

static void
test_define (Harness *self,
             gconstpointer data)
{
  g_autofree char *xml = harness_domain_xml ("defined");
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = NULL;
  g_autoptr (LibvirtDomain) again = NULL;

  domain = libvirt_connect_define_domain_xml (self->connect, xml, &error);
  g_assert_no_error (error);
  assert_as_raw (self, domain);
  g_assert_true (libvirt_domain_peek_persistent (domain));

  again = libvirt_connect_define_domain_xml_flags (self->connect, xml,
                                                   LIBVIRT_DOMAIN_DEFINE_FLAGS_NONE, &error);
  g_assert_null (again); /* the same name with another UUID */
  g_assert_nonnull (error);
  g_clear_error (&error);

  g_assert_null (libvirt_connect_define_domain_xml (self->connect, "<domain", &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_XML_DETAIL);
  g_clear_error (&error);
  g_assert_true (libvirt_domain_undefine (domain, &error));
  g_assert_no_error (error);
}

static void
test_create_transient (Harness *self,
                       gconstpointer data)
{
  g_autofree char *xml = harness_domain_xml ("created");
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = NULL;

  domain = libvirt_connect_create_domain_xml (self->connect, xml, 0, &error);
  g_assert_no_error (error);
  assert_as_raw (self, domain);
  g_assert_false (libvirt_domain_peek_persistent (domain));

  /* To define what runs makes it persistent. */
  {
    g_autofree char *running = libvirt_domain_get_xml_desc (domain, 0, &error);
    g_autoptr (LibvirtDomain) defined = NULL;

    g_assert_no_error (error);
    defined = libvirt_connect_define_domain_xml (self->connect, running, &error);
    g_assert_no_error (error);
    g_assert_true (defined == domain);
    assert_as_raw (self, domain);
  }

  g_assert_true (libvirt_domain_destroy (domain, &error));
  assert_as_raw (self, domain);
  g_assert_true (libvirt_domain_undefine (domain, &error));
  g_assert_no_error (error);
}

static void
test_native (Harness *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtConnect) wrapped = NULL;
  g_autoptr (LibvirtDomain) domain = NULL;
  virConnectPtr native = libvirt_connect_get_native (self->connect, &error);
  virDomainPtr native_domain = libvirt_domain_get_native (self->domain, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (virDomainGetName (native_domain), ==, self->name);
  domain = libvirt_domain_new_from_native (self->connect, native_domain, &error);
  g_assert_no_error (error);
  g_assert_true (domain == self->domain);
  virDomainFree (native_domain);
  virConnectClose (native);

  wrapped = libvirt_connect_new_from_native (self->raw, &error);
  g_assert_no_error (error);
  g_clear_object (&domain);
  domain = libvirt_connect_lookup_domain_by_name (wrapped, self->name, &error);
  g_assert_no_error (error);
  g_assert_true (libvirt_connect_close (wrapped, &error));
  harness_wait_for_threads ();
  g_assert_cmpint (virConnectIsAlive (self->raw), ==, 1);
}

typedef struct
{
  GMainContext *context;
  guint n;
  gboolean in_other_context;
} ThreadEvents;

static void
on_event_in_thread (LibvirtConnect *connect,
                    LibvirtDomain *domain,
                    LibvirtDomainEventType event,
                    int detail,
                    gpointer user_data)
{
  ThreadEvents *events = user_data;

  events->n++;
  events->in_other_context |= !g_main_context_is_owner (events->context);
}

static gpointer
serve_in_thread (gpointer user_data)
{
  Harness *self = user_data;
  g_autoptr (GMainContext) context = g_main_context_new ();
  ThreadEvents events = { context, 0, FALSE };
  g_autoptr (LibvirtConnect) connect = NULL;

  g_main_context_push_thread_default (context);
  connect = libvirt_connect_open ("test:///default", NULL);
  g_signal_connect (connect, "domain-event-lifecycle", G_CALLBACK (on_event_in_thread), &events);
  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  g_assert_cmpint (virDomainDestroy (self->raw_domain), ==, 0);
  while (events.n < 2)
    g_main_context_iteration (context, TRUE);
  g_assert_false (events.in_other_context);
  g_clear_object (&connect);
  g_main_context_pop_thread_default (context);

  return NULL;
}

static void
test_context_of_thread (Harness *self,
                        gconstpointer data)
{
  g_thread_join (g_thread_new ("serve", serve_in_thread, self));
}

static void
read_all_properties (gpointer object)
{
  guint n_pspecs;
  g_autofree GParamSpec **pspecs =
    g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n_pspecs);

  for (guint i = 0; i < n_pspecs; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      if (pspecs[i]->flags & G_PARAM_READABLE)
        g_object_get_property (object, pspecs[i]->name, &value);
    }
}

/* A program may make objects by itself, though none is of use: they belong to a connection that
 * is closed. */
static void
test_made_by_hand (void)
{
  g_autoptr (GError) error = NULL;
  LibvirtConnect *connect = g_object_new (LIBVIRT_TYPE_CONNECT, NULL);
  LibvirtDomain *domain = g_object_new (LIBVIRT_TYPE_DOMAIN, NULL);
  LibvirtNode *node = g_object_new (LIBVIRT_TYPE_NODE, NULL);
  LibvirtEntityList *list = g_object_new (LIBVIRT_TYPE_ENTITY_LIST, NULL);
  LibvirtConnectAuthRequest *request = g_object_new (LIBVIRT_TYPE_CONNECT_AUTH_REQUEST, NULL);

  read_all_properties (connect);
  read_all_properties (domain);
  read_all_properties (node);
  read_all_properties (list);
  read_all_properties (request);

  g_assert_null (libvirt_connect_list_all_domains (connect, 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_CONN);
  g_clear_error (&error);
  g_assert_false (libvirt_domain_suspend (domain, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_CONN);
  g_clear_error (&error);
  g_assert_null (libvirt_node_get_info (node, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_CONN);
  g_clear_error (&error);
  g_assert_false (libvirt_entity_list_refresh (list, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_CONN);
  libvirt_connect_auth_request_complete (request);

  g_object_unref (request);
  g_object_unref (list);
  g_object_unref (node);
  g_assert_finalize_object (domain);
  g_object_unref (connect);
}

#define ADD(path, func) \
  g_test_add ("/connect/" path, Harness, NULL, harness_set_up, func, harness_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("open", test_open);
  g_test_add_func ("/connect/open/unknown", test_open_unknown);
  g_test_add_func ("/connect/open/async", test_open_async);
  g_test_add_func ("/connect/open/async/cancelled", test_open_async_cancelled);
  g_test_add_func ("/connect/made-by-hand", test_made_by_hand);
  ADD ("open-read-only", test_read_only);
  ADD ("close", test_close);
  ADD ("lookups", test_lookups);
  ADD ("lookups/fail", test_lookups_fail);
  ADD ("list-all-domains", test_list);
  ADD ("list-again", test_list_again);
  ADD ("old-lists", test_old_lists);
  ADD ("unique", test_unique);
  ADD ("forget", test_forget);
  ADD ("define-domain", test_define);
  ADD ("create-domain", test_create_transient);
  ADD ("native", test_native);
  ADD ("context-of-thread", test_context_of_thread);

  return g_test_run ();
}
