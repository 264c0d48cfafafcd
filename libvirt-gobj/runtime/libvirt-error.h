/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-error-enums.h>

G_BEGIN_DECLS

/**
 * LIBVIRT_ERROR:
 *
 * The domain of every #GError that says what libvirt said. The codes are those of #LibvirtError;
 * libvirt_error_get_info() has what a #GError has no room for.
 *
 * Since: 1.0
 */
#define LIBVIRT_ERROR (libvirt_error_quark ())

#define LIBVIRT_TYPE_ERROR_INFO (libvirt_error_info_get_type ())

typedef struct _LibvirtErrorInfo LibvirtErrorInfo;

/**
 * LibvirtErrorInfo:
 * @code: what went wrong
 * @domain: which part of libvirt says so
 * @message: (nullable): a sentence for people, in their language
 * @level: how grave it is
 * @str1: (nullable): what else libvirt tells, mostly the pattern that @message was made from
 * @str2: (nullable): mostly the particular that was put into the pattern
 * @str3: (nullable): a third text, which few failures have
 * @int1: a number: the errno with %LIBVIRT_ERROR_SYSTEM_ERROR, -1 where there is nothing to tell
 * @int2: another number, -1 as a rule
 *
 * All that libvirt tells about a failure. The fields are there to be read.
 *
 * Mirrors virError.
 *
 * Since: 1.0
 */
struct _LibvirtErrorInfo
{
  LibvirtError code;
  LibvirtErrorDomain domain;
  char *message;
  LibvirtErrorLevel level;
  char *str1;
  char *str2;
  char *str3;
  int int1;
  int int2;
};

/**
 * LibvirtErrorFunc:
 * @info: all that libvirt tells; belongs to the caller and goes when the function returns
 * @user_data: what was given to libvirt_set_error_func()
 *
 * Is told of the failures that libvirt reports, one at a time and in their order.
 *
 * Mirrors virErrorFunc.
 *
 * Since: 1.0
 */
typedef void (*LibvirtErrorFunc) (const LibvirtErrorInfo *info,
                                  gpointer                user_data);

LIBVIRT_AVAILABLE_IN_1_0
GQuark              libvirt_error_quark            (void);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtErrorInfo   *libvirt_error_get_info         (const GError *error);

LIBVIRT_AVAILABLE_IN_1_0
GType               libvirt_error_info_get_type    (void) G_GNUC_CONST;

LIBVIRT_AVAILABLE_IN_1_0
LibvirtErrorInfo   *libvirt_error_info_new         (void);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtErrorInfo   *libvirt_error_info_copy        (const LibvirtErrorInfo *self);

LIBVIRT_AVAILABLE_IN_1_0
void                libvirt_error_info_free        (LibvirtErrorInfo *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LibvirtErrorInfo, libvirt_error_info_free)

LIBVIRT_AVAILABLE_IN_1_0
LibvirtErrorInfo   *libvirt_get_last_error         (void);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtError        libvirt_get_last_error_code    (void);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtErrorDomain  libvirt_get_last_error_domain  (void);

LIBVIRT_AVAILABLE_IN_1_0
const char         *libvirt_get_last_error_message (void);

LIBVIRT_AVAILABLE_IN_1_0
void                libvirt_reset_last_error       (void);

LIBVIRT_AVAILABLE_IN_1_0
void                libvirt_set_error_func         (LibvirtErrorFunc func,
                                                    gpointer         user_data,
                                                    GDestroyNotify   destroy);

LIBVIRT_AVAILABLE_IN_1_0
void                libvirt_default_error_func     (const LibvirtErrorInfo *info);

G_END_DECLS
