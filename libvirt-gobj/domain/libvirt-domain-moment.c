/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "domain/libvirt-domain-moment.h"

#include "domain/libvirt-domain-checkpoint-private.h"
#include "domain/libvirt-domain-job-private.h"
#include "domain/libvirt-domain-private.h"
#include "domain/libvirt-domain-snapshot-private.h"
#include "model/libvirt-entity-tree-private.h"
#include "runtime/libvirt-error-private.h"

/**
 * SECTION:libvirt-domain-moment
 * @title: Snapshots and checkpoints of a domain
 * @short_description: making and finding moments of a domain
 *
 * Snapshots and checkpoints are made from descriptions in libvirt's format, and found by their
 * names. The lists of libvirt_domain_get_snapshots() and libvirt_domain_get_checkpoints() are
 * models for views.
 *
 * They form a tree: each goes on from another one, or is a root. libvirt_domain_get_root_snapshots()
 * has the roots, and each snapshot has those that come after it: what a GtkTreeListModel wants.
 *
 * |[<!-- language="C" -->
 * static GListModel *
 * create_children (gpointer item,
 *                  gpointer user_data)
 * {
 *   return g_object_ref (libvirt_domain_snapshot_get_children (item));
 * }
 *
 * roots = g_object_ref (libvirt_domain_get_root_snapshots (domain));
 * tree = gtk_tree_list_model_new (roots, FALSE, TRUE, create_children, NULL, NULL);
 * ]|
 *
 * Since: 1.0
 */

/* In a tree, it is at its place as well. */
static gpointer
take_made (LibvirtDomain *self,
           const LibvirtEntityDetails *details,
           gpointer native,
           guint32 serial,
           GError **error)
{
  LibvirtEntity *owner = LIBVIRT_ENTITY (self);
  LibvirtEntityList *placing = NULL;
  gpointer made;

  if (native != NULL)
    placing = libvirt_entity_tree_begin_placing (owner, details->kind);
  made = libvirt_adopt_changed (owner->core, details, owner, native, serial, error);
  libvirt_entity_tree_end_placing (placing, made);
  return made;
}

static LibvirtDomainSnapshot *
take_made_snapshot (LibvirtDomain *self,
                    virDomainSnapshotPtr native,
                    guint flags,
                    guint32 serial,
                    GError **error)
{
  GError *call_error = NULL;
  LibvirtDomainSnapshot *snapshot =
    take_made (self, &libvirt_domain_snapshot_details, native, serial, &call_error);

  if (snapshot != NULL && (flags & VIR_DOMAIN_SNAPSHOT_CREATE_HALT) != 0)
    libvirt_entity_ask_now (LIBVIRT_ENTITY (self));
  if (snapshot != NULL && (flags & VIR_DOMAIN_SNAPSHOT_CREATE_NO_METADATA) != 0)
    libvirt_entity_ask_now (LIBVIRT_ENTITY (snapshot));
  libvirt_domain_job_end_call (self, LIBVIRT_DOMAIN_JOB_OPERATION_SNAPSHOT, call_error, error);
  return snapshot;
}

/**
 * libvirt_domain_create_snapshot_xml:
 * @self: a domain
 * @xml_desc: what the snapshot is to have, as an XML document
 * @flags: how to make the snapshot
 * @error: return location for a #GError
 *
 * Keeps how the domain is at this moment (blocks), for as long as writing its memory and disks
 * takes. If libvirt is to keep no metadata, what is returned has #LibvirtEntity:exists %FALSE.
 *
 * Calls virDomainSnapshotCreateXML().
 *
 * Returns: (transfer full): the new snapshot, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtDomainSnapshot *
libvirt_domain_create_snapshot_xml (LibvirtDomain *self,
                                    const char *xml_desc,
                                    LibvirtDomainSnapshotCreateFlags flags,
                                    GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  guint32 serial;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (xml_desc != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  serial = libvirt_core_begin_load (LIBVIRT_ENTITY (self)->core);
  return take_made_snapshot (
    self, virDomainSnapshotCreateXML (handle->domain, xml_desc, flags), flags, serial, error);
}

/**
 * libvirt_domain_lookup_snapshot_by_name:
 * @self: a domain
 * @name: what the snapshot is called
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Finds a snapshot of the domain by its name (blocks).
 *
 * Fails with %LIBVIRT_ERROR_NO_DOMAIN_SNAPSHOT if there is none. Calls
 * virDomainSnapshotLookupByName().
 *
 * Returns: (transfer full): the snapshot, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtDomainSnapshot *
libvirt_domain_lookup_snapshot_by_name (LibvirtDomain *self,
                                        const char *name,
                                        guint flags,
                                        GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  LibvirtLookup lookup;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  libvirt_lookup_begin (&lookup, LIBVIRT_ENTITY (self)->core);
  return libvirt_lookup_end (&lookup, &libvirt_domain_snapshot_details, LIBVIRT_ENTITY (self),
                             virDomainSnapshotLookupByName (handle->domain, name, flags), error);
}

/**
 * libvirt_domain_list_all_snapshots:
 * @self: a domain
 * @flags: which snapshots, and in which order
 * @error: return location for a #GError
 *
 * Lists the snapshots of the domain (blocks).
 *
 * Calls virDomainListAllSnapshots().
 *
 * Returns: (transfer container) (element-type LibvirtDomainSnapshot): all snapshots that fit, or
 *   %NULL on failure
 *
 * Since: 1.0
 */
GPtrArray *
libvirt_domain_list_all_snapshots (LibvirtDomain *self,
                                   LibvirtDomainSnapshotListFlags flags,
                                   GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  return handle != NULL ? libvirt_domain_snapshot_adopt_list (self, handle->domain, flags, error)
                        : NULL;
}

/**
 * libvirt_domain_get_snapshots:
 * @self: a domain
 *
 * Gets the live list of the snapshots. The first call makes it and starts filling it. It shows what
 * this program makes and deletes at once; as no event tells of what others do, it can be refreshed,
 * or has an #LibvirtEntityList:interval. To be called in the context of the connection.
 *
 * Returns: (transfer none): a #LibvirtEntityList of #LibvirtDomainSnapshot, always the same
 *
 * Since: 1.0
 */
GListModel *
libvirt_domain_get_snapshots (LibvirtDomain *self)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);

  return libvirt_entity_list_of (LIBVIRT_ENTITY (self), &libvirt_domain_snapshot_details);
}

/**
 * libvirt_domain_get_root_snapshots:
 * @self: a domain
 *
 * Gets the live list of the snapshots that come after no other: the upper level of a tree of which
 * libvirt_domain_snapshot_get_children() has the rest. The first call has #LibvirtDomain:snapshots
 * ask who comes after whom; #LibvirtEntityList:loading is %TRUE until that is known. To refresh this
 * list, or to give it an #LibvirtEntityList:interval, is to do so to all of the tree. To be called in
 * the context of the connection.
 *
 * Returns: (transfer none): a part of libvirt_domain_get_snapshots(), always the same #LibvirtEntityList
 *
 * Since: 1.0
 */
GListModel *
libvirt_domain_get_root_snapshots (LibvirtDomain *self)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);

  return libvirt_entity_tree_get_roots (LIBVIRT_ENTITY (self), &libvirt_domain_snapshot_details);
}

/**
 * libvirt_domain_create_checkpoint_xml:
 * @self: a domain
 * @xml_desc: what the checkpoint is to have, as an XML document
 * @flags: how to make the checkpoint
 * @error: return location for a #GError
 *
 * Has the hypervisor note from now on what changes on disks (blocks).
 *
 * Calls virDomainCheckpointCreateXML().
 *
 * Returns: (transfer full): the new checkpoint, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtDomainCheckpoint *
libvirt_domain_create_checkpoint_xml (LibvirtDomain *self,
                                      const char *xml_desc,
                                      LibvirtDomainCheckpointCreateFlags flags,
                                      GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  guint32 serial;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (xml_desc != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  serial = libvirt_core_begin_load (LIBVIRT_ENTITY (self)->core);
  return take_made (self, &libvirt_domain_checkpoint_details,
                    virDomainCheckpointCreateXML (handle->domain, xml_desc, flags), serial, error);
}

/**
 * libvirt_domain_lookup_checkpoint_by_name:
 * @self: a domain
 * @name: what the checkpoint is called
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Finds a checkpoint of the domain by its name (blocks).
 *
 * Fails with %LIBVIRT_ERROR_NO_DOMAIN_CHECKPOINT if there is none. Calls
 * virDomainCheckpointLookupByName().
 *
 * Returns: (transfer full): the checkpoint, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtDomainCheckpoint *
libvirt_domain_lookup_checkpoint_by_name (LibvirtDomain *self,
                                          const char *name,
                                          guint flags,
                                          GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  LibvirtLookup lookup;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  libvirt_lookup_begin (&lookup, LIBVIRT_ENTITY (self)->core);
  return libvirt_lookup_end (&lookup, &libvirt_domain_checkpoint_details, LIBVIRT_ENTITY (self),
                             virDomainCheckpointLookupByName (handle->domain, name, flags), error);
}

/**
 * libvirt_domain_list_all_checkpoints:
 * @self: a domain
 * @flags: which checkpoints, and in which order
 * @error: return location for a #GError
 *
 * Lists the checkpoints of the domain (blocks).
 *
 * Calls virDomainListAllCheckpoints().
 *
 * Returns: (transfer container) (element-type LibvirtDomainCheckpoint): all checkpoints that fit,
 *   or %NULL on failure
 *
 * Since: 1.0
 */
GPtrArray *
libvirt_domain_list_all_checkpoints (LibvirtDomain *self,
                                     LibvirtDomainCheckpointListFlags flags,
                                     GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  return handle != NULL ? libvirt_domain_checkpoint_adopt_list (self, handle->domain, flags, error)
                        : NULL;
}

/**
 * libvirt_domain_get_checkpoints:
 * @self: a domain
 *
 * Gets the live list of the checkpoints. The first call makes it and starts filling it. It shows
 * what this program makes and deletes at once; as no event tells of what others do, it can be
 * refreshed, or has an #LibvirtEntityList:interval. To be called in the context of the connection.
 *
 * Returns: (transfer none): a #LibvirtEntityList of #LibvirtDomainCheckpoint, always the same
 *
 * Since: 1.0
 */
GListModel *
libvirt_domain_get_checkpoints (LibvirtDomain *self)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);

  return libvirt_entity_list_of (LIBVIRT_ENTITY (self), &libvirt_domain_checkpoint_details);
}

/**
 * libvirt_domain_get_root_checkpoints:
 * @self: a domain
 *
 * Gets the live list of the checkpoints that have no #LibvirtDomainCheckpoint:parent, which is
 * mostly one. It is filled once #LibvirtDomain:checkpoints knows how they hang together, and
 * refreshed with that. To be called in the context of the connection.
 *
 * Returns: (transfer none): a part of libvirt_domain_get_checkpoints(), always the same #LibvirtEntityList
 *
 * Since: 1.0
 */
GListModel *
libvirt_domain_get_root_checkpoints (LibvirtDomain *self)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);

  return libvirt_entity_tree_get_roots (LIBVIRT_ENTITY (self), &libvirt_domain_checkpoint_details);
}

/**
 * libvirt_domain_has_current_snapshot:
 * @self: a domain
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Asks whether there is a snapshot that the domain goes on from (blocks).
 *
 * Calls virDomainHasCurrentSnapshot().
 *
 * Returns: %TRUE if there is; %FALSE if not, and also on failure: then @error is set
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_has_current_snapshot (LibvirtDomain *self,
                                     guint flags,
                                     GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  return handle != NULL &&
         libvirt_check_boolean (virDomainHasCurrentSnapshot (handle->domain, flags), error);
}

/**
 * libvirt_domain_current_snapshot:
 * @self: a domain
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Finds the snapshot that the domain goes on from (blocks): the last that was made or returned to.
 *
 * Fails with %LIBVIRT_ERROR_NO_DOMAIN_SNAPSHOT if there is none. Calls virDomainSnapshotCurrent().
 *
 * Returns: (transfer full): the current snapshot, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtDomainSnapshot *
libvirt_domain_current_snapshot (LibvirtDomain *self,
                                 guint flags,
                                 GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  LibvirtLookup lookup;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  libvirt_lookup_begin (&lookup, LIBVIRT_ENTITY (self)->core);
  return libvirt_lookup_end (&lookup, &libvirt_domain_snapshot_details, LIBVIRT_ENTITY (self),
                             virDomainSnapshotCurrent (handle->domain, flags), error);
}

/**
 * libvirt_domain_snapshot_num:
 * @self: a domain
 * @flags: which snapshots to count
 * @error: return location for a #GError
 *
 * Counts the snapshots of the domain (blocks).
 *
 * Calls virDomainSnapshotNum().
 *
 * Returns: how many snapshots there are, or -1 on failure
 *
 * Since: 1.0
 */
int
libvirt_domain_snapshot_num (LibvirtDomain *self,
                             LibvirtDomainSnapshotListFlags flags,
                             GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), -1);
  g_return_val_if_fail (error == NULL || *error == NULL, -1);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return -1;

  return libvirt_check_count (virDomainSnapshotNum (handle->domain, flags), error);
}

/**
 * libvirt_domain_snapshot_list_names:
 * @self: a domain
 * @flags: those that fit; all without any
 * @error: return location for a #GError
 *
 * Lists the names of the snapshots of the domain (blocks).
 *
 * Calls virDomainSnapshotListNames() and virDomainSnapshotNum().
 *
 * Returns: (transfer full) (array zero-terminated=1): what the snapshots are called, or %NULL on
 *   failure
 *
 * Since: 1.0
 */
GStrv
libvirt_domain_snapshot_list_names (LibvirtDomain *self,
                                    LibvirtDomainSnapshotListFlags flags,
                                    GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_check_flagged_names (handle->domain, flags,
                                      (LibvirtCountFlaggedNames) virDomainSnapshotNum,
                                      (LibvirtListFlaggedNames) virDomainSnapshotListNames, error);
}
