/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "harness.h"

#include <libvirt-gobj/libvirt-gobj-native.h>
#include <string.h>

#define XML(name) \
  "<network><name>" name "</name><bridge name='virbr7'/>" \
  "<ip address='192.168.77.1' netmask='255.255.255.0'/></network>"

typedef struct
{
  Harness harness;
  LibvirtNetwork *network; /* one of this test's own, defined and not started */
  virNetworkPtr raw;
} Fixture;

static void
set_up (Fixture *self,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  harness_set_up (&self->harness, NULL);
  self->network =
    libvirt_connect_define_network_xml (self->harness.connect, XML ("lan"), &error);
  g_assert_no_error (error);
  self->raw = virNetworkLookupByName (self->harness.raw, "lan");
  g_assert_nonnull (self->raw);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  virNetworkDestroy (self->raw);
  virNetworkUndefine (self->raw);
  virNetworkFree (self->raw);
  g_clear_object (&self->network);
  harness_tear_down (&self->harness, NULL);
}

static void
count (guint *n)
{
  ++*n;
}

static void
test_identity (Fixture *self,
               gconstpointer data)
{
  char uuid[VIR_UUID_STRING_BUFLEN];
  g_autoptr (GBytes) bytes = libvirt_network_get_uuid (self->network);
  guint8 raw[VIR_UUID_BUFLEN];

  virNetworkGetUUIDString (self->raw, uuid);
  virNetworkGetUUID (self->raw, raw);
  g_assert_cmpstr (libvirt_network_get_name (self->network), ==, "lan");
  g_assert_cmpstr (libvirt_network_get_uuid_string (self->network), ==, uuid);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), raw, sizeof raw);
  g_assert_true (libvirt_network_get_connection (self->network) == self->harness.connect);
}

static void
assert_found (Fixture *self,
              LibvirtNetwork *network,
              GError *error)
{
  g_assert_no_error (error);
  g_assert_true (network == self->network);
  g_object_unref (network);
}

static void
test_lookups (Fixture *self,
              gconstpointer data)
{
  LibvirtConnect *connect = self->harness.connect;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) uuid = libvirt_network_get_uuid (self->network);
  g_autoptr (GBytes) shorter = g_bytes_new_from_bytes (uuid, 0, 15);
  const char *text = libvirt_network_get_uuid_string (self->network);

  assert_found (self, libvirt_connect_lookup_network_by_name (connect, "lan", &error), error);
  assert_found (self, libvirt_connect_lookup_network_by_uuid (connect, uuid, &error), error);
  assert_found (self, libvirt_connect_lookup_network_by_uuid_string (connect, text, &error), error);

  g_assert_null (libvirt_connect_lookup_network_by_uuid (connect, shorter, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG);
  g_clear_error (&error);
  g_assert_null (libvirt_connect_lookup_network_by_name (connect, "nowhere", &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_NETWORK);
}

static LibvirtNetwork *
find (GPtrArray *networks,
      LibvirtNetwork *network)
{
  return networks != NULL && g_ptr_array_find (networks, network, NULL) ? network : NULL;
}

static void
test_list (Fixture *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = libvirt_connect_list_all_networks (self->harness.connect, 0, &error);
  g_autoptr (GPtrArray) active = libvirt_connect_list_all_networks (
    self->harness.connect, LIBVIRT_CONNECT_LIST_ALL_NETWORKS_FLAGS_ACTIVE, &error);
  virNetworkPtr *natives;
  int n = virConnectListAllNetworks (self->harness.raw, &natives, 0);

  g_assert_no_error (error);
  g_assert_cmpint (all->len, ==, n);
  g_assert_nonnull (find (all, self->network));
  g_assert_null (find (active, self->network));
  for (guint i = 0; i < all->len; i++)
    {
      LibvirtNetwork *network = g_ptr_array_index (all, i);
      virNetworkPtr raw =
        virNetworkLookupByName (self->harness.raw, libvirt_network_get_name (network));
      int autostart;

      g_assert_cmpint (libvirt_network_peek_active (network), ==, virNetworkIsActive (raw));
      g_assert_cmpint (libvirt_network_peek_persistent (network), ==, virNetworkIsPersistent (raw));
      virNetworkGetAutostart (raw, &autostart);
      g_assert_cmpint (libvirt_network_peek_autostart (network), ==, autostart);
      virNetworkFree (raw);
    }
  while (n-- > 0)
    virNetworkFree (natives[n]);
  free (natives);
}

static gboolean
peek (Fixture *self,
      const char *property)
{
  gboolean value;

  g_object_get (self->network, property, &value, NULL);
  return value;
}

/* What this program does is in the properties at once, and told once. */
static void
test_start_and_stop (Fixture *self,
                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint n_active = 0;
  guint n_can_start = 0;

  g_signal_connect_swapped (self->network, "notify::active", G_CALLBACK (count), &n_active);
  g_signal_connect_swapped (self->network, "notify::can-start", G_CALLBACK (count), &n_can_start);
  g_assert_true (peek (self, "can-start"));
  g_assert_false (peek (self, "can-destroy"));

  g_assert_true (libvirt_network_create (self->network, &error));
  g_assert_no_error (error);
  g_assert_cmpint (virNetworkIsActive (self->raw), ==, 1);
  g_assert_true (libvirt_network_peek_active (self->network));
  g_assert_true (libvirt_network_is_active (self->network, &error));
  g_assert_true (peek (self, "can-destroy"));
  g_assert_cmpuint (n_active, ==, 1);

  g_assert_false (libvirt_network_create (self->network, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_INVALID);
  g_clear_error (&error);

  g_assert_true (libvirt_network_destroy (self->network, &error));
  g_assert_no_error (error);
  g_assert_cmpint (virNetworkIsActive (self->raw), ==, 0);
  g_assert_false (libvirt_network_peek_active (self->network));
  harness_wait_for_events (&self->harness);
  g_assert_cmpuint (n_active, ==, 2);
  g_assert_cmpuint (n_can_start, ==, 2);
}

static void
on_lifecycle (LibvirtNetwork *network,
              LibvirtNetworkEventLifecycleType event,
              int detail,
              GString *story)
{
  g_string_append_printf (story, "%d%s ", event, libvirt_network_peek_active (network) ? "+" : "-");
}

static void
on_mirrored (LibvirtConnect *connect,
             LibvirtNetwork *network,
             LibvirtNetworkEventLifecycleType event,
             int detail,
             GString *story)
{
  g_string_append_printf (story, "%s:%d ", libvirt_network_get_name (network), event);
}

/* What others do is told, after the properties have changed. */
static void
test_events (Fixture *self,
             gconstpointer data)
{
  g_autoptr (GString) own = g_string_new (NULL);
  g_autoptr (GString) started = g_string_new (NULL);
  g_autoptr (GString) mirrored = g_string_new (NULL);

  harness_wait_for_events (&self->harness);
  g_signal_connect (self->network, "event-lifecycle", G_CALLBACK (on_lifecycle), own);
  g_signal_connect (self->network, "event-lifecycle::started", G_CALLBACK (on_lifecycle), started);
  g_signal_connect (self->harness.connect, "network-event-lifecycle", G_CALLBACK (on_mirrored),
                    mirrored);
  g_assert_cmpint (virNetworkCreate (self->raw), ==, 0);
  g_assert_cmpint (virNetworkDestroy (self->raw), ==, 0);
  g_assert_cmpint (virNetworkUndefine (self->raw), ==, 0);
  /* That it is gone may be found out before it is told. */
  harness_wait_until_told (own->len >= strlen ("2+ 3- 1- "), own->str);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (self->network)));

  g_assert_cmpstr (own->str, ==, "2+ 3- 1- ");
  g_assert_cmpstr (started->str, ==, "2+ ");
  g_assert_cmpstr (mirrored->str, ==, "lan:2 lan:3 lan:1 ");
}

static void
keep (LibvirtConnect *connect,
      LibvirtNetwork *network,
      LibvirtNetworkEventLifecycleType event,
      int detail,
      gpointer user_data)
{
  g_set_object ((LibvirtNetwork **) user_data, network);
}

/* An event that tells of an unknown network does not say that it runs. */
static void
test_found_by_its_definition (Fixture *self,
                              gconstpointer data)
{
  const char *xml = "<network><name>unknown</name><bridge name='unknown0'/></network>";
  g_autoptr (LibvirtNetwork) found = NULL;
  g_autofree char *full = NULL;
  virNetworkPtr defined;
  virNetworkPtr raw = virNetworkCreateXML (self->harness.raw, xml);

  g_assert_nonnull (raw);
  harness_wait_for_events (&self->harness);
  g_signal_connect (self->harness.connect, "network-event-lifecycle::defined", G_CALLBACK (keep),
                    &found);
  full = virNetworkGetXMLDesc (raw, 0);
  defined = virNetworkDefineXML (self->harness.raw, full);
  g_assert_nonnull (defined);
  virNetworkFree (defined);
  harness_wait_until (found != NULL);
  harness_wait_until (libvirt_network_peek_active (found));
  g_assert_true (libvirt_network_peek_persistent (found));
  g_signal_handlers_disconnect_by_data (self->harness.connect, &found);
  virNetworkFree (raw);
}

/* The same UUID is the same object, also when it has been gone meanwhile. */
static void
test_back (Fixture *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml =
    g_strdup_printf ("<network><name>again</name><uuid>%s</uuid></network>",
                     libvirt_network_get_uuid_string (self->network));

  g_assert_true (libvirt_network_undefine (self->network, &error));
  g_assert_no_error (error);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (self->network)));
  g_assert_null (virNetworkLookupByName (self->harness.raw, "lan"));

  assert_found (self, libvirt_connect_define_network_xml (self->harness.connect, xml, &error),
                error);
  g_assert_true (libvirt_entity_get_exists (LIBVIRT_ENTITY (self->network)));
  g_assert_cmpstr (libvirt_network_get_name (self->network), ==, "again");
  g_assert_true (libvirt_network_undefine (self->network, &error));
}

static void
test_autostart (Fixture *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  int autostart;

  g_assert_false (libvirt_network_get_autostart (self->network, &error));
  g_assert_no_error (error);
  g_assert_true (libvirt_network_set_autostart (self->network, TRUE, &error));
  g_assert_no_error (error);
  g_assert_cmpint (virNetworkGetAutostart (self->raw, &autostart), ==, 0);
  g_assert_true (autostart);
  g_assert_true (libvirt_network_peek_autostart (self->network));
  g_assert_true (libvirt_network_get_autostart (self->network, &error));
}

static void
test_description (Fixture *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = libvirt_network_get_xml_desc (self->network, 0, &error);
  g_autofree char *bridge = libvirt_network_get_bridge_name (self->network, &error);

  g_assert_no_error (error);
  harness_assert_raw_text (xml, NULL, virNetworkGetXMLDesc (self->raw, 0));
  g_assert_cmpstr (bridge, ==, "virbr7");
  g_assert_true (libvirt_network_is_persistent (self->network, &error));
}

static void
test_update (Fixture *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  char *xml;

  g_assert_true (libvirt_network_update (
    self->network, LIBVIRT_NETWORK_UPDATE_COMMAND_ADD_LAST, LIBVIRT_NETWORK_UPDATE_SECTION_DNS_HOST,
    -1, "<host ip='192.168.77.9'><hostname>nine</hostname></host>", 0, &error));
  g_assert_no_error (error);
  xml = virNetworkGetXMLDesc (self->raw, 0);
  g_assert_nonnull (strstr (xml, "<hostname>nine</hostname>"));
  free (xml);

  g_assert_false (libvirt_network_update (self->network, LIBVIRT_NETWORK_UPDATE_COMMAND_MODIFY,
                                          LIBVIRT_NETWORK_UPDATE_SECTION_BRIDGE, -1, "<bridge/>", 0,
                                          &error));
  harness_assert_raw_error (error);
}

static void
test_transient (Fixture *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtNetwork) network =
    libvirt_connect_create_network_xml (self->harness.connect,
                                        "<network><name>passing</name></network>", &error);
  g_autoptr (LibvirtNetwork) flagged = NULL;

  g_assert_no_error (error);
  g_assert_true (libvirt_network_peek_active (network));
  g_assert_false (libvirt_network_peek_persistent (network));
  g_assert_true (libvirt_network_destroy (network, &error));
  g_assert_no_error (error);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (network)));
  g_assert_null (virNetworkLookupByName (self->harness.raw, "passing"));

  flagged = libvirt_connect_create_network_xml_flags (
    self->harness.connect, "<network><name>strict</name><nonsense/></network>",
    LIBVIRT_NETWORK_CREATE_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_assert_true (libvirt_network_destroy (flagged, &error));
}

static void
test_define_flags (Fixture *self,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtNetwork) network = libvirt_connect_define_network_xml_flags (
    self->harness.connect, "<network><name>flagged</name></network>",
    LIBVIRT_NETWORK_DEFINE_FLAGS_NONE, &error);
  virNetworkPtr raw = virNetworkLookupByName (self->harness.raw, "flagged");

  g_assert_no_error (error);
  g_assert_nonnull (raw);
  virNetworkFree (raw);
  g_assert_true (libvirt_network_undefine (network, &error));
  g_assert_no_error (error);

  g_assert_null (libvirt_connect_define_network_xml (self->harness.connect, "<network/>", &error));
  harness_assert_raw_error (error);
}

static void
test_metadata (Fixture *self,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  gboolean set = libvirt_network_set_metadata (
    self->network, LIBVIRT_NETWORK_METADATA_TYPE_TITLE, "House", NULL, NULL, 0, &error);

#if LIBVIR_CHECK_VERSION (9, 7, 0)
  g_assert_no_error (error);
  g_assert_true (set);
  title = libvirt_network_get_metadata (self->network, LIBVIRT_NETWORK_METADATA_TYPE_TITLE, NULL, 0,
                                        &error);
  harness_assert_raw_text (title, error,
                           virNetworkGetMetadata (self->raw, VIR_NETWORK_METADATA_TITLE, NULL, 0));
#else
  g_assert_false (set);
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_SUPPORT);
  g_clear_error (&error);
  title = libvirt_network_get_metadata (self->network, LIBVIRT_NETWORK_METADATA_TYPE_TITLE, NULL, 0,
                                        &error);
  g_assert_null (title);
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_SUPPORT);
#endif
}

static void
test_leases (Fixture *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtNetwork) network =
    libvirt_connect_lookup_network_by_name (self->harness.connect, "default", &error);
  g_autoptr (GPtrArray) leases = NULL;
  virNetworkPtr raw = virNetworkLookupByName (self->harness.raw, "default");
  virNetworkDHCPLeasePtr *natives = NULL;
  int n = virNetworkGetDHCPLeases (raw, NULL, &natives, 0);

  leases = libvirt_network_get_dhcp_leases (network, NULL, 0, &error);
  if (n < 0)
    g_assert_nonnull (error);
  else
    g_assert_cmpint (leases->len, ==, n);
  for (int i = 0; i < n; i++)
    {
      LibvirtNetworkDHCPLease *lease = g_ptr_array_index (leases, i);

      g_assert_cmpstr (lease->ipaddr, ==, natives[i]->ipaddr);
      g_assert_cmpint (lease->expirytime, ==, natives[i]->expirytime);
      virNetworkDHCPLeaseFree (natives[i]);
    }
  free (natives);
  virNetworkFree (raw);
}

static gboolean
is_listed (GListModel *networks,
           LibvirtNetwork *network)
{
  for (guint i = 0; i < g_list_model_get_n_items (networks); i++)
    {
      g_autoptr (LibvirtNetwork) item = g_list_model_get_item (networks, i);

      if (item == network)
        return TRUE;
    }

  return FALSE;
}

static void
test_live_list (Fixture *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GListModel *networks = libvirt_connect_get_networks (self->harness.connect);
  virNetworkPtr theirs;
  guint n;

  harness_wait_until_loaded (networks);
  n = g_list_model_get_n_items (networks);
  g_assert_true (is_listed (networks, self->network));
  theirs = virNetworkDefineXML (self->harness.raw, "<network><name>theirs</name></network>");
  harness_wait_until (g_list_model_get_n_items (networks) == n + 1);
  g_assert_cmpint (virNetworkUndefine (theirs), ==, 0);
  virNetworkFree (theirs);
  harness_wait_until (g_list_model_get_n_items (networks) == n);

  g_assert_true (libvirt_network_undefine (self->network, &error));
  g_assert_no_error (error);
  g_assert_false (is_listed (networks, self->network));
}

/* Of every kind there is one, of the right type, or it says why not. */
static void
test_all_lists (Fixture *self,
                gconstpointer data)
{
  static const char *const names[] = { "domains", "interfaces", "networks", "node-devices",
                                       "nw-filters", "nw-filter-bindings", "secrets",
                                       "storage-pools" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (LibvirtEntityList) list = NULL;
      g_autoptr (LibvirtEntityList) again = NULL;

      g_object_get (self->harness.connect, names[i], &list, NULL);
      g_object_get (self->harness.connect, names[i], &again, NULL);
      g_assert_true (list == again);
      harness_wait_until (!libvirt_entity_list_get_loading (list));
      if (libvirt_entity_list_get_error (list) != NULL)
        g_assert_error (libvirt_entity_list_get_error (list), LIBVIRT_ERROR,
                        LIBVIRT_ERROR_NO_SUPPORT);
      else
        g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), >, 0);
    }
}

static void
test_closed (Fixture *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_connect_close (self->harness.connect, &error));
  g_assert_false (libvirt_network_create (self->network, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_connect_list_all_networks (self->harness.connect, 0, &error));
  harness_assert_closed (&error);
  g_assert_cmpstr (libvirt_network_get_name (self->network), ==, "lan");
}

#define ADD(path, func) g_test_add ("/network/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("identity", test_identity);
  ADD ("lookups", test_lookups);
  ADD ("list", test_list);
  ADD ("start-and-stop", test_start_and_stop);
  ADD ("events", test_events);
  ADD ("found-by-its-definition", test_found_by_its_definition);
  ADD ("back", test_back);
  ADD ("autostart", test_autostart);
  ADD ("description", test_description);
  ADD ("update", test_update);
  ADD ("transient", test_transient);
  ADD ("define-flags", test_define_flags);
  ADD ("metadata", test_metadata);
  ADD ("leases", test_leases);
  ADD ("live-list", test_live_list);
  ADD ("all-lists", test_all_lists);
  ADD ("closed", test_closed);

  return g_test_run ();
}
