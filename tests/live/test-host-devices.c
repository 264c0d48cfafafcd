/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The devices and interfaces of a real host. Nothing here may touch those of the machine that
 * runs the tests: devices are only looked at, and what is defined is a mediated device that never
 * comes to be. */

#include "live.h"

#include <stdlib.h>

typedef struct _virNodeDevice RawDevice;
typedef struct _virInterface RawInterface;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RawDevice, virNodeDeviceFree)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RawInterface, virInterfaceFree)

/* --- devices --- */

static gboolean
raw_is_autostarted (virNodeDevicePtr raw)
{
  int autostart = 0;

  return virNodeDeviceGetAutostart (raw, &autostart) == 0 && autostart == 1;
}

static void
test_list (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = libvirt_connect_list_all_node_devices (self->connect, 0, &error);
  GListModel *model = libvirt_connect_get_node_devices (self->connect);

  g_assert_no_error (error);
  g_assert_cmpint (all->len, ==, virNodeNumOfDevices (self->raw, NULL, 0));
  for (guint i = 0; i < all->len; i++)
    {
      LibvirtNodeDevice *device = all->pdata[i];
      g_autoptr (RawDevice) raw =
        virNodeDeviceLookupByName (self->raw, libvirt_node_device_get_name (device));
      g_autofree char *xml = libvirt_node_device_get_xml_desc (device, 0, &error);
      g_autofree char *raw_xml = virNodeDeviceGetXMLDesc (raw, 0);

      g_assert_no_error (error);
      g_assert_cmpstr (xml, ==, raw_xml);
      g_assert_true (libvirt_node_device_peek_active (device));
      g_assert_cmpint (libvirt_node_device_is_active (device, &error), ==,
                       virNodeDeviceIsActive (raw));
      g_assert_cmpint (libvirt_node_device_peek_persistent (device), ==,
                       virNodeDeviceIsPersistent (raw));
      g_assert_cmpint (libvirt_node_device_peek_autostart (device), ==, raw_is_autostarted (raw));
      g_assert_no_error (error);
    }
  live_wait_until_loaded (model);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, all->len);
}

/* A PCI device that stays as it is: the first one, which is not used by anything. */
static LibvirtNodeDevice *
find_pci (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = libvirt_connect_list_all_node_devices (
    self->connect, LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_PCI_DEV, &error);

  g_assert_no_error (error);
  return all->len > 0 ? g_object_ref (all->pdata[0]) : NULL;
}

static char *
mediated_xml (const char *parent, const char *uuid)
{
  return g_strdup_printf (
    "<device><parent>%s</parent><capability type='mdev'><type id='mtty'/>"
    "<uuid>%s</uuid></capability></device>",
    parent, uuid);
}

static LibvirtNodeDevice *
define (Live *self, const char *parent)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = mediated_xml (parent, "3a3a3a3a-1111-2222-3333-444444444444");
  LibvirtNodeDevice *device =
    libvirt_connect_define_node_device_xml (self->connect, xml, 0, &error);

  g_assert_no_error (error);
  return device;
}

/* What another connection sees of it that lists all devices. */
static void
assert_listed (const char *name, gboolean autostart)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtConnect) connect = libvirt_connect_open (live_get ("first-uri"), &error);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (LibvirtNodeDevice) device = NULL;

  g_assert_no_error (error);
  all = libvirt_connect_list_all_node_devices (connect, 0, &error);
  g_assert_no_error (error);
  device = libvirt_connect_lookup_node_device_by_name (connect, name, &error);
  g_assert_no_error (error);
  g_assert_true (g_ptr_array_find (all, device, NULL));
  g_assert_false (libvirt_node_device_peek_active (device));
  g_assert_true (libvirt_node_device_peek_persistent (device));
  g_assert_cmpint (libvirt_node_device_peek_autostart (device), ==, autostart);
}

/* libvirt looks at the files of mdevctl a while after it has had them changed; so this, and what it
 * says of the device, is to be waited for. */
static gboolean
raw_is_gone (Live *self, const char *name)
{
  g_autoptr (RawDevice) raw = virNodeDeviceLookupByName (self->raw, name);

  return raw == NULL;
}

static void
test_mediated (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtNodeDevice) parent = find_pci (self);
  g_autoptr (LibvirtNodeDevice) device = NULL;
  g_autoptr (LiveRecord) record = live_record_new (self->connect, "node-device-event-lifecycle");
  g_autoptr (RawDevice) raw = NULL;

  if (parent == NULL)
    {
      g_test_skip ("this machine has no PCI devices");
      return;
    }

  device = define (self, libvirt_node_device_get_name (parent));
  raw = virNodeDeviceLookupByName (self->raw, libvirt_node_device_get_name (device));
  g_assert_nonnull (raw);
  g_assert_true (libvirt_node_device_peek_persistent (device));
  g_assert_false (libvirt_node_device_peek_active (device));
  g_assert_true (libvirt_node_device_is_persistent (device, &error));
  g_assert_false (libvirt_node_device_is_active (device, &error));
  g_assert_no_error (error);

  g_assert_true (libvirt_node_device_set_autostart (device, TRUE, &error));
  g_assert_no_error (error);
  g_assert_true (libvirt_node_device_peek_autostart (device));
  live_wait_until (raw_is_autostarted (raw));
  g_assert_true (libvirt_node_device_get_autostart (device, &error));
  g_assert_no_error (error);
  assert_listed (libvirt_node_device_get_name (device), TRUE);

  g_assert_false (libvirt_node_device_create (device, 0, &error));
  g_assert_cmpint (virNodeDeviceCreate (raw, 0), ==, -1);
  g_assert_error (error, LIBVIRT_ERROR, virGetLastErrorCode ());
  g_clear_error (&error);
  g_assert_false (libvirt_node_device_destroy (device, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_INVALID);
  g_clear_error (&error);

  g_assert_true (libvirt_node_device_undefine (device, 0, &error));
  g_assert_no_error (error);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (device)));
  live_wait_until (raw_is_gone (self, libvirt_node_device_get_name (device)));
  live_wait_until (live_record_find (
                     record, -1, LIBVIRT_NODE_DEVICE_EVENT_LIFECYCLE_TYPE_UNDEFINED) >= 0);
}

static LibvirtNodeDevice *
find_told (LiveRecord *record, const char *prefix, int type)
{
  for (guint i = 0; i < live_record_count (record); i++)
    {
      LibvirtNodeDevice *device = g_value_get_object (live_record_get (record, i, 0));

      if (live_record_get_number (record, i, 1) == type &&
          g_str_has_prefix (libvirt_node_device_get_name (device), prefix))
        return device;
    }

  return NULL;
}

/* By others: the connection tells of it first, and the device when its definition is gone. */
static void
test_mediated_by_others (Live *self)
{
  g_autoptr (LibvirtNodeDevice) parent = find_pci (self);
  g_autoptr (LiveRecord) all = live_record_new (self->connect, "node-device-event-lifecycle");
  g_autoptr (LiveRecord) own = NULL;
  g_autoptr (RawDevice) raw = NULL;
  g_autofree char *xml = NULL;
  LibvirtNodeDevice *device;

  if (parent == NULL)
    {
      g_test_skip ("this machine has no PCI devices");
      return;
    }

  xml = mediated_xml (libvirt_node_device_get_name (parent),
                      "4b4b4b4b-1111-2222-3333-444444444444");
  raw = virNodeDeviceDefineXML (self->raw, xml, 0);
  g_assert_nonnull (raw);
  live_wait_until (find_told (all, "mdev_4b4b4b4b",
                              LIBVIRT_NODE_DEVICE_EVENT_LIFECYCLE_TYPE_DEFINED) != NULL);
  device = find_told (all, "mdev_4b4b4b4b", LIBVIRT_NODE_DEVICE_EVENT_LIFECYCLE_TYPE_DEFINED);
  g_assert_cmpstr (libvirt_node_device_get_name (device), ==, virNodeDeviceGetName (raw));
  g_assert_true (libvirt_node_device_peek_persistent (device));

  own = live_record_new (device, "event-lifecycle");
  g_assert_cmpint (virNodeDeviceUndefine (raw, 0), ==, 0);
  live_wait_until (
    live_record_find (own, LIBVIRT_NODE_DEVICE_EVENT_LIFECYCLE_TYPE_UNDEFINED, 0) >= 0);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (device)));
}

/* The first one is the bridge that all others are behind, and belongs to the host already. */
static void
test_bridge (Live *self)
{
  LibvirtNode *node = libvirt_connect_get_node (self->connect);
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtNodeDevice) device = libvirt_connect_lookup_node_device_by_name (
    self->connect, "pci_0000_00_00_0", &error);
  g_autoptr (RawDevice) raw = virNodeDeviceLookupByName (self->raw, "pci_0000_00_00_0");
  g_auto (GStrv) names = NULL;
  g_auto (GStrv) caps = NULL;
  g_autofree char *parent = NULL;

  if (raw == NULL)
    {
      g_test_skip ("this machine has no PCI devices");
      return;
    }
  g_assert_no_error (error);
  parent = libvirt_node_device_get_parent (device, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (parent, ==, virNodeDeviceGetParent (raw));
  caps = libvirt_node_device_list_caps (device, &error);
  g_assert_no_error (error);
  g_assert_true (g_strv_contains ((const char *const *) caps, "pci"));
  g_assert_cmpint (libvirt_node_device_num_of_caps (device, &error), ==,
                   virNodeDeviceNumOfCaps (raw));
  g_assert_no_error (error);

  names = libvirt_node_list_devices (node, "pci", 0, &error);
  g_assert_no_error (error);
  g_assert_true (g_strv_contains ((const char *const *) names, "pci_0000_00_00_0"));
  g_assert_cmpint (libvirt_node_num_of_devices (node, "pci", 0, &error), ==,
                   virNodeNumOfDevices (self->raw, "pci", 0));
  g_assert_no_error (error);

  libvirt_node_device_re_attach (device, &error);
  g_assert_no_error (error);
}

/* --- interfaces --- */

/* Libvirt's functions that only count do not count all of them. */
static int
raw_n_interfaces (Live *self)
{
  virInterfacePtr *raw;
  int n = virConnectListAllInterfaces (self->raw, &raw, 0);

  for (int i = 0; i < n; i++)
    virInterfaceFree (raw[i]);
  free (raw);
  return n;
}

static void
assert_found_by_address (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtInterface) plug =
    libvirt_connect_lookup_interface_by_name (self->connect, "plug0", &error);
  g_autoptr (LibvirtInterface) found = NULL;

  g_assert_no_error (error);
  found = libvirt_connect_lookup_interface_by_mac_string (
    self->connect, libvirt_interface_get_mac_string (plug), &error);
  g_assert_no_error (error);
  g_assert_true (found == plug);
}

static void
test_interfaces (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = NULL;

  if (!live_has_kind ("interface"))
    return;

  all = libvirt_connect_list_all_interfaces (self->connect, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (all->len, ==, raw_n_interfaces (self));
  for (guint i = 0; i < all->len; i++)
    {
      LibvirtInterface *interface = all->pdata[i];
      g_autoptr (RawInterface) raw =
        virInterfaceLookupByName (self->raw, libvirt_interface_get_name (interface));
      g_autofree char *xml = libvirt_interface_get_xml_desc (interface, 0, &error);
      g_autofree char *raw_xml = virInterfaceGetXMLDesc (raw, 0);

      g_assert_no_error (error);
      g_assert_cmpstr (xml, ==, raw_xml);
      g_assert_cmpstr (libvirt_interface_get_mac_string (interface), ==,
                       virInterfaceGetMACString (raw));
      g_assert_cmpint (libvirt_interface_peek_active (interface), ==, virInterfaceIsActive (raw));
    }
  assert_found_by_address (self);
}

/* It is up because somebody else has done that; what the live list knows of it is as old as the
 * last look. */
static void
test_up (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtInterface) plug = NULL;
  GListModel *model = libvirt_connect_get_interfaces (self->connect);

  if (!live_has_kind ("interface"))
    return;

  plug = libvirt_connect_lookup_interface_by_name (self->connect, "plug0", &error);
  g_assert_no_error (error);
  g_assert_false (libvirt_interface_peek_active (plug));
  live_wait_until_loaded (model);
  g_free (live_enter ("ip link set plug0 up && ip link set plug1 up"));
  g_assert_true (libvirt_interface_is_active (plug, &error));
  g_assert_no_error (error);
  g_assert_true (libvirt_entity_list_refresh (LIBVIRT_ENTITY_LIST (model), &error));
  g_assert_no_error (error);
  g_assert_true (libvirt_interface_peek_active (plug));
  g_free (live_enter ("ip link set plug0 down && ip link set plug1 down"));
}

/* Where libvirt can only look at interfaces, that is what it says. */
static void
test_read_only (Live *self)
{
  const char *xml = "<interface type='ethernet' name='plug9'><start mode='none'/></interface>";
  g_autoptr (GError) error = NULL;
  RawInterface *raw = virInterfaceDefineXML (self->raw, xml, 0);

  if (raw != NULL)
    {
      virInterfaceUndefine (raw);
      virInterfaceFree (raw);
      g_test_skip ("this libvirt can change interfaces");
      return;
    }
  g_assert_null (libvirt_connect_define_interface_xml (self->connect, xml, 0, &error));
  virInterfaceDefineXML (self->raw, xml, 0);
  g_assert_error (error, LIBVIRT_ERROR, virGetLastErrorCode ());
  g_assert_cmpstr (error->message, ==, virGetLastErrorMessage ());
  g_clear_error (&error);
  g_assert_false (libvirt_connect_interface_change_begin (self->connect, 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_SUPPORT);
}

/* libvirt hears of devices from udev, which the machine has no other use for: without its rules it
 * changes nothing. */
static void
start_udevd (void)
{
  g_free (live_enter ("mount -t tmpfs rules /usr/lib/udev/rules.d; /lib/systemd/systemd-udevd --daemon 2>&1"));
}

static gboolean
is_listed (Live *self, LibvirtNodeDevice *device)
{
  GListModel *model = libvirt_connect_get_node_devices (self->connect);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (LibvirtNodeDevice) item = g_list_model_get_item (model, i);

      if (item == device)
        return TRUE;
    }

  return FALSE;
}

/* One that is plugged in, changes and is taken out, of the machine's own. */
static void
test_plugged (Live *self)
{
  g_autoptr (LiveRecord) record = live_record_new (self->connect, "node-device-event-lifecycle");
  g_autoptr (LiveRecord) own = NULL;
  g_autoptr (LiveRecord) updates = NULL;
  g_autoptr (RawDevice) raw = NULL;
  LibvirtNodeDevice *device;

  start_udevd ();
  g_free (live_enter ("ip link add evt0 type veth peer name evt1"));
  live_wait_until (find_told (record, "net_evt0_", VIR_NODE_DEVICE_EVENT_CREATED) != NULL);
  device = find_told (record, "net_evt0_", VIR_NODE_DEVICE_EVENT_CREATED);
  raw = virNodeDeviceLookupByName (self->raw, libvirt_node_device_get_name (device));
  g_assert_nonnull (raw);
  g_assert_true (libvirt_entity_get_exists (LIBVIRT_ENTITY (device)));
  live_wait_until (is_listed (self, device));

  own = live_record_new (device, "event-lifecycle");
  updates = live_record_new (device, "event-update");
  g_free (live_enter ("echo change >/sys/class/net/evt0/uevent"));
  live_wait_until (live_record_count (updates) > 0);

  g_free (live_enter ("ip link del evt0"));
  live_wait_until (find_told (record, "net_evt0_", VIR_NODE_DEVICE_EVENT_DELETED) == device);
  g_assert_cmpint (live_record_find (own, VIR_NODE_DEVICE_EVENT_DELETED, 0), ==, 0);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (device)));
  g_assert_false (is_listed (self, device));
  g_assert_true (raw_is_gone (self, libvirt_node_device_get_name (device)));
}

int
main (int argc, char **argv)
{
  live_init (&argc, &argv, NULL);

  live_add ("/live/node-device/list", test_list);
  live_add ("/live/node-device/mediated", test_mediated);
  live_add ("/live/node-device/mediated-by-others", test_mediated_by_others);
  live_add ("/live/node-device/bridge", test_bridge);
  live_add ("/live/node-device/plugged", test_plugged);
  live_add ("/live/interface/list", test_interfaces);
  live_add ("/live/interface/up", test_up);
  live_add ("/live/interface/read-only", test_read_only);

  return live_run ();
}
