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

/* As many as Linux follows. */
#define MAX_LINKS 40

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

static gboolean
fail_with_errno (const char *what,
                 GError **error)
{
  int code = errno;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "%s: %s", what, g_strerror (code));
  return FALSE;
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

/* What @file leads to, also if that is not there. */
static GFile *
follow_links (GFile *file)
{
  g_autofree char *path = g_file_is_native (file) ? g_file_get_path (file) : NULL;
  char *link;

  if (path == NULL)
    return g_object_ref (file);

  for (guint n = 0; n < MAX_LINKS && (link = g_file_read_link (path, NULL)) != NULL; n++)
    {
      g_autofree char *folder = g_path_get_dirname (path);

      g_free (path);
      path = g_path_is_absolute (link) ? g_strdup (link) : g_build_filename (folder, link, NULL);
      g_free (link);
    }

  return g_file_new_for_path (path);
}

static gboolean
can_replace (const char *path,
             struct stat *status,
             GError **error)
{
  if (stat (path, status) != 0 || faccessat (AT_FDCWD, path, W_OK, AT_EACCESS) != 0)
    return fail_with_errno ("Cannot replace the file", error);

  if (!S_ISREG (status->st_mode))
    g_set_error_literal (error, G_IO_ERROR,
                         S_ISDIR (status->st_mode) ? G_IO_ERROR_IS_DIRECTORY
                                                   : G_IO_ERROR_NOT_REGULAR_FILE,
                         "Only a regular file can be replaced");
  return S_ISREG (status->st_mode);
}

/* Whoever cannot give a file to its owner does not let another group have it, either. */
static void
give_access (int fd,
             const struct stat *old)
{
  gboolean has_owner = fchown (fd, old->st_uid, old->st_gid) == 0;

  fchmod (fd, old->st_mode & (has_owner ? 07777 : 0707));
}

/* g_file_replace() would write into @file itself if that has several names or another owner. */
static gboolean
open_beside (LibvirtStreamPlace *self,
             GFile *file,
             GError **error)
{
  g_autofree char *folder = g_path_get_dirname (g_file_peek_path (file));
  g_autofree char *path = g_build_filename (folder, ".libvirt-gobj-XXXXXX", NULL);
  struct stat old;
  int fd;

  if (!can_replace (g_file_peek_path (file), &old, error))
    return FALSE;

  fd = g_mkstemp_full (path, O_WRONLY | O_CLOEXEC, 0600);
  if (fd < 0)
    return fail_with_errno ("Cannot make a file beside the old one", error);

  give_access (fd, &old);
  self->output = g_unix_output_stream_new (fd, TRUE);
  self->created = g_file_new_for_path (path);
  self->replaced = g_object_ref (file);
  return TRUE;
}

static gboolean
open_replacement (LibvirtStreamPlace *self,
                  GFile *file,
                  GCancellable *cancellable,
                  GError **error)
{
  if (g_file_is_native (file))
    return open_beside (self, file, error);

  self->output =
    (GOutputStream *) g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, error);
  return self->output != NULL;
}

gboolean
libvirt_stream_place_open_output (LibvirtStreamPlace *self,
                                  GFile *file,
                                  GCancellable *cancellable,
                                  GError **error)
{
  g_autoptr (GError) own_error = NULL;
  g_autoptr (GFile) target = follow_links (file);
  GFileOutputStream *output = g_file_create (target, G_FILE_CREATE_NONE, cancellable, &own_error);
  gboolean is_open = output != NULL;

  *self = (LibvirtStreamPlace){ .output = (GOutputStream *) output };
  if (is_open)
    self->created = g_steal_pointer (&target);
  else if (g_error_matches (own_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    is_open = open_replacement (self, target, cancellable, error);
  else
    g_propagate_error (error, g_steal_pointer (&own_error));

  self->fd = get_fd (self->output);
  return is_open;
}

/* All of it is on the disk before the old one goes. */
static gboolean
keep_output (LibvirtStreamPlace *self,
             GCancellable *cancellable,
             GError **error)
{
  if (self->replaced != NULL && fsync (self->fd) != 0)
    return fail_with_errno ("Cannot write the file", error);

  return g_output_stream_close (self->output, cancellable, error) &&
         (self->replaced == NULL ||
          g_file_move (self->created, self->replaced,
                       G_FILE_COPY_OVERWRITE | G_FILE_COPY_NO_FALLBACK_FOR_MOVE, cancellable, NULL,
                       NULL, error));
}

/* GIO leaves the file as it was if the closing of its replacement is cancelled. */
static void
drop_output (LibvirtStreamPlace *self)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_output_stream_close (self->output, cancelled, NULL);
  if (self->created != NULL)
    g_file_delete (self->created, NULL, NULL);
}

gboolean
libvirt_stream_place_close (LibvirtStreamPlace *self,
                            gboolean is_complete,
                            GCancellable *cancellable,
                            GError **error)
{
  gboolean has_failed =
    is_complete && self->output != NULL && !keep_output (self, cancellable, error);

  if (self->output != NULL && (!is_complete || has_failed))
    drop_output (self);

  g_clear_object (&self->input);
  g_clear_object (&self->output);
  g_clear_object (&self->created);
  g_clear_object (&self->replaced);
  return !has_failed;
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

/* Where the next byte will be, -1 if that cannot be told: what is opened for appending does not go
 * by its position, and others may make it longer. */
static off_t
find_position (int fd)
{
  return fd >= 0 && (fcntl (fd, F_GETFL) & O_APPEND) == 0 ? lseek (fd, 0, SEEK_CUR) : -1;
}

gboolean
libvirt_stream_place_make_hole (LibvirtStreamPlace *self,
                                gint64 length,
                                GCancellable *cancellable,
                                GError **error)
{
  off_t here = find_position (self->fd);

  if (here >= 0 && punch (self->fd, here, length))
    {
      self->has_hole = TRUE;
      return libvirt_stream_place_pass_hole (self, length, error);
    }

  return write_zeros (self->output, length, cancellable, error);
}

gboolean
libvirt_stream_place_end (LibvirtStreamPlace *self,
                          GError **error)
{
  off_t here = find_position (self->fd);
  struct stat status;

  if (!self->has_hole || here < 0 || fstat (self->fd, &status) != 0 || status.st_size >= here)
    return TRUE;

  return ftruncate (self->fd, here) == 0 || fail_with_errno ("Cannot make a hole at the end", error);
}
