/* SPDX-License-Identifier: LGPL-2.1-or-later */

typedef struct
{
  guint64 offset;
  gsize size;
  GBytes *returned;
} ShapesHostPeekMemoryCall;

static void
run_shapes_host_peek_memory (gpointer   source,
                             gpointer   data,
                             GError   **error)
{
  ShapesHostPeekMemoryCall *call = data;

  call->returned = shapes_host_peek_memory (source, call->offset, call->size, error);
}

static void
free_shapes_host_peek_memory (gpointer data)
{
  ShapesHostPeekMemoryCall *call = data;

  g_clear_pointer (&call->returned, g_bytes_unref);
  g_free (call);
}

static const LibvirtCallInfo info_shapes_host_peek_memory = {
  .flags = LIBVIRT_CALL_DEFAULT,
  .run = run_shapes_host_peek_memory,
  .free = free_shapes_host_peek_memory,
};

/**
 * shapes_host_peek_memory_async:
 * @self: a host
 * @offset: where to begin
 * @size: how much
 * @cancellable: (nullable): cancelled to stop waiting for shapes_host_peek_memory()
 * @callback: (scope async) (closure user_data) (nullable): called when
 *   shapes_host_peek_memory() has ended, failed or been cancelled
 * @user_data: handed to @callback
 *
 * Starts what shapes_host_peek_memory() does, without blocking: the call is made in a thread of
 * the connection, and @callback runs in the #GMainContext that was the default of this thread
 * when shapes_host_peek_memory_async() was called. Get the outcome there with
 * shapes_host_peek_memory_finish().
 *
 * If @cancellable is cancelled before shapes_host_peek_memory() was begun, nothing is sent.
 * Later, %G_IO_ERROR_CANCELLED comes at once and means that the answer is not waited for: the
 * hypervisor may still carry the call out, and what it changes then shows in properties and
 * signals as ever.
 *
 * Since: 1.0
 */
void
shapes_host_peek_memory_async (ShapesHost          *self,
                               guint64              offset,
                               gsize                size,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  ShapesHostPeekMemoryCall *call;

  g_return_if_fail (SHAPES_IS_HOST (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  call = g_new0 (ShapesHostPeekMemoryCall, 1);
  call->offset = offset;
  call->size = size;

  libvirt_async_start (self, &info_shapes_host_peek_memory, call, cancellable, callback, user_data,
                       shapes_host_peek_memory_async);
}

/**
 * shapes_host_peek_memory_finish:
 * @self: a host
 * @result: what the callback of shapes_host_peek_memory_async() was given
 * @error: return location for a #GError
 *
 * Gets the outcome of a call started with shapes_host_peek_memory_async(): what
 * shapes_host_peek_memory() would have returned, or its error, or %G_IO_ERROR_CANCELLED. To be
 * called once.
 *
 * Returns: (transfer full): the content
 *
 * Since: 1.0
 */
GBytes *
shapes_host_peek_memory_finish (ShapesHost    *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  ShapesHostPeekMemoryCall *call;

  g_return_val_if_fail (SHAPES_IS_HOST (self), NULL);
  g_return_val_if_fail (libvirt_async_is_valid (self, result, shapes_host_peek_memory_async), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = libvirt_async_finish (self, result, shapes_host_peek_memory_async, error);
  if (call == NULL)
    return NULL;

  return g_steal_pointer (&call->returned);
}

