/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-types.h>

G_BEGIN_DECLS

/**
 * LibvirtDomainAgentResponseTimeoutValues:
 * @LIBVIRT_DOMAIN_AGENT_RESPONSE_TIMEOUT_VALUES_BLOCK: wait for the agent's answer without limit
 * @LIBVIRT_DOMAIN_AGENT_RESPONSE_TIMEOUT_VALUES_DEFAULT: wait for the few seconds that libvirt
 *   considers reasonable
 * @LIBVIRT_DOMAIN_AGENT_RESPONSE_TIMEOUT_VALUES_NOWAIT: do not wait for an answer at all
 *
 * Special values for libvirt_domain_agent_set_response_timeout(), where a positive number means
 * seconds.
 *
 * Mirrors virDomainAgentResponseTimeoutValues.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_AGENT_RESPONSE_TIMEOUT_VALUES_BLOCK = -2,
  LIBVIRT_DOMAIN_AGENT_RESPONSE_TIMEOUT_VALUES_DEFAULT = -1,
  LIBVIRT_DOMAIN_AGENT_RESPONSE_TIMEOUT_VALUES_NOWAIT = 0,
} LibvirtDomainAgentResponseTimeoutValues;

/**
 * LibvirtDomainGuestInfoTypes:
 * @LIBVIRT_DOMAIN_GUEST_INFO_TYPES_NONE: all that the agent is able to tell
 * @LIBVIRT_DOMAIN_GUEST_INFO_TYPES_USERS: who is logged in, and since when
 * @LIBVIRT_DOMAIN_GUEST_INFO_TYPES_OS: name and version of the system
 * @LIBVIRT_DOMAIN_GUEST_INFO_TYPES_TIMEZONE: name of the time zone and its offset
 * @LIBVIRT_DOMAIN_GUEST_INFO_TYPES_HOSTNAME: what the guest calls itself
 * @LIBVIRT_DOMAIN_GUEST_INFO_TYPES_FILESYSTEM: what is mounted where, and how full it is
 * @LIBVIRT_DOMAIN_GUEST_INFO_TYPES_DISKS: which disks the guest sees, and by which names
 * @LIBVIRT_DOMAIN_GUEST_INFO_TYPES_INTERFACES: network cards and their addresses
 * @LIBVIRT_DOMAIN_GUEST_INFO_TYPES_LOAD: how busy the guest was in the last 1, 5 and 15 minutes;
 *   needs libvirt 11.2
 * @LIBVIRT_DOMAIN_GUEST_INFO_TYPES_DEVICES: which PCI devices have drivers, and of which version;
 *   needs libvirt 12.7
 *
 * What libvirt_domain_get_guest_info() asks the agent inside the guest. Keys begin with the name of
 * their group.
 *
 * Mirrors virDomainGuestInfoTypes.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_GUEST_INFO_TYPES_NONE = 0,
  LIBVIRT_DOMAIN_GUEST_INFO_TYPES_USERS = 1 << 0,
  LIBVIRT_DOMAIN_GUEST_INFO_TYPES_OS = 1 << 1,
  LIBVIRT_DOMAIN_GUEST_INFO_TYPES_TIMEZONE = 1 << 2,
  LIBVIRT_DOMAIN_GUEST_INFO_TYPES_HOSTNAME = 1 << 3,
  LIBVIRT_DOMAIN_GUEST_INFO_TYPES_FILESYSTEM = 1 << 4,
  LIBVIRT_DOMAIN_GUEST_INFO_TYPES_DISKS = 1 << 5,
  LIBVIRT_DOMAIN_GUEST_INFO_TYPES_INTERFACES = 1 << 6,
  LIBVIRT_DOMAIN_GUEST_INFO_TYPES_LOAD = 1 << 7,
  LIBVIRT_DOMAIN_GUEST_INFO_TYPES_DEVICES = 1 << 8,
} LibvirtDomainGuestInfoTypes;

/**
 * LibvirtDomainGetHostnameFlags:
 * @LIBVIRT_DOMAIN_GET_HOSTNAME_FLAGS_NONE: where the hypervisor does by itself
 * @LIBVIRT_DOMAIN_GET_HOSTNAME_FLAGS_LEASE: in the DHCP leases of libvirt's networks
 * @LIBVIRT_DOMAIN_GET_HOSTNAME_FLAGS_AGENT: inside the guest, through its agent
 *
 * Where libvirt_domain_get_hostname() looks.
 *
 * Mirrors virDomainGetHostnameFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_GET_HOSTNAME_FLAGS_NONE = 0,
  LIBVIRT_DOMAIN_GET_HOSTNAME_FLAGS_LEASE = 1 << 0,
  LIBVIRT_DOMAIN_GET_HOSTNAME_FLAGS_AGENT = 1 << 1,
} LibvirtDomainGetHostnameFlags;

/**
 * LibvirtDomainInterfaceAddressesSource:
 * @LIBVIRT_DOMAIN_INTERFACE_ADDRESSES_SOURCE_LEASE: from what the DHCP server of a libvirt network
 *   handed out
 * @LIBVIRT_DOMAIN_INTERFACE_ADDRESSES_SOURCE_AGENT: from the agent, which knows all of them
 * @LIBVIRT_DOMAIN_INTERFACE_ADDRESSES_SOURCE_ARP: from the host's neighbour table, which knows
 *   those that spoke lately
 *
 * Where libvirt_domain_interface_addresses() learns the guest's addresses.
 *
 * Mirrors virDomainInterfaceAddressesSource.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_INTERFACE_ADDRESSES_SOURCE_LEASE = 0,
  LIBVIRT_DOMAIN_INTERFACE_ADDRESSES_SOURCE_AGENT = 1,
  LIBVIRT_DOMAIN_INTERFACE_ADDRESSES_SOURCE_ARP = 2,
} LibvirtDomainInterfaceAddressesSource;

/**
 * LibvirtIPAddrType:
 * @LIBVIRT_IP_ADDR_TYPE_UNKNOWN: a protocol that this library cannot name
 * @LIBVIRT_IP_ADDR_TYPE_IPV4: dotted decimal, up to 32 bits of prefix
 * @LIBVIRT_IP_ADDR_TYPE_IPV6: hexadecimal with colons, up to 128 bits of prefix
 *
 * Which protocol an address belongs to: a field of #LibvirtDomainIPAddress and
 * #LibvirtNetworkDHCPLease.
 *
 * Mirrors virIPAddrType.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_IP_ADDR_TYPE_UNKNOWN = -1,
  LIBVIRT_IP_ADDR_TYPE_IPV4 = 0,
  LIBVIRT_IP_ADDR_TYPE_IPV6 = 1,
} LibvirtIPAddrType;

/**
 * LibvirtDomainSetTimeFlags:
 * @LIBVIRT_DOMAIN_SET_TIME_FLAGS_NONE: from the arguments
 * @LIBVIRT_DOMAIN_SET_TIME_FLAGS_SYNC: from the guest's own hardware clock; the arguments are not
 *   used
 *
 * Where libvirt_domain_set_time() takes the time from.
 *
 * Mirrors virDomainSetTimeFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_SET_TIME_FLAGS_NONE = 0,
  LIBVIRT_DOMAIN_SET_TIME_FLAGS_SYNC = 1 << 0,
} LibvirtDomainSetTimeFlags;

/**
 * LibvirtDomainSetUserPasswordFlags:
 * @LIBVIRT_DOMAIN_SET_USER_PASSWORD_FLAGS_NONE: as plain text
 * @LIBVIRT_DOMAIN_SET_USER_PASSWORD_FLAGS_ENCRYPTED: as a hash in the guest's own format
 *
 * How libvirt_domain_set_user_password() reads the password.
 *
 * Mirrors virDomainSetUserPasswordFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_SET_USER_PASSWORD_FLAGS_NONE = 0,
  LIBVIRT_DOMAIN_SET_USER_PASSWORD_FLAGS_ENCRYPTED = 1 << 0,
} LibvirtDomainSetUserPasswordFlags;

/**
 * LibvirtDomainAuthorizedSSHKeysSetFlags:
 * @LIBVIRT_DOMAIN_AUTHORIZED_SSH_KEYS_SET_FLAGS_NONE: replace its content by the given keys
 * @LIBVIRT_DOMAIN_AUTHORIZED_SSH_KEYS_SET_FLAGS_APPEND: add the given keys to it
 * @LIBVIRT_DOMAIN_AUTHORIZED_SSH_KEYS_SET_FLAGS_REMOVE: take the given keys out of it
 *
 * What libvirt_domain_authorized_ssh_keys_set() does with the file of keys.
 *
 * Mirrors virDomainAuthorizedSSHKeysSetFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_AUTHORIZED_SSH_KEYS_SET_FLAGS_NONE = 0,
  LIBVIRT_DOMAIN_AUTHORIZED_SSH_KEYS_SET_FLAGS_APPEND = 1 << 0,
  LIBVIRT_DOMAIN_AUTHORIZED_SSH_KEYS_SET_FLAGS_REMOVE = 1 << 1,
} LibvirtDomainAuthorizedSSHKeysSetFlags;

/**
 * LibvirtDomainChannelFlags:
 * @LIBVIRT_DOMAIN_CHANNEL_FLAGS_NONE: fail, leaving it to them
 * @LIBVIRT_DOMAIN_CHANNEL_FLAGS_FORCE: take it from them
 *
 * What libvirt_domain_open_channel() does about a channel somebody else has open.
 *
 * Mirrors virDomainChannelFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_CHANNEL_FLAGS_NONE = 0,
  LIBVIRT_DOMAIN_CHANNEL_FLAGS_FORCE = 1 << 0,
} LibvirtDomainChannelFlags;

/**
 * LibvirtDomainConsoleFlags:
 * @LIBVIRT_DOMAIN_CONSOLE_FLAGS_NONE: fail if there is one, as far as the driver notices
 * @LIBVIRT_DOMAIN_CONSOLE_FLAGS_FORCE: throw the other user out
 * @LIBVIRT_DOMAIN_CONSOLE_FLAGS_SAFE: fail unless the driver can make sure that there is only one
 *
 * What libvirt_domain_open_console() does about other users of a console.
 *
 * Mirrors virDomainConsoleFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_CONSOLE_FLAGS_NONE = 0,
  LIBVIRT_DOMAIN_CONSOLE_FLAGS_FORCE = 1 << 0,
  LIBVIRT_DOMAIN_CONSOLE_FLAGS_SAFE = 1 << 1,
} LibvirtDomainConsoleFlags;

/**
 * LibvirtDomainOpenGraphicsFlags:
 * @LIBVIRT_DOMAIN_OPEN_GRAPHICS_FLAGS_NONE: the viewer must give the password, if one is set
 * @LIBVIRT_DOMAIN_OPEN_GRAPHICS_FLAGS_SKIPAUTH: the viewer is let in without
 *
 * Whether the display asks who is there, after libvirt_domain_open_graphics() or
 * libvirt_domain_open_graphics_fd() has connected to it.
 *
 * Mirrors virDomainOpenGraphicsFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_OPEN_GRAPHICS_FLAGS_NONE = 0,
  LIBVIRT_DOMAIN_OPEN_GRAPHICS_FLAGS_SKIPAUTH = 1 << 0,
} LibvirtDomainOpenGraphicsFlags;

/**
 * LibvirtDomainGraphicsReloadType:
 * @LIBVIRT_DOMAIN_GRAPHICS_RELOAD_TYPE_ANY: all that can do so; needs libvirt 10.2
 * @LIBVIRT_DOMAIN_GRAPHICS_RELOAD_TYPE_VNC: those of the VNC protocol; needs libvirt 10.2
 *
 * Which display servers libvirt_domain_graphics_reload() makes read their certificates again.
 *
 * Mirrors virDomainGraphicsReloadType.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_GRAPHICS_RELOAD_TYPE_ANY = 0,
  LIBVIRT_DOMAIN_GRAPHICS_RELOAD_TYPE_VNC = 1,
} LibvirtDomainGraphicsReloadType;

/**
 * LibvirtKeycodeSet:
 * @LIBVIRT_KEYCODE_SET_LINUX: as in Linux' input events
 * @LIBVIRT_KEYCODE_SET_XT: as sent by the keyboard of an IBM PC/XT (scan code set 1)
 * @LIBVIRT_KEYCODE_SET_ATSET1: as an AT keyboard sends in its first set of scan codes
 * @LIBVIRT_KEYCODE_SET_ATSET2: as an AT keyboard sends in its second set, its usual one
 * @LIBVIRT_KEYCODE_SET_ATSET3: as an AT keyboard sends in its third set
 * @LIBVIRT_KEYCODE_SET_OSX: as virtual keys are on macOS
 * @LIBVIRT_KEYCODE_SET_XT_KBD: as the XT codes in their variant that Linux' keyboard driver uses
 * @LIBVIRT_KEYCODE_SET_USB: as in the HID usage table
 * @LIBVIRT_KEYCODE_SET_WIN32: as virtual keys are on Windows
 * @LIBVIRT_KEYCODE_SET_QNUM: as QEMU numbers them: XT codes with the prefix in the high bit
 *
 * How the keys for libvirt_domain_send_key() are numbered.
 *
 * Mirrors virKeycodeSet.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_KEYCODE_SET_LINUX = 0,
  LIBVIRT_KEYCODE_SET_XT = 1,
  LIBVIRT_KEYCODE_SET_ATSET1 = 2,
  LIBVIRT_KEYCODE_SET_ATSET2 = 3,
  LIBVIRT_KEYCODE_SET_ATSET3 = 4,
  LIBVIRT_KEYCODE_SET_OSX = 5,
  LIBVIRT_KEYCODE_SET_XT_KBD = 6,
  LIBVIRT_KEYCODE_SET_USB = 7,
  LIBVIRT_KEYCODE_SET_WIN32 = 8,
  LIBVIRT_KEYCODE_SET_QNUM = 9,
} LibvirtKeycodeSet;

/**
 * LibvirtDomainProcessSignal:
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_NOP: no signal: only tells whether the process exists
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_HUP: hang-up of the terminal; daemons read their configuration
 *   again
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_INT: interrupt, as with Ctrl+C
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_QUIT: end with a core file, as with Ctrl and the backslash key
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_ILL: illegal instruction
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_TRAP: breakpoint reached
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_ABRT: the process' own abort()
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_BUS: access to memory that is not there
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_FPE: arithmetic fault, such as a division by zero
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_KILL: end at once; cannot be caught
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_USR1: first one without a fixed meaning
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_SEGV: access to memory that is not allowed
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_USR2: second one without a fixed meaning
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_PIPE: writing where nobody reads
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_ALRM: end of the time set with alarm()
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_TERM: polite request to end
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_STKFLT: stack fault of a coprocessor, unused today
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_CHLD: a child ended or stopped
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_CONT: go on after a stop
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_STOP: stop; cannot be caught
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_TSTP: stop, as with Ctrl+Z
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_TTIN: a background job wants to read from its terminal
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_TTOU: a background job wants to write to its terminal
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_URG: urgent data came in on a socket
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_XCPU: limit of CPU time reached
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_XFSZ: limit of file size reached
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_VTALRM: timer for CPU time in user space ran out
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_PROF: timer for CPU time, kernel included, ran out
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_WINCH: size of the terminal changed
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_POLL: a file is ready for input or output
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_PWR: power is failing
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_SYS: a system call that does not exist or is not allowed
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT0: lowest of the real-time range (SIGRTMIN)
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT1: real-time range, number 33 (SIGRTMIN+1)
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT2: real-time range, number 34 (SIGRTMIN+2)
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT3: real-time range, number 35 (SIGRTMIN+3)
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT4: real-time range, number 36 (SIGRTMIN+4)
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT5: real-time range, number 37 (SIGRTMIN+5)
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT6: real-time range, number 38 (SIGRTMIN+6)
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT7: real-time range, number 39 (SIGRTMIN+7)
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT8: real-time range, number 40 (SIGRTMIN+8)
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT9: real-time range, number 41 (SIGRTMIN+9)
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT10: real-time range, number 42 (SIGRTMIN+10)
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT11: real-time range, number 43 (SIGRTMIN+11)
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT12: real-time range, number 44 (SIGRTMIN+12)
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT13: real-time range, number 45 (SIGRTMIN+13)
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT14: real-time range, number 46 (SIGRTMIN+14)
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT15: real-time range, number 47 (SIGRTMIN+15)
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT16: real-time range, number 48 (SIGRTMIN+16)
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT17: real-time range, number 49 (SIGRTMIN+17)
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT18: real-time range, number 50 (SIGRTMIN+18)
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT19: real-time range, number 51 (SIGRTMIN+19)
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT20: real-time range, number 52 (SIGRTMIN+20)
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT21: real-time range, number 53 (SIGRTMIN+21)
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT22: real-time range, number 54 (SIGRTMIN+22)
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT23: real-time range, number 55 (SIGRTMIN+23)
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT24: real-time range, number 56 (SIGRTMIN+24)
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT25: real-time range, number 57 (SIGRTMIN+25)
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT26: real-time range, number 58 (SIGRTMIN+26)
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT27: real-time range, number 59 (SIGRTMIN+27)
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT28: real-time range, number 60 (SIGRTMIN+28)
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT29: real-time range, number 61 (SIGRTMIN+29)
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT30: real-time range, number 62 (SIGRTMIN+30)
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT31: real-time range, number 63 (SIGRTMIN+31)
 * @LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT32: highest of the real-time range (SIGRTMAX)
 *
 * What libvirt_domain_send_process_signal() sends to a process inside a container, numbered as on
 * Linux/x86 whatever the host is.
 *
 * Mirrors virDomainProcessSignal.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_NOP = 0,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_HUP = 1,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_INT = 2,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_QUIT = 3,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_ILL = 4,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_TRAP = 5,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_ABRT = 6,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_BUS = 7,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_FPE = 8,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_KILL = 9,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_USR1 = 10,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_SEGV = 11,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_USR2 = 12,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_PIPE = 13,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_ALRM = 14,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_TERM = 15,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_STKFLT = 16,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_CHLD = 17,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_CONT = 18,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_STOP = 19,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_TSTP = 20,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_TTIN = 21,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_TTOU = 22,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_URG = 23,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_XCPU = 24,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_XFSZ = 25,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_VTALRM = 26,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_PROF = 27,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_WINCH = 28,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_POLL = 29,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_PWR = 30,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_SYS = 31,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT0 = 32,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT1 = 33,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT2 = 34,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT3 = 35,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT4 = 36,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT5 = 37,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT6 = 38,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT7 = 39,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT8 = 40,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT9 = 41,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT10 = 42,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT11 = 43,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT12 = 44,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT13 = 45,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT14 = 46,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT15 = 47,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT16 = 48,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT17 = 49,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT18 = 50,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT19 = 51,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT20 = 52,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT21 = 53,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT22 = 54,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT23 = 55,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT24 = 56,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT25 = 57,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT26 = 58,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT27 = 59,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT28 = 60,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT29 = 61,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT30 = 62,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT31 = 63,
  LIBVIRT_DOMAIN_PROCESS_SIGNAL_RT32 = 64,
} LibvirtDomainProcessSignal;

G_END_DECLS
