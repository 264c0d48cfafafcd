/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "network/libvirt-network-lease-private.h"

#include "model/libvirt-list-loader-private.h"
#include "runtime/libvirt-entity-private.h"
#include "runtime/libvirt-error.h"

/**
 * SECTION:libvirt-network-lease-list
 * @title: LibvirtNetworkLeaseList
 * @short_description: the addresses that a network has given away, as a model
 *
 * A #GListModel of the leases of a network, which #LibvirtNetwork:leases is. Its items are
 * #LibvirtNetworkLease objects, which stay the same while a guest renews its lease; new ones come
 * last.
 *
 * No hypervisor tells when an address is given or returned. So the list shows how that was when it
 * looked last: when it was asked for first, when the network is started or stopped, after
 * libvirt_network_lease_list_refresh(), and every so many seconds if it has a
 * #LibvirtNetworkLeaseList:interval.
 *
 * |[<!-- language="C" -->
 * GListModel *leases = libvirt_network_get_leases (network);
 *
 * libvirt_network_lease_list_set_interval (LIBVIRT_NETWORK_LEASE_LIST (leases), 10);
 * g_signal_connect (leases, "items-changed", G_CALLBACK (on_leases_changed), self);
 * ]|
 *
 * It belongs to the #GMainContext of its connection and must be read there.
 *
 * Since: 1.0
 */

/**
 * LibvirtNetworkLeaseList:
 *
 * A live list of who has which address.
 *
 * Since: 1.0
 */

struct _LibvirtNetworkLeaseList
{
  GObject parent_instance;

  LibvirtListLoader loader;

  /* Only touched in the owner's context. */
  GPtrArray *items;
  GHashTable *by_key; /* key -> borrowed item */
};

static void libvirt_network_lease_list_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LibvirtNetworkLeaseList,
                               libvirt_network_lease_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      libvirt_network_lease_list_list_model_init))

/* The list hangs on its network. */
static G_DEFINE_QUARK (libvirt-network-lease-list, lease_list)

static void
list_remove (LibvirtNetworkLeaseList *self,
             guint position)
{
  LibvirtNetworkLease *lease = g_ptr_array_index (self->items, position);
  g_autofree char *key = libvirt_network_lease_dup_key (libvirt_network_lease_get_info (lease));

  g_hash_table_remove (self->by_key, key);
  g_ptr_array_remove_index (self->items, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

static GHashTable *
keys_of (GPtrArray *found)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < found->len; i++)
    g_hash_table_add (keys, libvirt_network_lease_dup_key (g_ptr_array_index (found, i)));
  return keys;
}

static void
list_remove_others (LibvirtNetworkLeaseList *self,
                    GPtrArray *found)
{
  g_autoptr (GHashTable) keys = keys_of (found);

  for (guint i = self->items->len; i > 0; i--)
    {
      LibvirtNetworkLease *lease = g_ptr_array_index (self->items, i - 1);
      g_autofree char *key = libvirt_network_lease_dup_key (libvirt_network_lease_get_info (lease));

      if (!g_hash_table_contains (keys, key))
        list_remove (self, i - 1);
    }
}

static LibvirtNetworkLease *
list_find (LibvirtNetworkLeaseList *self,
           const LibvirtNetworkDHCPLease *info)
{
  g_autofree char *key = libvirt_network_lease_dup_key (info);

  return g_hash_table_lookup (self->by_key, key);
}

static void
list_update (LibvirtNetworkLeaseList *self,
             GPtrArray *found)
{
  for (guint i = 0; i < found->len; i++)
    {
      const LibvirtNetworkDHCPLease *info = g_ptr_array_index (found, i);
      LibvirtNetworkLease *lease = list_find (self, info);

      if (lease != NULL)
        libvirt_network_lease_update (lease, libvirt_network_dhcp_lease_copy (info));
    }
}

static void
list_add_others (LibvirtNetworkLeaseList *self,
                 GPtrArray *found)
{
  guint n_before = self->items->len;

  for (guint i = 0; i < found->len; i++)
    {
      const LibvirtNetworkDHCPLease *info = g_ptr_array_index (found, i);
      LibvirtNetworkLease *lease;

      if (list_find (self, info) != NULL)
        continue;

      lease = libvirt_network_lease_new (libvirt_network_dhcp_lease_copy (info));
      g_ptr_array_add (self->items, lease);
      g_hash_table_insert (self->by_key, libvirt_network_lease_dup_key (info), lease);
    }
  if (self->items->len > n_before)
    g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0, self->items->len - n_before);
}

static void
list_take (gpointer list,
           gpointer answer)
{
  list_remove_others (list, answer);
  list_update (list, answer);
  list_add_others (list, answer);
}

static gpointer
list_ask (gpointer list,
          gpointer owner,
          GError **error)
{
  LibvirtNetworkLeaseList *self = list;
  g_autoptr (GError) failure = NULL;
  GPtrArray *leases = NULL;

  if (owner != NULL)
    leases = libvirt_network_get_dhcp_leases (owner, NULL, 0, &failure);
  else
    libvirt_core_set_closed_error (self->loader.core, &failure); /* a program made it by itself */

  if (leases == NULL && g_error_matches (failure, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_NETWORK))
    return g_ptr_array_new (); /* they have gone with it */
  if (leases == NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return leases;
}

static const LibvirtListCalls list_calls = {
  .ask = list_ask,
  .take = list_take,
  .free_answer = (GDestroyNotify) g_ptr_array_unref,
};

static void
libvirt_network_lease_list_finalize (GObject *object)
{
  LibvirtNetworkLeaseList *self = LIBVIRT_NETWORK_LEASE_LIST (object);

  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->items);
  libvirt_list_loader_clear (&self->loader);

  G_OBJECT_CLASS (libvirt_network_lease_list_parent_class)->finalize (object);
}

static void
libvirt_network_lease_list_get_property (GObject *object,
                                         guint prop_id,
                                         GValue *value,
                                         GParamSpec *pspec)
{
  LibvirtNetworkLeaseList *self = LIBVIRT_NETWORK_LEASE_LIST (object);

  if (prop_id == LIBVIRT_LIST_PROP_ITEM_TYPE)
    g_value_set_gtype (value, LIBVIRT_TYPE_NETWORK_LEASE);
  else
    libvirt_list_loader_get_property (&self->loader, prop_id, value);
}

static void
libvirt_network_lease_list_set_property (GObject *object,
                                         guint prop_id,
                                         const GValue *value,
                                         GParamSpec *pspec)
{
  libvirt_network_lease_list_set_interval (LIBVIRT_NETWORK_LEASE_LIST (object), g_value_get_uint (value));
}

static LibvirtCore *
list_get_core (gpointer self)
{
  return ((LibvirtNetworkLeaseList *) self)->loader.core;
}

static void
libvirt_network_lease_list_class_init (LibvirtNetworkLeaseListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = libvirt_network_lease_list_finalize;
  object_class->get_property = libvirt_network_lease_list_get_property;
  object_class->set_property = libvirt_network_lease_list_set_property;
  libvirt_core_add_type (G_TYPE_FROM_CLASS (klass), list_get_core);

  /**
   * LibvirtNetworkLeaseList:error: (getter get_error)
   *
   * Why the leases could not be read, such as that the driver has none; %NULL if they could. What
   * was known before stays in the list.
   *
   * Since: 1.0
   */
  /**
   * LibvirtNetworkLeaseList:interval: (getter get_interval) (setter set_interval)
   *
   * The number of seconds between two looks at the leases; 0 if the list does not look by itself.
   * It waits for an answer before it asks again.
   *
   * Since: 1.0
   */
  /**
   * LibvirtNetworkLeaseList:item-type:
   *
   * Always #LibvirtNetworkLease.
   *
   * Since: 1.0
   */
  /**
   * LibvirtNetworkLeaseList:loading: (getter get_loading)
   *
   * Whether the leases are being asked for: when the list is new, and whenever it looks by itself.
   *
   * Since: 1.0
   */
  libvirt_list_loader_install_properties (object_class);
}

static void
libvirt_network_lease_list_init (LibvirtNetworkLeaseList *self)
{
  libvirt_list_loader_init (&self->loader, self, &list_calls);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static GType
libvirt_network_lease_list_get_item_type (GListModel *model)
{
  return LIBVIRT_TYPE_NETWORK_LEASE;
}

static guint
libvirt_network_lease_list_get_n_items (GListModel *model)
{
  return LIBVIRT_NETWORK_LEASE_LIST (model)->items->len;
}

static gpointer
libvirt_network_lease_list_get_item (GListModel *model,
                                     guint position)
{
  GPtrArray *items = LIBVIRT_NETWORK_LEASE_LIST (model)->items;

  return position < items->len ? g_object_ref (g_ptr_array_index (items, position)) : NULL;
}

static void
libvirt_network_lease_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = libvirt_network_lease_list_get_item_type;
  iface->get_n_items = libvirt_network_lease_list_get_n_items;
  iface->get_item = libvirt_network_lease_list_get_item;
}

/* The list has no reference to its network, so the network may have one to the list. */
LibvirtNetworkLeaseList *
libvirt_network_lease_list_of (LibvirtNetwork *network)
{
  LibvirtNetworkLeaseList *self = g_object_get_qdata (G_OBJECT (network), lease_list_quark ());

  if (self != NULL)
    return self;

  self = g_object_new (LIBVIRT_TYPE_NETWORK_LEASE_LIST, NULL);
  libvirt_list_loader_set_source (&self->loader, LIBVIRT_ENTITY (network)->core, LIBVIRT_ENTITY (network));
  g_object_set_qdata_full (G_OBJECT (network), lease_list_quark (), self, g_object_unref);
  libvirt_list_loader_load (&self->loader);

  return self;
}

void
libvirt_network_lease_list_reload (LibvirtNetwork *network)
{
  LibvirtNetworkLeaseList *self = g_object_get_qdata (G_OBJECT (network), lease_list_quark ());

  if (self != NULL)
    libvirt_list_loader_load (&self->loader);
}

/**
 * libvirt_network_lease_list_get_loading:
 * @self: a list of leases
 *
 * Reads #LibvirtNetworkLeaseList:loading.
 *
 * Returns: %TRUE while an answer is awaited
 *
 * Since: 1.0
 */
gboolean
libvirt_network_lease_list_get_loading (LibvirtNetworkLeaseList *self)
{
  g_return_val_if_fail (LIBVIRT_IS_NETWORK_LEASE_LIST (self), FALSE);

  return self->loader.loading;
}

/**
 * libvirt_network_lease_list_get_error:
 * @self: a list of leases
 *
 * Reads #LibvirtNetworkLeaseList:error.
 *
 * Returns: (transfer none) (nullable): what went wrong when it looked last, or %NULL
 *
 * Since: 1.0
 */
const GError *
libvirt_network_lease_list_get_error (LibvirtNetworkLeaseList *self)
{
  g_return_val_if_fail (LIBVIRT_IS_NETWORK_LEASE_LIST (self), NULL);

  return self->loader.error;
}

/**
 * libvirt_network_lease_list_get_interval:
 * @self: a list of leases
 *
 * Reads #LibvirtNetworkLeaseList:interval.
 *
 * Returns: how many seconds it waits before it looks again; 0 for ever
 *
 * Since: 1.0
 */
guint
libvirt_network_lease_list_get_interval (LibvirtNetworkLeaseList *self)
{
  g_return_val_if_fail (LIBVIRT_IS_NETWORK_LEASE_LIST (self), 0);

  return self->loader.interval;
}

/**
 * libvirt_network_lease_list_set_interval:
 * @self: a list of leases
 * @interval: how many seconds are to pass between two looks, or 0
 *
 * Sets #LibvirtNetworkLeaseList:interval, as no event tells of leases. To be called in the context
 * of the connection.
 *
 * Since: 1.0
 */
void
libvirt_network_lease_list_set_interval (LibvirtNetworkLeaseList *self,
                                         guint interval)
{
  g_return_if_fail (LIBVIRT_IS_NETWORK_LEASE_LIST (self));
  g_return_if_fail (interval <= G_MAXUINT / 1000);

  libvirt_list_loader_set_interval (&self->loader, interval);
}

/**
 * libvirt_network_lease_list_refresh:
 * @self: a list of leases
 * @error: return location for a #GError
 *
 * Looks at the leases now (blocks), as libvirt_network_get_dhcp_leases() does, and brings the list
 * in line with what there is.
 *
 * Returns: %TRUE if the host answered; called in the context of the connection, the list is right
 *   by then
 *
 * Since: 1.0
 */
gboolean
libvirt_network_lease_list_refresh (LibvirtNetworkLeaseList *self,
                                    GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_NETWORK_LEASE_LIST (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_list_loader_refresh (&self->loader, error);
}
