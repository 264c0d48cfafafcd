/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-domain-block-enums.h>
#include <libvirt-gobj/libvirt-domain.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_DOMAIN_BLOCK_JOB_INFO (libvirt_domain_block_job_info_get_type ())

typedef struct _LibvirtDomainBlockJobInfo LibvirtDomainBlockJobInfo;

/**
 * LibvirtDomainBlockJobInfo:
 * @type: whether the disk is pulled, copied, committed or backed up
 * @bandwidth: the speed limit, in the unit that was asked for; 0 if there is none
 * @cur: how far it has got; what it is counted in depends on the hypervisor
 * @end: where it ends, in the same measure; may grow as the guest goes on writing
 *
 * How far the work on a disk is, as libvirt_domain_get_block_job_info() got it. An @end of 1 means
 * that this is not known: with a @cur of 0 the work goes on, with 1 it waits to be ended.
 *
 * Mirrors virDomainBlockJobInfo.
 *
 * Since: 1.0
 */
struct _LibvirtDomainBlockJobInfo
{
  LibvirtDomainBlockJobType type;
  guint64 bandwidth;
  guint64 cur;
  guint64 end;
};

LIBVIRT_AVAILABLE_IN_1_0
GType                      libvirt_domain_block_job_info_get_type (void) G_GNUC_CONST;

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainBlockJobInfo *libvirt_domain_block_job_info_new      (void);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainBlockJobInfo *libvirt_domain_block_job_info_copy
                                  (const LibvirtDomainBlockJobInfo *self);

LIBVIRT_AVAILABLE_IN_1_0
void                       libvirt_domain_block_job_info_free     (LibvirtDomainBlockJobInfo *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LibvirtDomainBlockJobInfo, libvirt_domain_block_job_info_free)

LIBVIRT_AVAILABLE_IN_1_0
gboolean                   libvirt_domain_block_pull
                                  (LibvirtDomain                *self,
                                   const char                   *disk,
                                   guint64                       bandwidth,
                                   LibvirtDomainBlockPullFlags   flags,
                                   GError                      **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean                   libvirt_domain_block_rebase
                                  (LibvirtDomain                  *self,
                                   const char                     *disk,
                                   const char                     *base,
                                   guint64                         bandwidth,
                                   LibvirtDomainBlockRebaseFlags   flags,
                                   GError                        **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean                   libvirt_domain_block_commit
                                  (LibvirtDomain                  *self,
                                   const char                     *disk,
                                   const char                     *base,
                                   const char                     *top,
                                   guint64                         bandwidth,
                                   LibvirtDomainBlockCommitFlags   flags,
                                   GError                        **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean                   libvirt_domain_block_copy
                                  (LibvirtDomain                *self,
                                   const char                   *disk,
                                   const char                   *destxml,
                                   GVariant                     *params,
                                   LibvirtDomainBlockCopyFlags   flags,
                                   GError                      **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean                   libvirt_domain_block_job_abort
                                  (LibvirtDomain                    *self,
                                   const char                       *disk,
                                   LibvirtDomainBlockJobAbortFlags   flags,
                                   GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean                   libvirt_domain_block_job_set_speed
                                  (LibvirtDomain                       *self,
                                   const char                          *disk,
                                   guint64                              bandwidth,
                                   LibvirtDomainBlockJobSetSpeedFlags   flags,
                                   GError                             **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainBlockJobInfo *libvirt_domain_get_block_job_info
                                  (LibvirtDomain                   *self,
                                   const char                      *disk,
                                   LibvirtDomainBlockJobInfoFlags   flags,
                                   GError                         **error);

G_END_DECLS
