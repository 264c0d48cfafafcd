/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-connect.h>
#include <libvirt-gobj/libvirt-enum-types.h>
#include "runtime/libvirt-core-private.h"

G_BEGIN_DECLS

LibvirtCore *libvirt_connect_get_core (LibvirtConnect *self);

/* In the owner's context: libvirt says that the connection is over. */
void libvirt_connect_take_closed (LibvirtConnect *self,
                                  int reason);

/* What each way of opening needs first. */
gboolean libvirt_connect_prepare_open (GError **error);

/* Takes @native over; registers for events, so it blocks. */
LibvirtConnect *libvirt_connect_new (virConnectPtr native,
                                     gboolean read_only);

/* The pair of functions that libvirt has for old lists of names: the count, and as many names
 * as there is room for. */
GStrv libvirt_connect_list_names (virConnectPtr native,
                                  int (*count) (virConnectPtr),
                                  int (*list) (virConnectPtr,
                                               char **const,
                                               int),
                                  GError **error);

G_END_DECLS
