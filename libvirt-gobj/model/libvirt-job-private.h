/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-job.h>

G_BEGIN_DECLS

/* What a class has of its own. */
struct _LibvirtJobDetails
{
  /* Asks for the end; any thread. */
  void (*cancel) (LibvirtJob *self);
};

typedef struct
{
  LibvirtJobPhase phase;
  double fraction;
  guint64 bytes_done;
  guint64 bytes_total;
  guint64 speed;     /* in bytes a second; 0 if it is not known */
  guint64 time_left; /* in seconds; 0 likewise */
} LibvirtJobFigures;

/* What is counted between two looks, for what nobody tells. */
typedef struct
{
  gint64 at; /* 0 before the first one */
  guint64 bytes_done;
} LibvirtJobSample;

struct _LibvirtJob
{
  GObject parent_instance;

  /* Set once. */
  GMainContext *context; /* the owner's */

  GMutex lock;
  /* Guarded by lock. */
  LibvirtJobFigures figures;
  LibvirtJobSample sample;
  GError *error;
  gint64 told_at;
  gboolean is_counted; /* by libvirt_job_begin(): what was moved is all there is */
  gboolean is_telling; /* a source is under way, or all has been told */

  /* The owner's context's. */
  LibvirtJobFigures told;
  gboolean is_end_told;
};

/* Instead of the context of the thread that makes it; at once. */
void libvirt_job_set_context (LibvirtJob *self,
                              GMainContext *context);

/* All of these can be called in any thread, and do nothing once it has ended. */

/* What the hypervisor says. What it does not say, and is 0 in @figures, is computed. */
void libvirt_job_update (LibvirtJob *self,
                         const LibvirtJobFigures *figures);

/* What was counted here: anew with @total, or so many more bytes. */
void libvirt_job_begin (LibvirtJob *self,
                        guint64 total);
void libvirt_job_advance (LibvirtJob *self,
                          guint64 n_bytes);

/* The end. @error, which is copied, is NULL if it went as it should. In the owner's context the end has
 * been told on return, whoever came first. */
void libvirt_job_end (LibvirtJob *self,
                      const GError *error);

gboolean libvirt_job_has_ended (LibvirtJob *self);

G_END_DECLS
