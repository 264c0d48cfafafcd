/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-event.h>

G_BEGIN_DECLS

/* Called by the first open: if no implementation was chosen, libvirt's I/O goes to the private
 * worker thread. Works on another library's implementation if one is registered already. */
void libvirt_event_ensure_impl (void);

G_END_DECLS
