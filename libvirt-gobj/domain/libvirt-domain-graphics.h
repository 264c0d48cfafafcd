/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-domain-guest-enums.h>
#include <libvirt-gobj/libvirt-domain.h>

G_BEGIN_DECLS

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_open_graphics    (LibvirtDomain                    *self,
                                          guint                             idx,
                                          int                               fd,
                                          LibvirtDomainOpenGraphicsFlags    flags,
                                          GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
int      libvirt_domain_open_graphics_fd (LibvirtDomain                    *self,
                                          guint                             idx,
                                          LibvirtDomainOpenGraphicsFlags    flags,
                                          GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_graphics_reload  (LibvirtDomain                    *self,
                                          LibvirtDomainGraphicsReloadType   type,
                                          guint                             flags,
                                          GError                          **error);

G_END_DECLS
