/* SPDX-License-Identifier: LGPL-2.1-or-later */

typedef struct
{
  int *files;
  guint n_files;
  int log;
  gboolean returned;
} ShapesHostAttachFdsCall;

static void
run_shapes_host_attach_fds (gpointer   source,
                            gpointer   data,
                            GError   **error)
{
  ShapesHostAttachFdsCall *call = data;

  if (!libvirt_async_check_fds (call->files, call->n_files, error))
    return;

  if (!libvirt_async_check_fds (&call->log, 1, error))
    return;

  call->returned = shapes_host_attach_fds (source, call->files, call->n_files, call->log, error);
}

static void
free_shapes_host_attach_fds (gpointer data)
{
  ShapesHostAttachFdsCall *call = data;

  libvirt_async_free_fds (call->files, call->n_files);
  libvirt_async_close_fd (call->log);
  g_free (call);
}

static const LibvirtCallInfo info_shapes_host_attach_fds = {
  .flags = LIBVIRT_CALL_DEFAULT,
  .run = run_shapes_host_attach_fds,
  .free = free_shapes_host_attach_fds,
};

/**
 * shapes_host_attach_fds_async:
 * @self: a host
 * @files: (array length=n_files): descriptors to write to
 * @n_files: how many there are
 * @log: one more
 * @cancellable: (nullable): cancelled to stop waiting for shapes_host_attach_fds()
 * @callback: (scope async) (closure user_data) (nullable): called when shapes_host_attach_fds()
 *   has ended, failed or been cancelled
 * @user_data: handed to @callback
 *
 * Starts what shapes_host_attach_fds() does, without blocking: the call is made in a thread of
 * the connection, and @callback runs in the #GMainContext that was the default of this thread
 * when shapes_host_attach_fds_async() was called. Get the outcome there with
 * shapes_host_attach_fds_finish().
 *
 * If @cancellable is cancelled before shapes_host_attach_fds() was begun, nothing is sent.
 * Later, %G_IO_ERROR_CANCELLED comes at once and means that the answer is not waited for: the
 * hypervisor may still carry the call out, and what it changes then shows in properties and
 * signals as ever.
 *
 * Since: 1.0
 */
void
shapes_host_attach_fds_async (ShapesHost          *self,
                              const int           *files,
                              guint                n_files,
                              int                  log,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  ShapesHostAttachFdsCall *call;

  g_return_if_fail (SHAPES_IS_HOST (self));
  g_return_if_fail (files != NULL || n_files == 0);
  g_return_if_fail (log >= 0);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  call = g_new0 (ShapesHostAttachFdsCall, 1);
  call->files = libvirt_async_copy_fds (files, n_files);
  call->n_files = n_files;
  call->log = libvirt_async_copy_fd (log);

  libvirt_async_start (self, &info_shapes_host_attach_fds, call, cancellable, callback, user_data,
                       shapes_host_attach_fds_async);
}

/**
 * shapes_host_attach_fds_finish:
 * @self: a host
 * @result: what the callback of shapes_host_attach_fds_async() was given
 * @error: return location for a #GError
 *
 * Gets the outcome of a call started with shapes_host_attach_fds_async(): what
 * shapes_host_attach_fds() would have returned, or its error, or %G_IO_ERROR_CANCELLED. To be
 * called once.
 *
 * Returns: %TRUE if all were open
 *
 * Since: 1.0
 */
gboolean
shapes_host_attach_fds_finish (ShapesHost    *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  ShapesHostAttachFdsCall *call;

  g_return_val_if_fail (SHAPES_IS_HOST (self), FALSE);
  g_return_val_if_fail (libvirt_async_is_valid (self, result, shapes_host_attach_fds_async), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  call = libvirt_async_finish (self, result, shapes_host_attach_fds_async, error);
  if (call == NULL)
    return FALSE;

  return call->returned;
}

