/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "runtime/libvirt-entity-private.h"

G_BEGIN_DECLS

/* One of libvirt's functions that take a reference; -1 on failure. */
typedef int (*LibvirtRefNative) (gpointer native);

/* The native pointer with a reference for the caller, or NULL with @error set. */
gpointer libvirt_entity_ref_native (LibvirtEntity *self,
                                    LibvirtRefNative ref,
                                    GError **error);

G_END_DECLS
