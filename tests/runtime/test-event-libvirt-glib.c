/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "event-domain.h"

#include <libvirt-glib/libvirt-glib.h>
#include <libvirt-gobj/libvirt-error.h>

#include "runtime/libvirt-event-private.h"

/* libvirt-glib in the same process. */

static void
test_theirs_first (void)
{
  g_autoptr (GError) error = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }
  gvir_event_register ();
  g_assert_true (libvirt_event_ensure_impl (NULL));
  g_assert_false (libvirt_event_register_default_impl (&error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_INVALID);
  event_domain_check (event_domain_serve_default_context);
}

/* Theirs is ignored then, so that nobody needs to run the default context. */
static void
test_ours_first (void)
{
  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }
  g_assert_true (libvirt_event_ensure_impl (NULL));
  gvir_event_register ();
  event_domain_check (event_domain_serve_none);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event/libvirt-glib/theirs-first", test_theirs_first);
  g_test_add_func ("/event/libvirt-glib/ours-first", test_ours_first);
  return g_test_run ();
}
