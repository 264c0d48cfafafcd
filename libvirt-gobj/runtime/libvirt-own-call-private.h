/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "runtime/libvirt-track-private.h"

G_BEGIN_DECLS

/*
 * A call of ours that changes what is tracked: begun before libvirt is called, so that events
 * which are older than the call do not undo what it did.
 */
typedef struct
{
  LibvirtEntity *entity;
  LibvirtHandle *handle; /* NULL if there is no connection any more */
  guint32 serial;
} LibvirtOwnCall;

gboolean libvirt_own_call_begin (LibvirtOwnCall *self,
                                 gpointer entity,
                                 GError **error);
void libvirt_own_call_clear (LibvirtOwnCall *self);

/* What the call has made so; all return TRUE. */
gboolean libvirt_own_call_take (LibvirtOwnCall *self,
                                const LibvirtBase *base);
gboolean libvirt_own_call_autostart (LibvirtOwnCall *self,
                                     gboolean autostart);

/* The same for kinds without a state of their own. */
gboolean libvirt_own_call_active (LibvirtOwnCall *self,
                                  gboolean active);
gboolean libvirt_own_call_persistent (LibvirtOwnCall *self,
                                      gboolean persistent);
gboolean libvirt_own_call_gone (LibvirtOwnCall *self);

/* The same of something that has been deleted as @flags say: with its children if @children is
 * among them, or these alone if it is @children_only. That they are gone only questions can tell. */
gboolean libvirt_own_call_deleted (LibvirtOwnCall *self,
                                   guint flags,
                                   guint children,
                                   guint children_only);

/* Where libvirt does not say what it has done: asks for it. */
gboolean libvirt_own_call_ask (LibvirtOwnCall *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LibvirtOwnCall, libvirt_own_call_clear)

G_END_DECLS
