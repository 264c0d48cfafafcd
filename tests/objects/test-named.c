/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * What is known by its name, and has events: devices of the host. One that is gone is gone for good,
 * and what has the name then is another, whenever it is told of.
 */

#include "objects.h"

#define VPORT                                                                                    \
  "<device><parent>scsi_host1</parent><capability type='scsi_host'><capability type='fc_host'>" \
  "<wwnn>1000000023452345</wwnn><wwpn>1001001023452345</wwpn></capability></capability></device>"

typedef struct
{
  Harness harness;
  GListModel *list;
  GString *story; /* of the list, and of what is told of devices */
} Fixture;

static void
on_items_changed (GListModel *list,
                  guint position,
                  guint removed,
                  guint added,
                  gpointer user_data)
{
  Fixture *self = user_data;

  g_string_append_printf (self->story, "-%u+%u ", removed, added);
}

static void
set_up (Fixture *self,
        gconstpointer data)
{
  harness_set_up (&self->harness, NULL);
  self->story = g_string_new (NULL);
  self->list = libvirt_connect_get_node_devices (self->harness.connect);
  harness_wait_until_loaded (self->list);
  g_signal_connect (self->list, "items-changed", G_CALLBACK (on_items_changed), self);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (self->list, self);
  harness_tear_down (&self->harness, NULL);
  g_string_free (self->story, TRUE);
}

static LibvirtNodeDevice *
create (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  LibvirtNodeDevice *device =
    libvirt_connect_create_node_device_xml (self->harness.connect, VPORT, 0, &error);

  g_assert_no_error (error);
  return device;
}

static void
destroy (LibvirtNodeDevice *device)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_node_device_destroy (device, &error));
  g_assert_no_error (error);
}

static void
raw_create (Fixture *self)
{
  virNodeDevicePtr raw = virNodeDeviceCreateXML (self->harness.raw, VPORT, 0);

  g_assert_nonnull (raw);
  virNodeDeviceFree (raw);
}

static void
raw_destroy (Fixture *self,
             const char *name)
{
  virNodeDevicePtr raw = virNodeDeviceLookupByName (self->harness.raw, name);

  g_assert_cmpint (virNodeDeviceDestroy (raw), ==, 0);
  virNodeDeviceFree (raw);
}

static void
count_up (guint *n)
{
  ++*n;
}

/* libvirt's test driver has one queue for all of its events. */
static void
wait_for_events (Fixture *self)
{
  harness_wait_for_events (&self->harness);
}

static gboolean
exists (gpointer entity)
{
  return libvirt_entity_get_exists (entity);
}

static guint
count_named (Fixture *self,
             const char *name)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (self->list); i++)
    {
      g_autoptr (LibvirtEntity) item = g_list_model_get_item (G_LIST_MODEL (self->list), i);

      n += g_str_equal (libvirt_entity_get_name (item), name) && exists (item);
    }
  return n;
}

/* The events of our own calls come when all has been done. */
static void
test_late_end (Fixture *self,
               gconstpointer data)
{
  guint n_rounds = GPOINTER_TO_UINT (data);
  g_autoptr (LibvirtNodeDevice) first = create (self);
  g_autoptr (LibvirtNodeDevice) last = NULL;
  g_autofree char *name = g_strdup (libvirt_node_device_get_name (first));
  guint n_first_deleted = 0;
  guint n_last_deleted = 0;

  wait_for_events (self);
  g_signal_connect_swapped (first, "event-lifecycle::deleted", G_CALLBACK (count_up),
                            &n_first_deleted);
  destroy (first);
  for (guint i = 1; i < n_rounds; i++)
    {
      g_autoptr (LibvirtNodeDevice) next = create (self);

      destroy (next);
    }
  last = create (self);
  g_signal_connect_swapped (last, "event-lifecycle::deleted", G_CALLBACK (count_up),
                            &n_last_deleted);
  g_assert_true (last != first);
  g_assert_true (exists (last));

  wait_for_events (self);
  g_assert_false (exists (first));
  g_assert_true (exists (last));
  g_assert_cmpuint (n_first_deleted, ==, 1);
  g_assert_cmpuint (n_last_deleted, ==, 0);
  g_assert_cmpuint (count_named (self, name), ==, 1);

  /* Its own end is no one else's. */
  raw_destroy (self, name);
  wait_for_events (self);
  g_assert_false (exists (last));
  g_assert_cmpuint (n_last_deleted, ==, 1);
  g_assert_cmpuint (count_named (self, name), ==, 0);
}

/* Others are quicker than the main loop. */
static void
test_ends_twice (Fixture *self,
                 gconstpointer data)
{
  guint is_back = GPOINTER_TO_UINT (data);
  g_autoptr (LibvirtNodeDevice) first = create (self);
  g_autofree char *name = g_strdup (libvirt_node_device_get_name (first));
  g_autoptr (LibvirtNodeDevice) found = NULL;

  wait_for_events (self);
  raw_destroy (self, name);
  raw_create (self);
  raw_destroy (self, name);
  if (is_back != 0)
    raw_create (self);
  wait_for_events (self);

  g_assert_false (exists (first));
  harness_wait_until (count_named (self, name) == is_back); /* the last may be asked for */
  found = libvirt_connect_lookup_node_device_by_name (self->harness.connect, name, NULL);
  g_assert_cmpuint (found != NULL, ==, is_back);
  if (is_back == 0)
    return;

  g_assert_true (found != first);
  g_assert_true (exists (found));
  destroy (found);
}

/* Nobody has looked for the second, but there is a list. */
static void
test_others_replace (Fixture *self,
                     gconstpointer data)
{
  g_autoptr (LibvirtNodeDevice) first = create (self);
  g_autofree char *name = g_strdup (libvirt_node_device_get_name (first));
  g_autoptr (LibvirtNodeDevice) found = NULL;

  wait_for_events (self);
  g_string_truncate (self->story, 0);
  raw_destroy (self, name);
  raw_create (self);
  harness_wait_until (!exists (first) && count_named (self, name) == 1);
  g_assert_cmpstr (self->story->str, ==, "-1+0 -0+1 ");
  found = libvirt_connect_lookup_node_device_by_name (self->harness.connect, name, NULL);
  g_assert_true (found != NULL && found != first);
  destroy (found);
}

#define ADD(path, data, func) \
  g_test_add ("/objects/named/" path, Fixture, GUINT_TO_POINTER (data), set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  objects_init (&argc, &argv);

  ADD ("late-end", 1, test_late_end);
  ADD ("late-ends", 3, test_late_end);
  ADD ("ends-twice", FALSE, test_ends_twice);
  ADD ("ends-twice-and-is-back", TRUE, test_ends_twice);
  ADD ("others-replace", 0, test_others_replace);

  return g_test_run ();
}
