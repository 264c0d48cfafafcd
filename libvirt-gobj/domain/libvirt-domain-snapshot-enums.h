/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-types.h>

G_BEGIN_DECLS

/**
 * LibvirtDomainSnapshotCreateFlags:
 * @LIBVIRT_DOMAIN_SNAPSHOT_CREATE_FLAGS_NONE: memory and disks of a running guest, or the disks of
 *   one that is off
 * @LIBVIRT_DOMAIN_SNAPSHOT_CREATE_FLAGS_REDEFINE: nothing new: tell libvirt about a snapshot that
 *   exists already
 * @LIBVIRT_DOMAIN_SNAPSHOT_CREATE_FLAGS_CURRENT: let the redefined one be the current one
 * @LIBVIRT_DOMAIN_SNAPSHOT_CREATE_FLAGS_NO_METADATA: make it and forget it, so that libvirt will
 *   not list it
 * @LIBVIRT_DOMAIN_SNAPSHOT_CREATE_FLAGS_HALT: turn the guest off when the snapshot is complete
 * @LIBVIRT_DOMAIN_SNAPSHOT_CREATE_FLAGS_DISK_ONLY: the disks alone, as after a power failure
 * @LIBVIRT_DOMAIN_SNAPSHOT_CREATE_FLAGS_REUSE_EXT: write to files that exist already
 * @LIBVIRT_DOMAIN_SNAPSHOT_CREATE_FLAGS_QUIESCE: ask the guest agent to flush and freeze file
 *   systems meanwhile; disks only
 * @LIBVIRT_DOMAIN_SNAPSHOT_CREATE_FLAGS_ATOMIC: either all disks or none
 * @LIBVIRT_DOMAIN_SNAPSHOT_CREATE_FLAGS_LIVE: keep the guest running while its memory is saved, at
 *   the price of a larger file
 * @LIBVIRT_DOMAIN_SNAPSHOT_CREATE_FLAGS_VALIDATE: refuse a description that does not fit libvirt's
 *   schema for snapshots
 *
 * What libvirt_domain_create_snapshot_xml() records and where.
 *
 * Mirrors virDomainSnapshotCreateFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_SNAPSHOT_CREATE_FLAGS_NONE = 0,
  LIBVIRT_DOMAIN_SNAPSHOT_CREATE_FLAGS_REDEFINE = 1 << 0,
  LIBVIRT_DOMAIN_SNAPSHOT_CREATE_FLAGS_CURRENT = 1 << 1,
  LIBVIRT_DOMAIN_SNAPSHOT_CREATE_FLAGS_NO_METADATA = 1 << 2,
  LIBVIRT_DOMAIN_SNAPSHOT_CREATE_FLAGS_HALT = 1 << 3,
  LIBVIRT_DOMAIN_SNAPSHOT_CREATE_FLAGS_DISK_ONLY = 1 << 4,
  LIBVIRT_DOMAIN_SNAPSHOT_CREATE_FLAGS_REUSE_EXT = 1 << 5,
  LIBVIRT_DOMAIN_SNAPSHOT_CREATE_FLAGS_QUIESCE = 1 << 6,
  LIBVIRT_DOMAIN_SNAPSHOT_CREATE_FLAGS_ATOMIC = 1 << 7,
  LIBVIRT_DOMAIN_SNAPSHOT_CREATE_FLAGS_LIVE = 1 << 8,
  LIBVIRT_DOMAIN_SNAPSHOT_CREATE_FLAGS_VALIDATE = 1 << 9,
} LibvirtDomainSnapshotCreateFlags;

/**
 * LibvirtDomainSnapshotListFlags:
 * @LIBVIRT_DOMAIN_SNAPSHOT_LIST_FLAGS_NONE: all of a domain, or the direct children of a snapshot
 * @LIBVIRT_DOMAIN_SNAPSHOT_LIST_FLAGS_DESCENDANTS: from a snapshot: children, their children, and
 *   so on
 * @LIBVIRT_DOMAIN_SNAPSHOT_LIST_FLAGS_ROOTS: from a domain: those that have no parent
 * @LIBVIRT_DOMAIN_SNAPSHOT_LIST_FLAGS_METADATA: those that would keep a domain from being undefined
 * @LIBVIRT_DOMAIN_SNAPSHOT_LIST_FLAGS_LEAVES: those nothing was built on
 * @LIBVIRT_DOMAIN_SNAPSHOT_LIST_FLAGS_NO_LEAVES: those with children
 * @LIBVIRT_DOMAIN_SNAPSHOT_LIST_FLAGS_NO_METADATA: those that libvirt keeps no record of its own
 *   about
 * @LIBVIRT_DOMAIN_SNAPSHOT_LIST_FLAGS_INACTIVE: taken while the guest was off
 * @LIBVIRT_DOMAIN_SNAPSHOT_LIST_FLAGS_ACTIVE: taken of a running guest, with its memory
 * @LIBVIRT_DOMAIN_SNAPSHOT_LIST_FLAGS_DISK_ONLY: taken of a running guest, without its memory
 * @LIBVIRT_DOMAIN_SNAPSHOT_LIST_FLAGS_INTERNAL: kept inside the disk images
 * @LIBVIRT_DOMAIN_SNAPSHOT_LIST_FLAGS_EXTERNAL: kept in files beside the disk images
 * @LIBVIRT_DOMAIN_SNAPSHOT_LIST_FLAGS_TOPOLOGICAL: parents come before their children in the list
 *
 * Which snapshots libvirt_domain_list_all_snapshots() and
 * libvirt_domain_snapshot_list_all_children() return. As with domains, filters form groups, and a
 * snapshot must match one flag of each group that is used.
 *
 * Two names share a bit: from a domain it selects roots, from a snapshot it adds descendants.
 *
 * Mirrors virDomainSnapshotListFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_SNAPSHOT_LIST_FLAGS_NONE = 0,
  LIBVIRT_DOMAIN_SNAPSHOT_LIST_FLAGS_DESCENDANTS = 1 << 0,
  LIBVIRT_DOMAIN_SNAPSHOT_LIST_FLAGS_ROOTS = 1 << 0,
  LIBVIRT_DOMAIN_SNAPSHOT_LIST_FLAGS_METADATA = 1 << 1,
  LIBVIRT_DOMAIN_SNAPSHOT_LIST_FLAGS_LEAVES = 1 << 2,
  LIBVIRT_DOMAIN_SNAPSHOT_LIST_FLAGS_NO_LEAVES = 1 << 3,
  LIBVIRT_DOMAIN_SNAPSHOT_LIST_FLAGS_NO_METADATA = 1 << 4,
  LIBVIRT_DOMAIN_SNAPSHOT_LIST_FLAGS_INACTIVE = 1 << 5,
  LIBVIRT_DOMAIN_SNAPSHOT_LIST_FLAGS_ACTIVE = 1 << 6,
  LIBVIRT_DOMAIN_SNAPSHOT_LIST_FLAGS_DISK_ONLY = 1 << 7,
  LIBVIRT_DOMAIN_SNAPSHOT_LIST_FLAGS_INTERNAL = 1 << 8,
  LIBVIRT_DOMAIN_SNAPSHOT_LIST_FLAGS_EXTERNAL = 1 << 9,
  LIBVIRT_DOMAIN_SNAPSHOT_LIST_FLAGS_TOPOLOGICAL = 1 << 10,
} LibvirtDomainSnapshotListFlags;

/**
 * LibvirtDomainSnapshotXMLFlags:
 * @LIBVIRT_DOMAIN_SNAPSHOT_XML_FLAGS_NONE: everything but passwords
 * @LIBVIRT_DOMAIN_SNAPSHOT_XML_FLAGS_SECURE: passwords of the domain's description as well; not on
 *   a read-only connection
 *
 * How much of a snapshot's description libvirt_domain_snapshot_get_xml_desc() shows.
 *
 * Mirrors virDomainSnapshotXMLFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_SNAPSHOT_XML_FLAGS_NONE = 0,
  LIBVIRT_DOMAIN_SNAPSHOT_XML_FLAGS_SECURE = 1 << 0,
} LibvirtDomainSnapshotXMLFlags;

/**
 * LibvirtDomainSnapshotRevertFlags:
 * @LIBVIRT_DOMAIN_SNAPSHOT_REVERT_FLAGS_NONE: in the state of the snapshot
 * @LIBVIRT_DOMAIN_SNAPSHOT_REVERT_FLAGS_RUNNING: running, even if the snapshot was taken of a
 *   paused or stopped guest
 * @LIBVIRT_DOMAIN_SNAPSHOT_REVERT_FLAGS_PAUSED: paused, so that it can be looked at first
 * @LIBVIRT_DOMAIN_SNAPSHOT_REVERT_FLAGS_FORCE: even if the emulator must be replaced or the
 *   configuration may not match
 * @LIBVIRT_DOMAIN_SNAPSHOT_REVERT_FLAGS_RESET_NVRAM: with the firmware's variables set back to
 *   their template
 *
 * How a domain goes on after libvirt_domain_snapshot_revert().
 *
 * Mirrors virDomainSnapshotRevertFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_SNAPSHOT_REVERT_FLAGS_NONE = 0,
  LIBVIRT_DOMAIN_SNAPSHOT_REVERT_FLAGS_RUNNING = 1 << 0,
  LIBVIRT_DOMAIN_SNAPSHOT_REVERT_FLAGS_PAUSED = 1 << 1,
  LIBVIRT_DOMAIN_SNAPSHOT_REVERT_FLAGS_FORCE = 1 << 2,
  LIBVIRT_DOMAIN_SNAPSHOT_REVERT_FLAGS_RESET_NVRAM = 1 << 3,
} LibvirtDomainSnapshotRevertFlags;

/**
 * LibvirtDomainSnapshotDeleteFlags:
 * @LIBVIRT_DOMAIN_SNAPSHOT_DELETE_FLAGS_NONE: the one snapshot; those built on it keep what they
 *   need of its data
 * @LIBVIRT_DOMAIN_SNAPSHOT_DELETE_FLAGS_CHILDREN: it and all that was built on it
 * @LIBVIRT_DOMAIN_SNAPSHOT_DELETE_FLAGS_METADATA_ONLY: libvirt's record of it, while its data stays
 * @LIBVIRT_DOMAIN_SNAPSHOT_DELETE_FLAGS_CHILDREN_ONLY: all that was built on it, while it stays
 *   itself
 *
 * How much libvirt_domain_snapshot_delete() takes away.
 *
 * Mirrors virDomainSnapshotDeleteFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_SNAPSHOT_DELETE_FLAGS_NONE = 0,
  LIBVIRT_DOMAIN_SNAPSHOT_DELETE_FLAGS_CHILDREN = 1 << 0,
  LIBVIRT_DOMAIN_SNAPSHOT_DELETE_FLAGS_METADATA_ONLY = 1 << 1,
  LIBVIRT_DOMAIN_SNAPSHOT_DELETE_FLAGS_CHILDREN_ONLY = 1 << 2,
} LibvirtDomainSnapshotDeleteFlags;

/**
 * LibvirtDomainCheckpointCreateFlags:
 * @LIBVIRT_DOMAIN_CHECKPOINT_CREATE_FLAGS_NONE: start to track changed blocks from now on
 * @LIBVIRT_DOMAIN_CHECKPOINT_CREATE_FLAGS_REDEFINE: tell libvirt about a checkpoint whose bitmaps
 *   exist already
 * @LIBVIRT_DOMAIN_CHECKPOINT_CREATE_FLAGS_QUIESCE: have the guest agent freeze file systems at that
 *   moment
 * @LIBVIRT_DOMAIN_CHECKPOINT_CREATE_FLAGS_REDEFINE_VALIDATE: check that the bitmaps of a redefined
 *   checkpoint are usable
 *
 * What libvirt_domain_create_checkpoint_xml() does to mark a moment that later backups refer to.
 *
 * Mirrors virDomainCheckpointCreateFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_CHECKPOINT_CREATE_FLAGS_NONE = 0,
  LIBVIRT_DOMAIN_CHECKPOINT_CREATE_FLAGS_REDEFINE = 1 << 0,
  LIBVIRT_DOMAIN_CHECKPOINT_CREATE_FLAGS_QUIESCE = 1 << 1,
  LIBVIRT_DOMAIN_CHECKPOINT_CREATE_FLAGS_REDEFINE_VALIDATE = 1 << 2,
} LibvirtDomainCheckpointCreateFlags;

/**
 * LibvirtDomainCheckpointListFlags:
 * @LIBVIRT_DOMAIN_CHECKPOINT_LIST_FLAGS_NONE: all of a domain, or what directly follows a
 *   checkpoint
 * @LIBVIRT_DOMAIN_CHECKPOINT_LIST_FLAGS_DESCENDANTS: from a checkpoint: all that follow, directly
 *   or not
 * @LIBVIRT_DOMAIN_CHECKPOINT_LIST_FLAGS_ROOTS: from a domain: the first of each line
 * @LIBVIRT_DOMAIN_CHECKPOINT_LIST_FLAGS_TOPOLOGICAL: earlier ones come before those that follow
 *   them
 * @LIBVIRT_DOMAIN_CHECKPOINT_LIST_FLAGS_LEAVES: those nothing follows
 * @LIBVIRT_DOMAIN_CHECKPOINT_LIST_FLAGS_NO_LEAVES: those something follows
 *
 * Which checkpoints libvirt_domain_list_all_checkpoints() and
 * libvirt_domain_checkpoint_list_all_children() return. As with snapshots, two names share a bit.
 *
 * Mirrors virDomainCheckpointListFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_CHECKPOINT_LIST_FLAGS_NONE = 0,
  LIBVIRT_DOMAIN_CHECKPOINT_LIST_FLAGS_DESCENDANTS = 1 << 0,
  LIBVIRT_DOMAIN_CHECKPOINT_LIST_FLAGS_ROOTS = 1 << 0,
  LIBVIRT_DOMAIN_CHECKPOINT_LIST_FLAGS_TOPOLOGICAL = 1 << 1,
  LIBVIRT_DOMAIN_CHECKPOINT_LIST_FLAGS_LEAVES = 1 << 2,
  LIBVIRT_DOMAIN_CHECKPOINT_LIST_FLAGS_NO_LEAVES = 1 << 3,
} LibvirtDomainCheckpointListFlags;

/**
 * LibvirtDomainCheckpointXMLFlags:
 * @LIBVIRT_DOMAIN_CHECKPOINT_XML_FLAGS_NONE: the checkpoint and its domain, without secrets or
 *   sizes
 * @LIBVIRT_DOMAIN_CHECKPOINT_XML_FLAGS_SECURE: secrets of its domain; refused to read-only
 *   connections
 * @LIBVIRT_DOMAIN_CHECKPOINT_XML_FLAGS_NO_DOMAIN: the checkpoint alone
 * @LIBVIRT_DOMAIN_CHECKPOINT_XML_FLAGS_SIZE: how much each disk has changed since, which the guest
 *   must be running for
 *
 * What libvirt_domain_checkpoint_get_xml_desc() includes.
 *
 * Mirrors virDomainCheckpointXMLFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_CHECKPOINT_XML_FLAGS_NONE = 0,
  LIBVIRT_DOMAIN_CHECKPOINT_XML_FLAGS_SECURE = 1 << 0,
  LIBVIRT_DOMAIN_CHECKPOINT_XML_FLAGS_NO_DOMAIN = 1 << 1,
  LIBVIRT_DOMAIN_CHECKPOINT_XML_FLAGS_SIZE = 1 << 2,
} LibvirtDomainCheckpointXMLFlags;

/**
 * LibvirtDomainCheckpointDeleteFlags:
 * @LIBVIRT_DOMAIN_CHECKPOINT_DELETE_FLAGS_NONE: the one checkpoint; what it tracked passes to its
 *   parent
 * @LIBVIRT_DOMAIN_CHECKPOINT_DELETE_FLAGS_CHILDREN: it and all that follow it
 * @LIBVIRT_DOMAIN_CHECKPOINT_DELETE_FLAGS_METADATA_ONLY: libvirt's record of it, while the bitmaps
 *   stay
 * @LIBVIRT_DOMAIN_CHECKPOINT_DELETE_FLAGS_CHILDREN_ONLY: all that follow it, while it stays itself
 *
 * How much libvirt_domain_checkpoint_delete() takes away.
 *
 * Mirrors virDomainCheckpointDeleteFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_DOMAIN_CHECKPOINT_DELETE_FLAGS_NONE = 0,
  LIBVIRT_DOMAIN_CHECKPOINT_DELETE_FLAGS_CHILDREN = 1 << 0,
  LIBVIRT_DOMAIN_CHECKPOINT_DELETE_FLAGS_METADATA_ONLY = 1 << 1,
  LIBVIRT_DOMAIN_CHECKPOINT_DELETE_FLAGS_CHILDREN_ONLY = 1 << 2,
} LibvirtDomainCheckpointDeleteFlags;

G_END_DECLS
