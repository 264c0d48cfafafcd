/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_ADMIN_INSIDE) && !defined (LIBVIRT_GOBJ_ADMIN_COMPILATION)
#error "Only <libvirt-gobj-admin/libvirt-gobj-admin.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-gobj.h>

G_BEGIN_DECLS

/* As in libvirt-types.h. */
typedef struct _LibvirtAdminClient LibvirtAdminClient;
typedef struct _LibvirtAdminConnect LibvirtAdminConnect;
typedef struct _LibvirtAdminServer LibvirtAdminServer;

G_END_DECLS
