/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-types.h>

G_BEGIN_DECLS

struct _LibvirtCore;

typedef struct _LibvirtTicker LibvirtTicker;
typedef struct _LibvirtTick LibvirtTick;

/* Something that is to be done again and again on a connection, in a worker. */
struct _LibvirtTick
{
  /* Set before it is added. */
  guint interval; /* in ms, from one end to the next beginning */
  void (*run) (LibvirtTick *self); /* in a worker, never twice at the same time */

  /* NULL, or called once when it is not the ticker's any more: in the thread that removes it, or in
   * the worker that was in its run. */
  void (*released) (LibvirtTick *self);

  /* The ticker's. */
  GList link;
  gint64 due_at;
  gboolean is_added;
  gboolean is_running;
};

/*
 * The one timer of a connection, in the owner's context. Whatever is due is done in one worker, one
 * thing after the other; the time to the next turn begins when that is done, so that nothing piles
 * up on a host that is slow. Without ticks there is no timer.
 */
LibvirtTicker *libvirt_ticker_new (struct _LibvirtCore *core);
void libvirt_ticker_free (LibvirtTicker *self);

/* Any thread. @tick is the ticker's until it is released; it is first due at once. Nothing is done
 * for one that is added already, or not. */
void libvirt_ticker_add (LibvirtTicker *self,
                         LibvirtTick *tick);
void libvirt_ticker_remove (LibvirtTicker *self,
                            LibvirtTick *tick);

/* Makes it due now. */
void libvirt_ticker_hurry (LibvirtTicker *self,
                           LibvirtTick *tick);

G_END_DECLS
