/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "runtime/libvirt-entity-flags-private.h"

/* By id. */
static const char *const names[LIBVIRT_FIRST_OWN_PROP] = {
  [LIBVIRT_PROP_ACTIVE] = "active",
  [LIBVIRT_PROP_AUTOSTART] = "autostart",
  [LIBVIRT_PROP_PERSISTENT] = "persistent",
  [LIBVIRT_PROP_CAN_DESTROY] = "can-destroy",
  [LIBVIRT_PROP_CAN_START] = "can-start",
};

void
libvirt_entity_install_flag (GObjectClass *object_class,
                             guint prop_id)
{
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  g_object_class_install_property (
    object_class, prop_id, g_param_spec_boolean (names[prop_id], NULL, NULL, FALSE, flags));
}

/* The properties that are TRUE, a bit each. Under the lock. */
static guint
entity_booleans (LibvirtEntity *self)
{
  gboolean exists = libvirt_entity_has (self, LIBVIRT_FLAG_EXISTS);
  gboolean active = libvirt_entity_has (self, LIBVIRT_FLAG_ACTIVE);

  return (exists ? LIBVIRT_ENTITY_CHANGED_EXISTS : 0) |
         (active ? 1u << LIBVIRT_PROP_ACTIVE : 0) |
         (libvirt_entity_has (self, LIBVIRT_FLAG_AUTOSTART) ? 1u << LIBVIRT_PROP_AUTOSTART : 0) |
         (libvirt_entity_has (self, LIBVIRT_FLAG_PERSISTENT) ? 1u << LIBVIRT_PROP_PERSISTENT : 0) |
         (active ? 1u << LIBVIRT_PROP_CAN_DESTROY : 0) |
         (exists && !active ? 1u << LIBVIRT_PROP_CAN_START : 0);
}

gboolean
libvirt_entity_peek_flag (LibvirtEntity *self,
                          guint prop_id)
{
  guint booleans;

  g_mutex_lock (&self->core->lock);
  booleans = entity_booleans (self);
  g_mutex_unlock (&self->core->lock);

  return (booleans & (1u << prop_id)) != 0;
}

guint
libvirt_entity_take_only_flags (LibvirtEntity *self,
                                const LibvirtBase *base)
{
  guint before = entity_booleans (self);

  libvirt_entity_take_flags (self, base);
  return before ^ entity_booleans (self);
}

/* What is only started is most likely not kept, and what is only kept not started. */
void
libvirt_entity_guess_flags (gpointer native,
                            LibvirtBase *base)
{
  base->guessed = (LIBVIRT_HAS_STATE | LIBVIRT_HAS_PERSISTENT) & ~base->fields;
  if ((base->fields & LIBVIRT_HAS_PERSISTENT) == 0)
    base->persistent = !base->active;
  base->fields |= LIBVIRT_HAS_STATE | LIBVIRT_HAS_PERSISTENT;
}

void
libvirt_entity_notify_flags (LibvirtEntity *self,
                             guint changed)
{
  GObjectClass *object_class = G_OBJECT_GET_CLASS (self);

  for (guint prop_id = LIBVIRT_PROP_ACTIVE; prop_id < LIBVIRT_FIRST_OWN_PROP; prop_id++)
    {
      if ((changed & (1u << prop_id)) != 0 &&
          g_object_class_find_property (object_class, names[prop_id]) != NULL)
        g_object_notify (G_OBJECT (self), names[prop_id]);
    }
}
