/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libvirt-gobj-admin/libvirt-admin-params.h>

#include <glib.h>
#include <libvirt/libvirt-admin.h>

/**
 * SECTION:libvirt-admin-params
 * @title: Parameters of servers and clients
 * @short_description: keys of limits, worker threads and what is known of a client
 *
 * The keys of the dictionaries of #LibvirtAdminServer and #LibvirtAdminClient. Each begins with
 * the type of its value, as a #GVariant has it.
 *
 * Since: 1.0
 */

#define ASSERT_SAME_KEY(name)                                                                      \
  G_STATIC_ASSERT (__builtin_strcmp (LIBVIRT_ADMIN_##name, VIR_##name) == 0)

ASSERT_SAME_KEY (CLIENT_INFO_READONLY);
ASSERT_SAME_KEY (CLIENT_INFO_SASL_USER_NAME);
ASSERT_SAME_KEY (CLIENT_INFO_SELINUX_CONTEXT);
ASSERT_SAME_KEY (CLIENT_INFO_SOCKET_ADDR);
ASSERT_SAME_KEY (CLIENT_INFO_UNIX_GROUP_ID);
ASSERT_SAME_KEY (CLIENT_INFO_UNIX_GROUP_NAME);
ASSERT_SAME_KEY (CLIENT_INFO_UNIX_PROCESS_ID);
ASSERT_SAME_KEY (CLIENT_INFO_UNIX_USER_ID);
ASSERT_SAME_KEY (CLIENT_INFO_UNIX_USER_NAME);
ASSERT_SAME_KEY (CLIENT_INFO_X509_DISTINGUISHED_NAME);
ASSERT_SAME_KEY (SERVER_CLIENTS_CURRENT);
ASSERT_SAME_KEY (SERVER_CLIENTS_MAX);
ASSERT_SAME_KEY (SERVER_CLIENTS_UNAUTH_CURRENT);
ASSERT_SAME_KEY (SERVER_CLIENTS_UNAUTH_MAX);
ASSERT_SAME_KEY (THREADPOOL_JOB_QUEUE_DEPTH);
ASSERT_SAME_KEY (THREADPOOL_WORKERS_CURRENT);
ASSERT_SAME_KEY (THREADPOOL_WORKERS_FREE);
ASSERT_SAME_KEY (THREADPOOL_WORKERS_MAX);
ASSERT_SAME_KEY (THREADPOOL_WORKERS_MIN);
ASSERT_SAME_KEY (THREADPOOL_WORKERS_PRIORITY);
