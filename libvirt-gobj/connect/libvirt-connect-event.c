/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * What is registered with libvirt for a connection, and taken back before it is closed: a
 * callback that is left would keep the connection open.
 */

#include "connect/libvirt-connect-private.h"

#include "domain/libvirt-domain-private.h"

/* All that libvirt tells of, but for what is registered on request. */
static const LibvirtEntityEvents *const tables[] = {
  &libvirt_domain_events,
};

static void
on_closed (virConnectPtr native,
           int reason,
           void *opaque)
{
  libvirt_session_tell_closed (opaque, reason);
}

void
libvirt_connect_event_class_init (GObjectClass *connect_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    libvirt_entity_events_connect_class_init (tables[i], connect_class);
}

void
libvirt_session_register_events (LibvirtSession *self)
{
  /* Without a reference of its own: drivers that have no such callback say yes and never free
   * its data, and whoever closes the session keeps it until the callback is gone. */
  virConnectRegisterCloseCallback (self->handle->connect, on_closed, self, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    libvirt_entity_events_register (tables[i], self);
}

void
libvirt_session_deregister_events (LibvirtSession *self)
{
  virConnectPtr native = self->handle->connect;

  virConnectUnregisterCloseCallback (native, on_closed);

  for (guint i = 0; i < self->event_callbacks->len; i++)
    {
      LibvirtEventCallback *callback = &g_array_index (self->event_callbacks, LibvirtEventCallback, i);

      callback->table->deregister_any (native, callback->id);
      libvirt_link_watch_hear (self->watch);
    }
  libvirt_domain_qemu_event_deregister_all (self);
}
