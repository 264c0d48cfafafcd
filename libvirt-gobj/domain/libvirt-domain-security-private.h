/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-domain-security.h>
#include <libvirt/libvirt.h>

G_BEGIN_DECLS

LibvirtSecurityLabel *libvirt_security_label_from_native (const virSecurityLabel *native);

G_END_DECLS
