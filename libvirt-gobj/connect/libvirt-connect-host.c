/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "connect/libvirt-connect-host.h"

#include "connect/libvirt-connect-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"

/**
 * SECTION:libvirt-connect-host
 * @title: The other end of a connection
 * @short_description: which hypervisor it is, in which version, and how it is reached
 *
 * What there is at the other end: the name and the versions of the hypervisor and of libvirt,
 * the host's own name, and whether others can listen on the way there. What the host is able to
 * do stands in documents of its own, such as the one of libvirt_connect_get_capabilities().
 *
 * Since: 1.0
 */

/**
 * libvirt_connect_get_driver_type:
 * @self: a connection
 * @error: return location for a #GError
 *
 * Asks which driver of libvirt's serves the connection (blocks the first time), such as "QEMU",
 * "LXC" or "TEST". It is "QEMU" with and without hardware acceleration.
 *
 * Calls virConnectGetType().
 *
 * Returns: (transfer full): the driver's name, or %NULL on failure
 *
 * Since: 1.0
 */
char *
libvirt_connect_get_driver_type (LibvirtConnect *self,
                                 GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  const char *type;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL)
    return NULL;

  type = virConnectGetType (handle->connect);
  if (type == NULL)
    libvirt_take_last_error (error);
  return libvirt_dup_valid (type);
}

/**
 * libvirt_connect_get_version:
 * @self: a connection
 * @error: return location for a #GError
 *
 * Asks for the version of the hypervisor (blocks): that of QEMU, say, where
 * libvirt_connect_get_lib_version() has that of libvirt.
 *
 * Calls virConnectGetVersion().
 *
 * Returns: major × 1,000,000 + minor × 1,000 + micro; 0 without @error set if the hypervisor
 *   keeps it to itself, and also on failure: then @error is set
 *
 * Since: 1.0
 */
guint64
libvirt_connect_get_version (LibvirtConnect *self,
                             GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  unsigned long version = 0;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), 0);
  g_return_val_if_fail (error == NULL || *error == NULL, 0);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL || !libvirt_check (virConnectGetVersion (handle->connect, &version), error))
    return 0;

  return version;
}

/**
 * libvirt_connect_get_lib_version:
 * @self: a connection
 * @error: return location for a #GError
 *
 * Asks for the version of libvirt at the other end (blocks). The one in this process, which
 * libvirt_get_version() tells, may be older or newer.
 *
 * Calls virConnectGetLibVersion().
 *
 * Returns: the version, as one number in the form of libvirt_get_version(), or 0 on failure
 *
 * Since: 1.0
 */
guint64
libvirt_connect_get_lib_version (LibvirtConnect *self,
                                 GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  unsigned long version = 0;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), 0);
  g_return_val_if_fail (error == NULL || *error == NULL, 0);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL ||
      !libvirt_check (virConnectGetLibVersion (handle->connect, &version), error))
    return 0;

  return version;
}

/**
 * libvirt_connect_get_hostname:
 * @self: a connection
 * @error: return location for a #GError
 *
 * Asks what the machine at the other end calls itself (blocks): with its domain if it knows
 * that, which takes it a look into the DNS.
 *
 * Calls virConnectGetHostname().
 *
 * Returns: (transfer full): the host's name, or %NULL on failure
 *
 * Since: 1.0
 */
char *
libvirt_connect_get_hostname (LibvirtConnect *self,
                              GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_check_string (virConnectGetHostname (handle->connect), error);
}

/**
 * libvirt_connect_get_sysinfo:
 * @self: a connection
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Asks what the host's firmware says of the machine (blocks): vendor, product, serial numbers,
 * memory modules. The document has the form of the sysinfo element of a domain, so that a guest
 * can be given the same.
 *
 * Fails with %LIBVIRT_ERROR_CONFIG_UNSUPPORTED or %LIBVIRT_ERROR_NO_SUPPORT if the daemon cannot
 * read it, for which it mostly must run as root. Calls virConnectGetSysinfo().
 *
 * Returns: (transfer full): an XML document, or %NULL on failure
 *
 * Since: 1.0
 */
char *
libvirt_connect_get_sysinfo (LibvirtConnect *self,
                             guint flags,
                             GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_check_string (virConnectGetSysinfo (handle->connect, flags), error);
}

/**
 * libvirt_connect_is_encrypted:
 * @self: a connection
 * @error: return location for a #GError
 *
 * Asks whether what goes over the connection is encrypted by libvirt (blocks), with TLS or SASL.
 * A tunnel that libvirt does not see into, such as that of SSH, does not count.
 *
 * Calls virConnectIsEncrypted().
 *
 * Returns: %TRUE if it is; %FALSE if not, and also on failure: then @error is set
 *
 * Since: 1.0
 */
gboolean
libvirt_connect_is_encrypted (LibvirtConnect *self,
                              GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  return handle != NULL && libvirt_check_boolean (virConnectIsEncrypted (handle->connect), error);
}

/**
 * libvirt_connect_is_secure:
 * @self: a connection
 * @error: return location for a #GError
 *
 * Asks whether nobody can listen to what goes over the connection (blocks): because it is
 * encrypted, or because it does not leave this machine, or goes through SSH.
 *
 * Calls virConnectIsSecure().
 *
 * Returns: %TRUE if it is; %FALSE if not, and also on failure: then @error is set
 *
 * Since: 1.0
 */
gboolean
libvirt_connect_is_secure (LibvirtConnect *self,
                           GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  return handle != NULL && libvirt_check_boolean (virConnectIsSecure (handle->connect), error);
}

/**
 * libvirt_connect_set_identity:
 * @self: a connection
 * @params: who this program speaks for, of type `a{sv}`: "user-name", "group-name",
 *   "sasl-user-name", "x509-distinguished-name", "selinux-context" are strings, "unix-user-id",
 *   "unix-group-id", "process-time" are `t`, "process-id" is `x`
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Tells the daemon on whose behalf the calls to come are made (blocks), for a trusted program
 * that serves several users. The daemon's rules of who may do what are then applied to that
 * user instead of the one who runs the program.
 *
 * Fails with %LIBVIRT_ERROR_ACCESS_DENIED if the daemon does not trust this program, with
 * %LIBVIRT_ERROR_ARGUMENT_UNSUPPORTED for an attribute it does not know, with
 * %LIBVIRT_ERROR_NO_SUPPORT if the driver works without a daemon. Calls virConnectSetIdentity().
 *
 * Returns: %TRUE if the daemon agreed
 *
 * Since: 1.0
 */
gboolean
libvirt_connect_set_identity (LibvirtConnect *self,
                              GVariant *params,
                              guint flags,
                              GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  virTypedParameterPtr native;
  gboolean done;
  int n;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), FALSE);
  g_return_val_if_fail (params != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!libvirt_typed_params_from_variant (params, "CONNECT_IDENTITY_", &native, &n, error))
    return FALSE;

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  done = handle != NULL &&
         libvirt_check (virConnectSetIdentity (handle->connect, native, n, flags), error);
  virTypedParamsFree (native, n);
  return done;
}
