/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_ADMIN_INSIDE) && !defined (LIBVIRT_GOBJ_ADMIN_COMPILATION)
#error "Only <libvirt-gobj-admin/libvirt-gobj-admin.h> can be included directly."
#endif

#include <libvirt-gobj-admin/libvirt-admin-types.h>

G_BEGIN_DECLS

/**
 * LibvirtAdminClientTransport:
 * @LIBVIRT_ADMIN_CLIENT_TRANSPORT_UNKNOWN: one that this version of the library has no name for
 * @LIBVIRT_ADMIN_CLIENT_TRANSPORT_UNIX: a socket on the daemon's own machine; also the far end of
 *   an SSH connection, which nothing tells from a local program
 * @LIBVIRT_ADMIN_CLIENT_TRANSPORT_TCP: the network, readable by everybody on the way
 * @LIBVIRT_ADMIN_CLIENT_TRANSPORT_TLS: the network, encrypted and with certificates
 *
 * How a client reaches its daemon.
 *
 * Mirrors virClientTransport.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_ADMIN_CLIENT_TRANSPORT_UNKNOWN = -1,
  LIBVIRT_ADMIN_CLIENT_TRANSPORT_UNIX = 0,
  LIBVIRT_ADMIN_CLIENT_TRANSPORT_TCP = 1,
  LIBVIRT_ADMIN_CLIENT_TRANSPORT_TLS = 2,
} LibvirtAdminClientTransport;

/**
 * LibvirtAdminConnectDaemonShutdownFlags:
 * @LIBVIRT_ADMIN_CONNECT_DAEMON_SHUTDOWN_FLAGS_NONE: as when the daemon is stopped by a signal
 * @LIBVIRT_ADMIN_CONNECT_DAEMON_SHUTDOWN_FLAGS_PRESERVE: first save or shut down the guests, as
 *   the configuration of the driver says for the case that the host itself goes down; since libvirt
 *   11.2.0
 *
 * What libvirt_admin_connect_daemon_shutdown() does beforehand.
 *
 * Mirrors virAdmConnectDaemonShutdownFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_ADMIN_CONNECT_DAEMON_SHUTDOWN_FLAGS_NONE = 0,
  LIBVIRT_ADMIN_CONNECT_DAEMON_SHUTDOWN_FLAGS_PRESERVE = 1 << 0,
} LibvirtAdminConnectDaemonShutdownFlags;

G_END_DECLS
