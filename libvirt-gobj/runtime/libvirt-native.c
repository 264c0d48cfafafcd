/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libvirt-gobj/libvirt-gobj-native.h>

#include "connect/libvirt-connect-private.h"
#include "domain/libvirt-domain-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-event-private.h"
#include "runtime/libvirt-native-private.h"
#include "stream/libvirt-stream-private.h"

/**
 * SECTION:libvirt-gobj-native
 * @title: Native pointers
 * @short_description: mixing this library with calls of libvirt's own
 * @include: libvirt-gobj/libvirt-gobj-native.h
 *
 * C programs can go from an object to libvirt's own pointer and back. A pointer that is handed
 * out is a reference of the caller's own: free it as libvirt says, also so that the connection
 * can really be closed.
 *
 * Since: 1.0
 */

/**
 * libvirt_connect_get_native: (skip)
 * @self: a connection
 * @error: return location for a #GError
 *
 * Gets libvirt's own pointer for a connection.
 *
 * Calls virConnectRef().
 *
 * Returns: (transfer full): a reference to be given back with virConnectClose(), or %NULL if the
 *   connection is closed
 *
 * Since: 1.0
 */
virConnectPtr
libvirt_connect_get_native (LibvirtConnect *self,
                            GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL || !libvirt_check (virConnectRef (handle->connect), error))
    return NULL;

  return handle->connect;
}

/**
 * libvirt_connect_new_from_native: (skip)
 * @native: a connection that libvirt opened
 * @error: return location for a #GError
 *
 * Makes a #LibvirtConnect for a connection that the program has opened with libvirt itself; both
 * can be used side by side (blocks, as events are registered). libvirt needs an implementation
 * of its event loop before the first connection is opened: see libvirt_event_register_impl().
 * The socket of such a connection is not known, so it has no #LibvirtConnect:keepalive-active;
 * with #LibvirtConnect:auto-reconnect it is opened again by its URI, with full access.
 *
 * Calls virConnectRef().
 *
 * Returns: (transfer full): a connection with a reference of its own to @native, or %NULL on
 *   failure
 *
 * Since: 1.0
 */
LibvirtConnect *
libvirt_connect_new_from_native (virConnectPtr native,
                                 GError **error)
{
  LibvirtConnectTarget target = { .open = libvirt_connect_target_open_plain };
  LibvirtConnect *self;
  char *uri;

  g_return_val_if_fail (native != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!libvirt_initialize (error) || !libvirt_check (virConnectRef (native), error))
    return NULL;

  uri = virConnectGetURI (native);
  target.name = uri;
  self = libvirt_connect_new (native, &target, 0, error);
  free (uri);
  return self;
}

/**
 * libvirt_domain_get_native: (skip)
 * @self: a domain
 * @error: return location for a #GError
 *
 * Gets libvirt's own pointer for a domain.
 *
 * Calls virDomainRef().
 *
 * Returns: (transfer full): a reference to be given back with virDomainFree(), or %NULL if the
 *   connection is closed
 *
 * Since: 1.0
 */
virDomainPtr
libvirt_domain_get_native (LibvirtDomain *self,
                           GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_entity_ref_native (LIBVIRT_ENTITY (self), (LibvirtRefNative) virDomainRef, error);
}

/**
 * libvirt_domain_new_from_native: (skip)
 * @connection: the connection that @native was found on
 * @native: a domain that libvirt found
 * @error: return location for a #GError
 *
 * Gets the object for a domain that the program has found with libvirt itself (blocks). The domain
 * is looked up by its UUID, as it may have another name by now than @native has.
 *
 * Calls virDomainGetUUID() and virDomainLookupByUUID().
 *
 * Returns: (transfer full): the same object as all lookups return, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtDomain *
libvirt_domain_new_from_native (LibvirtConnect *connection,
                                virDomainPtr native,
                                GError **error)
{
  guint8 uuid[VIR_UUID_BUFLEN];
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (connection), NULL);
  g_return_val_if_fail (native != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!libvirt_check (virDomainGetUUID (native, uuid), error))
    return NULL;

  bytes = g_bytes_new (uuid, sizeof uuid);
  return libvirt_connect_lookup_domain_by_uuid (connection, bytes, error);
}

/**
 * libvirt_stream_get_native: (skip)
 * @self: a stream
 * @error: return location for a #GError
 *
 * Gets libvirt's own pointer for a stream, to open it with a function that this library does not
 * have. It does not block, and this library has its callback; it must not be finished or aborted
 * but through @self.
 *
 * Calls virStreamRef().
 *
 * Returns: (transfer full): a reference to be given back with virStreamFree(), or %NULL if the
 *   stream has ended or its connection is closed
 *
 * Since: 1.0
 */
virStreamPtr
libvirt_stream_get_native (LibvirtStream *self,
                           GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_STREAM (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_stream_core_hold (self->core, error);
  if (handle == NULL || !libvirt_check (virStreamRef (handle->stream), error))
    return NULL;

  return handle->stream;
}

/**
 * libvirt_stream_new_from_native: (skip)
 * @connection: the connection that @native was made for
 * @native: a stream of libvirt's, with VIR_STREAM_NONBLOCK and without a callback
 * @error: return location for a #GError
 *
 * Makes an object for a stream that the program has made with libvirt itself. From then on it is
 * this library's to be ended.
 *
 * Calls virStreamRef().
 *
 * Returns: (transfer full): a stream with a reference of its own to @native, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtStream *
libvirt_stream_new_from_native (LibvirtConnect *connection,
                                virStreamPtr native,
                                GError **error)
{
  g_autoptr (LibvirtSession) session = NULL;
  LibvirtCore *core;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (connection), NULL);
  g_return_val_if_fail (native != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  core = libvirt_connect_get_core (connection);
  session = libvirt_core_ref_session (core);
  if (session == NULL)
    {
      libvirt_core_set_closed_error (core, error);
      return NULL;
    }
  if (!libvirt_check (virStreamRef (native), error))
    return NULL;

  return libvirt_stream_new_for (session, native, FALSE);
}
