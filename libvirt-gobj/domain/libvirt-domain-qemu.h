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
char          *libvirt_domain_qemu_agent_command
                                  (LibvirtDomain                         *self,
                                   const char                            *cmd,
                                   int                                    timeout,
                                   guint                                  flags,
                                   GError                               **error);

LIBVIRT_AVAILABLE_IN_1_0
char          *libvirt_domain_qemu_monitor_command
                                  (LibvirtDomain                         *self,
                                   const char                            *cmd,
                                   LibvirtDomainQemuMonitorCommandFlags   flags,
                                   GError                               **error);

LIBVIRT_AVAILABLE_IN_1_0
char          *libvirt_domain_qemu_monitor_command_with_files
                                  (LibvirtDomain                         *self,
                                   const char                            *cmd,
                                   GUnixFDList                           *infiles,
                                   LibvirtDomainQemuMonitorCommandFlags   flags,
                                   GUnixFDList                          **outfiles,
                                   GError                               **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomain *libvirt_connect_qemu_attach_domain
                                  (LibvirtConnect                        *self,
                                   guint                                  pid_value,
                                   guint                                  flags,
                                   GError                               **error);

G_END_DECLS
