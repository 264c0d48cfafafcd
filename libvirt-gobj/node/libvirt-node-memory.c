/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "node/libvirt-node-memory.h"

#include "node/libvirt-node-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"

/**
 * SECTION:libvirt-node-memory
 * @title: A host's memory
 * @short_description: what is free, huge pages, sharing of equal pages
 *
 * Beside the amount of free memory, a host has pools of huge pages, which are set aside for
 * guests that ask for them, and may share pages of equal content between guests. NUMA cells are
 * numbered from 0, in the order of libvirt_connect_get_capabilities().
 *
 * Since: 1.0
 */

/**
 * libvirt_node_get_free_memory:
 * @self: a node
 * @error: return location for a #GError
 *
 * Asks how much memory nobody uses (blocks), in bytes, not in KiB as elsewhere. What the host
 * could free by dropping its caches does not count; libvirt_node_get_memory_stats() tells more.
 *
 * Calls virNodeGetFreeMemory().
 *
 * Returns: a number of bytes, or 0 on failure
 *
 * Since: 1.0
 */
guint64
libvirt_node_get_free_memory (LibvirtNode *self,
                              GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  unsigned long long bytes;

  g_return_val_if_fail (LIBVIRT_IS_NODE (self), 0);
  g_return_val_if_fail (error == NULL || *error == NULL, 0);

  handle = libvirt_core_hold (libvirt_node_get_core (self), error);
  if (handle == NULL)
    return 0;

  bytes = virNodeGetFreeMemory (handle->connect);
  if (bytes == 0)
    libvirt_take_last_error (error);
  return bytes;
}

/* Room for so many numbers of so many rows, or NULL: callers choose how much they ask for. At
 * least one, so that it is libvirt that says what is wrong with none. */
static guint64 *
numbers_new (guint n_rows,
             guint n_columns,
             GError **error)
{
  gsize n = 0;
  guint64 *numbers = NULL;

  if (g_size_checked_mul (&n, n_rows, n_columns))
    numbers = g_try_new0 (guint64, MAX (n, 1));
  if (numbers == NULL)
    libvirt_set_error (error, LIBVIRT_ERROR_NO_MEMORY,
                       "There is no room for %u numbers of each of %u cells", n_columns, n_rows);
  return numbers;
}

/**
 * libvirt_node_get_cells_free_memory:
 * @self: a node
 * @start_cell: number of the first NUMA cell to look at
 * @max_cells: how many cells to look at, at most
 * @n_cells: (out): how many cells were looked at: fewer than @max_cells if the host has no more
 * @error: return location for a #GError
 *
 * Asks how much memory is free in each NUMA cell of a range (blocks), in bytes.
 *
 * Fails with %LIBVIRT_ERROR_INVALID_ARG if @max_cells is not positive, and with a code that
 * depends on the hypervisor if there is no cell @start_cell. Calls virNodeGetCellsFreeMemory().
 *
 * Returns: (transfer full) (array length=n_cells): the number of bytes for each cell, from
 *   @start_cell on, or %NULL on failure
 *
 * Since: 1.0
 */
guint64 *
libvirt_node_get_cells_free_memory (LibvirtNode *self,
                                    int start_cell,
                                    int max_cells,
                                    gsize *n_cells,
                                    GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  g_autofree guint64 *free_memory = NULL;
  int n;

  g_return_val_if_fail (LIBVIRT_IS_NODE (self), NULL);
  g_return_val_if_fail (n_cells != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  *n_cells = 0;
  free_memory = numbers_new (MAX (max_cells, 0), 1, error);
  handle = free_memory != NULL ? libvirt_core_hold (libvirt_node_get_core (self), error) : NULL;
  if (handle == NULL)
    return NULL;

  n = virNodeGetCellsFreeMemory (handle->connect, (unsigned long long *) free_memory, start_cell,
                                 max_cells);
  if (!libvirt_check (n, error))
    return NULL;

  *n_cells = n;
  return g_steal_pointer (&free_memory);
}

static GVariant *
stats_to_variant (const virNodeMemoryStats *stats,
                  int n_stats)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{st}"));
  for (int i = 0; i < n_stats; i++)
    {
      g_autofree char *name = g_utf8_make_valid (stats[i].field, -1);

      g_variant_builder_add (&builder, "{st}", name, (guint64) stats[i].value);
    }

  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

/**
 * libvirt_node_get_memory_stats:
 * @self: a node
 * @cell_num: the number of a NUMA cell, or %LIBVIRT_NODE_GET_MEMORY_STATS_ALL_CELLS_ALL_CELLS
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Asks what the memory of a cell, or of the whole host, is used for (blocks). "total" and "free"
 * are there in both cases, "buffers", "cached" and, from newer hosts, "available" only for the
 * whole host. All are in KiB.
 *
 * Fails with %LIBVIRT_ERROR_INVALID_ARG if there is no such cell, with
 * %LIBVIRT_ERROR_NO_SUPPORT where the hypervisor does not count. Calls virNodeGetMemoryStats().
 *
 * Returns: (transfer full): sizes by name, of type `a{st}`, or %NULL on failure
 *
 * Since: 1.0
 */
GVariant *
libvirt_node_get_memory_stats (LibvirtNode *self,
                               int cell_num,
                               guint flags,
                               GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  g_autofree virNodeMemoryStats *stats = NULL;
  int n = 0;

  g_return_val_if_fail (LIBVIRT_IS_NODE (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_node_get_core (self), error);
  if (handle == NULL ||
      !libvirt_check (virNodeGetMemoryStats (handle->connect, cell_num, NULL, &n, flags), error))
    return NULL;

  stats = g_new0 (virNodeMemoryStats, n);
  if (n > 0 &&
      !libvirt_check (virNodeGetMemoryStats (handle->connect, cell_num, stats, &n, flags), error))
    return NULL;

  return stats_to_variant (stats, n);
}

/**
 * libvirt_node_get_free_pages:
 * @self: a node
 * @pages: (array length=n_pages): the page sizes to ask about, in KiB: 2048 for pages of 2 MiB
 * @n_pages: how many page sizes there are
 * @start_cell: the NUMA cell to begin with
 * @cell_count: how many cells to ask, at most
 * @flags: 0; libvirt has no flags for this yet
 * @n_counts: (out): how many numbers there are: one for each page size in each cell
 * @error: return location for a #GError
 *
 * Asks how many pages of each size are free in each cell of a range (blocks). The numbers of one
 * cell stand together, in the order of @pages: that of page size p in cell c is at
 * (c - @start_cell) × @n_pages + p.
 *
 * Fails with %LIBVIRT_ERROR_INVALID_ARG if nothing is asked for, and with a code that depends on
 * the hypervisor if the first cell does not exist or has no pages of some size. Calls
 * virNodeGetFreePages().
 *
 * Returns: (transfer full) (array length=n_counts): numbers of pages, or %NULL on failure
 *
 * Since: 1.0
 */
guint64 *
libvirt_node_get_free_pages (LibvirtNode *self,
                             const guint *pages,
                             guint n_pages,
                             int start_cell,
                             guint cell_count,
                             guint flags,
                             gsize *n_counts,
                             GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  g_autofree guint64 *counts = NULL;
  int n;

  g_return_val_if_fail (LIBVIRT_IS_NODE (self), NULL);
  g_return_val_if_fail (pages != NULL || n_pages == 0, NULL);
  g_return_val_if_fail (n_counts != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  *n_counts = 0;
  counts = numbers_new (cell_count, n_pages, error);
  handle = counts != NULL ? libvirt_core_hold (libvirt_node_get_core (self), error) : NULL;
  if (handle == NULL)
    return NULL;

  /* libvirt does not write to the sizes, though its prototype leaves that open. */
  n = virNodeGetFreePages (handle->connect, n_pages, (unsigned int *) pages, start_cell,
                           cell_count, (unsigned long long *) counts, flags);
  if (!libvirt_check (n, error))
    return NULL;

  /* libvirt's driver for tests fills them all in and says that there is none. */
  *n_counts = n > 0 ? (gsize) n : (gsize) cell_count * n_pages;
  return g_steal_pointer (&counts);
}

/**
 * libvirt_node_alloc_pages:
 * @self: a node
 * @page_sizes: (array length=n_page_sizes): the sizes of the pools to change, in KiB
 * @n_page_sizes: how many pools to change
 * @page_counts: (array length=n_page_counts): for each pool, how many pages it is about
 * @n_page_counts: as many as @n_page_sizes
 * @start_cell: the first NUMA cell whose pools are changed; -1 has the kernel spread the pages
 *   over all cells
 * @cell_count: how many cells, from the first one on, are treated alike
 * @flags: whether the pools are to grow by @page_counts or to become of that size
 * @error: return location for a #GError
 *
 * Changes how many huge pages the host keeps for guests (blocks). Memory that is in such a pool
 * is there for guests with huge pages only. After a reboot of the host the pools are as they
 * were before.
 *
 * If the host is short of memory in one piece, it may set fewer pages aside without an error:
 * libvirt_node_get_free_pages() tells. Fails with %LIBVIRT_ERROR_INVALID_ARG if the arrays
 * differ in length. Calls virNodeAllocPages().
 *
 * Returns: how many pools in how many cells were changed, counted together, or -1 on failure
 *
 * Since: 1.0
 */
int
libvirt_node_alloc_pages (LibvirtNode *self,
                          const guint *page_sizes,
                          guint n_page_sizes,
                          const guint64 *page_counts,
                          guint n_page_counts,
                          int start_cell,
                          guint cell_count,
                          LibvirtNodeAllocPagesFlags flags,
                          GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_NODE (self), -1);
  g_return_val_if_fail (page_sizes != NULL || n_page_sizes == 0, -1);
  g_return_val_if_fail (page_counts != NULL || n_page_counts == 0, -1);
  g_return_val_if_fail (error == NULL || *error == NULL, -1);

  if (n_page_sizes != n_page_counts)
    {
      libvirt_set_error (error, LIBVIRT_ERROR_INVALID_ARG,
                         "There are %u page sizes and %u numbers of pages", n_page_sizes,
                         n_page_counts);
      return -1;
    }

  handle = libvirt_core_hold (libvirt_node_get_core (self), error);
  if (handle == NULL)
    return -1;

  return libvirt_check_count (
    virNodeAllocPages (handle->connect, n_page_sizes, (unsigned int *) page_sizes,
                       (unsigned long long *) page_counts, start_cell, cell_count, flags),
    error);
}

/**
 * libvirt_node_get_memory_parameters:
 * @self: a node
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Asks how the host looks for pages of equal content in different guests, to keep one copy of
 * each, and what came of it (blocks). "shm_pages_to_scan" pages are looked at before a rest of
 * "shm_sleep_millisecs", "shm_merge_across_nodes" is 1 if pages of different cells may become
 * one (all three `u`). The results are numbers of type `t`: "shm_pages_shared" copies are used
 * in "shm_pages_sharing" more places, "shm_pages_unshared" pages were found to be unique,
 * "shm_pages_volatile" ones change too fast, after "shm_full_scans" rounds. What the host does
 * not know is missing.
 *
 * Fails with %LIBVIRT_ERROR_NO_SUPPORT where the hypervisor has nothing of that kind. Calls
 * virNodeGetMemoryParameters().
 *
 * Returns: (transfer full): settings and results, of type `a{sv}`, or %NULL on failure
 *
 * Since: 1.0
 */
GVariant *
libvirt_node_get_memory_parameters (LibvirtNode *self,
                                    guint flags,
                                    GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  g_autofree virTypedParameter *params = NULL;
  GVariant *variant;
  int n = 0;

  g_return_val_if_fail (LIBVIRT_IS_NODE (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_node_get_core (self), error);
  if (handle == NULL ||
      !libvirt_check (virNodeGetMemoryParameters (handle->connect, NULL, &n, flags), error))
    return NULL;

  params = g_new0 (virTypedParameter, n);
  if (n > 0 &&
      !libvirt_check (virNodeGetMemoryParameters (handle->connect, params, &n, flags), error))
    return NULL;

  variant = libvirt_typed_params_to_variant (params, n);
  virTypedParamsClear (params, n);
  return variant;
}

/**
 * libvirt_node_set_memory_parameters:
 * @self: a node
 * @params: what to change, of type `a{sv}`: "shm_pages_to_scan", "shm_sleep_millisecs",
 *   "shm_merge_across_nodes", each a number
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Changes how the host shares equal pages between guests (blocks); see
 * libvirt_node_get_memory_parameters(). A tuning daemon on the host may change it back.
 *
 * Fails with %LIBVIRT_ERROR_ARGUMENT_UNSUPPORTED if the host does not know a key, with
 * %LIBVIRT_ERROR_INVALID_ARG if a value does not fit; then nothing was changed. Calls
 * virNodeSetMemoryParameters().
 *
 * Returns: %TRUE if the host took all of them
 *
 * Since: 1.0
 */
gboolean
libvirt_node_set_memory_parameters (LibvirtNode *self,
                                    GVariant *params,
                                    guint flags,
                                    GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  virTypedParameterPtr native;
  gboolean done;
  int n;

  g_return_val_if_fail (LIBVIRT_IS_NODE (self), FALSE);
  g_return_val_if_fail (params != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!libvirt_typed_params_from_variant (params, "NODE_MEMORY_SHARED_", &native, &n, error))
    return FALSE;

  handle = libvirt_core_hold (libvirt_node_get_core (self), error);
  done = handle != NULL &&
         libvirt_check (virNodeSetMemoryParameters (handle->connect, native, n, flags), error);
  virTypedParamsFree (native, n);
  return done;
}
