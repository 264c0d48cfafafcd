/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <gio/gio.h>
#include <libvirt-gobj/libvirt-storage-enums.h>
#include <libvirt-gobj/libvirt-storage-vol.h>
#include <libvirt-gobj/libvirt-stream.h>
#include <libvirt-gobj/libvirt-transfer.h>

G_BEGIN_DECLS

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_storage_vol_download         (LibvirtStorageVol               *self,
                                               LibvirtStream                   *stream,
                                               guint64                          offset,
                                               guint64                          length,
                                               LibvirtStorageVolDownloadFlags   flags,
                                               GError                         **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_storage_vol_upload           (LibvirtStorageVol               *self,
                                               LibvirtStream                   *stream,
                                               guint64                          offset,
                                               guint64                          length,
                                               LibvirtStorageVolUploadFlags     flags,
                                               GError                         **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_storage_vol_download_to_file (LibvirtStorageVol               *self,
                                               GFile                           *file,
                                               guint64                          offset,
                                               guint64                          length,
                                               LibvirtStorageVolDownloadFlags   flags,
                                               LibvirtTransfer                 *transfer,
                                               GError                         **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_storage_vol_download_to_fd   (LibvirtStorageVol               *self,
                                               int                              fd,
                                               guint64                          offset,
                                               guint64                          length,
                                               LibvirtStorageVolDownloadFlags   flags,
                                               LibvirtTransfer                 *transfer,
                                               GError                         **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_storage_vol_upload_from_file (LibvirtStorageVol               *self,
                                               GFile                           *file,
                                               guint64                          offset,
                                               guint64                          length,
                                               LibvirtStorageVolUploadFlags     flags,
                                               LibvirtTransfer                 *transfer,
                                               GError                         **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_storage_vol_upload_from_fd   (LibvirtStorageVol               *self,
                                               int                              fd,
                                               guint64                          offset,
                                               guint64                          length,
                                               LibvirtStorageVolUploadFlags     flags,
                                               LibvirtTransfer                 *transfer,
                                               GError                         **error);

G_END_DECLS
