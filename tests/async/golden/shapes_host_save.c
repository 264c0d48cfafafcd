/* SPDX-License-Identifier: LGPL-2.1-or-later */

typedef struct
{
  char *path;
  gboolean returned;
} ShapesHostSaveCall;

static void
run_shapes_host_save (gpointer   source,
                      gpointer   data,
                      GError   **error)
{
  ShapesHostSaveCall *call = data;

  call->returned = shapes_host_save (source, call->path, error);
}

static void
free_shapes_host_save (gpointer data)
{
  ShapesHostSaveCall *call = data;

  g_free (call->path);
  g_free (call);
}

static void
cancel_shapes_host_save (gpointer source,
                         gpointer data)
{
  shapes_host_abort (source, NULL);
}

static const LibvirtCallInfo info_shapes_host_save = {
  .flags = LIBVIRT_CALL_LONG,
  .run = run_shapes_host_save,
  .free = free_shapes_host_save,
  .cancel = cancel_shapes_host_save,
};

/**
 * shapes_host_save_async:
 * @self: a host
 * @path: (type filename): where to
 * @cancellable: (nullable): cancelled to stop waiting for shapes_host_save()
 * @callback: (scope async) (closure user_data) (nullable): called when shapes_host_save() has
 *   ended, failed or been cancelled
 * @user_data: handed to @callback
 *
 * Starts what shapes_host_save() does, without blocking: the call is made in a thread of the
 * connection, and @callback runs in the #GMainContext that was the default of this thread when
 * shapes_host_save_async() was called. Get the outcome there with shapes_host_save_finish().
 *
 * If @cancellable is cancelled before shapes_host_save() was begun, nothing is sent. Later,
 * %G_IO_ERROR_CANCELLED comes at once and means that the answer is not waited for;
 * shapes_host_abort() is called as well, to stop the work where it is done.
 *
 * shapes_host_save() can take long: of such calls, a few are under way on a connection at a
 * time, and the others wait for their turn.
 *
 * Since: 1.0
 */
void
shapes_host_save_async (ShapesHost          *self,
                        const char          *path,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  ShapesHostSaveCall *call;

  g_return_if_fail (SHAPES_IS_HOST (self));
  g_return_if_fail (path != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  call = g_new0 (ShapesHostSaveCall, 1);
  call->path = g_strdup (path);

  libvirt_async_start (self, &info_shapes_host_save, call, cancellable, callback, user_data,
                       shapes_host_save_async);
}

/**
 * shapes_host_save_finish:
 * @self: a host
 * @result: what the callback of shapes_host_save_async() was given
 * @error: return location for a #GError
 *
 * Gets the outcome of a call started with shapes_host_save_async(): what shapes_host_save()
 * would have returned, or its error, or %G_IO_ERROR_CANCELLED. To be called once.
 *
 * Returns: %TRUE if it was not stopped
 *
 * Since: 1.0
 */
gboolean
shapes_host_save_finish (ShapesHost    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  ShapesHostSaveCall *call;

  g_return_val_if_fail (SHAPES_IS_HOST (self), FALSE);
  g_return_val_if_fail (libvirt_async_is_valid (self, result, shapes_host_save_async), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  call = libvirt_async_finish (self, result, shapes_host_save_async, error);
  if (call == NULL)
    return FALSE;

  return call->returned;
}

