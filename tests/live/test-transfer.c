/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Volumes to and from files, on a real host. What is in a volume is looked at in the machine. */

#include "live.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MIB ((gsize) 1024 * 1024)
#define DATA ((gsize) 64 * 1024)
#define SPARSE_UP LIBVIRT_STORAGE_VOL_UPLOAD_FLAGS_SPARSE_STREAM
#define SPARSE_DOWN LIBVIRT_STORAGE_VOL_DOWNLOAD_FLAGS_SPARSE_STREAM

typedef struct
{
  virStorageVolPtr raw;
  LibvirtStorageVol *volume;
  char *folder; /* on this side */
  GFile *file;  /* in it; not there at first */
} Fixture;

static LibvirtStorageVol *
find_volume (Live *live, virStorageVolPtr raw)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = virStorageVolGetPath (raw);
  LibvirtStorageVol *volume = libvirt_connect_lookup_volume_by_path (live->connect, path, &error);

  g_assert_no_error (error);
  return volume;
}

static void
fixture_init_in (Fixture *self, Live *live, const char *pool_name, gsize size)
{
  static guint n_volumes;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("moved-%u", n_volumes++);
  g_autofree char *xml =
    g_strdup_printf ("<volume><name>%s</name><capacity>%" G_GSIZE_FORMAT "</capacity>"
                     "<allocation>0</allocation><target><format type='raw'/></target></volume>",
                     name, size);
  virStoragePoolPtr pool = virStoragePoolLookupByName (live->raw, pool_name);

  g_assert_nonnull (pool);
  self->raw = virStorageVolCreateXML (pool, xml, 0);
  g_assert_nonnull (self->raw);
  virStoragePoolFree (pool);
  self->volume = find_volume (live, self->raw);
  self->folder = g_dir_make_tmp ("libvirt-gobj-XXXXXX", &error);
  g_assert_no_error (error);
  self->file = g_file_new_build_filename (self->folder, "image", NULL);
}

static void
fixture_init (Fixture *self, Live *live, gsize size)
{
  fixture_init_in (self, live, "dir", size);
}

static void
fixture_clear (Fixture *self)
{
  if (self->raw == NULL)
    return;

  g_file_delete (self->file, NULL, NULL);
  /* Nothing else was left behind. */
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_object_unref (self->file);
  g_free (self->folder);
  g_object_unref (self->volume);
  g_assert_cmpint (virStorageVolDelete (self->raw, 0), ==, 0);
  virStorageVolFree (self->raw);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

static char *
ask (Fixture *self, const char *command)
{
  g_autofree char *path = virStorageVolGetPath (self->raw);
  g_autofree char *script = g_strdup_printf ("%s '%s'", command, path);

  return g_strstrip (live_enter (script));
}

static void
assert_volume (Fixture *self, const guint8 *bytes, gsize size)
{
  g_autofree char *expected = g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes, size);
  g_autofree char *found = ask (self, "sha256sum <");

  g_assert_true (g_str_has_prefix (found, expected));
}

static void
assert_file (Fixture *self, const guint8 *bytes, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  gsize found;

  g_file_load_contents (self->file, NULL, &content, &found, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (content, found, bytes, size);
}

static gsize
count_file_bytes (Fixture *self)
{
  struct stat status;

  g_assert_cmpint (stat (g_file_peek_path (self->file), &status), ==, 0);
  return (gsize) status.st_blocks * 512;
}

static gsize
count_volume_bytes (Fixture *self)
{
  g_autofree char *blocks = ask (self, "stat -c %b");

  return (gsize) g_ascii_strtoull (blocks, NULL, 10) * 512;
}

static void
add_noise (guint8 *bytes, gsize size)
{
  guint32 number = (guint32) g_test_rand_int ();

  for (gsize i = 0; i < size; i++)
    {
      number = number * 1664525 + 1013904223;
      bytes[i] = (guint8) (number >> 24);
    }
}

static guint8 *
make_bytes (gsize size)
{
  guint8 *bytes = g_malloc (size);

  add_noise (bytes, size);
  return bytes;
}

/* Each mebibyte begins with some data. */
static guint8 *
make_sparse_bytes (gsize size)
{
  guint8 *bytes = g_malloc0 (size);

  for (gsize start = 0; start < size; start += MIB)
    add_noise (bytes + start, DATA);

  return bytes;
}

static void
write_file (Fixture *self, const guint8 *bytes, gsize size)
{
  g_autoptr (GError) error = NULL;

  g_file_replace_contents (self->file, (const char *) bytes, size, NULL, FALSE, 0, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* The same with holes in the place of its zeros. */
static void
write_sparse_file (Fixture *self, const guint8 *bytes, gsize size)
{
  int fd = g_open (g_file_peek_path (self->file), O_CREAT | O_WRONLY, 0600);

  g_assert_cmpint (ftruncate (fd, (off_t) size), ==, 0);
  for (gsize start = 0; start < size; start += MIB)
    g_assert_cmpint (pwrite (fd, bytes + start, DATA, (off_t) start), ==, DATA);
  g_close (fd, NULL);
}

static void
fill_volume (Fixture *self, const guint8 *bytes, gsize size)
{
  g_autoptr (GError) error = NULL;

  write_file (self, bytes, size);
  g_assert_true (libvirt_storage_vol_upload_from_file (self->volume, self->file, 0, 0, 0, NULL, &error));
  g_assert_no_error (error);
  g_file_delete (self->file, NULL, NULL);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* What was notified. */
typedef struct
{
  guint n;
  double last;
} Steps;

static void
on_fraction (LibvirtTransfer *transfer, GParamSpec *pspec, gpointer user_data)
{
  Steps *steps = user_data;
  double fraction = libvirt_job_get_fraction (LIBVIRT_JOB (transfer));

  g_assert_cmpfloat (fraction, >=, steps->last);
  steps->last = fraction;
  steps->n++;
}

static LibvirtTransfer *
watch (Steps *steps)
{
  LibvirtTransfer *transfer = libvirt_transfer_new ();

  g_signal_connect (transfer, "notify::fraction", G_CALLBACK (on_fraction), steps);
  return transfer;
}

static void
assert_watched (LibvirtTransfer *transfer, Steps *steps, gsize size)
{
  g_assert_cmpfloat (steps->last, ==, 1.0);
  g_assert_cmpuint (steps->n, >, 1);
  g_assert_cmpuint (libvirt_job_get_bytes_done (LIBVIRT_JOB (transfer)), ==, size);
  g_assert_cmpuint (libvirt_job_get_bytes_total (LIBVIRT_JOB (transfer)), ==, size);
}

static void
test_file (Live *live)
{
  g_autoptr (GError) error = NULL;
  g_auto (Fixture) self = { 0 };
  g_autofree guint8 *bytes = make_bytes (9 * MIB);
  Steps up_steps = { 0 }, down_steps = { 0 };
  g_autoptr (LibvirtTransfer) up = watch (&up_steps);
  g_autoptr (LibvirtTransfer) down = watch (&down_steps);

  fixture_init (&self, live, 9 * MIB);
  write_file (&self, bytes, 9 * MIB);
  g_assert_true (libvirt_storage_vol_upload_from_file (self.volume, self.file, 0, 0, 0, up, &error));
  g_assert_no_error (error);
  assert_volume (&self, bytes, 9 * MIB);
  assert_watched (up, &up_steps, 9 * MIB);

  write_file (&self, (const guint8 *) "what was there", 14);
  g_assert_true (libvirt_storage_vol_download_to_file (self.volume, self.file, 0, 0, 0, down, &error));
  g_assert_no_error (error);
  assert_file (&self, bytes, 9 * MIB);
  assert_watched (down, &down_steps, 9 * MIB);
}

static void
test_async (Live *live)
{
  g_autoptr (GError) error = NULL;
  g_auto (Fixture) self = { 0 };
  g_autofree guint8 *bytes = make_bytes (9 * MIB);
  Steps up_steps = { 0 }, down_steps = { 0 };
  g_autoptr (LibvirtTransfer) up = watch (&up_steps);
  g_autoptr (LibvirtTransfer) down = watch (&down_steps);
  g_autoptr (GAsyncResult) result = NULL;

  fixture_init (&self, live, 9 * MIB);
  write_file (&self, bytes, 9 * MIB);
  libvirt_storage_vol_upload_from_file_async (self.volume, self.file, 0, 0, 0, up, NULL, on_done, &result);
  live_wait_until (result != NULL);
  g_assert_true (libvirt_storage_vol_upload_from_file_finish (self.volume, result, &error));
  g_assert_no_error (error);
  assert_watched (up, &up_steps, 9 * MIB);
  assert_volume (&self, bytes, 9 * MIB);

  g_clear_object (&result);
  libvirt_storage_vol_download_to_file_async (self.volume, self.file, 0, 0, 0, down, NULL, on_done, &result);
  live_wait_until (result != NULL);
  g_assert_true (libvirt_storage_vol_download_to_file_finish (self.volume, result, &error));
  g_assert_no_error (error);
  assert_watched (down, &down_steps, 9 * MIB);
  assert_file (&self, bytes, 9 * MIB);
}

static void
test_range (Live *live)
{
  g_autoptr (GError) error = NULL;
  g_auto (Fixture) self = { 0 };
  g_autofree guint8 *bytes = make_bytes (3 * MIB);
  g_autoptr (LibvirtTransfer) transfer = libvirt_transfer_new ();

  fixture_init (&self, live, 3 * MIB);
  fill_volume (&self, bytes, 3 * MIB);
  g_assert_true (libvirt_storage_vol_download_to_file (self.volume, self.file, 1000, 2 * MIB, 0, transfer,
                                                       &error));
  g_assert_no_error (error);
  assert_file (&self, bytes + 1000, 2 * MIB);
  g_assert_cmpuint (libvirt_job_get_bytes_total (LIBVIRT_JOB (transfer)), ==, 2 * MIB);

  /* The first 5000 bytes of the file, 100 bytes from the start. */
  memmove (bytes + 100, bytes + 1000, 5000);
  g_assert_true (libvirt_storage_vol_upload_from_file (self.volume, self.file, 100, 5000, 0, NULL, &error));
  g_assert_no_error (error);
  assert_volume (&self, bytes, 3 * MIB);

  /* From somewhere to the end. */
  g_assert_true (libvirt_storage_vol_download_to_file (self.volume, self.file, 3 * MIB - 7, 0, 0, NULL,
                                                       &error));
  g_assert_no_error (error);
  assert_file (&self, bytes + 3 * MIB - 7, 7);
}

static void
test_sparse (Live *live)
{
  g_autoptr (GError) error = NULL;
  g_auto (Fixture) self = { 0 };
  g_autofree guint8 *bytes = make_sparse_bytes (16 * MIB);
  Steps up_steps = { 0 }, down_steps = { 0 };
  g_autoptr (LibvirtTransfer) up = watch (&up_steps);
  g_autoptr (LibvirtTransfer) down = watch (&down_steps);

  fixture_init (&self, live, 16 * MIB);
  write_sparse_file (&self, bytes, 16 * MIB);
  g_assert_cmpuint (count_file_bytes (&self), <=, 16 * DATA + DATA);
  g_assert_true (
    libvirt_storage_vol_upload_from_file (self.volume, self.file, 0, 0, SPARSE_UP, up, &error));
  g_assert_no_error (error);
  assert_volume (&self, bytes, 16 * MIB);
  g_assert_cmpuint (count_volume_bytes (&self), <=, 16 * DATA + DATA);
  assert_watched (up, &up_steps, 16 * MIB);

  write_file (&self, bytes, 16 * MIB);
  g_assert_true (
    libvirt_storage_vol_download_to_file (self.volume, self.file, 0, 0, SPARSE_DOWN, down, &error));
  g_assert_no_error (error);
  assert_file (&self, bytes, 16 * MIB);
  g_assert_cmpuint (count_file_bytes (&self), <=, 16 * DATA + DATA);
  assert_watched (down, &down_steps, 16 * MIB);
}

/* A range that begins and ends in a hole. To libvirt, a volume ends behind a hole. */
static void
test_sparse_range (Live *live)
{
  g_autoptr (GError) error = NULL;
  g_auto (Fixture) self = { 0 };
  g_autofree guint8 *bytes = make_sparse_bytes (8 * MIB);
  g_autofree guint8 *expected = g_malloc0 (8 * MIB);

  fixture_init (&self, live, 8 * MIB);
  write_sparse_file (&self, bytes, 8 * MIB);
  g_assert_true (libvirt_storage_vol_upload_from_file (self.volume, self.file, MIB / 2, 3 * MIB + MIB / 2,
                                                       SPARSE_UP, NULL, &error));
  g_assert_no_error (error);
  memcpy (expected + MIB / 2, bytes, 3 * MIB + MIB / 2);
  assert_volume (&self, expected, 4 * MIB);

  g_assert_true (libvirt_storage_vol_download_to_file (self.volume, self.file, MIB / 4, 3 * MIB, SPARSE_DOWN,
                                                       NULL, &error));
  g_assert_no_error (error);
  assert_file (&self, expected + MIB / 4, 3 * MIB);
  g_assert_cmpuint (count_file_bytes (&self), <=, 4 * DATA + DATA);
}

static void
test_behind_end (Live *live)
{
  g_autoptr (GError) error = NULL;
  g_auto (Fixture) self = { 0 };
  g_autofree guint8 *bytes = make_bytes (MIB);
  const guint8 zeros[10] = { 0 };

  fixture_init (&self, live, MIB);
  fill_volume (&self, bytes, MIB);
  g_assert_true (libvirt_storage_vol_download_to_file (self.volume, self.file, MIB + 1, 10, 0, NULL, &error));
  g_assert_no_error (error);
  assert_file (&self, zeros, 0);

  /* With holes, it is one to libvirt. */
  g_assert_true (
    libvirt_storage_vol_download_to_file (self.volume, self.file, MIB + 1, 10, SPARSE_DOWN, NULL, &error));
  g_assert_no_error (error);
  assert_file (&self, zeros, 10);
  g_assert_false (
    libvirt_storage_vol_download_to_file (self.volume, self.file, MIB + 1, 0, SPARSE_DOWN, NULL, &error));
  /* What libvirt says of it depends on what comes first, the hole or the end. */
  g_assert_true (error != NULL && error->domain == LIBVIRT_ERROR);
  assert_file (&self, zeros, 10);
}

/* At the place where it is; holes take the place of what was there. */
static void
test_fd (Live *live)
{
  g_autoptr (GError) error = NULL;
  g_auto (Fixture) self = { 0 };
  g_autofree guint8 *bytes = make_sparse_bytes (2 * MIB);
  g_autofree guint8 *expected = make_bytes (4 * MIB);
  int fd;

  fixture_init (&self, live, 2 * MIB);
  fill_volume (&self, bytes, 2 * MIB);
  write_file (&self, expected, 4 * MIB);
  fd = g_open (g_file_peek_path (self.file), O_RDWR, 0);
  g_assert_cmpint (lseek (fd, 100, SEEK_SET), ==, 100);
  g_assert_true (libvirt_storage_vol_download_to_fd (self.volume, fd, 0, 0, SPARSE_DOWN, NULL, &error));
  g_assert_no_error (error);
  memcpy (expected + 100, bytes, 2 * MIB);
  assert_file (&self, expected, 4 * MIB);
  g_assert_cmpint (lseek (fd, 0, SEEK_CUR), ==, 100 + 2 * MIB);

  g_assert_cmpint (lseek (fd, (off_t) (3 * MIB), SEEK_SET), ==, 3 * MIB);
  g_assert_true (libvirt_storage_vol_upload_from_fd (self.volume, fd, 0, 0, 0, NULL, &error));
  g_assert_no_error (error);
  memcpy (bytes, expected + 3 * MIB, MIB);
  assert_volume (&self, bytes, 2 * MIB);
  g_close (fd, NULL);
}

static gpointer
write_to_pipe (gpointer user_data)
{
  int fd = GPOINTER_TO_INT (user_data);

  for (int i = 0; i < 1000; i++)
    g_assert_cmpint (write (fd, "0123456789", 10), ==, 10);
  g_close (fd, NULL);
  return NULL;
}

/* How much will come is known when it has. */
static void
test_pipe (Live *live)
{
  g_autoptr (GError) error = NULL;
  g_auto (Fixture) self = { 0 };
  g_autoptr (LibvirtTransfer) transfer = libvirt_transfer_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GString) expected = g_string_new (NULL);
  GThread *thread;
  int fds[2];

  fixture_init (&self, live, 10000);
  g_unix_open_pipe (fds, FD_CLOEXEC, &error);
  g_assert_no_error (error);
  libvirt_storage_vol_upload_from_fd_async (self.volume, fds[0], 0, 0, SPARSE_UP, transfer, NULL, on_done,
                                            &result);
  g_close (fds[0], NULL);
  thread = g_thread_new ("pipe", write_to_pipe, GINT_TO_POINTER (fds[1]));
  live_wait_until (result != NULL);
  g_thread_join (thread);
  g_assert_true (libvirt_storage_vol_upload_from_fd_finish (self.volume, result, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (libvirt_job_get_bytes_total (LIBVIRT_JOB (transfer)), ==, 10000);
  for (int i = 0; i < 1000; i++)
    g_string_append (expected, "0123456789");
  assert_volume (&self, (guint8 *) expected->str, 10000);
}

/* Nothing comes from the pipe: it would wait for ever. */
static void
cancel_waiting (Live *live, gboolean by_transfer)
{
  g_autoptr (GError) error = NULL;
  g_auto (Fixture) self = { 0 };
  g_autoptr (LibvirtTransfer) transfer = libvirt_transfer_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  int fds[2];

  fixture_init (&self, live, MIB);
  g_unix_open_pipe (fds, FD_CLOEXEC, &error);
  g_assert_no_error (error);
  g_assert_cmpint (write (fds[1], "some", 4), ==, 4);
  libvirt_storage_vol_upload_from_fd_async (self.volume, fds[0], 0, 0, 0, transfer, cancellable, on_done,
                                            &result);
  live_wait_until (libvirt_job_get_bytes_done (LIBVIRT_JOB (transfer)) == 4);
  if (by_transfer)
    libvirt_job_cancel (LIBVIRT_JOB (transfer));
  else
    g_cancellable_cancel (cancellable);
  live_wait_until (result != NULL);
  g_assert_false (libvirt_storage_vol_upload_from_fd_finish (self.volume, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  /* libvirt does not delete what is in use. */
  live_wait_until (virStorageVolWipe (self.raw, 0) == 0);
  g_close (fds[0], NULL);
  g_close (fds[1], NULL);
}

static void
test_cancel (Live *live)
{
  cancel_waiting (live, FALSE);
}

static void
test_cancel_by_transfer (Live *live)
{
  cancel_waiting (live, TRUE);
}

static void
on_fraction_cancel (LibvirtTransfer *transfer, GParamSpec *pspec, gpointer user_data)
{
  if (libvirt_job_get_bytes_done (LIBVIRT_JOB (transfer)) > 0)
    libvirt_job_cancel (LIBVIRT_JOB (transfer));
}

static void
cancel_download (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtTransfer) transfer = libvirt_transfer_new ();

  g_signal_connect (transfer, "notify::fraction", G_CALLBACK (on_fraction_cancel), NULL);
  g_assert_false (libvirt_storage_vol_download_to_file (self->volume, self->file, 0, 0, 0, transfer, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (libvirt_job_get_bytes_done (LIBVIRT_JOB (transfer)), <, 64 * MIB);
}

/* In a blocking call, from a handler; the file is what it was, or there is none. */
static void
test_cancel_download (Live *live)
{
  g_auto (Fixture) self = { 0 };
  g_autofree guint8 *bytes = make_bytes (64 * MIB);

  fixture_init (&self, live, 64 * MIB);
  fill_volume (&self, bytes, 64 * MIB);
  write_file (&self, (const guint8 *) "what was there", 14);
  cancel_download (&self);
  assert_file (&self, (const guint8 *) "what was there", 14);

  g_assert_true (g_file_delete (self.file, NULL, NULL));
  cancel_download (&self);
  g_assert_false (g_file_query_exists (self.file, NULL));
  live_wait_until (virStorageVolWipe (self.raw, 0) == 0);
}

static guint
count_files (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, &error);
  guint n = 0;

  g_assert_no_error (error);
  while (g_dir_read_name (folder) != NULL)
    n++;

  return n;
}

typedef struct
{
  Fixture *fixture;
  guint n_files; /* when it was told */
  gboolean is_told;
} Cancelled;

static void
on_download_cancelled (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  Cancelled *self = user_data;

  self->n_files = count_files (self->fixture);
  self->is_told = TRUE;
  g_assert_false (
    libvirt_storage_vol_download_to_file_finish (LIBVIRT_STORAGE_VOL (source), result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Whoever is told may end the program: there is nothing left to be deleted. */
static void
test_cancel_download_async (Live *live)
{
  g_auto (Fixture) self = { 0 };
  g_autofree guint8 *bytes = make_bytes (64 * MIB);

  fixture_init (&self, live, 64 * MIB);
  fill_volume (&self, bytes, 64 * MIB);
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (LibvirtTransfer) transfer = libvirt_transfer_new ();
      Cancelled cancelled = { &self };
      guint n_before = i < 10 ? 0 : 1;

      if (i == 10)
        write_file (&self, (const guint8 *) "what was there", 14);
      libvirt_storage_vol_download_to_file_async (self.volume, self.file, 0, 0, 0, transfer, cancellable,
                                                  on_download_cancelled, &cancelled);
      live_wait_until (libvirt_job_get_bytes_done (LIBVIRT_JOB (transfer)) > 0);
      g_assert_cmpuint (count_files (&self), >, n_before);
      g_cancellable_cancel (cancellable);
      live_wait_until (cancelled.is_told);
      g_assert_cmpuint (cancelled.n_files, ==, n_before);
    }
  assert_file (&self, (const guint8 *) "what was there", 14);
  live_wait_until (virStorageVolWipe (self.raw, 0) == 0);
}

/* The host's own words, when it has taken a part. */
static void
test_no_room (Live *live)
{
  g_autoptr (GError) error = NULL;
  g_auto (Fixture) self = { 0 };

  if (!live_has_kind ("fs-pool"))
    return;

  fixture_init_in (&self, live, "fs", MIB);
  write_file (&self, (const guint8 *) "", 0);
  g_assert_cmpint (truncate (g_file_peek_path (self.file), (off_t) (80 * MIB)), ==, 0);
  g_assert_false (libvirt_storage_vol_upload_from_file (self.volume, self.file, 0, 0, 0, NULL, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_SYSTEM_ERROR);
  g_assert_true (g_str_has_suffix (error->message, "No space left on device"));
}

/* The same for what cannot begin. */
static void
test_no_volume (Live *live)
{
  g_autoptr (GError) error = NULL;
  g_auto (Fixture) self = { 0 };
  g_autofree guint8 *bytes = make_bytes (MIB);
  virStreamPtr stream = virStreamNew (live->raw, 0);

  fixture_init (&self, live, MIB);
  write_file (&self, bytes, MIB);
  g_free (ask (&self, "rm"));
  g_assert_false (libvirt_storage_vol_download_to_file (self.volume, self.file, 0, 0, 0, NULL, &error));
  g_assert_cmpint (virStorageVolDownload (self.raw, stream, 0, 0, 0), ==, -1);
  g_assert_error (error, LIBVIRT_ERROR, virGetLastErrorCode ());
  g_assert_cmpstr (error->message, ==, virGetLastErrorMessage ());
  g_clear_error (&error);
  g_assert_false (libvirt_storage_vol_upload_from_file (self.volume, self.file, 0, 0, 0, NULL, &error));
  g_assert_cmpint (virStorageVolUpload (self.raw, stream, 0, 0, 0), ==, -1);
  g_assert_cmpstr (error->message, ==, virGetLastErrorMessage ());
  virStreamFree (stream);
  assert_file (&self, bytes, MIB);
  g_free (ask (&self, "touch"));
}

static void
test_no_file (Live *live)
{
  g_autoptr (GError) error = NULL;
  g_auto (Fixture) self = { 0 };
  g_autofree guint8 *bytes = make_bytes (MIB);
  g_autoptr (GFile) nowhere = NULL;
  int full = g_open ("/dev/full", O_WRONLY, 0);

  fixture_init (&self, live, MIB);
  nowhere = g_file_get_child (self.file, "nowhere");
  g_assert_false (libvirt_storage_vol_upload_from_file (self.volume, self.file, 0, 0, 0, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  fill_volume (&self, bytes, MIB);
  g_assert_false (libvirt_storage_vol_download_to_file (self.volume, nowhere, 0, 0, 0, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_false (libvirt_storage_vol_download_to_fd (self.volume, full, 0, 0, 0, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpint (virStorageVolWipe (self.raw, 0), ==, 0);
  g_close (full, NULL);
}

static void
on_ended (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (
    libvirt_storage_vol_upload_from_fd_finish (LIBVIRT_STORAGE_VOL (source), result, &error));
  g_assert_no_error (error);
  (*(guint *) user_data)--;
}

/* Ten at once, while other calls come through. */
static void
test_many (Live *live)
{
  g_autoptr (GError) error = NULL;
  g_autofree guint8 *bytes = make_bytes (4 * MIB);
  Fixture many[10] = { 0 };
  guint n_left = G_N_ELEMENTS (many);

  for (guint i = 0; i < G_N_ELEMENTS (many); i++)
    {
      int fd;

      fixture_init (&many[i], live, 4 * MIB);
      write_file (&many[i], bytes, 4 * MIB);
      fd = g_open (g_file_peek_path (many[i].file), O_RDONLY, 0);
      libvirt_storage_vol_upload_from_fd_async (many[i].volume, fd, 0, 0, 0, NULL, NULL, on_ended, &n_left);
      g_close (fd, NULL);
    }
  g_assert_cmpint (libvirt_connect_num_of_domains (live->connect, &error), >=, 0);
  g_assert_no_error (error);
  live_wait_until (n_left == 0);
  for (guint i = 0; i < G_N_ELEMENTS (many); i++)
    {
      assert_volume (&many[i], bytes, 4 * MIB);
      fixture_clear (&many[i]);
    }
}

/* By streams of its own. */
static void
test_streams (Live *live)
{
  g_autoptr (GError) error = NULL;
  g_auto (Fixture) self = { 0 };
  g_autofree guint8 *bytes = make_bytes (MIB);
  g_autofree guint8 *read = g_malloc (MIB);
  g_autoptr (LibvirtStream) up = libvirt_stream_new (live->connect, 0, &error);
  g_autoptr (LibvirtStream) down = libvirt_stream_new (live->connect, 0, &error);
  gsize n;

  fixture_init (&self, live, MIB);
  g_assert_true (libvirt_storage_vol_upload (self.volume, up, 0, 0, 0, &error));
  g_assert_no_error (error);
  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (up)), bytes, MIB, NULL, NULL, &error);
  g_assert_no_error (error);
  /* With the only half that can be used, the stream is finished. */
  g_assert_true (g_output_stream_close (g_io_stream_get_output_stream (G_IO_STREAM (up)), NULL, &error));
  g_assert_no_error (error);
  assert_volume (&self, bytes, MIB);

  g_assert_true (libvirt_storage_vol_download (self.volume, down, MIB / 2, 1000, 0, &error));
  g_assert_no_error (error);
  g_input_stream_read_all (g_io_stream_get_input_stream (G_IO_STREAM (down)), read, MIB, &n, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (read, n, bytes + MIB / 2, 1000);
}

int
main (int argc, char **argv)
{
  live_init (&argc, &argv, NULL);

  live_add ("/live/transfer/file", test_file);
  live_add ("/live/transfer/async", test_async);
  live_add ("/live/transfer/range", test_range);
  live_add ("/live/transfer/sparse", test_sparse);
  live_add ("/live/transfer/sparse/range", test_sparse_range);
  live_add ("/live/transfer/behind-end", test_behind_end);
  live_add ("/live/transfer/fd", test_fd);
  live_add ("/live/transfer/pipe", test_pipe);
  live_add ("/live/transfer/cancel", test_cancel);
  live_add ("/live/transfer/cancel/by-transfer", test_cancel_by_transfer);
  live_add ("/live/transfer/cancel/download", test_cancel_download);
  live_add ("/live/transfer/cancel/download/async", test_cancel_download_async);
  live_add ("/live/transfer/no-room", test_no_room);
  live_add ("/live/transfer/no-volume", test_no_volume);
  live_add ("/live/transfer/no-file", test_no_file);
  live_add ("/live/transfer/many", test_many);
  live_add ("/live/transfer/streams", test_streams);

  return live_run ();
}
