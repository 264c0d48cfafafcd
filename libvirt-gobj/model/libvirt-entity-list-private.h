/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-entity-list.h>
#include "runtime/libvirt-core-private.h"
#include "runtime/libvirt-entity-private.h"

G_BEGIN_DECLS

/* The list of all entities of @details' kind, which begins to load itself. */
LibvirtEntityList *libvirt_entity_list_new (LibvirtCore *core,
                                            GType item_type,
                                            const LibvirtEntityDetails *details);

LibvirtCore *libvirt_entity_list_get_core (LibvirtEntityList *self);

/* Whether there is a list that wants to hear of what comes and goes. */
gboolean libvirt_entity_list_exists (LibvirtCore *core,
                                     LibvirtKind kind);

/* Any thread, without the lock: @entity is new, or its existence has changed. The list, if there
 * is one, looks at it in the owner's context. */
void libvirt_entity_list_tell (LibvirtEntity *entity);

G_END_DECLS
