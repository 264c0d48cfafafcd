/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-enum-types.h>
#include <libvirt-gobj/libvirt-interface.h>
#include "runtime/libvirt-adopt-private.h"
#include "runtime/libvirt-entity-flags-private.h"

G_BEGIN_DECLS

extern const LibvirtEntityDetails libvirt_interface_details;

/* One object for each that libvirt lists. Blocks. */
GPtrArray *libvirt_interface_adopt_list (LibvirtCore *core,
                                         virConnectPtr connect,
                                         guint flags,
                                         GError **error);

G_END_DECLS
