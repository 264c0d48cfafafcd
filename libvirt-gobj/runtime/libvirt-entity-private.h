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

/* What a class has of its own. */
typedef struct _LibvirtEntityDetails
{
  LibvirtKind kind;

  /* Where the key in the registry is: see libvirt-registry-private.h. */
  gconstpointer (*get_key) (LibvirtEntity *self);

  /* The name in the native handle, as long as that lives. */
  const char *(*read_name) (LibvirtHandle *handle);

  /* All that the host has of the kind, as a container of references. Blocks. */
  GPtrArray *(*list) (LibvirtCore *core,
                      virConnectPtr connect,
                      GError **error);

  /* Has a worker ask the hypervisor whether the thing exists, and how it is. */
  void (*ask) (LibvirtEntity *self);

  /* Notifies the properties named by the bits of @changed, which are the class's own. Called in
   * the owner's context, without locks. */
  void (*notify_changed) (LibvirtEntity *self,
                          guint changed);
} LibvirtEntityDetails;

#define LIBVIRT_ENTITY_DETAILS(o) \
  (G_TYPE_INSTANCE_GET_CLASS ((o), LIBVIRT_TYPE_ENTITY, LibvirtEntityClass)->details)

/* The first bits are the base class's. */
#define LIBVIRT_ENTITY_CHANGED_EXISTS (1u << 0)
#define LIBVIRT_ENTITY_CHANGED_NAME (1u << 1)
#define LIBVIRT_ENTITY_FIRST_CHANGED_BIT 2

/* The native handle for one call, or NULL with a clear error when there is none any more. */
LibvirtHandle *libvirt_entity_hold (LibvirtEntity *self,
                                    GError **error);

/* Frees the native handle once no call uses it. */
void libvirt_entity_detach (LibvirtEntity *self);

/* Puts @handle, which is taken over, in the place of the one before. Under the core's lock. */
void libvirt_entity_swap_handle (LibvirtEntity *self,
                                 LibvirtHandle *handle);

/* The name as it is now; under the core's lock. */
const char *libvirt_entity_read_name (LibvirtEntity *self);

/* Tells, in the owner's context, what another thread changed and is still in the queue: before
 * a signal that is about it. */
void libvirt_entity_tell_untold (LibvirtEntity *self);

/*
 * Around a change of what is tracked: takes the core's lock, and gives it back and tells in the
 * owner's context which properties have another value. At once, if this thread runs that
 * context; else they are marked under the lock, so that no signal overtakes them.
 */
gboolean libvirt_entity_begin_change (LibvirtEntity *self);
void libvirt_entity_end_change (LibvirtEntity *self,
                                gboolean told_at_once,
                                guint changed);

G_END_DECLS
