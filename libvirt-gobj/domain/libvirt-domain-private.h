/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-connect-enums.h>
#include <libvirt-gobj/libvirt-domain.h>
#include <libvirt-gobj/libvirt-enum-types.h>
#include "runtime/libvirt-adopt-private.h"
#include "runtime/libvirt-entity-event-private.h"

G_BEGIN_DECLS

struct _LibvirtDomain
{
  LibvirtEntity parent_instance;
};

extern const LibvirtEntityDetails libvirt_domain_details;

/* domain/libvirt-domain-load.c */

gboolean libvirt_domain_query (gpointer native,
                               LibvirtBase *base,
                               GError **error);
void libvirt_domain_guess (gpointer native,
                           LibvirtBase *base);

/* One object for each domain that libvirt lists, with one call for all states. */
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

/* Asks the hypervisor what the domain is doing. Blocks. */
gboolean libvirt_domain_query_state (virDomainPtr native,
                                     guint flags,
                                     LibvirtBase *base,
                                     GError **error);

/* domain/libvirt-domain-event.c */
extern const LibvirtEntityEvents libvirt_domain_events;

/* domain/libvirt-domain-qemu-event.c; blocks */
void libvirt_domain_qemu_event_deregister_all (LibvirtSession *session);
void libvirt_domain_qemu_event_register_again (LibvirtSession *session);

/* libvirt_connect_get_all_domain_stats() for those who have no connection: in a worker. */
GPtrArray *libvirt_domain_get_all_stats (LibvirtCore *core,
                                         LibvirtDomainStatsTypes stats,
                                         LibvirtConnectGetAllDomainStatsFlags flags,
                                         GError **error);

G_END_DECLS
