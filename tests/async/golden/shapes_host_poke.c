/* SPDX-License-Identifier: LGPL-2.1-or-later */

typedef struct
{
  char nothing;
} ShapesHostPokeCall;

static void
run_shapes_host_poke (gpointer   source,
                      gpointer   data,
                      GError   **error)
{
  shapes_host_poke (source, error);
}

static const LibvirtCallInfo info_shapes_host_poke = {
  .flags = LIBVIRT_CALL_DEFAULT,
  .run = run_shapes_host_poke,
  .free = g_free,
};

/**
 * shapes_host_poke_async:
 * @self: a host
 * @cancellable: (nullable): cancelled to stop waiting for shapes_host_poke()
 * @callback: (scope async) (closure user_data) (nullable): called when shapes_host_poke() has
 *   ended, failed or been cancelled
 * @user_data: handed to @callback
 *
 * Starts what shapes_host_poke() does, without blocking: the call is made in a thread of the
 * connection, and @callback runs in the #GMainContext that was the default of this thread when
 * shapes_host_poke_async() was called. Get the outcome there with shapes_host_poke_finish().
 *
 * If @cancellable is cancelled before shapes_host_poke() was begun, nothing is sent. Later,
 * %G_IO_ERROR_CANCELLED comes at once and means that the answer is not waited for: the
 * hypervisor may still carry the call out, and what it changes then shows in properties and
 * signals as ever.
 *
 * Since: 1.0
 */
void
shapes_host_poke_async (ShapesHost          *self,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  ShapesHostPokeCall *call;

  g_return_if_fail (SHAPES_IS_HOST (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  call = g_new0 (ShapesHostPokeCall, 1);

  libvirt_async_start (self, &info_shapes_host_poke, call, cancellable, callback, user_data,
                       shapes_host_poke_async);
}

/**
 * shapes_host_poke_finish:
 * @self: a host
 * @result: what the callback of shapes_host_poke_async() was given
 * @error: return location for a #GError
 *
 * Gets the outcome of a call started with shapes_host_poke_async(): what shapes_host_poke()
 * would have returned, or its error, or %G_IO_ERROR_CANCELLED. To be called once.
 *
 * Since: 1.0
 */
void
shapes_host_poke_finish (ShapesHost    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  ShapesHostPokeCall *call;

  g_return_if_fail (SHAPES_IS_HOST (self));
  g_return_if_fail (libvirt_async_is_valid (self, result, shapes_host_poke_async));
  g_return_if_fail (error == NULL || *error == NULL);

  call = libvirt_async_finish (self, result, shapes_host_poke_async, error);
  if (call == NULL)
    return;
}

