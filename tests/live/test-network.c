/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What libvirt's test driver does not have of networks: ports, and leases of guests. */

#include "live.h"

#include <stdlib.h>
#include <string.h>

#define PORT "7b1d7c4c-0b4e-4d3e-8f0a-0c1d2e3f4a5b"

#define PORT_XML \
  "<networkport><uuid>" PORT "</uuid><owner><name>somebody</name>" \
  "<uuid>11111111-2222-3333-4444-5555555555ff</uuid></owner>" \
  "<mac address='52:54:00:7b:35:93'/></networkport>"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (virNetwork, virNetworkFree)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (virNetworkPort, virNetworkPortFree)

static LibvirtNetwork *
look_up (Live *self,
         const char *name)
{
  g_autoptr (GError) error = NULL;
  LibvirtNetwork *network =
    libvirt_connect_lookup_network_by_name (self->connect, name, &error);

  g_assert_no_error (error);
  return network;
}

static LibvirtNetworkPort *
plug (LibvirtNetwork *network)
{
  g_autoptr (GError) error = NULL;
  LibvirtNetworkPort *port = libvirt_network_create_port_xml (network, PORT_XML, 0, &error);

  g_assert_no_error (error);
  return port;
}

static void
unplug (LibvirtNetworkPort *port)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_network_port_delete (port, 0, &error));
  g_assert_no_error (error);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (port)));
}

static void
assert_same (LibvirtNetworkPort *found,
             LibvirtNetworkPort *port,
             GError *error)
{
  g_assert_no_error (error);
  g_assert_true (found == port);
  g_object_unref (found);
}

/* One port is one object, however it is found, and the raw connection sees it, too. */
static void
test_port (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtNetwork) network = look_up (self, "isolated");
  g_autoptr (LibvirtNetworkPort) port = plug (network);
  g_autoptr (virNetwork) raw_network = virNetworkLookupByName (self->raw, "isolated");
  g_autoptr (virNetworkPort) raw = virNetworkPortLookupByUUIDString (raw_network, PORT);
  g_autoptr (GBytes) uuid = libvirt_network_port_get_uuid (port);
  g_autoptr (GPtrArray) all = libvirt_network_list_all_ports (network, 0, &error);
  g_autofree char *xml = NULL;
  g_autofree char *raw_xml = NULL;
  guint8 raw_uuid[VIR_UUID_BUFLEN];

  g_assert_no_error (error);
  g_assert_nonnull (raw);
  g_assert_true (g_ptr_array_find (all, port, NULL));
  g_assert_cmpint (virNetworkPortGetUUID (raw, raw_uuid), ==, 0);
  g_assert_cmpmem (g_bytes_get_data (uuid, NULL), g_bytes_get_size (uuid), raw_uuid,
                   sizeof raw_uuid);
  g_assert_cmpstr (libvirt_network_port_get_uuid_string (port), ==, PORT);
  g_assert_true (libvirt_network_port_get_network (port) == network);
  g_assert_true (libvirt_network_port_get_connection (port) == self->connect);
  assert_same (libvirt_network_port_new_from_native (self->connect, raw, &error), port, error);
  assert_same (libvirt_network_lookup_port_by_uuid (network, uuid, &error), port, error);
  assert_same (libvirt_network_lookup_port_by_uuid_string (network, PORT, &error), port, error);

  xml = libvirt_network_port_get_xml_desc (port, 0, &error);
  raw_xml = virNetworkPortGetXMLDesc (raw, 0);
  g_assert_no_error (error);
  g_assert_cmpstr (xml, ==, raw_xml);
  unplug (port);
}

/* What is gone is gone for good: the next of that UUID is another object. */
static void
test_port_deleted (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtNetwork) network = look_up (self, "isolated");
  g_autoptr (LibvirtNetworkPort) port = plug (network);
  g_autoptr (LibvirtNetworkPort) next = NULL;
  g_autoptr (virNetwork) raw = virNetworkLookupByName (self->raw, "isolated");

  unplug (port);
  g_assert_null (virNetworkPortLookupByUUIDString (raw, PORT));
  g_assert_null (libvirt_network_lookup_port_by_uuid_string (network, PORT, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_NETWORK_PORT);

  next = plug (network);
  g_assert_true (next != port);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (port)));
  unplug (next);
}

static void
test_port_parameters (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtNetwork) network = look_up (self, "isolated");
  g_autoptr (LibvirtNetworkPort) port = plug (network);
  g_autoptr (virNetwork) raw_network = virNetworkLookupByName (self->raw, "isolated");
  g_autoptr (virNetworkPort) raw = virNetworkPortLookupByUUIDString (raw_network, PORT);
  g_autoptr (GVariant) params = NULL;
  virTypedParameterPtr raw_params = NULL;
  int n_raw = 0;
  guint average = 0;

  g_assert_true (libvirt_network_port_set_parameters (
    port, g_variant_new_parsed ("{'inbound.average': <1000>}"), 0, &error));
  g_assert_no_error (error);
  g_assert_cmpint (virNetworkPortGetParameters (raw, &raw_params, &n_raw, 0), ==, 0);
  g_assert_cmpint (virTypedParamsGetUInt (raw_params, n_raw, "inbound.average", &average), ==, 1);
  g_assert_cmpuint (average, ==, 1000);
  virTypedParamsFree (raw_params, n_raw);

  params = libvirt_network_port_get_parameters (port, 0, &error);
  g_assert_no_error (error);
  g_assert_true (g_variant_lookup (params, LIBVIRT_NETWORK_PORT_BANDWIDTH_IN_AVERAGE, "u", &average));
  g_assert_cmpuint (average, ==, 1000);
  unplug (port);
}

/* The live list has what this program makes at once, and not what is deleted. */
static void
test_ports (Live *self)
{
  g_autoptr (LibvirtNetwork) network = look_up (self, "isolated");
  GListModel *ports = libvirt_network_get_ports (network);
  g_autoptr (LibvirtNetworkPort) port = NULL;

  live_wait_until_loaded (ports);
  g_assert_cmpuint (g_list_model_get_n_items (ports), ==, 0);
  port = plug (network);
  g_assert_cmpuint (g_list_model_get_n_items (ports), ==, 1);
  unplug (port);
  g_assert_cmpuint (g_list_model_get_n_items (ports), ==, 0);
}

/* Stopped by another: the network loses its ports, and its list follows. */
static void
test_events (Live *self)
{
  g_autoptr (LibvirtNetwork) network = look_up (self, "isolated");
  g_autoptr (virNetwork) raw = virNetworkLookupByName (self->raw, "isolated");
  g_autoptr (LiveRecord) own = live_record_new (network, "event-lifecycle");
  g_autoptr (LiveRecord) mirror = live_record_new (self->connect, "network-event-lifecycle");
  g_autoptr (LibvirtNetworkPort) port = plug (network);
  GListModel *ports = libvirt_network_get_ports (network);

  live_wait_until (g_list_model_get_n_items (ports) == 1);
  g_assert_cmpint (virNetworkDestroy (raw), ==, 0);
  live_wait_until (live_record_find (own, LIBVIRT_NETWORK_EVENT_LIFECYCLE_TYPE_STOPPED, -1) >= 0);
  g_assert_false (libvirt_network_peek_active (network));
  live_wait_until (g_list_model_get_n_items (ports) == 0);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (port)));

  g_assert_cmpint (virNetworkCreate (raw), ==, 0);
  live_wait_until (live_record_find (own, LIBVIRT_NETWORK_EVENT_LIFECYCLE_TYPE_STARTED, -1) >= 0);
  g_assert_true (libvirt_network_peek_active (network));
  g_assert_cmpuint (live_record_count (mirror), ==, live_record_count (own));
}

/* The live list has it, too. */
static void
assert_listed (LibvirtNetwork *network,
               virNetworkDHCPLeasePtr raw)
{
  g_autoptr (GError) error = NULL;
  GListModel *leases = libvirt_network_get_leases (network);
  gboolean found = FALSE;

  g_assert_true (
    libvirt_network_lease_list_refresh (LIBVIRT_NETWORK_LEASE_LIST (leases), &error));
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (leases); i++)
    {
      g_autoptr (LibvirtNetworkLease) lease = g_list_model_get_item (leases, i);

      found = found || g_str_equal (libvirt_network_lease_get_info (lease)->ipaddr, raw->ipaddr);
    }
  g_assert_true (found);
}

/* A guest asks for an address when it boots, and both connections see what it was given. */
static void
test_leases (Live *self)
{
  static const LiveGuest guest = {
    .name = "leaser",
    .devices = "<interface type='network'><mac address='52:54:00:00:17:01'/>"
               "<source network='nat'/><model type='virtio'/></interface>",
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtNetwork) network = look_up (self, "nat");
  g_autoptr (LibvirtDomain) domain G_GNUC_UNUSED = live_guest_boot (self, &guest);
  g_autoptr (virNetwork) raw = virNetworkLookupByName (self->raw, "nat");
  g_autoptr (GPtrArray) leases = NULL;
  virNetworkDHCPLeasePtr *natives = NULL;
  LibvirtNetworkDHCPLease *lease;

  live_wait_until (virNetworkGetDHCPLeases (raw, "52:54:00:00:17:01", NULL, 0) == 1);
  g_assert_cmpint (virNetworkGetDHCPLeases (raw, "52:54:00:00:17:01", &natives, 0), ==, 1);
  leases = libvirt_network_get_dhcp_leases (network, "52:54:00:00:17:01", 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (leases->len, ==, 1);
  lease = g_ptr_array_index (leases, 0);
  g_assert_cmpstr (lease->ipaddr, ==, natives[0]->ipaddr);
  g_assert_true (g_str_has_prefix (lease->ipaddr, "192.168.177."));
  g_assert_cmpstr (lease->mac, ==, "52:54:00:00:17:01");
  g_assert_cmpint (lease->expirytime, ==, natives[0]->expirytime);
  g_assert_cmpuint (lease->prefix, ==, 24);
  assert_listed (network, natives[0]);
  virNetworkDHCPLeaseFree (natives[0]);
  free (natives);
}

/* The addresses of the test before this one go with their network. */
static void
test_leases_end (Live *self)
{
  g_autoptr (LibvirtNetwork) network = look_up (self, "nat");
  g_autoptr (virNetwork) raw = virNetworkLookupByName (self->raw, "nat");
  GListModel *leases = libvirt_network_get_leases (network);

  live_wait_until (g_list_model_get_n_items (leases) > 0);
  g_assert_cmpint (virNetworkDestroy (raw), ==, 0);
  g_assert_cmpint (virNetworkUndefine (raw), ==, 0);
  live_wait_until (g_list_model_get_n_items (leases) == 0);
  g_assert_no_error (libvirt_network_lease_list_get_error (LIBVIRT_NETWORK_LEASE_LIST (leases)));
}

/* --- networks of one's own, without a bridge that others could see --- */

#define OWN_XML \
  "<network><name>own</name><uuid>0b0b0b0b-1111-2222-3333-444444444444</uuid>" \
  "<bridge name='own0'/><ip address='192.168.199.1' prefix='24'>" \
  "<dhcp><range start='192.168.199.2' end='192.168.199.9'/></dhcp></ip></network>"

static void
assert_running (LibvirtNetwork *network, virNetworkPtr raw)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = libvirt_network_get_xml_desc (network, 0, &error);
  g_autofree char *bridge = NULL;
  g_autofree char *raw_xml = virNetworkGetXMLDesc (raw, 0);

  g_assert_no_error (error);
  g_assert_cmpstr (xml, ==, raw_xml);
  bridge = libvirt_network_get_bridge_name (network, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bridge, ==, "own0");
  g_assert_cmpint (virNetworkIsActive (raw), ==, 1);
  g_assert_true (libvirt_network_peek_active (network));
}

static void
add_host (LibvirtNetwork *network, virNetworkPtr raw)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *raw_xml = NULL;

  libvirt_network_update (network, LIBVIRT_NETWORK_UPDATE_COMMAND_ADD_LAST,
                          LIBVIRT_NETWORK_UPDATE_SECTION_IP_DHCP_HOST, 0,
                          "<host mac='52:54:00:00:17:09' ip='192.168.199.9'/>",
                          LIBVIRT_NETWORK_UPDATE_FLAGS_LIVE, &error);
  g_assert_no_error (error);
  raw_xml = virNetworkGetXMLDesc (raw, 0);
  g_assert_nonnull (strstr (raw_xml, "52:54:00:00:17:09"));
}

static void
assert_found (Live *self, LibvirtNetwork *network)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) uuid = libvirt_network_get_uuid (network);
  g_autoptr (LibvirtNetwork) by_uuid =
    libvirt_connect_lookup_network_by_uuid (self->connect, uuid, &error);
  g_autoptr (LibvirtNetwork) by_text = NULL;

  g_assert_no_error (error);
  g_assert_true (by_uuid == network);
  by_text = libvirt_connect_lookup_network_by_uuid_string (
    self->connect, libvirt_network_get_uuid_string (network), &error);
  g_assert_no_error (error);
  g_assert_true (by_text == network);
}

/* Each step of others' is an event of its own, and the properties have followed by then. */
static void
test_lifecycle (Live *self)
{
  g_autoptr (LiveRecord) all = live_record_new (self->connect, "network-event-lifecycle");
  g_autoptr (virNetwork) raw = virNetworkDefineXML (self->raw, OWN_XML);
  g_autoptr (LiveRecord) own = NULL;
  LibvirtNetwork *network;

  g_assert_nonnull (raw);
  live_wait_until (live_record_count (all) == 1);
  network = g_value_get_object (live_record_get (all, 0, 0));
  g_assert_cmpstr (libvirt_network_get_name (network), ==, "own");
  g_assert_cmpint (live_record_get_number (all, 0, 1), ==, VIR_NETWORK_EVENT_DEFINED);
  g_assert_cmpint (live_record_get_number (all, 0, 2), ==, 0);
  g_assert_true (libvirt_network_peek_persistent (network));
  own = live_record_new (network, "event-lifecycle");

  g_assert_cmpint (virNetworkCreate (raw), ==, 0);
  live_wait_until (live_record_find (own, VIR_NETWORK_EVENT_STARTED, 0) == 0);
  g_assert_true (libvirt_network_peek_active (network));
  g_assert_cmpint (virNetworkDestroy (raw), ==, 0);
  live_wait_until (live_record_find (own, VIR_NETWORK_EVENT_STOPPED, 0) == 1);
  g_assert_false (libvirt_network_peek_active (network));
  g_assert_cmpint (virNetworkUndefine (raw), ==, 0);
  live_wait_until (live_record_find (own, VIR_NETWORK_EVENT_UNDEFINED, 0) == 2);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (network)));
  g_assert_cmpuint (live_record_count (own), ==, 3);
}

#if LIBVIR_CHECK_VERSION (9, 8, 0)
static void
test_metadata_change (Live *self)
{
  g_autoptr (LibvirtNetwork) network = look_up (self, "isolated");
  g_autoptr (virNetwork) raw = virNetworkLookupByName (self->raw, "isolated");
  g_autoptr (LiveRecord) record = live_record_new (network, "event-metadata-change");

  g_assert_cmpint (virNetworkSetMetadata (raw, VIR_NETWORK_METADATA_TITLE, "Apart", NULL, NULL, 0),
                   ==, 0);
  g_assert_cmpint (
    virNetworkSetMetadata (raw, VIR_NETWORK_METADATA_ELEMENT, "<a/>", "x", "urn:x", 0), ==, 0);
  live_wait_until (live_record_count (record) == 2);
  g_assert_cmpint (live_record_get_number (record, 0, 0), ==, VIR_NETWORK_METADATA_TITLE);
  g_assert_null (live_record_get_string (record, 0, 1));
  g_assert_cmpint (live_record_get_number (record, 1, 0), ==, VIR_NETWORK_METADATA_ELEMENT);
  g_assert_cmpstr (live_record_get_string (record, 1, 1), ==, "urn:x");
}
#endif

static void
test_own (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtNetwork) network =
    libvirt_connect_define_network_xml (self->connect, OWN_XML, &error);
  g_autoptr (LibvirtNetwork) again = NULL;
  g_autoptr (virNetwork) raw = virNetworkLookupByName (self->raw, "own");
  g_autoptr (GPtrArray) all = NULL;
  int raw_autostart;

  g_assert_no_error (error);
  g_assert_nonnull (raw);
  again = libvirt_connect_define_network_xml_flags (
    self->connect, OWN_XML, LIBVIRT_NETWORK_DEFINE_FLAGS_VALIDATE, &error);
  g_assert_no_error (error);
  g_assert_true (again == network);
  assert_found (self, network);
  all = libvirt_connect_list_all_networks (self->connect, 0, &error);
  g_assert_no_error (error);
  g_assert_true (g_ptr_array_find (all, network, NULL));

  g_assert_true (libvirt_network_set_autostart (network, TRUE, &error));
  g_assert_no_error (error);
  g_assert_cmpint (virNetworkGetAutostart (raw, &raw_autostart), ==, 0);
  g_assert_cmpint (raw_autostart, ==, 1);

  libvirt_network_create (network, &error);
  g_assert_no_error (error);
  assert_running (network, raw);
  add_host (network, raw);

  libvirt_network_destroy (network, &error);
  g_assert_no_error (error);
  g_assert_cmpint (virNetworkIsActive (raw), ==, 0);
  libvirt_network_undefine (network, &error);
  g_assert_no_error (error);
  g_assert_null (virNetworkLookupByName (self->raw, "own"));
}

/* Gone when they are ended. */
static void
assert_passing (Live *self, LibvirtNetwork *network, GError *error)
{
  g_autoptr (virNetwork) raw = virNetworkLookupByName (self->raw, "own");

  g_assert_no_error (error);
  g_assert_nonnull (raw);
  assert_running (network, raw);
  g_assert_false (libvirt_network_peek_persistent (network));
  libvirt_network_destroy (network, &error);
  g_assert_no_error (error);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (network)));
}

static void
test_passing (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtNetwork) network =
    libvirt_connect_create_network_xml (self->connect, OWN_XML, &error);

  assert_passing (self, network, error);
  g_clear_object (&network);
  network = libvirt_connect_create_network_xml_flags (
    self->connect, OWN_XML, LIBVIRT_NETWORK_CREATE_FLAGS_VALIDATE, &error);
  assert_passing (self, network, error);
}

int
main (int argc, char **argv)
{
  live_init (&argc, &argv, NULL);

  live_add ("/live/network/port", test_port);
  live_add ("/live/network/port/deleted", test_port_deleted);
  live_add ("/live/network/port/parameters", test_port_parameters);
  live_add ("/live/network/ports", test_ports);
  live_add ("/live/network/events", test_events);
  live_add ("/live/network/leases", test_leases);
  live_add ("/live/network/leases/end", test_leases_end);
  live_add ("/live/network/lifecycle", test_lifecycle);
#if LIBVIR_CHECK_VERSION (9, 8, 0)
  live_add ("/live/network/metadata-change", test_metadata_change);
#endif
  live_add ("/live/network/own", test_own);
  live_add ("/live/network/passing", test_passing);

  return live_run ();
}
