/* SPDX-License-Identifier: LGPL-2.1-or-later */

typedef struct
{
  char *password;
  guint8 *key;
  gsize key_size;
  gboolean returned;
} ShapesHostSetSecretsCall;

static void
run_shapes_host_set_secrets (gpointer   source,
                             gpointer   data,
                             GError   **error)
{
  ShapesHostSetSecretsCall *call = data;

  call->returned = shapes_host_set_secrets (source, call->password, call->key, call->key_size, error);
}

static void
free_shapes_host_set_secrets (gpointer data)
{
  ShapesHostSetSecretsCall *call = data;

  libvirt_async_free_secret (call->password, -1);
  libvirt_async_free_secret (call->key, call->key_size * sizeof *call->key);
  g_free (call);
}

static const LibvirtCallInfo info_shapes_host_set_secrets = {
  .flags = LIBVIRT_CALL_DEFAULT,
  .run = run_shapes_host_set_secrets,
  .free = free_shapes_host_set_secrets,
};

/**
 * shapes_host_set_secrets_async:
 * @self: a host
 * @password: a string that is wiped
 * @key: (array length=key_size) (element-type guint8): bytes that are wiped
 * @key_size: how many there are
 * @cancellable: (nullable): cancelled to stop waiting for shapes_host_set_secrets()
 * @callback: (scope async) (closure user_data) (nullable): called when
 *   shapes_host_set_secrets() has ended, failed or been cancelled
 * @user_data: handed to @callback
 *
 * Starts what shapes_host_set_secrets() does, without blocking: the call is made in a thread of
 * the connection, and @callback runs in the #GMainContext that was the default of this thread
 * when shapes_host_set_secrets_async() was called. Get the outcome there with
 * shapes_host_set_secrets_finish().
 *
 * If @cancellable is cancelled before shapes_host_set_secrets() was begun, nothing is sent.
 * Later, %G_IO_ERROR_CANCELLED comes at once and means that the answer is not waited for: the
 * hypervisor may still carry the call out, and what it changes then shows in properties and
 * signals as ever.
 *
 * Since: 1.0
 */
void
shapes_host_set_secrets_async (ShapesHost          *self,
                               const char          *password,
                               const guint8        *key,
                               gsize                key_size,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  ShapesHostSetSecretsCall *call;

  g_return_if_fail (SHAPES_IS_HOST (self));
  g_return_if_fail (password != NULL);
  g_return_if_fail (key != NULL || key_size == 0);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  call = g_new0 (ShapesHostSetSecretsCall, 1);
  call->password = g_strdup (password);
  call->key = g_memdup2 (key, key_size * sizeof *key);
  call->key_size = key_size;

  libvirt_async_start (self, &info_shapes_host_set_secrets, call, cancellable, callback, user_data,
                       shapes_host_set_secrets_async);
}

/**
 * shapes_host_set_secrets_finish:
 * @self: a host
 * @result: what the callback of shapes_host_set_secrets_async() was given
 * @error: return location for a #GError
 *
 * Gets the outcome of a call started with shapes_host_set_secrets_async(): what
 * shapes_host_set_secrets() would have returned, or its error, or %G_IO_ERROR_CANCELLED. To be
 * called once.
 *
 * Returns: %TRUE if they are the right ones
 *
 * Since: 1.0
 */
gboolean
shapes_host_set_secrets_finish (ShapesHost    *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  ShapesHostSetSecretsCall *call;

  g_return_val_if_fail (SHAPES_IS_HOST (self), FALSE);
  g_return_val_if_fail (libvirt_async_is_valid (self, result, shapes_host_set_secrets_async), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  call = libvirt_async_finish (self, result, shapes_host_set_secrets_async, error);
  if (call == NULL)
    return FALSE;

  return call->returned;
}

