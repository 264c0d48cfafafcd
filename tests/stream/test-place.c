/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Files that data comes to. */

#include "stream/libvirt-stream-place-private.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path; /* of a file in it */
  GFile *file;
} Fixture;

static void
set_up (Fixture *self,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("libvirt-gobj-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "image", NULL);
  self->file = g_file_new_for_path (self->path);
  g_file_set_contents (self->path, "precious", -1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_chmod (self->path, 0640), ==, 0);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  g_unlink (self->path);
  /* Nothing else was left behind. */
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_object_unref (self->file);
  g_free (self->path);
  g_free (self->folder);
}

static void
assert_content (const char *path,
                const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  gsize size;

  g_file_get_contents (path, &content, &size, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (content, size, expected, strlen (expected));
}

static struct stat
look (const char *path)
{
  struct stat status;

  g_assert_cmpint (g_lstat (path, &status), ==, 0);
  return status;
}

static void
write_some (LibvirtStreamPlace *place)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_output_stream_write_all (place->output, "new", 3, NULL, NULL, &error));
  g_assert_no_error (error);
}

/* Data comes to @path, in vain or not. */
static void
download (const char *path,
          gboolean is_complete)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  LibvirtStreamPlace place;

  g_assert_true (libvirt_stream_place_open_output (&place, file, NULL, &error));
  g_assert_no_error (error);
  write_some (&place);
  assert_content (path, "precious");
  g_assert_true (libvirt_stream_place_close (&place, is_complete, NULL, &error));
  g_assert_no_error (error);
  assert_content (path, is_complete ? "new" : "precious");
}

static void
test_file (Fixture *self,
           gconstpointer data)
{
  download (self->path, FALSE);
  download (self->path, TRUE);
  g_assert_cmpint (look (self->path).st_mode, ==, S_IFREG | 0640);
}

static void
test_owner (Fixture *self,
            gconstpointer data)
{
  if (chown (self->path, 4321, 1234) != 0)
    {
      g_test_skip ("only root can give files away");
      return;
    }

  download (self->path, TRUE);
  g_assert_cmpint (look (self->path).st_uid, ==, 4321);
  g_assert_cmpint (look (self->path).st_gid, ==, 1234);
  g_assert_cmpint (look (self->path).st_mode, ==, S_IFREG | 0640);
}

/* It can be written to by everybody: what is new is the writer's own, and no other group's. */
static void
test_other_owner (Fixture *self,
                  gconstpointer data)
{
  g_assert_cmpint (g_chmod (self->path, 0666), ==, 0);
  g_assert_cmpint (g_chmod (self->folder, 0777), ==, 0);
  if (chown (self->path, 4321, 1234) != 0 || seteuid (4322) != 0)
    {
      g_test_skip ("only root can be somebody else");
      return;
    }

  download (self->path, FALSE);
  download (self->path, TRUE);
  g_assert_cmpint (seteuid (0), ==, 0);
  g_assert_cmpint (look (self->path).st_uid, ==, 4322);
  g_assert_cmpint (look (self->path).st_mode, ==, S_IFREG | 0606);
}

/* A link of a link: both stay what they are. */
static void
test_symbolic_link (Fixture *self,
                    gconstpointer data)
{
  g_autofree char *first = g_strconcat (self->path, "-1", NULL);
  g_autofree char *second = g_strconcat (self->path, "-2", NULL);

  g_assert_cmpint (symlink ("image", first), ==, 0);
  g_assert_cmpint (symlink (first, second), ==, 0);
  download (second, FALSE);
  download (second, TRUE);
  assert_content (self->path, "new");
  g_assert_cmpint (look (self->path).st_mode, ==, S_IFREG | 0640);
  g_assert_true (S_ISLNK (look (first).st_mode));
  g_assert_true (S_ISLNK (look (second).st_mode));
  g_unlink (first);
  g_unlink (second);
}

/* The other name keeps the old file. */
static void
test_hard_link (Fixture *self,
                gconstpointer data)
{
  g_autofree char *other = g_strconcat (self->path, "-1", NULL);

  g_assert_cmpint (link (self->path, other), ==, 0);
  download (self->path, FALSE);
  download (self->path, TRUE);
  assert_content (other, "precious");
  g_assert_cmpint (look (self->path).st_mode, ==, S_IFREG | 0640);
  g_unlink (other);
}

/* What is not there is made, and is not there again if that is in vain. */
static void
test_dangling_link (Fixture *self,
                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *target = g_build_filename (self->folder, "target", NULL);
  LibvirtStreamPlace place;

  g_assert_cmpint (g_unlink (self->path), ==, 0);
  g_assert_cmpint (symlink ("target", self->path), ==, 0);
  for (gboolean is_complete = FALSE; is_complete <= TRUE; is_complete++)
    {
      g_assert_true (libvirt_stream_place_open_output (&place, self->file, NULL, &error));
      g_assert_no_error (error);
      write_some (&place);
      g_assert_true (libvirt_stream_place_close (&place, is_complete, NULL, &error));
      g_assert_no_error (error);
      g_assert_true (S_ISLNK (look (self->path).st_mode));
      g_assert_true (g_file_test (self->path, G_FILE_TEST_EXISTS) == is_complete);
    }
  assert_content (self->path, "new");
  g_assert_cmpint (g_unlink (target), ==, 0);
}

static void
assert_refused (const char *path,
                int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  LibvirtStreamPlace place;

  g_assert_false (libvirt_stream_place_open_output (&place, file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, code);
  g_assert_true (libvirt_stream_place_close (&place, FALSE, NULL, NULL));
}

static void
test_no_file (Fixture *self,
              gconstpointer data)
{
  assert_refused (self->folder, G_IO_ERROR_IS_DIRECTORY);
  assert_refused ("/dev/null", G_IO_ERROR_NOT_REGULAR_FILE);
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  g_assert_cmpint (symlink ("image", self->path), ==, 0);
  assert_refused (self->path, G_IO_ERROR_TOO_MANY_LINKS);
}

/* Data between two holes, where @fd is. */
static void
write_holes (int fd)
{
  g_autoptr (GError) error = NULL;
  LibvirtStreamPlace place;

  libvirt_stream_place_init_output_fd (&place, fd);
  g_assert_true (libvirt_stream_place_make_hole (&place, 4, NULL, &error));
  write_some (&place);
  g_assert_true (libvirt_stream_place_make_hole (&place, 100000, NULL, &error));
  g_assert_true (libvirt_stream_place_end (&place, &error));
  g_assert_no_error (error);
  g_assert_true (libvirt_stream_place_close (&place, TRUE, NULL, NULL));
}

/* Nothing is in the place of a hole, whatever was there. */
static void
assert_bytes (const char *path,
              const char *start,
              gsize n_start)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *expected = g_malloc0 (n_start + 100000);
  g_autofree char *content = NULL;
  gsize size;

  memcpy (expected, start, n_start);
  g_file_get_contents (path, &content, &size, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (content, size, expected, n_start + 100000);
}

static void
test_holes (Fixture *self,
            gconstpointer data)
{
  int fd = g_open (self->path, O_WRONLY, 0);

  g_assert_cmpint (lseek (fd, 2, SEEK_SET), ==, 2);
  write_holes (fd);
  assert_bytes (self->path, "pr\0\0\0\0new", 9);
  g_close (fd, NULL);
}

/* A position is not something written. */
static void
test_nothing (Fixture *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  LibvirtStreamPlace place;
  int fd = g_open (self->path, O_WRONLY, 0);

  g_assert_cmpint (lseek (fd, 100, SEEK_SET), ==, 100);
  libvirt_stream_place_init_output_fd (&place, fd);
  g_assert_true (libvirt_stream_place_end (&place, &error));
  g_assert_no_error (error);
  g_assert_true (libvirt_stream_place_close (&place, TRUE, NULL, NULL));
  assert_content (self->path, "precious");
  g_close (fd, NULL);
}

/* As a shell's >> opens it. */
static void
test_holes_appended (Fixture *self,
                     gconstpointer data)
{
  int fd = g_open (self->path, O_WRONLY | O_APPEND, 0);

  write_holes (fd);
  assert_bytes (self->path, "precious\0\0\0\0new", 15);
  g_close (fd, NULL);
}

#define ADD(path, func) g_test_add ("/stream/place/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("replace/file", test_file);
  ADD ("replace/owner", test_owner);
  ADD ("replace/other-owner", test_other_owner);
  ADD ("replace/symbolic-link", test_symbolic_link);
  ADD ("replace/hard-link", test_hard_link);
  ADD ("replace/dangling-link", test_dangling_link);
  ADD ("replace/no-file", test_no_file);
  ADD ("nothing", test_nothing);
  ADD ("holes", test_holes);
  ADD ("holes/appended", test_holes_appended);

  return g_test_run ();
}
