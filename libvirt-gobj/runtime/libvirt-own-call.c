/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "runtime/libvirt-own-call-private.h"

gboolean
libvirt_own_call_begin (LibvirtOwnCall *self,
                        gpointer entity,
                        GError **error)
{
  self->entity = g_object_ref (entity); /* a handler may drop the caller's */
  self->serial = libvirt_core_get_serial (self->entity->core);
  self->handle = libvirt_entity_hold (self->entity, error);
  return self->handle != NULL;
}

void
libvirt_own_call_clear (LibvirtOwnCall *self)
{
  g_clear_pointer (&self->handle, libvirt_handle_release);
  g_clear_object (&self->entity);
}

gboolean
libvirt_own_call_take (LibvirtOwnCall *self,
                       const LibvirtBase *base)
{
  libvirt_entity_update (self->entity, base, LIBVIRT_FROM_OWN, self->serial);
  return TRUE;
}

gboolean
libvirt_own_call_autostart (LibvirtOwnCall *self,
                            gboolean autostart)
{
  LibvirtBase base = { .fields = LIBVIRT_HAS_AUTOSTART, .autostart = autostart };

  return libvirt_own_call_take (self, &base);
}

gboolean
libvirt_own_call_active (LibvirtOwnCall *self,
                         gboolean active)
{
  LibvirtBase base = { .fields = LIBVIRT_HAS_STATE, .active = active };

  return libvirt_own_call_take (self, &base);
}

gboolean
libvirt_own_call_persistent (LibvirtOwnCall *self,
                             gboolean persistent)
{
  LibvirtBase base = { .fields = LIBVIRT_HAS_PERSISTENT, .persistent = persistent };

  return libvirt_own_call_take (self, &base);
}

gboolean
libvirt_own_call_gone (LibvirtOwnCall *self)
{
  libvirt_entity_set_gone (self->entity, self->serial);
  return TRUE;
}

gboolean
libvirt_own_call_deleted (LibvirtOwnCall *self,
                          guint flags,
                          guint children,
                          guint children_only)
{
  if ((flags & (children | children_only)) == 0)
    return libvirt_own_call_gone (self);

  libvirt_entity_check_siblings (self->entity, (flags & children_only) == 0, self->serial);
  return TRUE;
}

gboolean
libvirt_own_call_ask (LibvirtOwnCall *self)
{
  libvirt_entity_ask_now (self->entity);
  return TRUE;
}
