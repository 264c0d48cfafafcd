/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "event-domain.h"

#include <libvirt-gobj/libvirt-error.h>
#include <libvirt/libvirt.h>

#include "runtime/libvirt-event-private.h"

/* The choice holds for a whole process, so that each case has one of its own. */
static void
add_case (const char *path,
          GTestFunc function)
{
  g_autofree char *subprocess = g_strconcat (path, "/subprocess", NULL);

  g_test_add_func (subprocess, function);
}

static void
run_case (gconstpointer path)
{
  g_autofree char *subprocess = g_strconcat (path, "/subprocess", NULL);

  g_test_trap_subprocess (subprocess, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

static void
assert_too_late (void)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (libvirt_event_register_impl (context, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_INVALID);
  g_clear_error (&error);
  g_assert_false (libvirt_event_register_impl (NULL, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_INVALID);
  g_clear_error (&error);
  g_assert_false (libvirt_event_register_default_impl (&error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_INVALID);
  g_assert_false (libvirt_event_register_default_impl (NULL));
}

static gpointer
run_context (gpointer context)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (context, FALSE);

  g_main_loop_run (loop);
  return NULL;
}

static void
test_context (void)
{
  GMainContext *context = g_main_context_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_event_register_impl (context, &error));
  g_assert_no_error (error);
  assert_too_late ();
  g_assert_true (libvirt_event_ensure_impl (NULL));
  g_thread_unref (g_thread_new ("context", run_context, context));
  /* It is kept by the library. */
  g_main_context_unref (context);
  event_domain_check (event_domain_serve_none);
}

static void
test_null (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_event_register_impl (NULL, &error));
  g_assert_no_error (error);
  assert_too_late ();
  event_domain_check (event_domain_serve_default_context);
}

static void
test_default (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_event_register_default_impl (&error));
  g_assert_no_error (error);
  assert_too_late ();
  event_domain_check (event_domain_serve_default_context);
}

static void
test_after_open (void)
{
  g_assert_true (libvirt_event_ensure_impl (NULL));
  assert_too_late ();
  g_assert_true (libvirt_event_ensure_impl (NULL));
  event_domain_check (event_domain_serve_none);
}

static void
run_libvirt_loop (void)
{
  virEventRunDefaultImpl ();
}

static void
keep_turning (int id,
              void *opaque)
{
}

static void
test_after_libvirt (void)
{
  g_assert_cmpint (virEventRegisterDefaultImpl (), ==, 0);
  /* So that its loop goes round. */
  g_assert_cmpint (virEventAddTimeout (1, keep_turning, NULL, NULL), >=, 0);
  assert_too_late ();
  g_assert_true (libvirt_event_ensure_impl (NULL));
  assert_too_late ();
  g_assert_false (libvirt_event_shutdown_socket (0));
  event_domain_check (run_libvirt_loop);
}

static void
test_open_after_libvirt (void)
{
  LibvirtEventOpening opening = { 0 };

  g_assert_cmpint (virEventRegisterDefaultImpl (), ==, 0);
  g_assert_cmpint (virEventAddTimeout (1, keep_turning, NULL, NULL), >=, 0);
  g_assert_true (libvirt_event_ensure_impl (NULL));
  libvirt_event_watch_opening_begin (&opening);
  g_assert_cmpint (libvirt_event_watch_opening_end (&opening), ==, 0);
  event_domain_check (run_libvirt_loop);
}

static void
test_before_libvirt (void)
{
  g_assert_true (libvirt_event_ensure_impl (NULL));
  virEventRegisterDefaultImpl ();
  event_domain_check (event_domain_serve_none);
}

/* An implementation that only counts; its first number is 0, which is a good one. */
static int timers;

static int
count_handle (int fd,
              int events,
              virEventHandleCallback callback,
              void *opaque,
              virFreeCallback free_opaque)
{
  return 0;
}

static void
count_update (int id,
              int value)
{
}

static int
count_remove (int id)
{
  return 0;
}

static int
count_timer (int interval,
             virEventTimeoutCallback callback,
             void *opaque,
             virFreeCallback free_opaque)
{
  return timers++;
}

static int
uncount_timer (int id)
{
  g_assert_cmpint (id, ==, --timers);
  return 0;
}

static void
test_nothing_left_behind (void)
{
  virEventRegisterImpl (count_handle, count_update, count_remove, count_timer, count_update,
                        uncount_timer);
  g_assert_true (libvirt_event_ensure_impl (NULL));
  assert_too_late ();
  g_assert_cmpint (timers, ==, 0);
}

static gpointer
register_or_open (gpointer data)
{
  int *n_registered = data;

  if (libvirt_event_register_default_impl (NULL))
    g_atomic_int_inc (n_registered);
  g_assert_true (libvirt_event_ensure_impl (NULL));
  return NULL;
}

static void
test_at_once (void)
{
  GThread *threads[8];
  int n_registered = 0;

  for (int i = 0; i < 8; i++)
    threads[i] = g_thread_new ("opener", register_or_open, &n_registered);
  for (int i = 0; i < 8; i++)
    g_thread_join (threads[i]);
  g_assert_cmpint (n_registered, ==, 1);
  event_domain_check (event_domain_serve_default_context);
}

static const struct
{
  const char *path;
  GTestFunc function;
} cases[] = {
  { "/event/register/context", test_context },
  { "/event/register/null-is-the-default-context", test_null },
  { "/event/register/default", test_default },
  { "/event/register/after-open-fails", test_after_open },
  { "/event/register/after-libvirt-fails", test_after_libvirt },
  { "/event/register/open-after-libvirt", test_open_after_libvirt },
  { "/event/register/before-libvirt", test_before_libvirt },
  { "/event/register/nothing-left-with-others", test_nothing_left_behind },
  { "/event/register/from-many-threads", test_at_once },
};

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      add_case (cases[i].path, cases[i].function);
      g_test_add_data_func (cases[i].path, cases[i].path, run_case);
    }
  return g_test_run ();
}
