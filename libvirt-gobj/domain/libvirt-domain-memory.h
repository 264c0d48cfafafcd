/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-domain-memory-enums.h>
#include <libvirt-gobj/libvirt-domain.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_DOMAIN_MEMORY_STAT (libvirt_domain_memory_stat_get_type ())

typedef struct _LibvirtDomainMemoryStat LibvirtDomainMemoryStat;

/**
 * LibvirtDomainMemoryStat:
 * @tag: which figure it is; each of its values says what is counted, and in which unit
 * @val: the figure itself; sizes are in KiB
 *
 * One figure about a guest's memory, from libvirt_domain_memory_stats().
 *
 * Mirrors virDomainMemoryStatStruct.
 *
 * Since: 1.0
 */
struct _LibvirtDomainMemoryStat
{
  LibvirtDomainMemoryStatTags tag;
  guint64 val;
};

LIBVIRT_AVAILABLE_IN_1_0
GType                    libvirt_domain_memory_stat_get_type (void) G_GNUC_CONST;

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainMemoryStat *libvirt_domain_memory_stat_new      (void);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainMemoryStat *libvirt_domain_memory_stat_copy     (const LibvirtDomainMemoryStat *self);

LIBVIRT_AVAILABLE_IN_1_0
void                     libvirt_domain_memory_stat_free     (LibvirtDomainMemoryStat *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LibvirtDomainMemoryStat, libvirt_domain_memory_stat_free)

LIBVIRT_AVAILABLE_IN_1_0
guint64  libvirt_domain_get_max_memory        (LibvirtDomain                    *self,
                                               GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_set_max_memory        (LibvirtDomain                    *self,
                                               guint64                           memory,
                                               GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_set_memory            (LibvirtDomain                    *self,
                                               guint64                           memory,
                                               GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_set_memory_flags      (LibvirtDomain                    *self,
                                               guint64                           memory,
                                               LibvirtDomainMemoryModFlags       flags,
                                               GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_start_dirty_rate_calc (LibvirtDomain                    *self,
                                               int                               seconds,
                                               LibvirtDomainDirtyRateCalcFlags   flags,
                                               GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
GPtrArray *libvirt_domain_memory_stats   (LibvirtDomain                *self,
                                          guint                         flags,
                                          GError                      **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_set_memory_stats_period (LibvirtDomain                *self,
                                                 int                           period,
                                                 LibvirtDomainMemoryModFlags   flags,
                                                 GError                      **error);

G_END_DECLS
