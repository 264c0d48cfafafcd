/* SPDX-License-Identifier: LGPL-2.1-or-later */

typedef struct
{
  GPtrArray *hosts;
  GPtrArray *infos;
  GPtrArray *words;
  int returned;
} ShapesHostMeetCall;

static void
run_shapes_host_meet (gpointer   source,
                      gpointer   data,
                      GError   **error)
{
  ShapesHostMeetCall *call = data;

  call->returned = shapes_host_meet (source, call->hosts, call->infos, call->words, error);
}

static void
free_shapes_host_meet (gpointer data)
{
  ShapesHostMeetCall *call = data;

  g_clear_pointer (&call->hosts, g_ptr_array_unref);
  g_clear_pointer (&call->infos, g_ptr_array_unref);
  g_clear_pointer (&call->words, g_ptr_array_unref);
  g_free (call);
}

static const LibvirtCallInfo info_shapes_host_meet = {
  .flags = LIBVIRT_CALL_DEFAULT,
  .run = run_shapes_host_meet,
  .free = free_shapes_host_meet,
};

/**
 * shapes_host_meet_async:
 * @self: a host
 * @hosts: (element-type ShapesHost): whom to meet
 * @infos: (nullable) (element-type ShapesInfo): what to bring
 * @words: (element-type utf8): what to say
 * @cancellable: (nullable): cancelled to stop waiting for shapes_host_meet()
 * @callback: (scope async) (closure user_data) (nullable): called when shapes_host_meet() has
 *   ended, failed or been cancelled
 * @user_data: handed to @callback
 *
 * Starts what shapes_host_meet() does, without blocking: the call is made in a thread of the
 * connection, and @callback runs in the #GMainContext that was the default of this thread when
 * shapes_host_meet_async() was called. Get the outcome there with shapes_host_meet_finish().
 *
 * If @cancellable is cancelled before shapes_host_meet() was begun, nothing is sent. Later,
 * %G_IO_ERROR_CANCELLED comes at once and means that the answer is not waited for: the
 * hypervisor may still carry the call out, and what it changes then shows in properties and
 * signals as ever.
 *
 * Since: 1.0
 */
void
shapes_host_meet_async (ShapesHost          *self,
                        GPtrArray           *hosts,
                        GPtrArray           *infos,
                        GPtrArray           *words,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  ShapesHostMeetCall *call;

  g_return_if_fail (SHAPES_IS_HOST (self));
  g_return_if_fail (libvirt_async_is_list_of (hosts, SHAPES_TYPE_HOST));
  g_return_if_fail (words != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  call = g_new0 (ShapesHostMeetCall, 1);
  call->hosts = libvirt_async_copy_ptr_array (hosts, (GBoxedCopyFunc) g_object_ref, g_object_unref);
  call->infos = libvirt_async_copy_ptr_array (infos, (GBoxedCopyFunc) shapes_info_copy, (GDestroyNotify) shapes_info_free);
  call->words = libvirt_async_copy_ptr_array (words, (GBoxedCopyFunc) g_strdup, g_free);

  libvirt_async_start (self, &info_shapes_host_meet, call, cancellable, callback, user_data,
                       shapes_host_meet_async);
}

/**
 * shapes_host_meet_finish:
 * @self: a host
 * @result: what the callback of shapes_host_meet_async() was given
 * @error: return location for a #GError
 *
 * Gets the outcome of a call started with shapes_host_meet_async(): what shapes_host_meet()
 * would have returned, or its error, or %G_IO_ERROR_CANCELLED. To be called once.
 *
 * Returns: the number of all letters, or -1
 *
 * Since: 1.0
 */
int
shapes_host_meet_finish (ShapesHost    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  ShapesHostMeetCall *call;

  g_return_val_if_fail (SHAPES_IS_HOST (self), -1);
  g_return_val_if_fail (libvirt_async_is_valid (self, result, shapes_host_meet_async), -1);
  g_return_val_if_fail (error == NULL || *error == NULL, -1);

  call = libvirt_async_finish (self, result, shapes_host_meet_async, error);
  if (call == NULL)
    return -1;

  return call->returned;
}

