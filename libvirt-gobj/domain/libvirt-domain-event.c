/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "domain/libvirt-domain-event-private.h"

#define N_SIGNALS 32

static guint signals[N_SIGNALS];
static guint mirrors[N_SIGNALS];

static int
register_any (virConnectPtr connect,
              int id,
              gpointer callback,
              gpointer opaque,
              virFreeCallback free_opaque)
{
  return virConnectDomainEventRegisterAny (connect, NULL, id, callback, opaque, free_opaque);
}

static int
lifecycle_of (LibvirtEntityEmission *emission)
{
  return emission->is_lifecycle ? emission->raw[0] : -1;
}

/* Reading a UUID from libvirt's handle costs more than all else an event needs. */
static gboolean
may_rebind_name (LibvirtEntityEmission *emission)
{
  int event = lifecycle_of (emission);

  return event == VIR_DOMAIN_EVENT_DEFINED || event == VIR_DOMAIN_EVENT_UNDEFINED ||
         event == VIR_DOMAIN_EVENT_STARTED || event == VIR_DOMAIN_EVENT_STOPPED;
}

static gboolean
has_name (LibvirtEntityEmission *emission)
{
  return lifecycle_of (emission) != VIR_DOMAIN_EVENT_UNDEFINED;
}

const LibvirtEntityEvents libvirt_domain_events = {
  .details = &libvirt_domain_details,
  .events = libvirt_domain_event_list,
  .lifecycle_id = LIBVIRT_DOMAIN_EVENT_ID_LIFECYCLE,
  .register_any = register_any,
  .deregister_any = virConnectDomainEventDeregisterAny,
  .callbacks = libvirt_domain_event_callbacks,
  .may_rebind_name = may_rebind_name,
  .has_name = has_name,
  .signals = signals,
  .mirrors = mirrors,
};
