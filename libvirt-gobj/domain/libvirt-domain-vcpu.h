/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-domain-vcpu-enums.h>
#include <libvirt-gobj/libvirt-domain.h>

G_BEGIN_DECLS

LIBVIRT_AVAILABLE_IN_1_0
int      libvirt_domain_get_max_vcpus   (LibvirtDomain           *self,
                                         GError                 **error);

LIBVIRT_AVAILABLE_IN_1_0
int      libvirt_domain_get_vcpus_flags (LibvirtDomain           *self,
                                         LibvirtDomainVcpuFlags   flags,
                                         GError                 **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_set_vcpus       (LibvirtDomain           *self,
                                         guint                    nvcpus,
                                         GError                 **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_set_vcpus_flags (LibvirtDomain           *self,
                                         guint                    nvcpus,
                                         LibvirtDomainVcpuFlags   flags,
                                         GError                 **error);

G_END_DECLS
