/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

/**
 * LIBVIRT_LIBVIR_VERSION_NUMBER:
 *
 * The version of libvirt whose whole interface this library has, as major × 1,000,000 + minor ×
 * 1,000 + release; which one a program runs with is told by libvirt_get_version().
 *
 * Since: 1.0
 */
#define LIBVIRT_LIBVIR_VERSION_NUMBER 12008000

/**
 * LIBVIRT_TYPED_PARAM_FIELD_LENGTH:
 *
 * Room for the name of a typed parameter, in bytes and with the final zero: a key of an `a{sv}`
 * dictionary that is longer than 79 bytes is refused.
 *
 * Since: 1.0
 */
#define LIBVIRT_TYPED_PARAM_FIELD_LENGTH 80

/**
 * LIBVIRT_UUID_BUFLEN:
 *
 * The bytes of a UUID in its raw form, as in libvirt_connect_lookup_domain_by_uuid().
 *
 * Since: 1.0
 */
#define LIBVIRT_UUID_BUFLEN 16
