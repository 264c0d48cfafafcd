/* SPDX-License-Identifier: LGPL-2.1-or-later */

typedef struct
{
  int returned;
} ShapesHostOpenConsoleCall;

static void
run_shapes_host_open_console (gpointer   source,
                              gpointer   data,
                              GError   **error)
{
  ShapesHostOpenConsoleCall *call = data;

  call->returned = shapes_host_open_console (source, error);
}

static void
free_shapes_host_open_console (gpointer data)
{
  ShapesHostOpenConsoleCall *call = data;

  libvirt_async_close_fd (call->returned);
  g_free (call);
}

static const LibvirtCallInfo info_shapes_host_open_console = {
  .flags = LIBVIRT_CALL_DEFAULT,
  .run = run_shapes_host_open_console,
  .free = free_shapes_host_open_console,
};

/**
 * shapes_host_open_console_async:
 * @self: a host
 * @cancellable: (nullable): cancelled to stop waiting for shapes_host_open_console()
 * @callback: (scope async) (closure user_data) (nullable): called when
 *   shapes_host_open_console() has ended, failed or been cancelled
 * @user_data: handed to @callback
 *
 * Starts what shapes_host_open_console() does, without blocking: the call is made in a thread
 * of the connection, and @callback runs in the #GMainContext that was the default of this
 * thread when shapes_host_open_console_async() was called. Get the outcome there with
 * shapes_host_open_console_finish().
 *
 * If @cancellable is cancelled before shapes_host_open_console() was begun, nothing is sent.
 * Later, %G_IO_ERROR_CANCELLED comes at once and means that the answer is not waited for: the
 * hypervisor may still carry the call out, and what it changes then shows in properties and
 * signals as ever.
 *
 * Since: 1.0
 */
void
shapes_host_open_console_async (ShapesHost          *self,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  ShapesHostOpenConsoleCall *call;

  g_return_if_fail (SHAPES_IS_HOST (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  call = g_new0 (ShapesHostOpenConsoleCall, 1);
  call->returned = -1;

  libvirt_async_start (self, &info_shapes_host_open_console, call, cancellable, callback, user_data,
                       shapes_host_open_console_async);
}

/**
 * shapes_host_open_console_finish:
 * @self: a host
 * @result: what the callback of shapes_host_open_console_async() was given
 * @error: return location for a #GError
 *
 * Gets the outcome of a call started with shapes_host_open_console_async(): what
 * shapes_host_open_console() would have returned, or its error, or %G_IO_ERROR_CANCELLED. To be
 * called once.
 *
 * Returns: the descriptor, which the caller closes, or -1
 *
 * Since: 1.0
 */
int
shapes_host_open_console_finish (ShapesHost    *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  ShapesHostOpenConsoleCall *call;

  g_return_val_if_fail (SHAPES_IS_HOST (self), -1);
  g_return_val_if_fail (libvirt_async_is_valid (self, result, shapes_host_open_console_async), -1);
  g_return_val_if_fail (error == NULL || *error == NULL, -1);

  call = libvirt_async_finish (self, result, shapes_host_open_console_async, error);
  if (call == NULL)
    return -1;

  return g_steal_fd (&call->returned);
}

