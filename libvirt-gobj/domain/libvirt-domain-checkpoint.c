/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "domain/libvirt-domain-checkpoint-private.h"

#include <libvirt/virterror.h>

#include "domain/libvirt-domain-private.h"
#include "model/libvirt-entity-tree-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-own-call-private.h"

/**
 * SECTION:libvirt-domain-checkpoint
 * @title: LibvirtDomainCheckpoint
 * @short_description: from when on changes of disks are noted
 *
 * From a checkpoint on, a hypervisor notes which parts of the disks change, so that a later backup
 * can have these only: libvirt_domain_backup_begin(). It is made by
 * libvirt_domain_create_checkpoint_xml(), or together with a backup. A checkpoint cannot be
 * returned to; that is what #LibvirtDomainSnapshot is for.
 *
 * A checkpoint is known by its domain and its name. libvirt has no events for checkpoints:
 * #LibvirtDomain:checkpoints shows what this program does at once, and what others do when it is
 * refreshed.
 *
 * Since: 1.0
 */

/**
 * LibvirtDomainCheckpoint:
 *
 * A point in time that backups can refer to.
 *
 * Since: 1.0
 */

enum
{
  PROP_CHILDREN = LIBVIRT_FIRST_OWN_PROP,
  PROP_DOMAIN,
  PROP_PARENT,
};

struct _LibvirtDomainCheckpoint
{
  LibvirtTreeEntity parent_instance;
};

G_DEFINE_FINAL_TYPE (LibvirtDomainCheckpoint, libvirt_domain_checkpoint, LIBVIRT_TYPE_ENTITY)

static const char *
domain_checkpoint_read_name (gpointer native,
                             char *buffer)
{
  return virDomainCheckpointGetName (native);
}

static gpointer
domain_checkpoint_look_up (gpointer owner,
                           LibvirtEntity *self)
{
  return virDomainCheckpointLookupByName (owner, libvirt_entity_read_name (self), 0);
}

static int
list_of_domain (gpointer domain,
                gpointer **natives,
                unsigned int flags)
{
  return virDomainListAllCheckpoints (domain, (virDomainCheckpointPtr **) natives, flags);
}

GPtrArray *
libvirt_domain_checkpoint_adopt_list (LibvirtDomain *domain,
                                      virDomainPtr native,
                                      guint flags,
                                      GError **error)
{
  LibvirtEntity *owner = LIBVIRT_ENTITY (domain);

  return libvirt_adopt_listed (owner->core, &libvirt_domain_checkpoint_details, owner, native, list_of_domain,
                               flags, error);
}

static GPtrArray *
domain_checkpoint_list (LibvirtCore *core,
                        LibvirtEntity *owner,
                        gpointer native_owner,
                        GError **error)
{
  return libvirt_domain_checkpoint_adopt_list (LIBVIRT_DOMAIN (owner), native_owner, 0, error);
}

static int
list_children (gpointer parent,
               gpointer **natives,
               unsigned int flags)
{
  return virDomainCheckpointListAllChildren (parent, (virDomainCheckpointPtr **) natives, flags);
}

static gpointer
get_parent (gpointer native,
            unsigned int flags)
{
  return virDomainCheckpointGetParent (native, flags);
}

static const LibvirtTreeCalls tree_calls = {
  .list = list_of_domain,
  .list_children = list_children,
  .roots = VIR_DOMAIN_CHECKPOINT_LIST_ROOTS,
  .with_children = VIR_DOMAIN_CHECKPOINT_LIST_NO_LEAVES,
  .get_parent = get_parent,
};

const LibvirtEntityDetails libvirt_domain_checkpoint_details = {
  .kind = LIBVIRT_KIND_DOMAIN_CHECKPOINT,
  .owner_kind = LIBVIRT_KIND_DOMAIN,
  .get_type = libvirt_domain_checkpoint_get_type,
  .gone_code = VIR_ERR_NO_DOMAIN_CHECKPOINT,
  .read_name = domain_checkpoint_read_name,
  .look_up = domain_checkpoint_look_up,
  .take = libvirt_entity_take_only_flags,
  .notify_changed = libvirt_entity_notify_flags,
  .list = domain_checkpoint_list,
  .tree = &tree_calls,
};

static void
libvirt_domain_checkpoint_get_property (GObject *object,
                                        guint prop_id,
                                        GValue *value,
                                        GParamSpec *pspec)
{
  LibvirtDomainCheckpoint *self = LIBVIRT_DOMAIN_CHECKPOINT (object);

  switch (prop_id)
    {
    case PROP_CHILDREN:
      g_value_set_object (value, libvirt_domain_checkpoint_get_children (self));
      break;
    case PROP_DOMAIN:
      g_value_set_object (value, libvirt_domain_checkpoint_get_domain (self));
      break;
    case PROP_PARENT:
      g_value_set_object (value, libvirt_domain_checkpoint_peek_parent (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
libvirt_domain_checkpoint_finalize (GObject *object)
{
  libvirt_tree_entity_clear ((LibvirtTreeEntity *) object);

  G_OBJECT_CLASS (libvirt_domain_checkpoint_parent_class)->finalize (object);
}

static void
libvirt_domain_checkpoint_class_init (LibvirtDomainCheckpointClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = libvirt_domain_checkpoint_finalize;
  object_class->get_property = libvirt_domain_checkpoint_get_property;
  ((LibvirtEntityClass *) klass)->details = &libvirt_domain_checkpoint_details;

  /**
   * LibvirtDomainCheckpoint:domain: (getter get_domain)
   *
   * What the checkpoint is of; %NULL once the connection has let go of that.
   *
   * Since: 1.0
   */
  g_object_class_install_property (
    object_class, PROP_DOMAIN,
    g_param_spec_object ("domain", NULL, NULL, LIBVIRT_TYPE_DOMAIN, flags));

  /**
   * LibvirtDomainCheckpoint:children: (getter get_children)
   *
   * The checkpoints that count changes from this one on: a live part of #LibvirtDomain:checkpoints,
   * which asks how they hang together once this or #LibvirtDomain:root-checkpoints is read. Empty
   * while it does not know.
   *
   * Since: 1.0
   */
  g_object_class_install_property (
    object_class, PROP_CHILDREN,
    g_param_spec_object ("children", NULL, NULL, G_TYPE_LIST_MODEL, flags));

  /**
   * LibvirtDomainCheckpoint:parent: (getter peek_parent)
   *
   * The checkpoint before this one; another one once that is deleted. %NULL for the first, and until
   * #LibvirtDomain:root-checkpoints was read and has loaded.
   *
   * Since: 1.0
   */
  g_object_class_install_property (
    object_class, PROP_PARENT,
    g_param_spec_object ("parent", NULL, NULL, LIBVIRT_TYPE_DOMAIN_CHECKPOINT, flags));
}

static void
libvirt_domain_checkpoint_init (LibvirtDomainCheckpoint *self)
{
}

/**
 * libvirt_domain_checkpoint_get_connection:
 * @self: a checkpoint
 *
 * Gets the connection the checkpoint was found on, which it does not keep alive.
 *
 * Stands for virDomainCheckpointGetConnect().
 *
 * Returns: (transfer none) (nullable): the connection of the checkpoint, or %NULL once that is gone
 *
 * Since: 1.0
 */
LibvirtConnect *
libvirt_domain_checkpoint_get_connection (LibvirtDomainCheckpoint *self)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN_CHECKPOINT (self), NULL);

  return libvirt_entity_get_connection (LIBVIRT_ENTITY (self));
}

/**
 * libvirt_domain_checkpoint_get_domain:
 * @self: a checkpoint
 *
 * Gets the domain that the checkpoint is of.
 *
 * Stands for virDomainCheckpointGetDomain().
 *
 * Returns: (transfer none) (nullable): the domain, alive as long as the checkpoint, or %NULL once
 *   the connection is closed
 *
 * Since: 1.0
 */
LibvirtDomain *
libvirt_domain_checkpoint_get_domain (LibvirtDomainCheckpoint *self)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN_CHECKPOINT (self), NULL);

  return libvirt_entity_peek_owner (LIBVIRT_ENTITY (self));
}

/**
 * libvirt_domain_checkpoint_get_name:
 * @self: a checkpoint
 *
 * Gets what the checkpoint is called; that never changes.
 *
 * Calls virDomainCheckpointGetName().
 *
 * Returns: (transfer none): the name of the checkpoint, valid as long as @self
 *
 * Since: 1.0
 */
const char *
libvirt_domain_checkpoint_get_name (LibvirtDomainCheckpoint *self)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN_CHECKPOINT (self), NULL);

  return libvirt_entity_get_name (LIBVIRT_ENTITY (self));
}

/**
 * libvirt_domain_checkpoint_peek_parent:
 * @self: a checkpoint
 *
 * Reads #LibvirtDomainCheckpoint:parent, in the context of the connection; nobody is asked.
 *
 * Returns: (transfer none) (nullable): the checkpoint that was made before this one, or %NULL
 *
 * Since: 1.0
 */
LibvirtDomainCheckpoint *
libvirt_domain_checkpoint_peek_parent (LibvirtDomainCheckpoint *self)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN_CHECKPOINT (self), NULL);

  return libvirt_tree_entity_peek_parent (self);
}

/**
 * libvirt_domain_checkpoint_get_children:
 * @self: a checkpoint
 *
 * Gets the live list of the checkpoints for which this one is #LibvirtDomainCheckpoint:parent. To be
 * called in the context of the connection.
 *
 * Returns: (transfer none): a #LibvirtEntityList of #LibvirtDomainCheckpoint, the same each time
 *
 * Since: 1.0
 */
GListModel *
libvirt_domain_checkpoint_get_children (LibvirtDomainCheckpoint *self)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN_CHECKPOINT (self), NULL);

  return libvirt_tree_entity_get_children (self);
}

/**
 * libvirt_domain_checkpoint_get_parent:
 * @self: a checkpoint
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Asks which checkpoint this one was made after (blocks).
 *
 * Fails with %LIBVIRT_ERROR_NO_DOMAIN_CHECKPOINT if it is the first one. Calls
 * virDomainCheckpointGetParent().
 *
 * Returns: (transfer full): the checkpoint before, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtDomainCheckpoint *
libvirt_domain_checkpoint_get_parent (LibvirtDomainCheckpoint *self,
                                      guint flags,
                                      GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN_CHECKPOINT (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_tree_entity_ask_parent (self, flags, error);
}

/**
 * libvirt_domain_checkpoint_list_all_children:
 * @self: a checkpoint
 * @flags: which checkpoints, how far down, and in which order
 * @error: return location for a #GError
 *
 * Lists the checkpoints that were made after this one (blocks).
 *
 * Calls virDomainCheckpointListAllChildren().
 *
 * Returns: (transfer container) (element-type LibvirtDomainCheckpoint): the checkpoints, or %NULL
 *   on failure
 *
 * Since: 1.0
 */
GPtrArray *
libvirt_domain_checkpoint_list_all_children (LibvirtDomainCheckpoint *self,
                                             LibvirtDomainCheckpointListFlags flags,
                                             GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN_CHECKPOINT (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_tree_entity_ask_children (self, flags, error);
}

/**
 * libvirt_domain_checkpoint_get_xml_desc:
 * @self: a checkpoint
 * @flags: what is to be in it besides
 * @error: return location for a #GError
 *
 * Gets the description of the checkpoint in libvirt's format (blocks).
 *
 * Calls virDomainCheckpointGetXMLDesc().
 *
 * Returns: (transfer full): the checkpoint as an XML document, or %NULL on failure
 *
 * Since: 1.0
 */
char *
libvirt_domain_checkpoint_get_xml_desc (LibvirtDomainCheckpoint *self,
                                        LibvirtDomainCheckpointXMLFlags flags,
                                        GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN_CHECKPOINT (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_check_string (virDomainCheckpointGetXMLDesc (handle->checkpoint, flags), error);
}

/**
 * libvirt_domain_checkpoint_delete:
 * @self: a checkpoint
 * @flags: whether those made after it go as well, or only what libvirt itself keeps of it
 * @error: return location for a #GError
 *
 * Deletes the checkpoint (blocks). Backups cannot refer to it any more; what has changed since is
 * counted from the one before.
 *
 * Calls virDomainCheckpointDelete().
 *
 * Returns: %TRUE if there is no such checkpoint any more
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_checkpoint_delete (LibvirtDomainCheckpoint *self,
                                  LibvirtDomainCheckpointDeleteFlags flags,
                                  GError **error)
{
  g_auto (LibvirtOwnCall) call = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN_CHECKPOINT (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_own_call_begin (&call, self, error) &&
         libvirt_check (virDomainCheckpointDelete (call.handle->checkpoint, flags), error) &&
         libvirt_own_call_deleted (&call, flags, VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN,
                                   VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY);
}
