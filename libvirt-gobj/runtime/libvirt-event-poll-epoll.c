/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "runtime/libvirt-event-poll-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "runtime/libvirt-error-private.h"

#define WAKE_KEY G_MAXUINT64

/* A closed file whose description lives on in a duplicate or in a child cannot be taken out of
 * the set: after so many batches with such reports the set is made anew. */
#define MAX_STRAY_BATCHES 8

struct _LibvirtEventPoll
{
  /* These numbers never change, but in a child that has lost them: what is behind them may. */
  int fd;
  int wake_fd;
  GSource *source; /* NULL, or what polls fd: borrowed */
  gpointer tag;
  gboolean is_inherited; /* from the process that forked this one, and not revived */

  /* Guarded by the loop's lock. */
  LibvirtEventWatch **owners; /* by descriptor: whose file it is that the set knows by it */
  guint n_owners;
  gboolean suspect; /* the set may hold files that cannot be taken out */
  guint stray_batches;
};

static int
new_epoll (void)
{
  return epoll_create1 (EPOLL_CLOEXEC);
}

static int
new_wake_fd (void)
{
  return eventfd (0, EFD_CLOEXEC | EFD_NONBLOCK);
}

static gboolean
control_wake_fd (LibvirtEventPoll *self,
                 int epoll_fd,
                 int operation)
{
  /* Edge-triggered, so that nobody needs to read it. */
  struct epoll_event event = { .events = EPOLLIN | EPOLLET, .data.u64 = WAKE_KEY };

  return epoll_ctl (epoll_fd, operation, self->wake_fd, &event) == 0;
}

static void
close_fds (LibvirtEventPoll *self)
{
  if (self->wake_fd >= 0)
    close (self->wake_fd);
  if (self->fd >= 0)
    close (self->fd);
  self->wake_fd = self->fd = -1;
}

static gboolean
open_fds (LibvirtEventPoll *self,
          GError **error)
{
  self->fd = new_epoll ();
  self->wake_fd = self->fd >= 0 ? new_wake_fd () : -1;
  if (self->wake_fd >= 0 && control_wake_fd (self, self->fd, EPOLL_CTL_ADD))
    return TRUE;

  libvirt_set_error (error, LIBVIRT_ERROR_SYSTEM_ERROR, "Cannot watch libvirt's files: %s",
                     g_strerror (errno));
  close_fds (self);
  return FALSE;
}

/* Whether the numbers still stand for what was opened: no other set has this very file. */
static gboolean
is_intact (LibvirtEventPoll *self)
{
  return control_wake_fd (self, self->fd, EPOLL_CTL_MOD);
}

LibvirtEventPoll *
libvirt_event_poll_new (GError **error)
{
  LibvirtEventPoll *self = g_new0 (LibvirtEventPoll, 1);

  if (!open_fds (self, error))
    g_clear_pointer (&self, g_free);
  return self;
}

void
libvirt_event_poll_free (LibvirtEventPoll *self)
{
  close_fds (self);
  g_free (self->owners);
  g_free (self);
}

void
libvirt_event_poll_set_source (LibvirtEventPoll *self,
                               GSource *source)
{
  self->source = source;
  self->tag = g_source_add_unix_fd (source, self->fd, G_IO_IN);
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
  /* A child may run the context of its parent after it has closed all that is polled. */
  if (self->is_inherited && !is_intact (self))
    return 0;

  return libvirt_event_poll_wait (self, 0, reports);
}

void
libvirt_event_poll_wake (gpointer self)
{
  LibvirtEventPoll *poll = self;

  if (eventfd_write (poll->wake_fd, 1) < 0 && errno != EAGAIN)
    g_error ("Cannot wake libvirt's I/O thread: %s", g_strerror (errno));
}

/* Puts @fd in the place of @number, which others go on using. */
static int
move_fd (int fd,
         int number)
{
  if (fd < 0 || fd == number || dup3 (fd, number, O_CLOEXEC) < 0)
    return fd;

  close (fd);
  return number;
}

/* Called by the thread that waits, so nobody waits on the old set meanwhile. Without a descriptor
 * for the new one that has to do until the next time. */
static void
rebuild (LibvirtEventPoll *self)
{
  int fd = new_epoll ();

  self->stray_batches = 0;
  if (fd < 0 || !control_wake_fd (self, fd, EPOLL_CTL_ADD))
    {
      if (fd >= 0)
        close (fd);
      return;
    }

  for (guint i = 0; i < self->n_owners; i++)
    if (self->owners[i] != NULL && control (fd, EPOLL_CTL_ADD, self->owners[i]) != 0)
      self->owners[i] = NULL;
  self->fd = move_fd (fd, self->fd);
  self->suspect = FALSE;
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

/* First closed and then opened, as all others may be in use; a child has no other thread yet that
 * could take the number. */
static void
reopen_fds (LibvirtEventPoll *self)
{
  close (self->fd);
  self->fd = move_fd (new_epoll (), self->fd);
  close (self->wake_fd);
  self->wake_fd = move_fd (new_wake_fd (), self->wake_fd);
  control_wake_fd (self, self->fd, EPOLL_CTL_ADD);
}

void
libvirt_event_poll_reset (LibvirtEventPoll *self)
{
  /* They are not if this is the child of a child that has closed them, and has others there. */
  if (is_intact (self))
    reopen_fds (self);
  self->is_inherited = TRUE;
  if (self->owners != NULL)
    memset (self->owners, 0, self->n_owners * sizeof *self->owners);
}

gboolean
libvirt_event_poll_revive (LibvirtEventPoll *self,
                           GError **error)
{
  if (!is_intact (self))
    {
      if (!open_fds (self, error))
        return FALSE;
      if (self->source != NULL)
        {
          g_source_remove_unix_fd (self->source, self->tag);
          libvirt_event_poll_set_source (self, self->source);
        }
    }
  self->is_inherited = FALSE;
  return TRUE;
}
