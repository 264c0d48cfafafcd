/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-enum-types.h>
#include <libvirt-gobj/libvirt-storage-pool.h>
#include "runtime/libvirt-adopt-private.h"
#include "runtime/libvirt-entity-event-private.h"
#include "runtime/libvirt-entity-flags-private.h"

G_BEGIN_DECLS

extern const LibvirtEntityDetails libvirt_storage_pool_details;
extern const LibvirtEntityEvents libvirt_storage_pool_events;

/* One object for each that libvirt lists. Blocks. */
GPtrArray *libvirt_storage_pool_adopt_list (LibvirtCore *core,
                                            virConnectPtr connect,
                                            guint flags,
                                            GError **error);

/* After a call of ours that took some of its space, or gave some back. Blocks. */
void libvirt_storage_pool_ask_space (LibvirtStoragePool *self);

G_END_DECLS
