/* SPDX-License-Identifier: LGPL-2.1-or-later */

typedef struct
{
  char *title;
  ShapesHost *parent;
  ShapesColour colour;
  gboolean returned;
} ShapesHostDescribeCall;

static void
run_shapes_host_describe (gpointer   source,
                          gpointer   data,
                          GError   **error)
{
  ShapesHostDescribeCall *call = data;

  call->returned = shapes_host_describe (source, &call->title, &call->parent, &call->colour, error);
}

static void
free_shapes_host_describe (gpointer data)
{
  ShapesHostDescribeCall *call = data;

  g_free (call->title);
  g_clear_object (&call->parent);
  g_free (call);
}

static const LibvirtCallInfo info_shapes_host_describe = {
  .flags = LIBVIRT_CALL_DEFAULT,
  .run = run_shapes_host_describe,
  .free = free_shapes_host_describe,
};

/**
 * shapes_host_describe_async:
 * @self: a host
 * @cancellable: (nullable): cancelled to stop waiting for shapes_host_describe()
 * @callback: (scope async) (closure user_data) (nullable): called when shapes_host_describe()
 *   has ended, failed or been cancelled
 * @user_data: handed to @callback
 *
 * Starts what shapes_host_describe() does, without blocking: the call is made in a thread of
 * the connection, and @callback runs in the #GMainContext that was the default of this thread
 * when shapes_host_describe_async() was called. Get the outcome there with
 * shapes_host_describe_finish().
 *
 * If @cancellable is cancelled before shapes_host_describe() was begun, nothing is sent. Later,
 * %G_IO_ERROR_CANCELLED comes at once and means that the answer is not waited for: the
 * hypervisor may still carry the call out, and what it changes then shows in properties and
 * signals as ever.
 *
 * Since: 1.0
 */
void
shapes_host_describe_async (ShapesHost          *self,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  ShapesHostDescribeCall *call;

  g_return_if_fail (SHAPES_IS_HOST (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  call = g_new0 (ShapesHostDescribeCall, 1);

  libvirt_async_start (self, &info_shapes_host_describe, call, cancellable, callback, user_data,
                       shapes_host_describe_async);
}

/**
 * shapes_host_describe_finish:
 * @self: a host
 * @result: what the callback of shapes_host_describe_async() was given
 * @title: (out) (transfer full): a title
 * @parent: (out) (optional) (nullable) (transfer full): what it runs on
 * @colour: (out): how it looks
 * @error: return location for a #GError
 *
 * Gets the outcome of a call started with shapes_host_describe_async(): what
 * shapes_host_describe() would have returned, or its error, or %G_IO_ERROR_CANCELLED. To be
 * called once.
 *
 * Returns: %TRUE if they are known
 *
 * Since: 1.0
 */
gboolean
shapes_host_describe_finish (ShapesHost    *self,
                             GAsyncResult  *result,
                             char         **title,
                             ShapesHost   **parent,
                             ShapesColour  *colour,
                             GError       **error)
{
  ShapesHostDescribeCall *call;

  g_return_val_if_fail (SHAPES_IS_HOST (self), FALSE);
  g_return_val_if_fail (libvirt_async_is_valid (self, result, shapes_host_describe_async), FALSE);
  g_return_val_if_fail (title != NULL, FALSE);
  g_return_val_if_fail (colour != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  call = libvirt_async_finish (self, result, shapes_host_describe_async, error);
  if (call == NULL)
    return FALSE;

  *title = g_steal_pointer (&call->title);
  if (parent != NULL)
    *parent = g_steal_pointer (&call->parent);
  *colour = call->colour;

  return call->returned;
}

