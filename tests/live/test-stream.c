/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Streams to a guest: its console, and a channel at whose other end a program sends everything
 * back. */

#include "live.h"

#include <string.h>

#define CHANNEL "org.example.echo"

static const char devices[] = "<channel type='unix'><target type='virtio' name='" CHANNEL "'/></channel>";

static LibvirtDomain *
boot (Live *self)
{
  return live_guest_boot (self, &(LiveGuest){ .name = "stream", .devices = devices });
}

static LibvirtStream *
stream_new (Live *self)
{
  g_autoptr (GError) error = NULL;
  LibvirtStream *stream = libvirt_stream_new (self->connect, 0, &error);

  g_assert_no_error (error);
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

static LibvirtStream *
open_console (Live *self, LibvirtDomain *domain)
{
  g_autoptr (GError) error = NULL;
  LibvirtStream *stream = stream_new (self);

  libvirt_domain_open_console (domain, NULL, stream, LIBVIRT_DOMAIN_CONSOLE_FLAGS_SAFE, &error);
  g_assert_no_error (error);
  return stream;
}

/* A channel at whose other end what comes is sent back. */
static LibvirtStream *
open_echo (Live *self, LibvirtDomain *domain)
{
  g_autoptr (GError) error = NULL;
  LibvirtStream *stream = stream_new (self);

  /* A program can have it open once. */
  live_guest_spawn (self, domain,
                    "[ -e /run/echoes ] || { touch /run/echoes; "
                    "exec 3<>/dev/virtio-ports/" CHANNEL "; "
                    "while :; do cat <&3 >&3; sleep 0.1; done; }");
  g_assert_true (libvirt_domain_open_channel (domain, CHANNEL, stream, 0, &error));
  g_assert_no_error (error);
  return stream;
}

static void
write_text (LibvirtStream *stream, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_output_stream_write_all (output_of (stream), text, strlen (text), NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Reads until there is @text. */
static void
read_until (LibvirtStream *stream, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) all = g_string_new (NULL);
  char buffer[1000];

  while (strstr (all->str, text) == NULL)
    {
      gssize n = g_input_stream_read (input_of (stream), buffer, sizeof buffer, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpint (n, >, 0);
      g_string_append_len (all, buffer, n);
    }
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
test_console (Live *self)
{
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (LibvirtStream) stream = open_console (self, domain);

  write_text (stream, "\necho answer-$((6 * 7))\n");
  read_until (stream, "answer-42");
  close_stream (stream);

  /* It is free again. */
  g_clear_object (&stream);
  stream = open_console (self, domain);
  write_text (stream, "\necho answer-$((6 * 8))\n");
  read_until (stream, "answer-48");
}

/* One has it, the other does not; whoever is thrown out hears of it from the daemon. */
static void
test_console_in_use (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (LibvirtStream) stream = open_console (self, domain);
  g_autoptr (LibvirtStream) other = stream_new (self);
  virStreamPtr native = virStreamNew (self->raw, VIR_STREAM_NONBLOCK);
  char buffer[1000];

  g_assert_false (
    libvirt_domain_open_console (domain, NULL, other, LIBVIRT_DOMAIN_CONSOLE_FLAGS_SAFE, &error));
  g_assert_cmpint (virDomainOpenConsole (raw, NULL, native, VIR_DOMAIN_CONSOLE_SAFE), ==, -1);
  g_assert_error (error, LIBVIRT_ERROR, virGetLastErrorCode ());
  g_assert_cmpstr (error->message, ==, virGetLastErrorMessage ());
  g_clear_error (&error);

  g_assert_true (
    libvirt_domain_open_console (domain, NULL, other, LIBVIRT_DOMAIN_CONSOLE_FLAGS_FORCE, &error));
  g_assert_no_error (error);
  while (g_input_stream_read (input_of (stream), buffer, sizeof buffer, NULL, &error) > 0)
    continue;
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_RPC);
  g_assert_cmpstr (error->message, ==, "stream had I/O failure");
  virStreamFree (native);
}

#define ECHOED (3 * 1024 * 1024)

/* Much more than the queues on the way hold: both directions at once. */
static void
test_channel (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (LibvirtStream) stream = open_echo (self, domain);
  g_autofree guint8 *sent = g_malloc (ECHOED);
  g_autofree guint8 *received = g_malloc (ECHOED);
  g_autoptr (GAsyncResult) written = NULL;
  g_autoptr (GAsyncResult) read = NULL;
  gsize n;

  for (gsize i = 0; i < ECHOED; i++)
    sent[i] = (guint8) g_test_rand_int ();
  g_output_stream_write_all_async (output_of (stream), sent, ECHOED, 0, NULL, on_done, &written);
  g_input_stream_read_all_async (input_of (stream), received, ECHOED, 0, NULL, on_done, &read);
  live_wait_until (written != NULL && read != NULL);

  g_assert_true (g_output_stream_write_all_finish (output_of (stream), written, &n, &error));
  g_assert_no_error (error);
  g_assert_true (g_input_stream_read_all_finish (input_of (stream), read, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, ECHOED);
  g_assert_cmpmem (sent, ECHOED, received, ECHOED);
  close_stream (stream);
}

static void
test_cancel (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (LibvirtStream) stream = open_echo (self, domain);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  char buffer[100];

  g_input_stream_read_async (input_of (stream), buffer, sizeof buffer, 0, cancellable, on_done, &result);
  g_assert_null (result);
  g_cancellable_cancel (cancellable);
  live_wait_until (result != NULL);
  g_assert_cmpint (g_input_stream_read_finish (input_of (stream), result, &error), ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  /* The stream is as good as before. */
  write_text (stream, "still there");
  read_until (stream, "still there");
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (50000);
  g_cancellable_cancel (cancellable);
  return NULL;
}

/* A read that blocks, in this thread. */
static void
test_cancel_blocking (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (LibvirtStream) stream = open_echo (self, domain);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);
  char buffer[100];

  g_assert_cmpint (g_input_stream_read (input_of (stream), buffer, sizeof buffer, cancellable, &error), ==,
                   -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
}

static void
test_abort (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (LibvirtStream) stream = open_echo (self, domain);
  g_autoptr (GAsyncResult) result = NULL;
  char buffer[100];

  g_input_stream_read_async (input_of (stream), buffer, sizeof buffer, 0, NULL, on_done, &result);
  g_assert_true (libvirt_stream_abort (stream, &error));
  g_assert_no_error (error);
  live_wait_until (result != NULL);
  g_assert_cmpint (g_input_stream_read_finish (input_of (stream), result, &error), ==, -1);
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_FAILED);
}

static guint
count_sockets (void)
{
  g_autoptr (GDir) fds = g_dir_open ("/proc/self/fd", 0, NULL);
  const char *fd;
  guint n = 0;

  while ((fd = g_dir_read_name (fds)) != NULL)
    {
      g_autofree char *path = g_build_filename ("/proc/self/fd", fd, NULL);
      g_autofree char *target = g_file_read_link (path, NULL);

      n += target != NULL && g_str_has_prefix (target, "socket:") ? 1 : 0;
    }

  return n;
}

/* A stream that is in use does not keep the connection open. */
static void
test_close_connection (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtConnect) connect = NULL;
  g_autoptr (LibvirtDomain) first = boot (self);
  g_autoptr (LibvirtDomain) domain = NULL;
  g_autoptr (LibvirtStream) stream = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  char buffer[100];

  /* The two of this test; those of the test before are closed in threads. */
  live_wait_until (count_sockets () == 2);
  connect = libvirt_connect_open (live_get ("first-uri"), &error);
  g_assert_no_error (error);
  domain = libvirt_connect_lookup_domain_by_name (connect, libvirt_domain_get_name (first), &error);
  stream = libvirt_stream_new (connect, 0, &error);
  g_assert_true (libvirt_domain_open_channel (domain, CHANNEL, stream, 0, &error));
  g_assert_no_error (error);
  g_input_stream_read_async (input_of (stream), buffer, sizeof buffer, 0, NULL, on_done, &result);
  g_assert_cmpuint (count_sockets (), ==, 3);

  g_assert_true (libvirt_connect_close (connect, &error));
  live_wait_until (result != NULL);
  g_assert_cmpint (g_input_stream_read_finish (input_of (stream), result, &error), ==, -1);
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_CONN);
  live_wait_until (count_sockets () == 2);
}

/* Dropped in the callback of a read, and the channel is free again. */
static void
on_read_drop (GObject *source, GAsyncResult *result, gpointer user_data)
{
  LibvirtStream **stream = user_data;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_input_stream_read_finish (G_INPUT_STREAM (source), result, &error), >, 0);
  g_assert_no_error (error);
  g_assert_finalize_object (g_steal_pointer (stream));
}

static gboolean
can_open (Live *self, LibvirtDomain *domain)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStream) stream = stream_new (self);

  return libvirt_domain_open_channel (domain, CHANNEL, stream, 0, &error);
}

static void
test_drop_in_callback (Live *self)
{
  g_autoptr (LibvirtDomain) domain = boot (self);
  LibvirtStream *stream = open_echo (self, domain);
  char buffer[100];

  g_assert_false (can_open (self, domain));
  g_input_stream_read_async (input_of (stream), buffer, sizeof buffer, 0, NULL, on_read_drop, &stream);
  write_text (stream, "hello");
  live_wait_until (stream == NULL);
  live_wait_until (can_open (self, domain));
}

int
main (int argc, char **argv)
{
  live_init (&argc, &argv, NULL);

  live_add ("/live/stream/console", test_console);
  live_add ("/live/stream/console/in-use", test_console_in_use);
  live_add ("/live/stream/channel", test_channel);
  live_add ("/live/stream/cancel", test_cancel);
  live_add ("/live/stream/cancel/blocking", test_cancel_blocking);
  live_add ("/live/stream/abort", test_abort);
  live_add ("/live/stream/close-connection", test_close_connection);
  live_add ("/live/stream/drop-in-callback", test_drop_in_callback);

  return live_run ();
}
