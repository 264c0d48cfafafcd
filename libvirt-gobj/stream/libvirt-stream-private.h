/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-stream.h>
#include "stream/libvirt-stream-core-private.h"

G_BEGIN_DECLS

typedef struct _LibvirtStreamWatch LibvirtStreamWatch;

struct _LibvirtStream
{
  GIOStream parent_instance;

  /* Set once. */
  LibvirtStreamCore *core;
  GMainContext *context; /* the owner's */
  gboolean is_nonblocking;

  GInputStream *input;
  GOutputStream *output;

  LibvirtStreamWatch *watch; /* libvirt-stream-event.c's; under its lock */
};

/* Has nobody called for what happens any more. FALSE if nobody was. */
gboolean libvirt_stream_drop_watch (LibvirtStream *self);

/* Takes @native, which must be non-blocking, over. */
LibvirtStream *libvirt_stream_new_for (LibvirtSession *session,
                                       virStreamPtr native,
                                       gboolean is_nonblocking);

/* Behind libvirt_stream_new(). */
LibvirtStream *libvirt_stream_new_of (LibvirtCore *core,
                                      LibvirtStreamFlags flags,
                                      GError **error);

/* Around the call that opens @self, which must be of the connection of @core and not open yet:
 * libvirt would lose the one it has. The native stream for that call, or NULL with @error. */
LibvirtHandle *libvirt_stream_begin_open (LibvirtStream *self,
                                          LibvirtCore *core,
                                          GError **error);

/* Returns @opened. Which halves of it can be used depends on the call. */
gboolean libvirt_stream_end_open (LibvirtStream *self,
                                  LibvirtStreamHalf halves,
                                  gboolean opened);

G_END_DECLS
