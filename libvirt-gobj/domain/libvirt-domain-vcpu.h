/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-domain-vcpu-enums.h>
#include <libvirt-gobj/libvirt-domain.h>
#include <libvirt-gobj/libvirt-values-enums.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_VCPU_INFO (libvirt_vcpu_info_get_type ())

typedef struct _LibvirtVcpuInfo LibvirtVcpuInfo;

/**
 * LibvirtVcpuInfo:
 * @number: which one it is, counted from 0
 * @state: whether it executes, waits, or is off
 * @cpu_time: processor time that it has used, in nanoseconds
 * @cpu: the number of the host's processor that it was on, or a value of #LibvirtVcpuHostCpuState
 *
 * A virtual processor of a running guest, from libvirt_domain_get_vcpus().
 *
 * Mirrors virVcpuInfo.
 *
 * Since: 1.0
 */
struct _LibvirtVcpuInfo
{
  guint number;
  LibvirtVcpuState state;
  guint64 cpu_time;
  int cpu;
};

LIBVIRT_AVAILABLE_IN_1_0
GType            libvirt_vcpu_info_get_type (void) G_GNUC_CONST;

LIBVIRT_AVAILABLE_IN_1_0
LibvirtVcpuInfo *libvirt_vcpu_info_new      (void);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtVcpuInfo *libvirt_vcpu_info_copy     (const LibvirtVcpuInfo *self);

LIBVIRT_AVAILABLE_IN_1_0
void             libvirt_vcpu_info_free     (LibvirtVcpuInfo *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LibvirtVcpuInfo, libvirt_vcpu_info_free)

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

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_set_vcpu        (LibvirtDomain              *self,
                                         const char                 *vcpumap,
                                         gboolean                    state,
                                         LibvirtDomainSetVcpuFlags   flags,
                                         GError                    **error);

LIBVIRT_AVAILABLE_IN_1_0
GPtrArray *libvirt_domain_get_vcpus      (LibvirtDomain               *self,
                                          GVariant                   **cpumaps,
                                          GError                     **error);

LIBVIRT_AVAILABLE_IN_1_0
GVariant *libvirt_domain_get_cpu_stats   (LibvirtDomain               *self,
                                          int                          start_cpu,
                                          guint                        ncpus,
                                          LibvirtTypedParameterFlags   flags,
                                          GError                     **error);

LIBVIRT_AVAILABLE_IN_1_0
GVariant *libvirt_domain_get_guest_vcpus (LibvirtDomain               *self,
                                          guint                        flags,
                                          GError                     **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_set_guest_vcpus  (LibvirtDomain               *self,
                                          const char                  *cpumap,
                                          gboolean                     state,
                                          guint                        flags,
                                          GError                     **error);

G_END_DECLS
