/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "runtime/libvirt-reload-private.h"

#include "model/libvirt-entity-list-private.h"
#include "runtime/libvirt-track-private.h"

LibvirtReload *
libvirt_reload_new (LibvirtCore *core)
{
  LibvirtReload *self = g_new0 (LibvirtReload, 1);

  self->core = libvirt_core_ref (core);
  self->known = g_ptr_array_new_with_free_func (g_object_unref);
  self->listed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->found = g_hash_table_new (NULL, NULL);

  return self;
}

void
libvirt_reload_free (LibvirtReload *self)
{
  g_ptr_array_unref (self->known);
  g_hash_table_unref (self->listed);
  g_ptr_array_unref (self->lists);
  g_hash_table_unref (self->found);
  libvirt_core_unref (self->core);
  g_free (self);
}

void
libvirt_reload_free_in_owner_context (LibvirtReload *self)
{
  g_autoptr (LibvirtCore) core = libvirt_core_ref (self->core);

  libvirt_emitter_let_go (core->emitter, self, (GDestroyNotify) libvirt_reload_free);
}

/* Asks for everything of a kind that there is with @owner, unless that was done. What comes back
 * has been brought up to date on the way. FALSE if it cannot be told; else *@serial is when it was
 * asked. */
static gboolean
reload_list (LibvirtReload *self,
             const LibvirtEntityDetails *details,
             LibvirtEntity *owner,
             guint32 *serial)
{
  g_autofree char *key = g_strdup_printf ("%d %p", details->kind, owner);
  g_autoptr (LibvirtHandle) handle = NULL;
  GPtrArray *list;
  gpointer listed;

  if (g_hash_table_lookup_extended (self->listed, key, NULL, &listed))
    {
      *serial = GPOINTER_TO_UINT (listed);
      return TRUE;
    }

  *serial = libvirt_core_get_serial (self->core);
  handle = owner != NULL ? libvirt_entity_hold (owner, NULL) : libvirt_core_hold (self->core, NULL);
  list = handle != NULL ? details->list (self->core, owner, handle->native, NULL) : NULL;
  if (list == NULL)
    return FALSE;

  g_hash_table_insert (self->listed, g_steal_pointer (&key), GUINT_TO_POINTER (*serial));
  g_ptr_array_add (self->lists, list);
  for (guint i = 0; i < list->len; i++)
    g_hash_table_add (self->found, g_ptr_array_index (list, i));
  return TRUE;
}

/* What is not among the others of its kind is gone. What belongs to something that is gone has
 * ended with it. */
static void
reload_look_for (LibvirtReload *self,
                 LibvirtEntity *entity)
{
  const LibvirtEntityDetails *details = LIBVIRT_ENTITY_DETAILS (entity);
  g_autoptr (LibvirtEntity) owner = libvirt_entity_find_owner (entity);
  guint32 serial;

  if (owner == NULL && details->owner_kind != LIBVIRT_KIND_CONNECT)
    return;

  if (reload_list (self, details, owner, &serial) &&
      !g_hash_table_contains (self->found, entity))
    libvirt_entity_set_missing (entity, serial);
}

/* A live list wants what is new, also if nothing was known. */
static void
reload_live_list (LibvirtReload *self,
                  LibvirtKind kind)
{
  LibvirtCore *core = self->core;
  const LibvirtEntityDetails *details = NULL;
  guint32 serial;

  g_mutex_lock (&core->lock);
  if (core->lists[kind] != NULL)
    details = libvirt_entity_list_get_details (core->lists[kind]);
  g_mutex_unlock (&core->lock);

  if (details != NULL)
    reload_list (self, details, NULL, &serial);
}

/* Owners come before what belongs to them: their kinds are earlier ones. */
static int
compare_kinds (gconstpointer a,
               gconstpointer b)
{
  const LibvirtEntityDetails *details_a = LIBVIRT_ENTITY_DETAILS (*(LibvirtEntity *const *) a);
  const LibvirtEntityDetails *details_b = LIBVIRT_ENTITY_DETAILS (*(LibvirtEntity *const *) b);

  return (int) details_a->kind - (int) details_b->kind;
}

void
libvirt_reload_run (LibvirtReload *self,
                    guint kinds)
{
  g_ptr_array_unref (self->known);
  g_mutex_lock (&self->core->lock);
  self->known = libvirt_registry_list_all (&self->core->registry);
  g_mutex_unlock (&self->core->lock);

  g_ptr_array_sort (self->known, compare_kinds);
  for (guint i = 0; i < self->known->len; i++)
    {
      LibvirtEntity *entity = g_ptr_array_index (self->known, i);

      if ((kinds & (1u << LIBVIRT_ENTITY_DETAILS (entity)->kind)) != 0)
        reload_look_for (self, entity);
    }
  for (guint kind = 0; kind < LIBVIRT_N_KINDS; kind++)
    {
      if ((kinds & (1u << kind)) != 0)
        reload_live_list (self, kind);
    }
}
