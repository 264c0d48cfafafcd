/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * An event's way from libvirt to a handler. A raw connection suspends and resumes a domain `n`
 * times; another, of the implementation that is measured, hears of it. What the pairs cost alone
 * is workload `pairs`, to be subtracted. With `repeats` so many pairs are made before anybody
 * looks. In `event` only events of this kind are asked for; in `event-among-all` every kind that
 * libvirt has for domains is, as this library does unless told otherwise.
 */

/* How many kinds of events there are is told only then. */
#define VIR_ENUM_SENTINELS

#include "bench.h"

#define NAME "test"

static guint n_heard;

typedef struct
{
  virConnectPtr connect;
  virDomainPtr domain;
} Driver;

static void
driver_open (Driver *self, const char *uri)
{
  self->connect = bench_raw_open (uri);
  self->domain = virDomainLookupByName (self->connect, NAME);
  g_assert_nonnull (self->domain);
}

static void
driver_close (Driver *self)
{
  virDomainFree (self->domain);
  virConnectClose (self->connect);
}

static void
make_pairs (Driver *self, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (virDomainSuspend (self->domain), ==, 0);
      g_assert_cmpint (virDomainResume (self->domain), ==, 0);
    }
}

static void
hear_of_all (Bench *self, guint n)
{
  while ((guint) g_atomic_int_get (&n_heard) < n)
    bench_turn (self);
}

static void
measure (Bench *self, gboolean hears)
{
  Driver driver;
  guint n_told;

  driver_open (&driver, self->uri);
  make_pairs (&driver, 1);
  hear_of_all (self, hears ? 2 : 0);
  bench_begin (self);
  for (n_told = 2; n_told < 2 * self->n + 2; n_told += 2 * self->repeats)
    {
      make_pairs (&driver, self->repeats);
      hear_of_all (self, hears ? n_told + 2 * self->repeats : 0);
    }
  bench_end (self, hears ? (guint) g_atomic_int_get (&n_heard) - 2 : 2 * self->n);
  driver_close (&driver);
}

static void
pairs (Bench *self)
{
  bench_serve (self);
  measure (self, FALSE);
}

static void
count_event (int event)
{
  g_assert_true (event == VIR_DOMAIN_EVENT_SUSPENDED || event == VIR_DOMAIN_EVENT_RESUMED);
  g_atomic_int_inc (&n_heard);
}

static int
on_raw (virConnectPtr connect, virDomainPtr domain, int event, int detail, void *opaque)
{
  count_event (event);
  bench_wake (opaque);
  return 0;
}

/* None of these comes: what they are called with does not matter. */
static void
on_other (virConnectPtr connect, virDomainPtr domain, void *opaque)
{
  g_assert_not_reached ();
}

static int
raw_register (Bench *self, virConnectPtr connect, int id)
{
  virConnectDomainEventGenericCallback callback =
      id == VIR_DOMAIN_EVENT_ID_LIFECYCLE ? VIR_DOMAIN_EVENT_CALLBACK (on_raw) : on_other;

  id = virConnectDomainEventRegisterAny (connect, NULL, id, callback, self, NULL);
  g_assert_cmpint (id, >=, 0);
  return id;
}

static void
raw_hear (Bench *self, int n_ids)
{
  virConnectPtr connect;
  int ids[VIR_DOMAIN_EVENT_ID_LAST];

  bench_serve (self);
  connect = bench_raw_open (self->uri);
  for (int i = 0; i < n_ids; i++)
    ids[i] = raw_register (self, connect, i);
  measure (self, TRUE);
  for (int i = 0; i < n_ids; i++)
    virConnectDomainEventDeregisterAny (connect, ids[i]);
  virConnectClose (connect);
}

static void
raw_event (Bench *self)
{
  raw_hear (self, 1);
}

static void
raw_event_among_all (Bench *self)
{
  raw_hear (self, VIR_DOMAIN_EVENT_ID_LAST);
}

static void
on_gobj (LibvirtDomain *domain, int event, int detail, gpointer data)
{
  count_event (event);
}

static void
gobj_hear (Bench *self, LibvirtConnectEventGroups groups)
{
  LibvirtConnect *connect;
  LibvirtDomain *domain;

  bench_serve (self);
  connect = bench_gobj_open (self->uri);
  g_assert_true (libvirt_connect_set_event_groups (connect, groups, NULL));
  domain = libvirt_connect_lookup_domain_by_name (connect, NAME, NULL);
  g_signal_connect (domain, "event-lifecycle", G_CALLBACK (on_gobj), NULL);
  measure (self, TRUE);
  g_object_unref (domain);
  bench_gobj_close (connect);
}

static void
gobj_event (Bench *self)
{
  gobj_hear (self, LIBVIRT_CONNECT_EVENT_GROUPS_LIFECYCLE);
}

static void
gobj_event_among_all (Bench *self)
{
  gobj_hear (self, LIBVIRT_CONNECT_EVENT_GROUPS_ALL);
}

#ifdef HAVE_LIBVIRT_GLIB
static void
on_glib (GVirDomain *domain, gpointer data)
{
  g_atomic_int_inc (&n_heard);
}

static void
glib_event (Bench *self)
{
  GVirConnection *connect;
  GVirDomain *domain;

  bench_serve (self);
  connect = bench_glib_open (self->uri);
  gvir_connection_fetch_domains (connect, NULL, NULL);
  domain = gvir_connection_find_domain_by_name (connect, NAME);
  g_signal_connect (domain, "suspended", G_CALLBACK (on_glib), NULL);
  g_signal_connect (domain, "resumed", G_CALLBACK (on_glib), NULL);
  measure (self, TRUE);
}
#endif

static const BenchCase cases[] = {
  { "raw", "pairs", pairs },
  { "raw", "event", raw_event },
  { "raw", "event-among-all", raw_event_among_all },
  { "gobj", "event", gobj_event },
  { "gobj", "event-among-all", gobj_event_among_all },
#ifdef HAVE_LIBVIRT_GLIB
  { "glib", "event", glib_event },
#endif
};

int
main (int argc, char **argv)
{
  return bench_main (argc, argv, cases, G_N_ELEMENTS (cases));
}
