/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * What becomes of asynchronous calls when hosts are slow or hang. With EXECUTOR_LONG=1 the calls
 * that take long take 45 seconds each, with a libvirtd as it is by default.
 */

#include <fcntl.h>
#include <unistd.h>

#include <gio/gio.h>
#include <libvirt-gobj/libvirt-gobj.h>

#include "../daemon.h"
#include "../files.h"
#include "../harness.h"
#include "../relay.h"
#include "connect/libvirt-connect-private.h"
#include "relayed.h"

#define N_ROUNDS 1000
#define N_HUNG 30

typedef struct
{
  Daemon *daemon;
  Relay *relay;
  LibvirtConnect *connect; /* past the relay */
  guint n_ended;
  guint n_cancelled;
} Fixture;

static void
set_up (Fixture *self,
        gconstpointer data)
{
  g_autofree char *uri = NULL;

  self->daemon = daemon_new (data);
  if (self->daemon == NULL)
    return;

  self->relay = relay_new (daemon_get_socket (self->daemon));
  uri = daemon_dup_uri (self->daemon, NULL);
  self->connect = relayed_open_uri (uri);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  gpointer connect = self->connect;

  if (self->daemon == NULL)
    return;

  /* A call that was cancelled holds it until it comes back late. */
  if (connect != NULL)
    g_object_add_weak_pointer (connect, &connect);
  g_clear_object (&self->connect);
  harness_wait_until (connect == NULL);
  daemon_free (self->daemon);
  relay_free (self->relay);
  harness_finish_threads ();
}

static int
count_calls (Fixture *self)
{
  return g_atomic_int_get (&libvirt_connect_get_core (self->connect)->calls_in_flight);
}

static void
on_restored (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  Fixture *self = user_data;
  g_autoptr (GError) error = NULL;

  g_assert_false (libvirt_connect_domain_restore_finish (LIBVIRT_CONNECT (source), result, &error));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    self->n_cancelled++;
  else /* the file that it waited for is not there */
    g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_SYSTEM_ERROR);
  self->n_ended++;
}

static void
start_long_calls (Fixture *self,
                  guint n_calls,
                  guint ms,
                  GCancellable *cancellable)
{
  g_autofree char *path = daemon_dup_slow_path (ms);

  for (guint i = 0; i < n_calls; i++)
    libvirt_connect_domain_restore_async (self->connect, path, cancellable, on_restored, self);
}

static void
wait_for_calls (Fixture *self,
                int n_calls)
{
  while (count_calls (self) < n_calls)
    g_thread_yield ();
}

static void
on_counted (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (libvirt_connect_num_of_domains_finish (LIBVIRT_CONNECT (source), result, &error),
                   ==, 1);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* How long an asynchronous call takes from now. */
static gint64
measure_call (LibvirtConnect *connect)
{
  gint64 start = g_get_monotonic_time ();
  gboolean done = FALSE;

  libvirt_connect_num_of_domains_async (connect, NULL, on_counted, &done);
  harness_wait_until (done);
  return g_get_monotonic_time () - start;
}

/* Last references */

typedef struct
{
  LibvirtConnect *connect;
  gboolean done;
  gboolean gone;
} Round;

static GThread *main_thread;

static void
on_gone (gpointer user_data,
         GObject *where_it_was)
{
  g_assert_true (g_thread_self () == main_thread);
  *(gboolean *) user_data = TRUE;
}

static void
on_round (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  Round *round = user_data;
  g_autoptr (GError) error = NULL;

  libvirt_connect_num_of_domains_finish (LIBVIRT_CONNECT (source), result, &error);
  g_clear_object (&round->connect);
  round->done = TRUE;
}

static void
run_round (gboolean cancels)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Round round = { .connect = relayed_open_uri ("test:///default") };

  g_object_weak_ref (G_OBJECT (round.connect), on_gone, &round.gone);
  libvirt_connect_num_of_domains_async (round.connect, cancellable, on_round, &round);
  if (cancels)
    g_cancellable_cancel (cancellable);
  harness_wait_until (round.done);
  harness_wait_until (round.gone);
}

static void
test_last_reference (void)
{
  main_thread = g_thread_self ();
  for (int i = 0; i < N_ROUNDS; i++)
    run_round (i % 2 == 1);
  harness_finish_threads ();
}

/* What lets go of a connection in a worker. */
typedef struct
{
  LibvirtWork work;
  LibvirtConnect *connect;
  int is_done; /* atomic */
} DropWork;

static void
drop_work_run (LibvirtWork *work)
{
  DropWork *self = (DropWork *) work;

  g_object_unref (self->connect);
  g_atomic_int_set (&self->is_done, TRUE);
}

static void
on_handler_gone (gpointer user_data,
                 GClosure *closure)
{
  on_gone (user_data, NULL);
}

static void
drop_in_worker (Fixture *self,
                DropWork *work)
{
  work->work.run = drop_work_run;
  libvirt_executor_push (libvirt_connect_get_core (self->connect)->executor, &work->work);
  while (!g_atomic_int_get (&work->is_done))
    g_thread_yield ();
}

static void
on_told (void)
{
  g_assert_not_reached (); /* nothing is told of what is gone */
}

/* It is closed whether its context is run or not; what the program has to do with it ends there. */
static void
test_last_reference_in_worker (Fixture *self,
                               gconstpointer data)
{
  if (self->daemon == NULL)
    return;

  main_thread = g_thread_self ();
  for (guint i = 0; i < 50; i++)
    {
      DropWork work = { .connect = relayed_open (self->daemon, self->relay) };
      gboolean is_gone = FALSE;
      gboolean is_handler_gone = FALSE;
      gboolean is_list_gone = FALSE;

      g_object_weak_ref (G_OBJECT (work.connect), on_gone, &is_gone);
      g_signal_connect_data (work.connect, "closed", G_CALLBACK (on_told), &is_handler_gone,
                             on_handler_gone, 0);
      g_signal_connect_data (libvirt_connect_get_domains (work.connect), "items-changed",
                             G_CALLBACK (on_told), &is_list_gone, on_handler_gone, 0);
      drop_in_worker (self, &work);
      while (relay_count_links (self->relay) > 0)
        g_usleep (G_TIME_SPAN_MILLISECOND);
      g_assert_false (is_gone || is_handler_gone || is_list_gone);
      harness_wait_until (is_gone && is_handler_gone && is_list_gone);
    }
}

/* Hosts that hang */

static void
on_not_opened (GObject *source,
               GAsyncResult *result,
               gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (libvirt_connect_open_finish (result, &error));
  g_assert_nonnull (error);
  (*(guint *) user_data)++;
}

static void
on_file_info (GObject *source,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info G_GNUC_UNUSED =
    g_file_query_info_finish (G_FILE (source), result, &error);

  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static gint64
measure_file_query (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/");
  gint64 start = g_get_monotonic_time ();
  gboolean done = FALSE;

  g_file_query_info_async (file, "standard::*", G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, NULL,
                           on_file_info, &done);
  harness_wait_until (done);
  return g_get_monotonic_time () - start;
}

static void
test_hung_opens (Fixture *self,
                 gconstpointer data)
{
  g_autofree char *uri = NULL;

  if (self->daemon == NULL)
    return;

  uri = daemon_dup_uri (self->daemon, relay_get_socket (self->relay));
  relay_stall (self->relay);
  for (int i = 0; i < N_HUNG; i++)
    libvirt_connect_open_async (uri, NULL, on_not_opened, &self->n_ended);
  while (relay_count_links (self->relay) < N_HUNG)
    g_usleep (G_TIME_SPAN_MILLISECOND);

  g_assert_cmpint (measure_file_query (), <, G_TIME_SPAN_SECOND);
  g_assert_cmpint (measure_call (self->connect), <, G_TIME_SPAN_SECOND);
  g_assert_cmpuint (self->n_ended, ==, 0);

  relay_cut (self->relay);
  harness_wait_until (self->n_ended == N_HUNG);
}

static void
on_failed (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (libvirt_connect_num_of_domains_finish (LIBVIRT_CONNECT (source), result, &error),
                   ==, -1);
  (*(guint *) user_data)++;
}

static void
test_hung_calls (Fixture *self,
                 gconstpointer data)
{
  g_autoptr (LibvirtConnect) hung = NULL;
  g_autofree char *uri = NULL;

  if (self->daemon == NULL)
    return;

  uri = daemon_dup_uri (self->daemon, relay_get_socket (self->relay));
  hung = relayed_open_uri (uri);
  relay_stall (self->relay);
  for (int i = 0; i < N_HUNG; i++)
    libvirt_connect_num_of_domains_async (hung, NULL, on_failed, &self->n_ended);
  while (g_atomic_int_get (&libvirt_connect_get_core (hung)->calls_in_flight) < N_HUNG)
    g_thread_yield ();

  g_assert_cmpint (measure_file_query (), <, G_TIME_SPAN_SECOND);
  g_assert_cmpint (measure_call (self->connect), <, G_TIME_SPAN_SECOND);
  g_assert_cmpuint (self->n_ended, ==, 0);

  relay_cut (self->relay);
  harness_wait_until (self->n_ended == N_HUNG);
}

/* Cancellation */

static void
on_created (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (
    libvirt_connect_create_domain_xml_finish (LIBVIRT_CONNECT (source), result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  *(gboolean *) user_data = TRUE;
}

static void
start_create (Fixture *self,
              GCancellable *cancellable,
              gboolean *done)
{
  g_autofree char *xml = harness_domain_xml ("never");

  libvirt_connect_create_domain_xml_async (self->connect, xml, 0, cancellable, on_created, done);
}

/* What the hypervisor has, asked by libvirt itself. */
static int
count_domains (Fixture *self)
{
  g_autofree char *uri = daemon_dup_uri (self->daemon, NULL);
  virConnectPtr raw = virConnectOpen (uri);
  int n_domains = virConnectNumOfDomains (raw);

  virConnectClose (raw);
  return n_domains;
}

static void
test_cancelled_before_start (Fixture *self,
                             gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gboolean waited = FALSE;
  gboolean late = FALSE;

  if (self->daemon == NULL)
    return;

  start_long_calls (self, 4, 500, NULL);
  wait_for_calls (self, 4);
  start_create (self, cancellable, &waited);
  g_cancellable_cancel (cancellable);
  start_create (self, cancellable, &late);
  harness_wait_until (waited && late);
  g_assert_cmpuint (self->n_ended, ==, 0);

  /* One more that comes after it shows that its turn is over. */
  start_long_calls (self, 1, 1, NULL);
  harness_wait_until (self->n_ended == 5);
  g_assert_cmpint (count_domains (self), ==, 1);
}

static void
test_cancelled_in_flight (Fixture *self,
                          gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gint64 start;

  if (self->daemon == NULL)
    return;

  daemon_freeze (self->daemon);
  start_long_calls (self, 4, 1, cancellable);
  wait_for_calls (self, 4);
  start = g_get_monotonic_time ();
  g_cancellable_cancel (cancellable);
  harness_wait_until (self->n_ended == 4);
  g_assert_cmpuint (self->n_cancelled, ==, 4);
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_TIME_SPAN_SECOND);
  g_assert_cmpint (count_calls (self), ==, 4);

  daemon_thaw (self->daemon);
  while (count_calls (self) > 0)
    g_thread_yield ();
}

typedef struct
{
  guint n_ended;
  guint n_cancelled;
} Opens;

/* One may have been quicker than its cancellation. */
static void
on_open_cancelled (GObject *source,
                   GAsyncResult *result,
                   gpointer user_data)
{
  Opens *opens = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtConnect) connect = libvirt_connect_open_finish (result, &error);

  if (connect == NULL)
    {
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      opens->n_cancelled++;
    }
  opens->n_ended++;
}

static gboolean
on_cancel_time (gpointer user_data)
{
  g_cancellable_cancel (user_data);
  return G_SOURCE_REMOVE;
}

/* Some are cancelled before they begin, some while they wait for the daemon. */
static guint
cancel_opens (const char *uri,
              guint n_opens)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Opens opens = { 0 };

  for (guint i = 0; i < n_opens; i++)
    libvirt_connect_open_async (uri, cancellable, on_open_cancelled, &opens);
  g_idle_add_full (G_PRIORITY_HIGH, on_cancel_time, cancellable, NULL);
  harness_wait_until (opens.n_ended == n_opens);
  harness_finish_threads ();

  return opens.n_cancelled;
}

static void
test_cancelled_opens (Fixture *self,
                      gconstpointer data)
{
  g_autofree char *uri = NULL;
  guint n_cancelled = 0;
  guint n_files;

  if (self->daemon == NULL)
    return;

  uri = daemon_dup_uri (self->daemon, NULL);
  g_clear_pointer (&self->relay, relay_free); /* its thread stays as long as it */
  g_clear_object (&self->connect);
  cancel_opens (uri, 10);
  n_files = files_count_open ();
  while (n_cancelled < N_ROUNDS)
    n_cancelled += cancel_opens (uri, 10);
  while (files_count_open () > n_files)
    g_thread_yield ();
  g_assert_cmpuint (files_count_open (), <=, n_files);
  self->relay = relay_new (daemon_get_socket (self->daemon));
}

/* In the place of libvirt's own, whose test driver has no such call: gives out descriptors when
 * it may. */
static int fds_may_come; /* atomic, as the rest */
static int n_fd_calls;
static int n_fds;

int
virDomainOpenGraphicsFD (virDomainPtr domain,
                         unsigned int idx,
                         unsigned int flags)
{
  g_atomic_int_inc (&n_fd_calls);
  while (!g_atomic_int_get (&fds_may_come))
    g_thread_yield ();
  g_atomic_int_inc (&n_fds);
  return open ("/dev/null", O_RDONLY | O_CLOEXEC);
}

static void
on_fd (GObject *source,
       GAsyncResult *result,
       gpointer user_data)
{
  Fixture *self = user_data;
  g_autoptr (GError) error = NULL;
  int fd = libvirt_domain_open_graphics_fd_finish (LIBVIRT_DOMAIN (source), result, &error);

  if (fd >= 0)
    g_assert_cmpint (close (fd), ==, 0);
  else
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  self->n_cancelled += fd < 0 ? 1 : 0;
  self->n_ended++;
}

/* All are under way when they are cancelled, and their descriptors come afterwards. */
static void
cancel_fds (Fixture *self,
            LibvirtDomain *domain,
            guint n_calls)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  self->n_ended = self->n_cancelled = 0;
  g_atomic_int_set (&n_fd_calls, 0);
  g_atomic_int_set (&n_fds, 0);
  g_atomic_int_set (&fds_may_come, FALSE);
  for (guint i = 0; i < n_calls; i++)
    libvirt_domain_open_graphics_fd_async (domain, 0, 0, cancellable, on_fd, self);
  while (g_atomic_int_get (&n_fd_calls) < (int) n_calls)
    g_thread_yield ();

  g_cancellable_cancel (cancellable);
  harness_wait_until (self->n_ended == n_calls);
  g_assert_cmpuint (self->n_cancelled, ==, n_calls);
  g_assert_cmpint (g_atomic_int_get (&n_fds), ==, 0);
  g_atomic_int_set (&fds_may_come, TRUE);
  while (g_atomic_int_get (&n_fds) < (int) n_calls)
    g_thread_yield ();
}

static void
test_cancelled_fds (Fixture *self,
                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = NULL;
  guint n_files;

  if (self->daemon == NULL)
    return;

  domain = libvirt_connect_lookup_domain_by_name (self->connect, "test", &error);
  g_assert_no_error (error);
  n_files = files_count_open ();
  for (guint i = 0; i < N_ROUNDS; i += 10)
    {
      cancel_fds (self, domain, 10);
      harness_wait_until (files_count_open () == n_files);
    }

  /* What is not cancelled comes. */
  self->n_ended = self->n_cancelled = 0;
  libvirt_domain_open_graphics_fd_async (domain, 0, 0, NULL, on_fd, self);
  harness_wait_until (self->n_ended == 1);
  g_assert_cmpuint (self->n_cancelled, ==, 0);
  g_assert_cmpuint (files_count_open (), ==, n_files);
}

static void
on_answered (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  gboolean done = FALSE;

  on_counted (source, result, &done);
  (*(guint *) user_data)++;
}

/* Threads that end by themselves: those of calls, kicks and questions. Others are GLib's affair. */
static guint
count_passing (void)
{
  g_autoptr (GDir) tasks = g_dir_open ("/proc/self/task", 0, NULL);
  const char *task;
  guint n_threads = 0;

  while ((task = g_dir_read_name (tasks)) != NULL)
    {
      g_autofree char *path = g_strdup_printf ("/proc/self/task/%s/comm", task);
      g_autofree char *name = NULL;

      if (g_file_get_contents (path, &name, NULL, NULL))
        n_threads += g_str_equal (name, "libvirt-call\n") || g_str_equal (name, "libvirt-kick\n") ||
                     g_str_equal (name, "libvirt-ask\n") ? 1 : 0;
    }

  return n_threads;
}

static void
wait_for_passing (void)
{
  while (count_passing () > 0)
    g_usleep (G_TIME_SPAN_MILLISECOND);
}

/* The connection stays open, and what there was for twenty calls goes. */
static void
test_threads_go (Fixture *self,
                 gconstpointer data)
{
  if (self->daemon == NULL)
    return;

  measure_call (self->connect);
  wait_for_passing ();

  daemon_freeze (self->daemon);
  for (guint i = 0; i < 20; i++)
    libvirt_connect_num_of_domains_async (self->connect, NULL, on_answered, &self->n_ended);
  wait_for_calls (self, 20);
  g_assert_cmpuint (count_passing (), >=, 20);
  daemon_thaw (self->daemon);
  harness_wait_until (self->n_ended == 20);

  wait_for_passing ();
  g_assert_cmpint (measure_call (self->connect), <, G_TIME_SPAN_SECOND);
}

/* Holding back */

static gboolean
takes_its_time (void)
{
  return g_getenv ("EXECUTOR_LONG") != NULL;
}

static void
on_closed (LibvirtConnect *connect,
           LibvirtConnectCloseReason reason,
           gpointer user_data)
{
  g_error ("The connection was lost");
}

static void
test_ten_long_calls (Fixture *self,
                     gconstpointer data)
{
  guint ms = takes_its_time () ? 45000 : 4000;

  if (self->daemon == NULL)
    return;

  g_signal_connect (self->connect, "closed", G_CALLBACK (on_closed), NULL);
  start_long_calls (self, 10, ms, NULL);
  wait_for_calls (self, 4);

  while (self->n_ended < 10)
    {
      /* In each of the three turns, and each second of them. */
      g_assert_cmpint (measure_call (self->connect), <, G_TIME_SPAN_SECOND);
      g_usleep (G_TIME_SPAN_SECOND / 4);
    }
  g_assert_cmpint (measure_call (self->connect), <, G_TIME_SPAN_SECOND);
}

/* Work that lasts until it is told to end. */
typedef struct
{
  LibvirtWork work;
  int *n_running; /* atomic, as the rest */
  int *n_done;
  int *may_end;
} FakeWork;

static void
fake_work_run (LibvirtWork *work)
{
  FakeWork *self = (FakeWork *) work;

  g_atomic_int_inc (self->n_running);
  while (!g_atomic_int_get (self->may_end))
    g_usleep (G_TIME_SPAN_MILLISECOND);
  g_atomic_int_add (self->n_running, -1);
  g_atomic_int_inc (self->n_done);
}

static void
push_fake_work (LibvirtExecutor *executor,
                FakeWork *work,
                LibvirtCallFlags flags)
{
  work->work.flags = flags;
  work->work.run = fake_work_run;
  libvirt_executor_push (executor, &work->work);
}

static void
wait_for_number (int *number,
                 int value)
{
  while (g_atomic_int_get (number) != value)
    g_usleep (G_TIME_SPAN_MILLISECOND);
}

/* It is not to happen: only time can tell. */
static void
assert_stays (int *number,
              int value)
{
  for (int i = 0; i < 50; i++)
    {
      g_assert_cmpint (g_atomic_int_get (number), ==, value);
      g_usleep (4 * G_TIME_SPAN_MILLISECOND);
    }
}

static void
finish_executor (LibvirtExecutor *executor)
{
  libvirt_executor_close (executor);
  libvirt_executor_unref (executor);
  harness_wait_for_threads ();
}

static void
test_slow_calls_hold_back (void)
{
  LibvirtExecutor *executor = libvirt_executor_new (50, NULL);
  int slow_end = FALSE, later_end = FALSE, urgent_end = TRUE;
  int n_slow = 0, n_later = 0, n_done = 0, n_urgent = 0;
  FakeWork slow = { .n_running = &n_slow, .n_done = &n_done, .may_end = &slow_end };
  FakeWork later = { .n_running = &n_later, .n_done = &n_done, .may_end = &later_end };
  FakeWork urgent = { .n_running = &n_urgent, .n_done = &n_urgent, .may_end = &urgent_end };
  FakeWork works[] = { slow, slow, slow, slow, later, later, later };

  for (int i = 0; i < 4; i++)
    push_fake_work (executor, &works[i], LIBVIRT_CALL_DEFAULT);
  wait_for_number (&n_slow, 4);
  g_usleep (2100 * G_TIME_SPAN_MILLISECOND); /* from now on they count as slow */

  for (int i = 4; i < 7; i++)
    push_fake_work (executor, &works[i], LIBVIRT_CALL_DEFAULT);
  wait_for_number (&n_later, 1);
  assert_stays (&n_later, 1);

  push_fake_work (executor, &urgent, LIBVIRT_CALL_URGENT);
  wait_for_number (&n_urgent, 1);

  g_atomic_int_set (&slow_end, TRUE);
  wait_for_number (&n_later, 3);
  g_atomic_int_set (&later_end, TRUE);
  wait_for_number (&n_done, 7);
  finish_executor (executor);
}

static void
test_quick_calls_do_not (void)
{
  LibvirtExecutor *executor = libvirt_executor_new (50, NULL);
  int may_end = FALSE, n_running = 0, n_done = 0;
  FakeWork works[60];

  for (guint i = 0; i < G_N_ELEMENTS (works); i++)
    {
      works[i] = (FakeWork){ .n_running = &n_running, .n_done = &n_done, .may_end = &may_end };
      push_fake_work (executor, &works[i], LIBVIRT_CALL_DEFAULT);
    }
  wait_for_number (&n_running, 50);
  assert_stays (&n_running, 50);
  g_atomic_int_set (&may_end, TRUE);
  wait_for_number (&n_done, G_N_ELEMENTS (works));
  finish_executor (executor);
}

/* Transfers for hours are no reason for others to wait, and need not wait themselves. */
static void
test_apart_counts_for_nothing (void)
{
  LibvirtExecutor *executor = libvirt_executor_new (2, NULL);
  int apart_end = FALSE, may_end = FALSE, n_apart = 0, n_running = 0, n_done = 0;
  FakeWork works[10];

  for (guint i = 0; i < 8; i++)
    {
      works[i] = (FakeWork){ .n_running = &n_apart, .n_done = &n_done, .may_end = &apart_end };
      push_fake_work (executor, &works[i], LIBVIRT_CALL_APART);
    }
  wait_for_number (&n_apart, 8);
  g_usleep (2100 * G_TIME_SPAN_MILLISECOND); /* others would count as slow now */

  for (guint i = 8; i < 10; i++)
    {
      works[i] = (FakeWork){ .n_running = &n_running, .n_done = &n_done, .may_end = &may_end };
      push_fake_work (executor, &works[i], i == 8 ? LIBVIRT_CALL_LONG : LIBVIRT_CALL_DEFAULT);
    }
  wait_for_number (&n_running, 2);
  g_atomic_int_set (&may_end, TRUE);
  wait_for_number (&n_done, 2);
  g_atomic_int_set (&apart_end, TRUE);
  wait_for_number (&n_done, 10);
  finish_executor (executor);
}

/* Three calls of the application's own threads and one of ours are four. */
static void
test_calls_of_others_count (void)
{
  int n_calls = 3;
  LibvirtExecutor *executor = libvirt_executor_new (50, &n_calls);
  int may_end = FALSE, n_running = 0, n_done = 0;
  FakeWork works[2];

  for (guint i = 0; i < G_N_ELEMENTS (works); i++)
    {
      works[i] = (FakeWork){ .n_running = &n_running, .n_done = &n_done, .may_end = &may_end };
      g_atomic_int_inc (&n_calls);
      push_fake_work (executor, &works[i], LIBVIRT_CALL_LONG);
      wait_for_number (&n_running, 1);
    }
  assert_stays (&n_running, 1);

  g_atomic_int_add (&n_calls, -3);
  wait_for_number (&n_running, 2);
  g_atomic_int_set (&may_end, TRUE);
  wait_for_number (&n_done, 2);
  finish_executor (executor);
}

#define ADD(path, data, test) g_test_add (path, Fixture, data, set_up, test, tear_down)

int
main (int argc,
      char **argv)
{
  /* Drops a client after three silent seconds, as it does after thirty by default. */
  static const DaemonOptions hasty = { .keepalive_interval = 1, .keepalive_count = 2 };

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/faults/executor/last-reference-goes-in-its-thread", test_last_reference);
  ADD ("/faults/executor/last-reference-in-a-worker", NULL, test_last_reference_in_worker);
  ADD ("/faults/executor/hung-opens-delay-nobody", NULL, test_hung_opens);
  ADD ("/faults/executor/hung-calls-delay-nobody", NULL, test_hung_calls);
  ADD ("/faults/executor/cancelled-before-start", NULL, test_cancelled_before_start);
  ADD ("/faults/executor/cancelled-in-flight", NULL, test_cancelled_in_flight);
  ADD ("/faults/executor/cancelled-opens-leave-nothing", NULL, test_cancelled_opens);
  ADD ("/faults/executor/cancelled-calls-leave-no-descriptors", NULL, test_cancelled_fds);
  ADD ("/faults/executor/threads-go", NULL, test_threads_go);
  ADD ("/faults/executor/ten-long-calls", takes_its_time () ? NULL : &hasty, test_ten_long_calls);
  g_test_add_func ("/faults/executor/slow-calls-hold-back", test_slow_calls_hold_back);
  g_test_add_func ("/faults/executor/quick-calls-do-not", test_quick_calls_do_not);
  g_test_add_func ("/faults/executor/apart-counts-for-nothing", test_apart_counts_for_nothing);
  g_test_add_func ("/faults/executor/calls-of-others-count", test_calls_of_others_count);

  return g_test_run ();
}
