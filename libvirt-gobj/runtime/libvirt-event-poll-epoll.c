/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "runtime/libvirt-event-poll-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#define WAKE_KEY G_MAXUINT64

/* A closed file whose description lives on in a duplicate or in a child cannot be taken out of
 * the set: after so many batches with such reports the set is made anew. */
#define MAX_STRAY_BATCHES 8

struct _LibvirtEventPoll
{
  /* These numbers never change: what is behind them may. */
  int fd;
  int wake_fd;

  /* Guarded by the loop's lock. */
  LibvirtEventWatch **owners; /* by descriptor: whose file it is that the set knows by it */
  guint n_owners;
  gboolean suspect; /* the set may hold files that cannot be taken out */
  guint stray_batches;
};

static int
new_epoll (void)
{
  int fd = epoll_create1 (EPOLL_CLOEXEC);

  if (fd < 0)
    g_error ("Cannot create an epoll descriptor: %s", g_strerror (errno));
  return fd;
}

static void
add_wake_fd (LibvirtEventPoll *self,
             int epoll_fd)
{
  /* Edge-triggered, so that nobody needs to read it. */
  struct epoll_event event = { .events = EPOLLIN | EPOLLET, .data.u64 = WAKE_KEY };

  if (epoll_ctl (epoll_fd, EPOLL_CTL_ADD, self->wake_fd, &event) < 0)
    g_error ("Cannot watch the wake-up descriptor: %s", g_strerror (errno));
}

LibvirtEventPoll *
libvirt_event_poll_new (void)
{
  LibvirtEventPoll *self = g_new0 (LibvirtEventPoll, 1);

  self->fd = new_epoll ();
  self->wake_fd = eventfd (0, EFD_CLOEXEC | EFD_NONBLOCK);
  if (self->wake_fd < 0)
    g_error ("Cannot create a wake-up descriptor: %s", g_strerror (errno));
  add_wake_fd (self, self->fd);
  return self;
}

void
libvirt_event_poll_free (LibvirtEventPoll *self)
{
  close (self->wake_fd);
  close (self->fd);
  g_free (self->owners);
  g_free (self);
}

void
libvirt_event_poll_set_source (LibvirtEventPoll *self,
                               GSource *source)
{
  g_source_add_unix_fd (source, self->fd, G_IO_IN);
}

static guint32
to_epoll (guint mask)
{
  return (mask & VIR_EVENT_HANDLE_READABLE ? EPOLLIN : 0) |
         (mask & VIR_EVENT_HANDLE_WRITABLE ? EPOLLOUT : 0) |
         (mask & LIBVIRT_EVENT_EDGE ? EPOLLET : 0);
}

static guint
from_epoll (guint32 events)
{
  return (events & EPOLLIN ? VIR_EVENT_HANDLE_READABLE : 0) |
         (events & EPOLLOUT ? VIR_EVENT_HANDLE_WRITABLE : 0) |
         (events & EPOLLERR ? VIR_EVENT_HANDLE_ERROR : 0) |
         (events & EPOLLHUP ? VIR_EVENT_HANDLE_HANGUP : 0);
}

static int
control (int epoll_fd,
         int operation,
         LibvirtEventWatch *watch)
{
  struct epoll_event event = { 0 };

  event.events = to_epoll (watch->armed);
  event.data.u64 = libvirt_event_entry_get_key (&watch->entry);
  return epoll_ctl (epoll_fd, operation, watch->poll_fd, &event) < 0 ? errno : 0;
}

static LibvirtEventWatch *
get_owner (LibvirtEventPoll *self,
           int fd)
{
  return (guint) fd < self->n_owners ? self->owners[fd] : NULL;
}

static gboolean
is_owner (LibvirtEventPoll *self,
          LibvirtEventWatch *watch)
{
  return get_owner (self, watch->poll_fd) == watch;
}

static void
set_owner (LibvirtEventPoll *self,
           int fd,
           LibvirtEventWatch *watch)
{
  guint old_size = self->n_owners;

  if ((guint) fd >= old_size)
    {
      self->n_owners = MAX (64, MAX ((guint) fd + 1, 2 * old_size));
      self->owners = g_renew (LibvirtEventWatch *, self->owners, self->n_owners);
      memset (self->owners + old_size, 0, (self->n_owners - old_size) * sizeof *self->owners);
    }
  self->owners[fd] = watch;
}

/* epoll knows a file only once by the same number. That other entry may be another watch's, or
 * one that is left of a file that was closed, lived on elsewhere, and has come back. */
static int
add_duplicate (LibvirtEventPoll *self,
               LibvirtEventWatch *watch)
{
  int error, duplicate = fcntl (watch->fd, F_DUPFD_CLOEXEC, 0);

  if (duplicate < 0)
    return errno;
  watch->poll_fd = duplicate;
  error = control (self->fd, EPOLL_CTL_ADD, watch);
  if (error != 0)
    {
      close (duplicate);
      watch->poll_fd = watch->fd;
    }
  return error;
}

static int
add (LibvirtEventPoll *self,
     LibvirtEventWatch *watch)
{
  int error = control (self->fd, EPOLL_CTL_ADD, watch);

  return error == EEXIST ? add_duplicate (self, watch) : error;
}

static void
attach (LibvirtEventPoll *self,
        LibvirtEventWatch *watch)
{
  switch (add (self, watch))
    {
    case 0:
      watch->state = LIBVIRT_EVENT_WATCH_POLLED;
      set_owner (self, watch->poll_fd, watch);
      break;
    case EPERM:
      watch->state = LIBVIRT_EVENT_WATCH_ALWAYS_READY;
      break;
    default:
      watch->state = LIBVIRT_EVENT_WATCH_BROKEN;
    }
}

static void
modify (LibvirtEventPoll *self,
        LibvirtEventWatch *watch)
{
  int error;

  /* Its file was closed and the number is another's now: nothing of it can be changed. */
  if (!is_owner (self, watch))
    {
      self->suspect = TRUE;
      return;
    }
  error = control (self->fd, EPOLL_CTL_MOD, watch);
  if (error == 0)
    return;
  self->suspect = TRUE;
  set_owner (self, watch->poll_fd, NULL);
  attach (self, watch);
}

void
libvirt_event_poll_arm (LibvirtEventPoll *self,
                        LibvirtEventWatch *watch,
                        guint mask)
{
  gboolean changed = watch->armed != mask;

  watch->armed = mask;
  switch (watch->state)
    {
    case LIBVIRT_EVENT_WATCH_NEW:
      watch->poll_fd = watch->fd;
      attach (self, watch);
      break;
    case LIBVIRT_EVENT_WATCH_BROKEN:
      if (changed)
        attach (self, watch);
      break;
    case LIBVIRT_EVENT_WATCH_POLLED:
      if (changed)
        modify (self, watch);
      break;
    case LIBVIRT_EVENT_WATCH_ALWAYS_READY:
    default:
      break;
    }
}

void
libvirt_event_poll_forget (LibvirtEventPoll *self,
                           LibvirtEventWatch *watch)
{
  if (watch->state != LIBVIRT_EVENT_WATCH_POLLED)
    return;
  if (!is_owner (self, watch) || control (self->fd, EPOLL_CTL_DEL, watch) != 0)
    self->suspect = TRUE;
  if (is_owner (self, watch))
    set_owner (self, watch->poll_fd, NULL);
  if (watch->poll_fd != watch->fd)
    close (watch->poll_fd);
  watch->state = LIBVIRT_EVENT_WATCH_NEW;
}

guint
libvirt_event_poll_wait (LibvirtEventPoll *self,
                         int timeout_ms,
                         LibvirtEventReport *reports)
{
  struct epoll_event events[LIBVIRT_EVENT_BATCH];
  int n = epoll_wait (self->fd, events, LIBVIRT_EVENT_BATCH, timeout_ms);
  guint n_reports = 0;

  if (n < 0 && errno != EINTR)
    g_error ("Cannot wait for libvirt's files: %s", g_strerror (errno));
  for (int i = 0; i < n; i++)
    if (events[i].data.u64 != WAKE_KEY)
      reports[n_reports++] = (LibvirtEventReport){ .key = events[i].data.u64,
                                                   .events = from_epoll (events[i].events) };
  return n_reports;
}

guint
libvirt_event_poll_collect (LibvirtEventPoll *self,
                            LibvirtEventReport *reports)
{
  return libvirt_event_poll_wait (self, 0, reports);
}

void
libvirt_event_poll_wake (gpointer self)
{
  LibvirtEventPoll *poll = self;

  if (eventfd_write (poll->wake_fd, 1) < 0 && errno != EAGAIN)
    g_error ("Cannot wake libvirt's I/O thread: %s", g_strerror (errno));
}

/* Puts @new_fd in the place of @number, which others go on using. */
static void
replace_fd (int new_fd,
            int number)
{
  if (dup3 (new_fd, number, O_CLOEXEC) < 0)
    g_error ("Cannot replace a descriptor: %s", g_strerror (errno));
  close (new_fd);
}

/* Called by the thread that waits, so nobody waits on the old set meanwhile. */
static void
rebuild (LibvirtEventPoll *self)
{
  int fd = new_epoll ();

  add_wake_fd (self, fd);
  for (guint i = 0; i < self->n_owners; i++)
    if (self->owners[i] != NULL && control (fd, EPOLL_CTL_ADD, self->owners[i]) != 0)
      self->owners[i] = NULL;
  replace_fd (fd, self->fd);
  self->suspect = FALSE;
  self->stray_batches = 0;
}

void
libvirt_event_poll_count_batch (LibvirtEventPoll *self,
                                gboolean stray)
{
  if (!stray || !self->suspect)
    self->stray_batches = 0;
  else if (++self->stray_batches >= MAX_STRAY_BATCHES)
    rebuild (self);
}

void
libvirt_event_poll_reset (LibvirtEventPoll *self)
{
  int wake_fd = eventfd (0, EFD_CLOEXEC | EFD_NONBLOCK);

  replace_fd (new_epoll (), self->fd);
  if (wake_fd >= 0)
    replace_fd (wake_fd, self->wake_fd);
  add_wake_fd (self, self->fd);
  if (self->owners != NULL)
    memset (self->owners, 0, self->n_owners * sizeof *self->owners);
}
