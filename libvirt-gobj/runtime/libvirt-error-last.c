/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * The last failure of each thread. libvirt has such a thing too, but it stays in the thread that
 * made the call, which is a worker's after an _async function, and any call of ours resets it.
 */

#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-version.h"

static GPrivate last_error = G_PRIVATE_INIT ((GDestroyNotify) libvirt_error_info_free);

const LibvirtErrorInfo *
libvirt_error_peek_last (void)
{
  return g_private_get (&last_error);
}

void
libvirt_error_take_last (LibvirtErrorInfo *info)
{
  g_private_replace (&last_error, info);
}

/**
 * libvirt_get_last_error:
 *
 * Gets what the last call that failed in this thread failed with. A call that succeeds changes
 * nothing about it: ask after a failure only. libvirt_error_get_info() is the better choice
 * where the #GError is at hand.
 *
 * A `_finish` function counts as a call of the thread that it is called in. After a call that
 * was cancelled, or failed for another reason that is not libvirt's, there is no last failure.
 *
 * Calls virGetLastError().
 *
 * Returns: (transfer full) (nullable): a copy of the details, or %NULL if nothing has failed
 *
 * Since: 1.0
 */
LibvirtErrorInfo *
libvirt_get_last_error (void)
{
  const LibvirtErrorInfo *info = libvirt_error_peek_last ();

  return info != NULL ? libvirt_error_info_copy (info) : NULL;
}

/**
 * libvirt_get_last_error_code:
 *
 * Gets the code alone of what libvirt_get_last_error() returns.
 *
 * Calls virGetLastErrorCode().
 *
 * Returns: what went wrong most recently in this thread, %LIBVIRT_ERROR_OK if nothing did
 *
 * Since: 1.0
 */
LibvirtError
libvirt_get_last_error_code (void)
{
  const LibvirtErrorInfo *info = libvirt_error_peek_last ();

  return info != NULL ? info->code : LIBVIRT_ERROR_OK;
}

/**
 * libvirt_get_last_error_domain:
 *
 * Gets from libvirt_get_last_error() only which part of libvirt it was that failed.
 *
 * Stands for virGetLastErrorDomain().
 *
 * Returns: the part, %LIBVIRT_ERROR_DOMAIN_NONE if nothing has failed or none is responsible
 *
 * Since: 1.0
 */
LibvirtErrorDomain
libvirt_get_last_error_domain (void)
{
  const LibvirtErrorInfo *info = libvirt_error_peek_last ();

  return info != NULL ? info->domain : LIBVIRT_ERROR_DOMAIN_NONE;
}

/**
 * libvirt_get_last_error_message:
 *
 * Gets the sentence that libvirt_get_last_error() has for people.
 *
 * Stands for virGetLastErrorMessage().
 *
 * Returns: (transfer none) (nullable): the sentence, %NULL if nothing has failed. It stays valid
 *   until the next failure in this thread.
 *
 * Since: 1.0
 */
const char *
libvirt_get_last_error_message (void)
{
  const LibvirtErrorInfo *info = libvirt_error_peek_last ();

  return info != NULL ? info->message : NULL;
}

/**
 * libvirt_reset_last_error:
 *
 * Makes this thread forget what failed last, here and in libvirt.
 *
 * Calls virResetLastError().
 *
 * Since: 1.0
 */
void
libvirt_reset_last_error (void)
{
  libvirt_error_take_last (NULL);

  /* Before virInitialize(), libvirt would free what it has not allocated. */
  if (libvirt_initialize (NULL))
    virResetLastError ();

  libvirt_error_take_last (NULL);
}
