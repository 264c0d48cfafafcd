/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-types.h>

G_BEGIN_DECLS

/**
 * LibvirtJobPhase:
 * @LIBVIRT_JOB_PHASE_WAITING: nothing has been done yet
 * @LIBVIRT_JOB_PHASE_RUNNING: work is going on
 * @LIBVIRT_JOB_PHASE_READY: all is there, and is kept so until somebody ends it: the copy of a disk
 *   that the guest may change over to
 * @LIBVIRT_JOB_PHASE_COMPLETED: it has ended as it should
 * @LIBVIRT_JOB_PHASE_FAILED: it has ended with an error
 * @LIBVIRT_JOB_PHASE_CANCELLED: somebody has broken it off
 *
 * Where a #LibvirtJob is between its beginning and its end. The last three do not change any more.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_JOB_PHASE_WAITING,
  LIBVIRT_JOB_PHASE_RUNNING,
  LIBVIRT_JOB_PHASE_READY,
  LIBVIRT_JOB_PHASE_COMPLETED,
  LIBVIRT_JOB_PHASE_FAILED,
  LIBVIRT_JOB_PHASE_CANCELLED,
} LibvirtJobPhase;

G_END_DECLS
