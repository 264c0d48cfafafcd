/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "harness.h"

static void
assert_same_info (const LibvirtNodeInfo *info,
                  const virNodeInfo *raw)
{
  g_assert_cmpstr (info->model, ==, raw->model);
  g_assert_cmpuint (info->memory, ==, raw->memory);
  g_assert_cmpuint (info->cpus, ==, raw->cpus);
  g_assert_cmpuint (info->mhz, ==, raw->mhz);
  g_assert_cmpuint (info->nodes, ==, raw->nodes);
  g_assert_cmpuint (info->sockets, ==, raw->sockets);
  g_assert_cmpuint (info->cores, ==, raw->cores);
  g_assert_cmpuint (info->threads, ==, raw->threads);
}

static void
test_info (Harness *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtNodeInfo) info = NULL;
  virNodeInfo raw;

  info = libvirt_node_get_info (libvirt_connect_get_node (self->connect), &error);
  g_assert_no_error (error);
  g_assert_cmpint (virNodeGetInfo (self->raw, &raw), ==, 0);
  assert_same_info (info, &raw);
}

static void
on_info (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(LibvirtNodeInfo **) user_data =
    libvirt_node_get_info_finish (LIBVIRT_NODE (source), result, &error);
  g_assert_no_error (error);
}

static void
test_info_async (Harness *self,
                 gconstpointer data)
{
  g_autoptr (LibvirtNodeInfo) info = NULL;
  virNodeInfo raw;

  libvirt_node_get_info_async (libvirt_connect_get_node (self->connect), NULL, on_info, &info);
  harness_wait_until (info != NULL);
  g_assert_cmpint (virNodeGetInfo (self->raw, &raw), ==, 0);
  assert_same_info (info, &raw);
}

static void
test_info_copy (Harness *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtNodeInfo) info = NULL;
  g_autoptr (LibvirtNodeInfo) copy = NULL;
  g_autoptr (LibvirtNodeInfo) empty = libvirt_node_info_new ();
  g_autoptr (LibvirtNodeInfo) empty_copy = g_boxed_copy (LIBVIRT_TYPE_NODE_INFO, empty);
  virNodeInfo raw;

  info = libvirt_node_get_info (libvirt_connect_get_node (self->connect), &error);
  g_assert_no_error (error);
  copy = g_boxed_copy (LIBVIRT_TYPE_NODE_INFO, info);
  g_assert_true (copy != info && copy->model != info->model);
  g_clear_pointer (&info, libvirt_node_info_free);
  g_assert_cmpint (virNodeGetInfo (self->raw, &raw), ==, 0);
  assert_same_info (copy, &raw);

  g_assert_null (empty_copy->model);
  g_assert_cmpuint (empty_copy->memory, ==, 0);
}

static void
test_security_model (Harness *self,
                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtSecurityModel) model = NULL;
  g_autoptr (LibvirtSecurityModel) copy = NULL;
  virSecurityModel raw;

  model = libvirt_node_get_security_model (libvirt_connect_get_node (self->connect), &error);
  g_assert_no_error (error);
  g_assert_cmpint (virNodeGetSecurityModel (self->raw, &raw), ==, 0);
  g_assert_cmpstr (model->model, ==, raw.model);
  g_assert_cmpstr (model->doi, ==, raw.doi);

  copy = g_boxed_copy (LIBVIRT_TYPE_SECURITY_MODEL, model);
  g_clear_pointer (&model, libvirt_security_model_free);
  g_assert_cmpstr (copy->model, ==, raw.model);
  g_assert_cmpstr (copy->doi, ==, raw.doi);

  model = libvirt_security_model_new ();
  g_assert_null (model->model);
  g_assert_null (model->doi);
}

static void
test_sev_info (Harness *self,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  virTypedParameterPtr params = NULL;
  int n_params = 0;

  g_assert_null (libvirt_node_get_sev_info (libvirt_connect_get_node (self->connect), 0, &error));
  g_assert_cmpint (virNodeGetSEVInfo (self->raw, &params, &n_params, 0), ==, -1);
  harness_assert_raw_error (error);
}

static void
test_after_close (Harness *self,
                  gconstpointer data)
{
  LibvirtNode *node = libvirt_connect_get_node (self->connect);
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_assert_no_error (error);

  g_assert_null (libvirt_node_get_info (node, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_node_get_security_model (node, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_node_get_sev_info (node, 0, &error));
  harness_assert_closed (&error);
}

#define ADD(path, func) \
  g_test_add ("/node/" path, Harness, NULL, harness_set_up, func, harness_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("info/as-libvirt-has-it", test_info);
  ADD ("info/async", test_info_async);
  ADD ("info/copy-is-its-own", test_info_copy);
  ADD ("security-model/as-libvirt-has-it", test_security_model);
  ADD ("sev-info/not-on-test-driver", test_sev_info);
  ADD ("info/after-close", test_after_close);

  return g_test_run ();
}
