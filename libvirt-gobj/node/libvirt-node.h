/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-node-enums.h>
#include <libvirt-gobj/libvirt-types.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_NODE (libvirt_node_get_type ())

LIBVIRT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (LibvirtNode, libvirt_node, LIBVIRT, NODE, GObject)

LIBVIRT_AVAILABLE_IN_1_0
LibvirtConnect *libvirt_node_get_connection        (LibvirtNode               *self);

LIBVIRT_AVAILABLE_IN_1_0
gboolean        libvirt_node_suspend_for_duration  (LibvirtNode               *self,
                                                    LibvirtNodeSuspendTarget   target,
                                                    guint64                    duration,
                                                    guint                      flags,
                                                    GError                   **error);

G_END_DECLS
