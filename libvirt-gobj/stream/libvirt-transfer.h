/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-job.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_TRANSFER (libvirt_transfer_get_type ())

LIBVIRT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (LibvirtTransfer, libvirt_transfer, LIBVIRT, TRANSFER, LibvirtJob)

LIBVIRT_AVAILABLE_IN_1_0
LibvirtTransfer *libvirt_transfer_new (void);

G_END_DECLS
