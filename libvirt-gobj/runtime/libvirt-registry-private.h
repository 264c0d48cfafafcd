/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-entity.h>
#include "runtime/libvirt-handle-private.h"

G_BEGIN_DECLS

/*
 * One GObject for each thing on the host. The connection holds every entity from the first time
 * it is handed out until it is gone, forgotten, or the connection is closed: held by weak
 * references alone, an object would take the handlers of a Python or JavaScript program with it
 * when the language's wrapper goes. What was let go but still lives in somebody's hands is
 * found again through a weak reference, so that the same thing never has two objects.
 *
 * Keys are raw UUID bytes where the kind has a UUID, else a LibvirtTextKey; they lie in the
 * instance, or are its own.
 * Domains are found by name as well, as reading a UUID from libvirt's handle costs more than
 * all else an event needs.
 *
 * All functions are called under the core's lock. References are handed to the caller: the
 * last one must not be dropped under that lock.
 */
typedef struct
{
  guint8 owner[VIR_UUID_BUFLEN]; /* zeros if that is the connection */
  char text[];
} LibvirtTextKey;

typedef struct
{
  GHashTable *held[LIBVIRT_N_KINDS];   /* key in the instance -> strong reference */
  GHashTable *let_go[LIBVIRT_N_KINDS]; /* copy of the key -> GWeakRef */
  GHashTable *domains_by_name;         /* name in the native handle -> borrowed */
  GHashTable *moving_names;            /* name -> serial of the event that gave it to another */
} LibvirtRegistry;

void libvirt_registry_init (LibvirtRegistry *self);
void libvirt_registry_destroy (LibvirtRegistry *self);

/* Lets everything go. References to all that was held or still lives. */
GPtrArray *libvirt_registry_clear (LibvirtRegistry *self);

/* References to all that is held or still lives. */
GPtrArray *libvirt_registry_list_all (LibvirtRegistry *self);

/* A new reference. */
LibvirtEntity *libvirt_registry_lookup (LibvirtRegistry *self,
                                        LibvirtKind kind,
                                        gconstpointer key);
LibvirtEntity *libvirt_registry_lookup_domain_by_name (LibvirtRegistry *self,
                                                       const char *name);

gboolean libvirt_registry_holds (LibvirtRegistry *self,
                                 LibvirtEntity *entity);

/* Takes a reference of its own. */
void libvirt_registry_hold (LibvirtRegistry *self,
                            LibvirtEntity *entity);

/* TRUE if it was held; the reference is then the caller's. With @may_return the object is still
 * the one to be found for its key as long as somebody has it. */
gboolean libvirt_registry_let_go (LibvirtRegistry *self,
                                  LibvirtEntity *entity,
                                  gboolean may_return);

/* References to all of the kind that belong to what has that UUID, held or let go. */
GPtrArray *libvirt_registry_list_owned (LibvirtRegistry *self,
                                        LibvirtKind kind,
                                        const guint8 *owner);

/* Lets go of all that belongs to @owner; it may return. References to it, in a container. */
GPtrArray *libvirt_registry_let_go_owned (LibvirtRegistry *self,
                                          LibvirtEntity *owner);

/* For finalize: drops the weak reference that led to @entity. If another object has the key
 * by now, a reference to that one, to be dropped outside the lock. */
LibvirtEntity *libvirt_registry_forget_key (LibvirtRegistry *self,
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

/* For a @name that is another's by now. */
void libvirt_registry_unset_domain_name (LibvirtRegistry *self,
                                         const char *name,
                                         LibvirtEntity *domain);

G_END_DECLS
