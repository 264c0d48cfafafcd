/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a virtual processor, disk or interface counts; its order is that of the table in the
 * source. */
#define LIBVIRT_N_COUNTERS 4

typedef struct
{
  guint number; /* libvirt's, which may change at any time for a disk or an interface */
  char *name;   /* NULL if it has none */
  guint64 values[LIBVIRT_N_COUNTERS];
  guint has; /* a bit for each value that is known */
} LibvirtPartCounters;

/* The counters of one domain at one time. What the hypervisor does not tell is not set. */
typedef struct
{
  gint64 time; /* monotonic, in microseconds */
  gboolean has_cpu_time;
  guint64 cpu_time; /* in ns */

  /* In KiB. */
  guint64 memory_current;
  guint64 memory_available; /* as the guest sees it; 0 if it says nothing */
  guint64 memory_unused;
  guint64 memory_usable;

  GPtrArray *vcpus; /* of LibvirtPartCounters; value 0 is the time in ns */
  GPtrArray *disks; /* bytes in, bytes out, requests in, requests out */
  GPtrArray *interfaces;
  gboolean has_no_disks; /* that is known */
  gboolean has_no_interfaces;
} LibvirtStatsCounters;

/* @params: a record of a statistics call, a{sv}. */
LibvirtStatsCounters *libvirt_stats_counters_new (GVariant *params,
                                                  gint64 time);
void libvirt_stats_counters_free (LibvirtStatsCounters *self);

/* Whether @self can follow on @before: time has gone on, and no start lies between them. */
gboolean libvirt_stats_counters_follow (const LibvirtStatsCounters *self,
                                        const LibvirtStatsCounters *before);

/* What was counted between two readings of a counter of 64 bits, or perhaps of 32 if @is_narrow, as
 * those of interfaces are on some hosts. One that went back was either full, or set to 0: then
 * nothing is known, and 0 is returned. */
guint64 libvirt_stats_difference (guint64 before,
                                  guint64 now,
                                  gboolean is_narrow);

/* The counterpart of @part among @parts, or NULL. */
const LibvirtPartCounters *libvirt_part_counters_find (GPtrArray *parts,
                                                       const LibvirtPartCounters *part);

/* At both times; @before may be NULL. */
gboolean libvirt_part_counters_is_known (const LibvirtPartCounters *before,
                                         const LibvirtPartCounters *now,
                                         guint counter);

/* Per second; 0 if it is not known. */
double libvirt_part_counters_get_rate (const LibvirtPartCounters *before,
                                       const LibvirtPartCounters *now,
                                       guint counter,
                                       gboolean is_narrow,
                                       gint64 usec);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LibvirtStatsCounters, libvirt_stats_counters_free)

G_END_DECLS
