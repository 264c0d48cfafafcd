/* SPDX-License-Identifier: LGPL-2.1-or-later */

typedef struct
{
  char *returned;
} ShapesHostFindPathCall;

static void
run_shapes_host_find_path (gpointer   source,
                           gpointer   data,
                           GError   **error)
{
  ShapesHostFindPathCall *call = data;

  call->returned = shapes_host_find_path (source, error);
}

static void
free_shapes_host_find_path (gpointer data)
{
  ShapesHostFindPathCall *call = data;

  g_free (call->returned);
  g_free (call);
}

static const LibvirtCallInfo info_shapes_host_find_path = {
  .flags = LIBVIRT_CALL_DEFAULT,
  .run = run_shapes_host_find_path,
  .free = free_shapes_host_find_path,
};

/**
 * shapes_host_find_path_async:
 * @self: a host
 * @cancellable: (nullable): cancelled to stop waiting for shapes_host_find_path()
 * @callback: (scope async) (closure user_data) (nullable): called when shapes_host_find_path()
 *   has ended, failed or been cancelled
 * @user_data: handed to @callback
 *
 * Starts what shapes_host_find_path() does, without blocking: the call is made in a thread of
 * the connection, and @callback runs in the #GMainContext that was the default of this thread
 * when shapes_host_find_path_async() was called. Get the outcome there with
 * shapes_host_find_path_finish().
 *
 * If @cancellable is cancelled before shapes_host_find_path() was begun, nothing is sent.
 * Later, %G_IO_ERROR_CANCELLED comes at once and means that the answer is not waited for: the
 * hypervisor may still carry the call out, and what it changes then shows in properties and
 * signals as ever.
 *
 * Since: 1.2
 */
void
shapes_host_find_path_async (ShapesHost          *self,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  ShapesHostFindPathCall *call;

  g_return_if_fail (SHAPES_IS_HOST (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  call = g_new0 (ShapesHostFindPathCall, 1);

  libvirt_async_start (self, &info_shapes_host_find_path, call, cancellable, callback, user_data,
                       shapes_host_find_path_async);
}

/**
 * shapes_host_find_path_finish:
 * @self: a host
 * @result: what the callback of shapes_host_find_path_async() was given
 * @error: return location for a #GError
 *
 * Gets the outcome of a call started with shapes_host_find_path_async(): what
 * shapes_host_find_path() would have returned, or its error, or %G_IO_ERROR_CANCELLED. To be
 * called once.
 *
 * Returns: (transfer full) (nullable) (type filename): its path, if there is one
 *
 * Since: 1.2
 */
char *
shapes_host_find_path_finish (ShapesHost    *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  ShapesHostFindPathCall *call;

  g_return_val_if_fail (SHAPES_IS_HOST (self), NULL);
  g_return_val_if_fail (libvirt_async_is_valid (self, result, shapes_host_find_path_async), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = libvirt_async_finish (self, result, shapes_host_find_path_async, error);
  if (call == NULL)
    return NULL;

  return g_steal_pointer (&call->returned);
}
