/* SPDX-License-Identifier: LGPL-2.1-or-later */

typedef struct
{
  guint n_wanted;
  GPtrArray *returned;
} ShapesHostListNeighboursCall;

static void
run_shapes_host_list_neighbours (gpointer   source,
                                 gpointer   data,
                                 GError   **error)
{
  ShapesHostListNeighboursCall *call = data;

  call->returned = shapes_host_list_neighbours (source, call->n_wanted, error);
}

static void
free_shapes_host_list_neighbours (gpointer data)
{
  ShapesHostListNeighboursCall *call = data;

  g_clear_pointer (&call->returned, g_ptr_array_unref);
  g_free (call);
}

static const LibvirtCallInfo info_shapes_host_list_neighbours = {
  .flags = LIBVIRT_CALL_DEFAULT,
  .run = run_shapes_host_list_neighbours,
  .free = free_shapes_host_list_neighbours,
};

/**
 * shapes_host_list_neighbours_async:
 * @self: a host
 * @n_wanted: how many
 * @cancellable: (nullable): cancelled to stop waiting for shapes_host_list_neighbours()
 * @callback: (scope async) (closure user_data) (nullable): called when
 *   shapes_host_list_neighbours() has ended, failed or been cancelled
 * @user_data: handed to @callback
 *
 * Starts what shapes_host_list_neighbours() does, without blocking: the call is made in a
 * thread of the connection, and @callback runs in the #GMainContext that was the default of
 * this thread when shapes_host_list_neighbours_async() was called. Get the outcome there with
 * shapes_host_list_neighbours_finish().
 *
 * If @cancellable is cancelled before shapes_host_list_neighbours() was begun, nothing is sent.
 * Later, %G_IO_ERROR_CANCELLED comes at once and means that the answer is not waited for: the
 * hypervisor may still carry the call out, and what it changes then shows in properties and
 * signals as ever.
 *
 * Since: 1.0
 */
void
shapes_host_list_neighbours_async (ShapesHost          *self,
                                   guint                n_wanted,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  ShapesHostListNeighboursCall *call;

  g_return_if_fail (SHAPES_IS_HOST (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  call = g_new0 (ShapesHostListNeighboursCall, 1);
  call->n_wanted = n_wanted;

  libvirt_async_start (self, &info_shapes_host_list_neighbours, call, cancellable, callback, user_data,
                       shapes_host_list_neighbours_async);
}

/**
 * shapes_host_list_neighbours_finish:
 * @self: a host
 * @result: what the callback of shapes_host_list_neighbours_async() was given
 * @error: return location for a #GError
 *
 * Gets the outcome of a call started with shapes_host_list_neighbours_async(): what
 * shapes_host_list_neighbours() would have returned, or its error, or %G_IO_ERROR_CANCELLED. To
 * be called once.
 *
 * Returns: (transfer container) (element-type ShapesHost): the neighbours
 *
 * Since: 1.0
 */
GPtrArray *
shapes_host_list_neighbours_finish (ShapesHost    *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  ShapesHostListNeighboursCall *call;

  g_return_val_if_fail (SHAPES_IS_HOST (self), NULL);
  g_return_val_if_fail (libvirt_async_is_valid (self, result, shapes_host_list_neighbours_async), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = libvirt_async_finish (self, result, shapes_host_list_neighbours_async, error);
  if (call == NULL)
    return NULL;

  return g_steal_pointer (&call->returned);
}

