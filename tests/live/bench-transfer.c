/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * How fast a volume is filled and read: by libvirt alone, on a stream that does not block, and by the
 * ways that this library has. Each is measured three times, in turns; the best counts.
 *
 *   meson test -C _build --benchmark --suite live --verbose
 */

#include "live.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define PACKET 262120
#define SIZE ((gsize) 1024 * 1024 * 1024)
#define ROUNDS 3

typedef struct
{
  Live *live;
  virStorageVolPtr raw;
  LibvirtStorageVol *volume;
  int source; /* a file of that size */
  int sink;
  guint8 *bytes;
} Bench;

typedef struct
{
  const char *name;
  void (*run) (Bench *self);
  double best; /* in MiB/s */
} Way;

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
rewind_fds (Bench *self)
{
  g_assert_cmpint (lseek (self->source, 0, SEEK_SET), ==, 0);
  g_assert_cmpint (lseek (self->sink, 0, SEEK_SET), ==, 0);
}

static void
raw_up (Bench *self)
{
  virStreamPtr stream = virStreamNew (self->live->raw, VIR_STREAM_NONBLOCK);
  gssize n;

  g_assert_cmpint (virStorageVolUpload (self->raw, stream, 0, 0, 0), ==, 0);
  while ((n = read (self->source, self->bytes, PACKET)) > 0)
    g_assert_cmpint (virStreamSend (stream, (char *) self->bytes, (gsize) n), ==, n);
  g_assert_cmpint (virStreamFinish (stream), ==, 0);
  virStreamFree (stream);
}

static GMutex lock;
static GCond come;
static gboolean is_readable;

static void
on_readable (virStreamPtr stream, int events, void *opaque)
{
  virStreamEventUpdateCallback (stream, 0);
  g_mutex_lock (&lock);
  is_readable = TRUE;
  g_cond_signal (&come);
  g_mutex_unlock (&lock);
}

static void
raw_wait (virStreamPtr stream)
{
  is_readable = FALSE;
  virStreamEventUpdateCallback (stream, VIR_STREAM_EVENT_READABLE);
  g_mutex_lock (&lock);
  while (!is_readable)
    g_cond_wait (&come, &lock);
  g_mutex_unlock (&lock);
}

static void
raw_down (Bench *self)
{
  virStreamPtr stream = virStreamNew (self->live->raw, VIR_STREAM_NONBLOCK);
  int n;

  g_assert_cmpint (virStorageVolDownload (self->raw, stream, 0, 0, 0), ==, 0);
  virStreamEventAddCallback (stream, 0, on_readable, NULL, NULL);
  while ((n = virStreamRecv (stream, (char *) self->bytes, PACKET)) != 0)
    {
      if (n == -2)
        raw_wait (stream);
      else
        g_assert_cmpint (write (self->sink, self->bytes, (gsize) n), ==, n);
    }
  virStreamEventRemoveCallback (stream);
  g_assert_cmpint (virStreamFinish (stream), ==, 0);
  virStreamFree (stream);
}

static void
fd_up (Bench *self)
{
  g_autoptr (GError) error = NULL;

  libvirt_storage_vol_upload_from_fd (self->volume, self->source, 0, 0, 0, NULL, &error);
  g_assert_no_error (error);
}

static void
fd_down (Bench *self)
{
  g_autoptr (GError) error = NULL;

  libvirt_storage_vol_download_to_fd (self->volume, self->sink, 0, 0, 0, NULL, &error);
  g_assert_no_error (error);
}

static LibvirtStream *
open_stream (Bench *self, gboolean uploads)
{
  g_autoptr (GError) error = NULL;
  LibvirtStream *stream = libvirt_stream_new (self->live->connect, 0, &error);

  if (uploads)
    libvirt_storage_vol_upload (self->volume, stream, 0, 0, 0, &error);
  else
    libvirt_storage_vol_download (self->volume, stream, 0, 0, 0, &error);
  g_assert_no_error (error);
  return stream;
}

static void
close_stream (LibvirtStream *stream)
{
  g_autoptr (GError) error = NULL;

  g_io_stream_close (G_IO_STREAM (stream), NULL, &error);
  g_assert_no_error (error);
}

/* All in memory, and in one call. */
static void
write_all_up (Bench *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStream) stream = open_stream (self, TRUE);

  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (stream)), self->bytes, SIZE, NULL,
                             NULL, &error);
  g_assert_no_error (error);
  close_stream (stream);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
splice_async (GOutputStream *target, GInputStream *source)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  g_output_stream_splice_async (target, source, 0, 0, NULL, on_done, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (g_output_stream_splice_finish (target, result, &error), ==, SIZE);
  g_assert_no_error (error);
}

static void
splice_up (Bench *self)
{
  g_autoptr (LibvirtStream) stream = open_stream (self, TRUE);
  g_autoptr (GFile) file = g_file_new_build_filename (live_get ("folder"), "bench-source", NULL);
  g_autoptr (GFileInputStream) source = g_file_read (file, NULL, NULL);

  splice_async (g_io_stream_get_output_stream (G_IO_STREAM (stream)), G_INPUT_STREAM (source));
  close_stream (stream);
}

static GFileOutputStream *
open_sink (void)
{
  g_autoptr (GFile) file = g_file_new_build_filename (live_get ("folder"), "bench-sink", NULL);
  GFileOutputStream *sink = g_file_append_to (file, 0, NULL, NULL);

  g_seekable_truncate (G_SEEKABLE (sink), 0, NULL, NULL);
  return sink;
}

static void
splice_down (Bench *self)
{
  g_autoptr (LibvirtStream) stream = open_stream (self, FALSE);
  g_autoptr (GFileOutputStream) sink = open_sink ();

  splice_async (G_OUTPUT_STREAM (sink), g_io_stream_get_input_stream (G_IO_STREAM (stream)));
  close_stream (stream);
}

/* All in one thread, as what is buffered cannot be polled. */
static void
splice_buffered_down (Bench *self)
{
  g_autoptr (LibvirtStream) stream = open_stream (self, FALSE);
  g_autoptr (GInputStream) source =
    g_buffered_input_stream_new_sized (g_io_stream_get_input_stream (G_IO_STREAM (stream)), PACKET);
  g_autoptr (GFileOutputStream) sink = open_sink ();

  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (source), FALSE);
  splice_async (G_OUTPUT_STREAM (sink), source);
  close_stream (stream);
}

/* In one thread, but in GIO's steps. */
static void
splice_sync_down (Bench *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStream) stream = open_stream (self, FALSE);
  g_autoptr (GFileOutputStream) sink = open_sink ();

  g_assert_cmpint (g_output_stream_splice (G_OUTPUT_STREAM (sink),
                                           g_io_stream_get_input_stream (G_IO_STREAM (stream)), 0, NULL,
                                           &error),
                   ==, SIZE);
  g_assert_no_error (error);
  close_stream (stream);
}

/* What a source that always has something comes to: as fast as that way can be. */
static void
splice_memory (Bench *self)
{
  g_autoptr (GInputStream) source = g_memory_input_stream_new_from_data (self->bytes, SIZE, NULL);
  g_autoptr (GFileOutputStream) sink = open_sink ();

  splice_async (G_OUTPUT_STREAM (sink), source);
}

static void
measure (Bench *self, Way *way)
{
  gint64 start;
  double rate;

  rewind_fds (self);
  start = g_get_monotonic_time ();
  way->run (self);
  rate = (double) SIZE / 1024 / 1024 / ((double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
  way->best = MAX (way->best, rate);
}

static void
compare (Bench *self, Way *ways, guint n_ways)
{
  for (guint round = 0; round < ROUNDS; round++)
    for (guint i = 0; i < n_ways; i++)
      measure (self, &ways[i]);
  for (guint i = 0; i < n_ways; i++)
    g_test_message ("%s: %.0f MiB/s, %.2f of libvirt alone", ways[i].name, ways[i].best,
                    ways[i].best / ways[0].best);
}

static void
test_rates (Live *live)
{
  static Way up[] = {
    { "upload, libvirt alone", raw_up },
    { "upload from a file descriptor", fd_up },
    { "upload by g_output_stream_write_all()", write_all_up },
    { "upload by g_output_stream_splice_async()", splice_up },
  };
  static Way down[] = {
    { "download, libvirt alone", raw_down },
    { "download to a file descriptor", fd_down },
    { "download by g_output_stream_splice()", splice_sync_down },
    { "download by g_output_stream_splice_async()", splice_down },
    { "download by g_output_stream_splice_async(), buffered", splice_buffered_down },
    { "memory to a file by g_output_stream_splice_async()", splice_memory },
  };
  g_autofree char *source = g_build_filename (live_get ("folder"), "bench-source", NULL);
  g_autofree char *sink = g_build_filename (live_get ("folder"), "bench-sink", NULL);
  virStoragePoolPtr pool = virStoragePoolLookupByName (live->raw, "dir");
  Bench self = { .live = live, .bytes = g_malloc0 (SIZE) };

  self.raw = virStorageVolCreateXML (pool,
                                     "<volume><name>bench</name><capacity unit='GiB'>1</capacity>"
                                     "<target><format type='raw'/></target></volume>",
                                     0);
  g_assert_nonnull (self.raw);
  self.volume = find_volume (live, self.raw);
  self.source = g_open (source, O_CREAT | O_RDWR, 0600);
  self.sink = g_open (sink, O_CREAT | O_RDWR, 0600);
  g_assert_cmpint (write (self.source, self.bytes, SIZE), ==, SIZE);
  compare (&self, up, G_N_ELEMENTS (up));
  compare (&self, down, G_N_ELEMENTS (down));

  g_object_unref (self.volume);
  virStorageVolDelete (self.raw, 0);
  virStorageVolFree (self.raw);
  virStoragePoolFree (pool);
  g_close (self.source, NULL);
  g_close (self.sink, NULL);
  g_free (self.bytes);
}

int
main (int argc, char **argv)
{
  live_init (&argc, &argv, NULL);
  live_add ("/live/transfer/rates", test_rates);
  return live_run ();
}
