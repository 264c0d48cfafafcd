/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-stream.h>

G_BEGIN_DECLS

/**
 * LibvirtStreamSinkFunc:
 * @stream: what the data comes from
 * @data: (array length=nbytes): the next piece, to be read before the function returns
 * @nbytes: how long that is, at least one byte
 * @user_data: what was given with the function, and is given to the others as well
 * @error: return location for a #GError
 *
 * Takes a piece of data that a host has sent, all of it. In JavaScript the bytes know their own
 * number, so that @nbytes is not there; in Python it may be, after the bytes.
 *
 * Mirrors virStreamSinkFunc.
 *
 * Returns: %TRUE to be given the next piece, %FALSE with @error to break the transfer off
 *
 * Since: 1.0
 */
typedef gboolean (*LibvirtStreamSinkFunc) (LibvirtStream  *stream,
                                           const guint8   *data,
                                           gsize           nbytes,
                                           gpointer        user_data,
                                           GError        **error);

/**
 * LibvirtStreamSinkHoleFunc:
 * @stream: where the hole was met
 * @length: how many zeros it stands for
 * @user_data: the same as for the function that takes the data
 * @error: return location for a #GError
 *
 * Leaves room in the place that the data goes to.
 *
 * Mirrors virStreamSinkHoleFunc.
 *
 * Returns: %TRUE to go on, %FALSE with @error to give the transfer up
 *
 * Since: 1.0
 */
typedef gboolean (*LibvirtStreamSinkHoleFunc) (LibvirtStream  *stream,
                                               gint64          length,
                                               gpointer        user_data,
                                               GError        **error);

/**
 * LibvirtStreamSourceFunc:
 * @stream: what the data is for
 * @nbytes: how much fits into one message. Less is fine, more is sent in several
 * @user_data: common to all functions of this transfer
 * @error: return location for a #GError
 *
 * Has the next piece of what is to be sent. In libvirt_stream_sparse_send_all() it must not go
 * beyond @nbytes, where a hole begins.
 *
 * Mirrors virStreamSourceFunc.
 *
 * Returns: (transfer full) (nullable): a piece of data, an empty one at the end, or %NULL with
 *   @error to break the transfer off
 *
 * Since: 1.0
 */
typedef GBytes *(*LibvirtStreamSourceFunc) (LibvirtStream  *stream,
                                            gsize           nbytes,
                                            gpointer        user_data,
                                            GError        **error);

/**
 * LibvirtStreamSourceHoleFunc:
 * @stream: what is being sent to
 * @in_data: (out): whether there is data at this place of the source, %FALSE for a hole
 * @length: (out): how far it is to the next change between data and hole, in bytes; 0 at the end
 * @user_data: the pointer that the other functions of the transfer get, too
 * @error: return location for a #GError
 *
 * Looks at what comes next in the source, without going on. A file system tells it with
 * `SEEK_DATA` and `SEEK_HOLE`.
 *
 * Mirrors virStreamSourceHoleFunc.
 *
 * Returns: %TRUE if that is known, %FALSE with @error to break the transfer off
 *
 * Since: 1.0
 */
typedef gboolean (*LibvirtStreamSourceHoleFunc) (LibvirtStream  *stream,
                                                 gboolean       *in_data,
                                                 gint64         *length,
                                                 gpointer        user_data,
                                                 GError        **error);

/**
 * LibvirtStreamSourceSkipFunc:
 * @stream: where the hole has been sent
 * @length: the number of bytes to go on by
 * @user_data: what the program gave for all of them
 * @error: return location for a #GError
 *
 * Passes a hole of the source.
 *
 * Mirrors virStreamSourceSkipFunc.
 *
 * Returns: %TRUE if the source stands behind it, %FALSE with @error to end the transfer too early
 *
 * Since: 1.0
 */
typedef gboolean (*LibvirtStreamSourceSkipFunc) (LibvirtStream  *stream,
                                                 gint64          length,
                                                 gpointer        user_data,
                                                 GError        **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_stream_recv_all        (LibvirtStream                *self,
                                         LibvirtStreamSinkFunc         handler,
                                         gpointer                      user_data,
                                         GError                      **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_stream_send_all        (LibvirtStream                *self,
                                         LibvirtStreamSourceFunc       handler,
                                         gpointer                      user_data,
                                         GError                      **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_stream_sparse_recv_all (LibvirtStream                *self,
                                         LibvirtStreamSinkFunc         handler,
                                         LibvirtStreamSinkHoleFunc     hole_handler,
                                         gpointer                      user_data,
                                         GError                      **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_stream_sparse_send_all (LibvirtStream                *self,
                                         LibvirtStreamSourceFunc       handler,
                                         LibvirtStreamSourceHoleFunc   hole_handler,
                                         LibvirtStreamSourceSkipFunc   skip_handler,
                                         gpointer                      user_data,
                                         GError                      **error);

G_END_DECLS
