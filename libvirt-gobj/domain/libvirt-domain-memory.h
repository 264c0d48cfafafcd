/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-domain-memory-enums.h>
#include <libvirt-gobj/libvirt-domain.h>

G_BEGIN_DECLS

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

G_END_DECLS
