/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-connect.h>
#include <libvirt-gobj/libvirt-domain-enums.h>
#include <libvirt-gobj/libvirt-domain-sampler.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_STATS_SAMPLER (libvirt_stats_sampler_get_type ())

LIBVIRT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (LibvirtStatsSampler, libvirt_stats_sampler, LIBVIRT, STATS_SAMPLER, GObject)

LIBVIRT_AVAILABLE_IN_1_0
LibvirtStatsSampler     *libvirt_connect_get_stats_sampler        (LibvirtConnect *self);

LIBVIRT_AVAILABLE_IN_1_0
void                     libvirt_stats_sampler_hold               (LibvirtStatsSampler *self);

LIBVIRT_AVAILABLE_IN_1_0
void                     libvirt_stats_sampler_release            (LibvirtStatsSampler *self);

LIBVIRT_AVAILABLE_IN_1_0
gboolean                 libvirt_stats_sampler_get_active         (LibvirtStatsSampler *self);

LIBVIRT_AVAILABLE_IN_1_0
GListModel              *libvirt_stats_sampler_get_domains        (LibvirtStatsSampler *self);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainSampler    *libvirt_stats_sampler_find               (LibvirtStatsSampler *self,
                                                                   LibvirtDomain       *domain);

LIBVIRT_AVAILABLE_IN_1_0
const GError            *libvirt_stats_sampler_get_error          (LibvirtStatsSampler *self);

LIBVIRT_AVAILABLE_IN_1_0
guint                    libvirt_stats_sampler_get_interval       (LibvirtStatsSampler *self);

LIBVIRT_AVAILABLE_IN_1_0
void                     libvirt_stats_sampler_set_interval       (LibvirtStatsSampler *self,
                                                                   guint                interval);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainStatsTypes  libvirt_stats_sampler_get_groups         (LibvirtStatsSampler *self);

LIBVIRT_AVAILABLE_IN_1_0
void                     libvirt_stats_sampler_set_groups         (LibvirtStatsSampler     *self,
                                                                   LibvirtDomainStatsTypes  groups);

LIBVIRT_AVAILABLE_IN_1_0
guint                    libvirt_stats_sampler_get_history_length (LibvirtStatsSampler *self);

LIBVIRT_AVAILABLE_IN_1_0
void                     libvirt_stats_sampler_set_history_length (LibvirtStatsSampler *self,
                                                                   guint                length);

G_END_DECLS
