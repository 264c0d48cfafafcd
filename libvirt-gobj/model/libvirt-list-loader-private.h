/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "model/libvirt-list-turn-private.h"
#include "runtime/libvirt-core-private.h"

G_BEGIN_DECLS

/* How a list asks, and what it does with the answer. */
typedef struct
{
  /* What there is, or NULL and an error. @owner is what the list is of, NULL for the connection. In
   * any thread; blocks. */
  gpointer (*ask) (gpointer list,
                   gpointer owner,
                   GError **error);

  /* In the owner's context. */
  void (*take) (gpointer list,
                gpointer answer);

  GDestroyNotify free_answer;
} LibvirtListCalls;

/*
 * What all live lists have: they ask for what there is in a worker, on request, and every so many
 * seconds, and know how that went. Part of the list's own struct.
 */
typedef struct
{
  /* Set once. */
  GObject *list; /* borrowed */
  const LibvirtListCalls *calls;
  LibvirtCore *core;
  LibvirtWeak *owner; /* what the items belong to; NULL if that is the connection */

  /* Only touched in the owner's context. */
  gboolean loading;
  gboolean is_stale; /* while loading: what was asked for may have changed since then */
  GError *error;
  guint interval; /* in seconds */
  GSource *timer; /* with an interval */
  LibvirtListTurn turn; /* for all that changes the items */
} LibvirtListLoader;

/* The properties that go with it, by id. */
enum
{
  LIBVIRT_LIST_PROP_ERROR = 1,
  LIBVIRT_LIST_PROP_INTERVAL,
  LIBVIRT_LIST_PROP_ITEM_TYPE,
  LIBVIRT_LIST_PROP_LOADING,
  LIBVIRT_LIST_N_PROPS
};

void libvirt_list_loader_install_properties (GObjectClass *object_class);

/* The value of each but the type of the items. */
void libvirt_list_loader_get_property (LibvirtListLoader *self,
                                       guint prop_id,
                                       GValue *value);

/* Of a closed connection until libvirt_list_loader_set_source(). */
void libvirt_list_loader_init (LibvirtListLoader *self,
                               gpointer list,
                               const LibvirtListCalls *calls);
void libvirt_list_loader_clear (LibvirtListLoader *self);

/* @owner is what the items belong to, of which no reference is held; NULL for the connection. */
void libvirt_list_loader_set_source (LibvirtListLoader *self,
                                     LibvirtCore *core,
                                     LibvirtEntity *owner);

/* Has a worker ask. In the owner's context. */
void libvirt_list_loader_load (LibvirtListLoader *self);

/* What somebody else has asked for, which is taken over. An answer that is awaited already may be
 * older: the list asks once more after that. In the owner's context. */
void libvirt_list_loader_take (LibvirtListLoader *self,
                               gpointer answer,
                               GError *error);

/* Asks in this thread. Any thread. */
gboolean libvirt_list_loader_refresh (LibvirtListLoader *self,
                                      GError **error);

/* In the owner's context. */
void libvirt_list_loader_set_interval (LibvirtListLoader *self,
                                       guint interval);

G_END_DECLS
