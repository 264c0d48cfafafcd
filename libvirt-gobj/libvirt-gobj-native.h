/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

/*
 * For C programs that also call libvirt itself. The one header with libvirt's types in it; it is
 * not part of the introspection data.
 */

#include <libvirt-gobj/libvirt-gobj.h>
#include <libvirt/libvirt.h>

G_BEGIN_DECLS

LIBVIRT_AVAILABLE_IN_1_0
virConnectPtr   libvirt_connect_get_native      (LibvirtConnect  *self,
                                                 GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtConnect *libvirt_connect_new_from_native (virConnectPtr    native,
                                                 GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
virDomainPtr    libvirt_domain_get_native       (LibvirtDomain   *self,
                                                 GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomain  *libvirt_domain_new_from_native  (LibvirtConnect  *connection,
                                                 virDomainPtr     native,
                                                 GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
virStreamPtr    libvirt_stream_get_native       (LibvirtStream   *self,
                                                 GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtStream  *libvirt_stream_new_from_native  (LibvirtConnect  *connection,
                                                 virStreamPtr     native,
                                                 GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
virDomainSnapshotPtr libvirt_domain_snapshot_get_native (LibvirtDomainSnapshot *self,
                                                         GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainSnapshot *libvirt_domain_snapshot_new_from_native (LibvirtConnect *connection,
                                                                virDomainSnapshotPtr native,
                                                                GError **error);

LIBVIRT_AVAILABLE_IN_1_0
virDomainCheckpointPtr libvirt_domain_checkpoint_get_native (LibvirtDomainCheckpoint *self,
                                                             GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainCheckpoint *libvirt_domain_checkpoint_new_from_native (LibvirtConnect *connection,
                                                                    virDomainCheckpointPtr native,
                                                                    GError **error);

LIBVIRT_AVAILABLE_IN_1_0
virNetworkPtr libvirt_network_get_native (LibvirtNetwork *self,
                                          GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtNetwork *libvirt_network_new_from_native (LibvirtConnect *connection,
                                                 virNetworkPtr native,
                                                 GError **error);

LIBVIRT_AVAILABLE_IN_1_0
virNetworkPortPtr libvirt_network_port_get_native (LibvirtNetworkPort *self,
                                                   GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtNetworkPort *libvirt_network_port_new_from_native (LibvirtConnect *connection,
                                                          virNetworkPortPtr native,
                                                          GError **error);

LIBVIRT_AVAILABLE_IN_1_0
virNWFilterPtr libvirt_nw_filter_get_native (LibvirtNWFilter *self,
                                             GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtNWFilter *libvirt_nw_filter_new_from_native (LibvirtConnect *connection,
                                                    virNWFilterPtr native,
                                                    GError **error);

LIBVIRT_AVAILABLE_IN_1_0
virNWFilterBindingPtr libvirt_nw_filter_binding_get_native (LibvirtNWFilterBinding *self,
                                                            GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtNWFilterBinding *libvirt_nw_filter_binding_new_from_native (LibvirtConnect *connection,
                                                                   virNWFilterBindingPtr native,
                                                                   GError **error);

LIBVIRT_AVAILABLE_IN_1_0
virInterfacePtr libvirt_interface_get_native (LibvirtInterface *self,
                                              GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtInterface *libvirt_interface_new_from_native (LibvirtConnect *connection,
                                                     virInterfacePtr native,
                                                     GError **error);

LIBVIRT_AVAILABLE_IN_1_0
virNodeDevicePtr libvirt_node_device_get_native (LibvirtNodeDevice *self,
                                                 GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtNodeDevice *libvirt_node_device_new_from_native (LibvirtConnect *connection,
                                                        virNodeDevicePtr native,
                                                        GError **error);

LIBVIRT_AVAILABLE_IN_1_0
virSecretPtr libvirt_secret_get_native (LibvirtSecret *self,
                                        GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtSecret *libvirt_secret_new_from_native (LibvirtConnect *connection,
                                               virSecretPtr native,
                                               GError **error);

LIBVIRT_AVAILABLE_IN_1_0
virStoragePoolPtr libvirt_storage_pool_get_native (LibvirtStoragePool *self,
                                                   GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtStoragePool *libvirt_storage_pool_new_from_native (LibvirtConnect *connection,
                                                          virStoragePoolPtr native,
                                                          GError **error);

LIBVIRT_AVAILABLE_IN_1_0
virStorageVolPtr libvirt_storage_vol_get_native (LibvirtStorageVol *self,
                                                 GError **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtStorageVol *libvirt_storage_vol_new_from_native (LibvirtConnect *connection,
                                                        virStorageVolPtr native,
                                                        GError **error);

G_END_DECLS
