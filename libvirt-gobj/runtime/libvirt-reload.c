/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "runtime/libvirt-reload-private.h"

#include "model/libvirt-entity-list-private.h"
#include "network/libvirt-network-lease-private.h"
#include "runtime/libvirt-track-private.h"

/* A live list, and what it is to take. */
typedef struct
{
  LibvirtEntityList *list;
  gpointer answer; /* or NULL and an error */
  GError *error;
} Filling;

static void
filling_free (gpointer data)
{
  Filling *self = data;

  g_clear_pointer (&self->answer, libvirt_entity_list_free_answer);
  g_clear_error (&self->error);
  g_object_unref (self->list);
  g_free (self);
}

LibvirtReload *
libvirt_reload_new (LibvirtCore *core)
{
  LibvirtReload *self = g_new0 (LibvirtReload, 1);

  self->core = libvirt_core_ref (core);
  self->known = g_ptr_array_new_with_free_func (g_object_unref);
  self->listed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->found = g_hash_table_new (NULL, NULL);
  self->fillings = g_ptr_array_new_with_free_func (filling_free);

  return self;
}

void
libvirt_reload_free (LibvirtReload *self)
{
  g_ptr_array_unref (self->known);
  g_hash_table_unref (self->listed);
  g_ptr_array_unref (self->lists);
  g_hash_table_unref (self->found);
  g_ptr_array_unref (self->fillings);
  libvirt_core_unref (self->core);
  g_free (self);
}

/* What a live list is to show is asked for as itself would do that. */
static GPtrArray *
reload_ask_for_list (LibvirtReload *self,
                     LibvirtEntityList *list,
                     LibvirtEntity *owner)
{
  Filling *filling = g_new0 (Filling, 1);
  GPtrArray *found;

  filling->list = list;
  filling->answer = libvirt_entity_list_ask (list, owner, &found, &filling->error);
  g_ptr_array_add (self->fillings, filling);
  return found;
}

static GPtrArray *
reload_ask (LibvirtReload *self,
            const LibvirtEntityDetails *details,
            LibvirtEntity *owner)
{
  LibvirtEntityList *list = libvirt_entity_list_ref_of (self->core, owner, details->kind);
  g_autoptr (LibvirtHandle) handle = NULL;

  if (list != NULL)
    return reload_ask_for_list (self, list, owner);

  handle = owner != NULL ? libvirt_entity_hold (owner, NULL) : libvirt_core_hold (self->core, NULL);
  return handle != NULL ? details->list (self->core, owner, handle->native, NULL) : NULL;
}

/* Asks for everything of a kind that there is with @owner, unless that was done. What comes back
 * has been brought up to date on the way. The serial at which it was asked; 0 if it cannot be
 * told. */
static guint32
reload_list (LibvirtReload *self,
             const LibvirtEntityDetails *details,
             LibvirtEntity *owner)
{
  g_autofree char *key = g_strdup_printf ("%d %p", details->kind, owner);
  guint32 serial = libvirt_core_get_serial (self->core);
  GPtrArray *list;
  gpointer listed;

  if (g_hash_table_lookup_extended (self->listed, key, NULL, &listed))
    return GPOINTER_TO_UINT (listed);

  list = reload_ask (self, details, owner);
  if (list == NULL)
    serial = 0;
  g_hash_table_insert (self->listed, g_steal_pointer (&key), GUINT_TO_POINTER (serial));
  if (list == NULL)
    return 0;

  g_ptr_array_add (self->lists, list);
  for (guint i = 0; i < list->len; i++)
    g_hash_table_add (self->found, g_ptr_array_index (list, i));
  return serial;
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

  serial = reload_list (self, details, owner);
  if (serial != 0 && !g_hash_table_contains (self->found, entity))
    libvirt_entity_set_missing (entity, serial);
}

/* A live list wants what is new, also if nothing was known. */
static void
reload_live_list (LibvirtReload *self,
                  LibvirtEntity *owner,
                  LibvirtKind kind)
{
  g_autoptr (LibvirtEntityList) list = libvirt_entity_list_ref_of (self->core, owner, kind);

  if (list != NULL)
    reload_list (self, libvirt_entity_list_get_details (list), owner);
}

static void
reload_owned_lists (LibvirtReload *self,
                    LibvirtEntity *owner)
{
  LibvirtKind kinds[LIBVIRT_MAX_OWNED_KINDS];

  libvirt_entity_get_owned_kinds (owner, kinds);
  for (guint i = 0; i < G_N_ELEMENTS (kinds) && kinds[i] != LIBVIRT_KIND_CONNECT; i++)
    {
      if (libvirt_entity_get_exists (owner))
        reload_live_list (self, owner, kinds[i]);
    }
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
  GArray *found;

  self->kinds = kinds;
  g_ptr_array_unref (self->known);
  g_mutex_lock (&self->core->lock);
  found = libvirt_registry_find_all (&self->core->registry);
  g_mutex_unlock (&self->core->lock);

  self->known = libvirt_found_take_all (found);
  g_ptr_array_sort (self->known, compare_kinds);
  for (guint i = 0; i < self->known->len; i++)
    {
      LibvirtEntity *entity = g_ptr_array_index (self->known, i);

      if ((kinds & (1u << LIBVIRT_ENTITY_DETAILS (entity)->kind)) == 0)
        continue;
      reload_look_for (self, entity);
      reload_owned_lists (self, entity);
    }
  for (guint kind = 0; kind < LIBVIRT_N_KINDS; kind++)
    {
      if ((kinds & (1u << kind)) != 0)
        reload_live_list (self, NULL, kind);
    }
}

/* Leases are nothing that is known otherwise: their lists ask themselves. */
static void
reload_leases (LibvirtReload *self)
{
  for (guint i = 0; i < self->known->len && libvirt_core_is_open (self->core); i++)
    {
      gpointer entity = g_ptr_array_index (self->known, i);

      if (LIBVIRT_IS_NETWORK (entity) && (self->kinds & (1u << LIBVIRT_KIND_NETWORK)) != 0)
        libvirt_network_lease_list_reload (entity);
    }
}

void
libvirt_reload_fill_lists (LibvirtReload *self)
{
  for (guint i = 0; i < self->fillings->len && libvirt_core_is_open (self->core); i++)
    {
      Filling *filling = g_ptr_array_index (self->fillings, i);

      libvirt_entity_list_take_answer (filling->list, g_steal_pointer (&filling->answer),
                                       g_steal_pointer (&filling->error));
    }
  reload_leases (self);
}

#define RELOAD_OF_EMISSION(e) \
  ((LibvirtReload *) ((guint8 *) (e) - G_STRUCT_OFFSET (LibvirtReload, emission)))

static void
finish_emit (LibvirtEmission *emission,
             gpointer connect)
{
  libvirt_reload_fill_lists (RELOAD_OF_EMISSION (emission));
}

static void
finish_free (LibvirtEmission *emission)
{
  libvirt_reload_free (RELOAD_OF_EMISSION (emission));
}

void
libvirt_reload_finish (LibvirtReload *self)
{
  g_autoptr (LibvirtCore) core = libvirt_core_ref (self->core);

  self->emission.emit = finish_emit;
  self->emission.free = finish_free;
  libvirt_emitter_tell (core->emitter, &self->emission);
}
