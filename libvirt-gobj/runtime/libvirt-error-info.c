/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libvirt-gobj/libvirt-enum-types.h>
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"
#include "runtime/libvirt-version.h"

G_DEFINE_BOXED_TYPE (LibvirtErrorInfo,
                     libvirt_error_info,
                     libvirt_error_info_copy,
                     libvirt_error_info_free)

LibvirtErrorInfo *
libvirt_error_info_from_native (const virError *native)
{
  LibvirtErrorInfo *self = libvirt_error_info_new ();

  self->code = libvirt_enum_known (LIBVIRT_TYPE_ERROR, native->code);
  self->domain = libvirt_enum_known (LIBVIRT_TYPE_ERROR_DOMAIN, native->domain);
  self->message = libvirt_dup_valid (native->message);
  self->level = libvirt_enum_known (LIBVIRT_TYPE_ERROR_LEVEL, native->level);
  self->str1 = libvirt_dup_valid (native->str1);
  self->str2 = libvirt_dup_valid (native->str2);
  self->str3 = libvirt_dup_valid (native->str3);
  self->int1 = native->int1;
  self->int2 = native->int2;

  return self;
}

/**
 * libvirt_error_info_new:
 *
 * Makes one in which nothing is wrong and nothing is said. What fails is described by the
 * library itself; this is for tests of code that reads such descriptions.
 *
 * Returns: (transfer full): a new #LibvirtErrorInfo
 *
 * Since: 1.0
 */
LibvirtErrorInfo *
libvirt_error_info_new (void)
{
  return g_new0 (LibvirtErrorInfo, 1);
}

/**
 * libvirt_error_info_copy:
 * @self: what to duplicate
 *
 * Makes an independent duplicate, with texts of its own.
 *
 * Returns: (transfer full): another #LibvirtErrorInfo that says the same
 *
 * Since: 1.0
 */
LibvirtErrorInfo *
libvirt_error_info_copy (const LibvirtErrorInfo *self)
{
  LibvirtErrorInfo *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->message = g_strdup (self->message);
  copy->str1 = g_strdup (self->str1);
  copy->str2 = g_strdup (self->str2);
  copy->str3 = g_strdup (self->str3);

  return copy;
}

/**
 * libvirt_error_info_free: (skip)
 * @self: (nullable): what is no longer needed
 *
 * Releases the memory of the description and of its texts.
 *
 * Since: 1.0
 */
void
libvirt_error_info_free (LibvirtErrorInfo *self)
{
  if (self == NULL)
    return;

  g_free (self->message);
  g_free (self->str1);
  g_free (self->str2);
  g_free (self->str3);
  g_free (self);
}

/**
 * libvirt_default_error_func:
 * @info: what went wrong; with %LIBVIRT_ERROR_OK as its code, nothing happens
 *
 * Prints a failure on the standard error output, in the form in which libvirt does it in
 * programs that have not asked it to be quiet. libvirt-gobj has asked: by itself it prints
 * nothing.
 *
 * Calls virDefaultErrorFunc().
 *
 * Since: 1.0
 */
void
libvirt_default_error_func (const LibvirtErrorInfo *info)
{
  virError native = { 0 };

  g_return_if_fail (info != NULL);

  native.code = info->code;
  native.domain = info->domain;
  native.level = (virErrorLevel) info->level;
  /* libvirt 9.0 measures the text without looking whether there is one. */
  native.message = info->message != NULL ? info->message : (char *) "";
  native.str1 = info->str1;
  native.str2 = info->str2;
  native.str3 = info->str3;
  native.int1 = info->int1;
  native.int2 = info->int2;

  if (libvirt_initialize (NULL))
    virDefaultErrorFunc (&native);
}
