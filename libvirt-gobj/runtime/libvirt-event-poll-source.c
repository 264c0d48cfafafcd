/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "runtime/libvirt-event-poll-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <sys/stat.h>
#include <unistd.h>

#include "runtime/libvirt-error-private.h"

/* Where there is no epoll, the GSource itself polls each file, and whatever polls the context
 * walks through all of them. */

struct _LibvirtEventPoll
{
  GSource *source;
  int wake_fds[2]; /* a pipe */
  ino_t wake_inode;

  int is_waiting; /* atomic */

  GMutex lock;
  /* Changed under the loop's lock and this one: to be read under either. */
  GPtrArray *watches; /* borrowed; only those that are polled now have a tag */

  /* Guarded by the loop's lock. */
  GPtrArray *abandoned; /* tags of the source a child inherited */
  guint next;           /* where to go on collecting, so that all have their turn */
};

static ino_t
get_inode (int fd)
{
  struct stat status;

  return fd >= 0 && fstat (fd, &status) == 0 ? status.st_ino : 0;
}

static gboolean
open_wake_fds (LibvirtEventPoll *self,
               GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (!g_unix_open_pipe (self->wake_fds, FD_CLOEXEC, &local_error))
    {
      self->wake_fds[0] = self->wake_fds[1] = -1;
      libvirt_set_error (error, LIBVIRT_ERROR_SYSTEM_ERROR, "Cannot watch libvirt's files: %s",
                         local_error->message);
      return FALSE;
    }

  g_unix_set_fd_nonblocking (self->wake_fds[0], TRUE, NULL);
  g_unix_set_fd_nonblocking (self->wake_fds[1], TRUE, NULL);
  self->wake_inode = get_inode (self->wake_fds[0]);
  return TRUE;
}

/* Whether the numbers still stand for what was opened. */
static gboolean
is_intact (LibvirtEventPoll *self)
{
  return get_inode (self->wake_fds[0]) == self->wake_inode &&
         get_inode (self->wake_fds[1]) == self->wake_inode;
}

LibvirtEventPoll *
libvirt_event_poll_new (GError **error)
{
  LibvirtEventPoll *self = g_new0 (LibvirtEventPoll, 1);

  if (!open_wake_fds (self, error))
    {
      g_free (self);
      return NULL;
    }
  g_mutex_init (&self->lock);
  self->watches = g_ptr_array_new ();
  self->abandoned = g_ptr_array_new ();
  return self;
}

void
libvirt_event_poll_free (LibvirtEventPoll *self)
{
  g_ptr_array_unref (self->watches);
  g_ptr_array_unref (self->abandoned);
  g_clear_pointer (&self->source, g_source_unref);
  close (self->wake_fds[0]);
  close (self->wake_fds[1]);
  g_mutex_clear (&self->lock);
  g_free (self);
}

void
libvirt_event_poll_set_source (LibvirtEventPoll *self,
                               GSource *source)
{
  g_clear_pointer (&self->source, g_source_unref);
  self->source = g_source_ref (source);
  g_ptr_array_set_size (self->abandoned, 0);
}

static GIOCondition
to_condition (guint mask)
{
  return G_IO_HUP | G_IO_ERR | (mask & VIR_EVENT_HANDLE_READABLE ? G_IO_IN : 0) |
         (mask & VIR_EVENT_HANDLE_WRITABLE ? G_IO_OUT : 0);
}

static guint
from_condition (GIOCondition condition)
{
  return (condition & G_IO_IN ? VIR_EVENT_HANDLE_READABLE : 0) |
         (condition & G_IO_OUT ? VIR_EVENT_HANDLE_WRITABLE : 0) |
         (condition & (G_IO_ERR | G_IO_NVAL) ? VIR_EVENT_HANDLE_ERROR : 0) |
         (condition & G_IO_HUP ? VIR_EVENT_HANDLE_HANGUP : 0);
}

static void
drop_abandoned (LibvirtEventPoll *self)
{
  for (guint i = 0; i < self->abandoned->len; i++)
    g_source_remove_unix_fd (self->source, self->abandoned->pdata[i]);
  g_ptr_array_set_size (self->abandoned, 0);
}

/* What it waits for has changed. */
static void
wake_waiting (LibvirtEventPoll *self)
{
  if (g_atomic_int_get (&self->is_waiting))
    libvirt_event_poll_wake (self);
}

static void
untag (LibvirtEventPoll *self,
       LibvirtEventWatch *watch)
{
  if (watch->tag != NULL)
    g_source_remove_unix_fd (self->source, g_steal_pointer (&watch->tag));
}

void
libvirt_event_poll_arm (LibvirtEventPoll *self,
                        LibvirtEventWatch *watch,
                        guint mask)
{
  gboolean changed = watch->armed != mask;

  drop_abandoned (self);
  g_mutex_lock (&self->lock);
  if (watch->state == LIBVIRT_EVENT_WATCH_NEW)
    g_ptr_array_add (self->watches, watch);
  watch->state = LIBVIRT_EVENT_WATCH_POLLED;
  watch->armed = mask;

  /* poll() has no edges: it would report the same hang-up again and again. */
  if (mask & LIBVIRT_EVENT_EDGE)
    untag (self, watch);
  else if (watch->tag == NULL)
    watch->tag = g_source_add_unix_fd (self->source, watch->fd, to_condition (mask));
  else if (changed)
    g_source_modify_unix_fd (self->source, watch->tag, to_condition (mask));
  g_mutex_unlock (&self->lock);
  wake_waiting (self);
}

void
libvirt_event_poll_forget (LibvirtEventPoll *self,
                           LibvirtEventWatch *watch)
{
  g_mutex_lock (&self->lock);
  untag (self, watch);
  g_ptr_array_remove_fast (self->watches, watch);
  watch->state = LIBVIRT_EVENT_WATCH_NEW;
  g_mutex_unlock (&self->lock);
  wake_waiting (self);
}

guint
libvirt_event_poll_collect (LibvirtEventPoll *self,
                            LibvirtEventReport *reports)
{
  guint n_reports = 0, n = self->watches->len;

  drop_abandoned (self);
  for (guint i = 0; i < n && n_reports < LIBVIRT_EVENT_BATCH; i++)
    {
      LibvirtEventWatch *watch = self->watches->pdata[self->next++ % n];
      GIOCondition condition = 0;

      if (watch->tag != NULL)
        condition = g_source_query_unix_fd (self->source, watch->tag);
      if (condition != 0)
        reports[n_reports++] = (LibvirtEventReport){
          .key = libvirt_event_entry_get_key (&watch->entry),
          .events = from_condition (condition),
        };
    }
  return n_reports;
}

/* The pipe first, then all that is polled; @keys are the watches'. */
static GArray *
list_fds (LibvirtEventPoll *self,
          GArray *keys)
{
  GArray *fds = g_array_new (FALSE, FALSE, sizeof (GPollFD));
  GPollFD fd = { .fd = self->wake_fds[0], .events = G_IO_IN };

  g_array_append_val (fds, fd);
  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->watches->len; i++)
    {
      LibvirtEventWatch *watch = self->watches->pdata[i];
      guint64 key = libvirt_event_entry_get_key (&watch->entry);

      if (watch->tag == NULL)
        continue;
      fd = (GPollFD){ .fd = watch->fd, .events = to_condition (watch->armed) };
      g_array_append_val (fds, fd);
      g_array_append_val (keys, key);
    }
  g_mutex_unlock (&self->lock);

  return fds;
}

static void
drain_wake_fd (LibvirtEventPoll *self)
{
  char bytes[64];

  while (read (self->wake_fds[0], bytes, sizeof bytes) > 0)
    continue;
}

guint
libvirt_event_poll_wait (LibvirtEventPoll *self,
                         int timeout_ms,
                         LibvirtEventReport *reports)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (GArray) fds = NULL;
  guint n_reports = 0;

  g_atomic_int_set (&self->is_waiting, TRUE);
  fds = list_fds (self, keys);
  g_poll ((GPollFD *) (gpointer) fds->data, fds->len, timeout_ms);
  g_atomic_int_set (&self->is_waiting, FALSE);
  drain_wake_fd (self);

  for (guint i = 0; i < keys->len && n_reports < LIBVIRT_EVENT_BATCH; i++)
    {
      GIOCondition condition = g_array_index (fds, GPollFD, i + 1).revents;

      if (condition != 0)
        reports[n_reports++] = (LibvirtEventReport){
          .key = g_array_index (keys, guint64, i),
          .events = from_condition (condition),
        };
    }
  return n_reports;
}

void
libvirt_event_poll_wake (gpointer self)
{
  LibvirtEventPoll *poll = self;

  if (write (poll->wake_fds[1], "", 1) < 0 && errno != EAGAIN)
    g_error ("Cannot wake who waits for libvirt's I/O: %s", g_strerror (errno));
}

void
libvirt_event_poll_count_batch (LibvirtEventPoll *self,
                                gboolean stray)
{
}

void
libvirt_event_poll_reset (LibvirtEventPoll *self)
{
  if (is_intact (self))
    {
      close (self->wake_fds[0]);
      close (self->wake_fds[1]);
      open_wake_fds (self, NULL);
    }
  for (guint i = 0; i < self->watches->len; i++)
    {
      LibvirtEventWatch *watch = self->watches->pdata[i];

      if (watch->tag != NULL)
        g_ptr_array_add (self->abandoned, g_steal_pointer (&watch->tag));
    }
  g_ptr_array_set_size (self->watches, 0);
}

gboolean
libvirt_event_poll_revive (LibvirtEventPoll *self,
                           GError **error)
{
  return is_intact (self) || open_wake_fds (self, error);
}
