/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-domain-enums.h>
#include <libvirt-gobj/libvirt-entity.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_DOMAIN (libvirt_domain_get_type ())

LIBVIRT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (LibvirtDomain, libvirt_domain, LIBVIRT, DOMAIN, LibvirtEntity)

LIBVIRT_AVAILABLE_IN_1_0
LibvirtConnect     *libvirt_domain_get_connection        (LibvirtDomain *self);

LIBVIRT_AVAILABLE_IN_1_0
const char         *libvirt_domain_get_name              (LibvirtDomain *self);

LIBVIRT_AVAILABLE_IN_1_0
GBytes             *libvirt_domain_get_uuid              (LibvirtDomain *self);

LIBVIRT_AVAILABLE_IN_1_0
const char         *libvirt_domain_get_uuid_string       (LibvirtDomain *self);

LIBVIRT_AVAILABLE_IN_1_0
int                 libvirt_domain_get_id                (LibvirtDomain *self);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainState  libvirt_domain_peek_state            (LibvirtDomain *self);

LIBVIRT_AVAILABLE_IN_1_0
int                 libvirt_domain_peek_state_reason     (LibvirtDomain *self);

LIBVIRT_AVAILABLE_IN_1_0
gboolean            libvirt_domain_peek_active           (LibvirtDomain *self);

LIBVIRT_AVAILABLE_IN_1_0
gboolean            libvirt_domain_peek_persistent       (LibvirtDomain *self);

LIBVIRT_AVAILABLE_IN_1_0
gboolean            libvirt_domain_peek_autostart        (LibvirtDomain *self);

LIBVIRT_AVAILABLE_IN_1_0
gboolean            libvirt_domain_peek_has_managed_save (LibvirtDomain *self);

G_END_DECLS
