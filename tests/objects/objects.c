/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "objects.h"

gboolean
objects_are_served_by_context (void)
{
  return g_strcmp0 (g_getenv ("EVENT_LOOP"), "context") == 0;
}

void
objects_serve (void)
{
  if (objects_are_served_by_context ())
    g_main_context_iteration (NULL, FALSE);
  else
    g_thread_yield ();
}

void
objects_init (int *argc,
              char ***argv)
{
  g_autoptr (GError) error = NULL;

  g_test_init (argc, argv, NULL);
  if (objects_are_served_by_context ())
    {
      libvirt_event_register_default_impl (&error);
      g_assert_no_error (error);
    }
}

void
objects_set_up_running (Harness *self,
                        gconstpointer data)
{
  harness_set_up (self, data);
  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  harness_wait_for_events (self);
}

void
objects_toggle (virDomainPtr domain,
                guint n_times)
{
  for (guint i = 0; i < n_times; i++)
    {
      g_assert_cmpint (virDomainSuspend (domain), ==, 0);
      g_assert_cmpint (virDomainResume (domain), ==, 0);
    }
}

static gpointer
run (gpointer data)
{
  ObjectsThread *self = data;

  self->func (self->data);
  g_atomic_int_set (&self->done, TRUE);
  g_main_context_wakeup (NULL);
  return NULL;
}

void
objects_thread_start (ObjectsThread *self,
                      void (*func) (gpointer data),
                      gpointer data)
{
  self->func = func;
  self->data = data;
  self->done = FALSE;
  self->thread = g_thread_new ("test", run, self);
}

void
objects_thread_wait (ObjectsThread *self)
{
  harness_wait_until (g_atomic_int_get (&self->done));
  g_thread_join (self->thread);
}
