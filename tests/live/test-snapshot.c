/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Snapshots and checkpoints of a guest that runs: what comes back with them, and what a backup
 * leaves out. */

#include "live.h"

#include <string.h>

typedef struct _virDomainSnapshot RawSnapshot;
typedef struct _virDomainCheckpoint RawCheckpoint;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RawSnapshot, virDomainSnapshotFree)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RawCheckpoint, virDomainCheckpointFree)

/* A guest with a disk of its own. */
static LibvirtDomain *
boot (Live *self, const char *name)
{
  g_autofree char *file = g_strdup_printf ("%s.qcow2", name);
  g_autofree char *disk = live_make_disk (file, "qcow2", 16);
  g_autofree char *devices =
    g_strdup_printf ("<disk type='file' device='disk'><driver name='qemu' type='qcow2'/>"
                     "<source file='%s'/><target dev='vda' bus='virtio'/></disk>",
                     disk);

  return live_guest_boot (self, &(LiveGuest){ .name = name, .devices = devices });
}

/* A block of 64 KiB of the disk in one colour: @octal is three digits. */
static void
paint (Live *self, LibvirtDomain *domain, guint block, const char *octal)
{
  g_autofree char *script = g_strdup_printf (
    "dd if=/dev/zero bs=64k count=1 | tr '\\000' '\\%s' | "
    "dd of=/dev/vda bs=64k seek=%u conv=fsync,notrunc 2>&1",
    octal, block);

  g_free (live_guest_run (self, domain, script));
}

/* --- snapshots --- */

static LibvirtDomainSnapshot *
take (LibvirtDomain *domain, const char *name, LibvirtDomainSnapshotCreateFlags flags)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = g_strdup_printf ("<domainsnapshot><name>%s</name></domainsnapshot>", name);
  LibvirtDomainSnapshot *snapshot = libvirt_domain_create_snapshot_xml (domain, xml, flags, &error);

  g_assert_no_error (error);
  return snapshot;
}

static gboolean
raw_has_snapshot (Live *self, LibvirtDomain *domain, const char *name)
{
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (RawSnapshot) snapshot = virDomainSnapshotLookupByName (raw, name, 0);

  return snapshot != NULL;
}

static gboolean
exists (gpointer entity)
{
  return libvirt_entity_get_exists (entity);
}

static void
delete (LibvirtDomainSnapshot *snapshot, LibvirtDomainSnapshotDeleteFlags flags)
{
  g_autoptr (GError) error = NULL;

  libvirt_domain_snapshot_delete (snapshot, flags, &error);
  g_assert_no_error (error);
}

/* Both the memory and the disk of the guest. */
static void
test_revert (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self, "returner");
  g_autoptr (LibvirtDomainSnapshot) snapshot = NULL;
  g_autofree char *found = NULL;

  g_free (live_guest_run (self, domain, "echo before > /tmp/mark"));
  paint (self, domain, 0, "101");
  snapshot = take (domain, "before", 0);
  g_assert_true (raw_has_snapshot (self, domain, "before"));
  g_assert_cmpint (libvirt_domain_peek_state (domain), ==, LIBVIRT_DOMAIN_STATE_RUNNING);

  g_free (live_guest_run (self, domain, "echo after > /tmp/mark"));
  paint (self, domain, 0, "102");
  g_assert_true (libvirt_domain_snapshot_revert (
    snapshot, LIBVIRT_DOMAIN_SNAPSHOT_REVERT_FLAGS_RUNNING, &error));
  g_assert_no_error (error);
  live_wait_for_agent (self, domain);
  found = live_guest_run (self, domain,
                          "echo 3 > /proc/sys/vm/drop_caches; cat /tmp/mark; "
                          "dd if=/dev/vda bs=1 count=4 2>/dev/null");
  g_assert_cmpstr (found, ==, "before\nAAAA");
  delete (snapshot, 0);
}

/* The properties of the domain say at once what it does now. */
static void
test_revert_paused (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self, "returner");
  g_autoptr (LibvirtDomainSnapshot) snapshot = take (domain, "to-wait-at", 0);
  g_autoptr (LiveRecord) record = live_record_new (domain, "event-lifecycle");
  int reason;

  g_assert_true (libvirt_domain_snapshot_revert (
    snapshot, LIBVIRT_DOMAIN_SNAPSHOT_REVERT_FLAGS_PAUSED, &error));
  g_assert_no_error (error);
  g_assert_cmpint (live_raw_state (self, domain, &reason), ==, VIR_DOMAIN_PAUSED);
  g_assert_cmpint (libvirt_domain_peek_state (domain), ==, LIBVIRT_DOMAIN_STATE_PAUSED);
  g_assert_cmpint (libvirt_domain_peek_state_reason (domain), ==, reason);
  live_wait_until (live_record_find (record, VIR_DOMAIN_EVENT_SUSPENDED,
                                     VIR_DOMAIN_EVENT_SUSPENDED_FROM_SNAPSHOT) >= 0);
  g_assert_cmpint (live_record_find (record, VIR_DOMAIN_EVENT_STOPPED,
                                     VIR_DOMAIN_EVENT_STOPPED_FROM_SNAPSHOT), >=, 0);
  g_assert_cmpint (live_record_find (record, VIR_DOMAIN_EVENT_STARTED,
                                     VIR_DOMAIN_EVENT_STARTED_FROM_SNAPSHOT), >=, 0);
  g_assert_cmpint (libvirt_domain_peek_state (domain), ==, LIBVIRT_DOMAIN_STATE_PAUSED);

  g_assert_true (libvirt_domain_resume (domain, &error));
  g_assert_no_error (error);
  delete (snapshot, 0);
}

static void
assert_children (LibvirtDomainSnapshot *self, LibvirtDomainSnapshotListFlags flags, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) children = libvirt_domain_snapshot_list_all_children (self, flags, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (children->len, ==, n);
  g_assert_cmpint (libvirt_domain_snapshot_num_children (self, flags, &error), ==, (int) n);
  g_assert_no_error (error);
}

/* Two that go on from the same one, as the guest was reverted between them. */
/* The guest is at @right, one of the two children of @root. */
static void
assert_at (LibvirtDomain *domain, LibvirtDomainSnapshot *root, LibvirtDomainSnapshot *right)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomainSnapshot) current = libvirt_domain_current_snapshot (domain, 0, &error);
  g_auto (GStrv) names = NULL;
  g_auto (GStrv) children = NULL;

  g_assert_no_error (error);
  g_assert_true (current == right);
  g_assert_true (libvirt_domain_has_current_snapshot (domain, 0, &error));
  g_assert_true (libvirt_domain_snapshot_is_current (right, 0, &error));
  g_assert_false (libvirt_domain_snapshot_is_current (root, 0, &error));
  g_assert_true (libvirt_domain_snapshot_has_metadata (root, 0, &error));
  g_assert_no_error (error);

  g_assert_cmpint (libvirt_domain_snapshot_num (domain, 0, &error), ==, 4);
  names = libvirt_domain_snapshot_list_names (domain, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (names), ==, 4);
  children = libvirt_domain_snapshot_list_children_names (root, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (children), ==, 2);
  g_assert_true (g_strv_contains ((const char *const *) children, "right"));
}

static void
test_branches (Live *self)
{
  LibvirtDomainSnapshotListFlags roots = LIBVIRT_DOMAIN_SNAPSHOT_LIST_FLAGS_ROOTS;
  LibvirtDomainSnapshotListFlags descendants = LIBVIRT_DOMAIN_SNAPSHOT_LIST_FLAGS_DESCENDANTS;
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self, "returner");
  GListModel *all = libvirt_domain_get_snapshots (domain);
  g_autoptr (LibvirtDomainSnapshot) root = take (domain, "root", 0);
  g_autoptr (LibvirtDomainSnapshot) left = take (domain, "left", 0);
  g_autoptr (LibvirtDomainSnapshot) leaf = take (domain, "leaf", 0);
  g_autoptr (LibvirtDomainSnapshot) right = NULL;
  g_autoptr (LibvirtDomainSnapshot) parent = NULL;
  g_autoptr (GPtrArray) first = NULL;

  g_assert_true (libvirt_domain_snapshot_revert (root, 0, &error));
  g_assert_no_error (error);
  right = take (domain, "right", 0);
  parent = libvirt_domain_snapshot_get_parent (right, 0, &error);
  g_assert_no_error (error);
  g_assert_true (parent == root);
  assert_at (domain, root, right);
  first = libvirt_domain_list_all_snapshots (domain, roots, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (first->len, ==, 1);
  g_assert_true (first->pdata[0] == root);
  assert_children (root, 0, 2);
  assert_children (root, descendants, 3);
  assert_children (left, 0, 1);
  live_wait_until_loaded (all);
  g_assert_cmpuint (g_list_model_get_n_items (all), ==, 4);

  delete (left, LIBVIRT_DOMAIN_SNAPSHOT_DELETE_FLAGS_CHILDREN);
  g_assert_false (raw_has_snapshot (self, domain, "leaf"));
  g_assert_false (exists (left) || exists (leaf));
  g_assert_cmpuint (g_list_model_get_n_items (all), ==, 2);
  delete (root, LIBVIRT_DOMAIN_SNAPSHOT_DELETE_FLAGS_CHILDREN_ONLY);
  g_assert_false (raw_has_snapshot (self, domain, "right"));
  g_assert_true (exists (root) && !exists (right));
  g_assert_cmpuint (g_list_model_get_n_items (all), ==, 1);
  delete (root, 0);
}

/* The guest is off once its memory is written, and its properties say so. */
static void
test_halt (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self, "returner");
  g_autoptr (LibvirtDomainSnapshot) snapshot =
    take (domain, "halted", LIBVIRT_DOMAIN_SNAPSHOT_CREATE_FLAGS_HALT);
  int reason;

  g_assert_cmpint (live_raw_state (self, domain, &reason), ==, VIR_DOMAIN_SHUTOFF);
  g_assert_cmpint (libvirt_domain_peek_state (domain), ==, LIBVIRT_DOMAIN_STATE_SHUTOFF);
  g_assert_cmpint (libvirt_domain_peek_state_reason (domain), ==, reason);

  g_assert_true (libvirt_domain_snapshot_revert (snapshot, 0, &error));
  g_assert_no_error (error);
  g_assert_cmpint (libvirt_domain_peek_state (domain), ==, LIBVIRT_DOMAIN_STATE_RUNNING);
  g_assert_cmpint (live_raw_state (self, domain, NULL), ==, VIR_DOMAIN_RUNNING);
  live_wait_for_agent (self, domain);
  delete (snapshot, 0);
}

static char *
raw_xml (Live *self, LibvirtDomain *domain)
{
  g_autoptr (virDomain) raw = live_raw (self, domain);

  return virDomainGetXMLDesc (raw, 0);
}

/* libvirt forgets about it as soon as it is made. */
static void
test_no_metadata (Live *self)
{
  g_autoptr (LibvirtDomain) domain = boot (self, "layers");
  g_autoptr (LibvirtDomainSnapshot) snapshot =
    take (domain, "unknown",
          LIBVIRT_DOMAIN_SNAPSHOT_CREATE_FLAGS_DISK_ONLY |
            LIBVIRT_DOMAIN_SNAPSHOT_CREATE_FLAGS_NO_METADATA);
  g_autofree char *xml = raw_xml (self, domain);

  g_assert_nonnull (strstr (xml, "layers.unknown'"));
  g_assert_false (raw_has_snapshot (self, domain, "unknown"));
  g_assert_false (exists (snapshot));
}

/* The guest writes to another file from then on, and the snapshot is the one before. */
static void
test_external (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self, "layers");
  g_autoptr (LibvirtDomainSnapshot) snapshot = NULL;
  g_autofree char *path = NULL;
  g_autofree char *script = NULL;
  g_autofree char *xml = NULL;
  g_autofree char *disks = NULL;

  paint (self, domain, 0, "103");
  snapshot = take (domain, "over",
                   LIBVIRT_DOMAIN_SNAPSHOT_CREATE_FLAGS_DISK_ONLY |
                     LIBVIRT_DOMAIN_SNAPSHOT_CREATE_FLAGS_ATOMIC);
  paint (self, domain, 0, "104");
  xml = raw_xml (self, domain);
  g_assert_nonnull (strstr (xml, "layers.over'"));
  disks = libvirt_domain_snapshot_get_xml_desc (snapshot, 0, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (disks, "<disk name='vda' snapshot='external'"));
  g_assert_nonnull (strstr (disks, "<state>disk-snapshot</state>"));

  path = g_strdup_printf ("%s/layers.unknown", live_get ("folder"));
  script = g_strdup_printf ("qemu-io -r -U -c 'read -q -P 67 0 64k' '%s'", path);
  g_free (live_enter (script));

  delete (snapshot, LIBVIRT_DOMAIN_SNAPSHOT_DELETE_FLAGS_METADATA_ONLY);
  g_assert_false (raw_has_snapshot (self, domain, "over"));
  g_assert_false (exists (snapshot));
}

/* What was written since goes down into the file below, and the guest never stops. */
static void
test_delete_external (Live *self)
{
  g_autoptr (LibvirtDomain) domain = boot (self, "merged");
  g_autoptr (LibvirtDomainSnapshot) snapshot = NULL;
  g_autofree char *over = g_strdup_printf ("%s/merged.top", live_get ("folder"));
  g_autofree char *script =
    g_strdup_printf ("qemu-io -r -U -c 'read -q -P 67 0 64k' -c 'read -q -P 68 64k 64k' '%s/merged.qcow2'",
                     live_get ("folder"));
  g_autofree char *xml = NULL;

  paint (self, domain, 0, "103");
  snapshot = take (domain, "top",
                   LIBVIRT_DOMAIN_SNAPSHOT_CREATE_FLAGS_DISK_ONLY |
                     LIBVIRT_DOMAIN_SNAPSHOT_CREATE_FLAGS_ATOMIC);
  paint (self, domain, 1, "104");

  delete (snapshot, 0);
  g_assert_false (raw_has_snapshot (self, domain, "top"));
  g_assert_false (exists (snapshot));
  xml = raw_xml (self, domain);
  g_assert_nonnull (strstr (xml, "merged.qcow2'"));
  g_assert_null (strstr (xml, "merged.top'"));
  g_assert_false (g_file_test (over, G_FILE_TEST_EXISTS));
  g_free (live_enter (script));
  g_assert_cmpint (live_raw_state (self, domain, NULL), ==, VIR_DOMAIN_RUNNING);
}

/* Memory and disk, in files of their own. Libvirt before 9.9 can make these, not return to them. */
static void
test_revert_external (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self, "outside");
  g_autoptr (LibvirtDomainSnapshot) snapshot = NULL;
  g_autofree char *xml = g_strdup_printf ("<domainsnapshot><name>whole</name>"
                                          "<memory snapshot='external' file='%s/whole.memory'/>"
                                          "</domainsnapshot>",
                                          live_get ("folder"));
  g_autofree char *found = NULL;

  g_free (live_guest_run (self, domain, "echo before > /tmp/mark"));
  snapshot = libvirt_domain_create_snapshot_xml (domain, xml, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (libvirt_domain_peek_state (domain), ==, LIBVIRT_DOMAIN_STATE_RUNNING);
  g_free (live_guest_run (self, domain, "echo after > /tmp/mark"));

  libvirt_domain_snapshot_revert (snapshot, 0, &error);
  if (libvirt_connect_get_lib_version (self->connect, NULL) < 9009000)
    g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_CONFIG_UNSUPPORTED);
  else
    g_assert_no_error (error);
  live_wait_for_agent (self, domain);
  found = live_guest_run (self, domain, "cat /tmp/mark");
  g_assert_cmpstr (found, ==, error != NULL ? "after\n" : "before\n");

  delete (snapshot, LIBVIRT_DOMAIN_SNAPSHOT_DELETE_FLAGS_METADATA_ONLY);
}

/* --- checkpoints --- */

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

static gboolean
raw_has_checkpoint (Live *self, LibvirtDomain *domain, const char *name)
{
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (RawCheckpoint) checkpoint = virDomainCheckpointLookupByName (raw, name, 0);

  return checkpoint != NULL;
}

static void
test_checkpoints (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self, "marked");
  g_autoptr (LibvirtDomainCheckpoint) one = mark (domain, "one");
  g_autoptr (LibvirtDomainCheckpoint) two = mark (domain, "two");
  g_autoptr (LibvirtDomainCheckpoint) again =
    libvirt_domain_lookup_checkpoint_by_name (domain, "one", 0, &error);
  g_autoptr (LibvirtDomainCheckpoint) parent =
    libvirt_domain_checkpoint_get_parent (two, 0, &error);
  g_autoptr (GPtrArray) children = libvirt_domain_checkpoint_list_all_children (one, 0, &error);
  g_autoptr (GPtrArray) all = libvirt_domain_list_all_checkpoints (domain, 0, &error);

  g_assert_no_error (error);
  g_assert_true (raw_has_checkpoint (self, domain, "one"));
  g_assert_true (again == one);
  g_assert_true (parent == one);
  g_assert_cmpstr (libvirt_domain_checkpoint_get_name (one), ==, "one");
  g_assert_true (libvirt_domain_checkpoint_get_domain (one) == domain);
  g_assert_true (libvirt_domain_checkpoint_get_connection (one) == self->connect);
  g_assert_cmpuint (children->len, ==, 1);
  g_assert_true (children->pdata[0] == two);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_null (libvirt_domain_checkpoint_get_parent (one, 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_DOMAIN_CHECKPOINT);
  g_clear_error (&error);

  g_assert_true (libvirt_domain_checkpoint_delete (
    one, LIBVIRT_DOMAIN_CHECKPOINT_DELETE_FLAGS_CHILDREN, &error));
  g_assert_no_error (error);
  g_assert_false (raw_has_checkpoint (self, domain, "one"));
  g_assert_false (raw_has_checkpoint (self, domain, "two"));
  g_assert_false (exists (one) || exists (two));
}

/* What the description says of the size of what was changed, in bytes. */
static guint64
get_size (LibvirtDomainCheckpoint *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml =
    libvirt_domain_checkpoint_get_xml_desc (self, LIBVIRT_DOMAIN_CHECKPOINT_XML_FLAGS_SIZE, &error);
  const char *size;

  g_assert_no_error (error);
  size = strstr (xml, " size='");
  g_assert_nonnull (size);
  return g_ascii_strtoull (size + strlen (" size='"), NULL, 10);
}

static void
test_size (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self, "marked");
  g_autoptr (LibvirtDomainCheckpoint) checkpoint = mark (domain, "measured");

  g_assert_cmpuint (get_size (checkpoint), ==, 0);
  paint (self, domain, 3, "105");
  g_assert_cmpuint (get_size (checkpoint), ==, 64 << 10);
  g_assert_true (libvirt_domain_checkpoint_delete (checkpoint, 0, &error));
  g_assert_no_error (error);
}

static void
back_up (LibvirtDomain *domain, const char *path, const char *since, const char *checkpoint)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiveRecord) record = live_record_new (domain, "event-job-completed");
  g_autofree char *incremental =
    since != NULL ? g_strdup_printf ("<incremental>%s</incremental>", since) : g_strdup ("");
  g_autofree char *xml = g_strdup_printf ("<domainbackup>%s<disks>"
                                          "<disk name='vda' backup='yes' type='file'>"
                                          "<driver type='qcow2'/><target file='%s'/></disk></disks>"
                                          "</domainbackup>",
                                          incremental, path);
  g_autofree char *checkpoint_xml =
    g_strdup_printf ("<domaincheckpoint><name>%s</name></domaincheckpoint>", checkpoint);

  libvirt_domain_backup_begin (domain, xml, checkpoint_xml, 0, &error);
  g_assert_no_error (error);
  live_wait_until (live_record_count (record) > 0);
}

/* The second backup has what was changed after the first, and nothing else: it is read without
 * the disk of the guest, on which it stands. */
static void
test_incremental (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self, "marked");
  GListModel *checkpoints = libvirt_domain_get_checkpoints (domain);
  g_autofree char *full = g_strdup_printf ("%s/full.qcow2", live_get ("folder"));
  g_autofree char *changes = g_strdup_printf ("%s/changes.qcow2", live_get ("folder"));
  g_autofree char *script =
    g_strdup_printf ("qemu-io -r -c 'read -q -P 72 0 64k' -c 'read -q -P 72 64k 64k' %s && "
                     "qemu-img rebase -u -b '' %s && "
                     "qemu-io -r -c 'read -q -P 0 0 64k' -c 'read -q -P 73 64k 64k' %s",
                     full, changes, changes);
  g_autoptr (LibvirtDomainCheckpoint) monday = NULL;

  live_wait_until_loaded (checkpoints);
  g_assert_cmpuint (g_list_model_get_n_items (checkpoints), ==, 0);
  paint (self, domain, 0, "110");
  paint (self, domain, 1, "110");
  back_up (domain, full, NULL, "monday");
  g_assert_cmpuint (g_list_model_get_n_items (checkpoints), ==, 1);
  paint (self, domain, 1, "111");
  back_up (domain, changes, "monday", "tuesday");
  g_assert_cmpuint (g_list_model_get_n_items (checkpoints), ==, 2);
  g_assert_true (raw_has_checkpoint (self, domain, "tuesday"));
  g_free (live_enter (script));

  monday = libvirt_domain_lookup_checkpoint_by_name (domain, "monday", 0, &error);
  g_assert_no_error (error);
  g_assert_true (libvirt_domain_checkpoint_delete (
    monday, LIBVIRT_DOMAIN_CHECKPOINT_DELETE_FLAGS_CHILDREN, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (checkpoints), ==, 0);
}

/* Two of one name. */
static void
test_refused (Live *self)
{
  const char *xml = "<domaincheckpoint><name>twice</name></domaincheckpoint>";
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self, "marked");
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (LibvirtDomainCheckpoint) checkpoint = mark (domain, "twice");

  g_assert_null (libvirt_domain_create_checkpoint_xml (domain, xml, 0, &error));
  g_assert_null (virDomainCheckpointCreateXML (raw, xml, 0));
  g_assert_error (error, LIBVIRT_ERROR, virGetLastErrorCode ());
  g_assert_cmpstr (error->message, ==, virGetLastErrorMessage ());
  g_clear_error (&error);
  g_assert_true (libvirt_domain_checkpoint_delete (checkpoint, 0, &error));
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  live_init (&argc, &argv, NULL);

  live_add ("/live/snapshot/revert", test_revert);
  live_add ("/live/snapshot/revert-paused", test_revert_paused);
  live_add ("/live/snapshot/branches", test_branches);
  live_add ("/live/snapshot/halt", test_halt);
  live_add ("/live/snapshot/no-metadata", test_no_metadata);
  live_add ("/live/snapshot/external", test_external);
  live_add ("/live/snapshot/delete-external", test_delete_external);
  live_add ("/live/snapshot/revert-external", test_revert_external);
  live_add ("/live/checkpoint/tree", test_checkpoints);
  live_add ("/live/checkpoint/size", test_size);
  live_add ("/live/checkpoint/incremental", test_incremental);
  live_add ("/live/checkpoint/refused", test_refused);

  return live_run ();
}
