/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-gobj.h>

/* What to open connections with in a program for the terminal: it asks there, also when input and
 * output are redirected, and does not show passwords. Without a terminal nothing is answered. */
LibvirtConnectAuth *terminal_agent_new (void);
