/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "stream/libvirt-stream-core-private.h"

G_BEGIN_DECLS

/* What both halves of a stream do that takes time, for callers that block and for others. */

/* Says whether what was waited for is fine. */
typedef gboolean (*LibvirtStreamCheck) (LibvirtStreamCore *core,
                                        GError **error);

/* Calls @callback with @task, in its context, when there is any of @ready or it is cancelled. */
void libvirt_stream_attach (GTask *task,
                            LibvirtStreamCore *core,
                            LibvirtStreamReady ready,
                            GSourceFunc callback);

/* As soon as there is any of @ready, @task returns what @check says. Takes the caller's reference to
 * it over. */
void libvirt_stream_wait_async (GTask *task,
                                LibvirtStreamCore *core,
                                LibvirtStreamReady ready,
                                LibvirtStreamCheck check);

/* Closes a half; with the last one the stream is finished. Blocks. */
gboolean libvirt_stream_close_half (LibvirtStreamCore *core,
                                    LibvirtStreamHalf half,
                                    GCancellable *cancellable,
                                    GError **error);
/* The same for @task, of which the caller's reference is taken over. */
void libvirt_stream_close_half_async (GTask *task,
                                      LibvirtStreamCore *core,
                                      LibvirtStreamHalf half);

/* Ends it and waits for that. Blocks. */
gboolean libvirt_stream_end (LibvirtStreamCore *core,
                             LibvirtStreamEnd end,
                             GCancellable *cancellable,
                             GError **error);

G_END_DECLS
