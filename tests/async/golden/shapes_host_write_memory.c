/* SPDX-License-Identifier: LGPL-2.1-or-later */

typedef struct
{
  GBytes *content;
  GBytes *checksum;
  gsize returned;
} ShapesHostWriteMemoryCall;

static void
run_shapes_host_write_memory (gpointer   source,
                              gpointer   data,
                              GError   **error)
{
  ShapesHostWriteMemoryCall *call = data;

  call->returned = shapes_host_write_memory (source, call->content, call->checksum, error);
}

static void
free_shapes_host_write_memory (gpointer data)
{
  ShapesHostWriteMemoryCall *call = data;

  g_clear_pointer (&call->content, g_bytes_unref);
  g_clear_pointer (&call->checksum, g_bytes_unref);
  g_free (call);
}

static const LibvirtCallInfo info_shapes_host_write_memory = {
  .flags = LIBVIRT_CALL_DEFAULT,
  .run = run_shapes_host_write_memory,
  .free = free_shapes_host_write_memory,
};

/**
 * shapes_host_write_memory_async:
 * @self: a host
 * @content: what to write
 * @checksum: (nullable): added to the count
 * @cancellable: (nullable): cancelled to stop waiting for shapes_host_write_memory()
 * @callback: (scope async) (closure user_data) (nullable): called when
 *   shapes_host_write_memory() has ended, failed or been cancelled
 * @user_data: handed to @callback
 *
 * Starts what shapes_host_write_memory() does, without blocking: the call is made in a thread
 * of the connection, and @callback runs in the #GMainContext that was the default of this
 * thread when shapes_host_write_memory_async() was called. Get the outcome there with
 * shapes_host_write_memory_finish().
 *
 * If @cancellable is cancelled before shapes_host_write_memory() was begun, nothing is sent.
 * Later, %G_IO_ERROR_CANCELLED comes at once and means that the answer is not waited for: the
 * hypervisor may still carry the call out, and what it changes then shows in properties and
 * signals as ever.
 *
 * Since: 1.0
 */
void
shapes_host_write_memory_async (ShapesHost          *self,
                                GBytes              *content,
                                GBytes              *checksum,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  ShapesHostWriteMemoryCall *call;

  g_return_if_fail (SHAPES_IS_HOST (self));
  g_return_if_fail (content != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  call = g_new0 (ShapesHostWriteMemoryCall, 1);
  call->content = g_bytes_ref (content);
  call->checksum = checksum != NULL ? g_bytes_ref (checksum) : NULL;

  libvirt_async_start (self, &info_shapes_host_write_memory, call, cancellable, callback, user_data,
                       shapes_host_write_memory_async);
}

/**
 * shapes_host_write_memory_finish:
 * @self: a host
 * @result: what the callback of shapes_host_write_memory_async() was given
 * @error: return location for a #GError
 *
 * Gets the outcome of a call started with shapes_host_write_memory_async(): what
 * shapes_host_write_memory() would have returned, or its error, or %G_IO_ERROR_CANCELLED. To be
 * called once.
 *
 * Returns: the number of bytes
 *
 * Since: 1.0
 */
gsize
shapes_host_write_memory_finish (ShapesHost    *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  ShapesHostWriteMemoryCall *call;

  g_return_val_if_fail (SHAPES_IS_HOST (self), 0);
  g_return_val_if_fail (libvirt_async_is_valid (self, result, shapes_host_write_memory_async), 0);
  g_return_val_if_fail (error == NULL || *error == NULL, 0);

  call = libvirt_async_finish (self, result, shapes_host_write_memory_async, error);
  if (call == NULL)
    return 0;

  return call->returned;
}

