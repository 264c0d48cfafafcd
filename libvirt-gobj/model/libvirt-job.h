/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-job-enums.h>
#include <libvirt-gobj/libvirt-types.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_JOB (libvirt_job_get_type ())
#define LIBVIRT_JOB(o) (G_TYPE_CHECK_INSTANCE_CAST ((o), LIBVIRT_TYPE_JOB, LibvirtJob))
#define LIBVIRT_IS_JOB(o) (G_TYPE_CHECK_INSTANCE_TYPE ((o), LIBVIRT_TYPE_JOB))

typedef struct _LibvirtJobClass LibvirtJobClass;

/**
 * LibvirtJobClass:
 *
 * The class of #LibvirtJob, from which nobody but this library derives.
 *
 * Since: 1.0
 */
struct _LibvirtJobClass
{
  /*< private >*/
  GObjectClass parent_class;

  const struct _LibvirtJobDetails *details;
};

LIBVIRT_AVAILABLE_IN_1_0
GType           libvirt_job_get_type        (void) G_GNUC_CONST;

LIBVIRT_AVAILABLE_IN_1_0
LibvirtJobPhase libvirt_job_get_phase       (LibvirtJob *self);

LIBVIRT_AVAILABLE_IN_1_0
double          libvirt_job_get_fraction    (LibvirtJob *self);

LIBVIRT_AVAILABLE_IN_1_0
guint64         libvirt_job_get_bytes_done  (LibvirtJob *self);

LIBVIRT_AVAILABLE_IN_1_0
guint64         libvirt_job_get_bytes_total (LibvirtJob *self);

LIBVIRT_AVAILABLE_IN_1_0
guint64         libvirt_job_get_speed       (LibvirtJob *self);

LIBVIRT_AVAILABLE_IN_1_0
guint64         libvirt_job_get_time_left   (LibvirtJob *self);

LIBVIRT_AVAILABLE_IN_1_0
void            libvirt_job_cancel          (LibvirtJob *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LibvirtJob, g_object_unref)

G_END_DECLS
