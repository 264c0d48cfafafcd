/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "runtime/libvirt-version.h"

#include <libvirt/libvirt.h>
#include <signal.h>

#include "runtime/libvirt-error-private.h"

/**
 * SECTION:libvirt-version
 * @title: Versions
 * @short_description: which libvirt-gobj and which libvirt
 *
 * Versions are single numbers that can be compared: major × 1,000,000 + minor × 1,000 + micro,
 * as libvirt counts. A function that the installed libvirt is too old for fails with
 * %LIBVIRT_ERROR_NO_SUPPORT and names the version it needs.
 *
 * Since: 1.0
 */

/**
 * libvirt_gobj_get_version:
 *
 * Gets the version of libvirt-gobj that the program runs with; see
 * LIBVIRT_GOBJ_CHECK_VERSION() for the one it was compiled against.
 *
 * Returns: major × 1,000,000 + minor × 1,000 + micro
 *
 * Since: 1.0
 */
guint
libvirt_gobj_get_version (void)
{
  return LIBVIRT_GOBJ_MAJOR_VERSION * 1000000 + LIBVIRT_GOBJ_MINOR_VERSION * 1000 +
         LIBVIRT_GOBJ_MICRO_VERSION;
}

/**
 * libvirt_get_build_version:
 *
 * Gets the version of libvirt that libvirt-gobj itself was compiled against: what came to
 * libvirt later cannot be called.
 *
 * Returns: the version of the headers, as one number
 *
 * Since: 1.0
 */
guint64
libvirt_get_build_version (void)
{
  return LIBVIR_VERSION_NUMBER;
}

/**
 * libvirt_get_version:
 * @error: return location for a #GError
 *
 * Gets the version of the libvirt library loaded into this process. The daemon at the other
 * end of a connection may be of another one: libvirt_connect_get_lib_version() asks it.
 *
 * Calls virGetVersion().
 *
 * Returns: major × 1,000,000 + minor × 1,000 + micro, or 0 on failure
 *
 * Since: 1.0
 */
guint64
libvirt_get_version (GError **error)
{
  unsigned long version;

  g_return_val_if_fail (error == NULL || *error == NULL, 0);

  if (!libvirt_initialize (error) ||
      !libvirt_check (virGetVersion (&version, NULL, NULL), error))
    return 0;

  return version;
}

/* Writing to a daemon that died would end the process; GSocket does the same. */
static void
ignore_sigpipe (void)
{
  struct sigaction action;

  if (sigaction (SIGPIPE, NULL, &action) == 0 && action.sa_handler == SIG_DFL)
    {
      action.sa_handler = SIG_IGN;
      sigaction (SIGPIPE, &action, NULL);
    }
}

/**
 * libvirt_initialize:
 * @error: return location for a #GError
 *
 * Prepares libvirt for use. Every function that needs this does it by itself; call it to learn
 * of a failure early. Has no further effect when repeated.
 *
 * Calls virInitialize().
 *
 * Returns: %TRUE if libvirt can be used
 *
 * Since: 1.0
 */
gboolean
libvirt_initialize (GError **error)
{
  static gsize initialized;

  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (g_once_init_enter (&initialized))
    {
      int result = virInitialize ();

      if (result >= 0)
        {
          ignore_sigpipe ();
          libvirt_error_init ();
          /* With its first task GLib makes a thread, and ends the process if there is none to be had. */
          g_type_ensure (G_TYPE_TASK);
        }
      g_once_init_leave (&initialized, result >= 0 ? 1 : 2);
    }

  if (initialized == 1)
    return TRUE;

  libvirt_set_error (error, LIBVIRT_ERROR_INTERNAL_ERROR, "libvirt could not be initialised");
  return FALSE;
}
