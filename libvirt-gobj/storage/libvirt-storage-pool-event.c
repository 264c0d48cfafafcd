/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "storage/libvirt-storage-pool-private.h"

#include "connect/libvirt-connect-event.h"

static guint signals[2];
static guint mirrors[2];

static const LibvirtEntityEvent events[] = {
  /**
   * LibvirtStoragePool::event-lifecycle:
   * @self: the storage pool
   * @event: what became of the pool
   * @detail: unused by libvirt so far, 0
   *
   * Emitted when the pool is defined, undefined, built, started, stopped or deleted. The signal has
   * details, named after the values of #LibvirtStoragePoolEventLifecycleType:
   * `event-lifecycle::started`. Whether it is active and persistent is known by then; the figures
   * follow.
   *
   * Since: 1.0
   */
  /**
   * LibvirtConnect::storage-pool-event-lifecycle:
   * @self: the connection
   * @storage_pool: the storage pool it is about
   * @event: what became of the pool
   * @detail: unused by libvirt so far, 0
   *
   * #LibvirtStoragePool::event-lifecycle of any storage pool, known or not, on this connection.
   *
   * Since: 1.0
   */
  {
    LIBVIRT_STORAGE_POOL_EVENT_ID_LIFECYCLE,
    "event-lifecycle",
    "storage-pool-event-lifecycle",
    TRUE,
    { libvirt_storage_pool_event_lifecycle_type_get_type, libvirt_type_int },
  },
  /**
   * LibvirtStoragePool::event-refresh:
   * @self: the storage pool
   *
   * Emitted when the host has looked again what is in the pool, or made or deleted a volume.
   * #LibvirtStoragePool:volumes loads again, and the figures follow.
   *
   * Since: 1.0
   */
  /**
   * LibvirtConnect::storage-pool-event-refresh:
   * @self: the connection
   * @storage_pool: the storage pool it is about
   *
   * #LibvirtStoragePool::event-refresh of any storage pool, known or not, on this connection.
   *
   * Since: 1.0
   */
  {
    LIBVIRT_STORAGE_POOL_EVENT_ID_REFRESH,
    "event-refresh",
    "storage-pool-event-refresh",
    FALSE,
    { NULL },
  },
  { 0 },
};

/* The figures are not told. */
static void
base_from_lifecycle (LibvirtBase *base,
                     gboolean *ask,
                     int event)
{
  *ask = TRUE;
  switch (event)
    {
    case VIR_STORAGE_POOL_EVENT_DEFINED:
    case VIR_STORAGE_POOL_EVENT_UNDEFINED:
      base->fields = LIBVIRT_HAS_PERSISTENT;
      base->persistent = event == VIR_STORAGE_POOL_EVENT_DEFINED;
      *ask = FALSE;
      return;
    case VIR_STORAGE_POOL_EVENT_STARTED:
    case VIR_STORAGE_POOL_EVENT_STOPPED:
      base->fields = LIBVIRT_HAS_STATE;
      base->active = event == VIR_STORAGE_POOL_EVENT_STARTED;
      base->state = base->active ? VIR_STORAGE_POOL_RUNNING : VIR_STORAGE_POOL_INACTIVE;
      *ask = base->active;
      return;
    default:
      return;
    }
}

static void
on_lifecycle (virConnectPtr connect,
              virStoragePoolPtr native,
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
on_refresh (virConnectPtr connect,
            virStoragePoolPtr native,
            void *opaque)
{
  LibvirtEntityEmission *emission = libvirt_entity_emission_new (opaque);

  emission->ask = TRUE;
  libvirt_entity_emission_push (emission, opaque, native);
}

static const virConnectDomainEventGenericCallback callbacks[] = {
  [LIBVIRT_STORAGE_POOL_EVENT_ID_LIFECYCLE] = VIR_DOMAIN_EVENT_CALLBACK (on_lifecycle),
  [LIBVIRT_STORAGE_POOL_EVENT_ID_REFRESH] = VIR_DOMAIN_EVENT_CALLBACK (on_refresh),
};

static int
register_any (virConnectPtr connect,
              int id,
              gpointer callback,
              gpointer opaque,
              virFreeCallback free_opaque)
{
  return virConnectStoragePoolEventRegisterAny (connect, NULL, id, callback, opaque, free_opaque);
}

const LibvirtEntityEvents libvirt_storage_pool_events = {
  .details = &libvirt_storage_pool_details,
  .group = LIBVIRT_CONNECT_EVENT_GROUPS_STORAGE,
  .events = events,
  .lifecycle_id = LIBVIRT_STORAGE_POOL_EVENT_ID_LIFECYCLE,
  .register_any = register_any,
  .deregister_any = virConnectStoragePoolEventDeregisterAny,
  .callbacks = callbacks,
  .signals = signals,
  .mirrors = mirrors,
};
