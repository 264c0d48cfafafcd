/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libvirt-gobj-admin/libvirt-admin-version.h>

#include <libvirt/libvirt-admin.h>

#include "runtime/libvirt-error-private.h"

/**
 * SECTION:libvirt-admin-version
 * @title: libvirt-admin
 * @short_description: the library underneath, and what a process can have of it
 *
 * libvirt's admin interface is a library of its own, and so is this one: a program includes
 * `libvirt-gobj-admin/libvirt-gobj-admin.h`, asks pkg-config for `libvirt-gobj-admin-1.0`, and
 * finds it in other languages as `LibvirtAdmin`. Errors are those of libvirt-gobj, and so are the
 * types that both have use for.
 *
 * One process cannot have both kinds of connections. The two libraries of libvirt define the same
 * types when they open their first connection, and the one that comes second would crash the
 * process. To load both, and all else, is harmless: only to open the second kind fails, with
 * %LIBVIRT_ERROR_OPERATION_UNSUPPORTED. A program that needs both has a helper process for one
 * of them.
 *
 * Since: 1.0
 */

/**
 * libvirt_admin_initialize:
 * @error: return location for a #GError
 *
 * Prepares libvirt-admin, and with it libvirt, for use. Every function that needs this does it by
 * itself, so this is for those who want to know early, and it may be called again. It does not
 * yet decide which kind of connections the process has.
 *
 * Calls virAdmInitialize().
 *
 * Returns: %TRUE if all is ready
 *
 * Since: 1.0
 */
gboolean
libvirt_admin_initialize (GError **error)
{
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_initialize (error) && libvirt_check (virAdmInitialize (), error);
}

/**
 * libvirt_admin_get_version:
 * @error: return location for a #GError
 *
 * Gets the version of the libvirt-admin library loaded into this process. That of the daemon is
 * asked for with libvirt_admin_connect_get_lib_version().
 *
 * Calls virAdmGetVersion().
 *
 * Returns: major × 1,000,000 + minor × 1,000 + micro, or 0 on failure
 *
 * Since: 1.0
 */
guint64
libvirt_admin_get_version (GError **error)
{
  unsigned long long version = 0;

  g_return_val_if_fail (error == NULL || *error == NULL, 0);

  if (!libvirt_admin_initialize (error) || !libvirt_check (virAdmGetVersion (&version), error))
    return 0;

  return version;
}
