/* SPDX-License-Identifier: LGPL-2.1-or-later */

typedef struct
{
  GPtrArray *infos;
  GPtrArray *names;
  gboolean returned;
} ShapesHostListPartsCall;

static void
run_shapes_host_list_parts (gpointer   source,
                            gpointer   data,
                            GError   **error)
{
  ShapesHostListPartsCall *call = data;

  call->returned = shapes_host_list_parts (source, &call->infos, &call->names, error);
}

static void
free_shapes_host_list_parts (gpointer data)
{
  ShapesHostListPartsCall *call = data;

  g_clear_pointer (&call->infos, g_ptr_array_unref);
  g_clear_pointer (&call->names, g_ptr_array_unref);
  g_free (call);
}

static const LibvirtCallInfo info_shapes_host_list_parts = {
  .flags = LIBVIRT_CALL_DEFAULT,
  .run = run_shapes_host_list_parts,
  .free = free_shapes_host_list_parts,
};

/**
 * shapes_host_list_parts_async:
 * @self: a host
 * @cancellable: (nullable): cancelled to stop waiting for shapes_host_list_parts()
 * @callback: (scope async) (closure user_data) (nullable): called when shapes_host_list_parts()
 *   has ended, failed or been cancelled
 * @user_data: handed to @callback
 *
 * Starts what shapes_host_list_parts() does, without blocking: the call is made in a thread of
 * the connection, and @callback runs in the #GMainContext that was the default of this thread
 * when shapes_host_list_parts_async() was called. Get the outcome there with
 * shapes_host_list_parts_finish().
 *
 * If @cancellable is cancelled before shapes_host_list_parts() was begun, nothing is sent.
 * Later, %G_IO_ERROR_CANCELLED comes at once and means that the answer is not waited for: the
 * hypervisor may still carry the call out, and what it changes then shows in properties and
 * signals as ever.
 *
 * Since: 1.0
 */
void
shapes_host_list_parts_async (ShapesHost          *self,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  ShapesHostListPartsCall *call;

  g_return_if_fail (SHAPES_IS_HOST (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  call = g_new0 (ShapesHostListPartsCall, 1);

  libvirt_async_start (self, &info_shapes_host_list_parts, call, cancellable, callback, user_data,
                       shapes_host_list_parts_async);
}

/**
 * shapes_host_list_parts_finish:
 * @self: a host
 * @result: what the callback of shapes_host_list_parts_async() was given
 * @infos: (out) (transfer container) (element-type ShapesInfo): structures
 * @names: (out) (optional) (transfer container) (element-type utf8): their names
 * @error: return location for a #GError
 *
 * Gets the outcome of a call started with shapes_host_list_parts_async(): what
 * shapes_host_list_parts() would have returned, or its error, or %G_IO_ERROR_CANCELLED. To be
 * called once.
 *
 * Returns: %TRUE if there are any
 *
 * Since: 1.0
 */
gboolean
shapes_host_list_parts_finish (ShapesHost    *self,
                               GAsyncResult  *result,
                               GPtrArray    **infos,
                               GPtrArray    **names,
                               GError       **error)
{
  ShapesHostListPartsCall *call;

  g_return_val_if_fail (SHAPES_IS_HOST (self), FALSE);
  g_return_val_if_fail (libvirt_async_is_valid (self, result, shapes_host_list_parts_async), FALSE);
  g_return_val_if_fail (infos != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  call = libvirt_async_finish (self, result, shapes_host_list_parts_async, error);
  if (call == NULL)
    return FALSE;

  *infos = g_steal_pointer (&call->infos);
  if (names != NULL)
    *names = g_steal_pointer (&call->names);

  return call->returned;
}

