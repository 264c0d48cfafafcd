/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_ADMIN_INSIDE) && !defined (LIBVIRT_GOBJ_ADMIN_COMPILATION)
#error "Only <libvirt-gobj-admin/libvirt-gobj-admin.h> can be included directly."
#endif

/**
 * LIBVIRT_ADMIN_CLIENT_INFO_READONLY:
 *
 * `b`: whether the client opened a connection for looking only; never so over the network, where
 * that is not known. A key of libvirt_admin_client_get_info().
 *
 * Since: 1.0
 */
#define LIBVIRT_ADMIN_CLIENT_INFO_READONLY "readonly"

/**
 * LIBVIRT_ADMIN_CLIENT_INFO_SASL_USER_NAME:
 *
 * `s`: the name under which SASL let the client in, if it did. A key of
 * libvirt_admin_client_get_info().
 *
 * Since: 1.0
 */
#define LIBVIRT_ADMIN_CLIENT_INFO_SASL_USER_NAME "sasl_user_name"

/**
 * LIBVIRT_ADMIN_CLIENT_INFO_SELINUX_CONTEXT:
 *
 * `s`: the SELinux label of the process, on machines that have such labels. A key of
 * libvirt_admin_client_get_info().
 *
 * Since: 1.0
 */
#define LIBVIRT_ADMIN_CLIENT_INFO_SELINUX_CONTEXT "selinux_context"

/**
 * LIBVIRT_ADMIN_CLIENT_INFO_SOCKET_ADDR:
 *
 * `s`: address and port from which a client of the network calls. A key of
 * libvirt_admin_client_get_info().
 *
 * Since: 1.0
 */
#define LIBVIRT_ADMIN_CLIENT_INFO_SOCKET_ADDR "sock_addr"

/**
 * LIBVIRT_ADMIN_CLIENT_INFO_UNIX_GROUP_ID:
 *
 * `i`: the number of the group as which a local process runs. A key of
 * libvirt_admin_client_get_info().
 *
 * Since: 1.0
 */
#define LIBVIRT_ADMIN_CLIENT_INFO_UNIX_GROUP_ID "unix_group_id"

/**
 * LIBVIRT_ADMIN_CLIENT_INFO_UNIX_GROUP_NAME:
 *
 * `s`: what that group is called on the machine of the daemon. A key of
 * libvirt_admin_client_get_info().
 *
 * Since: 1.0
 */
#define LIBVIRT_ADMIN_CLIENT_INFO_UNIX_GROUP_NAME "unix_group_name"

/**
 * LIBVIRT_ADMIN_CLIENT_INFO_UNIX_PROCESS_ID:
 *
 * `i`: the process at the other end of a local socket. A key of libvirt_admin_client_get_info().
 *
 * Since: 1.0
 */
#define LIBVIRT_ADMIN_CLIENT_INFO_UNIX_PROCESS_ID "unix_process_id"

/**
 * LIBVIRT_ADMIN_CLIENT_INFO_UNIX_USER_ID:
 *
 * `i`: the number of the user as whom a local process runs. A key of
 * libvirt_admin_client_get_info().
 *
 * Since: 1.0
 */
#define LIBVIRT_ADMIN_CLIENT_INFO_UNIX_USER_ID "unix_user_id"

/**
 * LIBVIRT_ADMIN_CLIENT_INFO_UNIX_USER_NAME:
 *
 * `s`: what that user is called on the machine of the daemon. A key of
 * libvirt_admin_client_get_info().
 *
 * Since: 1.0
 */
#define LIBVIRT_ADMIN_CLIENT_INFO_UNIX_USER_NAME "unix_user_name"

/**
 * LIBVIRT_ADMIN_CLIENT_INFO_X509_DISTINGUISHED_NAME:
 *
 * `s`: the subject of the certificate that a TLS client showed. A key of
 * libvirt_admin_client_get_info().
 *
 * Since: 1.0
 */
#define LIBVIRT_ADMIN_CLIENT_INFO_X509_DISTINGUISHED_NAME "tls_x509_dname"

/**
 * LIBVIRT_ADMIN_SERVER_CLIENTS_CURRENT:
 *
 * `u`: how many are connected now; cannot be set. A key of
 * libvirt_admin_server_get_client_limits().
 *
 * Since: 1.0
 */
#define LIBVIRT_ADMIN_SERVER_CLIENTS_CURRENT "nclients"

/**
 * LIBVIRT_ADMIN_SERVER_CLIENTS_MAX:
 *
 * `u`: how many may be connected at a time; whoever comes later waits. A key of
 * libvirt_admin_server_get_client_limits() and libvirt_admin_server_set_client_limits().
 *
 * Since: 1.0
 */
#define LIBVIRT_ADMIN_SERVER_CLIENTS_MAX "nclients_max"

/**
 * LIBVIRT_ADMIN_SERVER_CLIENTS_UNAUTH_CURRENT:
 *
 * `u`: how many have not yet said who they are; cannot be set. A key of
 * libvirt_admin_server_get_client_limits().
 *
 * Since: 1.0
 */
#define LIBVIRT_ADMIN_SERVER_CLIENTS_UNAUTH_CURRENT "nclients_unauth"

/**
 * LIBVIRT_ADMIN_SERVER_CLIENTS_UNAUTH_MAX:
 *
 * `u`: how many may be connected without having said who they are; not more than there may be
 * clients. A key of libvirt_admin_server_get_client_limits() and
 * libvirt_admin_server_set_client_limits().
 *
 * Since: 1.0
 */
#define LIBVIRT_ADMIN_SERVER_CLIENTS_UNAUTH_MAX "nclients_unauth_max"

/**
 * LIBVIRT_ADMIN_THREADPOOL_JOB_QUEUE_DEPTH:
 *
 * `u`: calls of clients that no thread has taken up yet; cannot be set. A key of
 * libvirt_admin_server_get_thread_pool_parameters().
 *
 * Since: 1.0
 */
#define LIBVIRT_ADMIN_THREADPOOL_JOB_QUEUE_DEPTH "jobQueueDepth"

/**
 * LIBVIRT_ADMIN_THREADPOOL_WORKERS_CURRENT:
 *
 * `u`: threads there are, without those for priority calls; cannot be set. A key of
 * libvirt_admin_server_get_thread_pool_parameters().
 *
 * Since: 1.0
 */
#define LIBVIRT_ADMIN_THREADPOOL_WORKERS_CURRENT "nWorkers"

/**
 * LIBVIRT_ADMIN_THREADPOOL_WORKERS_FREE:
 *
 * `u`: threads that have nothing to do; cannot be set. A key of
 * libvirt_admin_server_get_thread_pool_parameters().
 *
 * Since: 1.0
 */
#define LIBVIRT_ADMIN_THREADPOOL_WORKERS_FREE "freeWorkers"

/**
 * LIBVIRT_ADMIN_THREADPOOL_WORKERS_MAX:
 *
 * `u`: threads that may be started when there is much to do. A key of
 * libvirt_admin_server_get_thread_pool_parameters() and
 * libvirt_admin_server_set_thread_pool_parameters().
 *
 * Since: 1.0
 */
#define LIBVIRT_ADMIN_THREADPOOL_WORKERS_MAX "maxWorkers"

/**
 * LIBVIRT_ADMIN_THREADPOOL_WORKERS_MIN:
 *
 * `u`: threads that stay when there is nothing to do. A key of
 * libvirt_admin_server_get_thread_pool_parameters() and
 * libvirt_admin_server_set_thread_pool_parameters().
 *
 * Since: 1.0
 */
#define LIBVIRT_ADMIN_THREADPOOL_WORKERS_MIN "minWorkers"

/**
 * LIBVIRT_ADMIN_THREADPOOL_WORKERS_PRIORITY:
 *
 * `u`: further threads for calls that never wait for a guest, so that something works even when
 * all others hang. A key of libvirt_admin_server_get_thread_pool_parameters() and
 * libvirt_admin_server_set_thread_pool_parameters().
 *
 * Since: 1.0
 */
#define LIBVIRT_ADMIN_THREADPOOL_WORKERS_PRIORITY "prioWorkers"
