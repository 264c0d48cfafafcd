/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * A volume of `n` MiB is filled from a file, or read into one: by libvirt alone, on a stream that
 * does not block, and in the ways that this library and GIO have. What has arrived is compared with
 * what was sent. The pool is made in the folder `path`, which belongs to the daemon. Where a way
 * has no file but memory, that is the same file, mapped.
 */

#include "bench.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <libvirt-gobj/libvirt-gobj-native.h>
#include <unistd.h>

/* All that one message carries. */
#define PACKET 262120
#define MIB    ((gsize) 1024 * 1024)

typedef struct
{
  Bench *bench;
  LibvirtConnect *connect; /* of this library, */
  LibvirtStorageVol *volume;
  virConnectPtr raw_connect; /* and libvirt's own */
  virStoragePoolPtr raw_pool;
  virStorageVolPtr raw_volume;
  char *source_path;
  char *sink_path;
  GMappedFile *mapped; /* the source */
  guint8 *buffer;      /* for a packet */
  int source;
  int sink;
} Transfer;

/* A file that others do not look alike. */
static void
make_source (Transfer *self)
{
  gsize size = self->bench->n * MIB;
  g_autofree guint32 *words = g_malloc (size);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < size / sizeof *words; i++)
    words[i] = g_rand_int (rand);
  g_file_set_contents (self->source_path, (const char *) words, (gssize) size, &error);
  g_assert_no_error (error);
}

static void
open_files (Transfer *self)
{
  g_autofree char *name = g_strdup_printf ("source-%u", self->bench->n);
  g_autoptr (GError) error = NULL;

  self->source_path = g_build_filename (g_get_tmp_dir (), name, NULL);
  self->sink_path = g_build_filename (g_get_tmp_dir (), "sink", NULL);
  if (!g_file_test (self->source_path, G_FILE_TEST_EXISTS))
    make_source (self);
  self->source = g_open (self->source_path, O_RDONLY | O_CLOEXEC, 0);
  self->sink = g_open (self->sink_path, O_CREAT | O_TRUNC | O_RDWR | O_CLOEXEC, 0600);
  g_assert_cmpint (self->sink, >=, 0);
  self->mapped = g_mapped_file_new_from_fd (self->source, FALSE, &error);
  g_assert_no_error (error);
}

static void
make_volume (Transfer *self)
{
  /* What failed leaves its own behind. */
  g_autofree char *pool_xml = g_strdup_printf (
      "<pool type='dir'><name>bench-%d</name><target><path>%s/pool-%d</path></target></pool>",
      getpid (), self->bench->path, getpid ());
  g_autofree char *xml = g_strdup_printf (
      "<volume><name>volume</name><capacity unit='MiB'>%u</capacity><allocation>0</allocation>"
      "<target><format type='raw'/></target></volume>",
      self->bench->n);

  self->raw_pool =
      virStoragePoolCreateXML (self->raw_connect, pool_xml, VIR_STORAGE_POOL_CREATE_WITH_BUILD);
  g_assert_nonnull (self->raw_pool);
  self->raw_volume = virStorageVolCreateXML (self->raw_pool, xml, 0);
  g_assert_nonnull (self->raw_volume);
}

static void
find_volume (Transfer *self)
{
  g_autofree char *path = virStorageVolGetPath (self->raw_volume);
  g_autoptr (GError) error = NULL;

  self->volume = libvirt_connect_lookup_volume_by_path (self->connect, path, &error);
  g_assert_no_error (error);
}

static void
transfer_begin (Transfer *self, Bench *bench)
{
  gboolean is_raw = g_str_equal (bench->implementation, "raw");

  self->bench = bench;
  bench_serve (bench);
  if (!is_raw)
    self->connect = bench_gobj_open (bench->uri);
  self->raw_connect =
      is_raw ? bench_raw_open (bench->uri) : libvirt_connect_get_native (self->connect, NULL);
  self->buffer = g_malloc (PACKET);
  open_files (self);
  make_volume (self);
  if (!is_raw)
    find_volume (self);
}

static void
transfer_end (Transfer *self)
{
  g_clear_object (&self->volume);
  virStorageVolDelete (self->raw_volume, 0);
  virStorageVolFree (self->raw_volume);
  virStoragePoolDestroy (self->raw_pool);
  virStoragePoolFree (self->raw_pool);
  virConnectClose (self->raw_connect);
  if (self->connect != NULL)
    bench_gobj_close (self->connect);
  g_mapped_file_unref (self->mapped);
  g_close (self->source, NULL);
  g_close (self->sink, NULL);
  g_unlink (self->sink_path);
  g_free (self->source_path);
  g_free (self->sink_path);
  g_free (self->buffer);
}

/* @path has what was sent. */
static void
assert_arrived (Transfer *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GMappedFile) found = g_mapped_file_new (path, FALSE, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_mapped_file_get_contents (found), g_mapped_file_get_length (found),
                   g_mapped_file_get_contents (self->mapped),
                   g_mapped_file_get_length (self->mapped));
}

static void
write_to_sink (Transfer *self, gsize n)
{
  g_assert_cmpint (write (self->sink, self->buffer, n), ==, (gssize) n);
}

/* libvirt alone */

static void
raw_upload (Transfer *self)
{
  virStreamPtr stream = virStreamNew (self->raw_connect, VIR_STREAM_NONBLOCK);
  gssize n;

  g_assert_cmpint (virStorageVolUpload (self->raw_volume, stream, 0, 0, 0), ==, 0);
  while ((n = read (self->source, self->buffer, PACKET)) > 0)
    g_assert_cmpint (virStreamSend (stream, (char *) self->buffer, (gsize) n), ==, n);
  g_assert_cmpint (virStreamFinish (stream), ==, 0);
  virStreamFree (stream);
}

static void
on_readable (virStreamPtr stream, int events, void *opaque)
{
  virStreamEventUpdateCallback (stream, 0);
  bench_wake (opaque);
}

static void
raw_download (Transfer *self)
{
  virStreamPtr stream = virStreamNew (self->raw_connect, VIR_STREAM_NONBLOCK);
  int n;

  g_assert_cmpint (virStorageVolDownload (self->raw_volume, stream, 0, 0, 0), ==, 0);
  virStreamEventAddCallback (stream, 0, on_readable, self->bench, NULL);
  while ((n = virStreamRecv (stream, (char *) self->buffer, PACKET)) != 0)
    {
      if (n > 0)
        {
          write_to_sink (self, (gsize) n);
          continue;
        }
      g_assert_cmpint (n, ==, -2);
      virStreamEventUpdateCallback (stream, VIR_STREAM_EVENT_READABLE);
      bench_turn (self->bench);
    }
  virStreamEventRemoveCallback (stream);
  g_assert_cmpint (virStreamFinish (stream), ==, 0);
  virStreamFree (stream);
}

/* This library */

static void
upload_fd (Transfer *self)
{
  g_autoptr (GError) error = NULL;

  libvirt_storage_vol_upload_from_fd (self->volume, self->source, 0, 0, 0, NULL, &error);
  g_assert_no_error (error);
}

static void
download_fd (Transfer *self)
{
  g_autoptr (GError) error = NULL;

  libvirt_storage_vol_download_to_fd (self->volume, self->sink, 0, 0, 0, NULL, &error);
  g_assert_no_error (error);
}

static LibvirtStream *
open_upload (Transfer *self)
{
  g_autoptr (GError) error = NULL;
  LibvirtStream *stream = libvirt_stream_new (self->connect, 0, &error);

  libvirt_storage_vol_upload (self->volume, stream, 0, 0, 0, &error);
  g_assert_no_error (error);
  return stream;
}

static LibvirtStream *
open_download (Transfer *self)
{
  g_autoptr (GError) error = NULL;
  LibvirtStream *stream = libvirt_stream_new (self->connect, 0, &error);

  libvirt_storage_vol_download (self->volume, stream, 0, 0, 0, &error);
  g_assert_no_error (error);
  return stream;
}

static GOutputStream *
output_of (LibvirtStream *stream)
{
  return g_io_stream_get_output_stream (G_IO_STREAM (stream));
}

static GInputStream *
input_of (LibvirtStream *stream)
{
  return g_io_stream_get_input_stream (G_IO_STREAM (stream));
}

static void
close_stream (LibvirtStream *stream)
{
  g_autoptr (GError) error = NULL;

  g_io_stream_close (G_IO_STREAM (stream), NULL, &error);
  g_assert_no_error (error);
}

/* All in one call. */
static void
upload_write_all (Transfer *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStream) stream = open_upload (self);

  g_output_stream_write_all (output_of (stream), g_mapped_file_get_contents (self->mapped),
                             g_mapped_file_get_length (self->mapped), NULL, NULL, &error);
  g_assert_no_error (error);
  close_stream (stream);
}

static void
download_read (Transfer *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStream) stream = open_download (self);
  gssize n;

  while ((n = g_input_stream_read (input_of (stream), self->buffer, PACKET, NULL, &error)) > 0)
    write_to_sink (self, (gsize) n);
  g_assert_no_error (error);
  close_stream (stream);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
wait_for (Transfer *self, GAsyncResult **result)
{
  while (*result == NULL)
    bench_turn (self->bench);
  return *result;
}

static void
splice_all (Transfer *self, GOutputStream *target, GInputStream *source)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  g_output_stream_splice_async (target, source, 0, 0, NULL, on_done, &result);
  g_output_stream_splice_finish (target, wait_for (self, &result), &error);
  g_assert_no_error (error);
}

static void
upload_splice (Transfer *self)
{
  g_autoptr (LibvirtStream) stream = open_upload (self);
  g_autoptr (GFile) file = g_file_new_for_path (self->source_path);
  g_autoptr (GFileInputStream) source = g_file_read (file, NULL, NULL);

  splice_all (self, output_of (stream), G_INPUT_STREAM (source));
  close_stream (stream);
}

static GFileOutputStream *
open_sink (Transfer *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->sink_path);

  return g_file_append_to (file, 0, NULL, NULL);
}

/* As nobody should: see "Disk images" in the manual. */
static void
download_splice (Transfer *self)
{
  g_autoptr (LibvirtStream) stream = open_download (self);
  g_autoptr (GFileOutputStream) sink = open_sink (self);

  splice_all (self, G_OUTPUT_STREAM (sink), input_of (stream));
  close_stream (stream);
}

static void
download_splice_buffered (Transfer *self)
{
  g_autoptr (LibvirtStream) stream = open_download (self);
  g_autoptr (GFileOutputStream) sink = open_sink (self);
  g_autoptr (GInputStream) source =
      g_buffered_input_stream_new_sized (input_of (stream), 256 * 1024);

  splice_all (self, G_OUTPUT_STREAM (sink), source);
  close_stream (stream);
}

/* One that begins when the one before it has called back. */
static void
upload_async (Transfer *self)
{
  g_autoptr (LibvirtStream) stream = open_upload (self);
  gssize n;

  while ((n = read (self->source, self->buffer, PACKET)) > 0)
    {
      g_autoptr (GAsyncResult) result = NULL;
      gsize written;

      g_output_stream_write_all_async (output_of (stream), self->buffer, (gsize) n, 0, NULL,
                                       on_done, &result);
      g_output_stream_write_all_finish (output_of (stream), wait_for (self, &result), &written,
                                        NULL);
      g_assert_cmpint ((gssize) written, ==, n);
    }
  close_stream (stream);
}

static void
download_async (Transfer *self)
{
  g_autoptr (LibvirtStream) stream = open_download (self);
  gssize n;

  do
    {
      g_autoptr (GAsyncResult) result = NULL;

      g_input_stream_read_async (input_of (stream), self->buffer, PACKET, 0, NULL, on_done,
                                 &result);
      n = g_input_stream_read_finish (input_of (stream), wait_for (self, &result), NULL);
      g_assert_cmpint (n, >=, 0);
      write_to_sink (self, (gsize) n);
    }
  while (n > 0);
  close_stream (stream);
}

typedef void (*Way) (Transfer *self);

static void
run_upload (Bench *bench, Way way)
{
  Transfer self = { 0 };
  g_autofree char *path = NULL;

  transfer_begin (&self, bench);
  path = virStorageVolGetPath (self.raw_volume);
  bench_begin (bench);
  way (&self);
  bench_end (bench, bench->n);
  assert_arrived (&self, path);
  transfer_end (&self);
}

static void
run_download (Bench *bench, Way way)
{
  Transfer self = { 0 };

  transfer_begin (&self, bench);
  raw_upload (&self);
  bench_begin (bench);
  way (&self);
  bench_end (bench, bench->n);
  assert_arrived (&self, self.sink_path);
  transfer_end (&self);
}

#define WAY(direction, way)                                                                        \
  static void run_##way (Bench *self) { run_##direction (self, way); }

WAY (upload, raw_upload)
WAY (upload, upload_fd)
WAY (upload, upload_write_all)
WAY (upload, upload_splice)
WAY (upload, upload_async)
WAY (download, raw_download)
WAY (download, download_fd)
WAY (download, download_read)
WAY (download, download_splice)
WAY (download, download_splice_buffered)
WAY (download, download_async)

static const BenchCase cases[] = {
  { "raw", "upload", run_raw_upload },
  { "raw", "download", run_raw_download },
  { "gobj", "upload-fd", run_upload_fd },
  { "gobj", "upload-write-all", run_upload_write_all },
  { "gobj", "upload-splice", run_upload_splice },
  { "gobj", "upload-async", run_upload_async },
  { "gobj", "download-fd", run_download_fd },
  { "gobj", "download-read", run_download_read },
  { "gobj", "download-splice", run_download_splice },
  { "gobj", "download-splice-buffered", run_download_splice_buffered },
  { "gobj", "download-async", run_download_async },
};

int
main (int argc, char **argv)
{
  return bench_main (argc, argv, cases, G_N_ELEMENTS (cases));
}
