/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "connect/libvirt-connect-save.h"

#include <string.h>

#include "connect/libvirt-connect-private.h"
#include "domain/libvirt-domain-private.h"
#include "runtime/libvirt-adopt-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"

/**
 * SECTION:libvirt-connect-save
 * @title: Restoring saved domains
 * @short_description: files that libvirt_domain_save() made
 *
 * A saved domain is a file on the host with the memory of the guest and the description of the
 * domain. It is the connection that brings it back to life, as a transient domain that was saved
 * does not exist meanwhile. Paths are those of the host, not of the program's machine.
 *
 * Which domain a file was made from stands in its description: see
 * libvirt_connect_domain_save_image_get_xml_desc(). Its object tells that it runs again when the call
 * returns, and so do live lists; where the hypervisor cannot look into the file, a moment later.
 *
 * Since: 1.0
 */

#define UUID_TAG "<uuid>"

/* Brings what runs again up to date: the first UUID in its description is its own. Where the hypervisor
 * cannot look into the file, an event tells it later. */
static void
take_restored (LibvirtCore *core,
               virConnectPtr connect,
               const char *path,
               guint32 serial)
{
  g_autoptr (LibvirtDomain) domain G_GNUC_UNUSED = NULL;
  g_autofree char *xml = virDomainSaveImageGetXMLDesc (connect, path, 0);
  const char *tag = xml != NULL ? strstr (xml, UUID_TAG) : NULL;

  if (tag != NULL)
    {
      g_autofree char *uuid = g_strndup (tag + strlen (UUID_TAG), VIR_UUID_STRING_BUFLEN - 1);

      libvirt_core_begin_load (core); /* it is looked up only now */
      domain = libvirt_adopt_changed (core, &libvirt_domain_details, NULL,
                                      virDomainLookupByUUIDString (connect, uuid), serial, NULL);
    }
  virResetLastError ();
}

/**
 * libvirt_connect_domain_restore:
 * @self: a connection
 * @path: (type filename): a file that libvirt_domain_save() made, absolute
 * @error: return location for a #GError
 *
 * Lets a saved domain run again, or wait paused if that is how it was saved (blocks; takes as
 * long as its memory is large). To do so twice with the same file harms the disks of the guest,
 * which have gone on since.
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_FAILED or %LIBVIRT_ERROR_SYSTEM_ERROR if @path cannot be
 * read or is no such file. Calls virDomainRestore().
 *
 * Returns: %TRUE if the guest goes on
 *
 * Since: 1.0
 */
gboolean
libvirt_connect_domain_restore (LibvirtConnect *self,
                                const char *path,
                                GError **error)
{
  LibvirtCore *core;
  g_autoptr (LibvirtHandle) handle = NULL;
  guint32 serial;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  core = libvirt_connect_get_core (self);
  serial = libvirt_core_get_serial (core);
  handle = libvirt_core_hold (core, error);
  if (handle == NULL || !libvirt_check (virDomainRestore (handle->connect, path), error))
    return FALSE;

  take_restored (core, handle->connect, path, serial);
  return TRUE;
}

/**
 * libvirt_connect_domain_restore_flags:
 * @self: a connection
 * @path: (type filename): where the saved domain lies on the host
 * @dxml: (nullable): a description to use in the place of the one in the file, or %NULL. It may
 *   differ in what the guest does not see, such as the paths of disk images
 * @flags: whether the guest is to run or to be paused, and how the file is read
 * @error: return location for a #GError
 *
 * Lets a saved domain go on under changed circumstances (blocks): in a state that the caller
 * chooses, with disks that were moved.
 *
 * Fails with %LIBVIRT_ERROR_CONFIG_UNSUPPORTED if @dxml changes what the guest could notice.
 * Calls virDomainRestoreFlags().
 *
 * Returns: %TRUE if the domain is there again
 *
 * Since: 1.0
 */
gboolean
libvirt_connect_domain_restore_flags (LibvirtConnect *self,
                                      const char *path,
                                      const char *dxml,
                                      LibvirtDomainSaveRestoreFlags flags,
                                      GError **error)
{
  LibvirtCore *core;
  g_autoptr (LibvirtHandle) handle = NULL;
  guint32 serial;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  core = libvirt_connect_get_core (self);
  serial = libvirt_core_get_serial (core);
  handle = libvirt_core_hold (core, error);
  if (handle == NULL ||
      !libvirt_check (virDomainRestoreFlags (handle->connect, path, dxml, flags), error))
    return FALSE;

  take_restored (core, handle->connect, path, serial);
  return TRUE;
}

/**
 * libvirt_connect_domain_restore_params:
 * @self: a connection
 * @params: `a{sv}` with the path as `file`, and if wanted a changed description as `dxml`
 * @flags: the state in which the guest is to be, and how its memory is read
 * @error: return location for a #GError
 *
 * Does what libvirt_connect_domain_restore_flags() does (blocks), for choices that newer
 * hypervisors offer beyond it, such as the number of channels that read in parallel.
 *
 * Fails with %LIBVIRT_ERROR_ARGUMENT_UNSUPPORTED or %LIBVIRT_ERROR_INVALID_ARG for a key that the
 * hypervisor does not know, and without asking it if @params is malformed. Calls virDomainRestoreParams().
 *
 * Returns: %TRUE if the saved domain was brought back
 *
 * Since: 1.0
 */
gboolean
libvirt_connect_domain_restore_params (LibvirtConnect *self,
                                       GVariant *params,
                                       LibvirtDomainSaveRestoreFlags flags,
                                       GError **error)
{
  LibvirtCore *core;
  g_autoptr (LibvirtHandle) handle = NULL;
  virTypedParameterPtr native = NULL;
  const char *path;
  int n_native = 0;
  guint32 serial;
  gboolean done;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), FALSE);
  g_return_val_if_fail (params != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!libvirt_typed_params_from_variant (params, "DOMAIN_SAVE_PARAM_", &native, &n_native, error))
    return FALSE;

  core = libvirt_connect_get_core (self);
  serial = libvirt_core_get_serial (core);
  handle = libvirt_core_hold (core, error);
  done = handle != NULL &&
         libvirt_check (virDomainRestoreParams (handle->connect, native, n_native, flags), error);
  if (done &&
      virTypedParamsGetString (native, n_native, VIR_DOMAIN_SAVE_PARAM_FILE, &path) == 1)
    take_restored (core, handle->connect, path, serial);
  virTypedParamsFree (native, n_native);

  return done;
}

/**
 * libvirt_connect_domain_save_image_get_xml_desc:
 * @self: a connection
 * @file: (type filename): the absolute path of a saved domain
 * @flags: whether passwords are to be in the answer
 * @error: return location for a #GError
 *
 * Reads from a saved domain what the domain was like (blocks): to find out what there is to
 * restore, or to change it with libvirt_connect_domain_save_image_define_xml().
 *
 * Not all hypervisors can look into such a file. Calls virDomainSaveImageGetXMLDesc().
 *
 * Returns: (transfer full): the description of the domain, or %NULL on failure
 *
 * Since: 1.0
 */
char *
libvirt_connect_domain_save_image_get_xml_desc (LibvirtConnect *self,
                                                const char *file,
                                                LibvirtDomainSaveImageXMLFlags flags,
                                                GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (file != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_check_string (virDomainSaveImageGetXMLDesc (handle->connect, file, flags), error);
}

/**
 * libvirt_connect_domain_save_image_define_xml:
 * @self: a connection
 * @file: (type filename): the saved domain to change, as an absolute path
 * @dxml: the description to be kept in it from now on, the same but for what the guest does not
 *   see
 * @flags: whether the file says from now on that the guest is to run or to be paused; with
 *   neither, what it says stays
 * @error: return location for a #GError
 *
 * Changes a saved domain where it lies (blocks), so that each later restore finds the disks
 * that were moved meanwhile.
 *
 * Fails with %LIBVIRT_ERROR_INVALID_ARG if @flags ask for both states at once. Calls
 * virDomainSaveImageDefineXML().
 *
 * Returns: %TRUE if the file was changed
 *
 * Since: 1.0
 */
gboolean
libvirt_connect_domain_save_image_define_xml (LibvirtConnect *self,
                                              const char *file,
                                              const char *dxml,
                                              LibvirtDomainSaveRestoreFlags flags,
                                              GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), FALSE);
  g_return_val_if_fail (file != NULL && dxml != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  return handle != NULL &&
         libvirt_check (virDomainSaveImageDefineXML (handle->connect, file, dxml, flags), error);
}
