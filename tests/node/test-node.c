/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "harness.h"

static void
test_one_for_each_connection (Harness *self,
                              gconstpointer data)
{
  LibvirtNode *node = libvirt_connect_get_node (self->connect);
  g_autoptr (LibvirtNode) same = NULL;

  g_assert_true (LIBVIRT_IS_NODE (node));
  g_object_get (self->connect, "node", &same, NULL);
  g_assert_true (same == node);
}

/* The node does not keep its connection, and can be asked for it when that is gone. */
static void
test_connection (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtNode) node = NULL;
  g_autoptr (LibvirtConnect) same = NULL;
  LibvirtConnect *connect = libvirt_connect_open ("test:///default", &error);

  g_assert_no_error (error);
  node = g_object_ref (libvirt_connect_get_node (connect));
  g_assert_true (libvirt_node_get_connection (node) == connect);
  g_object_get (node, "connection", &same, NULL);
  g_assert_true (same == connect);
  g_clear_object (&same);

  g_assert_finalize_object (connect);
  g_assert_null (libvirt_node_get_connection (node));
  g_object_get (node, "connection", &same, NULL);
  g_assert_null (same);

  g_assert_null (libvirt_node_get_info (node, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_CONN);
  harness_wait_for_threads ();
}

/* No host that runs tests is sent to sleep: too short a time is refused by those that could. */
static void
test_suspend (Harness *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (libvirt_node_suspend_for_duration (libvirt_connect_get_node (self->connect),
                                                     LIBVIRT_NODE_SUSPEND_TARGET_MEM, 1, 0,
                                                     &error));
  g_assert_cmpint (virNodeSuspendForDuration (self->raw, VIR_NODE_SUSPEND_TARGET_MEM, 1, 0), ==,
                   -1);
  harness_assert_raw_error (error);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/node/one-for-each-connection", Harness, NULL, harness_set_up,
              test_one_for_each_connection, harness_tear_down);
  g_test_add_func ("/node/connection-is-not-kept", test_connection);
  g_test_add ("/node/suspend/not-on-test-driver", Harness, NULL, harness_set_up, test_suspend,
              harness_tear_down);

  return g_test_run ();
}
