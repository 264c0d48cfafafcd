/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-types.h>

G_BEGIN_DECLS

/**
 * LibvirtDomainQemuMonitorCommandFlags:
 * @LIBVIRT_DOMAIN_QEMU_MONITOR_COMMAND_FLAGS_DEFAULT: QMP, the JSON protocol for programs
 * @LIBVIRT_DOMAIN_QEMU_MONITOR_COMMAND_FLAGS_HMP: the command line for people
 *
 * The language of libvirt_domain_qemu_monitor_command() and
 * libvirt_domain_qemu_monitor_command_with_files().
 *
 * Mirrors virDomainQemuMonitorCommandFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_QEMU_MONITOR_COMMAND_FLAGS_DEFAULT = 0,
  LIBVIRT_DOMAIN_QEMU_MONITOR_COMMAND_FLAGS_HMP = 1 << 0,
} LibvirtDomainQemuMonitorCommandFlags;

/**
 * LibvirtDomainQemuAgentCommandTimeoutValues:
 * @LIBVIRT_DOMAIN_QEMU_AGENT_COMMAND_TIMEOUT_VALUES_BLOCK: wait for the reply however long it takes
 * @LIBVIRT_DOMAIN_QEMU_AGENT_COMMAND_TIMEOUT_VALUES_MIN: the smallest number that is accepted, the
 *   same as waiting without limit
 * @LIBVIRT_DOMAIN_QEMU_AGENT_COMMAND_TIMEOUT_VALUES_DEFAULT: wait for as long as libvirt thinks
 *   proper
 * @LIBVIRT_DOMAIN_QEMU_AGENT_COMMAND_TIMEOUT_VALUES_NOWAIT: return without waiting for the reply
 * @LIBVIRT_DOMAIN_QEMU_AGENT_COMMAND_TIMEOUT_VALUES_SHUTDOWN: the 60 seconds libvirt itself allows
 *   the agent for a shutdown
 *
 * Special values of the time limit of libvirt_domain_qemu_agent_command(), where a positive number
 * means seconds.
 *
 * Mirrors virDomainQemuAgentCommandTimeoutValues.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_QEMU_AGENT_COMMAND_TIMEOUT_VALUES_BLOCK = -2,
  LIBVIRT_DOMAIN_QEMU_AGENT_COMMAND_TIMEOUT_VALUES_MIN = -2,
  LIBVIRT_DOMAIN_QEMU_AGENT_COMMAND_TIMEOUT_VALUES_DEFAULT = -1,
  LIBVIRT_DOMAIN_QEMU_AGENT_COMMAND_TIMEOUT_VALUES_NOWAIT = 0,
  LIBVIRT_DOMAIN_QEMU_AGENT_COMMAND_TIMEOUT_VALUES_SHUTDOWN = 60,
} LibvirtDomainQemuAgentCommandTimeoutValues;

/**
 * LibvirtConnectDomainQemuMonitorEventRegisterFlags:
 * @LIBVIRT_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_FLAGS_NONE: letter by letter
 * @LIBVIRT_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_FLAGS_REGEX: the filter is a regular
 *   expression
 * @LIBVIRT_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_FLAGS_NOCASE: capital and small letters count
 *   as the same
 *
 * How libvirt_connect_domain_qemu_monitor_event_register() compares its filter with the name of an
 * event.
 *
 * Mirrors virConnectDomainQemuMonitorEventRegisterFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_FLAGS_NONE = 0,
  LIBVIRT_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_FLAGS_REGEX = 1 << 0,
  LIBVIRT_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_FLAGS_NOCASE = 1 << 1,
} LibvirtConnectDomainQemuMonitorEventRegisterFlags;

G_END_DECLS
