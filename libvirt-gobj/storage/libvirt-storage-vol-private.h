/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-enum-types.h>
#include <libvirt-gobj/libvirt-storage-vol.h>
#include "runtime/libvirt-adopt-private.h"
#include "runtime/libvirt-entity-flags-private.h"
#include "storage/libvirt-storage-pool-private.h"

G_BEGIN_DECLS

extern const LibvirtEntityDetails libvirt_storage_vol_details;

/* The object for what a function of libvirt's found in some pool, or its error. Blocks. */
LibvirtStorageVol *libvirt_storage_vol_adopt (LibvirtCore *core,
                                              virStorageVolPtr native,
                                              GError **error);

/* One object for each volume that libvirt lists. Blocks. */
GPtrArray *libvirt_storage_vol_adopt_list (LibvirtStoragePool *pool,
                                           virStoragePoolPtr native,
                                           guint flags,
                                           GError **error);

G_END_DECLS
