/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "runtime/libvirt-side-private.h"

#include "runtime/libvirt-error-private.h"

static GMutex lock;
/* Guarded by lock: who is opening connections, and how many. Of both sides there is never one. */
static const LibvirtSide *opening;
static guint n_opening;

/* As in LibvirtSide. */
static const char *const class_names[] = { "virConnect", "virAdmConnect" };

/* The names of all classes are registered together, by whichever side it was; but each makes the
 * class of its own connections only, with the first one that it tries to open. This looks at the
 * table of types, not at what we have done: the program may use libvirt by itself. */
static gboolean
is_class_in_use (const char *class_name)
{
  GType type = g_type_from_name (class_name);

  return type != G_TYPE_INVALID && g_type_class_peek (type) != NULL;
}

/* Under the lock. */
static gboolean
is_other_in_use (const LibvirtSide *self)
{
  if (opening != NULL && opening != self)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (class_names); i++)
    {
      if (!g_str_equal (class_names[i], self->class_name) && is_class_in_use (class_names[i]))
        return TRUE;
    }

  return FALSE;
}

gboolean
libvirt_side_begin_open (const LibvirtSide *self,
                         GError **error)
{
  gboolean is_refused;

  g_mutex_lock (&lock);
  is_refused = is_other_in_use (self);
  if (!is_refused)
    {
      opening = self;
      n_opening++;
    }
  g_mutex_unlock (&lock);

  if (is_refused)
    libvirt_set_error (error, LIBVIRT_ERROR_OPERATION_UNSUPPORTED,
                       "This process cannot open connections to %s, as libvirt cannot have them "
                       "beside those of its other interface, which was used before",
                       self->name);
  return !is_refused;
}

void
libvirt_side_end_open (const LibvirtSide *self)
{
  g_mutex_lock (&lock);
  g_assert (opening == self && n_opening > 0);
  if (--n_opening == 0)
    opening = NULL;
  g_mutex_unlock (&lock);
}
