/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-entity.h>
#include <libvirt-gobj/libvirt-storage-enums.h>
#include <libvirt-gobj/libvirt-storage-pool.h>
#include <libvirt-gobj/libvirt-storage-vol-info.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_STORAGE_VOL (libvirt_storage_vol_get_type ())

LIBVIRT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (LibvirtStorageVol, libvirt_storage_vol, LIBVIRT, STORAGE_VOL, LibvirtEntity)

LIBVIRT_AVAILABLE_IN_1_0
LibvirtConnect *libvirt_storage_vol_get_connection (LibvirtStorageVol *self);

LIBVIRT_AVAILABLE_IN_1_0
const char *libvirt_storage_vol_get_name (LibvirtStorageVol *self);

LIBVIRT_AVAILABLE_IN_1_0
const char *libvirt_storage_vol_get_key (LibvirtStorageVol *self);

LIBVIRT_AVAILABLE_IN_1_0
char *libvirt_storage_vol_get_path (LibvirtStorageVol *self,
                                    GError **error);

LIBVIRT_AVAILABLE_IN_1_0
char *libvirt_storage_vol_get_xml_desc (LibvirtStorageVol *self,
                                        guint flags,
                                        GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtStorageVolInfo *libvirt_storage_vol_get_info (LibvirtStorageVol *self,
                                                     GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtStorageVolInfo *libvirt_storage_vol_get_info_flags (LibvirtStorageVol *self,
                                                           LibvirtStorageVolInfoFlags flags,
                                                           GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtStoragePool *libvirt_storage_vol_lookup_pool (LibvirtStorageVol *self,
                                                     GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_storage_vol_delete (LibvirtStorageVol *self,
                                     LibvirtStorageVolDeleteFlags flags,
                                     GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_storage_vol_resize (LibvirtStorageVol *self,
                                     guint64 capacity,
                                     LibvirtStorageVolResizeFlags flags,
                                     GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_storage_vol_wipe (LibvirtStorageVol *self,
                                   guint flags,
                                   GError **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_storage_vol_wipe_pattern (LibvirtStorageVol *self,
                                           LibvirtStorageVolWipeAlgorithm algorithm,
                                           guint flags,
                                           GError **error);

G_END_DECLS
