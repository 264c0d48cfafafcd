/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * A libvirtd that is killed and started again, and live lists of all that there is: what is still
 * there is the same object in the same place, what has gone meanwhile says so.
 */

#include "live.h"

#include <stdlib.h>

#define FILTER(name) \
  "<filter name='" name "' chain='root'><rule action='drop' direction='in'><all/></rule></filter>"
#define BINDING(plug)                                                                         \
  "<filterbinding><owner><name>somebody</name><uuid>11111111-2222-3333-4444-55555555550a"     \
  "</uuid></owner><portdev name='" plug "'/><mac address='52:54:00:7b:35:93'/>"               \
  "<filterref filter='stays'/></filterbinding>"
#define NETWORK(name) "<network><name>" name "</name></network>"
#define POOL(name) \
  "<pool type='dir'><name>" name "</name><target><path>/var/lib/" name "</path></target></pool>"
#define SECRET(ephemeral, uuid) \
  "<secret ephemeral='" ephemeral "' private='no'><uuid>" uuid "</uuid></secret>"
#define SECRET_STAYS "11111111-2222-3333-4444-5555555555a1"
#define SECRET_GOES "11111111-2222-3333-4444-5555555555a2"
#define PORT(uuid)                                                                      \
  "<networkport><uuid>" uuid "</uuid><owner><name>somebody</name>"                      \
  "<uuid>11111111-2222-3333-4444-5555555555ff</uuid></owner>"                           \
  "<mac address='52:54:00:7b:35:93'/></networkport>"
#define PORT_STAYS "7b1d7c4c-0b4e-4d3e-8f0a-0c1d2e3f4a51"
#define PORT_GOES "7b1d7c4c-0b4e-4d3e-8f0a-0c1d2e3f4a52"
#define VOLUME(name) "<volume><name>" name "</name><capacity>1024</capacity></volume>"

/* What there is of a kind, as a set of names, by a raw connection. */
typedef GHashTable *(*RawNames) (virConnectPtr raw);

static GHashTable *
names_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

#define ADD_NAMES(names, Type, list_call, name_call, free_call) \
  do                                                            \
    {                                                           \
      Type *natives = NULL;                                     \
      int n = list_call;                                        \
                                                                \
      g_assert_cmpint (n, >=, 0);                               \
      for (int i = 0; i < n; i++)                               \
        {                                                       \
          Type native = natives[i];                             \
                                                                \
          g_hash_table_add (names, name_call);                  \
          free_call (native);                                   \
        }                                                       \
      free (natives);                                           \
    }                                                           \
  while (0)

static char *
dup_secret (virSecretPtr native)
{
  char uuid[VIR_UUID_STRING_BUFLEN];

  virSecretGetUUIDString (native, uuid);
  return g_strdup (uuid);
}

static char *
dup_port (virNetworkPortPtr native)
{
  char uuid[VIR_UUID_STRING_BUFLEN];

  virNetworkPortGetUUIDString (native, uuid);
  return g_strdup (uuid);
}

static GHashTable *
list_domains (virConnectPtr raw)
{
  GHashTable *names = names_new ();

  ADD_NAMES (names, virDomainPtr, virConnectListAllDomains (raw, &natives, 0),
             g_strdup (virDomainGetName (native)), virDomainFree);
  return names;
}

static GHashTable *
list_filters (virConnectPtr raw)
{
  GHashTable *names = names_new ();

  ADD_NAMES (names, virNWFilterPtr, virConnectListAllNWFilters (raw, &natives, 0),
             g_strdup (virNWFilterGetName (native)), virNWFilterFree);
  return names;
}

static GHashTable *
list_bindings (virConnectPtr raw)
{
  GHashTable *names = names_new ();

  ADD_NAMES (names, virNWFilterBindingPtr, virConnectListAllNWFilterBindings (raw, &natives, 0),
             g_strdup (virNWFilterBindingGetPortDev (native)), virNWFilterBindingFree);
  return names;
}

static GHashTable *
list_interfaces (virConnectPtr raw)
{
  GHashTable *names = names_new ();

  ADD_NAMES (names, virInterfacePtr, virConnectListAllInterfaces (raw, &natives, 0),
             g_strdup (virInterfaceGetName (native)), virInterfaceFree);
  return names;
}

static GHashTable *
list_networks (virConnectPtr raw)
{
  GHashTable *names = names_new ();

  ADD_NAMES (names, virNetworkPtr, virConnectListAllNetworks (raw, &natives, 0),
             g_strdup (virNetworkGetName (native)), virNetworkFree);
  return names;
}

static GHashTable *
list_ports (virConnectPtr raw)
{
  GHashTable *names = names_new ();
  virNetworkPtr network = virNetworkLookupByName (raw, "isolated");

  ADD_NAMES (names, virNetworkPortPtr, virNetworkListAllPorts (network, &natives, 0),
             dup_port (native), virNetworkPortFree);
  virNetworkFree (network);
  return names;
}

static GHashTable *
list_secrets (virConnectPtr raw)
{
  GHashTable *names = names_new ();

  ADD_NAMES (names, virSecretPtr, virConnectListAllSecrets (raw, &natives, 0),
             dup_secret (native), virSecretFree);
  return names;
}

static GHashTable *
list_pools (virConnectPtr raw)
{
  GHashTable *names = names_new ();

  ADD_NAMES (names, virStoragePoolPtr, virConnectListAllStoragePools (raw, &natives, 0),
             g_strdup (virStoragePoolGetName (native)), virStoragePoolFree);
  return names;
}

static GHashTable *
list_volumes (virConnectPtr raw)
{
  GHashTable *names = names_new ();
  virStoragePoolPtr pool = virStoragePoolLookupByName (raw, "stays");

  ADD_NAMES (names, virStorageVolPtr, virStoragePoolListAllVolumes (pool, &natives, 0),
             g_strdup (virStorageVolGetName (native)), virStorageVolFree);
  virStoragePoolFree (pool);
  return names;
}

/* A live list as it was before. */
typedef struct
{
  const char *kind;
  GListModel *list;
  RawNames raw_names;
  GPtrArray *items;
} Kept;

static char *
dup_name (gpointer item)
{
  return g_strdup (LIBVIRT_IS_SECRET (item) ? libvirt_secret_get_uuid_string (item)
                                            : libvirt_entity_get_name (item));
}

static GPtrArray *
dup_items (GListModel *list)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (items, g_list_model_get_item (list, i));
  return items;
}

/* How many have gone; the rest stands as it stood. */
static guint
check_kept (Kept *self, virConnectPtr raw)
{
  g_autoptr (GHashTable) names = self->raw_names (raw);
  guint n = 0;

  g_test_message ("%s", self->kind);
  for (guint i = 0; i < self->items->len; i++)
    {
      gpointer item = g_ptr_array_index (self->items, i);
      g_autoptr (GObject) found = NULL;
      g_autofree char *name = dup_name (item);

      g_assert_cmpint (libvirt_entity_get_exists (item), ==, g_hash_table_contains (names, name));
      if (!libvirt_entity_get_exists (item))
        continue;

      found = g_list_model_get_item (self->list, n++);
      g_assert_true ((gpointer) found == item);
    }
  g_assert_cmpuint (g_list_model_get_n_items (self->list), ==, n);
  g_assert_cmpuint (g_hash_table_size (names), ==, n);
  return self->items->len - n;
}

#define N_KINDS 9

static void
keep_all (Live *self, Kept *kept)
{
  g_autoptr (GError) error = NULL;
  LibvirtConnect *c = self->connect;
  g_autoptr (LibvirtNetwork) network =
    libvirt_connect_lookup_network_by_name (c, "isolated", &error);
  g_autoptr (LibvirtStoragePool) pool =
    libvirt_connect_lookup_storage_pool_by_name (c, "stays", &error);
  const Kept all[N_KINDS] = {
    { "domains", libvirt_connect_get_domains (c), list_domains },
    { "filters", libvirt_connect_get_nw_filters (c), list_filters },
    { "bindings", libvirt_connect_get_nw_filter_bindings (c), list_bindings },
    { "interfaces", libvirt_connect_get_interfaces (c), list_interfaces },
    { "networks", libvirt_connect_get_networks (c), list_networks },
    { "ports", libvirt_network_get_ports (network), list_ports },
    { "secrets", libvirt_connect_get_secrets (c), list_secrets },
    { "pools", libvirt_connect_get_storage_pools (c), list_pools },
    { "volumes", libvirt_storage_pool_get_volumes (pool), list_volumes },
  };

  for (guint i = 0; i < N_KINDS; i++)
    {
      kept[i] = all[i];
      live_wait_until_loaded (kept[i].list);
      kept[i].items = dup_items (kept[i].list);
      g_assert_cmpuint (check_kept (&kept[i], self->raw), ==, 0);
    }
}

static void
define_domain (virConnectPtr raw, const char *name)
{
  g_autofree char *xml = live_guest_xml (&(LiveGuest){ .name = name });
  virDomainPtr domain = virDomainDefineXML (raw, xml);

  g_assert_nonnull (domain);
  virDomainFree (domain);
}

/* Some of each kind that can be made, of which one is to go. */
static void
make_all (virConnectPtr raw)
{
  virNetworkPtr network = virNetworkLookupByName (raw, "isolated");
  virStoragePoolPtr pool = virStoragePoolDefineXML (raw, POOL ("stays"), 0);

  define_domain (raw, "stays");
  define_domain (raw, "goes");
  define_domain (raw, "stays-too");
  g_free (live_enter ("ip link add stays0 type veth peer name goes0"));
  virNWFilterFree (virNWFilterDefineXML (raw, FILTER ("stays")));
  virNWFilterFree (virNWFilterDefineXML (raw, FILTER ("goes")));
  virNWFilterBindingFree (virNWFilterBindingCreateXML (raw, BINDING ("stays0"), 0));
  virNWFilterBindingFree (virNWFilterBindingCreateXML (raw, BINDING ("goes0"), 0));
  virNetworkFree (virNetworkDefineXML (raw, NETWORK ("goes")));
  virNetworkPortFree (virNetworkPortCreateXML (network, PORT (PORT_STAYS), 0));
  virNetworkPortFree (virNetworkPortCreateXML (network, PORT (PORT_GOES), 0));
  virSecretFree (virSecretDefineXML (raw, SECRET ("no", SECRET_STAYS), 0));
  virSecretFree (virSecretDefineXML (raw, SECRET ("yes", SECRET_GOES), 0));
  virStoragePoolFree (virStoragePoolDefineXML (raw, POOL ("goes"), 0));
  g_assert_cmpint (virStoragePoolBuild (pool, 0), ==, 0);
  g_assert_cmpint (virStoragePoolCreate (pool, 0), ==, 0);
  virStorageVolFree (virStorageVolCreateXML (pool, VOLUME ("stays"), 0));
  virStorageVolFree (virStorageVolCreateXML (pool, VOLUME ("goes"), 0));
  virStoragePoolFree (pool);
  virNetworkFree (network);
}

static void
restart (void)
{
  g_free (live_enter (
    "kill -9 $(cat /run/libvirtd.started)\n"
    "while kill -0 $(cat /run/libvirtd.started) 2>/dev/null; do sleep 0.05; done\n"
    "rm /etc/libvirt/nwfilter/goes.xml /etc/libvirt/qemu/networks/goes.xml\n"
    "rm /etc/libvirt/qemu/goes.xml\n"
    "rm /etc/libvirt/storage/goes.xml /var/lib/stays/goes\n"
    "find /run/libvirt -name 'goes0.xml' -delete\n"
    "find /run/libvirt -name '" PORT_GOES ".xml' -delete\n"
    "setsid libvirtd </dev/null >>/var/log/libvirt/libvirtd.output 2>&1 & "
    "echo $! > /run/libvirtd.started"));
}

static gboolean
is_open (LibvirtConnect *connect)
{
  return libvirt_connect_get_state (connect) == LIBVIRT_CONNECT_STATE_OPEN;
}

static void
test_lists (Live *self)
{
  virConnectPtr raw;
  Kept kept[N_KINDS];
  guint n_gone = 0;

  if (!live_has_kind ("nwfilter") || !live_has_kind ("interface"))
    return;

  make_all (self->raw);
  keep_all (self, kept);
  libvirt_connect_set_auto_reconnect (self->connect, TRUE);
  restart ();
  live_wait_until (!is_open (self->connect));
  live_wait_until (is_open (self->connect));

  raw = virConnectOpen (live_get ("first-uri"));
  g_assert_nonnull (raw);
  for (guint i = 0; i < N_KINDS; i++)
    {
      n_gone += check_kept (&kept[i], raw);
      g_ptr_array_unref (kept[i].items);
    }
  g_assert_cmpuint (n_gone, ==, N_KINDS - 1); /* none of the host's interfaces */
  virConnectClose (raw);
}

int
main (int argc, char **argv)
{
  live_init (&argc, &argv, NULL);
  live_add ("/live/reconnect-lists/killed-and-restarted", test_lists);

  return live_run ();
}
