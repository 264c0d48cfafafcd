/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-types.h>

G_BEGIN_DECLS

/**
 * LibvirtConnectListAllNodeDeviceFlags:
 * @LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_NONE: every device that is present
 * @LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_SYSTEM: the computer itself
 * @LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_PCI_DEV: functions of PCI devices
 * @LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_USB_DEV: what is plugged into USB, hubs included
 * @LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_USB_INTERFACE: the functions that a USB device
 *   has, such as keyboard or audio
 * @LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_NET: network cards
 * @LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_SCSI_HOST: SCSI host adapters
 * @LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_SCSI_TARGET: what a SCSI host adapter addresses,
 *   such as a disk or an enclosure
 * @LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_SCSI: SCSI logical units
 * @LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_STORAGE: disks and drives
 * @LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_FC_HOST: Fibre Channel ports
 * @LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_VPORTS: adapters that can have virtual ports
 * @LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_SCSI_GENERIC: nodes such as sg0, which take raw
 *   SCSI commands
 * @LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_DRM: graphics devices of the kernel's DRM
 * @LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_MDEV_TYPES: devices that can be divided into
 *   mediated ones
 * @LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_MDEV: mediated devices
 * @LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_CCW_DEV: channel-attached devices of IBM Z
 * @LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_CSS_DEV: subchannels of IBM Z
 * @LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_VDPA: network devices with a vDPA interface
 * @LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_AP_CARD: cryptographic cards of IBM Z
 * @LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_AP_QUEUE: queues of such a card
 * @LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_AP_MATRIX: what divides such queues among guests
 * @LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_VPD: PCI devices that carry vital product data
 * @LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_CCWGROUP_DEV: channel devices of IBM Z that are
 *   used as one; needs libvirt 11.1
 * @LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_CCWGROUP_MEMBER: the single devices in such a
 *   group; needs libvirt 11.1
 * @LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_PERSISTENT: devices whose definition is stored; needs
 *   libvirt 10.1
 * @LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_TRANSIENT: devices without a stored definition; needs
 *   libvirt 10.1
 * @LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_INACTIVE: devices that are defined and not there
 * @LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_ACTIVE: devices that exist now
 *
 * Which devices of the host libvirt_connect_list_all_node_devices() returns: those that have one of
 * the abilities named by a `CAP` flag, and that match one flag each of the pairs of persistence and
 * of activity, where flags are set.
 *
 * %LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_ACTIVE has another number here than in libvirt, where
 * it is bit 31: not every language binding can carry that bit in a flags value.
 *
 * Mirrors virConnectListAllNodeDeviceFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_NONE = 0,
  LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_SYSTEM = 1 << 0,
  LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_PCI_DEV = 1 << 1,
  LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_USB_DEV = 1 << 2,
  LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_USB_INTERFACE = 1 << 3,
  LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_NET = 1 << 4,
  LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_SCSI_HOST = 1 << 5,
  LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_SCSI_TARGET = 1 << 6,
  LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_SCSI = 1 << 7,
  LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_STORAGE = 1 << 8,
  LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_FC_HOST = 1 << 9,
  LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_VPORTS = 1 << 10,
  LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_SCSI_GENERIC = 1 << 11,
  LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_DRM = 1 << 12,
  LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_MDEV_TYPES = 1 << 13,
  LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_MDEV = 1 << 14,
  LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_CCW_DEV = 1 << 15,
  LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_CSS_DEV = 1 << 16,
  LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_VDPA = 1 << 17,
  LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_AP_CARD = 1 << 18,
  LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_AP_QUEUE = 1 << 19,
  LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_AP_MATRIX = 1 << 20,
  LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_VPD = 1 << 21,
  LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_CCWGROUP_DEV = 1 << 22,
  LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_CCWGROUP_MEMBER = 1 << 23,
  LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_PERSISTENT = 1 << 28,
  LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_TRANSIENT = 1 << 29,
  LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_INACTIVE = 1 << 30,
  LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_ACTIVE = 1 << 26,
} LibvirtConnectListAllNodeDeviceFlags;

/**
 * LibvirtNodeDeviceCreateXMLFlags:
 * @LIBVIRT_NODE_DEVICE_CREATE_XML_FLAGS_NONE: make the device, passing over what libvirt does not
 *   know
 * @LIBVIRT_NODE_DEVICE_CREATE_XML_FLAGS_VALIDATE: make the device only if its description fits the
 *   schema
 *
 * How libvirt_connect_create_node_device_xml() treats the description of a device.
 *
 * Mirrors virNodeDeviceCreateXMLFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_NODE_DEVICE_CREATE_XML_FLAGS_NONE = 0,
  LIBVIRT_NODE_DEVICE_CREATE_XML_FLAGS_VALIDATE = 1 << 0,
} LibvirtNodeDeviceCreateXMLFlags;

/**
 * LibvirtNodeDeviceDefineXMLFlags:
 * @LIBVIRT_NODE_DEVICE_DEFINE_XML_FLAGS_NONE: store the device, passing over what libvirt does not
 *   know
 * @LIBVIRT_NODE_DEVICE_DEFINE_XML_FLAGS_VALIDATE: store the device only if its description fits the
 *   schema
 *
 * How libvirt_connect_define_node_device_xml() treats the description of a device.
 *
 * Mirrors virNodeDeviceDefineXMLFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_NODE_DEVICE_DEFINE_XML_FLAGS_NONE = 0,
  LIBVIRT_NODE_DEVICE_DEFINE_XML_FLAGS_VALIDATE = 1 << 0,
} LibvirtNodeDeviceDefineXMLFlags;

/**
 * LibvirtNodeDeviceXMLFlags:
 * @LIBVIRT_NODE_DEVICE_XML_FLAGS_NONE: that of the device as it is at work
 * @LIBVIRT_NODE_DEVICE_XML_FLAGS_INACTIVE: that of the device as defined for later; needs libvirt
 *   10.1
 *
 * Which description libvirt_node_device_get_xml_desc() returns.
 *
 * Mirrors virNodeDeviceXMLFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_NODE_DEVICE_XML_FLAGS_NONE = 0,
  LIBVIRT_NODE_DEVICE_XML_FLAGS_INACTIVE = 1 << 0,
} LibvirtNodeDeviceXMLFlags;

/**
 * LibvirtNodeDeviceUpdateFlags:
 * @LIBVIRT_NODE_DEVICE_UPDATE_FLAGS_CURRENT: at work if the device exists now, else in its
 *   definition; needs libvirt 10.1
 * @LIBVIRT_NODE_DEVICE_UPDATE_FLAGS_LIVE: at work, until the device goes; needs libvirt 10.1
 * @LIBVIRT_NODE_DEVICE_UPDATE_FLAGS_CONFIG: in the definition of the device only; needs libvirt
 *   10.1
 *
 * Where libvirt_node_device_update() changes a device.
 *
 * Mirrors virNodeDeviceUpdateFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_NODE_DEVICE_UPDATE_FLAGS_CURRENT = 0,
  LIBVIRT_NODE_DEVICE_UPDATE_FLAGS_LIVE = 1 << 0,
  LIBVIRT_NODE_DEVICE_UPDATE_FLAGS_CONFIG = 1 << 1,
} LibvirtNodeDeviceUpdateFlags;

/**
 * LibvirtNodeDeviceEventID:
 * @LIBVIRT_NODE_DEVICE_EVENT_ID_LIFECYCLE: plugged in, unplugged and so on:
 *   #LibvirtNodeDevice::event-lifecycle
 * @LIBVIRT_NODE_DEVICE_EVENT_ID_UPDATE: described in another way than before:
 *   #LibvirtNodeDevice::event-update
 *
 * The events that libvirt has for the host's devices, by the number that #LibvirtConnect::event-raw
 * carries.
 *
 * Mirrors virNodeDeviceEventID.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_NODE_DEVICE_EVENT_ID_LIFECYCLE = 0,
  LIBVIRT_NODE_DEVICE_EVENT_ID_UPDATE = 1,
} LibvirtNodeDeviceEventID;

/**
 * LibvirtNodeDeviceEventLifecycleType:
 * @LIBVIRT_NODE_DEVICE_EVENT_LIFECYCLE_TYPE_UNKNOWN: something about the device that this library
 *   cannot name
 * @LIBVIRT_NODE_DEVICE_EVENT_LIFECYCLE_TYPE_CREATED: the device appeared
 * @LIBVIRT_NODE_DEVICE_EVENT_LIFECYCLE_TYPE_DELETED: the device disappeared
 * @LIBVIRT_NODE_DEVICE_EVENT_LIFECYCLE_TYPE_DEFINED: the definition of the device was stored or
 *   replaced
 * @LIBVIRT_NODE_DEVICE_EVENT_LIFECYCLE_TYPE_UNDEFINED: the definition of the device was removed
 *
 * What happened to a device of the host: the first argument of #LibvirtNodeDevice::event-lifecycle.
 *
 * Mirrors virNodeDeviceEventLifecycleType.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_NODE_DEVICE_EVENT_LIFECYCLE_TYPE_UNKNOWN = -1,
  LIBVIRT_NODE_DEVICE_EVENT_LIFECYCLE_TYPE_CREATED = 0,
  LIBVIRT_NODE_DEVICE_EVENT_LIFECYCLE_TYPE_DELETED = 1,
  LIBVIRT_NODE_DEVICE_EVENT_LIFECYCLE_TYPE_DEFINED = 2,
  LIBVIRT_NODE_DEVICE_EVENT_LIFECYCLE_TYPE_UNDEFINED = 3,
} LibvirtNodeDeviceEventLifecycleType;

G_END_DECLS
