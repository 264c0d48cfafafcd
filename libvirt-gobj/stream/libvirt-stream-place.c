/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "stream/libvirt-stream-place-private.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gfiledescriptorbased.h>
#include <gio/gunixinputstream.h>
#include <gio/gunixoutputstream.h>
#include <sys/stat.h>
#include <unistd.h>

#define ZEROS 65536

void
libvirt_stream_place_init_input_fd (LibvirtStreamPlace *self,
                                    int fd)
{
  *self = (LibvirtStreamPlace){ .input = g_unix_input_stream_new (fd, FALSE), .fd = fd };
}

void
libvirt_stream_place_init_output_fd (LibvirtStreamPlace *self,
                                     int fd)
{
  *self = (LibvirtStreamPlace){ .output = g_unix_output_stream_new (fd, FALSE), .fd = fd };
}

static int
get_fd (gpointer stream)
{
  return G_IS_FILE_DESCRIPTOR_BASED (stream) ? g_file_descriptor_based_get_fd (stream) : -1;
}

gboolean
libvirt_stream_place_open_input (LibvirtStreamPlace *self,
                                 GFile *file,
                                 GCancellable *cancellable,
                                 GError **error)
{
  GFileInputStream *input = g_file_read (file, cancellable, error);

  *self = (LibvirtStreamPlace){ .input = (GInputStream *) input, .fd = get_fd (input) };
  return input != NULL;
}

gboolean
libvirt_stream_place_open_output (LibvirtStreamPlace *self,
                                  GFile *file,
                                  GCancellable *cancellable,
                                  GError **error)
{
  g_autoptr (GError) own_error = NULL;
  GFileOutputStream *output = g_file_create (file, G_FILE_CREATE_NONE, cancellable, &own_error);
  gboolean is_new = output != NULL;

  if (g_error_matches (own_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    output = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, error);
  else if (!is_new)
    g_propagate_error (error, g_steal_pointer (&own_error));

  *self = (LibvirtStreamPlace){ .output = (GOutputStream *) output, .fd = get_fd (output) };
  if (is_new)
    self->created = g_object_ref (file);
  return output != NULL;
}

/* GIO leaves the file as it was if the closing of its replacement is cancelled. */
static gboolean
close_output (GOutputStream *output,
              gboolean is_complete,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GCancellable) cancelled = NULL;

  if (is_complete)
    return g_output_stream_close (output, cancellable, error);

  cancelled = g_cancellable_new ();
  g_cancellable_cancel (cancelled);
  g_output_stream_close (output, cancelled, NULL);
  return TRUE;
}

gboolean
libvirt_stream_place_close (LibvirtStreamPlace *self,
                            gboolean is_complete,
                            GCancellable *cancellable,
                            GError **error)
{
  gboolean is_closed = self->output == NULL ||
                       close_output (self->output, is_complete, cancellable, error);

  /* There is nothing of it, as there was before. */
  if (self->created != NULL && !(is_complete && is_closed))
    g_file_delete (self->created, NULL, NULL);

  g_clear_object (&self->input);
  g_clear_object (&self->output);
  g_clear_object (&self->created);
  return is_closed;
}

guint64
libvirt_stream_place_get_size (LibvirtStreamPlace *self)
{
  off_t here = self->fd >= 0 ? lseek (self->fd, 0, SEEK_CUR) : -1;
  off_t end = here >= 0 ? lseek (self->fd, 0, SEEK_END) : -1;

  if (here >= 0)
    lseek (self->fd, here, SEEK_SET);

  return end > here ? (guint64) (end - here) : 0;
}

/* Where the next change is, -1 if that cannot be told. */
static off_t
find_change (int fd,
             off_t here,
             gboolean *is_hole)
{
  off_t data = lseek (fd, here, SEEK_DATA);

  *is_hole = data > here || (data < 0 && errno == ENXIO);
  if (data < 0 && *is_hole)
    return lseek (fd, 0, SEEK_END);

  return data == here ? lseek (fd, here, SEEK_HOLE) : data;
}

gint64
libvirt_stream_place_look (LibvirtStreamPlace *self,
                           gboolean *is_hole)
{
  off_t here = self->fd >= 0 ? lseek (self->fd, 0, SEEK_CUR) : -1;
  off_t change;

  *is_hole = FALSE;
  if (here < 0)
    return G_MAXINT64;

  change = find_change (self->fd, here, is_hole);
  lseek (self->fd, here, SEEK_SET);
  if (change < 0)
    {
      *is_hole = FALSE;
      return G_MAXINT64;
    }

  return MAX (change - here, 0);
}

static gboolean
fail_with_errno (const char *what,
                 GError **error)
{
  int code = errno;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "%s: %s", what, g_strerror (code));
  return FALSE;
}

gboolean
libvirt_stream_place_pass_hole (LibvirtStreamPlace *self,
                                gint64 length,
                                GError **error)
{
  return lseek (self->fd, length, SEEK_CUR) >= 0 || fail_with_errno ("Cannot pass a hole", error);
}

static gboolean
write_zeros (GOutputStream *output,
             gint64 length,
             GCancellable *cancellable,
             GError **error)
{
  static const guint8 zeros[ZEROS];

  while (length > 0)
    {
      gsize n = (gsize) MIN (length, ZEROS);

      if (!g_output_stream_write_all (output, zeros, n, NULL, cancellable, error))
        return FALSE;
      length -= (gint64) n;
    }

  return TRUE;
}

/* FALSE if there may be something in that part of the file. */
static gboolean
punch (int fd,
       off_t here,
       gint64 length)
{
  struct stat status;

  if (fstat (fd, &status) != 0 || !S_ISREG (status.st_mode))
    return FALSE;

  return here >= status.st_size ||
         fallocate (fd, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, here, length) == 0;
}

gboolean
libvirt_stream_place_make_hole (LibvirtStreamPlace *self,
                                gint64 length,
                                GCancellable *cancellable,
                                GError **error)
{
  off_t here = self->fd >= 0 ? lseek (self->fd, 0, SEEK_CUR) : -1;

  if (here >= 0 && punch (self->fd, here, length))
    return libvirt_stream_place_pass_hole (self, length, error);

  return write_zeros (self->output, length, cancellable, error);
}

gboolean
libvirt_stream_place_end (LibvirtStreamPlace *self,
                          GError **error)
{
  off_t here = self->fd >= 0 ? lseek (self->fd, 0, SEEK_CUR) : -1;
  struct stat status;

  if (here < 0 || fstat (self->fd, &status) != 0 || !S_ISREG (status.st_mode) || status.st_size >= here)
    return TRUE;

  return ftruncate (self->fd, here) == 0 || fail_with_errno ("Cannot make a hole at the end", error);
}
