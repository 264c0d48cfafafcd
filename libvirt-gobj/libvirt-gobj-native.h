/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

/*
 * For C programs that also call libvirt itself. The one header with libvirt's types in it; it is
 * not part of the introspection data.
 */

#include <libvirt-gobj/libvirt-gobj.h>
#include <libvirt/libvirt.h>

G_BEGIN_DECLS

LIBVIRT_AVAILABLE_IN_1_0
virConnectPtr   libvirt_connect_get_native      (LibvirtConnect  *self,
                                                 GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtConnect *libvirt_connect_new_from_native (virConnectPtr    native,
                                                 GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
virDomainPtr    libvirt_domain_get_native       (LibvirtDomain   *self,
                                                 GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomain  *libvirt_domain_new_from_native  (LibvirtConnect  *connection,
                                                 virDomainPtr     native,
                                                 GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
virStreamPtr    libvirt_stream_get_native       (LibvirtStream   *self,
                                                 GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtStream  *libvirt_stream_new_from_native  (LibvirtConnect  *connection,
                                                 virStreamPtr     native,
                                                 GError         **error);

G_END_DECLS
