/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

/*
 * A libvirtd of the test's own, with libvirt's test driver and no other. It runs in a mount
 * namespace in which /run and /etc/libvirt are folders of a temporary one, so that it neither
 * sees nor disturbs the system's daemons. It ends with daemon_free(), or with the thread that
 * started it.
 *
 * Only root can do that: elsewhere daemon_new() marks the test as skipped and returns NULL.
 */

#include <glib.h>

typedef struct _Daemon Daemon;

typedef struct
{
  int max_client_requests; /* 0: as libvirtd does by default, which is 5 */
  int keepalive_interval;  /* in seconds; 0: by default, which is 5; negative: off */
  int keepalive_count;     /* 0: by default, which is 5 */
  const char *more;        /* NULL, or further lines for libvirtd.conf */
  gboolean slow_picture;   /* what virDomainScreenshot() reads from is a FIFO of the test's */
} DaemonOptions;

/* @options may be NULL. To be called in a thread that lives as long as the daemon. */
Daemon *daemon_new (const DaemonOptions *options);

/* Leaves no process, no mount and no file. */
void daemon_free (Daemon *self);

/* Its socket, as everybody can reach it, for relay_new(); likewise that of the read-only one. */
const char *daemon_get_socket (Daemon *self);
const char *daemon_get_read_only_socket (Daemon *self);

/* What is /run and /etc/libvirt to the daemon. */
const char *daemon_get_run_dir (Daemon *self);
const char *daemon_get_etc_dir (Daemon *self);

GPid daemon_get_pid (Daemon *self);

/* With slow_picture: the other end of that FIFO, to write to; the daemon's to close. */
int daemon_get_picture_fd (Daemon *self);

/* Calls @func with the URI of a daemon that is there as long as that; not where there can be none. */
void daemon_serve (void (*func) (const char *uri));

/* How many sockets it has open: one more for each client, as the daemon sees it. */
guint daemon_count_sockets (Daemon *self);

/* The URI of its test:///default, through @socket, or its own socket if that is NULL. */
char *daemon_dup_uri (Daemon *self, const char *socket);

/* The URI of its admin interface, for libvirt_admin_connect_open(). */
char *daemon_dup_admin_uri (Daemon *self);

/* A path with which virDomainRestore() takes @ms milliseconds and then fails, without holding a
 * lock of the daemon's meanwhile. */
char *daemon_dup_slow_path (guint ms);

/* It does nothing any more, but what it has open stays open. */
void daemon_freeze (Daemon *self);
void daemon_thaw (Daemon *self);

/* As a crash: no good-bye. */
void daemon_kill (Daemon *self);

/* Starts another one in the place of the one that was killed, or of one that still runs. */
void daemon_restart (Daemon *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Daemon, daemon_free)
