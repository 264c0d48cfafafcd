/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-connect.h>
#include <libvirt-gobj/libvirt-domain-qemu-enums.h>
#include <libvirt-gobj/libvirt-domain.h>

G_BEGIN_DECLS

LIBVIRT_AVAILABLE_IN_1_0
int      libvirt_connect_domain_qemu_monitor_event_register
                                  (LibvirtConnect                                     *self,
                                   LibvirtDomain                                      *domain,
                                   const char                                         *event,
                                   LibvirtConnectDomainQemuMonitorEventRegisterFlags   flags,
                                   GError                                            **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_connect_domain_qemu_monitor_event_deregister
                                  (LibvirtConnect                                     *self,
                                   int                                                 callback_id,
                                   GError                                            **error);

G_END_DECLS
