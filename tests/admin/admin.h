/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

/*
 * What tests of the admin interface have in common: a libvirtd of their own, a connection of ours
 * to it, and a raw one of libvirt's beside that. Its clients are bare sockets: libvirt itself
 * cannot be one in a process that uses libvirt-admin.
 */

#include <libvirt-gobj-admin/libvirt-gobj-admin.h>
#include <libvirt/libvirt-admin.h>
#include <libvirt/virterror.h>

#include "daemon.h"
#include "harness.h"

typedef struct
{
  Daemon *daemon; /* NULL: it cannot run here, and the test is skipped */
  char *uri;
  LibvirtAdminConnect *connect;
  virAdmConnectPtr raw;
} Admin;

void admin_set_up (Admin *self,
                   gconstpointer data);

/* Closes everything and sees to it that nothing was left behind. */
void admin_tear_down (Admin *self,
                      gconstpointer data);

/* Adds a test for which there is a daemon. */
void admin_add_test (const char *path,
                     void (*test) (Admin *self));

/* What libvirtd has for clients of hypervisors. */
LibvirtAdminServer *admin_lookup_server (Admin *self);
virAdmServerPtr admin_lookup_raw_server (Admin *self);

/* Connects a client to @socket of the daemon, which knows it then: its file descriptor. @client is
 * ours for it, @raw that of libvirt. */
int admin_connect_client (Admin *self,
                          const char *socket,
                          LibvirtAdminClient **client,
                          virAdmClientPtr *raw);

/* How many clients there are, as the raw connection sees it. */
int admin_count_raw (Admin *self,
                     const char *server);
