/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-domain-security.h>
#include <libvirt-gobj/libvirt-domain.h>
#include <libvirt-gobj/libvirt-node-info.h>

G_BEGIN_DECLS

LIBVIRT_AVAILABLE_IN_1_0
GUnixFDList          *libvirt_domain_lxc_open_namespace
                                  (LibvirtDomain                *self,
                                   guint                         flags,
                                   GError                      **error);

LIBVIRT_AVAILABLE_IN_1_0
GUnixFDList          *libvirt_domain_lxc_enter_namespace
                                  (LibvirtDomain                *self,
                                   GUnixFDList                  *fdlist,
                                   guint                         flags,
                                   GError                      **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean              libvirt_domain_lxc_enter_cgroup
                                  (LibvirtDomain                *self,
                                   guint                         flags,
                                   GError                      **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtSecurityLabel *libvirt_domain_lxc_enter_security_label
                                  (const LibvirtSecurityModel   *model,
                                   const LibvirtSecurityLabel   *label,
                                   guint                         flags,
                                   GError                      **error);

G_END_DECLS
