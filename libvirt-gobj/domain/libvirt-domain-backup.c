/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "domain/libvirt-domain-backup.h"

#include "domain/libvirt-domain-checkpoint-private.h"
#include "domain/libvirt-domain-private.h"
#include "model/libvirt-entity-list-private.h"
#include "runtime/libvirt-error-private.h"

/**
 * SECTION:libvirt-domain-backup
 * @title: Backups of running guests
 * @short_description: the disks of a guest as they are at one moment
 *
 * A backup has what was on the disks of a guest at the moment of its beginning, while the guest
 * goes on and changes them. In push mode the hypervisor writes it to images of its own:
 *
 * |[
 * <domainbackup>
 *   <disks>
 *     <disk name='vda' backup='yes' type='file'>
 *       <driver type='qcow2'/>
 *       <target file='/backup/vda.qcow2'/>
 *     </disk>
 *   </disks>
 * </domainbackup>
 * ]|
 *
 * It ends by itself: #LibvirtDomain::event-job-completed says whether it is complete. In pull mode
 * the host serves the disks over NBD to whatever program makes the backup, until
 * libvirt_domain_abort_job() says that this is done:
 *
 * |[
 * <domainbackup mode='pull'>
 *   <server transport='unix' socket='/run/backup.sock'/>
 *   <disks>
 *     <disk name='vda' backup='yes' type='file' exportname='vda'>
 *       <scratch file='/var/tmp/vda.scratch'/>
 *     </disk>
 *   </disks>
 * </domainbackup>
 * ]|
 *
 * With a checkpoint, made together with a backup, a later one has only what was changed since. For
 * data that a guest has not written yet, see libvirt_domain_fs_freeze().
 *
 * Since: 1.0
 */

/* A live list of checkpoints shows what was made here, of which libvirt says nothing. */
static gboolean
take_made_checkpoint (LibvirtDomain *self)
{
  LibvirtEntity *entity = LIBVIRT_ENTITY (self);
  g_autoptr (LibvirtEntityList) list =
    libvirt_entity_list_ref_of (entity->core, entity, LIBVIRT_KIND_DOMAIN_CHECKPOINT);

  if (list != NULL)
    libvirt_entity_list_refresh (list, NULL);
  return TRUE;
}

/**
 * libvirt_domain_backup_begin:
 * @self: a running domain
 * @backup_xml: what is to be backed up, and where to: a domainbackup element
 * @checkpoint_xml: (nullable): a checkpoint to make at the same moment, as a domaincheckpoint
 *   element; %NULL for none
 * @flags: whether the files to write to are there already, and what becomes of a guest that ends
 * @error: return location for a #GError
 *
 * Begins a backup (blocks until it has begun). It is the domain's job from then on: how far it is
 * tells libvirt_domain_get_job_stats(), and libvirt_domain_abort_job() ends it.
 *
 * Fails with %LIBVIRT_ERROR_XML_ERROR if @backup_xml is not understood, and with
 * %LIBVIRT_ERROR_OPERATION_UNSUPPORTED if the domain does not run. A call that is cancelled may
 * still have its effect. Calls virDomainBackupBegin().
 *
 * Returns: %TRUE if the backup is under way
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_backup_begin (LibvirtDomain *self,
                             const char *backup_xml,
                             const char *checkpoint_xml,
                             LibvirtDomainBackupBeginFlags flags,
                             GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (backup_xml != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainBackupBegin (handle->domain, backup_xml, checkpoint_xml, flags),
                        error) &&
         (checkpoint_xml == NULL || take_made_checkpoint (self));
}

/**
 * libvirt_domain_backup_get_xml_desc:
 * @self: a domain that is being backed up
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Asks what the host made of the description of a backup (blocks): which files it writes to, which
 * port it serves disks on, where that was left to it.
 *
 * Fails with %LIBVIRT_ERROR_NO_DOMAIN_BACKUP if there is no backup under way. Calls
 * virDomainBackupGetXMLDesc().
 *
 * Returns: (transfer full): the description with all choices made, or %NULL on failure
 *
 * Since: 1.0
 */
char *
libvirt_domain_backup_get_xml_desc (LibvirtDomain *self,
                                    guint flags,
                                    GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_check_string (virDomainBackupGetXMLDesc (handle->domain, flags), error);
}
