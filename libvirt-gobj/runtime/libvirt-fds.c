/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "runtime/libvirt-fds-private.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

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

gboolean
libvirt_check_free_fds (guint n,
                        GError **error)
{
  g_autofree int *fds = g_new (int, n);
  guint n_free = 0;
  int status = 0;

  fds[0] = open ("/", O_RDONLY | O_CLOEXEC);
  while (fds[n_free] >= 0 && ++n_free < n)
    fds[n_free] = fcntl (fds[0], F_DUPFD_CLOEXEC, 0);
  status = errno;
  for (guint i = 0; i < n_free; i++)
    close (fds[i]);
  if (n_free == n)
    return TRUE;

  libvirt_set_error (error, LIBVIRT_ERROR_SYSTEM_ERROR, "Cannot open a connection: %s",
                     g_strerror (status));
  return FALSE;
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
