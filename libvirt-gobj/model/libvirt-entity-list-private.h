/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-entity-list.h>
#include "model/libvirt-list-loader-private.h"
#include "runtime/libvirt-entity-private.h"

G_BEGIN_DECLS

struct _LibvirtEntityList
{
  GObject parent_instance;

  LibvirtListLoader loader;

  /* Set once. */
  GType item_type;
  const LibvirtEntityDetails *details;

  /* Only touched in the owner's context. */
  GSequence *items;  /* strong references, in order */
  GHashTable *iters; /* entity -> its GSequenceIter */
  LibvirtEntityList *roots; /* of a tree: NULL until it is asked for */
  gboolean has_news;        /* of a tree: some of the items may have no place yet */
  LibvirtWeak *weak;        /* what its parts have: NULL until there is one */

  /* Of a part of a tree. */
  gboolean is_part;
  LibvirtWeak *whole; /* which asks, and knows how that goes; NULL if there is none */

  /* Atomic. */
  int has_tree;  /* who comes after whom is asked for, too */
  int n_placing; /* how many are about to say that */

  /* Guarded by the core's lock. */
  GPtrArray *due; /* entities to be looked at; with some, there is an emission on its way */
};

/* The list of all things of @details' kind on the host, or of those that belong to
 * @owner; empty yet. */
LibvirtEntityList *libvirt_entity_list_new (LibvirtCore *core,
                                            const LibvirtEntityDetails *details,
                                            LibvirtEntity *owner);

/* A part of @whole, which is NULL for an object that a program made by itself. */
LibvirtEntityList *libvirt_entity_list_new_part (LibvirtEntityList *whole,
                                                 const LibvirtEntityDetails *details);

/* Brings the items in line with @entities: takes in those that exist, and takes out those that do
 * not. In the owner's context, as all that looks at items, and within a turn of the loader's; of a
 * part, within one of the whole. */
void libvirt_entity_list_look_at (LibvirtEntityList *self,
                                  GPtrArray *entities);

/* Takes out those of @entities that it has; the caller has references. */
void libvirt_entity_list_take_out (LibvirtEntityList *self,
                                   GPtrArray *entities);
gboolean libvirt_entity_list_has (LibvirtEntityList *self,
                                  LibvirtEntity *entity);
GPtrArray *libvirt_entity_list_dup_items (LibvirtEntityList *self);

/* Has a worker fill it. In the owner's context. */
void libvirt_entity_list_load (LibvirtEntityList *self);

/* The list of what belongs to @owner, made when it is asked for first; it lives as long as that.
 * In the owner's context. */
GListModel *libvirt_entity_list_of (LibvirtEntity *owner,
                                    const LibvirtEntityDetails *details);

/* The same, not filled yet if it is new; borrowed. */
LibvirtEntityList *libvirt_entity_list_prepare (LibvirtEntity *owner,
                                                const LibvirtEntityDetails *details);

/* Any thread, without the lock: the list of what belongs to @owner, NULL for the connection, if
 * there is one. */
LibvirtEntityList *libvirt_entity_list_ref_of (LibvirtCore *core,
                                               LibvirtEntity *owner,
                                               LibvirtKind kind);

/* Has a worker fill the list of what belongs to @owner again, if there is one. In the owner's
 * context. */
void libvirt_entity_list_reload (LibvirtEntity *owner,
                                 LibvirtKind kind);

/* Asks what there is with @owner, in any thread: what is to be taken in the owner's context, where
 * it and the error are taken over, and what was found. Blocks. */
gpointer libvirt_entity_list_ask (LibvirtEntityList *self,
                                  LibvirtEntity *owner,
                                  GPtrArray **found,
                                  GError **error);
void libvirt_entity_list_take_answer (LibvirtEntityList *self,
                                      gpointer answer,
                                      GError *error);
void libvirt_entity_list_free_answer (gpointer answer);

LibvirtCore *libvirt_entity_list_get_core (LibvirtEntityList *self);
const LibvirtEntityDetails *libvirt_entity_list_get_details (LibvirtEntityList *self);

/* Whether there is a list of the whole host that wants to hear of what comes and goes. */
gboolean libvirt_entity_list_exists (LibvirtCore *core,
                                     LibvirtKind kind);

/* Any thread, without the lock: @entity is new, or its existence has changed. The list, if there
 * is one, looks at it in the owner's context. */
void libvirt_entity_list_tell (LibvirtEntity *entity);

/* The same for several of one kind that have one owner: they come into the list together. */
void libvirt_entity_list_tell_all (GPtrArray *entities);

/* When a call has done something to @entity that a worker may have found out before: what waits for
 * the owner's context is told at once, where this is its thread. */
void libvirt_entity_list_catch_up (LibvirtEntity *entity);

G_END_DECLS
