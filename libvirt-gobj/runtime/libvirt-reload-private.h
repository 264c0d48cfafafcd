/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "runtime/libvirt-core-private.h"

G_BEGIN_DECLS

/*
 * Asks for all that there are objects and live lists for, after a time in which nothing was heard
 * of it: with one call for each kind, or for each owner where things belong to one.
 */
typedef struct
{
  LibvirtEmission emission;
  LibvirtCore *core;
  guint kinds;         /* bits */
  GPtrArray *known;    /* all that there was an object for */
  GHashTable *listed;  /* kind and owner -> the serial at which all of them was asked for; 0 if
                          that failed */
  GPtrArray *lists;    /* containers of what there is */
  GHashTable *found;   /* what is in them */
  GPtrArray *fillings; /* the same for the live lists */
} LibvirtReload;

LibvirtReload *libvirt_reload_new (LibvirtCore *core);

/* In the owner's context, as references may be the last ones. */
void libvirt_reload_free (LibvirtReload *self);

/* Brings the objects of @kinds, which are bits, up to date, and what belongs to them. Blocks. */
void libvirt_reload_run (LibvirtReload *self,
                         guint kinds);

/* Has the live lists take what was found. A handler may do anything, also close the connection. In
 * the owner's context. */
void libvirt_reload_fill_lists (LibvirtReload *self);

/* Does that, and frees @self; from any thread. */
void libvirt_reload_finish (LibvirtReload *self);

G_END_DECLS
