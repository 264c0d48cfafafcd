/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>
#include <libvirt/libvirt.h>
#include "runtime/libvirt-export-private.h"

G_BEGIN_DECLS

/* Typed parameters as a{sv}, sunk; repeated names become `as`. */
LIBVIRT_FOR_ADMIN
GVariant *libvirt_typed_params_to_variant (virTypedParameterPtr params,
                                           int n_params);

/* FALSE with an error that names the key, and nothing allocated, if @variant is malformed. Values
 * get the type that a known key has: one whose macro begins with LIBVIRT_ and @family. */
LIBVIRT_FOR_ADMIN
gboolean libvirt_typed_params_from_variant (GVariant *variant,
                                            const char *family,
                                            virTypedParameterPtr *params,
                                            int *n_params,
                                            GError **error);

/* A value of libvirt's as one of ours: `..._UNKNOWN` if @type does not know it. That is -1, or
 * libvirt's own number where it has such a value. */
LIBVIRT_FOR_ADMIN
int libvirt_enum_known (GType type,
                        int value);

/* Flags of libvirt's without the bits that @type does not know. */
guint libvirt_flags_known (GType type,
                           guint value);

/* The VIR_UUID_BUFLEN bytes of a UUID; NULL with INVALID_ARG if there are more or less. */
const guint8 *libvirt_uuid_from_bytes (GBytes *uuid,
                                       GError **error);

/* A copy of a text of libvirt's that is valid UTF-8, to be freed; NULL of NULL. */
LIBVIRT_FOR_ADMIN
char *libvirt_dup_valid (const char *text);

/* The same for a text, or for texts up to a NULL, that are taken over. */
char *libvirt_take_valid (char *text);
GStrv libvirt_take_all_valid (GStrv texts);

/* FALSE with INVALID_ARG for a number that no enumeration of libvirt's has. Most drivers refuse what
 * they do not know, and may know more than this library; some do nothing, and succeed. */
gboolean libvirt_check_enum (int value,
                             GError **error);

/* FALSE with INVALID_ARG for flags that are not among the @known ones, where there is no driver to
 * say so. */
LIBVIRT_FOR_ADMIN
gboolean libvirt_check_flags (guint flags,
                              guint known,
                              GError **error);

/* FALSE with INVALID_ARG for a text that is not valid UTF-8; NULL is all right. For texts that
 * nobody behind libvirt looks at closely. */
gboolean libvirt_check_text (const char *text,
                             GError **error);

/* libvirt takes some numbers as a long, which on some machines is shorter than what there may be:
 * FALSE with OVERFLOW for one that does not fit. */
gboolean libvirt_check_long (guint64 value,
                             GError **error);

/* Room for as many bytes as the caller asks for, cleared; FALSE with NO_MEMORY if that is too
 * much. */
gboolean libvirt_alloc_buffer (gsize size,
                               guint8 **buffer,
                               GError **error);

G_END_DECLS
