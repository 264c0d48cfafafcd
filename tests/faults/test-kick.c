/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * A call that is made while another one of the same connection takes its time is answered soon,
 * also with a libvirt that loses wake-ups. KICK=off shows what it is like with such a libvirt
 * alone, KICK=measure prints how long calls take.
 */

#include <libvirt-gobj/libvirt-gobj.h>
#include <unistd.h>

#include "../daemon.h"
#include "../harness.h"
#include "connect/libvirt-connect-private.h"
#include "relayed.h"

typedef struct
{
  Daemon *daemon;
  Relay *relay;
  LibvirtConnect *connect;
  LibvirtCore *core;
  guint n_ended; /* long calls */
} Fixture;

static gboolean
kick_is (const char *what)
{
  return g_strcmp0 (g_getenv ("KICK"), what) == 0;
}

static void
set_up (Fixture *self,
        gconstpointer data)
{
  static const DaemonOptions options = { .slow_picture = TRUE };

  self->daemon = daemon_new (&options);
  if (self->daemon == NULL)
    return;

  self->relay = relay_new (daemon_get_socket (self->daemon));
  self->connect = relayed_open (self->daemon, self->relay);
  self->core = libvirt_connect_get_core (self->connect);
  if (kick_is ("off"))
    libvirt_kick_stop (self->core->session->kick);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  if (self->daemon == NULL)
    return;

  relayed_end (&self->connect, self->daemon, self->relay);
}

static void
on_long_call (GObject *source,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (libvirt_connect_domain_restore_finish (LIBVIRT_CONNECT (source), result, &error));
  g_assert_nonnull (error);
  (*(guint *) user_data)++;
}

static int
count_calls (Fixture *self)
{
  return g_atomic_int_get (&self->core->calls_in_flight);
}

static void
start_long_call (Fixture *self,
                 guint ms)
{
  int n_calls = count_calls (self);
  g_autofree char *path = daemon_dup_slow_path (ms);

  libvirt_connect_domain_restore_async (self->connect, path, NULL, on_long_call, &self->n_ended);
  while (count_calls (self) == n_calls)
    g_thread_yield ();
}

static void
assert_answers (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (libvirt_connect_num_of_domains (self->connect, &error), ==, 1);
  g_assert_no_error (error);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

/* The time that each of @n_calls takes, the shortest first. */
static GArray *
measure_calls (Fixture *self,
               guint n_calls)
{
  GArray *times = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < n_calls; i++)
    {
      gint64 time = g_get_monotonic_time ();

      assert_answers (self);
      time = g_get_monotonic_time () - time;
      g_array_append_val (times, time);
    }

  g_array_sort (times, compare_times);
  return times;
}

static void
assert_quick_beside (Fixture *self,
                     guint n_long)
{
  guint n_calls = kick_is ("off") ? 30 : 10000;
  g_autoptr (GArray) times = NULL;
  gint64 p99;
  gint64 longest;

  for (guint i = 0; i < n_long; i++)
    start_long_call (self, 120 * 1000);
  times = measure_calls (self, n_calls);
  g_assert_cmpuint (self->n_ended, ==, 0);

  p99 = g_array_index (times, gint64, n_calls * 99 / 100);
  longest = g_array_index (times, gint64, n_calls - 1);
  if (kick_is ("measure") || kick_is ("off"))
    g_printerr ("%u calls: median %.3f ms, p99 %.3f ms, longest %.3f ms, %u kicks\n", n_calls,
                g_array_index (times, gint64, n_calls / 2) / 1e3, p99 / 1e3, longest / 1e3,
                self->core->session->kick != NULL ? libvirt_kick_get_n_kicks (self->core->session->kick) : 0);
  g_assert_cmpint (p99, <, 50 * G_TIME_SPAN_MILLISECOND);
  g_assert_cmpint (longest, <, G_TIME_SPAN_SECOND);
}

/* They end with the daemon. */
static void
end_long_calls (Fixture *self,
                guint n_long)
{
  daemon_kill (self->daemon);
  harness_wait_until (self->n_ended == n_long);
}

static void
test_beside_long_calls (Fixture *self,
                        gconstpointer data)
{
  if (self->daemon == NULL)
    return;

  assert_quick_beside (self, GPOINTER_TO_UINT (data));
  end_long_calls (self, GPOINTER_TO_UINT (data));
}

/* A thread that stands in virStreamRecv(), or waits for the stream to have something. */
typedef struct
{
  LibvirtStream *stream;
  gboolean by_input_stream;
  int n_begun; /* atomic */
  int n_ended; /* atomic */
} Reader;

static gpointer
read_one_byte (gpointer user_data)
{
  Reader *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_atomic_int_inc (&self->n_begun);
  if (self->by_input_stream)
    bytes = g_input_stream_read_bytes (g_io_stream_get_input_stream (G_IO_STREAM (self->stream)),
                                       1, NULL, &error);
  else
    bytes = libvirt_stream_recv (self->stream, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 1);
  g_atomic_int_inc (&self->n_ended);
  return NULL;
}

/* The picture of the screen, of which nothing has come yet. */
static LibvirtStream *
open_picture (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain =
    libvirt_connect_lookup_domain_by_name (self->connect, "test", &error);
  LibvirtStream *stream = libvirt_stream_new (self->connect, 0, &error);
  g_autofree char *kind G_GNUC_UNUSED = libvirt_domain_screenshot (domain, stream, 0, 0, &error);

  g_assert_no_error (error);
  return stream;
}

static void
test_beside_a_read (Fixture *self,
                    gconstpointer data)
{
  Reader reader = { .by_input_stream = data != NULL };
  GThread *thread;

  if (self->daemon == NULL)
    return;

  reader.stream = open_picture (self);
  thread = g_thread_new ("reader", read_one_byte, &reader);
  while (g_atomic_int_get (&reader.n_begun) == 0)
    g_thread_yield ();
  assert_quick_beside (self, 1);

  /* It has been waiting all the while. */
  g_assert_cmpint (g_atomic_int_get (&reader.n_ended), ==, 0);
  g_assert_cmpint (write (daemon_get_picture_fd (self->daemon), "x", 1), ==, 1);
  g_thread_join (thread);

  /* The daemon does not look at what a client says of a stream from a FIFO that has nothing. */
  end_long_calls (self, 1);
  g_clear_object (&reader.stream);
}

static gboolean
has_no_kick (Fixture *self)
{
  if (self->daemon != NULL && self->core->session->kick == NULL)
    g_test_skip ("this libvirt loses no wake-ups");

  return self->daemon == NULL || self->core->session->kick == NULL;
}

static void
test_alone (Fixture *self,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = NULL;
  guint n_kicks;

  if (has_no_kick (self))
    return;

  /* To open makes calls side by side. */
  while (libvirt_kick_get_n_threads (self->core->session->kick) > 0)
    g_thread_yield ();
  n_kicks = libvirt_kick_get_n_kicks (self->core->session->kick);

  for (int i = 0; i < 1000; i++)
    assert_answers (self);
  domain = libvirt_connect_lookup_domain_by_name (self->connect, "test", &error);
  g_assert_no_error (error);
  g_assert_true (libvirt_domain_suspend (domain, &error));
  g_assert_true (libvirt_domain_resume (domain, &error));

  g_assert_cmpuint (libvirt_kick_get_n_kicks (self->core->session->kick), ==, n_kicks);
  g_assert_cmpuint (libvirt_kick_get_n_threads (self->core->session->kick), ==, 0);
}

static void
test_threads_go (Fixture *self,
                 gconstpointer data)
{
  guint n_kicks;

  if (has_no_kick (self))
    return;

  start_long_call (self, 300);
  start_long_call (self, 300);
  while (libvirt_kick_get_n_kicks (self->core->session->kick) < 2)
    g_thread_yield ();
  harness_wait_until (self->n_ended == 2);
  while (libvirt_kick_get_n_threads (self->core->session->kick) > 0)
    g_thread_yield ();

  /* It begins again when there is need. */
  n_kicks = libvirt_kick_get_n_kicks (self->core->session->kick);
  start_long_call (self, 100);
  start_long_call (self, 100);
  harness_wait_until (self->n_ended == 4);
  g_assert_cmpuint (libvirt_kick_get_n_kicks (self->core->session->kick), >, n_kicks);
}

/* All that wait for an answer that does not come, and no more than there may be. */
static void
test_outstanding (Fixture *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 start;

  if (has_no_kick (self))
    return;

  relay_stall (self->relay);
  start_long_call (self, 1);
  start_long_call (self, 1);
  while (libvirt_kick_get_n_kicks (self->core->session->kick) < 8)
    g_usleep (G_TIME_SPAN_MILLISECOND);
  g_assert_cmpuint (libvirt_kick_get_n_threads (self->core->session->kick), <=, 8);

  start = g_get_monotonic_time ();
  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_TIME_SPAN_SECOND / 2);
  g_assert_cmpuint (self->n_ended, ==, 0);

  relay_go_on (self->relay);
  harness_wait_until (self->n_ended == 2);
  while (relay_count_links (self->relay) > 0)
    g_usleep (G_TIME_SPAN_MILLISECOND);
}

/* The reference of a kick is one more that keeps a connection open. */
static void
test_closes_at_once (Fixture *self,
                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 start;

  if (has_no_kick (self))
    return;

  start_long_call (self, 1500);
  start_long_call (self, 1500);
  /* By now the next kick is far. */
  harness_wait_until (self->n_ended == 2);

  start = g_get_monotonic_time ();
  g_assert_true (libvirt_connect_close (self->connect, &error));
  while (relay_count_links (self->relay) > 0)
    g_usleep (G_TIME_SPAN_MILLISECOND);
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_TIME_SPAN_SECOND / 2);
}

static void
test_in_process (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtConnect) connect = libvirt_connect_open ("test:///default", &error);

  g_assert_no_error (error);
  g_assert_null (libvirt_connect_get_core (connect)->session->kick);
}

#define ADD(path, data, test) g_test_add (path, Fixture, data, set_up, test, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/faults/kick/short-calls-beside-a-long-one", GINT_TO_POINTER (1), test_beside_long_calls);
  ADD ("/faults/kick/short-calls-beside-four-long-ones", GINT_TO_POINTER (4),
       test_beside_long_calls);
  ADD ("/faults/kick/short-calls-beside-a-long-one-and-a-read", NULL, test_beside_a_read);
  ADD ("/faults/kick/short-calls-beside-a-long-one-and-an-input-stream", GINT_TO_POINTER (TRUE),
       test_beside_a_read);
  ADD ("/faults/kick/none-for-calls-made-alone", NULL, test_alone);
  ADD ("/faults/kick/threads-go", NULL, test_threads_go);
  ADD ("/faults/kick/outstanding-ones-do-not-hinder-close", NULL, test_outstanding);
  ADD ("/faults/kick/connection-is-not-kept-open", NULL, test_closes_at_once);
  g_test_add_func ("/faults/kick/none-in-process", test_in_process);

  return g_test_run ();
}
