/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <stdlib.h>

#include "harness.h"

#define ADAPTER                                  \
  "<device>"                                     \
  "  <parent>scsi_host1</parent>"                \
  "  <capability type='scsi_host'>"              \
  "    <capability type='fc_host'>"              \
  "      <wwnn>2000000012341234</wwnn>"          \
  "      <wwpn>1000000012341234</wwpn>"          \
  "    </capability>"                            \
  "  </capability>"                              \
  "</device>"

/* The lists of a raw connection and of ours, in any order. */
static void
assert_same_names (Harness *self,
                   const char *cap)
{
  LibvirtNode *node = libvirt_connect_get_node (self->connect);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = libvirt_node_list_devices (node, cap, 0, &error);
  char *raw[64];
  int n_raw = virNodeListDevices (self->raw, cap, raw, G_N_ELEMENTS (raw), 0);

  g_assert_no_error (error);
  g_assert_cmpint (n_raw, >=, 0);
  g_assert_cmpuint (g_strv_length (names), ==, n_raw);
  for (int i = 0; i < n_raw; i++)
    {
      g_assert_true (g_strv_contains ((const char *const *) names, raw[i]));
      free (raw[i]);
    }

  g_assert_cmpint (libvirt_node_num_of_devices (node, cap, 0, &error), ==, n_raw);
  g_assert_no_error (error);
}

static void
test_list (Harness *self,
           gconstpointer cap)
{
  assert_same_names (self, cap);
}

static void
test_capabilities_differ (Harness *self,
                          gconstpointer data)
{
  LibvirtNode *node = libvirt_connect_get_node (self->connect);
  g_autoptr (GError) error = NULL;
  int n = libvirt_node_num_of_devices (node, NULL, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpint (libvirt_node_num_of_devices (node, "system", 0, &error), ==, 1);
  g_assert_no_error (error);
  g_assert_cmpint (n, >, 1);
  g_assert_cmpint (libvirt_node_num_of_devices (node, "no-such-thing", 0, &error), ==, 0);
  g_assert_no_error (error);
}

static void
test_plugged_in (Harness *self,
                 gconstpointer data)
{
  LibvirtNode *node = libvirt_connect_get_node (self->connect);
  g_autoptr (GError) error = NULL;
  int before = libvirt_node_num_of_devices (node, NULL, 0, &error);
  virNodeDevicePtr adapter = virNodeDeviceCreateXML (self->raw, ADAPTER, 0);

  g_assert_nonnull (adapter);
  g_assert_cmpint (libvirt_node_num_of_devices (node, NULL, 0, &error), ==, before + 1);
  g_assert_no_error (error);
  assert_same_names (self, NULL);

  g_assert_cmpint (virNodeDeviceDestroy (adapter), ==, 0);
  virNodeDeviceFree (adapter);
  g_assert_cmpint (libvirt_node_num_of_devices (node, NULL, 0, &error), ==, before);
  g_assert_no_error (error);
}

static void
test_flags_refused (Harness *self,
                    gconstpointer data)
{
  LibvirtNode *node = libvirt_connect_get_node (self->connect);
  g_autoptr (GError) error = NULL;

  g_assert_null (libvirt_node_list_devices (node, NULL, 1, &error));
  g_assert_cmpint (virNodeNumOfDevices (self->raw, NULL, 1), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_cmpint (libvirt_node_num_of_devices (node, NULL, 1, &error), ==, -1);
  g_assert_cmpint (virNodeNumOfDevices (self->raw, NULL, 1), ==, -1);
  harness_assert_raw_error (error);
}

static void
test_after_close (Harness *self,
                  gconstpointer data)
{
  LibvirtNode *node = libvirt_connect_get_node (self->connect);
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_assert_no_error (error);

  g_assert_null (libvirt_node_list_devices (node, NULL, 0, &error));
  harness_assert_closed (&error);
  g_assert_cmpint (libvirt_node_num_of_devices (node, NULL, 0, &error), ==, -1);
  harness_assert_closed (&error);
}

#define ADD(path, data, func) \
  g_test_add ("/node/devices/" path, Harness, data, harness_set_up, func, harness_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("all", NULL, test_list);
  ADD ("of-a-capability", "scsi_host", test_list);
  ADD ("of-none", "no-such-thing", test_list);
  ADD ("capabilities-differ", NULL, test_capabilities_differ);
  ADD ("plugged-in", NULL, test_plugged_in);
  ADD ("flags-refused", NULL, test_flags_refused);
  ADD ("after-close", NULL, test_after_close);

  return g_test_run ();
}
