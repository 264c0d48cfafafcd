/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Filters of a real host, and where they are applied. */

#include "live.h"

#include <string.h>

#define RULES(name, direction)                                                            \
  "<filter name='" name "' chain='root'><rule action='drop' direction='" direction "'>"   \
  "<all/></rule></filter>"

static LibvirtNWFilter *
define (Live *self, const char *xml)
{
  g_autoptr (GError) error = NULL;
  LibvirtNWFilter *filter = libvirt_connect_define_nw_filter_xml (self->connect, xml, &error);

  g_assert_no_error (error);
  return filter;
}

static void
assert_found (LibvirtNWFilter *filter, LibvirtNWFilter *expected, GError *error)
{
  g_assert_no_error (error);
  g_assert_true (filter == expected);
  g_object_unref (filter);
}

static void
test_filters (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtNWFilter) filter = NULL;
  g_autoptr (GBytes) uuid = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autofree char *xml = NULL;
  virNWFilterPtr raw;
  char raw_uuid[VIR_UUID_STRING_BUFLEN];
  char *raw_xml;

  if (!live_has_kind ("nwfilter"))
    return;

  filter = define (self, RULES ("ours", "in"));
  uuid = libvirt_nw_filter_get_uuid (filter);
  raw = virNWFilterLookupByName (self->raw, "ours");
  all = libvirt_connect_list_all_nw_filters (self->connect, 0, &error);
  g_assert_no_error (error);
  g_assert_nonnull (raw);
  virNWFilterGetUUIDString (raw, raw_uuid);
  g_assert_cmpstr (libvirt_nw_filter_get_name (filter), ==, "ours");
  g_assert_cmpstr (libvirt_nw_filter_get_uuid_string (filter), ==, raw_uuid);
  g_assert_cmpint (all->len, ==, virConnectNumOfNWFilters (self->raw));
  g_assert_true (g_ptr_array_find (all, filter, NULL));

  xml = libvirt_nw_filter_get_xml_desc (filter, 0, &error);
  raw_xml = virNWFilterGetXMLDesc (raw, 0);
  g_assert_cmpstr (xml, ==, raw_xml);
  free (raw_xml);

  assert_found (libvirt_nw_filter_new_from_native (self->connect, raw, &error), filter, error);
  assert_found (libvirt_connect_lookup_nw_filter_by_name (self->connect, "ours", &error), filter,
                error);
  assert_found (libvirt_connect_lookup_nw_filter_by_uuid (self->connect, uuid, &error), filter,
                error);
  assert_found (
    libvirt_connect_lookup_nw_filter_by_uuid_string (self->connect, raw_uuid, &error), filter,
    error);

  g_assert_true (libvirt_nw_filter_undefine (filter, &error));
  g_assert_no_error (error);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (filter)));
  g_assert_null (virNWFilterLookupByName (self->raw, "ours"));
  g_assert_null (libvirt_connect_lookup_nw_filter_by_name (self->connect, "ours", &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_NWFILTER);
  virNWFilterFree (raw);
}

/* What the schema does not have is refused if that is asked for. */
static void
test_define_flags (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtNWFilter) filter = NULL;

  if (!live_has_kind ("nwfilter"))
    return;

  filter = libvirt_connect_define_nw_filter_xml_flags (
    self->connect, RULES ("strict", "out"), LIBVIRT_NW_FILTER_DEFINE_FLAGS_VALIDATE, &error);
  g_assert_no_error (error);
  g_assert_true (libvirt_nw_filter_undefine (filter, &error));
  g_assert_no_error (error);

  g_assert_null (libvirt_connect_define_nw_filter_xml_flags (
    self->connect, "<filter name='wrong'><nonsense/></filter>",
    LIBVIRT_NW_FILTER_DEFINE_FLAGS_VALIDATE, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_XML_INVALID_SCHEMA);
}

static LibvirtNWFilterBinding *
bind_filter (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *done G_GNUC_UNUSED =
    live_enter ("ip link show nwtest0 || ip link add nwtest0 type veth peer name nwtest1");
  LibvirtNWFilterBinding *binding = libvirt_connect_create_nw_filter_binding_xml (
    self->connect,
    "<filterbinding><owner><name>somebody</name>"
    "<uuid>ee9f1a2b-71ef-4f43-9a0a-0f9a2b2b1a11</uuid></owner><portdev name='nwtest0'/>"
    "<mac address='52:54:00:12:34:56'/><filterref filter='bound'/></filterbinding>",
    0, &error);

  g_assert_no_error (error);
  return binding;
}

static gboolean
raw_has_binding (Live *self)
{
  virNWFilterBindingPtr raw = virNWFilterBindingLookupByPortDev (self->raw, "nwtest0");
  gboolean found = raw != NULL;

  if (found)
    virNWFilterBindingFree (raw);
  return found;
}

static void
test_bindings (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtNWFilter) filter = NULL;
  g_autoptr (LibvirtNWFilterBinding) binding = NULL;
  virNWFilterBindingPtr native;
  g_autoptr (LibvirtNWFilterBinding) again = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autofree char *xml = NULL;

  if (!live_has_kind ("nwfilter"))
    return;

  filter = define (self, RULES ("bound", "in"));
  binding = bind_filter (self);
  g_assert_true (raw_has_binding (self));
  g_assert_cmpstr (libvirt_nw_filter_binding_get_port_dev (binding), ==, "nwtest0");
  g_assert_cmpstr (libvirt_nw_filter_binding_get_filter_name (binding), ==, "bound");
  native = libvirt_nw_filter_binding_get_native (binding, &error);
  g_assert_no_error (error);
  again = libvirt_nw_filter_binding_new_from_native (self->connect, native, &error);
  g_assert_true (again == binding);
  g_clear_object (&again);
  virNWFilterBindingFree (native);
  again = libvirt_connect_lookup_nw_filter_binding_by_port_dev (self->connect, "nwtest0", &error);
  g_assert_no_error (error);
  g_assert_true (again == binding);
  all = libvirt_connect_list_all_nw_filter_bindings (self->connect, 0, &error);
  g_assert_no_error (error);
  g_assert_true (g_ptr_array_find (all, binding, NULL));
  xml = libvirt_nw_filter_binding_get_xml_desc (binding, 0, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (xml, "<filterref filter='bound'"));

  g_assert_true (libvirt_nw_filter_binding_delete (binding, &error));
  g_assert_no_error (error);
  g_assert_false (raw_has_binding (self));
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (binding)));
  g_assert_true (libvirt_nw_filter_undefine (filter, &error));
  g_assert_no_error (error);
}

/* The one of the guest's plug, to be freed; NULL if the list has none. */
static LibvirtNWFilterBinding *
find_binding (GListModel *bindings)
{
  for (guint i = 0; i < g_list_model_get_n_items (bindings); i++)
    {
      g_autoptr (LibvirtNWFilterBinding) binding = g_list_model_get_item (bindings, i);

      if (g_str_equal (libvirt_nw_filter_binding_get_port_dev (binding), "guarded0"))
        return g_steal_pointer (&binding);
    }

  return NULL;
}

static gboolean
has_binding (GListModel *bindings)
{
  g_autoptr (LibvirtNWFilterBinding) binding = find_binding (bindings);

  return binding != NULL;
}

/* Started by somebody else, a guest is seen to have one after the next look. */
static LibvirtNWFilterBinding *
start_guarded (Live *self, virDomainPtr raw, GListModel *bindings)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtNWFilterBinding) found = NULL;
  LibvirtNWFilterBinding *binding;

  g_assert_cmpint (virDomainCreateWithFlags (raw, VIR_DOMAIN_START_PAUSED), ==, 0);
  live_wait_until (has_binding (bindings));
  binding = find_binding (bindings);
  g_assert_cmpstr (libvirt_nw_filter_binding_get_filter_name (binding), ==, "guarded");
  g_assert_true (libvirt_entity_get_exists (LIBVIRT_ENTITY (binding)));
  found = libvirt_connect_lookup_nw_filter_binding_by_port_dev (self->connect, "guarded0", &error);
  g_assert_no_error (error);
  g_assert_true (found == binding);
  return binding;
}

static void
stop_guarded (Live *self, virDomainPtr raw, GListModel *bindings)
{
  g_assert_cmpint (virDomainDestroy (raw), ==, 0);
  g_assert_null (virNWFilterBindingLookupByPortDev (self->raw, "guarded0"));
  live_wait_until (!has_binding (bindings));
}

/* As it has nothing but the name of its plug, one that comes back is another one. */
static void
test_binding_of_guest (Live *self)
{
  static const LiveGuest guest = {
    .name = "guarded",
    .devices = "<interface type='network'><source network='isolated'/><target dev='guarded0'/>"
               "<model type='virtio'/><filterref filter='guarded'/></interface>",
  };
  g_autoptr (GError) error = NULL;
  GListModel *bindings = libvirt_connect_get_nw_filter_bindings (self->connect);
  g_autoptr (LibvirtNWFilter) filter = NULL;
  g_autoptr (LibvirtDomain) domain = NULL;
  g_autoptr (virDomain) raw = NULL;
  g_autoptr (LibvirtNWFilterBinding) first = NULL;
  g_autoptr (LibvirtNWFilterBinding) second = NULL;

  if (!live_has_kind ("nwfilter") || !live_has_kind ("isolated-network"))
    return;

  filter = define (self, RULES ("guarded", "in"));
  domain = live_guest_define (self, &guest);
  raw = live_raw (self, domain);
  libvirt_entity_list_set_interval (LIBVIRT_ENTITY_LIST (bindings), 1);
  first = start_guarded (self, raw, bindings);
  stop_guarded (self, raw, bindings);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (first)));

  second = start_guarded (self, raw, bindings);
  g_assert_true (second != first);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (first)));

  stop_guarded (self, raw, bindings);
  g_assert_cmpint (virDomainUndefine (raw), ==, 0);
  g_assert_true (libvirt_nw_filter_undefine (filter, &error));
  g_assert_no_error (error);
}

/* Our own changes are in the lists at once. */
static void
test_live_lists (Live *self)
{
  g_autoptr (GError) error = NULL;
  GListModel *filters = libvirt_connect_get_nw_filters (self->connect);
  g_autoptr (LibvirtNWFilter) filter = NULL;
  guint n;

  if (!live_has_kind ("nwfilter"))
    return;

  live_wait_until_loaded (filters);
  n = g_list_model_get_n_items (filters);
  g_assert_cmpint (n, ==, virConnectNumOfNWFilters (self->raw));
  filter = define (self, RULES ("listed", "in"));
  g_assert_cmpuint (g_list_model_get_n_items (filters), ==, n + 1);
  g_assert_true (libvirt_nw_filter_undefine (filter, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (filters), ==, n);
}

int
main (int argc, char **argv)
{
  live_init (&argc, &argv, NULL);
  live_add ("/live/nwfilter/filters", test_filters);
  live_add ("/live/nwfilter/define-flags", test_define_flags);
  live_add ("/live/nwfilter/bindings", test_bindings);
  live_add ("/live/nwfilter/binding-of-guest", test_binding_of_guest);
  live_add ("/live/nwfilter/live-lists", test_live_lists);
  return live_run ();
}
