/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "bench.h"

#include <malloc.h>
#include <stdlib.h>
#include <string.h>

#ifdef HAVE_CALLGRIND
#include <valgrind/callgrind.h>
#else
#define CALLGRIND_START_INSTRUMENTATION
#define CALLGRIND_STOP_INSTRUMENTATION
#endif

static GMutex lock;
static GCond woken;
static gboolean is_awake; /* under lock */

void
bench_resume (Bench *self)
{
  CALLGRIND_START_INSTRUMENTATION;
  self->began = g_get_monotonic_time ();
}

void
bench_pause (Bench *self)
{
  self->took += g_get_monotonic_time () - self->began;
  CALLGRIND_STOP_INSTRUMENTATION;
}

void
bench_begin (Bench *self)
{
  self->took = 0;
  bench_resume (self);
}

void
bench_end (Bench *self, guint64 work)
{
  bench_pause (self);
  bench_report ("seconds", (double) self->took / G_USEC_PER_SEC);
  bench_report ("work", (double) work);
}

void
bench_report (const char *name, double value)
{
  g_print ("%s %.9g\n", name, value);
}

static gpointer
serve_raw (gpointer data)
{
  while (virEventRunDefaultImpl () == 0)
    continue;
  return NULL;
}

static void
serve_raw_as (const char *loop)
{
  if (g_str_equal (loop, "none"))
    return;

  g_assert_cmpint (virEventRegisterDefaultImpl (), ==, 0);
  if (g_str_equal (loop, "worker"))
    g_thread_unref (g_thread_new ("raw-events", serve_raw, NULL));
}

static void
serve_gobj_as (const char *loop)
{
  g_autoptr (GError) error = NULL;

  if (g_str_equal (loop, "context"))
    libvirt_event_register_impl (NULL, &error);
  g_assert_no_error (error);
}

void
bench_serve (Bench *self)
{
  if (g_str_equal (self->implementation, "raw"))
    serve_raw_as (self->loop);
  else if (g_str_equal (self->implementation, "gobj"))
    serve_gobj_as (self->loop);
#ifdef HAVE_LIBVIRT_GLIB
  else
    {
      gvir_init_object (NULL, NULL);
      gvir_event_register ();
    }
#endif
}

static void
wait_to_be_woken (void)
{
  g_mutex_lock (&lock);
  while (!is_awake)
    g_cond_wait (&woken, &lock);
  is_awake = FALSE;
  g_mutex_unlock (&lock);
}

void
bench_wake (Bench *self)
{
  if (!self->waits)
    return;

  g_mutex_lock (&lock);
  is_awake = TRUE;
  g_cond_signal (&woken);
  g_mutex_unlock (&lock);
}

void
bench_turn (Bench *self)
{
  if (!g_str_equal (self->implementation, "raw"))
    g_main_context_iteration (NULL, TRUE);
  else if (self->waits)
    wait_to_be_woken ();
  else
    g_assert_cmpint (virEventRunDefaultImpl (), ==, 0);
}

virConnectPtr
bench_raw_open (const char *uri)
{
  virConnectPtr connect = virConnectOpen (uri);

  g_assert_nonnull (connect);
  return connect;
}

LibvirtConnect *
bench_gobj_open (const char *uri)
{
  g_autoptr (GError) error = NULL;
  LibvirtConnect *connect = libvirt_connect_open (uri, &error);

  g_assert_no_error (error);
  return connect;
}

void
bench_gobj_close (LibvirtConnect *connect)
{
  libvirt_connect_close (connect, NULL);
  g_object_unref (connect);
}

#ifdef HAVE_LIBVIRT_GLIB
GVirConnection *
bench_glib_open (const char *uri)
{
  g_autoptr (GError) error = NULL;
  GVirConnection *connect = gvir_connection_new (uri);

  gvir_connection_open (connect, NULL, &error);
  g_assert_no_error (error);
  return connect;
}
#endif

char *
bench_dup_uri (const char *socket)
{
  return g_strconcat ("test+unix:///default?socket=", socket, NULL);
}

gsize
bench_heap (void)
{
  struct mallinfo2 info = mallinfo2 ();

  /* Large blocks are mapped on their own. */
  return info.uordblks + info.hblkhd;
}

static gboolean
take_option (Bench *self, const char *option)
{
  const char *value = strchr (option, '=');

  if (value++ == NULL)
    return FALSE;
  if (g_str_has_prefix (option, "uri="))
    self->uri = value;
  else if (g_str_has_prefix (option, "socket="))
    self->socket = value;
  else if (g_str_has_prefix (option, "path="))
    self->path = value;
  else if (g_str_has_prefix (option, "loop="))
    self->loop = value;
  else if (g_str_has_prefix (option, "n="))
    self->n = (guint) strtoul (value, NULL, 10);
  else if (g_str_has_prefix (option, "repeats="))
    self->repeats = (guint) strtoul (value, NULL, 10);
  else
    return FALSE;

  return TRUE;
}

static const BenchCase *
find_case (const BenchCase *cases, guint n_cases, char **argv)
{
  for (guint i = 0; i < n_cases; i++)
    if (g_str_equal (cases[i].implementation, argv[1]) && g_str_equal (cases[i].workload, argv[2]))
      return &cases[i];

  return NULL;
}

/* Where there is no libvirt-glib, its workloads are missing and no mistake. */
static int
tell_of_no_case (char **argv)
{
  g_printerr ("%s: no such workload\n", argv[0]);
#ifndef HAVE_LIBVIRT_GLIB
  if (g_strcmp0 (argv[1], "glib") == 0)
    return 77;
#endif
  return 1;
}

int
bench_main (int argc, char **argv, const BenchCase *cases, guint n_cases)
{
  Bench self = { .uri = "test:///default", .loop = "worker", .n = 1, .repeats = 1 };
  const BenchCase *found = argc < 3 ? NULL : find_case (cases, n_cases, argv);

  for (int i = 3; i < argc; i++)
    if (!take_option (&self, argv[i]))
      g_error ("what is %s?", argv[i]);
  if (found == NULL)
    return tell_of_no_case (argv);

  self.implementation = found->implementation;
  self.waits = g_str_equal (self.implementation, "raw") && g_str_equal (self.loop, "worker");
  found->run (&self);
  return 0;
}
