/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "stream/libvirt-stream-core-private.h"

G_BEGIN_DECLS

/* The half of a LibvirtStream that is read; it is pollable, so GIO reads asynchronously with it
 * without a thread. */
GInputStream *libvirt_stream_input_new (LibvirtStreamCore *core);

G_END_DECLS
