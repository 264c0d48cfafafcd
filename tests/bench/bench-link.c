/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * Hosts that are far away, or hang: through a relay before the daemon.
 *
 * `many`: `n` calls at once over a link of 5 ms each way. `hung`: 20 calls on each of two healthy
 * connections, while `n` wait on one that hangs. `beside-long`: `n` short calls, one after the
 * other, while a long one waits on the same connection. `open`: a connection over that link;
 * libvirt alone wants no events with it, but in `open-as-much` those that this library wants.
 */

/* How many kinds of events there are is told only then. */
#define VIR_ENUM_SENTINELS

#include "bench.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "../relay.h"

#define DELAY     5
#define N_THREADS 50
#define N_HEALTHY 20
#define NAME      "test"

/* Of libvirt's protocol: virConnectDomainEventRegisterAny(). */
#define REGISTER_DOMAIN_EVENT 316

/* How libvirt alone is used by a program with many calls: threads that take one after the other. */
typedef struct
{
  virDomainPtr domain;
  guint n_calls;
  guint n_threads;
  int n_begun; /* atomic */
  int n_done;  /* atomic */
  GThread *threads[N_THREADS];
} Pool;

static gpointer
pool_thread (gpointer data)
{
  Pool *self = data;
  virDomainInfo info;

  while ((guint) g_atomic_int_add (&self->n_begun, 1) < self->n_calls)
    {
      g_assert_cmpint (virDomainGetInfo (self->domain, &info), ==, 0);
      g_atomic_int_inc (&self->n_done);
    }
  return NULL;
}

static void
pool_start (Pool *self, virConnectPtr connect, guint n_calls)
{
  memset (self, 0, sizeof *self);
  self->domain = virDomainLookupByName (connect, NAME);
  self->n_calls = n_calls;
  self->n_threads = MIN (n_calls, N_THREADS);
}

static void
pool_begin (Pool *self)
{
  for (guint i = 0; i < self->n_threads; i++)
    self->threads[i] = g_thread_new ("pool", pool_thread, self);
}

static guint
pool_join (Pool *self)
{
  for (guint i = 0; i < self->n_threads; i++)
    g_thread_join (self->threads[i]);
  return (guint) self->n_done;
}

static char *
dup_far_uri (Bench *self, Relay **relay)
{
  *relay = relay_new (self->socket);
  return bench_dup_uri (relay_get_socket (*relay));
}

/* Threads and connections that hang are left to the kernel. */
static void
leave (void)
{
  fflush (stdout);
  _exit (0);
}

static void
raw_many (Bench *self)
{
  Relay *relay;
  g_autofree char *uri = dup_far_uri (self, &relay);
  Pool pool;

  bench_serve (self);
  pool_start (&pool, bench_raw_open (uri), self->n);
  relay_set_delay (relay, DELAY);
  bench_begin (self);
  pool_begin (&pool);
  bench_end (self, pool_join (&pool));
  leave ();
}

static void
raw_hung (Bench *self)
{
  Relay *relay;
  g_autofree char *hung_uri = dup_far_uri (self, &relay);
  g_autofree char *uri = bench_dup_uri (self->socket);
  Pool hung, first, second;

  bench_serve (self);
  pool_start (&hung, bench_raw_open (hung_uri), self->n);
  pool_start (&first, bench_raw_open (uri), N_HEALTHY);
  pool_start (&second, bench_raw_open (uri), N_HEALTHY);
  relay_stall (relay);
  pool_begin (&hung);
  bench_begin (self);
  pool_begin (&first);
  pool_begin (&second);
  bench_end (self, pool_join (&first) + pool_join (&second));
  leave ();
}

static int is_waiting; /* atomic */
static int is_over;    /* atomic; the long call */

typedef struct
{
  const char *path;
  virConnectPtr connect;
} LongCall;

static gpointer
raw_long_call (gpointer data)
{
  LongCall *self = data;

  g_atomic_int_set (&is_waiting, TRUE);
  virDomainRestore (self->connect, self->path);
  g_atomic_int_set (&is_over, TRUE);
  return NULL;
}

static void
report_slowest (Bench *self, double slowest)
{
  bench_end (self, self->n);
  g_assert_false (g_atomic_int_get (&is_over));
  bench_report ("slowest", slowest);
  leave ();
}

static void
raw_beside_long (Bench *self)
{
  g_autofree char *uri = bench_dup_uri (self->socket);
  double slowest = 0;
  LongCall call = { .path = self->path };

  bench_serve (self);
  call.connect = bench_raw_open (uri);
  g_thread_unref (g_thread_new ("long", raw_long_call, &call));
  while (!g_atomic_int_get (&is_waiting))
    g_thread_yield ();
  /* By the time this has been answered, that is on its way. */
  virConnectNumOfDomains (call.connect);
  bench_begin (self);
  for (guint i = 0; i < self->n; i++)
    {
      gint64 start = g_get_monotonic_time ();

      g_assert_cmpint (virConnectNumOfDomains (call.connect), >=, 0);
      slowest = MAX (slowest, (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
    }
  report_slowest (self, slowest);
}

/* None of these comes: what they are called with does not matter. */
static void
on_event (virConnectPtr connect, gpointer object, gpointer opaque)
{
  g_assert_not_reached ();
}

/* What a driver does not have costs the round trip, too. */
static void
raw_register_all (virConnectPtr connect)
{
  int i;

  for (i = 0; i < VIR_DOMAIN_EVENT_ID_LAST; i++)
    virConnectDomainEventRegisterAny (connect, NULL, i, VIR_DOMAIN_EVENT_CALLBACK (on_event), NULL,
                                      NULL);
  for (i = 0; i < VIR_NETWORK_EVENT_ID_LAST; i++)
    virConnectNetworkEventRegisterAny (connect, NULL, i, VIR_NETWORK_EVENT_CALLBACK (on_event),
                                       NULL, NULL);
  for (i = 0; i < VIR_STORAGE_POOL_EVENT_ID_LAST; i++)
    virConnectStoragePoolEventRegisterAny (connect, NULL, i,
                                           VIR_STORAGE_POOL_EVENT_CALLBACK (on_event), NULL, NULL);
  for (i = 0; i < VIR_NODE_DEVICE_EVENT_ID_LAST; i++)
    virConnectNodeDeviceEventRegisterAny (connect, NULL, i,
                                          VIR_NODE_DEVICE_EVENT_CALLBACK (on_event), NULL, NULL);
  for (i = 0; i < VIR_SECRET_EVENT_ID_LAST; i++)
    virConnectSecretEventRegisterAny (connect, NULL, i, VIR_SECRET_EVENT_CALLBACK (on_event), NULL,
                                      NULL);
}

static void
assert_all_registered (Relay *relay)
{
  g_assert_cmpuint (relay_count_calls (relay, REGISTER_DOMAIN_EVENT), ==, VIR_DOMAIN_EVENT_ID_LAST);
}

static void
raw_open_with (Bench *self, gboolean wants_events)
{
  Relay *relay;
  g_autofree char *uri = dup_far_uri (self, &relay);
  virConnectPtr connect;

  bench_serve (self);
  relay_set_delay (relay, DELAY);
  bench_begin (self);
  connect = bench_raw_open (uri);
  if (wants_events)
    raw_register_all (connect);
  bench_end (self, connect != NULL);
  if (wants_events)
    assert_all_registered (relay);
  leave ();
}

static void
raw_open (Bench *self)
{
  raw_open_with (self, FALSE);
}

static void
raw_open_as_much (Bench *self)
{
  raw_open_with (self, TRUE);
}

/* This library */

static guint n_answers;
static guint n_cancelled;

static void
on_info (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomainInfo) info =
      libvirt_domain_get_info_finish (LIBVIRT_DOMAIN (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    n_cancelled++;
  else
    g_assert_no_error (error);
  n_answers += info != NULL;
}

static LibvirtDomain *
gobj_find (const char *uri)
{
  g_autoptr (GError) error = NULL;
  LibvirtDomain *domain =
      libvirt_connect_lookup_domain_by_name (bench_gobj_open (uri), NAME, &error);

  g_assert_no_error (error);
  return domain;
}

static void
gobj_begin (LibvirtDomain *domain, guint n, GCancellable *cancellable)
{
  for (guint i = 0; i < n; i++)
    libvirt_domain_get_info_async (domain, cancellable, on_info, NULL);
}

static void
gobj_many (Bench *self)
{
  Relay *relay;
  g_autofree char *uri = dup_far_uri (self, &relay);
  LibvirtDomain *domain;

  bench_serve (self);
  domain = gobj_find (uri);
  relay_set_delay (relay, DELAY);
  bench_begin (self);
  gobj_begin (domain, self->n, NULL);
  while (n_answers < self->n)
    bench_turn (self);
  bench_end (self, n_answers);
  leave ();
}

static double
measure_cancel (Bench *self, GCancellable *cancellable)
{
  gint64 start = g_get_monotonic_time ();

  g_cancellable_cancel (cancellable);
  while (n_cancelled < self->n)
    bench_turn (self);
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static double
measure_close (LibvirtDomain *domain)
{
  gint64 start = g_get_monotonic_time ();

  g_assert_true (libvirt_connect_close (libvirt_domain_get_connection (domain), NULL));
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static void
gobj_hung (Bench *self)
{
  Relay *relay;
  g_autofree char *hung_uri = dup_far_uri (self, &relay);
  g_autofree char *uri = bench_dup_uri (self->socket);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  LibvirtDomain *hung, *first, *second;

  bench_serve (self);
  hung = gobj_find (hung_uri);
  first = gobj_find (uri);
  second = gobj_find (uri);
  relay_stall (relay);
  gobj_begin (hung, self->n, cancellable);
  bench_begin (self);
  gobj_begin (first, N_HEALTHY, NULL);
  gobj_begin (second, N_HEALTHY, NULL);
  while (n_answers < 2 * N_HEALTHY)
    bench_turn (self);
  bench_end (self, n_answers);
  bench_report ("cancel", measure_cancel (self, cancellable));
  bench_report ("close", measure_close (hung));
  leave ();
}

static void
on_restored (GObject *source, GAsyncResult *result, gpointer data)
{
  libvirt_connect_domain_restore_finish (LIBVIRT_CONNECT (source), result, NULL);
  is_over = TRUE;
}

static void
gobj_beside_long (Bench *self)
{
  g_autofree char *uri = bench_dup_uri (self->socket);
  double slowest = 0;
  LibvirtConnect *connect;

  bench_serve (self);
  connect = bench_gobj_open (uri);
  libvirt_connect_domain_restore_async (connect, self->path, NULL, on_restored, NULL);
  /* By the time this has been answered, that is on its way. */
  libvirt_connect_num_of_domains (connect, NULL);
  bench_begin (self);
  for (guint i = 0; i < self->n; i++)
    {
      gint64 start = g_get_monotonic_time ();

      g_assert_cmpint (libvirt_connect_num_of_domains (connect, NULL), >=, 0);
      slowest = MAX (slowest, (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
    }
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  report_slowest (self, slowest);
}

static void
gobj_open (Bench *self)
{
  Relay *relay;
  g_autofree char *uri = dup_far_uri (self, &relay);
  LibvirtConnect *connect;

  bench_serve (self);
  relay_set_delay (relay, DELAY);
  bench_begin (self);
  connect = bench_gobj_open (uri);
  bench_end (self, connect != NULL);
  assert_all_registered (relay);
  leave ();
}

/* libvirt-glib */

#ifdef HAVE_LIBVIRT_GLIB
static void
on_glib_info (GObject *source, GAsyncResult *result, gpointer data)
{
  GVirDomainInfo *info = gvir_domain_get_info_finish (GVIR_DOMAIN (source), result, NULL);

  g_assert_nonnull (info);
  g_boxed_free (GVIR_TYPE_DOMAIN_INFO, info);
  n_answers++;
}

static GVirDomain *
glib_find (const char *uri)
{
  GVirConnection *connect = bench_glib_open (uri);

  gvir_connection_fetch_domains (connect, NULL, NULL);
  return gvir_connection_find_domain_by_name (connect, NAME);
}

static void
glib_begin (GVirDomain *domain, guint n)
{
  for (guint i = 0; i < n; i++)
    gvir_domain_get_info_async (domain, NULL, on_glib_info, NULL);
}

static void
glib_many (Bench *self)
{
  Relay *relay;
  g_autofree char *uri = dup_far_uri (self, &relay);
  GVirDomain *domain;

  bench_serve (self);
  domain = glib_find (uri);
  relay_set_delay (relay, DELAY);
  bench_begin (self);
  glib_begin (domain, self->n);
  while (n_answers < self->n)
    bench_turn (self);
  bench_end (self, n_answers);
  leave ();
}

static void
glib_hung (Bench *self)
{
  Relay *relay;
  g_autofree char *hung_uri = dup_far_uri (self, &relay);
  g_autofree char *uri = bench_dup_uri (self->socket);
  GVirDomain *hung, *first, *second;

  bench_serve (self);
  hung = glib_find (hung_uri);
  first = glib_find (uri);
  second = glib_find (uri);
  relay_stall (relay);
  glib_begin (hung, self->n);
  bench_begin (self);
  glib_begin (first, N_HEALTHY);
  glib_begin (second, N_HEALTHY);
  while (n_answers < 2 * N_HEALTHY)
    bench_turn (self);
  bench_end (self, n_answers);
  leave ();
}

static void
glib_open (Bench *self)
{
  Relay *relay;
  g_autofree char *uri = dup_far_uri (self, &relay);
  GVirConnection *connect;

  bench_serve (self);
  relay_set_delay (relay, DELAY);
  bench_begin (self);
  connect = bench_glib_open (uri);
  bench_end (self, connect != NULL);
  leave ();
}
#endif

static const BenchCase cases[] = {
  { "raw", "many", raw_many },
  { "raw", "hung", raw_hung },
  { "raw", "beside-long", raw_beside_long },
  { "raw", "open", raw_open },
  { "raw", "open-as-much", raw_open_as_much },
  { "gobj", "many", gobj_many },
  { "gobj", "hung", gobj_hung },
  { "gobj", "beside-long", gobj_beside_long },
  { "gobj", "open", gobj_open },
#ifdef HAVE_LIBVIRT_GLIB
  { "glib", "many", glib_many },
  { "glib", "hung", glib_hung },
  { "glib", "open", glib_open },
#endif
};

int
main (int argc, char **argv)
{
  return bench_main (argc, argv, cases, G_N_ELEMENTS (cases));
}
