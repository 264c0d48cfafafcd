/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "harness.h"

#include <stdlib.h>

#define MIB (1024 * 1024)

typedef struct
{
  Harness harness;
  LibvirtStoragePool *pool;
  virStoragePoolPtr raw_pool;
  LibvirtStorageVol *volume; /* one of this test's own, of 16 MiB */
  virStorageVolPtr raw;
} Fixture;

static char *
new_xml (const char *name)
{
  return g_strdup_printf (
    "<volume><name>%s</name><capacity unit='MiB'>16</capacity></volume>", name);
}

static void
set_up (Fixture *self,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = new_xml ("disk.img");

  harness_set_up (&self->harness, NULL);
  self->pool =
    libvirt_connect_lookup_storage_pool_by_name (self->harness.connect, "default-pool", &error);
  g_assert_no_error (error);
  self->raw_pool = virStoragePoolLookupByName (self->harness.raw, "default-pool");
  self->volume = libvirt_storage_pool_create_volume_xml (self->pool, xml, 0, &error);
  g_assert_no_error (error);
  self->raw = virStorageVolLookupByName (self->raw_pool, "disk.img");
  g_assert_nonnull (self->raw);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  virStorageVolDelete (self->raw, 0);
  virStorageVolFree (self->raw);
  virStoragePoolFree (self->raw_pool);
  g_clear_object (&self->volume);
  g_clear_object (&self->pool);
  harness_tear_down (&self->harness, NULL);
}

static void
assert_found (Fixture *self,
              LibvirtStorageVol *volume,
              GError *error)
{
  g_assert_no_error (error);
  g_assert_true (volume == self->volume);
  g_object_unref (volume);
}

static void
test_identity (Fixture *self,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *key = NULL;
  g_autofree char *path = libvirt_storage_vol_get_path (self->volume, &error);

  harness_assert_raw_text (path, error, virStorageVolGetPath (self->raw));
  g_object_get (self->volume, "key", &key, NULL);
  g_assert_cmpstr (key, ==, virStorageVolGetKey (self->raw));
  g_assert_cmpstr (libvirt_storage_vol_get_key (self->volume), ==, key);
  g_assert_cmpstr (libvirt_storage_vol_get_name (self->volume), ==, "disk.img");
  g_assert_true (libvirt_storage_vol_get_connection (self->volume) == self->harness.connect);
}

static void
test_lookups (Fixture *self,
              gconstpointer data)
{
  LibvirtConnect *connect = self->harness.connect;
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStoragePool) pool = libvirt_storage_vol_lookup_pool (self->volume, &error);
  char *path = virStorageVolGetPath (self->raw);

  g_assert_no_error (error);
  g_assert_true (pool == self->pool);
  assert_found (self, libvirt_storage_pool_lookup_volume_by_name (pool, "disk.img", &error), error);
  assert_found (self, libvirt_connect_lookup_volume_by_path (connect, path, &error), error);
  assert_found (
    self, libvirt_connect_lookup_volume_by_key (connect, virStorageVolGetKey (self->raw), &error),
    error);
  free (path);

  g_assert_null (libvirt_storage_pool_lookup_volume_by_name (pool, "nothing", &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_STORAGE_VOL);
  g_clear_error (&error);
  g_assert_null (libvirt_connect_lookup_volume_by_path (connect, "/no/such/place", &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_STORAGE_VOL);
  g_clear_error (&error);
  g_assert_null (libvirt_connect_lookup_volume_by_key (connect, "no such key", &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_STORAGE_VOL);
}

static void
test_lists (Fixture *self,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = libvirt_storage_pool_list_all_volumes (self->pool, 0, &error);
  g_auto (GStrv) names = libvirt_storage_pool_list_volumes (self->pool, &error);
  int n = virStoragePoolNumOfVolumes (self->raw_pool);

  g_assert_no_error (error);
  g_assert_cmpint (all->len, ==, n);
  g_assert_true (g_ptr_array_find (all, self->volume, NULL));
  g_assert_cmpint (g_strv_length (names), ==, n);
  g_assert_true (g_strv_contains ((const char *const *) names, "disk.img"));
  g_assert_cmpint (libvirt_storage_pool_num_of_volumes (self->pool, &error), ==, n);
}

static void
test_info (Fixture *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStorageVolInfo) info = libvirt_storage_vol_get_info (self->volume, &error);
  g_autoptr (LibvirtStorageVolInfo) copy = libvirt_storage_vol_info_copy (info);
  g_autoptr (LibvirtStorageVolInfo) physical = NULL;
  g_autofree char *xml = NULL;
  virStorageVolInfo raw;

  g_assert_no_error (error);
  g_assert_cmpint (virStorageVolGetInfo (self->raw, &raw), ==, 0);
  g_assert_cmpint (copy->type, ==, raw.type);
  g_assert_cmpuint (copy->capacity, ==, raw.capacity);
  g_assert_cmpuint (copy->capacity, ==, 16 * MIB);
  g_assert_cmpuint (copy->allocation, ==, raw.allocation);

  xml = libvirt_storage_vol_get_xml_desc (self->volume, 0, &error);
  harness_assert_raw_text (xml, error, virStorageVolGetXMLDesc (self->raw, 0));

  physical = libvirt_storage_vol_get_info_flags (
    self->volume, LIBVIRT_STORAGE_VOL_INFO_FLAGS_USE_ALLOCATION, &error);
  if (virStorageVolGetInfoFlags (self->raw, &raw, 0) < 0)
    harness_assert_raw_error (error);
  else
    g_assert_cmpuint (physical->capacity, ==, raw.capacity);
}

static void
test_refused (Fixture *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (libvirt_storage_vol_resize (self->volume, 32 * MIB, 0, &error));
  g_assert_cmpint (virStorageVolResize (self->raw, 32 * MIB, 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);
  g_assert_false (libvirt_storage_vol_wipe (self->volume, 0, &error));
  g_assert_cmpint (virStorageVolWipe (self->raw, 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);
  g_assert_false (libvirt_storage_vol_wipe_pattern (
    self->volume, LIBVIRT_STORAGE_VOL_WIPE_ALGORITHM_ZERO, 0, &error));
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_null (libvirt_storage_pool_create_volume_xml (
    self->pool, "<volume><name>disk.img</name><capacity>1</capacity></volume>", 0, &error));
  harness_assert_raw_error (error);
}

/* The copy is there, and is another. */
static void
test_clone (Fixture *self,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = new_xml ("copy.img");
  g_autoptr (LibvirtStorageVol) copy =
    libvirt_storage_pool_create_volume_xml_from (self->pool, xml, self->volume, 0, &error);
  virStorageVolPtr raw = virStorageVolLookupByName (self->raw_pool, "copy.img");

  g_assert_no_error (error);
  g_assert_true (copy != self->volume);
  g_assert_nonnull (raw);
  virStorageVolFree (raw);
  g_assert_true (libvirt_storage_vol_delete (copy, 0, &error));
  g_assert_no_error (error);
}

/* What is made under the same name later is another volume. */
static void
test_delete (Fixture *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = new_xml ("disk.img");
  g_autoptr (LibvirtStorageVol) another = NULL;

  g_assert_true (libvirt_storage_vol_delete (self->volume, 0, &error));
  g_assert_no_error (error);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (self->volume)));
  g_assert_null (virStorageVolLookupByName (self->raw_pool, "disk.img"));

  another = libvirt_storage_pool_create_volume_xml (self->pool, xml, 0, &error);
  g_assert_no_error (error);
  g_assert_true (another != self->volume);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (self->volume)));
  g_assert_true (libvirt_entity_get_exists (LIBVIRT_ENTITY (another)));
}

static void
assert_space (Fixture *self)
{
  virStoragePoolInfo info;
  guint64 allocation;
  guint64 available;

  g_assert_cmpint (virStoragePoolGetInfo (self->raw_pool, &info), ==, 0);
  g_object_get (self->pool, "allocation", &allocation, "available", &available, NULL);
  g_assert_cmpuint (allocation, ==, info.allocation);
  g_assert_cmpuint (available, ==, info.available);
}

static void
count (guint *n)
{
  (*n)++;
}

/* The pool knows at once what our own calls have taken of it, and told that once. */
static void
test_space (Fixture *self,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = new_xml ("copy.img");
  g_autoptr (LibvirtStorageVol) copy = NULL;
  guint n_told = 0;

  assert_space (self);
  g_signal_connect_swapped (self->pool, "notify::allocation", G_CALLBACK (count), &n_told);
  copy = libvirt_storage_pool_create_volume_xml_from (self->pool, xml, self->volume, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_told, ==, 1);
  assert_space (self);
  g_assert_true (libvirt_storage_vol_delete (copy, 0, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_told, ==, 2);
  assert_space (self);
  g_signal_handlers_disconnect_by_data (self->pool, &n_told);
}

static gboolean
is_listed (GListModel *volumes,
           const char *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (volumes); i++)
    {
      g_autoptr (LibvirtStorageVol) volume = g_list_model_get_item (volumes, i);

      if (g_str_equal (libvirt_storage_vol_get_name (volume), name))
        return TRUE;
    }

  return FALSE;
}

/* Our own changes are there at once, those of others when the pool is refreshed. */
static void
test_live_list (Fixture *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GListModel *volumes = libvirt_storage_pool_get_volumes (self->pool);
  g_autofree char *xml = new_xml ("theirs.img");
  virStorageVolPtr theirs;

  harness_wait_until_loaded (volumes);
  g_assert_true (is_listed (volumes, "disk.img"));
  g_assert_true (libvirt_storage_vol_delete (self->volume, 0, &error));
  g_assert_no_error (error);
  g_assert_false (is_listed (volumes, "disk.img"));

  theirs = virStorageVolCreateXML (self->raw_pool, xml, 0);
  g_assert_nonnull (theirs);
  g_assert_true (libvirt_storage_pool_refresh (self->pool, 0, &error));
  g_assert_no_error (error);
  harness_wait_until (is_listed (volumes, "theirs.img"));
  g_assert_cmpint (virStorageVolDelete (theirs, 0), ==, 0);
  virStorageVolFree (theirs);
  g_assert_cmpint (virStoragePoolRefresh (self->raw_pool, 0), ==, 0);
  harness_wait_until (!is_listed (volumes, "theirs.img"));
}

/* What is in a pool ends with it. */
static void
test_pool_ends (Fixture *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = new_xml ("inside.img");
  g_autoptr (LibvirtStoragePool) pool = libvirt_connect_create_storage_pool_xml (
    self->harness.connect,
    "<pool type='dir'><name>passing</name><target><path>/passing</path></target></pool>", 0, &error);
  g_autoptr (LibvirtStorageVol) volume = NULL;

  g_assert_no_error (error);
  volume = libvirt_storage_pool_create_volume_xml (pool, xml, 0, &error);
  g_assert_no_error (error);
  g_assert_true (libvirt_storage_pool_destroy (pool, &error));
  g_assert_no_error (error);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (volume)));
  g_assert_null (libvirt_storage_vol_get_path (volume, &error));
  g_assert_nonnull (error);
}

static GListModel *
get_loaded_list (Fixture *self)
{
  GListModel *volumes = libvirt_storage_pool_get_volumes (self->pool);

  harness_wait_until_loaded (volumes);
  g_assert_null (libvirt_entity_list_get_error (LIBVIRT_ENTITY_LIST (volumes)));
  return volumes;
}

static void
set_groups (Fixture *self,
            LibvirtConnectEventGroups groups)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_connect_set_event_groups (self->harness.connect, groups, &error));
  g_assert_no_error (error);
}

static void
raw_make (Fixture *self,
          const char *name)
{
  g_autofree char *xml = new_xml (name);
  virStorageVolPtr raw = virStorageVolCreateXML (self->raw_pool, xml, 0);

  g_assert_nonnull (raw);
  virStorageVolFree (raw);
}

static void
raw_delete (Fixture *self,
            const char *name)
{
  virStorageVolPtr raw = virStorageVolLookupByName (self->raw_pool, name);

  g_assert_cmpint (virStorageVolDelete (raw, 0), ==, 0);
  virStorageVolFree (raw);
}

/* Others take it away, and make one that is just like it: it is another. */
static void
test_back (Fixture *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GListModel *volumes = get_loaded_list (self);
  guint n = g_list_model_get_n_items (volumes);
  g_autoptr (LibvirtStorageVol) another = NULL;
  g_autoptr (LibvirtStorageVol) last = NULL;

  raw_delete (self, "disk.img");
  g_assert_true (libvirt_storage_pool_refresh (self->pool, 0, &error));
  g_assert_no_error (error);
  harness_wait_until (g_list_model_get_n_items (volumes) == n - 1);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (self->volume)));

  raw_make (self, "disk.img");
  g_assert_true (libvirt_storage_pool_refresh (self->pool, 0, &error));
  g_assert_no_error (error);
  harness_wait_until (g_list_model_get_n_items (volumes) == n);
  another = libvirt_storage_pool_lookup_volume_by_name (self->pool, "disk.img", &error);
  g_assert_no_error (error);
  g_assert_true (another != self->volume);
  g_assert_true (libvirt_entity_get_exists (LIBVIRT_ENTITY (another)));
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (self->volume)));
  last = g_list_model_get_item (volumes, n - 1);
  g_assert_true (last == another);
}

/* While nobody told of the pool, what it has may have become something else. */
static void
test_caught_up (Fixture *self,
                gconstpointer data)
{
  GListModel *volumes = get_loaded_list (self);
  guint n = g_list_model_get_n_items (volumes);

  set_groups (self, LIBVIRT_CONNECT_EVENT_GROUPS_NONE);
  raw_make (self, "theirs.img");
  set_groups (self, LIBVIRT_CONNECT_EVENT_GROUPS_ALL);
  g_assert_cmpuint (g_list_model_get_n_items (volumes), ==, n + 1);

  set_groups (self, LIBVIRT_CONNECT_EVENT_GROUPS_NONE);
  raw_delete (self, "theirs.img");
  set_groups (self, LIBVIRT_CONNECT_EVENT_GROUPS_ALL);
  harness_wait_until (g_list_model_get_n_items (volumes) == n); /* it is asked for once more */
}

/* Until the list has asked for the volumes of a pool that is not there for a moment. */
static void
fail_to_load (Fixture *self,
              LibvirtEntityList *volumes)
{
  char *xml = virStoragePoolGetXMLDesc (self->raw_pool, 0);
  virStoragePoolPtr again;

  g_assert_cmpint (virStoragePoolDestroy (self->raw_pool), ==, 0);
  g_assert_cmpint (virStoragePoolUndefine (self->raw_pool), ==, 0);
  libvirt_entity_list_set_interval (volumes, 1);
  harness_wait_until (libvirt_entity_list_get_error (volumes) != NULL);

  again = virStoragePoolDefineXML (self->harness.raw, xml, 0);
  g_assert_nonnull (again);
  g_assert_cmpint (virStoragePoolCreate (again, 0), ==, 0);
  virStoragePoolFree (again);
  free (xml);
}

static void
count_up (guint *n)
{
  ++*n;
}

static void
test_failed_load (Fixture *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  LibvirtEntityList *volumes = LIBVIRT_ENTITY_LIST (get_loaded_list (self));
  guint n_notified = 0;

  set_groups (self, LIBVIRT_CONNECT_EVENT_GROUPS_NONE); /* or the list would look by itself */
  g_signal_connect_swapped (volumes, "notify::error", G_CALLBACK (count_up), &n_notified);
  fail_to_load (self, volumes);
  harness_wait_until (libvirt_entity_list_get_error (volumes) == NULL);
  g_assert_cmpuint (n_notified, >=, 2);

  fail_to_load (self, volumes);
  libvirt_entity_list_set_interval (volumes, 0);
  harness_wait_until (!libvirt_entity_list_get_loading (volumes));
  g_assert_true (libvirt_entity_list_refresh (volumes, &error));
  g_assert_no_error (error);
  g_assert_null (libvirt_entity_list_get_error (volumes));
  harness_wait_until (g_list_model_get_n_items (G_LIST_MODEL (volumes)) == 0); /* as it is new */
  g_signal_handlers_disconnect_by_data (volumes, &n_notified);
}

#define ADD(path, func) g_test_add ("/storage/volume/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("identity", test_identity);
  ADD ("lookups", test_lookups);
  ADD ("lists", test_lists);
  ADD ("info", test_info);
  ADD ("refused", test_refused);
  ADD ("clone", test_clone);
  ADD ("delete", test_delete);
  ADD ("space", test_space);
  ADD ("live-list", test_live_list);
  ADD ("back", test_back);
  ADD ("caught-up", test_caught_up);
  ADD ("failed-load", test_failed_load);
  ADD ("pool-ends", test_pool_ends);

  return g_test_run ();
}
