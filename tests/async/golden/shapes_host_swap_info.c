/* SPDX-License-Identifier: LGPL-2.1-or-later */

typedef struct
{
  ShapesInfo *info;
  ShapesInfo *fallback;
  ShapesInfo *old;
  gboolean returned;
} ShapesHostSwapInfoCall;

static void
run_shapes_host_swap_info (gpointer   source,
                           gpointer   data,
                           GError   **error)
{
  ShapesHostSwapInfoCall *call = data;

  call->returned = shapes_host_swap_info (source, call->info, call->fallback, &call->old, error);
}

static void
free_shapes_host_swap_info (gpointer data)
{
  ShapesHostSwapInfoCall *call = data;

  g_clear_pointer (&call->info, shapes_info_free);
  g_clear_pointer (&call->fallback, shapes_info_free);
  g_clear_pointer (&call->old, shapes_info_free);
  g_free (call);
}

static const LibvirtCallInfo info_shapes_host_swap_info = {
  .flags = LIBVIRT_CALL_DEFAULT,
  .run = run_shapes_host_swap_info,
  .free = free_shapes_host_swap_info,
};

/**
 * shapes_host_swap_info_async:
 * @self: a host
 * @info: the new one
 * @fallback: (nullable): added to its size
 * @cancellable: (nullable): cancelled to stop waiting for shapes_host_swap_info()
 * @callback: (scope async) (closure user_data) (nullable): called when shapes_host_swap_info()
 *   has ended, failed or been cancelled
 * @user_data: handed to @callback
 *
 * Starts what shapes_host_swap_info() does, without blocking: the call is made in a thread of
 * the connection, and @callback runs in the #GMainContext that was the default of this thread
 * when shapes_host_swap_info_async() was called. Get the outcome there with
 * shapes_host_swap_info_finish().
 *
 * If @cancellable is cancelled before shapes_host_swap_info() was begun, nothing is sent.
 * Later, %G_IO_ERROR_CANCELLED comes at once and means that the answer is not waited for: the
 * hypervisor may still carry the call out, and what it changes then shows in properties and
 * signals as ever.
 *
 * Since: 1.0
 */
void
shapes_host_swap_info_async (ShapesHost          *self,
                             const ShapesInfo    *info,
                             const ShapesInfo    *fallback,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  ShapesHostSwapInfoCall *call;

  g_return_if_fail (SHAPES_IS_HOST (self));
  g_return_if_fail (info != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  call = g_new0 (ShapesHostSwapInfoCall, 1);
  call->info = shapes_info_copy ((ShapesInfo *) info);
  call->fallback = fallback != NULL ? shapes_info_copy ((ShapesInfo *) fallback) : NULL;

  libvirt_async_start (self, &info_shapes_host_swap_info, call, cancellable, callback, user_data,
                       shapes_host_swap_info_async);
}

/**
 * shapes_host_swap_info_finish:
 * @self: a host
 * @result: what the callback of shapes_host_swap_info_async() was given
 * @old: (out) (optional) (nullable) (transfer full): the one before
 * @error: return location for a #GError
 *
 * Gets the outcome of a call started with shapes_host_swap_info_async(): what
 * shapes_host_swap_info() would have returned, or its error, or %G_IO_ERROR_CANCELLED. To be
 * called once.
 *
 * Returns: %TRUE if they were swapped
 *
 * Since: 1.0
 */
gboolean
shapes_host_swap_info_finish (ShapesHost    *self,
                              GAsyncResult  *result,
                              ShapesInfo   **old,
                              GError       **error)
{
  ShapesHostSwapInfoCall *call;

  g_return_val_if_fail (SHAPES_IS_HOST (self), FALSE);
  g_return_val_if_fail (libvirt_async_is_valid (self, result, shapes_host_swap_info_async), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  call = libvirt_async_finish (self, result, shapes_host_swap_info_async, error);
  if (call == NULL)
    return FALSE;

  if (old != NULL)
    *old = g_steal_pointer (&call->old);

  return call->returned;
}

