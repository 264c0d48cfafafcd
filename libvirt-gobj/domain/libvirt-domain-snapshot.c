/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "domain/libvirt-domain-snapshot-private.h"

#include <libvirt/virterror.h>

#include "domain/libvirt-domain-private.h"
#include "model/libvirt-entity-tree-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-own-call-private.h"

/**
 * SECTION:libvirt-domain-snapshot
 * @title: LibvirtDomainSnapshot
 * @short_description: how a domain was at a moment, to return to
 *
 * A snapshot has the disks of a domain as they were, and the memory if it was running, and the
 * domain can be reverted to it. It is made by libvirt_domain_create_snapshot_xml(). Each but the
 * first has a parent, so that they are a tree.
 *
 * A snapshot is known by its domain and its name; one that is made under a name that was in use
 * before is another object. libvirt has no events for snapshots: #LibvirtDomain:snapshots shows
 * what this program does at once, and what others do when it is refreshed.
 *
 * Since: 1.0
 */

/**
 * LibvirtDomainSnapshot:
 *
 * A moment of a domain that is kept.
 *
 * Since: 1.0
 */

enum
{
  PROP_CHILDREN = LIBVIRT_FIRST_OWN_PROP,
  PROP_DOMAIN,
  PROP_PARENT,
};

struct _LibvirtDomainSnapshot
{
  LibvirtTreeEntity parent_instance;
};

G_DEFINE_FINAL_TYPE (LibvirtDomainSnapshot, libvirt_domain_snapshot, LIBVIRT_TYPE_ENTITY)

static const char *
domain_snapshot_read_name (gpointer native,
                           char *buffer)
{
  return virDomainSnapshotGetName (native);
}

static gpointer
domain_snapshot_look_up (gpointer owner,
                         LibvirtEntity *self)
{
  return virDomainSnapshotLookupByName (owner, libvirt_entity_read_name (self), 0);
}

static int
list_of_domain (gpointer domain,
                gpointer **natives,
                unsigned int flags)
{
  return virDomainListAllSnapshots (domain, (virDomainSnapshotPtr **) natives, flags);
}

GPtrArray *
libvirt_domain_snapshot_adopt_list (LibvirtDomain *domain,
                                    virDomainPtr native,
                                    guint flags,
                                    GError **error)
{
  LibvirtEntity *owner = LIBVIRT_ENTITY (domain);

  return libvirt_adopt_listed (owner->core, &libvirt_domain_snapshot_details, owner, native, list_of_domain,
                               flags, error);
}

static GPtrArray *
domain_snapshot_list (LibvirtCore *core,
                      LibvirtEntity *owner,
                      gpointer native_owner,
                      GError **error)
{
  return libvirt_domain_snapshot_adopt_list (LIBVIRT_DOMAIN (owner), native_owner, 0, error);
}

static int
list_children (gpointer parent,
               gpointer **natives,
               unsigned int flags)
{
  return virDomainSnapshotListAllChildren (parent, (virDomainSnapshotPtr **) natives, flags);
}

static gpointer
get_parent (gpointer native,
            unsigned int flags)
{
  return virDomainSnapshotGetParent (native, flags);
}

static const LibvirtTreeCalls tree_calls = {
  .list = list_of_domain,
  .list_children = list_children,
  .roots = VIR_DOMAIN_SNAPSHOT_LIST_ROOTS,
  .with_children = VIR_DOMAIN_SNAPSHOT_LIST_NO_LEAVES,
  .get_parent = get_parent,
};

const LibvirtEntityDetails libvirt_domain_snapshot_details = {
  .kind = LIBVIRT_KIND_DOMAIN_SNAPSHOT,
  .owner_kind = LIBVIRT_KIND_DOMAIN,
  .get_type = libvirt_domain_snapshot_get_type,
  .gone_code = VIR_ERR_NO_DOMAIN_SNAPSHOT,
  .read_name = domain_snapshot_read_name,
  .look_up = domain_snapshot_look_up,
  .take = libvirt_entity_take_only_flags,
  .notify_changed = libvirt_entity_notify_flags,
  .list = domain_snapshot_list,
  .tree = &tree_calls,
};

static void
libvirt_domain_snapshot_get_property (GObject *object,
                                      guint prop_id,
                                      GValue *value,
                                      GParamSpec *pspec)
{
  LibvirtDomainSnapshot *self = LIBVIRT_DOMAIN_SNAPSHOT (object);

  switch (prop_id)
    {
    case PROP_CHILDREN:
      g_value_set_object (value, libvirt_domain_snapshot_get_children (self));
      break;
    case PROP_DOMAIN:
      g_value_set_object (value, libvirt_domain_snapshot_get_domain (self));
      break;
    case PROP_PARENT:
      g_value_set_object (value, libvirt_domain_snapshot_peek_parent (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
libvirt_domain_snapshot_finalize (GObject *object)
{
  libvirt_tree_entity_clear ((LibvirtTreeEntity *) object);

  G_OBJECT_CLASS (libvirt_domain_snapshot_parent_class)->finalize (object);
}

static void
libvirt_domain_snapshot_class_init (LibvirtDomainSnapshotClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = libvirt_domain_snapshot_finalize;
  object_class->get_property = libvirt_domain_snapshot_get_property;
  ((LibvirtEntityClass *) klass)->details = &libvirt_domain_snapshot_details;

  /**
   * LibvirtDomainSnapshot:domain: (getter get_domain)
   *
   * What the snapshot is of and keeps alive; %NULL once the connection is closed.
   *
   * Since: 1.0
   */
  g_object_class_install_property (
    object_class, PROP_DOMAIN,
    g_param_spec_object ("domain", NULL, NULL, LIBVIRT_TYPE_DOMAIN, flags));

  /**
   * LibvirtDomainSnapshot:children: (getter get_children)
   *
   * The snapshots that were made when this one was the current one, as a live list that belongs
   * under it in a tree: part of #LibvirtDomain:snapshots, as #LibvirtDomain:root-snapshots is. The
   * whole list asks who comes after whom once this is read, and is #LibvirtEntityList:loading
   * meanwhile.
   *
   * Since: 1.0
   */
  g_object_class_install_property (
    object_class, PROP_CHILDREN,
    g_param_spec_object ("children", NULL, NULL, G_TYPE_LIST_MODEL, flags));

  /**
   * LibvirtDomainSnapshot:parent: (getter peek_parent)
   *
   * Which snapshot the domain went on from before this one was made. It changes when that is deleted.
   * %NULL for a root, and as long as nobody has read #LibvirtDomain:root-snapshots or
   * #LibvirtDomainSnapshot:children, and these are loading.
   *
   * Since: 1.0
   */
  g_object_class_install_property (
    object_class, PROP_PARENT,
    g_param_spec_object ("parent", NULL, NULL, LIBVIRT_TYPE_DOMAIN_SNAPSHOT, flags));
}

static void
libvirt_domain_snapshot_init (LibvirtDomainSnapshot *self)
{
}

/**
 * libvirt_domain_snapshot_get_connection:
 * @self: a snapshot
 *
 * Gets the connection the snapshot was found on, which it does not keep alive.
 *
 * Stands for virDomainSnapshotGetConnect().
 *
 * Returns: (transfer none) (nullable): the connection of the snapshot, or %NULL once that is gone
 *
 * Since: 1.0
 */
LibvirtConnect *
libvirt_domain_snapshot_get_connection (LibvirtDomainSnapshot *self)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN_SNAPSHOT (self), NULL);

  return libvirt_entity_get_connection (LIBVIRT_ENTITY (self));
}

/**
 * libvirt_domain_snapshot_get_domain:
 * @self: a snapshot
 *
 * Gets the domain that the snapshot is of.
 *
 * Stands for virDomainSnapshotGetDomain().
 *
 * Returns: (transfer none) (nullable): the domain of the snapshot, which keeps it, or %NULL once the
 *   connection is closed
 *
 * Since: 1.0
 */
LibvirtDomain *
libvirt_domain_snapshot_get_domain (LibvirtDomainSnapshot *self)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN_SNAPSHOT (self), NULL);

  return libvirt_entity_peek_owner (LIBVIRT_ENTITY (self));
}

/**
 * libvirt_domain_snapshot_get_name:
 * @self: a snapshot
 *
 * Gets what the snapshot is called; that never changes.
 *
 * Calls virDomainSnapshotGetName().
 *
 * Returns: (transfer none): the name of the snapshot, valid as long as @self
 *
 * Since: 1.0
 */
const char *
libvirt_domain_snapshot_get_name (LibvirtDomainSnapshot *self)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN_SNAPSHOT (self), NULL);

  return libvirt_entity_get_name (LIBVIRT_ENTITY (self));
}

/**
 * libvirt_domain_snapshot_peek_parent:
 * @self: a snapshot
 *
 * Reads #LibvirtDomainSnapshot:parent, without asking anybody. To be called in the context of the
 * connection.
 *
 * Returns: (transfer none) (nullable): the snapshot before this one, or %NULL
 *
 * Since: 1.0
 */
LibvirtDomainSnapshot *
libvirt_domain_snapshot_peek_parent (LibvirtDomainSnapshot *self)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN_SNAPSHOT (self), NULL);

  return libvirt_tree_entity_peek_parent (self);
}

/**
 * libvirt_domain_snapshot_get_children:
 * @self: a snapshot
 *
 * Gets the live list of the snapshots that come right after this one: what a tree of them shows
 * under it. Deleting a snapshot puts what came after it in its place. To be called in the context of
 * the connection.
 *
 * Returns: (transfer none): a #LibvirtEntityList, the same as long as @self lives
 *
 * Since: 1.0
 */
GListModel *
libvirt_domain_snapshot_get_children (LibvirtDomainSnapshot *self)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN_SNAPSHOT (self), NULL);

  return libvirt_tree_entity_get_children (self);
}

/**
 * libvirt_domain_snapshot_get_parent:
 * @self: a snapshot
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Asks which snapshot this one was made after (blocks).
 *
 * Fails with %LIBVIRT_ERROR_NO_DOMAIN_SNAPSHOT if it is the first one. Calls
 * virDomainSnapshotGetParent().
 *
 * Returns: (transfer full): the snapshot before, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtDomainSnapshot *
libvirt_domain_snapshot_get_parent (LibvirtDomainSnapshot *self,
                                    guint flags,
                                    GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN_SNAPSHOT (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_tree_entity_ask_parent (self, flags, error);
}

/**
 * libvirt_domain_snapshot_list_all_children:
 * @self: a snapshot
 * @flags: which ones, how far down, and in which order
 * @error: return location for a #GError
 *
 * Lists the snapshots that were made after this one (blocks).
 *
 * Calls virDomainSnapshotListAllChildren().
 *
 * Returns: (transfer container) (element-type LibvirtDomainSnapshot): the snapshots, or %NULL on
 *   failure
 *
 * Since: 1.0
 */
GPtrArray *
libvirt_domain_snapshot_list_all_children (LibvirtDomainSnapshot *self,
                                           LibvirtDomainSnapshotListFlags flags,
                                           GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN_SNAPSHOT (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_tree_entity_ask_children (self, flags, error);
}

/**
 * libvirt_domain_snapshot_get_xml_desc:
 * @self: a snapshot
 * @flags: whether passwords are to be in it
 * @error: return location for a #GError
 *
 * Gets the description of the snapshot in libvirt's format (blocks).
 *
 * Calls virDomainSnapshotGetXMLDesc().
 *
 * Returns: (transfer full): the snapshot as an XML document, or %NULL on failure
 *
 * Since: 1.0
 */
char *
libvirt_domain_snapshot_get_xml_desc (LibvirtDomainSnapshot *self,
                                      LibvirtDomainSnapshotXMLFlags flags,
                                      GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN_SNAPSHOT (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_check_string (virDomainSnapshotGetXMLDesc (handle->snapshot, flags), error);
}

/**
 * libvirt_domain_snapshot_is_current:
 * @self: a snapshot
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Asks whether the domain goes on from this snapshot (blocks): the next one becomes its child.
 *
 * Calls virDomainSnapshotIsCurrent().
 *
 * Returns: %TRUE if it does; %FALSE if not, and also on failure: then @error is set
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_snapshot_is_current (LibvirtDomainSnapshot *self,
                                    guint flags,
                                    GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN_SNAPSHOT (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check_boolean (virDomainSnapshotIsCurrent (handle->snapshot, flags), error);
}

/**
 * libvirt_domain_snapshot_has_metadata:
 * @self: a snapshot
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Asks whether libvirt keeps something of its own about the snapshot (blocks), which stands in the
 * way of undefining the domain.
 *
 * Calls virDomainSnapshotHasMetadata().
 *
 * Returns: %TRUE if it does; %FALSE if not, and also on failure: then @error is set
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_snapshot_has_metadata (LibvirtDomainSnapshot *self,
                                      guint flags,
                                      GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN_SNAPSHOT (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check_boolean (virDomainSnapshotHasMetadata (handle->snapshot, flags), error);
}

/**
 * libvirt_domain_snapshot_num_children:
 * @self: a snapshot
 * @flags: which ones to count
 * @error: return location for a #GError
 *
 * Counts the snapshots that were made after this one (blocks).
 *
 * Calls virDomainSnapshotNumChildren().
 *
 * Returns: how many children it has, or -1 on failure
 *
 * Since: 1.0
 */
int
libvirt_domain_snapshot_num_children (LibvirtDomainSnapshot *self,
                                      LibvirtDomainSnapshotListFlags flags,
                                      GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN_SNAPSHOT (self), -1);
  g_return_val_if_fail (error == NULL || *error == NULL, -1);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return -1;

  return libvirt_check_count (virDomainSnapshotNumChildren (handle->snapshot, flags), error);
}

/**
 * libvirt_domain_snapshot_list_children_names:
 * @self: a snapshot
 * @flags: which ones to list
 * @error: return location for a #GError
 *
 * Lists the names of the snapshots that were made after this one (blocks).
 *
 * Calls virDomainSnapshotListChildrenNames() and virDomainSnapshotNumChildren().
 *
 * Returns: (transfer full) (array zero-terminated=1): what they are called, or %NULL on failure
 *
 * Since: 1.0
 */
GStrv
libvirt_domain_snapshot_list_children_names (LibvirtDomainSnapshot *self,
                                             LibvirtDomainSnapshotListFlags flags,
                                             GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN_SNAPSHOT (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_check_flagged_names (handle->snapshot, flags,
                                      (LibvirtCountFlaggedNames) virDomainSnapshotNumChildren,
                                      (LibvirtListFlaggedNames) virDomainSnapshotListChildrenNames,
                                      error);
}

/* Whatever it was doing, it may be doing something else now. */
static gboolean
own_call_reverted (LibvirtOwnCall *call)
{
  g_autoptr (LibvirtEntity) domain = libvirt_entity_find_owner (call->entity);

  if (domain != NULL)
    libvirt_entity_ask_now (domain);
  return TRUE;
}

/**
 * libvirt_domain_snapshot_revert:
 * @self: a snapshot
 * @flags: whether the domain is to run afterwards, and what may be lost
 * @error: return location for a #GError
 *
 * Returns the domain to how it was (blocks). What it has done since is lost, unless there is
 * another snapshot.
 *
 * Fails with %LIBVIRT_ERROR_SNAPSHOT_REVERT_RISKY if more than that could be lost; flags can allow
 * it. Calls virDomainRevertToSnapshot().
 *
 * Returns: %TRUE if the domain is as it was
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_snapshot_revert (LibvirtDomainSnapshot *self,
                                LibvirtDomainSnapshotRevertFlags flags,
                                GError **error)
{
  g_auto (LibvirtOwnCall) call = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN_SNAPSHOT (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_own_call_begin (&call, self, error) &&
         libvirt_check (virDomainRevertToSnapshot (call.handle->snapshot, flags), error) &&
         own_call_reverted (&call);
}

/**
 * libvirt_domain_snapshot_delete:
 * @self: a snapshot
 * @flags: whether those made after it go as well, or only what libvirt itself keeps
 * @error: return location for a #GError
 *
 * Deletes the snapshot (blocks). What comes after it stays what it is.
 *
 * Calls virDomainSnapshotDelete().
 *
 * Returns: %TRUE if it cannot be returned to any more
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_snapshot_delete (LibvirtDomainSnapshot *self,
                                LibvirtDomainSnapshotDeleteFlags flags,
                                GError **error)
{
  g_auto (LibvirtOwnCall) call = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN_SNAPSHOT (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_own_call_begin (&call, self, error) &&
         libvirt_check (virDomainSnapshotDelete (call.handle->snapshot, flags), error) &&
         libvirt_own_call_deleted (&call, flags, VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN,
                                   VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY);
}
