/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "runtime/libvirt-entity-private.h"

G_BEGIN_DECLS

/*
 * Things that are known by their names, of whose end a call of ours or an answer has told before
 * the event does. They are held until that comes: it is about them, not about what has the name by
 * then. Under the core's lock.
 */

/* Takes a reference. */
void libvirt_departed_add (LibvirtEntity *entity);

/* The reference to the one that has ended first; NULL if there is none of that name. */
LibvirtEntity *libvirt_departed_steal (LibvirtCore *core,
                                       LibvirtKind kind,
                                       const char *name);

/* No event comes any more. What is returned is to be freed in the owner's context. */
GPtrArray *libvirt_departed_steal_all (LibvirtCore *core);

G_END_DECLS
