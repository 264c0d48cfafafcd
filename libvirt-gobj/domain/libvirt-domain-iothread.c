/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "domain/libvirt-domain-iothread.h"

#include "domain/libvirt-domain-params-private.h"
#include "domain/libvirt-domain-private.h"
#include "runtime/libvirt-error-private.h"

#include <stdlib.h>

/**
 * SECTION:libvirt-domain-iothread
 * @title: I/O threads
 * @short_description: threads that serve a guest's disks
 *
 * A domain's disks are served by the thread of its emulator, unless they are given to I/O threads,
 * of which it can have several: a disk's definition names one by its number. Only QEMU has them.
 *
 * All of these functions fail with %LIBVIRT_ERROR_OPERATION_INVALID if a running guest is asked or
 * changed of a domain that is not running, and those that name a thread with
 * %LIBVIRT_ERROR_INVALID_ARG if there is none of that number.
 *
 * Since: 1.0
 */

G_DEFINE_BOXED_TYPE (LibvirtDomainIOThreadInfo,
                     libvirt_domain_io_thread_info,
                     libvirt_domain_io_thread_info_copy,
                     libvirt_domain_io_thread_info_free)

/**
 * libvirt_domain_io_thread_info_new: (constructor)
 *
 * Makes a #LibvirtDomainIOThreadInfo of no thread, for languages that build their own; filled ones
 * come from libvirt_domain_get_io_thread_info().
 *
 * Returns: (transfer full): one with the number 0, that may run nowhere
 *
 * Since: 1.0
 */
LibvirtDomainIOThreadInfo *
libvirt_domain_io_thread_info_new (void)
{
  LibvirtDomainIOThreadInfo *self = g_new0 (LibvirtDomainIOThreadInfo, 1);

  self->cpumap = g_bytes_new (NULL, 0);
  return self;
}

/**
 * libvirt_domain_io_thread_info_copy:
 * @self: an I/O thread of a domain
 *
 * Copies an element of what libvirt_domain_get_io_thread_info() returned.
 *
 * Returns: (transfer full): the same thread once more
 *
 * Since: 1.0
 */
LibvirtDomainIOThreadInfo *
libvirt_domain_io_thread_info_copy (const LibvirtDomainIOThreadInfo *self)
{
  LibvirtDomainIOThreadInfo *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->cpumap = g_bytes_ref (self->cpumap);
  return copy;
}

/**
 * libvirt_domain_io_thread_info_free: (skip)
 * @self: an I/O thread of a domain
 *
 * Frees the facts about an I/O thread that were copied, or stolen from a list of them; the thread
 * itself goes on.
 *
 * Since: 1.0
 */
void
libvirt_domain_io_thread_info_free (LibvirtDomainIOThreadInfo *self)
{
  if (self == NULL)
    return;

  g_bytes_unref (self->cpumap);
  g_free (self);
}

static LibvirtDomainIOThreadInfo *
info_from_native (virDomainIOThreadInfoPtr native)
{
  LibvirtDomainIOThreadInfo *self = g_new0 (LibvirtDomainIOThreadInfo, 1);

  self->iothread_id = native->iothread_id;
  self->cpumap = g_bytes_new (native->cpumap, native->cpumaplen);
  return self;
}

/**
 * libvirt_domain_get_io_thread_info:
 * @self: a domain
 * @flags: whether to list the threads that are there now, or those there will be after the next
 *   start
 * @error: return location for a #GError
 *
 * Lists the I/O threads of a domain, and on which of the host's processors each may run (blocks).
 *
 * Calls virDomainGetIOThreadInfo().
 *
 * Returns: (transfer container) (element-type LibvirtDomainIOThreadInfo): the threads, or %NULL on
 *   failure
 *
 * Since: 1.0
 */
GPtrArray *
libvirt_domain_get_io_thread_info (LibvirtDomain *self,
                                   LibvirtDomainModificationImpact flags,
                                   GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  virDomainIOThreadInfoPtr *natives = NULL;
  GPtrArray *infos;
  int n;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  n = virDomainGetIOThreadInfo (handle->domain, &natives, flags);
  if (!libvirt_check (n, error))
    return NULL;

  infos = g_ptr_array_new_full (n, (GDestroyNotify) libvirt_domain_io_thread_info_free);
  for (int i = 0; i < n; i++)
    {
      g_ptr_array_add (infos, info_from_native (natives[i]));
      virDomainIOThreadInfoFree (natives[i]);
    }
  free (natives);

  return infos;
}

/**
 * libvirt_domain_add_io_thread:
 * @self: a domain
 * @iothread_id: the number of the new thread, 1 at least
 * @flags: whether the running guest gets the thread, its definition, or both
 * @error: return location for a #GError
 *
 * Adds an I/O thread to a domain (blocks), for disks that are attached later.
 *
 * Fails with %LIBVIRT_ERROR_INVALID_ARG if the number is taken. A call that is cancelled may still
 * have its effect. Calls virDomainAddIOThread().
 *
 * Returns: %TRUE if the thread is there
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_add_io_thread (LibvirtDomain *self,
                              guint iothread_id,
                              LibvirtDomainModificationImpact flags,
                              GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainAddIOThread (handle->domain, iothread_id, flags), error);
}

/**
 * libvirt_domain_del_io_thread:
 * @self: a domain
 * @iothread_id: the number of the thread that is to go
 * @flags: whether it goes from the running guest, from its definition, or from both
 * @error: return location for a #GError
 *
 * Removes an I/O thread from a domain (blocks).
 *
 * Fails if a disk or a controller is served by it, on QEMU with %LIBVIRT_ERROR_INVALID_ARG. A call
 * that is cancelled may still have its effect. Calls virDomainDelIOThread().
 *
 * Returns: %TRUE if the thread is gone
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_del_io_thread (LibvirtDomain *self,
                              guint iothread_id,
                              LibvirtDomainModificationImpact flags,
                              GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainDelIOThread (handle->domain, iothread_id, flags), error);
}

/**
 * libvirt_domain_pin_io_thread:
 * @self: a domain
 * @iothread_id: the number of the thread to move
 * @cpumap: (array length=n_bytes): a bit for each of the host's processors, set where the thread
 *   may run: number 0 is the lowest bit of the first byte
 * @n_bytes: how long @cpumap is; processors beyond its end are not used
 * @flags: whether the thread of the running guest moves, that of the definition, or both
 * @error: return location for a #GError
 *
 * Says on which of the host's processors an I/O thread may run (blocks).
 *
 * Fails with %LIBVIRT_ERROR_INVALID_ARG if no bit is set. A call that is cancelled may still have
 * its effect. Calls virDomainPinIOThread().
 *
 * Returns: %TRUE if the thread runs there from now on
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_pin_io_thread (LibvirtDomain *self,
                              guint iothread_id,
                              const guint8 *cpumap,
                              gsize n_bytes,
                              LibvirtDomainModificationImpact flags,
                              GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (cpumap != NULL || n_bytes == 0, FALSE);
  g_return_val_if_fail (n_bytes <= G_MAXINT, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainPinIOThread (handle->domain, iothread_id, (guint8 *) cpumap,
                                              n_bytes, flags),
                        error);
}

/**
 * libvirt_domain_set_io_thread_params:
 * @self: a running domain
 * @iothread_id: the number of the thread to tune
 * @params: what to change, as `a{sv}`, with keys such as %LIBVIRT_DOMAIN_IOTHREAD_POLL_MAX_NS
 * @flags: whether to tune the thread of the running guest; definitions have had such values since
 *   libvirt 9.4
 * @error: return location for a #GError
 *
 * Changes for how long an I/O thread looks for new requests before it goes to sleep, and how many
 * helpers it has (blocks).
 *
 * Fails with %LIBVIRT_ERROR_ARGUMENT_UNSUPPORTED if a key is unknown, with
 * %LIBVIRT_ERROR_INVALID_ARG if a value is out of range or no number. What it is now is
 * among the statistics of %LIBVIRT_DOMAIN_STATS_TYPES_IOTHREAD. A call that is cancelled may still
 * have its effect. Calls virDomainSetIOThreadParams().
 *
 * Returns: %TRUE if the thread has the new values
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_set_io_thread_params (LibvirtDomain *self,
                                     guint iothread_id,
                                     GVariant *params,
                                     LibvirtDomainModificationImpact flags,
                                     GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  g_auto (LibvirtParams) native = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (params != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!libvirt_params_init (&native, params, "DOMAIN_IOTHREAD_", error))
    return FALSE;

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainSetIOThreadParams (handle->domain, iothread_id, native.values,
                                                    native.n, flags),
                        error);
}
