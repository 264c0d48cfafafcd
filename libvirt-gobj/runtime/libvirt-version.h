/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-types.h>

G_BEGIN_DECLS

LIBVIRT_AVAILABLE_IN_1_0
guint    libvirt_gobj_get_version   (void);

LIBVIRT_AVAILABLE_IN_1_0
guint64  libvirt_get_build_version  (void);

LIBVIRT_AVAILABLE_IN_1_0
guint64  libvirt_get_version        (GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_initialize         (GError **error);

G_END_DECLS
