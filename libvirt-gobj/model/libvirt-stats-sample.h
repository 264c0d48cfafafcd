/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-domain-enums.h>
#include <libvirt-gobj/libvirt-types.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_STATS_FLOW (libvirt_stats_flow_get_type ())

typedef struct _LibvirtStatsFlow LibvirtStatsFlow;

/**
 * LibvirtStatsFlow:
 * @name: target of the disk, such as "vda", or of the interface on the host, such as "vnet0"
 * @bytes_in: what the guest read from the disk, or received, in bytes per second
 * @bytes_out: what it wrote, or sent, in bytes per second
 * @requests_in: how many read requests, or packets received, per second
 * @requests_out: how many write requests, or packets sent, per second
 *
 * What went through one disk or network interface between two readings.
 *
 * Since: 1.0
 */
struct _LibvirtStatsFlow
{
  char *name;
  double bytes_in;
  double bytes_out;
  double requests_in;
  double requests_out;
};

LIBVIRT_AVAILABLE_IN_1_0
GType             libvirt_stats_flow_get_type (void) G_GNUC_CONST;

LIBVIRT_AVAILABLE_IN_1_0
LibvirtStatsFlow *libvirt_stats_flow_new      (void);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtStatsFlow *libvirt_stats_flow_copy     (const LibvirtStatsFlow *self);

LIBVIRT_AVAILABLE_IN_1_0
void              libvirt_stats_flow_free     (LibvirtStatsFlow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LibvirtStatsFlow, libvirt_stats_flow_free)

#define LIBVIRT_TYPE_STATS_SAMPLE (libvirt_stats_sample_get_type ())

LIBVIRT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (LibvirtStatsSample, libvirt_stats_sample, LIBVIRT, STATS_SAMPLE, GObject)

LIBVIRT_AVAILABLE_IN_1_0
gint64                  libvirt_stats_sample_get_time              (LibvirtStatsSample *self);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainStatsTypes libvirt_stats_sample_get_known             (LibvirtStatsSample *self);

LIBVIRT_AVAILABLE_IN_1_0
double                  libvirt_stats_sample_get_cpu_percent       (LibvirtStatsSample *self);

LIBVIRT_AVAILABLE_IN_1_0
guint64                 libvirt_stats_sample_get_memory_used       (LibvirtStatsSample *self);

LIBVIRT_AVAILABLE_IN_1_0
guint64                 libvirt_stats_sample_get_memory_size       (LibvirtStatsSample *self);

LIBVIRT_AVAILABLE_IN_1_0
double                  libvirt_stats_sample_get_disk_read_rate    (LibvirtStatsSample *self);

LIBVIRT_AVAILABLE_IN_1_0
double                  libvirt_stats_sample_get_disk_write_rate   (LibvirtStatsSample *self);

LIBVIRT_AVAILABLE_IN_1_0
double                  libvirt_stats_sample_get_receive_rate      (LibvirtStatsSample *self);

LIBVIRT_AVAILABLE_IN_1_0
double                  libvirt_stats_sample_get_send_rate         (LibvirtStatsSample *self);

LIBVIRT_AVAILABLE_IN_1_0
guint                   libvirt_stats_sample_get_n_vcpus           (LibvirtStatsSample *self);

LIBVIRT_AVAILABLE_IN_1_0
double                  libvirt_stats_sample_get_vcpu_percent      (LibvirtStatsSample *self,
                                                                    guint               number);

LIBVIRT_AVAILABLE_IN_1_0
GPtrArray              *libvirt_stats_sample_get_disks             (LibvirtStatsSample *self);

LIBVIRT_AVAILABLE_IN_1_0
GPtrArray              *libvirt_stats_sample_get_interfaces        (LibvirtStatsSample *self);

G_END_DECLS
