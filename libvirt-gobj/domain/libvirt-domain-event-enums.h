/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-types.h>

G_BEGIN_DECLS

/**
 * LibvirtDomainEventID:
 * @LIBVIRT_DOMAIN_EVENT_ID_LIFECYCLE: started, stopped, paused, redefined and so on:
 *   #LibvirtDomain::event-lifecycle
 * @LIBVIRT_DOMAIN_EVENT_ID_REBOOT: the guest restarted in place: #LibvirtDomain::event-reboot
 * @LIBVIRT_DOMAIN_EVENT_ID_RTC_CHANGE: the guest set its clock: #LibvirtDomain::event-rtc-change
 * @LIBVIRT_DOMAIN_EVENT_ID_WATCHDOG: the guest stopped feeding its watchdog:
 *   #LibvirtDomain::event-watchdog
 * @LIBVIRT_DOMAIN_EVENT_ID_IO_ERROR: a disk failed or is full: #LibvirtDomain::event-io-error
 * @LIBVIRT_DOMAIN_EVENT_ID_GRAPHICS: a viewer came or went: #LibvirtDomain::event-graphics
 * @LIBVIRT_DOMAIN_EVENT_ID_IO_ERROR_REASON: the same failure, with its cause:
 *   #LibvirtDomain::event-io-error-reason
 * @LIBVIRT_DOMAIN_EVENT_ID_CONTROL_ERROR: the hypervisor process is out of reach:
 *   #LibvirtDomain::event-control-error
 * @LIBVIRT_DOMAIN_EVENT_ID_BLOCK_JOB: a copy, commit or pull ended, disk given by path:
 *   #LibvirtDomain::event-block-job
 * @LIBVIRT_DOMAIN_EVENT_ID_DISK_CHANGE: a start went on without a missing disk:
 *   #LibvirtDomain::event-disk-change
 * @LIBVIRT_DOMAIN_EVENT_ID_TRAY_CHANGE: a CD or floppy tray moved:
 *   #LibvirtDomain::event-tray-change
 * @LIBVIRT_DOMAIN_EVENT_ID_PMWAKEUP: the guest woke from its sleep: #LibvirtDomain::event-pmwakeup
 * @LIBVIRT_DOMAIN_EVENT_ID_PMSUSPEND: the guest went to sleep in memory:
 *   #LibvirtDomain::event-pmsuspend
 * @LIBVIRT_DOMAIN_EVENT_ID_BALLOON_CHANGE: the guest's memory grew or shrank:
 *   #LibvirtDomain::event-balloon-change
 * @LIBVIRT_DOMAIN_EVENT_ID_PMSUSPEND_DISK: the guest hibernated:
 *   #LibvirtDomain::event-pmsuspend-disk
 * @LIBVIRT_DOMAIN_EVENT_ID_DEVICE_REMOVED: the guest let go of a device:
 *   #LibvirtDomain::event-device-removed
 * @LIBVIRT_DOMAIN_EVENT_ID_BLOCK_JOB_2: a copy, commit or pull ended, disk given by target name:
 *   #LibvirtDomain::event-block-job-2
 * @LIBVIRT_DOMAIN_EVENT_ID_TUNABLE: a tuning value was changed: #LibvirtDomain::event-tunable
 * @LIBVIRT_DOMAIN_EVENT_ID_AGENT_LIFECYCLE: the guest agent came or went:
 *   #LibvirtDomain::event-agent-lifecycle
 * @LIBVIRT_DOMAIN_EVENT_ID_DEVICE_ADDED: a device was plugged in:
 *   #LibvirtDomain::event-device-added
 * @LIBVIRT_DOMAIN_EVENT_ID_MIGRATION_ITERATION: one more pass over the guest's memory began:
 *   #LibvirtDomain::event-migration-iteration
 * @LIBVIRT_DOMAIN_EVENT_ID_JOB_COMPLETED: a job on the whole domain ended:
 *   #LibvirtDomain::event-job-completed
 * @LIBVIRT_DOMAIN_EVENT_ID_DEVICE_REMOVAL_FAILED: the guest kept a device:
 *   #LibvirtDomain::event-device-removal-failed
 * @LIBVIRT_DOMAIN_EVENT_ID_METADATA_CHANGE: title, description or an application's XML changed:
 *   #LibvirtDomain::event-metadata-change
 * @LIBVIRT_DOMAIN_EVENT_ID_BLOCK_THRESHOLD: writing passed the mark that was set:
 *   #LibvirtDomain::event-block-threshold
 * @LIBVIRT_DOMAIN_EVENT_ID_MEMORY_FAILURE: the host's memory broke under the guest:
 *   #LibvirtDomain::event-memory-failure
 * @LIBVIRT_DOMAIN_EVENT_ID_MEMORY_DEVICE_SIZE_CHANGE: a virtio-mem device reached another size:
 *   #LibvirtDomain::event-memory-device-size-change
 * @LIBVIRT_DOMAIN_EVENT_ID_NIC_MAC_CHANGE: the guest gave a network card another address:
 *   #LibvirtDomain::event-nic-mac-change; needs libvirt 11.2
 * @LIBVIRT_DOMAIN_EVENT_ID_VCPU_REMOVED: the guest let go of a virtual CPU:
 *   #LibvirtDomain::event-vcpu-removed; needs libvirt 12.4
 * @LIBVIRT_DOMAIN_EVENT_ID_CHANNEL_LIFECYCLE: a program in the guest opened or closed a channel:
 *   #LibvirtDomain::event-channel-lifecycle; needs libvirt 12.4
 *
 * The events that libvirt has for domains, by the number that #LibvirtConnect::event-raw carries.
 * Each is a signal of #LibvirtDomain, named here, and one of #LibvirtConnect with `domain-` in
 * front of its name.
 *
 * Mirrors virDomainEventID.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_EVENT_ID_LIFECYCLE = 0,
  LIBVIRT_DOMAIN_EVENT_ID_REBOOT = 1,
  LIBVIRT_DOMAIN_EVENT_ID_RTC_CHANGE = 2,
  LIBVIRT_DOMAIN_EVENT_ID_WATCHDOG = 3,
  LIBVIRT_DOMAIN_EVENT_ID_IO_ERROR = 4,
  LIBVIRT_DOMAIN_EVENT_ID_GRAPHICS = 5,
  LIBVIRT_DOMAIN_EVENT_ID_IO_ERROR_REASON = 6,
  LIBVIRT_DOMAIN_EVENT_ID_CONTROL_ERROR = 7,
  LIBVIRT_DOMAIN_EVENT_ID_BLOCK_JOB = 8,
  LIBVIRT_DOMAIN_EVENT_ID_DISK_CHANGE = 9,
  LIBVIRT_DOMAIN_EVENT_ID_TRAY_CHANGE = 10,
  LIBVIRT_DOMAIN_EVENT_ID_PMWAKEUP = 11,
  LIBVIRT_DOMAIN_EVENT_ID_PMSUSPEND = 12,
  LIBVIRT_DOMAIN_EVENT_ID_BALLOON_CHANGE = 13,
  LIBVIRT_DOMAIN_EVENT_ID_PMSUSPEND_DISK = 14,
  LIBVIRT_DOMAIN_EVENT_ID_DEVICE_REMOVED = 15,
  LIBVIRT_DOMAIN_EVENT_ID_BLOCK_JOB_2 = 16,
  LIBVIRT_DOMAIN_EVENT_ID_TUNABLE = 17,
  LIBVIRT_DOMAIN_EVENT_ID_AGENT_LIFECYCLE = 18,
  LIBVIRT_DOMAIN_EVENT_ID_DEVICE_ADDED = 19,
  LIBVIRT_DOMAIN_EVENT_ID_MIGRATION_ITERATION = 20,
  LIBVIRT_DOMAIN_EVENT_ID_JOB_COMPLETED = 21,
  LIBVIRT_DOMAIN_EVENT_ID_DEVICE_REMOVAL_FAILED = 22,
  LIBVIRT_DOMAIN_EVENT_ID_METADATA_CHANGE = 23,
  LIBVIRT_DOMAIN_EVENT_ID_BLOCK_THRESHOLD = 24,
  LIBVIRT_DOMAIN_EVENT_ID_MEMORY_FAILURE = 25,
  LIBVIRT_DOMAIN_EVENT_ID_MEMORY_DEVICE_SIZE_CHANGE = 26,
  LIBVIRT_DOMAIN_EVENT_ID_NIC_MAC_CHANGE = 27,
  LIBVIRT_DOMAIN_EVENT_ID_VCPU_REMOVED = 28,
  LIBVIRT_DOMAIN_EVENT_ID_CHANNEL_LIFECYCLE = 29,
} LibvirtDomainEventID;

/**
 * LibvirtDomainEventType:
 * @LIBVIRT_DOMAIN_EVENT_TYPE_UNKNOWN: something that this version of the library has no name for
 * @LIBVIRT_DOMAIN_EVENT_TYPE_DEFINED: its definition was stored or replaced
 * @LIBVIRT_DOMAIN_EVENT_TYPE_UNDEFINED: its stored definition was removed
 * @LIBVIRT_DOMAIN_EVENT_TYPE_STARTED: it has begun to exist as a running or paused guest
 * @LIBVIRT_DOMAIN_EVENT_TYPE_SUSPENDED: its virtual CPUs were held
 * @LIBVIRT_DOMAIN_EVENT_TYPE_RESUMED: its virtual CPUs were set going again
 * @LIBVIRT_DOMAIN_EVENT_TYPE_STOPPED: it has ceased to run
 * @LIBVIRT_DOMAIN_EVENT_TYPE_SHUTDOWN: the guest's system has finished, the virtual machine is
 *   still there
 * @LIBVIRT_DOMAIN_EVENT_TYPE_PMSUSPENDED: the guest's own power management put it to sleep or into
 *   hibernation
 * @LIBVIRT_DOMAIN_EVENT_TYPE_CRASHED: the guest's system died
 *
 * What happened to a domain: the first argument of #LibvirtDomain::event-lifecycle and, by its
 * nick, the signal's detail. The second argument is a number that says more; each kind of event has
 * a type of its own for it, such as #LibvirtDomainEventStartedDetailType.
 *
 * Mirrors virDomainEventType.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_EVENT_TYPE_UNKNOWN = -1,
  LIBVIRT_DOMAIN_EVENT_TYPE_DEFINED = 0,
  LIBVIRT_DOMAIN_EVENT_TYPE_UNDEFINED = 1,
  LIBVIRT_DOMAIN_EVENT_TYPE_STARTED = 2,
  LIBVIRT_DOMAIN_EVENT_TYPE_SUSPENDED = 3,
  LIBVIRT_DOMAIN_EVENT_TYPE_RESUMED = 4,
  LIBVIRT_DOMAIN_EVENT_TYPE_STOPPED = 5,
  LIBVIRT_DOMAIN_EVENT_TYPE_SHUTDOWN = 6,
  LIBVIRT_DOMAIN_EVENT_TYPE_PMSUSPENDED = 7,
  LIBVIRT_DOMAIN_EVENT_TYPE_CRASHED = 8,
} LibvirtDomainEventType;

/**
 * LibvirtDomainEventDefinedDetailType:
 * @LIBVIRT_DOMAIN_EVENT_DEFINED_DETAIL_TYPE_UNKNOWN: none of the ways to store a definition that
 *   this library knows
 * @LIBVIRT_DOMAIN_EVENT_DEFINED_DETAIL_TYPE_ADDED: the host did not know the domain before
 * @LIBVIRT_DOMAIN_EVENT_DEFINED_DETAIL_TYPE_UPDATED: the domain was known and something about it is
 *   different now
 * @LIBVIRT_DOMAIN_EVENT_DEFINED_DETAIL_TYPE_RENAMED: only the name is different; an event about the
 *   old name comes with it
 * @LIBVIRT_DOMAIN_EVENT_DEFINED_DETAIL_TYPE_FROM_SNAPSHOT: the domain went back to the definition
 *   it had in a snapshot
 *
 * The number that comes with %LIBVIRT_DOMAIN_EVENT_TYPE_DEFINED.
 *
 * Mirrors virDomainEventDefinedDetailType.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_EVENT_DEFINED_DETAIL_TYPE_UNKNOWN = -1,
  LIBVIRT_DOMAIN_EVENT_DEFINED_DETAIL_TYPE_ADDED = 0,
  LIBVIRT_DOMAIN_EVENT_DEFINED_DETAIL_TYPE_UPDATED = 1,
  LIBVIRT_DOMAIN_EVENT_DEFINED_DETAIL_TYPE_RENAMED = 2,
  LIBVIRT_DOMAIN_EVENT_DEFINED_DETAIL_TYPE_FROM_SNAPSHOT = 3,
} LibvirtDomainEventDefinedDetailType;

/**
 * LibvirtDomainEventUndefinedDetailType:
 * @LIBVIRT_DOMAIN_EVENT_UNDEFINED_DETAIL_TYPE_UNKNOWN: none of the ways to lose a definition that
 *   this library knows
 * @LIBVIRT_DOMAIN_EVENT_UNDEFINED_DETAIL_TYPE_REMOVED: the definition was deleted
 * @LIBVIRT_DOMAIN_EVENT_UNDEFINED_DETAIL_TYPE_RENAMED: the definition lives on under another name
 *
 * The number that comes with %LIBVIRT_DOMAIN_EVENT_TYPE_UNDEFINED.
 *
 * Mirrors virDomainEventUndefinedDetailType.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_EVENT_UNDEFINED_DETAIL_TYPE_UNKNOWN = -1,
  LIBVIRT_DOMAIN_EVENT_UNDEFINED_DETAIL_TYPE_REMOVED = 0,
  LIBVIRT_DOMAIN_EVENT_UNDEFINED_DETAIL_TYPE_RENAMED = 1,
} LibvirtDomainEventUndefinedDetailType;

/**
 * LibvirtDomainEventStartedDetailType:
 * @LIBVIRT_DOMAIN_EVENT_STARTED_DETAIL_TYPE_UNKNOWN: none of the ways to start that this library
 *   knows
 * @LIBVIRT_DOMAIN_EVENT_STARTED_DETAIL_TYPE_BOOTED: from scratch
 * @LIBVIRT_DOMAIN_EVENT_STARTED_DETAIL_TYPE_MIGRATED: by coming from another host
 * @LIBVIRT_DOMAIN_EVENT_STARTED_DETAIL_TYPE_RESTORED: with the memory of a saved image
 * @LIBVIRT_DOMAIN_EVENT_STARTED_DETAIL_TYPE_FROM_SNAPSHOT: with the memory of a snapshot
 * @LIBVIRT_DOMAIN_EVENT_STARTED_DETAIL_TYPE_WAKEUP: by leaving hibernation
 * @LIBVIRT_DOMAIN_EVENT_STARTED_DETAIL_TYPE_RECREATED: anew in place of a confidential guest, which
 *   cannot be reset; needs libvirt 11.6
 *
 * The number that comes with %LIBVIRT_DOMAIN_EVENT_TYPE_STARTED.
 *
 * Mirrors virDomainEventStartedDetailType.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_EVENT_STARTED_DETAIL_TYPE_UNKNOWN = -1,
  LIBVIRT_DOMAIN_EVENT_STARTED_DETAIL_TYPE_BOOTED = 0,
  LIBVIRT_DOMAIN_EVENT_STARTED_DETAIL_TYPE_MIGRATED = 1,
  LIBVIRT_DOMAIN_EVENT_STARTED_DETAIL_TYPE_RESTORED = 2,
  LIBVIRT_DOMAIN_EVENT_STARTED_DETAIL_TYPE_FROM_SNAPSHOT = 3,
  LIBVIRT_DOMAIN_EVENT_STARTED_DETAIL_TYPE_WAKEUP = 4,
  LIBVIRT_DOMAIN_EVENT_STARTED_DETAIL_TYPE_RECREATED = 5,
} LibvirtDomainEventStartedDetailType;

/**
 * LibvirtDomainEventSuspendedDetailType:
 * @LIBVIRT_DOMAIN_EVENT_SUSPENDED_DETAIL_TYPE_UNKNOWN: none of the ways to be held that this
 *   library knows
 * @LIBVIRT_DOMAIN_EVENT_SUSPENDED_DETAIL_TYPE_PAUSED: by somebody's request
 * @LIBVIRT_DOMAIN_EVENT_SUSPENDED_DETAIL_TYPE_MIGRATED: for the final phase of a migration
 * @LIBVIRT_DOMAIN_EVENT_SUSPENDED_DETAIL_TYPE_IOERROR: by a failing or full disk
 * @LIBVIRT_DOMAIN_EVENT_SUSPENDED_DETAIL_TYPE_WATCHDOG: because the guest no longer fed its
 *   watchdog
 * @LIBVIRT_DOMAIN_EVENT_SUSPENDED_DETAIL_TYPE_RESTORED: because the saved image it came from was
 *   that of a paused guest
 * @LIBVIRT_DOMAIN_EVENT_SUSPENDED_DETAIL_TYPE_FROM_SNAPSHOT: because the snapshot it came from was
 *   that of a paused guest
 * @LIBVIRT_DOMAIN_EVENT_SUSPENDED_DETAIL_TYPE_API_ERROR: because an operation stopped it for a
 *   moment and could not start it again
 * @LIBVIRT_DOMAIN_EVENT_SUSPENDED_DETAIL_TYPE_POSTCOPY: because its execution has passed to the new
 *   host while memory is still to follow
 * @LIBVIRT_DOMAIN_EVENT_SUSPENDED_DETAIL_TYPE_POSTCOPY_FAILED: because memory can no longer follow
 *   it to the new host
 * @LIBVIRT_DOMAIN_EVENT_SUSPENDED_DETAIL_TYPE_GUEST_SHUTDOWN: because it has powered off while a
 *   backup still needs it; needs libvirt 11.10
 *
 * The number that comes with %LIBVIRT_DOMAIN_EVENT_TYPE_SUSPENDED.
 *
 * Mirrors virDomainEventSuspendedDetailType.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_EVENT_SUSPENDED_DETAIL_TYPE_UNKNOWN = -1,
  LIBVIRT_DOMAIN_EVENT_SUSPENDED_DETAIL_TYPE_PAUSED = 0,
  LIBVIRT_DOMAIN_EVENT_SUSPENDED_DETAIL_TYPE_MIGRATED = 1,
  LIBVIRT_DOMAIN_EVENT_SUSPENDED_DETAIL_TYPE_IOERROR = 2,
  LIBVIRT_DOMAIN_EVENT_SUSPENDED_DETAIL_TYPE_WATCHDOG = 3,
  LIBVIRT_DOMAIN_EVENT_SUSPENDED_DETAIL_TYPE_RESTORED = 4,
  LIBVIRT_DOMAIN_EVENT_SUSPENDED_DETAIL_TYPE_FROM_SNAPSHOT = 5,
  LIBVIRT_DOMAIN_EVENT_SUSPENDED_DETAIL_TYPE_API_ERROR = 6,
  LIBVIRT_DOMAIN_EVENT_SUSPENDED_DETAIL_TYPE_POSTCOPY = 7,
  LIBVIRT_DOMAIN_EVENT_SUSPENDED_DETAIL_TYPE_POSTCOPY_FAILED = 8,
  LIBVIRT_DOMAIN_EVENT_SUSPENDED_DETAIL_TYPE_GUEST_SHUTDOWN = 9,
} LibvirtDomainEventSuspendedDetailType;

/**
 * LibvirtDomainEventResumedDetailType:
 * @LIBVIRT_DOMAIN_EVENT_RESUMED_DETAIL_TYPE_UNKNOWN: none of the ways to go on that this library
 *   knows
 * @LIBVIRT_DOMAIN_EVENT_RESUMED_DETAIL_TYPE_UNPAUSED: at somebody's request
 * @LIBVIRT_DOMAIN_EVENT_RESUMED_DETAIL_TYPE_MIGRATED: at the end of a migration, on the host where
 *   the guest now is
 * @LIBVIRT_DOMAIN_EVENT_RESUMED_DETAIL_TYPE_FROM_SNAPSHOT: because it was set back to a snapshot of
 *   a running guest
 * @LIBVIRT_DOMAIN_EVENT_RESUMED_DETAIL_TYPE_POSTCOPY: on the new host, ahead of the rest of its
 *   memory
 * @LIBVIRT_DOMAIN_EVENT_RESUMED_DETAIL_TYPE_POSTCOPY_FAILED: on the new host, although the rest of
 *   its memory cannot come for now
 *
 * The number that comes with %LIBVIRT_DOMAIN_EVENT_TYPE_RESUMED.
 *
 * Mirrors virDomainEventResumedDetailType.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_EVENT_RESUMED_DETAIL_TYPE_UNKNOWN = -1,
  LIBVIRT_DOMAIN_EVENT_RESUMED_DETAIL_TYPE_UNPAUSED = 0,
  LIBVIRT_DOMAIN_EVENT_RESUMED_DETAIL_TYPE_MIGRATED = 1,
  LIBVIRT_DOMAIN_EVENT_RESUMED_DETAIL_TYPE_FROM_SNAPSHOT = 2,
  LIBVIRT_DOMAIN_EVENT_RESUMED_DETAIL_TYPE_POSTCOPY = 3,
  LIBVIRT_DOMAIN_EVENT_RESUMED_DETAIL_TYPE_POSTCOPY_FAILED = 4,
} LibvirtDomainEventResumedDetailType;

/**
 * LibvirtDomainEventStoppedDetailType:
 * @LIBVIRT_DOMAIN_EVENT_STOPPED_DETAIL_TYPE_UNKNOWN: none of the ways to end that this library
 *   knows
 * @LIBVIRT_DOMAIN_EVENT_STOPPED_DETAIL_TYPE_SHUTDOWN: the guest had powered off
 * @LIBVIRT_DOMAIN_EVENT_STOPPED_DETAIL_TYPE_DESTROYED: somebody pulled the plug
 * @LIBVIRT_DOMAIN_EVENT_STOPPED_DETAIL_TYPE_CRASHED: the guest or its emulator broke down
 * @LIBVIRT_DOMAIN_EVENT_STOPPED_DETAIL_TYPE_MIGRATED: the guest now runs on another host
 * @LIBVIRT_DOMAIN_EVENT_STOPPED_DETAIL_TYPE_SAVED: the guest's memory went to a file
 * @LIBVIRT_DOMAIN_EVENT_STOPPED_DETAIL_TYPE_FAILED: the host could not go on with it, or could not
 *   even start it
 * @LIBVIRT_DOMAIN_EVENT_STOPPED_DETAIL_TYPE_FROM_SNAPSHOT: the domain was set back to a snapshot in
 *   which it was off
 * @LIBVIRT_DOMAIN_EVENT_STOPPED_DETAIL_TYPE_RECREATED: a confidential guest asked for a reset and
 *   is being built anew; needs libvirt 11.6
 *
 * The number that comes with %LIBVIRT_DOMAIN_EVENT_TYPE_STOPPED.
 *
 * Mirrors virDomainEventStoppedDetailType.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_EVENT_STOPPED_DETAIL_TYPE_UNKNOWN = -1,
  LIBVIRT_DOMAIN_EVENT_STOPPED_DETAIL_TYPE_SHUTDOWN = 0,
  LIBVIRT_DOMAIN_EVENT_STOPPED_DETAIL_TYPE_DESTROYED = 1,
  LIBVIRT_DOMAIN_EVENT_STOPPED_DETAIL_TYPE_CRASHED = 2,
  LIBVIRT_DOMAIN_EVENT_STOPPED_DETAIL_TYPE_MIGRATED = 3,
  LIBVIRT_DOMAIN_EVENT_STOPPED_DETAIL_TYPE_SAVED = 4,
  LIBVIRT_DOMAIN_EVENT_STOPPED_DETAIL_TYPE_FAILED = 5,
  LIBVIRT_DOMAIN_EVENT_STOPPED_DETAIL_TYPE_FROM_SNAPSHOT = 6,
  LIBVIRT_DOMAIN_EVENT_STOPPED_DETAIL_TYPE_RECREATED = 7,
} LibvirtDomainEventStoppedDetailType;

/**
 * LibvirtDomainEventShutdownDetailType:
 * @LIBVIRT_DOMAIN_EVENT_SHUTDOWN_DETAIL_TYPE_UNKNOWN: none of the ways to power off that this
 *   library knows
 * @LIBVIRT_DOMAIN_EVENT_SHUTDOWN_DETAIL_TYPE_FINISHED: the hypervisor does not tell who wanted it
 * @LIBVIRT_DOMAIN_EVENT_SHUTDOWN_DETAIL_TYPE_GUEST: somebody inside the guest wanted it
 * @LIBVIRT_DOMAIN_EVENT_SHUTDOWN_DETAIL_TYPE_HOST: somebody on the host wanted it, or the
 *   hypervisor process got a signal
 *
 * The number that comes with %LIBVIRT_DOMAIN_EVENT_TYPE_SHUTDOWN.
 *
 * Mirrors virDomainEventShutdownDetailType.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_EVENT_SHUTDOWN_DETAIL_TYPE_UNKNOWN = -1,
  LIBVIRT_DOMAIN_EVENT_SHUTDOWN_DETAIL_TYPE_FINISHED = 0,
  LIBVIRT_DOMAIN_EVENT_SHUTDOWN_DETAIL_TYPE_GUEST = 1,
  LIBVIRT_DOMAIN_EVENT_SHUTDOWN_DETAIL_TYPE_HOST = 2,
} LibvirtDomainEventShutdownDetailType;

/**
 * LibvirtDomainEventPMSuspendedDetailType:
 * @LIBVIRT_DOMAIN_EVENT_PM_SUSPENDED_DETAIL_TYPE_UNKNOWN: none of the ways to sleep that this
 *   library knows
 * @LIBVIRT_DOMAIN_EVENT_PM_SUSPENDED_DETAIL_TYPE_MEMORY: it sleeps with its memory kept
 * @LIBVIRT_DOMAIN_EVENT_PM_SUSPENDED_DETAIL_TYPE_DISK: it hibernates, with its memory on its own
 *   disk
 *
 * The number that comes with %LIBVIRT_DOMAIN_EVENT_TYPE_PMSUSPENDED.
 *
 * Mirrors virDomainEventPMSuspendedDetailType.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_EVENT_PM_SUSPENDED_DETAIL_TYPE_UNKNOWN = -1,
  LIBVIRT_DOMAIN_EVENT_PM_SUSPENDED_DETAIL_TYPE_MEMORY = 0,
  LIBVIRT_DOMAIN_EVENT_PM_SUSPENDED_DETAIL_TYPE_DISK = 1,
} LibvirtDomainEventPMSuspendedDetailType;

/**
 * LibvirtDomainEventCrashedDetailType:
 * @LIBVIRT_DOMAIN_EVENT_CRASHED_DETAIL_TYPE_UNKNOWN: none of the ways to die that this library
 *   knows
 * @LIBVIRT_DOMAIN_EVENT_CRASHED_DETAIL_TYPE_PANICKED: the kernel gave up and nothing goes on inside
 * @LIBVIRT_DOMAIN_EVENT_CRASHED_DETAIL_TYPE_CRASHLOADED: the kernel gave up and has loaded another
 *   one that takes a dump
 *
 * The number that comes with %LIBVIRT_DOMAIN_EVENT_TYPE_CRASHED.
 *
 * Mirrors virDomainEventCrashedDetailType.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_EVENT_CRASHED_DETAIL_TYPE_UNKNOWN = -1,
  LIBVIRT_DOMAIN_EVENT_CRASHED_DETAIL_TYPE_PANICKED = 0,
  LIBVIRT_DOMAIN_EVENT_CRASHED_DETAIL_TYPE_CRASHLOADED = 1,
} LibvirtDomainEventCrashedDetailType;

/**
 * LibvirtDomainEventWatchdogAction:
 * @LIBVIRT_DOMAIN_EVENT_WATCHDOG_ACTION_UNKNOWN: a consequence that this library cannot name
 * @LIBVIRT_DOMAIN_EVENT_WATCHDOG_ACTION_NONE: nothing at all
 * @LIBVIRT_DOMAIN_EVENT_WATCHDOG_ACTION_PAUSE: the guest is held
 * @LIBVIRT_DOMAIN_EVENT_WATCHDOG_ACTION_RESET: the guest is restarted the hard way
 * @LIBVIRT_DOMAIN_EVENT_WATCHDOG_ACTION_POWEROFF: the guest's power is cut
 * @LIBVIRT_DOMAIN_EVENT_WATCHDOG_ACTION_SHUTDOWN: the guest is asked to power off
 * @LIBVIRT_DOMAIN_EVENT_WATCHDOG_ACTION_DEBUG: nothing but a line in the log
 * @LIBVIRT_DOMAIN_EVENT_WATCHDOG_ACTION_INJECTNMI: the guest gets a non-maskable interrupt and may
 *   look after itself
 *
 * What the hypervisor does about a guest whose watchdog fired, in #LibvirtDomain::event-watchdog.
 *
 * Mirrors virDomainEventWatchdogAction.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_EVENT_WATCHDOG_ACTION_UNKNOWN = -1,
  LIBVIRT_DOMAIN_EVENT_WATCHDOG_ACTION_NONE = 0,
  LIBVIRT_DOMAIN_EVENT_WATCHDOG_ACTION_PAUSE = 1,
  LIBVIRT_DOMAIN_EVENT_WATCHDOG_ACTION_RESET = 2,
  LIBVIRT_DOMAIN_EVENT_WATCHDOG_ACTION_POWEROFF = 3,
  LIBVIRT_DOMAIN_EVENT_WATCHDOG_ACTION_SHUTDOWN = 4,
  LIBVIRT_DOMAIN_EVENT_WATCHDOG_ACTION_DEBUG = 5,
  LIBVIRT_DOMAIN_EVENT_WATCHDOG_ACTION_INJECTNMI = 6,
} LibvirtDomainEventWatchdogAction;

/**
 * LibvirtDomainEventIOErrorAction:
 * @LIBVIRT_DOMAIN_EVENT_IO_ERROR_ACTION_UNKNOWN: a reaction that this library cannot name
 * @LIBVIRT_DOMAIN_EVENT_IO_ERROR_ACTION_NONE: the failure is passed over
 * @LIBVIRT_DOMAIN_EVENT_IO_ERROR_ACTION_PAUSE: the guest is held, so that the request can be
 *   repeated when the fault is mended
 * @LIBVIRT_DOMAIN_EVENT_IO_ERROR_ACTION_REPORT: the guest sees the failure and deals with it
 *
 * What the hypervisor does about a failed disk request, in #LibvirtDomain::event-io-error and
 * #LibvirtDomain::event-io-error-reason.
 *
 * Mirrors virDomainEventIOErrorAction.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_EVENT_IO_ERROR_ACTION_UNKNOWN = -1,
  LIBVIRT_DOMAIN_EVENT_IO_ERROR_ACTION_NONE = 0,
  LIBVIRT_DOMAIN_EVENT_IO_ERROR_ACTION_PAUSE = 1,
  LIBVIRT_DOMAIN_EVENT_IO_ERROR_ACTION_REPORT = 2,
} LibvirtDomainEventIOErrorAction;

/**
 * LibvirtDomainEventGraphicsPhase:
 * @LIBVIRT_DOMAIN_EVENT_GRAPHICS_PHASE_UNKNOWN: a step that this library cannot name
 * @LIBVIRT_DOMAIN_EVENT_GRAPHICS_PHASE_CONNECT: its socket is open, nobody has been identified
 * @LIBVIRT_DOMAIN_EVENT_GRAPHICS_PHASE_INITIALIZE: it has proved who it is and sees the screen
 * @LIBVIRT_DOMAIN_EVENT_GRAPHICS_PHASE_DISCONNECT: its socket is closed
 *
 * How far a viewer has got with the guest's screen, in #LibvirtDomain::event-graphics.
 *
 * Mirrors virDomainEventGraphicsPhase.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_EVENT_GRAPHICS_PHASE_UNKNOWN = -1,
  LIBVIRT_DOMAIN_EVENT_GRAPHICS_PHASE_CONNECT = 0,
  LIBVIRT_DOMAIN_EVENT_GRAPHICS_PHASE_INITIALIZE = 1,
  LIBVIRT_DOMAIN_EVENT_GRAPHICS_PHASE_DISCONNECT = 2,
} LibvirtDomainEventGraphicsPhase;

/**
 * LibvirtDomainEventGraphicsAddressType:
 * @LIBVIRT_DOMAIN_EVENT_GRAPHICS_ADDRESS_TYPE_UNKNOWN: an address family that this library cannot
 *   name
 * @LIBVIRT_DOMAIN_EVENT_GRAPHICS_ADDRESS_TYPE_IPV4: four numbers and a port
 * @LIBVIRT_DOMAIN_EVENT_GRAPHICS_ADDRESS_TYPE_IPV6: an IPv6 address and a port
 * @LIBVIRT_DOMAIN_EVENT_GRAPHICS_ADDRESS_TYPE_UNIX: the path of a local socket, without a port
 *
 * What kind of address a #LibvirtDomainEventGraphicsAddress holds.
 *
 * Mirrors virDomainEventGraphicsAddressType.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_EVENT_GRAPHICS_ADDRESS_TYPE_UNKNOWN = -1,
  LIBVIRT_DOMAIN_EVENT_GRAPHICS_ADDRESS_TYPE_IPV4 = 0,
  LIBVIRT_DOMAIN_EVENT_GRAPHICS_ADDRESS_TYPE_IPV6 = 1,
  LIBVIRT_DOMAIN_EVENT_GRAPHICS_ADDRESS_TYPE_UNIX = 2,
} LibvirtDomainEventGraphicsAddressType;

/**
 * LibvirtDomainEventTrayChangeReason:
 * @LIBVIRT_DOMAIN_EVENT_TRAY_CHANGE_REASON_UNKNOWN: a movement that this library cannot name
 * @LIBVIRT_DOMAIN_EVENT_TRAY_CHANGE_REASON_OPEN: it came out: the guest has lost the medium
 * @LIBVIRT_DOMAIN_EVENT_TRAY_CHANGE_REASON_CLOSE: it went in: the guest has the medium again
 *
 * Which way a tray went, in #LibvirtDomain::event-tray-change.
 *
 * Mirrors virDomainEventTrayChangeReason.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_EVENT_TRAY_CHANGE_REASON_UNKNOWN = -1,
  LIBVIRT_DOMAIN_EVENT_TRAY_CHANGE_REASON_OPEN = 0,
  LIBVIRT_DOMAIN_EVENT_TRAY_CHANGE_REASON_CLOSE = 1,
} LibvirtDomainEventTrayChangeReason;

/**
 * LibvirtConnectDomainEventDiskChangeReason:
 * @LIBVIRT_CONNECT_DOMAIN_EVENT_DISK_CHANGE_REASON_UNKNOWN: a cause for the change that this
 *   library cannot name
 * @LIBVIRT_CONNECT_DOMAIN_EVENT_DISK_CHANGE_REASON_CHANGE_MISSING_ON_START: its source was missing,
 *   so the drive started empty
 * @LIBVIRT_CONNECT_DOMAIN_EVENT_DISK_CHANGE_REASON_DROP_MISSING_ON_START: its source was missing,
 *   so the guest started without the disk
 *
 * Why a disk of the definition is not there, in #LibvirtDomain::event-disk-change.
 *
 * Mirrors virConnectDomainEventDiskChangeReason.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_CONNECT_DOMAIN_EVENT_DISK_CHANGE_REASON_UNKNOWN = -1,
  LIBVIRT_CONNECT_DOMAIN_EVENT_DISK_CHANGE_REASON_CHANGE_MISSING_ON_START = 0,
  LIBVIRT_CONNECT_DOMAIN_EVENT_DISK_CHANGE_REASON_DROP_MISSING_ON_START = 1,
} LibvirtConnectDomainEventDiskChangeReason;

/**
 * LibvirtConnectDomainEventBlockJobStatus:
 * @LIBVIRT_CONNECT_DOMAIN_EVENT_BLOCK_JOB_STATUS_UNKNOWN: an outcome that this library cannot name
 * @LIBVIRT_CONNECT_DOMAIN_EVENT_BLOCK_JOB_STATUS_COMPLETED: it did all its work
 * @LIBVIRT_CONNECT_DOMAIN_EVENT_BLOCK_JOB_STATUS_FAILED: it stopped on an error
 * @LIBVIRT_CONNECT_DOMAIN_EVENT_BLOCK_JOB_STATUS_CANCELED: somebody ended it with
 *   libvirt_domain_block_job_abort()
 * @LIBVIRT_CONNECT_DOMAIN_EVENT_BLOCK_JOB_STATUS_READY: both sides are equal now and kept so, until
 *   somebody ends the job or moves the guest over
 *
 * What became of a block job, in #LibvirtDomain::event-block-job and
 * #LibvirtDomain::event-block-job-2.
 *
 * Mirrors virConnectDomainEventBlockJobStatus.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_CONNECT_DOMAIN_EVENT_BLOCK_JOB_STATUS_UNKNOWN = -1,
  LIBVIRT_CONNECT_DOMAIN_EVENT_BLOCK_JOB_STATUS_COMPLETED = 0,
  LIBVIRT_CONNECT_DOMAIN_EVENT_BLOCK_JOB_STATUS_FAILED = 1,
  LIBVIRT_CONNECT_DOMAIN_EVENT_BLOCK_JOB_STATUS_CANCELED = 2,
  LIBVIRT_CONNECT_DOMAIN_EVENT_BLOCK_JOB_STATUS_READY = 3,
} LibvirtConnectDomainEventBlockJobStatus;

/**
 * LibvirtConnectDomainEventAgentLifecycleState:
 * @LIBVIRT_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_UNKNOWN: a condition of the agent that this
 *   library cannot name
 * @LIBVIRT_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_CONNECTED: it listens: calls that need it
 *   work now
 * @LIBVIRT_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_DISCONNECTED: it is away: calls that need it
 *   will fail
 *
 * Whether the guest agent can be talked to, in #LibvirtDomain::event-agent-lifecycle.
 *
 * Mirrors virConnectDomainEventAgentLifecycleState.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_UNKNOWN = -1,
  LIBVIRT_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_CONNECTED = 1,
  LIBVIRT_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_DISCONNECTED = 2,
} LibvirtConnectDomainEventAgentLifecycleState;

/**
 * LibvirtConnectDomainEventAgentLifecycleReason:
 * @LIBVIRT_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_UNKNOWN: libvirt does not tell why the agent
 *   came or went
 * @LIBVIRT_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_DOMAIN_STARTED: the guest was started
 * @LIBVIRT_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_CHANNEL: the agent opened or closed its end
 *   of the channel
 *
 * What made the guest agent come or go, in #LibvirtDomain::event-agent-lifecycle.
 *
 * Mirrors virConnectDomainEventAgentLifecycleReason.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_UNKNOWN = 0,
  LIBVIRT_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_DOMAIN_STARTED = 1,
  LIBVIRT_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_CHANNEL = 2,
} LibvirtConnectDomainEventAgentLifecycleReason;

/**
 * LibvirtConnectDomainEventChannelLifecycleState:
 * @LIBVIRT_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_STATE_UNKNOWN: a condition of the channel that
 *   this library cannot name
 * @LIBVIRT_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_STATE_CONNECTED: there is a reader and writer
 *   inside the guest; needs libvirt 12.4
 * @LIBVIRT_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_STATE_DISCONNECTED: what is written goes nowhere;
 *   needs libvirt 12.4
 *
 * Whether a program inside the guest has a channel open, in
 * #LibvirtDomain::event-channel-lifecycle.
 *
 * Mirrors virConnectDomainEventChannelLifecycleState.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_STATE_UNKNOWN = -1,
  LIBVIRT_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_STATE_CONNECTED = 1,
  LIBVIRT_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_STATE_DISCONNECTED = 2,
} LibvirtConnectDomainEventChannelLifecycleState;

/**
 * LibvirtConnectDomainEventChannelLifecycleReason:
 * @LIBVIRT_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_UNKNOWN: libvirt does not tell why the
 *   channel changed; needs libvirt 12.4
 * @LIBVIRT_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_DOMAIN_STARTED: it is the first report
 *   since the guest was started; needs libvirt 12.4
 * @LIBVIRT_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_CHANNEL: the program inside the guest
 *   opened or closed it; needs libvirt 12.4
 *
 * What made the far end of a channel open or close, in #LibvirtDomain::event-channel-lifecycle.
 *
 * Mirrors virConnectDomainEventChannelLifecycleReason.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_UNKNOWN = 0,
  LIBVIRT_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_DOMAIN_STARTED = 1,
  LIBVIRT_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_CHANNEL = 2,
} LibvirtConnectDomainEventChannelLifecycleReason;

/**
 * LibvirtDomainMemoryFailureRecipientType:
 * @LIBVIRT_DOMAIN_MEMORY_FAILURE_RECIPIENT_TYPE_UNKNOWN: an owner that this library cannot name
 * @LIBVIRT_DOMAIN_MEMORY_FAILURE_RECIPIENT_TYPE_HYPERVISOR: that of the hypervisor process itself
 * @LIBVIRT_DOMAIN_MEMORY_FAILURE_RECIPIENT_TYPE_GUEST: that which the guest uses as its RAM
 *
 * Whose memory is broken, in #LibvirtDomain::event-memory-failure.
 *
 * Mirrors virDomainMemoryFailureRecipientType.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_MEMORY_FAILURE_RECIPIENT_TYPE_UNKNOWN = -1,
  LIBVIRT_DOMAIN_MEMORY_FAILURE_RECIPIENT_TYPE_HYPERVISOR = 0,
  LIBVIRT_DOMAIN_MEMORY_FAILURE_RECIPIENT_TYPE_GUEST = 1,
} LibvirtDomainMemoryFailureRecipientType;

/**
 * LibvirtDomainMemoryFailureActionType:
 * @LIBVIRT_DOMAIN_MEMORY_FAILURE_ACTION_TYPE_UNKNOWN: a remedy that this library cannot name
 * @LIBVIRT_DOMAIN_MEMORY_FAILURE_ACTION_TYPE_IGNORE: nothing, as nobody needs the data right now
 * @LIBVIRT_DOMAIN_MEMORY_FAILURE_ACTION_TYPE_INJECT: the guest was told, with a machine check, and
 *   can give up the page
 * @LIBVIRT_DOMAIN_MEMORY_FAILURE_ACTION_TYPE_FATAL: the hypervisor process cannot go on and ends
 * @LIBVIRT_DOMAIN_MEMORY_FAILURE_ACTION_TYPE_RESET: the guest cannot deal with the news and is
 *   restarted
 *
 * What was done about broken memory, in #LibvirtDomain::event-memory-failure.
 *
 * Mirrors virDomainMemoryFailureActionType.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_MEMORY_FAILURE_ACTION_TYPE_UNKNOWN = -1,
  LIBVIRT_DOMAIN_MEMORY_FAILURE_ACTION_TYPE_IGNORE = 0,
  LIBVIRT_DOMAIN_MEMORY_FAILURE_ACTION_TYPE_INJECT = 1,
  LIBVIRT_DOMAIN_MEMORY_FAILURE_ACTION_TYPE_FATAL = 2,
  LIBVIRT_DOMAIN_MEMORY_FAILURE_ACTION_TYPE_RESET = 3,
} LibvirtDomainMemoryFailureActionType;

/**
 * LibvirtDomainMemoryFailureFlags:
 * @LIBVIRT_DOMAIN_MEMORY_FAILURE_FLAGS_NONE: found in passing, for instance by a scrubber, with no
 *   other failure pending
 * @LIBVIRT_DOMAIN_MEMORY_FAILURE_FLAGS_ACTION_REQUIRED: the data was just needed, so that something
 *   has to be done
 * @LIBVIRT_DOMAIN_MEMORY_FAILURE_FLAGS_RECURSIVE: it happened while an earlier failure was being
 *   handled
 *
 * Circumstances of a memory failure, in #LibvirtDomain::event-memory-failure.
 *
 * Mirrors virDomainMemoryFailureFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_MEMORY_FAILURE_FLAGS_NONE = 0,
  LIBVIRT_DOMAIN_MEMORY_FAILURE_FLAGS_ACTION_REQUIRED = 1 << 0,
  LIBVIRT_DOMAIN_MEMORY_FAILURE_FLAGS_RECURSIVE = 1 << 1,
} LibvirtDomainMemoryFailureFlags;

G_END_DECLS
