/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * File descriptors that libvirt has opened for its caller. Programs that this one starts shall not
 * have them, whatever the version and driver did about that.
 */

/* @fd itself, which may be negative. */
int libvirt_fd_take (int fd);

/* Takes the descriptors and the array, which was malloc()ed, over. */
GUnixFDList *libvirt_fds_take (int *fds,
                               guint n_fds);

G_END_DECLS
