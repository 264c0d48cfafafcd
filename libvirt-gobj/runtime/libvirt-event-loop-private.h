/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "runtime/libvirt-event-poll-private.h"

G_BEGIN_DECLS

/* One virEventAddTimeout(). Guarded by the loop's lock. */
typedef struct
{
  LibvirtEventEntry entry;
  virEventTimeoutCallback callback;
  int interval; /* in ms; negative: off */
  gint64 deadline;
  gssize heap_index; /* -1: not in the heap */
  gboolean is_due;   /* in the queue of those to be called next */
  gboolean missed;   /* was due while its callback was running */
  GList due_link;
} LibvirtEventTimer;

/*
 * All that libvirt watches, whoever waits for it. One thread at a time waits and dispatches:
 * libvirt_event_loop_prepare(), a wait, libvirt_event_loop_finish_wait(),
 * libvirt_event_loop_dispatch(). Everything else may be called from any thread, also while a
 * callback runs; a callback may dispatch again in the same thread.
 */
typedef struct
{
  /* Set once, before libvirt knows the loop. */
  LibvirtEventPoll *poll;
  void (*wake) (gpointer wake_data);
  gpointer wake_data;
  GMainContext *context; /* NULL if it is not served from one */

  /* Atomic. Set under the lock by prepare; as long as it is not set, a prepare comes before
   * the next wait, and changes need not reach the kernel before. */
  int waiting;
  int served; /* atomic: it is not the context that waits */

  GMutex lock;
  /* Guarded by lock. */
  LibvirtEventTable watches;
  LibvirtEventTable timers;
  GPtrArray *heap;   /* timers that are on, the earliest first */
  gint64 wait_until; /* the deadline that the waiting thread knows of */
  guint64 batch;
  guint64 void_batch; /* what was collected up to this batch is no business of this process */
  guint n_running;    /* callbacks of watches, one within the other */
  guint n_ended;      /* how often there was none any more */
  GQueue dirty;       /* watches whose change has not reached the kernel */
  GQueue ready;       /* watches to be called for what the kernel does not report */
  GQueue due;         /* timers to be called */
  GQueue dead;        /* entries to be freed */
} LibvirtEventLoop;

/* NULL if there are no more descriptors. */
LibvirtEventLoop *libvirt_event_loop_new (GError **error);

/* Only for a loop that nothing uses any more: what is registered is freed without a word. */
void libvirt_event_loop_free (LibvirtEventLoop *self);

/* Serves the loop from @context. */
void libvirt_event_loop_attach (LibvirtEventLoop *self,
                                GMainContext *context);

/* One turn in place of those of the context, whose owner the caller must be: waits for up to
 * @limit_ms, -1 for ever, and calls who is to be called. FALSE if no file had anything. */
gboolean libvirt_event_loop_serve (LibvirtEventLoop *self,
                                   int limit_ms);

/* Ends the wait of the turn that is being served, or of the next one. */
void libvirt_event_loop_wake_server (LibvirtEventLoop *self);

/* The same for a thread that serves the loop and no context. */
gboolean libvirt_event_loop_turn (LibvirtEventLoop *self,
                                  int limit_ms);

/* Serves the loop from a thread made for it; FALSE if there can be none. */
gboolean libvirt_event_loop_start_worker (LibvirtEventLoop *self,
                                          GError **error);

/* How long to wait, in microseconds; 0 if something is to be done now, -1 without a limit. */
gint64 libvirt_event_loop_prepare (LibvirtEventLoop *self);
void libvirt_event_loop_finish_wait (LibvirtEventLoop *self);

/* Whether there is something to do that no file reports. */
gboolean libvirt_event_loop_is_due (LibvirtEventLoop *self);

/* Calls who is to be called, @reports being what the wait brought. */
void libvirt_event_loop_dispatch (LibvirtEventLoop *self,
                                  const LibvirtEventReport *reports,
                                  guint n_reports);

/* The same with what there is to collect now. */
void libvirt_event_loop_collect_and_dispatch (LibvirtEventLoop *self);

/* Around fork(): the child starts with nothing watched and nothing due. */
void libvirt_event_loop_before_fork (LibvirtEventLoop *self);
void libvirt_event_loop_after_fork (LibvirtEventLoop *self,
                                    gboolean in_child);

/* In a child, before it uses the loop: FALSE if there are no more descriptors. */
gboolean libvirt_event_loop_revive (LibvirtEventLoop *self,
                                    GError **error);

/* What libvirt calls; any thread. */
int libvirt_event_loop_add_watch (LibvirtEventLoop *self,
                                  int fd,
                                  guint events,
                                  virEventHandleCallback callback,
                                  gpointer opaque,
                                  virFreeCallback free_opaque);
void libvirt_event_loop_update_watch (LibvirtEventLoop *self,
                                      int id,
                                      guint events);
int libvirt_event_loop_remove_watch (LibvirtEventLoop *self,
                                     int id);
int libvirt_event_loop_add_timer (LibvirtEventLoop *self,
                                  int interval,
                                  virEventTimeoutCallback callback,
                                  gpointer opaque,
                                  virFreeCallback free_opaque);
void libvirt_event_loop_update_timer (LibvirtEventLoop *self,
                                      int id,
                                      int interval);
int libvirt_event_loop_remove_timer (LibvirtEventLoop *self,
                                     int id);

/* Shuts the reading side of the socket that is watched; FALSE if none is. */
gboolean libvirt_event_loop_shutdown (LibvirtEventLoop *self,
                                      int id);

/* Unless libvirt has updated it itself since it added the watch. */
void libvirt_event_loop_update_new_watch (LibvirtEventLoop *self,
                                          int id,
                                          guint events);

/* It is the socket of a connection, and libvirt may not hear anything more of it once it could not
 * write there (NOTES-event-loop.md). */
void libvirt_event_loop_set_fragile (LibvirtEventLoop *self,
                                     int id);

/* Puts something else in the place of @fd, which is fragile and whose watch libvirt has just removed,
 * if that is the reason. */
void libvirt_event_loop_replace_unwritable (LibvirtEventLoop *self,
                                            int fd);

/* Returns when no callback of a watch runs any more that did when this was called, or when that has
 * taken very long. For a thread that does not serve the loop. */
void libvirt_event_loop_await_callback (LibvirtEventLoop *self);

/* How often a watch was called; FALSE if there is none. */
gboolean libvirt_event_loop_count_calls (LibvirtEventLoop *self,
                                         int id,
                                         guint *n_calls);

/* Between the files of the loop; all under the lock, which the run functions give back while
 * they call somebody. */
void libvirt_event_loop_wake (LibvirtEventLoop *self);
void libvirt_event_loop_bury (LibvirtEventLoop *self,
                              LibvirtEventEntry *entry);
void libvirt_event_watches_flush (LibvirtEventLoop *self);
void libvirt_event_watches_run (LibvirtEventLoop *self,
                                const LibvirtEventReport *reports,
                                guint n_reports);
void libvirt_event_watches_run_ready (LibvirtEventLoop *self);
void libvirt_event_timers_run (LibvirtEventLoop *self);

G_END_DECLS
