/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Whole transfers. libvirt's test driver has none that goes to it, and no holes. */

#include "picture.h"

static gboolean
on_data (LibvirtStream *stream,
         const guint8 *data,
         gsize nbytes,
         gpointer user_data,
         GError **error)
{
  g_assert_cmpuint (nbytes, >, 0);
  g_byte_array_append (user_data, data, (guint) nbytes);
  return TRUE;
}

static gboolean
on_data_fail (LibvirtStream *stream,
              const guint8 *data,
              gsize nbytes,
              gpointer user_data,
              GError **error)
{
  (*(guint *) user_data)++;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "the disk is full");
  return FALSE;
}

static gboolean
on_data_refuse (LibvirtStream *stream,
                const guint8 *data,
                gsize nbytes,
                gpointer user_data,
                GError **error)
{
  return FALSE;
}

static gboolean
on_hole (LibvirtStream *stream,
         gint64 length,
         gpointer user_data,
         GError **error)
{
  g_assert_not_reached ();
}

static int
on_raw_data (virStreamPtr stream,
             const char *data,
             size_t nbytes,
             void *opaque)
{
  g_assert_not_reached ();
}

static int
on_raw_hole (virStreamPtr stream,
             long long length,
             void *opaque)
{
  g_assert_not_reached ();
}

static void
assert_aborted (LibvirtStream *stream)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (libvirt_stream_finish (stream, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_FAILED);
}

static void
test_recv (Harness *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStream) stream = picture_open (self, 0);
  GByteArray *all = g_byte_array_new ();
  g_autoptr (GBytes) picture = NULL;

  g_assert_true (libvirt_stream_recv_all (stream, on_data, all, &error));
  g_assert_no_error (error);
  picture = g_byte_array_free_to_bytes (all);
  picture_assert (self, picture);
  g_assert_true (libvirt_stream_finish (stream, &error));
  g_assert_no_error (error);
}

/* The function's own error comes back, and nothing else is asked of it. */
static void
test_recv_failing (Harness *self,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStream) stream = picture_open (self, 0);
  guint n_calls = 0;

  g_assert_false (libvirt_stream_recv_all (stream, on_data_fail, &n_calls, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpuint (n_calls, ==, 1);
  assert_aborted (stream);
}

static void
test_recv_refusing (Harness *self,
                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStream) stream = picture_open (self, 0);

  g_assert_false (libvirt_stream_recv_all (stream, on_data_refuse, NULL, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_ABORTED);
  assert_aborted (stream);
}

/* Of one that does not wait, as of libvirt's own. */
static void
test_not_waiting (Harness *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStream) stream = picture_open (self, LIBVIRT_STREAM_FLAGS_NONBLOCK);
  virStreamPtr raw = virStreamNew (self->raw, VIR_STREAM_NONBLOCK);

  g_assert_cmpint (virStreamRecvAll (raw, on_raw_data, NULL), ==, -1);
  g_assert_cmpint (virGetLastErrorCode (), ==, LIBVIRT_ERROR_OPERATION_INVALID);
  g_assert_false (libvirt_stream_recv_all (stream, on_data, NULL, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_INVALID);
  assert_aborted (stream);
  virStreamFree (raw);
}

static void
test_no_holes (Harness *self,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStream) stream = picture_open (self, 0);
  virStreamPtr raw = virStreamNew (self->raw, 0);
  g_autofree char *kind G_GNUC_UNUSED = virDomainScreenshot (self->raw_domain, raw, 0, 0);

  g_assert_false (libvirt_stream_sparse_recv_all (stream, on_data, on_hole, NULL, &error));
  g_assert_cmpint (virStreamSparseRecvAll (raw, on_raw_data, on_raw_hole, NULL), ==, -1);
  harness_assert_raw_error (error);
  virStreamFree (raw);
}

static GBytes *
on_wanted (LibvirtStream *stream,
           gsize nbytes,
           gpointer user_data,
           GError **error)
{
  guint *n_calls = user_data;

  g_assert_cmpuint (nbytes, >=, 65536);
  return ++*n_calls < 3 ? g_bytes_new_static ("some", 4) : g_bytes_new_static ("", 0);
}

static GBytes *
on_wanted_fail (LibvirtStream *stream,
                gsize nbytes,
                gpointer user_data,
                GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "the tape is torn");
  return NULL;
}

/* A picture cannot be written to, which libvirt may notice when all has been taken. */
static void
test_send (Harness *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStream) stream = picture_open (self, 0);
  guint n_calls = 0;

  if (libvirt_stream_send_all (stream, on_wanted, &n_calls, &error))
    g_assert_cmpuint (n_calls, ==, 3);
  else
    assert_aborted (stream);
}

static void
test_send_failing (Harness *self,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStream) stream = picture_open (self, 0);

  g_assert_false (libvirt_stream_send_all (stream, on_wanted_fail, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  assert_aborted (stream);
}

static void
test_not_open (Harness *self,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStream) stream = picture_new_closed (self, 0);
  virStreamPtr raw = virStreamNew (self->raw, 0);

  g_assert_false (libvirt_stream_recv_all (stream, on_data, NULL, &error));
  g_assert_cmpint (virStreamRecvAll (raw, on_raw_data, NULL), ==, -1);
  harness_assert_raw_error (error);
  virStreamFree (raw);
}

#define ADD(path, func) \
  g_test_add ("/stream/all/" path, Harness, NULL, harness_set_up, func, harness_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("recv", test_recv);
  ADD ("recv/failing", test_recv_failing);
  ADD ("recv/refusing", test_recv_refusing);
  ADD ("not-waiting", test_not_waiting);
  ADD ("no-holes", test_no_holes);
  ADD ("send", test_send);
  ADD ("send/failing", test_send_failing);
  ADD ("not-open", test_not_open);

  return g_test_run ();
}
