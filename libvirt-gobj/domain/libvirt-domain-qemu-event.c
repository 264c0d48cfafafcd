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

/* What a program has asked for; it outlives the session. */
typedef struct
{
  gatomicrefcount ref_count;

  /* Set once. */
  int id;
  LibvirtWeak *domain; /* NULL if it is of all */
  char *event;
  guint flags;

  /* Guarded by the core's lock. */
  LibvirtSession *session; /* borrowed: whom libvirt's number is from; NULL if there is none */
  int native_id;
} Monitor;

static Monitor *
monitor_new (LibvirtDomain *domain,
             const char *event,
             guint flags)
{
  Monitor *self = g_new0 (Monitor, 1);

  g_atomic_ref_count_init (&self->ref_count);
  if (domain != NULL)
    self->domain = libvirt_weak_ref (libvirt_entity_get_weak (LIBVIRT_ENTITY (domain)));
  self->event = g_strdup (event);
  self->flags = flags;
  return self;
}

static Monitor *
monitor_ref (Monitor *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

static void
monitor_unref (Monitor *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->domain, libvirt_weak_unref);
  g_free (self->event);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Monitor, monitor_unref)

/* The native domain; NULL with *@gone set if there is none any more. */
static LibvirtHandle *
monitor_hold_domain (Monitor *self,
                     gboolean *gone,
                     GError **error)
{
  g_autoptr (LibvirtDomain) domain = self->domain != NULL ? libvirt_weak_get (self->domain) : NULL;
  LibvirtHandle *handle = NULL;

  if (domain != NULL)
    handle = libvirt_entity_hold (LIBVIRT_ENTITY (domain), error);
  else if (self->domain != NULL)
    libvirt_set_error (error, LIBVIRT_ERROR_NO_DOMAIN, "The domain is gone");

  *gone = handle == NULL && self->domain != NULL;
  return handle;
}

/* Has libvirt tell it in @session, whose native connection is @connect. FALSE if that failed, or
 * the session is not in use any more. */
static gboolean
monitor_register (Monitor *self,
                  LibvirtSession *session,
                  virConnectPtr connect,
                  GError **error)
{
  LibvirtCore *core = session->core;
  gboolean gone;
  g_autoptr (LibvirtHandle) domain = monitor_hold_domain (self, &gone, error);
  gpointer registration;
  gboolean is_in_use;
  int id;

  if (gone)
    return FALSE;

  registration = libvirt_entity_event_registration_new (&libvirt_domain_events, session,
                                                        LIBVIRT_DOMAIN_EVENT_QEMU_MONITOR);
  id = virConnectDomainQemuMonitorEventRegister (
    connect, domain != NULL ? domain->domain : NULL, self->event,
    on_monitor_event, registration, libvirt_entity_event_registration_free, self->flags);
  libvirt_entity_event_registration_end (registration, session, id < 0);
  if (!libvirt_check (id, error))
    return FALSE;

  g_mutex_lock (&core->lock);
  is_in_use = core->session == session;
  self->session = is_in_use ? session : NULL;
  self->native_id = id;
  g_mutex_unlock (&core->lock);

  if (is_in_use)
    return TRUE;

  /* Nobody else would take it back. */
  virConnectDomainQemuMonitorEventDeregister (connect, id);
  libvirt_core_set_closed_error (core, error);
  return FALSE;
}

/* Under the lock: all that were asked for. */
static GPtrArray *
core_monitors (LibvirtCore *core)
{
  if (core->monitors == NULL)
    core->monitors = g_ptr_array_new_with_free_func ((GDestroyNotify) monitor_unref);
  return core->monitors;
}

static int
core_add_monitor (LibvirtCore *core,
                  Monitor *monitor)
{
  g_mutex_lock (&core->lock);
  monitor->id = ++core->last_monitor_id;
  g_ptr_array_add (core_monitors (core), monitor_ref (monitor));
  g_mutex_unlock (&core->lock);

  return monitor->id;
}

static Monitor *
core_steal_monitor (LibvirtCore *core,
                    int id)
{
  Monitor *monitor = NULL;

  g_mutex_lock (&core->lock);
  for (guint i = 0; i < core_monitors (core)->len && monitor == NULL; i++)
    {
      if (((Monitor *) g_ptr_array_index (core->monitors, i))->id == id)
        monitor = g_ptr_array_steal_index_fast (core->monitors, i);
    }
  g_mutex_unlock (&core->lock);

  return monitor;
}

static GPtrArray *
core_ref_monitors (LibvirtCore *core)
{
  GPtrArray *monitors = g_ptr_array_new_with_free_func ((GDestroyNotify) monitor_unref);

  g_mutex_lock (&core->lock);
  for (guint i = 0; i < core_monitors (core)->len; i++)
    g_ptr_array_add (monitors, monitor_ref (g_ptr_array_index (core->monitors, i)));
  g_mutex_unlock (&core->lock);

  return monitors;
}

/* libvirt's number in @session, or -1; it has none there any more. */
static int
monitor_steal_native_id (Monitor *self,
                         LibvirtSession *session)
{
  gboolean is_there;

  g_mutex_lock (&session->core->lock);
  is_there = self->session == session;
  if (is_there)
    self->session = NULL;
  g_mutex_unlock (&session->core->lock);

  return is_there ? self->native_id : -1;
}

void
libvirt_domain_qemu_event_deregister_all (LibvirtSession *session)
{
  g_autoptr (GPtrArray) monitors = core_ref_monitors (session->core);

  for (guint i = 0; i < monitors->len; i++)
    {
      int id = monitor_steal_native_id (g_ptr_array_index (monitors, i), session);

      if (id >= 0)
        virConnectDomainQemuMonitorEventDeregister (session->handle->connect, id);
    }
}

/* What is about a domain that is gone stays asked for, without effect. */
void
libvirt_domain_qemu_event_register_again (LibvirtSession *session)
{
  g_autoptr (GPtrArray) monitors = core_ref_monitors (session->core);
  g_autoptr (LibvirtHandle) handle = libvirt_core_hold (session->core, NULL);

  for (guint i = 0; handle != NULL && i < monitors->len; i++)
    monitor_register (g_ptr_array_index (monitors, i), session, handle->connect, NULL);
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
 * asks twice hears twice. With #LibvirtConnect:auto-reconnect it holds for as long as the
 * connection is not closed.
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
  g_autoptr (LibvirtSession) session = NULL;
  g_autoptr (Monitor) monitor = NULL;
  LibvirtCore *core;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), -1);
  g_return_val_if_fail (domain == NULL || LIBVIRT_IS_DOMAIN (domain), -1);
  g_return_val_if_fail (error == NULL || *error == NULL, -1);

  core = libvirt_connect_get_core (self);
  handle = libvirt_core_hold (core, error);
  if (handle == NULL)
    return -1;

  session = libvirt_core_ref_session (core);
  monitor = monitor_new (domain, event, flags);
  if (session == NULL)
    libvirt_core_set_closed_error (core, error);
  if (session == NULL || !monitor_register (monitor, session, handle->connect, error))
    return -1;

  return core_add_monitor (core, monitor);
}

/**
 * libvirt_connect_domain_qemu_monitor_event_deregister:
 * @self: a connection
 * @callback_id: what libvirt_connect_domain_qemu_monitor_event_register() returned
 * @error: return location for a #GError
 *
 * Ends what was begun with that number (blocks). An event that is on its way already may still be
 * told. When the connection is closed, all of them end by themselves.
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
  g_autoptr (Monitor) monitor = NULL;
  LibvirtCore *core;
  int id;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  core = libvirt_connect_get_core (self);
  handle = libvirt_core_hold (core, error);
  if (handle == NULL)
    return FALSE;

  monitor = core_steal_monitor (core, callback_id);
  if (monitor == NULL)
    {
      libvirt_set_error (error, LIBVIRT_ERROR_INVALID_ARG,
                         "No events of QEMU are registered as number %d", callback_id);
      return FALSE;
    }

  session = libvirt_core_ref_session (core);
  id = session != NULL ? monitor_steal_native_id (monitor, session) : -1;
  return id < 0 || libvirt_check (
                     virConnectDomainQemuMonitorEventDeregister (handle->connect, id), error);
}
