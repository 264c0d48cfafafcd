/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-stats-sample.h>
#include "model/libvirt-stats-counters-private.h"

G_BEGIN_DECLS

/* The properties that a sample and a LibvirtDomainSampler have in common. */
typedef enum
{
  LIBVIRT_FIGURE_CPU_PERCENT = 1,
  LIBVIRT_FIGURE_MEMORY_USED,
  LIBVIRT_FIGURE_MEMORY_SIZE,
  LIBVIRT_FIGURE_DISK_READ_RATE,
  LIBVIRT_FIGURE_DISK_WRITE_RATE,
  LIBVIRT_FIGURE_RECEIVE_RATE,
  LIBVIRT_FIGURE_SEND_RATE,
  LIBVIRT_FIGURE_KNOWN,
  LIBVIRT_N_FIGURES
} LibvirtFigure;

/* What happened between two readings of which one follows the other. */
LibvirtStatsSample *libvirt_stats_sample_new (const LibvirtStatsCounters *before,
                                              const LibvirtStatsCounters *now);

/* Of a domain that does not run: nothing, which is known. */
LibvirtStatsSample *libvirt_stats_sample_new_idle (gint64 time);

/* @self may be NULL. */
void libvirt_stats_sample_get_figure (LibvirtStatsSample *self,
                                      LibvirtFigure figure,
                                      GValue *value);
gboolean libvirt_stats_sample_is_figure_same (LibvirtStatsSample *a,
                                              LibvirtStatsSample *b,
                                              LibvirtFigure figure);

G_END_DECLS
