/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "libvirt-admin-link-private.h"

/* The table of a connection has a weak reference to each object, by its key. */

static void
weak_ref_free (gpointer weak_ref)
{
  g_weak_ref_clear (weak_ref);
  g_free (weak_ref);
}

static LibvirtCore *
get_core (gpointer object)
{
  return LIBVIRT_ADMIN_LINK_OF (object)->core;
}

/* Under the lock. */
static void
core_remember (LibvirtCore *core,
               const char *key,
               gpointer object)
{
  GWeakRef *weak_ref = g_new (GWeakRef, 1);

  if (core->others == NULL)
    core->others = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, weak_ref_free);

  g_weak_ref_init (weak_ref, object);
  g_hash_table_replace (core->others, g_strdup (key), weak_ref);
}

/* Under the lock. A new reference, or NULL. */
static gpointer
core_recall (LibvirtCore *core,
             const char *key)
{
  GWeakRef *weak_ref = core->others != NULL ? g_hash_table_lookup (core->others, key) : NULL;

  return weak_ref != NULL ? g_weak_ref_get (weak_ref) : NULL;
}

void
libvirt_admin_link_init (LibvirtAdminLink *self)
{
  self->core = libvirt_core_ref (libvirt_core_get_closed ());
}

void
libvirt_admin_link_class_init (GObjectClass *klass)
{
  libvirt_core_add_type (G_OBJECT_CLASS_TYPE (klass), get_core);
}

void
libvirt_admin_link_finalize (LibvirtAdminLink *self)
{
  gpointer successor = NULL;

  if (self->key != NULL)
    {
      g_mutex_lock (&self->core->lock);
      successor = core_recall (self->core, self->key);
      if (successor == NULL && self->core->others != NULL)
        g_hash_table_remove (self->core->others, self->key);
      g_mutex_unlock (&self->core->lock);
    }

  /* Without the lock, as it may be the last reference to it. */
  g_clear_object (&successor);
  if (!self->core->is_inherited)
    g_clear_pointer (&self->handle, libvirt_handle_unref);
  libvirt_core_unref (self->core);
  g_free (self->key);
}

/* Under the lock. */
static void
link_connect (LibvirtAdminLink *self,
              LibvirtCore *core,
              const char *key,
              LibvirtHandle *handle)
{
  libvirt_core_unref (self->core);
  self->core = libvirt_core_ref (core);
  self->key = g_strdup (key);
  self->handle = handle;
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
  gpointer found = NULL;

  g_mutex_lock (&core->lock);
  if (core->session != NULL)
    {
      found = core_recall (core, key);
      if (found == NULL)
        {
          found = g_object_ref (object);
          link_connect (LIBVIRT_ADMIN_LINK_OF (object), core, key, g_steal_pointer (&handle));
          core_remember (core, key, object);
        }
    }
  g_mutex_unlock (&core->lock);

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
core_ref_all (LibvirtCore *core)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer weak_ref;

  g_mutex_lock (&core->lock);
  if (core->others != NULL)
    {
      g_hash_table_iter_init (&iter, core->others);
      while (g_hash_table_iter_next (&iter, NULL, &weak_ref))
        {
          gpointer object = g_weak_ref_get (weak_ref);

          if (object != NULL)
            g_ptr_array_add (all, object);
        }
    }
  g_mutex_unlock (&core->lock);

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
