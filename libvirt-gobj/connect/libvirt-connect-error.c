/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "connect/libvirt-connect-error.h"

#include "connect/libvirt-connect-private.h"
#include "runtime/libvirt-error-private.h"

/**
 * SECTION:libvirt-connect-error
 * @title: Failures of a connection
 * @short_description: what failed last on a connection, in whatever thread
 *
 * libvirt keeps with each connection what failed on it last. Where many threads share a connection
 * that says little: the #GError of the call that failed is always the better source, and
 * libvirt_get_last_error() knows the failures of one thread.
 *
 * Since: 1.0
 */

/* Borrowed for a call, or NULL. Unlike other calls these do not fail, and so leave alone what this
 * thread's last failure was. */
static LibvirtHandle *
hold_quietly (LibvirtConnect *self)
{
  LibvirtCore *core = libvirt_connect_get_core (self);
  LibvirtHandle *handle = NULL;

  g_mutex_lock (&core->lock);
  if (core->session != NULL)
    handle = libvirt_handle_hold (core->session->handle);
  g_mutex_unlock (&core->lock);

  return handle;
}

/**
 * libvirt_connect_get_last_error:
 * @self: a connection
 *
 * Gets what failed last on this connection, be it a call of the program's or one that this library
 * made in the background to keep its objects true.
 *
 * Stands for virConnGetLastError(), whose answer another thread may change while it is read.
 * Calls virConnCopyLastError().
 *
 * Returns: (transfer full) (nullable): the details of the failure, or %NULL if there was none or
 *   the connection is closed
 *
 * Since: 1.0
 */
LibvirtErrorInfo *
libvirt_connect_get_last_error (LibvirtConnect *self)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  LibvirtErrorInfo *info = NULL;
  virError native;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);

  handle = hold_quietly (self);
  if (handle == NULL)
    return NULL;

  if (virConnCopyLastError (handle->connect, &native) > 0)
    info = libvirt_error_info_from_native (&native);
  virResetError (&native);

  return info;
}

/**
 * libvirt_connect_reset_last_error:
 * @self: a connection
 *
 * Makes the connection forget what failed on it last.
 *
 * Calls virConnResetLastError().
 *
 * Since: 1.0
 */
void
libvirt_connect_reset_last_error (LibvirtConnect *self)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_if_fail (LIBVIRT_IS_CONNECT (self));

  handle = hold_quietly (self);
  if (handle != NULL)
    virConnResetLastError (handle->connect);
}
