/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-domain-sampler.h>
#include "model/libvirt-stats-counters-private.h"

G_BEGIN_DECLS

/* All in the owner's context. */
LibvirtDomainSampler *libvirt_domain_sampler_new (LibvirtDomain *domain);

/* Takes @now over: NULL if the domain does not run. */
void libvirt_domain_sampler_take (LibvirtDomainSampler *self,
                                  LibvirtStatsCounters *now,
                                  guint history_length);

/* What comes next does not follow on what was last. */
void libvirt_domain_sampler_interrupt (LibvirtDomainSampler *self);

void libvirt_domain_sampler_limit (LibvirtDomainSampler *self,
                                   guint history_length);

G_END_DECLS
