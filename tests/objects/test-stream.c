/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* A thread that blocks on a stream gets its data, even if libvirt is to be served in the context
 * that is blocked so. */

#include "daemon.h"
#include "objects.h"

static LibvirtStream *
open_picture (LibvirtConnect *connect)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = libvirt_connect_lookup_domain_by_name (connect, "test", &error);
  LibvirtStream *stream = libvirt_stream_new (connect, 0, &error);
  g_autofree char *kind = NULL;

  g_assert_no_error (error);
  kind = libvirt_domain_screenshot (domain, stream, 0, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kind, ==, "image/png");
  return stream;
}

/* Reads all of it, in small pieces, and finishes. */
static void
read_picture (gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStream) stream = open_picture (data);
  GInputStream *input = g_io_stream_get_input_stream (G_IO_STREAM (stream));
  guint8 head[8];
  gssize n;

  g_assert_cmpint (g_input_stream_read (input, head, sizeof head, NULL, &error), ==, sizeof head);
  g_assert_no_error (error);
  g_assert_cmpmem (head, sizeof head, "\x89PNG\r\n\x1a\n", 8);
  while ((n = g_input_stream_skip (input, 700, NULL, &error)) > 0)
    continue;
  g_assert_no_error (error);
  g_assert_cmpint (n, ==, 0);
  g_assert_true (g_io_stream_close (G_IO_STREAM (stream), NULL, &error));
  g_assert_no_error (error);
}

/* As a program does that has no main loop, or not yet. */
static void
read_outside (LibvirtConnect *connect)
{
  read_picture (connect);
}

typedef struct
{
  LibvirtConnect *connect;
  gboolean is_reading;
  gboolean is_read;
  gboolean is_other_called;
} Inside;

static gboolean
on_other (gpointer data)
{
  Inside *self = data;

  g_assert_false (self->is_reading);
  self->is_other_called = TRUE;
  return G_SOURCE_REMOVE;
}

static gboolean
on_turn (gpointer data)
{
  Inside *self = data;

  g_idle_add_full (G_PRIORITY_HIGH, on_other, self, NULL);
  self->is_reading = TRUE;
  read_picture (self->connect);
  self->is_reading = FALSE;
  self->is_read = TRUE;
  return G_SOURCE_REMOVE;
}

/* In a callback; what blocks there must not have other callbacks called. */
static void
read_inside (LibvirtConnect *connect)
{
  Inside self = { .connect = connect };

  g_idle_add (on_turn, &self);
  harness_wait_until (self.is_read && self.is_other_called);
}

static void
read_beside (LibvirtConnect *connect)
{
  ObjectsThread thread;

  /* While the context is run by this thread, ... */
  objects_thread_start (&thread, read_picture, connect);
  objects_thread_wait (&thread);

  /* ... and while nobody runs it. */
  objects_thread_start (&thread, read_picture, connect);
  g_thread_join (thread.thread);
}

/* Two that block at the same time, of which one serves both. */
static void
read_twice (LibvirtConnect *connect)
{
  ObjectsThread thread;

  objects_thread_start (&thread, read_picture, connect);
  for (guint i = 0; i < 10; i++)
    read_picture (connect);
  g_thread_join (thread.thread);
}

static void
test_on (const char *uri)
{
  static void (*const ways[]) (LibvirtConnect *connect) = {
    read_outside, read_inside, read_beside, read_twice,
  };
  g_autoptr (GError) error = NULL;
  LibvirtConnect *connect = libvirt_connect_open (uri, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    ways[i](connect);
  g_assert_true (libvirt_connect_close (connect, &error));
  g_object_unref (connect);
}

static void
test_local (void)
{
  test_on ("test:///default");
}

static void
test_remote (void)
{
  g_autoptr (Daemon) daemon = daemon_new (NULL);
  g_autofree char *uri = NULL;

  if (daemon == NULL)
    return;

  uri = daemon_dup_uri (daemon, NULL);
  test_on (uri);
}

int
main (int argc,
      char **argv)
{
  objects_init (&argc, &argv);

  g_test_add_func ("/objects/stream/blocks/local", test_local);
  g_test_add_func ("/objects/stream/blocks/remote", test_remote);

  return g_test_run ();
}
