/* SPDX-License-Identifier: LGPL-2.1-or-later */

typedef struct
{
  gsize n_bytes;
  guint8 *returned;
} ShapesHostGetCpuMapCall;

static void
run_shapes_host_get_cpu_map (gpointer   source,
                             gpointer   data,
                             GError   **error)
{
  ShapesHostGetCpuMapCall *call = data;

  call->returned = shapes_host_get_cpu_map (source, &call->n_bytes, error);
}

static void
free_shapes_host_get_cpu_map (gpointer data)
{
  ShapesHostGetCpuMapCall *call = data;

  g_free (call->returned);
  g_free (call);
}

static const LibvirtCallInfo info_shapes_host_get_cpu_map = {
  .flags = LIBVIRT_CALL_DEFAULT,
  .run = run_shapes_host_get_cpu_map,
  .free = free_shapes_host_get_cpu_map,
};

/**
 * shapes_host_get_cpu_map_async:
 * @self: a host
 * @cancellable: (nullable): cancelled to stop waiting for shapes_host_get_cpu_map()
 * @callback: (scope async) (closure user_data) (nullable): called when
 *   shapes_host_get_cpu_map() has ended, failed or been cancelled
 * @user_data: handed to @callback
 *
 * Starts what shapes_host_get_cpu_map() does, without blocking: the call is made in a thread of
 * the connection, and @callback runs in the #GMainContext that was the default of this thread
 * when shapes_host_get_cpu_map_async() was called. Get the outcome there with
 * shapes_host_get_cpu_map_finish().
 *
 * If @cancellable is cancelled before shapes_host_get_cpu_map() was begun, nothing is sent.
 * Later, %G_IO_ERROR_CANCELLED comes at once and means that the answer is not waited for: the
 * hypervisor may still carry the call out, and what it changes then shows in properties and
 * signals as ever.
 *
 * Since: 1.0
 */
void
shapes_host_get_cpu_map_async (ShapesHost          *self,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  ShapesHostGetCpuMapCall *call;

  g_return_if_fail (SHAPES_IS_HOST (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  call = g_new0 (ShapesHostGetCpuMapCall, 1);

  libvirt_async_start (self, &info_shapes_host_get_cpu_map, call, cancellable, callback, user_data,
                       shapes_host_get_cpu_map_async);
}

/**
 * shapes_host_get_cpu_map_finish:
 * @self: a host
 * @result: what the callback of shapes_host_get_cpu_map_async() was given
 * @n_bytes: (out): length of the map
 * @error: return location for a #GError
 *
 * Gets the outcome of a call started with shapes_host_get_cpu_map_async(): what
 * shapes_host_get_cpu_map() would have returned, or its error, or %G_IO_ERROR_CANCELLED. To be
 * called once.
 *
 * Returns: (transfer full) (array length=n_bytes) (element-type guint8): the map
 *
 * Since: 1.0
 */
guint8 *
shapes_host_get_cpu_map_finish (ShapesHost    *self,
                                GAsyncResult  *result,
                                gsize         *n_bytes,
                                GError       **error)
{
  ShapesHostGetCpuMapCall *call;

  g_return_val_if_fail (SHAPES_IS_HOST (self), NULL);
  g_return_val_if_fail (libvirt_async_is_valid (self, result, shapes_host_get_cpu_map_async), NULL);
  g_return_val_if_fail (n_bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = libvirt_async_finish (self, result, shapes_host_get_cpu_map_async, error);
  if (call == NULL)
    return NULL;

  *n_bytes = call->n_bytes;

  return g_steal_pointer (&call->returned);
}

