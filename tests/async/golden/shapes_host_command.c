/* SPDX-License-Identifier: LGPL-2.1-or-later */

typedef struct
{
  GUnixFDList *in_files;
  char *reply;
  GUnixFDList *out_files;
  gboolean returned;
} ShapesHostCommandCall;

static void
run_shapes_host_command (gpointer   source,
                         gpointer   data,
                         GError   **error)
{
  ShapesHostCommandCall *call = data;

  call->returned = shapes_host_command (source, call->in_files, &call->reply, &call->out_files, error);
}

static void
free_shapes_host_command (gpointer data)
{
  ShapesHostCommandCall *call = data;

  g_clear_object (&call->in_files);
  g_free (call->reply);
  g_clear_object (&call->out_files);
  g_free (call);
}

static const LibvirtCallInfo info_shapes_host_command = {
  .flags = LIBVIRT_CALL_DEFAULT,
  .run = run_shapes_host_command,
  .free = free_shapes_host_command,
};

/**
 * shapes_host_command_async:
 * @self: a host
 * @in_files: (nullable): descriptors to send
 * @cancellable: (nullable): cancelled to stop waiting for shapes_host_command()
 * @callback: (scope async) (closure user_data) (nullable): called when shapes_host_command()
 *   has ended, failed or been cancelled
 * @user_data: handed to @callback
 *
 * Starts what shapes_host_command() does, without blocking: the call is made in a thread of the
 * connection, and @callback runs in the #GMainContext that was the default of this thread when
 * shapes_host_command_async() was called. Get the outcome there with
 * shapes_host_command_finish().
 *
 * If @cancellable is cancelled before shapes_host_command() was begun, nothing is sent. Later,
 * %G_IO_ERROR_CANCELLED comes at once and means that the answer is not waited for: the
 * hypervisor may still carry the call out, and what it changes then shows in properties and
 * signals as ever.
 *
 * Since: 1.0
 */
void
shapes_host_command_async (ShapesHost          *self,
                           GUnixFDList         *in_files,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  ShapesHostCommandCall *call;

  g_return_if_fail (SHAPES_IS_HOST (self));
  g_return_if_fail (in_files == NULL || G_IS_UNIX_FD_LIST (in_files));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  call = g_new0 (ShapesHostCommandCall, 1);
  call->in_files = in_files != NULL ? g_object_ref (in_files) : NULL;

  libvirt_async_start (self, &info_shapes_host_command, call, cancellable, callback, user_data,
                       shapes_host_command_async);
}

/**
 * shapes_host_command_finish:
 * @self: a host
 * @result: what the callback of shapes_host_command_async() was given
 * @reply: (out) (transfer full): the answer
 * @out_files: (out) (optional) (transfer full): descriptors received
 * @error: return location for a #GError
 *
 * Gets the outcome of a call started with shapes_host_command_async(): what
 * shapes_host_command() would have returned, or its error, or %G_IO_ERROR_CANCELLED. To be
 * called once.
 *
 * Returns: %TRUE if there was an answer
 *
 * Since: 1.0
 */
gboolean
shapes_host_command_finish (ShapesHost    *self,
                            GAsyncResult  *result,
                            char         **reply,
                            GUnixFDList  **out_files,
                            GError       **error)
{
  ShapesHostCommandCall *call;

  g_return_val_if_fail (SHAPES_IS_HOST (self), FALSE);
  g_return_val_if_fail (libvirt_async_is_valid (self, result, shapes_host_command_async), FALSE);
  g_return_val_if_fail (reply != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  call = libvirt_async_finish (self, result, shapes_host_command_async, error);
  if (call == NULL)
    return FALSE;

  *reply = g_steal_pointer (&call->reply);
  if (out_files != NULL)
    *out_files = g_steal_pointer (&call->out_files);

  return call->returned;
}

