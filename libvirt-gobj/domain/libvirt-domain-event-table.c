/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * The signals of each event id of libvirt's that is about a domain.
 */

#include "domain/libvirt-domain-event-private.h"

#include "connect/libvirt-connect-event.h"

/* libvirt's constants are those of the version compiled against; ours have all ids. An id that
 * the installed libvirt does not know is refused when it is registered. */
const LibvirtEntityEvent libvirt_domain_event_list[] = {
  /**
   * LibvirtDomain::event-lifecycle:
   * @self: the domain
   * @event: what happened
   * @detail: why: a value of the enumeration that belongs to @event, such as
   *   #LibvirtDomainEventStoppedDetailType
   *
   * Emitted when the domain is defined, started, paused, stopped and so on. The signal has
   * details, named after the values of #LibvirtDomainEventType: `event-lifecycle::started`. The
   * properties of the domain have their new values by then.
   *
   * Since: 1.0
   */
  /**
   * LibvirtConnect::domain-event-lifecycle:
   * @self: the connection
   * @domain: the domain it is about
   * @event: what happened
   * @detail: why: a value of the enumeration that belongs to @event, such as
   *   #LibvirtDomainEventStoppedDetailType
   *
   * #LibvirtDomain::event-lifecycle of any domain, known or not, on this connection.
   *
   * Since: 1.0
   */
  {
    LIBVIRT_DOMAIN_EVENT_ID_LIFECYCLE,
    "event-lifecycle",
    "domain-event-lifecycle",
    TRUE,
    { libvirt_domain_event_type_get_type, libvirt_type_int },
    LIBVIRT_CONNECT_EVENT_GROUPS_LIFECYCLE,
  },
  /**
   * LibvirtDomain::event-reboot:
   * @self: the domain
   *
   * Emitted when the guest restarts itself without its domain stopping. A reset may cause it
   * two or three times.
   *
   * Since: 1.0
   */
  /**
   * LibvirtConnect::domain-event-reboot:
   * @self: the connection
   * @domain: the domain it is about
   *
   * #LibvirtDomain::event-reboot of any domain, known or not, on this connection.
   *
   * Since: 1.0
   */
  {
    LIBVIRT_DOMAIN_EVENT_ID_REBOOT,
    "event-reboot",
    "domain-event-reboot",
    FALSE,
    { NULL },
    LIBVIRT_CONNECT_EVENT_GROUPS_LIFECYCLE,
  },
  /**
   * LibvirtDomain::event-rtc-change:
   * @self: the domain
   * @utcoffset: how far the clock is from UTC now, in seconds
   *
   * Emitted when the guest sets its hardware clock.
   *
   * Since: 1.0
   */
  /**
   * LibvirtConnect::domain-event-rtc-change:
   * @self: the connection
   * @domain: the domain it is about
   * @utcoffset: how far the clock is from UTC now, in seconds
   *
   * #LibvirtDomain::event-rtc-change of any domain, known or not, on this connection.
   *
   * Since: 1.0
   */
  {
    LIBVIRT_DOMAIN_EVENT_ID_RTC_CHANGE,
    "event-rtc-change",
    "domain-event-rtc-change",
    FALSE,
    { libvirt_type_int64 },
    LIBVIRT_CONNECT_EVENT_GROUPS_TUNING,
  },
  /**
   * LibvirtDomain::event-watchdog:
   * @self: the domain
   * @action: what the hypervisor does about it
   *
   * Emitted when the virtual watchdog device expires, as the guest no longer attends to it.
   *
   * Since: 1.0
   */
  /**
   * LibvirtConnect::domain-event-watchdog:
   * @self: the connection
   * @domain: the domain it is about
   * @action: what the hypervisor does about it
   *
   * #LibvirtDomain::event-watchdog of any domain, known or not, on this connection.
   *
   * Since: 1.0
   */
  {
    LIBVIRT_DOMAIN_EVENT_ID_WATCHDOG,
    "event-watchdog",
    "domain-event-watchdog",
    FALSE,
    { libvirt_domain_event_watchdog_action_get_type },
    LIBVIRT_CONNECT_EVENT_GROUPS_DEVICE,
  },
  /**
   * LibvirtDomain::event-io-error:
   * @self: the domain
   * @src_path: the file or device on the host
   * @dev_alias: the name of the disk in the running domain
   * @action: what becomes of the guest
   *
   * Emitted when reading or writing a disk fails on the host. For the same failure
   * #LibvirtDomain::event-io-error-reason is emitted, which says more: connect to one of the two.
   *
   * Since: 1.0
   */
  /**
   * LibvirtConnect::domain-event-io-error:
   * @self: the connection
   * @domain: the domain it is about
   * @src_path: the file or device on the host
   * @dev_alias: the name of the disk in the running domain
   * @action: what becomes of the guest
   *
   * #LibvirtDomain::event-io-error of any domain, known or not, on this connection.
   *
   * Since: 1.0
   */
  {
    LIBVIRT_DOMAIN_EVENT_ID_IO_ERROR,
    "event-io-error",
    "domain-event-io-error",
    FALSE,
    { libvirt_type_string, libvirt_type_string, libvirt_domain_event_io_error_action_get_type },
    LIBVIRT_CONNECT_EVENT_GROUPS_BLOCK,
  },
  /**
   * LibvirtDomain::event-graphics:
   * @self: the domain
   * @phase: how far the client is
   * @local: the end at the host
   * @remote: the end of the client
   * @auth_scheme: (nullable): how the client proved who it is
   * @subject: who the client is
   *
   * Emitted when a client connects to the display of the domain, is admitted, or leaves.
   *
   * Since: 1.0
   */
  /**
   * LibvirtConnect::domain-event-graphics:
   * @self: the connection
   * @domain: the domain it is about
   * @phase: how far the client is
   * @local: the end at the host
   * @remote: the end of the client
   * @auth_scheme: (nullable): how the client proved who it is
   * @subject: who the client is
   *
   * #LibvirtDomain::event-graphics of any domain, known or not, on this connection.
   *
   * Since: 1.0
   */
  {
    LIBVIRT_DOMAIN_EVENT_ID_GRAPHICS,
    "event-graphics",
    "domain-event-graphics",
    FALSE,
    { libvirt_domain_event_graphics_phase_get_type,
      libvirt_domain_event_graphics_address_get_type,
      libvirt_domain_event_graphics_address_get_type,
      libvirt_type_string,
      libvirt_domain_event_graphics_subject_get_type },
    LIBVIRT_CONNECT_EVENT_GROUPS_GRAPHICS,
  },
  /**
   * LibvirtDomain::event-io-error-reason:
   * @self: the domain
   * @src_path: what could not be read or written, on the host
   * @dev_alias: which disk, by its name in the running domain
   * @action: how the hypervisor deals with it
   * @reason: a word for the cause, such as "enospc" for a full disk; may be empty
   *
   * Emitted when reading or writing a disk fails on the host, with the cause as far as the
   * hypervisor tells it.
   *
   * Since: 1.0
   */
  /**
   * LibvirtConnect::domain-event-io-error-reason:
   * @self: the connection
   * @domain: the domain it is about
   * @src_path: what could not be read or written, on the host
   * @dev_alias: which disk, by its name in the running domain
   * @action: how the hypervisor deals with it
   * @reason: a word for the cause, such as "enospc" for a full disk; may be empty
   *
   * #LibvirtDomain::event-io-error-reason of any domain, known or not, on this connection.
   *
   * Since: 1.0
   */
  {
    LIBVIRT_DOMAIN_EVENT_ID_IO_ERROR_REASON,
    "event-io-error-reason",
    "domain-event-io-error-reason",
    FALSE,
    { libvirt_type_string, libvirt_type_string, libvirt_domain_event_io_error_action_get_type, libvirt_type_string },
    LIBVIRT_CONNECT_EVENT_GROUPS_BLOCK,
  },
  /**
   * LibvirtDomain::event-control-error:
   * @self: the domain
   *
   * Emitted when libvirt loses control of the running domain, as its hypervisor process answers
   * with nonsense. The guest may go on; libvirt can only stop it now.
   *
   * Since: 1.0
   */
  /**
   * LibvirtConnect::domain-event-control-error:
   * @self: the connection
   * @domain: the domain it is about
   *
   * #LibvirtDomain::event-control-error of any domain, known or not, on this connection.
   *
   * Since: 1.0
   */
  {
    LIBVIRT_DOMAIN_EVENT_ID_CONTROL_ERROR,
    "event-control-error",
    "domain-event-control-error",
    FALSE,
    { NULL },
    LIBVIRT_CONNECT_EVENT_GROUPS_LIFECYCLE,
  },
  /**
   * LibvirtDomain::event-block-job:
   * @self: the domain
   * @disk: path of the image on the host
   * @type: what the job does
   * @status: what became of it
   *
   * Emitted when a job on a disk ends or can be completed. #LibvirtDomain::event-block-job-2 is
   * emitted for the same job and names the disk in a way that does not change meanwhile: prefer
   * that one.
   *
   * Since: 1.0
   */
  /**
   * LibvirtConnect::domain-event-block-job:
   * @self: the connection
   * @domain: the domain it is about
   * @disk: path of the image on the host
   * @type: what the job does
   * @status: what became of it
   *
   * #LibvirtDomain::event-block-job of any domain, known or not, on this connection.
   *
   * Since: 1.0
   */
  {
    LIBVIRT_DOMAIN_EVENT_ID_BLOCK_JOB,
    "event-block-job",
    "domain-event-block-job",
    FALSE,
    { libvirt_type_string,
      libvirt_domain_block_job_type_get_type,
      libvirt_connect_domain_event_block_job_status_get_type },
    LIBVIRT_CONNECT_EVENT_GROUPS_BLOCK,
  },
  /**
   * LibvirtDomain::event-disk-change:
   * @self: the domain
   * @old_src_path: (nullable): the image that was in the drive
   * @new_src_path: (nullable): the image that is in it now
   * @dev_alias: the drive, by its name in the running domain
   * @reason: why the hypervisor did it
   *
   * Emitted when the hypervisor itself takes the image out of a drive, as it was missing at the
   * start.
   *
   * Since: 1.0
   */
  /**
   * LibvirtConnect::domain-event-disk-change:
   * @self: the connection
   * @domain: the domain it is about
   * @old_src_path: (nullable): the image that was in the drive
   * @new_src_path: (nullable): the image that is in it now
   * @dev_alias: the drive, by its name in the running domain
   * @reason: why the hypervisor did it
   *
   * #LibvirtDomain::event-disk-change of any domain, known or not, on this connection.
   *
   * Since: 1.0
   */
  {
    LIBVIRT_DOMAIN_EVENT_ID_DISK_CHANGE,
    "event-disk-change",
    "domain-event-disk-change",
    FALSE,
    { libvirt_type_string,
      libvirt_type_string,
      libvirt_type_string,
      libvirt_connect_domain_event_disk_change_reason_get_type },
    LIBVIRT_CONNECT_EVENT_GROUPS_DEVICE,
  },
  /**
   * LibvirtDomain::event-tray-change:
   * @self: the domain
   * @dev_alias: the name of the drive in the running domain
   * @reason: whether the tray was opened or closed
   *
   * Emitted when the tray of a CD or floppy drive moves, mostly at the wish of the guest.
   *
   * Since: 1.0
   */
  /**
   * LibvirtConnect::domain-event-tray-change:
   * @self: the connection
   * @domain: the domain it is about
   * @dev_alias: the name of the drive in the running domain
   * @reason: whether the tray was opened or closed
   *
   * #LibvirtDomain::event-tray-change of any domain, known or not, on this connection.
   *
   * Since: 1.0
   */
  {
    LIBVIRT_DOMAIN_EVENT_ID_TRAY_CHANGE,
    "event-tray-change",
    "domain-event-tray-change",
    FALSE,
    { libvirt_type_string, libvirt_domain_event_tray_change_reason_get_type },
    LIBVIRT_CONNECT_EVENT_GROUPS_DEVICE,
  },
  /**
   * LibvirtDomain::event-pmwakeup:
   * @self: the domain
   * @reason: 0; libvirt gives no reasons yet
   *
   * Emitted when the guest wakes up from sleep in memory.
   *
   * Since: 1.0
   */
  /**
   * LibvirtConnect::domain-event-pmwakeup:
   * @self: the connection
   * @domain: the domain it is about
   * @reason: 0; libvirt gives no reasons yet
   *
   * #LibvirtDomain::event-pmwakeup of any domain, known or not, on this connection.
   *
   * Since: 1.0
   */
  {
    LIBVIRT_DOMAIN_EVENT_ID_PMWAKEUP,
    "event-pmwakeup",
    "domain-event-pmwakeup",
    FALSE,
    { libvirt_type_int },
    LIBVIRT_CONNECT_EVENT_GROUPS_LIFECYCLE,
  },
  /**
   * LibvirtDomain::event-pmsuspend:
   * @self: the domain
   * @reason: 0; libvirt gives no reasons yet
   *
   * Emitted when the guest has put itself to sleep in memory. libvirt_domain_pm_wakeup() wakes
   * it.
   *
   * Since: 1.0
   */
  /**
   * LibvirtConnect::domain-event-pmsuspend:
   * @self: the connection
   * @domain: the domain it is about
   * @reason: 0; libvirt gives no reasons yet
   *
   * #LibvirtDomain::event-pmsuspend of any domain, known or not, on this connection.
   *
   * Since: 1.0
   */
  {
    LIBVIRT_DOMAIN_EVENT_ID_PMSUSPEND,
    "event-pmsuspend",
    "domain-event-pmsuspend",
    FALSE,
    { libvirt_type_int },
    LIBVIRT_CONNECT_EVENT_GROUPS_LIFECYCLE,
  },
  /**
   * LibvirtDomain::event-balloon-change:
   * @self: the domain
   * @actual: the memory of the guest now, in KiB
   *
   * Emitted when the memory that the guest really has changes: the balloon driver takes its
   * time after libvirt_domain_set_memory_flags().
   *
   * Since: 1.0
   */
  /**
   * LibvirtConnect::domain-event-balloon-change:
   * @self: the connection
   * @domain: the domain it is about
   * @actual: the memory of the guest now, in KiB
   *
   * #LibvirtDomain::event-balloon-change of any domain, known or not, on this connection.
   *
   * Since: 1.0
   */
  {
    LIBVIRT_DOMAIN_EVENT_ID_BALLOON_CHANGE,
    "event-balloon-change",
    "domain-event-balloon-change",
    FALSE,
    { libvirt_type_uint64 },
    LIBVIRT_CONNECT_EVENT_GROUPS_MEMORY,
  },
  /**
   * LibvirtDomain::event-pmsuspend-disk:
   * @self: the domain
   * @reason: 0; libvirt gives no reasons yet
   *
   * Emitted when the guest has put itself to sleep on disk. The domain stops after that; its
   * next start wakes the guest.
   *
   * Since: 1.0
   */
  /**
   * LibvirtConnect::domain-event-pmsuspend-disk:
   * @self: the connection
   * @domain: the domain it is about
   * @reason: 0; libvirt gives no reasons yet
   *
   * #LibvirtDomain::event-pmsuspend-disk of any domain, known or not, on this connection.
   *
   * Since: 1.0
   */
  {
    LIBVIRT_DOMAIN_EVENT_ID_PMSUSPEND_DISK,
    "event-pmsuspend-disk",
    "domain-event-pmsuspend-disk",
    FALSE,
    { libvirt_type_int },
    LIBVIRT_CONNECT_EVENT_GROUPS_LIFECYCLE,
  },
  /**
   * LibvirtDomain::event-device-removed:
   * @self: the domain
   * @dev_alias: the name the device had in the running domain
   *
   * Emitted when a device has really left the running domain: to detach one is only a request
   * that the guest may take its time with.
   *
   * Since: 1.0
   */
  /**
   * LibvirtConnect::domain-event-device-removed:
   * @self: the connection
   * @domain: the domain it is about
   * @dev_alias: the name the device had in the running domain
   *
   * #LibvirtDomain::event-device-removed of any domain, known or not, on this connection.
   *
   * Since: 1.0
   */
  {
    LIBVIRT_DOMAIN_EVENT_ID_DEVICE_REMOVED,
    "event-device-removed",
    "domain-event-device-removed",
    FALSE,
    { libvirt_type_string },
    LIBVIRT_CONNECT_EVENT_GROUPS_DEVICE,
  },
  /**
   * LibvirtDomain::event-block-job-2:
   * @self: the domain
   * @disk: target name of the disk, such as "vda"
   * @type: the kind of job
   * @status: how the job stands
   *
   * Emitted when a job on a disk, such as a copy or a commit, ends or can be completed.
   *
   * Since: 1.0
   */
  /**
   * LibvirtConnect::domain-event-block-job-2:
   * @self: the connection
   * @domain: the domain it is about
   * @disk: target name of the disk, such as "vda"
   * @type: the kind of job
   * @status: how the job stands
   *
   * #LibvirtDomain::event-block-job-2 of any domain, known or not, on this connection.
   *
   * Since: 1.0
   */
  {
    LIBVIRT_DOMAIN_EVENT_ID_BLOCK_JOB_2,
    "event-block-job-2",
    "domain-event-block-job-2",
    FALSE,
    { libvirt_type_string,
      libvirt_domain_block_job_type_get_type,
      libvirt_connect_domain_event_block_job_status_get_type },
    LIBVIRT_CONNECT_EVENT_GROUPS_BLOCK,
  },
  /**
   * LibvirtDomain::event-tunable:
   * @self: the domain
   * @params: what changed, as a{sv}: names such as "cputune.vcpupin0" with their new values
   *
   * Emitted when somebody changes how much of the host the domain may use.
   *
   * Since: 1.0
   */
  /**
   * LibvirtConnect::domain-event-tunable:
   * @self: the connection
   * @domain: the domain it is about
   * @params: what changed, as a{sv}: names such as "cputune.vcpupin0" with their new values
   *
   * #LibvirtDomain::event-tunable of any domain, known or not, on this connection.
   *
   * Since: 1.0
   */
  {
    LIBVIRT_DOMAIN_EVENT_ID_TUNABLE,
    "event-tunable",
    "domain-event-tunable",
    FALSE,
    { libvirt_type_variant },
    LIBVIRT_CONNECT_EVENT_GROUPS_TUNING,
  },
  /**
   * LibvirtDomain::event-agent-lifecycle:
   * @self: the domain
   * @state: whether the agent can be asked now
   * @reason: what made the agent come or go
   *
   * Emitted when the agent inside the guest becomes reachable or is lost: calls that need it
   * make sense from then on.
   *
   * Since: 1.0
   */
  /**
   * LibvirtConnect::domain-event-agent-lifecycle:
   * @self: the connection
   * @domain: the domain it is about
   * @state: whether the agent can be asked now
   * @reason: what made the agent come or go
   *
   * #LibvirtDomain::event-agent-lifecycle of any domain, known or not, on this connection.
   *
   * Since: 1.0
   */
  {
    LIBVIRT_DOMAIN_EVENT_ID_AGENT_LIFECYCLE,
    "event-agent-lifecycle",
    "domain-event-agent-lifecycle",
    FALSE,
    { libvirt_connect_domain_event_agent_lifecycle_state_get_type,
      libvirt_connect_domain_event_agent_lifecycle_reason_get_type },
    LIBVIRT_CONNECT_EVENT_GROUPS_AGENT,
  },
  /**
   * LibvirtDomain::event-device-added:
   * @self: the domain
   * @dev_alias: the name of the device in the running domain
   *
   * Emitted when a device was added to the running domain.
   *
   * Since: 1.0
   */
  /**
   * LibvirtConnect::domain-event-device-added:
   * @self: the connection
   * @domain: the domain it is about
   * @dev_alias: the name of the device in the running domain
   *
   * #LibvirtDomain::event-device-added of any domain, known or not, on this connection.
   *
   * Since: 1.0
   */
  {
    LIBVIRT_DOMAIN_EVENT_ID_DEVICE_ADDED,
    "event-device-added",
    "domain-event-device-added",
    FALSE,
    { libvirt_type_string },
    LIBVIRT_CONNECT_EVENT_GROUPS_DEVICE,
  },
  /**
   * LibvirtDomain::event-migration-iteration:
   * @self: the domain
   * @iteration: number of the pass over the memory, from 1
   *
   * Emitted on the source host each time a live migration begins to copy the memory that has
   * changed meanwhile. The migration must run with events switched on in the hypervisor.
   *
   * Since: 1.0
   */
  /**
   * LibvirtConnect::domain-event-migration-iteration:
   * @self: the connection
   * @domain: the domain it is about
   * @iteration: number of the pass over the memory, from 1
   *
   * #LibvirtDomain::event-migration-iteration of any domain, known or not, on this connection.
   *
   * Since: 1.0
   */
  {
    LIBVIRT_DOMAIN_EVENT_ID_MIGRATION_ITERATION,
    "event-migration-iteration",
    "domain-event-migration-iteration",
    FALSE,
    { libvirt_type_int },
    LIBVIRT_CONNECT_EVENT_GROUPS_JOB,
  },
  /**
   * LibvirtDomain::event-job-completed:
   * @self: the domain
   * @params: the final figures of the job, as a{sv}: names such as "time_elapsed" with their
   *   values
   *
   * Emitted when a job of the domain, such as a migration, a save or a dump, is done.
   *
   * Since: 1.0
   */
  /**
   * LibvirtConnect::domain-event-job-completed:
   * @self: the connection
   * @domain: the domain it is about
   * @params: the final figures of the job, as a{sv}: names such as "time_elapsed" with their
   *   values
   *
   * #LibvirtDomain::event-job-completed of any domain, known or not, on this connection.
   *
   * Since: 1.0
   */
  {
    LIBVIRT_DOMAIN_EVENT_ID_JOB_COMPLETED,
    "event-job-completed",
    "domain-event-job-completed",
    FALSE,
    { libvirt_type_variant },
    LIBVIRT_CONNECT_EVENT_GROUPS_JOB,
  },
  /**
   * LibvirtDomain::event-device-removal-failed:
   * @self: the domain
   * @dev_alias: the device that stays, by its name in the running domain
   *
   * Emitted when the guest refuses to let go of a device that was to be detached. The device
   * stays.
   *
   * Since: 1.0
   */
  /**
   * LibvirtConnect::domain-event-device-removal-failed:
   * @self: the connection
   * @domain: the domain it is about
   * @dev_alias: the device that stays, by its name in the running domain
   *
   * #LibvirtDomain::event-device-removal-failed of any domain, known or not, on this
   * connection.
   *
   * Since: 1.0
   */
  {
    LIBVIRT_DOMAIN_EVENT_ID_DEVICE_REMOVAL_FAILED,
    "event-device-removal-failed",
    "domain-event-device-removal-failed",
    FALSE,
    { libvirt_type_string },
    LIBVIRT_CONNECT_EVENT_GROUPS_DEVICE,
  },
  /**
   * LibvirtDomain::event-metadata-change:
   * @self: the domain
   * @type: whether it is the title, the description or an element
   * @nsuri: (nullable): the XML namespace, if it is an element
   *
   * Emitted when somebody changes a text that is kept with the domain;
   * libvirt_domain_get_metadata() has the new one.
   *
   * Since: 1.0
   */
  /**
   * LibvirtConnect::domain-event-metadata-change:
   * @self: the connection
   * @domain: the domain it is about
   * @type: whether it is the title, the description or an element
   * @nsuri: (nullable): the XML namespace, if it is an element
   *
   * #LibvirtDomain::event-metadata-change of any domain, known or not, on this connection.
   *
   * Since: 1.0
   */
  {
    LIBVIRT_DOMAIN_EVENT_ID_METADATA_CHANGE,
    "event-metadata-change",
    "domain-event-metadata-change",
    FALSE,
    { libvirt_domain_metadata_type_get_type, libvirt_type_string },
    LIBVIRT_CONNECT_EVENT_GROUPS_TUNING,
  },
  /**
   * LibvirtDomain::event-block-threshold:
   * @self: the domain
   * @dev: target name of the disk, such as "vda" or "vda[2]" for a backing image
   * @path: (nullable): the file on the host, if it is one
   * @threshold: the limit that was set, in bytes
   * @excess: how far the guest has written beyond it, in bytes
   *
   * Emitted once when the guest writes beyond the offset that
   * libvirt_domain_set_block_threshold() set: time to enlarge the storage.
   *
   * Since: 1.0
   */
  /**
   * LibvirtConnect::domain-event-block-threshold:
   * @self: the connection
   * @domain: the domain it is about
   * @dev: target name of the disk, such as "vda" or "vda[2]" for a backing image
   * @path: (nullable): the file on the host, if it is one
   * @threshold: the limit that was set, in bytes
   * @excess: how far the guest has written beyond it, in bytes
   *
   * #LibvirtDomain::event-block-threshold of any domain, known or not, on this connection.
   *
   * Since: 1.0
   */
  {
    LIBVIRT_DOMAIN_EVENT_ID_BLOCK_THRESHOLD,
    "event-block-threshold",
    "domain-event-block-threshold",
    FALSE,
    { libvirt_type_string, libvirt_type_string, libvirt_type_uint64, libvirt_type_uint64 },
    LIBVIRT_CONNECT_EVENT_GROUPS_BLOCK,
  },
  /**
   * LibvirtDomain::event-memory-failure:
   * @self: the domain
   * @recipient: whose memory it is
   * @action: what the hypervisor did
   * @flags: more about the failure
   *
   * Emitted when the hardware of the host reports broken memory that the domain uses.
   *
   * Since: 1.0
   */
  /**
   * LibvirtConnect::domain-event-memory-failure:
   * @self: the connection
   * @domain: the domain it is about
   * @recipient: whose memory it is
   * @action: what the hypervisor did
   * @flags: more about the failure
   *
   * #LibvirtDomain::event-memory-failure of any domain, known or not, on this connection.
   *
   * Since: 1.0
   */
  {
    LIBVIRT_DOMAIN_EVENT_ID_MEMORY_FAILURE,
    "event-memory-failure",
    "domain-event-memory-failure",
    FALSE,
    { libvirt_domain_memory_failure_recipient_type_get_type,
      libvirt_domain_memory_failure_action_type_get_type,
      libvirt_domain_memory_failure_flags_get_type },
    LIBVIRT_CONNECT_EVENT_GROUPS_MEMORY,
  },
  /**
   * LibvirtDomain::event-memory-device-size-change:
   * @self: the domain
   * @alias: the name of the memory device in the running domain
   * @size: how much of it the guest uses now, in KiB
   *
   * Emitted when the guest takes more or less of a virtio-mem device.
   *
   * Since: 1.0
   */
  /**
   * LibvirtConnect::domain-event-memory-device-size-change:
   * @self: the connection
   * @domain: the domain it is about
   * @alias: the name of the memory device in the running domain
   * @size: how much of it the guest uses now, in KiB
   *
   * #LibvirtDomain::event-memory-device-size-change of any domain, known or not, on this
   * connection.
   *
   * Since: 1.0
   */
  {
    LIBVIRT_DOMAIN_EVENT_ID_MEMORY_DEVICE_SIZE_CHANGE,
    "event-memory-device-size-change",
    "domain-event-memory-device-size-change",
    FALSE,
    { libvirt_type_string, libvirt_type_uint64 },
    LIBVIRT_CONNECT_EVENT_GROUPS_MEMORY,
  },
  /**
   * LibvirtDomain::event-nic-mac-change:
   * @self: the domain
   * @alias: the name of the network device in the running domain
   * @old_mac: the address until now
   * @new_mac: the address the guest has set
   *
   * Emitted when the guest changes the hardware address of a network device. Needs libvirt
   * 11.2.
   *
   * Since: 1.0
   */
  /**
   * LibvirtConnect::domain-event-nic-mac-change:
   * @self: the connection
   * @domain: the domain it is about
   * @alias: the name of the network device in the running domain
   * @old_mac: the address until now
   * @new_mac: the address the guest has set
   *
   * #LibvirtDomain::event-nic-mac-change of any domain, known or not, on this connection.
   *
   * Since: 1.0
   */
  {
    LIBVIRT_DOMAIN_EVENT_ID_NIC_MAC_CHANGE,
    "event-nic-mac-change",
    "domain-event-nic-mac-change",
    FALSE,
    { libvirt_type_string, libvirt_type_string, libvirt_type_string },
    LIBVIRT_CONNECT_EVENT_GROUPS_DEVICE,
  },
  /**
   * LibvirtDomain::event-vcpu-removed:
   * @self: the domain
   * @vcpuid: number of the virtual processor
   *
   * Emitted when a virtual processor has really left the running domain after an unplug that
   * did not wait. Needs libvirt 12.4.
   *
   * Since: 1.0
   */
  /**
   * LibvirtConnect::domain-event-vcpu-removed:
   * @self: the connection
   * @domain: the domain it is about
   * @vcpuid: number of the virtual processor
   *
   * #LibvirtDomain::event-vcpu-removed of any domain, known or not, on this connection.
   *
   * Since: 1.0
   */
  {
    LIBVIRT_DOMAIN_EVENT_ID_VCPU_REMOVED,
    "event-vcpu-removed",
    "domain-event-vcpu-removed",
    FALSE,
    { libvirt_type_uint },
    LIBVIRT_CONNECT_EVENT_GROUPS_DEVICE,
  },
  /**
   * LibvirtDomain::event-channel-lifecycle:
   * @self: the domain
   * @channel_name: name of the channel, such as "org.qemu.guest_agent.0"
   * @state: whether there is somebody at the other end
   * @reason: what brought the change
   *
   * Emitted when a program in the guest opens or closes a channel to the host. Needs libvirt
   * 12.4.
   *
   * Since: 1.0
   */
  /**
   * LibvirtConnect::domain-event-channel-lifecycle:
   * @self: the connection
   * @domain: the domain it is about
   * @channel_name: name of the channel, such as "org.qemu.guest_agent.0"
   * @state: whether there is somebody at the other end
   * @reason: what brought the change
   *
   * #LibvirtDomain::event-channel-lifecycle of any domain, known or not, on this connection.
   *
   * Since: 1.0
   */
  {
    LIBVIRT_DOMAIN_EVENT_ID_CHANNEL_LIFECYCLE,
    "event-channel-lifecycle",
    "domain-event-channel-lifecycle",
    FALSE,
    { libvirt_type_string,
      libvirt_connect_domain_event_channel_lifecycle_state_get_type,
      libvirt_connect_domain_event_channel_lifecycle_reason_get_type },
    LIBVIRT_CONNECT_EVENT_GROUPS_AGENT,
  },
  /**
   * LibvirtDomain::event-qemu-monitor:
   * @self: the domain
   * @event: QEMU's name for what happened, such as "RESUME"
   * @seconds: when, in whole seconds since 1970 began in UTC; -1 if QEMU did not say
   * @micros: what had passed of the next second, in microseconds
   * @details: (nullable): what QEMU says about it, in JSON
   *
   * Emitted for events of QEMU's own monitor, of those that were asked for with
   * libvirt_connect_domain_qemu_monitor_event_register().
   *
   * Since: 1.0
   */
  /**
   * LibvirtConnect::domain-event-qemu-monitor:
   * @self: the connection
   * @domain: the domain it is about
   * @event: QEMU's name for what happened, such as "RESUME"
   * @seconds: when, in whole seconds since 1970 began in UTC; -1 if QEMU did not say
   * @micros: what had passed of the next second, in microseconds
   * @details: (nullable): what QEMU says about it, in JSON
   *
   * #LibvirtDomain::event-qemu-monitor of any domain, known or not, on this connection.
   *
   * Since: 1.0
   */
  {
    LIBVIRT_DOMAIN_EVENT_QEMU_MONITOR,
    "event-qemu-monitor",
    "domain-event-qemu-monitor",
    FALSE,
    { libvirt_type_string, libvirt_type_int64, libvirt_type_uint, libvirt_type_string },
  },
  { 0 },
};
