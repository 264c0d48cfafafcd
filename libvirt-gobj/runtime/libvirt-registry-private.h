/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-entity.h>
#include "runtime/libvirt-handle-private.h"
#include "runtime/libvirt-weak-private.h"

G_BEGIN_DECLS

/*
 * One GObject for each thing on the host. The connection holds every entity from the first time
 * it is handed out until it is gone, forgotten, or the connection is closed: held by weak
 * references alone, an object would take the handlers of a Python or JavaScript program with it
 * when the language's wrapper goes. What was let go but still lives in somebody's hands is
 * found again, by a claim (see libvirt-weak-private.h), so that the same thing never has two objects.
 *
 * Keys are raw UUID bytes where the kind has a UUID, else a LibvirtTextKey; they lie in the
 * instance, or are its own.
 * Domains are found by name as well, as reading a UUID from libvirt's handle costs more than
 * all else an event needs. What belongs to one thing, held or let go, is in a ring: the end of a thing
 * costs what it has, and not what all others have.
 *
 * All functions are called under the core's lock, but for those of what was found. No language is
 * to be told of a reference under that lock: one is made there to what is held, which has another, the
 * registry's, or by who has one of its own. The last one must not be dropped under that lock.
 */
typedef struct
{
  guint8 owner[VIR_UUID_BUFLEN]; /* zeros if that is the connection */
  char text[];
} LibvirtTextKey;

typedef struct
{
  GHashTable *held[LIBVIRT_N_KINDS];   /* strong references, by the key in the instance */
  GHashTable *let_go[LIBVIRT_N_KINDS]; /* borrowed, up to their dispose, by the same */
  GHashTable *rings;                   /* borrowed, one of each, by the owner in its key */
  GHashTable *domains_by_name;         /* borrowed, by the name in the native handle */
  GHashTable *moving_names;            /* name -> serial of the event that gave it to another */
} LibvirtRegistry;

/* What was found: a reference to what is held, or a claim on what was let go. */
typedef struct
{
  LibvirtEntity *entity; /* NULL if there is none */
  LibvirtWeak *claim;    /* NULL if @entity is a reference */
} LibvirtFound;

/* A reference, without the lock. NULL if there is none, or it ended at that moment: then it is not
 * found any more. */
gpointer libvirt_found_take (LibvirtFound *self);

/* The same for an array of them, which is freed. */
GPtrArray *libvirt_found_take_all (GArray *found);

void libvirt_registry_init (LibvirtRegistry *self);
void libvirt_registry_destroy (LibvirtRegistry *self);

/* Lets everything go. All that was held or still lives, as LibvirtFound. */
GArray *libvirt_registry_clear (LibvirtRegistry *self);

/* All that is held or still lives, as LibvirtFound. */
GArray *libvirt_registry_find_all (LibvirtRegistry *self);

LibvirtFound libvirt_registry_find (LibvirtRegistry *self,
                                    LibvirtKind kind,
                                    gconstpointer key);

/* Borrowed, and to be looked at under the lock only. */
LibvirtEntity *libvirt_registry_peek (LibvirtRegistry *self,
                                      LibvirtKind kind,
                                      gconstpointer key);

LibvirtEntity *libvirt_registry_peek_domain_by_name (LibvirtRegistry *self,
                                                     const char *name);

gboolean libvirt_registry_holds (LibvirtRegistry *self,
                                 LibvirtEntity *entity);

/* Takes a reference of its own; the caller has one, too. */
void libvirt_registry_hold (LibvirtRegistry *self,
                            LibvirtEntity *entity);

/* TRUE if it was held; the reference is then the caller's. With @may_return the object is still
 * the one to be found for its key as long as somebody has it; without, nothing leads to it any more,
 * as with libvirt_registry_forget(). */
gboolean libvirt_registry_let_go (LibvirtRegistry *self,
                                  LibvirtEntity *entity,
                                  gboolean may_return);

/* All of the kind that belong to what has that UUID, held or let go, as LibvirtFound. */
GArray *libvirt_registry_find_owned (LibvirtRegistry *self,
                                     LibvirtKind kind,
                                     const guint8 *owner);

/* What of that exists and is not @present; @owner is NULL for what belongs to the connection. */
GArray *libvirt_registry_find_missing (LibvirtRegistry *self,
                                       LibvirtKind kind,
                                       const guint8 *owner,
                                       GPtrArray *present);

/* Lets go of all that belongs to @owner; it may return. The registry's references to it, in a
 * container; NULL if there is nothing. */
GPtrArray *libvirt_registry_let_go_owned (LibvirtRegistry *self,
                                          LibvirtEntity *owner);

/* When @entity ends: nothing leads to it any more. For what is not held. */
void libvirt_registry_forget (LibvirtRegistry *self,
                              LibvirtEntity *entity);

/* For domains, which are found by name as well: a name leads only to what is held, as it would
 * outlive the object. Around each change of the name. */
void libvirt_registry_set_name (LibvirtRegistry *self,
                                LibvirtEntity *entity);
void libvirt_registry_unset_name (LibvirtRegistry *self,
                                  LibvirtEntity *entity);

/* From an event that gives @name to a domain until that is taken in: meanwhile the name leads
 * nowhere, as nobody else knows whose it is, and an older answer may still be on its way. At the end
 * it leads to @entity, which may be NULL, unless a later event has moved it on. */
void libvirt_registry_move_name (LibvirtRegistry *self,
                                 const char *name,
                                 guint32 serial);
void libvirt_registry_settle_name (LibvirtRegistry *self,
                                   const char *name,
                                   guint32 serial,
                                   LibvirtEntity *entity);

G_END_DECLS
