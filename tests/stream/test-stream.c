/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Streams of a driver in this process. */

#include "picture.h"

static GInputStream *
input_of (LibvirtStream *stream)
{
  return g_io_stream_get_input_stream (G_IO_STREAM (stream));
}

static void
assert_close (LibvirtStream *stream)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_io_stream_close (G_IO_STREAM (stream), NULL, &error));
  g_assert_no_error (error);
}

static void
on_done (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
test_read (Harness *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStream) stream = picture_open (self, 0);
  g_autoptr (GBytes) picture = NULL;
  guint8 *buffer = g_malloc (1 << 20);
  gsize size;

  g_assert_true (g_input_stream_read_all (input_of (stream), buffer, 1 << 20, &size, NULL, &error));
  g_assert_no_error (error);
  picture = g_bytes_new_take (buffer, size);
  picture_assert (self, picture);

  /* The end stays the end. */
  g_assert_cmpint (g_input_stream_read (input_of (stream), buffer, 1, NULL, &error), ==, 0);
  g_assert_no_error (error);
  assert_close (stream);
}

static void
test_read_async (Harness *self,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStream) stream = picture_open (self, 0);
  GByteArray *all = g_byte_array_new ();
  g_autoptr (GBytes) picture = NULL;
  gboolean at_end = FALSE;

  while (!at_end)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GBytes) bytes = NULL;

      g_input_stream_read_bytes_async (input_of (stream), 1000, 0, NULL, on_done, &result);
      harness_wait_until (result != NULL);
      bytes = g_input_stream_read_bytes_finish (input_of (stream), result, &error);
      g_assert_no_error (error);
      at_end = g_bytes_get_size (bytes) == 0;
      g_byte_array_append (all, g_bytes_get_data (bytes, NULL), (guint) g_bytes_get_size (bytes));
    }

  picture = g_byte_array_free_to_bytes (all);
  picture_assert (self, picture);
}

static void
test_splice (Harness *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStream) stream = picture_open (self, 0);
  g_autoptr (GOutputStream) target = g_memory_output_stream_new_resizable ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) picture = NULL;

  g_output_stream_splice_async (
    target, input_of (stream),
    G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, 0, NULL, on_done, &result);
  harness_wait_until (result != NULL);
  g_assert_cmpint (g_output_stream_splice_finish (target, result, &error), >, 0);
  g_assert_no_error (error);
  picture = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (target));
  picture_assert (self, picture);

  /* Data comes in this direction only: with the one half, the stream is finished. */
  g_assert_false (libvirt_stream_finish (stream, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_FAILED);
}

static void
test_skip (Harness *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStream) stream = picture_open (self, 0);
  g_autoptr (GBytes) raw = picture_get_raw (self);
  g_autoptr (GAsyncResult) result = NULL;
  const guint8 *expected = g_bytes_get_data (raw, NULL);
  guint8 byte;

  g_assert_cmpint (g_input_stream_skip (input_of (stream), 10, NULL, &error), ==, 10);
  g_assert_no_error (error);
  g_input_stream_skip_async (input_of (stream), 10, 0, NULL, on_done, &result);
  harness_wait_until (result != NULL);
  g_assert_cmpint (g_input_stream_skip_finish (input_of (stream), result, &error), ==, 10);
  g_assert_no_error (error);

  g_assert_cmpint (g_input_stream_read (input_of (stream), &byte, 1, NULL, &error), ==, 1);
  g_assert_no_error (error);
  g_assert_cmpint (byte, ==, expected[20]);
}

/* PNG pictures begin so. */
static void
test_data_input (Harness *self,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStream) stream = picture_open (self, 0);
  g_autoptr (GDataInputStream) input = g_data_input_stream_new (input_of (stream));

  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (input), FALSE);
  g_assert_cmphex (g_data_input_stream_read_uint32 (input, NULL, &error), ==, 0x89504e47);
  g_assert_no_error (error);
}

/* A read that takes what is there, and waits for more by a source. */
typedef struct
{
  GPollableInputStream *input;
  GByteArray *all;
  gboolean at_end;
} Poll;

static gboolean
on_readable (GObject *pollable,
             gpointer user_data)
{
  Poll *poll = user_data;
  g_autoptr (GError) error = NULL;
  guint8 buffer[5000];
  gssize n =
    g_pollable_input_stream_read_nonblocking (poll->input, buffer, sizeof buffer, NULL, &error);

  if (n < 0)
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK);
  else
    g_byte_array_append (poll->all, buffer, (guint) n);
  poll->at_end = n == 0;

  return poll->at_end ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

static void
test_pollable (Harness *self,
               gconstpointer data)
{
  g_autoptr (LibvirtStream) stream = picture_open (self, 0);
  Poll poll = { G_POLLABLE_INPUT_STREAM (input_of (stream)), g_byte_array_new (), FALSE };
  g_autoptr (GSource) source = g_pollable_input_stream_create_source (poll.input, NULL);
  g_autoptr (GBytes) picture = NULL;

  g_assert_true (g_pollable_input_stream_can_poll (poll.input));
  g_source_set_callback (source, G_SOURCE_FUNC (on_readable), &poll, NULL);
  g_source_attach (source, NULL);
  harness_wait_until (poll.at_end);
  g_assert_true (g_pollable_input_stream_is_readable (poll.input));

  picture = g_byte_array_free_to_bytes (poll.all);
  picture_assert (self, picture);
}

static void
test_recv (Harness *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStream) stream = picture_open (self, 0);
  GByteArray *all = g_byte_array_new ();
  g_autoptr (GBytes) picture = NULL;
  gsize size = 1;

  while (size > 0)
    {
      g_autoptr (GBytes) bytes = libvirt_stream_recv (stream, G_MAXSIZE, &error);

      g_assert_no_error (error);
      size = g_bytes_get_size (bytes);
      g_byte_array_append (all, g_bytes_get_data (bytes, NULL), (guint) size);
    }
  picture = g_byte_array_free_to_bytes (all);
  picture_assert (self, picture);

  g_assert_true (libvirt_stream_finish (stream, &error));
  g_assert_no_error (error);
  g_assert_null (libvirt_stream_recv (stream, 1, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_FAILED);
  g_clear_error (&error);
  /* What has ended can still be closed. */
  assert_close (stream);
}

static void
test_not_waiting (Harness *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStream) stream = picture_open (self, LIBVIRT_STREAM_FLAGS_NONBLOCK);
  gsize size = 1;

  while (size > 0)
    {
      g_autoptr (GBytes) bytes = libvirt_stream_recv (stream, 100000, &error);

      if (bytes == NULL)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK);
      g_clear_error (&error);
      size = bytes != NULL ? g_bytes_get_size (bytes) : 1;
    }
}

/* Pieces of all sizes, by both ways: each byte comes once. */
static void
test_mixed (Harness *self,
            gconstpointer data)
{
  static const gsize sizes[] = { 1, 10, 70000, 3, 1000, 100 };
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStream) stream = picture_open (self, 0);
  GByteArray *all = g_byte_array_new ();
  g_autoptr (GBytes) picture = NULL;
  gsize size = 1;

  for (guint i = 0; size > 0; i++)
    {
      g_autoptr (GBytes) bytes =
        i % 2 == 0
          ? libvirt_stream_recv (stream, sizes[i % G_N_ELEMENTS (sizes)], &error)
          : g_input_stream_read_bytes (input_of (stream), sizes[i % G_N_ELEMENTS (sizes)], NULL, &error);

      g_assert_no_error (error);
      size = g_bytes_get_size (bytes);
      g_byte_array_append (all, g_bytes_get_data (bytes, NULL), (guint) size);
    }
  picture = g_byte_array_free_to_bytes (all);
  picture_assert (self, picture);
}

static void
test_take_picture (Harness *self,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *kind = NULL;
  g_autoptr (GBytes) picture =
    libvirt_domain_take_screenshot (self->domain, 0, 0, &kind, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (kind, ==, "image/png");
  picture_assert (self, picture);
}

static void
test_take_picture_async (Harness *self,
                         gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) picture = NULL;
  g_autofree char *kind = NULL;

  libvirt_domain_take_screenshot_async (self->domain, 0, 0, NULL, on_done, &result);
  harness_wait_until (result != NULL);
  picture = libvirt_domain_take_screenshot_finish (self->domain, result, &kind, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kind, ==, "image/png");
  picture_assert (self, picture);
}

static void
test_not_open (Harness *self,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStream) stream = picture_new_closed (self, 0);
  virStreamPtr raw = virStreamNew (self->raw, VIR_STREAM_NONBLOCK);
  char byte;

  g_assert_cmpint (g_input_stream_read (input_of (stream), &byte, 1, NULL, &error), ==, -1);
  g_assert_cmpint (virStreamRecv (raw, &byte, 1), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_false (libvirt_stream_finish (stream, &error));
  g_assert_cmpint (virStreamFinish (raw), ==, -1);
  harness_assert_raw_error (error);
  virStreamFree (raw);
}

static void
test_close_unused (Harness *self,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStream) stream = picture_new_closed (self, 0);
  g_autoptr (LibvirtStream) other = picture_new_closed (self, 0);
  g_autoptr (LibvirtStream) nobodys = g_object_new (LIBVIRT_TYPE_STREAM, NULL);

  assert_close (stream);
  g_assert_true (libvirt_stream_abort (other, &error));
  g_assert_no_error (error);
  g_assert_false (libvirt_stream_abort (other, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_FAILED);
  g_clear_error (&error);
  assert_close (other);

  g_assert_null (libvirt_stream_recv (nobodys, 1, &error));
  harness_assert_closed (&error);
  assert_close (nobodys);
}

static void
test_no_console (Harness *self,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStream) stream = picture_new_closed (self, 0);
  virStreamPtr raw = virStreamNew (self->raw, VIR_STREAM_NONBLOCK);

  g_assert_false (libvirt_domain_open_console (self->domain, NULL, stream, 0, &error));
  g_assert_cmpint (virDomainOpenConsole (self->raw_domain, NULL, raw, 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_false (libvirt_domain_open_channel (self->domain, NULL, stream, 0, &error));
  g_assert_cmpint (virDomainOpenChannel (self->raw_domain, NULL, raw, 0), ==, -1);
  harness_assert_raw_error (error);
  virStreamFree (raw);
}

static void
test_open_twice (Harness *self,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStream) stream = picture_open (self, 0);
  g_autofree char *kind = libvirt_domain_screenshot (self->domain, stream, 0, 0, &error);

  g_assert_null (kind);
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_INVALID);
}

static void
test_other_connection (Harness *self,
                       gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtConnect) other = libvirt_connect_open ("test:///default", &error);
  g_autoptr (LibvirtStream) stream = libvirt_stream_new (other, 0, &error);
  g_autofree char *kind = libvirt_domain_screenshot (self->domain, stream, 0, 0, &error);

  g_assert_null (kind);
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG);
  g_assert_true (libvirt_stream_get_connection (stream) == other);
  g_assert_finalize_object (g_steal_pointer (&other));
  g_assert_null (libvirt_stream_get_connection (stream));
}

static void
test_after_close (Harness *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStream) stream = picture_open (self, 0);
  char byte = 0;

  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_assert_no_error (error);

  g_assert_cmpint (g_input_stream_read (input_of (stream), &byte, 1, NULL, &error), ==, -1);
  harness_assert_closed (&error);
  g_assert_null (libvirt_stream_recv (stream, 1, &error));
  harness_assert_closed (&error);
  g_assert_cmpint (libvirt_stream_send (stream, (guint8 *) &byte, 1, &error), ==, -1);
  harness_assert_closed (&error);
  g_assert_false (libvirt_stream_finish (stream, &error));
  harness_assert_closed (&error);
  g_assert_false (g_io_stream_close (G_IO_STREAM (stream), NULL, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_stream_new (self->connect, 0, &error));
  harness_assert_closed (&error);
}

static void
test_native (Harness *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStream) stream = picture_new_closed (self, 0);
  virStreamPtr native = libvirt_stream_get_native (stream, &error);
  virDomainPtr domain = libvirt_domain_get_native (self->domain, &error);
  g_autoptr (LibvirtStream) second = NULL;
  char *kind;

  kind = virDomainScreenshot (domain, native, 0, 0);
  g_assert_nonnull (kind);
  free (kind);
  second = libvirt_stream_new_from_native (self->connect, native, &error);
  g_assert_no_error (error);
  virStreamFree (native);
  virDomainFree (domain);

  g_bytes_unref (libvirt_stream_recv (second, 100, &error));
  g_assert_no_error (error);
  assert_close (second);
  g_assert_null (libvirt_stream_get_native (second, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_FAILED);
}

#define ADD(path, func) \
  g_test_add ("/stream/" path, Harness, NULL, harness_set_up, func, harness_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("read", test_read);
  ADD ("read-async", test_read_async);
  ADD ("splice", test_splice);
  ADD ("skip", test_skip);
  ADD ("data-input", test_data_input);
  ADD ("pollable", test_pollable);
  ADD ("recv", test_recv);
  ADD ("recv/not-waiting", test_not_waiting);
  ADD ("mixed", test_mixed);
  ADD ("take-picture", test_take_picture);
  ADD ("take-picture/async", test_take_picture_async);
  ADD ("not-open", test_not_open);
  ADD ("close-unused", test_close_unused);
  ADD ("no-console", test_no_console);
  ADD ("open-twice", test_open_twice);
  ADD ("other-connection", test_other_connection);
  ADD ("after-close", test_after_close);
  ADD ("native", test_native);

  return g_test_run ();
}
