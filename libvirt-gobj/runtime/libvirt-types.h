/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <gio/gio.h>
#include <libvirt-gobj/libvirt-version-macros.h>

G_BEGIN_DECLS

/* Headers name each other's classes: the names are here, the declarations where they belong. */
typedef struct _LibvirtConnect LibvirtConnect;
typedef struct _LibvirtConnectAuth LibvirtConnectAuth;
typedef struct _LibvirtConnectAuthRequest LibvirtConnectAuthRequest;
typedef struct _LibvirtConnectCredential LibvirtConnectCredential;
typedef struct _LibvirtDomain LibvirtDomain;
typedef struct _LibvirtDomainCheckpoint LibvirtDomainCheckpoint;
typedef struct _LibvirtDomainJob LibvirtDomainJob;
typedef struct _LibvirtDomainSampler LibvirtDomainSampler;
typedef struct _LibvirtDomainSnapshot LibvirtDomainSnapshot;
typedef struct _LibvirtEntity LibvirtEntity;
typedef struct _LibvirtEntityList LibvirtEntityList;
typedef struct _LibvirtInterface LibvirtInterface;
typedef struct _LibvirtJob LibvirtJob;
typedef struct _LibvirtManager LibvirtManager;
typedef struct _LibvirtNWFilter LibvirtNWFilter;
typedef struct _LibvirtNWFilterBinding LibvirtNWFilterBinding;
typedef struct _LibvirtNetwork LibvirtNetwork;
typedef struct _LibvirtNetworkLease LibvirtNetworkLease;
typedef struct _LibvirtNetworkLeaseList LibvirtNetworkLeaseList;
typedef struct _LibvirtNetworkPort LibvirtNetworkPort;
typedef struct _LibvirtNode LibvirtNode;
typedef struct _LibvirtNodeDevice LibvirtNodeDevice;
typedef struct _LibvirtSecret LibvirtSecret;
typedef struct _LibvirtStatsSample LibvirtStatsSample;
typedef struct _LibvirtStatsSampler LibvirtStatsSampler;
typedef struct _LibvirtStoragePool LibvirtStoragePool;
typedef struct _LibvirtStorageVol LibvirtStorageVol;
typedef struct _LibvirtStream LibvirtStream;
typedef struct _LibvirtTransfer LibvirtTransfer;

G_END_DECLS
