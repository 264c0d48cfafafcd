/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "domain/libvirt-domain-dump.h"

#include "domain/libvirt-domain-job-private.h"
#include "domain/libvirt-domain-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"

/**
 * SECTION:libvirt-domain-dump
 * @title: A look into a guest's memory
 * @short_description: dumps for debuggers, and single pieces of memory
 *
 * What is in the memory of a guest, for finding out what is wrong with it: all of it in a file on
 * the host, as debuggers read it, or a piece of it at once.
 *
 * Guests keep secrets in their memory: the passwords of their users, the keys of their disks. So
 * does each dump.
 *
 * Since: 1.0
 */

/* A guest that is not left as crashed is held and goes on, which changes the reason of its state.
 * @serial is that of before the call. */
static void
domain_was_dumped (LibvirtDomain *self,
                   virDomainPtr native,
                   guint flags,
                   guint32 serial)
{
  LibvirtBase base = {
    .fields = LIBVIRT_HAS_STATE,
    .state = VIR_DOMAIN_SHUTOFF,
    .state_reason = VIR_DOMAIN_SHUTOFF_CRASHED,
  };

  if ((flags & LIBVIRT_DOMAIN_CORE_DUMP_FLAGS_CRASH) != 0 ||
      libvirt_domain_query_state (native, 0, &base, NULL))
    libvirt_entity_update (LIBVIRT_ENTITY (self), &base, LIBVIRT_FROM_OWN, serial);
  else
    libvirt_entity_ask (LIBVIRT_ENTITY (self));
}

/* @result: what libvirt returned just now. */
static gboolean
domain_end_dump (LibvirtDomain *self,
                 virDomainPtr native,
                 int result,
                 guint flags,
                 guint32 serial,
                 GError **error)
{
  GError *call_error = NULL;

  if (libvirt_check (result, &call_error))
    domain_was_dumped (self, native, flags, serial);

  return libvirt_domain_job_end_call (self, LIBVIRT_DOMAIN_JOB_OPERATION_DUMP, call_error, error);
}

/**
 * libvirt_domain_core_dump:
 * @self: a running or paused domain
 * @to: (type filename): an absolute path on the host; a file that is there is overwritten
 * @flags: what becomes of the guest, and what is written
 * @error: return location for a #GError
 *
 * Writes the memory of a guest to a file, in the format that the hypervisor thinks best (blocks;
 * takes as long as the memory is large). The guest is held meanwhile, unless @flags let it run. On
 * QEMU only dumps with %LIBVIRT_DOMAIN_CORE_DUMP_FLAGS_MEMORY_ONLY are in a format of debuggers.
 *
 * Cancelling the asynchronous form ends the dump if the hypervisor is able to, which QEMU is not
 * with %LIBVIRT_DOMAIN_CORE_DUMP_FLAGS_MEMORY_ONLY; a part of the file may be there. Fails with
 * %LIBVIRT_ERROR_OPERATION_INVALID if the domain is off. Calls virDomainCoreDump() and
 * virDomainGetState().
 *
 * Returns: %TRUE if the dump is complete
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_core_dump (LibvirtDomain *self,
                          const char *to,
                          LibvirtDomainCoreDumpFlags flags,
                          GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  guint32 serial;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (to != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  serial = libvirt_core_get_serial (LIBVIRT_ENTITY (self)->core);
  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  return handle != NULL && domain_end_dump (self, handle->domain,
                                            virDomainCoreDump (handle->domain, to, flags), flags,
                                            serial, error);
}

/**
 * libvirt_domain_core_dump_with_format:
 * @self: a domain that runs or is paused
 * @to: (type filename): the file to write, by its absolute path on the host
 * @dumpformat: for which tools it is to be
 * @flags: what happens to the guest; for formats of kdump memory only can be written
 * @error: return location for a #GError
 *
 * Does what libvirt_domain_core_dump() does (blocks), for certain tools, or compressed.
 *
 * Fails with %LIBVIRT_ERROR_INVALID_ARG or %LIBVIRT_ERROR_OPERATION_UNSUPPORTED for a format that
 * the hypervisor cannot write, and may leave an empty file. Calls virDomainCoreDumpWithFormat()
 * and virDomainGetState().
 *
 * Returns: %TRUE if all memory is in the file
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_core_dump_with_format (LibvirtDomain *self,
                                      const char *to,
                                      LibvirtDomainCoreDumpFormat dumpformat,
                                      LibvirtDomainCoreDumpFlags flags,
                                      GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  guint32 serial;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (to != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  serial = libvirt_core_get_serial (LIBVIRT_ENTITY (self)->core);
  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  return handle != NULL &&
         domain_end_dump (self, handle->domain,
                          virDomainCoreDumpWithFormat (handle->domain, to, dumpformat, flags), flags,
                          serial, error);
}

/**
 * libvirt_domain_memory_peek:
 * @self: a running domain
 * @start: the address of the first byte
 * @size: the number of bytes, which may be 0 to see whether it would work
 * @flags: whether @start is an address of the machine or of the program that happens to run
 * @error: return location for a #GError
 *
 * Reads a piece of a guest's memory (blocks). The guest does not notice.
 *
 * Fails with %LIBVIRT_ERROR_INVALID_ARG unless @flags say which kind of address it is. A connection
 * to a daemon carries 4 MiB at a time and fails with %LIBVIRT_ERROR_RPC for more. Calls
 * virDomainMemoryPeek().
 *
 * Returns: (transfer full): what is there, or %NULL on failure
 *
 * Since: 1.0
 */
GBytes *
libvirt_domain_memory_peek (LibvirtDomain *self,
                            guint64 start,
                            gsize size,
                            LibvirtDomainMemoryFlags flags,
                            GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  g_autofree guint8 *buffer = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL || !libvirt_alloc_buffer (size, &buffer, error) ||
      !libvirt_check (virDomainMemoryPeek (handle->domain, start, size, buffer, flags), error))
    return NULL;

  return g_bytes_new_take (g_steal_pointer (&buffer), size);
}
