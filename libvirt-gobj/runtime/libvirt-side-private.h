/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>
#include "runtime/libvirt-export-private.h"
#include "runtime/libvirt-handle-private.h"

G_BEGIN_DECLS

/*
 * libvirt has two sides: hypervisors, and the daemons themselves, whose interface is a library of
 * its own, libvirt-admin, as ours is, libvirt-gobj-admin. All that the runtime does with a
 * connection is the same for both, but for what is here.
 */
typedef struct _LibvirtSide
{
  const char *name; /* for messages */

  /* The name of libvirt's own GObject class of which every connection of this side is one. */
  const char *class_name;

  LibvirtKind connect_kind;

  /* As virConnectRef(). */
  int (*ref_connect) (gpointer native);

  void (*free_native) (LibvirtKind kind,
                       gpointer native);

  /* A question that costs the other end nothing; negative with libvirt's error. */
  int (*ask) (gpointer native);

  /* NULL, or whether what the calls are for is in this process: none can be lost. */
  gboolean (*is_in_process) (gpointer native);

  /* Takes back what was registered with libvirt. Blocks. */
  void (*deregister) (LibvirtSession *session);

  /* NULL, or frees the native pointers of what is no entity. */
  void (*detach) (LibvirtCore *core);

  /* In the owner's context: the connection ended without having been closed. */
  void (*take_closed) (gpointer connect,
                       int reason);
} LibvirtSide;

/* connect/libvirt-connect-side.c */
extern const LibvirtSide libvirt_hypervisor_side;

/*
 * A process can open connections of one side only. Both of libvirt's libraries register the
 * GObject classes of both sides, under the same names, when they open their first connection; the
 * one that comes second does not get its own and crashes. FALSE with @error set if @self would be
 * second; otherwise the other side is kept out until the opening has ended, well or badly.
 */
LIBVIRT_FOR_ADMIN
gboolean libvirt_side_begin_open (const LibvirtSide *self,
                                  GError **error);
LIBVIRT_FOR_ADMIN
void libvirt_side_end_open (const LibvirtSide *self);

G_END_DECLS
