/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "connect/libvirt-connect-private.h"

#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-version.h"

void
libvirt_connect_target_copy (LibvirtConnectTarget *self,
                             const LibvirtConnectTarget *other)
{
  *self = *other;
  self->name = g_strdup (other->name);
  if (other->auth != NULL)
    g_object_ref (other->auth);
}

void
libvirt_connect_target_clear (LibvirtConnectTarget *self)
{
  g_free ((char *) self->name);
  self->name = NULL;
  g_clear_object (&self->auth);
}

virConnectPtr
libvirt_connect_target_open_plain (const LibvirtConnectTarget *self,
                                   GError **error)
{
  return libvirt_check_pointer (virConnectOpen (self->name), error);
}

virConnectPtr
libvirt_connect_target_open_native (const LibvirtConnectTarget *self,
                                    LibvirtEventOpening *opening,
                                    GError **error)
{
  virConnectPtr native;

  if (!libvirt_initialize (error) || !libvirt_event_ensure_impl (error) ||
      !libvirt_side_begin_open (&libvirt_hypervisor_side, error))
    return NULL;

  libvirt_event_watch_opening_begin (opening);
  native = self->open (self, error);
  libvirt_event_watch_opening_end (opening);
  libvirt_side_end_open (&libvirt_hypervisor_side);

  return native;
}

LibvirtConnect *
libvirt_connect_target_open (const LibvirtConnectTarget *self,
                             GError **error)
{
  LibvirtEventOpening opening = { 0 };
  virConnectPtr native = libvirt_connect_target_open_native (self, &opening, error);

  return native != NULL ? libvirt_connect_new (native, self, opening.socket, error) : NULL;
}
