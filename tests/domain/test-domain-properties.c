/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "harness.h"

static void
count_notify (GObject *object,
              GParamSpec *pspec,
              gpointer user_data)
{
  ++*(guint *) user_data;
}

static void
test_identity (Harness *self,
               gconstpointer data)
{
  char raw_uuid[VIR_UUID_STRING_BUFLEN];
  g_autofree char *name = NULL;
  g_autofree char *uuid = NULL;
  g_autoptr (LibvirtConnect) connection = NULL;
  g_autoptr (GBytes) bytes = libvirt_domain_get_uuid (self->domain);
  guint8 raw_bytes[VIR_UUID_BUFLEN];

  g_assert_cmpint (virDomainGetUUIDString (self->raw_domain, raw_uuid), ==, 0);
  g_assert_cmpint (virDomainGetUUID (self->raw_domain, raw_bytes), ==, 0);
  g_object_get (self->domain, "name", &name, "uuid", &uuid, "connection", &connection, NULL);
  g_assert_cmpstr (name, ==, self->name);
  g_assert_cmpstr (uuid, ==, raw_uuid);
  g_assert_true (connection == self->connect);
  g_assert_true (libvirt_domain_get_connection (self->domain) == self->connect);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), raw_bytes,
                   sizeof raw_bytes);
}

static void
test_asked (Harness *self,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *os_type = libvirt_domain_get_os_type (self->domain, &error);

  harness_assert_raw_text (os_type, error, virDomainGetOSType (self->raw_domain));
  g_assert_cmpint (libvirt_domain_is_updated (self->domain, &error), ==,
                   virDomainIsUpdated (self->raw_domain));
  g_assert_no_error (error);
}

/* A property is true by the time a call of ours returns, was notified once, and its event, which
 * comes later, changes nothing. No main loop is needed. */
static void
test_own_change_is_read (Harness *self,
                         gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint n_notified = 0;

  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  harness_wait_for_events (self);
  g_assert_cmpint (libvirt_domain_peek_state (self->domain), ==, LIBVIRT_DOMAIN_STATE_RUNNING);

  g_signal_connect (self->domain, "notify::state", G_CALLBACK (count_notify), &n_notified);
  g_assert_true (libvirt_domain_suspend (self->domain, &error));
  g_assert_no_error (error);
  g_assert_cmpint (libvirt_domain_peek_state (self->domain), ==, LIBVIRT_DOMAIN_STATE_PAUSED);
  g_assert_cmpuint (n_notified, ==, 1);

  harness_wait_for_events (self);
  g_assert_cmpuint (n_notified, ==, 1);
}

static void
remember_state (GObject *object,
                GParamSpec *pspec,
                gpointer user_data)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (LIBVIRT_TYPE_DOMAIN_STATE);

  g_string_append_printf (
    user_data, "%s ",
    g_enum_get_value (klass, libvirt_domain_peek_state (LIBVIRT_DOMAIN (object)))->value_nick);
}

/* The events of several changes of ours arrive when all is over, and must not replay them. */
static void
test_own_changes_in_a_row (Harness *self,
                           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) seen = g_string_new (NULL);

  g_signal_connect (self->domain, "notify::state", G_CALLBACK (remember_state), seen);
  g_assert_true (libvirt_domain_create (self->domain, &error));
  for (int i = 0; i < 3; i++)
    {
      g_assert_true (libvirt_domain_suspend (self->domain, &error));
      g_assert_true (libvirt_domain_resume (self->domain, &error));
    }
  g_assert_true (libvirt_domain_destroy (self->domain, &error));
  g_assert_no_error (error);

  g_assert_cmpstr (seen->str, ==,
                   "running paused running paused running paused running shutoff ");
  harness_wait_for_events (self);
  harness_wait_for_events (self);
  g_assert_cmpstr (seen->str, ==,
                   "running paused running paused running paused running shutoff ");
}

static void
test_others_change_is_followed (Harness *self,
                                gconstpointer data)
{
  g_autoptr (GString) seen = g_string_new (NULL);

  g_signal_connect (self->domain, "notify::state", G_CALLBACK (remember_state), seen);
  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  g_assert_cmpint (virDomainSuspend (self->raw_domain), ==, 0);
  g_assert_cmpint (virDomainResume (self->raw_domain), ==, 0);
  g_assert_cmpint (virDomainDestroy (self->raw_domain), ==, 0);
  harness_wait_for_events (self);

  g_assert_cmpstr (seen->str, ==, "running paused running shutoff ");
  g_assert_cmpint (libvirt_domain_get_id (self->domain), ==, -1);
}

static void
test_undefined_and_back (Harness *self,
                         gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) again = NULL;
  g_autofree char *xml = virDomainGetXMLDesc (self->raw_domain, 0);
  virDomainPtr raw;

  g_assert_cmpint (virDomainUndefine (self->raw_domain), ==, 0);
  harness_wait_for_events (self);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (self->domain)));

  raw = virDomainDefineXML (self->raw, xml);
  g_assert_nonnull (raw);
  virDomainFree (raw);
  harness_wait_for_events (self);
  g_assert_true (libvirt_entity_get_exists (LIBVIRT_ENTITY (self->domain)));

  again = libvirt_connect_lookup_domain_by_name (self->connect, self->name, &error);
  g_assert_no_error (error);
  g_assert_true (again == self->domain);
}

/* The UUID says which domain it is, whatever that is called. */
static void
test_back_under_a_new_name (Harness *self,
                            gconstpointer data)
{
  char uuid[VIR_UUID_STRING_BUFLEN];
  g_autofree char *xml = NULL;
  virDomainPtr raw;

  g_assert_cmpint (virDomainGetUUIDString (self->raw_domain, uuid), ==, 0);
  xml = g_strdup_printf ("<domain type='test'><name>%s-again</name><uuid>%s</uuid>"
                         "<memory unit='KiB'>8192</memory><os><type>hvm</type></os></domain>",
                         self->name, uuid);
  g_assert_cmpint (virDomainUndefine (self->raw_domain), ==, 0);
  harness_wait_for_events (self);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (self->domain)));

  raw = virDomainDefineXML (self->raw, xml);
  g_assert_nonnull (raw);
  harness_wait_for_events (self);
  g_assert_true (libvirt_entity_get_exists (LIBVIRT_ENTITY (self->domain)));
  g_assert_cmpstr (libvirt_domain_get_name (self->domain), ==, virDomainGetName (raw));
  g_assert_cmpint (virDomainUndefine (raw), ==, 0);
  virDomainFree (raw);
  raw = virDomainDefineXML (self->raw, xml);
  virDomainFree (self->raw_domain);
  self->raw_domain = raw;
}

static void
test_renamed_by_others (Harness *self,
                        gconstpointer data)
{
  guint n_notified = 0;

  g_signal_connect (self->domain, "notify::name", G_CALLBACK (count_notify), &n_notified);
  g_assert_cmpint (virDomainRename (self->raw_domain, "renamed-by-others", 0), ==, 0);
  harness_wait_for_events (self);
  g_assert_cmpstr (libvirt_domain_get_name (self->domain), ==, "renamed-by-others");
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_true (libvirt_entity_get_exists (LIBVIRT_ENTITY (self->domain)));

  g_assert_cmpint (virDomainRename (self->raw_domain, self->name, 0), ==, 0);
}

static void
test_buttons (Harness *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean can_start;
  gboolean can_suspend;
  gboolean can_resume;
  gboolean can_destroy;
  gboolean can_shut_down;

#define GET()                                                                                     \
  g_object_get (self->domain, "can-start", &can_start, "can-suspend", &can_suspend, "can-resume", \
                &can_resume, "can-destroy", &can_destroy, "can-shut-down", &can_shut_down, NULL)

  GET ();
  g_assert_true (can_start && !can_suspend && !can_resume && !can_destroy && !can_shut_down);
  g_assert_true (libvirt_domain_create (self->domain, &error));
  GET ();
  g_assert_true (!can_start && can_suspend && !can_resume && can_destroy && can_shut_down);
  g_assert_true (libvirt_domain_suspend (self->domain, &error));
  GET ();
  g_assert_true (!can_start && !can_suspend && can_resume && can_destroy && !can_shut_down);
  g_assert_true (libvirt_domain_destroy (self->domain, &error));
  g_assert_true (libvirt_domain_undefine (self->domain, &error));
  GET ();
  g_assert_true (!can_start && !can_suspend && !can_resume && !can_destroy && !can_shut_down);
#undef GET
}

static void
on_done (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_domain_suspend_finish (LIBVIRT_DOMAIN (source), result, &error));
  g_assert_no_error (error);
  /* The property has its new value, and was notified, before the callback runs. */
  g_assert_cmpint (libvirt_domain_peek_state (LIBVIRT_DOMAIN (source)), ==,
                   LIBVIRT_DOMAIN_STATE_PAUSED);
  g_assert_cmpuint (*(guint *) user_data, ==, 1);
  *(guint *) user_data = 100;
}

static void
test_own_change_is_read_async (Harness *self,
                               gconstpointer data)
{
  guint n_notified = 0;

  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  harness_wait_for_events (self);
  g_signal_connect (self->domain, "notify::state", G_CALLBACK (count_notify), &n_notified);
  libvirt_domain_suspend_async (self->domain, NULL, on_done, &n_notified);
  harness_wait_until (n_notified >= 100);
  harness_wait_for_events (self);
  g_assert_cmpuint (n_notified, ==, 100);
}

static void
test_after_close (Harness *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (libvirt_domain_get_name (self->domain), ==, self->name);
  g_assert_cmpint (libvirt_domain_peek_state (self->domain), ==, LIBVIRT_DOMAIN_STATE_SHUTOFF);
  g_assert_false (libvirt_domain_create (self->domain, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_CONN);
  g_assert_cmpint (harness_raw_state (self), ==, VIR_DOMAIN_SHUTOFF);
}

#define ADD(path, func) \
  g_test_add ("/domain/properties/" path, Harness, NULL, harness_set_up, func, harness_tear_down)

/* The running domain on a connection that hears of nothing. */
static LibvirtDomain *
find_without_events (Harness *self,
                     LibvirtConnect **connect)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) listed = NULL;

  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  *connect = libvirt_connect_open ("test:///default", &error);
  g_assert_no_error (error);
  listed = libvirt_connect_list_all_domains (*connect, 0, &error);
  g_assert_no_error (error);
  g_assert_true (libvirt_connect_set_event_groups (*connect, LIBVIRT_CONNECT_EVENT_GROUPS_NONE,
                                                   &error));

  for (guint i = 0; i < listed->len; i++)
    {
      if (g_str_equal (libvirt_entity_get_name (listed->pdata[i]), self->name))
        return g_object_ref (listed->pdata[i]);
    }
  g_assert_not_reached ();
}

/* It is the same as it was, though nobody has read it so far. */
static void
test_id_is_read_late (Harness *self,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtConnect) connect = NULL;
  g_autoptr (LibvirtDomain) domain = find_without_events (self, &connect);
  g_autoptr (LibvirtDomain) again = NULL;
  guint n_notified = 0;

  g_signal_connect (domain, "notify::id", G_CALLBACK (count_notify), &n_notified);
  again = libvirt_connect_lookup_domain_by_name (connect, self->name, &error);
  g_assert_no_error (error);
  g_assert_true (again == domain);
  g_assert_cmpuint (n_notified, ==, 0);
  g_assert_cmpint (libvirt_domain_get_id (domain), ==, (int) virDomainGetID (self->raw_domain));
}

static void
restart_and_list (Harness *self,
                  LibvirtConnect *connect)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) listed = NULL;

  g_assert_cmpint (virDomainDestroy (self->raw_domain), ==, 0);
  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  listed = libvirt_connect_list_all_domains (connect, 0, &error);
  g_assert_no_error (error);
}

/* It runs, as it did, but is another instance. */
static void
test_id_is_listed (Harness *self,
                   gconstpointer data)
{
  g_autoptr (LibvirtConnect) connect = NULL;
  g_autoptr (LibvirtDomain) domain = find_without_events (self, &connect);
  guint n_notified = 0;
  int id = libvirt_domain_get_id (domain);

  g_assert_cmpint (id, ==, (int) virDomainGetID (self->raw_domain));
  g_signal_connect (domain, "notify::id", G_CALLBACK (count_notify), &n_notified);
  restart_and_list (self, connect);
  g_assert_cmpint (libvirt_domain_get_id (domain), !=, id);
  g_assert_cmpint (libvirt_domain_get_id (domain), ==, (int) virDomainGetID (self->raw_domain));
  g_assert_cmpuint (n_notified, ==, 1);
}

static void
assert_state (LibvirtDomain *domain,
              LibvirtDomainState expected)
{
  g_autoptr (GError) error = NULL;
  LibvirtDomainState state;

  g_assert_true (libvirt_domain_get_state (domain, 0, &state, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (state, ==, expected);
}

/* That is asked for only when the state says that there is one. */
static void
test_id_is_asked_for (Harness *self,
                      gconstpointer data)
{
  g_autoptr (LibvirtConnect) connect = NULL;
  g_autoptr (LibvirtDomain) domain = find_without_events (self, &connect);

  g_assert_cmpint (virDomainDestroy (self->raw_domain), ==, 0);
  assert_state (domain, LIBVIRT_DOMAIN_STATE_SHUTOFF);
  g_assert_cmpint (libvirt_domain_get_id (domain), ==, -1);
  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  assert_state (domain, LIBVIRT_DOMAIN_STATE_RUNNING);
  harness_finish_threads ();
  g_assert_cmpint (libvirt_domain_get_id (domain), ==, (int) virDomainGetID (self->raw_domain));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("identity", test_identity);
  ADD ("asked", test_asked);
  ADD ("own-change-is-read", test_own_change_is_read);
  ADD ("own-change-is-read/async", test_own_change_is_read_async);
  ADD ("own-changes-in-a-row", test_own_changes_in_a_row);
  ADD ("others-change-is-followed", test_others_change_is_followed);
  ADD ("undefined-and-back", test_undefined_and_back);
  ADD ("back-under-a-new-name", test_back_under_a_new_name);
  ADD ("renamed-by-others", test_renamed_by_others);
  ADD ("id-is-read-late", test_id_is_read_late);
  ADD ("id-is-listed", test_id_is_listed);
  ADD ("id-is-asked-for", test_id_is_asked_for);
  ADD ("buttons", test_buttons);
  ADD ("after-close", test_after_close);

  return g_test_run ();
}
