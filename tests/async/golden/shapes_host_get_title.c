/* SPDX-License-Identifier: LGPL-2.1-or-later */

typedef struct
{
  char *returned;
} ShapesHostGetTitleCall;

static void
run_shapes_host_get_title (gpointer   source,
                           gpointer   data,
                           GError   **error)
{
  ShapesHostGetTitleCall *call = data;

  call->returned = shapes_host_get_title (source, error);
}

static void
free_shapes_host_get_title (gpointer data)
{
  ShapesHostGetTitleCall *call = data;

  g_free (call->returned);
  g_free (call);
}

static const LibvirtCallInfo info_shapes_host_get_title = {
  .flags = LIBVIRT_CALL_DEFAULT,
  .run = run_shapes_host_get_title,
  .free = free_shapes_host_get_title,
};

/**
 * shapes_host_get_title_async:
 * @self: a host
 * @cancellable: (nullable): cancelled to stop waiting for shapes_host_get_title()
 * @callback: (scope async) (closure user_data) (nullable): called when shapes_host_get_title()
 *   has ended, failed or been cancelled
 * @user_data: handed to @callback
 *
 * Starts what shapes_host_get_title() does, without blocking: the call is made in a thread of
 * the connection, and @callback runs in the #GMainContext that was the default of this thread
 * when shapes_host_get_title_async() was called. Get the outcome there with
 * shapes_host_get_title_finish().
 *
 * If @cancellable is cancelled before shapes_host_get_title() was begun, nothing is sent.
 * Later, %G_IO_ERROR_CANCELLED comes at once and means that the answer is not waited for: the
 * hypervisor may still carry the call out, and what it changes then shows in properties and
 * signals as ever.
 *
 * Deprecated: 1.2: Use shapes_host_describe().
 *
 * Since: 1.0
 */
void
shapes_host_get_title_async (ShapesHost          *self,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  ShapesHostGetTitleCall *call;

  g_return_if_fail (SHAPES_IS_HOST (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  call = g_new0 (ShapesHostGetTitleCall, 1);

  libvirt_async_start (self, &info_shapes_host_get_title, call, cancellable, callback, user_data,
                       shapes_host_get_title_async);
}

/**
 * shapes_host_get_title_finish:
 * @self: a host
 * @result: what the callback of shapes_host_get_title_async() was given
 * @error: return location for a #GError
 *
 * Gets the outcome of a call started with shapes_host_get_title_async(): what
 * shapes_host_get_title() would have returned, or its error, or %G_IO_ERROR_CANCELLED. To be
 * called once.
 *
 * Returns: (transfer full): the title
 *
 * Deprecated: 1.2: Use shapes_host_describe().
 *
 * Since: 1.0
 */
char *
shapes_host_get_title_finish (ShapesHost    *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  ShapesHostGetTitleCall *call;

  g_return_val_if_fail (SHAPES_IS_HOST (self), NULL);
  g_return_val_if_fail (libvirt_async_is_valid (self, result, shapes_host_get_title_async), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = libvirt_async_finish (self, result, shapes_host_get_title_async, error);
  if (call == NULL)
    return NULL;

  return g_steal_pointer (&call->returned);
}

