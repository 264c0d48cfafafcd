/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libvirt-gobj-admin/libvirt-admin-daemon.h>

#include <stdlib.h>

#include "libvirt-admin-connect-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"

/**
 * SECTION:libvirt-admin-daemon
 * @title: Log and life of a daemon
 * @short_description: what it writes where, and when it ends
 *
 * These change the running daemon, not its configuration file: when it starts the next time, all is
 * as it was.
 *
 * |[<!-- language="C" -->
 * libvirt_admin_connect_set_logging_outputs (daemon, "1:file:/var/log/debug.log", 0, &error);
 * libvirt_admin_connect_set_logging_filters (daemon, "1:qemu 3:rpc", 0, &error);
 * ]|
 *
 * Since: 1.0
 */

/* libvirt has no text where there is nothing to be said. Takes @text over. */
static char *
dup_text (char *text)
{
  char *copy = libvirt_dup_valid (text != NULL ? text : "");

  free (text);
  return copy;
}

/**
 * libvirt_admin_connect_get_logging_filters:
 * @self: a connection
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Asks which parts of the daemon log more or less than the others (blocks).
 *
 * Calls virAdmConnectGetLoggingFilters().
 *
 * Returns: (transfer full): `level:part` for each, with spaces in between, level 1 being all and 4
 *   errors only; empty if none is special, %NULL on failure
 *
 * Since: 1.0
 */
char *
libvirt_admin_connect_get_logging_filters (LibvirtAdminConnect *self,
                                           guint flags,
                                           GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  char *filters = NULL;

  g_return_val_if_fail (LIBVIRT_ADMIN_IS_CONNECT (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_admin_connect_get_core (self), error);
  if (handle == NULL ||
      !libvirt_check (virAdmConnectGetLoggingFilters (handle->native, &filters, flags), error))
    return NULL;

  return dup_text (filters);
}

/**
 * libvirt_admin_connect_set_logging_filters:
 * @self: a connection
 * @filters: (nullable): as libvirt_admin_connect_get_logging_filters() has them; %NULL or an empty
 *   text for none
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Sets which parts of the daemon log more or less than the others, in place of all that was set
 * before (blocks). Fails with %LIBVIRT_ERROR_INVALID_ARG if one is not of that form; then nothing
 * has changed.
 *
 * Calls virAdmConnectSetLoggingFilters().
 *
 * Returns: %TRUE if the daemon has them now
 *
 * Since: 1.0
 */
gboolean
libvirt_admin_connect_set_logging_filters (LibvirtAdminConnect *self,
                                           const char *filters,
                                           guint flags,
                                           GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_ADMIN_IS_CONNECT (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_core_hold (libvirt_admin_connect_get_core (self), error);
  return handle != NULL &&
         libvirt_check (virAdmConnectSetLoggingFilters (handle->native, filters, flags), error);
}

/**
 * libvirt_admin_connect_get_logging_outputs:
 * @self: a connection
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Asks where the log goes (blocks).
 *
 * Calls virAdmConnectGetLoggingOutputs().
 *
 * Returns: (transfer full): `level:kind` or `level:kind:data` for each place, such as
 *   `3:file:/var/log/libvirt/libvirtd.log`, with spaces in between, or %NULL on failure
 *
 * Since: 1.0
 */
char *
libvirt_admin_connect_get_logging_outputs (LibvirtAdminConnect *self,
                                           guint flags,
                                           GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  char *outputs = NULL;

  g_return_val_if_fail (LIBVIRT_ADMIN_IS_CONNECT (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_admin_connect_get_core (self), error);
  if (handle == NULL ||
      !libvirt_check (virAdmConnectGetLoggingOutputs (handle->native, &outputs, flags), error))
    return NULL;

  return dup_text (outputs);
}

/**
 * libvirt_admin_connect_set_logging_outputs:
 * @self: a connection
 * @outputs: (nullable): as libvirt_admin_connect_get_logging_outputs() has them; %NULL or an empty
 *   text for the place where libvirt's daemons log by default
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Has the daemon log somewhere else, and nowhere else, from now on (blocks). Paths are those of the
 * daemon. Fails with %LIBVIRT_ERROR_INVALID_ARG if one is not understood, with
 * %LIBVIRT_ERROR_SYSTEM_ERROR if one cannot be opened; then it goes on as before.
 *
 * Calls virAdmConnectSetLoggingOutputs().
 *
 * Returns: %TRUE if what is logged goes there now
 *
 * Since: 1.0
 */
gboolean
libvirt_admin_connect_set_logging_outputs (LibvirtAdminConnect *self,
                                           const char *outputs,
                                           guint flags,
                                           GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_ADMIN_IS_CONNECT (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_core_hold (libvirt_admin_connect_get_core (self), error);
  return handle != NULL &&
         libvirt_check (virAdmConnectSetLoggingOutputs (handle->native, outputs, flags), error);
}

/**
 * libvirt_admin_connect_set_daemon_timeout:
 * @self: a connection
 * @timeout: idle seconds after which the daemon ends by itself; 0 for never
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Sets how long the daemon stays when nobody is connected and no guest runs (blocks). Where systemd
 * started it on demand, it is started again for the next client.
 *
 * Calls virAdmConnectSetDaemonTimeout().
 *
 * Returns: %TRUE if that holds from now on
 *
 * Since: 1.0
 */
gboolean
libvirt_admin_connect_set_daemon_timeout (LibvirtAdminConnect *self,
                                          guint timeout,
                                          guint flags,
                                          GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_ADMIN_IS_CONNECT (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_core_hold (libvirt_admin_connect_get_core (self), error);
  return handle != NULL &&
         libvirt_check (virAdmConnectSetDaemonTimeout (handle->native, timeout, flags), error);
}

#if LIBVIR_CHECK_VERSION(11, 2, 0)
#define daemon_shutdown(native, flags, error) \
  libvirt_check (virAdmConnectDaemonShutdown (native, flags), error)
#else
#define daemon_shutdown(native, flags, error) \
  (libvirt_set_error_needs (error, "virAdmConnectDaemonShutdown", "11.2.0"), FALSE)
#endif

/**
 * libvirt_admin_connect_daemon_shutdown:
 * @self: a connection
 * @flags: what is to be done first
 * @error: return location for a #GError
 *
 * Has the daemon end (blocks). It finishes what it is doing, so that this returns before it is
 * gone; #LibvirtAdminConnect::closed tells when it is.
 *
 * Needs libvirt 11.2.0. Calls virAdmConnectDaemonShutdown().
 *
 * Returns: %TRUE if the daemon has begun to end
 *
 * Since: 1.0
 */
gboolean
libvirt_admin_connect_daemon_shutdown (LibvirtAdminConnect *self,
                                       LibvirtAdminConnectDaemonShutdownFlags flags,
                                       GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_ADMIN_IS_CONNECT (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_core_hold (libvirt_admin_connect_get_core (self), error);
  return handle != NULL && daemon_shutdown (handle->native, flags, error);
}
