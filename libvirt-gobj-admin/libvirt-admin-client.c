/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libvirt-gobj-admin/libvirt-admin-client.h>

#include <libvirt-gobj-admin/libvirt-admin-enum-types.h>
#include <libvirt-gobj-admin/libvirt-admin-server.h>

#include "libvirt-admin-connect-private.h"
#include "libvirt-admin-link-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"

/**
 * SECTION:libvirt-admin-client
 * @title: LibvirtAdminClient
 * @short_description: who is connected to a daemon
 *
 * A client is one connection as the daemon sees it; this program's own is among them, on the server
 * `admin`. libvirt_admin_server_list_clients() and libvirt_admin_server_lookup_client() find them.
 *
 * |[<!-- language="C" -->
 * g_autoptr (GVariant) info = libvirt_admin_client_get_info (client, 0, &error);
 * const char *key = LIBVIRT_ADMIN_CLIENT_INFO_UNIX_USER_NAME;
 * const char *user;
 *
 * if (info != NULL && g_variant_lookup (info, key, "&s", &user))
 *   g_print ("%" G_GUINT64_FORMAT " is %s\n", libvirt_admin_client_get_id (client), user);
 * ]|
 *
 * Since: 1.0
 */

/**
 * LibvirtAdminClient:
 *
 * One connection of somebody to a daemon.
 *
 * Since: 1.0
 */

enum
{
  PROP_0,
  PROP_ID,
  PROP_SERVER,
  PROP_TIMESTAMP,
  PROP_TRANSPORT,
  N_PROPS
};

struct _LibvirtAdminClient
{
  GObject parent_instance;
  LibvirtAdminLink link;

  /* Set once. */
  LibvirtAdminServer *server;
  guint64 id;
  gint64 timestamp;
  LibvirtAdminClientTransport transport;
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LibvirtAdminClient, libvirt_admin_client, G_TYPE_OBJECT)

static void
libvirt_admin_client_finalize (GObject *object)
{
  LibvirtAdminClient *self = LIBVIRT_ADMIN_CLIENT (object);

  libvirt_admin_link_finalize (&self->link);
  g_clear_object (&self->server);

  G_OBJECT_CLASS (libvirt_admin_client_parent_class)->finalize (object);
}

static void
libvirt_admin_client_get_property (GObject *object,
                                   guint prop_id,
                                   GValue *value,
                                   GParamSpec *pspec)
{
  LibvirtAdminClient *self = LIBVIRT_ADMIN_CLIENT (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_uint64 (value, self->id);
      break;
    case PROP_SERVER:
      g_value_set_object (value, self->server);
      break;
    case PROP_TIMESTAMP:
      g_value_set_int64 (value, self->timestamp);
      break;
    case PROP_TRANSPORT:
      g_value_set_enum (value, self->transport);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
libvirt_admin_client_class_init (LibvirtAdminClientClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = libvirt_admin_client_finalize;
  object_class->get_property = libvirt_admin_client_get_property;
  libvirt_admin_link_class_init (object_class);

  /**
   * LibvirtAdminClient:id: (getter get_id)
   *
   * The number that its server gave it; none is used twice while the daemon runs.
   *
   * Since: 1.0
   */
  props[PROP_ID] = g_param_spec_uint64 ("id", NULL, NULL, 0, G_MAXUINT64, 0, flags);

  /**
   * LibvirtAdminClient:server: (getter get_server)
   *
   * To which part of the daemon it is connected.
   *
   * Since: 1.0
   */
  props[PROP_SERVER] =
    g_param_spec_object ("server", NULL, NULL, LIBVIRT_ADMIN_TYPE_SERVER, flags);

  /**
   * LibvirtAdminClient:timestamp: (getter get_timestamp)
   *
   * When it came, in seconds since 1970 (UTC), by the clock of the daemon's machine; 0 if the
   * daemon does not remember.
   *
   * Since: 1.0
   */
  props[PROP_TIMESTAMP] =
    g_param_spec_int64 ("timestamp", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);

  /**
   * LibvirtAdminClient:transport: (getter get_transport)
   *
   * How it is connected: on the same machine or over a network.
   *
   * Since: 1.0
   */
  props[PROP_TRANSPORT] =
    g_param_spec_enum ("transport", NULL, NULL, LIBVIRT_ADMIN_TYPE_CLIENT_TRANSPORT,
                       LIBVIRT_ADMIN_CLIENT_TRANSPORT_UNKNOWN, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
libvirt_admin_client_init (LibvirtAdminClient *self)
{
  libvirt_admin_link_init (&self->link);
  self->transport = LIBVIRT_ADMIN_CLIENT_TRANSPORT_UNKNOWN;
}

/* What @native knows by itself. */
static void
client_read (LibvirtAdminClient *self,
             virAdmClientPtr native)
{
  self->id = virAdmClientGetID (native);
  self->timestamp = virAdmClientGetTimestamp (native);
  self->transport = (LibvirtAdminClientTransport)
    libvirt_enum_known (LIBVIRT_ADMIN_TYPE_CLIENT_TRANSPORT, virAdmClientGetTransport (native));
}

LibvirtAdminClient *
libvirt_admin_client_adopt (LibvirtAdminServer *server,
                            virAdmClientPtr native,
                            GError **error)
{
  LibvirtAdminClient *self = g_object_new (LIBVIRT_ADMIN_TYPE_CLIENT, NULL);
  LibvirtCore *core = LIBVIRT_ADMIN_LINK_OF (server)->core;
  g_autofree char *key = NULL;

  client_read (self, native);
  self->server = g_object_ref (server);
  key = g_strdup_printf ("client %" G_GUINT64_FORMAT " %s", self->id,
                         libvirt_admin_server_get_name (server));
  return libvirt_admin_link_adopt (self, core, key, LIBVIRT_KIND_ADMIN_CLIENT, native, error);
}

/**
 * libvirt_admin_client_get_server:
 * @self: a client
 *
 * Reads #LibvirtAdminClient:server.
 *
 * Returns: (transfer none) (nullable): where the client was found; %NULL for an object that was not
 *
 * Since: 1.0
 */
LibvirtAdminServer *
libvirt_admin_client_get_server (LibvirtAdminClient *self)
{
  g_return_val_if_fail (LIBVIRT_ADMIN_IS_CLIENT (self), NULL);

  return self->server;
}

/**
 * libvirt_admin_client_get_id:
 * @self: a client
 *
 * Reads #LibvirtAdminClient:id, with which libvirt_admin_server_lookup_client() finds it again.
 *
 * Calls virAdmClientGetID().
 *
 * Returns: its number on the server
 *
 * Since: 1.0
 */
guint64
libvirt_admin_client_get_id (LibvirtAdminClient *self)
{
  g_return_val_if_fail (LIBVIRT_ADMIN_IS_CLIENT (self), 0);

  return self->id;
}

/**
 * libvirt_admin_client_get_timestamp:
 * @self: a client
 *
 * Reads #LibvirtAdminClient:timestamp.
 *
 * Calls virAdmClientGetTimestamp().
 *
 * Returns: when it connected, as g_date_time_new_from_unix_utc() wants it, or 0 if that is unknown
 *
 * Since: 1.0
 */
gint64
libvirt_admin_client_get_timestamp (LibvirtAdminClient *self)
{
  g_return_val_if_fail (LIBVIRT_ADMIN_IS_CLIENT (self), 0);

  return self->timestamp;
}

/**
 * libvirt_admin_client_get_transport:
 * @self: a client
 *
 * Reads #LibvirtAdminClient:transport. Programs that come over SSH are on the daemon's own machine,
 * as far as that can tell.
 *
 * Calls virAdmClientGetTransport().
 *
 * Returns: which kind of socket lies between it and the daemon
 *
 * Since: 1.0
 */
LibvirtAdminClientTransport
libvirt_admin_client_get_transport (LibvirtAdminClient *self)
{
  g_return_val_if_fail (LIBVIRT_ADMIN_IS_CLIENT (self), LIBVIRT_ADMIN_CLIENT_TRANSPORT_UNKNOWN);

  return self->transport;
}

/**
 * libvirt_admin_client_get_info:
 * @self: a client
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Asks what the daemon knows of the one behind the connection: process and user if it is local, the
 * address and perhaps a certificate if it is not (blocks).
 *
 * Fails with %LIBVIRT_ERROR_NO_CLIENT if it has gone. Calls virAdmClientGetInfo().
 *
 * Returns: (transfer full): an `a{sv}` with keys such as %LIBVIRT_ADMIN_CLIENT_INFO_READONLY, or
 *   %NULL on failure
 *
 * Since: 1.0
 */
GVariant *
libvirt_admin_client_get_info (LibvirtAdminClient *self,
                               guint flags,
                               GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  virTypedParameterPtr params = NULL;
  GVariant *variant;
  int n = 0;

  g_return_val_if_fail (LIBVIRT_ADMIN_IS_CLIENT (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_admin_link_hold (&self->link, error);
  if (handle == NULL ||
      !libvirt_check (virAdmClientGetInfo (handle->native, &params, &n, flags), error))
    return NULL;

  variant = libvirt_typed_params_to_variant (params, n);
  virTypedParamsFree (params, n);
  return variant;
}

/**
 * libvirt_admin_client_close:
 * @self: a client
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Throws a client out (blocks). To it that is as if the daemon had died; it may come back at once.
 *
 * Fails with %LIBVIRT_ERROR_NO_CLIENT if it has gone by itself. Calls virAdmClientClose().
 *
 * Returns: %TRUE if the daemon has ended the connection
 *
 * Since: 1.0
 */
gboolean
libvirt_admin_client_close (LibvirtAdminClient *self,
                            guint flags,
                            GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_ADMIN_IS_CLIENT (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_admin_link_hold (&self->link, error);
  return handle != NULL && libvirt_check (virAdmClientClose (handle->native, flags), error);
}
