/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "domain/libvirt-domain-save.h"

#include "domain/libvirt-domain-job-private.h"
#include "domain/libvirt-domain-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"

/**
 * SECTION:libvirt-domain-save
 * @title: Saving domains
 * @short_description: the memory of a guest in a file, and the guest off meanwhile
 *
 * libvirt_domain_save() writes the memory of a guest to a file that the program names, on the host;
 * libvirt_connect_domain_restore() reads it again. libvirt_domain_managed_save() leaves the file to
 * the host, which goes on from it at the next libvirt_domain_create(). Either holds memory only:
 * disks stay as they are, and must not be changed before the domain is restored.
 *
 * Since: 1.0
 */

/* @result: what libvirt returned just now. @serial is that of before the call. */
static gboolean
domain_end_save (LibvirtDomain *self,
                 int result,
                 guint32 serial,
                 gboolean managed,
                 GError **error)
{
  LibvirtBase base = {
    .fields = LIBVIRT_HAS_STATE | (managed ? LIBVIRT_HAS_MANAGED_SAVE : 0),
    .state = VIR_DOMAIN_SHUTOFF,
    .state_reason = VIR_DOMAIN_SHUTOFF_SAVED,
    .managed_save = managed,
  };
  GError *call_error = NULL;

  if (libvirt_check (result, &call_error))
    libvirt_entity_update (LIBVIRT_ENTITY (self), &base, LIBVIRT_FROM_OWN, serial);

  return libvirt_domain_job_end_call (self, LIBVIRT_DOMAIN_JOB_OPERATION_SAVE, call_error, error);
}

/**
 * libvirt_domain_save:
 * @self: a running or paused domain
 * @to: (type filename): the absolute path of a file to be made or overwritten, on the host
 * @error: return location for a #GError
 *
 * Writes the guest's memory to a file and stops the domain, a transient one for good (blocks;
 * takes as long as the memory is large).
 *
 * Cancelling the asynchronous form lets the guest run on. Fails with
 * %LIBVIRT_ERROR_OPERATION_INVALID if the domain is off. Calls virDomainSave().
 *
 * Returns: %TRUE if the file is complete and the domain off
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_save (LibvirtDomain *self,
                     const char *to,
                     GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  guint32 serial;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (to != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  serial = libvirt_core_get_serial (LIBVIRT_ENTITY (self)->core);
  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  return handle != NULL &&
         domain_end_save (self, virDomainSave (handle->domain, to), serial, FALSE, error);
}

/**
 * libvirt_domain_save_flags:
 * @self: a running or paused domain
 * @to: (type filename): the absolute path, on the host, of the file to write
 * @dxml: (nullable): the description that the file is to hold, if not the one the domain has
 *   now. It may differ in what the guest does not see, such as the paths of disk images
 * @flags: whether the guest is to run or to be paused when it is restored, and how the file is
 *   written
 * @error: return location for a #GError
 *
 * Saves the guest with a say in how it comes back (blocks).
 *
 * Fails with %LIBVIRT_ERROR_INVALID_ARG for flags that exclude each other or that the hypervisor
 * does not have. Calls virDomainSaveFlags().
 *
 * Returns: %TRUE if the guest's memory is in the file and its domain is stopped
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_save_flags (LibvirtDomain *self,
                           const char *to,
                           const char *dxml,
                           LibvirtDomainSaveRestoreFlags flags,
                           GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  guint32 serial;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (to != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  serial = libvirt_core_get_serial (LIBVIRT_ENTITY (self)->core);
  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  return handle != NULL &&
         domain_end_save (self, virDomainSaveFlags (handle->domain, to, dxml, flags), serial, FALSE,
                          error);
}

/**
 * libvirt_domain_save_params:
 * @self: a running or paused domain
 * @params: `a{sv}`: the path as `file`, a changed description as `dxml`; without a path, the
 *   host keeps the image as libvirt_domain_managed_save() has it do
 * @flags: the state to come back in, and how the memory is written
 * @error: return location for a #GError
 *
 * Saves the guest with choices that libvirt_domain_save_flags() has no room for (blocks), such as
 * the format of the file on newer hypervisors.
 *
 * Fails with %LIBVIRT_ERROR_ARGUMENT_UNSUPPORTED or %LIBVIRT_ERROR_INVALID_ARG for a key that the
 * hypervisor does not know; a @params that is malformed never gets there. Calls virDomainSaveParams().
 *
 * Returns: %TRUE if the guest was saved and is off
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_save_params (LibvirtDomain *self,
                            GVariant *params,
                            LibvirtDomainSaveRestoreFlags flags,
                            GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  virTypedParameterPtr native = NULL;
  int n_native = 0;
  gboolean done;
  guint32 serial;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (params != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!libvirt_typed_params_from_variant (params, "DOMAIN_SAVE_PARAM_", &native, &n_native, error))
    return FALSE;

  serial = libvirt_core_get_serial (LIBVIRT_ENTITY (self)->core);
  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  done = handle != NULL &&
         domain_end_save (self, virDomainSaveParams (handle->domain, native, n_native, flags), serial,
                          virTypedParamsGet (native, n_native, VIR_DOMAIN_SAVE_PARAM_FILE) == NULL,
                          error);
  virTypedParamsFree (native, n_native);

  return done;
}

/**
 * libvirt_domain_managed_save:
 * @self: a running persistent domain
 * @flags: how to write the image, and whether its next start is to run or to wait paused
 * @error: return location for a #GError
 *
 * Writes the guest's memory to an image that the host keeps, and stops the domain (blocks; takes
 * as long as the memory is large). The next start goes on from there.
 *
 * Calls virDomainManagedSave().
 *
 * Returns: %TRUE if the image is complete and the domain off
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_managed_save (LibvirtDomain *self,
                             LibvirtDomainSaveRestoreFlags flags,
                             GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  guint32 serial;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  serial = libvirt_core_get_serial (LIBVIRT_ENTITY (self)->core);
  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  return handle != NULL &&
         domain_end_save (self, virDomainManagedSave (handle->domain, flags), serial, TRUE, error);
}

/* The same of @serial. */
static gboolean
domain_has_image (LibvirtDomain *self,
                  guint32 serial,
                  gboolean managed_save)
{
  LibvirtBase base = {
    .fields = LIBVIRT_HAS_MANAGED_SAVE,
    .managed_save = managed_save,
  };

  libvirt_entity_update (LIBVIRT_ENTITY (self), &base, LIBVIRT_FROM_OWN, serial);
  return TRUE;
}

/**
 * libvirt_domain_has_managed_save_image:
 * @self: a domain
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Asks the hypervisor whether it keeps an image from which the next start goes on (blocks), and
 * brings #LibvirtDomain:has-managed-save up to date.
 *
 * Calls virDomainHasManagedSaveImage().
 *
 * Returns: %TRUE if there is one; %FALSE if not, and also on failure: then @error is set
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_has_managed_save_image (LibvirtDomain *self,
                                       guint flags,
                                       GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  guint32 serial;
  int result;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  serial = libvirt_core_get_serial (LIBVIRT_ENTITY (self)->core);
  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  result = virDomainHasManagedSaveImage (handle->domain, flags);
  return libvirt_check (result, error) && domain_has_image (self, serial, result > 0) && result > 0;
}

/**
 * libvirt_domain_managed_save_remove:
 * @self: a domain with a managed save image
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Throws the managed save image away (blocks): the next start boots the guest afresh.
 *
 * Calls virDomainManagedSaveRemove().
 *
 * Returns: %TRUE if there is no image any more
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_managed_save_remove (LibvirtDomain *self,
                                    guint flags,
                                    GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  guint32 serial;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  serial = libvirt_core_get_serial (LIBVIRT_ENTITY (self)->core);
  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  return handle != NULL &&
         libvirt_check (virDomainManagedSaveRemove (handle->domain, flags), error) &&
         domain_has_image (self, serial, FALSE);
}

/**
 * libvirt_domain_managed_save_get_xml_desc:
 * @self: a domain that the host keeps an image of
 * @flags: whether secrets are to be in it
 * @error: return location for a #GError
 *
 * Reads from the managed save image what the domain was like when it was saved (blocks), to be
 * changed and given to libvirt_domain_managed_save_define_xml().
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_INVALID if there is no image. Calls
 * virDomainManagedSaveGetXMLDesc().
 *
 * Returns: (transfer full): the description in the image, or %NULL on failure
 *
 * Since: 1.0
 */
char *
libvirt_domain_managed_save_get_xml_desc (LibvirtDomain *self,
                                          LibvirtDomainSaveImageXMLFlags flags,
                                          GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_check_string (virDomainManagedSaveGetXMLDesc (handle->domain, flags), error);
}

/**
 * libvirt_domain_managed_save_define_xml:
 * @self: a domain whose next start goes on from an image
 * @dxml: the description for that start: the one in the image but for what the guest does not see
 * @flags: whether it is to run or to wait paused then; with neither, that stays as it was
 * @error: return location for a #GError
 *
 * Changes the description in the managed save image (blocks), when disks were moved meanwhile, say.
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_INVALID if there is no image, and with
 * %LIBVIRT_ERROR_CONFIG_UNSUPPORTED for changes that the guest would notice. Calls
 * virDomainManagedSaveDefineXML().
 *
 * Returns: %TRUE if the image has the new description
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_managed_save_define_xml (LibvirtDomain *self,
                                        const char *dxml,
                                        LibvirtDomainSaveRestoreFlags flags,
                                        GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (dxml != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainManagedSaveDefineXML (handle->domain, dxml, flags), error);
}
