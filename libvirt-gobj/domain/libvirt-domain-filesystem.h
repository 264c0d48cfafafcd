/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-domain.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_DOMAIN_FS_INFO (libvirt_domain_fs_info_get_type ())

typedef struct _LibvirtDomainFSInfo LibvirtDomainFSInfo;

/**
 * LibvirtDomainFSInfo:
 * @mountpoint: where it is mounted in the guest
 * @name: the guest's device that it is on, without "/dev/", such as "sda1"
 * @fstype: the format, such as "ext4"
 * @dev_alias: (array zero-terminated=1): the domain's disks below it, by their targets, such as
 *   "vda"; none if that is not known
 *
 * A file system mounted inside a guest, as libvirt_domain_get_fs_info() got it.
 *
 * Mirrors virDomainFSInfo.
 *
 * Since: 1.0
 */
struct _LibvirtDomainFSInfo
{
  char *mountpoint;
  char *name;
  char *fstype;
  GStrv dev_alias;
};

LIBVIRT_AVAILABLE_IN_1_0
GType                libvirt_domain_fs_info_get_type (void) G_GNUC_CONST;

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainFSInfo *libvirt_domain_fs_info_new      (void);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainFSInfo *libvirt_domain_fs_info_copy     (const LibvirtDomainFSInfo *self);

LIBVIRT_AVAILABLE_IN_1_0
void                 libvirt_domain_fs_info_free     (LibvirtDomainFSInfo *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LibvirtDomainFSInfo, libvirt_domain_fs_info_free)

LIBVIRT_AVAILABLE_IN_1_0
GPtrArray           *libvirt_domain_get_fs_info      (LibvirtDomain       *self,
                                                      guint                flags,
                                                      GError             **error);

LIBVIRT_AVAILABLE_IN_1_0
int                  libvirt_domain_fs_freeze        (LibvirtDomain       *self,
                                                      const char * const  *mountpoints,
                                                      guint                flags,
                                                      GError             **error);

LIBVIRT_AVAILABLE_IN_1_0
int                  libvirt_domain_fs_thaw          (LibvirtDomain       *self,
                                                      const char * const  *mountpoints,
                                                      guint                flags,
                                                      GError             **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean             libvirt_domain_fs_trim          (LibvirtDomain       *self,
                                                      const char          *mount_point,
                                                      guint64              minimum,
                                                      guint                flags,
                                                      GError             **error);

G_END_DECLS
