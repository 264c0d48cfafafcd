/* SPDX-License-Identifier: LGPL-2.1-or-later */

typedef struct
{
  char *network;
  int returned;
} ShapesHostCountAllCall;

static void
run_shapes_host_count_all (gpointer   source,
                           gpointer   data,
                           GError   **error)
{
  ShapesHostCountAllCall *call = data;

  call->returned = shapes_host_count_all (call->network, error);
}

static void
free_shapes_host_count_all (gpointer data)
{
  ShapesHostCountAllCall *call = data;

  g_free (call->network);
  g_free (call);
}

static const LibvirtCallInfo info_shapes_host_count_all = {
  .flags = LIBVIRT_CALL_DEFAULT,
  .run = run_shapes_host_count_all,
  .free = free_shapes_host_count_all,
};

/**
 * shapes_host_count_all_async:
 * @network: a name
 * @cancellable: (nullable): cancelled to stop waiting for shapes_host_count_all()
 * @callback: (scope async) (closure user_data) (nullable): called when shapes_host_count_all()
 *   has ended, failed or been cancelled
 * @user_data: handed to @callback
 *
 * Starts what shapes_host_count_all() does, without blocking: the call is made in a thread of
 * its own, and @callback runs in the #GMainContext that was the default of this thread when
 * shapes_host_count_all_async() was called. Get the outcome there with
 * shapes_host_count_all_finish().
 *
 * If @cancellable is cancelled before shapes_host_count_all() was begun, nothing is sent.
 * Later, %G_IO_ERROR_CANCELLED comes at once and means that the answer is not waited for: the
 * hypervisor may still carry the call out, and what it changes then shows in properties and
 * signals as ever.
 *
 * Since: 1.0
 */
void
shapes_host_count_all_async (const char          *network,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  ShapesHostCountAllCall *call;

  g_return_if_fail (network != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  call = g_new0 (ShapesHostCountAllCall, 1);
  call->network = g_strdup (network);

  libvirt_async_start (NULL, &info_shapes_host_count_all, call, cancellable, callback, user_data,
                       shapes_host_count_all_async);
}

/**
 * shapes_host_count_all_finish:
 * @result: what the callback of shapes_host_count_all_async() was given
 * @error: return location for a #GError
 *
 * Gets the outcome of a call started with shapes_host_count_all_async(): what
 * shapes_host_count_all() would have returned, or its error, or %G_IO_ERROR_CANCELLED. To be
 * called once.
 *
 * Returns: the number, or -1
 *
 * Since: 1.0
 */
int
shapes_host_count_all_finish (GAsyncResult  *result,
                              GError       **error)
{
  ShapesHostCountAllCall *call;

  g_return_val_if_fail (libvirt_async_is_valid (NULL, result, shapes_host_count_all_async), -1);
  g_return_val_if_fail (error == NULL || *error == NULL, -1);

  call = libvirt_async_finish (NULL, result, shapes_host_count_all_async, error);
  if (call == NULL)
    return -1;

  return call->returned;
}

