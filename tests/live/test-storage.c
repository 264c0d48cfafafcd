/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Pools and volumes of a real host. What a pool consists of is looked at in the machine, what
 * libvirt knows of it through a raw connection. */

#include "live.h"

#include <string.h>

#define MIB (1024 * 1024)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (virStoragePool, virStoragePoolFree)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (virStorageVol, virStorageVolFree)

/* A folder of the machine as a pool. */
static char *
folder_xml (const char *name)
{
  return g_strdup_printf (
    "<pool type='dir'><name>%s</name><target><path>/var/lib/%s</path></target></pool>", name, name);
}

static LibvirtStoragePool *
define_pool (Live *self, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = folder_xml (name);
  LibvirtStoragePool *pool = libvirt_connect_define_storage_pool_xml (self->connect, xml, 0, &error);

  g_assert_no_error (error);
  return pool;
}

static LibvirtStoragePool *
start_pool (Live *self, const char *name)
{
  g_autoptr (GError) error = NULL;
  LibvirtStoragePool *pool = define_pool (self, name);

  g_assert_true (
    libvirt_storage_pool_create (pool, LIBVIRT_STORAGE_POOL_CREATE_FLAGS_WITH_BUILD, &error));
  g_assert_no_error (error);
  return pool;
}

static void
end_pool (LibvirtStoragePool *pool)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_storage_pool_destroy (pool, &error));
  g_assert_no_error (error);
  g_assert_true (libvirt_storage_pool_undefine (pool, &error));
  g_assert_no_error (error);
}

static LibvirtStoragePool *
look_up_pool (Live *self, const char *name)
{
  g_autoptr (GError) error = NULL;
  LibvirtStoragePool *pool =
    libvirt_connect_lookup_storage_pool_by_name (self->connect, name, &error);

  g_assert_no_error (error);
  return pool;
}

static LibvirtStorageVol *
make_volume (LibvirtStoragePool *pool, const char *name, const char *format)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml =
    g_strdup_printf ("<volume><name>%s</name><capacity unit='MiB'>4</capacity>"
                     "<allocation unit='MiB'>4</allocation><target><format type='%s'/></target>"
                     "</volume>",
                     name, format);
  LibvirtStorageVol *volume = libvirt_storage_pool_create_volume_xml (pool, xml, 0, &error);

  g_assert_no_error (error);
  return volume;
}

static virStorageVolPtr
raw_volume (Live *self, LibvirtStorageVol *volume)
{
  virStorageVolPtr raw = virStorageVolLookupByKey (self->raw, libvirt_storage_vol_get_key (volume));

  g_assert_nonnull (raw);
  return raw;
}

/* What a shell in the machine says about the file. */
static char *
ask_file (LibvirtStorageVol *volume, const char *command)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = libvirt_storage_vol_get_path (volume, &error);
  g_autofree char *script = g_strdup_printf ("%s '%s'", command, path);

  g_assert_no_error (error);
  return g_strstrip (live_enter (script));
}

static gboolean
machine_says (const char *question)
{
  g_autofree char *script = g_strdup_printf ("if %s; then echo yes; fi", question);
  g_autofree char *answer = live_enter (script);

  return answer[0] == 'y';
}

/* Ours failed with what the raw connection was told just now. */
static void
assert_raw_error (GError **error)
{
  g_assert_cmpint (virGetLastErrorCode (), !=, VIR_ERR_OK);
  g_assert_error (*error, LIBVIRT_ERROR, virGetLastErrorCode ());
  g_assert_cmpstr ((*error)->message, ==, virGetLastErrorMessage ());
  g_clear_error (error);
}

static void
assert_like_raw (Live *self, LibvirtStoragePool *pool)
{
  g_autoptr (virStoragePool) raw =
    virStoragePoolLookupByName (self->raw, libvirt_storage_pool_get_name (pool));
  virStoragePoolInfo info;
  guint64 capacity;
  guint64 allocation;
  guint64 available;

  g_assert_cmpint (virStoragePoolGetInfo (raw, &info), ==, 0);
  g_object_get (pool, "capacity", &capacity, "allocation", &allocation, "available", &available,
                NULL);
  g_assert_cmpint (libvirt_storage_pool_peek_state (pool), ==, info.state);
  g_assert_cmpuint (capacity, ==, info.capacity);
  g_assert_cmpuint (allocation, ==, info.allocation);
  g_assert_cmpuint (available, ==, info.available);
}

/* --- pools --- */

static void
test_own_calls (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStoragePool) pool = define_pool (self, "own");

  g_assert_false (machine_says ("test -e /var/lib/own"));
  g_assert_true (libvirt_storage_pool_build (pool, 0, &error));
  g_assert_no_error (error);
  g_assert_true (machine_says ("test -d /var/lib/own"));

  g_assert_true (libvirt_storage_pool_create (pool, 0, &error));
  g_assert_no_error (error);
  g_assert_true (libvirt_storage_pool_peek_active (pool));
  g_assert_true (libvirt_storage_pool_set_autostart (pool, TRUE, &error));
  g_assert_no_error (error);
  g_assert_true (machine_says ("test -e /etc/libvirt/storage/autostart/own.xml"));

  g_assert_true (libvirt_storage_pool_destroy (pool, &error));
  g_assert_no_error (error);
  g_assert_false (libvirt_storage_pool_peek_active (pool));
  g_assert_true (libvirt_storage_pool_delete (pool, 0, &error));
  g_assert_no_error (error);
  g_assert_false (machine_says ("test -e /var/lib/own"));
  g_assert_true (libvirt_storage_pool_undefine (pool, &error));
  g_assert_no_error (error);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (pool)));
}

static void
assert_steps (LiveRecord *mirrored, LibvirtStoragePool *pool)
{
  static const int steps[] = { VIR_STORAGE_POOL_EVENT_DEFINED, VIR_STORAGE_POOL_EVENT_CREATED,
                               VIR_STORAGE_POOL_EVENT_STARTED, VIR_STORAGE_POOL_EVENT_STOPPED,
                               VIR_STORAGE_POOL_EVENT_DELETED, VIR_STORAGE_POOL_EVENT_UNDEFINED };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_assert_true (g_value_get_object (live_record_get (mirrored, i, 0)) == pool);
      g_assert_cmpint (live_record_get_number (mirrored, i, 1), ==, steps[i]);
      g_assert_cmpint (live_record_get_number (mirrored, i, 2), ==, 0);
    }
}

/* Each step is another kind of event, and moves the properties. */
static void
test_events (Live *self)
{
  g_autoptr (LiveRecord) mirrored = live_record_new (self->connect, "storage-pool-event-lifecycle");
  g_autoptr (LiveRecord) all_refreshed = live_record_new (self->connect, "storage-pool-event-refresh");
  g_autofree char *xml = folder_xml ("theirs");
  g_autoptr (virStoragePool) raw = virStoragePoolDefineXML (self->raw, xml, 0);
  g_autoptr (LibvirtStoragePool) pool = look_up_pool (self, "theirs");
  g_autoptr (LiveRecord) lifecycle = live_record_new (pool, "event-lifecycle");
  g_autoptr (LiveRecord) refreshed = live_record_new (pool, "event-refresh");
  guint64 capacity;

  live_wait_until (live_record_count (mirrored) == 1);
  g_assert_cmpint (virStoragePoolBuild (raw, 0), ==, 0);
  live_wait_until (live_record_find (lifecycle, VIR_STORAGE_POOL_EVENT_CREATED, 0) >= 0);
  g_assert_cmpint (virStoragePoolCreate (raw, 0), ==, 0);
  live_wait_until (live_record_find (lifecycle, VIR_STORAGE_POOL_EVENT_STARTED, 0) >= 0);
  g_assert_true (libvirt_storage_pool_peek_active (pool));
  live_wait_until ((g_object_get (pool, "capacity", &capacity, NULL), capacity > 0));
  assert_like_raw (self, pool);

  g_assert_cmpint (virStoragePoolRefresh (raw, 0), ==, 0);
  live_wait_until (live_record_count (refreshed) == 1);
  g_assert_cmpint (virStoragePoolDestroy (raw), ==, 0);
  live_wait_until (live_record_find (lifecycle, VIR_STORAGE_POOL_EVENT_STOPPED, 0) >= 0);
  g_assert_false (libvirt_storage_pool_peek_active (pool));
  g_assert_cmpint (virStoragePoolDelete (raw, 0), ==, 0);
  live_wait_until (live_record_find (lifecycle, VIR_STORAGE_POOL_EVENT_DELETED, 0) >= 0);
  g_assert_cmpint (virStoragePoolUndefine (raw), ==, 0);
  live_wait_until (!libvirt_entity_get_exists (LIBVIRT_ENTITY (pool)));

  /* That may have been heard before, as the answer to a question. */
  live_wait_until (live_record_count (mirrored) == 6);
  assert_steps (mirrored, pool);
  g_assert_cmpuint (live_record_count (all_refreshed), ==, 1);
  g_assert_true (g_value_get_object (live_record_get (all_refreshed, 0, 0)) == pool);
}

static void
test_fs (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStoragePool) pool = NULL;

  if (!live_has_kind ("fs-pool"))
    return;

  pool = look_up_pool (self, "fs");
  assert_like_raw (self, pool);
  g_assert_true (machine_says ("grep -q '/pools/fs ext4' /proc/mounts"));
  g_assert_true (libvirt_storage_pool_destroy (pool, &error));
  g_assert_no_error (error);
  g_assert_false (machine_says ("grep -q '/pools/fs ext4' /proc/mounts"));

  g_assert_false (
    libvirt_storage_pool_build (pool, LIBVIRT_STORAGE_POOL_BUILD_FLAGS_NO_OVERWRITE, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_true (
    libvirt_storage_pool_build (pool, LIBVIRT_STORAGE_POOL_BUILD_FLAGS_OVERWRITE, &error));
  g_assert_no_error (error);
  g_assert_true (libvirt_storage_pool_create (pool, 0, &error));
  g_assert_no_error (error);
  g_assert_true (machine_says ("grep -q '/pools/fs ext4' /proc/mounts"));
  assert_like_raw (self, pool);
}

/* Where device mapper is missing there is a group, and no volume can be made in it. */
static void
test_logical (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStoragePool) pool = NULL;
  g_autofree char *sources = NULL;
  g_autofree char *group = NULL;
  g_autofree char *xml = NULL;

  if (!live_has_kind ("logical-pool"))
    return;

  pool = look_up_pool (self, "logical");
  assert_like_raw (self, pool);
  xml = libvirt_storage_pool_get_xml_desc (pool, 0, &error);
  g_assert_no_error (error);
  group = g_strstrip (live_enter ("vgs --noheadings --options vg_name"));
  g_assert_nonnull (strstr (xml, group));
  sources = libvirt_connect_find_storage_pool_sources (self->connect, "logical", NULL, 0, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (sources, group));

  g_assert_true (libvirt_storage_pool_refresh (pool, 0, &error));
  g_assert_no_error (error);
  g_assert_cmpint (libvirt_storage_pool_num_of_volumes (pool, &error), ==, 0);
  g_assert_no_error (error);
}

static void
test_disk (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStoragePool) pool = NULL;
  g_autofree char *xml = NULL;

  if (!live_has_kind ("disk-pool"))
    return;

  pool = look_up_pool (self, "disk");
  assert_like_raw (self, pool);
  xml = libvirt_storage_pool_get_xml_desc (pool, LIBVIRT_STORAGE_XML_FLAGS_INACTIVE, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (xml, "<format type='gpt'/>"));
  g_assert_true (libvirt_storage_pool_destroy (pool, &error));
  g_assert_no_error (error);
  g_assert_true (libvirt_storage_pool_create (pool, 0, &error));
  g_assert_no_error (error);
  assert_like_raw (self, pool);
}

static void
test_capabilities (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *capabilities =
    libvirt_connect_get_storage_pool_capabilities (self->connect, 0, &error);
  char *raw = virConnectGetStoragePoolCapabilities (self->raw, 0);

  g_assert_no_error (error);
  g_assert_cmpstr (capabilities, ==, raw);
  g_assert_nonnull (strstr (capabilities, "<pool type='dir' supported='yes'>"));
  free (raw);
}

static void
test_target_path (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStoragePool) pool = start_pool (self, "place");
  g_autoptr (LibvirtStoragePool) found = libvirt_connect_lookup_storage_pool_by_target_path (
    self->connect, "/var/lib/place", &error);

  g_assert_no_error (error);
  g_assert_true (found == pool);
  g_assert_null (libvirt_connect_lookup_storage_pool_by_target_path (self->connect, "/var/lib/nowhere",
                                                                     &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_STORAGE_POOL);
  end_pool (pool);
}

/* --- volumes --- */

static void
assert_found (LibvirtStorageVol *found, LibvirtStorageVol *expected)
{
  g_assert_true (found == expected);
  g_clear_object (&found);
}

static void
test_volume_lookups (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStoragePool) pool = start_pool (self, "lookups");
  g_autoptr (LibvirtStorageVol) volume = make_volume (pool, "one.img", "raw");
  g_autoptr (LibvirtStoragePool) its_pool = libvirt_storage_vol_lookup_pool (volume, &error);
  const char *key = libvirt_storage_vol_get_key (volume);

  g_assert_no_error (error);
  g_assert_true (its_pool == pool);
  assert_found (libvirt_storage_pool_lookup_volume_by_name (pool, "one.img", &error), volume);
  assert_found (libvirt_connect_lookup_volume_by_key (self->connect, key, &error), volume);
  assert_found (
    libvirt_connect_lookup_volume_by_path (self->connect, "/var/lib/lookups/one.img", &error), volume);
  g_assert_no_error (error);
  g_assert_true (libvirt_storage_vol_delete (volume, 0, &error));
  g_assert_no_error (error);
  g_assert_false (machine_says ("test -e /var/lib/lookups/one.img"));
  end_pool (pool);
}

static void
test_resize (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStoragePool) pool = start_pool (self, "resize");
  g_autoptr (LibvirtStorageVol) volume = make_volume (pool, "one.img", "raw");
  g_autoptr (virStorageVol) raw = raw_volume (self, volume);
  g_autoptr (LibvirtStorageVolInfo) info = NULL;
  g_autofree char *size = NULL;
  virStorageVolInfo raw_info;

  g_assert_true (libvirt_storage_vol_resize (
    volume, 4 * MIB, LIBVIRT_STORAGE_VOL_RESIZE_FLAGS_DELTA, &error));
  g_assert_no_error (error);
  size = ask_file (volume, "stat --format %s");
  g_assert_cmpint (g_ascii_strtoll (size, NULL, 10), ==, 8 * MIB);

  g_assert_false (libvirt_storage_vol_resize (volume, 6 * MIB, 0, &error));
  g_assert_cmpint (virStorageVolResize (raw, 6 * MIB, 0), ==, -1);
  assert_raw_error (&error);
  g_assert_true (
    libvirt_storage_vol_resize (volume, 6 * MIB, LIBVIRT_STORAGE_VOL_RESIZE_FLAGS_SHRINK, &error));
  g_assert_no_error (error);
  info = libvirt_storage_vol_get_info (volume, &error);
  g_assert_no_error (error);
  g_assert_cmpint (virStorageVolGetInfo (raw, &raw_info), ==, 0);
  g_assert_cmpuint (info->capacity, ==, 6 * MIB);
  g_assert_cmpuint (info->capacity, ==, raw_info.capacity);
  g_assert_cmpuint (info->allocation, ==, raw_info.allocation);
  end_pool (pool);
}

/* How large the file is, instead of what is taken. */
static void
test_physical (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStoragePool) pool = start_pool (self, "physical");
  g_autoptr (LibvirtStorageVol) volume = make_volume (pool, "one.qcow2", "qcow2");
  g_autoptr (LibvirtStorageVolInfo) info = libvirt_storage_vol_get_info_flags (
    volume, LIBVIRT_STORAGE_VOL_INFO_FLAGS_GET_PHYSICAL, &error);
  g_autofree char *size = ask_file (volume, "stat --format %s");

  g_assert_no_error (error);
  g_assert_cmpuint (info->allocation, ==, g_ascii_strtoull (size, NULL, 10));
  g_assert_cmpuint (info->capacity, ==, 4 * MIB);
  g_assert_cmpint (info->type, ==, LIBVIRT_STORAGE_VOL_TYPE_FILE);
  end_pool (pool);
}

static void
fill (LibvirtStorageVol *volume)
{
  g_free (ask_file (volume, "yes secret 2>/dev/null | head --bytes 4M 1<>"));
}

static gboolean
is_readable (LibvirtStorageVol *volume)
{
  g_autofree char *count = ask_file (volume, "grep --count --text secret <");

  return count[0] != '0';
}

static void
test_wipe (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStoragePool) pool = start_pool (self, "wipe");
  g_autoptr (LibvirtStorageVol) volume = make_volume (pool, "one.img", "raw");
  g_autoptr (virStorageVol) raw = raw_volume (self, volume);

  fill (volume);
  g_assert_true (is_readable (volume));
  g_assert_true (libvirt_storage_vol_wipe (volume, 0, &error));
  g_assert_no_error (error);
  g_assert_true (machine_says ("cmp --bytes 4194304 /var/lib/wipe/one.img /dev/zero"));

  fill (volume);
  g_assert_true (libvirt_storage_vol_wipe_pattern (
    volume, LIBVIRT_STORAGE_VOL_WIPE_ALGORITHM_ZERO, 0, &error));
  g_assert_no_error (error);
  g_assert_true (machine_says ("cmp --bytes 4194304 /var/lib/wipe/one.img /dev/zero"));

  g_assert_false (libvirt_storage_vol_wipe_pattern (
    volume, LIBVIRT_STORAGE_VOL_WIPE_ALGORITHM_TRIM, 0, &error));
  g_assert_cmpint (virStorageVolWipePattern (raw, VIR_STORAGE_VOL_WIPE_ALG_TRIM, 0), ==, -1);
  assert_raw_error (&error);
  end_pool (pool);
}

static void
test_clone (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStoragePool) pool = start_pool (self, "clone");
  g_autoptr (LibvirtStorageVol) volume = make_volume (pool, "one.img", "raw");
  g_autoptr (LibvirtStorageVol) copy = NULL;

  fill (volume);
  copy = libvirt_storage_pool_create_volume_xml_from (
    pool, "<volume><name>two.img</name><capacity>0</capacity></volume>", volume, 0, &error);
  g_assert_no_error (error);
  g_assert_true (copy != volume);
  g_assert_true (machine_says ("cmp /var/lib/clone/one.img /var/lib/clone/two.img"));
  end_pool (pool);
}

static gboolean
is_listed (GListModel *volumes, const char *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (volumes); i++)
    {
      g_autoptr (LibvirtStorageVol) volume = g_list_model_get_item (volumes, i);

      if (g_str_equal (libvirt_storage_vol_get_name (volume), name))
        return TRUE;
    }

  return FALSE;
}

/* Files that come and go without libvirt are seen after a refresh by anybody. */
static void
test_live_list (Live *self)
{
  g_autoptr (LibvirtStoragePool) pool = start_pool (self, "listed");
  g_autoptr (virStoragePool) raw = virStoragePoolLookupByName (self->raw, "listed");
  GListModel *volumes = libvirt_storage_pool_get_volumes (pool);
  g_autoptr (LibvirtStorageVol) volume = NULL;

  live_wait_until_loaded (volumes);
  g_assert_cmpuint (g_list_model_get_n_items (volumes), ==, 0);
  volume = make_volume (pool, "ours.img", "raw");
  g_assert_true (is_listed (volumes, "ours.img"));

  g_free (live_enter ("truncate --size 1M /var/lib/listed/theirs.img; rm /var/lib/listed/ours.img"));
  g_assert_cmpint (virStoragePoolRefresh (raw, 0), ==, 0);
  live_wait_until (is_listed (volumes, "theirs.img"));
  live_wait_until (!is_listed (volumes, "ours.img"));
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (volume)));
  end_pool (pool);
}

/* What others make through libvirt tells nobody; an interval finds it. */
static void
test_interval (Live *self)
{
  g_autoptr (LibvirtStoragePool) pool = start_pool (self, "interval");
  g_autoptr (virStoragePool) raw = virStoragePoolLookupByName (self->raw, "interval");
  g_autoptr (virStorageVol) theirs = NULL;
  GListModel *volumes = libvirt_storage_pool_get_volumes (pool);

  live_wait_until_loaded (volumes);
  libvirt_entity_list_set_interval (LIBVIRT_ENTITY_LIST (volumes), 1);
  theirs = virStorageVolCreateXML (
    raw, "<volume><name>theirs.img</name><capacity unit='MiB'>1</capacity></volume>", 0);
  g_assert_nonnull (theirs);
  live_wait_until (is_listed (volumes, "theirs.img"));
  end_pool (pool);
}

/* A pool without a definition, and what is said of its volumes. */
static void
test_passing (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = folder_xml ("passing");
  g_autoptr (LibvirtStoragePool) pool = libvirt_connect_create_storage_pool_xml (
    self->connect, xml, LIBVIRT_STORAGE_POOL_CREATE_FLAGS_WITH_BUILD, &error);
  g_autoptr (LibvirtStoragePool) found = NULL;
  g_autoptr (LibvirtStorageVol) volume = NULL;
  g_autoptr (virStorageVol) raw = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_auto (GStrv) names = NULL;
  g_autofree char *volume_xml = NULL;
  g_autofree char *raw_xml = NULL;

  g_assert_no_error (error);
  all = libvirt_connect_list_all_storage_pools (self->connect, 0, &error);
  g_assert_no_error (error);
  g_assert_true (g_ptr_array_find (all, pool, NULL));
  found = libvirt_connect_lookup_storage_pool_by_uuid_string (
    self->connect, libvirt_storage_pool_get_uuid_string (pool), &error);
  g_assert_no_error (error);
  g_assert_true (found == pool);

  volume = make_volume (pool, "one.img", "raw");
  names = libvirt_storage_pool_list_volumes (pool, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (names[0], ==, "one.img");
  g_assert_cmpuint (g_strv_length (names), ==, 1);
  raw = virStorageVolLookupByPath (self->raw, "/var/lib/passing/one.img");
  raw_xml = virStorageVolGetXMLDesc (raw, 0);
  volume_xml = libvirt_storage_vol_get_xml_desc (volume, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (volume_xml, ==, raw_xml);

  libvirt_storage_pool_destroy (pool, &error);
  g_assert_no_error (error);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (pool)));
}

int
main (int argc, char **argv)
{
  live_init (&argc, &argv, NULL);

  live_add ("/live/storage/own-calls", test_own_calls);
  live_add ("/live/storage/events", test_events);
  live_add ("/live/storage/fs", test_fs);
  live_add ("/live/storage/logical", test_logical);
  live_add ("/live/storage/disk", test_disk);
  live_add ("/live/storage/capabilities", test_capabilities);
  live_add ("/live/storage/target-path", test_target_path);
  live_add ("/live/storage/passing", test_passing);
  live_add ("/live/storage/volume/lookups", test_volume_lookups);
  live_add ("/live/storage/volume/resize", test_resize);
  live_add ("/live/storage/volume/physical", test_physical);
  live_add ("/live/storage/volume/wipe", test_wipe);
  live_add ("/live/storage/volume/clone", test_clone);
  live_add ("/live/storage/volumes/live-list", test_live_list);
  live_add ("/live/storage/volumes/interval", test_interval);

  return live_run ();
}
