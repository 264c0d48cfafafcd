/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>
#include <libvirt/libvirt.h>

G_BEGIN_DECLS

/* The bytes of a map with a bit for each of the host's processors, or -1. */
int libvirt_domain_get_map_length (virDomainPtr domain,
                                   GError **error);

/* How many virtual processors the domain can have, or -1. */
int libvirt_domain_get_map_count (virDomainPtr domain,
                                  guint flags,
                                  GError **error);

/* Maps that follow each other, as a sunk `aay`. */
GVariant *libvirt_cpumaps_to_variant (const guint8 *maps,
                                      gsize n_maps,
                                      gsize length);

G_END_DECLS
