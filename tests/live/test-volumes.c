/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What goes through streams to and from volumes. The files behind them are looked at by another
 * way: through a raw connection, or in the machine. */

#include "live.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define MIB (1024 * 1024)

/* A volume of this size in the pool, as the raw connection and as libvirt behind ours have it. */
typedef struct
{
  virStorageVolPtr raw;
  virStorageVolPtr ours;
} Volume;

static virStoragePoolPtr
lookup_pool (virConnectPtr connect)
{
  virStoragePoolPtr pool = virStoragePoolLookupByName (connect, "dir");

  g_assert_nonnull (pool);
  return pool;
}

static Volume
volume_new (Live *self, guint64 size)
{
  static guint n_volumes;
  g_autofree char *name = g_strdup_printf ("transfer-%u", n_volumes++);
  g_autofree char *xml =
    g_strdup_printf ("<volume><name>%s</name><capacity>%" G_GUINT64_FORMAT "</capacity>"
                     "<allocation>0</allocation><target><format type='raw'/></target></volume>",
                     name, size);
  virConnectPtr connect = libvirt_connect_get_native (self->connect, NULL);
  virStoragePoolPtr raw_pool = lookup_pool (self->raw);
  virStoragePoolPtr pool = lookup_pool (connect);
  Volume volume = { .raw = virStorageVolCreateXML (raw_pool, xml, 0) };

  g_assert_nonnull (volume.raw);
  volume.ours = virStorageVolLookupByName (pool, name);
  g_assert_nonnull (volume.ours);
  virStoragePoolFree (raw_pool);
  virStoragePoolFree (pool);
  virConnectClose (connect);

  return volume;
}

static void
volume_free (Volume *volume)
{
  virStorageVolFree (volume->ours);
  g_assert_cmpint (virStorageVolDelete (volume->raw, 0), ==, 0);
  virStorageVolFree (volume->raw);
}

/* What a shell in the machine says about the file. */
static char *
volume_ask (Volume *volume, const char *command)
{
  g_autofree char *path = virStorageVolGetPath (volume->raw);
  g_autofree char *script = g_strdup_printf ("%s '%s'", command, path);

  return g_strstrip (live_enter (script));
}

static void
volume_assert_content (Volume *volume, const guint8 *bytes, gsize size)
{
  g_autofree char *expected = g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes, size);
  g_autofree char *found = volume_ask (volume, "sha256sum <");

  g_assert_true (g_str_has_prefix (found, expected));
}

/* Writes without ours. */
static void
volume_fill (Live *self, Volume *volume, const guint8 *bytes, gsize size)
{
  virStreamPtr stream = virStreamNew (self->raw, 0);

  g_assert_cmpint (virStorageVolUpload (volume->raw, stream, 0, 0, 0), ==, 0);
  for (gsize sent = 0; sent < size;)
    {
      int n = virStreamSend (stream, (const char *) bytes + sent, MIN (size - sent, 100000));

      g_assert_cmpint (n, >, 0);
      sent += (gsize) n;
    }
  g_assert_cmpint (virStreamFinish (stream), ==, 0);
  virStreamFree (stream);
}

static guint8 *
make_bytes (gsize size)
{
  guint8 *bytes = g_malloc (size);
  guint32 number = (guint32) g_test_rand_int ();

  for (gsize i = 0; i < size; i++)
    {
      number = number * 1664525 + 1013904223;
      bytes[i] = (guint8) (number >> 24);
    }

  return bytes;
}

static LibvirtStream *
open_stream (Live *self, Volume *volume, gboolean uploads, guint64 length, guint flags)
{
  g_autoptr (GError) error = NULL;
  LibvirtStream *stream = libvirt_stream_new (self->connect, 0, &error);
  virStreamPtr native = libvirt_stream_get_native (stream, &error);
  int result = uploads ? virStorageVolUpload (volume->ours, native, 0, length, flags)
                       : virStorageVolDownload (volume->ours, native, 0, length, flags);

  g_assert_no_error (error);
  g_assert_cmpint (result, ==, 0);
  virStreamFree (native);
  return stream;
}

static GInputStream *
input_of (LibvirtStream *stream)
{
  return g_io_stream_get_input_stream (G_IO_STREAM (stream));
}

static GOutputStream *
output_of (LibvirtStream *stream)
{
  return g_io_stream_get_output_stream (G_IO_STREAM (stream));
}

static void
close_stream (LibvirtStream *stream)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_io_stream_close (G_IO_STREAM (stream), NULL, &error));
  g_assert_no_error (error);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
test_write (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree guint8 *bytes = make_bytes (5 * MIB);
  Volume volume = volume_new (self, 5 * MIB);
  g_autoptr (LibvirtStream) stream = open_stream (self, &volume, TRUE, 0, 0);

  g_assert_true (g_output_stream_write_all (output_of (stream), bytes, 5 * MIB, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_output_stream_flush (output_of (stream), NULL, &error));
  g_assert_no_error (error);
  close_stream (stream);
  volume_assert_content (&volume, bytes, 5 * MIB);
  volume_free (&volume);
}

static void
test_splice (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree guint8 *bytes = make_bytes (20 * MIB);
  g_autoptr (GInputStream) source = g_memory_input_stream_new_from_data (bytes, 20 * MIB, NULL);
  g_autoptr (GOutputStream) target = g_memory_output_stream_new_resizable ();
  Volume volume = volume_new (self, 20 * MIB);
  g_autoptr (LibvirtStream) up = open_stream (self, &volume, TRUE, 0, 0);
  g_autoptr (LibvirtStream) down = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  g_output_stream_splice_async (output_of (up), source, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE, 0, NULL,
                                on_done, &result);
  live_wait_until (result != NULL);
  g_assert_cmpint (g_output_stream_splice_finish (output_of (up), result, &error), ==, 20 * MIB);
  g_assert_no_error (error);
  close_stream (up);
  volume_assert_content (&volume, bytes, 20 * MIB);

  down = open_stream (self, &volume, FALSE, 0, 0);
  g_assert_cmpint (g_output_stream_splice (target, input_of (down), 0, NULL, &error), ==, 20 * MIB);
  g_assert_no_error (error);
  close_stream (down);
  g_assert_cmpmem (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (target)),
                   g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (target)), bytes,
                   20 * MIB);
  volume_free (&volume);
}

/* The daemon's own words, whichever function tells them. */
static void
test_failure (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree guint8 *bytes = make_bytes (MIB);
  Volume volume = volume_new (self, MIB);
  g_autoptr (LibvirtStream) stream = open_stream (self, &volume, TRUE, 1000, 0);

  if (g_output_stream_write_all (output_of (stream), bytes, MIB, NULL, NULL, &error))
    g_io_stream_close (G_IO_STREAM (stream), NULL, &error);
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_SYSTEM_ERROR);
  g_assert_cmpstr (error->message, ==, "cannot write to stream: No space left on device");
  volume_free (&volume);
}

/* What is dropped has not been confirmed, and the volume is free again. */
static void
test_drop (Live *self)
{
  g_autofree guint8 *bytes = make_bytes (MIB);
  Volume volume = volume_new (self, MIB);
  LibvirtStream *stream = open_stream (self, &volume, TRUE, 0, 0);
  g_autoptr (GError) error = NULL;

  g_output_stream_write (output_of (stream), bytes, MIB, NULL, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (stream);
  live_wait_until (virStorageVolDelete (volume.raw, 0) == 0);
  virStorageVolFree (volume.raw);
  virStorageVolFree (volume.ours);
}

/* --- functions of the program, and holes --- */

/* 64 KiB of data, a hole of 1 MiB less that, and the same again, as often as it fits. */
typedef struct
{
  guint8 *bytes;
  gsize size;
  gsize position;
  guint n_holes;
} Sparse;

#define SPARSE_DATA (64 * 1024)

static Sparse
sparse_new (gsize size)
{
  Sparse self = { .bytes = g_malloc0 (size), .size = size };

  for (gsize start = 0; start < size; start += MIB)
    {
      g_autofree guint8 *data = make_bytes (SPARSE_DATA);

      memcpy (self.bytes + start, data, SPARSE_DATA);
    }

  return self;
}

static GBytes *
on_wanted (LibvirtStream *stream, gsize nbytes, gpointer user_data, GError **error)
{
  Sparse *self = user_data;
  gsize n = MIN (MIN (nbytes, 10000), self->size - self->position);
  GBytes *data = g_bytes_new (self->bytes + self->position, n);

  self->position += n;
  return data;
}

static gboolean
on_where (LibvirtStream *stream, gboolean *in_data, gint64 *length, gpointer user_data, GError **error)
{
  Sparse *self = user_data;
  gsize at = self->position % MIB;

  *in_data = at < SPARSE_DATA && self->position < self->size;
  *length = self->position == self->size ? 0 : (gint64) (*in_data ? SPARSE_DATA - at : MIB - at);
  return TRUE;
}

static gboolean
on_skip (LibvirtStream *stream, gint64 length, gpointer user_data, GError **error)
{
  Sparse *self = user_data;

  self->position += (gsize) length;
  self->n_holes++;
  return TRUE;
}

static gboolean
on_data (LibvirtStream *stream, const guint8 *data, gsize nbytes, gpointer user_data, GError **error)
{
  Sparse *self = user_data;

  g_assert_cmpuint (self->position + nbytes, <=, self->size);
  memcpy (self->bytes + self->position, data, nbytes);
  self->position += nbytes;
  return TRUE;
}

static gboolean
on_hole (LibvirtStream *stream, gint64 length, gpointer user_data, GError **error)
{
  g_assert_cmpint (length, >, 0);
  return on_skip (stream, length, user_data, error);
}

static void
test_all (Live *self)
{
  g_autoptr (GError) error = NULL;
  Volume volume = volume_new (self, 4 * MIB);
  Sparse sent = sparse_new (4 * MIB);
  Sparse received = { .bytes = g_malloc0 (4 * MIB), .size = 4 * MIB };
  g_autoptr (LibvirtStream) up = open_stream (self, &volume, TRUE, 0, 0);
  g_autoptr (LibvirtStream) down = NULL;

  g_assert_true (libvirt_stream_send_all (up, on_wanted, &sent, &error));
  g_assert_no_error (error);
  g_assert_true (libvirt_stream_finish (up, &error));
  g_assert_no_error (error);
  volume_assert_content (&volume, sent.bytes, sent.size);

  down = open_stream (self, &volume, FALSE, 0, 0);
  g_assert_true (libvirt_stream_recv_all (down, on_data, &received, &error));
  g_assert_no_error (error);
  g_assert_cmpmem (received.bytes, received.position, sent.bytes, sent.size);
  close_stream (down);
  g_free (sent.bytes);
  g_free (received.bytes);
  volume_free (&volume);
}

static void
test_sparse_all (Live *self)
{
  g_autoptr (GError) error = NULL;
  Volume volume = volume_new (self, 4 * MIB);
  Sparse sent = sparse_new (4 * MIB);
  Sparse received = { .bytes = g_malloc0 (4 * MIB), .size = 4 * MIB };
  g_autoptr (LibvirtStream) up =
    open_stream (self, &volume, TRUE, 0, VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM);
  g_autoptr (LibvirtStream) down = NULL;
  g_autofree char *blocks = NULL;

  g_assert_true (libvirt_stream_sparse_send_all (up, on_wanted, on_where, on_skip, &sent, &error));
  g_assert_no_error (error);
  g_assert_true (libvirt_stream_finish (up, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (sent.n_holes, ==, 4);
  volume_assert_content (&volume, sent.bytes, sent.size);
  blocks = volume_ask (&volume, "stat -c %b");
  g_assert_cmpint (g_ascii_strtoll (blocks, NULL, 10), <=, 4 * SPARSE_DATA / 512 + 64);

  down = open_stream (self, &volume, FALSE, 0, VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM);
  g_assert_true (libvirt_stream_sparse_recv_all (down, on_data, on_hole, &received, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (received.n_holes, ==, 4);
  g_assert_cmpuint (received.position, ==, sent.size);
  g_assert_cmpmem (received.bytes, received.size, sent.bytes, sent.size);
  close_stream (down);
  g_free (sent.bytes);
  g_free (received.bytes);
  volume_free (&volume);
}

/* By hand, piece after piece. */
static void
test_recv_hole (Live *self)
{
  g_autoptr (GError) error = NULL;
  Volume volume = volume_new (self, 2 * MIB);
  g_autofree guint8 *bytes = make_bytes (SPARSE_DATA);
  g_autoptr (LibvirtStream) stream = NULL;
  g_autoptr (GBytes) data = NULL;

  volume_fill (self, &volume, bytes, SPARSE_DATA);
  stream = open_stream (self, &volume, FALSE, 0, VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM);
  data = libvirt_stream_recv_flags (stream, MIB, LIBVIRT_STREAM_RECV_FLAGS_VALUES_STOP_AT_HOLE, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (data, NULL), g_bytes_get_size (data), bytes, SPARSE_DATA);
  g_assert_null (libvirt_stream_recv_flags (
    stream, MIB, LIBVIRT_STREAM_RECV_FLAGS_VALUES_STOP_AT_HOLE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT);
  g_clear_error (&error);
  g_assert_cmpint (libvirt_stream_recv_hole (stream, 0, &error), ==, 2 * MIB - SPARSE_DATA);
  g_assert_no_error (error);
  close_stream (stream);
  volume_free (&volume);
}

int
main (int argc, char **argv)
{
  live_init (&argc, &argv, NULL);

  live_add ("/live/volumes/write", test_write);
  live_add ("/live/volumes/splice", test_splice);
  live_add ("/live/volumes/failure", test_failure);
  live_add ("/live/volumes/drop", test_drop);
  live_add ("/live/volumes/all", test_all);
  live_add ("/live/volumes/all/sparse", test_sparse_all);
  live_add ("/live/volumes/recv-hole", test_recv_hole);

  return live_run ();
}
