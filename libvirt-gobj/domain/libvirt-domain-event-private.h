/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-domain-event.h>
#include "domain/libvirt-domain-private.h"

G_BEGIN_DECLS

#define LIBVIRT_DOMAIN_EVENT_MAX_PARAMS 5

/* The place of an id for what is registered on request only, with a function of its own. */
#define LIBVIRT_DOMAIN_EVENT_QEMU_MONITOR -1

/* One event id of libvirt's: its signal on the domain, and its mirror on the connection. */
typedef struct
{
  int id;
  const char *signal;
  const char *mirror;
  GType (*params[LIBVIRT_DOMAIN_EVENT_MAX_PARAMS]) (void); /* up to the first NULL */
} LibvirtDomainEvent;

/* domain/libvirt-domain-event-callbacks.c: by event id */
extern const virConnectDomainEventGenericCallback libvirt_domain_event_callbacks[];

/* domain/libvirt-domain-event-table.c */
extern const LibvirtDomainEvent libvirt_domain_events[];
extern const guint libvirt_domain_n_events;

/*
 * An event on its way from libvirt's thread to the owner's context. What libvirt gave is in
 * @values, whose first two places are for the connection and the domain: with the connection
 * they are the arguments of the mirror, without it those of the domain's own signal.
 */
typedef struct
{
  LibvirtEmission emission;
  guint event; /* index in the table */
  guint32 serial;
  LibvirtDomain *domain; /* NULL if nobody knows it yet */
  virDomainPtr native;   /* kept if the domain is unknown, or its name is new */
  LibvirtDomainBase base; /* what the event says of the state */
  gboolean ask;           /* whether it leaves something open */
  gboolean detached;      /* the connection was closed meanwhile */
  GQuark detail;
  GValue values[];
} LibvirtDomainEmission;

/* What is registered with libvirt for the event @id, to be freed by it. */
gpointer libvirt_domain_event_registration_new (LibvirtCore *core,
                                                int id);
void libvirt_domain_event_registration_free (gpointer registration);

/* For libvirt's callbacks: @opaque is what was registered. */
LibvirtDomainEmission *libvirt_domain_emission_new (gpointer opaque);
void libvirt_domain_emission_push (LibvirtDomainEmission *self,
                                   gpointer opaque,
                                   virDomainPtr native);

/* The place of a parameter, initialised. */
GValue *libvirt_domain_emission_param (LibvirtDomainEmission *self,
                                       guint index);

/* domain/libvirt-domain-event-state.c: what a life cycle event says of the state. */
void libvirt_domain_base_from_lifecycle (LibvirtDomainBase *base,
                                         gboolean *ask,
                                         virDomainPtr native,
                                         int event,
                                         int detail);

G_END_DECLS
