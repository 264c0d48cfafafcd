/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-connect.h>

G_BEGIN_DECLS

LIBVIRT_AVAILABLE_IN_1_0
GListModel *libvirt_connect_get_interfaces (LibvirtConnect *self);

LIBVIRT_AVAILABLE_IN_1_0
GListModel *libvirt_connect_get_networks (LibvirtConnect *self);

LIBVIRT_AVAILABLE_IN_1_0
GListModel *libvirt_connect_get_node_devices (LibvirtConnect *self);

LIBVIRT_AVAILABLE_IN_1_0
GListModel *libvirt_connect_get_nw_filter_bindings (LibvirtConnect *self);

LIBVIRT_AVAILABLE_IN_1_0
GListModel *libvirt_connect_get_nw_filters (LibvirtConnect *self);

LIBVIRT_AVAILABLE_IN_1_0
GListModel *libvirt_connect_get_secrets (LibvirtConnect *self);

LIBVIRT_AVAILABLE_IN_1_0
GListModel *libvirt_connect_get_storage_pools (LibvirtConnect *self);

G_END_DECLS
