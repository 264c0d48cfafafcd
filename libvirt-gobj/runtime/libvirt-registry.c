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
  return g_str_equal (member_name (a), member_name (b));
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

void
libvirt_registry_init (LibvirtRegistry *self)
{
  for (guint kind = 0; kind < LIBVIRT_N_KINDS; kind++)
    {
      gboolean has_uuid = kind_has_uuid (kind);

      self->held[kind] = set_new (has_uuid);
      self->let_go[kind] = set_new (has_uuid);
    }
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
  const char *name;

  if (kind_of (entity) != LIBVIRT_KIND_DOMAIN)
    return;

  name = libvirt_entity_read_name (entity);
  if (name != NULL && libvirt_registry_peek_domain_by_name (self, name) == entity)
    g_hash_table_remove (self->domains_by_name, entity);
}

gboolean
libvirt_registry_let_go (LibvirtRegistry *self,
                         LibvirtEntity *entity,
                         gboolean may_return)
{
  LibvirtKind kind = kind_of (entity);

  if (!libvirt_registry_holds (self, entity))
    return FALSE;

  libvirt_registry_unset_name (self, entity);
  g_hash_table_remove (self->held[kind], entity);
  if (may_return)
    {
      libvirt_entity_get_weak (entity); /* which must be there before anybody decides on the end */
      g_hash_table_add (self->let_go[kind], entity);
    }
  return TRUE;
}

static gboolean
is_owned_by (LibvirtEntity *entity,
             const guint8 *owner)
{
  return uuid_equal (((const LibvirtTextKey *) key_of (entity))->owner, owner);
}

typedef gboolean (*Wanted) (LibvirtEntity *entity,
                            gconstpointer data);

static GArray *
find_wanted (LibvirtRegistry *self,
             LibvirtKind kind,
             Wanted is_wanted,
             gconstpointer data)
{
  GArray *found = found_new ();
  GHashTableIter iter;
  gpointer entity;

  g_hash_table_iter_init (&iter, self->held[kind]);
  while (g_hash_table_iter_next (&iter, &entity, NULL))
    {
      if (is_wanted (entity, data))
        add_found (found, find_held (entity));
    }

  g_hash_table_iter_init (&iter, self->let_go[kind]);
  while (g_hash_table_iter_next (&iter, &entity, NULL))
    {
      if (is_wanted (entity, data))
        add_found (found, find_let_go (entity));
    }

  return found;
}

static gboolean
is_owned (LibvirtEntity *entity,
          gconstpointer owner)
{
  return is_owned_by (entity, owner);
}

GArray *
libvirt_registry_find_owned (LibvirtRegistry *self,
                             LibvirtKind kind,
                             const guint8 *owner)
{
  return find_wanted (self, kind, is_owned, owner);
}

typedef struct
{
  const guint8 *owner;
  GHashTable *present;
} Missing;

static gboolean
is_missing (LibvirtEntity *entity,
            gconstpointer data)
{
  const Missing *missing = data;

  return libvirt_entity_has (entity, LIBVIRT_FLAG_EXISTS) &&
         (missing->owner == NULL || is_owned_by (entity, missing->owner)) &&
         !g_hash_table_contains (missing->present, entity);
}

GArray *
libvirt_registry_find_missing (LibvirtRegistry *self,
                               LibvirtKind kind,
                               const guint8 *owner,
                               GPtrArray *present)
{
  g_autoptr (GHashTable) set = g_hash_table_new (NULL, NULL);
  const Missing missing = { owner, set };

  for (guint i = 0; i < present->len; i++)
    g_hash_table_add (set, g_ptr_array_index (present, i));
  return find_wanted (self, kind, is_missing, &missing);
}

/* Adds the registry's references to @let_go. */
static void
let_go_of_kind (LibvirtRegistry *self,
                LibvirtKind kind,
                const guint8 *owner,
                GPtrArray *let_go)
{
  guint first = let_go->len;
  GHashTableIter iter;
  gpointer entity;

  g_hash_table_iter_init (&iter, self->held[kind]);
  while (g_hash_table_iter_next (&iter, &entity, NULL))
    {
      if (is_owned_by (entity, owner))
        g_ptr_array_add (let_go, entity);
    }
  for (guint i = first; i < let_go->len; i++)
    libvirt_registry_let_go (self, let_go->pdata[i], TRUE);
}

GPtrArray *
libvirt_registry_let_go_owned (LibvirtRegistry *self,
                               LibvirtEntity *owner)
{
  GPtrArray *let_go = g_ptr_array_new_with_free_func (g_object_unref);
  LibvirtKind kinds[LIBVIRT_MAX_OWNED_KINDS];

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

  libvirt_registry_unset_name (self, entity);
  if (key != NULL && g_hash_table_lookup (self->let_go[kind], entity) == entity)
    g_hash_table_remove (self->let_go[kind], entity);
}
