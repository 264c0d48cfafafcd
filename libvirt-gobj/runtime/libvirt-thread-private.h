/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A thread to be joined, or NULL. Signals are the application's: it has them all blocked. */
GThread *libvirt_thread_new (const char *name,
                             GThreadFunc func,
                             gpointer data);

/* The same that nobody joins. */
gboolean libvirt_thread_start (const char *name,
                               GThreadFunc func,
                               gpointer data);

G_END_DECLS
