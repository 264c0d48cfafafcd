/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-connect-auth.h>
#include <libvirt-gobj/libvirt-types.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_MANAGER (libvirt_manager_get_type ())

LIBVIRT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (LibvirtManager, libvirt_manager, LIBVIRT, MANAGER, GObject)

LIBVIRT_AVAILABLE_IN_1_0
LibvirtManager *libvirt_manager_new           (void);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtConnect *libvirt_manager_add           (LibvirtManager      *self,
                                               const char          *uri,
                                               LibvirtConnectAuth  *auth,
                                               LibvirtConnectFlags  flags);

LIBVIRT_AVAILABLE_IN_1_0
gboolean        libvirt_manager_remove        (LibvirtManager      *self,
                                               LibvirtConnect      *connection);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtConnect *libvirt_manager_lookup_by_uri (LibvirtManager      *self,
                                               const char          *uri);

LIBVIRT_AVAILABLE_IN_1_0
GListModel     *libvirt_manager_get_domains   (LibvirtManager      *self);

G_END_DECLS
