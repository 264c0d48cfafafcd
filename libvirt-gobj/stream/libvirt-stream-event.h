/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-stream.h>

G_BEGIN_DECLS

/**
 * LibvirtStreamEventCallback:
 * @stream: what is ready
 * @events: for what, of all that is watched
 * @user_data: what was given to libvirt_stream_event_add_callback()
 *
 * Is called in the main context of the stream's owner, again and again while any of @events lasts.
 *
 * Mirrors virStreamEventCallback.
 *
 * Since: 1.0
 */
typedef void (*LibvirtStreamEventCallback) (LibvirtStream          *stream,
                                            LibvirtStreamEventType  events,
                                            gpointer                user_data);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_stream_event_add_callback    (LibvirtStream               *self,
                                               LibvirtStreamEventType       events,
                                               LibvirtStreamEventCallback   callback,
                                               gpointer                     user_data,
                                               GDestroyNotify               destroy,
                                               GError                     **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_stream_event_update_callback (LibvirtStream               *self,
                                               LibvirtStreamEventType       events,
                                               GError                     **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_stream_event_remove_callback (LibvirtStream               *self,
                                               GError                     **error);

G_END_DECLS
