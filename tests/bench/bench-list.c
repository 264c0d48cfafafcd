/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * All domains of a connection: names and UUIDs as text, with or without the state. `new` has no object left
 * of an earlier list; `forget` lets go of them, too; `alive` has those of all domains; `heap` says what one
 * that is held costs.
 * `as-much` is all that our objects know when they are new: states, who has a definition, whether
 * anything starts by itself or has been saved.
 */

#include "bench.h"

#include <stdlib.h>

typedef guint64 (*List) (gpointer connect);

/* Lists @repeats times, after once that does not count. */
static void
measure (Bench *self, List list, gpointer connect)
{
  guint64 work = 0;

  list (connect);
  bench_begin (self);
  for (guint i = 0; i < self->repeats; i++)
    work += list (connect);
  bench_end (self, work);
}

/* libvirt alone */

static guint64
raw_look_at (virDomainPtr *domains, int n)
{
  char uuid[VIR_UUID_STRING_BUFLEN];

  for (int i = 0; i < n; i++)
    {
      g_assert_nonnull (virDomainGetName (domains[i]));
      g_assert_cmpint (virDomainGetUUIDString (domains[i], uuid), ==, 0);
      virDomainFree (domains[i]);
    }
  free (domains);
  return (guint64) n;
}

static void
raw_free (virDomainPtr *domains, int n)
{
  for (int i = 0; i < n; i++)
    virDomainFree (domains[i]);
  free (domains);
}

static guint64
raw_list (gpointer connect)
{
  virDomainPtr *domains;
  int n = virConnectListAllDomains (connect, &domains, 0);

  g_assert_cmpint (n, >=, 0);
  return raw_look_at (domains, n);
}

static int
state_of (virDomainStatsRecordPtr record)
{
  int state = -1;

  virTypedParamsGetInt (record->params, record->nparams, "state.state", &state);
  return state;
}

/* As one does it who wants to be quick: the statistics have the domains, too. */
static guint64
raw_list_state (gpointer connect)
{
  virDomainStatsRecordPtr *records;
  char uuid[VIR_UUID_STRING_BUFLEN];
  int n = virConnectGetAllDomainStats (connect, VIR_DOMAIN_STATS_STATE, &records, 0);

  for (int i = 0; i < n; i++)
    {
      g_assert_nonnull (virDomainGetName (records[i]->dom));
      virDomainGetUUIDString (records[i]->dom, uuid);
      g_assert_cmpint (state_of (records[i]), >=, 0);
    }
  virDomainStatsRecordListFree (records);
  return (guint64) n;
}

static guint64
raw_list_as_much (gpointer connect)
{
  virDomainPtr *domains;
  int n = virConnectListAllDomains (connect, &domains, VIR_CONNECT_LIST_DOMAINS_TRANSIENT);
  guint64 n_listed;

  g_assert_cmpint (n, >=, 0);
  raw_free (domains, n);
  n_listed = raw_list_state (connect);
  n = virConnectListAllDomains (connect, NULL, VIR_CONNECT_LIST_DOMAINS_NO_AUTOSTART |
                                                 VIR_CONNECT_LIST_DOMAINS_NO_MANAGEDSAVE);
  g_assert_cmpint (n, ==, (int) n_listed);
  return n_listed;
}

static void
raw_run (Bench *self, List list)
{
  virConnectPtr connect;

  bench_serve (self);
  connect = bench_raw_open (self->uri);
  measure (self, list, connect);
  virConnectClose (connect);
}

static void
raw_new (Bench *self)
{
  raw_run (self, raw_list);
}

static void
raw_state (Bench *self)
{
  raw_run (self, raw_list_state);
}

static void
raw_as_much (Bench *self)
{
  raw_run (self, raw_list_as_much);
}

static void
raw_heap (Bench *self)
{
  virConnectPtr connect;
  virDomainPtr *domains;
  gsize before;
  int n;

  bench_serve (self);
  connect = bench_raw_open (self->uri);
  before = bench_heap ();
  bench_begin (self);
  n = virConnectListAllDomains (connect, &domains, 0);
  bench_end (self, (guint64) n);
  bench_report ("heap", (double) (bench_heap () - before) / n);
  raw_look_at (domains, n);
  virConnectClose (connect);
}

/* This library */

static GPtrArray *
gobj_get (gpointer connect)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *domains = libvirt_connect_list_all_domains (connect, 0, &error);

  g_assert_no_error (error);
  return domains;
}

static void
gobj_look_at (LibvirtDomain *domain)
{
  g_assert_nonnull (libvirt_domain_get_name (domain));
  g_assert_nonnull (libvirt_domain_get_uuid_string (domain));
}

static guint64
gobj_list_alive (gpointer connect)
{
  g_autoptr (GPtrArray) domains = gobj_get (connect);

  for (guint i = 0; i < domains->len; i++)
    gobj_look_at (domains->pdata[i]);
  return domains->len;
}

static guint64
gobj_list_state (gpointer connect)
{
  g_autoptr (GPtrArray) domains = gobj_get (connect);

  for (guint i = 0; i < domains->len; i++)
    {
      gobj_look_at (domains->pdata[i]);
      g_assert_cmpint (libvirt_domain_peek_state (domains->pdata[i]), >, 0);
    }
  return domains->len;
}

/* The connection lets go of the objects, too. */
static guint64
gobj_list_forget (gpointer connect)
{
  g_autoptr (GPtrArray) domains = gobj_get (connect);

  for (guint i = 0; i < domains->len; i++)
    {
      gobj_look_at (domains->pdata[i]);
      libvirt_connect_forget (connect, domains->pdata[i]);
    }
  return domains->len;
}

static void
gobj_run (Bench *self, List list)
{
  LibvirtConnect *connect;

  bench_serve (self);
  connect = bench_gobj_open (self->uri);
  measure (self, list, connect);
  bench_gobj_close (connect);
}

static void
gobj_forget (Bench *self)
{
  gobj_run (self, gobj_list_forget);
}

static void
gobj_forget_all (LibvirtConnect *connect)
{
  g_autoptr (GPtrArray) domains = gobj_get (connect);

  for (guint i = 0; i < domains->len; i++)
    libvirt_connect_forget (connect, domains->pdata[i]);
}

/* The first list of a program, each time. That the connection knows nothing does not count. */
static void
gobj_new (Bench *self)
{
  LibvirtConnect *connect;
  guint64 work = 0;

  bench_serve (self);
  connect = bench_gobj_open (self->uri);
  gobj_forget_all (connect);
  bench_begin (self);
  for (guint i = 0; i < self->repeats; i++)
    {
      work += gobj_list_alive (connect);
      bench_pause (self);
      gobj_forget_all (connect);
      bench_resume (self);
    }
  bench_end (self, work);
  bench_gobj_close (connect);
}

static void
gobj_alive (Bench *self)
{
  gobj_run (self, gobj_list_alive);
}

static void
gobj_state (Bench *self)
{
  gobj_run (self, gobj_list_state);
}

static void
gobj_heap (Bench *self)
{
  LibvirtConnect *connect;
  GPtrArray *domains;
  gsize before;

  bench_serve (self);
  connect = bench_gobj_open (self->uri);
  before = bench_heap ();
  bench_begin (self);
  domains = gobj_get (connect);
  bench_end (self, domains->len);
  bench_report ("heap", (double) (bench_heap () - before) / domains->len);
  g_ptr_array_unref (domains);
  bench_gobj_close (connect);
}

/* libvirt-glib */

#ifdef HAVE_LIBVIRT_GLIB
static GList *
glib_get (gpointer connect)
{
  g_autoptr (GError) error = NULL;

  gvir_connection_fetch_domains (connect, NULL, &error);
  g_assert_no_error (error);
  return gvir_connection_get_domains (connect);
}

static guint64
glib_look_at (GList *domains, gboolean wants_state)
{
  g_autoptr (GError) error = NULL;
  guint n = g_list_length (domains);

  for (GList *i = domains; i != NULL; i = i->next)
    {
      g_assert_nonnull (gvir_domain_get_name (i->data));
      g_assert_nonnull (gvir_domain_get_uuid (i->data));
      if (wants_state)
        g_boxed_free (GVIR_TYPE_DOMAIN_INFO, gvir_domain_get_info (i->data, &error));
      g_assert_no_error (error);
    }
  g_list_free_full (domains, g_object_unref);
  return n;
}

static guint64
glib_list (gpointer connect)
{
  return glib_look_at (glib_get (connect), FALSE);
}

static guint64
glib_list_state (gpointer connect)
{
  return glib_look_at (glib_get (connect), TRUE);
}

static void
glib_run (Bench *self, List list)
{
  bench_serve (self);
  measure (self, list, bench_glib_open (self->uri));
}

static void
glib_new (Bench *self)
{
  glib_run (self, glib_list);
}

static void
glib_state (Bench *self)
{
  glib_run (self, glib_list_state);
}

static void
glib_heap (Bench *self)
{
  GVirConnection *connect;
  GList *domains;
  gsize before;
  guint n;

  bench_serve (self);
  connect = bench_glib_open (self->uri);
  before = bench_heap ();
  bench_begin (self);
  domains = glib_get (connect);
  n = g_list_length (domains);
  bench_end (self, n);
  bench_report ("heap", (double) (bench_heap () - before) / n);
  glib_look_at (domains, FALSE);
}
#endif

static const BenchCase cases[] = {
  { "raw", "new", raw_new },         { "raw", "alive", raw_new },
  { "raw", "forget", raw_new },      { "raw", "state", raw_state },
  { "raw", "as-much", raw_as_much }, { "raw", "heap", raw_heap },
  { "gobj", "new", gobj_new },       { "gobj", "alive", gobj_alive },
  { "gobj", "forget", gobj_forget }, { "gobj", "state", gobj_state },
  { "gobj", "heap", gobj_heap },
#ifdef HAVE_LIBVIRT_GLIB
  { "glib", "new", glib_new },       { "glib", "alive", glib_new },
  { "glib", "forget", glib_new },    { "glib", "state", glib_state },
  { "glib", "heap", glib_heap },
#endif
};

int
main (int argc, char **argv)
{
  return bench_main (argc, argv, cases, G_N_ELEMENTS (cases));
}
