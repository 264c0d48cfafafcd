/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-entity.h>
#include "runtime/libvirt-core-private.h"
#include "runtime/libvirt-handle-private.h"

G_BEGIN_DECLS

/*
 * The fields are packed: there may be 10,000 of these. What changes is guarded by the lock of
 * the core, which is never held across a call.
 */
struct _LibvirtEntity
{
  GObject parent_instance;

  LibvirtCore *core; /* never changes */

  /* Guarded by the core's lock. */
  LibvirtHandle *handle; /* NULL once the connection is closed or the entity is forgotten */
  guint32 serial;        /* the core's event serial when an event last touched the entity */
  guint8 exists;
  guint8 state;
  guint8 state_reason;
  guint8 flags; /* the class's own booleans */
};

struct _LibvirtEntityClass
{
  GObjectClass parent_class;

  LibvirtKind kind;

  /* Where the key in the registry is: see libvirt-registry-private.h. */
  gconstpointer (*get_key) (LibvirtEntity *self);

  /* Notifies the properties named by the bits of @changed, which are the class's own. Called in
   * the owner's context, without locks. */
  void (*notify_changed) (LibvirtEntity *self,
                          guint changed);
};

/* The first bit is the base class's. */
#define LIBVIRT_ENTITY_CHANGED_EXISTS (1u << 0)
#define LIBVIRT_ENTITY_CHANGED_NAME (1u << 1)
#define LIBVIRT_ENTITY_FIRST_CHANGED_BIT 2

/* The native handle for one call, or NULL with a clear error when there is none any more. */
LibvirtHandle *libvirt_entity_hold (LibvirtEntity *self,
                                    GError **error);

/* Tells about @changed in the owner's context: at once if this thread runs it. */
void libvirt_entity_tell_changed (LibvirtEntity *self,
                                  guint changed);

G_END_DECLS
