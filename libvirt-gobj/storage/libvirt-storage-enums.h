/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-types.h>

G_BEGIN_DECLS

/**
 * LibvirtConnectListAllStoragePoolsFlags:
 * @LIBVIRT_CONNECT_LIST_ALL_STORAGE_POOLS_FLAGS_NONE: every pool of the host
 * @LIBVIRT_CONNECT_LIST_ALL_STORAGE_POOLS_FLAGS_INACTIVE: pools that are defined and not started
 * @LIBVIRT_CONNECT_LIST_ALL_STORAGE_POOLS_FLAGS_ACTIVE: pools that are started
 * @LIBVIRT_CONNECT_LIST_ALL_STORAGE_POOLS_FLAGS_PERSISTENT: pools whose definition is stored
 * @LIBVIRT_CONNECT_LIST_ALL_STORAGE_POOLS_FLAGS_TRANSIENT: pools that are forgotten when they are
 *   stopped
 * @LIBVIRT_CONNECT_LIST_ALL_STORAGE_POOLS_FLAGS_AUTOSTART: pools that are started with the host
 * @LIBVIRT_CONNECT_LIST_ALL_STORAGE_POOLS_FLAGS_NO_AUTOSTART: pools somebody has to start
 * @LIBVIRT_CONNECT_LIST_ALL_STORAGE_POOLS_FLAGS_DIR: pools that are a directory
 * @LIBVIRT_CONNECT_LIST_ALL_STORAGE_POOLS_FLAGS_FS: pools that are a file system on a block device
 * @LIBVIRT_CONNECT_LIST_ALL_STORAGE_POOLS_FLAGS_NETFS: pools that are mounted from a file server
 * @LIBVIRT_CONNECT_LIST_ALL_STORAGE_POOLS_FLAGS_LOGICAL: pools that are an LVM volume group
 * @LIBVIRT_CONNECT_LIST_ALL_STORAGE_POOLS_FLAGS_DISK: pools that are a disk with partitions
 * @LIBVIRT_CONNECT_LIST_ALL_STORAGE_POOLS_FLAGS_ISCSI: pools that are the LUNs of an iSCSI target
 *   the host has logged in to
 * @LIBVIRT_CONNECT_LIST_ALL_STORAGE_POOLS_FLAGS_SCSI: pools that are the LUNs of a SCSI host
 *   adapter
 * @LIBVIRT_CONNECT_LIST_ALL_STORAGE_POOLS_FLAGS_MPATH: pools that are the host's multipath devices
 * @LIBVIRT_CONNECT_LIST_ALL_STORAGE_POOLS_FLAGS_RBD: pools that are in a Ceph cluster
 * @LIBVIRT_CONNECT_LIST_ALL_STORAGE_POOLS_FLAGS_SHEEPDOG: pools that are in a Sheepdog cluster
 * @LIBVIRT_CONNECT_LIST_ALL_STORAGE_POOLS_FLAGS_GLUSTER: pools that are on a Gluster volume,
 *   reached without mounting it
 * @LIBVIRT_CONNECT_LIST_ALL_STORAGE_POOLS_FLAGS_ZFS: what the ZFS volume manager has set aside
 * @LIBVIRT_CONNECT_LIST_ALL_STORAGE_POOLS_FLAGS_VSTORAGE: pools that are in a Virtuozzo storage
 *   cluster
 * @LIBVIRT_CONNECT_LIST_ALL_STORAGE_POOLS_FLAGS_ISCSI_DIRECT: pools that are the LUNs of an iSCSI
 *   target, reached without the host's initiator
 *
 * Which storage pools libvirt_connect_list_all_storage_pools() returns. Activity, persistence,
 * autostart and the type are four groups: a pool must match one flag of every group that has a flag
 * set.
 *
 * Mirrors virConnectListAllStoragePoolsFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_CONNECT_LIST_ALL_STORAGE_POOLS_FLAGS_NONE = 0,
  LIBVIRT_CONNECT_LIST_ALL_STORAGE_POOLS_FLAGS_INACTIVE = 1 << 0,
  LIBVIRT_CONNECT_LIST_ALL_STORAGE_POOLS_FLAGS_ACTIVE = 1 << 1,
  LIBVIRT_CONNECT_LIST_ALL_STORAGE_POOLS_FLAGS_PERSISTENT = 1 << 2,
  LIBVIRT_CONNECT_LIST_ALL_STORAGE_POOLS_FLAGS_TRANSIENT = 1 << 3,
  LIBVIRT_CONNECT_LIST_ALL_STORAGE_POOLS_FLAGS_AUTOSTART = 1 << 4,
  LIBVIRT_CONNECT_LIST_ALL_STORAGE_POOLS_FLAGS_NO_AUTOSTART = 1 << 5,
  LIBVIRT_CONNECT_LIST_ALL_STORAGE_POOLS_FLAGS_DIR = 1 << 6,
  LIBVIRT_CONNECT_LIST_ALL_STORAGE_POOLS_FLAGS_FS = 1 << 7,
  LIBVIRT_CONNECT_LIST_ALL_STORAGE_POOLS_FLAGS_NETFS = 1 << 8,
  LIBVIRT_CONNECT_LIST_ALL_STORAGE_POOLS_FLAGS_LOGICAL = 1 << 9,
  LIBVIRT_CONNECT_LIST_ALL_STORAGE_POOLS_FLAGS_DISK = 1 << 10,
  LIBVIRT_CONNECT_LIST_ALL_STORAGE_POOLS_FLAGS_ISCSI = 1 << 11,
  LIBVIRT_CONNECT_LIST_ALL_STORAGE_POOLS_FLAGS_SCSI = 1 << 12,
  LIBVIRT_CONNECT_LIST_ALL_STORAGE_POOLS_FLAGS_MPATH = 1 << 13,
  LIBVIRT_CONNECT_LIST_ALL_STORAGE_POOLS_FLAGS_RBD = 1 << 14,
  LIBVIRT_CONNECT_LIST_ALL_STORAGE_POOLS_FLAGS_SHEEPDOG = 1 << 15,
  LIBVIRT_CONNECT_LIST_ALL_STORAGE_POOLS_FLAGS_GLUSTER = 1 << 16,
  LIBVIRT_CONNECT_LIST_ALL_STORAGE_POOLS_FLAGS_ZFS = 1 << 17,
  LIBVIRT_CONNECT_LIST_ALL_STORAGE_POOLS_FLAGS_VSTORAGE = 1 << 18,
  LIBVIRT_CONNECT_LIST_ALL_STORAGE_POOLS_FLAGS_ISCSI_DIRECT = 1 << 19,
} LibvirtConnectListAllStoragePoolsFlags;

/**
 * LibvirtStoragePoolState:
 * @LIBVIRT_STORAGE_POOL_STATE_UNKNOWN: a condition of the pool that this library cannot name
 * @LIBVIRT_STORAGE_POOL_STATE_INACTIVE: not started: its volumes cannot be reached
 * @LIBVIRT_STORAGE_POOL_STATE_BUILDING: being prepared, not usable yet
 * @LIBVIRT_STORAGE_POOL_STATE_RUNNING: usable
 * @LIBVIRT_STORAGE_POOL_STATE_DEGRADED: usable, with some of its parts missing
 * @LIBVIRT_STORAGE_POOL_STATE_INACCESSIBLE: started, and out of reach
 *
 * How a storage pool is: the property #LibvirtStoragePool:state and the result of
 * libvirt_storage_pool_get_info().
 *
 * Mirrors virStoragePoolState.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_STORAGE_POOL_STATE_UNKNOWN = -1,
  LIBVIRT_STORAGE_POOL_STATE_INACTIVE = 0,
  LIBVIRT_STORAGE_POOL_STATE_BUILDING = 1,
  LIBVIRT_STORAGE_POOL_STATE_RUNNING = 2,
  LIBVIRT_STORAGE_POOL_STATE_DEGRADED = 3,
  LIBVIRT_STORAGE_POOL_STATE_INACCESSIBLE = 4,
} LibvirtStoragePoolState;

/**
 * LibvirtStoragePoolEventID:
 * @LIBVIRT_STORAGE_POOL_EVENT_ID_LIFECYCLE: started, stopped, redefined and so on:
 *   #LibvirtStoragePool::event-lifecycle
 * @LIBVIRT_STORAGE_POOL_EVENT_ID_REFRESH: its volumes were counted anew:
 *   #LibvirtStoragePool::event-refresh
 *
 * The events that libvirt has for storage pools, by the number that #LibvirtConnect::event-raw
 * carries.
 *
 * Mirrors virStoragePoolEventID.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_STORAGE_POOL_EVENT_ID_LIFECYCLE = 0,
  LIBVIRT_STORAGE_POOL_EVENT_ID_REFRESH = 1,
} LibvirtStoragePoolEventID;

/**
 * LibvirtStoragePoolEventLifecycleType:
 * @LIBVIRT_STORAGE_POOL_EVENT_LIFECYCLE_TYPE_UNKNOWN: something about the pool that this library
 *   cannot name
 * @LIBVIRT_STORAGE_POOL_EVENT_LIFECYCLE_TYPE_DEFINED: the definition of the pool was stored or
 *   replaced
 * @LIBVIRT_STORAGE_POOL_EVENT_LIFECYCLE_TYPE_UNDEFINED: the definition of the pool was removed
 * @LIBVIRT_STORAGE_POOL_EVENT_LIFECYCLE_TYPE_STARTED: the pool can be used from now on
 * @LIBVIRT_STORAGE_POOL_EVENT_LIFECYCLE_TYPE_STOPPED: the pool can no longer be used
 * @LIBVIRT_STORAGE_POOL_EVENT_LIFECYCLE_TYPE_CREATED: the storage behind the pool was built
 * @LIBVIRT_STORAGE_POOL_EVENT_LIFECYCLE_TYPE_DELETED: the storage behind the pool was destroyed
 *
 * What happened to a storage pool: the first argument of #LibvirtStoragePool::event-lifecycle.
 *
 * Mirrors virStoragePoolEventLifecycleType.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_STORAGE_POOL_EVENT_LIFECYCLE_TYPE_UNKNOWN = -1,
  LIBVIRT_STORAGE_POOL_EVENT_LIFECYCLE_TYPE_DEFINED = 0,
  LIBVIRT_STORAGE_POOL_EVENT_LIFECYCLE_TYPE_UNDEFINED = 1,
  LIBVIRT_STORAGE_POOL_EVENT_LIFECYCLE_TYPE_STARTED = 2,
  LIBVIRT_STORAGE_POOL_EVENT_LIFECYCLE_TYPE_STOPPED = 3,
  LIBVIRT_STORAGE_POOL_EVENT_LIFECYCLE_TYPE_CREATED = 4,
  LIBVIRT_STORAGE_POOL_EVENT_LIFECYCLE_TYPE_DELETED = 5,
} LibvirtStoragePoolEventLifecycleType;

/**
 * LibvirtStoragePoolBuildFlags:
 * @LIBVIRT_STORAGE_POOL_BUILD_FLAGS_NEW: format or create it
 * @LIBVIRT_STORAGE_POOL_BUILD_FLAGS_REPAIR: mend what is there
 * @LIBVIRT_STORAGE_POOL_BUILD_FLAGS_RESIZE: extend what is there
 * @LIBVIRT_STORAGE_POOL_BUILD_FLAGS_NO_OVERWRITE: fail if there is something of the pool's kind
 *   already
 * @LIBVIRT_STORAGE_POOL_BUILD_FLAGS_OVERWRITE: format it whatever it holds
 *
 * How libvirt_storage_pool_build() prepares the storage behind a pool.
 *
 * Mirrors virStoragePoolBuildFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_STORAGE_POOL_BUILD_FLAGS_NEW = 0,
  LIBVIRT_STORAGE_POOL_BUILD_FLAGS_REPAIR = 1 << 0,
  LIBVIRT_STORAGE_POOL_BUILD_FLAGS_RESIZE = 1 << 1,
  LIBVIRT_STORAGE_POOL_BUILD_FLAGS_NO_OVERWRITE = 1 << 2,
  LIBVIRT_STORAGE_POOL_BUILD_FLAGS_OVERWRITE = 1 << 3,
} LibvirtStoragePoolBuildFlags;

/**
 * LibvirtStoragePoolCreateFlags:
 * @LIBVIRT_STORAGE_POOL_CREATE_FLAGS_NORMAL: nothing: the storage must be ready
 * @LIBVIRT_STORAGE_POOL_CREATE_FLAGS_WITH_BUILD: build the storage first
 * @LIBVIRT_STORAGE_POOL_CREATE_FLAGS_WITH_BUILD_OVERWRITE: build it first, whatever it holds
 * @LIBVIRT_STORAGE_POOL_CREATE_FLAGS_WITH_BUILD_NO_OVERWRITE: build it first, unless there is
 *   something already
 *
 * What libvirt_storage_pool_create() and libvirt_connect_create_storage_pool_xml() do before they
 * start a pool.
 *
 * Mirrors virStoragePoolCreateFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_STORAGE_POOL_CREATE_FLAGS_NORMAL = 0,
  LIBVIRT_STORAGE_POOL_CREATE_FLAGS_WITH_BUILD = 1 << 0,
  LIBVIRT_STORAGE_POOL_CREATE_FLAGS_WITH_BUILD_OVERWRITE = 1 << 1,
  LIBVIRT_STORAGE_POOL_CREATE_FLAGS_WITH_BUILD_NO_OVERWRITE = 1 << 2,
} LibvirtStoragePoolCreateFlags;

/**
 * LibvirtStoragePoolDefineFlags:
 * @LIBVIRT_STORAGE_POOL_DEFINE_FLAGS_NONE: store the pool, passing over what libvirt does not know
 * @LIBVIRT_STORAGE_POOL_DEFINE_FLAGS_VALIDATE: store the pool only if its description fits the
 *   schema
 *
 * How libvirt_connect_define_storage_pool_xml() treats the description of a pool.
 *
 * Mirrors virStoragePoolDefineFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_STORAGE_POOL_DEFINE_FLAGS_NONE = 0,
  LIBVIRT_STORAGE_POOL_DEFINE_FLAGS_VALIDATE = 1 << 0,
} LibvirtStoragePoolDefineFlags;

/**
 * LibvirtStoragePoolDeleteFlags:
 * @LIBVIRT_STORAGE_POOL_DELETE_FLAGS_NORMAL: take the structure away, quickly; data may be
 *   recovered
 * @LIBVIRT_STORAGE_POOL_DELETE_FLAGS_ZEROED: overwrite all of it with zeros, slowly
 *
 * How thoroughly libvirt_storage_pool_delete() destroys the storage behind a pool.
 *
 * Mirrors virStoragePoolDeleteFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_STORAGE_POOL_DELETE_FLAGS_NORMAL = 0,
  LIBVIRT_STORAGE_POOL_DELETE_FLAGS_ZEROED = 1 << 0,
} LibvirtStoragePoolDeleteFlags;

/**
 * LibvirtStorageXMLFlags:
 * @LIBVIRT_STORAGE_XML_FLAGS_NONE: that of the pool as it is started
 * @LIBVIRT_STORAGE_XML_FLAGS_INACTIVE: that of the pool as it will be when started again
 *
 * Which description libvirt_storage_pool_get_xml_desc() returns.
 *
 * Mirrors virStorageXMLFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_STORAGE_XML_FLAGS_NONE = 0,
  LIBVIRT_STORAGE_XML_FLAGS_INACTIVE = 1 << 0,
} LibvirtStorageXMLFlags;

/**
 * LibvirtStorageVolType:
 * @LIBVIRT_STORAGE_VOL_TYPE_UNKNOWN: a kind of volume that this library cannot name
 * @LIBVIRT_STORAGE_VOL_TYPE_FILE: a file in a file system
 * @LIBVIRT_STORAGE_VOL_TYPE_BLOCK: a block device
 * @LIBVIRT_STORAGE_VOL_TYPE_DIR: a directory, handed to a guest as such
 * @LIBVIRT_STORAGE_VOL_TYPE_NETWORK: an image reached over the network, as in a Ceph cluster
 * @LIBVIRT_STORAGE_VOL_TYPE_NETDIR: a place on the network that can hold other volumes
 * @LIBVIRT_STORAGE_VOL_TYPE_PLOOP: an image in the format of Virtuozzo containers
 *
 * What a volume is: a field of #LibvirtStorageVolInfo, from libvirt_storage_vol_get_info().
 *
 * Mirrors virStorageVolType.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_STORAGE_VOL_TYPE_UNKNOWN = -1,
  LIBVIRT_STORAGE_VOL_TYPE_FILE = 0,
  LIBVIRT_STORAGE_VOL_TYPE_BLOCK = 1,
  LIBVIRT_STORAGE_VOL_TYPE_DIR = 2,
  LIBVIRT_STORAGE_VOL_TYPE_NETWORK = 3,
  LIBVIRT_STORAGE_VOL_TYPE_NETDIR = 4,
  LIBVIRT_STORAGE_VOL_TYPE_PLOOP = 5,
} LibvirtStorageVolType;

/**
 * LibvirtStorageVolInfoFlags:
 * @LIBVIRT_STORAGE_VOL_INFO_FLAGS_USE_ALLOCATION: what is allocated to it so far
 * @LIBVIRT_STORAGE_VOL_INFO_FLAGS_GET_PHYSICAL: the size of its file or device on the host
 *
 * What libvirt_storage_vol_get_info_flags() reports as the space a volume takes.
 *
 * Mirrors virStorageVolInfoFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_STORAGE_VOL_INFO_FLAGS_USE_ALLOCATION = 0,
  LIBVIRT_STORAGE_VOL_INFO_FLAGS_GET_PHYSICAL = 1 << 0,
} LibvirtStorageVolInfoFlags;

/**
 * LibvirtStorageVolCreateFlags:
 * @LIBVIRT_STORAGE_VOL_CREATE_FLAGS_NONE: as its description says; tables of an image are filled as
 *   it grows
 * @LIBVIRT_STORAGE_VOL_CREATE_FLAGS_PREALLOC_METADATA: with the tables of a qcow2 image complete
 *   from the start, for speed
 * @LIBVIRT_STORAGE_VOL_CREATE_FLAGS_REFLINK: as a copy that shares its blocks with the original
 *   until one of them is written
 * @LIBVIRT_STORAGE_VOL_CREATE_FLAGS_VALIDATE: only if the volume's description fits the schema
 *
 * How libvirt_storage_pool_create_volume_xml() and libvirt_storage_pool_create_volume_xml_from()
 * make a volume.
 *
 * Mirrors virStorageVolCreateFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_STORAGE_VOL_CREATE_FLAGS_NONE = 0,
  LIBVIRT_STORAGE_VOL_CREATE_FLAGS_PREALLOC_METADATA = 1 << 0,
  LIBVIRT_STORAGE_VOL_CREATE_FLAGS_REFLINK = 1 << 1,
  LIBVIRT_STORAGE_VOL_CREATE_FLAGS_VALIDATE = 1 << 2,
} LibvirtStorageVolCreateFlags;

/**
 * LibvirtStorageVolDeleteFlags:
 * @LIBVIRT_STORAGE_VOL_DELETE_FLAGS_NORMAL: take it out of the pool, quickly
 * @LIBVIRT_STORAGE_VOL_DELETE_FLAGS_ZEROED: fill it with zeros before
 * @LIBVIRT_STORAGE_VOL_DELETE_FLAGS_WITH_SNAPSHOTS: take its snapshots away with it, where those
 *   would prevent it
 *
 * How libvirt_storage_vol_delete() removes a volume.
 *
 * Mirrors virStorageVolDeleteFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_STORAGE_VOL_DELETE_FLAGS_NORMAL = 0,
  LIBVIRT_STORAGE_VOL_DELETE_FLAGS_ZEROED = 1 << 0,
  LIBVIRT_STORAGE_VOL_DELETE_FLAGS_WITH_SNAPSHOTS = 1 << 1,
} LibvirtStorageVolDeleteFlags;

/**
 * LibvirtStorageVolResizeFlags:
 * @LIBVIRT_STORAGE_VOL_RESIZE_FLAGS_NONE: as the whole size; the space is only promised, and a
 *   smaller size is refused
 * @LIBVIRT_STORAGE_VOL_RESIZE_FLAGS_ALLOCATE: reserve the added space at once
 * @LIBVIRT_STORAGE_VOL_RESIZE_FLAGS_DELTA: as the difference from the present size
 * @LIBVIRT_STORAGE_VOL_RESIZE_FLAGS_SHRINK: allow a smaller size, cutting data off
 *
 * How libvirt_storage_vol_resize() reads the new size and what it may do.
 *
 * Mirrors virStorageVolResizeFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_STORAGE_VOL_RESIZE_FLAGS_NONE = 0,
  LIBVIRT_STORAGE_VOL_RESIZE_FLAGS_ALLOCATE = 1 << 0,
  LIBVIRT_STORAGE_VOL_RESIZE_FLAGS_DELTA = 1 << 1,
  LIBVIRT_STORAGE_VOL_RESIZE_FLAGS_SHRINK = 1 << 2,
} LibvirtStorageVolResizeFlags;

/**
 * LibvirtStorageVolDownloadFlags:
 * @LIBVIRT_STORAGE_VOL_DOWNLOAD_FLAGS_NONE: every byte, holes as zeros
 * @LIBVIRT_STORAGE_VOL_DOWNLOAD_FLAGS_SPARSE_STREAM: data only; holes are told as holes and take no
 *   bandwidth
 *
 * How libvirt_storage_vol_download() sends a volume.
 *
 * Mirrors virStorageVolDownloadFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_STORAGE_VOL_DOWNLOAD_FLAGS_NONE = 0,
  LIBVIRT_STORAGE_VOL_DOWNLOAD_FLAGS_SPARSE_STREAM = 1 << 0,
} LibvirtStorageVolDownloadFlags;

/**
 * LibvirtStorageVolUploadFlags:
 * @LIBVIRT_STORAGE_VOL_UPLOAD_FLAGS_NONE: every byte that is to be written
 * @LIBVIRT_STORAGE_VOL_UPLOAD_FLAGS_SPARSE_STREAM: data and holes; what is a hole becomes one in
 *   the volume
 *
 * What libvirt_storage_vol_upload() expects on its stream.
 *
 * Mirrors virStorageVolUploadFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_STORAGE_VOL_UPLOAD_FLAGS_NONE = 0,
  LIBVIRT_STORAGE_VOL_UPLOAD_FLAGS_SPARSE_STREAM = 1 << 0,
} LibvirtStorageVolUploadFlags;

/**
 * LibvirtStorageVolWipeAlgorithm:
 * @LIBVIRT_STORAGE_VOL_WIPE_ALGORITHM_ZERO: zeros, once
 * @LIBVIRT_STORAGE_VOL_WIPE_ALGORITHM_NNSA: four passes after a policy letter of the US nuclear
 *   security administration
 * @LIBVIRT_STORAGE_VOL_WIPE_ALGORITHM_DOD: four passes after the US military's DoD 5220.22-M
 * @LIBVIRT_STORAGE_VOL_WIPE_ALGORITHM_BSI: nine passes after a recommendation of the German
 *   information security office
 * @LIBVIRT_STORAGE_VOL_WIPE_ALGORITHM_GUTMANN: the 35 passes of Peter Gutmann's paper of 1996
 * @LIBVIRT_STORAGE_VOL_WIPE_ALGORITHM_SCHNEIER: seven passes from Bruce Schneier's "Applied
 *   Cryptography"
 * @LIBVIRT_STORAGE_VOL_WIPE_ALGORITHM_PFITZNER7: seven passes of random data, after Roy Pfitzner
 * @LIBVIRT_STORAGE_VOL_WIPE_ALGORITHM_PFITZNER33: 33 passes of random data, after the same author
 * @LIBVIRT_STORAGE_VOL_WIPE_ALGORITHM_RANDOM: random data, once
 * @LIBVIRT_STORAGE_VOL_WIPE_ALGORITHM_TRIM: nothing: tell the storage that no block is needed any
 *   more
 *
 * What libvirt_storage_vol_wipe_pattern() writes over a volume. On modern storage one pass of zeros
 * is as good as any, and nothing reaches copies that the storage itself keeps.
 *
 * Mirrors virStorageVolWipeAlgorithm.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_STORAGE_VOL_WIPE_ALGORITHM_ZERO = 0,
  LIBVIRT_STORAGE_VOL_WIPE_ALGORITHM_NNSA = 1,
  LIBVIRT_STORAGE_VOL_WIPE_ALGORITHM_DOD = 2,
  LIBVIRT_STORAGE_VOL_WIPE_ALGORITHM_BSI = 3,
  LIBVIRT_STORAGE_VOL_WIPE_ALGORITHM_GUTMANN = 4,
  LIBVIRT_STORAGE_VOL_WIPE_ALGORITHM_SCHNEIER = 5,
  LIBVIRT_STORAGE_VOL_WIPE_ALGORITHM_PFITZNER7 = 6,
  LIBVIRT_STORAGE_VOL_WIPE_ALGORITHM_PFITZNER33 = 7,
  LIBVIRT_STORAGE_VOL_WIPE_ALGORITHM_RANDOM = 8,
  LIBVIRT_STORAGE_VOL_WIPE_ALGORITHM_TRIM = 9,
} LibvirtStorageVolWipeAlgorithm;

G_END_DECLS
