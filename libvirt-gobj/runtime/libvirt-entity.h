/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-types.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_ENTITY (libvirt_entity_get_type ())
#define LIBVIRT_ENTITY(o) (G_TYPE_CHECK_INSTANCE_CAST ((o), LIBVIRT_TYPE_ENTITY, LibvirtEntity))
#define LIBVIRT_IS_ENTITY(o) (G_TYPE_CHECK_INSTANCE_TYPE ((o), LIBVIRT_TYPE_ENTITY))

typedef struct _LibvirtEntityClass LibvirtEntityClass;

/**
 * LibvirtEntityClass:
 *
 * The class of #LibvirtEntity. Only this library derives from it.
 *
 * Since: 1.0
 */
struct _LibvirtEntityClass
{
  /*< private >*/
  GObjectClass parent_class;

  const struct _LibvirtEntityDetails *details;
};

LIBVIRT_AVAILABLE_IN_1_0
GType           libvirt_entity_get_type       (void) G_GNUC_CONST;

LIBVIRT_AVAILABLE_IN_1_0
LibvirtConnect *libvirt_entity_get_connection (LibvirtEntity *self);

LIBVIRT_AVAILABLE_IN_1_0
const char     *libvirt_entity_get_name       (LibvirtEntity *self);

LIBVIRT_AVAILABLE_IN_1_0
gboolean        libvirt_entity_get_exists     (LibvirtEntity *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LibvirtEntity, g_object_unref)

G_END_DECLS
