/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "network/libvirt-network-lease-private.h"

#include "runtime/libvirt-core-private.h"
#include "runtime/libvirt-entity-private.h"
#include "runtime/libvirt-error-private.h"

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

enum
{
  PROP_0,
  PROP_ERROR,
  PROP_INTERVAL,
  PROP_ITEM_TYPE,
  PROP_LOADING,
  N_PROPS
};

struct _LibvirtNetworkLeaseList
{
  GObject parent_instance;

  /* Set once. */
  LibvirtCore *core;
  GWeakRef network;

  /* Only touched in the owner's context. */
  GPtrArray *items;
  GHashTable *by_key; /* key -> borrowed item */
  gboolean loading;
  gboolean is_stale; /* while loading: the answer may be older than what it is wanted for */
  GError *error;
  guint interval; /* in seconds */
  GSource *timer; /* with an interval */
};

static void libvirt_network_lease_list_list_model_init (GListModelInterface *iface);

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE_WITH_CODE (LibvirtNetworkLeaseList,
                               libvirt_network_lease_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      libvirt_network_lease_list_list_model_init))

/* The list hangs on its network. */
static G_DEFINE_QUARK (libvirt-network-lease-list, lease_list)

/* A question, and its answer on the way to the owner's context. */
typedef struct
{
  LibvirtWork work;
  LibvirtEmission emission;
  LibvirtNetworkLeaseList *list;
  LibvirtNetwork *network; /* of a load */
  GPtrArray *found;        /* or NULL and an error */
  GError *error;
} Task;

#define TASK_OF_EMISSION(e) ((Task *) ((guint8 *) (e) - G_STRUCT_OFFSET (Task, emission)))

static void
task_free (LibvirtEmission *emission)
{
  Task *task = TASK_OF_EMISSION (emission);

  g_clear_pointer (&task->found, g_ptr_array_unref);
  g_clear_error (&task->error);
  g_clear_object (&task->network);
  g_object_unref (task->list);
  g_free (task);
}

static Task *
task_new (LibvirtNetworkLeaseList *list,
          void (*emit) (LibvirtEmission *emission,
                        gpointer connect))
{
  Task *task = g_new0 (Task, 1);

  task->list = g_object_ref (list);
  task->emission.emit = emit;
  task->emission.free = task_free;
  return task;
}

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

  /* A handler may have the list look again, which makes it shorter. */
  for (guint i = self->items->len; i > 0; i = MIN (i - 1, self->items->len))
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
      g_autoptr (LibvirtNetworkLease) kept = lease != NULL ? g_object_ref (lease) : NULL;

      /* A handler may have the list look again, and drop it. */
      if (kept != NULL)
        libvirt_network_lease_update (kept, libvirt_network_dhcp_lease_copy (info));
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
list_look_at (LibvirtNetworkLeaseList *self,
              GPtrArray *found)
{
  list_remove_others (self, found);
  list_update (self, found);
  list_add_others (self, found);
}

static void
list_take_answer (LibvirtNetworkLeaseList *self,
                  GPtrArray *found,
                  const GError *error)
{
  gboolean had_error = self->error != NULL;

  if (found != NULL)
    list_look_at (self, found);

  g_clear_error (&self->error);
  self->error = error != NULL ? g_error_copy (error) : NULL;
  if (had_error || error != NULL)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ERROR]);
}

static void
list_set_loading (LibvirtNetworkLeaseList *self,
                  gboolean loading)
{
  if (self->loading == loading)
    return;

  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOADING]);
}

/* There will be no answer any more. */
static void
list_fail_closed (LibvirtNetworkLeaseList *self)
{
  g_autoptr (GError) error = NULL;

  libvirt_core_set_closed_error (self->core, &error);
  list_take_answer (self, NULL, error);
  list_set_loading (self, FALSE);
}

static void list_start_load (LibvirtNetworkLeaseList *self);

static void
loaded_emit (LibvirtEmission *emission,
             gpointer connect)
{
  Task *task = TASK_OF_EMISSION (emission);

  list_take_answer (task->list, task->found, task->error);
  if (task->list->is_stale)
    list_start_load (task->list);
  else
    list_set_loading (task->list, FALSE);
}

static void
refreshed_emit (LibvirtEmission *emission,
                gpointer connect)
{
  Task *task = TASK_OF_EMISSION (emission);

  list_take_answer (task->list, task->found, NULL);
}

static void
load_run (LibvirtWork *work)
{
  Task *task = (Task *) work;
  g_autoptr (LibvirtCore) core = libvirt_core_ref (task->list->core);

  task->found = libvirt_network_get_dhcp_leases (task->network, NULL, 0, &task->error);
  libvirt_emitter_push (core->emitter, &task->emission);
}

static void
list_start_load (LibvirtNetworkLeaseList *self)
{
  g_autoptr (LibvirtNetwork) network = g_weak_ref_get (&self->network);
  Task *task;

  self->is_stale = FALSE;
  if (libvirt_core_is_closed (self->core) || network == NULL)
    {
      list_fail_closed (self);
      return;
    }

  task = task_new (self, loaded_emit);
  task->network = g_steal_pointer (&network);
  task->work.run = load_run;
  list_set_loading (self, TRUE);
  libvirt_executor_push (self->core->executor, &task->work);
}

static void
list_load_in_worker (LibvirtNetworkLeaseList *self)
{
  if (self->loading)
    self->is_stale = TRUE;
  else
    list_start_load (self);
}

static void
list_stop_timer (LibvirtNetworkLeaseList *self)
{
  if (self->timer != NULL)
    g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
}

static gboolean
on_interval (gpointer data)
{
  LibvirtNetworkLeaseList *self = data;

  if (libvirt_core_is_open (self->core) && !self->loading)
    list_start_load (self);
  else if (libvirt_core_is_closed (self->core))
    list_stop_timer (self);
  return G_SOURCE_CONTINUE;
}

static void
list_start_timer (LibvirtNetworkLeaseList *self)
{
  self->timer = g_timeout_source_new_seconds (self->interval);
  g_source_set_static_name (self->timer, "[libvirt-gobj] leases");
  g_source_set_callback (self->timer, on_interval, self, NULL);
  g_source_attach (self->timer, self->core->context);
}

static void
libvirt_network_lease_list_finalize (GObject *object)
{
  LibvirtNetworkLeaseList *self = LIBVIRT_NETWORK_LEASE_LIST (object);

  list_stop_timer (self);
  g_weak_ref_clear (&self->network);
  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->items);
  g_clear_error (&self->error);
  libvirt_core_unref (self->core);

  G_OBJECT_CLASS (libvirt_network_lease_list_parent_class)->finalize (object);
}

static void
libvirt_network_lease_list_get_property (GObject *object,
                                         guint prop_id,
                                         GValue *value,
                                         GParamSpec *pspec)
{
  LibvirtNetworkLeaseList *self = LIBVIRT_NETWORK_LEASE_LIST (object);

  switch (prop_id)
    {
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    case PROP_INTERVAL:
      g_value_set_uint (value, self->interval);
      break;
    case PROP_ITEM_TYPE:
      g_value_set_gtype (value, LIBVIRT_TYPE_NETWORK_LEASE);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
libvirt_network_lease_list_set_property (GObject *object,
                                         guint prop_id,
                                         const GValue *value,
                                         GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_INTERVAL:
      libvirt_network_lease_list_set_interval (LIBVIRT_NETWORK_LEASE_LIST (object),
                                               g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static LibvirtCore *
list_get_core (gpointer self)
{
  return ((LibvirtNetworkLeaseList *) self)->core;
}

static void
libvirt_network_lease_list_class_init (LibvirtNetworkLeaseListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

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
  props[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);

  /**
   * LibvirtNetworkLeaseList:interval: (getter get_interval) (setter set_interval)
   *
   * The number of seconds between two looks at the leases; 0 if the list does not look by itself.
   * It waits for an answer before it asks again.
   *
   * Since: 1.0
   */
  props[PROP_INTERVAL] =
    g_param_spec_uint ("interval", NULL, NULL, 0, G_MAXUINT / 1000, 0,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * LibvirtNetworkLeaseList:item-type:
   *
   * Always #LibvirtNetworkLease.
   *
   * Since: 1.0
   */
  props[PROP_ITEM_TYPE] = g_param_spec_gtype ("item-type", NULL, NULL, G_TYPE_OBJECT, flags);

  /**
   * LibvirtNetworkLeaseList:loading: (getter get_loading)
   *
   * Whether the leases are being asked for: when the list is new, and whenever it looks by itself.
   *
   * Since: 1.0
   */
  props[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
libvirt_network_lease_list_init (LibvirtNetworkLeaseList *self)
{
  self->core = libvirt_core_ref (libvirt_core_get_closed ());
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_weak_ref_init (&self->network, NULL);
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
  libvirt_core_replace (&self->core, LIBVIRT_ENTITY (network)->core);
  g_weak_ref_set (&self->network, network);
  g_object_set_qdata_full (G_OBJECT (network), lease_list_quark (), self, g_object_unref);
  list_load_in_worker (self);

  return self;
}

void
libvirt_network_lease_list_reload (LibvirtNetwork *network)
{
  LibvirtNetworkLeaseList *self = g_object_get_qdata (G_OBJECT (network), lease_list_quark ());

  if (self != NULL)
    list_load_in_worker (self);
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

  return self->loading;
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

  return self->error;
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

  return self->interval;
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

  if (self->interval == interval)
    return;

  list_stop_timer (self);
  self->interval = interval;
  if (interval > 0)
    list_start_timer (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_INTERVAL]);
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
  g_autoptr (LibvirtNetwork) network = NULL;
  g_autoptr (GPtrArray) found = NULL;
  Task *task;

  g_return_val_if_fail (LIBVIRT_IS_NETWORK_LEASE_LIST (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  network = g_weak_ref_get (&self->network);
  if (network == NULL)
    {
      libvirt_core_set_closed_error (self->core, error);
      return FALSE;
    }

  found = libvirt_network_get_dhcp_leases (network, NULL, 0, error);
  if (found == NULL)
    return FALSE;

  if (libvirt_emitter_enter (self->core->emitter))
    {
      list_take_answer (self, found, NULL);
      libvirt_emitter_leave (self->core->emitter);
      return TRUE;
    }

  task = task_new (self, refreshed_emit);
  task->found = g_steal_pointer (&found);
  libvirt_emitter_push (self->core->emitter, &task->emission);
  return TRUE;
}
