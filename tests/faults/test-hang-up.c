/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * A host that hangs up while a connection to it is being opened, between two steps of libvirt's: it
 * watches the socket, and has not yet made what it keeps the connection alive with.
 */

#include "../files.h"
#include "../objects/objects.h"
#include "../relay.h"

#define N_ATTEMPTS 5

/* Enough for whoever serves libvirt to tell it of the hang-up. */
#define STEP_USEC (50 * G_TIME_SPAN_MILLISECOND)

static int n_steps; /* atomic */

/* In the place of GObject's. */
gpointer
g_object_new (GType type,
              const char *first_property,
              ...)
{
  va_list properties;
  GObject *object;

  if (g_str_equal (g_type_name (type), "virKeepAlive"))
    {
      g_usleep (STEP_USEC);
      g_atomic_int_inc (&n_steps);
    }

  va_start (properties, first_property);
  object = g_object_new_valist (type, first_property, properties);
  va_end (properties);

  return object;
}

static void
on_opened (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtConnect) connect = libvirt_connect_open_finish (result, &error);

  g_assert_null (connect);
  g_assert_nonnull (error);
  g_assert_cmpuint (error->domain, ==, LIBVIRT_ERROR);
  *(gboolean *) user_data = TRUE;
}

static void
try_to_open (Relay *relay)
{
  g_autofree char *uri = g_strconcat ("test+unix:///default?socket=", relay_get_socket (relay), NULL);
  gboolean has_failed = FALSE;

  libvirt_connect_open_async (uri, NULL, on_opened, &has_failed);
  harness_wait_until (has_failed);
}

/* What libvirt had for the connection does not stay: its main context has a descriptor. */
static void
test_nothing_stays (void)
{
  Relay *relay = relay_new ("/nobody/listens/here");
  guint n_files;

  try_to_open (relay);
  harness_finish_threads ();
  g_assert_cmpint (g_atomic_int_get (&n_steps), ==, 1);

  n_files = files_count_open ();
  for (guint i = 0; i < N_ATTEMPTS; i++)
    try_to_open (relay);
  while (files_count_open () > n_files)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (G_TIME_SPAN_MILLISECOND);
    }
  relay_free (relay);
  harness_finish_threads ();
}

int
main (int argc,
      char **argv)
{
  objects_init (&argc, &argv);

  g_test_add_func ("/faults/hang-up/nothing-stays", test_nothing_stays);

  return g_test_run ();
}
