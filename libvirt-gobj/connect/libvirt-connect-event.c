/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * What is registered with libvirt for a connection, and taken back before it is closed: a
 * callback that is left would keep the connection open.
 */

#include "connect/libvirt-connect-event.h"

#include <libvirt/virterror.h>

#include "connect/libvirt-connect-private.h"
#include "domain/libvirt-domain-private.h"
#include "network/libvirt-network-private.h"
#include "node/libvirt-node-device-private.h"
#include "runtime/libvirt-reload-private.h"
#include "runtime/libvirt-thread-private.h"
#include "runtime/libvirt-values-private.h"
#include "secret/libvirt-secret-private.h"
#include "storage/libvirt-storage-pool-private.h"

/**
 * SECTION:libvirt-connect-event
 * @title: Choosing events
 * @short_description: what a hypervisor is to tell without being asked
 *
 * A connection hears of everything that its hypervisor has to tell: that costs nothing as long as
 * nothing happens. A program that shows thousands of busy guests over a slow link, and only their
 * states, may want to hear less:
 *
 * |[<!-- language="C" -->
 * libvirt_connect_set_event_groups (host, LIBVIRT_CONNECT_EVENT_GROUPS_LIFECYCLE, &error);
 * ]|
 *
 * Since: 1.0
 */

/* All that libvirt tells of, but for what is registered on request. */
static const LibvirtEntityEvents *const tables[] = {
  &libvirt_domain_events,
  &libvirt_network_events,
  &libvirt_node_device_events,
  &libvirt_secret_events,
  &libvirt_storage_pool_events,
};

/* As each registration waits for an answer, they are made side by side; more at a time than a
 * daemon works on only wait there. Older libvirts go on using the stack of a thread that has waited
 * beside others, so there must be none that ends soon. */
#define MAX_THREADS 16
#define SAFE_SINCE 11003000

/* Longer than it takes to tell of some thousand events. */
#define MAX_WAIT_MS 1000

static void
on_closed (virConnectPtr native,
           int reason,
           void *opaque)
{
  g_autoptr (LibvirtSession) session = libvirt_session_ref_by_number (opaque);

  if (session != NULL)
    libvirt_session_tell_closed (session, reason);
}

static guint raw_signal;

void
libvirt_connect_event_class_init (GObjectClass *connect_class)
{
  /**
   * LibvirtConnect::event-raw:
   * @self: the connection
   * @entity: what the event is about
   * @id: libvirt's number of the event among those of such things: for a domain, a value of
   *   #LibvirtDomainEventID
   * @numbers: an array (`ai`) of what the event tells in numbers of 32 bits, in order
   *
   * Emitted for each event, before the signals that are made for it, with the numbers that libvirt
   * gave. There, a value that is newer than this library is `UNKNOWN`, and a flag is left out.
   *
   * Since: 1.0
   */
  raw_signal =
    g_signal_new ("event-raw", G_OBJECT_CLASS_TYPE (connect_class), G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 3, LIBVIRT_TYPE_ENTITY, G_TYPE_INT, G_TYPE_VARIANT);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    libvirt_entity_events_connect_class_init (tables[i], connect_class);
}

static int
raw_number (LibvirtEntityEmission *emission,
            guint index)
{
  GValue *value;

  if (emission->is_lifecycle)
    return emission->raw[index];

  value = libvirt_entity_emission_param (emission, index);
  if (G_VALUE_HOLDS_INT (value))
    return g_value_get_int (value);
  if (G_VALUE_HOLDS_UINT (value))
    return (int) g_value_get_uint (value);

  return emission->raw[index];
}

static gboolean
is_raw_number (GType type)
{
  return type == G_TYPE_INT || type == G_TYPE_UINT || G_TYPE_IS_ENUM (type) ||
         G_TYPE_IS_FLAGS (type);
}

void
libvirt_connect_event_tell_raw (LibvirtConnect *self,
                                LibvirtEntityEmission *emission)
{
  const LibvirtEntityEvent *event = &emission->table->events[emission->event];
  gint32 numbers[LIBVIRT_ENTITY_EVENT_MAX_PARAMS];
  gsize n = 0;

  if (!g_signal_has_handler_pending (self, raw_signal, 0, FALSE))
    return;

  for (guint i = 0; i < LIBVIRT_ENTITY_EVENT_MAX_PARAMS && event->params[i] != NULL; i++)
    {
      if (is_raw_number (event->params[i]()))
        numbers[n++] = raw_number (emission, i);
    }
  g_signal_emit (self, raw_signal, 0, emission->entity, event->id,
                 g_variant_new_fixed_array (G_VARIANT_TYPE_INT32, numbers, n, sizeof (gint32)));
}

/* What is to be registered, and how far that is. */
typedef struct
{
  LibvirtSession *session;
  GArray *events; /* LibvirtEventCallback without an id yet */
  guint next;     /* atomic */
} Registering;

static gpointer
register_in_turn (gpointer data)
{
  Registering *self = data;
  LibvirtHandle *handle = libvirt_session_hold (self->session);
  guint i;

  while ((i = (guint) g_atomic_int_add (&self->next, 1)) < self->events->len)
    {
      LibvirtEventCallback *event = &g_array_index (self->events, LibvirtEventCallback, i);

      libvirt_entity_event_register (event->table, event->event, self->session);
    }

  libvirt_handle_release (handle);
  return NULL;
}

/* Drivers inside this process answer at once. */
static guint
count_helpers (Registering *self)
{
  unsigned long version = 0;

  if (self->session->watch == NULL || self->events->len == 0 ||
      virGetVersion (&version, NULL, NULL) < 0 || version < SAFE_SINCE)
    return 0;

  return MIN (self->events->len, MAX_THREADS) - 1;
}

static void
register_all (Registering *self)
{
  pthread_t threads[MAX_THREADS];
  guint n_threads = 0;

  for (guint i = count_helpers (self); i > 0; i--)
    if (libvirt_thread_new (&threads[n_threads], "libvirt-register", register_in_turn, self))
      n_threads++;

  register_in_turn (self);
  for (guint i = 0; i < n_threads; i++)
    pthread_join (threads[i], NULL);
}

static gboolean
is_registered (GArray *callbacks,
               const LibvirtEventCallback *event)
{
  for (guint i = 0; i < callbacks->len; i++)
    {
      LibvirtEventCallback *callback = &g_array_index (callbacks, LibvirtEventCallback, i);

      if (callback->table == event->table && callback->event == event->event)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_in_group (const LibvirtEventCallback *event,
             guint groups)
{
  return (libvirt_entity_event_get_group (event->table, event->event) & groups) != 0;
}

/* What of @groups is not among @callbacks. */
static GArray *
list_missing (GArray *callbacks,
              guint groups)
{
  GArray *missing = g_array_new (FALSE, FALSE, sizeof (LibvirtEventCallback));

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      for (guint j = 0; tables[i]->events[j].signal != NULL; j++)
        {
          LibvirtEventCallback event = { tables[i], j, -1 };

          if (tables[i]->events[j].id >= 0 && is_in_group (&event, groups) &&
              !is_registered (callbacks, &event))
            g_array_append_val (missing, event);
        }
    }

  return missing;
}

/* Takes what is not of @groups out of what is registered. */
static GArray *
steal_callbacks (LibvirtSession *session,
                 guint groups)
{
  GArray *stolen = g_array_new (FALSE, FALSE, sizeof (LibvirtEventCallback));
  GArray *callbacks = session->event_callbacks;

  g_mutex_lock (&session->core->lock);
  for (guint i = callbacks->len; i > 0; i--)
    {
      LibvirtEventCallback callback = g_array_index (callbacks, LibvirtEventCallback, i - 1);

      if (is_in_group (&callback, groups))
        continue;

      g_array_append_val (stolen, callback);
      g_array_remove_index_fast (callbacks, i - 1);
    }
  g_mutex_unlock (&session->core->lock);

  return stolen;
}

static void
deregister_others (LibvirtSession *session,
                   guint groups)
{
  g_autoptr (GArray) callbacks = steal_callbacks (session, groups);

  for (guint i = 0; i < callbacks->len; i++)
    {
      libvirt_entity_event_deregister (&g_array_index (callbacks, LibvirtEventCallback, i),
                                       session);
      libvirt_link_watch_hear (session->watch);
    }
}

static void
register_missing (LibvirtSession *session,
                  guint groups)
{
  Registering registering = { session, list_missing (session->event_callbacks, groups), 0 };

  register_all (&registering);
  g_array_unref (registering.events);
}

void
libvirt_session_register_events (LibvirtSession *self,
                                 guint groups)
{
  /* With neither a reference nor a pointer. Drivers that have no such callback say yes and never
   * free its data. And to take it back is a call, which fails on a link that has just failed: the
   * thread that noticed that may call back only later, when the session is gone. */
  virConnectRegisterCloseCallback (self->handle->connect, on_closed,
                                   libvirt_session_give_number (self), NULL);

  g_mutex_lock (&self->registering);
  register_missing (self, groups);
  g_mutex_unlock (&self->registering);

  /* Whoever noticed that may be about to say so, but this one must not be taken for open. */
  if (virConnectIsAlive (self->handle->connect) == 0)
    libvirt_session_tell_closed (self, LIBVIRT_CONNECT_CLOSE_REASON_EOF);
}

/* A daemon may still be sending an event when it says that no more will come: its main loop sends
 * events, a thread of its own answers. What is asked now goes through that loop, so that all events
 * are here before the answer. For one that came later libvirt would take a reference to a connection
 * that it is just freeing. */
static void
await_last_events (LibvirtSession *self)
{
  unsigned long version;

  virConnectGetLibVersion (self->handle->connect, &version);
  libvirt_link_watch_hear (self->watch);
}

static void
ignore_error (void *data,
              virErrorPtr error)
{
}

/* While libvirt tells of events it only marks what is taken back, and lets go of it when it is through,
 * with its events locked. Each callback has a reference to the connection: were one of them the last,
 * the connection would be closed right there, which is a call, in the thread of the main loop. */
static void
await_callbacks_freed (LibvirtSession *self)
{
  for (guint i = 0; i < MAX_WAIT_MS && g_atomic_int_get (&self->n_registrations) > 0; i++)
    g_usleep (1000);

  /* There is none of that number, which is no error of anybody's. To find that out libvirt locks its
   * events, too. */
  virConnSetErrorFunc (self->handle->connect, NULL, ignore_error);
  virConnectDomainEventDeregisterAny (self->handle->connect, G_MAXINT);
}

void
libvirt_session_deregister_events (LibvirtSession *self)
{
  virConnectUnregisterCloseCallback (self->handle->connect, on_closed);
  libvirt_session_take_number_back (self);

  g_mutex_lock (&self->registering);
  deregister_others (self, LIBVIRT_CONNECT_EVENT_GROUPS_NONE);
  g_mutex_unlock (&self->registering);
  libvirt_domain_qemu_event_deregister_all (self);
  await_last_events (self);
  await_callbacks_freed (self);
}

/**
 * libvirt_connect_get_event_groups:
 * @self: a connection
 *
 * Gets what the hypervisor is to tell by itself.
 *
 * Returns: what libvirt_connect_set_event_groups() has set, or everything
 *
 * Since: 1.0
 */
LibvirtConnectEventGroups
libvirt_connect_get_event_groups (LibvirtConnect *self)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), LIBVIRT_CONNECT_EVENT_GROUPS_NONE);

  return libvirt_core_get_event_groups (libvirt_connect_get_core (self)) &
         LIBVIRT_CONNECT_EVENT_GROUPS_ALL;
}

/* What nobody was told of meanwhile is asked for before it is believed again. */
static void
catch_up (LibvirtCore *core,
          LibvirtSession *session,
          guint tracked_before)
{
  LibvirtReload *reload;

  if ((session->tracked_kinds & ~tracked_before) == 0)
    return;

  reload = libvirt_reload_new (core);
  libvirt_reload_run (reload, session->tracked_kinds & ~tracked_before);
  libvirt_core_trust_events (core, session);
  libvirt_reload_finish (reload);
}

/* FALSE if the session is over. Whoever closes it waits to take back what is registered. */
static gboolean
session_set_groups (LibvirtSession *session,
                    guint groups)
{
  guint tracked_before = 0;
  gboolean is_in_use;

  g_mutex_lock (&session->registering);
  is_in_use = libvirt_session_is_in_use (session);
  if (is_in_use)
    {
      deregister_others (session, groups);
      tracked_before = session->tracked_kinds;
      register_missing (session, groups);
    }
  g_mutex_unlock (&session->registering);

  if (is_in_use)
    catch_up (session->core, session, tracked_before);
  return is_in_use;
}

/**
 * libvirt_connect_set_event_groups:
 * @self: a connection
 * @groups: what the hypervisor is to tell
 * @error: return location for a #GError
 *
 * Chooses which events arrive, as signals of the objects and of the connection (blocks). Without
 * those of a group its signals are not emitted; without those that keep properties right, these
 * change by this program's own calls only, lookups ask each time, and live lists change when they
 * are refreshed. What was missed is made up for when such a group is chosen again.
 *
 * Fails with %LIBVIRT_ERROR_INVALID_ARG if there is no such group, with
 * %LIBVIRT_ERROR_INVALID_CONN if the connection is closed, or lost: if it is opened again these
 * groups are used then. Calls virConnectDomainEventRegisterAny(),
 * virConnectDomainEventDeregisterAny() and their like.
 *
 * Returns: %TRUE if it is so from now on
 *
 * Since: 1.0
 */
gboolean
libvirt_connect_set_event_groups (LibvirtConnect *self,
                                  LibvirtConnectEventGroups groups,
                                  GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  g_autoptr (LibvirtSession) session = NULL;
  LibvirtCore *core;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!libvirt_check_flags (groups, LIBVIRT_CONNECT_EVENT_GROUPS_ALL, error))
    return FALSE;

  core = libvirt_connect_get_core (self);
  g_mutex_lock (&core->lock);
  core->event_groups = groups;
  g_mutex_unlock (&core->lock);

  handle = libvirt_core_hold (core, error);
  if (handle == NULL)
    return FALSE;

  session = libvirt_core_ref_session (core);
  if (session != NULL && session_set_groups (session, groups))
    return TRUE;

  libvirt_core_set_closed_error (core, error);
  return FALSE;
}
