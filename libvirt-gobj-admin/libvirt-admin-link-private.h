/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj-admin/libvirt-admin-types.h>
#include "runtime/libvirt-core-private.h"

G_BEGIN_DECLS

/*
 * What a server or a client has of its connection; the first member of their structures after
 * the GObject. On one connection there is one object for each thing as long as somebody holds it.
 * Unlike entities they are not held by the connection: nothing ever changes in them and they have
 * no signals, so nothing is lost with them, and nobody tells when a client is gone.
 */
typedef struct
{
  /* Set once. */
  LibvirtCore *core;
  char *key; /* NULL for one that a program made by itself */
  LibvirtWeak *weak; /* likewise; in the table of the connection up to the dispose */

  /* Guarded by the core's lock. */
  LibvirtHandle *handle; /* NULL once the connection is closed */
} LibvirtAdminLink;

typedef struct
{
  GObject parent_instance;
  LibvirtAdminLink link;
} LibvirtAdminLinked;

#define LIBVIRT_ADMIN_LINK_OF(object) (&((LibvirtAdminLinked *) (object))->link)

/* For init, class_init, which takes care of dispose, and finalize. */
void libvirt_admin_link_init (LibvirtAdminLink *self);
void libvirt_admin_link_class_init (GObjectClass *klass);
void libvirt_admin_link_finalize (LibvirtAdminLink *self);

/* The object for @native, which is taken over: the one that is there already for @key, or @object,
 * which is taken over as well. NULL with @error set if the connection was closed meanwhile. */
gpointer libvirt_admin_link_adopt (gpointer object,
                                   LibvirtCore *core,
                                   const char *key,
                                   LibvirtKind kind,
                                   gpointer native,
                                   GError **error);

/* The native handle for one call. */
LibvirtHandle *libvirt_admin_link_hold (LibvirtAdminLink *self,
                                        GError **error);

/* A new reference, or NULL. */
LibvirtAdminConnect *libvirt_admin_link_ref_connection (LibvirtAdminLink *self);

/* Frees the native pointers of all that lives. */
void libvirt_admin_link_detach_all (LibvirtCore *core);

G_END_DECLS
