/* SPDX-License-Identifier: LGPL-2.1-or-later */

typedef struct
{
  char *name;
  ShapesInfo *returned;
} ShapesHostGetInfoCall;

static void
run_shapes_host_get_info (gpointer   source,
                          gpointer   data,
                          GError   **error)
{
  ShapesHostGetInfoCall *call = data;

  call->returned = shapes_host_get_info (source, call->name, error);
}

static void
free_shapes_host_get_info (gpointer data)
{
  ShapesHostGetInfoCall *call = data;

  g_free (call->name);
  g_clear_pointer (&call->returned, shapes_info_free);
  g_free (call);
}

static const LibvirtCallInfo info_shapes_host_get_info = {
  .flags = LIBVIRT_CALL_DEFAULT,
  .run = run_shapes_host_get_info,
  .free = free_shapes_host_get_info,
};

/**
 * shapes_host_get_info_async:
 * @self: a host
 * @name: (nullable): which one
 * @cancellable: (nullable): cancelled to stop waiting for shapes_host_get_info()
 * @callback: (scope async) (closure user_data) (nullable): called when shapes_host_get_info()
 *   has ended, failed or been cancelled
 * @user_data: handed to @callback
 *
 * Starts what shapes_host_get_info() does, without blocking: the call is made in a thread of
 * the connection, and @callback runs in the #GMainContext that was the default of this thread
 * when shapes_host_get_info_async() was called. Get the outcome there with
 * shapes_host_get_info_finish().
 *
 * If @cancellable is cancelled before shapes_host_get_info() was begun, nothing is sent. Later,
 * %G_IO_ERROR_CANCELLED comes at once and means that the answer is not waited for: the
 * hypervisor may still carry the call out, and what it changes then shows in properties and
 * signals as ever.
 *
 * Since: 1.0
 */
void
shapes_host_get_info_async (ShapesHost          *self,
                            const char          *name,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  ShapesHostGetInfoCall *call;

  g_return_if_fail (SHAPES_IS_HOST (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  call = g_new0 (ShapesHostGetInfoCall, 1);
  call->name = g_strdup (name);

  libvirt_async_start (self, &info_shapes_host_get_info, call, cancellable, callback, user_data,
                       shapes_host_get_info_async);
}

/**
 * shapes_host_get_info_finish:
 * @self: a host
 * @result: what the callback of shapes_host_get_info_async() was given
 * @error: return location for a #GError
 *
 * Gets the outcome of a call started with shapes_host_get_info_async(): what
 * shapes_host_get_info() would have returned, or its error, or %G_IO_ERROR_CANCELLED. To be
 * called once.
 *
 * Returns: (transfer full) (nullable): the structure, or %NULL if there is none
 *
 * Since: 1.0
 */
ShapesInfo *
shapes_host_get_info_finish (ShapesHost    *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  ShapesHostGetInfoCall *call;

  g_return_val_if_fail (SHAPES_IS_HOST (self), NULL);
  g_return_val_if_fail (libvirt_async_is_valid (self, result, shapes_host_get_info_async), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = libvirt_async_finish (self, result, shapes_host_get_info_async, error);
  if (call == NULL)
    return NULL;

  return g_steal_pointer (&call->returned);
}

