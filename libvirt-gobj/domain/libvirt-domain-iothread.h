/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-domain-enums.h>
#include <libvirt-gobj/libvirt-domain.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_DOMAIN_IO_THREAD_INFO (libvirt_domain_io_thread_info_get_type ())

typedef struct _LibvirtDomainIOThreadInfo LibvirtDomainIOThreadInfo;

/**
 * LibvirtDomainIOThreadInfo:
 * @iothread_id: its number, by which disks and the other functions name it
 * @cpumap: a bit for each of the host's processors, set if the thread may run there: number 0 is
 *   the lowest bit of the first byte
 *
 * An I/O thread of a domain, from libvirt_domain_get_io_thread_info().
 *
 * Mirrors virDomainIOThreadInfo.
 *
 * Since: 1.0
 */
struct _LibvirtDomainIOThreadInfo
{
  guint iothread_id;
  GBytes *cpumap;
};

LIBVIRT_AVAILABLE_IN_1_0
GType                      libvirt_domain_io_thread_info_get_type (void) G_GNUC_CONST;

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainIOThreadInfo *libvirt_domain_io_thread_info_new      (void);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainIOThreadInfo *libvirt_domain_io_thread_info_copy
                                                      (const LibvirtDomainIOThreadInfo *self);

LIBVIRT_AVAILABLE_IN_1_0
void                       libvirt_domain_io_thread_info_free     (LibvirtDomainIOThreadInfo *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LibvirtDomainIOThreadInfo, libvirt_domain_io_thread_info_free)

LIBVIRT_AVAILABLE_IN_1_0
GPtrArray *libvirt_domain_get_io_thread_info   (LibvirtDomain                    *self,
                                                LibvirtDomainModificationImpact   flags,
                                                GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean   libvirt_domain_add_io_thread        (LibvirtDomain                    *self,
                                                guint                             iothread_id,
                                                LibvirtDomainModificationImpact   flags,
                                                GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean   libvirt_domain_del_io_thread        (LibvirtDomain                    *self,
                                                guint                             iothread_id,
                                                LibvirtDomainModificationImpact   flags,
                                                GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean   libvirt_domain_pin_io_thread        (LibvirtDomain                    *self,
                                                guint                             iothread_id,
                                                const guint8                     *cpumap,
                                                gsize                             n_bytes,
                                                LibvirtDomainModificationImpact   flags,
                                                GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean   libvirt_domain_set_io_thread_params (LibvirtDomain                    *self,
                                                guint                             iothread_id,
                                                GVariant                         *params,
                                                LibvirtDomainModificationImpact   flags,
                                                GError                          **error);

G_END_DECLS
