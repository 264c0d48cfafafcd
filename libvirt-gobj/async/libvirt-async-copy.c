/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "async/libvirt-async-copy-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>

int
libvirt_async_copy_fd (int fd)
{
  int copy = fcntl (fd, F_DUPFD_CLOEXEC, 3);

  return copy >= 0 ? copy : -errno;
}

void
libvirt_async_close_fd (int fd)
{
  if (fd >= 0)
    g_close (fd, NULL);
}

int *
libvirt_async_copy_fds (const int *fds,
                        gsize n_fds)
{
  int *copies = g_new (int, n_fds);

  for (gsize i = 0; i < n_fds; i++)
    copies[i] = libvirt_async_copy_fd (fds[i]);
  return copies;
}

void
libvirt_async_free_fds (int *fds,
                        gsize n_fds)
{
  for (gsize i = 0; i < n_fds; i++)
    libvirt_async_close_fd (fds[i]);
  g_free (fds);
}

gboolean
libvirt_async_check_fds (const int *fds,
                         gsize n_fds,
                         GError **error)
{
  for (gsize i = 0; i < n_fds; i++)
    {
      if (fds[i] >= 0)
        continue;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (-fds[i]),
                   "A file descriptor could not be duplicated: %s", g_strerror (-fds[i]));
      return FALSE;
    }

  return TRUE;
}

GPtrArray *
libvirt_async_copy_ptr_array (GPtrArray *array,
                              GBoxedCopyFunc copy,
                              GDestroyNotify free_element)
{
  GPtrArray *copies;

  if (array == NULL)
    return NULL;

  copies = g_ptr_array_new_full (array->len, free_element);
  for (guint i = 0; i < array->len; i++)
    g_ptr_array_add (copies, copy (g_ptr_array_index (array, i)));
  return copies;
}

gboolean
libvirt_async_is_list_of (GPtrArray *array,
                          GType type)
{
  gboolean is_list = array != NULL;

  for (guint i = 0; is_list && i < array->len; i++)
    is_list = G_TYPE_CHECK_INSTANCE_TYPE (g_ptr_array_index (array, i), type);

  return is_list;
}

void
libvirt_async_free_secret (gpointer secret,
                           gssize size)
{
  if (secret == NULL)
    return;

  explicit_bzero (secret, size < 0 ? strlen (secret) : (gsize) size);
  g_free (secret);
}
