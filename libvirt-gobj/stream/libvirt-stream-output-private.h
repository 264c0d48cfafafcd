/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "stream/libvirt-stream-core-private.h"

G_BEGIN_DECLS

/* The half of a LibvirtStream that is written; it is pollable, so GIO writes asynchronously with it
 * without a thread. */
GOutputStream *libvirt_stream_output_new (LibvirtStreamCore *core);

G_END_DECLS
