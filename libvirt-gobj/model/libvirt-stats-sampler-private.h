/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-stats-sampler.h>

G_BEGIN_DECLS

/* The connection is going away: ends and lets go of the sampler, if there is one. */
void libvirt_stats_sampler_drop (LibvirtConnect *connect);

G_END_DECLS
