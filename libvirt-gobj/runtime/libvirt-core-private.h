/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-types.h>
#include "runtime/libvirt-emitter-private.h"
#include "runtime/libvirt-executor-private.h"
#include "runtime/libvirt-handle-private.h"
#include "runtime/libvirt-registry-private.h"

G_BEGIN_DECLS

/*
 * What is behind a LibvirtConnect: threads, queue, registry and native pointer, counted apart
 * from the GObject, so that the last unref of the object never waits for a call and a late
 * answer still finds what it needs.
 */
struct _LibvirtCore
{
  gatomicrefcount ref_count;

  /* Set once. */
  GWeakRef connect; /* the LibvirtConnect */
  GMainContext *context;
  LibvirtEmitter *emitter;
  LibvirtExecutor *executor;

  /* Atomic. */
  int calls_in_flight;

  GMutex lock;
  /* Guarded by lock, which is never held across a call of libvirt's. */
  LibvirtHandle *handle; /* NULL once closed */
  LibvirtRegistry registry;
  guint32 event_serial; /* raised by each event */
  guint loads;          /* loads of entities that are under way, see libvirt_core_begin_load() */
  GHashTable *touched;  /* meanwhile: names of unknown domains that events were about -> serial */
};

/* Takes @native over. The context is libvirt_async_ref_owner_context()'s. */
LibvirtCore *libvirt_core_new (LibvirtConnect *connect,
                               virConnectPtr native);
LibvirtCore *libvirt_core_ref (LibvirtCore *self);
void libvirt_core_unref (LibvirtCore *self);

/* The native connection for one call. */
LibvirtHandle *libvirt_core_hold (LibvirtCore *self,
                                  GError **error);

/* The core of a LibvirtConnect, LibvirtNode or LibvirtEntity. */
LibvirtCore *libvirt_core_of (gpointer object);

/* A new reference, or NULL when the connection object is gone. */
LibvirtConnect *libvirt_core_ref_connect (LibvirtCore *self);

/* Detaches every native handle and closes the connection in a thread. FALSE if it was closed. */
gboolean libvirt_core_close (LibvirtCore *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LibvirtCore, libvirt_core_unref)

G_END_DECLS
