/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/*
 * The changes of a list, one after the other. While handlers of items-changed are called the list must
 * stay as it is told to be: if one of them changed it, those after that would hear of the newer
 * change first and of the older one last, with positions that are wrong by then. So what comes
 * while a change is made waits until everybody has heard of that.
 *
 * Part of the list's own struct, all zero in the beginning; only touched in the owner's context.
 */
typedef struct
{
  gboolean is_taken;
  GQueue waiting;
} LibvirtListTurn;

typedef void (*LibvirtListStep) (gpointer list,
                                 gpointer data);

/* Calls @change, which may change @list and tell of it, and then @after, if that is not NULL, which
 * may tell of anything else: before this returns, or, if a change is being made, before the call
 * returns that makes it. @list is kept until then, @data is freed. Without @data, one that waits already
 * is enough. */
void libvirt_list_turn_take (LibvirtListTurn *self,
                             gpointer list,
                             LibvirtListStep change,
                             LibvirtListStep after,
                             gpointer data,
                             GDestroyNotify free_data);

G_END_DECLS
