/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "runtime/libvirt-core-private.h"

G_BEGIN_DECLS

/*
 * Asks for all that there are objects for, after a time in which nothing was heard of it: with
 * one call for each kind, or for each owner where things belong to one.
 */
typedef struct
{
  LibvirtCore *core;
  GPtrArray *known;   /* all that there was an object for */
  GHashTable *listed; /* kind and owner -> the serial at which all of them was asked for */
  GPtrArray *lists;   /* containers of what there is */
  GHashTable *found;  /* what is in them */
} LibvirtReload;

LibvirtReload *libvirt_reload_new (LibvirtCore *core);

/* In the owner's context, as references may be the last ones. */
void libvirt_reload_free (LibvirtReload *self);

/* From any thread. */
void libvirt_reload_free_in_owner_context (LibvirtReload *self);

/* Brings the objects of @kinds, which are bits, up to date. Blocks. */
void libvirt_reload_run (LibvirtReload *self,
                         guint kinds);

G_END_DECLS
