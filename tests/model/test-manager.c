/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Managers of libvirt's test driver: each of its URIs is another host to libvirt, though those
 * of test:///default share their domains. Of many hosts that hang: tests/faults/test-manager.c. */

#include <glib/gstdio.h>
#include <stdlib.h>

#include "harness.h"

#define FIRST "test:///default?host=1"
#define SECOND "test:///default?host=2"
#define THIRD "test:///default?host=3"

/* What libvirt's test driver takes for a host. */
#define A_HOST                                                                                   \
  "<node><domain type='test'><name>in-file</name><memory>8192</memory><os><type>hvm</type></os>" \
  "</domain></node>"

typedef struct
{
  Harness harness;
  LibvirtManager *manager;
  GString *story;  /* what was told */
  GPtrArray *copy; /* of the domains, by what their model tells */
  char *file;      /* which describes no host yet */
  char *file_uri;
} Fixture;

static void
write_file (Fixture *self,
            const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (self->file, text, -1, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *self,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("libvirt-gobj-XXXXXX", &error);

  g_assert_no_error (error);
  harness_set_up (&self->harness, data);
  self->manager = libvirt_manager_new ();
  self->story = g_string_new (NULL);
  self->copy = g_ptr_array_new_with_free_func (g_object_unref);
  self->file = g_build_filename (folder, "node.xml", NULL);
  self->file_uri = g_strconcat ("test://", self->file, NULL);
  write_file (self, "<nothing/>");
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (self->file);

  g_clear_object (&self->manager);
  g_ptr_array_unref (self->copy);
  harness_tear_down (&self->harness, data);
  g_string_free (self->story, TRUE);
  g_unlink (self->file);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (self->file);
  g_free (self->file_uri);
}

static LibvirtConnect *
add (Fixture *self,
     const char *uri)
{
  return libvirt_manager_add (self->manager, uri, NULL, LIBVIRT_CONNECT_FLAGS_NONE);
}

static gboolean
has_state (LibvirtConnect *connection,
           LibvirtConnectState state)
{
  return libvirt_connect_get_state (connection) == state;
}

static void
wait_for_state (LibvirtConnect *connection,
                LibvirtConnectState state)
{
  harness_wait_until (has_state (connection, state));
}

static void
on_items_changed (GListModel *model,
                  guint position,
                  guint removed,
                  guint added,
                  gpointer user_data)
{
  g_string_append_printf (((Fixture *) user_data)->story, "%u-%u+%u ", position, removed, added);
}

static void
on_notify (LibvirtConnect *connection,
           GParamSpec *pspec,
           gpointer user_data)
{
  static const char *const states[] = { "closed", "connecting", "open", "lost", "reconnecting" };
  const char *word = g_str_equal (pspec->name, "state")
                       ? states[libvirt_connect_get_state (connection)]
                       : pspec->name;

  g_string_append_printf (((Fixture *) user_data)->story, "%s ", word);
}

static void
assert_told (Fixture *self,
             const char *story)
{
  g_assert_cmpstr (self->story->str, ==, story);
  g_string_truncate (self->story, 0);
}

static void
assert_not_open_yet (GError **error)
{
  g_assert_error (*error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_CONN);
  g_assert_cmpstr ((*error)->message, ==, "The connection is not open yet");
  g_clear_error (error);
}

static void
test_add (Fixture *self,
          gconstpointer data)
{
  GListModel *model = G_LIST_MODEL (self->manager);
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtConnect) item = NULL;
  LibvirtConnect *connection;
  GType item_type;

  g_object_get (self->manager, "item-type", &item_type, NULL);
  g_assert_true (item_type == LIBVIRT_TYPE_CONNECT);
  g_assert_true (g_list_model_get_item_type (model) == LIBVIRT_TYPE_CONNECT);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 0);
  g_signal_connect (model, "items-changed", G_CALLBACK (on_items_changed), self);

  connection = add (self, FIRST);
  assert_told (self, "0-0+1 ");
  item = g_list_model_get_item (model, 0);
  g_assert_true (item == connection);
  g_assert_null (g_list_model_get_item (model, 1));
  g_assert_true (has_state (connection, LIBVIRT_CONNECT_STATE_CONNECTING));
  g_assert_true (libvirt_connect_get_auto_reconnect (connection));
  g_assert_cmpstr (libvirt_connect_get_uri (connection), ==, FIRST);
  g_assert_null (libvirt_connect_get_error (connection));

  g_signal_connect (connection, "notify", G_CALLBACK (on_notify), self);
  wait_for_state (connection, LIBVIRT_CONNECT_STATE_OPEN);
  assert_told (self, "open ");
  g_assert_cmpint (libvirt_connect_num_of_domains (connection, &error), ==,
                   virConnectNumOfDomains (self->harness.raw));
  g_assert_no_error (error);
  g_assert_true (libvirt_connect_is_alive (connection, &error));
}

static void
on_counted (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (libvirt_connect_num_of_domains_finish (LIBVIRT_CONNECT (source), result, &error),
                   ==, -1);
  assert_not_open_yet (&error);
  *(gboolean *) user_data = TRUE;
}

/* It cannot be opened, as there is no such file: calls fail, and say why. */
static void
test_calls_before_open (Fixture *self,
                        gconstpointer data)
{
  LibvirtConnect *connection = add (self, self->file_uri);
  GListModel *domains = libvirt_connect_get_domains (connection);
  g_autoptr (GError) error = NULL;
  gboolean is_counted = FALSE;

  g_assert_null (libvirt_connect_lookup_domain_by_name (connection, "in-file", &error));
  assert_not_open_yet (&error);
  g_assert_null (libvirt_connect_list_all_domains (connection, 0, &error));
  assert_not_open_yet (&error);
  g_assert_false (libvirt_connect_is_alive (connection, &error));
  assert_not_open_yet (&error);
  g_assert_null (libvirt_node_get_info (libvirt_connect_get_node (connection), &error));
  assert_not_open_yet (&error);
  g_assert_false (libvirt_entity_list_refresh (LIBVIRT_ENTITY_LIST (domains), &error));
  assert_not_open_yet (&error);
  libvirt_connect_num_of_domains_async (connection, NULL, on_counted, &is_counted);
  harness_wait_until (is_counted);

  /* The list says so itself, and fills later. */
  error = g_error_copy (libvirt_entity_list_get_error (LIBVIRT_ENTITY_LIST (domains)));
  assert_not_open_yet (&error);
  g_assert_false (libvirt_entity_list_get_loading (LIBVIRT_ENTITY_LIST (domains)));
  write_file (self, A_HOST);
  harness_wait_until (g_list_model_get_n_items (domains) == 1);
  wait_for_state (connection, LIBVIRT_CONNECT_STATE_OPEN);
  harness_wait_until_loaded (domains);
}

static void
on_reconnecting (LibvirtConnect *connection,
                 guint attempt,
                 guint delay,
                 gpointer user_data)
{
  g_assert_true (has_state (connection, LIBVIRT_CONNECT_STATE_CONNECTING));
  g_string_append_printf (((Fixture *) user_data)->story, "again-%u ", attempt);
}

/* The error is libvirt's own, and another attempt follows. */
static void
test_fails_and_succeeds (Fixture *self,
                         gconstpointer data)
{
  LibvirtConnect *connection = add (self, self->file_uri);
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = NULL;

  g_signal_connect (connection, "notify", G_CALLBACK (on_notify), self);
  g_signal_connect (connection, "reconnecting", G_CALLBACK (on_reconnecting), self);
  harness_wait_until (libvirt_connect_get_error (connection) != NULL);
  assert_told (self, "error again-1 ");
  g_assert_null (virConnectOpen (self->file_uri));
  harness_assert_raw_error (libvirt_connect_get_error (connection));
  g_object_get (connection, "error", &error, NULL);
  harness_assert_raw_error (error);
  g_clear_error (&error);
  g_assert_true (has_state (connection, LIBVIRT_CONNECT_STATE_CONNECTING));

  write_file (self, A_HOST);
  wait_for_state (connection, LIBVIRT_CONNECT_STATE_OPEN);
  g_assert_true (g_str_has_suffix (self->story->str, "error open "));
  g_assert_null (libvirt_connect_get_error (connection));
  domain = libvirt_connect_lookup_domain_by_name (connection, "in-file", &error);
  g_assert_no_error (error);
  g_assert_nonnull (domain);
}

static void
assert_could_not_be_opened (LibvirtConnect *connection)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (libvirt_connect_num_of_domains (connection, &error), ==, -1);
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_CONN);
  g_assert_cmpstr (error->message, ==, "The connection could not be opened");
}

static void
test_only_once (Fixture *self,
                gconstpointer data)
{
  LibvirtConnect *connection = add (self, self->file_uri);

  libvirt_connect_set_auto_reconnect (connection, FALSE);
  g_assert_true (has_state (connection, LIBVIRT_CONNECT_STATE_CONNECTING));
  g_signal_connect (connection, "notify", G_CALLBACK (on_notify), self);
  wait_for_state (connection, LIBVIRT_CONNECT_STATE_LOST);
  assert_told (self, "error lost ");
  assert_could_not_be_opened (connection);

  write_file (self, A_HOST);
  libvirt_connect_set_auto_reconnect (connection, TRUE);
  g_assert_true (has_state (connection, LIBVIRT_CONNECT_STATE_CONNECTING));
  wait_for_state (connection, LIBVIRT_CONNECT_STATE_OPEN);
  assert_told (self, "auto-reconnect connecting error open ");
}

static void
test_give_up_waiting (Fixture *self,
                      gconstpointer data)
{
  LibvirtConnect *connection = add (self, self->file_uri);

  harness_wait_until (libvirt_connect_get_error (connection) != NULL);
  libvirt_connect_set_auto_reconnect (connection, FALSE);
  g_assert_true (has_state (connection, LIBVIRT_CONNECT_STATE_LOST));
  g_assert_nonnull (libvirt_connect_get_error (connection));
}

static void
test_same_uri (Fixture *self,
               gconstpointer data)
{
  LibvirtConnect *connection = add (self, FIRST);
  LibvirtConnect *aliased = add (self, "test:///default");

  g_assert_true (add (self, FIRST) == connection);
  g_assert_true (aliased != connection);
  wait_for_state (connection, LIBVIRT_CONNECT_STATE_OPEN);
  g_assert_true (add (self, FIRST) == connection);
  g_assert_true (add (self, "test:///default") == aliased);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->manager)), ==, 2);

  g_assert_true (libvirt_manager_lookup_by_uri (self->manager, FIRST) == connection);
  g_assert_true (libvirt_manager_lookup_by_uri (self->manager,
                                                libvirt_connect_get_uri (connection)) ==
                 connection);
  g_assert_null (libvirt_manager_lookup_by_uri (self->manager, SECOND));

  /* One that was removed is not found again. */
  g_assert_true (libvirt_manager_remove (self->manager, connection));
  g_assert_null (libvirt_manager_lookup_by_uri (self->manager, FIRST));
  g_assert_nonnull (add (self, FIRST));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->manager)), ==, 2);
}

static void
test_read_only (Fixture *self,
                gconstpointer data)
{
  LibvirtConnect *connection =
    libvirt_manager_add (self->manager, FIRST, NULL, LIBVIRT_CONNECT_FLAGS_RO);
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = NULL;

  wait_for_state (connection, LIBVIRT_CONNECT_STATE_OPEN);
  domain = libvirt_connect_lookup_domain_by_name (connection, self->harness.name, &error);
  g_assert_no_error (error);
  g_assert_false (libvirt_domain_create (domain, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_DENIED);
  g_assert_cmpint (harness_raw_state (&self->harness), ==, VIR_DOMAIN_SHUTOFF);
}

static void
test_remove (Fixture *self,
             gconstpointer data)
{
  g_autoptr (LibvirtConnect) first = g_object_ref (add (self, FIRST));
  g_autoptr (LibvirtConnect) second = g_object_ref (add (self, SECOND));
  g_autoptr (LibvirtConnect) third = g_object_ref (add (self, THIRD));
  g_autoptr (GError) error = NULL;

  wait_for_state (first, LIBVIRT_CONNECT_STATE_OPEN);
  wait_for_state (second, LIBVIRT_CONNECT_STATE_OPEN);
  g_signal_connect (self->manager, "items-changed", G_CALLBACK (on_items_changed), self);
  g_assert_false (libvirt_manager_remove (self->manager, self->harness.connect));
  g_assert_true (has_state (self->harness.connect, LIBVIRT_CONNECT_STATE_OPEN));
  g_assert_true (libvirt_manager_remove (self->manager, second));
  g_assert_true (has_state (second, LIBVIRT_CONNECT_STATE_CLOSED));
  assert_told (self, "1-1+0 ");
  g_assert_false (libvirt_manager_remove (self->manager, second));

  /* To close one is the same. */
  g_assert_true (libvirt_connect_close (first, &error));
  g_assert_no_error (error);
  assert_told (self, "0-1+0 ");

  wait_for_state (third, LIBVIRT_CONNECT_STATE_OPEN);
  g_assert_cmpint (libvirt_connect_num_of_domains (third, &error), ==,
                   virConnectNumOfDomains (self->harness.raw));
  g_assert_false (libvirt_connect_set_keep_alive (first, 1, 1, &error));
  harness_assert_closed (&error);
}

/* At each step of its way to be open. */
static void
test_remove_while_connecting (Fixture *self,
                              gconstpointer data)
{
  for (guint n_turns = 0; n_turns < 6; n_turns++)
    {
      g_autoptr (LibvirtConnect) connection = g_object_ref (add (self, FIRST));

      for (guint i = 0; i < n_turns; i++)
        g_main_context_iteration (NULL, FALSE);
      g_assert_true (libvirt_manager_remove (self->manager, connection));
      g_assert_true (has_state (connection, LIBVIRT_CONNECT_STATE_CLOSED));
      harness_finish_threads ();
      g_assert_true (has_state (connection, LIBVIRT_CONNECT_STATE_CLOSED));
      g_assert_finalize_object (g_steal_pointer (&connection));
    }
}

static guint
count_raw (Fixture *self)
{
  return (guint) virConnectListAllDomains (self->harness.raw, NULL, 0);
}

static void
test_drop (Fixture *self,
           gconstpointer data)
{
  g_autoptr (LibvirtConnect) held = g_object_ref (add (self, FIRST));
  g_autoptr (GListModel) domains = g_object_ref (libvirt_manager_get_domains (self->manager));
  LibvirtConnect *dropped = add (self, SECOND);
  g_autoptr (GError) error = NULL;
  guint n;

  g_object_add_weak_pointer (G_OBJECT (dropped), (gpointer *) &dropped);
  harness_wait_until (g_list_model_get_n_items (domains) >= count_raw (self));
  n = g_list_model_get_n_items (domains);
  g_signal_connect (domains, "items-changed", G_CALLBACK (on_items_changed), self);
  g_assert_finalize_object (g_steal_pointer (&self->manager));
  g_assert_null (dropped);
  assert_told (self, "");
  g_assert_cmpuint (g_list_model_get_n_items (domains), ==, n);

  wait_for_state (held, LIBVIRT_CONNECT_STATE_OPEN);
  g_assert_cmpint (libvirt_connect_num_of_domains (held, &error), ==,
                   virConnectNumOfDomains (self->harness.raw));
  g_assert_finalize_object (g_steal_pointer (&held));
}

/* The domains of all: a copy is made of what the model tells. */

static void
follow (GListModel *model,
        guint position,
        guint removed,
        guint added,
        gpointer user_data)
{
  GPtrArray *copy = ((Fixture *) user_data)->copy;

  g_assert_true (removed > 0 || added > 0);
  g_assert_cmpuint (position + removed, <=, copy->len);
  if (removed > 0)
    g_ptr_array_remove_range (copy, position, removed);
  for (guint i = position; i < position + added; i++)
    g_ptr_array_insert (copy, (int) i, g_list_model_get_item (model, i));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, copy->len);
}

static void
assert_is_copy (GListModel *model,
                GPtrArray *copy)
{
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, copy->len);
  for (guint i = 0; i < copy->len; i++)
    {
      g_autoptr (LibvirtDomain) domain = g_list_model_get_item (model, i);

      g_assert_true (domain == g_ptr_array_index (copy, i));
    }
  g_assert_null (g_list_model_get_item (model, copy->len));
}

static void
wait_for_hosts (Fixture *self,
                guint n_hosts)
{
  harness_wait_until (self->copy->len == n_hosts * count_raw (self));
}

static void
assert_connection (GPtrArray *copy,
                   guint position,
                   LibvirtConnect *connection)
{
  g_assert_true (libvirt_entity_get_connection (g_ptr_array_index (copy, position)) == connection);
}

static void
define_raw (Fixture *self,
            const char *name)
{
  g_autofree char *xml = harness_domain_xml (name);
  virDomainPtr domain = virDomainDefineXML (self->harness.raw, xml);

  g_assert_nonnull (domain);
  virDomainFree (domain);
}

static void
undefine_raw (Fixture *self,
              const char *name)
{
  virDomainPtr domain = virDomainLookupByName (self->harness.raw, name);

  g_assert_cmpint (virDomainUndefine (domain), ==, 0);
  virDomainFree (domain);
}

static guint
count_words (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == ' ' ? 1 : 0;
  return n;
}

/* What happens on each host is told where that is, and nothing else. */
static void
test_domains (Fixture *self,
              gconstpointer data)
{
  GPtrArray *copy = self->copy;
  g_autoptr (GListModel) property = NULL;
  LibvirtConnect *first = add (self, FIRST);
  LibvirtConnect *second = add (self, SECOND);
  GListModel *domains = libvirt_manager_get_domains (self->manager);
  guint n = count_raw (self);

  g_object_get (self->manager, "domains", &property, NULL);
  g_assert_true (property == domains);
  g_assert_true (g_list_model_get_item_type (domains) == LIBVIRT_TYPE_DOMAIN);
  g_signal_connect (domains, "items-changed", G_CALLBACK (follow), self);
  wait_for_hosts (self, 2);
  assert_is_copy (domains, copy);
  assert_connection (copy, n - 1, first);
  assert_connection (copy, n, second);

  g_signal_connect (domains, "items-changed", G_CALLBACK (on_items_changed), self);
  define_raw (self, "manager-guest");
  wait_for_hosts (self, 2);
  assert_is_copy (domains, copy);
  assert_connection (copy, n, first);
  g_assert_cmpstr (libvirt_domain_get_name (g_ptr_array_index (copy, n)), ==, "manager-guest");
  g_assert_cmpstr (libvirt_domain_get_name (g_ptr_array_index (copy, 2 * n + 1)), ==,
                   "manager-guest");
  g_assert_true (g_ptr_array_index (copy, n) != g_ptr_array_index (copy, 2 * n + 1));
  undefine_raw (self, "manager-guest");
  wait_for_hosts (self, 2);
  assert_is_copy (domains, copy);
  assert_connection (copy, n, second);

  /* One for each host and change, at whichever was first. */
  g_assert_cmpuint (count_words (self->story->str), ==, 4);
}

static void
test_domains_of_some (Fixture *self,
                      gconstpointer data)
{
  GPtrArray *copy = self->copy;
  g_autofree char *expected = NULL;
  LibvirtConnect *first = add (self, FIRST);
  LibvirtConnect *broken = add (self, self->file_uri);
  LibvirtConnect *second = add (self, SECOND);
  GListModel *domains = libvirt_manager_get_domains (self->manager);
  LibvirtConnect *third = add (self, THIRD);
  guint n = count_raw (self);

  g_signal_connect (domains, "items-changed", G_CALLBACK (follow), self);
  wait_for_hosts (self, 3);
  g_assert_true (has_state (broken, LIBVIRT_CONNECT_STATE_CONNECTING));
  g_signal_connect (domains, "items-changed", G_CALLBACK (on_items_changed), self);

  g_assert_true (libvirt_manager_remove (self->manager, second));
  expected = g_strdup_printf ("%u-%u+0 ", n, n);
  assert_told (self, expected);
  assert_is_copy (domains, copy);
  assert_connection (copy, n - 1, first);
  assert_connection (copy, n, third);
  g_assert_true (libvirt_manager_remove (self->manager, first));
  assert_connection (copy, 0, third);

  /* One that comes late stands where it was added. */
  write_file (self, A_HOST);
  harness_wait_until (copy->len == n + 1);
  assert_connection (copy, 0, broken);
  assert_connection (copy, 1, third);
  assert_is_copy (domains, copy);
  g_assert_true (libvirt_manager_remove (self->manager, third));
  g_assert_true (libvirt_manager_remove (self->manager, broken));
  g_assert_cmpuint (copy->len, ==, 0);
}

/* Handlers that add and remove others. */

static void
remove_all (GListModel *model,
            guint position,
            guint removed,
            guint added,
            gpointer user_data)
{
  GListModel *connections = G_LIST_MODEL (((Fixture *) user_data)->manager);

  for (guint n = g_list_model_get_n_items (connections); n > 0; n--)
    {
      g_autoptr (LibvirtConnect) connection = g_list_model_get_item (connections, n - 1);

      g_assert_true (libvirt_manager_remove (LIBVIRT_MANAGER (connections), connection));
    }
}

static void
add_third (GListModel *model,
           guint position,
           guint removed,
           guint added,
           gpointer user_data)
{
  if (removed > 0)
    add (user_data, THIRD);
}

static void
test_in_handlers (Fixture *self,
                  gconstpointer data)
{
  GPtrArray *copy = self->copy;
  LibvirtConnect *first = add (self, FIRST);
  LibvirtConnect *second = add (self, SECOND);
  GListModel *domains = libvirt_manager_get_domains (self->manager);
  gulong id;

  g_signal_connect (domains, "items-changed", G_CALLBACK (follow), self);
  wait_for_hosts (self, 2);
  id = g_signal_connect (domains, "items-changed", G_CALLBACK (add_third), self);
  g_assert_true (libvirt_manager_remove (self->manager, first));
  wait_for_hosts (self, 2);
  assert_connection (copy, 0, second);
  assert_connection (copy, count_raw (self), libvirt_manager_lookup_by_uri (self->manager, THIRD));
  g_signal_handler_disconnect (domains, id);

  g_signal_connect (domains, "items-changed", G_CALLBACK (remove_all), self);
  g_assert_true (libvirt_manager_remove (self->manager, second));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->manager)), ==, 0);
  g_assert_cmpuint (copy->len, ==, 0);
  assert_is_copy (domains, copy);

  g_signal_connect (self->manager, "items-changed", G_CALLBACK (remove_all), self);
  g_assert_null (add (self, FIRST));
}

static void
close_it (LibvirtConnect *connection)
{
  if (!has_state (connection, LIBVIRT_CONNECT_STATE_CLOSED))
    g_assert_true (libvirt_connect_close (connection, NULL));
}

/* Closed by who hears of it. */
static void
test_close_in_handlers (Fixture *self,
                        gconstpointer data)
{
  static const char *const signals[] = { "notify::error", "notify::state", "reconnecting" };

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    {
      gboolean opens = g_str_equal (signals[i], "notify::state");
      g_autoptr (LibvirtConnect) connection =
        g_object_ref (add (self, opens ? FIRST : self->file_uri));

      g_signal_connect (connection, signals[i], G_CALLBACK (close_it), NULL);
      wait_for_state (connection, LIBVIRT_CONNECT_STATE_CLOSED);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->manager)), ==, 0);
      harness_finish_threads ();
      g_assert_finalize_object (g_steal_pointer (&connection));
    }
}

/* Whoever is asked may take longer than the other end may. */

#define THINKING_MS 3000

static gboolean
answer (gpointer user_data)
{
  LibvirtConnectAuthRequest *request = user_data;
  g_autoptr (GPtrArray) credentials = libvirt_connect_auth_request_get_credentials (request);

  for (guint i = 0; i < credentials->len; i++)
    {
      LibvirtConnectCredential *credential = g_ptr_array_index (credentials, i);
      gboolean is_name = libvirt_connect_credential_get_credential_type (credential) ==
                         LIBVIRT_CONNECT_CREDENTIAL_TYPE_AUTHNAME;

      libvirt_connect_auth_request_set_answer (request, i, is_name ? "fred" : "s3cret");
    }
  libvirt_connect_auth_request_complete (request);
  return G_SOURCE_REMOVE;
}

static void
on_authenticate (LibvirtConnectAuth *auth,
                 LibvirtConnectAuthRequest *request,
                 gpointer user_data)
{
  g_string_append (((Fixture *) user_data)->story, "asked ");
  g_timeout_add_full (G_PRIORITY_DEFAULT, THINKING_MS, answer, g_object_ref (request),
                      g_object_unref);
}

static void
test_ask (Fixture *self,
          gconstpointer data)
{
  g_autoptr (LibvirtConnectAuth) auth = libvirt_connect_auth_new (NULL, 0);
  g_autoptr (GError) error = NULL;
  LibvirtConnect *connection;

  write_file (self, "<node><auth><user password='s3cret'>fred</user></auth></node>");
  g_signal_connect (auth, "authenticate", G_CALLBACK (on_authenticate), self);
  connection =
    libvirt_manager_add (self->manager, self->file_uri, auth, LIBVIRT_CONNECT_FLAGS_NONE);
  g_assert_true (libvirt_connect_set_keep_alive (connection, 1, 0, &error));
  g_assert_no_error (error);
  g_signal_connect (connection, "notify", G_CALLBACK (on_notify), self);
  wait_for_state (connection, LIBVIRT_CONNECT_STATE_OPEN);
  assert_told (self, "asked asked open ");
  g_assert_cmpint (libvirt_connect_num_of_domains (connection, &error), ==, 0);
}

#define ADD(path, test) g_test_add ("/manager/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("add", test_add);
  ADD ("calls-before-open", test_calls_before_open);
  ADD ("fails-and-succeeds", test_fails_and_succeeds);
  ADD ("only-once", test_only_once);
  ADD ("give-up-waiting", test_give_up_waiting);
  ADD ("same-uri", test_same_uri);
  ADD ("read-only", test_read_only);
  ADD ("remove", test_remove);
  ADD ("remove-while-connecting", test_remove_while_connecting);
  ADD ("ask", test_ask);
  ADD ("drop", test_drop);
  ADD ("domains", test_domains);
  ADD ("domains-of-some", test_domains_of_some);
  ADD ("in-handlers", test_in_handlers);
  ADD ("close-in-handlers", test_close_in_handlers);

  return g_test_run ();
}
