/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* How events reach a program: in order, in the right context, and never after the end. */

#include <dlfcn.h>
#include <malloc.h>

#include "objects.h"

#define ADD(path, func) \
  g_test_add ("/objects/emitter/" path, Harness, NULL, objects_set_up_running, func, \
              harness_tear_down)

#define N_NESTED 40
#if HARNESS_HAS_SANITIZER
/* libvirt's queue grows by one event at a time, and sanitizers copy all of it each time. */
#define N_FLOOD 10000
/* Not all compilers have the header. */
extern size_t __sanitizer_get_current_allocated_bytes (void);
#else
#define N_FLOOD 100000
#endif

static void
toggle_50 (gpointer raw_domain)
{
  objects_toggle (raw_domain, 50);
}

/* What the handlers of these tests note. */
typedef struct
{
  Harness *harness;
  guint n_events;
  guint n_wrong;
  guint n_in_nested;
  guint depth;
  GThread *thread;
} Record;

static void
on_event_check_state (LibvirtDomain *domain,
                      LibvirtDomainEventType event,
                      int detail,
                      gpointer user_data)
{
  Record *record = user_data;
  LibvirtDomainState expected = event == LIBVIRT_DOMAIN_EVENT_TYPE_SUSPENDED
                                  ? LIBVIRT_DOMAIN_STATE_PAUSED
                                  : LIBVIRT_DOMAIN_STATE_RUNNING;

  record->n_wrong += libvirt_domain_peek_state (domain) != expected ? 1 : 0;
  record->n_events++;
}

static void
on_notify_count (GObject *object,
                 GParamSpec *pspec,
                 gpointer user_data)
{
  (*(guint *) user_data)++;
}

static void
test_property_first (Harness *self,
                     gconstpointer data)
{
  Record record = { 0 };
  guint n_notified = 0;
  ObjectsThread thread;

  g_signal_connect (self->domain, "event-lifecycle", G_CALLBACK (on_event_check_state), &record);
  g_signal_connect (self->domain, "notify::state", G_CALLBACK (on_notify_count), &n_notified);
  objects_thread_start (&thread, toggle_50, self->raw_domain);
  harness_wait_until (record.n_events == 100);
  objects_thread_wait (&thread);

  g_assert_cmpuint (record.n_wrong, ==, 0);
  g_assert_cmpuint (n_notified, ==, 100);
}

static void
on_event_nest (LibvirtDomain *domain,
               LibvirtDomainEventType event,
               int detail,
               gpointer user_data)
{
  Record *record = user_data;

  record->n_events++;
  if (record->depth++ == 0)
    {
      harness_wait_until (record->n_events == N_NESTED);
      record->n_in_nested = record->n_events;
    }
  record->depth--;
}

/* All 40 arrive while the handler of the first has not returned. */
static void
test_nested_loop (Harness *self,
                  gconstpointer data)
{
  Record record = { 0 };

  g_signal_connect (self->domain, "event-lifecycle", G_CALLBACK (on_event_nest), &record);
  objects_toggle (self->raw_domain, N_NESTED / 2);
  harness_wait_until (record.n_events == N_NESTED);

  g_assert_cmpuint (record.n_in_nested, ==, N_NESTED);
  g_assert_cmpuint (record.depth, ==, 0);
}

static void
on_event_drop_domain (LibvirtConnect *connect,
                      LibvirtDomain *domain,
                      LibvirtDomainEventType event,
                      int detail,
                      gpointer user_data)
{
  LibvirtDomain **dropped = user_data;

  g_assert_true (domain == *dropped);
  libvirt_connect_forget (connect, LIBVIRT_ENTITY (domain));
  g_clear_object (dropped);
}

static void
test_drop_domain (Harness *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gpointer pointer = self->domain;
  gulong id = g_signal_connect (self->connect, "domain-event-lifecycle::suspended",
                                G_CALLBACK (on_event_drop_domain), &self->domain);

  g_object_add_weak_pointer (pointer, &pointer);
  objects_toggle (self->raw_domain, 1);
  harness_wait_until (self->domain == NULL);
  g_signal_handler_disconnect (self->connect, id);
  harness_wait_for_events (self);
  g_assert_null (pointer);

  self->domain = libvirt_connect_lookup_domain_by_name (self->connect, self->name, &error);
  g_assert_no_error (error);
}

static void
on_event_drop_all (LibvirtDomain *domain,
                   LibvirtDomainEventType event,
                   int detail,
                   gpointer user_data)
{
  Record *record = user_data;

  record->n_events++;
  g_clear_object (&record->harness->domain);
  g_clear_object (&record->harness->connect);
}

/* Puts back what a test has dropped. */
static void
reopen (Harness *self)
{
  g_autoptr (GError) error = NULL;

  self->connect = libvirt_connect_open ("test:///default", &error);
  g_assert_no_error (error);
  self->domain = libvirt_connect_lookup_domain_by_name (self->connect, self->name, &error);
  g_assert_no_error (error);
}

static void
test_drop_all (Harness *self,
               gconstpointer data)
{
  Record record = { .harness = self };
  gpointer domain = self->domain;
  gpointer connect = self->connect;

  g_object_add_weak_pointer (domain, &domain);
  g_object_add_weak_pointer (connect, &connect);
  g_signal_connect (domain, "event-lifecycle", G_CALLBACK (on_event_drop_all), &record);
  objects_toggle (self->raw_domain, 5);
  harness_wait_until (connect == NULL && domain == NULL);

  reopen (self);
  harness_wait_for_events (self);
  g_assert_cmpuint (record.n_events, ==, 1);
}

static void
on_event_close (LibvirtDomain *domain,
                LibvirtDomainEventType event,
                int detail,
                gpointer user_data)
{
  Record *record = user_data;
  g_autoptr (GError) error = NULL;

  record->n_events++;
  libvirt_connect_close (record->harness->connect, &error);
  g_assert_no_error (error);
}

static void
test_close_in_handler (Harness *self,
                       gconstpointer data)
{
  Record record = { .harness = self };
  g_autoptr (LibvirtConnect) closed G_GNUC_UNUSED = self->connect;
  g_autoptr (LibvirtDomain) domain = self->domain;

  g_signal_connect (domain, "event-lifecycle", G_CALLBACK (on_event_close), &record);
  objects_toggle (self->raw_domain, 5);
  harness_wait_until (record.n_events > 0);

  reopen (self);
  harness_wait_for_events (self);
  g_assert_cmpuint (record.n_events, ==, 1);
}

static void
on_event_in_thread (LibvirtConnect *connect,
                    LibvirtDomain *domain,
                    LibvirtDomainEventType event,
                    int detail,
                    gpointer user_data)
{
  Record *record = user_data;

  record->n_wrong += g_thread_self () != record->thread ? 1 : 0;
  record->n_events++;
}

/* A thread with a context, a connection and a count of its own. */
static gpointer
listen_in_thread (gpointer ready)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GError) error = NULL;
  Record record = { .thread = g_thread_self () };
  LibvirtConnect *connect;

  g_main_context_push_thread_default (context);
  connect = libvirt_connect_open ("test:///default", &error);
  g_assert_no_error (error);
  g_signal_connect (connect, "domain-event-lifecycle::resumed", G_CALLBACK (on_event_in_thread),
                    &record);
  g_atomic_int_inc ((int *) ready);
  while (record.n_events < 50)
    g_main_context_iteration (context, TRUE);
  g_main_context_pop_thread_default (context);

  g_assert_finalize_object (connect);
  return GUINT_TO_POINTER (record.n_wrong);
}

static void
test_two_contexts (Harness *self,
                   gconstpointer data)
{
  Record record = { .thread = g_thread_self () };
  int ready = 0;
  GThread *threads[2];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("listener", listen_in_thread, &ready);
  g_signal_connect (self->connect, "domain-event-lifecycle::resumed",
                    G_CALLBACK (on_event_in_thread), &record);
  while (g_atomic_int_get (&ready) < 2)
    g_main_context_iteration (NULL, FALSE);

  objects_toggle (self->raw_domain, 50);
  harness_wait_until (record.n_events == 50);
  g_assert_cmpuint (record.n_wrong, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])), ==, 0);
}

static void
on_event_alternates (LibvirtDomain *domain,
                     LibvirtDomainEventType event,
                     int detail,
                     gpointer user_data)
{
  Record *record = user_data;
  LibvirtDomainEventType expected = record->n_events % 2 == 0
                                      ? LIBVIRT_DOMAIN_EVENT_TYPE_SUSPENDED
                                      : LIBVIRT_DOMAIN_EVENT_TYPE_RESUMED;

  record->n_wrong += event != expected ? 1 : 0;
  record->n_events++;
}

static gsize
bytes_in_use (void)
{
#if HARNESS_HAS_SANITIZER
  return __sanitizer_get_current_allocated_bytes ();
#else
  struct mallinfo2 info = mallinfo2 ();

  return info.uordblks + info.hblkhd;
#endif
}

/* The owner does not run its context while the events come. Returns the memory they took. */
static gsize
flood (Harness *self,
       Record *record)
{
  gsize before = bytes_in_use ();
  gsize at_most;

  record->n_events = 0;
  objects_toggle (self->raw_domain, N_FLOOD / 2);
  at_most = bytes_in_use ();
  harness_wait_until (record->n_events == N_FLOOD);
  harness_wait_for_events (self);
  g_assert_cmpuint (record->n_wrong, ==, 0);
  g_assert_cmpuint (record->n_events, ==, N_FLOOD);

  return at_most > before ? at_most - before : 0;
}

/* What GLib keeps for later, it keeps after the first time. */
static void
test_flood (Harness *self,
            gconstpointer data)
{
  Record record = { 0 };
  gsize taken, before, after;

  g_signal_connect (self->domain, "event-lifecycle", G_CALLBACK (on_event_alternates), &record);
  taken = flood (self, &record);
  before = bytes_in_use ();
  flood (self, &record);
  after = bytes_in_use ();

  g_test_message ("%u events: %zu bytes each, %zd bytes more after another %u", N_FLOOD,
                  taken / N_FLOOD, (gssize) (after - before), N_FLOOD);
  g_assert_cmpuint (taken, <, (gsize) N_FLOOD * 600);
  g_assert_cmpuint (after, <, before + taken / 10);
}

/* More than is told in a turn. */
#define N_MANY 5000

static gboolean
on_idle (gpointer user_data)
{
  Record *record = user_data;

  record->depth = record->n_events;
  return G_SOURCE_REMOVE;
}

/* What is less urgent, such as drawing, comes in between. */
static void
test_flood_gives_way (Harness *self,
                      gconstpointer data)
{
  Record record = { 0 };

  g_signal_connect (self->domain, "event-lifecycle", G_CALLBACK (on_event_alternates), &record);
  objects_toggle (self->raw_domain, N_MANY / 2);
  harness_wait_until (record.n_events > 0);
  g_idle_add (on_idle, &record);
  harness_wait_until (record.n_events == N_MANY);

  g_assert_cmpuint (record.depth, >, 0);
  g_assert_cmpuint (record.depth, <, N_MANY);
  g_assert_cmpuint (record.n_wrong, ==, 0);
}

/* What has its turn though events never end. */
typedef struct
{
  Record record;
  virDomainPtr raw_domain;
  int is_over; /* atomic */
  gboolean has_called;
  gboolean has_idled;
  gboolean is_timed_out;
} Endless;

static void
toggle_all_the_time (gpointer user_data)
{
  Endless *self = user_data;

  while (!g_atomic_int_get (&self->is_over))
    objects_toggle (self->raw_domain, 1);
}

/* Slower than they come. */
static void
on_event_take_time (LibvirtDomain *domain,
                    LibvirtDomainEventType event,
                    int detail,
                    gpointer user_data)
{
  on_event_alternates (domain, event, detail, user_data);
  g_usleep (G_TIME_SPAN_MILLISECOND);
}

static void
on_called (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  Endless *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain G_GNUC_UNUSED =
    libvirt_connect_lookup_domain_by_name_finish (LIBVIRT_CONNECT (source), result, &error);

  g_assert_no_error (error);
  self->has_called = TRUE;
}

static gboolean
set_flag (gpointer flag)
{
  *(gboolean *) flag = TRUE;
  return G_SOURCE_REMOVE;
}

/* There are always more that wait. */
static void
test_endless (Harness *self,
              gconstpointer data)
{
  Endless endless = { .raw_domain = self->raw_domain };
  ObjectsThread thread;
  gulong id = g_signal_connect (self->domain, "event-lifecycle", G_CALLBACK (on_event_take_time),
                                &endless.record);

  objects_thread_start (&thread, toggle_all_the_time, &endless);
  harness_wait_until (endless.record.n_events > 0);
  libvirt_connect_lookup_domain_by_name_async (self->connect, self->name, NULL, on_called, &endless);
  g_idle_add_full (G_PRIORITY_DEFAULT, set_flag, &endless.has_idled, NULL);
  g_timeout_add (1, set_flag, &endless.is_timed_out);
  harness_wait_until (endless.has_called && endless.has_idled && endless.is_timed_out);

  g_atomic_int_set (&endless.is_over, TRUE);
  g_signal_handler_disconnect (self->domain, id);
  objects_thread_wait (&thread);
  harness_wait_for_events (self);
  g_assert_cmpuint (endless.record.n_wrong, ==, 0);
}

/* Whoever drops the connection hears no more, though events go on. */
static void
test_nothing_afterwards (Harness *self,
                         gconstpointer data)
{
  Record record = { 0 };

  g_signal_connect (self->domain, "event-lifecycle", G_CALLBACK (on_event_alternates), &record);
  objects_toggle (self->raw_domain, 100);
  g_assert_finalize_object (g_steal_pointer (&self->connect));
  objects_toggle (self->raw_domain, 100);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpuint (record.n_events % 2, ==, 0);
  record.n_events = 0;
  g_clear_object (&self->domain);

  reopen (self);
  harness_wait_for_events (self);
  g_assert_cmpuint (record.n_events, ==, 0);
}

/* The owner's context is dispatching events all the while. libvirt has one queue of events for all
 * connections: what is left of the last round would be a new connection's, too. */
static void
test_last_unref_in_thread (Harness *self,
                           gconstpointer data)
{
  for (guint i = 0; i < 50; i++)
    {
      ObjectsThread thread;
      Record record = { 0 };
      g_autoptr (LibvirtDomain) domain = NULL;
      gpointer connect;

      harness_wait_for_events (self);
      connect = libvirt_connect_open ("test:///default", NULL);
      domain = libvirt_connect_lookup_domain_by_name (connect, self->name, NULL);

      g_signal_connect (domain, "event-lifecycle", G_CALLBACK (on_event_alternates), &record);
      objects_toggle (self->raw_domain, 2);
      objects_thread_start (&thread, g_object_unref, connect);
      objects_thread_wait (&thread);
      g_signal_handlers_disconnect_by_data (domain, &record);
      g_assert_cmpuint (record.n_wrong, ==, 0);
      g_assert_null (libvirt_domain_get_connection (domain));
    }
}

static gulong define_delay; /* in microseconds; only touched by the main thread */

/* In the place of libvirt's. */
virDomainPtr
virDomainDefineXML (virConnectPtr native,
                    const char *xml)
{
  __typeof__ (&virDomainDefineXML) real = dlsym (RTLD_NEXT, "virDomainDefineXML");
  virDomainPtr domain = real (native, xml);

  g_usleep (define_delay);
  return domain;
}

static void
count_up (guint *n)
{
  ++*n;
}

/* The event may be here before the answer, when there is no object yet. It is told to the one that is. */
static void
test_defined (Harness *self,
              gconstpointer data)
{
  g_autofree char *xml = harness_domain_xml ("defined");
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = NULL;
  guint n_events = 0;
  guint n_later = 0;

  define_delay = 100000;
  domain = libvirt_connect_define_domain_xml (self->connect, xml, &error);
  define_delay = 0;
  g_assert_no_error (error);
  g_signal_connect_swapped (domain, "event-lifecycle::defined", G_CALLBACK (count_up), &n_events);
  /* Nobody listens to the connection, for which an object would be made. */
  g_signal_connect_swapped (self->domain, "event-lifecycle", G_CALLBACK (count_up), &n_later);
  objects_toggle (self->raw_domain, 1);
  harness_wait_until (n_later == 2);
  g_signal_handlers_disconnect_by_data (self->domain, &n_later);
  g_assert_cmpuint (n_events, ==, 1);
  g_assert_true (libvirt_domain_undefine (domain, &error));
  g_assert_no_error (error);
}

int
main (int argc,
      char **argv)
{
  objects_init (&argc, &argv);

  ADD ("property-before-signal", test_property_first);
  ADD ("defined-before-the-answer", test_defined);
  ADD ("nested-loop-goes-on-receiving", test_nested_loop);
  ADD ("drop-domain-in-handler", test_drop_domain);
  ADD ("drop-all-in-handler", test_drop_all);
  ADD ("close-in-handler", test_close_in_handler);
  ADD ("two-threads-two-contexts", test_two_contexts);
  ADD ("flood-while-blocked", test_flood);
  ADD ("flood-gives-way", test_flood_gives_way);
  ADD ("endless-events", test_endless);
  ADD ("nothing-after-the-end", test_nothing_afterwards);
  ADD ("last-unref-in-another-thread", test_last_unref_in_thread);

  return g_test_run ();
}
