/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "libvirt-admin-link-private.h"

/* The table of a connection has what leads to each object, by its key. */

static LibvirtCore *
get_core (gpointer object)
{
  return LIBVIRT_ADMIN_LINK_OF (object)->core;
}

/* Under the lock. */
static void
core_remember (LibvirtCore *core,
               LibvirtAdminLink *link)
{
  if (core->others == NULL)
    core->others = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_replace (core->others, link->key, link->weak);
}

/* Under the lock. What is claimed, or NULL. */
static LibvirtWeak *
core_recall (LibvirtCore *core,
             const char *key)
{
  LibvirtWeak *weak = core->others != NULL ? g_hash_table_lookup (core->others, key) : NULL;

  return weak != NULL && libvirt_weak_claim (weak) ? weak : NULL;
}

/* Under the lock. */
static void
core_forget (LibvirtCore *core,
             LibvirtAdminLink *link)
{
  if (core->others != NULL && g_hash_table_lookup (core->others, link->key) == link->weak)
    g_hash_table_remove (core->others, link->key);
}

static void
link_dispose (GObject *object)
{
  LibvirtAdminLink *self = LIBVIRT_ADMIN_LINK_OF (object);

  if (self->key != NULL)
    {
      g_mutex_lock (&self->core->lock);
      libvirt_weak_end (self->weak);
      core_forget (self->core, self);
      g_mutex_unlock (&self->core->lock);
    }

  G_OBJECT_CLASS (g_type_class_peek (G_TYPE_OBJECT))->dispose (object);
}

void
libvirt_admin_link_init (LibvirtAdminLink *self)
{
  self->core = libvirt_core_ref (libvirt_core_get_closed ());
}

void
libvirt_admin_link_class_init (GObjectClass *klass)
{
  klass->dispose = link_dispose;
  libvirt_core_add_type (G_OBJECT_CLASS_TYPE (klass), get_core);
}

void
libvirt_admin_link_finalize (LibvirtAdminLink *self)
{
  if (!self->core->is_inherited)
    g_clear_pointer (&self->handle, libvirt_handle_unref);
  libvirt_core_unref (self->core);
  g_clear_pointer (&self->weak, libvirt_weak_unref);
  g_free (self->key);
}

/* Under the lock. A new reference. */
static gpointer
connect_object (gpointer object,
                LibvirtCore *core,
                const char *key,
                LibvirtHandle *handle)
{
  LibvirtAdminLink *link = LIBVIRT_ADMIN_LINK_OF (object);

  libvirt_core_unref (link->core);
  link->core = libvirt_core_ref (core);
  link->key = g_strdup (key);
  link->weak = libvirt_weak_new (object);
  link->handle = handle;
  core_remember (core, link);
  return g_object_ref (object);
}

/* FALSE if the object that there is ends at this moment. */
static gboolean
try_to_adopt (gpointer object,
              LibvirtCore *core,
              const char *key,
              LibvirtHandle **handle,
              gpointer *found)
{
  LibvirtWeak *claim = NULL;
  gboolean is_open;

  *found = NULL;
  g_mutex_lock (&core->lock);
  is_open = core->session != NULL;
  if (is_open)
    claim = core_recall (core, key);
  if (is_open && claim == NULL)
    *found = connect_object (object, core, key, g_steal_pointer (handle));
  g_mutex_unlock (&core->lock);

  if (claim != NULL)
    *found = libvirt_weak_take (claim);
  return *found != NULL || !is_open;
}

gpointer
libvirt_admin_link_adopt (gpointer object,
                          LibvirtCore *core,
                          const char *key,
                          LibvirtKind kind,
                          gpointer native,
                          GError **error)
{
  LibvirtHandle *handle = libvirt_handle_new (core, kind, native);
  gpointer found;

  while (!try_to_adopt (object, core, key, &handle, &found))
    continue;

  if (found == NULL)
    libvirt_core_set_closed_error (core, error);
  g_clear_pointer (&handle, libvirt_handle_unref);
  g_object_unref (object);
  return found;
}

LibvirtHandle *
libvirt_admin_link_hold (LibvirtAdminLink *self,
                         GError **error)
{
  LibvirtHandle *handle = NULL;

  g_mutex_lock (&self->core->lock);
  if (self->handle != NULL && self->core->session != NULL)
    handle = libvirt_handle_hold (self->handle);
  g_mutex_unlock (&self->core->lock);

  if (handle == NULL)
    libvirt_core_set_closed_error (self->core, error);
  return handle;
}

LibvirtAdminConnect *
libvirt_admin_link_ref_connection (LibvirtAdminLink *self)
{
  return libvirt_weak_get (self->core->connect);
}

static GPtrArray *
core_claim_all (LibvirtCore *core)
{
  GPtrArray *claims = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer weak;

  g_mutex_lock (&core->lock);
  if (core->others != NULL)
    {
      g_hash_table_iter_init (&iter, core->others);
      while (g_hash_table_iter_next (&iter, NULL, &weak))
        {
          if (libvirt_weak_claim (weak))
            g_ptr_array_add (claims, weak);
        }
    }
  g_mutex_unlock (&core->lock);

  return claims;
}

static GPtrArray *
core_ref_all (LibvirtCore *core)
{
  g_autoptr (GPtrArray) claims = core_claim_all (core);
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < claims->len; i++)
    {
      gpointer object = libvirt_weak_take (g_ptr_array_index (claims, i));

      if (object != NULL)
        g_ptr_array_add (all, object);
    }
  return all;
}

void
libvirt_admin_link_detach_all (LibvirtCore *core)
{
  g_autoptr (GPtrArray) all = core_ref_all (core);

  for (guint i = 0; i < all->len; i++)
    {
      LibvirtAdminLink *link = LIBVIRT_ADMIN_LINK_OF (g_ptr_array_index (all, i));
      LibvirtHandle *handle;

      g_mutex_lock (&core->lock);
      handle = g_steal_pointer (&link->handle);
      g_mutex_unlock (&core->lock);
      g_clear_pointer (&handle, libvirt_handle_unref);
    }
}
