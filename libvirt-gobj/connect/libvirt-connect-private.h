/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-connect.h>
#include <libvirt-gobj/libvirt-enum-types.h>
#include "runtime/libvirt-core-private.h"
#include "runtime/libvirt-event-private.h"

G_BEGIN_DECLS

LibvirtCore *libvirt_connect_get_core (LibvirtConnect *self);

/* connect/libvirt-connect-event.c: the mirrors of the signals of entities. */
void libvirt_connect_event_class_init (GObjectClass *connect_class);

/* In the owner's context: libvirt says that the connection is over. */
void libvirt_connect_take_closed (LibvirtConnect *self,
                                  int reason);

/* What each way of opening does first and last. A beginning that succeeded must have its end,
 * which takes @native over, NULL with @error set if it could not be opened. The end blocks, as it
 * registers for events. */
gboolean libvirt_connect_begin_open (LibvirtEventOpening *opening,
                                     GError **error);
LibvirtConnect *libvirt_connect_end_open (LibvirtEventOpening *opening,
                                          virConnectPtr native,
                                          gboolean read_only);

/* The same for a connection that was opened elsewhere. */
LibvirtConnect *libvirt_connect_new (virConnectPtr native,
                                     gboolean read_only,
                                     int socket);

/* The pair of functions that libvirt has for old lists of names: the count, and as many names
 * as there is room for. */
GStrv libvirt_connect_list_names (virConnectPtr native,
                                  int (*count) (virConnectPtr),
                                  int (*list) (virConnectPtr,
                                               char **const,
                                               int),
                                  GError **error);

G_END_DECLS
