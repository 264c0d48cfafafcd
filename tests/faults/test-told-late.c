/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * libvirt may tell the end of a connection late. To take the callback back is a call to the daemon,
 * which fails on a link that has just failed; and the thread that noticed that calls back without
 * a lock that anybody waits for. Here the call fails while the link is fine, so that the callback
 * comes when nothing is left of the connection for certain.
 */

#include <dlfcn.h>

#include <libvirt-gobj/libvirt-gobj-native.h>

#include "../daemon.h"
#include "../harness.h"
#include "../objects/objects.h"
#include "relayed.h"

typedef struct
{
  Daemon *daemon;
  Relay *relay;
  LibvirtConnect *connect; /* through the relay */
  virConnectPtr native;    /* the same, which keeps the link */
  guint n_closed;
} Fixture;

/* What libvirt makes of the callback. */
static virConnectCloseFunc registered; /* set once */
static int n_called;                   /* atomic */
static int fails;                      /* atomic: it cannot be taken back */

static void
on_native_closed (virConnectPtr native,
                  int reason,
                  void *opaque)
{
  registered (native, reason, opaque);
  g_atomic_int_inc (&n_called);
  g_main_context_wakeup (NULL);
}

/* In the place of libvirt's. */
int
virConnectRegisterCloseCallback (virConnectPtr native,
                                 virConnectCloseFunc func,
                                 void *opaque,
                                 virFreeCallback free_opaque)
{
  __typeof__ (&virConnectRegisterCloseCallback) real =
    dlsym (RTLD_NEXT, "virConnectRegisterCloseCallback");

  registered = func;
  return real (native, on_native_closed, opaque, free_opaque);
}

int
virConnectUnregisterCloseCallback (virConnectPtr native,
                                   virConnectCloseFunc func)
{
  __typeof__ (&virConnectUnregisterCloseCallback) real =
    dlsym (RTLD_NEXT, "virConnectUnregisterCloseCallback");

  g_assert_true (func == registered);
  return g_atomic_int_get (&fails) ? -1 : real (native, on_native_closed);
}

static void
on_closed (LibvirtConnect *connect,
           LibvirtConnectCloseReason reason,
           gpointer user_data)
{
  ((Fixture *) user_data)->n_closed++;
}

static void
set_up (Fixture *self,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->daemon = daemon_new (NULL);
  if (self->daemon == NULL)
    return;

  self->relay = relay_new (daemon_get_socket (self->daemon));
  self->connect = relayed_open (self->daemon, self->relay);
  g_signal_connect (self->connect, "closed", G_CALLBACK (on_closed), self);
  self->native = libvirt_connect_get_native (self->connect, &error);
  g_assert_no_error (error);
  g_atomic_int_set (&n_called, 0);
  g_atomic_int_set (&fails, TRUE);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  if (self->daemon == NULL)
    return;

  g_atomic_int_set (&fails, FALSE);
  g_assert_cmpint (virConnectClose (self->native), >=, 0);
  relayed_end (&self->connect, self->daemon, self->relay);
}

/* The link fails, and libvirt says so to the end of it. */
static void
cut_and_hear (Fixture *self)
{
  relay_cut (self->relay);
  harness_wait_until (g_atomic_int_get (&n_called) > 0);
  harness_finish_threads ();
  g_assert_cmpint (g_atomic_int_get (&n_called), ==, 1);
  g_assert_cmpuint (self->n_closed, ==, 0);
}

/* The object is still there, but not what libvirt knew of it. */
static void
test_closed (Fixture *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  if (self->daemon == NULL)
    return;

  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_assert_no_error (error);
  harness_finish_threads ();
  g_assert_cmpint (g_atomic_int_get (&n_called), ==, 0);
  cut_and_hear (self);
  g_assert_cmpint (libvirt_connect_get_state (self->connect), ==, LIBVIRT_CONNECT_STATE_CLOSED);
}

static void
test_dropped (Fixture *self,
              gconstpointer data)
{
  if (self->daemon == NULL)
    return;

  g_clear_object (&self->connect);
  harness_finish_threads ();
  g_assert_cmpint (g_atomic_int_get (&n_called), ==, 0);
  cut_and_hear (self);
}

/* Other connections are told of nothing that is not about them, though they may be where that one
 * was in memory. */
static void
test_another (Fixture *self,
              gconstpointer data)
{
  LibvirtConnect *others[20];
  g_autofree char *uri = NULL;

  if (self->daemon == NULL)
    return;

  g_clear_object (&self->connect);
  harness_finish_threads ();
  uri = daemon_dup_uri (self->daemon, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      others[i] = relayed_open_uri (uri);
      g_signal_connect (others[i], "closed", G_CALLBACK (on_closed), self);
    }
  relay_cut (self->relay);
  harness_wait_until (g_atomic_int_get (&n_called) > 0);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpuint (self->n_closed, ==, 0);
  g_atomic_int_set (&fails, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_assert_cmpint (libvirt_connect_get_state (others[i]), ==, LIBVIRT_CONNECT_STATE_OPEN);
      g_clear_object (&others[i]);
    }
}

/* While it is not closed, it is told as ever. */
static void
test_in_time (Fixture *self,
              gconstpointer data)
{
  if (self->daemon == NULL)
    return;

  relay_cut (self->relay);
  /* The thread that has told may not be back yet. */
  harness_wait_until (self->n_closed > 0 && g_atomic_int_get (&n_called) > 0);
  g_assert_cmpint (g_atomic_int_get (&n_called), ==, 1);
  g_assert_cmpint (libvirt_connect_get_state (self->connect), ==, LIBVIRT_CONNECT_STATE_LOST);
}

#define ADD(path, test) \
  g_test_add ("/faults/told-late/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc,
      char **argv)
{
  objects_init (&argc, &argv);

  ADD ("closed", test_closed);
  ADD ("dropped", test_dropped);
  ADD ("another", test_another);
  ADD ("in-time", test_in_time);

  return g_test_run ();
}
