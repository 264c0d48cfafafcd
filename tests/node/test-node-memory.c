/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "harness.h"

static void
test_free_memory (Harness *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (libvirt_node_get_free_memory (libvirt_connect_get_node (self->connect),
                                                  &error),
                    ==, virNodeGetFreeMemory (self->raw));
  g_assert_no_error (error);
}

/* The array is as long as there are cells, however many are asked for. */
static void
test_cells (Harness *self,
            gconstpointer data)
{
  int max_cells = GPOINTER_TO_INT (data);
  g_autoptr (GError) error = NULL;
  g_autofree guint64 *cells = NULL;
  unsigned long long raw[100];
  gsize n_cells;
  int n_raw;

  cells = libvirt_node_get_cells_free_memory (libvirt_connect_get_node (self->connect), 0,
                                              max_cells, &n_cells, &error);
  g_assert_no_error (error);
  n_raw = virNodeGetCellsFreeMemory (self->raw, raw, 0, max_cells);
  g_assert_cmpint (n_raw, >, 0);
  g_assert_cmpmem (cells, n_cells * sizeof *cells, raw, n_raw * sizeof *raw);
}

static void
test_cells_that_are_not (Harness *self,
                         gconstpointer data)
{
  LibvirtNode *node = libvirt_connect_get_node (self->connect);
  g_autoptr (GError) error = NULL;
  unsigned long long raw[100];
  gsize n_cells = 5;

  g_assert_null (libvirt_node_get_cells_free_memory (node, 100, 100, &n_cells, &error));
  g_assert_cmpint (virNodeGetCellsFreeMemory (self->raw, raw, 100, 100), ==, -1);
  harness_assert_raw_error (error);
  g_assert_cmpuint (n_cells, ==, 0);
  g_clear_error (&error);

  g_assert_null (libvirt_node_get_cells_free_memory (node, 0, -1, &n_cells, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG);
  g_clear_error (&error);

  g_assert_null (libvirt_node_get_cells_free_memory (node, 0, 0, &n_cells, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG);
}

static void
test_free_pages (Harness *self,
                 gconstpointer data)
{
  guint pages[] = { 4, 2048 };
  g_autoptr (GError) error = NULL;
  g_autofree guint64 *counts = NULL;
  unsigned long long raw[4] = { 0 };
  gsize n_counts;

  counts = libvirt_node_get_free_pages (libvirt_connect_get_node (self->connect), pages,
                                        G_N_ELEMENTS (pages), 0, 2, 0, &n_counts, &error);
  g_assert_no_error (error);
  /* libvirt's test driver fills the numbers in and returns 0. */
  g_assert_cmpint (virNodeGetFreePages (self->raw, G_N_ELEMENTS (pages), pages, 0, 2, raw, 0), >=, 0);
  g_assert_cmpuint (n_counts, ==, G_N_ELEMENTS (raw));
  g_assert_cmpmem (counts, sizeof raw, raw, sizeof raw);
}

static void
test_free_pages_of_nothing (Harness *self,
                            gconstpointer data)
{
  guint pages[] = { 4 };
  LibvirtNode *node = libvirt_connect_get_node (self->connect);
  g_autoptr (GError) error = NULL;
  gsize n_counts;

  g_assert_null (libvirt_node_get_free_pages (node, NULL, 0, 0, 1, 0, &n_counts, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG);
  g_clear_error (&error);

  g_assert_null (libvirt_node_get_free_pages (node, pages, 1, 0, 0, 0, &n_counts, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG);
}

static void
test_alloc_pages (Harness *self,
                  gconstpointer data)
{
  guint sizes[] = { 2048, 4 };
  guint64 counts[] = { 0, 0 };
  unsigned long long raw_counts[] = { 0, 0 };
  LibvirtNode *node = libvirt_connect_get_node (self->connect);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (libvirt_node_alloc_pages (node, sizes, 2, counts, 2, 0, 1,
                                             LIBVIRT_NODE_ALLOC_PAGES_FLAGS_ADD, &error),
                   ==, -1);
  g_assert_cmpint (virNodeAllocPages (self->raw, 2, sizes, raw_counts, 0, 1, 0), ==, -1);
  harness_assert_raw_error (error);
}

/* Nothing is read behind the end of the shorter array. */
static void
test_alloc_pages_uneven (Harness *self,
                         gconstpointer data)
{
  guint sizes[] = { 2048, 4 };
  guint64 counts[] = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (libvirt_node_alloc_pages (libvirt_connect_get_node (self->connect), sizes, 2,
                                             counts, 1, 0, 1, LIBVIRT_NODE_ALLOC_PAGES_FLAGS_SET,
                                             &error),
                   ==, -1);
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG);
  g_assert_nonnull (strstr (error->message, "2"));
}

static void
test_stats (Harness *self,
            gconstpointer data)
{
  int cell_num = GPOINTER_TO_INT (data);
  g_autoptr (GError) error = NULL;
  int n_raw = 0;

  g_assert_null (libvirt_node_get_memory_stats (libvirt_connect_get_node (self->connect), cell_num,
                                                0, &error));
  g_assert_cmpint (virNodeGetMemoryStats (self->raw, cell_num, NULL, &n_raw, 0), ==, -1);
  harness_assert_raw_error (error);
}

static void
test_parameters (Harness *self,
                 gconstpointer data)
{
  LibvirtNode *node = libvirt_connect_get_node (self->connect);
  g_autoptr (GError) error = NULL;
  virTypedParameter raw = { .field = VIR_NODE_MEMORY_SHARED_PAGES_TO_SCAN,
                            .type = VIR_TYPED_PARAM_UINT,
                            .value.ui = 100 };
  int n_raw = 0;

  g_assert_null (libvirt_node_get_memory_parameters (node, 0, &error));
  g_assert_cmpint (virNodeGetMemoryParameters (self->raw, NULL, &n_raw, 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_false (libvirt_node_set_memory_parameters (
    node, g_variant_new_parsed ("{'shm_pages_to_scan': <uint32 100>}"), 0, &error));
  g_assert_cmpint (virNodeSetMemoryParameters (self->raw, &raw, 1, 0), ==, -1);
  harness_assert_raw_error (error);
}

static void
test_parameters_malformed (Harness *self,
                           gconstpointer data)
{
  LibvirtNode *node = libvirt_connect_get_node (self->connect);
  g_autoptr (GError) error = NULL;

  g_assert_false (libvirt_node_set_memory_parameters (
    node, g_variant_new_parsed ("{'shm_pages_to_scan': <(1, 2)>}"), 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG);
  g_assert_nonnull (strstr (error->message, "shm_pages_to_scan"));
}

static void
test_after_close (Harness *self,
                  gconstpointer data)
{
  guint pages[] = { 4 };
  guint64 counts[] = { 0 };
  LibvirtNode *node = libvirt_connect_get_node (self->connect);
  g_autoptr (GError) error = NULL;
  gsize n;

  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_assert_no_error (error);

  g_assert_cmpuint (libvirt_node_get_free_memory (node, &error), ==, 0);
  harness_assert_closed (&error);
  g_assert_null (libvirt_node_get_cells_free_memory (node, 0, 1, &n, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_node_get_free_pages (node, pages, 1, 0, 1, 0, &n, &error));
  harness_assert_closed (&error);
  g_assert_cmpint (libvirt_node_alloc_pages (node, pages, 1, counts, 1, 0, 1, 0, &error), ==, -1);
  harness_assert_closed (&error);
  g_assert_null (libvirt_node_get_memory_stats (node, 0, 0, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_node_get_memory_parameters (node, 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_node_set_memory_parameters (
    node, g_variant_new_parsed ("{'shm_pages_to_scan': <uint32 100>}"), 0, &error));
  harness_assert_closed (&error);
}

#define ADD(path, data, func) \
  g_test_add ("/node/memory/" path, Harness, data, harness_set_up, func, harness_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("free/as-libvirt-has-it", NULL, test_free_memory);
  ADD ("cells/one", GINT_TO_POINTER (1), test_cells);
  ADD ("cells/more-than-there-are", GINT_TO_POINTER (100), test_cells);
  ADD ("cells/that-are-not", NULL, test_cells_that_are_not);
  ADD ("pages/free", NULL, test_free_pages);
  ADD ("pages/free/of-nothing", NULL, test_free_pages_of_nothing);
  ADD ("pages/alloc/not-on-test-driver", NULL, test_alloc_pages);
  ADD ("pages/alloc/uneven-arrays", NULL, test_alloc_pages_uneven);
  ADD ("stats/not-on-test-driver", NULL, test_stats);
  ADD ("stats/of-all/not-on-test-driver",
       GINT_TO_POINTER (LIBVIRT_NODE_GET_MEMORY_STATS_ALL_CELLS_ALL_CELLS), test_stats);
  ADD ("parameters/not-on-test-driver", NULL, test_parameters);
  ADD ("parameters/malformed", NULL, test_parameters_malformed);
  ADD ("after-close", NULL, test_after_close);

  return g_test_run ();
}
