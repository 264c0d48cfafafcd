/* SPDX-License-Identifier: LGPL-2.1-or-later */

typedef struct
{
  GVariant *parameters;
  GVariant *hints;
  ShapesColour colour;
  GVariant *returned;
} ShapesHostExchangeCall;

static void
run_shapes_host_exchange (gpointer   source,
                          gpointer   data,
                          GError   **error)
{
  ShapesHostExchangeCall *call = data;

  call->returned = shapes_host_exchange (source, call->parameters, call->hints, &call->colour, error);
}

static void
free_shapes_host_exchange (gpointer data)
{
  ShapesHostExchangeCall *call = data;

  g_clear_pointer (&call->parameters, g_variant_unref);
  g_clear_pointer (&call->hints, g_variant_unref);
  g_clear_pointer (&call->returned, g_variant_unref);
  g_free (call);
}

static const LibvirtCallInfo info_shapes_host_exchange = {
  .flags = LIBVIRT_CALL_DEFAULT,
  .run = run_shapes_host_exchange,
  .free = free_shapes_host_exchange,
};

/**
 * shapes_host_exchange_async:
 * @self: a host
 * @parameters: a dictionary
 * @hints: (nullable): another one
 * @cancellable: (nullable): cancelled to stop waiting for shapes_host_exchange()
 * @callback: (scope async) (closure user_data) (nullable): called when shapes_host_exchange()
 *   has ended, failed or been cancelled
 * @user_data: handed to @callback
 *
 * Starts what shapes_host_exchange() does, without blocking: the call is made in a thread of
 * the connection, and @callback runs in the #GMainContext that was the default of this thread
 * when shapes_host_exchange_async() was called. Get the outcome there with
 * shapes_host_exchange_finish().
 *
 * If @cancellable is cancelled before shapes_host_exchange() was begun, nothing is sent. Later,
 * %G_IO_ERROR_CANCELLED comes at once and means that the answer is not waited for: the
 * hypervisor may still carry the call out, and what it changes then shows in properties and
 * signals as ever.
 *
 * Since: 1.0
 */
void
shapes_host_exchange_async (ShapesHost          *self,
                            GVariant            *parameters,
                            GVariant            *hints,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  ShapesHostExchangeCall *call;

  g_return_if_fail (SHAPES_IS_HOST (self));
  g_return_if_fail (parameters != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  call = g_new0 (ShapesHostExchangeCall, 1);
  call->parameters = g_variant_ref_sink (parameters);
  call->hints = hints != NULL ? g_variant_ref_sink (hints) : NULL;

  libvirt_async_start (self, &info_shapes_host_exchange, call, cancellable, callback, user_data,
                       shapes_host_exchange_async);
}

/**
 * shapes_host_exchange_finish:
 * @self: a host
 * @result: what the callback of shapes_host_exchange_async() was given
 * @colour: (out): a colour beside it
 * @error: return location for a #GError
 *
 * Gets the outcome of a call started with shapes_host_exchange_async(): what
 * shapes_host_exchange() would have returned, or its error, or %G_IO_ERROR_CANCELLED. To be
 * called once.
 *
 * Returns: (transfer full): both in an array of variants
 *
 * Since: 1.0
 */
GVariant *
shapes_host_exchange_finish (ShapesHost    *self,
                             GAsyncResult  *result,
                             ShapesColour  *colour,
                             GError       **error)
{
  ShapesHostExchangeCall *call;

  g_return_val_if_fail (SHAPES_IS_HOST (self), NULL);
  g_return_val_if_fail (libvirt_async_is_valid (self, result, shapes_host_exchange_async), NULL);
  g_return_val_if_fail (colour != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = libvirt_async_finish (self, result, shapes_host_exchange_async, error);
  if (call == NULL)
    return NULL;

  *colour = call->colour;

  return g_steal_pointer (&call->returned);
}

