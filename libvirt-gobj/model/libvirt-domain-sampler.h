/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-domain.h>
#include <libvirt-gobj/libvirt-stats-sample.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_DOMAIN_SAMPLER (libvirt_domain_sampler_get_type ())

LIBVIRT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (LibvirtDomainSampler, libvirt_domain_sampler,
                      LIBVIRT, DOMAIN_SAMPLER, GObject)

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomain      *libvirt_domain_sampler_get_domain  (LibvirtDomainSampler *self);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtStatsSample *libvirt_domain_sampler_get_sample  (LibvirtDomainSampler *self);

LIBVIRT_AVAILABLE_IN_1_0
GListModel         *libvirt_domain_sampler_get_history (LibvirtDomainSampler *self);

G_END_DECLS
