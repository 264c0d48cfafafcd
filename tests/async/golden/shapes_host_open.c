/* SPDX-License-Identifier: LGPL-2.1-or-later */

typedef struct
{
  char *uri;
  ShapesOpenFlags flags;
  ShapesHost *returned;
} ShapesHostOpenCall;

static void
run_shapes_host_open (gpointer   source,
                      gpointer   data,
                      GError   **error)
{
  ShapesHostOpenCall *call = data;

  call->returned = shapes_host_open (call->uri, call->flags, error);
}

static void
free_shapes_host_open (gpointer data)
{
  ShapesHostOpenCall *call = data;

  g_free (call->uri);
  g_clear_object (&call->returned);
  g_free (call);
}

static const LibvirtCallInfo info_shapes_host_open = {
  .flags = LIBVIRT_CALL_DEFAULT,
  .run = run_shapes_host_open,
  .free = free_shapes_host_open,
};

/**
 * shapes_host_open_async:
 * @uri: (nullable): where the host is
 * @flags: how to open it
 * @cancellable: (nullable): cancelled to stop waiting for shapes_host_open()
 * @callback: (scope async) (closure user_data) (nullable): called when shapes_host_open() has
 *   ended, failed or been cancelled
 * @user_data: handed to @callback
 *
 * Starts what shapes_host_open() does, without blocking: the call is made in a thread of its
 * own, and @callback runs in the #GMainContext that was the default of this thread when
 * shapes_host_open_async() was called. Get the outcome there with shapes_host_open_finish().
 *
 * If @cancellable is cancelled before shapes_host_open() was begun, nothing is sent. Later,
 * %G_IO_ERROR_CANCELLED comes at once and means that the answer is not waited for; what the
 * call brings after all is released.
 *
 * Since: 1.0
 */
void
shapes_host_open_async (const char          *uri,
                        ShapesOpenFlags      flags,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  ShapesHostOpenCall *call;

  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  call = g_new0 (ShapesHostOpenCall, 1);
  call->uri = g_strdup (uri);
  call->flags = flags;

  libvirt_async_start (NULL, &info_shapes_host_open, call, cancellable, callback, user_data,
                       shapes_host_open_async);
}

/**
 * shapes_host_open_finish:
 * @result: what the callback of shapes_host_open_async() was given
 * @error: return location for a #GError
 *
 * Gets the outcome of a call started with shapes_host_open_async(): what shapes_host_open()
 * would have returned, or its error, or %G_IO_ERROR_CANCELLED. To be called once.
 *
 * Returns: (transfer full): the new host
 *
 * Since: 1.0
 */
ShapesHost *
shapes_host_open_finish (GAsyncResult  *result,
                         GError       **error)
{
  ShapesHostOpenCall *call;

  g_return_val_if_fail (libvirt_async_is_valid (NULL, result, shapes_host_open_async), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = libvirt_async_finish (NULL, result, shapes_host_open_async, error);
  if (call == NULL)
    return NULL;

  return g_steal_pointer (&call->returned);
}

