/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-gobj.h>

/* Makes things happen to domains of @uri, through a connection of its own, and then ends @loop. */
gboolean demo_start (const char *uri,
                     GMainLoop *loop,
                     GError **error);
