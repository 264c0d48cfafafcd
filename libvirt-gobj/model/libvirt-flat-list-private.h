/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_FLAT_LIST (libvirt_flat_list_get_type ())

/* Keeps a model of all items of several models, one model after the other. Each change of one of them
 * is a change of that, and as small. */
G_DECLARE_FINAL_TYPE (LibvirtFlatList, libvirt_flat_list, LIBVIRT, FLAT_LIST, GObject)

LibvirtFlatList *libvirt_flat_list_new (GType item_type);

/* The model; borrowed. */
GListModel *libvirt_flat_list_get_items (LibvirtFlatList *self);

/* Puts the items of @model behind all others. */
void libvirt_flat_list_append (LibvirtFlatList *self,
                               GListModel *model);

/* Takes out the items of @model, if it has them. */
void libvirt_flat_list_remove (LibvirtFlatList *self,
                               GListModel *model);

G_END_DECLS
