/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-types.h>

G_BEGIN_DECLS

/**
 * LibvirtTypedParameterType:
 * @LIBVIRT_TYPED_PARAMETER_TYPE_INT: signed, 32 bits: `i`
 * @LIBVIRT_TYPED_PARAMETER_TYPE_UINT: unsigned, 32 bits: `u`
 * @LIBVIRT_TYPED_PARAMETER_TYPE_LLONG: signed, 64 bits: `x`
 * @LIBVIRT_TYPED_PARAMETER_TYPE_ULLONG: unsigned, 64 bits: `t`
 * @LIBVIRT_TYPED_PARAMETER_TYPE_DOUBLE: floating point: `d`
 * @LIBVIRT_TYPED_PARAMETER_TYPE_BOOLEAN: yes or no: `b`
 * @LIBVIRT_TYPED_PARAMETER_TYPE_STRING: UTF-8 text: `s`
 *
 * How libvirt holds one value of a list of named parameters. This library passes such lists as a
 * #GVariant of type `a{sv}`; each kind has its own type there.
 *
 * Mirrors virTypedParameterType.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_TYPED_PARAMETER_TYPE_INT = 1,
  LIBVIRT_TYPED_PARAMETER_TYPE_UINT = 2,
  LIBVIRT_TYPED_PARAMETER_TYPE_LLONG = 3,
  LIBVIRT_TYPED_PARAMETER_TYPE_ULLONG = 4,
  LIBVIRT_TYPED_PARAMETER_TYPE_DOUBLE = 5,
  LIBVIRT_TYPED_PARAMETER_TYPE_BOOLEAN = 6,
  LIBVIRT_TYPED_PARAMETER_TYPE_STRING = 7,
} LibvirtTypedParameterType;

/**
 * LibvirtTypedParameterFlags:
 * @LIBVIRT_TYPED_PARAMETER_FLAGS_NONE: numbers only
 * @LIBVIRT_TYPED_PARAMETER_FLAGS_STRING_OKAY: text as well
 *
 * What the caller of a function with named parameters understands, for
 * libvirt_domain_block_stats_flags() and the like. This library understands text and always says
 * so.
 *
 * Mirrors virTypedParameterFlags.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_TYPED_PARAMETER_FLAGS_NONE = 0,
  LIBVIRT_TYPED_PARAMETER_FLAGS_STRING_OKAY = 1 << 2,
} LibvirtTypedParameterFlags;

/**
 * LibvirtBlkioParameterType:
 * @LIBVIRT_BLKIO_PARAMETER_TYPE_INT: a disk limit of 32 bits, with a sign
 * @LIBVIRT_BLKIO_PARAMETER_TYPE_UINT: a disk limit of 32 bits, without a sign
 * @LIBVIRT_BLKIO_PARAMETER_TYPE_LLONG: a disk limit of 64 bits, with a sign
 * @LIBVIRT_BLKIO_PARAMETER_TYPE_ULLONG: a disk limit of 64 bits, without a sign
 * @LIBVIRT_BLKIO_PARAMETER_TYPE_DOUBLE: a disk limit with a fraction
 * @LIBVIRT_BLKIO_PARAMETER_TYPE_BOOLEAN: a disk limit that is on or off
 *
 * How libvirt once held the values of libvirt_domain_get_blkio_parameters(); kept for programs that
 * know the name. The numbers are those of #LibvirtTypedParameterType.
 *
 * Mirrors virBlkioParameterType.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_BLKIO_PARAMETER_TYPE_INT = 1,
  LIBVIRT_BLKIO_PARAMETER_TYPE_UINT = 2,
  LIBVIRT_BLKIO_PARAMETER_TYPE_LLONG = 3,
  LIBVIRT_BLKIO_PARAMETER_TYPE_ULLONG = 4,
  LIBVIRT_BLKIO_PARAMETER_TYPE_DOUBLE = 5,
  LIBVIRT_BLKIO_PARAMETER_TYPE_BOOLEAN = 6,
} LibvirtBlkioParameterType;

/**
 * LibvirtMemoryParameterType:
 * @LIBVIRT_MEMORY_PARAMETER_TYPE_INT: a memory limit of 32 bits, with a sign
 * @LIBVIRT_MEMORY_PARAMETER_TYPE_UINT: a memory limit of 32 bits, without a sign
 * @LIBVIRT_MEMORY_PARAMETER_TYPE_LLONG: a memory limit of 64 bits, with a sign
 * @LIBVIRT_MEMORY_PARAMETER_TYPE_ULLONG: a memory limit of 64 bits, without a sign
 * @LIBVIRT_MEMORY_PARAMETER_TYPE_DOUBLE: a memory limit with a fraction
 * @LIBVIRT_MEMORY_PARAMETER_TYPE_BOOLEAN: a memory limit that is on or off
 *
 * How libvirt once held the values of libvirt_domain_get_memory_parameters(); kept for programs
 * that know the name. The numbers are the same as in #LibvirtTypedParameterType.
 *
 * Mirrors virMemoryParameterType.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_MEMORY_PARAMETER_TYPE_INT = 1,
  LIBVIRT_MEMORY_PARAMETER_TYPE_UINT = 2,
  LIBVIRT_MEMORY_PARAMETER_TYPE_LLONG = 3,
  LIBVIRT_MEMORY_PARAMETER_TYPE_ULLONG = 4,
  LIBVIRT_MEMORY_PARAMETER_TYPE_DOUBLE = 5,
  LIBVIRT_MEMORY_PARAMETER_TYPE_BOOLEAN = 6,
} LibvirtMemoryParameterType;

/**
 * LibvirtSchedParameterType:
 * @LIBVIRT_SCHED_PARAMETER_TYPE_INT: a scheduler setting of 32 bits, with a sign
 * @LIBVIRT_SCHED_PARAMETER_TYPE_UINT: a scheduler setting of 32 bits, without a sign
 * @LIBVIRT_SCHED_PARAMETER_TYPE_LLONG: a scheduler setting of 64 bits, with a sign
 * @LIBVIRT_SCHED_PARAMETER_TYPE_ULLONG: a scheduler setting of 64 bits, without a sign
 * @LIBVIRT_SCHED_PARAMETER_TYPE_DOUBLE: a scheduler setting with a fraction
 * @LIBVIRT_SCHED_PARAMETER_TYPE_BOOLEAN: a scheduler setting that is on or off
 *
 * How libvirt once held the values of libvirt_domain_get_scheduler_parameters(); kept for programs
 * that know the name. #LibvirtTypedParameterType has the same numbers.
 *
 * Mirrors virSchedParameterType.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_SCHED_PARAMETER_TYPE_INT = 1,
  LIBVIRT_SCHED_PARAMETER_TYPE_UINT = 2,
  LIBVIRT_SCHED_PARAMETER_TYPE_LLONG = 3,
  LIBVIRT_SCHED_PARAMETER_TYPE_ULLONG = 4,
  LIBVIRT_SCHED_PARAMETER_TYPE_DOUBLE = 5,
  LIBVIRT_SCHED_PARAMETER_TYPE_BOOLEAN = 6,
} LibvirtSchedParameterType;

/**
 * LibvirtEventHandleType:
 * @LIBVIRT_EVENT_HANDLE_TYPE_NONE: the descriptor is not watched for now
 * @LIBVIRT_EVENT_HANDLE_TYPE_READABLE: there is something to read
 * @LIBVIRT_EVENT_HANDLE_TYPE_WRITABLE: there is room to write
 * @LIBVIRT_EVENT_HANDLE_TYPE_ERROR: the descriptor has a fault
 * @LIBVIRT_EVENT_HANDLE_TYPE_HANGUP: the other end of the descriptor has closed
 *
 * What a file descriptor is watched for, in libvirt's own terms for event loops. A program needs it
 * only when it works with libvirt's C functions beside this library.
 *
 * Mirrors virEventHandleType.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_EVENT_HANDLE_TYPE_NONE = 0,
  LIBVIRT_EVENT_HANDLE_TYPE_READABLE = 1 << 0,
  LIBVIRT_EVENT_HANDLE_TYPE_WRITABLE = 1 << 1,
  LIBVIRT_EVENT_HANDLE_TYPE_ERROR = 1 << 2,
  LIBVIRT_EVENT_HANDLE_TYPE_HANGUP = 1 << 3,
} LibvirtEventHandleType;

G_END_DECLS
