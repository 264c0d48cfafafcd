/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "harness.h"

#include <string.h>

static void
test_list (Harness *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = libvirt_connect_list_all_node_devices (self->connect, 0, &error);
  virNodeDevicePtr *natives;
  int n = virConnectListAllNodeDevices (self->raw, &natives, 0);

  g_assert_no_error (error);
  g_assert_cmpint (all->len, ==, n);
  for (int i = 0; i < n; i++)
    {
      g_autoptr (LibvirtNodeDevice) device = libvirt_connect_lookup_node_device_by_name (
        self->connect, virNodeDeviceGetName (natives[i]), &error);

      g_assert_no_error (error);
      g_assert_true (g_ptr_array_find (all, device, NULL));
      g_assert_cmpstr (libvirt_node_device_get_name (device), ==, virNodeDeviceGetName (natives[i]));
      g_assert_true (libvirt_node_device_peek_active (device));
      virNodeDeviceFree (natives[i]);
    }
  free (natives);

  g_assert_null (libvirt_connect_lookup_node_device_by_name (self->connect, "none", &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_NODE_DEVICE);
}

/* The one that the test driver begins with. */
static LibvirtNodeDevice *
get_adapter (Harness *self,
             virNodeDevicePtr *raw)
{
  g_autoptr (GError) error = NULL;
  LibvirtNodeDevice *device =
    libvirt_connect_lookup_node_device_by_name (self->connect, "scsi_host1", &error);

  g_assert_no_error (error);
  *raw = virNodeDeviceLookupByName (self->raw, "scsi_host1");
  return device;
}

static void
test_questions (Harness *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  virNodeDevicePtr raw;
  g_autoptr (LibvirtNodeDevice) device = get_adapter (self, &raw);
  g_autofree char *xml = libvirt_node_device_get_xml_desc (device, 0, &error);
  g_autofree char *parent = NULL;
  g_auto (GStrv) caps = NULL;

  harness_assert_raw_text (xml, error, virNodeDeviceGetXMLDesc (raw, 0));
  parent = libvirt_node_device_get_parent (device, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (parent, ==, virNodeDeviceGetParent (raw));
  caps = libvirt_node_device_list_caps (device, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_strv_length (caps), ==, virNodeDeviceNumOfCaps (raw));
  g_assert_cmpint (libvirt_node_device_num_of_caps (device, &error), ==,
                   virNodeDeviceNumOfCaps (raw));
  virNodeDeviceFree (raw);
}

/* A failure, or an answer, is libvirt's. */
static void
assert_as_raw (gboolean result,
               GError **error,
               int raw)
{
  if (raw < 0)
    {
      g_assert_false (result);
      harness_assert_raw_error (*error);
    }
  else
    {
      g_assert_no_error (*error);
    }
  g_clear_error (error);
}

static void
test_as_libvirt (Harness *self,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  virNodeDevicePtr raw;
  g_autoptr (LibvirtNodeDevice) device = get_adapter (self, &raw);
  int autostart;

  assert_as_raw (libvirt_node_device_is_active (device, &error), &error, virNodeDeviceIsActive (raw));
  assert_as_raw (libvirt_node_device_is_persistent (device, &error), &error,
                 virNodeDeviceIsPersistent (raw));
  assert_as_raw (libvirt_node_device_get_autostart (device, &error), &error,
                 virNodeDeviceGetAutostart (raw, &autostart));
  assert_as_raw (libvirt_node_device_set_autostart (device, TRUE, &error), &error,
                 virNodeDeviceSetAutostart (raw, 1));
  assert_as_raw (libvirt_node_device_create (device, 0, &error), &error,
                 virNodeDeviceCreate (raw, 0));
  assert_as_raw (libvirt_node_device_undefine (device, 0, &error), &error,
                 virNodeDeviceUndefine (raw, 0));
  assert_as_raw (libvirt_node_device_dettach (device, &error), &error, virNodeDeviceDettach (raw));
  assert_as_raw (libvirt_node_device_detach_flags (device, NULL, 0, &error), &error,
                 virNodeDeviceDetachFlags (raw, NULL, 0));
  assert_as_raw (libvirt_node_device_re_attach (device, &error), &error,
                 virNodeDeviceReAttach (raw));
  assert_as_raw (libvirt_node_device_reset (device, &error), &error, virNodeDeviceReset (raw));
#if !LIBVIR_CHECK_VERSION (10, 1, 0)
  g_assert_false (libvirt_node_device_update (device, "<device/>", 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_SUPPORT);
  g_assert_nonnull (strstr (error->message, "10.1"));
  g_clear_error (&error);
#else
  assert_as_raw (libvirt_node_device_update (device, "<device/>", 0, &error), &error,
                 virNodeDeviceUpdate (raw, "<device/>", 0));
#endif
  g_assert_null (
    libvirt_connect_define_node_device_xml (self->connect, "<device/>", 0, &error));
  g_assert_null (virNodeDeviceDefineXML (self->raw, "<device/>", 0));
  harness_assert_raw_error (error);
  virNodeDeviceFree (raw);
}

#define VPORT \
  "<device><parent>scsi_host1</parent><capability type='scsi_host'><capability type='fc_host'>" \
  "<wwnn>1000000023452345</wwnn><wwpn>1001001023452345</wwpn></capability></capability></device>"

static void
on_lifecycle (LibvirtConnect *connect,
              LibvirtNodeDevice *device,
              LibvirtNodeDeviceEventLifecycleType event,
              int detail,
              GString *story)
{
  g_string_append_printf (story, "%d%s ", event,
                          libvirt_entity_get_exists (LIBVIRT_ENTITY (device)) ? "+" : "-");
}

/* A virtual port of the adapter comes and goes. */
static void
test_come_and_go (Harness *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) story = g_string_new (NULL);
  g_autoptr (LibvirtNodeDevice) device = NULL;
  g_autoptr (LibvirtNodeDevice) found = NULL;
  g_autofree char *name = NULL;
  virNodeDevicePtr raw;

  g_signal_connect (self->connect, "node-device-event-lifecycle", G_CALLBACK (on_lifecycle), story);
  device = libvirt_connect_create_node_device_xml (self->connect, VPORT, 0, &error);
  g_assert_no_error (error);
  name = g_strdup (libvirt_node_device_get_name (device));
  raw = virNodeDeviceLookupByName (self->raw, name);
  g_assert_nonnull (raw);
  virNodeDeviceFree (raw);
  harness_wait_until (g_str_equal (story->str, "0+ "));

  g_assert_true (libvirt_node_device_destroy (device, &error));
  g_assert_no_error (error);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (device)));
  g_assert_null (virNodeDeviceLookupByName (self->raw, name));
  harness_wait_until (g_str_equal (story->str, "0+ 1- "));

  found = libvirt_connect_lookup_node_device_scsi_host_by_wwn (self->connect, "none", "none", 0,
                                                               &error);
  g_assert_null (found);
  g_assert_null (virNodeDeviceLookupSCSIHostByWWN (self->raw, "none", "none", 0));
  harness_assert_raw_error (error);
}

/* What comes under a name that was in use is another device, also if it is just like the first. */
static void
test_back (Harness *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtNodeDevice) device =
    libvirt_connect_create_node_device_xml (self->connect, VPORT, 0, &error);
  g_autoptr (LibvirtNodeDevice) another = NULL;

  g_assert_no_error (error);
  g_assert_true (libvirt_node_device_destroy (device, &error));
  g_assert_no_error (error);
  another = libvirt_connect_create_node_device_xml (self->connect, VPORT, 0, &error);
  g_assert_no_error (error);
  harness_wait_for_events (self);

  g_assert_cmpstr (libvirt_node_device_get_name (another), ==,
                   libvirt_node_device_get_name (device));
  g_assert_true (another != device);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (device)));
  g_assert_true (libvirt_entity_get_exists (LIBVIRT_ENTITY (another)));
  g_assert_true (libvirt_node_device_destroy (another, &error));
  g_assert_no_error (error);
}

#define ADD(path, func) \
  g_test_add ("/node/device/" path, Harness, NULL, harness_set_up, func, harness_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("list", test_list);
  ADD ("questions", test_questions);
  ADD ("as-libvirt", test_as_libvirt);
  ADD ("come-and-go", test_come_and_go);
  ADD ("back", test_back);

  return g_test_run ();
}
