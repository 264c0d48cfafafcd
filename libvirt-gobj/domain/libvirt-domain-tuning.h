/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-domain-enums.h>
#include <libvirt-gobj/libvirt-domain.h>

G_BEGIN_DECLS

LIBVIRT_AVAILABLE_IN_1_0
GVariant *libvirt_domain_get_blkio_parameters (LibvirtDomain                    *self,
                                               LibvirtDomainModificationImpact   flags,
                                               GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean  libvirt_domain_set_blkio_parameters (LibvirtDomain                    *self,
                                               GVariant                         *params,
                                               LibvirtDomainModificationImpact   flags,
                                               GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
GVariant *libvirt_domain_get_memory_parameters (LibvirtDomain                    *self,
                                                LibvirtDomainModificationImpact   flags,
                                                GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean  libvirt_domain_set_memory_parameters (LibvirtDomain                    *self,
                                                GVariant                         *params,
                                                LibvirtDomainModificationImpact   flags,
                                                GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
GVariant *libvirt_domain_get_numa_parameters (LibvirtDomain                    *self,
                                              LibvirtDomainModificationImpact   flags,
                                              GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean  libvirt_domain_set_numa_parameters (LibvirtDomain                    *self,
                                              GVariant                         *params,
                                              LibvirtDomainModificationImpact   flags,
                                              GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
char     *libvirt_domain_get_scheduler_type (LibvirtDomain  *self,
                                             int            *nparams,
                                             GError        **error);

LIBVIRT_AVAILABLE_IN_1_0
GVariant *libvirt_domain_get_scheduler_parameters (LibvirtDomain  *self,
                                                   GError        **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean  libvirt_domain_set_scheduler_parameters (LibvirtDomain  *self,
                                                   GVariant       *params,
                                                   GError        **error);

LIBVIRT_AVAILABLE_IN_1_0
GVariant *libvirt_domain_get_scheduler_parameters_flags
                                           (LibvirtDomain                    *self,
                                            LibvirtDomainModificationImpact   flags,
                                            GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean  libvirt_domain_set_scheduler_parameters_flags
                                           (LibvirtDomain                    *self,
                                            GVariant                         *params,
                                            LibvirtDomainModificationImpact   flags,
                                            GError                          **error);

G_END_DECLS
