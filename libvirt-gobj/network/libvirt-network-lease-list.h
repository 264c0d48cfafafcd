/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-types.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_NETWORK_LEASE_LIST (libvirt_network_lease_list_get_type ())

LIBVIRT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (LibvirtNetworkLeaseList, libvirt_network_lease_list, LIBVIRT, NETWORK_LEASE_LIST, GObject)

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_network_lease_list_get_loading (LibvirtNetworkLeaseList *self);

LIBVIRT_AVAILABLE_IN_1_0
const GError *libvirt_network_lease_list_get_error (LibvirtNetworkLeaseList *self);

LIBVIRT_AVAILABLE_IN_1_0
guint libvirt_network_lease_list_get_interval (LibvirtNetworkLeaseList *self);

LIBVIRT_AVAILABLE_IN_1_0
void libvirt_network_lease_list_set_interval (LibvirtNetworkLeaseList *self,
                                              guint interval);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_network_lease_list_refresh (LibvirtNetworkLeaseList *self,
                                             GError **error);

G_END_DECLS
