/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "stream/libvirt-stream-core-private.h"
#include "stream/libvirt-stream-place-private.h"
#include "stream/libvirt-transfer-private.h"

G_BEGIN_DECLS

/* How data is moved between a stream that is open and a place on this side. */
typedef struct
{
  LibvirtStreamCore *core;
  LibvirtStreamPlace *place;
  guint64 length;            /* not more than that is sent; 0 for all */
  gboolean with_holes;       /* the stream was opened for them */
  LibvirtTransfer *transfer; /* NULL if nobody watches */
  GCancellable *cancellable;
} LibvirtStreamCopy;

/* Both block, and finish the stream, or abort it if they fail. */
gboolean libvirt_stream_copy_receive (LibvirtStreamCopy *self,
                                      GError **error);
gboolean libvirt_stream_copy_send (LibvirtStreamCopy *self,
                                   GError **error);

/* When it cannot begin. */
void libvirt_stream_copy_abort (LibvirtStreamCopy *self);

G_END_DECLS
