/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * File descriptors. Programs that this one starts shall not have those that libvirt has opened for
 * its caller, whatever the version and driver did about that.
 */

/* The caller's own, which libvirt duplicates, if at all, at the other end of a socket: FALSE with
 * INVALID_ARG if one of them is not open. */
gboolean libvirt_check_fds (const int *fds,
                            gsize n_fds,
                            GError **error);

/* Whether @n more can be opened now: FALSE with SYSTEM_ERROR if not. */
gboolean libvirt_check_free_fds (guint n,
                                 GError **error);

/* @fd itself, which may be negative. */
int libvirt_fd_take (int fd);

/* Takes the descriptors and the array, which was malloc()ed, over. */
GUnixFDList *libvirt_fds_take (int *fds,
                               guint n_fds);

G_END_DECLS
