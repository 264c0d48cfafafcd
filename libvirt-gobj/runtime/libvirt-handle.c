/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "runtime/libvirt-handle-private.h"

#include "runtime/libvirt-session-private.h"

LibvirtHandle *
libvirt_handle_new (LibvirtCore *core,
                    LibvirtKind kind,
                    gpointer native)
{
  LibvirtHandle *self = g_new (LibvirtHandle, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->kind = kind;
  self->core = core;
  self->native = native;

  return self;
}

void
libvirt_native_free (LibvirtKind kind,
                     gpointer native)
{
  switch (kind)
    {
    case LIBVIRT_KIND_CONNECT:
      virConnectClose (native);
      return;
    case LIBVIRT_KIND_DOMAIN:
      virDomainFree (native);
      return;
    case LIBVIRT_KIND_NETWORK:
      virNetworkFree (native);
      return;
    case LIBVIRT_KIND_STORAGE_POOL:
      virStoragePoolFree (native);
      return;
    case LIBVIRT_KIND_STORAGE_VOL:
      virStorageVolFree (native);
      return;
    case LIBVIRT_KIND_INTERFACE:
      virInterfaceFree (native);
      return;
    case LIBVIRT_KIND_NODE_DEVICE:
      virNodeDeviceFree (native);
      return;
    case LIBVIRT_KIND_NW_FILTER:
      virNWFilterFree (native);
      return;
    case LIBVIRT_KIND_NW_FILTER_BINDING:
      virNWFilterBindingFree (native);
      return;
    case LIBVIRT_KIND_SECRET:
      virSecretFree (native);
      return;
    case LIBVIRT_KIND_DOMAIN_SNAPSHOT:
      virDomainSnapshotFree (native);
      return;
    case LIBVIRT_KIND_DOMAIN_CHECKPOINT:
      virDomainCheckpointFree (native);
      return;
    case LIBVIRT_KIND_NETWORK_PORT:
      virNetworkPortFree (native);
      return;
    case LIBVIRT_KIND_STREAM:
      virStreamFree (native);
      return;
    case LIBVIRT_N_KINDS:
    case LIBVIRT_KIND_ADMIN_CONNECT:
    case LIBVIRT_KIND_ADMIN_SERVER:
    case LIBVIRT_KIND_ADMIN_CLIENT:
      break;
    }

  g_assert_not_reached ();
}

LibvirtHandle *
libvirt_handle_ref (LibvirtHandle *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
libvirt_handle_unref (LibvirtHandle *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  self->core->side->free_native (self->kind, self->native);
  g_free (self);
}

LibvirtHandle *
libvirt_session_hold_handle (LibvirtSession *session,
                             LibvirtHandle *handle)
{
  if (g_atomic_int_add (&session->core->calls_in_flight, 1) > 0)
    libvirt_kick_follow (session->kick);
  libvirt_core_note_call (session->core);
  return libvirt_handle_ref (handle);
}

LibvirtHandle *
libvirt_session_hold (LibvirtSession *session)
{
  return libvirt_session_hold_handle (session, session->handle);
}

LibvirtHandle *
libvirt_handle_hold (LibvirtHandle *self)
{
  return libvirt_session_hold_handle (self->core->session, self);
}

void
libvirt_handle_release (LibvirtHandle *self)
{
  LibvirtCore *core = self->core;

  /* To free a native pointer may be a call, too: the last reference to the connection. */
  libvirt_handle_unref (self);
  g_atomic_int_add (&core->calls_in_flight, -1);
}
