/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "runtime/libvirt-event-loop-private.h"

#include <errno.h>
#include <fcntl.h>
#include <libvirt/virterror.h>
#include <sys/socket.h>
#include <unistd.h>

/* Who waits there for something to read, and for nothing else, is not to wait for ever. */
#define HANG_UP_MS 5000

typedef struct
{
  LibvirtEventLoop *loop;
  int fd;
} OtherEnd;

/* In this thread, libvirt's own functions under way. No read fails with this number. */
static gboolean
could_not_write (void)
{
  virErrorPtr error = virGetLastError ();

  return error != NULL && error->code == VIR_ERR_SYSTEM_ERROR && error->int1 == EPIPE;
}

static void
hang_up (int timer,
         void *opaque)
{
  OtherEnd *other_end = opaque;

  close (other_end->fd);
  libvirt_event_loop_remove_timer (other_end->loop, timer);
}

static void
hang_up_later (LibvirtEventLoop *self,
               int fd)
{
  OtherEnd *other_end = g_new (OtherEnd, 1);

  other_end->loop = self;
  other_end->fd = fd;
  if (libvirt_event_loop_add_timer (self, HANG_UP_MS, hang_up, other_end, g_free) > 0)
    return;

  close (fd);
  g_free (other_end);
}

void
libvirt_event_loop_replace_unwritable (LibvirtEventLoop *self,
                                       int fd)
{
  int ends[2];

  if (!could_not_write () ||
      socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends) != 0)
    return;

  /* What is writable, though nothing can be written there, and says nothing else. */
  shutdown (ends[0], SHUT_WR);
  dup3 (ends[0], fd, O_CLOEXEC);
  close (ends[0]);
  hang_up_later (self, ends[1]);
}
