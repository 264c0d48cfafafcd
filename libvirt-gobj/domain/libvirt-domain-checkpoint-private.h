/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-enum-types.h>
#include <libvirt-gobj/libvirt-domain-checkpoint.h>
#include "runtime/libvirt-adopt-private.h"
#include "runtime/libvirt-entity-flags-private.h"

G_BEGIN_DECLS

extern const LibvirtEntityDetails libvirt_domain_checkpoint_details;

/* One object for each that libvirt lists. Blocks. */
GPtrArray *libvirt_domain_checkpoint_adopt_list (LibvirtDomain *domain,
                                                 virDomainPtr native,
                                                 guint flags,
                                                 GError **error);

G_END_DECLS
