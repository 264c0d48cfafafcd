/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libvirt-gobj/libvirt-stream-enums.h>
#include "runtime/libvirt-enum-assert-private.h"

/**
 * SECTION:libvirt-stream-enums
 * @title: Types of streams
 * @short_description: how data is carried through a connection
 *
 * Flags of streams that move disks' contents, console output and the like.
 *
 * Since: 1.0
 */

/* virStreamFlags */
ASSERT_SAME (STREAM_FLAGS_NONBLOCK, STREAM_NONBLOCK);

/* virStreamEventType */
ASSERT_SAME (STREAM_EVENT_TYPE_READABLE, STREAM_EVENT_READABLE);
ASSERT_SAME (STREAM_EVENT_TYPE_WRITABLE, STREAM_EVENT_WRITABLE);
ASSERT_SAME (STREAM_EVENT_TYPE_ERROR, STREAM_EVENT_ERROR);
ASSERT_SAME (STREAM_EVENT_TYPE_HANGUP, STREAM_EVENT_HANGUP);

/* virStreamRecvFlagsValues */
ASSERT_SAME (STREAM_RECV_FLAGS_VALUES_STOP_AT_HOLE, STREAM_RECV_STOP_AT_HOLE);
