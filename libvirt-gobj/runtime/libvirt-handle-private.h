/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>
#include <libvirt/libvirt.h>
#include "runtime/libvirt-export-private.h"

G_BEGIN_DECLS

typedef struct _LibvirtCore LibvirtCore;
typedef struct _LibvirtSession LibvirtSession;
typedef struct _LibvirtHandle LibvirtHandle;
typedef struct _LibvirtEntityDetails LibvirtEntityDetails;
typedef struct _LibvirtBase LibvirtBase;

/* What a native pointer is, and with that how it is freed. */
typedef enum
{
  LIBVIRT_KIND_CONNECT,
  LIBVIRT_KIND_DOMAIN,
  LIBVIRT_KIND_NETWORK,
  LIBVIRT_KIND_STORAGE_POOL,
  LIBVIRT_KIND_STORAGE_VOL,
  LIBVIRT_KIND_INTERFACE,
  LIBVIRT_KIND_NODE_DEVICE,
  LIBVIRT_KIND_NW_FILTER,
  LIBVIRT_KIND_NW_FILTER_BINDING,
  LIBVIRT_KIND_SECRET,
  LIBVIRT_KIND_DOMAIN_SNAPSHOT,
  LIBVIRT_KIND_DOMAIN_CHECKPOINT,
  LIBVIRT_KIND_NETWORK_PORT,
  LIBVIRT_N_KINDS, /* of those that LibvirtRegistry and live lists know */

  LIBVIRT_KIND_STREAM, /* not a thing on the host */

  LIBVIRT_KIND_ADMIN_CONNECT, /* what libvirt-gobj-admin has */
  LIBVIRT_KIND_ADMIN_SERVER,
  LIBVIRT_KIND_ADMIN_CLIENT,
} LibvirtKind;

/*
 * A native pointer in a counted box. The entity (or the connection) keeps one reference and
 * each call that uses the pointer holds another, so that close, rename and reconnect can put
 * another box in place while calls go on with the old one.
 */
struct _LibvirtHandle
{
  gatomicrefcount ref_count;
  LibvirtKind kind;
  LibvirtCore *core; /* whose calls in flight a hold counts for; whoever has a reference keeps it */
  union
  {
    gpointer native;
    virConnectPtr connect;
    virDomainPtr domain;
    virNetworkPtr network;
    virStoragePoolPtr storage_pool;
    virStorageVolPtr storage_vol;
    virInterfacePtr interface;
    virNodeDevicePtr node_device;
    virNWFilterPtr nw_filter;
    virNWFilterBindingPtr nw_filter_binding;
    virSecretPtr secret;
    virDomainSnapshotPtr snapshot;
    virDomainCheckpointPtr checkpoint;
    virNetworkPortPtr network_port;
    virStreamPtr stream;
  };
};

/* Takes @native over. */
LIBVIRT_FOR_ADMIN
LibvirtHandle *libvirt_handle_new (LibvirtCore *core,
                                   LibvirtKind kind,
                                   gpointer native);

LibvirtHandle *libvirt_handle_ref (LibvirtHandle *self);
LIBVIRT_FOR_ADMIN
void libvirt_handle_unref (LibvirtHandle *self);

/* Frees a native pointer that never got a box. */
void libvirt_native_free (LibvirtKind kind,
                          gpointer native);

/* The same for the native connection of a session that is not in use any more. */
LibvirtHandle *libvirt_session_hold (LibvirtSession *session);

/* The same for something else of that session, whether that is in use or not. */
LibvirtHandle *libvirt_session_hold_handle (LibvirtSession *session,
                                            LibvirtHandle *handle);

/* A hold is a call in flight: taken by libvirt_entity_hold() and libvirt_core_hold(), given
 * back when the g_autoptr of the calling function goes. Under the core's lock, while its session
 * is in use. */
LIBVIRT_FOR_ADMIN
LibvirtHandle *libvirt_handle_hold (LibvirtHandle *self);
LIBVIRT_FOR_ADMIN
void libvirt_handle_release (LibvirtHandle *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LibvirtHandle, libvirt_handle_release)

G_END_DECLS
