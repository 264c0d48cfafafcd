/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "runtime/libvirt-core-private.h"

G_BEGIN_DECLS

/*
 * In a child made by fork() nothing can be done with a connection of its parent: the socket and
 * what is said there are the parent's, and so were the threads. From libvirt_fork_add() on, the
 * core knows in a child that it is inherited, and its locks are free there.
 */
void libvirt_fork_add (LibvirtCore *core);
void libvirt_fork_remove (LibvirtCore *core);

/* libvirt_core_get_silence() of @core, which need not be there any more. */
int libvirt_fork_get_silence (LibvirtCore *core);

G_END_DECLS
