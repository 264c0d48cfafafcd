/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-domain-block-enums.h>
#include <libvirt-gobj/libvirt-domain-enums.h>
#include <libvirt-gobj/libvirt-domain.h>
#include <libvirt-gobj/libvirt-values-enums.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_DOMAIN_BLOCK_INFO (libvirt_domain_block_info_get_type ())

typedef struct _LibvirtDomainBlockInfo LibvirtDomainBlockInfo;

/**
 * LibvirtDomainBlockInfo:
 * @capacity: the size that the guest sees, in bytes
 * @allocation: what is in use of the image or device, in bytes. For an image that grows on a block
 *   device, that is how far the running guest has written
 * @physical: how large the file or device itself is, in bytes
 *
 * How large a disk is, as libvirt_domain_get_block_info() got it.
 *
 * Mirrors virDomainBlockInfo.
 *
 * Since: 1.0
 */
struct _LibvirtDomainBlockInfo
{
  guint64 capacity;
  guint64 allocation;
  guint64 physical;
};

LIBVIRT_AVAILABLE_IN_1_0
GType                   libvirt_domain_block_info_get_type (void) G_GNUC_CONST;

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainBlockInfo *libvirt_domain_block_info_new      (void);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainBlockInfo *libvirt_domain_block_info_copy     (const LibvirtDomainBlockInfo *self);

LIBVIRT_AVAILABLE_IN_1_0
void                    libvirt_domain_block_info_free     (LibvirtDomainBlockInfo *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LibvirtDomainBlockInfo, libvirt_domain_block_info_free)

#define LIBVIRT_TYPE_DOMAIN_BLOCK_STATS (libvirt_domain_block_stats_get_type ())

typedef struct _LibvirtDomainBlockStats LibvirtDomainBlockStats;

/**
 * LibvirtDomainBlockStats:
 * @rd_req: how often the guest has read
 * @rd_bytes: how much it has read, in bytes
 * @wr_req: how often the guest has written
 * @wr_bytes: how much it has written, in bytes
 * @errs: how often that failed, on Xen; others do not count it
 *
 * What a guest has read from a disk and written to it since its start, as
 * libvirt_domain_block_stats() got it. What the hypervisor does not count is -1.
 *
 * Mirrors virDomainBlockStatsStruct.
 *
 * Since: 1.0
 */
struct _LibvirtDomainBlockStats
{
  gint64 rd_req;
  gint64 rd_bytes;
  gint64 wr_req;
  gint64 wr_bytes;
  gint64 errs;
};

LIBVIRT_AVAILABLE_IN_1_0
GType                    libvirt_domain_block_stats_get_type (void) G_GNUC_CONST;

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainBlockStats *libvirt_domain_block_stats_new      (void);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainBlockStats *libvirt_domain_block_stats_copy     (const LibvirtDomainBlockStats *self);

LIBVIRT_AVAILABLE_IN_1_0
void                     libvirt_domain_block_stats_free     (LibvirtDomainBlockStats *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LibvirtDomainBlockStats, libvirt_domain_block_stats_free)

#define LIBVIRT_TYPE_DOMAIN_DISK_ERROR (libvirt_domain_disk_error_get_type ())

typedef struct _LibvirtDomainDiskError LibvirtDomainDiskError;

/**
 * LibvirtDomainDiskError:
 * @disk: the one that fails, by its target, such as "vda"
 * @error: whether it has run out of space, or fails in another way
 *
 * A disk that does not work, as libvirt_domain_get_disk_errors() got it.
 *
 * Mirrors virDomainDiskError.
 *
 * Since: 1.0
 */
struct _LibvirtDomainDiskError
{
  char *disk;
  LibvirtDomainDiskErrorCode error;
};

LIBVIRT_AVAILABLE_IN_1_0
GType                   libvirt_domain_disk_error_get_type (void) G_GNUC_CONST;

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainDiskError *libvirt_domain_disk_error_new      (void);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainDiskError *libvirt_domain_disk_error_copy     (const LibvirtDomainDiskError *self);

LIBVIRT_AVAILABLE_IN_1_0
void                    libvirt_domain_disk_error_free     (LibvirtDomainDiskError *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LibvirtDomainDiskError, libvirt_domain_disk_error_free)

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainBlockInfo  *libvirt_domain_get_block_info      (LibvirtDomain  *self,
                                                             const char     *disk,
                                                             guint           flags,
                                                             GError        **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainBlockStats *libvirt_domain_block_stats         (LibvirtDomain  *self,
                                                             const char     *disk,
                                                             GError        **error);

LIBVIRT_AVAILABLE_IN_1_0
GVariant                *libvirt_domain_block_stats_flags   (LibvirtDomain               *self,
                                                             const char                  *disk,
                                                             LibvirtTypedParameterFlags   flags,
                                                             GError                     **error);

LIBVIRT_AVAILABLE_IN_1_0
GPtrArray               *libvirt_domain_get_disk_errors     (LibvirtDomain  *self,
                                                             guint           flags,
                                                             GError        **error);

LIBVIRT_AVAILABLE_IN_1_0
GBytes                  *libvirt_domain_block_peek          (LibvirtDomain  *self,
                                                             const char     *disk,
                                                             guint64         offset,
                                                             gsize           size,
                                                             guint           flags,
                                                             GError        **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean                 libvirt_domain_block_resize        (LibvirtDomain                  *self,
                                                             const char                     *disk,
                                                             guint64                         size,
                                                             LibvirtDomainBlockResizeFlags   flags,
                                                             GError                        **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean                 libvirt_domain_set_block_threshold (LibvirtDomain  *self,
                                                             const char     *dev,
                                                             guint64         threshold,
                                                             guint           flags,
                                                             GError        **error);

LIBVIRT_AVAILABLE_IN_1_0
GVariant                *libvirt_domain_get_block_io_tune
                                  (LibvirtDomain                    *self,
                                   const char                       *disk,
                                   LibvirtDomainModificationImpact   flags,
                                   GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean                 libvirt_domain_set_block_io_tune
                                  (LibvirtDomain                    *self,
                                   const char                       *disk,
                                   GVariant                         *params,
                                   LibvirtDomainModificationImpact   flags,
                                   GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean                 libvirt_domain_set_throttle_group
                                  (LibvirtDomain                    *self,
                                   const char                       *group,
                                   GVariant                         *params,
                                   LibvirtDomainModificationImpact   flags,
                                   GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean                 libvirt_domain_del_throttle_group
                                  (LibvirtDomain                    *self,
                                   const char                       *group,
                                   LibvirtDomainModificationImpact   flags,
                                   GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean                 libvirt_domain_fd_associate        (LibvirtDomain                  *self,
                                                             const char                     *name,
                                                             const int                      *fds,
                                                             gsize                           n_fds,
                                                             LibvirtDomainFDAssociateFlags   flags,
                                                             GError                        **error);

G_END_DECLS
