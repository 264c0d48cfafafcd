/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "connect/libvirt-connect-secret.h"

#include "connect/libvirt-connect-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"
#include "secret/libvirt-secret-private.h"

/**
 * SECTION:libvirt-connect-secret
 * @title: Finding and making secrets
 * @short_description: what a connection does with secrets
 *
 * Secrets are looked up, listed and defined through their connection.
 *
 * Since: 1.0
 */

/**
 * libvirt_connect_lookup_secret_by_uuid:
 * @self: a connection
 * @uuid: the 16 bytes of the UUID that the secret has
 * @error: return location for a #GError
 *
 * Finds the secret with that UUID (blocks).
 *
 * Fails with %LIBVIRT_ERROR_NO_SECRET if there is none, with %LIBVIRT_ERROR_INVALID_ARG if there
 * are not 16 bytes. Calls virSecretLookupByUUID().
 *
 * Returns: (transfer full): the secret, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtSecret *
libvirt_connect_lookup_secret_by_uuid (LibvirtConnect *self,
                                       GBytes *uuid,
                                       GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (uuid != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_connect_look_up_uuid (self, &libvirt_secret_details,
                                       (LibvirtLookUp) virSecretLookupByUUID, uuid, error);
}

/**
 * libvirt_connect_lookup_secret_by_uuid_string:
 * @self: a connection
 * @uuidstr: how the UUID of a secret is written
 * @error: return location for a #GError
 *
 * Finds a secret by the text of its UUID (blocks).
 *
 * Fails with %LIBVIRT_ERROR_NO_SECRET if the host has none with it, with %LIBVIRT_ERROR_INVALID_ARG
 * if that is no UUID. Calls virSecretLookupByUUIDString().
 *
 * Returns: (transfer full): the secret, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtSecret *
libvirt_connect_lookup_secret_by_uuid_string (LibvirtConnect *self,
                                              const char *uuidstr,
                                              GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (uuidstr != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_connect_look_up (self, &libvirt_secret_details,
                                  (LibvirtLookUp) virSecretLookupByUUIDString, uuidstr, error);
}

/**
 * libvirt_connect_lookup_secret_by_usage:
 * @self: a connection
 * @usage_type: the kind of use that was defined for it
 * @usage_id: which of these things
 * @error: return location for a #GError
 *
 * Finds a secret by what it is for (blocks).
 *
 * Fails with %LIBVIRT_ERROR_NO_SECRET if there is none. Calls virSecretLookupByUsage().
 *
 * Returns: (transfer full): the secret, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtSecret *
libvirt_connect_lookup_secret_by_usage (LibvirtConnect *self,
                                        LibvirtSecretUsageType usage_type,
                                        const char *usage_id,
                                        GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  LibvirtLookup lookup;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (usage_id != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL)
    return NULL;

  libvirt_lookup_begin (&lookup, libvirt_connect_get_core (self));
  return libvirt_lookup_end (&lookup, &libvirt_secret_details, NULL,
                             virSecretLookupByUsage (handle->connect, usage_type, usage_id), error);
}

/**
 * libvirt_connect_list_all_secrets:
 * @self: a connection
 * @flags: which secrets: those that fit one flag of each group of flags
 * @error: return location for a #GError
 *
 * Lists the secrets of the host (blocks).
 *
 * Calls virConnectListAllSecrets().
 *
 * Returns: (transfer container) (element-type LibvirtSecret): the secrets in no particular order,
 *   or %NULL on failure
 *
 * Since: 1.0
 */
GPtrArray *
libvirt_connect_list_all_secrets (LibvirtConnect *self,
                                  LibvirtConnectListAllSecretsFlags flags,
                                  GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_secret_adopt_list (libvirt_connect_get_core (self), handle->connect, flags,
                                    error);
}

/**
 * libvirt_connect_define_secret_xml:
 * @self: a connection
 * @xml: a secret as an XML document
 * @flags: whether to hold the secret against the schema first
 * @error: return location for a #GError
 *
 * Has the host keep a secret (blocks): a new one, or another description of one that has the UUID
 * already. The value is set with libvirt_secret_set_value().
 *
 * Calls virSecretDefineXML().
 *
 * Returns: (transfer full): the secret, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtSecret *
libvirt_connect_define_secret_xml (LibvirtConnect *self,
                                   const char *xml,
                                   LibvirtSecretDefineFlags flags,
                                   GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  guint32 serial;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (xml != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL)
    return NULL;

  serial = libvirt_core_begin_load (libvirt_connect_get_core (self));
  return libvirt_adopt_changed (libvirt_connect_get_core (self), &libvirt_secret_details,
                                NULL, virSecretDefineXML (handle->connect, xml, flags),
                                serial, error);
}
