/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>
#include "runtime/libvirt-export-private.h"
#include "runtime/libvirt-weak-private.h"

G_BEGIN_DECLS

typedef struct _LibvirtEmitter LibvirtEmitter;
typedef struct _LibvirtEmission LibvirtEmission;

/* One thing to be told in the owner's context. Made in any thread, emitted and freed there. */
struct _LibvirtEmission
{
  LibvirtEmission *next;
  void (*emit) (LibvirtEmission *self,
                gpointer connect);
  void (*free) (LibvirtEmission *self);

  /* NULL, or frees libvirt's own pointers, of which each would keep the connection open; called
   * when that is closed, in any thread. What is left to be told is for the emission to know. */
  void (*detach) (LibvirtEmission *self);
};

/* Emits in @context until libvirt_emitter_stop(). What @connect leads to, the GObject of a
 * connection, is asked for each emission: when it is gone, what waits is dropped. */
LibvirtEmitter *libvirt_emitter_new (GMainContext *context,
                                     LibvirtWeak *connect);
LibvirtEmitter *libvirt_emitter_ref (LibvirtEmitter *self);
void libvirt_emitter_unref (LibvirtEmitter *self);

/* Any thread. Takes @emission over. */
LIBVIRT_FOR_ADMIN
void libvirt_emitter_push (LibvirtEmitter *self,
                           LibvirtEmission *emission);

/* Any thread. Has @data freed in the owner's context, at once if this thread runs that: for
 * references of which each may be the last one. It takes the program's signal handlers along, which
 * are not to be freed in another thread. */
void libvirt_emitter_let_go (LibvirtEmitter *self,
                             gpointer data,
                             GDestroyNotify free);

/* For the dispose of an object to which nothing leads any more. TRUE in a thread of the library's: then
 * it is not the object's end yet, which comes with another dispose in the owner's context. */
gboolean libvirt_emitter_let_end (LibvirtEmitter *self,
                                  gpointer object);

/* TRUE if this thread may run the owner's context: what it tells before libvirt_emitter_leave()
 * is told in the right place, at once. */
LIBVIRT_FOR_ADMIN
gboolean libvirt_emitter_enter (LibvirtEmitter *self);
LIBVIRT_FOR_ADMIN
void libvirt_emitter_leave (LibvirtEmitter *self);

/* Any thread. Emits @emission, which is taken over, at once if this thread may run the owner's
 * context, and without a connection then; else as if it was pushed. */
void libvirt_emitter_tell (LibvirtEmitter *self,
                           LibvirtEmission *emission);

/* Emits what waits now, if this thread runs the owner's context. The caller has a reference. */
void libvirt_emitter_flush (LibvirtEmitter *self);

/* The connection is closed: detaches what waits and what still comes. */
void libvirt_emitter_close (LibvirtEmitter *self);

/* Around fork(): a child is told nothing of what the parent had heard. */
void libvirt_emitter_before_fork (LibvirtEmitter *self);
void libvirt_emitter_after_fork (LibvirtEmitter *self,
                                 gboolean in_child);

/* For the dispose of the GObject of the connection: drops what waits and emits nothing more. */
LIBVIRT_FOR_ADMIN
void libvirt_emitter_stop (LibvirtEmitter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LibvirtEmitter, libvirt_emitter_unref)

G_END_DECLS
