/* SPDX-License-Identifier: LGPL-2.1-or-later */

typedef struct
{
  char **names;
  char **aliases;
  char **returned;
} ShapesHostRenameCall;

static void
run_shapes_host_rename (gpointer   source,
                        gpointer   data,
                        GError   **error)
{
  ShapesHostRenameCall *call = data;

  call->returned = shapes_host_rename (source, (const char *const *) call->names, (const char *const *) call->aliases, error);
}

static void
free_shapes_host_rename (gpointer data)
{
  ShapesHostRenameCall *call = data;

  g_strfreev (call->names);
  g_strfreev (call->aliases);
  g_strfreev (call->returned);
  g_free (call);
}

static const LibvirtCallInfo info_shapes_host_rename = {
  .flags = LIBVIRT_CALL_DEFAULT,
  .run = run_shapes_host_rename,
  .free = free_shapes_host_rename,
};

/**
 * shapes_host_rename_async:
 * @self: a host
 * @names: (array zero-terminated=1) (element-type utf8): new names
 * @aliases: (nullable) (array zero-terminated=1) (element-type utf8): names beside them
 * @cancellable: (nullable): cancelled to stop waiting for shapes_host_rename()
 * @callback: (scope async) (closure user_data) (nullable): called when shapes_host_rename() has
 *   ended, failed or been cancelled
 * @user_data: handed to @callback
 *
 * Starts what shapes_host_rename() does, without blocking: the call is made in a thread of the
 * connection, and @callback runs in the #GMainContext that was the default of this thread when
 * shapes_host_rename_async() was called. Get the outcome there with
 * shapes_host_rename_finish().
 *
 * If @cancellable is cancelled before shapes_host_rename() was begun, nothing is sent. Later,
 * %G_IO_ERROR_CANCELLED comes at once and means that the answer is not waited for: the
 * hypervisor may still carry the call out, and what it changes then shows in properties and
 * signals as ever.
 *
 * Since: 1.0
 */
void
shapes_host_rename_async (ShapesHost                 *self,
                          const char          *const *names,
                          const char          *const *aliases,
                          GCancellable               *cancellable,
                          GAsyncReadyCallback         callback,
                          gpointer                    user_data)
{
  ShapesHostRenameCall *call;

  g_return_if_fail (SHAPES_IS_HOST (self));
  g_return_if_fail (names != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  call = g_new0 (ShapesHostRenameCall, 1);
  call->names = g_strdupv ((char **) names);
  call->aliases = g_strdupv ((char **) aliases);

  libvirt_async_start (self, &info_shapes_host_rename, call, cancellable, callback, user_data,
                       shapes_host_rename_async);
}

/**
 * shapes_host_rename_finish:
 * @self: a host
 * @result: what the callback of shapes_host_rename_async() was given
 * @error: return location for a #GError
 *
 * Gets the outcome of a call started with shapes_host_rename_async(): what shapes_host_rename()
 * would have returned, or its error, or %G_IO_ERROR_CANCELLED. To be called once.
 *
 * Returns: (transfer full) (array zero-terminated=1) (element-type utf8): all names
 *
 * Since: 1.0
 */
char **
shapes_host_rename_finish (ShapesHost    *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  ShapesHostRenameCall *call;

  g_return_val_if_fail (SHAPES_IS_HOST (self), NULL);
  g_return_val_if_fail (libvirt_async_is_valid (self, result, shapes_host_rename_async), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = libvirt_async_finish (self, result, shapes_host_rename_async, error);
  if (call == NULL)
    return NULL;

  return g_steal_pointer (&call->returned);
}

