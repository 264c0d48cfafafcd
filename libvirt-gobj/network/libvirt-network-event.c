/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "network/libvirt-network-private.h"

#include "connect/libvirt-connect-event.h"

static guint signals[2];
static guint mirrors[2];

static const LibvirtEntityEvent events[] = {
  /**
   * LibvirtNetwork::event-lifecycle:
   * @self: the network
   * @event: what became of the network
   * @detail: unused by libvirt, 0
   *
   * Emitted when the network is defined, undefined, started or stopped. The signal has details,
   * named after the values of #LibvirtNetworkEventLifecycleType: `event-lifecycle::started`. The
   * properties have their new values by then.
   *
   * Since: 1.0
   */
  /**
   * LibvirtConnect::network-event-lifecycle:
   * @self: the connection
   * @network: the network it is about
   * @event: what became of the network
   * @detail: unused by libvirt, 0
   *
   * #LibvirtNetwork::event-lifecycle of any network, known or not, on this connection.
   *
   * Since: 1.0
   */
  {
    LIBVIRT_NETWORK_EVENT_ID_LIFECYCLE,
    "event-lifecycle",
    "network-event-lifecycle",
    TRUE,
    { libvirt_network_event_lifecycle_type_get_type, libvirt_type_int },
  },
  /**
   * LibvirtNetwork::event-metadata-change:
   * @self: the network
   * @type: which of the texts is another now
   * @nsuri: the namespace, if an element has changed
   *
   * Emitted when somebody has noted something about the network; with a libvirt that is older than
   * 9.8 it is not.
   *
   * Since: 1.0
   */
  /**
   * LibvirtConnect::network-event-metadata-change:
   * @self: the connection
   * @network: the network it is about
   * @type: which of the texts is another now
   * @nsuri: the namespace, if an element has changed
   *
   * #LibvirtNetwork::event-metadata-change of any network, known or not, on this connection.
   *
   * Since: 1.0
   */
  {
    LIBVIRT_NETWORK_EVENT_ID_METADATA_CHANGE,
    "event-metadata-change",
    "network-event-metadata-change",
    FALSE,
    { libvirt_network_metadata_type_get_type, libvirt_type_string },
  },
  { 0 },
};

/* What is started may be kept as well: the event does not say. */
static void
base_from_lifecycle (LibvirtBase *base,
                     gboolean *ask,
                     int event)
{
  switch (event)
    {
    case VIR_NETWORK_EVENT_DEFINED:
    case VIR_NETWORK_EVENT_UNDEFINED:
      base->fields = LIBVIRT_HAS_PERSISTENT;
      base->persistent = event == VIR_NETWORK_EVENT_DEFINED;
      return;
    case VIR_NETWORK_EVENT_STARTED:
    case VIR_NETWORK_EVENT_STOPPED:
      base->fields = LIBVIRT_HAS_STATE;
      base->active = event == VIR_NETWORK_EVENT_STARTED;
      *ask = base->active;
      return;
    default:
      *ask = TRUE;
    }
}

static void
on_lifecycle (virConnectPtr connect,
              virNetworkPtr native,
              int event,
              int detail,
              void *opaque)
{
  LibvirtEntityEmission *emission = libvirt_entity_emission_new_lifecycle (opaque, event, detail);
  LibvirtBase *base = &emission->base;

  base_from_lifecycle (base, &emission->ask, event);
  libvirt_entity_emission_push (emission, opaque, native);
}

static void
on_metadata_change (virConnectPtr connect,
                    virNetworkPtr native,
                    int type,
                    const char *nsuri,
                    void *opaque)
{
  LibvirtEntityEmission *emission = libvirt_entity_emission_new (opaque);

  libvirt_entity_emission_set_enum (emission, 0, type);
  libvirt_entity_emission_set_string (emission, 1, nsuri);
  libvirt_entity_emission_push (emission, opaque, native);
}

static const virConnectDomainEventGenericCallback callbacks[] = {
  [LIBVIRT_NETWORK_EVENT_ID_LIFECYCLE] = VIR_DOMAIN_EVENT_CALLBACK (on_lifecycle),
  [LIBVIRT_NETWORK_EVENT_ID_METADATA_CHANGE] = VIR_DOMAIN_EVENT_CALLBACK (on_metadata_change),
};

static int
register_any (virConnectPtr connect,
              int id,
              gpointer callback,
              gpointer opaque,
              virFreeCallback free_opaque)
{
  return virConnectNetworkEventRegisterAny (connect, NULL, id, callback, opaque, free_opaque);
}

const LibvirtEntityEvents libvirt_network_events = {
  .details = &libvirt_network_details,
  .group = LIBVIRT_CONNECT_EVENT_GROUPS_NETWORK,
  .events = events,
  .lifecycle_id = LIBVIRT_NETWORK_EVENT_ID_LIFECYCLE,
  .register_any = register_any,
  .deregister_any = virConnectNetworkEventDeregisterAny,
  .callbacks = callbacks,
  .signals = signals,
  .mirrors = mirrors,
};
