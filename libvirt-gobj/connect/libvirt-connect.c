/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "connect/libvirt-connect-life-private.h"

#include "domain/libvirt-domain-private.h"
#include "model/libvirt-entity-list-private.h"
#include "model/libvirt-stats-sampler-private.h"
#include "network/libvirt-interface-private.h"
#include "network/libvirt-network-private.h"
#include "network/libvirt-nw-filter-binding-private.h"
#include "network/libvirt-nw-filter-private.h"
#include "node/libvirt-node-device-private.h"
#include "node/libvirt-node-private.h"
#include "runtime/libvirt-entity-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"
#include "runtime/libvirt-version.h"
#include "secret/libvirt-secret-private.h"
#include "storage/libvirt-storage-pool-private.h"

/**
 * SECTION:libvirt-connect
 * @title: LibvirtConnect
 * @short_description: a connection to a hypervisor
 *
 * Everything begins with a connection: libvirt_connect_open() with a URI such as
 * `qemu:///system`, `qemu+ssh://host/system` or, for trying things out, `test:///default`.
 *
 * Keep the object: when its last reference goes, the connection is closed, events end, and what
 * was found on it works no more. Signals of the connection and of all its objects are emitted
 * in the #GMainContext that was the thread default of the caller who opened it. libvirt's own
 * input and output is served by a thread of this library and needs no main loop.
 *
 * |[<!-- language="C" -->
 * g_autoptr (GError) error = NULL;
 * g_autoptr (LibvirtConnect) host = libvirt_connect_open ("qemu:///system", &error);
 * g_autoptr (GPtrArray) domains = NULL;
 *
 * if (host != NULL)
 *   domains = libvirt_connect_list_all_domains (host, 0, &error);
 * ]|
 *
 * Since: 1.0
 */

/**
 * LibvirtConnect:
 *
 * The way to one hypervisor, and what holds all that was found there.
 *
 * Since: 1.0
 */

enum
{
  PROP_0,
  PROP_AUTO_RECONNECT,
  PROP_DOMAINS,
  PROP_ERROR,
  PROP_INTERFACES,
  PROP_KEEPALIVE_ACTIVE,
  PROP_NETWORKS,
  PROP_NODE,
  PROP_NODE_DEVICES,
  PROP_NW_FILTER_BINDINGS,
  PROP_NW_FILTERS,
  PROP_READ_ONLY,
  PROP_SECRETS,
  PROP_STATE,
  PROP_STORAGE_POOLS,
  PROP_URI,
  N_PROPS
};

struct _LibvirtConnect
{
  GObject parent_instance;

  /* Set once. */
  LibvirtCore *core;
  LibvirtNode *node;
  LibvirtConnectTarget target;

  char *uri; /* atomic: libvirt's, set once when it is open first; NULL before */

  LibvirtConnectLife life;

  /* Only touched in the owner's context. */
  LibvirtEntityList *lists[LIBVIRT_N_KINDS]; /* made when asked for */
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LibvirtConnect, libvirt_connect, G_TYPE_OBJECT)

/* A list that somebody else holds keeps its items, and hears of nothing more. */
static void
connect_drop_lists (LibvirtConnect *self)
{
  g_mutex_lock (&self->core->lock);
  for (guint kind = 0; kind < LIBVIRT_N_KINDS; kind++)
    g_atomic_pointer_set (&self->core->lists[kind], NULL);
  g_mutex_unlock (&self->core->lock);
  for (guint kind = 0; kind < LIBVIRT_N_KINDS; kind++)
    g_clear_object (&self->lists[kind]);
}

static void
libvirt_connect_dispose (GObject *object)
{
  LibvirtConnect *self = LIBVIRT_CONNECT (object);

  if (libvirt_core_let_end (self->core, object))
    return;

  libvirt_connect_life_end (self);
  libvirt_core_close (self->core);
  libvirt_stats_sampler_drop (self);
  connect_drop_lists (self);
  libvirt_emitter_stop (self->core->emitter);

  G_OBJECT_CLASS (libvirt_connect_parent_class)->dispose (object);
}

static void
libvirt_connect_finalize (GObject *object)
{
  LibvirtConnect *self = LIBVIRT_CONNECT (object);

  g_clear_object (&self->node);
  g_clear_pointer (&self->core, libvirt_core_unref);
  libvirt_connect_target_clear (&self->target);
  g_clear_error (&self->life.error);
  g_free (self->uri);

  G_OBJECT_CLASS (libvirt_connect_parent_class)->finalize (object);
}

/* The kinds of which there are live lists, by property. */
static const LibvirtEntityDetails *const listed_kinds[N_PROPS] = {
  [PROP_DOMAINS] = &libvirt_domain_details,
  [PROP_INTERFACES] = &libvirt_interface_details,
  [PROP_NETWORKS] = &libvirt_network_details,
  [PROP_NODE_DEVICES] = &libvirt_node_device_details,
  [PROP_NW_FILTER_BINDINGS] = &libvirt_nw_filter_binding_details,
  [PROP_NW_FILTERS] = &libvirt_nw_filter_details,
  [PROP_SECRETS] = &libvirt_secret_details,
  [PROP_STORAGE_POOLS] = &libvirt_storage_pool_details,
};

GListModel *
libvirt_connect_get_list (LibvirtConnect *self,
                          const LibvirtEntityDetails *details)
{
  LibvirtEntityList **list = &self->lists[details->kind];

  if (*list == NULL)
    {
      *list = libvirt_entity_list_new (self->core, details, NULL);
      libvirt_entity_list_load (*list);
    }

  return G_LIST_MODEL (*list);
}

static void
libvirt_connect_get_property (GObject *object,
                              guint prop_id,
                              GValue *value,
                              GParamSpec *pspec)
{
  LibvirtConnect *self = LIBVIRT_CONNECT (object);

  switch (prop_id)
    {
    case PROP_AUTO_RECONNECT:
      g_value_set_boolean (value, self->life.auto_reconnect);
      break;
    case PROP_DOMAINS:
    case PROP_INTERFACES:
    case PROP_NETWORKS:
    case PROP_NODE_DEVICES:
    case PROP_NW_FILTER_BINDINGS:
    case PROP_NW_FILTERS:
    case PROP_SECRETS:
    case PROP_STORAGE_POOLS:
      g_value_set_object (value, libvirt_connect_get_list (self, listed_kinds[prop_id]));
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->life.error);
      break;
    case PROP_KEEPALIVE_ACTIVE:
      g_value_set_boolean (value, libvirt_core_is_watched (self->core));
      break;
    case PROP_NODE:
      g_value_set_object (value, self->node);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, (self->target.flags & LIBVIRT_CONNECT_FLAGS_RO) != 0);
      break;
    case PROP_STATE:
      g_value_set_enum (value, libvirt_connect_get_state (self));
      break;
    case PROP_URI:
      g_value_set_string (value, libvirt_connect_get_uri (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
libvirt_connect_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_AUTO_RECONNECT:
      libvirt_connect_set_auto_reconnect (LIBVIRT_CONNECT (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
libvirt_connect_class_init (LibvirtConnectClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = libvirt_connect_dispose;
  object_class->finalize = libvirt_connect_finalize;
  object_class->get_property = libvirt_connect_get_property;
  object_class->set_property = libvirt_connect_set_property;

  /**
   * LibvirtConnect:auto-reconnect: (getter get_auto_reconnect) (setter set_auto_reconnect)
   *
   * Whether a connection that was lost is opened again, as often as that takes: after half a
   * second, and then after twice as long each time, up to half a minute. The objects that were
   * found on it stay the same, and so does what is connected to them; what has changed meanwhile
   * is notified, what is gone no longer #LibvirtEntity:exists, and live lists are brought up to
   * date. Until then calls fail at once, and so do those that were under way when it was lost.
   *
   * Whoever sets it to %TRUE, even if it is %TRUE already, has the next attempt made at once: when a
   * user presses a button, say, or a network comes up.
   *
   * For a connection of a #LibvirtManager, where it is %TRUE unless something else is said, it
   * also tells whether one that could not be opened is tried again.
   *
   * Since: 1.0
   */
  props[PROP_AUTO_RECONNECT] =
    g_param_spec_boolean ("auto-reconnect", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * LibvirtConnect:domains: (getter get_domains)
   *
   * All domains of the host, as a #LibvirtEntityList that stays right. It fills itself when it
   * is read first.
   *
   * Since: 1.0
   */
  props[PROP_DOMAINS] =
    g_param_spec_object ("domains", NULL, NULL, G_TYPE_LIST_MODEL, flags);

  /**
   * LibvirtConnect:error: (getter get_error)
   *
   * What the last attempt to open the connection failed with; %NULL while it is open, and if none
   * has been made since it was lost. It is for those that are opened in the background: by a
   * #LibvirtManager, or with #LibvirtConnect:auto-reconnect. One to which nobody answered as long
   * as libvirt_connect_set_keep_alive() allows has %G_IO_ERROR_TIMED_OUT.
   *
   * Since: 1.0
   */
  props[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);

  /**
   * LibvirtConnect:interfaces: (getter get_interfaces)
   *
   * All interfaces of the host, as a #LibvirtEntityList of #LibvirtInterface. As no event tells
   * of them, #LibvirtEntityList:interval may be of use. It fills itself when it is read first.
   *
   * Since: 1.0
   */
  props[PROP_INTERFACES] =
    g_param_spec_object ("interfaces", NULL, NULL, G_TYPE_LIST_MODEL, flags);

  /**
   * LibvirtConnect:networks: (getter get_networks)
   *
   * All virtual networks of the host, as a #LibvirtEntityList of #LibvirtNetwork. It fills
   * itself when it is read first.
   *
   * Since: 1.0
   */
  props[PROP_NETWORKS] =
    g_param_spec_object ("networks", NULL, NULL, G_TYPE_LIST_MODEL, flags);

  /**
   * LibvirtConnect:node-devices: (getter get_node_devices)
   *
   * All devices of the host, as a #LibvirtEntityList of #LibvirtNodeDevice. It fills itself
   * when it is read first.
   *
   * Since: 1.0
   */
  props[PROP_NODE_DEVICES] =
    g_param_spec_object ("node-devices", NULL, NULL, G_TYPE_LIST_MODEL, flags);

  /**
   * LibvirtConnect:nw-filter-bindings: (getter get_nw_filter_bindings)
   *
   * All bindings of filters, as a #LibvirtEntityList of #LibvirtNWFilterBinding. As no event
   * tells of them, #LibvirtEntityList:interval may be of use. It fills itself when it is read
   * first.
   *
   * Since: 1.0
   */
  props[PROP_NW_FILTER_BINDINGS] =
    g_param_spec_object ("nw-filter-bindings", NULL, NULL, G_TYPE_LIST_MODEL, flags);

  /**
   * LibvirtConnect:nw-filters: (getter get_nw_filters)
   *
   * All network filters, as a #LibvirtEntityList of #LibvirtNWFilter. As no event tells of
   * them, #LibvirtEntityList:interval may be of use. It fills itself when it is read first.
   *
   * Since: 1.0
   */
  props[PROP_NW_FILTERS] =
    g_param_spec_object ("nw-filters", NULL, NULL, G_TYPE_LIST_MODEL, flags);

  /**
   * LibvirtConnect:secrets: (getter get_secrets)
   *
   * All secrets of the host, as a #LibvirtEntityList of #LibvirtSecret. It fills itself when it
   * is read first.
   *
   * Since: 1.0
   */
  props[PROP_SECRETS] =
    g_param_spec_object ("secrets", NULL, NULL, G_TYPE_LIST_MODEL, flags);

  /**
   * LibvirtConnect:storage-pools: (getter get_storage_pools)
   *
   * All storage pools, as a #LibvirtEntityList of #LibvirtStoragePool. It fills itself when it
   * is read first.
   *
   * Since: 1.0
   */
  props[PROP_STORAGE_POOLS] =
    g_param_spec_object ("storage-pools", NULL, NULL, G_TYPE_LIST_MODEL, flags);

  /**
   * LibvirtConnect:keepalive-active:
   *
   * Whether this library notices by itself that the other end has frozen or cannot be reached any
   * more, as libvirt_connect_set_keep_alive() says. It needs the socket of the connection: there
   * is none to drivers inside this process, and it is unknown where another library's event loop
   * serves libvirt. Calls then wait for as long as the network lets them.
   *
   * Since: 1.0
   */
  props[PROP_KEEPALIVE_ACTIVE] =
    g_param_spec_boolean ("keepalive-active", NULL, NULL, FALSE, flags);

  /**
   * LibvirtConnect:node: (getter get_node)
   *
   * The machine at the other end.
   *
   * Since: 1.0
   */
  props[PROP_NODE] = g_param_spec_object ("node", NULL, NULL, LIBVIRT_TYPE_NODE, flags);

  /**
   * LibvirtConnect:read-only:
   *
   * Whether the connection was opened for looking only: calls that change something fail with
   * %LIBVIRT_ERROR_OPERATION_DENIED.
   *
   * Since: 1.0
   */
  props[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);

  /**
   * LibvirtConnect:state: (getter get_state)
   *
   * Whether calls can reach the hypervisor. Another thread may close the connection while handlers
   * are told of something else: they read how it is by then, and may do so twice.
   *
   * Since: 1.0
   */
  props[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, LIBVIRT_TYPE_CONNECT_STATE,
                                         LIBVIRT_CONNECT_STATE_CLOSED, flags);

  /**
   * LibvirtConnect:uri: (getter get_uri)
   *
   * Where the connection leads, in the form libvirt gives it: complete even if the one that was
   * opened was not. Before the connection is open, as it was given.
   *
   * Since: 1.0
   */
  props[PROP_URI] = g_param_spec_string ("uri", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * LibvirtConnect::closed:
   * @self: the connection
   * @reason: how it came
   *
   * Emitted when the connection ends without having been closed: the daemon at the other
   * end stopped or died, the network failed, or nothing was heard for too long (see
   * libvirt_connect_set_keep_alive()). Every call fails from then on, or with
   * #LibvirtConnect:auto-reconnect until the connection is open again: then this may be emitted
   * another time.
   *
   * Since: 1.0
   */
  g_signal_new ("closed", LIBVIRT_TYPE_CONNECT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, LIBVIRT_TYPE_CONNECT_CLOSE_REASON);

  /**
   * LibvirtConnect::reconnecting:
   * @self: the connection
   * @attempt: 1 for the first one since the connection was lost, or could not be opened
   * @delay: in how many milliseconds it will be made
   *
   * Emitted before each attempt to open a connection with #LibvirtConnect:auto-reconnect again.
   * The very first one of a #LibvirtManager is not announced; one that is not waited for any more, as
   * #LibvirtConnect:auto-reconnect was set meanwhile, is announced once more, with a @delay of 0.
   * When one has succeeded #LibvirtConnect:state becomes %LIBVIRT_CONNECT_STATE_OPEN. A handler
   * that has lost patience calls libvirt_connect_close(), or turns the property off.
   *
   * Since: 1.0
   */
  g_signal_new ("reconnecting", LIBVIRT_TYPE_CONNECT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  libvirt_connect_event_class_init (object_class);
}

static void
libvirt_connect_init (LibvirtConnect *self)
{
  /* One that a program makes by itself is closed: libvirt_connect_open() makes others. */
  self->core = libvirt_core_ref (libvirt_core_get_closed ());
}

LibvirtCore *
libvirt_connect_get_core (LibvirtConnect *self)
{
  return self->core;
}

LibvirtConnectLife *
libvirt_connect_get_life (LibvirtConnect *self)
{
  return &self->life;
}

const LibvirtConnectTarget *
libvirt_connect_get_target (LibvirtConnect *self)
{
  return &self->target;
}

gboolean
libvirt_connect_was_open (LibvirtConnect *self)
{
  return self->uri != NULL;
}

/* It stays where it is for those who have it from another thread. */
gboolean
libvirt_connect_take_uri (LibvirtConnect *self,
                          const char *uri)
{
  if (self->uri != NULL)
    return FALSE;

  g_atomic_pointer_set (&self->uri, g_strdup (uri != NULL ? uri : self->target.name));
  return g_strcmp0 (self->uri, self->target.name) != 0;
}

static LibvirtConnect *
connect_new_waiting (const LibvirtConnectTarget *target)
{
  LibvirtConnect *self = g_object_new (LIBVIRT_TYPE_CONNECT, NULL);

  libvirt_core_unref (self->core);
  self->core = libvirt_core_new_waiting (self, &libvirt_hypervisor_side);
  self->node = libvirt_node_new (self->core);
  libvirt_connect_target_copy (&self->target, target);
  return self;
}

LibvirtConnect *
libvirt_connect_new_connecting (const LibvirtConnectTarget *target)
{
  LibvirtConnect *self = connect_new_waiting (target);

  libvirt_connect_life_begin_connecting (self);
  return self;
}

/* One that is lost before it is handed out fails: nobody could have heard that it was. */
LibvirtConnect *
libvirt_connect_new (virConnectPtr native,
                     const LibvirtConnectTarget *target,
                     int socket,
                     GError **error)
{
  g_autoptr (LibvirtConnect) self = connect_new_waiting (target);
  g_autoptr (LibvirtSession) session = libvirt_session_new (self->core, native, socket);
  char *uri = virConnectGetURI (native);

  self->uri = libvirt_dup_valid (uri);
  libvirt_connect_life_begin_open (self);
  free (uri);

  libvirt_session_register_events (session, ~0u);
  if (!libvirt_core_take_session (self->core, session, NULL))
    {
      libvirt_set_error (error, LIBVIRT_ERROR_INVALID_CONN,
                         "The connection was lost while it was being opened");
      libvirt_session_close (g_steal_pointer (&session));
      return NULL;
    }

  libvirt_core_trust_events (self->core, session);
  return g_steal_pointer (&self);
}

/**
 * libvirt_connect_open: (constructor)
 * @name: (nullable): URI of the hypervisor; %NULL for the default that the environment variable
 *   LIBVIRT_DEFAULT_URI, the user's configuration or libvirt itself sets
 * @error: return location for a #GError
 *
 * Connects to a hypervisor with full access (blocks; over a network that may take long, so
 * applications rather use the asynchronous form).
 *
 * Fails with %LIBVIRT_ERROR_NO_CONNECT or %LIBVIRT_ERROR_INVALID_ARG if no driver knows the URI,
 * with %LIBVIRT_ERROR_SYSTEM_ERROR if nobody answers there (for a driver that it does not have itself,
 * libvirt asks a daemon), with %LIBVIRT_ERROR_AUTH_FAILED if access is refused, with
 * %LIBVIRT_ERROR_INVALID_CONN if the connection is lost before it can be handed out, and with
 * %LIBVIRT_ERROR_OPERATION_UNSUPPORTED if the process has used the library for daemons, LibvirtAdmin,
 * which libvirt does not survive. Calls virConnectOpen().
 *
 * Returns: (transfer full): the connection, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtConnect *
libvirt_connect_open (const char *name,
                      GError **error)
{
  const LibvirtConnectTarget target = { libvirt_connect_target_open_plain, name, NULL,
                                        LIBVIRT_CONNECT_FLAGS_NONE };

  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_connect_target_open (&target, error);
}

static virConnectPtr
open_read_only (const LibvirtConnectTarget *target,
                GError **error)
{
  return libvirt_check_pointer (virConnectOpenReadOnly (target->name), error);
}

/**
 * libvirt_connect_open_read_only: (constructor)
 * @name: (nullable): URI of the hypervisor, or %NULL for the default
 * @error: return location for a #GError
 *
 * Connects to a hypervisor for looking only (blocks). On most hosts any user may do that.
 *
 * Calls virConnectOpenReadOnly().
 *
 * Returns: (transfer full): a connection on which calls that change something fail with
 *   %LIBVIRT_ERROR_OPERATION_DENIED, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtConnect *
libvirt_connect_open_read_only (const char *name,
                                GError **error)
{
  const LibvirtConnectTarget target = { open_read_only, name, NULL, LIBVIRT_CONNECT_FLAGS_RO };

  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_connect_target_open (&target, error);
}

/**
 * libvirt_connect_close:
 * @self: a connection
 * @error: return location for a #GError
 *
 * Ends the connection. From then on calls on it and on everything that was found on it fail
 * with %LIBVIRT_ERROR_INVALID_CONN, and no more events arrive; properties keep their last
 * values. To drop the last reference closes, too.
 *
 * Neither waits. The good-bye to the other end is said in a thread, and calls that are under way
 * go on to their end there. If the other end does not react within two seconds, the socket is
 * shut and they fail.
 *
 * Fails with %LIBVIRT_ERROR_INVALID_CONN if the connection was closed before. Calls
 * virConnectClose().
 *
 * Returns: %TRUE if it was this call that ended the connection
 *
 * Since: 1.0
 */
gboolean
libvirt_connect_close (LibvirtConnect *self,
                       GError **error)
{
  g_autoptr (LibvirtConnect) kept G_GNUC_UNUSED = NULL;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  kept = g_object_ref (self); /* a handler may drop it */
  if (!libvirt_core_close (self->core))
    {
      libvirt_core_set_closed_error (self->core, error);
      return FALSE;
    }

  libvirt_connect_life_close (self);
  return TRUE;
}

/**
 * libvirt_connect_get_state:
 * @self: a connection
 *
 * Reads #LibvirtConnect:state.
 *
 * Returns: how the connection is, as far as this process has heard
 *
 * Since: 1.0
 */
LibvirtConnectState
libvirt_connect_get_state (LibvirtConnect *self)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), LIBVIRT_CONNECT_STATE_CLOSED);

  if (self->core != NULL && self->core->is_inherited)
    return LIBVIRT_CONNECT_STATE_CLOSED;

  return g_atomic_int_get (&self->life.state);
}

/**
 * libvirt_connect_get_uri:
 * @self: a connection
 *
 * Gets the URI under which libvirt knows the connection; another process on this machine could
 * open it again by that.
 *
 * Calls virConnectGetURI().
 *
 * Returns: (transfer none): the complete URI
 *
 * Since: 1.0
 */
const char *
libvirt_connect_get_uri (LibvirtConnect *self)
{
  const char *uri;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);

  uri = g_atomic_pointer_get (&self->uri);
  return uri != NULL ? uri : self->target.name;
}

/**
 * libvirt_connect_get_error:
 * @self: a connection
 *
 * Reads #LibvirtConnect:error. To be called in the context of the connection.
 *
 * Returns: (transfer none) (nullable): why the connection is not open, if an attempt to open it has
 *   failed
 *
 * Since: 1.0
 */
const GError *
libvirt_connect_get_error (LibvirtConnect *self)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);

  return self->life.error;
}

/**
 * libvirt_connect_get_domains:
 * @self: a connection
 *
 * Gets the live list of all domains, to be bound to a list view. The first call makes it and
 * starts filling it: it is empty until #LibvirtEntityList:loading becomes %FALSE. To be called
 * in the context of the connection.
 *
 * Returns: (transfer none): a #LibvirtEntityList of #LibvirtDomain, always the same
 *
 * Since: 1.0
 */
GListModel *
libvirt_connect_get_domains (LibvirtConnect *self)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);

  return libvirt_connect_get_list (self, &libvirt_domain_details);
}

/**
 * libvirt_connect_get_node:
 * @self: a connection
 *
 * Gets the object for the machine that the hypervisor runs on.
 *
 * Returns: (transfer none): the node, always the same
 *
 * Since: 1.0
 */
LibvirtNode *
libvirt_connect_get_node (LibvirtConnect *self)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);

  return self->node;
}

/**
 * libvirt_connect_get_auto_reconnect:
 * @self: a connection
 *
 * Reads #LibvirtConnect:auto-reconnect.
 *
 * Returns: whether the connection is opened again when it was lost
 *
 * Since: 1.0
 */
gboolean
libvirt_connect_get_auto_reconnect (LibvirtConnect *self)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), FALSE);

  return self->life.auto_reconnect;
}

/**
 * libvirt_connect_set_auto_reconnect:
 * @self: a connection
 * @auto_reconnect: whether to open it again when it was lost
 *
 * Sets #LibvirtConnect:auto-reconnect. A connection that is lost already is opened again from now
 * on, or no more; one that is being opened for the first time has this one attempt. To be called
 * in the context of the connection.
 *
 * With %TRUE a connection that waits for its next attempt waits no longer, whatever the property was
 * before: that is what a button to try again calls, or a handler of
 * #GNetworkMonitor::network-changed. Should this attempt fail, the pause after it is as long as it
 * would have been without. An attempt that is being made is left alone.
 *
 * Since: 1.0
 */
void
libvirt_connect_set_auto_reconnect (LibvirtConnect *self,
                                    gboolean auto_reconnect)
{
  g_autoptr (LibvirtConnect) kept G_GNUC_UNUSED = NULL;

  g_return_if_fail (LIBVIRT_IS_CONNECT (self));

  kept = g_object_ref (self); /* a handler may drop it */
  libvirt_connect_life_set_auto_reconnect (self, auto_reconnect);
}

/**
 * libvirt_connect_forget:
 * @self: a connection
 * @entity: something that was found on it
 *
 * Drops the reference that the connection itself has to an object, for programs that pass by
 * many and keep few. An object that nobody else holds goes at once, with the signal handlers
 * connected to it; one that is still in use stays the one that lookups return. With a domain its
 * snapshots and checkpoints are forgotten, with a network its ports, with a pool its volumes; as
 * each of these keeps what it belongs to, whoever holds one holds that as well, and so does a live
 * list of them.
 *
 * Since: 1.0
 */
void
libvirt_connect_forget (LibvirtConnect *self,
                        LibvirtEntity *entity)
{
  g_autoptr (GPtrArray) owned = NULL;
  gboolean was_held;

  g_return_if_fail (LIBVIRT_IS_CONNECT (self));
  g_return_if_fail (LIBVIRT_IS_ENTITY (entity));
  g_return_if_fail (entity->core == self->core);

  /* One that is closed holds nothing, nor does one that was not opened. */
  if (libvirt_core_is_closed (self->core))
    return;

  g_mutex_lock (&self->core->lock);
  owned = libvirt_registry_let_go_owned (&self->core->registry, entity);
  was_held = libvirt_registry_let_go (&self->core->registry, entity, TRUE);
  g_mutex_unlock (&self->core->lock);

  if (was_held)
    g_object_unref (entity);
}
