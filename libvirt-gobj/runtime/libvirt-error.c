/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libvirt-gobj/libvirt-enum-types.h>
#include "runtime/libvirt-core-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"

/**
 * SECTION:libvirt-error
 * @title: Errors
 * @short_description: what libvirt says when something fails
 *
 * Every function that can fail has a #GError. Its domain is %LIBVIRT_ERROR, its code one of
 * #LibvirtError, and its message the sentence that libvirt itself has for it, after "The host did not
 * answer for 30 seconds" where this library has given the host up. Only what is no
 * affair of libvirt's comes from another domain: %G_IO_ERROR_CANCELLED, %G_IO_ERROR_TIMED_OUT
 * and %G_IO_ERROR_WOULD_BLOCK.
 *
 * libvirt tells more: the part of it that failed, and some strings and numbers.
 * libvirt_error_get_info() has them for a #GError. The last failure of each thread is kept as
 * well, for languages that make errors of their own out of a #GError, and is asked for with
 * libvirt_get_last_error(). After a `_finish` function it is in the thread that called this one,
 * wherever the work was done.
 *
 * |[<!-- language="C" -->
 * g_autoptr (GError) error = NULL;
 * g_autoptr (LibvirtDomain) domain = libvirt_connect_lookup_domain_by_name (host, "web", &error);
 *
 * if (g_error_matches (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_DOMAIN))
 *   g_print ("not here\n");
 * else if (error != NULL)
 *   {
 *     g_autoptr (LibvirtErrorInfo) info = libvirt_error_get_info (error);
 *
 *     g_print ("%s (part %d of libvirt)\n", error->message, info->domain);
 *   }
 * ]|
 *
 * libvirt by itself prints each failure on the standard error output. Here nothing is printed,
 * unless the program asks for it with libvirt_default_error_func().
 *
 * Since: 1.0
 */

/* libvirt's message is in the GError as well; there, callers may have put something before it. */
typedef struct
{
  LibvirtErrorInfo *info;
} LibvirtErrorPrivate;

static void
libvirt_error_private_init (LibvirtErrorPrivate *self)
{
  self->info = NULL;
}

static void
libvirt_error_private_copy (const LibvirtErrorPrivate *self,
                            LibvirtErrorPrivate *copy)
{
  copy->info = self->info != NULL ? libvirt_error_info_copy (self->info) : NULL;
}

static void
libvirt_error_private_clear (LibvirtErrorPrivate *self)
{
  g_clear_pointer (&self->info, libvirt_error_info_free);
}

/**
 * libvirt_error_quark:
 *
 * Registers the error domain; %LIBVIRT_ERROR is the short form in C.
 *
 * Returns: what the `domain` field of every #GError from libvirt is
 *
 * Since: 1.0
 */
G_DEFINE_EXTENDED_ERROR (LibvirtError, libvirt_error)

static LibvirtErrorInfo *
info_from_message (int code,
                   const char *message)
{
  LibvirtErrorInfo *info = libvirt_error_info_new ();

  info->code = libvirt_enum_known (LIBVIRT_TYPE_ERROR, code);
  info->message = g_utf8_make_valid (message, -1);
  info->level = LIBVIRT_ERROR_LEVEL_ERROR;
  info->int1 = -1;
  info->int2 = -1;

  return info;
}

/* Takes @info over. The number may be one that LibvirtError does not have. */
static void
set_error (GError **error,
           int code,
           LibvirtErrorInfo *info)
{
  if (error != NULL)
    {
      g_set_error_literal (error, LIBVIRT_ERROR, code, info->message);
      libvirt_error_get_private (*error)->info = libvirt_error_info_copy (info);
    }

  libvirt_error_take_last (info);
}

/* libvirt only sees that the socket was shut. */
static void
info_explain_silence (LibvirtErrorInfo *info)
{
  g_autofree char *message = NULL;
  int silence = libvirt_core_get_silence ();

  if (silence == 0)
    return;

  message = g_steal_pointer (&info->message);
  info->message = g_strdup_printf ("The host did not answer for %d seconds: %s", silence, message);
}

void
libvirt_take_error (const virError *native,
                    GError **error)
{
  LibvirtErrorInfo *info;

  if (native == NULL || native->code == VIR_ERR_OK)
    {
      libvirt_set_error (error, LIBVIRT_ERROR_INTERNAL_ERROR,
                         "libvirt failed and did not say why");
      return;
    }

  info = libvirt_error_info_from_native (native);
  if (info->message == NULL)
    info->message = g_strdup_printf ("libvirt failed with code %d and no message", native->code);
  if (native->domain == VIR_FROM_RPC)
    info_explain_silence (info);

  set_error (error, native->code, info);
}

GStrv
libvirt_check_flagged_names (gpointer native,
                             guint flags,
                             LibvirtCountFlaggedNames count,
                             LibvirtListFlaggedNames list,
                             GError **error)
{
  g_auto (GStrv) names = NULL;
  int n_room = 0;
  int n = count (native, flags);

  /* There may be more by now than were counted: a full array is not to be trusted. */
  while (n >= 0 && n >= n_room)
    {
      g_clear_pointer (&names, g_strfreev);
      n_room = n + 8;
      names = g_new0 (char *, n_room + 1);
      n = list (native, names, n_room, flags);
    }

  return libvirt_check (n, error) ? libvirt_take_all_valid (g_steal_pointer (&names)) : NULL;
}

/* Functions that take no flags, as ones that do. */
typedef struct
{
  gpointer native;
  LibvirtCountNames count;
  LibvirtListNames list;
} Unflagged;

static int
count_unflagged (gpointer data,
                 unsigned int flags)
{
  Unflagged *self = data;

  return self->count (self->native);
}

static int
list_unflagged (gpointer data,
                char **names,
                int n_room,
                unsigned int flags)
{
  Unflagged *self = data;

  return self->list (self->native, names, n_room);
}

GStrv
libvirt_check_names (gpointer native,
                     LibvirtCountNames count,
                     LibvirtListNames list,
                     GError **error)
{
  Unflagged unflagged = { native, count, list };

  return libvirt_check_flagged_names (&unflagged, 0, count_unflagged, list_unflagged, error);
}

void
libvirt_take_last_error (GError **error)
{
  libvirt_take_error (virGetLastError (), error);
}

void
libvirt_set_error (GError **error,
                   LibvirtError code,
                   const char *format,
                   ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  set_error (error, code, info_from_message (code, message));
}

void
libvirt_set_error_needs (GError **error,
                         const char *function,
                         const char *version)
{
  libvirt_set_error (error, LIBVIRT_ERROR_NO_SUPPORT,
                     "%s() needs libvirt %s or newer; libvirt-gobj was built with %d.%d.%d",
                     function, version, LIBVIR_VERSION_NUMBER / 1000000,
                     LIBVIR_VERSION_NUMBER / 1000 % 1000, LIBVIR_VERSION_NUMBER % 1000);
}

gboolean
libvirt_check (int result,
               GError **error)
{
  if (result >= 0)
    return TRUE;

  libvirt_take_last_error (error);
  return FALSE;
}

int
libvirt_check_count (int result,
                     GError **error)
{
  return libvirt_check (result, error) ? result : -1;
}

gboolean
libvirt_check_boolean (int result,
                       GError **error)
{
  return libvirt_check (result, error) && result > 0;
}

gpointer
libvirt_check_pointer (gpointer result,
                       GError **error)
{
  if (result == NULL)
    libvirt_take_last_error (error);

  return result;
}

char *
libvirt_check_string (char *result,
                      GError **error)
{
  if (result == NULL)
    libvirt_take_last_error (error);

  return libvirt_take_valid (result);
}

/* Python makes its own errors of domain, code and message. When such an error comes back, the
 * rest is known if it was the last failure of this thread. */
static gboolean
is_about (const LibvirtErrorInfo *info,
          const GError *error)
{
  return info != NULL &&
         info->code == (LibvirtError) libvirt_enum_known (LIBVIRT_TYPE_ERROR, error->code) &&
         g_strcmp0 (info->message, error->message) == 0;
}

static LibvirtErrorInfo *
error_to_info (const GError *error)
{
  const LibvirtErrorInfo *info = libvirt_error_get_private (error)->info;
  const LibvirtErrorInfo *last = libvirt_error_peek_last ();

  if (info == NULL && is_about (last, error))
    info = last;

  return info != NULL ? libvirt_error_info_copy (info)
                      : info_from_message (error->code, error->message);
}

/**
 * libvirt_error_get_info:
 * @error: what a function of this library failed with
 *
 * Gets all that libvirt told about a failure.
 *
 * An error that has been taken to pieces and put together again, as Python does it, has lost
 * the details. They are still found if @error was the last failure of this thread; otherwise
 * code and message are all there is.
 *
 * Returns: (transfer full) (nullable): the details, or %NULL if @error is not of the domain
 *   %LIBVIRT_ERROR
 *
 * Since: 1.0
 */
LibvirtErrorInfo *
libvirt_error_get_info (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  return error->domain == LIBVIRT_ERROR ? error_to_info (error) : NULL;
}

void
libvirt_error_remember (const GError *error)
{
  if (error == NULL)
    return;

  /* What is not libvirt's leaves nothing behind, lest something older be taken for it. */
  libvirt_error_take_last (error->domain == LIBVIRT_ERROR ? error_to_info (error) : NULL);
}
