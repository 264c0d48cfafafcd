/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _LibvirtExecutor LibvirtExecutor;
typedef struct _LibvirtWork LibvirtWork;

typedef enum
{
  LIBVIRT_CALL_DEFAULT = 0,
  LIBVIRT_CALL_LONG = 1 << 0,   /* may take minutes: at most 4 at a time on a connection */
  LIBVIRT_CALL_URGENT = 1 << 1, /* ends what others wait for: never held back */
  LIBVIRT_CALL_APART = 1 << 2,  /* moves data for as long as there is some, in many short calls:
                                   never held back, and no reason to hold back others */
} LibvirtCallFlags;

/* Something to be done in a thread of the executor. */
struct _LibvirtWork
{
  GList link;    /* the executor's */
  guint64 order; /* the executor's */
  LibvirtCallFlags flags;
  void (*run) (LibvirtWork *self); /* in a worker; takes it over */

  /* NULL, or what to do when there is no thread in the whole process that could ever run it: takes
   * it over, where it was pushed. Without, it waits until there can be one. */
  void (*refuse) (LibvirtWork *self);
};

/* Threads come on demand, up to @max_threads, and go when idle. @calls_in_flight is atomic and
 * counts the calls on the same connection that were made elsewhere, too; it is looked at while
 * work waits. It may be NULL. */
LibvirtExecutor *libvirt_executor_new (guint max_threads,
                                       const int *calls_in_flight);
LibvirtExecutor *libvirt_executor_ref (LibvirtExecutor *self);

void libvirt_executor_unref (LibvirtExecutor *self);

/* Never waits: idle threads go at once, those in a call afterwards. What still waits and what
 * is pushed later is run, and held back no more: there is no connection to be careful of. */
void libvirt_executor_close (LibvirtExecutor *self);

/* Around fork(): a child starts without work and without threads. */
void libvirt_executor_before_fork (LibvirtExecutor *self);
void libvirt_executor_after_fork (LibvirtExecutor *self,
                                  gboolean in_child);

/* The same for what all executors have in common: after the last one, and before the first. */
void libvirt_executors_before_fork (void);
void libvirt_executors_after_fork (gboolean in_child);

/* Any thread. */
void libvirt_executor_push (LibvirtExecutor *self,
                            LibvirtWork *work);

/* TRUE if @work was still waiting: it will not be run, and is the caller's again. */
gboolean libvirt_executor_withdraw (LibvirtExecutor *self,
                                    LibvirtWork *work);

/* Whether this thread is one of an executor's: nothing may be emitted in it. */
gboolean libvirt_executor_in_worker (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LibvirtExecutor, libvirt_executor_unref)

G_END_DECLS
