/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libvirt-gobj-admin/libvirt-admin-enums.h>
#include <libvirt/libvirt-admin.h>
#include "runtime/libvirt-enum-assert-private.h"

/**
 * SECTION:libvirt-admin-enums
 * @title: Types of the admin interface
 * @short_description: transports of clients, and ways of ending a daemon
 *
 * Enumerations of their own that clients and daemons have; the reasons why a connection ended are
 * those of #LibvirtConnectCloseReason.
 *
 * Since: 1.0
 */

/* virClientTransport */
ASSERT_SAME (ADMIN_CLIENT_TRANSPORT_UNIX, CLIENT_TRANS_UNIX);
ASSERT_SAME (ADMIN_CLIENT_TRANSPORT_TCP, CLIENT_TRANS_TCP);
ASSERT_SAME (ADMIN_CLIENT_TRANSPORT_TLS, CLIENT_TRANS_TLS);

/* virAdmConnectDaemonShutdownFlags */
#if LIBVIR_CHECK_VERSION(11, 2, 0)
ASSERT_SAME (ADMIN_CONNECT_DAEMON_SHUTDOWN_FLAGS_PRESERVE, DAEMON_SHUTDOWN_PRESERVE);
#endif
