/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "domain/libvirt-domain-qemu-event.h"

#include "connect/libvirt-connect-private.h"
#include "domain/libvirt-domain-event-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"

#include <libvirt/libvirt-qemu.h>

/**
 * SECTION:libvirt-domain-qemu-event
 * @title: QEMU's own events
 * @short_description: hearing what QEMU's monitor says, as it says it
 *
 * Most of what QEMU tells is an event of libvirt's, too, and arrives as a signal of #LibvirtDomain
 * without being asked for. For the rest, QEMU's events can be had in their own form. They are told
 * only to those who ask, as there are many, by #LibvirtDomain::event-qemu-monitor and
 * #LibvirtConnect::domain-event-qemu-monitor:
 *
 * |[<!-- language="C" -->
 * g_signal_connect (domain, "event-qemu-monitor", G_CALLBACK (on_qemu_event), NULL);
 * id = libvirt_connect_domain_qemu_monitor_event_register (
 *   host, domain, "NIC_RX_FILTER_CHANGED",
 *   LIBVIRT_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_FLAGS_NONE, &error);
 * ]|
 *
 * Since: 1.0
 */

static void
on_monitor_event (virConnectPtr connect,
                  virDomainPtr domain,
                  const char *event,
                  long long seconds,
                  unsigned int micros,
                  const char *details,
                  void *opaque)
{
  LibvirtEntityEmission *emission = libvirt_entity_emission_new (opaque);

  g_value_take_string (libvirt_entity_emission_param (emission, 0), libvirt_dup_valid (event));
  g_value_set_int64 (libvirt_entity_emission_param (emission, 1), seconds);
  g_value_set_uint (libvirt_entity_emission_param (emission, 2), micros);
  g_value_take_string (libvirt_entity_emission_param (emission, 3), libvirt_dup_valid (details));
  libvirt_entity_emission_push (emission, opaque, domain);
}

/* FALSE once the session is over: nobody would take the registration back. */
static gboolean
keep_callback (LibvirtSession *session,
               int id)
{
  LibvirtCore *core = session->core;
  gboolean is_open;

  g_mutex_lock (&core->lock);
  is_open = core->session == session;
  if (is_open)
    g_array_append_val (session->monitor_callbacks, id);
  g_mutex_unlock (&core->lock);

  return is_open;
}

static gboolean
steal_callback (LibvirtSession *session,
                int id)
{
  GArray *ids = session->monitor_callbacks;
  gboolean found = FALSE;

  g_mutex_lock (&session->core->lock);
  for (guint i = 0; i < ids->len && !found; i++)
    {
      if (g_array_index (ids, int, i) != id)
        continue;

      g_array_remove_index_fast (ids, i);
      found = TRUE;
    }
  g_mutex_unlock (&session->core->lock);

  return found;
}

void
libvirt_domain_qemu_event_deregister_all (LibvirtSession *session)
{
  g_autoptr (GArray) ids = NULL;

  g_mutex_lock (&session->core->lock);
  ids = g_array_copy (session->monitor_callbacks);
  g_array_set_size (session->monitor_callbacks, 0);
  g_mutex_unlock (&session->core->lock);

  for (guint i = 0; i < ids->len; i++)
    virConnectDomainQemuMonitorEventDeregister (session->handle->connect,
                                                g_array_index (ids, int, i));
}

static int
register_callback (LibvirtSession *session,
                   virConnectPtr connect,
                   virDomainPtr domain,
                   const char *event,
                   guint flags,
                   GError **error)
{
  gpointer registration = libvirt_entity_event_registration_new (
    &libvirt_domain_events, session, LIBVIRT_DOMAIN_EVENT_QEMU_MONITOR);
  int id = virConnectDomainQemuMonitorEventRegister (connect, domain, event, on_monitor_event,
                                                     registration,
                                                     libvirt_entity_event_registration_free, flags);

  if (!libvirt_check (id, error))
    {
      libvirt_entity_event_registration_free (registration);
      return -1;
    }
  if (!keep_callback (session, id))
    {
      virConnectDomainQemuMonitorEventDeregister (connect, id);
      libvirt_core_set_closed_error (session->core, error);
      return -1;
    }

  return id;
}

/**
 * libvirt_connect_domain_qemu_monitor_event_register:
 * @self: a connection
 * @domain: (nullable): whose events; %NULL for those of all domains, also of later ones
 * @event: (nullable): which ones, by QEMU's name or what matches it; %NULL for all
 * @flags: how to compare @event with the names
 * @error: return location for a #GError
 *
 * Has QEMU's events told from now on (blocks), as signals in the context of the connection. Who
 * asks twice hears twice.
 *
 * Fails with %LIBVIRT_ERROR_NO_SUPPORT on other hypervisors. Calls
 * virConnectDomainQemuMonitorEventRegister().
 *
 * Returns: a number for libvirt_connect_domain_qemu_monitor_event_deregister(), or -1 on failure
 *
 * Since: 1.0
 */
int
libvirt_connect_domain_qemu_monitor_event_register (
  LibvirtConnect *self,
  LibvirtDomain *domain,
  const char *event,
  LibvirtConnectDomainQemuMonitorEventRegisterFlags flags,
  GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  g_autoptr (LibvirtHandle) domain_handle = NULL;
  g_autoptr (LibvirtSession) session = NULL;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), -1);
  g_return_val_if_fail (domain == NULL || LIBVIRT_IS_DOMAIN (domain), -1);
  g_return_val_if_fail (error == NULL || *error == NULL, -1);

  session = libvirt_core_ref_session (libvirt_connect_get_core (self));
  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (session == NULL || handle == NULL)
    return -1;

  if (domain != NULL)
    {
      domain_handle = libvirt_entity_hold (LIBVIRT_ENTITY (domain), error);
      if (domain_handle == NULL)
        return -1;
    }

  return register_callback (session, handle->connect, domain != NULL ? domain_handle->domain : NULL,
                            event, flags, error);
}

/**
 * libvirt_connect_domain_qemu_monitor_event_deregister:
 * @self: a connection
 * @callback_id: what libvirt_connect_domain_qemu_monitor_event_register() returned
 * @error: return location for a #GError
 *
 * Ends what was begun with that number (blocks). An event that is on its way already may still be
 * told. When the connection is closed or lost, all of them end by themselves.
 *
 * Fails with %LIBVIRT_ERROR_INVALID_ARG if nothing has this number. Calls
 * virConnectDomainQemuMonitorEventDeregister().
 *
 * Returns: %TRUE if no more events are told for it
 *
 * Since: 1.0
 */
gboolean
libvirt_connect_domain_qemu_monitor_event_deregister (LibvirtConnect *self,
                                                      int callback_id,
                                                      GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  g_autoptr (LibvirtSession) session = NULL;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  session = libvirt_core_ref_session (libvirt_connect_get_core (self));
  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL)
    return FALSE;

  /* libvirt would take any event's registration back, also those that this library lives on. */
  if (session == NULL || !steal_callback (session, callback_id))
    {
      libvirt_set_error (error, LIBVIRT_ERROR_INVALID_ARG,
                         "No events of QEMU are registered as number %d", callback_id);
      return FALSE;
    }

  return libvirt_check (
    virConnectDomainQemuMonitorEventDeregister (handle->connect, callback_id), error);
}
