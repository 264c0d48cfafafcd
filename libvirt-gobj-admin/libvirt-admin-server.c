/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libvirt-gobj-admin/libvirt-admin-server.h>

#include <libvirt-gobj-admin/libvirt-admin-client.h>
#include <stdlib.h>

#include "libvirt-admin-connect-private.h"
#include "libvirt-admin-link-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"

/**
 * SECTION:libvirt-admin-server
 * @title: LibvirtAdminServer
 * @short_description: what a daemon has for one kind of clients
 *
 * A server accepts clients and has threads that answer them. libvirt_admin_connect_list_servers()
 * and libvirt_admin_connect_lookup_server() find them. Each has a limit of how many may come, and a
 * number of threads; both can be changed while the daemon runs, until it ends.
 *
 * |[<!-- language="C" -->
 * GVariantDict limits;
 *
 * g_variant_dict_init (&limits, NULL);
 * g_variant_dict_insert (&limits, LIBVIRT_ADMIN_SERVER_CLIENTS_MAX, "u", 1000);
 * libvirt_admin_server_set_client_limits (server, g_variant_dict_end (&limits), 0, &error);
 * ]|
 *
 * Since: 1.0
 */

/**
 * LibvirtAdminServer:
 *
 * A group of clients and the threads that work for them.
 *
 * Since: 1.0
 */

enum
{
  PROP_0,
  PROP_CONNECTION,
  PROP_NAME,
  N_PROPS
};

struct _LibvirtAdminServer
{
  GObject parent_instance;
  LibvirtAdminLink link;

  char *name; /* set once; NULL for one that a program made by itself */
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LibvirtAdminServer, libvirt_admin_server, G_TYPE_OBJECT)

typedef int (*GetParams) (virAdmServerPtr native,
                          virTypedParameterPtr *params,
                          int *n_params,
                          guint flags);

typedef int (*SetParams) (virAdmServerPtr native,
                          virTypedParameterPtr params,
                          int n_params,
                          guint flags);

static GVariant *
server_get_params (LibvirtAdminServer *self,
                   GetParams get,
                   guint flags,
                   GError **error)
{
  g_autoptr (LibvirtHandle) handle = libvirt_admin_link_hold (&self->link, error);
  virTypedParameterPtr params = NULL;
  GVariant *variant;
  int n = 0;

  if (handle == NULL || !libvirt_check (get (handle->native, &params, &n, flags), error))
    return NULL;

  variant = libvirt_typed_params_to_variant (params, n);
  virTypedParamsFree (params, n);
  return variant;
}

/* libvirt would leave a text out, and report that all was set. */
static gboolean
check_are_numbers (const virTypedParameter *params,
                   int n_params,
                   GError **error)
{
  for (int i = 0; i < n_params; i++)
    {
      if (params[i].type == VIR_TYPED_PARAM_UINT)
        continue;

      libvirt_set_error (error, LIBVIRT_ERROR_INVALID_ARG, "The value of '%s' must be of type u",
                         params[i].field);
      return FALSE;
    }

  return TRUE;
}

static gboolean
server_set_params (LibvirtAdminServer *self,
                   SetParams set,
                   const char *family,
                   GVariant *params,
                   guint flags,
                   GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  virTypedParameterPtr native;
  gboolean done;
  int n;

  if (!libvirt_typed_params_from_variant (params, family, &native, &n, error))
    return FALSE;

  if (check_are_numbers (native, n, error))
    handle = libvirt_admin_link_hold (&self->link, error);
  done = handle != NULL && libvirt_check (set (handle->native, native, n, flags), error);
  virTypedParamsFree (native, n);
  return done;
}

static void
libvirt_admin_server_finalize (GObject *object)
{
  LibvirtAdminServer *self = LIBVIRT_ADMIN_SERVER (object);

  libvirt_admin_link_finalize (&self->link);
  g_free (self->name);

  G_OBJECT_CLASS (libvirt_admin_server_parent_class)->finalize (object);
}

static void
libvirt_admin_server_get_property (GObject *object,
                                   guint prop_id,
                                   GValue *value,
                                   GParamSpec *pspec)
{
  LibvirtAdminServer *self = LIBVIRT_ADMIN_SERVER (object);

  switch (prop_id)
    {
    case PROP_CONNECTION:
      g_value_take_object (value, libvirt_admin_link_ref_connection (&self->link));
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
libvirt_admin_server_class_init (LibvirtAdminServerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = libvirt_admin_server_finalize;
  object_class->get_property = libvirt_admin_server_get_property;
  libvirt_admin_link_class_init (object_class);

  /**
   * LibvirtAdminServer:connection: (getter get_connection)
   *
   * Leads to the daemon whose server it is; %NULL when nobody holds that any more.
   *
   * Since: 1.0
   */
  props[PROP_CONNECTION] =
    g_param_spec_object ("connection", NULL, NULL, LIBVIRT_ADMIN_TYPE_CONNECT, flags);

  /**
   * LibvirtAdminServer:name: (getter get_name)
   *
   * What tells it from the daemon's other servers, such as `libvirtd` or `admin`.
   *
   * Since: 1.0
   */
  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
libvirt_admin_server_init (LibvirtAdminServer *self)
{
  libvirt_admin_link_init (&self->link);
}

LibvirtAdminServer *
libvirt_admin_server_adopt (LibvirtCore *core,
                            virAdmServerPtr native,
                            GError **error)
{
  LibvirtAdminServer *self = g_object_new (LIBVIRT_ADMIN_TYPE_SERVER, NULL);
  g_autofree char *key = NULL;

  self->name = libvirt_dup_valid (virAdmServerGetName (native));
  key = g_strconcat ("server ", self->name, NULL);
  return libvirt_admin_link_adopt (self, core, key, LIBVIRT_KIND_ADMIN_SERVER, native, error);
}

/**
 * libvirt_admin_server_get_connection:
 * @self: a server
 *
 * Gets the way to the daemon. A server does not keep it open.
 *
 * Returns: (transfer none) (nullable): what the server was found with, or %NULL once it is gone
 *
 * Since: 1.0
 */
LibvirtAdminConnect *
libvirt_admin_server_get_connection (LibvirtAdminServer *self)
{
  g_autoptr (LibvirtAdminConnect) connect = NULL;

  g_return_val_if_fail (LIBVIRT_ADMIN_IS_SERVER (self), NULL);

  connect = libvirt_admin_link_ref_connection (&self->link);
  return connect;
}

/**
 * libvirt_admin_server_get_name:
 * @self: a server
 *
 * Reads #LibvirtAdminServer:name.
 *
 * Calls virAdmServerGetName().
 *
 * Returns: (transfer none) (nullable): what it is called in the daemon; %NULL for an object that
 *   was not found there
 *
 * Since: 1.0
 */
const char *
libvirt_admin_server_get_name (LibvirtAdminServer *self)
{
  g_return_val_if_fail (LIBVIRT_ADMIN_IS_SERVER (self), NULL);

  return self->name;
}

/* Takes over what is in @natives. */
static GPtrArray *
server_adopt_clients (LibvirtAdminServer *self,
                      virAdmClientPtr *natives,
                      int n_natives,
                      GError **error)
{
  g_autoptr (GPtrArray) clients = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean failed = FALSE;

  for (int i = 0; i < n_natives; i++)
    {
      LibvirtAdminClient *client =
        libvirt_admin_client_adopt (self, natives[i], failed ? NULL : error);

      if (client != NULL)
        g_ptr_array_add (clients, client);
      else
        failed = TRUE;
    }

  return failed ? NULL : g_steal_pointer (&clients);
}

/**
 * libvirt_admin_server_list_clients:
 * @self: a server
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Asks who is connected to the server now (blocks). Nothing tells when one comes or goes.
 *
 * Calls virAdmServerListClients().
 *
 * Returns: (transfer container) (element-type LibvirtAdminClient): all clients of the moment, or
 *   %NULL on failure
 *
 * Since: 1.0
 */
GPtrArray *
libvirt_admin_server_list_clients (LibvirtAdminServer *self,
                                   guint flags,
                                   GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  virAdmClientPtr *natives = NULL;
  GPtrArray *clients;
  int n_natives;

  g_return_val_if_fail (LIBVIRT_ADMIN_IS_SERVER (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_admin_link_hold (&self->link, error);
  if (handle == NULL)
    return NULL;

  n_natives = virAdmServerListClients (handle->native, &natives, flags);
  if (!libvirt_check (n_natives, error))
    return NULL;

  clients = server_adopt_clients (self, natives, n_natives, error);
  free (natives);
  return clients;
}

/**
 * libvirt_admin_server_lookup_client:
 * @self: a server
 * @id: the number that the server gave the client
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Finds one client of the server (blocks). Fails with %LIBVIRT_ERROR_NO_CLIENT if there is none
 * of that number, or not any more.
 *
 * Calls virAdmServerLookupClient().
 *
 * Returns: (transfer full): the client, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtAdminClient *
libvirt_admin_server_lookup_client (LibvirtAdminServer *self,
                                    guint64 id,
                                    guint flags,
                                    GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  virAdmClientPtr native;

  g_return_val_if_fail (LIBVIRT_ADMIN_IS_SERVER (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_admin_link_hold (&self->link, error);
  if (handle == NULL)
    return NULL;

  native = libvirt_check_pointer (virAdmServerLookupClient (handle->native, id, flags), error);
  return native != NULL ? libvirt_admin_client_adopt (self, native, error) : NULL;
}

/**
 * libvirt_admin_server_get_client_limits:
 * @self: a server
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Asks how many clients there are and how many there may be (blocks).
 *
 * Calls virAdmServerGetClientLimits().
 *
 * Returns: (transfer full): an `a{sv}` with keys such as %LIBVIRT_ADMIN_SERVER_CLIENTS_MAX, or
 *   %NULL on failure
 *
 * Since: 1.0
 */
GVariant *
libvirt_admin_server_get_client_limits (LibvirtAdminServer *self,
                                        guint flags,
                                        GError **error)
{
  g_return_val_if_fail (LIBVIRT_ADMIN_IS_SERVER (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return server_get_params (self, virAdmServerGetClientLimits, flags, error);
}

/**
 * libvirt_admin_server_set_client_limits:
 * @self: a server
 * @params: an `a{sv}` with %LIBVIRT_ADMIN_SERVER_CLIENTS_MAX,
 *   %LIBVIRT_ADMIN_SERVER_CLIENTS_UNAUTH_MAX or both
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Sets how many clients there may be from now on (blocks). Those that are connected stay, even
 * if they are more than that.
 *
 * Fails with %LIBVIRT_ERROR_ARGUMENT_UNSUPPORTED if another key is among them with a `u`, and with
 * %LIBVIRT_ERROR_INVALID_ARG if a value is none for a `u`, if there is none, or if more clients could be
 * without a name than could be there at all; then nothing was changed. Calls
 * virAdmServerSetClientLimits().
 *
 * Returns: %TRUE if the server has these limits now
 *
 * Since: 1.0
 */
gboolean
libvirt_admin_server_set_client_limits (LibvirtAdminServer *self,
                                        GVariant *params,
                                        guint flags,
                                        GError **error)
{
  g_return_val_if_fail (LIBVIRT_ADMIN_IS_SERVER (self), FALSE);
  g_return_val_if_fail (params != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return server_set_params (self, virAdmServerSetClientLimits, "ADMIN_SERVER_CLIENTS_", params, flags,
                            error);
}

/**
 * libvirt_admin_server_get_thread_pool_parameters:
 * @self: a server
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Asks how many threads work for the clients, and how busy they are (blocks).
 *
 * Calls virAdmServerGetThreadPoolParameters().
 *
 * Returns: (transfer full): an `a{sv}` with keys such as %LIBVIRT_ADMIN_THREADPOOL_WORKERS_MAX, or
 *   %NULL on failure
 *
 * Since: 1.0
 */
GVariant *
libvirt_admin_server_get_thread_pool_parameters (LibvirtAdminServer *self,
                                                 guint flags,
                                                 GError **error)
{
  g_return_val_if_fail (LIBVIRT_ADMIN_IS_SERVER (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return server_get_params (self, virAdmServerGetThreadPoolParameters, flags, error);
}

/**
 * libvirt_admin_server_set_thread_pool_parameters:
 * @self: a server
 * @params: an `a{sv}` with some of %LIBVIRT_ADMIN_THREADPOOL_WORKERS_MIN,
 *   %LIBVIRT_ADMIN_THREADPOOL_WORKERS_MAX and %LIBVIRT_ADMIN_THREADPOOL_WORKERS_PRIORITY
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Has the server use more threads, or fewer, from now on (blocks). A thread that is too many ends
 * when it has nothing to do.
 *
 * Fails with %LIBVIRT_ERROR_ARGUMENT_UNSUPPORTED if there is another key, with
 * %LIBVIRT_ERROR_INVALID_ARG if a number is not a `u`, or if the minimum would be above the
 * maximum. Calls virAdmServerSetThreadPoolParameters().
 *
 * Returns: %TRUE if the server goes by these numbers now
 *
 * Since: 1.0
 */
gboolean
libvirt_admin_server_set_thread_pool_parameters (LibvirtAdminServer *self,
                                                 GVariant *params,
                                                 guint flags,
                                                 GError **error)
{
  g_return_val_if_fail (LIBVIRT_ADMIN_IS_SERVER (self), FALSE);
  g_return_val_if_fail (params != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return server_set_params (self, virAdmServerSetThreadPoolParameters, "ADMIN_THREADPOOL_", params,
                            flags, error);
}

/**
 * libvirt_admin_server_update_tls_files:
 * @self: a server
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Has the server read its certificates, keys and revocation lists again, for clients that come
 * from now on (blocks). libvirt looks for them in its own places, `/etc/pki/CA` and
 * `/etc/pki/libvirt` or the user's `~/.pki/libvirt`, even if its configuration names others.
 *
 * Fails with %LIBVIRT_ERROR_INTERNAL_ERROR if the server has no TLS, with
 * %LIBVIRT_ERROR_SYSTEM_ERROR if a file is not there, or not as it has to be; then the server goes
 * on with what it has.
 *
 * Calls virAdmServerUpdateTlsFiles().
 *
 * Returns: %TRUE if it uses what is in the files now
 *
 * Since: 1.0
 */
gboolean
libvirt_admin_server_update_tls_files (LibvirtAdminServer *self,
                                       guint flags,
                                       GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_ADMIN_IS_SERVER (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_admin_link_hold (&self->link, error);
  return handle != NULL &&
         libvirt_check (virAdmServerUpdateTlsFiles (handle->native, flags), error);
}
