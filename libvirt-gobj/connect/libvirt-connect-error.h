/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-connect.h>
#include <libvirt-gobj/libvirt-error.h>

G_BEGIN_DECLS

LIBVIRT_AVAILABLE_IN_1_0
LibvirtErrorInfo *libvirt_connect_get_last_error   (LibvirtConnect *self);

LIBVIRT_AVAILABLE_IN_1_0
void              libvirt_connect_reset_last_error (LibvirtConnect *self);

G_END_DECLS
