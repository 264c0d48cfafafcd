/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "harness.h"

#include <string.h>

static gboolean
raw_has (Harness *self,
         const char *name)
{
  virDomainSnapshotPtr raw = virDomainSnapshotLookupByName (self->raw_domain, name, 0);
  gboolean found = raw != NULL;

  if (found)
    virDomainSnapshotFree (raw);
  return found;
}

/* The test driver keeps them with the domain. */
static void
tear_down (Harness *self,
           gconstpointer data)
{
  virDomainSnapshotPtr *natives = NULL;
  int n = virDomainListAllSnapshots (self->raw_domain, &natives, 0);

  for (int i = 0; i < n; i++)
    {
      virDomainSnapshotDelete (natives[i], 0);
      virDomainSnapshotFree (natives[i]);
    }
  free (natives);
  harness_tear_down (self, data);
}

static void
test_identity (Harness *self,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomainSnapshot) snapshot = harness_create_snapshot (self, "one");
  g_autoptr (LibvirtDomainSnapshot) again =
    libvirt_domain_lookup_snapshot_by_name (self->domain, "one", 0, &error);
  g_autofree char *xml = libvirt_domain_snapshot_get_xml_desc (snapshot, 0, &error);
  virDomainSnapshotPtr raw = virDomainSnapshotLookupByName (self->raw_domain, "one", 0);

  harness_assert_raw_text (xml, error, virDomainSnapshotGetXMLDesc (raw, 0));
  virDomainSnapshotFree (raw);
  g_assert_true (again == snapshot);
  g_assert_cmpstr (libvirt_domain_snapshot_get_name (snapshot), ==, "one");
  g_assert_true (libvirt_domain_snapshot_get_domain (snapshot) == self->domain);
  g_assert_true (libvirt_domain_snapshot_get_connection (snapshot) == self->connect);

  g_assert_null (libvirt_domain_lookup_snapshot_by_name (self->domain, "none", 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_DOMAIN_SNAPSHOT);
}

static void
test_tree (Harness *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomainSnapshot) one = harness_create_snapshot (self, "one");
  g_autoptr (LibvirtDomainSnapshot) two = harness_create_snapshot (self, "two");
  g_autoptr (LibvirtDomainSnapshot) parent = libvirt_domain_snapshot_get_parent (two, 0, &error);
  g_autoptr (LibvirtDomainSnapshot) current = libvirt_domain_current_snapshot (self->domain, 0, &error);
  g_autoptr (GPtrArray) children = libvirt_domain_snapshot_list_all_children (one, 0, &error);
  g_autoptr (GPtrArray) all = libvirt_domain_list_all_snapshots (self->domain, 0, &error);
  g_auto (GStrv) names = libvirt_domain_snapshot_list_children_names (one, 0, &error);
  g_auto (GStrv) all_names = libvirt_domain_snapshot_list_names (self->domain, 0, &error);

  g_assert_no_error (error);
  g_assert_true (parent == one);
  g_assert_true (current == two);
  g_assert_cmpuint (children->len, ==, 1);
  g_assert_true (g_ptr_array_index (children, 0) == two);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpuint (g_strv_length (names), ==, 1);
  g_assert_cmpstr (names[0], ==, "two");
  g_assert_cmpuint (g_strv_length (all_names), ==, 2);
  g_assert_cmpint (libvirt_domain_snapshot_num_children (one, 0, &error), ==, 1);
  g_assert_cmpint (libvirt_domain_snapshot_num (self->domain, 0, &error), ==, 2);
  g_assert_true (libvirt_domain_has_current_snapshot (self->domain, 0, &error));
  g_assert_true (libvirt_domain_snapshot_is_current (two, 0, &error));
  g_assert_false (libvirt_domain_snapshot_is_current (one, 0, &error));
  g_assert_true (libvirt_domain_snapshot_has_metadata (one, 0, &error));
  g_assert_no_error (error);

  g_assert_null (libvirt_domain_snapshot_get_parent (one, 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_DOMAIN_SNAPSHOT);
}

/* The state is that of then, in the properties at once. */
static void
test_revert (Harness *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomainSnapshot) stopped = harness_create_snapshot (self, "stopped");

  g_assert_true (libvirt_domain_create (self->domain, &error));
  g_assert_no_error (error);
  g_assert_true (libvirt_domain_snapshot_revert (stopped, 0, &error));
  g_assert_no_error (error);
  g_assert_cmpint (harness_raw_state (self), ==, VIR_DOMAIN_SHUTOFF);
  g_assert_cmpint (libvirt_domain_peek_state (self->domain), ==, LIBVIRT_DOMAIN_STATE_SHUTOFF);
}

static void
test_delete (Harness *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomainSnapshot) one = harness_create_snapshot (self, "one");
  g_autoptr (LibvirtDomainSnapshot) two = harness_create_snapshot (self, "two");
  g_autoptr (LibvirtDomainSnapshot) three = harness_create_snapshot (self, "three");
  g_autoptr (LibvirtDomainSnapshot) again = NULL;

  g_assert_true (libvirt_domain_snapshot_delete (one, 0, &error));
  g_assert_no_error (error);
  g_assert_false (raw_has (self, "one"));
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (one)));
  g_assert_true (libvirt_entity_get_exists (LIBVIRT_ENTITY (two)));

  g_assert_true (libvirt_domain_snapshot_delete (
    two, LIBVIRT_DOMAIN_SNAPSHOT_DELETE_FLAGS_CHILDREN, &error));
  g_assert_no_error (error);
  g_assert_false (raw_has (self, "three"));
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (two)));
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (three)));

  again = harness_create_snapshot (self, "one");
  g_assert_true (again != one);
}

static void
test_live_list (Harness *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GListModel *snapshots = libvirt_domain_get_snapshots (self->domain);
  g_autoptr (LibvirtDomainSnapshot) one = harness_create_snapshot (self, "one");
  virDomainSnapshotPtr raw;

  harness_wait_until_loaded (snapshots);
  g_assert_cmpuint (g_list_model_get_n_items (snapshots), ==, 1);
  raw = virDomainSnapshotCreateXML (self->raw_domain, "<domainsnapshot/>", 0);
  g_assert_nonnull (raw);
  virDomainSnapshotFree (raw);
  g_assert_true (libvirt_entity_list_refresh (LIBVIRT_ENTITY_LIST (snapshots), &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (snapshots), ==, 2);
  g_assert_true (libvirt_domain_snapshot_delete (one, 0, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (snapshots), ==, 1);
}

static void
test_domain_ends (Harness *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomainSnapshot) one = harness_create_snapshot (self, "one");

  g_assert_true (libvirt_domain_undefine_flags (
    self->domain, LIBVIRT_DOMAIN_UNDEFINE_FLAGS_VALUES_SNAPSHOTS_METADATA, &error));
  g_assert_no_error (error);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (one)));
  g_assert_null (libvirt_domain_snapshot_get_xml_desc (one, 0, &error));
  g_assert_nonnull (error);
}

static void
test_keeps_domain (Harness *self,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) found = NULL;
  LibvirtDomainSnapshot *snapshot = harness_create_snapshot (self, "one");
  gpointer domain = self->domain;

  libvirt_connect_forget (self->connect, LIBVIRT_ENTITY (domain));
  g_object_add_weak_pointer (domain, &domain);
  g_clear_object (&self->domain);
  harness_wait_for_events (self);

  g_assert_nonnull (domain);
  g_assert_true (libvirt_domain_snapshot_get_domain (snapshot) == domain);
  found = libvirt_connect_lookup_domain_by_name (self->connect, self->name, &error);
  g_assert_true (found == domain);
  g_assert_no_error (error);

  /* With the last of both, both go. */
  libvirt_connect_forget (self->connect, LIBVIRT_ENTITY (domain));
  g_clear_object (&found);
  g_assert_finalize_object (snapshot);
  harness_wait_until (domain == NULL);
  self->domain = libvirt_connect_lookup_domain_by_name (self->connect, self->name, &error);
  g_assert_no_error (error);
}

/* A live list of its own does not keep the domain alive for ever. */
static void
test_closed (Harness *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomainSnapshot) one = harness_create_snapshot (self, "one");
  GListModel *snapshots = libvirt_domain_get_snapshots (self->domain);

  harness_wait_until_loaded (snapshots);
  g_assert_cmpuint (g_list_model_get_n_items (snapshots), ==, 1);
  g_assert_true (libvirt_domain_snapshot_get_domain (one) == self->domain);
  libvirt_connect_close (self->connect, &error);
  g_assert_null (libvirt_domain_snapshot_get_domain (one));
}

/* The test driver has them only of running domains. */
static void
test_checkpoints (Harness *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = libvirt_domain_list_all_checkpoints (self->domain, 0, &error);
  virDomainCheckpointPtr *natives = NULL;
  int n = virDomainListAllCheckpoints (self->raw_domain, &natives, 0);

  if (n < 0)
    harness_assert_raw_error (error);
  else
    g_assert_cmpint (all->len, ==, n);
  free (natives);
  g_clear_error (&error);

  g_assert_null (libvirt_domain_lookup_checkpoint_by_name (self->domain, "none", 0, &error));
  g_assert_null (virDomainCheckpointLookupByName (self->raw_domain, "none", 0));
  harness_assert_raw_error (error);
  g_clear_error (&error);
  g_assert_null (libvirt_domain_create_checkpoint_xml (self->domain, "<nonsense/>", 0, &error));
  g_assert_null (virDomainCheckpointCreateXML (self->raw_domain, "<nonsense/>", 0));
  harness_assert_raw_error (error);
}

static gboolean
is_listed (GListModel *list,
           gpointer entity)
{
  gboolean found = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (list, i);

      found = found || (gpointer) item == entity;
    }
  return found;
}

static void
refresh (GListModel *list)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_entity_list_refresh (LIBVIRT_ENTITY_LIST (list), &error));
  g_assert_no_error (error);
}

/* Others take it away, and make one that is just like it: it is another, and comes last. */
static void
test_back (Harness *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GListModel *snapshots = libvirt_domain_get_snapshots (self->domain);
  g_autoptr (LibvirtDomainSnapshot) one = harness_create_snapshot (self, "one");
  g_autoptr (LibvirtDomainSnapshot) two G_GNUC_UNUSED = harness_create_snapshot (self, "two");
  g_autoptr (LibvirtDomainSnapshot) again = NULL;
  g_autoptr (LibvirtDomainSnapshot) last = NULL;

  harness_wait_until_loaded (snapshots);
  harness_delete_snapshot (self, "one", 0);
  refresh (snapshots);
  harness_wait_until (!libvirt_entity_get_exists (LIBVIRT_ENTITY (one)));
  g_assert_false (is_listed (snapshots, one));

  harness_make_snapshot (self, "one");
  refresh (snapshots);
  again = libvirt_domain_lookup_snapshot_by_name (self->domain, "one", 0, &error);
  g_assert_no_error (error);
  g_assert_true (again != one);
  g_assert_true (libvirt_entity_get_exists (LIBVIRT_ENTITY (again)));
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (one)));
  g_assert_cmpuint (g_list_model_get_n_items (snapshots), ==, 2);
  last = g_list_model_get_item (snapshots, 1);
  g_assert_true (last == again);
  g_assert_false (is_listed (snapshots, one));
}

typedef struct
{
  Harness *harness;
  guint n_rounds;
  int done; /* atomic */
} Maker;

static gpointer
make_and_delete (gpointer data)
{
  Maker *self = data;
  g_autoptr (LibvirtDomainSnapshot) last = NULL;

  for (guint i = 0; i < self->n_rounds; i++)
    {
      g_autoptr (GError) error = NULL;
      LibvirtDomainSnapshot *snapshot = harness_create_snapshot (self->harness, "same");

      g_assert_true (snapshot != last);
      g_assert_true (libvirt_entity_get_exists (LIBVIRT_ENTITY (snapshot)));
      g_assert_true (libvirt_domain_snapshot_delete (snapshot, 0, &error));
      g_assert_no_error (error);
      g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (snapshot)));
      g_set_object (&last, snapshot);
      g_object_unref (snapshot);
    }

  g_atomic_int_set (&self->done, TRUE);
  return NULL;
}

/* What is gone stays so, whatever late answers say of something else that has its name: that is an
 * object of its own, and neither keeps the domain afterwards. */
static void
test_gone_for_good (Harness *self,
                    gconstpointer data)
{
  Maker maker = { .harness = self, .n_rounds = 1000 };
  GListModel *all = libvirt_domain_get_snapshots (self->domain);
  GThread *thread = g_thread_new ("maker", make_and_delete, &maker);

  while (!g_atomic_int_get (&maker.done))
    {
      g_assert_true (libvirt_entity_list_refresh (LIBVIRT_ENTITY_LIST (all), NULL));
      g_main_context_iteration (NULL, FALSE);
    }
  g_thread_join (thread);

  harness_wait_until (g_list_model_get_n_items (all) == 0 &&
                      !libvirt_entity_list_get_loading (LIBVIRT_ENTITY_LIST (all)));
}

/* What a list is still to be told when the connection ends keeps nothing. */
static void
test_untold (Harness *self,
             gconstpointer data)
{
  Maker maker = { .harness = self, .n_rounds = 1 };

  harness_wait_until_loaded (libvirt_domain_get_snapshots (self->domain));
  g_assert_true (g_main_context_acquire (NULL)); /* else the thread would tell at once */
  g_thread_join (g_thread_new ("maker", make_and_delete, &maker));
  g_main_context_release (NULL);
}

#define ADD(path, func) \
  g_test_add ("/domain/snapshot/" path, Harness, NULL, harness_set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("identity", test_identity);
  ADD ("tree", test_tree);
  ADD ("revert", test_revert);
  ADD ("delete", test_delete);
  ADD ("live-list", test_live_list);
  ADD ("domain-ends", test_domain_ends);
  ADD ("keeps-domain", test_keeps_domain);
  ADD ("closed", test_closed);
  ADD ("back", test_back);
  ADD ("gone-for-good", test_gone_for_good);
  ADD ("untold", test_untold);
  ADD ("checkpoints", test_checkpoints);

  return g_test_run ();
}
