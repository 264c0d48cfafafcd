/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "runtime/libvirt-departed-private.h"

void
libvirt_departed_add (LibvirtEntity *entity)
{
  g_ptr_array_add (entity->core->departed, g_object_ref (entity));
}

LibvirtEntity *
libvirt_departed_peek (LibvirtCore *core,
                       LibvirtKind kind,
                       const char *name)
{
  for (guint i = 0; i < core->departed->len; i++)
    {
      LibvirtEntity *entity = g_ptr_array_index (core->departed, i);

      if (LIBVIRT_ENTITY_DETAILS (entity)->kind == kind &&
          g_strcmp0 (libvirt_entity_read_name (entity), name) == 0)
        return entity;
    }

  return NULL;
}

gboolean
libvirt_departed_give_up (LibvirtEntity *entity)
{
  guint index;

  if (!g_ptr_array_find (entity->core->departed, entity, &index))
    return FALSE;

  g_ptr_array_steal_index (entity->core->departed, index);
  return TRUE;
}

void
libvirt_departed_steal_all (LibvirtCore *core,
                            GArray *found)
{
  for (guint i = 0; i < core->departed->len; i++)
    {
      LibvirtFound departed = { .entity = g_ptr_array_index (core->departed, i) };

      g_array_append_val (found, departed);
    }
  g_free (g_ptr_array_steal (core->departed, NULL));
}
