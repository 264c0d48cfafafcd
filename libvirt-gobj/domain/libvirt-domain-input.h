/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-domain-guest-enums.h>
#include <libvirt-gobj/libvirt-domain.h>

G_BEGIN_DECLS

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_send_key            (LibvirtDomain               *self,
                                             LibvirtKeycodeSet            codeset,
                                             guint                        holdtime,
                                             const guint                 *keycodes,
                                             gsize                        n_keycodes,
                                             guint                        flags,
                                             GError                     **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_inject_nmi          (LibvirtDomain               *self,
                                             guint                        flags,
                                             GError                     **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_send_process_signal (LibvirtDomain               *self,
                                             gint64                       pid_value,
                                             LibvirtDomainProcessSignal   signum,
                                             guint                        flags,
                                             GError                     **error);

G_END_DECLS
