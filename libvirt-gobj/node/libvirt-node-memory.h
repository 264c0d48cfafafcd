/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-node-enums.h>
#include <libvirt-gobj/libvirt-node.h>

G_BEGIN_DECLS

LIBVIRT_AVAILABLE_IN_1_0
guint64   libvirt_node_get_free_memory        (LibvirtNode                 *self,
                                               GError                     **error);

LIBVIRT_AVAILABLE_IN_1_0
guint64  *libvirt_node_get_cells_free_memory  (LibvirtNode                 *self,
                                               int                          start_cell,
                                               int                          max_cells,
                                               gsize                       *n_cells,
                                               GError                     **error);

LIBVIRT_AVAILABLE_IN_1_0
GVariant *libvirt_node_get_memory_stats       (LibvirtNode                 *self,
                                               int                          cell_num,
                                               guint                        flags,
                                               GError                     **error);

LIBVIRT_AVAILABLE_IN_1_0
guint64  *libvirt_node_get_free_pages         (LibvirtNode                 *self,
                                               const guint                 *pages,
                                               guint                        n_pages,
                                               int                          start_cell,
                                               guint                        cell_count,
                                               guint                        flags,
                                               gsize                       *n_counts,
                                               GError                     **error);

LIBVIRT_AVAILABLE_IN_1_0
int       libvirt_node_alloc_pages            (LibvirtNode                 *self,
                                               const guint                 *page_sizes,
                                               guint                        n_page_sizes,
                                               const guint64               *page_counts,
                                               guint                        n_page_counts,
                                               int                          start_cell,
                                               guint                        cell_count,
                                               LibvirtNodeAllocPagesFlags   flags,
                                               GError                     **error);

LIBVIRT_AVAILABLE_IN_1_0
GVariant *libvirt_node_get_memory_parameters  (LibvirtNode                 *self,
                                               guint                        flags,
                                               GError                     **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean  libvirt_node_set_memory_parameters  (LibvirtNode                 *self,
                                               GVariant                    *params,
                                               guint                        flags,
                                               GError                     **error);

G_END_DECLS
