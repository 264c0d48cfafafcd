/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-types.h>

G_BEGIN_DECLS

/**
 * LibvirtDomainState:
 * @LIBVIRT_DOMAIN_STATE_UNKNOWN: a state that this version of the library has no name for
 * @LIBVIRT_DOMAIN_STATE_NOSTATE: the hypervisor does not tell
 * @LIBVIRT_DOMAIN_STATE_RUNNING: its virtual CPUs execute
 * @LIBVIRT_DOMAIN_STATE_BLOCKED: it is on and waits for something, as idle guests of Xen do
 * @LIBVIRT_DOMAIN_STATE_PAUSED: its virtual CPUs are held, memory and devices stay allocated
 * @LIBVIRT_DOMAIN_STATE_SHUTDOWN: the guest is on its way down and still there
 * @LIBVIRT_DOMAIN_STATE_SHUTOFF: it is off
 * @LIBVIRT_DOMAIN_STATE_CRASHED: the guest died and its definition says to keep the remains
 * @LIBVIRT_DOMAIN_STATE_PMSUSPENDED: the guest's own power management put it to sleep
 *
 * What a domain is doing: the property #LibvirtDomain:state, and the first result of
 * libvirt_domain_get_state(). Why it does so is told by #LibvirtDomain:state-reason, a number whose
 * meaning depends on the state: each state has a reason type of its own, such as
 * #LibvirtDomainPausedReason.
 *
 * Mirrors virDomainState.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_STATE_UNKNOWN = -1,
  LIBVIRT_DOMAIN_STATE_NOSTATE = 0,
  LIBVIRT_DOMAIN_STATE_RUNNING = 1,
  LIBVIRT_DOMAIN_STATE_BLOCKED = 2,
  LIBVIRT_DOMAIN_STATE_PAUSED = 3,
  LIBVIRT_DOMAIN_STATE_SHUTDOWN = 4,
  LIBVIRT_DOMAIN_STATE_SHUTOFF = 5,
  LIBVIRT_DOMAIN_STATE_CRASHED = 6,
  LIBVIRT_DOMAIN_STATE_PMSUSPENDED = 7,
} LibvirtDomainState;

/**
 * LibvirtDomainNostateReason:
 * @LIBVIRT_DOMAIN_NOSTATE_REASON_UNKNOWN: the one value of this type, as there is nothing to
 *   explain
 *
 * What #LibvirtDomain:state-reason holds in %LIBVIRT_DOMAIN_STATE_NOSTATE.
 *
 * Mirrors virDomainNostateReason.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_NOSTATE_REASON_UNKNOWN = 0,
} LibvirtDomainNostateReason;

/**
 * LibvirtDomainRunningReason:
 * @LIBVIRT_DOMAIN_RUNNING_REASON_UNKNOWN: the hypervisor did not say how the guest came to run
 * @LIBVIRT_DOMAIN_RUNNING_REASON_BOOTED: it was started afresh
 * @LIBVIRT_DOMAIN_RUNNING_REASON_MIGRATED: it arrived from another host
 * @LIBVIRT_DOMAIN_RUNNING_REASON_RESTORED: it was resumed from a saved memory image
 * @LIBVIRT_DOMAIN_RUNNING_REASON_FROM_SNAPSHOT: it was set back to a snapshot
 * @LIBVIRT_DOMAIN_RUNNING_REASON_UNPAUSED: it had been paused and was told to go on
 * @LIBVIRT_DOMAIN_RUNNING_REASON_MIGRATION_CANCELED: it was to leave for another host, and stayed
 * @LIBVIRT_DOMAIN_RUNNING_REASON_SAVE_CANCELED: its memory was to be saved, and that was given up
 * @LIBVIRT_DOMAIN_RUNNING_REASON_WAKEUP: it woke from guest sleep
 * @LIBVIRT_DOMAIN_RUNNING_REASON_CRASHED: it had crashed and was set going again
 * @LIBVIRT_DOMAIN_RUNNING_REASON_POSTCOPY: it runs here while the rest of its memory still comes
 *   from the old host
 * @LIBVIRT_DOMAIN_RUNNING_REASON_POSTCOPY_FAILED: it runs here although the transfer of the rest of
 *   its memory broke
 *
 * How a domain came to run: what #LibvirtDomain:state-reason holds in
 * %LIBVIRT_DOMAIN_STATE_RUNNING.
 *
 * Mirrors virDomainRunningReason.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_RUNNING_REASON_UNKNOWN = 0,
  LIBVIRT_DOMAIN_RUNNING_REASON_BOOTED = 1,
  LIBVIRT_DOMAIN_RUNNING_REASON_MIGRATED = 2,
  LIBVIRT_DOMAIN_RUNNING_REASON_RESTORED = 3,
  LIBVIRT_DOMAIN_RUNNING_REASON_FROM_SNAPSHOT = 4,
  LIBVIRT_DOMAIN_RUNNING_REASON_UNPAUSED = 5,
  LIBVIRT_DOMAIN_RUNNING_REASON_MIGRATION_CANCELED = 6,
  LIBVIRT_DOMAIN_RUNNING_REASON_SAVE_CANCELED = 7,
  LIBVIRT_DOMAIN_RUNNING_REASON_WAKEUP = 8,
  LIBVIRT_DOMAIN_RUNNING_REASON_CRASHED = 9,
  LIBVIRT_DOMAIN_RUNNING_REASON_POSTCOPY = 10,
  LIBVIRT_DOMAIN_RUNNING_REASON_POSTCOPY_FAILED = 11,
} LibvirtDomainRunningReason;

/**
 * LibvirtDomainBlockedReason:
 * @LIBVIRT_DOMAIN_BLOCKED_REASON_UNKNOWN: the one value of this type: no hypervisor tells what is
 *   waited for
 *
 * What #LibvirtDomain:state-reason holds in %LIBVIRT_DOMAIN_STATE_BLOCKED.
 *
 * Mirrors virDomainBlockedReason.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_BLOCKED_REASON_UNKNOWN = 0,
} LibvirtDomainBlockedReason;

/**
 * LibvirtDomainPausedReason:
 * @LIBVIRT_DOMAIN_PAUSED_REASON_UNKNOWN: the hypervisor did not say who holds the guest
 * @LIBVIRT_DOMAIN_PAUSED_REASON_USER: somebody asked for it, with libvirt_domain_suspend() or the
 *   like
 * @LIBVIRT_DOMAIN_PAUSED_REASON_MIGRATION: held for the last part of a move to another host
 * @LIBVIRT_DOMAIN_PAUSED_REASON_SAVE: held while its memory is written to a file
 * @LIBVIRT_DOMAIN_PAUSED_REASON_DUMP: held while its memory is dumped for analysis
 * @LIBVIRT_DOMAIN_PAUSED_REASON_IOERROR: a disk failed or is full; libvirt_domain_get_disk_errors()
 *   tells which
 * @LIBVIRT_DOMAIN_PAUSED_REASON_WATCHDOG: its watchdog fired and is configured to pause
 * @LIBVIRT_DOMAIN_PAUSED_REASON_FROM_SNAPSHOT: it was set back to a snapshot in which it was paused
 * @LIBVIRT_DOMAIN_PAUSED_REASON_SHUTTING_DOWN: it has powered off and is being taken down
 * @LIBVIRT_DOMAIN_PAUSED_REASON_SNAPSHOT: held while a snapshot is taken
 * @LIBVIRT_DOMAIN_PAUSED_REASON_CRASHED: the guest's kernel panicked
 * @LIBVIRT_DOMAIN_PAUSED_REASON_STARTING_UP: it is being created and has not executed yet
 * @LIBVIRT_DOMAIN_PAUSED_REASON_POSTCOPY: held because the rest of its memory is being sent after
 *   it to the new host
 * @LIBVIRT_DOMAIN_PAUSED_REASON_POSTCOPY_FAILED: held because that transfer broke; see
 *   %LIBVIRT_DOMAIN_MIGRATE_FLAGS_POSTCOPY_RESUME
 * @LIBVIRT_DOMAIN_PAUSED_REASON_API_ERROR: an operation held it for a moment and then failed to set
 *   it going again; needs libvirt 9.2
 *
 * Who or what holds a domain: what #LibvirtDomain:state-reason holds in
 * %LIBVIRT_DOMAIN_STATE_PAUSED.
 *
 * Mirrors virDomainPausedReason.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_PAUSED_REASON_UNKNOWN = 0,
  LIBVIRT_DOMAIN_PAUSED_REASON_USER = 1,
  LIBVIRT_DOMAIN_PAUSED_REASON_MIGRATION = 2,
  LIBVIRT_DOMAIN_PAUSED_REASON_SAVE = 3,
  LIBVIRT_DOMAIN_PAUSED_REASON_DUMP = 4,
  LIBVIRT_DOMAIN_PAUSED_REASON_IOERROR = 5,
  LIBVIRT_DOMAIN_PAUSED_REASON_WATCHDOG = 6,
  LIBVIRT_DOMAIN_PAUSED_REASON_FROM_SNAPSHOT = 7,
  LIBVIRT_DOMAIN_PAUSED_REASON_SHUTTING_DOWN = 8,
  LIBVIRT_DOMAIN_PAUSED_REASON_SNAPSHOT = 9,
  LIBVIRT_DOMAIN_PAUSED_REASON_CRASHED = 10,
  LIBVIRT_DOMAIN_PAUSED_REASON_STARTING_UP = 11,
  LIBVIRT_DOMAIN_PAUSED_REASON_POSTCOPY = 12,
  LIBVIRT_DOMAIN_PAUSED_REASON_POSTCOPY_FAILED = 13,
  LIBVIRT_DOMAIN_PAUSED_REASON_API_ERROR = 14,
} LibvirtDomainPausedReason;

/**
 * LibvirtDomainShutdownReason:
 * @LIBVIRT_DOMAIN_SHUTDOWN_REASON_UNKNOWN: the hypervisor did not say what makes the guest shut
 *   down
 * @LIBVIRT_DOMAIN_SHUTDOWN_REASON_USER: somebody asked for it, with libvirt_domain_shutdown() or
 *   inside of the guest
 *
 * What #LibvirtDomain:state-reason holds in %LIBVIRT_DOMAIN_STATE_SHUTDOWN.
 *
 * Mirrors virDomainShutdownReason.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_SHUTDOWN_REASON_UNKNOWN = 0,
  LIBVIRT_DOMAIN_SHUTDOWN_REASON_USER = 1,
} LibvirtDomainShutdownReason;

/**
 * LibvirtDomainShutoffReason:
 * @LIBVIRT_DOMAIN_SHUTOFF_REASON_UNKNOWN: never started since libvirt knows it, or stopped for a
 *   cause that was not recorded
 * @LIBVIRT_DOMAIN_SHUTOFF_REASON_SHUTDOWN: the guest powered off by itself in good order
 * @LIBVIRT_DOMAIN_SHUTOFF_REASON_DESTROYED: the power was pulled with libvirt_domain_destroy() or
 *   the like
 * @LIBVIRT_DOMAIN_SHUTOFF_REASON_CRASHED: the guest or its emulator died
 * @LIBVIRT_DOMAIN_SHUTOFF_REASON_MIGRATED: it went on to another host
 * @LIBVIRT_DOMAIN_SHUTOFF_REASON_SAVED: its memory is in a file and it can be resumed from there
 * @LIBVIRT_DOMAIN_SHUTOFF_REASON_FAILED: its emulator could not be started
 * @LIBVIRT_DOMAIN_SHUTOFF_REASON_FROM_SNAPSHOT: it was set back to a snapshot in which it was off
 * @LIBVIRT_DOMAIN_SHUTOFF_REASON_DAEMON: libvirt stopped it because it could not take control of it
 *   again after a restart of the daemon
 *
 * Why a domain is off: what #LibvirtDomain:state-reason holds in %LIBVIRT_DOMAIN_STATE_SHUTOFF.
 *
 * Mirrors virDomainShutoffReason.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_SHUTOFF_REASON_UNKNOWN = 0,
  LIBVIRT_DOMAIN_SHUTOFF_REASON_SHUTDOWN = 1,
  LIBVIRT_DOMAIN_SHUTOFF_REASON_DESTROYED = 2,
  LIBVIRT_DOMAIN_SHUTOFF_REASON_CRASHED = 3,
  LIBVIRT_DOMAIN_SHUTOFF_REASON_MIGRATED = 4,
  LIBVIRT_DOMAIN_SHUTOFF_REASON_SAVED = 5,
  LIBVIRT_DOMAIN_SHUTOFF_REASON_FAILED = 6,
  LIBVIRT_DOMAIN_SHUTOFF_REASON_FROM_SNAPSHOT = 7,
  LIBVIRT_DOMAIN_SHUTOFF_REASON_DAEMON = 8,
} LibvirtDomainShutoffReason;

/**
 * LibvirtDomainCrashedReason:
 * @LIBVIRT_DOMAIN_CRASHED_REASON_UNKNOWN: the hypervisor did not say how the guest died
 * @LIBVIRT_DOMAIN_CRASHED_REASON_PANICKED: the guest's kernel reported a panic through its panic
 *   device
 *
 * What #LibvirtDomain:state-reason holds in %LIBVIRT_DOMAIN_STATE_CRASHED.
 *
 * Mirrors virDomainCrashedReason.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_CRASHED_REASON_UNKNOWN = 0,
  LIBVIRT_DOMAIN_CRASHED_REASON_PANICKED = 1,
} LibvirtDomainCrashedReason;

/**
 * LibvirtDomainPMSuspendedReason:
 * @LIBVIRT_DOMAIN_PM_SUSPENDED_REASON_UNKNOWN: the one value of this type: who put the guest to
 *   sleep is not recorded
 *
 * What #LibvirtDomain:state-reason holds in %LIBVIRT_DOMAIN_STATE_PMSUSPENDED when the guest sleeps
 * in memory.
 *
 * Mirrors virDomainPMSuspendedReason.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_PM_SUSPENDED_REASON_UNKNOWN = 0,
} LibvirtDomainPMSuspendedReason;

/**
 * LibvirtDomainPMSuspendedDiskReason:
 * @LIBVIRT_DOMAIN_PM_SUSPENDED_DISK_REASON_UNKNOWN: the one value of this type: who made the guest
 *   hibernate is not recorded
 *
 * What #LibvirtDomain:state-reason holds in %LIBVIRT_DOMAIN_STATE_PMSUSPENDED when the guest
 * hibernates.
 *
 * Mirrors virDomainPMSuspendedDiskReason.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_PM_SUSPENDED_DISK_REASON_UNKNOWN = 0,
} LibvirtDomainPMSuspendedDiskReason;

/**
 * LibvirtDomainControlState:
 * @LIBVIRT_DOMAIN_CONTROL_STATE_UNKNOWN: a condition that this library cannot name
 * @LIBVIRT_DOMAIN_CONTROL_STATE_OK: idle and ready for commands
 * @LIBVIRT_DOMAIN_CONTROL_STATE_JOB: busy with a background job; what does not disturb the job
 *   still works
 * @LIBVIRT_DOMAIN_CONTROL_STATE_OCCUPIED: busy with a command that others must wait for
 * @LIBVIRT_DOMAIN_CONTROL_STATE_ERROR: out of reach: most calls on this domain will fail until it
 *   is restarted
 *
 * Whether libvirt can talk to the hypervisor process of a domain: a field of
 * #LibvirtDomainControlInfo, from libvirt_domain_get_control_info().
 *
 * Mirrors virDomainControlState.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_CONTROL_STATE_UNKNOWN = -1,
  LIBVIRT_DOMAIN_CONTROL_STATE_OK = 0,
  LIBVIRT_DOMAIN_CONTROL_STATE_JOB = 1,
  LIBVIRT_DOMAIN_CONTROL_STATE_OCCUPIED = 2,
  LIBVIRT_DOMAIN_CONTROL_STATE_ERROR = 3,
} LibvirtDomainControlState;

/**
 * LibvirtDomainControlErrorReason:
 * @LIBVIRT_DOMAIN_CONTROL_ERROR_REASON_NONE: nothing went wrong, or the daemon is too old to
 *   explain
 * @LIBVIRT_DOMAIN_CONTROL_ERROR_REASON_UNKNOWN: the daemon cannot tell what went wrong
 * @LIBVIRT_DOMAIN_CONTROL_ERROR_REASON_MONITOR: the line to the hypervisor process is broken
 * @LIBVIRT_DOMAIN_CONTROL_ERROR_REASON_INTERNAL: libvirt itself failed while it handled the domain
 *
 * What went wrong in %LIBVIRT_DOMAIN_CONTROL_STATE_ERROR: a field of #LibvirtDomainControlInfo.
 *
 * Mirrors virDomainControlErrorReason.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_CONTROL_ERROR_REASON_NONE = 0,
  LIBVIRT_DOMAIN_CONTROL_ERROR_REASON_UNKNOWN = 1,
  LIBVIRT_DOMAIN_CONTROL_ERROR_REASON_MONITOR = 2,
  LIBVIRT_DOMAIN_CONTROL_ERROR_REASON_INTERNAL = 3,
} LibvirtDomainControlErrorReason;

/**
 * LibvirtDomainModificationImpact:
 * @LIBVIRT_DOMAIN_MODIFICATION_IMPACT_CURRENT: the guest if it is running, else the definition
 * @LIBVIRT_DOMAIN_MODIFICATION_IMPACT_LIVE: the running guest; the change is gone when it stops
 * @LIBVIRT_DOMAIN_MODIFICATION_IMPACT_CONFIG: the stored definition; a running guest does not
 *   notice
 *
 * Where a change is made or a value is read: in the running guest, in the stored definition that
 * takes effect at the next start, or in both. Setters take any combination; getters take one of
 * them.
 *
 * Mirrors virDomainModificationImpact.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_MODIFICATION_IMPACT_CURRENT = 0,
  LIBVIRT_DOMAIN_MODIFICATION_IMPACT_LIVE = 1 << 0,
  LIBVIRT_DOMAIN_MODIFICATION_IMPACT_CONFIG = 1 << 1,
} LibvirtDomainModificationImpact;

/**
 * LibvirtDomainCreateFlags:
 * @LIBVIRT_DOMAIN_CREATE_FLAGS_NONE: boot, or resume from a managed save if there is one
 * @LIBVIRT_DOMAIN_CREATE_FLAGS_START_PAUSED: hold the virtual CPUs until libvirt_domain_resume()
 * @LIBVIRT_DOMAIN_CREATE_FLAGS_START_AUTODESTROY: kill the guest when this connection is closed or
 *   lost
 * @LIBVIRT_DOMAIN_CREATE_FLAGS_START_BYPASS_CACHE: read a managed save without filling the host's
 *   page cache
 * @LIBVIRT_DOMAIN_CREATE_FLAGS_START_FORCE_BOOT: throw away a managed save and boot cold
 * @LIBVIRT_DOMAIN_CREATE_FLAGS_START_VALIDATE: refuse a description that does not fit libvirt's
 *   schema for domains
 * @LIBVIRT_DOMAIN_CREATE_FLAGS_START_RESET_NVRAM: write the firmware's variables anew from their
 *   template
 *
 * How a domain is started, for libvirt_domain_create_with_flags(),
 * libvirt_connect_create_domain_xml() and their variants that pass file descriptors.
 *
 * Mirrors virDomainCreateFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_CREATE_FLAGS_NONE = 0,
  LIBVIRT_DOMAIN_CREATE_FLAGS_START_PAUSED = 1 << 0,
  LIBVIRT_DOMAIN_CREATE_FLAGS_START_AUTODESTROY = 1 << 1,
  LIBVIRT_DOMAIN_CREATE_FLAGS_START_BYPASS_CACHE = 1 << 2,
  LIBVIRT_DOMAIN_CREATE_FLAGS_START_FORCE_BOOT = 1 << 3,
  LIBVIRT_DOMAIN_CREATE_FLAGS_START_VALIDATE = 1 << 4,
  LIBVIRT_DOMAIN_CREATE_FLAGS_START_RESET_NVRAM = 1 << 5,
} LibvirtDomainCreateFlags;

/**
 * LibvirtDomainDefineFlags:
 * @LIBVIRT_DOMAIN_DEFINE_FLAGS_NONE: store it, passing over elements libvirt does not know
 * @LIBVIRT_DOMAIN_DEFINE_FLAGS_VALIDATE: refuse to store a description that does not fit libvirt's
 *   schema for domains
 *
 * How libvirt_connect_define_domain_xml_flags() treats the description it is given.
 *
 * Mirrors virDomainDefineFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_DEFINE_FLAGS_NONE = 0,
  LIBVIRT_DOMAIN_DEFINE_FLAGS_VALIDATE = 1 << 0,
} LibvirtDomainDefineFlags;

/**
 * LibvirtDomainUndefineFlagsValues:
 * @LIBVIRT_DOMAIN_UNDEFINE_FLAGS_VALUES_NONE: only the definition, if nothing else belongs to it
 * @LIBVIRT_DOMAIN_UNDEFINE_FLAGS_VALUES_MANAGED_SAVE: delete the managed save as well
 * @LIBVIRT_DOMAIN_UNDEFINE_FLAGS_VALUES_SNAPSHOTS_METADATA: forget the snapshots; their data in the
 *   images stays
 * @LIBVIRT_DOMAIN_UNDEFINE_FLAGS_VALUES_NVRAM: delete the file with the firmware's variables
 * @LIBVIRT_DOMAIN_UNDEFINE_FLAGS_VALUES_KEEP_NVRAM: leave the file with the firmware's variables
 *   where it is
 * @LIBVIRT_DOMAIN_UNDEFINE_FLAGS_VALUES_CHECKPOINTS_METADATA: forget the checkpoints; their bitmaps
 *   in the images stay
 * @LIBVIRT_DOMAIN_UNDEFINE_FLAGS_VALUES_TPM: delete the state of the emulated TPM, whatever the
 *   definition says about it
 * @LIBVIRT_DOMAIN_UNDEFINE_FLAGS_VALUES_KEEP_TPM: leave the state of the emulated TPM where it is
 *
 * What goes and what stays when libvirt_domain_undefine_flags() removes a stored definition.
 * Without the flag in question, libvirt refuses to leave a managed save, firmware variables,
 * snapshots or checkpoints behind.
 *
 * Mirrors virDomainUndefineFlagsValues.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_UNDEFINE_FLAGS_VALUES_NONE = 0,
  LIBVIRT_DOMAIN_UNDEFINE_FLAGS_VALUES_MANAGED_SAVE = 1 << 0,
  LIBVIRT_DOMAIN_UNDEFINE_FLAGS_VALUES_SNAPSHOTS_METADATA = 1 << 1,
  LIBVIRT_DOMAIN_UNDEFINE_FLAGS_VALUES_NVRAM = 1 << 2,
  LIBVIRT_DOMAIN_UNDEFINE_FLAGS_VALUES_KEEP_NVRAM = 1 << 3,
  LIBVIRT_DOMAIN_UNDEFINE_FLAGS_VALUES_CHECKPOINTS_METADATA = 1 << 4,
  LIBVIRT_DOMAIN_UNDEFINE_FLAGS_VALUES_TPM = 1 << 5,
  LIBVIRT_DOMAIN_UNDEFINE_FLAGS_VALUES_KEEP_TPM = 1 << 6,
} LibvirtDomainUndefineFlagsValues;

/**
 * LibvirtDomainDestroyFlagsValues:
 * @LIBVIRT_DOMAIN_DESTROY_FLAGS_VALUES_DEFAULT: kill the hypervisor process if it does not go at
 *   once; unwritten data may be lost
 * @LIBVIRT_DOMAIN_DESTROY_FLAGS_VALUES_GRACEFUL: give up, with an error, rather than kill a process
 *   that does not end in good order
 * @LIBVIRT_DOMAIN_DESTROY_FLAGS_VALUES_REMOVE_LOGS: also delete the log files of the domain
 *
 * How hard libvirt_domain_destroy_flags() pulls the plug.
 *
 * Mirrors virDomainDestroyFlagsValues.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_DESTROY_FLAGS_VALUES_DEFAULT = 0,
  LIBVIRT_DOMAIN_DESTROY_FLAGS_VALUES_GRACEFUL = 1 << 0,
  LIBVIRT_DOMAIN_DESTROY_FLAGS_VALUES_REMOVE_LOGS = 1 << 1,
} LibvirtDomainDestroyFlagsValues;

/**
 * LibvirtDomainRebootFlagValues:
 * @LIBVIRT_DOMAIN_REBOOT_FLAG_VALUES_DEFAULT: leave the choice of means to the hypervisor
 * @LIBVIRT_DOMAIN_REBOOT_FLAG_VALUES_ACPI_POWER_BTN: press the virtual power button and start the
 *   guest again once it is off
 * @LIBVIRT_DOMAIN_REBOOT_FLAG_VALUES_GUEST_AGENT: let the agent inside the guest restart it
 * @LIBVIRT_DOMAIN_REBOOT_FLAG_VALUES_INITCTL: write the request to the init system of a container
 * @LIBVIRT_DOMAIN_REBOOT_FLAG_VALUES_SIGNAL: send the init process of a container the signal for a
 *   restart
 * @LIBVIRT_DOMAIN_REBOOT_FLAG_VALUES_PARAVIRT: use the control channel of a paravirtualised guest,
 *   as under Xen
 *
 * By which means libvirt_domain_reboot() asks a guest to restart. With several flags the hypervisor
 * tries them in an order of its own.
 *
 * Mirrors virDomainRebootFlagValues.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_REBOOT_FLAG_VALUES_DEFAULT = 0,
  LIBVIRT_DOMAIN_REBOOT_FLAG_VALUES_ACPI_POWER_BTN = 1 << 0,
  LIBVIRT_DOMAIN_REBOOT_FLAG_VALUES_GUEST_AGENT = 1 << 1,
  LIBVIRT_DOMAIN_REBOOT_FLAG_VALUES_INITCTL = 1 << 2,
  LIBVIRT_DOMAIN_REBOOT_FLAG_VALUES_SIGNAL = 1 << 3,
  LIBVIRT_DOMAIN_REBOOT_FLAG_VALUES_PARAVIRT = 1 << 4,
} LibvirtDomainRebootFlagValues;

/**
 * LibvirtDomainShutdownFlagValues:
 * @LIBVIRT_DOMAIN_SHUTDOWN_FLAG_VALUES_DEFAULT: let the hypervisor pick a way that suits the guest
 * @LIBVIRT_DOMAIN_SHUTDOWN_FLAG_VALUES_ACPI_POWER_BTN: press the virtual power button, which the
 *   guest may ignore
 * @LIBVIRT_DOMAIN_SHUTDOWN_FLAG_VALUES_GUEST_AGENT: let the agent inside the guest power it off
 * @LIBVIRT_DOMAIN_SHUTDOWN_FLAG_VALUES_INITCTL: write the request for a halt to the init system of
 *   a container
 * @LIBVIRT_DOMAIN_SHUTDOWN_FLAG_VALUES_SIGNAL: send the init process of a container the signal for
 *   a halt
 * @LIBVIRT_DOMAIN_SHUTDOWN_FLAG_VALUES_PARAVIRT: ask for a halt through the control channel of a
 *   paravirtualised guest
 *
 * By which means libvirt_domain_shutdown_flags() asks a guest to power off. With several flags the
 * hypervisor tries them in an order of its own.
 *
 * Mirrors virDomainShutdownFlagValues.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_SHUTDOWN_FLAG_VALUES_DEFAULT = 0,
  LIBVIRT_DOMAIN_SHUTDOWN_FLAG_VALUES_ACPI_POWER_BTN = 1 << 0,
  LIBVIRT_DOMAIN_SHUTDOWN_FLAG_VALUES_GUEST_AGENT = 1 << 1,
  LIBVIRT_DOMAIN_SHUTDOWN_FLAG_VALUES_INITCTL = 1 << 2,
  LIBVIRT_DOMAIN_SHUTDOWN_FLAG_VALUES_SIGNAL = 1 << 3,
  LIBVIRT_DOMAIN_SHUTDOWN_FLAG_VALUES_PARAVIRT = 1 << 4,
} LibvirtDomainShutdownFlagValues;

/**
 * LibvirtDomainXMLFlags:
 * @LIBVIRT_DOMAIN_XML_FLAGS_NONE: the running guest if it is active, else the stored definition;
 *   passwords left out
 * @LIBVIRT_DOMAIN_XML_FLAGS_SECURE: with passwords and other secrets; refused on a read-only
 *   connection
 * @LIBVIRT_DOMAIN_XML_FLAGS_INACTIVE: the definition for the next start, even while the guest runs
 * @LIBVIRT_DOMAIN_XML_FLAGS_UPDATE_CPU: with the CPU filled in as the host would provide it
 * @LIBVIRT_DOMAIN_XML_FLAGS_MIGRATABLE: in the form that another, perhaps older, libvirt accepts
 *   for the same guest
 *
 * What the description that libvirt_domain_get_xml_desc() returns contains.
 *
 * Mirrors virDomainXMLFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_XML_FLAGS_NONE = 0,
  LIBVIRT_DOMAIN_XML_FLAGS_SECURE = 1 << 0,
  LIBVIRT_DOMAIN_XML_FLAGS_INACTIVE = 1 << 1,
  LIBVIRT_DOMAIN_XML_FLAGS_UPDATE_CPU = 1 << 2,
  LIBVIRT_DOMAIN_XML_FLAGS_MIGRATABLE = 1 << 3,
} LibvirtDomainXMLFlags;

/**
 * LibvirtDomainSaveRestoreFlags:
 * @LIBVIRT_DOMAIN_SAVE_RESTORE_FLAGS_NONE: use the page cache, and keep the state the guest was in
 * @LIBVIRT_DOMAIN_SAVE_RESTORE_FLAGS_BYPASS_CACHE: read or write the image directly, sparing the
 *   host's page cache
 * @LIBVIRT_DOMAIN_SAVE_RESTORE_FLAGS_RUNNING: let the guest run after it is resumed, even if it was
 *   paused
 * @LIBVIRT_DOMAIN_SAVE_RESTORE_FLAGS_PAUSED: keep the guest paused after it is resumed, even if it
 *   ran
 * @LIBVIRT_DOMAIN_SAVE_RESTORE_FLAGS_RESET_NVRAM: resume with firmware variables taken anew from
 *   their template
 *
 * How a guest's memory is saved and resumed, for libvirt_domain_save_flags(),
 * libvirt_domain_managed_save(), libvirt_connect_domain_restore_flags() and their relatives.
 * Without a choice, a guest resumes in the state it was saved in.
 *
 * Mirrors virDomainSaveRestoreFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_SAVE_RESTORE_FLAGS_NONE = 0,
  LIBVIRT_DOMAIN_SAVE_RESTORE_FLAGS_BYPASS_CACHE = 1 << 0,
  LIBVIRT_DOMAIN_SAVE_RESTORE_FLAGS_RUNNING = 1 << 1,
  LIBVIRT_DOMAIN_SAVE_RESTORE_FLAGS_PAUSED = 1 << 2,
  LIBVIRT_DOMAIN_SAVE_RESTORE_FLAGS_RESET_NVRAM = 1 << 3,
} LibvirtDomainSaveRestoreFlags;

/**
 * LibvirtDomainSaveImageXMLFlags:
 * @LIBVIRT_DOMAIN_SAVE_IMAGE_XML_FLAGS_NONE: no passwords
 * @LIBVIRT_DOMAIN_SAVE_IMAGE_XML_FLAGS_SECURE: passwords too; refused on a read-only connection
 *
 * What libvirt_connect_domain_save_image_get_xml_desc() and
 * libvirt_domain_managed_save_get_xml_desc() reveal of the description stored in a saved image.
 *
 * Mirrors virDomainSaveImageXMLFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_SAVE_IMAGE_XML_FLAGS_NONE = 0,
  LIBVIRT_DOMAIN_SAVE_IMAGE_XML_FLAGS_SECURE = 1 << 0,
} LibvirtDomainSaveImageXMLFlags;

/**
 * LibvirtDomainMetadataType:
 * @LIBVIRT_DOMAIN_METADATA_TYPE_UNKNOWN: a kind of text that came with a newer libvirt
 * @LIBVIRT_DOMAIN_METADATA_TYPE_DESCRIPTION: free text of any length
 * @LIBVIRT_DOMAIN_METADATA_TYPE_TITLE: a short name on a single line
 * @LIBVIRT_DOMAIN_METADATA_TYPE_ELEMENT: XML of an application, found by the URI of its namespace
 *
 * The texts that a domain's definition carries for people and programs: what
 * libvirt_domain_get_metadata() and libvirt_domain_set_metadata() work on, and what
 * #LibvirtDomain::event-metadata-change tells about.
 *
 * Mirrors virDomainMetadataType.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_METADATA_TYPE_UNKNOWN = -1,
  LIBVIRT_DOMAIN_METADATA_TYPE_DESCRIPTION = 0,
  LIBVIRT_DOMAIN_METADATA_TYPE_TITLE = 1,
  LIBVIRT_DOMAIN_METADATA_TYPE_ELEMENT = 2,
} LibvirtDomainMetadataType;

/**
 * LibvirtDomainStatsTypes:
 * @LIBVIRT_DOMAIN_STATS_TYPES_NONE: all groups the hypervisor can deliver
 * @LIBVIRT_DOMAIN_STATS_TYPES_STATE: state and reason
 * @LIBVIRT_DOMAIN_STATS_TYPES_CPU_TOTAL: CPU time used, in nanoseconds
 * @LIBVIRT_DOMAIN_STATS_TYPES_BALLOON: size and use of the guest's memory, in KiB
 * @LIBVIRT_DOMAIN_STATS_TYPES_VCPU: state and CPU time of each virtual CPU
 * @LIBVIRT_DOMAIN_STATS_TYPES_INTERFACE: bytes, packets, errors and drops of each network interface
 * @LIBVIRT_DOMAIN_STATS_TYPES_BLOCK: requests, bytes, times and sizes of each disk
 * @LIBVIRT_DOMAIN_STATS_TYPES_PERF: the counters switched on with libvirt_domain_set_perf_events()
 * @LIBVIRT_DOMAIN_STATS_TYPES_IOTHREAD: polling figures of each I/O thread
 * @LIBVIRT_DOMAIN_STATS_TYPES_MEMORY: memory bandwidth of the cache monitoring groups
 * @LIBVIRT_DOMAIN_STATS_TYPES_DIRTYRATE: the last result of libvirt_domain_start_dirty_rate_calc()
 * @LIBVIRT_DOMAIN_STATS_TYPES_VM: figures in the hypervisor's own words, which differ between
 *   hypervisors
 *
 * The groups of figures in the records of libvirt_connect_get_all_domain_stats() and
 * libvirt_domain_list_get_stats(). Keys begin with the name of their group.
 *
 * Mirrors virDomainStatsTypes.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_STATS_TYPES_NONE = 0,
  LIBVIRT_DOMAIN_STATS_TYPES_STATE = 1 << 0,
  LIBVIRT_DOMAIN_STATS_TYPES_CPU_TOTAL = 1 << 1,
  LIBVIRT_DOMAIN_STATS_TYPES_BALLOON = 1 << 2,
  LIBVIRT_DOMAIN_STATS_TYPES_VCPU = 1 << 3,
  LIBVIRT_DOMAIN_STATS_TYPES_INTERFACE = 1 << 4,
  LIBVIRT_DOMAIN_STATS_TYPES_BLOCK = 1 << 5,
  LIBVIRT_DOMAIN_STATS_TYPES_PERF = 1 << 6,
  LIBVIRT_DOMAIN_STATS_TYPES_IOTHREAD = 1 << 7,
  LIBVIRT_DOMAIN_STATS_TYPES_MEMORY = 1 << 8,
  LIBVIRT_DOMAIN_STATS_TYPES_DIRTYRATE = 1 << 9,
  LIBVIRT_DOMAIN_STATS_TYPES_VM = 1 << 10,
} LibvirtDomainStatsTypes;

/**
 * LibvirtDomainMessageType:
 * @LIBVIRT_DOMAIN_MESSAGE_TYPE_NONE: messages of all kinds
 * @LIBVIRT_DOMAIN_MESSAGE_TYPE_DEPRECATION: the definition uses something that is going to be
 *   dropped
 * @LIBVIRT_DOMAIN_MESSAGE_TYPE_TAINTING: the guest runs in a way that its support does not cover
 * @LIBVIRT_DOMAIN_MESSAGE_TYPE_IOERRORS: the last error that each disk image reported; needs
 *   libvirt 11.1
 *
 * What libvirt_domain_get_messages() collects.
 *
 * Mirrors virDomainMessageType.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_MESSAGE_TYPE_NONE = 0,
  LIBVIRT_DOMAIN_MESSAGE_TYPE_DEPRECATION = 1 << 0,
  LIBVIRT_DOMAIN_MESSAGE_TYPE_TAINTING = 1 << 1,
  LIBVIRT_DOMAIN_MESSAGE_TYPE_IOERRORS = 1 << 2,
} LibvirtDomainMessageType;

/**
 * LibvirtDomainDeviceModifyFlags:
 * @LIBVIRT_DOMAIN_DEVICE_MODIFY_FLAGS_CURRENT: in the guest if it runs, else for the next start
 * @LIBVIRT_DOMAIN_DEVICE_MODIFY_FLAGS_LIVE: in the guest that is running now
 * @LIBVIRT_DOMAIN_DEVICE_MODIFY_FLAGS_CONFIG: in the definition, for later starts
 * @LIBVIRT_DOMAIN_DEVICE_MODIFY_FLAGS_FORCE: even if the guest objects, as with a locked CD tray
 *
 * Where libvirt_domain_attach_device_flags(), libvirt_domain_update_device_flags(),
 * libvirt_domain_detach_device_flags() and libvirt_domain_detach_device_alias() change a device.
 *
 * Mirrors virDomainDeviceModifyFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_DEVICE_MODIFY_FLAGS_CURRENT = 0,
  LIBVIRT_DOMAIN_DEVICE_MODIFY_FLAGS_LIVE = 1 << 0,
  LIBVIRT_DOMAIN_DEVICE_MODIFY_FLAGS_CONFIG = 1 << 1,
  LIBVIRT_DOMAIN_DEVICE_MODIFY_FLAGS_FORCE = 1 << 2,
} LibvirtDomainDeviceModifyFlags;

/**
 * LibvirtDomainLifecycle:
 * @LIBVIRT_DOMAIN_LIFECYCLE_POWEROFF: the guest powered itself off
 * @LIBVIRT_DOMAIN_LIFECYCLE_REBOOT: the guest asked to be restarted
 * @LIBVIRT_DOMAIN_LIFECYCLE_CRASH: the guest's kernel or its emulator died
 *
 * The occasions that libvirt_domain_set_lifecycle_action() gives a consequence to.
 *
 * Mirrors virDomainLifecycle.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_LIFECYCLE_POWEROFF = 0,
  LIBVIRT_DOMAIN_LIFECYCLE_REBOOT = 1,
  LIBVIRT_DOMAIN_LIFECYCLE_CRASH = 2,
} LibvirtDomainLifecycle;

/**
 * LibvirtDomainLifecycleAction:
 * @LIBVIRT_DOMAIN_LIFECYCLE_ACTION_DESTROY: it is stopped and its resources are freed
 * @LIBVIRT_DOMAIN_LIFECYCLE_ACTION_RESTART: it is started again with the same definition
 * @LIBVIRT_DOMAIN_LIFECYCLE_ACTION_RESTART_RENAME: it is started again under a new name, the
 *   remains keep the old one
 * @LIBVIRT_DOMAIN_LIFECYCLE_ACTION_PRESERVE: the remains are kept, for analysis
 * @LIBVIRT_DOMAIN_LIFECYCLE_ACTION_COREDUMP_DESTROY: its memory is dumped, then it is stopped
 * @LIBVIRT_DOMAIN_LIFECYCLE_ACTION_COREDUMP_RESTART: its memory is dumped, then it is started again
 * @LIBVIRT_DOMAIN_LIFECYCLE_ACTION_PRESERVE_RUNNING: the remains are kept and stay in the state
 *   they are in; needs libvirt 12.6
 *
 * What happens to a domain on an occasion from #LibvirtDomainLifecycle, chosen with
 * libvirt_domain_set_lifecycle_action().
 *
 * Mirrors virDomainLifecycleAction.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_LIFECYCLE_ACTION_DESTROY = 0,
  LIBVIRT_DOMAIN_LIFECYCLE_ACTION_RESTART = 1,
  LIBVIRT_DOMAIN_LIFECYCLE_ACTION_RESTART_RENAME = 2,
  LIBVIRT_DOMAIN_LIFECYCLE_ACTION_PRESERVE = 3,
  LIBVIRT_DOMAIN_LIFECYCLE_ACTION_COREDUMP_DESTROY = 4,
  LIBVIRT_DOMAIN_LIFECYCLE_ACTION_COREDUMP_RESTART = 5,
  LIBVIRT_DOMAIN_LIFECYCLE_ACTION_PRESERVE_RUNNING = 6,
} LibvirtDomainLifecycleAction;

G_END_DECLS
