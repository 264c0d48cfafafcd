/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-domain-job-enums.h>
#include <libvirt-gobj/libvirt-domain-memory-enums.h>
#include <libvirt-gobj/libvirt-domain.h>

G_BEGIN_DECLS

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_core_dump             (LibvirtDomain                *self,
                                               const char                   *to,
                                               LibvirtDomainCoreDumpFlags    flags,
                                               GError                      **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_core_dump_with_format (LibvirtDomain                *self,
                                               const char                   *to,
                                               LibvirtDomainCoreDumpFormat   dumpformat,
                                               LibvirtDomainCoreDumpFlags    flags,
                                               GError                      **error);

LIBVIRT_AVAILABLE_IN_1_0
GBytes  *libvirt_domain_memory_peek           (LibvirtDomain                *self,
                                               guint64                       start,
                                               gsize                         size,
                                               LibvirtDomainMemoryFlags      flags,
                                               GError                      **error);

G_END_DECLS
