/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-node.h>

G_BEGIN_DECLS

LIBVIRT_AVAILABLE_IN_1_0
GStrv libvirt_node_list_devices    (LibvirtNode  *self,
                                    const char   *cap,
                                    guint         flags,
                                    GError      **error);

LIBVIRT_AVAILABLE_IN_1_0
int   libvirt_node_num_of_devices  (LibvirtNode  *self,
                                    const char   *cap,
                                    guint         flags,
                                    GError      **error);

G_END_DECLS
