/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-connect-enums.h>
#include <libvirt-gobj/libvirt-domain.h>
#include <libvirt-gobj/libvirt-enum-types.h>
#include "runtime/libvirt-entity-private.h"

G_BEGIN_DECLS

/* Bits of LibvirtEntity.flags. */
enum
{
  LIBVIRT_DOMAIN_ACTIVE = 1 << 0,
  LIBVIRT_DOMAIN_PERSISTENT = 1 << 1,
  LIBVIRT_DOMAIN_AUTOSTART = 1 << 2,
  LIBVIRT_DOMAIN_MANAGED_SAVE = 1 << 3,
  LIBVIRT_DOMAIN_ASKING = 1 << 4, /* a worker is asking the hypervisor */
};

/* Ids of running domains that nobody has asked for: reading one from libvirt is dear. */
#define LIBVIRT_DOMAIN_ID_IN_HANDLE -2 /* to be read from the handle when it is asked for */
#define LIBVIRT_DOMAIN_ID_SAME -3      /* in a base: as it was, if the domain was running */

/* Which members of a LibvirtDomainBase are set. */
typedef enum
{
  LIBVIRT_DOMAIN_HAS_STATE = 1 << 0, /* state, state_reason, active and id */
  LIBVIRT_DOMAIN_HAS_PERSISTENT = 1 << 1,
  LIBVIRT_DOMAIN_HAS_AUTOSTART = 1 << 2,
  LIBVIRT_DOMAIN_HAS_MANAGED_SAVE = 1 << 3,
} LibvirtDomainBaseFields;

/* Base properties, or the part of them that something says. A domain exists as long as it is
 * active or persistent. */
typedef struct
{
  guint fields;
  int state; /* as libvirt has it */
  int state_reason;
  int id;
  gboolean active;
  gboolean persistent;
  gboolean autostart;
  gboolean managed_save;
} LibvirtDomainBase;

struct _LibvirtDomain
{
  LibvirtEntity parent_instance;

  guint8 uuid[VIR_UUID_BUFLEN]; /* never changes */

  /* Guarded by the core's lock. */
  int id;
  guint32 name_serial; /* the core's event serial at which the name was last heard of */
  guint8 n_due; /* events of our own changes that may still come */
};

/*
 * Where a base comes from decides what it may overwrite.
 *
 * ANSWER: the hypervisor said so when asked at @serial. Anything that an event touched later
 * stays, and the hypervisor is asked again.
 * OWN: a call of ours just made it so, having begun at @serial.
 * EVENT: an event with this @serial says so. Not taken if an answer or a call of ours that
 * began later has been. While events of our own changes are due, one that says something else
 * than those led to may be older than they are: then the hypervisor is asked.
 */
typedef enum
{
  LIBVIRT_DOMAIN_FROM_ANSWER,
  LIBVIRT_DOMAIN_FROM_OWN,
  LIBVIRT_DOMAIN_FROM_EVENT,
} LibvirtDomainSource;

extern const LibvirtEntityDetails libvirt_domain_details;

/* Takes @base in and tells what changed. */
void libvirt_domain_update (LibvirtDomain *self,
                            const LibvirtDomainBase *base,
                            LibvirtDomainSource source,
                            guint32 serial);

/* For one that nobody has seen yet. Under the core's lock. */
void libvirt_domain_set_first_base (LibvirtDomain *self,
                                    const LibvirtDomainBase *base,
                                    guint32 serial);

/* Has a worker ask the hypervisor for the base. */
void libvirt_domain_ask (LibvirtDomain *self);

/* FALSE if that is about to happen anyway; the flag goes when the question is put. */
gboolean libvirt_domain_want_ask (LibvirtDomain *self);
guint32 libvirt_domain_begin_ask (LibvirtDomain *self);

/* domain/libvirt-domain-load.c */

/* The one object for @native, which is taken over, with true base properties; blocks if the
 * domain was not known. @native was looked up in a load that began at @serial and has not ended.
 * NULL with @error set if the hypervisor does not answer. */
LibvirtDomain *libvirt_domain_adopt (LibvirtCore *core,
                                     virDomainPtr native,
                                     guint32 serial,
                                     GError **error);

/* The same after a call of ours, begun at @serial, that made or changed the domain. */
LibvirtDomain *libvirt_domain_adopt_changed (LibvirtCore *core,
                                             virDomainPtr native,
                                             guint32 serial,
                                             GError **error);

/* The same for what libvirt lists, with one call for all states. */
GPtrArray *libvirt_domain_adopt_list (LibvirtCore *core,
                                      virConnectPtr connect,
                                      LibvirtConnectListAllDomainsFlags flags,
                                      GError **error);

/* The same for what a statistics call returned that asked for the state, too, and that began
 * after libvirt_core_begin_load() gave @serial. Takes the native handles out of @records. Asks
 * for more only if there are domains that nobody knew, with the same few calls for any number. */
GPtrArray *libvirt_domain_adopt_records (LibvirtCore *core,
                                         virConnectPtr connect,
                                         virDomainStatsRecordPtr *records,
                                         int n_records,
                                         guint32 serial,
                                         GError **error);

/* virDomainStatsRecordListFree() takes a record without its handle for a failure, and tells the
 * application's error function about it. */
void libvirt_domain_free_records (virDomainStatsRecordPtr *records,
                                  int n_records);

/* The object for @native, taken over, with what an event says of it; never blocks. */
LibvirtDomain *libvirt_domain_adopt_from_event (LibvirtCore *core,
                                                virDomainPtr native,
                                                const LibvirtDomainBase *base,
                                                guint32 serial);

/* Takes @native over: its name, if that is new, else it is freed. Whether the name is believed is
 * a matter of the source and its @serial, as with libvirt_domain_update(). */
void libvirt_domain_take_native (LibvirtDomain *self,
                                 virDomainPtr native,
                                 LibvirtDomainSource source,
                                 guint32 serial);

/* Asks the hypervisor what the domain is doing. Blocks. */
gboolean libvirt_domain_query_state (virDomainPtr native,
                                     guint flags,
                                     LibvirtDomainBase *base,
                                     GError **error);

/* domain/libvirt-domain-event.c */
void libvirt_domain_event_class_init (GObjectClass *domain_class);
void libvirt_domain_event_connect_class_init (GObjectClass *connect_class);
void libvirt_domain_event_register (LibvirtCore *core,
                                    virConnectPtr native);

/* domain/libvirt-domain-qemu-event.c; blocks */
void libvirt_domain_qemu_event_deregister_all (LibvirtCore *core,
                                               virConnectPtr native);

G_END_DECLS
