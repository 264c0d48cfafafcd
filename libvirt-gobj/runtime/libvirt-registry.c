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

static gpointer
copy_key (LibvirtKind kind,
          gconstpointer key)
{
  if (kind_has_uuid (kind))
    return g_memdup2 (key, VIR_UUID_BUFLEN);

  return g_memdup2 (key, sizeof (LibvirtTextKey) +
                           strlen (((const LibvirtTextKey *) key)->text) + 1);
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

static void
weak_ref_free (gpointer weak_ref)
{
  g_weak_ref_clear (weak_ref);
  g_free (weak_ref);
}

static GWeakRef *
weak_ref_new (LibvirtEntity *entity)
{
  GWeakRef *weak_ref = g_new (GWeakRef, 1);

  g_weak_ref_init (weak_ref, entity);
  return weak_ref;
}

void
libvirt_registry_init (LibvirtRegistry *self)
{
  for (guint kind = 0; kind < LIBVIRT_N_KINDS; kind++)
    {
      GHashFunc hash = kind_has_uuid (kind) ? uuid_hash : text_hash;
      GEqualFunc equal = kind_has_uuid (kind) ? uuid_equal : text_equal;

      self->held[kind] = g_hash_table_new (hash, equal);
      self->let_go[kind] = g_hash_table_new_full (hash, equal, g_free, weak_ref_free);
    }
  self->domains_by_name = g_hash_table_new (g_str_hash, g_str_equal);
  self->moving_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
libvirt_registry_destroy (LibvirtRegistry *self)
{
  for (guint kind = 0; kind < LIBVIRT_N_KINDS; kind++)
    {
      g_assert (g_hash_table_size (self->held[kind]) == 0);
      g_clear_pointer (&self->held[kind], g_hash_table_unref);
      g_clear_pointer (&self->let_go[kind], g_hash_table_unref);
    }
  g_clear_pointer (&self->domains_by_name, g_hash_table_unref);
  g_clear_pointer (&self->moving_names, g_hash_table_unref);
}

GPtrArray *
libvirt_registry_list_all (LibvirtRegistry *self)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer value;

  for (guint kind = 0; kind < LIBVIRT_N_KINDS; kind++)
    {
      g_hash_table_iter_init (&iter, self->held[kind]);
      while (g_hash_table_iter_next (&iter, NULL, &value))
        g_ptr_array_add (all, g_object_ref (value));

      g_hash_table_iter_init (&iter, self->let_go[kind]);
      while (g_hash_table_iter_next (&iter, NULL, &value))
        {
          gpointer entity = g_weak_ref_get (value);

          if (entity != NULL)
            g_ptr_array_add (all, entity);
        }
    }

  return all;
}

GPtrArray *
libvirt_registry_clear (LibvirtRegistry *self)
{
  GPtrArray *all = libvirt_registry_list_all (self);

  for (guint kind = 0; kind < LIBVIRT_N_KINDS; kind++)
    {
      GHashTableIter iter;
      gpointer entity;

      /* Not the last references: there are those in the array. */
      g_hash_table_iter_init (&iter, self->held[kind]);
      while (g_hash_table_iter_next (&iter, NULL, &entity))
        g_object_unref (entity);
      g_hash_table_remove_all (self->held[kind]);
      g_hash_table_remove_all (self->let_go[kind]);
    }
  g_hash_table_remove_all (self->domains_by_name);

  return all;
}

LibvirtEntity *
libvirt_registry_lookup (LibvirtRegistry *self,
                         LibvirtKind kind,
                         gconstpointer key)
{
  LibvirtEntity *entity = g_hash_table_lookup (self->held[kind], key);
  GWeakRef *weak_ref;

  if (entity != NULL)
    return g_object_ref (entity);

  weak_ref = g_hash_table_lookup (self->let_go[kind], key);
  return weak_ref != NULL ? g_weak_ref_get (weak_ref) : NULL;
}

LibvirtEntity *
libvirt_registry_lookup_domain_by_name (LibvirtRegistry *self,
                                        const char *name)
{
  LibvirtEntity *entity = g_hash_table_lookup (self->domains_by_name, name);

  return entity != NULL ? g_object_ref (entity) : NULL;
}

gboolean
libvirt_registry_holds (LibvirtRegistry *self,
                        LibvirtEntity *entity)
{
  return g_hash_table_lookup (self->held[kind_of (entity)], key_of (entity)) == entity;
}

void
libvirt_registry_hold (LibvirtRegistry *self,
                       LibvirtEntity *entity)
{
  LibvirtKind kind = kind_of (entity);
  gconstpointer key = key_of (entity);

  g_hash_table_remove (self->let_go[kind], key);
  if (libvirt_registry_holds (self, entity))
    return;

  g_hash_table_insert (self->held[kind], (gpointer) key, g_object_ref (entity));
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
  other = g_hash_table_lookup (self->domains_by_name, name);
  if (g_hash_table_contains (self->moving_names, name) || (other != NULL && other != entity))
    g_hash_table_remove (self->domains_by_name, name);
  else /* and the key, too: the old one may lie in a handle that is about to go */
    g_hash_table_replace (self->domains_by_name, (gpointer) name, entity);
}

void
libvirt_registry_move_name (LibvirtRegistry *self,
                            const char *name,
                            guint32 serial)
{
  g_hash_table_remove (self->domains_by_name, name);
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
libvirt_registry_unset_domain_name (LibvirtRegistry *self,
                                    const char *name,
                                    LibvirtEntity *domain)
{
  if (g_hash_table_lookup (self->domains_by_name, name) == domain)
    g_hash_table_remove (self->domains_by_name, name);
}

void
libvirt_registry_unset_name (LibvirtRegistry *self,
                             LibvirtEntity *entity)
{
  const char *name = libvirt_entity_read_name (entity);

  if (kind_of (entity) == LIBVIRT_KIND_DOMAIN && name != NULL)
    libvirt_registry_unset_domain_name (self, name, entity);
}

gboolean
libvirt_registry_let_go (LibvirtRegistry *self,
                         LibvirtEntity *entity,
                         gboolean may_return)
{
  LibvirtKind kind = kind_of (entity);
  gconstpointer key = key_of (entity);

  if (!libvirt_registry_holds (self, entity))
    return FALSE;

  libvirt_registry_unset_name (self, entity);
  g_hash_table_remove (self->held[kind], key);
  if (may_return)
    g_hash_table_insert (self->let_go[kind], copy_key (kind, key), weak_ref_new (entity));
  return TRUE;
}

GPtrArray *
libvirt_registry_list_owned (LibvirtRegistry *self,
                             LibvirtKind kind,
                             const guint8 *owner)
{
  GPtrArray *owned = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer key;
  gpointer entity;
  gpointer weak_ref;

  g_hash_table_iter_init (&iter, self->held[kind]);
  while (g_hash_table_iter_next (&iter, &key, &entity))
    {
      if (uuid_equal (((LibvirtTextKey *) key)->owner, owner))
        g_ptr_array_add (owned, g_object_ref (entity));
    }

  g_hash_table_iter_init (&iter, self->let_go[kind]);
  while (g_hash_table_iter_next (&iter, &key, &weak_ref))
    {
      if (!uuid_equal (((LibvirtTextKey *) key)->owner, owner))
        continue;

      entity = g_weak_ref_get (weak_ref);
      if (entity != NULL)
        g_ptr_array_add (owned, entity);
    }

  return owned;
}

GPtrArray *
libvirt_registry_let_go_owned (LibvirtRegistry *self,
                               LibvirtEntity *owner)
{
  GPtrArray *let_go = g_ptr_array_new_with_free_func (g_object_unref);
  LibvirtKind kinds[LIBVIRT_MAX_OWNED_KINDS];

  libvirt_entity_get_owned_kinds (owner, kinds);
  for (guint i = 0; i < G_N_ELEMENTS (kinds) && kinds[i] != LIBVIRT_KIND_CONNECT; i++)
    {
      GPtrArray *owned = libvirt_registry_list_owned (self, kinds[i], owner->uuid);

      for (guint j = 0; j < owned->len; j++)
        {
          /* Not the last reference: there is that in the array. */
          if (libvirt_registry_let_go (self, owned->pdata[j], TRUE))
            g_object_unref (owned->pdata[j]);
        }
      g_ptr_array_extend_and_steal (let_go, owned);
    }

  return let_go;
}

LibvirtEntity *
libvirt_registry_forget_key (LibvirtRegistry *self,
                             LibvirtEntity *entity)
{
  LibvirtKind kind = kind_of (entity);
  gconstpointer key = key_of (entity);
  GWeakRef *weak_ref = key != NULL ? g_hash_table_lookup (self->let_go[kind], key) : NULL;
  LibvirtEntity *successor = weak_ref != NULL ? g_weak_ref_get (weak_ref) : NULL;

  libvirt_registry_unset_name (self, entity);
  if (weak_ref != NULL && successor == NULL)
    g_hash_table_remove (self->let_go[kind], key);
  return successor;
}
