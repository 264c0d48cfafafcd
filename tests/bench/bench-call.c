/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* One call that asks for something small: virDomainGetInfo(). */

#include "bench.h"

#define NAME "d0"

static void
raw_info (Bench *self)
{
  virConnectPtr connect;
  virDomainPtr domain;
  virDomainInfo info;

  bench_serve (self);
  connect = bench_raw_open (self->uri);
  domain = virDomainLookupByName (connect, NAME);
  g_assert_cmpint (virDomainGetInfo (domain, &info), ==, 0);
  bench_begin (self);
  for (guint i = 0; i < self->n; i++)
    g_assert_cmpint (virDomainGetInfo (domain, &info), ==, 0);
  bench_end (self, self->n);
  virDomainFree (domain);
  virConnectClose (connect);
}

static void
gobj_call (LibvirtDomain *domain)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomainInfo) info = libvirt_domain_get_info (domain, &error);

  g_assert_nonnull (info);
}

static void
gobj_info (Bench *self)
{
  LibvirtConnect *connect;
  LibvirtDomain *domain;

  bench_serve (self);
  connect = bench_gobj_open (self->uri);
  domain = libvirt_connect_lookup_domain_by_name (connect, NAME, NULL);
  gobj_call (domain);
  bench_begin (self);
  for (guint i = 0; i < self->n; i++)
    gobj_call (domain);
  bench_end (self, self->n);
  g_object_unref (domain);
  bench_gobj_close (connect);
}

#ifdef HAVE_LIBVIRT_GLIB
static GVirDomain *
glib_find (GVirConnection *connect)
{
  gvir_connection_fetch_domains (connect, NULL, NULL);
  return gvir_connection_find_domain_by_name (connect, NAME);
}

static void
glib_call (GVirDomain *domain)
{
  GVirDomainInfo *info = gvir_domain_get_info (domain, NULL);

  g_assert_nonnull (info);
  g_boxed_free (GVIR_TYPE_DOMAIN_INFO, info);
}

static void
glib_info (Bench *self)
{
  GVirDomain *domain;

  bench_serve (self);
  domain = glib_find (bench_glib_open (self->uri));
  glib_call (domain);
  bench_begin (self);
  for (guint i = 0; i < self->n; i++)
    glib_call (domain);
  bench_end (self, self->n);
}
#endif

static const BenchCase cases[] = {
  { "raw", "info", raw_info },
  { "gobj", "info", gobj_info },
#ifdef HAVE_LIBVIRT_GLIB
  { "glib", "info", glib_info },
#endif
};

int
main (int argc, char **argv)
{
  return bench_main (argc, argv, cases, G_N_ELEMENTS (cases));
}
