/* SPDX-License-Identifier: LGPL-2.1-or-later */

typedef struct
{
  ShapesColour colour;
  ShapesColour returned;
} ShapesHostPaintCall;

static void
run_shapes_host_paint (gpointer   source,
                       gpointer   data,
                       GError   **error)
{
  ShapesHostPaintCall *call = data;

  call->returned = shapes_host_paint (source, call->colour, error);
}

static const LibvirtCallInfo info_shapes_host_paint = {
  .flags = LIBVIRT_CALL_DEFAULT,
  .run = run_shapes_host_paint,
  .free = g_free,
};

/**
 * shapes_host_paint_async:
 * @self: a host
 * @colour: the new colour
 * @cancellable: (nullable): cancelled to stop waiting for shapes_host_paint()
 * @callback: (scope async) (closure user_data) (nullable): called when shapes_host_paint() has
 *   ended, failed or been cancelled
 * @user_data: handed to @callback
 *
 * Starts what shapes_host_paint() does, without blocking: the call is made in a thread of the
 * connection, and @callback runs in the #GMainContext that was the default of this thread when
 * shapes_host_paint_async() was called. Get the outcome there with shapes_host_paint_finish().
 *
 * If @cancellable is cancelled before shapes_host_paint() was begun, nothing is sent. Later,
 * %G_IO_ERROR_CANCELLED comes at once and means that the answer is not waited for: the
 * hypervisor may still carry the call out, and what it changes then shows in properties and
 * signals as ever.
 *
 * Since: 1.0
 */
void
shapes_host_paint_async (ShapesHost          *self,
                         ShapesColour         colour,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  ShapesHostPaintCall *call;

  g_return_if_fail (SHAPES_IS_HOST (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  call = g_new0 (ShapesHostPaintCall, 1);
  call->colour = colour;

  libvirt_async_start (self, &info_shapes_host_paint, call, cancellable, callback, user_data,
                       shapes_host_paint_async);
}

/**
 * shapes_host_paint_finish:
 * @self: a host
 * @result: what the callback of shapes_host_paint_async() was given
 * @error: return location for a #GError
 *
 * Gets the outcome of a call started with shapes_host_paint_async(): what shapes_host_paint()
 * would have returned, or its error, or %G_IO_ERROR_CANCELLED. To be called once.
 *
 * Returns: the colour before
 *
 * Since: 1.0
 */
ShapesColour
shapes_host_paint_finish (ShapesHost    *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  ShapesHostPaintCall *call;

  g_return_val_if_fail (SHAPES_IS_HOST (self), SHAPES_COLOUR_UNKNOWN);
  g_return_val_if_fail (libvirt_async_is_valid (self, result, shapes_host_paint_async), SHAPES_COLOUR_UNKNOWN);
  g_return_val_if_fail (error == NULL || *error == NULL, SHAPES_COLOUR_UNKNOWN);

  call = libvirt_async_finish (self, result, shapes_host_paint_async, error);
  if (call == NULL)
    return SHAPES_COLOUR_UNKNOWN;

  return call->returned;
}

