/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_ADMIN_INSIDE) && !defined (LIBVIRT_GOBJ_ADMIN_COMPILATION)
#error "Only <libvirt-gobj-admin/libvirt-gobj-admin.h> can be included directly."
#endif

#include <libvirt-gobj-admin/libvirt-admin-types.h>

G_BEGIN_DECLS

LIBVIRT_AVAILABLE_IN_1_0
guint64  libvirt_admin_get_version (GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_admin_initialize  (GError **error);

G_END_DECLS
