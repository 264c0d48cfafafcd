/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-enum-types.h>
#include <libvirt-gobj/libvirt-node-device.h>
#include "runtime/libvirt-adopt-private.h"
#include "runtime/libvirt-entity-event-private.h"
#include "runtime/libvirt-entity-flags-private.h"

G_BEGIN_DECLS

extern const LibvirtEntityDetails libvirt_node_device_details;
extern const LibvirtEntityEvents libvirt_node_device_events;

/* One object for each that libvirt lists. Blocks. */
GPtrArray *libvirt_node_device_adopt_list (LibvirtCore *core,
                                           virConnectPtr connect,
                                           guint flags,
                                           GError **error);

G_END_DECLS
