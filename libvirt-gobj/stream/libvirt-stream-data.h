/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-stream.h>

G_BEGIN_DECLS

LIBVIRT_AVAILABLE_IN_1_0
GBytes  *libvirt_stream_recv       (LibvirtStream                 *self,
                                    gsize                          nbytes,
                                    GError                       **error);

LIBVIRT_AVAILABLE_IN_1_0
GBytes  *libvirt_stream_recv_flags (LibvirtStream                 *self,
                                    gsize                          nbytes,
                                    LibvirtStreamRecvFlagsValues   flags,
                                    GError                       **error);

LIBVIRT_AVAILABLE_IN_1_0
gint64   libvirt_stream_recv_hole  (LibvirtStream                 *self,
                                    guint                          flags,
                                    GError                       **error);

LIBVIRT_AVAILABLE_IN_1_0
gssize   libvirt_stream_send       (LibvirtStream                 *self,
                                    const guint8                  *data,
                                    gsize                          nbytes,
                                    GError                       **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_stream_send_hole  (LibvirtStream                 *self,
                                    gint64                         length,
                                    guint                          flags,
                                    GError                       **error);

G_END_DECLS
