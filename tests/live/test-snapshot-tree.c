/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * Snapshots and checkpoints as trees, on a hypervisor that keeps them. After each step what the lists
 * show is compared with what libvirt says of each snapshot's children.
 */

#include "live.h"

#include <stdlib.h>
#include <string.h>

typedef struct _virDomainSnapshot RawSnapshot;
typedef struct _virDomainCheckpoint RawCheckpoint;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RawSnapshot, virDomainSnapshotFree)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RawCheckpoint, virDomainCheckpointFree)

/* --- trees as text: "a(bc)" is two that come after one --- */

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* Takes the elements of @branches over. */
static char *
join (GPtrArray *branches)
{
  char *text;

  g_ptr_array_sort (branches, compare);
  g_ptr_array_add (branches, NULL);
  text = g_strjoinv ("", (char **) branches->pdata);
  g_strfreev ((char **) g_ptr_array_free (branches, FALSE));
  return text;
}

/* Takes @children over. */
static char *
branch (const char *name, char *children)
{
  char *text = *children != '\0' ? g_strdup_printf ("%s(%s)", name, children) : g_strdup (name);

  g_free (children);
  return text;
}

static gpointer
peek_parent (gpointer item)
{
  return LIBVIRT_IS_DOMAIN_SNAPSHOT (item)
           ? (gpointer) libvirt_domain_snapshot_peek_parent (item)
           : (gpointer) libvirt_domain_checkpoint_peek_parent (item);
}

static GListModel *
get_children (gpointer item)
{
  return LIBVIRT_IS_DOMAIN_SNAPSHOT (item) ? libvirt_domain_snapshot_get_children (item)
                                           : libvirt_domain_checkpoint_get_children (item);
}

static char *
dup_tree (GListModel *list, gpointer parent)
{
  GPtrArray *branches = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (LibvirtEntity) item = g_list_model_get_item (list, i);

      g_assert_true (peek_parent (item) == parent);
      g_ptr_array_add (branches,
                       branch (libvirt_entity_get_name (item), dup_tree (get_children (item), item)));
    }
  return join (branches);
}

static char *raw_dup_snapshots (virDomainSnapshotPtr *natives, int n);

static char *
raw_dup_snapshot (virDomainSnapshotPtr native)
{
  virDomainSnapshotPtr *children = NULL;
  int n = virDomainSnapshotListAllChildren (native, &children, 0);

  return branch (virDomainSnapshotGetName (native), raw_dup_snapshots (children, n));
}

/* Takes @natives over. */
static char *
raw_dup_snapshots (virDomainSnapshotPtr *natives, int n)
{
  GPtrArray *branches = g_ptr_array_new ();

  g_assert_cmpint (n, >=, 0);
  for (int i = 0; i < n; i++)
    {
      g_ptr_array_add (branches, raw_dup_snapshot (natives[i]));
      virDomainSnapshotFree (natives[i]);
    }
  free (natives);
  return join (branches);
}

static char *raw_dup_checkpoints (virDomainCheckpointPtr *natives, int n);

static char *
raw_dup_checkpoint (virDomainCheckpointPtr native)
{
  virDomainCheckpointPtr *children = NULL;
  int n = virDomainCheckpointListAllChildren (native, &children, 0);

  return branch (virDomainCheckpointGetName (native), raw_dup_checkpoints (children, n));
}

static char *
raw_dup_checkpoints (virDomainCheckpointPtr *natives, int n)
{
  GPtrArray *branches = g_ptr_array_new ();

  g_assert_cmpint (n, >=, 0);
  for (int i = 0; i < n; i++)
    {
      g_ptr_array_add (branches, raw_dup_checkpoint (natives[i]));
      virDomainCheckpointFree (natives[i]);
    }
  free (natives);
  return join (branches);
}

static void
assert_snapshots (Live *self, LibvirtDomain *domain, const char *expected)
{
  g_autoptr (virDomain) raw = live_raw (self, domain);
  virDomainSnapshotPtr *natives = NULL;
  int n = virDomainListAllSnapshots (raw, &natives, VIR_DOMAIN_SNAPSHOT_LIST_ROOTS);
  g_autofree char *theirs = raw_dup_snapshots (natives, n);
  g_autofree char *ours = dup_tree (libvirt_domain_get_root_snapshots (domain), NULL);

  g_assert_cmpstr (theirs, ==, expected);
  g_assert_cmpstr (ours, ==, expected);
}

static void
assert_checkpoints (Live *self, LibvirtDomain *domain, const char *expected)
{
  g_autoptr (virDomain) raw = live_raw (self, domain);
  virDomainCheckpointPtr *natives = NULL;
  int n = virDomainListAllCheckpoints (raw, &natives, VIR_DOMAIN_CHECKPOINT_LIST_ROOTS);
  g_autofree char *theirs = raw_dup_checkpoints (natives, n);
  g_autofree char *ours = dup_tree (libvirt_domain_get_root_checkpoints (domain), NULL);

  g_assert_cmpstr (theirs, ==, expected);
  g_assert_cmpstr (ours, ==, expected);
}

static gboolean
has_tree (GListModel *roots, const char *expected)
{
  g_autofree char *text = dup_tree (roots, NULL);

  return g_str_equal (text, expected);
}

/* No event tells of what others do. */
static void
refresh_until (GListModel *roots, const char *expected)
{
  g_autoptr (GError) error = NULL;

  libvirt_entity_list_refresh (LIBVIRT_ENTITY_LIST (roots), &error);
  g_assert_no_error (error);
  live_wait_until (has_tree (roots, expected));
}

/* --- a guest that needs not boot --- */

static LibvirtDomain *
define (Live *self, const char *name)
{
  g_autofree char *file = g_strdup_printf ("%s.qcow2", name);
  g_autofree char *disk = live_make_disk (file, "qcow2", 1);
  g_autofree char *devices =
    g_strdup_printf ("<disk type='file' device='disk'><driver name='qemu' type='qcow2'/>"
                     "<source file='%s'/><target dev='vda' bus='virtio'/></disk>",
                     disk);

  return live_guest_define (self, &(LiveGuest){ .name = name, .devices = devices });
}

static void
undefine (LibvirtDomain *domain)
{
  g_autoptr (GError) error = NULL;

  libvirt_domain_undefine (domain, &error);
  g_assert_no_error (error);
}

/* --- snapshots --- */

static char *
snapshot_xml (const char *name)
{
  return g_strdup_printf ("<domainsnapshot><name>%s</name></domainsnapshot>", name);
}

static LibvirtDomainSnapshot *
take (LibvirtDomain *domain, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = snapshot_xml (name);
  LibvirtDomainSnapshot *snapshot = libvirt_domain_create_snapshot_xml (domain, xml, 0, &error);

  g_assert_no_error (error);
  return snapshot;
}

static void
revert (LibvirtDomainSnapshot *snapshot)
{
  g_autoptr (GError) error = NULL;

  libvirt_domain_snapshot_revert (snapshot, 0, &error);
  g_assert_no_error (error);
}

static void
delete (LibvirtDomainSnapshot *snapshot, LibvirtDomainSnapshotDeleteFlags flags)
{
  g_autoptr (GError) error = NULL;

  libvirt_domain_snapshot_delete (snapshot, flags, &error);
  g_assert_no_error (error);
}

static LibvirtDomain *
define_with_roots (Live *self, const char *name)
{
  LibvirtDomain *domain = define (self, name);

  live_wait_until_loaded (libvirt_domain_get_root_snapshots (domain));
  assert_snapshots (self, domain, "");
  return domain;
}

/* What this program does is there when the call returns. */
static void
test_own (Live *self)
{
  g_autoptr (LibvirtDomain) domain = define_with_roots (self, "branches");
  g_autoptr (LibvirtDomainSnapshot) a = take (domain, "a");
  g_autoptr (LibvirtDomainSnapshot) b = take (domain, "b");
  g_autoptr (LibvirtDomainSnapshot) c = take (domain, "c");
  g_autoptr (LibvirtDomainSnapshot) d = NULL;
  g_autoptr (LibvirtDomainSnapshot) e = NULL;

  assert_snapshots (self, domain, "a(b(c))");
  revert (a);
  assert_snapshots (self, domain, "a(b(c))");
  d = take (domain, "d");
  e = take (domain, "e");
  assert_snapshots (self, domain, "a(b(c)d(e))");

  delete (b, 0);
  assert_snapshots (self, domain, "a(cd(e))");
  delete (a, 0);
  assert_snapshots (self, domain, "cd(e)");
  delete (d, LIBVIRT_DOMAIN_SNAPSHOT_DELETE_FLAGS_CHILDREN_ONLY);
  assert_snapshots (self, domain, "cd");
  revert (c);
  g_clear_object (&e);
  e = take (domain, "e");
  assert_snapshots (self, domain, "c(e)d");
  delete (c, LIBVIRT_DOMAIN_SNAPSHOT_DELETE_FLAGS_CHILDREN);
  assert_snapshots (self, domain, "d");
  delete (d, 0);
  assert_snapshots (self, domain, "");
  undefine (domain);
}

/* What libvirt knows of a snapshot is taken away and given back, or put in place of itself. */
static void
test_redefined (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = define_with_roots (self, "redefined");
  g_autoptr (LibvirtDomainSnapshot) a = take (domain, "a");
  g_autoptr (LibvirtDomainSnapshot) b = take (domain, "b");
  g_autoptr (LibvirtDomainSnapshot) c G_GNUC_UNUSED = take (domain, "c");
  g_autoptr (LibvirtDomainSnapshot) again = NULL;
  g_autofree char *xml = libvirt_domain_snapshot_get_xml_desc (b, 0, &error);

  g_assert_no_error (error);
  again = libvirt_domain_create_snapshot_xml (
    domain, xml, LIBVIRT_DOMAIN_SNAPSHOT_CREATE_FLAGS_REDEFINE, &error);
  g_assert_no_error (error);
  g_assert_true (again == b);
  assert_snapshots (self, domain, "a(b(c))");

  delete (b, LIBVIRT_DOMAIN_SNAPSHOT_DELETE_FLAGS_METADATA_ONLY);
  assert_snapshots (self, domain, "a(c)");
  g_clear_object (&again);
  again = libvirt_domain_create_snapshot_xml (
    domain, xml, LIBVIRT_DOMAIN_SNAPSHOT_CREATE_FLAGS_REDEFINE, &error);
  g_assert_no_error (error);
  g_assert_true (again != b);
  assert_snapshots (self, domain, "a(bc)");

  delete (a, LIBVIRT_DOMAIN_SNAPSHOT_DELETE_FLAGS_CHILDREN);
  assert_snapshots (self, domain, "");
  undefine (domain);
}

static RawSnapshot *
raw_find (virDomainPtr raw, const char *name)
{
  RawSnapshot *snapshot = virDomainSnapshotLookupByName (raw, name, 0);

  g_assert_nonnull (snapshot);
  return snapshot;
}

static void
raw_take (virDomainPtr raw, const char *name)
{
  g_autofree char *xml = snapshot_xml (name);
  g_autoptr (RawSnapshot) snapshot = virDomainSnapshotCreateXML (raw, xml, 0);

  g_assert_nonnull (snapshot);
}

static void
raw_delete (virDomainPtr raw, const char *name, unsigned int flags)
{
  g_autoptr (RawSnapshot) snapshot = raw_find (raw, name);

  g_assert_cmpint (virDomainSnapshotDelete (snapshot, flags), ==, 0);
}

static void
raw_revert (virDomainPtr raw, const char *name)
{
  g_autoptr (RawSnapshot) snapshot = raw_find (raw, name);

  g_assert_cmpint (virDomainRevertToSnapshot (snapshot, 0), ==, 0);
}

static void
test_others (Live *self)
{
  g_autoptr (LibvirtDomain) domain = define_with_roots (self, "others");
  g_autoptr (virDomain) raw = live_raw (self, domain);
  GListModel *roots = libvirt_domain_get_root_snapshots (domain);

  raw_take (raw, "a");
  raw_take (raw, "b");
  raw_revert (raw, "a");
  raw_take (raw, "c");
  raw_take (raw, "d");
  refresh_until (roots, "a(bc(d))");
  assert_snapshots (self, domain, "a(bc(d))");

  raw_delete (raw, "c", 0);
  refresh_until (roots, "a(bd)");
  raw_revert (raw, "b");
  raw_take (raw, "e");
  raw_delete (raw, "a", 0);
  refresh_until (roots, "b(e)d");
  assert_snapshots (self, domain, "b(e)d");

  raw_delete (raw, "b", VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN);
  raw_delete (raw, "d", 0);
  refresh_until (roots, "");
  assert_snapshots (self, domain, "");
  undefine (domain);
}

/* --- checkpoints: each comes after the one before --- */

static LibvirtDomainCheckpoint *
mark (LibvirtDomain *domain, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml =
    g_strdup_printf ("<domaincheckpoint><name>%s</name></domaincheckpoint>", name);
  LibvirtDomainCheckpoint *checkpoint =
    libvirt_domain_create_checkpoint_xml (domain, xml, 0, &error);

  g_assert_no_error (error);
  return checkpoint;
}

static void
delete_checkpoint (LibvirtDomainCheckpoint *checkpoint, LibvirtDomainCheckpointDeleteFlags flags)
{
  g_autoptr (GError) error = NULL;

  libvirt_domain_checkpoint_delete (checkpoint, flags, &error);
  g_assert_no_error (error);
}

static void
test_checkpoints (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = define (self, "marked");
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (LibvirtDomainCheckpoint) a = NULL;
  g_autoptr (LibvirtDomainCheckpoint) b = NULL;
  g_autoptr (LibvirtDomainCheckpoint) c = NULL;
  g_autoptr (LibvirtDomainCheckpoint) again = NULL;
  g_autoptr (RawCheckpoint) raw_c = NULL;
  g_autofree char *xml = NULL;
  GListModel *roots = libvirt_domain_get_root_checkpoints (domain);

  live_guest_start_paused (domain);
  live_wait_until_loaded (roots);
  a = mark (domain, "a");
  b = mark (domain, "b");
  c = mark (domain, "c");
  assert_checkpoints (self, domain, "a(b(c))");

  xml = libvirt_domain_checkpoint_get_xml_desc (b, 0, &error);
  g_assert_no_error (error);
  again = libvirt_domain_create_checkpoint_xml (
    domain, xml, LIBVIRT_DOMAIN_CHECKPOINT_CREATE_FLAGS_REDEFINE, &error);
  g_assert_no_error (error);
  g_assert_true (again == b);
  assert_checkpoints (self, domain, "a(b(c))");

  delete_checkpoint (b, 0);
  assert_checkpoints (self, domain, "a(c)");
  raw_c = virDomainCheckpointLookupByName (raw, "c", 0);
  g_assert_cmpint (virDomainCheckpointDelete (raw_c, 0), ==, 0);
  refresh_until (roots, "a");
  assert_checkpoints (self, domain, "a");
  g_clear_object (&c);
  c = mark (domain, "c");
  assert_checkpoints (self, domain, "a(c)");

  delete_checkpoint (a, LIBVIRT_DOMAIN_CHECKPOINT_DELETE_FLAGS_CHILDREN);
  assert_checkpoints (self, domain, "");
  live_guest_end (domain);
}

int
main (int argc, char **argv)
{
  live_init (&argc, &argv, NULL);

  live_add ("/live/snapshot-tree/own", test_own);
  live_add ("/live/snapshot-tree/redefined", test_redefined);
  live_add ("/live/snapshot-tree/others", test_others);
  live_add ("/live/snapshot-tree/checkpoints", test_checkpoints);

  return live_run ();
}
