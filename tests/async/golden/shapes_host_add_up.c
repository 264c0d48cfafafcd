/* SPDX-License-Identifier: LGPL-2.1-or-later */

typedef struct
{
  guint64 *numbers;
  gsize n_numbers;
  guint64 returned;
} ShapesHostAddUpCall;

static void
run_shapes_host_add_up (gpointer   source,
                        gpointer   data,
                        GError   **error)
{
  ShapesHostAddUpCall *call = data;

  call->returned = shapes_host_add_up (source, call->numbers, call->n_numbers, error);
}

static void
free_shapes_host_add_up (gpointer data)
{
  ShapesHostAddUpCall *call = data;

  g_free (call->numbers);
  g_free (call);
}

static const LibvirtCallInfo info_shapes_host_add_up = {
  .flags = LIBVIRT_CALL_DEFAULT,
  .run = run_shapes_host_add_up,
  .free = free_shapes_host_add_up,
};

/**
 * shapes_host_add_up_async:
 * @self: a host
 * @numbers: (array length=n_numbers): what to add
 * @n_numbers: how many there are
 * @cancellable: (nullable): cancelled to stop waiting for shapes_host_add_up()
 * @callback: (scope async) (closure user_data) (nullable): called when shapes_host_add_up() has
 *   ended, failed or been cancelled
 * @user_data: handed to @callback
 *
 * Starts what shapes_host_add_up() does, without blocking: the call is made in a thread of the
 * connection, and @callback runs in the #GMainContext that was the default of this thread when
 * shapes_host_add_up_async() was called. Get the outcome there with
 * shapes_host_add_up_finish().
 *
 * If @cancellable is cancelled before shapes_host_add_up() was begun, nothing is sent. Later,
 * %G_IO_ERROR_CANCELLED comes at once and means that the answer is not waited for: the
 * hypervisor may still carry the call out, and what it changes then shows in properties and
 * signals as ever.
 *
 * Since: 1.0
 */
void
shapes_host_add_up_async (ShapesHost          *self,
                          const guint64       *numbers,
                          gsize                n_numbers,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  ShapesHostAddUpCall *call;

  g_return_if_fail (SHAPES_IS_HOST (self));
  g_return_if_fail (numbers != NULL || n_numbers == 0);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  call = g_new0 (ShapesHostAddUpCall, 1);
  call->numbers = g_memdup2 (numbers, n_numbers * sizeof *numbers);
  call->n_numbers = n_numbers;

  libvirt_async_start (self, &info_shapes_host_add_up, call, cancellable, callback, user_data,
                       shapes_host_add_up_async);
}

/**
 * shapes_host_add_up_finish:
 * @self: a host
 * @result: what the callback of shapes_host_add_up_async() was given
 * @error: return location for a #GError
 *
 * Gets the outcome of a call started with shapes_host_add_up_async(): what shapes_host_add_up()
 * would have returned, or its error, or %G_IO_ERROR_CANCELLED. To be called once.
 *
 * Returns: the sum
 *
 * Since: 1.0
 */
guint64
shapes_host_add_up_finish (ShapesHost    *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  ShapesHostAddUpCall *call;

  g_return_val_if_fail (SHAPES_IS_HOST (self), 0);
  g_return_val_if_fail (libvirt_async_is_valid (self, result, shapes_host_add_up_async), 0);
  g_return_val_if_fail (error == NULL || *error == NULL, 0);

  call = libvirt_async_finish (self, result, shapes_host_add_up_async, error);
  if (call == NULL)
    return 0;

  return call->returned;
}

