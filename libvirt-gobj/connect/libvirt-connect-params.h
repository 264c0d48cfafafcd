/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

/**
 * LIBVIRT_CONNECT_IDENTITY_GROUP_NAME:
 *
 * `s`: the group the client acts for, as its system calls it. A key of
 * libvirt_connect_set_identity().
 *
 * Since: 1.0
 */
#define LIBVIRT_CONNECT_IDENTITY_GROUP_NAME "group-name"

/**
 * LIBVIRT_CONNECT_IDENTITY_PROCESS_ID:
 *
 * `x`: the number of the client's process, in its own process namespace. A key of
 * libvirt_connect_set_identity().
 *
 * Since: 1.0
 */
#define LIBVIRT_CONNECT_IDENTITY_PROCESS_ID "process-id"

/**
 * LIBVIRT_CONNECT_IDENTITY_PROCESS_TIME:
 *
 * `t`: when that process began, so that a number used again is not mistaken for it; on Linux,
 * clock ticks since boot. A key of libvirt_connect_set_identity().
 *
 * Since: 1.0
 */
#define LIBVIRT_CONNECT_IDENTITY_PROCESS_TIME "process-time"

/**
 * LIBVIRT_CONNECT_IDENTITY_SASL_USER_NAME:
 *
 * `s`: who the client is according to a SASL exchange. A key of libvirt_connect_set_identity().
 *
 * Since: 1.0
 */
#define LIBVIRT_CONNECT_IDENTITY_SASL_USER_NAME "sasl-user-name"

/**
 * LIBVIRT_CONNECT_IDENTITY_SELINUX_CONTEXT:
 *
 * `s`: the security label that access rules judge the client by. A key of
 * libvirt_connect_set_identity().
 *
 * Since: 1.0
 */
#define LIBVIRT_CONNECT_IDENTITY_SELINUX_CONTEXT "selinux-context"

/**
 * LIBVIRT_CONNECT_IDENTITY_UNIX_GROUP_ID:
 *
 * `t`: the client's numeric primary group. A key of libvirt_connect_set_identity().
 *
 * Since: 1.0
 */
#define LIBVIRT_CONNECT_IDENTITY_UNIX_GROUP_ID "unix-group-id"

/**
 * LIBVIRT_CONNECT_IDENTITY_UNIX_USER_ID:
 *
 * `t`: the number of the account the client works under. A key of libvirt_connect_set_identity().
 *
 * Since: 1.0
 */
#define LIBVIRT_CONNECT_IDENTITY_UNIX_USER_ID "unix-user-id"

/**
 * LIBVIRT_CONNECT_IDENTITY_USER_NAME:
 *
 * `s`: the login of that account. A key of libvirt_connect_set_identity().
 *
 * Since: 1.0
 */
#define LIBVIRT_CONNECT_IDENTITY_USER_NAME "user-name"

/**
 * LIBVIRT_CONNECT_IDENTITY_X509_DISTINGUISHED_NAME:
 *
 * `s`: the subject of a client's TLS certificate. A key of libvirt_connect_set_identity().
 *
 * Since: 1.0
 */
#define LIBVIRT_CONNECT_IDENTITY_X509_DISTINGUISHED_NAME "x509-distinguished-name"
