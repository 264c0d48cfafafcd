/* SPDX-License-Identifier: LGPL-2.1-or-later */

typedef struct
{
  int read_end;
  int write_end;
  gboolean returned;
} ShapesHostOpenPipeCall;

static void
run_shapes_host_open_pipe (gpointer   source,
                           gpointer   data,
                           GError   **error)
{
  ShapesHostOpenPipeCall *call = data;

  call->returned = shapes_host_open_pipe (source, &call->read_end, &call->write_end, error);
}

static void
free_shapes_host_open_pipe (gpointer data)
{
  ShapesHostOpenPipeCall *call = data;

  libvirt_async_close_fd (call->read_end);
  libvirt_async_close_fd (call->write_end);
  g_free (call);
}

static const LibvirtCallInfo info_shapes_host_open_pipe = {
  .flags = LIBVIRT_CALL_DEFAULT,
  .run = run_shapes_host_open_pipe,
  .free = free_shapes_host_open_pipe,
};

/**
 * shapes_host_open_pipe_async:
 * @self: a host
 * @cancellable: (nullable): cancelled to stop waiting for shapes_host_open_pipe()
 * @callback: (scope async) (closure user_data) (nullable): called when shapes_host_open_pipe()
 *   has ended, failed or been cancelled
 * @user_data: handed to @callback
 *
 * Starts what shapes_host_open_pipe() does, without blocking: the call is made in a thread of
 * the connection, and @callback runs in the #GMainContext that was the default of this thread
 * when shapes_host_open_pipe_async() was called. Get the outcome there with
 * shapes_host_open_pipe_finish().
 *
 * If @cancellable is cancelled before shapes_host_open_pipe() was begun, nothing is sent.
 * Later, %G_IO_ERROR_CANCELLED comes at once and means that the answer is not waited for: the
 * hypervisor may still carry the call out, and what it changes then shows in properties and
 * signals as ever.
 *
 * Since: 1.0
 */
void
shapes_host_open_pipe_async (ShapesHost          *self,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  ShapesHostOpenPipeCall *call;

  g_return_if_fail (SHAPES_IS_HOST (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  call = g_new0 (ShapesHostOpenPipeCall, 1);
  call->read_end = -1;
  call->write_end = -1;

  libvirt_async_start (self, &info_shapes_host_open_pipe, call, cancellable, callback, user_data,
                       shapes_host_open_pipe_async);
}

/**
 * shapes_host_open_pipe_finish:
 * @self: a host
 * @result: what the callback of shapes_host_open_pipe_async() was given
 * @read_end: (out): where to read
 * @write_end: (out): where to write
 * @error: return location for a #GError
 *
 * Gets the outcome of a call started with shapes_host_open_pipe_async(): what
 * shapes_host_open_pipe() would have returned, or its error, or %G_IO_ERROR_CANCELLED. To be
 * called once.
 *
 * Returns: %TRUE if they are open
 *
 * Since: 1.0
 */
gboolean
shapes_host_open_pipe_finish (ShapesHost    *self,
                              GAsyncResult  *result,
                              int           *read_end,
                              int           *write_end,
                              GError       **error)
{
  ShapesHostOpenPipeCall *call;

  g_return_val_if_fail (SHAPES_IS_HOST (self), FALSE);
  g_return_val_if_fail (libvirt_async_is_valid (self, result, shapes_host_open_pipe_async), FALSE);
  g_return_val_if_fail (read_end != NULL, FALSE);
  g_return_val_if_fail (write_end != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  call = libvirt_async_finish (self, result, shapes_host_open_pipe_async, error);
  if (call == NULL)
    return FALSE;

  *read_end = g_steal_fd (&call->read_end);
  *write_end = g_steal_fd (&call->write_end);

  return call->returned;
}

