/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-node.h>

G_BEGIN_DECLS

LIBVIRT_AVAILABLE_IN_1_0
int       libvirt_node_get_cpu_map    (LibvirtNode  *self,
                                       guint         flags,
                                       guint8      **cpumap,
                                       gsize        *n_bytes,
                                       guint        *online,
                                       GError      **error);

LIBVIRT_AVAILABLE_IN_1_0
GVariant *libvirt_node_get_cpu_stats  (LibvirtNode  *self,
                                       int           cpu_num,
                                       guint         flags,
                                       GError      **error);

G_END_DECLS
