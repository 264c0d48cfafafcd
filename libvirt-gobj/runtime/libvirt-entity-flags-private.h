/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "runtime/libvirt-entity-private.h"

G_BEGIN_DECLS

/*
 * The boolean properties of things that can be started, stopped and kept: networks, storage pools,
 * interfaces and devices of the host. Each class installs those that its things have, under these
 * ids, which are the bits of what changed.
 */
enum
{
  LIBVIRT_PROP_ACTIVE = LIBVIRT_ENTITY_FIRST_CHANGED_BIT,
  LIBVIRT_PROP_AUTOSTART,
  LIBVIRT_PROP_PERSISTENT,
  LIBVIRT_PROP_CAN_DESTROY,
  LIBVIRT_PROP_CAN_START,
  LIBVIRT_FIRST_OWN_PROP,
};

/* Installs one of them. */
void libvirt_entity_install_flag (GObjectClass *object_class,
                                  guint prop_id);

/* Reads one of them. Any thread. */
gboolean libvirt_entity_peek_flag (LibvirtEntity *self,
                                   guint prop_id);

/* For LibvirtEntityDetails, of kinds that have no other base properties. */
guint libvirt_entity_take_only_flags (LibvirtEntity *self,
                                      const LibvirtBase *base);
void libvirt_entity_guess_flags (gpointer native,
                                 LibvirtBase *base);
void libvirt_entity_notify_flags (LibvirtEntity *self,
                                  guint changed);

G_END_DECLS
