/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "connect/libvirt-connect-private.h"

#include "runtime/libvirt-error-private.h"

/**
 * libvirt_connect_is_alive:
 * @self: a connection
 * @error: return location for a #GError
 *
 * Tells whether the other end was still there when this process last heard of it; nothing is
 * asked. #LibvirtConnect::closed tells when that changes.
 *
 * Calls virConnectIsAlive().
 *
 * Returns: %TRUE if it was; %FALSE if not, and also on failure: then @error is set
 *
 * Since: 1.0
 */
gboolean
libvirt_connect_is_alive (LibvirtConnect *self,
                          GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  /* libvirt may hear of it a little later than our own link watch tells. */
  if (libvirt_connect_get_state (self) == LIBVIRT_CONNECT_STATE_LOST)
    return FALSE;

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  return handle != NULL && libvirt_check_boolean (virConnectIsAlive (handle->connect), error);
}

/**
 * libvirt_connect_set_keep_alive:
 * @self: a connection to another process
 * @interval: after how many silent seconds to ask the other end whether it is there; 0 or less to
 *   wait for it for ever
 * @count: how many intervals more it has for an answer; 0 is the same as 1
 * @error: return location for a #GError
 *
 * Sets how soon a connection is given up when the other end freezes, or the network loses
 * everything without a word. Whatever arrives is a sign of life. After @interval seconds without
 * one a small question is put; when @interval × (@count + 1) seconds have passed and still
 * nothing came, all calls that wait fail, and #LibvirtConnect::closed is emitted with
 * %LIBVIRT_CONNECT_CLOSE_REASON_KEEPALIVE. As time is measured in whole intervals, it may be one
 * later.
 *
 * Every connection with #LibvirtConnect:keepalive-active begins with 5 and 5: it is lost after
 * half a minute. A thread of this library watches: the main loop need not run for it. A daemon
 * that has as many of this client's calls to work on as it is configured for (five by default,
 * of which this library makes no more than four that take long) does not answer before one of
 * them is done; a program that makes more in threads of its own wants a longer time.
 *
 * The same time is given to each attempt to open a connection in the background, by a
 * #LibvirtManager or with #LibvirtConnect:auto-reconnect; while somebody is asked for credentials
 * it does not count. The values may be set before the connection is open, and stay when it is
 * opened again.
 *
 * This is not libvirt's own keepalive, which crashes or hangs when several threads wait.
 *
 * Fails with %LIBVIRT_ERROR_NO_SUPPORT if no socket is known, see
 * #LibvirtConnect:keepalive-active, and with %LIBVIRT_ERROR_INVALID_CONN if the connection was
 * closed. Stands for virConnectSetKeepAlive().
 *
 * Returns: %TRUE if the values are used from now on
 *
 * Since: 1.0
 */
gboolean
libvirt_connect_set_keep_alive (LibvirtConnect *self,
                                int interval,
                                guint count,
                                GError **error)
{
  LibvirtKeepalive keepalive;
  LibvirtCore *core;
  gboolean was_active;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  core = libvirt_connect_get_core (self);
  if (libvirt_core_is_closed (core))
    {
      libvirt_core_set_closed_error (core, error);
      return FALSE;
    }

  was_active = libvirt_core_is_watched (core);
  keepalive.interval = (guint) MAX (interval, 0);
  keepalive.count = count;
  if (!libvirt_core_set_keepalive (core, &keepalive))
    {
      libvirt_set_error (error, LIBVIRT_ERROR_NO_SUPPORT,
                         "The connection has no socket that is known to this library");
      return FALSE;
    }

  if (was_active != libvirt_core_is_watched (core))
    libvirt_connect_tell_watched (self);

  return TRUE;
}
