/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "connect/libvirt-connect-private.h"

#include "runtime/libvirt-adopt-private.h"
#include "runtime/libvirt-values-private.h"

/* @key is what @look_up wants, whatever that is. */
gpointer
libvirt_connect_look_up (LibvirtConnect *self,
                         const LibvirtEntityDetails *details,
                         LibvirtLookUp look_up,
                         gconstpointer key,
                         GError **error)
{
  LibvirtCore *core = libvirt_connect_get_core (self);
  g_autoptr (LibvirtHandle) handle = libvirt_core_hold (core, error);
  LibvirtLookup lookup;

  if (handle == NULL)
    return NULL;

  libvirt_lookup_begin (&lookup, core);
  return libvirt_lookup_end (&lookup, details, NULL, look_up (handle->connect, key), error);
}

gpointer
libvirt_connect_look_up_uuid (LibvirtConnect *self,
                              const LibvirtEntityDetails *details,
                              LibvirtLookUp look_up,
                              GBytes *uuid,
                              GError **error)
{
  const guint8 *bytes = libvirt_uuid_from_bytes (uuid, error);

  return bytes != NULL ? libvirt_connect_look_up (self, details, look_up, bytes, error) : NULL;
}
