/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-domain-enums.h>
#include <libvirt-gobj/libvirt-domain.h>

G_BEGIN_DECLS

LIBVIRT_AVAILABLE_IN_1_0
GVariant *libvirt_domain_get_perf_events (LibvirtDomain                    *self,
                                          LibvirtDomainModificationImpact   flags,
                                          GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean  libvirt_domain_set_perf_events (LibvirtDomain                    *self,
                                          GVariant                         *params,
                                          LibvirtDomainModificationImpact   flags,
                                          GError                          **error);

G_END_DECLS
