/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-types.h>

G_BEGIN_DECLS

/**
 * LibvirtConnectListAllNetworksFlags:
 * @LIBVIRT_CONNECT_LIST_ALL_NETWORKS_FLAGS_NONE: every network of the host
 * @LIBVIRT_CONNECT_LIST_ALL_NETWORKS_FLAGS_INACTIVE: networks that are defined and not up
 * @LIBVIRT_CONNECT_LIST_ALL_NETWORKS_FLAGS_ACTIVE: networks that are up
 * @LIBVIRT_CONNECT_LIST_ALL_NETWORKS_FLAGS_PERSISTENT: networks whose definition is stored
 * @LIBVIRT_CONNECT_LIST_ALL_NETWORKS_FLAGS_TRANSIENT: networks that are forgotten when they go down
 * @LIBVIRT_CONNECT_LIST_ALL_NETWORKS_FLAGS_AUTOSTART: networks that come up with the host
 * @LIBVIRT_CONNECT_LIST_ALL_NETWORKS_FLAGS_NO_AUTOSTART: networks somebody has to bring up
 *
 * Which virtual networks libvirt_connect_list_all_networks() returns. The flags form groups in
 * pairs: a network must match one flag of every pair that has a flag set.
 *
 * Mirrors virConnectListAllNetworksFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_CONNECT_LIST_ALL_NETWORKS_FLAGS_NONE = 0,
  LIBVIRT_CONNECT_LIST_ALL_NETWORKS_FLAGS_INACTIVE = 1 << 0,
  LIBVIRT_CONNECT_LIST_ALL_NETWORKS_FLAGS_ACTIVE = 1 << 1,
  LIBVIRT_CONNECT_LIST_ALL_NETWORKS_FLAGS_PERSISTENT = 1 << 2,
  LIBVIRT_CONNECT_LIST_ALL_NETWORKS_FLAGS_TRANSIENT = 1 << 3,
  LIBVIRT_CONNECT_LIST_ALL_NETWORKS_FLAGS_AUTOSTART = 1 << 4,
  LIBVIRT_CONNECT_LIST_ALL_NETWORKS_FLAGS_NO_AUTOSTART = 1 << 5,
} LibvirtConnectListAllNetworksFlags;

/**
 * LibvirtNetworkCreateFlags:
 * @LIBVIRT_NETWORK_CREATE_FLAGS_NONE: bring the network up, passing over what libvirt does not know
 * @LIBVIRT_NETWORK_CREATE_FLAGS_VALIDATE: bring the network up only if its description fits the
 *   schema
 *
 * How libvirt_connect_create_network_xml_flags() treats the description of a network.
 *
 * Mirrors virNetworkCreateFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_NETWORK_CREATE_FLAGS_NONE = 0,
  LIBVIRT_NETWORK_CREATE_FLAGS_VALIDATE = 1 << 0,
} LibvirtNetworkCreateFlags;

/**
 * LibvirtNetworkDefineFlags:
 * @LIBVIRT_NETWORK_DEFINE_FLAGS_NONE: store the network, passing over what libvirt does not know
 * @LIBVIRT_NETWORK_DEFINE_FLAGS_VALIDATE: store the network only if its description fits the schema
 *
 * How libvirt_connect_define_network_xml_flags() treats the description of a network.
 *
 * Mirrors virNetworkDefineFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_NETWORK_DEFINE_FLAGS_NONE = 0,
  LIBVIRT_NETWORK_DEFINE_FLAGS_VALIDATE = 1 << 0,
} LibvirtNetworkDefineFlags;

/**
 * LibvirtNetworkXMLFlags:
 * @LIBVIRT_NETWORK_XML_FLAGS_NONE: that of the network as it is now
 * @LIBVIRT_NETWORK_XML_FLAGS_INACTIVE: that of the network as it will be when brought up again
 *
 * Which description libvirt_network_get_xml_desc() returns.
 *
 * Mirrors virNetworkXMLFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_NETWORK_XML_FLAGS_NONE = 0,
  LIBVIRT_NETWORK_XML_FLAGS_INACTIVE = 1 << 0,
} LibvirtNetworkXMLFlags;

/**
 * LibvirtNetworkEventID:
 * @LIBVIRT_NETWORK_EVENT_ID_LIFECYCLE: came up, went down, was redefined and so on:
 *   #LibvirtNetwork::event-lifecycle
 * @LIBVIRT_NETWORK_EVENT_ID_METADATA_CHANGE: its texts were changed:
 *   #LibvirtNetwork::event-metadata-change; needs libvirt 9.8
 *
 * The events that libvirt has for networks, by the number that #LibvirtConnect::event-raw carries.
 *
 * Mirrors virNetworkEventID.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_NETWORK_EVENT_ID_LIFECYCLE = 0,
  LIBVIRT_NETWORK_EVENT_ID_METADATA_CHANGE = 1,
} LibvirtNetworkEventID;

/**
 * LibvirtNetworkEventLifecycleType:
 * @LIBVIRT_NETWORK_EVENT_LIFECYCLE_TYPE_UNKNOWN: something about the network that this library
 *   cannot name
 * @LIBVIRT_NETWORK_EVENT_LIFECYCLE_TYPE_DEFINED: the definition of the network was stored or
 *   replaced
 * @LIBVIRT_NETWORK_EVENT_LIFECYCLE_TYPE_UNDEFINED: the definition of the network was removed
 * @LIBVIRT_NETWORK_EVENT_LIFECYCLE_TYPE_STARTED: the network came up
 * @LIBVIRT_NETWORK_EVENT_LIFECYCLE_TYPE_STOPPED: the network went down
 *
 * What happened to a network: the first argument of #LibvirtNetwork::event-lifecycle.
 *
 * Mirrors virNetworkEventLifecycleType.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_NETWORK_EVENT_LIFECYCLE_TYPE_UNKNOWN = -1,
  LIBVIRT_NETWORK_EVENT_LIFECYCLE_TYPE_DEFINED = 0,
  LIBVIRT_NETWORK_EVENT_LIFECYCLE_TYPE_UNDEFINED = 1,
  LIBVIRT_NETWORK_EVENT_LIFECYCLE_TYPE_STARTED = 2,
  LIBVIRT_NETWORK_EVENT_LIFECYCLE_TYPE_STOPPED = 3,
} LibvirtNetworkEventLifecycleType;

/**
 * LibvirtNetworkMetadataType:
 * @LIBVIRT_NETWORK_METADATA_TYPE_UNKNOWN: a kind of text about the network that this library cannot
 *   name
 * @LIBVIRT_NETWORK_METADATA_TYPE_DESCRIPTION: free text about the network; needs libvirt 9.7
 * @LIBVIRT_NETWORK_METADATA_TYPE_TITLE: the network in a few words, on one line; needs libvirt 9.7
 * @LIBVIRT_NETWORK_METADATA_TYPE_ELEMENT: what an application keeps with the network, as XML in a
 *   namespace of its own; needs libvirt 9.7
 *
 * The texts that a network's definition carries: what libvirt_network_get_metadata() and
 * libvirt_network_set_metadata() work on, and what #LibvirtNetwork::event-metadata-change tells
 * about.
 *
 * Mirrors virNetworkMetadataType.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_NETWORK_METADATA_TYPE_UNKNOWN = -1,
  LIBVIRT_NETWORK_METADATA_TYPE_DESCRIPTION = 0,
  LIBVIRT_NETWORK_METADATA_TYPE_TITLE = 1,
  LIBVIRT_NETWORK_METADATA_TYPE_ELEMENT = 2,
} LibvirtNetworkMetadataType;

/**
 * LibvirtNetworkUpdateCommand:
 * @LIBVIRT_NETWORK_UPDATE_COMMAND_NONE: nothing; libvirt refuses it
 * @LIBVIRT_NETWORK_UPDATE_COMMAND_MODIFY: replace the element that has the same key
 * @LIBVIRT_NETWORK_UPDATE_COMMAND_DELETE: take the element out
 * @LIBVIRT_NETWORK_UPDATE_COMMAND_ADD_LAST: add the element behind its like
 * @LIBVIRT_NETWORK_UPDATE_COMMAND_ADD_FIRST: add the element before its like
 *
 * What libvirt_network_update() does with an element of a network.
 *
 * Mirrors virNetworkUpdateCommand.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_NETWORK_UPDATE_COMMAND_NONE = 0,
  LIBVIRT_NETWORK_UPDATE_COMMAND_MODIFY = 1,
  LIBVIRT_NETWORK_UPDATE_COMMAND_DELETE = 2,
  LIBVIRT_NETWORK_UPDATE_COMMAND_ADD_LAST = 3,
  LIBVIRT_NETWORK_UPDATE_COMMAND_ADD_FIRST = 4,
} LibvirtNetworkUpdateCommand;

/**
 * LibvirtNetworkUpdateSection:
 * @LIBVIRT_NETWORK_UPDATE_SECTION_NONE: no part; libvirt refuses it
 * @LIBVIRT_NETWORK_UPDATE_SECTION_BRIDGE: the bridge on the host
 * @LIBVIRT_NETWORK_UPDATE_SECTION_DOMAIN: the DNS domain
 * @LIBVIRT_NETWORK_UPDATE_SECTION_IP: an address of the network on the host
 * @LIBVIRT_NETWORK_UPDATE_SECTION_IP_DHCP_HOST: a guest that is always given the same address
 * @LIBVIRT_NETWORK_UPDATE_SECTION_IP_DHCP_RANGE: a range of addresses to hand out
 * @LIBVIRT_NETWORK_UPDATE_SECTION_FORWARD: how traffic leaves the network
 * @LIBVIRT_NETWORK_UPDATE_SECTION_FORWARD_INTERFACE: a host interface through which traffic leaves
 * @LIBVIRT_NETWORK_UPDATE_SECTION_FORWARD_PF: the physical function whose virtual functions are
 *   handed out
 * @LIBVIRT_NETWORK_UPDATE_SECTION_PORTGROUP: a group of settings that guests can choose
 * @LIBVIRT_NETWORK_UPDATE_SECTION_DNS_HOST: a name, or several, with its address
 * @LIBVIRT_NETWORK_UPDATE_SECTION_DNS_TXT: a text record
 * @LIBVIRT_NETWORK_UPDATE_SECTION_DNS_SRV: a record that tells where a service is
 *
 * Which part of a network libvirt_network_update() works on. Not all of them can be changed yet.
 *
 * Mirrors virNetworkUpdateSection.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_NETWORK_UPDATE_SECTION_NONE = 0,
  LIBVIRT_NETWORK_UPDATE_SECTION_BRIDGE = 1,
  LIBVIRT_NETWORK_UPDATE_SECTION_DOMAIN = 2,
  LIBVIRT_NETWORK_UPDATE_SECTION_IP = 3,
  LIBVIRT_NETWORK_UPDATE_SECTION_IP_DHCP_HOST = 4,
  LIBVIRT_NETWORK_UPDATE_SECTION_IP_DHCP_RANGE = 5,
  LIBVIRT_NETWORK_UPDATE_SECTION_FORWARD = 6,
  LIBVIRT_NETWORK_UPDATE_SECTION_FORWARD_INTERFACE = 7,
  LIBVIRT_NETWORK_UPDATE_SECTION_FORWARD_PF = 8,
  LIBVIRT_NETWORK_UPDATE_SECTION_PORTGROUP = 9,
  LIBVIRT_NETWORK_UPDATE_SECTION_DNS_HOST = 10,
  LIBVIRT_NETWORK_UPDATE_SECTION_DNS_TXT = 11,
  LIBVIRT_NETWORK_UPDATE_SECTION_DNS_SRV = 12,
} LibvirtNetworkUpdateSection;

/**
 * LibvirtNetworkUpdateFlags:
 * @LIBVIRT_NETWORK_UPDATE_FLAGS_CURRENT: in the network if it is up, else in its definition
 * @LIBVIRT_NETWORK_UPDATE_FLAGS_LIVE: in the network that is up, until it goes down
 * @LIBVIRT_NETWORK_UPDATE_FLAGS_CONFIG: in the definition of the network, for the next time it
 *   comes up
 *
 * Where libvirt_network_update() and the metadata functions of a network make a change.
 *
 * Mirrors virNetworkUpdateFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_NETWORK_UPDATE_FLAGS_CURRENT = 0,
  LIBVIRT_NETWORK_UPDATE_FLAGS_LIVE = 1 << 0,
  LIBVIRT_NETWORK_UPDATE_FLAGS_CONFIG = 1 << 1,
} LibvirtNetworkUpdateFlags;

/**
 * LibvirtNetworkPortCreateFlags:
 * @LIBVIRT_NETWORK_PORT_CREATE_FLAGS_NONE: take a free resource of the network and trust the
 *   description
 * @LIBVIRT_NETWORK_PORT_CREATE_FLAGS_RECLAIM: take over the resource that the description says is
 *   in use already
 * @LIBVIRT_NETWORK_PORT_CREATE_FLAGS_VALIDATE: refuse a port whose description does not fit the
 *   schema
 *
 * How libvirt_network_create_port_xml() plugs something into a network.
 *
 * Mirrors virNetworkPortCreateFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_NETWORK_PORT_CREATE_FLAGS_NONE = 0,
  LIBVIRT_NETWORK_PORT_CREATE_FLAGS_RECLAIM = 1 << 0,
  LIBVIRT_NETWORK_PORT_CREATE_FLAGS_VALIDATE = 1 << 1,
} LibvirtNetworkPortCreateFlags;

/**
 * LibvirtConnectListAllInterfacesFlags:
 * @LIBVIRT_CONNECT_LIST_ALL_INTERFACES_FLAGS_NONE: all interfaces that are configured, up or not
 * @LIBVIRT_CONNECT_LIST_ALL_INTERFACES_FLAGS_INACTIVE: interfaces that are down
 * @LIBVIRT_CONNECT_LIST_ALL_INTERFACES_FLAGS_ACTIVE: interfaces that are up
 *
 * Which of the host's network interfaces libvirt_connect_list_all_interfaces() returns.
 *
 * Mirrors virConnectListAllInterfacesFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_CONNECT_LIST_ALL_INTERFACES_FLAGS_NONE = 0,
  LIBVIRT_CONNECT_LIST_ALL_INTERFACES_FLAGS_INACTIVE = 1 << 0,
  LIBVIRT_CONNECT_LIST_ALL_INTERFACES_FLAGS_ACTIVE = 1 << 1,
} LibvirtConnectListAllInterfacesFlags;

/**
 * LibvirtInterfaceDefineFlags:
 * @LIBVIRT_INTERFACE_DEFINE_FLAGS_NONE: write the host's configuration without a check
 * @LIBVIRT_INTERFACE_DEFINE_FLAGS_VALIDATE: write the host's configuration only if the description
 *   fits the schema
 *
 * How libvirt_connect_define_interface_xml() treats the description of an interface.
 *
 * Mirrors virInterfaceDefineFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_INTERFACE_DEFINE_FLAGS_NONE = 0,
  LIBVIRT_INTERFACE_DEFINE_FLAGS_VALIDATE = 1 << 0,
} LibvirtInterfaceDefineFlags;

/**
 * LibvirtInterfaceXMLFlags:
 * @LIBVIRT_INTERFACE_XML_FLAGS_NONE: that of the interface at work, with its addresses of the
 *   moment
 * @LIBVIRT_INTERFACE_XML_FLAGS_INACTIVE: that of the interface as configured
 *
 * Which description libvirt_interface_get_xml_desc() returns.
 *
 * Mirrors virInterfaceXMLFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_INTERFACE_XML_FLAGS_NONE = 0,
  LIBVIRT_INTERFACE_XML_FLAGS_INACTIVE = 1 << 0,
} LibvirtInterfaceXMLFlags;

/**
 * LibvirtNWFilterDefineFlags:
 * @LIBVIRT_NW_FILTER_DEFINE_FLAGS_NONE: store the filter, rules libvirt does not know being passed
 *   over
 * @LIBVIRT_NW_FILTER_DEFINE_FLAGS_VALIDATE: store the filter only if its description fits the
 *   schema
 *
 * How libvirt_connect_define_nw_filter_xml_flags() treats the description of a filter.
 *
 * Mirrors virNWFilterDefineFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_NW_FILTER_DEFINE_FLAGS_NONE = 0,
  LIBVIRT_NW_FILTER_DEFINE_FLAGS_VALIDATE = 1 << 0,
} LibvirtNWFilterDefineFlags;

/**
 * LibvirtNWFilterBindingCreateFlags:
 * @LIBVIRT_NW_FILTER_BINDING_CREATE_FLAGS_NONE: put the filter in force without a check of the
 *   description
 * @LIBVIRT_NW_FILTER_BINDING_CREATE_FLAGS_VALIDATE: put the filter in force only if the description
 *   of the binding fits the schema
 *
 * How libvirt_connect_create_nw_filter_binding_xml() treats the description of a binding.
 *
 * Mirrors virNWFilterBindingCreateFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_NW_FILTER_BINDING_CREATE_FLAGS_NONE = 0,
  LIBVIRT_NW_FILTER_BINDING_CREATE_FLAGS_VALIDATE = 1 << 0,
} LibvirtNWFilterBindingCreateFlags;

G_END_DECLS
