/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "runtime/libvirt-adopt-private.h"
#include "runtime/libvirt-session-private.h"

G_BEGIN_DECLS

#define LIBVIRT_ENTITY_EVENT_MAX_PARAMS 5

/* One event id of libvirt's: its signal on the entity, and its mirror on the connection. */
typedef struct
{
  int id; /* negative for what is registered on request only, with a function of its own */
  const char *signal;
  const char *mirror;
  gboolean detailed; /* by the nick of its first parameter: an enumeration, and an integer follows */
  GType (*params[LIBVIRT_ENTITY_EVENT_MAX_PARAMS]) (void); /* up to the first NULL */
  guint group; /* one of LibvirtConnectEventGroups; 0 for the table's */
} LibvirtEntityEvent;

typedef struct _LibvirtEntityEmission LibvirtEntityEmission;

/* All events of a kind of thing. */
typedef struct _LibvirtEntityEvents
{
  const LibvirtEntityDetails *details;
  guint group;                      /* as in LibvirtEntityEvent */
  const LibvirtEntityEvent *events; /* up to one without a signal */
  int lifecycle_id; /* the event that tells what comes and goes */

  /* libvirt's functions, for things of any identity; @callback is what @callbacks has for the id. */
  int (*register_any) (virConnectPtr connect,
                       int id,
                       gpointer callback,
                       gpointer opaque,
                       virFreeCallback free_opaque);
  int (*deregister_any) (virConnectPtr connect,
                         int callback_id);
  const virConnectDomainEventGenericCallback *callbacks; /* by id */

  /* Whether the event may be about another thing than the one known by its name, and whether it
   * has the name that the thing goes by from now on. NULL for kinds without a table of names. */
  gboolean (*may_rebind_name) (LibvirtEntityEmission *emission);
  gboolean (*has_name) (LibvirtEntityEmission *emission);

  guint *signals; /* by index; filled when the classes are made */
  guint *mirrors;
} LibvirtEntityEvents;

/*
 * An event on its way from libvirt's thread to the owner's context. What libvirt gave is in
 * @values, whose first two places are for the connection and the entity: with the connection
 * they are the arguments of the mirror, without it those of the entity's own signal.
 */
struct _LibvirtEntityEmission
{
  LibvirtEmission emission;
  const LibvirtEntityEvents *table;
  guint event; /* index in the table */
  guint32 serial;
  LibvirtEntity *entity; /* NULL if the registry does not hold it */
  gpointer native;       /* kept if the registry does not hold the entity, or its name is new */
  gboolean was_let_go;   /* known, but not held: to be looked for in the owner's context */
  gboolean needs_native; /* also if it is found there */
  char *moving_name;     /* with the core: a name that is in question until this was taken in */
  LibvirtCore *core;
  LibvirtEntity *displaced; /* what had that name before */
  gboolean is_certain;   /* of what has no UUID: the entity, and not what came after it, is meant */
  LibvirtBase base;      /* what the event says of the base properties */
  gboolean ask;          /* whether it leaves something open */
  gboolean detached;     /* the connection was closed meanwhile */
  GQuark detail;
  int raw[LIBVIRT_ENTITY_EVENT_MAX_PARAMS]; /* enumerations and flags as libvirt gave them */
  gboolean is_lifecycle; /* with @known and the second of @raw in place of @values */
  int known;             /* the first of @raw, as far as its type knows it */
  GValue values[];
};

/* The types of parameters, for tables. */
GType libvirt_type_string (void);
GType libvirt_type_int (void);
GType libvirt_type_uint (void);
GType libvirt_type_int64 (void);
GType libvirt_type_uint64 (void);
GType libvirt_type_variant (void);

/* The signals of the class of the entities, and their mirrors. */
void libvirt_entity_events_class_init (const LibvirtEntityEvents *self,
                                       GObjectClass *entity_class);
void libvirt_entity_events_connect_class_init (const LibvirtEntityEvents *self,
                                               GObjectClass *connect_class);

guint libvirt_entity_event_get_group (const LibvirtEntityEvents *self,
                                      guint index);

/* Has libvirt tell one of them from now on, or no more. Both block. */
void libvirt_entity_event_register (const LibvirtEntityEvents *self,
                                    guint index,
                                    LibvirtSession *session);
void libvirt_entity_event_deregister (const LibvirtEventCallback *callback,
                                      LibvirtSession *session);

/* What is registered with libvirt for the event @id, to be freed by it. */
gpointer libvirt_entity_event_registration_new (const LibvirtEntityEvents *table,
                                                LibvirtSession *session,
                                                int id);
void libvirt_entity_event_registration_free (gpointer registration);

/* When libvirt has taken the registration, or refused it: it is not the caller's any more. */
void libvirt_entity_event_registration_end (gpointer registration,
                                            LibvirtSession *session,
                                            gboolean is_refused);

/* For libvirt's callbacks: @opaque is what was registered. */
LibvirtEntityEmission *libvirt_entity_emission_new (gpointer opaque);

/* The same for the events that come most often, of a signal with details that has two parameters: an
 * enumeration, and an integer. */
LibvirtEntityEmission *libvirt_entity_emission_new_lifecycle (gpointer opaque,
                                                              int event,
                                                              int detail);
void libvirt_entity_emission_push (LibvirtEntityEmission *self,
                                   gpointer opaque,
                                   gpointer native);

/* The place of a parameter, initialised. */
GValue *libvirt_entity_emission_param (LibvirtEntityEmission *self,
                                       guint index);

/* Fills it: with a copy in valid UTF-8, or with a value that the type knows. */
void libvirt_entity_emission_set_string (LibvirtEntityEmission *self,
                                         guint index,
                                         const char *text);
void libvirt_entity_emission_set_enum (LibvirtEntityEmission *self,
                                       guint index,
                                       int number);
void libvirt_entity_emission_set_flags (LibvirtEntityEmission *self,
                                        guint index,
                                        guint number);

G_END_DECLS
