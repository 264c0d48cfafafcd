/* SPDX-License-Identifier: LGPL-2.1-or-later */

typedef struct
{
  ShapesHost *target;
  ShapesHost *witness;
  gboolean returned;
} ShapesHostMigrateCall;

static void
run_shapes_host_migrate (gpointer   source,
                         gpointer   data,
                         GError   **error)
{
  ShapesHostMigrateCall *call = data;

  call->returned = shapes_host_migrate (source, call->target, call->witness, error);
}

static void
free_shapes_host_migrate (gpointer data)
{
  ShapesHostMigrateCall *call = data;

  g_clear_object (&call->target);
  g_clear_object (&call->witness);
  g_free (call);
}

static const LibvirtCallInfo info_shapes_host_migrate = {
  .flags = LIBVIRT_CALL_DEFAULT,
  .run = run_shapes_host_migrate,
  .free = free_shapes_host_migrate,
};

/**
 * shapes_host_migrate_async:
 * @self: a host
 * @target: where to go
 * @witness: (nullable): who looks on
 * @cancellable: (nullable): cancelled to stop waiting for shapes_host_migrate()
 * @callback: (scope async) (closure user_data) (nullable): called when shapes_host_migrate()
 *   has ended, failed or been cancelled
 * @user_data: handed to @callback
 *
 * Starts what shapes_host_migrate() does, without blocking: the call is made in a thread of the
 * connection, and @callback runs in the #GMainContext that was the default of this thread when
 * shapes_host_migrate_async() was called. Get the outcome there with
 * shapes_host_migrate_finish().
 *
 * If @cancellable is cancelled before shapes_host_migrate() was begun, nothing is sent. Later,
 * %G_IO_ERROR_CANCELLED comes at once and means that the answer is not waited for: the
 * hypervisor may still carry the call out, and what it changes then shows in properties and
 * signals as ever.
 *
 * Since: 1.0
 */
void
shapes_host_migrate_async (ShapesHost          *self,
                           ShapesHost          *target,
                           ShapesHost          *witness,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  ShapesHostMigrateCall *call;

  g_return_if_fail (SHAPES_IS_HOST (self));
  g_return_if_fail (SHAPES_IS_HOST (target));
  g_return_if_fail (witness == NULL || SHAPES_IS_HOST (witness));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  call = g_new0 (ShapesHostMigrateCall, 1);
  call->target = g_object_ref (target);
  call->witness = witness != NULL ? g_object_ref (witness) : NULL;

  libvirt_async_start (self, &info_shapes_host_migrate, call, cancellable, callback, user_data,
                       shapes_host_migrate_async);
}

/**
 * shapes_host_migrate_finish:
 * @self: a host
 * @result: what the callback of shapes_host_migrate_async() was given
 * @error: return location for a #GError
 *
 * Gets the outcome of a call started with shapes_host_migrate_async(): what
 * shapes_host_migrate() would have returned, or its error, or %G_IO_ERROR_CANCELLED. To be
 * called once.
 *
 * Returns: %TRUE if it went
 *
 * Since: 1.0
 */
gboolean
shapes_host_migrate_finish (ShapesHost    *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  ShapesHostMigrateCall *call;

  g_return_val_if_fail (SHAPES_IS_HOST (self), FALSE);
  g_return_val_if_fail (libvirt_async_is_valid (self, result, shapes_host_migrate_async), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  call = libvirt_async_finish (self, result, shapes_host_migrate_async, error);
  if (call == NULL)
    return FALSE;

  return call->returned;
}

