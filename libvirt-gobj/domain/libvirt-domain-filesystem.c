/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "domain/libvirt-domain-filesystem.h"

#include "domain/libvirt-domain-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"

#include <stdlib.h>

/**
 * SECTION:libvirt-domain-filesystem
 * @title: File systems of the guest
 * @short_description: what is mounted in a guest, and keeping it still for a backup
 *
 * The file systems inside a guest, as its own system has mounted them. On QEMU an agent in the
 * guest is asked; how that fails is told at the page about what is inside the guest.
 *
 * A copy of a disk that is taken while the guest writes is like one of a computer whose plug was
 * pulled. Between libvirt_domain_fs_freeze() and libvirt_domain_fs_thaw() nothing is written and
 * what is on the disks is complete:
 *
 * |[<!-- language="C" -->
 * if (libvirt_domain_fs_freeze (domain, NULL, 0, &error) >= 0)
 *   {
 *     copy_the_disks (domain);
 *     libvirt_domain_fs_thaw (domain, NULL, 0, &error);
 *   }
 * ]|
 *
 * Since: 1.0
 */

G_DEFINE_BOXED_TYPE (LibvirtDomainFSInfo,
                     libvirt_domain_fs_info,
                     libvirt_domain_fs_info_copy,
                     libvirt_domain_fs_info_free)

/**
 * libvirt_domain_fs_info_new: (constructor)
 *
 * Makes a #LibvirtDomainFSInfo of nothing that is mounted, for languages that build their own;
 * those of guests come from libvirt_domain_get_fs_info().
 *
 * Returns: (transfer full): one with all strings %NULL and without disks
 *
 * Since: 1.0
 */
LibvirtDomainFSInfo *
libvirt_domain_fs_info_new (void)
{
  LibvirtDomainFSInfo *self = g_new0 (LibvirtDomainFSInfo, 1);

  self->dev_alias = g_new0 (char *, 1);
  return self;
}

/**
 * libvirt_domain_fs_info_copy:
 * @self: a file system of a guest
 *
 * Copies an element of what libvirt_domain_get_fs_info() returned.
 *
 * Returns: (transfer full): the same file system once more
 *
 * Since: 1.0
 */
LibvirtDomainFSInfo *
libvirt_domain_fs_info_copy (const LibvirtDomainFSInfo *self)
{
  LibvirtDomainFSInfo *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (LibvirtDomainFSInfo, 1);
  copy->mountpoint = g_strdup (self->mountpoint);
  copy->name = g_strdup (self->name);
  copy->fstype = g_strdup (self->fstype);
  copy->dev_alias = g_strdupv (self->dev_alias);
  return copy;
}

/**
 * libvirt_domain_fs_info_free: (skip)
 * @self: a file system of a guest
 *
 * Frees a file system that was copied, or stolen from a list of them.
 *
 * Since: 1.0
 */
void
libvirt_domain_fs_info_free (LibvirtDomainFSInfo *self)
{
  if (self == NULL)
    return;

  g_free (self->mountpoint);
  g_free (self->name);
  g_free (self->fstype);
  g_strfreev (self->dev_alias);
  g_free (self);
}

static LibvirtDomainFSInfo *
info_from_native (virDomainFSInfoPtr native)
{
  LibvirtDomainFSInfo *self = g_new0 (LibvirtDomainFSInfo, 1);

  self->mountpoint = libvirt_dup_valid (native->mountpoint);
  self->name = libvirt_dup_valid (native->name);
  self->fstype = libvirt_dup_valid (native->fstype);
  self->dev_alias = g_new0 (char *, native->ndevAlias + 1);
  for (gsize i = 0; i < native->ndevAlias; i++)
    self->dev_alias[i] = libvirt_dup_valid (native->devAlias[i]);

  return self;
}

/**
 * libvirt_domain_get_fs_info:
 * @self: a running domain
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Asks the guest what it has mounted, and on which of the domain's disks that is (blocks). File
 * systems that are not on a disk are not among them.
 *
 * Calls virDomainGetFSInfo().
 *
 * Returns: (transfer container) (element-type LibvirtDomainFSInfo): the file systems, or %NULL on
 *   failure
 *
 * Since: 1.0
 */
GPtrArray *
libvirt_domain_get_fs_info (LibvirtDomain *self,
                            guint flags,
                            GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  virDomainFSInfoPtr *natives = NULL;
  GPtrArray *infos;
  int n;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  n = virDomainGetFSInfo (handle->domain, &natives, flags);
  if (!libvirt_check (n, error))
    return NULL;

  infos = g_ptr_array_new_full (n, (GDestroyNotify) libvirt_domain_fs_info_free);
  for (int i = 0; i < n; i++)
    {
      g_ptr_array_add (infos, info_from_native (natives[i]));
      virDomainFSInfoFree (natives[i]);
    }
  free (natives);

  return infos;
}

/**
 * libvirt_domain_fs_freeze:
 * @self: a running domain
 * @mountpoints: (nullable) (array zero-terminated=1): where those are mounted that shall be
 *   frozen; %NULL or none of them for all
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Has the guest write out what it has in memory and then hold back all writing (blocks), until
 * libvirt_domain_fs_thaw(). Programs in the guest that write wait that long.
 *
 * If one of several cannot be frozen, none stays so. Fails with %LIBVIRT_ERROR_INTERNAL_ERROR and
 * what the agent says if they are frozen already. A call that is cancelled may still have its
 * effect. Calls virDomainFSFreeze().
 *
 * Returns: how many were frozen, or -1 on failure
 *
 * Since: 1.0
 */
int
libvirt_domain_fs_freeze (LibvirtDomain *self,
                          const char * const *mountpoints,
                          guint flags,
                          GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  guint n = mountpoints != NULL ? g_strv_length ((char **) mountpoints) : 0;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), -1);
  g_return_val_if_fail (error == NULL || *error == NULL, -1);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return -1;

  return libvirt_check_count (
    virDomainFSFreeze (handle->domain, (const char **) mountpoints, n, flags), error);
}

/**
 * libvirt_domain_fs_thaw:
 * @self: a running domain
 * @mountpoints: (nullable) (array zero-terminated=1): where those are mounted that shall be
 *   thawed; %NULL for all, which is the only thing that QEMU's agent can do
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Lets the guest write again (blocks), after libvirt_domain_fs_freeze(). It does no harm to call
 * it when nothing is frozen.
 *
 * A call that is cancelled may still have its effect. Calls virDomainFSThaw().
 *
 * Returns: how many had been frozen, or -1 on failure
 *
 * Since: 1.0
 */
int
libvirt_domain_fs_thaw (LibvirtDomain *self,
                        const char * const *mountpoints,
                        guint flags,
                        GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  guint n = mountpoints != NULL ? g_strv_length ((char **) mountpoints) : 0;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), -1);
  g_return_val_if_fail (error == NULL || *error == NULL, -1);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return -1;

  return libvirt_check_count (
    virDomainFSThaw (handle->domain, (const char **) mountpoints, n, flags), error);
}

/**
 * libvirt_domain_fs_trim:
 * @self: a running domain
 * @mount_point: (nullable): which file system, by where it is mounted in the guest; %NULL for all,
 *   which is the only thing that QEMU's agent can do
 * @minimum: free pieces smaller than this, in bytes, may be left alone: a hint that makes it
 *   faster
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Has the guest tell its disks which parts are free (blocks), so that images on the host can
 * shrink. The disks must be set up to take notice of it, with `discard='unmap'`.
 *
 * Calls virDomainFSTrim().
 *
 * Returns: %TRUE if the guest went through its file systems
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_fs_trim (LibvirtDomain *self,
                        const char *mount_point,
                        guint64 minimum,
                        guint flags,
                        GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainFSTrim (handle->domain, mount_point, minimum, flags), error);
}
