/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "runtime/libvirt-fds-private.h"

#include <fcntl.h>
#include <stdlib.h>

#include "runtime/libvirt-error-private.h"

gboolean
libvirt_check_fds (const int *fds,
                   gsize n_fds,
                   GError **error)
{
  for (gsize i = 0; i < n_fds; i++)
    {
      if (fcntl (fds[i], F_GETFD) >= 0)
        continue;

      libvirt_set_error (error, LIBVIRT_ERROR_INVALID_ARG, "%d is not an open file descriptor",
                         fds[i]);
      return FALSE;
    }

  return TRUE;
}

int
libvirt_fd_take (int fd)
{
  if (fd >= 0)
    fcntl (fd, F_SETFD, FD_CLOEXEC);

  return fd;
}

GUnixFDList *
libvirt_fds_take (int *fds,
                  guint n_fds)
{
  GUnixFDList *list;

  for (guint i = 0; i < n_fds; i++)
    libvirt_fd_take (fds[i]);

  /* -1 would be an array that ends with -1. */
  list = n_fds > 0 ? g_unix_fd_list_new_from_array (fds, (int) n_fds) : g_unix_fd_list_new ();
  free (fds);

  return list;
}
