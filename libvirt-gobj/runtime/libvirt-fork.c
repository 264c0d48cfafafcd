/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "runtime/libvirt-fork-private.h"

#include <pthread.h>

#include "runtime/libvirt-link-watch-private.h"
#include "runtime/libvirt-session-private.h"
#include "stream/libvirt-stream-core-private.h"

static GMutex lock;
static GQueue cores = G_QUEUE_INIT; /* guarded by lock; links are in the cores */

/* fork() copies what another thread has half done, and locks that nobody will ever open: each
 * lock is taken first. */
static void
before_fork (void)
{
  g_mutex_lock (&lock);
  libvirt_link_watch_before_fork ();
  libvirt_stream_core_before_fork ();
  libvirt_sessions_before_fork ();
  for (GList *link = cores.head; link != NULL; link = link->next)
    libvirt_core_before_fork (link->data);
  libvirt_executors_before_fork ();
}

static void
after_fork (gboolean in_child)
{
  libvirt_executors_after_fork (in_child);
  for (GList *link = cores.head; link != NULL; link = link->next)
    libvirt_core_after_fork (link->data, in_child);
  libvirt_sessions_after_fork (in_child);
  libvirt_stream_core_after_fork ();
  libvirt_link_watch_after_fork (in_child);
  g_mutex_unlock (&lock);
}

static void
after_fork_in_parent (void)
{
  after_fork (FALSE);
}

static void
after_fork_in_child (void)
{
  after_fork (TRUE);
}

void
libvirt_fork_add (LibvirtCore *core)
{
  static gsize initialised;

  if (g_once_init_enter (&initialised))
    {
      pthread_atfork (before_fork, after_fork_in_parent, after_fork_in_child);
      g_once_init_leave (&initialised, 1);
    }

  core->fork_link.data = core;
  g_mutex_lock (&lock);
  g_queue_push_tail_link (&cores, &core->fork_link);
  g_mutex_unlock (&lock);
}

void
libvirt_fork_remove (LibvirtCore *core)
{
  g_mutex_lock (&lock);
  g_queue_unlink (&cores, &core->fork_link);
  g_mutex_unlock (&lock);
}

int
libvirt_fork_get_silence (LibvirtCore *core)
{
  int silence = 0;

  g_mutex_lock (&lock);
  if (g_queue_find (&cores, core) != NULL)
    silence = g_atomic_int_get (&core->silence);
  g_mutex_unlock (&lock);

  return silence;
}
