/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-domain-enums.h>
#include <libvirt-gobj/libvirt-domain-job-enums.h>
#include <libvirt-gobj/libvirt-domain.h>
#include <libvirt-gobj/libvirt-job.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_DOMAIN_JOB_INFO (libvirt_domain_job_info_get_type ())

typedef struct _LibvirtDomainJobInfo LibvirtDomainJobInfo;

/**
 * LibvirtDomainJobInfo:
 * @type: whether there is a job, and whether its end can be foreseen
 * @time_elapsed: for how long it has been going on, in milliseconds
 * @time_remaining: how long it may take from now on, in milliseconds, for
 *   %LIBVIRT_DOMAIN_JOB_TYPE_BOUNDED only
 * @data_total: how much there is to move, in bytes: memory and disks together
 * @data_processed: how much of that was moved
 * @data_remaining: how much of that is left; may grow, as the guest goes on writing
 * @mem_total: the part of @data_total that is memory
 * @mem_processed: the part of @data_processed that is memory
 * @mem_remaining: the part of @data_remaining that is memory
 * @file_total: the part of @data_total that is on disks
 * @file_processed: the part of @data_processed that is on disks
 * @file_remaining: the part of @data_remaining that is on disks
 *
 * How far a job on a domain is, as libvirt_domain_get_job_info() got it.
 *
 * Mirrors virDomainJobInfo.
 *
 * Since: 1.0
 */
struct _LibvirtDomainJobInfo
{
  LibvirtDomainJobType type;
  guint64 time_elapsed;
  guint64 time_remaining;
  guint64 data_total;
  guint64 data_processed;
  guint64 data_remaining;
  guint64 mem_total;
  guint64 mem_processed;
  guint64 mem_remaining;
  guint64 file_total;
  guint64 file_processed;
  guint64 file_remaining;
};

LIBVIRT_AVAILABLE_IN_1_0
GType                 libvirt_domain_job_info_get_type (void) G_GNUC_CONST;

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainJobInfo *libvirt_domain_job_info_new      (void);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainJobInfo *libvirt_domain_job_info_copy     (const LibvirtDomainJobInfo *self);

LIBVIRT_AVAILABLE_IN_1_0
void                  libvirt_domain_job_info_free     (LibvirtDomainJobInfo *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LibvirtDomainJobInfo, libvirt_domain_job_info_free)

#define LIBVIRT_TYPE_DOMAIN_CONTROL_INFO (libvirt_domain_control_info_get_type ())

typedef struct _LibvirtDomainControlInfo LibvirtDomainControlInfo;

/**
 * LibvirtDomainControlInfo:
 * @state: whether the hypervisor would answer
 * @details: what happened, if @state is %LIBVIRT_DOMAIN_CONTROL_STATE_ERROR
 * @state_time: for how long it has been so, in milliseconds; 0 where that is not known
 *
 * What became of the line to the hypervisor process of a domain, as
 * libvirt_domain_get_control_info() got it.
 *
 * Mirrors virDomainControlInfo.
 *
 * Since: 1.0
 */
struct _LibvirtDomainControlInfo
{
  LibvirtDomainControlState state;
  LibvirtDomainControlErrorReason details;
  guint64 state_time;
};

LIBVIRT_AVAILABLE_IN_1_0
GType                     libvirt_domain_control_info_get_type (void) G_GNUC_CONST;

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainControlInfo *libvirt_domain_control_info_new      (void);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainControlInfo *libvirt_domain_control_info_copy
                                  (const LibvirtDomainControlInfo *self);

LIBVIRT_AVAILABLE_IN_1_0
void                      libvirt_domain_control_info_free     (LibvirtDomainControlInfo *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LibvirtDomainControlInfo, libvirt_domain_control_info_free)

#define LIBVIRT_TYPE_DOMAIN_JOB (libvirt_domain_job_get_type ())

LIBVIRT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (LibvirtDomainJob, libvirt_domain_job, LIBVIRT, DOMAIN_JOB, LibvirtJob)

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainJob         *libvirt_domain_get_job          (LibvirtDomain  *self,
                                                           GError        **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainJob         *libvirt_domain_get_block_job    (LibvirtDomain  *self,
                                                           const char     *disk,
                                                           GError        **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainJobInfo     *libvirt_domain_get_job_info     (LibvirtDomain  *self,
                                                           GError        **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean                  libvirt_domain_get_job_stats    (LibvirtDomain                  *self,
                                                           LibvirtDomainGetJobStatsFlags   flags,
                                                           LibvirtDomainJobType           *type,
                                                           GVariant                      **stats,
                                                           GError                        **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean                  libvirt_domain_abort_job        (LibvirtDomain  *self,
                                                           GError        **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean                  libvirt_domain_abort_job_flags
                                  (LibvirtDomain                     *self,
                                   LibvirtDomainAbortJobFlagsValues   flags,
                                   GError                           **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainControlInfo *libvirt_domain_get_control_info (LibvirtDomain  *self,
                                                           guint           flags,
                                                           GError        **error);

G_END_DECLS
