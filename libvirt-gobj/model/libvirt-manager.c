/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libvirt-gobj/libvirt-manager.h>

#include <libvirt-gobj/libvirt-domain.h>
#include "connect/libvirt-connect-private.h"
#include "model/libvirt-flat-list-private.h"
#include "model/libvirt-list-turn-private.h"

/**
 * SECTION:libvirt-manager
 * @title: LibvirtManager
 * @short_description: many hosts at once, and all their domains in one list
 *
 * A program that looks after several hosts names them to a manager and goes on:
 * libvirt_manager_add() waits for nobody. Each host is a #LibvirtConnect that is there at once, in
 * the state %LIBVIRT_CONNECT_STATE_CONNECTING. Each is opened by itself, in the background, so that
 * one which does not answer holds up no other. One that cannot be reached says why in
 * #LibvirtConnect:error and is tried again, as is one that was lost, until it is removed.
 *
 * The manager is a #GListModel of its connections, in the order in which they were added, and has
 * a second one, #LibvirtManager:domains, of the domains of all of them. Either can be handed to a
 * list view. A host that a handler of #GListModel::items-changed adds or removes is in the list, or is
 * not, when all handlers have returned; libvirt_manager_lookup_by_uri() knows at once.
 *
 * |[<!-- language="C" -->
 * static void
 * on_state (LibvirtConnect *host)
 * {
 *   const GError *error = libvirt_connect_get_error (host);
 *
 *   g_print ("%s: %d %s\n", libvirt_connect_get_uri (host), libvirt_connect_get_state (host),
 *            error != NULL ? error->message : "");
 * }
 *
 * …
 * LibvirtManager *manager = libvirt_manager_new ();
 *
 * for (guint i = 0; uris[i] != NULL; i++)
 *   {
 *     LibvirtConnect *host = libvirt_manager_add (manager, uris[i], NULL,
 *                                                 LIBVIRT_CONNECT_FLAGS_NONE);
 *
 *     g_signal_connect (host, "notify::state", G_CALLBACK (on_state), NULL);
 *     g_signal_connect (host, "notify::error", G_CALLBACK (on_state), NULL);
 *   }
 * gtk_list_view_set_model (view, wrap (libvirt_manager_get_domains (manager)));
 * ]|
 *
 * It is to be used in one #GMainContext: the one that is the thread default where connections are
 * added is theirs, and must be run for them to be opened.
 *
 * Since: 1.0
 */

/**
 * LibvirtManager:
 *
 * Opens connections to hosts, keeps them open and lists what is on them.
 *
 * Since: 1.0
 */

#define ALL_FLAGS (LIBVIRT_CONNECT_FLAGS_RO | LIBVIRT_CONNECT_FLAGS_NO_ALIASES)

enum
{
  PROP_0,
  PROP_DOMAINS,
  PROP_ITEM_TYPE,
  N_PROPS
};

struct _LibvirtManager
{
  GObject parent_instance;

  /* Only touched in the owner's context. */
  GPtrArray *connections;   /* of LibvirtConnect, in order */
  GPtrArray *shown;         /* the same, as of the last change that was told */
  LibvirtListTurn turn;     /* for changes of what is shown */
  LibvirtFlatList *domains; /* made when asked for; has the same order */
};

static void libvirt_manager_list_model_init (GListModelInterface *iface);

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE_WITH_CODE (LibvirtManager,
                               libvirt_manager,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      libvirt_manager_list_model_init))

static void on_state (LibvirtConnect *connection,
                      GParamSpec *pspec,
                      gpointer user_data);

/* Whoever has a connection keeps it open, and whoever has the list of domains keeps those. Nothing
 * is told: this may come from a language's collection of garbage. */
static void
libvirt_manager_dispose (GObject *object)
{
  LibvirtManager *self = LIBVIRT_MANAGER (object);

  for (guint i = 0; i < self->connections->len; i++)
    g_signal_handlers_disconnect_by_func (g_ptr_array_index (self->connections, i), on_state, self);
  g_ptr_array_set_size (self->connections, 0);
  g_ptr_array_set_size (self->shown, 0);
  g_clear_object (&self->domains);

  G_OBJECT_CLASS (libvirt_manager_parent_class)->dispose (object);
}

static void
libvirt_manager_finalize (GObject *object)
{
  LibvirtManager *self = LIBVIRT_MANAGER (object);

  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->connections);

  G_OBJECT_CLASS (libvirt_manager_parent_class)->finalize (object);
}

static void
libvirt_manager_get_property (GObject *object,
                              guint prop_id,
                              GValue *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_DOMAINS:
      g_value_set_object (value, libvirt_manager_get_domains (LIBVIRT_MANAGER (object)));
      break;
    case PROP_ITEM_TYPE:
      g_value_set_gtype (value, LIBVIRT_TYPE_CONNECT);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
libvirt_manager_class_init (LibvirtManagerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = libvirt_manager_dispose;
  object_class->finalize = libvirt_manager_finalize;
  object_class->get_property = libvirt_manager_get_property;

  /**
   * LibvirtManager:domains: (getter get_domains)
   *
   * The domains of all connections, those of each together and in the order of the connections: a
   * #GListModel of #LibvirtDomain that stays right as #LibvirtConnect:domains does. A host that was
   * lost keeps its domains there, as they were; they go when the connection is removed or closed.
   * When the manager is gone, who still holds the list has the domains that there were last.
   *
   * Since: 1.0
   */
  props[PROP_DOMAINS] = g_param_spec_object ("domains", NULL, NULL, G_TYPE_LIST_MODEL, flags);

  /**
   * LibvirtManager:item-type:
   *
   * What the manager is a list of, as list views ask: always #LibvirtConnect.
   *
   * Since: 1.0
   */
  props[PROP_ITEM_TYPE] = g_param_spec_gtype ("item-type", NULL, NULL, G_TYPE_OBJECT, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
libvirt_manager_init (LibvirtManager *self)
{
  self->connections = g_ptr_array_new_with_free_func (g_object_unref);
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
}

static GType
libvirt_manager_get_item_type (GListModel *model)
{
  return LIBVIRT_TYPE_CONNECT;
}

static guint
libvirt_manager_get_n_items (GListModel *model)
{
  return LIBVIRT_MANAGER (model)->shown->len;
}

static gpointer
libvirt_manager_get_item (GListModel *model,
                          guint position)
{
  GPtrArray *shown = LIBVIRT_MANAGER (model)->shown;

  return position < shown->len ? g_object_ref (g_ptr_array_index (shown, position)) : NULL;
}

static void
libvirt_manager_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = libvirt_manager_get_item_type;
  iface->get_n_items = libvirt_manager_get_n_items;
  iface->get_item = libvirt_manager_get_item;
}

static void
manager_show_gone (LibvirtManager *self)
{
  /* A handler may dispose of the manager. */
  for (guint i = self->shown->len; i > 0; i = MIN (i - 1, self->shown->len))
    {
      if (g_ptr_array_find (self->connections, g_ptr_array_index (self->shown, i - 1), NULL))
        continue;

      g_ptr_array_remove_index (self->shown, i - 1);
      g_list_model_items_changed (G_LIST_MODEL (self), i - 1, 1, 0);
    }
}

static void
manager_show_new (LibvirtManager *self)
{
  guint n_before = self->shown->len;

  for (guint i = 0; i < self->connections->len; i++)
    {
      LibvirtConnect *connection = g_ptr_array_index (self->connections, i);

      if (!g_ptr_array_find (self->shown, connection, NULL))
        g_ptr_array_add (self->shown, g_object_ref (connection));
    }
  if (self->shown->len > n_before)
    g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0, self->shown->len - n_before);
}

static void
manager_show (gpointer list,
              gpointer data)
{
  manager_show_gone (list);
  manager_show_new (list);
}

static void
manager_update (LibvirtManager *self)
{
  libvirt_list_turn_take (&self->turn, self, manager_show, NULL, NULL, NULL);
}

/* FALSE if it is not one of ours, or no more. Whoever hears of one change may make another. */
static gboolean
manager_let_go (LibvirtManager *self,
                LibvirtConnect *connection)
{
  if (!g_ptr_array_find (self->connections, connection, NULL))
    return FALSE;

  g_signal_handlers_disconnect_by_func (connection, on_state, self);
  if (self->domains != NULL)
    libvirt_flat_list_remove (self->domains, libvirt_connect_get_domains (connection));
  if (g_ptr_array_remove (self->connections, connection))
    manager_update (self);
  return TRUE;
}

/* One that was closed will never be open again. */
static void
on_state (LibvirtConnect *connection,
          GParamSpec *pspec,
          gpointer user_data)
{
  g_autoptr (LibvirtConnect) kept G_GNUC_UNUSED = g_object_ref (connection);

  if (libvirt_connect_get_state (connection) == LIBVIRT_CONNECT_STATE_CLOSED)
    manager_let_go (user_data, connection);
}

static gboolean
leads_to (LibvirtConnect *connection,
          const char *uri)
{
  return g_strcmp0 (libvirt_connect_get_target (connection)->name, uri) == 0 ||
         g_strcmp0 (libvirt_connect_get_uri (connection), uri) == 0;
}

/* Another thread may have closed one, of which we shall hear. */
static LibvirtConnect *
manager_find (LibvirtManager *self,
              const char *uri)
{
  for (guint i = 0; i < self->connections->len; i++)
    {
      LibvirtConnect *connection = g_ptr_array_index (self->connections, i);

      if (leads_to (connection, uri) &&
          libvirt_connect_get_state (connection) != LIBVIRT_CONNECT_STATE_CLOSED)
        return connection;
    }

  return NULL;
}

/**
 * libvirt_manager_new:
 *
 * Creates a manager of no hosts yet.
 *
 * Returns: (transfer full): one with an empty list
 *
 * Since: 1.0
 */
LibvirtManager *
libvirt_manager_new (void)
{
  return g_object_new (LIBVIRT_TYPE_MANAGER, NULL);
}

/**
 * libvirt_manager_add:
 * @self: a manager
 * @uri: where a hypervisor is
 * @auth: (nullable): whom to ask for passwords and the like, also when the connection is opened
 *   again; with %NULL a host that asks is not connected to
 * @flags: as for libvirt_connect_open_auth()
 *
 * Puts a connection at the end of the list and begins to open it, once the main context is run.
 * Nothing is waited for, and nothing fails here: #LibvirtConnect:state becomes
 * %LIBVIRT_CONNECT_STATE_OPEN, or #LibvirtConnect:error tells why not, and the next attempt
 * follows after half a second, and then after twice as long each time, up to half a minute. With
 * #LibvirtConnect:auto-reconnect %FALSE the first one is the only one, and the state becomes
 * %LIBVIRT_CONNECT_STATE_LOST when it fails. Calls on a connection that is not open yet fail at
 * once with %LIBVIRT_ERROR_INVALID_CONN.
 *
 * A host that is in the list already, by the URI that was given or by the complete one that
 * libvirt made of it, is not added again: the connection is the one that there is, as it was
 * added then.
 *
 * Returns: (transfer none) (nullable): the connection to @uri, which the manager keeps; %NULL if a
 *   handler of #GListModel::items-changed has removed it again
 *
 * Since: 1.0
 */
LibvirtConnect *
libvirt_manager_add (LibvirtManager *self,
                     const char *uri,
                     LibvirtConnectAuth *auth,
                     LibvirtConnectFlags flags)
{
  const LibvirtConnectTarget target = { libvirt_connect_target_open_auth, uri, auth, flags };
  LibvirtConnect *connection;

  g_return_val_if_fail (LIBVIRT_IS_MANAGER (self), NULL);
  g_return_val_if_fail (uri != NULL && g_utf8_validate (uri, -1, NULL), NULL);
  g_return_val_if_fail ((flags & ~ALL_FLAGS) == 0, NULL);
  g_return_val_if_fail (auth == NULL || LIBVIRT_IS_CONNECT_AUTH (auth), NULL);

  connection = manager_find (self, uri);
  if (connection != NULL)
    return connection;

  connection = libvirt_connect_new_connecting (&target);
  g_signal_connect (connection, "notify::state", G_CALLBACK (on_state), self);
  g_ptr_array_add (self->connections, connection);
  if (self->domains != NULL)
    libvirt_flat_list_append (self->domains, libvirt_connect_get_domains (connection));
  manager_update (self);

  return manager_find (self, uri);
}

/**
 * libvirt_manager_remove:
 * @self: a manager
 * @connection: one of its connections
 *
 * Takes a connection out of the list, and its domains out of #LibvirtManager:domains, and closes it
 * as libvirt_connect_close() does: without waiting, whoever else holds it, and also if it is just
 * being opened. That is what happens to a connection which the program closes itself, too. To
 * remove hosts that shall stay open, let go of the manager: that closes only those which nobody
 * else holds.
 *
 * Returns: %TRUE if it was in the list; else nothing is done
 *
 * Since: 1.0
 */
gboolean
libvirt_manager_remove (LibvirtManager *self,
                        LibvirtConnect *connection)
{
  g_autoptr (LibvirtConnect) kept = NULL;

  g_return_val_if_fail (LIBVIRT_IS_MANAGER (self), FALSE);
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (connection), FALSE);

  kept = g_object_ref (connection);
  if (!manager_let_go (self, connection))
    return FALSE;

  libvirt_connect_close (connection, NULL);
  return TRUE;
}

/**
 * libvirt_manager_lookup_by_uri:
 * @self: a manager
 * @uri: where a hypervisor is, as it was given to libvirt_manager_add() or as
 *   #LibvirtConnect:uri has it
 *
 * Looks for a host in the list. Nothing is asked and nothing opened.
 *
 * Returns: (transfer none) (nullable): the connection to it, or %NULL if it is not in the list
 *
 * Since: 1.0
 */
LibvirtConnect *
libvirt_manager_lookup_by_uri (LibvirtManager *self,
                               const char *uri)
{
  g_return_val_if_fail (LIBVIRT_IS_MANAGER (self), NULL);
  g_return_val_if_fail (uri != NULL && g_utf8_validate (uri, -1, NULL), NULL);

  return manager_find (self, uri);
}

/**
 * libvirt_manager_get_domains:
 * @self: a manager
 *
 * Gets #LibvirtManager:domains. The first call asks every host that is open for its domains, and
 * from then on each one that becomes so; how far they are is told by the list of each connection,
 * with #LibvirtEntityList:loading and #LibvirtEntityList:error.
 *
 * Returns: (transfer none): a #GListModel of #LibvirtDomain, always the same
 *
 * Since: 1.0
 */
GListModel *
libvirt_manager_get_domains (LibvirtManager *self)
{
  g_return_val_if_fail (LIBVIRT_IS_MANAGER (self), NULL);

  if (self->domains == NULL)
    {
      self->domains = libvirt_flat_list_new (LIBVIRT_TYPE_DOMAIN);
      for (guint i = 0; i < self->connections->len; i++)
        libvirt_flat_list_append (self->domains, libvirt_connect_get_domains (
                                                   g_ptr_array_index (self->connections, i)));
    }

  return libvirt_flat_list_get_items (self->domains);
}
