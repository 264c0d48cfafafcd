/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-types.h>

G_BEGIN_DECLS

/**
 * LibvirtConnectFlags:
 * @LIBVIRT_CONNECT_FLAGS_NONE: full access, with the short names of the client's configuration file
 *   resolved
 * @LIBVIRT_CONNECT_FLAGS_RO: monitoring only: whatever would change something on the host is
 *   refused
 * @LIBVIRT_CONNECT_FLAGS_NO_ALIASES: take the URI literally, without looking for it among the
 *   aliases in libvirt.conf
 *
 * How a connection is opened, for libvirt_connect_open_auth(). The simpler
 * libvirt_connect_open_read_only() is what most programs that only watch should call.
 *
 * Mirrors virConnectFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_CONNECT_FLAGS_NONE = 0,
  LIBVIRT_CONNECT_FLAGS_RO = 1 << 0,
  LIBVIRT_CONNECT_FLAGS_NO_ALIASES = 1 << 1,
} LibvirtConnectFlags;

/**
 * LibvirtConnectCloseReason:
 * @LIBVIRT_CONNECT_CLOSE_REASON_UNKNOWN: a cause that this version of the library has no name for
 * @LIBVIRT_CONNECT_CLOSE_REASON_ERROR: reading from or writing to the transport failed
 * @LIBVIRT_CONNECT_CLOSE_REASON_EOF: the daemon hung up: it stopped, was restarted, or the line was
 *   cut
 * @LIBVIRT_CONNECT_CLOSE_REASON_KEEPALIVE: the host stayed silent for longer than the link watch
 *   allows
 * @LIBVIRT_CONNECT_CLOSE_REASON_CLIENT: this side hung up by itself; libvirt_connect_close() and
 *   dropping the last reference are not told
 *
 * Why a connection ended, as told by the signal #LibvirtConnect::closed.
 *
 * Mirrors virConnectCloseReason.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_CONNECT_CLOSE_REASON_UNKNOWN = -1,
  LIBVIRT_CONNECT_CLOSE_REASON_ERROR = 0,
  LIBVIRT_CONNECT_CLOSE_REASON_EOF = 1,
  LIBVIRT_CONNECT_CLOSE_REASON_KEEPALIVE = 2,
  LIBVIRT_CONNECT_CLOSE_REASON_CLIENT = 3,
} LibvirtConnectCloseReason;

/**
 * LibvirtConnectCredentialType:
 * @LIBVIRT_CONNECT_CREDENTIAL_TYPE_UNKNOWN: a question of a kind invented after this library; leave
 *   it unanswered
 * @LIBVIRT_CONNECT_CREDENTIAL_TYPE_USERNAME: the account to act as
 * @LIBVIRT_CONNECT_CREDENTIAL_TYPE_AUTHNAME: the account whose password proves the right to act as
 *   the other one
 * @LIBVIRT_CONNECT_CREDENTIAL_TYPE_LANGUAGE: languages the user reads, as RFC 1766 tags separated
 *   by commas
 * @LIBVIRT_CONNECT_CREDENTIAL_TYPE_CNONCE: a random text the client contributes to a digest
 *   exchange
 * @LIBVIRT_CONNECT_CREDENTIAL_TYPE_PASSPHRASE: a password; do not show it while it is typed
 * @LIBVIRT_CONNECT_CREDENTIAL_TYPE_ECHOPROMPT: the reply to a challenge that may be shown on the
 *   screen
 * @LIBVIRT_CONNECT_CREDENTIAL_TYPE_NOECHOPROMPT: the reply to a challenge that must be hidden like
 *   a password
 * @LIBVIRT_CONNECT_CREDENTIAL_TYPE_REALM: the domain of accounts in which the user is known
 * @LIBVIRT_CONNECT_CREDENTIAL_TYPE_EXTERNAL: something arranged outside of libvirt, such as an
 *   agent to be started; the challenge says what
 *
 * What a daemon or hypervisor asks for while a connection is opened: the kind of answer a
 * #LibvirtConnectCredential waits for, and what a #LibvirtConnectAuth says it is able to answer.
 *
 * Mirrors virConnectCredentialType.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_CONNECT_CREDENTIAL_TYPE_UNKNOWN = -1,
  LIBVIRT_CONNECT_CREDENTIAL_TYPE_USERNAME = 1,
  LIBVIRT_CONNECT_CREDENTIAL_TYPE_AUTHNAME = 2,
  LIBVIRT_CONNECT_CREDENTIAL_TYPE_LANGUAGE = 3,
  LIBVIRT_CONNECT_CREDENTIAL_TYPE_CNONCE = 4,
  LIBVIRT_CONNECT_CREDENTIAL_TYPE_PASSPHRASE = 5,
  LIBVIRT_CONNECT_CREDENTIAL_TYPE_ECHOPROMPT = 6,
  LIBVIRT_CONNECT_CREDENTIAL_TYPE_NOECHOPROMPT = 7,
  LIBVIRT_CONNECT_CREDENTIAL_TYPE_REALM = 8,
  LIBVIRT_CONNECT_CREDENTIAL_TYPE_EXTERNAL = 9,
} LibvirtConnectCredentialType;

/**
 * LibvirtConnectBaselineCPUFlags:
 * @LIBVIRT_CONNECT_BASELINE_CPU_FLAGS_NONE: the shortest description: a named model and the
 *   features that differ from it
 * @LIBVIRT_CONNECT_BASELINE_CPU_FLAGS_EXPAND_FEATURES: also list the features that the named model
 *   implies
 * @LIBVIRT_CONNECT_BASELINE_CPU_FLAGS_MIGRATABLE: leave out features that would keep a guest from
 *   moving to another host
 * @LIBVIRT_CONNECT_BASELINE_CPU_FLAGS_IGNORE_HOST: compare the given CPUs alone, whatever the
 *   connected host has; needs libvirt 11.6
 *
 * What the CPU description looks like that libvirt_connect_baseline_cpu() and
 * libvirt_connect_baseline_hypervisor_cpu() compute as common to several hosts.
 *
 * Mirrors virConnectBaselineCPUFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_CONNECT_BASELINE_CPU_FLAGS_NONE = 0,
  LIBVIRT_CONNECT_BASELINE_CPU_FLAGS_EXPAND_FEATURES = 1 << 0,
  LIBVIRT_CONNECT_BASELINE_CPU_FLAGS_MIGRATABLE = 1 << 1,
  LIBVIRT_CONNECT_BASELINE_CPU_FLAGS_IGNORE_HOST = 1 << 2,
} LibvirtConnectBaselineCPUFlags;

/**
 * LibvirtConnectCompareCPUFlags:
 * @LIBVIRT_CONNECT_COMPARE_CPU_FLAGS_NONE: report a misfit as
 *   %LIBVIRT_CPU_COMPARE_RESULT_INCOMPATIBLE
 * @LIBVIRT_CONNECT_COMPARE_CPU_FLAGS_FAIL_INCOMPATIBLE: turn a misfit into a #GError whose message
 *   names the features that are missing
 * @LIBVIRT_CONNECT_COMPARE_CPU_FLAGS_VALIDATE_XML: hold the description against libvirt's schema
 *   first
 *
 * How libvirt_connect_compare_cpu() and libvirt_connect_compare_hypervisor_cpu() judge a CPU
 * description.
 *
 * Mirrors virConnectCompareCPUFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_CONNECT_COMPARE_CPU_FLAGS_NONE = 0,
  LIBVIRT_CONNECT_COMPARE_CPU_FLAGS_FAIL_INCOMPATIBLE = 1 << 0,
  LIBVIRT_CONNECT_COMPARE_CPU_FLAGS_VALIDATE_XML = 1 << 1,
} LibvirtConnectCompareCPUFlags;

/**
 * LibvirtCPUCompareResult:
 * @LIBVIRT_CPU_COMPARE_RESULT_ERROR: no verdict; a failed comparison is told by its #GError, so
 *   this is only seen for a verdict that this library does not know
 * @LIBVIRT_CPU_COMPARE_RESULT_INCOMPATIBLE: the host lacks something the description demands
 * @LIBVIRT_CPU_COMPARE_RESULT_IDENTICAL: the host offers exactly what is described
 * @LIBVIRT_CPU_COMPARE_RESULT_SUPERSET: the host offers what is described and more
 *
 * How the CPU of a host relates to a description: the answer of libvirt_connect_compare_cpu() and
 * libvirt_connect_compare_hypervisor_cpu().
 *
 * Mirrors virCPUCompareResult.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_CPU_COMPARE_RESULT_ERROR = -1,
  LIBVIRT_CPU_COMPARE_RESULT_INCOMPATIBLE = 0,
  LIBVIRT_CPU_COMPARE_RESULT_IDENTICAL = 1,
  LIBVIRT_CPU_COMPARE_RESULT_SUPERSET = 2,
} LibvirtCPUCompareResult;

/**
 * LibvirtConnectListAllDomainsFlags:
 * @LIBVIRT_CONNECT_LIST_ALL_DOMAINS_FLAGS_NONE: every domain the connection knows
 * @LIBVIRT_CONNECT_LIST_ALL_DOMAINS_FLAGS_ACTIVE: running or paused, in short everything that has
 *   an id
 * @LIBVIRT_CONNECT_LIST_ALL_DOMAINS_FLAGS_INACTIVE: defined, and not running at the moment
 * @LIBVIRT_CONNECT_LIST_ALL_DOMAINS_FLAGS_PERSISTENT: with a stored definition
 * @LIBVIRT_CONNECT_LIST_ALL_DOMAINS_FLAGS_TRANSIENT: without one: they vanish when they stop
 * @LIBVIRT_CONNECT_LIST_ALL_DOMAINS_FLAGS_RUNNING: those whose virtual CPUs execute
 * @LIBVIRT_CONNECT_LIST_ALL_DOMAINS_FLAGS_PAUSED: those whose virtual CPUs are held
 * @LIBVIRT_CONNECT_LIST_ALL_DOMAINS_FLAGS_SHUTOFF: those that are powered off
 * @LIBVIRT_CONNECT_LIST_ALL_DOMAINS_FLAGS_OTHER: those in none of the three states before, such as
 *   crashed ones
 * @LIBVIRT_CONNECT_LIST_ALL_DOMAINS_FLAGS_MANAGEDSAVE: with a saved memory image that the next
 *   start resumes from
 * @LIBVIRT_CONNECT_LIST_ALL_DOMAINS_FLAGS_NO_MANAGEDSAVE: whose next start is a cold boot
 * @LIBVIRT_CONNECT_LIST_ALL_DOMAINS_FLAGS_AUTOSTART: started together with the host
 * @LIBVIRT_CONNECT_LIST_ALL_DOMAINS_FLAGS_NO_AUTOSTART: left alone when the host boots
 * @LIBVIRT_CONNECT_LIST_ALL_DOMAINS_FLAGS_HAS_SNAPSHOT: with at least one snapshot
 * @LIBVIRT_CONNECT_LIST_ALL_DOMAINS_FLAGS_NO_SNAPSHOT: not a single snapshot taken
 * @LIBVIRT_CONNECT_LIST_ALL_DOMAINS_FLAGS_HAS_CHECKPOINT: with at least one checkpoint
 * @LIBVIRT_CONNECT_LIST_ALL_DOMAINS_FLAGS_NO_CHECKPOINT: not a single checkpoint made
 *
 * Which domains libvirt_connect_list_all_domains() returns. The flags form groups (active or not,
 * persistent or not, by state, by managed save, by autostart, by snapshots, by checkpoints): a
 * domain must match one flag of every group that has a flag set.
 *
 * Mirrors virConnectListAllDomainsFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_CONNECT_LIST_ALL_DOMAINS_FLAGS_NONE = 0,
  LIBVIRT_CONNECT_LIST_ALL_DOMAINS_FLAGS_ACTIVE = 1 << 0,
  LIBVIRT_CONNECT_LIST_ALL_DOMAINS_FLAGS_INACTIVE = 1 << 1,
  LIBVIRT_CONNECT_LIST_ALL_DOMAINS_FLAGS_PERSISTENT = 1 << 2,
  LIBVIRT_CONNECT_LIST_ALL_DOMAINS_FLAGS_TRANSIENT = 1 << 3,
  LIBVIRT_CONNECT_LIST_ALL_DOMAINS_FLAGS_RUNNING = 1 << 4,
  LIBVIRT_CONNECT_LIST_ALL_DOMAINS_FLAGS_PAUSED = 1 << 5,
  LIBVIRT_CONNECT_LIST_ALL_DOMAINS_FLAGS_SHUTOFF = 1 << 6,
  LIBVIRT_CONNECT_LIST_ALL_DOMAINS_FLAGS_OTHER = 1 << 7,
  LIBVIRT_CONNECT_LIST_ALL_DOMAINS_FLAGS_MANAGEDSAVE = 1 << 8,
  LIBVIRT_CONNECT_LIST_ALL_DOMAINS_FLAGS_NO_MANAGEDSAVE = 1 << 9,
  LIBVIRT_CONNECT_LIST_ALL_DOMAINS_FLAGS_AUTOSTART = 1 << 10,
  LIBVIRT_CONNECT_LIST_ALL_DOMAINS_FLAGS_NO_AUTOSTART = 1 << 11,
  LIBVIRT_CONNECT_LIST_ALL_DOMAINS_FLAGS_HAS_SNAPSHOT = 1 << 12,
  LIBVIRT_CONNECT_LIST_ALL_DOMAINS_FLAGS_NO_SNAPSHOT = 1 << 13,
  LIBVIRT_CONNECT_LIST_ALL_DOMAINS_FLAGS_HAS_CHECKPOINT = 1 << 14,
  LIBVIRT_CONNECT_LIST_ALL_DOMAINS_FLAGS_NO_CHECKPOINT = 1 << 15,
} LibvirtConnectListAllDomainsFlags;

/**
 * LibvirtConnectGetAllDomainStatsFlags:
 * @LIBVIRT_CONNECT_GET_ALL_DOMAIN_STATS_FLAGS_NONE: records of all domains, with whatever
 *   statistics the driver can deliver
 * @LIBVIRT_CONNECT_GET_ALL_DOMAIN_STATS_FLAGS_ACTIVE: cover domains that have an id
 * @LIBVIRT_CONNECT_GET_ALL_DOMAIN_STATS_FLAGS_INACTIVE: cover domains that are only defined
 * @LIBVIRT_CONNECT_GET_ALL_DOMAIN_STATS_FLAGS_PERSISTENT: cover domains whose definition is stored
 *   on the host
 * @LIBVIRT_CONNECT_GET_ALL_DOMAIN_STATS_FLAGS_TRANSIENT: cover domains that exist only as long as
 *   they run
 * @LIBVIRT_CONNECT_GET_ALL_DOMAIN_STATS_FLAGS_RUNNING: cover domains that execute
 * @LIBVIRT_CONNECT_GET_ALL_DOMAIN_STATS_FLAGS_PAUSED: cover domains held by an administrator, an
 *   error or a job
 * @LIBVIRT_CONNECT_GET_ALL_DOMAIN_STATS_FLAGS_SHUTOFF: cover domains that are powered down
 * @LIBVIRT_CONNECT_GET_ALL_DOMAIN_STATS_FLAGS_OTHER: cover domains in any remaining state
 * @LIBVIRT_CONNECT_GET_ALL_DOMAIN_STATS_FLAGS_NOWAIT: skip a figure rather than wait for a guest
 *   that is busy with another job
 * @LIBVIRT_CONNECT_GET_ALL_DOMAIN_STATS_FLAGS_BACKING: also report the backing images of each disk
 * @LIBVIRT_CONNECT_GET_ALL_DOMAIN_STATS_FLAGS_ENFORCE_STATS: fail if the driver cannot deliver a
 *   group of statistics that was asked for
 *
 * Which domains libvirt_connect_get_all_domain_stats() covers and how complete its records are;
 * libvirt_domain_list_get_stats() takes the last three only. The filters work as in
 * #LibvirtConnectListAllDomainsFlags.
 *
 * %LIBVIRT_CONNECT_GET_ALL_DOMAIN_STATS_FLAGS_ENFORCE_STATS has another number here than in
 * libvirt, where it is bit 31: not every language binding can carry that bit in a flags value.
 *
 * Mirrors virConnectGetAllDomainStatsFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_CONNECT_GET_ALL_DOMAIN_STATS_FLAGS_NONE = 0,
  LIBVIRT_CONNECT_GET_ALL_DOMAIN_STATS_FLAGS_ACTIVE = 1 << 0,
  LIBVIRT_CONNECT_GET_ALL_DOMAIN_STATS_FLAGS_INACTIVE = 1 << 1,
  LIBVIRT_CONNECT_GET_ALL_DOMAIN_STATS_FLAGS_PERSISTENT = 1 << 2,
  LIBVIRT_CONNECT_GET_ALL_DOMAIN_STATS_FLAGS_TRANSIENT = 1 << 3,
  LIBVIRT_CONNECT_GET_ALL_DOMAIN_STATS_FLAGS_RUNNING = 1 << 4,
  LIBVIRT_CONNECT_GET_ALL_DOMAIN_STATS_FLAGS_PAUSED = 1 << 5,
  LIBVIRT_CONNECT_GET_ALL_DOMAIN_STATS_FLAGS_SHUTOFF = 1 << 6,
  LIBVIRT_CONNECT_GET_ALL_DOMAIN_STATS_FLAGS_OTHER = 1 << 7,
  LIBVIRT_CONNECT_GET_ALL_DOMAIN_STATS_FLAGS_NOWAIT = 1 << 29,
  LIBVIRT_CONNECT_GET_ALL_DOMAIN_STATS_FLAGS_BACKING = 1 << 30,
  LIBVIRT_CONNECT_GET_ALL_DOMAIN_STATS_FLAGS_ENFORCE_STATS = 1 << 24,
} LibvirtConnectGetAllDomainStatsFlags;

/**
 * LibvirtConnectGetDomainCapabilitiesFlags:
 * @LIBVIRT_CONNECT_GET_DOMAIN_CAPABILITIES_FLAGS_NONE: the host model as libvirt would give it to a
 *   guest
 * @LIBVIRT_CONNECT_GET_DOMAIN_CAPABILITIES_FLAGS_DISABLE_DEPRECATED_FEATURES: a host model without
 *   features that its vendor phases out; needs libvirt 11.0
 * @LIBVIRT_CONNECT_GET_DOMAIN_CAPABILITIES_FLAGS_EXPAND_CPU_FEATURES: a host model that spells out
 *   each of its features; needs libvirt 12.2
 * @LIBVIRT_CONNECT_GET_DOMAIN_CAPABILITIES_FLAGS_SUPPORTED_CPU_FEATURES: also the features the host
 *   has and the host model leaves off; needs libvirt 12.5
 *
 * What libvirt_connect_get_domain_capabilities() puts into its document.
 *
 * Mirrors virConnectGetDomainCapabilitiesFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_CONNECT_GET_DOMAIN_CAPABILITIES_FLAGS_NONE = 0,
  LIBVIRT_CONNECT_GET_DOMAIN_CAPABILITIES_FLAGS_DISABLE_DEPRECATED_FEATURES = 1 << 0,
  LIBVIRT_CONNECT_GET_DOMAIN_CAPABILITIES_FLAGS_EXPAND_CPU_FEATURES = 1 << 1,
  LIBVIRT_CONNECT_GET_DOMAIN_CAPABILITIES_FLAGS_SUPPORTED_CPU_FEATURES = 1 << 2,
} LibvirtConnectGetDomainCapabilitiesFlags;

G_END_DECLS
