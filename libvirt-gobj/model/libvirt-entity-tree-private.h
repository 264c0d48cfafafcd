/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "model/libvirt-entity-list-private.h"

G_BEGIN_DECLS

/*
 * Things that come one after the other, such as snapshots. All of them are in one list, that of
 * their owner; the roots, and what comes after each, are lists that are parts of that one. The
 * hypervisor is asked who comes after whom only once a part was asked for.
 */

/* The instances of such kinds begin with this. */
typedef struct
{
  LibvirtNamedEntity parent_instance;

  /* Only touched in the owner's context. */
  LibvirtWeak *parent; /* what it comes after; NULL for a root */
  gboolean is_placed;  /* whether that is known */
  LibvirtEntityList *children; /* NULL until it is asked for */
} LibvirtTreeEntity;

/* How libvirt is asked for these. */
struct _LibvirtTreeCalls
{
  LibvirtListCall list;          /* of the owner's */
  LibvirtListCall list_children; /* of one's own */
  guint roots;                   /* filters of the first */
  guint with_children;
  gpointer (*get_parent) (gpointer native,
                          unsigned int flags);
};

void libvirt_tree_entity_clear (LibvirtTreeEntity *self);

/* What @self comes after; borrowed. In the owner's context. */
gpointer libvirt_tree_entity_peek_parent (gpointer self);

/* The list of what comes after @self, made when it is asked for first. In the owner's context. */
GListModel *libvirt_tree_entity_get_children (gpointer self);

/* The same of all without a parent that belong to @owner. */
GListModel *libvirt_entity_tree_get_roots (LibvirtEntity *owner,
                                           const LibvirtEntityDetails *details);

/* Asks for the parent. Blocks. */
gpointer libvirt_tree_entity_ask_parent (gpointer self,
                                         guint flags,
                                         GError **error);

/* Asks for what comes after @self. Blocks. */
GPtrArray *libvirt_tree_entity_ask_children (gpointer self,
                                             guint flags,
                                             GError **error);

/* Around a call of ours that makes something, if a tree was asked for; else there is no list, which
 * is all right. What is made is at its place when this returns, or before anything else is told. */
LibvirtEntityList *libvirt_entity_tree_begin_placing (LibvirtEntity *owner,
                                                      LibvirtKind kind);
void libvirt_entity_tree_end_placing (LibvirtEntityList *list,
                                      gpointer made);

/* Who comes after whom: a parent, or NULL, for each of @found. References are put into @kept. Blocks. */
GHashTable *libvirt_entity_tree_ask (LibvirtEntity *owner,
                                     const LibvirtEntityDetails *details,
                                     gpointer native_owner,
                                     GPtrArray *found,
                                     GPtrArray *kept,
                                     GError **error);

/* For the list itself, in the owner's context: takes in what was asked for, ... */
void libvirt_entity_tree_take (LibvirtEntityList *self,
                               GHashTable *parents);

/* ... takes out those of @entities that are not in the list any more, ... */
void libvirt_entity_tree_remove (LibvirtEntityList *self,
                                 GPtrArray *entities);

/* ... has the list ask for the place of what has none, if nobody is about to tell it, ... */
void libvirt_entity_tree_place_news (LibvirtEntityList *self);

/* ... and tells of a property, which the parts have in common. */
void libvirt_entity_tree_notify (LibvirtEntityList *self,
                                 GParamSpec *pspec);

G_END_DECLS
