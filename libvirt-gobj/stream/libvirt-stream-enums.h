/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-types.h>

G_BEGIN_DECLS

/**
 * LibvirtStreamFlags:
 * @LIBVIRT_STREAM_FLAGS_NONE: the call waits
 * @LIBVIRT_STREAM_FLAGS_NONBLOCK: the call returns at once and says that it would have waited
 *
 * How a stream from libvirt_stream_new() behaves when it has to wait.
 *
 * Mirrors virStreamFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_STREAM_FLAGS_NONE = 0,
  LIBVIRT_STREAM_FLAGS_NONBLOCK = 1 << 0,
} LibvirtStreamFlags;

/**
 * LibvirtStreamEventType:
 * @LIBVIRT_STREAM_EVENT_TYPE_NONE: nothing is watched for the moment
 * @LIBVIRT_STREAM_EVENT_TYPE_READABLE: data has arrived
 * @LIBVIRT_STREAM_EVENT_TYPE_WRITABLE: data is taken
 * @LIBVIRT_STREAM_EVENT_TYPE_ERROR: the transfer failed
 * @LIBVIRT_STREAM_EVENT_TYPE_HANGUP: the other end of the stream has closed
 *
 * What a stream is ready for, when libvirt_stream_event_add_callback() watches it.
 *
 * Mirrors virStreamEventType.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_STREAM_EVENT_TYPE_NONE = 0,
  LIBVIRT_STREAM_EVENT_TYPE_READABLE = 1 << 0,
  LIBVIRT_STREAM_EVENT_TYPE_WRITABLE = 1 << 1,
  LIBVIRT_STREAM_EVENT_TYPE_ERROR = 1 << 2,
  LIBVIRT_STREAM_EVENT_TYPE_HANGUP = 1 << 3,
} LibvirtStreamEventType;

/**
 * LibvirtStreamRecvFlagsValues:
 * @LIBVIRT_STREAM_RECV_FLAGS_VALUES_NONE: when it has what was asked for, or nothing more has come
 * @LIBVIRT_STREAM_RECV_FLAGS_VALUES_STOP_AT_HOLE: before a hole as well, whose length
 *   libvirt_stream_recv_hole() then tells
 *
 * Where libvirt_stream_recv_flags() stops reading.
 *
 * Mirrors virStreamRecvFlagsValues.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_STREAM_RECV_FLAGS_VALUES_NONE = 0,
  LIBVIRT_STREAM_RECV_FLAGS_VALUES_STOP_AT_HOLE = 1 << 0,
} LibvirtStreamRecvFlagsValues;

G_END_DECLS
