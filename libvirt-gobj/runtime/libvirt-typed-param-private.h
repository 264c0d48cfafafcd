/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>
#include <libvirt/libvirt.h>

G_BEGIN_DECLS

/* The types, as a GVariant has them, that libvirt takes for @key, one of those whose macro begins
 * with LIBVIRT_ and @family. NULL for a key that is not known. */
const char *libvirt_typed_param_types (const char *family,
                                       const char *key);

/* Gives @self, which has its name, the value as the first of @types that it can be, or as what it is
 * if they are NULL. FALSE with INVALID_ARG, and nothing to free, if it can be none of them. */
gboolean libvirt_typed_param_set (virTypedParameterPtr self,
                                  const char *types,
                                  GVariant *value,
                                  GError **error);

G_END_DECLS
