/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-domain-enums.h>
#include <libvirt-gobj/libvirt-domain.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_DOMAIN_INTERFACE_STATS (libvirt_domain_interface_stats_get_type ())

typedef struct _LibvirtDomainInterfaceStats LibvirtDomainInterfaceStats;

/**
 * LibvirtDomainInterfaceStats:
 * @rx_bytes: bytes that the guest received
 * @rx_packets: packets that reached the guest
 * @rx_errs: packets that came damaged
 * @rx_drop: packets for the guest that were thrown away
 * @tx_bytes: bytes that the guest sent
 * @tx_packets: packets that left the guest
 * @tx_errs: packets that could not be sent
 * @tx_drop: packets of the guest that were thrown away
 *
 * What went through a network card of a guest since it was started, from
 * libvirt_domain_interface_stats(). -1 stands for what the hypervisor does not count.
 *
 * Mirrors virDomainInterfaceStatsStruct.
 *
 * Since: 1.0
 */
struct _LibvirtDomainInterfaceStats
{
  gint64 rx_bytes;
  gint64 rx_packets;
  gint64 rx_errs;
  gint64 rx_drop;
  gint64 tx_bytes;
  gint64 tx_packets;
  gint64 tx_errs;
  gint64 tx_drop;
};

LIBVIRT_AVAILABLE_IN_1_0
GType                        libvirt_domain_interface_stats_get_type (void) G_GNUC_CONST;

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainInterfaceStats *libvirt_domain_interface_stats_new      (void);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainInterfaceStats *libvirt_domain_interface_stats_copy
                                                   (const LibvirtDomainInterfaceStats *self);

LIBVIRT_AVAILABLE_IN_1_0
void                         libvirt_domain_interface_stats_free
                                                   (LibvirtDomainInterfaceStats *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LibvirtDomainInterfaceStats, libvirt_domain_interface_stats_free)

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainInterfaceStats *
          libvirt_domain_interface_stats          (LibvirtDomain                    *self,
                                                   const char                       *device,
                                                   GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
GVariant *libvirt_domain_get_interface_parameters (LibvirtDomain                    *self,
                                                   const char                       *device,
                                                   LibvirtDomainModificationImpact   flags,
                                                   GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean  libvirt_domain_set_interface_parameters (LibvirtDomain                    *self,
                                                   const char                       *device,
                                                   GVariant                         *params,
                                                   LibvirtDomainModificationImpact   flags,
                                                   GError                          **error);

G_END_DECLS
