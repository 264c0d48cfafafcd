/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "stream/libvirt-stream-core-private.h"

G_BEGIN_DECLS

/* The splice functions of the half that is written: GIO's own go in steps of 8 KiB. What is read
 * goes straight into the queue of what is to be sent. */
gssize libvirt_stream_splice (GOutputStream *target,
                              LibvirtStreamCore *core,
                              GInputStream *source,
                              GOutputStreamSpliceFlags flags,
                              GCancellable *cancellable,
                              GError **error);

/* Moves up to @count bytes; blocks. How many it were: 0 at the end, -1 on failure. */
gssize libvirt_stream_splice_step (LibvirtStreamCore *core,
                                   GInputStream *source,
                                   gsize count,
                                   GCancellable *cancellable,
                                   GError **error);

/* Takes the caller's reference to @task, whose source is the target, over. */
void libvirt_stream_splice_async (GTask *task,
                                  LibvirtStreamCore *core,
                                  GInputStream *source,
                                  GOutputStreamSpliceFlags flags);

G_END_DECLS
