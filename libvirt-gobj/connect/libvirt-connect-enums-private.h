/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-connect-enums.h>
#include <libvirt/libvirt.h>

G_BEGIN_DECLS

/* ENFORCE_STATS is bit 31 in libvirt, which a GFlags cannot carry in every language. */
static inline unsigned int
libvirt_connect_get_all_domain_stats_flags_to_native (LibvirtConnectGetAllDomainStatsFlags flags)
{
  unsigned int native = flags & ~LIBVIRT_CONNECT_GET_ALL_DOMAIN_STATS_FLAGS_ENFORCE_STATS;

  if (flags & LIBVIRT_CONNECT_GET_ALL_DOMAIN_STATS_FLAGS_ENFORCE_STATS)
    native |= VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS;

  return native;
}

G_END_DECLS
