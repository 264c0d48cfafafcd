/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-types.h>

G_BEGIN_DECLS

/**
 * LibvirtError:
 * @LIBVIRT_ERROR_UNKNOWN: a code that libvirt introduced after this library was made; never in a
 *   #GError, which keeps the number
 * @LIBVIRT_ERROR_OK: everything went well; no #GError ever has this code
 * @LIBVIRT_ERROR_INTERNAL_ERROR: libvirt met something it has no better code for; the message
 *   alone tells what
 * @LIBVIRT_ERROR_NO_MEMORY: an allocation failed, in this process or in the daemon
 * @LIBVIRT_ERROR_NO_SUPPORT: the driver of this connection does not implement the function, or
 *   the libvirt in use is too old to have it
 * @LIBVIRT_ERROR_UNKNOWN_HOST: the name of a machine could not be turned into an address
 * @LIBVIRT_ERROR_NO_CONNECT: no hypervisor answers at the URI, or no driver feels responsible
 *   for it
 * @LIBVIRT_ERROR_INVALID_CONN: the connection is closed, or is not one at all
 * @LIBVIRT_ERROR_INVALID_DOMAIN: the handle given for a guest cannot be used
 * @LIBVIRT_ERROR_INVALID_ARG: a parameter has a value that the function does not take; nothing
 *   was done
 * @LIBVIRT_ERROR_OPERATION_FAILED: the hypervisor was asked and did not manage to do it
 * @LIBVIRT_ERROR_GET_FAILED: reading over HTTP went wrong: only ancient Xen daemons were spoken
 *   to in that way
 * @LIBVIRT_ERROR_POST_FAILED: writing over HTTP went wrong, likewise with ancient Xen daemons
 *   only
 * @LIBVIRT_ERROR_HTTP_ERROR: an HTTP server answered with a status nobody expected
 * @LIBVIRT_ERROR_SEXPR_SERIAL: a Lisp-like expression, as old Xen daemons exchanged them, could
 *   not be written
 * @LIBVIRT_ERROR_NO_XEN: the control device of Xen cannot be opened: not running as its host, or
 *   lack of privilege
 * @LIBVIRT_ERROR_XEN_CALL: Xen itself refused a hypercall
 * @LIBVIRT_ERROR_OS_TYPE: a definition wants a kind of guest, such as `hvm` or `exe`, that the
 *   host cannot run
 * @LIBVIRT_ERROR_NO_KERNEL: a definition that boots directly does not say which image to boot
 * @LIBVIRT_ERROR_NO_ROOT: a definition lacks the disk that holds the file system to start from
 * @LIBVIRT_ERROR_NO_SOURCE: a disk or other device lacks the element that says where its data is
 * @LIBVIRT_ERROR_NO_TARGET: a disk or other device lacks the element that says where the guest
 *   sees it
 * @LIBVIRT_ERROR_NO_NAME: a definition comes without the name it is to be known by
 * @LIBVIRT_ERROR_NO_OS: the part of a definition that says how to boot is missing
 * @LIBVIRT_ERROR_NO_DEVICE: a definition lacks a device it cannot do without
 * @LIBVIRT_ERROR_NO_XENSTORE: the database that Xen's domains share cannot be reached
 * @LIBVIRT_ERROR_DRIVER_FULL: the process has registered more drivers than there is room for
 * @LIBVIRT_ERROR_CALL_FAILED: no driver took the request; drivers say %LIBVIRT_ERROR_NO_SUPPORT
 *   nowadays
 * @LIBVIRT_ERROR_XML_ERROR: a document is not well-formed, or what it says makes no sense
 * @LIBVIRT_ERROR_DOM_EXIST: there is a guest with this name or UUID already
 * @LIBVIRT_ERROR_OPERATION_DENIED: the connection was opened read-only, and this would change
 *   something
 * @LIBVIRT_ERROR_OPEN_FAILED: a configuration file could not be opened
 * @LIBVIRT_ERROR_READ_FAILED: a configuration file was opened, but its content could not be had
 * @LIBVIRT_ERROR_PARSE_FAILED: the content of a configuration file could not be understood
 * @LIBVIRT_ERROR_CONF_SYNTAX: a line of a configuration file breaks the grammar of such files
 * @LIBVIRT_ERROR_WRITE_FAILED: a configuration file could not be stored
 * @LIBVIRT_ERROR_XML_DETAIL: where in a document the mistake is: comes with, or instead of,
 *   %LIBVIRT_ERROR_XML_ERROR
 * @LIBVIRT_ERROR_INVALID_NETWORK: the handle given for a virtual network cannot be used
 * @LIBVIRT_ERROR_NETWORK_EXIST: another virtual network has this name, UUID or bridge
 * @LIBVIRT_ERROR_SYSTEM_ERROR: the operating system refused; `int1` of #LibvirtErrorInfo is its
 *   errno, the message its text
 * @LIBVIRT_ERROR_RPC: the talk with the daemon broke down: it died, sent nonsense, or the link
 *   is lost
 * @LIBVIRT_ERROR_GNUTLS_ERROR: encryption could not be set up or broke: a certificate, a cipher,
 *   a name that does not match
 * @LIBVIRT_ERROR_WAR_NO_NETWORK: a warning: the driver for virtual networks did not start, the
 *   rest works
 * @LIBVIRT_ERROR_NO_DOMAIN: no guest has this name, UUID or id, or it has gone since it was
 *   looked up
 * @LIBVIRT_ERROR_NO_NETWORK: no virtual network has this name or UUID
 * @LIBVIRT_ERROR_INVALID_MAC: what should be a hardware address, such as `52:54:00:12:34:56`, is
 *   not
 * @LIBVIRT_ERROR_AUTH_FAILED: the credentials were refused
 * @LIBVIRT_ERROR_INVALID_STORAGE_POOL: the handle given for a storage pool cannot be used
 * @LIBVIRT_ERROR_INVALID_STORAGE_VOL: the handle given for a storage volume cannot be used
 * @LIBVIRT_ERROR_WAR_NO_STORAGE: a warning: the storage driver did not start, the rest works
 * @LIBVIRT_ERROR_NO_STORAGE_POOL: no storage pool has this name, UUID or target
 * @LIBVIRT_ERROR_NO_STORAGE_VOL: no volume has this name, key or path
 * @LIBVIRT_ERROR_WAR_NO_NODE: a warning: the driver for the host's own devices did not start,
 *   the rest works
 * @LIBVIRT_ERROR_INVALID_NODE_DEVICE: the handle given for a device of the host cannot be used
 * @LIBVIRT_ERROR_NO_NODE_DEVICE: the host has no device of this name, or it was unplugged
 * @LIBVIRT_ERROR_NO_SECURITY_MODEL: the security driver asked for, such as `selinux`, is not in
 *   use on the host
 * @LIBVIRT_ERROR_OPERATION_INVALID: not possible in the present state: a guest that is off
 *   cannot be paused
 * @LIBVIRT_ERROR_WAR_NO_INTERFACE: a warning: the driver that configures the host's network
 *   cards did not start, the rest works
 * @LIBVIRT_ERROR_NO_INTERFACE: the host has no network interface of this name, or no driver to
 *   look for it
 * @LIBVIRT_ERROR_INVALID_INTERFACE: the handle given for a network interface of the host cannot
 *   be used
 * @LIBVIRT_ERROR_MULTIPLE_INTERFACES: a hardware address is that of several interfaces: look
 *   them up by name
 * @LIBVIRT_ERROR_WAR_NO_NWFILTER: a warning: the driver for packet filters did not start, the
 *   rest works
 * @LIBVIRT_ERROR_INVALID_NWFILTER: the handle given for a packet filter cannot be used
 * @LIBVIRT_ERROR_NO_NWFILTER: there is no packet filter of this name or UUID
 * @LIBVIRT_ERROR_BUILD_FIREWALL: the host's packet rules could not be put in place
 * @LIBVIRT_ERROR_WAR_NO_SECRET: a warning: the driver that keeps secrets did not start, the rest
 *   works
 * @LIBVIRT_ERROR_INVALID_SECRET: the handle given for a secret cannot be used, or a secret is
 *   not fit for its use
 * @LIBVIRT_ERROR_NO_SECRET: there is no secret with this UUID or usage, or it has no value yet
 * @LIBVIRT_ERROR_CONFIG_UNSUPPORTED: a definition is correct but asks for what this hypervisor
 *   or host does not offer
 * @LIBVIRT_ERROR_OPERATION_TIMEOUT: libvirt itself gave up waiting, for a lock, a job or a
 *   monitor, not the caller: that is %G_IO_ERROR_TIMED_OUT
 * @LIBVIRT_ERROR_MIGRATE_PERSIST_FAILED: the guest runs on the destination, but could not be
 *   defined there for good
 * @LIBVIRT_ERROR_HOOK_SCRIPT_FAILED: a script that the host's administrator installed to be
 *   asked said no
 * @LIBVIRT_ERROR_INVALID_DOMAIN_SNAPSHOT: the handle given for a snapshot cannot be used, or it
 *   is not one of that guest
 * @LIBVIRT_ERROR_NO_DOMAIN_SNAPSHOT: the guest has no snapshot of this name, or none that is
 *   current
 * @LIBVIRT_ERROR_INVALID_STREAM: the handle given for a stream cannot be used
 * @LIBVIRT_ERROR_ARGUMENT_UNSUPPORTED: the request is valid, and this driver does not honour one
 *   of its parameters or flags
 * @LIBVIRT_ERROR_STORAGE_PROBE_FAILED: what is on a device or in an image could not be
 *   recognised
 * @LIBVIRT_ERROR_STORAGE_POOL_BUILT: the pool carries data already: building it again must be
 *   asked for expressly
 * @LIBVIRT_ERROR_SNAPSHOT_REVERT_RISKY: going back may lose or confuse the guest's state; force
 *   it if that is meant
 * @LIBVIRT_ERROR_OPERATION_ABORTED: a job, for example a migration, was cancelled at the
 *   hypervisor
 * @LIBVIRT_ERROR_AUTH_CANCELLED: the user, or who answers for them, gave no credentials
 * @LIBVIRT_ERROR_NO_DOMAIN_METADATA: the guest has no title, description or element of this
 *   namespace
 * @LIBVIRT_ERROR_MIGRATE_UNSAFE: data could be corrupted on the way, mostly because of how disks
 *   are cached
 * @LIBVIRT_ERROR_OVERFLOW: a number is too large for the type that carries it
 * @LIBVIRT_ERROR_BLOCK_COPY_ACTIVE: refused as long as one of the disks is being mirrored
 * @LIBVIRT_ERROR_OPERATION_UNSUPPORTED: the driver has the function but cannot do this with the
 *   guest, device or version at hand
 * @LIBVIRT_ERROR_SSH: the built-in transport over libssh2 failed
 * @LIBVIRT_ERROR_AGENT_UNRESPONSIVE: the helper inside the guest is not installed, not running
 *   or does not answer
 * @LIBVIRT_ERROR_RESOURCE_BUSY: somebody else is using it; a later attempt may succeed
 * @LIBVIRT_ERROR_ACCESS_DENIED: the host's rules do not let this user do that to this object
 * @LIBVIRT_ERROR_DBUS_SERVICE: a service on the system bus, such as firewalld or systemd,
 *   returned an error
 * @LIBVIRT_ERROR_STORAGE_VOL_EXIST: the pool has a volume of this name already
 * @LIBVIRT_ERROR_CPU_INCOMPATIBLE: the host's processor lacks features the guest requires
 * @LIBVIRT_ERROR_XML_INVALID_SCHEMA: the document was to be validated and does not follow
 *   libvirt's schema
 * @LIBVIRT_ERROR_MIGRATE_FINISH_OK: drivers tell each other that a migration ended as it should;
 *   applications never see it
 * @LIBVIRT_ERROR_AUTH_UNAVAILABLE: there is nobody to ask for permission: no polkit agent, for
 *   example
 * @LIBVIRT_ERROR_NO_SERVER: the daemon has no server of this name: administration only
 * @LIBVIRT_ERROR_NO_CLIENT: no client with this id is connected to the server: administration
 *   only
 * @LIBVIRT_ERROR_AGENT_UNSYNCED: the guest's helper answered an older question;
 *   %LIBVIRT_ERROR_AGENT_UNRESPONSIVE nowadays
 * @LIBVIRT_ERROR_LIBSSH: the built-in transport over libssh failed
 * @LIBVIRT_ERROR_DEVICE_MISSING: the guest has no device that matches the description
 * @LIBVIRT_ERROR_INVALID_NWFILTER_BINDING: the handle given for a filter's binding cannot be
 *   used
 * @LIBVIRT_ERROR_NO_NWFILTER_BINDING: no packet filter is bound to a port of this name
 * @LIBVIRT_ERROR_INVALID_DOMAIN_CHECKPOINT: the handle given for a checkpoint cannot be used, or
 *   it is not one of that guest
 * @LIBVIRT_ERROR_NO_DOMAIN_CHECKPOINT: the guest has no checkpoint of this name
 * @LIBVIRT_ERROR_NO_DOMAIN_BACKUP: no backup of the guest is under way
 * @LIBVIRT_ERROR_INVALID_NETWORK_PORT: the handle given for a port of a virtual network cannot
 *   be used
 * @LIBVIRT_ERROR_NETWORK_PORT_EXIST: the virtual network has a port with this UUID already
 * @LIBVIRT_ERROR_NO_NETWORK_PORT: the virtual network has no port with this UUID
 * @LIBVIRT_ERROR_NO_HOSTNAME: the guest's own name on the network could not be found out
 * @LIBVIRT_ERROR_CHECKPOINT_INCONSISTENT: the disks no longer agree with what the checkpoint
 *   recorded, so that it is of no use
 * @LIBVIRT_ERROR_MULTIPLE_DOMAINS: the description fits several guests where one was wanted
 * @LIBVIRT_ERROR_NO_NETWORK_METADATA: the virtual network has no title, description or element
 *   of this namespace (libvirt 9.7)
 * @LIBVIRT_ERROR_AGENT_COMMAND_TIMEOUT: the guest's helper took an order but did not report back
 *   in time: it may be carried out yet (libvirt 11.2)
 * @LIBVIRT_ERROR_AGENT_COMMAND_FAILED: the guest's helper tried, and reported why it could not
 *   (libvirt 11.2)
 * @LIBVIRT_ERROR_INVALID_ENCR_KEY_SECRET: the key that the host encrypts its stored secrets with
 *   is malformed (libvirt 12.1)
 *
 * What went wrong: the codes of %LIBVIRT_ERROR, the domain of every #GError that comes from
 * libvirt. The numbers are libvirt's own. Drivers differ in which they use for one and the same
 * mistake: a program that must decide by the code should know which driver it talks to, and
 * have an answer for all others. A newer libvirt may use numbers that are not listed here.
 * Mirrors virErrorNumber.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_ERROR_UNKNOWN = -1,
  LIBVIRT_ERROR_OK = 0,
  LIBVIRT_ERROR_INTERNAL_ERROR = 1,
  LIBVIRT_ERROR_NO_MEMORY = 2,
  LIBVIRT_ERROR_NO_SUPPORT = 3,
  LIBVIRT_ERROR_UNKNOWN_HOST = 4,
  LIBVIRT_ERROR_NO_CONNECT = 5,
  LIBVIRT_ERROR_INVALID_CONN = 6,
  LIBVIRT_ERROR_INVALID_DOMAIN = 7,
  LIBVIRT_ERROR_INVALID_ARG = 8,
  LIBVIRT_ERROR_OPERATION_FAILED = 9,
  LIBVIRT_ERROR_GET_FAILED = 10,
  LIBVIRT_ERROR_POST_FAILED = 11,
  LIBVIRT_ERROR_HTTP_ERROR = 12,
  LIBVIRT_ERROR_SEXPR_SERIAL = 13,
  LIBVIRT_ERROR_NO_XEN = 14,
  LIBVIRT_ERROR_XEN_CALL = 15,
  LIBVIRT_ERROR_OS_TYPE = 16,
  LIBVIRT_ERROR_NO_KERNEL = 17,
  LIBVIRT_ERROR_NO_ROOT = 18,
  LIBVIRT_ERROR_NO_SOURCE = 19,
  LIBVIRT_ERROR_NO_TARGET = 20,
  LIBVIRT_ERROR_NO_NAME = 21,
  LIBVIRT_ERROR_NO_OS = 22,
  LIBVIRT_ERROR_NO_DEVICE = 23,
  LIBVIRT_ERROR_NO_XENSTORE = 24,
  LIBVIRT_ERROR_DRIVER_FULL = 25,
  LIBVIRT_ERROR_CALL_FAILED = 26,
  LIBVIRT_ERROR_XML_ERROR = 27,
  LIBVIRT_ERROR_DOM_EXIST = 28,
  LIBVIRT_ERROR_OPERATION_DENIED = 29,
  LIBVIRT_ERROR_OPEN_FAILED = 30,
  LIBVIRT_ERROR_READ_FAILED = 31,
  LIBVIRT_ERROR_PARSE_FAILED = 32,
  LIBVIRT_ERROR_CONF_SYNTAX = 33,
  LIBVIRT_ERROR_WRITE_FAILED = 34,
  LIBVIRT_ERROR_XML_DETAIL = 35,
  LIBVIRT_ERROR_INVALID_NETWORK = 36,
  LIBVIRT_ERROR_NETWORK_EXIST = 37,
  LIBVIRT_ERROR_SYSTEM_ERROR = 38,
  LIBVIRT_ERROR_RPC = 39,
  LIBVIRT_ERROR_GNUTLS_ERROR = 40,
  LIBVIRT_ERROR_WAR_NO_NETWORK = 41,
  LIBVIRT_ERROR_NO_DOMAIN = 42,
  LIBVIRT_ERROR_NO_NETWORK = 43,
  LIBVIRT_ERROR_INVALID_MAC = 44,
  LIBVIRT_ERROR_AUTH_FAILED = 45,
  LIBVIRT_ERROR_INVALID_STORAGE_POOL = 46,
  LIBVIRT_ERROR_INVALID_STORAGE_VOL = 47,
  LIBVIRT_ERROR_WAR_NO_STORAGE = 48,
  LIBVIRT_ERROR_NO_STORAGE_POOL = 49,
  LIBVIRT_ERROR_NO_STORAGE_VOL = 50,
  LIBVIRT_ERROR_WAR_NO_NODE = 51,
  LIBVIRT_ERROR_INVALID_NODE_DEVICE = 52,
  LIBVIRT_ERROR_NO_NODE_DEVICE = 53,
  LIBVIRT_ERROR_NO_SECURITY_MODEL = 54,
  LIBVIRT_ERROR_OPERATION_INVALID = 55,
  LIBVIRT_ERROR_WAR_NO_INTERFACE = 56,
  LIBVIRT_ERROR_NO_INTERFACE = 57,
  LIBVIRT_ERROR_INVALID_INTERFACE = 58,
  LIBVIRT_ERROR_MULTIPLE_INTERFACES = 59,
  LIBVIRT_ERROR_WAR_NO_NWFILTER = 60,
  LIBVIRT_ERROR_INVALID_NWFILTER = 61,
  LIBVIRT_ERROR_NO_NWFILTER = 62,
  LIBVIRT_ERROR_BUILD_FIREWALL = 63,
  LIBVIRT_ERROR_WAR_NO_SECRET = 64,
  LIBVIRT_ERROR_INVALID_SECRET = 65,
  LIBVIRT_ERROR_NO_SECRET = 66,
  LIBVIRT_ERROR_CONFIG_UNSUPPORTED = 67,
  LIBVIRT_ERROR_OPERATION_TIMEOUT = 68,
  LIBVIRT_ERROR_MIGRATE_PERSIST_FAILED = 69,
  LIBVIRT_ERROR_HOOK_SCRIPT_FAILED = 70,
  LIBVIRT_ERROR_INVALID_DOMAIN_SNAPSHOT = 71,
  LIBVIRT_ERROR_NO_DOMAIN_SNAPSHOT = 72,
  LIBVIRT_ERROR_INVALID_STREAM = 73,
  LIBVIRT_ERROR_ARGUMENT_UNSUPPORTED = 74,
  LIBVIRT_ERROR_STORAGE_PROBE_FAILED = 75,
  LIBVIRT_ERROR_STORAGE_POOL_BUILT = 76,
  LIBVIRT_ERROR_SNAPSHOT_REVERT_RISKY = 77,
  LIBVIRT_ERROR_OPERATION_ABORTED = 78,
  LIBVIRT_ERROR_AUTH_CANCELLED = 79,
  LIBVIRT_ERROR_NO_DOMAIN_METADATA = 80,
  LIBVIRT_ERROR_MIGRATE_UNSAFE = 81,
  LIBVIRT_ERROR_OVERFLOW = 82,
  LIBVIRT_ERROR_BLOCK_COPY_ACTIVE = 83,
  LIBVIRT_ERROR_OPERATION_UNSUPPORTED = 84,
  LIBVIRT_ERROR_SSH = 85,
  LIBVIRT_ERROR_AGENT_UNRESPONSIVE = 86,
  LIBVIRT_ERROR_RESOURCE_BUSY = 87,
  LIBVIRT_ERROR_ACCESS_DENIED = 88,
  LIBVIRT_ERROR_DBUS_SERVICE = 89,
  LIBVIRT_ERROR_STORAGE_VOL_EXIST = 90,
  LIBVIRT_ERROR_CPU_INCOMPATIBLE = 91,
  LIBVIRT_ERROR_XML_INVALID_SCHEMA = 92,
  LIBVIRT_ERROR_MIGRATE_FINISH_OK = 93,
  LIBVIRT_ERROR_AUTH_UNAVAILABLE = 94,
  LIBVIRT_ERROR_NO_SERVER = 95,
  LIBVIRT_ERROR_NO_CLIENT = 96,
  LIBVIRT_ERROR_AGENT_UNSYNCED = 97,
  LIBVIRT_ERROR_LIBSSH = 98,
  LIBVIRT_ERROR_DEVICE_MISSING = 99,
  LIBVIRT_ERROR_INVALID_NWFILTER_BINDING = 100,
  LIBVIRT_ERROR_NO_NWFILTER_BINDING = 101,
  LIBVIRT_ERROR_INVALID_DOMAIN_CHECKPOINT = 102,
  LIBVIRT_ERROR_NO_DOMAIN_CHECKPOINT = 103,
  LIBVIRT_ERROR_NO_DOMAIN_BACKUP = 104,
  LIBVIRT_ERROR_INVALID_NETWORK_PORT = 105,
  LIBVIRT_ERROR_NETWORK_PORT_EXIST = 106,
  LIBVIRT_ERROR_NO_NETWORK_PORT = 107,
  LIBVIRT_ERROR_NO_HOSTNAME = 108,
  LIBVIRT_ERROR_CHECKPOINT_INCONSISTENT = 109,
  LIBVIRT_ERROR_MULTIPLE_DOMAINS = 110,
  LIBVIRT_ERROR_NO_NETWORK_METADATA = 111,
  LIBVIRT_ERROR_AGENT_COMMAND_TIMEOUT = 112,
  LIBVIRT_ERROR_AGENT_COMMAND_FAILED = 113,
  LIBVIRT_ERROR_INVALID_ENCR_KEY_SECRET = 114,
} LibvirtError;

/**
 * LibvirtErrorDomain:
 * @LIBVIRT_ERROR_DOMAIN_UNKNOWN: a part of libvirt that this library has no name for yet
 * @LIBVIRT_ERROR_DOMAIN_NONE: nothing is known of the origin, or the failure is one of this
 *   library's own
 * @LIBVIRT_ERROR_DOMAIN_XEN: the layer that talks to the Xen hypervisor itself
 * @LIBVIRT_ERROR_DOMAIN_XEND: the link to xend, the management daemon of old Xen
 * @LIBVIRT_ERROR_DOMAIN_XENSTORE: the client of Xen's shared database
 * @LIBVIRT_ERROR_DOMAIN_SEXPR: reading and writing the Lisp-like expressions of old Xen
 * @LIBVIRT_ERROR_DOMAIN_XML: reading documents, whatever they describe
 * @LIBVIRT_ERROR_DOMAIN_DOM: general handling of guests
 * @LIBVIRT_ERROR_DOMAIN_RPC: the protocol between client and daemon
 * @LIBVIRT_ERROR_DOMAIN_PROXY: the setuid helper of libvirt before 0.8.6
 * @LIBVIRT_ERROR_DOMAIN_CONF: reading and writing configuration files
 * @LIBVIRT_ERROR_DOMAIN_QEMU: the driver for QEMU and KVM
 * @LIBVIRT_ERROR_DOMAIN_NET: general handling of virtual networks
 * @LIBVIRT_ERROR_DOMAIN_TEST: the mock driver behind `test:///` URIs
 * @LIBVIRT_ERROR_DOMAIN_REMOTE: the client side of a connection to a daemon
 * @LIBVIRT_ERROR_DOMAIN_OPENVZ: the driver for OpenVZ containers
 * @LIBVIRT_ERROR_DOMAIN_XENXM: Xen's configuration files in the format of the xm tool
 * @LIBVIRT_ERROR_DOMAIN_STATS_LINUX: counters read from the Linux kernel
 * @LIBVIRT_ERROR_DOMAIN_LXC: the driver for Linux containers
 * @LIBVIRT_ERROR_DOMAIN_STORAGE: the driver for pools and volumes
 * @LIBVIRT_ERROR_DOMAIN_NETWORK: the driver for virtual networks, and their definitions
 * @LIBVIRT_ERROR_DOMAIN_DOMAIN: definitions of guests
 * @LIBVIRT_ERROR_DOMAIN_UML: the driver for User-mode Linux, which libvirt 5.0 dropped
 * @LIBVIRT_ERROR_DOMAIN_NODEDEV: the driver for devices of the host
 * @LIBVIRT_ERROR_DOMAIN_XEN_INOTIFY: watching Xen's configuration files for changes
 * @LIBVIRT_ERROR_DOMAIN_SECURITY: labelling and confinement: SELinux, AppArmor and plain
 *   ownership
 * @LIBVIRT_ERROR_DOMAIN_VBOX: the driver for VirtualBox
 * @LIBVIRT_ERROR_DOMAIN_INTERFACE: the driver for network interfaces of the host
 * @LIBVIRT_ERROR_DOMAIN_ONE: the driver for OpenNebula, which exists no more
 * @LIBVIRT_ERROR_DOMAIN_ESX: the driver for VMware ESX and vCenter
 * @LIBVIRT_ERROR_DOMAIN_PHYP: the driver for IBM's POWER Hypervisor, which libvirt 6.0 dropped
 * @LIBVIRT_ERROR_DOMAIN_SECRET: the store of passwords and keys
 * @LIBVIRT_ERROR_DOMAIN_CPU: describing and comparing processors
 * @LIBVIRT_ERROR_DOMAIN_XENAPI: the driver for XenServer's remote interface
 * @LIBVIRT_ERROR_DOMAIN_NWFILTER: the driver for packet filters
 * @LIBVIRT_ERROR_DOMAIN_HOOK: scripts of the administrator's that are called at certain moments
 * @LIBVIRT_ERROR_DOMAIN_DOMAIN_SNAPSHOT: snapshots of guests
 * @LIBVIRT_ERROR_DOMAIN_AUDIT: the trail that the kernel's auditing keeps
 * @LIBVIRT_ERROR_DOMAIN_SYSINFO: what the firmware tells of the machine: SMBIOS and the like
 * @LIBVIRT_ERROR_DOMAIN_STREAMS: data that flows over a connection: consoles, images,
 *   screenshots
 * @LIBVIRT_ERROR_DOMAIN_VMWARE: the driver for VMware Workstation and Player
 * @LIBVIRT_ERROR_DOMAIN_EVENT: what waits for sockets and timers
 * @LIBVIRT_ERROR_DOMAIN_LIBXL: the driver for present-day Xen, through libxenlight
 * @LIBVIRT_ERROR_DOMAIN_LOCKING: keeping two guests from using one disk: the lock managers
 * @LIBVIRT_ERROR_DOMAIN_HYPERV: the driver for Microsoft's Hyper-V
 * @LIBVIRT_ERROR_DOMAIN_CAPABILITIES: finding out and describing what a host can do
 * @LIBVIRT_ERROR_DOMAIN_URI: taking a connection's address apart
 * @LIBVIRT_ERROR_DOMAIN_AUTH: asking for and checking credentials
 * @LIBVIRT_ERROR_DOMAIN_DBUS: talking to services on the message bus
 * @LIBVIRT_ERROR_DOMAIN_PARALLELS: the driver for Virtuozzo, once Parallels
 * @LIBVIRT_ERROR_DOMAIN_DEVICE: handling of single devices of a guest
 * @LIBVIRT_ERROR_DOMAIN_SSH: the transport over libssh2
 * @LIBVIRT_ERROR_DOMAIN_LOCKSPACE: the shared folders of locks that virtlockd keeps
 * @LIBVIRT_ERROR_DOMAIN_INITCTL: the pipe over which a container's init is asked to shut down
 * @LIBVIRT_ERROR_DOMAIN_IDENTITY: who a client is
 * @LIBVIRT_ERROR_DOMAIN_CGROUP: the kernel's control groups: limits of processor, memory and
 *   disk
 * @LIBVIRT_ERROR_DOMAIN_ACCESS: the rules of who may do what
 * @LIBVIRT_ERROR_DOMAIN_SYSTEMD: systemd, which registers guests as machines
 * @LIBVIRT_ERROR_DOMAIN_BHYVE: the driver for FreeBSD's bhyve
 * @LIBVIRT_ERROR_DOMAIN_CRYPTO: hashes and ciphers
 * @LIBVIRT_ERROR_DOMAIN_FIREWALL: the rules written with iptables, ebtables or nftables
 * @LIBVIRT_ERROR_DOMAIN_POLKIT: polkit, which decides on a user's privileges
 * @LIBVIRT_ERROR_DOMAIN_THREAD: threads and locks inside libvirt
 * @LIBVIRT_ERROR_DOMAIN_ADMIN: the administration of the daemon itself
 * @LIBVIRT_ERROR_DOMAIN_LOGGING: virtlogd, which writes the guests' logs
 * @LIBVIRT_ERROR_DOMAIN_XENXL: Xen's configuration files in the format of the xl tool
 * @LIBVIRT_ERROR_DOMAIN_PERF: performance counters of the processor
 * @LIBVIRT_ERROR_DOMAIN_LIBSSH: the transport over libssh
 * @LIBVIRT_ERROR_DOMAIN_RESCTRL: the kernel's sharing of processor caches and memory bandwidth
 * @LIBVIRT_ERROR_DOMAIN_FIREWALLD: the daemon that manages a host's zones of packet filtering
 * @LIBVIRT_ERROR_DOMAIN_DOMAIN_CHECKPOINT: checkpoints, between which backups are incremental
 * @LIBVIRT_ERROR_DOMAIN_TPM: trusted platform modules, emulated or passed through
 * @LIBVIRT_ERROR_DOMAIN_BPF: small programs loaded into the kernel, such as those that guard
 *   devices
 * @LIBVIRT_ERROR_DOMAIN_CH: the driver for Cloud Hypervisor
 *
 * Which part of libvirt failed, in #LibvirtErrorInfo. Not to be mistaken for the domain of a
 * #GError, which is always %LIBVIRT_ERROR, nor for a guest. Mirrors virErrorDomain.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_ERROR_DOMAIN_UNKNOWN = -1,
  LIBVIRT_ERROR_DOMAIN_NONE = 0,
  LIBVIRT_ERROR_DOMAIN_XEN = 1,
  LIBVIRT_ERROR_DOMAIN_XEND = 2,
  LIBVIRT_ERROR_DOMAIN_XENSTORE = 3,
  LIBVIRT_ERROR_DOMAIN_SEXPR = 4,
  LIBVIRT_ERROR_DOMAIN_XML = 5,
  LIBVIRT_ERROR_DOMAIN_DOM = 6,
  LIBVIRT_ERROR_DOMAIN_RPC = 7,
  LIBVIRT_ERROR_DOMAIN_PROXY = 8,
  LIBVIRT_ERROR_DOMAIN_CONF = 9,
  LIBVIRT_ERROR_DOMAIN_QEMU = 10,
  LIBVIRT_ERROR_DOMAIN_NET = 11,
  LIBVIRT_ERROR_DOMAIN_TEST = 12,
  LIBVIRT_ERROR_DOMAIN_REMOTE = 13,
  LIBVIRT_ERROR_DOMAIN_OPENVZ = 14,
  LIBVIRT_ERROR_DOMAIN_XENXM = 15,
  LIBVIRT_ERROR_DOMAIN_STATS_LINUX = 16,
  LIBVIRT_ERROR_DOMAIN_LXC = 17,
  LIBVIRT_ERROR_DOMAIN_STORAGE = 18,
  LIBVIRT_ERROR_DOMAIN_NETWORK = 19,
  LIBVIRT_ERROR_DOMAIN_DOMAIN = 20,
  LIBVIRT_ERROR_DOMAIN_UML = 21,
  LIBVIRT_ERROR_DOMAIN_NODEDEV = 22,
  LIBVIRT_ERROR_DOMAIN_XEN_INOTIFY = 23,
  LIBVIRT_ERROR_DOMAIN_SECURITY = 24,
  LIBVIRT_ERROR_DOMAIN_VBOX = 25,
  LIBVIRT_ERROR_DOMAIN_INTERFACE = 26,
  LIBVIRT_ERROR_DOMAIN_ONE = 27,
  LIBVIRT_ERROR_DOMAIN_ESX = 28,
  LIBVIRT_ERROR_DOMAIN_PHYP = 29,
  LIBVIRT_ERROR_DOMAIN_SECRET = 30,
  LIBVIRT_ERROR_DOMAIN_CPU = 31,
  LIBVIRT_ERROR_DOMAIN_XENAPI = 32,
  LIBVIRT_ERROR_DOMAIN_NWFILTER = 33,
  LIBVIRT_ERROR_DOMAIN_HOOK = 34,
  LIBVIRT_ERROR_DOMAIN_DOMAIN_SNAPSHOT = 35,
  LIBVIRT_ERROR_DOMAIN_AUDIT = 36,
  LIBVIRT_ERROR_DOMAIN_SYSINFO = 37,
  LIBVIRT_ERROR_DOMAIN_STREAMS = 38,
  LIBVIRT_ERROR_DOMAIN_VMWARE = 39,
  LIBVIRT_ERROR_DOMAIN_EVENT = 40,
  LIBVIRT_ERROR_DOMAIN_LIBXL = 41,
  LIBVIRT_ERROR_DOMAIN_LOCKING = 42,
  LIBVIRT_ERROR_DOMAIN_HYPERV = 43,
  LIBVIRT_ERROR_DOMAIN_CAPABILITIES = 44,
  LIBVIRT_ERROR_DOMAIN_URI = 45,
  LIBVIRT_ERROR_DOMAIN_AUTH = 46,
  LIBVIRT_ERROR_DOMAIN_DBUS = 47,
  LIBVIRT_ERROR_DOMAIN_PARALLELS = 48,
  LIBVIRT_ERROR_DOMAIN_DEVICE = 49,
  LIBVIRT_ERROR_DOMAIN_SSH = 50,
  LIBVIRT_ERROR_DOMAIN_LOCKSPACE = 51,
  LIBVIRT_ERROR_DOMAIN_INITCTL = 52,
  LIBVIRT_ERROR_DOMAIN_IDENTITY = 53,
  LIBVIRT_ERROR_DOMAIN_CGROUP = 54,
  LIBVIRT_ERROR_DOMAIN_ACCESS = 55,
  LIBVIRT_ERROR_DOMAIN_SYSTEMD = 56,
  LIBVIRT_ERROR_DOMAIN_BHYVE = 57,
  LIBVIRT_ERROR_DOMAIN_CRYPTO = 58,
  LIBVIRT_ERROR_DOMAIN_FIREWALL = 59,
  LIBVIRT_ERROR_DOMAIN_POLKIT = 60,
  LIBVIRT_ERROR_DOMAIN_THREAD = 61,
  LIBVIRT_ERROR_DOMAIN_ADMIN = 62,
  LIBVIRT_ERROR_DOMAIN_LOGGING = 63,
  LIBVIRT_ERROR_DOMAIN_XENXL = 64,
  LIBVIRT_ERROR_DOMAIN_PERF = 65,
  LIBVIRT_ERROR_DOMAIN_LIBSSH = 66,
  LIBVIRT_ERROR_DOMAIN_RESCTRL = 67,
  LIBVIRT_ERROR_DOMAIN_FIREWALLD = 68,
  LIBVIRT_ERROR_DOMAIN_DOMAIN_CHECKPOINT = 69,
  LIBVIRT_ERROR_DOMAIN_TPM = 70,
  LIBVIRT_ERROR_DOMAIN_BPF = 71,
  LIBVIRT_ERROR_DOMAIN_CH = 72,
} LibvirtErrorDomain;

/**
 * LibvirtErrorLevel:
 * @LIBVIRT_ERROR_LEVEL_UNKNOWN: a gravity without a name in this library
 * @LIBVIRT_ERROR_LEVEL_NONE: nothing is wrong
 * @LIBVIRT_ERROR_LEVEL_WARNING: something is wrong that the call got along without
 * @LIBVIRT_ERROR_LEVEL_ERROR: the call failed
 *
 * How grave it is, in #LibvirtErrorInfo. Mirrors virErrorLevel.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_ERROR_LEVEL_UNKNOWN = -1,
  LIBVIRT_ERROR_LEVEL_NONE = 0,
  LIBVIRT_ERROR_LEVEL_WARNING = 1,
  LIBVIRT_ERROR_LEVEL_ERROR = 2,
} LibvirtErrorLevel;

G_END_DECLS
