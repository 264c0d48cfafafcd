/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-node.h>
#include "runtime/libvirt-core-private.h"

G_BEGIN_DECLS

LibvirtNode *libvirt_node_new (LibvirtCore *core);
LibvirtCore *libvirt_node_get_core (LibvirtNode *self);

G_END_DECLS
