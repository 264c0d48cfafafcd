/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-connect.h>

G_BEGIN_DECLS

LIBVIRT_AVAILABLE_IN_1_0
char     *libvirt_connect_get_driver_type                (LibvirtConnect  *self,
                                                          GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
guint64   libvirt_connect_get_version                    (LibvirtConnect  *self,
                                                          GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
guint64   libvirt_connect_get_lib_version                (LibvirtConnect  *self,
                                                          GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
char     *libvirt_connect_get_hostname                   (LibvirtConnect  *self,
                                                          GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
char     *libvirt_connect_get_sysinfo                    (LibvirtConnect  *self,
                                                          guint            flags,
                                                          GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean  libvirt_connect_is_encrypted                   (LibvirtConnect  *self,
                                                          GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean  libvirt_connect_is_secure                      (LibvirtConnect  *self,
                                                          GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean  libvirt_connect_set_identity                   (LibvirtConnect  *self,
                                                          GVariant        *params,
                                                          guint            flags,
                                                          GError         **error);

G_END_DECLS
