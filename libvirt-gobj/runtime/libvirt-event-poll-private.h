/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "runtime/libvirt-event-table-private.h"

G_BEGIN_DECLS

typedef enum
{
  LIBVIRT_EVENT_WATCH_NEW,
  LIBVIRT_EVENT_WATCH_POLLED,       /* the kernel tells when there is something */
  LIBVIRT_EVENT_WATCH_ALWAYS_READY, /* a regular file */
  LIBVIRT_EVENT_WATCH_BROKEN,       /* no open file: what poll() calls invalid */
} LibvirtEventWatchState;

/* One virEventAddHandle(). Guarded by the loop's lock. */
typedef struct
{
  LibvirtEventEntry entry;
  virEventHandleCallback callback;
  int fd;
  guint events;         /* what libvirt wants to hear of now */
  gboolean is_updated;  /* libvirt has said so since it added the watch */
  guint told;           /* hang-up and error that libvirt heard of since it last changed @events */
  gboolean muted;       /* ready while its callback runs: to be left out of nested polls */
  guint64 served_batch; /* the last batch it was called in */
  guint n_calls;        /* may begin anew */
  gboolean is_fragile;  /* see libvirt_event_loop_set_fragile() */

  /* The poll's. */
  LibvirtEventWatchState state;
  guint armed; /* what the kernel knows of: events and LIBVIRT_EVENT_EDGE */
  int poll_fd; /* fd, or a duplicate of it that belongs to the watch */
  gpointer tag;

  GList dirty_link; /* armed may differ from what is wanted */
  GList ready_link; /* something to call for that the kernel will not report */
  gboolean is_dirty;
  gboolean is_ready;
} LibvirtEventWatch;

/* Not one of libvirt's: only changes are to be reported, as what there is has been told. */
#define LIBVIRT_EVENT_EDGE (1u << 16)

#define LIBVIRT_EVENT_IO  (VIR_EVENT_HANDLE_READABLE | VIR_EVENT_HANDLE_WRITABLE)
#define LIBVIRT_EVENT_BAD (VIR_EVENT_HANDLE_HANGUP | VIR_EVENT_HANDLE_ERROR)

/* At most so many are served before timers and others have their turn. */
#define LIBVIRT_EVENT_BATCH 64

typedef struct
{
  guint64 key; /* libvirt_event_entry_get_key() */
  guint events;
} LibvirtEventReport;

/*
 * The kernel's part: an epoll descriptor, or, where there is none, descriptors of a GSource.
 * All functions but libvirt_event_poll_wait() and libvirt_event_poll_wake() are called under the
 * loop's lock. While a thread is in the former, nobody else polls.
 */
typedef struct _LibvirtEventPoll LibvirtEventPoll;

/* NULL if there are no more descriptors. */
LibvirtEventPoll *libvirt_event_poll_new (GError **error);
void libvirt_event_poll_free (LibvirtEventPoll *self);

/* Makes @source ready when there is something to be collected. */
void libvirt_event_poll_set_source (LibvirtEventPoll *self,
                                    GSource *source);

/* Makes the kernel report @mask for @watch and sets its state. */
void libvirt_event_poll_arm (LibvirtEventPoll *self,
                             LibvirtEventWatch *watch,
                             guint mask);

/* Ends what the first libvirt_event_poll_arm() began. */
void libvirt_event_poll_forget (LibvirtEventPoll *self,
                                LibvirtEventWatch *watch);

/* What there is now, up to LIBVIRT_EVENT_BATCH. */
guint libvirt_event_poll_collect (LibvirtEventPoll *self,
                                  LibvirtEventReport *reports);

/* Tells whether a batch had reports nobody could be called for. Files that can no longer be
 * taken out are recognised by that. */
void libvirt_event_poll_count_batch (LibvirtEventPoll *self,
                                     gboolean stray);

/* In a forked child: forgets all watches without touching what the parent shares. */
void libvirt_event_poll_reset (LibvirtEventPoll *self);

/* Before a child uses it: it may have closed all descriptors, as daemons do. FALSE if there can be
 * no new ones. */
gboolean libvirt_event_poll_revive (LibvirtEventPoll *self,
                                    GError **error);

/* For a thread that does nothing else: waits for something to collect or for
 * libvirt_event_poll_wake(), which is not lost if it comes before. */
guint libvirt_event_poll_wait (LibvirtEventPoll *self,
                               int timeout_ms,
                               LibvirtEventReport *reports);
void libvirt_event_poll_wake (gpointer self);

G_END_DECLS
