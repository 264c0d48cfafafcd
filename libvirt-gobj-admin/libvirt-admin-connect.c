/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "libvirt-admin-connect-private.h"

#include <libvirt-gobj-admin/libvirt-admin-server.h>
#include <libvirt-gobj-admin/libvirt-admin-version.h>
#include <stdlib.h>

#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"

/**
 * SECTION:libvirt-admin-connect
 * @title: LibvirtAdminConnect
 * @short_description: a connection to a daemon itself
 *
 * Not a hypervisor but the daemon in front of it is at the other end: which clients it has, how
 * many threads work for them, what it writes into its log. Only the daemon's own user may ask, root
 * in most cases, and on the same machine.
 *
 * Where #LibvirtConnect says something about threads, closing and lost connections, it holds here
 * as well: signals are emitted in the #GMainContext that was the thread default of the opener, and
 * whoever wants the connection keeps the object.
 *
 * |[<!-- language="C" -->
 * g_autoptr (GError) error = NULL;
 * g_autoptr (LibvirtAdminConnect) daemon = NULL;
 * g_autoptr (LibvirtAdminServer) server = NULL;
 * g_autoptr (GPtrArray) clients = NULL;
 *
 * daemon = libvirt_admin_connect_open ("libvirtd:///system", LIBVIRT_CONNECT_FLAGS_NONE, &error);
 * if (daemon != NULL)
 *   server = libvirt_admin_connect_lookup_server (daemon, "libvirtd", 0, &error);
 * if (server != NULL)
 *   clients = libvirt_admin_server_list_clients (server, 0, &error);
 * ]|
 *
 * A process that has such connections cannot have a #LibvirtConnect, too; see
 * libvirt_admin_initialize().
 *
 * Since: 1.0
 */

/**
 * LibvirtAdminConnect:
 *
 * The way to the inner life of one daemon.
 *
 * Since: 1.0
 */

enum
{
  PROP_0,
  PROP_STATE,
  PROP_URI,
  N_PROPS
};

enum
{
  SIGNAL_CLOSED,
  N_SIGNALS
};

struct _LibvirtAdminConnect
{
  GObject parent_instance;

  /* Set once. */
  LibvirtCore *core;
  char *uri;

  int state; /* atomic */
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LibvirtAdminConnect, libvirt_admin_connect, G_TYPE_OBJECT)

static LibvirtCore *
get_core (gpointer object)
{
  return LIBVIRT_ADMIN_CONNECT (object)->core;
}

static void
libvirt_admin_connect_dispose (GObject *object)
{
  LibvirtAdminConnect *self = LIBVIRT_ADMIN_CONNECT (object);

  g_atomic_int_set (&self->state, LIBVIRT_CONNECT_STATE_CLOSED);
  if (libvirt_core_let_end (self->core, object))
    return;

  libvirt_core_close (self->core);
  libvirt_emitter_stop (self->core->emitter);

  G_OBJECT_CLASS (libvirt_admin_connect_parent_class)->dispose (object);
}

static void
libvirt_admin_connect_finalize (GObject *object)
{
  LibvirtAdminConnect *self = LIBVIRT_ADMIN_CONNECT (object);

  libvirt_core_unref (self->core);
  g_free (self->uri);

  G_OBJECT_CLASS (libvirt_admin_connect_parent_class)->finalize (object);
}

static void
libvirt_admin_connect_get_property (GObject *object,
                                    guint prop_id,
                                    GValue *value,
                                    GParamSpec *pspec)
{
  LibvirtAdminConnect *self = LIBVIRT_ADMIN_CONNECT (object);

  switch (prop_id)
    {
    case PROP_STATE:
      g_value_set_enum (value, libvirt_admin_connect_get_state (self));
      break;
    case PROP_URI:
      g_value_set_string (value, self->uri);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
libvirt_admin_connect_class_init (LibvirtAdminConnectClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = libvirt_admin_connect_dispose;
  object_class->finalize = libvirt_admin_connect_finalize;
  object_class->get_property = libvirt_admin_connect_get_property;
  libvirt_core_add_type (G_TYPE_FROM_CLASS (klass), get_core);

  /**
   * LibvirtAdminConnect:state: (getter get_state)
   *
   * Whether the daemon can be reached.
   *
   * Since: 1.0
   */
  props[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, LIBVIRT_TYPE_CONNECT_STATE,
                                         LIBVIRT_CONNECT_STATE_CLOSED, flags);

  /**
   * LibvirtAdminConnect:uri: (getter get_uri)
   *
   * Which daemon it is, complete even if the connection was opened without a name.
   *
   * Since: 1.0
   */
  props[PROP_URI] = g_param_spec_string ("uri", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * LibvirtAdminConnect::closed:
   * @self: the connection
   * @reason: what libvirt knows of the cause
   *
   * Emitted once when the daemon ends, or nothing is heard of it for half a minute, although
   * nobody has closed the connection. Every call fails from then on.
   *
   * Since: 1.0
   */
  signals[SIGNAL_CLOSED] =
    g_signal_new ("closed", LIBVIRT_ADMIN_TYPE_CONNECT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, LIBVIRT_TYPE_CONNECT_CLOSE_REASON);
}

static void
libvirt_admin_connect_init (LibvirtAdminConnect *self)
{
  /* One that a program makes by itself is closed: libvirt_admin_connect_open() makes others. */
  self->core = libvirt_core_ref (libvirt_core_get_closed ());
}

LibvirtCore *
libvirt_admin_connect_get_core (LibvirtAdminConnect *self)
{
  return self->core;
}

void
libvirt_admin_connect_take_closed (LibvirtAdminConnect *self,
                                   int reason)
{
  if (!g_atomic_int_compare_and_exchange (&self->state, LIBVIRT_CONNECT_STATE_OPEN,
                                          LIBVIRT_CONNECT_STATE_LOST))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0,
                 libvirt_enum_known (LIBVIRT_TYPE_CONNECT_CLOSE_REASON, reason));
}

LibvirtAdminConnect *
libvirt_admin_connect_new (virAdmConnectPtr native,
                           int socket)
{
  LibvirtAdminConnect *self = g_object_new (LIBVIRT_ADMIN_TYPE_CONNECT, NULL);
  char *uri = virAdmConnectGetURI (native);

  libvirt_core_unref (self->core);
  self->core = libvirt_core_new (self, &libvirt_admin_side, native, socket);
  self->uri = libvirt_dup_valid (uri);
  self->state = LIBVIRT_CONNECT_STATE_OPEN;
  libvirt_admin_side_register (self->core->session);
  free (uri);

  return self;
}

static void
state_emission_emit (LibvirtEmission *emission,
                     gpointer connect)
{
  g_object_notify_by_pspec (G_OBJECT (connect), props[PROP_STATE]);
}

static void
state_emission_free (LibvirtEmission *emission)
{
  g_free (emission);
}

static void
connect_notify_state (LibvirtAdminConnect *self)
{
  LibvirtEmission *emission;

  if (libvirt_emitter_enter (self->core->emitter))
    {
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
      libvirt_emitter_leave (self->core->emitter);
      return;
    }

  emission = g_new0 (LibvirtEmission, 1);
  emission->emit = state_emission_emit;
  emission->free = state_emission_free;
  libvirt_emitter_push (self->core->emitter, emission);
}

/**
 * libvirt_admin_connect_open: (constructor)
 * @name: (nullable): URI of the daemon, such as `libvirtd:///system` or `virtqemud:///session`;
 *   %NULL for the default of the user's libvirt-admin.conf or, without one, the daemon libvirtd
 * @flags: %LIBVIRT_CONNECT_FLAGS_NO_ALIASES, or nothing
 * @error: return location for a #GError
 *
 * Connects to the admin interface of a daemon (blocks, though not for long).
 *
 * Fails with %LIBVIRT_ERROR_SYSTEM_ERROR if the daemon does not run or is somebody else's, with
 * %LIBVIRT_ERROR_CONFIG_UNSUPPORTED if there is no such daemon, with %LIBVIRT_ERROR_INVALID_ARG for
 * any other flag, and with %LIBVIRT_ERROR_OPERATION_UNSUPPORTED if the process has used libvirt to
 * reach a hypervisor. Calls virAdmConnectOpen().
 *
 * Returns: (transfer full): the connection, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtAdminConnect *
libvirt_admin_connect_open (const char *name,
                            LibvirtConnectFlags flags,
                            GError **error)
{
  LibvirtEventOpening opening = { 0 };
  virAdmConnectPtr native;
  int socket;

  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!libvirt_admin_initialize (error) || !libvirt_event_ensure_impl (error) ||
      !libvirt_side_begin_open (&libvirt_admin_side, error))
    return NULL;

  libvirt_event_watch_opening_begin (&opening);
  native = libvirt_check_pointer (virAdmConnectOpen (name, flags), error);
  socket = libvirt_event_watch_opening_end (&opening);
  libvirt_side_end_open (&libvirt_admin_side);

  return native != NULL ? libvirt_admin_connect_new (native, socket) : NULL;
}

/**
 * libvirt_admin_connect_close:
 * @self: a connection
 * @error: return location for a #GError
 *
 * Ends the connection; the daemon goes on. From then on calls on it, on servers and on clients
 * fail with %LIBVIRT_ERROR_INVALID_CONN, while properties keep their values. Like dropping the last
 * reference, this never waits: the good-bye is said in a thread.
 *
 * Fails with %LIBVIRT_ERROR_INVALID_CONN if that was done before. Calls virAdmConnectClose().
 *
 * Returns: %TRUE if it was open until now
 *
 * Since: 1.0
 */
gboolean
libvirt_admin_connect_close (LibvirtAdminConnect *self,
                             GError **error)
{
  g_autoptr (LibvirtAdminConnect) kept G_GNUC_UNUSED = NULL;

  g_return_val_if_fail (LIBVIRT_ADMIN_IS_CONNECT (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  kept = g_object_ref (self); /* a handler may drop it */
  if (!libvirt_core_close (self->core))
    {
      libvirt_core_set_closed_error (self->core, error);
      return FALSE;
    }

  g_atomic_int_set (&self->state, LIBVIRT_CONNECT_STATE_CLOSED);
  connect_notify_state (self);
  return TRUE;
}

/**
 * libvirt_admin_connect_get_state:
 * @self: a connection
 *
 * Reads #LibvirtAdminConnect:state; nothing is asked.
 *
 * Returns: what is known in this process
 *
 * Since: 1.0
 */
LibvirtConnectState
libvirt_admin_connect_get_state (LibvirtAdminConnect *self)
{
  g_return_val_if_fail (LIBVIRT_ADMIN_IS_CONNECT (self), LIBVIRT_CONNECT_STATE_CLOSED);

  if (self->core->is_inherited)
    return LIBVIRT_CONNECT_STATE_CLOSED;

  return g_atomic_int_get (&self->state);
}

/**
 * libvirt_admin_connect_get_uri:
 * @self: a connection
 *
 * Gets the URI of the daemon, which was asked of libvirt when the connection was opened.
 *
 * Calls virAdmConnectGetURI().
 *
 * Returns: (transfer none) (nullable): it, complete; %NULL for an object that was never opened
 *
 * Since: 1.0
 */
const char *
libvirt_admin_connect_get_uri (LibvirtAdminConnect *self)
{
  g_return_val_if_fail (LIBVIRT_ADMIN_IS_CONNECT (self), NULL);

  return self->uri;
}

/**
 * libvirt_admin_connect_is_alive:
 * @self: a connection
 * @error: return location for a #GError
 *
 * Looks whether the socket to the daemon is still open; nothing is sent.
 * #LibvirtAdminConnect::closed tells when that changes.
 *
 * Calls virAdmConnectIsAlive().
 *
 * Returns: %TRUE if it is; %FALSE if not, and also on failure: then @error is set
 *
 * Since: 1.0
 */
gboolean
libvirt_admin_connect_is_alive (LibvirtAdminConnect *self,
                                GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_ADMIN_IS_CONNECT (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_core_hold (self->core, error);
  return handle != NULL && libvirt_check_boolean (virAdmConnectIsAlive (handle->native), error);
}

/**
 * libvirt_admin_connect_get_lib_version:
 * @self: a connection
 * @error: return location for a #GError
 *
 * Asks the daemon which libvirt it runs with (blocks). After an upgrade of the package that may
 * still be the old one.
 *
 * Calls virAdmConnectGetLibVersion().
 *
 * Returns: the version, in the form of libvirt_admin_get_version(), or 0 on failure
 *
 * Since: 1.0
 */
guint64
libvirt_admin_connect_get_lib_version (LibvirtAdminConnect *self,
                                       GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  unsigned long long version = 0;

  g_return_val_if_fail (LIBVIRT_ADMIN_IS_CONNECT (self), 0);
  g_return_val_if_fail (error == NULL || *error == NULL, 0);

  handle = libvirt_core_hold (self->core, error);
  if (handle == NULL ||
      !libvirt_check (virAdmConnectGetLibVersion (handle->native, &version), error))
    return 0;

  return version;
}

/* Takes over what is in @natives. */
static GPtrArray *
adopt_servers (LibvirtCore *core,
               virAdmServerPtr *natives,
               int n_natives,
               GError **error)
{
  g_autoptr (GPtrArray) servers = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean failed = FALSE;

  for (int i = 0; i < n_natives; i++)
    {
      LibvirtAdminServer *server =
        libvirt_admin_server_adopt (core, natives[i], failed ? NULL : error);

      if (server != NULL)
        g_ptr_array_add (servers, server);
      else
        failed = TRUE;
    }

  return failed ? NULL : g_steal_pointer (&servers);
}

/**
 * libvirt_admin_connect_list_servers:
 * @self: a connection
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Asks which servers the daemon consists of (blocks): libvirtd has one that clients of the
 * hypervisors connect to, `libvirtd`, and one for connections such as this, `admin`.
 *
 * Calls virAdmConnectListServers().
 *
 * Returns: (transfer container) (element-type LibvirtAdminServer): the servers, or %NULL on
 *   failure
 *
 * Since: 1.0
 */
GPtrArray *
libvirt_admin_connect_list_servers (LibvirtAdminConnect *self,
                                    guint flags,
                                    GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  virAdmServerPtr *natives = NULL;
  GPtrArray *servers;
  int n_natives;

  g_return_val_if_fail (LIBVIRT_ADMIN_IS_CONNECT (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (self->core, error);
  if (handle == NULL)
    return NULL;

  n_natives = virAdmConnectListServers (handle->native, &natives, flags);
  if (!libvirt_check (n_natives, error))
    return NULL;

  servers = adopt_servers (self->core, natives, n_natives, error);
  free (natives);
  return servers;
}

/**
 * libvirt_admin_connect_lookup_server:
 * @self: a connection
 * @name: what the server is called
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Finds one server of the daemon (blocks). Fails with %LIBVIRT_ERROR_NO_SERVER if it has none of
 * that name.
 *
 * Calls virAdmConnectLookupServer().
 *
 * Returns: (transfer full): the server, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtAdminServer *
libvirt_admin_connect_lookup_server (LibvirtAdminConnect *self,
                                     const char *name,
                                     guint flags,
                                     GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  virAdmServerPtr native;

  g_return_val_if_fail (LIBVIRT_ADMIN_IS_CONNECT (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (self->core, error);
  /* A daemon would pass over what it does not know. */
  if (handle == NULL || !libvirt_check_flags (flags, 0, error))
    return NULL;

  native =
    libvirt_check_pointer (virAdmConnectLookupServer (handle->native, name, flags), error);
  return native != NULL ? libvirt_admin_server_adopt (self->core, native, error) : NULL;
}
