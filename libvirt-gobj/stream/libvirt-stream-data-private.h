/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-stream.h>

G_BEGIN_DECLS

/* These wait, unless the stream is one that does not: then they fail with WOULD_BLOCK. The number
 * of bytes, LIBVIRT_STREAM_HOLE, or -1. */
gssize libvirt_stream_recv_some (LibvirtStream *self,
                                 gpointer buffer,
                                 gsize nbytes,
                                 guint flags,
                                 GError **error);
gssize libvirt_stream_send_some (LibvirtStream *self,
                                 gconstpointer data,
                                 gsize nbytes,
                                 GError **error);

G_END_DECLS
