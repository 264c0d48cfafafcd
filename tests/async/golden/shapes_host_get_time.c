/* SPDX-License-Identifier: LGPL-2.1-or-later */

typedef struct
{
  gint64 seconds;
  guint nanoseconds;
  gboolean returned;
} ShapesHostGetTimeCall;

static void
run_shapes_host_get_time (gpointer   source,
                          gpointer   data,
                          GError   **error)
{
  ShapesHostGetTimeCall *call = data;

  call->returned = shapes_host_get_time (source, &call->seconds, &call->nanoseconds, error);
}

static const LibvirtCallInfo info_shapes_host_get_time = {
  .flags = LIBVIRT_CALL_DEFAULT,
  .run = run_shapes_host_get_time,
  .free = g_free,
};

/**
 * shapes_host_get_time_async:
 * @self: a host
 * @cancellable: (nullable): cancelled to stop waiting for shapes_host_get_time()
 * @callback: (scope async) (closure user_data) (nullable): called when shapes_host_get_time()
 *   has ended, failed or been cancelled
 * @user_data: handed to @callback
 *
 * Starts what shapes_host_get_time() does, without blocking: the call is made in a thread of
 * the connection, and @callback runs in the #GMainContext that was the default of this thread
 * when shapes_host_get_time_async() was called. Get the outcome there with
 * shapes_host_get_time_finish().
 *
 * If @cancellable is cancelled before shapes_host_get_time() was begun, nothing is sent. Later,
 * %G_IO_ERROR_CANCELLED comes at once and means that the answer is not waited for: the
 * hypervisor may still carry the call out, and what it changes then shows in properties and
 * signals as ever.
 *
 * Since: 1.0
 */
void
shapes_host_get_time_async (ShapesHost          *self,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  ShapesHostGetTimeCall *call;

  g_return_if_fail (SHAPES_IS_HOST (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  call = g_new0 (ShapesHostGetTimeCall, 1);

  libvirt_async_start (self, &info_shapes_host_get_time, call, cancellable, callback, user_data,
                       shapes_host_get_time_async);
}

/**
 * shapes_host_get_time_finish:
 * @self: a host
 * @result: what the callback of shapes_host_get_time_async() was given
 * @seconds: (out): whole seconds
 * @nanoseconds: (out) (optional): the rest
 * @error: return location for a #GError
 *
 * Gets the outcome of a call started with shapes_host_get_time_async(): what
 * shapes_host_get_time() would have returned, or its error, or %G_IO_ERROR_CANCELLED. To be
 * called once.
 *
 * Returns: %TRUE if the host has a clock
 *
 * Since: 1.0
 */
gboolean
shapes_host_get_time_finish (ShapesHost    *self,
                             GAsyncResult  *result,
                             gint64        *seconds,
                             guint         *nanoseconds,
                             GError       **error)
{
  ShapesHostGetTimeCall *call;

  g_return_val_if_fail (SHAPES_IS_HOST (self), FALSE);
  g_return_val_if_fail (libvirt_async_is_valid (self, result, shapes_host_get_time_async), FALSE);
  g_return_val_if_fail (seconds != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  call = libvirt_async_finish (self, result, shapes_host_get_time_async, error);
  if (call == NULL)
    return FALSE;

  *seconds = call->seconds;
  if (nanoseconds != NULL)
    *nanoseconds = call->nanoseconds;

  return call->returned;
}

