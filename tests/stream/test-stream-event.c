/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The function that is called when a stream is ready. */

#include "picture.h"

typedef struct
{
  LibvirtStreamEventType events; /* of the last call */
  guint n_calls;
  guint n_destroyed;
  gboolean reads;
  gboolean at_end;
  GByteArray *all;
} Record;

static void
on_ready (LibvirtStream *stream,
          LibvirtStreamEventType events,
          gpointer user_data)
{
  Record *record = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  record->events = events;
  record->n_calls++;
  if (!record->reads)
    return;

  /* One piece each time: on a stream that waits, this must not. */
  bytes = libvirt_stream_recv (stream, 5000, &error);
  g_assert_no_error (error);
  record->at_end = g_bytes_get_size (bytes) == 0;
  g_byte_array_append (record->all, g_bytes_get_data (bytes, NULL), (guint) g_bytes_get_size (bytes));
  if (record->at_end)
    g_assert_true (libvirt_stream_event_remove_callback (stream, NULL));
}

static void
on_destroy (gpointer user_data)
{
  ((Record *) user_data)->n_destroyed++;
}

static void
on_raw_ready (virStreamPtr stream,
              int events,
              void *opaque)
{
  g_assert_not_reached ();
}

static void
add (LibvirtStream *stream,
     LibvirtStreamEventType events,
     Record *record)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (
    libvirt_stream_event_add_callback (stream, events, on_ready, record, on_destroy, &error));
  g_assert_no_error (error);
}

static void
test_read (Harness *self,
           gconstpointer data)
{
  g_autoptr (LibvirtStream) stream = picture_open (self, 0);
  Record record = { .reads = TRUE, .all = g_byte_array_new () };
  g_autoptr (GBytes) picture = NULL;

  add (stream, LIBVIRT_STREAM_EVENT_TYPE_READABLE, &record);
  harness_wait_until (record.at_end);
  g_assert_cmpint (record.events, ==, LIBVIRT_STREAM_EVENT_TYPE_READABLE);
  g_assert_cmpuint (record.n_destroyed, ==, 1);
  picture = g_byte_array_free_to_bytes (record.all);
  picture_assert (self, picture);
}

/* What is not taken is told of again. */
static void
test_again (Harness *self,
            gconstpointer data)
{
  g_autoptr (LibvirtStream) stream = picture_open (self, 0);
  Record record = { .reads = FALSE };

  add (stream, LIBVIRT_STREAM_EVENT_TYPE_READABLE, &record);
  harness_wait_until (record.n_calls == 3);
}

static void
test_update (Harness *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStream) stream = picture_open (self, 0);
  Record record = { .reads = FALSE };
  guint n_calls;

  add (stream, LIBVIRT_STREAM_EVENT_TYPE_NONE, &record);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpuint (record.n_calls, ==, 0);

  g_assert_true (
    libvirt_stream_event_update_callback (stream, LIBVIRT_STREAM_EVENT_TYPE_WRITABLE, &error));
  g_assert_no_error (error);
  harness_wait_until (record.n_calls > 0);
  g_assert_cmpint (record.events, ==, LIBVIRT_STREAM_EVENT_TYPE_WRITABLE);

  g_assert_true (libvirt_stream_event_update_callback (stream, 0, &error));
  n_calls = record.n_calls;
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpuint (record.n_calls, ==, n_calls);
  g_assert_cmpuint (record.n_destroyed, ==, 0);
}

static void
test_one_only (Harness *self,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStream) stream = picture_open (self, 0);
  Record record = { .reads = FALSE };
  Record other = { .reads = FALSE };

  g_assert_false (libvirt_stream_event_remove_callback (stream, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_INVALID);
  g_clear_error (&error);
  g_assert_false (libvirt_stream_event_update_callback (stream, 1, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_INVALID);
  g_clear_error (&error);

  add (stream, LIBVIRT_STREAM_EVENT_TYPE_READABLE, &record);
  g_assert_false (libvirt_stream_event_add_callback (stream, 1, on_ready, &other, on_destroy, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_INVALID);
  g_clear_error (&error);
  g_assert_cmpuint (other.n_destroyed, ==, 1);

  g_assert_true (libvirt_stream_event_remove_callback (stream, &error));
  g_assert_cmpuint (record.n_destroyed, ==, 1);
  add (stream, LIBVIRT_STREAM_EVENT_TYPE_READABLE, &other);
  harness_wait_until (other.n_calls > 0);
}

static void
test_dropped (Harness *self,
              gconstpointer data)
{
  LibvirtStream *stream = picture_open (self, 0);
  Record record = { .reads = FALSE };

  add (stream, LIBVIRT_STREAM_EVENT_TYPE_READABLE, &record);
  g_assert_finalize_object (stream);
  g_assert_cmpuint (record.n_destroyed, ==, 1);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpuint (record.n_calls, ==, 0);
}

static void
test_finished (Harness *self,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStream) stream = picture_open (self, 0);
  Record record = { .reads = FALSE };

  add (stream, LIBVIRT_STREAM_EVENT_TYPE_READABLE | LIBVIRT_STREAM_EVENT_TYPE_ERROR, &record);
  g_assert_true (libvirt_stream_abort (stream, &error));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpuint (record.n_calls, ==, 0);
}

/* What cannot be watched yet can be later. */
static void
test_not_open (Harness *self,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStream) stream = picture_new_closed (self, 0);
  virStreamPtr raw = virStreamNew (self->raw, VIR_STREAM_NONBLOCK);
  Record record = { .reads = FALSE };
  g_autofree char *kind = NULL;

  g_assert_false (libvirt_stream_event_add_callback (stream, 1, on_ready, &record, NULL, &error));
  g_assert_cmpint (virStreamEventAddCallback (raw, 1, on_raw_ready, NULL, NULL), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  kind = libvirt_domain_screenshot (self->domain, stream, 0, 0, &error);
  g_assert_no_error (error);
  add (stream, LIBVIRT_STREAM_EVENT_TYPE_READABLE, &record);
  harness_wait_until (record.n_calls > 0);
  virStreamFree (raw);
}

#define ADD(path, func) \
  g_test_add ("/stream/event/" path, Harness, NULL, harness_set_up, func, harness_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("read", test_read);
  ADD ("again", test_again);
  ADD ("update", test_update);
  ADD ("one-only", test_one_only);
  ADD ("dropped", test_dropped);
  ADD ("finished", test_finished);
  ADD ("not-open", test_not_open);

  return g_test_run ();
}
