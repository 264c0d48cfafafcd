/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "runtime/libvirt-entity-private.h"

G_BEGIN_DECLS

/*
 * Things of whose end a call of ours or an answer has told before the events do: one that was active
 * and persistent has two, in either order. They are held until those have come: they are about them, not
 * about what has the name by then, and an event that is told before them does not make another object.
 * Under the core's lock.
 */

/* Takes a reference. */
void libvirt_departed_add (LibvirtEntity *entity);

/* For kinds that are known by their names: the one that has ended first, borrowed; NULL if there is
 * none. As events come in order, all that come are about it. */
LibvirtEntity *libvirt_departed_peek (LibvirtCore *core,
                                      LibvirtKind kind,
                                      const char *name);

/* The last event has come: TRUE if there was a reference, which is the caller's now. */
gboolean libvirt_departed_give_up (LibvirtEntity *entity);

/* No event comes any more. Adds the references to what was found in the registry. */
void libvirt_departed_steal_all (LibvirtCore *core,
                                 GArray *found);

G_END_DECLS
