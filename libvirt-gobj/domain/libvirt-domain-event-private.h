/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-domain-event.h>
#include "domain/libvirt-domain-private.h"
#include "runtime/libvirt-entity-event-private.h"

G_BEGIN_DECLS

/* The place of an id for what is registered on request only, with a function of its own. */
#define LIBVIRT_DOMAIN_EVENT_QEMU_MONITOR -1

/* domain/libvirt-domain-event-callbacks.c: by event id */
extern const virConnectDomainEventGenericCallback libvirt_domain_event_callbacks[];

/* domain/libvirt-domain-event-table.c */
extern const LibvirtEntityEvent libvirt_domain_event_list[];

/* domain/libvirt-domain-event-state.c: what a life cycle event says of the state. */
void libvirt_domain_base_from_lifecycle (LibvirtBase *base,
                                         gboolean *ask,
                                         virDomainPtr native,
                                         int event,
                                         int detail);

G_END_DECLS
