/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-entity.h>
#include "runtime/libvirt-handle-private.h"

G_BEGIN_DECLS

/*
 * One GObject for each thing on the host: the connection holds every entity from the first time
 * it is handed out until it is gone for good, forgotten, or the connection is closed.
 *
 * Keys are raw UUID bytes where the kind has a UUID, else a string; they lie in the instance.
 * Domains are found by name as well, as reading a UUID from libvirt's handle costs more than
 * all else an event needs. All functions are called under the core's lock, and none of them
 * drops a last reference: what is taken out is handed to the caller.
 */
typedef struct
{
  GHashTable *by_key[LIBVIRT_N_KINDS]; /* key in the instance -> strong reference */
  GHashTable *domains_by_name;         /* name in the native handle -> borrowed */
} LibvirtRegistry;

void libvirt_registry_init (LibvirtRegistry *self);

/* Everything that was held, to be unreferenced outside the lock. */
GPtrArray *libvirt_registry_clear (LibvirtRegistry *self);

/* Borrowed. */
LibvirtEntity *libvirt_registry_lookup (LibvirtRegistry *self,
                                        LibvirtKind kind,
                                        gconstpointer key);
LibvirtEntity *libvirt_registry_lookup_domain_by_name (LibvirtRegistry *self,
                                                       const char *name);

void libvirt_registry_insert (LibvirtRegistry *self,
                              LibvirtEntity *entity);

/* TRUE if it was in; the caller then has the registry's reference. */
gboolean libvirt_registry_remove (LibvirtRegistry *self,
                                  LibvirtEntity *entity);

/* Domains only: @name must stay valid until it is unset. */
void libvirt_registry_set_domain_name (LibvirtRegistry *self,
                                       LibvirtEntity *domain,
                                       const char *name);
void libvirt_registry_unset_domain_name (LibvirtRegistry *self,
                                         LibvirtEntity *domain,
                                         const char *name);

G_END_DECLS
