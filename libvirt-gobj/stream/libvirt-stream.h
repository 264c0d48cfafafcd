/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-stream-enums.h>
#include <libvirt-gobj/libvirt-types.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_STREAM (libvirt_stream_get_type ())

LIBVIRT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (LibvirtStream, libvirt_stream, LIBVIRT, STREAM, GIOStream)

LIBVIRT_AVAILABLE_IN_1_0
LibvirtStream  *libvirt_stream_new            (LibvirtConnect      *connect,
                                               LibvirtStreamFlags   flags,
                                               GError             **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtConnect *libvirt_stream_get_connection (LibvirtStream       *self);

LIBVIRT_AVAILABLE_IN_1_0
gboolean        libvirt_stream_finish         (LibvirtStream       *self,
                                               GError             **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean        libvirt_stream_abort          (LibvirtStream       *self,
                                               GError             **error);

G_END_DECLS
