/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * Snapshots and checkpoints as a tree. What it looks like in the end is compared with what a raw
 * connection says.
 */

#include "harness.h"

#include <stdlib.h>
#include <string.h>

static void
raw_revert (Harness *self,
            const char *name)
{
  virDomainSnapshotPtr raw = virDomainSnapshotLookupByName (self->raw_domain, name, 0);

  g_assert_cmpint (virDomainRevertToSnapshot (raw, 0), ==, 0);
  virDomainSnapshotFree (raw);
}

/* a(b(d)c(e)) */
static void
raw_make_tree (Harness *self)
{
  harness_make_snapshot (self, "a");
  harness_make_snapshot (self, "b");
  harness_make_snapshot (self, "d");
  raw_revert (self, "a");
  harness_make_snapshot (self, "c");
  harness_make_snapshot (self, "e");
}

/* What is borrowed here the domain has. */
static LibvirtDomainSnapshot *
find (Harness *self,
      const char *name)
{
  GListModel *all = libvirt_domain_get_snapshots (self->domain);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (LibvirtDomainSnapshot) snapshot = g_list_model_get_item (all, i);

      if (g_str_equal (libvirt_domain_snapshot_get_name (snapshot), name))
        return snapshot;
    }
  g_assert_not_reached ();
}

static GListModel *
get_loaded_roots (Harness *self)
{
  GListModel *roots = libvirt_domain_get_root_snapshots (self->domain);

  harness_wait_until_loaded (roots);
  return roots;
}

static void
refresh (Harness *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_entity_list_refresh (
    LIBVIRT_ENTITY_LIST (libvirt_domain_get_root_snapshots (self->domain)), &error));
  g_assert_no_error (error);
}

static char *dup_tree (GListModel *list,
                       LibvirtDomainSnapshot *parent);

/* Also sees to it that each knows what it is under. */
static char *
dup_branch (LibvirtDomainSnapshot *snapshot,
            LibvirtDomainSnapshot *parent)
{
  g_autofree char *children =
    dup_tree (libvirt_domain_snapshot_get_children (snapshot), snapshot);
  const char *name = libvirt_domain_snapshot_get_name (snapshot);

  g_assert_true (libvirt_domain_snapshot_peek_parent (snapshot) == parent);
  return *children != '\0' ? g_strdup_printf ("%s(%s)", name, children) : g_strdup (name);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* Sorted, as the test driver has them in no order. */
static char *
dup_tree (GListModel *list,
          LibvirtDomainSnapshot *parent)
{
  g_autoptr (GPtrArray) branches = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (LibvirtDomainSnapshot) snapshot = g_list_model_get_item (list, i);

      g_ptr_array_add (branches, dup_branch (snapshot, parent));
    }
  g_ptr_array_sort (branches, compare);
  g_ptr_array_add (branches, NULL);
  return g_strjoinv ("", (char **) branches->pdata);
}

static void
assert_tree (Harness *self,
             const char *expected)
{
  g_autofree char *text =
    dup_tree (libvirt_domain_get_root_snapshots (self->domain), NULL);

  g_assert_cmpstr (text, ==, expected);
}

/* What a raw connection says of each. */
static void
assert_as_raw (Harness *self)
{
  virDomainSnapshotPtr *raw;
  int n = virDomainListAllSnapshots (self->raw_domain, &raw, 0);
  GListModel *all = libvirt_domain_get_snapshots (self->domain);

  g_assert_cmpint (n, ==, g_list_model_get_n_items (all));
  for (int i = 0; i < n; i++)
    {
      LibvirtDomainSnapshot *parent =
        libvirt_domain_snapshot_peek_parent (find (self, virDomainSnapshotGetName (raw[i])));
      virDomainSnapshotPtr raw_parent = virDomainSnapshotGetParent (raw[i], 0);

      g_assert_cmpstr (parent != NULL ? libvirt_domain_snapshot_get_name (parent) : NULL, ==,
                       raw_parent != NULL ? virDomainSnapshotGetName (raw_parent) : NULL);
      g_clear_pointer (&raw_parent, virDomainSnapshotFree);
      virDomainSnapshotFree (raw[i]);
    }
  free (raw);
}

static void
on_items_changed (GListModel *model,
                  guint position,
                  guint removed,
                  guint added,
                  gpointer user_data)
{
  g_string_append_printf (user_data, "%u-%u+%u ", position, removed, added);
}

static void
assert_changes (GString *changes,
                const char *expected)
{
  g_assert_cmpstr (changes->str, ==, expected);
  g_string_truncate (changes, 0);
}

static void
count_up (guint *n)
{
  ++*n;
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
test_fill (Harness *self,
           gconstpointer data)
{
  g_autoptr (GString) changes = g_string_new (NULL);
  GListModel *roots;

  raw_make_tree (self);
  roots = libvirt_domain_get_root_snapshots (self->domain);
  g_assert_true (libvirt_entity_list_get_loading (LIBVIRT_ENTITY_LIST (roots)));
  g_assert_cmpuint (g_list_model_get_n_items (roots), ==, 0);
  g_assert_true (g_list_model_get_item_type (roots) == LIBVIRT_TYPE_DOMAIN_SNAPSHOT);
  g_signal_connect (roots, "items-changed", G_CALLBACK (on_items_changed), changes);
  harness_wait_until_loaded (roots);
  assert_changes (changes, "0-0+1 ");
  assert_as_raw (self);
  g_assert_cmpuint (
    g_list_model_get_n_items (libvirt_domain_snapshot_get_children (find (self, "a"))), ==, 2);
  g_assert_cmpuint (
    g_list_model_get_n_items (libvirt_domain_snapshot_get_children (find (self, "d"))), ==, 0);
}

/* Who comes after whom is not asked for as long as nobody wants to know; then it is told. */
static void
test_wanted_later (Harness *self,
                   gconstpointer data)
{
  g_autoptr (GString) changes = g_string_new (NULL);
  GListModel *all = libvirt_domain_get_snapshots (self->domain);
  GListModel *children;
  guint n_parent = 0;
  guint n_loading = 0;
  LibvirtDomainSnapshot *b;

  raw_make_tree (self);
  harness_wait_until_loaded (all);
  g_assert_true (libvirt_entity_list_refresh (LIBVIRT_ENTITY_LIST (all), NULL));
  b = find (self, "b");
  g_assert_null (libvirt_domain_snapshot_peek_parent (b));

  g_signal_connect_swapped (b, "notify::parent", G_CALLBACK (count_up), &n_parent);
  children = libvirt_domain_snapshot_get_children (find (self, "a"));
  g_signal_connect (children, "items-changed", G_CALLBACK (on_items_changed), changes);
  g_signal_connect_swapped (children, "notify::loading", G_CALLBACK (count_up), &n_loading);
  g_assert_true (libvirt_entity_list_get_loading (LIBVIRT_ENTITY_LIST (children)));
  harness_wait_until_loaded (children);
  g_assert_cmpuint (n_loading, ==, 1);
  g_assert_cmpuint (n_parent, ==, 1);
  assert_changes (changes, "0-0+2 ");
  assert_as_raw (self);
  g_signal_handlers_disconnect_by_data (b, &n_parent);
  g_signal_handlers_disconnect_by_data (children, &n_loading);
}

/* No main loop is run: what this program does is there at once. */
static void
test_own_changes (Harness *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) changes = g_string_new (NULL);
  GListModel *roots = get_loaded_roots (self);
  g_autoptr (LibvirtDomainSnapshot) a = harness_create_snapshot (self, "a");
  g_autoptr (LibvirtDomainSnapshot) b G_GNUC_UNUSED = harness_create_snapshot (self, "b");
  g_autoptr (LibvirtDomainSnapshot) c = NULL;
  g_autoptr (LibvirtDomainSnapshot) d = NULL;

  assert_tree (self, "a(b)");
  g_assert_true (libvirt_domain_snapshot_revert (a, 0, &error));
  g_assert_no_error (error);
  c = harness_create_snapshot (self, "c");
  d = harness_create_snapshot (self, "d");
  assert_tree (self, "a(bc(d))");
  assert_as_raw (self);
  g_assert_true (g_list_model_get_n_items (roots) == 1);

  /* What came after it takes its place. */
  g_signal_connect (libvirt_domain_snapshot_get_children (a), "items-changed",
                    G_CALLBACK (on_items_changed), changes);
  g_assert_true (libvirt_domain_snapshot_delete (c, 0, &error));
  g_assert_no_error (error);
  assert_tree (self, "a(bd)");
  assert_as_raw (self);
  assert_changes (changes, "1-1+0 1-0+1 ");
  g_assert_null (libvirt_domain_snapshot_peek_parent (c));
  g_assert_false (libvirt_entity_list_get_loading (LIBVIRT_ENTITY_LIST (roots)));

  g_assert_true (libvirt_domain_snapshot_delete (a, 0, &error));
  g_assert_no_error (error);
  assert_tree (self, "bd");
  assert_as_raw (self);
}

/* a(b(d)c(e(f))), with each list in that order. */
static GListModel *
make_tree (Harness *self)
{
  GListModel *roots = get_loaded_roots (self);
  static const char *const names[] = { "b", "d", "c", "e", "f" };

  g_object_unref (harness_create_snapshot (self, "a"));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_str_equal (names[i], "c"))
        raw_revert (self, "a");
      g_object_unref (harness_create_snapshot (self, names[i]));
    }
  assert_tree (self, "a(b(d)c(e(f)))");
  return roots;
}

/* Nothing of what goes is put anywhere else meanwhile, and neighbours go together. */
static void
test_delete_with_children (Harness *self,
                           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) all_changes = g_string_new (NULL);
  g_autoptr (GString) roots_changes = g_string_new (NULL);
  g_autoptr (GString) changes = g_string_new (NULL);
  GListModel *roots = make_tree (self);

  g_signal_connect (libvirt_domain_get_snapshots (self->domain), "items-changed",
                    G_CALLBACK (on_items_changed), all_changes);
  g_signal_connect (roots, "items-changed", G_CALLBACK (on_items_changed), roots_changes);
  g_signal_connect (libvirt_domain_snapshot_get_children (find (self, "a")), "items-changed",
                    G_CALLBACK (on_items_changed), changes);

  g_assert_true (libvirt_domain_snapshot_delete (
    find (self, "c"), LIBVIRT_DOMAIN_SNAPSHOT_DELETE_FLAGS_CHILDREN_ONLY, &error));
  g_assert_no_error (error);
  assert_tree (self, "a(b(d)c)");
  assert_changes (changes, "");
  assert_changes (all_changes, "4-2+0 ");
  g_assert_true (libvirt_domain_snapshot_delete (
    find (self, "b"), LIBVIRT_DOMAIN_SNAPSHOT_DELETE_FLAGS_CHILDREN, &error));
  g_assert_no_error (error);
  assert_tree (self, "a(c)");
  assert_changes (changes, "0-1+0 ");
  assert_changes (all_changes, "1-2+0 ");
  assert_changes (roots_changes, "");
  assert_as_raw (self);
}

/* There are no events for these. */
static void
test_others (Harness *self,
             gconstpointer data)
{
  GListModel *roots = get_loaded_roots (self);
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autoptr (LibvirtDomainSnapshot) e = NULL;

  g_signal_connect (roots, "items-changed", G_CALLBACK (on_items_changed), changes);
  raw_make_tree (self);
  refresh (self);
  assert_tree (self, "a(b(d)c(e))");
  assert_changes (changes, "0-0+1 ");

  /* Below the roots nothing shows of the other branch. */
  e = g_object_ref (find (self, "e"));
  harness_delete_snapshot (self, "b", VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN);
  harness_delete_snapshot (self, "c", 0);
  refresh (self);
  harness_wait_until (g_list_model_get_n_items (libvirt_domain_get_snapshots (self->domain)) == 2);
  assert_tree (self, "a(e)");
  g_assert_true (find (self, "e") == e);
  assert_as_raw (self);
  assert_changes (changes, "");

  harness_delete_snapshot (self, "a", 0);
  refresh (self);
  harness_wait_until (g_list_model_get_n_items (libvirt_domain_get_snapshots (self->domain)) == 1);
  assert_tree (self, "e");
}

/* What somebody looks up gets its place, too. */
static void
test_looked_up (Harness *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GListModel *roots = get_loaded_roots (self);
  g_autoptr (LibvirtDomainSnapshot) a = harness_create_snapshot (self, "a");
  g_autoptr (LibvirtDomainSnapshot) found = NULL;

  harness_make_snapshot (self, "b");
  found = libvirt_domain_lookup_snapshot_by_name (self->domain, "b", 0, &error);
  g_assert_no_error (error);
  g_assert_true (find (self, "b") == found);
  harness_wait_until (libvirt_domain_snapshot_peek_parent (found) == a);
  harness_wait_until_loaded (roots);
  assert_tree (self, "a(b)");
}

/* All of an answer is one change of each list. */
static void
test_one_change_each (Harness *self,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) all_changes = g_string_new (NULL);
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autoptr (LibvirtDomainSnapshot) a = harness_create_snapshot (self, "a");
  g_autoptr (GPtrArray) others = NULL;
  GListModel *all = libvirt_domain_get_snapshots (self->domain);

  get_loaded_roots (self);
  g_signal_connect (all, "items-changed", G_CALLBACK (on_items_changed), all_changes);
  g_signal_connect (libvirt_domain_snapshot_get_children (a), "items-changed",
                    G_CALLBACK (on_items_changed), changes);
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *name = g_strdup_printf ("child-%u", i);

      raw_revert (self, "a");
      harness_make_snapshot (self, name);
    }
  refresh (self);
  assert_changes (all_changes, "1-0+20 ");
  assert_changes (changes, "0-0+20 ");

  harness_make_snapshot (self, "more");
  harness_make_snapshot (self, "yet-more");
  others = libvirt_domain_list_all_snapshots (self->domain, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (others->len, ==, 23);
  assert_changes (all_changes, "21-0+2 ");
  harness_wait_until (libvirt_domain_snapshot_peek_parent (find (self, "yet-more")) ==
                      find (self, "more"));
  assert_as_raw (self);
  harness_wait_until_loaded (all);
}

/* A thread that is not that of the connection. */
typedef struct
{
  Harness *harness;
  gint done; /* atomic */
} Other;

static void
make_and_delete (Harness *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomainSnapshot) first = harness_create_snapshot (self, "first");
  g_autoptr (LibvirtDomainSnapshot) second = harness_create_snapshot (self, "second");

  g_assert_true (libvirt_domain_snapshot_delete (first, 0, &error));
  g_assert_no_error (error);
  g_assert_true (libvirt_domain_snapshot_delete (second, 0, &error));
  g_assert_no_error (error);
}

static gpointer
other_run (gpointer data)
{
  Other *self = data;

  for (guint i = 0; i < 50; i++)
    make_and_delete (self->harness);
  g_atomic_int_set (&self->done, TRUE);
  return NULL;
}

static void
test_other_threads (Harness *self,
                    gconstpointer data)
{
  Other other = { .harness = self };
  g_autoptr (LibvirtDomainSnapshot) a G_GNUC_UNUSED = harness_create_snapshot (self, "a");
  GListModel *all = libvirt_domain_get_snapshots (self->domain);
  GListModel *roots = libvirt_domain_get_root_snapshots (self->domain);
  GThread *thread = g_thread_new ("other", other_run, &other);

  while (!g_atomic_int_get (&other.done))
    {
      refresh (self);
      g_main_context_iteration (NULL, FALSE);
    }
  g_thread_join (thread);
  harness_wait_until_loaded (roots);
  harness_wait_until (g_list_model_get_n_items (all) == 1);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  assert_tree (self, "a");
  assert_as_raw (self);
}

/* The domain ends, and all with it. */
static void
test_domain_ends (Harness *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) changes = g_string_new (NULL);
  GListModel *roots;

  raw_make_tree (self);
  roots = get_loaded_roots (self);
  assert_tree (self, "a(b(d)c(e))");
  g_signal_connect (roots, "items-changed", G_CALLBACK (on_items_changed), changes);
  g_assert_true (libvirt_domain_undefine_flags (
    self->domain, LIBVIRT_DOMAIN_UNDEFINE_FLAGS_VALUES_SNAPSHOTS_METADATA, &error));
  g_assert_no_error (error);
  assert_tree (self, "");
  assert_changes (changes, "0-1+0 ");
}

/* Nothing of a tree keeps its domain once the connection is closed. */
static void
test_closed (Harness *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) roots = NULL;
  g_autoptr (LibvirtDomainSnapshot) d = NULL;
  GListModel *children;

  raw_make_tree (self);
  roots = g_object_ref (get_loaded_roots (self));
  d = g_object_ref (find (self, "d"));
  assert_tree (self, "a(b(d)c(e))");
  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_assert_no_error (error);
  g_assert_false (libvirt_entity_list_refresh (LIBVIRT_ENTITY_LIST (roots), &error));
  harness_assert_closed (&error);

  g_assert_finalize_object (self->connect);
  harness_wait_for_threads ();
  g_assert_finalize_object (self->domain);
  g_assert_false (libvirt_entity_list_get_loading (LIBVIRT_ENTITY_LIST (roots)));
  g_assert_false (libvirt_entity_list_refresh (LIBVIRT_ENTITY_LIST (roots), &error));
  harness_assert_closed (&error);
  g_assert_cmpuint (g_list_model_get_n_items (roots), ==, 1);
  g_assert_finalize_object (g_steal_pointer (&roots));
  g_assert_null (libvirt_domain_snapshot_peek_parent (d));
  children = libvirt_domain_snapshot_get_children (d);
  g_assert_cmpuint (g_list_model_get_n_items (children), ==, 0);

  self->connect = libvirt_connect_open ("test:///default", &error);
  g_assert_no_error (error);
  self->domain = libvirt_connect_lookup_domain_by_name (self->connect, self->name, &error);
  g_assert_no_error (error);
}

/* What a language has that wraps objects: a lock that it wants when it is told of references. */
typedef struct
{
  GMutex lock;
  int is_taken;  /* atomic, as the next */
  int is_wanted; /* for a second reference */
} Language;

static void
on_toggle (gpointer data,
           GObject *object,
           gboolean is_last)
{
  Language *self = data;

  if (!is_last)
    g_atomic_int_set (&self->is_wanted, TRUE);
  g_mutex_lock (&self->lock);
  g_mutex_unlock (&self->lock);
}

/* With the language's lock, while somebody waits for that: ends an object to which a weak reference
 * leads. */
static gpointer
end_an_object (gpointer data)
{
  Language *self = data;
  GObject *object = g_object_new (G_TYPE_OBJECT, NULL);
  GWeakRef weak;

  g_weak_ref_init (&weak, object);
  g_mutex_lock (&self->lock);
  g_atomic_int_set (&self->is_taken, TRUE);
  while (!g_atomic_int_get (&self->is_wanted))
    g_thread_yield ();
  g_object_unref (object);
  g_mutex_unlock (&self->lock);
  g_weak_ref_clear (&weak);

  return NULL;
}

/* @look makes a second reference to @object, of which the only one, the caller's, is taken over. */
static void
look_while_others_end (gpointer object,
                       void (*look) (gpointer data),
                       gpointer data)
{
  Language language = { 0 };
  GThread *thread;

  g_mutex_init (&language.lock);
  g_object_add_toggle_ref (object, on_toggle, &language);
  g_object_unref (object);
  thread = g_thread_new ("other", end_an_object, &language);
  while (!g_atomic_int_get (&language.is_taken))
    g_thread_yield ();
  look (data);
  g_thread_join (thread);
  g_object_remove_toggle_ref (object, on_toggle, &language);
  g_mutex_clear (&language.lock);
}

static void
look_at_parent (gpointer snapshot)
{
  g_assert_nonnull (libvirt_domain_snapshot_peek_parent (snapshot));
}

static void
look_at_whole (gpointer part)
{
  g_assert_false (libvirt_entity_list_get_loading (part));
}

static void
look_at_owner (gpointer list)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (libvirt_entity_list_refresh (list, &error));
  harness_assert_closed (&error);
}

/* No language is told of a reference under a lock that somebody may want who has the language's. */
static void
test_languages (Harness *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) roots = NULL;
  g_autoptr (LibvirtDomainSnapshot) d = NULL;
  GListModel *all;
  LibvirtDomainSnapshot *b;

  raw_make_tree (self);
  roots = g_object_ref (get_loaded_roots (self));
  all = g_object_ref (libvirt_domain_get_snapshots (self->domain));
  b = g_object_ref (find (self, "b"));
  d = g_object_ref (find (self, "d"));
  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_assert_no_error (error);
  g_assert_finalize_object (self->connect);
  harness_wait_for_threads ();

  look_while_others_end (self->domain, look_at_owner, all);
  look_while_others_end (all, look_at_whole, roots);
  look_while_others_end (b, look_at_parent, d);
  g_assert_null (libvirt_domain_snapshot_peek_parent (d));

  self->connect = libvirt_connect_open ("test:///default", &error);
  g_assert_no_error (error);
  self->domain = libvirt_connect_lookup_domain_by_name (self->connect, self->name, &error);
  g_assert_no_error (error);
}

static LibvirtDomainCheckpoint *
make_checkpoint (Harness *self,
                 const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml =
    g_strdup_printf ("<domaincheckpoint><name>%s</name></domaincheckpoint>", name);
  LibvirtDomainCheckpoint *checkpoint =
    libvirt_domain_create_checkpoint_xml (self->domain, xml, 0, &error);

  g_assert_no_error (error);
  return checkpoint;
}

/* The test driver has them only of running domains. */
static void
test_checkpoints (Harness *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GListModel *roots;
  g_autoptr (LibvirtDomainCheckpoint) a = NULL;
  g_autoptr (LibvirtDomainCheckpoint) b = NULL;
  g_autoptr (LibvirtDomainCheckpoint) c = NULL;
  g_autoptr (LibvirtDomainCheckpoint) root = NULL;
  virDomainCheckpointPtr raw;
  virDomainCheckpointPtr raw_parent;

  harness_give_devices (self, "<disk type='file' device='disk'><driver name='qemu' type='qcow2'/>"
                              "<source file='/nowhere/disk'/><target dev='vda' bus='virtio'/></disk>");
  g_assert_true (libvirt_domain_create (self->domain, &error));
  g_assert_no_error (error);
  roots = libvirt_domain_get_root_checkpoints (self->domain);
  harness_wait_until_loaded (roots);
  a = make_checkpoint (self, "a");
  b = make_checkpoint (self, "b");
  c = make_checkpoint (self, "c");
  root = g_list_model_get_item (roots, 0);
  g_assert_true (root == a);
  g_assert_true (libvirt_domain_checkpoint_peek_parent (c) == b);
  g_assert_cmpuint (g_list_model_get_n_items (libvirt_domain_checkpoint_get_children (b)), ==, 1);

  g_assert_true (libvirt_domain_checkpoint_delete (b, 0, &error));
  g_assert_no_error (error);
  g_assert_true (libvirt_domain_checkpoint_peek_parent (c) == a);
  g_assert_cmpuint (g_list_model_get_n_items (libvirt_domain_checkpoint_get_children (a)), ==, 1);
  raw = virDomainCheckpointLookupByName (self->raw_domain, "c", 0);
  raw_parent = virDomainCheckpointGetParent (raw, 0);
  g_assert_cmpstr (virDomainCheckpointGetName (raw_parent), ==, "a");
  virDomainCheckpointFree (raw_parent);
  virDomainCheckpointFree (raw);

  g_assert_true (libvirt_domain_checkpoint_delete (
    a, LIBVIRT_DOMAIN_CHECKPOINT_DELETE_FLAGS_CHILDREN, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (roots), ==, 0);
}

#define ADD(path, func) \
  g_test_add ("/domain/tree/" path, Harness, NULL, harness_set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("fill", test_fill);
  ADD ("wanted-later", test_wanted_later);
  ADD ("own-changes", test_own_changes);
  ADD ("delete-with-children", test_delete_with_children);
  ADD ("others", test_others);
  ADD ("looked-up", test_looked_up);
  ADD ("one-change-each", test_one_change_each);
  ADD ("other-threads", test_other_threads);
  ADD ("domain-ends", test_domain_ends);
  ADD ("closed", test_closed);
  ADD ("languages-are-told-under-no-lock", test_languages);
  ADD ("checkpoints", test_checkpoints);

  return g_test_run ();
}
