/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-connect.h>

G_BEGIN_DECLS

LIBVIRT_AVAILABLE_IN_1_0
GStrv libvirt_connect_list_interfaces               (LibvirtConnect  *self,
                                                     GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
int   libvirt_connect_num_of_interfaces             (LibvirtConnect  *self,
                                                     GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
GStrv libvirt_connect_list_defined_interfaces       (LibvirtConnect  *self,
                                                     GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
int   libvirt_connect_num_of_defined_interfaces     (LibvirtConnect  *self,
                                                     GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
GStrv libvirt_connect_list_networks                 (LibvirtConnect  *self,
                                                     GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
int   libvirt_connect_num_of_networks               (LibvirtConnect  *self,
                                                     GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
GStrv libvirt_connect_list_defined_networks         (LibvirtConnect  *self,
                                                     GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
int   libvirt_connect_num_of_defined_networks       (LibvirtConnect  *self,
                                                     GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
GStrv libvirt_connect_list_nw_filters               (LibvirtConnect  *self,
                                                     GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
int   libvirt_connect_num_of_nw_filters             (LibvirtConnect  *self,
                                                     GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
GStrv libvirt_connect_list_secrets                  (LibvirtConnect  *self,
                                                     GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
int   libvirt_connect_num_of_secrets                (LibvirtConnect  *self,
                                                     GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
GStrv libvirt_connect_list_storage_pools            (LibvirtConnect  *self,
                                                     GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
int   libvirt_connect_num_of_storage_pools          (LibvirtConnect  *self,
                                                     GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
GStrv libvirt_connect_list_defined_storage_pools    (LibvirtConnect  *self,
                                                     GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
int   libvirt_connect_num_of_defined_storage_pools  (LibvirtConnect  *self,
                                                     GError         **error);

G_END_DECLS
