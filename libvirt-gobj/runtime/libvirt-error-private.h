/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>
#include <libvirt-gobj/libvirt-error.h>
#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>
#include "runtime/libvirt-export-private.h"

G_BEGIN_DECLS

/*
 * What a libvirt function returned, turned into what ours returns. libvirt's error is
 * thread-local and the next libvirt call resets it: call these right after the function, in
 * the thread that made the call.
 */

/* TRUE if @result is not negative. */
LIBVIRT_FOR_ADMIN
gboolean libvirt_check (int result,
                        GError **error);

/* @result, or -1 with @error set if it is negative. */
int libvirt_check_count (int result,
                         GError **error);

/* For predicates: TRUE if @result is positive; with @error set if it is negative. */
LIBVIRT_FOR_ADMIN
gboolean libvirt_check_boolean (int result,
                                GError **error);

/* @result, or NULL with @error set. */
LIBVIRT_FOR_ADMIN
gpointer libvirt_check_pointer (gpointer result,
                                GError **error);

/* @result, taken over and made valid UTF-8, or NULL with @error set. */
char *libvirt_check_string (char *result,
                            GError **error);

/* The pair of functions that libvirt has for old lists of names: the count, and as many names as
 * there is room for. NULL with @error set. */
typedef int (*LibvirtCountNames) (gpointer native);
typedef int (*LibvirtListNames) (gpointer native,
                                 char **names,
                                 int n_room);

GStrv libvirt_check_names (gpointer native,
                           LibvirtCountNames count,
                           LibvirtListNames list,
                           GError **error);

/* The same for functions that take flags. */
typedef int (*LibvirtCountFlaggedNames) (gpointer native,
                                         unsigned int flags);
typedef int (*LibvirtListFlaggedNames) (gpointer native,
                                        char **names,
                                        int n_room,
                                        unsigned int flags);

GStrv libvirt_check_flagged_names (gpointer native,
                                   guint flags,
                                   LibvirtCountFlaggedNames count,
                                   LibvirtListFlaggedNames list,
                                   GError **error);

/* For a result that says 'failed' in a way of its own. */
void libvirt_take_last_error (GError **error);

/* The same for an error that libvirt has handed over. NULL, or one without a code, becomes
 * INTERNAL_ERROR. */
void libvirt_take_error (const virError *native,
                         GError **error);

/* A failure of ours that says what libvirt would have said. */
LIBVIRT_FOR_ADMIN
void libvirt_set_error (GError **error,
                        LibvirtError code,
                        const char *format,
                        ...) G_GNUC_PRINTF (3, 4);

/* NO_SUPPORT for a function that the installed libvirt lacks. */
LIBVIRT_FOR_ADMIN
void libvirt_set_error_needs (GError **error,
                              const char *function,
                              const char *version);

/* Makes @error the last error of this thread: what failed in a worker is asked for here. */
void libvirt_error_remember (const GError *error);

/* The last error of this thread, to be read at once, or NULL. */
const LibvirtErrorInfo *libvirt_error_peek_last (void);

/* Takes @info over, which may be NULL. */
void libvirt_error_take_last (LibvirtErrorInfo *info);

/* The strings are copied and made valid UTF-8. */
LibvirtErrorInfo *libvirt_error_info_from_native (const virError *native);

/* Keeps libvirt from printing failures. Called once, when libvirt has been initialised. */
void libvirt_error_init (void);

/* Tells the function of libvirt_set_error_func(). For a handler set with virConnSetErrorFunc(),
 * which libvirt calls instead of the process-wide one. Any thread. */
void libvirt_error_tell (const virError *native);

G_END_DECLS
