/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "secret/libvirt-secret-private.h"

#include "connect/libvirt-connect-event.h"

static guint signals[2];
static guint mirrors[2];

static const LibvirtEntityEvent events[] = {
  /**
   * LibvirtSecret::event-lifecycle:
   * @self: the secret
   * @event: what became of the secret
   * @detail: 0, as libvirt has no reasons for secrets
   *
   * Emitted when the secret is defined or undefined. The signal has details, named after the values
   * of #LibvirtSecretEventLifecycleType: `event-lifecycle::undefined`. #LibvirtEntity:exists has
   * its new value by then.
   *
   * Since: 1.0
   */
  /**
   * LibvirtConnect::secret-event-lifecycle:
   * @self: the connection
   * @secret: the secret it is about
   * @event: what became of the secret
   * @detail: 0, as libvirt has no reasons for secrets
   *
   * #LibvirtSecret::event-lifecycle of any secret, known or not, on this connection.
   *
   * Since: 1.0
   */
  {
    LIBVIRT_SECRET_EVENT_ID_LIFECYCLE,
    "event-lifecycle",
    "secret-event-lifecycle",
    TRUE,
    { libvirt_secret_event_lifecycle_type_get_type, libvirt_type_int },
  },
  /**
   * LibvirtSecret::event-value-changed:
   * @self: the secret
   *
   * Emitted when somebody has set the value.
   *
   * Since: 1.0
   */
  /**
   * LibvirtConnect::secret-event-value-changed:
   * @self: the connection
   * @secret: the secret it is about
   *
   * #LibvirtSecret::event-value-changed of any secret, known or not, on this connection.
   *
   * Since: 1.0
   */
  {
    LIBVIRT_SECRET_EVENT_ID_VALUE_CHANGED,
    "event-value-changed",
    "secret-event-value-changed",
    FALSE,
    { NULL },
  },
  { 0 },
};

static void
on_lifecycle (virConnectPtr connect,
              virSecretPtr native,
              int event,
              int detail,
              void *opaque)
{
  LibvirtEntityEmission *emission = libvirt_entity_emission_new_lifecycle (opaque, event, detail);
  LibvirtBase *base = &emission->base;

  base->fields = LIBVIRT_HAS_EXISTS;
  base->exists = event != VIR_SECRET_EVENT_UNDEFINED;
  libvirt_entity_emission_push (emission, opaque, native);
}

static void
on_value_changed (virConnectPtr connect,
                  virSecretPtr native,
                  void *opaque)
{
  libvirt_entity_emission_push (libvirt_entity_emission_new (opaque), opaque, native);
}

static const virConnectDomainEventGenericCallback callbacks[] = {
  [LIBVIRT_SECRET_EVENT_ID_LIFECYCLE] = VIR_DOMAIN_EVENT_CALLBACK (on_lifecycle),
  [LIBVIRT_SECRET_EVENT_ID_VALUE_CHANGED] = VIR_DOMAIN_EVENT_CALLBACK (on_value_changed),
};

static int
register_any (virConnectPtr connect,
              int id,
              gpointer callback,
              gpointer opaque,
              virFreeCallback free_opaque)
{
  return virConnectSecretEventRegisterAny (connect, NULL, id, callback, opaque, free_opaque);
}

const LibvirtEntityEvents libvirt_secret_events = {
  .details = &libvirt_secret_details,
  .group = LIBVIRT_CONNECT_EVENT_GROUPS_SECRET,
  .events = events,
  .lifecycle_id = LIBVIRT_SECRET_EVENT_ID_LIFECYCLE,
  .register_any = register_any,
  .deregister_any = virConnectSecretEventDeregisterAny,
  .callbacks = callbacks,
  .signals = signals,
  .mirrors = mirrors,
};
