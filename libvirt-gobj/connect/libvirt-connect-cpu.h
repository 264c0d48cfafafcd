/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-connect-enums.h>
#include <libvirt-gobj/libvirt-connect.h>

G_BEGIN_DECLS

LIBVIRT_AVAILABLE_IN_1_0
GStrv libvirt_connect_get_cpu_model_names (LibvirtConnect  *self,
                                           const char      *arch,
                                           guint            flags,
                                           GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtCPUCompareResult
libvirt_connect_compare_cpu               (LibvirtConnect                 *self,
                                           const char                     *xml_desc,
                                           LibvirtConnectCompareCPUFlags   flags,
                                           GError                        **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtCPUCompareResult
libvirt_connect_compare_hypervisor_cpu    (LibvirtConnect                 *self,
                                           const char                     *emulator,
                                           const char                     *arch,
                                           const char                     *machine,
                                           const char                     *virttype,
                                           const char                     *xml_cpu,
                                           LibvirtConnectCompareCPUFlags   flags,
                                           GError                        **error);

LIBVIRT_AVAILABLE_IN_1_0
char *libvirt_connect_baseline_cpu        (LibvirtConnect                  *self,
                                           const char *const               *xml_cpus,
                                           LibvirtConnectBaselineCPUFlags   flags,
                                           GError                         **error);

LIBVIRT_AVAILABLE_IN_1_0
char *libvirt_connect_baseline_hypervisor_cpu (LibvirtConnect                  *self,
                                               const char                      *emulator,
                                               const char                      *arch,
                                               const char                      *machine,
                                               const char                      *virttype,
                                               const char *const               *xml_cpus,
                                               LibvirtConnectBaselineCPUFlags   flags,
                                               GError                         **error);

G_END_DECLS
