/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * The way of an event: libvirt calls back in its thread, under its locks; there it is only
 * copied. In the owner's context the tracked properties change first, then the domain's signal
 * is emitted, then the connection's. Nothing is ever asked on this way.
 */

#include "domain/libvirt-domain-event-private.h"

#include "connect/libvirt-connect-private.h"
#include "model/libvirt-entity-list-private.h"
#include "runtime/libvirt-values-private.h"

#define N_SIGNALS 32

static guint domain_signals[N_SIGNALS];
static guint connect_signals[N_SIGNALS];

/* What libvirt holds for a registration. */
typedef struct
{
  LibvirtCore *core;
  guint event; /* index in the table */
} Registration;

static Registration *
registration_new (LibvirtCore *core,
                  guint event)
{
  Registration *self = g_new (Registration, 1);

  self->core = libvirt_core_ref (core);
  self->event = event;
  return self;
}

static void
registration_free (gpointer data)
{
  Registration *self = data;

  libvirt_core_unref (self->core);
  g_free (self);
}

static guint
event_n_params (const LibvirtDomainEvent *event)
{
  guint n = 0;

  while (n < LIBVIRT_DOMAIN_EVENT_MAX_PARAMS && event->params[n] != NULL)
    n++;
  return n;
}

/* Whether the event may be about another domain than the one known by its name. */
static gboolean
emission_may_rebind_name (LibvirtDomainEmission *self)
{
  int event;

  if (libvirt_domain_events[self->event].id != VIR_DOMAIN_EVENT_ID_LIFECYCLE)
    return FALSE;

  event = g_value_get_enum (&self->values[2]);
  return event == VIR_DOMAIN_EVENT_DEFINED || event == VIR_DOMAIN_EVENT_UNDEFINED ||
         event == VIR_DOMAIN_EVENT_STARTED;
}

/* Whether the event has the name that the domain goes by from now on. */
static gboolean
emission_has_name (LibvirtDomainEmission *self)
{
  return libvirt_domain_events[self->event].id != VIR_DOMAIN_EVENT_ID_LIFECYCLE ||
         g_value_get_enum (&self->values[2]) != VIR_DOMAIN_EVENT_UNDEFINED;
}

/* Under the lock. By UUID, and if the name was another's, it is so no more. */
static LibvirtEntity *
lookup_by_uuid (LibvirtRegistry *registry,
                virDomainPtr native,
                const char *name)
{
  guint8 uuid[VIR_UUID_BUFLEN];
  LibvirtEntity *entity;
  LibvirtEntity *named = g_hash_table_lookup (registry->domains_by_name, name);

  virDomainGetUUID (native, uuid);
  entity = libvirt_registry_lookup (registry, LIBVIRT_KIND_DOMAIN, uuid);
  if (named != NULL && named != entity)
    libvirt_registry_unset_domain_name (registry, name, named);

  return entity;
}

/* Whether @entity has the name already, so that an answer that is older does not change it. */
static gboolean
confirms_name (LibvirtDomainEmission *self,
               LibvirtEntity *entity,
               const char *name)
{
  if (g_strcmp0 (libvirt_entity_read_name (entity), name) != 0)
    return FALSE;

  LIBVIRT_DOMAIN (entity)->name_serial = self->serial;
  return TRUE;
}

/* FALSE once the connection is closed: a pointer that is kept now would keep it open. */
static gboolean
emission_find_domain (LibvirtDomainEmission *self,
                      LibvirtCore *core,
                      virDomainPtr native)
{
  const char *name = virDomainGetName (native);
  LibvirtEntity *entity = NULL;
  gboolean is_open;
  gboolean has_other_name;

  g_mutex_lock (&core->lock);
  is_open = core->handle != NULL;
  self->serial = ++core->event_serial;
  if (!emission_may_rebind_name (self))
    entity = libvirt_registry_lookup_domain_by_name (&core->registry, name);
  if (entity == NULL)
    entity = lookup_by_uuid (&core->registry, native, name);
  if (entity == NULL)
    libvirt_core_touch (core, name);
  has_other_name = entity == NULL || (emission_has_name (self) && !confirms_name (self, entity, name));
  g_mutex_unlock (&core->lock);

  self->domain = (LibvirtDomain *) entity;
  if (is_open && has_other_name && virDomainRef (native) == 0)
    self->native = native;
  return is_open;
}

static gboolean
connection_listens (LibvirtConnect *connect,
                    guint event)
{
  return g_signal_handler_find (connect, G_SIGNAL_MATCH_ID, connect_signals[event], 0, NULL, NULL,
                                NULL) != 0;
}

/* Brings the domain up to date; FALSE if nobody knows it and nobody wants to hear of it. */
static gboolean
emission_take_in (LibvirtDomainEmission *self,
                  LibvirtConnect *connect)
{
  if (self->domain == NULL)
    {
      if (!connection_listens (connect, self->event) &&
          !libvirt_entity_list_exists (libvirt_core_of (connect), LIBVIRT_KIND_DOMAIN))
        return FALSE;

      self->domain = libvirt_domain_adopt_from_event (libvirt_core_of (connect),
                                                      g_steal_pointer (&self->native), &self->base,
                                                      self->serial);
      if (self->domain == NULL)
        return FALSE;
    }
  else
    {
      if (self->native != NULL)
        libvirt_domain_take_native (self->domain, g_steal_pointer (&self->native),
                                    LIBVIRT_DOMAIN_FROM_EVENT, self->serial);
      if (self->base.fields != 0)
        libvirt_domain_update (self->domain, &self->base, LIBVIRT_DOMAIN_FROM_EVENT,
                               self->serial);
    }

  libvirt_entity_tell_untold (LIBVIRT_ENTITY (self->domain));
  if (self->ask)
    libvirt_domain_ask (self->domain);
  return TRUE;
}

static void
emission_emit (LibvirtEmission *emission,
               LibvirtConnect *connect)
{
  LibvirtDomainEmission *self = (LibvirtDomainEmission *) emission;

  if (self->detached || !emission_take_in (self, connect))
    return;

  g_value_init (&self->values[0], LIBVIRT_TYPE_CONNECT);
  g_value_set_object (&self->values[0], connect);
  g_value_init (&self->values[1], LIBVIRT_TYPE_DOMAIN);
  g_value_set_object (&self->values[1], self->domain);

  g_signal_emitv (&self->values[1], domain_signals[self->event], self->detail, NULL);
  g_signal_emitv (&self->values[0], connect_signals[self->event], self->detail, NULL);
}

static void
emission_free (LibvirtEmission *emission)
{
  LibvirtDomainEmission *self = (LibvirtDomainEmission *) emission;
  guint n_values = 2 + event_n_params (&libvirt_domain_events[self->event]);

  for (guint i = 0; i < n_values; i++)
    {
      if (G_IS_VALUE (&self->values[i]))
        g_value_unset (&self->values[i]);
    }
  g_clear_object (&self->domain);
  g_clear_pointer (&self->native, virDomainFree);
  g_free (self);
}

/* After a close no more events arrive. */
static void
emission_detach (LibvirtEmission *emission)
{
  LibvirtDomainEmission *self = (LibvirtDomainEmission *) emission;

  self->detached = TRUE;
  g_clear_pointer (&self->native, virDomainFree);
}

LibvirtDomainEmission *
libvirt_domain_emission_new (gpointer opaque)
{
  Registration *registration = opaque;
  const LibvirtDomainEvent *event = &libvirt_domain_events[registration->event];
  guint n_params = event_n_params (event);
  LibvirtDomainEmission *self =
    g_malloc0 (sizeof (LibvirtDomainEmission) + (2 + n_params) * sizeof (GValue));

  self->emission.emit = emission_emit;
  self->emission.free = emission_free;
  self->emission.detach = emission_detach;
  self->event = registration->event;
  for (guint i = 0; i < n_params; i++)
    g_value_init (&self->values[2 + i], event->params[i]());

  return self;
}

void
libvirt_domain_emission_push (LibvirtDomainEmission *self,
                              gpointer opaque,
                              virDomainPtr native)
{
  Registration *registration = opaque;

  if (emission_find_domain (self, registration->core, native))
    libvirt_emitter_push (registration->core->emitter, &self->emission);
  else
    emission_free (&self->emission);
}

GValue *
libvirt_domain_emission_param (LibvirtDomainEmission *self,
                               guint index)
{
  return &self->values[2 + index];
}

gpointer
libvirt_domain_event_registration_new (LibvirtCore *core,
                                       int id)
{
  guint event = 0;

  while (libvirt_domain_events[event].id != id)
    event++;
  return registration_new (core, event);
}

void
libvirt_domain_event_registration_free (gpointer registration)
{
  registration_free (registration);
}

void
libvirt_domain_event_register (LibvirtCore *core,
                               virConnectPtr native)
{
  for (guint i = 0; i < libvirt_domain_n_events; i++)
    {
      const LibvirtDomainEvent *event = &libvirt_domain_events[i];
      LibvirtEventCallback callback = { LIBVIRT_KIND_DOMAIN, 0 };
      Registration *registration;

      if (event->id == LIBVIRT_DOMAIN_EVENT_QEMU_MONITOR)
        continue;

      registration = registration_new (core, i);
      callback.id = virConnectDomainEventRegisterAny (native, NULL, event->id,
                                                      libvirt_domain_event_callbacks[event->id],
                                                      registration, registration_free);
      if (callback.id < 0)
        {
          registration_free (registration); /* the hypervisor does not have this event */
          continue;
        }

      g_array_append_val (core->event_callbacks, callback);
      if (event->id == VIR_DOMAIN_EVENT_ID_LIFECYCLE)
        core->tracked_kinds |= 1u << LIBVIRT_KIND_DOMAIN;
    }
}

static guint
signal_new (const char *name,
            GType instance,
            const LibvirtDomainEvent *event,
            GType first)
{
  GType types[1 + LIBVIRT_DOMAIN_EVENT_MAX_PARAMS];
  guint n_types = 0;
  GSignalFlags flags = G_SIGNAL_RUN_LAST;

  if (event->id == VIR_DOMAIN_EVENT_ID_LIFECYCLE)
    flags |= G_SIGNAL_DETAILED;
  if (first != G_TYPE_NONE)
    types[n_types++] = first;
  for (guint i = 0; i < event_n_params (event); i++)
    types[n_types++] = event->params[i]();

  return g_signal_newv (name, instance, flags, NULL, NULL, NULL, NULL, G_TYPE_NONE, n_types,
                        types);
}

void
libvirt_domain_event_class_init (GObjectClass *domain_class)
{
  g_assert (libvirt_domain_n_events <= N_SIGNALS);

  for (guint i = 0; i < libvirt_domain_n_events; i++)
    domain_signals[i] = signal_new (libvirt_domain_events[i].signal,
                                    G_OBJECT_CLASS_TYPE (domain_class), &libvirt_domain_events[i],
                                    G_TYPE_NONE);
}

void
libvirt_domain_event_connect_class_init (GObjectClass *connect_class)
{
  /* For good: the nicks of its values are the details of the signal. */
  g_type_class_ref (LIBVIRT_TYPE_DOMAIN_EVENT_TYPE);

  for (guint i = 0; i < libvirt_domain_n_events; i++)
    connect_signals[i] = signal_new (libvirt_domain_events[i].mirror,
                                     G_OBJECT_CLASS_TYPE (connect_class),
                                     &libvirt_domain_events[i], LIBVIRT_TYPE_DOMAIN);
}
