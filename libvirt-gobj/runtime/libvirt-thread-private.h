/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Starts a thread that nobody joins. Signals are the application's: it has them all blocked. */
gboolean libvirt_thread_start (const char *name,
                               GThreadFunc func,
                               gpointer data);

G_END_DECLS
