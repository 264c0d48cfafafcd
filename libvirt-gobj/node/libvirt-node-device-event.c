/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "node/libvirt-node-device-private.h"

#include "connect/libvirt-connect-event.h"

static guint signals[2];
static guint mirrors[2];

static const LibvirtEntityEvent events[] = {
  /**
   * LibvirtNodeDevice::event-lifecycle:
   * @self: the device
   * @event: what became of the device
   * @detail: 0, as libvirt has no reasons for devices
   *
   * Emitted when the device appears or is taken away, is defined or undefined. The signal has
   * details, named after the values of #LibvirtNodeDeviceEventLifecycleType:
   * `event-lifecycle::created`. The properties have their new values by then.
   *
   * Since: 1.0
   */
  /**
   * LibvirtConnect::node-device-event-lifecycle:
   * @self: the connection
   * @node_device: the device it is about
   * @event: what became of the device
   * @detail: 0, as libvirt has no reasons for devices
   *
   * #LibvirtNodeDevice::event-lifecycle of any device, known or not, on this connection.
   *
   * Since: 1.0
   */
  {
    LIBVIRT_NODE_DEVICE_EVENT_ID_LIFECYCLE,
    "event-lifecycle",
    "node-device-event-lifecycle",
    TRUE,
    { libvirt_node_device_event_lifecycle_type_get_type, libvirt_type_int },
  },
  /**
   * LibvirtNodeDevice::event-update:
   * @self: the device
   *
   * Emitted when the description of the device has changed.
   *
   * Since: 1.0
   */
  /**
   * LibvirtConnect::node-device-event-update:
   * @self: the connection
   * @node_device: the device it is about
   *
   * #LibvirtNodeDevice::event-update of any device, known or not, on this connection.
   *
   * Since: 1.0
   */
  {
    LIBVIRT_NODE_DEVICE_EVENT_ID_UPDATE,
    "event-update",
    "node-device-event-update",
    FALSE,
    { NULL },
  },
  { 0 },
};

static void
base_from_lifecycle (LibvirtBase *base,
                     gboolean *ask,
                     int event)
{
  switch (event)
    {
    case VIR_NODE_DEVICE_EVENT_CREATED:
    case VIR_NODE_DEVICE_EVENT_DELETED:
      base->fields = LIBVIRT_HAS_STATE;
      base->active = event == VIR_NODE_DEVICE_EVENT_CREATED;
      return;
    case LIBVIRT_NODE_DEVICE_EVENT_LIFECYCLE_TYPE_DEFINED:
    case LIBVIRT_NODE_DEVICE_EVENT_LIFECYCLE_TYPE_UNDEFINED:
      base->fields = LIBVIRT_HAS_PERSISTENT;
      base->persistent = event == LIBVIRT_NODE_DEVICE_EVENT_LIFECYCLE_TYPE_DEFINED;
      return;
    default:
      *ask = TRUE;
    }
}

static void
on_lifecycle (virConnectPtr connect,
              virNodeDevicePtr native,
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
on_update (virConnectPtr connect,
           virNodeDevicePtr native,
           void *opaque)
{
  libvirt_entity_emission_push (libvirt_entity_emission_new (opaque), opaque, native);
}

static const virConnectDomainEventGenericCallback callbacks[] = {
  [LIBVIRT_NODE_DEVICE_EVENT_ID_LIFECYCLE] = VIR_DOMAIN_EVENT_CALLBACK (on_lifecycle),
  [LIBVIRT_NODE_DEVICE_EVENT_ID_UPDATE] = VIR_DOMAIN_EVENT_CALLBACK (on_update),
};

static int
register_any (virConnectPtr connect,
              int id,
              gpointer callback,
              gpointer opaque,
              virFreeCallback free_opaque)
{
  return virConnectNodeDeviceEventRegisterAny (connect, NULL, id, callback, opaque, free_opaque);
}

const LibvirtEntityEvents libvirt_node_device_events = {
  .details = &libvirt_node_device_details,
  .group = LIBVIRT_CONNECT_EVENT_GROUPS_NODE_DEVICE,
  .events = events,
  .lifecycle_id = LIBVIRT_NODE_DEVICE_EVENT_ID_LIFECYCLE,
  .register_any = register_any,
  .deregister_any = virConnectNodeDeviceEventDeregisterAny,
  .callbacks = callbacks,
  .signals = signals,
  .mirrors = mirrors,
};
