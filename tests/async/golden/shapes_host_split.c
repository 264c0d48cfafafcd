/* SPDX-License-Identifier: LGPL-2.1-or-later */

typedef struct
{
  GStrv words;
  GStrv rest;
  GStrv returned;
} ShapesHostSplitCall;

static void
run_shapes_host_split (gpointer   source,
                       gpointer   data,
                       GError   **error)
{
  ShapesHostSplitCall *call = data;

  call->returned = shapes_host_split (source, (GStrv) call->words, &call->rest, error);
}

static void
free_shapes_host_split (gpointer data)
{
  ShapesHostSplitCall *call = data;

  g_strfreev (call->words);
  g_strfreev (call->rest);
  g_strfreev (call->returned);
  g_free (call);
}

static const LibvirtCallInfo info_shapes_host_split = {
  .flags = LIBVIRT_CALL_DEFAULT,
  .run = run_shapes_host_split,
  .free = free_shapes_host_split,
};

/**
 * shapes_host_split_async:
 * @self: a host
 * @words: (array zero-terminated=1) (element-type utf8): words, as GLib's type says
 * @cancellable: (nullable): cancelled to stop waiting for shapes_host_split()
 * @callback: (scope async) (closure user_data) (nullable): called when shapes_host_split() has
 *   ended, failed or been cancelled
 * @user_data: handed to @callback
 *
 * Starts what shapes_host_split() does, without blocking: the call is made in a thread of the
 * connection, and @callback runs in the #GMainContext that was the default of this thread when
 * shapes_host_split_async() was called. Get the outcome there with shapes_host_split_finish().
 *
 * If @cancellable is cancelled before shapes_host_split() was begun, nothing is sent. Later,
 * %G_IO_ERROR_CANCELLED comes at once and means that the answer is not waited for: the
 * hypervisor may still carry the call out, and what it changes then shows in properties and
 * signals as ever.
 *
 * Since: 1.0
 */
void
shapes_host_split_async (ShapesHost          *self,
                         GStrv                words,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  ShapesHostSplitCall *call;

  g_return_if_fail (SHAPES_IS_HOST (self));
  g_return_if_fail (words != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  call = g_new0 (ShapesHostSplitCall, 1);
  call->words = g_strdupv ((char **) words);

  libvirt_async_start (self, &info_shapes_host_split, call, cancellable, callback, user_data,
                       shapes_host_split_async);
}

/**
 * shapes_host_split_finish:
 * @self: a host
 * @result: what the callback of shapes_host_split_async() was given
 * @rest: (out) (optional) (transfer full) (array zero-terminated=1) (element-type utf8): all
 *   but the first
 * @error: return location for a #GError
 *
 * Gets the outcome of a call started with shapes_host_split_async(): what shapes_host_split()
 * would have returned, or its error, or %G_IO_ERROR_CANCELLED. To be called once.
 *
 * Returns: (transfer full) (array zero-terminated=1) (element-type utf8): the first
 *
 * Since: 1.0
 */
GStrv
shapes_host_split_finish (ShapesHost    *self,
                          GAsyncResult  *result,
                          GStrv         *rest,
                          GError       **error)
{
  ShapesHostSplitCall *call;

  g_return_val_if_fail (SHAPES_IS_HOST (self), NULL);
  g_return_val_if_fail (libvirt_async_is_valid (self, result, shapes_host_split_async), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = libvirt_async_finish (self, result, shapes_host_split_async, error);
  if (call == NULL)
    return NULL;

  if (rest != NULL)
    *rest = g_steal_pointer (&call->rest);

  return g_steal_pointer (&call->returned);
}

