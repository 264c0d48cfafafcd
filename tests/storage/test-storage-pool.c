/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "harness.h"

#include <string.h>

#define XML "<pool type='dir'><name>disks</name><target><path>/disks</path></target></pool>"

typedef struct
{
  Harness harness;
  LibvirtStoragePool *pool; /* one of this test's own, defined and not started */
  virStoragePoolPtr raw;
} Fixture;

static void
set_up (Fixture *self,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  harness_set_up (&self->harness, NULL);
  self->pool = libvirt_connect_define_storage_pool_xml (self->harness.connect, XML,
                                                        LIBVIRT_STORAGE_POOL_DEFINE_FLAGS_NONE,
                                                        &error);
  g_assert_no_error (error);
  self->raw = virStoragePoolLookupByName (self->harness.raw, "disks");
  g_assert_nonnull (self->raw);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  virStoragePoolDestroy (self->raw);
  virStoragePoolUndefine (self->raw);
  virStoragePoolFree (self->raw);
  g_clear_object (&self->pool);
  harness_tear_down (&self->harness, NULL);
}

static void
count (guint *n)
{
  ++*n;
}

static void
assert_found (Fixture *self,
              LibvirtStoragePool *pool,
              GError *error)
{
  g_assert_no_error (error);
  g_assert_true (pool == self->pool);
  g_object_unref (pool);
}

static void
start (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_storage_pool_create (self->pool, 0, &error));
  g_assert_no_error (error);
}

static void
test_identity (Fixture *self,
               gconstpointer data)
{
  char uuid[VIR_UUID_STRING_BUFLEN];
  guint8 raw[VIR_UUID_BUFLEN];
  g_autoptr (GBytes) bytes = libvirt_storage_pool_get_uuid (self->pool);

  virStoragePoolGetUUIDString (self->raw, uuid);
  virStoragePoolGetUUID (self->raw, raw);
  g_assert_cmpstr (libvirt_storage_pool_get_name (self->pool), ==, "disks");
  g_assert_cmpstr (libvirt_storage_pool_get_uuid_string (self->pool), ==, uuid);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), raw, sizeof raw);
  g_assert_true (libvirt_storage_pool_get_connection (self->pool) == self->harness.connect);
}

static void
test_lookups (Fixture *self,
              gconstpointer data)
{
  LibvirtConnect *connect = self->harness.connect;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) uuid = libvirt_storage_pool_get_uuid (self->pool);
  const char *text = libvirt_storage_pool_get_uuid_string (self->pool);

  assert_found (self, libvirt_connect_lookup_storage_pool_by_name (connect, "disks", &error),
                error);
  assert_found (self, libvirt_connect_lookup_storage_pool_by_uuid (connect, uuid, &error), error);
  assert_found (self, libvirt_connect_lookup_storage_pool_by_uuid_string (connect, text, &error),
                error);
  g_assert_null (libvirt_connect_lookup_storage_pool_by_name (connect, "nowhere", &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_STORAGE_POOL);
  g_clear_error (&error);

}

/* Not every test driver has it. */
static void
test_target_path (Fixture *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStoragePool) found = libvirt_connect_lookup_storage_pool_by_target_path (
    self->harness.connect, "/default-pool", &error);
  virStoragePoolPtr raw = virStoragePoolLookupByTargetPath (self->harness.raw, "/default-pool");

  if (raw == NULL)
    {
      harness_assert_raw_error (error);
      return;
    }

  g_assert_no_error (error);
  g_assert_cmpstr (libvirt_storage_pool_get_name (found), ==, virStoragePoolGetName (raw));
  virStoragePoolFree (raw);
}

static void
assert_like_raw (LibvirtStoragePool *pool,
                 virStoragePoolPtr raw)
{
  virStoragePoolInfo info;
  guint64 capacity;
  guint64 allocation;
  guint64 available;
  int autostart;

  g_assert_cmpint (virStoragePoolGetInfo (raw, &info), ==, 0);
  g_object_get (pool, "capacity", &capacity, "allocation", &allocation, "available", &available,
                NULL);
  g_assert_cmpint (libvirt_storage_pool_peek_state (pool), ==, info.state);
  g_assert_cmpuint (capacity, ==, info.capacity);
  g_assert_cmpuint (allocation, ==, info.allocation);
  g_assert_cmpuint (available, ==, info.available);
  g_assert_cmpint (libvirt_storage_pool_peek_active (pool), ==, virStoragePoolIsActive (raw));
  g_assert_cmpint (libvirt_storage_pool_peek_persistent (pool), ==,
                   virStoragePoolIsPersistent (raw));
  virStoragePoolGetAutostart (raw, &autostart);
  g_assert_cmpint (libvirt_storage_pool_peek_autostart (pool), ==, autostart);
}

static void
test_list (Fixture *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all =
    libvirt_connect_list_all_storage_pools (self->harness.connect, 0, &error);
  g_autoptr (GPtrArray) active = libvirt_connect_list_all_storage_pools (
    self->harness.connect, LIBVIRT_CONNECT_LIST_ALL_STORAGE_POOLS_FLAGS_ACTIVE, &error);
  int n = virConnectNumOfStoragePools (self->harness.raw);

  g_assert_no_error (error);
  g_assert_cmpint (active->len, ==, n);
  g_assert_cmpint (all->len, ==, n + virConnectNumOfDefinedStoragePools (self->harness.raw));
  g_assert_true (g_ptr_array_find (all, self->pool, NULL));
  for (guint i = 0; i < all->len; i++)
    {
      LibvirtStoragePool *pool = g_ptr_array_index (all, i);
      virStoragePoolPtr raw =
        virStoragePoolLookupByName (self->harness.raw, libvirt_storage_pool_get_name (pool));

      assert_like_raw (pool, raw);
      virStoragePoolFree (raw);
    }
}

/* What this program does is in the properties at once, and told once. */
static void
test_start_and_stop (Fixture *self,
                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint n_states = 0;
  guint n_active = 0;

  g_signal_connect_swapped (self->pool, "notify::state", G_CALLBACK (count), &n_states);
  g_signal_connect_swapped (self->pool, "notify::active", G_CALLBACK (count), &n_active);
  start (self);
  assert_like_raw (self->pool, self->raw);
  g_assert_true (libvirt_storage_pool_peek_active (self->pool));
  g_assert_true (libvirt_storage_pool_is_active (self->pool, &error));
  g_assert_cmpuint (n_states, ==, 1);

  g_assert_false (libvirt_storage_pool_create (self->pool, 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_INVALID);
  g_clear_error (&error);

  g_assert_true (libvirt_storage_pool_destroy (self->pool, &error));
  g_assert_no_error (error);
  g_assert_cmpint (virStoragePoolIsActive (self->raw), ==, 0);
  g_assert_cmpint (libvirt_storage_pool_peek_state (self->pool), ==,
                   LIBVIRT_STORAGE_POOL_STATE_INACTIVE);
  harness_wait_for_events (&self->harness);
  g_assert_cmpuint (n_states, ==, 2);
  g_assert_cmpuint (n_active, ==, 2);
}

static void
test_info (Fixture *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStoragePoolInfo) info = libvirt_storage_pool_get_info (self->pool, &error);
  g_autoptr (LibvirtStoragePoolInfo) copy = libvirt_storage_pool_info_copy (info);
  virStoragePoolInfo raw;

  g_assert_no_error (error);
  g_assert_cmpint (virStoragePoolGetInfo (self->raw, &raw), ==, 0);
  g_assert_cmpint (copy->state, ==, raw.state);
  g_assert_cmpuint (copy->capacity, ==, raw.capacity);
  g_assert_cmpuint (copy->allocation, ==, raw.allocation);
  g_assert_cmpuint (copy->available, ==, raw.available);
}

static void
on_lifecycle (LibvirtStoragePool *pool,
              LibvirtStoragePoolEventLifecycleType event,
              int detail,
              GString *story)
{
  g_string_append_printf (story, "%d%s ", event,
                          libvirt_storage_pool_peek_active (pool) ? "+" : "-");
}

static void
on_mirrored (LibvirtConnect *connect,
             LibvirtStoragePool *pool,
             LibvirtStoragePoolEventLifecycleType event,
             int detail,
             GString *story)
{
  g_string_append_printf (story, "%s:%d ", libvirt_storage_pool_get_name (pool), event);
}

static void
test_events (Fixture *self,
             gconstpointer data)
{
  g_autoptr (GString) own = g_string_new (NULL);
  g_autoptr (GString) mirrored = g_string_new (NULL);
  guint n_refreshed = 0;

  harness_wait_for_events (&self->harness);
  g_signal_connect (self->pool, "event-lifecycle", G_CALLBACK (on_lifecycle), own);
  g_signal_connect (self->harness.connect, "storage-pool-event-lifecycle",
                    G_CALLBACK (on_mirrored), mirrored);
  g_signal_connect_swapped (self->pool, "event-refresh", G_CALLBACK (count), &n_refreshed);
  g_assert_cmpint (virStoragePoolCreate (self->raw, 0), ==, 0);
  g_assert_cmpint (virStoragePoolRefresh (self->raw, 0), ==, 0);
  g_assert_cmpint (virStoragePoolDestroy (self->raw), ==, 0);
  g_assert_cmpint (virStoragePoolUndefine (self->raw), ==, 0);
  harness_wait_until (!libvirt_entity_get_exists (LIBVIRT_ENTITY (self->pool)));

  g_assert_cmpstr (own->str, ==, "2+ 3- 1- ");
  g_assert_cmpstr (mirrored->str, ==, "disks:2 disks:3 disks:1 ");
  g_assert_cmpuint (n_refreshed, ==, 1);
}

static void
test_autostart (Fixture *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pools = NULL;
  guint n_notified = 0;

  g_assert_false (libvirt_storage_pool_get_autostart (self->pool, &error));
  g_assert_no_error (error);
  g_assert_true (libvirt_storage_pool_set_autostart (self->pool, TRUE, &error));
  g_assert_no_error (error);
  assert_like_raw (self->pool, self->raw);
  g_assert_true (libvirt_storage_pool_peek_autostart (self->pool));
  g_assert_true (libvirt_storage_pool_get_autostart (self->pool, &error));

  /* What others do is seen in the next list. */
  g_assert_cmpint (virStoragePoolSetAutostart (self->raw, 0), ==, 0);
  g_signal_connect_swapped (self->pool, "notify::autostart", G_CALLBACK (count), &n_notified);
  pools = libvirt_connect_list_all_storage_pools (self->harness.connect, 0, &error);
  g_assert_no_error (error);
  g_assert_false (libvirt_storage_pool_peek_autostart (self->pool));
  g_assert_cmpuint (n_notified, ==, 1);
}

static void
test_description (Fixture *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = libvirt_storage_pool_get_xml_desc (self->pool, 0, &error);

  harness_assert_raw_text (xml, error, virStoragePoolGetXMLDesc (self->raw, 0));
  g_assert_true (libvirt_storage_pool_is_persistent (self->pool, &error));
  g_assert_no_error (error);
}

static void
test_build_and_delete (Fixture *self,
                       gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (
    libvirt_storage_pool_build (self->pool, LIBVIRT_STORAGE_POOL_BUILD_FLAGS_NEW, &error));
  g_assert_no_error (error);
  g_assert_true (
    libvirt_storage_pool_delete (self->pool, LIBVIRT_STORAGE_POOL_DELETE_FLAGS_NORMAL, &error));
  g_assert_no_error (error);

  start (self);
  g_assert_false (
    libvirt_storage_pool_build (self->pool, LIBVIRT_STORAGE_POOL_BUILD_FLAGS_NEW, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_INVALID);
}

/* The same UUID is the same object, also when it has been gone meanwhile. */
static void
test_back (Fixture *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = g_strdup_printf (
    "<pool type='dir'><name>again</name><uuid>%s</uuid><target><path>/disks</path></target></pool>",
    libvirt_storage_pool_get_uuid_string (self->pool));

  g_assert_true (libvirt_storage_pool_undefine (self->pool, &error));
  g_assert_no_error (error);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (self->pool)));
  g_assert_null (virStoragePoolLookupByName (self->harness.raw, "disks"));
  assert_found (self,
                libvirt_connect_define_storage_pool_xml (self->harness.connect, xml, 0, &error),
                error);
  g_assert_true (libvirt_entity_get_exists (LIBVIRT_ENTITY (self->pool)));
  g_assert_cmpstr (libvirt_storage_pool_get_name (self->pool), ==, "again");
  g_assert_true (libvirt_storage_pool_undefine (self->pool, &error));
}

static void
test_transient (Fixture *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStoragePool) pool = libvirt_connect_create_storage_pool_xml (
    self->harness.connect,
    "<pool type='dir'><name>passing</name><target><path>/passing</path></target></pool>", 0, &error);

  g_assert_no_error (error);
  g_assert_true (libvirt_storage_pool_peek_active (pool));
  g_assert_false (libvirt_storage_pool_peek_persistent (pool));
  g_assert_true (libvirt_storage_pool_destroy (pool, &error));
  g_assert_no_error (error);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (pool)));
  g_assert_null (virStoragePoolLookupByName (self->harness.raw, "passing"));
}

static gboolean
is_listed (GListModel *pools,
           const char *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (pools); i++)
    {
      g_autoptr (LibvirtStoragePool) pool = g_list_model_get_item (pools, i);

      if (g_str_equal (libvirt_storage_pool_get_name (pool), name))
        return TRUE;
    }

  return FALSE;
}

/* All pools of the host are in the list of the connection; events keep it right. */
static void
test_live_list (Fixture *self,
                gconstpointer data)
{
  g_autoptr (GListModel) pools = NULL;
  virStoragePoolPtr theirs;

  g_object_get (self->harness.connect, "storage-pools", &pools, NULL);
  g_assert_true (pools == libvirt_connect_get_storage_pools (self->harness.connect));
  g_assert_true (g_list_model_get_item_type (pools) == LIBVIRT_TYPE_STORAGE_POOL);
  harness_wait_until_loaded (pools);
  g_assert_cmpint (g_list_model_get_n_items (pools), ==,
                   virConnectNumOfStoragePools (self->harness.raw) +
                     virConnectNumOfDefinedStoragePools (self->harness.raw));
  g_assert_true (is_listed (pools, "disks"));

  theirs = virStoragePoolDefineXML (
    self->harness.raw,
    "<pool type='dir'><name>theirs</name><target><path>/theirs</path></target></pool>", 0);
  g_assert_nonnull (theirs);
  harness_wait_until (is_listed (pools, "theirs"));
  g_assert_cmpint (virStoragePoolUndefine (theirs), ==, 0);
  virStoragePoolFree (theirs);
  harness_wait_until (!is_listed (pools, "theirs"));
}

static void
test_closed (Fixture *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_connect_close (self->harness.connect, &error));
  g_assert_false (libvirt_storage_pool_refresh (self->pool, 0, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_connect_list_all_storage_pools (self->harness.connect, 0, &error));
  harness_assert_closed (&error);
}

#define ADD(path, func) g_test_add ("/storage/pool/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("identity", test_identity);
  ADD ("lookups", test_lookups);
  ADD ("target-path", test_target_path);
  ADD ("list", test_list);
  ADD ("start-and-stop", test_start_and_stop);
  ADD ("info", test_info);
  ADD ("events", test_events);
  ADD ("autostart", test_autostart);
  ADD ("description", test_description);
  ADD ("build-and-delete", test_build_and_delete);
  ADD ("back", test_back);
  ADD ("transient", test_transient);
  ADD ("live-list", test_live_list);
  ADD ("closed", test_closed);

  return g_test_run ();
}
