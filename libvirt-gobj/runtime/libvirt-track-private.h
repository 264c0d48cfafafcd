/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "runtime/libvirt-entity-private.h"

G_BEGIN_DECLS

/*
 * How base properties follow the hypervisor. Where a base comes from decides what it may
 * overwrite.
 *
 * ANSWER: the hypervisor said so when asked at @serial. Anything that an event touched later, or a
 * call of ours that returned later, stays, and the hypervisor is asked again.
 * OWN: a call of ours just made it so, having begun at @serial. If what an answer, an event or another
 * call has told since then is something else, either may be the newer: the hypervisor is asked before the
 * call returns.
 * EVENT: an event with this @serial says so. Not taken if an answer or a call of ours that
 * began later has been. While events of our own changes are due, one that says something else
 * than those led to may be older than they are: then the hypervisor is asked.
 */
typedef enum
{
  LIBVIRT_FROM_ANSWER,
  LIBVIRT_FROM_OWN,
  LIBVIRT_FROM_EVENT,
} LibvirtSource;

/* Takes @base in and tells what changed. */
void libvirt_entity_update (LibvirtEntity *self,
                            const LibvirtBase *base,
                            LibvirtSource source,
                            guint32 serial);

/* The same for an event that is being told, by whose emission @self is kept; and
 * libvirt_entity_tell_untold() with it. */
void libvirt_entity_update_by_event (LibvirtEntity *self,
                                     const LibvirtBase *base,
                                     guint32 serial);

/* For one that nobody has seen yet. Under the core's lock. */
void libvirt_entity_set_first_base (LibvirtEntity *self,
                                    const LibvirtBase *base,
                                    guint32 serial);

/* Takes @native over: its name, if that is new, else it is freed. Whether the name is believed is
 * a matter of the source and its @serial, as with libvirt_entity_update(). */
void libvirt_entity_take_native (LibvirtEntity *self,
                                 gpointer native,
                                 LibvirtSource source,
                                 guint32 serial);

/* Whether @base says something else than is known. Under the core's lock. */
gboolean libvirt_entity_contradicts (LibvirtEntity *self,
                                     const LibvirtBase *base);

/* Has a worker ask the hypervisor whether the thing exists, and how it is. */
void libvirt_entity_ask (LibvirtEntity *self);

/* After a look at all of the kind that @owner has, NULL for the connection: asks for each that is known
 * and is not among them. It may be gone where there are no events, or newer than the answer. What is
 * gone is told together. Blocks. */
void libvirt_entity_check_missing (LibvirtCore *core,
                                   LibvirtKind kind,
                                   LibvirtEntity *owner,
                                   GPtrArray *present);

/* The same as the first in this thread, which is that of a call of ours; blocks. */
void libvirt_entity_ask_now (LibvirtEntity *self);

/* One or the other: a call of ours does not return before what it did is known. */
void libvirt_entity_ask_for (LibvirtEntity *self,
                             LibvirtSource source);

/* All that the hypervisor has, asked for at @serial, is without it. Any event since then says
 * more. A live list is told by whoever has asked. The caller has a reference. */
void libvirt_entity_set_missing (LibvirtEntity *self,
                                 guint32 serial);

/* After a call of ours, begun at @serial, that made an end of it. */
void libvirt_entity_set_gone (LibvirtEntity *self,
                              guint32 serial);

/* After a call of ours, begun at @serial, that may have made an end of others with the same owner,
 * and if @gone, of @self: asks for each that is known. Blocks. */
void libvirt_entity_check_siblings (LibvirtEntity *self,
                                    gboolean gone,
                                    guint32 serial);

/* Whether events tell of what becomes of the kind. */
gboolean libvirt_kind_is_tracked (LibvirtCore *core,
                                  LibvirtKind kind);

G_END_DECLS
