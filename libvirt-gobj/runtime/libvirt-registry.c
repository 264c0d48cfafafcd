/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "runtime/libvirt-registry-private.h"

#include <string.h>

#include "runtime/libvirt-entity-private.h"

static gboolean
kind_has_uuid (LibvirtKind kind)
{
  switch (kind)
    {
    case LIBVIRT_KIND_DOMAIN:
    case LIBVIRT_KIND_NETWORK:
    case LIBVIRT_KIND_STORAGE_POOL:
    case LIBVIRT_KIND_NW_FILTER:
    case LIBVIRT_KIND_SECRET:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Most UUIDs are random, and any part would do. But some who number their machines count in the
 * last bytes, or in the first: with a part alone ten thousand of them would be one long chain. */
static guint
uuid_hash (gconstpointer key)
{
  guint32 parts[VIR_UUID_BUFLEN / sizeof (guint32)];
  guint32 hash = 0;

  memcpy (parts, key, sizeof parts);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    hash = (hash ^ parts[i]) * 0x9e3779b1u;
  return hash ^ (hash >> 16);
}

static gboolean
uuid_equal (gconstpointer a,
            gconstpointer b)
{
  return memcmp (a, b, VIR_UUID_BUFLEN) == 0;
}

static guint
text_hash (gconstpointer data)
{
  const LibvirtTextKey *key = data;

  return uuid_hash (key->owner) ^ g_str_hash (key->text);
}

static gboolean
text_equal (gconstpointer a,
            gconstpointer b)
{
  return uuid_equal (((const LibvirtTextKey *) a)->owner, ((const LibvirtTextKey *) b)->owner) &&
         g_str_equal (((const LibvirtTextKey *) a)->text, ((const LibvirtTextKey *) b)->text);
}

/* Entities are in sets: a GHashTable whose keys are its values needs less room. What is looked for
 * in them is a key, told from an entity by the lowest bit of its address. */
typedef struct
{
  gconstpointer key;
} Probe;

static gpointer
set_lookup (GHashTable *set,
            gconstpointer key)
{
  Probe probe = { key };

  return g_hash_table_lookup (set, (char *) &probe + 1);
}

/* NULL if @member is an entity. */
static gconstpointer
probed_key (gconstpointer member)
{
  gboolean is_probe = (GPOINTER_TO_SIZE (member) & 1) != 0;

  return is_probe ? ((const Probe *) ((const char *) member - 1))->key : NULL;
}

static gconstpointer
member_key (gconstpointer member)
{
  gconstpointer key = probed_key (member);

  return key != NULL ? key : libvirt_entity_get_key ((gpointer) member);
}

static const char *
member_name (gconstpointer member)
{
  const char *name = probed_key (member);

  return name != NULL ? name : libvirt_entity_read_name ((gpointer) member);
}

static guint
member_uuid_hash (gconstpointer member)
{
  return uuid_hash (member_key (member));
}

static gboolean
member_uuid_equal (gconstpointer a,
                   gconstpointer b)
{
  return uuid_equal (member_key (a), member_key (b));
}

static guint
member_text_hash (gconstpointer member)
{
  return text_hash (member_key (member));
}

static gboolean
member_text_equal (gconstpointer a,
                   gconstpointer b)
{
  return text_equal (member_key (a), member_key (b));
}

static guint
member_name_hash (gconstpointer member)
{
  return g_str_hash (member_name (member));
}

static gboolean
member_name_equal (gconstpointer a,
                   gconstpointer b)
{
  return a == b || g_str_equal (member_name (a), member_name (b));
}

static const guint8 *
member_owner (gconstpointer member)
{
  const guint8 *owner = probed_key (member);

  return owner != NULL ? owner : ((const LibvirtNamedEntity *) member)->key->owner;
}

static guint
member_owner_hash (gconstpointer member)
{
  return uuid_hash (member_owner (member));
}

static gboolean
member_owner_equal (gconstpointer a,
                    gconstpointer b)
{
  return uuid_equal (member_owner (a), member_owner (b));
}

static LibvirtKind
kind_of (LibvirtEntity *entity)
{
  return LIBVIRT_ENTITY_DETAILS (entity)->kind;
}

static gconstpointer
key_of (LibvirtEntity *entity)
{
  return libvirt_entity_get_key (entity);
}

static GHashTable *
set_new (gboolean has_uuid)
{
  return has_uuid ? g_hash_table_new (member_uuid_hash, member_uuid_equal)
                  : g_hash_table_new (member_text_hash, member_text_equal);
}

static gboolean
has_owner (LibvirtEntity *entity)
{
  return LIBVIRT_ENTITY_DETAILS (entity)->owner_kind != LIBVIRT_KIND_CONNECT;
}

static void
join_ring (LibvirtRegistry *self,
           LibvirtNamedEntity *named)
{
  LibvirtNamedEntity *first = g_hash_table_lookup (self->rings, named);

  if (first == NULL)
    {
      g_hash_table_add (self->rings, named);
      first = named->previous = named;
    }
  named->next = first;
  named->previous = first->previous;
  named->next->previous = named;
  named->previous->next = named;
}

static void
leave_ring (LibvirtRegistry *self,
            LibvirtNamedEntity *named)
{
  if (named->next == named)
    g_hash_table_remove (self->rings, named);
  else if (g_hash_table_lookup (self->rings, named) == named)
    g_hash_table_add (self->rings, named->next);
  named->next->previous = named->previous;
  named->previous->next = named->next;
  named->next = named->previous = NULL;
}

/* Sees to it that @entity, if it belongs to something, is found there, or is not. */
static void
set_owned (LibvirtRegistry *self,
           LibvirtEntity *entity,
           gboolean is_owned)
{
  LibvirtNamedEntity *named = (LibvirtNamedEntity *) entity;

  if (!has_owner (entity) || is_owned == (named->next != NULL))
    return;

  if (is_owned)
    join_ring (self, named);
  else
    leave_ring (self, named);
}

void
libvirt_registry_init (LibvirtRegistry *self)
{
  for (guint kind = 0; kind < LIBVIRT_N_KINDS; kind++)
    {
      gboolean has_uuid = kind_has_uuid (kind);

      self->held[kind] = set_new (has_uuid);
      self->let_go[kind] = set_new (has_uuid);
    }
  self->rings = g_hash_table_new (member_owner_hash, member_owner_equal);
  self->domains_by_name = g_hash_table_new (member_name_hash, member_name_equal);
  self->moving_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
libvirt_registry_destroy (LibvirtRegistry *self)
{
  for (guint kind = 0; kind < LIBVIRT_N_KINDS; kind++)
    {
      g_assert (g_hash_table_size (self->held[kind]) == 0);
      g_assert (g_hash_table_size (self->let_go[kind]) == 0);
      g_clear_pointer (&self->held[kind], g_hash_table_unref);
      g_clear_pointer (&self->let_go[kind], g_hash_table_unref);
    }
  g_assert (g_hash_table_size (self->rings) == 0);
  g_clear_pointer (&self->rings, g_hash_table_unref);
  g_clear_pointer (&self->domains_by_name, g_hash_table_unref);
  g_clear_pointer (&self->moving_names, g_hash_table_unref);
}

static LibvirtFound
find_held (LibvirtEntity *entity)
{
  return (LibvirtFound){ .entity = g_object_ref (entity) };
}

static LibvirtFound
find_let_go (LibvirtEntity *entity)
{
  LibvirtWeak *weak = libvirt_entity_get_weak (entity);

  if (!libvirt_weak_claim (weak))
    return (LibvirtFound){ NULL };

  return (LibvirtFound){ .entity = entity, .claim = weak };
}

static void
add_found (GArray *all,
           LibvirtFound found)
{
  if (found.entity != NULL)
    g_array_append_val (all, found);
}

gpointer
libvirt_found_take (LibvirtFound *self)
{
  LibvirtWeak *claim = g_steal_pointer (&self->claim);

  return claim != NULL ? libvirt_weak_take (claim) : self->entity;
}

GPtrArray *
libvirt_found_take_all (GArray *found)
{
  GPtrArray *all = g_ptr_array_new_full (found->len, g_object_unref);

  for (guint i = 0; i < found->len; i++)
    {
      gpointer entity = libvirt_found_take (&g_array_index (found, LibvirtFound, i));

      if (entity != NULL)
        g_ptr_array_add (all, entity);
    }
  g_array_unref (found);

  return all;
}

static GArray *
found_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (LibvirtFound));
}

GArray *
libvirt_registry_find_all (LibvirtRegistry *self)
{
  GArray *all = found_new ();
  GHashTableIter iter;
  gpointer entity;

  for (guint kind = 0; kind < LIBVIRT_N_KINDS; kind++)
    {
      g_hash_table_iter_init (&iter, self->held[kind]);
      while (g_hash_table_iter_next (&iter, &entity, NULL))
        add_found (all, find_held (entity));

      g_hash_table_iter_init (&iter, self->let_go[kind]);
      while (g_hash_table_iter_next (&iter, &entity, NULL))
        add_found (all, find_let_go (entity));
    }

  return all;
}

GArray *
libvirt_registry_clear (LibvirtRegistry *self)
{
  GArray *all = libvirt_registry_find_all (self);

  for (guint kind = 0; kind < LIBVIRT_N_KINDS; kind++)
    {
      GHashTableIter iter;
      gpointer entity;

      /* Not the last references: there are those in the array. */
      g_hash_table_iter_init (&iter, self->held[kind]);
      while (g_hash_table_iter_next (&iter, &entity, NULL))
        g_object_unref (entity);
      g_hash_table_remove_all (self->held[kind]);
      g_hash_table_remove_all (self->let_go[kind]);
    }
  g_hash_table_remove_all (self->domains_by_name);
  for (guint i = 0; i < all->len; i++)
    set_owned (self, g_array_index (all, LibvirtFound, i).entity, FALSE);

  return all;
}

LibvirtEntity *
libvirt_registry_peek (LibvirtRegistry *self,
                       LibvirtKind kind,
                       gconstpointer key)
{
  LibvirtEntity *entity = set_lookup (self->held[kind], key);

  return entity != NULL ? entity : set_lookup (self->let_go[kind], key);
}

LibvirtFound
libvirt_registry_find (LibvirtRegistry *self,
                       LibvirtKind kind,
                       gconstpointer key)
{
  LibvirtEntity *entity = set_lookup (self->held[kind], key);

  if (entity != NULL)
    return find_held (entity);

  entity = set_lookup (self->let_go[kind], key);
  return entity != NULL ? find_let_go (entity) : (LibvirtFound){ NULL };
}

LibvirtEntity *
libvirt_registry_peek_domain_by_name (LibvirtRegistry *self,
                                      const char *name)
{
  return set_lookup (self->domains_by_name, name);
}

gboolean
libvirt_registry_holds (LibvirtRegistry *self,
                        LibvirtEntity *entity)
{
  return g_hash_table_lookup (self->held[kind_of (entity)], entity) == entity;
}

void
libvirt_registry_hold (LibvirtRegistry *self,
                       LibvirtEntity *entity)
{
  LibvirtKind kind = kind_of (entity);

  g_hash_table_remove (self->let_go[kind], entity);
  if (libvirt_registry_holds (self, entity))
    return;

  g_hash_table_add (self->held[kind], g_object_ref (entity));
  set_owned (self, entity, TRUE);
  libvirt_registry_set_name (self, entity);
}

void
libvirt_registry_set_name (LibvirtRegistry *self,
                           LibvirtEntity *entity)
{
  LibvirtEntity *other;
  const char *name;

  if (kind_of (entity) != LIBVIRT_KIND_DOMAIN || !libvirt_registry_holds (self, entity))
    return;

  /* Of two with one name, one is older than it seems: then they are told apart by their keys. */
  name = libvirt_entity_read_name (entity);
  other = libvirt_registry_peek_domain_by_name (self, name);
  if (g_hash_table_contains (self->moving_names, name) || (other != NULL && other != entity))
    g_hash_table_remove (self->domains_by_name, entity);
  else
    g_hash_table_add (self->domains_by_name, entity);
}

void
libvirt_registry_move_name (LibvirtRegistry *self,
                            const char *name,
                            guint32 serial)
{
  LibvirtEntity *named = libvirt_registry_peek_domain_by_name (self, name);

  if (named != NULL)
    g_hash_table_remove (self->domains_by_name, named);
  g_hash_table_insert (self->moving_names, g_strdup (name), GUINT_TO_POINTER (serial));
}

void
libvirt_registry_settle_name (LibvirtRegistry *self,
                              const char *name,
                              guint32 serial,
                              LibvirtEntity *entity)
{
  if (GPOINTER_TO_UINT (g_hash_table_lookup (self->moving_names, name)) != serial)
    return;

  g_hash_table_remove (self->moving_names, name);
  if (entity != NULL && g_strcmp0 (libvirt_entity_read_name (entity), name) == 0)
    libvirt_registry_set_name (self, entity);
}

void
libvirt_registry_unset_name (LibvirtRegistry *self,
                             LibvirtEntity *entity)
{
  if (kind_of (entity) == LIBVIRT_KIND_DOMAIN && libvirt_entity_read_name (entity) != NULL &&
      g_hash_table_lookup (self->domains_by_name, entity) == entity)
    g_hash_table_remove (self->domains_by_name, entity);
}

gboolean
libvirt_registry_let_go (LibvirtRegistry *self,
                         LibvirtEntity *entity,
                         gboolean may_return)
{
  LibvirtKind kind = kind_of (entity);
  gboolean was_held = libvirt_registry_holds (self, entity);

  if (was_held)
    {
      libvirt_registry_unset_name (self, entity);
      g_hash_table_remove (self->held[kind], entity);
    }
  if (!may_return)
    libvirt_registry_forget (self, entity);
  else if (was_held)
    {
      libvirt_entity_get_weak (entity); /* which must be there before anybody decides on the end */
      g_hash_table_add (self->let_go[kind], entity);
    }
  return was_held;
}

static void
add_known (LibvirtRegistry *self,
           LibvirtEntity *entity,
           GArray *all)
{
  gboolean is_held = libvirt_registry_holds (self, entity);

  add_found (all, is_held ? find_held (entity) : find_let_go (entity));
}

/* Borrowed, what is held and what was let go. */
static GPtrArray *
list_kind (LibvirtRegistry *self,
           LibvirtKind kind)
{
  GPtrArray *all = g_ptr_array_new ();
  GHashTable *const sets[] = { self->held[kind], self->let_go[kind] };

  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      GHashTableIter iter;
      gpointer entity;

      g_hash_table_iter_init (&iter, sets[i]);
      while (g_hash_table_iter_next (&iter, &entity, NULL))
        g_ptr_array_add (all, entity);
    }

  return all;
}

/* The same of one owner. */
static GPtrArray *
list_owned (LibvirtRegistry *self,
            LibvirtKind kind,
            const guint8 *owner)
{
  GPtrArray *owned = g_ptr_array_new ();
  LibvirtNamedEntity *first = set_lookup (self->rings, owner);
  LibvirtNamedEntity *named = first;

  while (named != NULL)
    {
      if (kind_of (&named->parent_instance) == kind)
        g_ptr_array_add (owned, named);
      named = named->next != first ? named->next : NULL;
    }

  return owned;
}

GArray *
libvirt_registry_find_owned (LibvirtRegistry *self,
                             LibvirtKind kind,
                             const guint8 *owner)
{
  g_autoptr (GPtrArray) owned = list_owned (self, kind, owner);
  GArray *found = found_new ();

  for (guint i = 0; i < owned->len; i++)
    add_known (self, owned->pdata[i], found);

  return found;
}

GArray *
libvirt_registry_find_missing (LibvirtRegistry *self,
                               LibvirtKind kind,
                               const guint8 *owner,
                               GPtrArray *present)
{
  g_autoptr (GHashTable) set = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) all =
    owner != NULL ? list_owned (self, kind, owner) : list_kind (self, kind);
  GArray *missing = found_new ();

  for (guint i = 0; i < present->len; i++)
    g_hash_table_add (set, present->pdata[i]);
  for (guint i = 0; i < all->len; i++)
    {
      if (libvirt_entity_has (all->pdata[i], LIBVIRT_FLAG_EXISTS) &&
          !g_hash_table_contains (set, all->pdata[i]))
        add_known (self, all->pdata[i], missing);
    }

  return missing;
}

/* Adds the registry's references to @let_go. */
static void
let_go_of_kind (LibvirtRegistry *self,
                LibvirtKind kind,
                const guint8 *owner,
                GPtrArray *let_go)
{
  g_autoptr (GPtrArray) owned = list_owned (self, kind, owner);

  for (guint i = 0; i < owned->len; i++)
    {
      if (libvirt_registry_let_go (self, owned->pdata[i], TRUE))
        g_ptr_array_add (let_go, owned->pdata[i]);
    }
}

GPtrArray *
libvirt_registry_let_go_owned (LibvirtRegistry *self,
                               LibvirtEntity *owner)
{
  LibvirtKind kinds[LIBVIRT_MAX_OWNED_KINDS];
  GPtrArray *let_go;

  if (set_lookup (self->rings, owner->uuid) == NULL)
    return NULL;

  let_go = g_ptr_array_new_with_free_func (g_object_unref);
  libvirt_entity_get_owned_kinds (owner, kinds);
  for (guint i = 0; i < G_N_ELEMENTS (kinds) && kinds[i] != LIBVIRT_KIND_CONNECT; i++)
    let_go_of_kind (self, kinds[i], owner->uuid, let_go);

  return let_go;
}

void
libvirt_registry_forget (LibvirtRegistry *self,
                         LibvirtEntity *entity)
{
  LibvirtKind kind = kind_of (entity);
  gconstpointer key = key_of (entity);

  if (key != NULL && g_hash_table_lookup (self->let_go[kind], entity) == entity)
    g_hash_table_remove (self->let_go[kind], entity);
  set_owned (self, entity, FALSE);
}
